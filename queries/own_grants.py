"""Own grants of a principal: memberships and grants that concern nobody else, and which of them it does not need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.dispensable import KeyedGraph, KeyedSearch
from graph.ontology import EDGE_NAMES
from graph.snapshot import Snapshot, View
from graph.snapshot.columns import I4, I8, U1, Ints, expand, offsets_of
from graph.traverse import compiling_pays
from queries.carried import TENTHS, first_rows
from queries.cut import REVOCABLE, is_by_rule
from queries.exercise import EXERCISED, Exercised, exercise
from queries.reach import Reach, reach_from
from queries.sensitivity import PERMISSION_WEIGHTS, weights
from queries.subject import held_by, holders_of

# What usage is seen of.
RESOURCES = ("DataSource", "McpTool", "McpServer", "Model")
_YES, _INDIRECT, _NO = (EXERCISED.index(code) for code in (Exercised.YES, Exercised.INDIRECT, Exercised.NO))
_TENTHS_OF = np.rint(PERMISSION_WEIGHTS * TENTHS).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A principal's reach over grants, and what of it can go. `removed`: (source, kind, target), `lost`: nodes, ascending."""

    principal: int
    nodes: I4
    granted: int
    used: int
    unknown: int
    removed: tuple[tuple[int, str, int], ...]
    lost: I8
    tenths_saved: int
    is_proven: bool


@dataclass(frozen=True, slots=True)
class _ReachGraph:
    """All that a principal reaches, as a graph of its own: vertices by number, their nodes by position in `nodes`.

    `offsets` and, by tail, `tails`, `heads`, `caps`, `rows` and `keys` (see `first_rows`) of the edges; `start` is the principal's
    vertex.
    """

    view: View
    start: int
    vertices: I8
    nodes: I4
    node: I8
    offsets: I8
    tails: I8
    heads: I8
    caps: U1
    rows: I4
    keys: I4

    @classmethod
    def of(cls, view: View, principal: int) -> _ReachGraph:
        vertices = np.sort(view.traverser().bfs([principal], view.levels[-1]).nodes).astype(np.int64)
        tails, entries = expand(view.outgoing.offsets, vertices)
        heads = np.searchsorted(vertices, view.outgoing.neighbours[entries])
        nodes, node = np.unique(view.node_of[vertices], return_inverse=True)
        start = int(np.searchsorted(vertices, principal))
        keys = view.derived(first_rows)[entries]
        columns = (tails, heads, view.outgoing.caps[entries], view.outgoing.rows[entries], keys)
        return cls(view, start, vertices, nodes, node, offsets_of(tails, len(vertices)), *columns)

    def search(self, rows: Ints, *, large: bool) -> KeyedSearch:
        """Searches of it in which the edges of some keys, ascending, may be gone."""
        if not len(rows):
            keys = np.zeros(len(self.keys), dtype=np.int32)
        else:
            at = np.minimum(np.searchsorted(rows, self.keys), len(rows) - 1)
            keys = np.where(rows[at] == self.keys, at, len(rows)).astype(np.int32)
        graph = KeyedGraph(self.offsets, self.heads.astype(np.int32), self.caps, keys, len(rows))
        return KeyedSearch(graph, self.view.levels, large=large)


@dataclass(frozen=True, slots=True)
class OwnGrants:
    """What is asked of every principal: on which view, and from which day on use counts."""

    snapshot: Snapshot
    view: View
    first_day: int
    is_large: bool

    @classmethod
    def of(cls, snapshot: Snapshot, view: View, first_day: int, principals: int) -> OwnGrants:
        """`view` is one of grants alone: what is only seen in use can be taken from nobody. `principals`: of how many it is asked."""
        edge_count = len(view.outgoing.neighbours)
        return cls(snapshot, view, first_day, compiling_pays(edge_count, principals * edge_count))

    def shrink(self, principal: int) -> Shrunk | None:
        """What the principal needs and what it could do without; None where it reaches no resource over grants.

        Its own grants are tried one after the other, those first over which the greatest score is reached (`_removable`).
        """
        reach = reach_from(self.snapshot, self.view, [principal])
        is_resource = self.snapshot.nodes.of(*RESOURCES, nodes=reach.node)
        if not is_resource.any():
            return None
        code = exercise(self.snapshot, self.view, reach, self.first_day).code
        # Nobody tells of applications that they were not used: whoever has one keeps it.
        needed = is_resource & (code != _NO) | self.snapshot.nodes.of("Application", nodes=reach.node)
        part = _ReachGraph.of(self.view, principal)
        need = np.zeros(len(part.nodes), dtype=np.uint8)
        need[np.searchsorted(part.nodes, reach.node[needed])] = reach.level[needed]
        rows, nodes = self._own_rows(part, reach), self.snapshot.nodes
        search = part.search(rows, large=self.is_large)
        # Per vertex; only closed accounts have several, which count for nothing here.
        resources = nodes.of(*RESOURCES, nodes=part.nodes)[part.node]
        is_counted = resources | nodes.of("Application", nodes=part.nodes)[part.node]
        weight = weights(self.view)[part.nodes[part.node]].astype(np.int64)
        hits, widths = search.widths(resources, weight, _TENTHS_OF)
        order = [key for key in np.argsort(-widths, kind="stable").tolist() if hits[key]]
        going = search.dispensable(order, part.start, need[part.node], is_counted)
        lost, saved = resources & (going.levels == 0), _TENTHS_OF[going.levels_before] - _TENTHS_OF[going.levels]
        removed = [int(rows[key]) for key in going.keys]
        return Shrunk(
            principal,
            reach.node,
            int(is_resource.sum()),
            int((is_resource & ((code == _YES) | (code == _INDIRECT))).sum()),
            int((is_resource & (code > _NO)).sum()),
            self._keys(removed),
            part.nodes[part.node[lost]].astype(np.int64),
            int((weight * saved).sum()),
            self._is_proven(part, need, removed),
        )

    def _keys(self, rows: Sequence[int]) -> tuple[tuple[int, str, int], ...]:
        edges = self.snapshot.edges
        # In the order of the edge table: by source, target, kind.
        return tuple(
            (int(edges.source[row]), EDGE_NAMES[int(edges.kind[row])], int(edges.target[row])) for row in sorted(rows)
        )

    def _own_rows(self, part: _ReachGraph, reach: Reach) -> I4:
        """The first row of each edge that is the principal's own to give up, ascending."""
        edges, held = self.snapshot.edges, self._held(reach)
        is_held = np.isin(part.nodes, held)
        is_leaving = is_held[part.node[part.tails]] & ~is_held[part.node[part.heads]]
        rows = np.unique(part.keys[is_leaving])
        rows = rows[edges.of(*REVOCABLE, rows=rows) & np.isin(edges.source[rows], self._exclusive(reach, held))]
        # What a rule gives too does not end with the claim.
        by_rule = part.keys[is_leaving & is_by_rule(self.snapshot, part.rows)]
        return rows[~np.isin(rows, by_rule)]

    def _held(self, reach: Reach) -> Ints:
        return np.unique(np.array(held_by(self.snapshot, reach.starts, self.view.moment), dtype=np.int64))

    def _exclusive(self, reach: Reach, held: Ints) -> I8:
        """What the principal is or holds and nobody else comes to: neither a second holder nor anybody who acts as it.

        What the principal reaches itself may come back to it, and whoever holds the principal is the same actor.
        """
        holders = list(reach.starts)
        for node in holders:
            holders += [holder for holder in holders_of(self.snapshot, node, self.view.moment) if holder not in holders]
        same = np.union1d(np.union1d(held, reach.node), np.array(holders, dtype=np.int64))
        backward, exclusive = self.view.traverser(reverse=True), []
        for node in held.tolist():
            others = backward.bfs(self.view.vertices_of([node]), self.view.levels[-1]).nodes
            if np.isin(self.view.node_of[others], same).all():
                exclusive.append(node)
        return np.array(exclusive, dtype=np.int64)

    def _is_proven(self, part: _ReachGraph, need: U1, removed: Sequence[int]) -> bool:
        """Whether all that is needed is still reached: searched again on the whole view, hop by hop, without these edges."""
        edges, keys = self.view.outgoing, self.view.derived(first_rows)
        is_removed = np.zeros(len(self.snapshot.edges), dtype=bool)
        is_removed[list(removed)] = True
        seen = np.zeros(len(self.view.node_of), dtype=bool)
        reached: Ints = part.vertices[[part.start]]
        seen[reached] = True
        for level in self.view.levels:
            # What is reached with a greater level is reached with this one too.
            frontier: Ints = reached
            while len(frontier):
                entries = expand(edges.offsets, frontier)[1]
                entries = entries[(edges.caps[entries] >= level) & ~is_removed[keys[entries]]]
                frontier = edges.neighbours[entries]
                frontier = np.unique(frontier[~seen[frontier]])
                seen[frontier] = True
                reached = np.concatenate([reached, frontier])
            if not seen[part.nodes[need >= level]].all():
                return False
        return True
