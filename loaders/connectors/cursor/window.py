"""This file knows when the pages of one window are all of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.moment import DAY, write_day
from loaders.connectors.cursor.field import Entry

DAY_MS = DAY // 1000


@dataclass(frozen=True, slots=True)
class Paging:
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


def read_paging(entry: Entry, asked: int = 1) -> Paging:
    """The place of a page of usage events or of analytics. Raises RecordError for a wrong type."""
    place = entry.child("pagination") or Entry({}, "pagination", entry.file)
    counted = "usageEvents" in entry.body
    names = ("currentPage", "numPages") if counted else ("page", "totalPages")
    number = place.non_negative_int(names[0])
    return Paging(
        number=asked if number is None else number,
        pages=place.non_negative_int(names[1]),
        more=place.flag("hasNextPage"),
        total=entry.non_negative_int("totalUsageEventsCount") if counted else place.non_negative_int("totalUsers"),
        size=place.non_negative_int("pageSize"),
        counted=counted,
    )


@dataclass(slots=True)
class PageRun:
    """The pages of one window that were seen, in any order."""

    pages: dict[int, tuple[Paging, int]] = field(default_factory=dict)

    def add(self, paging: Paging, entries: int) -> None:
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


def adjoined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of days, those that touch or overlap made one, in order."""
    blocks: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if blocks and first <= blocks[-1][1] + 1:
            blocks[-1] = (blocks[-1][0], max(blocks[-1][1], last))
        else:
            blocks.append((first, last))
    return blocks


def common(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The days that lie in a span of each of two lists."""
    pairs = ((max(a[0], b[0]), min(a[1], b[1])) for a in left for b in right)
    return adjoined([(first, last) for first, last in pairs if first <= last])


def shown(days: tuple[int, int]) -> str:
    """A span of days as a person reads it."""
    return f"{write_day(days[0])} to {write_day(days[1])}"
