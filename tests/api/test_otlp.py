"""`POST /v1/traces` over real HTTP: both encodings, what is refused and how, that what was acknowledged survives anything."""

from __future__ import annotations

import base64
import gzip
import io
import json
import multiprocessing
import os
import random
import re
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from pydantic import SecretStr

import api.http.telemetry
from api.context import StoreContext
from api.settings import Settings, read_settings
from api.workers.span_counter import FileLock
from graph.errors import InputError
from graph.moment import now
from graph.snapshot import SnapshotDirectory
from loaders.connectors.otlp.export import TraceExportRequest, count_exports
from loaders.connectors.otlp.journal import Journal
from tests.api.organisation import LOAD_TOKEN, TOKEN, load, organisation
from tests.api.test_serve import process

sys.path.insert(0, str(Path(__file__).parents[1] / "loaders"))
from spans import CONTENT, PLANTED, call, chat, written

JSON = {"content-type": "application/json"}
PROTOBUF = {"content-type": "application/x-protobuf"}
BEARER = {"authorization": f"Bearer {LOAD_TOKEN}"}
ASKING = {"authorization": f"Bearer {TOKEN}"}
HOUR_AGO_NS = (now() // 1_000_000 - 3_600) * 10**9
# REMIT_TEST_KILLS=20 kills as many servers, each at a moment of chance.
KILLS = int(os.environ.get("REMIT_TEST_KILLS", "1"))
ADA = {"user.email": "ada@acme.example"}


def fresh(number: int, tokens: int = 10, **more: Any) -> dict[str, Any]:
    return chat(number, tokens, ADA, start_ns=HOUR_AGO_NS, **more)


def in_protobuf(number: int) -> bytes:
    request = ExportTraceServiceRequest()
    span = request.resource_spans.add().scope_spans.add().spans.add()
    span.trace_id, span.span_id = bytes(15) + b"\1", number.to_bytes(8, "big")
    span.start_time_unix_nano, span.kind = HOUR_AGO_NS, 3
    for name, text in (("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"), *ADA.items(), *CONTENT.items()):
        span.attributes.add(key=name).value.string_value = text
    span.attributes.add(key="gen_ai.usage.input_tokens").value.int_value = 10
    span.attributes.add(key="gen_ai.request.model").value.string_value = "gpt-4o"
    return request.SerializeToString()


def tokens_in(settings: Settings) -> tuple[int, int]:
    """Requests and input tokens of what spans told, as the store has them."""
    with StoreContext(settings) as house:
        usage = house.store.read().usage
        ours = [number for number, state in enumerate(house.store.read().sources) if state.source == "otlp:default"]
    rows = [row for row, source in enumerate(usage.claimed_by.tolist()) if source in ours]
    return int(usage.requests[rows].sum()), int(usage.tokens[rows, 0].sum())


def wait_until(reached: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not reached() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert reached()


@pytest.fixture
def embedded(folder: Path) -> Settings:
    """A store in a file that holds the organisation, with a token."""
    found = Settings(store=f"sqlite:///{folder}/remit.db", token=SecretStr(TOKEN), load_token=SecretStr(LOAD_TOKEN))
    load(found, organisation(), folder)
    return found


@pytest.fixture
def http(served: Callable[[Settings], str], guarded: Settings) -> httpx.Client:
    return httpx.Client(base_url=served(guarded), headers=BEARER, timeout=30)


def test_spans_become_usage_that_questions_see_within_seconds(http: httpx.Client) -> None:
    ask = '{ blastRadius(input: { start: ["Ada Byron"] }) { ... on BlastRadius { columns { id uses exercised } } } }'

    def uses() -> dict[str, Any]:
        told = http.post("/graphql", json={"query": ask}, headers=ASKING).json()["data"]["blastRadius"]["columns"]
        return dict(zip(told["id"], zip(told["uses"], told["exercised"], strict=True), strict=True))

    tool = call(7, "query", {**ADA, "mcp.server.name": "warehouse"}, start_ns=HOUR_AGO_NS)
    with http:
        began = time.monotonic()
        answer = http.post("/v1/traces", content=written(fresh(1), fresh(2), tool), headers=JSON)
        assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, b"{}", "application/json")
        wait_until(lambda: "McpTool:otlp/default/warehouse/query" in uses())
        assert time.monotonic() - began < 10
        told = uses()
        assert told["Model:openai/gpt-4o"] == (2, "YES")
        assert told["McpTool:otlp/default/warehouse/query"] == (1, "YES")


def test_both_encodings_answer_in_kind_and_know_each_others_spans(http: httpx.Client, guarded: Settings) -> None:
    with http:
        for headers, body in ((PROTOBUF, in_protobuf(1)), (JSON, written(fresh(1), fresh(2)))):
            for content, coding in ((body, {}), (gzip.compress(body), {"content-encoding": "gzip"})):
                answer = http.post("/v1/traces", content=content, headers=headers | coding)
                assert (answer.status_code, answer.headers["content-type"]) == (200, headers["content-type"])
        metrics = http.get("/metrics", headers=ASKING).text
        assert 'remit_spans_total{outcome="accepted"} 2.0' in metrics
        assert 'remit_spans_total{outcome="duplicate"} 4.0' in metrics
        wait_until(lambda: tokens_in(guarded) == (2, 20))


def test_refused_spans_are_counted_and_the_others_kept(http: httpx.Client) -> None:
    bad = [fresh(1), fresh(2, trace="00"), fresh(3, trace="11"), fresh(4, tokens=-4)]
    with http:
        answer = http.post("/v1/traces", content=written(*bad), headers=JSON).json()
        assert answer["partialSuccess"]["rejectedSpans"] == "3"
        assert "2 a span whose traceId" in answer["partialSuccess"]["errorMessage"]
        request = ExportTraceServiceRequest.FromString(in_protobuf(9))
        request.resource_spans[0].scope_spans[0].spans[0].trace_id = b"short"
        told = http.post("/v1/traces", content=request.SerializeToString(), headers=PROTOBUF)
        partial = ExportTraceServiceResponse.FromString(told.content).partial_success
        assert (told.status_code, partial.rejected_spans) == (200, 1)
        assert "traceId" in partial.error_message


def test_what_cannot_be_taken_is_refused_as_otlp_says(http: httpx.Client) -> None:
    def ask(content: bytes, **headers: str) -> httpx.Response:
        return http.post(
            "/v1/traces", content=content, headers={n.replace("_", "-"): text for n, text in headers.items()}
        )

    with http:
        undecodable = ask(b'{"resourceSpans": [', **{"content-type": "application/json"})
        assert (undecodable.status_code, undecodable.json()["code"]) == (400, 3)
        in_kind = ask(b"\xff\xff", **{"content-type": "application/x-protobuf"})
        assert (in_kind.status_code, in_kind.headers["content-type"]) == (400, "application/x-protobuf")
        assert in_kind.content[:3] == bytes([0x08, 3, 0x12])
        assert in_kind.content[4:].decode() == "the body is not an export of spans in protobuf"
        assert ask(b"{}", **{"content-type": "text/plain"}).status_code == 415
        assert ask(b"{}", content_type="application/json", content_encoding="br").status_code == 415
        large = ask(b" " * (api.http.telemetry.MAX_BODY_BYTES + 1), **{"content-type": "application/json"})
        assert (large.status_code, large.json()["code"]) == (413, 3)
        bomb = gzip.compress(b" " * (65 * 2**20))
        assert ask(bomb, content_type="application/json", content_encoding="gzip").status_code == 413
        assert ask(b"plain", content_type="application/json", content_encoding="gzip").status_code == 400
        assert ask(b"", **{"content-type": "application/json"}).status_code == 400
        assert ask(b"", **{"content-type": "application/x-protobuf"}).status_code == 200
        assert http.get("/v1/traces").status_code == 405
        assert ask(b"{}", content_type="application/json", authorization="Bearer no").status_code == 401


def test_without_a_token_nothing_is_taken(client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> httpx.Response:
        async with client(settings) as http:
            answer: httpx.Response = await http.post("/v1/traces", content=written(fresh(1)), headers=JSON)
            return answer

    answer = anyio.run(go)
    assert (answer.status_code, answer.json()["code"]) == (403, "FORBIDDEN")


def waiting(address: str) -> int:
    """Requests being answered, the one that asks not counted."""
    text = httpx.get(f"{address}/metrics", headers=ASKING).text
    return int(float(re.findall(r"^remit_in_flight (.*)$", text, re.MULTILINE)[0])) - 1


def test_a_full_queue_asks_clients_to_come_again(
    served: Callable[[Settings], str], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Larger than what a socket holds: a client that is cut off while it sends would not see the answer.
    body, go_on = written(*map(fresh, range(1, 8_000))), threading.Event()
    counted = api.http.telemetry.count

    def count_slowly(*told: Any) -> Any:
        go_on.wait(20)
        return counted(*told)

    monkeypatch.setattr(api.http.telemetry, "count", count_slowly)
    monkeypatch.setattr(api.http.telemetry, "MAX_WAITING_BYTES", 4 * len(body))
    address = served(guarded)
    codes: list[int] = []

    def push() -> int:
        return httpx.post(f"{address}/v1/traces", content=body, headers=JSON | BEARER, timeout=30).status_code

    clients = [threading.Thread(target=lambda: codes.append(push())) for _ in range(4)]
    for one in clients:
        one.start()
    wait_until(lambda: waiting(address) == 4)
    # Questions are answered meanwhile.
    assert httpx.get(f"{address}/livez", headers=BEARER).status_code == 200
    full = httpx.post(f"{address}/v1/traces", content=body, headers=JSON | BEARER)
    assert (full.status_code, full.json()["code"], full.headers["retry-after"]) == (429, 8, "1")
    go_on.set()
    for one in clients:
        one.join()
    assert codes == [200] * 4
    assert push() == 200


def test_content_is_nowhere(
    embedded: Settings, served: Callable[[Settings], str], folder: Path, log: io.StringIO
) -> None:
    with httpx.Client(base_url=served(embedded), headers=BEARER, timeout=30) as http:
        planted = chat(1, told={**ADA, **CONTENT}, start_ns=HOUR_AGO_NS)
        assert http.post("/v1/traces", content=written(planted), headers=JSON).status_code == 200
        assert http.post("/v1/traces", content=in_protobuf(2), headers=PROTOBUF).status_code == 200
        broken = written(planted).replace(b'"stringValue": "[', b'"stringValue": 7, "x": "[')
        assert http.post("/v1/traces", content=broken, headers=JSON).status_code == 200
        assert http.post("/v1/traces", content=written(planted)[:-20], headers=JSON).status_code == 400
    wait_until(lambda: tokens_in(embedded) == (2, 20))
    wait_until(lambda: len(SnapshotDirectory(folder / "remit.db.snapshots").open().usage) > 1)
    kept = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    kept["log"] = log.getvalue().encode()
    # What is looked for is found where it should be.
    assert b"ada@acme.example" in kept["remit.db.spans"] + kept["remit.db.spans-wal"]
    assert b"v1/traces" in kept["log"]
    forms = (PLANTED.encode(), base64.b64encode(PLANTED.encode())[:-4], PLANTED.encode("utf-16-le"))
    assert [name for name, content in kept.items() for form in forms if form in content] == []


def test_a_killed_server_keeps_what_it_acknowledged_and_doubles_nothing(folder: Path) -> None:
    settings = Settings(store=f"sqlite:///{folder}/remit.db")
    sent: set[int] = set()
    acknowledged: set[int] = set()
    is_heard = threading.Event()
    for life in range(KILLS):
        with process(folder, REMIT_TOKEN=TOKEN, REMIT_LOAD_TOKEN=LOAD_TOKEN) as (address, server):

            def push(life: int = life, address: str = address) -> None:
                with httpx.Client(base_url=address, headers=BEARER, timeout=30) as http:
                    for batch in range(1_000):
                        numbers = [1 + life * 100_000 + batch * 20 + one for one in range(20)]
                        # What a life did not hear of, the next one sends again.
                        numbers += list(sent - acknowledged)
                        sent.update(numbers)
                        try:
                            answer = http.post("/v1/traces", content=written(*map(fresh, numbers)), headers=JSON)
                        except httpx.TransportError:
                            return
                        assert answer.status_code == 200
                        acknowledged.update(numbers)
                        is_heard.set()

            client = threading.Thread(target=push)
            client.start()
            # The first life is heard of before it ends, on a busy machine too.
            is_heard.wait(30)
            time.sleep(random.uniform(0.5, 3.0))
            server.send_signal(signal.SIGKILL)
            client.join()
    assert len(acknowledged) > 20
    wait_until(lambda: not _others_alive(folder))
    with process(folder, REMIT_TOKEN=TOKEN, REMIT_LOAD_TOKEN=LOAD_TOKEN) as (address, _):
        everything = [fresh(number) for number in sorted(sent)]
        for begin in range(0, len(everything), 5_000):
            body = written(*everything[begin : begin + 5_000])
            answer = httpx.post(f"{address}/v1/traces", content=body, headers=JSON | BEARER, timeout=30)
            assert (answer.status_code, answer.content) == (200, b"{}")
        metrics = httpx.get(f"{address}/metrics", headers=ASKING).text
        found = [line for line in metrics.splitlines() if line.startswith("remit_spans_total{")]
        told = {line.split('"')[1]: int(float(line.rpartition(" ")[2])) for line in found}
        # Everything acknowledged was known; of the rest each was counted before or is now.
        assert told.get("duplicate", 0) >= len(acknowledged)
        assert sum(told.values()) == len(sent)
        wait_until(lambda: tokens_in(settings) == (len(sent), 10 * len(sent)))


def _others_alive(folder: Path) -> list[str]:
    """Processes that still have a file of this folder open."""
    found = []
    for links in Path("/proc").glob("[0-9]*/fd"):
        if links.parent.name != str(os.getpid()):
            try:
                found += [str(links) for link in links.iterdir() if str(link.readlink()).startswith(str(folder))]
            except OSError:
                continue
    return found


def test_workers_share_one_journal(folder: Path) -> None:
    settings = Settings(store=f"sqlite:///{folder}/remit.db")
    with process(folder, workers=2, REMIT_TOKEN=TOKEN, REMIT_LOAD_TOKEN=LOAD_TOKEN) as (address, server):
        body = written(*map(fresh, range(1, 101)))
        for _ in range(8):
            # A connection each: whichever process takes it, it knows what the other one counted.
            answer = httpx.post(f"{address}/v1/traces", content=body, headers=JSON | BEARER, timeout=30)
            assert (answer.status_code, answer.content) == (200, b"{}")
        wait_until(lambda: tokens_in(settings) == (100, 1_000))
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0
    log = (folder / "log").read_text()
    assert "Traceback" not in log
    requests = [json.loads(line)["spans"] for line in log.splitlines() if '"spans"' in line]
    assert sum(told["accepted"] for told in requests) == 100
    assert sum(told["duplicate"] for told in requests) == 700
    wait_until(lambda: not _others_alive(folder))


def test_what_a_server_did_not_tell_the_next_one_tells(
    embedded: Settings, served: Callable[[Settings], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api.http.telemetry, "_AFTER_FAILURE_S", 0.5)
    journal = Journal(embedded.span_file())
    count_exports(
        journal, "default", [TraceExportRequest("application/json", False, written(fresh(1)))], now() // 10**6
    )
    journal.close()
    address = served(embedded)
    wait_until(lambda: tokens_in(embedded) == (1, 10))
    # The process that counts dies: what it had not acknowledged is sent again, to the next one.
    assert (
        httpx.post(f"{address}/v1/traces", content=written(fresh(2)), headers=JSON | BEARER, timeout=30).status_code
        == 200
    )
    for child in multiprocessing.active_children():
        child.kill()
    codes = []
    for _ in range(20):
        answer = httpx.post(f"{address}/v1/traces", content=written(fresh(3)), headers=JSON | BEARER, timeout=30)
        codes.append(answer.status_code)
        if answer.status_code == 200:
            break
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert codes[-1] == 200
    wait_until(lambda: tokens_in(embedded) == (3, 30))


def test_one_process_has_the_turn_to_tell_and_leaves_it(tmp_path: Path) -> None:
    one, other = FileLock(tmp_path / "spans"), FileLock(tmp_path / "spans")
    assert one.take()
    assert one.take()
    assert not other.take()
    one.give_back()
    assert other.take()
    assert not one.take()
    other.give_back()
    assert FileLock(None).take()


def test_settings_of_telemetry(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMIT_OTLP_INSTANCE", "prod-eu")
    monkeypatch.setenv("REMIT_OTLP_DAYS", "30")
    settings = read_settings()
    assert (settings.otlp_instance, settings.otlp_days) == ("prod-eu", 30)
    assert settings.span_file() == Path(".remit/remit.db.spans")
    assert Settings(store="neo4j://h:7687/x").span_file() == Path(".remit/spans")
    assert Settings(store="memory:").span_file() is None
    monkeypatch.setenv("REMIT_OTLP_INSTANCE", "a/b")
    with pytest.raises(InputError, match="otlp_instance"):
        read_settings()
