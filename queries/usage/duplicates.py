"""Duplicate usage: rows that a second source reports again. The preferred source counts, else the first by name.

Usage of one application on one UTC day, with a cost, is one bill: where two sources report it, one of them counts whole
(docs/decisions/0017-cost-overlap.md says why).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, Bool, Ints
from queries.usage.amounts import compress


@dataclass(frozen=True, slots=True)
class DuplicateUsage:
    """Usage rows that do not count, ascending, and per row the source that counts instead."""

    row: I8
    counted: I8

    def within(self, rows: slice) -> DuplicateUsage:
        """Those in a range of rows."""
        part = slice(*np.searchsorted(self.row, (rows.start, rows.stop)).tolist())
        return DuplicateUsage(self.row[part], self.counted[part])

    def contains(self, rows: Ints) -> Bool:
        """Whether each of some rows is one of them."""
        if not len(self.row):
            return np.zeros(len(rows), dtype=bool)
        contained: Bool = self.row[np.minimum(np.searchsorted(self.row, rows), len(self.row) - 1)] == rows
        return contained


_BY_SNAPSHOT: WeakKeyDictionary[Snapshot, DuplicateUsage] = WeakKeyDictionary()
_LOCK = threading.Lock()


def source_ranks(snapshot: Snapshot) -> I8:
    """Per source its position in the order of preference: the preferred ones first, then all by name."""
    preferred = [name for name in snapshot.info["preferred"] if name in snapshot.sources]
    names = [*preferred, *sorted(set(snapshot.sources) - set(preferred), key=str.encode)]
    position = {name: at for at, name in enumerate(names)}
    return np.array([position[name] for name in snapshot.sources], dtype=np.int64)


def duplicate_usage(snapshot: Snapshot) -> DuplicateUsage:
    """All duplicate rows of a snapshot; computed once, O(usage rows), and kept as long as the snapshot is."""
    with _LOCK:
        if snapshot not in _BY_SNAPSHOT:
            _BY_SNAPSHOT[snapshot] = _duplicates(snapshot)
        return _BY_SNAPSHOT[snapshot]


def counted_rows(snapshot: Snapshot, rows: slice) -> Bool:
    """Which rows of a range are no duplicates."""
    mask = np.ones(rows.stop - rows.start, dtype=bool)
    mask[duplicate_usage(snapshot).within(rows).row - rows.start] = False
    return mask


def _duplicates(snapshot: Snapshot) -> DuplicateUsage:
    usage, none = snapshot.usage, np.zeros(0, dtype=np.int64)
    source, has_cost = usage.claimed_by, usage.currency >= 0
    # An application that one source alone reports is the usual case, seen in one pass.
    if not len(source) or source.min() == source.max():
        return DuplicateUsage(none, none)
    dense, applications = compress(usage.application, -1)
    width = len(snapshot.sources)
    seen = np.zeros(len(applications) * width, dtype=bool)
    seen[(dense * np.int64(width) + source)[has_cost]] = True
    several = (seen.reshape(-1, width).sum(axis=1) > 1) & (applications >= 0)
    if not several.any():
        return DuplicateUsage(none, none)
    rows = np.flatnonzero(has_cost & several[dense])
    ranks = source_ranks(snapshot)
    bill = usage.application[rows].astype(np.int64) << 33 | usage.day[rows].astype(np.int64) + 2**31 << 1
    bill |= usage.chargeable[rows].astype(np.int64)
    _, group = np.unique(bill, return_inverse=True)
    best = np.full(int(group.max()) + 1, len(ranks), dtype=np.int64)
    rank = ranks[source[rows]]
    np.minimum.at(best, group, rank)
    lost = rank != best[group]
    by_rank = np.argsort(ranks).astype(np.int64)
    return DuplicateUsage(rows[lost], by_rank[best[group][lost]])
