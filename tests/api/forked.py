"""Processes of the command line that start at once: forked from one that has imported all of Remit already.

A test starts hundreds of commands, and importing costs each of them a second of CPU, taking all of it down at the end
half a second. What is forked is a process like any other: it has its own folder, environment, output and memory limit,
ends by itself or is killed, and runs `main` of the launcher from its first line. At its end its threads are awaited and
its exit functions run; the modules are left to the system. How an interpreter starts from nothing and ends is the
business of tests/test_launcher.py.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import gc
import json
import os
import pkgutil
import resource
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import IO, Any, NoReturn, TypeAlias

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("graph", "loaders", "queries", "api")
# A request is one message: words, environment and folder.
LONGEST_REQUEST = 1 << 20
READY = b"ready"
# Standard input, output and errors.
Streams: TypeAlias = tuple[IO[Any], IO[Any], IO[Any]]


class ForkedProcess:
    """A running command; what `subprocess.Popen` offers of it, with the same meanings."""

    def __init__(self, pid: int, status: int, words: Sequence[str]) -> None:
        """`status`: the end of a pipe from which the exit status can be read when the process has ended."""
        self.pid, self.args = pid, words
        self.returncode: int | None = None
        self._status = status

    def poll(self) -> int | None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        if self.returncode is None:
            # Not select(), which takes no descriptor beyond 1,023: a process of tests holds many snapshots open.
            waiting = select.poll()
            waiting.register(self._status, select.POLLIN)
            if not waiting.poll(None if timeout is None else timeout * 1_000):
                raise subprocess.TimeoutExpired(list(self.args), timeout or 0)
            status = os.read(self._status, 16)
            os.close(self._status)
            self.returncode = os.waitstatus_to_exitcode(int(status)) if status else -signal.SIGKILL
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class ForkServer:
    """The process that has imported everything, as seen from the tests."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LONGEST_REQUEST)
        with theirs:
            environment = {key: text for key, text in os.environ.items() if not key.startswith("REMIT_")}
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                cwd=ROOT,
                env=environment | {"PYTHONPATH": str(ROOT)},
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
        atexit.register(self.close)
        # What is timed from here on is a command, not the imports.
        if self._socket.recv(16) != READY:
            raise RuntimeError("the process that imports all of Remit ended: see its errors above")

    def start(
        self, words: Sequence[str], folder: Path, environment: Mapping[str, str], streams: Streams, memory: int | None
    ) -> ForkedProcess:
        """Start `remit WORDS` and do not wait; `memory` bounds its address space in bytes."""
        request = {"words": list(words), "folder": str(folder), "environment": dict(environment), "memory": memory}
        status, theirs = os.pipe()
        try:
            with self._lock:
                socket.send_fds(
                    self._socket, [json.dumps(request).encode()], [*(stream.fileno() for stream in streams), theirs]
                )
                pid = int(self._socket.recv(64))
        finally:
            os.close(theirs)
        return ForkedProcess(pid, status, words)

    def close(self) -> None:
        self._socket.close()
        self._process.wait()


@functools.cache
def fork_server() -> ForkServer:
    """The one of this process of tests, started when it is first needed."""
    return ForkServer()


def serve(requests: socket.socket) -> None:
    """Fork a process per request and report how each ends; returns at the end of input."""
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake)
    statuses: dict[int, int] = {}
    while True:
        ready = select.select([requests, woken], [], [])[0]
        if woken in ready:
            os.read(woken, 4096)
            report_ended(statuses)
        if requests not in ready:
            continue
        message, descriptors, _, _ = socket.recv_fds(requests, LONGEST_REQUEST, 4)
        if not message:
            return
        *streams, status = descriptors
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for descriptor in (requests.fileno(), woken, wake, status, *statuses.values()):
                os.close(descriptor)
            requests.detach()
            become(json.loads(message), streams)
        statuses[pid] = status
        requests.send(str(pid).encode())
        for stream in streams:
            os.close(stream)


def report_ended(statuses: dict[int, int]) -> None:
    """Write the exit status of every child that has ended to whom it belongs."""
    while statuses:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == 0:
            return
        # Nobody may be waiting any more.
        with contextlib.suppress(BrokenPipeError):
            os.write(statuses[pid], str(status).encode())
        os.close(statuses.pop(pid))


def become(request: Mapping[str, Any], streams: Sequence[int]) -> NoReturn:
    """Turn a child into the process that was asked for, run it and end it as the interpreter would."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    if request["memory"] is not None:
        resource.setrlimit(resource.RLIMIT_AS, (request["memory"], request["memory"]))
    sys.argv = ["remit", *request["words"]]
    from remit import main

    code = exit_code(main)
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        # As the interpreter does: what cannot be written at the end makes another code, and no traceback.
        try:
            stream.flush()
        except OSError:
            code = code or 120
    os._exit(code)


def exit_code(run: Callable[[], object]) -> int:
    """The exit code that the interpreter gives to a function which returns, exits or fails."""
    try:
        run()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return (end.code or 0) & 0xFF
        print(end.code, file=sys.stderr)
        return 1
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
        return 1
    return 0


def import_everything() -> None:
    """Import every module of Remit, from its launcher on."""
    import_module("remit")
    for package in map(import_module, PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    # The collector of a child would write into every object and so copy every page.
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    # The folder of this file must not stand in front of the packages.
    sys.path.remove(str(Path(__file__).parent))
    import_everything()
    with socket.socket(fileno=int(sys.argv[1])) as requests:
        requests.send(READY)
        serve(requests)
