"""Routes of one node that differ between two moments, since when each holds as a whole, and what opened it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.moment import ALWAYS, NEVER
from graph.ontology import Permission
from graph.snapshot import Snapshot
from graph.snapshot.columns import U1
from queries.changes.claims import Focus, Interval
from queries.changes.question import RouteChange
from queries.reach import Reach, edge_evidence, reach_from
from queries.reached import reported_levels


@dataclass(frozen=True, slots=True)
class _Side:
    """One moment: the reach of the node, and per node of the snapshot the level at the data source, 0 for none."""

    moment: int
    reach: Reach
    levels: U1


def focus_of(interval: Interval, node: int) -> Focus:
    """The node with all that its routes pass: what it reaches, and of a data source what reaches it."""
    snapshot, reverse = interval.snapshot, interval.snapshot.kind(node) == "DataSource"
    on_routes = np.zeros(snapshot.count, dtype=bool)
    on_routes[node] = True
    for view in (interval.before, interval.after):
        starts = view.vertices_of([node]) if reverse else [node]
        on_routes[view.node_of[view.traverser(reverse=reverse).bfs(starts, min(view.levels)).nodes]] = True
    return Focus(node, on_routes)


def route_changes(interval: Interval, focus: Focus, kinds: Sequence[str]) -> tuple[RouteChange, ...]:
    """The routes between the node and data sources that differ; of a data source those of principals of these kinds."""
    snapshot, node = interval.snapshot, focus.node
    is_target = snapshot.kind(node) == "DataSource"
    ends = snapshot.nodes.of(*kinds) if is_target else snapshot.nodes.of("DataSource")
    sides = [_side(snapshot, interval, moment, node, reverse=is_target) for moment in (0, 1)]
    before, after = (np.where(ends, side.levels, 0).astype(np.int64) for side in sides)
    changes = list[RouteChange]()
    for word, differing in (
        ("opened", (before == 0) & (after > 0)),
        ("raised", (before > 0) & (after > before)),
        ("lowered", (after > 0) & (after < before)),
        ("closed", (before > 0) & (after == 0)),
    ):
        nodes = np.flatnonzero(differing)
        side = sides[0] if word == "closed" else sides[1]
        positions = side.reach.position_of(snapshot.count)[nodes]
        witnesses = side.reach.witnesses(positions)
        evidence = edge_evidence(snapshot, (row for rows in witnesses for row in rows), side.moment)
        for end, at, rows in zip(nodes.tolist(), positions.tolist(), witnesses, strict=True):
            levels = [Permission(int(column[end])).name if column[end] else None for column in (before, after)]
            since, opened_by = route_opening(snapshot, rows, side.moment)
            closed = min(rows, key=lambda row: int(snapshot.edges.until[row]), default=None)
            by = opened_by if word in ("opened", "raised") else None
            changes.append(
                RouteChange(
                    principal=snapshot.ids[end if is_target else node],
                    target=snapshot.ids[node if is_target else end],
                    change=word,
                    before=levels[0],
                    after=levels[1],
                    hops=int(side.reach.hops[at]),
                    since=since,
                    by=interval.edge_opening(by)
                    if by is not None
                    else interval.edge_closing(closed)
                    if word == "closed" and closed is not None and snapshot.edges.until[closed] <= interval.end
                    else None,
                    witness=tuple(evidence[row] for row in rows),
                )
            )
    return tuple(changes)


def route_opening(snapshot: Snapshot, rows: Sequence[int], moment: int) -> tuple[int | None, int | None]:
    """Since when all edges of a walk hold, without a gap, at the permissions that it needs; and the row that opened last.

    Both None where they held when they were first seen. An edge holds as long as some claim of it with at least its
    permission does.
    """
    edges, latest, opened_by = snapshot.edges, ALWAYS, None
    for row in rows:
        claims = edges.outgoing(np.array([edges.source[row]]))
        same = (edges.target[claims] == edges.target[row]) & (edges.kind[claims] == edges.kind[row])
        claims = claims[same & (edges.permission[claims] >= edges.permission[row])]
        since, by = int(edges.since[row]), row
        # Back through the claims that overlap, or end where the next one begins.
        while True:
            earlier = claims[(edges.since[claims] < since) & (since <= edges.until[claims])]
            if not len(earlier):
                break
            by = int(earlier[np.argmin(edges.since[earlier])])
            since = int(edges.since[by])
        if since > latest:
            latest, opened_by = since, by
    return (None, None) if opened_by is None or latest == NEVER else (latest, opened_by)


def _side(snapshot: Snapshot, interval: Interval, number: int, node: int, *, reverse: bool) -> _Side:
    view = (interval.before, interval.after)[number]
    reach = reach_from(snapshot, view, [node], reverse=reverse)
    levels = np.zeros(snapshot.count, dtype=np.uint8)
    levels[reach.node] = reported_levels(snapshot, reach, node) if reverse else reach.level
    return _Side(view.moment, reach, levels)
