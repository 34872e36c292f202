"""This file knows how OTLP writes spans down, as JSON and as protobuf, and reads of each the few attributes that count.

What people and models said to each other stands in attributes too (`gen_ai.input.messages`, tool arguments and results).
Those are never read: in JSON the text of an attribute that is not in WANTED is stepped over, not decoded.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

Scalar = str | int | float | bool
Attributes = dict[str, Scalar]

OPERATION, METHOD, REQUEST_TYPE = "gen_ai.operation.name", "mcp.method.name", "llm.request.type"
WANTED = frozenset(
    {
        OPERATION,
        METHOD,
        REQUEST_TYPE,
        "gen_ai.provider.name",
        "gen_ai.system",
        "gen_ai.request.model",
        "gen_ai.response.model",
        "gen_ai.usage.input_tokens",
        "gen_ai.usage.output_tokens",
        "gen_ai.usage.prompt_tokens",
        "gen_ai.usage.completion_tokens",
        "gen_ai.usage.cache_read.input_tokens",
        "gen_ai.usage.cache_read_input_tokens",
        "gen_ai.usage.cache_creation.input_tokens",
        "gen_ai.usage.cache_creation_input_tokens",
        "gen_ai.usage.reasoning.output_tokens",
        "gen_ai.usage.reasoning_tokens",
        "gen_ai.agent.id",
        "gen_ai.agent.name",
        "gen_ai.tool.name",
        "gen_ai.tool.call.id",
        "mcp.tool.name",
        "mcp.server.name",
        "server.address",
        "server.port",
        "service.name",
        "user.email",
        "user.id",
        "user.name",
        "enduser.id",
        "enduser.pseudo.id",
    }
)
_KINDS = {"SPAN_KIND_INTERNAL": 1, "SPAN_KIND_SERVER": 2, "SPAN_KIND_CLIENT": 3}
# What a compressed body may become: one that grows beyond is no export but a bomb.
MAX_UNPACKED_BYTES = 64 * 2**20


class Undecodable(Exception):
    """A body that is no export of spans; its text says why and repeats nothing of it."""


class TooLarge(Exception):
    """A compressed body that grows beyond all measure."""


class RawSpan(NamedTuple):
    """One span as it came. Ids are hex in JSON and bytes in protobuf; times are nanoseconds since 1970, 0: not told."""

    trace: str | bytes
    span: str | bytes
    parent: str | bytes
    name: str
    kind: int
    start_ns: int
    end_ns: int
    told: Attributes


class MalformedSpan(NamedTuple):
    """A span that cannot be read, and why."""

    why: str


class _Value(msgspec.Struct):
    stringValue: str | None = None
    intValue: int | str | None = None
    doubleValue: float | None = None
    boolValue: bool | None = None


class _Attribute(msgspec.Struct):
    key: str = ""
    value: msgspec.Raw = msgspec.Raw(b"null")


class _Span(msgspec.Struct):
    traceId: str | None = None
    spanId: str | None = None
    parentSpanId: str | None = None
    name: str | None = None
    kind: int | str | None = None
    startTimeUnixNano: int | str | None = None
    endTimeUnixNano: int | str | None = None
    attributes: list[_Attribute] | None = None


class _Resource(msgspec.Struct):
    attributes: list[_Attribute] | None = None


class _ScopeSpans(msgspec.Struct):
    spans: list[msgspec.Raw] | None = None


class _ResourceSpans(msgspec.Struct):
    resource: _Resource | None = None
    scopeSpans: list[_ScopeSpans] | None = None


class _Export(msgspec.Struct):
    resourceSpans: list[_ResourceSpans] | None = None


_EXPORT = msgspec.json.Decoder(_Export)
_SPAN = msgspec.json.Decoder(_Span)
_VALUE = msgspec.json.Decoder(_Value | None)


def unpack(body: bytes) -> bytes:
    """A gzipped body; raises Undecodable, and TooLarge beyond MAX_UNPACKED_BYTES."""
    found = b""
    try:
        while body:
            stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
            found += stream.decompress(body, MAX_UNPACKED_BYTES + 1 - len(found))
            if len(found) > MAX_UNPACKED_BYTES:
                raise TooLarge(f"the body unpacks to more than {MAX_UNPACKED_BYTES:,} bytes")
            if not stream.eof:
                raise Undecodable("the gzipped body is truncated")
            body = stream.unused_data
    except zlib.error:
        raise Undecodable("the body is not gzip") from None
    return found


def read_json(body: bytes) -> Iterator[tuple[Attributes, Iterator[RawSpan | MalformedSpan]]]:
    """Per resource its attributes and its spans; raises Undecodable."""
    try:
        export = _EXPORT.decode(body)
        for part in export.resourceSpans or ():
            raws = [raw for scope in part.scopeSpans or () for raw in scope.spans or ()]
            yield _told((part.resource and part.resource.attributes) or ()), map(_read_span, raws)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Undecodable(f"the body is not an export of spans in JSON: {_shown(error)}") from None


def _read_span(raw: msgspec.Raw) -> RawSpan | MalformedSpan:
    try:
        span = _SPAN.decode(raw)
        kind = span.kind or 0
        return RawSpan(
            span.traceId or "",
            span.spanId or "",
            span.parentSpanId or "",
            span.name or "",
            kind if isinstance(kind, int) else _KINDS.get(kind, 0),
            int(span.startTimeUnixNano or 0),
            int(span.endTimeUnixNano or 0),
            _told(span.attributes or ()),
        )
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        return MalformedSpan(f"a field of a span has another type than documented: {_shown(error)}")


def _told(attributes: Any) -> Attributes:
    told: Attributes = {}
    for attribute in attributes:
        if attribute.key in WANTED:
            found = _VALUE.decode(attribute.value)
            if found is None:
                continue
            if found.stringValue is not None:
                told[attribute.key] = found.stringValue
            elif found.intValue is not None:
                told[attribute.key] = found.intValue
            elif found.doubleValue is not None:
                told[attribute.key] = found.doubleValue
            elif found.boolValue is not None:
                told[attribute.key] = found.boolValue
    return told


def read_protobuf(body: bytes) -> Iterator[tuple[Attributes, Iterator[RawSpan | MalformedSpan]]]:
    """The same of an ExportTraceServiceRequest; raises Undecodable."""
    from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    try:
        export = ExportTraceServiceRequest.FromString(body)
    except DecodeError:
        raise Undecodable("the body is not an export of spans in protobuf") from None
    for part in export.resource_spans:
        spans = (span for scope in part.scope_spans for span in scope.spans)
        yield _told_in(part.resource.attributes), map(_see, spans)


def _see(span: Any) -> RawSpan | MalformedSpan:
    return RawSpan(
        span.trace_id,
        span.span_id,
        span.parent_span_id,
        span.name,
        span.kind,
        span.start_time_unix_nano,
        span.end_time_unix_nano,
        _told_in(span.attributes),
    )


def _told_in(attributes: Any) -> Attributes:
    told: Attributes = {}
    for attribute in attributes:
        if attribute.key in WANTED:
            which = attribute.value.WhichOneof("value")
            if which in ("string_value", "int_value", "double_value", "bool_value"):
                told[attribute.key] = getattr(attribute.value, which)
    return told


def _shown(error: Exception) -> str:
    """What a decoder says of types and places; other errors may repeat what they could not read."""
    return str(error) if isinstance(error, msgspec.ValidationError) else type(error).__name__
