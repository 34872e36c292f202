"""Whatever a file holds, it is somebody else's, or is read, or is refused by name: never a crash."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.check import check, check_header, check_id, check_props
from graph.claims import Node
from graph.errors import RecordError
from loaders.base import Context, Document, Page
from loaders.connectors import agent_scan, mcp_introspection, mcp_registry, mcp_scanner

# The fields that the four formats have.
_KEYS = st.sampled_from(
    [
        "name",
        "title",
        "version",
        "status",
        "server",
        "servers",
        "_meta",
        "metadata",
        "nextCursor",
        "packages",
        "registryType",
        "registry_name",
        "identifier",
        "transport",
        "type",
        "remotes",
        "url",
        "headers",
        "environmentVariables",
        "runtimeArguments",
        "variables",
        "value",
        "isSecret",
        "repository",
        "version_detail",
        "io.modelcontextprotocol.registry/official",
        "isLatest",
        "updatedAt",
        "client",
        "path",
        "config_path",
        "signature",
        "tools",
        "prompts",
        "resources",
        "error",
        "category",
        "issues",
        "code",
        "reference",
        "labels",
        "private_data",
        "command",
        "args",
        "env",
        "annotations",
        "readOnlyHint",
        "destructiveHint",
        "inputSchema",
        "jsonrpc",
        "result",
        "server_url",
        "scan_results",
        "tool_name",
        "is_safe",
        "findings",
        "severity",
        "server_name",
        "server_source",
        "item_type",
        "tool",
        "requiredScopes",
        "scan_path_results",
    ]
)
_TEXT = st.sampled_from(
    [
        "",
        "a",
        "npm",
        "pypi",
        "npx -y x",
        "https://h.example/x",
        "http://[",
        "a\0",
        "\ud800",
        "x" * 700,
        "true",
        "2026-01-01T00:00:00Z",
    ]
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=30,
)
_SERVER = st.fixed_dictionaries(
    {"name": _TEXT, "version": _TEXT}, optional={"packages": _JSON, "remotes": _JSON, "server": _JSON, "_meta": _JSON}
)
_RESULT = st.fixed_dictionaries(
    {
        "servers": st.lists(
            st.fixed_dictionaries({"server": _JSON}, optional={"name": _JSON, "signature": _JSON, "error": _JSON})
            | _JSON,
            max_size=3,
        ),
        "error": _JSON,
    },
    optional={"issues": _JSON, "labels": _JSON, "client": _JSON},
)
_TOOL = st.fixed_dictionaries({"name": _TEXT, "inputSchema": _JSON}, optional={"annotations": _JSON, "title": _JSON})
_FINDING = st.fixed_dictionaries(
    {"tool_name": _JSON, "is_safe": _JSON}, optional={"findings": _JSON, "status": _JSON, "server_name": _JSON}
)
ANYTHING: list[tuple[ModuleType, st.SearchStrategy[Any]]] = [
    (
        mcp_registry,
        st.fixed_dictionaries({"servers": st.lists(_SERVER | _JSON, max_size=3), "metadata": _JSON}) | _SERVER | _JSON,
    ),
    (
        agent_scan,
        st.dictionaries(_TEXT, _RESULT | _JSON, max_size=3)
        | st.fixed_dictionaries({"scan_path_results": st.lists(_RESULT | _JSON, max_size=2)})
        | _JSON,
    ),
    (
        mcp_introspection,
        st.fixed_dictionaries({"server": _TEXT, "tools": st.lists(_TOOL | _JSON, max_size=3)})
        | st.lists(_TOOL | _JSON, max_size=3)
        | _JSON,
    ),
    (
        mcp_scanner,
        st.fixed_dictionaries({"server_url": _TEXT, "scan_results": st.lists(_FINDING | _JSON, max_size=3)})
        | st.dictionaries(_TEXT, st.lists(_FINDING | _JSON, max_size=2), max_size=2)
        | _JSON,
    ),
]
PLACES = ("homes/ada@acme.example/x.json", "mcp_tools/h.example/x.json", "x.json")


@pytest.mark.parametrize(
    ("module", "values"), ANYTHING, ids=lambda one: getattr(one, "__name__", "").rpartition(".")[2]
)
@given(data=st.data())
def test_anything_is_somebody_elses_or_read_or_refused_by_name(
    module: Any, values: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    value, shown = data.draw(values), data.draw(st.sampled_from(PLACES))
    lenient = data.draw(st.sampled_from([None, False]))
    one = Document(Path(shown), shown, "json", value)
    if not module.recognize(one):
        return
    try:
        drafts = list(module.normalize([Page("", value, document=one)], Context(0, lenient=lenient, salt=b"s")))
    except RecordError:
        return
    assert drafts or module is agent_scan
    for draft in drafts:
        check_header(draft.header)
        seen: set[str] = set()
        for _, record in draft.records:
            check(record)
            if isinstance(record, Node):
                assert record.id not in seen
                seen.add(record.id)
                check_props(check_id(record.id, "id"), record.props)
