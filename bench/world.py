"""What the scenarios of one run share: the graph, the store, the published snapshot."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from bench import records
from bench.graph import Graph, generate
from bench.measure import Stopwatch, say
from graph.claims import Record, RunHeader
from graph.snapshot import Snapshot, SnapshotDirectory, publish
from graph.stores.base import Store
from graph.stores.open import open_store

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class World:
    """One folder, one scale. What a scenario needs and nobody made yet is made on the way, unmeasured."""

    folder: Path
    scale: str

    @property
    def runs(self) -> int:
        """How often something that takes minutes at full scale is repeated."""
        return 3 if self.scale == "small" else 1

    @cached_property
    def graph(self) -> Graph:
        path = self.folder / "graph.npz"
        if not path.exists():
            say("generating the graph")
            generate(self.scale).save(path)
        return Graph.load(path)

    @cached_property
    def ids(self) -> list[str]:
        return records.node_ids(self.graph)

    @property
    def store_url(self) -> str:
        return f"sqlite:///{self.folder}/remit.db"

    @property
    def snapshots(self) -> SnapshotDirectory:
        return SnapshotDirectory(self.folder / "remit.db.snapshots")

    def store(self) -> Store:
        """The store, filled."""
        store = open_store(self.store_url)
        if store.generation() < 3:
            for header, batches in self.everything():
                load(store, header, batches)
        return store

    def everything(self) -> Iterable[tuple[RunHeader, Iterable[Sequence[Record]]]]:
        """The three runs: nodes, edges, usage."""
        makers: tuple[Callable[..., Any], ...] = (records.nodes, records.edges, records.usage)
        for header, maker in zip(records.headers(), makers, strict=True):
            yield header, maker(self.graph, self.ids)

    def snapshot(self) -> Snapshot:
        """The snapshot, published and opened."""
        if self.snapshots.current() is None:
            store = self.store()
            say("compiling")
            publish(store, self.snapshots, records.OBSERVED_AT + 3)
            store.close()
        return self.snapshots.open()


def load(store: Store, header: RunHeader, batches: Iterable[Sequence[Record]]) -> dict[str, Stopwatch]:
    """Bring one run into a store; the time by step, without that of making the records."""
    steps = {name: Stopwatch() for name in ("begin", "write", "check", "finish")}
    count = 0
    with steps["begin"]:
        run = store.begin(header)
    for batch in batches:
        lines = range(count, count + len(batch))
        with steps["write"]:
            store.write(run, batch, lines)
        count += len(batch)
        if count % 500_000 < len(batch):
            say(f"{count:,} records")
    with steps["check"]:
        store.check(run)
    with steps["finish"]:
        store.finish(run)
    return steps


def in_new_process(what: str, *arguments: object) -> dict[str, Any]:
    """The JSON that `bench/probe.py` prints in a process of its own."""
    command = [sys.executable, "-m", "bench.probe", what, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    measured: dict[str, Any] = msgspec.json.decode(done.stdout)
    return measured
