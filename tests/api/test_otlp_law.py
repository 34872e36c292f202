"""Spans pushed by four clients at once while questions are asked: none is lost, none counts twice, no question fails.

REMIT_TEST_SPANS=1000000 pushes a million; what was measured is printed (`pytest -s`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import httpx

from api.settings import Settings
from bench.spans import SECRET, expected, user
from graph.moment import now
from graph.snapshot import Snapshot, SnapshotDirectory
from tests.api.organisation import LOAD_TOKEN, TOKEN, load, organisation
from tests.api.test_serve import ROOT, process

SPANS = int(os.environ.get("REMIT_TEST_SPANS", "20000"))
CLIENTS = 4
# How long questions are asked before anything is pushed.
IDLE_S = 1.0 if SPANS < 200_000 else 10.0
ADA = '{ blastRadius(input: { start: ["Ada Byron"] }) { __typename ... on BlastRadius { total columns { id uses } } } }'
BEARER = {"authorization": f"Bearer {TOKEN}"}


class Asker(threading.Thread):
    """Asks until told to stop; keeps how long each answer took and what failed."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address, self._stop_asking = address, threading.Event()
        self.seconds: list[float] = []
        self.failures: list[str] = []

    def run(self) -> None:
        with httpx.Client(base_url=self._address, headers=BEARER, timeout=60) as http:
            while not self._stop_asking.is_set():
                began = time.perf_counter()
                try:
                    answer = http.post("/graphql", json={"query": ADA})
                    body = answer.json()
                    if answer.status_code != 200 or body["data"]["blastRadius"]["total"] < 304:
                        self.failures.append(answer.text[:200])
                except Exception as error:
                    self.failures.append(repr(error))
                self.seconds.append(time.perf_counter() - began)
                time.sleep(0.01)

    def end(self) -> None:
        self._stop_asking.set()
        self.join(60)

    def told(self) -> str:
        ordered = sorted(self.seconds)
        return (
            f"{len(ordered):,} questions, {len(self.failures)} failed, p50 {ordered[len(ordered) // 2] * 1e3:.1f} ms, "
            + (f"p99 {ordered[len(ordered) * 99 // 100] * 1e3:.1f} ms, longest {ordered[-1] * 1e3:.1f} ms")
        )


def ask_for(address: str, seconds: float) -> Asker:
    asker = Asker(address)
    asker.start()
    time.sleep(seconds)
    asker.end()
    return asker


def usage_of(snapshot: Snapshot) -> tuple[Counter[tuple[str, str]], list[int]]:
    """Requests per (user, resource) and the sums of tokens of what spans told."""
    ids = snapshot.ids
    source = [told["source"] for told in snapshot.info["sources"]].index("otlp:default")
    requests: Counter[tuple[str, str]] = Counter()
    tokens = [0, 0, 0]
    for row in (snapshot.usage.claimed_by == source).nonzero()[0].tolist():
        principal = ids[snapshot.usage.principal[row]].rpartition("/")[2]
        requests[principal, ids[snapshot.usage.resource[row]]] += int(snapshot.usage.requests[row])
        for place, counter in enumerate((0, 1, 5)):
            tokens[place] += int(snapshot.usage.tokens[row][counter])
    return requests, tokens


def wait_for(folder: Path, wanted: int, seconds: float) -> Snapshot:
    """The published snapshot once it holds so many requests, or when the time is over."""
    snapshots, deadline = SnapshotDirectory(folder / "remit.db.snapshots"), time.monotonic() + seconds
    while True:
        snapshot = snapshots.open()
        sources = [told["source"] for told in snapshot.info["sources"]]
        told = usage_of(snapshot)[0].total() if "otlp:default" in sources else 0
        if told >= wanted or time.monotonic() > deadline:
            return snapshot
        time.sleep(0.25)


def uses_of_ada(address: str, wanted: dict[str, int]) -> dict[str, int]:
    """What a question tells of her, once the server follows what was published."""
    deadline = time.monotonic() + 20
    while True:
        answer = httpx.post(f"{address}/graphql", json={"query": ADA}, headers=BEARER, timeout=60).json()
        columns = answer["data"]["blastRadius"]["columns"]
        uses = dict(zip(columns["id"], columns["uses"], strict=True))
        found = {name: count for name, count in uses.items() if name.startswith(("Model:openai/", "McpTool:otlp/"))}
        if found == wanted or time.monotonic() > deadline:
            return found
        time.sleep(0.2)


def spans_told(address: str) -> dict[str, int]:
    text = httpx.get(f"{address}/metrics", headers=BEARER, timeout=30).text
    lines = [line for line in text.splitlines() if line.startswith("remit_spans_total{")]
    return {line.split('"')[1]: int(float(line.rpartition(" ")[2])) for line in lines}


def test_four_clients_push_while_questions_are_asked(folder: Path) -> None:
    load(Settings(store=f"sqlite:///{folder}/remit.db"), organisation(), folder)
    wanted = expected(SPANS)
    with process(folder, REMIT_TOKEN=TOKEN, REMIT_LOAD_TOKEN=LOAD_TOKEN) as (address, _):
        idle = ask_for(address, IDLE_S)
        asker = Asker(address)
        asker.start()
        began = time.monotonic()
        start_ns = now() // 1_000_000 * 10**9 - 3_600 * 10**9
        words = [sys.executable, "-m", "bench.spans", address, LOAD_TOKEN]
        clients = [
            subprocess.Popen([*words, *map(str, (place, CLIENTS, SPANS, start_ns))], cwd=ROOT, stdout=subprocess.PIPE)
            for place in range(CLIENTS)
        ]
        told = [json.loads(client.communicate()[0]) for client in clients]
        pushed_s = time.monotonic() - began
        snapshot = wait_for(folder, wanted["requests"].total(), 60)
        seen_s = time.monotonic() - began
        asker.end()
        counted = spans_told(address)
        requests, tokens = usage_of(snapshot)
        ada = {name: count for (who, name), count in wanted["requests"].items() if who == user(0)}
        told_ada = uses_of_ada(address, ada)
    print(
        f"\n{SPANS:,} spans by {CLIENTS} clients in {pushed_s:.1f} s ({SPANS / pushed_s:,.0f} spans/s), seen after {seen_s:.1f} s"
    )
    print(f"counted {counted}; clients {told}")
    print(
        f"told {requests.total():,} requests and {tokens} tokens; wanted {wanted['requests'].total():,} and {wanted['tokens']}"
    )
    print(f"idle: {idle.told()}\nmeanwhile: {asker.told()}")
    assert sum(one["failures"] for one in told) == 0
    assert asker.failures == idle.failures == []
    assert counted["accepted"] == SPANS
    assert counted.keys() <= {"accepted", "duplicate"}
    assert requests == wanted["requests"]
    assert tokens == wanted["tokens"]
    assert told_ada == ada
    for path in folder.rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes(), path
