"""Pages of one run by call: what each list and each report of days holds, and whether all of it arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.moment import read_day
from graph.reason import Reason
from loaders.base import Page
from loaders.claims.coverage import Days, NumberedPages, format_days
from loaders.saved.fields import ErrorCollector, FieldReader

# Reads one page of a call, given its path, body, request with `days`, and the collector of errors; a report yields buckets.
Read = Callable[[str, FieldReader, Mapping[str, Any], ErrorCollector], Iterator[Any]]


@dataclass(frozen=True, slots=True)
class Bucket:
    """The rows of one day of a report; `day` None: the report has no buckets of days, and its rows stand alone."""

    day: int | None
    rows: tuple[Any, ...]


@dataclass(slots=True)
class Series:
    """The pages of one call, of a report those of one window."""

    pages: NumberedPages = field(default_factory=NumberedPages)
    items: list[Any] = field(default_factory=list)
    has_errors: bool = False
    failure: Reason | None = None

    def gap(self) -> Reason | None:
        """Why this is not the whole list; None if it is."""
        gap = self.pages.gap()
        return self.failure or (Reason("PAGES_MISSING", gap) if gap else None)

    @property
    def is_proven(self) -> bool:
        return self.gap() is None and not self.has_errors


class PagesByCall:
    """What the pages of one run list, call by call. Pages are read as they come and not kept."""

    def __init__(self, read: Read, errors: ErrorCollector) -> None:
        self._read, self._errors = read, errors
        self._series: dict[tuple[str, Days | None], Series] = {}

    def add(self, path: str, page: Page, number: int, display_path: str) -> None:
        """Read a page of a call; errors name `display_path`, the file or the call."""
        days = _days(page.request)
        series = self._series.setdefault((path, days), Series())
        if page.failure is not None:
            series.failure = page.failure
            return
        body = page.document.content if page.body is None and page.document is not None else page.body
        known = len(self._errors.messages)
        entry = FieldReader(body, "", display_path)
        for more in self._errors.collect(entry.flag, "has_more"):
            series.pages.add(number, more)
            series.items += self._read(path, entry, {**page.request, "days": days}, self._errors)
        series.has_errors |= len(self._errors.messages) > known

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
        return sorted(days for known, days in self._series if known == path and days is not None)

    def is_window_proven(self, reports: Iterable[tuple[str, Days]]) -> bool:
        """Whether every one of these reports was read to its end and every entry understood."""
        return all(self._series.get(report, Series()).is_proven for report in reports)

    def whole_window(
        self, reports: Iterable[tuple[str, Days]], days: Days
    ) -> tuple[dict[str, list[Any]], Reason | None]:
        """The rows of a window by path, or none and why: with a report missing, days would lose what they had."""
        rows: dict[str, list[Any]] = {}
        for path, span in reports:
            series = self._series.get((path, span), Series())
            bucket_rows, repeated = rows_of_buckets(series.items)
            gap = series.gap()
            if gap is None and repeated:
                gap = Reason(
                    "CONTRADICTION",
                    f"{path} has {format_days((repeated[0], repeated[0]))} twice, with different content",
                )
            if gap is not None:
                return {}, Reason(gap.code, f"usage of {format_days(days)} is missing: {gap.detail}")
            rows.setdefault(path, []).extend(bucket_rows)
        return rows, None


def rows_of_buckets(buckets: Iterable[Bucket]) -> tuple[list[Any], list[int]]:
    """The rows of buckets, equal buckets counted once; and the days, left out, whose buckets contradict each other."""
    by_day: dict[int, Bucket] = {}
    contradictory: set[int] = set()
    loose: list[Any] = []
    for bucket in buckets:
        if bucket.day is None:
            loose += bucket.rows
        elif by_day.setdefault(bucket.day, bucket) != bucket:
            contradictory.add(bucket.day)
    rows = [row for day, bucket in sorted(by_day.items()) if day not in contradictory for row in bucket.rows]
    return rows + loose, sorted(contradictory)


def _days(request: Mapping[str, Any]) -> Days | None:
    return (read_day(request["from"]), read_day(request["to"])) if "from" in request else None


class OrganizationIds:
    """The vendor's own ids of the organisation that answers are about: the `organization_id` of their entries and results."""

    def __init__(self) -> None:
        self._ids: set[str] = set()

    def add(self, page: Page) -> None:
        """Read the ids of a page; one that is not as documented has none."""
        body = page.document.content if page.body is None and page.document is not None else page.body
        entries = body.get("data") if isinstance(body, Mapping) else None
        for entry in entries if isinstance(entries, list) else ():
            results = entry.get("results") if isinstance(entry, Mapping) else None
            for record in (entry, *(results if isinstance(results, list) else ())):
                organization = record.get("organization_id") if isinstance(record, Mapping) else None
                if isinstance(organization, str) and organization:
                    self._ids.add(organization)

    def props(self) -> dict[str, str]:
        """The property of the application that holds the id: a bill that names it is of the same application."""
        return {"external_id": next(iter(self._ids))} if len(self._ids) == 1 else {}

    def conflict(self) -> Reason | None:
        """Why the answers do not tell the organisation's id, where they name several."""
        if len(self._ids) < 2:
            return None
        text = f"the answers are about several organisations ({', '.join(sorted(self._ids)[:3])})"
        return Reason("CONTRADICTION", f"{text}: load each as an instance of its own, or its bills count beside it")
