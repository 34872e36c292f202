"""Files and folders that only their owner may read: who can reach what is nobody else's business."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def make_private_folder(path: Path) -> None:
    """Create a folder for its owner alone; one that exists stays as it is. Raises OSError."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_private_file(path: Path) -> None:
    """Create an empty file for its owner alone, and its folder; a file that exists stays as it is. Raises OSError."""
    make_private_folder(path.parent)
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def private_opener(path: str, flags: int) -> int:
    """What `open(..., opener=)` takes: a file that it creates is for its owner alone, whatever the umask says."""
    return os.open(path, flags, 0o600)


def is_open_to_others(path: Path) -> bool:
    """Whether other users of this machine may read or write a file, as far as its own mode says; False where there is none."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return os.name == "posix" and bool(mode & (stat.S_IRWXG | stat.S_IRWXO))
