"""This file knows the question: which live routes to data has nobody to answer for them any more?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graph.moment import day_of, write_day
from graph.money import Money
from graph.ontology import EDGE_CODES, NODE_CODES, Permission
from graph.reason import Reason
from graph.snapshot import Basis, Snapshot, View
from queries.base import (
    HIDDEN,
    MOMENT,
    ROWS,
    WINDOW_BOUNDS,
    Completeness,
    EdgeEvidence,
    FreshnessWarning,
    described,
    edge_evidence,
    freshness_warnings,
)
from queries.blast_radius import WINDOW_DAYS
from queries.exercise import exercise
from queries.ownership import ANSWERED_FOR, ORPHANED, Cause, Ownership, ownership
from queries.reach import Reach, reach_from
from queries.reached import reported_levels
from queries.sensitivity import WEIGHTS, sensitivities
from queries.usage.spend import spend
from queries.vocabulary import Day, NodeId, PermissionName

_SHADOW = ("UNRESOLVED_ACCOUNT", "EXTERNAL_EMAIL")


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `window_days`: how far back "it spent" and the rows' last use look."""

    as_of: int = field(metadata=MOMENT)
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back usage and spend look", bounds=WINDOW_BOUNDS)
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))


@dataclass(frozen=True, slots=True)
class OrphanReason:
    """One line of the table: why, since when, on what evidence."""

    code: str
    since: int | None = field(metadata=MOMENT)
    evidence: str


@dataclass(frozen=True, slots=True)
class OrphanedRoot:
    """A principal that nobody answers for, with what only it holds folded under it.

    `state`: ORPHANED, or ANSWERED_FOR or UNKNOWN for an unmanaged account that is listed as a shadow all the same.
    """

    id: NodeId
    name: str
    state: str
    shadow: bool
    reasons: tuple[OrphanReason, ...]
    spend_since: Money | None
    folded: tuple[NodeId, ...]
    next_owner: None = None


@dataclass(frozen=True, slots=True)
class OrphanedPath:
    """One row per root and topmost data source of a CONTAINS tree; `below` counts what is reached inside it."""

    root: NodeId
    target: NodeId
    below: int
    permission: PermissionName | None
    hops: int
    last_used: Day | None
    witness: tuple[EdgeEvidence, ...]


@dataclass(frozen=True, slots=True)
class UnknownPrincipal:
    """A live principal of which nobody can say whether somebody answers for it; never counted as orphaned."""

    id: NodeId
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Roots by id; paths by root, permission down, sensitivity down, hops, target; unknown by id."""

    roots: tuple[OrphanedRoot, ...] = field(metadata=ROWS)
    paths: tuple[OrphanedPath, ...] = field(metadata=ROWS)
    unknown: tuple[UnknownPrincipal, ...] = field(metadata=ROWS)
    revocation: None
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question."""
    cut = snapshot.at(params.as_of, params.basis)
    owned = ownership(snapshot, params.as_of)
    live = _live(snapshot, cut, params)
    folded: dict[int, list[int]] = defaultdict(list)
    for node, root in owned.root.items():
        folded[root].append(node)
    roots, paths, reasons = [], [], list[Reason]()
    for place in sorted(owned.causes):
        members = sorted(folded[place])
        if not (live[place] or live[members].any()):
            continue
        money, reason = _spend_since(snapshot, [place, *members], owned.causes[place], params)
        reasons += [reason] if reason is not None and reason not in reasons else []
        roots.append(_root(snapshot, cut, owned, (place, members), money))
        paths += _paths(snapshot, cut, place, members, params)
    roots += _other_shadows(snapshot, cut, owned, live)
    roots.sort(key=lambda root: root.id.encode())
    unknown = [UnknownPrincipal(snapshot.ids[place], owned.why[place]) for place in sorted(owned.why) if live[place]]
    return Answer(
        roots=tuple(roots),
        paths=tuple(paths),
        unknown=tuple(unknown),
        revocation=None,
        completeness=Completeness(reasons=tuple(reasons)),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _live(snapshot: Snapshot, cut: View, params: Params) -> Any:
    """Per node whether some conveying walk from it leads to a data source, or it spent in the window (bool)."""
    arrays = snapshot.arrays
    live = np.zeros(snapshot.count, dtype=bool)
    data = np.flatnonzero(arrays["kind"] == NODE_CODES["DataSource"])
    queue, _, _, _ = cut.traverser(reverse=True).bfs(data.tolist(), min(cut.levels))
    live[queue] = True
    live[data] = False
    first, last = _window(params)
    low, high = np.searchsorted(arrays["usage.day"], (first, last + 1))
    spent = arrays["usage.chargeable"][low:high].astype(bool) & (arrays["usage.cost"][low:high] != 0)
    principals = arrays["usage.principal"][low:high][spent]
    live[principals[principals >= 0]] = True
    return live


def _window(params: Params) -> tuple[int, int]:
    last = day_of(params.as_of)
    return last - params.window_days + 1, last


def _root(
    snapshot: Snapshot, cut: View, owned: Ownership, group: tuple[int, Sequence[int]], money: Money | None
) -> OrphanedRoot:
    place, members = group
    causes = owned.causes[place]
    shadow = snapshot.kind(place) == "Account" and (
        any(cause.code in _SHADOW for cause in causes) or snapshot.prop(place, "managed", cut.moment) == "no"
    )
    return OrphanedRoot(
        id=snapshot.ids[place],
        name=snapshot.name(place, cut.moment),
        state="ORPHANED",
        shadow=shadow,
        reasons=tuple(OrphanReason(cause.code, cause.since, cause.evidence) for cause in causes),
        spend_since=money,
        folded=tuple(snapshot.ids[member] for member in members),
    )


def _other_shadows(snapshot: Snapshot, cut: View, owned: Ownership, live: Any) -> list[OrphanedRoot]:
    """Unmanaged accounts are listed even when somebody answers for them, or may do so."""
    states = owned.states()
    accounts = (snapshot.arrays["kind"] == NODE_CODES["Account"]) & live & (states != ORPHANED)
    unmanaged = accounts & (snapshot.column("managed", cut.moment) == snapshot.value_code("no"))
    return [
        OrphanedRoot(
            id=snapshot.ids[place],
            name=snapshot.name(place, cut.moment),
            state="ANSWERED_FOR" if states[place] == ANSWERED_FOR else "UNKNOWN",
            shadow=True,
            reasons=(),
            spend_since=None,
            folded=(),
        )
        for place in np.flatnonzero(unmanaged).tolist()
    ]


def _spend_since(
    snapshot: Snapshot, members: Sequence[int], causes: Sequence[Cause], params: Params
) -> tuple[Money | None, Reason | None]:
    """What the root and all that is folded under it spent since nobody answers for it; in the window if no date is known."""
    since = min((cause.since for cause in causes if cause.since is not None), default=None)
    first, last = _window(params)
    if since is not None:
        first = day_of(since)
    found = spend(snapshot, members, first, last, params.currency)
    return (None, found) if isinstance(found, Reason) else (found, None)


def _paths(snapshot: Snapshot, cut: View, root: int, members: Sequence[int], params: Params) -> list[OrphanedPath]:
    reach = reach_from(snapshot, cut, [root])
    apart = [member for member in members if member not in set(reach.place.tolist())]
    if apart:
        # Answered for, but not reached: ANSWERS_FOR conveys nothing, so these begin walks of their own.
        reach = reach_from(snapshot, cut, [root, *apart])
    used = exercise(snapshot, cut, reach, _window(params)[0])
    levels = reported_levels(snapshot, reach)
    where = {place: at for at, place in enumerate(reach.place.tolist())}
    top = _topmost(snapshot, cut, reach)
    models = dict.fromkeys(_models(snapshot, reach, [root, *members], params), 0)
    rank = sensitivities(cut)
    rows = []
    for place, below in {**top, **models}.items():
        at = where[place]
        last = int(used.last_day[at])
        weight = WEIGHTS[rank[place]] if rank[place] >= 0 else -1.0
        row = OrphanedPath(
            root=snapshot.ids[root],
            target=snapshot.ids[place],
            below=below,
            permission=Permission(int(levels[at])).name if levels[at] else None,
            hops=int(reach.hops[at]),
            last_used=None if last < 0 else write_day(last),
            witness=tuple(edge_evidence(snapshot, edge) for edge in reach.rows_to(at)),
        )
        rows.append(((-int(levels[at]), -weight, row.hops, place), row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _topmost(snapshot: Snapshot, cut: View, reach: Reach) -> Mapping[int, int]:
    """Reached data sources that no reached one contains, each with how many reached ones lie below it."""
    arrays = snapshot.arrays
    data = reach.place[arrays["kind"][reach.place] == NODE_CODES["DataSource"]]
    inside = np.zeros(snapshot.count, dtype=bool)
    inside[data] = True
    contains = (arrays["edge.kind"] == EDGE_CODES["CONTAINS"]) & (arrays["edge.since"] <= cut.moment)
    contains &= (cut.moment < arrays["edge.until"]) & inside[arrays["edge.tail"]] & inside[arrays["edge.head"]]
    rows = np.flatnonzero(contains & (arrays["edge.tail"] != arrays["edge.head"]))
    children: dict[int, list[int]] = defaultdict(list)
    for tail, head in zip(arrays["edge.tail"][rows].tolist(), arrays["edge.head"][rows].tolist(), strict=True):
        children[tail].append(head)
    contained = {head for heads in children.values() for head in heads}
    tops = [place for place in data.tolist() if place not in contained]
    covered: set[int] = set()
    found: dict[int, int] = {}
    for top in [*tops, *data.tolist()]:
        # A circle of containers has no top: its least member stands for it.
        if top not in covered:
            below = _descendants(children, top)
            covered |= below
            # One that was taken for a top because the circle it lies under came later.
            for inner in found.keys() & below:
                del found[inner]
            found[top] = len(below) - 1
    return found


def _descendants(children: Mapping[int, Sequence[int]], top: int) -> set[int]:
    seen, queue = {top}, [top]
    for node in queue:
        for child in children.get(node, ()):
            if child not in seen:
                seen.add(child)
                queue.append(child)
    return seen


def _models(snapshot: Snapshot, reach: Reach, members: Sequence[int], params: Params) -> list[int]:
    """Reached models on which the root or what is folded under it spent in the window."""
    arrays = snapshot.arrays
    first, last = _window(params)
    found: set[int] = set()
    for member in members:
        rows = arrays["usage.row"][arrays["usage.of"][member] : arrays["usage.of"][member + 1]]
        days = arrays["usage.day"][rows]
        rows = rows[(days >= first) & (days <= last) & (arrays["usage.cost"][rows] != 0)]
        found.update(arrays["usage.resource"][rows[arrays["usage.chargeable"][rows] > 0]].tolist())
    reached = set(reach.place.tolist())
    return sorted(place for place in found & reached if snapshot.kind(place) == "Model")
