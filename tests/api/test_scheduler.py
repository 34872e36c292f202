"""A server keeps its sources fresh by itself, beside answering, and leaves nothing running however it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.settings import read_settings
from api.workers import scheduler
from tests.api.command_line import Remit
from tests.loaders.cursor_api import KEY, CursorApi, Fault, serving

ADA = {"id": "user_ada", "name": "Ada", "email": "ada@acme.example", "role": "member", "isRemoved": False}


@contextmanager
def server(
    folder: Path, api: CursorApi, *words: str, **told: str
) -> Iterator[tuple[httpx.Client, subprocess.Popen[bytes]]]:
    command, environment = Remit(folder).command("serve", "--port", "0", *words)
    environment |= {"REMIT_CURSOR__ACME__API_KEY": KEY, "REMIT_CURSOR__ACME__BASE_URL": api.base_url} | told
    with (folder / "log").open("wb") as log:
        found = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        shown = until(lambda: re.search(r"http://\S+?:(\d+)/", (folder / "log").read_text()))
        with httpx.Client(base_url=f"http://127.0.0.1:{shown[1]}", timeout=30) as http:
            yield http, found
    finally:
        found.terminate()
        found.wait(40)


def until(found: Callable[[], Any], patience_s: float = 60) -> Any:
    deadline = time.monotonic() + patience_s
    while not (now := found()):
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.1)
    return now


def sources(http: httpx.Client) -> dict[str, str]:
    query = "{ status { ... on Status { sources { source state } } } }"
    try:
        answer = http.post("/graphql", json={"query": query}).json()
    except (httpx.TransportError, json.JSONDecodeError):
        return {}
    return {one["source"]: one["state"] for one in ((answer.get("data") or {}).get("status") or {}).get("sources", [])}


def readers(folder: Path) -> list[int]:
    """Processes that read for a server in this folder."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
            if b"--attached" in words and (process / "cwd").resolve() == folder.resolve():
                found.append(int(process.name))
        except (OSError, ValueError):
            continue
    return found


def runs(folder: Path) -> list[dict[str, Any]]:
    """Runs that the log of a server tells of, in order."""
    return [json.loads(line) for line in (folder / "log").read_text().splitlines() if '"event": "run"' in line]


def test_what_is_configured_is_read_while_the_server_answers(tmp_path: Path) -> None:
    with serving(CursorApi(members=[ADA])) as api, server(tmp_path, api, "--sync-every", "1s") as (http, process):
        assert until(lambda: sources(http)) == {"cursor:acme": "COMPLETE"}
        # Two whole runs first: one that the fault meets half way is PARTIAL.
        until(lambda: len(runs(tmp_path)) >= 2)
        api.fault = lambda number, request: Fault(status=401)
        until(lambda: sources(http).get("cursor:acme") == "FAILED")
        process.terminate()
        process.wait(40)
        until(lambda: not readers(tmp_path))
    states = [run["state"] for run in runs(tmp_path)]
    assert states[:2] == ["COMPLETE", "COMPLETE"]
    assert states[-1] == "FAILED"
    assert KEY not in (tmp_path / "log").read_text()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="not run: processes are found in /proc, which is not here")
def test_a_server_that_is_killed_leaves_no_reader_behind(tmp_path: Path) -> None:
    with serving(CursorApi(members=[ADA])) as api, server(tmp_path, api, REMIT_SYNC_EVERY="1h") as (http, process):
        [reader] = until(lambda: readers(tmp_path))
        until(lambda: sources(http))
        process.kill()
        until(lambda: not readers(tmp_path))
        assert not Path(f"/proc/{reader}").exists() or reader not in readers(tmp_path)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="not run: processes are found in /proc, which is not here")
def test_a_reader_that_died_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(scheduler, "pause_s", lambda every_s, failures: 0.1)
    with serving(CursorApi(members=[ADA])) as api:
        monkeypatch.setenv("REMIT_CURSOR__ACME__API_KEY", KEY)
        monkeypatch.setenv("REMIT_CURSOR__ACME__BASE_URL", api.base_url)
        monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
        with scheduler.reading(read_settings(), "1h"):
            [first] = until(lambda: readers(tmp_path))
            os.kill(first, signal.SIGKILL)
            until(lambda: [one for one in readers(tmp_path) if one != first])
    assert readers(tmp_path) == []
    assert not [one for one in threading.enumerate() if one.name == "scheduler"]


@pytest.mark.parametrize(
    ("told", "words", "says"),
    [
        ({}, ["--sync-every", "soon"], "no interval"),
        ({"REMIT_STORE": "memory:"}, ["--sync-every", "6h"], "one process's own"),
        ({"REMIT_CURSOR__ACME__API_KEY": " "}, ["--sync-every", "6h"], "api_key"),
    ],
)
def test_what_cannot_be_read_for_ever_is_said_before_anything_is_served(
    tmp_path: Path, told: dict[str, str], words: list[str], says: str
) -> None:
    command, environment = Remit(tmp_path).command("serve", "--port", "0", *words)
    environment |= {"REMIT_CURSOR__ACME__API_KEY": KEY} | told
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert says in done.stderr


def test_a_server_without_an_interval_reads_nothing(tmp_path: Path) -> None:
    with serving(CursorApi(members=[ADA])) as api, server(tmp_path, api) as (http, _):
        until(lambda: http.get("/readyz").status_code == 200)
        assert readers(tmp_path) == []
        assert api.requests == []
