"""Dates of a FOCUS file: ISO 8601, or month/day/year where the file itself proves it.

Some real files write `5/1/25`. That is read only if every date of the file that is not ISO 8601 fits month/day/year, and one of
them rules out day/month/year: a day beyond the twelfth, or a billing period that is a calendar month read one way alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache

from graph.moment import DAY, NEVER, moment_of, read_moment
from loaders.saved.fields import FieldReader

PERIODS = (("BillingPeriodStart", "BillingPeriodEnd"), ("ChargePeriodStart", "ChargePeriodEnd"))
_SLASHED = re.compile(
    r"(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})/(?P<year>[0-9]{2}|[0-9]{4})"
    r"(?: (?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second_of>[0-9]{2}))?)?\Z"
)
REMEDY = "Write the dates as ISO 8601, as FOCUS asks: 2026-11-01T00:00:00Z"


class DateFormat:
    """How one file writes its dates. `is_month_first`: month/day/year is proven."""

    def __init__(self, is_month_first: bool = False) -> None:
        self.is_month_first = is_month_first

    def moment(self, entry: FieldReader, name: str) -> int | None:
        """The moment in a cell; None if it is absent. Raises RecordError for one that cannot be read for certain."""
        text = entry.text(name)
        if text is None:
            return None
        match = _SLASHED.match(text)
        if match is None:
            try:
                moment = _read_iso(text)
            except ValueError:
                entry.refuse(name, "this is not an ISO 8601 time", REMEDY)
            return moment if moment != NEVER else entry.refuse(name, "a bill needs days, not an open end", REMEDY)
        slashed = _read_slashed(match, "first", "second") if self.is_month_first else None
        if slashed is None:
            entry.refuse(name, "nothing in the file proves whether this is month/day or day/month", REMEDY)
        return slashed


@lru_cache(maxsize=4096)
def _read_iso(text: str) -> int:
    # A bill has few dates and many rows.
    return read_moment(text)


def detect_date_format(rows: Iterable[FieldReader]) -> DateFormat:
    """The date format that all rows of a file together prove. O(rows)."""
    proven = False
    for row in rows:
        for start, end in PERIODS:
            pair = [_match(row, name) for name in (start, end)]
            for match in pair:
                if match is not None and _read_slashed(match, "first", "second") is None:
                    return DateFormat()
                proven |= match is not None and int(match["second"]) > 12
            if start == "BillingPeriodStart" and pair[0] and pair[1]:
                month_first = _is_month(*(_read_slashed(match, "first", "second") for match in pair if match))
                day_first = _is_month(*(_read_slashed(match, "second", "first") for match in pair if match))
                if day_first and not month_first:
                    return DateFormat()
                proven |= month_first and not day_first
    return DateFormat(proven)


def is_slashed(row: FieldReader) -> bool:
    """Whether any date of a row is written with slashes."""
    return any(_match(row, name) is not None for pair in PERIODS for name in pair)


def _match(row: FieldReader, name: str) -> re.Match[str] | None:
    text = row.body.get(name)
    return _SLASHED.match(text.strip()) if isinstance(text, str) else None


def _read_slashed(match: re.Match[str], month: str, day: str) -> int | None:
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    clock = (int(match["hour"] or 0), int(match["minute"] or 0), int(match["second_of"] or 0))
    try:
        return moment_of(datetime(year, int(match[month]), int(match[day]), *clock, tzinfo=UTC))
    except ValueError:
        return None


def _is_month(start: int | None, end: int | None) -> bool:
    """Whether a period is exactly one calendar month."""
    if start is None or end is None or not 28 * DAY <= end - start <= 31 * DAY:
        return False
    first, after = (datetime.fromtimestamp(moment / 1_000_000, UTC) for moment in (start, end))
    return first.day == after.day == 1
