"""An export is the whole store: restored elsewhere it gives the same digest, history, decisions and freshness."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.export import export_records
from graph.claims import Decision
from graph.errors import InputError, RecordError
from graph.moment import read_moment
from graph.snapshot import snapshot_of
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.connectors.records import read_line
from loaders.files import load_drafts
from loaders.intake import intake
from tests.graph.stores.test_contract import content
from tests.graph.stores.test_copy import tell_a_history

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


def test_a_restored_source_goes_on_where_it_was(store: Store, tmp_path: Path) -> None:
    origin, out = MemoryStore(), tmp_path / "export.jsonl"
    tell_a_history(origin)
    export_records(origin, out)
    restore(store, out)
    assert list(store.sources()) == list(origin.sources())
    assert content(store.read()) == content(origin.read())
    accepted, same = origin.accept_run("hr:a"), store.accept_run("hr:a")
    assert (same.retired, same.added) == (accepted.retired, accepted.added)
    assert snapshot_of(store, 2).digest == snapshot_of(origin, 1).digest


@pytest.mark.parametrize(
    "told",
    [
        '{"Identity": {"last": "2026-01-01"}}',
        '{"Identity": {"first": "soon", "last": "2026-01-01"}}',
        '{"Identity": {"first": null, "last": "2026-01-01"}}',
        '{"source": {"state": "FINE"}}',
        '{"source": {"reasons": [{"code": 5}]}}',
        '{"source": {"held": "yes"}}',
        '{"source": {"held": true, "held_days": ["2026-02-30"]}}',
        '{"source": {"bookmark": {}}}',
        '{"source": {"first_observed": []}}',
    ],
)
def test_a_restore_that_no_export_writes_is_refused_by_field(told: str) -> None:
    line = f'{{"record":"run","source":"a:b","observed_at":"2026-01-01","restore":true,"scopes":{told}}}'
    with pytest.raises(RecordError, match=r"field 'scopes\."):
        read_line(line.encode())


@pytest.mark.parametrize(
    "line",
    [
        '{"record":"node","id":"Identity:a/b","held":true}',
        '{"record":"node","id":"Identity:a/b","opened":"2026-01-01"}',
        '{"record":"edge","kind":"MEMBER_OF","source":"Identity:a/b","target":"Group:a/b","held":true}',
        '{"record":"usage","resource":"Model:a/b","day":"2026-01-01","held":true}',
    ],
)
def test_what_belongs_to_a_restore_is_refused_elsewhere(store: Store, tmp_path: Path, line: str) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(f'{{"record":"run","source":"a:b","observed_at":"2026-01-01"}}\n{line}\n')
    with pytest.raises(RecordError, match="belong to a restore"):
        restore(store, path)
    assert store.generation() == 0
