"""The projection: cut to a moment it is the graph of that moment; what it says of nodes and rows is what the snapshot says."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examples import generate
from graph.claims import Decision, Edge, Node, Record, RunHeader, Tombstone, Usage
from graph.moment import ALWAYS, DAY, NEVER, read_moment
from graph.ontology import EDGE_KINDS, EDGE_NAMES, NODE_KINDS, Permission
from graph.snapshot import NO_CAP, Basis, Snapshot, snapshot_of
from graph.snapshot.projection import project
from graph.stores.memory import MemoryStore
from graph.stores.projection import CUT_KINDS, HISTORIES, HOLDS, RELATIONSHIP_TYPES, Projection
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.oracles.world import (
    CHOICES,
    ENDS,
    OBSERVED,
    POOL,
    Run,
    World,
    described,
    drawn,
    frozen,
    interval,
    linked,
    only,
    shuffled,
    used,
)

laws = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WALKS = {Basis.GRANTED: (1,), Basis.EITHER: (1, 2), Basis.OBSERVED: (2, 3)}

Arrow = tuple[str, str, str, int]


def told_again(seed: int, size: int) -> World:
    """Sources that look several times, forget and remember, close accounts, and a person who labels."""
    dice = random.Random(seed)
    runs: list[Run] = []
    moment = OBSERVED - 20 * DAY
    nodes, edges = described(dice), linked(dice, size)
    for _ in range(dice.randint(1, 5)):
        moment += dice.choice((1, DAY, 9 * DAY))
        source = dice.choice(("x:a", "x:b"))
        records: list[Record] = [node for node in nodes if dice.random() < 0.7]
        records = [changed(dice, node) if dice.random() < 0.4 else node for node in records]  # type: ignore[arg-type]
        records += [edge for edge in edges if dice.random() < 0.8]
        records += [used(dice) for _ in range(dice.randint(0, 3))]
        if dice.random() < 0.2:
            records.append(Tombstone(id=dice.choice(POOL[dice.choice(tuple(POOL))])))
        complete = tuple(sorted(dice.sample((*POOL, *ENDS), dice.randint(0, 12))))
        runs.append(Run(RunHeader(source=source, observed_at=moment, complete=complete), tuple(records)))
    decisions = tuple(
        Decision(kind="approval", ids=(server,), by="s@x.example", at=at, value=dice.choice(("approved", "blocked")))
        for at, server in enumerate(POOL["McpServer"])
        if dice.random() < 0.3
    )
    return World(tuple(runs), decisions)


def changed(dice: random.Random, node: Node) -> Node:
    kind = node.id.partition(":")[0]
    props = {name: value for name, values in CHOICES[kind].items() if (value := dice.choice(values)) is not None}
    since, until = interval(dice) if dice.random() < 0.2 else (None, None)
    return Node(id=node.id, name=dice.choice((None, "one", "two")), props=props, since=since, until=until)


def moments(snapshot: Snapshot) -> Iterator[int]:
    """Every moment of change, and the one before; and the far ends."""
    for moment in snapshot.moments_of_change().tolist():
        yield from (moment - 1, moment, moment + 1)
    yield from (ALWAYS + 1, 0, NEVER - 1)


def sliced(snapshot: Snapshot, moment: int, basis: Basis) -> set[Arrow]:
    """What the view of the moment holds, with the widest cap of each triple."""
    cut = snapshot.at(moment, basis)
    tails = np.repeat(np.arange(len(cut.node_of)), np.diff(cut.outgoing.offsets)).tolist()

    def named(vertex: int) -> str:
        """A closed account stands a second time, as a walk passes it that came with its key."""
        node = snapshot.ids[int(cut.node_of[vertex])]
        return node if vertex < snapshot.count else f"AccountWithKey:{node.partition(':')[2]}"

    widest: dict[tuple[str, str, str], tuple[int, bool, int]] = {}
    columns = (tails, cut.outgoing.neighbours.tolist(), cut.outgoing.caps.tolist(), cut.outgoing.rows)
    for tail, head, cap, row in zip(*columns, strict=True):
        kind = EDGE_NAMES[snapshot.edges.kind[row]]
        # Whoever comes to an account with its key has come to the account.
        for end in {head, int(cut.node_of[head])}:
            key = named(tail), kind, named(end)
            widest[key] = max(widest.get(key, (0, False, 0)), (min(cap, 4), cap < NO_CAP, cap))
    return {(*key, cap) for key, (_, _, cap) in widest.items()}


def same_at_every_moment(snapshot: Snapshot, projection: Projection, only_at: list[int] | None = None) -> int:
    """How many arrows were compared."""
    seen = 0
    for moment in moments(snapshot) if only_at is None else only_at:
        for basis, walks in WALKS.items():
            found = list(projection.at(moment, walks))
            assert len(found) == len(set(found))
            assert set(found) == sliced(snapshot, moment, basis), (moment, basis)
            seen += len(found)
    return seen


@laws
@given(st.integers(0, 2**32), st.integers(0, 60))
def test_cut_to_a_moment_it_is_the_view_of_that_moment(seed: int, size: int) -> None:
    for world in (told_again(seed, size), drawn(seed, size)):
        snapshot = frozen(world)
        same_at_every_moment(snapshot, project(snapshot))


@laws
@given(st.integers(0, 2**32), st.integers(0, 60))
def test_intervals_of_one_triple_neither_overlap_nor_could_be_one(seed: int, size: int) -> None:
    told = project(frozen(told_again(seed, size))).relationships
    rows: dict[tuple[int, int, int], list[tuple[int, ...]]] = {}
    columns = (told.source, told.type, told.target, told.since, told.until, told.cap, told.permission, told.guessed)
    for tail, kind, head, *said in zip(*(column.tolist() for column in columns), strict=True):
        rows.setdefault((tail, kind, head), []).append(tuple(said))
    for intervals in rows.values():
        for (since, until, *said), (later, _, *other) in pairwise(intervals):
            assert since < until <= later
            assert until < later or said != other


@laws
@given(st.integers(0, 2**32), st.integers(0, 60))
def test_what_holds_or_conveys_nothing_is_shown_as_it_is_claimed(seed: int, size: int) -> None:
    snapshot = frozen(told_again(seed, size))
    projection = project(snapshot)
    told = projection.relationships
    tails = snapshot.edges.source
    shown = {
        "HAS_ACCOUNT": (HOLDS,),
        "HAS_CREDENTIAL": (HOLDS,),
        "ANSWERS_FOR": ("ANSWERS_FOR",),
        "REPORTS_TO": ("REPORTS_TO",),
        **{kind: (kind, f"{kind}_CUT") for kind in CUT_KINDS},
    }
    for moment in moments(snapshot):
        valid = (snapshot.edges.since <= moment) & (moment < snapshot.edges.until)
        claimed = {
            (name, tails[row], snapshot.edges.target[row])
            for row in np.flatnonzero(valid).tolist()
            for name in shown.get(EDGE_NAMES[snapshot.edges.kind[row]], ())
        }
        # What leads to or from the second node of a closed account is shown of the account itself too.
        holds = (told.since <= moment) & (moment < told.until)
        holds &= (told.source < snapshot.count) & (told.target < snapshot.count)
        names = [RELATIONSHIP_TYPES[code] for code in told.type[holds]]
        found = list(zip(names, told.source[holds].tolist(), told.target[holds].tolist(), strict=True))
        assert len(set(found)) == len(found)
        plain = {HOLDS, "ANSWERS_FOR", "REPORTS_TO"}
        assert {arrow for arrow in found if arrow[0] in plain} == {arrow for arrow in claimed if arrow[0] in plain}
        for kind in CUT_KINDS:
            whole = {arrow[1:] for arrow in found if arrow[0] in shown[kind]}
            assert whole == {arrow[1:] for arrow in claimed if arrow[0] == kind}
            assert sum(arrow[0] in shown[kind] for arrow in found) == len(whole)


@laws
@given(st.integers(0, 2**32), st.integers(0, 60))
def test_a_relationship_is_claimed_by_those_who_give_it_its_cap(seed: int, size: int) -> None:
    snapshot = frozen(told_again(seed, size))
    projection = project(snapshot)
    told = projection.relationships
    tails = snapshot.edges.source
    node_of = [snapshot.index_of(text.replace("AccountWithKey:", "Account:", 1)) for text in projection.ids]
    for row in np.flatnonzero(told.type < len(EDGE_KINDS)).tolist():
        kind, since, until = int(told.type[row]), int(told.since[row]), int(told.until[row])
        edges = np.flatnonzero(
            (tails == node_of[told.source[row]])
            & (snapshot.edges.kind == kind)
            & (snapshot.edges.target == node_of[told.target[row]])
            & (snapshot.edges.since < until)
            & (since < snapshot.edges.until)
        )
        claimants = set(projection.claimants.at(int(told.claimed[row])))
        assert claimants
        assert claimants <= set(snapshot.edges.claimed_by[edges].tolist())
        assert told.permission[row] in {0, *snapshot.edges.permission[edges].tolist()}
        assert told.first_seen[row] in snapshot.edges.first_seen[edges]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.integers(0, 2**32), st.integers(0, 40))
def test_equal_content_has_equal_fingerprints_and_keys_whatever_the_order(seed: int, other: int, size: int) -> None:
    world = told_again(seed, size)
    one, two = project(frozen(world)), project(frozen(shuffled(world, other)))
    assert one.entities.own.tolist() == two.entities.own.tolist()
    assert one.entities.out.tolist() == two.entities.out.tolist()
    assert one.usage["key"].tolist() == two.usage["key"].tolist()
    assert one.days == two.days
    assert len(set(one.usage["key"].tolist())) == len(one.usage["key"])


ANN, GRANT = (
    Node(id="Identity:hr/1", name="Ann", props={"status": "active"}),
    Edge(
        kind="CAN_ACCESS", source="Identity:hr/1", target="DataSource:db/d", permission=Permission.READ, evidence="told"
    ),
)


@pytest.mark.parametrize(
    ("column", "other"),
    [
        ("own", (Node(id=ANN.id, name="Anne", props=ANN.props), GRANT)),
        ("own", (Node(id=ANN.id, name="Ann", props={"status": "suspended"}), GRANT)),
        ("own", (Node(id=ANN.id, name="Ann", props={**ANN.props, "department": "Sales"}), GRANT)),
        ("out", (ANN, Edge(kind="CAN_ACCESS", source=ANN.id, target=GRANT.target, evidence="told"))),
        ("out", (ANN, Edge(kind="CAN_ACCESS", source=ANN.id, target=GRANT.target, permission=Permission.READ))),
        ("out", (ANN, Edge(kind="CAN_ACCESS", source=ANN.id, target=GRANT.target, since=1, evidence="told"))),
        ("out", (ANN, Edge(kind="CAN_ACCESS", source=ANN.id, target="DataSource:db/e", evidence="told"))),
        ("out", (ANN, GRANT, Edge(kind="REPORTS_TO", source=ANN.id, target="Identity:hr/2"))),
    ],
)
def test_other_content_has_another_fingerprint(column: str, other: tuple[Record, ...]) -> None:
    def prints(*records: Record) -> tuple[int, int]:
        snapshot = frozen(only(*records))
        told = project(snapshot).entities
        place = snapshot.index_of(ANN.id)
        return int(told.own[place]), int(told.out[place])

    before, after = prints(ANN, GRANT), prints(*other)
    assert [b == a for b, a in zip(before, after, strict=True)] == [column != "own", column != "out"]


def test_touching_claims_of_equal_cap_are_one_and_a_wider_one_stands_between() -> None:
    def grant(permission: Permission, since: int | None, until: int | None) -> Edge:
        return Edge(
            kind="CAN_ACCESS", source=ANN.id, target="DataSource:db/d", permission=permission, since=since, until=until
        )

    world = only(
        ANN, grant(Permission.READ, None, 20), grant(Permission.READ, 20, None), grant(Permission.ADMIN, 30, 40)
    )
    told = project(frozen(world)).relationships
    rows = zip(told.since.tolist(), told.until.tolist(), told.cap.tolist(), strict=True)
    assert list(rows) == [(ALWAYS, 30, 2), (30, 40, 4), (40, NEVER, 2)]


def test_a_local_server_that_the_catalogue_switched_off_and_on_again_conveys_while_it_is_on() -> None:
    local, entry = "McpServer:mcp/ann@x.example/npm:@x/mcp", "McpServer:mcp/npm:@x/mcp"
    grant = Edge(kind="CAN_ACCESS", source=local, target="DataSource:db/d", permission=Permission.READ)
    own = Run(RunHeader(source="x:a", observed_at=5), (Node(id=local, props={"package": "npm:@x/mcp"}), grant))
    told = [
        Run(RunHeader(source="y:b", observed_at=at), (Node(id=entry, props={"status": status}),))
        for at, status in ((5, "active"), (10, "disabled"), (20, "active"))
    ]
    snapshot = frozen(World((own, *told)))
    projection = project(snapshot)
    same_at_every_moment(snapshot, projection)
    walked = projection.relationships.walk > 0
    spans = zip(projection.relationships.since[walked].tolist(), projection.relationships.until[walked], strict=True)
    assert list(spans) == [(ALWAYS, 10), (20, NEVER)]


def test_use_of_a_pair_is_added_up_and_never_in_two_currencies() -> None:
    def use(resource: str, day: int, cost: int | None, currency: str | None) -> Usage:
        return Usage(
            principal="Account:x/a",
            resource=resource,
            day=day,
            requests=2,
            tokens=(1, 2, 3, 4, 5, 6, 6),
            cost_nano=cost,
            currency=currency,
            basis="billed" if currency else None,
        )

    one, two, none = (f"Model:m/{name}" for name in ("one", "two", "none"))
    huge = 2**62 - 1
    rows = [use(one, 5, 7, "USD"), use(one, 9, 8, "USD"), use(one, 7, None, None)]
    rows += [use(two, 5, 7, "USD"), use(two, 6, 7, "EUR"), use(none, 5, None, None)]
    rows += [use("Model:m/huge", day, huge, "USD") for day in (1, 2, 3)]
    snapshot = frozen(only(*rows))
    projection = project(snapshot)
    told, uses = projection.relationships, projection.uses
    found = {}
    for head, place in zip(told.target.tolist(), told.use.tolist(), strict=True):
        currency = int(uses.currency[place])
        cost = (int(uses.cost[place]), projection.texts[currency]) if currency >= 0 else None
        sums = int(uses.requests[place]), int(uses.tokens[place]), int(uses.last_day[place])
        found[snapshot.ids[head]] = (*sums, cost)
    assert found == {
        one: (6, 63, 9, (15, "USD")),
        two: (4, 42, 6, None),
        none: (2, 21, 5, None),
        "Model:m/huge": (6, 63, 3, None),
    }


def test_a_node_shows_what_the_snapshot_tells_of_it() -> None:
    snapshot = frozen(told_again(7, 50))
    projection = project(snapshot)
    told = projection.entities
    for place in range(snapshot.count):
        kind = snapshot.kind(place)
        props = {name: snapshot.value(int(column[place])) for name, column in told.props.items() if column[place] >= 0}
        declared = {prop.name for prop in NODE_KINDS[kind].properties}
        assert props == {n: v for n, v in snapshot.props(place, snapshot.built_at).items() if n in declared}
        code = int(told.name[place])
        assert (snapshot.value(code) if code >= 0 else snapshot.ids[place].partition("/")[2]) == snapshot.name(
            place, snapshot.built_at
        )
        assert [projection.member_ids[m] for m in told.members.at(place)] == snapshot.members(place)
        for name, (node, start, code_of) in told.histories.items():
            mine = node == place
            found = [(s, snapshot.value(c)) for s, c in zip(start[mine].tolist(), code_of[mine].tolist(), strict=True)]
            assert found == (snapshot.history(place, name) if name in HISTORIES.get(kind, ()) else [])


SCENARIOS = sorted((Path(__file__).parents[1] / "scenarios").glob("*.yaml"))


def loaded(told: dict[str, Path]) -> Snapshot:
    """The files of each day, loaded one day after the other."""
    store = MemoryStore()
    for day, path in told.items():
        drafts, skipped = load_runs([path], Context(read_moment(day), salt=b"salt of a test"))
        ingest(store, drafts)
        assert skipped == []
    return snapshot_of(store, read_moment("2026-12-01"))


@pytest.mark.parametrize("path", SCENARIOS, ids=[path.stem for path in SCENARIOS])
def test_each_scenario_projects_to_its_views(path: Path, tmp_path: Path) -> None:
    records = yaml.safe_load(path.read_text())["records"]
    lines = tmp_path / f"{path.stem}.jsonl"
    lines.write_text("".join(json.dumps(record, default=str) + "\n" for record in records))
    snapshot = loaded({"2026-12-01": lines})
    assert same_at_every_moment(snapshot, project(snapshot)) > 40


def test_the_example_organisation_projects_to_its_views() -> None:
    snapshot = loaded({day: generate.ROOT / day for day in ("2026-08-22", "2026-10-16", "2026-11-21")})
    every = list(moments(snapshot))
    chosen = [*random.Random(1).sample(every, 60), read_moment("2026-11-22")]
    assert same_at_every_moment(snapshot, project(snapshot), chosen) > 10_000


def test_an_empty_store_projects_to_nothing() -> None:
    projection = project(frozen(World(())))
    assert (len(projection.ids), len(projection.relationships), projection.days) == (0, 0, {})
