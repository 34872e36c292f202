"""This file knows what Cisco's mcp-scanner says with `--raw`: which tools servers have, and which findings.

Three shapes are read: the documented object of `server_url` and `scan_results`, and two that its source code writes, an object
of configuration path and results (known configurations) and the bare list of results. The scanner repeats no configuration: a server of a configuration is known by its
name there alone, one that was named by its address or package is known by that. A bare list without names says which server it is about
by its place, as mcp_tools/mcp.acme.example/crm.json. Tools are known by name: their hints are not in the output. Of findings the
analyzer, severity and taxonomy codes are kept. What did not answer is missing from the output, so a scan retires nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from graph.check import check
from graph.claims import Edge, Node, RunHeader
from graph.errors import RecordError
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.mcp.command_line import parse_command, split_command
from loaders.mcp.owner import ConfigOwner, owner_of_path, path_hash
from loaders.mcp.package_name import server_node_id
from loaders.mcp.saved_server import server_of_document
from loaders.mcp.tool import escaped, named_tool, tool_records
from loaders.saved.fields import ErrorCollector, FieldReader

_EVIDENCE = "listed to mcp-scanner with the credential that it used"
_TARGETS = ("server_url", "scan_target", "mcp_server_repository")
_TAXONOMY = re.compile(r"AI(?:Sub)?[Tt]ech-[\d.]{1,12}")
_HARMLESS = ("SAFE", "UNKNOWN", "INFO", "")
_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,40}")


def recognize(document: Document) -> bool:
    """The raw output of a scan: results that say of each tool whether it is safe, and what was found."""
    return document.form == "json" and bool(_groups(document.value))


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per file; it vouches for nothing.

    Lenient per result unless `context.lenient` is False. Raises RecordError for a file of which nobody says whose tools it lists.
    """
    documents = [page.document for page in pages if page.document is not None]
    for document in documents:
        yield _ScanRun(document, context, alone=len(documents) == 1).draft()


@dataclass(frozen=True, slots=True)
class _TargetResults:
    """Results of one target: what was scanned, or the path of the configuration that names the servers."""

    target: str
    place: str
    results: list[Any] = field(repr=False)


class _ScanRun:
    """The run of one file in the making."""

    def __init__(self, document: Document, context: Context, *, alone: bool) -> None:
        self._document, self._context = document, context
        file = f"{document.path.stem}-{path_hash(document.shown)}"
        base = context.source or f"mcp_scanner:{file}"
        self._source = base if context.source is None or alone else f"{base}/{file}"
        self._machine = context.source.partition(":")[2] if context.source else file
        self._refusals = ErrorCollector(strict=context.lenient is False)
        self._reasons: list[Reason] = []
        self._records: dict[tuple[str, ...], Node | Edge] = {}

    def draft(self) -> PendingRun:
        for group in _groups(self._document.value):
            for at, raw in enumerate(group.results):
                place = f"{group.place}[{at}]"
                for records in self._refusals.kept(self._read, raw, place, group):
                    for record in records:
                        self._add(record)
        return PendingRun(
            header=RunHeader(source=self._source, observed_at=self._context.observed_at),
            entries=[(0, self._records[key]) for key in sorted(self._records)],
            origin=self._document.shown,
            refused=self._refusals.listed,
            reasons=self._reasons,
            complete=(),
            lenient=not self._refusals.strict,
        )

    def _add(self, record: Node | Edge) -> None:
        key = (record.id,) if isinstance(record, Node) else (record.kind, record.source, record.target)
        known = self._records.setdefault(key, record)
        if isinstance(known, Node) and isinstance(record, Node):
            self._records[key] = msgspec.structs.replace(known, props={**record.props, **known.props})

    def _read(self, raw: Any, place: str, group: _TargetResults) -> list[Node | Edge]:
        if not isinstance(raw, Mapping):
            raise RecordError("a result must be an object", file=self._document.shown, field=place)
        result = FieldReader(raw, place, self._document.shown)
        if not result.body.get("tool_name") and not self._is_tool(result):
            return []
        name = result.needed("tool_name")
        if (result.text("status") or "completed") != "completed":
            self._reasons.append(Reason("NOT_SCANNED", f"{self._document.shown}: {place}: the scan was not completed"))
            return []
        found = list(self._claims(result, name, group))
        for record in found:
            check(record)
        return found

    def _is_tool(self, result: FieldReader) -> bool:
        return result.text("item_type") in (None, "tool")

    def _claims(self, result: FieldReader, name: str, group: _TargetResults) -> Iterator[Node | Edge]:
        alias, path = result.text("server_name"), result.text("server_source") or group.target
        owner = owner_of_path(self._document, self._context.owner, self._machine, path)
        if alias is not None:
            node = Node(id=f"McpServer:mcp_scanner/{owner.key}/{escaped(alias)}", name=alias, props={"name_only": True})
            notes: dict[str, Any] = {"name_only": True}
        else:
            node, notes = self._named(group.target, owner), {}
        yield node
        if alias is not None and owner.node is not None:
            # Without an alias: the configuration itself says which server the name means.
            yield Edge(kind="CONNECTS_TO", source=owner.node, target=node.id, evidence=f"{alias} in {path}")
        if name == group.target.partition(":")[2]:
            return  # a package as a whole, not a tool of it
        issues = _codes(result)
        tool = named_tool(name, notes | ({"issues": issues} if issues else {}))
        yield from tool_records(node.id, [tool], _EVIDENCE)

    def _named(self, target: str, owner: ConfigOwner) -> Node:
        """The server that the scanner was told to look at. Raises RecordError where nothing names it."""
        if target.startswith("stdio:"):
            launch = parse_command(split_command(target.removeprefix("stdio:")))
            if launch.package is not None:
                node = f"McpServer:mcp/{owner.key}/{launch.package}"
                return Node(id=node, name=launch.package, props={"package": launch.package, "transport": "stdio"})
        named = server_node_id(target) or server_of_document(self._document, self._document.value)
        key = named.partition("/")[2]
        return Node(id=named, name=key, props={"url" if "://" in key else "package": key})


def _codes(result: FieldReader) -> list[str]:
    """What was found, as codes: `yara:HIGH`, and those of the taxonomy."""
    found = result.body.get("findings")
    codes: set[str] = set()
    for analyzer, told in found.items() if isinstance(found, Mapping) else ():
        if not isinstance(told, Mapping) or not _PLAIN.fullmatch(str(analyzer)):
            continue
        severity = str(told.get("severity") or "").upper()
        if severity not in _HARMLESS and _PLAIN.fullmatch(severity):
            codes.add(f"{str(analyzer).removesuffix('_analyzer')}:{severity}")
        codes |= set(_taxonomy(told))
    return sorted(codes)


def _taxonomy(told: Mapping[str, Any]) -> Iterator[str]:
    """The codes of the taxonomy, at whatever depth this version of the scanner puts them."""
    heap: list[Any] = [told.get("mcp_taxonomies"), told.get("threats")]
    while heap:
        found = heap.pop()
        if isinstance(found, Mapping):
            heap += found.values()
        elif isinstance(found, list):
            heap += found
        elif isinstance(found, str) and _TAXONOMY.fullmatch(found):
            yield found


def _groups(body: Any) -> list[_TargetResults]:
    """The results of a file by what was scanned; empty where it is no output of the scanner."""
    if isinstance(body, list):
        return [_TargetResults("", "", body)] if any(_is_result(result) for result in body) else []
    if not isinstance(body, Mapping):
        return []
    listed = body.get("scan_results")
    if isinstance(listed, list):
        target = next((body[name] for name in _TARGETS if isinstance(body.get(name), str)), "")
        known = any(_is_result(result) for result in listed)
        return [_TargetResults(target, "scan_results", listed)] if known else []
    groups = [_TargetResults(str(path), str(path), found) for path, found in body.items() if isinstance(found, list)]
    known = any(_is_result(result) for group in groups for result in group.results)
    return groups if known and len(groups) == len(body) else []


def _is_result(result: Any) -> bool:
    names = ("tool_name", "prompt_name", "resource_uri")
    return isinstance(result, Mapping) and "is_safe" in result and any(name in result for name in names)
