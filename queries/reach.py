"""This file knows the widest walks from or to a set of nodes: how strong, how short, and by which edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from graph.ontology import EDGE_CODES
from graph.snapshot import NO_CAP, Basis, Snapshot, View


@dataclass(frozen=True, slots=True)
class Walk:
    """One breadth-first walk at one level: nodes in order of discovery, whence, by which edge row, how far.

    `capped`: some edge of the walk to the node narrows. `guessed`: some edge has a permission nobody said.
    `start`: the node of the start set that the walk begins at.
    """

    node: Any
    slot: Any
    row: Any
    hops: Any
    capped: Any
    guessed: Any
    start: Any


@dataclass(frozen=True, slots=True)
class Reach:
    """Everything reached, in order of place. `level` 1 to 4 as a permission; `walk` and `slot` find the witness.

    With `reverse` the walks lead to the starts; `known` is False where the level rests on no word of anyone.
    """

    starts: tuple[int, ...]
    place: Any
    level: Any
    hops: Any
    known: Any
    start: Any
    walk: Any
    slot: Any
    walks: tuple[Walk, ...]
    reverse: bool

    def rows_to(self, at: int) -> list[int]:
        """The edge rows of the witness of the `at`-th reached node, in the order access flows."""
        walk, slot = self.walks[int(self.walk[at])], int(self.slot[at])
        rows = []
        while walk.slot[slot] >= 0:
            rows.append(int(walk.row[slot]))
            slot = int(walk.slot[slot])
        return rows if self.reverse else rows[::-1]

    def levels(self, count: int) -> Any:
        """Per node of the snapshot the level it is reached at, 0 where it is not (uint8)."""
        found = np.zeros(count, dtype=np.uint8)
        found[self.place] = self.level
        return found


def reach_from(
    snapshot: Snapshot, cut: View, starts: Sequence[int], *, reverse: bool = False, max_hops: int | None = None
) -> Reach:
    """All nodes but the starts that conveying walks reach, each at its greatest level by fewest hops.

    One breadth-first walk per level: whoever is first seen at a level cannot be reached at a higher one.
    """
    traverser, half = cut.traverser(reverse=reverse), cut.incoming if reverse else cut.outgoing
    taken = np.zeros(snapshot.count, dtype=bool)
    taken[list(starts)] = True
    walks: list[Walk] = []
    found: list[tuple[Any, ...]] = []
    each = traverser.bfs_levels(starts, cut.levels, -1 if max_hops is None else max_hops)
    for number, (level, one) in enumerate(zip(cut.levels, each, strict=True)):
        walk, queue = _proved(snapshot, half, one), one[0]
        walks.append(walk)
        new = np.flatnonzero(~taken[queue])
        taken[queue] = True
        known = ~walk.guessed[new] & (walk.capped[new] | (level < 4))
        same = np.full(len(new), 1)
        found.append((queue[new], same * level, walk.hops[new], known, walk.start[new], same * number, new))
    place, levels, hops, known, start, numbers, slots = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.argsort(place, kind="stable")
    return Reach(
        starts=tuple(starts),
        place=place[order],
        level=levels[order],
        hops=hops[order],
        known=known[order].astype(bool),
        start=start[order],
        walk=numbers[order],
        slot=slots[order],
        walks=tuple(walks),
        reverse=reverse,
    )


def observed_only(snapshot: Snapshot, cut: View, reach: Reach, max_hops: int | None = None) -> Any:
    """Per reached node whether no walk over claimed edges alone attains its level (bool)."""
    kinds = snapshot.arrays["edge.kind"]
    if cut.basis is Basis.GRANTED or not (kinds[cut.outgoing.rows] == EDGE_CODES["USED"]).any():
        return np.zeros(len(reach.place), dtype=bool)
    granted = snapshot.at(cut.moment, Basis.GRANTED)
    other = reach_from(snapshot, granted, reach.starts, reverse=reach.reverse, max_hops=max_hops)
    return other.levels(snapshot.count)[reach.place] < reach.level


def _proved(snapshot: Snapshot, half: Any, walk: tuple[Any, Any, Any, Any]) -> Walk:
    """The walk with what each witness rests on, passed down hop by hop in whole columns."""
    queue, slot, via, hops = walk
    edges = np.maximum(via, 0)
    first = via < 0
    rows = half.rows[edges] if len(half.rows) else np.zeros(len(via), dtype=np.int32)
    arrays = snapshot.arrays
    if len(half.rows):
        capped = (half.caps[edges] != NO_CAP) & ~first
        silent = (arrays["edge.kind"][rows] == EDGE_CODES["CAN_ACCESS"]) & (arrays["edge.permission"][rows] == 0)
        guessed = silent & ~first
    else:
        capped = guessed = np.zeros(len(via), dtype=bool)
    start = queue.copy()
    bounds = np.searchsorted(hops, np.arange(int(hops[-1]) + 2)) if len(hops) else np.zeros(2, dtype=np.int64)
    for begin, end in pairwise(bounds[1:].tolist()):
        before = slot[begin:end]
        capped[begin:end] |= capped[before]
        guessed[begin:end] |= guessed[before]
        start[begin:end] = start[before]
    return Walk(queue, slot, np.where(first, -1, rows), hops, capped, guessed, start)
