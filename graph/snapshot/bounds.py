"""Bounds of the arrays of a snapshot: what a kernel takes for an index must be one.

The kernels are compiled and do not look where they read. So every column of indices, offsets and codes is compared with what
it points into before any of them runs, at every size; the cost is one pass over these columns.
"""

from __future__ import annotations

import codecs
import dataclasses
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.errors import SnapshotError
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, EDGE_NAMES, NODE_NAMES, TOKEN_COUNTERS, Permission
from graph.snapshot.columns import StringTable
from graph.snapshot.tables import Tables

Array = npt.NDArray[Any]
_PIECE = 2**20


def check_bounds(tables: Tables, source_count: int) -> None:
    """Raise SnapshotError that names the first column of which an entry points nowhere. O(rows), vectorised."""
    _check_strings(tables)
    nodes, texts, values = len(tables.ids), len(tables.texts), len(tables.values)
    for name in ("nodes", "edges", "usage", "charges", "descriptions", "listings", "usage_coverage"):
        _check_lengths(name, getattr(tables, name))
    _require(len(tables.nodes.kind) == nodes, "nodes.kind")
    _within(tables.nodes.kind, 0, len(NODE_NAMES), "nodes.kind")
    for flags in ("known", "grants_covered", "usage_covered"):
        _within(getattr(tables.nodes, flags).view(np.uint8), 0, 2, f"nodes.{flags}")
    edges, usage, charges = tables.edges, tables.usage, tables.charges
    columns: tuple[tuple[str, Array, int, int], ...] = (
        ("edges.source", edges.source, 0, nodes),
        ("edges.target", edges.target, 0, nodes),
        ("edges.kind", edges.kind, 0, len(EDGE_NAMES)),
        ("edges.permission", edges.permission, 0, max(Permission) + 1),
        ("edges.claimed_by", edges.claimed_by, 0, source_count),
        ("edges.evidence", edges.evidence, -1, texts),
        ("edges.in_rows", edges.in_rows, 0, len(edges)),
        ("usage.claimed_by", usage.claimed_by, 0, source_count),
        ("usage.principal", usage.principal, -1, nodes),
        ("usage.resource", usage.resource, -1, nodes),
        ("usage.application", usage.application, -1, nodes),
        ("usage.workspace", usage.workspace, -1, nodes),
        ("usage.currency", usage.currency, -1, texts),
        ("usage.basis", usage.basis, -1, len(COST_BASES)),
        ("usage.detail", usage.detail, -1, texts),
        ("usage.chargeable", usage.chargeable.view(np.uint8), 0, 2),
        ("usage.rows_by_principal", usage.rows_by_principal, 0, len(usage)),
        ("charges.claimed_by", charges.claimed_by, 0, source_count),
        ("charges.application", charges.application, -1, nodes),
        ("charges.category", charges.category, 0, len(CHARGE_CATEGORIES)),
        ("charges.currency", charges.currency, -1, texts),
        ("charges.description", charges.description, -1, texts),
        ("descriptions.node", tables.descriptions.node, 0, nodes),
        ("descriptions.claimed_by", tables.descriptions.claimed_by, 0, source_count),
        ("listings.node", tables.listings.node, 0, nodes),
        ("listings.claimed_by", tables.listings.claimed_by, 0, source_count),
        ("usage_coverage.kind", tables.usage_coverage.kind, 0, len(NODE_NAMES)),
        ("usage_coverage.application", tables.usage_coverage.application, -1, nodes),
        ("members.node", tables.members.node, 0, nodes),
        ("emails.node", tables.emails.node, 0, nodes),
    )
    for name, column, low, high in columns:
        _within(column, low, high, name)
    _require(usage.tokens.ndim == 2 and usage.tokens.shape[1] == len(TOKEN_COUNTERS), "usage.tokens")
    _check_offsets(edges.out_offsets, nodes, len(edges), "edges.out_offsets")
    _check_offsets(edges.in_offsets, nodes, len(edges.in_rows), "edges.in_offsets")
    _check_offsets(usage.principal_offsets, nodes, len(usage.rows_by_principal), "usage.principal_offsets")
    for name, timeline in (("modes", tables.modes), *tables.properties.items()):
        _check_lengths(name, timeline)
        _within(timeline.node, 0, nodes, f"{name}.node")
        _within(timeline.code, -1, 256 if name == "modes" and timeline is tables.modes else values, f"{name}.code")
        _require(bool((timeline.node[1:] >= timeline.node[:-1]).all()), f"{name}.node")


# Columns that have another length than the table that they stand in.
_OTHER_LENGTHS = frozenset({"out_offsets", "in_offsets", "in_rows", "principal_offsets", "rows_by_principal"})


def _check_lengths(name: str, table: Any) -> None:
    """Raise SnapshotError unless all columns of a table are of one length and of integers or flags."""
    length = None
    for column in dataclasses.fields(table):
        array = getattr(table, column.name)
        _require(array.dtype.kind in "iub" and array.ndim >= 1, f"{name}.{column.name}")
        if column.name not in _OTHER_LENGTHS:
            length = len(array) if length is None else length
            _require(len(array) == length, f"{name}.{column.name}")


def _check_strings(tables: Tables) -> None:
    named: tuple[tuple[str, StringTable], ...] = (
        ("ids", tables.ids),
        ("values", tables.values),
        ("texts", tables.texts),
        ("members", tables.members.texts),
        ("emails", tables.emails.texts),
    )
    for name, strings in named:
        blob, offsets = strings.blob, strings.offsets
        _require(blob.dtype == np.uint8 and offsets.dtype.kind == "i" and len(offsets) > 0, f"{name}.offsets")
        _check_offsets(offsets, len(offsets) - 1, len(blob), f"{name}.offsets")
        # No text begins within a character, so each is whole if all of them are.
        starts = offsets[:-1][offsets[:-1] < len(blob)]
        _require(not bool(((blob[starts] & 0xC0) == 0x80).any()), f"{name}.offsets")
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            for start in range(0, len(blob), _PIECE):
                decoder.decode(blob[start : start + _PIECE].data)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            _require(False, f"{name}.blob")
    for name, texts in (("members", tables.members), ("emails", tables.emails)):
        _require(len(texts.node) == len(texts.texts), f"{name}.node")


def _check_offsets(offsets: Array, count: int, end: int, name: str) -> None:
    """Offsets begin at 0, never fall, and end with what they divide."""
    is_whole = len(offsets) == count + 1 and int(offsets[0]) == 0 and int(offsets[-1]) == end
    _require(is_whole and bool((offsets[1:] >= offsets[:-1]).all()), name)


def _within(column: Array, low: int, high: int, name: str) -> None:
    """Every entry is from `low` to below `high`."""
    if len(column):
        _require(int(column.min()) >= low and int(column.max()) < high, name)


def _require(is_right: bool, name: str) -> None:
    if not is_right:
        raise SnapshotError(f"{name} is damaged: it points to what is not there")
