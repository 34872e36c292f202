"""Selection of the usage rows that a window's ledger is made of, their costs in one currency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, Bool
from graph.snapshot.tables import UsageTable
from queries.usage.amounts import CurrencyConversion
from queries.usage.duplicates import counted_rows

Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, slots=True)
class UsageSelection:
    """Some usage rows of a range: `chosen` of its rows, counted from its start; None: all. `cost`: converted, per row."""

    usage: UsageTable
    range: slice
    chosen: I8 | None
    cost: I8

    def of(self, column: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
        """A column of the usage table, for the selected rows."""
        part = column[self.range]
        return part if self.chosen is None else part[self.chosen]

    def rows(self) -> I8:
        """The selected rows of the usage table."""
        start = self.range.start
        return np.arange(start, self.range.stop) if self.chosen is None else self.chosen + start


def select_usage(
    snapshot: Snapshot,
    days: tuple[int, int],
    conversion: CurrencyConversion,
    *,
    chargeable: bool,
    applications: Bool | None = None,
) -> UsageSelection:
    """The rows of some days whose cost counts and that are chargeable, or that are not; duplicates are left out.

    `applications`: per node whether usage of that application counts; one more entry, for none, stands behind them.
    """
    usage = snapshot.usage
    rows = usage.between(*days)
    currency, mask = usage.currency[rows], usage.chargeable[rows] == chargeable
    if mask.any():
        mask &= conversion.converts(currency)
        mask &= counted_rows(snapshot, rows)
    if applications is not None:
        mask &= applications[usage.application[rows]]
    chosen = None if mask.all() else np.flatnonzero(mask)
    cost = usage.cost[rows]
    if chosen is not None:
        cost, currency = cost[chosen], currency[chosen]
    return UsageSelection(usage, rows, chosen, conversion.costs(cost, currency))


def unpriced_rows(snapshot: Snapshot, days: tuple[int, int]) -> int:
    """How many rows of some days have tokens and no known cost; duplicates are left out."""
    usage = snapshot.usage
    rows = usage.between(*days)
    unpriced = rows.start + np.flatnonzero(counted_rows(snapshot, rows) & (usage.currency[rows] < 0))
    return int(usage.tokens[unpriced].any(axis=1).sum())
