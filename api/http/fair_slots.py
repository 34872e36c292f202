"""Slots for work that callers share fairly: who holds fewest gets the next one, and nobody holds all."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

# What a question took lately from which on it is of the costly kind, and how much the newest time counts.
COSTLY_S = 0.25
_NEWEST = 0.3


class FairSlots:
    """So many pieces of work at once, at most `per_caller` of one caller. For one event loop."""

    def __init__(self, slots: int, per_caller: int) -> None:
        self._free, self._per_caller = slots, per_caller
        self._held: Counter[str] = Counter()
        # By caller, in the order in which they began to wait.
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}

    @asynccontextmanager
    async def slot(self, caller: str) -> AsyncIterator[None]:
        """A slot for as long as this lasts, waited for."""
        ticket = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(caller, deque()).append(ticket)
        self._grant()
        try:
            await ticket
        except asyncio.CancelledError:
            self._withdraw(caller, ticket)
            raise
        try:
            yield
        finally:
            self._give_back(caller)

    def waiting(self, caller: str | None = None) -> int:
        """How many wait for a slot: of one caller, or of all."""
        tickets = self._waiting.values() if caller is None else [self._waiting.get(caller, ())]
        return sum(map(len, tickets))

    def _grant(self) -> None:
        """Give free slots to those who wait: of the callers who hold fewest, the one that began to wait first."""
        while self._free:
            callers = [caller for caller in self._waiting if self._held[caller] < self._per_caller]
            if not callers:
                return
            caller = min(callers, key=self._held.__getitem__)
            tickets = self._waiting.pop(caller)
            ticket = tickets.popleft()
            if tickets:
                # At the end of the line: callers take turns.
                self._waiting[caller] = tickets
            if not ticket.done():
                self._free -= 1
                self._held[caller] += 1
                ticket.set_result(None)

    def _give_back(self, caller: str) -> None:
        self._free += 1
        self._held[caller] -= 1
        if not self._held[caller]:
            del self._held[caller]
        self._grant()

    def _withdraw(self, caller: str, ticket: asyncio.Future[None]) -> None:
        """Take back what a caller who went away waited for, or was just given."""
        if ticket.done() and not ticket.cancelled():
            self._give_back(caller)
        elif ticket in self._waiting.get(caller, ()):
            self._waiting[caller].remove(ticket)
            if not self._waiting[caller]:
                del self._waiting[caller]


class QuestionCosts:
    """How long each question took lately in this process, which says of which kind it is. For one event loop."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    def note(self, question: str, seconds: float) -> None:
        """Take a time into account."""
        before = self._seconds.get(question, seconds)
        self._seconds[question] = before + _NEWEST * (seconds - before)

    def is_costly(self, question: str) -> bool:
        """Whether a question is of the costly kind; one that was never asked is not."""
        return self._seconds.get(question, 0.0) >= COSTLY_S
