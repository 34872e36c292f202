"""Whoever may load writes their own sources alone, signs as themselves, and cannot date anything beyond tomorrow."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest

from api.access.caller import ASK, DECIDE, LOAD, Caller
from api.access.loading import BoundedLoad, owned_sources
from api.context import StoreContext
from api.errors import Refusal
from api.settings import Settings
from graph.claims import Decision
from loaders.base import NO_RUN, PendingRun
from tests.api.organisation import BOB, LOAD_TOKEN, TOKEN, edge, lines, node

NDJSON = {"content-type": "application/x-ndjson"}
TODAY = "2026-11-21T09:00:00Z"


def run_line(source: str, observed_at: str = TODAY, **more: Any) -> dict[str, Any]:
    return {"record": "run", "source": source, "observed_at": observed_at, **more}


def post(client: Callable[..., Any], settings: Settings, text: str, token: str = LOAD_TOKEN) -> httpx.Response:
    async def go() -> httpx.Response:
        async with client(settings) as http:
            headers = NDJSON | {"authorization": f"Bearer {token}"}
            answer: httpx.Response = await http.post("/records", content=text, headers=headers)
            return answer

    return anyio.run(go)


def state(settings: Settings) -> tuple[int, list[str], int]:
    """Generation, sources and decisions of the store."""
    with StoreContext(settings) as context:
        decisions = context.store.read().decisions
        return context.store.generation(), [source.source for source in context.store.sources()], len(decisions)


LEAVER = lines(run_line("hr:workday"), node(BOB, "Bob Stone", type="human", status="active"))
RETIRING = lines(run_line("aws:prod", complete=["Account"]))
SIGNED = {
    "record": "decision",
    "kind": "link",
    "ids": ["Identity:hr/1", BOB],
    "by": "sam@acme.example",
    "at": TODAY,
    "why": "the same person",
}
ATTACKS = {
    "a leaver who comes back": LEAVER,
    "accounts that nobody lists": RETIRING,
    "a decision of somebody else": lines(SIGNED),
    "a decision of somebody else within a run": lines(run_line("x:y"), SIGNED),
    "a date in 9998": lines(run_line("hr:workday", "9998-01-01T00:00:00Z")),
}


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS)
def test_the_token_that_asks_writes_nothing(text: str, client: Callable[..., Any], guarded: Settings) -> None:
    before = state(guarded)
    answer = post(client, guarded, text, TOKEN)
    assert (answer.status_code, answer.json()["code"]) == (403, "FORBIDDEN")
    assert state(guarded) == before


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS)
def test_a_token_bound_to_its_sources_writes_no_other(text: str, client: Callable[..., Any], guarded: Settings) -> None:
    bound = guarded.model_copy(update={"load_sources": ("custom:", "hr:work", "aws:pro", "mcp:ada/")})
    before = state(bound)
    answer = post(client, bound, text)
    assert (answer.status_code, answer.json()["code"]) == (403, "FORBIDDEN"), answer.text
    assert state(bound) == before
    # All or nothing: a good run beside a bad one is not written either.
    good = lines(run_line("custom:one"), node("Identity:custom/1", "New One"))
    assert post(client, bound, good + text).status_code == 403
    assert state(bound) == before
    assert post(client, bound, good).status_code == 200


def test_sources_that_the_server_reads_itself_are_nobody_elses(client: Callable[..., Any], guarded: Settings) -> None:
    connectors = {"okta": {"acme-hq": {"base_url": "https://acme.okta.example", "api_token": "an-api-token"}}}
    live = guarded.model_copy(update={"connectors": connectors})
    assert owned_sources(live) == ["okta:acme-hq", "otlp:default"]
    for source in ("okta:acme-hq", "okta:ACME_HQ", "okta:acme-hq/grants", "otlp:default"):
        answer = post(client, live, lines(run_line(source), node("Identity:x/1", "New One")))
        assert (answer.status_code, answer.json()["code"]) == (403, "FORBIDDEN")
        assert "read by this server itself" in answer.json()["detail"]
    assert post(client, live, lines(run_line("okta:other"), node("Identity:x/1", "New One"))).status_code == 200


@pytest.mark.parametrize(
    "aliases",
    [
        {"postgres/prod": "evil/x"},
        {"hr/workday": "hr/mine"},
        {"cursor/acme": "hr/mine"},
        {"hr/other": "hr/workday"},
        {"hr": "hr/mine"},
        {"hr/1": "hr/mine"},
        {"hr/db.acme.example:99999999": "hr/mine"},
    ],
)
def test_an_alias_takes_no_ids_of_others(
    aliases: dict[str, str], client: Callable[..., Any], guarded: Settings
) -> None:
    before = state(guarded)
    answer = post(client, guarded, lines(run_line("hr:mine", aliases=aliases), node("Identity:hr/9", "New One")))
    assert answer.status_code == 403, answer.text
    assert state(guarded) == before


def test_an_address_of_its_own_instance_is_an_alias(client: Callable[..., Any], guarded: Settings) -> None:
    aliases = {"postgres/db.acme.example:5432": "postgres/mine"}
    text = lines(run_line("postgres:mine", aliases=aliases), node("DataSource:postgres/mine/sales", "sales"))
    assert post(client, guarded, text).status_code == 200


LATER = "9998-01-01T00:00:00Z"
SOURCE = {"first_observed": TODAY, "last_observed": TODAY, "state": "COMPLETE", "reasons": [], "recent_runs": [TODAY]}
RESTORED = {"restore": True, "scopes": {"source": SOURCE}}
FUTURES = {
    "run": lines(run_line("hr:workday", LATER)),
    "first_seen": lines(run_line("test:one"), {**node(BOB, "Bob", status="active"), "first_seen": LATER}),
    "first_seen of an edge": lines(
        run_line("test:one"), edge(BOB, "HAS_ACCOUNT", "Account:cursor/ada", first_seen=LATER)
    ),
    "opened": lines(run_line("test:one", **RESTORED), {**node(BOB, "Bob", status="active"), "opened": LATER}),
    "scope": lines(run_line("test:one", restore=True, scopes={"source": {**SOURCE, "last_observed": LATER}})),
    "recent": lines(run_line("test:one", restore=True, scopes={"source": {**SOURCE, "recent_runs": [LATER]}})),
    "read": lines(
        run_line("test:one", restore=True, scopes={"source": SOURCE, "Identity": {"first": TODAY, "last": LATER}})
    ),
}


@pytest.mark.parametrize("text", FUTURES.values(), ids=FUTURES)
def test_nothing_is_seen_or_decided_in_the_future(text: str, client: Callable[..., Any], guarded: Settings) -> None:
    before = state(guarded)
    answer = post(client, guarded, text)
    assert answer.status_code in (400, 422), answer.text
    assert "ahead of the clock" in answer.json()["detail"]
    assert state(guarded) == before


def test_a_decision_is_signed_by_who_authenticated() -> None:
    decision = Decision(kind="link", ids=("Identity:hr/1", BOB), by="sam@acme.example", at=1)
    caller = Caller("ci-loader", "token", frozenset({LOAD, DECIDE}), ("hr:",))
    load = BoundedLoad(caller, (), ())
    [run] = load.runs(iter([PendingRun(NO_RUN, [(1, decision)])]))
    assert [record.by for _, record in run.records if isinstance(record, Decision)] == ["ci-loader"]
    assert (load.decision_count, dict(load.sources)) == (1, {})
    [run] = BoundedLoad(Caller("x", "token", frozenset({ASK, LOAD}), ("*",)), (), ()).runs(
        iter([PendingRun(NO_RUN, [(1, decision)])])
    )
    with pytest.raises(Refusal, match="does not have the right decide"):
        list(run.records)


def test_spans_need_a_token_of_their_source(client: Callable[..., Any], guarded: Settings) -> None:
    async def go() -> list[int]:
        codes = []
        for sources in (("hr:",), ("otlp:default",), ("otlp:",), ("*",)):
            async with client(guarded.model_copy(update={"load_sources": sources})) as http:
                headers = {"authorization": f"Bearer {LOAD_TOKEN}"}
                codes.append((await http.post("/v1/traces", json={"resourceSpans": []}, headers=headers)).status_code)
        return codes

    assert anyio.run(go) == [403, 200, 200, 200]


def test_the_log_names_caller_sources_and_counts(
    client: Callable[..., Any], guarded: Settings, log: io.StringIO
) -> None:
    text = lines(run_line("custom:one"), node("Identity:custom/1", "New One"), run_line("custom:two"))
    assert post(client, guarded, text).status_code == 200
    [request] = [line for line in map(json.loads, log.getvalue().splitlines()) if line["event"] == "request"]
    expected = {"caller": "REMIT_LOAD_TOKEN", "sources": ["custom:one", "custom:two"], "runs": 2, "records": 1}
    assert request.items() >= expected.items()
