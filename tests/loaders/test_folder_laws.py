"""Laws of connectors of files: a folder that moved, files in another order and files in pages change no run."""

from __future__ import annotations

import csv
import io
import itertools
import json
import random
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims import RunHeader
from graph.moment import read_moment
from graph.snapshot.publish import snapshot_of
from graph.stores.open import open_store
from loaders.base import Context
from loaders.connectors.records import write_line
from loaders.ingest import ingest
from loaders.saved import files
from tests.loaders.test_golden import FIXTURES, GOLDEN

CONTEXT = Context(read_moment("2026-11-20T06:00:00Z"), salt=b"golden")
MCP = FIXTURES / "mcp" / "tree"
FIXTURE_FOLDERS = {**{name: FIXTURES / name / "golden" for name in GOLDEN}, "mcp": MCP}
FOLDERS: dict[str, Path] = {}
NUMBERS = itertools.count()

# (source, complete scopes, usage days, charge days), records as lines in byte order
Header = tuple[str, tuple[str, ...], tuple[int, int] | None, tuple[int, int] | None]
Run = tuple[Header, tuple[bytes, ...]]


def _runs(folder: Path, seed: int | None = None) -> list[Run]:
    """What a load of a folder makes of it, without what only messages say; `seed` shuffles its files."""
    documents, _ = files.open_documents([folder])
    if seed is not None:
        random.Random(seed).shuffle(documents)
    runs = []
    for run in files._runs(files.assign_connectors(documents), CONTEXT):
        records = tuple(sorted(write_line(record) for _, record in run.records))
        runs.append((_proven(run.header, run.complete, bool(run.rejected)), records))
    return sorted(runs, key=repr)


def _proven(header: RunHeader, complete: tuple[str, ...] | None, has_rejected: bool) -> Header:
    scopes = header.complete if complete is None and not has_rejected else complete or ()
    return (header.source, tuple(sorted(scopes)), header.usage, header.charges)


@pytest.fixture(scope="module", autouse=True)
def _copies(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Copies of the files: the folders of the fixtures are named after connectors, as folders of instances are."""
    for name, folder in FIXTURE_FOLDERS.items():
        FOLDERS[name] = tmp_path_factory.mktemp("first") / "export"
        copytree(folder, FOLDERS[name])


@cache
def first(name: str) -> list[Run]:
    """The runs of a connector's files where they lie, in their own order."""
    return _runs(FOLDERS[name])


@pytest.mark.parametrize("name", FIXTURE_FOLDERS)
def test_a_folder_that_moved_says_the_same(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = tmp_path / "srv" / "archive"
    copytree(FOLDERS[name], moved)
    assert _runs(moved) == first(name)
    monkeypatch.chdir(moved)
    assert _runs(Path()) == first(name)
    monkeypatch.chdir(moved.parent)
    assert _runs(Path("archive")) == first(name)


@pytest.mark.parametrize("name", FIXTURE_FOLDERS)
@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_order_of_files_says_nothing(name: str, seed: int) -> None:
    assert _runs(FOLDERS[name], seed) == first(name)


def _split(path: Path, rng: random.Random) -> None:
    """Cut a table, a file of lines or a list into two pages, numbered as exports number them."""
    if re.search(r"\d\Z", path.stem):
        return  # a page already, or named by a day
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        lines = text.splitlines(keepends=True)
        if len(list(csv.reader(io.StringIO(text)))) != len(lines) or len(lines) < 3:
            return  # a cell of several lines
        head, rows = lines[:1], lines[1:]
    elif path.suffix == ".jsonl":
        head, rows = [], text.splitlines(keepends=True)
    else:
        try:
            body = json.loads(text)
        except ValueError:
            body = None
        is_lines = body is None and text.startswith("{")
        head, rows = [], text.splitlines(keepends=True) if is_lines else body
    if not isinstance(rows, list) or len(rows) < 2:
        return
    cut = rng.randrange(1, len(rows))
    for number, part in enumerate((rows[:cut], rows[cut:]), 1):
        page = path.with_name(f"{path.stem}.{number}{path.suffix}")
        page.write_text(json.dumps(part) if isinstance(rows[0], dict) else "".join([*head, *part]), encoding="utf-8")
    path.unlink()


# Those of whose files some can come in parts. A table of a database and a list of LiteLLM do not say that they end: of
# parts nobody knows that they are all, so that they prove less and say the same; LiteLLM's keys then lose their status too.
PAGED = ("focus", "gcp", "github", "mcp_introspection", "otlp", "postgres", "snowflake")


@pytest.mark.parametrize("name", PAGED)
@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_file_in_pages_says_what_it_says_whole(
    name: str, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    copy = tmp_path_factory.mktemp("pages") / "export"
    copytree(FOLDERS[name], copy)
    rng = random.Random(seed)
    for path in sorted(path for path in copy.rglob("*") if path.suffix in (".csv", ".jsonl", ".json")):
        _split(path, rng)
    in_pages = _runs(copy)
    assert [(header[0], records) for header, records in in_pages] == [(h[0], records) for h, records in first(name)]
    for (header, _), (whole, _) in zip(in_pages, first(name), strict=True):
        assert header == whole or name == "postgres"
        assert set(header[1]) <= set(whole[1])


def _digest(paths: Sequence[Path], name: str) -> str:
    """The digest of everything that can be asked after a load of these paths into an empty store."""
    store = open_store(f"memory:{name}-{next(NUMBERS)}")
    runs, _ = files.load_runs(paths, CONTEXT)
    ingest(store, runs)
    return snapshot_of(store, CONTEXT.observed_at).digest


@pytest.mark.parametrize("name", FIXTURE_FOLDERS)
@settings(max_examples=2, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_no_answer_depends_on_where_an_export_lies_or_on_the_order_of_what_is_named(
    name: str, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    moved = tmp_path_factory.mktemp("moved") / "srv"
    copytree(FOLDERS[name], moved)
    named = [moved / file for file in sorted(path.name for path in moved.iterdir())]
    random.Random(seed).shuffle(named)
    assert _digest(named, name) == _digest([FOLDERS[name]], name)
