"""OpenTelemetry spans: what one says, which of several counts, what is never kept, and how days are told and closed.

The rows of `fixtures/otlp/golden` by hand, by the prices per million tokens of the table of that day: claude-sonnet-4-5
100 × 3 + 500 × 0.30 + 300 × 3.75 + 70 × 15 = 2,625 millionths of a dollar, where 900 input tokens are 500 read from the cache,
300 written to it and 100 others; gpt-4o 400 × 2.50 + 600 × 1.25 + 500 × 10 = 6,750; gpt-4o-mini 40 × 0.15 + 2 × 0.60 = 7.2.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from spans import CONTENT, DAY_NS, NOON_NS, NOW_S, PLANTED, call, chat, envelope, execute, span, written

from graph.claims import Edge, Node, Record, RunHeader, Usage
from graph.errors import RecordError
from graph.moment import SECOND, read_moment
from graph.ontology import EDGE_CODES
from graph.snapshot import snapshot_of
from graph.stores.memory import MemoryStore
from graph.stores.sqlite import SqliteStore
from loaders.base import Context, PendingRun
from loaders.connectors.otlp.export import JSON, PROTOBUF, ExportOutcome, TraceExportRequest, count_exports, read_export
from loaders.connectors.otlp.journal import Journal
from loaders.connectors.otlp.records import deliver, records
from loaders.connectors.otlp.schema import connect, has_undelivered, used_bytes
from loaders.connectors.otlp.span import SpanLink, SpanUsage
from loaders.ingest import ingest
from loaders.saved.files import load_runs

DAY = NOON_NS // DAY_NS
CONTEXT = Context(read_moment("2026-11-20T06:00:00Z"))


def as_protobuf(body: bytes) -> bytes:
    """The same export as protobuf; JSON of OTLP has ids in hex where that of protobuf has base64."""
    import base64

    from google.protobuf.json_format import ParseDict
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    told = json.loads(body)
    for part in told["resourceSpans"]:
        for scope in part["scopeSpans"]:
            for one in scope["spans"]:
                for name in one.keys() & {"traceId", "spanId", "parentSpanId"}:
                    one[name] = base64.b64encode(bytes.fromhex(one[name])).decode()
    return ParseDict(told, ExportTraceServiceRequest()).SerializeToString()


def facts_of(*spans: dict[str, Any], resource: Mapping[str, Any] | None = None) -> list[SpanUsage]:
    """What spans say, which is the same in both encodings, gzipped or not."""
    body = written(*spans, resource=resource)
    taken, read = read_export(TraceExportRequest(JSON, False, body), "default")
    facts = [one for one in read if isinstance(one, SpanUsage)]
    for export in (
        TraceExportRequest(JSON, True, gzip.compress(body)),
        TraceExportRequest(PROTOBUF, False, as_protobuf(body)),
        TraceExportRequest(PROTOBUF, True, gzip.compress(as_protobuf(body))),
    ):
        assert read_export(export, "default") == (taken, read)
    return facts


def fact_of(one: dict[str, Any], **resource: Any) -> SpanUsage:
    (found,) = facts_of(one, resource={name.replace("_", "."): told for name, told in resource.items()})
    return found


def add(journal: Journal, *spans: dict[str, Any], now_s: int = NOW_S) -> ExportOutcome:
    (taken,) = count_exports(
        journal,
        "default",
        [TraceExportRequest(JSON, False, written(*spans, resource={"service.name": "agent"}))],
        now_s,
    )
    return taken


def rows_of(journal: Journal) -> list[Usage]:
    """What the journal would tell of all its days."""
    journal.settle(None)
    return [one for one in records(journal.changed().totals, "default") if isinstance(one, Usage)]


@pytest.mark.parametrize(
    ("told", "tokens"),
    [
        ({"gen_ai.usage.input_tokens": 1000, "gen_ai.usage.output_tokens": 5}, (1000, 0, 0, 5, 0)),
        ({"gen_ai.usage.input_tokens": 1000, "gen_ai.usage.cache_read.input_tokens": 600}, (400, 600, 0, 1, 0)),
        (
            {
                "gen_ai.usage.input_tokens": 900,
                "gen_ai.usage.cache_read.input_tokens": 500,
                "gen_ai.usage.cache_creation.input_tokens": 300,
            },
            (100, 500, 300, 1, 0),
        ),
        # Told apart: more was read from the cache than came in.
        ({"gen_ai.usage.input_tokens": 20, "gen_ai.usage.cache_read_input_tokens": 600}, (20, 600, 0, 1, 0)),
        ({"gen_ai.usage.output_tokens": 50, "gen_ai.usage.reasoning.output_tokens": 20}, (7, 0, 0, 50, 20)),
        ({"gen_ai.usage.output_tokens": 5, "gen_ai.usage.reasoning.output_tokens": 20}, (7, 0, 0, 25, 20)),
        ({"gen_ai.usage.input_tokens": "12", "gen_ai.usage.output_tokens": 3.0}, (12, 0, 0, 3, 0)),
    ],
)
def test_counters_are_disjoint(told: dict[str, Any], tokens: tuple[int, ...]) -> None:
    assert fact_of(chat(1, 7, told)).tokens == tokens


def test_names_from_before_the_conventions_are_read() -> None:
    old = {"gen_ai.system": "OpenAI", "gen_ai.request.model": "gpt-4o", "llm.request.type": "completion"}
    told = old | {"gen_ai.usage.prompt_tokens": 40, "gen_ai.usage.completion_tokens": 2}
    assert fact_of(span(1, told))[3:] == (0, None, "", "", "", "Model:openai/gpt-4o", (40, 0, 0, 2, 0), False)
    del told["llm.request.type"]
    assert fact_of(span(1, told)).name == "Model:openai/gpt-4o"


@pytest.mark.parametrize(
    ("provider", "request_model", "response_model", "model"),
    [
        ("openai", "gpt-4o", "gpt-4o-2024-08-06", "Model:openai/gpt-4o-2024-08-06"),
        ("azure.ai.openai", "gpt-4o", None, "Model:azure/gpt-4o"),
        (
            "aws.bedrock",
            "anthropic.claude-3-haiku-20240307-v1:0",
            None,
            "Model:bedrock/anthropic.claude-3-haiku-20240307-v1:0",
        ),
        ("gcp.vertex_ai", "gemini-2.5-pro", None, "Model:vertex/gemini-2.5-pro"),
        ("x_ai", "grok-4", None, "Model:xai/grok-4"),
        ("My Gateway", "meta-llama/Llama-3", None, "Model:my-gateway/meta-llama/Llama-3"),
        (None, "claude-sonnet-4-5", None, "Model:anthropic/claude-sonnet-4-5"),
        ("openai", None, None, "Model:openai/~unnamed"),
    ],
)
def test_models_have_the_ids_of_other_connectors(
    provider: str | None, request_model: str | None, response_model: str | None, model: str
) -> None:
    told = {"gen_ai.operation.name": "chat", "gen_ai.provider.name": provider, "gen_ai.request.model": request_model}
    told["gen_ai.response.model"] = response_model
    assert fact_of(span(1, {name: one for name, one in told.items() if one is not None})).name == model


@pytest.mark.parametrize(
    ("told", "resource", "who"),
    [
        ({"user.email": "Ada@Acme.example", "user.id": "u-1"}, {}, "Account:otlp/default/ada@acme.example"),
        ({"user.id": "Ada@Acme.example"}, {}, "Account:otlp/default/ada@acme.example"),
        ({"enduser.id": "ada@acme.example", "user.id": "u-1"}, {}, "Account:otlp/default/ada@acme.example"),
        ({"user.id": "team/u%1"}, {"service.name": "s"}, "Account:otlp/default/team%2Fu%251"),
        ({"enduser.pseudo.id": "p-1"}, {}, "Account:otlp/default/p-1"),
        ({}, {"user.email": "ada@acme.example"}, "Account:otlp/default/ada@acme.example"),
        (
            {"user.email": "bob@acme.example"},
            {"user.email": "ada@acme.example"},
            "Account:otlp/default/bob@acme.example",
        ),
        (
            {"gen_ai.agent.id": "agent-7", "gen_ai.agent.name": "Closer"},
            {"service.name": "s"},
            "Application:otlp/default/agent-7",
        ),
        ({"gen_ai.agent.name": "Closer"}, {}, "Application:otlp/default/Closer"),
        ({"user.name": "Ada"}, {"service.name": "a/b"}, "Application:otlp/default/a%2Fb"),
        ({}, {}, ""),
    ],
)
def test_a_person_goes_before_an_agent_before_a_service(
    told: dict[str, Any], resource: dict[str, Any], who: str
) -> None:
    (found,) = facts_of(chat(1, told=told), resource=resource)
    assert found.who == who
    service = resource.get("service.name")
    assert found.application == (f"Application:otlp/default/{service.replace('/', '%2F')}" if service else "")


def test_spans_of_anything_else_say_nothing() -> None:
    others = [
        span(1, {"http.request.method": "GET", "server.address": "api.openai.com"}),
        span(2, {"gen_ai.operation.name": "invoke_agent", "gen_ai.usage.input_tokens": 9}),
        span(3, {"mcp.method.name": "tools/list"}),
        span(4, {}),
    ]
    outcome, read = read_export(TraceExportRequest(JSON, False, written(*others)), "default")
    assert (outcome.refused.total(), [type(one) for one in read]) == (0, [SpanLink] * 4)
    journal = Journal()
    assert add(journal, *others).others == 4
    assert rows_of(journal) == []


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (chat(1, trace="00" * 16), "traceId"),
        (chat(1, trace="5b8e"), "traceId"),
        (chat("zz" * 8), "spanId"),
        (chat(1, parent="12"), "parentSpanId"),
        (chat(1) | {"startTimeUnixNano": "0", "endTimeUnixNano": 0}, "its day is unknown"),
        (chat(1, told={"gen_ai.usage.input_tokens": -1}), "gen_ai.usage.input_tokens"),
        (chat(1, told={"gen_ai.usage.input_tokens": 2**41}), "gen_ai.usage.input_tokens"),
        (chat(1, told={"gen_ai.usage.output_tokens": 1.5}), "gen_ai.usage.output_tokens"),
        (chat(1, told={"gen_ai.usage.output_tokens": True}), "gen_ai.usage.output_tokens"),
        (chat(1, told={"gen_ai.request.model": "m" * 501}), "gen_ai.request.model"),
        (chat(1, told={"gen_ai.request.model": "a\0b"}), "gen_ai.request.model"),
        (chat(1, start_ns=NOON_NS + 3 * DAY_NS), "days to come"),
        (chat(1) | {"attributes": "all"}, "another type"),
        (chat(1) | {"startTimeUnixNano": "today"}, "another type"),
        (chat(1) | {"attributes": [{"key": "gen_ai.system", "value": {"stringValue": 7}}]}, "another type"),
    ],
)
def test_a_wrong_span_is_refused_alone_and_never_repeated(wrong: dict[str, Any], why: str) -> None:
    journal = Journal()
    taken = add(journal, chat(8), wrong, chat(9))
    assert (taken.accepted, taken.refused.total()) == (2, 1)
    assert why in next(iter(taken.refused))
    assert sum(row.requests for row in rows_of(journal)) == 2


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"resourceSpans":{}}', b"\xff\xfe", b'{"resourceSpans":' + b"[" * 100_000]
)
def test_what_is_no_export_is_told_so(body: bytes) -> None:
    journal = Journal()
    results = count_exports(
        journal,
        "default",
        [TraceExportRequest(JSON, False, body), TraceExportRequest(JSON, False, written(chat(1)))],
        NOW_S,
    )
    assert results[0].problem
    assert results[1].accepted == 1


def test_a_journal_that_is_full_takes_no_new_spans_and_says_so(tmp_path: Path) -> None:
    spans = [
        TraceExportRequest(JSON, False, written(*(chat(number) for number in range(first, first + 200))))
        for first in (1, 201)
    ]
    journal = Journal(tmp_path / "spans", max_bytes=1)
    [refused] = count_exports(journal, "default", spans[:1], NOW_S)
    assert (refused.accepted, sum(refused.refused.values())) == (0, 200)
    [why] = refused.refused
    assert why.startswith("new spans: the journal holds 0 MB, the most that REMIT_OTLP_JOURNAL_MB allows")
    journal.close()
    size = used_bytes(empty := connect(tmp_path / "spans"))
    empty.close()
    # What is known is known still, and what was counted stays.
    journal = Journal(tmp_path / "spans", max_bytes=size)
    assert count_exports(journal, "default", spans[:1], NOW_S)[0].accepted == 200
    again, beyond = count_exports(journal, "default", [*spans[:1], *spans[1:]], NOW_S)
    assert not again.refused
    assert (beyond.accepted, sum(beyond.refused.values())) == (0, 200)
    journal.close()


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b" " * (65 * 2**20))
    assert read_export(TraceExportRequest(JSON, True, bomb), "default")[0].is_too_large
    assert (
        "truncated"
        in read_export(TraceExportRequest(JSON, True, gzip.compress(written(chat(1)))[:-9]), "default")[0].problem
    )
    assert "gzip" in read_export(TraceExportRequest(JSON, True, b"plain"), "default")[0].problem
    in_two = gzip.compress(written(chat(1))[:40]) + gzip.compress(written(chat(1))[40:])
    assert len(read_export(TraceExportRequest(JSON, True, in_two), "default")[1]) == 1


def test_a_tool_call_told_three_times_counts_once_with_what_all_tell() -> None:
    told = {"gen_ai.tool.call.id": "call_1", "user.email": "ada@acme.example"}
    agent = [execute(1, "search", told), call(2, "search", parent=1)]
    server = call(3, "search", parent=2, kind="server")
    parts = {"resourceSpans": [*envelope(agent, {"service.name": "agent"})["resourceSpans"]]}
    parts["resourceSpans"] += envelope([server], {"service.name": "github"})["resourceSpans"]
    journal = Journal()
    count_exports(journal, "default", [TraceExportRequest(JSON, False, json.dumps(parts).encode())], NOW_S)
    (row,) = rows_of(journal)
    assert (row.principal, row.resource, row.requests, row.application) == (
        "Account:otlp/default/ada@acme.example",
        "McpTool:otlp/default/github/search",
        1,
        "Application:otlp/default/agent",
    )


def test_calls_that_another_process_may_tell_better_wait_for_it() -> None:
    """What was told and then counted elsewhere would make rows vanish, for which the store waits for a person."""
    journal = Journal()
    add(journal, call(3, "search", parent=2, kind="server"))
    journal.settle(NOW_S)
    assert journal.changed().days == {}
    add(journal, call(2, "search", {"mcp.server.name": "github"}), now_s=NOW_S + 3)
    (row,) = (row for row in records(journal.changed().totals, "default") if isinstance(row, Usage))
    assert (row.principal, row.requests) == ("Application:otlp/default/agent", 1)
    journal.settle(NOW_S + 10)
    assert [row.requests for row in rows_of(journal)] == [1]


@pytest.mark.parametrize(
    ("told", "kind", "resource"),
    [
        ({"mcp.server.name": "git/hub", "server.address": "x"}, "client", "McpTool:otlp/default/git%2Fhub/t"),
        (
            {"server.address": "MCP.Acme.example", "server.port": 8443},
            "client",
            "McpTool:otlp/default/mcp.acme.example:8443/t",
        ),
        (
            {"server.address": "mcp.acme.example", "server.port": 443},
            "client",
            "McpTool:otlp/default/mcp.acme.example/t",
        ),
        ({}, "client", "McpTool:otlp/default/~unnamed/t"),
        ({}, "server", "McpTool:otlp/default/agent/t"),
        ({"gen_ai.tool.name": "mcp__git_hub__list__all"}, "client", "McpTool:otlp/default/git_hub/list__all"),
        ({"mcp.method.name": "resources/read", "mcp.server.name": "files"}, "client", "McpServer:otlp/default/files"),
    ],
)
def test_a_server_is_known_by_the_name_that_spans_give_it(told: dict[str, Any], kind: str, resource: str) -> None:
    journal = Journal()
    add(journal, call(1, "t", told, kind=kind))
    assert [row.resource for row in rows_of(journal)] == [resource]


def test_the_first_telling_of_an_id_counts() -> None:
    journal = Journal()
    assert add(journal, chat(1, 10), chat(1, 99)).duplicates == 1
    assert add(journal, chat(1, 500, start_ns=NOON_NS - DAY_NS)).duplicates == 1
    assert add(journal, chat(1, 10, trace=2)).accepted == 1
    assert [(row.day, row.requests, row.tokens[0]) for row in rows_of(journal)] == [(DAY, 2, 20)]


def test_content_is_never_in_the_journal(tmp_path: Path) -> None:
    path = tmp_path / "spans"
    journal = Journal(path)
    add(journal, chat(1, told=CONTENT), execute(2, "search", CONTENT), call(3, "fetch", CONTENT))
    journal.settle(None)
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        assert PLANTED.encode() not in content
    assert any(b"search" in file.read_bytes() for file in tmp_path.iterdir())


def test_a_day_is_told_again_whole_and_only_when_it_changed() -> None:
    journal, store = Journal(), MemoryStore()
    add(journal, chat(1, 10), chat(2, 5, start_ns=NOON_NS - DAY_NS))
    first = deliver(journal, store, "default", NOW_S * SECOND)
    assert first is not None
    assert (first.source, first.added["usage"]) == ("otlp:default", 2)
    assert deliver(journal, store, "default", NOW_S * SECOND) is None
    add(journal, chat(3, 7))
    # A clock that was set back must not keep what was counted from the store.
    second = deliver(journal, store, "default", (NOW_S - 100) * SECOND)
    assert second is not None
    assert second.changed
    usage = store.read().usage
    assert sorted(zip(usage.day.tolist(), usage.tokens[:, 0].tolist(), strict=True)) == [(DAY - 1, 5), (DAY, 17)]
    assert (store.sources()[0].usage_days, store.sources()[0].scopes) == (None, {})


def test_calls_that_move_to_other_rows_wait_for_no_person() -> None:
    journal, store = Journal(), MemoryStore()
    add(journal, *(execute(number, f"tool-{number}", trace=number) for number in range(1, 41)))
    first = deliver(journal, store, "default", NOW_S * SECOND)
    add(journal, *(call(99, f"tool-{one}", {"mcp.server.name": "s"}, trace=one, parent=one) for one in range(1, 41)))
    moved = deliver(journal, store, "default", (NOW_S + 5) * SECOND)
    assert [first and first.state, moved and moved.state] == ["COMPLETE", "COMPLETE"]
    claims = store.read()
    assert claims.usage.requests.tolist() == [1] * 40
    assert all("/s/tool-" in claims.ids[resource] for resource in claims.usage.resource.tolist())
    assert not claims.held


def test_told_twice_after_a_crash_nothing_changes() -> None:
    journal, store = Journal(), MemoryStore()
    add(journal, chat(1, 10))
    journal.mark_delivered = lambda days, delivered_at: None  # type: ignore[method-assign]  # killed between the store and the journal
    deliver(journal, store, "default", NOW_S * SECOND)
    again = deliver(journal, store, "default", (NOW_S + 5) * SECOND)
    assert again is not None
    assert not again.changed


def test_a_day_that_lost_its_rows_is_emptied_in_the_store() -> None:
    journal, store = Journal(), MemoryStore()
    add(journal, call(2, "t", parent=1, kind="server"))
    journal.settle(None)
    deliver(journal, store, "default", NOW_S * SECOND)
    # The client called before midnight.
    add(journal, call(1, "t", {"mcp.server.name": "s"}, start_ns=NOON_NS - DAY_NS))
    deliver(journal, store, "default", (NOW_S + 1) * SECOND)
    usage = store.read().usage
    assert sorted(zip(usage.day.tolist(), usage.requests.tolist(), strict=True)) == [(DAY - 1, 1), (DAY, 0)]


def test_a_server_that_a_person_configured_is_that_server() -> None:
    """What a span calls `github` is, of the person behind it, the server that her own configuration calls so."""
    journal, store = Journal(), MemoryStore()
    ada, server = "Identity:hr/1", "McpServer:mcp/https://api.acme.example/mcp"
    claims: list[Record] = [
        Node(id=ada, props={"emails": ["ada@acme.example"]}),
        Edge(kind="CONNECTS_TO", source=ada, target=server, alias="github"),
        Edge(kind="EXPOSES", source=server, target="McpTool:mcp/https://api.acme.example/mcp/search"),
    ]
    header = RunHeader(source="hr:x", observed_at=NOW_S * SECOND)
    ingest(store, [PendingRun(header, [(0, claim) for claim in claims])])
    told = {"user.email": "Ada@acme.example", "mcp.server.name": "github"}
    add(journal, call(1, "search", told), call(2, "search", told | {"user.email": "bob@acme.example"}))
    deliver(journal, store, "default", NOW_S * SECOND)
    snapshot = snapshot_of(store, NOW_S * SECOND)
    used = snapshot.edges.kind == EDGE_CODES["USED"]
    ends = [end[used].tolist() for end in (snapshot.edges.source, snapshot.edges.target)]
    assert {(snapshot.ids[tail], snapshot.ids[head]) for tail, head in zip(*ends, strict=True)} == {
        ("Account:otlp/default/ada@acme.example", "McpTool:mcp/https://api.acme.example/mcp/search"),
        ("Account:otlp/default/bob@acme.example", "McpTool:otlp/default/github/search"),
    }


def test_another_journal_adds_and_replaces_nothing() -> None:
    """The file was lost, or another machine writes into the same store."""
    store = MemoryStore()
    for tokens in (10, 5):
        journal = Journal()
        add(journal, chat(tokens, tokens))
        deliver(journal, store, "default", NOW_S * SECOND)
    assert sorted(store.read().usage.tokens[:, 0].tolist()) == [5, 10]
    assert [state.source for state in store.sources()] == ["otlp:default", f"otlp:default/{journal.identity}"]
    add(journal, chat(6, 1))
    deliver(journal, store, "default", NOW_S * SECOND)
    assert sorted(store.read().usage.tokens[:, 0].tolist()) == [6, 10]


def test_a_store_from_a_backup_is_told_again_and_a_removed_source_is_not(tmp_path: Path) -> None:
    journal, path, backup = Journal(), tmp_path / "remit.db", tmp_path / "backup.db"

    def told(file: Path, moment: int) -> list[int]:
        with closing(SqliteStore(file)) as store:
            deliver(journal, store, "default", moment * SECOND)
            return sorted(store.read().usage.tokens[:, 0].tolist())

    add(journal, chat(1, 10, start_ns=NOON_NS - DAY_NS))
    assert told(path, NOW_S) == [10]
    shutil.copy(path, backup)
    add(journal, chat(2, 5))
    assert told(path, NOW_S + 1) == [5, 10]
    add(journal, chat(3, 7, start_ns=NOON_NS - DAY_NS))
    assert told(backup, NOW_S + 2) == [5, 17]
    assert told(tmp_path / "new.db", NOW_S + 3) == [5, 17]
    with closing(SqliteStore(tmp_path / "new.db")) as store:
        store.remove_source("otlp:default")
    assert told(tmp_path / "new.db", NOW_S + 4) == []


def test_a_closed_day_takes_no_more_spans_and_keeps_what_was_told(tmp_path: Path) -> None:
    journal, store = Journal(tmp_path / "spans", remembered_days=2), MemoryStore()
    old = NOON_NS - 30 * DAY_NS
    # A day of long ago is open as long as nothing of it was forgotten.
    assert add(journal, chat(1, 10, start_ns=old), call(2, "t", start_ns=old), chat(3, 1)).accepted == 3
    late = NOW_S + 3 * 86_400
    assert journal.forget(late) == 0  # not told yet
    deliver(journal, store, "default", (NOW_S + 20) * SECOND)
    assert journal.forget(NOW_S + 86_400) == 0
    assert journal.forget(late) == 2
    assert journal.forget(late) == 0
    taken = add(
        journal, chat(1, 10, start_ns=old), chat(4, 5, start_ns=old), chat(5, 2, start_ns=late * 10**9), now_s=late
    )
    assert (taken.accepted, taken.duplicates, taken.refused.total()) == (1, 0, 2)
    assert "closed" in next(iter(taken.refused))
    with sqlite3.connect(tmp_path / "spans") as connection:
        assert connection.execute("SELECT count(*) FROM span").fetchone()[0] == 1
    deliver(journal, store, "default", late * SECOND)
    assert sorted(store.read().usage.tokens[:, 0].tolist()) == [0, 1, 2, 10]


def test_two_handles_count_a_span_once(tmp_path: Path) -> None:
    path = tmp_path / "spans"
    assert not has_undelivered(path, NOW_S)
    one, other = Journal(path), Journal(path)
    assert not has_undelivered(path, NOW_S)
    assert add(one, chat(1), chat(2)).accepted == 2
    assert add(other, chat(2), chat(3)).accepted == 1
    assert add(one, chat(3), chat(4)).accepted == 1
    assert has_undelivered(path, NOW_S)
    assert [row.requests for row in rows_of(one)] == [4]


def load(path: Path, **told: Any) -> tuple[list[Usage], list[str], list[str]]:
    drafts, _ = load_runs([path], Context(CONTEXT.observed_at, **told))
    (draft,) = drafts
    rows = [record for _, record in draft.records if isinstance(record, Usage)]
    return rows, draft.rejected, [draft.header.source, *(reason.code for reason in draft.reasons)]


@pytest.mark.parametrize(
    ("name", "is_pretty"),
    [
        *((name, True) for name in ("traces.json", "traces.2026.json", "traces")),
        *((name, False) for name in ("traces.json", "traces.jsonl", "traces.2026.json", "traces")),
    ],
)
def test_files_are_known_by_content(name: str, is_pretty: bool, tmp_path: Path) -> None:
    path = tmp_path / name
    one = envelope([chat(1, 10), chat(2, 5)])
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(one, indent=2 if is_pretty else None).encode())
    rows, refused, told = load(path)
    assert ([row.tokens[0] for row in rows], refused, told) == ([15], [], ["otlp:traces"])


def test_a_file_of_the_collector_holds_an_export_per_line(tmp_path: Path) -> None:
    path = tmp_path / "spans.json"
    lines = [json.dumps(envelope([chat(number, 10), chat(1, 10)])) for number in (1, 2, 3)]
    path.write_text("\n".join(lines) + "\n")
    rows, _, told = load(path, source="otlp:prod")
    assert ([(row.requests, row.tokens[0]) for row in rows], told) == ([(3, 30)], ["otlp:prod"])
    path.write_text("\n".join(lines)[:-30])
    with pytest.raises(RecordError, match=r"spans.json:3: the body is not an export"):
        load(path)


def test_bad_spans_of_a_file_are_listed_or_refuse_it(tmp_path: Path) -> None:
    path = tmp_path / "spans.json"
    path.write_text(json.dumps(envelope([chat(1), chat(2, trace="0"), chat(3, trace="1")])))
    rows, refused, _ = load(path)
    assert ([row.requests for row in rows], len(refused)) == ([1], 1)
    assert "(2 spans)" in refused[0]
    with pytest.raises(RecordError, match="traceId"):
        load(path, lenient=False)
    path.write_text(json.dumps(envelope([span(1, {"http.request.method": "GET"})])))
    assert load(path)[2] == ["otlp:spans", "NO_SPANS"]
