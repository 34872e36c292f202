"""The issuer as its discovery document describes it: its signing keys, kept for as long as they may be, and its endpoints.

Requests go to the configured issuer's discovery document and to the addresses that it names, never to one that a token
names. There is at most one of each per RETRY_S, whatever tokens come.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import anyio
import anyio.to_thread
import httpx
from joserfc import jwk
from joserfc.errors import JoseError
from joserfc.util import urlsafe_b64decode
from structlog.typing import FilteringBoundLogger

from api.errors import Refusal
from api.oidc.config import OidcConfig
from api.oidc.endpoints import get_json, post_form
from graph.errors import FetchError
from loaders.live.config import is_safe_url

# Keys are read again when they are older than this, and at once for a key id that is not among them.
FRESH_S = 600
# While the issuer does not answer, keys are used until they are older than this.
STALE_S = 4 * 3600
# Time between two attempts to read them, successful or not.
RETRY_S = 30
MAX_KEYS = 64
# Codes that are exchanged at once, and that may wait for it.
EXCHANGES, MAX_WAITING = 4, 32
# RSA: shorter ones are weak, longer ones are work.
_RSA_BITS = range(2048, 8193)
# What a public key consists of; certificates and addresses beside it are not looked at.
_MEMBERS = ("kty", "kid", "use", "alg", "n", "e", "crv", "x", "y")


@dataclass(frozen=True, slots=True)
class Discovery:
    """What the issuer said of itself at a moment of the monotonic clock, in seconds; `keys` are those that sign."""

    metadata: Mapping[str, Any]
    keys: tuple[jwk.Key, ...]
    read_at: float


class Provider:
    """One issuer; for one event loop."""

    def __init__(
        self, config: OidcConfig, log: FilteringBoundLogger, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.config, self._log, self._clock = config, log, clock
        self._discovery: Discovery | None = None
        self._task: asyncio.Task[None] | None = None
        self._attempted_at = float("-inf")
        self._exchanges = anyio.CapacityLimiter(EXCHANGES)

    async def key(self, kid: str | None, kty: str, algorithm: str) -> jwk.Key | None:
        """The key of this id and type, None where the issuer has none; without an id the only one of its type.

        Raises Refusal (503) where no keys are known that are new enough.
        """
        key = _key_in(await self._usable(), kid, kty, algorithm)
        if key is None and (task := self._started()) is not None:
            await asyncio.shield(task)
            key = _key_in(await self._usable(), kid, kty, algorithm)
        return key

    async def endpoint(self, name: str) -> str:
        """The address of an endpoint; raises Refusal (503) where the issuer does not name it or does not answer."""
        address = (await self._usable()).metadata.get(name)
        if not isinstance(address, str) or not is_safe_url(address):
            raise Refusal(503, "ISSUER_UNAVAILABLE", f"the issuer names no {name} with https")
        return address

    async def exchange_code(self, code: str, verifier: str, redirect_uri: str) -> dict[str, Any]:
        """What the token endpoint gives for a code (RFC 6749, 4.1.3, with RFC 7636); raises FetchError or Refusal.

        A few at once: whoever sends guessed codes must not make this server a burden to the issuer.
        """
        if self._exchanges.statistics().tasks_waiting >= MAX_WAITING:
            raise Refusal(503, "BUSY", "too many people sign in at once; try again in a moment", {"retry-after": "5"})
        config, metadata = self.config, (await self._usable()).metadata
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "client_id": config.client_id or "",
            "code_verifier": verifier,
        }
        auth: httpx.Auth | None = None
        if config.client_secret is not None:
            methods = metadata.get("token_endpoint_auth_methods_supported")
            if isinstance(methods, list) and "client_secret_basic" not in methods:
                form["client_secret"] = config.client_secret
            else:
                auth = httpx.BasicAuth(_form_encoded(config.client_id or ""), _form_encoded(config.client_secret))
        address = await self.endpoint("token_endpoint")
        return await anyio.to_thread.run_sync(post_form, address, form, auth, limiter=self._exchanges)

    def close(self) -> None:
        """Stop reading."""
        if self._task is not None:
            self._task.cancel()

    async def _usable(self) -> Discovery:
        """What is known and new enough; raises Refusal (503)."""
        if self._age() > FRESH_S and (task := self._started()) is not None and self._age() > STALE_S:
            # Those who come with older keys do not wait for newer ones.
            await asyncio.shield(task)
        if self._discovery is None or self._age() > STALE_S:
            detail = "the issuer of tokens does not answer, so nobody can be identified; try again in a moment"
            raise Refusal(503, "ISSUER_UNAVAILABLE", detail, {"retry-after": str(RETRY_S)})
        return self._discovery

    def _age(self) -> float:
        return float("inf") if self._discovery is None else self._clock() - self._discovery.read_at

    def _started(self) -> asyncio.Task[None] | None:
        """The reading that is under way, or a new one; None where the last one is too recent."""
        if self._task is not None and not self._task.done():
            return self._task
        if self._clock() - self._attempted_at < RETRY_S:
            return None
        self._attempted_at = self._clock()
        self._task = asyncio.create_task(self._read())
        return self._task

    async def _read(self) -> None:
        try:
            self._discovery = await asyncio.to_thread(_read_discovery, self.config.issuer, self._clock)
        except FetchError as error:
            self._log.error("keys of the issuer not read", problem=str(error))
        except Exception as error:  # whatever an issuer answers, the next attempt must be possible
            self._log.error("keys of the issuer not read", exc_info=error)


def _read_discovery(issuer: str, clock: Callable[[], float]) -> Discovery:
    metadata = get_json(issuer.rstrip("/") + "/.well-known/openid-configuration")
    if metadata.get("issuer") != issuer:
        raise FetchError(
            f"the discovery document of {issuer} is of another issuer. REMIT_OIDC_ISSUER must equal its `issuer`"
        )
    address = metadata.get("jwks_uri")
    if not isinstance(address, str):
        raise FetchError("the discovery document names no jwks_uri")
    listed = get_json(address).get("keys")
    keys = [_read_key(entry) for entry in (listed if isinstance(listed, list) else [])[:MAX_KEYS]]
    signing = tuple(key for key in keys if key is not None)
    if not signing:
        raise FetchError("the issuer lists no key that this service can use")
    return Discovery(metadata, signing, clock())


def _read_key(entry: object) -> jwk.Key | None:
    """A public key that signs; None for any other, and for one that is not understood (RFC 7517, 5)."""
    if not isinstance(entry, dict) or entry.get("kty") not in ("RSA", "EC") or entry.get("use", "sig") != "sig":
        return None
    try:
        if entry["kty"] == "RSA":
            modulus = int.from_bytes(urlsafe_b64decode(entry["n"].encode()))
            if modulus.bit_length() not in _RSA_BITS:
                return None
        return jwk.import_key({name: entry[name] for name in _MEMBERS if name in entry})
    except (JoseError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _key_in(discovery: Discovery, kid: str | None, kty: str, algorithm: str) -> jwk.Key | None:
    keys = [
        key for key in discovery.keys if key.key_type == kty and kid in (None, key.kid) and key.alg in (None, algorithm)
    ]
    # Two keys and no word which: nobody tries them in turn.
    return keys[0] if len(keys) == 1 else None


def _form_encoded(text: str) -> str:
    """As RFC 6749, 2.3.1, wants an id and a secret before they go into a header."""
    return str(httpx.QueryParams({"": text}))[1:]
