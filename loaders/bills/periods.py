"""This file knows how the lines of bills become runs: one per source and billing period, which it replaces as a whole.

* A line of usage of one day of its period is usage; lines that are equal but for their counts add up, exactly, and are
  rounded once. All other money is charges of the days that it is for, as far as they lie in its period: what an earlier or
  later month's bill says of the same days is another run's, and neither may take it away.
* Usage that no single day holds is a charge of category usage. Such a charge is compared with the usage of its days, so
  the usage rows that this bill has on those days are charged beside it: then the difference is what no day holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Context as Arithmetic
from decimal import Decimal

import msgspec

from graph.claims import Charge, Node, Record, RunHeader, Usage
from graph.errors import RecordError
from graph.moment import day_of
from graph.money import read_amount
from graph.reason import Reason
from loaders.base import Context, PendingRun
from loaders.bills.line import BillLine
from loaders.claims.coverage import Days
from loaders.claims.coverage import format_days as shown_days
from loaders.claims.run import failed_run
from loaders.models.names import model_node
from loaders.saved.fields import ErrorCollector

DUPLICATE_DAYS = "TOLD_TWICE"
USAGE = "usage"
TOGETHER = "the usage rows of these days, charged beside what no day holds"
# Sums of amounts stay exact.
_EXACT = Arithmetic(prec=60)


@dataclass(slots=True)
class _Sum:
    amount: Decimal = Decimal(0)
    requests: int = 0
    tokens: tuple[int, ...] = ()

    def add(self, line: BillLine) -> None:
        self.amount = _EXACT.add(self.amount, line.amount)
        self.requests += line.requests
        self.tokens = tuple(map(sum, zip(self.tokens, line.tokens, strict=True))) if self.tokens else line.tokens


@dataclass(slots=True)
class _Rest:
    """Lines of other services."""

    amount: Decimal = Decimal(0)
    count: int = 0


@dataclass(slots=True)
class _Book:
    """One billing period of one source. `left_out`: by currency."""

    usage: defaultdict[Usage, _Sum] = field(default_factory=lambda: defaultdict(_Sum))
    charges: defaultdict[Charge, _Sum] = field(default_factory=lambda: defaultdict(_Sum))
    nodes: dict[str, Node] = field(default_factory=dict)
    left_out: defaultdict[str, _Rest] = field(default_factory=lambda: defaultdict(_Rest))
    reasons: list[Reason] = field(default_factory=list)


class BillingPeriods:
    """The bills of one command; `errors` are the lines that nobody could read.

    `whole`: a file tells all of its billing periods, which the runs vouch for. An answer to a question tells of the days that
    it mentions, and replaces those.
    """

    def __init__(self, context: Context, *, whole: bool = True) -> None:
        self._context, self._whole = context, whole
        self.errors = ErrorCollector(strict=context.lenient is False)
        self._books: defaultdict[tuple[str, Days], _Book] = defaultdict(_Book)
        self._missing: dict[str, list[Reason]] = {}
        self._answers: dict[tuple[str, int], str] = {}
        self._origins: list[str] = []

    def open(self, origin: str) -> None:
        """Name a file that lines come from."""
        self._origins.append(origin)

    def add(self, source: str, line: BillLine) -> None:
        """Take a line in."""
        book = self._books[source, line.period]
        if line.is_placed and line.resource is not None:
            slot = Usage(
                resource=line.resource,
                day=line.days[0],
                principal=line.principal,
                application=line.application,
                workspace=line.workspace,
                currency=line.currency,
                detail=line.detail,
            )
            book.usage[slot].add(line)
        else:
            charge = Charge(
                application=line.application,
                first_day=_inside(line)[0],
                last_day=_inside(line)[1],
                category=line.category,
                cost_nano=0,
                currency=line.currency,
                description=line.description,
            )
            book.charges[charge].add(line)

    def describe(self, source: str, period: Days, *nodes: Node) -> None:
        """Describe what the lines of a period name."""
        for node in nodes:
            self._books[source, period].nodes.setdefault(node.id, node)

    def leave_out(self, source: str, period: Days, amount: Decimal, currency: str) -> None:
        """Count a line that is not for AI."""
        told = self._books[source, period].left_out[currency]
        told.count, told.amount = told.count + 1, _EXACT.add(told.amount, amount)

    def doubt(self, source: str, period: Days, reason: Reason) -> None:
        """Say why a period is not all that it might be."""
        self._books[source, period].reasons.append(reason)

    def is_first(self, source: str, line: BillLine, answer: str) -> bool:
        """Whether a line's first day is told by this answer first; a second answer about a day would count it again."""
        first = self._answers.setdefault((source, line.days[0]), answer)
        if first != answer:
            told = Reason(DUPLICATE_DAYS, f"{answer} tells days that {first} tells too: those of {first} count")
            book = self._books[source, line.period]
            book.reasons += [told] if told not in book.reasons else []
        return first == answer

    def miss(self, source: str, reason: Reason) -> None:
        """Say that an answer of a source is not all there."""
        told = self._missing.setdefault(source, [])
        told += [reason] if reason not in told else []

    def drafts(self) -> Iterator[PendingRun]:
        """The runs, by source and period, and failed ones. Raises RecordError if no file holds any line."""
        for source in sorted(self._missing.keys() - {source for source, _ in self._books}):
            yield failed_run(self._context, source, self._missing[source])
        if not self._books and not self.errors.messages and not self._missing:
            raise RecordError(
                "the bill holds no line (no record at all)",
                file=", ".join(self._origins[:3]),
                remedy="Export it again, with lines",
            )
        proven = (USAGE, "charges") if self._whole and not self.errors.messages else ()
        if not self._books and self.errors.messages:
            reason = Reason("REFUSED_ENTRIES", "; ".join(self.errors.messages[:3]))
            yield failed_run(self._context, self._context.source or "bill:unread", [reason])
        for place, (source, period) in enumerate(sorted(self._books)):
            book = self._books[source, period]
            usage = list(_usage(book))
            header = RunHeader(source=source, observed_at=self._context.observed_at)
            if proven:
                last = _proven(period, usage, day_of(self._context.observed_at))
                header = msgspec.structs.replace(header, usage=(period[0], last), charges=period)
            yield PendingRun(
                header=header,
                records=[(0, record) for record in _records(book, usage)],
                origin=f"{', '.join(self._origins[:3])} ({shown_days(period)})",
                # A line that nobody could read names no period for sure: no run of these files is whole. One lists them.
                rejected=list(self.errors.messages) if place == 0 else [],
                notes=list(_left_out(book)),
                reasons=[
                    *book.reasons,
                    *self._missing.get(source, ()),
                    *(_unread(self.errors) if place else ()),
                ],
                complete=proven,
                lenient=self._context.lenient is not False,
            )


def _unread(errors: ErrorCollector) -> Iterator[Reason]:
    if errors.messages:
        yield Reason("REFUSED_ENTRIES", f"{len(errors.messages):,} lines of these files could not be read")


def _nano(amount: Decimal) -> tuple[int, bool]:
    try:
        return read_amount(amount)
    except ValueError as error:
        raise RecordError(f"equal lines add up to too much: {error}", remedy="Split the bill") from None


def _inside(line: BillLine) -> Days:
    """The days of a charge that lie in its billing period; the whole period if none does."""
    first, last = max(line.days[0], line.period[0]), min(line.days[1], line.period[1])
    return (first, last) if first <= last else line.period


def _proven(period: Days, usage: list[Usage], today: int) -> int:
    """The last day that a bill proves: of a period that is not over the last one that it mentions."""
    if period[1] < today:
        return period[1]
    return max([row.day for row in usage] + [period[0]])


def _usage(book: _Book) -> Iterator[Usage]:
    for slot, found in book.usage.items():
        nano, rounded = _nano(found.amount)
        yield msgspec.structs.replace(
            slot,
            requests=found.requests,
            tokens=found.tokens,
            cost_nano=nano,
            basis="billed",
            rounded=rounded,
        )


def _records(book: _Book, usage: list[Usage]) -> Iterator[Record]:
    """The records of a run in an order that does not depend on that of the lines."""
    named = {row.resource for row in usage if row.resource.startswith("Model:")}
    nodes = {node_id: model_node(node_id) for node_id in named} | book.nodes
    yield from (nodes[node_id] for node_id in sorted(nodes))
    yield from sorted(usage, key=repr)
    charges = []
    for slot, found in book.charges.items():
        nano, rounded = _nano(found.amount)
        charges.append(msgspec.structs.replace(slot, cost_nano=nano, rounded=rounded))
    charges += _beside(charges, usage)
    yield from sorted(charges, key=repr)


def _beside(charges: list[Charge], usage: list[Usage]) -> Iterator[Charge]:
    """For each stretch of days with a charge of usage: what the usage rows of those days cost."""
    stretches: list[tuple[str, int, int]] = []
    for application, first, last in sorted(
        (charge.application, charge.first_day, charge.last_day) for charge in charges if charge.category == USAGE
    ):
        if stretches and stretches[-1][0] == application and first <= stretches[-1][2]:
            stretches[-1] = (application, stretches[-1][1], max(last, stretches[-1][2]))
        else:
            stretches.append((application, first, last))
    for application, first, last in stretches:
        sums: defaultdict[str, int] = defaultdict(int)
        for row in usage:
            if row.application == application and first <= row.day <= last and row.currency is not None:
                sums[row.currency] += row.cost_nano or 0
        for currency, nano in sums.items():
            yield Charge(
                application=application,
                first_day=first,
                last_day=last,
                category=USAGE,
                cost_nano=nano,
                currency=currency,
                description=TOGETHER,
            )


def _left_out(book: _Book) -> Iterator[str]:
    for currency, rest in sorted(book.left_out.items()):
        lines = f"{rest.count:,} line{'' if rest.count == 1 else 's'} of other services"
        yield f"{lines}, {rest.amount.normalize():f} {currency} in all, left out: they are not for AI"
