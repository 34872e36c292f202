"""Exports as clients send them, read and counted in a journal, several in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.connectors.otlp.dialects import NAMES
from loaders.connectors.otlp.journal import COUNTED, KNOWN, Journal
from loaders.connectors.otlp.span import SpanLink, SpanRejected, SpanUsage, read_span
from loaders.connectors.otlp.wire import (
    Attributes,
    MalformedSpan,
    TooLarge,
    Undecodable,
    read_json,
    read_protobuf,
    unpack,
)
from loaders.mcp.secret_mask import SecretMask

JSON, PROTOBUF = "application/json", "application/x-protobuf"


# For spans that no store's salt is known for, as in a test.
UNKEYED = SecretMask(b"")


class TraceExportRequest(NamedTuple):
    """A body as it came. `media` is JSON or PROTOBUF."""

    media: str
    is_gzipped: bool
    body: bytes


@dataclass(slots=True)
class ExportOutcome:
    """How the spans of one export were counted: new ones, known ones, other spans, and the refused with their reasons.

    `problem` instead: the export cannot be read, and nothing of it was counted; `is_too_large`: it unpacks to too much.
    """

    accepted: int = 0
    duplicates: int = 0
    others: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    problem: str = ""
    is_too_large: bool = False


def count_exports(
    journal: Journal, instance: str, exports: Sequence[TraceExportRequest], now_s: int, mask: SecretMask = UNKEYED
) -> list[ExportOutcome]:
    """Read exports and count their spans, each once; on disk when this returns. An unreadable one does not affect others.

    Secrets in the names of spans are masked by `mask`.

    Raises StoreError if the journal cannot be written: nothing of any was counted then.
    """
    outcomes: list[ExportOutcome] = []
    spans: list[tuple[ExportOutcome, SpanUsage | SpanLink]] = []
    for export in exports:
        outcome, read = read_export(export, instance, mask)
        outcomes.append(outcome)
        spans += ((outcome, span) for span in read)
    results = journal.add([span for _, span in spans], now_s)
    for (outcome, span), result in zip(spans, results, strict=True):
        note_result(outcome, span, result)
    return outcomes


def note_result(outcome: ExportOutcome, span: SpanUsage | SpanLink, result: str) -> None:
    """Add what became of a span in the journal to the outcome of its export."""
    if isinstance(span, SpanLink):
        outcome.others += 1
    elif result == COUNTED:
        outcome.accepted += 1
    elif result == KNOWN:
        outcome.duplicates += 1
    else:
        outcome.refused[result] += 1


def read_export(
    export: TraceExportRequest, instance: str, mask: SecretMask = UNKEYED
) -> tuple[ExportOutcome, list[SpanUsage | SpanLink]]:
    """The outcome so far of an export, and its spans that have a usage or a place in a trace; pure."""
    outcome = ExportOutcome()
    try:
        body = unpack(export.body) if export.is_gzipped else export.body
        return outcome, list(read_spans(body, export.media, instance, outcome, mask))
    except TooLarge as error:
        return ExportOutcome(problem=str(error), is_too_large=True), []
    except Undecodable as error:
        return ExportOutcome(problem=str(error)), []


def read_spans(
    body: bytes, media: str, instance: str, outcome: ExportOutcome, mask: SecretMask = UNKEYED
) -> Iterator[SpanUsage | SpanLink]:
    """The spans of an export; those that are refused or have no place are counted in `outcome`. Raises Undecodable."""
    for resource, spans in (read_json if media == JSON else read_protobuf)(body):
        resource = _masked(resource, mask)
        for raw in spans:
            if isinstance(raw, MalformedSpan):
                outcome.refused[raw.why] += 1
                continue
            masked = raw._replace(name=mask.text(raw.name), attributes=_masked(raw.attributes, mask))
            try:
                span = read_span(masked, resource, instance)
            except SpanRejected as error:
                outcome.refused[str(error)] += 1
                continue
            if span is None:
                outcome.others += 1
            else:
                yield span


def _masked(attributes: Attributes, mask: SecretMask) -> Attributes:
    """The attributes with secrets masked where they would become a name; the same object if there are none."""
    changed = {
        name: masked
        for name in NAMES & attributes.keys()
        if isinstance(text := attributes[name], str) and (masked := mask.text(text)) != text
    }
    return {**attributes, **changed} if changed else attributes
