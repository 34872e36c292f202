"""Files of scan results, turned into one run per scanned path."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.claims import Node, RunHeader
from graph.reason import Reason
from loaders.base import Context, Document, FormerName, Page, PendingRun
from loaders.connectors.agent_scan.scan_result import ScannedServer, error_code, servers_in
from loaders.mcp.entry import ServerEntry
from loaders.mcp.former_source import former_name
from loaders.mcp.owner import ConfigOwner, below_home, export_path, owner_of_path
from loaders.mcp.records import ConfigRecords, ConfigSource, IdentifiedServer
from loaders.mcp.tool import tool_records
from loaders.saved.fields import ErrorCollector, FieldReader

_INVENTORY = ("McpServer", "Credential", "RUNS_AS")
_OF_A_PROJECT = (*_INVENTORY, "CONNECTS_TO")
_OF_A_PERSON = (*_OF_A_PROJECT, "HAS_CREDENTIAL")
_TOOLS = ("McpTool", "EXPOSES")
_FIELDS = frozenset({"servers", "error", "issues", "labels", "client", "skills"})
_FILE_NOT_FOUND = "X003"
_UNREADABLE: Mapping[str, Any] = {"servers": None, "error": {"category": "parse_error"}}
_EVIDENCE = "listed to agent-scan with what this configuration carries; another caller may be shown others"


def recognize(document: Document) -> bool:
    """Whether this is an answer of `agent-scan --json`: an object of path and result, or results under `scan_path_results`."""
    return document.format == "json" and bool(_results(document.content))


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per scanned path; a path that does not exist has none.

    Lenient per server and tool unless `context.lenient` is False: then the first bad one raises RecordError.
    """
    for page in pages:
        document = page.document
        if document is None:
            continue
        for path, result in _results(document.content):
            entry = FieldReader(result, path, document.display_path)
            if entry.body.get("servers") is None and error_code(entry) == _FILE_NOT_FOUND:
                continue
            yield _PathRun(document, context, path, entry).pending_run()


class _PathRun:
    """The run of one scanned path while its servers are read."""

    def __init__(self, document: Document, context: Context, path: str, result: FieldReader) -> None:
        self._document, self._context, self._path, self._result = document, context, path, result
        named_source = context.source.partition(":")[2] if context.source else ""
        self._machine = named_source or export_path(document)
        self._records = ConfigRecords(f"{document.display_path}: {path}", strict=context.lenient is False)
        self._errors = ErrorCollector(self._records.strict, self._records.refused)
        self._reasons: list[Reason] = []
        self._has_unlisted = False

    def pending_run(self) -> PendingRun:
        """The run; a path that could not be read at all has a failed one, which writes nothing."""
        owner = self._owner_of(self._path)
        code = error_code(self._result)
        failed = None
        if code is not None:
            reason = Reason(code, f"{self._path}: the scan reports {code}")
            failed = reason if self._result.body.get("servers") is None else None
            self._reasons += [] if failed else [reason]
        for path, servers in sorted(self._by_config().items()):
            self._read(path, servers)
        header = RunHeader(
            source=self._source(owner), observed_at=self._context.observed_at, complete=self._scopes(owner)
        )
        refused = self._records.refused
        return PendingRun(
            header=header,
            records=[] if failed else [(0, record) for record in self._records.records()],
            origin=self._records.display_path,
            rejected=refused,
            reasons=self._reasons,
            complete=() if refused else None,
            failure=failed,
            lenient=not self._records.strict,
            former=None if self._context.source else self._former(owner),
        )

    def _by_config(self) -> Mapping[str, list[ScannedServer]]:
        """The servers by the file that configures them: in one file, the alias distinguishes two of one package."""
        groups: dict[str, list[ScannedServer]] = defaultdict(list)
        for server in servers_in(self._result, self._path, self._errors):
            groups[server.config_path].append(server)
        return groups

    def _read(self, path: str, servers: list[ScannedServer]) -> None:
        owner, client = self._owner_of(path), self._client()
        owner_key = owner.key if owner.node else "unowned"
        scope = f"{owner_key}/{client}/{self._machine}/{below_home(path)}"
        source = ConfigSource(path, scope, self._context.salt, redacted=True)
        times = Counter(server.name for server in servers)
        # A name stays when other servers come and go before it; a number does not.
        by_path = {f"servers.{s.name}" if times[s.name] == 1 and s.name else s.path: s for s in servers}
        entries = [ServerEntry(entry_path, server.name, server.entry) for entry_path, server in by_path.items()]
        for identified in self._records.read(entries, client, owner, source):
            self._add_tools(identified, by_path[identified.entry.path])
        for server in servers:
            if server.tools is None:
                self._has_unlisted = True
                if server.error is not None:
                    self._reasons.append(Reason(server.error, f"{server.path}: its tools are not known"))
            elif server.error is not None:
                self._reasons.append(Reason(server.error, f"{server.path}: the scan reports {server.error}"))

    def _add_tools(self, identified: IdentifiedServer, server: ScannedServer) -> None:
        if server.issues:
            node = Node(id=identified.node, props={"issues": list(server.issues)})
            self._records.add_all(identified.entry, [node])
        for tool in server.tools or ():
            self._records.add_all(identified.entry, tool_records(identified.node, [tool], _EVIDENCE))

    def _owner_of(self, path: str) -> ConfigOwner:
        return owner_of_path(self._document, self._context.owner, self._machine, path)

    def _source(self, owner: ConfigOwner) -> str:
        # A scan of fewer paths must not retire what another scan found: each path has a source of its own.
        owner_key = owner.key if owner.node else "unowned"
        if self._context.source:
            return f"{self._context.source}/{self._client()}/{below_home(self._path)}"
        return f"agent_scan:{owner_key}/{self._client()}/{export_path(self._document)}/{below_home(self._path)}"

    def _former(self, owner: ConfigOwner) -> FormerName:
        owner_key = owner.key if owner.node else "unowned"
        return former_name("agent_scan", self._document, [f"{owner_key}/{self._client()}/"], scanned=self._path)

    def _client(self) -> str:
        client = self._result.body.get("client")
        if not isinstance(client, str):
            return "other"
        return re.sub(r"[^a-z0-9.-]+", "-", client.lower()).strip("-")[:60]

    def _scopes(self, owner: ConfigOwner) -> tuple[str, ...]:
        """The coverage of a cleanly read path; tools are covered only if every server listed its own."""
        if owner.kind in ("Identity", "Account"):
            scopes: tuple[str, ...] = _OF_A_PERSON
        else:
            scopes = _OF_A_PROJECT if owner.node else _INVENTORY
        return scopes if self._has_unlisted else (*scopes, *_TOOLS)


def _results(body: object) -> list[tuple[str, Mapping[str, Any]]]:
    """(path, result) of a scan; empty if the body is none."""
    if not isinstance(body, Mapping):
        return []
    listed = body.get("scan_path_results")
    if isinstance(listed, list):
        pairs = [(result.get("path"), result) for result in listed if isinstance(result, Mapping)]
    else:
        pairs = list(body.items())
    if not any(_is_result(result) for _, result in pairs):
        return []
    # A value that is no result counts as an unreadable one: it must not pass for a path without servers.
    return [(str(path), result if _is_result(result) else _UNREADABLE) for path, result in pairs]


def _is_result(result: object) -> bool:
    if not isinstance(result, Mapping) or "servers" not in result or not (_FIELDS - {"servers"}) & result.keys():
        return False
    servers = result["servers"]
    if servers is None:
        return "error" in result
    # Servers that are listed, each with its configuration inside.
    return isinstance(servers, list) and all(
        isinstance(server, Mapping) and "server" in server for server in servers[:1]
    )
