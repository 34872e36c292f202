"""GraphQL over HTTP: which requests are taken, and which status each outcome has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import GraphQLError, GraphQLSyntaxError
from starlette.requests import Request
from starlette.responses import Response
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from api.access.audit_log import AuditError
from api.errors import Refusal
from api.gql.introspection import SchemaAnswers
from api.gql.limits import MAX_ERRORS, MAX_TOKENS
from api.gql.schema import MASKED, Schema, is_masked
from api.http.body import read_body, require_type
from api.http.lifespan import Server, Session
from graph.moment import now

MAX_BODY_BYTES = 64 * 1024

MODERN = "application/graphql-response+json"
LEGACY = "application/json"

_TOO_MANY_TOKENS = f"more than {MAX_TOKENS} tokens"
_OPERATIONS = (OperationType.QUERY,)


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """A request that is well formed."""

    query: str
    variables: dict[str, Any] | None
    operation: str | None


class Router:
    """The one address of GraphQL: POST or GET, one operation each."""

    def __init__(self, server: Server, schema: Schema) -> None:
        self._server, self._schema, self._schema_answers = server, schema, SchemaAnswers()

    async def answer(self, request: Request) -> Response:
        """Answer one request; raises Refusal for one that is none (405, 406, 408, 413, 415) and SnapshotError (503)."""
        if request.method not in ("GET", "POST"):
            raise Refusal(405, "METHOD_NOT_ALLOWED", "ask with GET or POST", {"allow": "GET, POST"})
        media = negotiate(request.headers.getlist("accept"))
        raw = b""
        if request.method == "POST":
            require_type(request, LEGACY)
            raw = await read_body(request, MAX_BODY_BYTES)
        try:
            parsed = read_request(raw) if request.method == "POST" else read_query(request.query_params)
        except Malformed as error:
            return _write(
                error.status, media, {"errors": [{"message": str(error), "extensions": {"code": error.code}}]}
            )
        facts: dict[str, Any] = request.state.audit
        pinned = await self._server.pin_for(request.state.caller)
        session = Session(
            self._server,
            pinned,
            now(),
            request.state.request_id,
            operation=parsed.operation,
            facts=facts,
            caller=request.state.caller,
            client=request.client.host if request.client else None,
        )
        facts["generation"] = pinned.snapshot.generation
        answer = self._schema_answers.find(parsed.query, parsed.operation, parsed.variables)
        if answer is None:
            answer = await self._server.operations.run(lambda: self._answer(parsed, session), session.share)
            await self._record(session, len(answer[1]))
        status, body = answer
        return _respond(status if media == MODERN else 200, media, body)

    async def _answer(self, request: GraphQLRequest, session: Session) -> tuple[int, bytes]:
        """The status and the body of one operation, from the text of the document to that of the answer."""
        result = await self._execute(request, session)
        errors = [self._shown(error, session.request_id) for error in result.errors or ()][:MAX_ERRORS]
        body: dict[str, Any] = {}
        if errors:
            body["errors"] = errors
            session.facts["errors"] = len(result.errors or ())
        if _was_executed(result):
            body["data"] = result.data
        answer = _status(result), orjson.dumps(body)
        self._schema_answers.keep(request.query, request.operation, request.variables, answer)
        return answer

    async def _record(self, session: Session, size: int) -> None:
        """Record each root field in the audit; raises AuditError where one of them must not be answered unrecorded."""
        snapshot = session.pinned.snapshot
        shared = {
            "caller": session.caller.name,
            "method": session.caller.method,
            "client": session.client,
            "request_id": session.request_id,
            "generation": snapshot.generation,
            "digest": snapshot.digest[:16],
            "bytes": size,
        }
        events = [
            {
                "kind": "question",
                "name": record.name,
                "outcome": record.outcome,
                **shared,
                "rows": record.rows,
                "asked": record.arguments,
            }
            for record in session.records.values()
        ]
        try:
            await self._server.trail.write(events)
        except AuditError as error:
            self._server.metrics.unrecorded.inc()
            self._server.log.error("not recorded", request_id=session.request_id, problem=str(error))
            if any(record.must_be_recorded for record in session.records.values()):
                raise

    async def _execute(self, request: GraphQLRequest, session: Session) -> ExecutionResult:
        try:
            result = await self._schema.execute(
                request.query,
                variable_values=request.variables,
                operation_name=request.operation,
                context_value=session,
                allowed_operation_types=_OPERATIONS,
            )
        except (CannotGetOperationTypeError, InvalidOperationTypeError) as error:
            why = (
                error.as_http_error_reason("POST")
                if isinstance(error, InvalidOperationTypeError)
                else error.as_http_error_reason()
            )
            return ExecutionResult(data=None, errors=[GraphQLError(why)])
        assert isinstance(result, ExecutionResult)
        return result

    def _shown(self, error: GraphQLError, request_id: str) -> dict[str, Any]:
        """An error as a client sees it; what is ours is written down and masked."""
        formatted: dict[str, Any] = {**error.formatted}
        if is_masked(error):
            self._server.log.error(
                "field failed", request_id=request_id, path=error.path, exc_info=error.original_error
            )
            formatted["message"] = MASKED
            formatted["extensions"] = {"code": "INTERNAL", "requestId": request_id}
        formatted["extensions"] = {"code": _code(error), **formatted.get("extensions", {})}
        return formatted


def _code(error: GraphQLError) -> str:
    """The code of an error that names none itself."""
    if isinstance(error, GraphQLSyntaxError):
        # The parser itself stops at too many tokens, and says so in these words.
        return "TOO_LARGE" if _TOO_MANY_TOKENS in error.message else "GRAPHQL_PARSE_FAILED"
    return "BAD_INPUT" if error.path else "GRAPHQL_VALIDATION_FAILED"


class Malformed(Exception):
    """A body that is no GraphQL request: 400 for what is no JSON, 422 for JSON that asks nothing."""

    def __init__(self, status: int, code: str, message: str) -> None:
        self.status, self.code = status, code
        super().__init__(message)


def read_request(raw: bytes) -> GraphQLRequest:
    """The request in a body; raises Malformed."""
    try:
        payload = orjson.loads(raw)
    except orjson.JSONDecodeError:
        raise Malformed(400, "NOT_JSON", "The body is not JSON.") from None
    if not isinstance(payload, dict):
        raise Malformed(422, "BAD_REQUEST", "The body is a JSON object; batches are not taken.")
    return _checked_request(payload)


def read_query(parameters: Mapping[str, str]) -> GraphQLRequest:
    """The request in an address, `variables` and `extensions` being JSON; raises Malformed."""
    payload: dict[str, Any] = dict(parameters)
    if sum(len(value) for value in parameters.values()) > MAX_BODY_BYTES:
        raise Malformed(413, "TOO_LARGE", f"The parameters are larger than {MAX_BODY_BYTES} bytes; ask with POST.")
    for name in ("variables", "extensions"):
        try:
            payload[name] = orjson.loads(parameters[name]) if parameters.get(name) else None
        except orjson.JSONDecodeError:
            raise Malformed(400, "NOT_JSON", f"`{name}` is not JSON.") from None
    return _checked_request(payload)


def _checked_request(payload: dict[str, Any]) -> GraphQLRequest:
    query, variables, operation = payload.get("query"), payload.get("variables"), payload.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise Malformed(422, "BAD_REQUEST", "`query` is a text, the document.")
    if variables is not None and not isinstance(variables, dict):
        raise Malformed(422, "BAD_REQUEST", "`variables` is an object or null.")
    if operation is not None and not isinstance(operation, str):
        raise Malformed(422, "BAD_REQUEST", "`operationName` is a text or null.")
    if not isinstance(payload.get("extensions"), dict | None):
        raise Malformed(422, "BAD_REQUEST", "`extensions` is an object or null.")
    return GraphQLRequest(query, variables, operation or None)


def negotiate(accepts: Sequence[str]) -> str:
    """The media type to answer with; raises Refusal (406) where a client takes neither."""
    ranges: dict[str, float] = {}
    for part in ",".join(accepts).split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if media:
            ranges[media] = next((_quality(piece) for piece in parameters if piece.startswith("q=")), 1.0)
    if not ranges:
        return MODERN
    offers = {}
    for media in (MODERN, LEGACY):
        offers[media] = next((ranges[pattern] for pattern in (media, "application/*", "*/*") if pattern in ranges), 0.0)
    best = max(offers, key=lambda media: offers[media])
    if not offers[best]:
        raise Refusal(406, "NOT_ACCEPTABLE", f"answers here are {MODERN} or {LEGACY}")
    return best


def _quality(parameter: str) -> float:
    try:
        return float(parameter[2:])
    except ValueError:
        return 0.0


def _was_executed(result: ExecutionResult) -> bool:
    """Whether resolvers ran: without that there is no `data`, not even null."""
    return result.data is not None or any(error.path for error in result.errors or ())


def _status(result: ExecutionResult) -> int:
    if not result.errors:
        return 200
    if _was_executed(result):
        return 294
    return 400 if any(isinstance(error, GraphQLSyntaxError) for error in result.errors) else 422


def _write(status: int, media: str, body: dict[str, Any]) -> Response:
    return _respond(status, media, orjson.dumps(body))


def _respond(status: int, media: str, body: bytes) -> Response:
    answer = Response(body, status, media_type=f"{media}; charset=utf-8")
    answer.headers["vary"] = "Accept"
    return answer
