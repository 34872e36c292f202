"""This file knows the question in reverse: who reaches this, with which permission, how, and who really used it?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graph.moment import day_of
from graph.money import Money
from graph.ontology import EDGE_CODES, NODE_CODES, Permission
from graph.snapshot import Basis, Snapshot, View
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
from queries.blast_radius import WINDOW_DAYS
from queries.exercise import Exercise, Exercised, seen_by
from queries.holding import HOLDS, holders_of
from queries.reach import Reach, observed_only, reach_from
from queries.reached import ReachedRows, by_kind, by_permission, by_sensitivity, ordered, reported_levels
from queries.subject import find_node
from queries.vocabulary import NodeId, NodeKind, PermissionName, Sensitivity


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `target`: a node id, an address or a unique name. The rest as in the blast radius."""

    target: NodeId = field(metadata=described("a node id, email or unique name", argument=True))
    as_of: int = field(metadata=MOMENT)
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    kinds: tuple[NodeKind, ...] = field(default=(), metadata=described("only nodes of these kinds, A,B"))
    min_permission: Permission | None = field(default=None, metadata=described("only with at least this permission"))
    max_hops: int | None = field(default=None, metadata=described("walks of at most so many edges", bounds=HOP_BOUNDS))
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back usage and spend look", bounds=WINDOW_BOUNDS)
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """Who reaches the target. `permission` of a row is theirs at the target. What only a reach has is None here."""

    target: NodeId
    total: int
    by_kind: dict[NodeKind, int]
    by_sensitivity: dict[Sensitivity, int]
    by_permission: dict[PermissionName, int]
    share_of_data_sources: float | None
    score: float | None
    spend: Money | None
    reached: ReachedRows = field(metadata=COLUMNS)
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question: exactly the nodes whose blast radius holds the target."""
    target = find_node(snapshot, params.target)
    cut = snapshot.at(params.as_of, params.basis)
    reach = reach_from(snapshot, cut, [target], reverse=True, max_hops=params.max_hops)
    levels = reported_levels(snapshot, reach, target)
    keep = np.ones(len(reach.place), dtype=bool)
    if params.kinds:
        keep &= np.isin(snapshot.arrays["kind"][reach.place], [NODE_CODES[kind] for kind in params.kinds])
    if params.min_permission is not None:
        keep &= levels >= params.min_permission
    rows = ReachedRows(
        snapshot=snapshot,
        cut=cut,
        reach=reach,
        exercise=_used_by(snapshot, cut, reach, target, params),
        observed=observed_only(snapshot, cut, reach, params.max_hops),
        permissions=levels,
        order=ordered(snapshot, cut, reach, levels, keep),
    )
    return Answer(
        target=snapshot.ids[target],
        total=len(rows),
        by_kind=dict(by_kind(snapshot, reach.place[keep])),
        by_sensitivity=dict(by_sensitivity(snapshot, cut, reach.place[keep])),
        by_permission=dict(by_permission(levels[keep])),
        share_of_data_sources=None,
        score=None,
        spend=None,
        reached=rows,
        completeness=Completeness(),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _used_by(snapshot: Snapshot, cut: View, reach: Reach, target: int, params: Params) -> Exercise:
    """Per reacher: did it, or somebody further along its walks, use the target?"""
    where = np.full(snapshot.count, -1, dtype=np.int64)
    where[reach.place] = np.arange(len(reach.place))
    last_day, uses = np.full(len(reach.place), -1, dtype=np.int64), np.zeros(len(reach.place), dtype=np.int64)
    directly, anyhow = np.zeros(len(reach.place), dtype=bool), np.zeros(len(reach.place), dtype=bool)
    traverser, limit = cut.traverser(reverse=True), -1 if params.max_hops is None else params.max_hops
    first_day = day_of(params.as_of) - params.window_days + 1
    for principal, (last, recent, count) in _users(snapshot, cut.moment, target, first_day).items():
        owners = _owners(snapshot, principal, cut.moment)
        passers = where[np.union1d(traverser.bfs([principal], min(cut.levels), limit)[0], owners)]
        passers = passers[passers >= 0]
        last_day[passers] = np.maximum(last_day[passers], last)
        if recent:
            uses[passers] += count
            anyhow[passers] = True
            holders = where[owners]
            directly[holders[holders >= 0]] = True
    watched = _watching(snapshot, cut, target, limit)[reach.place].tolist()
    exercised = [
        Exercised.YES if own else Exercised.INDIRECT if seen else Exercised.NO if known else Exercised.UNKNOWN
        for own, seen, known in zip(directly.tolist(), anyhow.tolist(), watched, strict=True)
    ]
    return Exercise(last_day, uses, exercised)


def _users(snapshot: Snapshot, moment: int, target: int, first_day: int) -> dict[int, tuple[int, bool, int]]:
    """Principals that used the target up to the moment: last day, whether in the window, requests in the window."""
    arrays, found = snapshot.arrays, dict[int, tuple[int, bool, int]]()
    edges = arrays["into.edge"][arrays["into"][target] : arrays["into"][target + 1]]
    edges = edges[arrays["edge.kind"][edges] == EDGE_CODES["USED"]]
    principal, resource, day, requests = seen_by(snapshot, np.unique(arrays["edge.tail"][edges]), moment)
    ours = resource == target
    for who, when, count in zip(*(column[ours].tolist() for column in (principal, day, requests)), strict=True):
        last, recent, total = found.get(who, (-1, False, 0))
        inside = when >= first_day
        found[who] = max(last, when), recent or inside, total + count * inside
    return found


def _owners(snapshot: Snapshot, principal: int, moment: int) -> list[int]:
    """The principal itself and everyone who holds it, directly or through an account."""
    found = [principal]
    for node in found:
        found.extend(holder for holder, _ in holders_of(snapshot, node, HOLDS, moment) if holder not in found)
    return found


def _watching(snapshot: Snapshot, cut: View, target: int, limit: int) -> Any:
    """Per node whether some source vouches for usage of the target by what the node reaches (bool).

    Either a source that describes the target does, or one tells of usage of its kind for an application that some
    account of the node's reach is in.
    """
    arrays = snapshot.arrays
    if arrays["usage_vouched"][target]:
        return np.ones(snapshot.count, dtype=bool)
    found = np.zeros(snapshot.count, dtype=bool)
    applications = arrays["reported.application"][arrays["reported.kind"] == arrays["kind"][target]]
    rows = np.flatnonzero(
        (arrays["edge.kind"] == EDGE_CODES["ACCOUNT_IN"]) & np.isin(arrays["edge.head"], applications)
    )
    rows = rows[(arrays["edge.since"][rows] <= cut.moment) & (cut.moment < arrays["edge.until"][rows])]
    accounts = np.unique(arrays["edge.tail"][rows]).tolist()
    if accounts:
        found[cut.traverser(reverse=True).bfs(accounts, min(cut.levels), limit)[0]] = True
    for account in accounts:
        found[_owners(snapshot, account, cut.moment)] = True
    return found
