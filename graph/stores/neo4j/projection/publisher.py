"""Publisher: writes in steps, each applied once, and stops when another publisher has taken over."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Any

from graph.errors import StoreError
from graph.stores.neo4j.connection import Neo4jConnection, Row, Transaction
from graph.stores.neo4j.lease import HOLDERS, acquire, release, renew
from graph.stores.neo4j.projection.schema import MARKER

LEASE = "the projection"
_RENEW_S = 60.0

# SET takes the lock before anything is read, so what is read is current.
_TURN = """
MATCH (p:RemitProjection {name: $name}) SET p.turn = $step
WITH p, p.publisher AS publisher, p.step AS done SET p.step = $step
RETURN publisher, done
"""
_BEGIN = """
MERGE (p:RemitProjection {name: $name})
ON CREATE SET p.edition = 0, p.generation = 0, p.last_n = -1
SET p.turn = 0
WITH p, p.publishing IS NOT NULL AS broken
SET p.publisher = $publisher, p.step = 0, p.publishing = p.edition + 1
RETURN p.edition, broken, p.last_n, p.digest, p.generation, p.identity, p.form
"""
_END = "MATCH (p:RemitProjection {name: $name}) REMOVE p.publishing"
_REMOVE = "MATCH (p:RemitProjection {name: $name, publisher: $publisher}) DELETE p"


class Publisher:
    """One publisher at work. Its lease keeps others out; its token on the marker stops it once another has taken over."""

    def __init__(self, connection: Neo4jConnection) -> None:
        self.connection, self._token, self._steps = connection, secrets.token_hex(8), 0
        self._renewed = time.monotonic()
        HOLDERS.add(self._token)

    def begin(self) -> Row:
        """Take the lease and mark that a publish is under way: (edition, whether an earlier one was interrupted, ...)."""

        def work(tx: Transaction) -> Row:
            acquire(tx, LEASE, self._token)
            (row,) = tx.run(_BEGIN, name=MARKER, publisher=self._token)
            return row

        return self.connection.atomically(work)

    def step(self, *statements: tuple[str, dict[str, Any]]) -> list[Row]:
        """Run statements in one transaction, once, however often it has to be tried; the rows of the last one.

        There are no rows if an attempt was committed but its response was lost. Raises StoreError if another publisher
        took over.
        """
        self._steps += 1
        self._keep_lease()
        return self.connection.atomically(lambda tx: self._turn(tx, statements))

    def end(self) -> None:
        """Mark the publish as complete and release the lease."""
        self.step((_END, {"name": MARKER}))
        self.give_up()

    def remove(self) -> None:
        """Delete the marker, so that readers see nothing."""
        self.connection.write(_REMOVE, name=MARKER, publisher=self._token)

    def give_up(self) -> None:
        """Release the lease; an unfinished publish stays marked."""
        HOLDERS.discard(self._token)
        self.connection.atomically(lambda tx: release(tx, LEASE, self._token))

    def _turn(self, tx: Transaction, statements: tuple[tuple[str, dict[str, Any]], ...]) -> list[Row]:
        marker = tx.run(_TURN, name=MARKER, step=self._steps)
        if not marker or marker[0][0] != self._token:
            raise StoreError(
                f"another publisher took over the projection in {self.connection.location}; nothing is lost"
            )
        rows: list[Row] = []
        if marker[0][1] < self._steps:
            for text, values in statements:
                rows = tx.run(text, **values)
        return rows

    def _keep_lease(self) -> None:
        if time.monotonic() - self._renewed > _RENEW_S:
            renew(self.connection, LEASE, self._token)
            self._renewed = time.monotonic()


Progress = Callable[[str, int, int], None]
