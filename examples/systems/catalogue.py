"""Larkspur's register of MCP servers: approval, tools, the data they reach, and owners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from examples.world.calendar import observed
from examples.world.records import Row, edge, node, run

SCOPES = ("McpServer", "McpTool", "EXPOSES", "CAN_ACCESS", "RUNS_AS", "ANSWERS_FOR")


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool; `reaches` maps data sources to what it may do there."""

    name: str
    read_only: bool | None = None
    destructive: bool | None = None
    open_world: bool | None = None
    reaches: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Server:
    """One server of the register; `team` answers for it, `runs_as` is the account it works under."""

    key: str
    name: str
    approval: str
    tools: tuple[Tool, ...]
    team: str | None = None
    runs_as: str | None = None

    @property
    def id(self) -> str:
        """Its node."""
        return f"McpServer:mcp/{self.key}"

    def tool(self, name: str) -> str:
        """The node of one of its tools."""
        return f"McpTool:mcp/{self.key}/{name}"


_WIKI, _TICKETS, _CRM = "wiki/larkspur", "tickets/larkspur", "crm/larkspur"
_HOST = "https://mcp.larkspur.example"
# Approved: by Security. A tool that says nothing of itself counts as one that may write.
SERVERS = (
    Server(
        f"{_HOST}/wiki",
        "Wiki",
        "approved",
        (
            Tool("search", True, False, False, ((_WIKI, "READ"),)),
            Tool("edit_page", False, False, False, ((_WIKI, "WRITE"),)),
        ),
        "product",
    ),
    Server(
        f"{_HOST}/tickets",
        "Tickets",
        "approved",
        (
            Tool("search_tickets", True, False, False, ((_TICKETS, "READ"),)),
            Tool("reply", False, False, True, ((_TICKETS, "WRITE"),)),
        ),
        "clinic-success",
    ),
    Server(
        f"{_HOST}/crm",
        "CRM",
        "approved",
        (
            Tool("find_clinic", True, False, False, ((_CRM, "READ"),)),
            Tool("update_clinic", False, False, False, ((_CRM, "WRITE"),)),
            Tool("delete_clinic", False, True, False, ((_CRM, "WRITE"),)),
        ),
        "sales",
    ),
    Server(
        f"{_HOST}/warehouse",
        "Warehouse",
        "approved",
        (Tool("query", True, False, False), Tool("describe", True, False, False)),
        "data-platform",
        "Account:snowflake/lk71/MCP_GATEWAY",
    ),
    Server(
        f"{_HOST}/github",
        "GitHub gateway",
        "approved",
        (Tool("search_code", True, False, False), Tool("create_pull_request", False, False, False)),
        "reliability",
        "Account:github/larkspur-ci-bot",
    ),
    Server(
        "https://mcp.notewhale.example/v1",
        "Notewhale",
        "unreviewed",
        (Tool("record_meeting", None, None, True, ((_WIKI, "WRITE"),)), Tool("search_notes", True, False, True)),
    ),
    Server(
        "npm:@larkspur/postgres-mcp",
        "PostgreSQL",
        "approved",
        (Tool("query", False, True, False), Tool("explain", True, False, False)),
        "data-platform",
    ),
    Server(
        "npm:@larkspur/files-mcp", "Files", "approved", (Tool("read_file", True), Tool("write_file", False)), "security"
    ),
    Server(
        "npm:@larkspur/s3-mcp",
        "Buckets",
        "approved",
        (Tool("list_objects", True, False, False), Tool("put_object", False, True, False)),
        "reliability",
    ),
    Server("pypi:tidepool-browser-mcp", "Browser", "approved", (Tool("open_page", True, False, True),), "security"),
    Server(
        "oci:registry.larkspur.example/incident-mcp",
        "Incident",
        "approved",
        (
            Tool("read_runbook", True, False, False, (("github/larkspur/runbooks", "READ"),)),
            Tool("run_statement", False, True, False),
            Tool("restore_backup", False, True, False, (("s3/larkspur-backups", "WRITE"),)),
        ),
        "reliability",
    ),
    Server(
        "npm:@brambleworks/drive-anything",
        "Drive Anything",
        "blocked",
        (Tool("list_files"), Tool("read_file"), Tool("share_file")),
    ),
)
BY_KEY = {server.key: server for server in SERVERS}
# The remote ones by a short name.
REMOTE = {server.key.removesuffix("/v1").rpartition("/")[2]: server.id for server in SERVERS if "://" in server.key}
REMOTE["notewhale"] = REMOTE.pop("mcp.notewhale.example")


def export(day: date) -> Iterator[Row]:
    """The register of one morning."""
    yield run("catalogue:mcp", observed(day), SCOPES)
    for server in SERVERS:
        remote = "://" in server.key
        yield node(
            server.id,
            server.name,
            transport="http" if remote else "stdio",
            url=server.key if remote else None,
            package=None if remote else server.key,
            approval=server.approval,
            status="active",
        )
        for tool in server.tools:
            yield node(
                server.tool(tool.name),
                f"{server.name}: {tool.name}",
                read_only=tool.read_only,
                destructive=tool.destructive,
                open_world=tool.open_world,
            )
            yield edge("EXPOSES", server.id, server.tool(tool.name))
            for data, permission in tool.reaches:
                yield edge("CAN_ACCESS", server.tool(tool.name), f"DataSource:{data}", permission)
        if server.runs_as is not None:
            yield edge("RUNS_AS", server.id, server.runs_as, evidence="its deployment")
        if server.team is not None:
            yield edge("ANSWERS_FOR", f"Group:hr/team-{server.team}", server.id, evidence="owner in the register")
