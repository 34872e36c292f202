"""This file knows what the usage pages of one run tell together, live or saved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from graph.reason import Reason
from loaders.connectors.cursor.event import Ledger
from loaders.connectors.cursor.tool import Call


@dataclass(slots=True)
class Told:
    """Events and tool calls to store, the days they prove, and why they do not prove more."""

    ledger: Ledger = field(default_factory=Ledger)
    calls: Counter[Call] = field(default_factory=Counter)
    days: tuple[int, int] | None = None
    checkpoint: str | None = None
    reasons: list[Reason] = field(default_factory=list)


def longest(blocks: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The longest span of days; of equals the last."""
    return max(blocks, key=lambda block: (block[1] - block[0], block), default=None)
