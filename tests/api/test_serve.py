"""The server really serves: behind a socket, in several processes, while data changes."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from api.http.auth import require_token, token_advice
from api.http.serve import _listen, run
from api.settings import Settings
from graph.errors import InputError, SystemFailure
from graph.moment import now
from tests.api.organisation import LOAD_TOKEN, TOKEN, lines, load, node, organisation

ROOT = Path(__file__).parents[2]
SERVE = "from api.http.serve import run; from api.settings import read_settings; run(read_settings(), {host!r}, {port}, {workers})"
ALL = '{ blastRadius(input: { start: ["Ada Byron"] }) { ... on BlastRadius { snapshot { generation } total columns { id } } } }'
PAGES = """query($after: String) { blastRadius(input: { start: ["Ada Byron"] }) { ... on BlastRadius {
  reached(first: 20, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } }"""


@contextmanager
def process(
    folder: Path, *, workers: int = 1, host: str = "127.0.0.1", before: str = "", **told: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server in a process of its own; its address and itself. What it logs goes to a file. `before`: code that runs first."""
    code = before + SERVE.format(host=host, port=0, workers=workers)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "REMIT_STORE": f"sqlite:///{folder}/remit.db", **told}
    with (folder / "log").open("w") as log:
        found = subprocess.Popen([sys.executable, "-c", code], cwd=folder, env=environment, stderr=log, text=True)
        try:
            client = httpx.Client(timeout=30, headers={"authorization": f"Bearer {TOKEN}"})
            with client:
                for _ in range(600):
                    shown = re.search(r"http://\S+?:(\d+)/", (folder / "log").read_text())
                    address = f"http://127.0.0.1:{shown[1]}" if shown else ""
                    if address and is_ready(client, address):
                        break
                    assert found.poll() is None, (folder / "log").read_text()
                    threading.Event().wait(0.1)
            yield address, found
        finally:
            found.terminate()
            found.wait(30)


def is_ready(client: httpx.Client, address: str) -> bool:
    try:
        return client.get(f"{address}/readyz").status_code == 200
    except httpx.TransportError:
        return False


@pytest.fixture
def embedded(folder: Path) -> Settings:
    found = Settings(store=f"sqlite:///{folder}/remit.db")
    load(found, organisation(), folder)
    return found


def test_a_real_socket_answers_as_the_table_says(served: Callable[[Settings], str], guarded: Settings) -> None:
    address = served(guarded)
    with httpx.Client(base_url=address, headers={"authorization": f"Bearer {TOKEN}"}) as http:
        good = http.post("/graphql", json={"query": ALL})
        assert (good.status_code, good.json()["data"]["blastRadius"]["total"]) == (200, 304)
        assert "server" not in good.headers
        assert http.post("/graphql", json={"query": "{"}).status_code == 400
        assert http.post("/graphql", json={"query": "{ x }"}).status_code == 422
        failed = http.post("/graphql", json={"query": "{ nodes(ids: " + json.dumps(["x"] * 201) + ") { id } }"})
        assert failed.status_code == 294
        assert http.get("/graphql").status_code == 422
        assert http.get("/graphql", params={"query": "{ __typename }"}).status_code == 200
        assert http.get("/", headers={"authorization": ""}).status_code == 401


def test_a_body_that_lies_about_its_length_is_refused(served: Callable[[Settings], str], guarded: Settings) -> None:
    address = served(guarded)
    port = int(address.rpartition(":")[2])
    head = (
        f"POST /records HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {LOAD_TOKEN}\r\n"
        "Content-Type: application/x-ndjson\r\nContent-Length: 999999999999\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 413")


def test_answers_do_not_wait_between_head_and_body() -> None:
    """Only of sockets that say they are TCP does asyncio know that they must not: each answer took 40 ms more."""
    with _listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_many_requests_at_once_answer_one_generation_each(
    served: Callable[[Settings], str], embedded: Settings, folder: Path
) -> None:
    address = served(embedded)

    def ask(_: int) -> tuple[int, int]:
        answer = httpx.post(
            f"{address}/graphql", json={"query": "{ a: " + ALL[1:-1] + " b: " + ALL[1:-1] + " }"}, timeout=60
        )
        first, second = answer.json()["data"]["a"], answer.json()["data"]["b"]
        assert first == second
        assert len(first["columns"]["id"]) == first["total"]
        return first["snapshot"]["generation"], first["total"]

    def change() -> None:
        for number in range(3):
            run_line = {"record": "run", "source": f"test:{number}", "observed_at": f"2026-11-2{number + 1}T09:00:00Z"}
            load(embedded, lines(run_line, node(f"Identity:test/{number}", "New")), folder)

    with ThreadPoolExecutor(8) as pool:
        changing = threading.Thread(target=change)
        changing.start()
        seen = set(pool.map(ask, range(60)))
        changing.join()
    assert {total for _, total in seen} == {304}
    assert {generation for generation, _ in seen} <= {2, 3, 4, 5}


def test_what_would_be_unsafe_or_cannot_be_is_refused(folder: Path) -> None:
    with pytest.raises(InputError, match="REMIT_TOKEN"):
        run(Settings(), "0.0.0.0", 0)
    # A proxy on this machine leads others here: the name says so.
    for settings in (Settings(hosts=("remit.acme.example",)), Settings(public_url="https://remit.acme.example")):
        with pytest.raises(InputError, match=r"serving as remit\.acme\.example .* needs a token"):
            run(settings, "127.0.0.1", 0)
    require_token(Settings(hosts=("localhost:8801", "[::1]")), "127.0.0.1")
    require_token(Settings(hosts=("remit.acme.example",), token=SecretStr(TOKEN)), "127.0.0.1")
    with pytest.raises(InputError, match="workers"):
        run(Settings(store="memory:"), "127.0.0.1", 0, 2)
    with pytest.raises(InputError, match="scheme of a store"):
        run(Settings(store="x:y"), "127.0.0.1", 0)
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(SystemFailure, match="cannot be listened on"):
        run(Settings(store="memory:"), "127.0.0.1", taken.getsockname()[1])


def test_a_token_with_a_scope_is_no_bound_where_nobody_needs_one(folder: Path) -> None:
    settings = Settings(store=f"sqlite:///{folder}/remit.db")
    file = settings.token_file()
    file.create("whole", ["ask"], [], now(), None)
    assert token_advice(settings) == []
    file.create("research", ["ask"], [], now(), None, ["department:Research"])
    [sentence] = token_advice(settings)
    assert "(research): set REMIT_TOKEN" in sentence
    assert token_advice(settings.model_copy(update={"token": SecretStr(TOKEN)})) == []
    file.revoke("research", now())
    assert token_advice(settings) == []
