"""Request bodies, read without trusting their length, their type or the pace of the client."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import anyio
from starlette.requests import ClientDisconnect, Request

from api.errors import Refusal

# How long a client may take over a whole body, and how many bytes a second it sends beyond that.
BODY_S, BODY_RATE = 30.0, 512 * 2**10


def require_type(request: Request, wanted: str) -> None:
    """Refuse (415) everything but one media type, in UTF-8, sent as it is."""
    media, _, rest = request.headers.get("content-type", "").partition(";")
    charset = rest.strip().lower().replace('"', "").replace(" ", "")
    plain = request.headers.get("content-encoding", "identity").lower() == "identity"
    if media.strip().lower() != wanted or charset not in ("", "charset=utf-8") or not plain:
        raise Refusal(
            415, "WRONG_MEDIA_TYPE", f"send `Content-Type: {wanted}`, in UTF-8, not compressed", {"accept-post": wanted}
        )


async def read_body(request: Request, limit: int, reserve: Callable[[int], None] | None = None) -> bytes:
    """The whole body; refuses (413) one that is longer than `limit` bytes before it is held, and (408) a slow one.

    `reserve` hears of the bytes of each piece before it is held, and may refuse it.
    """
    parts: list[bytes] = []
    async for part in _parts(request, limit):
        if reserve is not None:
            reserve(len(part))
        parts.append(part)
    return b"".join(parts)


async def spool_body(request: Request, limit: int, folder: Path) -> Path:
    """The body as a new file in a folder, in memory never more than a piece; refuses (413) as `read_body` does."""
    number, name = tempfile.mkstemp(prefix="records-", suffix=".jsonl", dir=folder)
    async with anyio.wrap_file(open(number, "wb")) as file:
        async for part in _parts(request, limit):
            await file.write(part)
    return Path(name)


async def _parts(request: Request, limit: int) -> AsyncIterator[bytes]:
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > limit:
        raise _too_long(limit)
    began, total, stream = anyio.current_time(), 0, request.stream().__aiter__()
    while True:
        try:
            # The clock is that of the whole body: a piece now and then does not keep a request open.
            with anyio.fail_after(began + BODY_S + total / BODY_RATE - anyio.current_time()):
                part = await anext(stream)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise Refusal(
                408,
                "TOO_SLOW",
                f"a body comes within {BODY_S:g} s, or faster than {BODY_RATE:,} bytes a second",
                {"connection": "close"},
            ) from None
        except ClientDisconnect:
            raise Refusal(400, "GONE", "the client went away") from None
        total += len(part)
        if total > limit:
            raise _too_long(limit)
        yield part


def _too_long(limit: int) -> Refusal:
    return Refusal(413, "TOO_LARGE", f"a body here is at most {limit:,} bytes long", {"connection": "close"})
