"""A directory of snapshots: written beside each other, published by one rename, opened by memory map."""

from __future__ import annotations

import fcntl
import hashlib
import math
import mmap
import os
import shutil
import tempfile
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from graph.errors import SnapshotError
from graph.private_files import make_private_folder
from graph.snapshot.compile import Compiled
from graph.snapshot.snapshot import Snapshot, SourceFreshness
from graph.snapshot.tables import Tables
from graph.stores.base import SourceState

_CURRENT, _FRESH, _MANIFEST, _ARRAYS = "CURRENT", "FRESHNESS.json", "manifest.json", "arrays.bin"
# Small snapshots are checked whole when they are opened; large ones were checked when they were written.
_CHECK_BYTES = 16 * 2**20
FORMAT = 2
# Arrays begin at the lines of a cache, so that every type of number is aligned.
_ALIGNMENT = 64


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
        """Whether that store's generation is not the published one, or was published by a version that wrote otherwise.

        Generations of two stores are not comparable.
        """
        name = self.current()
        if name is None:
            return True
        published, digest, store = name.split("-")
        return (published, store) != (str(generation), identity) or not digest.endswith(f".{FORMAT}")

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
        make_private_folder(self.folder)
        generation, identity, built_at = stamp
        name = f"{generation}-{compiled.digest[:16]}.{FORMAT}-{identity}"
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
        make_private_folder(self.folder)
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
        arrays = _mapped(folder, manifest["arrays"])
        if sum(array.nbytes for array in arrays.values()) <= _CHECK_BYTES:
            _check(folder, arrays, manifest["arrays"])
        fresh = msgspec.json.decode((self.folder / _FRESH).read_bytes(), type=list[SourceFreshness])
        stamp = (manifest["generation"], manifest["built_at"], manifest["digest"])
        return Snapshot(Tables.of(arrays), manifest["info"], stamp, fresh)

    def verify(self) -> None:
        """Read every array of the published snapshot against its checksum; raises SnapshotError."""
        folder = self.folder / (self.current() or "")
        manifest = msgspec.json.decode((folder / _MANIFEST).read_bytes())
        _check(folder, _mapped(folder, manifest["arrays"]), manifest["arrays"])

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
    entries: dict[str, dict[str, Any]] = {}
    with (folder / _ARRAYS).open("wb") as handle:
        for name, array in compiled.tables.arrays().items():
            handle.write(bytes(-handle.tell() % _ALIGNMENT))
            entries[name] = {
                "offset": handle.tell(),
                "type": array.dtype.str,
                "shape": list(array.shape),
                "checksum": _checksum(array),
            }
            handle.write(_bytes_of(array))
        handle.flush()
        os.fsync(handle.fileno())
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


def _mapped(folder: Path, entries: Mapping[str, Mapping[str, Any]]) -> dict[str, npt.NDArray[Any]]:
    """The arrays of a snapshot, mapped and read-only. They are one mapping, which holds one file descriptor.

    Raises SnapshotError if the file is too short.
    """
    path = folder / _ARRAYS
    with path.open("rb") as handle:
        size = os.fstat(handle.fileno()).st_size
        mapping = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
    arrays = {}
    for name, entry in entries.items():
        dtype, shape, offset = np.dtype(entry["type"]), tuple(entry["shape"]), entry["offset"]
        count = math.prod(shape)
        if offset + count * dtype.itemsize > size:
            raise SnapshotError(f"{path} is damaged: it ends before {name}; remove {folder} and `remit load` again")
        flat = np.frombuffer(mapping, dtype, count, offset) if count else np.zeros(0, dtype)
        flat.flags.writeable = False
        arrays[name] = flat.reshape(shape)
    return arrays


def _check(folder: Path, arrays: Mapping[str, npt.NDArray[Any]], entries: Mapping[str, Mapping[str, Any]]) -> None:
    """Compare arrays with their checksums; raises SnapshotError that names a damaged one."""
    for name, array in arrays.items():
        if _checksum(array) != entries[name]["checksum"]:
            raise SnapshotError(f"{folder / _ARRAYS}: {name} is damaged; remove {folder} and `remit load` again")


def _bytes_of(array: npt.NDArray[Any]) -> memoryview:
    return np.ascontiguousarray(array).reshape(-1).view(np.uint8).data


def _checksum(array: npt.NDArray[Any]) -> str:
    return hashlib.blake2b(_bytes_of(array), digest_size=16).hexdigest()
