"""Access paths: the shortest ways from one node to another, edge by edge, and in words."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from graph.ontology import EDGE_KINDS, EDGE_NAMES, Permission
from graph.reason import Reason
from graph.snapshot import NO_CAP, Adjacency, Basis, Snapshot, View
from queries.base import (
    HIDDEN,
    HOP_BOUNDS,
    MOMENT,
    ROWS,
    Completeness,
    EdgeEvidence,
    FreshnessWarning,
    described,
    edge_evidence,
    freshness_warnings,
)
from queries.blast_radius import silent_starts
from queries.subject import find_node
from queries.vocabulary import NodeId, PermissionName

# How many partial paths may be looked at before the search gives up and says so.
MAX_STEPS = 200_000


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `origin`, `target`: node ids, addresses or unique names; the `k` shortest loopless ways."""

    origin: NodeId = field(metadata=described("where access begins", argument=True, name="from"))
    target: NodeId = field(metadata=described("where it ends", argument=True, name="to"))
    as_of: int = field(metadata=MOMENT)
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    k: int = field(default=10, metadata=described("how many ways", bounds=(1, 200)))
    max_hops: int | None = field(default=None, metadata=described("walks of at most so many edges", bounds=HOP_BOUNDS))
    max_steps: int = field(default=MAX_STEPS, metadata=described("give up after so many partial ways", cli_only=True))


@dataclass(frozen=True, slots=True)
class AccessPath:
    """One way. `permission` None: the target is none that has a permission."""

    hops: int
    permission: PermissionName | None
    permission_known: bool
    sentence: str
    edges: tuple[EdgeEvidence, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Paths by hops, then by the ids along them."""

    origin: NodeId = field(metadata={"name": "from"})
    target: NodeId = field(metadata={"name": "to"})
    paths: tuple[AccessPath, ...] = field(metadata=ROWS)
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question; of parallel edges the one that narrows least counts, then the least row."""
    origin, target = find_node(snapshot, params.origin), find_node(snapshot, params.target)
    view = snapshot.at(params.as_of, params.basis)
    paths, exhausted = _shortest(view, origin, target, params) if origin != target else ([], False)
    gaps = [Reason("STEPS", f"gave up after {params.max_steps} partial paths; {len(paths)} found")] if exhausted else []
    return Answer(
        origin=snapshot.ids[origin],
        target=snapshot.ids[target],
        paths=tuple(_described_path(snapshot, view, path) for path in paths),
        completeness=Completeness(gaps, () if gaps else silent_starts(snapshot, view, [origin])),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _shortest(view: View, origin: int, target: int, params: Params) -> tuple[list[tuple[int, ...]], bool]:
    """Up to `k` loopless paths of nodes, best first, and whether the search gave up before it had looked at all.

    Best first by (hops so far + least hops to the target, nodes): nodes are in order of their ids.
    """
    search = view.traverser(reverse=True).bfs([target], min(view.levels))
    rest = dict(zip(search.nodes.tolist(), search.hops.tolist(), strict=True))
    if origin not in rest:
        return [], False
    paths: list[tuple[int, ...]] = []
    heap: list[tuple[int, tuple[int, ...]]] = [(rest[origin], (origin,))]
    limit = params.max_hops if params.max_hops is not None else len(rest)
    edges = view.outgoing
    for _ in range(params.max_steps):
        if not heap or len(paths) >= params.k:
            return paths, False
        length, path = heapq.heappop(heap)
        if length > limit:
            return paths, False
        node = path[-1]
        if node == target:
            paths.append(path)
            continue
        for neighbour in np.unique(edges.neighbours[edges.offsets[node] : edges.offsets[node + 1]]).tolist():
            if neighbour in rest and neighbour not in path:
                heapq.heappush(heap, (len(path) + rest[neighbour], (*path, neighbour)))
    return paths, True


def _described_path(snapshot: Snapshot, view: View, path: tuple[int, ...]) -> AccessPath:
    edges, nodes = view.outgoing, snapshot.nodes
    steps = [_widest(edges, source, target) for source, target in pairwise(path)]
    cap, rows = min(int(edges.caps[step]) for step in steps), [int(edges.rows[step]) for step in steps]
    ends = np.array((path[0], path[-1]))
    has_permission = nodes.of("DataSource", "McpTool", nodes=ends)[1] and not nodes.of("DataSource", nodes=ends)[0]
    assumed = any(edges.assumed[step] for step in steps)
    return AccessPath(
        hops=len(rows),
        permission=Permission(min(cap, Permission.ADMIN)).name if has_permission else None,
        permission_known=not assumed and cap < NO_CAP,
        sentence=_sentence(snapshot, view, path, rows),
        edges=tuple(edge_evidence(snapshot, row) for row in rows),
    )


def _widest(edges: Adjacency, source: int, target: int) -> int:
    """Of the parallel edges between two nodes the first that narrows least."""
    low, high = int(edges.offsets[source]), int(edges.offsets[source + 1])
    parallel = np.flatnonzero(edges.neighbours[low:high] == target) + low
    return int(parallel[int(np.argmax(edges.caps[parallel]))])


def _sentence(snapshot: Snapshot, view: View, path: tuple[int, ...], rows: list[int]) -> str:
    """One sentence that a person can read aloud."""
    edges = snapshot.edges
    text = snapshot.name(path[0], view.moment)
    for step, (row, node) in enumerate(zip(rows, path[1:], strict=True)):
        reads = EDGE_KINDS[EDGE_NAMES[int(edges.kind[row])]].reads
        permission = int(edges.permission[row])
        extra = f" ({Permission(permission).name})" if permission else ""
        text += f"{', which' if step else ''} {reads} {snapshot.kind(node)} {snapshot.name(node, view.moment)}{extra}"
    return text + "."
