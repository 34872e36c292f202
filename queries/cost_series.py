"""Daily cost series: per key what each day cost, exactly, and which days the sources behind it cover."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.errors import InputError
from graph.moment import midnight
from graph.snapshot import Snapshot
from graph.snapshot.columns import Bool, Ints, int_sums
from graph.snapshot.ledger import COST
from queries.cost_attribution.group import CALENDAR, AttributedUsage, amount_of_parts, matching, numbered
from queries.cost_attribution.question import DIMENSIONS, check_params
from queries.cost_attribution.question import Params as CostParams
from queries.cost_attribution.run import Attribution
from queries.cost_attribution.select import select_usage
from queries.cost_attribution.team_types import check_team_type
from queries.usage.amounts import CurrencyConversion, choose_conversion
from queries.usage.coverage import snapshot_coverage

# A table of keys and days beyond this size is asked for in parts.
_MOST_CELLS = 2**27


@dataclass(frozen=True, slots=True)
class CostSeries:
    """Columns are keys, in byte order of their texts; rows are the days from `first_day` on.

    `cost`: [days, keys] nano-units of the ledger, int64 or Python integers. `known`: whether every source that reports
    cost of the key covers the day, whole, from its first day with cost on. `labels` and `codes`: per dimension the texts and
    each key's index in them. `group` and `day`: of each part of `usage` its key and its row. `total_known`: the days that
    are known of all keys together.
    """

    usage: AttributedUsage
    conversion: CurrencyConversion
    group: Ints
    day: Ints
    first_day: int
    labels: Mapping[str, Sequence[str]]
    codes: Mapping[str, Ints]
    cost: Any
    known: Bool
    total_known: Bool

    def __len__(self) -> int:
        return int(self.cost.shape[1])

    def key(self, at: int) -> dict[str, str]:
        """The value of each dimension of a key."""
        return {name: self.labels[name][int(codes[at])] for name, codes in self.codes.items()}


def check_series(params: CostParams) -> None:
    """Raise InputError unless cost over time can be asked for like this."""
    check_params(params)
    by: list[tuple[str, str | int, str]] = [("by", at, name) for at, name in enumerate(params.by)]
    for argument, key, name in (*by, *(("filters", name, name) for name in params.filters)):
        if name in CALENDAR:
            problem = InputError(f"{name} is no dimension here: the answer is about days. Leave it out")
            raise problem.in_argument(argument, key)


def check_budget_dimension(name: str) -> None:
    """Raise InputError for a dimension that no budget can be of."""
    names = [dimension for dimension in DIMENSIONS if dimension not in CALENDAR]
    if name not in names:
        raise InputError(f"{name!r} is no dimension of budgets. Dimensions are {', '.join(names)}")


def daily_costs(snapshot: Snapshot, params: CostParams) -> CostSeries:
    """The series of all keys that cost anything in the window of `params`, which `check_series` let pass. O(usage rows).

    Raises InputError where the window holds several currencies and none is asked for, and for too many keys.
    """
    check_team_type(snapshot, params)
    days = (params.first_day, params.last_day)
    conversion = choose_conversion(snapshot, days, params.currency, params.rates)
    usage = Attribution(snapshot, params).of(select_usage(snapshot, days, conversion))
    counts = (amount_of_parts(usage) == COST) & (usage.parts.measures["cost"] != 0)
    if params.filters:
        counts &= matching(usage, params.filters)
    usage = dataclasses.replace(usage, parts=usage.parts.where(counts))
    columns, groups, count = numbered(usage, params.by)
    length = params.last_day - params.first_day + 1
    if length * count > _MOST_CELLS:
        raise InputError(
            f"{count:,} keys over {length} days are too many for one answer; ask by fewer dimensions, or for some keys with --filter"
        ).in_argument("by")
    sample = np.zeros(count, dtype=np.int64)
    sample[groups] = np.arange(len(groups))
    codes = {name: keys.code[sample] for name, keys in columns.items()}
    # Labels are in byte order, so their codes are.
    order = np.lexsort([codes[name] for name in reversed(params.by)]) if params.by else np.arange(count)
    position = np.empty(count, dtype=np.int64)
    position[order] = np.arange(count)
    groups = position[groups]
    day = usage.parts.of_row(usage.selection.of(usage.selection.usage.day)).astype(np.int64) - params.first_day
    cost = int_sums(day * count + groups, usage.parts.measures["cost"], length * count, usage.parts.bound["cost"])
    cost = cost.reshape(length, count)
    known, total_known = _known_days(snapshot, usage, groups, (params.first_day, length, count))
    began = np.maximum.accumulate(cost != 0, axis=0)
    return CostSeries(
        usage,
        conversion,
        groups,
        day,
        params.first_day,
        {name: keys.labels for name, keys in columns.items()},
        {name: column[order] for name, column in codes.items()},
        cost,
        known & began,
        total_known & began.any(axis=1),
    )


def _known_days(
    snapshot: Snapshot, usage: AttributedUsage, groups: Ints, shape: tuple[int, int, int]
) -> tuple[Bool, Bool]:
    """[days, keys] and [days]: which days every source that reports cost of a key, or of any, covers."""
    first_day, length, count = shape
    covered = covered_days(snapshot, (first_day, first_day + length - 1))
    source = usage.parts.of_row(usage.selection.of(usage.selection.usage.claimed_by)).astype(np.int64)
    reports = np.zeros((count, snapshot.source_count), dtype=bool)
    reports[groups, source] = True
    patterns, of = np.unique(reports, axis=0, return_inverse=True)
    known = np.ones((length, len(patterns)), dtype=bool)
    for at, pattern in enumerate(patterns):
        known[:, at] = covered[:, pattern].all(axis=1)
    total: Bool = np.asarray(covered[:, reports.any(axis=0)].all(axis=1))
    return known[:, of.reshape(-1)], total


def covered_days(snapshot: Snapshot, window: tuple[int, int]) -> Bool:
    """[days, sources]: whether a source covers the day of the window, whole, and was read after it ended.

    It covers the days it says it does and those of its rows, without those of which it could not read all.
    """
    first, last = window
    usage, covered = snapshot.usage, np.zeros((last - first + 1, snapshot.source_count), dtype=bool)
    rows = usage.between(first, last)
    covered[usage.day[rows].astype(np.int64) - first, usage.claimed_by[rows]] = True
    observed = {source.source: source.observed_at for source in snapshot.freshness}
    for at, source in enumerate(snapshot_coverage(snapshot)):
        for low, high in source.usage:
            covered[max(0, low - first) : max(0, high - first + 1), at] = True
        for low, high in source.unread:
            covered[max(0, low - first) : max(0, high - first + 1), at] = False
        running = (observed.get(source.source, midnight(last + 1))) // midnight(1)
        covered[max(0, running - first) :, at] = False
    return covered
