"""Which nodes and edges does most of the access to sensitive data run through?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

import numpy as np

from graph.ontology import EDGE_NAMES
from graph.snapshot import ABSENT, Basis, Snapshot
from graph.snapshot.columns import I8
from queries.accounts_of_nobody import accounts_of_nobody
from queries.base import (
    HIDDEN,
    MOMENT,
    ROWS,
    Completeness,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.carried import TENTHS, Carriers, carriers
from queries.reach import public_notes
from queries.targets import TARGETS_MEANING, find_targets
from queries.vocabulary import EdgeKind, Long, NodeId, NodeKind

# Rows become Python objects block by block.
_BLOCK = 1_024


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked: through what principals of some kinds reach some data."""

    as_of: int = field(metadata=MOMENT)
    targets: tuple[NodeId, ...] = field(default=(), metadata=described(TARGETS_MEANING, name="to"))
    kinds: tuple[NodeKind, ...] = field(
        default=("Identity",), metadata=described("whose access: Identity, Account, Credential")
    )
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))


@dataclass(frozen=True, slots=True)
class ChokeEdge:
    """One edge, whoever claims it."""

    source: NodeId
    """The id of the node that the edge begins at."""
    kind: EdgeKind
    """What the edge says, read source-VERB-target."""
    target: NodeId
    """The id of the node that the edge ends at."""


@dataclass(frozen=True, slots=True)
class ChokePoint:
    """A node or an edge without which some principals would no longer reach some targets."""

    node: NodeId | None
    """The id of the node; null where it is an edge."""
    edge: ChokeEdge | None
    """The edge; null where it is a node."""
    principals: Long
    """How many principals reach some target through it alone."""
    targets: Long
    """How many targets some principal reaches through it alone."""
    score: float
    """By how much the scores of the principals would fall without it, lower permissions included."""


@dataclass(frozen=True, slots=True)
class ChokePointRows(Sequence[ChokePoint]):
    """Choke points by score, principals and targets down, then nodes before edges, by id; made when they are read.

    `entry` per row: the index of a node, or the number of nodes plus the number of an edge of the carriers. `columns` per
    entry: principals, targets, score in tenths.
    """

    snapshot: Snapshot
    carriers: Carriers
    columns: tuple[I8, I8, I8]
    entry: I8

    def __len__(self) -> int:
        return len(self.entry)

    def __iter__(self) -> Iterator[ChokePoint]:
        for start in range(0, len(self), _BLOCK):
            yield from self._rows(self.entry[start : start + _BLOCK])

    @overload
    def __getitem__(self, at: int) -> ChokePoint: ...
    @overload
    def __getitem__(self, at: slice) -> list[ChokePoint]: ...
    def __getitem__(self, at: int | slice) -> ChokePoint | list[ChokePoint]:
        return self._rows(self.entry[at]) if isinstance(at, slice) else self._rows(self.entry[[at]])[0]

    def _rows(self, entries: I8) -> list[ChokePoint]:
        ids, edges, count = self.snapshot.ids, self.snapshot.edges, self.snapshot.count
        columns = [column[entries].tolist() for column in self.columns]
        points = []
        for entry, principals, targets, tenths in zip(entries.tolist(), *columns, strict=True):
            edge = None
            if entry >= count:
                row = self.carriers.rows[entry - count]
                source, target = int(edges.source[row]), int(edges.target[row])
                edge = ChokeEdge(ids[source], EDGE_NAMES[int(edges.kind[row])], ids[target])
            node = ids[entry] if edge is None else None
            points.append(ChokePoint(node, edge, principals, targets, tenths / TENTHS))
        return points


@dataclass(frozen=True, slots=True)
class Answer:
    """All choke points, those that carry the greatest score first, and beside them all that there is to carry.

    Exact, not sampled: a node or an edge is one where deleting it takes some target out of some principal's reach. Neither end
    of such a pair is in its own way. An edge is a source, a kind and a target, however many sources claim it.
    """

    principals: Long
    """How many principals reach a target at all."""
    targets: Long
    """How many targets some principal reaches."""
    score: float
    """The sum of the scores of all these principals, of these targets alone."""
    rows: Sequence[ChokePoint] = field(metadata=ROWS)
    """The nodes and edges, by score, principals and targets down, then nodes before edges, by id."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question exactly. Cost: a few times that of a ranking.

    Raises UnknownName and AmbiguousName, and InputError for a target that is no data source.
    """
    view = snapshot.at(params.as_of, params.basis)
    targets = find_targets(snapshot, view, params.targets)
    starts = np.flatnonzero(snapshot.nodes.of(*params.kinds) & (view.mode != ABSENT))
    carried = carriers(view, starts, targets)
    principals, reached, tenths = columns = (
        np.concatenate([carried.node_starts[:-1], carried.edge_starts]),
        np.concatenate([carried.node_targets[:-1], carried.edge_targets]),
        np.concatenate([carried.node_tenths[:-1], carried.edge_tenths]),
    )
    entry = np.flatnonzero(principals)
    order = np.lexsort((entry, -reached[entry], -principals[entry], -tenths[entry]))
    gaps, notes = accounts_of_nobody(snapshot, view) if "Identity" in params.kinds else ([], [])
    notes += public_notes(snapshot, view, np.flatnonzero(carried.is_passed))
    return Answer(
        principals=int(carried.node_starts[-1]),
        targets=int(carried.node_targets[-1]),
        score=int(carried.node_tenths[-1]) / TENTHS,
        rows=ChokePointRows(snapshot, carried, columns, entry[order]),
        completeness=Completeness(gaps, notes),
        freshness=freshness_warnings(snapshot, params.as_of),
    )
