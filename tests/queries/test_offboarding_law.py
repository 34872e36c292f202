"""The law of offboarding: when every item of the sheet is done, what the person reaches is what the sheet says is left.

Each item is carried out in the records of a random world (edges end, accounts are suspended, keys revoked), which are loaded
into a new store and asked for the person's blast radius.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node, Usage
from graph.errors import InputError
from graph.moment import DAY
from graph.ontology import Permission
from graph.snapshot import CONVEYS, Basis, Snapshot
from queries import blast_radius, offboarding
from queries.base import as_json
from tests.oracles.owners import Owners
from tests.oracles.reach import Oracle, kind_of
from tests.oracles.world import MOMENTS, POOL, Run, World, drawn, frozen, only, shuffled

# REMIT_TEST_LEAVERS=2000 tries so many worlds.
WORLDS = int(os.environ.get("REMIT_TEST_LEAVERS", "20"))
laws = settings(max_examples=WORLDS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
STATUS = {"Account": "suspended", "Credential": "revoked"}


def sheet(snapshot: Snapshot, person: str, t: int, basis: Basis = Basis.EITHER) -> offboarding.Answer:
    return offboarding.run(snapshot, offboarding.Params(person=person, as_of=t, basis=basis))


def carried_out(world: World, items: Iterable[offboarding.OffboardingItem], t: int) -> World:
    """The world once the items are done at t."""
    items = list(items)
    ended = {(edge.source, edge.kind, edge.target) for item in items for edge in item.ends}
    closed = {item.id for item in items if item.disabled and item.kind in STATUS}
    runs, described = [], set[str]()
    for run in world.runs:
        records: list[Any] = []
        for record in run.records:
            if isinstance(record, Edge) and (record.source, record.kind, record.target) in ended:
                begun = record.since is None or record.since <= t
                if begun and (record.until is None or record.until > t):
                    record = msgspec.structs.replace(record, until=t)
            if isinstance(record, Node) and record.id in closed:
                described.add(record.id)
                props = {**record.props, "status": STATUS[kind_of(record.id)]}
                record = msgspec.structs.replace(record, props=props, since=None, until=None)
            records.append(record)
        runs.append(Run(run.header, tuple(records), run.reasons))
    more = tuple(Node(id=node, props={"status": STATUS[kind_of(node)]}) for node in sorted(closed - described))
    runs[0] = Run(runs[0].header, (*runs[0].records, *more), runs[0].reasons)
    return World(tuple(runs), world.decisions)


def rows_of(snapshot: Snapshot, person: str, t: int, basis: Basis, without: set[str] = frozenset()) -> list[Any]:  # type: ignore[assignment]
    answer = blast_radius.run(snapshot, blast_radius.Params(start=(person,), as_of=t, basis=basis))
    return [plain(row) for row in answer.reached if row.id not in without]


def plain(row: Any) -> Any:
    """A row without what was seen in use, which stays what it was."""
    return (row.id, row.permission, row.permission_known, row.basis, row.hops, row.sensitivity)


def held(oracle: Oracle, person: str, t: int) -> set[str]:
    """The accounts and keys of a person."""
    nodes = {person}
    while (
        more := {
            edge.target
            for edge in oracle.alive(t)
            if edge.kind in ("HAS_ACCOUNT", "HAS_CREDENTIAL") and edge.source in nodes
        }
        - nodes
    ):
        nodes |= more
    return nodes - {person}


@laws
@given(st.integers(0, 2**32), st.sampled_from(MOMENTS), st.sampled_from(Basis), st.data())
def test_nothing_is_left_but_what_the_sheet_says(seed: int, t: int, basis: Basis, data: Any) -> None:
    world = drawn(seed, 50)
    snapshot = frozen(world)
    people = [node for node in POOL["Identity"] if snapshot.index_of(node) >= 0]
    if not people:
        return
    person = data.draw(st.sampled_from(people))
    answer = sheet(snapshot, person, t, basis)
    # Closed accounts and keys are reached and lead nowhere.
    view = snapshot.at(t, basis)
    disabled = {item.id for item in answer.items if item.disabled} | {
        node for node in held(Oracle(world), person, t) if view.mode[snapshot.index_of(node)] != CONVEYS
    }
    after = frozen(carried_out(world, answer.items, t))
    assert [plain(row) for row in answer.left_after] == rows_of(after, person, t, basis, disabled)
    # After each step, too: each prefix of the sheet is carried out in a store of its own.
    assert answer.data_sources == sources_in(rows_of(snapshot, person, t, basis))
    for count in {1, random.Random(seed).randint(0, len(answer.items))} - {0}:
        if count <= len(answer.items):
            part = frozen(carried_out(world, answer.items[:count], t))
            left = answer.items[count - 1].data_sources_left
            assert left == sources_in(rows_of(part, person, t, basis)), count
    # All that they hold and that works is an item, and so are all grants and memberships of theirs.
    oracle, ids = Oracle(world), {item.id for item in answer.items}
    assert {node for node in held(oracle, person, t) if not oracle.stops(node, t) and working(oracle, node, t)} <= ids
    assert {edge.target for edge in oracle.alive(t) if edge.source == person and edge.kind in ENDING} <= ids | {person}
    assert list(answer.order) == [item.id for item in answer.items]
    again = sheet(frozen(shuffled(world, seed)), person, t, basis)
    assert as_json(again) == as_json(answer)


ENDING = ("MEMBER_OF", "CAN_ACCESS", "CAN_USE", "CONNECTS_TO", "RUNS_AS", "ANSWERS_FOR")


def working(oracle: Oracle, node: str, t: int) -> bool:
    return oracle.there(node, t) and oracle.status(node, t) not in ("suspended", "deleted", "revoked", "expired")


def sources_in(rows: Sequence[Any]) -> int:
    return sum(kind_of(row[0]) == "DataSource" for row in rows)


@laws
@given(st.integers(0, 2**32), st.sampled_from(MOMENTS), st.data())
def test_only_theirs_is_what_nobody_answers_for_without_them(seed: int, t: int, data: Any) -> None:
    """By loading the world twice: with the person active, and with the person departed."""
    world = drawn(seed, 50)
    person = data.draw(st.sampled_from(POOL["Identity"]))
    snapshot = frozen(world)
    if snapshot.index_of(person) < 0:
        return
    answer = sheet(snapshot, person, t)
    answered = []
    for status in ("active", "departed"):
        props = {"type": "human", "status": status}
        runs = [
            Run(run.header, tuple(record for record in run.records if not is_of(record, person)), run.reasons)
            for run in world.runs
        ]
        runs[0] = Run(runs[0].header, (*runs[0].records, Node(id=person, props=props)), runs[0].reasons)
        owners = Owners(World(tuple(runs)), t)
        judged = owners.judge().answered
        answered.append(judged | {node for node in owners.of.ids if kind_of(node) == "Group" and owners.manned(node)})
    is_human = Owners(world, t).human(person)
    for item in answer.items if is_human else ():
        assert item.only_theirs == (item.id in answered[0] - answered[1]), item.id


def is_of(record: Any, person: str) -> bool:
    return isinstance(record, Node) and record.id == person


DANA, REX, MAX = (f"Identity:hr/{name}" for name in ("dana", "rex", "max"))
SEAT, KEY, SHARED = "Account:cursor/user_dana", "Credential:cursor/key", "Credential:x/shared"
SERVER, ROLE, DATABASE = "McpServer:mcp/dana/npm:pg", "Account:postgres/prod/postgres", "DataSource:postgres/prod/db"
BOT, LAB = "Identity:svc/bot", "Group:hr/lab"
HUMAN = {"type": "human", "status": "active"}


def leaver() -> World:
    """Dana has a seat, a key that runs as it, a server with a role in its DSN, a key she shares with Rex, and a robot."""
    return only(
        *(Node(id=person, name=person.rpartition("/")[2].title(), props=HUMAN) for person in (DANA, REX, MAX)),
        Node(id=BOT, name="Bot", props={"type": "service", "status": "active"}),
        Node(id=DATABASE, props={"sensitivity": "restricted"}),
        Edge(kind="REPORTS_TO", source=DANA, target=MAX),
        Edge(kind="HAS_ACCOUNT", source=DANA, target=SEAT),
        Edge(kind="HAS_CREDENTIAL", source=SEAT, target=KEY),
        Edge(kind="RUNS_AS", source=KEY, target=SEAT),
        Edge(kind="CAN_ACCESS", source=SEAT, target="DataSource:x/code", permission=Permission.WRITE),
        Edge(kind="CONNECTS_TO", source=DANA, target=SERVER),
        Edge(kind="RUNS_AS", source=SERVER, target=ROLE),
        Edge(kind="CAN_ACCESS", source=ROLE, target=DATABASE, permission=Permission.ADMIN, evidence="superuser"),
        Edge(kind="HAS_CREDENTIAL", source=DANA, target=SHARED),
        Edge(kind="HAS_CREDENTIAL", source=REX, target=SHARED),
        Edge(kind="CAN_ACCESS", source=SHARED, target="DataSource:x/shared"),
        Edge(kind="ANSWERS_FOR", source=DANA, target=BOT),
        Edge(kind="MEMBER_OF", source=DANA, target=LAB),
        Edge(kind="CAN_ACCESS", source="Group:x/everyone", target="DataSource:x/open"),
        Node(id="Group:x/everyone", props={"members": "signed_in"}),
        Edge(kind="CONNECTS_TO", source=REX, target="McpServer:mcp/rex"),
        Edge(kind="RUNS_AS", source="McpServer:mcp/rex", target=KEY),
        Usage(principal=KEY, resource="Model:m/x", day=45, requests=3, cost_nano=5, currency="USD", basis="billed"),
        complete=("Identity", "HAS_ACCOUNT"),
    )


def test_a_sheet_hands_over_first_and_ends_keys_before_the_accounts_that_they_outlive() -> None:
    answer = sheet(frozen(leaver()), "Dana", 50 * DAY)
    assert [(item.id, item.only_theirs, item.data_sources_left) for item in answer.items] == [
        (BOT, True, 4),
        (ROLE, False, 3),
        (KEY, True, 3),
        (SHARED, False, 2),
        (SERVER, True, 2),
        ("DataSource:x/code", False, 1),
        (LAB, True, 1),
        (SEAT, True, 1),
        (DANA, True, 1),
    ]
    by_id = {item.id: item for item in answer.items}
    assert by_id[KEY].action == "revoke the key key"
    # Rex's server acts with Dana's key: it stops working.
    assert by_id[KEY].breaks == (REX,)
    assert (by_id[KEY].spend_30d.nano, answer.spend_30d.nano) == (5, 5)  # type: ignore[union-attr]
    # What stands in her own configuration she knows.
    assert (by_id[ROLE].action, by_id[ROLE].command) == (
        "set a new password for the role prod/postgres",
        '\\password "postgres"',
    )
    assert by_id[SHARED].action == "set a new secret for the key shared"
    assert [(edge.source, edge.kind) for edge in by_id[SHARED].ends] == [(DANA, "HAS_CREDENTIAL")]
    assert by_id[BOT].command == f"remit decide owner {BOT} {MAX}"
    assert {item.id: item.next_owner for item in answer.items if item.next_owner} == dict.fromkeys(
        (BOT, KEY, SERVER, LAB, SEAT), (MAX,)
    )
    # Everybody who signs in reads it, whatever is taken from her.
    assert [row.id for row in answer.left_after if row.kind == "DataSource"] == ["DataSource:x/open"]


def test_whoever_is_no_person_cannot_leave() -> None:
    with pytest.raises(InputError, match="Account:cursor/user_dana is no person; give an Identity"):
        sheet(frozen(leaver()), SEAT, 50 * DAY)


def test_of_somebody_who_left_the_sheet_lists_what_still_works() -> None:
    world = leaver()
    run = world.runs[0]
    departed = Node(id=DANA, name="Dana", props={"type": "human", "status": "departed"})
    closed = Node(id=SEAT, props={"status": "suspended"})
    records = (*(departed if is_of(record, DANA) else record for record in run.records), closed)
    answer = sheet(frozen(World((Run(run.header, records),))), DANA, 50 * DAY)
    # The seat is closed already; its key is not.
    assert KEY in answer.order
    assert not {SEAT, DANA} & set(answer.order)
