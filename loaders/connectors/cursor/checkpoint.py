"""This file knows how far the usage of a live team has been read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from graph.moment import read_day, write_day


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The last day up to which everything was read: usage events, and MCP analytics where the plan has them."""

    last_day: int | None = None
    tools_last_day: int | None = None


def read_checkpoint(text: str | None) -> Checkpoint:
    """What an earlier run left; nothing is known where it cannot be read, and all is read again."""
    try:
        known = json.loads(text or "{}")
        days = [None if known.get(name) is None else read_day(known[name]) for name in ("last_day", "tools_last_day")]
    except (ValueError, TypeError, AttributeError):
        return Checkpoint()
    return Checkpoint(*days)


def write_checkpoint(checkpoint: Checkpoint) -> str:
    """The checkpoint as the store keeps it."""
    days = {"last_day": checkpoint.last_day, "tools_last_day": checkpoint.tools_last_day}
    return json.dumps({name: write_day(day) for name, day in days.items() if day is not None})
