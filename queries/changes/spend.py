"""Spend of two windows of equal length, compared by key: the whole days between two moments, and as many before them."""

from __future__ import annotations

from graph.errors import InputError
from graph.moment import day_of, write_day
from graph.money import Money
from graph.reason import Reason
from graph.snapshot import Snapshot
from queries import cost_attribution
from queries.changes.question import Params, SpendChange, SpendChanges
from queries.cost_attribution.question import CostRow

# The dimension of cost that a node of a kind is a key of.
_DIMENSION_OF = {
    "Identity": "identity",
    "Account": "account",
    "Credential": "credential",
    "Application": "application",
    "Model": "model",
    "McpServer": "mcp_server",
    "DataSource": "data_source",
}


def spend_changes(
    snapshot: Snapshot, params: Params, moments: tuple[int, int], node: int | None
) -> tuple[SpendChanges | None, tuple[Reason, ...], tuple[Reason, ...]]:
    """What the keys of two windows cost, with what is missing and what is worth knowing.

    None where no whole day lies between the moments, where `node` is no key of cost, and, with a reason, where costs are in
    several currencies and none is asked for.
    """
    first_day, last_day = day_of(moments[0]), day_of(moments[1]) - 1
    if first_day > last_day:
        return None, (), ()
    first_before = first_day - (last_day - first_day + 1)
    filters: dict[str, tuple[str, ...]] = {}
    if node is not None:
        dimension = _DIMENSION_OF.get(snapshot.kind(node))
        if dimension is None:
            return None, (), ()
        filters = {dimension: (snapshot.ids[node],)}
    try:
        before, after = (
            cost_attribution.run(
                snapshot,
                cost_attribution.Params(
                    by=params.by,
                    first_day=days[0],
                    last_day=days[1],
                    as_of=moments[1],
                    currency=params.currency,
                    filters=filters,
                ),
            )
            for days in ((first_before, first_day - 1), (first_day, last_day))
        )
    except InputError as error:
        if error.argument != ("currency",):
            raise
        return None, (Reason("CURRENCY", str(error)),), ()
    if before.ledger.currency != after.ledger.currency:
        text = f"spend was in {before.ledger.currency} and is in {after.ledger.currency}; ask for one with --currency"
        return None, (Reason("CURRENCY", text),), ()
    changes = SpendChanges(
        first_day_before=write_day(first_before),
        first_day=write_day(first_day),
        last_day=write_day(last_day),
        ledger_before=before.ledger,
        ledger=after.ledger,
        rows=_rows(before, after),
        buckets_before=before.buckets,
        buckets=after.buckets,
    )
    gaps = tuple(dict.fromkeys((*before.completeness.reasons, *after.completeness.reasons)))
    return changes, gaps, tuple(dict.fromkeys((*before.completeness.notes, *after.completeness.notes)))


def _rows(before: cost_attribution.Answer, after: cost_attribution.Answer) -> tuple[SpendChange, ...]:
    """The keys of which an amount differs, the greatest rise first."""
    currency = after.ledger.currency
    rows = [{_key(row): row for row in answer.rows} for answer in (before, after)]
    changes = []
    for key in rows[0].keys() | rows[1].keys():
        nanos = [_nanos(side.get(key)) for side in rows]
        differences = [later - earlier for earlier, later in zip(*nanos, strict=True)]
        if any(differences):
            change = SpendChange(
                key=dict(key),
                before=Money(nanos[0][0], currency),
                after=Money(nanos[1][0], currency),
                change=Money(differences[0], currency),
                estimate_change=Money(differences[1], currency),
                included_change=Money(differences[2], currency),
            )
            changes.append((tuple(-difference for difference in differences), key, change))
    return tuple(change for _, _, change in sorted(changes, key=lambda entry: entry[:2]))


def _key(row: CostRow) -> tuple[tuple[str, str], ...]:
    return tuple(row.key.items())


def _nanos(row: CostRow | None) -> tuple[int, int, int]:
    return (0, 0, 0) if row is None else (row.cost.nano, row.estimate.nano, row.included.nano)
