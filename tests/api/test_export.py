"""An export is the whole store: restored elsewhere it gives the same digest, history, decisions and freshness."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.cli.main import app
from api.exports.records import export_records
from graph.errors import InputError, RecordError
from graph.snapshot import snapshot_of
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.connectors.records import read_line
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.api.command_line import Remit
from tests.api.export_world import EXAMPLES, larkspur
from tests.graph.stores.test_contract import content
from tests.graph.stores.test_copy import tell_a_history


def restore(store: Store, path: Path) -> None:
    drafts, _ = load_runs([path], Context(observed_at=0))
    ingest(store, drafts)


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


@pytest.fixture
def remit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command line in this process, on the embedded store of a name."""
    monkeypatch.chdir(tmp_path)

    def run(store: str, *words: str) -> Result:
        return CliRunner().invoke(app, words, env={"REMIT_STORE": f"sqlite:///{tmp_path}/{store}.db"})

    return run


def test_the_command_moves_the_whole_example_to_another_store(remit: Callable[..., Result], tmp_path: Path) -> None:
    """As `make demo` loads it; what is asked of the other store is answered the same."""
    for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        done = remit("left", "load", str(folder), "--observed-at", f"{folder.name}T06:00:00Z", "--if-newer")
        assert done.exit_code in (0, 1), done.output
    done = remit("left", "export", "all.jsonl")
    lines = len((tmp_path / "all.jsonl").read_bytes().splitlines())
    assert (done.exit_code, done.output) == (0, f"all.jsonl: {lines} lines\n")
    assert remit("right", "load", "all.jsonl").exit_code in (0, 1)
    question = ("query", "ranking", "--as-of", "2026-11-21T06:00:00Z", "--format", "json")
    before, after = (json.loads(remit(store, *question).stdout) for store in ("left", "right"))
    assert before["snapshot"]["digest"] == after["snapshot"]["digest"]
    assert before["answer"] == after["answer"]
    assert remit("right", "export", "again.jsonl").exit_code == 0
    assert sorted((tmp_path / "again.jsonl").read_bytes().splitlines()) == sorted(
        (tmp_path / "all.jsonl").read_bytes().splitlines()
    )


def test_the_command_says_which_option_is_for_which_format(remit: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(
        '{"record":"run","source":"a:b","observed_at":"2026-01-01"}\n{"record":"node","id":"Group:a/b"}\n'
    )
    assert remit("s", "load", "r.jsonl").exit_code == 0
    for words, told in (
        (("--format", "yaml", "x"), "use records, opengraph, graphml, csv"),
        (("--as-of", "2026-01-01", "x"), "--as-of is for a graph"),
        (("--format", "csv", "--as-of", "soon", "x"), "--as-of: 'soon' is not"),
        (("--format", "csv", "--extension", "x"), "--extension is for --format opengraph"),
        (("--format", "graphml", "--exact", "x"), "--exact is for --format csv"),
    ):
        done = remit("s", "export", *words)
        assert isinstance(done.exception, InputError), done.output
        assert told in str(done.exception)
    assert not (tmp_path / "x").exists()
    for form in ("opengraph", "graphml", "csv"):
        done = remit("s", "export", "--format", form, "--as-of", "2026-01-02", form)
        assert (done.exit_code, done.output.startswith(f"{form}: 1 nodes, 0 edges")) == (0, True), done.output
        assert (tmp_path / form).exists()


def test_what_goes_into_a_pipe_is_the_export_alone(tmp_path: Path) -> None:
    remit = Remit(tmp_path)
    remit.write(
        "r.jsonl",
        [{"record": "run", "source": "a:b", "observed_at": "2026-01-01"}, {"record": "node", "id": "Group:a/b"}],
    )
    assert remit.run("load", "r.jsonl").returncode == 0
    done = remit.run("export", "--format", "opengraph", "/dev/stdout")
    assert [node["id"] for node in json.loads(done.stdout)["graph"]["nodes"]] == ["%47roup%3aa/b"]
    assert done.stderr == "/dev/stdout: 1 nodes, 0 edges\n"
