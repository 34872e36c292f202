"""Authentication of HTTP requests, and the secrets of each that must not be printed."""

from __future__ import annotations

import base64
from collections.abc import Callable, Generator, Iterable, Mapping

import httpx

from loaders.base import Secret
from loaders.saved.parsing import read_body

_TOKEN_MARGIN_S = 60


class BasicAuth(httpx.Auth):
    """Signs with a key as the user name and an empty password."""

    def __init__(self, key: Secret) -> None:
        self._word = base64.b64encode(f"{key}:".encode()).decode()
        self.secrets = [str(key), self._word]

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Basic {self._word}"
        yield request


class HeaderAuth(httpx.Auth):
    """Signs each request with the same headers."""

    def __init__(self, headers: Mapping[str, str], secrets: Iterable[Secret]) -> None:
        self._headers, self.secrets = dict(headers), [str(secret) for secret in secrets]

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers.update(self._headers)
        yield request


class ClientCredentialsAuth(httpx.Auth):
    """Signs with an OAuth token that a form buys, and buys the next one before it ends."""

    def __init__(
        self, url: str, form: Mapping[str, str], secrets: Iterable[Secret], now_s: Callable[[], float]
    ) -> None:
        self._url, self._form, self._now_s = url, dict(form), now_s
        self.secrets = [str(secret) for secret in secrets]
        self._token, self._ends_s = "", float("-inf")

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._now_s() >= self._ends_s:
            answer = yield httpx.Request("POST", self._url, data=self._form, headers={"Accept": "application/json"})
            if answer.status_code != 200:
                # It stands for the answer that was wanted: tried again, or refused like a key that is not valid.
                if answer.status_code == 400:
                    answer.status_code = 401
                return
            self._keep(answer.read())
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request

    def _keep(self, body: bytes) -> None:
        content = read_body(body)
        token = content.get("access_token") if isinstance(content, dict) else None
        if not isinstance(token, str) or not token.isascii() or not token.isprintable():
            raise ValueError("its body holds no token")
        self.secrets.append(token)
        lasts_s = content.get("expires_in")
        lasts_s = int(lasts_s) if str(lasts_s).isdecimal() else 0
        self._token, self._ends_s = token, self._now_s() + max(0, lasts_s - _TOKEN_MARGIN_S)


Auth = BasicAuth | HeaderAuth | ClientCredentialsAuth
