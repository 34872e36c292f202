"""Projector: publishes a projection into Neo4j, writing only differences; readers see each edition whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import StoreError
from graph.stores.neo4j.connection import Neo4jConnection
from graph.stores.neo4j.projection.edition import Edition
from graph.stores.neo4j.projection.existing import heal, read_existing
from graph.stores.neo4j.projection.publisher import Progress, Publisher
from graph.stores.neo4j.projection.schema import MARKER, constraints, removals
from graph.stores.projection import Projection

# The version of the written form: if it changes, everything is written anew.
FORM = 3

_STATE = """
MATCH (p:RemitProjection {name: $name})
RETURN p.edition, p.generation, p.digest, p.built_at, p.identity, p.publishing IS NOT NULL
"""
_LEASES = "CREATE CONSTRAINT remit_lease IF NOT EXISTS FOR (n:RemitLease) REQUIRE n.source IS UNIQUE"
_EMPTY = """
MATCH (p:RemitProjection {name: $name})
SET p.edition = 0, p.generation = 0, p.last_n = -1 REMOVE p.digest, p.identity, p.built_at
WITH p MATCH (d:RemitUsageDay) DELETE d
"""


@dataclass(frozen=True, slots=True)
class PublishedProjection:
    """The published projection: `edition` counts publishes; `unfinished`: a publish is under way, or was interrupted."""

    edition: int
    generation: int
    digest: str
    built_at: int
    identity: str
    unfinished: bool


@dataclass(frozen=True, slots=True)
class PublishResult:
    """The result of a publish. `changed` False: the same projection was published already."""

    edition: int
    changed: bool
    written: Mapping[str, int]


class Projector:
    """Publishes projections into one database. One publisher at a time; readers see one whole edition or the next."""

    def __init__(self, connection: Neo4jConnection) -> None:
        self.connection = connection

    def state(self) -> PublishedProjection | None:
        """The published projection; None if no publish was ever completed."""
        rows = self.connection.read(_STATE, name=MARKER)
        if not rows or not rows[0][0]:
            return None
        return PublishedProjection(*rows[0])

    def publish(
        self,
        projection: Projection,
        stamp: tuple[int, str, int],
        *,
        identity: str = "",
        on_progress: Progress | None = None,
    ) -> PublishResult:
        """Publish a projection. `stamp`: generation, digest, built_at; `identity`: of the store it comes from.

        `on_progress(stage, done, total)` reports progress. Raises LeaseHeld while another publisher works, StoreError if one
        took over meanwhile. If it is killed at any point, the old edition stays readable, and the next publisher repairs the rest.
        """
        self._prepare()
        publisher = Publisher(self.connection)
        try:
            edition, interrupted, last_n, *published = publisher.begin()
            if interrupted:
                heal(publisher, edition, _highest(self.connection, last_n))
            if published == [stamp[1], stamp[0], identity, FORM]:
                publisher.end()
                return PublishResult(edition, False, {})
            existing = read_existing(self.connection, _highest(self.connection, last_n))
            edition_writer = Edition(publisher, projection, (edition + 1, last_n), existing, on_progress or _ignore)
            edition_writer.write()
            edition_writer.show(stamp, identity, FORM)
            edition_writer.sweep()
            publisher.end()
        except BaseException:
            # The marker says that something is unfinished; the next publisher need not wait for the lease to lapse.
            with contextlib.suppress(StoreError):
                publisher.give_up()
            raise
        return PublishResult(edition + 1, True, edition_writer.written)

    def drop(self) -> None:
        """Remove the projection, its constraints and indexes. Raises LeaseHeld while a publisher works."""
        if not self.connection.read("MATCH (p:RemitProjection {name: $name}) RETURN p.edition", name=MARKER):
            return
        publisher = Publisher(self.connection)
        try:
            _, _, last_n, *_ = publisher.begin()
            publisher.step((_EMPTY, {"name": MARKER}))
            # For readers nothing is published now: all nodes and relationships are left over.
            heal(publisher, 0, _highest(self.connection, last_n))
            publisher.remove()
            for text in removals():
                self.connection.autocommit(text)
        finally:
            with contextlib.suppress(StoreError):
                publisher.give_up()

    def _prepare(self) -> None:
        for text in (_LEASES, *constraints()):
            self.connection.autocommit(text)
        self.connection.autocommit("CALL db.awaitIndexes(300)")


def _highest(connection: Neo4jConnection, last_n: int) -> int:
    """The highest number of a node, including those of an interrupted publish."""
    ((highest,),) = connection.read("MATCH (e:Entity) WHERE e.n > $n RETURN max(e.n)", n=last_n)
    return last_n if highest is None else int(highest)


def _ignore(stage: str, done: int, total: int) -> None:
    """Ignore progress."""
