"""Tables read row by row, from CSV, gzipped CSV or Parquet."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NoReturn

from graph.errors import RecordError
from graph.moment import write_moment
from loaders.base import Document
from loaders.memory import STEP_BYTES, bounded_memory
from loaders.saved.fields import ErrorCollector, FieldReader

GZIP, PARQUET = b"\x1f\x8b", b"PAR1"
_DELIMITERS = ",;\t|"
# A cell may hold a policy document; a longer cell, or row, is of no table.
_CELL_CHARACTERS = 16 * 2**20
_ROW_CHARACTERS = 32 * 2**20
_ROWS_AT_ONCE = 4096
# Rows that need no bytes at all: a table whose rows are more than this, and more than its bytes, holds nothing.
_EMPTY_ROWS = 1_000_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read_head(path: Path, size: int) -> bytes:
    """The first bytes of a table's text, unpacked. Raises RecordError for a gzip that is none, OSError."""
    with path.open("rb") as file:
        head = file.read(size)
    if not head.startswith(GZIP):
        return head
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, size)
    except zlib.error:
        raise RecordError("this is not whole gzip", remedy="Export it again") from None


def columns_of(document: Document) -> tuple[str, ...]:
    """The names of a table's columns as they are written, in order; empty for what is no table. Never raises."""
    try:
        if document.format == "parquet":
            return tuple(_parquet(document).schema_arrow.names)
        if document.format == "csv":
            line = document.head.decode("utf-8-sig", "replace").partition("\n")[0].rstrip("\r")
            return tuple(name.strip() for name in next(csv.reader([line], delimiter=_delimiter(line)), []))
    except (RecordError, csv.Error):
        pass
    return ()


def rows_of(document: Document, errors: ErrorCollector) -> Iterator[FieldReader]:
    """The rows in order, each an Entry of its cells by column, with its line (Parquet: its number, from 1).

    Cells of CSV are text, those of Parquet what they are, moments as ISO 8601. A row of another width goes to
    `errors`. Raises RecordError for what cannot be read on: broken quotes, no UTF-8, a truncated file.
    """
    return _parquet_rows(document) if document.format == "parquet" else _csv_rows(document, errors)


def _csv_rows(document: Document, errors: ErrorCollector) -> Iterator[FieldReader]:
    columns = columns_of(document)
    repeated = next((name for name in columns if columns.count(name) > 1), None)
    if repeated is not None:
        raise RecordError("this column comes twice", file=document.display_path, line=1, field=repeated)
    csv.field_size_limit(_CELL_CHARACTERS)
    line = 1
    try:
        with _text(document.path) as text:
            lines = _BoundedLines(text)
            rows = csv.reader(lines, delimiter=_delimiter(next(lines, "")), strict=True)
            lines.row_ends()
            blank = 0
            for cells in rows:
                line = 1 + rows.line_num
                lines.row_ends()
                blank = 0 if cells else blank + 1
                if blank > _EMPTY_ROWS:
                    raise csv.Error(f"more than {_EMPTY_ROWS:,} empty lines follow each other")
                if cells:
                    yield from errors.collect(_entry, document.display_path, line, columns, cells)
    except (csv.Error, UnicodeDecodeError, EOFError, OSError, zlib.error) as error:
        _unreadable(document, line + 1, error)


class _BoundedLines:
    """The lines of a text; csv.Error where one row has more characters than a table has. Call `row_ends` after each row."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._read, self._left = text.readline, _ROW_CHARACTERS

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._read(self._left + 1)
        self._left -= len(line)
        if self._left < 0:
            raise csv.Error(f"a row is longer than {_ROW_CHARACTERS // 2**20} million characters")
        if not line:
            raise StopIteration
        return line

    def row_ends(self) -> None:
        """The next line begins another row."""
        self._left = _ROW_CHARACTERS


def _entry(display_path: str, line: int, columns: tuple[str, ...], cells: list[str]) -> FieldReader:
    if len(cells) != len(columns):
        raise RecordError(
            f"the row has {len(cells)} cells where the table has {len(columns)} columns",
            file=display_path,
            line=line,
            remedy="Export the table again, with quotes around cells that hold the separator",
        )
    return FieldReader(dict(zip(columns, cells, strict=True)), "", display_path, line=line)


def _unreadable(document: Document, line: int, error: Exception) -> NoReturn:
    if isinstance(error, UnicodeDecodeError):
        raise RecordError(
            "the file is not UTF-8 text", file=document.display_path, line=line, remedy="Save it as UTF-8"
        )
    if isinstance(error, csv.Error):
        raise RecordError(
            f"this is not CSV: {error}", file=document.display_path, line=line, remedy="Export the table again"
        )
    raise RecordError(
        "the file is truncated or damaged", file=document.display_path, line=line, remedy="Export it again"
    )


@contextmanager
def _text(path: Path) -> Iterator[io.TextIOWrapper]:
    with path.open("rb") as file:
        packed = file.read(2) == GZIP
        file.seek(0)
        unpacked: Any = gzip.GzipFile(fileobj=file) if packed else file
        with io.TextIOWrapper(unpacked, encoding="utf-8-sig", newline="") as text:
            yield text


def _delimiter(line: str) -> str:
    """Whatever separates most columns of the header; a comma if nothing does."""
    return max(_DELIMITERS, key=line.count)


def _parquet(document: Document) -> Any:
    # It takes a moment to import, and nobody who loads other files should wait for it.
    import pyarrow
    from pyarrow import parquet

    # Arrow's own allocator reserves a gigabyte ahead, which no limit of memory can tell from use.
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    try:
        with bounded_memory():
            return parquet.ParquetFile(document.path)
    except MemoryError:
        raise _too_large(document, 0) from None
    except (pyarrow.ArrowException, OSError, ValueError):
        raise RecordError("this is not whole Parquet", file=document.display_path, remedy="Export it again") from None


def _parquet_rows(document: Document) -> Iterator[FieldReader]:
    from pyarrow import ArrowException

    number = 0
    try:
        with _parquet(document) as file:
            _check_row_count(document, file.metadata)
            batches = file.iter_batches(batch_size=_ROWS_AT_ONCE, use_threads=False)
            while rows := _next_rows(batches):
                for row in rows:
                    number += 1
                    yield FieldReader(
                        {name: _plain(cell) for name, cell in row.items()}, "", document.display_path, line=number
                    )
    except MemoryError:
        raise _too_large(document, number + 1) from None
    except (ArrowException, OSError):
        raise RecordError(
            "this is not whole Parquet", file=document.display_path, line=number + 1, remedy="Export it again"
        ) from None


def _check_row_count(document: Document, metadata: Any) -> None:
    """Refuse a file that announces more rows than it can have anything to say about."""
    size = document.path.stat().st_size
    if metadata.num_rows > max(_EMPTY_ROWS, size):
        raise RecordError(
            f"the file announces {metadata.num_rows:,} rows in {size:,} bytes: its rows are empty, or one row repeated",
            file=document.display_path,
            remedy="No export of usage or grants is like that; check where the file comes from",
        )


def _next_rows(batches: Iterator[Any]) -> list[dict[str, Any]]:
    """The rows of the next batch that has any; empty at the end. MemoryError where they unpack to too much."""
    with bounded_memory():
        for batch in batches:
            if batch.num_rows:
                rows: list[dict[str, Any]] = batch.to_pylist(maps_as_pydicts="lossy")
                return rows
    return []


def _too_large(document: Document, line: int) -> RecordError:
    return RecordError(
        f"{_ROWS_AT_ONCE:,} rows unpack to more than {STEP_BYTES // 2**20} MB",
        file=document.display_path,
        line=line,
        remedy="No export of usage or grants has such cells; check where the file comes from",
    )


def _plain(cell: object) -> Any:
    """A cell as JSON would give it."""
    if isinstance(cell, datetime):
        aware = cell.astimezone(UTC) if cell.tzinfo else cell.replace(tzinfo=UTC)
        return write_moment((aware - _EPOCH) // (_EPOCH.resolution))
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    if isinstance(cell, Mapping):
        return {str(name): _plain(item) for name, item in cell.items()}
    return [_plain(item) for item in cell] if isinstance(cell, list) else cell
