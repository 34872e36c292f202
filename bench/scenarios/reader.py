"""Records read per second from JSON Lines, beside a reader that only parses the JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import msgspec

from bench import records
from bench.measure import Measure, Result, seconds
from bench.world import World

TITLE = "Reading records from JSON Lines"
LINES = 500_000
RUNS = 3


def run(world: World) -> Result:
    """Lines per second of edges: read, checked; json and msgspec only parse them into dictionaries."""
    try:
        from graph.check import check
        from loaders.base import Context, Document, Page
        from loaders.connectors.records import normalize, write_line
    except ImportError as error:
        return Result("reader", TITLE, skipped=f"the records connector is not there: {error}")
    path = world.folder / "edges.jsonl"
    header = records.headers()[1]
    count = 0
    with path.open("wb") as file:
        file.write(write_line(header))
        batches = islice(records.edges(world.graph, world.ids), LINES // records.BATCH)
        for batch in batches:
            file.writelines(write_line(edge) for edge in batch)
            count += len(batch)
    page = Page("file", None, document=Document(path, path.name, "jsonl", None))

    def read(checked: bool) -> None:
        for draft in normalize([page], Context(observed_at=header.observed_at)):
            for _, record in draft.entries:
                if checked:
                    check(record)

    plain = Measure.of(
        "json.loads of each line, nothing more", "lines/s", _rates(count, lambda: _parse(path, json.loads))
    )
    fast = Measure.of(
        "msgspec.json.decode of each line, nothing more",
        "lines/s",
        _rates(count, lambda: _parse(path, msgspec.json.decode)),
    )
    measures = (
        Measure.of("read into claims", "lines/s", _rates(count, lambda: read(False)), plain),
        Measure.of("read into claims and checked", "lines/s", _rates(count, lambda: read(True)), plain),
        plain,
        fast,
    )
    size = path.stat().st_size
    path.unlink()
    return Result("reader", TITLE, measures, (f"{count:,} edges, {size / count:.0f} bytes a line, warm page cache.",))


def _rates(count: int, action: Callable[[], None]) -> list[float]:
    return [count / took for took in seconds(action, RUNS)]


def _parse(path: Path, decode: Callable[[bytes], object]) -> None:
    with path.open("rb") as file:
        for line in file:
            decode(line)
