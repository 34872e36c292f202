"""This file knows the question: by which ways does access get from here to there, edge by edge, in words?"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

from graph.ontology import EDGE_KINDS, EDGE_NAMES, NODE_CODES, Permission
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
    """Answer the question; of parallel edges the one that narrows least is taken, then the least row."""
    origin, target = find_node(snapshot, params.origin), find_node(snapshot, params.target)
    cut = snapshot.at(params.as_of, params.basis)
    found, exhausted = _shortest(cut, origin, target, params) if origin != target else ([], False)
    reasons = (
        [Reason("STEPS", f"gave up after {params.max_steps} partial paths; {len(found)} found")] if exhausted else []
    )
    return Answer(
        origin=snapshot.ids[origin],
        target=snapshot.ids[target],
        paths=tuple(_told(snapshot, cut, path) for path in found),
        completeness=Completeness.of(reasons)
        if reasons
        else Completeness(reasons=tuple(silent_starts(snapshot, cut, [origin]))),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _shortest(cut: View, origin: int, target: int, params: Params) -> tuple[list[tuple[int, ...]], bool]:
    """Node paths in order, best first by (length + least rest, ids): ids are places, and places are in order of ids."""
    queue, _, _, hops = cut.traverser(reverse=True).bfs([target], min(cut.levels))
    rest = dict(zip(queue.tolist(), hops.tolist(), strict=True))
    if origin not in rest:
        return [], False
    found: list[tuple[int, ...]] = []
    heap: list[tuple[int, tuple[int, ...]]] = [(rest[origin], (origin,))]
    limit = params.max_hops if params.max_hops is not None else len(rest)
    for _ in range(params.max_steps):
        if not heap or len(found) >= params.k:
            return found, False
        length, path = heapq.heappop(heap)
        if length > limit:
            return found, False
        node = path[-1]
        if node == target:
            found.append(path)
            continue
        ends = np.unique(cut.outgoing.neighbours[cut.outgoing.offsets[node] : cut.outgoing.offsets[node + 1]]).tolist()
        for head in ends:
            if head in rest and head not in path:
                heapq.heappush(heap, (len(path) + rest[head], (*path, head)))
    return found, True


def _told(snapshot: Snapshot, cut: View, path: tuple[int, ...]) -> AccessPath:
    places = [_widest(cut.outgoing, tail, head) for tail, head in pairwise(path)]
    caps = [int(cut.outgoing.caps[place]) for place in places]
    rows = [int(cut.outgoing.rows[place]) for place in places]
    edges = tuple(edge_evidence(snapshot, row) for row in rows)
    level = min(min(caps), Permission.ADMIN)
    kinds = snapshot.arrays["kind"]
    shown = (
        kinds[path[-1]] in (NODE_CODES["DataSource"], NODE_CODES["McpTool"])
        and kinds[path[0]] != NODE_CODES["DataSource"]
    )
    guessed = any(edge.kind == "CAN_ACCESS" and edge.permission is None for edge in edges)
    return AccessPath(
        hops=len(rows),
        permission=Permission(level).name if shown else None,
        permission_known=not guessed and min(caps) < NO_CAP,
        sentence=_sentence(snapshot, cut, path, rows),
        edges=edges,
    )


def _widest(half: Adjacency, tail: int, head: int) -> int:
    low, high = int(half.offsets[tail]), int(half.offsets[tail + 1])
    places = np.flatnonzero(half.neighbours[low:high] == head) + low
    caps: Any = half.caps[places]
    return int(places[int(np.argmax(caps))])


def _sentence(snapshot: Snapshot, cut: View, path: tuple[int, ...], rows: list[int]) -> str:
    """One sentence a person can read aloud."""
    arrays = snapshot.arrays
    text = snapshot.name(path[0], cut.moment)
    for step, (row, node) in enumerate(zip(rows, path[1:], strict=True)):
        reads = EDGE_KINDS[EDGE_NAMES[int(arrays["edge.kind"][row])]].reads
        permission = int(arrays["edge.permission"][row])
        extra = f" ({Permission(permission).name})" if permission else ""
        text += f"{', which' if step else ''} {reads} {snapshot.kind(node)} {snapshot.name(node, cut.moment)}{extra}"
    return text + "."
