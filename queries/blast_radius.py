"""This file knows the question: what can these identities, keys or servers reach, how, and what of it is really used?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graph.moment import day_of
from graph.money import Money
from graph.ontology import NODE_CODES, Permission
from graph.reason import Reason
from graph.snapshot import ABSENT, CONVEYS, KEYS_ONLY, STOPS, Basis, Snapshot, View
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
from queries.holding import held_by
from queries.reach import Reach, observed_only, reach_from
from queries.reached import ReachedRows, by_kind, by_permission, by_sensitivity, ordered, reported_levels
from queries.sensitivity import PERMISSION_WEIGHTS, leaves, weights
from queries.subject import find_nodes
from queries.usage.spend import spend
from queries.vocabulary import NodeId, NodeKind, PermissionName, Sensitivity

WINDOW_DAYS = 30


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `start`: node ids, addresses or unique names. Filters narrow the rows, `max_hops` the walk.

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
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back usage and spend look", bounds=WINDOW_BOUNDS)
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))


@dataclass(frozen=True, slots=True)
class Answer:
    """Totals are those of the rows shown, filters applied; `reached` is in order and makes its rows when read."""

    start: tuple[NodeId, ...]
    total: int
    by_kind: dict[NodeKind, int]
    by_sensitivity: dict[Sensitivity, int]
    by_permission: dict[PermissionName, int]
    share_of_data_sources: float
    score: float
    spend: Money | None
    reached: ReachedRows = field(metadata=COLUMNS)
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question; raises UnknownName or AmbiguousName for a start that is not one node."""
    starts = find_nodes(snapshot, params.start)
    cut = snapshot.at(params.as_of, params.basis)
    reach = reach_from(snapshot, cut, starts, max_hops=params.max_hops)
    levels = reported_levels(snapshot, reach)
    keep = _kept(snapshot, reach, levels, params)
    rows = ReachedRows(
        snapshot=snapshot,
        cut=cut,
        reach=reach,
        exercise=exercise(snapshot, cut, reach, day_of(params.as_of) - params.window_days + 1),
        observed=observed_only(snapshot, cut, reach, params.max_hops),
        permissions=levels,
        order=ordered(snapshot, cut, reach, levels, keep),
    )
    places, shown = reach.place[keep], levels[keep]
    data = snapshot.arrays["kind"][places] == NODE_CODES["DataSource"]
    leaf = leaves(cut)
    all_leaves = int(leaf.sum())
    money, reasons = _spend(snapshot, starts, params)
    return Answer(
        start=tuple(snapshot.ids[place] for place in starts),
        total=len(rows),
        by_kind=dict(by_kind(snapshot, places)),
        by_sensitivity=dict(by_sensitivity(snapshot, cut, places)),
        by_permission=dict(by_permission(shown[data])),
        share_of_data_sources=int(leaf[places].sum()) / all_leaves if all_leaves else 0.0,
        score=round(float((weights(cut)[places] * PERMISSION_WEIGHTS[shown]).sum()), 6),
        spend=money,
        reached=rows,
        completeness=Completeness(reasons=(*silent_starts(snapshot, cut, starts), *reasons)),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def silent_starts(snapshot: Snapshot, cut: View, starts: list[int]) -> list[Reason]:
    """Why a start reaches nothing: it does not convey at the moment."""
    reasons = []
    for place in starts:
        mode = int(cut.mode[place])
        if mode == CONVEYS or (mode == KEYS_ONLY and cut.outgoing.offsets[place] < cut.outgoing.offsets[place + 1]):
            continue
        status = "not there then" if mode == ABSENT else snapshot.prop(place, "status", cut.moment)
        if mode == STOPS and snapshot.kind(place) == "Credential" and status not in ("revoked", "expired"):
            status = f"expired at {snapshot.prop(place, 'expires_at', cut.moment)}"
        reasons.append(Reason("START_DOES_NOT_CONVEY", f"{snapshot.ids[place]} conveys nothing: {status}"))
    return reasons


def _kept(snapshot: Snapshot, reach: Reach, levels: Any, params: Params) -> Any:
    keep = np.ones(len(reach.place), dtype=bool)
    if params.kinds:
        keep &= np.isin(snapshot.arrays["kind"][reach.place], [NODE_CODES[kind] for kind in params.kinds])
    if params.min_permission is not None:
        keep &= levels >= params.min_permission
    return keep


def _spend(snapshot: Snapshot, starts: list[int], params: Params) -> tuple[Money | None, tuple[Reason, ...]]:
    last = day_of(params.as_of)
    held = held_by(snapshot, starts, params.as_of)
    found = spend(snapshot, held, last - params.window_days + 1, last, params.currency)
    return (None, (found,)) if isinstance(found, Reason) else (found, ())
