"""Usage pages of a proxy, live or saved: the days that they cover, with no request counted twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.moment import DAY, midnight, read_day
from graph.reason import Reason
from loaders.base import Page
from loaders.claims.coverage import Days, contiguous_days, format_days, write_checkpoint
from loaders.claims.run import ReadUsage
from loaders.connectors.litellm.recognize import FIELDS, LOGS, entries_of
from loaders.connectors.litellm.spend import DailySum, LogRow, SpendSums, read_daily, read_row
from loaders.live.pagination import WHOLE
from loaders.saved.fields import ErrorCollector, FieldReader


@dataclass(slots=True)
class SpendWindow:
    """The pages of one call for some days; rows are summed as they come. `seen`: hashes of their ids."""

    ledger: SpendSums = field(default_factory=SpendSums)
    seen: set[int] = field(default_factory=set)
    has_end: bool = False
    has_errors: bool = False
    has_repeats: bool = False
    failure: Reason | None = None

    def gap(self) -> Reason | None:
        if self.failure is None and self.has_repeats:
            return Reason("PAGES_MISSING", "a row came twice: rows shifted between two pages")
        return self.failure or (None if self.has_end else Reason("PAGES_MISSING", "not all pages came"))


class LiveSpend:
    """The usage pages of one fetch."""

    def __init__(self, errors: ErrorCollector) -> None:
        self._errors = errors
        self._windows: dict[Days, SpendWindow] = {}

    def add(self, call: str, page: Page) -> None:
        """Read a page, or note the end of its window, or its failure."""
        days = read_day(page.request["from"]), read_day(page.request["to"])
        window = self._windows.setdefault(days, SpendWindow())
        if page.failure is not None:
            window.failure = page.failure
        elif page.body is None:
            window.has_end = bool(page.request.get(WHOLE))
            window.seen = set()
        else:
            known = len(self._errors.messages)
            if call == LOGS:
                window.has_repeats |= _add_rows(page.body, call, self._errors, window, days)
            else:
                for part in _parts(page.body, call, self._errors, days):
                    window.ledger.add(*part)
            window.has_errors |= len(self._errors.messages) > known

    def read_usage(self, servers_failed: bool) -> tuple[SpendSums, ReadUsage]:
        """The usage to store: days with a missing page are left as they are, however much of them came.

        While the MCP servers could not be read, days with calls to them wait: the calls would be of other nodes than before.
        """
        ledger, usage, complete_days = SpendSums(), ReadUsage(), []
        for days, window in sorted(self._windows.items()):
            gap = window.gap()
            if gap is None and servers_failed and window.ledger.tools():
                gap = Reason("USAGE_NOT_READ", "it has calls to MCP servers, and these could not be read")
            if gap is not None:
                usage.reasons.append(Reason(gap.code, f"usage of {format_days(days)} is missing: {gap.detail}"))
                continue
            ledger.absorb(window.ledger)
            if not window.has_errors:
                complete_days.append(days)
        if self._windows:
            usage.days = contiguous_days(complete_days, min(self._windows)[0])
            usage.checkpoint = write_checkpoint(usage.days[1]) if usage.days is not None else None
        return ledger, usage


class SavedSpend:
    """The saved usage pages of one command: rows that are in two of them count once, and no day is covered."""

    def __init__(self, errors: ErrorCollector) -> None:
        self._errors = errors
        self._logs = SpendWindow()
        self._daily: dict[tuple[int, int], list[DailySum]] = {}
        self._contradicted: set[int] = set()

    def add(self, call: str, page: Page) -> None:
        """Read a saved answer."""
        assert page.document is not None
        body, name = page.document.content, page.document.display_path
        if call == LOGS:
            _add_rows(body, name, self._errors, self._logs, None)
            return
        number = body["metadata"].get("page") if isinstance(body.get("metadata"), Mapping) else None
        days: dict[int, list[DailySum]] = {}
        for part in _parts(body, name, self._errors, None):
            days.setdefault(part.key.day, []).append(part)
        for day, parts in days.items():
            # A day may continue on the next page; the same page again has the same sums.
            page_day = (number if type(number) is int else 1, day)
            if self._daily.setdefault(page_day, parts) != parts:
                self._contradicted.add(day)

    def read_usage(self, usage: ReadUsage) -> SpendSums:
        """Everything that was saved; reasons for what does not count go to `usage`."""
        ledger, daily = SpendSums(), SpendSums()
        ledger.absorb(self._logs.ledger)
        for (_, day), parts in self._daily.items():
            if day not in self._contradicted:
                for part in parts:
                    daily.add(*part)
        for day in sorted(self._contradicted):
            usage.reasons.append(
                Reason("CONTRADICTION", f"daily sums of {format_days((day, day))} differ; load one of them")
            )
        both = daily.days() & ledger.days()
        if both:
            text = f"daily sums of {len(both)} days are left out: the logs have these days row by row"
            usage.reasons.append(Reason("OVERLAP", text))
        ledger.absorb(daily.without(both))
        return ledger


def _add_rows(body: object, name: str, errors: ErrorCollector, window: SpendWindow, days: Days | None) -> bool:
    """Add the rows of a page of logs to a window; whether one of them was there before."""
    has_repeats = False
    for entry in _entries(LOGS, body, name, errors):
        for row in errors.collect(_read_row, entry, days):
            if row is None:
                continue
            id = entry.body.get("request_id")
            mark = hash(id) if isinstance(id, str) and id else None
            if mark is not None and mark in window.seen:
                has_repeats = True
                window.ledger.add_repeated(row)
                continue
            if mark is not None:
                window.seen.add(mark)
            window.ledger.add_row(row)
    return has_repeats


def _read_row(entry: FieldReader, days: Days | None) -> LogRow | None:
    row = read_row(entry)
    if row is None or days is None:
        return row
    if row.started_at == midnight(days[1] + 1):
        # The end of a window is included: this row belongs to the next day.
        return None
    if not midnight(days[0]) <= row.started_at < midnight(days[1]) + DAY:
        entry.refuse("startTime", "it is outside the requested days")
    return row


def _parts(body: object, name: str, errors: ErrorCollector, days: Days | None) -> Iterator[DailySum]:
    for entry in _entries("/user/daily/activity", body, name, errors):
        for parts in errors.collect(read_daily, entry, days):
            yield from parts


def _entries(call: str, body: object, name: str, errors: ErrorCollector) -> Iterator[FieldReader]:
    """The objects that a page lists; what is no object goes to `errors`."""
    field_name = FIELDS[call] if isinstance(body, Mapping) else ""
    holder = FieldReader({field_name: entries_of(call, body)}, "", name, accepts_digits=True)
    yield from holder.valid_children(field_name, errors)
