"""GraphQL over HTTP: which requests are taken, and which status each outcome has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from graphql import GraphQLError, GraphQLSyntaxError
from starlette.requests import Request
from starlette.responses import Response
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from api.access.audit_log import AuditError
from api.access.caller import Caller
from api.errors import Refusal
from api.gql.documents import ANY, MAX_ID_LENGTH, NOT_LISTED, DocumentRefused, TrustedDocuments
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
# What changes something comes by POST alone: no link and no picture of another page can make a browser send it.
_OPERATIONS = {"GET": (OperationType.QUERY,), "POST": (OperationType.QUERY, OperationType.MUTATION)}


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """A request that is well formed. `query`: the document; empty until it is selected by its `ids`."""

    query: str
    ids: tuple[str, ...]
    variables: dict[str, Any] | None
    operation: str | None
    method: str = "POST"


class Router:
    """The one address of GraphQL: POST or GET, one operation each."""

    def __init__(self, server: Server, schema: Schema, documents: TrustedDocuments) -> None:
        self._server, self._schema, self._schema_answers = server, schema, SchemaAnswers()
        self._documents = documents

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
        parsed = replace(parsed, method=request.method)
        facts: dict[str, Any] = request.state.audit
        try:
            parsed = self._select(parsed, request.state.caller, facts)
        except DocumentRefused as error:
            await self._record_refusal(request, error)
            refusal = {"message": str(error), "extensions": {"code": error.code}}
            return _write(error.status if media == MODERN else 200, media, {"errors": [refusal]})
        pinned = await self._server.pin_for(request.state.caller)
        session = Session(
            self._server,
            pinned,
            pinned.recent_moment(now()),
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

    def _select(self, request: GraphQLRequest, caller: Caller, facts: dict[str, Any]) -> GraphQLRequest:
        """The request with the text of its document; raises DocumentRefused."""
        text, is_listed = self._documents.select(request.query or None, request.ids, caller)
        if self._documents.mode != ANY:
            facts["document"] = "listed" if is_listed else "unlisted"
            self._server.metrics.documents.labels(facts["document"]).inc()
        return replace(request, query=text)

    async def _record_refusal(self, request: Request, error: DocumentRefused) -> None:
        """Record in the audit who asked a document that is not listed: a client that is old, or one that tries what it can."""
        if error.code != NOT_LISTED:
            return
        self._server.metrics.documents.labels("refused").inc()
        request.state.audit["document"] = "refused"
        caller, client = request.state.caller, request.client
        event = {
            "kind": "refusal",
            "name": "document",
            "outcome": error.code,
            "caller": caller.name,
            "method": caller.method,
            "client": client.host if client else None,
            "request_id": request.state.request_id,
            "asked": self._server.trail.redact(error.document),
        }
        await self._write_events([event], request.state.request_id)

    async def _write_events(self, events: list[dict[str, Any]], request_id: str) -> AuditError | None:
        """Record events; what was in the way is logged, counted and returned."""
        try:
            await self._server.trail.write(events)
        except AuditError as error:
            self._server.metrics.unrecorded.inc()
            self._server.log.error("not recorded", request_id=request_id, problem=str(error))
            return error
        return None

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
        failure = await self._write_events(events, session.request_id)
        if failure is not None and any(record.must_be_recorded for record in session.records.values()):
            raise failure

    async def _execute(self, request: GraphQLRequest, session: Session) -> ExecutionResult:
        try:
            result = await self._schema.execute(
                request.query,
                variable_values=request.variables,
                operation_name=request.operation,
                context_value=session,
                allowed_operation_types=_OPERATIONS[request.method],
            )
        except (CannotGetOperationTypeError, InvalidOperationTypeError) as error:
            why = (
                error.as_http_error_reason(request.method)
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
    ids = _read_ids(payload)
    if query is None and ids:
        query = ""
    elif not isinstance(query, str) or not query.strip():
        raise Malformed(422, "BAD_REQUEST", "`query` is a text, the document; or `documentId` names it.")
    if variables is not None and not isinstance(variables, dict):
        raise Malformed(422, "BAD_REQUEST", "`variables` is an object or null.")
    if operation is not None and not isinstance(operation, str):
        raise Malformed(422, "BAD_REQUEST", "`operationName` is a text or null.")
    return GraphQLRequest(query, ids, variables, operation or None)


def _read_ids(payload: Mapping[str, Any]) -> tuple[str, ...]:
    """All ids by which a request names its document: as the draft of GraphQL over HTTP has it, and as Apollo's clients do."""
    extensions = payload.get("extensions")
    if not isinstance(extensions, dict | None):
        raise Malformed(422, "BAD_REQUEST", "`extensions` is an object or null.")
    persisted = (extensions or {}).get("persistedQuery")
    if not isinstance(persisted, dict | None):
        raise Malformed(422, "BAD_REQUEST", "`persistedQuery` is an object with `sha256Hash`, or null.")
    named = {"documentId": payload.get("documentId"), "id": payload.get("id")}
    if persisted is not None:
        named["sha256Hash"] = persisted.get("sha256Hash", 0)
    for name, document_id in named.items():
        if document_id is not None and not (isinstance(document_id, str) and 0 < len(document_id) <= MAX_ID_LENGTH):
            raise Malformed(422, "BAD_REQUEST", f"`{name}` is a text of 1 to {MAX_ID_LENGTH} characters.")
    return tuple(document_id for document_id in named.values() if document_id is not None)


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
