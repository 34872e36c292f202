"""Edits written for real: the records of a store changed as sources would say it, loaded into a new store.

Plain over records, with nothing of the snapshot's own edits but their names. An edit holds from MOMENT of it on.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from graph.claims import Charge, Decision, Edge, Node, Record, RunHeader, Usage
from graph.moment import ALWAYS, NEVER
from graph.ontology import EDGE_NAMES, Permission
from graph.snapshot import Edits, NewEdge, Snapshot
from graph.snapshot.edits import ADDED
from graph.stores.base import Store
from graph.stores.records import Restores
from tests.oracles.world import ENDS, POOL, Run, World, put
from tests.oracles.world import drawn as drawn_plain

CATALOGUE, LOCAL, OTHER_LOCAL = "McpServer:mcp/npm:@x/y", "McpServer:mcp/ada/npm:@x/y", "McpServer:mcp/bo/npm:@x/y"
REPOSITORY, PROJECT = "DataSource:db/d1", "Application:repo/x"
EVERYBODY, STAFF = "Group:x/everybody", "Group:x/staff"


def world(seed: int, size: int = 40) -> World:
    """A random world with what edges follow from: a catalogue, a repository, everybody, addresses, linked accounts."""
    plain, dice = drawn_plain(seed, size), random.Random(seed)
    extras: list[Record] = [
        Node(id=LOCAL, props={"package": "npm:@x/y", "transport": "stdio"}),
        Edge(kind="CONNECTS_TO", source="Identity:hr/1", target=LOCAL),
        Edge(kind="RUNS_AS", source=LOCAL, target=dice.choice((*POOL["Account"], *POOL["Credential"]))),
        Node(id=PROJECT, props={"repository": REPOSITORY}),
        Edge(kind="CONNECTS_TO", source=PROJECT, target=OTHER_LOCAL),
        Node(id=OTHER_LOCAL, props={"package": "npm:@x/y"}),
        Node(id=EVERYBODY, props={"members": dice.choice(("signed_in", "public"))}),
        Edge(kind="CAN_ACCESS", source=EVERYBODY, target="DataSource:db/d5"),
        Node(id=STAFF, props={"members": "domain", "domains": ["acme.example"]}),
        Edge(kind="CAN_ACCESS", source=STAFF, target="DataSource:db/d4"),
        Node(id="Identity:hr/ada", props={"status": "active", "type": "human", "emails": ["ada@acme.example"]}),
        Node(id="Account:y/ada", props={"email": "ada@acme.example", "status": dice.choice(("active", "unknown"))}),
        Edge(kind="CAN_ACCESS", source="Account:y/ada", target=REPOSITORY, permission=dice.choice((*Permission, None))),
        Edge(kind="CAN_ACCESS", source="Account:x/b", target=REPOSITORY, permission=Permission.WRITE),
        Edge(kind="HAS_ACCOUNT", source="Identity:hr/ada", target="Account:x/a"),
        Edge(kind="EXPOSES", source=CATALOGUE, target="McpTool:mcp/t1"),
        Node(id=CATALOGUE, props={"approval": "approved", **({"status": "active"} if dice.random() < 0.5 else {})}),
        Edge(kind="EXPOSES", source=CATALOGUE, target="McpTool:mcp/t2"),
        Edge(kind="CAN_ACCESS", source="McpTool:mcp/t1", target="DataSource:db/d3"),
        Usage(
            principal="Account:y/ada",
            resource="Model:m/one",
            application="Application:x/app",
            day=dice.choice((40, 59, 60, 74)),
            requests=3,
            cost_nano=7,
            currency="USD",
            basis="billed",
        ),
        Charge(
            application="Application:x/app",
            first_day=40,
            last_day=69,
            category=dice.choice(("usage", "seat")),
            cost_nano=dice.randint(0, 40),
            currency="USD",
        ),
    ]
    links = [Decision(kind="link", ids=("Account:x/a", "Account:x/b"), by="s@x.example", at=1)]
    runs = list(plain.runs)
    for record in extras:
        if dice.random() < 0.8:
            at = dice.randrange(len(runs))
            names = {_key(other) for other in runs[at].records}
            if _key(record) not in names:
                runs[at] = Run(runs[at].header, (*runs[at].records, record))
    return World(tuple(runs), tuple(link for link in links if dice.random() < 0.5))


def _key(record: Any) -> Any:
    if isinstance(record, Node):
        return record.id
    return (record.kind, record.source, record.target) if isinstance(record, Edge) else record


def drawn(dice: random.Random, snapshot: Snapshot, moment: int) -> Edits:
    """Some edits of a snapshot at a moment, now and then one that is refused."""
    edges, ids = snapshot.edges, list(snapshot.ids)
    triples = sorted(
        {
            (ids[edges.source[row]], EDGE_NAMES[edges.kind[row]], ids[edges.target[row]])
            for row in range(len(edges))
            if edges.since[row] <= moment < edges.until[row] and EDGE_NAMES[edges.kind[row]] not in ("USED", "SAME_AS")
        }
    )
    ended = tuple(dice.sample(triples, min(len(triples), dice.choice((0, 1, 1, 2, 3)))))
    # What goes at the very moment at which a source begins to say something of it is not told apart from what was before.
    begun = {
        int(node)
        for timeline in snapshot.tables.properties.values()
        for node in timeline.node[timeline.start == moment]
    }
    lasting = [node_id for node, node_id in enumerate(ids) if node not in begun]
    gone = tuple(dice.sample(lasting, dice.choice((0, 0, 1, 2))))
    words = {"Identity": "departed", "Account": "suspended", "Credential": "revoked"}
    words |= {"McpServer": "disabled", "Application": "disabled"}
    changeable = [node for node in ids if is_changeable(snapshot, node, moment) and node not in gone]
    some = dice.sample(changeable, min(len(changeable), dice.choice((0, 0, 1, 2))))
    statuses = tuple((node, words[node.partition(":")[0]]) for node in some)
    return Edits(moment, ended, statuses, gone, tuple(new_edges(dice, ids, dice.choice((0, 0, 1, 2)))))


def is_changeable(snapshot: Snapshot, node_id: str, moment: int) -> bool:
    """Whether a source lists a node by then and says nothing that is narrower already."""
    node = snapshot.index_of(node_id)
    kind = node_id.partition(":")[0]
    if kind not in ("Identity", "Account", "Credential", "McpServer", "Application"):
        return False
    if snapshot.tables.modes.of_node(node, moment) not in (1, 2, 3):
        return False
    return snapshot.prop(node, "status", moment) not in ("departed", "deleted", "suspended", "revoked", "expired")


def new_edges(dice: random.Random, ids: list[str], count: int) -> Iterator[NewEdge]:
    fresh = [f"{kind}:new/{dice.randint(1, 2)}" for kind in POOL if kind != "Model"]
    everything = [*ids, *fresh]
    special = (
        ("EXPOSES", (CATALOGUE,), POOL["McpTool"]),
        ("CAN_ACCESS", (*POOL["Account"], *POOL["Group"], "Account:new/1"), (REPOSITORY,)),
    )
    for _ in range(count):
        if dice.random() < 0.3:
            # What other edges follow from.
            kind, sources, targets = dice.choice(special)
            permission = Permission.WRITE if kind == "CAN_ACCESS" else None
            yield NewEdge(dice.choice(sources), kind, dice.choice(targets), permission)
            continue
        kind = dice.choice([kind for kind in ENDS if kind != "USED"])
        sources, targets = (tuple(n for n in everything if n.partition(":")[0] in kinds) for kinds in ENDS[kind])
        permission = dice.choice((None, *Permission)) if kind == "CAN_ACCESS" else None
        if sources and targets:
            yield NewEdge(dice.choice(sources), kind, dice.choice(targets), permission)


@dataclass(frozen=True)
class Written:
    """The records of a store and which node of its snapshot each id means."""

    store: Store
    snapshot: Snapshot

    def canonical(self, node_id: str) -> str:
        node = self.snapshot.index_of(node_id)
        return node_id if node < 0 else self.snapshot.ids[node]

    def into(self, target: Store, edits: Edits) -> None:
        """The edited records, each source restored as it was."""
        claims = self.store.read()
        restores = Restores(claims)
        for number in range(len(claims.sources)):
            run = target.begin(restores.header(number), "edited")
            records = [new for record in restores.records(number) for new in self.edited(record, edits)]
            target.write(run, records, range(1, len(records) + 1))
            target.check(run)
            target.finish(run)
        if edits.added:
            edges = dict.fromkeys((edge.source, edge.kind, edge.target, edge.permission) for edge in edits.added)
            put(
                target,
                Run(
                    RunHeader(source=ADDED, observed_at=edits.moment),
                    tuple(
                        Edge(kind=kind, source=source, target=end, permission=permission, since=edits.moment)
                        for source, kind, end, permission in edges
                    ),
                ),
            )
        for decision in claims.decisions:
            target.decide(decision)

    def edited(self, record: Record, edits: Edits) -> Iterable[Record]:
        if isinstance(record, Node):
            return self._edited_node(record, edits)
        if isinstance(record, Edge) and record.kind != "USED":
            ends = self.canonical(record.source), self.canonical(record.target)
            if (ends[0], record.kind, ends[1]) in edits.ended or set(edits.gone) & {*ends}:
                return self._ended(record, edits.moment)
        return [record]

    def _edited_node(self, record: Node, edits: Edits) -> Iterable[Record]:
        node_id = self.canonical(record.id)
        if node_id in edits.gone:
            return self._ended(record, edits.moment)
        words = dict(edits.statuses)
        word = words.get(node_id)
        package = record.props.get("package")
        if word is None and package is not None and f"McpServer:mcp/{package}" in words and "status" in record.props:
            word = words[f"McpServer:mcp/{package}"]
        if word is None or not _holds(record, edits.moment):
            return [record]
        new = msgspec.structs.replace(
            record,
            props={**record.props, "status": word},
            since=edits.moment,
            first_seen=edits.moment,
            opened=None,
            dated=False,
        )
        return [*self._ended(record, edits.moment), new]

    def _ended(self, record: Any, moment: int) -> list[Any]:
        if not _holds(record, moment):
            return [record]
        if record.since == moment:
            return []
        return [msgspec.structs.replace(record, retired=moment)]


def _holds(record: Node | Edge, moment: int) -> bool:
    since = ALWAYS if record.since is None else record.since
    until = min(NEVER if end is None else end for end in (record.until, record.retired))
    return since <= moment < until
