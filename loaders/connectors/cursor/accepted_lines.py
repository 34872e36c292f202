"""Accepted lines of a Cursor team: how many lines that AI wrote each member accepted on each day, live or from saved pages.

They cost nothing themselves; what they are for is the cost per line. They are a source of their own, so that a plan that does not
tell them takes nothing from the events.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.claims import Node, Usage
from graph.moment import write_day
from graph.reason import Reason
from graph.snapshot.accepted_lines import ACCEPTED_LINES
from loaders.base import Page
from loaders.claims.coverage import Days, longest_days, merge_days
from loaders.claims.run import ReadUsage
from loaders.connectors.cursor.models import model_id, model_node
from loaders.connectors.cursor.people import Directory
from loaders.connectors.cursor.recognize import LINES, CursorReader
from loaders.connectors.cursor.usage import DAY_MS
from loaders.connectors.cursor.windows import PagePosition, UsagePages, read_position, whole_days
from loaders.saved.fields import ErrorCollector


class MemberDay(NamedTuple):
    """Who accepted lines, on which day, and which model they used most on it."""

    day: int
    email: str
    model: str | None


@dataclass(slots=True)
class _Pull:
    """The pages of one call for one period."""

    pages: UsagePages = field(default_factory=UsagePages)
    lines: dict[MemberDay, int] = field(default_factory=dict)
    has_errors: bool = False
    failure: Reason | None = None


class AcceptedLines:
    """The pages of one command. `today`: days from it on are not over."""

    def __init__(self, errors: ErrorCollector, today: int) -> None:
        self._errors, self._today = errors, today
        # By the first and the last instant of the period, and the number of members it counts.
        self._pulls: dict[tuple[int, int, int | None], _Pull] = {}

    @property
    def has_pages(self) -> bool:
        """Whether anything came."""
        return any(pull.pages.pages for pull in self._pulls.values())

    def add_live(self, page: Page) -> None:
        """Take a page of a fetch in. Page 1 of a window that has pages already starts it again."""
        key = page.request["startDate"], page.request["endDate"], None
        number = page.request["number"]
        if number == 1 and page.failure is None:
            self._pulls[key] = _Pull()
        pull = self._pulls.setdefault(key, _Pull())
        if page.failure is not None:
            pull.failure = page.failure
            return
        self._read(CursorReader(page.body, "", LINES), pull, number, key[:2])

    def add_saved(self, entry: CursorReader) -> None:
        """Take a saved page in; one that was saved twice counts once."""
        for period in self._errors.collect(entry.child, "period"):
            for first, last in self._errors.collect(_edges, period or CursorReader({}, "period", entry.file)):
                for position in self._errors.collect(_position, entry, 1):
                    pull = self._pulls.setdefault((first, last, position.total), _Pull())
                    self._read(entry, pull, 1, (first, last))

    def read(self, directory: Directory, application: str) -> tuple[list[Node], ReadUsage]:
        """The models that are named, and the rows with the days that they prove; days that did not come whole are left as they are."""
        usage, lines, proven = ReadUsage(), dict[MemberDay, int](), list[Days]()
        for (first, last, _), pull in sorted(self._pulls.items(), key=lambda item: item[0][:2]):
            days = whole_days(first, last)
            gap = None if pull.failure is None else pull.failure.detail
            if (gap := gap or pull.pages.gap()) is not None:
                text = f"accepted lines from {write_day(first // DAY_MS)} to {write_day(last // DAY_MS)} are missing: {gap}"
                usage.reasons.append(Reason(pull.failure.code if pull.failure else "PAGES_MISSING", text))
                continue
            for key, count in pull.lines.items():
                lines[key] = max(count, lines.get(key, 0))
            if days is not None and not pull.has_errors and days[0] < self._today:
                proven.append((days[0], min(days[1], self._today - 1)))
        usage.days = longest_days(merge_days(proven))
        usage.rows = [
            _row(key, count, directory, application) for key, count in sorted(lines.items(), key=repr) if count
        ]
        models = {key.model for key, count in lines.items() if count}
        return [model_node(model) for model in sorted(models, key=repr)], usage

    def _read(self, entry: CursorReader, pull: _Pull, number: int, span: tuple[int, int]) -> None:
        known = len(self._errors.messages)
        for position in self._errors.collect(_position, entry, number):
            rows = list(entry.valid_children("data", self._errors))
            pull.pages.add(position, len(entry.body["data"]))
            for row in rows:
                for key, count in self._errors.collect(_read_row, row, span):
                    pull.lines[key] = max(count, pull.lines.get(key, 0))
        pull.has_errors |= len(self._errors.messages) > known


def _edges(period: CursorReader) -> tuple[int, int]:
    first, last = period.non_negative_int("startDate"), period.non_negative_int("endDate")
    if first is None or last is None or first > last:
        period.refuse("startDate", "a period needs two times, the first before the last")
    return first, last


def _position(entry: CursorReader, number: int) -> PagePosition:
    """The place of a page. Asked without pages, the call answers with all of those who were active."""
    if entry.child("pagination") is None:
        return PagePosition(number, number, False, None, None, False)
    return read_position(entry, number)


def _read_row(row: CursorReader, span: tuple[int, int]) -> tuple[MemberDay, int]:
    """One member's day. Raises RecordError for a row without an address or a day, and for a day outside the period."""
    day, email = row.date("day"), row.email("email")
    if day is None:
        at_ms = row.non_negative_int("date")
        day = None if at_ms is None else at_ms // DAY_MS
    if day is None:
        row.refuse("day", "a row needs a day")
    if email is None:
        row.refuse("email", "a row needs an address")
    if not span[0] // DAY_MS <= day <= span[1] // DAY_MS:
        row.refuse("day", "it lies outside the period of the page")
    return MemberDay(day, email, row.text("mostUsedModel")), row.non_negative_int("acceptedLinesAdded") or 0


def _row(key: MemberDay, count: int, directory: Directory, application: str) -> Usage:
    """The lines of a day as a row that counts no request: the events have those."""
    return Usage(
        principal=directory.account(key.email),
        resource=model_id(key.model),
        application=application,
        day=key.day,
        detail=json.dumps({ACCEPTED_LINES: count}),
    )
