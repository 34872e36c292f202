"""This file knows how usage rows and charges become sorted columns, and what finds them again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from graph.snapshot.canonical_ids import CanonicalIds
from graph.snapshot.columns import offsets_of
from graph.stores.base import I4, Claims


def usage_rows(claims: Claims, spelling: CanonicalIds, source: I4) -> dict[str, Any]:
    """Usage columns with canonical places; `source` maps a claim's source to its place."""
    usage, place = claims.usage, np.append(spelling.place, np.int32(-1))
    return {
        "source": source[usage.claimed_by] if len(usage.claimed_by) else usage.claimed_by,
        "principal": place[usage.principal],
        "resource": place[usage.resource],
        "application": place[usage.application],
        "workspace": place[usage.workspace],
        "day": usage.day,
        "requests": usage.requests,
        "tokens": usage.tokens,
        "cost": usage.cost,
        "currency": usage.currency,
        "basis": usage.basis,
        "priced_on": usage.priced_on,
        "chargeable": usage.chargeable,
        "detail": usage.detail,
    }


def charge_rows(claims: Claims, spelling: CanonicalIds, source: I4) -> dict[str, Any]:
    """Charge columns with canonical places."""
    charges = claims.charges
    return {
        "source": source[charges.claimed_by] if len(charges.claimed_by) else charges.claimed_by,
        "application": spelling.place[charges.application] if len(charges.application) else charges.application,
        "first_day": charges.first_day,
        "last_day": charges.last_day,
        "category": charges.category,
        "cost": charges.cost,
        "currency": charges.currency,
        "description": charges.description,
    }


def put_rows(arrays: dict[str, Any], what: str, rows: Mapping[str, Any]) -> None:
    """Rows in canonical order: by all their columns, the day first."""
    lead = "day" if what == "usage" else "first_day"
    keys = [rows[name] for name in rows if name not in (lead, "tokens")]
    if what == "usage":
        keys = [*rows["tokens"].T, *keys]
    # A column that is the same in every row, as most are, orders nothing.
    order = np.lexsort((*(key for key in keys if len(key) and (key != key[0]).any()), rows[lead]))
    for name, column in rows.items():
        arrays[f"{what}.{name}"] = column[order]


def put_usage_index(arrays: dict[str, Any], count: int) -> None:
    """The usage rows of each principal, by day: rows `usage.row[usage.of[n]:usage.of[n + 1]]`."""
    principal = arrays["usage.principal"]
    order = np.argsort(principal, kind="stable")
    named = order[np.searchsorted(principal[order], 0) :]
    arrays["usage.of"], arrays["usage.row"] = offsets_of(principal[named], count), named.astype(np.int32)
