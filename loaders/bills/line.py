"""This file knows one line of a bill that counts: how much, for whom and what, for which days, billed in which period."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal

from graph.claims import NO_TOKENS
from graph.moment import date_of
from loaders.base import Context
from loaders.claims.coverage import Days

_SEAT = re.compile(r"\b(?:seats?|licen[cs]es?|users?|members?|subscriptions?|per[ -]user)\b", re.IGNORECASE)
# The longest text for people that is kept of a line.
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class BillLine:
    """One line. `period`: the billing period; `days`: what it is for; both inclusive. `tokens`: by counter.

    `category` usage with a `resource` may become a usage row; everything else becomes a charge.
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

    @property
    def is_placed(self) -> bool:
        """Whether it is usage of one day of its own billing period."""
        first, last = self.days
        inside = self.period[0] <= first and last <= self.period[1]
        return self.category == "usage" and self.resource is not None and first == last and inside


def purchase_category(*told: str | None) -> str:
    """`seat` where a purchase says that it is per head, else `other`."""
    return "seat" if any(text and _SEAT.search(text) for text in told) else "other"


def display_text(raw: object) -> str | None:
    """A text for people, shortened; None if there is none."""
    text = " ".join(str(raw).replace("\0", "").split()) if raw is not None else ""
    return text.encode("utf-8", "replace").decode()[:_SHOWN] or None


def account_name(context: Context) -> str | None:
    """What a person calls the account, by --source; a folder says nothing: bills lie in folders of months."""
    return context.source.partition(":")[2] if context.source else None


def calendar_month(day: int) -> Days:
    """The calendar month that holds a day: the billing period of a line that tells none."""
    date = date_of(day)
    first = day - date.day + 1
    return first, first + monthrange(date.year, date.month)[1] - 1
