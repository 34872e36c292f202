"""Counting of spans in a process of its own; a second one writes the sums to the store.

The process that answers questions only hands bodies on and waits: decoding, SQLite and compiling would hold its interpreter.
A store in memory is this process's own; its spans are counted in a thread.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import IO, Any, TypeVar

from api.context import StoreContext
from api.settings import Settings
from graph.errors import StoreError
from graph.moment import now
from graph.private_files import make_private_folder, private_opener
from graph.stores.base import Outcome
from loaders.connectors.otlp.export import ExportOutcome, TraceExportRequest, count_exports
from loaders.connectors.otlp.journal import Journal
from loaders.connectors.otlp.records import deliver
from loaders.mcp.secret_mask import SecretMask

T = TypeVar("T")

# How long the end of a server waits for a store to be told: a great one may be compiled for minutes.
CLOSE_S = 5.0
_NICE = 5

# The journals that this process holds open; those in memory by the name of their store.
_journals: dict[str, Journal] = {}
_masks: dict[bytes, SecretMask] = {}


class SingleWorker:
    """Runs one kind of work, one piece after the other, in one process or thread of its own."""

    def __init__(self, in_memory: bool) -> None:
        self._in_memory = in_memory
        self._executor: Executor | None = None
        self._pid: Future[int] | None = None
        self._last: Future[Any] | None = None

    async def run(self, work: Callable[..., T], *arguments: object) -> T:
        """What the work returns. Raises what it raises, and StoreError if its process died: the next one gets a new one."""
        executor = self._executor or self._open()
        try:
            self._last = running = executor.submit(work, *arguments)
            return await asyncio.wrap_future(running)
        except BrokenProcessPool:
            if self._executor is executor:
                self._executor = None
                executor.shutdown(wait=False)
            raise StoreError("the process that counts spans died; send them again") from None

    def close(self, patience_s: float = CLOSE_S) -> None:
        """Let what is being done end, and the process with it; one that takes too long is killed, which harms nothing."""
        if self._executor is None:
            return
        if self._pid is not None and self._last is not None:
            wait([self._last], patience_s)
            if not self._last.done():
                os.kill(self._pid.result(), signal.SIGKILL)
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _open(self) -> Executor:
        # Spawned: a fork of a process with threads and an event loop inherits their locks.
        spawn = multiprocessing.get_context("spawn")
        if self._in_memory:
            self._executor = ThreadPoolExecutor(1)
        else:
            self._executor = ProcessPoolExecutor(1, spawn, initializer=_begin_process)
            self._pid = self._executor.submit(os.getpid)
        return self._executor


class FileLock:
    """The right to tell the store what was counted: one process of this machine has it, and loses it when it dies."""

    def __init__(self, path: Path | None) -> None:
        self._path, self._file = path, None if path is None else path.with_name(f"{path.name}.lock")
        self._held: IO[bytes] | None = None

    def take(self) -> bool:
        """Whether this process has it now."""
        if self._file is None or self._held is not None:
            return True
        make_private_folder(self._file.parent)
        handle = os.fdopen(private_opener(str(self._file), os.O_WRONLY | os.O_CREAT), "wb")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            handle.close()
            return False
        self._held = handle
        return True

    def give_back(self) -> None:
        """Leave it to another process."""
        if self._held is not None:
            self._held.close()
            self._held = None


def warm(settings: Settings) -> None:
    """Import, and open the journal, before the first span comes."""
    _journal(settings)


def count(settings: Settings, exports: Sequence[TraceExportRequest]) -> list[ExportOutcome]:
    """Count the spans of several exports in one transaction. Raises StoreError."""
    return count_exports(_journal(settings), settings.otlp_instance, exports, int(time.time()), _mask(settings))


def tell(settings: Settings) -> Outcome | None:
    """Write what was counted since into the store, and publish. Raises StoreError, LeaseHeld, SnapshotError."""
    with StoreContext(settings) as house:
        outcome = deliver(_journal(settings), house.store, settings.otlp_instance, now())
        if outcome is not None and outcome.changed:
            house.publish()
    return outcome


def forget(settings: Settings) -> int:
    """Forget the ids of days that are long told; how many days."""
    return _journal(settings).forget(int(time.time()))


def _mask(settings: Settings) -> SecretMask:
    return _masks.setdefault(settings.fingerprint_salt, SecretMask(settings.fingerprint_salt))


def _journal(settings: Settings) -> Journal:
    path = settings.span_file()
    name = settings.store if path is None else str(path)
    if name not in _journals:
        _journals[name] = Journal(path, settings.otlp_days, settings.otlp_journal_mb * 2**20)
    return _journals[name]


def close_journal(settings: Settings) -> None:
    """Drop the journal of a store in memory: the server that it belonged to ends."""
    journal = _journals.pop(settings.store, None)
    if journal is not None:
        journal.close()


def _begin_process() -> None:
    # Ctrl-C reaches the whole group: this process ends when the one that answers has let it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Where there are too few cores, questions go first.
    os.nice(_NICE)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        with contextlib.suppress(OSError):
            parent.join()
        # Nobody is left who could be told that anything was counted.
        os._exit(0)
