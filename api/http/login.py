"""Signing in and out: by the issuer or by a token, a session in a cookie that only our own pages send, and who one is."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import parse_qs, urlencode

import anyio.to_thread
import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.access.audit_trail import AuditTrail
from api.access.authentication import Authentication
from api.access.browsers import TOKEN_METHOD, BrowserSessions
from api.access.sessions import Login
from api.errors import Refusal
from api.http.admission import CallerRates
from api.http.auth import SESSION, host_of
from api.http.body import read_body, require_type
from api.http.login_pages import landing, notice, token_form
from api.oidc.config import OidcConfig
from api.oidc.login import PENDING_S, CodeFlow, PendingLogin
from api.oidc.people import METHOD, caller_of, name_of
from api.oidc.roles import read_groups
from graph.loopback import is_loopback

PENDING = f"{SESSION}-login"
_FORM = "application/x-www-form-urlencoded"
_MAX_FORM_BYTES, _MAX_FIELDS = 32 * 1024, 8
# Refused sign-ins of one address that the audit records; all are in the log of requests.
MAX_FAILURES_PER_MINUTE = 10
_AGAIN = (("/login", "Sign in again"), ("/login/token", "Sign in with a token"))


class LoginRoutes:
    """The addresses of signing in and out. `flow` is None where there is no issuer to sign in at."""

    def __init__(
        self,
        authentication: Authentication,
        browsers: BrowserSessions,
        public_url: str | None,
        oidc: tuple[OidcConfig, CodeFlow] | None,
        trail: AuditTrail,
    ) -> None:
        self._authentication, self._browsers = authentication, browsers
        self._trail, self._failures = trail, CallerRates(MAX_FAILURES_PER_MINUTE)
        self._public_url, self._oidc = public_url, oidc

    def routes(self) -> list[Route]:
        """Every route, with the methods it takes."""
        return [
            Route("/login", self.login, methods=["GET"]),
            Route("/login/callback", self.callback, methods=["GET"]),
            Route("/login/token", self.token_page, methods=["GET"]),
            Route("/login/token", self.token_login, methods=["POST"]),
            Route("/logout", self.logout, methods=["POST"]),
            Route("/signed-out", self.signed_out, methods=["GET"]),
            Route("/session", self.session, methods=["GET"]),
        ]

    async def login(self, request: Request) -> Response:
        """To the issuer, or to the page that takes a token; on at once where there is a session or none is needed."""
        next_path = landing(request.query_params.get("next", ""))
        signed_in = await self._browsers.caller_of(request.cookies.get(SESSION, "")) is not None
        if signed_in or (self._authentication.anonymous is not None and self._oidc is None):
            return RedirectResponse(next_path, 303)
        if self._oidc is None:
            return RedirectResponse(f"/login/token?{urlencode({'next': next_path})}", 303)
        pending = PendingLogin.new(next_path)
        try:
            address = await self._oidc[1].authorization_url(pending, self._redirect_uri(request))
        except Refusal as refusal:
            return self._failed(refusal)
        answer = RedirectResponse(address, 303)
        # Lax: it must come along when the issuer sends the browser back.
        answer.set_cookie(
            PENDING, pending.write(), max_age=PENDING_S, path="/", secure=True, httponly=True, samesite="lax"
        )
        return answer

    async def callback(self, request: Request) -> Response:
        """The issuer sent a person back: a session for them, and a page of our own that leads on."""
        pending = PendingLogin.read(request.cookies.get(PENDING, ""))
        try:
            if self._oidc is None or pending is None:
                raise Refusal(400, "LOGIN_FAILED", "this sign-in was not begun in this browser, or took too long")
            config, flow = self._oidc
            claims = await flow.finish(pending, request.query_params, self._redirect_uri(request))
            name, groups = name_of(config, claims), read_groups(claims, config.groups_claim)
            request.state.audit.update(caller=name, login=METHOD)
            caller_of(config, name, groups)
        except Refusal as refusal:
            request.state.audit["refused"] = refusal.detail
            await self._record(request, METHOD, "refused")
            return self._failed(refusal)
        known = tuple(sorted(groups & config.roles.keys()))
        answer = notice(
            200,
            "Signed in",
            [f"You are signed in as {name}."],
            links=[(landing(pending.next_path), "Continue")],
            refresh=landing(pending.next_path),
        )
        return await self._with_session(request, answer, Login(METHOD, claims["sub"], name, known))

    async def token_page(self, request: Request) -> Response:
        """A form for a token."""
        return token_form(landing(request.query_params.get("next", "")), oidc=self._oidc is not None)

    async def token_login(self, request: Request) -> Response:
        """The form with a token: a session for whom it is, or the form again."""
        require_type(request, _FORM)
        form = _read_form(await read_body(request, _MAX_FORM_BYTES))
        next_path, token = landing(_first(form, "next")), _first(form, "token").strip()
        scheme, _, authority = request.headers.get("origin", "").partition("://")
        if scheme == "http" and not is_loopback(host_of(authority)):
            detail = "Signing in needs HTTPS: over plain HTTP a browser keeps no session of this server. Put a proxy with TLS before it."
            return notice(400, "Sign in", [detail])
        digest = sha256(token.encode()).digest()
        caller = await anyio.to_thread.run_sync(self._authentication.caller_of_digest, digest)
        if caller is None:
            request.state.audit["refused"] = "unknown token"
            await self._record(request, TOKEN_METHOD, "refused")
            return token_form(
                next_path, "This token is not known here, or no longer valid.", oidc=self._oidc is not None
            )
        request.state.audit.update(caller=caller.name, login=TOKEN_METHOD)
        login = Login(TOKEN_METHOD, digest.hex(), caller.name)
        return await self._with_session(request, RedirectResponse(next_path, 303), login)

    async def logout(self, request: Request) -> Response:
        """End the session of this browser."""
        session_id = request.cookies.get(SESSION, "")
        caller = await self._browsers.caller_of(session_id)
        await self._browsers.end(session_id)
        if caller is not None:
            await self._record(request, caller.method, "done", caller.name, name="sign-out")
        answer = _json({"signed_out": True})
        answer.delete_cookie(SESSION, path="/", secure=True, httponly=True, samesite="strict")
        return answer

    async def signed_out(self, request: Request) -> Response:
        """Where pages go after signing out."""
        text = "Your session on this server is over. You may still be signed in at your organisation."
        return notice(200, "Signed out", [text], links=_AGAIN)

    async def session(self, request: Request) -> Response:
        """Who asks, by what they authenticated, and whether it is a session of this browser."""
        caller = request.state.caller
        return _json(
            {
                "name": caller.name,
                "method": caller.method,
                "rights": sorted(caller.rights),
                "session": request.state.is_session,
            }
        )

    async def _with_session(self, request: Request, answer: Response, login: Login) -> Response:
        # Who cannot be recorded does not come in.
        await self._record(request, login.method, "done", login.name)
        session_id = await self._browsers.begin(login, instead_of=request.cookies.get(SESSION, ""))
        answer.set_cookie(SESSION, session_id, path="/", secure=True, httponly=True, samesite="strict")
        answer.delete_cookie(PENDING, path="/", secure=True, httponly=True, samesite="lax")
        return answer

    async def _record(
        self, request: Request, method: str, outcome: str, caller: str = "", *, name: str = "sign-in"
    ) -> None:
        """Record in the audit who signed in or out, or that somebody could not; raises AuditError.

        Of refused sign-ins some a minute for each address: whoever is nobody could fill the disk.
        """
        client = request.client.host if request.client else None
        if outcome == "refused" and self._failures.take(client or ""):
            return
        event = {
            "kind": "session",
            "name": name,
            "outcome": outcome,
            "caller": caller or str(request.state.audit.get("caller", "anonymous")),
            "method": method,
            "client": client,
            "request_id": request.state.request_id,
        }
        await self._trail.write([event])

    def _redirect_uri(self, request: Request) -> str:
        """Where the issuer sends people back to; raises Refusal (400) where that would be plain HTTP to another machine."""
        authority = request.headers["host"]
        if self._public_url is None and not is_loopback(host_of(authority)):
            raise Refusal(400, "LOGIN_FAILED", "signing in under this name needs the setting REMIT_PUBLIC_URL")
        return f"{self._public_url or f'http://{authority}'}/login/callback"

    def _failed(self, refusal: Refusal) -> Response:
        answer = notice(refusal.status, "You are not signed in", [f"{refusal.detail}."], links=_AGAIN)
        answer.headers.update(refusal.headers)
        return answer


def _read_form(body: bytes) -> Mapping[str, list[str]]:
    """The fields of a form; raises Refusal (422) for one with more than any of ours has."""
    try:
        return parse_qs(body.decode("utf-8", "replace"), max_num_fields=_MAX_FIELDS)
    except ValueError:
        raise Refusal(422, "BAD_REQUEST", f"a form here has at most {_MAX_FIELDS} fields") from None


def _first(form: Mapping[str, list[str]], name: str) -> str:
    return form.get(name, [""])[0]


def _json(body: object) -> Response:
    return Response(orjson.dumps(body), media_type="application/json")
