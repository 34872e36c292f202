"""Answers of one server to tools/list, turned into a run: the server, its tools, and what that proves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.claims import Node, Record
from graph.errors import RecordError
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.coverage import Coverage
from loaders.claims.run import ReadUsage, RunBuilder
from loaders.connectors.mcp_introspection.fetch import TOOLS
from loaders.live.pagination import WHOLE
from loaders.mcp.saved_server import names_server, server_of_document
from loaders.mcp.server_url import canonical_url
from loaders.mcp.tool import ListedTool, named_tool, read_tools, tool_records
from loaders.saved.fields import FieldReader

_SCOPES = ("McpServer", "McpTool", "EXPOSES")
_LIVE = "listed by tools/list {credential}; another caller may be shown others"
_SAVED = "listed by a saved answer to tools/list; it holds for the credential that was used"

_NOTED = "named in a saved list of the scopes that its tools need"


def recognize(document: Document) -> bool:
    """Whether this is a saved answer to tools/list, or the OAuth scopes that the tools of a server need."""
    if document.format != "json" or not document.content:
        return False
    tools = _tools(document.content)
    if tools is None and _scopes(document.content) is None:
        return False
    # Other systems describe tools much as the SDK writes them: then the folder has to say that these are a server's.
    return any(_is_protocol_tool(tool) for tool in tools or ()) or names_server(document, document.content)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per server. Only a list that was fetched to its end covers anything.

    Raises RecordError for a file that does not say whose tools it lists.
    """
    runs: dict[str, _ToolListRun] = {}
    saved = [(page, _server_of(page)) for page in pages]
    has_several = len({server for _, server in saved}) > 1
    for page, server in saved:
        key = server.partition("/")[2]
        source = f"mcp_introspection:{key}" if context.source is None else context.source
        if context.source is not None and has_several:
            source = f"{context.source}/{key}"
        runs.setdefault(source, _ToolListRun(RunBuilder(context, source), server)).add(page)
    for source in sorted(runs):
        yield runs[source].pending_run()


@dataclass(slots=True)
class _ToolListRun:
    """One run while its pages come in."""

    run: RunBuilder
    server: str
    tools: list[ListedTool] = field(default_factory=list)
    scopes: dict[str, list[str]] = field(default_factory=dict)
    server_info: dict[str, str] = field(default_factory=dict)
    evidence: str = _SAVED
    is_complete_list: bool = False

    def add(self, page: Page) -> None:
        """Add a page."""
        document = page.document
        if document is None:
            self.evidence = _LIVE.format(credential=page.request.get("credential", ""))
        if document is None and page.body is None and page.failure is None:
            self.is_complete_list = page.request.get(WHOLE) is True
        elif self.run.add_page(page):
            body = page.body if page.body is not None or document is None else document.content
            self._read(body, TOOLS if document is None else document.display_path)

    def pending_run(self) -> PendingRun:
        """The run; without any usable page a failed one, which writes nothing."""
        if not self.run.has_pages:
            return self.run.failed()
        is_sound = self.is_complete_list and not self.run.failures and not self.run.errors.messages
        coverage = Coverage(_SCOPES if is_sound else (), self.run.failures[-1:])
        return self.run.pending(self._records(), coverage, ReadUsage())

    def _read(self, body: object, file: str) -> None:
        scopes = _scopes(body)
        if scopes is not None:
            for path, raw in scopes:
                for name, needed in self.run.errors.collect(_read_scopes, raw, path, file):
                    self.scopes[name] = sorted({*self.scopes.get(name, ()), *needed})
            return
        tools = _tools(body)
        if tools is None:
            raise RecordError("it must be an answer to tools/list", file=file, remedy="Save the answer as it came")
        self.tools += read_tools(((f"tools[{index}]", raw) for index, raw in enumerate(tools)), file, self.run.errors)
        if isinstance(body, Mapping):
            info = FieldReader(_result(body), "", file).child_or_empty("serverInfo")
            for name, prop in (("name", "server_name"), ("version", "version")):
                for text in self.run.errors.collect(info.text, name):
                    self.server_info |= {prop: text} if text else {}

    def _records(self) -> Iterator[Record]:
        key = self.server.partition("/")[2]
        is_remote = "://" in key and not key.startswith(("npm:", "pypi:", "oci:", "nuget:", "mcpb:"))
        endpoint = {"url": key, "transport": "http"} if is_remote else {"package": key}
        # The node is not named as the server names itself: any server may use any name.
        yield Node(id=self.server, name=key, props=endpoint | self.server_info)
        listed = {tool.name for tool in self.tools}
        only_scoped = [named_tool(name, {}) for name in sorted(self.scopes.keys() - listed)]
        for tools, evidence in ((self.tools, self.evidence), (only_scoped, _NOTED)):
            with_scopes = [replace(tool, notes=self._notes(tool.name)) for tool in sorted(tools, key=lambda t: t.name)]
            yield from tool_records(self.server, with_scopes, evidence)

    def _notes(self, name: str) -> dict[str, object]:
        return {"required_scopes": self.scopes[name]} if self.scopes.get(name) else {}


def _server_of(page: Page) -> str:
    if page.document is None:
        return f"McpServer:mcp/{canonical_url(page.request['server'])}"
    return server_of_document(page.document, page.document.content)


def _result(body: object) -> Any:
    """The result of a JSON-RPC response, or the body itself if it is already the result."""
    inner = body.get("result") if isinstance(body, Mapping) else None
    return inner if isinstance(inner, Mapping) else body


def _tools(body: object) -> list[object] | None:
    """The tools of an answer; None if the body is none."""
    result = _result(body)
    tools = result.get("tools") if isinstance(result, Mapping) else result
    if not isinstance(tools, list):
        return None
    if not tools:
        is_answer = isinstance(result, Mapping) and (result is not body or "resultType" in result or "server" in result)
        return tools if is_answer else None
    return tools if any(_is_tool(tool) for tool in tools) else None


def _is_tool(tool: object) -> bool:
    return (
        isinstance(tool, Mapping)
        and isinstance(tool.get("name"), str)
        and (_is_protocol_tool(tool) or "input_schema" in tool)
    )


def _is_protocol_tool(tool: object) -> bool:
    """Whether a tool is written as the protocol writes one."""
    return isinstance(tool, Mapping) and "inputSchema" in tool


def _scopes(body: object) -> list[tuple[str, Mapping[str, Any]]] | None:
    """(path, entry) of a list of the scopes that tools need; None if the body is none."""
    entries = body.get("scopes") if isinstance(body, Mapping) else body
    if not isinstance(entries, list) or not entries:
        return None
    if not all(isinstance(entry, Mapping) and {"tool", "requiredScopes"} <= entry.keys() for entry in entries):
        return None
    return [(f"[{index}]", entry) for index, entry in enumerate(entries)]


def _read_scopes(raw: Mapping[str, Any], path: str, file: str) -> tuple[str, list[str]]:
    """A tool and the scopes that it needs."""
    entry = FieldReader(raw, path, file)
    scopes = {str(index): scope for index, scope in enumerate(entry.items("requiredScopes"))}
    reader = FieldReader(scopes, f"{path}.requiredScopes", file)
    return entry.required("tool"), sorted({text for index in scopes if (text := reader.text(index))})
