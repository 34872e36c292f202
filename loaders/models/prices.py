"""Estimated prices of tokens by the public price table of a day: an estimate, never a bill.

The table is the one inside the installed `genai-prices` package. It is read from there alone and never fetched, so the same
installation gives the same prices. docs/decisions/0028 says who prices.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec

from graph.claims import Usage
from graph.moment import date_of
from graph.money import read_amount
from graph.ontology import DISJOINT_COUNTERS
from loaders.models.names import table_names

CURRENCY = "USD"
# The connectors whose usage is priced and not billed.
PRICING_CONNECTORS: tuple[str, ...] = ("bedrock_logs", "litellm", "otlp")
# The prices that may hold for a counter, the nearest first; what a cache write costs where no price tells is an input's.
_PRICES: Mapping[str, tuple[str, ...]] = {
    "uncached_input": ("input_mtok",),
    "cache_read": ("cache_read_mtok", "input_mtok"),
    "cache_write_5m": ("cache_write_5m_mtok", "cache_write_mtok", "input_mtok"),
    "cache_write_1h": ("cache_write_1h_mtok", "cache_write_mtok", "input_mtok"),
    "cache_write": ("cache_write_mtok", "input_mtok"),
    "output": ("output_mtok",),
}
_OUTPUT = DISJOINT_COUNTERS.index("output")
_PER = Decimal(1_000_000)

# The price of one unit for a prompt of so many tokens; None: the table has no price for it.
Price = Callable[[Decimal], Decimal] | None


def priced(usage: Usage, on_day: int | None = None) -> Usage:
    """The row with the cost that its tokens have by the table of a day, default the row's own; basis `priced`.

    A row that has a cost, has no tokens, names no model or names one that the table does not price (for every counter that
    it holds) comes back as it is: unpriced is not nought. Where some provider's bill tells of the same usage, answers count the
    bill and show this as an estimate. A price that depends on the size of the prompt is chosen by the row's average prompt; of a row that does
    not count its requests, the base price.
    """
    if usage.cost_nano is not None or not any(usage.tokens) or not usage.resource.startswith("Model:"):
        return usage
    day = usage.day if on_day is None else on_day
    amount = _amount(prices_of(usage.resource, day), usage)
    if amount is None:
        return usage
    nano, rounded = read_amount(amount)
    return msgspec.structs.replace(
        usage,
        cost_nano=nano,
        currency=CURRENCY,
        basis="priced",
        priced_on=day,
        rounded=usage.rounded or rounded,
    )


@lru_cache(maxsize=65_536)
def prices_of(resource: str, day: int) -> tuple[Price, ...] | None:
    """The prices of a model on a UTC day, in the order of DISJOINT_COUNTERS and then per request; None: not in the table.

    A price that changes within a day is that of noon. Cheap when asked again.
    """
    model = _find(resource)
    if model is None:
        return None
    prices = model.get_prices(datetime.combine(date_of(day), time(12), UTC))
    listed = [next((price for key in keys if (price := _price(prices, key))), None) for keys in _ordered()]
    return (*listed, _price(prices, "requests_kcount"))


def _ordered() -> list[tuple[str, ...]]:
    return [_PRICES[name] for name in DISJOINT_COUNTERS]


@lru_cache(maxsize=4096)
def _find(resource: str) -> Any:
    """The table's entry for a model, under the first of its spellings that it knows."""
    # It takes a quarter of a second to import, and most loads price nothing.
    from genai_prices.data_snapshot import get_snapshot

    provider, names = table_names(resource)
    for name in names:
        try:
            return get_snapshot().find_provider_model(name, None, provider, None)[1]
        except LookupError:
            continue
    return None


def _price(prices: object, key: str) -> Price:
    price = getattr(prices, key)
    if price is None:
        return None
    if isinstance(price, Decimal):
        return lambda _: price
    tiers = [(tier.start, tier.price) for tier in price.tiers]
    return lambda prompt: next((tier_price for start, tier_price in reversed(tiers) if prompt > start), price.base)


def _amount(prices: tuple[Price, ...] | None, usage: Usage) -> Decimal | None:
    if prices is None:
        return None
    counts = usage.tokens[: len(DISJOINT_COUNTERS)]
    prompt = Decimal(sum(counts[:_OUTPUT])) / usage.requests if usage.requests else Decimal(0)
    total = Decimal(0)
    for count, price in zip(counts, prices[:-1], strict=True):
        if not count:
            continue
        if price is None:
            return None
        total += price(prompt) * count / _PER
    per_request = prices[-1]
    return total if per_request is None else total + per_request(prompt) * usage.requests / 1000
