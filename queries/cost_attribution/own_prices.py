"""Own prices in an answer: which of them usage of the window has, and what it costs by them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.moment import write_day
from graph.money import Money
from graph.ontology import COST_BASES, DISJOINT_COUNTERS
from graph.prices import OwnPrice, price_numbers, read_price
from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, Ints, int_sum
from graph.snapshot.ledger import COST, ESTIMATE, INCLUDED
from queries.cost_attribution.explanation import OwnPriceUse, UnitPrice
from queries.cost_attribution.select import UsageSelection

_PRICED = COST_BASES.index("priced")


def own_prices(snapshot: Snapshot) -> list[OwnPrice]:
    """The prices that the snapshot was compiled with, in order of precedence."""
    return [read_price(entry) for entry in snapshot.info.get("prices", ())]


def numbers_of_rows(snapshot: Snapshot, prices: Sequence[OwnPrice], rows: slice | Ints) -> I8:
    """Per usage row the number of the own price that it costs what it costs by, -1 for none."""
    usage = snapshot.usage
    amounts = np.column_stack((usage.tokens[rows][:, : len(DISJOINT_COUNTERS)], usage.requests[rows])).astype(np.int64)
    number = price_numbers(prices, snapshot.ids, usage.resource[rows], usage.day[rows], amounts)
    return np.where(usage.basis[rows] == _PRICED, number, -1)


def own_price_uses(snapshot: Snapshot, selection: UsageSelection, currency: str) -> tuple[OwnPriceUse, ...]:
    """The own prices of the selected rows, whatever filters leave of them; by model and day."""
    prices = own_prices(snapshot)
    if not prices:
        return ()
    numbers = selection.rows()
    number = numbers_of_rows(snapshot, prices, numbers)
    uses = []
    for at in np.unique(number[number >= 0]).tolist():
        price, of_price = prices[at], number == at
        cost, estimate, included = (
            Money(int_sum(selection.cost[of_price & (selection.amount == code)]), currency)
            for code in (COST, ESTIMATE, INCLUDED)
        )
        use = OwnPriceUse(
            model=price.model,
            first_day=None if price.first_day is None else write_day(price.first_day),
            last_day=None if price.last_day is None else write_day(price.last_day),
            units=tuple(UnitPrice(name, Money(nano, price.currency)) for name, nano in sorted(price.units.items())),
            rows=int(of_price.sum()),
            cost=cost,
            estimate=estimate,
            included=included,
        )
        uses.append(use)
    return tuple(sorted(uses, key=lambda use: (use.model, use.first_day or "")))
