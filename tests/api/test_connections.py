"""Connections that ask nothing, or ask without end, keep nobody from being answered."""

from __future__ import annotations

import http.client
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager

import httpx
import pytest

from api.http import body, connections
from api.settings import Settings
from tests.api.organisation import LOAD_TOKEN, TOKEN

HEADERS = {"authorization": f"Bearer {TOKEN}"}
LOADING = {"authorization": f"Bearer {LOAD_TOKEN}"}


@contextmanager
def half_open(port: int, count: int, head: bytes = b"GET / HTTP/1.1\r\nHost: a") -> Iterator[list[socket.socket]]:
    """So many connections, each of which sends a part of a head and no more."""
    with ExitStack() as stack:
        opened = []
        for _ in range(count):
            opened.append(stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10)))
            opened[-1].sendall(head)
        yield opened


def port_of(address: str) -> int:
    return int(address.rpartition(":")[2])


def await_ready(address: str) -> None:
    deadline = time.monotonic() + 20
    while httpx.get(f"{address}/readyz", headers=HEADERS).status_code != 200 and time.monotonic() < deadline:
        time.sleep(0.05)


def is_closed(connection: socket.socket, within_s: float) -> bool:
    """Whether the other side closes in time, whatever it says before."""
    connection.settimeout(within_s)
    try:
        while connection.recv(65536):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


def trickle(connection: socket.socket, piece: bytes, for_s: float) -> bool:
    """Send a piece every 50 ms; whether the other side closed before the time was over."""
    deadline = time.monotonic() + for_s
    try:
        while time.monotonic() < deadline:
            connection.sendall(piece)
            time.sleep(0.05)
    except ConnectionError:
        return True
    return False


def test_half_open_connections_keep_nobody_waiting(
    served: Callable[[Settings], str], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BURST_S", 0.5)
    address = served(guarded)
    await_ready(address)
    with half_open(port_of(address), 520) as opened:
        for path in ("/livez", "/readyz", "/schema.graphql", "/livez"):
            began = time.monotonic()
            caller = http.client.HTTPConnection("127.0.0.1", port_of(address), timeout=10)
            with closing(caller):
                caller.request("GET", path, headers=HEADERS)
                assert (path, caller.getresponse().status) == (path, 200)
            assert time.monotonic() - began < 1
        assert is_closed(opened[0], 1)
        assert not is_closed(opened[-1], 0.1)


def test_a_connection_that_authenticated_outlives_those_that_did_not(
    served: Callable[[Settings], str], guarded: Settings
) -> None:
    address = served(guarded)
    with httpx.Client(base_url=address, headers=HEADERS) as http:
        stream = http.get("/livez").extensions["network_stream"]
        with half_open(port_of(address), 2 * connections.MAX_PEER_STRANGERS):
            assert http.get("/livez").extensions["network_stream"] is stream


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"GET /livez HTTP/1.1\r\n",
        # One request answered, and a part of the next.
        b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /li",
    ],
    ids=["nothing", "a-part", "the-second"],
)
def test_a_head_has_a_deadline_however_it_comes(
    head: bytes, served: Callable[[Settings], str], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "HEAD_S", 0.3)
    with half_open(port_of(served(guarded)), 1, head) as (connection,):
        # A piece now and then gives it no more time.
        assert trickle(connection, b"X", 3) if head else is_closed(connection, 3)


def test_a_body_that_nobody_reads_ends_its_connection(
    served: Callable[[Settings], str], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "LINGER_S", 0.3)
    head = b"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n"
    with half_open(port_of(served(guarded)), 1, head) as (connection,):
        assert connection.recv(12) == b"HTTP/1.1 401"
        assert trickle(connection, b"x", 3)


@pytest.mark.parametrize("path", ["/graphql", "/records", "/v1/traces"])
def test_a_body_has_a_deadline_as_a_whole(
    path: str, served: Callable[[Settings], str], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(body, "BODY_S", 0.3)
    media = "application/x-ndjson" if path == "/records" else "application/json"
    token = TOKEN if path == "/graphql" else LOAD_TOKEN
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: {media}\r\nContent-Length: 10000\r\n\r\n"
    )
    with half_open(port_of(served(guarded)), 1, head.encode()) as (connection,):
        trickle(connection, b" ", 0.7)
        assert connection.recv(12) == b"HTTP/1.1 408"
        assert is_closed(connection, 3)


def test_beyond_all_connections_probes_are_answered(
    served: Callable[[Settings], str], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MAX_CONNECTIONS", 3)
    address = served(guarded)
    await_ready(address)
    head = (
        f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
        "Content-Type: application/json\r\nContent-Length: 10000\r\n\r\n"
    )
    with half_open(port_of(address), 3, head.encode()):
        time.sleep(0.2)
        assert [httpx.get(address + path, headers=HEADERS).status_code for path in ("/livez", "/readyz")] == [200, 200]
        refused = httpx.post(f"{address}/graphql", headers=HEADERS, json={"query": "{ __typename }"})
        assert (refused.status_code, refused.json()["code"], refused.headers["retry-after"]) == (503, "BUSY", "1")
    time.sleep(0.2)
    assert httpx.post(f"{address}/graphql", headers=HEADERS, json={"query": "{ __typename }"}).status_code == 200


@pytest.mark.parametrize(
    ("version", "fields"),
    [
        ("1.1", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"),
        ("1.1", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n"),
        ("1.0", "Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n"),
    ],
)
def test_what_follows_a_body_of_two_lengths_is_no_request(
    version: str, fields: str, served: Callable[[Settings], str], guarded: Settings
) -> None:
    """A proxy that believes the length sends as a body what would be answered here as another's request (RFC 9112, 6.3)."""
    known = f"Host: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
    head = f"POST /graphql HTTP/{version}\r\n{known}Content-Type: application/json\r\n{fields}\r\n"
    hidden = f"GET /metrics HTTP/1.1\r\n{known}\r\n"
    with half_open(port_of(served(guarded)), 1, f"{head}0\r\n\r\n{hidden}".encode()) as (connection,):
        connection.settimeout(10)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 400")
    assert answer.count(b"HTTP/1.1 ") == 1


def test_strangers_are_counted_by_network() -> None:
    assert connections.peer_of(("192.0.2.7", 1)) == "192.0.2.7"
    assert connections.peer_of(("2001:db8::1", 1)) == connections.peer_of(("2001:db8::2:1", 1)) == "2001:db8::/64"
    assert connections.peer_of(None) == ""


def test_what_is_announced_takes_no_room_of_what_comes(served: Callable[[Settings], str], guarded: Settings) -> None:
    address = served(guarded)
    head = (
        f"POST /v1/traces HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {LOAD_TOKEN}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {16 * 2**20}\r\n\r\n"
    )
    with half_open(port_of(address), 5, head.encode()):
        time.sleep(0.2)
        taken = httpx.post(f"{address}/v1/traces", headers=LOADING, json={"resourceSpans": []}, timeout=30)
        assert (taken.status_code, taken.text) == (200, "{}")
