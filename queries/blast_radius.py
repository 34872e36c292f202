"""Blast radius: what identities, keys or servers can reach, how, and what of it is really used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.moment import day_of
from graph.money import Money
from graph.ontology import Permission
from graph.reason import Reason
from graph.snapshot import ABSENT, CONVEYS, KEYS_ONLY, STOPS, Basis, Snapshot, View
from graph.snapshot.columns import I4, U1
from queries.base import (
    COLUMNS,
    HIDDEN,
    HOP_BOUNDS,
    MOMENT,
    WINDOW_BOUNDS,
    Completeness,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.exercise import exercise
from queries.reach import observed_only, public_notes, reach_from
from queries.reached import (
    ReachedRows,
    beyond_hops,
    by_kind,
    by_permission,
    by_sensitivity,
    kept,
    ordered,
    reported_levels,
)
from queries.sensitivity import PERMISSION_WEIGHTS, leaf_count, leaves, weights
from queries.subject import VIA_MEANING, find_nodes, held_by, via_mask
from queries.usage.spend import spend
from queries.vocabulary import NodeId, NodeKind, PermissionName, Sensitivity

WINDOW_DAYS = 30


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `start`: node ids, addresses or unique names. Filters narrow the rows, `max_hops` and `via` the walk.

    `window_days`: how far back `exercised`, `uses` and `spend` look from `as_of`, its own day included.
    """

    start: tuple[NodeId, ...] = field(
        metadata=described("node ids, emails or unique names", argument=True, bounds=(1, 1000))
    )
    as_of: int = field(metadata=MOMENT)
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    kinds: tuple[NodeKind, ...] = field(default=(), metadata=described("only nodes of these kinds, A,B"))
    min_permission: Permission | None = field(default=None, metadata=described("only with at least this permission"))
    max_hops: int | None = field(default=None, metadata=described("walks of at most so many edges", bounds=HOP_BOUNDS))
    via: str | None = field(default=None, metadata=described(VIA_MEANING))
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back usage and spend look", bounds=WINDOW_BOUNDS)
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))


@dataclass(frozen=True, slots=True)
class Answer:
    """Totals are those of the rows shown, filters applied; `reached` is in order and makes its rows when read."""

    start: tuple[NodeId, ...]
    """The canonical ids of the nodes that the reach starts at."""
    total: int
    """How many nodes are reached."""
    by_kind: dict[NodeKind, int]
    """How many nodes of each kind are reached."""
    by_sensitivity: dict[Sensitivity, int]
    """How many data sources of each sensitivity are reached."""
    by_permission: dict[PermissionName, int]
    """How many data sources are reached with each permission."""
    share_of_data_sources: float
    """Reached data sources without contained ones, as a share of all such; 0 to 1."""
    score: float
    """Sum over those data sources of sensitivity weight times permission weight."""
    spend: Money | None
    """What the principals that the start is or holds cost in the window; null where currencies are mixed."""
    reached: ReachedRows = field(metadata=COLUMNS)
    """The nodes that are reached, by permission down, sensitivity down, hops, id."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question; raises UnknownName or AmbiguousName for a start that is not one node."""
    starts = find_nodes(snapshot, params.start, "start")
    view, via = snapshot.at(params.as_of, params.basis), via_mask(snapshot, params.via)
    reach = reach_from(snapshot, view, starts, max_hops=params.max_hops, via=via)
    levels = reported_levels(snapshot, reach)
    keep = kept(snapshot, reach, levels, params.kinds, params.min_permission)
    rows = ReachedRows(
        snapshot=snapshot,
        view=view,
        reach=reach,
        exercise=exercise(snapshot, view, reach, day_of(params.as_of) - params.window_days + 1),
        observed=observed_only(snapshot, view, reach, params.max_hops, via),
        permissions=levels,
        order=ordered(view, reach, levels, keep),
    )
    nodes, shown_levels = reach.node[keep], levels[keep]
    all_leaves = leaf_count(view)
    money, gaps = _spend(snapshot, starts, params)
    return Answer(
        start=tuple(snapshot.ids[node] for node in starts),
        total=len(rows),
        by_kind=by_kind(snapshot, nodes),
        by_sensitivity=by_sensitivity(view, nodes),
        by_permission=by_permission(shown_levels[snapshot.nodes.of("DataSource", nodes=nodes)]),
        share_of_data_sources=int(leaves(view)[nodes].sum()) / all_leaves if all_leaves else 0.0,
        score=round(float((weights(view)[nodes] * PERMISSION_WEIGHTS[shown_levels]).sum()), 6),
        spend=money,
        reached=rows,
        completeness=Completeness(
            (*_beyond(snapshot, view, starts, params, (nodes, shown_levels)), *gaps),
            notes=(
                *silent_starts(snapshot, view, starts),
                *public_notes(snapshot, view, np.concatenate([reach.node, starts])),
            ),
        ),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _beyond(
    snapshot: Snapshot, view: View, starts: Sequence[int], params: Params, shown: tuple[I4, U1]
) -> list[Reason]:
    """What `max_hops` left out of the rows."""
    if params.max_hops is None:
        return []
    reach = reach_from(snapshot, view, starts, via=via_mask(snapshot, params.via))
    levels = reported_levels(snapshot, reach)
    keep = kept(snapshot, reach, levels, params.kinds, params.min_permission)
    return beyond_hops(params.max_hops, shown, (reach.node[keep], levels[keep]))


def silent_starts(snapshot: Snapshot, view: View, starts: Sequence[int]) -> list[Reason]:
    """Of each start that conveys nothing at the moment, why."""
    reasons = []
    for node in starts:
        mode, offsets = int(view.mode[node]), view.outgoing.offsets
        if mode == CONVEYS or (mode == KEYS_ONLY and offsets[node] < offsets[node + 1]):
            continue
        status = "not there then" if mode == ABSENT else snapshot.prop(node, "status", view.moment)
        if mode == STOPS and snapshot.kind(node) == "Credential" and status not in ("revoked", "expired"):
            status = f"expired at {snapshot.prop(node, 'expires_at', view.moment)}"
        reasons.append(Reason("START_DOES_NOT_CONVEY", f"{snapshot.ids[node]} conveys nothing: {status}"))
    return reasons


def _spend(snapshot: Snapshot, starts: list[int], params: Params) -> tuple[Money | None, tuple[Reason, ...]]:
    last = day_of(params.as_of)
    held = held_by(snapshot, starts, params.as_of)
    spent = spend(snapshot, held, last - params.window_days + 1, last, params.currency)
    return (None, (spent,)) if isinstance(spent, Reason) else (spent, ())
