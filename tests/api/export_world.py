"""The example organisation in memory, drawn by an export of each format, at a moment."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from api.exports import EXPORTS
from api.exports.request import ExportRequest
from graph.claims import Decision
from graph.moment import read_moment
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "larkspur"
TODAY = read_moment("2026-11-21T06:00:00Z")
# Before Dana left, and before the second export.
BEFORE = read_moment("2026-09-15T12:00:00Z")


def larkspur() -> MemoryStore:
    store = MemoryStore()
    for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        drafts, _ = load_runs([folder], Context(observed_at=read_moment(f"{folder.name}T06:00:00Z"), salt=b"test"))
        ingest(store, drafts)
    store.decide(Decision(kind="approval", ids=("Application:cursor/larkspur",), by="sam", at=1, value="approved"))
    return store


def loaded(lines: list[dict[str, Any]], folder: Path) -> MemoryStore:
    """A store that holds a run of these records, complete in every kind they have."""
    kinds = sorted({line["kind"] if line["record"] == "edge" else line["id"].partition(":")[0] for line in lines})
    header = {"record": "run", "source": "test:one", "observed_at": "2026-11-20T06:00:00Z", "complete": kinds}
    path = folder / "records.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in [header, *lines]))
    store = MemoryStore()
    drafts, _ = load_runs([path], Context(observed_at=0))
    ingest(store, drafts)
    return store


def snapshot(store: Store) -> Snapshot:
    return snapshot_of(store, TODAY)


def export(store: Store, name: str, out: Path, moment: int = TODAY, **options: bool) -> str:
    told: str = import_module(EXPORTS[name]).write(
        ExportRequest(store, lambda: snapshot(store), moment, out, **options)
    )
    return told
