"""Time to open a published snapshot: in a new process, with a cold and a warm page cache."""

from __future__ import annotations

import os
from pathlib import Path

from bench.measure import Measure, Result
from bench.world import World, in_new_process

TITLE = "Opening a published snapshot"
RUNS = 7


def run(world: World) -> Result:
    """Milliseconds of SnapshotDirectory.open, and of the first lookup of an id after it."""
    world.snapshot()
    folder = world.snapshots.folder
    in_new_process("open", folder)
    warm = [in_new_process("open", folder) for _ in range(RUNS)]
    cold = []
    for _ in range(RUNS):
        _drop_from_page_cache(folder / (world.snapshots.current() or ""))
        cold.append(in_new_process("open", folder))
    return Result(
        "open",
        TITLE,
        (
            Measure.of("open, new process, files not in the page cache", "ms", [found["open"] for found in cold]),
            Measure.of("open, new process, files in the page cache", "ms", [found["open"] for found in warm]),
            Measure.of("open again in the same process", "ms", [found["again"] for found in warm]),
            Measure.of("first lookup of an id, files not in the page cache", "ms", [found["find"] for found in cold]),
            Measure.of("first lookup of an id, files in the page cache", "ms", [found["find"] for found in warm]),
            Measure.of("importing graph.snapshot", "ms", [found["import"] for found in warm]),
        ),
        ("Page cache emptied by posix_fadvise(DONTNEED) on each file; a virtual disk may have a cache of its own.",),
    )


def _drop_from_page_cache(folder: Path) -> None:
    for path in folder.iterdir():
        handle = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(handle)
