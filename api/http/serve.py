"""Running the application: where it listens, in how many processes, and how it ends."""

from __future__ import annotations

import socket
from functools import partial

import uvicorn
from structlog.typing import FilteringBoundLogger
from uvicorn.supervisors import Multiprocess

from api.context import StoreContext
from api.gql.documents import read_documents
from api.http.app import create_app
from api.http.auth import require_token
from api.http.connections import BoundedProtocol
from api.settings import Settings
from api.statement import store_advice
from api.terminal import print_error
from api.workers.scheduler import reading
from graph.errors import InputError, SystemFailure

GRACE_S = 20


def run(settings: Settings, host: str = "127.0.0.1", port: int = 8800, workers: int = 1) -> None:
    """Serve until told to stop. Raises InputError for what would be unsafe or cannot be, StoreError for a bad store."""
    require_token(settings, host)
    # Read here too, so that a list that is none is told once, before workers start.
    read_documents(settings)
    if not 1 <= workers <= 64:
        raise InputError("--workers is a number from 1 to 64")
    if workers > 1 and settings.store.startswith("memory:"):
        raise InputError("a store in memory is one process's own: serve it with --workers 1")
    with StoreContext(settings) as context:
        context.publish()
        for sentence in store_advice(context.store):
            print_error(f"remit: {sentence}")
    listener = _listen(host, port)
    config = configure(settings, host, workers=workers)
    host_text = f"[{host}]" if ":" in host else host
    print_error(f"serving on http://{host_text}:{listener.getsockname()[1]}/ and /graphql")
    with listener, reading(settings, settings.sync_every):
        if workers > 1:
            Multiprocess(config, sockets=[listener]).run()
        else:
            uvicorn.Server(config).run(sockets=[listener])


def configure(
    settings: Settings, host: str, *, workers: int = 1, log: FilteringBoundLogger | None = None
) -> uvicorn.Config:
    """How uvicorn runs the application; each worker makes its own."""
    return uvicorn.Config(
        partial(create_app, settings, host, log),
        factory=True,
        workers=workers,
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        ws="none",
        http=BoundedProtocol,
        timeout_graceful_shutdown=GRACE_S,
        h11_max_incomplete_event_size=32 * 1024,
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Told that it is TCP, asyncio sends the head and the body of an answer without waiting for the client between them.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(1024)
        listener.set_inheritable(True)
    except (OSError, OverflowError) as error:
        listener.close()
        raise SystemFailure(f"{host}:{port} cannot be listened on: {error}. Choose another --port") from None
    return listener
