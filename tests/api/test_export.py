"""An export is the whole store: restored elsewhere it gives the same digest, history, decisions and freshness."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.export import export_records
from graph.claims import Decision
from graph.errors import InputError
from graph.moment import read_moment
from graph.snapshot import snapshot_of
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.files import load_drafts
from loaders.intake import intake

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "larkspur"


def larkspur() -> MemoryStore:
    store = MemoryStore()
    for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        drafts, _ = load_drafts([folder], Context(observed_at=read_moment(f"{folder.name}T06:00:00Z"), salt=b"test"))
        intake(store, drafts)
    store.decide(Decision(kind="approval", ids=("Application:cursor/larkspur",), by="sam", at=1, value="approved"))
    return store


def restore(store: Store, path: Path) -> None:
    drafts, _ = load_drafts([path], Context(observed_at=0))
    intake(store, drafts)


def test_an_export_restored_elsewhere_has_the_same_digest(store: Store, tmp_path: Path) -> None:
    origin, out = larkspur(), tmp_path / "export.jsonl"
    count = export_records(origin, out)
    assert count == len(out.read_bytes().splitlines())
    restore(store, out)
    before, after = snapshot_of(origin, 1), snapshot_of(store, 2)
    assert after.digest == before.digest
    assert [(f.source, f.state, f.observed_at) for f in after.freshness] == [
        (f.source, f.state, f.observed_at) for f in before.freshness
    ]
    again = tmp_path / "again.jsonl"
    export_records(store, again)
    assert sorted(again.read_bytes().splitlines()) == sorted(out.read_bytes().splitlines())


def test_an_export_is_refused_by_a_store_that_has_the_source(tmp_path: Path) -> None:
    origin, out = larkspur(), tmp_path / "export.jsonl"
    export_records(origin, out)
    generation = origin.generation()
    with pytest.raises(InputError, match="in this store already"):
        restore(origin, out)
    assert origin.generation() == generation
