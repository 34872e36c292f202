"""Coverage of a run: the kinds, days and pages that were read to the end, and the checkpoint for the next run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from graph.moment import day_of, read_day, write_day
from graph.reason import Reason

# First and last UTC day, both inclusive.
Days = tuple[int, int]


@dataclass(slots=True)
class Coverage:
    """The node and edge kinds that a source lists to the end, and why it does not cover more."""

    kinds: tuple[str, ...] = ()
    reasons: list[Reason] = field(default_factory=list)


def covered_scopes(required: Mapping[tuple[str, ...], tuple[str, ...]], complete: Set[str]) -> tuple[str, ...]:
    """The scopes that complete lists prove. `required`: by scopes that go together, the lists that they take."""
    return tuple(scope for scopes, lists in required.items() if complete >= set(lists) for scope in scopes)


@dataclass(slots=True)
class NumberedPages:
    """The pages of one call that arrived, by number from 1, in any order; each with whether another page follows."""

    more: dict[int, bool | None] = field(default_factory=dict)
    has_repeats: bool = False

    def add(self, number: int, more: bool | None) -> None:
        """A page arrived; `more` None: it does not say whether another one follows."""
        self.has_repeats |= number in self.more
        self.more[number] = more

    def gap(self) -> str | None:
        """Why these pages are not the whole list; None if they are."""
        if not self.more:
            return "no page arrived"
        last = max(self.more)
        missing = missing_numbers(self.more, last)
        if missing:
            return f"page {missing} is missing"
        if self.has_repeats:
            return "a page came twice"
        if any(more is not True for number, more in self.more.items() if number < last):
            return "a page before the last one says that it is the last"
        if self.more[last] is None:
            return f"page {last} does not say whether another one follows"
        return f"page {last + 1} is missing" if self.more[last] else None


def missing_numbers(numbers: Iterable[int], last: int) -> str:
    """The first five numbers from 1 to `last` that are missing, as text; empty if none is."""
    known = set(numbers)
    return ", ".join([str(number) for number in range(1, last + 1) if number not in known][:5])


def days_to_read(observed_at: int, checkpoint: str | None, lookback_days: int, reread_days: int) -> Days:
    """Whole UTC days up to the one before `observed_at`: the day of `observed_at` is not over."""
    yesterday = day_of(observed_at) - 1
    known = read_checkpoint(checkpoint)
    first = yesterday - lookback_days + 1 if known is None else min(known, yesterday) - reread_days
    return first, yesterday


def split_days(days: Days, width: int) -> Iterator[Days]:
    """Spans of at most `width` days, oldest first."""
    for first in range(days[0], days[1] + 1, width):
        yield first, min(first + width - 1, days[1])


def contiguous_days(spans: Iterable[Days], first: int) -> Days | None:
    """The days without a gap from `first` on; None if `first` itself is in no span.

    Days after a gap are left for the next run: declared as covered, they would seem joined to what was read before.
    """
    last = None
    for begin, end in sorted(spans):
        if begin > (first if last is None else last + 1):
            break
        last = end if last is None else max(last, end)
    return None if last is None else (first, last)


def merge_days(spans: Iterable[Days]) -> list[Days]:
    """Spans in order; those that touch or overlap become one."""
    merged: list[Days] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def common_days(left: Iterable[Days], right: Iterable[Days]) -> list[Days]:
    """The days that are in a span of each of two lists, merged."""
    others = list(right)
    pairs = ((max(a[0], b[0]), min(a[1], b[1])) for a in left for b in others)
    return merge_days((first, last) for first, last in pairs if first <= last)


def longest_days(spans: Iterable[Days]) -> Days | None:
    """The longest span; of equally long ones the last. None if there is none."""
    return max(spans, key=lambda span: (span[1] - span[0], span), default=None)


def read_checkpoint(text: str | None) -> int | None:
    """The last day up to which everything was read; None if that is unknown, and everything is read again."""
    try:
        return read_day(json.loads(text or "{}")["last_day"])
    except (ValueError, TypeError, KeyError):
        return None


def write_checkpoint(last_day: int) -> str:
    """The checkpoint as the store keeps it."""
    return json.dumps({"last_day": write_day(last_day)})


def format_days(days: Days) -> str:
    """A span of days as text: `2026-11-01 to 2026-11-20`."""
    return f"{write_day(days[0])} to {write_day(days[1])}"
