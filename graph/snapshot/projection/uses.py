"""This file knows what the usage rows of a pair of principal and resource add up to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from graph.ontology import DISJOINT_COUNTERS
from graph.snapshot.projection.spans import differs
from graph.stores.projection import UsageSums

_GREATEST = np.iinfo(np.int64).max


def pair_uses(usage: Mapping[str, Any]) -> tuple[Any, UsageSums]:
    """(principal << 32 | resource) of each pair that usage rows tell of, sorted, and what they add up to."""
    rows = np.flatnonzero(usage["principal"] >= 0)
    pair = usage["principal"][rows].astype(np.int64) << 32 | usage["resource"][rows].astype(np.int64)
    order = np.argsort(pair, kind="stable")
    rows, pair = rows[order], pair[order]
    first = np.flatnonzero(differs(pair))
    if not len(first):
        none = np.zeros(0, dtype=np.int64)
        return none, UsageSums(none, none, none, none.astype(np.int32), none.astype(np.int32))
    currency = usage["currency"][rows]
    priced = currency >= 0
    low = np.minimum.reduceat(np.where(priced, currency, np.iinfo(np.int32).max), first)
    high = np.maximum.reduceat(currency, first)
    cost, whole = _sums(np.where(priced, usage["cost"][rows], 0), first)
    requests, _ = _sums(usage["requests"][rows], first)
    tokens, _ = _sums(usage["tokens"][rows][:, : len(DISJOINT_COUNTERS)], first)
    one = (high >= 0) & (low == high) & whole
    last = np.maximum.reduceat(usage["day"][rows], first)
    return pair[first], UsageSums(
        requests, tokens, cost, np.where(one, high, -1).astype(np.int32), last.astype(np.int32)
    )


def _sums(column: Any, first: Any) -> tuple[Any, Any]:
    """Sums of the rows from each `first` on, and whether each fits; what does not is the greatest number there is."""
    exact, rough = (np.add.reduceat(part, first, axis=0) for part in (column, column.astype(np.float64)))
    if column.ndim > 1:
        exact, rough = exact.sum(axis=1), rough.sum(axis=1)
    fits = np.abs(rough) < 2.0**62
    return np.where(fits, exact, _GREATEST), fits
