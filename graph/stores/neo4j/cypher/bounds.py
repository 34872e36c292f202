"""Bounds that hold whatever the server does: bytes are counted as they come, and nobody waits beyond a deadline.

Neo4j looks at its own timeout, and at TERMINATE TRANSACTIONS, between rows. Within one expression (`reduce`, `all`, a list
comprehension over a long list) it does not look at all: such a statement runs on until the expression ends, whoever ends
its transaction. So this process stops waiting, tells the server to end the transaction as soon as it can, and asks it for
no other statement of a person while one that was ended still runs.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from neo4j import Transaction
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import StoreError
from graph.stores.neo4j.connection import Neo4jConnection, translated_errors

# Beyond the server's own timeout, which it keeps unless it is within one expression.
GRACE_S = 2.0
# The bytes of one row as it comes: the driver makes a whole row of Python objects, at up to 64 bytes each.
MOST_ROW_BYTES = 4 * 2**20
# How long the server may take to say which statements it runs, and to mark one as ended.
_ASIDE_S = 10.0
# How long a statement that was ended is given to end before another is refused, and how often it is looked at.
ENDING_S, _ENDING_PAUSE_S = 2.0, 0.05

_ENDED = """
SHOW TRANSACTIONS YIELD metaData, status, elapsedTime
WHERE metaData.app = 'remit' AND metaData.run IS NOT NULL AND status STARTS WITH 'Terminated'
RETURN count(*), max(elapsedTime.seconds)
"""
_OF_RUN = "SHOW TRANSACTIONS YIELD transactionId, metaData WHERE metaData.run = $run RETURN transactionId"
_MEMORY_SETTING = "db.memory.transaction.max"
_MEMORY = f"SHOW SETTINGS YIELD name, value WHERE name = '{_MEMORY_SETTING}' RETURN value"
_TERMINATE = "TERMINATE TRANSACTIONS $ids"


class BoundedInbox:
    """The messages of one connection of the driver, with a limit for all of them and for each.

    It stands in front of the driver's inbox and, for that one, in front of its socket. What is beyond a limit breaks the
    connection, as nothing else stops a server that is sending.
    """

    def __init__(self, inbox: Any, size: int) -> None:
        self._inbox, self._socket, self._size = inbox, inbox._socket, size
        self._received = self._of_message = 0
        self.is_full = False

    def pop(self, hydration_hooks: Any) -> Any:
        """The next message, as the driver asks for it."""
        self._of_message = 0
        return self._inbox.pop(hydration_hooks)

    def recv_into(self, buffer: Any, count: int) -> int:
        """Bytes of the socket; raises OSError beyond a limit, before they are held."""
        if self._received + count > self._size or self._of_message + count > MOST_ROW_BYTES:
            self.is_full = True
            raise OSError("the answer is larger than its limit")
        received: int = self._socket.recv_into(buffer, count)
        self._received += received
        self._of_message += received
        return received

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inbox, name)


class Bounds:
    """What became of the bounds of one transaction: `is_full` and `is_late` say which was reached."""

    def __init__(self, inbox: BoundedInbox, seconds: float) -> None:
        self._inbox, self._deadline = inbox, time.monotonic() + seconds

    @property
    def is_full(self) -> bool:
        """Whether more came than may be held."""
        return self._inbox.is_full

    @property
    def is_late(self) -> bool:
        """Whether the deadline has passed."""
        return time.monotonic() >= self._deadline


@contextmanager
def bounded(transaction: Transaction, seconds: float, size: int) -> Iterator[Bounds]:
    """Read a transaction's results no longer than `seconds`, and no more than `size` bytes of them.

    Beyond either its connection breaks: the driver raises DriverError, and the server rolls back.
    """
    # The driver has no such limits, so its parts are reached into; its version is pinned, and tests hold this.
    connection: Any = transaction._connection
    inbox = connection.inbox
    bounded_inbox = BoundedInbox(inbox, size)
    bounds = Bounds(bounded_inbox, seconds)
    sock = inbox._socket
    inbox._socket, connection.inbox = bounded_inbox, bounded_inbox
    sock.set_read_deadline(seconds)
    try:
        yield bounds
    finally:
        inbox._socket, connection.inbox = sock, inbox
        sock.set_read_deadline(None)


def terminate(connection: Neo4jConnection, run: str) -> None:
    """Mark the transaction of a run as ended, on a connection beside it; where that fails, its own timeout does."""
    with contextlib.suppress(DriverError, Neo4jError, OSError), connection.session(write=False) as session:
        ids = [record[0] for record in session.run(_OF_RUN, run=run)]
        if ids:
            session.run(_TERMINATE, ids=ids).consume()


def refuse_while_ending(connection: Neo4jConnection) -> None:
    """Raise StoreError while the server still runs a statement that was ended, of this process or another.

    Most end within moments of being told to, so it is asked again for a while first.
    """
    refused_at = time.monotonic() + ENDING_S
    while (ending := _ending(connection)) is not None:
        if time.monotonic() >= refused_at:
            raise StoreError(
                f"{connection.location} still runs a statement that was ended, for {ending} s now: Neo4j cannot stop within "
                "one expression. Ask again when it is done; restart Neo4j if that takes too long"
            )
        time.sleep(_ENDING_PAUSE_S)


def _ending(connection: Neo4jConnection) -> int | None:
    """For how many seconds the oldest statement that was ended still runs; None where there is none."""
    # A user who may not see transactions cannot be told of them.
    with (
        translated_errors(connection.location),
        contextlib.suppress(Neo4jError),
        connection.session(write=False) as session,
        session.begin_transaction(timeout=_ASIDE_S) as transaction,
    ):
        number, longest_s = next(tuple(record) for record in transaction.run(_ENDED))
        transaction.rollback()
        return longest_s if number else None
    return None


def memory_advice(connection: Neo4jConnection) -> list[str]:
    """What to set on a server that gives one statement as much memory as it wants; empty where a limit is set.

    A server that does not say (Aura, a user without the right) has limits of its own, or an administrator.
    """
    try:
        values = [value for (value,) in connection.read(_MEMORY)]
    except StoreError:
        return []
    if not any(value.startswith("0B") or value == "0" for value in values):
        return []
    return [
        f"{connection.location} gives one statement all of its memory; set {_MEMORY_SETTING}=512m on the server, so that a "
        "statement that needs more is ended instead of the server"
    ]
