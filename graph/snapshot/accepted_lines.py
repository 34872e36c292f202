"""Accepted lines of usage rows: how many lines of code that AI wrote people accepted, as a row's raw fields tell."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import numpy as np

from graph.snapshot.columns import I8, Bool
from graph.snapshot.snapshot import Snapshot

# The raw field of a usage row: a whole number of lines.
ACCEPTED_LINES = "accepted_lines"
_MOST = 2**53


@dataclass(frozen=True, slots=True)
class RowLines:
    """Per usage row whether it tells accepted lines, and how many, 0 where it does not."""

    is_known: Bool
    count: I8


def row_lines(snapshot: Snapshot) -> RowLines | None:
    """The accepted lines of all usage rows; None where no row tells any. Computed once per snapshot, O(usage rows)."""
    return snapshot.derived(_read_lines)


def _read_lines(snapshot: Snapshot) -> RowLines | None:
    # Per text, with one more entry for none.
    counts = np.full(len(snapshot.texts) + 1, -1, dtype=np.int64)
    for code in snapshot.texts.containing([f'"{ACCEPTED_LINES}"']).tolist():
        counts[code] = _lines(snapshot.texts[code])
    of_row = counts[snapshot.usage.detail]
    return RowLines(of_row >= 0, np.maximum(of_row, 0)) if (of_row >= 0).any() else None


def _lines(detail: str) -> int:
    """The lines that raw fields tell; -1 for none."""
    try:
        body = msgspec.json.decode(detail)
    except msgspec.DecodeError:
        return -1
    raw = body.get("raw", body) if isinstance(body, dict) else {}
    count = raw.get(ACCEPTED_LINES) if isinstance(raw, dict) else None
    return count if isinstance(count, int) and not isinstance(count, bool) and 0 <= count < _MOST else -1
