"""Speed of Neo4j on a server of its own: claims written and read, the graph published, questions answered."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from bench import peers_neo4j as peers
from bench import records
from bench.measure import Measure, Result, Stopwatch, say
from bench.world import World, in_new_process, load
from graph.moment import DAY
from graph.ontology import NODE_CODES
from graph.snapshot import Snapshot, SnapshotDirectory, publish, show
from graph.stores.neo4j import Neo4jStore
from graph.stores.open import open_store
from queries import blast_radius
from queries.cypher.answer import ProjectedStore, answer_from_neo4j
from tests.servers.jars import Unavailable
from tests.servers.neo4j import Neo4jServer

TITLE = "Neo4j: claims in and out, the graph, and Cypher"
EDITION, HEAP, PAGECACHE = "5.26", "3g", "2g"
SAMPLE, STARTS = 50_000, 40
# One batch of usage rows in so many is loaded: each becomes a node, and they would take longer than all else together.
USAGE_SHARE = 10

Samples = dict[str, list[float]]


def run(world: World) -> Result:
    """Rates over the wall clock, the making of the records not counted; peers on a stated sample, on the same server."""
    try:
        server = Neo4jServer(EDITION, heap=HEAP, pagecache=PAGECACHE, home=_home(world))
    except Unavailable as reason:
        return Result("neo4j", TITLE, skipped=str(reason))
    with server:
        store = open_store(server.url)
        assert isinstance(store, Neo4jStore)
        claims = _claims(world, store)
        pages = _size(server)
        snapshots = SnapshotDirectory(world.folder / "neo4j.snapshots")
        graph, notes = _graph(store, snapshots)
        shown = _size(server)
        memory = _memory(server.url)
        answers, more = _answers(store, snapshots.open())
        beside = peers.measure(server.url, world.graph, world.ids, SAMPLE)
        store.close()
        notes = (
            f"{server.edition.name} {server.version} Community, {server.jdk}, heap {HEAP}, page cache {PAGECACHE}; "
            f"started in {server.start_s:.1f} s.",
            *notes,
            *more,
            memory,
            f"On disk: {pages / 1e6:,.0f} MB of claims, {(shown - pages) / 1e6:,.0f} MB more with the graph.",
        )
    return Result("neo4j", TITLE, (*claims, *graph, *beside, *answers), notes)


def _claims(world: World, store: Neo4jStore) -> list[Measure]:
    """Loading three times: first, the same again, and with one edge in a hundred changed; and reading all back."""
    edges = len(world.graph.tail)
    first = _load(world, store, 0)
    rows = store.counts()["usage"]
    again = _load(world, store, 1)
    changed = _load(world, store, 2, lambda number: number % 100 == 0)
    reads = []
    for _ in range(3):
        say("reading")
        begin = time.perf_counter()
        assert len(store.read().edges.source) >= edges
        reads.append(time.perf_counter() - begin)
    whole = Measure.of("edges written, first load", "edges/s", [edges / first["edges"]])
    return [
        whole,
        Measure.of("edges loaded again unchanged, a day later", "edges/s", [edges / again["edges"]], whole),
        Measure.of("edges loaded again, one in a hundred changed", "edges/s", [edges / changed["edges"]], whole),
        Measure.of("nodes written, first load", "nodes/s", [world.graph.count / first["nodes"]]),
        Measure.of("usage rows written, first load", "rows/s", [rows / first["usage"]]),
        Measure.of("edges read into columns, with nodes and usage", "edges/s", [edges / took for took in reads]),
    ]


def _load(world: World, store: Neo4jStore, days: int, changed: Callable[[int], bool] | None = None) -> dict[str, float]:
    took: dict[str, float] = {}
    for name, (header, batches) in zip(("nodes", "edges", "usage"), world.everything(), strict=True):
        if changed is not None and name != "edges":
            continue
        say(f"loading {name}, day {days}")
        if name == "usage":
            batches = islice(batches, 0, None, USAGE_SHARE)
        later = msgspec.structs.replace(header, observed_at=header.observed_at + days * DAY)
        told = batches if changed is None else _changed(batches, changed)
        steps: dict[str, Stopwatch] = load(store, later, told)
        took[name] = sum(watch.seconds for watch in steps.values())
    return took


def _changed(batches: Any, changed: Callable[[int], bool]) -> Any:
    """The same edges, some with other evidence."""
    for batch in batches:
        yield [
            msgspec.structs.replace(edge, evidence="seen again") if changed(number) else edge
            for number, edge in enumerate(batch)
        ]


def _graph(store: Neo4jStore, snapshots: SnapshotDirectory) -> tuple[list[Measure], list[str]]:
    """Compiling from the database, showing the graph there, and showing it again when nothing changed."""
    say("compiling")
    begin = time.perf_counter()
    publish(store, snapshots, records.OBSERVED_AT + 3 * DAY)
    compiled = time.perf_counter() - begin
    snapshot = snapshots.open()
    edges = len(snapshot.edges.source)
    heard: dict[str, list[tuple[float, int]]] = {}

    def hear(stage: str, done: int, total: int) -> None:
        heard.setdefault(stage, []).append((time.perf_counter(), done))

    say("showing the graph")
    begin = time.perf_counter()
    show(store, snapshots, on_progress=hear)
    shown = time.perf_counter() - begin
    begin = time.perf_counter()
    show(store, snapshots)
    again = time.perf_counter() - begin
    measures = [
        Measure.of("edges read, compiled and published as a snapshot", "edges/s", [edges / compiled]),
        Measure.of("the whole graph shown: nodes, relationships, usage", "s", [shown]),
        Measure.of("the graph shown again, nothing new", "s", [again]),
    ]
    for stage, told in heard.items():
        if len(told) > 1 and told[-1][0] > told[0][0]:
            rate = (told[-1][1] - told[0][1]) / (told[-1][0] - told[0][0])
            measures.append(Measure.of(f"shown: {stage}", "rows/s", [rate]))
    told = f"The snapshot has {snapshot.count:,} nodes, {edges:,} edges and {len(snapshot.usage.day):,} usage rows"
    return measures, [f"{told} (one in {USAGE_SHARE} of the others' scenarios); showing it takes project() too."]


def _answers(store: Neo4jStore, snapshot: Snapshot) -> tuple[list[Measure], list[str]]:
    """Blast radius by Cypher and from the snapshot, of the same random identities, each answer held against the other."""
    identities = np.flatnonzero(snapshot.nodes.kind == NODE_CODES["Identity"])
    drawn = np.random.default_rng(7).choice(identities, STARTS + 5, replace=False).tolist()
    ask = ProjectedStore(store.cypher, store.generation())
    took: Samples = {"cypher": [], "snapshot": []}
    reached = []
    for number, place in enumerate(drawn):
        params = blast_radius.Params(start=(snapshot.ids[place],), as_of=records.OBSERVED_AT + 3 * DAY)
        begin = time.perf_counter()
        cypher = answer_from_neo4j("blast-radius", params, ask)["answer"]
        middle = time.perf_counter()
        answer = blast_radius.run(snapshot, params)
        end = time.perf_counter()
        assert cypher["total"] == answer.total
        # The first ones warm caches and kernels.
        if number >= 5:
            took["cypher"].append(1e3 * (middle - begin))
            took["snapshot"].append(1e3 * (end - middle))
            reached.append(answer.total)
    ours = Measure.of("blast radius from the snapshot, one identity", "ms", took["snapshot"])
    return [
        ours,
        Measure.of("blast radius by Cypher, the same identities", "ms", took["cypher"], ours),
    ], [f"Nodes reached by those {STARTS}: median {int(np.median(reached)):,}, most {max(reached):,}; equal by both."]


def _memory(url: str) -> str:
    """What a machine must hold that publishes all of it."""
    told = in_new_process("publish", url, records.OBSERVED_AT + 3 * DAY)
    peaks = {name: told[name]["VmHWM"] for name in ("imported", "read", "compiled", "shown")}
    more = peaks["shown"] - peaks["imported"]
    return (
        f"A process that publishes it, {told['nodes']:,} nodes, {told['edges']:,} edges and {told['usage']:,} usage rows claimed: "
        + ", ".join(f"{size / 1e6:,.0f} MB at most until {name}" for name, size in peaks.items())
        + f"; that is {more / (told['nodes'] + told['edges']):,.0f} bytes for each node and edge, usage included."
    )


def _size(server: Neo4jServer) -> int:
    """Bytes of the database's own files. The server is stopped for it: then all it holds in memory is written down."""
    server.stop()
    told = subprocess.run(
        ["du", "-sb", server.home / "data" / "databases" / "neo4j"], capture_output=True, text=True, check=True
    )
    server.restart()
    return int(told.stdout.split()[0])


def _home(world: World) -> Path:
    """An empty folder beside the other files of the run, on the same disk."""
    for left in ("neo4j-home", "neo4j.snapshots"):
        shutil.rmtree(world.folder / left, ignore_errors=True)
    home = world.folder / "neo4j-home"
    home.mkdir()
    return home
