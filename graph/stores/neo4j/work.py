"""This file knows one run on its way into the database: what was staged of it, and what it leaves its source with."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TypeVar

import msgspec

from graph.claims import Record
from graph.stores import base
from graph.stores.base import Run
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.head import Body
from graph.stores.neo4j.lease import renew
from graph.stores.neo4j.library import get_pages, put_pages
from graph.stores.neo4j.scratch import SOURCE, Scratch
from graph.stores.tables.apply import Applied, Ending, apply_run, told_again

T = TypeVar("T")

_RENEW_S = 60.0
_SPELL = msgspec.msgpack.Encoder(order="deterministic")


@dataclass(slots=True)
class Work:
    """A run that was begun; `holder` has the lease on its source."""

    run: Run
    holder: str
    connection: Connection
    scratch: Scratch = field(default_factory=Scratch)
    _sum: int = 0
    _count: int = 0
    _renewed: float = field(default_factory=time.monotonic)

    def put(self, records: Sequence[Record], lines: Sequence[int]) -> None:
        """Stage records, and take them into the run's fingerprint."""
        self.scratch.stage.put(self.run, records, lines)
        for record in records:
            # Which record it is tells its length and its first byte: a sum is the same in every order.
            spelled = _SPELL.encode((type(record).__name__, record))
            self._sum += int.from_bytes(blake2b(spelled, digest_size=16).digest(), "big")
        self._count += len(records)
        self.going_on()

    def going_on(self) -> None:
        """Keep the lease while long work lasts."""
        if time.monotonic() - self._renewed > _RENEW_S:
            renew(self.connection, self.run.header.source, self.holder)
            self._renewed = time.monotonic()

    def fingerprint(self, complete: frozenset[str]) -> str:
        """What the run tells, in whatever order it told it: its records, and what it vouches for."""
        header = self.run.header
        told = (self._count, str(self._sum), sorted(complete), header.usage, header.charges)
        return blake2b(msgspec.json.encode(told), digest_size=16).hexdigest()

    def apply(self, before: Body | None, ending: Ending) -> tuple[Applied, Body]:
        """Apply the run to what its source claimed before, and write the pages that this changes."""
        header, source = self.run.header, self.run.header.source
        told = self.fingerprint(ending.complete)
        if before is not None and told == before.content and not header.restore:
            applied = told_again(before.state, header, ending)
            return applied, msgspec.structs.replace(before, state=applied.state)
        old = before.pages if before is not None else ()
        self.scratch.seed(get_pages(self.connection, old))
        known = before.state if before is not None else None
        applied = apply_run(self.scratch.stage, SOURCE, self.run, known, ending, number=0)
        steady = applied.told != base.HELD and not header.restore and self.scratch.is_timeless()
        pages = put_pages(self.connection, source, self.scratch.pages(source), frozenset(old), self.going_on)
        return applied, Body(applied.state, pages, told if steady else None, counts=self.scratch.counts())

    def close(self) -> None:
        """Drop what was staged."""
        self.scratch.close()


def rewrite(connection: Connection, before: Body, change: Callable[[sqlite3.Connection], T]) -> tuple[T, Body]:
    """Change what a source claims by other means than a run; what `change` returned, and the source afterwards."""
    scratch, source = Scratch(), before.state.source
    try:
        scratch.seed(get_pages(connection, before.pages))
        result = change(scratch.connection)
        pages = put_pages(connection, source, scratch.pages(source), frozenset(before.pages), lambda: None)
        return result, Body(before.state, pages, counts=scratch.counts(), held_run=before.held_run)
    finally:
        scratch.close()
