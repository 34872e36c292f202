"""The table of changes: what differs between two moments on one screen, the worst first; all of it is in the JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from api.cli.cells import Json, NameOf, money
from api.cli.explanation_tables import print_restated
from api.cli.grid import grid, print_headline
from api.terminal import print_line

Row = Sequence[Any]

# So many rows stand in each table, so that all of them fit on a screen.
_MOST_ROWS = 5


def print_changes(answer: Json, params: Json, name_of: NameOf) -> None:
    """Orphaned paths, reach, permissions, properties, edges and spend; tables without a row are left out."""
    about = f" of {name_of(answer['of'])}" if answer["of"] else ""
    print_headline(f"{_time(answer['from'])} to {_time(answer['to'])}", f"{about}: {_totals(answer)}")
    if answer["of"]:
        _table(["change", "who", "what", "before", "after", "since", "how"], _routes(answer, name_of), "routes")
    _table(["change", "who", "kind", "permission", "what", "why", "how"], _orphans(answer, name_of), "orphaned paths")
    _table(["name", "kind", "gained", "lost", "raised", "lowered", "score", "how"], _reach(answer, name_of), "reach")
    _table(["who", "kind", "what", "before", "after", "run", "at"], _permissions(answer, name_of), "permissions")
    _table(["who", "kind", "property", "before", "after", "run", "at"], _properties(answer, name_of), "properties")
    _table(["change", "who", "kind", "what", "permission", "source", "run", "at"], _edges(answer, name_of), "edges")
    _print_spend(answer["spend"], name_of)
    print_restated(answer["restated"], name_of)


def _totals(answer: Json) -> str:
    count = len(answer["reach"])
    parts = [f"the reach of {count} principal{'s' if count > 1 else ''} changed"] if count else []
    for name, lists in (
        ("orphaned paths", answer["orphaned_paths"]),
        ("edges", answer["edges"]),
        ("nodes", answer["nodes"]),
    ):
        if lists["opened"] or lists["closed"]:
            parts.append(f"{len(lists['opened'])} {name} opened and {len(lists['closed'])} closed")
    if answer["permissions"]:
        parts.append(f"{len(answer['permissions'])} permissions changed")
    return ", ".join(parts) or "nothing changed"


def _table(head: Sequence[str], rows: Sequence[Row], title: str) -> None:
    if not rows:
        return
    more = f" (the first {_MOST_ROWS} of {len(rows)}; --format json has all)" if len(rows) > _MOST_ROWS else ""
    # What no row has says nothing, and leaves room to what they have.
    shown = rows[:_MOST_ROWS]
    columns = [at for at in range(len(head)) if any(row[at] not in ("", 0) for row in shown)]
    grid([head[at] for at in columns], [[row[at] for at in columns] for row in shown], title + more)


def _orphans(answer: Json, name_of: NameOf) -> list[Row]:
    return [
        [
            change, name_of(path["root"]), _kind(path["root"]), path["permission"] or "uses", name_of(path["target"]),
            ", ".join(path["reasons"]), _cause(path["by"], name_of),
        ]
        for change in ("opened", "closed")
        for path in answer["orphaned_paths"][change]
    ]  # fmt: skip


def _reach(answer: Json, name_of: NameOf) -> list[Row]:
    return [
        [
            row["name"],
            _kind(row["id"]),
            row["gained"],
            row["lost"],
            row["raised"],
            row["lowered"],
            f"{row['score_after'] - row['score_before']:+,.1f}",
            _cause(row["gained_by"] or row["lost_by"], name_of),
        ]
        for row in answer["reach"]
    ]


def _permissions(answer: Json, name_of: NameOf) -> list[Row]:
    return [
        [
            name_of(row["source"]), row["kind"], name_of(row["target"]), row["before"] or "", row["after"] or "",
            _run(row), _day(row["at"]),
        ]
        for row in answer["permissions"]
    ]  # fmt: skip


def _properties(answer: Json, name_of: NameOf) -> list[Row]:
    return [
        [
            name_of(row["id"]), _kind(row["id"]), row["property"], row["before"] or "", row["after"] or "", _run(row),
            _day(row["at"]),
        ]
        for row in answer["properties"]
    ]  # fmt: skip


def _edges(answer: Json, name_of: NameOf) -> list[Row]:
    """Opened and closed ones in turn, so that a screen shows the worst of both; use is what happens every day."""
    lists = [
        [(word, row) for row in answer["edges"][change] if row["kind"] != "USED"]
        for change, word in (("opened", "opened"), ("closed", "closed"), ("transient", "came and went"))
    ]
    mixed = [rows[at] for at in range(max(map(len, lists))) for rows in lists if at < len(rows)]
    return [
        [
            change, name_of(row["source"]), row["kind"], name_of(row["target"]), row["permission"] or "",
            row["claimed_by"], row["run"] or "", _day(row["at"]),
        ]
        for change, row in mixed
    ]  # fmt: skip


def _routes(answer: Json, name_of: NameOf) -> list[Row]:
    return [
        [
            row["change"], name_of(row["principal"]), name_of(row["target"]), row["before"] or "", row["after"] or "",
            _day(row["since"]), _cause(row["by"], name_of),
        ]
        for row in answer["routes"]
    ]  # fmt: skip


def _print_spend(spend: Json | None, name_of: NameOf) -> None:
    if spend is None or not (spend["rows"] or Decimal(spend["ledger"]["amount"])):
        return
    title = (
        f"spend {money(spend['ledger'])} from {spend['first_day']} to {spend['last_day']}, "
        f"{money(spend['ledger_before'])} in as many days before"
    )
    changed = [row for row in spend["rows"] if Decimal(row["change"]["amount"])]
    # The greatest change first, up or down.
    changed.sort(key=lambda row: -abs(Decimal(row["change"]["amount"])))
    counts = Counter(name for row in changed for name in row["key"])
    names = list(counts)
    rows = [
        [
            *(_key(row["key"][name], name_of) for name in names), money(row["before"]), money(row["after"]),
            money(row["change"]),
        ]
        for row in changed
    ]  # fmt: skip
    if rows:
        _table([*names, "spend before", "spend", "change in spend"], rows, title)
    else:
        print_line(title)


def _key(text: str, name_of: NameOf) -> str:
    return name_of(text) if ":" in text else text


def _cause(claim: Json | None, name_of: NameOf) -> str:
    """What did it, in words: the edge or the node, its source, its run and its day."""
    if claim is None:
        return ""
    what = name_of(claim["source"])
    if claim["kind"]:
        what += f" {claim['kind']} {name_of(claim['target'])}"
    source = f"{claim['claimed_by']} run {claim['run']}" if claim["run"] else claim["claimed_by"] or ""
    details = ", ".join(part for part in (source, _day(claim["at"])) if part)
    return f"{what} {claim['change']}" + (f" ({details})" if details else "")


def _run(row: Json) -> str:
    return f"{row['claimed_by']} {row['run']}" if row["run"] else row["claimed_by"] or ""


def _kind(node_id: str) -> str:
    return node_id.partition(":")[0]


def _time(moment: str) -> str:
    return moment[:10] if moment.endswith("T00:00:00Z") else moment[:16].replace("T", " ")


def _day(moment: str | None) -> str:
    """The day of a moment; the JSON has its time."""
    return "" if moment is None else moment[:10]
