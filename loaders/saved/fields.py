"""Readers of fields: each value typed, or rejected with the name of its field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NoReturn, ParamSpec, Self, TypeVar

from graph.address import email_address
from graph.check import check_text
from graph.errors import RecordError
from graph.moment import DAY, NEVER, SECOND, read_moment
from graph.money import CURRENCY, NUMBER, read_amount

# An id is built of few texts; three bytes may come of one when it is escaped.
TEXT_BYTES = 600
_LONGEST_WHOLE = 17
_LAST_SECOND = 253_402_300_799
_HINT, _GAPS = 48, ("...", "…", "***")
REMEDY = "Save the answer as the API gives it"

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class FieldReader:
    """One object of an answer, with its place in it: `data[3].results[0]` of a file or a call.

    `accepts_digits`: a whole number where text is documented counts as its digits, for systems whose ids come either way.
    `line`: of a table or of JSON Lines.
    """

    body: Mapping[str, Any]
    location: str
    file: str
    accepts_digits: bool = False
    line: int = 0

    def refuse(self, name: str, problem: str, remedy: str = REMEDY) -> NoReturn:
        """Raise RecordError for a field of this entry; what the field holds is never repeated."""
        raise RecordError(problem, file=self.file, line=self.line, field=self._at(name), remedy=remedy)

    def text(self, name: str) -> str | None:
        """Trimmed text, or None if it is absent, null or empty."""
        raw = self.body.get(name)
        if raw is None:
            return None
        if not isinstance(raw, str) and not (self.accepts_digits and type(raw) is int):
            self.refuse(name, f"{_kind(raw)} where text is documented")
        text = str(raw).strip()
        if len(text.encode("utf-8", "surrogatepass")) > TEXT_BYTES:
            self.refuse(name, f"the text is longer than {TEXT_BYTES} bytes")
        try:
            check_text(text, name)
        except RecordError as error:
            self.refuse(name, error.problem, error.remedy)
        return text or None

    def required(self, name: str) -> str:
        """Text that has to be there, such as an id."""
        return self.text(name) or self.refuse(name, "it is missing")

    def email(self, name: str) -> str | None:
        """An email address in its canonical form (graph.address), also of a guest's login; None for text that is none."""
        return email_address(self.text(name))

    def flag(self, name: str) -> bool | None:
        """True, false, or None if absent; some answers carry flags as text."""
        raw = self.body.get(name)
        if isinstance(raw, str) and raw.strip().lower() in ("true", "false"):
            return raw.strip().lower() == "true"
        if raw is not None and not isinstance(raw, bool):
            self.refuse(name, f"{_kind(raw)} where true or false is documented")
        return raw

    def hint(self, name: str) -> str | None:
        """A key as its vendor abridges it; a text that shows no gap might be the key itself, and is not repeated."""
        text = self.text(name)
        return text if text and len(text) <= _HINT and any(gap in text for gap in _GAPS) else None

    def non_negative_int(self, name: str) -> int | None:
        """A counter, or None if absent; it never is negative."""
        raw = self.number(name)
        if raw is None:
            return None
        if not raw.is_finite() or raw.adjusted() > _LONGEST_WHOLE or raw != raw.to_integral_value() or raw < 0:
            self.refuse(name, "a counter must be a whole number from 0")
        return int(raw)

    def count(self, name: str) -> int:
        """A counter; absent counts as none."""
        return self.non_negative_int(name) or 0

    def number(self, name: str) -> Decimal | None:
        """A number, also one written as text; None if absent."""
        raw = self.body.get(name)
        if raw is None:
            return None
        if isinstance(raw, str) and len(raw) <= 60:
            text = raw.strip()
            if NUMBER.match(text):
                return Decimal(text)
            raw = None
        if isinstance(raw, bool) or not isinstance(raw, int | Decimal | float):
            self.refuse(name, f"{_kind(self.body[name])} where a number is documented")
        return Decimal(str(raw)) if isinstance(raw, float) else Decimal(raw)

    def money(self, name: str, unit: int = 0) -> tuple[int, bool] | None:
        """Nano-units of an amount in 10**unit of its currency (-2: cents), and whether that had to be rounded."""
        raw = self.number(name)
        if raw is None:
            return None
        try:
            return read_amount(raw.scaleb(unit) if raw.is_finite() else raw)
        except (ValueError, ArithmeticError):
            self.refuse(name, "this is no amount of money")

    def currency(self, name: str) -> str:
        """An ISO 4217 code in capitals; absent means US dollars, the vendors' only one so far."""
        code = (self.text(name) or "USD").upper()
        if not CURRENCY.match(code):
            self.refuse(name, "this is no currency")
        return code

    def seconds(self, name: str) -> int | None:
        """A moment from whole seconds since 1970; None if absent."""
        raw = self.non_negative_int(name)
        if raw is None:
            return None
        if raw > _LAST_SECOND:
            self.refuse(name, "this is no time in seconds since 1970")
        return raw * SECOND

    def day(self, name: str, moment: int | None) -> int:
        """The UTC day that begins at a moment read from the field `name`."""
        if moment is None:
            self.refuse(name, "a row needs its day")
        if moment % DAY:
            self.refuse(name, "a daily row must begin at midnight UTC", "Ask the API for buckets of one day")
        return moment // DAY

    def child(self, name: str) -> Self | None:
        """An object inside this one; None if absent."""
        raw = self.body.get(name)
        if raw is None:
            return None
        if not isinstance(raw, Mapping):
            self.refuse(name, f"{_kind(raw)} where an object is documented")
        return type(self)(raw, self._at(name), self.file, self.accepts_digits, self.line)

    def valid_children(self, name: str, errors: ErrorCollector) -> Iterator[Self]:
        """The objects of a list inside this one; what is no object goes to `errors`."""
        for items in errors.collect(self.items, name):
            for index, raw in enumerate(items):
                yield from errors.collect(self._child, f"{name}[{index}]", raw)

    def raw(self, names: tuple[str, ...]) -> dict[str, Any]:
        """Those of the named fields that hold text, a number or a flag, as the vendor wrote them."""
        values: dict[str, Any] = {}
        for name in names:
            value = self.body.get(name)
            if isinstance(value, bool | int):
                values[name] = value
            elif isinstance(value, str):
                values[name] = self.text(name)
            elif isinstance(value, Decimal | float):
                values[name] = str(value)
        return values

    def moment(self, name: str) -> int | None:
        """A moment from ISO 8601; None if absent or open, and for the beginning of 1970, which means never."""
        raw = self.text(name)
        if raw is None:
            return None
        try:
            moment = read_moment(raw)
        except ValueError:
            self.refuse(name, "this is no ISO 8601 time")
        return None if moment in (0, NEVER) else moment

    def child_or_empty(self, name: str) -> Self:
        """An object inside this one; an empty one if it is absent."""
        return self.child(name) or type(self)({}, self._at(name), self.file, self.accepts_digits, self.line)

    def children(self, name: str) -> Iterator[Self]:
        """The objects of a list inside this one; none if it is absent."""
        for index, raw in enumerate(self.items(name)):
            yield self._child(f"{name}[{index}]", raw)

    def items(self, name: str) -> list[Any]:
        """A list inside this one; empty if it is absent."""
        raw = self.body.get(name)
        if raw is None:
            return []
        if not isinstance(raw, list):
            self.refuse(name, f"{_kind(raw)} where a list is documented")
        return raw

    def emails(self, name: str) -> list[str]:
        """The e-mail addresses of a list of text."""
        indexed = {str(index): raw for index, raw in enumerate(self.items(name))}
        listed = FieldReader(indexed, self._at(name), self.file, line=self.line)
        return [address for index in indexed if (address := listed.email(index))]

    def _child(self, name: str, raw: object) -> Self:
        if not isinstance(raw, Mapping):
            self.refuse(name, f"{_kind(raw)} where an object is documented")
        return type(self)(raw, self._at(name), self.file, self.accepts_digits, self.line)

    def _at(self, name: str) -> str:
        return f"{self.location}.{name}" if self.location else name


@dataclass(slots=True)
class ErrorCollector:
    """Entries that could not be read. Strict: the first one ends the command; else it is listed and left out."""

    strict: bool
    messages: list[str] = field(default_factory=list)

    def collect(self, read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[T, ...]:
        """What `read` returns, alone in a tuple; empty if it refused."""
        try:
            return (read(*args, **kwargs),)
        except RecordError as error:
            if self.strict:
                raise
            self.messages.append(str(error))
            return ()


def _kind(raw: object) -> str:
    if isinstance(raw, bool):
        return "true or false"
    if isinstance(raw, str):
        return "text"
    if isinstance(raw, Mapping):
        return "an object"
    return "a list" if isinstance(raw, list) else "a number"
