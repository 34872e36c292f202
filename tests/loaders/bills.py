"""Helpers that load bills into a store and query what they cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from graph.claims import Charge, Record, Usage
from graph.moment import read_day, read_moment
from graph.ontology import TOKEN_COUNTERS
from graph.snapshot import Policy, snapshot_of
from graph.stores.base import Outcome
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page, PendingRun
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries.cost_attribution import Answer, Params, run

MORNING = "2026-11-20T06:00:00Z"


def documents(rows: Any, name: str = "bill.json") -> Document:
    """A parsed JSON file, without a file."""
    return Document(Path(name), name, "json", rows)


def drafts(connector: Any, *opened: Document, at: str = MORNING, **said: Any) -> list[PendingRun]:
    """The runs of these documents, each of which the connector knows."""
    assert all(map(connector.recognize, opened))
    pages = [Page("", document.content, document=document) for document in opened]
    return list(connector.normalize(pages, Context(read_moment(at), **said)))


def records(found: Iterable[PendingRun]) -> list[Record]:
    return [record for draft in found for _, record in draft.records]


def usage(found: Iterable[PendingRun]) -> list[Usage]:
    return [record for record in records(found) if isinstance(record, Usage)]


def charges(found: Iterable[PendingRun]) -> list[Charge]:
    return [record for record in records(found) if isinstance(record, Charge)]


def tokens(rows: Iterable[Usage]) -> dict[str, int]:
    """The sums of the counters that hold anything."""
    sums = [sum(counts) for counts in zip(*(row.tokens for row in rows), strict=True)]
    return {name: count for name, count in zip(TOKEN_COUNTERS, sums, strict=True) if count}


def put(store: MemoryStore, found: Iterable[PendingRun]) -> list[Outcome]:
    return ingest(store, found)


def load(store: MemoryStore, *paths: Path, at: str = MORNING, **said: Any) -> list[Outcome]:
    """`remit load` of these files."""
    found, _ = load_runs(paths, Context(read_moment(at), salt=b"test", **said))
    return ingest(store, found)


def ask(store: MemoryStore, first: str, last: str, *by: str, policy: Policy | None = None, **more: Any) -> Answer:
    """Cost attribution of some days; whoever asks gets the law: rows and buckets sum to the ledger."""
    snapshot = snapshot_of(store, read_moment("2026-12-01"), policy)
    params = Params(
        by=by or ("application",),
        as_of=read_moment("2026-12-01"),
        first_day=read_day(first),
        last_day=read_day(last),
        **more,
    )
    answer = run(snapshot, params)
    told = sum(row.cost.nano for row in answer.rows) + sum(money.nano for money in answer.buckets.values())
    assert told == answer.ledger.nano
    return answer


def nano(amounts: Iterable[Decimal | str | int]) -> int:
    """An independent sum of amounts that are whole in nano-units."""
    total = sum((Decimal(amount) for amount in amounts), Decimal(0)) * 10**9
    assert total == int(total)
    return int(total)


def changed(row: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    return {**row, **more}


def spent(found: Sequence[PendingRun]) -> int:
    """All nano-units of usage and charges, what is charged beside usage left out."""
    beside = "the usage rows of these days"
    told = [charge.cost_nano for charge in charges(found) if not (charge.description or "").startswith(beside)]
    return sum(row.cost_nano or 0 for row in usage(found)) + sum(told)
