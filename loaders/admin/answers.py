"""This file knows the pages of one organisation: what each call listed, and whether all of it came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.moment import read_day
from graph.reason import Reason
from loaders.admin.days import Days, shown
from loaders.admin.paging import PageRun
from loaders.base import Page
from loaders.saved.fields import ErrorCollector, FieldReader

# Reads one page of a call: (path, the answer, its request and days, where refused entries go) to what a connector makes
# of it; a report gives buckets.
Read = Callable[[str, FieldReader, Mapping[str, Any], ErrorCollector], Iterator[Any]]


@dataclass(frozen=True, slots=True)
class Bucket:
    """What a report says of one day; `day` None: the report has no buckets, and its rows stand alone."""

    day: int | None
    rows: tuple[Any, ...]


@dataclass(slots=True)
class Series:
    """The pages of one call, of a report those of one window."""

    run: PageRun = field(default_factory=PageRun)
    items: list[Any] = field(default_factory=list)
    refused: bool = False
    failure: Reason | None = None

    def gap(self) -> Reason | None:
        """Why this is not the whole answer; None if it is."""
        gap = self.run.gap()
        return self.failure or (Reason("PAGES_MISSING", gap) if gap else None)

    @property
    def is_proven(self) -> bool:
        return self.gap() is None and not self.refused


class Answers:
    """What the pages of one run say, call by call. Pages are read as they come and not kept."""

    def __init__(self, read: Read, errors: ErrorCollector) -> None:
        self._read, self._errors = read, errors
        self._series: dict[tuple[str, Days | None], Series] = {}

    def add(self, path: str, page: Page, number: int, shown_as: str) -> None:
        """Take a page of a call in; `shown_as` is the file or the call that a refusal names."""
        days = _days(page.request)
        series = self._series.setdefault((path, days), Series())
        if page.failure is not None:
            series.failure = page.failure
            return
        body = page.document.content if page.body is None and page.document is not None else page.body
        known = len(self._errors.messages)
        entry = FieldReader(body, "", shown_as)
        for more in self._errors.collect(entry.flag, "has_more"):
            series.run.add(number, more)
            series.items += self._read(path, entry, {**page.request, "days": days}, self._errors)
        series.refused |= len(self._errors.messages) > known

    def items(self, path: str) -> list[Any]:
        """What a call listed, whether or not all of it came."""
        return self._series.get((path, None), Series()).items

    def is_proven(self, path: str) -> bool:
        """Whether the call was read to its end and every entry understood."""
        return self._series.get((path, None), Series()).is_proven

    def paths(self) -> list[str]:
        """The calls that are not reports of a window, sorted."""
        return sorted(path for path, days in self._series if days is None)

    def failures(self) -> list[tuple[str, Reason]]:
        """Why lists are not whole, by path; saved ones included."""
        gaps = ((path, self._series[path, None].gap()) for path in self.paths())
        return [
            (path, gap if path in gap.detail else Reason(gap.code, f"{path}: {gap.detail}"))
            for path, gap in gaps
            if gap
        ]

    def windows(self, path: str) -> list[Days]:
        """The windows of days that a report was asked for, in order."""
        return sorted(days for found, days in self._series if found == path and days is not None)

    def is_window_proven(self, reports: Iterable[tuple[str, Days]]) -> bool:
        """Whether every one of these reports was read to its end and every entry understood."""
        return all(self._series.get(report, Series()).is_proven for report in reports)

    def whole_window(
        self, reports: Iterable[tuple[str, Days]], days: Days
    ) -> tuple[dict[str, list[Any]], Reason | None]:
        """The rows of a window by path, or none and why: without one of its reports, days would lose what they had."""
        rows: dict[str, list[Any]] = {}
        for path, span in reports:
            series = self._series.get((path, span), Series())
            found, twice = flatten(series.items)
            gap = series.gap()
            if gap is None and twice:
                gap = Reason(
                    "CONTRADICTION", f"{path} tells {shown((twice[0], twice[0]))} twice, with different content"
                )
            if gap is not None:
                return {}, Reason(gap.code, f"usage of {shown(days)} is missing: {gap.detail}")
            rows.setdefault(path, []).extend(found)
        return rows, None


def flatten(buckets: Iterable[Bucket]) -> tuple[list[Any], list[int]]:
    """The rows of buckets, one that comes again counted once; and the days, left out, that contradict each other."""
    told: dict[int, Bucket] = {}
    twice: set[int] = set()
    loose: list[Any] = []
    for bucket in buckets:
        if bucket.day is None:
            loose += bucket.rows
        elif told.setdefault(bucket.day, bucket) != bucket:
            twice.add(bucket.day)
    rows = [row for day, bucket in sorted(told.items()) if day not in twice for row in bucket.rows]
    return rows + loose, sorted(twice)


def _days(request: Mapping[str, Any]) -> Days | None:
    return (read_day(request["from"]), read_day(request["to"])) if "from" in request else None
