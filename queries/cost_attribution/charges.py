"""Charges of a window: what invoices and cost reports add to usage, such as seats, taxes, credits and the variance of usage."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from graph.moment import write_day
from graph.money import Money
from graph.ontology import CHARGE_CATEGORIES
from graph.snapshot import Snapshot
from graph.snapshot.columns import int_sums
from graph.snapshot.ledger import OVERLAP, source_ranks, usage_amounts
from queries.cost_attribution.group import CALENDAR, calendar_key, key_texts
from queries.cost_attribution.question import CHARGE_DIMENSIONS, CostOverlap, Params
from queries.cost_attribution.select import select_costs
from queries.usage.amounts import CurrencyConversion, amount_on_days, compress

# First and last day, both inclusive.
Days = tuple[int, int]

# The last one, `hidden`, holds what a caller with a scope may not see of the ledger.
HIDDEN_BUCKET = "hidden"
BUCKETS = ("variance", *CHARGE_CATEGORIES[1:], HIDDEN_BUCKET)
_USAGE = CHARGE_CATEGORIES.index("usage")


@dataclass(frozen=True, slots=True)
class ChargePiece:
    """A charge, or the days of it that no preferred source charges too. `row`: that of the snapshot's charges.

    `days`: those of this piece; `charged`: those that the charge's whole `nano` is for. `counted`: the source that
    accounts for these days instead, or -1.
    """

    row: int
    application: int
    category: int
    source: int
    days: Days
    charged: Days
    nano: int
    currency: int
    counted: int = -1

    def part(self, days: Days, nano: int | None = None) -> int:
        """What of it falls on some days."""
        both = max(days[0], self.days[0]), min(days[1], self.days[1])
        return amount_on_days(self.nano if nano is None else nano, self.charged, both)


@dataclass(frozen=True, slots=True)
class BucketLine:
    """One line behind a bucket: `nano` is what of it falls on the days that are asked for.

    Of a variance, `charged` and `used` are the whole period's usage charges and usage cost; `rows` the charges behind it.
    """

    bucket: str
    application: int
    days: Days
    nano: int
    rows: tuple[int, ...]
    charged: int
    used: int = 0


@dataclass(frozen=True, slots=True)
class ChargedPeriod:
    """The usage charges of one application that share days, and all their days."""

    application: int
    days: Days
    pieces: tuple[ChargePiece, ...]


def bucket_lines_of(snapshot: Snapshot, params: Params, conversion: CurrencyConversion) -> list[BucketLine]:
    """The lines of all buckets in the window. Filters apply on dimensions that charges have, others do not."""
    days = filtered_days(snapshot, params)
    applications = filtered_applications(snapshot, params)
    counted = [
        piece
        for piece in charge_pieces(snapshot)
        if piece.counted < 0
        and piece.currency in conversion.rates
        and (applications is None or piece.application in applications)
    ]
    lines = []
    for piece in counted:
        if piece.category != _USAGE and _share_a_day(piece.days, days):
            nano = conversion.amount(piece.nano, piece.currency)
            part = sum(piece.part(some, nano) for some in days)
            name = CHARGE_CATEGORIES[piece.category]
            lines.append(BucketLine(name, piece.application, piece.days, part, (piece.row,), nano))
    usage = [piece for piece in counted if piece.category == _USAGE]
    return lines + _variances(snapshot, usage, conversion, days)


def bucket_sums(lines: Sequence[BucketLine]) -> dict[str, int]:
    """The buckets that hold anything, even if it adds up to 0."""
    sums: dict[str, int] = {}
    for name in BUCKETS:
        amounts = [line.nano for line in lines if line.bucket == name]
        if amounts:
            sums[name] = sum(amounts)
    return sums


def drops_buckets(params: Params) -> bool:
    """Whether a filter asks for something that charges do not have."""
    return not CHARGE_DIMENSIONS.issuperset(params.filters)


def charge_pieces(snapshot: Snapshot) -> list[ChargePiece]:
    """All charges, cut where a second source charges the same application and category for the same day."""
    table = snapshot.charges
    columns = (
        *(table.application, table.category, table.claimed_by, table.first_day, table.last_day),
        *(table.cost, table.currency),
    )
    groups: dict[tuple[int, int], list[ChargePiece]] = defaultdict(list)
    for row, entry in enumerate(zip(*(column.tolist() for column in columns), strict=True)):
        application, category, source, first, last, cost, currency = entry
        piece = ChargePiece(row, application, category, source, (first, last), (first, last), cost, currency)
        groups[application, category].append(piece)
    ranks = source_ranks(snapshot).tolist()
    pieces: list[ChargePiece] = []
    for members in groups.values():
        one_source = len({piece.source for piece in members}) == 1
        pieces.extend(members if one_source else _without_overlap(members, ranks))
    return pieces


def _without_overlap(pieces: Sequence[ChargePiece], ranks: Sequence[int]) -> Iterator[ChargePiece]:
    """The pieces of one application and category after each day went to the one source that counts for it."""
    bounds = sorted({day for piece in pieces for day in (piece.days[0], piece.days[1] + 1)})
    winner: dict[int, int] = {}
    for piece in sorted(pieces, key=lambda piece: -ranks[piece.source]):
        for at in range(bisect_left(bounds, piece.days[0]), bisect_left(bounds, piece.days[1] + 1)):
            winner[at] = piece.source
    for piece in pieces:
        runs: list[list[int]] = []
        for at in range(bisect_left(bounds, piece.days[0]), bisect_left(bounds, piece.days[1] + 1)):
            if runs and runs[-1][2] == winner[at]:
                runs[-1][1] = bounds[at + 1] - 1
            else:
                runs.append([bounds[at], bounds[at + 1] - 1, winner[at]])
        for first, last, source in runs:
            counted = -1 if source == piece.source else source
            yield dataclasses.replace(piece, days=(first, last), counted=counted)


def _variances(
    snapshot: Snapshot, usage: Sequence[ChargePiece], conversion: CurrencyConversion, days: Sequence[Days]
) -> list[BucketLine]:
    """Per application and charge period: charged less used. Periods that share a day are one period."""
    periods: list[ChargedPeriod] = []
    for piece in sorted(usage, key=lambda piece: (piece.application, piece.days, piece.row)):
        if periods and periods[-1].application == piece.application and piece.days[0] <= periods[-1].days[1]:
            first, last = periods[-1].days
            joined = (*periods[-1].pieces, piece)
            periods[-1] = ChargedPeriod(piece.application, (first, max(last, piece.days[1])), joined)
        else:
            periods.append(ChargedPeriod(piece.application, piece.days, (piece,)))
    periods = [period for period in periods if _share_a_day(period.days, days)]
    lines = []
    for period, used in zip(periods, _used(snapshot, periods, conversion), strict=True):
        amounts = (piece.part(period.days, conversion.amount(piece.nano, piece.currency)) for piece in period.pieces)
        charged = sum(amounts)
        part = sum(amount_on_days(charged - used, period.days, some) for some in days)
        rows = tuple(sorted({piece.row for piece in period.pieces}))
        lines.append(BucketLine("variance", period.application, period.days, part, rows, charged, used))
    return lines


def _used(snapshot: Snapshot, periods: Sequence[ChargedPeriod], conversion: CurrencyConversion) -> list[int]:
    """The usage cost in the ledger of each period's application in the whole period. One pass over the rows."""
    if not periods:
        return []
    window = min(period.days[0] for period in periods), max(period.days[1] for period in periods)
    applications = np.zeros(snapshot.count + 1, dtype=bool)
    applications[[period.application for period in periods]] = True
    selection = select_costs(snapshot, window, conversion, applications)
    if not len(selection.cost):
        return [0] * len(periods)
    dense, used_applications = compress(selection.of(snapshot.usage.application), 0)
    day = selection.of(snapshot.usage.day).astype(np.int64)
    first, width = int(day.min()), int(day.max() - day.min()) + 1
    sums = int_sums(dense * np.int64(width) + (day - first), selection.cost, len(used_applications) * width)
    base = {application: at * width for at, application in enumerate(used_applications.tolist())}
    used = []
    for period in periods:
        low, high = max(period.days[0] - first, 0), min(period.days[1] - first + 1, width)
        start = base.get(period.application)
        days = () if start is None or low >= high else sums[start + low : start + high].tolist()
        used.append(sum(int(nano) for nano in days))
    return used


def overlaps(snapshot: Snapshot, params: Params) -> tuple[CostOverlap, ...]:
    """What second sources report of the window, in their own currencies."""
    applications = filtered_applications(snapshot, params)
    every = [*_usage_overlaps(snapshot, params), *_charge_overlaps(snapshot, params)]
    ids = None if applications is None else {snapshot.ids[node] for node in applications}
    kept = [overlap for overlap in every if ids is None or overlap.application in ids]
    return tuple(sorted(kept, key=lambda row: (row.kind, row.application, row.category, row.first_day, row.source)))


def _charge_overlaps(snapshot: Snapshot, params: Params) -> Iterator[CostOverlap]:
    window = (params.first_day, params.last_day)
    for piece in charge_pieces(snapshot):
        first, last = max(window[0], piece.days[0]), min(window[1], piece.days[1])
        if piece.counted < 0 or first > last:
            continue
        yield CostOverlap(
            kind="charge",
            application=snapshot.ids[piece.application],
            category=CHARGE_CATEGORIES[piece.category],
            first_day=write_day(first),
            last_day=write_day(last),
            source=snapshot.sources[piece.source],
            counted=snapshot.sources[piece.counted],
            cost=Money(piece.part(window), snapshot.texts[piece.currency]),
        )


def _usage_overlaps(snapshot: Snapshot, params: Params) -> Iterator[CostOverlap]:
    """One entry per run of consecutive days that the same source lost to the same other."""
    usage = snapshot.usage
    window, amounts = usage.between(params.first_day, params.last_day), usage_amounts(snapshot)
    rows = window.start + np.flatnonzero(amounts.code[window] == OVERLAP)
    if not len(rows):
        return
    columns = (amounts.counted, usage.application, usage.claimed_by, usage.currency, usage.chargeable, usage.day)
    table = np.column_stack([column[rows].astype(np.int64) for column in columns])
    table, groups = np.unique(table, axis=0, return_inverse=True)
    sums = int_sums(groups.reshape(-1), usage.cost[rows], len(table)).tolist()
    starts = [0]
    for at, (before, after) in enumerate(pairwise(table.tolist()), start=1):
        if before[:-1] != after[:-1] or before[-1] + 1 != after[-1]:
            starts.append(at)
    for low, high in pairwise([*starts, len(table)]):
        counted, application, source, currency, chargeable, first = table[low].tolist()
        yield CostOverlap(
            kind="usage",
            application=snapshot.ids[application],
            category="usage" if chargeable else "included",
            first_day=write_day(first),
            last_day=write_day(int(table[high - 1][-1])),
            source=snapshot.sources[source],
            counted=snapshot.sources[counted],
            cost=Money(sum(sums[low:high]), snapshot.texts[currency]),
        )


def filtered_applications(snapshot: Snapshot, params: Params) -> set[int] | None:
    """The applications that a filter leaves; None: all."""
    if "application" not in params.filters:
        return None
    texts = key_texts(snapshot, "application", params.filters["application"])
    return {snapshot.index_of(text) for text in texts} - {-1}


def filtered_days(snapshot: Snapshot, params: Params) -> list[Days]:
    """The days of the window, as far as charges and restated rows go, that filters leave, as runs of consecutive days, ascending."""
    filters = {
        name: {text.strip().upper() for text in params.filters[name]} for name in CALENDAR if name in params.filters
    }
    if not filters:
        return [(params.first_day, params.last_day)]
    starts, ends = [snapshot.charges.first_day.min(initial=params.last_day)], [snapshot.charges.last_day.max(initial=0)]
    for freshness in snapshot.freshness:
        starts += [row.first_day for row in freshness.restated]
        ends += [row.last_day for row in freshness.restated]
    first, last = max(params.first_day, int(min(starts))), min(params.last_day, int(max(ends)))
    days: list[Days] = []
    for day in range(first, last + 1):
        if all(calendar_key(name, day) in texts for name, texts in filters.items()):
            if days and days[-1][1] == day - 1:
                days[-1] = (days[-1][0], day)
            else:
                days.append((day, day))
    return days


def _share_a_day(days: Days, others: Sequence[Days]) -> bool:
    return any(first <= days[1] and days[0] <= last for first, last in others)
