"""This file knows how the embedded store's tables become the columns of one generation."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Sequence
from typing import TypeVar

import msgspec
import numpy as np

from graph.claims import Decision
from graph.moment import ALWAYS, NEVER
from graph.ontology import TOKEN_COUNTERS
from graph.stores.base import I4, ChargeClaims, Claims, EdgeClaims, NodeClaims, SourceState, UsageClaims
from graph.stores.columns import charge_columns, edge_columns, node_columns, usage_columns

T = TypeVar("T", NodeClaims, EdgeClaims, UsageClaims, ChargeClaims)

_NODES = "SELECT source, node, since, until, retired, first_seen, dated, name, props FROM node_claim"
_EDGES = f"""
SELECT source, tail, kind, head, permission, since, until, ifnull(retired, {NEVER}), first_seen, declared <> {ALWAYS},
       evidence, alias
FROM edge_claim
"""
_USAGE = f"""
SELECT source, principal, resource, application, workspace, day, requests, cost, currency, basis, priced_on, chargeable,
       detail, {", ".join(TOKEN_COUNTERS)}
FROM usage
"""
_CHARGES = "SELECT source, application, first_day, last_day, category, cost, currency, description FROM charge"


def read_claims(connection: sqlite3.Connection, generation: int, sources: Sequence[SourceState]) -> Claims:
    """All claims as columns, inside the caller's transaction; the store's row numbers become dense places."""
    names = {state.source: place for place, state in enumerate(sources)}
    numbers = connection.execute("SELECT n, name FROM source").fetchall()
    source = _places([number for number, _ in numbers], [names[name] for _, name in numbers])
    ids, id_place = _names(connection, "id", "id")
    texts, text_place = _names(connection, "text", "text")
    nodes = node_columns(connection.execute(_NODES))
    edges = edge_columns(connection.execute(_EDGES))
    usage = usage_columns(connection.execute(_USAGE))
    charges = charge_columns(connection.execute(_CHARGES))
    return Claims(
        generation=generation,
        sources=sources,
        ids=ids,
        texts=texts,
        nodes=_placed(nodes, source=source, node=id_place),
        edges=_placed(edges, source=source, tail=id_place, head=id_place, evidence=text_place, alias=text_place),
        usage=_placed(
            usage,
            source=source,
            principal=id_place,
            resource=id_place,
            application=id_place,
            workspace=id_place,
            currency=text_place,
            detail=text_place,
        ),
        charges=_placed(charges, source=source, application=id_place, currency=text_place, description=text_place),
        decisions=[
            msgspec.json.decode(row[0], type=Decision) for row in connection.execute("SELECT decision FROM decision")
        ],
    )


def _names(connection: sqlite3.Connection, table: str, column: str) -> tuple[list[str], I4]:
    """The interned texts in order of their number, and number → place (the last entry, -1, stands for None)."""
    rows = connection.execute(f"SELECT n, {column} FROM {table} ORDER BY n").fetchall()
    return [text for _, text in rows], _places([number for number, _ in rows], range(len(rows)))


def _places(numbers: Sequence[int], places: Sequence[int]) -> I4:
    """A table number → place; -1 → -1, by the way Python counts from the end."""
    table = np.full(max(numbers, default=-1) + 2, -1, dtype=np.int32)
    table[list(numbers)] = list(places)
    table[-1] = -1
    return table


def _placed(columns: T, **tables: I4) -> T:
    """The same columns with store numbers replaced by dense places."""
    changes = {name: table[getattr(columns, name)] for name, table in tables.items()}
    return dataclasses.replace(columns, **changes)
