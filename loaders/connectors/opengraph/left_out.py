"""Nodes and edges that a graph file loses on its way into claims, counted by kind, those that lead to data first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.claims import Edge
from graph.ontology import EDGE_KINDS
from graph.reason import Reason

# Reasons are for people: of very many kinds the commonest are listed.
_MAX_REASONS = 50
_LONGEST_KIND = 80
_PRINCIPALS = ("Identity:", "Account:", "Credential:")
_NO_COUNTERPART = "the kind has no counterpart"
_WRONG_ENDS = "an end is unknown, or of a kind that the edge may not connect"

# (code, label of the kind)
_EdgeClass = tuple[str, str]


@dataclass(slots=True)
class LeftOut:
    """What one run leaves out. Ends are ids of claims, or of the file where a node has no claim."""

    nodes: Counter[str] = field(default_factory=Counter)
    # Settings, parts and structure, which no access ends at or flows along.
    parts: Counter[str] = field(default_factory=Counter)
    structure: Counter[str] = field(default_factory=Counter)
    _edges: defaultdict[_EdgeClass, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def add_unknown_edge(self, kind: str, source: str, target: str) -> None:
        """An edge whose kind has no counterpart."""
        self._edges["UNKNOWN_EDGE", kind].append((source, target))

    def add_rejected_edge(self, label: str, source: str, target: str) -> None:
        """An edge whose ends do not fit its kind, or are not known."""
        self._edges["EDGE_LEFT_OUT", label].append((source, target))

    @property
    def is_empty(self) -> bool:
        """Whether the run holds all that its files list."""
        return not (self.nodes or self.parts or self.structure or self._edges)

    def reasons(self, display_path: str, claims: Iterable[Edge]) -> Iterator[Reason]:
        """Why the run is not whole: first the edges on routes from principals to data, by how many principals."""
        principals = self._principals_cut_off(claims)
        ranked = sorted(self._edges, key=lambda edge: (-principals.get(edge, 0), -len(self._edges[edge]), edge))
        first = [edge for edge in ranked if principals.get(edge)][:_MAX_REASONS]
        rest = [edge for edge in ranked if edge not in first]
        for code, kind in first:
            yield self._edge_reason(display_path, (code, kind), principals[code, kind])
        yield from _by_kind("UNKNOWN_KIND", "node", self.nodes, _NO_COUNTERPART, display_path)
        for code in ("UNKNOWN_EDGE", "EDGE_LEFT_OUT"):
            of_code = sorted(edge for edge in rest if edge[0] == code)
            listed = sorted(of_code, key=lambda edge: -len(self._edges[edge]))[:_MAX_REASONS]
            for edge in sorted(listed):
                yield self._edge_reason(display_path, edge, 0)
            if len(of_code) > len(listed):
                yield Reason(code, f"{display_path}: and edges of {len(of_code) - len(listed)} more kinds")

    def notes(self, display_path: str) -> Iterator[str]:
        """What was left out on purpose."""
        for noun, counts in (("nodes", self.parts), ("edges", self.structure)):
            if counts:
                listed = ", ".join(
                    f"{kind[:_LONGEST_KIND]} ({count})" for kind, count in sorted(counts.items())[:_MAX_REASONS]
                )
                more = f" and {len(counts) - _MAX_REASONS} more kinds" if len(counts) > _MAX_REASONS else ""
                yield f"{display_path}: {counts.total()} {noun} left out, as no access ends at or flows along them: {listed}{more}"

    def _edge_reason(self, display_path: str, edge: _EdgeClass, principals: int) -> Reason:
        code, kind = edge
        count = len(self._edges[edge])
        noun = "edge" if count == 1 else "edges"
        problem = _NO_COUNTERPART if code == "UNKNOWN_EDGE" else _WRONG_ENDS
        loss = "1 principal" if principals == 1 else f"{principals} principals"
        cut = f"; routes of {loss} to data lead over them" if principals else ""
        return Reason(code, f"{display_path}: {count} {noun} {kind[:_LONGEST_KIND]!r} left out: {problem}{cut}")

    def _principals_cut_off(self, claims: Iterable[Edge]) -> dict[_EdgeClass, int]:
        """For each kind of edge left out the number of principals with a route to data over one of them."""
        if not self._edges:
            return {}
        into: defaultdict[str, set[str]] = defaultdict(set)
        data = set()
        for claim in claims:
            if EDGE_KINDS[claim.kind].conveys:
                into[claim.target].add(claim.source)
            data |= {end for end in (claim.source, claim.target) if end.startswith("DataSource:")}
        for ends in self._edges.values():
            for source, target in ends:
                into[target].add(source)
                if target.startswith("DataSource:"):
                    data.add(target)
        leads_to_data = _reaching(data, into)
        counts = {}
        for edge, ends in self._edges.items():
            sources = {source for source, target in ends if target in leads_to_data}
            counts[edge] = sum(node.startswith(_PRINCIPALS) for node in _reaching(sources, into)) if sources else 0
        return counts


def _reaching(targets: set[str], into: dict[str, set[str]]) -> set[str]:
    """The targets and everything from which one of them is reached."""
    seen, waiting = set(targets), list(targets)
    while waiting:
        further = into.get(waiting.pop(), set()) - seen
        seen |= further
        waiting += further
    return seen


def _by_kind(code: str, noun: str, counts: Counter[str], problem: str, display_path: str) -> Iterator[Reason]:
    for kind, count in sorted(counts.most_common(_MAX_REASONS)):
        label = noun if count == 1 else f"{noun}s"
        yield Reason(code, f"{display_path}: {count} {label} {kind[:_LONGEST_KIND]!r} left out: {problem}")
    if len(counts) > _MAX_REASONS:
        yield Reason(code, f"{display_path}: and {noun}s of {len(counts) - _MAX_REASONS} more kinds")
