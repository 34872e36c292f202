"""Authentication: an ordered list of authenticators turns the bearer text of a request into a Caller."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol

from api.access.caller import ARCHITECT, ASK, LOAD, Caller, nobody
from api.access.tokens import PREFIX, TokenFile
from api.errors import Refusal
from api.settings import Settings
from graph.moment import now


class Authenticator(Protocol):
    """One way to authenticate by a bearer text."""

    async def authenticate(self, bearer: str) -> Caller | None:
        """The caller; None for a text that is not of this kind, which the next authenticator gets.

        Raises Refusal (401) for a text of this kind that is not, or no longer, good.
        """
        ...


def unauthorized(detail: str = "this needs `Authorization: Bearer` with the token") -> Refusal:
    """The refusal of a request that does not say who it is from; says nothing about the text that it carried."""
    return Refusal(401, "UNAUTHORIZED", detail, {"www-authenticate": "Bearer"})


class DigestTokens(Protocol):
    """Tokens that are known by their digest, so that a session need not keep the token that it was begun with."""

    def caller_of_digest(self, digest: bytes) -> Caller | None:
        """The caller whose token has this SHA-256; None for one that is not, or no longer, good. May do I/O."""
        ...


class SettingTokens:
    """The tokens of REMIT_TOKEN, REMIT_LOAD_TOKEN and REMIT_ARCHITECT_TOKEN, kept and compared as digests of one length."""

    def __init__(self, settings: Settings) -> None:
        sources = settings.load_sources
        tokens = (
            (settings.token, Caller("REMIT_TOKEN", "setting", frozenset({ASK}))),
            (settings.load_token, Caller("REMIT_LOAD_TOKEN", "setting", frozenset({LOAD}), sources)),
            (settings.architect_token, Caller("REMIT_ARCHITECT_TOKEN", "setting", frozenset({ASK, ARCHITECT}))),
        )
        self._callers = [
            (sha256(token.get_secret_value().encode()).digest(), caller)
            for token, caller in tokens
            if token is not None
        ]

    async def authenticate(self, bearer: str) -> Caller | None:
        """The caller whose token this is."""
        return self.caller_of_digest(sha256(bearer.encode()).digest())

    def caller_of_digest(self, digest: bytes) -> Caller | None:
        """The caller whose token has this SHA-256."""
        # All are compared, whichever fits: comparing digests shows nothing, not even how long a token is.
        callers = [caller for known, caller in self._callers if hmac.compare_digest(digest, known)]
        return callers[0] if callers else None


class ApiTokens:
    """The tokens that `remit token` makes; one that was revoked or has expired is refused from then on."""

    def __init__(self, file: TokenFile) -> None:
        self._file = file

    async def authenticate(self, bearer: str) -> Caller | None:
        """The caller of a token that is active."""
        if not bearer.startswith(PREFIX):
            return None
        token = self._file.find(bearer)
        state = "unknown" if token is None else token.state(now())
        if token is None or state != "active":
            raise unauthorized(f"this API token is {state}; `remit token list` shows those that are active")
        return token.caller()

    def caller_of_digest(self, digest: bytes) -> Caller | None:
        """The caller of an active token with this SHA-256."""
        token = self._file.find_digest(digest)
        return token.caller() if token is not None and token.state(now()) == "active" else None


class Authentication:
    """Who a request is from. `anonymous`: whom a request without a token is from; None if each needs one.

    `tokens` are those of the authenticators with whose tokens a browser may begin a session.
    """

    def __init__(
        self,
        authenticators: Sequence[Authenticator],
        anonymous: Caller | None,
        needs_token: bool,
        tokens: Sequence[DigestTokens] = (),
    ) -> None:
        self._authenticators, self.anonymous, self._tokens = tuple(authenticators), anonymous, tuple(tokens)
        # Where no token is set, one that nobody knows is as good as none: a client may send what another server wants.
        self._refuses_unknown = needs_token

    async def caller_of(self, authorization: Sequence[str]) -> Caller:
        """The caller of a request with these Authorization headers; raises Refusal (401)."""
        if not authorization and self.anonymous is not None:
            return self.anonymous
        scheme, _, text = (authorization[0] if len(authorization) == 1 else "").partition(" ")
        if scheme.lower() == "bearer" and (bearer := text.strip()):
            for authenticator in self._authenticators:
                caller = await authenticator.authenticate(bearer)
                if caller is not None:
                    return caller
        if self.anonymous is None or self._refuses_unknown:
            raise unauthorized()
        return self.anonymous

    def caller_of_digest(self, digest: bytes) -> Caller | None:
        """The caller whose token has this SHA-256, whoever keeps it; None for one that nobody knows. May do I/O."""
        callers = (tokens.caller_of_digest(digest) for tokens in self._tokens)
        return next((caller for caller in callers if caller is not None), None)


def build_authentication(settings: Settings, *more: Authenticator) -> Authentication:
    """The authenticators of a server, in their order, and whom it takes an unnamed request to be from.

    `more` come after the tokens; with any of them each request says who it is from. Without REMIT_TOKEN whoever reaches this machine may ask; without any token they are its architect too. Nobody loads
    without a token.
    """
    tokens = (settings.token, settings.load_token, settings.architect_token)
    has_token = bool(more) or any(token is not None for token in tokens)
    anonymous = None
    if settings.token is None and not more:
        anonymous = nobody({ASK} if has_token else {ASK, ARCHITECT})
    kept: list[SettingTokens | ApiTokens] = [SettingTokens(settings)]
    if not settings.store.startswith("memory:"):
        kept.append(ApiTokens(settings.token_file()))
    return Authentication([*kept, *more], anonymous, has_token, kept)
