"""Which revocations close the orphaned routes to data at the least harm?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.errors import InputError
from graph.moment import day_of
from graph.ontology import EDGE_NAMES
from graph.reason import Reason
from graph.snapshot import CONVEYS, Basis, Snapshot, View
from graph.snapshot.columns import Ints
from queries.actions import Actions
from queries.base import (
    HIDDEN,
    MOMENT,
    ROWS,
    WINDOW_BOUNDS,
    Completeness,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.blast_radius import WINDOW_DAYS, silent_starts
from queries.cut import Between, Cut, Remainder, Work, minimum_cut
from queries.exercise import EXERCISED, Exercised, exercise
from queries.liveness import live_nodes
from queries.ownership import Ownership, ownership
from queries.reach import reach_from
from queries.subject import HOLDS, find_nodes
from queries.targets import TARGETS_MEANING, find_targets
from queries.vocabulary import EdgeKind, Long, NodeId

_YES = EXERCISED.index(Exercised.YES)


@dataclass(frozen=True, slots=True)
class Params:
    """What is to be cut off from what. Grants are cut; what was only seen in use ends with the grant behind it."""

    as_of: int = field(metadata=MOMENT)
    roots: tuple[NodeId, ...] = field(
        default=(),
        metadata=described("where access begins, may be repeated; by default every orphaned root", name="from"),
    )
    targets: tuple[NodeId, ...] = field(default=(), metadata=described(TARGETS_MEANING, name="to"))
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back use counts as work", bounds=WINDOW_BOUNDS)
    )


@dataclass(frozen=True, slots=True)
class RevokedEdge:
    """One edge to revoke, whoever claims it."""

    source: NodeId
    """The id of the node that the edge begins at."""
    kind: EdgeKind
    """What the edge says, read source-VERB-target."""
    target: NodeId
    """The id of the node that the edge ends at."""


@dataclass(frozen=True, slots=True)
class RevocationStep:
    """One thing to do; the steps stand in the order in which to do them."""

    system: str
    """The system in which to do it."""
    action: str
    """What to do, as a sentence."""
    cost: Long
    """1, and 10 more for each active person who works over it."""
    source: NodeId
    """The node that loses something, or that is to be disabled."""
    target: NodeId | None
    """What it loses; null where the node itself is disabled."""
    command: str | None
    """The command or the request that does it; null where only the system's console does."""


@dataclass(frozen=True, slots=True)
class Collateral:
    """An active person somebody answers for, and the data that they would lose."""

    id: NodeId
    """The canonical id of the person."""
    name: str
    """Their name at the moment."""
    loses: tuple[NodeId, ...]
    """The data sources that they reach now and would not reach then, by id."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The cheapest set of edges and roots after which no granted path leads from a root to a target; all lists by id."""

    roots: tuple[NodeId, ...]
    """Where paths began: the principals that are cut off, with those that only they hold."""
    targets: tuple[NodeId, ...]
    """The data sources that they reach and that are cut off from them."""
    edges: tuple[RevokedEdge, ...]
    """The edges to revoke."""
    nodes: tuple[NodeId, ...]
    """The roots to disable."""
    cost: Long
    """The sum of the costs of the steps; no other set of revocations costs less."""
    steps: tuple[RevocationStep, ...]
    """What to do, those that nobody works over first."""
    collateral: tuple[Collateral, ...] = field(metadata=ROWS)
    """Who would lose what, by id."""
    proven: bool
    """Whether the same search, repeated without these edges and roots, reaches no target."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question. Cost: a search each way, a minimum cut of what lies between, a walk per person who works there.

    Raises UnknownName and AmbiguousName, and InputError where a node is a root and a target.
    """
    view, owned = snapshot.at(params.as_of, Basis.GRANTED), ownership(snapshot, params.as_of)
    roots, targets = _roots(snapshot, view, owned, params), find_targets(snapshot, view, params.targets)
    if both := sorted(set(roots) & set(targets)):
        raise InputError(f"{snapshot.ids[both[0]]} is a root and a target. Leave it out of one").in_argument("targets")
    between = Between.of(view, roots, targets)
    people = np.flatnonzero(owned.answered & snapshot.nodes.of("Identity") & (view.mode == CONVEYS))
    people = people[~np.isin(people, roots)]
    cut = _cheapest(snapshot, view, between, people, _window(params)[0])
    rest, ids = Remainder.of(view, cut), snapshot.ids
    reached = rest.reached(between.roots, cut.nodes)
    return Answer(
        roots=tuple(ids[node] for node in between.roots),
        targets=tuple(ids[node] for node in between.targets),
        edges=tuple(RevokedEdge(ids[left], EDGE_NAMES[kind], ids[right]) for left, kind, right in cut.edges),
        nodes=tuple(ids[node] for node in cut.nodes),
        cost=sum(cut.edge_costs) + sum(cut.node_costs),
        steps=_steps(snapshot, view, cut),
        collateral=_collateral(snapshot, view, people, cut, rest),
        proven=not reached[between.targets].any(),
        completeness=Completeness((), _notes(snapshot, view, owned, params)),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _cheapest(snapshot: Snapshot, view: View, between: Between, people: Ints, first_day: int) -> Cut:
    try:
        return minimum_cut(snapshot, view, between, work_of(snapshot, view, people, between.targets, first_day))
    except ValueError:
        raise InputError(
            "no revocation cuts these roots off: a path from one that conveys nothing itself has no edge to revoke. Leave it out"
        ).in_argument("roots") from None


def _roots(snapshot: Snapshot, view: View, owned: Ownership, params: Params) -> list[int]:
    if params.roots:
        return sorted(find_nodes(snapshot, params.roots, "roots"))
    live = live_nodes(snapshot, view, _window(params))
    return [node for node in sorted({*owned.causes, *owned.root}) if live[node]]


def _window(params: Params) -> tuple[int, int]:
    """The first and the last day of the window."""
    last = day_of(params.as_of)
    return last - params.window_days + 1, last


def work_of(snapshot: Snapshot, view: View, people: Ints, targets: Sequence[int], first_day: int) -> Work:
    """Counts each person once for every edge and node of the witness walks to the targets that they used."""
    work, edges = Work({}, {}), snapshot.edges
    is_target = np.zeros(snapshot.count, dtype=bool)
    is_target[targets] = True
    for person in _users_of(snapshot, people, targets, view.moment).tolist():
        reach = reach_from(snapshot, view, [person])
        used = (exercise(snapshot, view, reach, first_day).code == _YES) & is_target[reach.node]
        rows = {row for witness in reach.witnesses(np.flatnonzero(used)) for row in witness}
        keys = {(int(edges.source[row]), int(edges.kind[row]), int(edges.target[row])) for row in rows}
        for key in keys:
            work.edges[key] = work.edges.get(key, 0) + 1
        for node in {node for left, _, right in keys for node in (left, right)}:
            work.nodes[node] = work.nodes.get(node, 0) + 1
    return work


def _users_of(snapshot: Snapshot, people: Ints, targets: Sequence[int], moment: int) -> Ints:
    """Those of the people who are or hold something that was ever seen using one of the targets."""
    edges, mask = snapshot.edges, np.zeros(snapshot.count, dtype=bool)
    rows: Ints = edges.incoming(np.array(targets, dtype=np.int64))
    frontier: Ints = np.unique(edges.source[rows[edges.of("USED", rows=rows)]])
    while len(frontier):
        mask[frontier] = True
        rows = edges.incoming(frontier)
        rows = rows[edges.of(*HOLDS, rows=rows) & edges.valid_at(moment, rows)]
        frontier = np.unique(edges.source[rows])
        frontier = frontier[~mask[frontier]]
    return people[mask[people]]


def _collateral(snapshot: Snapshot, view: View, people: Ints, cut: Cut, rest: Remainder) -> tuple[Collateral, ...]:
    tails = sorted({*cut.nodes, *(source for source, _, _ in cut.edges)})
    if not tails:
        return ()
    touched = np.zeros(len(view.node_of), dtype=bool)
    touched[view.traverser(reverse=True).bfs(view.vertices_of(tails), 1).nodes] = True
    is_data, entries = snapshot.nodes.of("DataSource"), []
    for person in people[touched[people]].tolist():
        before = view.node_of[view.traverser().bfs([person], 1).nodes]
        after = view.node_of[rest.traverser.bfs([person], 1).nodes]
        lost = np.setdiff1d(before[is_data[before]], after)
        if len(lost):
            ids = tuple(snapshot.ids[node] for node in lost.tolist())
            entries.append(Collateral(snapshot.ids[person], snapshot.name(person, view.moment), ids))
    return tuple(entries)


def _steps(snapshot: Snapshot, view: View, cut: Cut) -> tuple[RevocationStep, ...]:
    ids, actions, steps = snapshot.ids, Actions(snapshot, view.moment), list[RevocationStep]()
    for (source, code, target), cost in zip(cut.edges, cut.edge_costs, strict=True):
        do = actions.end(source, EDGE_NAMES[code], target)
        steps.append(RevocationStep(do.system, do.text, cost, ids[source], ids[target], do.command))
    for node, cost in zip(cut.nodes, cut.node_costs, strict=True):
        do = actions.disable(node)
        steps.append(RevocationStep(do.system, do.text, cost, ids[node], None, do.command))
    return tuple(sorted(steps, key=lambda step: (step.cost, step.system, step.source, step.target or "")))


def _notes(snapshot: Snapshot, view: View, owned: Ownership, params: Params) -> list[Reason]:
    """Which of the roots asked for convey nothing; by default of how many principals nobody knows who answers for them: those
    that `orphaned-paths` lists.
    """
    if params.roots:
        return silent_starts(snapshot, view, _roots(snapshot, view, owned, params))
    if not owned.why:
        return []
    live = live_nodes(snapshot, snapshot.at(params.as_of), _window(params))
    count = int(live[list(owned.why)].sum())
    text = f"{count:,} principals of whom nobody can say who answers for them are no roots: `remit query orphaned-paths` lists them"
    return [Reason("UNKNOWN_OWNERS", text)] if count else []
