"""This file knows what stands behind a part of an answer: the usage rows of a key, the charges of a bucket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from graph.errors import InputError
from graph.moment import write_day
from graph.money import Money
from graph.ontology import COST_BASES
from graph.snapshot import Snapshot
from queries.cost_attribution.bucket import asked_lines, drops_buckets
from queries.cost_attribution.frame import Ground, matching
from queries.cost_attribution.ledger import choose_conversion, select
from queries.cost_attribution.question import Params, check_params
from queries.usage.int_sums import group_sums


@dataclass(frozen=True, slots=True)
class Contribution:
    """One usage row behind a key. `cost` is what of the row falls under the key, `row_cost` the whole row's."""

    source: str
    principal: str | None
    resource: str
    application: str | None
    workspace: str | None
    day: str
    basis: str
    cost: Money
    row_cost: Money
    detail: str | None


@dataclass(frozen=True, slots=True)
class ChargeLine:
    """One line behind a bucket: `cost` falls in the window, `charged` and `used` are the whole period's."""

    application: str
    first_day: str
    last_day: str
    cost: Money
    charged: Money
    used: Money
    charges: tuple[tuple[str, str | None], ...]


def contributions(snapshot: Snapshot, params: Params, key: Mapping[str, str]) -> tuple[Contribution, ...]:
    """The usage rows behind a key of the answer to `params`, by day; their costs add up to the key's.

    `key` names some or all dimensions of `params.by`. Raises what `run` raises.
    """
    check_params(params)
    if not set(key) <= set(params.by):
        raise InputError(f"a key has the dimensions that cost is shown by: {', '.join(params.by) or 'none'}")
    exchange = choose_conversion(snapshot, params)
    selection = select(snapshot, (params.first_day, params.last_day), exchange, chargeable=True)
    frame = Ground(snapshot, params).frame(selection)
    parts = frame.parts.take(matching(frame, params.filters) & matching(frame, {name: (key[name],) for name in key}))
    assert parts.row is not None
    rows, group = np.unique(parts.row, return_inverse=True)
    shares = group_sums(group, parts.measures["cost"], len(rows))
    arrays, numbers, texts = snapshot.arrays, selection.numbers()[rows].tolist(), [*snapshot.ids, None]
    return tuple(
        Contribution(
            source=snapshot.sources[arrays["usage.source"][row]],
            principal=texts[arrays["usage.principal"][row]],
            resource=snapshot.ids[int(arrays["usage.resource"][row])],
            application=texts[arrays["usage.application"][row]],
            workspace=texts[arrays["usage.workspace"][row]],
            day=write_day(int(arrays["usage.day"][row])),
            basis=COST_BASES[arrays["usage.basis"][row]],
            cost=Money(int(share), exchange.currency),
            row_cost=Money(int(cost), exchange.currency),
            detail=snapshot.text(int(arrays["usage.detail"][row])),
        )
        for row, share, cost in zip(numbers, shares.tolist(), selection.cost[rows].tolist(), strict=True)
    )


def bucket_lines(snapshot: Snapshot, params: Params, bucket: str) -> tuple[ChargeLine, ...]:
    """The lines behind a bucket of the answer to `params`, by application and day; their costs add up to the bucket's."""
    check_params(params)
    exchange = choose_conversion(snapshot, params)
    arrays, currency = snapshot.arrays, exchange.currency
    lines = [] if drops_buckets(params) else asked_lines(snapshot, params, exchange)
    found = [
        ChargeLine(
            application=snapshot.ids[line.application],
            first_day=write_day(line.days[0]),
            last_day=write_day(line.days[1]),
            cost=Money(line.nano, currency),
            charged=Money(line.charged, currency),
            used=Money(line.used, currency),
            charges=tuple(
                (snapshot.sources[arrays["charge.source"][row]], snapshot.text(int(arrays["charge.description"][row])))
                for row in line.rows
            ),
        )
        for line in lines
        if line.bucket == bucket
    ]
    return tuple(sorted(found, key=lambda line: (line.application, line.first_day, line.charges)))
