"""Coverage of a window: the days that no run of a source covers, so that no total of them reads as whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from graph.moment import write_day
from graph.reason import Reason
from graph.snapshot import Snapshot
from graph.stores.base import SourceState

DAYS_NOT_COVERED = "DAYS_NOT_COVERED"

# A table of sources and days beyond this size is sorted instead: some row lies centuries away.
_MOST_FLAGS = 2**26

# First and last day, both inclusive.
Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """The days that the runs of a source cover, ascending ranges, and those of which some lines could not be read."""

    source: str
    usage: Sequence[Days]
    charges: Sequence[Days]
    unread: Sequence[Days] = ()


@dataclass(frozen=True, slots=True)
class RowDays:
    """The days of a source's rows: of usage those within the window, of charges all; `has_usage`: on whatever day."""

    usage: Iterable[int] = ()
    charges: Iterable[Days] = ()
    has_usage: bool = False


def coverage_of(states: Iterable[SourceState]) -> tuple[SourceCoverage, ...]:
    """The coverage that a store keeps with its sources, in their order."""
    return tuple(
        SourceCoverage(state.source, state.covered_usage(), state.covered_charges(), state.unread_ranges)
        for state in states
    )


def snapshot_coverage(snapshot: Snapshot) -> tuple[SourceCoverage, ...]:
    """The coverage of a snapshot's sources, in their order."""
    return tuple(
        SourceCoverage(
            source["source"], source["usage_ranges"], source["charge_ranges"], source.get("unread_ranges", ())
        )
        for source in snapshot.info["sources"]
    )


def uncovered_days(snapshot: Snapshot, window: Days) -> tuple[Reason, ...]:
    """`missing_days` of a snapshot. O(usage rows)."""
    usage_days = _usage_days(snapshot, window)
    has_usage = np.bincount(snapshot.usage.claimed_by, minlength=snapshot.source_count) > 0
    sources = [
        (coverage, RowDays(usage_days[number], _charge_days(snapshot, number), bool(has_usage[number])))
        for number, coverage in enumerate(snapshot_coverage(snapshot))
    ]
    return missing_days(sources, window)


def missing_days(sources: Sequence[tuple[SourceCoverage, RowDays]], window: Days) -> tuple[Reason, ...]:
    """For each source that ever reported usage or charges, the days of the window that it left out, with the remedy;
    then those of which it could not read all.

    A run covers the days it says it does, and those of its rows. Of a source that reports usage, usage counts: an invoice
    for a month says nothing of the days in it.
    """
    missing: list[tuple[str, Days]] = []
    for coverage, rows in sources:
        days: list[Days] = [(first, last) for first, last in coverage.usage]
        if days or rows.has_usage:
            days += [(day, day) for day in rows.usage]
        else:
            days += [(first, last) for first, last in coverage.charges]
            days += rows.charges
        if days:
            missing += [(coverage.source, gap) for gap in gaps(days, window)]
    remedy = _remedy(gaps([gap for _, gap in missing], window))
    return tuple(
        Reason(
            DAYS_NOT_COVERED, f"{source}: no run covers {_written(gap)}; load or sync what it has of these days{remedy}"
        )
        for source, gap in missing
    ) + tuple(_unread_days((coverage for coverage, _ in sources), window))


def _unread_days(sources: Iterable[SourceCoverage], window: Days) -> Iterator[Reason]:
    """For each source the days of the window of which some lines could not be read when they came last."""
    for coverage in sources:
        for first, last in coverage.unread:
            days = max(first, window[0]), min(last, window[1])
            if days[0] <= days[1]:
                text = (
                    f"some lines of {_written(days)} could not be read; mend them, or export and load these days again"
                )
                yield Reason(DAYS_NOT_COVERED, f"{coverage.source}: {text}")


def _charge_days(snapshot: Snapshot, number: int) -> Iterator[Days]:
    """The first and last day of each charge of a source; sought when they are first needed."""
    charges = snapshot.charges
    rows = charges.claimed_by == number
    yield from zip(charges.first_day[rows].tolist(), charges.last_day[rows].tolist(), strict=True)


def _usage_days(snapshot: Snapshot, window: Days) -> list[list[int]]:
    """Per source the days of the window that it has usage rows of, ascending."""
    usage, count = snapshot.usage, snapshot.source_count
    rows = usage.between(*window)
    sources, days = usage.claimed_by[rows], usage.day[rows]
    if not len(days):
        return [[] for _ in range(count)]
    first = int(days.min())
    width = int(days.max()) - first + 1
    if width * count > _MOST_FLAGS:
        return [np.unique(days[sources == number]).tolist() for number in range(count)]
    seen = np.zeros((count, width), dtype=bool)
    seen[sources, days - first] = True
    return [(np.flatnonzero(row) + first).tolist() for row in seen]


def gaps(covered: Iterable[Days], window: Days) -> list[Days]:
    """The runs of days of a window that none of some ranges holds, ascending."""
    missing: list[Days] = []
    next_day = window[0]
    for first, last in sorted(covered):
        if last < next_day:
            continue
        if first > window[1]:
            break
        if first > next_day:
            missing.append((next_day, first - 1))
        next_day = last + 1
    if next_day <= window[1]:
        missing.append((next_day, window[1]))
    return missing


def _remedy(covered: Sequence[Days]) -> str:
    """The other remedy: to ask for the most days in a row that every source covers, the latest of several."""
    if not covered:
        return ""
    best = max(covered, key=lambda days: (days[1] - days[0], days[1]))
    return f", or ask for {_written(best)}, which every source covers"


def _written(days: Days) -> str:
    first, last = (write_day(day) for day in days)
    return first if first == last else f"{first} to {last}"
