"""Cells of tables: amounts of money, and nodes by the names that people use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from graph.ontology import NODE_KINDS

Json = Mapping[str, Any]
# What people call the node of an id.
NameOf = Callable[[str], str]


def money(value: Json | None) -> str:
    """Cents, half-even, and all digits of what would round to nought; an answer in JSON has all nine decimals."""
    if value is None:
        return "?"
    amount = Decimal(value["amount"])
    is_nought = amount and not round(amount, 2)
    return f"{amount.normalize() if is_nought else amount:,{'f' if is_nought else '.2f'}} {value['currency']}"


def is_some(amount: Json | None) -> bool:
    return amount is not None and Decimal(amount["amount"]) != 0


def named(node: str, name_of: NameOf) -> str:
    """A node as a headline shows it: its name and its id."""
    name = name_of(node)
    return node if name in node else f"{name} ({node})"


def labelled(node: str, name_of: NameOf) -> str:
    """A node in a cell: the key of its id where that holds the name, since a table is told by its database; else the name."""
    name, key = name_of(node), node.partition(":")[2]
    return key if name in key else name


def key_names(keys: Sequence[str], name_of: NameOf) -> dict[str, str]:
    """Keys of the ledger as a table shows them: of a node its name, with its id where another has that name too."""
    names = {}
    for key in dict.fromkeys(keys):
        kind, colon, _ = key.partition(":")
        names[key] = labelled(key, name_of) if colon and kind in NODE_KINDS else key
    counts = Counter(name.casefold() for name in names.values())
    return {key: name if counts[name.casefold()] == 1 else named(key, name_of) for key, name in names.items()}
