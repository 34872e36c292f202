"""OpenGraph files, turned into one run per file name, with everything listed that was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from graph.claims import Edge, Node, Record, RunHeader
from graph.errors import RecordError
from graph.ontology import EDGE_KINDS, NODE_KINDS
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.opengraph.encoding import BASE, read_kind
from loaders.connectors.opengraph.kinds import is_unsupported_kind
from loaders.connectors.opengraph.mapping import (
    MappedNode,
    allowed_ends,
    edge_record,
    map_absent_node,
    map_node,
    node_records,
)
from loaders.connectors.opengraph.parse import NodeIndex, ParsedEdge, ParsedNode, read_edge, read_node
from loaders.saved.fields import ErrorCollector

# Reasons are for people: of very many kinds the commonest are listed.
_MAX_REASONS = 50
_LONGEST_KIND = 80


def recognize(document: Document) -> bool:
    """Whether this is a JSON object `graph` with a list of `nodes` or of `edges` (JSON Graph Format has nodes by id)."""
    body = document.content.get("graph") if isinstance(document.content, dict) else None
    if document.format != "json" or not isinstance(body, dict):
        return False
    nodes, edges = body.get("nodes"), body.get("edges")
    if isinstance(nodes, list) and (edges is None or isinstance(edges, list)):
        return not nodes or any(isinstance(node, dict) and "kinds" in node for node in nodes) or _has_ends(edges)
    return nodes is None and _has_ends(edges)


def _has_ends(edges: object) -> bool:
    return isinstance(edges, list) and any(isinstance(edge, dict) and "start" in edge for edge in edges)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per file name (`opengraph:STEM`), or one of `context.source`; files of one run are one graph.

    An end that its own files do not list is looked up in the others of the command. Lenient per entry unless
    `context.lenient` is False. A run covers what it lists only if all its files are whole exports of Remit.
    """
    graphs: dict[str, _GraphFiles] = {}
    for page in pages:
        display_path = page.document.display_path if page.document else page.endpoint
        source = context.source or f"opengraph:{PurePath(display_path).stem}"
        graphs.setdefault(source, _GraphFiles(display_path, context.lenient is False)).add(page, display_path)
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
            reasons=graph.reasons(),
            lenient=not graph.errors.strict,
        )


class _GraphFiles:
    """The files of one run: read first, then mapped together."""

    def __init__(self, display_path: str, strict: bool) -> None:
        self.display_path, self.errors = display_path, ErrorCollector(strict)
        self.is_own_export = True
        self.mapped: dict[str, MappedNode] = {}
        self._nodes: list[ParsedNode] = []
        self._raw_edges: list[tuple[object, str, str]] = []
        self._edges: list[ParsedEdge] = []
        self._index = NodeIndex(())
        # What is left out, by kind.
        self._unmapped_nodes: Counter[str] = Counter()
        self._unmapped_edges: Counter[str] = Counter()
        self._rejected_edges: Counter[str] = Counter()

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
            self._edges += self.errors.collect(read_edge, raw, path, display_path, self._index)
        for node in self._index.nodes.values():
            mapped_node = map_node(node)
            if mapped_node is not None:
                self.mapped[node.id] = mapped_node
        self._infer()

    def records(self, others: list[_GraphFiles]) -> Iterator[Record]:
        """All records; each node and each edge once. `others`: the other runs of the command."""
        unique: dict[object, Record] = {}
        for node in self._index.nodes.values():
            mapped_node = self.mapped.get(node.id)
            if mapped_node is None:
                self._unmapped_nodes[node.kinds[0]] += 1
                continue
            for node_claims in self.errors.collect(self._node_claims, node, mapped_node):
                for record in node_claims:
                    unique.setdefault(_key(record), record)
        for edge in self._edges:
            ends = [self._mapped_end(end, others) for end in (edge.start, edge.end)]
            if allowed_ends(edge.kind) is None:
                self._unmapped_edges[edge.kind] += 1
            elif ends[0] is None or ends[1] is None:
                self._rejected_edges[edge.kind] += 1
            else:
                for claim in self.errors.collect(edge_record, edge, (ends[0], ends[1])):
                    if claim is None:
                        self._rejected_edges[f"{edge.kind} from {ends[0].kind} to {ends[1].kind}"] += 1
                    else:
                        unique.setdefault(_key(claim), claim)
        yield from unique.values()

    def covered_kinds(self, records: list[Record]) -> tuple[str, ...]:
        """The kinds that a run lists to the end: none unless it is an own export of which nothing was left out."""
        if (
            not self.is_own_export
            or self.errors.messages
            or self.reasons()
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

    def reasons(self) -> list[Reason]:
        """What was left out, kind by kind."""
        left_out = (
            ("UNKNOWN_KIND", "node", self._unmapped_nodes, "the kind has no counterpart"),
            ("UNKNOWN_EDGE", "edge", self._unmapped_edges, "the kind has no counterpart"),
            (
                "EDGE_LEFT_OUT",
                "edge",
                self._rejected_edges,
                "an end is unknown, or of a kind that the edge may not connect",
            ),
        )
        reasons = []
        for code, noun, counts, problem in left_out:
            for kind, count in sorted(counts.most_common(_MAX_REASONS)):
                label = noun if count == 1 else f"{noun}s"
                reasons.append(
                    Reason(code, f"{self.display_path}: {count} {label} {kind[:_LONGEST_KIND]!r} left out: {problem}")
                )
            if len(counts) > _MAX_REASONS:
                reasons.append(
                    Reason(code, f"{self.display_path}: and {noun}s of {len(counts) - _MAX_REASONS} more kinds")
                )
        return reasons

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
