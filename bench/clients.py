"""Clients that ask a server over HTTP/1.1 in a closed loop; run as a program: many connections in one process.

Usage: clients.py PORT CONNECTIONS SECONDS REQUESTS [TOKEN]: each connection sends one of the requests of the file (JSON: a list of
[name, body]), waits for the answer, and sends the next. Prints JSON. No library for HTTP: what a client costs is measured too.
"""

from __future__ import annotations

import asyncio
import json
import random
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

TOKEN = "a-token-of-the-bench"
# What a connection that was refused or reset waits for before it comes again, and how long an answer may take.
AGAIN_S, PATIENCE_S = 0.1, 120.0


class Clients:
    """All connections of this process, and what became of their requests."""

    def __init__(self, port: int, seconds: float, requests: list[tuple[str, str]], token: str = TOKEN) -> None:
        self._port, self._ends_at, self._token = port, time.monotonic() + seconds, token
        self._requests = [(name, self._written(number, body)) for number, (name, body) in enumerate(requests)]
        self.answers: list[tuple[str, int, float, float]] = []
        self.errors: Counter[str] = Counter()
        self.retry_after: Counter[str] = Counter()

    def _written(self, number: int, body: str) -> bytes:
        content = body.encode()
        return (
            f"POST /graphql?n={number} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nAuthorization: Bearer {self._token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        ).encode() + content

    async def ask(self, number: int) -> None:
        """One connection, opened again when it is closed, until the time is over."""
        dice = random.Random(number)
        while time.monotonic() < self._ends_at:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=2**24)
            except OSError as error:
                self.errors[f"connecting: {type(error).__name__}"] += 1
                await asyncio.sleep(AGAIN_S)
                continue
            # A connection that is closed before its first answer may never have been accepted.
            state = "new"
            try:
                while time.monotonic() < self._ends_at:
                    name, request = dice.choice(self._requests)
                    if not await self._exchange(name, request, reader, writer):
                        break
                    state = "kept"
            except (OSError, EOFError, TimeoutError) as error:
                self.errors[f"{state} connection: {type(error).__name__}"] += 1
                await asyncio.sleep(AGAIN_S)
            finally:
                writer.close()

    async def _exchange(
        self, name: str, request: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """One request and its answer; whether the connection stays open."""
        began = time.monotonic()
        writer.write(request)
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE_S)
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:-2])
        content = await reader.readexactly(int(fields[b"content-length"]))
        status = int(head[9:12])
        self.answers.append((name, status, began, time.monotonic() - began))
        if status == 200 and not content.startswith(b'{"data"'):
            self.errors[f"{name}: {content[:120]!r}"] += 1
        if status in (429, 503):
            self.retry_after[fields.get(b"retry-after", b"none").decode()] += 1
            await asyncio.sleep(float(fields.get(b"retry-after", b"1")))
        return fields.get(b"connection") != b"close"


async def run(
    port: int, connections: int, seconds: float, requests: list[tuple[str, str]], token: str = TOKEN
) -> dict[str, Any]:
    """What came of so many connections in so many seconds."""
    clients = Clients(port, seconds, requests, token)
    began = time.monotonic()
    await asyncio.gather(*(clients.ask(number) for number in range(connections)))
    took = time.monotonic() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "seconds": took,
        "processor_share": (used.ru_utime + used.ru_stime) / took,
        "answers": clients.answers,
        "errors": clients.errors,
        "retry_after": clients.retry_after,
    }


if __name__ == "__main__":
    choices = json.loads(Path(sys.argv[4]).read_text())
    print(json.dumps(asyncio.run(run(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), choices, *sys.argv[5:]))))
