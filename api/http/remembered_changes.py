"""Changes by the keys that their clients gave them: what is sent twice, because an answer was lost, is done once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

from graph.errors import InputError

T = TypeVar("T")

MAX_KEY_LENGTH = 128
_KEPT = 1000


class RememberedChanges:
    """What came of changes by their callers' keys, the newest of them. Safe for several threads."""

    def __init__(self) -> None:
        self._answers: OrderedDict[tuple[str, str], tuple[object, Any]] = OrderedDict()
        self._lock = threading.Lock()

    def once(self, caller: str, key: str, asked: object, change: Callable[[], T]) -> T:
        """The result of a change, made the first time; raises InputError for a key that stands for another change."""
        if not 0 < len(key) <= MAX_KEY_LENGTH:
            raise InputError(f"`key` is a text of 1 to {MAX_KEY_LENGTH} characters").in_argument("key")
        with self._lock:
            known = self._answers.get((caller, key))
            if known is not None and known[0] != asked:
                raise InputError("this `key` stands for another change; use a new one").in_argument("key")
            if known is None:
                known = self._answers[caller, key] = asked, change()
                while len(self._answers) > _KEPT:
                    self._answers.popitem(last=False)
            result: T = known[1]
            return result
