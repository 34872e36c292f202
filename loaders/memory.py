"""Limit of memory for one step that unpacks what somebody else made: a small file may unpack to anything."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STEP_BYTES = 768 * 2**20
# The limit is the whole process's: one step at a time has one.
_LOCK = threading.RLock()


@contextmanager
def bounded_memory(limit: int = STEP_BYTES) -> Iterator[None]:
    """MemoryError, or a library's kind of it, where the step within takes `limit` bytes more than the process has now.

    Only Linux counts a process's own memory; elsewhere there is no limit. Steps of several threads wait for each other.
    """
    if sys.platform != "linux":
        yield
        return
    import resource

    with _LOCK:
        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        bound = _own_bytes() + limit
        resource.setrlimit(resource.RLIMIT_DATA, (bound if soft == resource.RLIM_INFINITY else min(bound, soft), hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _own_bytes() -> int:
    """What the kernel counts against the limit: see proc_pid_statm(5), `data`."""
    return int(Path("/proc/self/statm").read_text().split()[5]) * os.sysconf("SC_PAGE_SIZE")
