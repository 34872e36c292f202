"""This file knows integer arithmetic that loses nothing: sums beyond 63 bits, conversion, amounts over days."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.errors import InputError

I8 = npt.NDArray[np.int64]

WIDEST = 2**63 - 1


def greatest(column: Any) -> int:
    """The greatest absolute value of an integer column; 0 if it is empty."""
    return max(abs(int(column.min())), abs(int(column.max()))) if len(column) else 0


def group_sums(codes: Any, column: Any, count: int, bound: int | None = None) -> Any:
    """The exact sum of each group: int64, or Python integers where 63 bits might not hold them. O(rows).

    `bound`: what no absolute value exceeds, where that is known.
    """
    sums = np.zeros(count, dtype=np.int64)
    if (greatest(column) if bound is None else bound) * len(column) <= WIDEST:
        np.add.at(sums, codes, column)
        return sums
    low = np.zeros(count, dtype=np.int64)
    np.add.at(sums, codes, column >> 32)
    np.add.at(low, codes, column & 0xFFFFFFFF)
    return sums.astype(object) * 2**32 + low.astype(object)


def total(column: Any) -> int:
    """The exact sum of an int64 column."""
    if greatest(column) * len(column) <= WIDEST:
        return int(column.sum())
    return (int((column >> 32).sum()) << 32) + int((column & 0xFFFFFFFF).sum())


def days_part(amount: int, days: tuple[int, int], part: tuple[int, int]) -> int:
    """What falls on the days `part` of an amount for `days` (inclusive): the first k of n days hold floor(amount*k/n)."""
    first, last = days
    low, high = max(part[0], first), min(part[1], last)
    if low > high:
        return 0
    length = last - first + 1
    return amount * (high - first + 1) // length - amount * (low - first) // length


def convert(column: I8, rate: Fraction) -> I8:
    """Each amount times a rate, rounded half-even; InputError where one does not fit 63 bits."""
    if rate == 1:
        return column
    over, under = rate.numerator, rate.denominator
    if greatest(column) * over <= WIDEST // 4 and under <= WIDEST // 4:
        return np.asarray(_rounded(column * over, under))
    wide = _rounded(column.astype(object) * over, under)
    if greatest(wide) > WIDEST:
        raise InputError("an amount is beyond 9.2 billion units after conversion. Ask in its own currency")
    return np.asarray(wide.astype(np.int64))


def convert_one(amount: int, rate: Fraction) -> int:
    """One amount times a rate, rounded half-even."""
    return round(amount * rate)


def _rounded(product: Any, under: int) -> Any:
    quotient, rest = product // under, product % under
    up = (2 * rest > under) | ((2 * rest == under) & (quotient % 2 == 1))
    return quotient + up


def compress(codes: Any, least: int) -> tuple[Any, I8]:
    """Codes from `least` on as dense numbers, and the codes behind these, ascending. O(codes + their range)."""
    if not len(codes):
        return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int64)
    span = int(codes.max()) - least + 1
    if span > 8 * len(codes) + 2**20:
        found, dense = np.unique(codes, return_inverse=True)
        return dense, found.astype(np.int64)
    shifted = codes - least
    seen = np.zeros(span, dtype=bool)
    seen[shifted] = True
    found = np.flatnonzero(seen)
    table = np.zeros(span, dtype=np.int32)
    table[found] = np.arange(len(found), dtype=np.int32)
    return table[shifted], found + least
