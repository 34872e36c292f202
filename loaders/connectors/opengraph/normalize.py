"""This file knows how OpenGraph files become runs: one for each file name, nothing of them silently left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from graph.claims import Edge, Node, Record, RunHeader
from graph.errors import RecordError
from graph.ontology import EDGE_KINDS, NODE_KINDS
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
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

# Reasons are for people: of very many kinds the commonest are told.
_TOLD = 50
_LONGEST_KIND = 80


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per file name (`opengraph:STEM`), or one of `context.source`; files of one run are one graph.

    An end that its own files do not list is looked for in the others of the command. Lenient per entry unless
    `context.lenient` is False. A run vouches for what it lists only if all its files are whole exports of ours.
    """
    graphs: dict[str, _GraphFiles] = {}
    for page in pages:
        shown = page.document.display_path if page.document else page.endpoint
        source = context.source or f"opengraph:{PurePath(shown).stem}"
        graphs.setdefault(source, _GraphFiles(shown, context.lenient is False)).take(page, shown)
    for graph in graphs.values():
        graph.index()
    for source, graph in graphs.items():
        others = [other for other in graphs.values() if other is not graph]
        records = list(graph.records(others))
        complete = graph.vouched(records)
        yield PendingRun(
            RunHeader(source=source, observed_at=context.observed_at, complete=complete),
            [(0, record) for record in records],
            graph.shown,
            rejected=graph.errors.messages,
            reasons=graph.reasons(),
            lenient=not graph.errors.strict,
        )


class _GraphFiles:
    """The files of one run, gathered and then understood."""

    def __init__(self, shown: str, strict: bool) -> None:
        self.shown, self.errors = shown, ErrorCollector(strict)
        self.is_ours = True
        self.meanings: dict[str, MappedNode] = {}
        self._nodes: list[ParsedNode] = []
        self._raw_edges: list[tuple[object, str, str]] = []
        self._edges: list[ParsedEdge] = []
        self._index = NodeIndex(())
        # What finds no place here, by kind.
        self._lost_nodes: Counter[str] = Counter()
        self._unknown_edges: Counter[str] = Counter()
        self._unjoined: Counter[str] = Counter()

    def take(self, page: Page, shown: str) -> None:
        """Read the nodes of a file; edges wait until all nodes are known."""
        body = page.body if isinstance(page.body, dict) else {}
        metadata, graph = body.get("metadata"), body.get("graph")
        self.is_ours &= isinstance(metadata, dict) and metadata.get("source_kind") == BASE
        told = graph if isinstance(graph, dict) else {}
        for number, raw in enumerate(told.get("nodes") or ()):
            self._nodes += self.errors.collect(read_node, raw, f"graph.nodes[{number}]", shown)
        edges = told.get("edges") or ()
        self._raw_edges += [(raw, f"graph.edges[{number}]", shown) for number, raw in enumerate(edges)]

    def index(self) -> None:
        """Merge the nodes, read the edges, and decide what each node is."""
        self._index = NodeIndex(self._nodes)
        for raw, place, shown in self._raw_edges:
            self._edges += self.errors.collect(read_edge, raw, place, shown, self._index)
        for node in self._index.nodes.values():
            found = map_node(node)
            if found is not None:
                self.meanings[node.id] = found
        self._infer()

    def records(self, others: list[_GraphFiles]) -> Iterator[Record]:
        """All records; each node and each edge once."""
        told: dict[object, Record] = {}
        for node in self._index.nodes.values():
            meaning = self.meanings.get(node.id)
            if meaning is None:
                self._lost_nodes[node.kinds[0]] += 1
                continue
            for several in self.errors.collect(self._placed, node, meaning):
                for record in several:
                    told.setdefault(_key(record), record)
        for edge in self._edges:
            ends = [self._meaning(end, others) for end in (edge.start, edge.end)]
            if allowed_ends(edge.kind) is None:
                self._unknown_edges[edge.kind] += 1
            elif ends[0] is None or ends[1] is None:
                self._unjoined[edge.kind] += 1
            else:
                for found in self.errors.collect(edge_record, edge, (ends[0], ends[1])):
                    if found is None:
                        self._unjoined[f"{edge.kind} from {ends[0].kind} to {ends[1].kind}"] += 1
                    else:
                        told.setdefault(_key(found), found)
        yield from told.values()

    def vouched(self, records: list[Record]) -> tuple[str, ...]:
        """The kinds of which a run tells all there is: none unless it is our own export, nothing left out."""
        if (
            not self.is_ours
            or self.errors.messages
            or self.reasons()
            or not all(m.ours for m in self.meanings.values())
        ):
            return ()
        # Where it told of use that counts because nobody vouches for grants, this run must not vouch for them either.
        seen = {
            found.kind
            for edge in self._edges
            if read_kind(edge.kind) == "USED" and edge.properties.get("conveys") is True
            for found in [self._meaning(edge.end, [])]
            if found is not None
        }
        vouched = (name for name, kind in EDGE_KINDS.items() if not (kind.grants and seen.intersection(kind.targets)))
        return (*NODE_KINDS, *vouched)

    def reasons(self) -> list[Reason]:
        """What was left out, kind by kind."""
        told = (
            ("UNKNOWN_KIND", "node", self._lost_nodes, "no kind of ours is meant"),
            ("UNKNOWN_EDGE", "edge", self._unknown_edges, "no kind of ours is meant"),
            ("EDGE_LEFT_OUT", "edge", self._unjoined, "an end is unknown, or of a kind that the edge may not join"),
        )
        found = []
        for code, what, counts, why in told:
            for kind, count in sorted(counts.most_common(_TOLD)):
                several = what if count == 1 else f"{what}s"
                found.append(Reason(code, f"{self.shown}: {count} {several} {kind[:_LONGEST_KIND]!r} left out: {why}"))
            if len(counts) > _TOLD:
                found.append(Reason(code, f"{self.shown}: and {what}s of {len(counts) - _TOLD} more kinds"))
        return found

    def _placed(self, node: ParsedNode, meaning: MappedNode) -> list[Node | Edge]:
        try:
            return node_records(node, meaning, self.shown)
        except RecordError as error:
            raise RecordError(
                error.problem, file=error.file or self.shown, field=f"{node.id[:60]}.{error.field}", remedy=error.remedy
            ) from None

    def _meaning(self, node_id: str, others: list[_GraphFiles]) -> MappedNode | None:
        if node_id in self._index.nodes:
            return self.meanings.get(node_id)
        for other in others:
            if node_id in other.meanings:
                return other.meanings[node_id]
        return map_absent_node(node_id, self._index.wanted.get(node_id))

    def _infer(self) -> None:
        """A node of an unknown kind is what its edges say, where all of them leave one kind alone."""
        candidates: dict[str, set[str]] = {}
        for edge in self._edges:
            allowed = allowed_ends(edge.kind)
            for end, kinds in zip((edge.start, edge.end), allowed or (), strict=False):
                node = self._index.nodes.get(end)
                if node and end not in self.meanings and not any(map(is_unsupported_kind, node.kinds)):
                    candidates.setdefault(end, set(kinds)).intersection_update(kinds)
        for node_id, left in candidates.items():
            if len(left) == 1:
                kind = next(iter(left))
                self.meanings[node_id] = MappedNode(f"{kind}:opengraph/{node_id}", kind)


def _key(record: Record) -> object:
    if isinstance(record, Edge):
        return record.kind, record.source, record.target, record.permission, record.since
    return getattr(record, "id", None)
