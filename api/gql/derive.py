"""GraphQL types derived from dataclasses: objects, enums, entries of maps, and columns.

The rules: a tuple is a list; a map is a list of entries {key, value}, sorted by key; a field marked ROWS is a connection,
one marked COLUMNS is offered by column too; `NodeId`, `Day`, `Long` and other marks of queries.vocabulary name scalars and
enums; moments are DateTime. Descriptions are docstrings and what `described` says.
"""

from __future__ import annotations

import dataclasses
import inspect
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum, EnumMeta, IntEnum
from functools import cache
from typing import Annotated, Any, cast

import strawberry
from strawberry.types.private import StrawberryPrivate

from api.gql.meaning import COLUMN, CURRENCY, attribute_meanings, describe_members, with_meanings
from api.gql.scalars import (
    Amount,
    Anything,
    FlagColumn,
    FractionColumn,
    Moment,
    MoneyColumn,
    TextColumn,
    WholeColumn,
)
from api.gql.scalars import Day as DayScalar
from api.gql.scalars import Long as LongScalar
from graph.money import Money, write_amount
from queries.base import Deferred
from queries.vocabulary import Entry, Unit, Words

Hint = Any
Field = dataclasses.Field[Any]

# Outward names that are not those of the classes.
_NAMES = {"FreshnessWarning": "SourceFreshness"}
_UNITS: Mapping[str, Hint] = {"id": strawberry.ID, "day": DayScalar, "decimal": Amount, "long": LongScalar}
_PLAIN: Mapping[Hint, Hint] = {Decimal: Amount, object: Anything}
_COLUMNS: Mapping[Hint, Hint] = {bool: FlagColumn, int: WholeColumn, float: FractionColumn, Money: MoneyColumn}


@with_meanings
@strawberry.type(name="Money", description="An exact amount of one currency.")
class MoneyObject:
    currency: str
    """The currency, an ISO 4217 code such as USD."""

    @strawberry.field
    @staticmethod
    def amount(root: strawberry.Parent[Money]) -> Amount:
        """The amount, exact, with nine places after the point."""
        return Amount(write_amount(root.nano))


def output_type(hint: Hint) -> Hint:
    """The GraphQL type of what a dataclass holds."""
    inner = without_none(hint)
    if inner is not hint:
        return output_type(inner) | None
    base, mark = parts_of(hint)
    origin = origin_of(base)
    if origin in (dict, Mapping):
        return list_of(entry_type(hint))
    if isinstance(mark, Unit):
        return _UNITS[mark.name]
    if isinstance(mark, type):
        return _enum_of(mark)
    if isinstance(mark, Words):
        return enum_type(mark.name, mark.words, mark.meaning, mark.meanings)
    if origin in (tuple, list, Sequence, frozenset):
        return list_of(output_type(typing.get_args(base)[0]))
    if origin is Deferred:
        return output_type(typing.get_args(base)[0])
    if base is Money:
        return MoneyObject
    if isinstance(base, type) and issubclass(base, Enum):
        return _enum_of(base)
    return object_type(cast(type, base)) if dataclasses.is_dataclass(base) else _PLAIN.get(base, base)


def list_of(kind: Hint) -> Hint:
    """The type of a list that holds no nulls."""
    return list[kind]


# Whose fields each object type has.
_HOLDERS: dict[str, type] = {}


@cache
def object_type(holder: type) -> Hint:
    """The object type of a dataclass; fields that are hidden, or hold nothing yet, are left out."""
    name = _NAMES.get(holder.__name__, holder.__name__)
    if _HOLDERS.setdefault(name, holder) is not holder:
        raise TypeError(
            f"{holder.__module__} and {_HOLDERS[name].__module__} both have a {name}: one would hide the other"
        )
    meanings = attribute_meanings(holder)
    fields = {item.name: _field(item, hint, meanings.get(item.name)) for item, hint in shown_fields(holder)}
    return build_type(name, describe(holder), fields)


@cache
def enum_type(name: str, words: tuple[str, ...], meaning: str, meanings: tuple[str, ...]) -> Hint:
    """An enum whose names and values are the words themselves, as JSON has them; `meanings`: one per word."""
    made = strawberry.enum(
        EnumMeta.__call__(Enum, name, {word: word for word in words}, module=__name__), name=name, description=meaning
    )
    describe_members(made, dict(zip(words, meanings, strict=True)))
    return made


def entry_type(hint: Hint) -> Hint:
    """The type of one entry of a map, {key, value}."""
    base, mark = parts_of(hint)
    key, value = typing.get_args(base)
    entry = mark if isinstance(mark, Entry) else Entry(_entry_name(key, value), "One entry of a map.")
    return _entry_type(entry.name, entry.meaning, output_type(key), output_type(value), entry.value_meaning)


@cache
def _entry_type(name: str, meaning: str, key: Hint, value: Hint, value_meaning: str) -> Hint:
    fields = {
        "key": strawberry.field(graphql_type=key, description="What the value is of; entries are sorted by it."),
        "value": strawberry.field(graphql_type=value, description=value_meaning),
    }
    return build_type(name, meaning, fields)


def entries(values: Mapping[str, object]) -> list[dict[str, object]]:
    """A map as its entries, sorted by key."""
    return [{"key": key, "value": value} for key, value in sorted(values.items())]


def map_field(
    attribute: str, hint: Hint, read: Callable[[Any], Any] = lambda root: root, meaning: str | None = None
) -> Hint:
    """A field that shows a map of an object or dictionary as entries."""

    def resolve(root: strawberry.Parent[Any]) -> Any:
        holder = read(root)
        return entries(holder[attribute] if isinstance(holder, Mapping) else getattr(holder, attribute))

    return strawberry.field(resolver=resolve, graphql_type=list_of(entry_type(hint)), description=meaning)


@cache
def columns_type(row: type) -> Hint:
    """All rows column by column; what is itself a list has no column. Amounts are of one currency, which is named."""
    fields: dict[str, Hint] = {}
    meanings = attribute_meanings(row)
    for item, hint in shown_fields(row):
        base, _ = parts_of(hint)
        meaning = meanings.get(item.name)
        if origin_of(base) in (dict, Mapping):
            name = entry_type(hint).__strawberry_definition__.name
            key, value = typing.get_args(base)
            # Values of any type make no column.
            if (column := _column(value)) is not None:
                fields[item.name] = _column_entries(name, output_type(key), column, meaning)
        elif (column := _column(hint)) is not None:
            fields[item.name] = strawberry.field(graphql_type=column, description=meaning)
    if any(without_none(hint) is Money for _, hint in shown_fields(row)):
        fields["currency"] = strawberry.field(graphql_type=str | None, description=CURRENCY)
    name = object_type(row).__strawberry_definition__.name.removesuffix("Row")
    return build_type(f"{name}Columns", "All rows, column by column, in the order of the rows.", fields)


def read_columns(row: type, rows: Sequence[Any]) -> object:
    """The columns of rows, by the fields of `columns_type`; rows that make their columns at once are asked for them."""
    if hasattr(rows, "columns"):
        return rows.columns()
    rows = list(rows)
    columns: dict[str, object] = {}
    for item, hint in shown_fields(row):
        base, mark = parts_of(hint)
        cells = [getattr(each, item.name) for each in rows]
        if origin_of(base) in (dict, Mapping):
            if _column(typing.get_args(base)[1]) is None:
                continue
            keys = (mark.keys if isinstance(mark, Entry) else ()) or (cells[0] if cells else ())
            columns[item.name] = [{"key": key, "value": [cell[key] for cell in cells]} for key in sorted(keys)]
        elif without_none(hint) is Money:
            columns[item.name] = [None if cell is None else write_amount(cell.nano) for cell in cells]
            columns["currency"] = next((cell.currency for cell in cells if cell is not None), None)
        else:
            columns[item.name] = [cell.name if isinstance(cell, Enum) else cell for cell in cells]
    return columns


def build_type(
    name: str,
    meaning: str,
    fields: Mapping[str, Hint],
    kind: Callable[..., Hint] = strawberry.type,
    private: Mapping[str, Hint] | None = None,
) -> Hint:
    """A type of the schema with these fields, each made by `strawberry.field`; `private` ones are for its resolvers."""
    hidden = {field: cast(Hint, Annotated[held, StrawberryPrivate()]) for field, held in (private or {}).items()}
    annotations = dict.fromkeys(fields, Any) | hidden
    namespace = {"__annotations__": annotations, "__module__": __name__, **fields}
    for field, made in fields.items():
        if made.base_resolver is not None:
            del annotations[field]
    return kind(type(name, (), namespace), name=name, description=meaning)


@cache
def shown_fields(holder: type) -> tuple[tuple[Field, Hint], ...]:
    """The fields that an answer shows, with their types; what is None for ever is not built yet."""
    hints = typing.get_type_hints(holder, include_extras=True)
    return tuple(
        (item, hints[item.name])
        for item in dataclasses.fields(holder)
        if not item.metadata.get("hidden") and hints[item.name] is not type(None)
    )


def is_map(hint: Hint) -> bool:
    """Whether a field holds a map."""
    return origin_of(parts_of(hint)[0]) in (dict, Mapping)


def is_deferred(hint: Hint) -> bool:
    """Whether a field holds what is computed only when it is read."""
    return origin_of(parts_of(hint)[0]) is Deferred


def row_type(hint: Hint) -> Any:
    """The type of the rows of a list, or of a class that is a Sequence of rows."""
    arguments = typing.get_args(hint)
    if arguments:
        return arguments[0]
    base = next(base for base in hint.__orig_bases__ if origin_of(base) is Sequence)
    return typing.get_args(base)[0]


def describe(holder: object) -> str:
    """The docstring on one line."""
    return " ".join((inspect.getdoc(holder) or "").split())


def _field(item: Field, hint: Hint, meaning: str | None) -> Hint:
    if is_map(hint):
        return map_field(item.name, hint, meaning=meaning)
    kind = field_type(item, hint)
    return strawberry.field(name=item.metadata.get("name"), graphql_type=kind, description=meaning)


def field_type(item: Field, hint: Hint) -> Hint:
    """The output type of a field, moments included."""
    if item.metadata.get("moment"):
        return Moment if without_none(hint) is hint else Moment | None
    return output_type(hint)


def _column(hint: Hint) -> Hint | None:
    base, _ = parts_of(without_none(hint))
    if base is str or (isinstance(base, type) and issubclass(base, Enum)):
        return TextColumn
    return _COLUMNS.get(base)


def _column_entries(entry: str, key: Hint, column: Hint, meaning: str | None) -> Hint:
    name = entry.removesuffix("Value").removesuffix("Count") + "Column"
    columns = list_of(_entry_type(name, "The values of one key, row by row.", key, column, COLUMN))
    return strawberry.field(graphql_type=columns, description=meaning)


def _entry_name(key: Hint, value: Hint) -> str:
    _, words = parts_of(key)
    base, _ = parts_of(value)
    start = (words.short or words.name) if isinstance(words, Words) else getattr(words, "__name__", "Named")
    return start + ("Count" if base is int else "Value" if base is str else base.__name__)


@cache
def _enum_of(kind: type[Enum]) -> Hint:
    name = _NAMES.get(kind.__name__, kind.__name__)
    if issubclass(kind, IntEnum):
        words, meanings = tuple(kind.__members__), attribute_meanings(kind)
        return enum_type(name, words, describe(kind), tuple(meanings.get(word, "") for word in words))
    made = strawberry.enum(kind, name=name, description=describe(kind))
    describe_members(made, attribute_meanings(kind))
    return made


def origin_of(hint: Hint) -> object:
    return typing.get_origin(hint)


def parts_of(hint: Hint) -> tuple[Hint, object]:
    """A type without its mark, and the mark."""
    if origin_of(hint) is Annotated:
        base, mark = typing.get_args(hint)[:2]
        return base, mark
    return hint, None


def without_none(hint: Hint) -> Hint:
    if origin_of(hint) in (types.UnionType, typing.Union):
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return cast(Hint, hint)
