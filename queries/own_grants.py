"""Own grants of a principal: memberships and grants that concern nobody else, and which of them it does not need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.ontology import EDGE_NAMES
from graph.snapshot import Snapshot, View
from graph.snapshot.columns import I4, I8, U1, Bool, Ints, expand, offsets_of
from graph.traverse import LARGE, Traverser
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

    `tails`, `heads`, `caps`, `rows` and `keys` (see `first_rows`) of the edges, by tail; `start` is the principal's vertex.
    """

    view: View
    start: int
    vertices: I8
    nodes: I4
    node: I8
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
        return cls(view, start, vertices, nodes, node, *columns)

    def levels_from(self, starts: Sequence[int], kept: Bool) -> U1:
        """Per node the level with which walks over the edges that are kept reach it, 0 for none; that of a start is 4."""
        offsets = offsets_of(self.tails[kept], len(self.vertices))
        is_large = len(self.view.outgoing.neighbours) >= LARGE
        traverser = Traverser(offsets, self.heads[kept].astype(np.int32), self.caps[kept], large=is_large)
        levels = np.zeros(len(self.nodes), dtype=np.uint8)
        for level, tree in zip(self.view.levels, traverser.bfs_levels(starts, self.view.levels), strict=True):
            reached = self.node[tree.nodes]
            levels[reached] = np.maximum(levels[reached], level)
        return levels


def _removable(part: _ReachGraph, need: U1, candidates: Sequence[int]) -> tuple[list[int], U1, U1]:
    """The grants that go, and the level of each resource and application with and without them, 0 for other nodes.

    In order, a grant goes where without it and those that went before all that is needed keeps its level. Then, last first, a grant
    comes back that gives nothing back: nothing would be saved. Where that lets others go that save something, they go too.
    """
    is_counted = part.view.tables.nodes.of(*RESOURCES, "Application", nodes=part.nodes)

    def levels_over(edges: Bool) -> U1:
        return np.where(is_counted, part.levels_from([part.start], edges), 0).astype(np.uint8)

    kept, removed = np.ones(len(part.keys), dtype=bool), list[int]()
    before = levels = levels_over(kept)
    is_first = has_changed = True
    while has_changed:
        has_changed = False
        for key in candidates:
            if key not in removed:
                without = levels_over(kept & (part.keys != key))
                if (without >= need).all() and (is_first or (without != levels).any()):
                    kept, levels, has_changed = kept & (part.keys != key), without, True
                    removed.append(key)
        for key in reversed(removed.copy()):
            if (levels_over(kept | (part.keys == key)) == levels).all():
                kept = kept | (part.keys == key)
                removed.remove(key)
        is_first = False
    return removed, before, levels


@dataclass(frozen=True, slots=True)
class OwnGrants:
    """What is asked of every principal: on which view, and from which day on use counts."""

    snapshot: Snapshot
    view: View
    first_day: int

    @classmethod
    def of(cls, snapshot: Snapshot, view: View, first_day: int) -> OwnGrants:
        """`view` is one of grants alone: what is only seen in use can be taken from nobody."""
        return cls(snapshot, view, first_day)

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
        weight = weights(self.view)[part.nodes].astype(np.int64)
        removed, before, after = _removable(part, need, self._candidates(part, reach, weight))
        resources = self.snapshot.nodes.of(*RESOURCES, nodes=part.nodes)
        return Shrunk(
            principal,
            reach.node,
            int(is_resource.sum()),
            int((is_resource & ((code == _YES) | (code == _INDIRECT))).sum()),
            int((is_resource & (code > _NO)).sum()),
            self._keys(removed),
            part.nodes[(after == 0) & resources].astype(np.int64),
            int((weight * (_TENTHS_OF[before] - _TENTHS_OF[after])).sum()),
            self._is_proven(part, need, removed),
        )

    def _keys(self, rows: Sequence[int]) -> tuple[tuple[int, str, int], ...]:
        edges = self.snapshot.edges
        # In the order of the edge table: by source, target, kind.
        return tuple(
            (int(edges.source[row]), EDGE_NAMES[int(edges.kind[row])], int(edges.target[row])) for row in sorted(rows)
        )

    def _candidates(self, part: _ReachGraph, reach: Reach, weight: I8) -> list[int]:
        """The first row of each own grant over which a resource is reached, the greatest score first, then by edge."""
        edges, held = self.snapshot.edges, self._held(reach)
        is_held = np.isin(part.nodes, held)
        leaving = np.flatnonzero(is_held[part.node[part.tails]] & ~is_held[part.node[part.heads]])
        rows = np.unique(part.keys[leaving])
        rows = rows[edges.of(*REVOCABLE, rows=rows) & np.isin(edges.source[rows], self._exclusive(reach, held))]
        resources = self.snapshot.nodes.of(*RESOURCES, nodes=part.nodes)
        everything, widths = np.ones(len(part.keys), dtype=bool), []
        for row in rows.tolist():
            of_row = np.flatnonzero(part.keys == row)
            levels = part.levels_from(np.unique(part.heads[of_row]).tolist(), everything)
            levels = np.minimum(levels, min(int(part.caps[of_row].max()), 4))
            # What a rule gives too does not end with the claim.
            if (levels[resources] > 0).any() and not is_by_rule(self.snapshot, part.rows[of_row]).any():
                widths.append((-int((weight * _TENTHS_OF[levels]).sum()), row))
        return [row for _, row in sorted(widths)]

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
        for level in self.view.levels:
            vertices = frontier = part.vertices[[part.start]]
            while len(frontier):
                entries = expand(edges.offsets, frontier)[1]
                passable = (edges.caps[entries] >= level) & ~np.isin(keys[entries], removed)
                frontier = np.setdiff1d(edges.neighbours[entries[passable]], vertices)
                vertices = np.union1d(vertices, frontier)
            if not np.isin(part.nodes[need >= level], self.view.node_of[vertices]).all():
                return False
        return True
