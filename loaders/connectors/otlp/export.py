"""This file knows how the exports that clients send become counted spans, several in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.connectors.otlp.journal import COUNTED, KNOWN, Journal
from loaders.connectors.otlp.span import SpanRejected, SpanUsage, read_span_usage
from loaders.connectors.otlp.wire import MalformedSpan, TooLarge, Undecodable, read_json, read_protobuf, unpack

JSON, PROTOBUF = "application/json", "application/x-protobuf"


class ExportRequest(NamedTuple):
    """A body as it came. `media` is JSON or PROTOBUF."""

    media: str
    is_gzipped: bool
    body: bytes


@dataclass(slots=True)
class ExportOutcome:
    """What became of the spans of one export: counted now, known before, none of ours, refused with the reasons.

    `problem` instead: the export cannot be read at all, and nothing of it was counted; `is_too_large`: it is a bomb.
    """

    accepted: int = 0
    duplicates: int = 0
    others: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    problem: str = ""
    is_too_large: bool = False


def count_exports(journal: Journal, instance: str, exports: Sequence[ExportRequest], now_s: int) -> list[ExportOutcome]:
    """Read exports and count their spans, each once; on disk when this returns. One that cannot be read harms no other.

    Raises StoreError if the journal cannot be written: nothing of any was counted then.
    """
    results, told, facts = [], [], []
    for export in exports:
        taken, found = read_export(export, instance)
        results.append(taken)
        told.append((taken, len(found)))
        facts += found
    answers = iter(journal.add(facts, now_s))
    for taken, count in told:
        for _ in range(count):
            answer = next(answers)
            if answer == COUNTED:
                taken.accepted += 1
            elif answer == KNOWN:
                taken.duplicates += 1
            else:
                taken.refused[answer] += 1
    return results


def read_export(export: ExportRequest, instance: str) -> tuple[ExportOutcome, list[SpanUsage]]:
    """What an export says; pure."""
    taken = ExportOutcome()
    try:
        body = unpack(export.body) if export.is_gzipped else export.body
        return taken, list(read_span_usages(body, export.media, instance, taken))
    except TooLarge as error:
        return ExportOutcome(problem=str(error), is_too_large=True), []
    except Undecodable as error:
        return ExportOutcome(problem=str(error)), []


def read_span_usages(body: bytes, media: str, instance: str, taken: ExportOutcome) -> Iterator[SpanUsage]:
    """The facts of an export; what says none is counted in `taken`. Raises Undecodable."""
    for resource, spans in (read_json if media == JSON else read_protobuf)(body):
        for span in spans:
            if isinstance(span, MalformedSpan):
                taken.refused[span.why] += 1
                continue
            try:
                fact = read_span_usage(span, resource, instance)
            except SpanRejected as error:
                taken.refused[str(error)] += 1
                continue
            if fact is None:
                taken.others += 1
            else:
                yield fact
