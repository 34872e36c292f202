"""The projection of a snapshot: nodes, relationships and sums of usage as a graph store shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.ontology import DISJOINT_COUNTERS
from graph.snapshot.columns import I8, Bool, differs, pair_keys
from graph.snapshot.ledger import usage_amounts
from graph.snapshot.principals import attributed_principals, teams_of_rows
from graph.snapshot.projection.entities import entities
from graph.snapshot.projection.fingerprints import Fingerprints
from graph.snapshot.projection.relationships import relationships, seconds
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.tables import ChargeTable, UsageTable
from graph.snapshot.tags import row_tags
from graph.stores.projection import CHARGE_COLUMNS, SECOND, USAGE_COLUMNS, Projection, UsageSums

_GREATEST = np.iinfo(np.int64).max


def project(snapshot: Snapshot) -> Projection:
    """All that a projection shows of a snapshot, in whole columns: O(edges + usage rows), in memory.

    Restricted to a moment its relationships are the edges of `Snapshot.at`, with the widest cap of each (source, target,
    kind). Properties of nodes are those of the moment at which the snapshot was built.
    """
    pairs, uses = usage_sums(snapshot.usage)
    accounts, second_of = seconds(snapshot)
    edges, claimants, evidences = relationships(snapshot, pairs, second_of)
    second_ids = [SECOND + snapshot.ids[account].removeprefix("Account") for account in accounts.tolist()]
    prints = Fingerprints(snapshot, second_ids).with_lists(claimants, evidences)
    usage = prints.keyed(_usage_columns(snapshot))
    return Projection(
        ids=[*snapshot.ids, *second_ids],
        member_ids=snapshot.tables.members.texts,
        values=snapshot.values,
        texts=snapshot.texts,
        sources=snapshot.sources,
        entities=entities(snapshot, prints, (edges, uses), accounts),
        relationships=edges,
        claimants=claimants,
        evidences=evidences,
        uses=uses,
        usage=usage,
        charges=prints.keyed(_columns(snapshot.charges, CHARGE_COLUMNS)),
        days=_days(usage),
        preferred=tuple(snapshot.info["preferred"]),
    )


def usage_sums(usage: UsageTable) -> tuple[I8, UsageSums]:
    """The key of each pair (principal, resource) that usage rows have, sorted, and what its rows add up to."""
    rows = np.flatnonzero(usage.principal >= 0)
    pairs = pair_keys(usage.principal[rows], usage.resource[rows])
    order = np.argsort(pairs, kind="stable")
    rows, pairs = rows[order], pairs[order]
    first = np.flatnonzero(differs(pairs))
    if not len(first):
        none = np.zeros(0, dtype=np.int64)
        return none, UsageSums(none, none, none, none.astype(np.int32), none.astype(np.int32))
    currency = usage.currency[rows]
    priced = currency >= 0
    low = np.minimum.reduceat(np.where(priced, currency, np.iinfo(np.int32).max), first)
    high = np.maximum.reduceat(currency, first)
    cost, fits = _sums(np.where(priced, usage.cost[rows], 0), first)
    requests, _ = _sums(usage.requests[rows], first)
    tokens, _ = _sums(usage.tokens[rows][:, : len(DISJOINT_COUNTERS)], first)
    one_currency = (high >= 0) & (low == high) & fits
    return pairs[first], UsageSums(
        requests=requests,
        tokens=tokens,
        cost=cost,
        currency=np.where(one_currency, high, -1).astype(np.int32),
        last_day=np.maximum.reduceat(usage.day[rows], first).astype(np.int32),
    )


def _sums(column: I8, first: I8) -> tuple[I8, Bool]:
    """Sums of the rows from each `first` on, and whether each fits; what does not is the greatest number there is."""
    exact, rough = (np.add.reduceat(part, first, axis=0) for part in (column, column.astype(np.float64)))
    if column.ndim > 1:
        exact, rough = exact.sum(axis=1), rough.sum(axis=1)
    fits = np.abs(rough) < 2.0**62
    return np.where(fits, exact, _GREATEST), fits


def _usage_columns(snapshot: Snapshot) -> dict[str, npt.NDArray[Any]]:
    """The columns of usage rows, with the amount that each row is, the node that it is attributed by and what its tags name."""
    derived = ("amount", "attributed", "tagged_team", "tagged_cost_center")
    columns = _columns(snapshot.usage, tuple(name for name in USAGE_COLUMNS if name not in derived))
    columns["amount"] = usage_amounts(snapshot).code.astype(np.int64)
    columns["attributed"] = attributed_principals(snapshot)
    tags, nobody = row_tags(snapshot), np.full(len(snapshot.usage), -1, dtype=np.int32)
    teams = teams_of_rows(snapshot)
    columns["tagged_team"] = nobody if teams is None else teams
    columns["tagged_cost_center"] = nobody if tags is None else tags.cost_center
    return {name: columns[name] for name in USAGE_COLUMNS}


def _columns(table: UsageTable | ChargeTable, names: tuple[str, ...]) -> dict[str, npt.NDArray[Any]]:
    """Columns as a graph store calls them: there the source of a row is its `source`."""
    return {name: getattr(table, "claimed_by" if name == "source" else name) for name in names}


def _days(usage: Mapping[str, npt.NDArray[Any]]) -> dict[int, int]:
    """Per day the sum of the keys of its rows, modulo 2**64: two days of equal rows have equal sums."""
    days, group = np.unique(usage["day"], return_inverse=True)
    sums = np.zeros(len(days), dtype=np.uint64)
    np.add.at(sums, group, usage["key"].view(np.uint64))
    return dict(zip(days.tolist(), sums.view(np.int64).tolist(), strict=True))
