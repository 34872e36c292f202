"""This file knows the question: what did AI use cost in a window, and whose cost is it?"""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from graph.moment import midnight
from graph.money import Money
from graph.snapshot import Snapshot
from queries.base import Completeness, freshness_warnings
from queries.cost_attribution.answer import Answer
from queries.cost_attribution.bucket import asked_lines, bucket_sums, drops_buckets, overlaps
from queries.cost_attribution.frame import Ground, gather, matching
from queries.cost_attribution.ledger import CurrencyConversion, choose_conversion, counting, rows_between, select
from queries.cost_attribution.question import Params, check_params
from queries.usage.int_sums import total


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Attribute the cost of a window: rows + buckets = ledger, exactly.

    Raises InputError for a question that cannot be asked, and for a window of several currencies where none is asked for.
    """
    check_params(params)
    exchange = choose_conversion(snapshot, params)
    ground, days = Ground(snapshot, params), (params.first_day, params.last_day)
    selection = select(snapshot, days, exchange, chargeable=True)
    frame = ground.frame(selection)
    # The ledger is added up before anything is split, unless a filter needs the splits to choose.
    used = total(selection.cost)
    if params.filters:
        frame = dataclasses.replace(frame, parts=frame.parts.take(matching(frame, params.filters)))
        used = total(frame.parts.measures["cost"])
    sums = bucket_sums(asked_lines(snapshot, params, exchange))
    buckets = {name: Money(nano, exchange.currency) for name, nano in sums.items()}
    dropped = drops_buckets(params)
    ledger = used if dropped else used + sum(sums.values())
    return Answer(
        ledger=Money(ledger, exchange.currency),
        rows=gather(frame, exchange.currency),
        buckets={} if dropped else buckets,
        included_value=Money(_included(ground, exchange), exchange.currency),
        overlaps=overlaps(snapshot, params),
        dropped_buckets=buckets if dropped else {},
        left_out=tuple(_ledger_in(snapshot, params, currency) for currency in exchange.left_out),
        unpriced_rows=_unpriced(snapshot, days),
        rates={name: f"{rate.normalize():f}" for name, rate in sorted(params.rates.items())},
        completeness=Completeness(),
        freshness=freshness_warnings(snapshot, min(params.as_of, midnight(params.first_day)), params.as_of),
    )


def _included(ground: Ground, exchange: CurrencyConversion) -> int:
    """The value of usage that is not chargeable, under the same filters."""
    params = ground.params
    selection = select(ground.snapshot, (params.first_day, params.last_day), exchange, chargeable=False)
    if not params.filters or not len(selection.cost):
        return total(selection.cost)
    frame = ground.frame(selection)
    return total(frame.parts.measures["cost"][matching(frame, params.filters)])


def _ledger_in(snapshot: Snapshot, params: Params, currency: str) -> Money:
    """The whole ledger of the window in one currency alone, before filters."""
    alone = dataclasses.replace(params, currency=currency, rates={}, filters={})
    exchange = choose_conversion(snapshot, alone)
    selection = select(snapshot, (params.first_day, params.last_day), exchange, chargeable=True)
    return Money(total(selection.cost) + sum(bucket_sums(asked_lines(snapshot, alone, exchange)).values()), currency)


def _unpriced(snapshot: Snapshot, days: tuple[int, int]) -> int:
    """How many rows of the window have tokens and no known cost."""
    low, high = rows_between(snapshot, *days)
    rows = low + np.flatnonzero(counting(snapshot, low, high) & (snapshot.arrays["usage.currency"][low:high] < 0))
    tokens: Any = snapshot.arrays["usage.tokens"][rows]
    return int(tokens.any(axis=1).sum())
