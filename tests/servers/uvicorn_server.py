"""An application behind a real socket of this machine, for as long as a test needs it."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from api.http.audit import open_log
from api.http.serve import DrainingServer, configure
from api.settings import Settings

START_TIMEOUT_S = STOP_TIMEOUT_S = 30


@contextmanager
def serving(settings: Settings, log: io.StringIO | None = None) -> Iterator[str]:
    """Serves an application in a thread; gives its address. `log` takes the lines that the server logs."""
    with running_server(settings, log) as (server, _):
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"


@contextmanager
def running_server(
    settings: Settings, log: io.StringIO | None = None
) -> Iterator[tuple[DrainingServer, threading.Thread]]:
    """The same; gives the server itself and the thread that it runs in."""
    config = configure(settings, "127.0.0.1", log=open_log(log or io.StringIO()))
    config.port = 0
    server = DrainingServer(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        deadline = time.monotonic() + START_TIMEOUT_S
        while not server.started and thread.is_alive() and time.monotonic() < deadline:
            time.sleep(0.01)
        assert server.started, "the server did not start"
        yield server, thread
    finally:
        server.should_exit = True
        thread.join(STOP_TIMEOUT_S)
