"""Saved spans: files of OTLP JSON, one export or one per line, counted with the spans that were pushed.

An exporter that rotates its file, and the services of one trace that write a file each, tell of the same calls: what is told
twice across files counts once, and what was loaded before or pushed counts no more. Files with a source of their own
(`--source`) are counted apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from graph.claims import Record, RunHeader
from graph.errors import RecordError
from graph.moment import SECOND
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun, SpanFile
from loaders.connectors.otlp.export import JSON, ExportOutcome, note_result, read_spans
from loaders.connectors.otlp.file_delivery import FileDelivery, closed_days, known_elsewhere
from loaders.connectors.otlp.journal import Journal
from loaders.connectors.otlp.records import left_out_reasons, records
from loaders.connectors.otlp.wire import Undecodable
from loaders.mcp.secret_mask import SecretMask
from loaders.name_limits import DayNames

_LINE = re.compile(rb'\s*\{\s*"resourceSpans"\s*:')
_ROTATION = re.compile(r"(?:[-_][0-9][0-9TZ]*)+\Z")
_BATCH = 5_000
_REMEDY = "Write the file again; it is OTLP JSON, an export or one per line"


def recognize(document: Document) -> bool:
    """Whether this is OTLP JSON: an object with `resourceSpans`, or one per line (the Collector's file exporter)."""
    if document.format == "json":
        return isinstance(document.content, dict) and "resourceSpans" in document.content
    return document.format == "jsonl" and _LINE.match(document.head) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run of all files, which the journal of `context.spans` counts, as `otlp:<instance>`.

    With a source of their own, or without such a journal, one run per source: the files of a folder, `otlp:<name>` by the
    least of their names without what a rotation appends.
    """
    by_folder: dict[Path, list[Document]] = {}
    for page in pages:
        if page.document is not None:
            by_folder.setdefault(page.document.path.absolute().parent, []).append(page.document)
    by_source: dict[str, list[Document]] = {}
    for documents in by_folder.values():
        source = context.source or f"otlp:{min(_name(document.path) for document in documents)}"
        by_source.setdefault(source, []).extend(documents)
    spans = context.spans
    if spans is not None and by_source and context.source in (None, f"otlp:{spans.instance}"):
        saved = _SavedSpans(f"otlp:{spans.instance}", [*chain(*by_source.values())], context)
        yield saved.counted_run(spans, frozenset(by_source) - {saved.source})
        return
    for source, documents in sorted(by_source.items()):
        yield _SavedSpans(source, documents, context).pending_run()


def _name(path: Path) -> str:
    """A file's name without what follows the first dot and what a rotation appends: `traces-2026-11-20T10-00-00.000.jsonl`."""
    stem = path.name.partition(".")[0]
    return _ROTATION.sub("", stem) or stem or "spans"


@dataclass(slots=True)
class _SavedSpans:
    """The files of one source."""

    source: str
    documents: list[Document]
    context: Context
    journal: Journal = field(default_factory=Journal)
    mask: SecretMask = field(init=False)

    def __post_init__(self) -> None:
        self.mask = SecretMask(self.context.salt)

    def counted_run(self, spans: SpanFile, former: frozenset[str]) -> PendingRun:
        """The run of the journal beside the store; its records are those of these files alone, to be checked."""
        run = self._run()
        run.delivery = FileDelivery(spans, self.journal, former)
        run.records = self._checked_records(spans, run)
        return run

    def pending_run(self) -> PendingRun:
        """The run of a source of its own; its records are read when they are asked for."""
        run = self._run()
        run.records = self._own_records(run)
        return run

    def _run(self) -> PendingRun:
        paths = [document.display_path for document in self.documents]
        origin = ", ".join(paths[:3]) + ("" if len(paths) < 4 else ", ...")
        header = RunHeader(source=self.source, observed_at=self.context.observed_at)
        return PendingRun(header, (), origin, lenient=self.context.lenient is not False)

    def _checked_records(self, spans: SpanFile, run: PendingRun) -> Iterator[tuple[int, Record]]:
        yield from self._records(run)
        if self.context.lenient is False:
            for why in closed_days(spans, self.journal, self.context.observed_at // SECOND):
                raise RecordError(
                    why, file=run.origin, remedy="Load it without --strict, or with a --source of its own"
                )

    def _own_records(self, run: PendingRun) -> Iterator[tuple[int, Record]]:
        try:
            yield from self._records(run)
            run.reasons += left_out_reasons(self.journal)
            if self.context.spans is not None:
                run.reasons += known_elsewhere(self.context.spans, self.journal, self.source)
        finally:
            self.journal.close()

    def _records(self, run: PendingRun) -> Iterator[tuple[int, Record]]:
        instance = self.source.partition(":")[2]
        for document in self.documents:
            for line, body in _exports(document):
                self._count(instance, (document.display_path, line, body), run)
        self.journal.settle(None)
        totals = self.journal.changed().totals
        if not totals:
            run.reasons.append(Reason("NO_SPANS", "it contains no span of a GenAI or MCP call"))
        names = DayNames()
        for record in records(totals, instance, names):
            yield 0, record
        if run.delivery is None:
            run.reasons += names.reasons()

    def _count(self, instance: str, export: tuple[str, int, bytes], run: PendingRun) -> None:
        file, line, body = export
        outcome = ExportOutcome()
        try:
            spans = list(read_spans(body, JSON, instance, outcome, self.mask))
        except Undecodable as error:
            raise RecordError(str(error), file=file, line=line, remedy=_REMEDY) from None
        for begin in range(0, len(spans), _BATCH):
            batch = spans[begin : begin + _BATCH]
            for span, result in zip(batch, self.journal.add(batch, self.context.observed_at // SECOND), strict=True):
                note_result(outcome, span, result)
        for why, count in sorted(outcome.refused.items()):
            problem = f"{why} ({count:,} spans)" if count > 1 else why
            refusal = RecordError(problem, file=file, line=line, remedy=_REMEDY)
            if self.context.lenient is False:
                raise refusal
            run.rejected.append(str(refusal))


def _exports(document: Document) -> Iterator[tuple[int, bytes]]:
    """The exports of a file, with their lines (0: the whole file is one)."""
    path = Path(document.path)
    if document.format == "json":
        yield 0, path.read_bytes().removeprefix(b"\xef\xbb\xbf")
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line.strip():
                yield number, line
