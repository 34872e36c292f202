"""`remit serve`: the HTTP server."""

from __future__ import annotations

from typing import Annotated

import typer


def serve(
    host: Annotated[
        str, typer.Option(help="Where to listen; other than this machine needs REMIT_TOKEN.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="On which port.")] = 8800,
    workers: Annotated[int, typer.Option(help="How many processes; they share the memory-mapped snapshot.")] = 1,
    sync_every: Annotated[
        str | None,
        typer.Option("--sync-every", help="Read what is configured again and again, such as 6h; or REMIT_SYNC_EVERY."),
    ] = None,
) -> None:
    """Serve GraphQL at /graphql and the explorer at /; with --sync-every keep the sources fresh meanwhile."""
    from api.http.serve import run
    from api.settings import read_settings

    settings = read_settings()
    if sync_every is not None:
        settings = settings.model_copy(update={"sync_every": sync_every})
    run(settings, host, port, workers)
