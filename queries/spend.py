"""This file knows what principals spent in a window: chargeable usage with a cost, in one currency."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from graph.money import Money
from graph.snapshot import Snapshot
from graph.stores.base import Reason
from queries.holding import held_by


def spend(
    snapshot: Snapshot, places: Iterable[int], first_day: int, last_day: int, currency: str | None = None
) -> Money | Reason:
    """Cost of chargeable usage by these principals in a window of days, both inclusive.

    Several currencies and none asked: a Reason with the code CURRENCY. Nothing spent: 0 of the asked currency or USD.
    """
    arrays = snapshot.arrays
    slices = [arrays["usage.row"][arrays["usage.of"][place] : arrays["usage.of"][place + 1]] for place in places]
    rows = np.concatenate([np.zeros(0, dtype=np.int32), *slices])
    days, codes = arrays["usage.day"][rows], arrays["usage.currency"][rows]
    rows = rows[(days >= first_day) & (days <= last_day) & (codes >= 0) & (arrays["usage.chargeable"][rows] > 0)]
    found = sorted({snapshot.text(code) or "" for code in np.unique(arrays["usage.currency"][rows]).tolist()})
    if currency is None and len(found) > 1:
        return Reason("CURRENCY", f"spent in {', '.join(found)}; ask for one with --currency")
    wanted = currency or (found[0] if found else "USD")
    total = sum(arrays["usage.cost"][rows[arrays["usage.currency"][rows] == snapshot.texts.find(wanted)]].tolist())
    return Money(total, wanted)


def spend_of_each(
    snapshot: Snapshot, starts: Any, moment: int, window: tuple[int, int], currency: str | None = None
) -> tuple[Any, str | None, Reason | None]:
    """Per start what it and all it holds spent in the window: int64 nano-units, the currency, or why there is none."""
    arrays = snapshot.arrays
    low, high = np.searchsorted(arrays["usage.day"], (window[0], window[1] + 1))
    counted = (arrays["usage.chargeable"][low:high] > 0) & (arrays["usage.currency"][low:high] >= 0)
    counted &= arrays["usage.principal"][low:high] >= 0
    codes = np.unique(arrays["usage.currency"][low:high][counted]).tolist()
    found = sorted(snapshot.texts[code] for code in codes)
    if currency is None and len(found) > 1:
        reason = Reason("CURRENCY", f"spent in {', '.join(found)}; ask for one with --currency")
        return np.zeros(len(starts), dtype=np.int64), None, reason
    wanted = currency or (found[0] if found else "USD")
    counted &= arrays["usage.currency"][low:high] == snapshot.texts.find(wanted)
    own = np.zeros(snapshot.count, dtype=np.int64)
    np.add.at(own, arrays["usage.principal"][low:high][counted], arrays["usage.cost"][low:high][counted])
    totals = np.zeros(len(starts), dtype=np.int64)
    for at, start in enumerate(np.asarray(starts).tolist()):
        totals[at] = sum(int(own[place]) for place in held_by(snapshot, [start], moment))
    return totals, wanted, None
