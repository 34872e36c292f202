"""Connections of one server process: how many there may be, and how long each may take to send a head."""

from __future__ import annotations

import asyncio
import ipaddress
from collections import Counter
from collections.abc import Callable
from typing import Any

import h11
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

# The key under which an application gives the table of its connections to the server that runs it.
TABLE = "connections"
# How long a client may take from the first byte of a head to its last, or to its first byte on a new connection.
HEAD_S = 10.0
# How long a client may go on to send a body that was answered unread.
LINGER_S = 5.0
# How long a client may take to read the end of an answer, and how many bytes a second it reads beyond that.
READ_S, READ_RATE = 60.0, 64 * 2**10
# Connections that have not authenticated: of one peer, and in all.
MAX_PEER_STRANGERS, MAX_STRANGERS = 64, 256
# A stranger may stay so long beyond that, for all of many who come at once: their heads are on the way, or unread here.
BURST_S, MAX_BURST = 2.0, 1024
# How long an idle connection stays open while the server ends: a request may be on its way.
DRAIN_S = 0.5
# Connections that have: beyond it each is told to come again later, and closed.
MAX_CONNECTIONS = 512


class ConnectionTable:
    """Every open connection: strangers, which have not authenticated, oldest first, and the rest.

    A new connection always finds room: where there is none, the stranger that has waited longest is closed, of its own
    peer first, else of the peer that has most, a moment later if it just came. Who sends a head at once is therefore
    answered, however many do not and however many come with them.
    """

    def __init__(self) -> None:
        self._strangers: dict[BoundedProtocol, None] = {}
        self._peers: Counter[str] = Counter()
        self._known: dict[BoundedProtocol, None] = {}
        self._is_trimming = False
        # Set when the server ends: a connection that was accepted just before is made, and would ask on, after that.
        self.is_draining = False

    def add(self, connection: BoundedProtocol) -> None:
        """Take in a new connection as a stranger; where there are too many, one is closed."""
        if len(self._strangers) >= MAX_BURST:
            self._close_oldest(max(self._peers, key=self._peers.__getitem__))
        self._strangers[connection] = None
        self._peers[connection.peer] += 1
        if self._crowded_peer(connection.peer) is not None and not self._is_trimming:
            self._trim_later(connection)

    def _trim_later(self, newest: BoundedProtocol) -> None:
        """Close what is too much a moment later, of the strangers up to this one."""
        self._is_trimming = True
        newest.loop.call_later(BURST_S, after_reading, newest.loop, self._trim, newest)

    def _trim(self, newest: BoundedProtocol) -> None:
        """Close strangers that have had their time, oldest first; those of whom a head came are being answered and stay."""
        self._is_trimming = False
        for stranger in [*self._strangers]:
            crowded = self._crowded_peer(stranger.peer)
            if crowded is None and len(self._strangers) <= MAX_STRANGERS:
                continue
            if stranger.opened_at > newest.opened_at:
                self._trim_later(next(reversed(self._strangers)))
                return
            if crowded == stranger.peer and stranger.is_idle:
                stranger.drop()

    def _crowded_peer(self, peer: str) -> str | None:
        """Whose stranger should give way: this peer's if it has too many, the greatest one's if all together have."""
        if self._peers[peer] > MAX_PEER_STRANGERS:
            return peer
        return max(self._peers, key=self._peers.__getitem__) if len(self._strangers) > MAX_STRANGERS else None

    def authenticate(self, connection: BoundedProtocol) -> bool:
        """Count a connection as one of a known caller from now on; False if there are too many of those already."""
        if connection in self._known:
            return True
        if len(self._known) >= MAX_CONNECTIONS:
            idle = next((other for other in self._known if other.is_idle), None)
            if idle is None:
                return False
            idle.drop()
        if connection in self._strangers:
            self._forget_stranger(connection)
            self._known[connection] = None
        return True

    def remove(self, connection: BoundedProtocol) -> None:
        """Forget a connection that is closed, whichever it was."""
        if connection in self._strangers:
            self._forget_stranger(connection)
        self._known.pop(connection, None)

    def _forget_stranger(self, connection: BoundedProtocol) -> None:
        del self._strangers[connection]
        self._peers[connection.peer] -= 1
        if not self._peers[connection.peer]:
            del self._peers[connection.peer]

    def _close_oldest(self, peer: str) -> None:
        """Close the stranger of a peer that has waited longest; one that is being answered only if all are."""
        of_peer = [stranger for stranger in self._strangers if stranger.peer == peer]
        next((stranger for stranger in of_peer if stranger.is_idle), of_peer[0]).drop()


class BoundedProtocol(H11Protocol):
    """HTTP/1.1 on one connection, with a deadline for each head, for what follows an answer, and for reading one.

    Needs the application's lifespan to put a ConnectionTable into its state, as TABLE. `scope["state"]["connection"]`
    is the connection itself.
    """

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, {**app_state, "connection": self}, _loop)
        self._table: ConnectionTable = app_state[TABLE]
        self._deadline: asyncio.TimerHandle | None = None
        self._is_lingering = self._is_draining = False
        self.peer, self.opened_at = "", 0.0

    @property
    def is_idle(self) -> bool:
        """Whether no request is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def authenticate(self) -> bool:
        """Count this connection as one of a known caller; False if there are too many, and it should be closed."""
        return self._table.authenticate(self)

    def drop(self) -> None:
        """Close at once, whatever is unsent."""
        self._table.remove(self)
        self.transport.abort()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.peer, self.opened_at = peer_of(self.client), self.loop.time()
        self._table.add(self)
        self._set_deadline(HEAD_S)
        if self._table.is_draining:
            self.shutdown()

    def connection_lost(self, exc: Exception | None) -> None:
        self._table.remove(self)
        self._set_deadline(None)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        answered = self.cycle
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._is_draining and self.cycle is not answered:
            self._make_last()
        if self.conn.their_state is not h11.IDLE:
            # A head is complete; what it announces has its deadline where it is read (api.http.body).
            if not self._is_lingering:
                self._set_deadline(None)
        elif self._deadline is None or self._is_lingering:
            self._is_lingering = False
            self._set_deadline(HEAD_S)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if unread := self.transport.get_write_buffer_size():
            self.loop.call_later(READ_S + unread / READ_RATE, self._abort_unread, self.cycle)
        if not self.transport.is_closing() and self.is_idle and self.conn.their_state is h11.SEND_BODY:
            self._is_lingering = True
            self._set_deadline(LINGER_S)

    def shutdown(self) -> None:
        """Answer what has come or is on its way, saying that it is the last, then close."""
        self._is_draining = True
        if self.is_idle:
            self.loop.call_later(DRAIN_S, after_reading, self.loop, self._close_idle)
        else:
            self._make_last()

    def _make_last(self) -> None:
        """Close after the answer that is being given; where its head is not sent yet, it says so."""
        self.cycle.default_headers = [*self.cycle.default_headers, (b"connection", b"close")]
        self.cycle.keep_alive = False

    def _close_idle(self) -> None:
        if self.is_idle and not self.transport.is_closing():
            super().shutdown()

    def _set_deadline(self, seconds: float | None) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = None if seconds is None else self.loop.call_later(seconds, self.drop)

    def _abort_unread(self, cycle: object) -> None:
        """Close where the client still has not read the answer of this cycle."""
        if self.cycle is cycle and self.transport.get_write_buffer_size():
            self.drop()


def after_reading(loop: asyncio.AbstractEventLoop, function: Callable[..., None], *arguments: Any) -> None:
    """Call a function when all was read that had come by now: on a busy loop a head may wait unread for long.

    A new connection is polled one turn after it was made, and read in the turn after that.
    """
    loop.call_soon(loop.call_soon, loop.call_soon, function, *arguments)


def peer_of(client: tuple[str, int] | None) -> str:
    """Whom a connection counts for: an IPv4 address, or the network of an IPv6 address that one customer has (/64)."""
    host = client[0] if client else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if address.version == 4:
        return host
    return str(ipaddress.ip_network((address, 64), strict=False))
