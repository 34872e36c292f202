"""The graph that exports draw of a snapshot: canonical nodes, one edge per source, kind and target, at a moment.

It is what publishing draws into Neo4j, cut at the moment: an edge that no walk can take because of its ends (a revoked
key, an ended account) is left out, and each has the widest cap that holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from graph.moment import write_moment
from graph.ontology import EDGE_CODES, EDGE_NAMES, NODE_NAMES, Permission
from graph.snapshot import ABSENT, NO_CAP, Snapshot
from graph.snapshot.columns import Ints
from graph.snapshot.projection.relationships import relationships
from graph.stores.projection import GRANTED_WALK, SEEN_WALK

# Nodes and edges become Python's own block by block: the arrays are the only whole copy.
_BLOCK = 4_096
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class NodeView:
    """One node at the moment. `members`: the other ids that mean it. `known` False: nobody described it."""

    node_index: int
    id: str
    kind: str
    name: str
    known: bool
    members: tuple[str, ...]
    props: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EdgeView:
    """One edge at the moment, between canonical ids (`tail` and `head` are their places).

    `cap`: to what a walk along it is narrowed, None if it does not narrow. `conveys`: a walk of the basis EITHER takes it.
    `since`, `until`: how long this holds, None for open. `guessed`: nobody said the permission, though the kind needs one.
    """

    source: str
    kind: str
    target: str
    tail: int
    head: int
    permission: Permission | None
    guessed: bool
    cap: Permission | None
    conveys: bool
    since: str | None
    until: str | None
    first_seen: str | None
    claimed_by: tuple[str, ...]
    evidence: str | None


class ExportView:
    """A snapshot at a moment, as exports draw it; nodes in order of their ids, edges in order of their ends.

    `also`: places of nodes to draw even if nothing says that they are there. Costs whole columns once: O(edges).
    """

    def __init__(self, snapshot: Snapshot, moment: int, also: Sequence[int] | Ints = ()) -> None:
        self.snapshot, self.moment = snapshot, moment
        self._decoded: dict[int, Any] = {}
        table, self._claimants, self._evidences = relationships(snapshot, np.zeros(0, dtype=np.int64))
        valid = (table.since <= moment) & (moment < table.until) & (table.type < len(EDGE_NAMES))
        # Nodes are merged here: that one is the same as itself says nothing.
        valid &= (table.type != EDGE_CODES["SAME_AS"]) | (table.source != table.target)
        self._edges, self._rows = table, np.flatnonzero(valid)
        there = snapshot.at(moment).mode != ABSENT
        there[table.source[self._rows]] = there[table.target[self._rows]] = True
        there[np.asarray(also, dtype=np.int64)] = True
        self.places = np.flatnonzero(there)
        self.properties = sorted(snapshot.tables.properties)
        members = snapshot.tables.members
        self._member_order = np.argsort(members.node, kind="stable")
        self._member_node = members.node[self._member_order]
        self._member_ids = members.texts

    @property
    def edge_count(self) -> int:
        """How many edges there are."""
        return len(self._rows)

    def nodes(self) -> Iterator[NodeView]:
        """Every node."""
        snapshot = self.snapshot
        for start in range(0, len(self.places), _BLOCK):
            block = self.places[start : start + _BLOCK]
            columns = {name: self._column(name, block) for name in self.properties if name != "name"}
            names = self._names(block)
            kinds, known = snapshot.nodes.kind[block].tolist(), snapshot.nodes.known[block].tolist()
            for i, node_index in enumerate(block.tolist()):
                node_id = snapshot.ids[node_index]
                name = self._value(names[i])
                props = {what: self._value(column[i]) for what, column in columns.items() if column[i] >= 0}
                yield NodeView(
                    node_index=node_index,
                    id=node_id,
                    kind=NODE_NAMES[kinds[i]],
                    name=node_id.partition("/")[2] if name is None else str(name),
                    known=bool(known[i]),
                    members=self._members(node_index),
                    props={what: value for what, value in props.items() if value is not None},
                )

    def edges(self) -> Iterator[EdgeView]:
        """Every edge."""
        ids, table = self.snapshot.ids, self._edges
        columns = (table.source, table.type, table.target, table.permission, table.guessed, table.cap, table.walk)
        more = (table.since, table.until, table.first_seen, table.claimed, table.evidence)
        for start in range(0, len(self._rows), _BLOCK):
            block = self._rows[start : start + _BLOCK]
            for tail, kind, head, permission, guessed, cap, walk, since, until, seen, claimed, evidence in zip(
                *(column[block].tolist() for column in (*columns, *more)), strict=True
            ):
                yield EdgeView(
                    source=ids[tail],
                    kind=EDGE_NAMES[kind],
                    target=ids[head],
                    tail=tail,
                    head=head,
                    permission=Permission(permission) if permission else None,
                    guessed=bool(guessed),
                    cap=Permission(cap) if 0 < cap < NO_CAP else None,
                    conveys=walk in (GRANTED_WALK, SEEN_WALK),
                    since=write_moment(since),
                    until=write_moment(until),
                    first_seen=write_moment(seen),
                    claimed_by=tuple(self.snapshot.sources[code] for code in self._claimants.at(claimed)),
                    evidence=self._evidence(evidence),
                )

    def _value(self, code: int) -> Any:
        """The value behind a code. Not kept for long: most names are one node's alone."""
        if code < 0:
            return None
        if code not in self._decoded:
            if len(self._decoded) >= _REMEMBERED:
                self._decoded.clear()
            self._decoded[code] = msgspec.json.decode(self.snapshot.values[code])
        return self._decoded[code]

    def _evidence(self, code: int) -> str | None:
        if code < 0:
            return None
        return "\n".join(str(self.snapshot.text(text)) for text in self._evidences.at(code))

    def _members(self, node_index: int) -> tuple[str, ...]:
        low, high = np.searchsorted(
            self._member_node, np.array((node_index, node_index + 1), dtype=self._member_node.dtype)
        )
        return tuple(self._member_ids[member] for member in self._member_order[low:high].tolist())

    def _span(self, name: str, block: Ints) -> tuple[Any, Any, Any]:
        """The events (node, start, code) of a property that lie within a block of places."""
        timeline = self.snapshot.timeline(name)
        assert timeline is not None
        ends = np.array((block[0], block[-1] + 1), dtype=timeline.node.dtype)
        low, high = np.searchsorted(timeline.node, ends)
        return timeline.node[low:high], timeline.start[low:high], timeline.code[low:high]

    def _column(self, name: str, block: Ints) -> list[int]:
        """The codes of a property for a block of places, as they are at the moment."""
        node, start, code = self._span(name, block)
        dense = np.full(int(block[-1] - block[0]) + 1, -1, dtype=np.int32)
        valid = start <= self.moment
        dense[node[valid] - block[0]] = code[valid]
        codes: list[int] = dense[block - block[0]].tolist()
        return codes

    def _names(self, block: Ints) -> list[int]:
        """The name at the moment, else the first one there will be."""
        if "name" not in self.properties:
            return [-1] * len(block)
        names = self._column("name", block)
        node, _, code = self._span("name", block)
        if any(name_code < 0 for name_code in names):
            first = dict(zip(node[::-1].tolist(), code[::-1].tolist(), strict=True))
            names = [
                name_code if name_code >= 0 else first.get(node_index, -1)
                for name_code, node_index in zip(names, block.tolist(), strict=True)
            ]
        return names
