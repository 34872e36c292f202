"""The head: one node that names what is current in Neo4j, with the states of the sources that it points to.

`(:RemitHead)` has a property `head`: the generation and, per source, the key of its state. `(:RemitState)` is one source
at one version, with the keys of the pages that hold its claims. States and pages are immutable, only replaced: whoever
holds a head can read all of it for as long as the pages are kept, and a writer that dies leaves pages that no state
names.

Neo4j reads what is committed, statement by statement: two statements may see two different moments, and a scan may miss
rows that move meanwhile. So nothing here is found by scanning. A reader that misses a state or a page starts again from a
newer head.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from graph.errors import LeaseHeld, StoreError
from graph.stores.base import SourceState
from graph.stores.neo4j.connection import Neo4jConnection, Transaction

VERSION = 2

CONSTRAINTS = (
    "CREATE CONSTRAINT remit_head IF NOT EXISTS FOR (n:RemitHead) REQUIRE n.name IS UNIQUE",
    "CREATE CONSTRAINT remit_state IF NOT EXISTS FOR (n:RemitState) REQUIRE n.key IS UNIQUE",
    "CREATE CONSTRAINT remit_page IF NOT EXISTS FOR (n:RemitPage) REQUIRE n.key IS UNIQUE",
    "CREATE CONSTRAINT remit_lease IF NOT EXISTS FOR (n:RemitLease) REQUIRE n.source IS UNIQUE",
    "CREATE CONSTRAINT remit_run IF NOT EXISTS FOR (n:RemitRun) REQUIRE n.number IS UNIQUE",
    "CREATE CONSTRAINT remit_decision IF NOT EXISTS FOR (n:RemitDecision) REQUIRE n.key IS UNIQUE",
    "CREATE INDEX remit_page_source IF NOT EXISTS FOR (n:RemitPage) ON (n.source)",
    "CREATE INDEX remit_state_source IF NOT EXISTS FOR (n:RemitState) ON (n.source)",
)


K = TypeVar("K")

# The tables of whose events are, which no answer needs.
EVENT_TABLES = ("event", "held_event")

_LOCK_HEAD = "MATCH (h:RemitHead {name: 'head'}) SET h.locked = h.locked + 1"
_HEAD = "MATCH (h:RemitHead {name: 'head'}) RETURN h.head"
# A reader that meets a state or page that is being replaced retries after this pause, at most this often.
_PAUSE_S, _TRIES = 0.05, 100


class Head(msgspec.Struct, frozen=True):
    """What is current. `states`: per source the key of its state; `decisions` and `runs`: how many there are."""

    version: int
    identity: str
    generation: int
    states: Mapping[str, str]
    decisions: int
    runs: int


class SourceVersion(msgspec.Struct, frozen=True):
    """One version of one source.

    `pages`: per table the keys of the pages that hold its rows. `fingerprints`: of runs that would change nothing if
    they were repeated, each with the record types it touches. `held_run`: the number of the run that waits for a
    person. `counts`: how many rows of nodes, edges, usage and charges there are.
    """

    state: SourceState
    pages: Mapping[str, tuple[str, ...]] = {}
    fingerprints: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict, name="told")
    held_run: int | None = None
    counts: Mapping[str, int] = {}

    def keys(self, *, with_events: bool = True) -> list[str]:
        """The keys of all its pages, or of all that answers need; ids and texts come first, as readers need them first."""
        return [
            key
            for table, listed in sorted(self.pages.items(), key=lambda item: item[0] not in ("id", "text"))
            if with_events or table not in EVENT_TABLES
            for key in listed
        ]


def prepare(connection: Neo4jConnection) -> Head:
    """The head of a database; a new database gets its constraints and an empty head first."""
    head = _read(connection)
    if head is None:
        for constraint in CONSTRAINTS:
            connection.autocommit(constraint)
        fresh = Head(VERSION, uuid.uuid4().hex[:12], 0, {}, 0, 0)
        connection.write(
            "MERGE (h:RemitHead {name: 'head'}) ON CREATE SET h.locked = 0, h.head = $head", head=_text(fresh)
        )
        head = read_head(connection)
    return head


def read_head(connection: Neo4jConnection) -> Head:
    """The current head."""
    head = _read(connection)
    if head is None:
        raise StoreError(f"{connection.location} no longer holds a Remit store: its head is missing")
    return head


def read_versions(connection: Neo4jConnection) -> tuple[Head, dict[str, SourceVersion]]:
    """The head and the version of each of its sources, by name, all consistent."""
    for _ in range(_TRIES):
        head = read_head(connection)
        rows = connection.read(
            "MATCH (s:RemitState) WHERE s.key IN $keys RETURN s.source, s.body", keys=list(head.states.values())
        )
        if len(rows) == len(head.states):
            return head, {source: msgspec.json.decode(body, type=SourceVersion) for source, body in sorted(rows)}
        time.sleep(_PAUSE_S)
    raise StoreError(f"{connection.location}: the state of a source is missing; was something deleted by hand?")


def read_version(connection: Neo4jConnection, head: Head, source: str) -> SourceVersion | None:
    """The version of one source that a head names; None for a source it does not name."""
    if source not in head.states:
        return None
    rows = connection.read("MATCH (s:RemitState {key: $key}) RETURN s.body", key=head.states[source])
    return msgspec.json.decode(rows[0][0], type=SourceVersion) if rows else None


def lock_head(tx: Transaction) -> Head:
    """The head, locked against other writers until the transaction ends."""
    tx.run(_LOCK_HEAD)
    return _decoded(tx.run(_HEAD)[0][0])


def write_head(tx: Transaction, head: Head) -> None:
    """Make another head current. The caller holds the lock."""
    # A page of events would be more than an older Remit can read.
    text = _text(msgspec.structs.replace(head, version=VERSION))
    tx.run("MATCH (h:RemitHead {name: 'head'}) SET h.head = $head", head=text)


def put_version(tx: Transaction, key: str, body: SourceVersion) -> None:
    """Add a version; it becomes current when a head names it."""
    tx.run(
        "MERGE (s:RemitState {key: $key}) SET s.source = $source, s.body = $body",
        key=key,
        source=body.state.source,
        body=msgspec.json.encode(body).decode(),
    )


def drop_versions(tx: Transaction, keys: Sequence[str]) -> None:
    """Remove versions that no head names any more."""
    tx.run("MATCH (s:RemitState) WHERE s.key IN $keys DELETE s", keys=list(keys))


def require_lease(tx: Transaction, source: str, holder: str) -> None:
    """Raise LeaseHeld if another writer has taken the lease meanwhile."""
    rows = tx.run("MATCH (l:RemitLease {source: $source}) RETURN l.holder", source=source)
    if not rows or rows[0][0] != holder:
        raise LeaseHeld(f"the lease on {source} lapsed and another writer took it; nothing was changed. Load it again")


def _read(connection: Neo4jConnection) -> Head | None:
    rows = connection.read(_HEAD)
    return _decoded(rows[0][0], connection.location) if rows else None


def _decoded(text: str, location: str = "this database") -> Head:
    head = msgspec.json.decode(text, type=Head)
    if head.version > VERSION:
        raise StoreError(f"{location} was written by a newer Remit (schema {head.version}); upgrade this one")
    return head


def _text(head: Head) -> str:
    return msgspec.json.encode(head).decode()
