"""Rows of a reach as people read them: ordered, counted, with their proofs; made only when they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from graph.deadline import check_deadline
from graph.moment import write_day
from graph.ontology import NODE_NAMES, Permission
from graph.reason import Reason
from graph.snapshot import Basis, Snapshot, View
from graph.snapshot.columns import I4, I8, U1, Bool
from queries.base import EdgeEvidence
from queries.exercise import EXERCISED, Exercise, Exercised
from queries.reach import Reach, edge_evidence
from queries.sensitivity import SENSITIVITIES, WEIGHTS, sensitivities
from queries.subject import names_of
from queries.vocabulary import BasisName, Day, Long, NodeId, NodeKind, PermissionName, Sensitivity

# Rows become Python objects block by block.
_BLOCK = 1_024
# The name of each level, 0 (none) to 4.
_PERMISSIONS: tuple[str | None, ...] = (None, *(permission.name for permission in sorted(Permission)))


@dataclass(frozen=True, slots=True)
class Reached:
    """One node of a reach. `permission` None: not the kind of node that has one. `witness`: the proof, edge by edge.

    `uses` counts requests in the window, `last_used` is a day.
    """

    id: NodeId
    """The canonical id of the node."""
    kind: NodeKind
    """What kind of node it is."""
    name: str
    """Its name at the moment."""
    permission: PermissionName | None
    """The greatest permission over all walks; null for kinds that have none."""
    permission_known: bool
    """False where a walk states no permission, so that ADMIN or READ is assumed."""
    basis: BasisName
    """GRANTED where a granted walk attains the permission, else OBSERVED."""
    hops: int
    """The fewest edges among walks that attain the permission."""
    exercised: Exercised
    """Whether the route was seen in use in the window."""
    last_used: Day | None
    """The last day of use by a principal inside the reach, up to the moment."""
    uses: Long
    """Requests by principals inside the reach in the window."""
    sensitivity: Sensitivity | None
    """Of a data source: how sensitive it is, inherited from the nearest labelled container."""
    witness: tuple[EdgeEvidence, ...]
    """One walk that attains the permission with the fewest edges, edge by edge."""


@dataclass(frozen=True, slots=True)
class ReachedColumns:
    """The same rows without their witnesses, as columns of one length, for those who want many."""

    id: list[str]
    kind: list[str]
    name: list[str]
    permission: list[str | None]
    permission_known: list[bool]
    basis: list[str]
    hops: list[int]
    exercised: list[str]
    last_used: list[str | None]
    uses: list[int]
    sensitivity: list[str | None]


@dataclass(frozen=True, slots=True)
class ReachedRows(Sequence[Reached]):
    """Rows by permission down, sensitivity down, hops, id. `order` holds the index of each row in the reach.

    Per reached node: `observed` (no granted path attains its level) and `permissions` (the level that its row shows).
    """

    snapshot: Snapshot
    view: View
    reach: Reach
    exercise: Exercise
    observed: Bool
    permissions: U1
    order: I8

    def __len__(self) -> int:
        return len(self.order)

    def __iter__(self) -> Iterator[Reached]:
        for start in range(0, len(self), _BLOCK):
            check_deadline()
            yield from self._rows(self.order[start : start + _BLOCK])

    @overload
    def __getitem__(self, at: int) -> Reached: ...
    @overload
    def __getitem__(self, at: slice) -> list[Reached]: ...
    def __getitem__(self, at: int | slice) -> Reached | list[Reached]:
        if isinstance(at, slice):
            return self._rows(self.order[at])
        return self._rows(np.array([self.order[at]]))[0]

    def columns(self) -> ReachedColumns:
        """All rows at once."""
        return self._columns(self.order)

    def _rows(self, indices: I8) -> list[Reached]:
        columns, witnesses = self._columns(indices), self.reach.witnesses(indices)
        evidence = edge_evidence(self.snapshot, (row for rows in witnesses for row in rows), self.view.moment)
        proofs = (tuple(evidence[row] for row in rows) for rows in witnesses)
        used = (EXERCISED[code] for code in self.exercise.code[indices].tolist())
        # In the order of the row's fields.
        described = (columns.id, columns.kind, columns.name, columns.permission, columns.permission_known)
        measured = (columns.basis, columns.hops, used, columns.last_used, columns.uses, columns.sensitivity)
        return list(map(Reached, *described, *measured, proofs))

    def _columns(self, indices: I8) -> ReachedColumns:
        """The rows of some reached nodes."""
        snapshot, reach, nodes = self.snapshot, self.reach, self.reach.node[indices]
        days = {day: write_day(day) for day in np.unique(self.exercise.last_day[indices]).tolist() if day >= 0}
        return ReachedColumns(
            id=[snapshot.ids[node] for node in nodes.tolist()],
            kind=[NODE_NAMES[kind] for kind in snapshot.nodes.kind[nodes].tolist()],
            name=names_of(snapshot, nodes, self.view.moment),
            permission=[_PERMISSIONS[level] for level in self.permissions[indices].tolist()],
            permission_known=reach.known[indices].tolist(),
            basis=[_BASES[observed] for observed in self.observed[indices].tolist()],
            hops=reach.hops[indices].tolist(),
            exercised=[EXERCISED[code].name for code in self.exercise.code[indices].tolist()],
            last_used=[days.get(day) for day in self.exercise.last_day[indices].tolist()],
            uses=self.exercise.uses[indices].tolist(),
            sensitivity=[_SENSITIVITIES[rank] for rank in sensitivities(self.view)[nodes].tolist()],
        )


_BASES = (Basis.GRANTED.name, Basis.OBSERVED.name)
# The last is that of rank -1: no data source.
_SENSITIVITIES: tuple[str | None, ...] = (*SENSITIVITIES, None)


def reported_levels(snapshot: Snapshot, reach: Reach, target: int | None = None) -> U1:
    """The level that each row shows: 0 where the node, or the start of its path, is none that has a permission.

    `target`: the node that a reverse reach leads to; its permission is shown, at the rows of who reaches it.
    """
    nodes = snapshot.nodes
    if target is None:
        shows = nodes.of("DataSource", "McpTool", nodes=reach.node) & ~nodes.of("DataSource", nodes=reach.start)
    elif snapshot.kind(target) in ("DataSource", "McpTool"):
        shows = ~nodes.of("DataSource", nodes=reach.node)
    else:
        shows = np.zeros(len(reach.node), dtype=bool)
    return np.where(shows, reach.level, 0).astype(np.uint8)


def ordered(view: View, reach: Reach, levels: U1, keep: Bool) -> I8:
    """The indices in the reach, where `keep`, in the order of rows."""
    rows = np.flatnonzero(keep)
    ranks = sensitivities(view)[reach.node[rows]].astype(np.int64)
    weights = np.where(ranks >= 0, WEIGHTS[ranks], -1)
    return rows[np.lexsort((reach.node[rows], reach.hops[rows], -weights, -levels[rows].astype(np.int64)))]


def kept(snapshot: Snapshot, reach: Reach, levels: U1, kinds: Sequence[str], least: Permission | None) -> Bool:
    """The reached nodes of some kinds (none given: of all) whose rows show at least a permission, if one is given."""
    keep = np.ones(len(reach.node), dtype=bool)
    if kinds:
        keep &= snapshot.nodes.of(*kinds, nodes=reach.node)
    if least is not None:
        keep &= levels >= least
    return keep


def beyond_hops(max_hops: int, shown: tuple[I4, U1], whole: tuple[I4, U1]) -> list[Reason]:
    """The gap that a limit of hops leaves in rows, none if it leaves none.

    `shown` and `whole`: the nodes and the reported levels of the rows with and without the limit.
    """
    levels = dict(zip(shown[0].tolist(), shown[1].tolist(), strict=True))
    others = list(zip(whole[0].tolist(), whole[1].tolist(), strict=True))
    more = sum(node not in levels for node, _ in others)
    stronger = sum(level > levels.get(node, level) for node, level in others)
    return hops_gap(max_hops, more, stronger)


def hops_gap(max_hops: int, more: int, stronger: int) -> list[Reason]:
    """The gap that a limit of hops leaves: so many rows more, and so many of a greater permission, lie beyond it."""
    if not more and not stronger:
        return []
    return [
        Reason("HOPS", f"walks of at most {max_hops} edges; beyond: {more} more, {stronger} with a greater permission")
    ]


def by_kind(snapshot: Snapshot, nodes: I4) -> dict[str, int]:
    """How many nodes of each kind, by name."""
    counts = np.bincount(snapshot.nodes.kind[nodes], minlength=len(NODE_NAMES)).tolist()
    return {name: count for name, count in sorted(zip(NODE_NAMES, counts, strict=True)) if count}


def by_sensitivity(view: View, nodes: I4) -> dict[str, int]:
    """How many data sources of each sensitivity, by name."""
    ranks = sensitivities(view)[nodes]
    counts = np.bincount(ranks[ranks >= 0], minlength=len(SENSITIVITIES)).tolist()
    return {name: count for name, count in sorted(zip(SENSITIVITIES, counts, strict=True)) if count}


def by_permission(levels: U1) -> dict[str, int]:
    """How many of each permission, by name; those without one are not counted."""
    counts = np.bincount(levels[levels > 0], minlength=len(Permission) + 1).tolist()
    return {level.name: counts[level] for level in sorted(Permission, key=lambda level: level.name) if counts[level]}
