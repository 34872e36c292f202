"""Files in the open record format, read as a stream: runs follow each other in a file, each with its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from graph.claims import Decision, Edge, EventOwner, Node, Record, RunHeader, Usage
from graph.errors import InputError, RecordError
from loaders.base import NO_RUN, Context, Document, Page, PendingRun
from loaders.connectors.records.decode import read_line
from loaders.saved.lines import BlankLines

MAX_LINE_BYTES = 8 * 2**20

# So many bad lines are no accident, and their list must stay small: one more fails the command, lenient or not.
MAX_REFUSED = 100_000


_BOM = b"\xef\xbb\xbf"
_HAS_RECORD_KEY = re.compile(rb'"record"\s*:')
# A broken line that may have been meant to start a run: what follows it would end up in the wrong one.
_MAY_START_RUN = re.compile(rb'"run"|"observed_at"')


def recognize(document: Document) -> bool:
    """Whether this is JSON Lines whose first line has a key `record`."""
    first = document.head.lstrip().partition(b"\n")[0]
    return document.format == "jsonl" and _HAS_RECORD_KEY.search(first) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per run line, in the order of the files; a run's records must be used up before the next run.

    Strict unless `context.lenient`: the first bad line raises RecordError with file, line, field and remedy. Reads in
    constant memory.
    """
    for page in pages:
        if page.document is None:
            continue
        with open(page.document.path, "rb") as file:
            yield from _RecordStream(file, page.document.display_path, context).pending_runs()


class _RecordStream:
    """A file of records that is read once from start to end."""

    def __init__(self, file: BinaryIO, display_path: str, context: Context) -> None:
        self._display_path, self._context = display_path, context
        self._lenient = context.lenient is True
        self._lines = _read_lines(file, display_path)
        self._next: RunHeader | None = None

    def pending_runs(self) -> Iterator[PendingRun]:
        """The runs of the file; decisions before the first run line go to the first run, or to one of their own."""
        early = list(self._decisions_before_runs())
        if self._next is None:
            if not early:
                raise RecordError(
                    "the file is empty (no record at all)",
                    file=self._display_path,
                    remedy="Export it again or leave it out",
                )
            yield PendingRun(NO_RUN, early, self._display_path, lenient=False)
        while self._next is not None:
            run = PendingRun(self._next, early, self._display_path, lenient=self._lenient)
            records = run.records = self._records(run, early)
            early, self._next = [], None
            yield run
            for _ in records:  # lines that the caller left unread still belong to this run
                pass

    def _decisions_before_runs(self) -> Iterator[tuple[int, Decision]]:
        for number, line in self._lines:
            record = self._read(number, line)
            if isinstance(record, RunHeader):
                self._next = record
                return
            if not isinstance(record, Decision):
                raise RecordError(
                    "the line stands before the first run line",
                    file=self._display_path,
                    line=number,
                    remedy='Start with {"record":"run", ...}',
                )
            yield number, record

    def _records(self, run: PendingRun, early: list[tuple[int, Decision]]) -> Iterator[tuple[int, Record]]:
        yield from early
        restore = run.header.restore
        for number, line in self._lines:
            try:
                record = self._read(number, line)
                if not restore and _belongs_to_restore(record):
                    raise RecordError(
                        "`retired`, `dated`, `declared`, `opened` and `held` belong to a restore",
                        file=self._display_path,
                        line=number,
                        remedy="Leave them out",
                    )
            except RecordError as error:
                if not self._lenient or _MAY_START_RUN.search(line or b"") or len(run.rejected) >= MAX_REFUSED:
                    raise
                run.rejected.append(str(error))
                continue
            if isinstance(record, RunHeader):
                self._next = record
                return
            yield number, record

    def _read(self, number: int, line: bytes | None) -> RunHeader | Record:
        try:
            if line is None:
                raise RecordError(f"the line is longer than {MAX_LINE_BYTES // 2**20} MB", remedy="No record is")
            record = read_line(line)
        except RecordError as error:
            raise error.at(file=self._display_path, line=number) from None
        if isinstance(record, RunHeader) and self._context.source not in (None, record.source):
            raise InputError(
                f"{self._display_path}:{number}: the run is of {record.source}, not of --source {self._context.source}. "
                "Records name their source themselves: leave --source out"
            )
        return record


def _belongs_to_restore(record: RunHeader | Record) -> bool:
    if isinstance(record, Edge):
        return record.retired is not None or not record.dated or record.held or record.declared is not None
    if isinstance(record, Node):
        return record.retired is not None or not record.dated or record.held or record.opened is not None
    return isinstance(record, Usage | EventOwner) and record.held


def _read_lines(file: BinaryIO, display_path: str) -> Iterator[tuple[int, bytes | None]]:
    """(number from 1, line) of the lines that are not blank; None for one that is too long, which is never held whole."""
    number, blank = 0, BlankLines()
    while line := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        if len(line) > MAX_LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(MAX_LINE_BYTES)
            yield number, None
        elif not line.isspace() and line:
            blank.end()
            yield number, line
        else:
            try:
                blank.add(line)
            except RecordError as error:
                raise error.at(file=display_path, line=number) from None
