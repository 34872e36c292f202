"""Moments and days: integers inside, ISO 8601 text outside.

A moment is an integer of microseconds since 1970-01-01T00:00:00Z, a day an integer of days since 1970-01-01.
`ALWAYS` and `NEVER` stand for an open start and an open end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

ALWAYS = -(2**63)
NEVER = 2**63 - 1
SECOND = 1_000_000
DAY = 86_400 * SECOND

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = date(1970, 1, 1).toordinal()
# The first and the last moment that can be written.
_FIRST = (1 - _EPOCH_DAY) * DAY
_LAST = (date.max.toordinal() + 1 - _EPOCH_DAY) * DAY - 1
_MOMENT = re.compile(
    r"(\d{4,5})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?([Zz]|[+-]\d\d:?\d\d)?)?\Z",
    re.ASCII,
)


def read_moment(text: str) -> int:
    """Read ISO 8601. A date alone is its midnight, no zone means UTC, a year from 9999 on is `NEVER`.

    Raises ValueError with a message for people.
    """
    match = _MOMENT.match(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not an ISO 8601 time such as 2026-11-20T06:00:00Z")
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    if int(year) >= 9999:
        return NEVER
    try:
        moment = datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), min(int(second or 0), 59), tzinfo=UTC
        )
    except ValueError as error:
        raise ValueError(f"{text!r} is not a time: {error}") from None
    micros = (moment - _EPOCH) // timedelta(microseconds=1) + int((fraction or "0").ljust(6, "0")[:6])
    if zone and zone not in "Zz":
        sign = 1 if zone[0] == "+" else -1
        micros -= sign * (int(zone[1:3]) * 3600 + int(zone[-2:]) * 60) * SECOND
    return micros


def write_moment(moment: int) -> str | None:
    """ISO 8601 with Z, microseconds only where there are any; None for an open end.

    What lies before year 1 or after 9999, as windows may begin and end, is written as the nearest moment that can be.
    """
    if moment in (ALWAYS, NEVER):
        return None
    value = _EPOCH + timedelta(microseconds=min(max(_FIRST, moment), _LAST))
    return value.replace(tzinfo=None).isoformat() + "Z"


def moment_of(value: datetime) -> int:
    """The moment of an aware datetime."""
    return (value - _EPOCH) // timedelta(microseconds=1)


def now() -> int:
    """The present moment. Only the edges of Remit (the CLI, HTTP, a running connector) read the clock."""
    return moment_of(datetime.now(UTC))


def read_day(text: str) -> int:
    """Read `2026-11-20`. Raises ValueError with a message for people."""
    try:
        if len(text) != 10 or not text.isascii():
            raise ValueError
        return date.fromisoformat(text).toordinal() - _EPOCH_DAY
    except ValueError:
        raise ValueError(f"{text!r} is not a day such as 2026-11-20") from None


def write_day(day: int) -> str:
    """Write `2026-11-20`; see `date_of`."""
    return date_of(day).isoformat()


def date_of(day: int) -> date:
    """The calendar date of a day number; before year 1 and after 9999, where windows may begin and end, the nearest."""
    return date.fromordinal(min(max(1, day + _EPOCH_DAY), date.max.toordinal()))


def month_days(day: int) -> tuple[int, int]:
    """The first and the last day of the calendar month that holds a day."""
    on = date_of(day)
    first = day - on.day + 1
    return first, first + monthrange(on.year, on.month)[1] - 1


def day_of(moment: int) -> int:
    """The UTC day that holds a moment."""
    return moment // DAY


def midnight(day: int) -> int:
    """The moment at which a UTC day begins."""
    return day * DAY
