"""Time to compile a generation into a snapshot, and the size of the snapshot."""

from __future__ import annotations

import shutil

from bench import records
from bench.measure import Measure, Result, Stopwatch, folder_bytes, say
from bench.world import World
from graph.snapshot import compile_claims

TITLE = "Compiling and publishing a snapshot"


def run(world: World) -> Result:
    """Edges per second of the three steps; the snapshot is left published for what follows."""
    store = world.store()
    times: dict[str, list[float]] = {"read": [], "compile": [], "publish": []}
    for _ in range(world.runs):
        shutil.rmtree(world.snapshots.folder, ignore_errors=True)
        watches = {step: Stopwatch() for step in times}
        say("reading the store")
        with watches["read"]:
            claims = store.read()
        say("compiling")
        with watches["compile"]:
            compiled = compile_claims(claims)
        say("publishing")
        with watches["publish"]:
            stamp = (claims.generation, store.identity(), records.OBSERVED_AT + 3)
            world.snapshots.publish(compiled, stamp, claims.sources, {})
        for step, watch in watches.items():
            times[step].append(watch.seconds)
        del claims, compiled
    store.close()
    snapshot = world.snapshot()
    edges, nodes, usage = (len(table) for table in (snapshot.edges, snapshot.nodes, snapshot.usage))
    sizes = folder_bytes(world.snapshots.folder / (world.snapshots.current() or ""))
    of_edges = sum(size for name, size in sizes.items() if name.startswith(("edge.", "into.", "out.")))
    of_usage = sum(size for name, size in sizes.items() if name.startswith("usage."))
    whole = sum(sizes.values())
    total = [sum(step) for step in zip(*times.values(), strict=True)]
    return Result(
        "compile",
        TITLE,
        (
            Measure.of("read, compile and publish", "edges/s", [edges / took for took in total]),
            *(
                Measure.of(f"{name} alone", "edges/s", [edges / took for took in took_s])
                for name, took_s in times.items()
            ),
            *(Measure.of(f"{name} alone", "s", took_s) for name, took_s in times.items()),
            Measure.of("snapshot, per edge", "bytes", [of_edges / edges]),
            Measure.of("snapshot, per node", "bytes", [(whole - of_edges - of_usage) / nodes]),
            Measure.of("snapshot, per usage row", "bytes", [of_usage / usage]),
            Measure.of("snapshot in all", "MB", [whole / 1e6]),
        ),
        (
            f"{nodes:,} nodes, {edges:,} edges (one USED edge per pair seen in usage among them), {usage:,} usage rows.",
            "Per edge: all columns of the edge table and its index both ways. Per node: ids, kinds, every property's history.",
        ),
    )
