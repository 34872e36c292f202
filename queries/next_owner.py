"""Next owners: who could answer for what a person left behind or is about to leave, best first, and what speaks for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from graph.moment import write_moment
from graph.snapshot import Snapshot
from graph.snapshot.columns import Bool, Ints
from graph.snapshot.principals import attributed_principals
from queries.exercise import seen_by
from queries.ownership import Ownership, active_people
from queries.subject import HOLDS
from queries.vocabulary import NodeId, Words

# In the order in which proposals rank.
REASONS = ("MANAGER", "HEAVIEST_USER", "CREATOR", "GROUP_OWNER")
_MEANINGS = (
    "Whom the person reported to, or the next one up who is still here.",
    "Who used it most in the window.",
    "Who made it, as its source says.",
    "Who answers for a group that it, or the person, is or was in.",
)
NextOwnerReason = Annotated[str, Words("NextOwnerReason", REASONS, "Why somebody could be the next owner.", _MEANINGS)]


@dataclass(frozen=True, slots=True)
class NextOwner:
    """An active person who could answer for it, once, under the reason that ranks highest."""

    id: NodeId
    """The canonical id of the person."""
    name: str
    """Their name at the moment."""
    reason: NextOwnerReason
    """Why they are proposed; of several reasons the first."""
    evidence: str
    """What shows it, of all reasons that hold."""


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A person, the rank of the reason, how near it is, and what shows it; proposals sort by these."""

    rank: int
    distance: int
    person: int
    evidence: str


class NextOwners:
    """Proposals at a moment, of the people who are active then. `days`: the window in which use counts, both inclusive.

    `leaving`: people who are proposed for nothing, although they are still active. `active`: per node whether it may be
    proposed.
    """

    def __init__(self, snapshot: Snapshot, moment: int, days: tuple[int, int], leaving: Sequence[int] = ()) -> None:
        self._snapshot, self._moment, self._days = snapshot, moment, days
        self.active: Bool = active_people(snapshot, moment)
        self.active[list(leaving)] = False

    def of_root(self, owned: Ownership, root: int, members: Sequence[int]) -> tuple[NextOwner, ...]:
        """For an orphaned root and what is folded under it."""
        nodes = [root, *members]
        people, groups = self._behind(owned, nodes)
        return self.of(nodes, people, groups)

    def of(self, nodes: Sequence[int], people: Sequence[int], groups: Sequence[int] = ()) -> tuple[NextOwner, ...]:
        """For some nodes that these people, or the last members of these groups, leave; best first, ties by id."""
        proposals = [
            *self._managers(people),
            *self._heaviest_user(nodes),
            *self._creators(nodes),
            *self._group_owners([*nodes, *people], groups),
        ]
        proposals.sort(key=lambda proposal: (proposal.rank, proposal.distance, proposal.person, proposal.evidence))
        by_person: dict[int, list[_Proposal]] = defaultdict(list)
        for proposal in proposals:
            by_person[proposal.person].append(proposal)
        return tuple(
            NextOwner(
                id=self._snapshot.ids[person],
                name=self._snapshot.name(person, self._moment),
                reason=REASONS[reasons[0].rank],
                evidence="; ".join(dict.fromkeys(proposal.evidence for proposal in reasons)),
            )
            for person, reasons in by_person.items()
        )

    def _behind(self, owned: Ownership, nodes: Sequence[int]) -> tuple[list[int], list[int]]:
        """The people who held the nodes or answered for them, last members of their groups included, and these groups."""
        people, groups, seen, queue = list[int](), list[int](), set(nodes), list(nodes)
        for node in queue:
            kind = self._snapshot.kind(node)
            nexts = list(owned.supporters.get(node, ()))
            if kind == "Identity" and not nexts:
                people.append(node)
            if kind == "Group":
                groups.append(node)
                nexts += self._last("MEMBER_OF", node, incoming=True)[0]
            for other in nexts:
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        return people, groups

    def _managers(self, people: Iterable[int]) -> Iterator[_Proposal]:
        """Of each person the nearest active people up the line."""
        for person in people:
            seen, level, distance = {person}, [(person, "")], 0
            while level and not (distance and any(self.active[node] for node, _ in level)):
                above = []
                for node, line in level:
                    managers, until = self._last("REPORTS_TO", node)
                    verb = "reports to" if until is None else f"reported until {write_moment(until)} to"
                    before = f"{line}, who " if line else f"{self._snapshot.ids[node]} "
                    above += [(other, f"{before}{verb} {self._snapshot.ids[other]}") for other in managers]
                level = [(other, line) for other, line in dict(reversed(above)).items() if other not in seen]
                seen.update(other for other, _ in level)
                distance += 1
            yield from (_Proposal(0, distance, node, line) for node, line in level if self.active[node])

    def users_of(self, nodes: Sequence[int]) -> dict[int, int]:
        """The active people who were seen using the nodes in the window, each with how many requests."""
        requests: dict[int, int] = defaultdict(int)
        for principal, count in self._uses(nodes):
            for person in self._holders(principal):
                requests[person] += count
        return requests

    def _heaviest_user(self, nodes: Sequence[int]) -> Iterator[_Proposal]:
        """The active person with the most requests to the nodes in the window; of several the least id."""
        requests = self.users_of(nodes)
        if requests:
            person = min(requests, key=lambda person: (-requests[person], person))
            first, last = self._days
            use = f"made {requests[person]:,} requests to it" if requests[person] else "was seen using it"
            text = f"{self._snapshot.ids[person]} {use} in {last - first + 1} days, nobody who is here more"
            yield _Proposal(1, 0, person, text)

    def _uses(self, nodes: Sequence[int]) -> Iterator[tuple[int, int]]:
        """(principal, requests) of others in the window: what they asked of the nodes, or as the nodes."""
        snapshot, first = self._snapshot, self._days[0]
        edges, usage, own = snapshot.edges, snapshot.usage, np.unique(np.array(nodes, dtype=np.int64))
        actors = np.setdiff1d(edges.source[self._valid("RUNS_AS", edges.incoming(own))], own)
        used = np.union1d(own, actors)
        used = np.union1d(used, edges.target[self._valid("EXPOSES", edges.outgoing(used))])
        # Whoever was ever seen using it has an edge to it.
        rows = edges.incoming(used)
        principals = np.setdiff1d(edges.source[rows[edges.of("USED", rows=rows)]], used)
        seen = seen_by(snapshot, principals, edges.outgoing(principals), self._moment)
        seen = seen.where((seen.day >= first) & np.isin(seen.resource, used))
        yield from zip(seen.principal.tolist(), seen.requests.tolist(), strict=True)
        keys = actors[snapshot.nodes.of("Credential", nodes=actors)]
        for principal, row in self._usage_rows(keys):
            yield principal, int(usage.requests[row])
        # What was used in the name of a node, and whose row names another.
        attributed = attributed_principals(snapshot)
        for _, row in self._usage_rows(own):
            if attributed[row] >= 0 and attributed[row] not in own:
                yield int(attributed[row]), int(usage.requests[row])

    def _usage_rows(self, principals: Ints) -> Iterator[tuple[int, int]]:
        usage, (first, last) = self._snapshot.usage, self._days
        rows = usage.of(principals)
        rows = rows[(usage.day[rows] >= first) & (usage.day[rows] <= last)]
        return zip(usage.principal[rows].tolist(), rows.tolist(), strict=True)

    def _creators(self, nodes: Sequence[int]) -> Iterator[_Proposal]:
        for node in nodes:
            maker = self._snapshot.prop(node, "created_by", self._moment)
            index = self._snapshot.index_of(maker) if isinstance(maker, str) else -1
            if index >= 0:
                text = f"{self._snapshot.ids[node]} was created by {self._snapshot.ids[index]}"
                yield from (_Proposal(2, 0, person, text) for person in self._holders(index))

    def _group_owners(self, members: Sequence[int], groups: Sequence[int]) -> Iterator[_Proposal]:
        """The active people who answer for a group that one of the members is or was in, or for one of these groups."""
        of_group = dict.fromkeys(groups, "answered for it")
        for member in members:
            joined, _ = self._last("MEMBER_OF", member)
            of_group = dict.fromkeys(joined, f"has {self._snapshot.ids[member]}") | of_group
        for group, text in of_group.items():
            rows = self._valid("ANSWERS_FOR", self._snapshot.edges.incoming(np.array([group])))
            for person in np.unique(self._snapshot.edges.source[rows]).tolist():
                if self.active[person]:
                    ids = self._snapshot.ids
                    yield _Proposal(3, 0, person, f"{ids[person]} answers for {ids[group]}, which {text}")

    def _holders(self, node: int) -> list[int]:
        """The active people who are a node or hold it, ascending."""
        seen, queue, edges = {node}, [node], self._snapshot.edges
        for held in queue:
            rows = edges.incoming(np.array([held]))
            for holder in edges.source[rows[edges.of(*HOLDS, rows=rows) & edges.valid_at(self._moment, rows)]].tolist():
                if holder not in seen:
                    seen.add(holder)
                    queue.append(holder)
        return sorted(other for other in seen if self.active[other])

    def _valid(self, kind: str, rows: Ints) -> Ints:
        """Those of the edges that are of a kind, follow from no rule, and hold at the moment."""
        edges = self._snapshot.edges
        rows = rows[edges.of(kind, rows=rows) & edges.valid_at(self._moment, rows)]
        return rows[~self._is_by_rule(rows)]

    def _is_by_rule(self, rows: Ints) -> Bool:
        """Which edges are memberships of everybody."""
        by_rule: Bool = self._snapshot.edges.claimed_by[rows] == self._snapshot.everybody_source
        return by_rule

    def _last(self, kind: str, node: int, *, incoming: bool = False) -> tuple[list[int], int | None]:
        """Who a node is joined to by edges of a kind, or was last where none holds, ascending; and until when."""
        edges, nodes = self._snapshot.edges, np.array([node])
        rows: Ints = edges.incoming(nodes) if incoming else edges.outgoing(nodes)
        valid, ends = self._valid(kind, rows), edges.source if incoming else edges.target
        if len(valid):
            return np.unique(ends[valid]).tolist(), None
        rows = rows[edges.of(kind, rows=rows) & (edges.until[rows] <= self._moment)]
        rows = rows[edges.since[rows] < edges.until[rows]]
        rows = rows[~self._is_by_rule(rows)]
        if not len(rows):
            return [], None
        until = int(edges.until[rows].max())
        return np.unique(ends[rows[edges.until[rows] == until]]).tolist(), until
