"""This file knows how the pages of all sources become the columns of one generation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from graph.claims import Decision
from graph.moment import ALWAYS
from graph.ontology import TOKEN_COUNTERS
from graph.stores.base import ChargeClaims, Claims, EdgeClaims, NodeClaims, SourceState, UsageClaims
from graph.stores.neo4j.page import read_page

_WANTED = ("id", "text", "node_claim", "edge_claim", "usage", "charge")
_TEXT_COLUMNS = ("name", "props")

Parts = dict[str, dict[str, list[Any]]]


class Reader:
    """Collects the pages of one source after the other; ids and texts are made the same over all of them."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._texts: dict[str, int] = {}
        self._parts: Parts = {table: defaultdict(list) for table in _WANTED[2:]}

    def add(self, source: int, pages: Iterable[bytes]) -> None:
        """Take the pages of the source with that place among all sources."""
        mine: Parts = {table: defaultdict(list) for table in _WANTED}
        for spelled in pages:
            table, columns = read_page(spelled)
            if table in mine:
                for name, column in columns.items():
                    mine[table][name].append(column)
        ids, texts = _places(mine["id"], "id", self._ids), _places(mine["text"], "text", self._texts)
        for table, numbered in _NUMBERED.items():
            rows = 0
            for name, parts in mine[table].items():
                rows = sum(map(len, parts))
                if name in _TEXT_COLUMNS:
                    self._parts[table][name] += parts
                    continue
                column = np.concatenate(parts)
                what = numbered.get(name)
                dtype = _DTYPES.get(name, np.int64)
                column = column.astype(dtype) if what is None else (ids if what == "id" else texts)[column]
                self._parts[table][name].append(column)
            if rows:
                self._parts[table]["source"].append(np.full(rows, source, dtype=np.int32))

    def claims(self, generation: int, sources: Sequence[SourceState], decisions: Sequence[Decision]) -> Claims:
        """All claims, of one generation."""
        nodes, edges, usage, charges = (_Columns(self._parts[table]) for table in _WANTED[2:])
        return Claims(
            generation=generation,
            sources=sources,
            ids=list(self._ids),
            texts=list(self._texts),
            nodes=_nodes(nodes),
            edges=_edges(edges),
            usage=_usage(usage),
            charges=_charges(charges),
            decisions=decisions,
        )


# Which columns hold numbers of ids or texts, and how wide the others are.
_NUMBERED: Mapping[str, Mapping[str, str]] = {
    "node_claim": {"node": "id"},
    "edge_claim": {"tail": "id", "head": "id", "evidence": "text", "alias": "text"},
    "usage": {
        "principal": "id",
        "resource": "id",
        "application": "id",
        "workspace": "id",
        "currency": "text",
        "detail": "text",
    },
    "charge": {"application": "id", "currency": "text", "description": "text"},
}
_DTYPES: Mapping[str, Any] = {
    "kind": np.uint8,
    "permission": np.uint8,
    "dated": np.uint8,
    "category": np.uint8,
    "chargeable": np.uint8,
    "day": np.int32,
    "first_day": np.int32,
    "last_day": np.int32,
    "basis": np.int32,
    "priced_on": np.int32,
}


class _Columns:
    """The columns of one table over all sources; a table without any row has them too."""

    def __init__(self, parts: Mapping[str, list[Any]]) -> None:
        self._parts = parts

    def __getitem__(self, name: str) -> Any:
        found = self._parts.get(name)
        return np.concatenate(found) if found else np.zeros(0, dtype=_DTYPES.get(name, np.int64))

    def place(self, name: str) -> Any:
        return self[name].astype(np.int32)

    def texts(self, name: str) -> list[Any]:
        return [text for part in self._parts.get(name, ()) for text in part]


def _nodes(rows: _Columns) -> NodeClaims:
    declared, retired = rows["until"], rows["retired"]
    return NodeClaims(
        source=rows.place("source"),
        node=rows.place("node"),
        since=rows["since"],
        until=np.minimum(declared, retired),
        first_seen=rows["first_seen"],
        name=rows.texts("name"),
        props=rows.texts("props"),
        dated=rows["dated"],
        declared_until=declared,
        retired=retired,
    )


def _edges(rows: _Columns) -> EdgeClaims:
    declared, retired = rows["until"], rows["retired"]
    return EdgeClaims(
        source=rows.place("source"),
        tail=rows.place("tail"),
        kind=rows["kind"],
        head=rows.place("head"),
        permission=rows["permission"],
        since=rows["since"],
        until=np.minimum(declared, retired),
        first_seen=rows["first_seen"],
        evidence=rows.place("evidence"),
        alias=rows.place("alias"),
        dated=(rows["declared"] != ALWAYS).astype(np.uint8),
        declared_until=declared,
        retired=retired,
    )


def _usage(rows: _Columns) -> UsageClaims:
    return UsageClaims(
        source=rows.place("source"),
        principal=rows.place("principal"),
        resource=rows.place("resource"),
        application=rows.place("application"),
        workspace=rows.place("workspace"),
        day=rows["day"],
        requests=rows["requests"],
        tokens=np.column_stack([rows[name] for name in TOKEN_COUNTERS]),
        cost=rows["cost"],
        currency=rows.place("currency"),
        basis=rows["basis"],
        priced_on=rows["priced_on"],
        chargeable=rows["chargeable"],
        detail=rows.place("detail"),
    )


def _charges(rows: _Columns) -> ChargeClaims:
    return ChargeClaims(
        source=rows.place("source"),
        application=rows.place("application"),
        first_day=rows["first_day"],
        last_day=rows["last_day"],
        category=rows["category"],
        cost=rows["cost"],
        currency=rows.place("currency"),
        description=rows.place("description"),
    )


def _places(columns: Mapping[str, list[Any]], name: str, known: dict[str, int]) -> Any:
    """A source's own number of a text → its place over all sources; the last entry, -1, stands for None."""
    numbers = np.concatenate(columns["n"]) if columns["n"] else np.zeros(0, dtype=np.int64)
    texts = [text for part in columns[name] for text in part]
    table = np.full(int(numbers.max(initial=-1)) + 2, -1, dtype=np.int32)
    table[numbers] = [known.setdefault(text, len(known)) for text in texts]
    table[-1] = -1
    return table
