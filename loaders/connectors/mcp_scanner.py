"""Raw output of Cisco's mcp-scanner (`--raw`): the tools that servers have, and the findings about them.

Three shapes are read: the documented object of `server_url` and `scan_results`, and two that its source code writes, an
object of configuration path and results (known configurations) and the bare list of results. The scanner does not
repeat configurations: a server of a configuration is known by its name there only, one that was scanned by its address
or package is known by that. A bare list without names is about the server of its folder, as
mcp_tools/mcp.acme.example/crm.json. Tools are known by name: their hints are not in the output. Of findings the
analyzer, severity and taxonomy codes are kept. What did not answer is missing from the output, so a scan retires nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from graph.check import check
from graph.claims import Edge, Node
from graph.errors import RecordError
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.coverage import Coverage
from loaders.claims.run import ReadUsage, RunBuilder
from loaders.mcp.command_line import parse_command, split_command
from loaders.mcp.former_source import former_name
from loaders.mcp.owner import ConfigOwner, export_path, owner_of_path
from loaders.mcp.package_name import server_node_id
from loaders.mcp.saved_server import server_of_document
from loaders.mcp.secret_mask import SecretMask
from loaders.mcp.tool import escaped, named_tool, tool_records
from loaders.saved.fields import FieldReader

_EVIDENCE = "listed to mcp-scanner with the credential that it used"
_TARGETS = ("server_url", "scan_target", "mcp_server_repository")
_TAXONOMY = re.compile(r"AI(?:Sub)?[Tt]ech-[\d.]{1,12}")
_HARMLESS = ("SAFE", "UNKNOWN", "INFO", "")
_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,40}")


def recognize(document: Document) -> bool:
    """Whether this is the raw output of a scan: results that say of each tool whether it is safe, and what was found."""
    return document.format == "json" and bool(_groups(document.content))


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per file; it covers nothing.

    Lenient per result unless `context.lenient` is False. Raises RecordError for a file that does not name its server.
    """
    documents = [page.document for page in pages if page.document is not None]
    for document in documents:
        yield _ScanRun(document, context, is_only_file=len(documents) == 1).pending_run()


@dataclass(frozen=True, slots=True)
class _TargetResults:
    """The results of one target: an address or package, or the path of the configuration that names the servers."""

    target: str
    path: str
    results: list[object] = field(repr=False)


class _ScanRun:
    """The run of one file while its results are read."""

    def __init__(self, document: Document, context: Context, *, is_only_file: bool) -> None:
        self._document, self._context = document, context
        file = export_path(document)
        base = context.source or f"mcp_scanner:{file}"
        source = base if context.source is None or is_only_file else f"{base}/{file}"
        self._run = RunBuilder(context, source, [document.display_path])
        self._machine = context.source.partition(":")[2] if context.source else file
        self._mask = SecretMask(context.salt)
        self._reasons: list[Reason] = []
        self._records: dict[tuple[str, ...], Node | Edge] = {}

    def pending_run(self) -> PendingRun:
        """The run with every result that could be read."""
        for group in _groups(self._document.content):
            for index, raw in enumerate(group.results):
                path = f"{group.path}[{index}]"
                for records in self._run.errors.collect(self._read, raw, path, group):
                    for record in records:
                        self._add(record)
        in_order = [self._records[key] for key in sorted(self._records)]
        pending = self._run.pending(in_order, Coverage((), self._reasons), ReadUsage())
        if self._context.source is None:
            pending.former = former_name("mcp_scanner", self._document, [f"{self._document.path.stem}-"])
        return pending

    def _add(self, record: Node | Edge) -> None:
        key = (record.id,) if isinstance(record, Node) else (record.kind, record.source, record.target)
        first = self._records.setdefault(key, record)
        if isinstance(first, Node) and isinstance(record, Node):
            self._records[key] = msgspec.structs.replace(first, props={**record.props, **first.props})

    def _read(self, raw: object, path: str, group: _TargetResults) -> list[Node | Edge]:
        if not isinstance(raw, Mapping):
            raise RecordError("a result must be an object", file=self._document.display_path, field=path)
        result = FieldReader(raw, path, self._document.display_path)
        if not result.body.get("tool_name") and not self._is_tool(result):
            return []
        name = result.required("tool_name")
        if (result.text("status") or "completed") != "completed":
            self._reasons.append(
                Reason("NOT_SCANNED", f"{self._document.display_path}: {path}: the scan was not completed")
            )
            return []
        records = list(self._records_of(result, name, group))
        for record in records:
            check(record)
        return records

    def _is_tool(self, result: FieldReader) -> bool:
        return result.text("item_type") in (None, "tool")

    def _records_of(self, result: FieldReader, name: str, group: _TargetResults) -> Iterator[Node | Edge]:
        alias, path = result.text("server_name"), result.text("server_source") or group.target
        owner = owner_of_path(self._document, self._context.owner, self._machine, path)
        if alias is not None:
            alias = self._mask.name(alias)
            node = Node(id=f"McpServer:mcp_scanner/{owner.key}/{escaped(alias)}", name=alias, props={"name_only": True})
            notes: dict[str, Any] = {"name_only": True}
        else:
            node, notes = self._scanned_server(group.target, owner), {}
        yield node
        if alias is not None and owner.node is not None:
            # Without an alias on the edge: the configuration itself says which server the name means.
            yield Edge(kind="CONNECTS_TO", source=owner.node, target=node.id, evidence=f"{alias} in {path}")
        if name == group.target.partition(":")[2]:
            return  # a package as a whole, not a tool of it
        issues = _codes(result)
        tool = named_tool(name, notes | ({"issues": issues} if issues else {}))
        yield from tool_records(node.id, [tool], _EVIDENCE)

    def _scanned_server(self, target: str, owner: ConfigOwner) -> Node:
        """The server that the scanner was given. Raises RecordError if nothing names it."""
        if target.startswith("stdio:"):
            launch = parse_command(split_command(target.removeprefix("stdio:")))
            if launch.package is not None:
                node = f"McpServer:mcp/{owner.key}/{launch.package}"
                return Node(id=node, name=launch.package, props={"package": launch.package, "transport": "stdio"})
        named = server_node_id(target) or server_of_document(self._document, self._document.content)
        key = named.partition("/")[2]
        return Node(id=named, name=key, props={"url" if "://" in key else "package": key})


def _codes(result: FieldReader) -> list[str]:
    """The findings of a result as codes: `yara:HIGH`, and those of the taxonomy."""
    findings = result.body.get("findings")
    codes: set[str] = set()
    for analyzer, finding in findings.items() if isinstance(findings, Mapping) else ():
        if not isinstance(finding, Mapping) or not _PLAIN.fullmatch(str(analyzer)):
            continue
        severity = str(finding.get("severity") or "").upper()
        if severity not in _HARMLESS and _PLAIN.fullmatch(severity):
            codes.add(f"{str(analyzer).removesuffix('_analyzer')}:{severity}")
        codes |= set(_taxonomy(finding))
    return sorted(codes)


def _taxonomy(finding: Mapping[str, Any]) -> Iterator[str]:
    """The codes of the taxonomy, at whatever depth this version of the scanner puts them."""
    stack: list[object] = [finding.get("mcp_taxonomies"), finding.get("threats")]
    while stack:
        value = stack.pop()
        if isinstance(value, Mapping):
            stack += value.values()
        elif isinstance(value, list):
            stack += value
        elif isinstance(value, str) and _TAXONOMY.fullmatch(value):
            yield value


def _groups(body: object) -> list[_TargetResults]:
    """The results of a file by target; empty if the body is no output of the scanner."""
    if isinstance(body, list):
        return [_TargetResults("", "", body)] if any(_is_result(result) for result in body) else []
    if not isinstance(body, Mapping):
        return []
    results = body.get("scan_results")
    if isinstance(results, list):
        target = next((body[name] for name in _TARGETS if isinstance(body.get(name), str)), "")
        is_scan = any(_is_result(result) for result in results)
        return [_TargetResults(target, "scan_results", results)] if is_scan else []
    groups = [
        _TargetResults(str(path), str(path), results) for path, results in body.items() if isinstance(results, list)
    ]
    is_scan = any(_is_result(result) for group in groups for result in group.results)
    return groups if is_scan and len(groups) == len(body) else []


def _is_result(result: object) -> bool:
    names = ("tool_name", "prompt_name", "resource_uri")
    return isinstance(result, Mapping) and "is_safe" in result and any(name in result for name in names)
