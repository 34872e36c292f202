"""Reading the embedded store: its tables as the columns of one generation."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Sequence
from typing import TypeVar

import msgspec
import numpy as np

from graph.claims import Decision
from graph.moment import NEVER
from graph.ontology import TOKEN_COUNTERS
from graph.stores.base import (
    I4,
    ChargeClaims,
    Claims,
    EdgeClaims,
    EventClaims,
    HeldRun,
    NodeClaims,
    SourceState,
    UsageClaims,
)
from graph.stores.columns import charge_columns, edge_columns, event_columns, node_columns, usage_columns

T = TypeVar("T", NodeClaims, EdgeClaims, UsageClaims, ChargeClaims, EventClaims)

# In the order of their keys, which costs nothing: held rows are numbers of rows in this order.
_NODE_ORDER = "ORDER BY n"
_EDGE_ORDER = "ORDER BY source, tail, kind, head, permission, declared, nth"
_NODES = (
    f"SELECT source, node, since, until, retired, first_seen, dated, name, props, opened FROM node_claim {_NODE_ORDER}"
)
_EDGES = f"""
SELECT source, tail, kind, head, permission, since, until, ifnull(retired, {NEVER}), first_seen, declared,
       evidence, alias
FROM edge_claim {_EDGE_ORDER}
"""
_USAGE_ROW = f"""
source, principal, resource, application, workspace, day, requests, cost, currency, basis, priced_on, chargeable, detail,
{", ".join(TOKEN_COUNTERS)}
"""
_USAGE = f"SELECT {_USAGE_ROW} FROM usage"
_CHARGES = "SELECT source, application, first_day, last_day, category, cost, currency, description FROM charge"
_HELD_NODES = f"""
SELECT p.place FROM held_node h JOIN (SELECT n, row_number() OVER ({_NODE_ORDER}) - 1 AS place FROM node_claim) p USING (n)
WHERE h.source = ?
"""
_HELD_EDGES = f"""
SELECT p.place FROM held_edge h JOIN (
    SELECT *, row_number() OVER ({_EDGE_ORDER}) - 1 AS place FROM edge_claim
) p USING (source, tail, kind, head, permission, declared, nth) WHERE source = ?
"""
_HELD_DAYS = "SELECT DISTINCT day FROM held_day WHERE source = ? ORDER BY day"
_HELD_USAGE = f"SELECT {_USAGE_ROW} FROM held_usage WHERE source = ?"

_EVENTS = """
SELECT source, day, event, variant, principal, workspace, detail, 0 FROM event
UNION ALL SELECT source, day, event, variant, principal, workspace, detail, 1 FROM held_event
"""


def read_claims(
    connection: sqlite3.Connection, generation: int, sources: Sequence[SourceState], *, with_events: bool
) -> Claims:
    """All claims as columns, inside the caller's transaction; the store's row numbers become dense indices."""
    source_index = {state.source: index for index, state in enumerate(sources)}
    numbers = connection.execute("SELECT n, name FROM source").fetchall()
    source = _indices([number for number, _ in numbers], [source_index[name] for _, name in numbers])
    ids, id_index = _names(connection, "id", "id")
    texts, text_index = _names(connection, "text", "text")
    nodes = node_columns(connection.execute(_NODES))
    edges = edge_columns(connection.execute(_EDGES))
    usage_indices = {
        "claimed_by": source,
        "principal": id_index,
        "resource": id_index,
        "application": id_index,
        "workspace": id_index,
        "currency": text_index,
        "detail": text_index,
    }
    usage = usage_columns(connection.execute(_USAGE))
    charges = charge_columns(connection.execute(_CHARGES))
    return Claims(
        generation=generation,
        sources=sources,
        ids=ids,
        texts=texts,
        nodes=_renumbered(nodes, claimed_by=source, node=id_index),
        edges=_renumbered(
            edges, claimed_by=source, source=id_index, target=id_index, evidence=text_index, alias=text_index
        ),
        usage=_renumbered(usage, **usage_indices),
        charges=_renumbered(
            charges, claimed_by=source, application=id_index, currency=text_index, description=text_index
        ),
        decisions=[
            msgspec.json.decode(row[0], type=Decision) for row in connection.execute("SELECT decision FROM decision")
        ],
        held=[
            HeldRun(
                source=int(source[number]),
                nodes=_numbers(connection, _HELD_NODES, number),
                edges=_numbers(connection, _HELD_EDGES, number),
                days=_numbers(connection, _HELD_DAYS, number),
                usage=_renumbered(usage_columns(connection.execute(_HELD_USAGE, (number,))), **usage_indices),
            )
            for (number,) in connection.execute("SELECT source FROM held ORDER BY source").fetchall()
        ],
        events=_renumbered(
            event_columns(connection.execute(_EVENTS)),
            claimed_by=source,
            principal=id_index,
            workspace=id_index,
            detail=text_index,
        )
        if with_events
        else None,
    )


def _numbers(connection: sqlite3.Connection, statement: str, source: int) -> I4:
    return np.array([row[0] for row in connection.execute(statement, (source,))], dtype=np.int32)


def _names(connection: sqlite3.Connection, table: str, column: str) -> tuple[list[str], I4]:
    """The interned texts in order of their number, and an array number → index (its last entry, -1, stands for None)."""
    rows = connection.execute(f"SELECT n, {column} FROM {table} ORDER BY n").fetchall()
    return [text for _, text in rows], _indices([number for number, _ in rows], range(len(rows)))


def _indices(numbers: Sequence[int], indices: Sequence[int]) -> I4:
    """An array number → index; -1 → -1, since negative indices count from the end."""
    table = np.full(max(numbers, default=-1) + 2, -1, dtype=np.int32)
    table[list(numbers)] = list(indices)
    table[-1] = -1
    return table


def _renumbered(columns: T, **tables: I4) -> T:
    """The same columns with the store's numbers replaced by dense indices."""
    changes = {name: table[getattr(columns, name)] for name, table in tables.items()}
    return dataclasses.replace(columns, **changes)
