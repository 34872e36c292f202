"""Small files and bodies that unpack to much: refused with a reason, in bounded memory."""

from __future__ import annotations

import contextlib
import gzip
import multiprocessing
import os
import resource
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from graph.errors import RecordError
from loaders.base import Context, Document, Page, Secret
from loaders.bills import files
from loaders.bills.files import read_json_lines
from loaders.connectors.otlp.export import JSON, TraceExportRequest, read_export
from loaders.connectors.otlp.wire import Undecodable, unpack
from loaders.connectors.records import normalize
from loaders.live.auth import BasicAuth
from loaders.live.http import FetchContext, RetryPolicy
from loaders.live.pagination import ListPage, PageRequest, Paginator
from loaders.memory import bounded_memory
from loaders.saved.fields import ErrorCollector
from loaders.saved.parsing import parse, read_body
from loaders.saved.tables import rows_of

GIGABYTE = 2**30
LONG = "x" * 2**20

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts the memory of a process")


def repeated_cell(path: Path) -> None:
    """A million cells of a megabyte, each a reference to one text."""
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 1_000_000, pa.int32()), pa.array([LONG]))
    parquet.write_table(pa.table({"a": column}), path, compression="zstd")


def shared_prefixes(path: Path) -> None:
    encoding = {"a": "DELTA_BYTE_ARRAY"}
    table = pa.table({"a": pa.array([LONG] * 1_500)})
    parquet.write_table(table, path, compression="zstd", use_dictionary=False, column_encoding=encoding)


def one_long_list(path: Path) -> None:
    count = 200_000_000
    column = pa.ListArray.from_arrays(pa.array([0, count], pa.int32()), pa.nulls(count, pa.int8()))
    parquet.write_table(pa.table({"a": column}), path, compression="zstd")


def long_cells(path: Path) -> None:
    table = pa.table({"a": pa.array([LONG] * 900)})
    parquet.write_table(table, path, compression="zstd", use_dictionary=False)


BOMBS = {make.__name__: make for make in (repeated_cell, shared_prefixes, one_long_list, long_cells)}


def in_a_child(work: Callable[[], str]) -> tuple[str, int]:
    """What some work returned, and by how many bytes the memory of its process grew at most."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def most_bytes() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    def run() -> None:
        # A forked process begins with what the tests before it left in memory.
        before = most_bytes()
        sender.send((work(), most_bytes() - before))

    child = context.Process(target=run)
    child.start()
    # So that a child that fails ends the wait.
    sender.close()
    answer: tuple[str, int] = receiver.recv()
    child.join()
    return answer


def refusal(document: Document) -> str:
    try:
        count = sum(1 for _ in rows_of(document, ErrorCollector(True)))
    except RecordError as error:
        return str(error)
    return f"{count} rows"


@linux_only
@pytest.mark.parametrize("name", BOMBS)
def test_parquet_that_unpacks_to_gigabytes_is_refused_below_one(name: str, tmp_path: Path) -> None:
    path = tmp_path / "bomb.parquet"
    maker = multiprocessing.get_context("fork").Process(target=BOMBS[name], args=(path,))
    maker.start()
    maker.join()
    assert path.stat().st_size < 100_000
    problem, growth = in_a_child(lambda: refusal(Document(path, "bomb.parquet", "parquet", None, b"")))
    assert problem.startswith("bomb.parquet:1: 4,096 rows unpack to more than 768 MB")
    assert growth < GIGABYTE


def one_value_repeated(path: Path) -> None:
    with parquet.ParquetWriter(path, pa.schema({"a": pa.int8()}), compression="zstd") as writer:
        group = pa.table({"a": pa.nulls(5_000_000, pa.int8())})
        for _ in range(100):
            writer.write_table(group)


def test_parquet_of_very_many_empty_rows_is_refused_before_its_first(tmp_path: Path) -> None:
    path = tmp_path / "bomb.parquet"
    one_value_repeated(path)
    began = time.monotonic()
    problem = refusal(Document(path, "bomb.parquet", "parquet", None, b""))
    assert problem.startswith("bomb.parquet: the file announces 500,000,000 rows in ")
    assert time.monotonic() - began < 5


def test_parquet_that_repeats_a_value_within_reason_is_read(tmp_path: Path) -> None:
    path = tmp_path / "same.parquet"
    parquet.write_table(pa.table({"a": pa.array(["same"] * 20_000), "b": pa.nulls(20_000)}), path, compression="zstd")
    assert path.stat().st_size < 20_000
    assert refusal(Document(path, "same.parquet", "parquet", None, b"")) == "20000 rows"


def test_a_packed_table_of_blank_lines_is_refused(tmp_path: Path) -> None:
    path, head = tmp_path / "blank.csv.gz", b"a,b\n1,2\n"
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(head + b"\n" * 1_100_000)
    problem = refusal(Document(path, "blank.csv.gz", "csv", None, head))
    assert "more than 1,000,000 empty lines follow each other" in problem


@pytest.mark.parametrize("blank", [b"\n" * 1_000_002, (b" " * 2**20 + b"\n") * 65], ids=["lines", "bytes"])
def test_packed_json_lines_that_are_blank_without_end_are_refused(blank: bytes, tmp_path: Path) -> None:
    path, head = tmp_path / "blank.jsonl.gz", b'{"a": 1}\n'
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(head + blank[:-9] + head + blank)
    document = Document(path, "blank.jsonl.gz", "csv", None, head)
    with pytest.raises(RecordError, match=r"^blank.jsonl.gz:\d+: more than 1,000,000 blank lines, or 64 MB") as refused:
        list(read_json_lines(document, ErrorCollector(True)))
    assert refused.value.line > 60
    records = tmp_path / "records.jsonl"
    records.write_bytes(b'{"record":"run","source":"a:b","observed_at":"2026-11-20T06:00:00Z"}\n' + blank)
    document = Document(records, "records.jsonl", "jsonl", None, head)
    with pytest.raises(RecordError, match=r"^records.jsonl:\d+: more than 1,000,000 blank lines"):
        [list(run.records) for run in normalize([Page("", None, document=document)], Context(observed_at=0))]


def test_files_are_unpacked_to_be_compared_only_where_they_begin_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved(name: str, content: bytes) -> Document:
        packed = gzip.compress(content) if name.endswith(".gz") else content
        (tmp_path / name).write_bytes(packed)
        return Document(tmp_path / name, name, "csv", None, content[:16])

    rows, other = b"a,b\n" + b"1,2\n" * 1000, b"c,d\n" + b"1,2\n" * 1000
    documents = [saved("one.csv", rows), saved("two.csv.gz", rows), saved("three.csv.gz", rows + b"3,4\n")]
    documents += [saved("four.csv.gz", other), saved("copy.csv.gz", rows)]
    unpacked: list[Path] = []
    real = files._digest_of
    monkeypatch.setattr(files, "_digest_of", lambda content, limit: unpacked.append(content) or real(content, limit))
    kept = [document.display_path for document in files.without_duplicates(documents)]
    assert kept == ["one.csv", "three.csv.gz", "four.csv.gz"]
    assert len(unpacked) == 4
    # Beyond the limit files are compared as they are: a copy is one still, another packing is not.
    monkeypatch.setattr(files, "MAX_COMPARED_BYTES", 1000)
    (tmp_path / "copy.csv.gz").write_bytes((tmp_path / "two.csv.gz").read_bytes())
    kept = [document.display_path for document in files.without_duplicates(documents)]
    assert kept == ["one.csv", "two.csv.gz", "three.csv.gz", "four.csv.gz"]


@pytest.mark.parametrize("piece", [b"x" * 2**20, b'"a\n",' * 2**18], ids=["one line", "one row of many lines"])
def test_a_packed_row_without_end_is_refused_below_a_gigabyte(piece: bytes, tmp_path: Path) -> None:
    path, head = tmp_path / "bomb.csv.gz", b"a,b\n1,2\n"
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(head)
        for _ in range(200):
            file.write(piece)
    problem, growth = in_a_child(lambda: refusal(Document(path, "bomb.csv.gz", "csv", None, head)))
    assert problem.startswith("bomb.csv.gz:3: this is not CSV: a row is longer than 32 million characters")
    assert growth < GIGABYTE


def test_rows_of_any_length_within_the_limit_are_read(tmp_path: Path) -> None:
    path, head = tmp_path / "wide.csv", b"a,b\n"
    cells = ["y" * 15 * 2**20, '"two\nlines"', "short"]
    path.write_text("a,b\n" + "".join(f"{cell},{number}\n" for number, cell in enumerate(cells * 3)))
    rows = list(rows_of(Document(path, "wide.csv", "csv", None, head), ErrorCollector(True)))
    assert [len(str(row.body["a"])) for row in rows] == [len(cells[0]), 9, 5] * 3
    assert [row.line for row in rows][:3] == [2, 4, 5]


@linux_only
def test_a_body_or_file_of_very_many_values_is_refused() -> None:
    body = b"[" + b"[]," * 16_000_000 + b"[]]"

    def problems() -> str:
        with pytest.raises(ValueError, match="its body holds more values than fit 768 MB"):
            read_body(body)
        with pytest.raises(RecordError, match="the file holds more values than fit 768 MB"):
            parse("json", body.decode())
        return "refused"

    assert in_a_child(problems)[0] == "refused"


@linux_only
def test_a_limit_of_memory_ends_with_its_step() -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    with pytest.raises(MemoryError), bounded_memory(64 * 2**20):
        bytearray(256 * 2**20)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
    assert len(bytearray(256 * 2**20)) == 256 * 2**20


@linux_only
def test_steps_of_several_threads_leave_no_limit_behind() -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)

    def steps() -> None:
        for _ in range(200):
            with bounded_memory():
                bytearray(2**20)

    threads = [threading.Thread(target=steps) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


def test_a_body_of_very_many_empty_members_is_refused() -> None:
    members = gzip.compress(b"") * 629_145
    (outcome,) = read_export(TraceExportRequest(JSON, True, members), "default")[:1]
    assert "more than 1000 parts" in outcome.problem


@given(
    st.lists(
        st.one_of(st.binary(max_size=300), st.integers(0, 200_000).map(lambda n: b"a" * n)), min_size=1, max_size=6
    )
)
def test_members_of_any_size_unpack_to_what_was_packed(parts: list[bytes]) -> None:
    packed = b"".join(gzip.compress(part, 1) for part in parts)
    assert unpack(packed) == b"".join(parts)
    for broken in (packed[:-1], packed + b"\0", b""):
        with pytest.raises(Undecodable):
            unpack(broken)


MEGABYTE = 2**20
# What a system may answer within its 64 MB that becomes most in memory.
ANSWERS: dict[str, Callable[[], bytes]] = {
    "objects": lambda: b'{"data":[' + b'{"id":"a"},' * (63 * MEGABYTE // 11) + b'{"id":"b"}]}',
    "empty lists": lambda: b'{"data":[' + b"[]," * (63 * MEGABYTE // 3) + b"[]]}",
    "fractions": lambda: b'{"data":[' + b"1.5," * (63 * MEGABYTE // 4) + b"1.5]}",
    "one wide text": lambda: b'{"data":["\xf0\x9f\x98\x80' + b"a" * (63 * MEGABYTE) + b'"]}',
    "texts": lambda: b'{"data":[' + b'"aaaaaaaaaaaa",' * (40 * MEGABYTE // 15) + b'"b"]}',
}


@contextmanager
def answering(body: bytes) -> Iterator[str]:
    """A system that answers every request with one body, and the address of it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def read_pages(address: str, policy: RetryPolicy, parse_page: Callable[..., ListPage]) -> list[Page]:
    context = FetchContext(0, retry_policy=policy)
    with context.open_http(address, BasicAuth(Secret("key")), remedy="mend it") as http:
        return list(Paginator(http, parse_page, 10**9).read_collection("things", ["/things?page=0"]))


# Each takes seconds: the rest runs where REMIT_TEST_BOMBS says so.
TESTED_ANSWERS = list(ANSWERS) if os.environ.get("REMIT_TEST_BOMBS") else ["one wide text", "texts"]


@linux_only
@pytest.mark.parametrize("name", TESTED_ANSWERS)
def test_an_answer_of_63_megabytes_is_read_or_refused_below_a_gigabyte(name: str) -> None:
    def pages(address: str) -> str:
        policy = RetryPolicy(initial_wait_s=0.01)
        (*_, last) = read_pages(address, policy, lambda request, body: ListPage(body["data"], None))
        return "read" if last.failure is None else last.failure.detail

    with answering(ANSWERS[name]()) as address:
        outcome, growth = in_a_child(lambda: pages(address))
    assert outcome == "read" or outcome.endswith("its body holds more values than fit 768 MB")
    assert growth < GIGABYTE


@pytest.mark.parametrize(("policy", "reached"), [({"run_s": 0.5}, "hours"), ({"run_bytes": 5_000}, "5,000 bytes")])
def test_pages_without_end_end(policy: dict[str, Any], reached: str) -> None:
    """Each page leads to one that was never seen, and holds an entry that never came."""

    def parse_page(request: PageRequest, _: object) -> ListPage:
        number = int(request.link.partition("=")[2])
        return ListPage([number], f"/things?page={number + 1}")

    with answering(b'{"data": []}') as address:
        began = time.monotonic()
        (*_, last) = read_pages(address, RetryPolicy(**policy), parse_page)
        assert time.monotonic() - began < 10
    assert last.failure is not None
    assert (reached in last.failure.detail, "did not end" in last.failure.detail) == (True, True)
