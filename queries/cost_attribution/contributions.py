"""Contributions to an answer about cost: the usage rows behind a key, and the charges behind a bucket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from graph.errors import InputError
from graph.moment import write_day
from graph.money import Money
from graph.ontology import AMOUNTS, COST_BASES
from graph.snapshot import Snapshot
from graph.snapshot.columns import int_sums
from queries.cost_attribution.charges import bucket_lines_of, drops_buckets
from queries.cost_attribution.group import matching
from queries.cost_attribution.question import Params, check_params
from queries.cost_attribution.run import Attribution
from queries.cost_attribution.select import select_usage
from queries.usage.amounts import choose_conversion
from queries.vocabulary import UNPRICED


@dataclass(frozen=True, slots=True)
class Contribution:
    """One usage row behind a key. `cost` is what of the row falls under the key, `row_cost` the whole row's.

    `amount`: which of a key's amounts that is (cost, estimate, included), null for tokens without a known cost. `basis` is
    mixed where a rule splits what was billed.
    """

    source: str
    principal: str | None
    resource: str
    application: str | None
    workspace: str | None
    day: str
    amount: str | None
    basis: str
    cost: Money
    row_cost: Money
    detail: str | None


@dataclass(frozen=True, slots=True)
class ContributingCharges:
    """One line behind a bucket: `cost` falls in the window, `charged` and `used` are the whole period's.

    `charges`: of each charge behind it, the source and the description.
    """

    application: str
    first_day: str
    last_day: str
    cost: Money
    charged: Money
    used: Money
    charges: tuple[tuple[str, str | None], ...]


def contributions(snapshot: Snapshot, params: Params, key: Mapping[str, str]) -> tuple[Contribution, ...]:
    """The usage rows behind a key of the answer to `params`, by day; their costs add up to the key's amounts, spread seats apart.

    `key` names some or all dimensions of `params.by`. Raises what `run` raises.
    """
    check_params(params)
    if not set(key) <= set(params.by):
        raise InputError(f"a key has the dimensions that cost is shown by: {', '.join(params.by) or 'none'}")
    days = (params.first_day, params.last_day)
    conversion = choose_conversion(snapshot, days, params.currency, params.rates)
    selection = select_usage(snapshot, days, conversion)
    attributed = Attribution(snapshot, params).of(selection)
    under_key = matching(attributed, params.filters) & matching(attributed, {name: (key[name],) for name in key})
    parts = attributed.parts.where(under_key)
    assert parts.row is not None
    chosen, groups = np.unique(parts.row, return_inverse=True)
    shares = int_sums(groups, parts.measures["cost"], len(chosen))
    is_share = np.zeros(len(chosen), dtype=bool)
    if parts.is_share is not None:
        is_share[groups[parts.is_share]] = True
    amounts = [AMOUNTS[code] if code < len(AMOUNTS) else None for code in selection.amount[chosen].tolist()]
    usage, ids = snapshot.usage, [*snapshot.ids, None]
    return tuple(
        Contribution(
            source=snapshot.sources[usage.claimed_by[row]],
            principal=ids[usage.principal[row]],
            resource=snapshot.ids[int(usage.resource[row])],
            application=ids[usage.application[row]],
            workspace=ids[usage.workspace[row]],
            day=write_day(int(usage.day[row])),
            amount=amount,
            basis=UNPRICED if amount is None else _basis(COST_BASES[usage.basis[row]], split),
            cost=Money(int(share), conversion.currency),
            row_cost=Money(int(cost), conversion.currency),
            detail=snapshot.text(int(usage.detail[row])),
        )
        for row, share, cost, amount, split in zip(
            selection.rows()[chosen].tolist(),
            shares.tolist(),
            selection.cost[chosen].tolist(),
            amounts,
            is_share.tolist(),
            strict=True,
        )
    )


def _basis(basis: str, is_share: bool) -> str:
    """A share of what was billed is a rule's doing, not the provider's."""
    return "mixed" if is_share and basis == "billed" else basis


def bucket_lines(snapshot: Snapshot, params: Params, bucket: str) -> tuple[ContributingCharges, ...]:
    """The lines behind a bucket of the answer to `params`, by application and day; their costs add up to the bucket's."""
    check_params(params)
    conversion = choose_conversion(snapshot, (params.first_day, params.last_day), params.currency, params.rates)
    charges, currency = snapshot.charges, conversion.currency
    lines = [] if drops_buckets(params) else bucket_lines_of(snapshot, params, conversion)
    contributing = [
        ContributingCharges(
            application=snapshot.ids[line.application],
            first_day=write_day(line.days[0]),
            last_day=write_day(line.days[1]),
            cost=Money(line.nano, currency),
            charged=Money(line.charged, currency),
            used=Money(line.used, currency),
            charges=tuple(
                (snapshot.sources[charges.claimed_by[row]], snapshot.text(int(charges.description[row])))
                for row in line.rows
            ),
        )
        for line in lines
        if line.bucket == bucket
    ]
    return tuple(sorted(contributing, key=lambda line: (line.application, line.first_day, line.charges)))
