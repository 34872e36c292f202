"""Preparation of a process that does nothing but serve, before it accepts its first connection."""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import resource
import signal
import threading
from multiprocessing.connection import wait

from graphql import get_introspection_query

from api.gql.schema import Schema
from api.http.lifespan import Server
from graph.traverse import warm

# Open files that a process may have, if the system allows: connections, and the arrays of a few snapshots.
_OPEN_FILES = 8192


async def prepare(server: Server, schema: Schema) -> None:
    """Compile the kernels, answer from the schema once, and leave what is alive out of garbage collection for good.

    A full collection stops every thread of a process. With the 220,000 objects of libraries and of the schema to look
    through it took up to 400 ms beside busy neighbours, after every few dozen documents that were refused.
    """
    _raise_open_files()
    _end_with_parent()
    gc.disable()
    try:
        await schema.execute(get_introspection_query())
        await asyncio.to_thread(warm)
        server.is_warm = True
    except Exception as error:  # small graphs are walked without compiling; the probe says the rest
        server.log.error("not warmed up", exc_info=error)
    finally:
        # What the start left behind must go now: what is frozen is never collected, only freed with its last reference.
        gc.collect()
        gc.freeze()
        gc.enable()


def _raise_open_files() -> None:
    """Allow this process more open files than the 1,024 that many systems begin with."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    limit = _OPEN_FILES if hard == resource.RLIM_INFINITY else min(_OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < limit:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))


def _end_with_parent() -> None:
    """End as if told to when the process that started this worker is gone: nobody else would ever end it."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch(sentinel: int) -> None:
        wait([sentinel])
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, args=(parent.sentinel,), name="parent", daemon=True).start()
