"""Orphaned paths: live routes to data for which nobody answers any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from graph.moment import day_of, write_day
from graph.money import Money
from graph.ontology import Permission
from graph.reason import Reason
from graph.snapshot import Basis, Snapshot, View
from graph.snapshot.columns import Bool
from graph.snapshot.principals import rows_of_principals
from queries import revocation
from queries.base import (
    HIDDEN,
    MOMENT,
    ROWS,
    WINDOW_BOUNDS,
    Completeness,
    Deferred,
    EdgeEvidence,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.blast_radius import WINDOW_DAYS
from queries.exercise import exercise
from queries.liveness import live_nodes
from queries.next_owner import NextOwner, NextOwners
from queries.ownership import ANSWERED_FOR, ORPHANED, Cause, Ownership, ownership
from queries.reach import Reach, edge_evidence, public_notes, reach_from
from queries.reached import reported_levels
from queries.sensitivity import WEIGHTS, sensitivities
from queries.usage.spend import spend
from queries.vocabulary import Day, Long, NodeId, PermissionName

_SHADOW = ("UNRESOLVED_ACCOUNT", "EXTERNAL_EMAIL")


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `window_days`: how far back "it was seen", "it spent" and the rows' last use look."""

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
    """The rule that holds, such as DEPARTED_OWNER."""
    since: int | None = field(metadata=MOMENT)
    """Since when it holds; null where nobody knows."""
    evidence: str
    """What shows it."""


@dataclass(frozen=True, slots=True)
class OrphanedRoot:
    """A principal that nobody answers for, with what only it holds folded under it.

    `state`: ORPHANED, or ANSWERED_FOR or UNKNOWN for an unmanaged account that is listed as a shadow all the same.
    `routes`: how many paths start at it, whatever a limit shows of them.
    """

    id: NodeId
    """The canonical id of the principal."""
    name: str
    """Its name at the moment."""
    state: str
    """ORPHANED, or for a shadow account that is listed all the same ANSWERED_FOR or UNKNOWN."""
    shadow: bool
    """Whether it is a shadow account: one that the company's directory does not govern."""
    reasons: tuple[OrphanReason, ...]
    """All reasons that hold, in the order of the rules."""
    spend_since: Money | None
    """What it and what is folded under it cost since then; null where currencies are mixed."""
    folded: tuple[NodeId, ...]
    """The principals that only it holds, which are counted under it."""
    next_owner: tuple[NextOwner, ...] = ()
    """Who could answer for it instead, best first; none where no source tells of anybody."""
    routes: int = 0
    """How many paths to data and models start at it."""


@dataclass(frozen=True, slots=True)
class OrphanedPath:
    """One row per root and topmost data source of a CONTAINS tree; `below` counts what is reached inside it."""

    root: NodeId
    """The id of the root that the path starts at."""
    target: NodeId
    """The id of the topmost data source that it reaches, or of a model it spent on."""
    below: int
    """How many data sources it reaches inside the target."""
    permission: PermissionName | None
    """The greatest permission at the target; null for a model."""
    hops: int
    """The fewest edges of a walk with that permission."""
    last_used: Day | None
    """The last day of use that was seen; null where none was."""
    witness: tuple[EdgeEvidence, ...]
    """One such walk, edge by edge."""


@dataclass(frozen=True, slots=True)
class UnknownPrincipal:
    """A live principal of which nobody can say whether somebody answers for it; never counted as orphaned."""

    id: NodeId
    """The canonical id of the principal."""
    why: str
    """Why nobody can say whether somebody answers for it."""


@dataclass(frozen=True, slots=True)
class RevocationSet:
    """The cheapest set of revocations that closes every orphaned route to confidential data, as `revocation` has it."""

    edges: tuple[revocation.RevokedEdge, ...]
    """The edges to revoke."""
    roots: tuple[NodeId, ...]
    """The orphaned principals to disable."""
    cost: Long
    """What it costs; no other set costs less."""
    collateral: tuple[revocation.Collateral, ...]
    """Who would lose what, by id."""
    proven: bool
    """Whether the same search, repeated without these edges and roots, reaches no such data."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Roots by id; paths by root, permission down, sensitivity down, hops, target; unknown by id.

    The totals count all of them, those with the state ORPHANED among the roots, whatever a limit shows.
    """

    total_roots: int
    """How many roots have the state ORPHANED."""
    total_paths: int
    """How many orphaned paths there are."""
    total_unknown: int
    """How many live principals have an owner state that is unknown."""
    roots: tuple[OrphanedRoot, ...] = field(metadata=ROWS)
    """The roots, by id."""
    paths: tuple[OrphanedPath, ...] = field(metadata=ROWS)
    """The paths, by root, permission down, sensitivity down, hops, target."""
    unknown: tuple[UnknownPrincipal, ...] = field(metadata=ROWS)
    """The principals whose owner state is unknown, by id."""
    revocation: Deferred[RevocationSet] = field(compare=False)
    """What to revoke so that no route leads to confidential data any more; computed only where it is asked for."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question."""
    view = snapshot.at(params.as_of, params.basis)
    owned = ownership(snapshot, params.as_of)
    live = live_nodes(snapshot, view, window_of(params))
    folded: dict[int, list[int]] = defaultdict(list)
    for node, root in owned.root.items():
        folded[root].append(node)
    roots, paths, gaps = list[OrphanedRoot](), list[OrphanedPath](), list[Reason]()
    owners = NextOwners(snapshot, params.as_of, window_of(params))
    for root in sorted(owned.causes):
        members = sorted(folded[root])
        if not (live[root] or live[members].any()):
            continue
        money, gap = _spend_since(snapshot, [root, *members], owned.causes[root], params)
        gaps += [gap] if gap is not None and gap not in gaps else []
        routes = _paths(snapshot, view, root, members, params)
        described_root = _root(snapshot, view, owned.causes[root], (root, members), money)
        nexts = owners.of_root(owned, root, members)
        roots.append(replace(described_root, routes=len(routes), next_owner=nexts))
        paths += routes
    roots += _other_shadows(snapshot, view, owned, live)
    roots.sort(key=lambda row: row.id.encode())
    # Many paths go through few groups.
    groups = {edge.target for path in paths for edge in path.witness if edge.kind == "MEMBER_OF"}
    notes = public_notes(snapshot, view, np.array([snapshot.index_of(group) for group in groups], dtype=np.int64))
    unknown = [UnknownPrincipal(snapshot.ids[node], owned.why[node]) for node in sorted(owned.why) if live[node]]
    return Answer(
        total_roots=sum(root.state == "ORPHANED" for root in roots),
        total_paths=len(paths),
        total_unknown=len(unknown),
        roots=tuple(roots),
        paths=tuple(paths),
        unknown=tuple(unknown),
        revocation=Deferred(lambda: _revocation_set(snapshot, params)),
        completeness=Completeness(gaps, notes),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _revocation_set(snapshot: Snapshot, params: Params) -> RevocationSet:
    answer = revocation.run(snapshot, revocation.Params(as_of=params.as_of, window_days=params.window_days))
    return RevocationSet(answer.edges, answer.nodes, answer.cost, answer.collateral, answer.proven)


def window_of(params: Params) -> tuple[int, int]:
    """The first and the last day of the window."""
    last = day_of(params.as_of)
    return last - params.window_days + 1, last


def _root(
    snapshot: Snapshot, view: View, causes: Sequence[Cause], group: tuple[int, Sequence[int]], money: Money | None
) -> OrphanedRoot:
    node, members = group
    shadow = snapshot.kind(node) == "Account" and (
        any(cause.code in _SHADOW for cause in causes) or snapshot.prop(node, "managed", view.moment) == "no"
    )
    return OrphanedRoot(
        id=snapshot.ids[node],
        name=snapshot.name(node, view.moment),
        state="ORPHANED",
        shadow=shadow,
        reasons=tuple(OrphanReason(cause.code, cause.since, cause.evidence) for cause in causes),
        spend_since=money,
        folded=tuple(snapshot.ids[member] for member in members),
    )


def _other_shadows(snapshot: Snapshot, view: View, owned: Ownership, live: Bool) -> list[OrphanedRoot]:
    """Unmanaged accounts are listed even when somebody answers for them, or may do so."""
    states = owned.states()
    accounts = snapshot.nodes.of("Account") & live & (states != ORPHANED)
    unmanaged = accounts & (snapshot.column("managed", view.moment) == snapshot.value_code("no"))
    return [
        OrphanedRoot(
            id=snapshot.ids[node],
            name=snapshot.name(node, view.moment),
            state="ANSWERED_FOR" if states[node] == ANSWERED_FOR else "UNKNOWN",
            shadow=True,
            reasons=(),
            spend_since=None,
            folded=(),
        )
        for node in np.flatnonzero(unmanaged).tolist()
    ]


def _spend_since(
    snapshot: Snapshot, members: Sequence[int], causes: Sequence[Cause], params: Params
) -> tuple[Money | None, Reason | None]:
    """What the members spent since nobody answers for them; in the window, if no date is known."""
    since = min((cause.since for cause in causes if cause.since is not None), default=None)
    first, last = window_of(params)
    if since is not None:
        first = day_of(since)
    spent = spend(snapshot, members, first, last, params.currency)
    return (None, spent) if isinstance(spent, Reason) else (spent, None)


def _paths(snapshot: Snapshot, view: View, root: int, members: Sequence[int], params: Params) -> list[OrphanedPath]:
    reach = reach_from(snapshot, view, [root])
    unreached = sorted(set(members) - set(reach.node.tolist()))
    if unreached:
        # Answered for, but not reached: ANSWERS_FOR conveys nothing, so these are starts of their own.
        reach = reach_from(snapshot, view, [root, *unreached])
    use = exercise(snapshot, view, reach, window_of(params)[0])
    levels, ranks = reported_levels(snapshot, reach), sensitivities(view)
    index = {node: at for at, node in enumerate(reach.node.tolist())}
    targets = topmost(snapshot, view, reach)
    targets |= dict.fromkeys(spent_models(snapshot, reach, [root, *members], params), 0)
    indices = np.array([index[node] for node in targets], dtype=np.int64)
    rows, witnesses = [], reach.witnesses(indices)
    evidence = edge_evidence(snapshot, (edge for witness in witnesses for edge in witness), view.moment)
    for (node, below), at, witness in zip(targets.items(), indices.tolist(), witnesses, strict=True):
        last, level = int(use.last_day[at]), int(levels[at])
        weight = WEIGHTS[ranks[node]] if ranks[node] >= 0 else -1.0
        row = OrphanedPath(
            root=snapshot.ids[root],
            target=snapshot.ids[node],
            below=below,
            permission=Permission(level).name if level else None,
            hops=int(reach.hops[at]),
            last_used=None if last < 0 else write_day(last),
            witness=tuple(evidence[edge] for edge in witness),
        )
        rows.append(((-level, -weight, row.hops, node), row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def topmost(snapshot: Snapshot, view: View, reach: Reach) -> dict[int, int]:
    """Reached data sources that no reached one contains, each with how many reached ones lie below it."""
    edges = snapshot.edges
    data = reach.node[snapshot.nodes.of("DataSource", nodes=reach.node)]
    inside = np.zeros(snapshot.count, dtype=bool)
    inside[data] = True
    rows = edges.outgoing(data)
    rows = rows[edges.of("CONTAINS", rows=rows) & edges.valid_at(view.moment, rows) & inside[edges.target[rows]]]
    rows = rows[edges.source[rows] != edges.target[rows]]
    children: dict[int, list[int]] = defaultdict(list)
    for container, content in zip(edges.source[rows].tolist(), edges.target[rows].tolist(), strict=True):
        children[container].append(content)
    contained = {content for contents in children.values() for content in contents}
    tops = [node for node in data.tolist() if node not in contained]
    covered: set[int] = set()
    below: dict[int, int] = {}
    for top in [*tops, *data.tolist()]:
        # A circle of containers has no top: its least member stands for it.
        if top not in covered:
            descendants = _descendants(children, top)
            covered |= descendants
            # One that was taken for a top because the circle it lies under came later.
            for inner in below.keys() & descendants:
                del below[inner]
            below[top] = len(descendants) - 1
    return below


def _descendants(children: Mapping[int, Sequence[int]], top: int) -> set[int]:
    seen, queue = {top}, [top]
    for node in queue:
        for child in children.get(node, ()):
            if child not in seen:
                seen.add(child)
                queue.append(child)
    return seen


def spent_models(snapshot: Snapshot, reach: Reach, members: Sequence[int], params: Params) -> list[int]:
    """Reached models on which the root or what is folded under it spent in the window, billed or estimated; ascending."""
    usage, (first, last) = snapshot.usage, window_of(params)
    rows = rows_of_principals(snapshot, np.unique(members))
    days = usage.day[rows]
    rows = rows[(days >= first) & (days <= last) & (usage.cost[rows] != 0)]
    models = np.intersect1d(usage.resource[rows], reach.node[snapshot.nodes.of("Model", nodes=reach.node)])
    nodes: list[int] = models.tolist()
    return nodes
