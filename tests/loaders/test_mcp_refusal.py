"""What must hold of MCP server entries that cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import RecordError
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
