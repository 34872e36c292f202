"""HTTP client of live systems: rate limits, a bounded retry policy, and errors that never show a secret."""

from __future__ import annotations

import random
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from types import TracebackType
from typing import Any, NoReturn, TypeVar

import httpx

from graph.errors import FetchError
from graph.loopback import is_loopback
from graph.moment import now
from loaders.live.auth import Auth
from loaders.saved.parsing import TooManyValues, read_body

Params = Mapping[str, str | int | Sequence[str]]
T = TypeVar("T")

# What trying again cannot mend: an address or a header that no request can be made of.
_HOPELESS = (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.ProxyError)
# Where systems give their reason.
_WORDS = ("message", "errorSummary", "error", "scimType", "detail")
# Words for being asked too often that come with a 403.
_TOO_OFTEN = ("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded")
# Where systems say when the limit is lifted, in seconds since 1970.
_RESETS = ("X-Rate-Limit-Reset", "X-RateLimit-Reset")


@cache
def tls_context() -> ssl.SSLContext:
    """What clients check servers against, one for the process: reading the certificates of all authorities takes 50 ms."""
    return httpx.create_ssl_context()


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds that only grow, how to let them pass, and what moment it is; tests bring their own."""

    now_s: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep
    moment: Callable[[], int] = now


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How much trouble one run bears. `budget_s` bounds waiting and failed attempts of all its calls together.

    `run_s` and `run_bytes` bound a client's whole run: pages that never end take neither time nor memory without end.
    """

    max_attempts: int = 6
    initial_wait_s: float = 1.0
    max_wait_s: float = 120.0
    budget_s: float = 600.0
    timeout_s: float = 60.0
    body_timeout_s: float = 300.0
    max_body_bytes: int = 64 * 2**20
    run_s: float = 12 * 3600.0
    run_bytes: int = 8 * 2**30


@dataclass(frozen=True, slots=True)
class FetchContext:
    """What `fetch` is given to reach the outside with. `observed_at` is the moment at which the run began."""

    observed_at: int
    clock: Clock = Clock()
    retry_policy: RetryPolicy = RetryPolicy()

    def open_http(
        self, base_url: str, auth: Auth, *, remedy: str, limits: Mapping[str, int] | None = None
    ) -> HttpClient:
        """A client that signs in with `auth`; `remedy` tells a person what to mend when refused.

        `limits` are requests per minute by path; the one of "" holds for every path that has none of its own.
        """
        return HttpClient(base_url, auth, remedy=remedy, limits=limits or {}, context=self)


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


class HttpClient:
    """One system's address, signed in. Use as a context manager; not to be shared between threads."""

    def __init__(
        self, base_url: str, auth: Auth, *, remedy: str, limits: Mapping[str, int], context: FetchContext
    ) -> None:
        self._retry_policy, self._clock, self._remedy, self._auth = context.retry_policy, context.clock, remedy, auth
        self._limits = {path: RateLimit(per_minute, context.clock) for path, per_minute in limits.items()}
        self._lost_s, self._received, self._deadline_s = 0.0, 0, self._clock.now_s() + self._retry_policy.run_s
        try:
            self._client = httpx.Client(
                base_url=base_url,
                auth=auth,
                verify=tls_context(),
                timeout=self._retry_policy.timeout_s,
                headers={"Accept": "application/json", "User-Agent": "remit"},
            )
        except (httpx.InvalidURL, TypeError):
            raise FetchError("the address of the system is not a URL. " + remedy, retryable=False) from None

    def __enter__(self) -> HttpClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, path: str, params: Params | None = None) -> Any:
        """The parsed answer, numbers with a fraction as Decimal; a parameter that is a list goes once per item.

        None for 204, which says that there is nothing. Raises FetchError when the retry policy gives up.
        """
        return self._ask(path, self._client.build_request("GET", path, params=params), _parsed)[0]

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """Like `get`, with a JSON body. Only for calls that read, since it may be sent more than once."""
        return self._ask(path, self._client.build_request("POST", path, json=body), _parsed)[0]

    def get_link(self, link: str) -> tuple[Any, httpx.Headers]:
        """The parsed answer of a path or of an address that an earlier answer gave, and its headers.

        Raises FetchError as `get` does, and for an address of another host: the key stays at home.
        """
        request = self._request(link)
        home = self._client.base_url
        if (request.url.scheme, request.url.netloc) != (home.scheme, home.netloc):
            raise FetchError("an answer points to another host for its next page", retryable=False)
        return self._ask("", request, _parsed)

    def download(self, address: str) -> bytes:
        """The bytes at a signed address that an earlier answer gave, of whatever host; the key does not go there.

        Raises FetchError as `get` does, and for an address that is not https (http only on this machine).
        """
        request = self._request(address)
        own = is_loopback(request.url.host)
        if request.url.scheme != "https" and not (own and request.url.scheme == "http"):
            raise FetchError("an answer points to an address that is not https", retryable=False)
        return self._ask("", request, _plain, signed=False)[0]

    def _request(self, link: str) -> httpx.Request:
        try:
            return self._client.build_request("GET", link)
        except (httpx.InvalidURL, TypeError):
            raise FetchError("an answer gives a next page that is no address", retryable=False) from None

    def _ask(
        self, path: str, request: httpx.Request, read: Callable[[_Answer], T], *, signed: bool = True
    ) -> tuple[T, httpx.Headers]:
        limit = self._limits.get(path, self._limits.get(""))
        for attempt in range(1, self._retry_policy.max_attempts + 1):
            if limit is not None:
                limit.take()
            began_s, asked_wait_s = self._clock.now_s(), None
            self._check_run(request)
            try:
                answer = self._send(request, signed)
                if answer.status in (200, 204):
                    return read(answer), answer.headers
                asked_wait_s = _asked_wait_s(answer)
                failure = self._refusal(request, answer)
            except ValueError as error:
                # What does not fit the memory does not fit it the next time.
                retryable = not isinstance(error, TooManyValues)
                failure = FetchError(f"{_place(request)} answered 200, but {error}", retryable=retryable)
            except (httpx.TransportError, httpx.DecodingError) as error:
                failure = FetchError(f"{_place(request)}: {_said(error)}", retryable=not isinstance(error, _HOPELESS))
            if not failure.retryable or attempt == self._retry_policy.max_attempts:
                self._give_up(failure)
            self._wait(failure, attempt, began_s, asked_wait_s)
        raise AssertionError("attempts is at least 1")

    def _check_run(self, request: httpx.Request) -> None:
        """Raise FetchError where the run has taken all that one may take."""
        policy = self._retry_policy
        reached = None
        if self._clock.now_s() > self._deadline_s:
            reached = f"{policy.run_s / 3600:g} hours"
        elif self._received > policy.run_bytes:
            reached = f"{policy.run_bytes:,} bytes"
        if reached:
            raise FetchError(f"{_place(request)}: the run took more than {reached}, and did not end", retryable=False)

    def _wait(self, failure: FetchError, attempt: int, began_s: float, asked_wait_s: float | None) -> None:
        """Let time pass before the next attempt, or give up if the run has lost too much of it."""
        wait_s = self._retry_policy.initial_wait_s * 2 ** (attempt - 1)
        wait_s = random.uniform(wait_s / 2, wait_s) if asked_wait_s is None else asked_wait_s
        wait_s = min(wait_s, self._retry_policy.max_wait_s)
        self._lost_s += self._clock.now_s() - began_s + wait_s
        if self._lost_s > self._retry_policy.budget_s:
            self._give_up(failure)
        self._clock.sleep(wait_s)

    def _give_up(self, failure: FetchError) -> NoReturn:
        # `from None`: what httpx raises carries the request, and the request carries the key.
        raise failure from None

    def _send(self, request: httpx.Request, signed: bool) -> _Answer:
        began_s, body = self._clock.now_s(), bytearray()
        response = self._client.send(request, stream=True, auth=self._auth if signed else None)
        try:
            for part in response.iter_bytes():
                body += part
                self._received += len(part)
                if len(body) > self._retry_policy.max_body_bytes:
                    raise FetchError(
                        f"{_place(request)} answered more than {self._retry_policy.max_body_bytes:,} bytes",
                        retryable=False,
                    )
                if self._clock.now_s() - began_s > self._retry_policy.body_timeout_s:
                    raise httpx.ReadTimeout("the answer did not end")
        finally:
            response.close()
        return _Answer(response.status_code, response.headers, bytes(body))

    def _refusal(self, request: httpx.Request, answer: _Answer) -> FetchError:
        status = 429 if _is_too_often(answer) else answer.status
        text = f"{_place(request)} answered {answer.status}{self._vendor_words(answer.body)}"
        if status == 429 or status == 408 or status >= 500:
            return FetchError(text, status=status)
        return FetchError(f"{text}. {self._remedy}", retryable=False, status=status)

    def _vendor_words(self, body: bytes) -> str:
        """The system's own short reason, with anything of ours that it may echo taken out."""
        try:
            content = read_body(body)
        except ValueError:
            return ""
        content = content if isinstance(content, dict) else {}
        # Some put their words inside an object `error`.
        inner = content["error"] if isinstance(content.get("error"), dict) else content
        words = next((inner[name] for name in _WORDS if inner.get(name)), None)
        if not isinstance(words, str):
            return ""
        for secret in self._auth.secrets:
            words = words.replace(secret, "***")
        return f": {words[:200]}"


def _parsed(answer: _Answer) -> Any:
    return None if answer.status == 204 else read_body(answer.body)


def _plain(answer: _Answer) -> bytes:
    return answer.body


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


def _is_too_often(answer: _Answer) -> bool:
    """Some say 403 where others say 429."""
    headers = answer.headers
    limited = "Retry-After" in headers or headers.get("X-RateLimit-Remaining") == "0"
    return answer.status == 403 and (limited or any(f'"{word}"'.encode() in answer.body for word in _TOO_OFTEN))


def _asked_wait_s(answer: _Answer) -> float | None:
    """Seconds that the system asks us to wait: a number, or a date read against the system's own clock."""
    headers = answer.headers
    retry_after = headers.get("Retry-After", "").strip()
    if retry_after.isdecimal():
        return float(retry_after[:9])
    try:
        now = parsedate_to_datetime(headers["Date"]) if "Date" in headers else datetime.now(UTC)
        reset = next((headers[name] for name in _RESETS if headers.get(name, "").isdecimal()), None)
        if not retry_after and reset and (answer.status == 429 or _is_too_often(answer)):
            return max(1.0, int(reset[:12]) - now.timestamp())
        return max(0.0, (parsedate_to_datetime(retry_after) - now).total_seconds())
    except (ValueError, TypeError):
        return None
