"""This file knows `remit serve`."""

from __future__ import annotations

from typing import Annotated

import typer


def serve(
    host: Annotated[
        str, typer.Option(help="Where to listen; other than this machine needs REMIT_TOKEN.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="On which port.")] = 8800,
    workers: Annotated[int, typer.Option(help="How many processes; they share the memory-mapped snapshot.")] = 1,
) -> None:
    """Serve GraphQL at /graphql, and a page at / to ask from."""
    from api.serve import run
    from api.settings import read_settings

    run(read_settings(), host, port, workers)
