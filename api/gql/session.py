"""The session of one GraphQL operation: one snapshot, one moment, one server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import anyio.to_thread
import strawberry

from api.context import Pinned
from api.http.auth import READER
from api.http.lifespan import Server

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Session:
    """Shared by all root fields of an operation.

    `asked_at`: the clock, read once. `operation`: its name, as the request has it. `facts`: for the audit log. `right`:
    what the request may ask (api.http.auth).
    """

    server: Server
    pinned: Pinned
    asked_at: int
    request_id: str
    operation: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    right: str = READER

    async def walk(self, work: Callable[[], T]) -> T:
        """Do work that takes its time off the event loop, a few at once."""
        return await anyio.to_thread.run_sync(work, limiter=self.server.walks)


Info = strawberry.Info[Session, None]
