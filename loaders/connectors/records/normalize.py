"""This file knows the open record format as a stream: runs follow each other in a file, each with its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from graph.claims import Decision, Edge, Node, Record, RunHeader, Usage
from graph.errors import InputError, RecordError
from loaders.base import NO_RUN, Context, Document, Page, PendingRun
from loaders.connectors.records.decode import read_line

MAX_LINE_BYTES = 8 * 2**20

# So many bad lines are no accident, and their list must stay small: the next one refuses the command, lenient or not.
MAX_REFUSED = 100_000


_BOM = b"\xef\xbb\xbf"
_HAS_RECORD_KEY = re.compile(rb'"record"\s*:')
# A broken line that may have been meant to start a run: what follows it would land in the wrong one.
_MAY_START_RUN = re.compile(rb'"run"|"observed_at"')


def recognize(document: Document) -> bool:
    """JSON Lines whose first line has a key `record`."""
    first = document.head.lstrip().partition(b"\n")[0]
    return document.format == "jsonl" and _HAS_RECORD_KEY.search(first) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One draft per run line, in the order of the files; a draft's entries must be used up before the next draft.

    Strict unless `context.lenient`: the first bad line raises RecordError with file, line, field and remedy. Reads as
    a stream, in constant memory.
    """
    for page in pages:
        if page.document is None:
            continue
        with open(page.document.path, "rb") as file:
            yield from _RecordStream(file, page.document.display_path, context).drafts()


class _RecordStream:
    """A file of records that is read once from its start to its end."""

    def __init__(self, file: BinaryIO, shown: str, context: Context) -> None:
        self._shown, self._context = shown, context
        self._lenient = context.lenient is True
        self._lines = _read_lines(file)
        self._next: RunHeader | None = None

    def drafts(self) -> Iterator[PendingRun]:
        early = list(self._decisions_before_runs())
        if self._next is None:
            if not early:
                raise RecordError(
                    "the file is empty (no record at all)", file=self._shown, remedy="Export it again or leave it out"
                )
            yield PendingRun(NO_RUN, early, self._shown, lenient=False)
        while self._next is not None:
            draft = PendingRun(self._next, early, self._shown, lenient=self._lenient)
            entries = draft.records = self._entries(draft, early)
            early, self._next = [], None
            yield draft
            for _ in entries:  # what the caller left is still this run's
                pass

    def _decisions_before_runs(self) -> Iterator[tuple[int, Decision]]:
        for number, line in self._lines:
            said = self._read(number, line)
            if isinstance(said, RunHeader):
                self._next = said
                return
            if not isinstance(said, Decision):
                raise RecordError(
                    "the line stands before the first run line",
                    file=self._shown,
                    line=number,
                    remedy='Start with {"record":"run", ...}',
                )
            yield number, said

    def _entries(self, draft: PendingRun, early: list[tuple[int, Decision]]) -> Iterator[tuple[int, Record]]:
        yield from early
        restore = draft.header.restore
        for number, line in self._lines:
            try:
                said = self._read(number, line)
                if not restore and _belongs_to_restore(said):
                    raise RecordError(
                        "`retired`, `dated`, `opened` and `held` belong to a restore",
                        file=self._shown,
                        line=number,
                        remedy="Leave them out",
                    )
            except RecordError as error:
                if not self._lenient or _MAY_START_RUN.search(line or b"") or len(draft.rejected) >= MAX_REFUSED:
                    raise
                draft.rejected.append(str(error))
                continue
            if isinstance(said, RunHeader):
                self._next = said
                return
            yield number, said

    def _read(self, number: int, line: bytes | None) -> RunHeader | Record:
        try:
            if line is None:
                raise RecordError(f"the line is longer than {MAX_LINE_BYTES // 2**20} MB", remedy="No record is")
            said = read_line(line)
        except RecordError as error:
            raise error.at(file=self._shown, line=number) from None
        if isinstance(said, RunHeader) and self._context.source not in (None, said.source):
            raise InputError(
                f"{self._shown}:{number}: the run is of {said.source}, not of --source {self._context.source}. "
                "Records name their source themselves: leave --source out"
            )
        return said


def _belongs_to_restore(said: RunHeader | Record) -> bool:
    if isinstance(said, Edge):
        return said.retired is not None or not said.dated or said.held
    if isinstance(said, Node):
        return said.retired is not None or not said.dated or said.held or said.opened is not None
    return isinstance(said, Usage) and said.held


def _read_lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Non-blank lines with their numbers from 1; None for one that is too long, which is never held whole."""
    number = 0
    while line := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        if len(line) > MAX_LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(MAX_LINE_BYTES)
            yield number, None
        elif not line.isspace() and line:
            yield number, line
