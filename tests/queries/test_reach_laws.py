"""What walks reach, how strongly and by which edges: every answer against the plain oracle, on random worlds."""

from __future__ import annotations

import random
from itertools import islice
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node, RunHeader, Usage
from graph.moment import DAY, write_day
from graph.ontology import Permission
from graph.snapshot import Basis, Snapshot
from queries import access_paths, blast_radius, exposure, ranking
from queries.reach import reach_from
from tests.oracles.reach import ADMIN, UNCAPPED, WITH_PERMISSION, Oracle, by_bytes, kind_of
from tests.oracles.world import LIKELY, MOMENTS, OBSERVED, OF_KIND, POOL, Run, World, frozen, interval, worlds

laws = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
moments = st.sampled_from(MOMENTS)
bases = st.sampled_from([basis.name for basis in Basis])
limits = st.sampled_from((None, None, 0, 1, 2, 3))
ALL = tuple(node for ids in POOL.values() for node in ids)
starts_of = st.lists(st.sampled_from(ALL), min_size=1, max_size=3, unique=True)


def radius(snapshot: Snapshot, starts: Any, t: int, basis: str = "EITHER", **more: Any) -> blast_radius.Answer:
    return blast_radius.run(snapshot, blast_radius.Params(start=tuple(starts), as_of=t, basis=Basis[basis], **more))


def exposed(snapshot: Snapshot, target: str, t: int, basis: str = "EITHER", **more: Any) -> exposure.Answer:
    return exposure.run(snapshot, exposure.Params(target=target, as_of=t, basis=Basis[basis], **more))


def shown(node: str, level: int, start: str) -> str | None:
    has = kind_of(node) in WITH_PERMISSION and kind_of(start) != "DataSource"
    return Permission(level).name if has else None


@laws
@given(worlds(), starts_of, moments, bases, limits)
def test_reach_permission_hops_and_basis_are_those_of_all_walks(
    world: World, starts: list[str], t: int, basis: str, limit: int | None
) -> None:
    oracle, snapshot = Oracle(world), frozen(world)
    starts = [start for start in starts if start in oracle.ids]
    assume(starts)
    expected = oracle.reach(starts, t, basis, limit)
    granted = oracle.reach(starts, t, "GRANTED", limit)
    answer = radius(snapshot, starts, t, basis, max_hops=limit)
    assert {row.id: row.hops for row in answer.reached} == {node: hops for node, (_, hops) in expected.items()}
    data = any(kind_of(start) == "DataSource" for start in starts)
    for row in answer.reached:
        level, _ = expected[row.id]
        assert row.basis == ("GRANTED" if granted.get(row.id, (0, 0))[0] >= level else "OBSERVED")
        if not data:
            assert row.permission == shown(row.id, level, starts[0])
    if all(kind_of(start) == "DataSource" for start in starts):
        assert {row.permission for row in answer.reached} <= {None}
    assert answer.total == len(expected)
    beyond = {
        node
        for node, (level, _) in oracle.reach(starts, t, basis).items()
        if node not in expected or (not data and kind_of(node) in WITH_PERMISSION and level > expected[node][0])
    }
    # Of starts of both kinds a greater permission may lie further on, which the oracle has of one kind alone.
    if not data or (not beyond and all(kind_of(start) == "DataSource" for start in starts)):
        assert ("HOPS" in [reason.code for reason in answer.completeness.reasons]) == bool(beyond)
        assert answer.completeness.status.name == ("PARTIAL" if beyond else "COMPLETE")


@laws
@given(worlds(), starts_of, moments, bases, limits)
def test_every_witness_is_a_walk_that_proves_its_row(
    world: World, starts: list[str], t: int, basis: str, limit: int | None
) -> None:
    oracle, snapshot = Oracle(world), frozen(world)
    starts = [start for start in starts if start in oracle.ids]
    assume(starts)
    expected = oracle.reach(starts, t, basis, limit)
    links = oracle.links(t, basis)
    known = oracle.known(starts, t, basis, expected)
    caps = {(link.kind, link.tail, link.head, link.permission): (link.cap, link.guessed) for link in links}
    for row in radius(snapshot, starts, t, basis, max_hops=limit).reached:
        walk = row.witness
        assert walk[0].source in starts
        assert walk[-1].target == row.id
        assert [edge.target for edge in walk[:-1]] == [edge.source for edge in walk[1:]]
        assert len(walk) == row.hops
        steps = [
            caps[edge.kind, edge.source, edge.target, edge.permission if edge.kind != "USED" else None] for edge in walk
        ]
        level = min(cap for cap, _ in steps)
        assert min(level, ADMIN) == expected[row.id][0]
        assert row.permission_known == (level < UNCAPPED and not any(guessed for _, guessed in steps))
        assert row.permission_known == (row.id in known)
        assert all(edge.claimed_by in ("x:a", "x:b") for edge in walk)


@settings(laws, max_examples=60)
@given(worlds(), st.integers(0, 2**32), moments)
def test_one_more_edge_never_shrinks_a_reach_nor_lowers_a_permission(world: World, seed: int, t: int) -> None:
    before, dice = frozen(world), random.Random(seed)
    kind, tail, head = dice.choice(OF_KIND[dice.choice([kind for kind in LIKELY if kind != "USED"])])
    since, until = interval(dice)
    permission = dice.choice((None, *Permission))
    edge = Edge(kind=kind, source=tail, target=head, permission=permission, since=since, until=until)
    more = Run(RunHeader(source="y:more", observed_at=OBSERVED), (edge,))
    after = frozen(World((*world.runs, more)))
    order = [None, *(permission.name for permission in Permission)]
    for start in ALL:
        if before.index_of(start) < 0:
            continue
        old = {row.id: row for row in radius(before, [start], t).reached}
        new = {row.id: row for row in radius(after, [start], t).reached}
        assert old.keys() <= new.keys()
        assert all(order.index(row.permission) <= order.index(new[node].permission) for node, row in old.items())


@laws
@given(worlds(), moments, bases, limits)
def test_exposure_lists_exactly_those_whose_radius_holds_the_target(
    world: World, t: int, basis: str, limit: int | None
) -> None:
    oracle, snapshot = Oracle(world), frozen(world)
    asked = [node for node in ALL if node in oracle.ids]
    forward, known = {}, {}
    for start in asked:
        for row in radius(snapshot, [start], t, basis, max_hops=limit).reached:
            known[start, row.id] = row.permission_known
            forward[start, row.id] = (row.permission, row.hops, row.basis, row.exercised, row.uses, row.last_used)
    backward = {}
    for target in asked:
        for row in exposed(snapshot, target, t, basis, max_hops=limit).reached:
            assert row.permission_known == known[row.id, target]
            backward[row.id, target] = (row.permission, row.hops, row.basis, row.exercised, row.uses, row.last_used)
            assert (row.witness[0].source, row.witness[-1].target, len(row.witness)) == (row.id, target, row.hops)
    assert forward == backward


@laws
@given(worlds(), starts_of, moments, limits, st.sampled_from((1, 30, 90)))
def test_uses_last_use_and_exercise_are_a_recount_of_what_was_seen(
    world: World, starts: list[str], t: int, limit: int | None, window: int
) -> None:
    oracle, snapshot = Oracle(world), frozen(world)
    starts = [start for start in starts if start in oracle.ids]
    assume(starts)
    answer = radius(snapshot, starts, t, max_hops=limit, window_days=window)
    reach = oracle.reach(starts, t, "EITHER", limit)
    for row in answer.reached:
        exercised, uses, last = oracle.exercised(starts, row.id, t, reach, window)
        assert (row.id, row.exercised.name, row.uses) == (row.id, exercised, uses)
        assert row.last_used == (None if last is None else write_day(last))


@laws
@given(worlds(), moments, bases)
def test_ranking_has_the_totals_of_the_blast_radius_for_everybody(world: World, t: int, basis: str) -> None:
    oracle, snapshot = Oracle(world), frozen(world)
    kinds = ("Identity", "Account", "Credential")
    answer = ranking.run(snapshot, ranking.Params(as_of=t, kinds=kinds, basis=Basis[basis]))
    there = [node for node in oracle.ids if kind_of(node) in kinds and oracle.there(node, t)]
    assert sorted((row.id for row in answer.rows), key=by_bytes) == there
    leaves = oracle.leaves(t)
    for row in answer.rows:
        alone = radius(snapshot, [row.id], t, basis)
        reach = oracle.reach([row.id], t, basis)
        assert row.total == alone.total == len(reach)
        assert row.data_sources == sum(node in leaves for node in reach)
        assert alone.share_of_data_sources == (row.data_sources / len(leaves) if leaves else 0.0)
        assert row.score == pytest.approx(alone.score) == pytest.approx(oracle.score(reach, t))
        assert row.spend == alone.spend
    assert list(answer.rows) == sorted(answer.rows, key=lambda row: (-row.score, by_bytes(row.id)))


@laws
@given(worlds(), starts_of, moments, st.sampled_from((None, *Permission)), st.sets(st.sampled_from(sorted(POOL))))
def test_filters_narrow_the_rows_and_never_the_walk(
    world: World, starts: list[str], t: int, least: Permission | None, kinds: set[str]
) -> None:
    snapshot = frozen(world)
    starts = [start for start in starts if snapshot.index_of(start) >= 0]
    assume(starts)
    rows = list(radius(snapshot, starts, t).reached)
    narrow = radius(snapshot, starts, t, kinds=tuple(sorted(kinds)), min_permission=least)
    wanted = [
        row
        for row in rows
        if (not kinds or row.kind in kinds)
        and (least is None or (row.permission and Permission[row.permission] >= least))
    ]
    assert list(narrow.reached) == wanted
    assert (narrow.total, sum(narrow.by_kind.values())) == (len(wanted), len(wanted))
    data = [row for row in wanted if row.kind == "DataSource"]
    assert sum(narrow.by_sensitivity.values()) == len(data)
    assert sum(narrow.by_permission.values()) == sum(row.permission is not None for row in data)


@laws
@given(worlds(), starts_of, moments)
def test_rows_are_in_order_and_the_columns_say_the_same(world: World, starts: list[str], t: int) -> None:
    oracle, snapshot = Oracle(world), frozen(world)
    starts = [start for start in starts if start in oracle.ids]
    assume(starts)
    rows = list(radius(snapshot, starts, t).reached)
    harm = ["public", "internal", "unknown", "confidential", "restricted"]

    def place(row: Any) -> tuple[Any, ...]:
        level = Permission[row.permission] if row.permission else 0
        return -level, -harm.index(row.sensitivity) if row.sensitivity else 1, row.hops, by_bytes(row.id)

    assert rows == sorted(rows, key=place)
    for row in rows:
        assert row.sensitivity == (oracle.sensitivity(row.id, t) if row.kind == "DataSource" else None)
    columns = radius(snapshot, starts, t).reached.columns()
    told = ("id", "kind", "name", "permission", "permission_known", "basis", "hops", "last_used", "uses", "sensitivity")
    for name in told:
        assert getattr(columns, name) == [getattr(row, name) for row in rows]
    assert columns.exercised == [row.exercised.name for row in rows]


def _is_known(oracle: Oracle, path: access_paths.AccessPath, t: int, basis: str) -> bool:
    """Whether some choice of parallel edges attains the path's permission with every permission known."""
    ways = {(UNCAPPED, False)}
    state = (path.edges[0].source, False)
    for edge in path.edges:
        links = [
            (link, head) for link, tail, head in oracle.steps(t, basis) if tail == state and head[0] == edge.target
        ]
        ways = {(min(cap, link.cap), guessed or link.guessed) for cap, guessed in ways for link, _ in links}
        state = links[0][1]
    best = max(min(cap, ADMIN) for cap, _ in ways)
    return any(cap < UNCAPPED and min(cap, ADMIN) == best and not guessed for cap, guessed in ways)


def _is_loopless(states: list[tuple[str, bool]]) -> bool:
    """No node twice, but for a closed account that is come back to with its key."""
    return all(
        with_key or node not in [other for other, _ in states[:at]] for at, (node, with_key) in enumerate(states)
    )


@laws
@given(worlds(), st.sampled_from(ALL), st.sampled_from(ALL), moments, bases, limits)
def test_access_paths_are_all_loopless_ways_shortest_first(
    world: World, origin: str, target: str, t: int, basis: str, limit: int | None
) -> None:
    oracle, snapshot = Oracle(world), frozen(world)
    assume(origin in oracle.ids and target in oracle.ids and origin != target)
    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_node((origin, False))
    # A walk that is there goes no further, whichever way it came.
    for _, tail, head in oracle.steps(t, basis):
        if tail[0] != target:
            graph.add_edge(tail, target if head[0] == target else head)
    try:
        simple = list(islice(nx.shortest_simple_paths(graph, (origin, False), target), 300))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        simple = []
    assume(len(simple) < 300)
    ways = [[state[0] for state in path[:-1]] + [target] for path in simple if _is_loopless(path[:-1])]
    expected = sorted(
        (path for path in ways if limit is None or len(path) - 1 <= limit),
        key=lambda path: (len(path), [by_bytes(node) for node in path]),
    )
    answer = access_paths.run(
        snapshot,
        access_paths.Params(origin=origin, target=target, as_of=t, basis=Basis[basis], k=500, max_hops=limit),
    )
    assert [[path.edges[0].source, *(edge.target for edge in path.edges)] for path in answer.paths] == expected
    gaps = ["HOPS"] if len(expected) < len(ways) else []
    assert [reason.code for reason in answer.completeness.reasons if reason.code != "START_DOES_NOT_CONVEY"] == gaps
    few = access_paths.Params(origin=origin, target=target, as_of=t, basis=Basis[basis], k=3, max_hops=limit)
    first = access_paths.run(snapshot, few)
    assert first.paths == answer.paths[:3]
    assert ("MORE_PATHS" in {note.code for note in first.completeness.notes}) == (len(answer.paths) > 3)
    for path in answer.paths:
        assert path.hops == len(path.edges)
        assert path.sentence.count(", which ") == path.hops - 1
        assert path.permission_known == _is_known(oracle, path, t, basis)
    reach = oracle.reach([origin], t, basis, limit).get(target)
    assert (reach is None) == (not answer.paths)
    if kind_of(target) in WITH_PERMISSION and kind_of(origin) != "DataSource":
        best = max((Permission[path.permission or ""] for path in answer.paths), default=None)
        assert best == (None if reach is None else reach[0])


vias = st.one_of(st.sampled_from(sorted(POOL)), st.sampled_from(ALL))


@laws
@given(worlds(), starts_of, moments, bases, vias)
def test_via_leaves_what_walks_through_such_a_node_reach(
    world: World, starts: list[str], t: int, basis: str, via: str
) -> None:
    oracle, snapshot = Oracle(world), frozen(world)
    starts = [start for start in starts if start in oracle.ids]
    assume(starts)
    assume(via in POOL or via in oracle.ids)
    passed = {node for node in oracle.ids if via in (node, kind_of(node))}
    expected = oracle.reach_via(starts, passed, t, basis)
    granted = oracle.reach_via(starts, passed, t, "GRANTED")
    answer = radius(snapshot, starts, t, basis, via=via.upper() if via in POOL else via)
    assert {row.id: row.hops for row in answer.reached} == {node: hops for node, (_, hops) in expected.items()}
    assert (answer.total, answer.completeness.status.name) == (len(expected), "COMPLETE")
    for row in answer.reached:
        walk = row.witness
        assert (walk[0].source in starts, walk[-1].target, len(walk)) == (True, row.id, row.hops)
        assert [edge.target for edge in walk[:-1]] == [edge.source for edge in walk[1:]]
        assert {edge.target for edge in walk[:-1]} & passed
        assert row.basis == ("GRANTED" if granted.get(row.id, (0, 0))[0] >= expected[row.id][0] else "OBSERVED")
        if not any(kind_of(start) == "DataSource" for start in starts):
            assert row.permission == shown(row.id, expected[row.id][0], starts[0])
    for target in list(oracle.ids)[:6]:
        who = {row.id for row in exposed(snapshot, target, t, basis, via=via).reached}
        assert who == {u for u in oracle.ids if target in oracle.reach_via([u], passed, t, basis)}


@laws
@given(worlds(), st.sampled_from(ALL), st.sampled_from(ALL), moments, bases, vias)
def test_access_paths_via_are_those_that_pass_such_a_node(
    world: World, origin: str, target: str, t: int, basis: str, via: str
) -> None:
    snapshot = frozen(world)
    assume(snapshot.index_of(origin) >= 0 and snapshot.index_of(target) >= 0 and origin != target)
    assume(via in POOL or snapshot.index_of(via) >= 0)
    ends = {"origin": origin, "target": target, "as_of": t, "basis": Basis[basis]}
    every = access_paths.run(snapshot, access_paths.Params(**ends, k=500))
    assume(len(every.paths) < 500)
    expected = [path for path in every.paths if any(via in (e.target, kind_of(e.target)) for e in path.edges[:-1])]
    for k in (500, 2):
        answer = access_paths.run(snapshot, access_paths.Params(**ends, k=k, via=via))
        assert list(answer.paths) == expected[:k]
        assert answer.completeness.reasons == ()


def test_a_search_that_gives_up_says_so_and_how_far_it_got() -> None:
    groups = [f"Group:x/{n}" for n in range(8)]
    edges = [Edge(kind="MEMBER_OF", source=a, target=b) for a in groups for b in groups]
    snapshot = frozen(World((Run(RunHeader(source="x:a", observed_at=OBSERVED), tuple(edges)),)))
    params = access_paths.Params(origin=groups[0], target=groups[1], as_of=OBSERVED, k=10_000, max_steps=50)
    answer = access_paths.run(snapshot, params)
    assert answer.completeness.status.name == "PARTIAL"
    assert [reason.code for reason in answer.completeness.reasons] == ["STEPS"]
    whole = access_paths.run(
        snapshot, access_paths.Params(origin=groups[0], target=groups[1], as_of=OBSERVED, k=10_000)
    )
    assert (whole.completeness.status.name, len(whole.paths)) == ("COMPLETE", 1957)
    assert whole.paths[: len(answer.paths)] == answer.paths


@settings(laws, max_examples=40)
@given(worlds(), st.permutations(MOMENTS[:5]), st.permutations(ALL))
def test_the_order_of_questions_changes_no_answer(world: World, times: list[int], asked: list[str]) -> None:
    warm = frozen(world)
    asked = [node for node in asked if warm.index_of(node) >= 0][:4]
    answers = {}
    for t in times:
        for start in asked:
            answers[t, start] = list(radius(warm, [start], t).reached)
    for (t, start), rows in sorted(answers.items())[:6]:
        cold = frozen(world)
        assert list(radius(cold, [start], t).reached) == rows


def test_two_days_between_which_no_edge_changes_are_still_two_days() -> None:
    key, data = "Credential:x/k", "DataSource:db/d"
    days = [Usage(principal=key, resource=data, day=day, requests=1) for day in (10, 12)]
    records = (
        Edge(kind="CAN_ACCESS", source=key, target=data, permission=Permission.READ),
        Node(id=data, props={"sensitivity": "public"}, until=11 * DAY),
        Node(id=data, props={"sensitivity": "restricted"}, since=11 * DAY),
    )
    first = Run(RunHeader(source="x:a", observed_at=OBSERVED, usage=(0, 50)), (*records[:2], *days))
    second = Run(RunHeader(source="x:b", observed_at=OBSERVED), records[2:])
    for order in ((10, 13), (13, 10)):
        snapshot = frozen(World((first, second)))
        seen = {}
        for day in order:
            [row] = radius(snapshot, [key], day * DAY).reached
            seen[day] = row.last_used, row.uses, row.sensitivity
        assert seen == {10: ("1970-01-11", 1, "public"), 13: ("1970-01-13", 2, "restricted")}


def test_a_pair_seen_before_and_after_was_not_seen_in_between_but_a_claim_counts_beside_rows() -> None:
    key, data = "Credential:x/k", "DataSource:db/d"
    grant = Edge(kind="CAN_ACCESS", source=key, target=data, permission=Permission.READ)
    rows = [Usage(principal=key, resource=data, day=day, requests=1) for day in (10, 90)]
    claim = Edge(kind="USED", source=key, target=data, since=20 * DAY, until=25 * DAY)
    header = RunHeader(source="x:a", observed_at=OBSERVED, usage=(0, 100))
    seen = {}
    for records in ((Node(id=data), grant, *rows), (Node(id=data), grant, *rows, claim)):
        snapshot = frozen(World((Run(header, records),)))
        [row] = radius(snapshot, [key], 60 * DAY, max_hops=1).reached
        [back] = exposed(snapshot, data, 60 * DAY).reached
        assert (back.last_used, back.exercised, back.uses) == (row.last_used, row.exercised, row.uses)
        seen[len(records)] = row.last_used, row.exercised.name, row.uses
    assert seen == {4: ("1970-01-11", "NO", 0), 5: ("1970-01-25", "NO", 0)}


def test_what_only_use_raises_to_its_permission_is_observed() -> None:
    key, data = "Credential:x/k", "DataSource:db/d"
    grant = Edge(kind="CAN_ACCESS", source=key, target=data, permission=Permission.DISCOVER)
    used = Edge(kind="USED", source=key, target=data)
    snapshot = frozen(World((Run(RunHeader(source="x:a", observed_at=OBSERVED), (grant, used)),)))
    found = {}
    for basis in ("GRANTED", "OBSERVED", "EITHER"):
        [row] = radius(snapshot, [key], OBSERVED, basis).reached
        found[basis] = row.permission, row.basis
    assert found == {
        "GRANTED": ("DISCOVER", "GRANTED"),
        "OBSERVED": ("READ", "OBSERVED"),
        "EITHER": ("READ", "OBSERVED"),
    }


def test_use_conveys_for_thirty_days_and_a_longer_gap_is_a_gap() -> None:
    key, data = "Credential:x/k", "DataSource:db/d"
    rows = [Usage(principal=key, resource=data, day=day, requests=1) for day in (10, 41, 73)]
    snapshot = frozen(World((Run(RunHeader(source="x:a", observed_at=OBSERVED), tuple(rows)),)))

    def conveys(moment: int) -> bool:
        return bool(len(radius(snapshot, [key], moment).reached))

    # Day 41 begins as the thirty days after day 10 end; day 73 begins a day after those of day 41 have.
    assert [day for day in range(120) if conveys(day * DAY)] == [*range(10, 72), *range(73, 104)]
    assert (conveys(72 * DAY - 1), conveys(73 * DAY - 1), conveys(104 * DAY - 1)) == (True, False, True)
    assert [row.last_used for row in radius(snapshot, [key], 75 * DAY).reached] == [write_day(73)]
    assert [row.last_used for row in radius(snapshot, [key], 60 * DAY).reached] == [write_day(41)]


def test_the_owner_of_a_suspended_account_has_not_what_only_the_holder_of_its_key_has() -> None:
    owner, ci, account, key, data = (
        "Identity:hr/1",
        "Identity:hr/bot",
        "Account:x/a",
        "Credential:x/k",
        "DataSource:db/d",
    )
    records = (
        Node(id=account, props={"status": "suspended"}),
        Edge(kind="HAS_ACCOUNT", source=owner, target=account),
        Edge(kind="HAS_CREDENTIAL", source=ci, target=key),
        Edge(kind="RUNS_AS", source=key, target=account),
        Edge(kind="CAN_ACCESS", source=account, target=data, permission=Permission.WRITE),
    )
    header = RunHeader(source="x:a", observed_at=OBSERVED)
    snapshot = frozen(World((Run(header, records),)))
    assert {row.id for row in radius(snapshot, [owner], OBSERVED).reached} == {account}
    assert {row.id: row.hops for row in radius(snapshot, [ci], OBSERVED).reached} == {key: 1, account: 2, data: 3}
    assert {row.id for row in exposed(snapshot, data, OBSERVED).reached} == {key, ci}
    assert [row.data_sources for row in ranking.run(snapshot, ranking.Params(as_of=OBSERVED)).rows] == [1, 0]
    # Who holds the key through the account has its rights, along a walk that comes back to the account.
    held = Edge(kind="HAS_CREDENTIAL", source=account, target=key)
    snapshot = frozen(World((Run(header, (*records, held)),)))
    assert {row.id: row.hops for row in radius(snapshot, [owner], OBSERVED).reached} == {account: 1, key: 2, data: 4}
    ways = access_paths.run(snapshot, access_paths.Params(origin=owner, target=data, as_of=OBSERVED)).paths
    assert [[edge.target for edge in way.edges] for way in ways] == [[account, key, account, data]]


def test_of_two_claims_of_one_strength_the_known_one_is_the_witness() -> None:
    who, data = "Identity:hr/1", "DataSource:db/d"
    groups = ("Group:x/g1", "Group:x/g2")
    records = (
        *(Edge(kind="MEMBER_OF", source=who, target=group) for group in groups),
        Edge(kind="CAN_ACCESS", source=groups[0], target=data),
        Edge(kind="CAN_ACCESS", source=groups[1], target=data, permission=Permission.READ),
        Edge(kind="CAN_ACCESS", source="Account:x/a", target=data),
        Edge(kind="CAN_ACCESS", source="Account:x/a", target=data, permission=Permission.READ),
        Edge(kind="MEMBER_OF", source="Account:x/b", target="Group:x/g3"),
        Edge(kind="MEMBER_OF", source="Account:x/b", target="Group:x/g3", permission=Permission.ADMIN),
        Edge(kind="CAN_USE", source="Group:x/g3", target="McpTool:mcp/t1"),
    )
    snapshot = frozen(World((Run(RunHeader(source="x:a", observed_at=OBSERVED), records),)))
    rows = {row.id: row for row in exposed(snapshot, data, OBSERVED).reached}
    found = {start: (row.permission, row.permission_known) for start, row in rows.items()}
    assert found == {
        who: ("READ", True),
        "Account:x/a": ("READ", True),
        groups[0]: ("READ", False),
        groups[1]: ("READ", True),
    }
    [row] = [row for row in radius(snapshot, [who], OBSERVED).reached if row.id == data]
    assert (row.permission_known, row.witness[0].target) == (True, groups[1])
    for start, target in (("Account:x/a", data), ("Account:x/b", "McpTool:mcp/t1")):
        [way] = access_paths.run(snapshot, access_paths.Params(origin=start, target=target, as_of=OBSERVED)).paths
        assert way.permission_known


@settings(laws, max_examples=60)
@given(worlds(), moments, bases)
def test_ranks_count_what_searches_reach_forwards_and_backwards(world: World, t: int, basis: str) -> None:
    snapshot = frozen(world)
    view = snapshot.at(t, Basis[basis])
    starts = np.arange(snapshot.count, dtype=np.int32)
    counted, weights, factors = np.ones(snapshot.count, dtype=bool), np.ones(snapshot.count), np.ones(6)
    for reverse in (False, True):
        totals, *_ = view.traverser(reverse=reverse).rank(starts, (min(view.levels),), counted, weights, factors)
        assert totals.tolist() == [
            len(reach_from(snapshot, view, [start], reverse=reverse).node) for start in starts.tolist()
        ]
