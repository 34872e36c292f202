"""This file knows integer arithmetic that loses nothing: sums beyond 63 bits, conversion, shares by largest remainder."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.errors import InputError

I8 = npt.NDArray[np.int64]

_WIDEST = 2**63 - 1


def greatest(column: Any) -> int:
    """The greatest absolute value of an integer column; 0 if it is empty."""
    return max(abs(int(column.min())), abs(int(column.max()))) if len(column) else 0


def group_sums(codes: Any, column: Any, count: int) -> Any:
    """The exact sum of each group: int64, or Python integers where 63 bits might not hold them. O(rows)."""
    sums = np.zeros(count, dtype=np.int64)
    if greatest(column) * len(column) <= _WIDEST:
        np.add.at(sums, codes, column)
        return sums
    low = np.zeros(count, dtype=np.int64)
    np.add.at(sums, codes, column >> 32)
    np.add.at(low, codes, column & 0xFFFFFFFF)
    return sums.astype(object) * 2**32 + low.astype(object)


def total(column: Any) -> int:
    """The exact sum of an int64 column."""
    if greatest(column) * len(column) <= _WIDEST:
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
    if greatest(column) * over <= _WIDEST // 4 and under <= _WIDEST // 4:
        return np.asarray(_rounded(column * over, under))
    wide = _rounded(column.astype(object) * over, under)
    if greatest(wide) > _WIDEST:
        raise InputError("an amount is beyond 9.2 billion units after conversion. Ask in its own currency")
    return np.asarray(wide.astype(np.int64))


def convert_one(amount: int, rate: Fraction) -> int:
    """One amount times a rate, rounded half-even."""
    return round(amount * rate)


def _rounded(product: Any, under: int) -> Any:
    quotient, rest = product // under, product % under
    up = (2 * rest > under) | ((2 * rest == under) & (quotient % 2 == 1))
    return quotient + up


def apportion(amount: I8, item: I8, weight: Any) -> I8:
    """Split each amount over its parts in proportion to their weights, by largest remainder.

    `item` names the amount of each part (non-decreasing, every amount has a part), `weight` its weight (not negative; of
    each item some are positive). A quota is rounded down; what is left goes one by one to the greatest remainders, ties
    to the part that stands first. Returns int64 per part; the parts of an item add up to its amount exactly.
    """
    first = np.flatnonzero(np.r_[True, item[1:] != item[:-1]])
    size = np.diff(np.r_[first, len(item)])
    if weight.dtype == object:
        return _apportion_widely(amount, weight, first, size, np.arange(len(amount)), np.zeros(len(item), np.int64))
    heaviest = np.maximum.reduceat(weight, first)
    risky = np.abs(amount) > _WIDEST // np.maximum(heaviest, 1)
    risky |= heaviest > _WIDEST // size
    safe = np.where(risky, 0, amount)
    if heaviest.max() == weight.min() and not risky.any():
        # All weigh alike, so all remainders are alike: the first parts get what is left.
        parts = (safe // size)[item]
        return np.asarray(parts + (np.arange(len(item)) - first[item] < (safe % size)[item]))
    whole = np.add.reduceat(np.where(risky[item], 1, weight), first)
    parts, rest = np.divmod(safe[item] * np.where(risky[item], 1, weight), whole[item])
    left = safe - np.add.reduceat(parts, first)
    order = np.lexsort((-rest, item))
    parts[order] += np.arange(len(item)) - first[item] < left[item]
    return _apportion_widely(amount, weight, first, size, np.flatnonzero(risky), parts)


def _apportion_widely(amount: I8, weight: Any, first: I8, size: I8, items: I8, parts: I8) -> I8:
    """The same in Python integers, for the few amounts whose products do not fit 63 bits; written into `parts`."""
    for at in items.tolist():
        low, high = int(first[at]), int(first[at]) + int(size[at])
        weights, cost = [int(one) for one in weight[low:high].tolist()], int(amount[at])
        whole = sum(weights)
        shares = [cost * one // whole for one in weights]
        rests = [cost * one % whole for one in weights]
        for place in sorted(range(len(rests)), key=lambda place: -rests[place])[: cost - sum(shares)]:
            shares[place] += 1
        parts[low:high] = shares
    return parts


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
