"""What people decide over GraphQL: kept as the command line keeps it, signed, once for a key, and only by who may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import pytest

from api.access.caller import ARCHITECT, ASK, DECIDE
from api.context import StoreContext
from api.settings import Settings
from graph.decisions import decision_key, decisions_in_force
from graph.moment import now
from tests.api.organisation import edge, lines, load, node, organisation

Client = Callable[..., Any]

EVE, ADA, SAM, TWIN = "Account:cursor/eve", "Identity:hr/1", "Identity:hr/3", "Identity:hr/4"
SOURCE = "wiki:acme"
DECIDE_TEXT = """mutation($input: DecideInput!) { decide(input: $input) {
  __typename ... on Decided { decision kind ids value by why note generation } ... on UserError { code message path } } }"""
UNDO_TEXT = """mutation($input: UndoInput!) { undoDecision(input: $input) {
  __typename ... on Decided { decision kind generation } ... on UserError { code message path } } }"""
ACCEPT_TEXT = """mutation($input: AcceptRunInput!) { acceptRun(input: $input) {
  __typename ... on AcceptedRun { source run state retired { key value } generation } ... on UserError { code path } } }"""
LOOSE = "{ unresolved { ... on Unresolved { snapshot { generation } rows { nodes { kind id } } } } }"


def wiki(count: int, at: str) -> str:
    """So many pages, by a source that says they are all: far fewer than before look like an accident."""
    pages = [f"DataSource:wiki/acme/p{number}" for number in range(count)]
    return lines(
        {"record": "run", "source": SOURCE, "observed_at": at, "complete": ["DataSource", "Account", "CAN_ACCESS"]},
        *(node(page, page.rpartition("/")[2]) for page in pages),
        node(EVE, "eve", status="active"),
        *(edge(EVE, "CAN_ACCESS", page, permission="READ") for page in pages),
    )


@pytest.fixture
def decided(tmp_path: Path) -> Settings:
    settings = Settings(store=f"sqlite:///{tmp_path}/remit.db", token="a-token-of-a-test")
    load(settings, organisation() + wiki(40, "2026-11-20T08:00:00Z"), tmp_path)
    return settings


def send(client: Client, settings: Settings, token: str, *posts: tuple[str, dict[str, Any]]) -> list[Any]:
    async def go() -> list[Any]:
        async with client(settings) as http:
            answers = []
            for text, given in posts:
                body = {"query": text, "variables": {"input": given} if given else {}}
                answer = await http.post("/graphql", json=body, headers={"authorization": f"Bearer {token}"})
                answers.append(next(iter(answer.json()["data"].values())))
            return answers

    result: list[Any] = anyio.run(go)
    return result


def token(settings: Settings, name: str, *rights: str, scope: tuple[str, ...] = ()) -> str:
    return settings.token_file().create(name, list(rights), [], now(), None, list(scope))


def in_force(settings: Settings) -> list[Any]:
    with StoreContext(settings) as context:
        return decisions_in_force(context.store.read().decisions)


def loose(answer: Any) -> set[str]:
    return {row["id"] for row in answer["rows"]["nodes"]}


def test_a_decision_settles_and_its_undoing_brings_back(client: Client, decided: Settings) -> None:
    sam = token(decided, "sam", ASK, DECIDE)
    asked = {"kind": "link", "ids": ["ada@acme.example", EVE], "why": "she says so", "key": "k1"}
    before, done, after = send(client, decided, sam, (LOOSE, {}), (DECIDE_TEXT, asked), (LOOSE, {}))
    [kept] = in_force(decided)
    assert (kept.kind, kept.ids, kept.by, kept.why) == ("link", (ADA, EVE), "sam", "she says so")
    assert (done["decision"], done["ids"], done["by"]) == (decision_key(kept), [ADA, EVE], "sam")
    assert EVE in loose(before)
    assert loose(after) == loose(before) - {EVE}
    assert after["snapshot"]["generation"] == done["generation"] > before["snapshot"]["generation"]
    undone, last = send(client, decided, sam, (UNDO_TEXT, {"decision": done["decision"], "key": "k2"}), (LOOSE, {}))
    assert undone["kind"] == "undo"
    assert (in_force(decided), loose(last)) == ([], loose(before))
    [again] = send(client, decided, sam, (UNDO_TEXT, {"decision": done["decision"], "key": "k3"}))
    assert (again["code"], again["path"]) == ("BAD_INPUT", ["input", "decision"])


def test_a_key_decides_once_and_stands_for_one_decision(client: Client, decided: Settings) -> None:
    sam, eve = token(decided, "sam", ASK, DECIDE), token(decided, "eve", DECIDE)
    asked = {"kind": "unlink", "ids": [SAM, TWIN], "key": "k"}
    first, second, other = send(
        client, decided, sam, (DECIDE_TEXT, asked), (DECIDE_TEXT, asked), (DECIDE_TEXT, asked | {"kind": "link"})
    )
    assert first == second
    assert (other["code"], other["path"]) == ("BAD_INPUT", ["input", "key"])
    # The same word of the same person again is the same decision, also where the client, or the server, began anew.
    [third] = send(client, decided, sam, (DECIDE_TEXT, asked | {"key": "another"}))
    assert third["decision"] == first["decision"]
    assert len(in_force(decided)) == 1
    # A key is its caller's own.
    [fourth] = send(client, decided, eve, (DECIDE_TEXT, asked))
    assert fourth["by"] == "eve"
    assert len(in_force(decided)) == 2


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({"kind": "link", "ids": [ADA, "nobody@nowhere.example"]}, "NOT_FOUND", ["ids", "1"]),
        ({"kind": "link", "ids": [ADA, "Sam Twin"]}, "AMBIGUOUS_NAME", ["ids", "1"]),
        ({"kind": "link", "ids": [ADA]}, "BAD_INPUT", ["ids"]),
        ({"kind": "budget", "ids": [ADA]}, "BAD_INPUT", ["kind"]),
        ({"kind": "owner", "ids": [EVE, EVE]}, "BAD_INPUT", ["ids"]),
        ({"kind": "sensitivity", "ids": ["DataSource:postgres/prod/sales"], "value": "rosy"}, "BAD_INPUT", ["value"]),
        ({"kind": "link", "ids": [ADA, EVE], "key": ""}, "BAD_INPUT", ["key"]),
    ],
)
def test_what_cannot_be_decided_is_said_with_its_place(
    given: dict[str, Any], code: str, path: list[str], client: Client, decided: Settings
) -> None:
    [answer] = send(client, decided, token(decided, "sam", DECIDE), (DECIDE_TEXT, {"key": "k", **given}))
    assert (answer["code"], answer["path"]) == (code, ["input", *path])
    assert in_force(decided) == []


def test_only_who_may_decides_and_nobody_else(client: Client, decided: Settings) -> None:
    asked = {"kind": "link", "ids": [ADA, EVE], "key": "k"}
    refused = [
        token(decided, "asks", ASK, ARCHITECT),
        token(decided, "part", ASK, scope=("source:hr:workday",)),
    ]
    for each in (*refused, "a-token-of-a-test"):
        assert [answer["code"] for answer in send(client, decided, each, (DECIDE_TEXT, asked))] == ["FORBIDDEN"]
    assert in_force(decided) == []
    decides = token(decided, "decides", DECIDE)
    [done] = send(client, decided, decides, (DECIDE_TEXT, asked))
    assert done["__typename"] == "Decided"


def test_a_held_run_is_accepted_at_its_moment(client: Client, decided: Settings, tmp_path: Path) -> None:
    load(decided, wiki(2, "2026-11-21T08:00:00Z"), tmp_path)
    with StoreContext(decided) as context:
        held = next(run for run in context.store.runs() if run.source == SOURCE and run.state == "HELD")
    waiting = sum(held.counts["held"].values())
    assert waiting > 70
    sam = token(decided, "sam", ASK, DECIDE)
    asked = {"source": SOURCE, "key": "k"}
    done, again, other = send(
        client, decided, sam, (ACCEPT_TEXT, asked), (ACCEPT_TEXT, asked), (ACCEPT_TEXT, asked | {"key": "x"})
    )
    assert done == again
    assert (done["source"], sum(entry["value"] for entry in done["retired"])) == (SOURCE, waiting)
    assert (other["code"], other["path"]) == ("BAD_INPUT", ["input", "source"])
    with StoreContext(decided) as context:
        snapshot = context.snapshot()
        assert snapshot.generation == done["generation"]
        assert sum(node.startswith("DataSource:wiki/") for node in snapshot.ids) == 40
        view = snapshot.at(now())
        assert sum(bool(view.mode[snapshot.index_of(f"DataSource:wiki/acme/p{n}")]) for n in range(40)) == 2


def test_changes_are_recorded_without_names_and_come_by_post_alone(client: Client, decided: Settings) -> None:
    sam = token(decided, "sam", DECIDE)
    asked = {"kind": "owner", "ids": [EVE, ADA], "key": "k"}
    send(client, decided, sam, (DECIDE_TEXT, asked))
    path = decided.audit_file()
    assert path is not None
    recorded = path.read_text()
    assert '"decide"' in recorded
    assert '"done"' in recorded
    assert EVE not in recorded
    assert ADA not in recorded

    async def go() -> Any:
        async with client(decided) as http:
            text = 'mutation { decide(input: {kind: "link", ids: [], key: "g"}) { __typename } }'
            return await http.get("/graphql", params={"query": text}, headers={"authorization": f"Bearer {sam}"})

    answer = anyio.run(go)
    assert (answer.status_code, "data" in answer.json()) == (422, False)
