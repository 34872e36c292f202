"""How to stand between a client and a server on a real socket, and to spoil some of their connections."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

# A connection that nobody answers.
HANGS = -1


@dataclass
class Proxy:
    """Passes connections on. `faults`: of each connection in turn after how many bytes of the server's it breaks off.

    With `stalls` it falls silent instead, and stays open. None: it does not. What comes after the last fault is as the `rest`. `count`: the connections so far; `sent`: how many
    bytes of the server's each of them got.
    """

    target: tuple[str, int]
    faults: list[int | None] = field(default_factory=list)
    rest: int | None = None
    stalls: bool = False
    count: int = 0
    sent: list[int] = field(default_factory=list)
    port: int = 0
    _open: list[socket.socket] = field(default_factory=list)

    def serve(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            self.count += 1
            fault = self.faults.pop(0) if self.faults else self.rest
            self._open.append(client)
            if fault == HANGS:
                continue
            server = socket.create_connection(self.target)
            self._open.append(server)
            place = len(self.sent)
            self.sent.append(0)
            threading.Thread(target=self._ask, args=(client, server), daemon=True).start()
            threading.Thread(target=self._answer, args=(server, client, place, fault), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while block := client.recv(65_536):
                server.sendall(block)
        _shut(client)
        _shut(server)

    def _answer(self, server: socket.socket, client: socket.socket, place: int, most: int | None) -> None:
        with suppress(OSError):
            while (most is None or self.sent[place] < most) and (block := server.recv(65_536)):
                block = block[: None if most is None else most - self.sent[place]]
                self.sent[place] += len(block)
                client.sendall(block)
        if most is None or not self.stalls:
            _shut(server)
            _shut(client)

    def close(self) -> None:
        for one in self._open:
            _shut(one)


@contextmanager
def proxying(host: str, port: int, *faults: int | None, rest: int | None = None) -> Iterator[Proxy]:
    """A proxy of a server, on a port of this machine."""
    proxy = Proxy((host, port), list(faults), rest)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        proxy.port = listener.getsockname()[1]
        thread = threading.Thread(target=proxy.serve, args=(listener,), daemon=True)
        thread.start()
        try:
            yield proxy
        finally:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)
            proxy.close()


def _shut(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
