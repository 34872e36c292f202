"""One call once: told by an application, the hops between and a gateway, in files that were rotated, and pushed in any order.

`REMIT_TEST_CALLS=200000` tries the law of size with as many calls; the number here keeps it short.
"""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from spans import DAY_NS, NOON_NS, NOW_S, call, chat, envelope, execute, span

from graph.claims import Usage
from graph.moment import SECOND, read_moment
from graph.reason import COMPLETE
from graph.stores.base import Store
from loaders.base import Context, PendingRun, SpanFile
from loaders.connectors.otlp.export import JSON, TraceExportRequest, count_exports
from loaders.connectors.otlp.journal import Journal
from loaders.connectors.otlp.records import deliver, records
from loaders.connectors.otlp.schema import has_undelivered
from loaders.ingest import ingest
from loaders.models.prices import priced
from loaders.saved.files import load_runs

CONTEXT = Context(read_moment("2026-11-30T06:00:00Z"))
ADA = {"user.email": "ada@acme.example"}
HOP = {"http.request.method": "POST"}


def runs_of(path: Path) -> list[PendingRun]:
    return list(load_runs([path], CONTEXT)[0])


def rows_of(run: PendingRun) -> list[Usage]:
    return [record for _, record in run.records if isinstance(record, Usage)]


def pushed(*exports: bytes) -> list[Usage]:
    """What exports add up to that come one after the other."""
    journal = Journal()
    for export in exports:
        count_exports(journal, "default", [TraceExportRequest(JSON, False, export)], NOW_S)
    journal.settle(None)
    rows = [record for record in records(journal.changed().totals, "default") if isinstance(record, Usage)]
    journal.close()
    return rows


def written(*spans: dict[str, Any], service: str = "app") -> bytes:
    return json.dumps(envelope(spans, {"service.name": service})).encode()


def told_across_a_hop(trace: int, input_tokens: int = 1_000, output: int = 100) -> list[tuple[str, dict[str, Any]]]:
    """An application's call, its HTTP client, a gateway's HTTP server and its call: each with who exports it."""
    counts = {"gen_ai.usage.output_tokens": output, "gen_ai.request.model": "gpt-5.1"}
    return [
        ("app", chat(1, input_tokens, counts | ADA, trace=trace)),
        ("app", span(2, HOP, trace=trace, parent=1)),
        ("gateway", span(3, HOP, trace=trace, parent=2, kind="server")),
        ("gateway", chat(4, input_tokens, counts, trace=trace, parent=3)),
    ]


def test_a_call_across_a_hop_is_one_call(tmp_path: Path) -> None:
    """Case 03: 1 request, 1,000 in, 100 out, 0.00225 USD, ada."""
    spans = [one for _, one in told_across_a_hop(1)]
    (tmp_path / "spans.json").write_bytes(written(*spans))
    (run,) = runs_of(tmp_path)
    (row,) = rows_of(run)
    assert (row.requests, row.tokens[0], row.tokens[5], row.cost_nano) == (1, 1_000, 100, 2_250_000)
    assert (row.principal, row.resource) == ("Account:otlp/spans/ada@acme.example", "Model:openai/gpt-5.1")
    for order in (spans, spans[::-1], [spans[2], spans[0], spans[3], spans[1]]):
        (row,) = pushed(*(written(one) for one in order))
        assert (row.requests, row.tokens[0], row.principal) == (1, 1_000, "Account:otlp/default/ada@acme.example")


def test_the_first_caller_is_the_application() -> None:
    (row,) = pushed(
        *(written(chat(number, parent=number - 1), service=name) for number, name in ((1, "app"), (2, "gw")))
    )
    assert (row.application, row.principal) == ("Application:otlp/default/app", "Application:otlp/default/app")


def test_the_tokens_of_an_outer_span_count_where_the_inner_one_has_none() -> None:
    rows = pushed(written(chat(1, 10), span(2, HOP, parent=1), chat(3, 0, {"gen_ai.usage.output_tokens": 0}, parent=2)))
    assert (sum(row.requests for row in rows), sum(row.tokens[0] for row in rows)) == (1, 10)


@pytest.mark.parametrize("response_id", ["chatcmpl-1", "msg_0123456789abcdef"])
def test_the_id_of_a_response_joins_siblings(response_id: str) -> None:
    """An application and a gateway below one root, of which neither knows the other."""
    answer = {"gen_ai.response.id": response_id}
    root = span(1, HOP | ADA, kind="server")
    app, gateway = chat(2, 10, answer, parent=1), chat(3, 10, answer, parent=1)
    for order in ([root, app, gateway], [gateway, app, root]):
        (row,) = pushed(*map(written, order))
        assert (row.requests, row.tokens[0], row.principal) == (1, 10, "Account:otlp/default/ada@acme.example")
    other = chat(4, 10, {"gen_ai.response.id": "another"}, parent=1)
    assert sum(row.requests for row in pushed(written(root, app, gateway, other))) == 2
    # Two answers of one id in two traces are two answers.
    assert sum(row.requests for row in pushed(written(app, chat(2, 10, answer, trace=2)))) == 2


def test_whoever_a_span_above_names_is_who_used_it() -> None:
    spans = [
        span(1, HOP | ADA, kind="server"),
        span(2, {"gen_ai.operation.name": "invoke_agent"}, parent=1),
        chat(3, parent=2),
        execute(4, "search", parent=2),
        call(5, "search", {"mcp.server.name": "files"}, parent=4),
        span(6, {"enduser.id": "bob@acme.example"}, parent=2),
        chat(7, parent=6),
    ]
    for order in (spans, spans[::-1]):
        who = {(row.principal, row.resource): row.requests for row in pushed(*map(written, order))}
        assert who == {
            ("Account:otlp/default/ada@acme.example", "Model:openai/gpt-4o"): 1,
            ("Account:otlp/default/ada@acme.example", "McpTool:otlp/default/files/search"): 1,
            ("Account:otlp/default/bob@acme.example", "Model:openai/gpt-4o"): 1,
        }


def test_an_agent_and_a_tool_begin_work_of_their_own() -> None:
    """A model that an agent or a tool calls is no repetition of the call above."""
    spans = [chat(1), execute(2, "ask", parent=1), chat(3, parent=2)]
    spans += [span(4, {"gen_ai.operation.name": "invoke_agent"}, parent=1), chat(5, parent=4)]
    assert sum(row.requests for row in pushed(written(*spans)) if row.resource.startswith("Model:")) == 3
    assert {row.resource for row in pushed(written(*spans))} == {
        "Model:openai/gpt-4o",
        "McpTool:otlp/default/~unnamed/ask",
    }


def test_a_server_is_found_across_http() -> None:
    spans = [
        call(1, "search", {"mcp.server.name": "files"}),
        span(2, HOP, parent=1),
        call(3, "search", parent=2, kind="server"),
    ]
    for order in (spans, spans[::-1]):
        (row,) = pushed(*map(written, order))
        assert (row.requests, row.resource) == (1, "McpTool:otlp/default/files/search")


def test_parents_in_a_circle_and_deep_chains_end() -> None:
    circle = [span(1, HOP, parent=2), span(2, HOP, parent=1), chat(3, parent=2)]
    assert [row.requests for row in pushed(written(*circle))] == [1]
    depth = 20_000
    chain = [
        chat(1, 5),
        *(span(number, HOP, parent=number - 1) for number in range(2, depth)),
        chat(depth, 5, parent=depth - 1),
    ]
    (row,) = pushed(*(written(*chain[begin : begin + 5_000]) for begin in range(15_000, -1, -5_000)))
    assert (row.requests, row.tokens[0]) == (1, 5)


def test_files_of_a_folder_are_one_run_and_tell_one_call_once(tmp_path: Path) -> None:
    parts: dict[str, list[dict[str, Any]]] = {"app": [], "gateway": []}
    for service, one in told_across_a_hop(1):
        parts[service].append(one)
    # A rotated file continues the other: a call may end in the next one, and a span may stand in both.
    names = ("traces.jsonl", "traces-2026-11-20T10-00-00.000.jsonl", "traces_2.json", "traces.1.jsonl")
    pieces = [
        ("app", parts["app"][:1]),
        ("app", parts["app"]),
        ("gateway", parts["gateway"][1:]),
        ("gateway", parts["gateway"]),
    ]
    for name, (service, spans) in zip(names, pieces, strict=True):
        (tmp_path / name).write_bytes(written(*spans, service=service))
    (run,) = runs_of(tmp_path)
    (row,) = rows_of(run)
    assert (run.header.source, row.requests, row.tokens[0]) == ("otlp:traces", 1, 1_000)
    assert row.application == "Application:otlp/traces/app"


def test_files_of_services_in_one_folder_are_one_run(tmp_path: Path) -> None:
    for service, one in told_across_a_hop(1):
        with (tmp_path / f"{service}.jsonl").open("ab") as file:
            file.write(written(one, service=service) + b"\n")
    other = tmp_path / "b"
    other.mkdir()
    (other / "app.json").write_bytes(written(chat(9, trace=9)))
    (run,) = runs_of(tmp_path)
    assert (run.header.source, sum(row.requests for row in rows_of(run))) == ("otlp:app", 2)


# By dialect the attributes of one inference of 100 tokens in, of which 60 were read from and 30 written to the cache, and 40 out
# with 7 of reasoning. By the instrumentations' own source.
DIALECTS: dict[str, dict[str, Any]] = {
    "conventions 1.41": {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "anthropic",
        "gen_ai.response.model": "claude-sonnet-4-5",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.cache_read.input_tokens": 60,
        "gen_ai.usage.cache_creation.input_tokens": 30,
        "gen_ai.usage.output_tokens": 40,
        "gen_ai.usage.reasoning.output_tokens": 7,
    },
    "conventions of today": {
        "gen_ai.operation.name": "generate_content",
        "gen_ai.provider.name": "anthropic",
        "gen_ai.request.model": "claude-sonnet-4-5",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.cache_read.input_tokens": 60,
        "gen_ai.usage.cache_write.input_tokens": 30,
        "gen_ai.usage.output_tokens": 40,
        "gen_ai.usage.reasoning.output_tokens": 7,
    },
    "OpenInference": {
        "openinference.span.kind": "LLM",
        "llm.provider": "anthropic",
        "llm.model_name": "claude-sonnet-4-5",
        "llm.token_count.prompt": 100,
        "llm.token_count.prompt_details.cache_read": 60,
        "llm.token_count.prompt_details.cache_write": 30,
        "llm.token_count.completion": 40,
        "llm.token_count.completion_details.reasoning": 7,
        "llm.token_count.total": 140,
    },
    "OpenLLMetry": {
        "llm.request.type": "chat",
        "gen_ai.system": "Anthropic",
        "gen_ai.request.model": "claude-sonnet-4-5",
        "gen_ai.usage.prompt_tokens": 100,
        "gen_ai.usage.cache_read_input_tokens": 60,
        "gen_ai.usage.cache_creation_input_tokens": 30,
        "gen_ai.usage.completion_tokens": 40,
        "llm.usage.reasoning_tokens": 7,
        "llm.usage.total_tokens": 140,
    },
    "LiteLLM": {
        "gen_ai.operation.name": "acompletion",
        "llm.request.type": "acompletion",
        "gen_ai.system": "anthropic",
        "gen_ai.request.model": "anthropic/claude-sonnet-4-5",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.cache_read_input_tokens": 60,
        "gen_ai.usage.cache_creation_input_tokens": 30,
        "gen_ai.usage.output_tokens": 40,
        "gen_ai.usage.reasoning_tokens": 7,
        "gen_ai.usage.total_tokens": 140,
    },
    "pydantic-ai": {
        "gen_ai.operation.name": "chat",
        "gen_ai.system": "anthropic",
        "gen_ai.request.model": "claude-sonnet-4-5",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.details.cache_read_tokens": 60,
        "gen_ai.usage.details.cache_write_tokens": 30,
        "gen_ai.usage.output_tokens": 40,
        "gen_ai.usage.details.reasoning_tokens": 7,
    },
    "Vercel AI SDK": {
        "ai.operationId": "ai.streamText.doStream",
        "ai.model.provider": "anthropic.messages",
        "ai.model.id": "claude-sonnet-4-5",
        "ai.usage.inputTokens": 100,
        "ai.usage.inputTokenDetails.cacheReadTokens": 60,
        "ai.usage.inputTokenDetails.cacheWriteTokens": 30,
        "ai.usage.outputTokens": 40,
        "ai.usage.reasoningTokens": 7,
    },
    "a gateway's own words": {
        "gen_ai.operation.name": "chat",
        "gen_ai.system": "anthropic",
        "gen_ai.request.model": "claude-sonnet-4-5",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.cache_read_tokens": 60,
        "gen_ai.usage.cache_write_tokens": 30,
        "gen_ai.usage.output_tokens": 40,
        "gen_ai.usage.reasoning_tokens": 7,
    },
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_tells_the_same_call(dialect: str) -> None:
    (row,) = pushed(written(span(1, DIALECTS[dialect])))
    counts = dict(
        zip(
            ("uncached", "read", "written", "output", "reasoning"),
            (row.tokens[i] for i in (0, 1, 4, 5, 6)),
            strict=True,
        )
    )
    assert counts == {"uncached": 10, "read": 60, "written": 30, "output": 40, "reasoning": 7}
    assert (row.requests, row.resource) == (1, "Model:anthropic/claude-sonnet-4-5")


@pytest.mark.parametrize(
    ("attributes", "resource"),
    [
        (
            {"openinference.span.kind": "EMBEDDING", "embedding.model_name": "text-embedding-3-small"},
            "Model:openai/text-embedding-3-small",
        ),
        (
            {"ai.operationId": "ai.embed.doEmbed", "ai.model.id": "text-embedding-3-small"},
            "Model:openai/text-embedding-3-small",
        ),
        ({"gen_ai.operation.name": "aembedding", "gen_ai.request.model": "gpt-4o"}, "Model:openai/gpt-4o"),
        ({"openinference.span.kind": "TOOL", "tool.name": "search"}, "McpTool:otlp/default/~unnamed/search"),
        ({"ai.operationId": "ai.toolCall", "ai.toolCall.name": "search"}, "McpTool:otlp/default/~unnamed/search"),
        ({"traceloop.span.kind": "tool", "traceloop.entity.name": "search"}, "McpTool:otlp/default/~unnamed/search"),
        ({"gen_ai.tool.call.id": "call_1", "gen_ai.tool.name": "search"}, "McpTool:otlp/default/~unnamed/search"),
    ],
)
def test_other_work_has_its_words_too(attributes: dict[str, Any], resource: str) -> None:
    assert [(row.resource, row.requests) for row in pushed(written(span(1, attributes)))] == [(resource, 1)]


@pytest.mark.parametrize(
    "person",
    [
        {"metadata.user_api_key_user_email": "Ada@acme.example", "metadata.user_api_key_user_id": "u-1"},
        {"litellm.metadata.user_api_key_user_id": "ada@acme.example"},
        {"ai.telemetry.metadata.userId": "ada@acme.example"},
        {"traceloop.association.properties.user_id": "ada@acme.example"},
        {"metadata.user_api_key_user_id": "default_user_id", "enduser.id": "ada@acme.example"},
    ],
)
def test_people_have_their_words_too(person: dict[str, Any]) -> None:
    (row,) = pushed(written(chat(1, told=person)))
    assert row.principal == "Account:otlp/default/ada@acme.example"


def test_wrappers_of_frameworks_repeat_the_calls_in_them() -> None:
    """Vercel's outer span sums its steps; an agent of pydantic-ai sums its chats."""
    steps = [chat(number, 10, parent=1) for number in (2, 3)]
    outer = span(1, {"ai.operationId": "ai.generateText", "ai.usage.inputTokens": 20, "ai.model.id": "gpt-4o"})
    agent = span(1, {"gen_ai.operation.name": "invoke_agent", "gen_ai.usage.input_tokens": 20})
    for wrapper in (outer, agent):
        (row,) = pushed(written(wrapper, *steps))
        assert (row.requests, row.tokens[0]) == (2, 20)
    (row,) = pushed(written(outer))
    assert (row.requests, row.tokens[0]) == (1, 20)


def test_tokens_that_are_left_out_are_told(tmp_path: Path) -> None:
    """Case 05: what a gateway calls `acompletion` counts like a chat; work of an unknown name is counted in a reason."""
    spans = [chat(1, 1_000), chat(2, 999_000, {"gen_ai.operation.name": "acompletion"})]
    unknown = [chat(number, 5, {"gen_ai.operation.name": "dream"}, trace=number) for number in (3, 4)]
    # An agent that repeats the tokens of its calls leaves nothing out.
    agent = [span(5, {"gen_ai.operation.name": "invoke_agent", "gen_ai.usage.input_tokens": 7}), chat(6, 7, parent=5)]
    path = tmp_path / "spans.json"
    path.write_bytes(written(*spans, *agent))
    (run,) = runs_of(path)
    assert (sum(row.tokens[0] for row in rows_of(run)), run.reasons) == (1_000_007, [])
    path.write_bytes(written(*spans, *unknown, *agent))
    (run,) = runs_of(path)
    assert sum(row.tokens[0] for row in rows_of(run)) == 1_000_007
    assert [(reason.code, reason.detail[:2]) for reason in run.reasons] == [("TOKENS_LEFT_OUT", "2 ")]


def test_cache_tokens_by_another_name_are_disjoint(tmp_path: Path) -> None:
    """Case 04: 130,213 in, of which 128,955 were read and 1,253 written: 5 uncached, 0.044 USD."""
    counts = {"gen_ai.usage.cache_read_tokens": 128_955, "gen_ai.usage.cache_write_tokens": 1_253}
    told = {
        "gen_ai.system": "anthropic",
        "gen_ai.provider.name": "anthropic",
        "gen_ai.request.model": "claude-sonnet-4-5",
    }
    path = tmp_path / "spans.json"
    path.write_bytes(written(chat(1, 130_213, told | counts | {"gen_ai.usage.output_tokens": 40})))
    (row,) = rows_of(runs_of(path)[0])
    assert [row.tokens[i] for i in (0, 1, 4, 5)] == [5, 128_955, 1_253, 40]
    assert row.cost_nano == 44_000_250


TOOL_TOKENS = {"gen_ai.usage.input_tokens": 7}
TOOL = {"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "read", "gen_ai.tool.call.id": "call-1"}
MCP_TOOL = {"mcp.method.name": "tools/call", "gen_ai.tool.name": "read"}


@pytest.mark.parametrize("version", [1, 2])
def test_a_journal_of_before_takes_links_and_tokens_of_calls(tmp_path: Path, version: int) -> None:
    path = tmp_path / "spans"
    with closing(Journal(path)) as journal:
        count_exports(journal, "default", [TraceExportRequest(JSON, False, written(chat(1, 10)))], NOW_S)
        journal.changed()
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "DROP INDEX span_left_out; DROP INDEX link_left_out; ALTER TABLE span DROP COLUMN left_out;"
            f"ALTER TABLE span DROP COLUMN has_tokens; PRAGMA user_version = {version};"
        )
        if version == 1:
            connection.executescript(
                "DROP TABLE link; DROP TABLE dirty; CREATE INDEX mate ON span (call, role);"
                "CREATE INDEX child ON span (parent, role);"
            )
    assert has_undelivered(path, NOW_S)
    with closing(Journal(path)) as journal:
        export = written(span(2, HOP | ADA, parent=1), chat(3, 10, parent=2), span(4, TOOL | TOOL_TOKENS))
        count_exports(journal, "default", [TraceExportRequest(JSON, False, export)], NOW_S)
        assert has_undelivered(path, NOW_S)
        total, _ = (total for total in journal.changed().totals if total.requests)
        assert journal.left_out() == 1
    assert (total.requests, total.tokens[0], total.usage_key.who) == (1, 10, "Account:otlp/default/ada@acme.example")


CALLS = int(os.environ.get("REMIT_TEST_CALLS", "2000"))


def exports_of(calls: range, service: str) -> Iterator[bytes]:
    """What one service exports of calls, 500 of them at a time."""
    for begin in range(calls.start, calls.stop, 500):
        spans = [
            one
            for number in range(begin, min(begin + 500, calls.stop))
            for teller, one in told_across_a_hop(number + 1, 100 + number % 900, number % 50)
            if teller == service
        ]
        yield written(*spans, service=service)


def expected_totals() -> tuple[int, int, int]:
    return CALLS, sum(100 + number % 900 for number in range(CALLS)), sum(number % 50 for number in range(CALLS))


def totals_of(rows: list[Usage]) -> tuple[int, int, int]:
    assert {row.principal and row.principal.rpartition("/")[2] for row in rows} == {"ada@acme.example"}
    assert all(row == priced(row) for row in rows)
    return sum(row.requests for row in rows), sum(row.tokens[0] for row in rows), sum(row.tokens[5] for row in rows)


def test_calls_told_four_times_in_rotated_files_count_once(tmp_path: Path) -> None:
    parts = [*exports_of(range(CALLS), "app"), *exports_of(range(CALLS), "gateway")]
    for number in range(4):
        with (tmp_path / f"traces-{number}.jsonl").open("wb") as file:
            # Every fourth export, and the last ones of the file before: a rotation may repeat its end.
            file.writelines(line + b"\n" for line in [*parts[number::4], *parts[number - 1 :: 4][-2:]])
    (run,) = runs_of(tmp_path)
    assert totals_of(rows_of(run)) == expected_totals()
    assert run.rejected == []


def test_calls_pushed_by_several_at_once_count_once(tmp_path: Path) -> None:
    """Both services push from two clients each, some exports twice, while a third handle delivers."""
    path, begin_kb = tmp_path / "spans", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    Journal(path).close()

    def push(service: str, half: int) -> None:
        with closing(Journal(path)) as journal:
            for number, export in enumerate(exports_of(range(half * CALLS // 2, (half + 1) * CALLS // 2), service)):
                for _ in range(1 + number % 3 // 2):
                    count_exports(journal, "default", [TraceExportRequest(JSON, False, export)], NOW_S)

    clients = [threading.Thread(target=push, args=(service, half)) for service in ("app", "gateway") for half in (0, 1)]
    for client in clients:
        client.start()
    with closing(Journal(path)) as journal:
        while any(client.is_alive() for client in clients):
            journal.changed()
            clients[0].join(0.2)
        for client in clients:
            client.join()
        rows = [record for record in records(journal.changed().totals, "default") if isinstance(record, Usage)]
    assert totals_of(rows) == expected_totals()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - begin_kb < 700_000


def test_loads_and_pushes_are_one_source_in_every_store(store: Store, tmp_path: Path) -> None:
    """What an earlier version counted under the name of the files, two loads of them, and pushes between."""
    parts = [*exports_of(range(1_500), "app"), *exports_of(range(1_500), "gateway")]
    expected = 1_500, sum(100 + number % 900 for number in range(1_500)), sum(number % 50 for number in range(1_500))
    for name, half in (("a", parts[0::2]), ("b", parts[1::2])):
        (tmp_path / name).mkdir()
        (tmp_path / name / "traces-1.jsonl").write_bytes(b"".join(part + b"\n" for part in half))
    ingest(store, load_runs([tmp_path / "a"], CONTEXT)[0])
    context = Context(CONTEXT.observed_at + SECOND, spans=SpanFile(tmp_path / "spans", "default", 14))
    for name in ("a", "b", "a"):
        outcomes = ingest(store, load_runs([tmp_path / name], context)[0])
        assert {outcome.state for outcome in outcomes} == {COMPLETE}
        with closing(Journal(tmp_path / "spans")) as journal:
            count_exports(journal, "default", [TraceExportRequest(JSON, False, part) for part in parts[:4]], NOW_S)
            deliver(journal, store, "default", CONTEXT.observed_at + 2 * SECOND)
    usage = store.read().usage
    assert (int(usage.requests.sum()), int(usage.tokens[:, 0].sum()), int(usage.tokens[:, 5].sum())) == expected


def test_one_trace_of_many_calls_is_counted_in_linear_time() -> None:
    """All calls below one root that names who asked, and comes last."""
    calls = [
        one
        for number in range(CALLS)
        for one in (
            chat(4 * number + 2, 10, parent=1),
            span(4 * number + 3, HOP, parent=4 * number + 2),
            chat(4 * number + 4, 10, parent=4 * number + 3),
        )
    ]
    exports = [written(*calls[begin : begin + 3_000]) for begin in range(0, len(calls), 3_000)]
    (row,) = pushed(*exports, written(span(1, HOP | ADA)))
    assert (row.requests, row.tokens[0]) == (CALLS, 10 * CALLS)
    assert row.principal == "Account:otlp/default/ada@acme.example"
    assert row.day == NOON_NS // DAY_NS


@pytest.mark.parametrize(
    ("spans", "count"),
    [
        ([span(1, TOOL | TOOL_TOKENS)], 1),
        ([span(1, MCP_TOOL | TOOL_TOKENS)], 1),
        ([span(1, MCP_TOOL | TOOL_TOKENS, kind="server")], 1),
        ([span(1, TOOL | {"gen_ai.usage.reasoning.output_tokens": "many"})], 1),
        # A part of what a mere link carries is left out as well.
        ([span(1, {"gen_ai.operation.name": "dream", "gen_ai.usage.cache_read.input_tokens": 7}), chat(2)], 1),
        # The inference that a tool made tells them, below it or below another span of the same call.
        ([span(1, TOOL | TOOL_TOKENS), chat(2, 7, parent=1)], 0),
        ([span(1, TOOL | TOOL_TOKENS), span(2, TOOL), chat(3, 7, parent=2)], 0),
        ([span(1, TOOL), chat(2, 7)], 0),
    ],
)
def test_tokens_on_calls_of_tools_are_told(tmp_path: Path, spans: list[dict[str, Any]], count: int) -> None:
    path = tmp_path / "spans.json"
    path.write_bytes(written(*spans))
    (run,) = runs_of(path)
    rows_of(run)
    expected = [("TOKENS_LEFT_OUT", f"{count} ")] if count else []
    assert [(reason.code, reason.detail[:2]) for reason in run.reasons] == expected


def test_what_was_left_out_is_told_no_more_once_an_inference_below_comes(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "spans")) as journal:
        for export, left_out in ((span(1, TOOL | TOOL_TOKENS), 1), (chat(2, 7, parent=1), 0)):
            count_exports(journal, "default", [TraceExportRequest(JSON, False, written(export))], NOW_S)
            journal.settle(None)
            assert journal.left_out() == left_out


def test_a_span_with_tokens_that_has_no_place_is_refused(tmp_path: Path) -> None:
    """It was no part of anything, silently; without tokens it is."""
    path = tmp_path / "spans.json"
    link = {"gen_ai.operation.name": "dream"}
    placeless = span(2, link | TOOL_TOKENS) | {"startTimeUnixNano": "0", "endTimeUnixNano": "0"}
    path.write_bytes(written(chat(1, 1), placeless, span(3, link) | {"startTimeUnixNano": "0", "endTimeUnixNano": "0"}))
    (run,) = runs_of(path)
    rows_of(run)
    (refusal,) = run.rejected
    assert "its day is unknown" in refusal
