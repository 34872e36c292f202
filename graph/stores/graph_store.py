"""Stores that hold the resolved graph itself, as a projection, and answer Cypher statements on it.

A store offers this beside the `Store` protocol; Neo4j does. `QueryLimits` bounds a person's statement, `QueryResult` is
its answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from graph.errors import InputError
from graph.reason import Reason
from graph.stores.projection import Projection

DEFAULT_ROWS, MOST_ROWS = 1_000, 100_000
DEFAULT_TIMEOUT_S, MOST_TIMEOUT_S = 30.0, 3600.0
MOST_CELLS = 500_000
MOST_BYTES = 16 * 2**20

# Codes of the reasons for which a result is incomplete.
ROW_LIMIT, SIZE_LIMIT, PUBLISHING = "ROW_LIMIT", "SIZE_LIMIT", "PUBLISHING"


class QueryRejected(InputError):
    """A statement that is refused, and why: it would do more than read, or it is not one statement."""


class QueryTooExpensive(InputError):
    """A statement that exceeded a limit: `limit` names it, `maximum` is its value."""

    def __init__(self, problem: str, limit: str, maximum: int) -> None:
        self.limit, self.maximum = limit, maximum
        super().__init__(problem)


@dataclass(frozen=True, slots=True)
class QueryLimits:
    """How much one statement may take. `cells`: values in the answer, including those within lists and maps.

    `size`: bytes of the answer, roughly. Raises InputError for limits out of range.
    """

    rows: int = DEFAULT_ROWS
    timeout_s: float = DEFAULT_TIMEOUT_S
    cells: int = MOST_CELLS
    size: int = MOST_BYTES

    def __post_init__(self) -> None:
        if not 1 <= self.rows <= MOST_ROWS:
            raise InputError(f"`limit` must be from 1 to {MOST_ROWS} rows")
        if not 0.001 <= self.timeout_s <= MOST_TIMEOUT_S:
            raise InputError(f"`timeout_s` must be from 0.001 to {MOST_TIMEOUT_S:.0f} seconds")


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The answer to one statement. Every value is a JSON value: None, bool, int, float, str, list or dict.

    `reasons`: why the result is incomplete; empty if it is complete. `generation`, `digest` and `built_at`
    (microseconds) describe the projection that was queried; None where the store has none. `text_sha256`: of the statement.
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
        """Whether there were more rows than were fetched."""
        return any(reason.code in (ROW_LIMIT, SIZE_LIMIT) for reason in self.reasons)


@runtime_checkable
class GraphStore(Protocol):
    """A store that can hold a projection of the resolved graph and answer Cypher on it."""

    def projected(self) -> tuple[int, str, str] | None:
        """The generation, digest and identity of the published projection; None where nothing was published."""

    def project(
        self,
        projection: Projection,
        stamp: tuple[int, str, int],
        identity: str,
        on_progress: Callable[[str, int, int], None] | None = None,
    ) -> None:
        """Publish a projection, whole or not at all; `stamp`: its snapshot's generation, digest and build time.

        `on_progress(step, done, total)` reports rows written. Raises LeaseHeld while another process publishes.
        """

    def cypher(self, text: str, parameters: Mapping[str, object]) -> Sequence[tuple[Any, ...]]:
        """All rows of one of Remit's own read-only statements."""

    def ask(self, text: str, parameters: Mapping[str, object], limits: QueryLimits) -> QueryResult:
        """Answer one read-only statement of a person; InputError says why a statement is refused."""

    def advice(self) -> Sequence[str]:
        """What an administrator should set where the store runs, one sentence each; empty where nothing is missing."""
