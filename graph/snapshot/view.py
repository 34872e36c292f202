"""The graph at one moment: which nodes convey access then, which edges do, and to which permission they narrow it."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar, cast

import numpy as np

from graph.ontology import EDGE_KINDS, Permission
from graph.snapshot.columns import I4, I8, U1, Bool, offsets_of
from graph.snapshot.nodes import ABSENT, CONVEYS, KEYS_ONLY, STOPS, UNLISTED
from graph.snapshot.tables import EdgeTable, Tables
from graph.traverse import Traverser

S = TypeVar("S")
T = TypeVar("T")

# An edge that does not narrow what flows along it.
NO_CAP = 5


class Basis(Enum):
    """Which edges count: granted ones, ones seen in use, or granted ones and, where no source covers grants, used ones."""

    GRANTED = "GRANTED"
    """Edges that a source claims as grants, structure or connections."""
    OBSERVED = "OBSERVED"
    """USED edges alone: what was seen in use."""
    EITHER = "EITHER"
    """Granted edges, and USED edges where no source covers grants on their target."""


@dataclass(frozen=True, slots=True)
class Adjacency:
    """The conveying edges in one direction, in compressed sparse row form: those of vertex v are [offsets[v], offsets[v + 1]).

    `neighbours` are the vertices at the other end, `caps` 1 to 4 or NO_CAP, `rows` the rows of the snapshot's edge table.
    `assumed`: no source says with which permission, so that READ is assumed.

    A vertex is a node, and every account of `View.outlived` has a second one, after all nodes: the account as a walk
    passes it that came with its key, in full. Any other walk passes it along its keys alone.
    """

    offsets: I8
    neighbours: I4
    caps: U1
    rows: I4
    assumed: Bool


class DerivedResults:
    """Results of functions of one immutable subject, each computed once; safe to use from several threads."""

    def __init__(self) -> None:
        # A function may ask for the result of another.
        self._lock = threading.RLock()
        self._results: dict[Callable[..., Any], Any] = {}

    def of(self, function: Callable[[S], T], subject: S) -> T:
        """`function(subject)`; the subject must be the same one every time."""
        if function not in self._results:
            with self._lock:
                if function not in self._results:
                    self._results[function] = function(subject)
        return cast(T, self._results[function])


@dataclass(slots=True)
class _Cache:
    """What is derived from a view, shared by all moments between which nothing changes."""

    derived: DerivedResults = field(default_factory=DerivedResults)
    local: threading.local = field(default_factory=threading.local)


@dataclass(frozen=True, slots=True)
class View:
    """The graph at one moment on one basis; safe to use from several threads.

    `mode` per node (graph.snapshot.nodes); `outgoing` the conveying edges by their sources; `levels` the permissions with
    which a search can end, descending; `outlived` the closed accounts as which a key still runs, ascending, and
    `node_of` the node of each vertex (see `Adjacency`); `has_used`: some USED edge conveys.
    """

    moment: int
    basis: Basis
    tables: Tables
    mode: U1
    outgoing: Adjacency
    levels: tuple[int, ...]
    outlived: I4
    node_of: I4
    has_used: bool
    _cache: _Cache = field(default_factory=_Cache, repr=False)

    @property
    def incoming(self) -> Adjacency:
        """The conveying edges by their targets."""
        return self.derived(_reversed)

    def derived(self, function: Callable[[View], T]) -> T:
        """`function(view)`, computed once per view and kept with it.

        Its result must depend on nothing but the graph: all moments between which that does not change share it.
        """
        return self._cache.derived.of(function, self)

    def with_moment(self, moment: int) -> View:
        """The same graph at another moment between the same two changes; what is derived from it is shared."""
        return self if moment == self.moment else dataclasses.replace(self, moment=moment)

    def vertices_of(self, nodes: Sequence[int]) -> list[int]:
        """The nodes and their second vertices: wherever a walk may end that ends at one of them."""
        second = len(self.mode) + np.flatnonzero(np.isin(self.outlived, nodes))
        return [*nodes, *second.tolist()]

    def traverser(self, *, reverse: bool = False) -> Traverser:
        """This thread's traverser of the outgoing edges, or with `reverse` of the incoming ones."""
        name = "backward" if reverse else "forward"
        traverser: Traverser | None = getattr(self._cache.local, name, None)
        if traverser is None:
            adjacency = self.incoming if reverse else self.outgoing
            columns = (adjacency.offsets, adjacency.neighbours, adjacency.caps, adjacency.assumed)
            traverser = Traverser(*columns, self.outlived, backward=reverse)
            setattr(self._cache.local, name, traverser)
        return traverser


def build_view(tables: Tables, numbers: tuple[int, int], moment: int, basis: Basis) -> View:
    """The view of a moment: O(edges), all in whole columns.

    `numbers`: how many sources there are, those numbered beyond standing for derived edges; and which of these stands for
    memberships of everybody.
    """
    edges, (source_count, everybody) = tables.edges, numbers
    valid = edges.valid_at(moment)
    claimed = valid & (edges.claimed_by < source_count)
    mode, outlived = _modes(tables, moment, valid & signs_of_life(edges, everybody), claimed)
    conveying = np.array([kind.conveys for kind in EDGE_KINDS.values()])[edges.kind]
    used = edges.of("USED")
    if basis is Basis.GRANTED:
        eligible = conveying
    elif basis is Basis.OBSERVED:
        eligible = used
    else:
        eligible = conveying | (used & ~tables.nodes.grants_covered[edges.target])
    eligible &= valid & (mode[edges.target] >= STOPS)
    source_mode = mode[edges.source]
    passes = (source_mode == CONVEYS) | ((source_mode == KEYS_ONLY) & edges.of("HAS_CREDENTIAL"))
    rows = np.flatnonzero(eligible & passes).astype(np.int32)
    sources, targets = edges.source[rows], edges.target[rows]
    if len(outlived):
        rows, sources, targets = _with_second_vertices(tables, mode, outlived, (rows, eligible))
    outgoing = Adjacency(
        offsets=offsets_of(sources, len(mode) + len(outlived)),
        neighbours=targets,
        caps=_caps(tables, moment, rows),
        rows=rows,
        assumed=edges.of("CAN_ACCESS", rows=rows) & (edges.permission[rows] == 0),
    )
    present = np.bincount(outgoing.caps, minlength=NO_CAP + 1)
    levels = tuple(level for level in (4, 3, 2, 1) if level == 4 or present[level])
    node_of = np.concatenate([np.arange(len(mode), dtype=np.int32), outlived])
    return View(moment, basis, tables, mode, outgoing, levels, outlived, node_of, bool(used[rows].any()))


def signs_of_life(edges: EdgeTable, everybody: int) -> Bool:
    """Which edges say that their ends are there; a membership of everybody does not."""
    mask: Bool = edges.claimed_by != everybody
    return mask


def _with_second_vertices(tables: Tables, mode: U1, outlived: I4, conveying: tuple[I4, Bool]) -> tuple[I4, I4, I4]:
    """Rows, sources and targets of the edges between vertices.

    `conveying`: the rows that convey from a node, and which edges would if their source let everything through.
    """
    (rows, eligible), nodes, edges = conveying, tables.nodes, tables.edges
    second = np.full(len(mode), -1, dtype=np.int32)
    second[outlived] = np.arange(len(mode), len(mode) + len(outlived), dtype=np.int32)
    more = np.flatnonzero(eligible & (second[edges.source] >= 0)).astype(np.int32)
    sources = np.concatenate([edges.source[rows], second[edges.source[more]]])
    rows = np.concatenate([rows, more])
    targets = edges.target[rows]
    # Whoever runs as the account with its key comes to its second vertex.
    with_key = (
        edges.of("RUNS_AS", rows=rows) & nodes.of("Credential", nodes=edges.source[rows]) & (second[targets] >= 0)
    )
    return rows, sources, np.where(with_key, second[targets], targets)


def _reversed(view: View) -> Adjacency:
    edges, count = view.outgoing, len(view.node_of)
    order = np.argsort(edges.neighbours, kind="stable")
    sources = np.repeat(np.arange(count, dtype=np.int32), np.diff(edges.offsets))
    return Adjacency(
        offsets=offsets_of(edges.neighbours, count),
        neighbours=sources[order],
        caps=edges.caps[order],
        rows=edges.rows[order],
        assumed=edges.assumed[order],
    )


def _modes(tables: Tables, moment: int, valid: Bool, claimed: Bool) -> tuple[U1, I4]:
    """What each node lets through at a moment, and the closed accounts that a key outlives.

    `valid`: the edges that hold then and say that their ends are there; `claimed`: those of them that a source claims.
    """
    nodes, edges, count = tables.nodes, tables.edges, len(tables.nodes)
    mode = tables.modes.at(moment, count, CONVEYS).astype(np.uint8)
    unlisted = mode == UNLISTED
    if unlisted.any():
        # What follows from claims is no sign of life: an account is attached to its owner at every moment.
        seen = np.zeros(count, dtype=bool)
        seen[edges.source[claimed]] = seen[edges.target[claimed]] = True
        mode[unlisted] = np.where(seen[unlisted], CONVEYS, ABSENT)
    # What is known only through edges lives as long as they do.
    living = np.zeros(count, dtype=bool)
    living[edges.source[valid]] = living[edges.target[valid]] = True
    living[tables.modes.node] = True
    mode[~living] = ABSENT
    if "status" in tables.properties:
        # A local server has its status from the catalogue, which its own history of modes does not know.
        off = tables.property_at("status", moment) == tables.value_code("disabled")
        mode[off & (mode == CONVEYS) & nodes.of("McpServer", "Application")] = STOPS
    runs = np.flatnonzero(valid & edges.of("RUNS_AS"))
    runs = runs[nodes.of("Credential", nodes=edges.source[runs])]
    runs = runs[(mode[edges.source[runs]] == CONVEYS) & (mode[edges.target[runs]] == KEYS_ONLY)]
    return mode, np.unique(edges.target[runs])


def _caps(tables: Tables, moment: int, rows: I4) -> U1:
    """What each edge narrows to: its permission; READ for CAN_ACCESS and USED without one; read-only tools."""
    edges = tables.edges
    caps = edges.permission[rows]
    unstated = caps == 0
    caps[unstated] = NO_CAP
    caps[unstated & edges.of("CAN_ACCESS", rows=rows)] = Permission.READ
    caps[edges.of("USED", rows=rows)] = Permission.READ
    exposes = np.flatnonzero(edges.of("EXPOSES", rows=rows))
    if len(exposes) and "read_only" in tables.properties and "approval" in tables.properties:
        read_only = tables.property_at("read_only", moment) == tables.value_code(True)
        approved = tables.property_at("approval", moment) == tables.value_code("approved")
        narrowed = exposes[read_only[edges.target[rows[exposes]]] & approved[edges.source[rows[exposes]]]]
        caps[narrowed] = np.minimum(caps[narrowed], Permission.READ)
    return caps
