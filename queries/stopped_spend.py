"""Spend that stops: what usage of the last month cost that could not happen any more after some edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.deadline import check_deadline
from graph.moment import day_of
from graph.money import Money
from graph.reason import Reason
from graph.snapshot import ABSENT, CONVEYS, Basis, View
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


def stopped_spend(
    comparison: ReachComparison, currency: str | None = None, removed: Sequence[int] = ()
) -> StoppedSpend:
    """The spend of a month that stops: of principals that act no longer, through what serves no longer, of what they may
    use no longer. What is seen and was never granted goes on as long as both its ends are there. O(usage rows of the month).

    `removed`: nodes of the first snapshot that are taken away, whether or not any source listed them.
    """
    snapshot, last = comparison.before, day_of(comparison.moment)
    usage = snapshot.usage
    window = usage.between(last - MONTH_DAYS + 1, last)
    rows = window.start + np.flatnonzero(usage_amounts(snapshot).code[window] == COST)
    chosen = chosen_currency(snapshot, usage.currency[rows], currency)
    if isinstance(chosen, Reason):
        return StoppedSpend(None, None, chosen)
    rows = rows[usage.currency[rows] == snapshot.texts.find(chosen)]
    stopped = rows[_stops(comparison, rows, removed)]
    return StoppedSpend(Money(int_sum(usage.cost[rows]), chosen), Money(int_sum(usage.cost[stopped]), chosen))


def _stops(comparison: ReachComparison, rows: Ints, removed: Sequence[int]) -> Bool:
    """Of some usage rows those that could not happen any more."""
    before, after = (_acting(view) for view in _granted(comparison))
    acts, still = np.append(before, True), np.append(after[comparison.new_of], True)
    still[list(removed)] = False
    usage, was, goes_on = comparison.before.usage, np.ones(len(rows), dtype=bool), np.ones(len(rows), dtype=bool)
    for column in (usage.principal, usage.resource, usage.application):
        # The last entry is for none.
        was &= acts[column[rows]]
        goes_on &= still[column[rows]]
    stops = was & ~goes_on
    granted = np.flatnonzero(was & goes_on & (usage.principal[rows] >= 0))
    # What is granted stops only where a walk passes an edge that goes.
    passing = comparison.reaching_difference(Basis.GRANTED)[0], comparison.reached_from_difference(Basis.GRANTED)[0]
    granted = granted[passing[0][usage.principal[rows[granted]]] & passing[1][usage.resource[rows[granted]]]]
    ends = usage.principal[rows[granted]], usage.resource[rows[granted]]
    distinct = [np.unique(column) for column in ends]
    reverse = len(distinct[1]) < len(distinct[0])
    from_column, to_column = (ends[1], ends[0]) if reverse else ends
    for node in distinct[reverse].tolist():
        check_deadline()
        of_node = granted[from_column == node]
        stops[of_node] = _lost(comparison, node, reverse=reverse)[to_column[from_column == node]]
    return stops


def _acting(view: View) -> Bool:
    """Per node whether it acts or serves: what conveys, a closed account as which a key still runs, and an application of which
    nothing but its usage is known.
    """
    acts: Bool = view.mode == CONVEYS
    acts[view.outlived] = True
    unknown = (view.mode == ABSENT) & view.tables.nodes.of("Application")
    unknown[view.tables.modes.node] = False
    acts |= unknown
    return acts


def _lost(comparison: ReachComparison, node: int, *, reverse: bool) -> Bool:
    """Per node of the first snapshot whether granted access leads to it from a node (with `reverse`, from it to the node), and
    would not any more."""
    before, after = _granted(comparison)
    reached = _reached(before, node, reverse=reverse)
    return reached & ~_reached(after, int(comparison.new_of[node]), reverse=reverse)[comparison.new_of]


def _reached(view: View, node: int, *, reverse: bool) -> Bool:
    # A closed account acts as whoever holds its key comes to it.
    mask = np.zeros(len(view.mode), dtype=bool)
    vertices = view.traverser(reverse=reverse).bfs(view.vertices_of([node]), min(view.levels)).nodes
    mask[view.node_of[vertices]] = True
    return mask


def _granted(comparison: ReachComparison) -> tuple[View, View]:
    return (
        comparison.before.at(comparison.moment, Basis.GRANTED),
        comparison.after.at(comparison.moment, Basis.GRANTED),
    )
