"""How the saved answers of an organisation in tests/fixtures are read, changed, and written as records."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.check import check, check_header, check_props
from graph.claims import Edge, Node, Record, Usage
from graph.moment import read_moment
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.records import write_line
from loaders.saved.files import open_documents

FIXTURES = Path(__file__).parents[1] / "fixtures"
OBSERVED = read_moment("2026-11-20T06:00:00Z")
Bodies = dict[str, Any]


def bodies(vendor: str, instance: str = "harbor") -> Bodies:
    """Every saved answer by its path below the vendor's folder."""
    folder = FIXTURES / vendor
    found = sorted((folder / instance).rglob("*.json"))
    return {str(path.relative_to(folder)): json.loads(path.read_text(), parse_float=Decimal) for path in found}


def documents(vendor: str, found: Bodies) -> list[Document]:
    return [Document(Path(vendor, name), name, "json", body) for name, body in found.items()]


def read(connector: ModuleType, vendor: str, found: Bodies, **said: Any) -> PendingRun:
    """The one run of these answers, each record checked."""
    opened = documents(vendor, found)
    assert all(map(connector.recognize, opened))
    pages = [Page("", document.content, document=document) for document in opened]
    [draft] = connector.normalize(pages, Context(**{"observed_at": OBSERVED} | said))
    check_header(draft.header)
    for record in records(draft):
        check(record)
        if isinstance(record, Node):
            check_props(record.id.partition(":")[0], record.props)
    assert isinstance(draft, PendingRun)
    return draft


def records(draft: PendingRun) -> list[Record]:
    return [record for _, record in draft.records]


def usage(draft: PendingRun, **terms: Any) -> list[Usage]:
    rows = [record for record in records(draft) if isinstance(record, Usage)]
    return [row for row in rows if all(getattr(row, name) == term for name, term in terms.items())]


def nodes(draft: PendingRun) -> dict[str, Node]:
    return {record.id: record for record in records(draft) if isinstance(record, Node)}


def edges(draft: PendingRun, kind: str) -> set[tuple[str, str]]:
    found = [record for record in records(draft) if isinstance(record, Edge) and record.kind == kind]
    return {(edge.source, edge.target) for edge in found}


def lines(draft: PendingRun) -> list[bytes]:
    """The records as they are exported, in an order of their own."""
    return sorted(write_line(record) for record in records(draft))


def expected(vendor: str, instance: str = "harbor") -> list[bytes]:
    return (FIXTURES / vendor / f"{instance}.expected.jsonl").read_bytes().splitlines(keepends=True)


def opened(vendor: str) -> tuple[list[Document], list[Any]]:
    """The fixture as `remit load` opens it, and what it skips."""
    found, skipped = open_documents([FIXTURES / vendor / "harbor"])
    return found, list(skipped)


def objects(body: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The places of all objects in a body."""
    if isinstance(body, dict):
        yield place
    parts = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for name, part in parts:
        yield from objects(part, (*place, name))


def changed(found: Bodies, name: str, place: tuple[str | int, ...], change: Callable[[Any, Any], object]) -> Bodies:
    """A copy in which `change` was done to the holder and the last step of a place."""
    result = copy.deepcopy(found)
    holder = result[name]
    for step in place[:-1]:
        holder = holder[step]
    change(holder, place[-1])
    return result
