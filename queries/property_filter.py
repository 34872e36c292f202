"""Filters on properties: which nodes have one of the values asked for, in every property asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any

import numpy as np

from graph.errors import AmbiguousName, InputError, UnknownName
from graph.money import Money
from graph.ontology import NODE_KINDS
from graph.ontology.core import Property
from graph.reason import Reason
from graph.snapshot import Snapshot
from graph.snapshot.columns import Bool, Ints
from queries.subject import find_node

# What a filter writes for a value that no source knows.
UNKNOWN_VALUE = "unknown"
# The note of a filter that leaves out what is not known.
UNKNOWN_LEFT_OUT = "UNKNOWN_LEFT_OUT"
# Fields of rows that may be unknown, beside the properties that are one of some words.
_CLOSED_FIELDS = ("status", "owner_state")
# Whom an owner can be.
OWNER_KINDS = ("Identity", "Group")
_FLAGS = {"true": True, "false": False}


def declared_properties(kinds: Iterable[str]) -> dict[str, Property]:
    """The properties that any of these kinds declares, by name."""
    return {item.name: item for kind in kinds for item in NODE_KINDS[kind].properties}


def check_property(name: str, values: Sequence[str], declared: Mapping[str, Property], argument: str) -> None:
    """Raise InputError for a value that a declared property cannot have. `argument`: the map that the filter stands in."""
    item = declared[name]
    choices = {"choice": (*item.choices, UNKNOWN_VALUE), "flag": (*_FLAGS, UNKNOWN_VALUE)}.get(item.type)
    for at, value in enumerate(values):
        if choices is not None and value and value.lower() not in choices:
            problem = InputError(f"`{name}` is never {value!r}; it is {', '.join(dict.fromkeys(choices))}")
            raise problem.in_argument(argument, name, at)


def leaves_out_unknown(kinds: Iterable[str], name: str, values: Iterable[str]) -> bool:
    """Whether a filter asks for some words of a closed set, and not for what no source knows."""
    item = declared_properties(kinds).get(name)
    is_closed = name in _CLOSED_FIELDS or (item is not None and item.type in ("choice", "flag") and name != "approval")
    return is_closed and not {"", UNKNOWN_VALUE} & {value.strip().lower() for value in values}


def unknown_left_out(name: str, count: int) -> Reason:
    """The note of a filter that leaves out so many nodes of which nobody knows what it asks for."""
    others = "1 other is" if count == 1 else f"{count:,} others are"
    remedy = f"`--where {name}={UNKNOWN_VALUE}` beside it shows them too"
    return Reason(UNKNOWN_LEFT_OUT, f"{others} left out because nobody knows the {name}; {remedy}")


def unknown_property(name: str, names: Iterable[str]) -> InputError:
    """The error for a property that the kinds asked for do not have."""
    listed = sorted(names)
    # A part of a name says more than letters that look alike: `state` is no slip of `status`.
    near = [each for each in listed if name in each.split("_")] or get_close_matches(name, listed, 1)
    guess = f"; did you mean {near[0]}?" if near else f"; they have {', '.join(listed)}"
    return InputError(f"the kinds asked for have no property {name!r}{guess}")


def having(snapshot: Snapshot, name: str, values: Sequence[str], nodes: Ints, moment: int) -> Bool:
    """Per node whether a property has one of these values at a moment: text without regard to case, days by their start.

    `unknown` matches what no source knows as well. Each distinct value is compared once.
    """
    codes = snapshot.column(name, moment)[nodes]
    distinct, inverse = np.unique(codes, return_inverse=True)
    matches = [_is_any(None if code < 0 else snapshot.value(code), values) for code in distinct.tolist()]
    return np.array(matches, dtype=bool)[inverse] if len(nodes) else np.zeros(0, dtype=bool)


def texts_matching(texts: Sequence[str], values: Sequence[str]) -> Bool:
    """Whether each text is one of the values, without regard to case."""
    folded = {value.casefold() for value in values}
    return np.fromiter((text.casefold() in folded for text in texts), dtype=bool, count=len(texts))


def _is_any(value: Any, wanted: Sequence[str]) -> bool:
    compare = _comparison(value)
    return any(compare(text.strip().casefold()) for text in wanted)


def _comparison(value: Any) -> Callable[[str], bool]:
    """Whether a value is what a folded text says."""
    if value is None:
        return lambda text: text in (UNKNOWN_VALUE, "")
    if isinstance(value, bool):
        return lambda text: _FLAGS.get(text) is value
    if isinstance(value, list):
        members = {str(member).casefold() for member in value}
        # A cell of a table or of CSV joins them.
        joined = {separator.join(str(member).casefold() for member in value) for separator in (", ", "; ")}
        return lambda text: text in members or text in joined
    folded = str(value).casefold()
    # A day stands for every moment of it.
    return lambda text: text == folded or (len(text) == 10 and text.count("-") == 2 and folded.startswith(text + "t"))


def owners_meant(snapshot: Snapshot, values: Sequence[str], owners: set[int]) -> set[int]:
    """The nodes that values of the filter `owner` name: of several with one name the one that is an owner here.

    One cell of a table names several owners, with commas or semicolons between them.
    """
    nodes = set[int]()
    for at, value in enumerate(values):
        if value:
            nodes |= _owners_of_cell(snapshot, value, owners, at)
    return nodes


def _owners_of_cell(snapshot: Snapshot, value: str, owners: set[int], at: int) -> set[int]:
    try:
        return {find_node(snapshot, value, "where", "owner", at, kinds=OWNER_KINDS)}
    except UnknownName:
        parts = [part for part in re.split(r"[,;] ", value) if part]
        if len(parts) < 2:
            raise
        return set[int]().union(*(_owners_of_cell(snapshot, part, owners, at) for part in parts))
    except AmbiguousName as ambiguous:
        nodes = {node for node in map(snapshot.index_of, ambiguous.candidates) if node in owners}
        if len(nodes) != 1:
            raise
        return nodes


def is_amount(money: Money | None, text: str) -> bool:
    """Whether a text is an amount as an answer writes it: 12.345, 12.345 USD, or in cents 1,012.34 USD."""
    number, _, currency = text.strip().replace(",", "").partition(" ")
    if money is None or not number:
        return money is None and not number
    try:
        wanted = Decimal(number)
    except InvalidOperation:
        return False
    amount = Decimal(money.nano).scaleb(-9)
    is_equal = wanted in (amount, amount.quantize(Decimal("0.01")))
    return is_equal and currency.upper() in ("", money.currency)
