"""The embedded store: one SQLite file in WAL mode, safe for a server and a loader at once."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from graph.claims import Decision, Record, RunHeader
from graph.errors import InputError, ObservationTooOld
from graph.moment import write_moment
from graph.reason import FAILED, Reason
from graph.stores.base import Claims, DaysRead, Outcome, Run, RunState, SourceState
from graph.stores.sql.apply import RunEnd, accept_held, apply_run, open_claims, purge_claims, remove_claims
from graph.stores.sql.stage import Stage
from graph.stores.sqlite.connection import acquire, connect, release, transaction, translated_errors
from graph.stores.sqlite.read import read_claims
from graph.stores.state import complete_scopes, new_state, run_counts


class SqliteStore:
    """One handle on one file. Runs stage in temporary tables; `finish` is one transaction. Not thread-safe."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._holder = uuid.uuid4().hex
        self._open_runs: dict[int, Run] = {}
        self._numbers = 0
        self._stage: Stage | None = None
        self._connection = connect(path)

    @classmethod
    def open(cls, url: str) -> SqliteStore:
        """`sqlite:///relative/path.db`, `sqlite:////absolute/path.db`."""
        path = url.removeprefix("sqlite://").removeprefix("/")
        if not path:
            raise InputError(f"{url} has no path; write sqlite:///.remit/remit.db")
        return cls(Path(path))

    def begin(self, header: RunHeader, origin: str = "") -> Run:
        with transaction(self._connection, self.path):
            state = self._state(header.source)
            if header.restore and state is not None:
                raise InputError(
                    f"{header.source} is in this store already; a restore needs `remit source remove` first"
                )
            if state is not None and header.observed_at < state.last_observed:
                raise ObservationTooOld(
                    f"{header.source} was last observed at {write_moment(state.last_observed)}; "
                    f"this run is older ({write_moment(header.observed_at)})"
                )
            acquire(self._connection, header.source, self._holder)
        if self._stage is None:
            self._stage = Stage(self._connection)
        self._numbers += 1
        run = Run(self._numbers, header, origin)
        self._open_runs[run.number] = run
        return run

    def write(self, run: Run, records: Sequence[Record], lines: Sequence[int]) -> None:
        with translated_errors(self.path):
            self._staged().put(run, records, lines)

    def check(self, run: Run) -> None:
        with translated_errors(self.path):
            if not run.header.restore:
                self._staged().check(run)

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
        with transaction(self._connection, self.path):
            known = self._state(header.source)
            source = self._source_number(header.source, known or new_state(header))
            ending = RunEnd(complete_scopes(header, complete), tuple(reasons), checkpoint, days_read)
            number = self._next_run()
            applied = apply_run(self._staged(), source, run, known, ending, number=number)
            self._write_state(applied.state)
            outcome = applied.outcome(number, self._bump_generation(applied.changed))
            self._record(run, applied.run_state, ending.reasons, run_counts(outcome))
            self._release(run)
        self._staged().drop(run)
        return outcome

    def abandon(self, run: Run, reason: Reason | None = None) -> None:
        if run.number not in self._open_runs:
            return
        with transaction(self._connection, self.path):
            if reason is not None:
                state = self._state(run.header.source) or new_state(run.header)
                self._source_number(run.header.source, state)
                self._write_state(msgspec.structs.replace(state, state=FAILED, reasons=(reason,)))
                self._record(run, FAILED, (reason,), {})
            self._release(run)
        self._staged().drop(run)

    def decide(self, decision: Decision) -> bool:
        with transaction(self._connection, self.path):
            cursor = self._connection.execute(
                "INSERT OR IGNORE INTO decision (decision) VALUES (?)", (msgspec.json.encode(decision).decode(),)
            )
            self._bump_generation(bool(cursor.rowcount))
            return bool(cursor.rowcount)

    def accept_run(self, source: str) -> Outcome:
        with transaction(self._connection, self.path):
            state = self._state(source)
            number = self._source_number(source, state) if state else -1
            run, applied = accept_held(self._connection, number, state, source)
            self._write_state(applied.state)
            return applied.outcome(run, self._bump_generation(applied.changed))

    def remove_source(self, source: str) -> Mapping[str, int]:
        with transaction(self._connection, self.path):
            state = self._state(source)
            if state is None:
                raise InputError(f"there is no source {source}; `remit source list` shows them")
            number = self._source_number(source, state)
            counts = remove_claims(self._connection, number)
            self._connection.execute("DELETE FROM source WHERE n = ?", (number,))
            self._bump_generation(True)
            return counts

    def purge(self, before: int) -> Mapping[str, int]:
        with transaction(self._connection, self.path):
            removed = purge_claims(self._connection, before)
            self._bump_generation(any(removed.values()))
            return removed

    def identity(self) -> str:
        with translated_errors(self.path):
            row = self._connection.execute("SELECT value FROM meta WHERE key = 'identity'").fetchone()
            return f"{row[0]:012x}"

    def generation(self) -> int:
        with translated_errors(self.path):
            row = self._connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
            return int(row[0])

    def sources(self) -> Sequence[SourceState]:
        with translated_errors(self.path):
            rows = self._connection.execute("SELECT state FROM source ORDER BY CAST(name AS BLOB)")
            return [msgspec.json.decode(row[0], type=SourceState) for row in rows]

    def runs(self, limit: int = 50) -> Sequence[RunState]:
        with translated_errors(self.path):
            rows = self._connection.execute(
                "SELECT n, source, observed_at, state, reasons, counts FROM run ORDER BY n DESC LIMIT ?", (limit,)
            )
            return [
                RunState(
                    n, source, moment, state, msgspec.json.decode(reasons, type=tuple[Reason, ...]), json.loads(counts)
                )
                for n, source, moment, state, reasons, counts in rows
            ]

    def run_moments(self) -> Sequence[tuple[int, str, int]]:
        with translated_errors(self.path):
            return self._connection.execute(
                "SELECT n, source, observed_at FROM run WHERE state <> ?", (FAILED,)
            ).fetchall()

    def counts(self) -> Mapping[str, Any]:
        with translated_errors(self.path):
            usage, charges = (
                self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("usage", "charge")
            )
            return {**open_claims(self._connection), "usage": usage, "charges": charges}

    def read(self, *, with_events: bool = False) -> Claims:
        with translated_errors(self.path):
            self._connection.execute("BEGIN")
            try:
                return read_claims(self._connection, self.generation(), self.sources(), with_events=with_events)
            finally:
                self._connection.execute("COMMIT")

    def close(self) -> None:
        with translated_errors(self.path):
            if self._open_runs:
                with transaction(self._connection, self.path):
                    for run in list(self._open_runs.values()):
                        self._release(run)
            self._connection.close()

    def _staged(self) -> Stage:
        assert self._stage is not None, "`begin` must be called first"
        return self._stage

    def _state(self, source: str) -> SourceState | None:
        row = self._connection.execute("SELECT state FROM source WHERE name = ?", (source,)).fetchone()
        return msgspec.json.decode(row[0], type=SourceState) if row else None

    def _source_number(self, source: str, state: SourceState) -> int:
        self._connection.execute(
            "INSERT OR IGNORE INTO source (name, state) VALUES (?, ?)", (source, msgspec.json.encode(state).decode())
        )
        return int(self._connection.execute("SELECT n FROM source WHERE name = ?", (source,)).fetchone()[0])

    def _write_state(self, state: SourceState) -> None:
        self._connection.execute(
            "UPDATE source SET state = ? WHERE name = ?", (msgspec.json.encode(state).decode(), state.source)
        )

    def _next_run(self) -> int:
        return int(self._connection.execute("SELECT coalesce(max(n), 0) + 1 FROM run").fetchone()[0])

    def _bump_generation(self, changed: bool) -> int:
        if changed:
            self._connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
        return int(self._connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])

    def _record(self, run: Run, state: str, reasons: tuple[Reason, ...], counts: Mapping[str, Any]) -> None:
        self._connection.execute(
            "INSERT INTO run (source, observed_at, state, reasons, counts) VALUES (?, ?, ?, ?, ?)",
            (
                run.header.source,
                run.header.observed_at,
                state,
                msgspec.json.encode(reasons).decode(),
                json.dumps(counts),
            ),
        )

    def _release(self, run: Run) -> None:
        del self._open_runs[run.number]
        if all(other.header.source != run.header.source for other in self._open_runs.values()):
            release(self._connection, run.header.source, self._holder)
