"""Own prices of models with dates, as `remit.toml` sets them: what tokens cost on a day that no bill tells the cost of.

They go before the public table that a connector prices by, and price tokens whose cost nobody told. What was billed stays.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.money import LIMIT
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, DISJOINT_COUNTERS
from graph.stores.base import ChargeClaims, UsageClaims

I8 = npt.NDArray[np.int64]
Bool = npt.NDArray[np.bool_]

# The settings that may hold for a counter, the nearest first, as the public table is read too.
_SETTINGS: Mapping[str, tuple[str, ...]] = {
    "uncached_input": ("input",),
    "cache_read": ("cache_read", "input"),
    "cache_write_5m": ("cache_write_5m", "cache_write", "input"),
    "cache_write_1h": ("cache_write_1h", "cache_write", "input"),
    "cache_write": ("cache_write", "input"),
    "output": ("output",),
}
REQUESTS = "requests"
UNITS = ("input", "cache_read", "cache_write", "cache_write_5m", "cache_write_1h", "output", REQUESTS)
_PER_TOKEN, _REQUESTS_PER_PRICE = 1_000_000, 1000
_PRICED, _USAGE_CHARGE = COST_BASES.index("priced"), CHARGE_CATEGORIES.index("usage")
_BEFORE_ALL, _AFTER_ALL = -(2**31), 2**31 - 1
# As long as products stay below this, sums of them fit 64 bits.
_SAFE = 2**59


@dataclass(frozen=True, slots=True)
class OwnPrice:
    """The price of one model from a day to another, both inclusive; None: without a beginning or an end.

    `model`: the id of a Model without `Model:`, or the beginning of ids before a `*`. `units`: nano-units per million tokens, by setting, and
    per 1,000 `requests`.
    """

    model: str
    currency: str
    units: Mapping[str, int]
    first_day: int | None = None
    last_day: int | None = None

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day."""
        return (
            _BEFORE_ALL if self.first_day is None else self.first_day,
            _AFTER_ALL if self.last_day is None else self.last_day,
        )

    def is_of(self, model_id: str) -> bool:
        """Whether it is the price of a model, by its id in any letter case."""
        text, model = model_id.partition(":")[2].casefold(), self.model.casefold()
        return text.startswith(model[:-1]) if model.endswith("*") else text == model

    def rates(self) -> list[int | None]:
        """Nano-units per million of each disjoint counter; None: no price."""
        return [
            next((self.units[name] for name in _SETTINGS[counter] if name in self.units), None)
            for counter in DISJOINT_COUNTERS
        ]


def by_precedence(prices: Sequence[OwnPrice]) -> list[OwnPrice]:
    """The least specific first: shorter beginnings, then longer ones, then whole ids."""
    return sorted(prices, key=lambda price: (not price.model.endswith("*"), len(price.model), price.model, price.days))


def price_numbers(
    prices: Sequence[OwnPrice], ids: Sequence[str], resource: npt.NDArray[Any], day: npt.NDArray[Any], amounts: I8
) -> I8:
    """Per usage row the number of the price that holds for it, -1 for none; O(prices x rows).

    `amounts`: its disjoint counters, and its requests last. A price that does not price every counter of a row does not hold for it.
    """
    number = np.full(len(resource), -1, dtype=np.int64)
    if not len(prices) or not len(resource):
        return number
    nodes, of = np.unique(resource, return_inverse=True)
    texts = [ids[node] if node >= 0 else "" for node in nodes.tolist()]
    has_tokens = amounts[:, :-1].any(axis=1)
    for at, price in enumerate(prices):
        is_of = np.array([text.startswith("Model:") and price.is_of(text) for text in texts])
        if not is_of.any():
            continue
        first, last = price.days
        mask = is_of[of.reshape(-1)] & (first <= day) & (day <= last)
        mask &= has_tokens | ((amounts[:, -1] > 0) & (REQUESTS in price.units))
        for column, rate in enumerate(price.rates()):
            if rate is None:
                mask &= amounts[:, column] == 0
        number[mask] = at
    return number


def priced_amounts(price: OwnPrice, amounts: I8) -> tuple[I8, Bool]:
    """What rows cost by a price, in nano-units rounded half-even once, and which of them fit an amount."""
    rates = [(rate or 0) for rate in price.rates()]
    rates.append(price.units.get(REQUESTS, 0) * (_PER_TOKEN // _REQUESTS_PER_PRICE))
    columns: Any = amounts
    if int(amounts.max(initial=0)) * max(*rates, 1) > _SAFE:
        columns = amounts.astype(object)
    total = sum(columns[:, at] * rate for at, rate in enumerate(rates))
    quotient = total // _PER_TOKEN
    twice = 2 * (total - quotient * _PER_TOKEN)
    cost = quotient + ((twice > _PER_TOKEN) | ((twice == _PER_TOKEN) & (quotient % 2 == 1)))
    fits = np.asarray(cost < LIMIT, dtype=bool)
    return np.where(fits, cost, 0).astype(np.int64), fits


def with_own_prices(
    usage: UsageClaims, charges: ChargeClaims, prices: Sequence[OwnPrice], ids: Sequence[str], numbers: dict[str, int]
) -> UsageClaims:
    """Usage rows of canonical nodes with the costs that prices, in order of precedence, give them, basis `priced`.

    Rows that a table priced, and rows without a cost; of these not the ones whose own source tells a bill of the same day, as
    that bill is theirs. `numbers` are the numbers of texts; a currency that is not among them is added.
    """
    has_cost = usage.currency >= 0
    rows = np.flatnonzero(~has_cost | (usage.basis == _PRICED)) if prices else np.zeros(0, dtype=np.int64)
    if not len(rows):
        return usage
    rows = rows[~_is_billed(usage, charges, rows, has_cost & (usage.basis != _PRICED))]
    amounts = np.column_stack((usage.tokens[rows][:, : len(DISJOINT_COUNTERS)], usage.requests[rows])).astype(np.int64)
    number = price_numbers(prices, ids, usage.resource[rows], usage.day[rows], amounts)
    if not (number >= 0).any():
        return usage
    cost, currency, basis, priced_on = (
        usage.cost.copy(),
        usage.currency.copy(),
        usage.basis.copy(),
        usage.priced_on.copy(),
    )
    for at in np.unique(number[number >= 0]).tolist():
        price, of_price = prices[at], np.flatnonzero(number == at)
        nano, fits = priced_amounts(price, amounts[of_price])
        chosen = rows[of_price[fits]]
        cost[chosen], basis[chosen], priced_on[chosen] = nano[fits], _PRICED, usage.day[chosen]
        currency[chosen] = numbers.setdefault(price.currency, len(numbers))
    return dataclasses.replace(usage, cost=cost, currency=currency, basis=basis, priced_on=priced_on)


def _is_billed(usage: UsageClaims, charges: ChargeClaims, rows: I8, billed: Bool) -> Bool:
    """Which rows without a cost are of a source and day of which the source itself tells billed rows or usage charges.

    Its bill is theirs, on whatever application it stands.
    """
    bare = usage.currency[rows] < 0
    pairs = np.column_stack((usage.claimed_by[rows], usage.day[rows])).astype(np.int64)
    pairs, of = np.unique(pairs, axis=0, return_inverse=True)
    source, day = pairs[:, 0], pairs[:, 1]
    is_billed = np.zeros(len(pairs), dtype=bool)
    bills = np.unique(np.column_stack((usage.claimed_by[billed], usage.day[billed])).astype(np.int64), axis=0)
    both = np.concatenate((pairs, bills))
    _, number = np.unique(both, axis=0, return_inverse=True)
    is_billed |= np.isin(number.reshape(-1)[: len(pairs)], number.reshape(-1)[len(pairs) :])
    usage_charges = np.flatnonzero(charges.category == _USAGE_CHARGE)
    columns = (charges.claimed_by, charges.first_day, charges.last_day)
    for owner, first, last in np.unique(
        np.column_stack([column[usage_charges] for column in columns]), axis=0
    ).tolist():
        is_billed |= (source == owner) & (first <= day) & (day <= last)
    return np.asarray(bare & is_billed[of.reshape(-1)])


def write_price(price: OwnPrice) -> dict[str, Any]:
    """A price as a snapshot keeps it."""
    return dataclasses.asdict(price) | {"units": dict(sorted(price.units.items()))}


def read_price(entry: Mapping[str, Any]) -> OwnPrice:
    """The price of `write_price`."""
    return OwnPrice(**entry)
