"""Measurements in a fresh process: opening a snapshot, and the memory of a process that answers or publishes."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any


def open_it(folder: Path) -> dict[str, Any]:
    """Milliseconds to import, to open, to open again, and to the first lookup."""
    begin = time.perf_counter()
    from graph.snapshot import SnapshotDirectory

    imported = time.perf_counter()
    snapshot = SnapshotDirectory(folder).open()
    opened = time.perf_counter()
    place = snapshot.index_of(snapshot.ids[snapshot.count // 2])
    found = time.perf_counter()
    SnapshotDirectory(folder).open()
    again = time.perf_counter()
    spans = {"import": imported - begin, "open": opened - imported, "find": found - opened, "again": again - found}
    return {name: 1_000 * span for name, span in spans.items()} | {"place": place}


def answer(folder: Path, start: str, moment: int) -> dict[str, Any]:
    """Memory before anything, after opening, and after one blast radius, in bytes; and how long the answer took."""
    before = _memory()
    from graph.snapshot import SnapshotDirectory
    from queries import blast_radius

    imported = _memory()
    snapshot = SnapshotDirectory(folder).open()
    opened = _memory()
    begin = time.perf_counter()
    found = blast_radius.run(snapshot, blast_radius.Params(start=(start,), as_of=moment))
    took = time.perf_counter() - begin
    begin = time.perf_counter()
    blast_radius.run(snapshot, blast_radius.Params(start=(start,), as_of=moment))
    again = time.perf_counter() - begin
    return {
        "before": before,
        "imported": imported,
        "opened": opened,
        "answered": _memory(),
        "seconds": took,
        "again": again,
        "total": found.total,
    }


def publishing(url: str, moment: int) -> dict[str, Any]:
    """Memory of a process that publishes a whole store: after reading the claims, compiling them, and making the graph."""
    from graph.snapshot import snapshot_of
    from graph.snapshot.projection import project
    from graph.stores.open import open_store

    imported = _memory()
    store = open_store(url)
    claims = store.read()
    read = _memory()
    counts = {"nodes": len(claims.nodes.node), "edges": len(claims.edges.source), "usage": len(claims.usage.day)}
    del claims
    snapshot = snapshot_of(store, moment)
    compiled = _memory()
    project(snapshot)
    store.close()
    return {"imported": imported, "read": read, "compiled": compiled, "shown": _memory(), **counts}


def _memory() -> dict[str, int]:
    names = ("VmRSS", "RssAnon", "RssFile", "VmHWM")
    status = dict(line.split(":", 1) for line in Path(f"/proc/{os.getpid()}/status").read_text().splitlines())
    return {name: int(status[name].split()[0]) * 1024 for name in names}


if __name__ == "__main__":
    what, where, *rest = sys.argv[1:]
    if what == "open":
        told = open_it(Path(where))
    elif what == "answer":
        told = answer(Path(where), rest[0], int(rest[1]))
    else:
        told = publishing(where, int(rest[0]))
    print(json.dumps(told))
