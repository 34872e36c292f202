"""A directory of snapshots: written beside each other, published by one rename, opened by memory map."""

from __future__ import annotations

import fcntl
import hashlib
import math
import mmap
import os
import re
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
from graph.private_files import make_private_folder, private_opener
from graph.snapshot.bounds import check_bounds
from graph.snapshot.compile import Compiled
from graph.snapshot.runs import RunNumbers
from graph.snapshot.snapshot import Snapshot, SourceFreshness
from graph.snapshot.tables import Tables
from graph.stores.base import SourceState

_CURRENT, _FRESH, _MANIFEST, _ARRAYS = "CURRENT", "FRESHNESS.json", "manifest.json", "arrays.bin"
# Small snapshots are checked whole when they are opened; large ones were checked when they were written.
_CHECK_BYTES = 16 * 2**20
FORMAT = 4
_NAME = re.compile(r"(?P<generation>\d{1,19})-(?P<digest>[0-9a-f]{16})\.(?P<format>\d{1,4})-(?P<store>\w{1,80})")
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
            restated=state.restated,
        )
        for state in sources
    ]


class _Sealed(msgspec.Struct, frozen=True):
    """Content with its checksum: what was cut or changed is known."""

    checksum: str
    content: msgspec.Raw


class SnapshotDirectory:
    """A folder of snapshots, one directory of arrays each; `CURRENT` names the one that answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> str | None:
        """The name of the published snapshot, or None."""
        try:
            return (self.folder / _CURRENT).read_bytes().decode(errors="replace").strip() or None
        except FileNotFoundError:
            return None

    def is_ahead(self, generation: int, identity: str) -> bool:
        """Whether that store's generation is not the published one, or was published by a version that wrote otherwise.

        Generations of two stores are not comparable.
        """
        match = _NAME.fullmatch(self.current() or "")
        if match is None or not (self.folder / match[0]).is_dir():
            return True
        return (match["generation"], match["store"], match["format"]) != (str(generation), identity, str(FORMAT))

    def stamp(self) -> tuple[str | None, int]:
        """Changes whenever something new was published: the snapshot's name, and when freshness was last written."""
        try:
            return self.current(), (self.folder / _FRESH).stat().st_mtime_ns
        except FileNotFoundError:
            return self.current(), 0

    def publish(
        self, compiled: Compiled, stamp: tuple[int, str, int], sources: Sequence[SourceState], runs: RunNumbers
    ) -> None:
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
                _write_arrays(scratch, compiled, (generation, built_at), runs)
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
        content = msgspec.json.encode(freshness_of(sources))
        _write_atomically(self.folder / _FRESH, msgspec.json.encode(_Sealed(_digest(content), msgspec.Raw(content))))

    def open(self) -> Snapshot:
        """Map the published snapshot; raises SnapshotError if there is none or it is damaged."""
        for _ in range(5):
            name = self.current()
            if name is None:
                raise SnapshotError(f"nothing has been published in {self.folder} yet; load something first")
            match = _NAME.fullmatch(name)
            if match is None:
                raise SnapshotError(f"{self.folder / _CURRENT} is damaged: it names no snapshot; {self._remedy}")
            if match["format"] != str(FORMAT):
                raise SnapshotError(f"{self.folder / name} was written by another version of Remit; {self._remedy}")
            try:
                return self._open(name)
            except FileNotFoundError:
                continue  # Swept between reading its name and opening it: a newer one is there.
        raise SnapshotError(f"the snapshot in {self.folder} is incomplete; {self._remedy}")

    @property
    def _remedy(self) -> str:
        return f"remove the folder {self.folder} and ask again: it is compiled anew from the store"

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
        try:
            manifest = _read_manifest(folder)
            arrays = _mapped(folder, manifest["arrays"])
            if sum(array.nbytes for array in arrays.values()) <= _CHECK_BYTES:
                _check(folder, arrays, manifest["arrays"])
            tables, info = Tables.of(arrays), manifest["info"]
            check_bounds(tables, len(info["sources"]) + len(info["reserved_sources"]))
            stamp = (manifest["generation"], manifest["built_at"], manifest["digest"])
            runs = {source: dict(numbers) for source, numbers in manifest["runs"].items()}
            return Snapshot(tables, info, stamp, self._read_freshness(), runs)
        except SnapshotError as error:
            raise SnapshotError(f"{folder}: {error}; {self._remedy}") from None
        except (msgspec.MsgspecError, LookupError, TypeError, ValueError, OverflowError, AttributeError) as error:
            raise SnapshotError(f"{folder} is damaged ({type(error).__name__}); {self._remedy}") from None

    def _read_freshness(self) -> list[SourceFreshness]:
        sealed = msgspec.json.decode((self.folder / _FRESH).read_bytes(), type=_Sealed)
        if _digest(sealed.content) != sealed.checksum:
            raise SnapshotError(f"{_FRESH} is damaged")
        return msgspec.json.decode(sealed.content, type=list[SourceFreshness])

    def verify(self) -> None:
        """Read every array of the published snapshot against its checksum; raises SnapshotError."""
        folder = self.folder / (self.current() or "")
        entries = _read_manifest(folder)["arrays"]
        _check(folder, _mapped(folder, entries), entries)

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


def _write_arrays(folder: Path, compiled: Compiled, stamp: tuple[int, int], runs: RunNumbers) -> None:
    generation, built_at = stamp
    entries: dict[str, dict[str, Any]] = {}
    with open(folder / _ARRAYS, "wb", opener=private_opener) as handle:
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
        # Outside the digest: the same content has other runs in another store.
        "runs": {source: list(numbers.items()) for source, numbers in runs.items()},
        "arrays": entries,
    }
    manifest["checksum"] = _digest(msgspec.json.encode(manifest))
    _write_atomically(folder / _MANIFEST, msgspec.json.encode(manifest))


def _read_manifest(folder: Path) -> dict[str, Any]:
    """What the manifest of a snapshot says. Raises SnapshotError if it is not what was written, or another snapshot's."""
    manifest = msgspec.json.decode((folder / _MANIFEST).read_bytes(), type=dict[str, Any])
    checksum = manifest.pop("checksum", None)
    if checksum != _digest(msgspec.json.encode(manifest)):
        raise SnapshotError(f"{_MANIFEST} is damaged")
    if not folder.name.startswith(f"{manifest['generation']}-{manifest['digest'][:16]}.{manifest['format']}-"):
        raise SnapshotError(f"{_MANIFEST} is that of another snapshot")
    return manifest


def _digest(content: bytes | msgspec.Raw) -> str:
    return hashlib.blake2b(bytes(content), digest_size=16).hexdigest()


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
        if offset < 0 or count < 0 or offset + count * dtype.itemsize > size:
            raise SnapshotError(f"{_ARRAYS} is damaged: it ends before {name}")
        flat = np.frombuffer(mapping, dtype, count, offset) if count else np.zeros(0, dtype)
        flat.flags.writeable = False
        arrays[name] = flat.reshape(shape)
    return arrays


def _check(folder: Path, arrays: Mapping[str, npt.NDArray[Any]], entries: Mapping[str, Mapping[str, Any]]) -> None:
    """Compare arrays with their checksums; raises SnapshotError that names a damaged one."""
    for name, array in arrays.items():
        if _checksum(array) != entries[name]["checksum"]:
            raise SnapshotError(f"{name} is damaged")


def _bytes_of(array: npt.NDArray[Any]) -> memoryview:
    return np.ascontiguousarray(array).reshape(-1).view(np.uint8).data


def _checksum(array: npt.NDArray[Any]) -> str:
    return hashlib.blake2b(_bytes_of(array), digest_size=16).hexdigest()
