"""`remit audit`: the audit log shown, and checked line by line."""

from __future__ import annotations

import json
from collections import deque
from typing import Annotated, Any

import typer

from api.terminal import print_json, print_line

audit = typer.Typer(no_args_is_help=True, help="The audit log of the store: who asked and changed what.")


@audit.command()
def show(
    about: Annotated[
        str | None, typer.Option(help="Only lines with this name, address or id, which the log has as a hash.")
    ] = None,
    caller: Annotated[str | None, typer.Option(help="Only lines of this caller.")] = None,
    limit: Annotated[int, typer.Option(help="How many lines, the newest; 0 for all.")] = 50,
    format: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """The newest lines, oldest of them first. Names and ids are hashes: --about finds those of one that you know."""
    from api.access.audit_trail import AuditWriter
    from api.cli.grid import grid
    from api.cli.options import check_format
    from api.settings import read_settings
    from graph.errors import InputError

    check_format(format, ("table", "json"))
    if limit < 0:
        raise InputError("--limit is a number from 0, which shows all")
    writer = AuditWriter(read_settings())
    wanted = None if about is None else json.dumps(writer.redactor.hash(about)).encode()
    lines = () if writer.log is None else writer.log.lines()
    records: deque[dict[str, Any]] = deque(maxlen=limit or None)
    for line in lines:
        record = _read(line)
        if (caller is None or record.get("caller") == caller) and (wanted is None or wanted in line):
            records.append(record)
    if format == "json":
        print_json({"lines": list(records)})
        return
    head = ("number", "at", "caller", "what", "outcome", "details")
    grid(head, [_row(record) for record in records])


@audit.command()
def verify() -> None:
    """Check every line. Exit codes: 0 all lines are as they were written, 1 something is changed or missing, told with its line."""
    from api.access.audit_trail import AuditWriter
    from api.settings import read_settings
    from graph.errors import InputError

    log = AuditWriter(read_settings()).log
    if log is None:
        raise InputError("a store in memory has no audit log; set REMIT_AUDIT or REMIT_STORE")
    count, problems = log.verify()
    for problem in problems:
        print_line(f"{problem.file}: {problem}")
    if problems:
        raise typer.Exit(1)
    removed_until = log.removed_until()
    before = f"; those up to number {removed_until} were removed (REMIT_AUDIT_FILES)" if removed_until else ""
    print_line(f"{log.path}: {count} lines, all as they were written{before}")


def _read(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError:
        record = None
    return (
        record if isinstance(record, dict) else {"outcome": "this is no line of an audit log: see `remit audit verify`"}
    )


_COLUMNS = ("seq", "at", "caller", "kind", "name", "outcome", "key", "mac", "method", "digest")


def _row(record: dict[str, Any]) -> list[str]:
    rest = {name: part for name, part in record.items() if name not in _COLUMNS and part not in (None, [], {})}
    details = " ".join(f"{name}={_text(part)}" for name, part in rest.items())
    what = f"{record.get('kind', '')} {record.get('name', '')}".strip()
    return [
        *(str(record.get(name, "")) for name in ("seq", "at", "caller")),
        what,
        str(record.get("outcome", "")),
        details,
    ]


def _text(part: object) -> str:
    return part if isinstance(part, str) else json.dumps(part, separators=(",", ":"), ensure_ascii=False)
