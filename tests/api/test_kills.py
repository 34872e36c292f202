"""A load killed at any moment leaves the generation before it answering, whole, and the next load goes on."""

from __future__ import annotations

import random
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
import pytest

from graph.moment import NEVER
from graph.snapshot import SnapshotDirectory
from graph.stores.sqlite import SqliteStore
from tests.api.command_line import Remit
from tests.api.forked import fork_server

KILLS = 100
SIZE = 150


def people_of(number: int) -> int:
    """How many people run `number` lists: it grows for a while, what it says of them always changes."""
    return SIZE * (min(number, 12) + 1)


def batch(remit: Remit, number: int) -> str:
    """Run `number`: every node says which run described it last."""
    lines: list[dict[str, Any]] = [
        {
            "record": "run",
            "source": "hr:test",
            "observed_at": f"2026-01-01T{number // 60:02d}:{number % 60:02d}:00Z",
            "complete": ["Identity", "HAS_ACCOUNT"],
        }
    ]
    for person in range(people_of(number)):
        lines.append({"record": "node", "id": f"Identity:hr/{person}", "props": {"title": f"run {number}"}})
        lines.append(
            {
                "record": "edge",
                "kind": "HAS_ACCOUNT",
                "source": f"Identity:hr/{person}",
                "target": f"Account:x/{person}",
            }
        )
    return remit.write("batch.jsonl", lines)


def check_snapshot(snapshots: SnapshotDirectory) -> int:
    """A snapshot holds one run whole; returns its generation."""
    snapshot = snapshots.open()
    people = sum(text.startswith("Identity:") for text in snapshot.ids)
    titles = snapshot.column("title", NEVER - 1)
    told = {snapshot.value(code) for code in np.unique(titles[titles >= 0]).tolist()}
    edges = len(snapshot.edges.source)
    assert len(told) == 1, told
    assert people == edges == people_of(int(told.pop().removeprefix("run ")))
    return snapshot.generation


def check_store(path: Path) -> int:
    """The store's claims hold one run whole; returns their generation."""
    store = SqliteStore(path)
    try:
        claims = store.read()
        now = claims.nodes.until == NEVER
        told = {props for props, valid in zip(claims.nodes.props, now, strict=True) if valid}
        assert len(told) == 1, told
        assert int(now.sum()) == len(claims.edges.source)
        return claims.generation
    finally:
        store.close()


@pytest.mark.timeout(1200)  # As long as the machine takes for one load, a hundred times over.
def test_a_hundred_kills_leave_every_read_a_whole_generation(tmp_path: Path) -> None:
    remit, chance = Remit(tmp_path), random.Random(20261123)
    path, snapshots = tmp_path / ".remit" / "remit.db", SnapshotDirectory(tmp_path / ".remit" / "remit.db.snapshots")
    number = 0
    # Not a process's imports are timed, but a load.
    fork_server()
    began = time.monotonic()
    assert remit.run("load", batch(remit, number)).returncode == 0
    whole = time.monotonic() - began
    stop, seen, failures = threading.Event(), list[tuple[int, int]](), list[BaseException]()

    def keep_reading() -> None:
        while not stop.is_set():
            try:
                seen.append((check_snapshot(snapshots), check_store(path)))
            except BaseException as error:
                failures.append(error)
                return

    reader = threading.Thread(target=keep_reading)
    reader.start()
    killed = 0
    while killed < KILLS and not failures:
        number += 1
        load = remit.start("load", batch(remit, number))
        try:
            load.wait(chance.uniform(0.3, 1.2) * whole)
        except Exception:
            load.kill()
        killed += load.wait() < 0
    stop.set()
    reader.join()
    assert not failures, failures
    assert remit.run("load", batch(remit, number)).returncode == 0
    assert check_snapshot(snapshots) == check_store(path)
    # Generations only ever grow, and the snapshot never runs ahead of its store.
    assert [snapshot for snapshot, _ in seen] == sorted(snapshot for snapshot, _ in seen)
    assert all(snapshot <= store for snapshot, store in seen)
    assert len(seen) > KILLS / 4
