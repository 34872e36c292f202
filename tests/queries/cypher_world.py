"""Many small worlds side by side in one store, their ids apart, and how they are shown in a real Neo4j."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from graph.claims import Charge, Edge, Node, Record, RunHeader, Usage
from graph.moment import DAY
from graph.snapshot import Policy, Snapshot, snapshot_of
from graph.snapshot.projection import project
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from tests.oracles.cost_world import (
    ACCOUNTS,
    APPLICATIONS,
    CHANGED,
    DATA,
    FIRST,
    GROUPS,
    JOINS,
    KEYS,
    LAST,
    MODELS,
    OWNER_ADDRESS,
    PEOPLE,
    SERVERS,
    TAG_GROUPS,
    TAGS,
    TOOLS,
)
from tests.oracles.world import Run, World, put

ENDS = ("id", "source", "target", "principal", "resource", "application", "workspace")


def apart(number: int, world: World) -> list[Run]:
    """The runs of a world, every id and source told apart from those of other worlds."""
    runs = []
    for run in world.runs:
        records = tuple(_renamed(number, record) for record in run.records)
        header = msgspec.structs.replace(run.header, source=f"w{number}{run.header.source}")
        runs.append(Run(header, records, run.reasons))
    return runs


def _renamed(number: int, record: Any) -> Any:
    names = [name for name in ENDS if getattr(record, name, None) is not None]
    return msgspec.structs.replace(record, **{name: _moved(number, getattr(record, name)) for name in names})


def _moved(number: int, node_id: str) -> str:
    kind, _, rest = node_id.partition(":")
    return f"{kind}:w{number}{rest}"


def together(worlds: Iterable[World], preferred: Sequence[str] = ()) -> Snapshot:
    """All worlds in one store, compiled at once, and whom their tags name."""
    store = MemoryStore()
    for run in runs_of(worlds):
        put(store, run)
    return snapshot_of(store, 0, Policy(preferred=tuple(preferred)))


def runs_of(worlds: Iterable[World]) -> Iterator[Run]:
    """The runs of all worlds, and before them the one of those whom tags name."""
    yield Run(RunHeader(source="tags:x", observed_at=CHANGED - DAY), TAGGED)
    for number, world in enumerate(worlds):
        yield from apart(number, world)


# Bills: who holds what, who used what for how much, and what was charged.

WHEN = (None, None, None, (FIRST + 1) * DAY, CHANGED, CHANGED + 1, (FIRST + 3) * DAY - 1, LAST * DAY)
USES = (
    ((*ACCOUNTS, *KEYS), MODELS),
    ((*ACCOUNTS, *KEYS), MODELS),
    ((None, *ACCOUNTS, *SERVERS, *TOOLS, *APPLICATIONS), (*MODELS, *SERVERS, *TOOLS, *DATA)),
)
# Common to all worlds: the owner, the team and the cost centre that tags name.
OLIVE = "Identity:tags/olive"
TAGGED: tuple[Record, ...] = (
    *TAG_GROUPS,
    Node(id=OLIVE, props={"type": "human", "status": "active", "emails": [OWNER_ADDRESS], "department": "Pier"}),
    Node(id="Group:tags/pier", props={"type": "team"}),
    Edge(kind="MEMBER_OF", source=OLIVE, target="Group:tags/pier"),
)
CURRENCIES = ("USD", "USD", "USD", "EUR")


def billed(seed: int) -> World:
    """An organisation whose people, teams and departments change within the window, and two sources that bill it."""
    dice = random.Random(seed)
    people = [_person(dice, who) for who in PEOPLE]
    teams = [Node(id=group, props={"type": dice.choice(("team", "role"))}) for group in GROUPS]
    moved = [record for record in (_person(dice, dice.choice(PEOPLE)), dice.choice(teams)) if dice.random() < 0.6]
    moved = [
        msgspec.structs.replace(node, props={"type": dice.choice(("team", "role"))}) if node in teams else node
        for node in moved
    ]
    told = [Node(id=MODELS[0], props={"provider": "acme inc"})] if dice.random() < 0.5 else []
    runs = [
        Run(RunHeader(source="hr:x", observed_at=CHANGED - DAY), (*people, *teams, *told, *_links(dice))),
        Run(RunHeader(source="hr:x", observed_at=CHANGED), tuple(moved)),
    ]
    for source in ("ai:one", "ai:two"):
        records: list[Record] = [_usage(dice) for _ in range(dice.randint(0, 9))]
        records += [_charge(dice) for _ in range(dice.randint(0, 3))]
        if records:
            runs.append(Run(RunHeader(source=source, observed_at=CHANGED), tuple(records)))
    return World(tuple(run for run in runs if run.records))


def _person(dice: random.Random, who: str) -> Node:
    props: Mapping[str, Any] = {
        "type": "human",
        "status": "active",
        "department": dice.choice((None, "Research", "Sales")),
        "cost_center": dice.choice((None, "100", "200")),
    }
    return Node(id=who, props={name: text for name, text in props.items() if text is not None})


def _links(dice: random.Random) -> list[Edge]:
    found = {}
    for _ in range(dice.randint(4, 20)):
        kind, tails, heads = dice.choice(JOINS)
        since, until = dice.choice(WHEN), dice.choice(WHEN)
        if since is not None and until is not None and since > until:
            since, until = until, since
        edge = Edge(kind=kind, source=dice.choice(tails), target=dice.choice(heads), since=since, until=until)
        if since is None or since != until:
            found.setdefault((kind, edge.source, edge.target, since), edge)
    return list(found.values())


def _usage(dice: random.Random) -> Usage:
    principals, resources = dice.choice(USES)
    priced = dice.random() < 0.9
    return Usage(
        principal=dice.choice(principals),
        resource=dice.choice(resources),
        application=dice.choice((None, None, *APPLICATIONS)),
        workspace=dice.choice((None, GROUPS[2])),
        day=dice.choice((FIRST - 1, FIRST, FIRST, FIRST + 1, FIRST + 2, LAST + 1)),
        requests=dice.randint(0, 7),
        tokens=(dice.randint(0, 9), 0, 0, 0, 0, dice.randint(0, 9), 0),
        cost_nano=dice.choice((dice.randint(-20, 40), dice.randint(-(10**15), 10**15))) if priced else None,
        currency=dice.choice(CURRENCIES) if priced else None,
        basis=dice.choice(("billed", "priced")) if priced else None,
        chargeable=dice.random() < 0.75,
        detail=dice.choice((None, None, *(json.dumps({"raw": tags}) for tags in TAGS))),
    )


def _charge(dice: random.Random) -> Charge:
    first = dice.randint(FIRST - 3, LAST + 3)
    return Charge(
        application=dice.choice((*APPLICATIONS, APPLICATIONS[0])),
        first_day=first,
        last_day=first + dice.randint(0, 5),
        category=dice.choice(("usage", "usage", "usage", "seat", "tax", "credit", "other")),
        cost_nano=dice.choice((dice.randint(-20, 40), dice.randint(-(10**15), 10**15))),
        currency=dice.choice(CURRENCIES),
    )


@contextmanager
def shown(snapshot: Snapshot, url: str) -> Iterator[Neo4jStore]:
    """Publish the snapshot into an empty Neo4j; the store that shows it, closed afterwards."""
    store = Neo4jStore.open(url)
    try:
        store.project(project(snapshot), (snapshot.generation, snapshot.digest, snapshot.built_at), identity="world")
        yield store
    finally:
        store.close()
