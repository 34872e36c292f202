"""Output files and folders that are replaced whole or not at all, readable by their owner alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError, StoreError

# What is exported says who can reach what: nobody else on this machine needs to read it.
_FILE_MODE, _FOLDER_MODE = 0o600, 0o700


@contextmanager
def replaced_file(out: Path) -> Iterator[BinaryIO]:
    """A file to write that becomes `out` when the block ends well; else `out` stays as it was.

    What is no regular file, such as a pipe, is written as it goes. Raises StoreError if it cannot be written.
    """
    try:
        if out.exists() and not out.is_file():
            if out.is_dir():
                raise InputError(f"{out} is a folder: name a file to write")
            with out.open("wb") as stream:
                yield stream
            return
        path = Path(os.path.realpath(out))
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _FILE_MODE), "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{out}: {error.strerror}") from None


@contextmanager
def replaced_folder(out: Path, names: tuple[str, ...]) -> Iterator[Path]:
    """A folder to fill with files of these names; it becomes `out` when the block ends well.

    An `out` that holds anything else is not replaced: raises InputError. Raises StoreError if it cannot be written.
    """
    if out.exists() and (not out.is_dir() or {path.name for path in out.iterdir()} - set(names)):
        raise InputError(f"{out} is there and holds other things: name a new folder, or one that an export wrote")
    path = Path(os.path.realpath(out))
    part, old = (path.with_name(f".{path.name}.{os.getpid()}.{word}") for word in ("part", "old"))
    try:
        part.mkdir(_FOLDER_MODE)
        try:
            yield part
            if path.exists():
                os.replace(path, old)
            os.replace(part, path)
        finally:
            shutil.rmtree(part, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise StoreError(f"{out}: {error.strerror}") from None
