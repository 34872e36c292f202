"""What would happen if some access were removed, somebody left, a server were blocked or something were granted?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.errors import InputError
from graph.moment import day_of
from graph.money import Money
from graph.ontology import Permission
from graph.reason import Reason
from graph.snapshot import Basis, NewEdge, Snapshot
from graph.snapshot.columns import Bool
from queries import orphaned_paths
from queries.base import (
    COLUMNS,
    HIDDEN,
    MOMENT,
    ROWS,
    WINDOW_BOUNDS,
    Completeness,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.blast_radius import WINDOW_DAYS
from queries.exercise import EXERCISED, Exercised
from queries.orphan_difference import OrphanDifference, orphan_difference
from queries.proposal import Proposal, ProposedStep, additions, blocks, holding_already, offboarding, removals
from queries.reach_difference import WITH_PERMISSION, ReachChanges, ReachComparison
from queries.sensitivity import PERMISSION_WEIGHTS, leaves, weights
from queries.stopped_spend import StoppedSpend, stopped_spend
from queries.subject import names_of
from queries.vocabulary import EdgeKind, Long, NodeId, PermissionName
from queries.work_order import WorkStep, work_order

# How many changes of one sort a server tries at once.
_MOST = (0, 100)
_EDGE_FORM = "SOURCE -KIND-> TARGET"


@dataclass(frozen=True, slots=True)
class Params:
    """What is tried; everything together, at the moment. Nothing is written."""

    as_of: int = field(metadata=MOMENT)
    remove: tuple[str, ...] = field(
        default=(),
        metadata=described(f"an edge, written '{_EDGE_FORM}', or a node; may be repeated", form="texts", bounds=_MOST),
    )
    offboard: tuple[NodeId, ...] = field(
        default=(),
        metadata=described(
            "who leaves: what they alone hold is closed, of what others hold too their part ends, all that they were given ends; "
            "may be repeated",
            form="texts",
            bounds=_MOST,
        ),
    )
    block: tuple[NodeId, ...] = field(
        default=(),
        metadata=described(
            "a server or an application that is switched off; may be repeated", form="texts", bounds=_MOST
        ),
    )
    add: tuple[str, ...] = field(
        default=(),
        metadata=described(
            "a new edge, written 'SOURCE KIND TARGET PERMISSION'; its ends may be new ids; may be repeated",
            form="texts",
            bounds=_MOST,
        ),
    )
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back use counts", bounds=WINDOW_BOUNDS)
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))


@dataclass(frozen=True, slots=True)
class ChangedElement:
    """One thing that would be different: an edge, or a node, whose `kind` and `target` are null."""

    source: NodeId
    """The id of the node, or of the node that the edge begins at."""
    kind: EdgeKind | None
    """What the edge says; null of a node."""
    target: NodeId | None
    """The id of the node that the edge ends at; null of a node."""
    permission: PermissionName | None
    """The permission of an edge that is added; null where none is stated."""
    becomes: str
    """What it becomes: added, ended, gone, departed, suspended, revoked, disabled, or renewed, which changes its secret alone."""


@dataclass(frozen=True, slots=True)
class LostAccess:
    """Access that somebody would lose, or keep in part."""

    id: NodeId
    """Who: an identity, or an account or a key that no identity holds."""
    target: NodeId
    """What they reach now: a data source, a tool, a server, a model or an application."""
    permission: PermissionName | None
    """With which permission they reach it now; null where its kind has none."""
    left: PermissionName | None
    """The permission that they keep; null where they reach it no longer."""
    used: Exercised
    """Whether that access was seen in use."""


@dataclass(frozen=True, slots=True)
class GainedAccess:
    """Access that somebody would gain."""

    id: NodeId
    """Who: an identity, or an account or a key that no identity holds."""
    target: NodeId
    """What they would reach: a data source, a tool, a server, a model or an application."""
    permission: PermissionName | None
    """With which permission they would reach it; null where its kind has none."""
    had: PermissionName | None
    """The permission that they have now; null where they do not reach it."""
    used: Exercised
    """Whether somebody of that reach was seen using it."""


@dataclass(frozen=True, slots=True)
class LostCounts:
    """How many pairs of a principal and a resource lose access, by whether it was seen in use."""

    used: int
    """The principal, or what it holds, was seen using it."""
    indirect: int
    """Only a principal further along was."""
    unused: int
    """Use is covered, and none was seen."""
    unknown: int
    """No source covers use of it."""


@dataclass(frozen=True, slots=True)
class ChangedPrincipal:
    """A principal whose reach changes: its leaf data sources and their score, as the ranking counts them."""

    id: NodeId
    """The canonical id of the principal."""
    name: str
    """Its name at the moment."""
    data_sources_before: int
    """How many leaf data sources it reaches now."""
    data_sources_after: int
    """How many it would reach."""
    score_before: float
    """The score of its reach now."""
    score_after: float
    """The score that it would have."""


@dataclass(frozen=True, slots=True)
class OrphanedPathKey:
    """An orphaned path, by its ends."""

    root: NodeId
    """The id of the root that the path starts at."""
    target: NodeId
    """The id of the data source or model that it leads to."""
    permission: PermissionName | None
    """The permission at the target; null for a model."""


@dataclass(frozen=True, slots=True)
class OrphanedPathTotals:
    """Orphaned paths that would close and open; one whose permission changes is in both lists."""

    closed: tuple[OrphanedPathKey, ...]
    """Paths that there are and would not be."""
    opened: tuple[OrphanedPathKey, ...]
    """Paths that there are not and would be."""


@dataclass(frozen=True, slots=True)
class WhatIfTotals:
    """The numbers of one side. Of reach, those of the principals whose reach changes, summed."""

    data_sources: Long
    """Leaf data sources that they reach."""
    score: float
    """The scores of their reach."""
    orphaned_roots: int
    """Live principals that nobody answers for, of the whole graph."""
    orphaned_paths: int
    """Orphaned paths of those of them at which anything changes."""
    spend_per_month: Money | None
    """What usage cost in 30 days, of the whole graph, without charges; after: without what stops. Null where currencies are mixed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The difference between the graph as it is and as it would be. Access that was used stands first, then by permission."""

    removed: tuple[ChangedElement, ...]
    """What would end, go or be closed."""
    added: tuple[ChangedElement, ...]
    """What would be new."""
    total_lost: int
    """How many pairs of a principal and a resource lose access."""
    lost_by_use: LostCounts
    """The same by whether that access was used."""
    total_gained: int
    """How many pairs of a principal and a resource gain access."""
    lost: tuple[LostAccess, ...] = field(metadata=COLUMNS)
    """Who would lose what, used access first."""
    gained: tuple[GainedAccess, ...] = field(metadata=ROWS)
    """Who would gain what, the greatest permission first."""
    principals: tuple[ChangedPrincipal, ...] = field(metadata=ROWS)
    """Whose reach changes, the greatest change of score first."""
    orphaned_paths: OrphanedPathTotals
    """Orphaned paths that would close and open."""
    before: WhatIfTotals
    """The numbers as they are."""
    after: WhatIfTotals
    """The numbers as they would be."""
    spend_stops_per_month: Money | None
    """What usage cost in the last 30 days that would stop; null where currencies are mixed."""
    order: tuple[WorkStep, ...]
    """What to do, in order."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question: the same walks and questions on the snapshot and on the edited one, and their difference.

    Raises UnknownName and AmbiguousName, and InputError for a change that no source could make or whose consequences the
    snapshot cannot tell.
    """
    proposal = _proposal(snapshot, params)
    edits = proposal.edits()
    edited, held = snapshot.with_edits(edits), holding_already(snapshot, edits)
    first_day = day_of(params.as_of) - params.window_days + 1
    comparison = ReachComparison.of(snapshot, edited, params.as_of, params.basis, first_day)
    changes, work = comparison.changes()
    removed = [snapshot.index_of(node) for node in edits.gone]
    spend = stopped_spend(comparison, params.currency, removed)
    orphans = _orphans(comparison, params)
    principals = _principals(comparison, changes)
    lost, gained = changes.take(changes.before > changes.after), changes.take(changes.before < changes.after)
    by_use = np.bincount(lost.use, minlength=len(EXERCISED)).tolist()
    before, after = (
        WhatIfTotals(
            data_sources=sum(row.data_sources_before if side == 0 else row.data_sources_after for row in principals),
            score=round(sum(row.score_before if side == 0 else row.score_after for row in principals), 6),
            orphaned_roots=orphans.roots[side],
            orphaned_paths=len(orphans.before if side == 0 else orphans.after),
            spend_per_month=spend.before if side == 0 else spend.after,
        )
        for side in (0, 1)
    )
    # What holds already is nothing to do.
    steps = [step for step in proposal.steps() if not (step.is_new and _new_edge(step) in held)]
    return Answer(
        removed=tuple(_element(step) for step in steps if not step.is_new),
        added=tuple(_element(step) for step in steps if step.is_new),
        total_lost=len(lost.start),
        lost_by_use=LostCounts(*by_use),
        total_gained=len(gained.start),
        lost=_lost(edited, lost),
        gained=_gained(edited, gained),
        principals=principals,
        orphaned_paths=OrphanedPathTotals(
            closed=tuple(OrphanedPathKey(*key) for key in orphans.closed),
            opened=tuple(OrphanedPathKey(*key) for key in orphans.opened),
        ),
        before=before,
        after=after,
        spend_stops_per_month=spend.stops,
        order=work_order(comparison, steps, work),
        completeness=_completeness(comparison, spend, held),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _proposal(snapshot: Snapshot, params: Params) -> Proposal:
    if not (params.remove or params.offboard or params.block or params.add):
        raise InputError("nothing is to be tried. Name something to remove, offboard, block or add")
    proposal = Proposal(params.as_of)
    proposal.add(additions(snapshot, params.add))
    proposal.add(removals(snapshot, params.remove))
    proposal.add(offboarding(snapshot, params.offboard, params.as_of))
    proposal.add(blocks(snapshot, params.block, params.as_of))
    return proposal


def _new_edge(step: ProposedStep) -> NewEdge:
    assert step.edge is not None
    return NewEdge(*step.edge, step.permission)


def _element(step: ProposedStep) -> ChangedElement:
    kind, target = (None, None) if step.edge is None else step.edge[1:]
    return ChangedElement(step.node, kind, target, step.permission.name if step.permission else None, step.word)


def _permissions(edited: Snapshot, changes: ReachChanges, levels: Sequence[int]) -> list[str | None]:
    """The name of each level; None where nothing is reached or the kind of the target has no permission."""
    shows = edited.nodes.of(*WITH_PERMISSION, nodes=changes.target).tolist()
    return [Permission(level).name if level and show else None for level, show in zip(levels, shows, strict=True)]


def _ordered(changes: ReachChanges, levels: Iterable[int]) -> ReachChanges:
    """Used access first, then the greatest permission, then by ids."""
    use = np.array([0, 1, 3, 2])[changes.use]
    order = np.lexsort((changes.target, changes.start, -np.asarray(levels, dtype=np.int64), use))
    return changes.take(order)


def _lost(edited: Snapshot, changes: ReachChanges) -> tuple[LostAccess, ...]:
    changes, ids = _ordered(changes, changes.before), edited.ids
    before, after = (_permissions(edited, changes, side.tolist()) for side in (changes.before, changes.after))
    columns = (changes.start.tolist(), changes.target.tolist(), before, after, changes.use.tolist())
    return tuple(
        LostAccess(ids[start], ids[target], permission, left, EXERCISED[use])
        for start, target, permission, left, use in zip(*columns, strict=True)
    )


def _gained(edited: Snapshot, changes: ReachChanges) -> tuple[GainedAccess, ...]:
    changes, ids = _ordered(changes, changes.after), edited.ids
    before, after = (_permissions(edited, changes, side.tolist()) for side in (changes.before, changes.after))
    columns = (changes.start.tolist(), changes.target.tolist(), after, before, changes.use.tolist())
    return tuple(
        GainedAccess(ids[start], ids[target], permission, had, EXERCISED[use])
        for start, target, permission, had, use in zip(*columns, strict=True)
    )


def _principals(comparison: ReachComparison, changes: ReachChanges) -> tuple[ChangedPrincipal, ...]:
    """Whose reach changes, with the numbers of the ranking on both sides."""
    starts = np.unique(changes.start)
    old = comparison.old_of[starts]
    there: Bool = old >= 0
    before, after = comparison.views()
    columns = [np.zeros(len(starts), dtype=np.int64), np.zeros(len(starts))]
    _, counts, scores = before.traverser().rank(
        old[there], before.levels, leaves(before), weights(before), PERMISSION_WEIGHTS
    )
    columns[0][there], columns[1][there] = counts, scores
    _, counts, scores = after.traverser().rank(starts, after.levels, leaves(after), weights(after), PERMISSION_WEIGHTS)
    order = np.lexsort((starts, -np.abs(columns[1] - scores)))
    names = names_of(comparison.after, starts, comparison.moment)
    return tuple(
        ChangedPrincipal(
            id=comparison.after.ids[int(starts[at])],
            name=names[at],
            data_sources_before=int(columns[0][at]),
            data_sources_after=int(counts[at]),
            score_before=round(float(columns[1][at]), 6),
            score_after=round(float(scores[at]), 6),
        )
        for at in order.tolist()
    )


def _orphans(comparison: ReachComparison, params: Params) -> OrphanDifference:
    asked = orphaned_paths.Params(
        as_of=params.as_of, basis=params.basis, window_days=params.window_days, currency=params.currency
    )
    return orphan_difference(comparison, asked)


def _as_wide_as(permission: Permission | None) -> str:
    return f" ({permission.name})" if permission else ""


def _completeness(
    comparison: ReachComparison, spend: StoppedSpend, held: Mapping[NewEdge, Permission | None]
) -> Completeness:
    after = comparison.after
    notes = [
        Reason("HOLDS_ALREADY", f"{edge.source} -{edge.kind}-> {edge.target} holds already{_as_wide_as(permission)}")
        for edge, permission in held.items()
    ]
    notes += [
        Reason("NEW_NODE", f"{after.ids[node]} is not there yet: no source lists it")
        for node in np.flatnonzero(comparison.old_of < 0).tolist()
    ]
    return Completeness([] if spend.reason is None else [spend.reason], notes)
