"""An application behind a real socket of this machine, for as long as a test needs it."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from api.http.audit import open_log
from api.http.serve import configure
from api.settings import Settings

START_TIMEOUT_S = 30


@contextmanager
def serving(settings: Settings, log: io.StringIO | None = None) -> Iterator[str]:
    """Serves an application by uvicorn in a thread; gives its address."""
    config = configure(settings, "127.0.0.1", log=open_log(log or io.StringIO()))
    config.port = 0
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        deadline = time.monotonic() + START_TIMEOUT_S
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(START_TIMEOUT_S)
