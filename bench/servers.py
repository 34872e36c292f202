"""Servers that are measured: processes of their own on the store of a world."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from bench.clients import TOKEN
from bench.world import ROOT, World

HEADERS = {"authorization": f"Bearer {TOKEN}"}


@contextmanager
def remit_server(
    world: World, folder: Path, workers: int, **settings: str
) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A server of so many workers on the world's store, ready; its port and its process. `settings`: more variables."""
    environment = {name: text for name, text in os.environ.items() if not name.startswith("REMIT_")}
    environment |= {
        "REMIT_STORE": world.store_url,
        "REMIT_TOKEN": TOKEN,
        "REMIT_RATE_LIMIT": "0",
        "PYTHONPATH": str(ROOT),
        **settings,
    }
    command = [sys.executable, "-m", "remit", "serve", "--port", "0", "--workers", str(workers)]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stderr=log)
        try:
            yield (
                await_ready(server, lambda: re.search(r"serving on http://\S+?:(\d+)/", (folder / "log").read_text())),
                server,
            )
        finally:
            server.terminate()
            server.wait()


def await_ready(server: subprocess.Popen[bytes], address: Any) -> int:
    """The port of a server, once it answers; a bare one knows no /readyz, and says so at once."""
    for _ in range(3_000):
        try:
            port = address()
            if port and httpx.get(f"http://127.0.0.1:{port[1]}/readyz", headers=HEADERS).status_code in (200, 404):
                return int(port[1])
        except httpx.TransportError:
            pass
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError("the server did not come up")
