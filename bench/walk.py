"""Plain walks of a view: the oracle by which answers are checked before they are timed. Nothing of `graph.traverse` is used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from graph.ontology import EDGE_CODES
from graph.snapshot import Snapshot, View
from graph.snapshot.columns import Bool, Ints, expand
from graph.snapshot.view import Adjacency

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Walk:
    """Breadth-first search over a view without some of its edges and nodes."""

    snapshot: Snapshot
    view: View
    dropped: Bool
    closed: Bool

    @classmethod
    def of(cls, snapshot: Snapshot, view: View, edges: Iterable[Triple] = (), nodes: Collection[str] = ()) -> Walk:
        """The view without these edges (source, kind, target) and nodes, by their ids."""
        dropped, closed = np.zeros(len(snapshot.edges), dtype=bool), np.zeros(snapshot.count, dtype=bool)
        for edge in edges:
            dropped[_rows(snapshot, edge)] = True
        closed[[snapshot.index_of(node) for node in nodes]] = True
        return cls(snapshot, view, dropped, closed)

    def with_part(self, part: Triple | str) -> Walk:
        """The same with one of the edges or nodes that it is without."""
        dropped, closed = self.dropped.copy(), self.closed.copy()
        if isinstance(part, str):
            closed[self.snapshot.index_of(part)] = False
        else:
            dropped[_rows(self.snapshot, part)] = False
        return Walk(self.snapshot, self.view, dropped, closed)

    def reached(self, starts: Sequence[str], level: int = 1, *, reverse: bool = False) -> Bool:
        """Per node whether a walk at this level leads to it from one of the starts (or from it to one), starts included."""
        return self.reached_from([self.snapshot.index_of(start) for start in starts], level, reverse=reverse)

    def reached_from(self, begins: Sequence[int], level: int = 1, *, reverse: bool = False) -> Bool:
        """The same of nodes by their index."""
        view = self.view
        adjacency = view.incoming if reverse else view.outgoing
        seen = np.zeros(len(view.node_of), dtype=bool)
        frontier: Ints = np.array(view.vertices_of(begins) if reverse else begins, dtype=np.int64)
        frontier = frontier[~self.closed[view.node_of[frontier]]]
        while len(frontier):
            seen[frontier] = True
            frontier = self._next(adjacency, frontier, level)
            frontier = frontier[~seen[frontier]]
        mask = np.zeros(self.snapshot.count, dtype=bool)
        mask[view.node_of[seen]] = True
        return mask

    def _next(self, adjacency: Adjacency, frontier: Ints, level: int) -> Ints:
        entries = expand(adjacency.offsets, frontier)[1]
        entries = entries[(adjacency.caps[entries] >= level) & ~self.dropped[adjacency.rows[entries]]]
        nexts: Ints = np.unique(adjacency.neighbours[entries])
        return nexts[~self.closed[self.view.node_of[nexts]]]

    def levels(self, target: str) -> Ints:
        """Per node the greatest level at which the target is reached from it; 0: not at all."""
        levels = np.zeros(self.snapshot.count, dtype=np.int64)
        for level in (1, 2, 3, 4):
            levels[self.reached([target], level, reverse=True)] = level
        return levels


def _rows(snapshot: Snapshot, edge: Triple) -> Ints:
    """The rows of an edge, whoever claims it."""
    table, (source, kind, target) = snapshot.edges, edge
    rows = table.outgoing(np.array([snapshot.index_of(source)]))
    own: Ints = rows[(table.target[rows] == snapshot.index_of(target)) & (table.kind[rows] == EDGE_CODES[kind])]
    return own


def ids_of(snapshot: Snapshot, mask: Bool, *kinds: str) -> set[str]:
    """The ids of the nodes of a mask that are of some kinds."""
    return {snapshot.ids[node] for node in np.flatnonzero(mask & snapshot.nodes.of(*kinds)).tolist()}
