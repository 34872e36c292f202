"""Decoders of OTLP spans, from JSON and from protobuf, that read only the few attributes that count.

Attributes also hold what people and models said to each other (`gen_ai.input.messages`, tool arguments and results).
Those are never read: in JSON the text of an attribute that is not in WANTED is skipped, not decoded.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from loaders.connectors.otlp.dialects import WANTED

Scalar = str | int | float | bool
Attributes = dict[str, Scalar]

_KINDS = {"SPAN_KIND_INTERNAL": 1, "SPAN_KIND_SERVER": 2, "SPAN_KIND_CLIENT": 3}
# The limit of a decompressed body, against decompression bombs.
MAX_UNPACKED_BYTES = 64 * 2**20


class Undecodable(Exception):
    """A body that is no export of spans; the text says why and repeats nothing of it."""


class TooLarge(Exception):
    """A compressed body that unpacks to more than MAX_UNPACKED_BYTES."""


class RawSpan(NamedTuple):
    """One span as it came. Ids are hex in JSON and bytes in protobuf; times are nanoseconds since 1970, 0: absent."""

    trace_id: str | bytes
    span_id: str | bytes
    parent_id: str | bytes
    name: str
    kind: int
    start_ns: int
    end_ns: int
    attributes: Attributes


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


class _ResourceAttributes(msgspec.Struct):
    attributes: list[_Attribute] | None = None


class _ScopeSpans(msgspec.Struct):
    spans: list[msgspec.Raw] | None = None


class _ResourceSpans(msgspec.Struct):
    resource: _ResourceAttributes | None = None
    scopeSpans: list[_ScopeSpans] | None = None


class _Export(msgspec.Struct):
    resourceSpans: list[_ResourceSpans] | None = None


# A client packs a body in one go; what unpacks in more parts than this is made to keep us busy.
_MAX_MEMBERS = 1_000
_PIECE_BYTES = 2**16

_EXPORT = msgspec.json.Decoder(_Export)
_SPAN = msgspec.json.Decoder(_Span)
_VALUE = msgspec.json.Decoder(_Value | None)


def unpack(body: bytes) -> bytes:
    """A gzipped body, unpacked; linear in both lengths. Raises Undecodable, and TooLarge beyond MAX_UNPACKED_BYTES."""
    unpacked, rest = bytearray(), memoryview(body)
    try:
        for _ in range(_MAX_MEMBERS):
            stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
            while rest and not stream.eof:
                # What follows the end of a member is copied by zlib: of a piece, not of the whole body.
                piece = rest[:_PIECE_BYTES]
                unpacked += stream.decompress(piece, MAX_UNPACKED_BYTES + 1 - len(unpacked))
                if len(unpacked) > MAX_UNPACKED_BYTES:
                    raise TooLarge(f"the body unpacks to more than {MAX_UNPACKED_BYTES:,} bytes")
                rest = rest[len(piece) - len(stream.unused_data) :]
            if not stream.eof:
                raise Undecodable("the gzipped body is truncated")
            if not rest:
                return bytes(unpacked)
    except zlib.error:
        raise Undecodable("the body is not gzip") from None
    raise Undecodable(f"the gzipped body has more than {_MAX_MEMBERS} parts")


def read_json(body: bytes) -> Iterator[tuple[Attributes, Iterator[RawSpan | MalformedSpan]]]:
    """Per resource its attributes and its spans. Raises Undecodable."""
    try:
        export = _EXPORT.decode(body)
        for part in export.resourceSpans or ():
            raws = [raw for scope in part.scopeSpans or () for raw in scope.spans or ()]
            yield _attributes((part.resource and part.resource.attributes) or ()), map(_read_span, raws)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Undecodable(f"the body is not an export of spans in JSON: {_describe(error)}") from None


def is_digits(text: str) -> bool:
    """Whether a text is a whole number in ASCII digits, with a sign or not: Python reads those of any script."""
    return text.isascii() and text.removeprefix("-").isdigit()


def _nanoseconds(raw: int | str | None) -> int:
    if isinstance(raw, str) and raw and not is_digits(raw):
        raise ValueError("a time is not in digits")
    return int(raw or 0)


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
            _nanoseconds(span.startTimeUnixNano),
            _nanoseconds(span.endTimeUnixNano),
            _attributes(span.attributes or ()),
        )
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        return MalformedSpan(f"a field of a span has another type than documented: {_describe(error)}")


def _attributes(pairs: Iterable[_Attribute]) -> Attributes:
    attributes: Attributes = {}
    for attribute in pairs:
        if attribute.key in WANTED:
            value = _VALUE.decode(attribute.value)
            if value is None:
                continue
            if value.stringValue is not None:
                attributes[attribute.key] = value.stringValue
            elif value.intValue is not None:
                attributes[attribute.key] = value.intValue
            elif value.doubleValue is not None:
                attributes[attribute.key] = value.doubleValue
            elif value.boolValue is not None:
                attributes[attribute.key] = value.boolValue
    return attributes


def read_protobuf(body: bytes) -> Iterator[tuple[Attributes, Iterator[RawSpan | MalformedSpan]]]:
    """The same of an ExportTraceServiceRequest. Raises Undecodable."""
    from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    try:
        export = ExportTraceServiceRequest.FromString(body)
    except DecodeError:
        raise Undecodable("the body is not an export of spans in protobuf") from None
    for part in export.resource_spans:
        spans = (span for scope in part.scope_spans for span in scope.spans)
        yield _message_attributes(part.resource.attributes), map(_read_message, spans)


def _read_message(span: Any) -> RawSpan | MalformedSpan:
    return RawSpan(
        span.trace_id,
        span.span_id,
        span.parent_span_id,
        span.name,
        span.kind,
        span.start_time_unix_nano,
        span.end_time_unix_nano,
        _message_attributes(span.attributes),
    )


def _message_attributes(pairs: Iterable[Any]) -> Attributes:
    attributes: Attributes = {}
    for attribute in pairs:
        if attribute.key in WANTED:
            field = attribute.value.WhichOneof("value")
            if field in ("string_value", "int_value", "double_value", "bool_value"):
                attributes[attribute.key] = getattr(attribute.value, field)
    return attributes


def _describe(error: Exception) -> str:
    """What a decoder says of types and paths; other errors may repeat what they could not read."""
    return str(error) if isinstance(error, msgspec.ValidationError) else type(error).__name__
