"""This file knows who may write a source: how a holder of a lease names itself, and when its lease has lapsed."""

from __future__ import annotations

import os
import socket
from pathlib import Path

# A holder on another machine cannot be asked whether it lives: its lease ends by itself.
LEASE_S = 900.0


def this_process() -> str:
    """This process as a lease names it."""
    return _process(os.getpid())


def is_alive(process: str, until: float, now: float) -> bool:
    """Whether the holder of a lease still works: asked of this machine where it runs here, else by the clock."""
    host, pid, started = process.rsplit(":", 2)
    if host != socket.gethostname() or started == "?":
        return now < until
    return _process(int(pid)) == process


def _process(pid: int) -> str:
    """Host, process id and start time: a process id alone is soon given to another process."""
    try:
        started = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        started = "?"
    return f"{socket.gethostname()}:{pid}:{started}"
