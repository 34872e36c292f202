"""Leases on sources: how a process identifies itself, and when its lease has lapsed."""

from __future__ import annotations

import os
import socket
from pathlib import Path

# Whether a process of another machine is alive cannot be seen from here: its lease ends by the clock.
LEASE_S = 900.0


def this_process() -> str:
    """The name of this process in a lease: host, process id, start time."""
    return _process(os.getpid())


def is_alive(process: str, until: float, now: float) -> bool:
    """Whether the holder of a lease is alive: by its process if it runs on this machine, else by the clock."""
    host, pid, started = process.rsplit(":", 2)
    if host != socket.gethostname() or started == "?":
        return now < until
    return _process(int(pid)) == process


def _process(pid: int) -> str:
    """Host, process id and start time, because a process id alone is reused soon."""
    try:
        started = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        started = "?"
    return f"{socket.gethostname()}:{pid}:{started}"
