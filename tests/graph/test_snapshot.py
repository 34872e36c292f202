"""The frozen graph: one digest for one content, whatever the store and the order; ids as they are; traps of size."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Decision, Edge, Node, Record, RunHeader, Usage
from graph.moment import DAY
from graph.ontology import MAX_ID_BYTES, Permission
from graph.snapshot import Basis, SnapshotDirectory, publish
from graph.snapshot.columns import StringTable
from graph.stores.base import Store
from queries import access_paths, blast_radius, exposure
from queries.orphaned_paths import Params as OrphanParams
from queries.orphaned_paths import run as orphans
from tests.oracles.world import OBSERVED, Run, World, a_store, drawn, frozen, interval, only, put, shuffled

laws = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def people(seed: int) -> World:
    """Sources that list the same people and accounts under different ids, over and over, and people who decide."""
    dice = random.Random(seed)
    runs, moment = [], OBSERVED
    for _ in range(dice.randint(1, 5)):
        moment += dice.choice((0, 1, DAY))
        source = dice.choice(("hr:a", "okta:b", "x:c"))
        records: list[Record] = []
        for n in range(4):
            if dice.random() < 0.6:
                props = {
                    "status": dice.choice(("active", "suspended", "unknown")),
                    "emails": dice.sample(("a@x.example", "b@x.example", "A@x.example "), dice.randint(0, 2)),
                }
                props |= {name: dice.choice("pq") for name in ("subject", "department") if dice.random() < 0.4}
                name, (since, until) = dice.choice((None, "Ann", "Bo")), interval(dice)
                node = f"Identity:{source[:-2]}/{n}"
                records.append(Node(id=node, name=name, props=props, since=since, until=until))
                evidence = dice.choice((None, "seen", "told", "same email: a@x.example"))
                records.append(Edge(kind="HAS_ACCOUNT", source=node, target=f"Account:x/{n % 2}", evidence=evidence))
            if dice.random() < 0.5:
                props = {"email": dice.choice(("a@x.example", "b@x.example")), "subject": dice.choice("pq")}
                records.append(Node(id=f"Account:x/{n}", props=props))
            if dice.random() < 0.3:
                records.append(Edge(kind="SAME_AS", source="Identity:hr/1", target="Identity:okta/2", evidence=str(n)))
        kept = {(type(r), getattr(r, "id", None) or (r.source, r.target)): r for r in records}  # type: ignore[union-attr]
        complete = tuple(dice.sample(("Identity", "Account", "HAS_ACCOUNT"), dice.randint(0, 3)))
        runs.append(Run(RunHeader(source=source, observed_at=moment, complete=complete), tuple(kept.values())))
    decisions = tuple(
        Decision(kind=kind, ids=(f"Identity:hr/{a}", f"Identity:{system}/{b}"), by="s@x.example", at=at)
        for kind, a, system, b, at in {
            (dice.choice(("link", "unlink")), dice.randint(0, 3), dice.choice(("hr", "okta")), dice.randint(0, 3), at)
            for at in range(dice.randint(0, 4))
        }
        if (system, a) != ("hr", b)
    )
    return World(tuple(runs), decisions)


@laws
@given(st.integers(0, 2**32), st.integers(0, 2**32), st.integers(0, 30))
def test_one_content_has_one_digest_whatever_the_order_of_lines_and_sources(seed: int, other: int, size: int) -> None:
    for world in (people(seed), drawn(seed, size)):
        expected = frozen(world)
        shuffled_snapshot = frozen(shuffled(world, other))
        arrays, other_arrays = expected.tables.arrays(), shuffled_snapshot.tables.arrays()
        assert [name for name, array in arrays.items() if not np.array_equal(array, other_arrays[name])] == []
        assert shuffled_snapshot.info == expected.info
        assert shuffled_snapshot.digest == expected.digest


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.integers(0, 2**32), st.integers(0, 30))
def test_every_store_gives_the_same_digest(seed: int, other: int, size: int) -> None:
    for world in (people(seed), drawn(seed, size)):
        assert frozen(shuffled(world, other), "sqlite").digest == frozen(world).digest


@laws
@given(st.integers(0, 2**32), st.integers(1, 30))
def test_another_content_has_another_digest(seed: int, size: int) -> None:
    world = drawn(seed, size)
    more = Run(RunHeader(source="x:a", observed_at=OBSERVED), (Node(id="Group:new/one"),))
    assert frozen(World((*world.runs, more))).digest != frozen(world).digest


def test_two_records_of_one_source_that_are_one_person_tell_alike_in_any_order() -> None:
    records = [Node(id=f"Identity:hr/{n}", name=name) for n, name in ((1, "Ann"), (2, "Anne"))]
    link = Decision(kind="link", ids=(records[0].id, records[1].id), by="s@x.example", at=1)
    snapshots = [frozen(World(only(*lines).runs, (link,))) for lines in (records, records[::-1])]
    assert [snapshot.name(0) for snapshot in snapshots] == ["Ann", "Ann"]
    assert snapshots[0].digest == snapshots[1].digest


def test_a_later_look_at_the_same_content_keeps_digest_and_generation(store: Store, tmp_path: Any) -> None:
    world, directory = drawn(5, 30), SnapshotDirectory(tmp_path / "directory")
    for run in world.runs:
        put(store, run)
    assert publish(store, directory, built_at=1)
    before = directory.open()
    for run in world.runs:
        header = RunHeader(
            source=run.header.source, observed_at=OBSERVED + DAY, complete=run.header.complete, usage=run.header.usage
        )
        put(store, Run(header, run.records))
    assert not publish(store, directory, built_at=2)
    after = directory.open()
    assert (after.digest, after.generation) == (before.digest, before.generation)
    assert {source.observed_at for source in after.freshness} == {OBSERVED + DAY}


def test_a_mapped_snapshot_answers_as_the_compiled_one(store: Store, tmp_path: Any) -> None:
    world = drawn(11, 60)
    for run in world.runs:
        put(store, run)
    directory = SnapshotDirectory(tmp_path / "directory")
    publish(store, directory, built_at=0)
    directory.verify()
    mapped, compiled = directory.open(), frozen(world)
    assert mapped.digest == compiled.digest
    for start in list(compiled.ids):
        params = blast_radius.Params(start=(start,), as_of=OBSERVED)
        assert list(blast_radius.run(mapped, params).reached) == list(blast_radius.run(compiled, params).reached)


STRANGE = (
    "a:b:c//d/",
    'o\'brien "quoted" \\ %s $1 {x} --',
    "🦊👩‍👩‍👧 ünïcødé",
    "UPPER",
    "upper",
    " leading and trailing ",
    "tab\tand\nline",
    "x" * (MAX_ID_BYTES - len("Account:s/")),
)


@pytest.mark.parametrize("key", STRANGE, ids=range(len(STRANGE)))
def test_strange_ids_come_back_as_they_went_in(store: Store, key: str) -> None:
    ids = (f"Identity:s/{key}"[:MAX_ID_BYTES], f"Account:s/{key}", f"DataSource:s/{key[:2000]}")
    edges = [
        Edge(kind="HAS_ACCOUNT", source=ids[0], target=ids[1]),
        Edge(kind="CAN_ACCESS", source=ids[1], target=ids[2], permission=Permission.WRITE, evidence=key),
    ]
    put(store, Run(RunHeader(source="x:a", observed_at=OBSERVED), (*edges, Node(id=ids[2], name=key))))
    from graph.snapshot import snapshot_of

    snapshot = snapshot_of(store, 0)
    [account, data] = sorted(
        blast_radius.run(snapshot, blast_radius.Params(start=(ids[0],), as_of=OBSERVED)).reached,
        key=lambda row: row.hops,
    )
    assert (account.id, data.id, data.name) == (ids[1], ids[2], key)
    assert [edge.evidence for edge in data.witness] == [None, key]
    back = exposure.run(snapshot, exposure.Params(target=ids[2], as_of=OBSERVED))
    assert {row.id for row in back.reached} == {ids[0], ids[1]}


def test_ids_that_differ_in_case_alone_are_two_nodes(store: Store) -> None:
    put(store, Run(RunHeader(source="x:a", observed_at=OBSERVED), (Node(id="Account:x/Ann"), Node(id="Account:x/ann"))))
    from graph.snapshot import snapshot_of

    assert list(snapshot_of(store, 0).ids) == ["Account:x/Ann", "Account:x/ann"]


LONG = 100_000


def chain(count: int) -> list[Record]:
    return [
        Edge(kind="MEMBER_OF", source=f"Group:x/{n}", target=f"Group:x/{n + 1}", permission=Permission.WRITE)
        for n in range(count)
    ]


def test_a_chain_of_a_hundred_thousand_links_is_walked_to_its_end() -> None:
    data = Edge(kind="CAN_ACCESS", source=f"Group:x/{LONG}", target="DataSource:x/d", permission=Permission.ADMIN)
    snapshot = frozen(only(*chain(LONG), data))
    answer = blast_radius.run(snapshot, blast_radius.Params(start=("Group:x/0",), as_of=OBSERVED))
    first = answer.reached[0]
    assert (first.id, first.permission, first.hops, len(first.witness)) == (
        "DataSource:x/d",
        "WRITE",
        LONG + 1,
        LONG + 1,
    )
    assert answer.total == LONG + 1
    back = exposure.run(snapshot, exposure.Params(target="DataSource:x/d", as_of=OBSERVED))
    assert (back.total, max(back.reached.columns().hops)) == (LONG + 1, LONG + 1)
    near = blast_radius.run(snapshot, blast_radius.Params(start=("Group:x/0",), as_of=OBSERVED, max_hops=7))
    assert near.total == 7


def test_containers_and_owners_may_be_nested_a_hundred_thousand_deep() -> None:
    nested = [Edge(kind="CONTAINS", source=f"DataSource:x/{n}", target=f"DataSource:x/{n + 1}") for n in range(LONG)]
    owners = [
        Edge(kind="ANSWERS_FOR", source=f"Identity:x/{n}", target=f"Identity:x/{n + 1}") for n in range(LONG // 10)
    ]
    bots = [Node(id=f"Identity:x/{n}", props={"type": "service", "status": "active"}) for n in range(1, LONG // 10 + 1)]
    gone = Node(id="Identity:x/0", props={"type": "human", "status": "departed"})
    access = Edge(
        kind="CAN_ACCESS", source=f"Identity:x/{LONG // 10}", target="DataSource:x/0", permission=Permission.READ
    )
    top = Node(id="DataSource:x/0", props={"sensitivity": "restricted"})
    snapshot = frozen(only(*nested, *owners, *bots, gone, access, top))
    answer = orphans(snapshot, OrphanParams(as_of=OBSERVED))
    [root], [path] = answer.roots, answer.paths
    assert (root.id, len(root.folded)) == ("Identity:x/0", LONG // 10)
    assert (path.target, path.below, path.permission) == ("DataSource:x/0", LONG, "READ")
    radius = blast_radius.run(snapshot, blast_radius.Params(start=(f"Identity:x/{LONG // 10}",), as_of=OBSERVED))
    assert radius.by_sensitivity == {"restricted": LONG + 1}


def test_a_hub_with_a_hundred_thousand_neighbours_is_one_hop_wide() -> None:
    hub = "Group:x/hub"
    members = [Edge(kind="MEMBER_OF", source=f"Account:x/{n}", target=hub) for n in range(LONG)]
    data = [Edge(kind="CAN_ACCESS", source=hub, target="DataSource:x/d", permission=Permission.READ)]
    loops = [Edge(kind="MEMBER_OF", source=hub, target=hub), Edge(kind="MEMBER_OF", source=hub, target="Group:x/b")]
    back = [Edge(kind="MEMBER_OF", source="Group:x/b", target=hub)]
    usage = [Usage(principal=f"Account:x/{n}", resource="DataSource:x/d", day=50, requests=1) for n in range(50)]
    snapshot = frozen(only(*members, *data, *loops, *back, *usage))
    answer = exposure.run(snapshot, exposure.Params(target="DataSource:x/d", as_of=OBSERVED))
    assert (answer.total, answer.by_permission) == (LONG + 2, {"READ": LONG + 2})
    assert sum(answer.reached.columns().uses) == 50
    radius = blast_radius.run(snapshot, blast_radius.Params(start=("Account:x/77",), as_of=OBSERVED))
    assert {(row.id, row.hops) for row in radius.reached} == {(hub, 1), ("Group:x/b", 2), ("DataSource:x/d", 2)}
    paths = access_paths.run(
        snapshot, access_paths.Params(origin="Account:x/77", target="DataSource:x/d", as_of=OBSERVED)
    )
    assert [path.hops for path in paths.paths] == [2]


def test_slices_of_one_snapshot_are_as_many_as_are_asked_and_each_its_own() -> None:
    world = drawn(3, 60)
    warm = frozen(world)
    moments = [day * DAY for day in range(10, 80, 5)]
    first = {t: (warm.at(t, basis).outgoing.rows.tolist(), basis) for basis in Basis for t in moments}
    for t in reversed(moments):
        rows, basis = first[t]
        assert warm.at(t, basis).outgoing.rows.tolist() == rows == frozen(world).at(t, basis).outgoing.rows.tolist()
        assert warm.at(t, basis).moment == t


def test_stores_are_opened_by_their_kind() -> None:
    for kind in ("memory", "sqlite"):
        with a_store(kind) as store:
            assert kind in type(store).__name__.lower()


def test_texts_that_hold_a_word_are_found_within_one_text_alone() -> None:
    texts = StringTable.of(["", '{"team":1}', "x", '{"owner":"ü","team":2}', '"tea', 'm"'])
    assert texts.containing(['"team"', '"owner"']).tolist() == [1, 3]
    assert StringTable.of([]).containing(["a"]).tolist() == []
