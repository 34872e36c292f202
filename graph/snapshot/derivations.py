"""Derivations read back: which edges of the tables follow from which others, and what follows from an edge that is new.

The rules are those of graph.snapshot.derive, everybody and account_holders. A derived edge names its rule as its evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from graph.ontology import EDGE_CODES, Permission
from graph.snapshot.account_holders import LINKED_WITH
from graph.snapshot.derive import BY_CATALOGUE, BY_WRITE, MAY_USE_REPOSITORY
from graph.snapshot.everybody import ALL_MEMBERS, RULES
from graph.snapshot.tables import Tables

# (source, kind, target, permission, since, until, claimed_by, evidence) as EdgeTable has them, the evidence as a text.
NewRow = tuple[int, str, int, int, int, int, int, str | None]


@dataclass(frozen=True, slots=True)
class Derivations:
    """The derived edges of some tables; `source_count`: how many sources there are, whose names derived edges follow."""

    tables: Tables
    source_count: int

    def origin(self, row: int) -> str | None:
        """What an edge follows from, as a sentence says it; None where a source claims the edge itself."""
        edges = self.tables.edges
        evidence = self._evidence(row)
        if edges.claimed_by[row] >= self.source_count:
            return evidence or "a rule"
        for kind, rule in (("EXPOSES", BY_CATALOGUE), ("CAN_USE", BY_WRITE)):
            if edges.kind[row] == EDGE_CODES[kind] and evidence is not None and self._names(evidence, rule) >= 0:
                return evidence
        return None

    def following(self, row: int) -> Iterator[int]:
        """The derived edges that hold because this one does, and while it does."""
        edges, ids = self.tables.edges, self.tables.ids
        kind, source, target = int(edges.kind[row]), int(edges.source[row]), int(edges.target[row])
        if kind == EDGE_CODES["EXPOSES"]:
            rows = edges.incoming(np.array([target])).tolist()
            yield from self._with(rows, "EXPOSES", BY_CATALOGUE.format(ids[source]), int(edges.claimed_by[row]))
        elif kind == EDGE_CODES["CAN_ACCESS"] and edges.permission[row] >= Permission.WRITE:
            rows = edges.outgoing(np.array([source])).tolist()
            yield from self._with(rows, "CAN_USE", BY_WRITE.format(ids[target]), int(edges.claimed_by[row]))
        elif kind == EDGE_CODES["HAS_ACCOUNT"]:
            rows = edges.outgoing(np.array([source])).tolist()
            linked = self._with(rows, "HAS_ACCOUNT", LINKED_WITH.format(ids[target]))
            yield from (other for other in linked if self._interval(other) == self._interval(row))

    def local_servers(self, entry: int) -> list[int]:
        """The local servers of a node that is a catalogue's entry, ascending; none for any other node."""
        prefix, node_id = "McpServer:mcp/", self.tables.ids[entry]
        if not node_id.startswith(prefix):
            return []
        servers = self._nodes_with("package", node_id.removeprefix(prefix), "McpServer")
        return sorted({node for node, _, _ in servers} - {entry})

    def consequences(self, row: NewRow) -> Iterator[NewRow]:
        """The edges that follow from a new one."""
        source, kind, target, permission, since, until, claimed_by, _ = row
        nodes, ids = self.tables.nodes, self.tables.ids
        if kind == "EXPOSES":
            for server in self.local_servers(source):
                yield server, kind, target, 0, since, until, claimed_by, BY_CATALOGUE.format(ids[source])
        if kind == "CAN_ACCESS" and permission >= Permission.WRITE:
            users = nodes.of(*MAY_USE_REPOSITORY, nodes=np.array([source]))
            for application, begin, end in (
                self._nodes_with("repository", ids[target], "Application") if users[0] else ()
            ):
                span = max(since, begin), min(until, end)
                if span[0] < span[1]:
                    yield source, "CAN_USE", application, 0, *span, claimed_by, BY_WRITE.format(ids[target])

    def memberships(self, nodes: Iterable[int], claimed_by: int) -> Iterator[NewRow]:
        """The memberships of new people and accounts in groups of which everybody is a member."""
        for rule in ALL_MEMBERS:
            for group, since, until in self._nodes_with("members", rule, "Group"):
                for node in nodes:
                    yield node, "MEMBER_OF", group, 0, since, until, claimed_by, RULES[rule]

    def _nodes_with(self, name: str, value: str, kind: str) -> list[tuple[int, int, int]]:
        """(node, since, until) of the nodes of a kind with a value of a property."""
        timeline, code = self.tables.properties.get(name), self.tables.value_code(value)
        if timeline is None or code < 0:
            return []
        rows = np.flatnonzero(timeline.code == code)
        rows = rows[self.tables.nodes.of(kind, nodes=timeline.node[rows])]
        return [(int(timeline.node[row]), int(timeline.start[row]), timeline.end(row)) for row in rows.tolist()]

    def _with(self, rows: list[int], kind: str, evidence: str, claimed_by: int | None = None) -> Iterator[int]:
        edges, text = self.tables.edges, self.tables.texts.find(evidence)
        for row in rows:
            same = claimed_by is None or edges.claimed_by[row] == claimed_by
            if text >= 0 and same and edges.kind[row] == EDGE_CODES[kind] and edges.evidence[row] == text:
                yield row

    def _interval(self, row: int) -> tuple[int, int]:
        return int(self.tables.edges.since[row]), int(self.tables.edges.until[row])

    def _evidence(self, row: int) -> str | None:
        text = int(self.tables.edges.evidence[row])
        return None if text < 0 else self.tables.texts[text]

    def _names(self, evidence: str, rule: str) -> int:
        """The node that an evidence of a rule names; -1 where it is none of the rule."""
        prefix = rule.format("")
        return self.tables.ids.find(evidence.removeprefix(prefix)) if evidence.startswith(prefix) else -1
