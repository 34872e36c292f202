"""Windows of usage pages: which days the pages cover, live or saved, and what they hold together."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from graph.moment import read_day, write_day
from graph.reason import Reason
from loaders.base import Page
from loaders.claims.coverage import Days, common_days, format_days, longest_days, merge_days
from loaders.connectors.cursor.recognize import EVENTS, TEAM_TOOLS, TOOLS, CursorReader
from loaders.connectors.cursor.usage import DAY_MS, Event, ToolCall, UsageSums, read_calls, read_event, united
from loaders.live.pagination import FORBIDDEN
from loaders.saved.fields import ErrorCollector


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The last day up to which everything was read: usage events, and MCP analytics where the plan has them."""

    last_day: int | None = None
    tools_last_day: int | None = None


def read_checkpoint(text: str | None) -> Checkpoint:
    """What an earlier run left; nothing is known where it cannot be read, and all is read again."""
    try:
        known = json.loads(text or "{}")
        days = [None if known.get(name) is None else read_day(known[name]) for name in ("last_day", "tools_last_day")]
    except (ValueError, TypeError, AttributeError):
        return Checkpoint()
    return Checkpoint(*days)


def write_checkpoint(checkpoint: Checkpoint) -> str:
    """The checkpoint as the store keeps it."""
    days = {"last_day": checkpoint.last_day, "tools_last_day": checkpoint.tools_last_day}
    return json.dumps({name: write_day(day) for name, day in days.items() if day is not None})


@dataclass(frozen=True, slots=True)
class PagePosition:
    """What a page says of its place. `pages`, `more`, `total` are None where it says nothing.

    `counted`: `total` counts the entries of all pages; otherwise it only has to be the same on each of them.
    """

    number: int
    pages: int | None
    more: bool | None
    total: int | None
    size: int | None
    counted: bool

    @property
    def has_next(self) -> bool:
        """Whether another page follows: an empty page that says so is not the end."""
        return self.more if self.more is not None else self.number < (self.pages or 0)


def read_position(entry: CursorReader, requested_number: int = 1) -> PagePosition:
    """The place of a page of usage events or of analytics. Raises RecordError for a wrong type."""
    pagination = entry.child("pagination") or CursorReader({}, "pagination", entry.file)
    counted = "usageEvents" in entry.body
    names = ("currentPage", "numPages") if counted else ("page", "totalPages")
    number = pagination.non_negative_int(names[0])
    return PagePosition(
        number=requested_number if number is None else number,
        pages=pagination.non_negative_int(names[1]),
        more=pagination.flag("hasNextPage"),
        total=entry.non_negative_int("totalUsageEventsCount") if counted else pagination.non_negative_int("totalUsers"),
        size=pagination.non_negative_int("pageSize"),
        counted=counted,
    )


@dataclass(slots=True)
class UsagePages:
    """The pages of one window that were seen, in any order."""

    pages: dict[int, tuple[PagePosition, int]] = field(default_factory=dict)

    def add(self, paging: PagePosition, entries: int) -> None:
        self.pages[paging.number] = (paging, entries)

    def gap(self) -> str | None:
        """Why these pages are not the whole window; None if they are."""
        if not self.pages:
            return "no page arrived"
        last = max(self.pages)
        missing = [str(number) for number in range(1, last + 1) if number not in self.pages][:5]
        if missing or 0 in self.pages:
            return f"page {', '.join(missing) or 0} is missing"
        totals = {paging.total for paging, _ in self.pages.values()}
        if len(totals) > 1:
            return "the total changed from page to page"
        paging, total = self.pages[last][0], totals.pop()
        entries = sum(count for _, count in self.pages.values())
        announced = max((known.pages or 1 for known, _ in self.pages.values()), default=1)
        if paging.has_next or last < announced:
            return f"page {last + 1} of {max(announced, last + 1)} is missing"
        if paging.pages is not None and last > max(paging.pages, 1):
            return f"page {last} came, though only {paging.pages} were announced"
        if paging.counted and total is not None and total != entries:
            return f"{entries} events came of {total}"
        if paging.more is None and paging.pages is None and not (paging.counted and total is not None):
            return "the page does not say whether another one follows"
        return None


def whole_days(first_ms: int, last_ms: int) -> tuple[int, int] | None:
    """The UTC days that lie wholly between two instants, both inclusive; None if there is no such day."""
    first, last = -(-first_ms // DAY_MS), (last_ms + 1) // DAY_MS - 1
    return (first, last) if first <= last else None


@dataclass(slots=True)
class TeamUsage:
    """Events and tool calls to store, the days they prove, and why they do not prove more."""

    events: UsageSums = field(default_factory=UsageSums)
    calls: Counter[ToolCall] = field(default_factory=Counter)
    days: tuple[int, int] | None = None
    checkpoint: str | None = None
    reasons: list[Reason] = field(default_factory=list)


@dataclass(slots=True)
class Window:
    """One call's pages of some days. Events are summed as they come, so that no page has to be kept."""

    pages: UsagePages = field(default_factory=UsagePages)
    events: UsageSums = field(default_factory=UsageSums)
    calls: Counter[ToolCall] = field(default_factory=Counter)
    has_errors: bool = False
    failure: Reason | None = None

    @property
    def is_whole(self) -> bool:
        return self.failure is None and self.pages.gap() is None

    @property
    def is_proven(self) -> bool:
        return self.is_whole and not self.has_errors


class LiveUsage:
    """The usage pages of one fetch."""

    def __init__(self, errors: ErrorCollector, instance: str) -> None:
        self._errors, self._instance = errors, instance
        self._windows: dict[str, dict[Days, Window]] = {EVENTS: {}, TOOLS: {}}
        self._checkpoint: str | None = None

    def add(self, call: str, page: Page) -> None:
        """Take a page in. Page 1 of a window that has pages already starts it again."""
        self._checkpoint = page.request.get("checkpoint")
        first, last = page.request["startDate"], page.request["endDate"]
        days = whole_days(first, last) if call == EVENTS else (read_day(first), read_day(last))
        assert days is not None, "fetch asks for whole days"
        number = page.request["number"]
        if number == 1 and page.failure is None:
            self._windows[call][days] = Window()
        window = self._windows[call].setdefault(days, Window())
        if page.failure is not None:
            window.failure = page.failure
            return
        known = len(self._errors.messages)
        entry = CursorReader(page.body, "", call)
        for paging in self._errors.collect(read_position, entry, number):
            if call == EVENTS:
                entries = list(entry.valid_children("usageEvents", self._errors))
                window.pages.add(paging, len(page.body["usageEvents"]))
                events: Counter[Event] = Counter()
                for child in entries:
                    events.update(self._errors.collect(read_event, child, (first, last)))
                window.events.add(events.items())
            else:
                window.pages.add(paging, len(page.body["data"]))
                window.calls += read_calls(entry, self._errors, self._instance)
        window.has_errors |= len(self._errors.messages) > known

    def usage(self) -> TeamUsage:
        """What may be stored: days with a page missing are left as they are, however much of them came."""
        usage = TeamUsage()
        tools, events = self._windows[TOOLS], self._windows[EVENTS]
        forbidden = next((w.failure for w in tools.values() if w.failure and w.failure.code == FORBIDDEN), None)
        periods = sorted(events) if forbidden else sorted(tools.keys() | events.keys())
        proven: list[Days] = []
        for days in periods:
            parts = [tools.get(days, Window()), events.get(days, Window())][1 if forbidden else 0 :]
            missing_part = next((part for part in parts if not part.is_whole), None)
            if missing_part is not None:
                usage.reasons.append(_missing(days, missing_part))
                continue
            usage.events.absorb(parts[-1].events)
            if not forbidden:
                usage.calls += parts[0].calls
            if all(part.is_proven for part in parts):
                proven.append(days)
        if forbidden:
            usage.reasons.append(Reason(FORBIDDEN, f"MCP analytics: {forbidden.detail}"))
        self._add_coverage(usage, proven, periods, forbidden is None)
        return usage

    def _add_coverage(self, usage: TeamUsage, proven: list[Days], periods: list[Days], with_tools: bool) -> None:
        before = read_checkpoint(self._checkpoint)
        blocks = merge_days(proven)
        usage.days = longest_days(blocks)
        onward = next((block for block in blocks if block[0] == periods[0][0]), None)
        if before.last_day is not None:
            # Later days would seem to be joined to what was read before, across a gap.
            usage.days = onward
        if onward is not None and onward[1] >= (before.last_day or 0):
            tools_last_day = onward[1] if with_tools else before.tools_last_day
            usage.checkpoint = write_checkpoint(Checkpoint(onward[1], tools_last_day))


def _missing(days: Days, window: Window) -> Reason:
    if window.failure is not None:
        return Reason(window.failure.code, f"usage of {format_days(days)} is missing: {window.failure.detail}")
    return Reason("PAGES_MISSING", f"usage of {format_days(days)} is missing: {window.pages.gap()}")


K = TypeVar("K")
Union = Callable[[Iterable[Counter[K]]], Counter[K]]


@dataclass(slots=True)
class SavedPages(Generic[K]):
    """The saved pages of one pull of one call: the same period, the same total, the same page size.

    `united` gives what several readings of one page tell together.
    """

    united: Union[K]
    by_number: defaultdict[int, list[Counter[K]]] = field(default_factory=lambda: defaultdict(list))
    pages: UsagePages = field(default_factory=UsagePages)
    has_errors: bool = False

    def add(self, paging: PagePosition, entries: int, counts: Counter[K]) -> None:
        """Add a page; one that was saved twice counts once."""
        self.pages.add(paging, entries)
        self.by_number[paging.number].append(counts)

    def total(self) -> Counter[K]:
        """The counts of all pages."""
        total: Counter[K] = Counter()
        for readings in self.by_number.values():
            total.update(self.united(readings))
        return total


# Of a pull: the first and the last instant or day of its period, its total, its page size.
Key = tuple[int | None, int | None, int | None, int | None]


class SavedUsage:
    """The saved usage pages of one command."""

    def __init__(self, errors: ErrorCollector, instance: str, today: int) -> None:
        self._errors, self._instance, self._today = errors, instance, today
        self._events: dict[Key, SavedPages[Event]] = {}
        self._calls: dict[str, dict[Key, SavedPages[ToolCall]]] = {TOOLS: {}, TEAM_TOOLS: {}}

    def add(self, call: str, entry: CursorReader) -> None:
        """Take a page in."""
        known = len(self._errors.messages)
        pull: SavedPages[Event] | SavedPages[ToolCall] | None = None
        for paging in self._errors.collect(read_position, entry):
            if call == EVENTS:
                pull = self._add_events(entry, paging)
            else:
                key = (*_asked_days(entry), paging.total, paging.size)
                calls = self._calls[call].setdefault(key, SavedPages(_most))
                data = entry.body["data"]
                count = len(data) if isinstance(data, dict | list) else 0
                calls.add(paging, count, read_calls(entry, self._errors, self._instance))
                pull = calls
        if pull is not None:
            pull.has_errors |= len(self._errors.messages) > known

    def usage(self) -> TeamUsage:
        """Everything that was saved; proven are whole days that were over and of which every page is there."""
        usage = TeamUsage()
        usage.events.add(united(pull.total() for pull in self._events.values()).items())
        # The team's own rows are the sum of its members'.
        usage.calls = _most(pull.total() for pull in (self._calls[TOOLS] or self._calls[TEAM_TOOLS]).values())
        blocks = merge_days(self._proven(EVENTS, self._events, usage.reasons))
        if self._calls[TOOLS]:
            blocks = common_days(blocks, merge_days(self._proven(TOOLS, self._calls[TOOLS], usage.reasons)))
        usage.days = longest_days(blocks)
        return usage

    def _add_events(self, entry: CursorReader, paging: PagePosition) -> SavedPages[Event]:
        span: tuple[int | None, int | None] = (None, None)
        for period in self._errors.collect(entry.child, "period"):
            if period is not None:
                for edges in self._errors.collect(_edges, period):
                    span = edges
        first, last = span
        bounds = (first, last) if first is not None and last is not None else None
        events: Counter[Event] = Counter()
        for child in entry.valid_children("usageEvents", self._errors):
            events.update(self._errors.collect(read_event, child, bounds))
        pull = self._events.setdefault((first, last, paging.total, paging.size), SavedPages(united))
        for items in self._errors.collect(entry.items, "usageEvents"):
            pull.add(paging, len(items), events)
        return pull

    def _proven(self, call: str, pulls: dict[Key, SavedPages[K]], reasons: list[Reason]) -> list[Days]:
        proven: list[Days] = []
        periods = Counter(key[:2] for key in pulls)
        for key, pull in pulls.items():
            first, last = key[:2]
            if first is None or last is None:
                reasons.append(
                    Reason(
                        "PERIOD_UNKNOWN",
                        f"a saved answer of {call} does not say that it covers whole days of everybody",
                    )
                )
                continue
            days = whole_days(first, last) if call == EVENTS else (first, last)
            # One period with two totals: at least one of the two was asked with a filter, or while days went on.
            gap = pull.pages.gap() or ("another answer gives it another total" if periods[key[:2]] > 1 else None)
            if gap is not None:
                covered = f" of {format_days(days)}" if days is not None else ""
                reasons.append(Reason("PAGES_MISSING", f"saved answers of {call}{covered}: {gap}"))
            elif days is not None and not pull.has_errors:
                over = min(days[1], self._today - 1)
                proven += [(days[0], over)] if days[0] <= over else []
        return proven


def _most(readings: Iterable[Counter[ToolCall]]) -> Counter[ToolCall]:
    """What two readings both tell is one thing."""
    together: Counter[ToolCall] = Counter()
    for reading in readings:
        together |= reading
    return together


def _edges(period: CursorReader) -> tuple[int | None, int | None]:
    return period.non_negative_int("startDate"), period.non_negative_int("endDate")


def _asked_days(entry: CursorReader) -> tuple[int | None, int | None]:
    """The days that analytics were asked for; None where the answer repeats a relative date such as 7d."""
    params = entry.body["params"]
    try:
        first, last = read_day(params["startDate"]), read_day(params["endDate"])
    except (KeyError, TypeError, ValueError):
        return None, None
    return (first, last) if first <= last and not params.get("users") else (None, None)
