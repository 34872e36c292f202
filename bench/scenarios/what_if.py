"""Time and bytes of an overlay, and time of what-if for each sort of change."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bench import records
from bench.measure import Measure, Result, seconds
from bench.world import World
from graph.ontology import EDGE_NAMES
from graph.snapshot import Edits, NewEdge, Snapshot
from queries import what_if

TITLE = "What if: overlays and answers"
RUNS = 5


def run(world: World) -> Result:
    """Milliseconds of `Snapshot.with_edits`, MB that it copies, and seconds of the whole question, each sort of change."""
    snapshot, moment = world.snapshot(), records.OBSERVED_AT
    snapshot.at(moment).traverser().bfs([0], 1)
    measures, notes = [], []
    for name, edits in _edits(snapshot, moment):
        took = seconds(lambda edits=edits: snapshot.with_edits(edits), RUNS)  # type: ignore[misc]
        measures.append(Measure.of(f"with_edits, {name}", "ms", [1e3 * each for each in took]))
        measures.append(Measure.of(f"with_edits, {name}, copied", "MB", [_copied(snapshot, edits) / 1e6]))
    edited = snapshot.with_edits(next(_edits(snapshot, moment))[1])
    measures.append(Measure.of("first view of an overlay", "s", seconds(lambda: edited.at(moment), 1)))
    for name, params in _questions(snapshot, moment):
        answer = what_if.run(snapshot, params)
        took = seconds(lambda params=params: what_if.run(snapshot, params), 3)  # type: ignore[misc]
        measures.append(Measure.of(f"queries.what_if, {name}", "s", took))
        notes.append(f"{name}: {answer.total_lost:,} lost, {answer.total_gained:,} gained.")
        if not (answer.total_lost or answer.total_gained):
            raise AssertionError(f"{name} changes nothing; ask for something else")
    notes.append(f"{len(snapshot.edges):,} edges, {snapshot.count:,} nodes, {len(snapshot.usage):,} usage rows.")
    return Result("what-if", TITLE, tuple(measures), tuple(notes))


def _copied(snapshot: Snapshot, edits: Edits) -> int:
    """The bytes of the arrays that an overlay does not share."""
    shared, edited = snapshot.tables.arrays(), snapshot.with_edits(edits).tables.arrays()
    return sum(array.nbytes for name, array in edited.items() if not np.shares_memory(array, shared[name]))


def _edge(snapshot: Snapshot, kind: str, source: str, moment: int) -> tuple[str, str, str]:
    """The median edge of a kind from a kind of node."""
    edges = snapshot.edges
    rows = np.flatnonzero(edges.of(kind) & edges.valid_at(moment))
    rows = rows[snapshot.nodes.of(source, nodes=edges.source[rows])]
    row = int(rows[len(rows) // 2])
    return snapshot.ids[int(edges.source[row])], EDGE_NAMES[edges.kind[row]], snapshot.ids[int(edges.target[row])]


def _person(snapshot: Snapshot, moment: int) -> str:
    return _edge(snapshot, "HAS_ACCOUNT", "Identity", moment)[0]


def _edits(snapshot: Snapshot, moment: int) -> Iterator[tuple[str, Edits]]:
    source, kind, target = _edge(snapshot, "MEMBER_OF", "Account", moment)
    yield "an edge ends", Edits(moment, ended=((source, kind, target),))
    yield "a status", Edits(moment, statuses=((_person(snapshot, moment), "departed"),))
    data = _edge(snapshot, "CAN_ACCESS", "Group", moment)[2]
    yield "an edge is added", Edits(moment, added=(NewEdge(source, "CAN_ACCESS", data),))
    yield "a node is new", Edits(moment, added=(NewEdge(source, "CAN_ACCESS", "DataSource:new/one"),))


def _questions(snapshot: Snapshot, moment: int) -> Iterator[tuple[str, what_if.Params]]:
    source, kind, target = _edge(snapshot, "CAN_ACCESS", "Group", moment)
    yield "a grant of a group ends", what_if.Params(moment, remove=(f"{source} -{kind}-> {target}",))
    yield "a person leaves", what_if.Params(moment, offboard=(_person(snapshot, moment),))
    server = _edge(snapshot, "RUNS_AS", "McpServer", moment)[0]
    yield "a server is blocked", what_if.Params(moment, block=(server,))
    account = _edge(snapshot, "HAS_ACCOUNT", "Identity", moment)[2]
    yield (
        "an account is granted new data",
        what_if.Params(moment, add=(f"{account} CAN_ACCESS DataSource:new/one READ",)),
    )
