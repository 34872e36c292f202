"""Deadline of the work at hand: set by whoever starts it, looked at between the steps of kernels."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from graph.errors import InputError

_ENDS_AT: ContextVar[tuple[float, float] | None] = ContextVar("deadline", default=None)


class DeadlineExceeded(InputError):
    """Work that took longer than the `seconds` it had."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(
            f"the answer takes longer than the {seconds:g} s that one may take here; narrow the question (a kind, a "
            "permission, fewer hops), or ask on the command line, which has no limit"
        )


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Within, `check_deadline` raises once the seconds are over; threads and tasks begun within have the same deadline."""
    token = _ENDS_AT.set((time.monotonic() + seconds, seconds))
    try:
        yield
    finally:
        _ENDS_AT.reset(token)


def check_deadline() -> None:
    """Raise DeadlineExceeded where the work at hand has had its time; nothing where it has no deadline."""
    ends = _ENDS_AT.get()
    if ends is not None and time.monotonic() > ends[0]:
        raise DeadlineExceeded(ends[1])
