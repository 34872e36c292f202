"""Audit middleware: one log line for every request, and the headers that every answer carries."""

from __future__ import annotations

import asyncio
import secrets
import sys
import time
from typing import Any, TextIO

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.typing import FilteringBoundLogger

from api.access.audit_log import AuditError
from api.access.audit_trail import AuditTrail
from api.errors import Refusal, problem, problem_of
from api.http.admission import busy
from api.http.metrics import Metrics
from api.tracing import request_span
from graph.errors import RemitError

# The page is one file of our own; nothing it shows may load, frame or send anything elsewhere.
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_HEADERS = [(name.encode(), text.encode()) for name, text in HEADERS.items()]

# What has a route of its own in metrics; a client may ask for anything.
ROUTES = (
    "/",
    "/login",
    "/login/token",
    "/login/callback",
    "/logout",
    "/session",
    "/graphiql",
    "/graphql",
    "/records",
    "/v1/traces",
    "/schema.graphql",
    "/livez",
    "/readyz",
    "/metrics",
)


def open_log(stream: TextIO | None = None) -> Any:
    """A log of JSON lines, one per request, on standard error."""
    return structlog.wrap_logger(
        structlog.PrintLogger(stream or sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
    )


class AuditMiddleware:
    """Outermost: names each request, times it, logs one line about it, and lets no exception out.

    Never logged: bodies, variables, headers. `scope["state"]["audit"]` takes what others have to add. A caller who is
    refused for want of a right is recorded in the audit.
    """

    def __init__(self, app: ASGIApp, *, metrics: Metrics, log: FilteringBoundLogger, trail: AuditTrail) -> None:
        self._app, self._metrics, self._log, self._trail = app, metrics, log, trail

    async def _record_refusal(self, scope: Scope, error: Exception) -> None:
        """Whoever is nobody (401) could fill the disk; whoever authenticated and tries what is not theirs is of interest."""
        caller, client = scope["state"].get("caller"), scope.get("client")
        if caller is None or not isinstance(error, Refusal) or error.code != "FORBIDDEN":
            return
        event = {
            "kind": "refusal",
            "name": scope["path"] if scope["path"] in ROUTES else "other",
            "outcome": "FORBIDDEN",
            "caller": caller.name,
            "method": caller.method,
            "client": client[0] if client else None,
            "request_id": scope["state"]["request_id"],
        }
        try:
            await self._trail.write([event])
        except AuditError as failure:
            self._metrics.unrecorded.inc()
            self._log.error("not recorded", request_id=event["request_id"], problem=str(failure))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = secrets.token_hex(8)
        facts: dict[str, Any] = {}
        scope.setdefault("state", {}).update(request_id=request_id, audit=facts)
        began, status = time.perf_counter(), 0

        async def dressed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                given = {name.lower() for name, _ in message.get("headers", ())}
                extra = [(name, text) for name, text in _HEADERS if name not in given]
                extra += [(b"x-request-id", request_id.encode()), *scope["state"].get("headers", ())]
                message = {**message, "headers": [*message.get("headers", ()), *extra]}
            await send(message)

        graphql = scope["path"] == "/graphql"
        route = scope["path"] if scope["path"] in ROUTES else "other"
        method = scope["method"] if scope["method"] in ("GET", "POST", "HEAD", "OPTIONS") else "OTHER"
        with (
            self._metrics.in_flight.track_inprogress(),
            request_span(route, method, scope["headers"], request_id) as span,
        ):
            if span.trace_id:
                facts["trace_id"] = span.trace_id
            try:
                await self._app(scope, receive, dressed)
            except (RemitError, Refusal) as error:
                if status:
                    raise
                facts["refused"] = str(error)
                await self._record_refusal(scope, error)
                await problem_of(error, request_id, graphql)(scope, receive, dressed)
            except asyncio.CancelledError:
                # The server ends, and this has had its time; nothing else cancels a request.
                if status:
                    raise
                facts["refused"] = "the server ended first"
                answer = problem_of(busy("this server is ending; ask again"), request_id, graphql)
                await answer(scope, receive, dressed)
            except Exception as error:
                self._log.error("failed", request_id=request_id, exc_info=error)
                if status:
                    raise
                detail = "something went wrong here; the log of the server knows what"
                answer = problem(500, "INTERNAL", detail, request_id, graphql)
                await answer(scope, receive, dressed)
            span.set({"http.response.status_code": status})
        self._tell(scope, route, method, status, time.perf_counter() - began)

    def _tell(self, scope: Scope, route: str, method: str, status: int, seconds: float) -> None:
        """Count a request that was answered, and log its line."""
        self._metrics.requests.labels(route, method, status).inc()
        self._metrics.duration.labels(route).observe(seconds)
        client = scope.get("client")
        self._log.info(
            "request",
            request_id=scope["state"]["request_id"],
            client=client[0] if client else None,
            method=method,
            path=route,
            status=status,
            ms=round(seconds * 1000, 1),
            **scope["state"]["audit"],
        )
