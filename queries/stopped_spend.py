"""Spend that stops: what usage of the last month cost that could not happen any more after some edits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.deadline import check_deadline
from graph.moment import day_of
from graph.money import Money
from graph.reason import Reason
from graph.snapshot import CONVEYS, Basis, View
from graph.snapshot.columns import Bool, Ints, int_sum
from graph.snapshot.ledger import COST, usage_amounts
from queries.reach_difference import ReachComparison
from queries.usage.spend import chosen_currency

# A month of usage, in days.
MONTH_DAYS = 30


@dataclass(frozen=True, slots=True)
class StoppedSpend:
    """What usage cost in the month up to the moment, and how much of that would stop; None with a Reason: several currencies."""

    before: Money | None
    stops: Money | None
    reason: Reason | None = None

    @property
    def after(self) -> Money | None:
        """What goes on."""
        if self.before is None or self.stops is None:
            return None
        return Money(self.before.nano - self.stops.nano, self.before.currency)


def stopped_spend(comparison: ReachComparison, currency: str | None = None) -> StoppedSpend:
    """The spend of a month that stops: of principals that act no longer, through what serves no longer, of what they may
    use no longer. What is seen and was never granted goes on as long as both its ends are there. O(usage rows of the month).
    """
    snapshot, last = comparison.before, day_of(comparison.moment)
    usage = snapshot.usage
    window = usage.between(last - MONTH_DAYS + 1, last)
    rows = window.start + np.flatnonzero(usage_amounts(snapshot).code[window] == COST)
    chosen = chosen_currency(snapshot, usage.currency[rows], currency)
    if isinstance(chosen, Reason):
        return StoppedSpend(None, None, chosen)
    rows = rows[usage.currency[rows] == snapshot.texts.find(chosen)]
    stopped = rows[_stops(comparison, rows)]
    return StoppedSpend(Money(int_sum(usage.cost[rows]), chosen), Money(int_sum(usage.cost[stopped]), chosen))


def _stops(comparison: ReachComparison, rows: Ints) -> Bool:
    """Of some usage rows those that could not happen any more."""
    before, after = (view.mode for view in _granted(comparison))
    acts, still = np.append(before == CONVEYS, True), np.append((after == CONVEYS)[comparison.new_of], True)
    usage, was, goes_on = comparison.before.usage, np.ones(len(rows), dtype=bool), np.ones(len(rows), dtype=bool)
    for column in (usage.principal, usage.resource, usage.application):
        # The last entry is for none.
        was &= acts[column[rows]]
        goes_on &= still[column[rows]]
    stops = was & ~goes_on
    granted = np.flatnonzero(was & goes_on & (usage.principal[rows] >= 0))
    for resource in np.unique(usage.resource[rows[granted]]).tolist():
        check_deadline()
        of_resource = granted[usage.resource[rows[granted]] == resource]
        lost = _no_longer_reaching(comparison, resource)
        stops[of_resource] = lost[usage.principal[rows[of_resource]]]
    return stops


def _no_longer_reaching(comparison: ReachComparison, resource: int) -> Bool:
    """Per node of the first snapshot whether granted access leads from it to a resource, and would not any more."""
    before, after = _granted(comparison)
    reached = _reaching(before, resource)
    return reached & ~_reaching(after, int(comparison.new_of[resource]))[comparison.new_of]


def _reaching(view: View, node: int) -> Bool:
    mask = np.zeros(len(view.mode), dtype=bool)
    nodes = view.traverser(reverse=True).bfs(view.vertices_of([node]), min(view.levels)).nodes
    mask[nodes[nodes < len(mask)]] = True
    return mask


def _granted(comparison: ReachComparison) -> tuple[View, View]:
    return (
        comparison.before.at(comparison.moment, Basis.GRANTED),
        comparison.after.at(comparison.moment, Basis.GRANTED),
    )
