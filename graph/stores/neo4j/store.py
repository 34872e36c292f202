"""The shared store: one Neo4j database, for many loaders, services and people at once."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from graph.claims import Decision, Record, RunHeader
from graph.errors import InputError, ObservationTooOld, StoreError
from graph.moment import write_moment
from graph.reason import FAILED, Reason
from graph.stores.base import Claims, DaysRead, Outcome, Run, RunState, SourceState
from graph.stores.graph_store import QueryLimits, QueryResult
from graph.stores.neo4j.claims.commit import Commit, RunRecord, keep_decision, read_decisions
from graph.stores.neo4j.claims.head import Head, SourceVersion, prepare, read_head, read_version, read_versions
from graph.stores.neo4j.claims.page_store import MissingPage, drop_pages, get_pages
from graph.stores.neo4j.claims.read import ClaimsReader, count_open
from graph.stores.neo4j.claims.run_writer import RunWriter, rewrite_source
from graph.stores.neo4j.claims.staging import SOURCE
from graph.stores.neo4j.connection import Neo4jConnection
from graph.stores.neo4j.cypher.ask import ask
from graph.stores.neo4j.cypher.bounds import memory_advice
from graph.stores.neo4j.lease import HOLDERS, acquire, release
from graph.stores.neo4j.projection.projector import Projector
from graph.stores.projection import Projection
from graph.stores.sql.apply import RunEnd, accept_held, purge_claims
from graph.stores.state import complete_scopes, new_state, run_counts

T = TypeVar("T")

# How often a change is retried because another writer changed the same source, and a read because pages were replaced.
_TRIES = 20
_MAX_STATEMENT_S = 600.0
_RUNS = """
MATCH (r:RemitRun) WHERE r.number <= $newest
RETURN r.number, r.source, r.observed_at, r.state, r.reasons, r.counts ORDER BY r.number DESC LIMIT $limit
"""
_RUN_MOMENTS = """
MATCH (r:RemitRun) WHERE r.number <= $newest AND r.state <> $failed RETURN r.number, r.source, r.observed_at
"""


class Neo4jStore:
    """One handle on one database.

    A run is staged and applied on this machine. Its pages are written one by one, and then, in one small transaction, a
    head that names them. Several threads may read; only one may write.
    """

    def __init__(self, connection: Neo4jConnection) -> None:
        self.connection = connection
        self._holder = uuid.uuid4().hex
        self._writers: dict[int, RunWriter] = {}
        self._numbers = 0
        self._identity = prepare(connection).identity
        self._counted: tuple[int, Mapping[str, Any]] | None = None
        HOLDERS.add(self._holder)

    @classmethod
    def open(cls, url: str) -> Neo4jStore:
        """`neo4j://user:password@host:7687/database`; see `Neo4jConnection.open` for the other forms."""
        connection = Neo4jConnection.open(url)
        try:
            return cls(connection)
        except BaseException:
            connection.close()
            raise

    def begin(self, header: RunHeader, origin: str = "") -> Run:
        self._known(header)
        self.connection.atomically(lambda tx: acquire(tx, header.source, self._holder))
        try:
            # Again, under the lease: its last holder may just have finished.
            body = self._known(header)
            self._numbers += 1
            run = Run(self._numbers, header, origin)
            known = frozenset(body.fingerprints if body is not None else ())
            self._writers[run.number] = RunWriter(run, self._holder, self.connection, known)
        except BaseException:
            self._release(header.source)
            raise
        return run

    def write(self, run: Run, records: Sequence[Record], lines: Sequence[int]) -> None:
        self._writers[run.number].put(records, lines)

    def check(self, run: Run) -> None:
        self._writers[run.number].check()

    def finish(
        self,
        run: Run,
        *,
        complete: Sequence[str] | None = None,
        reasons: Sequence[Reason] = (),
        checkpoint: str | None = None,
        days_read: DaysRead | None = None,
    ) -> Outcome:
        header = run.header
        ending = RunEnd(complete_scopes(header, complete), tuple(reasons), checkpoint, days_read)

        def attempt(head: Head) -> tuple[Outcome, list[str]] | None:
            applied, body = self._writers[run.number].apply(self._state(head, header.source), ending)
            counts = run_counts(applied.outcome(0, 0))
            record = RunRecord(header.source, header.observed_at, applied.run_state, ending.reasons, counts)
            lease = (header.source, self._holder)
            made = Commit(head, {header.source: body}, applied.changed, record, lease).make(self.connection)
            return None if made is None else (applied.outcome(made.runs, made.generation), body.keys())

        outcome, pages = self._retry(header.source, attempt)
        self._writers.pop(run.number).close()
        self._reacquire(header.source)
        drop_pages(self.connection, header.source, pages)
        return outcome

    def abandon(self, run: Run, reason: Reason | None = None) -> None:
        writer = self._writers.pop(run.number, None)
        if writer is None:
            return
        writer.close()
        source = run.header.source

        def attempt(head: Head) -> Head | None:
            body = self._state(head, source) or SourceVersion(new_state(run.header))
            failed = msgspec.structs.replace(body.state, state=FAILED, reasons=(reason,) if reason else ())
            record = RunRecord(source, run.header.observed_at, FAILED, failed.reasons, {})
            return Commit(head, {source: msgspec.structs.replace(body, state=failed)}, run=record).make(self.connection)

        if reason is not None:
            self._retry(source, attempt)
        self._release(source)

    def decide(self, decision: Decision) -> bool:
        return keep_decision(self.connection, decision)

    def accept_run(self, source: str) -> Outcome:
        def attempt(head: Head) -> tuple[Outcome, list[str]] | None:
            before = self._state(head, source)
            if before is None:
                raise InputError(f"no run of {source} is held")
            (_, applied), body = rewrite_source(
                self.connection, before, lambda tables: accept_held(tables, SOURCE, before.state, source)
            )
            after = msgspec.structs.replace(body, state=applied.state, held_run=None)
            made = Commit(head, {source: after}, applied.changed).make(self.connection)
            return None if made is None else (applied.outcome(before.held_run or 0, made.generation), body.keys())

        outcome, pages = self._retry(source, attempt)
        drop_pages(self.connection, source, pages)
        return outcome

    def remove_source(self, source: str) -> Mapping[str, int]:
        def attempt(head: Head) -> Mapping[str, int] | None:
            before = self._state(head, source)
            if before is None:
                raise InputError(f"there is no source {source}; `remit source list` shows them")
            return None if Commit(head, {source: None}, True).make(self.connection) is None else before.counts

        counts = self._retry(source, attempt)
        drop_pages(self.connection, source, ())
        return {what: counts.get(what, 0) for what in ("nodes", "edges", "usage", "charges")}

    def purge(self, before: int) -> Mapping[str, int]:
        def attempt(head: Head) -> tuple[dict[str, int], dict[str, SourceVersion]] | None:
            removed, changed = {"nodes": 0, "edges": 0}, {}
            for source in head.states:
                body = self._state(head, source)
                if body is None:
                    return None
                counts, after = rewrite_source(self.connection, body, lambda tables: purge_claims(tables, before))
                if any(counts.values()):
                    changed[source] = after
                    removed = {what: count + counts[what] for what, count in removed.items()}
            made = Commit(head, changed, bool(changed)).make(self.connection)
            return None if made is None else (removed, changed)

        removed, changed = self._retry("a source", attempt)
        for source, body in changed.items():
            drop_pages(self.connection, source, body.keys())
        return removed

    def identity(self) -> str:
        return self._identity

    def generation(self) -> int:
        return read_head(self.connection).generation

    def sources(self) -> Sequence[SourceState]:
        _, bodies = read_versions(self.connection)
        return [bodies[source].state for source in _ordered(bodies)]

    def runs(self, limit: int = 50) -> Sequence[RunState]:
        rows = self.connection.read(_RUNS, newest=read_head(self.connection).runs, limit=limit)
        return [
            RunState(
                number, source, moment, state, msgspec.json.decode(why, type=tuple[Reason, ...]), json.loads(counts)
            )
            for number, source, moment, state, why, counts in rows
        ]

    def run_moments(self) -> Sequence[tuple[int, str, int]]:
        rows = self.connection.read(_RUN_MOMENTS, newest=read_head(self.connection).runs, failed=FAILED)
        return [(number, source, moment) for number, source, moment in rows]

    def counts(self) -> Mapping[str, Any]:
        head, bodies = read_versions(self.connection)
        if self._counted is None or self._counted[0] != head.generation:
            self._counted = (head.generation, count_open(self.read()))
        rows = {what: sum(body.counts.get(what, 0) for body in bodies.values()) for what in ("usage", "charges")}
        return {**self._counted[1], **rows}

    def read(self, *, with_events: bool = False) -> Claims:
        for _ in range(_TRIES):
            head, bodies = read_versions(self.connection)
            names, reader = _ordered(bodies), ClaimsReader()
            try:
                for index, source in enumerate(names):
                    reader.add(index, get_pages(self.connection, bodies[source].keys(with_events=with_events)))
            except MissingPage:
                continue
            states = [bodies[source].state for source in names]
            claims = reader.claims(head.generation, states, read_decisions(self.connection, head))
            return replace(claims, events=reader.events()) if with_events else claims
        raise StoreError(f"{self.connection.location}: claims are missing; was something deleted by hand?")

    def projected(self) -> tuple[int, str, str] | None:
        """The generation, digest and identity of the published projection; None where nothing was published."""
        state = Projector(self.connection).state()
        return None if state is None else (state.generation, state.digest, state.identity)

    def project(
        self,
        projection: Projection,
        stamp: tuple[int, str, int],
        identity: str,
        on_progress: Callable[[str, int, int], None] | None = None,
    ) -> None:
        """Publish a projection of a snapshot; `stamp`: its generation, digest and build time."""
        Projector(self.connection).publish(projection, stamp, identity=identity, on_progress=on_progress)

    def ask(self, text: str, parameters: Mapping[str, Any], limits: QueryLimits) -> QueryResult:
        """Answer one read-only Cypher statement; graph.stores.neo4j.cypher.ask lists what is refused."""
        return ask(self.connection, text, parameters, limits)

    def advice(self) -> list[str]:
        """What an administrator should set on the server; empty where nothing is missing."""
        return memory_advice(self.connection)

    def cypher(self, text: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """All rows of one of Remit's own read-only statements; StoreError after ten minutes."""
        return self.connection.atomically(
            lambda tx: tx.run(text, **parameters), write=False, timeout_s=_MAX_STATEMENT_S
        )

    def close(self) -> None:
        try:
            for number in list(self._writers):
                writer = self._writers.pop(number)
                writer.close()
                self._release(writer.run.header.source)
        finally:
            HOLDERS.discard(self._holder)
            self.connection.close()

    def _retry(self, source: str, attempt: Callable[[Head], T | None]) -> T:
        """Retry on the newest head until no other writer has interfered."""
        for _ in range(_TRIES):
            try:
                result = attempt(read_head(self.connection))
            except MissingPage:
                continue
            if result is not None:
                return result
        raise StoreError(f"{source} is being changed by other writers all the time; nothing was written. Try again")

    def _state(self, head: Head, source: str) -> SourceVersion | None:
        body = read_version(self.connection, head, source)
        if body is None and source in head.states:
            raise MissingPage(f"the state of {source} was replaced")
        return body

    def _known(self, header: RunHeader) -> SourceVersion | None:
        """The source before a run; raises InputError or ObservationTooOld if the run cannot follow it."""
        body = self._retry(header.source, lambda head: (self._state(head, header.source),))[0]
        if body is not None and header.restore:
            raise InputError(f"{header.source} is in this store already; a restore needs `remit source remove` first")
        if body is not None and header.observed_at < body.state.last_observed:
            raise ObservationTooOld(
                f"{header.source} was last observed at {write_moment(body.state.last_observed)}; "
                f"this run is older ({write_moment(header.observed_at)})"
            )
        return body

    def _release(self, source: str) -> None:
        """Release a lease, unless another run of this handle needs it."""
        if all(writer.run.header.source != source for writer in self._writers.values()):
            self.connection.atomically(lambda tx: release(tx, source, self._holder))

    def _reacquire(self, source: str) -> None:
        """Acquire the lease again if another run of this handle on the same source still needs it."""
        if any(writer.run.header.source == source for writer in self._writers.values()):
            self.connection.atomically(lambda tx: acquire(tx, source, self._holder))


def _ordered(bodies: Mapping[str, SourceVersion]) -> list[str]:
    return sorted(bodies, key=str.encode)
