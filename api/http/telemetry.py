"""`POST /v1/traces`: spans as OTLP over HTTP, counted before they are acknowledged, written to the store soon after."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from typing import Any

import anyio
import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from api.access.audit_log import AuditError
from api.access.caller import Caller
from api.errors import Refusal
from api.http.body import read_body
from api.http.lifespan import Server
from api.workers.span_counter import FileLock, SingleWorker, close_journal, count, forget, tell, warm
from graph.errors import LeaseHeld, RemitError, StoreError
from loaders.connectors.otlp.export import JSON, PROTOBUF, ExportOutcome, TraceExportRequest
from loaders.connectors.otlp.schema import has_undelivered

MAX_BODY_BYTES = 16 * 2**20
# Bodies that wait to be counted, together; beyond it clients are asked to come again, as they know how to.
MAX_WAITING_BYTES = 64 * 2**20
# What is counted in one transaction: who waits shares the cost of one write to disk.
MAX_GROUP, MAX_GROUP_BYTES = 32, 8 * 2**20
TELL_S = 1.5
# Where spans never cease, it becomes this long: each telling is a run that the store notes.
STEADY_S = 5.0
# After a long telling the next one waits in proportion, so that a great store is not compiled without end.
_REST, _LONGEST_REST_S = 2.0, 60.0
_FORGET_S = 3_600.0
_AFTER_FAILURE_S = 3.0
_PASS_OVER_S = 10.0
_REASONS_SHOWN = 3

# How gRPC numbers what went wrong; OTLP answers with that number and a text.
_CODES = {400: 3, 408: 4, 413: 3, 429: 8, 503: 14}


class Telemetry:
    """The way of spans through one server process."""

    def __init__(self, server: Server) -> None:
        self._server, self._settings = server, server.holder.settings
        self._counting, self._telling = (SingleWorker(server.holder.in_memory) for _ in range(2))
        if server.holder.in_memory:
            # One journal in memory is for one thread.
            self._telling = self._counting
        self._turn = FileLock(self._settings.span_file())
        self._waiting: list[tuple[TraceExportRequest, asyncio.Future[ExportOutcome]]] = []
        self._came = asyncio.Event()
        self._reserved = 0
        self._tasks: list[asyncio.Task[None]] = []
        # By caller, what came since the audit was last told.
        self._unrecorded: defaultdict[str, Counter[str]] = defaultdict(Counter)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Count, and tell the store, for as long as this lasts; without REMIT_LOAD_TOKEN from the first export on."""
        if self._settings.load_token is not None:
            self._begin()
        try:
            yield
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await self._record()
            await asyncio.to_thread(self._counting.close)
            await asyncio.to_thread(self._telling.close)
            self._turn.give_back()
            close_journal(self._settings)

    def _check_source(self, caller: Caller) -> None:
        source = f"otlp:{self._settings.otlp_instance}"
        if not caller.may_write(source):
            raise Refusal(403, "FORBIDDEN", f"{caller.name} may not write {source!r}, the source of pushed spans")

    def _begin(self) -> None:
        if not self._tasks:
            self._tasks = [asyncio.create_task(work()) for work in (self._count, self._tell)]

    async def traces(self, request: Request) -> Response:
        """Count the spans of an export, each once. 200 says that they are on disk; `partialSuccess` tells what is refused."""
        self._check_source(request.state.caller)
        media, is_gzipped = _media(request)
        self._begin()
        try:
            taken = await self._take(request, media, is_gzipped)
        except (Refusal, StoreError) as error:
            refusal = (
                error if isinstance(error, Refusal) else Refusal(503, "NOT_COUNTED", str(error), {"retry-after": "5"})
            )
            request.state.audit["refused"] = refusal.detail
            self._server.metrics.rejected.labels(refusal.code).inc()
            return _problem(refusal, media)
        outcomes = {
            "accepted": taken.accepted,
            "duplicate": taken.duplicates,
            "other": taken.others,
            "refused": taken.refused.total(),
        }
        for outcome, number in outcomes.items():
            if number:
                self._server.metrics.spans.labels(outcome).inc(number)
        request.state.audit["spans"] = outcomes
        self._unrecorded[request.state.caller.name].update(exports=1, **outcomes)
        return _answer(taken, media)

    async def _take(self, request: Request, media: str, is_gzipped: bool) -> ExportOutcome:
        reserved = 0

        def reserve(size: int) -> None:
            """What has come counts, not what is announced: who announces much and sends nothing keeps nobody waiting."""
            nonlocal reserved
            if self._reserved + size > MAX_WAITING_BYTES:
                raise _Full
            reserved += size
            self._reserved += size

        try:
            body = await read_body(request, MAX_BODY_BYTES, reserve)
            future: asyncio.Future[ExportOutcome] = asyncio.get_running_loop().create_future()
            self._waiting.append((TraceExportRequest(media, is_gzipped, body), future))
            self._came.set()
            taken = await future
        except _Full:
            await _pass_over(request)
            raise Refusal(
                429, "BUSY", "too many spans wait to be counted; send these again later", {"retry-after": "1"}
            ) from None
        finally:
            self._reserved -= reserved
        if taken.problem:
            raise Refusal(413 if taken.is_too_large else 400, "BAD_EXPORT", taken.problem)
        return taken

    async def _count(self) -> None:
        with contextlib.suppress(RemitError):
            await self._counting.run(warm, self._settings)
        while True:
            await self._came.wait()
            group = self._next_group()
            try:
                results = await self._counting.run(count, self._settings, [export for export, _ in group])
            except Exception as error:
                failure = error if isinstance(error, StoreError) else StoreError("the spans could not be counted")
                self._server.log.error("spans not counted", problem=str(error), exc_info=error)
                for _, future in group:
                    if not future.done():
                        future.set_exception(failure)
                continue
            for (_, future), taken in zip(group, results, strict=True):
                # A client that went away is told nothing; its spans are counted, and known when it sends them again.
                if not future.done():
                    future.set_result(taken)

    def _next_group(self) -> list[tuple[TraceExportRequest, asyncio.Future[ExportOutcome]]]:
        size = taken = 0
        for export, _ in self._waiting[:MAX_GROUP]:
            size += len(export.body)
            if taken and size > MAX_GROUP_BYTES:
                break
            taken += 1
        group, self._waiting = self._waiting[:taken], self._waiting[taken:]
        if not self._waiting:
            self._came.clear()
        return group

    async def _tell(self) -> None:
        """Tell the store every now and then; a failure is logged and tried again."""
        pause, steady, forgot, is_first = TELL_S, TELL_S, 0.0, True
        while True:
            await asyncio.sleep(pause)
            pause, began = TELL_S, time.monotonic()
            await self._record()
            try:
                if not self._turn.take():
                    continue
                # At first always: the store may be another one than was told last.
                if await self._is_behind() or (is_first and await self._has_journal()):
                    is_first = False
                    outcome = await self._telling.run(tell, self._settings)
                    if outcome is None:
                        steady = TELL_S
                    else:
                        self._server.log.info(
                            "spans told", source=outcome.source, state=outcome.state, generation=outcome.generation
                        )
                        steady = min(1.5 * steady, STEADY_S)
                    pause = min(max(steady, _REST * (time.monotonic() - began)), _LONGEST_REST_S)
                    continue
                steady = TELL_S
                if began - forgot > _FORGET_S and await self._has_journal():
                    await self._telling.run(forget, self._settings)
                    forgot = began
            except LeaseHeld:
                continue
            except Exception as error:  # whatever it is, what was counted stays counted and is told later
                self._server.metrics.failures.inc()
                self._server.log.error("spans not told", problem=str(error), exc_info=error)
                pause = _AFTER_FAILURE_S

    async def _record(self) -> None:
        """Tell the audit what came of whom; spans are too many for a line each."""
        waiting, self._unrecorded = self._unrecorded, defaultdict(Counter)
        event = {"kind": "change", "name": "spans", "outcome": "done", "source": f"otlp:{self._settings.otlp_instance}"}
        try:
            await self._server.trail.write([{**event, "caller": name, **sums} for name, sums in waiting.items()])
        except AuditError as error:
            self._server.metrics.unrecorded.inc()
            self._server.log.error("not recorded", problem=str(error))
            for name, sums in waiting.items():
                self._unrecorded[name] += sums

    async def _is_behind(self) -> bool:
        path = self._settings.span_file()
        return True if path is None else await asyncio.to_thread(has_undelivered, path, int(time.time()))

    async def _has_journal(self) -> bool:
        path = self._settings.span_file()
        return path is not None and await asyncio.to_thread(path.exists)


class _Full(Exception):
    """No room for another piece of a body."""


def _media(request: Request) -> tuple[str, bool]:
    """The media type, and whether the body is gzipped; refuses (415) what OTLP does not send."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    coding = request.headers.get("content-encoding", "identity").strip().lower()
    if media not in (JSON, PROTOBUF) or coding not in ("identity", "gzip"):
        raise Refusal(
            415,
            "WRONG_MEDIA_TYPE",
            f"send spans as {PROTOBUF} or {JSON}, as they are or gzipped",
            {"accept-post": f"{PROTOBUF}, {JSON}", "accept-encoding": "gzip"},
        )
    return media, coding == "gzip"


async def _pass_over(request: Request) -> None:
    """Read a body and keep nothing of it: a client that is cut off while it sends would not see why."""
    size = 0
    with contextlib.suppress(ClientDisconnect), anyio.move_on_after(_PASS_OVER_S):
        async for part in request.stream():
            size += len(part)
            if size > MAX_BODY_BYTES:
                return


def _answer(taken: ExportOutcome, media: str) -> Response:
    """An ExportTraceServiceResponse."""
    number = taken.refused.total()
    reasons = [f"{count:,} {why}" for why, count in sorted(taken.refused.items())[:_REASONS_SHOWN]]
    text = "; ".join([*reasons, *(["and more"] if len(taken.refused) > _REASONS_SHOWN else [])])
    if media == JSON:
        fields: dict[str, Any] = (
            {"partialSuccess": {"rejectedSpans": str(number), "errorMessage": text}} if number else {}
        )
        return Response(orjson.dumps(fields), media_type=JSON)
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
        ExportTracePartialSuccess,
        ExportTraceServiceResponse,
    )

    partial = ExportTracePartialSuccess(rejected_spans=number, error_message=text) if number else None
    return Response(ExportTraceServiceResponse(partial_success=partial).SerializeToString(), media_type=PROTOBUF)


def _problem(refusal: Refusal, media: str) -> Response:
    """A google.rpc.Status: its code (field 1) and message (field 2)."""
    code, text = _CODES.get(refusal.status, 2), refusal.detail[:1000]
    if media == JSON:
        body = orjson.dumps({"code": code, "message": text})
    else:
        data = text.encode()
        body = bytes([0x08, code, 0x12]) + _varint(len(data)) + data
    return Response(body, refusal.status, dict(refusal.headers), media)


def _varint(number: int) -> bytes:
    parts = []
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])
