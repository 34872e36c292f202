"""Scheduled reading beside a server: a process of its own, so that answers do not wait for it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from api.settings import Settings
from api.terminal import print_error
from api.workers.sync import configured
from graph.errors import InputError
from loaders.live.schedule import pause_s, read_every

# Exit code of `remit sync` for settings that only a person can mend.
_BAD_SETTINGS = 2
_LONGEST_PAUSE_S = 600.0
_END_S = 15.0


@contextmanager
def reading(settings: Settings, every: str | None) -> Iterator[None]:
    """While this lasts, what is configured is read again and again; nothing happens without `every`.

    Without a configured connector that is said, and nothing is read. Raises InputError for no interval, and for a store in
    memory, which is one process's own.
    """
    if every is None:
        yield
        return
    if settings.store.startswith("memory:"):
        raise InputError("a store in memory is one process's own: load into it, or choose another REMIT_STORE")
    every_s = read_every(every)
    if not settings.connectors:
        print_error("remit: no connector is configured, so nothing is read meanwhile")
        yield
        return
    configured(settings, (), every_s)
    stop = threading.Event()
    keeper = threading.Thread(target=_keep, args=(every, stop), name="scheduler")
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        keeper.join()


def _keep(every: str, stop: threading.Event) -> None:
    """Keep one reading process alive; one that died is started again, ever later."""
    deaths = 0
    while not stop.is_set():
        code = _run(every, stop)
        if stop.is_set():
            return
        if code == _BAD_SETTINGS:
            print_error("remit: reading ended: its settings must be mended first")
            return
        deaths += 1
        stop.wait(pause_s(_LONGEST_PAUSE_S, deaths))


def _run(every: str, stop: threading.Event) -> int:
    """One reading process from start to end; its exit code. It ends too when this process does, however it dies."""
    command = [sys.executable, "-m", "remit", "sync", "--every", every, "--format", "json", "--attached"]
    # Its lines go where the server's log goes.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=sys.stderr.fileno(), cwd=os.getcwd()) as child:
        while child.poll() is None and not stop.wait(0.2):
            pass
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(_END_S)
            except subprocess.TimeoutExpired:
                child.kill()
        return child.wait()
