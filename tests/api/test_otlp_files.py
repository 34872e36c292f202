"""Saved spans and pushed ones: one call counts once over two loads of rotated files and a receiver that takes the same spans.

`REMIT_TEST_CALLS=200000` tries it with as many calls; the number here keeps it short.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.context import StoreContext
from api.settings import Settings
from graph.errors import InputError
from graph.moment import now, read_moment
from graph.reason import COMPLETE, PARTIAL
from graph.stores.base import Outcome
from loaders.base import Context
from loaders.connectors.otlp.export import TraceExportRequest, count_exports
from loaders.connectors.otlp.journal import Journal
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.api.organisation import LOAD_TOKEN, TOKEN
from tests.api.test_otlp import HOUR_AGO_NS, JSON, wait_until
from tests.api.test_serve import ROOT, process

sys.path.insert(0, str(Path(__file__).parents[1] / "loaders"))
from spans import chat, envelope, span

BEARER = {"authorization": f"Bearer {LOAD_TOKEN}"}
CALLS = int(os.environ.get("REMIT_TEST_CALLS", "300"))
DAY_NS = 86_400 * 10**9
HOP = {"http.request.method": "POST"}
# A load that is killed while its spans enter the journal.
KILLED = """
import os, signal
from loaders.connectors.otlp import journal
put = journal.Journal._put
def killed(self, *arguments):
    put(self, *arguments)
    if self._path is not None:
        os.kill(os.getpid(), signal.SIGKILL)
journal.Journal._put = killed
from api.cli.main import main
main()
"""


def tellers(number: int) -> list[tuple[str, dict[str, Any]]]:
    """A call as an application, its HTTP client, a gateway's HTTP server and the gateway tell it: each with who exports it."""
    counts = {"gen_ai.usage.output_tokens": number % 50, "gen_ai.request.model": "gpt-4o"}
    at = {"trace": number + 1, "start_ns": HOUR_AGO_NS - number % 2 * DAY_NS}
    asked_by = {"user.email": "ada@acme.example"}
    return [
        ("app", chat(1, 100 + number % 900, counts | asked_by, **at)),
        ("app", span(2, HOP, parent=1, **at)),
        ("gateway", span(3, HOP, parent=2, kind="server", **at)),
        ("gateway", chat(4, 100 + number % 900, counts, parent=3, **at)),
    ]


def exports(calls: int, service: str) -> Iterator[bytes]:
    size = min(max(1, calls // 12), 500)
    for begin in range(0, calls, size):
        numbers = range(begin, min(begin + size, calls))
        spans = [one for number in numbers for teller, one in tellers(number) if teller == service]
        yield json.dumps(envelope(spans, {"service.name": service})).encode()


def totals(calls: int) -> tuple[int, int, int]:
    """Requests, tokens in and tokens out."""
    return calls, sum(100 + number % 900 for number in range(calls)), sum(number % 50 for number in range(calls))


def write_rotated(folder: Path, calls: int) -> list[Path]:
    """Two folders as two loads find them: the halves of what both services export; the second repeats the end of the first."""
    parts = [*exports(calls, "app"), *exports(calls, "gateway")]
    halves = [parts[0::2], [*parts[1::2], *parts[0::2][-2:]]]
    for name, half in zip(("monday", "tuesday"), halves, strict=True):
        (folder / name).mkdir()
        for number in range(3):
            lines = b"".join(part + b"\n" for part in half[number::3])
            (folder / name / f"{name}-2026-11-2{number}.jsonl").write_bytes(lines)
    return [folder / "monday", folder / "tuesday"]


def load_files(
    settings: Settings, paths: Sequence[Path], *, source: str | None = None, strict: bool = False
) -> list[Outcome]:
    """What `remit load` does."""
    context = Context(now(), source=source, lenient=not strict, spans=settings.span_journal())
    with StoreContext(settings) as house:
        return ingest(house.store, load_runs(paths, context)[0], strict_foreign=strict or None, clock=now())


def counted(settings: Settings) -> tuple[int, int, int]:
    """Requests and tokens in and out of all usage in the store, whatever source tells it."""
    with StoreContext(settings) as house:
        usage = house.store.read().usage
    return int(usage.requests.sum()), int(usage.tokens[:, 0].sum()), int(usage.tokens[:, 5].sum())


def rows(settings: Settings) -> list[tuple[Any, ...]]:
    """Every usage row of the store that holds anything, sorted."""
    with StoreContext(settings) as house:
        claims = house.store.read()
    usage, ids = claims.usage, claims.ids
    return sorted(
        (
            claims.sources[usage.claimed_by[row]].source,
            ids[usage.principal[row]],
            ids[usage.resource[row]],
            int(usage.requests[row]),
            *map(int, usage.tokens[row]),
        )
        for row in range(len(usage.requests))
        if usage.requests[row] or usage.tokens[row].any()
    )


@pytest.fixture
def store(folder: Path) -> Settings:
    return Settings(store=f"sqlite:///{folder}/remit.db")


def remit_load(folder: Path, path: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "REMIT_STORE": f"sqlite:///{folder}/remit.db"}
    words = [sys.executable, str(ROOT / "remit.py"), "load", str(path)]
    return subprocess.Popen(words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


@pytest.mark.timeout(300 + CALLS // 100)
def test_calls_in_two_loads_and_pushed_meanwhile_count_once(folder: Path, store: Settings) -> None:
    paths = write_rotated(folder, CALLS)
    problems: list[str] = []
    with process(folder, REMIT_TOKEN=TOKEN, REMIT_LOAD_TOKEN=LOAD_TOKEN) as (address, _):

        def push(service: str) -> None:
            with httpx.Client(base_url=address, headers=BEARER | JSON, timeout=120) as http:
                for export in exports(CALLS, service):
                    answer = http.post("/v1/traces", content=export)
                    while answer.status_code in (429, 503):
                        # A load writes its spans in one piece; a client comes again, as it is asked to.
                        time.sleep(1)
                        answer = http.post("/v1/traces", content=export)
                    if (answer.status_code, answer.content) != (200, b"{}"):
                        problems.append(answer.text)

        clients = [threading.Thread(target=push, args=(service,)) for service in ("app", "gateway")]
        for client in clients:
            client.start()
        # Both loads at once, and both again: what is known changes nothing.
        for _ in range(2):
            loads = [remit_load(folder, path) for path in paths]
            for loading in loads:
                output = loading.communicate(timeout=600)[0].decode()
                assert loading.returncode == 0, output
                assert "otlp:default" in output
        for client in clients:
            client.join()
        wait_until(lambda: counted(store) == totals(CALLS), 120)
    assert problems == []
    assert {row[:2] for row in rows(store)} == {("otlp:default", "Account:otlp/default/ada@acme.example")}


def test_the_order_of_loads_says_nothing(folder: Path) -> None:
    paths = write_rotated(folder, 120)
    results = []
    pushes = [*exports(120, "app"), *exports(120, "gateway")][1::3]
    for number, order in enumerate(itertools.permutations([paths[0], paths[1], None])):
        settings = Settings(store=f"sqlite:///{folder}/{number}.db")
        for path in order:
            if path is not None:
                assert [outcome.state for outcome in load_files(settings, [path])] == [COMPLETE]
                continue
            with closing(Journal(settings.span_file())) as journal:
                requests = [TraceExportRequest("application/json", False, export) for export in pushes]
                count_exports(journal, "default", requests, now() // 10**6)
        (outcome,) = load_files(settings, paths)
        assert outcome.state == COMPLETE
        assert counted(settings) == totals(120)
        results.append(rows(settings))
    assert all(result == results[0] for result in results)
    assert load_files(settings, paths)[0].changed is False


def test_a_refused_load_leaves_no_trace(folder: Path, store: Settings) -> None:
    paths = write_rotated(folder, 20)
    (folder / "records.jsonl").write_text(
        '{"record":"run","source":"hr:x","observed_at":"2026-11-20T06:00:00Z"}\n{"a":1}\n'
    )
    for refused in ([*paths, folder / "records.jsonl"], [folder / "records.jsonl", *paths]):
        with pytest.raises(InputError):
            load_files(store, refused, strict=True)
    bad = chat(9, 5, trace=99)
    del bad["startTimeUnixNano"], bad["endTimeUnixNano"]
    (paths[1] / "z.jsonl").write_bytes(json.dumps(envelope([bad], {})).encode() + b"\n")
    with pytest.raises(InputError):
        load_files(store, paths, strict=True)
    with StoreContext(store) as house:
        assert house.store.sources() == []
    assert not (folder / "remit.db.spans").exists()
    (outcome,) = load_files(store, paths)
    assert (outcome.state, [reason.code for reason in outcome.reasons]) == (PARTIAL, ["REFUSED_ENTRIES"])
    assert counted(store) == totals(20)


def test_a_killed_load_leaves_no_trace_and_the_next_one_counts_all(folder: Path, store: Settings) -> None:
    paths = write_rotated(folder, 20)
    load_files(store, paths[:1])
    before = rows(store)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "REMIT_STORE": store.store}
    words = [sys.executable, "-c", KILLED, "load", str(paths[1])]
    killed = subprocess.run(words, cwd=folder, env=environment, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with closing(Journal(store.span_file())) as journal:
        assert journal.changed().days == {}
    assert rows(store) == before
    (outcome,) = load_files(store, paths[1:])
    assert outcome.state == COMPLETE
    assert counted(store) == totals(20)


def test_what_counted_under_the_name_of_files_counts_for_the_journal(folder: Path, store: Settings) -> None:
    paths = write_rotated(folder, 20)
    with StoreContext(store) as house:
        old = ingest(house.store, load_runs(paths, Context(read_moment("2026-11-29T06:00:00Z")))[0])
    assert [outcome.source for outcome in old] == ["otlp:monday", "otlp:tuesday"]
    sources = [outcome.source for outcome in load_files(store, paths)]
    assert sources == ["otlp:default", "otlp:monday", "otlp:tuesday"]
    assert counted(store) == totals(20)
    assert {row[0] for row in rows(store)} == {"otlp:default"}
    assert [outcome.source for outcome in load_files(store, paths)] == ["otlp:default"]


def test_a_source_of_its_own_says_what_counts_twice(folder: Path, store: Settings) -> None:
    paths = write_rotated(folder, 20)
    (outcome,) = load_files(store, paths, source="otlp:apart")
    assert outcome.state == COMPLETE
    load_files(store, paths[:1])
    (outcome,) = load_files(store, paths, source="otlp:apart")
    (reason,) = outcome.reasons
    assert (outcome.state, reason.code) == (PARTIAL, "TOLD_TWICE")
    assert "are counted by otlp:default too" in reason.detail
    # Nobody remembers the ids of a source of its own: in the other order the rows say it. The name of the journal's source is none.
    for source in (None, "otlp:default"):
        (outcome,) = load_files(store, paths, source=source)
        (reason,) = outcome.reasons
        assert (outcome.state, reason.code) == (PARTIAL, "TOLD_TWICE")
        assert "otlp:apart counts the same on" in reason.detail
    with StoreContext(store) as house:
        house.store.remove_source("otlp:apart")
    assert load_files(store, paths, source="otlp:default")[0].state == COMPLETE


def test_a_lost_journal_is_no_silent_double_count(folder: Path, store: Settings) -> None:
    paths = write_rotated(folder, 20)
    load_files(store, paths)
    for file in folder.glob("remit.db.spans*"):
        file.unlink()
    (outcome,) = load_files(store, paths)
    assert outcome.source.startswith("otlp:default/")
    assert (outcome.state, [reason.code for reason in outcome.reasons]) == (PARTIAL, ["TOLD_TWICE"])


def test_a_removed_source_comes_back_with_its_files(folder: Path, store: Settings) -> None:
    paths = write_rotated(folder, 20)
    load_files(store, paths)
    with StoreContext(store) as house:
        house.store.remove_source("otlp:default")
    assert counted(store) == (0, 0, 0)
    load_files(store, paths)
    assert counted(store) == totals(20)


def test_a_closed_day_is_refused_and_keeps_what_it_counted(folder: Path, store: Settings) -> None:
    paths = write_rotated(folder, 20)
    load_files(store, paths)
    with closing(Journal(store.span_file())) as journal:
        assert journal.forget(now() // 10**6 + 40 * 86_400) == 2
    with pytest.raises(InputError, match="that day is closed"):
        load_files(store, paths, strict=True)
    (outcome,) = load_files(store, paths)
    assert outcome.state == PARTIAL
    assert {reason.code for reason in outcome.reasons} == {"REFUSED_ENTRIES"}
    assert counted(store) == totals(20)
