"""Dates of the example: the window of usage, and the three mornings on which the systems were exported."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

FIRST_DAY = date(2026, 8, 23)
LAST_DAY = date(2026, 11, 20)
DAYS = [FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]

# The exports: before the window, in the middle, after its end. Each is a folder of its own.
SUMMER, AUTUMN, NOW = date(2026, 8, 22), date(2026, 10, 16), date(2026, 11, 21)
EXPORTS = (SUMMER, AUTUMN, NOW)

# Cursor answers for thirty days at most.
WINDOWS = [DAYS[n : n + 30] for n in range(0, len(DAYS), 30)]

_QUIET = {date(2026, 9, 7): 0.3, date(2026, 10, 12): 0.5, date(2026, 11, 11): 0.6}


def observed(day: date) -> str:
    """When an export of that day was taken: six in the morning, UTC."""
    return f"{day}T06:00:00Z"


def pulse(day: date) -> float:
    """How busy a day is, 1.0 being a plain weekday; weekends and holidays are quiet, and work grows by a quarter."""
    growth = 0.9 + 0.25 * (day - FIRST_DAY).days / len(DAYS)
    if day.weekday() >= 5:
        return 0.06 * growth
    return _QUIET.get(day, 0.85 if day.weekday() == 4 else 1.0) * growth


def epoch_ms(day: date, second: float = 0.0) -> int:
    """Milliseconds since 1970 of a second of a UTC day."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return int(start.timestamp() * 1000 + second * 1000)


def next_day(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)
