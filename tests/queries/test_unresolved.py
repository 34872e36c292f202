"""Loose ends: every sort of them is listed with its candidates and the command that settles it, on every store."""

from __future__ import annotations

from typing import Any

import pytest

from graph.claims import Decision, Edge, Node, RunHeader, Usage
from graph.moment import DAY
from graph.reason import Reason
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.base import Store
from queries import unresolved
from queries.base import as_json
from tests.oracles.world import Run, put

AT = 60 * DAY


def human(key: str, name: str, *emails: str) -> Node:
    props = {"type": "human", "status": "active", "emails": list(emails)}
    return Node(id=f"Identity:hr/{key}", name=name, props=props)


def account(key: str, name: str | None = None, **props: Any) -> Node:
    return Node(id=f"Account:x/{key}", name=name, props={"status": "active", **props})


RECORDS = (
    human("1", "Ada Byron", "ada@acme.example"),
    human("2", "Bo Chen", "desk@acme.example", "bo@acme.example"),
    human("3", "Cy Dumas", "desk@acme.example"),
    account("ada", email="ada@acme.example"),
    account("desk", email="desk@acme.example"),
    account("ada2", "ADA BYRON"),
    account("eve", email="eve@elsewhere.example"),
    account("gone", status="deleted"),
    Node(id="Credential:x/held", props={"status": "active"}),
    Node(id="Credential:x/runs", props={"status": "active"}),
    Node(id="Credential:x/stray key", name="nightly", props={"status": "active"}),
    Node(id="Credential:x/dead", props={"status": "revoked"}),
    Edge(kind="HAS_CREDENTIAL", source="Account:x/ada", target="Credential:x/held"),
    Edge(kind="RUNS_AS", source="Credential:x/runs", target="Account:x/ada"),
    Usage(principal="Account:x/ada", resource="Model:litellm/our-best", day=49, requests=1),
    Usage(principal="Account:x/ada", resource="Model:openai/gpt-5", day=49, requests=1),
    Edge(
        kind="CAN_ACCESS",
        source="Account:x/ada",
        target="DataSource:db/d",
        evidence="roles/x.thing: unmapped role, counted as WRITE",
    ),
)


def load(store: Store) -> Snapshot:
    header = RunHeader(source="hr:a", observed_at=50 * DAY, complete=("Identity",))
    put(store, Run(header, RECORDS, (Reason("UNMAPPED_RELATION", "folder#viewer feeds no rule"),)))
    return snapshot_of(store, 0)


def rows(snapshot: Snapshot) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = as_json(unresolved.run(snapshot, unresolved.Params(as_of=AT)).rows)
    return listed


def test_every_sort_of_loose_end_is_listed_with_its_command(store: Store) -> None:
    listed = rows(load(store))
    assert [(row["kind"], row["id"], row["candidates"]) for row in listed] == [
        ("identity_conflict", "Identity:hr/2", ["Identity:hr/3"]),
        ("shared_mailbox", "Account:x/desk", ["Identity:hr/2", "Identity:hr/3"]),
        ("account_without_person", "Account:x/ada2", ["Identity:hr/1"]),
        ("account_without_person", "Account:x/eve", []),
        ("credential_without_holder", "Credential:x/stray key", []),
        ("unknown_model", "Model:litellm/our-best", []),
        ("unmapped", "DataSource:db/d", []),
        ("unmapped", "hr:a", []),
    ]
    assert [row["command"] for row in listed] == [
        "remit decide link Identity:hr/2 Identity:hr/3 or remit decide unlink Identity:hr/2 Identity:hr/3",
        "remit decide link Identity:hr/2 Account:x/desk or remit decide link Identity:hr/3 Account:x/desk",
        "remit decide link Identity:hr/1 Account:x/ada2",
        "remit decide link PERSON Account:x/eve",
        "remit decide owner 'Credential:x/stray key' PERSON",
        "remit find our-best --kinds Model",
        "remit load PATH --source hr:a",
        "remit load PATH --source hr:a",
    ]


@pytest.mark.parametrize(
    ("kind", "ids", "settled"),
    [
        ("link", ("Identity:hr/2", "Identity:hr/3"), "Identity:hr/2"),
        ("unlink", ("Identity:hr/2", "Identity:hr/3"), "Identity:hr/2"),
        ("link", ("Identity:hr/2", "Account:x/desk"), "Account:x/desk"),
        ("link", ("Identity:hr/1", "Account:x/ada2"), "Account:x/ada2"),
        ("owner", ("Credential:x/stray key", "Identity:hr/1"), "Credential:x/stray key"),
    ],
)
def test_the_command_settles_it(store: Store, kind: str, ids: tuple[str, ...], settled: str) -> None:
    before = {row["id"] for row in rows(load(store))}
    store.decide(Decision(kind=kind, ids=ids, by="sam", at=AT))
    after = {row["id"] for row in rows(snapshot_of(store, 0))}
    assert settled in before - after
    assert after < before


def test_a_load_prints_ten_at_most_and_how_many_there_are(store: Store) -> None:
    answer = unresolved.run(load(store), unresolved.Params(as_of=AT))
    lines = unresolved.unresolved_lines(answer, most=2)
    assert len(lines) == 5
    assert lines[0].startswith("unresolved identity_conflict: Identity:hr/2: shares the email desk@acme.example")
    assert lines[-1].startswith("8 unresolved (1 identity_conflict, 1 shared_mailbox, 2 account_without_person, ")
