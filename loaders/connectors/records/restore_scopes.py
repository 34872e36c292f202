"""Scopes in the header of a restore: what a store knew of a source, as JSON, and which of that is valid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.errors import RecordError
from graph.moment import ALWAYS, NEVER, read_day, read_moment, write_moment
from graph.reason import COMPLETE, FAILED, HELD, PARTIAL
from graph.restatement import read_restatements

Scopes = Mapping[str, Mapping[str, Any]]

_RUNS = "recent_runs"
_MOMENTS = ("first", "last", "first_observed", "last_observed")
_STATES = (COMPLETE, PARTIAL, HELD, FAILED)


def write_scopes(scopes: Scopes) -> dict[str, dict[str, Any]]:
    """The scopes with moments as ISO 8601."""
    return {scope: {name: _written(name, value) for name, value in state.items()} for scope, state in scopes.items()}


def _written(name: str, value: Any) -> Any:
    if name == _RUNS:
        return [write_moment(moment) for moment in value]
    return write_moment(value) if name in _MOMENTS else value


def read_scopes(scopes: Scopes) -> dict[str, dict[str, Any]]:
    """The scopes with moments as numbers; unknown entries are kept as they are.

    Raises RecordError for what a store could not take.
    """
    read = {
        scope: {name: _read(scope, name, value) for name, value in state.items()} for scope, state in scopes.items()
    }
    for scope, state in read.items():
        if ("first" in state) != ("last" in state):
            raise RecordError("one of first and last is missing", field=f"scopes.{scope}", remedy="Give both")
    return read


def _read(scope: str, name: str, value: object) -> object:
    field = f"scopes.{scope}.{name}"
    if name in _MOMENTS:
        return _moment(value, field)
    if name == _RUNS:
        moments = [_moment(moment, field) for moment in value] if isinstance(value, list) else [NEVER]
        if moments != sorted(moments) or NEVER in moments:
            raise RecordError("these are no times in order", field=field, remedy="Give a list, as an export writes it")
        return moments
    if scope == "source" and name in _EXPECTED:
        expected, is_valid = _EXPECTED[name]
        if not is_valid(value):
            raise RecordError("this does not fit", field=field, remedy=f"It must be {expected}, as an export writes it")
    return value


def _moment(value: object, field: str) -> int:
    try:
        moment = value if type(value) is int else read_moment(value) if isinstance(value, str) else NEVER
    except ValueError:
        moment = NEVER
    if not ALWAYS < moment < NEVER:
        raise RecordError("this is not a time", field=field, remedy="Use ISO 8601, as 2026-11-20T06:00:00Z")
    return moment


def _is_reasons(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(reason, dict) and isinstance(reason.get("code"), str) and isinstance(reason.get("detail"), str)
        for reason in value
    )


def _is_days(value: object) -> bool:
    try:
        return isinstance(value, list) and all(isinstance(day, str) and read_day(day) >= 0 for day in value)
    except ValueError:
        return False


def _is_ranges(value: object) -> bool:
    return _is_days(value) and isinstance(value, list) and len(value) % 2 == 0 and value == sorted(value)


def _is_restatements(value: object) -> bool:
    try:
        return isinstance(value, list) and read_restatements(value) is not None
    except (LookupError, TypeError, ValueError):
        return False


_EXPECTED: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "state": (", ".join(_STATES[:-1]) + f" or {FAILED}", lambda value: value in _STATES),
    "reasons": ("a list of code and detail", _is_reasons),
    "bookmark": ("text", lambda value: isinstance(value, str)),
    "held": ("true", lambda value: value is True),
    "held_days": ("a list of days", _is_days),
    "usage_ranges": ("a list of days, two for each range", _is_ranges),
    "charge_ranges": ("a list of days, two for each range", _is_ranges),
    "unread_ranges": ("a list of days, two for each range", _is_ranges),
    "restated": ("a list of restatements", _is_restatements),
}
