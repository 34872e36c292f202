"""Spans counted per second, and the latency of answers meanwhile."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import httpx
import numpy as np

from bench.measure import Measure, Result, say
from bench.spans import BATCH
from bench.world import ROOT, World
from graph.ontology import NODE_CODES

TITLE = "Spans coming in while questions are asked"
CLIENTS = 4
COUNTS = {"small": 100_000, "full": 1_000_000}
IDLE_S, PAUSE_S, LONGEST_TELLING_S = 15.0, 0.02, 900.0
TOKEN = "a-token-of-the-bench"
LOAD_TOKEN = "a-token-that-loads"
ASK = "query($who: ID!) { blastRadius(input: { start: [$who] }) { __typename ... on BlastRadius { total } } }"


def run(world: World) -> Result:
    """Spans per second of four clients together, and a reader's latency before and meanwhile. Works on a copy of the store."""
    snapshot = world.snapshot()
    identities = np.flatnonzero(snapshot.nodes.kind == NODE_CODES["Identity"])
    starts = [snapshot.ids[place] for place in np.random.default_rng(7).choice(identities, 200).tolist()]
    folder = world.folder / "telemetry"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        for path in world.folder.glob("remit.db*"):
            if path.is_dir():
                shutil.copytree(path, folder / path.name)
            else:
                shutil.copy2(path, folder)
        with _server(folder) as address:
            return _measure(address, starts, COUNTS[world.scale], folder / "log")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure(address: str, starts: list[str], count: int, log: Path) -> Result:
    _Reader(address, starts).read_for(3.0)
    say("asking, idle")
    idle = _Reader(address, starts)
    idle.read_for(IDLE_S)
    say(f"pushing {count:,} spans")
    meanwhile = _Reader(address, starts)
    meanwhile.start()
    began = time.perf_counter()
    words = [sys.executable, "-m", "bench.spans", address, LOAD_TOKEN]
    start_ns = time.time_ns() - 3_600 * 10**9
    clients = [
        subprocess.Popen([*words, *map(str, (place, CLIENTS, count, start_ns))], cwd=ROOT, stdout=subprocess.DEVNULL)
        for place in range(CLIENTS)
    ]
    codes = [client.wait() for client in clients]
    took = time.perf_counter() - began
    meanwhile.end()
    told, first_s = _tellings(log, start_ns / 1e9 + 3_600, took)
    if any(codes) or idle.failures or meanwhile.failures:
        raise RuntimeError(f"clients ended with {codes}; of the questions {idle.failures + meanwhile.failures} failed")
    rate = Measure.of(f"spans counted, {CLIENTS} clients, acknowledged when on disk", "spans/s", [count / took])
    before = Measure.of("blast radius over HTTP, idle", "ms", idle.ms)
    tail = Measure.of("99th percentile of these", "ms", [float(np.percentile(idle.ms, 99))])
    during = Measure.of("the same while spans come in", "ms", meanwhile.ms, before)
    during_tail = Measure.of(
        "99th percentile while spans come in", "ms", [float(np.percentile(meanwhile.ms, 99))], tail
    )
    return Result(
        "telemetry",
        TITLE,
        (rate, before, tail, during, during_tail),
        (
            f"{count:,} spans in exports of {BATCH:,} (JSON, one client of four gzipped), every third sent twice; seven of ten are "
            "inferences with a prompt, three tell of one tool call.",
            f"One reader, {len(idle.ms)} questions idle and {len(meanwhile.ms)} meanwhile, {PAUSE_S * 1e3:.0f} ms between them; "
            "none failed. Clients, reader and server share the machine's cores.",
            f"Counted in a process of its own. Another tells the store and compiles the whole graph each time: {told} times in these "
            f"{took:.0f} s; the first spans were in answers after {first_s:.1f} s.",
        ),
    )


def _tellings(log: Path, began_s: float, took: float) -> tuple[int, float]:
    """How often the store was told while spans came in, and seconds until it was for the first time, waited for."""
    deadline = time.monotonic() + LONGEST_TELLING_S
    while '"spans told"' not in (text := log.read_text()) and time.monotonic() < deadline:
        time.sleep(0.5)
    told = [json.loads(line)["timestamp"] for line in text.splitlines() if '"spans told"' in line]
    after = [datetime.fromisoformat(moment).timestamp() - began_s for moment in told]
    return sum(seconds <= took for seconds in after), min(after, default=float("inf"))


class _Reader(threading.Thread):
    """Asks what one identity after the other reaches, until told to stop."""

    def __init__(self, address: str, starts: list[str]) -> None:
        super().__init__()
        self._address, self._starts, self._is_over = address, starts, threading.Event()
        self.ms: list[float] = []
        self.failures = 0

    def run(self) -> None:
        number = 0
        with httpx.Client(base_url=self._address, headers={"authorization": f"Bearer {TOKEN}"}, timeout=120) as http:
            while not self._is_over.is_set():
                asked = {"query": ASK, "variables": {"who": self._starts[number % len(self._starts)]}}
                number += 1
                began = time.perf_counter()
                answer = http.post("/graphql", json=asked)
                self.ms.append(1e3 * (time.perf_counter() - began))
                told = answer.json().get("data") or {}
                self.failures += "total" not in (told.get("blastRadius") or {})
                time.sleep(PAUSE_S)

    def read_for(self, seconds: float) -> None:
        self.start()
        time.sleep(seconds)
        self.end()

    def end(self) -> None:
        self._is_over.set()
        self.join()


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    """A server on the store in a folder, ready; its address."""
    environment = {name: text for name, text in os.environ.items() if not name.startswith("REMIT_")}
    environment |= {
        "REMIT_STORE": f"sqlite:///{folder}/remit.db",
        "REMIT_TOKEN": TOKEN,
        "REMIT_LOAD_TOKEN": LOAD_TOKEN,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "remit", "serve", "--port", "0"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stderr=log)
        try:
            yield _ready(server, folder / "log")
        finally:
            server.terminate()
            server.wait()


def _ready(server: subprocess.Popen[bytes], log: Path) -> str:
    for _ in range(6_000):
        shown = re.search(r"serving on (http://\S+?:\d+)/", log.read_text())
        try:
            if (
                shown
                and httpx.get(f"{shown[1]}/readyz", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
            ):
                return shown[1]
        except httpx.TransportError:
            pass
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"the server did not come up: {log.read_text()[-500:]}")
