"""This file knows how amounts are split in proportion to weights, in integers, by largest remainder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from queries.usage.int_sums import I8, WIDEST


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of many items: part p belongs to `item[p]` and weighs `weight[p]`.

    Items are 0, 1, 2, ... in order, each with one part or more, weights not negative and not all nought within an item.
    `first` and `size` are each item's parts; `heaviest` and `whole` its greatest weight and their sum, 1 where that would
    not fit 63 bits (`wide`). `alike`: all weights are the same.
    """

    item: I8
    weight: Any
    first: I8
    size: I8
    heaviest: I8
    whole: I8
    wide: Any
    alike: bool

    @classmethod
    def of(cls, item: I8, weight: Any) -> Shares:
        """Prepare the parts; `weight` is int64, or Python integers where those do not fit."""
        first = np.flatnonzero(np.r_[True, item[1:] != item[:-1]])
        size = np.diff(np.r_[first, len(item)])
        ones = np.ones(len(first), dtype=np.int64)
        if weight.dtype == object:
            return cls(item, weight, first, size, ones, ones, np.ones(len(first), dtype=bool), False)
        heaviest = np.maximum.reduceat(weight, first)
        wide = heaviest > WIDEST // size
        whole = np.where(wide, 1, np.add.reduceat(np.where(wide[item], 0, weight), first))
        return cls(item, weight, first, size, heaviest, whole, wide, bool(heaviest.max() == weight.min()))

    def split(self, amount: I8) -> I8:
        """Split one amount per item over its parts: int64 per part, adding up to the amounts exactly. O(parts log parts).

        A quota is rounded down; what is left goes one by one to the greatest remainders, ties to the part that is first.
        """
        place = np.arange(len(self.item)) - self.first[self.item]
        if self.alike:
            quotient, left = np.divmod(amount, self.size)
            return np.asarray(quotient[self.item] + (place < left[self.item]))
        risky = self.wide | (np.abs(amount) > WIDEST // np.maximum(self.heaviest, 1))
        product = np.where(risky, 0, amount)[self.item]
        if self.weight.dtype != object:
            product *= self.weight
        parts, rest = np.divmod(product, self.whole[self.item])
        left = np.where(risky, 0, amount) - np.add.reduceat(parts, self.first)
        parts[self._by_remainder(rest, place)] += place < left[self.item]
        for at in np.flatnonzero(risky).tolist():
            low, high = int(self.first[at]), int(self.first[at]) + int(self.size[at])
            parts[low:high] = _split_widely(int(amount[at]), [int(one) for one in self.weight[low:high].tolist()])
        return np.asarray(parts)

    def _by_remainder(self, rest: I8, place: I8) -> I8:
        """The parts of each item, greatest remainder first, ties as they stand."""
        most = int(rest.max())
        bits = int(self.size.max()).bit_length()
        if len(self.first).bit_length() + most.bit_length() + bits > 62:
            return np.lexsort((-rest, self.item))
        # One number per part, so that numbers are sorted and not their places: several times as fast.
        packed = ((self.item << most.bit_length()) | (most - rest)) << bits | place
        packed.sort()
        return np.asarray(self.first[self.item] + (packed & ((1 << bits) - 1)))


def _split_widely(amount: int, weights: list[int]) -> list[int]:
    """The same in Python integers, for the few whose products do not fit 63 bits."""
    whole = sum(weights)
    parts = [amount * weight // whole for weight in weights]
    rests = [amount * weight % whole for weight in weights]
    for place in sorted(range(len(rests)), key=lambda place: -rests[place])[: amount - sum(parts)]:
        parts[place] += 1
    return parts
