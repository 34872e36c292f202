"""One line of a bill: its amount, days and billing period, and whom and what it is for; readers that all bills share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from graph.check import check_id, check_visible
from graph.claims import NO_TOKENS
from graph.errors import RecordError
from graph.moment import DAY, month_days
from loaders.base import Context
from loaders.claims.builder import usage_detail
from loaders.claims.coverage import Days
from loaders.saved.fields import FieldReader

_SEAT = re.compile(r"\b(?:seats?|licen[cs]es?|users?|members?|subscriptions?|per[ -]user)\b", re.IGNORECASE)
_MAX_DISPLAY_CHARS = 200


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line. `period` is the billing period, `days` are the days it is for; both inclusive. `tokens`: by counter.
    `application`: empty only for usage that names none.

    `category` usage with a `resource` may become a usage row; everything else becomes a charge. `tags`: the keys of its tags;
    `unused_tags`: those that say nothing of whose or for whom it is.
    """

    application: str
    period: Days
    days: Days
    amount: Decimal
    currency: str
    category: str
    resource: str | None = None
    principal: str | None = None
    workspace: str | None = None
    requests: int = 0
    tokens: tuple[int, ...] = NO_TOKENS
    detail: str | None = None
    description: str | None = None
    tags: tuple[str, ...] = ()
    unused_tags: tuple[str, ...] = ()

    @property
    def node_ids(self) -> dict[str, str]:
        """The ids of the nodes that it names, by what they are to it."""
        ids = {
            "application": self.application,
            "resource": self.resource,
            "principal": self.principal,
            "workspace": self.workspace,
        }
        return {name: node_id for name, node_id in ids.items() if node_id}

    @property
    def is_daily_usage(self) -> bool:
        """Whether it is usage of one day of its own billing period."""
        first, last = self.days
        is_inside = self.period[0] <= first and last <= self.period[1]
        return self.category == "usage" and self.resource is not None and first == last and is_inside


def check_names(entry: FieldReader, source: str, line: CostLine | None = None) -> None:
    """Raise RecordError, naming the line of the file, where a source or a node could not have the name that it gets."""
    try:
        check_visible(source, "source")
        for name, node_id in (line.node_ids if line is not None else {}).items():
            check_id(node_id, name)
    except RecordError as error:
        entry.refuse(error.field or "id", error.problem, error.remedy)


def purchase_category(*texts: str | None) -> str:
    """`seat` where a purchase says that it is per head, else `other`."""
    return "seat" if any(text and _SEAT.search(text) for text in texts) else "other"


def display_text(raw: object) -> str | None:
    """A text for people, without line breaks and shortened; None if it is absent or empty."""
    text = " ".join(str(raw).replace("\0", "").split()) if raw is not None else ""
    return text.encode("utf-8", "replace").decode()[:_MAX_DISPLAY_CHARS] or None


def first_text(entry: FieldReader, *names: str) -> str | None:
    """The text of the first of these columns that has any. Raises RecordError for one that holds no text."""
    return next((text for name in names if (text := entry.text(name)) is not None), None)


def first_display_text(entry: FieldReader, *names: str) -> str | None:
    """The shortened text of the first of these columns that has any."""
    return next((text for name in names if (text := display_text(entry.body.get(name))) is not None), None)


def read_cost(entry: FieldReader, name: str) -> Decimal:
    """The amount in a column, exactly as written. Raises RecordError if it is missing or cannot be an amount."""
    if entry.money(name) is None:
        entry.refuse(name, "a row needs its cost")
    return entry.number(name) or Decimal(0)


def row_detail(report: str, entry: FieldReader, columns: tuple[str, ...], **more: str | None) -> str:
    """The `detail` of a usage row: some columns as the bill writes them, and `more`, as far as they hold text."""
    texts = {name: display_text(entry.body.get(name)) for name in columns} | more
    return usage_detail({"report": report, **{name: text for name, text in texts.items() if text}}, None)


def account_name(context: Context) -> str | None:
    """The account's name as given by --source; folders do not name it, as bills lie in folders of months."""
    return context.source.partition(":")[2] if context.source else None


def days_between(start: int, end: int | None) -> Days:
    """The days from a moment up to another, which is exclusive; the first day alone if it ends where it begins."""
    return start // DAY, start // DAY if end is None else max((end - 1) // DAY, start // DAY)


def calendar_month(day: int) -> Days:
    """The calendar month that holds a day: the billing period of a line that does not give one."""
    return month_days(day)
