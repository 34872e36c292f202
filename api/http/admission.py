"""Admission middleware: which requests of callers that authenticated are answered now, and which come again later."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from api.access.rules import route_rule
from api.errors import Refusal
from api.http.metrics import Metrics

# Answered whatever the load: who watches a server must not take one that is busy for one that is dead.
PROBES = ("/livez", "/readyz")
RETRY_S = 1


class AdmissionMiddleware:
    """Refuses (503, with Retry-After) what comes on more connections than one process can serve, probes excepted."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # Requests of tests come on no connection.
        connection = scope.get("state", {}).get("connection")
        if connection is not None and not route_rule(scope["path"]).is_open:
            has_room = connection.authenticate()
            if not has_room and scope["path"] not in PROBES:
                self._metrics.rejected.labels("BUSY").inc()
                raise busy("too many connections are open; try again in a moment")
        await self._app(scope, receive, send)


def busy(detail: str, retry_s: int = RETRY_S) -> Refusal:
    """The refusal of a request that this server could answer a little later."""
    return Refusal(503, "BUSY", detail, {"retry-after": str(retry_s), "connection": "close"})
