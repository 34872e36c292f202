"""The state of one server process: the snapshot that answers, how it follows what is published, and each operation on it."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import anyio
import anyio.to_thread
import numpy as np

from api.access.audit_trail import AuditTrail
from api.access.caller import Caller, nobody
from api.access.seal import Seal
from api.context import StoreContext
from api.http.admission import share_of
from api.http.answer_cache import AnswerCache
from api.http.fair_slots import FairSlots, QuestionCosts
from api.http.metrics import Metrics
from api.http.operations import OperationLoops
from api.http.remembered_changes import RememberedChanges
from api.settings import Settings
from api.tracing import flush_spans, span, start_tracing
from graph.deadline import deadline
from graph.errors import RemitError, SnapshotError
from graph.kernel_threads import kernel_threads, kernels_in
from graph.snapshot import Snapshot, SnapshotDirectory, is_ahead
from graph.snapshot.columns import I8
from graph.snapshot.scope import Scope, in_scope
from graph.traverse import warm

T = TypeVar("T")

# Scopes of which the part of a snapshot is kept, the least recently asked going first.
_KEPT_SCOPES = 16
# How long the moment of questions that name none stays the same, in microseconds.
_RECENT_US = 60_000_000
POLL_S = 0.5
# Every so many polls the store itself is asked whether a loader died before it published.
_CATCH_UP = 20
# How long a request waits for the first snapshot before it is sent away.
FIRST_S = 20.0
# Walks at once; more would only slow each other down. Those of costly questions are counted apart, one per caller.
WALKS, COSTLY_WALKS = 4, 2
# An answer that came sooner was kept, and says nothing of what the question costs.
_KEPT_S = 0.002
# Statements that the store is asked at once: they wait for another machine, and must not keep walks waiting.
STATEMENTS = 2


@dataclass(slots=True)
class Pinned:
    """The snapshot that one request began with, and answers given from it. Safe for several threads."""

    snapshot: Snapshot
    answers: AnswerCache = field(default_factory=AnswerCache)
    _changes: I8 = field(init=False)
    _scopes: OrderedDict[tuple[str, ...], Pinned] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._changes = self.snapshot.moments_of_change()

    def within(self, scope: tuple[str, ...]) -> Pinned:
        """What a caller with this scope is answered from, with answers of its own; O(all rows) when it is new."""
        with self._lock:
            if scope in self._scopes:
                self._scopes.move_to_end(scope)
                return self._scopes[scope]
        part = Pinned(in_scope(self.snapshot, Scope.of(scope)))
        with self._lock:
            part = self._scopes.setdefault(scope, part)
            while len(self._scopes) > _KEPT_SCOPES:
                self._scopes.popitem(last=False)
        return part

    def recent_moment(self, now: int) -> int:
        """The moment that is answered for where none is asked: at most a minute ago, with the graph of now.

        It stays the same for a while, so that who asks the same meanwhile gets the same answer. It is never before the last
        change of the graph, nor before the snapshot was built.
        """
        changes = int(np.searchsorted(self._changes, now, side="right"))
        last_change = int(self._changes[changes - 1]) if changes else 0
        return max(now - now % _RECENT_US, min(now, self.snapshot.built_at), last_change)


class SnapshotHolder:
    """What a server answers from. `pinned` is swapped whole: a request keeps what it began with.

    A store in memory is asked for its generation each time; else the stamp of the folder is, every half second, off the
    requests' way (`refresh`, called by Server). Safe for several threads.
    """

    def __init__(self, settings: Settings) -> None:
        if settings.store == "memory:":
            # Every part of this server must mean the same store.
            settings = settings.model_copy(update={"store": f"memory:server-{id(self)}"})
        self.settings = settings
        self._folder = settings.snapshot_folder()
        self._lock = threading.Lock()
        self._pinned: Pinned | None = None
        self._stamp: object = None

    @contextmanager
    def opened(self) -> Iterator[StoreContext]:
        """A context of one's own: stores are not for several threads at once."""
        with StoreContext(self.settings) as context:
            yield context

    @property
    def in_memory(self) -> bool:
        """Whether the store is in memory: then there is no folder to follow, and asking the store is cheap."""
        return self._folder is None

    def pin(self) -> Pinned:
        """What to answer from; raises SnapshotError before the first `refresh`."""
        if self._pinned is None:
            raise SnapshotError("no snapshot is open yet; try again in a moment")
        return self._pinned

    def refresh(self) -> bool:
        """Take over what was published since; True if something was. Raises StoreError or SnapshotError."""
        with self._lock:
            stamp = self._memory_generation() if self._folder is None else SnapshotDirectory(self._folder).stamp()
            if self._pinned is not None and stamp == self._stamp:
                return False
            self._pinned = Pinned(self._open())
            self._stamp = stamp
            return True

    def catch_up(self) -> bool:
        """Publish what a loader finished and did not live to publish; True if there was something."""
        if self._folder is None:
            return False
        with self.opened() as context:
            return (
                context.snapshots is not None
                and is_ahead(context.store, context.snapshots, context.policy)
                and context.publish()
            )

    def _open(self) -> Snapshot:
        if self._folder is not None and self._pinned is not None:
            with span("snapshot open") as traced:
                snapshot = SnapshotDirectory(self._folder).open()
                traced.set({"remit.generation": snapshot.generation, "remit.nodes": snapshot.count})
            return snapshot
        with self.opened() as context:
            return context.snapshot()

    def _memory_generation(self) -> object:
        with self.opened() as context:
            return context.store.generation(), [state.last_observed for state in context.store.sources()]


@dataclass(slots=True)
class Server:
    """What one server process shares between its requests."""

    holder: SnapshotHolder
    metrics: Metrics
    log: Any
    trail: AuditTrail
    cursor_seal: Seal
    walks: FairSlots = field(default_factory=lambda: FairSlots(WALKS, WALKS - 1))
    costly_walks: FairSlots = field(default_factory=lambda: FairSlots(COSTLY_WALKS, 1))
    kernels: ThreadPoolExecutor = field(default_factory=lambda: kernel_threads(WALKS + COSTLY_WALKS))
    costs: QuestionCosts = field(default_factory=QuestionCosts)
    writes: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(1))
    statements: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(STATEMENTS))
    _threads: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(WALKS + COSTLY_WALKS))
    changes: RememberedChanges = field(default_factory=RememberedChanges)
    operations: OperationLoops = field(default_factory=OperationLoops)
    opened: asyncio.Event = field(default_factory=asyncio.Event)
    is_warm: bool = False
    draining: bool = False
    problem: str = ""

    async def pin_for(self, caller: Caller) -> Pinned:
        """What the questions of one request are answered from: the snapshot, or the caller's part; raises SnapshotError."""
        pinned = await self.pin()
        if not caller.scope:
            return pinned
        return await self.walk(lambda: pinned.within(caller.scope), caller.name)

    async def walk(self, work: Callable[[], T], share: str, question: str = "") -> T:
        """Do work in a thread, in a slot of a caller's share; see Session.walk."""
        slots = self.costly_walks if self.costs.is_costly(question) else self.walks
        async with slots.slot(share):
            began = time.monotonic()
            with deadline(self.holder.settings.question_seconds), kernels_in(self.kernels):
                try:
                    return await anyio.to_thread.run_sync(work, limiter=self._threads)
                finally:
                    seconds = time.monotonic() - began
                    if question and seconds > _KEPT_S:
                        self.costs.note(question, seconds)

    async def pin(self) -> Pinned:
        """The snapshot for one request, waited for at the start; raises SnapshotError."""
        if not self.opened.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.opened.wait(), FIRST_S)
        if self.holder.in_memory and self.opened.is_set():
            await self.refresh()
        return self.holder.pin()

    @contextlib.asynccontextmanager
    async def recorded_change(
        self, name: str, caller: Caller, client: str | None, request_id: str
    ) -> AsyncIterator[dict[str, Any]]:
        """Record a change of a request from a caller at an address: that it begins, and what came of it, which the block fills in.

        A change that cannot be recorded is not begun: AuditError.
        """
        event = {
            "kind": "change",
            "name": name,
            "caller": caller.name,
            "method": caller.method,
            "client": client,
            "request_id": request_id,
        }
        await self.trail.write([{**event, "outcome": "begun"}])
        facts: dict[str, Any] = {}
        try:
            with span(name):
                yield facts
        except Exception as error:
            await self.trail.write([{**event, **facts, "outcome": "failed", "why": type(error).__name__}])
            raise
        await self.trail.write([{**event, **facts, "outcome": "done"}])

    def unready(self) -> str:
        """Why this server should get no requests now; empty if it should."""
        if self.draining:
            return "shutting down"
        if not self.opened.is_set():
            return self.problem or "opening the snapshot"
        return "" if self.is_warm else "warming up"

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Follow the store for as long as this lasts."""
        start_tracing()
        self.operations.start()
        tasks = [asyncio.create_task(self._follow()), asyncio.create_task(self._watch_loop())]
        try:
            yield
        finally:
            self.draining = True
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.operations.close()
            await asyncio.to_thread(flush_spans)

    async def refresh(self) -> None:
        """Take over what was published; a failure is told and tried again, the last snapshot goes on answering."""
        try:
            if await asyncio.to_thread(self.holder.refresh):
                snapshot = self.holder.pin().snapshot
                self.log.info("snapshot", generation=snapshot.generation, digest=snapshot.digest, nodes=snapshot.count)
            self.problem = ""
            self.opened.set()
        except Exception as error:  # whatever it is, following must go on
            self.metrics.failures.inc()
            if str(error) != self.problem:
                self.log.error("snapshot not taken over", problem=str(error), exc_info=error)
            self.problem = str(error) or type(error).__name__

    async def _follow(self) -> None:
        await self.refresh()
        try:
            await asyncio.to_thread(warm)
            self.is_warm = True
        except Exception as error:  # small graphs are walked without compiling; the probe says the rest
            self.log.error("not warmed up", exc_info=error)
        polls = 0
        while True:
            await asyncio.sleep(POLL_S)
            polls += 1
            if polls % _CATCH_UP == 0:
                with contextlib.suppress(RemitError, OSError):
                    await asyncio.to_thread(self.holder.catch_up)
            await self.refresh()

    async def _watch_loop(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + POLL_S
            await asyncio.sleep(POLL_S)
            self.metrics.lag.set(max(0.0, loop.time() - due))


@dataclass(slots=True)
class FieldRecord:
    """What the audit says of one root field: what was asked, with names hashed, and how much came back."""

    name: str
    arguments: object
    outcome: str = "failed"
    rows: int = 0
    must_be_recorded: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """One GraphQL operation: shared by all its root fields.

    `asked_at`: the clock, read once. `operation`: its name, as the request has it. `facts`: for the log. `caller`: whom
    the request is from, `client` their address. `records`: for the audit, one for each root field, by its key.
    """

    server: Server
    pinned: Pinned
    asked_at: int
    request_id: str
    operation: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    caller: Caller = field(default_factory=nobody)
    client: str | None = None
    records: dict[str, FieldRecord] = field(default_factory=dict)

    @property
    def share(self) -> str:
        """With whom the operation shares its slots."""
        return share_of(self.caller, self.client or "")

    async def walk(self, work: Callable[[], T], question: str = "") -> T:
        """Do work that takes its time in a thread of its own, a few at once, callers taking turns.

        `question`: whose answer it is; what was costly lately has slots of its own. Raises DeadlineExceeded.
        """
        return await self.server.operations.at_home(self.server.walk, work, self.share, question)
