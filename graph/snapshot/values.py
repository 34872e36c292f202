"""This file knows property values as numbers: one for each canonical JSON text, in byte order in the end."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np

from graph.stores.base import I4


class Values:
    """Property values as canonical JSON texts, numbered; `sorted` renumbers them in byte order."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def code(self, value: Any) -> int:
        """The number of a value; -1 for None."""
        if value is None:
            return -1
        text = msgspec.json.encode(value, order="sorted").decode()
        return self._codes.setdefault(text, len(self._codes))

    def sorted(self) -> tuple[list[str], I4]:
        """All texts in byte order, and old code → new code (the last entry maps -1 to -1)."""
        texts = sorted(self._codes, key=str.encode)
        table = np.full(len(texts) + 1, -1, dtype=np.int32)
        for new, text in enumerate(texts):
            table[self._codes[text]] = new
        return texts, table
