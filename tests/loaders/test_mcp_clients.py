"""Which files are configurations of MCP clients, and what each client's own form comes to."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import RecordError
from loaders.base import Document
from loaders.connectors.mcp import client_of, recognize
from tests.fixtures.mcp.reading import TREE, document, draft, drafts, edges, files, lines, nodes, refusals, servers

EXPECTED = (TREE.parent / "expected.txt").read_text(encoding="utf-8").split("\n\n")
FILES = files()


@pytest.mark.parametrize(
    ("file", "expected"), list(zip(FILES, EXPECTED, strict=True)), ids=lambda x: getattr(x, "shown", "")
)
def test_every_form_of_every_client_comes_to_what_was_reviewed(file: Document, expected: str) -> None:
    assert recognize(file)
    (only,) = drafts([file])
    assert only.rejected == []
    assert "\n".join(lines(only)) == expected.strip("\n")


@pytest.mark.parametrize(
    ("shown", "client"),
    [
        ("Library/Application Support/Claude/claude_desktop_config.json", "claude-desktop"),
        ("C:\\Users\\Ada\\AppData\\Roaming\\Claude\\claude_desktop_config.json", "claude-desktop"),
        (".mcp.json", "claude-code"),
        ("ada/.claude.json", "claude-code"),
        ("Library/Application Support/ClaudeCode/managed-mcp.json", "claude-code"),
        (".cursor/mcp.json", "cursor"),
        (".vscode/mcp.json", "vscode"),
        (".copilot/mcp-config.json", "copilot-cli"),
        (".codeium/windsurf/mcp_config.json", "windsurf"),
        (".gemini/antigravity/mcp_config.json", "antigravity"),
        (".gemini/settings.json", "gemini-cli"),
        (".codex/config.toml", "codex"),
        ("opencode.jsonc", "opencode"),
        ("cline_mcp_settings.json", "cline"),
        (".roo/mcp.json", "roo"),
        (".kiro/settings/mcp.json", "kiro"),
        (".aws/amazonq/mcp.json", "amazonq"),
        ("anything.json", "other"),
    ],
)
def test_the_path_tells_the_client(shown: str, client: str) -> None:
    assert client_of(document(servers(), shown)) == client


@pytest.mark.parametrize(
    ("value", "client"),
    [
        ({"servers": {"a": {"url": "https://h.example"}}}, "vscode"),
        ({"mcp": {"servers": {"a": {"command": "a"}}}}, "vscode"),
        ({"mcp_servers": {"a": {"command": "a"}}}, "codex"),
        ({"context_servers": {}}, "zed"),
        ({"mcp": {"a": {"type": "local", "command": ["a"]}}}, "opencode"),
        ({"projects": {"/w": {"mcpServers": {}}}}, "claude-code"),
        ({"agent": {"tool_permissions": {"rules": [{"tool": "mcp:a:b"}]}}}, "zed"),
        ({"a": {"command": "npx", "args": []}, "b": {"type": "http", "url": "https://h.example"}}, "other"),
    ],
)
def test_the_content_tells_the_client_where_the_name_does_not(value: Any, client: str) -> None:
    assert recognize(document(value, "x.json"))
    assert client_of(document(value, "x.json")) == client


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        None,
        {"servers": [{"url": "https://h.example"}]},
        {"servers": {"a": {"host": "h"}}},
        {"mcp": {"allowed": ["a"]}},
        {"mcpServers": ["a"]},
        {"a": {"url": "https://h.example"}},
        {"scripts": {"a": "b"}},
        {"projects": {"/w": {"allowedTools": []}}},
    ],
)
def test_what_names_no_server_is_somebody_elses_file(value: Any) -> None:
    assert not recognize(document(value, "x.json"))


def test_the_bare_map_of_a_plugin_may_hold_entries_that_say_little() -> None:
    bare = {"crm": {"url": "https://mcp.acme.example/crm"}, "notes": {"command": "notes"}}
    assert not recognize(document(bare, "x.json"))
    assert len(nodes(draft(bare, "homes/ada@acme.example/.claude/plugins/cache/x/.mcp.json"), "McpServer:")) == 2


def test_a_file_of_another_form_is_never_ours() -> None:
    config = document(servers(a={"command": "a"}))
    bare = config.content["mcpServers"]
    assert not recognize(Document(path=config.path, display_path=".mcp.json", format="yaml", content=bare))
    assert not recognize(Document(path=config.path, display_path=".mcp.json", format="jsonl", content=None))


def test_a_file_with_the_name_of_a_configuration_and_a_wrong_root_is_an_error_that_names_it() -> None:
    wrong: tuple[Any, ...] = ([], "text", {"mcpServers": ["a"]})
    for value in wrong:
        assert recognize(document(value, "ada/.mcp.json"))
        with pytest.raises(RecordError) as caught:
            draft(value, "ada/.mcp.json")
        assert caught.value.file == "ada/.mcp.json"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["mcpServers", "servers", "mcp", "projects", "agent", "tool_permissions", "rules", "tool"])
            | st.sampled_from(["context_servers", "command", "url", "args", "env", "type", "excluded"])
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(value=_JSON, shown=st.sampled_from(["x.json", ".mcp.json", ".codex/config.toml", ".gemini/settings.json"]))
def test_recognizing_never_fails_and_what_is_recognized_is_read_or_refused_by_name(value: Any, shown: str) -> None:
    if recognize(document(value, shown)):
        assert all(text.startswith(f"{shown}: ") for text in refusals(value, shown))


def test_gemini_reads_url_as_sse_and_http_url_as_http() -> None:
    config = servers(a={"url": "https://a.example"}, b={"httpUrl": "https://b.example"})
    of = nodes(draft(config, ".gemini/settings.json"), "McpServer:")
    assert [node.props["transport"] for node in of.values()] == ["sse", "http"]


@pytest.mark.parametrize(
    ("written", "transport"),
    [("streamableHttp", "http"), ("STREAMABLE-HTTPS", "http"), ("sse", "sse"), ("ws", "ws"), ("carrier", "carrier")],
)
def test_transports_have_one_name_each_and_an_unknown_one_keeps_its_own(written: str, transport: str) -> None:
    of = nodes(draft(servers(a={"type": written, "url": "https://a.example"})), "McpServer:")
    assert of["McpServer:mcp/https://a.example"].props["transport"] == transport


@pytest.mark.parametrize("off", [{"disabled": True}, {"enabled": False}, {"disabled": "true"}])
def test_a_server_that_is_switched_off_is_inventory_and_no_path(off: dict[str, Any]) -> None:
    of = draft(servers(a={"url": "https://a.example", **off}))
    assert list(nodes(of)) == ["McpServer:mcp/https://a.example"]
    assert edges(of, "CONNECTS_TO") == {}


def test_gemini_switches_servers_off_beside_them() -> None:
    config = {
        **servers(a={"command": "a"}, b={"command": "b"}, c={"command": "c"}),
        "mcp": {"allowed": ["a", "b"], "excluded": ["b"]},
    }
    assert [
        edge.alias
        for edge in edges(draft(config, "homes/ada@acme.example/.gemini/settings.json"), "CONNECTS_TO").values()
    ] == ["a"]
