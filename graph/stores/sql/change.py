"""The run being applied: its source, what it covers, and what it has changed so far."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from graph.claims import RunHeader
from graph.restatement import Restatement
from graph.stores.base import DaysRead, SourceState

# Join of a claim `c` and a row `e` of the same edge, permission and declared date.
EDGE_KEY = "c.source = :source AND c.tail = e.tail AND c.kind = e.kind AND c.head = e.head AND c.permission = e.permission AND c.declared = e.declared"


@dataclass(slots=True)
class RunChange:
    """One run being applied. `scopes` are those the source had before, `complete` those of this run.

    `before`: the state of the source, of a new one None. `restated`: what it told before with other figures.
    `repeats_held`: a run of the same moment is held, so that this one may be its content again. `days_read`: as in `Store.finish`.
    """

    connection: sqlite3.Connection
    source: int
    run: int
    header: RunHeader
    scopes: frozenset[str]
    complete: frozenset[str]
    added: dict[str, int] = field(default_factory=dict)
    retired: dict[str, int] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=dict)
    changed: bool = False
    repeats_held: bool = False
    days_read: DaysRead | None = None
    before: SourceState | None = None
    restated: list[Restatement] = field(default_factory=list)

    @property
    def has_unread_lines(self) -> bool:
        """Whether some lines of its usage or charges could not be read."""
        return self.days_read is not None and not self.days_read.is_whole

    def doubtful_day(self, day: str) -> str:
        """SQL: whether a day is doubtful (DaysRead.is_doubtful)."""
        lines = self.days_read.lines if self.days_read is not None else None
        return (
            "1" if self.has_unread_lines else "0" if lines is None else f"{day} NOT BETWEEN {lines[0]} AND {lines[1]}"
        )

    def run_sql(self, statement: str) -> sqlite3.Cursor:
        """Run a statement that may name :source, :run and :moment."""
        values = {"source": self.source, "run": self.run, "moment": self.header.observed_at}
        return self.connection.execute(
            statement, {key: value for key, value in values.items() if f":{key}" in statement}
        )

    def count(self, counts: dict[str, int], what: str, count: int) -> None:
        """Add to `added` or `retired`; either is a change of content."""
        if count:
            counts[what] = counts.get(what, 0) + count
            self.changed = True


def codes_of(codes: dict[str, int], scopes: frozenset[str]) -> str:
    """The codes of the kinds among the scopes, for an SQL list."""
    return ", ".join(str(code) for name, code in codes.items() if name in scopes) or "-1"


def count_kinds(cursor: sqlite3.Cursor) -> dict[int, int]:
    """How often a cursor returned each kind."""
    counts: dict[int, int] = {}
    for (kind,) in cursor:
        counts[kind] = counts.get(kind, 0) + 1
    return counts
