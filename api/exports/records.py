"""Export of a whole store as records that another store can take: closed claims and decisions too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from api.exports.request import ExportRequest
from api.exports.target import replaced_file
from graph.stores.base import Claims, Store
from graph.stores.records import Restores
from loaders.connectors.records import write_line


def write(request: ExportRequest) -> str:
    """Write everything the store holds; what to tell of it."""
    return f"{export_records(request.store, request.out, request.progress)} lines"


def export_records(store: Store, out: Path, progress: Callable[[str, int], None] | None = None) -> int:
    """Write one restore run for each source, and the decisions; the number of lines. Raises StoreError if `out` cannot be.

    Loaded into an empty store it gives a snapshot of the same digest.
    """
    claims, count = store.read(with_events=True), 0
    with replaced_file(out) as file:
        for line in _lines(claims):
            file.write(line)
            count += 1
            if progress is not None and count % 10_000 == 0:
                progress(str(out), count)
    return count


def _lines(claims: Claims) -> Iterator[bytes]:
    restores = Restores(claims)
    for number in range(len(claims.sources)):
        yield write_line(restores.header(number))
        for record in restores.records(number):
            yield write_line(record)
    for decision in claims.decisions:
        yield write_line(decision)
