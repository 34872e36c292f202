"""This file knows how one field of a Cursor payload is read: typed, or refused by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NoReturn, ParamSpec, TypeVar

from graph.check import check_text
from graph.errors import RecordError
from graph.moment import NEVER, read_day, read_moment
from graph.money import read_amount

# Ids are built of at most two texts and an instance; three bytes may come of one when it is escaped.
_TEXT_BYTES = 600
_LONGEST_WHOLE = 17
_REMEDY = "Save the page as the API answers it"

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Entry:
    """One object of a payload, with its place in it: `usageEvents[3]` of a file or a call."""

    body: Mapping[str, Any]
    place: str
    file: str

    def refuse(self, name: str, problem: str, remedy: str) -> NoReturn:
        """Raise RecordError for a field of this entry."""
        raise RecordError(problem, file=self.file, field=f"{self.place}.{name}" if self.place else name, remedy=remedy)

    def text(self, name: str) -> str | None:
        """Trimmed text, or None if it is absent, null or empty."""
        raw = self.body.get(name)
        if raw is None:
            return None
        if not isinstance(raw, str):
            self.refuse(name, f"{_kind(raw)} where text is documented", _REMEDY)
        if len(raw) > _TEXT_BYTES or len(raw.encode("utf-8", "surrogatepass")) > _TEXT_BYTES:
            self.refuse(name, f"the text is longer than {_TEXT_BYTES} bytes", "Shorten it in Cursor")
        try:
            check_text(raw, name)
        except RecordError as error:
            self.refuse(name, error.problem, error.remedy)
        return raw.strip() or None

    def email(self, name: str) -> str | None:
        """An address, lower-cased: Cursor compares addresses without case."""
        address = self.text(name)
        return address.lower() if address else None

    def identifier(self, name: str) -> str | None:
        """An id as text: today's are text, older copies of the API show whole numbers or none."""
        raw = self.body.get(name)
        if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < 10**_LONGEST_WHOLE:
            return str(raw)
        return self.text(name)

    def flag(self, name: str) -> bool | None:
        """True, false, or None if absent; some answers carry flags as text."""
        raw = self.body.get(name)
        if isinstance(raw, str) and raw.lower() in ("true", "false"):
            return raw.lower() == "true"
        if raw is not None and not isinstance(raw, bool):
            self.refuse(name, f"{_kind(raw)} where true or false is documented", _REMEDY)
        return raw

    def whole(self, name: str) -> int | None:
        """A counter, or None if absent; it never is negative."""
        raw = self._number(name)
        if raw is None:
            return None
        if not raw.is_finite() or raw.adjusted() > _LONGEST_WHOLE or raw != raw.to_integral_value() or raw < 0:
            self.refuse(name, "a counter must be a whole number from 0", _REMEDY)
        return int(raw)

    def cents(self, name: str) -> tuple[int, bool] | None:
        """Nano-dollars of an amount in cents, and whether that had to be rounded; None if absent."""
        raw = self._number(name)
        if raw is None:
            return None
        try:
            return read_amount(raw.scaleb(-2)) if raw.is_finite() else read_amount(raw)
        except (ValueError, ArithmeticError):
            self.refuse(name, "this is no amount of cents", _REMEDY)

    def epoch_ms(self, name: str) -> int | None:
        """Milliseconds since 1970; events carry them as text."""
        return self.whole(name)

    def moment(self, name: str) -> int | None:
        """A moment from ISO 8601; None if absent or open."""
        raw = self.text(name)
        if raw is None:
            return None
        try:
            moment = read_moment(raw)
        except ValueError as error:
            self.refuse(name, str(error), "Use ISO 8601")
        return None if moment == NEVER else moment

    def day(self, name: str) -> int | None:
        """A UTC day from `2026-11-20`, a time after it cut off."""
        raw = self.text(name)
        if raw is None:
            return None
        try:
            return read_day(raw[:10])
        except ValueError as error:
            self.refuse(name, str(error), "Use a day such as 2026-11-20")

    def entry(self, name: str) -> Entry | None:
        """An object inside this one; None if absent."""
        raw = self.body.get(name)
        if raw is None:
            return None
        if not isinstance(raw, Mapping):
            self.refuse(name, f"{_kind(raw)} where an object is documented", _REMEDY)
        return Entry(raw, f"{self.place}.{name}" if self.place else name, self.file)

    def items(self, name: str) -> list[Any]:
        """A list inside this one; empty if absent."""
        raw = self.body.get(name)
        if raw is None:
            return []
        if not isinstance(raw, list):
            self.refuse(name, f"{_kind(raw)} where a list is documented", _REMEDY)
        return raw

    def child(self, name: str, place: int | str, raw: Any) -> Entry:
        """One object of a list or map inside this one."""
        where = f"{self.place}.{name}[{place}]" if self.place else f"{name}[{place}]"
        if not isinstance(raw, Mapping):
            raise RecordError(
                f"{_kind(raw)} where an object is documented",
                file=self.file,
                field=where,
                remedy=_REMEDY,
            )
        return Entry(raw, where, self.file)

    def _number(self, name: str) -> Decimal | None:
        raw = self.body.get(name)
        if raw is None:
            return None
        if isinstance(raw, str) and len(raw) <= 40:
            try:
                return Decimal(raw.strip())
            except ArithmeticError:
                raw = None
        if isinstance(raw, bool) or not isinstance(raw, int | Decimal | float):
            self.refuse(name, f"{_kind(self.body[name])} where a number is documented", _REMEDY)
        return Decimal(str(raw)) if isinstance(raw, float) else Decimal(raw)


@dataclass(slots=True)
class Refusals:
    """Entries that could not be read. Strict: the first one ends the command; else it is listed and left out."""

    strict: bool
    listed: list[str] = field(default_factory=list)

    def kept(self, read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[T, ...]:
        """What `read` returns, alone in a tuple; empty if it refused."""
        try:
            return (read(*args, **kwargs),)
        except RecordError as error:
            if self.strict:
                raise
            self.listed.append(str(error))
            return ()

    def children(self, entry: Entry, name: str) -> Iterator[Entry]:
        """The objects of a list inside an entry."""
        for items in self.kept(entry.items, name):
            for place, raw in enumerate(items):
                yield from self.kept(entry.child, name, place, raw)


def _kind(raw: object) -> str:
    if isinstance(raw, bool):
        return "true or false"
    if isinstance(raw, str):
        return "text"
    if isinstance(raw, Mapping):
        return "an object"
    return "a list" if isinstance(raw, list) else "a number"
