"""This file knows how claims of one organisation are gathered: each node and edge once, what is told first stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.claims import Edge, Node
from graph.ontology import Permission


@dataclass(slots=True)
class Claims:
    """Nodes and edges by what they are about. Callers tell things in an order that does not depend on pages."""

    _names: dict[str, str | None] = field(default_factory=dict)
    _props: dict[str, dict[str, Any]] = field(default_factory=dict)
    _edges: dict[tuple[str, str, str, int], Edge] = field(default_factory=dict)

    def node(self, node_id: str, name: str | None, **props: Any) -> str:
        """Tell a node; properties that are None are not known. Returns its id."""
        if self._names.setdefault(node_id, name) is None:
            self._names[node_id] = name
        known = self._props.setdefault(node_id, {})
        for told, value in props.items():
            if value is not None:
                known.setdefault(told, value)
        return node_id

    def edge(
        self,
        kind: str,
        ends: tuple[str, str],
        evidence: str,
        permission: Permission | None = None,
        since: int | None = None,
    ) -> None:
        """Tell an edge; another permission is another edge."""
        key = (kind, *ends, permission or 0)
        told = Edge(kind=kind, source=ends[0], target=ends[1], permission=permission, since=since, evidence=evidence)
        self._edges.setdefault(key, told)

    def ids(self, kind: str) -> list[str]:
        """The ids of the nodes of a kind that were told, sorted."""
        return sorted(node_id for node_id in self._names if node_id.startswith(f"{kind}:"))

    def describes(self, node_id: str) -> bool:
        """Whether a node was told."""
        return node_id in self._names

    def records(self) -> Iterator[Node | Edge]:
        """Everything that was told, in an order of its own."""
        for node_id in sorted(self._names):
            yield Node(id=node_id, name=self._names[node_id], props=dict(sorted(self._props[node_id].items())))
        yield from (self._edges[key] for key in sorted(self._edges))

    def access(self) -> Access:
        """Who may do what, as the edges told so far say."""
        return Access([*self._edges.values()])


class Access:
    """The highest permission of an account on a repository, its groups and their groups included."""

    def __init__(self, edges: list[Edge]) -> None:
        self._groups: dict[str, set[str]] = defaultdict(set)
        self._grants: dict[str, dict[str, Permission | None]] = defaultdict(dict)
        self._known: dict[str, Mapping[str, Permission | None]] = {}
        for edge in edges:
            if edge.kind == "MEMBER_OF":
                self._groups[edge.source].add(edge.target)
            elif edge.kind == "CAN_ACCESS":
                _raise(self._grants[edge.source], edge.target, edge.permission)

    def of(self, account: str) -> Mapping[str, Permission | None]:
        """By repository; None: some permission that nobody told."""
        if account not in self._known:
            reached, waiting = {account}, [account]
            while waiting:
                for group in self._groups.get(waiting.pop(), ()):
                    if group not in reached:
                        reached.add(group)
                        waiting.append(group)
            found: dict[str, Permission | None] = {}
            for holder in reached:
                for repository, permission in self._grants.get(holder, {}).items():
                    _raise(found, repository, permission)
            self._known[account] = found
        return self._known[account]


def _raise(known: dict[str, Permission | None], repository: str, permission: Permission | None) -> None:
    """Keep the higher one; one that is not told is lower than any that is."""
    before = known.get(repository)
    known[repository] = max(before, permission) if before and permission else before or permission
