"""Sessions of browsers as callers: what a session may do follows, at each request, from what its person signed in by."""

from __future__ import annotations

import threading
from collections.abc import Callable

import anyio.to_thread

from api.access.caller import Caller
from api.access.sessions import Login, Sessions
from api.errors import Refusal

TOKEN_METHOD = "token"


class BrowserSessions:
    """Sessions of one server, off the event loop.

    `open_sessions` is called when the first is needed. `resolve`, in any thread, gives the caller of a login as of now:
    None, or a Refusal, once its token was revoked or its groups have no role any more.
    """

    def __init__(self, open_sessions: Callable[[], Sessions], resolve: Callable[[Login], Caller | None]) -> None:
        self._open_sessions, self._resolve = open_sessions, resolve
        self._sessions: Sessions | None = None
        self._lock = threading.Lock()

    async def caller_of(self, session_id: str) -> Caller | None:
        """Whom a session is of; None for one that is over, and for any other text. Raises StoreError."""
        return await anyio.to_thread.run_sync(self._caller_of, session_id) if session_id else None

    async def begin(self, login: Login, instead_of: str = "") -> str:
        """The id of a new session; the one that the browser had ends. Raises StoreError."""
        if instead_of:
            await self.end(instead_of)
        return await anyio.to_thread.run_sync(lambda: self._opened().begin(login))

    async def end(self, session_id: str) -> None:
        """End a session. Raises StoreError."""
        await anyio.to_thread.run_sync(lambda: self._opened().end(session_id))

    def close(self) -> None:
        """Close the file of the sessions."""
        if self._sessions is not None:
            self._sessions.close()

    def _opened(self) -> Sessions:
        with self._lock:
            if self._sessions is None:
                self._sessions = self._open_sessions()
            return self._sessions

    def _caller_of(self, session_id: str) -> Caller | None:
        login = self._opened().use(session_id)
        try:
            return None if login is None else self._resolve(login)
        except Refusal:
            return None
