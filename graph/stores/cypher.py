"""This file knows what it is to ask a store in its own language: the limits, the table that comes back, and the refusals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.errors import InputError
from graph.reason import Reason

DEFAULT_ROWS, MOST_ROWS = 1_000, 100_000
DEFAULT_TIMEOUT_S, MOST_TIMEOUT_S = 30.0, 3600.0
MOST_CELLS = 500_000
MOST_BYTES = 16 * 2**20

# Why a table is not whole.
ROW_LIMIT, SIZE_LIMIT, PUBLISHING = "ROW_LIMIT", "SIZE_LIMIT", "PUBLISHING"


class QueryRejected(InputError):
    """A statement that is not answered here, and why: it would do more than read, or it is not one statement."""


class QueryTooExpensive(InputError):
    """A statement that needed more than it may: `limit` names what, `maximum` how much of it there was."""

    def __init__(self, problem: str, limit: str, maximum: int) -> None:
        self.limit, self.maximum = limit, maximum
        super().__init__(problem)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one statement may take. `cells`: values of the answer, those within lists and maps included.

    `size`: of the answer in bytes, roughly. Raises InputError for limits that are none.
    """

    rows: int = DEFAULT_ROWS
    timeout_s: float = DEFAULT_TIMEOUT_S
    cells: int = MOST_CELLS
    size: int = MOST_BYTES

    def __post_init__(self) -> None:
        if not 1 <= self.rows <= MOST_ROWS:
            raise InputError(f"a limit is from 1 to {MOST_ROWS} rows")
        if not 0.001 <= self.timeout_s <= MOST_TIMEOUT_S:
            raise InputError(f"a timeout is from 0.001 to {MOST_TIMEOUT_S:.0f} seconds")


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to one statement. Every value is a JSON value: None, bool, int, float, str, list or dict.

    `reasons`: why the table is not whole; empty if it is. `generation`, `digest` and `built_at` (microseconds) are of
    the projection that the store held meanwhile; None where it held none. `text_sha256`: of the statement.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    reasons: tuple[Reason, ...]
    duration_s: float
    text_sha256: str
    generation: int | None = None
    digest: str | None = None
    built_at: int | None = None

    @property
    def truncated(self) -> bool:
        """Whether there was more than was fetched."""
        return any(reason.code in (ROW_LIMIT, SIZE_LIMIT) for reason in self.reasons)
