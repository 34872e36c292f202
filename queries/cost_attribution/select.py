"""Selection of the usage rows of a window, with the amount that each is, in one currency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from graph.money import Money
from graph.ontology import AMOUNTS, COST_BASES
from graph.snapshot import Snapshot
from graph.snapshot.columns import I4, I8, Bool, int_sum
from graph.snapshot.ledger import COST, ESTIMATE, NONE, Codes, counts_of, usage_amounts
from graph.snapshot.principals import attributed_principals
from graph.snapshot.tables import UsageTable
from queries.cost_attribution.question import PricedUsage
from queries.usage.amounts import CurrencyConversion

Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, slots=True)
class UsageSelection:
    """Some usage rows of a range: `chosen` of its rows, counted from its start; None: all.

    `principal`: of all usage rows, the node that each is attributed by. Per row `cost`, converted (0 where it has none), and `amount`: which of the three that is (graph.snapshot.ledger).
    """

    usage: UsageTable
    principal: I4
    range: slice
    chosen: I8 | None
    cost: I8
    amount: Codes

    def of(self, column: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
        """A column of the usage table, for the selected rows."""
        part = column[self.range]
        return part if self.chosen is None else part[self.chosen]

    def principals(self) -> I8:
        """Per selected row the node that it is attributed by: its principal, or whom it names where its key is gone."""
        return self.of(self.principal).astype(np.int64)

    def rows(self) -> I8:
        """The selected rows of the usage table."""
        start = self.range.start
        return np.arange(start, self.range.stop) if self.chosen is None else self.chosen + start


def select_usage(snapshot: Snapshot, days: tuple[int, int], conversion: CurrencyConversion) -> UsageSelection:
    """The rows of some days that have an amount in the answer's currency, or tokens without a known cost."""
    usage = snapshot.usage
    rows = usage.between(*days)
    code = usage_amounts(snapshot).code[rows]
    mask = (code < len(AMOUNTS)) & conversion.converts(usage.currency[rows])
    bare = np.flatnonzero(code == NONE)
    mask[bare] = usage.tokens[rows][bare].any(axis=1)
    return _selected(snapshot, rows, mask, conversion)


def select_costs(
    snapshot: Snapshot, days: tuple[int, int], conversion: CurrencyConversion, applications: Bool | None = None
) -> UsageSelection:
    """The rows of some days that are in the ledger.

    `applications`: per node whether usage of that application counts; one more entry, for none, stands behind them.
    """
    usage = snapshot.usage
    rows = usage.between(*days)
    mask = (usage_amounts(snapshot).code[rows] == COST) & conversion.converts(usage.currency[rows])
    if applications is not None:
        mask &= applications[usage.application[rows]]
    return _selected(snapshot, rows, mask, conversion)


def _selected(snapshot: Snapshot, rows: slice, mask: Bool, conversion: CurrencyConversion) -> UsageSelection:
    usage = snapshot.usage
    chosen = None if mask.all() else np.flatnonzero(mask)
    cost, currency, code = usage.cost[rows], usage.currency[rows], usage_amounts(snapshot).code[rows]
    if chosen is not None:
        cost, currency, code = cost[chosen], currency[chosen], code[chosen]
    # What has no currency may hold anything where a cost would stand.
    cost = np.where(currency >= 0, cost, 0) if (currency < 0).any() else cost
    return UsageSelection(usage, attributed_principals(snapshot), rows, chosen, conversion.costs(cost, currency), code)


def priced_usage(snapshot: Snapshot, selection: UsageSelection, currency: str) -> tuple[PricedUsage, ...]:
    """Per source, by name, what its priced usage among the selected rows is, whatever filters leave of it."""
    usage = snapshot.usage
    is_priced = (selection.of(usage.basis) == COST_BASES.index("priced")) & np.isin(selection.amount, (COST, ESTIMATE))
    source = selection.of(usage.claimed_by)
    priced = []
    for number in np.unique(source[is_priced]).tolist():
        of_source = is_priced & (source == number)
        cost, estimate = (int_sum(selection.cost[of_source & (selection.amount == code)]) for code in (COST, ESTIMATE))
        name = snapshot.sources[number]
        priced.append(PricedUsage(name, counts_of(snapshot, name), Money(cost, currency), Money(estimate, currency)))
    return tuple(priced)


def unpriced_rows(snapshot: Snapshot, days: tuple[int, int]) -> int:
    """How many rows of some days have tokens and no known cost."""
    usage = snapshot.usage
    rows = usage.between(*days)
    unpriced = rows.start + np.flatnonzero(usage_amounts(snapshot).code[rows] == NONE)
    return int(usage.tokens[unpriced].any(axis=1).sum())
