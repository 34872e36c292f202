"""Kernels in threads of low priority: costly work yields the processor to whoever waits for a quick answer.

Only kernels run there, which hold no lock of the interpreter: a thread that held it and got no processor would stop all.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_POOL: ContextVar[ThreadPoolExecutor | None] = ContextVar("kernel_threads", default=None)
# What these threads add to the nice value of their process: a tenth of the weight of others.
NICENESS = 10


def kernel_threads(count: int) -> ThreadPoolExecutor:
    """Threads for so many kernels at once, of low priority where the system has priorities of threads (Linux)."""
    return ThreadPoolExecutor(count, "kernels", initializer=_lower_priority)


@contextmanager
def kernels_in(pool: ThreadPoolExecutor | None) -> Iterator[None]:
    """Within, kernels that `run_kernel` is given run in the pool; threads begun within do likewise."""
    token = _POOL.set(pool)
    try:
        yield
    finally:
        _POOL.reset(token)


def run_kernel(kernel: Callable[..., int], *arguments: Any) -> int:
    """What a kernel returns, run in the pool that is set, else here."""
    pool = _POOL.get()
    return kernel(*arguments) if pool is None else pool.submit(kernel, *arguments).result()


def _lower_priority() -> None:
    # Elsewhere a thread has no priority of its own, and the call would lower that of the process.
    if hasattr(os, "sched_getaffinity"):
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, min(19, os.getpriority(os.PRIO_PROCESS, thread) + NICENESS))
