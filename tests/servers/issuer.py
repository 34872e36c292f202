"""An OpenID provider behind a real socket: discovery, keys, authorization code with PKCE, and tokens as a test wants them."""

from __future__ import annotations

import base64
import hashlib
import secrets
import threading
import time
from collections import Counter
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwk, jwt
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

AUDIENCE, CLIENT_ID, CLIENT_SECRET = "remit-api", "remit-web", "EXAMPLE secret of the client"


class Issuer:
    """One provider. `requests` counts what came to each address; while `down`, every answer is a 503.

    Whoever comes to the authorization endpoint is `person` and consents, unless `denies`.
    """

    def __init__(self, host: str = "127.0.0.1", secret: str | None = None) -> None:
        self.requests: Counter[str] = Counter()
        self.down, self.denies, self.secret = False, False, secret
        self.person: dict[str, Any] = {"sub": "00u1", "name": "Ada Byron", "groups": ["remit-viewers"]}
        # What its answers hold instead, by path: a status, headers, a body.
        self.spoilt: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.nonce_of_tokens: str | None = None
        self.codes: dict[str, dict[str, str]] = {}
        self.redirect_uris: set[str] = set()
        self.keys: list[jwk.Key] = []
        self.rotate()
        addresses = {
            "/.well-known/openid-configuration": self._discovery,
            "/keys": self._keys,
            "/authorize": self._authorize,
            "/token": self._token,
        }
        routes = [Route(path, answer, methods=["GET", "POST"]) for path, answer in addresses.items()]
        app = Starlette(routes=[*routes, Route("/{rest:path}", self._elsewhere)])
        config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", ws="none", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        deadline = time.monotonic() + 30
        while not self._server.started and time.monotonic() < deadline:
            time.sleep(0.01)
        self.url = f"http://{host}:{self._server.servers[0].sockets[0].getsockname()[1]}"

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join(30)

    def rotate(self) -> jwk.Key:
        """Sign with a new key from now on; the old ones are no longer listed."""
        key = jwk.ECKey.generate_key("P-256", {"kid": secrets.token_hex(4), "use": "sig"})
        self.keys = [key]
        return key

    def claims(self, **more: Any) -> dict[str, Any]:
        """The claims of a good bearer token of `person`; None takes one out."""
        now = int(time.time())
        claims = {"iss": self.url, "aud": AUDIENCE, "iat": now, "exp": now + 300, **self.person, **more}
        return {name: value for name, value in claims.items() if value is not None}

    def token(self, header: dict[str, Any] | None = None, key: jwk.Key | None = None, **claims: Any) -> str:
        """A bearer token, signed by the newest key unless another is given."""
        key = key or self.keys[-1]
        first = {"alg": "ES256", "kid": key.kid} | (header or {})
        first = {name: value for name, value in first.items() if value is not None}
        algorithms = [first["alg"]]
        return jwt.encode(first, self.claims(**claims), key, algorithms=algorithms)

    async def _discovery(self, request: Request) -> Response:
        return self._answer(
            request,
            {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/keys",
                "response_types_supported": ["code"],
                "code_challenge_methods_supported": ["S256"],
            },
        )

    async def _keys(self, request: Request) -> Response:
        return self._answer(request, {"keys": [key.as_dict(private=False) for key in self.keys]})

    async def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        redirect_uri = asked.get("redirect_uri", "")
        wrong = [
            asked.get("client_id") != CLIENT_ID,
            redirect_uri not in self.redirect_uris,
            asked.get("response_type") != "code",
            asked.get("code_challenge_method") != "S256",
            "openid" not in asked.get("scope", "").split(),
            not asked.get("state") or not asked.get("nonce"),
        ]
        if any(wrong):
            return self._answer(request, {"error": "invalid_request", "wrong": wrong}, 400)
        code = secrets.token_hex(8)
        self.codes[code] = asked
        answer = {"error": "access_denied"} if self.denies else {"code": code}
        self.requests[request.url.path] += 1
        return RedirectResponse(
            f"{redirect_uri}?{urlencode({**answer, 'state': asked['state'], 'iss': self.url})}", 302
        )

    async def _token(self, request: Request) -> Response:
        form = await request.form()
        asked = self.codes.pop(str(form.get("code")), None)
        verifier = str(form.get("code_verifier", ""))
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        if self.secret is not None and not self._is_client(request):
            return self._answer(request, {"error": "invalid_client"}, 401)
        if (
            asked is None
            or challenge != asked["code_challenge"]
            or form.get("redirect_uri") != asked["redirect_uri"]
            or form.get("client_id") != CLIENT_ID
            or form.get("grant_type") != "authorization_code"
        ):
            return self._answer(request, {"error": "invalid_grant"}, 400)
        nonce = self.nonce_of_tokens or asked["nonce"]
        tokens = {"id_token": self.token(aud=CLIENT_ID, nonce=nonce), "access_token": "opaque", "token_type": "Bearer"}
        return self._answer(request, tokens)

    def _is_client(self, request: Request) -> bool:
        words = f"{CLIENT_ID}:{urlencode({'': self.secret})[1:]}"
        return request.headers.get("authorization") == "Basic " + base64.b64encode(words.encode()).decode()

    async def _elsewhere(self, request: Request) -> Response:
        return self._answer(request, {"error": "not_found"}, 404)

    def _answer(self, request: Request, body: dict[str, Any], status: int = 200) -> Response:
        self.requests[request.url.path] += 1
        if request.url.path in self.spoilt:
            spoilt_status, headers, content = self.spoilt[request.url.path]
            return Response(content, spoilt_status, headers)
        return JSONResponse({"error": "down"}, 503) if self.down else JSONResponse(body, status)
