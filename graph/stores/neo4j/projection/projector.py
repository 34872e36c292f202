"""This file knows how a projection is published into Neo4j: what differs alone, each edition whole or not seen at all."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import StoreError
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.projection.edition import Edition
from graph.stores.neo4j.projection.existing import heal, read_existing
from graph.stores.neo4j.projection.publisher import Progress, Publisher
from graph.stores.neo4j.projection.schema import MARKER, constraints, removals
from graph.stores.projection import Projection

# The form in which content is written: in another one everything is written anew.
FORM = 1

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
class ProjectionState:
    """What the projection shows: `edition` counts publishes; `unfinished`: a publish is under way, or broke off."""

    edition: int
    generation: int
    digest: str
    built_at: int
    identity: str
    unfinished: bool


@dataclass(frozen=True, slots=True)
class PublishResult:
    """What a publish wrote. `changed` False: the projection showed this already."""

    edition: int
    changed: bool
    written: Mapping[str, int]


class Projector:
    """Shows projections in one database. One publisher at a time; readers see an edition whole, or the next one."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def state(self) -> ProjectionState | None:
        """What is shown now; None where nothing was ever published whole."""
        rows = self.connection.read(_STATE, name=MARKER)
        if not rows or not rows[0][0]:
            return None
        return ProjectionState(*rows[0])

    def publish(
        self,
        projection: Projection,
        stamp: tuple[int, str, int],
        *,
        identity: str = "",
        on_progress: Progress | None = None,
    ) -> PublishResult:
        """Show this projection. `stamp`: generation, digest, built_at; `identity` tells the store it is of.

        `on_progress` hears (stage, done, total). Raises LeaseHeld while another publisher works, StoreError if one
        took over meanwhile. Killed at any point it leaves the old edition readable; the next publisher mends the rest.
        """
        self._prepare()
        publisher = Publisher(self.connection)
        try:
            edition, broken, last_n, *shown = publisher.begin()
            if broken:
                heal(publisher, edition, _highest(self.connection, last_n))
            if shown == [stamp[1], stamp[0], identity, FORM]:
                publisher.end()
                return PublishResult(edition, False, {})
            present = read_existing(self.connection, _highest(self.connection, last_n))
            made = Edition(publisher, projection, (edition + 1, last_n), present, on_progress or _quiet)
            made.write()
            made.show(stamp, identity, FORM)
            made.sweep()
            publisher.end()
        except BaseException:
            # The marker says that something is unfinished; who comes next need not wait for the lease to lapse.
            with contextlib.suppress(StoreError):
                publisher.give_up()
            raise
        return PublishResult(edition + 1, True, made.written)

    def drop(self) -> None:
        """Remove the projection, its constraints and indexes. Raises LeaseHeld while a publisher works."""
        if not self.connection.read("MATCH (p:RemitProjection {name: $name}) RETURN p.edition", name=MARKER):
            return
        publisher = Publisher(self.connection)
        try:
            _, _, last_n, *_ = publisher.begin()
            publisher.step((_EMPTY, {"name": MARKER}))
            # To a reader nothing is published now: all there is is left over.
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


def _highest(connection: Connection, last_n: int) -> int:
    """The highest number of a node: one that a publish which broke off gave included."""
    ((highest,),) = connection.read("MATCH (e:Entity) WHERE e.n > $n RETURN max(e.n)", n=last_n)
    return last_n if highest is None else int(highest)


def _quiet(stage: str, done: int, total: int) -> None:
    """Nobody listens."""
