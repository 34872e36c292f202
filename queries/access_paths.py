"""Access paths: the shortest ways from one node to another, edge by edge, and in words."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from graph.ontology import EDGE_KINDS, EDGE_NAMES, Permission
from graph.reason import Reason
from graph.snapshot import NO_CAP, Adjacency, Basis, Snapshot, View
from graph.snapshot.columns import I8, Bool
from queries.base import (
    HIDDEN,
    HOP_BOUNDS,
    MOMENT,
    ROWS,
    Completeness,
    EdgeEvidence,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.blast_radius import silent_starts
from queries.reach import edge_evidence, public_notes
from queries.subject import VIA_MEANING, find_node, via_mask
from queries.via import layers_of
from queries.vocabulary import NodeId, PermissionName

# How many partial paths may be looked at before the search gives up and says so.
MAX_STEPS = 200_000
# How many paths a server gives at once.
_MOST_PATHS = 200

_WITH_PERMISSION = ("DataSource", "McpTool")


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `origin`, `target`: node ids, addresses or unique names; the `k` shortest loopless ways."""

    origin: NodeId = field(metadata=described("where access begins", argument=True, name="from"))
    target: NodeId = field(metadata=described("where it ends", argument=True, name="to"))
    as_of: int = field(metadata=MOMENT)
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    k: int = field(default=10, metadata=described("how many ways", bounds=(1, _MOST_PATHS)))
    max_hops: int | None = field(default=None, metadata=described("walks of at most so many edges", bounds=HOP_BOUNDS))
    via: str | None = field(default=None, metadata=described(VIA_MEANING))
    max_steps: int = field(default=MAX_STEPS, metadata=described("give up after so many partial ways", cli_only=True))


@dataclass(frozen=True, slots=True)
class AccessPath:
    """One way. `permission` None: the target is none that has a permission."""

    hops: int
    """How many edges the path has."""
    permission: PermissionName | None
    """The least permission along the path; null where the target has none."""
    permission_known: bool
    """False where no edge states a permission."""
    sentence: str
    """The path in words."""
    edges: tuple[EdgeEvidence, ...]
    """The edges in the order of the path."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Paths by hops, then by the ids along them; `total`: how many of the `k` there are, whatever a limit shows."""

    origin: NodeId = field(metadata={"name": "from"})
    """The canonical id of the node that access begins at."""
    target: NodeId = field(metadata={"name": "to"})
    """The canonical id of the node that it ends at."""
    total: int
    """How many of the paths asked for there are."""
    paths: tuple[AccessPath, ...] = field(metadata=ROWS)
    """The paths, shortest first."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question; of parallel edges the one that narrows least counts, first one that is known to."""
    origin = find_node(snapshot, params.origin, "origin")
    target = find_node(snapshot, params.target, "target")
    view = snapshot.at(params.as_of, params.basis)
    via = via_mask(snapshot, params.via)
    paths, gaps = _shortest(view, (origin, target), params, via) if origin != target else ([], [])
    paths, more = paths[: params.k], paths[params.k :]
    passed = view.node_of[[vertex for path in paths for vertex in path]]
    notes = public_notes(snapshot, view, passed)
    if more:
        remedy = f": ask with --k {min(4 * params.k, _MOST_PATHS)}" if params.k < _MOST_PATHS else ""
        notes.append(Reason("MORE_PATHS", f"these are the {params.k} shortest; there are more{remedy}"))
    return Answer(
        origin=snapshot.ids[origin],
        target=snapshot.ids[target],
        total=len(paths),
        paths=tuple(_described_path(snapshot, view, path) for path in paths),
        completeness=Completeness(gaps, (*silent_starts(snapshot, view, [origin]), *notes)),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _shortest(
    view: View, ends: tuple[int, int], params: Params, via: Bool | None
) -> tuple[list[tuple[int, ...]], list[Reason]]:
    """Up to `k` loopless paths of vertices and one more, best first, and why there may be others.

    Best first by (hops so far + least hops to the target, nodes): nodes are in order of their ids. A path meets no node
    twice, but for a closed account that it comes back to with its key. `via`: nodes one of which a path must pass.
    """
    origin, target = ends
    rests = _least_hops(view, target, via)
    # What is still to go: of a path that has passed, and of one that has yet to pass, one of the nodes.
    first = rests[0] if via is None else rests[1]
    if origin not in first:
        return [], []
    paths: list[tuple[int, ...]] = []
    node_of, count = view.node_of.tolist(), len(view.mode)
    heap: list[tuple[int, tuple[int, ...], tuple[int, ...], bool]] = [
        (first[origin], (origin,), (origin,), via is None)
    ]
    limit = params.max_hops if params.max_hops is not None else len(rests[0])
    edges = view.outgoing
    for _ in range(params.max_steps):
        if not heap or len(paths) > params.k:
            return paths, []
        length, nodes, path, has_passed = heapq.heappop(heap)
        last = path[-1]
        if nodes[-1] == target:
            if length > limit:
                return paths, [Reason("HOPS", f"ways of at most {limit} edges; there are longer ones")]
            paths.append(path)
            continue
        for vertex in np.unique(edges.neighbours[edges.offsets[last] : edges.offsets[last + 1]]).tolist():
            node = node_of[vertex]
            if vertex in path or (vertex < count and node in nodes):
                continue
            passes = has_passed or (via is not None and node != target and bool(via[node]))
            rest = rests[0] if passes else rests[1] if node != target else {}
            if vertex in rest:
                heapq.heappush(heap, (len(path) + rest[vertex], (*nodes, node), (*path, vertex), passes))
    return paths, [Reason("STEPS", f"gave up after {params.max_steps} partial paths; {len(paths)} found")]


def _least_hops(view: View, target: int, via: Bool | None) -> tuple[dict[int, int], dict[int, int]]:
    """Per vertex the fewest hops to the target: of any walk, and of one that passes one of some nodes on its way."""
    begins = view.vertices_of([target])
    search = view.traverser(reverse=True).bfs(begins, min(view.levels))
    plain = dict(zip(search.nodes.tolist(), search.hops.tolist(), strict=True))
    if via is None:
        return plain, {}
    layers, count = layers_of(view, view.incoming, via, begins), len(view.node_of)
    through = layers.traverser.bfs(layers.starts, min(view.levels))
    pairs = zip((through.nodes - count).tolist(), through.hops.tolist(), strict=True)
    return plain, {vertex: hops for vertex, hops in pairs if 0 <= vertex < count}


def _described_path(snapshot: Snapshot, view: View, path: tuple[int, ...]) -> AccessPath:
    edges, nodes, on_path = view.outgoing, snapshot.nodes, view.node_of[list(path)]
    parallel = [_parallel(edges, source, target) for source, target in pairwise(path)]
    level = min(Permission.ADMIN, *(int(edges.caps[steps].max()) for steps in parallel))
    steps = [_best(edges, steps, level) for steps in parallel]
    rows = [int(edges.rows[step]) for step in steps]
    is_data, has_permission = (
        nodes.of(*kinds, nodes=on_path[[0, -1]]) for kinds in (("DataSource",), _WITH_PERMISSION)
    )
    evidence = edge_evidence(snapshot, rows, view.moment)
    assumed = any(edges.assumed[step] for step in steps)
    return AccessPath(
        hops=len(rows),
        permission=Permission(level).name if has_permission[1] and not is_data[0] else None,
        permission_known=not assumed and any(edges.caps[step] != NO_CAP for step in steps),
        sentence=_sentence(snapshot, view, tuple(on_path.tolist()), rows),
        edges=tuple(evidence[row] for row in rows),
    )


def _parallel(edges: Adjacency, source: int, target: int) -> I8:
    """The edges from one vertex to another."""
    low, high = int(edges.offsets[source]), int(edges.offsets[source + 1])
    return np.flatnonzero(edges.neighbours[low:high] == target) + low


def _best(edges: Adjacency, parallel: I8, level: int) -> int:
    """Of parallel edges that attain a level one that is not assumed to, then that narrows least, then that is stated."""
    caps, assumed = edges.caps[parallel].astype(np.int64), edges.assumed[parallel]
    order = np.lexsort((parallel, caps == NO_CAP, -np.minimum(caps, Permission.ADMIN), assumed, caps < level))
    return int(parallel[order[0]])


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
