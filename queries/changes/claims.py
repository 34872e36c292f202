"""Claims that differ between two moments: nodes, edges, permissions and properties, each with the run that did it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.moment import ALWAYS, NEVER
from graph.ontology import EDGE_CODES, EDGE_NAMES, Permission
from graph.snapshot import ABSENT, Snapshot, View
from graph.snapshot.columns import I8, Bool, Ints, differs
from graph.snapshot.observed import listing_openings
from queries.changes.question import (
    ClaimChange,
    EdgeChange,
    EdgeChanges,
    NodeChanges,
    NodeClaim,
    PermissionChange,
    PropertyChange,
)
from queries.sensitivity import PERMISSION_WEIGHTS, WEIGHTS, sensitivities

_USED = EDGE_CODES["USED"]
_RunAndMoment = tuple[int | None, int | None]

PROPERTIES = ("status", "approval", "sensitivity")


@dataclass(frozen=True)
class Interval:
    """Two moments of one snapshot as it was observed, and its view at each; what happens at `start` itself is before."""

    snapshot: Snapshot
    before: View
    after: View

    @property
    def start(self) -> int:
        return self.before.moment

    @property
    def end(self) -> int:
        return self.after.moment

    def has(self, moments: I8) -> Bool:
        """Which of these moments lie after the earlier moment and not after the later one."""
        return (self.start < moments) & (moments <= self.end)

    def run(self, claimed_by: int, moment: int) -> int | None:
        """The number of a source's run at a moment, if there was one."""
        return self.snapshot.runs.get(self.snapshot.sources[claimed_by], {}).get(moment)

    @cached_property
    def there(self) -> tuple[Bool, Bool]:
        """Per node whether it is there at either moment: listed by a source, or named by an edge if nobody lists it."""
        return self._there(self.before), self._there(self.after)

    def _there(self, view: View) -> Bool:
        snapshot, moment = self.snapshot, view.moment
        listings, opened = snapshot.tables.listings, listing_openings(snapshot)
        valid = (opened <= moment) & (moment < listings.until)
        listed = np.zeros(snapshot.count, dtype=bool)
        descriptions, count = snapshot.descriptions, len(snapshot.sources)
        pairs = descriptions.node.astype(np.int64) * count + descriptions.claimed_by
        always = ~np.isin(pairs, listings.node.astype(np.int64) * count + listings.claimed_by)
        listed[descriptions.node[always]] = True
        listed[listings.node[valid]] = True
        ended = np.zeros(snapshot.count, dtype=bool)
        ended[listings.node[listings.until <= moment]] = True
        there: Bool = (view.mode != ABSENT) & (listed | ~ended)
        return there

    def node_change(self, node: int, moment: int) -> ClaimChange:
        """A change of a node itself at a moment: its new status, with the source whose run it was."""
        claimed_by, run = self.claim_at(node, moment)
        status = self.snapshot.prop(node, "status", moment)
        is_there = bool(self.there[1][node])
        word = str(status) if status is not None else "opened" if is_there else "closed"
        return ClaimChange(
            self.snapshot.ids[node], None, None, word, claimed_by, run, None if moment == ALWAYS else moment
        )

    def claim_at(self, node: int, moment: int) -> tuple[str | None, int | None]:
        """Of the sources that list a node the first with a run at a moment, and its number."""
        for number in self.snapshot.descriptions.sources_of(node):
            run = self.run(number, moment)
            if run is not None:
                return self.snapshot.sources[number], run
        return None, None

    def opening(self, row: int) -> tuple[int | None, int | None]:
        """The run that first listed an edge, and the moment from which on it counts; None where nobody knows."""
        edges = self.snapshot.edges
        since, first_seen = int(edges.since[row]), int(edges.first_seen[row])
        # Use that a usage row shows begins on its day, not with a run.
        is_used = int(edges.kind[row]) == _USED and since == first_seen and edges.evidence[row] < 0
        run = None if is_used else self.run(int(edges.claimed_by[row]), first_seen)
        return run, None if since == ALWAYS else since

    def closing(self, row: int) -> tuple[int | None, int | None]:
        """The run that listed an edge no more, and the moment at which it ended; use ends by itself."""
        edges = self.snapshot.edges
        until, is_used = int(edges.until[row]), int(edges.kind[row]) == _USED
        run = None if is_used else self.run(int(edges.claimed_by[row]), until)
        return run, None if until == NEVER else until

    def edge_opening(self, row: int) -> ClaimChange:
        """The claim of an edge as what opened something."""
        return self._claim(row, "opened", *self.opening(row))

    def edge_closing(self, row: int) -> ClaimChange:
        """The claim of an edge as what closed something."""
        return self._claim(row, "closed", *self.closing(row))

    def _claim(self, row: int, change: str, run: int | None, at: int | None) -> ClaimChange:
        edges, ids = self.snapshot.edges, self.snapshot.ids
        return ClaimChange(
            source=ids[int(edges.source[row])],
            kind=EDGE_NAMES[int(edges.kind[row])],
            target=ids[int(edges.target[row])],
            change=change,
            claimed_by=self.snapshot.sources[int(edges.claimed_by[row])],
            run=run,
            at=at,
        )


@dataclass(frozen=True, slots=True)
class Focus:
    """The node that an answer is about, and per node whether its routes pass it at either moment."""

    node: int
    on_routes: Bool

    def edges(self, sources: Ints, targets: Ints) -> Bool:
        """Which edges between these ends lie on its routes or end at it."""
        mask: Bool = self.on_routes[sources] & self.on_routes[targets]
        mask |= (sources == self.node) | (targets == self.node)
        return mask


@dataclass(frozen=True, slots=True)
class ChangedEdges:
    """Rows of the edge table, of which each stands for an edge with its permission."""

    opened: I8
    closed: I8
    transient: I8
    raised: tuple[tuple[int, int, int], ...]
    """Edges at both moments whose widest permission differs: (row that did it, permission before, permission after)."""


def changed_edges(interval: Interval, focus: Focus | None) -> ChangedEdges:
    """The edges that differ, all or those of a focus. O(edges), in whole columns."""
    edges = interval.snapshot.edges
    before, after = edges.valid_at(interval.start), edges.valid_at(interval.end)
    passing = ~before & ~after & interval.has(edges.since) & (edges.until <= interval.end) & (edges.since < edges.until)
    touched = (before != after) | passing
    if focus is not None:
        touched &= focus.edges(edges.source, edges.target)
    # Rows stand by source, target, kind, permission: those of one edge are neighbours.
    begins = differs(edges.source, edges.target, edges.kind)
    group: I8 = np.cumsum(begins)
    rows = np.flatnonzero(np.isin(group, np.unique(group[touched])))
    return _of_rows(interval, rows, (before[rows], after[rows], passing[rows]), group[rows])


def _of_rows(interval: Interval, rows: I8, valid: tuple[Bool, Bool, Bool], group: Ints) -> ChangedEdges:
    edges = interval.snapshot.edges
    before, after, passing = valid
    permission = edges.permission[rows]
    # An edge with its permission.
    stated = np.cumsum(differs(group, permission)) - 1 if len(rows) else group
    count = int(stated[-1]) + 1 if len(rows) else 0
    at_start, at_end = (np.bincount(stated[mask], minlength=count) > 0 for mask in (before, after))
    opened = _first(rows, stated, after & (at_end & ~at_start)[stated], edges.since[rows])
    closed = _first(rows, stated, before & (at_start & ~at_end)[stated], -edges.until[rows])
    transient = _first(rows, stated, passing & ~(at_start | at_end)[stated], edges.since[rows])
    return ChangedEdges(
        opened, closed, transient, _permissions(edges.permission, opened, closed, (rows, group, before, after))
    )


def _permissions(
    permission: Ints, opened: I8, closed: I8, table: tuple[I8, Ints, Bool, Bool]
) -> tuple[tuple[int, int, int], ...]:
    rows, group, before, after = table
    if not len(rows):
        return ()
    distinct, number_of = np.unique(group, return_inverse=True)
    widest = [np.full(len(distinct), -1, dtype=np.int64) for _ in range(2)]
    for levels, mask in zip(widest, (before, after), strict=True):
        np.maximum.at(levels, number_of[mask], permission[rows[mask]].astype(np.int64))
    at_start, at_end = widest
    differing = (at_start >= 0) & (at_end >= 0) & (at_start != at_end)
    did = dict[int, int]()
    for row in (*closed.tolist(), *opened.tolist()):
        number = int(number_of[np.searchsorted(rows, row)])
        level = at_end[number] if at_end[number] > at_start[number] else at_start[number]
        if differing[number] and int(permission[row]) == level:
            did[number] = row
    return tuple((row, int(at_start[number]), int(at_end[number])) for number, row in sorted(did.items()))


def _first(rows: I8, group: Ints, mask: Bool, moment: I8) -> I8:
    """Of each group the row among the masked ones with the least moment, ties by the order of the table."""
    part = np.flatnonzero(mask)
    order = part[np.lexsort((part, moment[part], group[part]))]
    return rows[order[differs(group[order])]]


def edge_changes(interval: Interval, changed: ChangedEdges) -> EdgeChanges:
    """Rows of the answer, grants on the most sensitive data first."""
    snapshot, edges = interval.snapshot, interval.snapshot.edges

    def rows_of(rows: I8, view: View, claim: Callable[[int], _RunAndMoment]) -> Iterator[EdgeChange]:
        for row in _worst_first(snapshot, view, rows).tolist():
            run, at = claim(row)
            yield EdgeChange(
                source=snapshot.ids[int(edges.source[row])],
                kind=EDGE_NAMES[int(edges.kind[row])],
                target=snapshot.ids[int(edges.target[row])],
                permission=_permission(int(edges.permission[row])),
                claimed_by=snapshot.sources[int(edges.claimed_by[row])],
                run=run,
                at=at,
                evidence=snapshot.text(int(edges.evidence[row])),
            )

    return EdgeChanges(
        opened=tuple(rows_of(changed.opened, interval.after, interval.opening)),
        closed=tuple(rows_of(changed.closed, interval.before, interval.closing)),
        transient=tuple(rows_of(changed.transient, interval.after, interval.opening)),
    )


def _permission(level: int) -> str | None:
    return Permission(level).name if level else None


def _worst_first(snapshot: Snapshot, view: View, rows: I8) -> I8:
    edges, ranks = snapshot.edges, sensitivities(view)[snapshot.edges.target[rows]]
    level = np.where(edges.permission[rows] == 0, Permission.READ, edges.permission[rows])
    weight = np.where(edges.of("CAN_ACCESS", rows=rows), WEIGHTS[np.maximum(ranks, 0)] * PERMISSION_WEIGHTS[level], 0.0)
    return rows[np.lexsort((rows, -weight))]


def permission_changes(interval: Interval, changed: ChangedEdges) -> tuple[PermissionChange, ...]:
    """Edges whose widest permission differs, those that rose first, then by id."""
    snapshot, edges, entries = interval.snapshot, interval.snapshot.edges, []
    for row, before, after in changed.raised:
        run, at = interval.opening(row) if after > before else interval.closing(row)
        change = PermissionChange(
            source=snapshot.ids[int(edges.source[row])],
            kind=EDGE_NAMES[int(edges.kind[row])],
            target=snapshot.ids[int(edges.target[row])],
            before=_permission(before),
            after=_permission(after),
            claimed_by=snapshot.sources[int(edges.claimed_by[row])],
            run=run,
            at=at,
        )
        entries.append(((after < before, -abs(after - before), row), change))
    return tuple(change for _, change in sorted(entries, key=lambda entry: entry[0]))


def node_changes(interval: Interval, focus: Focus | None) -> NodeChanges:
    """Nodes that are there at one of the moments alone, with the claims that did it."""
    before, after = interval.there
    differing = before != after
    if focus is not None:
        differing &= focus.on_routes
    opened, closed = np.flatnonzero(differing & after), np.flatnonzero(differing & before)
    ids = interval.snapshot.ids
    return NodeChanges(
        opened=tuple(ids[node] for node in opened.tolist()),
        closed=tuple(ids[node] for node in closed.tolist()),
        claims=(*_node_claims(interval, opened, "opened"), *_node_claims(interval, closed, "closed")),
    )


def _node_claims(interval: Interval, nodes: I8, change: str) -> Iterator[NodeClaim]:
    """The listing by which each node opened or closed; of one that nobody lists the edge."""
    snapshot, is_opening = interval.snapshot, change == "opened"
    edges, listings = snapshot.edges, snapshot.tables.listings
    moment = interval.end if is_opening else interval.start
    opened = listing_openings(snapshot)
    listed = np.flatnonzero((opened <= moment) & (moment < listings.until) & np.isin(listings.node, nodes))
    at = opened[listed] if is_opening else listings.until[listed]
    first = _claim_by_node(listings.node[listed], at if is_opening else -at)
    claims = {
        int(listings.node[row]): (int(listings.claimed_by[row]), int(listings.first_seen[row]), int(opened[row]))
        if is_opening
        else (int(listings.claimed_by[row]), int(listings.until[row]), int(listings.until[row]))
        for row in listed[first].tolist()
    }
    others = nodes[~np.isin(nodes, list(claims))] if claims else nodes
    rows = np.concatenate([edges.outgoing(others), edges.incoming(others).astype(np.int64)])
    ends = np.concatenate([edges.source[edges.outgoing(others)], edges.target[edges.incoming(others)]])
    valid = edges.valid_at(moment, rows)
    rows, ends = rows[valid], ends[valid]
    first = _claim_by_node(ends, edges.since[rows] if is_opening else -edges.until[rows])
    for row, node in zip(rows[first].tolist(), ends[first].tolist(), strict=True):
        moments = (edges.first_seen, edges.since) if is_opening else (edges.until, edges.until)
        claims[node] = (int(edges.claimed_by[row]), int(moments[0][row]), int(moments[1][row]))
    for node in nodes.tolist():
        claim = claims.get(node)
        if claim is None:
            yield NodeClaim(snapshot.ids[node], change, None, None, None)
        else:
            claimed_by, seen_at, at_moment = claim
            known = at_moment if ALWAYS < at_moment < NEVER else None
            run = interval.run(claimed_by, seen_at)
            yield NodeClaim(snapshot.ids[node], change, snapshot.sources[claimed_by], run, known)


def _claim_by_node(nodes: Ints, moment: I8) -> I8:
    """Of each node the index of its entry with the least moment."""
    order = np.lexsort((np.arange(len(nodes)), moment, nodes))
    return order[differs(nodes[order])]


def property_changes(interval: Interval, focus: Focus | None) -> tuple[PropertyChange, ...]:
    """Properties that differ, of nodes that are there at both moments."""
    snapshot, changes = interval.snapshot, list[PropertyChange]()
    there = interval.there[0] & interval.there[1]
    if focus is not None:
        there &= focus.on_routes
    for name in PROPERTIES:
        timeline = snapshot.timeline(name)
        if timeline is None:
            continue
        before, after = (snapshot.column(name, moment) for moment in (interval.start, interval.end))
        for node in np.flatnonzero(there & (before != after)).tolist():
            at = max(start for start, _ in timeline.history(node) if start <= interval.end)
            claimed_by, run = interval.claim_at(node, at)
            values = [snapshot.value(int(column[node])) for column in (before, after)]
            texts = [None if value is None else str(value) for value in values]
            changes.append(
                PropertyChange(
                    snapshot.ids[node], name, texts[0], texts[1], claimed_by, run, None if at == ALWAYS else at
                )
            )
    return tuple(changes)
