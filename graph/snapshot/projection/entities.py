"""This file knows what a node shows of itself: its properties when the snapshot was built, and histories of a few."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.ontology import NODE_CODES, NODE_KINDS
from graph.snapshot.columns import Timeline
from graph.snapshot.projection.fingerprints import Fingerprints, added_up
from graph.snapshot.projection.spans import differs
from graph.snapshot.snapshot import Snapshot
from graph.stores.projection import HISTORIES, Entities, RaggedLists, Relationships, UsageSums

_DECLARED = sorted({prop.name for kind in NODE_KINDS.values() for prop in kind.properties})


def entities(snapshot: Snapshot, prints: Fingerprints, told: tuple[Relationships, UsageSums]) -> Entities:
    """One row per node; the fingerprints of what leads out of each are those of `told`."""
    arrays, count = snapshot.arrays, snapshot.count
    props = {}
    for name in _DECLARED:
        column = snapshot.column(name, snapshot.built_at)
        wanted = [NODE_CODES[kind.name] for kind in NODE_KINDS.values() if any(p.name == name for p in kind.properties)]
        column = np.where(np.isin(arrays["kind"], wanted), column, -1).astype(np.int32)
        if (column >= 0).any():
            props[name] = column
    columns: dict[str, Any] = {
        "kind": arrays["kind"],
        "known": arrays["known"],
        "grants_vouched": arrays["grants_vouched"],
        "name": _names(snapshot),
        "props": props,
        "members": _members(snapshot),
        "names": _earlier_names(snapshot),
        "histories": _histories(snapshot),
    }
    own = _own(columns, prints, count)
    return Entities(**columns, own=own, out=prints.of_relationships(told[0], told[1], count))


def _names(snapshot: Snapshot) -> Any:
    """The name when the snapshot was built, else the first one there will be; -1 for none."""
    timeline = snapshot.timeline("name")
    if timeline is None:
        return np.full(snapshot.count, -1, dtype=np.int32)
    name = timeline.at(snapshot.built_at, snapshot.count)
    first = np.flatnonzero(differs(timeline.node))
    opening = np.full(snapshot.count, -1, dtype=np.int32)
    opening[timeline.node[first]] = timeline.code[first]
    return np.where(name < 0, opening, name).astype(np.int32)


def _earlier_names(snapshot: Snapshot) -> RaggedLists:
    """All names of nodes that had several, in order of time."""
    timeline, count = snapshot.timeline("name"), snapshot.count
    if timeline is None:
        return RaggedLists(np.zeros(count + 1, dtype=np.int64), np.zeros(0, dtype=np.int32))
    said = timeline.code >= 0
    node, code = timeline.node[said], timeline.code[said]
    several = np.bincount(node, minlength=count)[node] > 1
    return _ragged(node[several], code[several], count)


def _members(snapshot: Snapshot) -> RaggedLists:
    place = snapshot.arrays["members.place"]
    order = np.argsort(place, kind="stable")
    return _ragged(place[order], order.astype(np.int32), snapshot.count)


def _ragged(node: Any, member: Any, count: int) -> RaggedLists:
    return RaggedLists(np.r_[0, np.cumsum(np.bincount(node, minlength=count))], member.astype(np.int32))


def _histories(snapshot: Snapshot) -> dict[str, tuple[Any, Any, Any]]:
    """(node, start, code) of the properties whose history is shown, of the kinds that show it."""
    found = {}
    for name in sorted({name for names in HISTORIES.values() for name in names}):
        timeline = snapshot.timeline(name)
        if timeline is not None:
            kinds = [NODE_CODES[kind] for kind, names in HISTORIES.items() if name in names]
            mine = np.isin(snapshot.arrays["kind"][timeline.node], kinds)
            shown = Timeline(timeline.node[mine], timeline.start[mine], timeline.code[mine])
            found[name] = (shown.node, shown.start, shown.code)
    return found


def _own(columns: dict[str, Any], prints: Fingerprints, count: int) -> Any:
    """The fingerprint of each node's own content."""
    every = np.arange(count)
    parts: list[Any] = [(every, ("node", columns["kind"], columns["known"], columns["grants_vouched"]))]
    parts.append((every, ("name", prints.values[columns["name"]])))
    for name, column in columns["props"].items():
        told = np.flatnonzero(column >= 0)
        parts.append((told, (name, prints.values[column[told]])))
    for name, table in (("members", prints.members), ("names", prints.values)):
        lists = columns[name]
        node = np.repeat(every, np.diff(lists.offsets))
        place = np.arange(len(lists.members)) - lists.offsets[node]
        parts.append((node, (name, place, table[lists.members])))
    for name, (node, start, code) in columns["histories"].items():
        parts.append((node, (f"history of {name}", start, prints.values[code])))
    return added_up(parts, count)
