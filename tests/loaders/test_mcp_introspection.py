"""One named MCP server, the SDK's own behind a real socket: its tools to the end of the cursor, and never more than that."""

from __future__ import annotations

import asyncio
import builtins
import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.claims import Edge, Node
from graph.errors import InputError, RecordError
from graph.moment import read_moment
from graph.stores.base import Outcome
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page, PendingRun, Secret
from loaders.connectors import mcp_introspection
from loaders.live.http import Clock, FetchContext, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from tests.loaders.cursor_api import FastClock
from tests.loaders.mcp_api import TOKEN, ToolServer, Trouble, serving, tool

MORNING, NEXT_MORNING = "2026-11-20T06:00:00Z", "2026-11-21T06:00:00Z"
NOW = read_moment(MORNING)
NAMES = ("close", "edit", "purge", "search", "send")
SCOPES = ("McpServer", "McpTool", "EXPOSES")


@pytest.fixture(scope="module")
def running() -> Iterator[ToolServer]:
    with serving(ToolServer()) as found:
        yield found


@pytest.fixture
def api(running: ToolServer) -> ToolServer:
    """The same server for every test, as if it were new."""
    fresh = ToolServer([tool(name) for name in NAMES], url=running.url)
    for name in ToolServer.__dataclass_fields__:
        setattr(running, name, getattr(fresh, name))
    return running


def config(api: ToolServer, **terms: Any) -> mcp_introspection.Config:
    return mcp_introspection.Config(**{"instance": "crm", "url": api.url, **terms})


def retry_policy(**terms: Any) -> RetryPolicy:
    return RetryPolicy(**{"max_attempts": 2, "initial_wait_s": 0.01, "timeout_s": 5, "body_timeout_s": 10, **terms})


def read(api: ToolServer, bears: RetryPolicy | None = None, **terms: Any) -> PendingRun:
    clock = FastClock()
    io = FetchContext(NOW, Clock(clock.now_s, clock.sleep), bears or retry_policy())
    pages = mcp_introspection.fetch(config(api, **terms), io, None)
    [draft] = mcp_introspection.normalize(pages, Context(NOW, source="mcp_introspection:crm"))
    return draft


def run(api: ToolServer, store: MemoryStore, at: str = MORNING, **terms: Any) -> Outcome:
    clock = FastClock()
    [outcome] = sync(
        store,
        "mcp_introspection",
        config(api, **terms),
        SyncOptions(retry_policy=retry_policy(), clock=Clock(clock.now_s, clock.sleep, lambda: read_moment(at))),
    )
    return outcome


def tools(draft: PendingRun) -> dict[str, Node]:
    return {r.name or "": r for _, r in draft.records if isinstance(r, Node) and r.id.startswith("McpTool:")}


@pytest.mark.parametrize("modern", [True, False], ids=["2026", "with a handshake"])
def test_tools_are_listed_to_the_end_of_the_cursor_and_then_vouched_for(api: ToolServer, modern: bool) -> None:
    api.modern = modern
    draft = read(api)
    server = f"McpServer:mcp/{api.url}"
    assert tuple(tools(draft)) == NAMES
    assert draft.complete == SCOPES
    assert {(e.source, e.target) for _, e in draft.records if isinstance(e, Edge)} == {
        (server, f"McpTool:mcp/{api.url}/{name}") for name in NAMES
    }
    [node] = [r for _, r in draft.records if isinstance(r, Node) and r.id == server]
    assert node.name == api.url
    assert node.props == {"url": api.url, "transport": "http", "server_name": "crm-server", "version": "3.2.1"}
    assert [cursor for method, cursor in api.asked if method == "tools/list"] == [None, "2", "4"]
    assert {method for method, _ in api.asked} <= {
        "server/discover",
        "initialize",
        "notifications/initialized",
        "tools/list",
        "GET",
        "DELETE",
    }


@pytest.mark.parametrize("modern", [True, False], ids=["2026", "with a handshake"])
def test_a_server_may_answer_with_events_and_keep_sessions(modern: bool) -> None:
    with serving(ToolServer([tool(name) for name in NAMES], modern=modern), streams=True) as api:
        draft = read(api)
        assert (tuple(tools(draft)), draft.complete) == (NAMES, SCOPES)
        api.trouble = lambda method, number: Trouble(405, b"") if method in ("GET", "DELETE") else None
        assert read(api).complete == SCOPES


@pytest.mark.parametrize(
    ("hints", "read_only", "destructive", "open_world"),
    [
        ({}, False, True, True),
        ({"readOnlyHint": True}, True, False, True),
        ({"readOnlyHint": True, "destructiveHint": True}, True, True, True),
        ({"readOnlyHint": False}, False, True, True),
        ({"destructiveHint": False}, False, False, True),
        ({"destructiveHint": True, "openWorldHint": False}, False, True, False),
    ],
)
def test_an_absent_hint_has_its_documented_default(
    api: ToolServer, hints: dict[str, bool], read_only: bool, destructive: bool, open_world: bool
) -> None:
    api.tools = [tool("one", **hints)]
    props = tools(read(api))["one"].props
    assert (props["read_only"], props["destructive"], props["open_world"]) == (read_only, destructive, open_world)
    assert set(props["declared"]) == set(hints)


def test_the_evidence_says_with_which_credential_the_tools_were_listed(api: ToolServer) -> None:
    def evidence(draft: PendingRun) -> set[str | None]:
        return {record.evidence for _, record in draft.records if isinstance(record, Edge)}

    assert evidence(read(api)) == {"listed by tools/list without a credential; another caller may be shown others"}
    [said] = evidence(read(api, token=Secret(TOKEN)))
    assert said is not None
    assert "with the token of instance crm" in said
    assert TOKEN not in said


@pytest.mark.parametrize(
    ("header", "token", "sent"),
    [
        ("Authorization", TOKEN, f"Bearer {TOKEN}"),
        ("Authorization", f"Token {TOKEN}", f"Token {TOKEN}"),
        ("X-Api-Key", TOKEN, TOKEN),
    ],
)
def test_the_token_goes_where_the_settings_say(api: ToolServer, header: str, token: str, sent: str) -> None:
    api.wanted = (header, sent)
    assert len(tools(read(api, header=header, token=Secret(token)))) == len(NAMES)


@pytest.mark.parametrize("token", [Secret(), Secret("wrong-5c1")])
@pytest.mark.parametrize("modern", [True, False])
def test_a_refused_token_is_a_failed_run_that_names_the_setting_and_asks_once(
    api: ToolServer, token: Secret, modern: bool
) -> None:
    store = MemoryStore()
    run(api, store)
    api.wanted, api.modern = ("Authorization", f"Bearer {TOKEN}"), modern
    api.asked.clear()
    outcome = run(api, store, NEXT_MORNING, token=token)
    assert (outcome.state, [reason.code for reason in outcome.reasons]) == ("FAILED", ["UNAUTHORIZED"])
    assert "token and header of mcp_introspection, instance crm" in outcome.reasons[0].detail
    assert not token or token not in repr(outcome)
    assert not any(outcome.retired.values())
    assert len(api.asked) <= 2


HTML = Trouble(body=b"<html>", headers=((b"content-type", b"text/html"),))
EMPTY = Trouble(body=b"{}", headers=((b"content-type", b"application/json"),))
TROUBLES = {
    "429": Trouble(429, b"{}"),
    "500": Trouble(500, b"oh"),
    "html": HTML,
    "another shape": EMPTY,
    "truncated": Trouble(cut=True),
}


@pytest.mark.parametrize(
    ("trouble", "modern"),
    [*((trouble, True) for trouble in TROUBLES.values()), (TROUBLES["429"], False), (TROUBLES["truncated"], False)],
)
def test_each_answer_may_fail_once_and_nothing_is_missed(api: ToolServer, trouble: Trouble, modern: bool) -> None:
    api.modern = modern
    undisturbed = tools(read(api))
    plan = list(api.asked)
    for method, number in [(method, api.count(method)) for method, _ in dict.fromkeys(plan)] + [("tools/list", 1)]:
        api.asked.clear()
        api.trouble = lambda asked, now, method=method, number=number: (
            trouble if (asked, now) == (method, number) else None
        )
        draft = read(api)
        assert (tools(draft), draft.complete, draft.reasons) == (undisturbed, SCOPES, []), method


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES.keys())
@pytest.mark.parametrize("page", [1, 3])
def test_a_page_that_keeps_failing_retires_nothing_and_the_next_run_heals_it(
    api: ToolServer, trouble: Trouble, page: int
) -> None:
    store = MemoryStore()
    run(api, store)
    api.asked.clear()
    api.trouble = lambda method, now: trouble if method == "tools/list" and (now - 1) % page == page - 1 else None
    outcome = run(api, store, NEXT_MORNING)
    assert outcome.state == ("FAILED" if page == 1 else "PARTIAL")
    assert not any(outcome.retired.values())
    assert [reason.code for reason in outcome.reasons] == ["FETCH_FAILED"]
    api.trouble = lambda method, number: None
    assert run(api, store, NEXT_MORNING).state == "COMPLETE"


def test_a_tool_that_vanishes_is_retired_by_a_complete_run_alone(api: ToolServer) -> None:
    store = MemoryStore()
    assert run(api, store).state == "COMPLETE"
    del api.tools[2]
    api.trouble = lambda method, number: Trouble(403, b"{}") if api.asked[-1] == ("tools/list", "2") else None
    assert not any(run(api, store, NEXT_MORNING).retired.values())
    api.trouble = lambda method, number: None
    outcome = run(api, store, NEXT_MORNING)
    assert {kind: count for kind, count in outcome.retired.items() if count} == {"McpTool": 1, "EXPOSES": 1}


def test_a_cursor_that_comes_again_or_never_ends_is_given_up(api: ToolServer) -> None:
    api.loops = True
    draft = read(api)
    assert draft.complete == ()
    assert "never ends" in draft.reasons[0].detail
    api.loops = False
    draft = read(api, max_pages=2)
    assert draft.complete == ()
    assert "more than 2 pages" in draft.reasons[0].detail


def test_an_answer_larger_than_it_may_be_is_given_up(api: ToolServer) -> None:
    api.tools = [tool("t" * 9_000)]
    draft = read(api, retry_policy(max_body_bytes=4_000))
    assert draft.failure is not None
    assert "4,000 bytes" in draft.failure.detail


def test_a_server_that_is_silent_is_given_up_in_time(api: ToolServer) -> None:
    api.trouble = lambda method, number: time.sleep(0.7)
    draft = read(api, retry_policy(max_attempts=1, timeout_s=0.2, body_timeout_s=0.5))
    assert draft.failure is not None
    assert "no answer in time" in draft.failure.detail


def test_the_token_follows_no_redirect(api: ToolServer) -> None:
    with serving(ToolServer([tool("evil")])) as other:
        where = ((b"location", other.url.encode()),)
        api.trouble = lambda method, number: Trouble(307, b"", where)
        draft = read(api, token=Secret(TOKEN))
        assert draft.failure is not None
        assert other.asked == []


def test_it_works_inside_a_running_event_loop(api: ToolServer) -> None:
    async def within() -> PendingRun:
        return read(api)

    assert tuple(tools(asyncio.run(within()))) == NAMES


def test_it_starts_no_process(api: ToolServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*words: object, **terms: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess.Popen, "__init__", refuse)
    assert tuple(tools(read(api))) == NAMES


@pytest.mark.parametrize(
    ("terms", "setting"),
    [
        ({"url": "http://mcp.acme.example/crm"}, "url"),
        ({"url": "npx -y @acme/crm-mcp"}, "url"),
        ({"url": "stdio:npx -y @acme/crm-mcp"}, "url"),
        ({"url": "file:///etc/passwd"}, "url"),
        ({"url": "https://u:EXAMPLE-NOT-A-SECRET@mcp.acme.example"}, "url"),
        ({"url": "https://mcp.acme.example/?api_key=EXAMPLE-NOT-A-SECRET"}, "url"),
        ({"url": ""}, "url"),
        ({"header": "X Key"}, "header"),
        ({"token": Secret("EXAMPLE-NOT-A-SECRET\r\nX: y")}, "token"),
    ],
)
def test_settings_that_cannot_be_are_named_and_not_repeated(terms: dict[str, Any], setting: str) -> None:
    with pytest.raises(InputError) as caught:
        mcp_introspection.Config(**{"instance": "crm", "url": "https://mcp.acme.example", **terms})
    assert f"setting {setting} of mcp_introspection" in str(caught.value)
    assert "EXAMPLE-NOT-A-SECRET" not in str(caught.value)


def test_without_the_sdk_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def without(name: str, *rest: Any, **terms: Any) -> Any:
        if name == "mcp" or name.startswith("mcp."):
            raise ImportError(name)
        return original(name, *rest, **terms)

    monkeypatch.setattr(builtins, "__import__", without)
    made = mcp_introspection.Config(instance="crm", url="https://mcp.acme.example")
    with pytest.raises(InputError, match=r"pip install -c constraints\.txt -e '\.\[introspection\]'"):
        list(mcp_introspection.fetch(made, FetchContext(NOW), None))


def saved(body: Any, shown: str, **context: Any) -> PendingRun:
    one = Document(Path(shown), shown, "json", body)
    assert mcp_introspection.recognize(one)
    [draft] = mcp_introspection.normalize([Page("", body, document=one)], Context(NOW, **context))
    return draft


LISTED = [{"name": "search", "inputSchema": {"type": "object"}}]


@pytest.mark.parametrize(
    ("shown", "server"),
    [
        ("x/mcp_tools/mcp.acme.example/crm.json", "https://mcp.acme.example/crm"),
        ("mcp_tools/mcp.acme.example/v1/crm.page2.json", "https://mcp.acme.example/v1/crm"),
        ("mcp_tools/mcp.acme.example/index.json", "https://mcp.acme.example"),
        ("mcp_tools/mcp.acme.example.json", "https://mcp.acme.example"),
        ("mcp_tools/localhost:8080/mcp.json", "http://localhost:8080/mcp"),
        ("mcp_tools/npm/@Acme/files-mcp.json", "npm:@acme/files-mcp"),
        ("mcp_tools/pypi/Acme_Mcp.json", "pypi:acme-mcp"),
        ("mcp_tools\\oci\\ghcr.example\\acme\\box.json", "oci:ghcr.example/acme/box"),
    ],
)
def test_the_place_of_a_file_says_whose_tools_it_lists(shown: str, server: str) -> None:
    draft = saved(LISTED, shown)
    assert {r.source for _, r in draft.records if isinstance(r, Edge)} == {f"McpServer:mcp/{server}"}
    assert draft.header.source == f"mcp_introspection:{server}"
    assert draft.complete == ()


@pytest.mark.parametrize("said", ["https://MCP.acme.example/crm/", "McpServer:mcp/https://mcp.acme.example/crm"])
@pytest.mark.parametrize("body", [{"tools": LISTED}, {"jsonrpc": "2.0", "id": 1, "result": {"tools": LISTED}}])
def test_a_field_says_whose_tools_these_are(body: dict[str, Any], said: str) -> None:
    draft = saved({**body, "server": said}, "found/list.json")
    assert {r.source for _, r in draft.records if isinstance(r, Edge)} == {"McpServer:mcp/https://mcp.acme.example/crm"}


@pytest.mark.parametrize("shown", ["found/list.json", "mcp_tools/list.json", "mcp_tools/oci/UPPER CASE.json"])
def test_a_list_of_nobody_is_refused_with_what_to_do(shown: str) -> None:
    one = Document(Path(shown), shown, "json", {"tools": LISTED})
    with pytest.raises(RecordError, match="which server") as caught:
        list(mcp_introspection.normalize([Page("", one.content, document=one)], Context(NOW)))
    assert "mcp_tools/HOST/PATH.json" in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        {"tools": []},
        {"tools": [{"type": "function", "function": {"name": "a"}}]},
        [{"name": "a", "input_schema": {}}],
        {"result": {"tools": "a"}},
        [{"tool": "a"}],
    ],
)
def test_other_lists_of_tools_are_somebody_elses(body: Any) -> None:
    assert not mcp_introspection.recognize(Document(Path("x.json"), "x.json", "json", body))


def test_pages_that_were_saved_say_what_they_said_live(api: ToolServer, tmp_path: Path) -> None:
    live = tools(read(api))
    io = FetchContext(NOW, retry_policy=retry_policy())
    pages = [page for page in mcp_introspection.fetch(config(api), io, None) if page.body is not None]
    host = api.url.removeprefix("http://").partition("/")[0]
    documents = [
        Document(Path(f"mcp_tools/{host}/mcp.page{n}.json"), "p", "json", json.loads(json.dumps(page.body)))
        for n, page in enumerate(pages)
    ]
    [draft] = mcp_introspection.normalize([Page("", d.content, document=d) for d in documents], Context(NOW))
    assert tools(draft) == live
