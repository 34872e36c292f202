"""Admission middleware: which requests of callers that authenticated are answered now, and which come again later."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from api.access.caller import Caller
from api.access.rules import route_rule
from api.errors import Refusal
from api.http.metrics import Metrics
from api.settings import Settings

# Answered whatever the load: who watches a server must not take one that is busy for one that is dead.
PROBES = ("/livez", "/readyz")
RETRY_S = 1
# Not counted against a caller: what is scraped, and spans, which have a limit of their own.
UNCOUNTED = ("/metrics", "/v1/traces")
PER_MINUTE = 6_000
# Callers whose requests are counted; beyond it those are forgotten who asked longest ago.
MAX_SHARES = 10_000


class AdmissionMiddleware:
    """Refuses what comes on more connections than one process can serve (503), and what a caller asks too often (429).

    Both say when to come again (Retry-After); probes are excepted.
    """

    def __init__(self, app: ASGIApp, *, settings: Settings, metrics: Metrics) -> None:
        self._app, self._metrics, self._rates = app, metrics, CallerRates(requests_per_minute(settings))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not route_rule(scope["path"]).is_open:
            try:
                self._admit(scope)
            except Refusal as refusal:
                self._metrics.rejected.labels(refusal.code).inc()
                raise
        await self._app(scope, receive, send)

    def _admit(self, scope: Scope) -> None:
        state = scope["state"]
        # Requests of tests come on no connection.
        connection = state.get("connection")
        has_room = connection is None or connection.authenticate()
        if scope["path"] in PROBES:
            return
        if not has_room:
            raise busy("too many connections are open; try again in a moment")
        if scope["path"] in UNCOUNTED:
            return
        wait_s = self._rates.take(share_of(state["caller"], (scope.get("client") or ("",))[0]))
        if wait_s:
            detail = (
                f"more than {self._rates.per_minute:,} requests a minute; REMIT_RATE_LIMIT sets how many there may be"
            )
            raise Refusal(429, "RATE_LIMITED", detail, {"retry-after": str(math.ceil(wait_s))})


class CallerRates:
    """How many requests each caller has left of those of a minute; all of a minute may come at once."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """`per_minute`: 0 for no limit."""
        self.per_minute, self._clock = per_minute, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, share: str) -> float:
        """Count one request; 0, or how many seconds later there is room for it."""
        if not self.per_minute:
            return 0.0
        now_s, per_s = self._clock(), self.per_minute / 60
        left, filled_at = self._left.pop(share, (float(self.per_minute), now_s))
        left = min(self.per_minute, left + (now_s - filled_at) * per_s)
        wait_s = max(0.0, (1 - left) / per_s)
        self._left[share] = (left if wait_s else left - 1, now_s)
        if len(self._left) > MAX_SHARES:
            # Who asked longest ago has most left, or all.
            self._left.popitem(last=False)
        return wait_s


def requests_per_minute(settings: Settings) -> int:
    """The limit in force: what is set, else 6000, and none on a machine of one's own, where no token is set."""
    if settings.rate_limit is not None:
        return settings.rate_limit
    tokens = (settings.token, settings.load_token, settings.architect_token, settings.oidc_issuer)
    return PER_MINUTE if any(tokens) else 0


def share_of(caller: Caller, host: str) -> str:
    """With whom a request shares limits: a caller who is somebody has a share of their own wherever they are.

    A token of the settings is many people's, and so is none: there it is their address too.
    """
    return f"{caller.name} {host}" if caller.method in ("none", "setting") else caller.name


def busy(detail: str, retry_s: int = RETRY_S) -> Refusal:
    """The refusal of a request that this server could answer a little later."""
    return Refusal(503, "BUSY", detail, {"retry-after": str(retry_s), "connection": "close"})
