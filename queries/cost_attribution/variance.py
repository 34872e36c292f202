"""Variance of charge periods with its likely causes, each with its amount or count where that can be known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from graph.moment import write_day
from graph.money import Money
from graph.ontology import CHARGE_CATEGORIES
from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, int_sum
from graph.snapshot.ledger import COST, ESTIMATE, INCLUDED, NONE, OVERLAP, Billers, usage_amounts
from queries.cost_attribution.charges import BucketLine, ChargePiece, charge_pieces
from queries.cost_attribution.explanation import PeriodVariance, VarianceCause
from queries.cost_attribution.own_prices import numbers_of_rows, own_prices
from queries.cost_attribution.restated import restated_causes
from queries.usage.amounts import CurrencyConversion
from queries.usage.coverage import gaps, snapshot_coverage

_SEAT = CHARGE_CATEGORIES.index("seat")
_AMOUNTS = (
    ("NOT_CHARGEABLE", INCLUDED, "usage that its source marks as not chargeable"),
    ("ESTIMATE", ESTIMATE, "usage priced from a table, which the bill stands for"),
    ("OVERLAP", OVERLAP, "usage that a second source reports again"),
)
# So many models without a price are named.
_NAMED = 3


def variances(
    snapshot: Snapshot, lines: Sequence[BucketLine], conversion: CurrencyConversion
) -> tuple[PeriodVariance, ...]:
    """The charge periods behind the variance, by application and day; causes of those whose variance is not 0.

    One pass over the usage rows of all periods.
    """
    periods = [line for line in lines if line.bucket == "variance"]
    if not periods:
        return ()
    causes = _Causes(snapshot, periods, conversion)
    currency = conversion.currency
    return tuple(
        PeriodVariance(
            application=snapshot.ids[line.application],
            first_day=write_day(line.days[0]),
            last_day=write_day(line.days[1]),
            billed=Money(line.charged, currency),
            usage=Money(line.used, currency),
            variance=Money(line.charged - line.used, currency),
            in_window=Money(line.nano, currency),
            causes=tuple(causes.of(line)) if line.charged != line.used else (),
        )
        for line in sorted(periods, key=lambda line: (line.application, line.days))
    )


class _Causes:
    """What lies beside the ledger on the days of some charge periods: rows that are no cost of it, seats, days not covered."""

    def __init__(self, snapshot: Snapshot, periods: Sequence[BucketLine], conversion: CurrencyConversion) -> None:
        self.snapshot, self.conversion = snapshot, conversion
        usage, self.code = snapshot.usage, usage_amounts(snapshot).code
        window = usage.between(min(line.days[0] for line in periods), max(line.days[1] for line in periods))
        code = self.code[window]
        beside = (code != COST) | ~conversion.converts(usage.currency[window])
        self.rows = window.start + np.flatnonzero(beside)
        self.billers = Billers(snapshot)
        # Of each application of the periods all usage rows, ascending: it may have a period for every month.
        self.usage_of: dict[int, I8] = {
            application: np.flatnonzero(usage.application == application)
            for application in {line.application for line in periods if line.charged != line.used}
        }
        self.seats: defaultdict[int, list[ChargePiece]] = defaultdict(list)
        for piece in charge_pieces(snapshot):
            if piece.category == _SEAT and piece.counted < 0 and piece.currency in conversion.rates:
                self.seats[piece.application].append(piece)

    def of(self, line: BucketLine) -> Iterator[VarianceCause]:
        """The causes of one period; UNEXPLAINED alone where there is none."""
        causes = [*self._known(line)]
        yield from causes
        if not causes:
            text = "no known cause: the bill is rounded or discounted otherwise, or rows came or changed after it"
            yield VarianceCause("UNEXPLAINED", text, Money(line.charged - line.used, self.conversion.currency), None)

    def _known(self, line: BucketLine) -> Iterator[VarianceCause]:
        usage = self.snapshot.usage
        period = line.application, line.days
        yield from restated_causes(self.snapshot, period, line.charged - line.used, self.conversion)
        yield from self._own_prices(line)
        if not len(self.usage_of[line.application]):
            whole = Money(line.charged - line.used, self.conversion.currency)
            yield VarianceCause("NO_USAGE", "no source reports usage of this application", whole, 0)
            return
        if line.charged < line.used:
            # All of them make the bill the greater one.
            return
        yield from self._coverage(line)
        on_days = self.rows[(usage.day[self.rows] >= line.days[0]) & (usage.day[self.rows] <= line.days[1])]
        own = on_days[usage.application[on_days] == line.application]
        yield from self._unpriced(own[self.code[own] == NONE])
        for code, amount, words in _AMOUNTS:
            rows = own if amount != ESTIMATE else self._stands_for(on_days[self.code[on_days] == ESTIMATE], line)
            yield from self._amount(code, rows[self.code[rows] == amount], words)
        yield from self._currencies(own[self.code[own] == COST])
        yield from self._seats(line)

    def _own_prices(self, line: BucketLine) -> Iterator[VarianceCause]:
        """What of the usage in the ledger has an own price: the bill may have another one, up or down."""
        prices, usage = own_prices(self.snapshot), self.snapshot.usage
        rows = self.usage_of[line.application]
        rows = rows[(usage.day[rows] >= line.days[0]) & (usage.day[rows] <= line.days[1])] if prices else rows[:0]
        rows = rows[(usage_amounts(self.snapshot).code[rows] == COST) & self.conversion.converts(usage.currency[rows])]
        number = numbers_of_rows(self.snapshot, prices, rows)
        if (number >= 0).any():
            names = sorted({prices[at].model for at in np.unique(number[number >= 0]).tolist()})
            yield from self._amount("OWN_PRICE", rows[number >= 0], f"priced by remit.toml: {', '.join(names)}")

    def _coverage(self, line: BucketLine) -> Iterator[VarianceCause]:
        usage = self.snapshot.usage
        rows = self.usage_of[line.application]
        days: list[tuple[int, int]] = []
        for number in np.unique(usage.claimed_by[rows]).tolist():
            days += [(first, last) for first, last in snapshot_coverage(self.snapshot)[number].usage]
        days += [(day, day) for day in np.unique(usage.day[rows]).tolist()]
        missing = gaps(days, line.days)
        if missing:
            texts = [
                write_day(first) if first == last else f"{write_day(first)} to {write_day(last)}"
                for first, last in missing
            ]
            count = sum(last - first + 1 for first, last in missing)
            yield VarianceCause("DAYS_NOT_COVERED", f"no usage was read for {', '.join(texts)}", None, count)

    def _unpriced(self, rows: I8) -> Iterator[VarianceCause]:
        usage = self.snapshot.usage
        rows = rows[usage.tokens[rows].any(axis=1)]
        if len(rows):
            models = np.unique(usage.resource[rows]).tolist()
            names = ", ".join(self.snapshot.ids[model] for model in models[:_NAMED])
            more = f" and {len(models) - _NAMED} more" if len(models) > _NAMED else ""
            yield VarianceCause("UNPRICED", f"tokens without a known price: {names}{more}", None, len(rows))

    def _amount(self, code: str, rows: I8, words: str) -> Iterator[VarianceCause]:
        usage, conversion = self.snapshot.usage, self.conversion
        if not len(rows):
            return
        counted = rows[conversion.converts(usage.currency[rows])]
        amount = int_sum(conversion.costs(usage.cost[counted], usage.currency[counted]))
        # What is in a currency without a rate makes the sum unknown.
        known = Money(amount, conversion.currency) if len(counted) == len(rows) else None
        yield VarianceCause(code, words, known, len(rows))

    def _stands_for(self, rows: I8, line: BucketLine) -> I8:
        """The estimates, of whatever application, of which the charges of the line's application are the bill."""
        usage, bill = self.snapshot.usage, set(self.billers.of_charge(line.application))
        pairs = np.stack((usage.application[rows], usage.resource[rows]), axis=1)
        distinct, of = np.unique(pairs, axis=0, return_inverse=True)
        billed = [
            not bill.isdisjoint((application, *self.billers.of_model(model)))
            for application, model in distinct.tolist()
        ]
        return np.asarray(rows[np.array(billed, dtype=bool)[of.reshape(-1)]])

    def _currencies(self, rows: I8) -> Iterator[VarianceCause]:
        usage = self.snapshot.usage
        for code in np.unique(usage.currency[rows]).tolist():
            of_currency = rows[usage.currency[rows] == code]
            amount = Money(int_sum(usage.cost[of_currency]), self.snapshot.texts[code])
            text = f"usage in {amount.currency}, which has no rate"
            yield VarianceCause("OTHER_CURRENCY", text, amount, len(of_currency))

    def _seats(self, line: BucketLine) -> Iterator[VarianceCause]:
        pieces = [
            piece
            for piece in self.seats[line.application]
            if piece.days[0] <= line.days[1] and line.days[0] <= piece.days[1]
        ]
        nano = sum(piece.part(line.days, self.conversion.amount(piece.nano, piece.currency)) for piece in pieces)
        # A charge that holds the seats is greater by all of them.
        if pieces and nano <= line.charged - line.used:
            text = "seats are charged for these days; a usage charge may hold them as well"
            yield VarianceCause("SEATS", text, Money(nano, self.conversion.currency), len(pieces))
