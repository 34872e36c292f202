"""Neighbours of a node: the edges that leave it and end at it at a moment, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated, overload

import numpy as np

from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, Bool
from queries.base import (
    HIDDEN,
    MOMENT,
    ROWS,
    Completeness,
    EdgeEvidence,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.reach import edge_evidence
from queries.subject import find_node, names_of
from queries.vocabulary import EdgeKind, NodeId, NodeKind, Words

OUT, IN = "OUT", "IN"
EdgeDirection = Annotated[
    str,
    Words(
        "EdgeDirection",
        (OUT, IN),
        "Which way an edge lies, seen from the node that is asked about.",
        ("It leaves the node: the neighbour is its target.", "It ends at the node: the neighbour is its source."),
    ),
]
# Rows become Python objects block by block.
_BLOCK = 1024


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `node`: a node id, an address or a unique name; the filters narrow the rows."""

    node: NodeId = field(metadata=described("a node id, email or unique name", argument=True))
    as_of: int = field(metadata=MOMENT)
    direction: EdgeDirection | None = field(default=None, metadata=described("only edges that lie so"))
    kinds: tuple[EdgeKind, ...] = field(default=(), metadata=described("only edges of these kinds"))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One edge of the node, as one source claims it, and the node at its other end."""

    direction: EdgeDirection
    """Which way the edge lies."""
    id: NodeId
    """The canonical id of the neighbour."""
    kind: NodeKind
    """What kind of node the neighbour is."""
    name: str
    """The neighbour's name at the moment."""
    known: bool
    """False where other records name the neighbour and nobody describes it."""
    edge: EdgeEvidence
    """What the edge says, who claims it, and on what evidence."""


@dataclass(frozen=True, slots=True)
class Neighbours(Sequence[Neighbour]):
    """The rows, each made when it is read. `rows` of the edge table; `leaving`: whether each leaves the node."""

    snapshot: Snapshot
    rows: I8
    leaving: Bool
    moment: int

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Neighbour]:
        for start in range(0, len(self), _BLOCK):
            yield from self[start : start + _BLOCK]

    @overload
    def __getitem__(self, at: int) -> Neighbour: ...
    @overload
    def __getitem__(self, at: slice) -> list[Neighbour]: ...
    def __getitem__(self, at: int | slice) -> Neighbour | list[Neighbour]:
        if isinstance(at, int):
            return self[at : at + 1 or None][0]
        snapshot, rows, leaving = self.snapshot, self.rows[at], self.leaving[at]
        nodes = np.where(leaving, snapshot.edges.target[rows], snapshot.edges.source[rows])
        names, evidence = names_of(snapshot, nodes, self.moment), edge_evidence(snapshot, rows.tolist(), self.moment)
        return [
            Neighbour(
                direction=OUT if leaves else IN,
                id=snapshot.ids[node],
                kind=snapshot.kind(node),
                name=name,
                known=bool(snapshot.nodes.known[node]),
                edge=evidence[row],
            )
            for row, leaves, node, name in zip(rows.tolist(), leaving.tolist(), nodes.tolist(), names, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Answer:
    """Edges that leave the node first, then those that end at it; by kind, neighbour, permission down and source."""

    node: NodeId
    """The canonical id of the node."""
    total: int
    """How many edges there are."""
    neighbours: Neighbours = field(metadata=ROWS)
    """The edges with the nodes at their other ends; an edge that two sources claim stands twice."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question; raises UnknownName or AmbiguousName for what is not one node. O(edges of the node)."""
    node = find_node(snapshot, params.node, "node")
    edges, at = snapshot.edges, np.array([node])
    leaving, ending = edges.outgoing(at), edges.incoming(at).astype(np.int64)
    # An edge from a node to itself both leaves it and ends at it.
    rows = np.concatenate([leaving, ending])
    leaves = np.arange(len(rows)) < len(leaving)
    keep = edges.valid_at(params.as_of, rows)
    if params.direction is not None:
        keep &= leaves == (params.direction == OUT)
    if params.kinds:
        keep &= edges.of(*params.kinds, rows=rows)
    rows, leaves = rows[keep], leaves[keep]
    other = np.where(leaves, edges.target[rows], edges.source[rows])
    order = np.lexsort((rows, -edges.permission[rows].astype(np.int64), other, edges.kind[rows], ~leaves))
    return Answer(
        node=snapshot.ids[node],
        total=len(rows),
        neighbours=Neighbours(snapshot, rows[order], leaves[order], params.as_of),
        completeness=Completeness(),
        freshness=freshness_warnings(snapshot, params.as_of),
    )
