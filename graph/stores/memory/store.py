"""The store contract in plain Python: the reference against which every other store is tested."""

from __future__ import annotations

import threading
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import msgspec

from graph.claims import Decision, Edge, Node, Record, RunHeader
from graph.errors import ConflictError, InputError, LeaseHeld, ObservationTooOld
from graph.moment import write_moment
from graph.reason import COMPLETE, FAILED, HELD, PARTIAL, Reason
from graph.restatement import newest_restatements
from graph.stores.base import Claims, DaysRead, Outcome, Run, RunState, SourceState, is_rounded
from graph.stores.memory.merge import MemoryMerge, restore
from graph.stores.memory.read import read_claims
from graph.stores.memory.rows import SourceRows
from graph.stores.state import complete_scopes, coverage, new_state, next_state, run_counts


class MemoryContent:
    """The content that all stores of one name share."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.generation = 0
        self.rows: dict[str, SourceRows] = {}
        self.runs: list[RunState] = []
        self.decisions: list[Decision] = []
        self.leases: dict[str, MemoryStore] = {}
        self.numbers = 0
        self.identity = uuid.uuid4().hex[:12]


class MemoryStore:
    """Claims in dictionaries and lists; gone when the process ends. Stores of one name share their content."""

    _named: ClassVar[dict[str, MemoryContent]] = {}

    def __init__(self, content: MemoryContent | None = None) -> None:
        self._content = content or MemoryContent()
        self._lock = self._content.lock
        self._staged: dict[int, tuple[Run, list[tuple[int, Record]]]] = {}

    @classmethod
    def open(cls, url: str) -> MemoryStore:
        """`memory:` opens a new store, `memory:NAME` the store of that name in this process."""
        name = url.partition(":")[2]
        return cls(cls._named.setdefault(name, MemoryContent())) if name else cls()

    def begin(self, header: RunHeader, origin: str = "") -> Run:
        with self._lock:
            known = self._content.rows.get(header.source)
            if header.restore and known is not None:
                raise InputError(
                    f"{header.source} is in this store already; a restore needs `remit source remove` first"
                )
            if known is not None and header.observed_at < known.state.last_observed:
                raise ObservationTooOld(
                    f"{header.source} was last observed at {write_moment(known.state.last_observed)}; "
                    f"this run is older ({write_moment(header.observed_at)})"
                )
            if self._content.leases.setdefault(header.source, self) is not self:
                raise LeaseHeld(f"another writer is writing {header.source}; try again when it has finished")
            self._content.numbers += 1
            run = Run(self._content.numbers, header, origin)
            self._staged[run.number] = (run, [])
            return run

    def write(self, run: Run, records: Sequence[Record], lines: Sequence[int]) -> None:
        with self._lock:
            self._staged[run.number][1].extend(zip(lines, records, strict=True))

    def check(self, run: Run) -> None:
        if run.header.restore:
            return
        seen: dict[Any, tuple[int, Record]] = {}
        for line, record in self._staged[run.number][1]:
            if isinstance(record, Node):
                key: Any = record.id
            elif isinstance(record, Edge):
                key = (record.source, record.kind, record.target, record.permission, record.since)
            else:
                continue
            first_line, first = seen.setdefault(key, (line, record))
            if first != record:
                raise ConflictError(
                    f"{key if isinstance(key, str) else key[:3]} is already on line {first_line}, with different content",
                    file=run.origin,
                    line=line,
                    remedy="Keep one of the two",
                )

    def finish(
        self,
        run: Run,
        *,
        complete: Sequence[str] | None = None,
        reasons: Sequence[Reason] = (),
        checkpoint: str | None = None,
        days_read: DaysRead | None = None,
    ) -> Outcome:
        with self._lock:
            header = run.header
            staged = [record for _, record in self._staged[run.number][1]]
            rows = self._content.rows.get(header.source) or SourceRows(new_state(header))
            merge = MemoryMerge(rows, header, complete_scopes(header, complete), staged)
            merge.days_read = days_read
            merge.repeats_held = rows.held is not None and rows.held.moment == header.observed_at
            rows.held = None
            rows.held = restore(merge) if header.restore else merge.apply()
            # The reasons of a restore say where it came from; those of its source are in its header.
            partial = reasons and not header.restore
            before, state = rows.state, HELD if rows.held else PARTIAL if partial else COMPLETE
            rows.state = next_state(before, header, merge.complete, (state, tuple(reasons), checkpoint), days_read)
            rows.state = msgspec.structs.replace(
                rows.state, restated=newest_restatements(rows.state.restated, merge.restated)
            )
            merge.changed |= coverage(before) != coverage(rows.state) or header.source not in self._content.rows
            self._content.rows[header.source] = rows
            self._content.generation += merge.changed
            self._release(run)
            outcome = Outcome(
                source=header.source,
                run=run.number,
                state=rows.state.state,
                generation=self._content.generation,
                changed=merge.changed,
                added=dict(+merge.added),
                retired=dict(+merge.retired),
                held=rows.held.counts() if rows.held else {},
                rounded=sum(map(is_rounded, staged)),
                reasons=rows.state.reasons,
            )
            self._record(run, state, tuple(reasons), run_counts(outcome))
            return outcome

    def abandon(self, run: Run, reason: Reason | None = None) -> None:
        with self._lock:
            if run.number not in self._staged:
                return
            self._release(run)
            if reason is None:
                return
            rows = self._content.rows.setdefault(run.header.source, SourceRows(new_state(run.header)))
            rows.state = msgspec.structs.replace(rows.state, state=FAILED, reasons=(reason,))
            self._record(run, FAILED, (reason,), {})

    def decide(self, decision: Decision) -> bool:
        with self._lock:
            if decision in self._content.decisions:
                return False
            self._content.decisions.append(decision)
            self._content.generation += 1
            return True

    def accept_run(self, source: str) -> Outcome:
        with self._lock:
            rows = self._content.rows.get(source)
            if rows is None or rows.held is None:
                raise InputError(f"no run of {source} is held")
            merge = MemoryMerge(rows, RunHeader(source=source, observed_at=rows.held.moment), frozenset(), [])
            merge.retire(rows.held)
            rows.held = None
            restated = newest_restatements(rows.state.restated, merge.restated)
            rows.state = msgspec.structs.replace(rows.state, state=COMPLETE, reasons=(), restated=restated)
            self._content.generation += merge.changed
            number = next(run.run for run in reversed(self._content.runs) if run.source == source and run.state == HELD)
            return Outcome(
                source,
                number,
                COMPLETE,
                self._content.generation,
                merge.changed,
                dict(+merge.added),
                dict(+merge.retired),
            )

    def remove_source(self, source: str) -> Mapping[str, int]:
        with self._lock:
            rows = self._content.rows.pop(source, None)
            if rows is None:
                raise InputError(f"there is no source {source}; `remit source list` shows them")
            self._content.generation += 1
            usage = sum(map(len, rows.usage.values()))
            return {"nodes": len(rows.nodes), "edges": len(rows.edges), "usage": usage, "charges": len(rows.charges)}

    def purge(self, before: int) -> Mapping[str, int]:
        with self._lock:
            removed: Counter[str] = Counter()
            for rows in self._content.rows.values():
                nodes = [row for row in rows.nodes if row.end > before]
                edges = [row for row in rows.edges if row.end > before]
                removed.update(nodes=len(rows.nodes) - len(nodes), edges=len(rows.edges) - len(edges))
                rows.nodes, rows.edges = nodes, edges
            self._content.generation += bool(removed.total())
            return dict(removed)

    def identity(self) -> str:
        return self._content.identity

    def generation(self) -> int:
        return self._content.generation

    def sources(self) -> Sequence[SourceState]:
        with self._lock:
            return [self._content.rows[name].state for name in sorted(self._content.rows)]

    def runs(self, limit: int = 50) -> Sequence[RunState]:
        with self._lock:
            return self._content.runs[: -limit - 1 : -1]

    def run_moments(self) -> Sequence[tuple[int, str, int]]:
        with self._lock:
            return [(run.run, run.source, run.observed_at) for run in self._content.runs if run.state != FAILED]

    def counts(self) -> Mapping[str, Any]:
        with self._lock:
            every = list(self._content.rows.values())
            nodes = {row.id for rows in every for row in rows.nodes if row.retired is None}
            edges = {(row.source, row.kind, row.target) for rows in every for row in rows.edges if row.retired is None}
            return {
                "nodes": dict(sorted(Counter(node_id.partition(":")[0] for node_id in nodes).items())),
                "edges": dict(sorted(Counter(kind for _, kind, _ in edges).items())),
                "usage": sum(len(day) for rows in every for day in rows.usage.values()),
                "charges": sum(len(rows.charges) for rows in every),
            }

    def read(self, *, with_events: bool = False) -> Claims:
        with self._lock:
            content = self._content
            return read_claims(content.generation, content.rows, content.decisions, with_events=with_events)

    def close(self) -> None:
        with self._lock:
            for run, _ in list(self._staged.values()):
                self._release(run)

    def _release(self, run: Run) -> None:
        del self._staged[run.number]
        if all(other.header.source != run.header.source for other, _ in self._staged.values()):
            del self._content.leases[run.header.source]

    def _record(self, run: Run, state: str, reasons: tuple[Reason, ...], counts: Mapping[str, Any]) -> None:
        self._content.runs.append(
            RunState(run.number, run.header.source, run.header.observed_at, state, reasons, counts)
        )
