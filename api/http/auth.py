"""Authentication middleware: which Host and Origin a request may carry, who it is from, and whether they may."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import cookie_parser
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access.authentication import Authentication
from api.access.browsers import BrowserSessions
from api.access.caller import ASK, Caller, nobody
from api.access.rules import OPEN_POSTS, route_rule
from api.errors import Refusal
from api.http.login_pages import LANDINGS, notice
from api.http.metrics import Metrics
from api.oidc.config import oidc_config
from api.settings import Settings
from graph.errors import InputError
from graph.loopback import is_loopback
from graph.moment import now

# The cookie of a session. The prefix makes browsers refuse one that another host of the domain, or plain HTTP, sets.
SESSION = "__Host-remit"

# What pages of REMIT_ORIGINS may ask, and with what; credentials of the browser (cookies) are never among it.
SHARED_PATHS = ("/graphql", "/schema.graphql")
_PREFLIGHT = {
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": "Authorization, Content-Type",
    "access-control-max-age": "600",
}


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """The names by which this server may be called.

    A page elsewhere can make its own name lead here, but not an address: so addresses pass, on a server that listens
    beyond this machine, and foreign names do not.
    """

    texts: frozenset[str]
    addresses: bool

    @classmethod
    def of(cls, host: str, more: Iterable[str]) -> AllowedHosts:
        own = {"localhost", *(name.lower() for name in more)}
        if is_loopback(host):
            return cls(frozenset(own | {"127.0.0.1", "::1", host.lower()}), False)
        return cls(frozenset(own | {host.lower(), socket.gethostname().lower()}), True)

    def has(self, authority: str) -> bool:
        """Whether a Host, with or without a port, names this server."""
        name = host_of(authority)
        if not self.addresses:
            return name in self.texts
        try:
            return bool(ipaddress.ip_address(name))
        except ValueError:
            return name in self.texts


def host_of(authority: str) -> str:
    """The host of `host:port`, lower-cased, without the brackets of an IPv6 address; empty for what is none."""
    if authority.startswith("["):
        name, end, port = authority[1:].partition("]")
        return name.lower() if end and (not port or port[1:].isdecimal()) else ""
    name, colon, port = authority.partition(":")
    return name.lower().removesuffix(".") if not colon or port.isdecimal() else ""


def own_host(settings: Settings) -> list[str]:
    """The host of REMIT_PUBLIC_URL, which clients may call this server by."""
    return [] if settings.public_url is None else [host_of(settings.public_url.partition("://")[2])]


def require_token(settings: Settings, host: str) -> None:
    """Raise InputError for a server that others could reach and that would ask nobody who they are, or not safely.

    One on this machine alone is reached by others too where a proxy gives it a name that leads elsewhere.
    """
    oidc = oidc_config(settings)
    names = [host, *(host_of(name) for name in settings.hosts), *own_host(settings)]
    elsewhere = next((name for name in names if name and not is_loopback(name)), None)
    if elsewhere is not None and settings.token is None and oidc is None:
        where = f"on {host}" if elsewhere == host else f"as {elsewhere} (REMIT_HOSTS, REMIT_PUBLIC_URL)"
        raise InputError(
            f"serving {where}, where others can reach it, needs a token: set REMIT_TOKEN (for one that nobody guesses: "
            "openssl rand -hex 32) or REMIT_OIDC_ISSUER, or serve on 127.0.0.1 under no other name"
        )
    if not is_loopback(host) and oidc is not None and oidc.client_id is not None and settings.public_url is None:
        raise InputError(
            "signing in by OpenID Connect needs REMIT_PUBLIC_URL, the https address of this server, such as "
            "https://remit.acme.example: the issuer sends people back to it"
        )


def token_advice(settings: Settings) -> list[str]:
    """What should be set where API tokens have a scope, and who leaves theirs away sees everything."""
    if settings.token is not None or settings.oidc_issuer is not None or settings.store.startswith("memory:"):
        return []
    names = [token.name for token in settings.token_file().tokens() if token.scope and token.state(now()) == "active"]
    if not names:
        return []
    return [
        f"whoever sends no token sees everything, also who holds a token with a scope ({', '.join(names)}): set REMIT_TOKEN"
    ]


class AuthMiddleware:
    """Refuses a request for another host (421), from another origin (403), without a token (401) or a right (403).

    Those that pass carry their Caller in `scope["state"]["caller"]`. Pages of REMIT_ORIGINS may ask too, at SHARED_PATHS:
    `scope["state"]["headers"]` holds what lets their browsers show them the answer, or the refusal.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        settings: Settings,
        names: AllowedHosts,
        authentication: Authentication,
        browsers: BrowserSessions,
        metrics: Metrics,
    ) -> None:
        self._app, self._names, self._metrics = app, names, metrics
        self._authentication, self._browsers = authentication, browsers
        self._origins, self._own_origin = frozenset(settings.origins), settings.public_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            try:
                state, origin = scope.setdefault("state", {}), self._shared_origin(scope)
                state["is_session"] = False
                state["headers"] = [(b"vary", b"Origin")] if self._origins else []
                self._check(scope, origin)
                if origin is not None:
                    state["headers"].append((b"access-control-allow-origin", origin.encode()))
                    if scope["method"] == "OPTIONS" and _all(scope, b"access-control-request-method"):
                        # A browser asks this before it sends a token.
                        await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, send)
                        return
                state["caller"] = caller = await self._caller(scope, is_elsewhere=origin is not None)
                state.setdefault("audit", {})["caller"] = caller.name
                rule = route_rule(scope["path"])
                if not rule.allows(caller):
                    raise Refusal(403, "FORBIDDEN", f"this needs the right {rule}, which {caller.name} does not have")
            except Refusal as refusal:
                self._metrics.rejected.labels(refusal.code).inc()
                if refusal.status == 401 and _is_page(scope):
                    await _sign_in_page(scope["path"], refusal)(scope, receive, send)
                    return
                raise
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await self._app(scope, receive, send)

    async def _caller(self, scope: Scope, is_elsewhere: bool) -> Caller:
        """Whom the request is from; `is_elsewhere`: the page that asks is of another origin."""
        if route_rule(scope["path"]).is_open and scope["method"] == "GET":
            return nobody()
        if scope["path"] in OPEN_POSTS and scope["method"] == "POST":
            self._require_own_page(scope)
            return nobody()
        tokens = _all(scope, b"authorization")
        if not tokens and not is_elsewhere and (session_id := _session_id(scope)):
            caller = await self._browsers.caller_of(session_id)
            if caller is not None:
                self._require_own_page(scope)
                scope["state"]["is_session"] = True
                return caller
        caller = await self._authentication.caller_of(tokens)
        # Reaching this machine makes nobody's page an architect.
        return nobody(caller.rights & {ASK}) if is_elsewhere and not tokens else caller

    def _require_own_page(self, scope: Scope) -> None:
        """Raise Refusal (403) unless a page of this server asks: a browser sends a cookie along for whoever makes it ask."""
        if scope["method"] in ("GET", "HEAD"):
            own = _all(scope, b"sec-fetch-site") == ["same-origin"]
            if not own and scope["path"] not in LANDINGS:
                raise Refusal(403, "WRONG_ORIGIN", "with a session only pages of this server ask here; use a token")
            return
        origins = _all(scope, b"origin")
        if len(origins) != 1 or self._own_origin not in (None, origins[0]):
            raise Refusal(403, "WRONG_ORIGIN", "with a session only pages of this server ask here; use a token")
        media = "".join(_all(scope, b"content-type")).partition(";")[0].strip().lower()
        if media != "application/json" and scope["path"] != "/login/token":
            detail = "with a session requests are `Content-Type: application/json`; use a token for others"
            raise Refusal(415, "WRONG_MEDIA_TYPE", detail)

    def _shared_origin(self, scope: Scope) -> str | None:
        """The origin of a page elsewhere that may ask here; None for every other request."""
        origins = _all(scope, b"origin")
        known = len(origins) == 1 and origins[0] in self._origins and scope["path"] in SHARED_PATHS
        return origins[0] if known else None

    def _check(self, scope: Scope, shared_origin: str | None) -> None:
        if _all(scope, b"transfer-encoding") and (_all(scope, b"content-length") or scope["http_version"] != "1.1"):
            # A proxy that believes the length takes for another request what we read as the end of this one.
            detail = "a body has a Content-Length or, in HTTP/1.1, a Transfer-Encoding, not both"
            raise Refusal(400, "BAD_REQUEST", detail, {"connection": "close"})
        hosts = _all(scope, b"host")
        if len(hosts) != 1 or not self._names.has(hosts[0]):
            raise Refusal(421, "WRONG_HOST", "this server does not answer to that Host; REMIT_HOSTS adds names")
        if shared_origin is not None:
            return
        for origin in _all(scope, b"origin"):
            if origin.partition("://")[2] != hosts[0] or not origin.startswith(("http://", "https://")):
                raise Refusal(
                    403, "WRONG_ORIGIN", "pages of other origins may not ask here; REMIT_ORIGINS lists those that may"
                )
        if any(site not in ("same-origin", "none") for site in _all(scope, b"sec-fetch-site")) and not _is_navigation(
            scope
        ):
            raise Refusal(403, "WRONG_ORIGIN", "pages of other origins may not ask here")


def _is_navigation(scope: Scope) -> bool:
    """A person followed a link to here: nothing of the answer reaches the page that held the link."""
    return scope["method"] == "GET" and _all(scope, b"sec-fetch-mode") == ["navigate"]


def _is_page(scope: Scope) -> bool:
    """Whether a browser wants to show what comes: JSON would be no page."""
    accepts = ",".join(_all(scope, b"accept")).lower()
    return scope["method"] == "GET" and scope["path"] in LANDINGS and "text/html" in accepts


def _sign_in_page(path: str, refusal: Refusal) -> Response:
    """A page that leads to signing in, from our own origin: so a session comes along that a link from elsewhere lacked."""
    address = f"/login?{urlencode({'next': path})}"
    answer = notice(
        401,
        "Sign in",
        ["This page needs you to sign in."],
        links=[(address, "Sign in")],
        refresh=address,
        keeps_hash=True,
    )
    answer.headers.update(refusal.headers)
    return answer


def _session_id(scope: Scope) -> str:
    return cookie_parser("; ".join(_all(scope, b"cookie"))).get(SESSION, "")


def _all(scope: Scope, wanted: bytes) -> list[str]:
    return [text.decode("latin-1") for name, text in scope["headers"] if name == wanted]
