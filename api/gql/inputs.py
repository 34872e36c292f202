"""Inputs of questions: their types, the Params that they hold, and where in them a question went wrong."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import strawberry
from strawberry.utils.str_converters import to_camel_case

from api.gql.derive import (
    Field,
    Hint,
    build_type,
    list_of,
    origin_of,
    output_type,
    parts_of,
    shown_fields,
    without_none,
)
from api.gql.errors import LimitError
from api.gql.meaning import AS_OF
from api.gql.scalars import Day as DayScalar
from api.gql.scalars import Moment
from graph.errors import InputError
from graph.moment import read_day
from queries.vocabulary import Entry, Words


def input_type(name: str, params: type, meaning: str) -> Hint:
    """The input of a question; what has a default may be left out."""
    fields = {}
    for item, hint in asked_fields(params):
        required = not has_default(item)
        kind = _input_type(item, hint)
        more: dict[str, Any] = {} if required else {"default": None}
        fields[item.name] = strawberry.field(
            name=outward_name(item, hint),
            graphql_type=kind if required else kind | None,
            description=AS_OF if item.name == "as_of" else item.metadata.get("meaning"),
            **more,
        )
    return build_type(f"{name}Input", meaning, fields, strawberry.input)


def read_params(params: type, given: object, as_of: int) -> Any:
    """The Params of an input; raises InputError and LimitError for numbers out of their bounds."""
    values: dict[str, Any] = {"as_of": as_of}
    for item, hint in asked_fields(params):
        value = getattr(given, item.name, None)
        if item.name == "as_of" or value is None or (value == [] and has_default(item)):
            continue
        try:
            _check_bounds(to_camel_case(outward_name(item, hint) or item.name), value, item.metadata.get("bounds"))
        except InputError as error:
            raise error.in_argument(item.name) from None
        values[item.name] = read_day(value) if item.metadata.get("form") == "day" else _read(hint, value)
    return params(**values)


_OPTION = re.compile(r"--[a-z][a-z-]*")


@cache
def asked_fields(params: type) -> tuple[tuple[Field, Hint], ...]:
    """The fields of Params that a server takes."""
    return tuple((item, hint) for item, hint in shown_fields(params) if not item.metadata.get("cli_only"))


def has_default(item: Field) -> bool:
    """Whether a field may be left out; the moment always may."""
    return (
        item.name == "as_of"
        or item.default is not dataclasses.MISSING
        or item.default_factory is not dataclasses.MISSING
    )


def outward_name(item: Field, hint: Hint) -> str | None:
    """The name a field has outside where it is not its own: not of maps, whose CLI option gives one entry at a time."""
    return None if origin_of(parts_of(hint)[0]) is Mapping else item.metadata.get("name")


def entry_of(hint: Hint) -> Entry | None:
    """How the entries of a map are called, where they have names of their own."""
    mark = parts_of(without_none(hint))[1]
    return mark if isinstance(mark, Entry) else None


def check_bounds(name: str, number: int | None, least: int, most: int | None) -> None:
    """Raise for a number, or a count of values, out of its bounds: InputError below, LimitError above."""
    if number is not None and number < least:
        raise InputError(f"`{name}` is at least {least}")
    if number is not None and most is not None and number > most:
        raise LimitError(name, most)


@contextmanager
def input_paths(params: type, given: object) -> Iterator[None]:
    """Within it the argument of every InputError becomes its path, such as input, start, 0, and its text names fields of the
    input where it names options of the command line.
    """
    try:
        yield
    except InputError as error:
        error.args = tuple(named_fields(params, arg) if isinstance(arg, str) else arg for arg in error.args)
        raise error.in_argument("input", *_outward(params, given, error.argument)) from None


def named_fields(params: type, text: str) -> str:
    """A text with `from` for `--from`: options of the question by the names that its input has for them."""
    names = {
        "--" + item.metadata.get("name", item.name).replace("_", "-"): to_camel_case(
            outward_name(item, hint) or item.name
        )
        for item, hint in asked_fields(params)
    }
    return _OPTION.sub(lambda option: f"`{names[option[0]]}`" if option[0] in names else option[0], text)


def _outward(params: type, given: Any, argument: tuple[str | int, ...]) -> list[str | int]:
    """The path of an argument of Params in an input: fields by their outward names, the key of a map by its position."""
    if not argument:
        return []
    name, *rest = argument
    item, hint = next((item, hint) for item, hint in asked_fields(params) if item.name == name)
    path: list[str | int] = [to_camel_case(outward_name(item, hint) or item.name)]
    entry = entry_of(hint)
    if entry is None or not rest:
        return [*path, *rest]
    key, *within = rest
    keys = [getattr(getattr(each, entry.key), "value", getattr(each, entry.key)) for each in getattr(given, item.name)]
    return [*path, keys.index(key), entry.value, *within] if within else [*path, keys.index(key)]


def _input_type(item: Field, hint: Hint) -> Hint:
    if item.name == "as_of":
        return Moment
    if item.metadata.get("form") == "day":
        return DayScalar
    if item.metadata.get("form") == "moment":
        return Moment
    hint = without_none(hint)
    base, mark = parts_of(hint)
    if isinstance(mark, Entry):
        key, value = (output_type(part) for part in typing.get_args(base))
        parts = ((mark.key, key, mark.key_meaning), (mark.value, value, mark.value_meaning))
        return list_of(_entry_input(mark.name, mark.meaning, *parts))
    return output_type(hint)


@cache
def _entry_input(name: str, meaning: str, *fields: tuple[str, Hint, str]) -> Hint:
    made = {field: strawberry.field(graphql_type=kind, description=meant) for field, kind, meant in fields}
    return build_type(f"{name}Input", meaning, made, strawberry.input)


def _read(hint: Hint, value: Any) -> Any:
    """An input's value as Params hold it: words for members of enums, tuples for lists, maps for entries."""
    hint = without_none(hint)
    base, mark = parts_of(hint)
    if isinstance(mark, Entry):
        key, inner = typing.get_args(base)
        return {_read(key, getattr(entry, mark.key)): _read(inner, getattr(entry, mark.value)) for entry in value}
    if isinstance(mark, Words):
        return value.value
    if origin_of(base) is tuple:
        return tuple(_read(typing.get_args(base)[0], each) for each in value)
    if isinstance(base, type) and issubclass(base, Enum):
        return base[value.name]
    return Decimal(value) if base is Decimal else value


def _check_bounds(name: str, value: int | str | list[object] | None, bounds: tuple[int, int | None] | None) -> None:
    if bounds is None:
        return
    check_bounds(name, len(value) if isinstance(value, list | str) else value, *bounds)
