"""This file knows what invoices and cost reports add to a window: seats, taxes, credits, and the variance of usage."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from graph.ontology import CHARGE_CATEGORIES
from graph.snapshot import Snapshot
from queries.cost_attribution.ledger import CurrencyConversion, select
from queries.usage.duplicates import source_ranks
from queries.usage.int_sums import compress, convert_one, days_part, group_sums

Days = tuple[int, int]

_USAGE = CHARGE_CATEGORIES.index("usage")


@dataclass(frozen=True, slots=True)
class Piece:
    """A charge, or the days of it that no preferred source charges too. `row`: its place in the snapshot's charges.

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
        return days_part(self.nano if nano is None else nano, self.charged, both)


@dataclass(frozen=True, slots=True)
class BucketLine:
    """One line behind a bucket: `nano` is what of it falls on the days asked for.

    Of a variance, `charged` and `used` are the whole period's usage charges and usage cost; `rows` the charges behind it.
    """

    bucket: str
    application: int
    days: Days
    nano: int
    rows: tuple[int, ...]
    charged: int
    used: int = 0


def pieces(snapshot: Snapshot) -> list[Piece]:
    """All charges, cut where a second source charges the same application and category for the same day."""
    arrays = snapshot.arrays
    names = ("application", "category", "source", "first_day", "last_day", "cost", "currency")
    groups: dict[tuple[int, int], list[Piece]] = defaultdict(list)
    for row, entry in enumerate(zip(*(arrays[f"charge.{name}"].tolist() for name in names), strict=True)):
        application, category, source, first, last, cost, currency = entry
        piece = Piece(row, application, category, source, (first, last), (first, last), cost, currency)
        groups[application, category].append(piece)
    ranks = source_ranks(snapshot).tolist()
    found: list[Piece] = []
    for group in groups.values():
        alone = len({piece.source for piece in group}) == 1
        found.extend(group if alone else _cut(group, ranks))
    return found


def _cut(group: list[Piece], ranks: Sequence[int]) -> Iterable[Piece]:
    """The pieces of one application and category after each day went to the one source that counts for it."""
    bounds = sorted({day for piece in group for day in (piece.days[0], piece.days[1] + 1)})
    winner: dict[int, int] = {}
    for piece in sorted(group, key=lambda piece: -ranks[piece.source]):
        for at in range(bisect_left(bounds, piece.days[0]), bisect_left(bounds, piece.days[1] + 1)):
            winner[at] = piece.source
    for piece in group:
        runs: list[list[int]] = []
        for at in range(bisect_left(bounds, piece.days[0]), bisect_left(bounds, piece.days[1] + 1)):
            if runs and runs[-1][2] == winner[at]:
                runs[-1][1] = bounds[at + 1] - 1
            else:
                runs.append([bounds[at], bounds[at + 1] - 1, winner[at]])
        for first, last, source in runs:
            yield Piece(
                row=piece.row,
                application=piece.application,
                category=piece.category,
                source=piece.source,
                days=(first, last),
                charged=piece.charged,
                nano=piece.nano,
                currency=piece.currency,
                counted=-1 if source == piece.source else source,
            )


def bucket_lines_of(
    snapshot: Snapshot, found: Sequence[Piece], exchange: CurrencyConversion, asked: Sequence[Days]
) -> list[BucketLine]:
    """The lines behind all buckets; `asked`: the stretches of days that count, ascending and apart."""
    counted = [piece for piece in found if piece.counted < 0 and piece.currency in exchange.rates]
    lines = []
    for piece in counted:
        if piece.category != _USAGE and _meets(piece.days, asked):
            nano = convert_one(piece.nano, exchange.rates[piece.currency])
            part = sum(piece.part(days, nano) for days in asked)
            name = CHARGE_CATEGORIES[piece.category]
            lines.append(BucketLine(name, piece.application, piece.days, part, (piece.row,), nano))
    usage = [piece for piece in counted if piece.category == _USAGE]
    return lines + _variances(snapshot, usage, exchange, asked)


def _variances(
    snapshot: Snapshot, usage: Sequence[Piece], exchange: CurrencyConversion, asked: Sequence[Days]
) -> list[BucketLine]:
    """Per application and charge period: charged less used. Periods that share a day are one period."""
    periods: list[tuple[int, Days, list[Piece]]] = []
    for piece in sorted(usage, key=lambda piece: (piece.application, piece.days, piece.row)):
        if periods and periods[-1][0] == piece.application and piece.days[0] <= periods[-1][1][1]:
            application, (first, last), joined = periods.pop()
            periods.append((application, (first, max(last, piece.days[1])), [*joined, piece]))
        else:
            periods.append((piece.application, piece.days, [piece]))
    periods = [period for period in periods if _meets(period[1], asked)]
    lines = []
    for (application, days, joined), used in zip(periods, _used(snapshot, periods, exchange), strict=True):
        charged = sum(piece.part(days, convert_one(piece.nano, exchange.rates[piece.currency])) for piece in joined)
        part = sum(days_part(charged - used, days, stretch) for stretch in asked)
        rows = tuple(sorted({piece.row for piece in joined}))
        lines.append(BucketLine("variance", application, days, part, rows, charged, used))
    return lines


def _used(
    snapshot: Snapshot, periods: Sequence[tuple[int, Days, list[Piece]]], exchange: CurrencyConversion
) -> list[int]:
    """The chargeable usage cost of each period's application in the whole period. One pass over the rows."""
    if not periods:
        return []
    first, last = min(days[0] for _, days, _ in periods), max(days[1] for _, days, _ in periods)
    only = np.zeros(snapshot.count + 1, dtype=bool)
    only[[application for application, _, _ in periods]] = True
    selection = select(snapshot, (first, last), exchange, chargeable=True, only=only)
    if not len(selection.cost):
        return [0] * len(periods)
    dense, applications = compress(selection.column("application"), 0)
    day = selection.column("day").astype(np.int64)
    first, width = int(day.min()), int(day.max() - day.min()) + 1
    sums = group_sums(dense * np.int64(width) + (day - first), selection.cost, len(applications) * width)
    base = {place: at * width for at, place in enumerate(applications.tolist())}
    used = []
    for application, days, _ in periods:
        low, high = max(days[0] - first, 0), min(days[1] - first + 1, width)
        start = base.get(application, 0)
        known = application in base and low < high
        used.append(sum(int(one) for one in sums[start + low : start + high].tolist()) if known else 0)
    return used


def _meets(days: Days, asked: Sequence[Days]) -> bool:
    return any(first <= days[1] and days[0] <= last for first, last in asked)
