"""What must hold of a snapshot whose files were damaged: it says so with a remedy, or answers as before. Never anything else."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from graph.claims import Charge, Edge, Node, Record, RunHeader, Usage
from graph.errors import SnapshotError
from graph.moment import NEVER
from graph.ontology import Permission
from graph.snapshot import Snapshot, SnapshotDirectory, current_snapshot, publish
from graph.snapshot import directory as directory_module
from graph.stores.memory import MemoryStore
from queries import access_paths, blast_radius, cost_attribution, inventory, orphaned_paths

# More of them, once: REMIT_TEST_DAMAGE=3000.
ROUNDS = int(os.environ.get("REMIT_TEST_DAMAGE", "80"))
FILES = ("CURRENT", "FRESHNESS.json", "manifest.json", "arrays.bin")
NOW = 1_800_000_000_000_000


def _world() -> MemoryStore:
    store = MemoryStore()
    records: list[Record] = []
    for number in range(12):
        props = {"type": "human", "status": "active", "emails": [f"p{number}@acme.example"], "department": "Zoë"}
        records.append(Node(id=f"Identity:hr/{number}", name=f"Pérson {number}", props=props))
        records.append(Edge(kind="HAS_ACCOUNT", source=f"Identity:hr/{number}", target=f"Account:c/{number}"))
        group, source = f"Group:hr/{number % 3}", f"DataSource:db/{number}"
        records.append(Edge(kind="MEMBER_OF", source=f"Account:c/{number}", target=group, evidence=f"row {number}"))
        records.append(Edge(kind="CAN_ACCESS", source=group, target=source, permission=Permission.WRITE))
        usage = Usage(resource="Model:m/x", day=20_000 + number, principal=f"Account:c/{number}", requests=3)
        records.append(msgspec.structs.replace(usage, cost_nano=10**9 + number, currency="USD", basis="billed"))
    application = "Application:c/acme"
    charge = Charge(
        application=application, first_day=20_000, last_day=20_029, category="usage", cost_nano=5, currency="USD"
    )
    run = store.begin(RunHeader(source="hr:test", observed_at=NOW, complete=("Identity",)))
    store.write(run, [*records, charge], range(len(records) + 1))
    store.finish(run)
    return store


def _content(snapshot: Snapshot) -> Any:
    """All that answers are made of."""
    arrays = {name: (array.dtype.str, array.shape, array.tobytes()) for name, array in snapshot.tables.arrays().items()}
    stamp = (snapshot.generation, snapshot.built_at, snapshot.digest)
    return stamp, arrays, msgspec.json.encode(snapshot.info), snapshot.freshness


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "snapshots"
    publish(_world(), SnapshotDirectory(folder), 1)
    return folder


@pytest.fixture
def copied(published: Path, tmp_path: Path) -> Path:
    return shutil.copytree(published, tmp_path / "snapshots")


def _path(folder: Path, name: str) -> Path:
    return folder / name if (folder / name).exists() else next(folder.glob(f"*/{name}"))


def _damaged(content: bytes, source: random.Random) -> bytes:
    """The content with a bit flipped, a byte changed, cut, grown, or with a piece moved."""
    at = source.randrange(len(content))
    how = source.randrange(5)
    if how == 0:
        return content[:at] + bytes([content[at] ^ 1 << source.randrange(8)]) + content[at + 1 :]
    if how == 1:
        return content[:at] + bytes([source.randrange(256)]) + content[at + 1 :]
    if how == 2:
        return content[:at]
    if how == 3:
        return content + bytes(source.randrange(256) for _ in range(source.randrange(1, 40)))
    end = min(len(content), at + source.randrange(1, 200))
    return content[:at] + content[end:]


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_told_or_changes_nothing(name: str, published: Path, copied: Path) -> None:
    source, path = random.Random(name), _path(copied, name)
    original, expected = path.read_bytes(), _content(SnapshotDirectory(published).open())
    messages = []
    for _ in range(ROUNDS):
        path.write_bytes(_damaged(original, source))
        try:
            content = _content(SnapshotDirectory(copied).open())
        except SnapshotError as error:
            messages.append(str(error))
        else:
            assert content == expected
    assert len(messages) > ROUNDS // 3
    assert [text for text in messages if "remove the folder" not in text and "load something" not in text] == []


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_an_error(name: str, copied: Path) -> None:
    _path(copied, name).unlink()
    with pytest.raises(SnapshotError, match=r"remove the folder|nothing has been published"):
        SnapshotDirectory(copied).open()


def _answers(snapshot: Snapshot) -> None:
    """Run every kernel over it."""
    ids = tuple(snapshot.ids)
    blast_radius.run(snapshot, blast_radius.Params(start=ids[:1], as_of=NOW))
    orphaned_paths.run(snapshot, orphaned_paths.Params(as_of=NOW))
    inventory.run(snapshot, inventory.Params(kinds=("Identity",), as_of=NOW))
    access_paths.run(snapshot, access_paths.Params(origin=ids[0], target=ids[-1], as_of=NOW))
    cost_attribution.run(
        snapshot, cost_attribution.Params(by=("account",), first_day=20_000, last_day=20_030, as_of=NOW)
    )


def test_a_large_snapshot_of_which_only_bounds_are_checked_never_reads_beyond(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its numbers may be others: `SnapshotDirectory.verify` tells. No kernel reads what is not there."""
    monkeypatch.setattr(directory_module, "_CHECK_BYTES", -1)
    source, path = random.Random(5), _path(copied, "arrays.bin")
    original = path.read_bytes()
    opened = 0
    for _ in range(ROUNDS):
        at = source.randrange(len(original))
        path.write_bytes(original[:at] + bytes([source.randrange(256)]) + original[at + 1 :])
        try:
            snapshot = SnapshotDirectory(copied).open()
            opened += 1
            for node in range(snapshot.count):
                snapshot.name(node), snapshot.props(node, NEVER - 1), snapshot.members(node)
            _answers(snapshot)
        except SnapshotError:
            continue
    assert opened


# Any number may stand in these.
_FREE = ("since", "until", "first_seen", "requests", "tokens", "cost", "day", "priced_on", "first_day", "last_day", "start", "blob")  # fmt: skip


def _indices(folder: Path) -> list[str]:
    arrays = json.loads(_path(folder, "manifest.json").read_text())["arrays"]
    filled = [name for name, entry in arrays.items() if np.prod(entry["shape"])]
    return [name for name in filled if name.rpartition(".")[2] not in _FREE]


@pytest.mark.parametrize("far", [2**31 - 2, -(2**31) + 5, 255], ids=["above", "below", "byte"])
def test_an_index_that_points_nowhere_is_refused_though_all_checksums_fit(
    far: int, published: Path, copied: Path
) -> None:
    """Whoever writes consistent files reads nothing beyond an array with them."""
    names = _indices(published)
    assert len(names) > 30
    manifest_path, arrays_path = _path(copied, "manifest.json"), _path(copied, "arrays.bin")
    manifest, content = manifest_path.read_bytes(), arrays_path.read_bytes()
    for name in names:
        body = msgspec.json.decode(manifest)
        entry = body["arrays"][name]
        dtype = np.dtype(entry["type"])
        if (far == 255) != (dtype.itemsize == 1):
            continue
        size = int(np.prod(entry["shape"])) * dtype.itemsize
        array = np.frombuffer(content, dtype, int(np.prod(entry["shape"])), entry["offset"]).copy()
        array[len(array) // 2] = far
        changed = content[: entry["offset"]] + array.tobytes() + content[entry["offset"] + size :]
        entry["checksum"] = directory_module._checksum(array)
        del body["checksum"]
        body["checksum"] = directory_module._digest(msgspec.json.encode(body))
        arrays_path.write_bytes(changed)
        manifest_path.write_bytes(msgspec.json.encode(body))
        with pytest.raises(SnapshotError, match="is damaged"):
            SnapshotDirectory(copied).open()


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body["arrays"].pop("edge.kind"),
        lambda body: body["arrays"]["edge.kind"].update(type="|O"),
        lambda body: body["arrays"]["edge.kind"].update(type="<f8"),
        lambda body: body["arrays"]["edge.kind"].update(offset=-8),
        lambda body: body["arrays"]["edge.kind"].update(shape=[2**62]),
        lambda body: body["arrays"]["edge.kind"].update(shape=[-1]),
        lambda body: body["arrays"]["usage.tokens"].update(shape=[1]),
        lambda body: body.pop("info"),
        lambda body: body["info"].pop("sources"),
        lambda body: body.update(generation="7"),
        lambda body: body.update(arrays=[]),
    ],
)
def test_a_manifest_that_describes_something_else_is_refused(change: Callable[[Any], Any], copied: Path) -> None:
    path = _path(copied, "manifest.json")
    body = msgspec.json.decode(path.read_bytes())
    del body["checksum"]
    change(body)
    body["checksum"] = directory_module._digest(msgspec.json.encode(body))
    path.write_bytes(msgspec.json.encode(body))
    with pytest.raises(SnapshotError, match="remove the folder"):
        SnapshotDirectory(copied).open()


def test_the_remedy_works(tmp_path: Path) -> None:
    store, directory = _world(), SnapshotDirectory(tmp_path / "snapshots")
    expected = _content(current_snapshot(store, directory, 1))
    _path(directory.folder, "arrays.bin").write_bytes(b"")
    with pytest.raises(SnapshotError, match=f"remove the folder {directory.folder} and ask again"):
        current_snapshot(store, directory, 2)
    shutil.rmtree(directory.folder)
    assert _content(current_snapshot(store, directory, 1))[1:] == expected[1:]


@pytest.mark.parametrize("content", [b"", b"7", b"../../etc", b"1-0123456789abcdef.3-x/../y", b"\xff\xfe", b"9" * 400])
def test_a_name_that_names_no_snapshot_is_published_anew(content: bytes, tmp_path: Path) -> None:
    store, directory = _world(), SnapshotDirectory(tmp_path / "snapshots")
    expected = _content(current_snapshot(store, directory, 1))
    (directory.folder / "CURRENT").write_bytes(content)
    assert _content(current_snapshot(store, directory, 1)) == expected
