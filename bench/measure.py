"""A measurement: how it is taken, and what is reported with it."""

from __future__ import annotations

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_LIBRARIES = (
    "numpy",
    "numba",
    "msgspec",
    "duckdb",
    "igraph",
    "rustworkx",
    "networkx",
    "psutil",
    "neo4j",
    "neo4j-rust-ext",
    "remit",
)


@dataclass(frozen=True, slots=True)
class Measure:
    """The median of `runs` samples with their extremes. `ratio` is median / the median of what `beside` names."""

    what: str
    unit: str
    median: float
    least: float
    most: float
    runs: int
    beside: str | None = None
    ratio: float | None = None

    @classmethod
    def of(cls, what: str, unit: str, samples: Sequence[float], beside: Measure | None = None) -> Measure:
        median = statistics.median(samples)
        ratio = median / beside.median if beside is not None and beside.median else None
        name = beside.what if beside is not None else None
        return cls(what, unit, median, min(samples), max(samples), len(samples), name, ratio)


@dataclass(frozen=True, slots=True)
class Result:
    """What one scenario found; `skipped` says why it found nothing."""

    scenario: str
    title: str
    measures: tuple[Measure, ...] = ()
    notes: tuple[str, ...] = ()
    skipped: str | None = None
    took_s: float = 0.0


@dataclass(slots=True)
class Stopwatch:
    """Adds up the time inside its `with` blocks, and the processor time, which neighbours on the machine change less."""

    seconds: float = 0.0
    cpu_seconds: float = 0.0
    _since: tuple[float, float] = (0.0, 0.0)

    def __enter__(self) -> Stopwatch:
        self._since = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter() - self._since[0]
        self.cpu_seconds += time.process_time() - self._since[1]


def seconds(action: Callable[[], Any], runs: int = 1) -> list[float]:
    """How long an action takes, each time."""
    samples = []
    for _ in range(runs):
        begin = time.perf_counter()
        action()
        samples.append(time.perf_counter() - begin)
    return samples


def each_us(action: Callable[[Any], Any], arguments: Iterable[Any]) -> list[float]:
    """Microseconds of the action on each argument."""
    clock = time.perf_counter_ns
    samples = []
    for argument in arguments:
        begin = clock()
        action(argument)
        samples.append((clock() - begin) / 1_000)
    return samples


def is_watched() -> bool:
    """Whether there is a terminal to show progress on."""
    return sys.stderr.isatty()


def say(text: str) -> None:
    """Progress, for people who watch."""
    if is_watched():
        print(f"  {text}", file=sys.stderr, flush=True)


def hardware() -> dict[str, Any]:
    """What the numbers were taken on."""
    names = [line for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    memory = next((line for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), "0 0")
    return {
        "cpu": names[0].partition(":")[2].strip() if names else platform.processor() or platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(int(memory.split()[1]) / 2**20, 1),
        "load_before": round(os.getloadavg()[0], 2),
        "system": f"{platform.system()} {platform.release()}",
    }


def versions() -> dict[str, str]:
    """Python and every library that is measured."""
    import sqlite3

    versions = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    for name in _LIBRARIES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = "not installed"
    return versions


def folder_bytes(folder: Path) -> dict[str, int]:
    """Size of every file in a folder, by name."""
    return {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.is_file()}


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []
