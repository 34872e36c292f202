"""Reasons for which a run or an answer is incomplete, and the states that a run can end in.

COMPLETE: everything was read and applied. PARTIAL: something could not be read; the reasons say what. HELD: applied,
except for removals that are so many that a person must confirm them. FAILED: nothing was applied.
"""

from __future__ import annotations

from dataclasses import dataclass

COMPLETE, PARTIAL, HELD, FAILED = "COMPLETE", "PARTIAL", "HELD", "FAILED"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for being incomplete: a code for machines, a detail for people."""

    code: str
    """The reason as a word for machines, such as ROWS or DAYS_NOT_COVERED."""
    detail: str
    """The reason as a sentence for people, with numbers."""
