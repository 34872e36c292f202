"""`remit source`: what sources there are, and removing one."""

from __future__ import annotations

from typing import Annotated

import typer

source = typer.Typer(no_args_is_help=True, help="List sources, or remove one with all it claimed.")


@source.command("list")
def list_sources() -> None:
    """One line for each source: its state and when it was last observed."""
    from api.context import StoreContext
    from api.settings import read_settings
    from graph.moment import write_moment

    with StoreContext(read_settings()) as context:
        for state in context.store.sources():
            print(f"{state.state:<9}{state.source}  {write_moment(state.last_observed)}")


@source.command()
def remove(name: Annotated[str, typer.Argument(metavar="SOURCE", help="As `remit source list` shows it.")]) -> None:
    """Remove one source: its claims alone go."""
    from api.context import StoreContext
    from api.settings import read_settings

    with StoreContext(read_settings()) as context:
        removed = context.store.remove_source(name)
        context.publish()
    print(f"removed {name}: " + ", ".join(f"{count} {what}" for what, count in removed.items()))
