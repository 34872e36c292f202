"""The plain oracle of who is proposed as the next owner of an orphaned root: sets and loops over the records of a world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.moment import DAY
from tests.oracles.owners import Judgement, Owners
from tests.oracles.reach import FOR_EVER, HOLDS, LONG_AGO, by_bytes, kind_of

RANKS = ("MANAGER", "HEAVIEST_USER", "CREATOR", "GROUP_OWNER")


class NextOwnerOracle:
    """Proposals for roots of one judgement; `created_by` maps a node to the account or person that made it."""

    def __init__(self, owners: Owners, judged: Judgement, created_by: Mapping[str, str]) -> None:
        self.owners, self.judged, self.created_by, self.t = owners, judged, created_by, owners.t
        self.here = {n for n in owners.of.ids if owners.human(n) and owners.status(n) == "active"}

    def last(self, kind: str, node: str, end: str = "source") -> set[str]:
        """The other ends of the edges of a kind that hold, else of those that ended last."""
        other = "target" if end == "source" else "source"
        spans = [
            (
                edge.since if edge.since is not None else LONG_AGO,
                edge.until if edge.until is not None else FOR_EVER,
                edge,
            )
            for _, edge in self.owners.of.edges
            if edge.kind == kind and getattr(edge, end) == node
        ]
        holding = {getattr(edge, other) for since, until, edge in spans if since <= self.t < until}
        if holding:
            return holding
        ended = [(until, getattr(edge, other)) for since, until, edge in spans if since < until <= self.t]
        return {node for until, node in ended if until == max(ended)[0]}

    def behind(self, nodes: Iterable[str]) -> tuple[set[str], set[str]]:
        """The people who held or answered for the nodes, and the groups that did."""
        supporters = self.owners.supporters()
        seen, queue = set(nodes), list(nodes)
        people, groups = set(), set()
        for node in queue:
            above = set() if node in self.judged.answered else set(supporters[node])
            if kind_of(node) == "Identity" and not above:
                people.add(node)
            if kind_of(node) == "Group":
                groups.add(node)
                above |= self.last("MEMBER_OF", node, end="target")
            queue += above - seen
            seen |= above
        return people, groups

    def holders(self, node: str) -> set[str]:
        """The active people who are a node or hold it."""
        held = {node}
        while more := {e.source for e in self.owners.edges if e.kind in HOLDS and e.target in held} - held:
            held |= more
        return held & self.here

    def managers(self, person: str) -> tuple[int, set[str]]:
        """The nearest active people up the line, and how far up."""
        seen, level, distance = {person}, {person}, 0
        while level:
            level = {other for node in level for other in self.last("REPORTS_TO", node)} - seen
            seen |= level
            distance += 1
            if level & self.here:
                return distance, level & self.here
        return distance, set()

    def requests(self, nodes: set[str]) -> dict[str, int]:
        """How much each active person asked of the nodes in the window, or of what acts as them."""
        actors = {e.source for e in self.owners.edges if e.kind == "RUNS_AS" and e.target in nodes} - nodes
        used = nodes | actors
        used |= {e.target for e in self.owners.edges if e.kind == "EXPOSES" and e.source in used}
        counts: dict[str, int] = defaultdict(int)
        for principal, resource, day, requests in self.owners.of.sightings(self.t):
            if day > self.t // DAY - 30 and resource in used and principal not in used:
                for person in self.holders(principal):
                    counts[person] += requests
        for _, row in self.owners.of.usage:
            in_window = self.t // DAY - 30 < row.day <= self.t // DAY
            if in_window and row.principal in actors and kind_of(row.principal) == "Credential":
                for person in self.holders(row.principal):
                    counts[person] += row.requests
        return counts

    def proposals(self, root: str) -> list[tuple[str, str]]:
        """(person, reason) in order."""
        nodes = [root, *(node for node, other in self.judged.root.items() if other == root)]
        people, groups = self.behind(nodes)
        ranked = []
        for person in people:
            distance, managers = self.managers(person)
            ranked += [(0, distance, by_bytes(manager), manager) for manager in managers]
        requests = self.requests(set(nodes))
        if requests:
            most = min(requests, key=lambda person: (-requests[person], by_bytes(person)))
            ranked.append((1, 0, by_bytes(most), most))
        for node in nodes:
            for person in self.holders(self.created_by[node]) if node in self.created_by else ():
                ranked.append((2, 0, by_bytes(person), person))
        for node in [*nodes, *people]:
            groups |= self.last("MEMBER_OF", node)
        for edge in self.owners.edges:
            if edge.kind == "ANSWERS_FOR" and edge.target in groups and edge.source in self.here:
                ranked.append((3, 0, by_bytes(edge.source), edge.source))
        order: dict[str, str] = {}
        for rank, _, _, person in sorted(ranked):
            order.setdefault(person, RANKS[rank])
        return list(order.items())
