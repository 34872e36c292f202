"""`remit sync`: configured connectors read now, or every so often for ever."""

from __future__ import annotations

import signal
import sys
import threading
from typing import IO, Annotated

import typer


def sync(
    connectors: Annotated[
        list[str] | None, typer.Argument(help="Connectors; default: all that are configured.")
    ] = None,
    every: Annotated[str | None, typer.Option(help="Read again and again, such as 6h or 30m, until stopped.")] = None,
    format: Annotated[str, typer.Option("--format", help="table, or json: a line for each run.")] = "table",
    attached: Annotated[bool, typer.Option(hidden=True, help="End when standard input does.")] = False,
) -> None:
    """Read the systems that settings name (REMIT_CURSOR__ACME__API_KEY, or [cursor.ACME] in remit.toml).

    What a system does not answer makes its run PARTIAL or FAILED and retires nothing. With --every each instance has a
    rhythm of its own: at least twice within the age it promises, sooner after a failure, not at all while another
    process keeps it fresh. Exit codes: 0 published, 1 PARTIAL or HELD, 2 bad settings, 3 a system or the store failed.
    """
    from api.cli.load import tell
    from api.cli.options import check_format
    from api.cli.progress import loading
    from api.settings import read_settings
    from api.workers.sync import configured, read_for_ever, read_once, tell_lines
    from loaders.live.schedule import read_every

    say = tell_lines if check_format(format, ("table", "json")) == "json" else tell
    settings, every_s = read_settings(), read_every(every) if every else 0.0
    turns = configured(settings, connectors or (), every_s)
    if every is None:
        with loading() as progress:
            code = read_once(settings, turns, say, progress)
        raise typer.Exit(code)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    if attached:
        threading.Thread(target=_end_with, args=(sys.stdin.buffer, stop), daemon=True).start()
    read_for_ever(settings, turns, say, stop)


def _end_with(stream: IO[bytes], stop: threading.Event) -> None:
    """Say stop once a stream ends, which it does however its writer died."""
    stream.read()
    stop.set()
