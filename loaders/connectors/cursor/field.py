"""This file knows which fields of a Cursor payload are read in a way of their own: addresses, ids, cents, days."""

from __future__ import annotations

from dataclasses import dataclass

from graph.moment import read_day
from loaders.saved import fields as entry

_LONGEST_WHOLE = 17


@dataclass(frozen=True, slots=True)
class Entry(entry.FieldReader):
    """One object of a payload, with its place in it: `usageEvents[3]` of a file or a call."""

    def login(self, name: str) -> str | None:
        """An address, lower-cased: Cursor compares addresses without case. Text that is none is kept as what it calls one."""
        address = self.text(name)
        return address.lower() if address else None

    def identifier(self, name: str) -> str | None:
        """An id as text: today's are text, older copies of the API show whole numbers or none."""
        raw = self.body.get(name)
        if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < 10**_LONGEST_WHOLE:
            return str(raw)
        return self.text(name)

    def cents(self, name: str) -> tuple[int, bool] | None:
        """Nano-dollars of an amount in cents, and whether that had to be rounded; None if absent."""
        return self.money(name, -2)

    def date(self, name: str) -> int | None:
        """A UTC day from `2026-11-20`, a time after it cut off."""
        raw = self.text(name)
        if raw is None:
            return None
        try:
            return read_day(raw[:10])
        except ValueError:
            self.refuse(name, "this is no day such as 2026-11-20")
