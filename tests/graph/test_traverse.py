"""The walks: compiled and plain, the same answers, and those of a plain oracle."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.traverse import Walker, spread_labels

laws = settings(max_examples=150, deadline=None)


def graph(seed: int, nodes: int, edges: int) -> tuple[Any, Any, Any]:
    """Random edges with caps 1 to 5, self loops and parallel ones among them, as offsets, heads and caps."""
    dice = random.Random(seed)
    rows = sorted((dice.randrange(nodes), dice.randrange(nodes), dice.randint(1, 5)) for _ in range(edges))
    offsets = np.zeros(nodes + 1, dtype=np.int64)
    for tail, _, _ in rows:
        offsets[tail + 1 :] += 1
    heads = np.array([head for _, head, _ in rows], dtype=np.int32)
    return offsets, heads, np.array([cap for _, _, cap in rows], dtype=np.uint8)


def rows_of(offsets: Any, heads: Any, caps: Any) -> list[tuple[int, int, int]]:
    tails = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    return list(zip(tails.tolist(), heads.tolist(), caps.tolist(), strict=True))


def distances(rows: list[tuple[int, int, int]], starts: list[int], level: int, limit: int) -> dict[int, int]:
    found = dict.fromkeys(starts, 0)
    for hops in range(1, (limit if limit >= 0 else len(rows)) + 1):
        for tail, head, cap in rows:
            if cap >= level and found.get(tail) == hops - 1:
                found.setdefault(head, hops)
    return found


@laws
@given(
    st.integers(0, 2**32), st.integers(1, 12), st.integers(0, 30), st.integers(1, 4), st.sampled_from((-1, -1, 0, 1, 3))
)
def test_compiled_and_plain_walks_are_one_and_that_of_the_oracle(
    seed: int, nodes: int, edges: int, level: int, limit: int
) -> None:
    arrays = graph(seed, nodes, edges)
    dice = random.Random(seed)
    plain, fast = Walker(*arrays, large=False), Walker(*arrays, large=True)
    for _ in range(3):
        starts = dice.sample(range(nodes), dice.randint(1, min(3, nodes)))
        slow = plain.walk(starts, level, limit)
        quick = fast.walk(starts, level, limit)
        assert [column.tolist() for column in slow] == [column.tolist() for column in quick]
        queue, slot, via, hops = (column.tolist() for column in slow)
        assert dict(zip(queue, hops, strict=True)) == distances(rows_of(*arrays), starts, level, limit)
        assert len(set(queue)) == len(queue)
        for place, (node, before, edge) in enumerate(zip(queue, slot, via, strict=True)):
            if hops[place] == 0:
                assert (before, edge) == (-1, -1)
            else:
                tail, head, cap = rows_of(*arrays)[edge]
                assert (tail, head, hops[before] + 1) == (queue[before], node, hops[place])
                assert cap >= level


@laws
@given(st.integers(0, 2**32), st.integers(1, 12), st.integers(0, 30))
def test_ranks_are_the_sums_of_walks_compiled_or_plain(seed: int, nodes: int, edges: int) -> None:
    arrays = graph(seed, nodes, edges)
    dice = random.Random(seed)
    counted = np.array([dice.random() < 0.5 for _ in range(nodes)])
    weights = np.array([float(dice.randint(0, 9)) for _ in range(nodes)])
    factors = np.array([0.0, 0.25, 0.5, 0.75, 1.0, 1.0])
    starts = np.arange(nodes, dtype=np.int32)
    answers = []
    for large in (False, True):
        walker = Walker(*arrays, large=large)
        walker.walk([0], 1)
        answers.append([column.tolist() for column in walker.rank(starts, (4, 3, 2, 1), counted, weights, factors)])
    assert answers[0] == answers[1]
    for start, total, data, score in zip(range(nodes), *answers[0], strict=True):
        levels: dict[int, int] = {}
        for level in (1, 2, 3, 4):
            levels.update(dict.fromkeys(distances(rows_of(*arrays), [start], level, -1), level))
        del levels[start]
        assert total == len(levels)
        assert data == sum(counted[node] for node in levels)
        assert score == sum(weights[node] * factors[level] for node, level in levels.items() if counted[node])


@laws
@given(st.integers(0, 2**32), st.integers(1, 12), st.integers(0, 30))
def test_labels_pass_down_to_the_nearest_and_the_strictest_wins(seed: int, nodes: int, edges: int) -> None:
    offsets, heads, caps = graph(seed, nodes, edges)
    dice = random.Random(seed)
    labels = np.array([dice.choice((0, 0, 0, 1, 2, 5)) for _ in range(nodes)], dtype=np.int64)
    rows = rows_of(offsets, heads, caps)
    found = spread_labels(offsets, heads, labels.copy()).tolist()
    for node in range(nodes):
        away = [(distances(rows, [other], 1, -1).get(node), int(labels[other])) for other in range(nodes)]
        near = [(hops, label) for hops, label in away if hops is not None and label]
        assert found[node] == max((label for hops, label in near if hops == min(near)[0]), default=0)


def test_one_walker_forgets_each_walk_before_the_next() -> None:
    offsets, heads, caps = np.array([0, 1, 1]), np.array([1], dtype=np.int32), np.array([5], dtype=np.uint8)
    for large in (False, True):
        walker = Walker(offsets, heads, caps, large=large)
        first = walker.walk([0], 1)[0]
        assert walker.walk([1], 1)[0].tolist() == [1]
        assert first.tolist() == [0, 1]
