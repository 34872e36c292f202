"""Runs made of the lines of bills: one per source and billing period, which it replaces as a whole.

* A line of usage of one day of its period is usage; lines that are equal but for their counts add up, exactly, and are
  rounded once. All other money is charges of the days that it is for, as far as they lie in its period: what an earlier or
  later month's bill says of the same days is another run's, and neither may take it away.
* Of several exports of one bill each day counts once (`loaders/bills/exports.py`).
* Usage that no single day holds is a charge of category usage. Such a charge is compared with the usage of its days, so
  the usage rows that this bill has on those days are charged beside it: the difference is what no day holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Context as Arithmetic
from decimal import Decimal

import msgspec

from graph.claims import Charge, Node, Record, RunHeader, Usage
from graph.errors import RecordError
from graph.moment import day_of, write_day
from graph.money import read_amount
from graph.reason import Reason
from loaders.base import Context, PendingRun
from loaders.bills.exports import TOLD_TWICE, DaySample, LineFingerprint, choose_exports
from loaders.bills.line import CostLine
from loaders.claims.coverage import Days, format_days
from loaders.claims.run import failed_run
from loaders.claims.tags import tag_nodes, unused_tags_note
from loaders.models.names import model_node
from loaders.saved.fields import ErrorCollector

USAGE = "usage"
USAGE_ROWS_CHARGE = "the usage rows of these days, charged beside what no day holds"
# So many days without usage at the end of a bill are told.
_QUIET_DAYS = 7
# Sums of amounts stay exact.
_EXACT = Arithmetic(prec=60)


@dataclass(slots=True)
class _LineSum:
    """What lines that are equal but for their counts add up to."""

    amount: Decimal = Decimal(0)
    requests: int = 0
    tokens: tuple[int, ...] = ()

    def add(self, line: CostLine) -> None:
        self.amount = _EXACT.add(self.amount, line.amount)
        self.requests += line.requests
        self._add_tokens(line.tokens)

    def merge(self, other: _LineSum) -> None:
        """Add another sum."""
        self.amount = _EXACT.add(self.amount, other.amount)
        self.requests += other.requests
        self._add_tokens(other.tokens)

    def _add_tokens(self, tokens: tuple[int, ...]) -> None:
        self.tokens = tuple(map(sum, zip(self.tokens, tokens, strict=True))) if self.tokens else tokens


@dataclass(slots=True)
class _SkippedLines:
    """Lines of services that are not AI."""

    amount: Decimal = Decimal(0)
    count: int = 0


@dataclass(slots=True)
class _Lines:
    """Lines of one file, or those of a period that count. `skipped`: by currency; `samples`: by the first day of a line."""

    usage: defaultdict[Usage, _LineSum] = field(default_factory=lambda: defaultdict(_LineSum))
    charges: defaultdict[Charge, _LineSum] = field(default_factory=lambda: defaultdict(_LineSum))
    skipped: defaultdict[str, _SkippedLines] = field(default_factory=lambda: defaultdict(_SkippedLines))
    samples: defaultdict[int, DaySample] = field(default_factory=lambda: defaultdict(DaySample))
    unused_tags: Counter[str] = field(default_factory=Counter)

    def add(self, other: _Lines, lost_days: frozenset[int]) -> None:
        """Add the lines of a file, but for those of some days."""
        for usage, total in other.usage.items():
            if usage.day not in lost_days:
                self.usage[usage].merge(total)
        for charge, total in other.charges.items():
            if charge.first_day not in lost_days:
                self.charges[charge].merge(total)
        if not other.samples or not lost_days.issuperset(other.samples):
            for currency, skipped in other.skipped.items():
                known = self.skipped[currency]
                known.count += skipped.count
                known.amount = _EXACT.add(known.amount, skipped.amount)
            self.unused_tags.update(other.unused_tags)


@dataclass(slots=True)
class _Period:
    """One billing period of one source. `files`: the lines by file."""

    files: defaultdict[str, _Lines] = field(default_factory=lambda: defaultdict(_Lines))
    nodes: dict[str, Node] = field(default_factory=dict)
    reasons: list[Reason] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def counted(self) -> _Lines:
        """The lines that count: all, or of several exports of one bill those of one export per day."""
        if len(self.files) == 1:
            return next(iter(self.files.values()))
        choice = choose_exports({name: lines.samples for name, lines in self.files.items() if lines.samples})
        self.notes += choice.notes
        self.reasons += choice.reasons
        counted = _Lines()
        for name in sorted(self.files):
            counted.add(self.files[name], choice.loses.get(name, frozenset()))
        return counted


class BillingPeriods:
    """The billing periods of all bills of one command; `errors` are the lines that could not be read.

    `are_complete`: a file holds all of its billing periods, and the runs prove them complete. The answer to a query holds
    the days that it mentions, and replaces those. `has_several_files`: lines come from more than one file, which may be
    exports of one bill.
    """

    def __init__(self, context: Context, *, are_complete: bool = True, has_several_files: bool = False) -> None:
        self._context, self._are_complete, self.has_several_files = context, are_complete, has_several_files
        self.errors = ErrorCollector(strict=context.lenient is False)
        self._periods: defaultdict[tuple[str, Days], _Period] = defaultdict(_Period)
        self._missing: dict[str, list[Reason]] = {}
        self._answer_by_day: dict[tuple[str, int], str] = {}
        self._origins: list[str] = []

    def add_origin(self, origin: str) -> None:
        """Name a file that lines come from."""
        self._origins.append(origin)

    def add_line(self, source: str, line: CostLine, file: str = "", fingerprint: LineFingerprint | None = None) -> None:
        """Add a line to its period, as usage or as a charge.

        With its `file` and `fingerprint` it counts once, however many exports of the bill hold it.
        """
        lines = self._periods[source, line.period].files[file]
        if line.is_daily_usage and line.resource is not None:
            usage = Usage(
                resource=line.resource,
                day=line.days[0],
                principal=line.principal,
                application=line.application or None,
                workspace=line.workspace,
                currency=line.currency,
                detail=line.detail,
            )
            lines.usage[usage].add(line)
            lines.unused_tags.update(line.unused_tags)
            day = usage.day
        else:
            first, last = _days_in_period(line)
            charge = Charge(
                application=line.application,
                first_day=first,
                last_day=last,
                category=line.category,
                cost_nano=0,
                currency=line.currency,
                description=line.description,
            )
            lines.charges[charge].add(line)
            # A charge has an application and days, nothing else.
            lines.unused_tags.update(line.tags)
            day = first
        if fingerprint is not None:
            lines.samples[day].add(fingerprint)

    def add_nodes(self, source: str, period: Days, *nodes: Node) -> None:
        """Describe what the lines of a period name; the first description of a node counts."""
        for node in nodes:
            self._periods[source, period].nodes.setdefault(node.id, node)

    def skip_line(self, source: str, period: Days, amount: Decimal, currency: str, file: str = "") -> None:
        """Count a line that is not for AI."""
        skipped = self._periods[source, period].files[file].skipped[currency]
        skipped.count, skipped.amount = skipped.count + 1, _EXACT.add(skipped.amount, amount)

    def add_reason(self, source: str, period: Days, reason: Reason) -> None:
        """Say why a period is not all that it might be."""
        self._periods[source, period].reasons.append(reason)

    def is_first_answer(self, source: str, line: CostLine, answer: str) -> bool:
        """Whether no other answer came before with any day of the line, which would count it twice."""
        days = range(line.days[0], line.days[1] + 1)
        first = next(
            (known for day in days if (known := self._answer_by_day.get((source, day), answer)) != answer), answer
        )
        if first == answer:
            self._answer_by_day |= dict.fromkeys(((source, day) for day in days), answer)
        else:
            reason = Reason(TOLD_TWICE, f"{answer} holds days that {first} holds too: those of {first} count")
            period = self._periods[source, line.period]
            period.reasons += [reason] if reason not in period.reasons else []
        return first == answer

    def add_missing(self, source: str, reason: Reason) -> None:
        """Say that a part of a source's answer is missing."""
        reasons = self._missing.setdefault(source, [])
        reasons += [reason] if reason not in reasons else []

    def runs(self) -> Iterator[PendingRun]:
        """The failed runs, then the others by source and period. Raises RecordError if no file holds any line."""
        for source in sorted(self._missing.keys() - {source for source, _ in self._periods}):
            yield failed_run(self._context, source, self._missing[source])
        if not self._periods and not self.errors.messages and not self._missing:
            raise RecordError(
                "the bill holds no line (no record at all)",
                file=", ".join(self._origins[:3]),
                remedy="Export it again, with lines",
            )
        if not self._periods and self.errors.messages:
            reason = Reason("REFUSED_ENTRIES", "; ".join(self.errors.messages[:3]))
            yield failed_run(self._context, self._context.source or "bill:unread", [reason])
        for index, (source, days) in enumerate(sorted(self._periods)):
            yield self._run(source, days, is_first=index == 0)

    def _run(self, source: str, days: Days, *, is_first: bool) -> PendingRun:
        # A line that could not be read has no certain period: no run of these files is complete. The first one lists them.
        period, errors = self._periods[source, days], self.errors.messages
        proven = (USAGE, "charges") if self._are_complete and not errors else ()
        lines = period.counted()
        usage = list(_usage_rows(lines.usage))
        header, early_end = RunHeader(source=source, observed_at=self._context.observed_at), list[str]()
        if self._are_complete:
            last = _last_proven_day(days, usage, lines.charges, day_of(self._context.observed_at))
            header = msgspec.structs.replace(header, usage=(days[0], last), charges=days)
            early_end = list(_early_end_notes(last, usage))
        missing = self._missing.get(source, ())
        reasons = [*period.reasons, *missing]
        if errors and not is_first:
            reasons.append(Reason("REFUSED_ENTRIES", f"{len(errors):,} lines of these files could not be read"))
        return PendingRun(
            header=header,
            records=[(0, record) for record in _records(period.nodes, lines.charges, usage)],
            origin=f"{', '.join(self._origins[:3])} ({format_days(days)})",
            rejected=list(errors) if is_first else [],
            notes=[*_skipped_notes(lines.skipped), *_tag_notes(lines.unused_tags), *period.notes, *early_end],
            reasons=reasons,
            complete=proven,
            has_unread_lines=bool(errors or missing),
            may_be_part=True,
            lenient=self._context.lenient is not False,
        )


def _nano(amount: Decimal) -> tuple[int, bool]:
    try:
        return read_amount(amount)
    except ValueError as error:
        raise RecordError(f"equal lines add up to too much: {error}", remedy="Split the bill") from None


def _days_in_period(line: CostLine) -> Days:
    """The days of a charge that lie in its billing period; the whole period if none does."""
    first, last = max(line.days[0], line.period[0]), min(line.days[1], line.period[1])
    return (first, last) if first <= last else line.period


def _last_proven_day(period: Days, usage: list[Usage], charges: Iterable[Charge], today: int) -> int:
    """The last day that a bill proves: of a period that is not over the last one that its daily lines mention.

    Where it has none, its lines are for more days at once, and the last of these that is not in the future counts.
    """
    if period[1] < today:
        return period[1]
    mentioned = [row.day for row in usage] or [min(charge.last_day, today) for charge in charges]
    return max([*mentioned, period[0]])


def _usage_rows(sums: dict[Usage, _LineSum]) -> Iterator[Usage]:
    for key, total in sums.items():
        nano, rounded = _nano(total.amount)
        yield msgspec.structs.replace(
            key,
            requests=total.requests,
            tokens=total.tokens,
            cost_nano=nano,
            basis="billed",
            rounded=rounded,
        )


def _records(described: Mapping[str, Node], sums: Mapping[Charge, _LineSum], usage: list[Usage]) -> Iterator[Record]:
    """The records of a run, in an order that does not depend on that of the lines."""
    models = {row.resource for row in usage if row.resource.startswith("Model:")}
    nodes = {node_id: model_node(node_id) for node_id in models} | dict(described)
    nodes |= {node.id: node for node in tag_nodes(usage)}
    yield from (nodes[node_id] for node_id in sorted(nodes))
    yield from sorted(usage, key=repr)
    charges = []
    for key, total in sums.items():
        nano, rounded = _nano(total.amount)
        charges.append(msgspec.structs.replace(key, cost_nano=nano, rounded=rounded))
    charges += _usage_row_charges(charges, usage)
    yield from sorted(charges, key=repr)


def _usage_row_charges(charges: list[Charge], usage: list[Usage]) -> Iterator[Charge]:
    """For each interval of days with a charge of usage: what the usage rows of those days cost."""
    intervals: list[tuple[str, int, int]] = []
    for application, first, last in sorted(
        (charge.application, charge.first_day, charge.last_day) for charge in charges if charge.category == USAGE
    ):
        if intervals and intervals[-1][0] == application and first <= intervals[-1][2]:
            intervals[-1] = (application, intervals[-1][1], max(last, intervals[-1][2]))
        else:
            intervals.append((application, first, last))
    for application, first, last in intervals:
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
                description=USAGE_ROWS_CHARGE,
            )


def _early_end_notes(last_proven: int, usage: list[Usage]) -> Iterator[str]:
    """That the lines of a bill end long before the days that it proves: it may have been exported on that day."""
    last = max((row.day for row in usage), default=last_proven)
    if last_proven - last > _QUIET_DAYS:
        yield (
            f"its usage ends on {write_day(last)} and counts as whole up to {write_day(last_proven)}: "
            "export it again if it was exported before that"
        )


def _tag_notes(unused: Mapping[str, int]) -> Iterator[str]:
    if unused:
        yield unused_tags_note(unused)


def _skipped_notes(skipped_lines: Mapping[str, _SkippedLines]) -> Iterator[str]:
    for currency, skipped in sorted(skipped_lines.items()):
        lines = f"{skipped.count:,} line{'' if skipped.count == 1 else 's'} of other services"
        yield f"{lines}, {skipped.amount.normalize():f} {currency} in all, left out: they are not for AI"
