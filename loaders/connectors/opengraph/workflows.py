"""Workflows of repositories: whoever may write a repository may run one with its secrets and as the identities it assumes.

GitHound calls these edges traversable. A repository is data and leads nowhere itself, so its workflows are an Application:
who has WRITE on the repository CAN_USE it, and it RUNS_AS each secret and identity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.claims import Edge, Node
from graph.ontology import EDGE_KINDS, Permission
from loaders.connectors.opengraph.mapping import MappedNode

_USE, _RUN = EDGE_KINDS["CAN_USE"], EDGE_KINDS["RUNS_AS"]


@dataclass(slots=True)
class Workflows:
    """What the workflows of each repository may use, by the repository's id."""

    _targets: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    _names: dict[str, str | None] = field(default_factory=dict)

    def add(self, repository: MappedNode, name: str | None, target: MappedNode, evidence: str) -> bool:
        """Note what a repository's workflows may use; False if nothing can run as it."""
        if target.kind not in _RUN.targets:
            return False
        self._targets[repository.id].setdefault(target.id, evidence)
        self._names[repository.id] = name
        return True

    def claims(self, edges: Iterable[Edge]) -> Iterator[Node | Edge]:
        """The Applications, who may use them by these edges, and what they run as."""
        writers: defaultdict[str, list[str]] = defaultdict(list)
        for edge in edges:
            is_writer = edge.kind == "CAN_ACCESS" and (edge.permission or Permission.READ) >= Permission.WRITE
            if is_writer and edge.target in self._targets and edge.source.partition(":")[0] in _USE.sources:
                writers[edge.target].append(edge.source)
        for repository, targets in self._targets.items():
            name = self._names[repository]
            application = f"Application:{repository.partition(':')[2]}#workflows"
            yield Node(id=application, name=f"workflows of {name}" if name else None, props={})
            for writer in writers[repository]:
                evidence = "may write the repository, at most also its workflows"
                yield Edge(kind="CAN_USE", source=writer, target=application, evidence=evidence)
            for target, evidence in targets.items():
                yield Edge(kind="RUNS_AS", source=application, target=target, evidence=evidence)
