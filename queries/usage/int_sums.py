"""Exact integer arithmetic on columns: sums beyond 63 bits, amounts over days, dense codes."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from graph.snapshot.columns import I8, Ints

MAX_INT64 = 2**63 - 1


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


def amount_on_days(amount: int, days: tuple[int, int], part: tuple[int, int]) -> int:
    """What falls on the days `part` of an amount for `days` (inclusive): the first k of n days hold floor(amount*k/n)."""
    first, last = days
    low, high = max(part[0], first), min(part[1], last)
    if low > high:
        return 0
    length = last - first + 1
    return amount * (high - first + 1) // length - amount * (low - first) // length


def compress(codes: Ints, least: int) -> tuple[Ints, I8]:
    """Codes from `least` on as dense numbers, and the codes behind these, ascending. O(codes + their range)."""
    if not len(codes):
        return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int64)
    span = int(codes.max()) - least + 1
    if span > 8 * len(codes) + 2**20:
        distinct, dense = np.unique(codes, return_inverse=True)
        return dense, distinct.astype(np.int64)
    shifted = codes - least
    seen = np.zeros(span, dtype=bool)
    seen[shifted] = True
    distinct = np.flatnonzero(seen)
    table = np.zeros(span, dtype=np.int32)
    table[distinct] = np.arange(len(distinct), dtype=np.int32)
    return table[shifted], distinct + least
