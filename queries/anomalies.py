"""Anomalies: on which days did a key cost more than its history explains, and what drove it?"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np

from graph.errors import InputError
from graph.moment import day_of, midnight, write_day
from graph.money import Money
from graph.reason import Reason
from graph.snapshot import Snapshot
from graph.snapshot.columns import int_sums
from queries.base import (
    HIDDEN,
    MOMENT,
    ROWS,
    WINDOW_BOUNDS,
    Completeness,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.cost_attribution.group import numbered
from queries.cost_attribution.question import DIMENSIONS, CostDimension, OwnerRule
from queries.cost_attribution.run import unknown_owners
from queries.cost_series import CostSeries, check_series, daily_costs
from queries.forecast import TOO_SHORT, Filters, Rates, cost_params
from queries.outliers import LEAST_HISTORY_DAYS, QUIET_DAYS, AnomalySensitivity, JudgedDays, judge_series
from queries.usage.amounts import currency_reasons
from queries.usage.coverage import uncovered_days
from queries.vocabulary import Day
from queries.weekday_profile import HISTORY_DAYS

METHOD = (
    "more than the weekday profile of the 56 days before expects: beyond a modified z of 3.5, half the expected cost, the "
    "errors of the 56 days before, and an amount; one a week and key, unless the next is twice as great"
)
# Days before the first one that are read: each error behind it needs the profile of the days before that.
_BEFORE = 2 * HISTORY_DAYS + 2 * QUIET_DAYS
# What a cost is driven by, as far as the key itself does not say it.
DRIVERS = ("account", "credential", "application", "model")
MOST_DRIVERS = 5
OTHER = "~other"
_WEEKS = 4
DEFAULT_LEAST = 10


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. Days are day numbers, both inclusive; those after `as_of` are not judged."""

    by: tuple[CostDimension, ...] = field(
        metadata=described(f"up to 3 of {', '.join(DIMENSIONS[:-3])}", bounds=(1, None))
    )
    first_day: int = field(metadata=described("the first day", name="from", form="day"))
    last_day: int = field(metadata=described("the last day, inclusive", name="to", form="day"))
    as_of: int = field(metadata=MOMENT)
    sensitivity: AnomalySensitivity = field(
        default=AnomalySensitivity.NORMAL, metadata=described("how far beyond earlier days a day must lie")
    )
    least: int = field(
        default=DEFAULT_LEAST,
        metadata=described("no anomaly below so many units of the currency more than expected", bounds=(0, 10**9)),
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))
    rates: Rates = field(
        default_factory=dict, metadata=described("EUR=1.08: convert, and say so", name="rate", form="rates")
    )
    owners: OwnerRule = field(default=OwnerRule.EVEN, metadata=described("to whom belongs what several people share"))
    team_type: str = field(default="team", metadata=described("which type of group is a team, such as directory_group"))
    filters: Filters = field(
        default_factory=dict, metadata=described("team=Billing: only these", name="filter", form="filters")
    )


@dataclass(frozen=True, slots=True)
class CostDriver:
    """A part of what a key cost on a day, with what that part usually costs."""

    key: Mapping[CostDimension, str]
    """The account, credential, application and model; ~other for all that are not listed."""
    cost: Money
    """What it cost on the day."""
    usual: Money
    """Its mean on the four equal weekdays before, as far as they are known."""


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A day of a key that cost more than is ordinary for it."""

    key: Mapping[CostDimension, str]
    """The value of each dimension asked for; those that begin with ~ are no node."""
    day: Day
    """The UTC day."""
    cost: Money
    """What the key cost on the day, exactly."""
    expected: Money
    """What the days before it let expect."""
    low: Money
    """Less than this would be unusual."""
    high: Money
    """More than this is an anomaly."""
    drivers: tuple[CostDriver, ...]
    """What the cost is made of, what grew most first; the costs add up to that of the day."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Usage cost of the ledger alone. A day that a source behind a key does not cover is not judged."""

    method: str
    """What an anomaly is."""
    sensitivity: AnomalySensitivity
    """How far beyond earlier days a day must lie."""
    judged: int
    """How many days of keys were judged."""
    rows: tuple[Anomaly, ...] = field(metadata=ROWS)
    """By what they cost more than expected, greatest first, then by day and key."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Judge every day of every key. O(usage rows of the window and four months before, and some hundred steps per day and key).

    Raises InputError for a question that cannot be asked, and for several currencies where none is asked for.
    """
    check_series(cost_params(params, (params.first_day, params.last_day)))
    if params.last_day - params.first_day >= WINDOW_BOUNDS[1]:
        raise InputError(f"a window has at most {WINDOW_BOUNDS[1]:,} days. Ask about fewer").in_argument("first_day")
    last = min(params.last_day, day_of(params.as_of))
    asked = cost_params(params, (params.first_day - _BEFORE, max(last, params.first_day - 1)))
    series = daily_costs(snapshot, asked)
    days = (_BEFORE, last - asked.first_day)
    rows: list[Anomaly] = []
    judged = 0
    short: tuple[Reason, ...] = ()
    if last >= params.first_day:
        each = series.cost.astype(np.float64), series.known, series.first_day
        outliers = judge_series(each, days, params.sensitivity, params.least)
        judged = int(outliers.judged.sum())
        rows = _rows(series, outliers)
        short = _too_short(series, outliers)
    gaps, notes = currency_reasons(
        series.conversion.currency, series.conversion.left_out, is_empty=series.conversion.is_empty
    )
    return Answer(
        METHOD,
        params.sensitivity,
        judged,
        tuple(rows),
        Completeness(
            (*gaps, *uncovered_days(snapshot, (params.first_day, params.last_day))),
            (*notes, *short, *unknown_owners(snapshot, asked, series.usage.selection)),
        ),
        freshness_warnings(snapshot, min(params.as_of, midnight(params.first_day)), params.as_of),
    )


def _too_short(series: CostSeries, outliers: JudgedDays) -> tuple[Reason, ...]:
    """A note of the keys that cost something in the window and have too little history for any day of it."""
    used = (series.cost[_BEFORE:] != 0).any(axis=0)
    count = int((used & ~outliers.judged.any(axis=0)).sum())
    text = (
        f"{count:,} keys have fewer than {LEAST_HISTORY_DAYS} known days before any day asked about and are not judged"
    )
    return (Reason(TOO_SHORT, text),) if count else ()


def _rows(series: CostSeries, outliers: JudgedDays) -> list[Anomaly]:
    currency = series.conversion.currency
    cells = [(int(day) + _BEFORE, int(at)) for day, at in np.argwhere(outliers.anomaly)]
    drivers = _Drivers(series, cells)
    rows = []
    for day, at in cells:
        ends = [round(float(part[day - _BEFORE, at])) for part in (outliers.expected, outliers.low, outliers.high)]
        expected, low, high = (Money(nano, currency) for nano in ends)
        rows.append(
            Anomaly(
                key=series.key(at),
                day=write_day(series.first_day + day),
                cost=Money(int(series.cost[day, at]), currency),
                expected=expected,
                low=low,
                high=high,
                drivers=drivers.of(day, at),
            )
        )
    rows.sort(
        key=lambda row: (
            row.expected.nano - row.cost.nano,
            row.day,
            [text.encode() for text in row.key.values()],
        )
    )
    return rows


class _Drivers:
    """The parts of the days of anomalies and of the equal weekdays before them, by what drives cost."""

    def __init__(self, series: CostSeries, cells: list[tuple[int, int]]) -> None:
        self.series, width = series, np.int64(max(1, len(series)))
        wanted = {(day - 7 * week) * int(width) + at for day, at in cells for week in range(_WEEKS + 1)}
        cell = series.day * width + series.group
        mask = np.isin(cell, np.array(sorted(wanted), dtype=np.int64))
        usage = dataclasses.replace(series.usage, parts=series.usage.parts.where(mask))
        names = [name for name in DRIVERS if name not in series.labels]
        columns, number, _ = numbered(usage, names)
        order = np.lexsort((number, cell[mask]))
        self.cell, self.number = cell[mask][order], number[order]
        self.cost = usage.parts.measures["cost"][order]
        self.labels = {name: keys.labels for name, keys in columns.items()}
        self.codes = {name: keys.code[order] for name, keys in columns.items()}

    def of(self, day: int, at: int) -> tuple[CostDriver, ...]:
        """The drivers of one day of a key, what grew most first; their costs add up to that of the day."""
        currency, known = self.series.conversion.currency, self.series.known
        past = [day - 7 * week for week in range(1, _WEEKS + 1) if known[day - 7 * week, at]]
        usual: dict[int, int] = {}
        for earlier in past:
            for number, nano, _ in self._sums(earlier, at):
                usual[number] = usual.get(number, 0) + nano
        parts = [
            (nano, round(Fraction(usual.get(number, 0), max(1, len(past)))), self._key(row))
            for number, nano, row in self._sums(day, at)
        ]
        parts.sort(key=lambda part: (part[1] - part[0], [text.encode() for text in part[2].values()]))
        listed = parts[: MOST_DRIVERS if len(parts) > MOST_DRIVERS + 1 else len(parts)]
        drivers = [CostDriver(key, Money(nano, currency), Money(mean, currency)) for nano, mean, key in listed]
        if rest := parts[len(listed) :]:
            cost, mean = sum(part[0] for part in rest), sum(part[1] for part in rest)
            drivers.append(CostDriver(dict.fromkeys(self.labels, OTHER), Money(cost, currency), Money(mean, currency)))
        return tuple(drivers)

    def _key(self, row: int) -> dict[str, str]:
        return {name: self.labels[name][int(codes[row])] for name, codes in self.codes.items()}

    def _sums(self, day: int, at: int) -> list[tuple[int, int, int]]:
        """Of a day of a key: each combination with its exact cost and one of its rows."""
        cell = day * max(1, len(self.series)) + at
        low, high = np.searchsorted(self.cell, (cell, cell + 1)).tolist()
        number = self.number[low:high]
        begins = np.flatnonzero(np.r_[True, number[1:] != number[:-1]]) if len(number) else np.zeros(0, dtype=np.int64)
        of = np.cumsum(np.r_[True, number[1:] != number[:-1]]) - 1 if len(number) else begins
        sums: Any = int_sums(of, self.cost[low:high], len(begins))
        rows = zip(number[begins].tolist(), sums.tolist(), (begins + low).tolist(), strict=True)
        return [(int(combination), int(nano), int(row)) for combination, nano, row in rows]
