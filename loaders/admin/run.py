"""This file knows how what an organisation's pages say becomes one run: claims once each, in an order of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.claims import Edge, Node, Record, RunHeader, Usage
from graph.errors import RecordError
from graph.reason import Reason
from loaders.admin.days import Days
from loaders.base import Context, PendingRun
from loaders.saved.fields import ErrorCollector


@dataclass(slots=True)
class Told:
    """Usage to store, the days that it proves, and why it does not prove more."""

    rows: list[Usage] = field(default_factory=list)
    days: Days | None = None
    checkpoint: str | None = None
    reasons: list[Reason] = field(default_factory=list)


def failed_draft(context: Context, source: str, reasons: Sequence[Reason]) -> PendingRun:
    """The run of which nothing usable came; it writes nothing."""
    codes = {reason.code for reason in reasons}
    details = "; ".join(sorted({reason.detail for reason in reasons}))
    failed = Reason(codes.pop() if len(codes) == 1 else "FETCH_FAILED", details or "no page came")
    header = RunHeader(source=source, observed_at=context.observed_at)
    return PendingRun(header=header, records=(), origin=source, failure=failed, lenient=context.lenient is not False)


def draft(
    context: Context, source: str, origins: Sequence[str], claims: Iterable[Node | Edge], told: Told, run: Whole
) -> PendingRun:
    """The run. Claims that contradict each other withdraw every kind."""
    understood = len(run.errors.messages)
    records = list(_records(claims, told.rows, run.errors))
    complete = run.complete if len(run.errors.messages) == understood else ()
    header = RunHeader(source=source, observed_at=context.observed_at, complete=complete, usage=told.days)
    return PendingRun(
        header=header,
        records=[(0, record) for record in records],
        origin=", ".join(origins[:3]) + (", ..." if len(origins) > 3 else ""),
        rejected=run.errors.messages,
        reasons=[*run.reasons, *told.reasons],
        complete=(*complete, "usage") if told.days is not None else complete,
        checkpoint=told.checkpoint,
        lenient=context.lenient is not False,
    )


@dataclass(frozen=True, slots=True)
class Whole:
    """Which kinds the pages prove, why not more, and the entries that nobody could read."""

    complete: tuple[str, ...]
    reasons: Sequence[Reason]
    errors: ErrorCollector


def _records(claims: Iterable[Node | Edge], rows: list[Usage], errors: ErrorCollector) -> Iterator[Record]:
    """The records in an order that does not depend on the order of pages and entries."""
    kept: dict[tuple[str | int | None, ...], Node | Edge] = {}
    for claim in claims:
        errors.collect(_put, kept, claim)
    yield from (kept[key] for key in sorted(kept, key=repr))
    yield from sorted(rows, key=repr)


def _put(kept: dict[tuple[str | int | None, ...], Node | Edge], claim: Node | Edge) -> None:
    """Keep a claim once. Raises RecordError if the pages contradict each other."""
    if isinstance(claim, Node):
        key: tuple[str | int | None, ...] = (claim.id,)
    else:
        key = (claim.kind, claim.source, claim.target, claim.since)
    if kept.setdefault(key, claim) != claim:
        shown = claim.id if isinstance(claim, Node) else " ".join(map(str, key[:3]))
        raise RecordError(f"{shown} comes twice, with different content", remedy="Load answers of one moment together")
