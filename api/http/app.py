"""The ASGI application: which part answers which address, and the middleware before them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from structlog.typing import FilteringBoundLogger

from api.access.audit_trail import AuditTrail
from api.access.rules import ROUTE_RULES
from api.access.seal import open_seal
from api.errors import problem
from api.gql.documents import read_documents
from api.gql.router import Router
from api.gql.schema import build_schema, write_sdl
from api.http.admission import AdmissionMiddleware
from api.http.audit import AuditMiddleware, open_log
from api.http.auth import AllowedHosts, AuthMiddleware, own_host
from api.http.connections import TABLE, ConnectionTable
from api.http.identity import build_identity
from api.http.lifespan import Server, SnapshotHolder
from api.http.metrics import Metrics
from api.http.preparation import prepare
from api.http.rest import Rest
from api.http.telemetry import Telemetry
from api.settings import Settings

_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def create_app(
    settings: Settings,
    host: str = "127.0.0.1",
    log: FilteringBoundLogger | None = None,
    *,
    owns_process: bool = False,
) -> FastAPI:
    """The ASGI application for a server that listens on a host; opens nothing before its lifespan begins.

    `owns_process`: its process does nothing else, so that the lifespan may prepare all of it before it accepts anything.
    """
    metrics, log, schema = Metrics(), log or open_log(), build_schema()
    server = Server(
        holder := SnapshotHolder(settings),
        metrics,
        log,
        AuditTrail(holder.settings),
        open_seal(holder.settings, "cursors"),
    )
    telemetry, identity = Telemetry(server), build_identity(settings, log, server.trail)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[dict[str, object]]:
        with closing(identity):
            if owns_process:
                await prepare(server, schema)
            async with server.running(), telemetry.running():
                yield {TABLE: ConnectionTable()}

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan, redirect_slashes=False)
    app.router.routes.extend(Rest(server, write_sdl(schema)).routes())
    app.router.routes.extend(identity.login.routes())
    app.add_route("/v1/traces", telemetry.traces, methods=["POST"])
    app.add_route("/graphql", Router(server, schema, read_documents(settings)).answer, methods=_METHODS)
    app.add_exception_handler(HTTPException, _unrouted)
    unruled = {route.path for route in app.routes if isinstance(route, Route)} - ROUTE_RULES.keys()
    assert not unruled, f"api/access/rules.py has no rule for {', '.join(sorted(unruled))}"
    # The last one added is the first that a request passes.
    app.add_middleware(AdmissionMiddleware, settings=settings, metrics=metrics)
    app.add_middleware(
        AuthMiddleware,
        settings=settings,
        names=AllowedHosts.of(host, [*settings.hosts, *own_host(settings)]),
        authentication=identity.authentication,
        browsers=identity.browsers,
        metrics=metrics,
    )
    app.add_middleware(AuditMiddleware, metrics=metrics, log=log, trail=server.trail)
    app.state.server = server
    return app


async def _unrouted(request: Request, error: Exception) -> Response:
    """What the router itself refuses: an unknown address (404), a method an address does not take (405)."""
    assert isinstance(error, HTTPException)
    code = {404: "NO_SUCH_ADDRESS", 405: "METHOD_NOT_ALLOWED"}.get(error.status_code, "REFUSED")
    answer = problem(error.status_code, code, str(error.detail), request.state.request_id)
    answer.headers.update(error.headers or {})
    return answer
