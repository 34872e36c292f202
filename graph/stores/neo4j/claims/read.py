"""Reading claims: the pages of all sources as the columns of one generation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.claims import Decision
from graph.moment import ALWAYS, NEVER
from graph.ontology import EDGE_NAMES, NODE_CODES, NODE_NAMES, TOKEN_COUNTERS
from graph.stores.base import (
    ChargeClaims,
    Claims,
    EdgeClaims,
    EventClaims,
    HeldRun,
    NodeClaims,
    SourceState,
    UsageClaims,
)
from graph.stores.neo4j.claims.head import EVENT_TABLES
from graph.stores.neo4j.claims.page import decode_page

_CLAIMS = ("node_claim", "edge_claim", "usage", "charge")
_EDGE_KEY = ("tail", "kind", "head", "permission", "declared", "nth")
_TEXT_COLUMNS = ("name", "props")

Parts = dict[str, dict[str, list[Any]]]


class ClaimsReader:
    """Collects the pages of one source after the other; ids and texts are numbered across all of them."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._texts: dict[str, int] = {}
        self._parts: Parts = {table: defaultdict(list) for table in _CLAIMS}
        self._rows = dict.fromkeys(_CLAIMS, 0)
        self._held: list[HeldRun] = []
        self._events: dict[str, list[Any]] = defaultdict(list)

    def add(self, source: int, pages: Iterable[bytes]) -> None:
        """Add the pages of one source, given its index among all sources."""
        own: Parts = defaultdict(lambda: defaultdict(list))
        for content in pages:
            table, columns = decode_page(content)
            for name, column in columns.items():
                own[table][name].append(column)
        indices = {
            "id": _indices(own["id"], "id", self._ids),
            "text": _indices(own["text"], "text", self._texts),
        }
        for table in EVENT_TABLES:
            columns = _renumbered(own[table], source, _NUMBERED["event"], indices)
            for name, parts in columns.items():
                self._events[name] += parts
            rows = sum(map(len, columns.get("source", ())))
            self._events["held"].append(np.full(rows, table != "event", dtype=np.uint8))
        if own["held"]:
            self._held.append(self._held_run(source, own, indices))
        for table in _CLAIMS:
            columns = _renumbered(own[table], source, _NUMBERED[table], indices)
            for name, parts in columns.items():
                self._parts[table][name] += parts
            self._rows[table] += sum(map(len, own[table].get("since", ())))

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

    def events(self) -> EventClaims:
        """Whose events are, where their pages were added."""
        events = _Columns(self._events)
        return EventClaims(
            claimed_by=events.index("source"),
            day=events.index("day"),
            event=events["event"],
            variant=events["variant"],
            principal=events.index("principal"),
            workspace=events.index("workspace"),
            detail=events.index("detail"),
            held=events["held"],
        )

    def _held_run(self, source: int, own: Parts, indices: Mapping[str, Any]) -> HeldRun:
        """The retirements of the source's held run, as numbers of rows among all rows."""
        numbers, held_numbers = _Columns(own["node_claim"])["n"], _Columns(own["held_node"])["n"]
        nodes = np.flatnonzero(np.isin(numbers, held_numbers)) + self._rows["node_claim"]
        edges, held = _Columns(own["edge_claim"]), _Columns(own["held_edge"])
        keys = set(zip(*(held[name].tolist() for name in _EDGE_KEY), strict=True))
        near = np.flatnonzero(np.isin(edges["tail"], held["tail"]))
        rows = zip(*(edges[name][near].tolist() for name in _EDGE_KEY), strict=True)
        held_rows = [row for row, key in zip(near.tolist(), rows, strict=True) if key in keys]
        usage = _renumbered(own["held_usage"], source, _NUMBERED["usage"], indices)
        return HeldRun(
            source=source,
            nodes=nodes.astype(np.int32),
            edges=np.array(held_rows, dtype=np.int32) + np.int32(self._rows["edge_claim"]),
            days=np.unique(_Columns(own["held_day"])["day"]).astype(np.int32),
            usage=_usage(_Columns(usage)),
        )


def _renumbered(
    parts: Mapping[str, list[Any]], source: int, numbered: Mapping[str, str], indices: Mapping[str, Any]
) -> dict[str, list[Any]]:
    """The columns of one source renumbered across all sources, with a column of the source itself."""
    result: dict[str, list[Any]] = {}
    rows = 0
    for name, pieces in parts.items():
        rows = sum(map(len, pieces))
        if name in _TEXT_COLUMNS:
            result[name] = list(pieces)
            continue
        column, what = np.concatenate(pieces), numbered.get(name)
        result[name] = [column.astype(_DTYPES.get(name, np.int64)) if what is None else indices[what][column]]
    return {**result, "source": [np.full(rows, source, dtype=np.int32)]} if rows else result


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
    "event": {"principal": "id", "workspace": "id", "detail": "text"},
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
    """The columns of one table over all sources, also of a table without rows."""

    def __init__(self, parts: Mapping[str, list[Any]]) -> None:
        self._parts = parts

    def __getitem__(self, name: str) -> Any:
        parts = self._parts.get(name)
        return np.concatenate(parts) if parts else np.zeros(0, dtype=_DTYPES.get(name, np.int64))

    def index(self, name: str) -> Any:
        return self[name].astype(np.int32)

    def texts(self, name: str) -> list[Any]:
        return [text for part in self._parts.get(name, ()) for text in part]


def _nodes(rows: _Columns) -> NodeClaims:
    declared, retired = rows["until"], rows["retired"]
    return NodeClaims(
        claimed_by=rows.index("source"),
        node=rows.index("node"),
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
        claimed_by=rows.index("source"),
        source=rows.index("tail"),
        kind=rows["kind"],
        target=rows.index("head"),
        permission=rows["permission"],
        since=rows["since"],
        until=np.minimum(declared, retired),
        first_seen=rows["first_seen"],
        evidence=rows.index("evidence"),
        alias=rows.index("alias"),
        dated=(rows["declared"] != ALWAYS).astype(np.uint8),
        declared=rows["declared"],
        declared_until=declared,
        retired=retired,
    )


def _usage(rows: _Columns) -> UsageClaims:
    return UsageClaims(
        claimed_by=rows.index("source"),
        principal=rows.index("principal"),
        resource=rows.index("resource"),
        application=rows.index("application"),
        workspace=rows.index("workspace"),
        day=rows["day"],
        requests=rows["requests"],
        tokens=np.column_stack([rows[name] for name in TOKEN_COUNTERS]),
        cost=rows["cost"],
        currency=rows.index("currency"),
        basis=rows["basis"],
        priced_on=rows["priced_on"],
        chargeable=rows["chargeable"],
        detail=rows.index("detail"),
    )


def _charges(rows: _Columns) -> ChargeClaims:
    return ChargeClaims(
        claimed_by=rows.index("source"),
        application=rows.index("application"),
        first_day=rows["first_day"],
        last_day=rows["last_day"],
        category=rows["category"],
        cost=rows["cost"],
        currency=rows.index("currency"),
        description=rows.index("description"),
    )


def _indices(columns: Mapping[str, list[Any]], name: str, known: dict[str, int]) -> Any:
    """An array: a source's own number of a text → its index over all sources; the last entry, -1, stands for None."""
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


def _by_name(codes: npt.NDArray[np.int64], names: tuple[str, ...]) -> dict[str, int]:
    counts = np.bincount(codes, minlength=len(names)).tolist()
    return dict(sorted((name, count) for name, count in zip(names, counts, strict=True) if count))
