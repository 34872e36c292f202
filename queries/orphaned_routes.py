"""Routes of orphaned roots: where they end at once, and each path as a row when it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import eq
from typing import overload

import numpy as np

from graph.deadline import check_deadline
from graph.moment import write_day
from graph.ontology import Permission
from graph.snapshot import Snapshot, View
from graph.snapshot.columns import I4, I8, Bool, pair_keys, unpack_pairs
from graph.snapshot.principals import rows_of_principals
from queries.base import EdgeEvidence
from queries.exercise import exercise
from queries.ownership import Ownership
from queries.reach import Reach, edge_evidence, reach_from
from queries.reached import reported_levels
from queries.sensitivity import WEIGHTS, sensitivities
from queries.vocabulary import Day, NodeId, PermissionName


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
class RootRoutes:
    """Where the routes of one orphaned root end.

    `starts`: the root, then the principals that only it holds and that its walks do not reach. `targets`: each topmost data
    source and each model, with how many data sources are reached inside it. `days`: the window of use, first and last.
    """

    snapshot: Snapshot
    view: View
    starts: tuple[int, ...]
    targets: Mapping[int, int]
    days: tuple[int, int]

    def rows(self, only: Collection[int] | None = None) -> list[OrphanedPath]:
        """A path for each target, or for `only` these: permission down, sensitivity down, hops, target. One walk."""
        targets = self.targets if only is None else {node: self.targets[node] for node in only}
        snapshot, reach = self.snapshot, reach_from(self.snapshot, self.view, self.starts)
        use = exercise(snapshot, self.view, reach, self.days[0])
        levels, ranks = reported_levels(snapshot, reach), sensitivities(self.view)
        indices = np.searchsorted(reach.node, np.fromiter(targets, dtype=np.int64, count=len(targets)))
        witnesses = reach.witnesses(indices)
        evidence = edge_evidence(snapshot, (edge for witness in witnesses for edge in witness), self.view.moment)
        rows = []
        for (node, below), at, witness in zip(targets.items(), indices.tolist(), witnesses, strict=True):
            last, level = int(use.last_day[at]), int(levels[at])
            weight = WEIGHTS[ranks[node]] if ranks[node] >= 0 else -1.0
            path = OrphanedPath(
                root=snapshot.ids[self.starts[0]],
                target=snapshot.ids[node],
                below=below,
                permission=Permission(level).name if level else None,
                hops=int(reach.hops[at]),
                last_used=None if last < 0 else write_day(last),
                witness=tuple(evidence[edge] for edge in witness),
            )
            rows.append(((-level, -weight, path.hops, node), path))
        return [path for _, path in sorted(rows, key=lambda pair: pair[0])]


class PathRows(Sequence[OrphanedPath]):
    """The paths of all roots, root by root; those of a root are made when one of them is read. Equal to any such sequence.

    Of tens of thousands of paths most readers take a page, or only ask where they end.
    """

    def __init__(self, routes: Sequence[RootRoutes]) -> None:
        self.routes = routes
        self._ends = list(accumulate(len(each.targets) for each in routes))
        self._newest: tuple[int, list[OrphanedPath]] = (-1, [])

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[OrphanedPath]:
        for number in range(len(self.routes)):
            yield from self._of(number)

    @overload
    def __getitem__(self, at: int) -> OrphanedPath: ...
    @overload
    def __getitem__(self, at: slice) -> list[OrphanedPath]: ...
    def __getitem__(self, at: int | slice) -> OrphanedPath | list[OrphanedPath]:
        if isinstance(at, slice):
            return [self._at(each) for each in range(len(self))[at]]
        return self._at(range(len(self))[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def without(self, others: PathRows) -> Iterator[OrphanedPath]:
        """The paths whose root and target none of the others have, of one snapshot; only roots with such a path are walked."""
        ends = {each.starts[0]: each.targets.keys() for each in others.routes}
        for each in self.routes:
            new = each.targets.keys() - ends.get(each.starts[0], frozenset[int]())
            if new:
                check_deadline()
                yield from each.rows(new)

    def _at(self, at: int) -> OrphanedPath:
        number = int(np.searchsorted(self._ends, at, side="right"))
        return self._of(number)[at - (self._ends[number - 1] if number else 0)]

    def _of(self, number: int) -> list[OrphanedPath]:
        newest = self._newest
        if newest[0] != number:
            check_deadline()
            # One assignment: threads that read other roots may make rows twice, never mix them.
            newest = self._newest = (number, self.routes[number].rows())
        return newest[1]


def live_roots(owned: Ownership, live: Bool) -> dict[int, tuple[int, ...]]:
    """The orphaned roots that are live, or under which a live principal is folded, ascending; each with what is folded, ascending."""
    folded: dict[int, list[int]] = defaultdict(list)
    for node, root in owned.root.items():
        folded[root].append(node)
    return {
        root: tuple(sorted(folded.get(root, ())))
        for root in sorted(owned.causes)
        if live[root] or (root in folded and live[folded[root]].any())
    }


def root_routes(
    snapshot: Snapshot, view: View, group: tuple[int, Sequence[int]], days: tuple[int, int]
) -> tuple[RootRoutes, Reach]:
    """The routes of a root and what is folded under it, and the reach of both; `days`: of the window of use and spend."""
    root, members = group
    starts: tuple[int, ...] = (root,)
    reach = reach_from(snapshot, view, starts)
    unreached = sorted(set(members) - set(reach.node.tolist()))
    if unreached:
        # Answered for, but not reached: ANSWERS_FOR conveys nothing, so these are starts of their own.
        starts = (root, *unreached)
        reach = reach_from(snapshot, view, starts)
    targets = topmost(snapshot, view, reach)
    targets |= dict.fromkeys(spent_models(snapshot, reach, [root, *members], days), 0)
    return RootRoutes(snapshot, view, starts, targets, days), reach


def groups_passed(snapshot: Snapshot, reach: Reach, targets: Mapping[int, int]) -> I8:
    """The groups that witnesses of some reached nodes pass as members, ascending."""
    indices = np.searchsorted(reach.node, np.fromiter(targets, dtype=np.int64, count=len(targets)))
    rows = np.array([row for witness in reach.witnesses(indices) for row in witness], dtype=np.int64)
    edges = snapshot.edges
    return np.unique(edges.target[rows[edges.of("MEMBER_OF", rows=rows)]]).astype(np.int64)


def topmost(snapshot: Snapshot, view: View, reach: Reach) -> dict[int, int]:
    """Reached data sources that no reached one contains, each with how many reached ones lie below it."""
    edges = snapshot.edges
    data = reach.node[snapshot.nodes.of("DataSource", nodes=reach.node)]
    inside = np.zeros(snapshot.count, dtype=bool)
    inside[data] = True
    rows = edges.outgoing(data)
    rows = rows[edges.of("CONTAINS", rows=rows) & edges.valid_at(view.moment, rows) & inside[edges.target[rows]]]
    rows = rows[edges.source[rows] != edges.target[rows]]
    pairs = np.unique(pair_keys(edges.source[rows], edges.target[rows]))
    container, content = unpack_pairs(pairs)
    tops = _tops_of_trees(data, container, content)
    return _tops_of_any(data, container, content) if tops is None else tops


def _tops_of_trees(data: I4, container: I4, content: I4) -> dict[int, int] | None:
    """The tops where each content lies in one container and no circle is among them; else None."""
    if len(np.unique(content)) < len(content):
        return None
    up = np.arange(len(data))
    up[np.searchsorted(data, content)] = np.searchsorted(data, container)
    # Each step doubles how far up is looked, so that many reach every top, unless there is none.
    for _ in range(len(data).bit_length()):
        further = up[up]
        if (further == up).all():
            break
        up = further
    tops = np.ones(len(data), dtype=bool)
    tops[np.searchsorted(data, content)] = False
    if not tops[up].all():
        return None
    below = np.bincount(up, minlength=len(data)) - 1
    return dict(zip(data[tops].tolist(), below[tops].tolist(), strict=True))


def _tops_of_any(data: I4, container: I4, content: I4) -> dict[int, int]:
    """The tops of containers that may share contents, or lie in circles."""
    children: dict[int, list[int]] = defaultdict(list)
    for outer, inner in zip(container.tolist(), content.tolist(), strict=True):
        children[outer].append(inner)
    contained = set(content.tolist())
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


def spent_models(snapshot: Snapshot, reach: Reach, members: Sequence[int], window: tuple[int, int]) -> list[int]:
    """Reached models on which the root or what is folded under it spent in the window, billed or estimated; ascending."""
    usage, (first, last) = snapshot.usage, window
    rows = rows_of_principals(snapshot, np.unique(members))
    days = usage.day[rows]
    rows = rows[(days >= first) & (days <= last) & (usage.cost[rows] != 0)]
    models = np.intersect1d(usage.resource[rows], reach.node[snapshot.nodes.of("Model", nodes=reach.node)])
    nodes: list[int] = models.tolist()
    return nodes
