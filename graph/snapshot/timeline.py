"""This file knows a property of all nodes over all time: from which moment on which node has which value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

I4 = npt.NDArray[np.int32]
I8 = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events sorted by (node, start): from `start` on, `node` has the value `code` (-1: none known).

    Nodes without an event have no value. All arrays have the same length.
    """

    node: I4
    start: I8
    code: I4

    @classmethod
    def of(cls, events: Sequence[tuple[int, int, int]]) -> Timeline:
        """From (node, start, code) in any order."""
        table = np.array(sorted(events), dtype=np.int64).reshape(-1, 3)
        return cls(table[:, 0].astype(np.int32), table[:, 1].copy(), table[:, 2].astype(np.int32))

    def at(self, moment: int, count: int, default: int = -1) -> I4:
        """The value of every node at a moment: int32 of length `count`, `default` where there is none."""
        values = np.full(count, default, dtype=np.int32)
        valid = self.start <= moment
        # Sorted by start within a node: of equal places written, the last one stays.
        values[self.node[valid]] = self.code[valid]
        return values

    def of_node(self, node: int, moment: int) -> int:
        """The value of one node at a moment, or -1."""
        low, high = self._span(node)
        place = low + np.searchsorted(self.start[low:high], moment, side="right") - 1
        return int(self.code[place]) if place >= low else -1

    def history(self, node: int) -> list[tuple[int, int]]:
        """All (start, code) of one node, oldest first."""
        low, high = self._span(node)
        return list(zip(self.start[low:high].tolist(), self.code[low:high].tolist(), strict=True))

    def _span(self, node: int) -> tuple[int, int]:
        """Where the events of a node lie."""
        # Looked up in the column's own type: in another, numpy would copy the whole column first.
        low, high = np.searchsorted(self.node, np.array((node, node + 1), dtype=self.node.dtype))
        return int(low), int(high)
