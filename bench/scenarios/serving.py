"""Requests answered per second to 200 clients with mixed questions, beside bare FastAPI; then what happens when it is too much.

Two workers. Four times the clients come next: what is too much is sent away, memory stays bounded, and soon after all is
well. Then a worker is killed under load, and at last the server is told to end under load.
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import numpy as np

from bench import records
from bench.measure import Measure, Result, say
from bench.servers import HEADERS, await_ready, remit_server
from bench.world import ROOT, World
from graph.moment import write_moment
from graph.ontology import NODE_CODES

TITLE = "A service under load: 200 clients, mixed questions, two workers"
CLIENTS, WORKERS = 200, 2
LOAD_S, OVERLOAD_S, FAILURE_S = 60.0, 30.0, 20.0
OVERLOAD = 4
LOADING_TOKEN, PUBLISHED = "a-token-that-loads", "bench:published"
# How long at most until answers are of the generation that was published.
PUBLISHED_S = 120.0
# How often each kind of question is among those that clients choose from.
KINDS = {
    "blastRadius": 30, "exposure": 20, "accessPaths": 10, "node": 20, "search": 15, "ranking": 2, "costAttribution": 3,
}  # fmt: skip


def run(world: World) -> Result:
    """Requests per second and latencies at 200 clients, of Remit and of the bare endpoint; then overload and failures."""
    folder = world.folder / "serving"
    folder.mkdir(exist_ok=True)
    questions = folder / "questions.json"
    questions.write_text(json.dumps(_questions(world)))
    with remit_server(world, folder, WORKERS, REMIT_LOAD_TOKEN=LOADING_TOKEN) as (port, server):
        memory = _Memory(server.pid)
        answers = _record(port, questions, folder / "answers.json")
        say("200 clients")
        load = _clients(port, CLIENTS, LOAD_S, questions)
        loaded_mb = memory.most_mb()
        say("800 clients")
        overload = _clients(port, OVERLOAD * CLIENTS, OVERLOAD_S, questions)
        recovery_s, overloaded_mb = _recovery(port), memory.most_mb()
        say("a generation is published")
        with _Pager(port, world) as pager:
            published = _meanwhile(port, questions, lambda: _publish(port))
        _remove_published(world)
        say("a worker is killed")
        killed = _meanwhile(port, questions, lambda: os.kill(min(_workers(server.pid)), signal.SIGKILL))
        healed = len(_workers(server.pid))
        say("the server is told to end")
        ended = _meanwhile(port, questions, lambda: server.send_signal(signal.SIGTERM))
        memory.end()
        code = server.wait(120)
    with _bare(answers, folder) as port:
        say("bare FastAPI")
        bare = _clients(port, CLIENTS, LOAD_S, questions)
    failures = {"load": load["errors"], "bare": bare["errors"], "overload": overload["errors"]}
    failures |= {"published": published["errors"], "pages": pager.problems}
    if load["errors"] or bare["errors"] or published["errors"] or pager.problems or code:
        raise RuntimeError(f"requests failed: {failures}; the server ended with {code}")
    measures = [*_measures("bare FastAPI, the same bytes", bare, None)]
    measures += _measures("Remit", load, measures)
    measures += [Measure.of(f"Remit, 99th percentile of {name}", "ms", [_percentile(load, 99, name)]) for name in KINDS]
    measures += [
        Measure.of("answers (200) at four times the load", "1/s", [_rate(overload)]),
        Measure.of("the first answer within a second after that load", "s", [recovery_s]),
        Measure.of("memory of a worker that no other shares, most, 200 clients", "MB", loaded_mb),
        Measure.of("the same at four times the load", "MB", overloaded_mb),
    ]
    notes = [*_notes(world, load, bare, overload, killed, ended, healed), str(pager)]
    return Result("serving", TITLE, tuple(measures), tuple(notes))


def _notes(world: World, *parts: Any) -> Iterator[str]:
    load, bare, overload, killed, ended, healed = parts
    mix = ", ".join(f"{name} {share}" for name, share in KINDS.items())
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    yield f"Commit {commit.stdout.strip()}. {world.graph.count:,} nodes, {len(world.graph.tail):,} edges. Of 100 questions: {mix}."
    yield (
        f"Clients are one process on the same machine, {CLIENTS} connections in a closed loop. It took {load['processor_share']:.0%} of "
        f"one core with Remit and {bare['processor_share']:.0%} with the bare endpoint, which it drove to {_rate(bare):,.0f} answers a "
        "second: it does not limit what Remit answers."
    )
    yield f"Errors: {dict(load['errors']) or 'none'} with Remit, {dict(bare['errors']) or 'none'} with the bare endpoint."
    for what, result in (
        (f"{OVERLOAD} times the clients for {OVERLOAD_S:.0f} s", overload),
        ("A worker killed", killed),
        ("Told to end", ended),
    ):
        yield (
            f"{what}: by status {_statuses(result)}, Retry-After of refusals {dict(result['retry_after'])}, "
            f"connections that failed {dict(result['errors'])}."
        )
    yield f"{healed} workers {FAILURE_S:.0f} s after one was killed."


def _questions(world: World) -> list[tuple[str, str]]:
    """What clients choose from: a hundred questions of each kind's share, on nodes drawn at random, as bodies."""
    snapshot, dice = world.snapshot(), np.random.default_rng(11)
    moment = write_moment(records.OBSERVED_AT + 3)

    def ids(kind: str, count: int) -> list[str]:
        nodes = np.flatnonzero(snapshot.nodes.kind == NODE_CODES[kind])
        return [snapshot.ids[node] for node in dice.choice(nodes, count).tolist()]

    people, data, servers = ids("Identity", 40), ids("DataSource", 40), ids("McpServer", 40)
    rows = "nodes { id kind permission hops }"
    texts = {
        "blastRadius": "query($a: ID!, $at: DateTime) { blastRadius(input: { start: [$a], asOf: $at }) "
        "{ ... on BlastRadius { total score reached(first: 50) { " + rows + " } } } }",
        "exposure": "query($b: ID!, $at: DateTime) { exposure(input: { target: $b, asOf: $at }) "
        "{ ... on Exposure { total reached(first: 50) { " + rows + " } } } }",
        "accessPaths": "query($a: ID!, $b: ID!, $at: DateTime) { accessPaths(input: { from: $a, to: $b, asOf: $at }) "
        "{ ... on AccessPaths { paths { nodes { hops permission sentence } } } } }",
        "node": "query($c: ID!) { node(id: $c) { id kind name props { key value } } }",
        "search": "query($c: String!) { search(input: { text: $c }) { ... on Search { total nodes(first: 20) { nodes { id name } } } } }",
        "ranking": "query($at: DateTime) { ranking(input: { asOf: $at }) "
        "{ ... on Ranking { rows(first: 20) { nodes { id total score } } } } }",
        "costAttribution": 'query($at: DateTime) { costAttribution(input: { by: [identity], from: "2026-08-01", '
        'to: "2026-08-29", asOf: $at }) { ... on CostAttribution { ledger { amount } rows(first: 20) { nodes { requests } } } } }',
    }
    questions = []
    for name, share in KINDS.items():
        declared = set(re.findall(r"\$(\w+):", texts[name]))
        for number in range(share):
            values = {"a": people[number], "b": data[number], "c": servers[number], "at": moment}
            variables = {key: value for key, value in values.items() if key in declared}
            questions.append((name, json.dumps({"query": texts[name], "variables": variables})))
    return questions


def _record(port: int, questions: Path, path: Path) -> Path:
    """Ask each question once, so that the bare endpoint can answer the same bytes; raises for one that is refused."""
    bodies = []
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=HEADERS, timeout=300) as http:
        for name, body in json.loads(questions.read_text()):
            answer = http.post("/graphql", content=body, headers={"content-type": "application/json"})
            payload = answer.json()
            if "errors" in payload or not all(payload["data"].values()):
                raise RuntimeError(f"{name} is not answered: {answer.text[:500]}")
            bodies.append(answer.text)
    path.write_text(json.dumps(bodies))
    return path


def _clients(port: int, connections: int, seconds: float, questions: Path) -> dict[str, Any]:
    """What the clients report (see bench.clients)."""
    words = [sys.executable, "-m", "bench.clients", *map(str, (port, connections, seconds, questions))]
    report: dict[str, Any] = json.loads(subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout)
    return report


def _meanwhile(port: int, questions: Path, act: Any) -> dict[str, Any]:
    """What clients report while something happens a quarter of the time after they began."""
    timer = threading.Timer(FAILURE_S / 4, act)
    timer.start()
    try:
        return _clients(port, CLIENTS, FAILURE_S, questions)
    finally:
        timer.join()


def _recovery(port: int) -> float:
    """Seconds until a question is answered within one second."""
    began = time.monotonic()
    body = {"query": "{ status { generation } }"}
    while time.monotonic() < began + 60:
        tried_at = time.monotonic()
        try:
            answer = httpx.post(f"http://127.0.0.1:{port}/graphql", json=body, headers=HEADERS, timeout=1)
            if answer.status_code == 200:
                return time.monotonic() - began
        except httpx.TransportError:
            pass
        time.sleep(max(0.0, 0.05 - (time.monotonic() - tried_at)))
    return float("inf")


def _measures(who: str, report: dict[str, Any], beside: list[Measure] | None) -> list[Measure]:
    pairs = [("requests per second", "1/s", _rate(report))]
    pairs += [(f"{percent}th percentile", "ms", _percentile(report, percent)) for percent in (50, 95, 99)]
    return [
        Measure.of(f"{who}: {what}", unit, [number], beside[at] if beside else None)
        for at, (what, unit, number) in enumerate(pairs)
    ]


def _rate(report: dict[str, Any]) -> float:
    return sum(status == 200 for _, status, *_ in report["answers"]) / float(report["seconds"])


def _percentile(report: dict[str, Any], percent: int, of: str = "") -> float:
    times = [took for name, status, _, took in report["answers"] if status == 200 and name.startswith(of)]
    return 1e3 * float(np.percentile(times, percent))


def _statuses(report: dict[str, Any]) -> dict[int, int]:
    return dict(Counter(status for _, status, *_ in report["answers"]))


def _workers(parent: int) -> set[int]:
    """The pids of the workers of a server."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return {int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()}


class _Pager:
    """Pages through one caller's answers while this lasts: all pages of an answer are of one snapshot, or it begins again."""

    QUERY = (
        "query($a: ID!, $after: String) { blastRadius(input: { start: [$a] }) { __typename ... on BlastRadius { snapshot "
        "{ digest generation } reached(first: 20, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } }"
    )

    def __init__(self, port: int, world: World) -> None:
        snapshot = world.snapshot()
        self._port, self._start = port, snapshot.ids[int(np.flatnonzero(snapshot.nodes.of("Identity"))[0])]
        self._is_over, self.problems = threading.Event(), list[str]()
        self.answers = self.expired = 0
        self.generations: set[int] = set()
        self._thread = threading.Thread(target=self._page)

    def __enter__(self) -> _Pager:
        self._thread.start()
        self._await(lambda: self.answers > 0)
        return self

    def __exit__(self, *_: object) -> None:
        # A server that is busy takes its time to publish; what is checked is what answers say before and after.
        self._await(lambda: len(self.generations) > 1)
        self._is_over.set()
        self._thread.join()
        if len(self.generations) < 2:
            self.problems.append(f"no answer of another generation than {sorted(self.generations)}")

    def _await(self, is_there: Callable[[], bool]) -> None:
        ends_at = time.monotonic() + PUBLISHED_S
        while not is_there() and self._thread.is_alive() and time.monotonic() < ends_at:
            time.sleep(0.1)

    def __str__(self) -> str:
        return (
            f"A generation published under load: {self.answers} answers read page by page meanwhile, each of one snapshot, of "
            f"generations {sorted(self.generations)}; {self.expired} lists began again, their snapshot being gone."
        )

    def _page(self) -> None:
        with httpx.Client(base_url=f"http://127.0.0.1:{self._port}", headers=HEADERS, timeout=120) as http:
            while not self._is_over.is_set():
                self._read_answer(http)

    def _read_answer(self, http: httpx.Client) -> None:
        digests, after, ids = set[str](), None, list[str]()
        for _ in range(5):
            body = {"query": self.QUERY, "variables": {"a": self._start, "after": after}}
            answer = http.post("/graphql", json=body)
            radius = (
                answer.json()["data"]["blastRadius"] if answer.status_code == 200 else {"__typename": answer.text[:200]}
            )
            if radius["__typename"] != "BlastRadius":
                # Whoever asks for the next page of a snapshot that is gone is told so.
                self.expired += radius["__typename"] == "SnapshotExpired"
                if radius["__typename"] != "SnapshotExpired":
                    self.problems.append(radius["__typename"])
                return
            digests.add(radius["snapshot"]["digest"])
            ids += [row["id"] for row in radius["reached"]["nodes"]]
            self.generations.add(radius["snapshot"]["generation"])
            after = radius["reached"]["pageInfo"]["endCursor"]
            if not radius["reached"]["pageInfo"]["hasNextPage"]:
                break
        self.answers += 1
        if len(digests) > 1 or len(set(ids)) != len(ids):
            self.problems.append(f"one answer of {len(digests)} snapshots, {len(ids)} rows of {len(set(ids))} nodes")


def _publish(port: int) -> None:
    """Load a source that nobody has, through the server itself."""
    rows = [
        {"record": "run", "source": PUBLISHED, "observed_at": write_moment(records.OBSERVED_AT)},
        {"record": "node", "id": "Identity:bench/new", "name": "Somebody New"},
    ]
    content = "".join(json.dumps(row) + "\n" for row in rows)
    headers = {"authorization": f"Bearer {LOADING_TOKEN}", "content-type": "application/x-ndjson"}
    httpx.post(f"http://127.0.0.1:{port}/records", content=content, headers=headers, timeout=300).raise_for_status()


def _remove_published(world: World) -> None:
    """Leave the store as the other scenarios know it."""
    command = [sys.executable, "-m", "remit", "source", "remove", PUBLISHED]
    environment = {**os.environ, "REMIT_STORE": world.store_url, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, env=environment, cwd=world.folder, check=True, capture_output=True)


class _Memory:
    """Watches what each worker has in memory that is not mapped from files, every half second."""

    def __init__(self, parent: int) -> None:
        self._parent, self._is_over = parent, threading.Event()
        self._most: dict[int, float] = {}
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def most_mb(self) -> list[float]:
        """The most of each worker since the last call, in MB."""
        most, self._most = self._most, {}
        return sorted(most.values())

    def end(self) -> None:
        self._is_over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._is_over.wait(0.5):
            try:
                for pid in _workers(self._parent):
                    status = Path(f"/proc/{pid}/status").read_text()
                    size = re.search(r"RssAnon:\s+(\d+)", status)
                    self._most[pid] = max(self._most.get(pid, 0.0), int(size[1]) / 1024 if size else 0.0)
            except OSError:
                # A worker ended while it was looked at.
                continue


@contextmanager
def _bare(answers: Path, folder: Path) -> Iterator[int]:
    """The bare endpoint with as many workers, ready; its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "BENCH_ANSWERS": str(answers), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bench.bare", str(port), str(WORKERS)]
    server = subprocess.Popen(command, cwd=folder, env=environment)
    try:
        yield await_ready(server, lambda: re.fullmatch(r"(\d+)", str(port)))
    finally:
        server.terminate()
        server.wait()
