"""MCP servers behind a proxy: the node of each, who may use it, and which one the name of a tool means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.claims import Edge, Node
from loaders.mcp.secret import is_secret_value
from loaders.mcp.server_url import canonical_url, has_variable_host
from loaders.mcp.tool import escaped
from loaders.saved.fields import FieldReader

_SERVING = {"active": "active", "approved": "active", "pending_review": "disabled", "rejected": "disabled"}
# Between a server and its tool, as logs and clients write them.
_SEPARATORS = ("/", "-")


@dataclass(frozen=True, slots=True)
class ProxyServer:
    """One entry of /v1/mcp/server. Its credentials, headers, env and arguments are never read."""

    id: str
    name: str
    alias: str | None
    url: str | None
    transport: str | None
    serving: str | None
    tools: tuple[str, ...]
    groups: tuple[str, ...]
    teams: tuple[str, ...]
    for_all: bool


@dataclass(frozen=True, slots=True)
class McpRights:
    """Which MCP servers and tools an object permission grants. `is_known` False: there is one that the answer leaves out."""

    servers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    tools: tuple[tuple[str, tuple[str, ...]], ...] = ()
    is_known: bool = True


def read_server(entry: FieldReader) -> ProxyServer:
    """Raises RecordError for a wrong type, and without an id."""
    id = entry.required("server_id")
    state = entry.text("approval_status")
    return ProxyServer(
        id=id,
        name=entry.text("server_name") or entry.text("alias") or id,
        alias=entry.text("alias"),
        url=_address(entry),
        transport=entry.text("transport"),
        serving=None if state is None else _SERVING.get(state, "unknown"),
        tools=texts(entry, "allowed_tools"),
        groups=texts(entry, "mcp_access_groups"),
        teams=tuple(team for child in entry.children("teams") if (team := child.text("team_id"))),
        for_all=entry.flag("allow_all_keys") is True,
    )


def read_rights(entry: FieldReader) -> McpRights:
    """The object permission of a key, a team or a user."""
    permission = entry.child("object_permission")
    if permission is None:
        return McpRights(is_known=entry.text("object_permission_id") is None)
    tools = permission.child_or_empty("mcp_tool_permissions")
    return McpRights(
        servers=texts(permission, "mcp_servers"),
        groups=texts(permission, "mcp_access_groups"),
        tools=tuple((server, texts(tools, server)) for server in sorted(tools.body)),
    )


def texts(entry: FieldReader, name: str) -> tuple[str, ...]:
    """A list of text, each once, in order. Raises RecordError for anything else in it."""
    items = {str(index): raw for index, raw in enumerate(entry.items(name))}
    reader = FieldReader(
        items, f"{entry.location}.{name}" if entry.location else name, entry.file, entry.accepts_digits
    )
    return tuple(dict.fromkeys(text for index in items if (text := reader.text(index))))


class ProxyServers:
    """The servers of one proxy, under every name that logs and permissions have for them."""

    def __init__(self, instance: str, servers: Iterable[ProxyServer]) -> None:
        self._instance = instance
        self._all = list(servers)
        self._named: dict[str, ProxyServer] = {}
        for server in self._all:
            for name in (server.id, server.name, server.alias or server.id):
                for spelled in (name, name.replace(" ", "_")):
                    self._named.setdefault(spelled, server)

    def node_id(self, name: str) -> str:
        """The server of a name; one that no list has is known by that name alone."""
        server = self._named.get(name)
        if server is not None and server.url is not None:
            return f"McpServer:mcp/{server.url}"
        return f"McpServer:litellm/{escaped(self._instance)}/{escaped(server.name if server else name)}"

    def tool_id(self, name: str, tool: str) -> str:
        """A tool of the server of a name."""
        return f"McpTool:{self.node_id(name).removeprefix('McpServer:')}/{escaped(tool)}"

    def split_tool(self, namespaced: str) -> tuple[str, str | None]:
        """Server and tool of a namespaced tool name: the longest server that is known, else up to the first slash."""
        for separator in _SEPARATORS:
            is_known = [name for name in self._named if namespaced.startswith(name + separator)]
            if is_known:
                name = max(is_known, key=len)
                return name, namespaced[len(name) + 1 :] or None
        name, _, tool = namespaced.partition("/")
        return name, tool or None

    def claims(self) -> Iterator[Node | Edge]:
        """The servers and the tools that they are limited to; what is registered twice under one address is one."""
        same: dict[str, list[ProxyServer]] = {}
        for server in self._all:
            same.setdefault(self.node_id(server.id), []).append(server)
        for id, servers in same.items():
            first = min(servers, key=lambda server: (server.name, server.id))
            states = {server.serving for server in servers}
            serving = "active" if "active" in states else first.serving
            props = {"transport": first.transport, "url": first.url, "status": serving}
            yield Node(
                id=id,
                name=None if is_secret_value(first.name) else first.name,
                props={name: text for name, text in sorted(props.items()) if text is not None},
            )
            for tool in {tool for server in servers for tool in server.tools}:
                yield from self.exposes(first.id, tool)

    def exposes(self, name: str, tool: str) -> Iterator[Node | Edge]:
        """A tool, known by its name, and the server that has it."""
        id = self.tool_id(name, tool)
        yield Node(id=id, name=tool)
        yield Edge(kind="EXPOSES", source=self.node_id(name), target=id, evidence="a tool of the proxy's MCP server")

    def grants_of(
        self, source: str, rights: McpRights, *, is_key: bool = False, team: str | None = None
    ) -> Iterator[Edge]:
        """What a key, a team or a user may use: a server, or of a server with a list of tools these alone."""
        tools: Mapping[str, tuple[str, ...]] = {self.node_id(name): tools for name, tools in rights.tools if tools}
        granted = {self.node_id(name): "its object permission names the server" for name in rights.servers}
        for server in self._all:
            if set(server.groups) & set(rights.groups):
                granted.setdefault(self.node_id(server.id), "its object permission names an access group of the server")
            if is_key and server.for_all:
                granted.setdefault(self.node_id(server.id), "the server allows every key")
            if team in server.teams:
                granted.setdefault(self.node_id(server.id), "the server lists the team")
        for target in sorted({*granted, *tools}):
            if target not in tools:
                yield Edge(kind="CAN_USE", source=source, target=target, evidence=granted[target])
            for tool in tools.get(target, ()):
                id = f"McpTool:{target.removeprefix('McpServer:')}/{escaped(tool)}"
                yield Edge(kind="CAN_USE", source=source, target=id, evidence="its object permission names the tool")


def _address(entry: FieldReader) -> str | None:
    """The canonical address of a remote server; None for a local one, and for one whose host is only referred to."""
    url = entry.text("url")
    if url is None:
        return None
    try:
        canonical = canonical_url(url)
    except ValueError:
        # Not an address that another system could write: the server is known by its name.
        return None
    return None if has_variable_host(canonical) else canonical
