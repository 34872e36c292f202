"""Copying a whole store into another one, and proving that both are equal afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from api.context import StoreContext
from api.settings import Settings
from graph.errors import InputError, StoreError
from graph.snapshot import compile_claims
from graph.stores.copy import CopyResult, copy_claims, find_differences

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Proof:
    """A copy that was read back and found equal: the digest of both stores' snapshots."""

    copy: CopyResult
    digest: str


def copy_store(origin: StoreContext, target: StoreContext, progress: Progress | None = None) -> Proof:
    """Copy what the origin holds now into the target, and prove it: source by source, and by the digest of both.

    The origin is read once: what is written to it meanwhile is not copied. Raises InputError, with nothing written, for
    an origin that is empty and for a target that holds anything else; StoreError if the target does not hold the same
    afterwards.
    """
    claims = origin.store.read(with_events=True)
    if not claims.sources and not claims.decisions:
        raise InputError(f"{shown(origin.settings.store)} holds nothing: there is nothing to copy")
    copy = copy_claims(claims, origin.store.identity(), target.store, progress)
    if progress is not None:
        progress("compiling the origin", 0)
    digest = compile_claims(claims, origin.policy).digest
    # The origin's claims go before the target's come: one copy in memory is enough.
    del claims
    if progress is not None:
        progress("reading the copy back", 0)
    landed = target.store.read(with_events=True)
    differences = find_differences(copy, landed)
    copied_digest = compile_claims(landed, origin.policy).digest
    if differences or copied_digest != digest:
        problem = (
            "\n".join(f"  {difference}" for difference in differences)
            or f"  the digest is {copied_digest} instead of {digest}"
        )
        raise StoreError(
            f"{shown(target.settings.store)} does not hold what was copied:\n{problem}\n"
            "Was something else loaded into it meanwhile? Then copy again; if not, remove these sources there first"
        )
    return Proof(copy, digest)


def settings_of(settings: Settings, store: str) -> Settings:
    """The same settings with another store. Raises InputError for an address whose parts cannot be told apart."""
    if _may_hold_secret(store) and "@" in store and "@" not in _netloc(store):
        raise InputError("the user or password in a store's address holds /, ? or #; write it as %2F, %3F or %23")
    return settings.model_copy(update={"store": store})


def require_two(origin: Settings, target: Settings) -> None:
    """Raise InputError unless the addresses name two stores and the first is there: opening would make it."""
    file = origin.embedded_file()
    if file is not None and not file.exists():
        raise InputError(f"{shown(origin.store)} is not there: no file {file}")
    if origin.store == target.store or (file is not None and _same_file(file, target.embedded_file())):
        raise InputError("FROM and TO are the same store")


def snapshots_of(settings: Settings, target: Settings) -> Path | None:
    """Where the target's snapshot is published; None in memory, and where the folder is that of the store in force."""
    folder = target.snapshot_folder()
    return None if settings.store != target.store and folder == settings.snapshot_folder() else folder


def shown(store: str) -> str:
    """A store's address without user and password."""
    scheme, mark, location = store.partition("://")
    return f"{scheme}://{location.rpartition('@')[2]}" if mark and _may_hold_secret(store) else store


def _may_hold_secret(store: str) -> bool:
    """A path may hold an @ of its own."""
    return not store.startswith(("sqlite:", "memory:"))


def _netloc(store: str) -> str:
    try:
        return urlsplit(store).netloc
    except ValueError:
        return ""


def _same_file(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and other.samefile(path)
