"""This file knows the rows of a reach as people read them: ordered, told apart, proved; made only when asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np

from graph.moment import write_day
from graph.ontology import NODE_CODES, NODE_NAMES, Permission
from graph.snapshot import Basis, Snapshot, View
from queries.base import EdgeEvidence, edge_evidence
from queries.exercise import Exercise, Exercised
from queries.reach import Reach
from queries.sensitivity import SENSITIVITIES, WEIGHTS, sensitivities
from queries.vocabulary import BasisName, Day, Long, NodeId, NodeKind, PermissionName, Sensitivity

_CARRIES_PERMISSION = (NODE_CODES["DataSource"], NODE_CODES["McpTool"])


@dataclass(frozen=True, slots=True)
class Reached:
    """One node of a reach. `permission` None: not the kind of node that has one. `witness`: the proof, edge by edge.

    `uses` counts requests in the window, `last_used` is a day.
    """

    id: NodeId
    kind: NodeKind
    name: str
    permission: PermissionName | None
    permission_known: bool
    basis: BasisName
    hops: int
    exercised: Exercised
    last_used: Day | None
    uses: Long
    sensitivity: Sensitivity | None
    witness: tuple[EdgeEvidence, ...]


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
    """Rows by permission down, sensitivity down, hops, id. `order` are places in the reach."""

    snapshot: Snapshot
    cut: View
    reach: Reach
    exercise: Exercise
    observed: Any
    permissions: Any
    order: Any

    def __len__(self) -> int:
        return len(self.order)

    def __iter__(self) -> Iterator[Reached]:
        return (self[at] for at in range(len(self)))

    @overload
    def __getitem__(self, at: int) -> Reached: ...
    @overload
    def __getitem__(self, at: slice) -> list[Reached]: ...
    def __getitem__(self, at: int | slice) -> Reached | list[Reached]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        i = int(self.order[at])
        place = int(self.reach.place[i])
        level, rank = int(self.permissions[i]), int(sensitivities(self.cut)[place])
        return Reached(
            id=self.snapshot.ids[place],
            kind=self.snapshot.kind(place),
            name=self.snapshot.name(place, self.cut.moment),
            permission=Permission(level).name if level else None,
            permission_known=bool(self.reach.known[i]),
            basis=self._basis(i).name,
            hops=int(self.reach.hops[i]),
            exercised=self.exercise.exercised[i],
            last_used=_day(int(self.exercise.last_day[i])),
            uses=int(self.exercise.uses[i]),
            sensitivity=SENSITIVITIES[rank] if rank >= 0 else None,
            witness=tuple(edge_evidence(self.snapshot, row) for row in self.reach.rows_to(i)),
        )

    def columns(self) -> ReachedColumns:
        """All rows at once."""
        order = self.order
        places, levels = self.reach.place[order].tolist(), self.permissions[order].tolist()
        ranks = sensitivities(self.cut)[self.reach.place[order]].tolist()
        return ReachedColumns(
            id=[self.snapshot.ids[place] for place in places],
            kind=[self.snapshot.kind(place) for place in places],
            name=[self.snapshot.name(place, self.cut.moment) for place in places],
            permission=[Permission(level).name if level else None for level in levels],
            permission_known=self.reach.known[order].tolist(),
            basis=[self._basis(i).name for i in order.tolist()],
            hops=self.reach.hops[order].tolist(),
            exercised=[self.exercise.exercised[i].name for i in order.tolist()],
            last_used=[_day(day) for day in self.exercise.last_day[order].tolist()],
            uses=self.exercise.uses[order].tolist(),
            sensitivity=[SENSITIVITIES[rank] if rank >= 0 else None for rank in ranks],
        )

    def _basis(self, i: int) -> Basis:
        return Basis.OBSERVED if self.observed[i] else Basis.GRANTED


def reported_levels(snapshot: Snapshot, reach: Reach, target: int | None = None) -> Any:
    """The level each row shows: 0 where the node, or the start of the walk, is none that has a permission."""
    kinds = snapshot.arrays["kind"]
    ends = kinds[reach.place] if target is None else np.full(len(reach.place), kinds[target])
    begins = kinds[reach.start] if target is None else kinds[reach.place]
    shown = np.isin(ends, _CARRIES_PERMISSION) & (begins != NODE_CODES["DataSource"])
    return np.where(shown, reach.level, 0)


def ordered(snapshot: Snapshot, cut: View, reach: Reach, levels: Any, keep: Any) -> Any:
    """Places in the reach, where `keep`, in the order rows are shown."""
    rows = np.flatnonzero(keep)
    ranks = sensitivities(cut)[reach.place[rows]].astype(np.int64)
    weights = np.where(ranks >= 0, WEIGHTS[ranks], -1)
    return rows[np.lexsort((reach.place[rows], reach.hops[rows], -weights, -levels[rows].astype(np.int64)))]


def by_kind(snapshot: Snapshot, places: Any) -> Mapping[str, int]:
    """How many of each kind, by name."""
    counts = np.bincount(snapshot.arrays["kind"][places], minlength=len(NODE_NAMES))
    return {name: int(count) for name, count in sorted(zip(NODE_NAMES, counts, strict=True)) if count}


def by_sensitivity(snapshot: Snapshot, cut: View, places: Any) -> Mapping[str, int]:
    """How many data sources of each sensitivity."""
    ranks = sensitivities(cut)[places]
    return dict(sorted(Counter(SENSITIVITIES[rank] for rank in ranks[ranks >= 0].tolist()).items()))


def by_permission(levels: Any) -> Mapping[str, int]:
    """How many at each permission; those without one are not counted."""
    return dict(sorted(Counter(Permission(level).name for level in levels[levels > 0].tolist()).items()))


def _day(day: int) -> str | None:
    return None if day < 0 else write_day(day)
