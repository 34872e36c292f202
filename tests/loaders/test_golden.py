"""What each connector makes of documented payloads, record by record: `fixtures/<connector>/golden` and what is expected of it."""

from __future__ import annotations

import os
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from shutil import copytree

import msgspec
import pytest

from graph.check import check, check_header
from graph.errors import InputError
from graph.moment import read_moment
from graph.ontology import DAY_SCOPES
from loaders.base import NO_RUN, Context, Document, PendingRun
from loaders.connectors import CONNECTORS, SIGNATURES
from loaders.connectors.records import write_line
from loaders.saved.files import assign_connectors, load_runs, open_documents

FIXTURES = Path(__file__).parents[1] / "fixtures"
EXAMPLE = Path(__file__).parents[2] / "examples" / "larkspur" / "2026-11-21"
GOLDEN = sorted(path.parent.name for path in FIXTURES.glob("*/golden"))
# For whoever writes a connector: what is written must then be read against the fixture, line by line.
WRITE = os.environ.get("REMIT_WRITE_GOLDEN") == "1"


def lines_of(draft: PendingRun) -> list[bytes]:
    """A run as lines: its header as it was proven, its records in byte order, and what was refused or is not whole."""
    records = [record for _, record in draft.records]
    for record in records:
        check(record)
    header = draft.header
    if header != NO_RUN:
        check_header(header)
        if draft.complete is not None or draft.rejected:
            proven = draft.complete or ()
            header = msgspec.structs.replace(
                header,
                complete=tuple(kind for kind in proven if kind not in DAY_SCOPES),
                usage=header.usage if "usage" in proven else None,
                charges=header.charges if "charges" in proven else None,
            )
    told = [{"refused": text} for text in draft.rejected]
    told += [{"note": note} for note in draft.notes]
    told += [{"reason": reason.code, "detail": reason.detail} for reason in draft.reasons]
    return [write_line(header), *sorted(map(write_line, records)), *(msgspec.json.encode(one) + b"\n" for one in told)]


@pytest.mark.parametrize("name", GOLDEN)
def test_saved_pages_give_the_expected_records(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copytree(FIXTURES / name / "golden", tmp_path / "golden")  # no folder above is named after a connector
    monkeypatch.chdir(tmp_path)  # files are named as the user gives them: not by where this checkout lies
    documents, _ = open_documents(["golden"])
    assert set(assign_connectors(documents)) == {name}
    context = Context(read_moment("2026-11-20T06:00:00Z"), salt=b"golden")
    drafts, _ = load_runs(["golden"], context)
    found = b"".join(line for draft in drafts for line in lines_of(draft))
    expected = FIXTURES / name / "golden.expected.jsonl"
    if WRITE:
        expected.write_bytes(found)
    assert found.decode() == expected.read_text()


@pytest.fixture(scope="module")
def every_document() -> list[Document]:
    """All fixtures and the last export of the example that can be opened."""
    documents = []
    for root in (FIXTURES, EXAMPLE):
        for path in sorted(path for path in root.rglob("*") if path.is_file()):
            with suppress(InputError):
                documents += open_documents([path])[0]
    assert len(documents) > 100
    return documents


@pytest.fixture(scope="module")
def recognizers(every_document: list[Document]) -> dict[str, list[str]]:
    """Which connectors recognize each document, when every connector is asked."""
    modules = {name: import_module(dotted) for name, dotted in CONNECTORS.items()}
    return {
        document.display_path: [name for name, module in modules.items() if module.recognize(document)]
        for document in every_document
    }


def test_no_file_is_recognized_by_two_connectors(recognizers: dict[str, list[str]]) -> None:
    """So it does not matter in which order they are asked."""
    assert {path: names for path, names in recognizers.items() if len(names) > 1} == {}


def test_signatures_assign_every_file_as_asking_every_connector_does(
    every_document: list[Document], recognizers: dict[str, list[str]]
) -> None:
    assigned = {
        document.display_path: [name]
        for name, documents in assign_connectors(every_document).items()
        for document in documents
    }
    assert assigned == {path: names for path, names in recognizers.items() if names}


def test_signatures_belong_to_connectors() -> None:
    assert SIGNATURES.keys() <= CONNECTORS.keys()


def test_golden_files_belong_to_connectors() -> None:
    assert set(GOLDEN) <= CONNECTORS.keys()


@pytest.mark.parametrize("name", [name for name in CONNECTORS if name != "records"])
def test_every_connector_has_expected_records(name: str) -> None:
    """Records are what is expected; connectors that are older than this test keep them beside their pages, and compare them in tests of their own."""
    assert list((FIXTURES / name).glob("*expected*")), (
        "write tests/fixtures/<connector>/golden and what is expected of it"
    )
