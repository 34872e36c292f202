"""Calls to the endpoints of an issuer: JSON over HTTPS, bounded in bytes and time, no redirects."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx
import orjson

from graph.errors import FetchError
from loaders.live.config import is_safe_url
from loaders.live.http import tls_context

TIMEOUT_S = 5.0
MAX_BYTES = 2**20


def get_json(url: str) -> dict[str, Any]:
    """The JSON object at an address; raises FetchError."""
    return _call("GET", url, None, None)


def post_form(url: str, form: Mapping[str, str], auth: httpx.Auth | None) -> dict[str, Any]:
    """What an endpoint answers to a form; raises FetchError, which names no field of it."""
    return _call("POST", url, form, auth)


# Not packed: a small answer must not become a large one here.
_HEADERS = {"accept": "application/json", "accept-encoding": "identity", "user-agent": "remit"}


def _call(method: str, url: str, form: Mapping[str, str] | None, auth: httpx.Auth | None) -> dict[str, Any]:
    if not is_safe_url(url):
        raise FetchError("the issuer names an address that is not https", retryable=False)
    began_s, body = time.monotonic(), bytearray()
    try:
        request = httpx.Request(method, url, data=None if form is None else dict(form), headers=_HEADERS)
        where = f"{method} {request.url.host}{request.url.path}"
        with httpx.Client(verify=tls_context(), timeout=TIMEOUT_S, follow_redirects=False) as client:
            response = client.send(request, stream=True, auth=auth)
            for part in response.iter_raw():
                body += part
                if len(body) > MAX_BYTES or time.monotonic() - began_s > 2 * TIMEOUT_S:
                    raise FetchError(f"{where} answered too much or too slowly")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        # `from None`: what httpx raises carries the request, and the request may carry a secret.
        raise FetchError(f"{method} {urlsplit(url).netloc}: {type(error).__name__}") from None
    if response.status_code != 200:
        raise FetchError(
            f"{where} answered {response.status_code}{_error_code(bytes(body))}", status=response.status_code
        )
    try:
        content = orjson.loads(body)
    except orjson.JSONDecodeError:
        content = None
    if not isinstance(content, dict):
        raise FetchError(f"{where} answered 200, but no JSON object")
    return content


def _error_code(body: bytes) -> str:
    """The error code of RFC 6749, such as invalid_grant, which holds no secret."""
    try:
        code = orjson.loads(body).get("error")
    except (orjson.JSONDecodeError, AttributeError):
        return ""
    return f" ({code})" if isinstance(code, str) and len(code) < 64 and code.replace("_", "").isalnum() else ""
