"""This file knows how the pages of all sources become the columns of one generation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from graph.claims import Decision
from graph.moment import ALWAYS, NEVER
from graph.ontology import EDGE_NAMES, NODE_CODES, NODE_NAMES, TOKEN_COUNTERS
from graph.stores.base import ChargeClaims, Claims, EdgeClaims, HeldRun, NodeClaims, SourceState, UsageClaims
from graph.stores.neo4j.claims.page import decode_page

_CLAIMS = ("node_claim", "edge_claim", "usage", "charge")
_EDGE_KEY = ("tail", "kind", "head", "permission", "declared", "nth")
_TEXT_COLUMNS = ("name", "props")

Parts = dict[str, dict[str, list[Any]]]


class ClaimsReader:
    """Collects the pages of one source after the other; ids and texts are made the same over all of them."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._texts: dict[str, int] = {}
        self._parts: Parts = {table: defaultdict(list) for table in _CLAIMS}
        self._rows = dict.fromkeys(_CLAIMS, 0)
        self._held: list[HeldRun] = []

    def add(self, source: int, pages: Iterable[bytes]) -> None:
        """Take the pages of the source with that place among all sources."""
        mine: Parts = defaultdict(lambda: defaultdict(list))
        for spelled in pages:
            table, columns = decode_page(spelled)
            for name, column in columns.items():
                mine[table][name].append(column)
        places = {
            "id": _places(mine["id"], "id", self._ids),
            "text": _places(mine["text"], "text", self._texts),
        }
        if mine["held"]:
            self._held.append(self._waiting(source, mine, places))
        for table in _CLAIMS:
            columns = _placed(mine[table], source, _NUMBERED[table], places)
            for name, parts in columns.items():
                self._parts[table][name] += parts
            self._rows[table] += sum(map(len, mine[table].get("since", ())))

    def claims(self, generation: int, sources: Sequence[SourceState], decisions: Sequence[Decision]) -> Claims:
        """All claims, of one generation."""
        nodes, edges, usage, charges = (_Columns(self._parts[table]) for table in _CLAIMS)
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
            held=self._held,
        )

    def _waiting(self, source: int, mine: Parts, places: Mapping[str, Any]) -> HeldRun:
        """What a held run of the source would take away: the places of its rows among all rows."""
        numbers, wanted = _Columns(mine["node_claim"])["n"], _Columns(mine["held_node"])["n"]
        nodes = np.flatnonzero(np.isin(numbers, wanted)) + self._rows["node_claim"]
        edges, held = _Columns(mine["edge_claim"]), _Columns(mine["held_edge"])
        keys = set(zip(*(held[name].tolist() for name in _EDGE_KEY), strict=True))
        near = np.flatnonzero(np.isin(edges["tail"], held["tail"]))
        rows = zip(*(edges[name][near].tolist() for name in _EDGE_KEY), strict=True)
        found = [place for place, key in zip(near.tolist(), rows, strict=True) if key in keys]
        usage = _placed(mine["held_usage"], source, _NUMBERED["usage"], places)
        return HeldRun(
            source=source,
            nodes=nodes.astype(np.int32),
            edges=np.array(found, dtype=np.int32) + np.int32(self._rows["edge_claim"]),
            days=np.unique(_Columns(mine["held_day"])["day"]).astype(np.int32),
            usage=_usage(_Columns(usage)),
        )


def _placed(
    parts: Mapping[str, list[Any]], source: int, numbered: Mapping[str, str], places: Mapping[str, Any]
) -> dict[str, list[Any]]:
    """The columns of one source with numbers that hold over all sources, and the source's own beside them."""
    found: dict[str, list[Any]] = {}
    rows = 0
    for name, pieces in parts.items():
        rows = sum(map(len, pieces))
        if name in _TEXT_COLUMNS:
            found[name] = list(pieces)
            continue
        column, what = np.concatenate(pieces), numbered.get(name)
        found[name] = [column.astype(_DTYPES.get(name, np.int64)) if what is None else places[what][column]]
    return {**found, "source": [np.full(rows, source, dtype=np.int32)]} if rows else found


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
        claimed_by=rows.place("source"),
        node=rows.place("node"),
        since=rows["since"],
        until=np.minimum(declared, retired),
        first_seen=rows["first_seen"],
        name=rows.texts("name"),
        props=rows.texts("props"),
        dated=rows["dated"],
        declared_until=declared,
        retired=retired,
        opened=rows["opened"],
    )


def _edges(rows: _Columns) -> EdgeClaims:
    declared, retired = rows["until"], rows["retired"]
    return EdgeClaims(
        claimed_by=rows.place("source"),
        source=rows.place("tail"),
        kind=rows["kind"],
        target=rows.place("head"),
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
        claimed_by=rows.place("source"),
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
        claimed_by=rows.place("source"),
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


def count_open(claims: Claims) -> dict[str, dict[str, int]]:
    """Open claims by kind: {"nodes": {kind: n}, "edges": {kind: n}}, distinct."""
    nodes, edges = claims.nodes, claims.edges
    listed = np.unique(nodes.node[nodes.retired == NEVER])
    kinds = np.array([NODE_CODES[claims.ids[node].partition(":")[0]] for node in listed.tolist()], dtype=np.int64)
    there = edges.retired == NEVER
    ends = np.stack([column[there].astype(np.int64) for column in (edges.source, edges.target, edges.kind)])
    distinct = np.unique(ends, axis=1)[2] if ends.size else np.zeros(0, dtype=np.int64)
    return {"nodes": _by_name(kinds, NODE_NAMES), "edges": _by_name(distinct, EDGE_NAMES)}


def _by_name(codes: Any, names: tuple[str, ...]) -> dict[str, int]:
    counts = np.bincount(codes, minlength=len(names)).tolist()
    return dict(sorted((name, count) for name, count in zip(names, counts, strict=True) if count))
