"""Answers as comma- or tab-separated values: plain cells that a spreadsheet can sort and add.

A key of several dimensions is one column each, an amount is a number beside one column for its currency, a proof is the
ids of its route, and what belongs to one row stands in its line: a route with the root that it starts from.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from api.spreadsheet import is_formula
from api.terminal import visible

Json = Mapping[str, Any]
NameOf = Callable[[str], str]


def print_values(envelope: Json, delimiter: str, name_of: NameOf = lambda node: node) -> None:
    """Print the rows of an answer under one head line; an answer without rows prints nothing."""
    query, answer = envelope["query"], envelope["answer"]
    rows = _ROWS[query](answer, name_of) if query in _ROWS else _first_list(answer)
    lines = [_flat(row) for row in rows]
    # Of maps not every row has every key.
    head = list(dict.fromkeys(name for line in lines for name in line))
    if "currency" in head:
        head = [*(name for name in head if name != "currency"), "currency"]
    writer = csv.writer(sys.stdout, delimiter=delimiter, lineterminator="\n" if delimiter == "\t" else "\r\n")
    if lines:
        writer.writerow([visible(name) for name in head])
    for line in lines:
        writer.writerow([_cell(line.get(name)) for name in head])


def _first_list(answer: Json) -> list[Json]:
    lists = (value for value in answer.values() if isinstance(value, list))
    return next((rows for rows in lists if rows and isinstance(rows[0], dict)), [])


def _costs(answer: Json, name_of: NameOf) -> list[Json]:
    """Rows and buckets: together they add up to the ledger."""
    rows = [dict(row) for row in answer["rows"]]
    names = list(rows[0]["key"]) if rows else ["key"]
    buckets = [{"key": {names[0]: f"({name})"}, "cost": amount} for name, amount in answer["buckets"].items()]
    return [*rows, *buckets]


def _routes(answer: Json, name_of: NameOf) -> Iterable[Json]:
    """One line per route, with its root; a root without a route has one as well."""
    paths: dict[str, list[Json]] = {}
    for path in answer["paths"]:
        paths.setdefault(path["root"], []).append(path)
    for root in answer["roots"]:
        dates = [reason["since"] for reason in root["reasons"] if reason["since"]]
        owned = {
            "root": root["id"],
            "root_name": root["name"],
            "state": root["state"],
            "shadow": root["shadow"],
            "reasons": [reason["code"] for reason in root["reasons"]],
            "since": min(dates, default=None),
            "folded": root["folded"],
            "spend_since": root["spend_since"],
            "next_owner": [person["id"] for person in root["next_owner"]],
        }
        for path in paths.get(root["id"], [{}]):
            target = path.get("target")
            # An amount of the root stands once, or a spreadsheet would add it for every route.
            yield owned | {"target": target, "target_name": name_of(target) if target else None} | dict(path)
            owned = owned | {"spend_since": None}


def _steps(answer: Json, name_of: NameOf) -> list[Json]:
    """What to do, step by step."""
    return [{"step": number} | dict(step) for number, step in enumerate(answer["steps"], 1)]


def _items(answer: Json, name_of: NameOf) -> list[Json]:
    """What to do when somebody leaves, item by item; the edges that end are in the JSON."""
    return [
        {"step": number} | {name: value for name, value in item.items() if name != "ends"}
        for number, item in enumerate(answer["items"], 1)
    ]


def _points(answer: Json, name_of: NameOf) -> list[Json]:
    """A node, or the three parts of an edge, and what it carries."""
    nothing = dict.fromkeys(("source", "kind", "target"))
    return [
        {
            "node": row["node"],
            **(row["edge"] or nothing),
            **{name: row[name] for name in ("principals", "targets", "score")},
        }
        for row in answer["rows"]
    ]


def _removals(answer: Json, name_of: NameOf) -> Iterable[Json]:
    """One line per grant that can go, with its principal; a principal that needs all has one as well."""
    for row in answer["rows"]:
        owned = {name: value for name, value in row.items() if name != "remove"}
        for edge in row["remove"] or [dict.fromkeys(("source", "kind", "target"))]:
            yield {name: owned.pop(name) for name in ("principal", "name")} | dict(edge) | owned
            # What belongs to the principal stands once, or a spreadsheet would add it for every grant.
            owned = {"principal": row["principal"], "name": row["name"]} | dict.fromkeys(owned)


# The lists of `changes`, and what a line of each is about.
_CHANGES = (
    ("orphaned path", "orphaned_paths", ("opened", "closed")),
    ("node", "nodes", ("claims",)),
    ("edge", "edges", ("opened", "closed", "transient")),
    ("permission", "permissions", ()),
    ("property", "properties", ()),
    ("reach", "reach", ()),
    ("route", "routes", ()),
)


def _changes(answer: Json, name_of: NameOf) -> Iterable[Json]:
    """One line per change of anything but spend, which is last and has the amounts of its key."""
    for about, name, lists in _CHANGES:
        for change in lists or ("",):
            for row in answer[name][change] if change else answer[name]:
                yield {"about": about, "change": change} | _with_causes(row)
    for row in (answer["spend"] or {"rows": ()})["rows"]:
        yield {"about": "spend", "change": "changed"} | {
            name: amount if name == "key" else amount["amount"] for name, amount in row.items()
        }


def _with_causes(row: Json) -> dict[str, Any]:
    """A row whose causes stand in columns of their own."""
    cells: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict) and "claimed_by" in value:
            cells |= {f"{name}.{part}": inner for part, inner in value.items()}
        elif not (isinstance(value, dict | type(None)) and name.endswith("by") and name != "claimed_by"):
            cells[name] = value
    return cells


_ROWS: dict[str, Callable[[Json, NameOf], Iterable[Json]]] = {
    "cost-attribution": _costs,
    "orphaned-paths": _routes,
    "revocation": _steps,
    "offboarding": _items,
    "choke-points": _points,
    "least-privilege": _removals,
    "changes": _changes,
}


def _flat(row: Json) -> dict[str, Any]:
    """A row with one plain value per column."""
    cells: dict[str, Any] = {}
    for name, value in row.items():
        if _is_money(value):
            cells[name] = _Number(value["amount"])
            cells["currency"] = value["currency"]
        elif isinstance(value, dict):
            # The key of a ledger row names its dimensions; other maps say what they are maps of.
            for key, inner in value.items():
                cells[key if name == "key" else f"{name}.{key}"] = inner
        else:
            cells[name] = value
    return cells


class _Number(str):
    """An exact amount, which a spreadsheet reads as a number."""

    __slots__ = ()


def _cell(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, int | float | _Number):
        return str(value)
    text = _text(value)
    # A spreadsheet must not take a name for a formula.
    return visible("'" + text if is_formula(text) else text)


def _text(value: object) -> str:
    if isinstance(value, list):
        if value and all(isinstance(item, dict) and {"source", "target"} <= item.keys() for item in value):
            return " > ".join([value[0]["source"], *(edge["target"] for edge in value)])
        if all(isinstance(item, str) for item in value):
            return "; ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _is_money(value: object) -> bool:
    return isinstance(value, dict) and set(value) == {"amount", "currency"}
