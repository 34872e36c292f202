"""Options that several commands share, and reading their texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from graph.errors import InputError
from graph.moment import NEVER, read_moment

T = TypeVar("T")


def read(reader: Callable[[str], T], text: str, name: str) -> T:
    """What a text means; raises InputError that names the option."""
    try:
        return reader(text)
    except ValueError as error:
        raise InputError(f"{name}: {error}") from None


def moment(text: str | None, name: str) -> int | None:
    """A moment, or None where nothing was said. Raises InputError for what is none, and for a year from 9999 on."""
    at = None if text is None else read(read_moment, text, name)
    if at == NEVER:
        raise InputError(f"{name}: a time lies before the year 9999, not {text!r}")
    return at


def check_format(text: str, allowed: tuple[str, ...]) -> str:
    """One of the formats; raises InputError."""
    if text not in allowed:
        raise InputError(f"--format: {text!r} is unknown; use {', '.join(allowed)}")
    return text
