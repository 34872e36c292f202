"""Columns of claims built from rows, as a store hands them to the compiler."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from graph.moment import ALWAYS, NEVER
from graph.ontology import TOKEN_COUNTERS
from graph.stores.base import I8, ChargeClaims, EdgeClaims, EventClaims, NodeClaims, UsageClaims

Row = Sequence[Any]
N = TypeVar("N", bound=np.generic)


def node_columns(rows: Iterable[Row]) -> NodeClaims:
    """Rows of (claimed_by, node, since, declared_until, retired, first_seen, dated, name, props, opened).

    None is an open end.
    """
    table = list(rows)
    since, declared, retired = (_moments(table, 2, ALWAYS), _moments(table, 3, NEVER), _moments(table, 4, NEVER))
    return NodeClaims(
        claimed_by=_ints(table, 0, np.int32),
        node=_ints(table, 1, np.int32),
        since=since,
        until=np.minimum(declared, retired),
        first_seen=_ints(table, 5, np.int64),
        name=[row[7] for row in table],
        props=[row[8] for row in table],
        dated=_ints(table, 6, np.uint8),
        declared_until=declared,
        retired=retired,
        opened=_ints(table, 9, np.int64),
    )


def edge_columns(rows: Iterable[Row]) -> EdgeClaims:
    """Rows of twelve integers, open ends as ALWAYS and NEVER:

    claimed_by, source, kind, target, permission, since, declared_until, retired, first_seen, declared, evidence, alias.
    """
    table = _matrix(rows, 12)
    return EdgeClaims(
        claimed_by=table[:, 0].astype(np.int32),
        source=table[:, 1].astype(np.int32),
        kind=table[:, 2].astype(np.uint8),
        target=table[:, 3].astype(np.int32),
        permission=table[:, 4].astype(np.uint8),
        since=table[:, 5].copy(),
        until=np.minimum(table[:, 6], table[:, 7]),
        first_seen=table[:, 8].copy(),
        evidence=table[:, 10].astype(np.int32),
        alias=table[:, 11].astype(np.int32),
        dated=(table[:, 9] != ALWAYS).astype(np.uint8),
        declared=table[:, 9].copy(),
        declared_until=table[:, 6].copy(),
        retired=table[:, 7].copy(),
    )


def usage_columns(rows: Iterable[Row]) -> UsageClaims:
    """Rows of integers: claimed_by, principal, resource, application, workspace, day, requests, cost, currency, basis,

    priced_on, chargeable, detail, then one per token counter; -1 where there is none.
    """
    table = _matrix(rows, 13 + len(TOKEN_COUNTERS))
    return UsageClaims(
        claimed_by=table[:, 0].astype(np.int32),
        principal=table[:, 1].astype(np.int32),
        resource=table[:, 2].astype(np.int32),
        application=table[:, 3].astype(np.int32),
        workspace=table[:, 4].astype(np.int32),
        day=table[:, 5].astype(np.int32),
        requests=table[:, 6].copy(),
        tokens=np.ascontiguousarray(table[:, 13:]),
        cost=table[:, 7].copy(),
        currency=table[:, 8].astype(np.int32),
        basis=table[:, 9].astype(np.int32),
        priced_on=table[:, 10].astype(np.int32),
        chargeable=table[:, 11].astype(np.uint8),
        detail=table[:, 12].astype(np.int32),
    )


def charge_columns(rows: Iterable[Row]) -> ChargeClaims:
    """Rows of integers: claimed_by, application, first_day, last_day, category, cost, currency, description."""
    table = _matrix(rows, 8)
    return ChargeClaims(
        claimed_by=table[:, 0].astype(np.int32),
        application=table[:, 1].astype(np.int32),
        first_day=table[:, 2].astype(np.int32),
        last_day=table[:, 3].astype(np.int32),
        category=table[:, 4].astype(np.uint8),
        cost=table[:, 5].copy(),
        currency=table[:, 6].astype(np.int32),
        description=table[:, 7].astype(np.int32),
    )


def event_columns(rows: Iterable[Row]) -> EventClaims:
    """Rows of integers: claimed_by, day, event, variant, principal, workspace, detail, held; -1 where there is none."""
    table = _matrix(rows, 8)
    return EventClaims(
        claimed_by=table[:, 0].astype(np.int32),
        day=table[:, 1].astype(np.int32),
        event=table[:, 2].copy(),
        variant=table[:, 3].copy(),
        principal=table[:, 4].astype(np.int32),
        workspace=table[:, 5].astype(np.int32),
        detail=table[:, 6].astype(np.int32),
        held=table[:, 7].astype(np.uint8),
    )


def _matrix(rows: Iterable[Row], width: int) -> I8:
    """Rows of integers as one matrix, filled number by number, so that millions of tuples are never in memory at once."""
    return np.fromiter(chain.from_iterable(rows), dtype=np.int64).reshape(-1, width)


def _ints(table: Sequence[Row], column: int, dtype: type[N]) -> npt.NDArray[N]:
    return np.array([row[column] for row in table], dtype=dtype)


def _moments(table: Sequence[Row], column: int, default: int) -> I8:
    return np.array([default if row[column] is None else row[column] for row in table], dtype=np.int64)
