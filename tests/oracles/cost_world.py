"""Small random organisations, and how one becomes a snapshot."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from graph.claims import Charge, Edge, Node, Record, RunHeader, Usage
from graph.snapshot import Policy, Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from tests.oracles.cost import DAY, World

FIRST, LAST = 20_000, 20_004  # 2024-10-04 to 2024-10-08: a Friday to a Tuesday
CHANGED = (FIRST + 2) * DAY + DAY // 2

PEOPLE = ("Identity:hr/1", "Identity:hr/2", "Identity:hr/3")
ACCOUNTS = ("Account:ai/a", "Account:ai/b")
KEYS = ("Credential:ai/k", "Credential:ai/l")
GROUPS = ("Group:hr/t1", "Group:hr/t2", "Group:hr/role")
SERVERS = ("McpServer:mcp/s1", "McpServer:mcp/s2")
TOOLS = ("McpTool:mcp/s1/x", "McpTool:mcp/y")
DATA = ("DataSource:pg/d1", "DataSource:pg/d2")
APPLICATIONS = ("Application:ai/one", "Application:ai/two", "Application:acme/org")
MODELS = ("Model:acme/big", "Model:zeta/small")
JOINS = (
    ("HAS_ACCOUNT", PEOPLE, ACCOUNTS),
    ("HAS_CREDENTIAL", PEOPLE, KEYS),
    ("HAS_CREDENTIAL", ACCOUNTS, KEYS),
    ("ANSWERS_FOR", PEOPLE, (*ACCOUNTS, *KEYS, *SERVERS, *APPLICATIONS)),
    ("ANSWERS_FOR", GROUPS, (*ACCOUNTS, *KEYS)),
    ("RUNS_AS", KEYS, ACCOUNTS),
    ("MEMBER_OF", (*PEOPLE, *ACCOUNTS, *KEYS), GROUPS),
    ("EXPOSES", SERVERS, TOOLS),
    ("CONNECTS_TO", (*PEOPLE, *ACCOUNTS), SERVERS),
)
MOMENTS = st.none() | st.integers(FIRST * DAY - DAY, (LAST + 2) * DAY) | st.integers(FIRST, LAST + 1).map(DAY.__mul__)
# What rows say of whose they are: an owner who is known, one who is not, a team, a cost centre.
OWNER_ADDRESS = "one@acme.example"
TAGS = (
    {"owner": OWNER_ADDRESS},
    {"owner": OWNER_ADDRESS, "team": "Docks", "cost_center": "900"},
    {"owner": "nobody@acme.example", "team": "docks"},
    {"cost_center": "900"},
    {"env": "prod"},
)
TAG_GROUPS: tuple[Record, ...] = (
    Node(id="Group:tag/team/docks", name="Docks", props={"type": "team"}),
    Node(id="Group:tag/cost_center/900", name="900", props={"type": "cost_center"}),
)
AMOUNTS = st.integers(-20, 40) | st.integers(-(2**62) + 1, 2**62 - 1)


@st.composite
def edges(draw: st.DrawFn) -> Edge:
    kind, sources, targets = draw(st.sampled_from(JOINS))
    # Mostly open, so that several things hold on one day.
    ends = sorted((draw(MOMENTS), draw(MOMENTS)), key=lambda moment: (moment is not None, moment or 0))
    since, until = draw(st.sampled_from(((None, None), (None, None), (ends[0], ends[1]), (ends[1], None))))
    return Edge(
        kind=kind,
        source=draw(st.sampled_from(sources)),
        target=draw(st.sampled_from(targets)),
        since=since,
        until=until,
    )


# Who uses what: people models and servers, servers data, and what is seldom seen.
USES = (
    ((*ACCOUNTS, *KEYS), MODELS),
    ((*ACCOUNTS, *KEYS), MODELS),
    ((*ACCOUNTS, *KEYS), (*SERVERS, *TOOLS)),
    ((*SERVERS, *TOOLS), DATA),
    ((None, *ACCOUNTS, *SERVERS, *TOOLS, *APPLICATIONS), (*MODELS, *SERVERS, *TOOLS, *DATA)),
)


@st.composite
def usages(draw: st.DrawFn, currencies: Sequence[str]) -> tuple[str, Usage]:
    principals, resources = draw(st.sampled_from(USES))
    resource = draw(st.sampled_from(resources))
    cost = draw(st.one_of(AMOUNTS, AMOUNTS, AMOUNTS, st.none()) if resource in MODELS else st.none() | AMOUNTS)
    priced = cost is not None
    row = Usage(
        principal=draw(st.sampled_from(principals)),
        resource=resource,
        application=draw(st.sampled_from((None, None, *APPLICATIONS))),
        workspace=draw(st.sampled_from((None, GROUPS[2]))),
        day=draw(st.sampled_from((FIRST - 1, FIRST, FIRST, FIRST, FIRST + 1, FIRST + 2, LAST + 1))),
        requests=draw(st.integers(0, 7) | st.sampled_from((0, 0, 1, 2, 3, 2**61))),
        tokens=(draw(st.integers(0, 9)), 0, 0, 0, 0, draw(st.integers(0, 9) | st.just(2**62 - 1)), 0),
        cost_nano=cost,
        currency=draw(st.sampled_from(currencies)) if priced else None,
        basis=draw(st.sampled_from(("billed", "priced"))) if priced else None,
        chargeable=draw(st.sampled_from((True, True, True, False))),
        detail=draw(st.sampled_from((None, None, *(json.dumps({"raw": tags}) for tags in TAGS)))),
    )
    return draw(st.sampled_from(("ai:one", "ai:one", "ai:two"))), row


@st.composite
def charges(draw: st.DrawFn, currencies: Sequence[str]) -> tuple[str, Charge]:
    days = sorted((draw(st.integers(FIRST - 3, LAST + 3)), draw(st.integers(FIRST - 3, LAST + 3))))
    charge = Charge(
        application=draw(st.sampled_from((*APPLICATIONS, APPLICATIONS[0], APPLICATIONS[0]))),
        first_day=days[0],
        last_day=days[1],
        category=draw(st.sampled_from(("usage", "usage", "usage", "seat", "seat", "tax", "credit", "other"))),
        cost_nano=draw(AMOUNTS),
        currency=draw(st.sampled_from(currencies)),
    )
    return draw(st.sampled_from(("ai:one", "ai:two", "ai:two"))), charge


@st.composite
def worlds(draw: st.DrawFn, currencies: Sequence[str] = ("USD",)) -> World:
    """An organisation; claims are told apart, so that no run contradicts itself."""
    claimed = {
        (e.kind, e.source, e.target, e.since): e
        for e in draw(st.lists(edges(), min_size=4, max_size=24))
        if e.since != e.until
    }
    told: dict[object, tuple[str, Usage]] = {}
    for source, row in draw(st.lists(usages(currencies), max_size=16)):
        told[source, row.principal, row.resource, row.application, row.workspace, row.day, row.currency, row.basis,
             row.chargeable] = (source, row)  # fmt: skip
    return World(
        edges=list(claimed.values()),
        teams=set(GROUPS[:2]),
        departments={
            PEOPLE[0]: [(-1, "Research"), (CHANGED, "Sales")],
            PEOPLE[1]: [(-1, "Sales")],
        },
        usage=list(told.values()),
        charges=draw(st.lists(charges(currencies), max_size=6)),
        preferred=draw(st.sampled_from(((), ("ai:two",)))),
        addresses={OWNER_ADDRESS: PEOPLE[0]},
        counts=draw(st.sampled_from(({}, {}, {"ai:one": "always"}, {"ai:two": "never"}))),
    )


@dataclass
class Told:
    """The runs that tell of a world."""

    runs: list[tuple[RunHeader, list[Record]]]
    policy: Policy


def told(world: World) -> Told:
    described = {who: {"type": "human", "status": "active"} for who in PEOPLE}
    listed = {who: {"emails": [OWNER_ADDRESS]} if who == PEOPLE[0] else {} for who in PEOPLE}
    people: list[Record] = [
        Node(id=who, props={**described[who], **listed[who], "department": world.departments[who][0][1]})
        if who in world.departments
        else Node(id=who, props=described[who])
        for who in PEOPLE
    ]
    moved: list[Record] = [
        Node(id=who, props={**described[who], **listed[who], "department": history[-1][1]})
        for who, history in world.departments.items()
        if len(history) > 1
    ]
    teams: list[Record] = [
        Node(id=group, props={"type": "team" if group in world.teams else "role"}) for group in GROUPS
    ]
    runs = [
        (RunHeader(source="hr:x", observed_at=CHANGED - DAY), [*people, *teams, *TAG_GROUPS, *world.edges]),
        (RunHeader(source="hr:x", observed_at=CHANGED), moved),
    ]
    for source in ("ai:one", "ai:two"):
        records: list[Record] = [row for name, row in world.usage if name == source]
        records += [charge for name, charge in world.charges if name == source]
        if records:
            runs.append((RunHeader(source=source, observed_at=CHANGED), records))
    return Told(runs, Policy(preferred=world.preferred, counts=world.counts))


def snapshot(world: World, shuffle: random.Random | None = None) -> Snapshot:
    """The world compiled; with `shuffle` its sources and lines come in another order."""
    told_ = told(world)
    runs = told_.runs
    if shuffle is not None:
        hr, rest = runs[:2], runs[2:]
        shuffle.shuffle(rest)
        cut = shuffle.randint(0, len(rest))
        runs = [*rest[:cut], *hr, *rest[cut:]]
        runs = [(header, shuffle.sample(records, len(records))) for header, records in runs]
    store = MemoryStore()
    for header, records in runs:
        run = store.begin(header)
        store.write(run, records, range(len(records)))
        store.check(run)
        store.finish(run)
    return snapshot_of(store, CHANGED, told_.policy)
