"""Difference of reach between a snapshot and the same one with edits: who loses and who gains what.

Only those are compared who reach an edge that is different, and only what is reached from there: whoever is fewer is
walked from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from graph.deadline import check_deadline
from graph.snapshot import Basis, Snapshot, View
from graph.snapshot.columns import I4, I8, U1, Bool, Ints
from queries.edge_difference import DifferingEdges, Numbering, differing_edges, reaching
from queries.exercise import EXERCISED, Exercised, exercise
from queries.exposure import exercise_at
from queries.reach import Reach, reach_from
from queries.subject import HOLDS

# What access ends at; the other kinds are ways to it.
RESOURCES = ("Application", "Model", "McpServer", "McpTool", "DataSource")
# Kinds of which the permission counts, not only whether they are reached.
WITH_PERMISSION = ("DataSource", "McpTool")
_STARTS = ("Account", "Credential")
_YES, _UNKNOWN = EXERCISED.index(Exercised.YES), EXERCISED.index(Exercised.UNKNOWN)

Triple = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ReachChanges:
    """Pairs whose access changes: columns of one length, sorted by start and target, in the numbers of the edited snapshot.

    `before` and `after` are levels (0: not reached; 1 stands for reached where the kind has no permission), `use` an index
    in EXERCISED.
    """

    start: I4
    target: I4
    before: U1
    after: U1
    use: U1

    def take(self, rows: Ints | Bool) -> ReachChanges:
        """Some of the pairs, in this order."""
        return ReachChanges(self.start[rows], self.target[rows], self.before[rows], self.after[rows], self.use[rows])


@dataclass(slots=True)
class WitnessUse:
    """Who is seen working over what goes: starts that lose what they used, by the edges and the nodes of their witnesses.

    In the numbers of the snapshot before.
    """

    edges: dict[Triple, set[int]] = field(default_factory=dict)
    nodes: dict[int, set[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReachComparison:
    """A snapshot and the same one with edits, at one moment on one basis. `first_day`: from when on use counts.

    `new_of` maps each node of the first to its number in the second, `old_of` the other way (-1: it is new).
    """

    before: Snapshot
    after: Snapshot
    moment: int
    basis: Basis
    first_day: int
    new_of: I4
    old_of: I4
    _differing: dict[Basis, DifferingEdges] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, before: Snapshot, after: Snapshot, moment: int, basis: Basis, first_day: int) -> ReachComparison:
        """Compare; O(nodes)."""
        created = [node for node in after.touched.tolist() if before.ids.find(after.ids[node]) < 0]
        new_of = np.delete(np.arange(after.count, dtype=np.int32), created)
        old_of = np.full(after.count, -1, dtype=np.int32)
        old_of[new_of] = np.arange(len(new_of), dtype=np.int32)
        return cls(before, after, moment, basis, first_day, new_of, old_of)

    def views(self) -> tuple[View, View]:
        """The view of each."""
        return self.before.at(self.moment, self.basis), self.after.at(self.moment, self.basis)

    def changes(self) -> tuple[ReachChanges, WitnessUse]:
        """All pairs whose access changes, and who works over what goes.

        Cost: two walks for each principal that reaches what is different, or for each resource reached from there.
        """
        starts, targets = self._candidates()
        # Whether a target was used is looked up with a walk from everybody who did.
        edges = self.before.edges
        users = int(edges.of("USED", rows=edges.incoming(self.old_of[targets[self.old_of[targets] >= 0]])).sum())
        walked = self._from_starts if len(starts) <= len(targets) + users else self._from_targets
        work, parts = WitnessUse(), [np.zeros((0, 5), dtype=np.int64)]
        for columns in walked(starts, targets, work):
            check_deadline()
            parts.append(columns)
        table = np.concatenate(parts)
        table = table[np.lexsort((table[:, 1], table[:, 0]))]
        start, target, before, after, use = table.T
        narrow = (before.astype(np.uint8), after.astype(np.uint8), use.astype(np.uint8))
        return ReachChanges(start.astype(np.int32), target.astype(np.int32), *narrow), work

    def starts(self) -> Bool:
        """Per node of the second snapshot whether it is one whose reach is told.

        Identities, and the accounts and keys that no identity holds now, or that are new.
        """
        nodes, edges = self.before.nodes, self.before.edges
        held = self._holdings(self.before, nodes.of("Identity"), edges.valid_at(self.moment))
        old = nodes.of("Identity") | (nodes.of(*_STARTS) & ~held)
        mask = self.after.nodes.of("Identity", *_STARTS)
        mask[self.new_of] = old
        return mask

    @staticmethod
    def _holdings(snapshot: Snapshot, holders: Bool, valid: Bool) -> Bool:
        """What these hold, directly or through what they hold."""
        edges, held = snapshot.edges, np.zeros(snapshot.count, dtype=bool)
        rows = np.flatnonzero(edges.of(*HOLDS) & valid)
        newest = holders
        while newest.any():
            targets = np.unique(edges.target[rows[newest[edges.source[rows]]]])
            newest = np.zeros(snapshot.count, dtype=bool)
            newest[targets[~held[targets]]] = True
            held |= newest
        return held

    def _candidates(self) -> tuple[I8, I8]:
        """The principals and the resources between which access can change, as nodes of the second snapshot."""
        sides = []
        for before, after in (self.reaching_difference(self.basis), self.reached_from_difference(self.basis)):
            mask = after
            mask[self.new_of[before]] = True
            sides.append(mask)
        starts, targets = sides[0] & self.starts(), sides[1] & self.after.nodes.of(*RESOURCES)
        return np.flatnonzero(starts), np.flatnonzero(targets)

    def differing(self, basis: Basis) -> DifferingEdges:
        """The conveying edges that differ on a basis."""
        if basis not in self._differing:
            views = self.before.at(self.moment, basis), self.after.at(self.moment, basis)
            numbering = Numbering(self.new_of, self.old_of)
            self._differing[basis] = differing_edges(views, self.after.touched, numbering)
        return self._differing[basis]

    def reaching_difference(self, basis: Basis) -> tuple[Bool, Bool]:
        """Per node of each snapshot whether a walk from it can pass an edge that differs."""
        before, after = self.differing(basis).tails
        views = self.before.at(self.moment, basis), self.after.at(self.moment, basis)
        return reaching(views[0], before), reaching(views[1], after)

    def reached_from_difference(self, basis: Basis) -> tuple[Bool, Bool]:
        """Per node of each snapshot whether a walk to it can pass an edge that differs."""
        before, after = self.differing(basis).heads
        views = self.before.at(self.moment, basis), self.after.at(self.moment, basis)
        return reaching(views[0], before, reverse=False), reaching(views[1], after, reverse=False)

    def _from_starts(self, starts: I8, targets: I8, work: WitnessUse) -> Iterator[I8]:
        is_target = np.zeros(self.after.count, dtype=bool)
        is_target[targets] = True
        for start in starts.tolist():
            reaches = self._reach(int(self.old_of[start]), start, reverse=False)
            nodes, levels = self._joined(reaches, is_target)
            changed = self._changed(nodes, levels)
            if not len(changed):
                continue
            use = self._use(reaches, nodes[changed], levels[:, changed], reverse=False)
            self._add_work(reaches[0], nodes[changed], use, levels[:, changed], work, start)
            yield np.column_stack((np.full(len(changed), start), nodes[changed], *levels[:, changed], use))

    def _from_targets(self, starts: I8, targets: I8, work: WitnessUse) -> Iterator[I8]:
        is_start = np.zeros(self.after.count, dtype=bool)
        is_start[starts] = True
        for target in targets.tolist():
            reaches = self._reach(int(self.old_of[target]), target, reverse=True)
            nodes, levels = self._joined(reaches, is_start)
            if not self.after.nodes.of(*WITH_PERMISSION, nodes=np.array([target]))[0]:
                levels = np.minimum(levels, 1)
            changed = np.flatnonzero(levels[0] != levels[1])
            if not len(changed):
                continue
            use = self._use(reaches, nodes[changed], levels[:, changed], reverse=True)
            self._add_work(reaches[0], nodes[changed], use, levels[:, changed], work, None)
            yield np.column_stack((nodes[changed], np.full(len(changed), target), *levels[:, changed], use))

    def _reach(self, old: int, new: int, *, reverse: bool) -> tuple[Reach | None, Reach]:
        """The reach before, None of a node that was not there, and after."""
        before, after = self.views()
        first = reach_from(self.before, before, [old], reverse=reverse) if old >= 0 else None
        return first, reach_from(self.after, after, [new], reverse=reverse)

    def _joined(self, reaches: tuple[Reach | None, Reach], wanted: Bool) -> tuple[I8, I8]:
        """The wanted nodes of two reaches, ascending, and their levels in both: two rows."""
        columns: list[tuple[Ints, U1]] = []
        for reach, number in zip(reaches, (self.new_of, None), strict=True):
            nodes: Ints = np.zeros(0, dtype=np.int64) if reach is None else reach.node
            nodes = nodes if number is None else number[nodes]
            keep = wanted[nodes]
            columns.append((nodes[keep], np.zeros(0, dtype=np.uint8) if reach is None else reach.level[keep]))
        both = np.union1d(columns[0][0], columns[1][0]).astype(np.int64)
        levels = np.zeros((2, len(both)), dtype=np.int64)
        for row, (some, level) in zip(levels, columns, strict=True):
            row[np.searchsorted(both, some)] = level
        return both, levels

    def _changed(self, nodes: I8, levels: I8) -> I8:
        """Where the levels of nodes differ; of kinds without a permission, whether they are reached. Narrows `levels`."""
        plain = ~self.after.nodes.of(*WITH_PERMISSION, nodes=nodes)
        levels[:, plain] = np.minimum(levels[:, plain], 1)
        return np.flatnonzero(levels[0] != levels[1])

    def _use(self, reaches: tuple[Reach | None, Reach], nodes: I8, levels: I8, *, reverse: bool) -> U1:
        """Whether what is lost was used, before, and what is gained, after."""
        use = np.full(len(nodes), _UNKNOWN, dtype=np.uint8)
        sides = zip((self.before, self.after), self.views(), reaches, (self.old_of, None), strict=True)
        for (snapshot, view, reach, number), mask in zip(
            sides, (levels[0] > levels[1], levels[0] < levels[1]), strict=True
        ):
            if reach is None or not mask.any():
                continue
            codes = (exercise_at if reverse else exercise)(snapshot, view, reach, self.first_day).code
            own = nodes[mask] if number is None else number[nodes[mask]]
            use[mask] = codes[reach.position_of(snapshot.count)[own]]
        return use

    def _add_work(
        self, reach: Reach | None, nodes: I8, use: U1, levels: I8, work: WitnessUse, start: int | None
    ) -> None:
        """Count who loses what they used for the edges and nodes of the witnesses."""
        lost = np.flatnonzero((use == _YES) & (levels[0] > levels[1]))
        if reach is None or not len(lost):
            return
        edges, old = self.before.edges, self.old_of
        indices = reach.position_of(self.before.count)[old[nodes[lost]]]
        for node, witness in zip(nodes[lost].tolist(), reach.witnesses(indices), strict=True):
            who = node if start is None else start
            for row in witness:
                triple = int(edges.source[row]), int(edges.kind[row]), int(edges.target[row])
                work.edges.setdefault(triple, set()).add(who)
                work.nodes.setdefault(triple[0], set()).add(who)
                work.nodes.setdefault(triple[2], set()).add(who)
