"""Export of the graph at a moment as a folder of CSV files: for spreadsheets, and for neo4j-admin.

nodes.csv and edges.csv have the header that `neo4j-admin database import` reads; usage.csv and charges.csv are nodes
without an id to it, whose ends are ids. Lists are separated by `;`, one within an item is written `%3B`.

A text that a spreadsheet would run (it starts with = + - @, also full-width or behind blanks, or with a break), and one that starts with an
apostrophe, gets an apostrophe before it; take one away to have the text. With `exact` all texts are as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from api.exports.request import Counter, ExportRequest
from api.exports.target import replaced_folder
from api.exports.view import EdgeView, ExportView, NodeView
from api.spreadsheet import is_formula
from graph.moment import day_of, write_day
from graph.money import write_amount
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, NODE_KINDS, TOKEN_COUNTERS
from graph.private_files import private_opener
from graph.snapshot import Snapshot
from graph.snapshot.columns import I4, I8
from graph.snapshot.tables import ChargeTable, UsageTable

FILES = ("nodes.csv", "edges.csv", "usage.csv", "charges.csv")
# An empty text is one, nothing is none.
_MUST_QUOTE = re.compile(r'\A\Z|\A | \Z|[",\r\n]')
_BLOCK = 4_096

_DECLARED = {prop.name: prop.type for kind in NODE_KINDS.values() for prop in kind.properties}
_NEO4J = {"flag": "boolean", "whole": "long", "moment": "datetime", "texts": "string[]"}
_NODE_HEAD = ("remitId:ID", "name", "known:boolean", "members:string[]")
_EDGE_HEAD = (
    *(":START_ID", ":END_ID", ":TYPE", "permission", "permission_known:boolean", "cap", "conveys:boolean"),
    *("since:datetime", "until:datetime", "first_seen:datetime", "claimed_by:string[]", "evidence"),
)
_USAGE_HEAD = (
    *("principal", "resource", "application", "workspace", "source", "day:date", "requests:long"),
    *(f"{name}:long" for name in TOKEN_COUNTERS),
    *("cost", "cost_nano:long", "currency", "basis", "priced_on:date", "chargeable:boolean", "detail", ":LABEL"),
)
_CHARGE_HEAD = (
    *("application", "source", "first_day:date", "last_day:date", "category", "cost", "cost_nano:long", "currency"),
    *("description", ":LABEL"),
)
# A cell: text that is guarded, a list of texts, a flag, a number, an amount (written as it is), or None.
Cell = str | Sequence[str] | bool | int | bytes | None


def write(request: ExportRequest) -> str:
    """Write the folder; what to tell of it."""
    snapshot = request.snapshot()
    usage, charges = _rows_until(snapshot, request.moment)
    view = ExportView(snapshot, request.moment, _ends(snapshot, usage, charges))
    undeclared = [name for name in view.properties if name not in _DECLARED and name != "name"]
    declared = [name for name in view.properties if name in _DECLARED]
    head = [*_NODE_HEAD, *(_header(name) for name in declared), *(["more"] if undeclared else []), ":LABEL"]
    parts: tuple[tuple[Sequence[str], Iterator[Sequence[Cell]]], ...] = (
        (head, (_node(node, declared, bool(undeclared)) for node in view.nodes())),
        (_EDGE_HEAD, map(_edge, view.edges())),
        (_USAGE_HEAD, _usage(snapshot, usage)),
        (_CHARGE_HEAD, _charges(snapshot, charges)),
    )
    counts = []
    with replaced_folder(request.out, FILES) as folder:
        for name, (titles, rows) in zip(FILES, parts, strict=True):
            count = Counter()
            _write_file(folder / name, titles, request.counted(rows, count), line_of(request.exact))
            counts.append(f"{count.rows} {name.removesuffix('.csv')}")
    return ", ".join(counts)


def line_of(exact: bool) -> Callable[[Sequence[Cell]], str]:
    """What writes one row as a line."""

    def cell(value: Cell) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | bytes):
            return value.decode() if isinstance(value, bytes) else str(value)
        text = value if isinstance(value, str) else ";".join(map(_item, value))
        if not exact and (is_formula(text) or text.startswith("'")):
            text = "'" + text
        if _MUST_QUOTE.search(text):
            return '"' + text.replace('"', '""') + '"'
        return text

    return lambda row: ",".join(map(cell, row)) + "\n"


def _write_file(
    path: Path, head: Sequence[str], rows: Iterator[Sequence[Cell]], line: Callable[[Sequence[Cell]], str]
) -> None:
    with open(path, "x", encoding="utf-8", newline="", opener=private_opener) as file:
        file.write(",".join(head) + "\n")
        for row in rows:
            file.write(line(row))


def _item(text: str) -> str:
    return text.replace("%25", "%2525").replace("%3B", "%253B").replace(";", "%3B")


def _header(name: str) -> str:
    kind = _NEO4J.get(_DECLARED[name])
    return f"{name}:{kind}" if kind else name


def _node(node: NodeView, declared: Sequence[str], has_more: bool) -> Sequence[Cell]:
    props = node.props
    row: list[Cell] = [node.id, node.name, node.known, node.members or None]
    # An empty list cannot be told from none in CSV.
    row += [props.get(name) if props.get(name) != [] else None for name in declared]
    if has_more:
        more = {name: value for name, value in props.items() if name not in _DECLARED}
        row.append(msgspec.json.encode(more, order="sorted").decode() if more else None)
    return [*row, f"Entity;{node.kind}".encode()]


def _edge(edge: EdgeView) -> Sequence[Cell]:
    return (
        *(edge.source, edge.target, edge.kind, edge.permission and edge.permission.name),
        *(False if edge.guessed else None, edge.cap and edge.cap.name, edge.conveys),
        *(edge.since, edge.until, edge.first_seen, edge.claimed_by, edge.evidence),
    )


def _rows_until(snapshot: Snapshot, moment: int) -> tuple[I8, I8]:
    """The rows of usage and of charges that had begun by the day of the moment."""
    day = day_of(moment)
    return np.flatnonzero(snapshot.usage.day <= day), np.flatnonzero(snapshot.charges.first_day <= day)


def _ends(snapshot: Snapshot, usage: I8, charges: I8) -> I4:
    """The nodes that rows name."""
    table = snapshot.usage
    columns = [column[usage] for column in (table.principal, table.resource, table.application, table.workspace)]
    ends = np.unique(np.concatenate([*columns, snapshot.charges.application[charges]]))
    return ends[ends >= 0]


def _usage(snapshot: Snapshot, rows: I8) -> Iterator[Sequence[Cell]]:
    names = (
        *("principal", "resource", "application", "workspace", "claimed_by", "day", "requests", "tokens"),
        *("cost", "currency", "basis", "priced_on", "chargeable", "detail"),
    )
    for (
        who,
        of,
        through,
        where,
        source,
        day,
        requests,
        tokens,
        nano,
        currency,
        basis,
        priced,
        chargeable,
        detail,
    ) in _blocks(snapshot.usage, names, rows):
        yield (
            *(snapshot.ids[node_index] if node_index >= 0 else None for node_index in (who, of, through, where)),
            *(snapshot.sources[source], write_day(day).encode(), requests, *tokens),
            *_money(snapshot, nano, currency),
            COST_BASES[basis] if basis >= 0 else None,
            write_day(priced).encode() if priced >= 0 else None,
            *(bool(chargeable), snapshot.text(detail), b"Usage"),
        )


def _charges(snapshot: Snapshot, rows: I8) -> Iterator[Sequence[Cell]]:
    names = ("application", "claimed_by", "first_day", "last_day", "category", "cost", "currency", "description")
    for application, source, first, last, category, nano, currency, description in _blocks(
        snapshot.charges, names, rows
    ):
        yield (
            *(snapshot.ids[application], snapshot.sources[source]),
            *(write_day(first).encode(), write_day(last).encode(), CHARGE_CATEGORIES[category]),
            *_money(snapshot, nano, currency),
            *(snapshot.text(description), b"Charge"),
        )


def _money(snapshot: Snapshot, nano: int, currency: int) -> tuple[Cell, Cell, Cell]:
    if currency < 0:
        return None, None, None
    return write_amount(nano).encode(), nano, snapshot.text(currency)


def _blocks(table: UsageTable | ChargeTable, names: Sequence[str], rows: I8) -> Iterator[tuple[Any, ...]]:
    columns = [getattr(table, name) for name in names]
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        yield from zip(*(column[block].tolist() for column in columns), strict=True)
