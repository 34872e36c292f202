"""`remit copy` as a person runs it: told what it did, refused before it writes, killed at any byte and gone on with."""

from __future__ import annotations

import os
import pty
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from api.context import StoreContext
from api.exports.copy import copy_store, settings_of, shown, snapshots_of
from api.settings import Settings
from graph.claims import RunHeader
from graph.errors import InputError, StoreError
from graph.moment import read_moment
from graph.snapshot import SnapshotDirectory, snapshot_of
from graph.stores.base import Store
from graph.stores.open import open_store
from graph.stores.sqlite import SqliteStore
from loaders.base import Context as Told
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.api.command_line import Remit
from tests.graph.stores.test_contract import content

ROOT = Path(__file__).resolve().parents[2]
LARKSPUR = ROOT / "examples" / "larkspur"
KILLS = 6
FROM, TO = "sqlite:///.remit/remit.db", "sqlite:///copy/remit.db"


def load_larkspur(store: Store, folders: list[Path]) -> list[Any]:
    outcomes = []
    for folder in folders:
        told = Told(observed_at=read_moment(f"{folder.name}T06:00:00Z"), salt=b"test")
        drafts, _ = load_runs([folder], told)
        for outcome in ingest(store, drafts):
            outcomes.append((outcome.source, outcome.state, outcome.added, outcome.retired, outcome.held))
    return outcomes


@pytest.fixture
def remit(tmp_path: Path) -> Remit:
    """A folder whose store holds two sources, one of them held, and a decision."""
    found = Remit(tmp_path)
    run = {"record": "run", "source": "hr:test", "complete": ["Identity"]}
    people = [{"record": "node", "id": f"Identity:hr/{n}", "name": f"P{n}"} for n in range(100)]
    other = {"record": "run", "source": "register:x", "observed_at": "2026-01-01T00:00:00Z"}
    label = {
        "record": "decision",
        "kind": "approval",
        "ids": ["Application:x/y"],
        "by": "sam",
        "at": "2026-01-01T00:00:00Z",
        "value": "approved",
    }
    application = {"record": "node", "id": "Application:x/y"}
    first = [run | {"observed_at": "2026-01-01T00:00:00Z"}, *people, other, application, label]
    assert found.run("load", found.write("first.jsonl", first)).returncode == 0
    second = [run | {"observed_at": "2026-01-02T00:00:00Z"}, *people[:10]]
    assert found.run("load", found.write("second.jsonl", second)).returncode == 1
    return found


def told(remit: Remit, store: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run with another store in force."""
    return remit.run(*words, settings={"REMIT_STORE": store})


def test_a_copy_is_told_proved_and_published(remit: Remit) -> None:
    done = remit.run("copy", FROM, TO)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        "copied   hr:test  100 nodes",
        "copied   register:x  1 nodes",
        "copied: generation 3, 2 sources, 1 decisions, 1 of them new",
    ]
    digests = [line.split() for line in lines[3:5]]
    assert [one[2] for one in digests] == [FROM, TO]
    assert {one[1] for one in digests} == {remit.status()["digest"]}
    assert lines[5] == "published in copy/remit.db.snapshots"
    snapshots = SnapshotDirectory(remit.folder / "copy" / "remit.db.snapshots")
    assert snapshots.open().digest == digests[0][1]
    assert remit.run("decide", "accept-run", "hr:test").returncode == 0
    assert told(remit, TO, "decide", "accept-run", "hr:test").returncode == 0
    again = remit.run("copy", FROM, TO)
    assert again.returncode == 0
    assert again.stdout.splitlines()[0] == "equal    hr:test  100 nodes  (was there already)"
    assert "equal already: generation 4" in again.stdout


def test_what_another_loaded_into_the_target_is_refused_and_the_remedy_helps(remit: Remit) -> None:
    assert remit.run("copy", FROM, TO).returncode == 0
    line = {"record": "run", "source": "hr:test", "observed_at": "2026-01-03T00:00:00Z"}
    assert (
        told(
            remit, TO, "load", remit.write("third.jsonl", [line, {"record": "node", "id": "Identity:hr/x"}])
        ).returncode
        == 0
    )
    refused = remit.run("copy", FROM, TO)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "hr:test" in refused.stderr
    assert "remit source remove" in refused.stderr
    assert told(remit, TO, "source", "remove", "hr:test").returncode == 0
    assert remit.run("copy", FROM, TO).returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((FROM, FROM), "FROM and TO are the same store"),
        ((FROM, "sqlite:///.remit/../.remit/remit.db"), "FROM and TO are the same store"),
        (("sqlite:///typing-error.db", TO), "typing-error.db is not there"),
        (("memory:", TO), "holds nothing"),
        ((FROM, "mysql://sam:hunter2@db:3306/x"), "not the scheme of a store"),
        ((FROM, "neo4j://sam:hun/ter2@db:7687/x"), "write it as %2F"),
        (("neo4j://sam:hunter2#@db:7687/x", TO), "write it as %2F"),
    ],
)
def test_addresses_that_cannot_be_are_refused_without_a_password(
    remit: Remit, words: tuple[str, str], said: str
) -> None:
    done = remit.run("copy", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "ter2" not in done.stderr
    assert not (remit.folder / "typing-error.db").exists()


def test_a_store_that_does_not_answer_is_told_without_its_password(remit: Remit) -> None:
    done = remit.run("copy", FROM, "bolt://sam:hunter2@127.0.0.1:1/neo4j")
    assert done.returncode == 3
    assert "127.0.0.1:1" in done.stderr
    assert "hunter2" not in done.stderr + done.stdout


def test_an_address_is_shown_without_user_and_password() -> None:
    assert shown("neo4j+s://sam:p@ss@db.example:7687/x") == "neo4j+s://db.example:7687/x"
    assert shown("neo4j://db.example:7687") == "neo4j://db.example:7687"
    assert shown("sqlite:////data/sam@acme/remit.db") == "sqlite:////data/sam@acme/remit.db"


def test_the_snapshots_of_the_store_in_force_are_left_to_it(remit: Remit) -> None:
    assert snapshots_of(Settings(store=FROM), Settings(store=TO)) == Path("copy/remit.db.snapshots")
    assert snapshots_of(Settings(store="memory:"), Settings(store="bolt://x")) == Path(".remit/snapshots")
    assert snapshots_of(Settings(store="bolt://y"), Settings(store="bolt://x")) is None
    done = remit.run("copy", FROM, TO, settings={"REMIT_SNAPSHOTS": "folder"})
    assert done.returncode == 0, done.stderr
    assert "not published: folder is the folder of another store" in done.stdout
    assert not (remit.folder / "folder").exists()


def test_progress_is_shown_on_a_terminal_and_nowhere_else(remit: Remit) -> None:
    command, environment = remit.command("copy", FROM, TO)
    ours, theirs = pty.openpty()
    done = subprocess.Popen(command, cwd=remit.folder, env=environment, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    seen = b"".join(_read(ours))
    os.close(ours)
    assert done.wait() == 0
    assert b"records" in seen


def _read(terminal: int) -> Iterator[bytes]:
    """What is written to a terminal until nobody holds its other end."""
    while True:
        try:
            block = os.read(terminal, 65_536)
        except OSError:
            return
        if not block:
            return
        yield block


def test_what_does_not_arrive_is_a_failure_that_names_it(tmp_path: Path) -> None:
    class Forgetful(SqliteStore):
        def write(self, run: Any, records: Any, lines: Any) -> None:
            super().write(run, records[1:], lines[1:])

    origin = Settings(store=f"sqlite:///{tmp_path}/a.db")
    target = settings_of(origin, f"sqlite:///{tmp_path}/b.db")
    with StoreContext(origin) as left, StoreContext(target) as right:
        load_larkspur(left.store, sorted(LARKSPUR.iterdir())[:1])
        right.store.close()
        right.store = Forgetful(tmp_path / "b.db")
        with pytest.raises(StoreError, match=r"hr:workday: [0-9]+ nodes instead of [0-9]+") as failed:
            copy_store(left, right)
        assert "b.db does not hold what was copied" in str(failed.value)


def test_the_example_goes_on_in_the_copy_as_in_its_origin(store: Store, store_url: str, tmp_path: Path) -> None:
    folders = sorted(path for path in LARKSPUR.iterdir() if path.is_dir())
    kept = open_store(f"sqlite:///{tmp_path}/origin.db")
    load_larkspur(kept, folders[:-1])
    kept.close()
    settings = Settings(store=f"sqlite:///{tmp_path}/origin.db")
    with StoreContext(settings) as left, StoreContext(settings_of(settings, store_url)) as right:
        proof = copy_store(left, right)
        assert {snapshot_of(one.store, 1).digest for one in (left, right)} == {proof.digest}
        assert load_larkspur(right.store, folders[-1:]) == load_larkspur(left.store, folders[-1:])
        assert content(right.store.read()) == content(left.store.read())
        assert snapshot_of(right.store, 1).digest == snapshot_of(left.store, 1).digest
        assert {one.how for one in copy_store(left, right).copy.sources} <= {"equal"}


def test_a_copy_killed_at_any_moment_leaves_whole_sources_and_goes_on(tmp_path: Path) -> None:
    remit, chance = Remit(tmp_path), random.Random(20261124)
    origin = SqliteStore(tmp_path / ".remit" / "remit.db")
    load_larkspur(origin, sorted(path for path in LARKSPUR.iterdir() if path.is_dir()))
    whole, target = by_source(origin), tmp_path / "copy" / "remit.db"
    found = midway = 0
    while found < len(whole) and midway < KILLS:
        process = remit.start("copy", FROM, TO)
        await_sources(target, process, found + chance.randint(1, 4))
        time.sleep(chance.uniform(0, 0.02))
        process.kill()
        process.wait()
        store = SqliteStore(target)
        there = by_source(store)
        store.close()
        assert there == {source: whole[source] for source in there}
        assert len(there) > found
        found = len(there)
        midway += found < len(whole)
    assert midway, "every copy was killed too late"
    done = remit.run("copy", FROM, TO)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("equal  ") == found
    assert done.stdout.count("copied  ") == len(whole) - found
    store = SqliteStore(target)
    assert content(store.read()) == content(origin.read())
    assert snapshot_of(store, 1).digest == snapshot_of(origin, 1).digest
    store.close()
    origin.close()


def by_source(store: Store) -> dict[str, list[Any]]:
    """What each source says."""
    told = content(store.read())
    found: dict[str, list[Any]] = {state.source: [state] for state in told.pop("sources")}
    told.pop("decisions")
    for part, rows in told.items():
        for row in rows:
            found[row[0]].append((part, row))
    return found


def await_sources(path: Path, process: subprocess.Popen[bytes], count: int) -> None:
    """Until the store has so many sources, or the process is done."""
    while not path.exists() and process.poll() is None:
        time.sleep(0.001)
    store = SqliteStore(path)
    while len(store.sources()) < count and process.poll() is None:
        time.sleep(0.001)
    store.close()


def test_the_generation_that_was_read_is_copied_whatever_is_written_meanwhile(tmp_path: Path) -> None:
    origin = Settings(store=f"sqlite:///{tmp_path}/a.db")
    writer = open_store(origin.store)
    for source in ("hr:a", "hr:b"):
        writer.finish(writer.begin(RunHeader(source=source, observed_at=1, complete=("Identity",))))
    generation = writer.generation()

    def meanwhile(what: str, _: int) -> None:
        writer.finish(writer.begin(RunHeader(source=f"late:{writer.generation()}", observed_at=2)))

    with StoreContext(origin) as left, StoreContext(settings_of(origin, f"sqlite:///{tmp_path}/b.db")) as right:
        proof = copy_store(left, right, meanwhile)
        assert proof.copy.generation == generation
        assert [state.source for state in right.store.sources()] == ["hr:a", "hr:b"]
        assert writer.generation() > generation
    writer.close()


def test_an_empty_store_is_nothing_to_copy(tmp_path: Path) -> None:
    origin = Settings(store=f"memory:{tmp_path}/a")
    with (
        StoreContext(origin) as left,
        StoreContext(settings_of(origin, f"memory:{tmp_path}/b")) as right,
        pytest.raises(InputError, match="holds nothing"),
    ):
        copy_store(left, right)
