"""A session of the official MCP SDK that lists a server's tools, in an event loop of its own, with its errors."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from graph.errors import FetchError, InputError
from loaders.connectors.mcp_introspection.config import Config
from loaders.live.http import RetryPolicy, tls_context

# Statuses that a second attempt does not change, and the exceptions among them.
_FINAL = range(400, 500)
_RETRYABLE = (408, 425, 429)


@dataclass(slots=True)
class ToolListing:
    """The pages that came so far, as JSON and in order; whether the last one was the end; the last error status."""

    pages: list[dict[str, Any]] = field(default_factory=list)
    is_complete: bool = False
    server: dict[str, Any] = field(default_factory=dict)
    status: int | None = None


def list_tools(config: Config, retry_policy: RetryPolicy) -> ToolListing:
    """All pages of tools, asked for once, from the first.

    Raises InputError if the SDK is not installed, and ListingInterrupted, which holds the pages that came before the error.
    """
    _check_installed()
    listing = ToolListing()
    with _quiet():
        try:
            _run(config, retry_policy, listing)
        except Exception as error:
            # `from None`: what the SDK raises carries the request, and the request carries the token.
            raise ListingInterrupted(_failure(config, error, listing), listing) from None
    return listing


def _run(config: Config, retry_policy: RetryPolicy, listing: ToolListing) -> None:
    """Run the session in an event loop of its own, in a thread of its own if the caller is inside a loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run(_within(config, retry_policy, listing))
        return
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, _within(config, retry_policy, listing)).result()


class ListingInterrupted(Exception):
    """A listing that an error ended."""

    def __init__(self, failure: FetchError, listing: ToolListing) -> None:
        super().__init__(str(failure))
        self.failure, self.listing = failure, listing


class _LimitExceeded(Exception):
    """A response, or the list, is longer than it may be."""


def _check_installed() -> None:
    try:
        import httpx2  # noqa: F401
        from mcp import Client  # noqa: F401
    except ImportError:
        raise InputError(
            "mcp_introspection needs the MCP SDK (version 2), which is not installed: pip install -c constraints.txt -e '.[introspection]', in the checkout"
        ) from None


async def _within(config: Config, retry_policy: RetryPolicy, listing: ToolListing) -> None:
    async with asyncio.timeout(retry_policy.body_timeout_s):
        await _list(config, retry_policy, listing)


async def _list(config: Config, retry_policy: RetryPolicy, listing: ToolListing) -> None:
    import httpx2
    from mcp import Client
    from mcp.client.streamable_http import streamable_http_client

    async def forget(request: httpx2.Request) -> None:
        # What the SDK asks beside the calls (a stream of events, the end of a session) may be refused.
        listing.status = None if request.method == "POST" else listing.status

    async def note(response: httpx2.Response) -> None:
        if response.status_code >= 300 and response.request.method == "POST":
            listing.status = response.status_code
        if response.status_code < 300:
            response.stream = _Bounded(response.stream, retry_policy.max_body_bytes)

    class _Bounded(httpx2.AsyncByteStream):
        def __init__(self, inner: Any, most: int) -> None:
            self._inner, self._left = inner, most

        async def __aiter__(self) -> AsyncIterator[bytes]:
            async for part in self._inner:
                self._left -= len(part)
                if self._left < 0:
                    raise _LimitExceeded(f"an answer has more than {retry_policy.max_body_bytes:,} bytes")
                yield part

        async def aclose(self) -> None:
            await self._inner.aclose()

    http = httpx2.AsyncClient(
        headers={"User-Agent": "remit", **config.headers},
        timeout=retry_policy.timeout_s,
        verify=tls_context(),
        event_hooks={"request": [forget], "response": [note]},
    )
    async with http:
        transport = streamable_http_client(config.url, http_client=http, max_sse_event_size=retry_policy.max_body_bytes)
        # No cache: what an earlier answer said must not pass for what the server says now.
        async with Client(transport, read_timeout_seconds=retry_policy.timeout_s, cache=None) as client:
            if client.server_info is not None:
                listing.server = client.server_info.model_dump(by_alias=True, mode="json", exclude_none=True)
            await _pages(client, config, listing)


async def _pages(client: Any, config: Config, listing: ToolListing) -> None:
    cursors: set[str | None] = set()
    cursor: str | None = None
    while True:
        if cursor in cursors or len(cursors) >= config.max_pages:
            raise _LimitExceeded(
                "it never ends" if cursor in cursors else f"there are more than {config.max_pages:,} pages"
            )
        cursors.add(cursor)
        page = await client.list_tools(cursor=cursor)
        listing.pages.append(page.model_dump(by_alias=True, mode="json", exclude_none=True))
        cursor = page.next_cursor
        if cursor is None:
            listing.is_complete = True
            return


def _failure(config: Config, error: BaseException, listing: ToolListing) -> FetchError:
    """Why a listing ended early, without text that anybody else wrote: a server may echo what it was sent."""
    remedy = f"Check the settings url, token and header of mcp_introspection, instance {config.instance}"
    inner = _first_error(error)
    status = listing.status
    if status in (301, 302, 303, 307, 308):
        return FetchError(
            f"tools/list: the server sends elsewhere ({status}). {remedy}", retryable=False, status=status
        )
    if status is not None:
        final = status in _FINAL and status not in _RETRYABLE
        text = f"tools/list: the server answered {status}"
        return FetchError(f"{text}. {remedy}" if final else text, retryable=not final, status=status)
    if isinstance(inner, _LimitExceeded):
        return FetchError(f"tools/list: {inner}", retryable=False)
    if isinstance(inner, TimeoutError) or "Timeout" in type(inner).__name__:
        return FetchError("tools/list: no answer in time")
    if "Connect" in type(inner).__name__:
        return FetchError("tools/list: no connection")
    code = getattr(getattr(inner, "error", None), "code", None)
    detail = f" (error {code})" if isinstance(code, int) else f" ({type(inner).__name__})"
    return FetchError(f"tools/list: the server did not answer as the protocol says{detail}")


def _first_error(error: BaseException) -> BaseException:
    """The first error inside groups of errors."""
    while isinstance(error, BaseExceptionGroup) and error.exceptions:
        error = error.exceptions[0]
    return error


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence the SDK's logs, which quote the server; the run reports the error in its own words."""
    loggers = [logging.getLogger(name) for name in ("mcp", "client", "httpx2")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
