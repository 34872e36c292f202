"""This file knows `remit status`: what is loaded, how old it is, and how it went."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer


def status(format: Annotated[str, typer.Option("--format", help="table or json")] = "table") -> None:
    """Show the generation, every source with its age and completeness, the newest runs, and counts."""
    from api.commands.options import check_format
    from api.context import Context
    from api.settings import read_settings
    from api.state import read_state

    check_format(format, ("table", "json"))
    with Context(read_settings()) as context:
        found = read_state(context)
    if format == "json":
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        _show(found)


def _show(found: dict[str, Any]) -> None:
    from api.tables import console, grid

    counts = found["counts"]
    built = f", built {found['built_at']}" if found["built_at"] else ""
    console().print(
        f"generation {found['generation']}{built}; {counts['usage']} usage rows, {counts['charges']} charges"
    )
    for what in ("nodes", "edges"):
        console().print(f"{what}: " + (", ".join(f"{n} {kind}" for kind, n in counts[what].items()) or "none"))
    rows = [
        [
            one["source"],
            one["state"],
            one["last_run"],
            _age(one["age_s"]),
            "; ".join(f"{r['code']}: {r['detail']}" for r in one["reasons"]),
        ]
        for one in found["sources"]
    ]
    grid(["source", "state", "last run", "age", "why"], rows)


def _age(seconds: int) -> str:
    for size, unit in ((86_400, "d"), (3600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
