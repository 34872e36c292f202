"""Every file that Remit creates is for its owner alone, whatever the umask says: who can reach what is nobody else's business."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from api.settings import Settings
from tests.api.command_line import Remit
from tests.api.organisation import LOAD_TOKEN, TOKEN, organisation

BLAST = '{ blastRadius(input: { start: ["Ada Byron"] }) { __typename } }'
SPAN = {
    "traceId": "5b8aa5a2d2c872e8321cf37308d69df2",
    "spanId": "051581bf3cb55c13",
    "name": "chat",
    "startTimeUnixNano": "1795000000000000000",
    "endTimeUnixNano": "1795000001000000000",
    "attributes": [
        {"key": "gen_ai.operation.name", "value": {"stringValue": "chat"}},
        {"key": "gen_ai.request.model", "value": {"stringValue": "claude-4.5-sonnet"}},
        {"key": "gen_ai.usage.input_tokens", "value": {"intValue": "7"}},
    ],
}
EXPORT = {"resourceSpans": [{"scopeSpans": [{"spans": [SPAN]}]}]}


@pytest.fixture
def no_umask() -> Iterator[None]:
    umask = os.umask(0)
    yield
    os.umask(umask)


def open_files(folder: Path) -> dict[str, str]:
    """What others may read or write below a folder, and how."""
    modes = {path: stat.S_IMODE(path.lstat().st_mode) for path in [folder, *folder.rglob("*")]}
    return {str(path): oct(mode) for path, mode in modes.items() if mode & 0o077}


@pytest.mark.usefixtures("no_umask")
def test_a_store_folder_is_private_after_loading_serving_and_exporting(
    client: Callable[..., Any], folder: Path
) -> None:
    remit, store = Remit(folder), {"REMIT_STORE": "sqlite:///kept/remit.db"}
    (folder / "organisation.jsonl").write_text(organisation())
    (folder / "spans.jsonl").write_text(json.dumps(EXPORT) + "\n")
    for words in (
        ("load", "organisation.jsonl"),
        ("load", "spans.jsonl"),
        ("token", "create", "ci", "--rights", "ask"),
        ("decide", "link", "Identity:hr/3", "Identity:hr/4", "--why", "one person"),
        ("query", "ranking"),
        ("export", "--format", "records", "kept/records.jsonl"),
        ("export", "--format", "graphml", "kept/graph.graphml"),
        ("export", "--format", "csv", "kept/csv"),
        ("export", "--format", "opengraph", "kept/graph.json", "--extension"),
    ):
        done = remit.run(*words, settings={**store, "REMIT_AUDIT_OCSF": "kept/events"})
        assert done.returncode in (0, 1), (words, done.stderr)
    settings = Settings(
        store="sqlite:///kept/remit.db", token=TOKEN, load_token=LOAD_TOKEN, audit_ocsf="kept/events", session_hours=1
    )

    async def go() -> None:
        async with client(settings) as http:
            assert (await http.post("/graphql", json={"query": BLAST})).status_code == 200
            loading = {"authorization": f"Bearer {LOAD_TOKEN}"}
            counted = await http.post("/v1/traces", json=EXPORT, headers=loading)
            assert counted.status_code == 200, counted.text
            with anyio.fail_after(60):
                while not (folder / "kept" / "remit.db.spans.lock").exists():
                    await anyio.sleep(0.05)
            form = {"token": TOKEN, "next": "/"}
            own = {"origin": "http://127.0.0.1:8800", "authorization": ""}
            assert (await http.post("/login/token", data=form, headers=own)).status_code == 303

    anyio.run(go)
    kept = folder / "kept"
    assert open_files(kept) == {}
    names = {path.name for path in kept.iterdir()}
    assert names >= {
        *("remit.db", "remit.db.snapshots", "remit.db.spans", "remit.db.spans.lock", "remit.db.spans.turn"),
        *("remit.db.audit", "remit.db.audit.head", "remit.db.tokens", "remit.db.tokens.lock", "remit.db.sessions"),
        *("remit.db.salt", "events", "records.jsonl", "graph.graphml", "graph.json", "csv"),
    }, names
