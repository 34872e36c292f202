"""Costs per unit of what is in the ledger: per 1,000 requests, per person, per team, per accepted line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np

from graph.money import Money
from graph.snapshot import Snapshot
from graph.snapshot.accepted_lines import row_lines
from graph.snapshot.columns import int_sum
from graph.snapshot.ledger import COST
from graph.snapshot.principals import attributed_principals
from queries.cost_attribution.allocate import UsageParts
from queries.cost_attribution.explanation import UnitCost
from queries.cost_attribution.group import AttributedUsage, amount_of_parts
from queries.cost_attribution.question import CostRows, Params
from queries.cost_attribution.select import UsageSelection

_PEOPLE = (("person", "identity"), ("team", "team"))
# Dimensions of cost that accepted lines do not have.
_UNTOLD = frozenset(("model", "provider", "credential", "mcp_server", "data_source"))


def unit_costs(usage: AttributedUsage, rows: CostRows, lines: UsageParts | None) -> tuple[UnitCost, ...]:
    """The unit costs of an answer. Whom a rule cannot name is no person, and requests without a cost are left out.

    `lines`: parts of the rows that tell accepted lines, which are their `cost`.
    """
    return (*_of_people(rows), _of_requests(usage, rows.currency), *_of_lines(usage, rows.currency, lines))


def lines_selection(snapshot: Snapshot, params: Params) -> UsageSelection | None:
    """The rows of the window that tell accepted lines, with the lines in place of a cost; None where the question has none.

    Of a model, a key, a server or a data source nobody tells what was accepted.
    """
    counts = row_lines(snapshot)
    if counts is None or params.filters.keys() & _UNTOLD:
        return None
    usage = snapshot.usage
    rows = usage.between(params.first_day, params.last_day)
    chosen = np.flatnonzero(counts.is_known[rows])
    lines = counts.count[rows][chosen]
    amount = np.full(len(chosen), COST, dtype=np.int8)
    return UsageSelection(usage, attributed_principals(snapshot), rows, chosen, lines, amount) if len(chosen) else None


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


def _of_lines(usage: AttributedUsage, currency: str, lines: UsageParts | None) -> Iterator[UnitCost]:
    """What a line costs: usage of the applications whose accepted lines are told, over these lines."""
    counts = row_lines(usage.snapshot)
    if lines is None or counts is None:
        return
    table, selection = usage.selection.usage, usage.selection
    days = table.between(usage.params.first_day, usage.params.last_day)
    # The last entry is for rows that name none.
    tells = np.zeros(usage.snapshot.count + 1, dtype=bool)
    tells[table.application[days][counts.is_known[days]]] = True
    counted = (amount_of_parts(usage) == COST) & tells[usage.parts.of_row(selection.of(table.application))]
    cost = int_sum(usage.parts.measures["cost"][counted])
    yield _unit_cost("accepted line", int_sum(lines.measures["cost"]), cost, currency)


def _unit_cost(unit: str, count: int, cost: int, currency: str, scale: int = 1) -> UnitCost:
    return UnitCost(
        unit, count, Money(cost, currency), Money(_rounded(cost * scale, count), currency) if count else None
    )


def _rounded(over: int, under: int) -> int:
    """A quotient rounded half-even."""
    quotient, rest = divmod(over, under)
    return quotient + (2 * rest > under or (2 * rest == under and quotient % 2 == 1))
