"""Answers of one snapshot that are kept: asked again they cost nothing, and who asks the same meanwhile waits for the first."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from graph.deadline import check_deadline

T = TypeVar("T")

# How many answers are kept of one snapshot. The greatest of a million edges hold some megabytes each.
KEPT_ANSWERS = 16
# How often one that waits for another's work looks whether its own time is over.
_LOOK_S = 0.05


@dataclass(slots=True)
class _Entry:
    answer: Any
    seconds: float
    rank: float


class AnswerCache:
    """Answers by a key; those that took longest to make stay longest. Safe for several threads.

    GreedyDual (Young 1994): the rank of an answer is what it took, above the rank of the last one that went, and is given
    again whenever it is asked for; the lowest goes. So a costly answer outlives many cheap ones, but not for ever.
    """

    def __init__(self, size: int = KEPT_ANSWERS) -> None:
        self._size, self._floor = size, 0.0
        self._entries: dict[str, _Entry] = {}
        self._begun: dict[str, threading.Event] = {}
        self._lock = threading.Lock()

    def find(self, key: str) -> Any | None:
        """The answer of this key, if it is kept; never waits for work."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            entry.rank = self._floor + entry.seconds
            return entry.answer

    def remember(self, key: str, make: Callable[[], T]) -> T:
        """The answer of this key, made if it is not kept; not made twice at once.

        Raises what `make` raises, to its own caller alone: another that waited makes it itself. Raises DeadlineExceeded.
        """
        while True:
            kept = self.find(key)
            if kept is not None:
                return cast(T, kept)
            with self._lock:
                begun = self._begun.get(key)
                if begun is None:
                    done = self._begun[key] = threading.Event()
                    break
            while not begun.wait(_LOOK_S):
                check_deadline()
        try:
            began = time.monotonic()
            made = make()
            self._keep(key, made, time.monotonic() - began)
            return made
        finally:
            with self._lock:
                del self._begun[key]
            done.set()

    def _keep(self, key: str, answer: object, seconds: float) -> None:
        with self._lock:
            self._entries[key] = _Entry(answer, seconds, self._floor + seconds)
            if len(self._entries) > self._size:
                lowest = min(self._entries, key=lambda key: self._entries[key].rank)
                self._floor = self._entries.pop(lowest).rank
