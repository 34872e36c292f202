"""Error responses: one table from the error tree to an HTTP status and a code, written as RFC 9457 has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.responses import Response

from api.access.audit_log import AuditError
from graph.errors import (
    AmbiguousName,
    ConflictError,
    FetchError,
    InputError,
    LeaseHeld,
    ObservationTooOld,
    RecordError,
    RemitError,
    SnapshotError,
    StoreError,
    SystemFailure,
    UnknownName,
)

# The nearest class of an error's line of descent counts.
STATUSES: dict[type[RemitError], tuple[int, str]] = {
    UnknownName: (404, "NOT_FOUND"),
    AmbiguousName: (409, "AMBIGUOUS_NAME"),
    ObservationTooOld: (409, "OBSERVATION_TOO_OLD"),
    ConflictError: (422, "CONFLICT"),
    RecordError: (422, "BAD_RECORD"),
    InputError: (400, "BAD_INPUT"),
    LeaseHeld: (409, "LEASE_HELD"),
    StoreError: (503, "STORE_FAILED"),
    SnapshotError: (503, "NO_SNAPSHOT"),
    FetchError: (502, "FETCH_FAILED"),
    AuditError: (503, "AUDIT_FAILED"),
    SystemFailure: (503, "SYSTEM_FAILED"),
    RemitError: (500, "FAILED"),
}


class Refusal(Exception):
    """A request that is refused before it reaches the graph. `status` of HTTP, a code for machines, a text for people."""

    def __init__(self, status: int, code: str, detail: str, headers: Mapping[str, str] | None = None) -> None:
        self.status, self.code, self.detail, self.headers = status, code, detail, dict(headers or {})
        super().__init__(detail)


def problem(
    status: int, code: str, detail: str, request_id: str = "", graphql: bool = False, **more: object
) -> Response:
    """An answer as RFC 9457 has it; fields that say nothing are left out.

    `graphql`: with the member `errors` too, so that a GraphQL client shows what it shows of every other error.
    """
    body = {"type": "about:blank", "status": status, "code": code, "detail": detail, **more, "requestId": request_id}
    if graphql:
        body["errors"] = [{"message": detail, "extensions": {"code": code, "requestId": request_id}}]
    fields = {name: value for name, value in body.items() if value not in ("", None, 0)}
    return Response(orjson.dumps(fields), status, media_type="application/problem+json")


def problem_of(error: RemitError | Refusal, request_id: str = "", graphql: bool = False) -> Response:
    """What an error that was raised on purpose says over HTTP, or to a GraphQL client; nothing of how it came about."""
    if isinstance(error, Refusal):
        answer = problem(error.status, error.code, error.detail, request_id, graphql)
        answer.headers.update(error.headers)
        return answer
    status, code = next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)
    more: dict[str, Any] = {}
    if isinstance(error, RecordError):
        more = {"file": error.file, "line": error.line, "field": error.field, "remedy": error.remedy}
        return problem(status, code, error.problem, request_id, graphql, **more)
    if isinstance(error, UnknownName) and error.suggestions:
        more = {"candidates": list(error.suggestions)}
    if isinstance(error, AmbiguousName):
        more = {"candidates": list(error.candidates)}
    return problem(status, code, str(error), request_id, graphql, **more)
