"""What fails, or is too much, loses no answer: load, workers that die, a server that ends, data that change meanwhile."""

from __future__ import annotations

import asyncio
import http.client
import io
import json
import os
import signal
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

from api.gql.router import Router
from api.http import connections, operations
from api.http.connections import TABLE
from api.settings import Settings
from tests.api.organisation import LOAD_TOKEN, TOKEN, edge, lines, load, node, organisation
from tests.api.test_connections import HEADERS, await_ready, half_open, port_of
from tests.api.test_serve import PAGES, process
from tests.servers.uvicorn_server import running_server

ADA = '{ start: ["Ada Byron"] }'
TWICE = (
    "{"
    + " ".join(
        f"{name}: blastRadius(input: {ADA}) {{ ... on BlastRadius {{ snapshot {{ generation }} total columns {{ id }} }} }}"
        for name in ("a", "b")
    )
    + "}"
)
ALIVE = b'{"query": "{ status { generation } }"}'


class RunningServer(NamedTuple):
    """A server of two workers in processes of their own."""

    port: int
    parent: subprocess.Popen[str]
    settings: Settings
    folder: Path

    def workers(self) -> set[int]:
        """The pids of the workers: those children that run Python's spawned main, not its resource tracker."""
        children = Path(f"/proc/{self.parent.pid}/task/{self.parent.pid}/children").read_text().split()
        return {int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()}

    def ask(self, body: bytes = ALIVE, timeout: float = 30) -> dict[str, Any]:
        """The data of one question, asked on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("POST", "/graphql", body, {**HEADERS, "content-type": "application/json"})
            answer = connection.getresponse()
            content = answer.read()
            assert answer.status == 200, content
            data: dict[str, Any] = json.loads(content)["data"]
            return data
        finally:
            connection.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """One server for the tests of this module; the last of them ends it."""
    folder = tmp_path_factory.mktemp("failure")
    settings = Settings(store=f"sqlite:///{folder}/remit.db")
    load(settings, organisation(), folder)
    tokens = {"REMIT_TOKEN": TOKEN, "REMIT_LOAD_TOKEN": LOAD_TOKEN, "REMIT_RATE_LIMIT": "0"}
    with process(folder, workers=2, host="0.0.0.0", **tokens) as (address, parent):
        yield RunningServer(port_of(address), parent, settings, folder)


def test_workers_share_a_store(running: RunningServer) -> None:
    line = {"record": "run", "source": "test:one", "observed_at": "2026-11-21T09:00:00Z"}
    loading = {"content-type": "application/x-ndjson", "authorization": f"Bearer {LOAD_TOKEN}"}
    text = lines(line, node("Identity:test/9", "New One"))
    loaded = httpx.post(f"http://127.0.0.1:{running.port}/records", content=text, headers=loading, timeout=30)
    assert (loaded.status_code, loaded.json()["generation"]) == (200, 3)
    time.sleep(2)
    # A connection each: whichever process takes it, it answers from what the other one published.
    assert [running.ask()["status"]["generation"] for _ in range(10)] == [3] * 10
    after, count = None, 0
    while after is not None or not count:
        # So too its cursors: a page each, of whichever process.
        body = json.dumps({"query": PAGES, "variables": {"after": after}}).encode()
        page = running.ask(body)["blastRadius"]["reached"]
        count += len(page["nodes"])
        after = page["pageInfo"]["endCursor"] if page["pageInfo"]["hasNextPage"] else None
    assert count == 304


def numbers_of(running: RunningServer) -> dict[str, float]:
    """What one scrape shows, on a connection of its own."""
    text = httpx.get(f"http://127.0.0.1:{running.port}/metrics", headers=HEADERS).text
    lines = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(number) for name, _, number in lines}


def test_whichever_worker_is_scraped_shows_the_numbers_of_all(running: RunningServer) -> None:
    """Counters of one worker after the other look like a server that starts again and again."""
    requests = 'remit_requests_total{method="POST",route="/graphql",status="200"}'
    before = numbers_of(running).get(requests, 0)
    for _ in range(20):
        running.ask()
    scrapes = [numbers_of(running) for _ in range(12)]
    assert {numbers[requests] for numbers in scrapes} == {before + 20}
    generation = running.ask()["status"]["generation"]
    assert {numbers["remit_snapshot_generation"] for numbers in scrapes} == {generation}
    assert all(numbers["remit_snapshot_nodes"] > 0 for numbers in scrapes)
    # A worker that dies takes nothing along that was counted.
    os.kill(min(running.workers()), signal.SIGKILL)
    deadline = time.monotonic() + 60
    while len(running.workers()) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert numbers_of(running)[requests] >= before + 21


def test_probes_wait_for_no_document(running: RunningServer) -> None:
    fields = "name description args { name type { name kind ofType { name } } }"
    documents = [
        "{ __schema { " + " ".join(f"a{n}: types {{ name fields {{ {fields} }} }}" for n in range(29)) + " } }",
        "{ __schema { " + " ".join(f"a{n}: types {{ name fields {{ name }} }}" for n in range(29)) + " } }",
    ]
    is_over = threading.Event()

    def ask_again(number: int) -> None:
        body = json.dumps({"query": documents[number % 2]})
        with httpx.Client(base_url=f"http://127.0.0.1:{running.port}", headers=HEADERS, timeout=30) as caller:
            while not is_over.is_set():
                answer = caller.post("/graphql", content=body, headers={"content-type": "application/json"})
                assert answer.status_code in (400, 422)

    def slowest_of(count: int) -> float:
        connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=30)
        times = []
        for _ in range(count):
            began = time.monotonic()
            connection.request("GET", "/livez", headers=HEADERS)
            connection.getresponse().read()
            times.append(time.monotonic() - began)
            time.sleep(0.01)
        connection.close()
        return sorted(times)[-2]

    with ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(ask_again, number) for number in range(4)]
        try:
            # The machine has other work: it is enough that the server itself stops nobody for long.
            assert any(slowest_of(100) < 0.1 for _ in range(5))
        finally:
            is_over.set()
        for each in asking:
            each.result()


def test_a_generation_that_is_published_changes_no_answer_midway(running: RunningServer) -> None:
    totals: dict[int, set[int]] = {}
    is_over = threading.Event()

    def ask_again() -> None:
        while not is_over.is_set():
            data = running.ask(json.dumps({"query": TWICE}).encode())
            assert data["a"] == data["b"]
            assert len(data["a"]["columns"]["id"]) == data["a"]["total"]
            totals.setdefault(data["a"]["snapshot"]["generation"], set()).add(data["a"]["total"])

    with ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(ask_again) for _ in range(4)]
        try:
            for number in range(3):
                table = f"DataSource:postgres/prod/sales/public.new{number}"
                run = {"record": "run", "source": f"test:{number}", "observed_at": f"2026-11-2{number + 1}T09:00:00Z"}
                contained = edge("DataSource:postgres/prod/sales", "CONTAINS", table)
                load(running.settings, lines(run, node(table, "new", type="table"), contained), running.folder)
                time.sleep(0.7)
        finally:
            is_over.set()
        for each in asking:
            each.result()
    # Each generation that follows the organisation's has one table more, and no answer is of two generations.
    first = min(totals)
    (whole,) = totals[first]
    assert totals == {generation: {whole + generation - first} for generation in totals}
    assert {first, first + 3} <= totals.keys()


def test_a_worker_that_is_killed_is_replaced(running: RunningServer) -> None:
    first, second = running.workers()
    os.kill(first, signal.SIGKILL)
    # Nobody who connects now notices.
    assert all(running.ask()["status"]["generation"] for _ in range(8))
    deadline = time.monotonic() + 30
    while first in (pids := running.workers()) or len(pids) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.kill(second, signal.SIGSTOP)
    try:
        # Whoever answers now was started in place of the one that died.
        assert running.ask(timeout=90)["status"]["generation"]
    finally:
        os.kill(second, signal.SIGCONT)


def test_a_server_that_is_stopped_answers_what_it_has_accepted(running: RunningServer) -> None:
    body = json.dumps({"query": TWICE}).encode()
    whole = running.ask(body)
    told_at: list[float] = []
    outcomes: Counter[str] = Counter()
    lost: list[str] = []

    def ask_again() -> None:
        while True:
            connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=30)
            is_new, began = True, time.monotonic()
            try:
                connection.connect()
                while connection.sock is not None:
                    connection.request("POST", "/graphql", ALIVE, {**HEADERS, "content-type": "application/json"})
                    answer = connection.getresponse()
                    answer.read()
                    outcomes[f"{answer.status} {answer.getheader('connection')}"] += 1
                    is_new = False
            except ConnectionRefusedError:
                return
            except (OSError, http.client.HTTPException) as error:
                # What connects while the listener closes may never have been accepted; anything else was.
                if not (is_new and told_at and time.monotonic() > told_at[0]):
                    lost.append(f"{error!r} after {time.monotonic() - began:.2f} s")
            finally:
                connection.close()

    head = f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\nAuthorization: Bearer {TOKEN}\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    with ThreadPoolExecutor(8) as pool, socket.create_connection(("127.0.0.1", running.port), 30) as slow:
        asking = [pool.submit(ask_again) for _ in range(8)]
        slow.sendall(head.encode() + body[:20])
        time.sleep(1)
        told_at.append(time.monotonic())
        running.parent.send_signal(signal.SIGTERM)
        time.sleep(1)
        # A request that began before is read to its end, and told that it is the last of its connection.
        slow.sendall(body[20:])
        received = b"".join(iter(lambda: slow.recv(65536), b""))
        for each in asking:
            each.result()
        ended_within_s = time.monotonic() - told_at[0]
    assert received.startswith(b"HTTP/1.1 200")
    assert b"connection: close" in received.lower()
    assert json.loads(received.partition(b"\r\n\r\n")[2])["data"] == whole
    assert lost == []
    # Clients that went on asking held nobody up; how long questions may take is no part of it.
    assert ended_within_s < 25
    assert outcomes.keys() <= {"200 None", "200 close"}
    assert outcomes["200 close"]
    assert running.parent.wait(30) == 0
    assert "Traceback" not in (running.folder / "log").read_text()


def test_a_connection_that_is_made_while_a_server_ends_holds_nobody_up(guarded: Settings, log: io.StringIO) -> None:
    """It was accepted before, so nobody told it: it asked on and on, until everything was cut off after 65 seconds."""
    with running_server(guarded, log) as (server, thread):
        ours, theirs = socket.socketpair()
        request = f"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n\r\n".encode()
        listening = server.servers[0]
        loop, factory = listening.get_loop(), listening._protocol_factory  # type: ignore[attr-defined]
        address = listening.sockets[0].getsockname()
        with ours, socket.create_connection(address, 10) as early:
            # Begun before, and not sent whole yet: the server waits for it.
            early.sendall(request[:-2])
            time.sleep(0.2)
            server.should_exit = True
            while not server.lifespan.state[TABLE].is_draining:
                time.sleep(0.01)
            asyncio.run_coroutine_threadsafe(loop.connect_accepted_socket(factory, theirs), loop).result(5)
            ours.settimeout(10)
            ours.sendall(request)
            answer = b"".join(iter(lambda: ours.recv(65536), b""))
            early.sendall(request[-2:])
            assert early.recv(12) == b"HTTP/1.1 200"
        assert answer.startswith(b"HTTP/1.1 200")
        assert b"connection: close" in answer.lower()
        thread.join(10)
        assert not thread.is_alive()


def test_a_server_ends_in_time_whatever_it_still_does(tmp_path: Path) -> None:
    """An answer that takes too long is given up with 503; a loop that nothing ends goes with the process."""
    settings = Settings(store=f"sqlite:///{tmp_path}/remit.db")
    load(settings, organisation(), tmp_path)
    stuck = (
        "import time; from api.http import serve; from api.gql.router import Router; serve.GRACE_S = serve.LAST_S = 1; "
    )
    stuck += "Router._execute = lambda *_: time.sleep(60); "
    with process(tmp_path, before=stuck, REMIT_TOKEN=TOKEN, REMIT_QUESTION_SECONDS="1") as (address, server):
        with ThreadPoolExecutor(1) as pool:
            asking = pool.submit(httpx.post, f"{address}/graphql", json={"query": TWICE}, headers=HEADERS, timeout=30)
            time.sleep(0.5)
            began = time.monotonic()
            server.send_signal(signal.SIGTERM)
            answer = asking.result()
            assert server.wait(20) == 1
        assert 2 < time.monotonic() - began < 10
    assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (503, "BUSY", "1")
    assert "not everything ended in time" in (tmp_path / "log").read_text()


def test_many_who_connect_at_once_are_all_answered(
    served: Callable[[Settings], str], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BURST_S", 20.0)
    port = port_of(served(guarded))
    head = f"GET /livez HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {TOKEN}\r\n".encode()
    count = 4 * connections.MAX_PEER_STRANGERS
    with half_open(port, count, head) as opened:
        for each in opened:
            each.sendall(b"\r\n")
        assert Counter(each.recv(12) for each in opened) == {b"HTTP/1.1 200": count}


def test_strangers_beyond_the_limit_go_when_they_had_their_time(
    served: Callable[[Settings], str], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BURST_S", 0.2)
    monkeypatch.setattr(connections, "MAX_BURST", 200)
    with ExitStack() as stack:
        opened = stack.enter_context(half_open(port_of(served(guarded)), 300))
        time.sleep(1)
        is_open = []
        for each in opened:
            each.setblocking(False)
            try:
                is_open.append(bool(each.recv(1)))
            except BlockingIOError:
                is_open.append(True)
            except ConnectionError:
                is_open.append(False)
    # The newest stay.
    assert is_open == [False] * (300 - connections.MAX_PEER_STRANGERS) + [True] * connections.MAX_PEER_STRANGERS


def test_what_is_too_much_is_sent_away_and_soon_after_all_is_well(
    served: Callable[[Settings], str], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "OPERATIONS", 2)
    monkeypatch.setattr(operations, "CALLER_OPERATIONS", 2)
    monkeypatch.setattr(operations, "MAX_CALLER_WAITING", 8)
    execute = Router._execute

    async def slow(*arguments: Any) -> Any:
        time.sleep(0.05)
        return await execute(*arguments)

    monkeypatch.setattr(Router, "_execute", slow)
    address = served(guarded)
    await_ready(address)
    answers: list[httpx.Response] = []

    def ask_thrice(number: int) -> None:
        with httpx.Client(base_url=address, headers=HEADERS, timeout=30) as http:
            answers.extend(http.post("/graphql", json={"query": "{ status { generation } }"}) for _ in range(3))

    with ThreadPoolExecutor(40) as pool:
        list(pool.map(ask_thrice, range(40)))
    assert {answer.status_code for answer in answers} == {200, 503}
    refused = [answer for answer in answers if answer.status_code == 503]
    assert {(answer.json()["code"], int(answer.headers["retry-after"])) for answer in refused} == {("BUSY", 1)}
    began = time.monotonic()
    after = httpx.post(f"{address}/graphql", json={"query": "{ status { generation } }"}, headers=HEADERS)
    assert (after.status_code, time.monotonic() - began < 5) == (200, True)
