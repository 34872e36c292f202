"""`remit source`: what sources there are, and removing one."""

from __future__ import annotations

from typing import Annotated

import typer

from api.terminal import print_line

source = typer.Typer(
    no_args_is_help=True, help="List sources, remove one with all it claimed, or give an instance another address."
)

By = Annotated[str | None, typer.Option(help="Who decides; default: the user of this machine.")]
Why = Annotated[str | None, typer.Option(help="Why, for those who come after.")]


@source.command("list")
def list_sources() -> None:
    """One line for each source: its state and when it was last observed."""
    from api.context import StoreContext
    from api.settings import read_settings
    from graph.moment import write_moment

    with StoreContext(read_settings()) as context:
        for state in context.store.sources():
            print_line(f"{state.state:<9}{state.source}  {write_moment(state.last_observed)}")


@source.command()
def remove(name: Annotated[str, typer.Argument(metavar="SOURCE", help="As `remit source list` shows it.")]) -> None:
    """Remove one source: its claims alone go."""
    from api.access.audit_trail import recorded
    from api.context import StoreContext
    from api.settings import read_settings

    settings = read_settings()
    with recorded(settings, "source remove", sources=[name]) as facts, StoreContext(settings) as context:
        removed = context.store.remove_source(name)
        context.publish()
        facts.update(retired=sum(removed.values()))
    print_line(f"removed {name}: " + ", ".join(f"{count} {what}" for what, count in removed.items()))


@source.command()
def alias(
    address: Annotated[str, typer.Argument(help="As configurations write it: db.acme.example:5432.")],
    instance: Annotated[str, typer.Argument(help="The instance that it is, as its source names it: postgres/prod.")],
    by: By = None,
    why: Why = None,
) -> None:
    """ADDRESS is an address of INSTANCE: logins to it join what is known of that instance.

    A decision, so it survives every sync and goes with an export; of two about one address the newest counts.
    """
    import getpass

    from api.access.audit_trail import recorded
    from api.context import StoreContext
    from api.settings import read_settings
    from graph.check import check
    from graph.claims import Decision
    from graph.moment import now
    from queries.database_logins import unjoined_logins
    from queries.subject import find_instance

    settings = read_settings()
    with recorded(settings, "decide", decision="alias") as facts, StoreContext(settings) as context:
        known = find_instance(context.snapshot(), instance)
        system = known.partition("/")[0]
        written = address if address.partition("/")[0] == system else f"{system}/{address.removeprefix(f'{system}:')}"
        ids = (f"DataSource:{written.lower()}", f"DataSource:{known}")
        decision = Decision(kind="alias", ids=ids, by=by or getpass.getuser(), at=now(), why=why)
        check(decision)
        facts.update(nodes=ids)
        before = {
            login.account for login in unjoined_logins(context.snapshot(), now()) if login.address == written.lower()
        }
        context.store.decide(decision)
        context.publish()
    print_line(
        f"{written.lower()} is an address of {known}: {len(before)} "
        + ("login joins it" if len(before) == 1 else "logins join it")
    )
