"""This file knows what live usage pages prove: a window counts when all its pages came, and not before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from graph.moment import read_day
from graph.reason import Reason
from loaders.base import Page
from loaders.connectors.cursor.calls import FORBIDDEN
from loaders.connectors.cursor.checkpoint import Checkpoint, read_checkpoint, write_checkpoint
from loaders.connectors.cursor.event import Event, Ledger, read_event
from loaders.connectors.cursor.field import Entry
from loaders.connectors.cursor.shape import EVENTS, TOOLS
from loaders.connectors.cursor.told import Told, longest
from loaders.connectors.cursor.tool import Call, read_calls
from loaders.connectors.cursor.window import PageRun, adjoined, read_paging, shown, whole_days
from loaders.saved.fields import ErrorCollector

Days = tuple[int, int]


@dataclass(slots=True)
class Window:
    """One call's pages of some days. Events are summed as they come, so that no page has to be kept."""

    run: PageRun = field(default_factory=PageRun)
    ledger: Ledger = field(default_factory=Ledger)
    calls: Counter[Call] = field(default_factory=Counter)
    refused: bool = False
    failure: Reason | None = None

    @property
    def is_whole(self) -> bool:
        return self.failure is None and self.run.gap() is None

    @property
    def is_proven(self) -> bool:
        return self.is_whole and not self.refused


class LiveUsage:
    """The usage pages of one fetch."""

    def __init__(self, errors: ErrorCollector, instance: str) -> None:
        self._errors, self._instance = errors, instance
        self._windows: dict[str, dict[Days, Window]] = {EVENTS: {}, TOOLS: {}}
        self._checkpoint: str | None = None

    def add(self, call: str, page: Page) -> None:
        """Take a page in. Page 1 of a window that has pages already starts it again."""
        self._checkpoint = page.request.get("bookmark")
        first, last = page.request["startDate"], page.request["endDate"]
        days = whole_days(first, last) if call == EVENTS else (read_day(first), read_day(last))
        assert days is not None, "fetch asks for whole days"
        number = page.request.get("page", 1)
        if number == 1 and page.failure is None:
            self._windows[call][days] = Window()
        window = self._windows[call].setdefault(days, Window())
        if page.failure is not None:
            window.failure = page.failure
            return
        known = len(self._errors.messages)
        entry = Entry(page.body, "", call)
        for paging in self._errors.collect(read_paging, entry, number):
            if call == EVENTS:
                entries = list(entry.valid_children("usageEvents", self._errors))
                window.run.add(paging, len(page.body["usageEvents"]))
                events: Counter[Event] = Counter()
                for child in entries:
                    events.update(self._errors.collect(read_event, child, (first, last)))
                window.ledger.add(events.items())
            else:
                window.run.add(paging, len(page.body["data"]))
                window.calls += read_calls(entry, self._errors, self._instance)
        window.refused |= len(self._errors.messages) > known

    def told(self) -> Told:
        """What may be stored: days with a page missing are left as they are, however much of them came."""
        told = Told()
        tools, events = self._windows[TOOLS], self._windows[EVENTS]
        forbidden = next((w.failure for w in tools.values() if w.failure and w.failure.code == FORBIDDEN), None)
        asked = sorted(events) if forbidden else sorted(tools.keys() | events.keys())
        proven: list[Days] = []
        for days in asked:
            halves = [tools.get(days, Window()), events.get(days, Window())][1 if forbidden else 0 :]
            lacking = next((half for half in halves if not half.is_whole), None)
            if lacking is not None:
                told.reasons.append(_missing(days, lacking))
                continue
            told.ledger.absorb(halves[-1].ledger)
            if not forbidden:
                told.calls += halves[0].calls
            if all(half.is_proven for half in halves):
                proven.append(days)
        if forbidden:
            told.reasons.append(Reason(FORBIDDEN, f"MCP analytics: {forbidden.detail}"))
        self._vouch(told, proven, asked, forbidden is None)
        return told

    def _vouch(self, told: Told, proven: list[Days], asked: list[Days], with_tools: bool) -> None:
        before = read_checkpoint(self._checkpoint)
        blocks = adjoined(proven)
        told.days = longest(blocks)
        onward = next((block for block in blocks if block[0] == asked[0][0]), None)
        if before.last_day is not None:
            # Later days would seem to be joined to what was read before, across a gap.
            told.days = onward
        if onward is not None and onward[1] >= (before.last_day or 0):
            tools_last_day = onward[1] if with_tools else before.tools_last_day
            told.checkpoint = write_checkpoint(Checkpoint(onward[1], tools_last_day))


def _missing(days: Days, window: Window) -> Reason:
    if window.failure is not None:
        return Reason(window.failure.code, f"usage of {shown(days)} is missing: {window.failure.detail}")
    return Reason("PAGES_MISSING", f"usage of {shown(days)} is missing: {window.run.gap()}")
