"""This file knows `remit sync`: configured connectors read now, or every so often for ever."""

from __future__ import annotations

import signal
import sys
import threading
from typing import Annotated

import typer


def sync(
    connectors: Annotated[
        list[str] | None, typer.Argument(help="Connectors; default: all that are configured.")
    ] = None,
    every: Annotated[str | None, typer.Option(help="Read again and again, such as 6h or 30m, until stopped.")] = None,
) -> None:
    """Read the systems that settings name (REMIT_CURSOR__ACME__API_KEY, or [cursor.ACME] in remit.toml).

    What a system does not answer makes its run PARTIAL or FAILED and retires nothing.
    """
    from api.settings import read_settings
    from graph.errors import InputError, SystemFailure
    from loaders.schedule import read_every, repeat

    settings = read_settings()
    names = connectors or sorted(settings.connectors)
    if not any(settings.configs(name) for name in names):
        raise InputError("no connector is configured; set REMIT_CURSOR__<INSTANCE>__API_KEY or write remit.toml")
    if every is None:
        raise typer.Exit(_sync_all(names))
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())

    def work() -> bool:
        try:
            return _sync_all(names) < 2
        except SystemFailure as error:
            print(f"remit: {error}", file=sys.stderr)
            raise

    repeat(work, read_every(every), stop)


def _sync_all(names: list[str]) -> int:
    """Read every instance once; the exit code: 1 if something is PARTIAL or HELD, 3 if a system failed."""
    from api.commands.load import tell
    from api.context import Context
    from api.settings import read_settings
    from graph.stores.base import COMPLETE, FAILED
    from loaders.sync import sync as read_now

    settings, code = read_settings(), 0
    with Context(settings) as context:
        for name in names:
            for config in settings.configs(name).values():
                outcomes = read_now(context.store, name, config)
                tell(outcomes)
                states = {outcome.state for outcome in outcomes}
                code = max(code, 3 if FAILED in states else 0 if states <= {COMPLETE} else 1)
        context.publish()
    return code
