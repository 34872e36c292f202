"""Allocation of usage to those who share it: cost, requests and tokens in integers, by largest remainder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.deadline import check_deadline
from graph.ontology import TOKEN_COUNTERS
from graph.snapshot.columns import I8, MAX_INT64, Bool, Ints, expand_ranges, max_magnitude, offsets_of
from queries.cost_attribution.select import UsageSelection


@dataclass(frozen=True, slots=True)
class Allocation:
    """Who shares each unit: its shares are [offsets[u], offsets[u + 1]), at least one, ties going to the first.

    Per share `target`, a node or a negative code of NAMELESS, and `weight`; None: all alike. Raises ValueError for a unit
    without a share: its amounts would go to a neighbour's.
    """

    offsets: I8
    target: I8
    weight: I8 | None = None

    def __post_init__(self) -> None:
        if not (np.diff(self.offsets) > 0).all():
            raise ValueError("a unit has no share")

    @property
    def unit(self) -> I8:
        """The unit of each share."""
        return np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))

    @classmethod
    def of(cls, unit: Ints, target: I8, count: int, weight: I8 | None = None) -> Allocation:
        """From shares in order of their units, of which there are `count`."""
        return cls(offsets_of(unit, count), target, weight)


@dataclass(frozen=True, slots=True)
class UsageParts:
    """Parts of selected usage rows. `row`: the row of each part, None while the parts are the rows themselves.

    `measures`: cost, requests and every token counter that is not 0 throughout; `bound` what no absolute value of each
    exceeds. `share`: per allocation that they went through, the share of each part. `is_share`: which parts are less than
    their row because a rule split it; None: no part is.
    """

    row: I8 | None
    measures: Mapping[str, I8]
    bound: Mapping[str, int]
    share: Mapping[str, Ints]
    is_share: Bool | None = None

    def of_row(self, column: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """A column of the rows, for each part."""
        return column if self.row is None else column[self.row]

    def where(self, mask: Bool) -> UsageParts:
        """Some of the parts."""
        rows = np.arange(len(self.measures["cost"])) if self.row is None else self.row
        return UsageParts(
            rows[mask],
            {name: column[mask] for name, column in self.measures.items()},
            self.bound,
            {name: column[mask] for name, column in self.share.items()},
            None if self.is_share is None else self.is_share[mask],
        )


def whole_rows(selection: UsageSelection) -> UsageParts:
    """Every selected row as one part."""
    measures, bound = {"cost": selection.cost}, {"cost": max_magnitude(selection.cost)}
    tokens = selection.of(selection.usage.tokens)
    columns = {"requests": selection.of(selection.usage.requests)}
    columns |= {name: tokens[:, number] for number, name in enumerate(TOKEN_COUNTERS)}
    for name, column in columns.items():
        most = int(column.max(initial=0))
        if most:
            measures[name], bound[name] = column, most
    return UsageParts(None, measures, bound, {})


def allocate(parts: UsageParts, name: str, unit: Ints, allocation: Allocation) -> UsageParts:
    """Split each part between those who share its unit; `share[name]` of the result is the share of each new part.

    Parts whose unit has one share stay as they are, in whole columns; the others stand behind them.
    """
    check_deadline()
    if len(allocation.target) == len(allocation.offsets) - 1:
        return replace(parts, share={**parts.share, name: unit})
    first = allocation.offsets[unit]
    size = allocation.offsets[unit + 1] - first
    shared = np.flatnonzero(size > 1)
    if not len(shared):
        return replace(parts, share={**parts.share, name: first})
    single = np.flatnonzero(size == 1)
    item, share = expand_ranges(first[shared], size[shared])
    weights = np.ones(len(item), dtype=np.int64) if allocation.weight is None else allocation.weight[share]
    proportions = Proportions.of(item, weights)
    origin = np.concatenate((single, shared[item]))
    measures = {
        measure: np.concatenate((column[single], proportions.split(column[shared])))
        for measure, column in parts.measures.items()
    }
    shares = {other: column[origin] for other, column in parts.share.items()}
    shares[name] = np.concatenate((first[single], share))
    is_share = np.zeros(len(origin), dtype=bool) if parts.is_share is None else parts.is_share[origin]
    is_share[len(single) :] = True
    return UsageParts(origin if parts.row is None else parts.row[origin], measures, parts.bound, shares, is_share)


@dataclass(frozen=True, slots=True)
class Proportions:
    """The proportions in which many items are split: part p belongs to `item[p]` and weighs `weight[p]`.

    Items are 0, 1, 2, ... in order, each with one part or more, weights not negative and not all 0 within an item.
    `first` and `size` are each item's parts; `heaviest` and `whole` its greatest weight and their sum, 1 where that would
    not fit 63 bits (`wide`). `alike`: all weights are the same.
    """

    item: I8
    weight: Any
    first: I8
    size: I8
    heaviest: I8
    whole: I8
    wide: Bool
    alike: bool

    @classmethod
    def of(cls, item: I8, weight: npt.NDArray[Any]) -> Proportions:
        """Prepare the parts; `weight` is int64, or Python integers where those do not fit."""
        first = np.flatnonzero(np.r_[True, item[1:] != item[:-1]])
        size = np.diff(np.r_[first, len(item)])
        ones = np.ones(len(first), dtype=np.int64)
        if weight.dtype == object:
            return cls(item, weight, first, size, ones, ones, np.ones(len(first), dtype=bool), False)
        heaviest = np.maximum.reduceat(weight, first)
        wide = heaviest > MAX_INT64 // size
        whole = np.where(wide, 1, np.add.reduceat(np.where(wide[item], 0, weight), first))
        return cls(item, weight, first, size, heaviest, whole, wide, bool(heaviest.max() == weight.min()))

    def split(self, amount: I8) -> I8:
        """Split one amount per item over its parts: int64 per part, adding up to the amounts exactly. O(parts log parts).

        A quota is rounded down; what is left goes unit by unit to the greatest remainders, ties to the part that is first.
        """
        position = np.arange(len(self.item)) - self.first[self.item]
        if self.alike:
            quotient, left = np.divmod(amount, self.size)
            return np.asarray(quotient[self.item] + (position < left[self.item]))
        risky = self.wide | (np.abs(amount) > MAX_INT64 // np.maximum(self.heaviest, 1))
        product = np.where(risky, 0, amount)[self.item]
        if self.weight.dtype != object:
            product *= self.weight
        parts, rest = np.divmod(product, self.whole[self.item])
        left = np.where(risky, 0, amount) - np.add.reduceat(parts, self.first)
        parts[self._by_remainder(rest, position)] += position < left[self.item]
        for at in np.flatnonzero(risky).tolist():
            check_deadline()
            low, high = int(self.first[at]), int(self.first[at]) + int(self.size[at])
            parts[low:high] = _split_widely(int(amount[at]), [int(weight) for weight in self.weight[low:high].tolist()])
        return np.asarray(parts)

    def _by_remainder(self, rest: I8, position: I8) -> I8:
        """The parts of each item, greatest remainder first, ties as they stand."""
        most = int(rest.max())
        bits = int(self.size.max()).bit_length()
        if len(self.first).bit_length() + most.bit_length() + bits > 62:
            return np.lexsort((-rest, self.item))
        # One number per part, so that numbers are sorted and not their positions: several times as fast.
        packed = ((self.item << most.bit_length()) | (most - rest)) << bits | position
        packed.sort()
        return np.asarray(self.first[self.item] + (packed & ((1 << bits) - 1)))


def _split_widely(amount: int, weights: list[int]) -> list[int]:
    """The same in Python integers, for the few whose products do not fit 63 bits."""
    whole = sum(weights)
    parts = [amount * weight // whole for weight in weights]
    rests = [amount * weight % whole for weight in weights]
    for part in sorted(range(len(rests)), key=lambda part: -rests[part])[: amount - sum(parts)]:
        parts[part] += 1
    return parts
