"""Restatements: days of usage and periods of charges that a source tells again with other figures, before and after.

What a run replaces is gone from the claims, so the figures of both readings are kept with the state of its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from graph.moment import day_of, read_day, read_moment, write_day, write_moment

# The category of a restatement of usage rows; those of charges have their own.
USAGE_ROWS = "rows"
# So many restatements of a source are kept, the newest ones.
MOST_RESTATEMENTS = 2000

# Application (its id), first day, last day, category, currency, basis, chargeable: what figures are summed up under.
FigureKey = tuple[str | None, int, int, str, str | None, str | None, bool]


class UsageFigures(msgspec.Struct, frozen=True):
    """Sums of usage rows or charges: how many there are, requests, tokens of all disjoint counters, nano-units.

    Sums may be beyond 64 bits, so they are decimals without a fraction.
    """

    rows: int = 0
    requests: Decimal = Decimal(0)
    tokens: Decimal = Decimal(0)
    cost: Decimal = Decimal(0)

    def plus(self, requests: int, tokens: int, cost: int, rows: int = 1) -> UsageFigures:
        """These figures and those of more rows."""
        return UsageFigures(
            self.rows + rows,
            Decimal(int(self.requests) + requests),
            Decimal(int(self.tokens) + tokens),
            Decimal(int(self.cost) + cost),
        )


class Restatement(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one application and day or charge period, before and after the run that was observed at a moment.

    `category`: that of charges, or USAGE_ROWS. `added`, `gone`: how many rows only the later, or only the earlier reading has,
    whatever their figures.
    """

    at: int
    application: str | None
    first_day: int
    last_day: int
    category: str
    currency: str | None
    basis: str | None
    chargeable: bool
    before: UsageFigures
    after: UsageFigures
    added: int = 0
    gone: int = 0


def is_over(last_day: int, last_observed: int) -> bool:
    """Whether a period had ended when its source was last read: before that its figures only grow, and are not restated."""
    return last_day < day_of(last_observed)


def restatements(
    at: int,
    before: Mapping[FigureKey, UsageFigures],
    after: Mapping[FigureKey, UsageFigures],
    keys: tuple[Mapping[FigureKey, int], Mapping[FigureKey, int]],
) -> list[Restatement]:
    """The restatements among figures of two readings, by key; `keys` counts the rows that are new, and those that are gone."""
    nothing = UsageFigures()
    rows = []
    for key in before.keys() | after.keys():
        earlier, later = before.get(key, nothing), after.get(key, nothing)
        if msgspec.structs.replace(earlier, rows=0) == msgspec.structs.replace(later, rows=0):
            continue
        application, first_day, last_day, category, currency, basis, chargeable = key
        row = Restatement(
            at=at,
            application=application,
            first_day=first_day,
            last_day=last_day,
            category=category,
            currency=currency,
            basis=basis,
            chargeable=chargeable,
            before=earlier,
            after=later,
            added=keys[0].get(key, 0),
            gone=keys[1].get(key, 0),
        )
        rows.append(row)
    return sorted(rows, key=_order)


def newest_restatements(known: Sequence[Restatement], rows: Iterable[Restatement]) -> tuple[Restatement, ...]:
    """The known restatements of a source and those of its newest run, without the oldest where they are too many."""
    return tuple(sorted((*known, *rows), key=_order))[-MOST_RESTATEMENTS:]


def _order(row: Restatement) -> tuple[Any, ...]:
    texts = (row.application or "", row.category, row.currency or "", row.basis or "")
    return (row.at, row.last_day, row.first_day, texts, row.chargeable)


def write_restatements(rows: Sequence[Restatement]) -> list[dict[str, Any]]:
    """Restatements as an export writes them, in JSON."""
    written = []
    for row in rows:
        entry = msgspec.to_builtins(row)
        entry["at"] = write_moment(row.at)
        entry["first_day"], entry["last_day"] = write_day(row.first_day), write_day(row.last_day)
        written.append(entry)
    return written


def read_restatements(entries: Sequence[Mapping[str, Any]] | None) -> tuple[Restatement, ...]:
    """The restatements of `write_restatements`; ValueError, KeyError or TypeError where they are none."""
    rows = []
    for entry in entries or ():
        days = {name: read_day(entry[name]) for name in ("first_day", "last_day")}
        rows.append(msgspec.convert({**entry, **days, "at": read_moment(entry["at"])}, Restatement))
    return tuple(rows)
