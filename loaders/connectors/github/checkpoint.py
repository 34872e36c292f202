"""Checkpoint of an organisation: up to which day earlier runs read, and which reports and lists answered at all.

A report that was read once and is refused today must not remove what it gave: its days are left as they are. A report that
answers for the first time was missing from the days before: they are read again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.moment import write_day
from loaders.claims.coverage import read_checkpoint

_PARTS, _AGAIN = "parts", "again"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What earlier runs read: up to which day, what answered, and whether the days before have to be read again."""

    last_day: int | None
    parts: frozenset[str]
    again: bool = False


def read_github_checkpoint(text: str | None) -> Checkpoint:
    """A checkpoint as the store kept it; one that cannot be read counts as none."""
    try:
        saved: Any = json.loads(text or "{}")
        parts = saved.get(_PARTS, [])
        known = frozenset(part for part in parts if isinstance(part, str)) if isinstance(parts, list) else frozenset()
        again = saved.get(_AGAIN) is True
    except (ValueError, AttributeError):
        known, again = frozenset(), False
    return Checkpoint(read_checkpoint(text), known, again)


def write_github_checkpoint(last_day: int | None, parts: Iterable[str], again: bool) -> str:
    """The checkpoint of a run."""
    days = {} if last_day is None else {"last_day": write_day(last_day)}
    return json.dumps({**days, _PARTS: sorted(parts), **({_AGAIN: True} if again else {})})
