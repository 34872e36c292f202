"""Sources of files have names that do not depend on the folder in which somebody stood; old names are taken over."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from graph.claims import Edge
from graph.errors import InputError
from graph.moment import read_moment
from graph.snapshot.publish import snapshot_of
from graph.stores.base import Outcome, Store
from graph.stores.memory import MemoryStore
from loaders.base import Context, FormerName, PendingRun
from loaders.ingest import ingest
from loaders.mcp.owner import nameable, path_hash
from loaders.saved.files import load_runs

AT = read_moment("2026-11-20T06:00:00Z")
DAY = 86_400_000_000
CRM = {"url": "https://mcp.acme.example/crm"}
PG = {"command": "npx", "args": ["-y", "@acme/pg", "postgres://app:Zk4-qq81-Lm@db/sales"]}
ADA = "homes/ada@acme.example/.cursor/mcp.json"
ADAS = "mcp:ada@acme.example/cursor/.cursor/mcp.json"


def _write(root: Path, files: dict[str, Any]) -> None:
    for name, body in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(json.dumps(body))


def _config(**servers: Any) -> dict[str, Any]:
    return {"mcpServers": servers}


def _pending(*paths: Path | str, at: int = AT, **options: Any) -> list[PendingRun]:
    runs, _ = load_runs(list(paths), Context(observed_at=at, salt=b"salt", **options))
    return [replace(run, records=list(run.records)) for run in runs]


def _sources(*paths: Path | str, **options: Any) -> list[str]:
    return [run.header.source for run in _pending(*paths, **options)]


@pytest.mark.parametrize(
    ("stand", "path"),
    [
        (".", "."),
        (".", "homes"),
        (".", ADA),
        ("homes", "ada@acme.example"),
        ("homes/ada@acme.example", ".cursor/mcp.json"),
        ("homes/ada@acme.example/.cursor", "mcp.json"),
        ("homes/ada@acme.example/.cursor", "../.cursor"),
        ("/", None),
    ],
)
def test_a_file_has_one_source_from_every_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stand: str, path: str | None
) -> None:
    _write(tmp_path, {ADA: _config(crm=CRM)})
    monkeypatch.chdir(tmp_path / stand)
    (run,) = _pending(path or tmp_path)
    assert run.header.source == ADAS
    (edge,) = [record for _, record in run.records if isinstance(record, Edge)]
    assert (edge.source, edge.evidence) == ("Identity:email/ada@acme.example", "mcpServers.crm in .cursor/mcp.json")


def test_the_path_of_a_source_is_below_the_home_or_the_repository(tmp_path: Path) -> None:
    files = {
        ADA: _config(crm=CRM),
        "homes/ada@acme.example/src/web/.cursor/mcp.json": _config(crm=CRM),
        "repos/github.com/acme/Web/.mcp.json": _config(crm=CRM),
        "repos/github.com/acme/Web/tools/.mcp.json": _config(crm=CRM),
        "repos/web/.cursor/mcp.json": _config(crm=CRM),
        "found/laptop/mcp.json": _config(crm=CRM),
    }
    _write(tmp_path, files)
    assert sorted(_sources(tmp_path)) == [
        "mcp:ada@acme.example/cursor/.cursor/mcp.json",
        "mcp:ada@acme.example/cursor/src/web/.cursor/mcp.json",
        "mcp:github.com/acme/web/claude-code/.mcp.json",
        "mcp:github.com/acme/web/claude-code/tools/.mcp.json",
        "mcp:unowned/other/laptop/mcp.json",
        "mcp:web/cursor/.cursor/mcp.json",
    ]


def test_a_named_owners_file_is_where_its_client_keeps_it(tmp_path: Path) -> None:
    _write(tmp_path, {"one/.cursor/mcp.json": _config(crm=CRM), "two/.cursor/mcp.json": _config(crm=CRM)})
    for folder in ("one", "two"):
        assert _sources(tmp_path / folder, owner="ada@acme.example") == [ADAS]
    # In one command they are two files, and neither retires the other.
    assert _sources(tmp_path, owner="ada@acme.example") == [
        "mcp:ada@acme.example/cursor/one/.cursor/mcp.json",
        "mcp:ada@acme.example/cursor/two/.cursor/mcp.json",
    ]


def test_scans_are_named_by_what_they_scanned(tmp_path: Path) -> None:
    scan = {"/Users/ada/.cursor/mcp.json": {"client": "cursor", "servers": [], "issues": []}}
    server = [{"name": "crm", "server": {"command": "npx", "args": ["@acme/crm"]}}]
    scan["/Users/ada/.cursor/mcp.json"]["servers"] = server
    for folder in ("one", "two"):
        _write(tmp_path, {f"{folder}/homes/ada@acme.example/scan.json": scan})
        assert _sources(tmp_path / folder) == ["agent_scan:ada@acme.example/cursor/scan/.cursor/mcp.json"]


def test_a_removed_server_is_gone_once_the_export_comes_from_another_folder(store: Store, tmp_path: Path) -> None:
    _write(tmp_path, {f"a/{ADA}": _config(crm=CRM, pg=PG), f"b/{ADA}": _config(crm=CRM)})
    ingest(store, _pending(tmp_path / "a"))
    ingest(store, _pending(tmp_path / "b", at=AT + DAY))
    assert [state.source for state in store.sources()] == [ADAS]
    assert store.counts()["edges"] == {"CONNECTS_TO": 1}


def _under_old_name(run: PendingRun, loaded: str) -> PendingRun:
    """The run as an earlier version made it of a file that somebody loaded by this path."""
    source = f"{run.header.source.removesuffix('/.cursor/mcp.json')}/{path_hash(loaded)}"
    records = [
        (line, msgspec.structs.replace(record, evidence=(record.evidence or "").replace(".cursor/mcp.json", loaded)))
        if isinstance(record, Edge)
        else (line, record)
        for line, record in run.records
    ]
    return replace(run, header=msgspec.structs.replace(run.header, source=source), records=records, former=None)


def _ids(store: Store, moment: int) -> list[str]:
    """The edges that hold at a moment, as text."""
    snapshot = snapshot_of(store, AT + 9 * DAY)
    edges = snapshot.edges
    rows = edges.valid_at(moment).nonzero()[0].tolist()
    return sorted(f"{snapshot.ids[int(edges.source[row])]} {snapshot.ids[int(edges.target[row])]}" for row in rows)


def _texts(outcomes: list[Outcome]) -> list[str]:
    return [f"{outcome.source}: {note}" for outcome in outcomes for note in outcome.notes]


def test_a_source_under_an_old_name_is_taken_over(store: Store, tmp_path: Path) -> None:
    _write(tmp_path, {f"new/{ADA}": _config(crm=CRM, pg=PG)})
    (run,) = _pending(tmp_path / "new")
    loaded = f"export/old/{ADA}"
    old = f"mcp:ada@acme.example/cursor/{path_hash(loaded)}"
    ingest(store, [_under_old_name(run, loaded)])
    before = _ids(store, AT + 1)
    assert [state.source for state in store.sources()] == [old]

    _write(tmp_path, {f"new/{ADA}": _config(crm=CRM)})
    outcomes = ingest(store, _pending(tmp_path / "new", at=AT + DAY))
    assert _texts(outcomes) == [f"{ADAS}: {old} goes on under this name"]
    assert [(state.source, state.first_observed) for state in store.sources()] == [(ADAS, AT)]
    # The run that took it over is recorded, and the past is what it was.
    assert [state.source for state in store.runs()].count(ADAS) == 2
    assert _ids(store, AT + 1) == before
    assert _ids(store, AT + DAY + 1) == ["Identity:email/ada@acme.example McpServer:mcp/https://mcp.acme.example/crm"]
    assert _texts(ingest(store, _pending(tmp_path / "new", at=AT + 2 * DAY))) == []


def test_of_several_old_names_the_newest_goes_on_and_the_others_end(store: Store, tmp_path: Path) -> None:
    _write(tmp_path, {f"new/{ADA}": _config(crm=CRM, pg=PG)})
    for day, loaded in enumerate((f"one/{ADA}", f"two/{ADA}")):
        (run,) = _pending(tmp_path / "new", at=AT + day * DAY)
        ingest(store, [_under_old_name(run, loaded)])
    _write(tmp_path, {f"new/{ADA}": _config(crm=CRM)})
    outcomes = ingest(store, _pending(tmp_path / "new", at=AT + 3 * DAY))
    one, two = (f"mcp:ada@acme.example/cursor/{path_hash(f'{folder}/{ADA}')}" for folder in ("one", "two"))
    assert _texts(outcomes) == [
        f"{ADAS}: {two} goes on under this name",
        f"{one}: its file is {ADAS} now: what this source still claimed has ended",
    ]
    assert _ids(store, AT + 3 * DAY + 1) == [
        "Identity:email/ada@acme.example McpServer:mcp/https://mcp.acme.example/crm"
    ]


def test_another_files_source_is_not_taken_over(store: Store, tmp_path: Path) -> None:
    _write(tmp_path, {f"new/{ADA}": _config(crm=CRM)})
    (run,) = _pending(tmp_path / "new")
    loaded = "homes/ada@acme.example/src/web/.cursor/mcp.json"
    ingest(store, [_under_old_name(run, loaded)])
    ingest(store, _pending(tmp_path / "new", at=AT + DAY))
    assert len(store.sources()) == 2


def test_a_load_that_is_refused_takes_nothing_over(store: Store, tmp_path: Path) -> None:
    _write(tmp_path, {f"new/{ADA}": _config(crm=CRM)})
    (run,) = _pending(tmp_path / "new", at=AT + DAY)
    ingest(store, [_under_old_name(run, f"old/{ADA}")])
    generation = store.generation()
    with pytest.raises(InputError, match="older"):
        ingest(store, _pending(tmp_path / "new", at=AT))
    assert store.generation() == generation


def test_a_source_without_evidence_is_known_by_the_ways_to_its_file(store: Store, tmp_path: Path) -> None:
    """An inventory has no edge that names its file."""
    _write(tmp_path, {"found/.cursor/mcp.json": _config(crm=CRM)})
    (run,) = _pending(tmp_path / "found")
    assert run.header.source == "mcp:unowned/cursor/found/.cursor/mcp.json"
    old = f"mcp:unowned/cursor/{path_hash('found/.cursor/mcp.json')}"
    header = msgspec.structs.replace(run.header, source=old)
    ingest(store, [replace(run, header=header, former=None)])
    ingest(store, _pending(tmp_path / "found", at=AT + DAY))
    assert [state.source for state in store.sources()] == [run.header.source]


def test_paths_are_read_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of a connector and its instance count even to whoever stands in them."""
    body = {"object": "list", "data": [{"object": "organization.user", "id": "u1", "email": "ada@acme.example"}]}
    _write(tmp_path, {"openai/acme/organization/users.json": body})
    names = set()
    for stand in (".", "openai", "openai/acme", "openai/acme/organization"):
        monkeypatch.chdir(tmp_path / stand)
        names |= set(_sources(os.path.relpath(tmp_path / "openai/acme/organization", ".")))
    assert names == {"openai:acme"}


def test_a_path_that_no_name_can_hold_is_its_digest() -> None:
    for path in ("a\0b", "a\ud800b", "x" * 201, "ä" * 101):
        assert nameable(path) == path_hash(path)
    assert nameable("ä" * 100) == "ä" * 100


def _broken(run: PendingRun) -> PendingRun:
    """The run with a record that no store takes; strict, so that it refuses the command."""
    return replace(run, records=[*run.records, (9, Edge(kind="NOSUCH", source=ADAS, target=ADAS))], lenient=False)


def test_a_run_that_is_refused_under_its_new_name_takes_nothing_over(store: Store, tmp_path: Path) -> None:
    """What refuses a run under its new name was seen after its old name had gone."""
    _write(tmp_path, {ADA: _config(crm=CRM)})
    [run] = _pending(tmp_path)
    old = "mcp:ada@acme.example/cursor/elsewhere"
    former = FormerName(re.compile(re.escape(old)), lambda _name, _evidence: True)
    ingest(store, [replace(run, header=msgspec.structs.replace(run.header, source=old), former=None)])
    before = snapshot_of(store, AT + DAY).digest, store.generation(), [state.source for state in store.sources()]
    [later] = _pending(tmp_path, at=AT + DAY)
    for runs in ([_broken(replace(later, former=former))], [replace(later, former=former), _broken(_other(later))]):
        with pytest.raises(InputError):
            ingest(store, runs)
        assert (snapshot_of(store, AT + DAY).digest, store.generation(), [s.source for s in store.sources()]) == before
    ingest(store, [replace(later, former=former)])
    assert [state.source for state in store.sources()] == [ADAS]


def _other(run: PendingRun) -> PendingRun:
    return replace(run, header=msgspec.structs.replace(run.header, source="mcp:other"), former=None)


def test_a_store_that_fails_before_the_first_run_is_written_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Faults at every call of begin, write and check up to the first finish."""
    _write(tmp_path, {ADA: _config(crm=CRM), "homes/bo@acme.example/.cursor/mcp.json": _config(pg=PG)})
    old = "mcp:ada@acme.example/cursor/elsewhere"
    former = FormerName(re.compile(re.escape(old)), lambda _name, _evidence: True)
    for failing_call in range(40):
        store = MemoryStore()
        first = _pending(tmp_path)[0]
        ingest(store, [replace(first, header=msgspec.structs.replace(first.header, source=old), former=None)])
        before = snapshot_of(store, AT + DAY).digest
        runs = [
            replace(run, former=former) if run.header.source == ADAS else run for run in _pending(tmp_path, at=AT + DAY)
        ]
        calls = {"all": 0, "finish": 0}
        with monkeypatch.context() as patch:
            for name in ("begin", "write", "check", "finish"):
                patch.setattr(store, name, _counted(getattr(store, name), name, calls, failing_call))
            try:
                ingest(store, runs)
            except OSError:
                pass
            else:
                break  # no call is left that could fail
        if not calls["finish"]:
            assert snapshot_of(store, AT + DAY).digest == before
            assert [state.source for state in store.sources()] == [old]
        ingest(store, runs)  # nothing is left that holds a lease
    assert calls["finish"] >= 3
    assert failing_call > 5


def _counted(method: Any, name: str, calls: dict[str, int], failing_call: int) -> Any:
    def call(*args: Any, **kwargs: Any) -> Any:
        calls["all"] += 1
        if calls["all"] > failing_call:
            raise OSError("the disk is full")
        calls["finish"] += name == "finish"
        return method(*args, **kwargs)

    return call
