"""A table says the same whether it was saved as CSV, gzipped CSV or Parquet, and a broken one says where."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from graph.errors import RecordError
from loaders.base import Document
from loaders.saved.fields import ErrorCollector
from loaders.saved.files import open_documents
from loaders.saved.tables import columns_of, rows_of

CELL = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=12)
TABLE = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=6)
)


def written(rows: list[list[str]], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    out = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    out.writerow([f"column {place}" for place in range(len(rows[0]))])
    out.writerows(rows)
    return text.getvalue().encode()


def opened(path: Path, content: bytes) -> Document:
    path.write_bytes(content)
    [document] = open_documents([path])[0]
    return document


def cells(document: Document) -> list[list[str]]:
    return [[row.body[name] for name in columns_of(document)] for row in rows_of(document, ErrorCollector(strict=True))]


@given(rows=TABLE, mark=st.booleans(), packed=st.booleans(), delimiter=st.sampled_from(",;\t"))
def test_csv_gives_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], mark: bool, packed: bool, delimiter: str
) -> None:
    content = (b"\xef\xbb\xbf" if mark else b"") + written(rows, delimiter)
    name = "table.csv.gz" if packed else "table.csv"
    document = opened(tmp_path_factory.mktemp("t") / name, gzip.compress(content) if packed else content)
    # A lone line end inside a cell is a line end; nobody's columns are told apart by which.
    assert cells(document) == rows


def test_parquet_gives_cells_as_json_would(tmp_path: Path) -> None:
    table = pa.table(
        {
            "cost": pa.array([Decimal("1.500000001"), None], pa.decimal128(20, 9)),
            "at": pa.array([datetime(2026, 11, 1, 2, tzinfo=UTC), None], pa.timestamp("us", tz="UTC")),
            "day": pa.array([date(2026, 11, 1), None], pa.date32()),
            "tags": pa.array([[("team", "core")], None], pa.map_(pa.string(), pa.string())),
            "flag": pa.array([True, None]),
        }
    )
    parquet.write_table(table, tmp_path / "table.parquet")
    [document] = open_documents([tmp_path / "table.parquet"])[0]
    assert document.format == "parquet"
    first, second = rows_of(document, ErrorCollector(strict=True))
    assert first.body == {
        "cost": Decimal("1.500000001"),
        "at": "2026-11-01T02:00:00Z",
        "day": "2026-11-01",
        "tags": {"team": "core"},
        "flag": True,
    }
    assert (first.line, second.line, set(second.body.values())) == (1, 2, {None})


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        (b'a,b\n1,2\n3,"x', 3, "not CSV"),
        (b"a,b\n1,2\n\xff,2\n", 2, "not UTF-8"),
        (b"a,a\n1,2\n", 1, "twice"),
        (b"a,b\n1,2\n1,2,3\n", 3, "3 cells where the table has 2 columns"),
    ],
)
def test_what_is_no_table_says_the_line(tmp_path: Path, content: bytes, line: int, told: str) -> None:
    document = opened(tmp_path / "table.csv", content)
    with pytest.raises(RecordError, match=told) as error:
        list(rows_of(document, ErrorCollector(strict=True)))
    assert error.value.file == document.display_path
    assert error.value.line >= line


def test_a_gzip_or_parquet_that_broke_off_is_refused(tmp_path: Path) -> None:
    whole = gzip.compress(written([[str(number)] for number in range(10_000)]))
    document = opened(tmp_path / "table.csv.gz", whole[: len(whole) // 2])
    with pytest.raises(RecordError, match="truncated or damaged"):
        list(rows_of(document, ErrorCollector(strict=True)))
    document = opened(tmp_path / "table.parquet", b"PAR1 and no more")
    assert columns_of(document) == ()
    with pytest.raises(RecordError, match="not whole Parquet"):
        list(rows_of(document, ErrorCollector(strict=True)))
