"""The open record format: one JSON object per line, with the keys in the order of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

Row = dict[str, Any]


def _clean(row: Row) -> Row:
    return {name: value for name, value in row.items() if value is not None}


def run(source: str, observed_at: str, complete: Iterable[str] = (), **more: Any) -> Row:
    """The line that starts a run; `more` are usage, charges (first and last day) and aliases."""
    for scope in ("usage", "charges"):
        if scope in more:
            more[scope] = {"from": str(more[scope][0]), "to": str(more[scope][1])}
    return {"record": "run", "source": source, "observed_at": observed_at, "complete": list(complete), **more}


def node(node_id: str, name: str | None = None, since: str | None = None, **props: Any) -> Row:
    """A node; what is not known is left out."""
    return _clean({"record": "node", "id": node_id, "name": name, "props": _clean(props), "since": since})


def edge(kind: str, source: str, target: str, permission: str | None = None, **more: Any) -> Row:
    """An edge; `more` are since, until and evidence."""
    return _clean(
        {"record": "edge", "kind": kind, "source": source, "target": target, "permission": permission, **more}
    )


def usage(principal: str | None, resource: str, day: object, requests: int, **more: Any) -> Row:
    """What one principal used of one resource on one day; `cost` is given as a Decimal of US dollars."""
    cost = more.pop("cost", None)
    row = {
        "record": "usage",
        "principal": principal,
        "resource": resource,
        "application": more.pop("application", None),
        "workspace": more.pop("workspace", None),
        "day": str(day),
        "requests": requests,
        **more,
    }
    if cost is not None:
        row["cost"] = {"amount": str(cost), "currency": "USD", "basis": "billed"}
    return _clean(row)


def charge(application: str, days: tuple[object, object], category: str, amount: Decimal, description: str) -> Row:
    """A line of an invoice."""
    return {
        "record": "charge",
        "application": application,
        "from": str(days[0]),
        "to": str(days[1]),
        "category": category,
        "cost": {"amount": str(amount), "currency": "USD"},
        "description": description,
    }


def lines(rows: Iterable[Row]) -> str:
    """JSON Lines, one newline after each."""
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)


def pretty(value: Any) -> str:
    """A JSON document as a person would save it."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
