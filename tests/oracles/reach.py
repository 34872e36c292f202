"""The plain oracle of sections 2 and 3 of docs/semantics: who conveys, which edges do, and what they reach.

Written from the words alone: dictionaries and lists, every question answered by brute force, nothing kept between two
questions. It reads worlds of one complete or incomplete run per source (see `tests.oracles.world`), in which the
interval of a claim is what the source declares.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.claims import Edge, Node, Usage
from graph.moment import DAY, read_moment
from tests.oracles.world import World

LONG_AGO, FOR_EVER = float("-inf"), float("inf")
CONVEYING = frozenset(
    [
        "HAS_ACCOUNT",
        "HAS_CREDENTIAL",
        "RUNS_AS",
        "MEMBER_OF",
        "ACCOUNT_IN",
        "CAN_USE",
        "CONNECTS_TO",
        "EXPOSES",
        "CAN_ACCESS",
        "CONTAINS",
    ]
)
# Decisions about who may use what; structure (EXPOSES, CONTAINS) and configurations (CONNECTS_TO) say nothing of who
# may not.
GRANTS_ON = {
    "Application": {"CAN_USE"},
    "Model": {"CAN_USE"},
    "McpServer": {"CAN_USE"},
    "McpTool": {"CAN_USE"},
    "DataSource": {"CAN_ACCESS"},
}
READ, ADMIN, UNCAPPED = 2, 4, 5
WEIGHT = {"public": 0.0, "internal": 1.0, "unknown": 3.0, "confidential": 10.0, "restricted": 100.0}
HARM = ("public", "internal", "confidential", "restricted")
FACTOR = {1: 0.1, 2: 0.5, 3: 0.8, 4: 1.0}
WITH_PERMISSION = ("DataSource", "McpTool")
HOLDS = ("HAS_ACCOUNT", "HAS_CREDENTIAL")


# The more restrictive word goes first.
RESTRICTIVE = ("deleted", "revoked", "suspended", "expired", "active", "unknown")


def kind_of(node: str) -> str:
    return node.partition(":")[0]


def by_bytes(node: str) -> bytes:
    return node.encode()


# A node, and whether it is a closed account that a walk came to with its key.
State = tuple[str, bool]


@dataclass(frozen=True)
class Version:
    source: str
    since: float
    until: float
    first_seen: int
    dated: bool
    props: dict[str, Any]

    @property
    def opened(self) -> float:
        return self.first_seen if self.since == LONG_AGO else self.since


@dataclass(frozen=True)
class Link:
    """An edge as a walk takes it: `cap` 1 to 4, or UNCAPPED; `guessed` where nobody said the permission."""

    kind: str
    tail: str
    head: str
    cap: int
    guessed: bool
    permission: str | None = None


class Oracle:
    def __init__(self, world: World) -> None:
        self.versions: dict[str, list[Version]] = defaultdict(list)
        self.edges: list[tuple[str, Edge]] = []
        self.usage: list[tuple[str, Usage]] = []
        self.scopes: dict[str, set[str]] = {}
        self.watching: dict[str, bool] = {}
        self.policy = world.policy
        for run in world.runs:
            source = run.header.source
            self.scopes[source] = set(run.header.complete)
            self.watching[source] = run.header.usage is not None
            for record in run.records:
                if isinstance(record, Node):
                    self.versions[record.id].append(_version(source, record, run.header.observed_at))
                elif isinstance(record, Edge):
                    self.edges.append((source, record))
                elif isinstance(record, Usage):
                    self.usage.append((source, record))
        self.ids = sorted(
            {
                *self.versions,
                *(end for _, edge in self.edges for end in (edge.source, edge.target)),
                *(
                    end
                    for _, row in self.usage
                    for end in (row.principal, row.resource, row.application)
                    if end is not None
                ),
            },
            key=by_bytes,
        )

    # Properties and being there.

    def prop(self, node: str, name: str, t: int) -> Any:
        """Known before unknown, said by then before said later, then whose word or which; what was known last stays known."""
        told = self.versions[node]
        while True:
            valid = [v for v in told if v.since <= t < v.until]
            if valid or not told:
                break
            # Nobody lists it now: what was so just before the last listing ended.
            ends = [v.until for v in told if v.since < v.until and v.until <= t]
            if not ends:
                return None
            t = int(max(ends)) - 1
        first = self.policy.get(f"{kind_of(node)}.{name}", ())

        def strength(v: Version) -> tuple[Any, ...]:
            word = v.props.get(name)
            known = word not in (None, "unknown")
            # Every source of these worlds is first seen at the same moment.
            own = restriction = 0
            if name == "status" and kind_of(node) in ("Account", "Credential"):
                own = int(v.source.partition(":")[0] == node.partition(":")[2].partition("/")[0])
                restriction = -RESTRICTIVE.index(word) if word in RESTRICTIVE else -len(RESTRICTIVE)
            early = v.since == LONG_AGO and t < v.first_seen
            return known, not early, v.source in first, own, restriction, v.opened, [-ord(c) for c in v.source]

        return max(valid, key=strength).props.get(name) if valid else None

    def listed(self, node: str, t: int) -> bool | None:
        """True, False after its end, None before its beginning or for what nobody describes."""
        told = [v for v in self.versions[node] if v.since < v.until]
        if any(v.since <= t < v.until for v in told):
            return True
        return False if any(v.until <= t for v in told) else None

    def status(self, node: str, t: int) -> str | None:
        ended = {"Identity": "departed", "Account": "deleted", "Credential": "revoked"}
        if self.listed(node, t) is False and kind_of(node) in ended:
            return ended[kind_of(node)]
        found: str | None = self.prop(node, "status", t)
        return found

    def there(self, node: str, t: int) -> bool:
        """Whether a walk may end here."""
        listed = self.listed(node, t)
        if listed is None and any(v.since < v.until for v in self.versions[node]):
            return False  # described from a declared later day on
        if listed is None:
            return any(node in (edge.source, edge.target) for edge in self.alive(t)) or any(
                node in pair and first <= t < until for pair, first, until in self.used_spans()
            )
        return listed or kind_of(node) in ("Identity", "Account", "Credential")

    def conveys(self, node: str, t: int) -> bool:
        return self.there(node, t) and not self.stops(node, t)

    def stops(self, node: str, t: int) -> bool:
        """Reached, not passed (an account: but along HAS_CREDENTIAL, and by a walk that came with its key)."""
        kind, status = kind_of(node), self.status(node, t)
        if kind == "Credential":
            expires = self.prop(node, "expires_at", t)
            return status in ("revoked", "expired") or (expires is not None and read_moment(expires) <= t)
        if kind in ("Application", "McpServer"):
            return status == "disabled"
        return kind == "Account" and status in ("suspended", "deleted")

    # Edges.

    def alive(self, t: int) -> Iterator[Edge]:
        """Claimed edges valid at t, without USED."""
        for _, edge in self.edges:
            if edge.kind != "USED" and _begin(edge.since) <= t < _end(edge.until):
                yield edge

    def used_spans(self) -> Iterator[tuple[tuple[str, str], float, float]]:
        """(principal, resource) and when a USED edge between them holds."""
        for _, edge in self.edges:
            if edge.kind == "USED" and _begin(edge.since) < _end(edge.until):
                yield (edge.source, edge.target), _begin(edge.since), _end(edge.until) + 30 * DAY
        days: dict[tuple[str, str], list[int]] = defaultdict(list)
        for _, row in self.usage:
            if row.principal is not None:
                days[row.principal, row.resource].append(row.day)
        for pair, seen in days.items():
            # From each day of use until 30 days after it; what touches is one span.
            spans: list[list[int]] = []
            for day in sorted(set(seen)):
                if spans and day * DAY <= spans[-1][1]:
                    spans[-1][1] = (day + 1) * DAY + 30 * DAY
                else:
                    spans.append([day * DAY, (day + 1) * DAY + 30 * DAY])
            for since, until in spans:
                yield pair, since, until

    def grants_vouched(self, node: str) -> bool:
        wanted = GRANTS_ON.get(kind_of(node), set())
        return any(wanted & self.scopes[v.source] for v in self.versions[node])

    def links(self, t: int, basis: str) -> list[Link]:
        """The edges that walks may take at t; which of a closed account a walk may take, `steps` says."""
        found = []
        if basis != "OBSERVED":
            found += self.everybody(t)
            for edge in self.alive(t):
                if edge.kind in CONVEYING:
                    found.append(self._link(edge, t))
        if basis != "GRANTED":
            for (tail, head), since, until in self.used_spans():
                if since <= t < until and (basis == "OBSERVED" or not self.grants_vouched(head)):
                    found.append(Link("USED", tail, head, READ, False))
        ends = {link.tail for link in found} | {link.head for link in found}
        there, stops = ({n: rule(n, t) for n in ends} for rule in (self.there, self.stops))
        return [
            link
            for link in found
            if there[link.head] and there[link.tail] and (kind_of(link.tail) == "Account" or not stops[link.tail])
        ]

    def everybody(self, t: int) -> Iterator[Link]:
        """Memberships that groups of everybody stand for: all identities and accounts, or those with a certain address."""
        for group in self.ids:
            said = self.prop(group, "members", t) if kind_of(group) == "Group" else None
            domains = self.prop(group, "domains", t) or ()
            for node in self.ids if said else ():
                if kind_of(node) not in ("Identity", "Account"):
                    continue
                mails = self.prop(node, "emails", t) or [self.prop(node, "email", t)]
                if said != "domain" or any(mail and mail.partition("@")[2] in domains for mail in mails):
                    yield Link("MEMBER_OF", node, group, UNCAPPED, False)

    def steps(self, t: int, basis: str) -> list[tuple[Link, State, State]]:
        """Every link with the states between which it leads: a node, and whether a closed account was come to with its key.

        A closed account lets pass along HAS_CREDENTIAL, and in full whoever came by RUNS_AS from a credential.
        """
        links = self.links(t, basis)
        closed = {n for n in self.ids if kind_of(n) == "Account" and self.stops(n, t)}
        found = []
        for link in links:
            with_key = link.head in closed and link.kind == "RUNS_AS" and kind_of(link.tail) == "Credential"
            if link.tail not in closed or link.kind == "HAS_CREDENTIAL":
                found.append((link, (link.tail, False), (link.head, with_key)))
            if link.tail in closed:
                found.append((link, (link.tail, True), (link.head, with_key)))
        return found

    def _link(self, edge: Edge, t: int) -> Link:
        cap = int(edge.permission) if edge.permission else UNCAPPED
        guessed = edge.kind == "CAN_ACCESS" and edge.permission is None
        if guessed:
            cap = READ
        if edge.kind == "EXPOSES" and self.prop(edge.target, "read_only", t) is True:
            cap = min(cap, READ) if self.prop(edge.source, "approval", t) == "approved" else cap
        return Link(
            edge.kind, edge.source, edge.target, cap, guessed, edge.permission.name if edge.permission else None
        )

    # Reach.

    def reach(
        self, starts: Iterable[str], t: int, basis: str = "EITHER", max_hops: int | None = None
    ) -> dict[str, tuple[int, int]]:
        """Per node reached: permission 1 to 4, hops. All walks of growing length, the best cap of each kept."""
        steps, starts = self.steps(t, basis), set(starts)
        best: dict[State, int] = {(start, False): UNCAPPED for start in starts}
        found: dict[str, tuple[int, int]] = {}
        # A closed account may be passed twice, once with its key.
        for hops in range(1, (2 * len(self.ids) if max_hops is None else max_hops) + 1):
            after: dict[State, int] = {}
            for link, tail, head in steps:
                if tail in best:
                    after[head] = max(after.get(head, 0), min(best[tail], link.cap))
            for (node, _), cap in after.items():
                if node not in starts and min(cap, ADMIN) > found.get(node, (0, 0))[0]:
                    found[node] = min(cap, ADMIN), hops
            if after == best:
                break
            best = after
        return found

    def reach_via(self, starts: Iterable[str], via: set[str], t: int, basis: str) -> dict[str, tuple[int, int]]:
        """The same of walks that pass a node of `via` between their ends; each walk remembers whether it did."""
        steps, starts = self.steps(t, basis), set(starts)
        best: dict[tuple[State, bool], int] = {((start, False), False): UNCAPPED for start in starts}
        found: dict[str, tuple[int, int]] = {}
        for hops in range(1, 4 * len(self.ids) + 2):
            after: dict[tuple[State, bool], int] = {}
            for link, tail, head in steps:
                for passed in (False, True):
                    if (tail, passed) in best:
                        state = head, passed or (hops > 1 and tail[0] in via)
                        after[state] = max(after.get(state, 0), min(best[tail, passed], link.cap))
            for ((node, _), passed), cap in after.items():
                if passed and node not in starts and min(cap, ADMIN) > found.get(node, (0, 0))[0]:
                    found[node] = min(cap, ADMIN), hops
            if after == best:
                break
            best = after
        return found

    def known(self, starts: Iterable[str], t: int, basis: str, reach: dict[str, tuple[int, int]]) -> set[str]:
        """Of what is reached: where some shortest walk that attains the permission holds no edge of unknown permission.

        Every walk of growing length is looked at, by what can differ: its cap, and whether an edge of it is guessed.
        """
        steps = self.steps(t, basis)
        walks: dict[State, set[tuple[int, bool]]] = {(start, False): {(UNCAPPED, False)} for start in set(starts)}
        found = set()
        for hops in range(1, max((far for _, far in reach.values()), default=0) + 1):
            after: dict[State, set[tuple[int, bool]]] = defaultdict(set)
            for link, tail, head in steps:
                for cap, guessed in walks.get(tail, ()):
                    after[head].add((min(cap, link.cap), guessed or link.guessed))
            for (node, _), ways in after.items():
                if reach.get(node, (0, 0))[1] == hops:
                    level = reach[node][0]
                    if any(cap < UNCAPPED and min(cap, ADMIN) == level and not guessed for cap, guessed in ways):
                        found.add(node)
            walks = after
        return found

    def held(self, starts: Iterable[str], t: int) -> set[str]:
        """The starts and what they hold."""
        graph = nx.DiGraph()
        graph.add_nodes_from(starts)
        graph.add_edges_from((edge.source, edge.target) for edge in self.alive(t) if edge.kind in HOLDS)
        return {node for start in list(starts) for node in nx.descendants(graph, start) | {start}}

    # Usage.

    def sightings(self, t: int) -> Iterator[tuple[str, str, int, int]]:
        """(principal, resource, day, requests) seen up to t; a USED claim was last seen on its last day, or is so still."""
        for _, row in self.usage:
            if row.principal is not None and row.day <= t // DAY:
                yield row.principal, row.resource, row.day, row.requests
        for _, edge in self.edges:
            since, until = _begin(edge.since), _end(edge.until)
            if edge.kind == "USED" and since < until and since <= t:
                yield edge.source, edge.target, int(t if until > t else max(since, until - 1)) // DAY, 0

    def exercised(
        self, starts: Iterable[str], target: str, t: int, reach: Iterable[str], window: int = 30
    ) -> tuple[str, int, int | None]:
        """Exercised, uses in the window, last day used."""
        starts = set(starts)
        held = self.held(starts, t)
        inside = {*starts, *reach, *held}
        seen = [s for s in self.sightings(t) if s[0] in inside and s[1] == target]
        recent = [s for s in seen if s[2] > t // DAY - window]
        last = max((day for _, _, day, _ in seen), default=None)
        uses = sum(requests for _, _, _, requests in recent)
        if any(principal in held for principal, _, _, _ in recent):
            return "YES", uses, last
        if recent:
            return "INDIRECT", uses, last
        return ("NO" if self.usage_vouched(target, inside, t) else "UNKNOWN"), uses, last

    def usage_vouched(self, target: str, inside: set[str], t: int) -> bool:
        applications = {e.target for e in self.alive(t) if e.kind == "ACCOUNT_IN" and e.source in inside}
        for source, watching in self.watching.items():
            if not watching:
                continue
            if any(v.source == source for v in self.versions[target]):
                return True
            if any(
                told == source and kind_of(row.resource) == kind_of(target) and row.application in applications
                for told, row in self.usage
            ):
                return True
        return False

    # Data sources.

    def containment(self, t: int) -> nx.DiGraph:
        graph = nx.DiGraph()
        graph.add_nodes_from(n for n in self.ids if kind_of(n) == "DataSource" and self.there(n, t))
        for edge in self.alive(t):
            ends = (edge.source, edge.target)
            if edge.kind == "CONTAINS" and edge.source != edge.target and all(end in graph for end in ends):
                graph.add_edge(*ends)
        return graph

    def leaves(self, t: int) -> set[str]:
        graph = self.containment(t)
        return {node for node in graph if graph.out_degree(node) == 0}

    def sensitivity(self, node: str, t: int) -> str:
        """Its label, else that of the nearest labelled container, of several the strictest."""
        graph = self.containment(t)
        away = nx.single_source_shortest_path_length(graph.reverse(), node) if node in graph else {node: 0}
        labelled = [
            (hops, HARM.index(label)) for n, hops in away.items() if (label := self.prop(n, "sensitivity", t)) in HARM
        ]
        return HARM[max(rank for hops, rank in labelled if hops == min(labelled)[0])] if labelled else "unknown"

    def score(self, reach: dict[str, tuple[int, int]], t: int) -> float:
        return sum(WEIGHT[self.sensitivity(n, t)] * FACTOR[reach[n][0]] for n in reach if n in self.leaves(t))


def _version(source: str, node: Node, first_seen: int) -> Version:
    return Version(source, _begin(node.since), _end(node.until), first_seen, node.since is not None, dict(node.props))


def _begin(moment: int | None) -> float:
    return LONG_AGO if moment is None else moment


def _end(moment: int | None) -> float:
    return FOR_EVER if moment is None else moment
