"""Context of a compile: what derived edges follow from, and the edges themselves before they are rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from graph.moment import ALWAYS, NEVER
from graph.ontology import NODE_CODES
from graph.resolve import IdentityClasses
from graph.snapshot.columns import I4, I8, Timeline
from graph.snapshot.rows import EdgeRows

# The names under which derived edges stand among the sources.
RESOLVED, DECIDED = "remit:resolve", "remit:decision"

# (node, value, since, until)
Span = tuple[int, Any, int, int]


@dataclass(frozen=True, slots=True)
class DerivedEdge:
    """An edge that follows from others; `claimed_by` is the source, or the name, on whose word it rests."""

    source: int
    kind: str
    target: int
    claimed_by: str
    evidence: str
    since: int = ALWAYS
    until: int = NEVER
    permission: int = 0


@dataclass(slots=True)
class CompileContext:
    """What is derived from: canonical ids with their kinds, property histories, value texts, claimed edges, sources.

    `first_seen` per node: when a source first listed it (NEVER: none did).
    """

    ids: Sequence[str]
    kinds: I4
    properties: Mapping[str, Timeline]
    values: Sequence[str]
    edges: EdgeRows
    sources: Sequence[str]
    classes: IdentityClasses
    first_seen: I8
    _index: dict[str, int] = field(init=False, default_factory=dict)

    def index_of(self, node_id: str) -> int:
        """The index of a canonical id, or -1."""
        if not self._index:
            self._index = {text: index for index, text in enumerate(self.ids)}
        return self._index.get(node_id, -1)

    def spans(self, name: str, kind: str) -> list[Span]:
        """The values of one property of one kind, by node and time; the last value of a node stays until NEVER."""
        timeline = self.properties.get(name)
        if timeline is None:
            return []
        timeline = timeline.where(self.kinds[timeline.node] == NODE_CODES[kind])
        nodes, starts = timeline.node.tolist(), timeline.start.tolist()
        spans = []
        for i, (node, start, code) in enumerate(zip(nodes, starts, timeline.code.tolist(), strict=True)):
            end = starts[i + 1] if i + 1 < len(nodes) and nodes[i + 1] == node else NEVER
            if code >= 0:
                spans.append((node, msgspec.json.decode(self.values[code]), start, end))
        return spans
