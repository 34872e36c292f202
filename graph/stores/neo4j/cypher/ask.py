"""Execution of a person's Cypher statement: checked, explained, run read-only, rolled back.

Seven safeguards, one after the other: a check of the text (statement_check.py), a check of the plan, an explicit
transaction (in which CALL { } IN TRANSACTIONS does not run), read access mode (in which the server refuses to write), a
timeout that the server enforces, bounds that hold where it does not (bounds.py), and a rollback in any case. The statement
that runs is the one that was explained, byte for byte, with the same parameters.

Claim pages (RemitPage and others) may be read too: they hold no secrets, and their content is compressed.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from neo4j import Result, Session
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import InputError, StoreError
from graph.reason import Reason
from graph.stores.graph_store import (
    PUBLISHING,
    ROW_LIMIT,
    SIZE_LIMIT,
    QueryLimits,
    QueryRejected,
    QueryResult,
    QueryTooExpensive,
)
from graph.stores.neo4j.connection import Neo4jConnection, translated_errors
from graph.stores.neo4j.cypher import bounds
from graph.stores.neo4j.cypher.allowlist import OPERATORS
from graph.stores.neo4j.cypher.bounds import Bounds, bounded, refuse_while_ending, terminate
from graph.stores.neo4j.cypher.json_values import JsonWriter, ResultTooLarge
from graph.stores.neo4j.cypher.statement_check import check_ranges, check_text

_EXPLAIN = "EXPLAIN "
# The timeout of planning, whatever that of the statement.
_PLAN_S = 10.0
# Bytes that a server sends beside the rows: plans, columns, how values are framed.
_ROOM = 2**20
# Rows fetched at once: each may be large.
_AT_ONCE = 100
_STATE = """
MATCH (p:RemitProjection {name: 'projection'}) RETURN p.edition, p.generation, p.digest, p.built_at, p.publishing
"""

_POSITION = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")
_NOT_OURS = ("Neo.ClientError.Security.", "Neo.ClientError.Database.", "Neo.ClientError.Cluster.")


@dataclass(frozen=True, slots=True)
class _State:
    """The marker of the projection at one moment."""

    edition: int | None = None
    generation: int | None = None
    digest: str | None = None
    built_at: int | None = None
    publishing: object = None


def ask(connection: Neo4jConnection, text: str, parameters: Mapping[str, Any], limits: QueryLimits) -> QueryResult:
    """The result of one statement, within `limits`. `parameters` are JSON values by name, without `$`.

    Needs three short transactions beside the statement's own. Raises QueryRejected for a statement that does more than
    read, QueryTooExpensive for one that exceeds a limit, InputError for one that the server cannot parse, StoreError if
    the server does not answer.
    """
    check_text(text)
    check_ranges(text, parameters)
    refuse_while_ending(connection)
    began = time.perf_counter()
    with _session(connection, limits) as session:
        with _explained(limits, len(_EXPLAIN)):
            _explain(session, text, parameters, limits)
        before = _state(session)
        with _explained(limits, 0):
            columns, rows, reasons = _run(connection, session, text, parameters, limits)
        after = _state(session)
    if before != after or after.publishing is not None:
        reasons.append(
            Reason(
                PUBLISHING,
                "the projection was rewritten meanwhile: rows of two generations may be mixed; ask again",
            )
        )
    return QueryResult(
        columns=columns,
        rows=tuple(rows),
        reasons=tuple(reasons),
        duration_s=time.perf_counter() - began,
        text_sha256=sha256(text.encode()).hexdigest(),
        generation=after.generation,
        digest=after.digest,
        built_at=after.built_at,
    )


@contextmanager
def _session(connection: Neo4jConnection, limits: QueryLimits) -> Iterator[Session]:
    """A read-only session, whose driver errors are raised as StoreError."""
    fetch = min(limits.rows + 1, _AT_ONCE)
    with translated_errors(connection.location), connection.session(write=False, fetch_size=fetch) as session:
        yield session


def _explain(session: Session, text: str, parameters: Mapping[str, Any], limits: QueryLimits) -> None:
    """Check the plan of a statement without running it."""
    seconds = min(limits.timeout_s, _PLAN_S)
    with (
        session.begin_transaction(timeout=seconds) as transaction,
        bounded(transaction, _PLAN_S + bounds.GRACE_S, _ROOM) as reached,
    ):
        with _waiting(reached, _PLAN_S):
            summary = transaction.run(_EXPLAIN + text, dict(parameters)).consume()
        transaction.rollback()
    check_plan(summary.query_type, summary.plan)


def _state(session: Session) -> _State:
    with session.begin_transaction(timeout=_PLAN_S) as transaction:
        rows = [tuple(record) for record in transaction.run(_STATE)]
        transaction.rollback()
    return _State(*rows[0]) if rows else _State()


def _run(
    connection: Neo4jConnection, session: Session, text: str, parameters: Mapping[str, Any], limits: QueryLimits
) -> tuple[tuple[str, ...], list[tuple[Any, ...]], list[Reason]]:
    """Columns, rows, and the reasons for missing rows, of a checked statement."""
    digest, run = sha256(text.encode()).hexdigest(), uuid.uuid4().hex
    named = {"app": "remit", "statement": digest, "run": run}
    answer = _PartialResult((), [], [])
    try:
        with (
            session.begin_transaction(timeout=limits.timeout_s, metadata=named) as transaction,
            bounded(transaction, limits.timeout_s + bounds.GRACE_S, limits.size + _ROOM) as reached,
            _waiting(reached, limits.timeout_s),
        ):
            result = transaction.run(text, dict(parameters))
            answer.columns = tuple(result.keys())
            _fetch(result, limits, answer)
            # Rows that were not fetched are not computed either.
            summary = result.consume()
            transaction.rollback()
    except _SizeReached:
        # Rows that nobody fetches any more may be what was too much.
        answer.reasons = answer.reasons or [_size_reason(len(answer.rows), limits)]
        return answer.columns, answer.rows, answer.reasons
    except QueryTooExpensive:
        terminate(connection, run)
        raise
    if summary.query_type != READS or summary.counters.contains_updates or summary.counters.contains_system_updates:
        raise StoreError(
            f"the server ran statement {digest[:12]} as {summary.query_type!r}, other than it explained; it was rolled back"
        )
    return answer.columns, answer.rows, answer.reasons


@dataclass(slots=True)
class _PartialResult:
    """What has come of an answer so far."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    reasons: list[Reason]


class _SizeReached(Exception):
    """More came than may be held."""


@contextmanager
def _waiting(reached: Bounds, seconds: float) -> Iterator[None]:
    """What breaks a connection at a bound, as _SizeReached or as QueryTooExpensive."""
    try:
        yield
    except (DriverError, OSError) as error:
        if reached.is_full:
            raise _SizeReached from error
        if reached.is_late:
            raise _too_slow(seconds) from error
        raise


def _fetch(result: Result, limits: QueryLimits, answer: _PartialResult) -> None:
    """Add rows to an answer until one is beyond a limit, and why."""
    writer, rows = JsonWriter(limits.cells, limits.size), answer.rows
    for record in result:
        if len(rows) == limits.rows:
            answer.reasons.append(Reason(ROW_LIMIT, f"there are more than the {limits.rows} rows of the limit"))
            return
        try:
            rows.append(tuple(writer.write(value) for value in record.values()))
        except ResultTooLarge:
            answer.reasons.append(_size_reason(len(rows), limits))
            return


def _size_reason(rows: int, limits: QueryLimits) -> Reason:
    return Reason(
        SIZE_LIMIT, f"row {rows + 1} would make the answer larger than {limits.cells} values or {limits.size} bytes"
    )


def _too_slow(seconds: float) -> QueryTooExpensive:
    return QueryTooExpensive(
        f"the statement took longer than {seconds:g} s and was ended; narrow it (a label, an indexed property, fewer hops) "
        "or give it more time",
        "timeout",
        max(1, int(seconds)),
    )


@contextmanager
def _explained(limits: QueryLimits, prefix: int) -> Iterator[None]:
    """Errors of the server as errors of the input; `prefix` characters preceded the statement."""
    try:
        yield
    except Neo4jError as error:
        code = error.code or ""
        if ".TransactionTimedOut" in code or code.endswith(".Transaction.Terminated"):
            raise _too_slow(limits.timeout_s) from error
        if "OutOfMemory" in code:
            raise QueryTooExpensive(
                "the statement needed more memory than the server gives it; narrow it, or aggregate less at once",
                "memory",
                0,
            ) from error
        if code.endswith(".Statement.AccessMode"):
            raise QueryRejected("this statement does more than read: the server refused to let it write") from error
        if code.startswith("Neo.ClientError.") and not code.startswith(_NOT_OURS):
            raise InputError(f"Neo4j: {_complaint(error, prefix)}") from error
        raise


def _complaint(error: Neo4jError, prefix: int) -> str:
    """The first line of the server's message, with line and column counted in the statement as it was written."""

    def shifted(position: re.Match[str]) -> str:
        line, column = int(position[1]), int(position[2])
        return f"(line {line}, column {max(1, column - prefix) if line == 1 else column})"

    lines = str(error.message or error.code).strip().splitlines()
    return _POSITION.sub(shifted, lines[0])


READS = "r"

# What operators do, by the beginning of their names; the first match counts.
_MEANINGS = {
    "LoadCSV": "reads files and addresses of the server's network",
    "ProcedureCall": "calls a procedure",
    "Transaction": "opens transactions of its own",
    "AdministrationCommand": "is administration",
    "Show": "is administration",
    "Terminate": "is administration",
}
_TYPES = {"w": "it writes", "rw": "it writes", "s": "it is administration or changes the schema"}


def check_plan(query_type: str | None, plan: Mapping[str, Any] | None) -> None:
    """Pass a statement whose type is "r" and whose plan holds known operators alone, of one database.

    Raises QueryRejected, which names the first other operator.
    """
    if plan is None:
        raise QueryRejected("the server gave no plan of this statement, so it cannot be checked")
    databases = set()
    for name in _operators(plan):
        operator, _, database = name.replace(" ", "").partition("@")
        databases.add(database)
        if operator not in OPERATORS:
            raise QueryRejected(_refusal(operator, query_type))
    if query_type != READS:
        meaning = _TYPES.get(str(query_type), f"the server calls it {query_type!r}")
        raise QueryRejected(f"this statement does more than read: {meaning}")
    if len(databases) != 1:
        raise QueryRejected("this statement reaches several databases")


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    waiting = [plan]
    while waiting:
        step = waiting.pop()
        yield str(step.get("operatorType"))
        waiting.extend(step.get("children", ()))


def _refusal(operator: str, query_type: str | None) -> str:
    meaning = next((text for prefix, text in _MEANINGS.items() if operator.startswith(prefix)), None)
    if meaning is None:
        meaning = "writes" if query_type in ("w", "rw") else "is not known to only read"
    return f"this statement does more than read: its plan has {operator}, which {meaning}"
