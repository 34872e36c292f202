"""This file knows how a file of scan results becomes runs: one for each path that was scanned."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.claims import Node, RunHeader
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.agent_scan.scan_result import ScannedServer, error_code, servers_in
from loaders.mcp.owner import ConfigOwner, owner_of_path, path_hash
from loaders.mcp.reading import ConfigRecords
from loaders.mcp.records import ConfigSource, IdentifiedServer
from loaders.mcp.slot import ServerEntry
from loaders.mcp.tool import tool_records
from loaders.saved.fields import ErrorCollector, FieldReader

_INVENTORY = ("McpServer", "Credential", "RUNS_AS")
_OF_A_PROJECT = (*_INVENTORY, "CONNECTS_TO")
_OF_A_PERSON = (*_OF_A_PROJECT, "HAS_CREDENTIAL")
_TOOLS = ("McpTool", "EXPOSES")
_FIELDS = frozenset({"servers", "error", "issues", "labels", "client", "skills"})
_NOT_THERE = "X003"
_UNREADABLE: Mapping[str, Any] = {"servers": None, "error": {"category": "parse_error"}}
_EVIDENCE = "listed to agent-scan with what this configuration carries; another caller may be shown others"


def recognize(document: Document) -> bool:
    """The answer of `agent-scan --json`: an object of path and result, or a list of results under `scan_path_results`."""
    return document.form == "json" and bool(_results(document.value))


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per scanned path; a path that is not there makes none.

    Lenient per server and tool unless `context.lenient` is False: then the first bad one raises RecordError.
    """
    for page in pages:
        document = page.document
        if document is None:
            continue
        for path, result in _results(document.value):
            entry = FieldReader(result, path, document.shown)
            if entry.body.get("servers") is None and error_code(entry) == _NOT_THERE:
                continue
            yield _PathRun(document, context, path, entry).draft()


class _PathRun:
    """The run of one path in the making."""

    def __init__(self, document: Document, context: Context, path: str, result: FieldReader) -> None:
        self._document, self._context, self._path, self._result = document, context, path, result
        said = context.source.partition(":")[2] if context.source else ""
        self._machine = said or f"{document.path.stem}-{path_hash(document.shown)}"
        self._reading = ConfigRecords(f"{document.shown}: {path}", strict=context.lenient is False)
        self._refusals = ErrorCollector(self._reading.strict, self._reading.refused)
        self._reasons: list[Reason] = []
        self._unlisted = False

    def draft(self) -> PendingRun:
        """The run; a path that could not be read at all makes a failed one, which writes nothing."""
        holder = self._holder(self._path)
        problem = error_code(self._result)
        failed = None
        if problem is not None:
            reason = Reason(problem, f"{self._path}: the scan says {problem}")
            failed = reason if self._result.body.get("servers") is None else None
            self._reasons += [] if failed else [reason]
        for path, found in sorted(self._by_config().items()):
            self._read(path, found)
        header = RunHeader(
            source=self._source(holder), observed_at=self._context.observed_at, complete=self._scopes(holder)
        )
        refused = self._reading.refused
        return PendingRun(
            header=header,
            entries=[] if failed else [(0, record) for record in self._reading.records()],
            origin=self._reading.shown,
            refused=refused,
            reasons=self._reasons,
            complete=() if refused else None,
            failed=failed,
            lenient=not self._reading.strict,
        )

    def _by_config(self) -> Mapping[str, list[ScannedServer]]:
        """The servers by the file that configures them: two of one file that start one package are told apart by alias."""
        groups: dict[str, list[ScannedServer]] = defaultdict(list)
        for found in servers_in(self._result, self._path, self._refusals):
            groups[found.config_path].append(found)
        return groups

    def _read(self, path: str, found: list[ScannedServer]) -> None:
        holder, client = self._holder(path), self._client()
        own = holder.key if holder.node else "unowned"
        scope = f"{own}/{client}/{path_hash(f'{self._machine}/{path}')}"
        origin = ConfigSource(path, scope, self._context.salt, redacted=True)
        times = Counter(server.name for server in found)
        # A name stays when others come and go before it; a number does not.
        by_place = {f"servers.{s.name}" if times[s.name] == 1 and s.name else s.place: s for s in found}
        slots = [(ServerEntry(place, server.name), server.entry) for place, server in by_place.items()]
        for claim in self._reading.read(slots, client, holder, origin):
            self._list(claim, by_place[claim.slot.place])
        for server in found:
            if server.tools is None:
                self._unlisted = True
                if server.error is not None:
                    self._reasons.append(Reason(server.error, f"{server.place}: its tools are not known"))
            elif server.error is not None:
                self._reasons.append(Reason(server.error, f"{server.place}: the scan says {server.error}"))

    def _list(self, claim: IdentifiedServer, server: ScannedServer) -> None:
        if server.issues:
            self._reading.add_all(claim.slot, [Node(id=claim.node, props={"issues": list(server.issues)})])
        for tool in server.tools or ():
            self._reading.add_all(claim.slot, tool_records(claim.node, [tool], _EVIDENCE))

    def _holder(self, path: str) -> ConfigOwner:
        return owner_of_path(self._document, self._context.owner, self._machine, path)

    def _source(self, holder: ConfigOwner) -> str:
        # A scan that looks at fewer paths must not retire what another found: each path has a source of its own.
        own = holder.key if holder.node else "unowned"
        base = self._context.source or f"agent_scan:{own}"
        path = self._path if self._context.source else f"{self._document.shown}/{self._path}"
        return f"{base}/{self._client()}/{path_hash(path)}"

    def _client(self) -> str:
        said = self._result.body.get("client")
        return re.sub(r"[^a-z0-9.-]+", "-", str(said).lower()).strip("-")[:60] if isinstance(said, str) else "other"

    def _scopes(self, holder: ConfigOwner) -> tuple[str, ...]:
        """What a cleanly read path vouches for; tools only if every server listed its own."""
        if holder.kind in ("Identity", "Account"):
            scopes: tuple[str, ...] = _OF_A_PERSON
        else:
            scopes = _OF_A_PROJECT if holder.node else _INVENTORY
        return scopes if self._unlisted else (*scopes, *_TOOLS)


def _results(body: Any) -> list[tuple[str, Mapping[str, Any]]]:
    """(path, result) of a scan; empty where this is none."""
    if not isinstance(body, Mapping):
        return []
    listed = body.get("scan_path_results")
    if isinstance(listed, list):
        pairs = [(result.get("path"), result) for result in listed if isinstance(result, Mapping)]
    else:
        pairs = list(body.items())
    if not any(_is_result(result) for _, result in pairs):
        return []
    # What is no result is one that cannot be read: it must not pass for a path without servers.
    return [(str(path), result if _is_result(result) else _UNREADABLE) for path, result in pairs]


def _is_result(result: Any) -> bool:
    if not isinstance(result, Mapping) or "servers" not in result or not (_FIELDS - {"servers"}) & result.keys():
        return False
    servers = result["servers"]
    if servers is None:
        return "error" in result
    # Servers that are listed, each with its configuration inside.
    return isinstance(servers, list) and all(
        isinstance(server, Mapping) and "server" in server for server in servers[:1]
    )
