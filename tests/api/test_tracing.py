"""Spans of our own reach a real receiver, hang together, and say nothing of whom they are about."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from api import tracing
from api.settings import Settings
from tests.api.organisation import LOAD_TOKEN, TOKEN, lines, load, node, organisation
from tests.api.test_serve import ROOT, process

if os.environ.get("REMIT_REQUIRE_ALL") != "1":
    pytest.importorskip("opentelemetry.sdk", reason="needs the extra `tracing`")
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http", reason="needs the extra `tracing`")

TRACE, PARENT = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
ASKED = '{ blastRadius(input: { start: ["Ada Byron"] }) { ... on BlastRadius { total } } }'
UNKNOWN = '{ blastRadius(input: { start: ["Nobody Atall"] }) { ... on UserError { code } } }'
RUN = {"record": "run", "source": "test:one", "observed_at": "2026-11-21T09:00:00Z"}


@contextmanager
def receiver() -> Iterator[tuple[str, list[Any]]]:
    """A receiver of OTLP/HTTP: its address, and every ResourceSpans that it got."""
    received: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            if self.headers.get("content-encoding") == "gzip":
                body = gzip.decompress(body)
            assert (self.path, self.headers["content-type"]) == ("/v1/traces", "application/x-protobuf")
            received.extend(ExportTraceServiceRequest.FromString(body).resource_spans)
            self.send_response(200)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", received
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def spans_of(received: list[Any]) -> list[Any]:
    return [span for resource in received for scope in resource.scope_spans for span in scope.spans]


def attributes_of(item: Any) -> dict[str, Any]:
    return {each.key: getattr(each.value, each.value.WhichOneof("value")) for each in item.attributes}


def test_requests_questions_and_changes_are_spans_of_one_trace(tmp_path: Path) -> None:
    load(Settings(store=f"sqlite:///{tmp_path}/remit.db"), organisation(), tmp_path)
    with receiver() as (address, received):
        environment = {"OTEL_EXPORTER_OTLP_ENDPOINT": address, "REMIT_TOKEN": TOKEN, "REMIT_LOAD_TOKEN": LOAD_TOKEN}
        with process(tmp_path, **environment) as (url, server):
            headers = {"authorization": f"Bearer {TOKEN}", "traceparent": f"00-{TRACE}-{PARENT}-01"}
            answers = [httpx.post(f"{url}/graphql", json={"query": text}, headers=headers) for text in (ASKED, UNKNOWN)]
            assert [answer.status_code for answer in answers] == [200, 200]
            loading = {"authorization": f"Bearer {LOAD_TOKEN}", "content-type": "application/x-ndjson"}
            text = lines(RUN, node("Identity:test/9", "New One"))
            assert httpx.post(f"{url}/records", content=text, headers=loading, timeout=30).status_code == 200
            # Nothing is lost when the server ends.
            server.send_signal(signal.SIGTERM)
            server.wait(20)
    spans = spans_of(received)
    by_name: dict[str, list[Any]] = {}
    for each in spans:
        by_name.setdefault(each.name, []).append(each)
    first, second = by_name["POST /graphql"]
    assert {each.trace_id.hex() for each in (first, second)} == {TRACE}
    assert {each.parent_span_id.hex() for each in (first, second)} == {PARENT}
    ids = [attributes_of(each)["remit.request_id"] for each in (first, second)]
    assert ids == [answer.headers["x-request-id"] for answer in answers]
    # The question is asked on another loop, and is a part of the request all the same.
    questions = by_name["question"]
    assert [each.parent_span_id for each in questions] == [first.span_id, second.span_id]
    assert [attributes_of(each)["remit.outcome"] for each in questions] == ["answered", "NOT_FOUND"]
    assert {attributes_of(each)["remit.question"] for each in questions} == {"blast-radius"}
    [records] = by_name["POST /records"]
    [change] = by_name["records"]
    assert change.parent_span_id == records.span_id
    assert {"snapshot open", "snapshot compile"} <= by_name.keys()
    # Who watches makes none.
    assert not any("livez" in name or "readyz" in name for name in by_name)
    assert {attributes_of(each.resource)["service.name"] for each in received} == {"remit"}
    shown = "".join(map(str, received))
    assert not any(text in shown for text in ("Ada", "Byron", "Atall", "Identity:", "test:one", "New One", TOKEN))
    assert f'"trace_id": "{TRACE}"' in (tmp_path / "log").read_text()


def test_commands_are_spans_too_and_a_receiver_that_is_gone_fails_none(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(lines(RUN, node("Identity:test/9", "New One")))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "REMIT_STORE": f"sqlite:///{tmp_path}/remit.db"}
    with receiver() as (address, received):
        environment |= {"OTEL_EXPORTER_OTLP_ENDPOINT": address, "OTEL_SERVICE_NAME": "remit-nightly"}
        words = [sys.executable, "-m", "remit", "load", "one.jsonl"]
        done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    names = {each.name for each in spans_of(received)}
    assert {"load", "snapshot compile"} <= names
    assert {attributes_of(each.resource)["service.name"] for each in received} == {"remit-nightly"}
    # The receiver has closed by now.
    environment["OTEL_EXPORTER_OTLP_TIMEOUT"] = "1"
    words = [sys.executable, "-m", "remit", "query", "blast-radius", "New One", "--format", "json"]
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=30)
    assert (done.returncode, '"total"' in done.stdout) == (0, True)


def test_without_the_variable_nothing_is_imported_and_nothing_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    tracing.start_tracing()
    with tracing.span("question", {"remit.question": "ranking"}) as one, tracing.span("load") as other:
        one.set({"remit.outcome": "answered"})
    assert one is other
    code = "import sys, api.tracing as t; t.start_tracing(); print([m for m in sys.modules if m.startswith('opentelemetry')])"
    environment = {name: text for name, text in os.environ.items() if not name.startswith("OTEL_")}
    words = [sys.executable, "-c", code]
    shown = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"
