"""Costs per unit of what is in the ledger: per 1,000 requests, per person, per team."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np

from graph.money import Money
from graph.snapshot.columns import int_sum
from graph.snapshot.ledger import COST
from queries.cost_attribution.explanation import UnitCost
from queries.cost_attribution.group import AttributedUsage, amount_of_parts
from queries.cost_attribution.question import CostRows

_PEOPLE = (("person", "identity"), ("team", "team"))


def unit_costs(usage: AttributedUsage, rows: CostRows) -> tuple[UnitCost, ...]:
    """The unit costs of an answer. Whom a rule cannot name is no person, and requests without a cost are left out."""
    return (*_of_people(rows), _of_requests(usage, rows.currency))


def _of_people(rows: CostRows) -> Iterator[UnitCost]:
    for unit, name in _PEOPLE:
        if name in rows.codes:
            # Labels are in byte order, and no id begins with what stands for nobody.
            is_named = rows.codes[name] < bisect_left(rows.labels[name], "~")
            counted = is_named & (rows.sums["cost"] != 0).astype(bool)
            cost = sum(rows.sums["cost"][counted].tolist())
            yield _unit_cost(unit, len(np.unique(rows.codes[name][counted])), cost, rows.currency)


def _of_requests(usage: AttributedUsage, currency: str) -> UnitCost:
    requests = usage.parts.measures.get("requests")
    if requests is None:
        return _unit_cost("1,000 requests", 0, 0, currency)
    # A request that several share is in one part and its cost in each: what counts is whether the row has any.
    of_row = usage.parts.of_row(usage.selection.of(usage.selection.usage.requests))
    counted = (amount_of_parts(usage) == COST) & (of_row > 0)
    cost = int_sum(usage.parts.measures["cost"][counted])
    return _unit_cost("1,000 requests", int_sum(requests[counted]), cost, currency, 1000)


def _unit_cost(unit: str, count: int, cost: int, currency: str, scale: int = 1) -> UnitCost:
    return UnitCost(
        unit, count, Money(cost, currency), Money(_rounded(cost * scale, count), currency) if count else None
    )


def _rounded(over: int, under: int) -> int:
    """A quotient rounded half-even."""
    quotient, rest = divmod(over, under)
    return quotient + (2 * rest > under or (2 * rest == under and quotient % 2 == 1))
