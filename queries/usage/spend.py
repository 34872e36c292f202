"""This file knows what principals spent: the cost of chargeable usage that their names stand on."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from graph.money import Money
from graph.reason import Reason
from graph.snapshot import Snapshot
from queries.cost_attribution.ledger import DEFAULT_CURRENCY, counting, rows_between
from queries.cost_attribution.links import fan_out
from queries.holding import HOLDS
from queries.usage.duplicates import duplicate_usage
from queries.usage.int_sums import I8, group_sums, total

_USUAL: WeakKeyDictionary[Snapshot, str] = WeakKeyDictionary()
_LOCK = threading.Lock()


def spend(
    snapshot: Snapshot, places: Iterable[int], first_day: int, last_day: int, currency: str | None = None
) -> Money | Reason:
    """The cost of chargeable usage by these principals in a window, both days inclusive; O(their rows).

    A Reason with code CURRENCY where their rows are in several currencies and none is asked for. Usage that a second
    source told again counts once.
    """
    arrays = snapshot.arrays
    nodes = np.unique(np.fromiter(places, dtype=np.int64))
    _, at = fan_out(arrays["usage.of"], nodes)
    rows = arrays["usage.row"][at]
    day = arrays["usage.day"][rows]
    rows = rows[(first_day <= day) & (day <= last_day) & _paid(arrays, rows)]
    rows = rows[~_is_doubled(snapshot, rows)]
    codes = arrays["usage.currency"][rows]
    chosen = _chosen(snapshot, codes, currency)
    if isinstance(chosen, Reason):
        return chosen
    return Money(total(arrays["usage.cost"][rows[codes == snapshot.texts.find(chosen)]]), chosen)


def spend_by_principal(
    snapshot: Snapshot, first_day: int, last_day: int, currency: str | None = None
) -> tuple[Any, str | None, Reason | None]:
    """Per node what it spent by its own name (int64; Python integers where 63 bits might not hold a sum), and the currency.

    Nought throughout, None and a Reason where the window holds several currencies and none is asked for. One pass.
    """
    arrays = snapshot.arrays
    low, high = rows_between(snapshot, first_day, last_day)
    mask = counting(snapshot, low, high) & _paid(arrays, slice(low, high))
    mask &= arrays["usage.principal"][low:high] >= 0
    codes = arrays["usage.currency"][low:high]
    chosen = _chosen(snapshot, codes[mask], currency)
    if isinstance(chosen, Reason):
        return np.zeros(snapshot.count, dtype=np.int64), None, chosen
    mask &= codes == snapshot.texts.find(chosen)
    principal, cost = arrays["usage.principal"][low:high], arrays["usage.cost"][low:high]
    if not mask.all():
        principal, cost = principal[mask], cost[mask]
    return group_sums(principal, cost, snapshot.count), chosen, None


def spend_of_each(
    snapshot: Snapshot, starts: Any, moment: int, days: tuple[int, int], currency: str | None = None
) -> tuple[Any, str | None, Reason | None]:
    """Per start what it and all that it holds at the moment spent in the days; the rest as in `spend_by_principal`."""
    own, chosen, reason = spend_by_principal(snapshot, *days, currency)
    arrays, count = snapshot.arrays, snapshot.count
    starts = np.asarray(starts, dtype=np.int64)
    rows = np.flatnonzero(
        np.isin(arrays["edge.kind"], HOLDS) & (arrays["edge.since"] <= moment) & (moment < arrays["edge.until"])
    )
    offsets = np.searchsorted(arrays["edge.tail"][rows], np.arange(count + 1))
    held: I8 = np.arange(len(starts)) * count + starts
    newest = held
    while len(newest):
        at, edge = fan_out(offsets, newest % max(count, 1))
        found = np.unique(newest[at] // max(count, 1) * count + arrays["edge.head"][rows[edge]])
        newest = np.setdiff1d(found, held, assume_unique=True)
        held = np.concatenate((held, newest))
    return _sums(held // max(count, 1), own[held % max(count, 1)], len(starts)), chosen, reason


def _sums(codes: I8, column: Any, count: int) -> Any:
    # The column may itself hold Python integers.
    if column.dtype != object:
        return group_sums(codes, column, count)
    sums = np.zeros(count, dtype=object)
    np.add.at(sums, codes, column)
    return sums


def _paid(arrays: dict[str, Any], rows: Any) -> Any:
    return (arrays["usage.currency"][rows] >= 0) & (arrays["usage.chargeable"][rows] != 0)


def _is_doubled(snapshot: Snapshot, rows: Any) -> Any:
    doubled = duplicate_usage(snapshot).row
    if not len(doubled):
        return np.zeros(len(rows), dtype=bool)
    return doubled[np.minimum(np.searchsorted(doubled, rows), len(doubled) - 1)] == rows


def _chosen(snapshot: Snapshot, codes: Any, currency: str | None) -> str | Reason:
    """The currency to count in: what is asked for, else the only one there is."""
    if currency is not None:
        return currency
    found = _currencies(snapshot, codes)
    if len(found) > 1:
        return Reason("CURRENCY", f"spend is in {' and '.join(found)}; ask for one with --currency")
    return found[0] if found else _usual(snapshot)


def _currencies(snapshot: Snapshot, codes: Any) -> list[str]:
    seen = np.zeros(len(snapshot.texts) + 1, dtype=bool)
    seen[codes] = True
    return [snapshot.texts[code] for code in np.flatnonzero(seen[:-1]).tolist()]


def _usual(snapshot: Snapshot) -> str:
    """What nothing is counted in: the currency of all usage if it is one. Found once per snapshot."""
    with _LOCK:
        if snapshot not in _USUAL:
            found = _currencies(snapshot, snapshot.arrays["usage.currency"])
            _USUAL[snapshot] = found[0] if len(found) == 1 else DEFAULT_CURRENCY
        return _USUAL[snapshot]
