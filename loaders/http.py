"""This file knows how a live system is asked over HTTP: within its limits, patiently, and without ever showing a secret."""

from __future__ import annotations

import base64
import json
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, NoReturn

import httpx

from graph.errors import FetchError
from loaders.base import Secret

# What trying again cannot mend: an address or a header that no request can be made of.
_HOPELESS = (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.ProxyError)


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds that only grow, and how to let them pass; tests bring their own."""

    now_s: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep


@dataclass(frozen=True, slots=True)
class Patience:
    """How much trouble one run bears. `lost_s` bounds waiting and failed attempts of all its calls together."""

    attempts: int = 6
    first_wait_s: float = 1.0
    longest_wait_s: float = 120.0
    lost_s: float = 600.0
    timeout_s: float = 60.0
    answer_s: float = 300.0
    body_bytes: int = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Io:
    """What `fetch` is given to reach the outside with. `observed_at` is the moment at which the run began."""

    observed_at: int
    clock: Clock = Clock()
    patience: Patience = Patience()

    def open_http(self, base_url: str, key: Secret, *, remedy: str, limits: Mapping[str, int]) -> Http:
        """A client that signs in with `key` as Basic username; `remedy` tells a person what to mend when refused.

        `limits` are requests per minute by path.
        """
        return Http(base_url, key, remedy=remedy, limits=limits, io=self)


class RateLimit:
    """A token bucket: never more than `per_minute` calls in any 60 seconds, bursts included."""

    def __init__(self, per_minute: int, clock: Clock) -> None:
        # A full bucket and a minute of refilling together stay within the limit.
        self._room = max(1, per_minute // 4)
        self._per_s = max(1, per_minute - self._room) / 60
        self._clock, self._tokens, self._filled_at = clock, float(self._room), clock.now_s()
        self._lock = threading.Lock()

    def take(self) -> None:
        """Return when one more call is allowed."""
        with self._lock:
            self._fill()
            while self._tokens < 1:
                self._clock.sleep((1 - self._tokens) / self._per_s + 0.001)
                self._fill()
            self._tokens -= 1

    def _fill(self) -> None:
        now_s = self._clock.now_s()
        self._tokens = min(self._room, self._tokens + (now_s - self._filled_at) * self._per_s)
        self._filled_at = now_s


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: httpx.Headers
    body: bytes


class Http:
    """One system's address, signed in. Use as a context manager; not to be shared between threads."""

    def __init__(self, base_url: str, key: Secret, *, remedy: str, limits: Mapping[str, int], io: Io) -> None:
        self._patience, self._clock, self._remedy = io.patience, io.clock, remedy
        self._limits = {path: RateLimit(per_minute, io.clock) for path, per_minute in limits.items()}
        self._lost_s = 0.0
        self._secrets = (str(key), base64.b64encode(f"{key}:".encode()).decode())
        try:
            self._client = httpx.Client(
                base_url=base_url,
                auth=httpx.BasicAuth(key, ""),
                timeout=self._patience.timeout_s,
                headers={"Accept": "application/json", "User-Agent": "remit"},
            )
        except (httpx.InvalidURL, TypeError):
            raise FetchError("the address of the system is not a URL. " + remedy, retryable=False) from None

    def __enter__(self) -> Http:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, path: str, params: Mapping[str, str | int] | None = None) -> Any:
        """The parsed answer, numbers with a fraction as Decimal. Raises FetchError when patience is over."""
        return self._ask(path, self._client.build_request("GET", path, params=params))

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """Like `get`, with a JSON body. Only for calls that read, since it may be sent more than once."""
        return self._ask(path, self._client.build_request("POST", path, json=body))

    def _ask(self, path: str, request: httpx.Request) -> Any:
        for attempt in range(1, self._patience.attempts + 1):
            if path in self._limits:
                self._limits[path].take()
            began_s, asked_wait_s = self._clock.now_s(), None
            try:
                answer = self._send(request)
                if answer.status == 200:
                    return read_json(answer.body)
                asked_wait_s = _retry_after_s(answer.headers)
                failure = self._refusal(request, answer)
            except ValueError as error:
                failure = FetchError(f"{_place(request)} answered 200, but {error}")
            except (httpx.TransportError, httpx.DecodingError) as error:
                failure = FetchError(f"{_place(request)}: {_said(error)}", retryable=not isinstance(error, _HOPELESS))
            if not failure.retryable or attempt == self._patience.attempts:
                self._give_up(failure)
            self._wait(failure, attempt, began_s, asked_wait_s)
        raise AssertionError("attempts is at least 1")

    def _wait(self, failure: FetchError, attempt: int, began_s: float, asked_wait_s: float | None) -> None:
        """Let time pass before the next attempt, or give up if the run has lost too much of it."""
        wait_s = self._patience.first_wait_s * 2 ** (attempt - 1)
        wait_s = random.uniform(wait_s / 2, wait_s) if asked_wait_s is None else asked_wait_s
        wait_s = min(wait_s, self._patience.longest_wait_s)
        self._lost_s += self._clock.now_s() - began_s + wait_s
        if self._lost_s > self._patience.lost_s:
            self._give_up(failure)
        self._clock.sleep(wait_s)

    def _give_up(self, failure: FetchError) -> NoReturn:
        # `from None`: what httpx raises carries the request, and the request carries the key.
        raise failure from None

    def _send(self, request: httpx.Request) -> _Answer:
        began_s, body = self._clock.now_s(), bytearray()
        response = self._client.send(request, stream=True)
        try:
            for part in response.iter_bytes():
                body += part
                if len(body) > self._patience.body_bytes:
                    raise FetchError(
                        f"{_place(request)} answered more than {self._patience.body_bytes:,} bytes", retryable=False
                    )
                if self._clock.now_s() - began_s > self._patience.answer_s:
                    raise httpx.ReadTimeout("the answer did not end")
        finally:
            response.close()
        return _Answer(response.status_code, response.headers, bytes(body))

    def _refusal(self, request: httpx.Request, answer: _Answer) -> FetchError:
        status, said = answer.status, self._vendor_words(answer.body)
        text = f"{_place(request)} answered {status}{said}"
        if status == 429 or status == 408 or status >= 500:
            return FetchError(text, status=status)
        return FetchError(f"{text}. {self._remedy}", retryable=False, status=status)

    def _vendor_words(self, body: bytes) -> str:
        """The system's own short reason, with anything of ours that it may echo taken out."""
        try:
            told = read_json(body)
        except ValueError:
            return ""
        words = told.get("message") or told.get("error") if isinstance(told, dict) else None
        if not isinstance(words, str):
            return ""
        for secret in self._secrets:
            words = words.replace(secret, "***")
        return f": {words[:200]}"


def read_json(body: bytes) -> Any:
    """Parse JSON; numbers with a fraction as Decimal. Raises ValueError that does not echo the content."""
    try:
        return json.loads(body, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise ValueError("its body is not whole JSON") from None


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is not a number")


def _place(request: httpx.Request) -> str:
    return f"{request.method} {request.url.host}{request.url.path}"


def _said(error: httpx.RequestError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    if isinstance(error, httpx.ConnectError):
        return "no connection"
    if isinstance(error, httpx.RemoteProtocolError | httpx.DecodingError):
        return "the answer broke off"
    return type(error).__name__


def _retry_after_s(headers: httpx.Headers) -> float | None:
    """Seconds that the system asks us to wait: a number, or a date read against the system's own clock."""
    asked = headers.get("Retry-After", "").strip()
    if asked.isdecimal():
        return float(asked[:9])
    try:
        until = parsedate_to_datetime(asked)
        now = parsedate_to_datetime(headers["Date"]) if "Date" in headers else datetime.now(UTC)
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):
        return None
