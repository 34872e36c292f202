"""The request of an export: from what, of which moment, where to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from graph.snapshot import Snapshot
from graph.stores.base import Store

T = TypeVar("T")

Progress = Callable[[str, int], None]

_OFTEN = 10_000


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One export. `snapshot` is asked for by the formats that draw the graph, `store` by the one that keeps its history.

    `moment`: what holds then is drawn. `extension` (OpenGraph): write the definition of our kinds beside the graph.
    `exact` (CSV, FOCUS): texts as they are, even where a spreadsheet would run them. `progress` gets (where to, rows so far).
    """

    store: Store
    snapshot: Callable[[], Snapshot]
    moment: int
    out: Path
    extension: bool = False
    exact: bool = False
    progress: Progress | None = None

    def counted(self, rows: Iterable[T], count: Counter) -> Iterator[T]:
        """The rows, counted, with progress now and then."""
        for row in rows:
            yield row
            count.rows += 1
            if self.progress is not None and count.rows % _OFTEN == 0:
                self.progress(str(self.out), count.rows)


@dataclass(slots=True)
class Counter:
    """How many rows were written so far."""

    rows: int = 0
