"""Graph searches, compiled and plain: equal to each other and to a plain oracle."""

from __future__ import annotations

import random
import threading
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import traverse
from graph.traverse import Traverser, compiling_pays, propagate_labels

laws = settings(max_examples=150, deadline=None)


def random_graph(seed: int, nodes: int, edges: int) -> tuple[Any, Any, Any]:
    """Random edges with caps 1 to 5, self loops and parallel ones among them, as offsets, neighbours and caps."""
    dice = random.Random(seed)
    rows = sorted((dice.randrange(nodes), dice.randrange(nodes), dice.randint(1, 5)) for _ in range(edges))
    offsets = np.zeros(nodes + 1, dtype=np.int64)
    for source, _, _ in rows:
        offsets[source + 1 :] += 1
    neighbours = np.array([target for _, target, _ in rows], dtype=np.int32)
    return offsets, neighbours, np.array([cap for _, _, cap in rows], dtype=np.uint8)


def edge_list(offsets: Any, neighbours: Any, caps: Any) -> list[tuple[int, int, int]]:
    sources = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    return list(zip(sources.tolist(), neighbours.tolist(), caps.tolist(), strict=True))


def distances(edges: list[tuple[int, int, int]], starts: list[int], level: int, limit: int) -> dict[int, int]:
    hops_to = dict.fromkeys(starts, 0)
    for hops in range(1, (limit if limit >= 0 else len(edges)) + 1):
        for source, target, cap in edges:
            if cap >= level and hops_to.get(source) == hops - 1:
                hops_to.setdefault(target, hops)
    return hops_to


@laws
@given(
    st.integers(0, 2**32), st.integers(1, 12), st.integers(0, 30), st.integers(1, 4), st.sampled_from((-1, -1, 0, 1, 3))
)
def test_compiled_and_plain_searches_agree_with_each_other_and_the_oracle(
    seed: int, nodes: int, edges: int, level: int, limit: int
) -> None:
    graph = random_graph(seed, nodes, edges)
    dice = random.Random(seed)
    assumed = np.array([cap == 2 and dice.random() < 0.5 for cap in graph[2].tolist()], dtype=bool)
    plain, compiled = Traverser(*graph, assumed, large=False), Traverser(*graph, assumed, large=True)
    for _ in range(3):
        starts = dice.sample(range(nodes), dice.randint(1, min(3, nodes)))
        tree = plain.bfs(starts, level, limit)
        assert [column.tolist() for column in tree] == [
            column.tolist() for column in compiled.bfs(starts, level, limit)
        ]
        order, hops = tree.nodes.tolist(), tree.hops.tolist()
        reached = distances(edge_list(*graph), starts, level, limit)
        assert dict(zip(order, hops, strict=True)) == reached
        assert len(set(order)) == len(order)
        for at, (node, parent, edge) in enumerate(zip(order, tree.parents.tolist(), tree.edges.tolist(), strict=True)):
            if hops[at] == 0:
                assert (parent, edge) == (-1, -1)
            else:
                source, target, cap = edge_list(*graph)[edge]
                assert (source, target, hops[parent] + 1) == (order[parent], node, hops[at])
                assert cap >= level
        # Of the shortest paths to a node one is taken whose permissions are all known, where there is one.
        known = dict.fromkeys(starts, level < 4)
        quality = [True for _ in order]
        for far in range(1, max(hops) + 1):
            ways = [
                (target, (known[source] or cap == 4) if level == 4 else known[source] and not guessed)
                for (source, target, cap), guessed in zip(edge_list(*graph), assumed.tolist(), strict=True)
                if cap >= level and reached.get(source) == far - 1 and reached.get(target) == far
            ]
            for target, is_known in ways:
                known[target] = known.get(target, False) or is_known
        for at, (parent, edge) in enumerate(zip(tree.parents.tolist(), tree.edges.tolist(), strict=True)):
            if hops[at] == 0:
                quality[at] = level < 4
            elif level == 4:
                quality[at] = quality[parent] or int(graph[2][edge]) == 4
            else:
                quality[at] = quality[parent] and not assumed[edge]
            assert quality[at] == known[order[at]]


@laws
@given(st.integers(0, 2**32), st.integers(1, 12), st.integers(0, 30))
def test_ranks_are_the_sums_of_searches_compiled_or_plain(seed: int, nodes: int, edges: int) -> None:
    graph = random_graph(seed, nodes, edges)
    dice = random.Random(seed)
    counted = np.array([dice.random() < 0.5 for _ in range(nodes)])
    weights = np.array([float(dice.randint(0, 9)) for _ in range(nodes)])
    factors = np.array([0.0, 0.25, 0.5, 0.75, 1.0, 1.0])
    starts = np.arange(nodes, dtype=np.int32)
    answers = []
    for large in (False, True):
        traverser = Traverser(*graph, large=large)
        traverser.bfs([0], 1)
        answers.append([column.tolist() for column in traverser.rank(starts, (4, 3, 2, 1), counted, weights, factors)])
    assert answers[0] == answers[1]
    for start, total, matches, score in zip(range(nodes), *answers[0], strict=True):
        levels: dict[int, int] = {}
        for level in (1, 2, 3, 4):
            levels.update(dict.fromkeys(distances(edge_list(*graph), [start], level, -1), level))
        del levels[start]
        assert total == len(levels)
        assert matches == sum(counted[node] for node in levels)
        assert score == sum(weights[node] * factors[level] for node, level in levels.items() if counted[node])


@laws
@given(st.integers(0, 2**32), st.integers(1, 12), st.integers(0, 30))
def test_labels_pass_down_to_the_nearest_and_the_strictest_wins(seed: int, nodes: int, edges: int) -> None:
    offsets, neighbours, caps = random_graph(seed, nodes, edges)
    dice = random.Random(seed)
    labels = np.array([dice.choice((0, 0, 0, 1, 2, 5)) for _ in range(nodes)], dtype=np.int64)
    rows = edge_list(offsets, neighbours, caps)
    propagated = propagate_labels(offsets, neighbours, labels.copy()).tolist()
    for node in range(nodes):
        away = [(distances(rows, [other], 1, -1).get(node), int(labels[other])) for other in range(nodes)]
        near = [(hops, label) for hops, label in away if hops is not None and label]
        assert propagated[node] == max((label for hops, label in near if hops == min(near)[0]), default=0)


def test_a_traverser_forgets_each_search_before_the_next() -> None:
    offsets, neighbours, caps = np.array([0, 1, 1]), np.array([1], dtype=np.int32), np.array([5], dtype=np.uint8)
    for large in (False, True):
        traverser = Traverser(offsets, neighbours, caps, large=large)
        first = traverser.bfs([0], 1).nodes
        assert traverser.bfs([1], 1).nodes.tolist() == [1]
        assert first.tolist() == [0, 1]


def test_a_call_that_passes_many_edges_is_compiled_however_small_the_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traverse, "_IS_WARM", threading.Event())
    offsets, neighbours = np.arange(11, dtype=np.int64), np.roll(np.arange(10, dtype=np.int32), -1)
    traverser = Traverser(offsets, neighbours, np.full(10, 5, np.uint8))
    columns = (np.ones(10, np.bool_), np.ones(10), np.ones(6))
    starts = np.arange(10, dtype=np.int32)
    plain = traverser.rank(starts, (4, 3), *columns)
    assert not compiling_pays(10, 200)
    monkeypatch.setattr(traverse, "LONG", 200)
    assert (compiling_pays(10, 200), compiling_pays(10, 199)) == (True, False)
    compiled = traverser.rank(starts, (4, 3), *columns)
    assert set(traverser._forms) == {False, True}
    assert [column.tolist() for column in compiled] == [column.tolist() for column in plain]
    # Where the kernels are compiled anyway, as in a server, nothing is searched by the interpreter.
    traverse.warm()
    assert compiling_pays(1)
    tree = Traverser(offsets, neighbours, np.full(10, 5, np.uint8)).bfs([3], 4)
    assert tree.nodes.tolist() == traverser.bfs([3], 4).nodes.tolist() == [3, 4, 5, 6, 7, 8, 9, 0, 1, 2]
