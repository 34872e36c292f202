"""Running the application: where it listens, in how many processes, and how it ends."""

from __future__ import annotations

import math
import os
import socket
import threading
import time
from functools import partial
from types import FrameType

import uvicorn
from structlog.typing import FilteringBoundLogger
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess
from uvicorn.supervisors.multiprocess import Process

from api.context import StoreContext
from api.gql.documents import read_documents
from api.http.app import create_app
from api.http.auth import require_token, token_advice
from api.http.connections import TABLE, BoundedProtocol
from api.http.metrics import forget_worker, shared_metrics
from api.settings import Settings
from api.statement import store_advice
from api.terminal import print_error
from api.workers.scheduler import reading
from graph.errors import InputError, SystemFailure

# What an answer that began may take beyond its deadline before it is given up when the server ends.
GRACE_S = 5
# What a process may take beyond that, for work that nothing ends from outside, before it ends with it.
LAST_S = 3
# A worker that says nothing for so long hangs and is replaced. One that starts on a busy machine is silent for a while too.
HUNG_S = 60


def run(settings: Settings, host: str = "127.0.0.1", port: int = 8800, workers: int = 1) -> None:
    """Serve until told to stop. Raises InputError for what would be unsafe or cannot be, StoreError for a bad store."""
    require_token(settings, host)
    # Read here too, so that a list that is none is told once, before workers start.
    read_documents(settings)
    if not 1 <= workers <= 64:
        raise InputError("--workers is a number from 1 to 64")
    if workers > 1 and settings.store.startswith("memory:"):
        raise InputError("a store in memory is one process's own: serve it with --workers 1")
    with StoreContext(settings) as context:
        context.publish()
        for sentence in store_advice(context.store):
            print_error(f"remit: {sentence}")
    for sentence in token_advice(settings):
        print_error(f"remit: {sentence}")
    listener = _listen(host, port)
    config = configure(settings, host, workers=workers, owns_process=True)
    host_text = f"[{host}]" if ":" in host else host
    print_error(f"serving on http://{host_text}:{listener.getsockname()[1]}/ and /graphql")
    with listener, reading(settings, settings.sync_every):
        if workers > 1:
            with shared_metrics():
                Workers(config, sockets=[listener]).run()
        else:
            DrainingServer(config).run(sockets=[listener])


class DrainingServer(uvicorn.Server):
    """A server that ends in time: it accepts nothing new, answers what it has accepted, and gives up what is not done then."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end, as a signal says; the process ends with what it holds where it has not ended by itself."""
        if not self.should_exit:
            limit_s = (self.config.timeout_graceful_shutdown or GRACE_S) + LAST_S
            ending = threading.Timer(limit_s, _end_at_once)
            ending.daemon = True
            ending.start()
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End; a connection that was accepted already and is made while this lasts is closed too."""
        table = self.lifespan.state.get(TABLE)
        if table is not None:
            table.is_draining = True
        await super().shutdown(sockets)


class Worker(Process):
    """A worker process, whose server ends in time."""

    @property
    def server(self) -> uvicorn.Server:
        if self._server is None:
            self._server = DrainingServer(self.config)
        return self._server


class Workers(Multiprocess):
    """Worker processes on one listener, each replaced when it dies or hangs. Waits for none of them."""

    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket]) -> None:
        super().__init__(config, sockets)
        # By pid, since when a worker has been silent.
        self._silent_since: dict[int | None, float] = {}

    def init_processes(self) -> None:
        """Start the workers."""
        for _ in range(self.processes_num):
            self.processes.append(Worker(self.config, self.sockets))
            self.processes[-1].start()

    def keep_subprocess_alive(self) -> None:
        """Replace what died or hangs. One that is starting answers nothing yet: another's death is seen meanwhile."""
        for index, worker in enumerate(self.processes):
            if self.should_exit.is_set() or (worker.process.is_alive() and not self._hangs(worker)):
                continue
            worker.kill()
            worker.join()
            forget_worker(worker.pid)
            self._silent_since.pop(worker.pid, None)
            if worker.exitcode == STARTUP_FAILURE:
                print_error("remit: a worker could not start; see above")
                self.should_exit.set()
                return
            self.processes[index] = Worker(self.config, self.sockets)
            self.processes[index].start()

    def terminate_all(self) -> None:
        """End every worker; who would connect now is refused at once, and does not wait in a queue that nobody serves."""
        super().terminate_all()
        for listener in self.sockets:
            listener.close()

    def _hangs(self, worker: Process) -> bool:
        """Whether a worker has not answered for too long; asks it again where it has."""
        try:
            if worker.pid not in self._silent_since:
                worker.parent_conn.send(b"ping")
                self._silent_since[worker.pid] = time.monotonic()
            elif worker.parent_conn.poll():
                worker.parent_conn.recv()
                del self._silent_since[worker.pid]
                return False
        except (OSError, EOFError):
            # It is dying, which is seen the next time.
            return False
        return time.monotonic() - self._silent_since[worker.pid] > HUNG_S


def _end_at_once() -> None:
    print_error("remit: not everything ended in time; the process ends with it")
    os._exit(1)


def configure(
    settings: Settings,
    host: str,
    *,
    workers: int = 1,
    log: FilteringBoundLogger | None = None,
    owns_process: bool = False,
) -> uvicorn.Config:
    """How uvicorn runs the application; each worker makes its own. `owns_process`: see create_app."""
    return uvicorn.Config(
        partial(create_app, settings, host, log, owns_process=owns_process),
        factory=True,
        workers=workers,
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        ws="none",
        http=BoundedProtocol,
        timeout_graceful_shutdown=math.ceil(settings.question_seconds) + GRACE_S,
        timeout_worker_healthcheck=HUNG_S,
        h11_max_incomplete_event_size=32 * 1024,
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Told that it is TCP, asyncio sends the head and the body of an answer without waiting for the client between them.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(1024)
        listener.set_inheritable(True)
    except (OSError, OverflowError) as error:
        listener.close()
        raise SystemFailure(f"{host}:{port} cannot be listened on: {error}. Choose another --port") from None
    return listener
