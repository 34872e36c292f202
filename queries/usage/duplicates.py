"""This file knows which usage a second source told again: the preferred source counts, else the least by name.

Usage of one application on one UTC day, with a cost, is one bill: where two sources tell of it, one of them counts whole
(docs/decisions/0017-cost-overlap.md says why).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from graph.snapshot import Snapshot
from queries.usage.int_sums import I8, compress


@dataclass(frozen=True, slots=True)
class DuplicateUsage:
    """Usage rows that do not count, ascending, and per row the source that counts instead."""

    row: I8
    counted: I8

    def within(self, low: int, high: int) -> DuplicateUsage:
        """Those among the rows [low, high)."""
        part = slice(*np.searchsorted(self.row, (low, high)).tolist())
        return DuplicateUsage(self.row[part], self.counted[part])


_FOUND: WeakKeyDictionary[Snapshot, DuplicateUsage] = WeakKeyDictionary()
_LOCK = threading.Lock()


def source_ranks(snapshot: Snapshot) -> I8:
    """Per source its place in the order of preference: the preferred ones first, then all by name."""
    preferred = [name for name in snapshot.info["preferred"] if name in snapshot.sources]
    names = [*preferred, *sorted(set(snapshot.sources) - set(preferred), key=str.encode)]
    place = {name: at for at, name in enumerate(names)}
    return np.array([place[name] for name in snapshot.sources], dtype=np.int64)


def duplicate_usage(snapshot: Snapshot) -> DuplicateUsage:
    """All doubled rows of a snapshot; found once, O(usage rows), and kept as long as the snapshot is."""
    with _LOCK:
        if snapshot not in _FOUND:
            _FOUND[snapshot] = _find(snapshot)
        return _FOUND[snapshot]


def _find(snapshot: Snapshot) -> DuplicateUsage:
    arrays = snapshot.arrays
    application, source = arrays["usage.application"], arrays["usage.source"]
    told = arrays["usage.currency"] >= 0
    # An application that one source alone tells of is the usual case, seen in one pass.
    nothing = np.zeros(0, dtype=np.int64)
    if not len(source) or source.min() == source.max():
        return DuplicateUsage(nothing, nothing)
    dense, found = compress(application, -1)
    width = len(snapshot.sources)
    seen = np.zeros(len(found) * width, dtype=bool)
    seen[(dense * np.int64(width) + source)[told]] = True
    several = (seen.reshape(-1, width).sum(axis=1) > 1) & (found >= 0)
    if not several.any():
        return DuplicateUsage(nothing, nothing)
    rows = np.flatnonzero(told & several[dense])
    ranks = source_ranks(snapshot)
    key = application[rows].astype(np.int64) << 33 | arrays["usage.day"][rows].astype(np.int64) + 2**31 << 1
    key |= arrays["usage.chargeable"][rows].astype(np.int64)
    _, group = np.unique(key, return_inverse=True)
    best = np.full(int(group.max()) + 1, len(ranks), dtype=np.int64)
    rank = ranks[source[rows]]
    np.minimum.at(best, group, rank)
    lost = rank != best[group]
    by_rank: Any = np.argsort(ranks)
    return DuplicateUsage(rows[lost], by_rank[best[group][lost]].astype(np.int64))
