"""The scalars of the schema: moments, days, amounts, large numbers and whole columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

from graph.moment import NEVER, read_day, read_moment, write_moment

Moment = NewType("Moment", int)
Day = NewType("Day", str)
Amount = NewType("Amount", str)
Long = NewType("Long", int)
Anything = NewType("Anything", object)
Parameters = NewType("Parameters", Mapping[str, Any])
Rows = NewType("Rows", Sequence[Sequence[Any]])

TextColumn = NewType("TextColumn", Sequence[str | None])
WholeColumn = NewType("WholeColumn", Sequence[int])
FractionColumn = NewType("FractionColumn", Sequence[float])
FlagColumn = NewType("FlagColumn", Sequence[bool])
MoneyColumn = NewType("MoneyColumn", Sequence[str | None])

_ZONE = re.compile(r"(?:[Zz]|[+-]\d\d:?\d\d)\Z", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?\Z", re.ASCII)
_LONG = 2**63


def _read_moment(value: object) -> Moment:
    """A moment of a text with a zone: what midnight without one means, nobody knows."""
    if not isinstance(value, str) or not _ZONE.search(value.strip()):
        raise ValueError("a DateTime is a text with its zone, such as 2026-11-20T06:00:00Z")
    moment = read_moment(value)
    if moment >= NEVER:
        raise ValueError("a DateTime lies before the year 9999")
    try:
        write_moment(moment)
    except OverflowError:
        raise ValueError("a DateTime lies in the year 1 or later") from None
    return Moment(moment)


def _read_day(value: object) -> Day:
    if not isinstance(value, str):
        raise ValueError("a Date is a text such as 2026-11-20")
    read_day(value)
    return Day(value)


def _read_amount(value: object) -> Amount:
    if not isinstance(value, str) or not _DECIMAL.match(value):
        raise ValueError("a Decimal is a text such as 1.08")
    return Amount(value)


def _write_moment(value: str | int) -> str | None:
    """Texts were written already, by whoever made the answer."""
    return value if isinstance(value, str) else write_moment(value)


def _whole(value: object) -> Long:
    if isinstance(value, bool) or not isinstance(value, int) or not -_LONG <= value < _LONG:
        raise ValueError("a Long is a whole number of at most 63 bits")
    return Long(value)


def _read_parameters(value: object) -> Parameters:
    if not isinstance(value, dict):
        raise ValueError("parameters are a JSON object: values by name")
    return Parameters(value)


def _as_is(value: object) -> Any:
    return value


def _output_only(_: object) -> Any:
    raise ValueError("this scalar is for answers alone")


def _column(name: str, holds: str) -> ScalarDefinition:
    meaning = f"A whole column as a JSON array of {holds}, one per row; null where a row has none."
    return strawberry.scalar(name=name, description=meaning, serialize=_as_is, parse_value=_output_only)


SCALARS: Mapping[object, ScalarDefinition] = {
    Moment: strawberry.scalar(
        name="DateTime",
        description="A moment in ISO 8601, UTC, with Z. What is given needs a zone.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=_write_moment,
        parse_value=_read_moment,
    ),
    Day: strawberry.scalar(
        name="Date", description="A UTC day, such as 2026-11-20.", serialize=_as_is, parse_value=_read_day
    ),
    Amount: strawberry.scalar(
        name="Decimal",
        description="An exact decimal number as a text, of money with nine places after the point.",
        serialize=_as_is,
        parse_value=_read_amount,
    ),
    Long: strawberry.scalar(
        name="Long",
        description="A whole number of up to 63 bits, as a JSON number.",
        serialize=_whole,
        parse_value=_whole,
    ),
    Anything: strawberry.scalar(
        name="PropertyValue",
        description="The value of a property: a text, a list of texts, a whole number or a flag.",
        serialize=_as_is,
        parse_value=_output_only,
    ),
    Parameters: strawberry.scalar(
        name="CypherParameters",
        description="What the $names of a statement stand for: a JSON object, its values by name.",
        serialize=_as_is,
        parse_value=_read_parameters,
    ),
    Rows: strawberry.scalar(
        name="CypherRows",
        description="All rows as a JSON array of arrays, each in the order of the columns. NaN and infinities, dates, times "
        "and durations are strings; nodes, relationships, paths, points and bytes are objects that say what they are in `is`.",
        serialize=_as_is,
        parse_value=_output_only,
    ),
    TextColumn: _column("StringColumn", "strings"),
    WholeColumn: _column("IntColumn", "whole numbers"),
    FractionColumn: _column("FloatColumn", "numbers"),
    FlagColumn: _column("BooleanColumn", "flags"),
    MoneyColumn: _column("DecimalColumn", "decimal numbers as strings"),
}
