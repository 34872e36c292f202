"""The plain oracle of an inventory: of every node of a kind its owners, state, last use and reach, by brute force."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graph.moment import DAY, read_moment, write_day
from tests.oracles.owners import PRINCIPALS, Owners
from tests.oracles.reach import HOLDS, by_bytes, kind_of
from tests.oracles.world import World

REVIEWED = ("Application", "McpServer")


class Inventory:
    def __init__(self, world: World, t: int, basis: str = "EITHER") -> None:
        self.of, self.t, self.basis = Owners(world, t), t, basis
        self.oracle = self.of.of
        self.judgement = self.of.judge()
        self.reach = {node: set(self.oracle.reach([node], t, basis)) for node in self.oracle.ids}

    def rows(self, kind: str) -> list[dict[str, Any]]:
        """By id."""
        return [self.row(n) for n in self.oracle.ids if kind_of(n) == kind and self.oracle.there(n, self.t)]

    def row(self, node: str) -> dict[str, Any]:
        last = self.last_day(node)
        return {
            "id": node,
            "status": self.status(node),
            "approval": self.approval(node),
            "sensitivity": self.oracle.sensitivity(node, self.t) if kind_of(node) == "DataSource" else None,
            "owners": sorted(self.owners(node), key=by_bytes),
            "owner_state": self.owner_state(node),
            "shadow": self.is_shadow(node),
            "last_used": None if last is None else write_day(last),
            "principals": sum(node in self.reach[n] for n in self.oracle.ids if kind_of(n) in PRINCIPALS and n != node),
            "data_sources": len(self.reach[node] & self.oracle.leaves(self.t)),
        }

    def status(self, node: str) -> str | None:
        status = self.oracle.status(node, self.t)
        expires = self.oracle.prop(node, "expires_at", self.t) if kind_of(node) == "Credential" else None
        if expires is not None and read_moment(expires) <= self.t and status != "revoked":
            return "expired"
        return status

    def approval(self, node: str) -> str | None:
        if kind_of(node) not in REVIEWED:
            return None
        return self.oracle.prop(node, "approval", self.t) or "unreviewed"

    def owners(self, node: str) -> set[str]:
        supporters = self.of.supporters()
        owners = self.nearest(node, supporters)
        if not owners and kind_of(node) == "Credential":
            for edge in self.of.edges:
                if edge.kind == "RUNS_AS" and edge.source == node and kind_of(edge.target) == "Account":
                    owners |= {n for n in supporters[edge.target] if kind_of(n) in ("Identity", "Group")}
        return owners

    def nearest(self, node: str, supporters: dict[str, set[str]]) -> set[str]:
        owners: set[str] = set()
        for other in supporters[node]:
            if kind_of(other) in ("Identity", "Group"):
                owners.add(other)
            else:
                owners |= {n for n in supporters[other] if kind_of(n) in ("Identity", "Group")}
        return owners

    def owner_state(self, node: str) -> str:
        if node in self.judgement.answered:
            return "answered_for"
        return "orphaned" if node in self.judgement.reasons or node in self.judgement.root else "unknown"

    def is_shadow(self, node: str) -> bool:
        if kind_of(node) != "Account" or not self.is_live(node):
            return False
        reasons = set(self.judgement.reasons.get(node, ()))
        unmanaged = self.oracle.prop(node, "managed", self.t) == "no"
        return bool(unmanaged or reasons & {"UNRESOLVED_ACCOUNT", "EXTERNAL_EMAIL"})

    def is_live(self, node: str) -> bool:
        today = self.t // DAY
        if any(user == node and day > today - 30 for user, _, day, _ in self.oracle.sightings(self.t)):
            return True
        return any(kind_of(other) == "DataSource" for other in self.reach[node])

    def last_day(self, node: str) -> int | None:
        today = self.t // DAY
        days = [day for user, _, day, _ in self.oracle.sightings(self.t) if user in self.held(node)]
        days += [day for _, resource, day, _ in self.oracle.sightings(self.t) if resource == node]
        for _, row in self.oracle.usage:
            if row.day <= today and node in (row.resource, row.application, row.workspace):
                days.append(row.day)
        for edge in self.of.edges:
            if edge.kind == "EXPOSES" and edge.source == node:
                day = self.last_day(edge.target)
                days += [] if day is None else [day]
        return max(days, default=None)

    def held(self, node: str) -> set[str]:
        holds: dict[str, set[str]] = defaultdict(set)
        for edge in self.of.edges:
            if edge.kind in HOLDS:
                holds[edge.source].add(edge.target)
        held, queue = {node}, [node]
        for other in queue:
            queue += holds[other] - held
            held |= holds[other]
        return held
