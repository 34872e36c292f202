"""Orphaned paths that are there at one of two moments alone, and what opened or closed each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.deadline import check_deadline
from graph.moment import ALWAYS, day_of
from graph.ontology import EDGE_CODES, Permission
from graph.snapshot import View
from graph.snapshot.columns import I8
from queries.base import EdgeEvidence
from queries.changes.claims import Interval
from queries.changes.question import ClaimChange, OrphanedPathChange, OrphanedPathChanges, Params
from queries.liveness import live_nodes
from queries.orphaned_routes import OrphanedPath, PathRows, live_roots, root_routes
from queries.ownership import ownership
from queries.sensitivity import PERMISSION_WEIGHTS, WEIGHTS, sensitivities
from queries.subject import held_by, holders_of

_ANSWERING = ("HAS_ACCOUNT", "HAS_CREDENTIAL", "ANSWERS_FOR")


def orphaned_path_changes(interval: Interval, params: Params, node: int | None) -> OrphanedPathChanges:
    """Paths by (root, target) that are there at one moment alone; with `node` those that begin or end at it.

    A path that is there at both with another permission or way is no change; its edges are.
    """
    before, after = (_orphans(interval, params, moment) for moment in (interval.start, interval.end))
    node_id = None if node is None else interval.snapshot.ids[node]
    opened = _rows(interval, after, after.paths.without(before.paths), node_id, is_opening=True)
    closed = _rows(interval, before, before.paths.without(after.paths), node_id, is_opening=False)
    return OrphanedPathChanges(
        opened=_worst_first(interval, interval.after, opened), closed=_worst_first(interval, interval.before, closed)
    )


@dataclass(frozen=True, slots=True)
class _Orphans:
    """The orphaned paths of a moment, and of each root what is folded under it and which reasons hold."""

    paths: PathRows
    folded: Mapping[int, Sequence[int]]
    reasons: Mapping[int, tuple[str, ...]]


def _worst_first(interval: Interval, view: View, rows: Iterable[OrphanedPathChange]) -> tuple[OrphanedPathChange, ...]:
    """By what the target and the permission weigh together, the heaviest first, then by root and target."""
    ranks, index_of = sensitivities(view), interval.snapshot.index_of

    def order(row: OrphanedPathChange) -> tuple[float, int, str, str]:
        level = 0 if row.permission is None else int(Permission[row.permission])
        weight = WEIGHTS[max(int(ranks[index_of(row.target)]), 0)] * PERMISSION_WEIGHTS[level]
        return -float(weight), -level, row.root, row.target

    return tuple(sorted(rows, key=order))


def _orphans(interval: Interval, params: Params, moment: int) -> _Orphans:
    snapshot, view, last = interval.snapshot, interval.snapshot.at(moment, params.basis), day_of(moment)
    days = (last - params.window_days + 1, last)
    owned = ownership(snapshot, moment)
    folded = live_roots(owned, live_nodes(snapshot, view, days))
    routes = []
    for group in folded.items():
        check_deadline()
        routes.append(root_routes(snapshot, view, group, days)[0])
    reasons = {root: tuple(cause.code for cause in owned.causes[root]) for root in folded}
    return _Orphans(PathRows(routes), folded, reasons)


def _rows(
    interval: Interval, orphans: _Orphans, paths: Iterable[OrphanedPath], node_id: str | None, *, is_opening: bool
) -> Iterator[OrphanedPathChange]:
    ids, index_of = interval.snapshot.ids, interval.snapshot.index_of
    for path in paths:
        root = index_of(path.root)
        members = orphans.folded[root]
        if node_id is None or node_id in (path.root, path.target, *(ids[member] for member in members)):
            yield OrphanedPathChange(
                root=path.root,
                target=path.target,
                permission=path.permission,
                hops=path.hops,
                reasons=orphans.reasons[root],
                witness=path.witness,
                by=_cause(interval, path, root, is_opening=is_opening),
            )


def _cause(interval: Interval, path: OrphanedPath, root: int, *, is_opening: bool) -> ClaimChange | None:
    """The latest change between the moments, of an opened path, or the earliest, of a closed one: of an edge of its route,
    of its root or what it holds, or of who answered for that."""
    causes = [*_route_causes(interval, path.witness, is_opening=is_opening)]
    causes += _root_causes(interval, root, is_opening=is_opening)
    known = [cause for cause in causes if cause.at is not None]
    if not known:
        return None
    best = max if is_opening else min
    return best(known, key=lambda cause: (cause.at, cause.source, cause.kind or "", cause.target or ""))


def _route_causes(interval: Interval, witness: Sequence[EdgeEvidence], *, is_opening: bool) -> Iterator[ClaimChange]:
    edges = interval.snapshot.edges
    for row in witness_rows(interval, witness).tolist():
        if is_opening and interval.has(edges.since[row : row + 1])[0]:
            yield interval.edge_opening(row)
        elif not is_opening and interval.has(edges.until[row : row + 1])[0]:
            yield interval.edge_closing(row)


def witness_rows(interval: Interval, witness: Sequence[EdgeEvidence]) -> I8:
    """The rows of the edge table that some evidence is of: all claims by its source of each edge."""
    snapshot, edges, parts = interval.snapshot, interval.snapshot.edges, [np.zeros(0, dtype=np.int64)]
    numbers = {name: number for number, name in enumerate(snapshot.sources)}
    for edge in witness:
        source, target = snapshot.index_of(edge.source), snapshot.index_of(edge.target)
        rows = edges.outgoing(np.array([source]))
        is_edge = (edges.target[rows] == target) & (edges.kind[rows] == EDGE_CODES[edge.kind])
        parts.append(rows[is_edge & (edges.claimed_by[rows] == numbers[edge.claimed_by])])
    return np.concatenate(parts)


def _status_causes(interval: Interval, node: int, *, is_opening: bool) -> Iterator[ClaimChange]:
    """The last change of a node's status between the moments, or the first."""
    starts = [start for start, _ in interval.snapshot.history(node, "status")]
    moments = [moment for moment in starts if interval.start < moment <= interval.end]
    if moments:
        yield interval.node_change(node, moments[-1] if is_opening else moments[0])


def _root_causes(interval: Interval, node: int, *, is_opening: bool) -> Iterator[ClaimChange]:
    """Of an opened path why nobody answers for its root any more; of a closed one why somebody does, or why it ended."""
    snapshot, edges = interval.snapshot, interval.snapshot.edges
    nodes = {node, *holders_of(snapshot, node, interval.start), *holders_of(snapshot, node, interval.end)}
    nodes |= set(held_by(snapshot, [node], interval.end))
    for each in sorted(nodes):
        yield from _status_causes(interval, each, is_opening=is_opening)
    rows = edges.incoming(np.array(sorted(nodes)))
    rows = rows[edges.of(*_ANSWERING, rows=rows)]
    # Who answers for it through a group answers as its member.
    groups = np.unique(edges.source[rows])
    members = edges.incoming(groups[snapshot.nodes.of("Group", nodes=groups)])
    rows = np.concatenate([rows, members[edges.of("MEMBER_OF", rows=members)]])
    people = np.unique(edges.source[rows])
    people = people[snapshot.nodes.of("Identity", nodes=people)]
    for person in people[~np.isin(people, sorted(nodes))].tolist():
        yield from _status_causes(interval, person, is_opening=is_opening)
    moments_of = edges.until if is_opening else edges.since
    for row in rows[interval.has(moments_of[rows]) & (moments_of[rows] != ALWAYS)].tolist():
        yield interval.edge_closing(row) if is_opening else interval.edge_opening(row)
