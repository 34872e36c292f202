"""Amounts of principals: the cost, the estimates and the included value of usage in their own names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.money import DEFAULT_CURRENCY, Money
from graph.ontology import AMOUNTS
from graph.reason import Reason
from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, Ints, expand, int_sum, int_sums, offsets_of
from graph.snapshot.ledger import COST, usage_amounts
from graph.snapshot.principals import attributed_principals, moved_rows, rows_of_principals
from queries.subject import HOLDS


def spend(
    snapshot: Snapshot, principals: Iterable[int], first_day: int, last_day: int, currency: str | None = None
) -> Money | Reason:
    """The cost of usage by these principals in a window, both days inclusive; O(their rows).

    Usage of a key that is gone or nobody's is also of whom its row names, as in cost attribution.
    What is no cost (estimates, what a plan includes, what a second source reports again) is not in it. A Reason with code
    CURRENCY where their rows are in several currencies and none is asked for.
    """
    usage = snapshot.usage
    rows = rows_of_principals(snapshot, np.unique(np.fromiter(principals, dtype=np.int64)))
    day = usage.day[rows]
    rows = rows[(first_day <= day) & (day <= last_day) & (usage_amounts(snapshot).code[rows] == COST)]
    codes = usage.currency[rows]
    chosen = chosen_currency(snapshot, codes, currency)
    if isinstance(chosen, Reason):
        return chosen
    return Money(int_sum(usage.cost[rows[codes == snapshot.texts.find(chosen)]]), chosen)


@dataclass(frozen=True, slots=True)
class AmountColumns:
    """The three amounts of many nodes in one currency: int64, or Python integers where 63 bits might not hold a sum.

    Zeros, no currency and a Reason where costs are in several currencies and none is asked for. `notes` name the
    currencies that are left out.
    """

    cost: Any
    estimate: Any
    included: Any
    currency: str | None
    reason: Reason | None = None
    notes: tuple[Reason, ...] = ()


def amounts_by_principal(
    snapshot: Snapshot, first_day: int, last_day: int, currency: str | None = None
) -> AmountColumns:
    """Per node what its usage in its own name cost, is estimated at, and would have cost without a plan.

    Usage of a key that is gone or nobody's is also of whom its row names. Days are inclusive. One pass over the rows of the window.
    """
    usage = snapshot.usage
    window = usage.between(first_day, last_day)
    code = usage_amounts(snapshot).code[window]
    attributed, moved = attributed_principals(snapshot), moved_rows(snapshot)
    rows = np.flatnonzero((code < len(AMOUNTS)) & (attributed[window] >= 0))
    code, rows = code[rows], window.start + rows
    currencies = usage.currency[rows]
    # What is paid decides; estimates in another currency do not make the costs unknown.
    paid = currencies[code == COST]
    chosen = chosen_currency(snapshot, paid if len(paid) else currencies, currency)
    if isinstance(chosen, Reason):
        nothing = np.zeros(snapshot.count, dtype=np.int64)
        return AmountColumns(nothing, nothing, nothing, None, chosen)
    is_chosen = currencies == snapshot.texts.find(chosen)
    each = [rows[is_chosen & (code == amount)] for amount in range(len(AMOUNTS))]
    columns = []
    for some in each:
        own, named = some[usage.principal[some] >= 0], some[np.isin(some, moved)]
        nodes = np.concatenate((usage.principal[own], attributed[named]))
        columns.append(int_sums(nodes, usage.cost[np.concatenate((own, named))], snapshot.count))
    cost, estimate, included = columns
    others = [name for name in currency_names(snapshot, currencies) if name != chosen]
    note = Reason("CURRENCY", f"amounts in {' and '.join(others)} are left out; ask for them with --currency")
    return AmountColumns(cost, estimate, included, chosen, notes=(note,) if others else ())


def amounts_of_each(
    snapshot: Snapshot, starts: Ints, moment: int, days: tuple[int, int], currency: str | None = None
) -> AmountColumns:
    """Per start the amounts of it and all that it holds at the moment; the rest as in `amounts_by_principal`."""
    own = amounts_by_principal(snapshot, *days, currency)
    edges, count = snapshot.edges, max(snapshot.count, 1)
    rows = np.flatnonzero(edges.of(*HOLDS) & edges.valid_at(moment))
    offsets = offsets_of(edges.source[rows], snapshot.count)
    # A pair of a start (its number) and what it holds is one key: number * count + node.
    held: I8 = np.arange(len(starts)) * count + np.asarray(starts, dtype=np.int64)
    newest = held
    while len(newest):
        position, row = expand(offsets, newest % count)
        keys = np.unique(newest[position] // count * count + edges.target[rows[row]])
        newest = np.setdiff1d(keys, held, assume_unique=True)
        held = np.concatenate((held, newest))
    cost, estimate, included = (
        _sums(held // count, column[held % count], len(starts)) for column in (own.cost, own.estimate, own.included)
    )
    return AmountColumns(cost, estimate, included, own.currency, own.reason, own.notes)


def _sums(groups: I8, column: npt.NDArray[Any], count: int) -> Any:
    # The column may itself hold Python integers.
    if column.dtype != object:
        return int_sums(groups, column, count)
    sums = np.zeros(count, dtype=object)
    np.add.at(sums, groups, column)
    return sums


def currency_names(snapshot: Snapshot, currencies: Ints) -> list[str]:
    """The distinct currencies of a column (-1: none), in order of their codes."""
    seen = np.zeros(len(snapshot.texts) + 1, dtype=bool)
    seen[currencies] = True
    return [snapshot.texts[code] for code in np.flatnonzero(seen[:-1]).tolist()]


def chosen_currency(snapshot: Snapshot, codes: Ints, currency: str | None) -> str | Reason:
    """The currency to count in: what is asked for, else the only one there is."""
    if currency is not None:
        return currency
    names = currency_names(snapshot, codes)
    if len(names) > 1:
        return Reason("CURRENCY", f"spend is in {' and '.join(names)}; ask for one with --currency")
    return names[0] if names else snapshot.derived(_usual_currency)


def _usual_currency(snapshot: Snapshot) -> str:
    """What nothing is counted in: the currency of all usage if it is one."""
    names = currency_names(snapshot, snapshot.usage.currency)
    return names[0] if len(names) == 1 else DEFAULT_CURRENCY
