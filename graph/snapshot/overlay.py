"""Tables with a difference: nodes, property values and edges added to the tables of a snapshot, or taken away.

The result is tables like any others, in the same orders, so that every kernel and every question works on them. What does
not change is shared. Copied are: the `until` of edges where edges end; all columns of edges where some are added; the
columns that hold node indices where a node is new, since nodes are numbered in byte order of their ids.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from graph.ontology import NODE_CODES
from graph.snapshot.columns import I4, I8, Bool, Ints, StringTable, TextIndex, Timeline
from graph.snapshot.rows import EdgeRows
from graph.snapshot.tables import EdgeTable, NodeTable, Tables

# (node, from when on, value)
Event = tuple[int, int, Any]
# By what the edges from one node to another are ordered.
_KEYS = ("kind", "permission", "since", "until", "claimed_by", "evidence", "first_seen")
_EDGE_COLUMNS = tuple(
    column.name
    for column in dataclasses.fields(EdgeTable)
    if column.name not in ("out_offsets", "in_rows", "in_offsets")
)


def with_nodes(tables: Tables, ids: Iterable[str]) -> Tables:
    """The tables with these nodes, which are new and which no source describes. O(all rows) if there are any."""
    texts = sorted({node_id for node_id in ids if tables.ids.find(node_id) < 0}, key=str.encode)
    if not texts:
        return tables
    table, new = _with_texts(tables.ids, texts)
    positions = np.searchsorted(new[:-1], [table.find(text) for text in texts])
    nodes, edges, usage = tables.nodes, tables.edges, tables.usage
    kinds = [NODE_CODES[text.partition(":")[0]] for text in texts]
    return dataclasses.replace(
        tables,
        ids=table,
        nodes=NodeTable(
            kind=np.insert(nodes.kind, positions, kinds),
            **{
                name: np.insert(getattr(nodes, name), positions, False)
                for name in ("known", "grants_covered", "usage_covered")
            },
        ),
        edges=dataclasses.replace(
            edges,
            source=new[edges.source],
            target=new[edges.target],
            out_offsets=np.insert(edges.out_offsets, positions, edges.out_offsets[positions]),
            in_offsets=np.insert(edges.in_offsets, positions, edges.in_offsets[positions]),
        ),
        usage=dataclasses.replace(
            usage,
            **{name: new[getattr(usage, name)] for name in ("principal", "resource", "application", "workspace")},
            principal_offsets=np.insert(usage.principal_offsets, positions, usage.principal_offsets[positions]),
        ),
        charges=dataclasses.replace(tables.charges, application=new[tables.charges.application]),
        descriptions=dataclasses.replace(tables.descriptions, node=new[tables.descriptions.node]),
        listings=dataclasses.replace(tables.listings, node=new[tables.listings.node]),
        usage_coverage=dataclasses.replace(tables.usage_coverage, application=new[tables.usage_coverage.application]),
        members=TextIndex(tables.members.texts, new[tables.members.node]),
        emails=TextIndex(tables.emails.texts, new[tables.emails.node]),
        modes=_renumbered(tables.modes, node=new),
        properties={name: _renumbered(timeline, node=new) for name, timeline in tables.properties.items()},
    )


def with_values(tables: Tables, name: str, events: Sequence[Event]) -> Tables:
    """The tables with values of a property from some moments on; a moment that has a value already gets the new one.

    O(the property's rows); where no node ever had such a value, O(the rows of all properties).
    """
    if not events:
        return tables
    encoded = {msgspec.json.encode(value, order="sorted").decode() for _, _, value in events}
    missing = sorted((text for text in encoded if tables.values.find(text) < 0), key=str.encode)
    if missing:
        values, new = _with_texts(tables.values, missing)
        properties = {other: _renumbered(timeline, code=new) for other, timeline in tables.properties.items()}
        tables = dataclasses.replace(tables, values=values, properties=properties)
    timeline = tables.properties.get(name) or Timeline.of([])
    codes = [(node, moment, tables.value_code(value)) for node, moment, value in events]
    return dataclasses.replace(tables, properties={**tables.properties, name: _with_events(timeline, codes)})


def with_modes(tables: Tables, events: Sequence[tuple[int, int, int]]) -> Tables:
    """The tables with what nodes let through from some moments on (graph.snapshot.nodes). O(rows of the modes)."""
    return dataclasses.replace(tables, modes=_with_events(tables.modes, events)) if events else tables


def with_texts(tables: Tables, texts: Iterable[str]) -> Tables:
    """The tables with texts that rows can name. O(edges + usage) if one is new."""
    missing = sorted({text for text in texts if tables.texts.find(text) < 0}, key=str.encode)
    if not missing:
        return tables
    table, new = _with_texts(tables.texts, missing)
    usage, charges = tables.usage, tables.charges
    return dataclasses.replace(
        tables,
        texts=table,
        edges=dataclasses.replace(tables.edges, evidence=new[tables.edges.evidence]),
        usage=dataclasses.replace(usage, currency=new[usage.currency], detail=new[usage.detail]),
        charges=dataclasses.replace(charges, currency=new[charges.currency], description=new[charges.description]),
    )


def with_source(tables: Tables, count: int) -> Tables:
    """The tables with one more source after the first `count`: what stands for derived edges moves up by one. O(edges)."""
    claimed_by = tables.edges.claimed_by
    moved = claimed_by + (claimed_by >= count).astype(claimed_by.dtype)
    return dataclasses.replace(tables, edges=dataclasses.replace(tables.edges, claimed_by=moved))


def without_edges(tables: Tables, rows: Ints, moment: int) -> Tables:
    """The tables with some rows of the edges ended at a moment; those that begin then were never there.

    O(edges): one column, all of them where a row goes.
    """
    if not len(rows):
        return tables
    edges = tables.edges
    until = edges.until.copy()
    until[rows] = np.minimum(until[rows], moment)
    edges = dataclasses.replace(edges, until=until)
    edges = _sorted_again(edges, rows)
    return dataclasses.replace(tables, edges=edges)


def with_edges(tables: Tables, rows: EdgeRows) -> Tables:
    """The tables with these edges too, in the table's order. O(edges) if there are any."""
    edges = tables.edges
    if not len(rows.kind):
        return tables
    rows = rows.take(np.lexsort([getattr(rows, name) for name in ("source", "target", *_KEYS)[::-1]]))
    positions = np.array([_position(edges, rows, row) for row in range(len(rows.kind))], dtype=np.int64)
    columns = {name: np.insert(getattr(edges, name), positions, getattr(rows, name)) for name in _EDGE_COLUMNS}
    old = np.arange(len(edges)) + np.searchsorted(positions, np.arange(len(edges)), side="right")
    numbers = positions + np.arange(len(positions))
    order = np.argsort(rows.target, kind="stable")
    incoming = old.astype(np.int32)[edges.in_rows]
    entries = np.array([_entry(edges, incoming, int(rows.target[row]), int(numbers[row])) for row in order.tolist()])
    count = len(tables.nodes)
    changed = EdgeTable(
        **columns,
        out_offsets=edges.out_offsets + _counted(rows.source, count),
        in_rows=np.insert(incoming, entries, numbers[order].astype(np.int32)),
        in_offsets=edges.in_offsets + _counted(rows.target, count),
    )
    return dataclasses.replace(tables, edges=changed)


def _position(edges: EdgeTable, rows: EdgeRows, row: int) -> int:
    """Before which row of the table a new row belongs."""
    low, high = _between(edges, int(rows.source[row]), int(rows.target[row]))
    key = tuple(int(getattr(rows, name)[row]) for name in _KEYS)
    while low < high and tuple(int(getattr(edges, name)[low]) for name in _KEYS) <= key:
        low += 1
    return low


def _entry(edges: EdgeTable, incoming: I4, target: int, number: int) -> int:
    """Before which entry of `incoming` (rows by target, ascending) a row of a target belongs."""
    low, high = int(edges.in_offsets[target]), int(edges.in_offsets[target + 1])
    return low + int(np.searchsorted(incoming[low:high], np.array(number, dtype=incoming.dtype)))


def _sorted_again(edges: EdgeTable, rows: Ints) -> EdgeTable:
    """The edges in the table's order, once each and without empty intervals, where only the ends of some rows changed."""
    order, gone = dict[int, int](), list[int]()
    for source, target in sorted({(int(edges.source[row]), int(edges.target[row])) for row in rows.tolist()}):
        low, high = _between(edges, source, target)
        several = range(low, high)
        keys = {row: tuple(int(getattr(edges, name)[row]) for name in _KEYS) for row in several}
        by_key = sorted(several, key=keys.__getitem__)
        order.update((row, other) for row, other in zip(several, by_key, strict=True) if row != other)
        repeated = (row for row, before in zip(by_key[1:], by_key, strict=False) if keys[row] == keys[before])
        empty = {row for row in several if edges.since[row] >= edges.until[row]}
        left_out = {*repeated, *empty}
        gone += [row for row, other in zip(several, by_key, strict=True) if other in left_out]
    if order:
        columns = {name: getattr(edges, name).copy() for name in _EDGE_COLUMNS}
        for name, column in columns.items():
            column[list(order)] = getattr(edges, name)[list(order.values())]
        edges = dataclasses.replace(edges, **columns)
    return _without_rows(edges, np.array(gone)) if gone else edges


def _between(edges: EdgeTable, source: int, target: int) -> tuple[int, int]:
    """The rows from one node to another: [low, high)."""
    low, high = int(edges.out_offsets[source]), int(edges.out_offsets[source + 1])
    ends = np.array((target, target + 1), dtype=edges.target.dtype)
    first, last = (low + np.searchsorted(edges.target[low:high], ends)).tolist()
    return first, last


def _without_rows(edges: EdgeTable, rows: Ints) -> EdgeTable:
    kept: Bool = np.ones(len(edges), dtype=bool)
    kept[rows] = False
    numbers = np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)
    incoming, count = numbers[edges.in_rows], len(edges.out_offsets) - 1
    return EdgeTable(
        **{name: getattr(edges, name)[kept] for name in _EDGE_COLUMNS},
        out_offsets=edges.out_offsets - _counted(edges.source[rows], count),
        in_rows=incoming[incoming >= 0],
        in_offsets=edges.in_offsets - _counted(edges.target[rows], count),
    )


def _counted(nodes: Ints, count: int) -> I8:
    """How many of these nodes lie before each of `count` nodes, and in all."""
    offsets = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(nodes, minlength=count), out=offsets[1:])
    return offsets


def _with_texts(table: StringTable, texts: Sequence[str]) -> tuple[StringTable, I4]:
    """A sorted table with more texts, sorted and none of them in it, and old index → new index (-1 stays -1)."""
    positions = np.array([table.first_from(text.encode()) for text in texts], dtype=np.int64)
    blobs, start = [], 0
    for text, position in zip(texts, positions.tolist(), strict=True):
        end = int(table.offsets[position])
        blobs += [table.blob[start:end], np.frombuffer(text.encode(), dtype=np.uint8)]
        start = end
    lengths = np.insert(np.diff(table.offsets), positions, [len(text.encode()) for text in texts])
    offsets = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=offsets[1:])
    old = np.arange(len(table) + 1)
    new = (old + np.searchsorted(positions, old, side="right")).astype(np.int32)
    # The last entry maps -1 to -1.
    new[-1] = -1
    return StringTable(np.concatenate([*blobs, table.blob[start:]]), offsets), new


def _renumbered(timeline: Timeline, *, node: I4 | None = None, code: I4 | None = None) -> Timeline:
    return Timeline(
        timeline.node if node is None else node[timeline.node],
        timeline.start,
        timeline.code if code is None else code[timeline.code],
    )


def _with_events(timeline: Timeline, events: Iterable[tuple[int, int, int]]) -> Timeline:
    """The events and more of them, by node and moment; of two at one moment the new one counts."""
    newest: Mapping[tuple[int, int], int] = {(node, start): code for node, start, code in events}
    replaced: dict[int, int] = {}
    added: list[tuple[int, int, int, int]] = []
    for (node, start), code in sorted(newest.items()):
        position = timeline.position(node, start)
        if position > 0 and (timeline.node[position - 1], timeline.start[position - 1]) == (node, start):
            replaced[position - 1] = code
        else:
            added.append((position, node, start, code))
    codes = timeline.code
    if replaced:
        codes = codes.copy()
        codes[list(replaced)] = list(replaced.values())
    if not added:
        return Timeline(timeline.node, timeline.start, codes)
    positions, nodes, starts, new_codes = (list(column) for column in zip(*added, strict=True))
    return Timeline(
        np.insert(timeline.node, positions, nodes),
        np.insert(timeline.start, positions, starts),
        np.insert(codes, positions, new_codes),
    )
