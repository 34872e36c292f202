"""This file knows which days of usage are read, in which windows, and how far earlier runs came."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from graph.moment import day_of, read_day, write_day

# First and last day, both inclusive.
Days = tuple[int, int]


def asked_days(observed_at: int, checkpoint: str | None, lookback_days: int, reread_days: int) -> Days:
    """Whole UTC days up to the one before `observed_at`: a day that is not over has no end to prove."""
    yesterday = day_of(observed_at) - 1
    known = read_checkpoint(checkpoint)
    first = yesterday - lookback_days + 1 if known is None else min(known, yesterday) - reread_days
    return first, yesterday


def windows(days: Days, width: int) -> Iterator[Days]:
    """Spans of at most `width` days, oldest first."""
    for first in range(days[0], days[1] + 1, width):
        yield first, min(first + width - 1, days[1])


def onward(proven: Iterable[Days], first: int) -> Days | None:
    """The days that are proven without a gap from the first one that was asked for; None if that one is not.

    What comes after a gap is left for the next run: vouched for, it would seem to be joined to what was read before.
    """
    last = None
    for begin, end in sorted(proven):
        if begin > (first if last is None else last + 1):
            break
        last = end if last is None else max(last, end)
    return None if last is None else (first, last)


def read_checkpoint(text: str | None) -> int | None:
    """The last day up to which everything was read; None if that is not known, and all is read again."""
    try:
        return read_day(json.loads(text or "{}")["last_day"])
    except (ValueError, TypeError, KeyError):
        return None


def write_checkpoint(last_day: int) -> str:
    """The checkpoint as the store keeps it."""
    return json.dumps({"last_day": write_day(last_day)})


def shown(days: Days) -> str:
    """A span of days as a person reads it."""
    return f"{write_day(days[0])} to {write_day(days[1])}"
