"""This file knows how a restore's header tells, in JSON, what a store knew of its source, and which of that makes sense."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.errors import RecordError
from graph.moment import ALWAYS, NEVER, read_day, read_moment, write_moment
from graph.reason import COMPLETE, FAILED, HELD, PARTIAL

Scopes = Mapping[str, Mapping[str, Any]]

_MOMENTS = ("first", "last", "first_observed", "last_observed")
_STATES = (COMPLETE, PARTIAL, HELD, FAILED)


def write_scopes(scopes: Scopes) -> dict[str, dict[str, Any]]:
    """The same with moments as ISO 8601."""
    return {
        scope: {name: write_moment(entry) if name in _MOMENTS else entry for name, entry in told.items()}
        for scope, told in scopes.items()
    }


def read_scopes(scopes: Scopes) -> dict[str, dict[str, Any]]:
    """The same with moments as numbers; entries that nobody knows are kept as they are.

    Raises RecordError for what a store could not take.
    """
    read = {scope: {name: _read(scope, name, entry) for name, entry in told.items()} for scope, told in scopes.items()}
    for scope, told in read.items():
        if ("first" in told) != ("last" in told):
            raise RecordError("one of first and last is missing", field=f"scopes.{scope}", remedy="Give both")
    return read


def _read(scope: str, name: str, entry: Any) -> Any:
    field = f"scopes.{scope}.{name}"
    if name in _MOMENTS:
        return _moment(entry, field)
    if scope == "source" and name in _SHAPES:
        shape, is_so = _SHAPES[name]
        if not is_so(entry):
            raise RecordError("this does not fit", field=field, remedy=f"It must be {shape}, as an export writes it")
    return entry


def _moment(entry: Any, field: str) -> int:
    try:
        moment = entry if type(entry) is int else read_moment(entry) if isinstance(entry, str) else NEVER
    except ValueError:
        moment = NEVER
    if not ALWAYS < moment < NEVER:
        raise RecordError("this is not a time", field=field, remedy="Use ISO 8601, as 2026-11-20T06:00:00Z")
    return moment


def _is_reasons(entry: Any) -> bool:
    return isinstance(entry, list) and all(
        isinstance(one, dict) and isinstance(one.get("code"), str) and isinstance(one.get("detail"), str)
        for one in entry
    )


def _is_days(entry: Any) -> bool:
    try:
        return isinstance(entry, list) and all(isinstance(day, str) and read_day(day) >= 0 for day in entry)
    except ValueError:
        return False


_SHAPES: Mapping[str, tuple[str, Any]] = {
    "state": (", ".join(_STATES[:-1]) + f" or {FAILED}", lambda entry: entry in _STATES),
    "reasons": ("a list of code and detail", _is_reasons),
    "bookmark": ("text", lambda entry: isinstance(entry, str)),
    "held": ("true", lambda entry: entry is True),
    "held_days": ("a list of days", _is_days),
}
