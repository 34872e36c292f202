"""This file knows how the answers of one server to tools/list become a run: the server, its tools, and what that proves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.claims import Node, Record, RunHeader
from graph.errors import RecordError
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.mcp_introspection.fetch import TOOLS
from loaders.live.pagination import WHOLE
from loaders.mcp.saved_server import names_server, server_of_document
from loaders.mcp.server_url import canonical_url
from loaders.mcp.tool import ListedTool, named_tool, read_tools, tool_records
from loaders.saved.fields import ErrorCollector, FieldReader

_SCOPES = ("McpServer", "McpTool", "EXPOSES")
_LIVE = "listed by tools/list {asked}; another caller may be shown others"
_SAVED = "listed by a saved answer to tools/list; it holds for the credential that was used"

_NOTED = "named in a saved list of the scopes that its tools need"


def recognize(document: Document) -> bool:
    """A saved answer to tools/list, or the OAuth scopes that the tools of a server need."""
    if document.format != "json" or not document.content:
        return False
    listed = _tools(document.content)
    if listed is None and _scopes(document.content) is None:
        return False
    # Other systems describe tools much like the SDK writes them: then the place has to say that these are a server's.
    return any(_is_wired(tool) for tool in listed or ()) or names_server(document, document.content)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per server. Only what was fetched to its end vouches for anything.

    Raises RecordError for a file of which nobody says whose tools it lists.
    """
    runs: dict[str, _ServerRun] = {}
    saved = [(page, _server_of(page)) for page in pages]
    alone = len({server for _, server in saved}) < 2
    for page, server in saved:
        key = server.partition("/")[2]
        source = f"mcp_introspection:{key}" if context.source is None else context.source
        if context.source is not None and not alone:
            source = f"{context.source}/{key}"
        runs.setdefault(source, _ServerRun(source, server, context, ErrorCollector(context.lenient is False))).add(page)
    for source in sorted(runs):
        yield runs[source].draft()


@dataclass(slots=True)
class _ServerRun:
    """One run in the making."""

    source: str
    server: str
    context: Context
    errors: ErrorCollector
    tools: list[ListedTool] = field(default_factory=list)
    scopes: dict[str, list[str]] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    failure: Reason | None = None
    evidence: str = _SAVED
    origins: dict[str, None] = field(default_factory=dict)
    arrived: bool = False
    is_whole: bool = False

    def add(self, page: Page) -> None:
        """Take a page in."""
        shown = TOOLS if page.document is None else page.document.display_path
        self.origins[self.source if page.document is None else shown] = None
        if page.document is None:
            self.evidence = _LIVE.format(asked=page.request.get("asked", ""))
        if page.failure is not None:
            self.failure = page.failure
        elif page.document is None and page.body is None:
            self.is_whole = page.request.get(WHOLE) is True
        else:
            self.arrived = True
            body = page.body if page.body is not None or page.document is None else page.document.content
            self._read(body, shown)

    def draft(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        origin, lenient = ", ".join(list(self.origins)[:3]), not self.errors.strict
        if not self.arrived:
            failed = self.failure or Reason("FETCH_FAILED", f"{TOOLS}: no page came")
            header = RunHeader(source=self.source, observed_at=self.context.observed_at)
            return PendingRun(header=header, records=(), origin=origin, failure=failed, lenient=lenient)
        is_sound = self.is_whole and self.failure is None and not self.errors.messages
        complete = _SCOPES if is_sound else ()
        return PendingRun(
            header=RunHeader(source=self.source, observed_at=self.context.observed_at, complete=complete),
            records=[(0, record) for record in self._records()],
            origin=origin,
            rejected=self.errors.messages,
            reasons=[self.failure] if self.failure else [],
            complete=complete,
            lenient=lenient,
        )

    def _read(self, body: Any, shown: str) -> None:
        scopes = _scopes(body)
        if scopes is not None:
            for place, raw in scopes:
                for name, needed in self.errors.collect(_read_scopes, raw, place, shown):
                    self.scopes[name] = sorted({*self.scopes.get(name, ()), *needed})
            return
        listed = _tools(body)
        if listed is None:
            raise RecordError("this is no answer to tools/list", file=shown, remedy="Save the answer as it came")
        self.tools += read_tools(((f"tools[{at}]", raw) for at, raw in enumerate(listed)), shown, self.errors)
        if isinstance(body, Mapping):
            info = FieldReader(_result(body), "", shown).child_or_empty("serverInfo")
            for name, kept_as in (("name", "server_name"), ("version", "version")):
                for said in self.errors.collect(info.text, name):
                    self.about |= {kept_as: said} if said else {}

    def _records(self) -> Iterator[Record]:
        key = self.server.partition("/")[2]
        is_remote = "://" in key and not key.startswith(("npm:", "pypi:", "oci:", "nuget:", "mcpb:"))
        way = {"url": key, "transport": "http"} if is_remote else {"package": key}
        # The name that a server gives itself is not its own: anybody may call themselves so.
        yield Node(id=self.server, name=key, props=way | self.about)
        known = {tool.name for tool in self.tools}
        noted = [named_tool(name, {}) for name in sorted(self.scopes.keys() - known)]
        for tools, evidence in ((self.tools, self.evidence), (noted, _NOTED)):
            told = [replace(tool, notes=self._notes(tool.name)) for tool in sorted(tools, key=lambda tool: tool.name)]
            yield from tool_records(self.server, told, evidence)

    def _notes(self, name: str) -> dict[str, Any]:
        return {"required_scopes": self.scopes[name]} if self.scopes.get(name) else {}


def _server_of(page: Page) -> str:
    if page.document is None:
        return f"McpServer:mcp/{canonical_url(page.request['server'])}"
    return server_of_document(page.document, page.document.content)


def _result(body: Any) -> Any:
    """The result of a JSON-RPC answer, or the answer itself where that is already the result."""
    inner = body.get("result") if isinstance(body, Mapping) else None
    return inner if isinstance(inner, Mapping) else body


def _tools(body: Any) -> list[Any] | None:
    """The tools of an answer; None where it is none."""
    result = _result(body)
    listed = result.get("tools") if isinstance(result, Mapping) else result
    if not isinstance(listed, list):
        return None
    if not listed:
        is_answer = isinstance(result, Mapping) and (result is not body or "resultType" in result or "server" in result)
        return listed if is_answer else None
    return listed if any(_is_tool(tool) for tool in listed) else None


def _is_tool(tool: Any) -> bool:
    return (
        isinstance(tool, Mapping) and isinstance(tool.get("name"), str) and (_is_wired(tool) or "input_schema" in tool)
    )


def _is_wired(tool: Any) -> bool:
    """As the protocol writes a tool."""
    return isinstance(tool, Mapping) and "inputSchema" in tool


def _scopes(body: Any) -> list[tuple[str, Any]] | None:
    """(place, entry) of a list of the scopes that tools need; None where it is none."""
    listed = body.get("scopes") if isinstance(body, Mapping) else body
    if not isinstance(listed, list) or not listed:
        return None
    is_one = all(isinstance(entry, Mapping) and {"tool", "requiredScopes"} <= entry.keys() for entry in listed)
    return [(f"[{at}]", entry) for at, entry in enumerate(listed)] if is_one else None


def _read_scopes(raw: Any, place: str, shown: str) -> tuple[str, list[str]]:
    entry = FieldReader(raw, place, shown)
    listed = FieldReader(
        {str(at): told for at, told in enumerate(entry.items("requiredScopes"))}, f"{place}.requiredScopes", shown
    )
    return entry.required("tool"), sorted({said for name in listed.body if (said := listed.text(name))})
