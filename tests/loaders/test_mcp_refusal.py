"""What must hold of MCP server entries that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.claims import Node
from graph.errors import RecordError
from loaders.base import Context
from loaders.saved.files import load_runs
from tests.fixtures.mcp.reading import draft, nodes, servers, written

REMOTE = {"url": "https://mcp.acme.example/crm"}
CRM = "McpServer:mcp/https://mcp.acme.example/crm"
SECRET = "EXAMPLE-NOT-A-SECRET"

BAD: dict[str, Any] = {
    "text": "npx",
    "nothing": {"type": "stdio"},
    "number": {"command": 7},
    "args": {"command": "a", "args": {"token": SECRET}},
    "env": {"command": "a", "env": {"A_TOKEN": [SECRET]}},
    "url": {"url": f"nowhere?token={SECRET}"},
    "port": {"url": f"https://u:{SECRET}@h.example:port/"},
    "huge": {"command": "a", "env": {"A_TOKEN": SECRET * 2000}},
    "huge field": {"command": "a", "apiKey": SECRET * 2000},
    "n\0l": {"command": "a"},
    "long" * 2000: {"command": "a"},
}


def test_a_bad_entry_is_refused_by_name_without_its_values_and_the_others_load() -> None:
    of = draft(servers(**BAD, good=REMOTE))
    assert list(nodes(of)) == [CRM]
    assert len(of.rejected) == len(BAD)
    assert all(text.startswith("homes/ada@acme.example/mcp.json: mcpServers.") for text in of.rejected)
    assert of.complete == ()
    assert SECRET not in written(of)


@pytest.mark.parametrize("name", BAD)
def test_a_strict_load_stops_at_the_first_bad_entry_and_says_where(name: str) -> None:
    with pytest.raises(RecordError) as caught:
        draft(servers(**{name: BAD[name]}), lenient=False)
    assert caught.value.file == "homes/ada@acme.example/mcp.json"
    assert caught.value.field.startswith(f"mcpServers.{name}")
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("place", ["alias", "args", "env", "env name", "url", "unknown"])
def test_a_nul_in_an_entry_is_refused_and_the_others_count(tmp_path: Path, place: str) -> None:
    """It passed silently: what an entry says was read up to it, or as if it were not there."""
    entry: dict[str, Any] = {"command": "npx", "args": ["-y", "@acme/files"], "env": {"TOKEN": "x"}}
    alias = "files"
    if place == "alias":
        alias = "fil\0es"
    elif place == "args":
        entry["args"].append("a\0b")
    elif place == "env":
        entry["env"]["TOKEN"] = "EXAMPLE-NOT-A-SECRET\0"
    elif place == "env name":
        entry["env"]["TOK\0EN"] = "x"
    elif place == "url":
        entry = {"url": "https://mcp.acme.example/\0crm"}
    else:
        entry["nested"] = {"deep": [{"a": "\0"}]}
    path = tmp_path / "homes" / "ada@acme.example" / ".cursor" / "mcp.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"mcpServers": {alias: entry, "ok": {"url": "https://mcp.acme.example/ok"}}}))
    [run] = load_runs([tmp_path / "homes"], Context(7))[0]
    (refusal,) = run.rejected
    assert "NUL" in refusal
    assert "EXAMPLE" not in refusal
    assert [
        record.id for _, record in run.records if isinstance(record, Node) and record.id.startswith("McpServer:")
    ] == ["McpServer:mcp/https://mcp.acme.example/ok"]
