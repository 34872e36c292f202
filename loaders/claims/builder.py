"""Builder of claims: nodes and edges in any order become records, each once, in byte order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.claims import Edge, Node, Record
from graph.ontology import Permission

# An edge that many grants make lists so many of them and counts the rest: evidence is for people.
MAX_EVIDENCE = 6

_Key = tuple[str, str, str, int, int | None]


@dataclass(slots=True)
class _Interval:
    until: int | None
    evidence: dict[str, None]


class Claims:
    """Nodes and edges in any order. Several claims about one node are merged; of two values of a property the first stays."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: dict[_Key, _Interval] = {}

    def node(self, node_id: str, name: str | None = None, *, until: int | None = None, **props: Any) -> str:
        """Add a node and return its id. Properties that are None are left out; a claim without an end reopens the node."""
        properties = {key: value for key, value in props.items() if value is not None}
        known = self._nodes.get(node_id)
        if known is not None:
            properties = {**properties, **known.props}
            name = known.name or name
            until = None if None in (until, known.until) else max(until or 0, known.until or 0)
        self._nodes[node_id] = Node(id=node_id, name=name, props=dict(sorted(properties.items())), until=until)
        return node_id

    def has(self, node_id: str) -> bool:
        """Whether the node was added."""
        return node_id in self._nodes

    def ids(self, kind: str) -> list[str]:
        """The ids of the nodes of a kind, sorted."""
        return sorted(node_id for node_id in self._nodes if node_id.startswith(f"{kind}:"))

    def edges(self, kind: str) -> Iterator[tuple[str, str, Permission | None]]:
        """Source, target and permission of the edges of a kind, in the order in which they were added."""
        for edge_kind, source, target, level, _ in self._edges:
            if edge_kind == kind:
                yield source, target, Permission(level) if level else None

    def edge(
        self,
        kind: str,
        ends: tuple[str, str],
        evidence: str,
        permission: Permission | None = None,
        span: tuple[int | None, int | None] = (None, None),
    ) -> None:
        """Add an edge from `ends[0]` to `ends[1]`. `span` is since and until; open in one claim is open."""
        since, until = span
        if since is not None and until is not None and until < since:
            until = since
        key = (kind, *ends, permission.value if permission else 0, since)
        known = self._edges.setdefault(key, _Interval(until, {}))
        known.until = None if None in (until, known.until) else max(until or 0, known.until or 0)
        known.evidence[evidence] = None

    def records(self) -> list[Record]:
        """All claims, nodes first, in byte order."""
        edges = []
        for key in sorted(self._edges, key=lambda key: (*key[:4], key[4] is not None, key[4] or 0)):
            kind, source, target, level, since = key
            known = self._edges[key]
            edges.append(
                Edge(
                    kind=kind,
                    source=source,
                    target=target,
                    permission=Permission(level) if level else None,
                    since=since,
                    until=known.until,
                    evidence=_evidence_text(sorted(known.evidence)),
                )
            )
        return [*(self._nodes[node_id] for node_id in sorted(self._nodes)), *edges]


def usage_detail(raw: Mapping[str, object], group_by: Sequence[str] | None) -> str:
    """The `detail` of a usage row: the vendor's raw fields, and by what the report was grouped.

    Without `group_by` (a saved answer) nobody knows what a null meant.
    """
    detail: dict[str, object] = (
        {"raw": dict(raw)} if group_by is None else {"group_by": list(group_by), "raw": dict(raw)}
    )
    return json.dumps(detail, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _evidence_text(evidence: list[str]) -> str | None:
    if len(evidence) > MAX_EVIDENCE:
        evidence = [*evidence[:MAX_EVIDENCE], f"and {len(evidence) - MAX_EVIDENCE} more"]
    return "; ".join(evidence) or None
