"""Spans of our own: requests, questions, changes, snapshots; exported by OTLP/HTTP where the standard variables say where to.

Without `OTEL_EXPORTER_OTLP_ENDPOINT` nothing is imported and a span is one shared object that does nothing. Attributes are words of
ours and numbers: no name, id, address, text of a document or message of an error is ever in one.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from types import TracebackType
from typing import Any

from api.settings import otlp_endpoint
from api.terminal import print_error

Attributes = Mapping[str, str | int | float | bool]

# Requests that are not worth a span: what watches the server, and spans, of which each export would make the next one.
_UNTRACED = ("/livez", "/readyz", "/metrics", "/v1/traces")
# How long the last spans may take to be exported when a process ends.
_FLUSH_MS = 2_000

_provider: Any = None


class NoSpan:
    """A span that nobody records."""

    __slots__ = ()
    trace_id = ""

    def __enter__(self) -> NoSpan:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def set(self, attributes: Attributes) -> None:
        """Nothing."""


class Span:
    """A span that lasts as long as its block and is the parent of those begun within, in other threads and loops too."""

    __slots__ = ("_arguments", "_manager", "_span")

    def __init__(self, name: str, **arguments: Any) -> None:
        self._arguments = {"name": name, **arguments}

    def __enter__(self) -> Span:
        tracer = _provider.get_tracer("remit")
        # The message of an error may hold names; its class says enough.
        self._manager = tracer.start_as_current_span(
            **self._arguments, record_exception=False, set_status_on_exception=False
        )
        self._span = self._manager.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self.fail(kind.__name__)
        self._manager.__exit__(None, None, None)

    @property
    def trace_id(self) -> str:
        """The id of the trace, 32 hexadecimal digits."""
        return f"{self._span.get_span_context().trace_id:032x}"

    def set(self, attributes: Attributes) -> None:
        """Add attributes; a status of HTTP from 500 on makes the span one of a failure."""
        self._span.set_attributes(attributes)
        status = attributes.get("http.response.status_code", 0)
        if isinstance(status, int) and status >= 500:
            self.fail(str(status))

    def fail(self, kind: str) -> None:
        """Say that what the span is of failed, and by what kind of error."""
        from opentelemetry.trace import StatusCode

        self._span.set_attribute("error.type", kind)
        self._span.set_status(StatusCode.ERROR)


_NO_SPAN = NoSpan()


def start_tracing() -> None:
    """Export the spans of this process from now on, if the environment says where to; once per process."""
    global _provider
    if _provider is not None or otlp_endpoint() is None:
        return
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        print_error(
            "remit: no spans are exported: OTEL_EXPORTER_OTLP_ENDPOINT needs the extra `tracing`: pip install -c constraints.txt -e '.[tracing]', in the checkout"
        )
        return
    resource = Resource.create()
    ours = {"service.version": version("remit")}
    if str(resource.attributes["service.name"]).startswith("unknown_service"):
        ours["service.name"] = "remit"
    provider = TracerProvider(resource=resource.merge(Resource(ours)))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    _provider = provider


def flush_spans() -> None:
    """Export what was recorded so far; waits two seconds at most."""
    if _provider is not None:
        _provider.force_flush(_FLUSH_MS)


def span(name: str, attributes: Attributes | None = None) -> Span | NoSpan:
    """A span for a block."""
    return _NO_SPAN if _provider is None else Span(name, attributes=dict(attributes or {}))


def request_span(route: str, method: str, headers: list[tuple[bytes, bytes]], request_id: str) -> Span | NoSpan:
    """The span of a request, a child of the one that `traceparent` names (W3C Trace Context)."""
    if _provider is None or route in _UNTRACED:
        return _NO_SPAN
    from opentelemetry.trace import SpanKind
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    carrier = {
        name.decode(): text.decode("latin-1") for name, text in headers if name in (b"traceparent", b"tracestate")
    }
    attributes = {"http.request.method": method, "http.route": route, "remit.request_id": request_id}
    parent = TraceContextTextMapPropagator().extract(carrier)
    return Span(f"{method} {route}", context=parent, kind=SpanKind.SERVER, attributes=attributes)
