"""The field `cypher`: ad-hoc statements that only read, for the architect alone."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any

import anyio
import anyio.to_thread
import strawberry

from api.gql.derive import object_type
from api.gql.errors import BadInput, Forbidden, LimitError, LimitExceeded, PublicError
from api.gql.inputs import check_bounds
from api.gql.meaning import INPUT, with_meanings
from api.gql.page import Info
from api.gql.scalars import Moment, Parameters, Rows
from api.http.lifespan import Session
from api.statement import askable, check_parameters
from graph.errors import InputError, StoreError
from graph.stores.graph_store import DEFAULT_ROWS, DEFAULT_TIMEOUT_S, QueryLimits, QueryResult, QueryTooExpensive
from queries.base import Completeness

MOST_ROWS = 10_000
MOST_TIMEOUT_S = 120
# Beyond the server's own timeouts (of planning, of running): after this nobody waits for it any more.
GRACE_S = 30.0


@with_meanings
@strawberry.input(
    description="One statement that only reads. `limit`: rows at most, 1000 by default. `timeoutS`: when it is ended, 30 by "
    "default."
)
class CypherInput:
    text: str
    """The statement, which may only read."""
    parameters: Parameters | None = None
    """What its $names stand for."""
    limit: int | None = None
    """How many rows at most, 1000 by default."""
    timeout_s: int | None = None
    """After how many seconds it is ended, 30 by default."""


@with_meanings
@strawberry.type(description="What the projection showed; null fields where nothing is projected.")
class ProjectionState:
    generation: int | None
    """The generation that was projected."""
    digest: str | None
    """The digest of its snapshot."""
    built_at: Moment | None
    """When that snapshot was compiled."""


@with_meanings
@strawberry.type(
    description="The rows that a statement gave. PARTIAL if there were more, or if a publish went on meanwhile."
)
class CypherTable:
    columns: list[str]
    """The names of the columns, in the order of the statement."""
    rows: Rows
    """The rows, each an array in the order of the columns."""
    row_count: int
    """How many rows there are here."""
    duration_s: float
    """How many seconds the statement took."""
    text_sha256: str
    """The SHA-256 of the statement, by which the audit log knows it."""
    projection: ProjectionState
    """What the statement was asked of."""
    completeness: Any = strawberry.field(graphql_type=object_type(Completeness))
    """Whether something is missing, and what."""


CypherResult = Annotated[
    CypherTable | BadInput | LimitExceeded | Forbidden,
    strawberry.union("CypherResult", description="The answer, or why there is none."),
]


async def resolve_cypher(
    info: Info, input: Annotated[CypherInput, strawberry.argument(description=INPUT)]
) -> CypherResult:
    """Ask the projection in Neo4j with a statement of one's own; for the architect."""
    session = info.context
    fact: dict[str, Any] = {
        "caller": session.caller.name,
        "sha256": sha256(input.text.encode(errors="replace")).hexdigest(),
    }
    session.facts.setdefault("statements", []).append(fact)
    fact["outcome"] = "failed"
    try:
        table = await _ask(session, input)
        fact |= {"outcome": "answered", "rows": len(table.rows), "s": round(table.duration_s, 3)}
        return _shape(table)
    except InputError as error:
        refused: BadInput | LimitExceeded = _refusal(error)
        fact["outcome"] = refused.code
        return refused
    except StoreError as error:
        raise PublicError(str(error), extensions={"code": "STORE_FAILED"}) from None
    finally:
        session.server.metrics.fields.labels(info.field_name, fact["outcome"]).inc()


async def _ask(session: Session, statement: CypherInput) -> QueryResult:
    """The table, asked off the event loop. A server that does not even keep its timeout is not waited for."""
    for name, number, most in (
        ("limit", statement.limit, MOST_ROWS),
        ("timeoutS", statement.timeout_s, MOST_TIMEOUT_S),
    ):
        try:
            check_bounds(name, number, 1, most)
        except InputError as error:
            raise error.in_argument(name) from None
    parameters = statement.parameters or Parameters({})
    check_parameters(parameters)
    limits = QueryLimits(rows=statement.limit or DEFAULT_ROWS, timeout_s=statement.timeout_s or DEFAULT_TIMEOUT_S)
    holder = session.server.holder

    def work() -> QueryResult:
        # A handle of its own: opening one takes a moment, and a store is not for several threads.
        with holder.opened() as context:
            store = askable(context.store)
            try:
                return store.ask(statement.text, parameters, limits)
            except InputError as error:
                raise error.in_argument("text") from error.__cause__

    async def in_time() -> QueryResult:
        with anyio.move_on_after(limits.timeout_s + GRACE_S):
            return await anyio.to_thread.run_sync(work, abandon_on_cancel=True, limiter=session.server.statements)
        raise StoreError("the store did not answer in time, and did not end the statement itself; ask for less")

    return await session.server.operations.at_home(in_time)


def _shape(table: QueryResult) -> CypherTable:
    return CypherTable(
        columns=list(table.columns),
        rows=Rows(table.rows),
        row_count=len(table.rows),
        duration_s=table.duration_s,
        text_sha256=table.text_sha256,
        projection=ProjectionState(
            generation=table.generation,
            digest=table.digest,
            built_at=None if table.built_at is None else Moment(table.built_at),
        ),
        completeness=Completeness(table.reasons),
    )


def _refusal(error: InputError) -> Any:
    path = ["input", *map(str, error.argument)]
    if isinstance(error, QueryTooExpensive | LimitError):
        return LimitExceeded(
            message=str(error), code="LIMIT_EXCEEDED", path=path, limit=error.limit, maximum=error.maximum
        )
    return BadInput(message=str(error), code="BAD_INPUT", path=path)
