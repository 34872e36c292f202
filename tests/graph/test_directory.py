"""What is published is whole, named by its store, and swept when nobody maps it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from graph.claims import Node, RunHeader
from graph.errors import SnapshotError
from graph.snapshot import Policy, SnapshotDirectory, current_snapshot, publish
from graph.stores.base import Store
from graph.stores.memory import MemoryStore


def load(store: Store, moment: int, *names: str) -> None:
    run = store.begin(RunHeader(source="hr:test", observed_at=moment, complete=("Identity",)))
    store.write(run, [Node(id=f"Identity:hr/{name}") for name in names], range(len(names)))
    store.finish(run)


def test_a_reader_keeps_its_generation_while_the_next_is_published(store: Store, tmp_path: Path) -> None:
    directory = SnapshotDirectory(tmp_path / "directory")
    load(store, 1, "ada")
    first = current_snapshot(store, directory, 1)
    load(store, 2, "ada", "bo")
    second = current_snapshot(store, directory, 2)
    assert (list(first.ids), list(second.ids)) == (["Identity:hr/ada"], ["Identity:hr/ada", "Identity:hr/bo"])
    assert (first.generation, second.generation) == (1, 2)


def test_unchanged_content_republishes_freshness_alone(store: Store, tmp_path: Path) -> None:
    directory = SnapshotDirectory(tmp_path / "directory")
    load(store, 1_000_000, "ada")
    assert publish(store, directory, 1)
    before = directory.stamp()
    load(store, 2_000_000, "ada")
    assert not publish(store, directory, 2)
    assert directory.stamp() != before
    assert (directory.open().freshness[0].observed_at, directory.open().built_at) == (2_000_000, 1)


def test_a_directory_never_answers_for_another_store(tmp_path: Path) -> None:
    directory = SnapshotDirectory(tmp_path / "directory")
    first, second = MemoryStore(), MemoryStore()
    load(first, 1, "ada")
    load(second, 1, "bo")
    assert list(current_snapshot(first, directory, 1).ids) == ["Identity:hr/ada"]
    assert list(current_snapshot(second, directory, 1).ids) == ["Identity:hr/bo"]


def test_another_policy_is_another_snapshot_of_the_same_generation(tmp_path: Path) -> None:
    directory, store = SnapshotDirectory(tmp_path / "directory"), MemoryStore()
    for source, department in (("hr:a", "Sales"), ("hr:b", "Legal")):
        run = store.begin(RunHeader(source=source, observed_at=5, complete=("Identity",)))
        store.write(run, [Node(id="Identity:hr/1", props={"department": department})], [1])
        store.finish(run)
    plain = current_snapshot(store, directory, 1)
    ruled = current_snapshot(store, directory, 1, Policy(authoritative={"Identity.department": ("hr:b",)}))
    assert [snapshot.prop(0, "department", 9) for snapshot in (plain, ruled)] == ["Sales", "Legal"]


def test_a_damaged_array_is_refused_with_its_name(store: Store, tmp_path: Path) -> None:
    directory = SnapshotDirectory(tmp_path / "directory")
    load(store, 1, "ada")
    publish(store, directory, 1)
    path = next((tmp_path / "directory").glob("*/arrays.bin"))
    manifest = json.loads(path.with_name("manifest.json").read_text())
    content = bytearray(path.read_bytes())
    content[manifest["arrays"]["ids.blob"]["offset"]] ^= 1
    path.write_bytes(content)
    with pytest.raises(SnapshotError, match=r"ids\.blob is damaged"):
        directory.open()
    with pytest.raises(SnapshotError, match=r"ids\.blob"):
        directory.verify()


def test_a_file_of_arrays_that_was_cut_is_refused(store: Store, tmp_path: Path) -> None:
    directory = SnapshotDirectory(tmp_path / "directory")
    load(store, 1, "ada")
    publish(store, directory, 1)
    path = next((tmp_path / "directory").glob("*/arrays.bin"))
    path.write_bytes(path.read_bytes()[:10])
    with pytest.raises(SnapshotError, match="ends before"):
        directory.open()


def test_an_open_snapshot_holds_two_descriptors(tmp_path: Path) -> None:
    directory, store = SnapshotDirectory(tmp_path / "directory"), MemoryStore()
    load(store, 1, "ada")
    publish(store, directory, 1)
    before = len(os.listdir("/proc/self/fd"))
    kept = [directory.open() for _ in range(50)]
    assert len(os.listdir("/proc/self/fd")) - before <= 2 * len(kept)
    assert [snapshot.ids[0] for snapshot in kept] == ["Identity:hr/ada"] * 50


def test_what_an_earlier_version_published_is_published_anew(tmp_path: Path) -> None:
    directory, store = SnapshotDirectory(tmp_path / "directory"), MemoryStore()
    load(store, 1, "ada")
    publish(store, directory, 1)
    name = directory.current() or ""
    generation, digest, identity = name.split("-")
    (directory.folder / name).rename(directory.folder / f"{generation}-{digest.partition('.')[0]}-{identity}")
    (directory.folder / "CURRENT").write_text(f"{generation}-{digest.partition('.')[0]}-{identity}")
    assert directory.is_ahead(int(generation), identity)
    assert list(current_snapshot(store, directory, 2).ids) == ["Identity:hr/ada"]
    assert directory.current() == name


def test_nothing_published_says_so(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="nothing has been published"):
        SnapshotDirectory(tmp_path).open()


def test_old_generations_go_when_nobody_maps_them(store: Store, tmp_path: Path) -> None:
    directory = SnapshotDirectory(tmp_path / "directory")
    load(store, 1, "ada")
    kept = current_snapshot(store, directory, 1)
    for moment in (2, 3):
        load(store, moment, *(f"p{n}" for n in range(moment)))
        publish(store, directory, moment)
    generations = {path.name.partition("-")[0] for path in (tmp_path / "directory").iterdir() if path.is_dir()}
    assert generations == {"1", "3"}
    kept.release()
    load(store, 4, "last")
    publish(store, directory, 4)
    assert {path.name.partition("-")[0] for path in (tmp_path / "directory").iterdir() if path.is_dir()} == {"4"}
