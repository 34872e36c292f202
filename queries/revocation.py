"""Which revocations close the orphaned routes to data at the least harm?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.errors import InputError
from graph.moment import day_of
from graph.ontology import EDGE_KINDS, EDGE_NAMES, split_id
from graph.reason import Reason
from graph.snapshot import CONVEYS, Basis, Snapshot, View
from graph.snapshot.columns import I4, I8, Bool, Ints, offsets_of
from graph.traverse import Traverser
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
from queries.blast_radius import WINDOW_DAYS
from queries.cut import UNCUTTABLE, source_side
from queries.exercise import EXERCISED, Exercised, exercise
from queries.liveness import live_nodes
from queries.ownership import Ownership, ownership
from queries.reach import reach_from
from queries.sensitivity import SENSITIVITIES, contents_of, sensitivities
from queries.subject import HOLDS, find_nodes
from queries.vocabulary import EdgeKind, Long, NodeId

_CONFIDENTIAL = SENSITIVITIES.index("confidential")
_YES = EXERCISED.index(Exercised.YES)
# What a person who works over an edge adds to its cost.
_HARM = 10
REVOCABLE = tuple(name for name, kind in EDGE_KINDS.items() if kind.revocable)
_WORDS = {
    "Account": "the account",
    "Application": "the application",
    "Credential": "the key",
    "Group": "the group",
    "McpServer": "the server",
    "McpTool": "the tool",
}
_SENTENCES = {
    "HAS_ACCOUNT": "close {target} of {source}",
    "HAS_CREDENTIAL": "revoke {target}, which {source} can use",
    "RUNS_AS": "let {source} act with the rights of {target} no longer",
    "MEMBER_OF": "remove {source} from {target}",
    "CAN_USE": "take the use of {target} from {source}",
    "CONNECTS_TO": "remove {target} from the configuration of {source}",
    "CAN_ACCESS": "revoke the access of {source} to {target}",
}


@dataclass(frozen=True, slots=True)
class Params:
    """What is to be cut off from what. Grants are cut; what was only seen in use ends with the grant behind it."""

    as_of: int = field(metadata=MOMENT)
    roots: tuple[NodeId, ...] = field(
        default=(), metadata=described("where access begins; by default every orphaned root", name="from")
    )
    targets: tuple[NodeId, ...] = field(
        default=(), metadata=described("where it ends; by default data that is confidential or above", name="to")
    )
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
    roots = _roots(snapshot, view, owned, params)
    targets = _targets(snapshot, view, params)
    if both := sorted(set(roots) & set(targets)):
        raise InputError(f"{snapshot.ids[both[0]]} is a root and a target. Leave it out of one").in_argument("targets")
    between = Between.of(view, roots, targets)
    people = np.flatnonzero(owned.answered & snapshot.nodes.of("Identity") & (view.mode == CONVEYS))
    people = people[~np.isin(people, roots)]
    first_day = day_of(params.as_of) - params.window_days + 1
    cut = minimum_cut(snapshot, view, between, work_of(snapshot, view, people, between.targets, first_day))
    rest = Remainder.of(view, cut)
    reached = rest.reached(between.roots, cut.nodes)
    proven = not reached[list(view.vertices_of(between.targets))].any() if len(between.targets) else True
    names = snapshot.ids
    return Answer(
        roots=tuple(names[node] for node in between.roots),
        targets=tuple(names[node] for node in between.targets),
        edges=tuple(RevokedEdge(names[left], EDGE_NAMES[kind], names[right]) for left, kind, right in cut.edges),
        nodes=tuple(names[node] for node in cut.nodes),
        cost=sum(cut.edge_costs) + sum(cut.node_costs),
        steps=_steps(snapshot, view, cut),
        collateral=_collateral(snapshot, view, people, cut, rest),
        proven=proven,
        completeness=Completeness((), _notes(owned, params)),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _roots(snapshot: Snapshot, view: View, owned: Ownership, params: Params) -> list[int]:
    if params.roots:
        return sorted(find_nodes(snapshot, params.roots, "roots"))
    last = day_of(params.as_of)
    live = live_nodes(snapshot, view, (last - params.window_days + 1, last))
    return [node for node in sorted({*owned.causes, *owned.root}) if live[node]]


def _targets(snapshot: Snapshot, view: View, params: Params) -> list[int]:
    """The data sources asked for with all that they contain, or all that are confidential or above."""
    if not params.targets:
        nodes: list[int] = np.flatnonzero(sensitivities(view) >= _CONFIDENTIAL).tolist()
        return nodes
    chosen = find_nodes(snapshot, params.targets, "targets", kinds=("DataSource",))
    for node in chosen:
        if snapshot.kind(node) != "DataSource":
            raise InputError(f"{snapshot.ids[node]} is no data source; give data sources").in_argument("targets")
    return sorted({*chosen, *contents_of(view, chosen)})


@dataclass(frozen=True, slots=True)
class Between:
    """The vertices of a view that lie on a granted walk from a root to a target, ascending, and the edges between them.

    `source` and `target` are vertices, `row` rows of the edge table; columns of one length. `roots` and `targets`: those
    that such a walk begins and ends at, ascending.
    """

    roots: list[int]
    targets: list[int]
    vertices: I8
    source: I8
    target: I8
    row: I4

    @classmethod
    def of(cls, view: View, roots: Sequence[int], targets: Sequence[int]) -> Between:
        count, adjacency = len(view.node_of), view.outgoing
        forward, backward = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
        if len(roots) and len(targets):
            forward[view.traverser().bfs(roots, 1).nodes] = True
            backward[view.traverser(reverse=True).bfs(view.vertices_of(targets), 1).nodes] = True
        both = forward & backward
        entries = np.flatnonzero(np.repeat(both, np.diff(adjacency.offsets)) & both[adjacency.neighbours])
        source = np.searchsorted(adjacency.offsets, entries, side="right") - 1
        return cls(
            [node for node in roots if both[node]],
            [node for node in targets if both[node]],
            np.flatnonzero(both),
            source,
            adjacency.neighbours[entries].astype(np.int64),
            adjacency.rows[entries],
        )


@dataclass(frozen=True, slots=True)
class Cut:
    """Edges as (source, code of the kind, target) and nodes to disable, each ascending, with their costs."""

    edges: tuple[tuple[int, int, int], ...]
    edge_costs: tuple[int, ...]
    nodes: tuple[int, ...]
    node_costs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """How many active people work over an edge (source, code of the kind, target) or through a node."""

    edges: dict[tuple[int, int, int], int]
    nodes: dict[int, int]


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


def minimum_cut(snapshot: Snapshot, view: View, between: Between, work: Work) -> Cut:
    """The cheapest cut, and of several the one nearest to the roots.

    Every edge (source, kind, target) is cut once, however many sources claim it and with whichever permissions. A root that
    conveys is split in two, and so is every edge, with the cost of cutting it between the halves.
    """
    edges, count = snapshot.edges, len(view.node_of)
    keys = np.column_stack((edges.source[between.row], edges.kind[between.row], edges.target[between.row]))
    units, unit_of = np.unique(keys.astype(np.int64), axis=0, return_inverse=True)
    unit_of = unit_of.reshape(-1)
    listed: list[tuple[int, int, int]] = [(left, kind, right) for left, kind, right in units.tolist()]
    # What a rule grants as well as a source is not ended by ending the one claim.
    is_revocable = np.ones(len(units), dtype=bool)
    is_revocable[unit_of[~edges.of(*REVOCABLE, rows=between.row) | _is_by_rule(snapshot, between.row)]] = False
    edge_cost = np.array([1 + _HARM * work.edges.get(unit, 0) for unit in listed], dtype=np.int64)
    roots = [root for root in between.roots if view.mode[root] == CONVEYS]
    root_cost = np.array([1 + _HARM * work.nodes.get(root, 0) for root in roots], dtype=np.int64)

    # Vertices: those of the view, the far half of each root, both halves of each edge, source and sink.
    far = np.arange(count, dtype=np.int64)
    far[roots] = count + np.arange(len(roots))
    near_half = count + len(roots) + np.arange(len(units))
    far_half, source = near_half + len(units), count + len(roots) + 2 * len(units)
    arcs = _Arcs()
    arcs.add(far[between.source], near_half[unit_of])
    arcs.add(near_half, far_half, np.where(is_revocable, edge_cost, UNCUTTABLE))
    arcs.add(far_half[unit_of], between.target)
    arcs.add(np.array(roots, dtype=np.int64), far[roots], root_cost)
    arcs.add(source, np.array(between.roots, dtype=np.int64))
    arcs.add(np.array(view.vertices_of(between.targets), dtype=np.int64), source + 1)
    try:
        side = source_side(source + 2, *arcs.columns(), (source, source + 1))
    except ValueError:
        raise InputError(
            "no revocation cuts these roots off: a path from one that conveys nothing itself has no edge to revoke. Leave it out"
        ).in_argument("roots") from None
    cut_edges = np.flatnonzero(side[near_half] & ~side[far_half]).tolist()
    cut_roots = [at for at, root in enumerate(roots) if side[root] and not side[far[root]]]
    return Cut(
        tuple(listed[at] for at in cut_edges),
        tuple(edge_cost[cut_edges].tolist()),
        tuple(roots[at] for at in cut_roots),
        tuple(root_cost[cut_roots].tolist()),
    )


class _Arcs:
    """Arcs of a flow network, added in blocks."""

    def __init__(self) -> None:
        self._blocks: list[tuple[I8, I8, I8]] = []

    def add(self, tails: I8 | int, heads: I8 | int, capacities: I8 | int = UNCUTTABLE) -> None:
        """Arcs from each tail to each head, one of which may be the same for all."""
        columns = np.broadcast_arrays(np.asarray(tails), np.asarray(heads), np.asarray(capacities))
        self._blocks.append(tuple(column.astype(np.int64) for column in columns))  # type: ignore[arg-type]

    def columns(self) -> tuple[I8, I8, I8]:
        """All tails, heads and capacities."""
        tails, heads, capacities = zip(*self._blocks, strict=True)
        return np.concatenate(tails), np.concatenate(heads), np.concatenate(capacities)


def _is_by_rule(snapshot: Snapshot, rows: Ints) -> Bool:
    """Which edges are memberships of everybody: they follow from a rule and not from a grant to one."""
    mask: Bool = snapshot.edges.claimed_by[rows] == len(snapshot.sources) - 1
    return mask


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of a view without a cut, to be searched again."""

    view: View
    traverser: Traverser

    @classmethod
    def of(cls, view: View, cut: Cut) -> Remainder:
        edges, adjacency = view.tables.edges, view.outgoing
        gone = np.zeros(len(edges), dtype=bool)
        for left, kind, right in cut.edges:
            rows = edges.outgoing(np.array([left]))
            gone[rows[(edges.kind[rows] == kind) & (edges.target[rows] == right)]] = True
        source = np.repeat(np.arange(len(view.node_of)), np.diff(adjacency.offsets))
        kept = np.flatnonzero(~gone[adjacency.rows] & ~np.isin(source, cut.nodes))
        columns = (adjacency.neighbours[kept], adjacency.caps[kept], adjacency.assumed[kept])
        return cls(view, Traverser(offsets_of(source[kept], len(view.node_of)), *columns, view.outlived))

    def reached(self, starts: Sequence[int], disabled: Sequence[int]) -> Bool:
        """Per vertex whether it is reached from those of the starts that are not disabled."""
        mask = np.zeros(len(self.view.node_of), dtype=bool)
        active = sorted(set(starts) - set(disabled))
        if active:
            mask[self.traverser.bfs(active, 1).nodes] = True
        return mask


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
    ids, steps = snapshot.ids, []
    for (source, code, target), cost in zip(cut.edges, cut.edge_costs, strict=True):
        kind = EDGE_NAMES[code]
        names = {"source": _called(snapshot, view, source), "target": _called(snapshot, view, target)}
        # Who acts with another's rights is told so where it is set up.
        system = split_id(ids[source if kind == "RUNS_AS" else target])[1]
        steps.append(RevocationStep(system, _SENTENCES[kind].format(**names), cost, ids[source], ids[target]))
    for node, cost in zip(cut.nodes, cut.node_costs, strict=True):
        action = f"disable {_called(snapshot, view, node)}"
        steps.append(RevocationStep(split_id(ids[node])[1], action, cost, ids[node], None))
    return tuple(sorted(steps, key=lambda step: (step.cost, step.system, step.source, step.target or "")))


def _called(snapshot: Snapshot, view: View, node: int) -> str:
    """What people call a node, with what it is where its name alone could be a person's."""
    word = _WORDS.get(snapshot.kind(node))
    name = snapshot.name(node, view.moment)
    return f"{word} {name}" if word else name


def _notes(owned: Ownership, params: Params) -> list[Reason]:
    if params.roots or not owned.why:
        return []
    text = f"{len(owned.why):,} principals of whom nobody can say who answers for them are no roots: `remit query orphaned-paths` lists them"
    return [Reason("UNKNOWN_OWNERS", text)]
