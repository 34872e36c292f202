"""Spend of principals: the cost of chargeable usage in their own names."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from graph.money import Money
from graph.reason import Reason
from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, Bool, Ints, Rows, expand, offsets_of
from queries.subject import HOLDS
from queries.usage.amounts import DEFAULT_CURRENCY, currency_names, int_sum, int_sums
from queries.usage.duplicates import counted_rows, duplicate_usage

_USUAL_CURRENCY: WeakKeyDictionary[Snapshot, str] = WeakKeyDictionary()
_LOCK = threading.Lock()


def spend(
    snapshot: Snapshot, principals: Iterable[int], first_day: int, last_day: int, currency: str | None = None
) -> Money | Reason:
    """The cost of chargeable usage by these principals in a window, both days inclusive; O(their rows).

    A Reason with code CURRENCY where their rows are in several currencies and none is asked for. Usage that a second
    source reports again counts once.
    """
    usage = snapshot.usage
    rows = usage.of(np.unique(np.fromiter(principals, dtype=np.int64)))
    day = usage.day[rows]
    rows = rows[(first_day <= day) & (day <= last_day) & _is_paid(snapshot, rows)]
    rows = rows[~duplicate_usage(snapshot).contains(rows)]
    codes = usage.currency[rows]
    chosen = _chosen_currency(snapshot, codes, currency)
    if isinstance(chosen, Reason):
        return chosen
    return Money(int_sum(usage.cost[rows[codes == snapshot.texts.find(chosen)]]), chosen)


def spend_by_principal(
    snapshot: Snapshot, first_day: int, last_day: int, currency: str | None = None
) -> tuple[Any, str | None, Reason | None]:
    """Per node what it spent in its own name, and the currency. One pass over the rows of the window.

    int64, or Python integers where 63 bits might not hold a sum. Zeros, None and a Reason where the window holds several
    currencies and none is asked for.
    """
    usage = snapshot.usage
    rows = usage.between(first_day, last_day)
    mask = counted_rows(snapshot, rows) & _is_paid(snapshot, rows) & (usage.principal[rows] >= 0)
    codes = usage.currency[rows]
    chosen = _chosen_currency(snapshot, codes[mask], currency)
    if isinstance(chosen, Reason):
        return np.zeros(snapshot.count, dtype=np.int64), None, chosen
    mask &= codes == snapshot.texts.find(chosen)
    principal, cost = usage.principal[rows], usage.cost[rows]
    if not mask.all():
        principal, cost = principal[mask], cost[mask]
    return int_sums(principal, cost, snapshot.count), chosen, None


def spend_of_each(
    snapshot: Snapshot, starts: Ints, moment: int, days: tuple[int, int], currency: str | None = None
) -> tuple[Any, str | None, Reason | None]:
    """Per start what it and all that it holds at the moment spent in the days; the rest as in `spend_by_principal`."""
    own, chosen, reason = spend_by_principal(snapshot, *days, currency)
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
    return _sums(held // count, own[held % count], len(starts)), chosen, reason


def _sums(groups: I8, column: npt.NDArray[Any], count: int) -> Any:
    # The column may itself hold Python integers.
    if column.dtype != object:
        return int_sums(groups, column, count)
    sums = np.zeros(count, dtype=object)
    np.add.at(sums, groups, column)
    return sums


def _is_paid(snapshot: Snapshot, rows: Rows) -> Bool:
    usage = snapshot.usage
    paid: Bool = (usage.currency[rows] >= 0) & usage.chargeable[rows]
    return paid


def _chosen_currency(snapshot: Snapshot, codes: Ints, currency: str | None) -> str | Reason:
    """The currency to count in: what is asked for, else the only one there is."""
    if currency is not None:
        return currency
    names = currency_names(snapshot, codes)
    if len(names) > 1:
        return Reason("CURRENCY", f"spend is in {' and '.join(names)}; ask for one with --currency")
    return names[0] if names else _usual_currency(snapshot)


def _usual_currency(snapshot: Snapshot) -> str:
    """What nothing is counted in: the currency of all usage if it is one. Computed once per snapshot."""
    with _LOCK:
        if snapshot not in _USUAL_CURRENCY:
            names = currency_names(snapshot, snapshot.usage.currency)
            _USUAL_CURRENCY[snapshot] = names[0] if len(names) == 1 else DEFAULT_CURRENCY
        return _USUAL_CURRENCY[snapshot]
