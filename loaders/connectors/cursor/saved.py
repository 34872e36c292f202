"""This file knows what saved usage pages prove, whichever of them somebody kept, and counts nothing twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from graph.moment import read_day
from graph.reason import Reason
from loaders.connectors.cursor.event import Event, read_event
from loaders.connectors.cursor.field import Entry
from loaders.connectors.cursor.shape import EVENTS, TEAM_TOOLS, TOOLS
from loaders.connectors.cursor.told import Told, longest
from loaders.connectors.cursor.tool import Call, read_calls
from loaders.connectors.cursor.window import PageRun, Paging, adjoined, common, read_paging, shown, whole_days
from loaders.saved.fields import ErrorCollector

Days = tuple[int, int]
K = TypeVar("K")


@dataclass(slots=True)
class Pull(Generic[K]):
    """The saved pages of one pull of one call: the same period, the same total, the same page size."""

    pages: defaultdict[int, Counter[K]] = field(default_factory=lambda: defaultdict(Counter))
    run: PageRun = field(default_factory=PageRun)
    refused: bool = False

    def add(self, paging: Paging, entries: int, told: Counter[K]) -> None:
        """Take a page in; one that was saved twice counts once."""
        self.run.add(paging, entries)
        self.pages[paging.number] |= told

    def whole(self) -> Counter[K]:
        together: Counter[K] = Counter()
        for told in self.pages.values():
            together.update(told)
        return together


# Of a pull: the first and the last instant or day of its period, its total, its page size.
Key = tuple[int | None, int | None, int | None, int | None]


class SavedUsage:
    """The saved usage pages of one command."""

    def __init__(self, errors: ErrorCollector, instance: str, today: int) -> None:
        self._errors, self._instance, self._today = errors, instance, today
        self._events: dict[Key, Pull[Event]] = {}
        self._calls: dict[str, dict[Key, Pull[Call]]] = {TOOLS: {}, TEAM_TOOLS: {}}

    def add(self, call: str, entry: Entry) -> None:
        """Take a page in."""
        known = len(self._errors.messages)
        pull: Pull[Event] | Pull[Call] | None = None
        for paging in self._errors.collect(read_paging, entry):
            if call == EVENTS:
                pull = self._add_events(entry, paging)
            else:
                key = (*_asked_days(entry), paging.total, paging.size)
                calls = self._calls[call].setdefault(key, Pull())
                told = entry.body["data"]
                count = len(told) if isinstance(told, dict | list) else 0
                calls.add(paging, count, read_calls(entry, self._errors, self._instance))
                pull = calls
        if pull is not None:
            pull.refused |= len(self._errors.messages) > known

    def told(self) -> Told:
        """Everything that was saved; proven are whole days that were over and of which every page is there."""
        told = Told()
        told.ledger.add(_united(self._events).items())
        # The team's own rows are the sum of its members'.
        told.calls = _united(self._calls[TOOLS] or self._calls[TEAM_TOOLS])
        blocks = adjoined(self._proven(EVENTS, self._events, told.reasons))
        if self._calls[TOOLS]:
            blocks = common(blocks, adjoined(self._proven(TOOLS, self._calls[TOOLS], told.reasons)))
        told.days = longest(blocks)
        return told

    def _add_events(self, entry: Entry, paging: Paging) -> Pull[Event]:
        span: tuple[int | None, int | None] = (None, None)
        for period in self._errors.collect(entry.child, "period"):
            if period is not None:
                for edges in self._errors.collect(_edges, period):
                    span = edges
        first, last = span
        asked = (first, last) if first is not None and last is not None else None
        events: Counter[Event] = Counter()
        for child in entry.valid_children("usageEvents", self._errors):
            events.update(self._errors.collect(read_event, child, asked))
        pull = self._events.setdefault((first, last, paging.total, paging.size), Pull())
        for items in self._errors.collect(entry.items, "usageEvents"):
            pull.add(paging, len(items), events)
        return pull

    def _proven(self, call: str, pulls: dict[Key, Pull[K]], reasons: list[Reason]) -> list[Days]:
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
            gap = pull.run.gap() or ("another answer gives it another total" if periods[key[:2]] > 1 else None)
            if gap is not None:
                covered = f" of {shown(days)}" if days is not None else ""
                reasons.append(Reason("PAGES_MISSING", f"saved answers of {call}{covered}: {gap}"))
            elif days is not None and not pull.refused:
                over = min(days[1], self._today - 1)
                proven += [(days[0], over)] if days[0] <= over else []
        return proven


def _united(pulls: dict[Key, Pull[K]]) -> Counter[K]:
    """What two pulls both tell is one thing: their periods overlap."""
    together: Counter[K] = Counter()
    for pull in pulls.values():
        together |= pull.whole()
    return together


def _edges(period: Entry) -> tuple[int | None, int | None]:
    return period.non_negative_int("startDate"), period.non_negative_int("endDate")


def _asked_days(entry: Entry) -> tuple[int | None, int | None]:
    """The days that analytics were asked for; None where the answer repeats a relative date such as 7d."""
    params = entry.body["params"]
    try:
        first, last = read_day(params["startDate"]), read_day(params["endDate"])
    except (KeyError, TypeError, ValueError):
        return None, None
    return (first, last) if first <= last and not params.get("users") else (None, None)
