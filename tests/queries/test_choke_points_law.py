"""The law of choke points: what is lost when a node or an edge is deleted, found by deleting each on random worlds."""

from __future__ import annotations

import os
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node
from graph.dominators import Carried, Routes, add_carried
from graph.errors import InputError
from graph.moment import DAY
from graph.ontology import Permission
from graph.snapshot import Basis
from graph.snapshot.columns import offsets_of
from queries import choke_points
from tests.oracles.reach import FACTOR, WEIGHT, Oracle, kind_of
from tests.oracles.world import MOMENTS, POOL, World, drawn, frozen, only, shuffled

# REMIT_TEST_CHOKE_POINTS=2000 tries so many worlds.
WORLDS = int(os.environ.get("REMIT_TEST_CHOKE_POINTS", "40"))
laws = settings(max_examples=WORLDS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 2**32)
KINDS = (("Identity",), ("Account",), ("Credential",), ("Identity", "Account", "Credential"))

# A node, or the source, the kind and the target of an edge.
Element = tuple[str, ...]
Pairs = dict[tuple[str, str], int]


def levels_of(oracle: Oracle, principals: Iterable[str], targets: set[str], t: int, basis: str) -> dict[Element, Pairs]:
    """Per element, and under () without deleting anything, the permission of every (principal, target) that is left.

    The world is a plain graph per permission, and each element is deleted from it in turn.
    """
    steps = oracle.steps(t, basis)
    elements: set[Element] = {()}
    for link, tail, head in steps:
        elements |= {(tail[0],), (head[0],), (link.tail, link.kind, link.head)}
    starts = list(principals)
    left: dict[Element, Pairs] = {element: {} for element in elements}
    for level in (1, 2, 3, 4):
        strong = [(link, tail, head) for link, tail, head in steps if link.cap >= level]
        for element in elements:
            graph = nx.DiGraph(
                (tail, head) for link, tail, head in strong if (link.tail, link.kind, link.head) != element
            )
            graph.remove_nodes_from([state for state in graph if (state[0],) == element])
            for start in starts:
                if (start, False) in graph:
                    for node in {node for node, _ in nx.descendants(graph, (start, False))} & targets:
                        left[element][start, node] = level
    return left


def choke_points_of(
    oracle: Oracle, principals: Sequence[str], targets: set[str], t: int, basis: str
) -> dict[Element, Any]:
    """By definition: per element how many principals and targets of lost pairs, and the score lost in all."""
    left = levels_of(oracle, principals, targets, t, basis)
    leaves = oracle.leaves(t)
    worth = {node: WEIGHT[oracle.sensitivity(node, t)] if node in leaves else 0.0 for node in targets}
    whole, points = left.pop(()), {}
    for element, pairs in left.items():
        ends = {(start, node) for start, node in whole if element not in ((start,), (node,))}
        lost = {pair for pair in ends if pair not in pairs}
        score = sum(worth[pair[1]] * (FACTOR[whole[pair]] - FACTOR.get(pairs.get(pair, 0), 0.0)) for pair in ends)
        if lost:
            points[element] = (len({start for start, _ in lost}), len({node for _, node in lost}), round(score, 6))
    return points


def rows_of(answer: choke_points.Answer) -> dict[Element, Any]:
    rows = {}
    for row in answer.rows:
        assert (row.node is None) != (row.edge is None)
        element = (row.node,) if row.edge is None else (row.edge.source, row.edge.kind, row.edge.target)
        rows[element] = (row.principals, row.targets, row.score)
    assert len(rows) == len(answer.rows)
    return rows  # type: ignore[return-value]


def test_choke_points_are_what_deleting_takes_away() -> None:
    tried: Counter[str] = Counter()

    @laws
    @given(seeds)
    def law(seed: int) -> None:
        dice = random.Random(seed)
        t, kinds, basis = dice.choice(MOMENTS), dice.choice(KINDS), dice.choice(list(Basis))
        world = drawn(seed, dice.randint(10, 80))
        snapshot, oracle = frozen(world), Oracle(world)
        chosen = tuple(node for node in POOL["DataSource"][: seed % 4] if node in set(snapshot.ids))
        targets = {n for target in chosen for n in (target, *contents(oracle, target, t))} or {
            n
            for n in oracle.ids
            if kind_of(n) == "DataSource" and oracle.sensitivity(n, t) in ("confidential", "restricted")
        }
        params = choke_points.Params(as_of=t, targets=chosen, kinds=kinds, basis=basis)
        principals = [node for node in oracle.ids if kind_of(node) in kinds]
        answer = choke_points.run(snapshot, params)
        assert rows_of(answer) == choke_points_of(oracle, principals, targets, t, basis.name)
        order = [(-row.score, -row.principals, -row.targets, row.node is None) for row in answer.rows]
        assert order == sorted(order)
        reach = {start: oracle.reach([start], t, basis.name) for start in principals}
        assert answer.principals == sum(bool(targets & reached.keys()) for reached in reach.values())
        assert answer.targets == len({node for reached in reach.values() for node in targets & reached.keys()})
        whole = sum(oracle.score({n: v for n, v in reached.items() if n in targets}, t) for reached in reach.values())
        assert answer.score == pytest.approx(whole)
        assert list(choke_points.run(frozen(shuffled(world, seed)), params).rows) == list(answer.rows)
        tried["worlds"] += 1
        tried["with a choke point"] += len(answer.rows) > 0
        tried["of several principals"] += any(row.principals > 1 for row in answer.rows)
        tried["with other ways"] += len(answer.rows) > 0 and answer.rows[0].score < answer.score

    law()
    print(dict(tried))
    assert tried["with a choke point"] > WORLDS // 10
    if WORLDS >= 500:
        assert min(tried["of several principals"], tried["with other ways"]) > WORLDS // 20


def contents(oracle: Oracle, target: str, t: int) -> set[str]:
    graph = oracle.containment(t)
    return nx.descendants(graph, target) if target in graph else set()


def routes_of(arcs: Sequence[tuple[int, int]], count: int, twins: dict[int, int]) -> Routes:
    """A graph of arcs, each with a key of its own; `twins`: vertices that are a node together."""
    tails, heads = (np.array([arc[end] for arc in arcs], dtype=np.int64) for end in (0, 1))
    order = np.argsort(tails, kind="stable")
    nodes, others = np.arange(count, dtype=np.int32), np.full(count, -1, dtype=np.int32)
    for first, second in twins.items():
        nodes[second], others[first], others[second] = first, second, first
    return Routes(offsets_of(tails, count), heads[order].astype(np.int32), order.astype(np.int32), nodes, others)


def carried_of(arcs: Sequence[tuple[int, int]], count: int, twins: dict[int, int], marks: list[int]) -> list[list[int]]:
    """By definition, of every start: what is no longer reached without a node or an arc, counted and weighed."""
    graph = nx.DiGraph(arcs)
    graph.add_nodes_from(range(count))
    hits: dict[tuple[str, int], int] = defaultdict(int)
    sums: dict[tuple[str, int], int] = defaultdict(int)
    for start in set(range(count)) - set(twins.values()):
        reached = nx.descendants(graph, start) & set(marks)
        parts: list[tuple[tuple[str, int], set[int], list[Any]]] = [
            (("arc", number), set(), [arc]) for number, arc in enumerate(arcs)
        ]
        for node in range(count):
            deleted = {node} | {second for first, second in twins.items() if first == node}
            if node != start and node not in twins.values():
                parts.append((("node", node), deleted, []))
        for key, nodes, deleted_arcs in parts:
            rest = graph.copy()
            rest.remove_edges_from(deleted_arcs)
            rest.remove_nodes_from(nodes)
            lost = reached - nodes - (nx.descendants(rest, start) if start in rest else set())
            hits[key] += bool(lost)
            sums[key] += sum(10**mark for mark in lost)
    keys = [[("node", n) for n in range(count)], [("arc", n) for n in range(len(arcs))]]
    return [[part[key] for key in group] for group in keys for part in (hits, sums)]


@pytest.mark.parametrize("seed", range(4))
def test_machine_code_and_the_interpreter_carry_what_deleting_takes_away(seed: int) -> None:
    """Dense graphs with many cycles, some entered in their middle, and nodes that are two vertices."""
    dice = random.Random(seed)
    for _ in range(max(6, WORLDS // 8)):
        count = dice.randint(3, 9)
        arcs = sorted({(dice.randrange(count), dice.randrange(count)) for _ in range(dice.randint(2, 2 * count))})
        twins = {0: count - 1} if dice.random() < 0.5 else {}
        starts = np.array([node for node in range(count) if node not in twins.values()], dtype=np.int32)
        marks = [node for node in range(1, count - 1) if dice.random() < 0.5]
        is_marked, weights = np.zeros(count, dtype=bool), np.zeros(count, dtype=np.int64)
        is_marked[marks], weights[marks] = True, [10**mark for mark in marks]
        expected = carried_of(arcs, count, twins, marks)
        for large in (False, True):
            carried = Carried(*(np.zeros(size, np.int64) for size in (count + 1, count + 1, len(arcs), len(arcs))))
            add_carried(routes_of(arcs, count, twins), starts, is_marked, weights, carried, large=large)
            columns = [carried.node_starts[:-1], carried.node_weights[:-1], carried.key_starts, carried.key_weights]
            assert [column.tolist() for column in columns] == expected, (arcs, twins, marks, large)


def test_a_long_chain_with_a_cycle_over_all_of_it_takes_no_recursion() -> None:
    length = 20_000
    arcs = [*((node, node + 1) for node in range(length)), (length, 1)]
    marks = np.zeros(length + 1, dtype=bool)
    marks[length] = True
    carried = Carried(*(np.zeros(length + 2, np.int64) for _ in range(4)))
    add_carried(
        routes_of(arcs, length + 1, {}), np.zeros(1, np.int32), marks, marks.astype(np.int64), carried, large=True
    )
    assert carried.node_starts[1:length].tolist() == [1] * (length - 1)
    assert carried.key_starts[:length].tolist() == [1] * length
    assert carried.key_starts[length] == carried.node_starts[0] == 0


PERSON, OTHER, ACCOUNT, KEY = "Identity:hr/1", "Identity:hr/2", "Account:x/a", "Credential:x/k"
TEAM, ALL, DATA, TABLE = "Group:x/team", "Group:x/all", "DataSource:db/d", "DataSource:db/d/t"


def organisation(*more: Any) -> World:
    return only(
        Node(id=DATA, props={"sensitivity": "restricted"}),
        Edge(kind="CONTAINS", source=DATA, target=TABLE),
        Edge(kind="MEMBER_OF", source=PERSON, target=TEAM),
        Edge(kind="MEMBER_OF", source=OTHER, target=TEAM),
        Edge(kind="CAN_ACCESS", source=TEAM, target=DATA, permission=Permission.READ),
        *more,
    )


def points(world: World, **params: Any) -> dict[Element, Any]:
    return rows_of(choke_points.run(frozen(world), choke_points.Params(as_of=50 * DAY, **params)))


def test_what_everything_runs_through_comes_first() -> None:
    carried = points(organisation())
    # A container carries what is in it, and an edge to it that and the container.
    assert carried == {
        (TEAM,): (2, 2, 100.0),
        (TEAM, "CAN_ACCESS", DATA): (2, 2, 100.0),
        (DATA,): (2, 1, 100.0),
        (DATA, "CONTAINS", TABLE): (2, 1, 100.0),
        (PERSON, "MEMBER_OF", TEAM): (1, 2, 50.0),
        (OTHER, "MEMBER_OF", TEAM): (1, 2, 50.0),
    }
    assert next(iter(carried)) == (TEAM,)


def test_two_claims_of_an_edge_are_one_edge_and_a_second_way_takes_its_weight_away() -> None:
    twice = Edge(kind="CAN_ACCESS", source=TEAM, target=DATA, permission=Permission.ADMIN)
    assert points(organisation(twice))[TEAM, "CAN_ACCESS", DATA] == (2, 2, 200.0)
    direct = Edge(kind="CAN_ACCESS", source=PERSON, target=DATA, permission=Permission.READ)
    carried = points(organisation(twice, direct))
    # Without the team one person reads on: one pair is lost, and the other's permission falls.
    assert carried[TEAM, "CAN_ACCESS", DATA] == (1, 2, 150.0)
    assert (PERSON, "CAN_ACCESS", DATA) not in carried
    assert carried[OTHER, "MEMBER_OF", TEAM] == (1, 2, 100.0)


def test_a_closed_account_is_one_node_however_walks_come_to_it() -> None:
    """One person comes to the account's key as its holder, the other with another key of it."""
    other_key = "Credential:x/k2"
    world = organisation(
        Node(id=ACCOUNT, props={"status": "suspended"}),
        Edge(kind="HAS_ACCOUNT", source="Identity:hr/bot", target=ACCOUNT),
        Edge(kind="HAS_CREDENTIAL", source=ACCOUNT, target=KEY),
        Edge(kind="CAN_ACCESS", source=KEY, target="DataSource:db/k", permission=Permission.READ),
        Edge(kind="HAS_CREDENTIAL", source="Identity:hr/bot", target=other_key),
        Edge(kind="RUNS_AS", source=other_key, target=ACCOUNT),
        Node(id="DataSource:db/k", props={"sensitivity": "confidential"}),
    )
    carried = points(world, targets=("DataSource:db/k",))
    assert carried[ACCOUNT,] == carried[ACCOUNT, "HAS_CREDENTIAL", KEY] == (1, 1, 5.0)
    assert (other_key,) not in carried


def test_what_conveys_nothing_carries_nothing() -> None:
    world = organisation(
        Edge(kind="HAS_CREDENTIAL", source="Identity:hr/bot", target=KEY),
        Node(id=KEY, props={"status": "revoked"}),
        Edge(kind="CAN_ACCESS", source=KEY, target=DATA, permission=Permission.ADMIN),
    )
    assert (KEY,) not in points(world)
    assert points(world, targets=(TABLE,)).keys() >= {(DATA,)}


def test_everybody_is_one_group_to_close() -> None:
    everybody = Node(id=ALL, props={"members": "public"})
    grant = Edge(kind="CAN_ACCESS", source=ALL, target="DataSource:db/p", permission=Permission.READ)
    target = Node(id="DataSource:db/p", props={"sensitivity": "restricted"})
    answer = choke_points.run(
        frozen(organisation(everybody, grant, target)),
        choke_points.Params(as_of=50 * DAY, targets=("DataSource:db/p",)),
    )
    assert rows_of(answer)[ALL,] == (2, 1, 100.0)
    assert [reason.code for reason in answer.completeness.notes] == ["PUBLIC"]


def test_a_target_is_a_data_source() -> None:
    with pytest.raises(InputError, match="Group:x/team is no data source"):
        points(organisation(), targets=(TEAM,))
