"""Answers as tables on a terminal, and as comma-separated values."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

Json = Mapping[str, Any]

_RIGHT = {"cost", "score", "spend", "total", "data sources", "hops", "below", "requests", "reach", "routes", "holds"}


@lru_cache(maxsize=1)
def console() -> Console:
    """The terminal; a pipe gets plain text as wide as the rows need."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else 160)


def grid(head: Sequence[str], rows: Sequence[Sequence[Any]], title: str | None = None, *, fold: bool = True) -> None:
    """A table; texts are never taken for markup. Without `fold` long cells end in an ellipsis: one line a row."""
    table = Table(box=SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    for column, name in enumerate(head):
        widest = max((len(str(row[column])) for row in rows), default=0)
        # Only the last column gives way: it holds what is told in full elsewhere.
        narrow = None if fold or column == len(head) - 1 else min(widest, 44)
        table.add_column(
            name,
            justify="right" if name in _RIGHT else "left",
            overflow="fold" if fold else "ellipsis",
            no_wrap=not fold,
            min_width=narrow,
        )
    for row in rows:
        table.add_row(*(escape(str(cell)) for cell in row))
    console().print(table)


def print_table(envelope: Json) -> None:
    """An answer for people: the numbers first, then its rows, then what is not whole or not fresh."""
    if envelope["query"] not in _TABLES:
        print_fields(envelope)
        return
    _TABLES[envelope["query"]](envelope["answer"], envelope["params"])
    for reason in envelope["completeness"]["reasons"]:
        console().print(f"{envelope['completeness']['status']}: {escape(reason['detail'])} ({reason['code']})")
    notes: dict[str, list[str]] = {}
    for note in envelope["freshness"]:
        notes.setdefault(", ".join(note["notes"]), []).append(note["source"])
    for codes, sources in notes.items():
        more = f" and {len(sources) - 3} more" if len(sources) > 3 else ""
        console().print(f"note: {codes}: {escape(', '.join(sources[:3]))}{more}")
    snapshot = envelope["snapshot"]
    console().print(
        f"as of {snapshot['as_of']}, generation {snapshot['generation']}, digest {snapshot['digest'][:12]}", style="dim"
    )


def print_fields(document: Json) -> None:
    """An answer for people, field by field: of a question without a table of its own, and of what Neo4j tells."""
    for name, value in document["answer"].items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            head = [key for key in value[0] if any(row[key] is not None for row in value)]
            grid(head, [[_plain(row[key]) for key in head] for row in value], name)
        elif value is not None:
            console().print(f"{name}: {_plain(value)}", markup=False)
    for reason in document["completeness"]["reasons"]:
        console().print(f"{document['completeness']['status']}: {reason['detail']} ({reason['code']})", markup=False)
    snapshot = document["snapshot"]
    engine = f", from {document['engine']}" if "engine" in document else f", digest {snapshot['digest'][:12]}"
    console().print(f"as of {snapshot['as_of']}, generation {snapshot['generation']}{engine}", style="dim")


def _plain(value: object) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        if set(value) == {"amount", "currency"}:
            return f"{value['amount']} {value['currency']}"
        return ", ".join(f"{key} {_plain(inner)}" for key, inner in value.items() if inner)
    if isinstance(value, list):
        return ", ".join(_plain(inner) for inner in value)
    return "" if value is None else str(value)


def print_csv(envelope: Json) -> None:
    """The answer's rows; what is nested stands as JSON in its cell."""
    answer = envelope["answer"]
    rows = next(
        (value for value in answer.values() if isinstance(value, list) and value and isinstance(value[0], dict)), []
    )
    writer = csv.writer(sys.stdout)
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        writer.writerow([_cell(value) for value in row.values()])


def _cell(value: object) -> Any:
    if isinstance(value, dict) and set(value) == {"amount", "currency"}:
        return f"{value['amount']} {value['currency']}"
    text = (
        json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else "" if value is None else str(value)
    )
    # A spreadsheet must not take a name for a formula.
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not isinstance(value, int | float) else text


def money(value: Json | None) -> str:
    """Cents, half-even; an answer in JSON has all nine decimals."""
    return "?" if value is None else f"{Decimal(value['amount']):,.2f} {value['currency']}"


def _counts(title: str, counts: Json) -> str:
    return f"{title}: " + (", ".join(f"{n} {name}" for name, n in counts.items()) or "none")


def _way(edges: Sequence[Json]) -> str:
    """A witness on one line, by the last part of each id; the whole proof is in the JSON."""
    steps = [edges[0]["source"], *(edge["target"] for edge in edges)] if edges else []
    return " > ".join(_short(step) for step in steps)


def _short(node_id: str) -> str:
    key = node_id.partition("/")[2].rstrip("/")
    return key.rpartition("/")[2] or key


def _reach(answer: Json, params: Json) -> None:
    who = answer.get("target") or ", ".join(answer["start"])
    console().print(
        f"[bold]{escape(who)}[/bold] {'is reached by' if 'target' in answer else 'reaches'} {answer['total']} nodes"
    )
    console().print(_counts("by kind", answer["by_kind"]))
    if "start" in answer:
        console().print(_counts("data sources by sensitivity", answer["by_sensitivity"]))
        console().print(
            f"{answer['share_of_data_sources']:.1%} of all data sources, score {answer['score']:,.1f}, "
            f"spent {money(answer['spend'])} in {params['window_days']} days"
        )
    rows = [
        [
            row["permission"] or "", row["sensitivity"] or "", row["kind"], row["name"], row["hops"],
            row["exercised"], row["last_used"] or "", _way(row["witness"]),
        ]
        for row in answer["reached"]
        if "target" in answer or row["permission"] or not answer["by_permission"]
    ]  # fmt: skip
    grid(["permission", "sensitivity", "kind", "name", "hops", "used", "last used", "how"], rows, fold=False)


def _ranking(answer: Json, params: Json) -> None:
    rows = [
        [row["name"], row["id"], f"{row['score']:,.1f}", row["data_sources"], row["total"], money(row["spend"])]
        for row in answer["rows"]
    ]
    grid(["name", "id", "score", "data sources", "reach", "spend"], rows)


def _paths(answer: Json, params: Json) -> None:
    console().print(f"{len(answer['paths'])} ways from {escape(answer['from'])} to {escape(answer['to'])}")
    for number, path in enumerate(answer["paths"], 1):
        console().print(
            f"{number}. {escape(path['sentence'])} [{path['permission'] or 'reached'}, {path['hops']} hops]",
            markup=False,
        )


def _orphans(answer: Json, params: Json) -> None:
    ways: dict[str, list[Json]] = {}
    for path in answer["paths"]:
        ways.setdefault(path["root"], []).append(path)
    orphaned = [root for root in answer["roots"] if root["state"] == "ORPHANED"]
    rows = []
    for root in answer["roots"]:
        paths = ways.get(root["id"], [])
        since = next((reason["since"][:10] for reason in root["reasons"] if reason["since"]), "")
        rows.append(
            [
                root["name"], root["id"].partition(":")[0], _why(root), since, len(root["folded"]), len(paths),
                money(root["spend_since"]) if root["spend_since"] and float(root["spend_since"]["amount"]) else "",
            ]
        )  # fmt: skip
    grid(
        ["who", "kind", "why", "since", "holds", "routes", "spend"],
        rows,
        f"{len(orphaned)} roots that nobody answers for",
    )
    lines = [
        [
            _short(path["root"]),
            path["permission"] or "uses",
            _target(path),
            path["last_used"] or "never seen",
            _way(path["witness"]),
        ]
        for path in answer["paths"]
    ]
    grid(["who", "may", "what", "last used", "how"], lines, f"{len(lines)} live routes from them", fold=False)
    if answer["unknown"]:
        grid(["unknown", "why"], [[row["id"], row["why"]] for row in answer["unknown"]], "not known, not counted")


def _why(root: Json) -> str:
    words = [reason["code"] for reason in root["reasons"]] or [root["state"]]
    return ", ".join(words) + (" (shadow)" if root["shadow"] else "")


def _target(path: Json) -> str:
    inside = f" and {path['below']} inside" if path["below"] else ""
    return str(path["target"]).partition(":")[2] + inside


def _known(key: str) -> str:
    """A key of the ledger without its kind."""
    kind, colon, rest = key.partition(":")
    return rest if colon and kind.isalpha() and kind[:1].isupper() else key


def _costs(answer: Json, params: Json) -> None:
    names = list(answer["rows"][0]["key"]) if answer["rows"] else []
    rows = [
        [*(_known(row["key"][name]) for name in names), money(row["cost"]), row["basis"], f"{row['requests']:,}"]
        for row in answer["rows"]
    ]
    rows += [[f"({name})", *[""] * (len(names) - 1), money(value), "", ""] for name, value in answer["buckets"].items()]
    grid([*names, "cost", "basis", "requests"], rows)
    console().print(f"ledger {money(answer['ledger'])}; included in plans beside it {money(answer['included_value'])}")


_TABLES: dict[str, Callable[[Json, Json], None]] = {
    "blast-radius": _reach,
    "exposure": _reach,
    "ranking": _ranking,
    "access-paths": _paths,
    "orphaned-paths": _orphans,
    "cost-attribution": _costs,
}
