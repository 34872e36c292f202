"""Exposure: who reaches a node, with which permission, how, and who really used it."""

from __future__ import annotations

from dataclasses import dataclass, field
from shlex import quote

import numpy as np

from graph.moment import day_of
from graph.money import Money
from graph.ontology import Permission
from graph.reason import Reason
from graph.snapshot import Basis, Snapshot, View
from graph.snapshot.columns import I4, U1, Bool
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
from queries.exercise import Exercise, exercise_codes, seen_by
from queries.reach import Reach, observed_only, public_notes, reach_from
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
from queries.subject import VIA_MEANING, find_node, holders_of, via_mask
from queries.vocabulary import NodeId, NodeKind, PermissionName, Sensitivity


@dataclass(slots=True)
class _Use:
    """Uses of the target by one principal: the last day, whether any is in the window, and the requests in the window."""

    last_day: int = -1
    recent: bool = False
    requests: int = 0


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `target`: a node id, an address or a unique name. The rest as in the blast radius."""

    target: NodeId = field(metadata=described("a node id, email or unique name", argument=True))
    as_of: int = field(metadata=MOMENT)
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    kinds: tuple[NodeKind, ...] = field(default=(), metadata=described("only nodes of these kinds, A,B"))
    min_permission: Permission | None = field(default=None, metadata=described("only with at least this permission"))
    max_hops: int | None = field(default=None, metadata=described("walks of at most so many edges", bounds=HOP_BOUNDS))
    via: str | None = field(default=None, metadata=described(VIA_MEANING))
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back usage and spend look", bounds=WINDOW_BOUNDS)
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """Who reaches the target. `permission` of a row is theirs at the target. What only a reach has is None here."""

    target: NodeId
    """The canonical id of the node asked about."""
    total: int
    """How many nodes reach it."""
    by_kind: dict[NodeKind, int]
    """How many nodes of each kind reach it."""
    by_sensitivity: dict[Sensitivity, int]
    """How many data sources of each sensitivity reach it."""
    by_permission: dict[PermissionName, int]
    """How many principals have each permission at it."""
    share_of_data_sources: float | None
    """Always null: only a reach has it."""
    score: float | None
    """Always null: only a reach has it."""
    spend: Money | None
    """Always null: only a reach has it."""
    reached: ReachedRows = field(metadata=COLUMNS)
    """The nodes that reach it, by permission down, sensitivity down, hops, id."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question: exactly the nodes whose blast radius holds the target."""
    target = find_node(snapshot, params.target, "target")
    view, via = snapshot.at(params.as_of, params.basis), via_mask(snapshot, params.via)
    reach = reach_from(snapshot, view, [target], reverse=True, max_hops=params.max_hops, via=via)
    levels = reported_levels(snapshot, reach, target)
    keep = kept(snapshot, reach, levels, params.kinds, params.min_permission)
    rows = ReachedRows(
        snapshot=snapshot,
        view=view,
        reach=reach,
        exercise=exercise_at(snapshot, view, reach, day_of(params.as_of) - params.window_days + 1, params.max_hops),
        observed=observed_only(snapshot, view, reach, params.max_hops, via),
        permissions=levels,
        order=ordered(view, reach, levels, keep),
    )
    return Answer(
        target=snapshot.ids[target],
        total=len(rows),
        by_kind=by_kind(snapshot, reach.node[keep]),
        by_sensitivity=by_sensitivity(view, reach.node[keep]),
        by_permission=by_permission(levels[keep]),
        share_of_data_sources=None,
        score=None,
        spend=None,
        reached=rows,
        completeness=Completeness(
            _beyond(snapshot, view, target, params, (reach.node[keep], levels[keep])),
            notes=(
                *_parts_note(snapshot, view, reach, params),
                *public_notes(snapshot, view, np.append(reach.node, target)),
            ),
        ),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _beyond(snapshot: Snapshot, view: View, target: int, params: Params, shown: tuple[I4, U1]) -> list[Reason]:
    """What `max_hops` left out of the rows."""
    if params.max_hops is None:
        return []
    reach = reach_from(snapshot, view, [target], reverse=True, via=via_mask(snapshot, params.via))
    levels = reported_levels(snapshot, reach, target)
    keep = kept(snapshot, reach, levels, params.kinds, params.min_permission)
    return beyond_hops(params.max_hops, shown, (reach.node[keep], levels[keep]))


def _parts_note(snapshot: Snapshot, view: View, reach: Reach, params: Params) -> list[Reason]:
    """Who reaches something inside the target and not the target itself: how many, and how to ask who."""
    (target,) = reach.starts
    edges = snapshot.edges
    inside = [target]
    for node in inside:
        rows = edges.outgoing(np.array([node]))
        rows = rows[edges.of("CONTAINS", rows=rows) & edges.valid_at(view.moment, rows)]
        inside += np.setdiff1d(edges.target[rows], inside).tolist()
    parts = inside[1:]
    if not parts:
        return []
    via = via_mask(snapshot, params.via)
    others = reach_from(snapshot, view, parts, reverse=True, max_hops=params.max_hops, via=via)
    shows = kept(snapshot, others, others.level, params.kinds, params.min_permission)
    shows &= ~np.isin(others.node, [*reach.node.tolist(), target]) & ~snapshot.nodes.of("DataSource", nodes=others.node)
    if not shows.any():
        return []
    counts = ", ".join(f"{count} {kind}" for kind, count in by_kind(snapshot, others.node[shows]).items())
    asked = f" --via {params.via}" if params.via else ""
    commands = [f"`remit query exposure {quote(snapshot.ids[part])}{asked}`" for part in sorted(parts)[:3]]
    more = f" and {len(parts) - 3} more" if len(parts) > 3 else ""
    count = int(shows.sum())
    who = f"1 other ({counts}) reaches" if count == 1 else f"{count} others ({counts}) reach"
    detail = f"{who} parts of it and not the whole: ask {', '.join(commands)}{more}"
    return [Reason("PARTS_REACHED", detail)]


def exercise_at(snapshot: Snapshot, view: View, reach: Reach, first_day: int, max_hops: int | None = None) -> Exercise:
    """Per node of a reverse reach of one target: whether it, or somebody further along its paths, used the target."""
    (target,) = reach.starts
    count, position_of = len(reach.node), reach.position_of(snapshot.count)
    last_day, uses = np.full(count, -1, dtype=np.int64), np.zeros(count, dtype=np.int64)
    directly, at_all = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    traverser, limit = view.traverser(reverse=True), -1 if max_hops is None else max_hops
    for principal, use in _uses_of(snapshot, view.moment, target, first_day).items():
        owners = _owners(snapshot, principal, view.moment)
        reaching = traverser.bfs(view.vertices_of([principal]), min(view.levels), limit).nodes
        passers = position_of[np.union1d(reaching[reaching < snapshot.count], owners)]
        passers = passers[passers >= 0]
        last_day[passers] = np.maximum(last_day[passers], use.last_day)
        if use.recent:
            uses[passers] += use.requests
            at_all[passers] = True
            holders = position_of[owners]
            directly[holders[holders >= 0]] = True
    covered = _is_covered(snapshot, view, target, limit)[reach.node]
    return Exercise(last_day, uses, exercise_codes(directly, at_all, covered))


def _uses_of(snapshot: Snapshot, moment: int, target: int, first_day: int) -> dict[int, _Use]:
    """The principals that used the target up to the moment, and how; the window begins on `first_day`."""
    edges, by_principal = snapshot.edges, dict[int, _Use]()
    rows = edges.incoming(np.array([target]))
    principals = np.unique(edges.source[rows[edges.of("USED", rows=rows)]])
    observed_uses = seen_by(snapshot, principals, edges.outgoing(principals), moment)
    observed_uses = observed_uses.where(observed_uses.resource == target)
    columns = (observed_uses.principal, observed_uses.day, observed_uses.requests)
    for principal, day, requests in zip(*(column.tolist() for column in columns), strict=True):
        use = by_principal.setdefault(principal, _Use())
        use.last_day = max(use.last_day, day)
        if day >= first_day:
            use.recent, use.requests = True, use.requests + requests
    return by_principal


def _owners(snapshot: Snapshot, principal: int, moment: int) -> list[int]:
    """The principal itself and everyone who holds it, directly or through an account."""
    owners = [principal]
    for node in owners:
        owners.extend(holder for holder in holders_of(snapshot, node, moment) if holder not in owners)
    return owners


def _is_covered(snapshot: Snapshot, view: View, target: int, limit: int) -> Bool:
    """Per node whether some source covers usage of the target by what the node reaches.

    Either a source that describes the target does, or one that covers usage of its kind in an application in which the
    node reaches an account.
    """
    nodes, edges = snapshot.nodes, snapshot.edges
    if nodes.usage_covered[target]:
        return np.ones(snapshot.count, dtype=bool)
    covered = np.zeros(snapshot.count, dtype=bool)
    applications = snapshot.usage_coverage.applications_of(int(nodes.kind[target]))
    rows = edges.incoming(np.unique(applications))
    rows = rows[edges.of("ACCOUNT_IN", rows=rows)]
    accounts = np.unique(edges.source[rows[edges.valid_at(view.moment, rows)]]).tolist()
    if accounts:
        reaching = view.traverser(reverse=True).bfs(view.vertices_of(accounts), min(view.levels), limit).nodes
        covered[reaching[reaching < snapshot.count]] = True
    for account in accounts:
        covered[_owners(snapshot, account, view.moment)] = True
    return covered
