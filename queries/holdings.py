"""Holdings of a person: what they hold, are a member of, may use and answer for, and what ends when each is taken from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.ontology import EDGE_NAMES
from graph.snapshot import CONVEYS, Snapshot, View
from graph.snapshot.columns import Bool, Ints
from queries.ownership import answered_by_alone
from queries.subject import HOLDS

# The order of the work: what others need first changes hands, then secrets end, then what they open, accounts at last,
# whose end would leave their keys alive.
HAND_OVER, SECRET, SERVER, GRANT, MEMBERSHIP, ACCOUNT, PERSON = range(7)
_STAGES = {
    "ANSWERS_FOR": HAND_OVER,
    "HAS_CREDENTIAL": SECRET,
    "HAS_ACCOUNT": ACCOUNT,
    "CONNECTS_TO": SERVER,
    "RUNS_AS": GRANT,
    "CAN_USE": GRANT,
    "CAN_ACCESS": GRANT,
    "MEMBER_OF": MEMBERSHIP,
}


@dataclass(slots=True)
class Holding:
    """One node that a person holds, uses or answers for, and all that is to be done about it.

    `rows`: edges that end, of the edge table. `disabled`: it is switched off for everybody. `renewed`: it gets a new secret,
    which the person does not know. `alone`: nobody else answers for it.
    """

    node: int
    stage: int
    alone: bool = False
    disabled: bool = False
    renewed: bool = False
    rows: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Holdings:
    """The holdings of a person in the order in which they are to be ended.

    `held`: the person, their accounts and keys, whatever their status. `closed`: those of them that let nothing through
    any more, of which nothing is to be done.
    """

    person: int
    held: tuple[int, ...]
    closed: tuple[int, ...]
    listed: tuple[Holding, ...]

    def ended(self, count: int) -> Ints:
        """The edge rows that end with the first `count` of them."""
        return np.array(sorted(row for holding in self.listed[:count] for row in holding.rows), dtype=np.int64)

    def disabled(self, snapshot: Snapshot, kind: str, count: int) -> list[int]:
        """The nodes of a kind that the first `count` of them switch off."""
        return [held.node for held in self.listed[:count] if held.disabled and snapshot.kind(held.node) == kind]


def holdings_of(snapshot: Snapshot, view: View, person: int) -> Holdings:
    """What a person holds at the moment of a view, on granted edges. O(edges) for who answers for what, else their edges.

    Accounts and keys that nobody else holds or answers for are theirs: they are switched off, and what an account may do is
    listed with it. Of what others hold too, the person's part is taken away and the secret is renewed.
    """
    alone = answered_by_alone(snapshot, view.moment, person)
    held = _held(snapshot, view, person)
    own = {node for node in held if alone[node] and view.mode[node] == CONVEYS}
    accounts = sorted(node for node in own if snapshot.kind(node) == "Account")
    collector = _Collector(snapshot, view, alone, own)
    for node in held:
        if view.mode[node] == CONVEYS:
            collector.add_held(node)
    for row in collector.outgoing([person, *accounts]).tolist():
        collector.add_edge(row)
    closed = [node for node in held if view.mode[node] != CONVEYS]
    rows = collector.outgoing([node for node in closed if alone[node]])
    for row in rows[snapshot.edges.of("HAS_CREDENTIAL", rows=rows)].tolist():
        collector.add_edge(row)
    collector.add_secrets_of_servers({person, *accounts})
    if snapshot.prop(person, "status", view.moment) not in ("departed", "suspended"):
        collector.of(person, PERSON).disabled = True
    # A key that is used by others and an account that has one are ended in the order of the stages; ties by id.
    listed = sorted(collector.holdings.values(), key=lambda holding: (holding.stage, holding.node))
    return Holdings(person, (person, *held), tuple(closed), tuple(listed))


def _held(snapshot: Snapshot, view: View, person: int) -> list[int]:
    """The accounts of a person, then their keys and those of these accounts, each once."""
    edges, held = snapshot.edges, [person]
    for node in held:
        rows = edges.outgoing(np.array([node]))
        rows = rows[edges.of(*HOLDS, rows=rows) & edges.valid_at(view.moment, rows)]
        held += [other for other in np.unique(edges.target[rows]).tolist() if other not in held]
    return held[1:]


class _Collector:
    """Holdings by node, as they are found edge by edge."""

    def __init__(self, snapshot: Snapshot, view: View, alone: Bool, own: set[int]) -> None:
        self._snapshot, self._view, self._alone, self._own = snapshot, view, alone, own
        self.holdings: dict[int, Holding] = {}

    def of(self, node: int, stage: int) -> Holding:
        """The holding of a node; what is switched off is so in the stage of its kind, all else in the earliest of its own."""
        holding = self.holdings.setdefault(node, Holding(node, stage, bool(self._alone[node])))
        if not holding.disabled:
            holding.stage = min(holding.stage, stage)
        return holding

    def outgoing(self, nodes: Sequence[int]) -> Ints:
        """The edges that leave these nodes at the moment and that no rule makes, one node after the other."""
        edges, snapshot = self._snapshot.edges, self._snapshot
        rows: Ints = edges.outgoing(np.array(nodes, dtype=np.int64))
        rows = rows[edges.valid_at(self._view.moment, rows)]
        by_source: Ints = rows[edges.claimed_by[rows] != snapshot.everybody_source]
        return by_source

    def add_held(self, node: int) -> None:
        """An account or a key: switched off where it is the person's own, else taken from them and renewed."""
        is_key = self._snapshot.kind(node) == "Credential"
        holding = self.of(node, SECRET if is_key else ACCOUNT)
        if node in self._own:
            holding.stage, holding.disabled = SECRET if is_key else ACCOUNT, True
        else:
            holding.renewed = True

    def add_edge(self, row: int) -> None:
        """An edge that ends, unless what it leads to ends as a whole or needs nothing to be done."""
        edges = self._snapshot.edges
        kind, target = EDGE_NAMES[int(edges.kind[row])], int(edges.target[row])
        if kind not in _STAGES:
            return
        if kind in HOLDS:
            if target not in self._own and target in self.holdings:
                self.holdings[target].rows.append(row)
        else:
            self.of(target, _STAGES[kind]).rows.append(row)

    def add_secrets_of_servers(self, holders: set[int]) -> None:
        """What a server acts as that these alone connect to: its configuration, with the secret in it, is theirs."""
        edges, snapshot = self._snapshot.edges, self._snapshot
        for server in self._servers_of_alone(holders):
            rows = self.outgoing([server])
            for row in rows[edges.of("RUNS_AS", rows=rows)].tolist():
                target = int(edges.target[row])
                if self._view.mode[target] != CONVEYS or snapshot.kind(target) == "Identity":
                    self.of(server, SERVER).rows.append(row)
                    continue
                holding = self.of(target, SECRET)
                holding.rows.append(row)
                holding.renewed = not holding.disabled

    def _servers_of_alone(self, holders: set[int]) -> Iterator[int]:
        edges = self._snapshot.edges
        connected: dict[int, set[int]] = defaultdict(set)
        for server in [node for node in self.holdings if self._snapshot.kind(node) == "McpServer"]:
            rows = edges.incoming(np.array([server]))
            rows = rows[edges.of("CONNECTS_TO", rows=rows) & edges.valid_at(self._view.moment, rows)]
            connected[server].update(edges.source[rows].tolist())
        return (server for server in sorted(connected) if connected[server] and connected[server] <= holders)
