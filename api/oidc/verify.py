"""Verification of JSON Web Tokens: who issued one, for whom, for how long, and with which key it was signed.

Work is bounded before anything is trusted: length and form first, then the header, then a signature by a key of the
configured issuer, and only then the claims. What a token says of keys (`jwk`, `jku`, `x5u`, `x5c`) is refused unread.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from typing import Any

from joserfc import jws, jwt
from joserfc.errors import ExpiredTokenError, InvalidClaimError, JoseError, MissingClaimError

from api.errors import Refusal
from api.oidc.provider import Provider

MAX_TOKEN_BYTES = 16 * 1024
LEEWAY_S = 30
# Asymmetric ones alone: with HS256 the public key would be a password that everybody knows.
KEY_TYPES = {
    **dict.fromkeys(("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"), "RSA"),
    **dict.fromkeys(("ES256", "ES384", "ES512"), "EC"),
}
# Header parameters by which a token would choose its own key, or ask for rules that are not known here.
_FORBIDDEN = frozenset({"jwk", "jku", "x5u", "x5c", "crit", "b64", "zip", "enc"})
# What a bearer token may call itself (RFC 9068), and an ID token; other kinds of JWT are for other uses.
ACCESS_TYPES = frozenset({"", "jwt", "at+jwt", "application/at+jwt"})
ID_TYPES = frozenset({"", "jwt"})

_FORM = re.compile(r"[A-Za-z0-9_-]{2,1024}\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]{2,1024}", re.ASCII)


class Verifier:
    """Verifies the tokens of one issuer."""

    def __init__(self, provider: Provider, clock: Callable[[], float] = time.time) -> None:
        self._provider, self._clock = provider, clock
        self._registry = jws.JWSRegistry(algorithms=list(KEY_TYPES), strict_check_header=False)
        self._registry.max_header_length = 1024

    async def access_claims(self, token: str) -> dict[str, Any]:
        """The claims of a bearer token for the configured audience; raises Refusal (401, or 503 without keys)."""
        return await self._claims(token, self._provider.config.audience, ACCESS_TYPES)

    async def id_claims(self, token: str, nonce: str) -> dict[str, Any]:
        """The claims of an ID token that answers a login with this nonce; raises Refusal as `access_claims` does."""
        client_id = self._provider.config.client_id or ""
        claims = await self._claims(token, client_id, ID_TYPES)
        audience = claims["aud"]
        if claims.get("nonce") != nonce:
            raise invalid_token("it answers another login")
        if claims.get("azp", client_id) != client_id or (
            isinstance(audience, list) and len(audience) > 1 and "azp" not in claims
        ):
            raise invalid_token("it was issued to another application")
        return claims

    async def _claims(self, token: str, audience: str, types: frozenset[str]) -> dict[str, Any]:
        if len(token) > MAX_TOKEN_BYTES or not _FORM.fullmatch(token):
            raise invalid_token(f"it is no signed JWT of at most {MAX_TOKEN_BYTES:,} bytes")
        header = self._header(token)
        kty = _key_type(header, types)
        kid = header.get("kid")
        if not isinstance(kid, str | None):
            raise invalid_token("its header is malformed")
        key = await self._provider.key(kid, kty, header["alg"])
        if key is None:
            raise invalid_token("the issuer has no such key")
        try:
            claims = jwt.decode(token, key, registry=self._registry).claims
        except (JoseError, ValueError, TypeError, RecursionError):
            raise invalid_token("its signature is not the issuer's") from None
        if "cnf" in claims:
            # RFC 9449, 7.1: without the proof that goes with it, it is a stolen one.
            raise invalid_token("it is bound to a key of its client, and is no bearer token")
        self._check(claims, audience)
        return claims

    def _header(self, token: str) -> dict[str, Any]:
        try:
            header = jws.extract_compact(token.encode(), registry=self._registry).headers()
        except (JoseError, ValueError, TypeError, RecursionError):
            raise invalid_token("its header is malformed") from None
        if not isinstance(header, dict):
            raise invalid_token("its header is malformed")
        return header

    def _check(self, claims: dict[str, Any], audience: str) -> None:
        registry = jwt.JWTClaimsRegistry(
            now=int(self._clock()),
            leeway=LEEWAY_S,
            iss={"essential": True, "value": self._provider.config.issuer},
            aud={"essential": True, "value": audience},
            sub={"essential": True},
            exp={"essential": True},
        )
        try:
            registry.validate({name: claims[name] for name in _CHECKED if name in claims})
        except ExpiredTokenError:
            raise invalid_token("it has expired") from None
        except MissingClaimError:
            raise invalid_token("it needs the claims iss, aud, sub and exp") from None
        except InvalidClaimError as error:
            raise invalid_token(_PROBLEMS.get(error.claim, "a claim is malformed")) from None
        except (JoseError, ValueError, TypeError, OverflowError):
            raise invalid_token("a claim is malformed") from None


_CHECKED = ("iss", "aud", "sub", "exp", "nbf", "iat")
_PROBLEMS = {
    "iss": "it is of another issuer",
    "aud": "it is for another audience",
    "nbf": "it is not valid yet",
    "iat": "it is not valid yet",
}


def is_jwt(token: str) -> bool:
    """Whether a bearer token has the form of a signed JWT; cheap, however long it is."""
    return token.startswith("eyJ") and token.count(".") == 2


def invalid_token(problem: str) -> Refusal:
    """The refusal of a token (RFC 6750, 3.1), with what is wrong with it."""
    return Refusal(
        401,
        "UNAUTHORIZED",
        f"the token is not accepted: {problem}",
        {"www-authenticate": 'Bearer error="invalid_token"'},
    )


def _key_type(header: Mapping[str, Any], types: frozenset[str]) -> str:
    if _FORBIDDEN & header.keys():
        raise invalid_token("its header names keys or rules of its own")
    kind, algorithm = header.get("typ", ""), header.get("alg")
    if not isinstance(kind, str) or kind.lower() not in types:
        raise invalid_token("it is a token of another kind")
    if not isinstance(algorithm, str) or algorithm not in KEY_TYPES:
        raise invalid_token(f"its algorithm is none of {', '.join(KEY_TYPES)}")
    return KEY_TYPES[algorithm]
