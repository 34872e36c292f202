"""`remit decide`: decisions of people, kept for good."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

decide = typer.Typer(no_args_is_help=True, help="Decide: who is who, who owns what, what matters, what may be used.")

By = Annotated[str | None, typer.Option(help="Who decides; default: the user of this machine.")]
Why = Annotated[str | None, typer.Option(help="Why, for those who come after.")]


@decide.command()
def link(
    ids: Annotated[list[str], typer.Argument(help="Identities that are one, or an identity and its accounts.")],
    by: By = None,
    why: Why = None,
) -> None:
    """These are one: it survives every sync."""
    _keep("link", ids, by, why)


@decide.command()
def unlink(
    ids: Annotated[list[str], typer.Argument(help="Ids that are not one.")], by: By = None, why: Why = None
) -> None:
    """These are not one, whatever addresses say."""
    _keep("unlink", ids, by, why)


@decide.command()
def owner(principal: str, owner: str, by: By = None, why: Why = None) -> None:
    """OWNER (an Identity or a Group) answers for PRINCIPAL."""
    _keep("owner", [principal, owner], by, why)


@decide.command()
def sensitivity(data_source: str, value: str, by: By = None, why: Why = None) -> None:
    """DATA_SOURCE is public, internal, confidential, restricted or unknown."""
    _keep("sensitivity", [data_source], by, why, value)


@decide.command()
def approval(node: str, value: str, by: By = None, why: Why = None) -> None:
    """NODE (an application or an MCP server) is approved, unreviewed or blocked: a label, not enforcement."""
    _keep("approval", [node], by, why, value)


@decide.command("accept-run")
def accept_run(source: str) -> None:
    """Accept what the newest held run of SOURCE would retire, at that run's moment."""
    from api.cli.load import tell
    from api.context import StoreContext
    from api.settings import read_settings

    with StoreContext(read_settings()) as context:
        outcome = context.store.accept_run(source)
        context.publish()
    tell([outcome])


def _keep(kind: str, ids: list[str], by: str | None, why: str | None, value: str | None = None) -> None:
    """Keep a decision about nodes that exist, by any of their ids, addresses or unique names."""
    from api.context import StoreContext
    from api.settings import read_settings
    from graph.check import check
    from graph.claims import Decision
    from graph.moment import now
    from queries.subject import find_node

    with StoreContext(read_settings()) as context:
        snapshot = context.snapshot()
        known = [name if snapshot.index_of(name) >= 0 else snapshot.ids[find_node(snapshot, name)] for name in ids]
        decision = Decision(kind=kind, ids=tuple(known), by=by or getpass.getuser(), at=now(), why=why, value=value)
        check(decision)
        context.store.decide(decision)
        context.publish()
    print(f"decided: {kind} {' '.join(known)}{' ' + value if value else ''}")
