"""Laws of connectors of files: a folder that moved, files in another order and files in pages change no run."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims import RunHeader
from graph.moment import read_moment
from graph.snapshot.publish import snapshot_of
from graph.stores.open import open_store
from loaders.base import Context
from loaders.connectors import CONNECTORS
from loaders.connectors.records import write_line
from loaders.ingest import ingest
from loaders.saved import files
from tests.loaders.cut_pages import PAGED, WHOLE
from tests.loaders.test_golden import FIXTURES, GOLDEN

CONTEXT = Context(read_moment("2026-11-20T06:00:00Z"), salt=b"golden")
# The files of each connector. A path with a connector's name in it says the instance, as `openai/harbor/...`.
FIXTURE_FOLDERS = {
    **{name: FIXTURES / name / "golden" for name in GOLDEN},
    **dict.fromkeys(("entra", "google", "jumpcloud", "okta", "peribolos", "records", "scim"), FIXTURES),
    "mcp": FIXTURES / "mcp" / "tree",
    "openai": FIXTURES / "openai",
    "anthropic": FIXTURES / "anthropic",
}
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
        FOLDERS[name] = copy = tmp_path_factory.mktemp("first") / "export"
        if name in ("openai", "anthropic"):
            copytree(folder, copy / name, ignore=ignore_patterns("*.jsonl"))
        elif folder == FIXTURES:
            copytree(folder / name, copy, ignore=ignore_patterns("*expected.jsonl", "mill-2026-03-01.yaml"))
        else:
            copytree(folder, copy)
    harbor, mill = sorted(FOLDERS["peribolos"].iterdir())
    harbor.write_text(harbor.read_text() + mill.read_text().partition("orgs:\n")[2])
    mill.unlink()


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


# Those whose pages do not all say whether another one follows: of some pages nobody knows that they are all, so that
# they prove less and say the same.
PROVE_LESS = ("entra", "google", "postgres")


def test_every_connector_has_pages_or_a_reason_why_not() -> None:
    assert not PAGED.keys() & WHOLE.keys()
    assert PAGED.keys() | WHOLE.keys() == CONNECTORS.keys() == FIXTURE_FOLDERS.keys()


@pytest.mark.parametrize("name", PAGED)
@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_file_in_pages_says_what_it_says_whole(
    name: str, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    copy = tmp_path_factory.mktemp("pages") / "export"
    copytree(FOLDERS[name], copy)
    assert PAGED[name](copy, random.Random(seed))
    in_pages = _runs(copy)
    assert [(header[0], records) for header, records in in_pages] == [(h[0], records) for h, records in first(name)]
    for (header, _), (whole, _) in zip(in_pages, first(name), strict=True):
        assert header == whole or (name in PROVE_LESS and set(header[1]) <= set(whole[1]))


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
