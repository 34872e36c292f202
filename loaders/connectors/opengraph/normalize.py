"""OpenGraph files, turned into one run per file name, with everything listed that was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import PurePath

from graph.claims import Edge, Node, Record, RunHeader
from graph.errors import RecordError
from graph.ontology import EDGE_KINDS, NODE_KINDS
from graph.reason import Reason
from loaders.base import Context, Document, FormerName, Page, PendingRun
from loaders.connectors.opengraph.encoding import BASE, read_kind
from loaders.connectors.opengraph.kinds import (
    is_documented_structure,
    is_part_kind,
    is_unsupported_kind,
    is_workflow_kind,
    map_edge_kind,
)
from loaders.connectors.opengraph.left_out import LeftOut
from loaders.connectors.opengraph.mapping import (
    MappedNode,
    allowed_ends,
    edge_record,
    map_absent_node,
    map_node,
    node_records,
)
from loaders.connectors.opengraph.parse import NodeIndex, ParsedEdge, ParsedNode, read_edge, read_node
from loaders.connectors.opengraph.tokens import TokenPermissions, Workflows
from loaders.saved.fields import ErrorCollector

_PART = re.compile(r"(?P<stem>.+)[._-](?P<number>[0-9]{1,6})")


def recognize(document: Document) -> bool:
    """Whether this is a JSON object `graph` with a list of `nodes` or of `edges` (JSON Graph Format has nodes by id).

    An extension's schema is recognized too: it says along which kinds of edges access flows.
    """
    if document.format == "json" and _is_extension(document.content):
        return True
    body = document.content.get("graph") if isinstance(document.content, dict) else None
    if document.format != "json" or not isinstance(body, dict):
        return False
    nodes, edges = body.get("nodes"), body.get("edges")
    if isinstance(nodes, list) and (edges is None or isinstance(edges, list)):
        return not nodes or any(isinstance(node, dict) and "kinds" in node for node in nodes) or _has_ends(edges)
    return nodes is None and _has_ends(edges)


def _is_extension(content: object) -> bool:
    return isinstance(content, dict) and all(
        isinstance(content.get(name), list) for name in ("node_kinds", "relationship_kinds")
    )


def _traversable_kinds(content: Mapping[str, object]) -> Iterator[tuple[str, bool]]:
    """Each edge kind of an extension's schema with whether access flows along it."""
    kinds = content.get("relationship_kinds")
    for entry in kinds if isinstance(kinds, list) else ():
        if isinstance(entry, dict):
            name, is_traversable = entry.get("name"), entry.get("is_traversable")
            if isinstance(name, str) and isinstance(is_traversable, bool):
                yield name, is_traversable


def _has_ends(edges: object) -> bool:
    return isinstance(edges, list) and any(isinstance(edge, dict) and "start" in edge for edge in edges)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per file name (`opengraph:STEM`), or one of `context.source`; files of one run are one graph.

    Files of one folder that are numbered `STEM.1.json`, `STEM.2.json` and so on are parts of one export. An end that its own files do not list is looked up in the others of the command. Lenient per entry unless
    `context.lenient` is False. A run covers what it lists only if all its files are whole exports of Remit. The schemas of
    extensions hold for all graphs of the command; alone they give a FAILED run.
    """
    graphs: dict[str, _GraphFiles] = {}
    traversable: dict[str, bool] = {}
    extension_path = ""
    by_path = sorted(((_path_of(page), page) for page in pages), key=itemgetter(0))
    part_names = _names_of_parts(path for path, page in by_path if not _is_extension(page.body))
    for display_path, page in by_path:
        if _is_extension(page.body):
            traversable.update(_traversable_kinds(page.body))
            extension_path = display_path
            continue
        path = PurePath(display_path)
        source = context.source or f"opengraph:{part_names.get(display_path, path.stem)}"
        files = graphs.setdefault(source, _GraphFiles(display_path, context.lenient is False, traversable))
        files.add(page, display_path)
        if display_path in part_names:
            files.file_names[display_path] = part_names[display_path] + path.suffix
            if context.source is None:
                files.former_names.append(f"opengraph:{path.stem}")
    if extension_path and not graphs:
        source = context.source or f"opengraph:{PurePath(extension_path).stem}"
        reason = Reason("NO_GRAPH", f"{extension_path}: an extension's schema holds no graph; load it with its graph")
        yield PendingRun(RunHeader(source=source, observed_at=context.observed_at), (), extension_path, failure=reason)
    for graph in graphs.values():
        graph.index()
    for source, graph in graphs.items():
        others = [other for other in graphs.values() if other is not graph]
        records = list(graph.records(others))
        complete = graph.covered_kinds(records)
        yield PendingRun(
            RunHeader(source=source, observed_at=context.observed_at, complete=complete),
            [(0, record) for record in records],
            graph.display_path,
            rejected=graph.errors.messages,
            reasons=graph.reasons,
            notes=list(graph.left_out.notes(graph.display_path)),
            lenient=not graph.errors.strict,
            former=_former_name(graph.former_names),
        )


def _path_of(page: Page) -> str:
    return page.document.display_path if page.document else page.endpoint


def _names_of_parts(paths: Iterable[str]) -> Mapping[str, str]:
    """The name without its number of each file that is a part of an export: numbered from 0 or 1, without a gap."""
    exports: dict[tuple[PurePath, str, str], dict[int, str]] = {}
    for path in paths:
        file = PurePath(path)
        match = _PART.fullmatch(file.stem)
        if match is not None:
            exports.setdefault((file.parent, match["stem"], file.suffix), {})[int(match["number"])] = path
    return {
        path: stem
        for (_, stem, _), parts in exports.items()
        if len(parts) > 1 and min(parts) < 2 and max(parts) - min(parts) == len(parts) - 1
        for path in parts.values()
    }


def _former_name(names: Sequence[str]) -> FormerName | None:
    """The sources that parts had when each was a graph of its own."""
    pattern = "|".join(map(re.escape, names))
    return FormerName(re.compile(pattern), lambda _name, _evidence: True) if names else None


class _GraphFiles:
    """The files of one run: read first, then mapped together."""

    def __init__(self, display_path: str, strict: bool, traversable: Mapping[str, bool]) -> None:
        self.display_path, self.errors = display_path, ErrorCollector(strict)
        self.is_own_export = True
        self.mapped: dict[str, MappedNode] = {}
        self._nodes: list[ParsedNode] = []
        self._raw_edges: list[tuple[object, str, str]] = []
        self._edges: list[ParsedEdge] = []
        self._index = NodeIndex(())
        self._traversable = traversable
        self._workflows = Workflows()
        # The repository of each of its parts, such as an environment.
        self._repositories: dict[str, str] = {}
        self.left_out = LeftOut()
        self.reasons: list[Reason] = []
        # Of parts of an export: by path the name of the export's file, and the sources that they were.
        self.file_names: dict[str, str] = {}
        self.former_names: list[str] = []

    def add(self, page: Page, display_path: str) -> None:
        """Read the nodes of a file; edges wait until all nodes are known."""
        body = page.body if isinstance(page.body, dict) else {}
        metadata, graph = body.get("metadata"), body.get("graph")
        self.is_own_export &= isinstance(metadata, dict) and metadata.get("source_kind") == BASE
        content = graph if isinstance(graph, dict) else {}
        for number, raw in enumerate(content.get("nodes") or ()):
            self._nodes += self.errors.collect(read_node, raw, f"graph.nodes[{number}]", display_path)
        edges = content.get("edges") or ()
        self._raw_edges += [(raw, f"graph.edges[{number}]", display_path) for number, raw in enumerate(edges)]

    def index(self) -> None:
        """Merge the nodes, read the edges, and map each node."""
        self._index = NodeIndex(self._nodes)
        for raw, path, display_path in self._raw_edges:
            edges = self.errors.collect(read_edge, raw, path, display_path, self._index)
            # What an edge says does not depend on the part that it is in.
            name = self.file_names.get(display_path)
            self._edges += edges if name is None else [replace(edge, file=name) for edge in edges]
        for node in self._index.nodes.values():
            mapped_node = map_node(node)
            if mapped_node is not None:
                self.mapped[node.id] = mapped_node
        self._infer()
        for edge in self._edges:
            start, end = self.mapped.get(edge.start), self._index.nodes.get(edge.end)
            if (
                start is not None
                and start.kind == "DataSource"
                and end is not None
                and any(map(is_part_kind, end.kinds))
            ):
                self._repositories.setdefault(edge.end, edge.start)

    def records(self, others: list[_GraphFiles]) -> Iterator[Record]:
        """All records; each node and each edge once. `others`: the other runs of the command."""
        unique: dict[object, Record] = {}
        tokens = TokenPermissions()
        for node in self._index.nodes.values():
            mapped_node = self.mapped.get(node.id)
            if mapped_node is None:
                kind = next(filter(is_part_kind, node.kinds), None)
                counts = self.left_out.nodes if kind is None else self.left_out.parts
                counts[kind or node.kinds[0]] += 1
                continue
            if mapped_node.kind in ("Credential", "Application") and not mapped_node.is_own:
                tokens.add(mapped_node.id, node)
            for node_claims in self.errors.collect(self._node_claims, node, mapped_node):
                for record in node_claims:
                    unique.setdefault(_key(record), record)
        edges = [record for record in unique.values() if isinstance(record, Edge)]
        for edge in self._edges:
            ends = [self._mapped_end(end, others) for end in (edge.start, edge.end)]
            edges += self._edge_claims(edge, ends)
        edges = tokens.apply(edges)
        for claim in (*edges, *self._workflows.claims(edges)):
            unique.setdefault(_key(claim), claim)
        self.reasons = list(self.left_out.reasons(self.display_path, edges))
        yield from unique.values()

    def _edge_claims(self, edge: ParsedEdge, ends: list[MappedNode | None]) -> Iterator[Edge]:
        """The claim of an edge, if it gives one; else it is counted."""
        start, end = ends
        says = edge.properties.get("traversable")
        is_traversable = says if isinstance(says, bool) else self._traversable.get(edge.kind)
        label = edge.kind
        if start is not None and end is not None:
            claims = self.errors.collect(edge_record, edge, (start, end), is_traversable=is_traversable is True)
            read = [claim for claim in claims if claim is not None]
            if read or not claims:
                yield from read
                return
            label = f"{edge.kind} from {start.kind} to {end.kind}"
        if end is not None and is_workflow_kind(edge.kind) and self._is_workflow(edge, end):
            return
        source, target = start.id if start else edge.start, end.id if end else edge.end
        is_owner = start is not None and end is not None and start.type == "organization" and end.kind == "DataSource"
        if is_traversable is False or is_owner or is_documented_structure(edge.kind) or self._is_part(edge):
            self.left_out.structure[edge.kind] += 1
        elif allowed_ends(edge.kind) is None:
            self.left_out.add_unknown_edge(edge.kind, source, target)
        else:
            self.left_out.add_rejected_edge(label, source, target)

    def _is_workflow(self, edge: ParsedEdge, target: MappedNode) -> bool:
        """Note what the workflows of a repository, or of a part of it, may use; False if nothing can run as it."""
        node_id = self._repositories.get(edge.start, edge.start)
        repository = self.mapped.get(node_id)
        if repository is None or repository.kind != "DataSource":
            return False
        name = self._index.nodes[node_id].properties.get("name")
        evidence = f"{edge.kind} in the graph of {edge.file.rpartition('/')[2]}"
        return self._workflows.add(repository.id, name if isinstance(name, str) else None, target.id, evidence)

    def _is_part(self, edge: ParsedEdge) -> bool:
        """Whether an end of an edge is a setting or a part of something."""
        nodes = (self._index.nodes.get(end) for end in (edge.start, edge.end))
        return any(node is not None and any(map(is_part_kind, node.kinds)) for node in nodes)

    def covered_kinds(self, records: list[Record]) -> tuple[str, ...]:
        """The kinds that a run lists to the end: none unless it is an own export of which nothing was left out."""
        if (
            not self.is_own_export
            or self.errors.messages
            or not self.left_out.is_empty
            or not all(m.is_own for m in self.mapped.values())
        ):
            return ()
        # Usage that counts because no source covers the grants must go on counting: this run does not cover them either.
        used_kinds = {
            mapped_node.kind
            for edge in self._edges
            if read_kind(edge.kind) == "USED" and edge.properties.get("conveys") is True
            for mapped_node in [self._mapped_end(edge.end, [])]
            if mapped_node is not None
        }
        covered = (
            name for name, kind in EDGE_KINDS.items() if not (kind.grants and used_kinds.intersection(kind.targets))
        )
        return (*NODE_KINDS, *covered)

    def _node_claims(self, node: ParsedNode, mapped_node: MappedNode) -> list[Node | Edge]:
        try:
            return node_records(node, mapped_node, self.display_path)
        except RecordError as error:
            raise RecordError(
                error.problem,
                file=error.file or self.display_path,
                field=f"{node.id[:60]}.{error.field}",
                remedy=error.remedy,
            ) from None

    def _mapped_end(self, node_id: str, others: list[_GraphFiles]) -> MappedNode | None:
        if node_id in self._index.nodes:
            return self.mapped.get(node_id)
        for other in others:
            if node_id in other.mapped:
                return other.mapped[node_id]
        return map_absent_node(node_id, self._index.expected_kinds.get(node_id))

    def _infer(self) -> None:
        """Map nodes of unknown kinds whose edges all allow exactly one kind."""
        candidates: dict[str, set[str]] = {}
        for edge in self._edges:
            mapping = map_edge_kind(edge.kind)
            if mapping is not None and mapping.kind == "CONTAINS":
                continue  # whatever is contained may be anything
            end_kinds = allowed_ends(edge.kind)
            for end, kinds in zip((edge.start, edge.end), end_kinds or (), strict=False):
                node = self._index.nodes.get(end)
                if node and end not in self.mapped and not any(map(is_unsupported_kind, node.kinds)):
                    candidates.setdefault(end, set(kinds)).intersection_update(kinds)
        for node_id, kinds_left in candidates.items():
            if len(kinds_left) == 1:
                kind = next(iter(kinds_left))
                self.mapped[node_id] = MappedNode(f"{kind}:opengraph/{node_id}", kind)


def _key(record: Record) -> object:
    if isinstance(record, Edge):
        return record.kind, record.source, record.target, record.permission, record.since
    return getattr(record, "id", None)
