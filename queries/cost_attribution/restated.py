"""Restated figures: what sources told again of days and charge periods that were over, before and after, with the run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.moment import write_day, write_moment
from graph.money import Money
from graph.restatement import USAGE_ROWS, Restatement, UsageFigures
from graph.snapshot import Snapshot
from queries.cost_attribution.explanation import RestatedFigures, VarianceCause
from queries.usage.amounts import CurrencyConversion

Days = tuple[int, int]
# So many readings are named in the words of a cause.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class SourceRestatement:
    """A restatement with its source, the number of its run and the node of its application (-1: none that is there)."""

    source: str
    run: int | None
    application: int
    row: Restatement

    def shares_a_day(self, days: Days) -> bool:
        """Whether it is of any of these days."""
        return self.row.first_day <= days[1] and days[0] <= self.row.last_day


def source_restatements(snapshot: Snapshot) -> list[SourceRestatement]:
    """The restatements of all sources, by source and moment. Within a scope there are none: they are of whole applications."""
    return [
        SourceRestatement(
            freshness.source,
            snapshot.runs.get(freshness.source, {}).get(row.at),
            -1 if row.application is None else snapshot.index_of(row.application),
            row,
        )
        for freshness in snapshot.freshness
        for row in freshness.restated
    ]


def restated_between(
    snapshot: Snapshot,
    *,
    days: Sequence[Days] | None = None,
    moments: tuple[int, int] | None = None,
    applications: set[int] | None = None,
) -> tuple[RestatedFigures, ...]:
    """What was restated of some days, or by runs after the first and until the last of two moments; the newest first.

    `applications`: the nodes that count; None: all.
    """
    rows = [
        each
        for each in source_restatements(snapshot)
        if (days is None or any(map(each.shares_a_day, days)))
        and (moments is None or moments[0] < each.row.at <= moments[1])
        and (applications is None or each.application in applications)
    ]
    # Sorting is stable: of one run the days ascend.
    return tuple(_figures(snapshot, each) for each in sorted(rows, key=lambda each: -each.row.at))


def _figures(snapshot: Snapshot, each: SourceRestatement) -> RestatedFigures:
    row = each.row
    is_usage = row.category == USAGE_ROWS
    return RestatedFigures(
        kind="usage" if is_usage else "charge",
        application=row.application if each.application < 0 else snapshot.ids[each.application],
        category=("usage" if row.chargeable else "included") if is_usage else row.category,
        first_day=write_day(row.first_day),
        last_day=write_day(row.last_day),
        basis=row.basis,
        source=each.source,
        run=each.run,
        at=row.at,
        why=_why(row),
        before=_money(row.before, row.currency),
        after=_money(row.after, row.currency),
        requests_before=int(row.before.requests),
        requests_after=int(row.after.requests),
        tokens_before=int(row.before.tokens),
        tokens_after=int(row.after.tokens),
    )


def _money(figures: UsageFigures, currency: str | None) -> Money | None:
    return None if currency is None else Money(int(figures.cost), currency)


def _why(row: Restatement) -> str:
    """What the figures themselves say of how the readings differ; a source gives no reason."""
    before, after = row.before, row.after
    if not before.rows or (row.added and not row.gone):
        return "LATE_ROWS"
    if not after.rows or (row.gone and not row.added):
        return "WITHDRAWN_ROWS"
    if (before.requests, before.tokens) == (after.requests, after.tokens):
        return "OTHER_AMOUNT"
    return "OTHER_ROWS" if row.added and row.gone else "OTHER_COUNTS"


def restated_causes(
    snapshot: Snapshot, period: tuple[int, Days], variance: int, conversion: CurrencyConversion
) -> Iterator[VarianceCause]:
    """What of the variance of an application's charge period is there since usage, or the bill, was restated.

    A bill that was made out on the first figures differs from the last ones by what was restated between them. What would make the variance
    less is no cause of it.
    """
    application, days = period
    rows = [
        (each, rate)
        for each in source_restatements(snapshot)
        if each.application == application
        and each.shares_a_day(days)
        and each.row.before.cost != each.row.after.cost
        and (rate := _rate_code(snapshot, each.row.currency, conversion)) is not None
    ]
    for words, category, sign in (("usage", USAGE_ROWS, -1), ("the bill", "usage", 1)):
        chosen = [(each, code) for each, code in rows if each.row.category == category]
        if category == USAGE_ROWS:
            # What a table prices is beside a bill.
            chosen = [(each, code) for each, code in chosen if each.row.basis == "billed" and each.row.chargeable]
        readings: dict[tuple[str, int | None, int], list[int]] = defaultdict(lambda: [0, 0])
        for each, code in chosen:
            sums = readings[each.source, each.run, each.row.at]
            for at, figures in enumerate((each.row.before, each.row.after)):
                sums[at] += conversion.amount(int(figures.cost), code)
        amount = sign * sum(after - before for before, after in readings.values())
        if amount * variance > 0:
            detail = f"{words} was restated: {_readings(readings, conversion.currency)}"
            yield VarianceCause("RESTATED", detail, Money(amount, conversion.currency), len(chosen))


def _rate_code(snapshot: Snapshot, currency: str | None, conversion: CurrencyConversion) -> int | None:
    code = -1 if currency is None else snapshot.texts.find(currency)
    return code if code in conversion.rates else None


def _readings(readings: Mapping[tuple[str, int | None, int], list[int]], currency: str) -> str:
    """The readings that changed most, in words."""
    greatest = sorted(readings.items(), key=lambda entry: (-abs(entry[1][1] - entry[1][0]), entry[0][2], entry[0][0]))
    texts = [
        f"{source}{'' if run is None else f', run {run}'} of {write_moment(at)}, "
        f"from {Money(before, currency)} to {Money(after, currency)}"
        for (source, run, at), (before, after) in greatest[:_NAMED]
    ]
    more = f"; and {len(greatest) - _NAMED} more readings" if len(greatest) > _NAMED else ""
    return "; ".join(texts) + more
