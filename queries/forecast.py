"""Forecast: where will this month's cost end, per key, and which budgets will it exceed?"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any

import numpy as np

from graph.moment import day_of, midnight, month_days, write_day
from graph.money import Money
from graph.reason import Reason
from graph.snapshot import Snapshot
from graph.snapshot.columns import Bool
from queries.base import COLUMNS, HIDDEN, MOMENT, Completeness, FreshnessWarning, described, freshness_warnings
from queries.budgets import month_budgets
from queries.cost_attribution.charges import HIDDEN_BUCKET, bucket_lines_of, bucket_sums
from queries.cost_attribution.question import DIMENSIONS, CostDimension, OwnerRule
from queries.cost_attribution.question import Params as CostParams
from queries.cost_attribution.run import unknown_owners
from queries.cost_series import CostSeries, check_series, daily_costs
from queries.usage.amounts import currency_reasons
from queries.usage.coverage import uncovered_days
from queries.vocabulary import Entry, Words
from queries.weekday_profile import BLOCK_DAYS, HISTORY_DAYS, INTERVAL, JUDGED_DAYS, LEAST_DAYS, WeekdayProfile

METHOD = (
    "weekday profile of the last 56 days times a level that halves its memory every 14; "
    f"low and high are to hold {INTERVAL:.0%} of month ends, from earlier errors of the same key"
)
# So many days of a series are read: those of the profile behind the oldest error that is judged.
SERIES_DAYS = HISTORY_DAYS + JUDGED_DAYS + BLOCK_DAYS + 6
TOO_SHORT, NO_COST, CHARGES_APART = "TOO_SHORT", "NO_COST", "CHARGES_APART"
Rates = Annotated[
    Mapping[str, Decimal],
    Entry(
        "Rate",
        "How many units of the asked currency one unit of another is worth.",
        "currency",
        "rate",
        key_meaning="The other currency, an ISO 4217 code.",
        value_meaning="How many units of the asked currency one unit of it is worth.",
    ),
]
Filters = Annotated[
    Mapping[CostDimension, tuple[str, ...]],
    Entry(
        "CostFilter",
        "Only what has one of these values; ids, emails or unique names where it is a node.",
        "dimension",
        "values",
        key_meaning="The dimension to filter on.",
        value_meaning="Its values, any of which will do.",
    ),
]


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked, of the month that holds `as_of`. Nothing after that day is read."""

    by: tuple[CostDimension, ...] = field(
        metadata=described(f"up to 3 of {', '.join(DIMENSIONS[:-3])}", bounds=(1, None))
    )
    as_of: int = field(metadata=MOMENT)
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))
    rates: Rates = field(
        default_factory=dict, metadata=described("EUR=1.08: convert, and say so", name="rate", form="rates")
    )
    owners: OwnerRule = field(default=OwnerRule.EVEN, metadata=described("to whom belongs what several people share"))
    team_type: str = field(default="team", metadata=described("which type of group is a team, such as directory_group"))
    filters: Filters = field(
        default_factory=dict, metadata=described("team=Billing: only these", name="filter", form="filters")
    )


MissingForecast = Annotated[
    str,
    Words(
        "MissingForecast",
        (TOO_SHORT, NO_COST),
        "Why a key has no forecast.",
        (f"Fewer than {LEAST_DAYS} days of it are known.", "It has a budget and cost nothing so far."),
    ),
]


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """One key in the month: what it cost, what it is expected to have cost at the end, and its budget."""

    key: Mapping[CostDimension, str]
    """The value of each dimension asked for; those that begin with ~ are no node."""
    month: str
    """The month, such as 2026-11."""
    spent: Money
    """What it cost from the first day of the month to the day asked about, exactly."""
    expected: Money | None
    """What it is expected to cost in the whole month; null where too little is known."""
    low: Money | None
    """The lower end of the interval that is to hold four of five month ends."""
    high: Money | None
    """Its upper end."""
    budget: Money | None
    """Its budget for the month; null without one."""
    over: bool | None
    """Whether it has cost more than its budget, or is expected to; null without a budget, and where nobody can say."""
    reason: MissingForecast | None
    """Why nothing is expected."""
    history_days: int
    """How many days of it are known."""
    missing_days: int
    """How many days of the month are estimated: those to come, and those that a source behind it does not cover."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Usage cost of the ledger alone: seats, taxes, credits and variance have no key and are told apart (CHARGES_APART).

    A day that a source behind a key does not cover is unknown, never zero: it is estimated like a day to come.
    """

    method: str
    """How it is forecast."""
    total: MonthEnd
    """All keys together; its interval is that of the sum, not the sum of intervals."""
    rows: tuple[MonthEnd, ...] = field(metadata=COLUMNS)
    """What exceeds its budget first, then by what is expected, greatest first, ties by key."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Forecast every key. O(usage rows of four months, and some thousand steps per key).

    Raises InputError for a question that cannot be asked, and for several currencies where none is asked for.
    """
    month = Month.of(params.as_of)
    asked = cost_params(params, (month.today - SERIES_DAYS + 1, month.today))
    check_series(asked)
    series = daily_costs(snapshot, asked)
    currency, name = series.conversion.currency, params.by[0]
    budgets = month_budgets(
        snapshot,
        name if len(params.by) == 1 else "",
        month.name,
        (currency, params.rates),
        series.labels[name],
    )
    rows = _rows(series, month, budgets.nano)
    if not params.filters:
        present = {row.key[name] for row in rows}
        rows += [
            _without_cost({name: key}, month, Money(nano, currency))
            for key, nano in budgets.nano.items()
            if key not in present
        ]
    rows.sort(key=lambda row: (row.over is not True, -_size(row), [text.encode() for text in row.key.values()]))
    gaps, notes = currency_reasons(currency, series.conversion.left_out, is_empty=series.conversion.is_empty)
    window = (month.first, month.today - 1)
    return Answer(
        METHOD,
        _total(series, month),
        tuple(rows),
        Completeness(
            (*gaps, *(uncovered_days(snapshot, window) if window[0] <= window[1] else ())),
            (
                *notes,
                *budgets.notes,
                *_charges_apart(snapshot, asked, month, series),
                *unknown_owners(snapshot, asked, series.usage.selection),
            ),
        ),
        freshness_warnings(snapshot, min(params.as_of, midnight(month.first)), params.as_of),
    )


def cost_params(params: Any, days: tuple[int, int]) -> CostParams:
    """The question about cost by key that a question about cost over time asks of some days."""
    return CostParams(
        by=params.by,
        first_day=days[0],
        last_day=days[1],
        as_of=params.as_of,
        currency=params.currency,
        rates=params.rates,
        owners=params.owners,
        team_type=params.team_type,
        filters=params.filters,
    )


@dataclass(frozen=True, slots=True)
class Month:
    """The month that holds a day, as day numbers: first and last, both inclusive, and the day asked about."""

    first: int
    last: int
    today: int

    @classmethod
    def of(cls, moment: int) -> Month:
        today = day_of(moment)
        return cls(*month_days(today), today)

    @property
    def name(self) -> str:
        """As 2026-11."""
        return write_day(self.first)[:7]


def _rows(series: CostSeries, month: Month, budgets: Mapping[str, int]) -> list[MonthEnd]:
    forecast = MonthForecast.of(series.cost, series.known, series.first_day, month)
    currency = series.conversion.currency
    rows = []
    for at in range(len(series)):
        key = series.key(at)
        nano = budgets.get(next(iter(key.values()))) if len(key) == 1 else None
        rows.append(forecast.row(at, key, month, (currency, nano)))
    return rows


def _total(series: CostSeries, month: Month) -> MonthEnd:
    cost = (
        series.cost.astype(object).sum(axis=1, keepdims=True)
        if len(series)
        else np.zeros((len(series.cost), 1), object)
    )
    forecast = MonthForecast.of(cost, series.total_known[:, None], series.first_day, month)
    return forecast.row(0, {}, month, (series.conversion.currency, None))


@dataclass(frozen=True, slots=True)
class MonthForecast:
    """Per series exact `spent` in nano-units; `expected` and `half_width` as floats, infinite where nothing is judged."""

    spent: list[int]
    expected: list[float]
    half_width: list[float]
    history: list[int]
    missing: list[int]

    @classmethod
    def of(cls, cost: Any, known: Bool, first_day: int, month: Month) -> MonthForecast:
        """From [days, series] whose last row is the day asked about."""
        length, count = cost.shape
        costs = cost.astype(np.float64)
        profile = WeekdayProfile(costs, known, first_day)
        begin = max(0, month.first - first_day)
        spent = [sum(column) for column in cost[begin:].T.tolist()]
        # The day after the last one that is known.
        day_after = np.where(known.any(axis=0), length - np.argmax(known[::-1], axis=0), 0)
        expected, width, missing = np.array(spent, dtype=np.float64), np.zeros(count), np.zeros(count, dtype=np.int64)
        for day in np.unique(day_after).tolist():
            of = np.flatnonzero(day_after == day)
            weekdays = profile.at(day)[:, of]
            gaps = np.zeros(len(of), dtype=np.int64)
            for at in range(begin, month.last - first_day + 1):
                usual = np.maximum(weekdays[(at - day) % 7], 0.0)
                if at < length:
                    # Part of a day may be there already.
                    usual = np.where(known[at, of], 0.0, np.maximum(usual - costs[at, of], 0.0))
                    gaps += ~known[at, of]
                else:
                    gaps += 1
                expected[of] += usual
            missing[of] = gaps
            for number in np.unique(gaps).tolist():
                chosen = of[gaps == number]
                width[chosen] = profile.half_width(day, number)[chosen]
        history = profile.days_before(length)
        return cls(spent, expected.tolist(), width.tolist(), history.tolist(), missing.tolist())

    def row(self, at: int, key: Mapping[str, str], month: Month, budget: tuple[str, int | None]) -> MonthEnd:
        """The row of a series; `budget`: the currency, and the nano-units if there are any."""
        (currency, limit), spent = budget, self.spent[at]
        ends: tuple[int, int, int] | None = None
        if not self.missing[at]:
            ends = (spent, spent, spent)
        elif self.history[at] >= LEAST_DAYS:
            expected = round(self.expected[at])
            width = round(self.half_width[at])
            ends = (expected, max(expected - width, min(spent, expected)), expected + width)
        over = None
        if limit is not None:
            over = True if spent > limit else None if ends is None else ends[0] > limit
        low, high = (None, None) if ends is None else (Money(ends[1], currency), Money(ends[2], currency))
        return MonthEnd(
            key=key,
            month=month.name,
            spent=Money(spent, currency),
            expected=None if ends is None else Money(ends[0], currency),
            low=low,
            high=high,
            budget=None if limit is None else Money(limit, currency),
            over=over,
            reason=TOO_SHORT if ends is None else None,
            history_days=self.history[at],
            missing_days=self.missing[at],
        )


def _without_cost(key: Mapping[str, str], month: Month, budget: Money) -> MonthEnd:
    nothing = Money(0, budget.currency)
    return MonthEnd(key, month.name, nothing, None, None, None, budget, None, NO_COST, 0, month.last - month.first + 1)


def _size(row: MonthEnd) -> int:
    return (row.expected or row.spent).nano


def _charges_apart(snapshot: Snapshot, asked: CostParams, month: Month, series: CostSeries) -> tuple[Reason, ...]:
    """A note of what the month's charges add to usage so far."""
    days = dataclasses.replace(asked, first_day=month.first)
    sums = bucket_sums(bucket_lines_of(snapshot, days, series.conversion))
    sums.pop(HIDDEN_BUCKET, None)
    if not any(sums.values()):
        return ()
    listed = ", ".join(f"{name} {Money(nano, series.conversion.currency)}" for name, nano in sums.items() if nano)
    return (Reason(CHARGES_APART, f"not in it are this month's charges so far: {listed}; cost-attribution shows them"),)
