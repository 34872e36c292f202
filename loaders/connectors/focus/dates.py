"""This file knows how the dates of a FOCUS file are written: ISO 8601, or month/day/year where the file itself proves it.

Some real files write `5/1/25`. That is read only if every date of the file that is not ISO 8601 fits month/day/year and one of
them rules day/month/year out: a day beyond the twelfth, or a billing period that is a calendar month read one way alone.
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
    """The dates of one file. `is_american`: month/day/year is proven."""

    def __init__(self, is_american: bool = False) -> None:
        self.is_american = is_american

    def moment(self, entry: FieldReader, name: str) -> int | None:
        """The moment that a cell says; None if it is absent."""
        told = entry.text(name)
        if told is None:
            return None
        match = _SLASHED.match(told)
        if match is None:
            try:
                moment = _iso(told)
            except ValueError:
                entry.refuse(name, "this is no ISO 8601 time", REMEDY)
            return moment if moment != NEVER else entry.refuse(name, "a bill has no open end", REMEDY)
        found = _read(match, "first", "second") if self.is_american else None
        if found is None:
            entry.refuse(name, "nothing in the file proves whether this is month/day or day/month", REMEDY)
        return found


@lru_cache(maxsize=4096)
def _iso(told: str) -> int:
    # A bill has few dates and many rows.
    return read_moment(told)


def detect_date_format(rows: Iterable[FieldReader]) -> DateFormat:
    """Look through all rows of a file for what its slashed dates mean. O(rows)."""
    proven = False
    for row in rows:
        for start, end in PERIODS:
            pair = [_match(row, name) for name in (start, end)]
            for match in pair:
                if match is not None and _read(match, "first", "second") is None:
                    return DateFormat()
                proven |= match is not None and int(match["second"]) > 12
            if start == "BillingPeriodStart" and pair[0] and pair[1]:
                american = _is_month(*(_read(match, "first", "second") for match in pair if match))
                european = _is_month(*(_read(match, "second", "first") for match in pair if match))
                if european and not american:
                    return DateFormat()
                proven |= american and not european
    return DateFormat(proven)


def is_slashed(row: FieldReader) -> bool:
    """Whether any date of a row is written with slashes."""
    return any(_match(row, name) is not None for pair in PERIODS for name in pair)


def _match(row: FieldReader, name: str) -> re.Match[str] | None:
    told = row.body.get(name)
    return _SLASHED.match(told.strip()) if isinstance(told, str) else None


def _read(match: re.Match[str], month: str, day: str) -> int | None:
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
