"""Weekday profile of daily costs: what a coming day is expected to cost, and how far such expectations were off.

Series are columns, days are rows: `costs` holds float nano-units, `known` the days that somebody read since the first use.
Every sum runs day by day, so that a series has the same numbers whichever others stand beside it.
"""

from __future__ import annotations

from math import ceil
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from graph.deadline import check_deadline
from graph.snapshot.columns import I8, Bool

F8: TypeAlias = npt.NDArray[np.float64]

# What was chosen by back-test: see docs/forecast.md.
HISTORY_DAYS = 56
HALF_LIFE_DAYS = 14
# A day counts as so many medians of the days with use at most, so that one spike does not become the new level.
CAP_MEDIANS = 4.0
# A forecast needs more than a week: of one weekday at least two days.
LEAST_DAYS = 8
# How far back earlier expectations are judged.
JUDGED_DAYS = 42
BLOCK_DAYS, LEAST_BLOCKS = 3, 5
# How the error of a sum grows with its days: 0.5 where days err apart, 1 where they err alike.
GROWTH = 0.75
# The share of month ends that an interval is to hold.
INTERVAL = 0.8


class WeekdayProfile:
    """Expectations at any day, from the days before it alone; each is computed once. Indices of days are rows.

    `first_day`: the day of the first row, so that what is computed once a week does not depend on where the rows begin.
    """

    def __init__(self, costs: F8, known: Bool, first_day: int = 0) -> None:
        self.known, self.first_day = known, first_day
        self.costs = np.where(known, costs, 0.0)
        self._caps: dict[int, F8] = {}
        self._profiles: dict[int, F8] = {}
        self._known_before = np.zeros((len(known) + 1, known.shape[1]), dtype=np.int64)
        np.cumsum(known, axis=0, out=self._known_before[1:])

    def days_before(self, day: int) -> I8:
        """Per series how many known days lie before a day."""
        before: I8 = self._known_before[day]
        return before

    def at(self, day: int) -> F8:
        """[7, series]: what the day and the six after it are expected to cost; 0 without a known day before. O(56 series)."""
        if day not in self._profiles:
            self._profiles[day] = self._profile(day)
        return self._profiles[day]

    def sum_at(self, day: int, length: int) -> F8:
        """Per series what `length` days from a day on are expected to cost together."""
        profile, total = self.at(day), np.zeros(self.costs.shape[1])
        for offset in range(length):
            total += profile[offset % 7]
        return total

    def _profile(self, day: int) -> F8:
        """A level that halves its memory every two weeks, times the factors of the weekdays, drawn to 1 by one day's worth."""
        check_deadline()
        count, cap = self.costs.shape[1], self._cap(max(0, day - (self.first_day + day) % 7))
        sums, counts, weights = (np.zeros((7, count)) for _ in range(3))
        level = np.zeros(count)
        for past in range(max(0, day - HISTORY_DAYS), day):
            weekday, weight = (past - day) % 7, 0.5 ** ((day - 1 - past) / HALF_LIFE_DAYS)
            cost, is_known = np.minimum(self.costs[past], cap), self.known[past]
            sums[weekday] += cost
            counts[weekday] += is_known
            weights[weekday] += weight * is_known
            level += weight * cost
        mean = _ratio(_added(sums), _added(counts))
        factors = (sums + mean) / (counts + 1.0)
        average = _added(factors) / 7.0
        # Where credits outweigh costs no factor means anything.
        is_flat = average <= 0
        factors = np.where(is_flat, 1.0, factors / np.where(is_flat, 1.0, average))
        profile: F8 = _ratio(level, _added(weights * factors)) * factors
        return profile

    def _cap(self, day: int) -> F8:
        """What a day counts as at most, from the weeks before a day; kept for the week."""
        if day not in self._caps:
            rows = slice(max(0, day - HISTORY_DAYS), day)
            used = np.where(self.costs[rows] > 0, self.costs[rows], np.inf)
            median, number = middle(used)
            self._caps[day] = np.where(number > 0, CAP_MEDIANS * median, np.inf)
        return self._caps[day]

    def half_width(self, day: int, length: int) -> F8:
        """Per series how far the sum of `length` days from a day on may be off: conformal, from earlier expectations of its own.

        Infinite where there is nothing to judge by.
        """
        if length == 0:
            return np.zeros(self.costs.shape[1])
        block = min(BLOCK_DAYS, length)
        width, number = self._block_errors(day, block)
        if block > 1 and (number < LEAST_BLOCKS).any():
            single, _ = self._block_errors(day, 1)
            # Few blocks say less than as many single days.
            single *= float(block) ** GROWTH
            width = np.where(number < LEAST_BLOCKS, single, width)
        grown: F8 = width * (length / block) ** GROWTH
        return grown

    def _block_errors(self, day: int, block: int) -> tuple[F8, I8]:
        """The conformal quantile of the errors of past blocks, and how many there are."""
        begins = range(max(0, day - block - JUDGED_DAYS + 1), day - block + 1)
        errors = np.full((len(begins), self.costs.shape[1]), np.inf)
        for at, begin in enumerate(begins):
            is_known = (self._known_before[begin + block] - self._known_before[begin]) == block
            is_judged = is_known & (self._known_before[begin] >= LEAST_DAYS - 1)
            if is_judged.any():
                error = self.sum_at(begin, block)
                for offset in range(block):
                    error -= self.costs[begin + offset]
                errors[at] = np.where(is_judged, np.abs(error), np.inf)
        return conformal_quantile(errors, INTERVAL)


def conformal_quantile(errors: F8, share: float) -> tuple[F8, I8]:
    """Per column the error that the next one stays within with this chance, and how many finite errors there are.

    Of n errors it is the one of rank ceil((n + 1) share), the greatest where there are too few; infinite without any.
    """
    ranked = np.sort(errors, axis=0)
    number = np.isfinite(ranked).sum(axis=0)
    if not len(ranked):
        return np.full(errors.shape[1], np.inf), number
    rank = np.array([max(1, min(n, ceil((n + 1) * share - 1e-9))) for n in range(len(ranked) + 1)])[number]
    return ranked[rank - 1, np.arange(errors.shape[1])], number


def middle(column: F8) -> tuple[F8, I8]:
    """The lower median of the finite numbers of each column, and how many there are; infinite where there are none."""
    ranked = np.sort(column, axis=0)
    number = np.isfinite(ranked).sum(axis=0)
    if not len(ranked):
        return np.full(column.shape[1], np.inf), number
    return ranked[np.maximum(number - 1, 0) // 2, np.arange(column.shape[1])], number


def _added(rows: F8) -> F8:
    """The sum of rows, one after the other whatever their number and width."""
    total = np.zeros(rows.shape[1])
    for row in rows:
        total += row
    return total


def _ratio(over: F8, under: F8) -> F8:
    """Quotients, 0 where nothing is divided by."""
    ratio: F8 = np.where(under > 0, over / np.where(under > 0, under, 1.0), 0.0)
    return ratio
