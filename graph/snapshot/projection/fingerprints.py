"""Fingerprints of 64 bits of what a node shows, by which a publisher finds what differs.

They rest on texts, never on numbers that another generation gives to another text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from graph.snapshot.columns import I8, Ints, StringTable, differs
from graph.snapshot.snapshot import Snapshot
from graph.stores.projection import USAGE_ENDS, RaggedLists, Relationships, UsageSums

U8: TypeAlias = npt.NDArray[np.uint64]
# The nodes of some rows, and what to mix per row: a word that says what it is, then columns.
Part: TypeAlias = tuple[Ints, tuple[Any, ...]]

# What the fingerprints cover beside content: another form of the projection, and everything is written anew.
FORM = 2

_ODD = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))


class Fingerprints:
    """Per id, member and value text its fingerprint (uint64); the last entry, that of -1, stands for none."""

    def __init__(self, snapshot: Snapshot, more_ids: Sequence[str] = ()) -> None:
        ids, self.values, self._texts, self.members = (
            printed(texts) for texts in (snapshot.ids, snapshot.values, snapshot.texts, snapshot.tables.members.texts)
        )
        self.ids = np.concatenate([ids[:-1], printed(more_ids)])
        self._sources = printed(StringTable.of(snapshot.sources))
        self._claimants = self._evidences = self._sources

    def with_lists(self, claimants: RaggedLists, evidences: RaggedLists) -> Fingerprints:
        """Beside them those of the lists of sources and of texts."""
        self._claimants, self._evidences = of_lists(claimants, self._sources), of_lists(evidences, self._texts)
        return self

    def of_relationships(self, edges: Relationships, uses: UsageSums, count: int) -> I8:
        """Per node the fingerprint of all that leads out of it."""
        rows: tuple[Any, ...] = (edges.type, self.ids[edges.target], edges.since, edges.until, edges.cap, edges.walk)
        rows += (edges.permission, edges.guessed, edges.first_seen)
        rows += (self._claimants[edges.claimed], self._evidences[edges.evidence])
        parts: list[Part] = [(edges.source, ("relationship", *rows))]
        used = np.flatnonzero(edges.use >= 0)
        use = edges.use[used]
        sums = (uses.requests[use], uses.tokens[use], uses.cost[use], self._texts[uses.currency[use]])
        ends = (self.ids[edges.target[used]], edges.since[used])
        parts.append((edges.source[used], ("use", *ends, *sums, uses.last_day[use])))
        return added_up(parts, count)

    def keyed(self, rows: Mapping[str, Any]) -> dict[str, Any]:
        """Rows of usage or charges with a `key` for each (int64): equal for equal rows of two generations.

        Of rows that are equal within one generation each has another key.
        """
        columns = []
        for name, column in rows.items():
            if name in USAGE_ENDS:
                columns.append(self.ids[column])
            elif name in ("source", "currency"):
                columns.append((self._sources if name == "source" else self._texts)[column])
            else:
                columns += list(column.T) if column.ndim > 1 else [column]
        keys = mixed(*columns)
        order = np.argsort(keys, kind="stable")
        same = keys[order]
        first = np.flatnonzero(differs(same))
        nth = np.arange(len(keys)) - np.repeat(first, np.diff(np.r_[first, len(keys)]))
        again = np.flatnonzero(nth)
        keys[order[again]] = mixed(same[again], nth[again])
        return {"key": keys.view(np.int64), **rows}


def printed(texts: Sequence[str] | StringTable) -> U8:
    """The fingerprint of each text, and of none in the end (uint64)."""
    prints = np.zeros(len(texts) + 1, dtype=np.uint64)
    if len(texts):
        encoded = (
            map(texts.bytes_at, range(len(texts)))
            if isinstance(texts, StringTable)
            else (text.encode() for text in texts)
        )
        digests = b"".join(hashlib.blake2b(text, digest_size=8).digest() for text in encoded)
        prints[:-1] = np.frombuffer(digests, dtype=np.uint64)
    return prints


def mixed(*columns: npt.NDArray[Any]) -> U8:
    """One fingerprint per row of several columns of numbers (uint64); their order counts."""
    mix: Any = np.uint64(FORM)
    with np.errstate(over="ignore"):
        for column in columns:
            mix = (mix ^ np.asarray(column).astype(np.uint64)) * _ODD[0]
            for shift, odd in zip(_SHIFTS, (*_ODD[1:], np.uint64(1)), strict=True):
                mix = (mix ^ (mix >> shift)) * odd
    rows: U8 = mix
    return rows


def added_up(parts: Iterable[Part], count: int) -> I8:
    """Per node the sum of the fingerprints of its rows (int64, modulo 2**64): the order of rows does not count.

    Each part is the rows' nodes and what to mix: a word that says what it is, then columns.
    """
    total = np.zeros(count, dtype=np.uint64)
    for node, (what, *columns) in parts:
        if len(node):
            np.add.at(total, node, mixed(np.full(len(node), printed([what])[0]), *columns))
    return total.view(np.int64)


def of_lists(lists: RaggedLists, table: U8) -> U8:
    """The fingerprint of each list of numbers of `table`, and of none in the end."""
    row = np.repeat(np.arange(len(lists)), np.diff(lists.offsets))
    position = np.arange(len(lists.members)) - lists.offsets[row]
    total = np.zeros(len(lists) + 1, dtype=np.uint64)
    np.add.at(total, row, mixed(position, table[lists.members]))
    return total
