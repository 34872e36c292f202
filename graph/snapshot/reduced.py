"""Reduced views: the graph at a moment as it would be without some edges, with some accounts closed and some keys revoked.

Only what walks from some nodes can take is kept, so that many reductions of one part of a large graph are quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.snapshot.columns import I4, U1, Bool, Ints, expand, offsets_of
from graph.snapshot.nodes import CONVEYS, KEYS_ONLY, STOPS
from graph.snapshot.view import Adjacency, View


@dataclass(frozen=True, slots=True)
class ReachedEdges:
    """The edges of a view that walks from some nodes take: rows of the edge table, ascending, with their caps."""

    view: View
    rows: I4
    caps: U1
    assumed: Bool

    @classmethod
    def of(cls, view: View, starts: Sequence[int]) -> ReachedEdges:
        """Those of the walks from these nodes: one search, O(edges that it takes)."""
        adjacency = view.outgoing
        entries = expand(adjacency.offsets, view.traverser().bfs(starts, min(view.levels)).nodes)[1]
        # An account that a key outlives has some of its edges twice.
        rows, first = np.unique(adjacency.rows[entries], return_index=True)
        return cls(view, rows, adjacency.caps[entries][first], adjacency.assumed[entries][first])

    def without(self, ended: Ints, closed: Sequence[int], stopped: Sequence[int]) -> View:
        """The view of these edges without the rows `ended`, with accounts closed and other nodes letting nothing through.

        A closed account still lets its keys through, and in full who comes as the account with a key that works. Walks
        may begin at the nodes that the edges were taken from. O(these edges + nodes).
        """
        view, tables = self.view, self.view.tables
        edges, nodes, mode = tables.edges, tables.nodes, view.mode.copy()
        mode[list(closed)] = np.minimum(mode[list(closed)], KEYS_ONLY)
        mode[list(stopped)] = np.minimum(mode[list(stopped)], STOPS)
        kept = np.flatnonzero(~np.isin(self.rows, ended))
        rows = self.rows[kept]
        source, target = edges.source[rows], edges.target[rows]
        runs_with_key = edges.of("RUNS_AS", rows=rows) & nodes.of("Credential", nodes=source)
        outlives = runs_with_key & (mode[source] == CONVEYS) & (mode[target] == KEYS_ONLY)
        outlived = np.unique(target[outlives])
        second = np.full(len(mode), -1, dtype=np.int32)
        second[outlived] = np.arange(len(mode), len(mode) + len(outlived), dtype=np.int32)
        by_keys = (mode[source] == KEYS_ONLY) & edges.of("HAS_CREDENTIAL", rows=rows)
        passing = np.flatnonzero((mode[source] == CONVEYS) | by_keys)
        again = np.flatnonzero(second[source] >= 0)
        order = np.concatenate([passing, again])
        ends = np.where(runs_with_key & (second[target] >= 0), second[target], target)[order]
        outgoing = Adjacency(
            offsets=offsets_of(np.concatenate([source[passing], second[source[again]]]), len(mode) + len(outlived)),
            neighbours=ends.astype(np.int32),
            caps=self.caps[kept][order],
            rows=rows[order],
            assumed=self.assumed[kept][order],
        )
        node_of = np.concatenate([np.arange(len(mode), dtype=np.int32), outlived])
        has_used = bool(edges.of("USED", rows=rows).any())
        return View(view.moment, view.basis, tables, mode, outgoing, view.levels, outlived, node_of, has_used)
