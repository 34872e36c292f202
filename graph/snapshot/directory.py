"""A directory of snapshots: written beside each other, published by one rename, opened by memory map."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from graph.errors import SnapshotError
from graph.snapshot.compile import Compiled
from graph.snapshot.snapshot import Snapshot, SourceFreshness
from graph.snapshot.tables import Tables
from graph.stores.base import SourceState

_CURRENT, _FRESH, _MANIFEST = "CURRENT", "FRESHNESS.json", "manifest.json"
# Small snapshots are checked whole when they are opened; large ones were checked when they were written.
_CHECK_BYTES = 16 * 2**20
FORMAT = 1


def freshness_of(sources: Sequence[SourceState]) -> list[SourceFreshness]:
    """What answers say of their sources."""
    return [
        SourceFreshness(
            source=state.source,
            state=state.state,
            reasons=state.reasons,
            observed_at=state.last_observed,
            first_observed=state.first_observed,
            promised_age_s=state.age_limit_s(),
            scopes=state.scopes,
        )
        for state in sources
    ]


class SnapshotDirectory:
    """A folder of snapshots, one directory of arrays each; `CURRENT` names the one that answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> str | None:
        """The name of the published snapshot, or None."""
        try:
            return (self.folder / _CURRENT).read_text().strip() or None
        except FileNotFoundError:
            return None

    def is_ahead(self, generation: int, identity: str) -> bool:
        """Whether that store's generation is not the published one: generations of two stores are not comparable."""
        name = self.current()
        return name is None or name.split("-")[::2] != [str(generation), identity]

    def stamp(self) -> tuple[str | None, int]:
        """Changes whenever something new was published: the snapshot's name, and when freshness was last written."""
        try:
            return self.current(), (self.folder / _FRESH).stat().st_mtime_ns
        except FileNotFoundError:
            return self.current(), 0

    def publish(self, compiled: Compiled, stamp: tuple[int, str, int], sources: Sequence[SourceState]) -> None:
        """Publish a generation of a store; `stamp` is (generation, the store's identity, built at).

        Writes arrays, syncs them, and makes them current in one step; older ones go when nobody maps them.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        generation, identity, built_at = stamp
        name = f"{generation}-{compiled.digest[:16]}-{identity}"
        target = self.folder / name
        if not target.exists():
            scratch = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
            try:
                _write_arrays(scratch, compiled, generation, built_at)
                os.replace(scratch, target)
            except OSError:
                shutil.rmtree(scratch, ignore_errors=True)
                if not target.exists():
                    raise
        self.write_freshness(sources)
        _write_atomically(self.folder / _CURRENT, name.encode())
        self._sweep(name)

    def write_freshness(self, sources: Sequence[SourceState]) -> None:
        """Republish how fresh the sources are, beside an unchanged snapshot."""
        self.folder.mkdir(parents=True, exist_ok=True)
        _write_atomically(self.folder / _FRESH, msgspec.json.encode(freshness_of(sources)))

    def open(self) -> Snapshot:
        """Map the published snapshot; raises SnapshotError if there is none or it is damaged."""
        for _ in range(5):
            name = self.current()
            if name is None:
                raise SnapshotError(f"nothing has been published in {self.folder} yet; load something first")
            try:
                return self._open(name)
            except FileNotFoundError:
                continue  # Swept between reading its name and opening it: a newer one is there.
        raise SnapshotError(f"the snapshot in {self.folder} is incomplete; `remit load` something to publish it anew")

    def _open(self, name: str) -> Snapshot:
        number = os.open(self.folder / name / _MANIFEST, os.O_RDONLY)
        try:
            # Held as long as the snapshot lives: tells `_sweep` that somebody maps it.
            fcntl.flock(number, fcntl.LOCK_SH)
            snapshot = self._map(self.folder / name)
        except BaseException:
            os.close(number)
            raise
        snapshot.release = weakref.finalize(snapshot, os.close, number)
        return snapshot

    def _map(self, folder: Path) -> Snapshot:
        manifest = msgspec.json.decode((folder / _MANIFEST).read_bytes())
        if manifest["format"] != FORMAT:
            raise SnapshotError(f"{folder} was written by another version of Remit; `remit load` publishes it anew")
        arrays: dict[str, npt.NDArray[Any]] = {}
        check = sum(entry["bytes"] for entry in manifest["arrays"].values()) <= _CHECK_BYTES
        for array, entry in manifest["arrays"].items():
            path = folder / f"{array}.npy"
            if path.stat().st_size != entry["bytes"] or (check and _checksum(path) != entry["checksum"]):
                raise SnapshotError(f"{path} is damaged; remove {folder} and `remit load` again")
            arrays[array] = np.load(path, mmap_mode="r")
        fresh = msgspec.json.decode((self.folder / _FRESH).read_bytes(), type=list[SourceFreshness])
        stamp = (manifest["generation"], manifest["built_at"], manifest["digest"])
        return Snapshot(Tables.of(arrays), manifest["info"], stamp, fresh)

    def verify(self) -> None:
        """Read every array of the published snapshot against its checksum; raises SnapshotError."""
        folder = self.folder / (self.current() or "")
        manifest = msgspec.json.decode((folder / _MANIFEST).read_bytes())
        for array, entry in manifest["arrays"].items():
            if _checksum(folder / f"{array}.npy") != entry["checksum"]:
                raise SnapshotError(f"{folder / array}.npy is damaged")

    def _sweep(self, keep: str) -> None:
        """Remove what no process maps; what a killed publisher left goes too."""
        for folder in self.folder.iterdir():
            if not folder.is_dir() or folder.name == keep:
                continue
            try:
                with (folder / _MANIFEST).open("rb") as handle:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    shutil.rmtree(folder, ignore_errors=True)
            except FileNotFoundError:
                if folder.name.startswith(".new-") and _is_old(folder):
                    shutil.rmtree(folder, ignore_errors=True)
            except OSError:
                continue


def _is_old(folder: Path) -> bool:
    """Whether a scratch folder can only be a killed publisher's."""
    newest = max((path.stat().st_mtime for path in folder.iterdir()), default=folder.stat().st_mtime)
    return os.stat(folder.parent).st_mtime - newest > 3600


def _write_arrays(folder: Path, compiled: Compiled, generation: int, built_at: int) -> None:
    entries = {}
    for name, array in compiled.tables.arrays().items():
        path = folder / f"{name}.npy"
        with path.open("wb") as handle:
            np.save(handle, np.ascontiguousarray(array), allow_pickle=False)
            handle.flush()
            os.fsync(handle.fileno())
        entries[name] = {"bytes": path.stat().st_size, "checksum": _checksum(path)}
    manifest = {
        "format": FORMAT,
        "generation": generation,
        "built_at": built_at,
        "digest": compiled.digest,
        "info": compiled.info,
        "arrays": entries,
    }
    _write_atomically(folder / _MANIFEST, msgspec.json.encode(manifest))


def _write_atomically(path: Path, content: bytes) -> None:
    number, scratch = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    with os.fdopen(number, "wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    os.replace(scratch, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _checksum(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
