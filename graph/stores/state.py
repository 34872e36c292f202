"""State of a source: how a finished run changes its scopes, days and freshness."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from graph.claims import RunHeader
from graph.moment import read_day, write_day
from graph.reason import COMPLETE, HELD, Reason
from graph.restatement import FigureKey, UsageFigures, is_over, read_restatements
from graph.stores.base import DaysRead, Outcome, SourceState

Days = tuple[int, int]

# How many moments of runs a source remembers, to know its usual interval.
_RUNS_REMEMBERED = 9


def new_state(header: RunHeader) -> SourceState:
    """The state of a source that never finished a run."""
    return SourceState(
        source=header.source,
        first_observed=header.observed_at,
        last_observed=header.observed_at,
        state=COMPLETE,
        reasons=(),
        scopes={},
        usage_days=None,
        charge_days=None,
        aliases={},
        max_age_s=None,
        checkpoint=None,
    )


def complete_scopes(header: RunHeader, narrowed: Sequence[str] | None) -> frozenset[str]:
    """The scopes a run covers: those its header names, or the part of them that proved complete."""
    scopes = set(header.complete)
    if header.usage is not None:
        scopes.add("usage")
    if header.charges is not None:
        scopes.add("charges")
    return frozenset(scopes if narrowed is None else scopes & set(narrowed))


def next_state(
    before: SourceState,
    header: RunHeader,
    complete: frozenset[str],
    outcome: tuple[str, tuple[Reason, ...], str | None],
    days_read: DaysRead | None = None,
) -> SourceState:
    """The state of a source after a run; `outcome` is the run's (state, reasons, checkpoint), `days_read` as in `finish`."""
    state, reasons, checkpoint = outcome
    scopes = dict(before.scopes)
    for scope in complete:
        first, last = scopes.get(scope, (header.observed_at, header.observed_at))
        # A held run did not retire what it no longer lists, so it does not prove what still exists.
        scopes[scope] = (first, last if state == HELD else header.observed_at)
    first_observed = before.first_observed
    recent_runs = tuple(sorted({*before.recent_runs, header.observed_at}))
    usage = header.usage if "usage" in complete else None
    charges = header.charges if "charges" in complete else None
    usage_ranges = _joined(before.usage_ranges or _whole(before.usage_days), usage)
    charge_ranges = _joined(before.charge_ranges or _whole(before.charge_days), charges)
    unread_ranges, restated = _unread_after(before.unread_ranges, days_read, is_held=state == HELD), before.restated
    if header.restore:
        scopes = {scope: (days["first"], days["last"]) for scope, days in header.scopes.items() if "last" in days}
        exported: Mapping[str, Any] = header.scopes.get("source", {})
        first_observed = exported.get("first_observed", header.observed_at)
        state = exported.get("state", state)
        reasons = tuple(Reason(reason["code"], reason["detail"]) for reason in exported.get("reasons", ()))
        checkpoint = exported.get("bookmark", checkpoint)
        recent_runs = tuple(exported.get("recent_runs", ()))
        usage_ranges = read_ranges(exported.get("usage_ranges")) or usage_ranges
        charge_ranges = read_ranges(exported.get("charge_ranges")) or charge_ranges
        unread_ranges = read_ranges(exported.get("unread_ranges"))
        restated = read_restatements(exported.get("restated"))
    return msgspec.structs.replace(
        before,
        first_observed=first_observed,
        last_observed=header.observed_at,
        recent_runs=recent_runs[-_RUNS_REMEMBERED:],
        state=state,
        reasons=reasons,
        scopes=dict(sorted(scopes.items())),
        usage_days=_union(before.usage_days, usage),
        charge_days=_union(before.charge_days, charges),
        usage_ranges=usage_ranges,
        charge_ranges=charge_ranges,
        unread_ranges=unread_ranges,
        restated=restated,
        aliases=dict(sorted({**before.aliases, **header.aliases}.items())),
        max_age_s=header.max_age_s if header.max_age_s is not None else before.max_age_s,
        # The retirements of a held run wait: the next run must not start after it, or nobody would report them again.
        checkpoint=before.checkpoint if checkpoint is None or (state == HELD and not header.restore) else checkpoint,
    )


def coverage(state: SourceState) -> tuple[object, ...]:
    """The part of a source's state, freshness aside, that answers depend on: a change of it is a new generation."""
    return (
        tuple(state.scopes),
        state.first_observed,
        state.usage_days,
        state.charge_days,
        state.usage_ranges,
        state.charge_ranges,
        state.unread_ranges,
        tuple(state.aliases.items()),
    )


def run_counts(outcome: Outcome) -> dict[str, Any]:
    """The counts of a run, as `remit status` lists them."""
    return {
        "added": dict(outcome.added),
        "retired": dict(outcome.retired),
        "held": dict(outcome.held),
        "rounded": outcome.rounded,
    }


def charge_figures(
    charges: Iterable[tuple[str | None, int, int, str, str | None, int]],
) -> dict[FigureKey, UsageFigures]:
    """The sums of charges (application, first day, last day, category, currency, nano-units) by their keys."""
    figures: dict[FigureKey, UsageFigures] = {}
    for application, first, last, category, currency, nano in charges:
        key = (application, first, last, category, currency, None, True)
        figures[key] = figures.get(key, UsageFigures()).plus(0, 0, nano)
    return figures


def was_read_before(state: SourceState, key: FigureKey, known: Container[FigureKey]) -> bool:
    """Whether a source that is read again told of a charge when its period was over, if only that there was none."""
    _, first, last, *_ = key
    if not is_over(last, state.last_observed):
        return False
    return key in known or any(low <= first and last <= high for low, high in state.covered_charges())


def overlaps_any(days: Days, ranges: Iterable[Days]) -> bool:
    """Whether days share one with some range."""
    return any(first <= days[1] and days[0] <= last for first, last in ranges)


def _unread_after(ranges: Sequence[Days], days_read: DaysRead | None, *, is_held: bool) -> tuple[Days, ...]:
    """The unread days after a run; those that it read whole are unread no more, unless it waits for a person."""
    if days_read is None:
        return tuple(ranges)
    first, last = days_read.first, days_read.last
    if not days_read.is_whole:
        return _joined(ranges, (first, last))
    if is_held:
        return tuple(ranges)
    sides = (
        ((start, min(end, first - 1)) for start, end in ranges),
        ((max(start, last + 1), end) for start, end in ranges),
    )
    return tuple(sorted({(start, end) for side in sides for start, end in side if start <= end}))


def _union(before: Days | None, days: Days | None) -> Days | None:
    if before is None or days is None:
        return days or before
    return min(before[0], days[0]), max(before[1], days[1])


def write_ranges(ranges: Sequence[Days]) -> list[str]:
    """Ranges of days as an export writes them: first, last, first, last, ..."""
    return [write_day(day) for days in ranges for day in days]


def read_ranges(texts: Sequence[str] | None) -> tuple[Days, ...]:
    """The ranges of `write_ranges`."""
    days = [read_day(text) for text in texts or ()]
    return tuple(zip(days[::2], days[1::2], strict=True))


def _whole(days: Days | None) -> tuple[Days, ...]:
    """The ranges of a source whose state was written when only its first and last day were kept."""
    return () if days is None else (days,)


def _joined(ranges: Sequence[Days], days: Days | None) -> tuple[Days, ...]:
    """Ranges with more days, ascending and apart; neighbours are one range."""
    joined: list[Days] = []
    for first, last in sorted([*ranges, *_whole(days)]):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return tuple(joined)
