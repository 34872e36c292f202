"""This file knows how what the files of one system say becomes one run: each claim once, in an order of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.claims import Edge, Node, Record, RunHeader
from graph.ontology import Permission
from graph.reason import Reason
from loaders.base import Context, PendingRun
from loaders.saved.fields import ErrorCollector

# An edge that many grants make lists so many of them and counts the rest: evidence is for people.
EVIDENCE_SHOWN = 6

_Key = tuple[str, str, str, int, int | None]


@dataclass(slots=True)
class _Interval:
    until: int | None
    evidence: dict[str, None]


class Claims:
    """Nodes and edges as they are told, in any order. What two files say of one node is put together; the first stands."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: dict[_Key, _Interval] = {}

    def node(self, node_id: str, name: str | None = None, *, until: int | None = None, **props: Any) -> str:
        """Tell of a node; properties that are None say nothing. Returns the id. A telling without an end reopens it."""
        told = {key: value for key, value in props.items() if value is not None}
        known = self._nodes.get(node_id)
        if known is not None:
            told = {**told, **known.props}
            name = known.name or name
            until = None if None in (until, known.until) else max(until or 0, known.until or 0)
        self._nodes[node_id] = Node(id=node_id, name=name, props=dict(sorted(told.items())), until=until)
        return node_id

    def has(self, node_id: str) -> bool:
        """Whether the node was told of."""
        return node_id in self._nodes

    def ids(self, kind: str) -> list[str]:
        """The ids of the nodes of a kind that were told of, sorted."""
        return sorted(node_id for node_id in self._nodes if node_id.startswith(f"{kind}:"))

    def edges(self, kind: str) -> Iterator[tuple[str, str, Permission | None]]:
        """Source, target and permission of the edges of a kind, in the order of telling."""
        for told, source, target, level, _ in self._edges:
            if told == kind:
                yield source, target, Permission(level) if level else None

    def edge(
        self,
        kind: str,
        ends: tuple[str, str],
        evidence: str,
        permission: Permission | None = None,
        span: tuple[int | None, int | None] = (None, None),
    ) -> None:
        """Tell of an edge from `ends[0]` to `ends[1]`, `span` being since and until; what is open on one telling is open."""
        since, until = span
        if since is not None and until is not None and until < since:
            until = since
        key = (kind, *ends, permission.value if permission else 0, since)
        known = self._edges.setdefault(key, _Interval(until, {}))
        known.until = None if None in (until, known.until) else max(until or 0, known.until or 0)
        known.evidence[evidence] = None

    def records(self) -> list[Record]:
        """Everything told, nodes first, in byte order."""
        edges = []
        for key in sorted(self._edges, key=lambda one: (*one[:4], one[4] is not None, one[4] or 0)):
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
                    evidence=_shown(sorted(known.evidence)),
                )
            )
        return [*(self._nodes[one] for one in sorted(self._nodes)), *edges]


@dataclass(slots=True)
class Proof:
    """What the files of one source prove: the kinds they list to the end, and why not more."""

    complete: tuple[str, ...] = ()
    reasons: list[Reason] = field(default_factory=list)


def draft_of(
    claims: Claims, context: Context, source: str, origins: Sequence[str], errors: ErrorCollector, proof: Proof
) -> PendingRun:
    """The run. A refused entry withdraws every kind: nobody knows what it would have said."""
    complete = () if errors.messages else proof.complete
    return PendingRun(
        header=RunHeader(source=source, observed_at=context.observed_at, complete=complete),
        records=[(0, record) for record in claims.records()],
        origin=", ".join(origins[:3]) + (", ..." if len(origins) > 3 else ""),
        rejected=errors.messages,
        reasons=proof.reasons,
        complete=complete,
        lenient=context.lenient is not False,
    )


def _shown(told: list[str]) -> str | None:
    if len(told) > EVIDENCE_SHOWN:
        told = [*told[:EVIDENCE_SHOWN], f"and {len(told) - EVIDENCE_SHOWN} more"]
    return "; ".join(told) or None
