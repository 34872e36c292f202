"""This file knows how one field of a directory's answer is read: typed, or refused by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn, ParamSpec, TypeVar

from graph.check import check_text
from graph.errors import RecordError
from graph.moment import NEVER, read_moment

_TEXT_BYTES = 600
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
_REMEDY = "Save the page as the API answers it"

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Entry:
    """One object of an answer, with its place in it: `value[3]` of a file or a call."""

    body: Mapping[str, Any]
    place: str
    file: str

    def refuse(self, name: str, problem: str) -> NoReturn:
        """Raise RecordError for a field of this entry; what the field holds is never repeated."""
        raise RecordError(problem, file=self.file, field=self._at(name), remedy=_REMEDY)

    def text(self, name: str) -> str | None:
        """Trimmed text, or None if it is absent, null or empty; a whole number counts as its digits."""
        raw = self.body.get(name)
        if raw is None:
            return None
        if isinstance(raw, bool) or not isinstance(raw, str | int):
            self.refuse(name, f"{_kind(raw)} where text is documented")
        told = str(raw).strip()
        if len(told.encode("utf-8", "surrogatepass")) > _TEXT_BYTES:
            self.refuse(name, f"the text is longer than {_TEXT_BYTES} bytes")
        try:
            check_text(told, name)
        except RecordError as error:
            self.refuse(name, error.problem)
        return told or None

    def needed(self, name: str) -> str:
        """Text that has to be there, such as an id."""
        return self.text(name) or self.refuse(name, "it is missing")

    def address(self, name: str) -> str | None:
        """An e-mail address, lower-cased; None for text that is none, and for a guest's login in its host's directory."""
        told = (self.text(name) or "").lower()
        return told if _ADDRESS.match(told) and "#ext#" not in told else None

    def flag(self, name: str) -> bool | None:
        """True, false, or None if absent; some answers carry flags as text."""
        raw = self.body.get(name)
        if isinstance(raw, str) and raw.strip().lower() in ("true", "false"):
            return raw.strip().lower() == "true"
        if raw is not None and not isinstance(raw, bool):
            self.refuse(name, f"{_kind(raw)} where true or false is documented")
        return raw

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

    def inner(self, name: str) -> Entry:
        """An object inside this one; an empty one if it is absent."""
        raw = self.body.get(name)
        if raw is not None and not isinstance(raw, Mapping):
            self.refuse(name, f"{_kind(raw)} where an object is documented")
        return Entry(raw or {}, self._at(name), self.file)

    def rows(self, name: str) -> Iterator[Entry]:
        """The objects of a list inside this one; none if it is absent."""
        for place, raw in enumerate(self.items(name)):
            if not isinstance(raw, Mapping):
                self.refuse(f"{name}[{place}]", f"{_kind(raw)} where an object is documented")
            yield Entry(raw, self._at(f"{name}[{place}]"), self.file)

    def items(self, name: str) -> list[Any]:
        """A list inside this one; empty if it is absent."""
        raw = self.body.get(name)
        if raw is None:
            return []
        if not isinstance(raw, list):
            self.refuse(name, f"{_kind(raw)} where a list is documented")
        return raw

    def addresses(self, name: str) -> list[str]:
        """The e-mail addresses of a list of text."""
        places = {str(place): raw for place, raw in enumerate(self.items(name))}
        listed = Entry(places, self._at(name), self.file)
        return [address for place in places if (address := listed.address(place))]

    def _at(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name


@dataclass(slots=True)
class Refusals:
    """Entries that could not be read. Strict: the first one ends the command; else it is listed and left out."""

    strict: bool
    listed: list[str] = field(default_factory=list)

    def kept(self, read: Callable[P, list[T]], *args: P.args, **kwargs: P.kwargs) -> list[T]:
        """What `read` returns; nothing if it refused."""
        try:
            return read(*args, **kwargs)
        except RecordError as error:
            if self.strict:
                raise
            self.listed.append(str(error))
            return []


def _kind(raw: object) -> str:
    if isinstance(raw, bool):
        return "true or false"
    if isinstance(raw, str):
        return "text"
    if isinstance(raw, Mapping):
        return "an object"
    return "a list" if isinstance(raw, list) else "a number"
