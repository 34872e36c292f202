"""Limits of blank lines: they pack to almost nothing, and reading them takes as long as reading text."""

from __future__ import annotations

from graph.errors import RecordError

MAX_BLANK_LINES = 1_000_000
MAX_BLANK_BYTES = 64 * 2**20


class BlankLines:
    """Blank lines that follow each other in one file."""

    def __init__(self) -> None:
        self._lines = self._bytes = 0

    def end(self) -> None:
        """A line that is not blank came."""
        self._lines = self._bytes = 0

    def add(self, line: bytes) -> None:
        """One more; raises RecordError beyond the limits."""
        self._lines += 1
        self._bytes += len(line)
        if self._lines > MAX_BLANK_LINES or self._bytes > MAX_BLANK_BYTES:
            limits = f"{MAX_BLANK_LINES:,} blank lines, or {MAX_BLANK_BYTES // 2**20} MB of them"
            raise RecordError(f"more than {limits}, follow each other", remedy="Export it again")
