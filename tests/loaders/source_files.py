"""How tests of the connectors of data sources read rows and files, and what their snapshot then answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.check import check, check_header, check_props
from graph.claims import Edge, Node, Record
from graph.ontology import Permission
from graph.snapshot import Basis, Snapshot, snapshot_of
from graph.stores.base import Outcome, Store
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page, PendingRun
from loaders.ingest import ingest
from queries import blast_radius

NOW = 1_795_000_000_000_000


def drafts(connector: ModuleType, files: Mapping[str, Any], **said: Any) -> list[PendingRun]:
    """The runs of JSON files, given by path; every record checked."""
    documents = [Document(Path(path), path, "json", value) for path, value in files.items()]
    for document in documents:
        assert connector.recognize(document), document.display_path
    pages = [Page("", document.content, document=document) for document in documents]
    found = list(connector.normalize(pages, Context(**{"observed_at": NOW} | said)))
    for draft in found:
        check_header(draft.header)
        for record in records(draft):
            check(record)
            if isinstance(record, Node):
                check_props(record.id.partition(":")[0], record.props)
    return found


def records(draft: PendingRun) -> list[Record]:
    return [record for _, record in draft.records]


def nodes(draft: PendingRun) -> dict[str, Node]:
    return {record.id: record for record in records(draft) if isinstance(record, Node)}


def edges(draft: PendingRun, kind: str) -> list[Edge]:
    return [record for record in records(draft) if isinstance(record, Edge) and record.kind == kind]


def access(draft: PendingRun) -> set[tuple[str, str, str]]:
    """Who may access what and how, as (source, target, permission)."""
    return {(one.source, one.target, (one.permission or Permission.READ).name) for one in edges(draft, "CAN_ACCESS")}


def loaded(found: Iterable[PendingRun]) -> Snapshot:
    """The snapshot of a new store that holds these runs alone."""
    store = MemoryStore()
    ingest(store, found)
    return snapshot_of(store, 0)


def load(store: Store, found: Iterable[PendingRun]) -> list[Outcome]:
    return ingest(store, found)


def reach(snapshot: Snapshot, start: str, at: int = NOW) -> dict[str, str]:
    """Every data source in the blast radius, with its permission; empty for a start that nobody knows."""
    if start not in set(snapshot.ids):
        return {}
    asked = blast_radius.Params(start=(start,), as_of=at, kinds=("DataSource",), basis=Basis.GRANTED)
    return {row.id: row.permission or "" for row in blast_radius.run(snapshot, asked).reached}
