"""The state of one server process and its background tasks: open the snapshot, warm up, follow what is published."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import anyio
import anyio.to_thread

from api.context import Pinned, SnapshotHolder
from api.http.metrics import Metrics
from graph.errors import RemitError
from graph.traverse import warm

POLL_S = 0.5
# Every so many polls the store itself is asked whether a loader died before it published.
_CATCH_UP = 20
# How long a request waits for the first snapshot before it is sent away.
FIRST_S = 20.0
# Walks at once; more would only slow each other down.
WALKS = 4
# Statements that the store is asked at once: they wait for another machine, and must not keep walks waiting.
STATEMENTS = 2


@dataclass(slots=True)
class Server:
    """What one server process shares between its requests."""

    holder: SnapshotHolder
    metrics: Metrics
    log: Any
    walks: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(WALKS))
    writes: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(1))
    statements: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(STATEMENTS))
    opened: asyncio.Event = field(default_factory=asyncio.Event)
    is_warm: bool = False
    draining: bool = False
    problem: str = ""

    async def pin(self) -> Pinned:
        """The snapshot for one request, waited for at the start; raises SnapshotError."""
        if not self.opened.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.opened.wait(), FIRST_S)
        if self.holder.in_memory and self.opened.is_set():
            await self.refresh()
        return self.holder.pin()

    def unready(self) -> str:
        """Why this server should get no requests now; empty if it should."""
        if self.draining:
            return "shutting down"
        if not self.opened.is_set():
            return self.problem or "opening the snapshot"
        return "" if self.is_warm else "warming up"

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Follow the store for as long as this lasts."""
        tasks = [asyncio.create_task(self._follow()), asyncio.create_task(self._watch_loop())]
        try:
            yield
        finally:
            self.draining = True
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def refresh(self) -> None:
        """Take over what was published; a failure is told and tried again, the last snapshot goes on answering."""
        try:
            if await asyncio.to_thread(self.holder.refresh):
                snapshot = self.holder.pin().snapshot
                self.log.info("snapshot", generation=snapshot.generation, digest=snapshot.digest, nodes=snapshot.count)
            self.problem = ""
            self.opened.set()
        except Exception as error:  # whatever it is, following must go on
            self.metrics.failures.inc()
            if str(error) != self.problem:
                self.log.error("snapshot not taken over", problem=str(error), exc_info=error)
            self.problem = str(error) or type(error).__name__

    async def _follow(self) -> None:
        await self.refresh()
        try:
            await asyncio.to_thread(warm)
            self.is_warm = True
        except Exception as error:  # small graphs are walked without compiling; the probe says the rest
            self.log.error("not warmed up", exc_info=error)
        polls = 0
        while True:
            await asyncio.sleep(POLL_S)
            polls += 1
            if polls % _CATCH_UP == 0:
                with contextlib.suppress(RemitError, OSError):
                    await asyncio.to_thread(self.holder.catch_up)
            await self.refresh()

    async def _watch_loop(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + POLL_S
            await asyncio.sleep(POLL_S)
            self.metrics.lag.set(max(0.0, loop.time() - due))
