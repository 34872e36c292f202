"""This file knows how an export's claims, closed and held ones included, enter a source that the store does not have yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from graph.claims import Charge, Edge, Node, Usage
from graph.moment import read_day
from graph.stores.memory.merge import MemoryMerge, canonical
from graph.stores.memory.rows import NodeRow, Retirement, sum_by_day


def restore(merge: MemoryMerge) -> Retirement | None:
    """Take every staged claim as it stands; what waits for a person, if anything does."""
    told: Mapping[str, Any] = merge.header.scopes.get("source", {})
    out = Retirement(merge.moment)
    for record in merge.staged:
        if isinstance(record, Node):
            node = _node_row(merge.moment, record)
            merge.rows.nodes.append(node)
            merge.added[node.kind] += 1
            if record.held:
                out.nodes.append(node)
        elif isinstance(record, Edge):
            edge = merge.edge_row(record, record.since)
            edge.dated, edge.retired = record.dated and record.since is not None, record.retired
            merge.rows.edges.append(edge)
            merge.added[edge.kind] += 1
            if record.held:
                out.edges.append(edge)
    usage = [record for record in merge.staged if isinstance(record, Usage)]
    merge.rows.usage = sum_by_day(record for record in usage if not record.held)
    merge.added["usage"] += sum(map(len, merge.rows.usage.values()))
    merge.replace_charges([record for record in merge.staged if isinstance(record, Charge)])
    merge.changed = True
    if not told.get("held"):
        return None
    waiting = sum_by_day(msgspec.structs.replace(record, held=False) for record in usage if record.held)
    out.usage = {day: waiting.get(day, set()) for day in map(read_day, told.get("held_days", ()))}
    return out


def _node_row(moment: int, record: Node) -> NodeRow:
    first_seen = moment if record.first_seen is None else record.first_seen
    return NodeRow(
        id=record.id,
        name=record.name,
        props=canonical(record),
        since=record.since,
        until=record.until,
        first_seen=first_seen,
        dated=record.dated and record.since is not None,
        opened=first_seen if record.opened is None else record.opened,
        retired=record.retired,
    )
