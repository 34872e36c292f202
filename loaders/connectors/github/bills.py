"""GitHub's bills of what Copilot costs: premium requests, AI credits and seats, in dollars, each counted once.

The reports of premium requests and of AI credits give dollars by model; the usage bill gives the same dollars without a model,
and seats beside them. So the usage bill counts for seats, and for what neither report has. For one person, a report gives
that person's part of its lines; what remains of a line belongs to nobody, and all parts together are the report's total.
The net amount is what is paid; gross and discount are in the detail.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.claims import Charge, Usage
from graph.moment import read_day
from graph.money import write_amount
from loaders.claims.builder import usage_detail
from loaders.claims.coverage import Days
from loaders.connectors.github.models import line_of, model_of
from loaders.connectors.github.people import account_of
from loaders.connectors.github.recognize import BILL, CREDITS, PREMIUM
from loaders.connectors.github.usage_report import day_of
from loaders.saved.fields import ErrorCollector, FieldReader

CURRENCY = "USD"
# GitHub was not there before.
_FIRST_YEAR = 2008
_RAW = (
    "product",
    "sku",
    "model",
    "unitType",
    "pricePerUnit",
    "quantity",
    "grossQuantity",
    "grossAmount",
    "discountQuantity",
    "discountAmount",
    "netQuantity",
    "netAmount",
    "repositoryName",
    "organizationName",
)
# What of the usage bill is about AI; Actions, storage and the like are not.
_PRODUCTS = re.compile(r"copilot|spark|models")
_SEAT = re.compile(r"seat|month|license|\buser|business|enterprise")


@dataclass(frozen=True, slots=True)
class BillLine:
    """One line of a bill; `days` are those it is about. `nano` None: the line has no amount.

    `user` is the login that the line itself names.
    """

    bill: str
    days: Days
    product: str | None
    sku: str | None
    model: str | None
    unit: str | None
    nano: int | None
    rounded: bool
    organization: str | None
    raw: tuple[tuple[str, Any], ...]
    user: str | None = None

    @property
    def key(self) -> tuple[str | None, ...]:
        """What a line and one person's part of it have in common; answers and exports write some words differently."""
        return _plain(self.product), _plain(self.sku), self.model, _plain(self.unit)

    @property
    def is_about_ai(self) -> bool:
        """Whether the line is about AI: the usage bill has Actions, storage and the like too."""
        return self.bill != BILL or _PRODUCTS.search(f"{self.product} {self.sku}".lower()) is not None

    @property
    def detailed_in(self) -> str | None:
        """The report that has this line of the usage bill by model; None if none does."""
        words = f"{self.sku} {self.unit}".lower()
        return CREDITS if "credit" in words else PREMIUM if "request" in words else None

    @property
    def is_seat(self) -> bool:
        """Whether it charges for having Copilot, not for using it."""
        return self.detailed_in is None and _SEAT.search(f"{self.sku} {self.unit}".lower()) is not None


def read_bill(name: str, page: FieldReader, days: Days | None, errors: ErrorCollector) -> Iterator[BillLine]:
    """The lines of one answer that are about AI; `asked`: the days it is about, None for a saved usage bill."""
    for entry in page.valid_children("usageItems", errors):
        for line in errors.collect(read_line, name, entry, days):
            if line.is_about_ai:
                yield line


def period_of(page: FieldReader) -> Days:
    """The days that an answer is about. Raises RecordError if it names no valid period."""
    period = page.child("timePeriod")
    year = None if period is None else period.non_negative_int("year")
    if period is None or year is None:
        page.refuse("timePeriod", "it is missing")
    month, day = period.non_negative_int("month"), period.non_negative_int("day")
    if year < _FIRST_YEAR:
        page.refuse("timePeriod", "this is not a day, month or year")
    try:
        if month is None:
            return read_day(f"{year:04d}-01-01"), read_day(f"{year:04d}-12-31")
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return read_day(f"{year:04d}-{month:02d}-01"), read_day(f"{year:04d}-{month:02d}-{last}")
        only_day = read_day(f"{year:04d}-{month:02d}-{day:02d}")
        return only_day, only_day
    except ValueError:
        page.refuse("timePeriod", "this is not a day, month or year")


def usage_of(line: BillLine, org: str, user: str | None = None) -> Usage:
    """A line of one day as usage that is billed. `user`: whose it is, where the line does not say."""
    user = user or line.user
    raw: dict[str, Any] = {"report": line.bill, **dict(line.raw)}
    return Usage(
        principal=None if user is None else account_of(user),
        resource=model_of(line.model) if line.model is not None else line_of(line.product, line.sku),
        application=f"Application:github/{org}/copilot",
        day=line.days[0],
        cost_nano=line.nano,
        currency=None if line.nano is None else CURRENCY,
        basis=None if line.nano is None else "billed",
        rounded=line.rounded,
        detail=usage_detail(raw, None),
    )


def charge_of(line: BillLine, org: str, category: str) -> Charge | None:
    """A line as a charge; None if it has no amount."""
    if line.nano is None:
        return None
    raw = dict(line.raw)
    quantity = raw.get("quantity", raw.get("netQuantity"))
    words = [line.sku or line.product or "Copilot", line.model, None if quantity is None else f"{quantity} {line.unit}"]
    return Charge(
        application=f"Application:github/{org}/copilot",
        first_day=line.days[0],
        last_day=line.days[1],
        category=category,
        cost_nano=line.nano,
        currency=CURRENCY,
        description=", ".join(word for word in words if word),
        rounded=line.rounded,
    )


def charges_beside(lines: Iterable[BillLine], org: str) -> Iterator[Charge]:
    """Lines of one day that are usage as a charge of that day, beside the bill of a longer period that lacks them."""
    lines_of_day = list(lines)
    nano = sum(line.nano or 0 for line in lines_of_day)
    if nano:
        yield Charge(
            application=f"Application:github/{org}/copilot",
            first_day=lines_of_day[0].days[0],
            last_day=lines_of_day[0].days[1],
            category="usage",
            cost_nano=nano,
            currency=CURRENCY,
            description="usage of this day, charged beside the bill of its month, which lacks it",
        )


def parts_of(lines: Sequence[BillLine], of_users: Mapping[str, Sequence[BillLine]], org: str) -> Iterator[Usage]:
    """The rows of one report of one day: each person's lines, and what then remains of the day's; they sum to the day's."""
    if not of_users:
        yield from (usage_of(line, org) for line in lines)
        return
    of_persons: dict[tuple[str | None, ...], int] = defaultdict(int)
    for user, person_lines in sorted(of_users.items()):
        for line in person_lines:
            of_persons[line.key] += line.nano or 0
            yield usage_of(line, org, user)
    # What remains of a line is nobody's, whoever the line names.
    for line in _merged_by_key([replace(line, user=None) for line in lines]):
        part = of_persons.pop(line.key, 0)
        if not part:
            yield usage_of(line, org)
        elif line.nano != part:
            raw = (*line.raw, ("told_per_user", write_amount(part)))
            yield usage_of(replace(line, nano=(line.nano or 0) - part, raw=raw), org)
    for key, part in sorted(of_persons.items(), key=repr):
        if part:
            # A person's line that the day's total does not have: the total counts, so the line is taken back.
            line = next(line for person_lines in of_users.values() for line in person_lines if line.key == key)
            yield usage_of(
                replace(line, user=None, nano=-part, raw=(*line.raw, ("told_per_user", write_amount(part)))), org
            )


def undetailed_lines(lines: Iterable[BillLine], reports: set[str]) -> Iterator[BillLine]:
    """The lines of a day's usage bill that no report of that day has."""
    return (line for line in lines if line.detailed_in not in reports)


def _merged_by_key(lines: Sequence[BillLine]) -> list[BillLine]:
    """Lines of one key as one, where persons' parts are to be taken off: the same key may stand in several lines."""
    first: dict[tuple[str | None, ...], BillLine] = {}
    for line in lines:
        known = first.get(line.key)
        if known is None:
            first[line.key] = line
            continue
        nano = None if known.nano is None and line.nano is None else (known.nano or 0) + (line.nano or 0)
        first[line.key] = replace(
            known, nano=nano, rounded=known.rounded or line.rounded, raw=(*known.raw, ("lines", "several"))
        )
    return list(first.values())


def read_line(name: str, entry: FieldReader, requested_days: Days | None) -> BillLine:
    """A line of a bill. Raises RecordError for a wrong type, no day, and another day than the requested one."""
    days = requested_days
    if days is None or name == BILL:
        days = (day_of(entry, "date"),) * 2
    if requested_days is not None and days != requested_days:
        entry.refuse("date", "it is not the requested day")
    nano, rounded = _net(entry)
    return BillLine(
        bill=name,
        days=days,
        product=entry.text("product"),
        sku=entry.text("sku"),
        model=entry.text("model"),
        unit=entry.text("unitType"),
        nano=nano,
        rounded=rounded,
        organization=entry.text("organizationName"),
        raw=tuple(sorted(entry.raw(_RAW).items())),
    )


def _plain(text: str | None) -> str | None:
    return None if text is None else " ".join(text.lower().replace("_", " ").replace("-", " ").split())


def _net(entry: FieldReader) -> tuple[int | None, bool]:
    """What is paid, in nano-dollars; where it is missing, gross less discount."""
    net = entry.money("netAmount")
    if net is not None:
        return net
    gross, discount = entry.money("grossAmount"), entry.money("discountAmount")
    if gross is None:
        return None, False
    less = discount or (0, False)
    return gross[0] - less[0], gross[1] or less[1]
