"""Signing in by authorization code with PKCE: what goes to the issuer with a person, and what comes back (RFC 6749, 7636, 9207)."""

from __future__ import annotations

import base64
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec

from api.errors import Refusal
from api.oidc.provider import Provider
from api.oidc.verify import Verifier
from graph.errors import FetchError

# How long a person may take at the issuer, in seconds.
PENDING_S = 600


@dataclass(frozen=True, slots=True)
class PendingLogin:
    """What the browser keeps, in a cookie of its own, while its person is at the issuer.

    It holds no secret of the server: `verifier` and `nonce` prove to the issuer, and to us, that it is the same browser.
    """

    state: str
    nonce: str
    verifier: str
    next_path: str

    @classmethod
    def new(cls, next_path: str) -> PendingLogin:
        """One with new random values."""
        return cls(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48), next_path)

    @classmethod
    def read(cls, text: str) -> PendingLogin | None:
        """What `write` wrote; None for anything else."""
        try:
            return msgspec.json.decode(base64.urlsafe_b64decode(text.encode()), type=cls)
        except (ValueError, RecursionError, msgspec.DecodeError):
            return None

    def write(self) -> str:
        """The value of the cookie."""
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode()


class CodeFlow:
    """Signs people in at one issuer. `redirect_uri` is where it sends them back to."""

    def __init__(self, provider: Provider, verifier: Verifier) -> None:
        self._provider, self._verifier = provider, verifier

    async def authorization_url(self, pending: PendingLogin, redirect_uri: str) -> str:
        """Where to send a person; raises Refusal (503)."""
        address = await self._provider.endpoint("authorization_endpoint")
        challenge = base64.urlsafe_b64encode(sha256(pending.verifier.encode()).digest()).decode().rstrip("=")
        query = {
            "response_type": "code",
            "client_id": self._provider.config.client_id or "",
            "redirect_uri": redirect_uri,
            "scope": " ".join(self._provider.config.scopes),
            "state": pending.state,
            "nonce": pending.nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(query)}"

    async def finish(self, pending: PendingLogin, answer: Mapping[str, str], redirect_uri: str) -> dict[str, Any]:
        """The claims of the person who came back with this answer; raises Refusal (400, 401, 503)."""
        if not hmac.compare_digest(answer.get("state", "").encode(), pending.state.encode()):
            raise Refusal(400, "LOGIN_FAILED", "this sign-in was begun elsewhere, or took too long")
        if answer.get("iss", self._provider.config.issuer) != self._provider.config.issuer:
            raise Refusal(400, "LOGIN_FAILED", "the answer comes from another issuer")
        code = answer.get("code", "")
        if not code or "error" in answer:
            problem = answer.get("error", "no code")[:64]
            raise Refusal(400, "LOGIN_FAILED", f"the issuer did not sign you in: {problem}")
        try:
            tokens = await self._provider.exchange_code(code, pending.verifier, redirect_uri)
        except FetchError as error:
            raise Refusal(400, "LOGIN_FAILED", f"the issuer did not accept the sign-in: {error}") from None
        token = tokens.get("id_token")
        if not isinstance(token, str):
            raise Refusal(400, "LOGIN_FAILED", "the issuer gave no ID token")
        return await self._verifier.id_claims(token, pending.nonce)
