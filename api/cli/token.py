"""`remit token`: API tokens with a name, rights, sources and an expiry."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.terminal import print_error, print_json, print_line

token = typer.Typer(no_args_is_help=True, help="API tokens of the server on this store: make, list and revoke them.")

NEVER_EXPIRES = "never"


@token.command()
def create(
    name: Annotated[str, typer.Argument(help="Who or what uses it; the audit calls its requests so.")],
    rights: Annotated[str, typer.Option(help="ask, load, decide, architect, admin: one or several, with commas.")],
    sources: Annotated[
        str,
        typer.Option(help="What `load` may write, with commas: hr:workday, or custom: for all of a system; * for all."),
    ] = "",
    scope: Annotated[
        list[str] | None,
        typer.Option(
            help="What its questions are answered from, repeatable: department:NAME, group:ID, application:ID, "
            "source:NAME. Everything without."
        ),
    ] = None,
    expires: Annotated[str, typer.Option(help="After how long it ends, such as 90d, or never.")] = "90d",
) -> None:
    """Make a token and print it, once: only its hash is kept. A running server knows it at once."""
    from api.access.audit_trail import recorded
    from api.settings import read_settings
    from graph.moment import SECOND, now, write_moment
    from loaders.live.schedule import read_every

    settings, created_at = read_settings(), now()
    file = settings.token_file()
    expires_at = None if expires == NEVER_EXPIRES else created_at + read_every(expires) * SECOND
    names, prefixes = _split(rights), _split(sources)
    with recorded(settings, "token create", token=name, rights=names, sources=prefixes, scope=len(scope or ())):
        text = file.create(name, names, prefixes, created_at, expires_at, scope or ())
    until = "it never expires" if expires_at is None else f"it expires {write_moment(expires_at)}"
    print_error(f"remit: this is shown once; {until}. Take it back with `remit token revoke {name}`")
    for part in _shows_nothing(settings.snapshot_folder(), scope or ()):
        print_error(f"remit: nothing is in the scope {part} now; names are written exactly as the sources write them")
    print_line(text)


def _shows_nothing(folder: Path | None, scope: Sequence[str]) -> list[str]:
    """The parts of a scope that show nothing of the newest snapshot; none where there is no snapshot yet."""
    from graph.errors import SnapshotError
    from graph.snapshot import SnapshotDirectory
    from graph.snapshot.scope import Scope, visibility

    if not scope or folder is None:
        return []
    try:
        snapshot = SnapshotDirectory(folder).open()
    except (SnapshotError, OSError):
        return []
    return [part for part in scope if not visibility(snapshot, Scope.of([part])).nodes.any()]


@token.command("list")
def list_tokens(
    format: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """Every token ever made, with its rights and state; never the token itself."""
    from api.cli.grid import grid
    from api.settings import read_settings
    from graph.errors import InputError
    from graph.moment import now, write_moment

    if format not in ("table", "json"):
        raise InputError(f"{format!r} is no format of this list: table or json")
    moment, entries = now(), read_settings().token_file().tokens()
    rows = [
        {
            "name": entry.name,
            "state": entry.state(moment),
            "rights": list(entry.rights),
            "sources": list(entry.sources),
            "scope": list(entry.scope),
            "created_at": write_moment(entry.created_at),
            "expires_at": None if entry.expires_at is None else write_moment(entry.expires_at),
            "revoked_at": None if entry.revoked_at is None else write_moment(entry.revoked_at),
        }
        for entry in entries
    ]
    if format == "json":
        print_json({"tokens": rows})
        return
    head = ("name", "state", "rights", "sources", "scope", "expires")
    cells = [
        (
            entry.name,
            entry.state(moment),
            ", ".join(entry.rights),
            ", ".join(entry.sources),
            ", ".join(entry.scope),
            "never" if entry.expires_at is None else write_moment(entry.expires_at),
        )
        for entry in entries
    ]
    grid(head, cells)


@token.command()
def revoke(name: Annotated[str, typer.Argument(help="As `remit token list` shows it.")]) -> None:
    """Take a token back for good; a running server refuses it from the next request on."""
    from api.access.audit_trail import recorded
    from api.settings import read_settings
    from graph.moment import now

    settings = read_settings()
    file = settings.token_file()
    with recorded(settings, "token revoke", token=name):
        entry = file.revoke(name, now())
    print_line(f"revoked {entry.name}")


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
