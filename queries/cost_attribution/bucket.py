"""This file knows which charges a question asks about, what they add up to, and what a second source told again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from graph.moment import write_day
from graph.money import Money
from graph.ontology import CHARGE_CATEGORIES
from graph.snapshot import Snapshot
from queries.cost_attribution.answer import CostOverlap
from queries.cost_attribution.charges import BucketLine, Days, Piece, bucket_lines_of, pieces
from queries.cost_attribution.dimension import calendar_key
from queries.cost_attribution.frame import key_texts
from queries.cost_attribution.ledger import CurrencyConversion, rows_between
from queries.cost_attribution.question import CHARGE_DIMENSIONS, Params
from queries.usage.duplicates import duplicate_usage
from queries.usage.int_sums import group_sums

BUCKETS = ("variance", *CHARGE_CATEGORIES[1:])
_CALENDAR = ("day", "week", "month")


def asked_lines(snapshot: Snapshot, params: Params, exchange: CurrencyConversion) -> list[BucketLine]:
    """The lines of all buckets in the window; filters that charges can be asked about are applied, others are not."""
    found = asked_pieces(snapshot, params)
    return bucket_lines_of(snapshot, found, exchange, _asked_days(snapshot, params))


def asked_pieces(snapshot: Snapshot, params: Params) -> list[Piece]:
    """The pieces of charges of the applications that are asked about."""
    applications = _asked_applications(snapshot, params)
    found = pieces(snapshot)
    return found if applications is None else [piece for piece in found if piece.application in applications]


def bucket_sums(lines: Sequence[BucketLine]) -> dict[str, int]:
    """The buckets that hold anything, even if it adds up to nought."""
    sums: dict[str, int] = {}
    for name in BUCKETS:
        mine = [line.nano for line in lines if line.bucket == name]
        if mine:
            sums[name] = sum(mine)
    return sums


def drops_buckets(params: Params) -> bool:
    """Whether a filter asks for something that charges do not have."""
    return not CHARGE_DIMENSIONS.issuperset(params.filters)


def overlaps(snapshot: Snapshot, params: Params) -> tuple[CostOverlap, ...]:
    """What second sources told of the window, in their own currencies."""
    applications = _asked_applications(snapshot, params)
    found = [*_usage_overlaps(snapshot, params), *_charge_overlaps(snapshot, params)]
    wanted = None if applications is None else {snapshot.ids[place] for place in applications}
    kept = [overlap for overlap in found if wanted is None or overlap.application in wanted]
    return tuple(sorted(kept, key=lambda one: (one.kind, one.application, one.category, one.first_day, one.source)))


def _charge_overlaps(snapshot: Snapshot, params: Params) -> Iterator[CostOverlap]:
    window = (params.first_day, params.last_day)
    for piece in pieces(snapshot):
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
    """One entry per stretch of days on end that the same source lost to the same other."""
    doubled = duplicate_usage(snapshot).within(*rows_between(snapshot, params.first_day, params.last_day))
    if not len(doubled.row):
        return
    names = ("application", "source", "currency", "chargeable", "day")
    table = np.column_stack(
        [doubled.counted, *(snapshot.arrays[f"usage.{name}"][doubled.row].astype(np.int64) for name in names)]
    )
    table, group = np.unique(table, axis=0, return_inverse=True)
    sums = group_sums(group.reshape(-1), snapshot.arrays["usage.cost"][doubled.row], len(table)).tolist()
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


def _asked_applications(snapshot: Snapshot, params: Params) -> set[int] | None:
    """The applications that a filter leaves; None: all."""
    if "application" not in params.filters:
        return None
    hidden = {snapshot.index_of(node_id) for node_id in params.hidden}
    texts = key_texts(snapshot, "application", params.filters["application"])
    return {snapshot.index_of(text) for text in texts} - hidden - {-1}


def _asked_days(snapshot: Snapshot, params: Params) -> list[Days]:
    """The days of the window that filters leave, as stretches."""
    filters = {name: set(params.filters[name]) for name in _CALENDAR if name in params.filters}
    if not filters:
        return [(params.first_day, params.last_day)]
    first = max(params.first_day, int(snapshot.arrays["charge.first_day"].min(initial=params.last_day)))
    last = min(params.last_day, int(snapshot.arrays["charge.last_day"].max(initial=params.first_day)))
    days: list[Days] = []
    for day in range(first, last + 1):
        if all(calendar_key(name, day) in texts for name, texts in filters.items()):
            if days and days[-1][1] == day - 1:
                days[-1] = (days[-1][0], day)
            else:
                days.append((day, day))
    return days
