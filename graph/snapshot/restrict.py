"""Restriction of a snapshot to some of its nodes: what is left out is in none of its tables.

A walk, a count, a search or a sum over the result cannot show what is not there. Columns of what is left are copied and
nodes are numbered again, in the same order; values and texts are shared with the whole snapshot.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from graph.snapshot.columns import I4, Bool, Ints, TextIndex, Timeline, offsets_of
from graph.snapshot.rows import distinct_pairs
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.tables import (
    ChargeTable,
    DescriptionTable,
    EdgeTable,
    ListingTable,
    NodeTable,
    Tables,
    UsageCoverageTable,
    UsageTable,
)

Table = TypeVar("Table", NodeTable, ChargeTable, DescriptionTable, ListingTable)
Claimed = TypeVar("Claimed", ChargeTable, DescriptionTable, ListingTable)


@dataclass(frozen=True, slots=True)
class Visibility:
    """What of a snapshot is visible: per node itself, and the charges and nobody's usage of it as an application."""

    nodes: Bool
    charges: Bool


def restrict(snapshot: Snapshot, visible: Visibility) -> Snapshot:
    """The snapshot of the visible nodes: edges between them, usage that names no other node, their charges. O(all rows).

    A source that claims nothing of that is left out too. `whole` of the result is the snapshot it was taken from.
    """
    numbers = _Numbers.of(visible.nodes)
    tables = snapshot.tables
    edges = np.flatnonzero(visible.nodes[tables.edges.source] & visible.nodes[tables.edges.target])
    usage = np.flatnonzero(_visible_usage(tables.usage, visible))
    charges = np.flatnonzero(np.append(visible.charges & visible.nodes, False)[tables.charges.application])
    descriptions = np.flatnonzero(visible.nodes[tables.descriptions.node])
    listings = np.flatnonzero(visible.nodes[tables.listings.node])
    sources = _sources(
        snapshot,
        (tables.edges, edges),
        (tables.usage, usage),
        (tables.charges, charges),
        (tables.descriptions, descriptions),
    )
    renumbered = Tables(
        nodes=_take(tables.nodes, numbers.present),
        edges=_edges(tables.edges, edges, numbers, sources),
        usage=(rows := _usage(tables.usage, usage, numbers, sources)),
        charges=_renumbered(_take(tables.charges, charges), numbers, sources, "application"),
        descriptions=_renumbered(_take(tables.descriptions, descriptions), numbers, sources, "node"),
        listings=_renumbered(_take(tables.listings, listings), numbers, sources, "node"),
        usage_coverage=UsageCoverageTable(*_covered(snapshot, sources, rows, tables.nodes.kind[numbers.present])),
        ids=tables.ids.take(numbers.present),
        values=tables.values,
        texts=tables.texts,
        members=_index(tables.members, numbers),
        emails=_index(tables.emails, numbers),
        modes=_timeline(tables.modes, numbers),
        properties={
            name: part
            for name, timeline in tables.properties.items()
            if len((part := _timeline(timeline, numbers)).node)
        },
    )
    names = {name for number, name in enumerate(snapshot.sources) if sources[number] >= 0}
    restricted = Snapshot(
        renumbered,
        _info(snapshot, names, renumbered),
        (snapshot.generation, snapshot.built_at, _digest(snapshot, visible)),
        # What a source restated is of whole applications, with the use of whoever is hidden.
        [dataclasses.replace(each, restated=()) for each in snapshot.freshness if each.source in names],
        {name: numbers_of for name, numbers_of in snapshot.runs.items() if name in names},
    )
    restricted.whole = snapshot
    return restricted


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Visible nodes: their old numbers in order, and the new number of every old one, -1 for hidden ones and for none."""

    present: I4
    new: I4

    @classmethod
    def of(cls, visible: Bool) -> _Numbers:
        new = np.full(len(visible) + 1, -1, dtype=np.int32)
        present = np.flatnonzero(visible).astype(np.int32)
        new[present] = np.arange(len(present), dtype=np.int32)
        return cls(present, new)


def _visible_usage(usage: UsageTable, visible: Visibility) -> Bool:
    """The rows of which every node that they name is visible; of nobody's rows those of applications seen whole."""
    # The last entry is for none.
    nodes = np.append(visible.nodes, True)
    mask: Bool = nodes[usage.principal] & nodes[usage.resource] & nodes[usage.application] & nodes[usage.workspace]
    mask &= (usage.principal >= 0) | np.append(visible.charges, False)[usage.application]
    return mask


def _sources(snapshot: Snapshot, *parts: tuple[Any, Ints]) -> I4:
    """The new number of each source, -1 where it claims nothing that is left; the names after the sources stay."""
    used = np.zeros(len(snapshot.sources), dtype=bool)
    used[snapshot.source_count :] = True
    for table, rows in parts:
        used[table.claimed_by[rows]] = True
    return np.where(used, np.cumsum(used) - 1, -1).astype(np.int32)


def _take(table: Table, rows: Ints) -> Table:
    return dataclasses.replace(table, **{name: column[rows] for name, column in _columns(table).items()})


def _renumbered(table: Claimed, numbers: _Numbers, sources: I4, *nodes: str) -> Claimed:
    columns = {name: numbers.new[getattr(table, name)] for name in nodes}
    return dataclasses.replace(table, claimed_by=sources[table.claimed_by], **columns)


def _columns(table: Any) -> dict[str, npt.NDArray[Any]]:
    return {column.name: getattr(table, column.name) for column in dataclasses.fields(table)}


def _edges(table: EdgeTable, rows: Ints, numbers: _Numbers, sources: I4) -> EdgeTable:
    """Some of the edges; numbering nodes again in the same order keeps both orders."""
    names = [name for name in _columns(table) if name not in ("out_offsets", "in_rows", "in_offsets")]
    columns = {name: getattr(table, name)[rows] for name in names}
    columns |= {name: numbers.new[columns[name]] for name in ("source", "target")}
    columns["claimed_by"] = sources[columns["claimed_by"]]
    row_numbers = np.full(len(table), -1, dtype=np.int32)
    row_numbers[rows] = np.arange(len(rows), dtype=np.int32)
    incoming = row_numbers[table.in_rows]
    count = len(numbers.present)
    return EdgeTable(
        **columns,
        in_rows=incoming[incoming >= 0],
        out_offsets=offsets_of(columns["source"], count),
        in_offsets=offsets_of(columns["target"], count),
    )


def _usage(table: UsageTable, rows: Ints, numbers: _Numbers, sources: I4) -> UsageTable:
    names = [name for name in _columns(table) if name not in ("principal_offsets", "rows_by_principal")]
    columns = {name: getattr(table, name)[rows] for name in names}
    columns |= {name: numbers.new[columns[name]] for name in ("principal", "resource", "application", "workspace")}
    columns["claimed_by"] = sources[columns["claimed_by"]]
    row_numbers = np.full(len(table), -1, dtype=np.int32)
    row_numbers[rows] = np.arange(len(rows), dtype=np.int32)
    by_principal = row_numbers[table.rows_by_principal]
    by_principal = by_principal[by_principal >= 0]
    return UsageTable(
        **columns,
        principal_offsets=offsets_of(columns["principal"][by_principal], len(numbers.present)),
        rows_by_principal=by_principal,
    )


def _covered(snapshot: Snapshot, sources: I4, usage: UsageTable, kinds: npt.NDArray[Any]) -> tuple[I4, I4]:
    """The (kind of resource, application) pairs of what is left of the sources that claim all usage."""
    covering = [
        sources[number] for number, source in enumerate(snapshot.info["sources"]) if "usage" in source["scopes"]
    ]
    rows = np.isin(usage.claimed_by, covering) & (usage.application >= 0)
    return distinct_pairs(kinds[usage.resource[rows]].astype(np.int32), usage.application[rows])


def _index(index: TextIndex, numbers: _Numbers) -> TextIndex:
    rows = np.flatnonzero(numbers.new[index.node] >= 0)
    return TextIndex(index.texts.take(rows), numbers.new[index.node[rows]])


def _timeline(timeline: Timeline, numbers: _Numbers) -> Timeline:
    part = timeline.where(numbers.new[timeline.node] >= 0)
    return Timeline(numbers.new[part.node], part.start, part.code)


def _info(snapshot: Snapshot, names: set[str], tables: Tables) -> dict[str, Any]:
    """What the manifest says, of the sources and nodes that are left."""
    return {
        **snapshot.info,
        "sources": [source for source in snapshot.info["sources"] if source["source"] in names],
        "preferred": [name for name in snapshot.info["preferred"] if name in names],
        "merged": [entry for entry in snapshot.info["merged"] if _is_visible(entry, tables)],
        "conflicts": [entry for entry in snapshot.info["conflicts"] if _is_visible(entry, tables)],
    }


def _is_visible(entry: Mapping[str, Any], tables: Tables) -> bool:
    """Whether both people that an entry is about are visible."""
    ids = (entry["left"], entry["right"])
    return all(tables.ids.find(node_id) >= 0 or tables.members.texts.find(node_id) >= 0 for node_id in ids)


def _digest(snapshot: Snapshot, visible: Visibility) -> str:
    digest = hashlib.blake2b(snapshot.digest.encode(), digest_size=20)
    digest.update(np.packbits(visible.nodes).tobytes())
    digest.update(np.packbits(visible.charges).tobytes())
    return digest.hexdigest()
