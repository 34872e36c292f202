"""Edges loaded per second into the embedded store, beside SQLite writing the same rows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bench import records
from bench.measure import Measure, Result, Stopwatch, folder_bytes, say
from bench.world import World, load
from graph.stores.open import open_store

TITLE = "Loading claims into the embedded store"


def run(world: World) -> Result:
    """Rows per second, the making of the records not counted; the store is left filled for what follows."""
    edges, rows = len(world.graph.tail), len(world.graph.principal)
    samples: dict[str, list[float]] = {"nodes": [], "edges": [], "usage": [], "bare": []}
    cpu: dict[str, list[float]] = {name: [] for name in samples}
    steps: dict[str, Stopwatch] = {}
    for _ in range(world.runs):
        for path in world.folder.glob("remit.db*"):
            if path.is_file():
                path.unlink()
        store = open_store(world.store_url)
        for name, (header, batches) in zip(samples, world.everything(), strict=False):
            say(f"loading {name}")
            took = load(store, header, batches)
            samples[name].append(sum(watch.seconds for watch in took.values()))
            cpu[name].append(sum(watch.cpu_seconds for watch in took.values()))
            if name == "edges":
                steps = took
        store.close()
        say("SQLite alone")
        watch = _bare(world, world.folder / "bare.db")
        samples["bare"].append(watch.seconds)
        cpu["bare"].append(watch.cpu_seconds)
    bare = Measure.of("bare sqlite3 executemany of the same edges", "rows/s", [edges / s for s in samples["bare"]])
    bare_cpu = Measure.of("processor time per edge, bare executemany", "µs", [1e6 * s / edges for s in cpu["bare"]])
    sizes = folder_bytes(world.folder)
    return Result(
        "load",
        TITLE,
        (
            Measure.of(
                "edges through begin, write, check, finish", "rows/s", [edges / s for s in samples["edges"]], bare
            ),
            bare,
            Measure.of("nodes", "rows/s", [world.graph.count / s for s in samples["nodes"]]),
            Measure.of("usage rows", "rows/s", [rows / s for s in samples["usage"]]),
            Measure.of("processor time per edge", "µs", [1e6 * s / edges for s in cpu["edges"]], bare_cpu),
            bare_cpu,
        ),
        (
            f"{edges:,} edges, {world.graph.count:,} nodes, {rows:,} usage rows; records are made outside the timing.",
            "Bare: one table of text columns with a rowid, one transaction, WAL, synchronous = FULL, no index, no key.",
            "Edges come shuffled within their kind. " + _shares(steps),
            f"File: {sizes['remit.db'] / 1e6:,.0f} MB with nodes and usage; the bare table of edges alone {sizes['bare.db'] / 1e6:,.0f} MB.",
        ),
    )


def _shares(steps: dict[str, Stopwatch]) -> str:
    parts = ", ".join(
        f"{name} {watch.seconds:.1f} s ({watch.cpu_seconds:.1f} s processor)" for name, watch in steps.items()
    )
    return f"Where the edges' time goes: {parts}."


def _bare(world: World, path: Path) -> Stopwatch:
    """The time to write the edges' fields as text into one plain table."""
    for old in path.parent.glob(path.name + "*"):
        old.unlink()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        "CREATE TABLE edge (kind TEXT, source TEXT, target TEXT, permission TEXT, since TEXT, evidence TEXT)"
    )
    watch = Stopwatch()
    with watch:
        connection.execute("BEGIN")
    for batch in records.edges(world.graph, world.ids):
        rows = [
            (
                edge.kind,
                edge.source,
                edge.target,
                edge.permission.name if edge.permission else None,
                None if edge.since is None else str(edge.since),
                edge.evidence,
            )
            for edge in batch
        ]
        with watch:
            connection.executemany("INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?)", rows)
    with watch:
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return watch
