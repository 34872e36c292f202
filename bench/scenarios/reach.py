"""Time to find what one identity reaches, beside other libraries on the same graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from bench import peers, records
from bench.measure import Measure, Result, each_us, say, seconds
from bench.world import World
from graph.ontology import NODE_CODES
from graph.snapshot import Snapshot, View

TITLE = "What one identity reaches"
STARTS, CHECKED, SLOW_STARTS = 1_000, 50, 50


def run(world: World) -> Result:
    """Microseconds per start: each library goes once through the same random identities, after some others to warm up."""
    snapshot = world.snapshot()
    first_cut = seconds(lambda: snapshot.at(records.OBSERVED_AT))
    cut = snapshot.at(records.OBSERVED_AT)
    identities = np.flatnonzero(snapshot.nodes.kind == NODE_CODES["Identity"])
    drawn = np.random.default_rng(7).choice(identities, STARTS + CHECKED, replace=False)
    warm, starts = drawn[:CHECKED].tolist(), drawn[CHECKED:].tolist()

    bare = peers.BareNumba(cut.outgoing)
    want = [bare(start) for start in starts]
    floor = Measure.of("bare numba breadth-first search (nodes only)", "µs", _timed(bare, warm, starts))
    every = np.array(starts, dtype=np.int64)
    bare.all_of(every[:1])
    batch = [1e6 * took / len(starts) for took in seconds(lambda: bare.all_of(every), 5)]
    measures = [
        floor,
        Measure.of("the same, all starts in one compiled call (mean)", "µs", batch, floor),
        *_ours(snapshot, cut, floor, (warm, starts), want),
    ]
    for name, make, count in (
        ("igraph subcomponent", peers.igraph_count, STARTS),
        ("rustworkx descendants", peers.rustworkx_count, STARTS),
        ("networkx descendants", peers.networkx_count, SLOW_STARTS),
    ):
        say(f"building {name.partition(' ')[0]}'s graph")
        reached = make(cut.outgoing)
        _check(name, reached, starts, want)
        measures.append(Measure.of(name, "µs", _timed(reached, warm[:CHECKED], starts[:count]), floor))
        del reached
    return Result(
        "reach",
        TITLE,
        tuple(measures),
        (
            f"{snapshot.count:,} nodes, {len(cut.outgoing.neighbours):,} conveying edges, levels {cut.levels}; "
            f"cutting the slice, once per moment: {first_cut[0]:.2f} s.",
            "Nodes reached per start: " + _spread(want) + ".",
            f"Every library counted the same nodes on {CHECKED} starts. Building their graphs is not in the times.",
            "Bare numba and igraph answer which nodes; only ours answer with which permission, how far and by which edges.",
        ),
    )


def _ours(
    snapshot: Snapshot, cut: View, floor: Measure, places: tuple[list[int], list[int]], want: list[int]
) -> list[Measure]:
    warm, starts = places
    traverser = cut.traverser()

    def once(start: int) -> int:
        return len(traverser.bfs([start], 1)[0]) - 1

    def widest(start: int) -> int:
        walks = traverser.bfs_levels([start], cut.levels)
        return len(walks[-1][0]) - 1

    actions: list[tuple[str, Callable[[int], int]]] = [
        ("bare numba, widest reach with hops and parents, one call", peers.FusedNumba(cut.outgoing, cut.levels)),
        ("Remit: one walk with hops and parents", once),
        ("Remit: widest reach with hops and parents, every level", widest),
    ]
    try:
        from queries.reach import reach_from
    except ImportError:
        pass
    else:
        actions.append(
            (
                "Remit: queries.reach, what an answer is made from",
                lambda start: len(reach_from(snapshot, cut, [start]).node),
            )
        )
    for name, action in actions:
        _check(name, action, starts, want)
    return [Measure.of(name, "µs", _timed(action, warm, starts), floor) for name, action in actions]


def _timed(action: Callable[[int], Any], warm: list[int], starts: list[int]) -> list[float]:
    for start in warm:
        action(start)
    return each_us(action, starts)


def _check(name: str, action: Callable[[int], int], starts: list[int], want: list[int]) -> None:
    got = [action(start) for start in starts[:CHECKED]]
    if got != want[:CHECKED]:
        raise AssertionError(f"{name} reaches other nodes than the bare search: {got[:5]} instead of {want[:5]}")


def _spread(counts: list[int]) -> str:
    low, median, high, most = np.percentile(counts, (5, 50, 95, 100)).astype(int).tolist()
    return f"median {median:,}, 5th percentile {low:,}, 95th {high:,}, most {most:,}"
