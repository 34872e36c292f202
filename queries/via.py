"""Walks through a node: the graph in two layers, in the second of which a walk has passed a node of those asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.snapshot import Adjacency, View
from graph.snapshot.columns import I4, Bool
from graph.traverse import Traverser


@dataclass(frozen=True, slots=True)
class Layers:
    """The conveying edges of a view in one direction, in two layers of vertices, and a further vertex for each start.

    Vertex v of the view is v in the first layer and v + n in the second one; an edge that leaves a node to be passed leads
    to the second. `starts` are the vertices at which searches begin: as an end of its walk, a start passes nothing.
    `has_passed` per vertex whether a walk that ends there has passed such a node; `node_of` its node.
    """

    adjacency: Adjacency
    starts: list[int]
    node_of: I4
    has_passed: Bool

    @property
    def traverser(self) -> Traverser:
        """A traverser of the layers."""
        edges = self.adjacency
        return Traverser(edges.offsets, edges.neighbours, edges.caps, edges.assumed)


def layers_of(view: View, edges: Adjacency, passed: Bool, begins: Sequence[int]) -> Layers:
    """The layers of a view for searches that begin at some vertices. `passed`: see `via_mask`. O(edges)."""
    count, degree = len(view.node_of), np.diff(edges.offsets)
    first = edges.neighbours + count * np.repeat(passed[view.node_of], degree).astype(np.int32)
    of_starts = [np.arange(edges.offsets[vertex], edges.offsets[vertex + 1]) for vertex in begins]
    everything = np.arange(len(edges.neighbours))
    order = np.concatenate([everything, everything, *of_starts]).astype(np.int64)
    lengths = np.concatenate([degree, degree, [len(part) for part in of_starts]]).astype(np.int64)
    neighbours = np.concatenate([first, edges.neighbours + count, *(edges.neighbours[part] for part in of_starts)])
    adjacency = Adjacency(
        offsets=np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)]),
        neighbours=neighbours.astype(np.int32),
        caps=edges.caps[order],
        rows=edges.rows[order],
        assumed=edges.assumed[order],
    )
    vertices = np.arange(2 * count + len(begins))
    return Layers(
        adjacency=adjacency,
        starts=vertices[2 * count :].tolist(),
        node_of=np.concatenate([view.node_of, view.node_of, view.node_of[list(begins)]]),
        has_passed=(vertices >= count) & (vertices < 2 * count),
    )
