"""Leases in the Neo4j database, by the server's clock."""

from __future__ import annotations

from graph.errors import LeaseHeld
from graph.stores.lease import LEASE_S, is_alive, this_process
from graph.stores.neo4j.connection import Neo4jConnection, Transaction

_LOCK = """
MERGE (l:RemitLease {source: $source})
ON CREATE SET l.locked = 0
SET l.locked = l.locked + 1
RETURN l.holder, l.process, l.until, timestamp() / 1000.0
"""
_TAKE = "MATCH (l:RemitLease {source: $source}) SET l.holder = $holder, l.process = $process, l.until = $until"
_RELEASE = "MATCH (l:RemitLease {source: $source}) WHERE l.holder = $holder REMOVE l.holder, l.process, l.until"


# The open holders of this process: a lease of a closed one, which it could not release because the server was away, is free.
HOLDERS: set[str] = set()


def acquire(tx: Transaction, source: str, holder: str) -> None:
    """Take or renew the lease, inside the caller's transaction. Raises LeaseHeld."""
    ((current_holder, process, until, now),) = tx.run(_LOCK, source=source)
    if current_holder not in (None, holder) and now < until and _is_open(current_holder, process, until, now):
        raise LeaseHeld(f"another writer ({process}) is writing {source}; try again when it has finished")
    tx.run(_TAKE, source=source, holder=holder, process=this_process(), until=now + LEASE_S)


def renew(connection: Neo4jConnection, source: str, holder: str) -> None:
    """Renew the lease. Raises LeaseHeld if another holder has taken it meanwhile."""
    connection.atomically(lambda tx: acquire(tx, source, holder))


def release(tx: Transaction, source: str, holder: str) -> None:
    """Release the lease, inside the caller's transaction."""
    tx.run(_RELEASE, source=source, holder=holder)


def _is_open(holder: str, process: str, until: float, now: float) -> bool:
    return holder in HOLDERS if process == this_process() else is_alive(process, until, now)
