"""Request bodies, read without trusting their length, their type or the pace of the client."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import anyio
from starlette.requests import ClientDisconnect, Request

from api.errors import Refusal

# How long a client may take between two pieces of a body.
PATIENCE_S = 30.0


def require_type(request: Request, wanted: str) -> None:
    """Refuse (415) everything but one media type, in UTF-8, sent as it is."""
    media, _, rest = request.headers.get("content-type", "").partition(";")
    charset = rest.strip().lower().replace('"', "").replace(" ", "")
    plain = request.headers.get("content-encoding", "identity").lower() == "identity"
    if media.strip().lower() != wanted or charset not in ("", "charset=utf-8") or not plain:
        raise Refusal(
            415, "WRONG_MEDIA_TYPE", f"send `Content-Type: {wanted}`, in UTF-8, not compressed", {"accept-post": wanted}
        )


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body; refuses (413) one that is longer than `limit` bytes before it is held."""
    parts: list[bytes] = []
    async for part in _parts(request, limit):
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
    total, stream = 0, request.stream().__aiter__()
    while True:
        try:
            with anyio.fail_after(PATIENCE_S):
                part = await anext(stream)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise Refusal(408, "TOO_SLOW", "the body did not come", {"connection": "close"}) from None
        except ClientDisconnect:
            raise Refusal(400, "GONE", "the client went away") from None
        total += len(part)
        if total > limit:
            raise _too_long(limit)
        yield part


def _too_long(limit: int) -> Refusal:
    return Refusal(413, "TOO_LARGE", f"a body here is at most {limit:,} bytes long", {"connection": "close"})
