"""What mcp-scanner says of servers and tools: known by address, package or name, and of findings no more than codes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.errors import RecordError
from graph.moment import read_moment
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import mcp_scanner
from tests.fixtures.mcp.reading import edges, nodes, servers, written

NOW = read_moment("2026-11-20T06:00:00Z")
ADA = "Identity:email/ada@acme.example"
SECRET = "EXAMPLE-NOT-A-SECRET"
CONFIG = "/home/ada/.cursor/mcp.json"
CRM = "McpServer:mcp/https://mcp.acme.example/crm"


def scanned(tool: Any = "run", findings: Any = None, **more: Any) -> dict[str, Any]:
    told = {"tool_name": tool, "tool_description": SECRET, "status": "completed", "is_safe": True}
    return {**told, "findings": findings or {}, **more}


def draft(value: Any, shown: str = "homes/ada@acme.example/cisco.json", **said: Any) -> PendingRun:
    one = Document(Path(shown), shown, "json", value)
    assert mcp_scanner.recognize(one)
    [only] = mcp_scanner.normalize([Page("", value, document=one)], Context(**{"observed_at": NOW, **said}))
    return only


@pytest.mark.parametrize(
    ("target", "server"),
    [
        ("https://MCP.acme.example:443/crm/", CRM),
        (f"https://mcp.acme.example/crm?token={SECRET}", CRM),
        ("npm:@Acme/files-mcp@1.0.0", "McpServer:mcp/npm:@acme/files-mcp"),
        ("pypi:acme_mcp==2.0", "McpServer:mcp/pypi:acme-mcp"),
        (f"stdio:npx -y @acme/notes --token {SECRET}", "McpServer:mcp/ada@acme.example/npm:@acme/notes"),
    ],
)
def test_a_server_that_was_named_has_the_node_of_its_address_or_package(target: str, server: str) -> None:
    of = draft({"server_url": target, "scan_results": [scanned()], "requested_analyzers": ["YARA"]})
    assert list(nodes(of, "McpServer:")) == [server]
    assert list(edges(of, "EXPOSES")) == [(server, f"McpTool:{server.partition(':')[2]}/run")]
    assert SECRET not in written(of)


def test_a_server_of_a_configuration_is_known_by_its_name_there() -> None:
    of = draft({CONFIG: [scanned(server_name="a/b", server_source=CONFIG)], "/home/ada/.vscode/mcp.json": []})
    server = "McpServer:mcp_scanner/ada@acme.example/a%2Fb"
    assert nodes(of)[server].props == {"name_only": True}
    assert nodes(of)[server].name == "a/b"
    # Without an alias: the configuration alone says which server the name means.
    assert [edge.alias for edge in edges(of, "CONNECTS_TO").values()] == [None]
    assert list(edges(of, "CONNECTS_TO")) == [(ADA, server)]


def test_the_hints_of_a_tool_are_not_known() -> None:
    [tool] = nodes(
        draft({"server_url": "https://mcp.acme.example/crm", "scan_results": [scanned()]}), "McpTool:"
    ).values()
    assert tool.name == "run"
    assert {"read_only", "destructive", "open_world"}.isdisjoint(tool.props)


FINDINGS: list[tuple[Any, list[str] | None]] = [
    ({"yara_analyzer": {"severity": "SAFE", "threat_names": [], "total_findings": 0}}, None),
    ({"yara_analyzer": {"severity": "HIGH", "threat_names": [SECRET], "threat_summary": SECRET}}, ["yara:HIGH"]),
    (
        {
            "llm_analyzer": {
                "severity": "low",
                "mcp_taxonomies": [{"aitech": "AITech-9.1", "aisubtech": "AISubtech-9.1.1", "description": SECRET}],
            }
        },
        ["AISubtech-9.1.1", "AITech-9.1", "llm:LOW"],
    ),
    (
        {
            "api_analyzer": {
                "severity": "UNKNOWN",
                "threats": {
                    "items": [
                        {
                            "technique_id": "AITech-2.1",
                            "items": [{"sub_technique_id": "AISubtech-2.1.3", "description": SECRET}],
                        }
                    ]
                },
            }
        },
        ["AISubtech-2.1.3", "AITech-2.1"],
    ),
    ({f"{SECRET} x": {"severity": "HIGH"}}, None),
    ([{"severity": "HIGH", "summary": SECRET}], None),
    ({"yara_analyzer": [SECRET]}, None),
]


@pytest.mark.parametrize(("findings", "codes"), FINDINGS)
def test_of_findings_the_codes_are_kept(findings: Any, codes: list[str] | None) -> None:
    of = draft({"server_url": "https://mcp.acme.example/crm", "scan_results": [scanned(findings=findings)]})
    [tool] = nodes(of, "McpTool:").values()
    assert tool.props.get("issues") == codes
    assert SECRET not in written(of)


def test_prompts_and_resources_are_no_tools() -> None:
    others = [
        {"prompt_name": "p", "is_safe": True, "findings": {}, "item_type": "prompt", "status": "completed"},
        {"resource_uri": "x://y", "is_safe": True, "findings": {}, "item_type": "resource", "status": "completed"},
    ]
    of = draft({"server_url": "https://mcp.acme.example/crm", "scan_results": [*others, scanned()]})
    assert len(nodes(of, "McpTool:")) == 1
    assert of.rejected == []


def test_a_package_as_a_whole_is_no_tool_of_it() -> None:
    of = draft({"server_url": "npm:@acme/x@1", "scan_results": [scanned("@acme/x@1")]})
    assert list(nodes(of)) == ["McpServer:mcp/npm:@acme/x"]


def test_a_scan_vouches_for_nothing_and_says_what_was_not_completed() -> None:
    of = draft(
        {
            "server_url": "https://mcp.acme.example/crm",
            "scan_results": [scanned(), scanned("b", status="error", is_safe=None)],
        }
    )
    assert of.complete == ()
    assert [reason.code for reason in of.reasons] == ["NOT_SCANNED"]
    assert [node.name for node in nodes(of, "McpTool:").values()] == ["run"]


@pytest.mark.parametrize("bad", [7, scanned(["run"]), scanned("n\0l"), scanned(status=7), scanned(server_name={})])
def test_one_broken_result_does_not_sink_the_others(bad: Any) -> None:
    body = {"server_url": "https://mcp.acme.example/crm", "scan_results": [scanned("ok"), bad]}
    of = draft(body)
    assert [node.name for node in nodes(of, "McpTool:").values()] == ["ok"]
    assert len(of.rejected) == 1
    with pytest.raises(RecordError):
        draft(body, lenient=False)


def test_a_bare_list_says_by_its_place_which_server_it_is_about() -> None:
    of = draft([scanned()], "x/mcp_tools/mcp.acme.example/crm.json")
    assert list(nodes(of, "McpServer:")) == [CRM]
    of = draft([scanned()], "x/found.json")
    assert nodes(of) == {}
    assert "which server" in of.rejected[0]
    assert "mcp_tools/HOST/PATH.json" in of.rejected[0]


@pytest.mark.parametrize(
    "value",
    [{}, [], None, {"a": []}, [{"name": "a", "inputSchema": {}}], servers(a={"command": "a"}), {"scan_results": []}],
)
def test_what_is_no_scan_is_somebody_elses_file(value: Any) -> None:
    assert not mcp_scanner.recognize(Document(Path("x.json"), "x.json", "json", value))
