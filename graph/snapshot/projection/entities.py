"""Nodes as a projection shows them: properties when the snapshot was built, all names, and histories of a few."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.ontology import NODE_KINDS, NODE_NAMES
from graph.snapshot.columns import I4, I8, Ints, differs
from graph.snapshot.projection.fingerprints import Fingerprints, Part, added_up
from graph.snapshot.snapshot import Snapshot
from graph.stores.projection import HISTORIES, Entities, RaggedLists, Relationships, UsageSums

_DECLARED = sorted({prop.name for kind in NODE_KINDS.values() for prop in kind.properties})


def entities(snapshot: Snapshot, prints: Fingerprints, edges: tuple[Relationships, UsageSums], seconds: I4) -> Entities:
    """One row per node, then one per account of `seconds`; the fingerprints of what leads out are those of `edges`."""
    nodes, count = snapshot.nodes, snapshot.count
    props = {}
    for name in _DECLARED:
        kinds = [kind.name for kind in NODE_KINDS.values() if any(p.name == name for p in kind.properties)]
        column = np.where(nodes.of(*kinds), snapshot.column(name, snapshot.built_at), -1).astype(np.int32)
        if (column >= 0).any():
            props[name] = column
    columns: dict[str, Any] = {
        "kind": nodes.kind,
        "known": nodes.known.view(np.uint8),
        "grants_vouched": nodes.grants_covered.view(np.uint8),
        "name": _names(snapshot),
        "props": props,
        "members": _members(snapshot),
        "names": _earlier_names(snapshot),
        "histories": _histories(snapshot),
    }
    columns = _with_seconds(columns, seconds)
    count += len(seconds)
    own = _own(columns, prints, count)
    return Entities(**columns, own=own, out=prints.of_relationships(*edges, count))


def _with_seconds(columns: dict[str, Any], seconds: I4) -> dict[str, Any]:
    """The columns with a row for each second node of an account: its kind and name, and nothing else."""
    count = len(seconds)
    none: dict[str, Any] = {"known": 1, "grants_vouched": 0}
    more: dict[str, Any] = {
        name: np.concatenate([columns[name], np.full(count, code, dtype=np.uint8)]) for name, code in none.items()
    }
    more["kind"] = np.concatenate([columns["kind"], np.full(count, len(NODE_NAMES), dtype=np.uint8)])
    more["name"] = np.concatenate([columns["name"], columns["name"][seconds]])
    more["props"] = {
        name: np.concatenate([column, np.full(count, -1, dtype=np.int32)]) for name, column in columns["props"].items()
    }
    for name in ("members", "names"):
        lists = columns[name]
        offsets = np.concatenate([lists.offsets, np.full(count, lists.offsets[-1])])
        more[name] = RaggedLists(offsets, lists.members)
    return columns | more


def _names(snapshot: Snapshot) -> I4:
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
    timeline = timeline.where(timeline.code >= 0)
    timeline = timeline.where(np.bincount(timeline.node, minlength=count)[timeline.node] > 1)
    return _ragged(timeline.node, timeline.code, count)


def _members(snapshot: Snapshot) -> RaggedLists:
    node = snapshot.tables.members.node
    order = np.argsort(node, kind="stable")
    return _ragged(node[order], order, snapshot.count)


def _ragged(node: Ints, member: Ints, count: int) -> RaggedLists:
    return RaggedLists(np.r_[0, np.cumsum(np.bincount(node, minlength=count))], member.astype(np.int32))


def _histories(snapshot: Snapshot) -> dict[str, tuple[I4, I8, I4]]:
    """(node, start, code) of the properties whose history is shown, of the kinds that show it."""
    histories = {}
    for name in sorted({name for names in HISTORIES.values() for name in names}):
        timeline = snapshot.timeline(name)
        if timeline is not None:
            kinds = [kind for kind, names in HISTORIES.items() if name in names]
            timeline = timeline.where(snapshot.nodes.of(*kinds, nodes=timeline.node))
            histories[name] = (timeline.node, timeline.start, timeline.code)
    return histories


def _own(columns: dict[str, Any], prints: Fingerprints, count: int) -> I8:
    """The fingerprint of each node's own content."""
    every = np.arange(count)
    parts: list[Part] = [(every, ("node", columns["kind"], columns["known"], columns["grants_vouched"]))]
    parts.append((every, ("name", prints.values[columns["name"]])))
    for name, column in columns["props"].items():
        known = np.flatnonzero(column >= 0)
        parts.append((known, (name, prints.values[column[known]])))
    for name, table in (("members", prints.members), ("names", prints.values)):
        lists = columns[name]
        node = np.repeat(every, np.diff(lists.offsets))
        position = np.arange(len(lists.members)) - lists.offsets[node]
        parts.append((node, (name, position, table[lists.members])))
    for name, (node, start, code) in columns["histories"].items():
        parts.append((node, (f"history of {name}", start, prints.values[code])))
    return added_up(parts, count)
