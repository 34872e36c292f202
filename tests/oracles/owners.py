"""The plain oracle of section 4: who is answered for, who is an orphaned root and why, who is folded, who is unknown.

Sets and loops over a world of one run per source, as `tests.oracles.reach`. Accounts are attached by claimed edges
alone: the worlds it judges give no address to both an identity and an account.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import networkx as nx

from graph.moment import DAY
from tests.oracles.reach import HOLDS, Oracle, by_bytes, kind_of
from tests.oracles.world import World

PRINCIPALS = ("Identity", "Account", "Credential", "McpServer")
TABLE = ("DEPARTED_OWNER", "SUSPENDED_OWNER", "EMPTY_OWNER_GROUP", "UNRESOLVED_ACCOUNT", "EXTERNAL_EMAIL", "NO_OWNER")


@dataclass
class Judgement:
    answered: set[str] = field(default_factory=set)
    reasons: dict[str, list[str]] = field(default_factory=dict)
    root: dict[str, str] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)


class Owners:
    def __init__(self, world: World, t: int) -> None:
        self.world, self.t, self.of = world, t, Oracle(world)
        self.edges = list(self.of.alive(t))

    def human(self, node: str) -> bool:
        return kind_of(node) == "Identity" and self.of.prop(node, "type", self.t) in (None, "human")

    def status(self, node: str) -> str | None:
        return self.of.status(node, self.t)

    def members(self, group: str) -> set[str]:
        """Humans in a group, nested or behind an account."""
        graph = nx.DiGraph([(e.target, e.source) for e in self.edges if e.kind in ("MEMBER_OF", "HAS_ACCOUNT")])
        return {n for n in nx.descendants(graph, group) if self.human(n)} if group in graph else set()

    def manned(self, group: str) -> bool | None:
        told = {self.status(person) for person in self.members(group)}
        return True if "active" in told else None if told & {None, "unknown"} else False

    def supporters(self) -> dict[str, set[str]]:
        """Who holds or answers for a node."""
        found: dict[str, set[str]] = defaultdict(set)
        users: dict[str, set[str]] = defaultdict(set)
        for edge in self.edges:
            # Nobody answers for a human but they themselves.
            if edge.kind in (*HOLDS, "ANSWERS_FOR") and not self.human(edge.target):
                found[edge.target].add(edge.source)
            if edge.kind == "CONNECTS_TO":
                users[edge.target].add(edge.source)
        for server, connected in users.items():
            if len(connected) == 1 and kind_of(next(iter(connected))) == "Identity":
                found[server] |= connected
        return found

    def judge(self) -> Judgement:
        nodes, supporters = self.of.ids, self.supporters()
        result = Judgement({n for n in nodes if self.human(n) and self.status(n) == "active"})
        groups = {n for n in supporters if kind_of(n) == "Group"}
        grown = True
        while grown:
            grown = False
            for node in set(nodes) - result.answered:
                for other in supporters[node]:
                    if other in result.answered or (kind_of(other) == "Group" and self.manned(other)):
                        result.answered.add(node)
                        grown = True
        left = [n for n in nodes if kind_of(n) in PRINCIPALS and n not in result.answered]
        for node in left:
            if self.human(node) and self.status(node) in ("departed", "suspended"):
                result.reasons[node] = [f"{(self.status(node) or '').upper()}_OWNER"]
            elif not supporters[node]:
                reason = self.alone(node)
                if reason:
                    result.reasons[node] = [reason]
                else:
                    result.unknown.add(node)
        # Groups of which it is known that nobody is behind them: without an active human, without an answerer who is judged.
        lost = {n for n in nodes if kind_of(n) == "Group" and n not in groups and self.manned(n) is False}
        # The roots behind a lost group; none where it, or one that answers for it, is nobody's at all.
        behind: dict[str, set[str]] = {}
        grown = True
        while grown:
            grown = False
            for group in groups - lost - result.answered:
                if self.manned(group) is False and all(self.orphan(other, result, lost) for other in supporters[group]):
                    lost.add(group)
                    handed = [behind.get(other, set()) if other in lost else {result.root.get(other, other)}
                              for other in supporters[group]]  # fmt: skip
                    behind[group] = set().union(*handed) if all(handed) else set()
                    grown = True
            for node in left:
                judged = node in result.reasons or node in result.root or node in result.unknown
                if not judged and all(self.orphan(other, result, lost) for other in supporters[node]):
                    self.take(node, supporters[node], result, behind)
                    grown = True
        result.unknown |= {n for n in left if n not in result.reasons and n not in result.root}
        return result

    def orphan(self, other: str, result: Judgement, lost: set[str]) -> bool:
        return other in lost or other in result.reasons or other in result.root

    def take(self, node: str, supporters: set[str], result: Judgement, behind: dict[str, set[str]]) -> None:
        groups = [other for other in supporters if kind_of(other) == "Group" and not behind.get(other)]
        roots = {result.root.get(other, other) for other in supporters if kind_of(other) != "Group"}
        roots |= {root for other in supporters for root in behind.get(other, ())}
        if not groups:
            result.root[node] = min(roots, key=by_bytes)
            return
        codes = {"EMPTY_OWNER_GROUP", *(code for root in roots for code in result.reasons[root])}
        result.reasons[node] = [code for code in TABLE if code in codes]

    def alone(self, node: str) -> str | None:
        """The reason of what nobody holds or answers for; None: unknown."""
        kind, scopes = kind_of(node), self.of.scopes
        if kind == "Account":
            return self.account(node)
        if (kind == "Identity" and not self.human(node)) or kind == "Credential":
            for source, told in scopes.items():
                describes = any(v.source == source for v in self.of.versions[node])
                if "ANSWERS_FOR" in told or (kind == "Credential" and describes and "HAS_CREDENTIAL" in told):
                    return "NO_OWNER"
        return None

    def account(self, node: str) -> str | None:
        told = [self.of.prop(node, name, self.t) for name in ("email", "subject")]
        domains = {text.rpartition("@")[2] for text in told if text and "@" in text}
        directories = [run for run in self.world.runs if "Identity" in run.header.complete]
        if not domains or not directories:
            return None
        covered: dict[bool, set[str]] = {True: set(), False: set()}
        for run in directories:
            for other in self.of.ids:
                if kind_of(other) == "Identity" and any(v.source == run.header.source for v in self.of.versions[other]):
                    emails = self.of.prop(other, "emails", self.t) or ()
                    covered[self.sound(run.header.source)] |= {email.rpartition("@")[2] for email in emails}
        if domains & covered[True]:
            return "UNRESOLVED_ACCOUNT"
        if domains & covered[False] or not any(self.sound(run.header.source) for run in directories):
            return None
        return "EXTERNAL_EMAIL"

    def sound(self, source: str) -> bool:
        """Complete and fresh."""
        [run] = [run for run in self.world.runs if run.header.source == source]
        age = run.header.max_age_s
        return not run.reasons and (age is None or self.t - run.header.observed_at <= age * 1_000_000)

    def live(self, basis: str = "EITHER") -> set[str]:
        """Who reaches a data source, or was seen using anything in the 30 days before, whatever that cost."""
        today = self.t // DAY
        seen = {principal for principal, _, day, _ in self.of.sightings(self.t) if day > today - 30}
        return seen | {
            n for n in self.of.ids if any(kind_of(v) == "DataSource" for v in self.of.reach([n], self.t, basis))
        } - {n for n in self.of.ids if kind_of(n) == "DataSource"}

    def blocking(self, node: str, result: Judgement) -> set[str]:
        """Of an unknown principal: the owners, held or not, whose own state nobody knows."""
        supporters = self.supporters()
        graph = nx.DiGraph([(owned, owner) for owned, owners in supporters.items() for owner in owners])
        behind = (nx.descendants(graph, node) if node in graph else set()) | {node}
        return {
            owner
            for owner in behind
            if (self.manned(owner) is None if kind_of(owner) == "Group" else False)
            or (self.human(owner) and self.status(owner) in (None, "unknown"))
            or (owner in result.unknown and not supporters[owner])
        }
