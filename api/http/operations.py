"""Operation loops: event loops in threads of their own, on which documents are parsed, validated and answered.

However long one takes over a document or over writing its rows, the server's own loop goes on turning: probes, spans and
other connections are served meanwhile.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from api.http.admission import busy
from api.http.fair_slots import FairSlots

T = TypeVar("T")

# More would only take the interpreter from each other, and from the server's own loop.
LOOPS = 2
# Operations at once, of one caller and in all, and how many more of each may wait.
OPERATIONS, CALLER_OPERATIONS = 32, 24
MAX_WAITING, MAX_CALLER_WAITING = 320, 256
# How long a thread may keep the interpreter while another waits for it: what the server's own loop waits for its turn.
SWITCH_S = 0.001


class OperationLoops:
    """The loops of one server process. Start and close them on the server's own loop."""

    def __init__(self) -> None:
        self._slots = FairSlots(OPERATIONS, CALLER_OPERATIONS)
        self._home: asyncio.AbstractEventLoop | None = None
        self._loops: list[asyncio.AbstractEventLoop] = []
        self._threads: list[threading.Thread] = []
        self._running: list[int] = []

    def start(self) -> None:
        """Begin to take operations."""
        sys.setswitchinterval(min(sys.getswitchinterval(), SWITCH_S))
        self._home = asyncio.get_running_loop()
        self._loops = [asyncio.new_event_loop() for _ in range(LOOPS)]
        self._running = [0] * LOOPS
        self._threads = [
            threading.Thread(target=loop.run_forever, name=f"operations-{number}", daemon=True)
            for number, loop in enumerate(self._loops)
        ]
        for thread in self._threads:
            thread.start()

    async def close(self) -> None:
        """End the loops; what still runs on them is cancelled."""
        for loop in self._loops:
            await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(_cancel_all(), loop))
            loop.call_soon_threadsafe(loop.stop)
        for thread, loop in zip(self._threads, self._loops, strict=True):
            await asyncio.to_thread(thread.join)
            loop.close()
        self._loops, self._threads = [], []

    async def run(self, operation: Callable[[], Coroutine[Any, Any, T]], share: str = "") -> T:
        """The result of an operation of a caller's share, run on the loop that has fewest.

        Raises Refusal (503) where too many wait already.
        """
        if self._slots.waiting() >= MAX_WAITING or self._slots.waiting(share) >= MAX_CALLER_WAITING:
            raise busy("too many questions are being answered; try again in a moment")
        async with self._slots.slot(share):
            number = self._running.index(min(self._running))
            self._running[number] += 1
            try:
                return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(operation(), self._loops[number]))
            finally:
                self._running[number] -= 1

    async def at_home(self, function: Callable[..., Awaitable[T]], *arguments: Any, **options: Any) -> T:
        """Await a function on the server's own loop, from an operation or from there."""
        home = self._home
        if home is None or home is asyncio.get_running_loop():
            return await function(*arguments, **options)

        async def awaited() -> T:
            return await function(*arguments, **options)

        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(awaited(), home))


async def _cancel_all() -> None:
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
