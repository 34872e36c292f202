"""Building blocks of columns: compressed sparse rows, keys of pairs, exact sums, texts in one blob, properties over time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from graph.moment import NEVER

I8: TypeAlias = npt.NDArray[np.int64]
I4: TypeAlias = npt.NDArray[np.int32]
U1: TypeAlias = npt.NDArray[np.uint8]
Bool: TypeAlias = npt.NDArray[np.bool_]
# Node indices, codes, row numbers, days: any column of whole numbers.
Ints: TypeAlias = npt.NDArray[np.integer]
# Some rows of a table, by number or as a range.
Rows: TypeAlias = Ints | slice

MAX_INT64 = 2**63 - 1


def offsets_of(nodes: Ints, count: int) -> I8:
    """Where each node's rows begin in rows sorted by node: those of node n are [offsets[n], offsets[n + 1])."""
    offsets = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(nodes, minlength=count), out=offsets[1:])
    return offsets


def expand(offsets: Ints, nodes: Ints) -> tuple[I8, I8]:
    """All rows of several nodes, one after the other: (position in `nodes`, row). A negative node has none."""
    if not len(nodes):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    known = np.maximum(nodes, 0)
    low = offsets[known].astype(np.int64)
    return expand_ranges(low, np.where(nodes < 0, 0, offsets[known + 1] - low))


def expand_ranges(low: Ints, counts: Ints) -> tuple[I8, I8]:
    """Ranges [low, low + count) end to end: (position of the range, number in it)."""
    position = np.repeat(np.arange(len(low)), counts)
    return position, np.arange(len(position)) + np.repeat(low - np.cumsum(counts) + counts, counts)


def pair_keys(left: Ints, right: Ints) -> I8:
    """One key per pair of two columns of indices or codes (none negative); keys sort by left, then right."""
    return left.astype(np.int64) << 32 | right.astype(np.int64)


def unpack_pairs(keys: I8) -> tuple[I4, I4]:
    """Left and right of keys that `pair_keys` made."""
    return (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)


def differs(*columns: Ints) -> Bool:
    """Whether each row differs from the one before it in any column; the first row does."""
    changed = np.ones(len(columns[0]), dtype=bool)
    if len(changed):
        changed[1:] = False
        for column in columns:
            changed[1:] |= column[1:] != column[:-1]
    return changed


def max_magnitude(column: npt.NDArray[Any]) -> int:
    """The greatest absolute value of an integer column; 0 if it is empty."""
    return max(abs(int(column.min())), abs(int(column.max()))) if len(column) else 0


def int_sums(groups: Ints, column: Ints, count: int, bound: int | None = None) -> Any:
    """The exact sum of each of `count` groups: int64, or Python integers where 63 bits might not hold them. O(rows).

    `bound`: what no absolute value exceeds, where that is known.
    """
    sums = np.zeros(count, dtype=np.int64)
    if (max_magnitude(column) if bound is None else bound) * len(column) <= MAX_INT64:
        np.add.at(sums, groups, column)
        return sums
    low = np.zeros(count, dtype=np.int64)
    np.add.at(sums, groups, column >> 32)
    np.add.at(low, groups, column & 0xFFFFFFFF)
    return sums.astype(object) * 2**32 + low.astype(object)


def int_sum(column: Ints) -> int:
    """The exact sum of a column."""
    if max_magnitude(column) * len(column) <= MAX_INT64:
        return int(column.sum())
    return (int((column >> 32).sum()) << 32) + int((column & 0xFFFFFFFF).sum())


_TAKEN_AT_ONCE = 1 << 18


@dataclass(frozen=True, slots=True)
class StringTable(Sequence[str]):
    """An immutable sequence of texts: one blob of UTF-8, and one offset more than there are texts.

    `find` needs the texts sorted by their bytes.
    """

    blob: U1
    offsets: I8

    @classmethod
    def of(cls, texts: Iterable[str]) -> StringTable:
        encoded = [text.encode() for text in texts]
        offsets = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.cumsum([len(text) for text in encoded], out=offsets[1:])
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), offsets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, index: int) -> str:  # type: ignore[override]  # one text at a time; no slices
        return self.bytes_at(index).decode()

    def __iter__(self) -> Iterator[str]:
        blob, ends = self.blob.tobytes(), self.offsets.tolist()
        return (blob[start:end].decode() for start, end in pairwise(ends))

    def bytes_at(self, index: int) -> bytes:
        """The UTF-8 of one text."""
        return self.blob[self.offsets[index] : self.offsets[index + 1]].tobytes()

    def take(self, rows: Ints) -> StringTable:
        """Some of the texts, in the order of `rows`."""
        lengths = self.offsets[rows + 1] - self.offsets[rows]
        offsets = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum(lengths, out=offsets[1:])
        blob = np.empty(int(offsets[-1]), dtype=np.uint8)
        # In parts: the position of every byte takes eight.
        for part in range(0, len(rows), _TAKEN_AT_ONCE):
            which = slice(part, part + _TAKEN_AT_ONCE)
            position, number = expand_ranges(self.offsets[rows[which]], lengths[which])
            blob[offsets[part] : offsets[part] + len(position)] = self.blob[number]
        return StringTable(blob, offsets)

    def find(self, text: str) -> int:
        """The index of the first text equal to this one, or -1; O(log n)."""
        index = self.first_from(text.encode())
        return index if index < len(self) and self.bytes_at(index) == text.encode() else -1

    def prefixed(self, prefix: str) -> range:
        """The indices of the texts that begin with a prefix; O(log n)."""
        # No UTF-8 holds the byte FF.
        return range(self.first_from(prefix.encode()), self.first_from(prefix.encode() + b"\xff"))

    def containing(self, words: Iterable[str]) -> I8:
        """The indices of the texts that hold any of some words, ascending; one pass over the blob."""
        pattern = re.compile(b"|".join(re.escape(word.encode()) for word in words))
        spans = [match.span() for match in pattern.finditer(self.blob.data)]
        starts, ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
        index = np.searchsorted(self.offsets, starts, side="right") - 1
        # A match may begin in one text and end in the next.
        return np.unique(index[ends <= self.offsets[index + 1]])

    def first_from(self, bound: bytes) -> int:
        """The index of the first text that is not less than a bound; O(log n)."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.bytes_at(middle) < bound:
                low = middle + 1
            else:
                high = middle
        return low


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Texts in byte order, each with the node it leads to; a text that leads to several nodes has a row for each."""

    texts: StringTable
    node: I4

    def nodes_of(self, text: str) -> list[int]:
        """The distinct nodes of a text, ascending."""
        row, nodes = self.texts.find(text), set()
        while 0 <= row < len(self.texts) and self.texts[row] == text:
            nodes.add(int(self.node[row]))
            row += 1
        return sorted(nodes)

    def texts_of(self, node: int) -> list[str]:
        """The texts of a node, in byte order; O(rows)."""
        return [self.texts[row] for row in np.flatnonzero(self.node == node).tolist()]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A property of all nodes over all time, as events sorted by (node, start).

    From `start` on, `node` has the value `code` (-1: none known). Nodes without an event have no value.
    """

    node: I4
    start: I8
    code: I4

    @classmethod
    def of(cls, blocks: Iterable[I8]) -> Timeline:
        """From blocks of rows (node, start, code) in any order; of two at one moment the later block's counts."""
        table = np.concatenate([np.zeros((0, 3), dtype=np.int64), *blocks])
        table = table[np.lexsort((table[:, 1], table[:, 0]))]
        last = np.ones(len(table), dtype=bool)
        last[:-1] = (table[1:, 0] != table[:-1, 0]) | (table[1:, 1] != table[:-1, 1])
        table = table[last]
        return cls(table[:, 0].astype(np.int32), table[:, 1].copy(), table[:, 2].astype(np.int32))

    def rows(self) -> I8:
        """The events as rows (node, start, code)."""
        return np.column_stack((self.node, self.start, self.code)).astype(np.int64)

    def where(self, mask: Bool) -> Timeline:
        """Some of the events."""
        return Timeline(self.node[mask], self.start[mask], self.code[mask])

    def at(self, moment: int, count: int, default: int = -1) -> I4:
        """The value of each of `count` nodes at a moment, `default` where there is none."""
        values = np.full(count, default, dtype=np.int32)
        begun = self.start <= moment
        # Sorted by start within a node: of equal indices written, the last one stays.
        values[self.node[begun]] = self.code[begun]
        return values

    def of_node(self, node: int, moment: int) -> int:
        """The value of one node at a moment, or -1; O(log n)."""
        low, high = self._span(node)
        row = low + int(np.searchsorted(self.start[low:high], moment, side="right")) - 1
        return int(self.code[row]) if row >= low else -1

    def position(self, node: int, moment: int) -> int:
        """Before which event one of this node would stand that begins just after a moment; O(log n)."""
        low, high = self._span(node)
        return low + int(np.searchsorted(self.start[low:high], moment, side="right"))

    def end(self, row: int) -> int:
        """Until when the event of a row counts: when the next one of its node begins, or NEVER."""
        following = row + 1
        is_last = following == len(self.node) or self.node[following] != self.node[row]
        return NEVER if is_last else int(self.start[following])

    def history(self, node: int) -> list[tuple[int, int]]:
        """All (start, code) of one node, oldest first."""
        low, high = self._span(node)
        return list(zip(self.start[low:high].tolist(), self.code[low:high].tolist(), strict=True))

    def _span(self, node: int) -> tuple[int, int]:
        # Looked up in the column's own type: in another, numpy would copy the whole column first.
        low, high = np.searchsorted(self.node, np.array((node, node + 1), dtype=self.node.dtype))
        return int(low), int(high)
