"""Small worlds of claims, drawn at random, and how they come into a real store.

Everything here is plain: records, days as numbers, one complete run per source. Runs are observed on day OBSERVED;
declared dates lie around it, and questions are asked at MOMENTS, on both sides of each of them.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from graph.claims import Charge, Decision, Edge, Node, Record, RunHeader, Tombstone, Usage
from graph.moment import DAY
from graph.ontology import Permission
from graph.reason import Reason
from graph.snapshot import Policy, Snapshot, snapshot_of
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from graph.stores.open import open_store

OBSERVED = 50 * DAY
DATES = (None, None, None, 20 * DAY, 40 * DAY, 60 * DAY)
MOMENTS = (20 * DAY - 1, 20 * DAY, 40 * DAY - 1, 40 * DAY, 60 * DAY, 60 * DAY + 1, 75 * DAY, 120 * DAY)

Claims = Sequence[Record]


@dataclass(frozen=True)
class Run:
    """What one source says in one run; `reasons` make it PARTIAL."""

    header: RunHeader
    records: tuple[Record, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class World:
    """Runs in the order in which they are observed, and what people decided."""

    runs: tuple[Run, ...]
    decisions: tuple[Decision, ...] = ()
    policy: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def put(store: Store, run: Run) -> Any:
    """Take a run in as the intake does."""
    open_run = store.begin(run.header, "world")
    store.write(open_run, list(run.records), range(1, len(run.records) + 1))
    store.check(open_run)
    return store.finish(open_run, reasons=run.reasons)


def shuffled(world: World, seed: int) -> World:
    """The same world: lines of each run permuted, runs of different sources too, those of one source in their order."""
    dice = random.Random(seed)
    queues: dict[str, list[Run]] = {}
    for run in world.runs:
        lines = tuple(dice.sample(run.records, len(run.records)))
        queues.setdefault(run.header.source, []).append(Run(run.header, lines, run.reasons))
    runs = []
    while queues:
        source = dice.choice(sorted(queues))
        runs.append(queues[source].pop(0))
        if not queues[source]:
            del queues[source]
    decisions = tuple(dice.sample(world.decisions, len(world.decisions)))
    return World(tuple(runs), decisions, world.policy)


@contextmanager
def a_store(kind: str = "memory") -> Iterator[Store]:
    """A new, empty store of a kind."""
    if kind == "memory":
        yield MemoryStore()
        return
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/remit.db")
        try:
            yield store
        finally:
            store.close()


def frozen(world: World, kind: str = "memory") -> Snapshot:
    """The world, loaded into a store and compiled."""
    with a_store(kind) as store:
        for run in world.runs:
            put(store, run)
        for decision in world.decisions:
            store.decide(decision)
        return snapshot_of(store, 0, Policy(authoritative=world.policy))


def only(*records: Record, source: str = "x:a", at: int = OBSERVED, complete: Sequence[str] = ()) -> World:
    """A world of one run."""
    return World((Run(RunHeader(source=source, observed_at=at, complete=tuple(complete)), records),))


# What can be drawn: few nodes of every kind, so that walks meet.
POOL: dict[str, tuple[str, ...]] = {
    kind: tuple(f"{kind}:{system}/{key}" for key in keys)
    for kind, system, keys in (
        ("Identity", "hr", ("1", "2", "bot")),
        ("Group", "x", ("g:1", "g/2", "g3")),
        ("Account", "x", ("a", "b", "ü'\"🦊")),
        ("Credential", "x", ("k1", "k2")),
        ("Application", "x", ("app", "tool")),
        ("Model", "m", ("one",)),
        ("McpServer", "mcp", ("s1", "s2")),
        ("McpTool", "mcp", ("t1", "t2")),
        ("DataSource", "db", ("d1", "d2", "d3", "d4", "d5")),
    )
}
ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "HAS_ACCOUNT": (("Identity",), ("Account",)),
    "HAS_CREDENTIAL": (("Account", "Identity"), ("Credential",)),
    "RUNS_AS": (
        ("Credential", "McpServer", "McpTool", "Application", "Identity"),
        ("Account", "Credential", "Identity"),
    ),
    "MEMBER_OF": (("Identity", "Account", "Credential", "Group"), ("Group",)),
    "ACCOUNT_IN": (("Account",), ("Application",)),
    "CAN_USE": (("Account", "Group", "Credential", "Application"), ("Application", "Model", "McpServer", "McpTool")),
    "CONNECTS_TO": (("Account", "Identity", "Application", "Group"), ("McpServer",)),
    "EXPOSES": (("McpServer",), ("McpTool",)),
    "CAN_ACCESS": (
        ("Identity", "Account", "Credential", "Group", "McpServer", "McpTool", "Application"),
        ("DataSource",),
    ),
    "CONTAINS": (("DataSource",), ("DataSource",)),
    "USED": (
        ("Account", "Credential", "McpServer", "McpTool", "Application"),
        ("Model", "McpServer", "McpTool", "DataSource"),
    ),
    "ANSWERS_FOR": (("Identity", "Group"), tuple(POOL)),
    "REPORTS_TO": (("Identity",), ("Identity",)),
}
# The shape of what can be drawn: a kind, and which of the pool it joins.
LINKS = tuple(
    (kind, tail, head)
    for kind, (tails, heads) in ENDS.items()
    for tail_kind in tails
    for tail in POOL[tail_kind]
    for head_kind in heads
    for head in POOL[head_kind]
)
OF_KIND = {kind: tuple(link for link in LINKS if link[0] == kind) for kind in ENDS}
LIKELY = tuple(ENDS) + ("CAN_ACCESS", "CONTAINS", "MEMBER_OF", "RUNS_AS", "HAS_ACCOUNT", "HAS_CREDENTIAL") * 2

CHOICES: dict[str, dict[str, tuple[Any, ...]]] = {
    "Identity": {
        "type": (None, "human", "human", "service", "agent"),
        "status": (None, "active", "active", "suspended", "departed", "unknown"),
    },
    "Account": {"status": (None, "active", "suspended", "deleted", "unknown"), "managed": (None, "yes", "no")},
    "Credential": {
        "status": (None, "active", "active", "revoked", "expired", "unknown"),
        "expires_at": (None, None, "1970-02-10T00:00:00Z", "1970-03-02T00:00:00Z"),
    },
    "Application": {"status": (None, "active", "disabled", "unknown"), "approval": (None, "blocked", "approved")},
    "McpServer": {"status": (None, None, "active", "disabled"), "approval": (None, "approved", "approved", "blocked")},
    "McpTool": {"read_only": (None, True, True, False)},
    "DataSource": {"sensitivity": (None, None, "public", "internal", "confidential", "restricted", "unknown")},
    "Group": {},
    "Model": {},
}


def interval(dice: random.Random) -> tuple[int | None, int | None]:
    since, until = dice.choice(DATES), dice.choice(DATES)
    if since is not None and until is not None and since > until:
        since, until = until, since
    return since, until


def described(dice: random.Random) -> list[Node]:
    """What one source says of some nodes."""
    found = []
    for kind, ids in POOL.items():
        for node_id in ids:
            if dice.random() < 0.5:
                continue
            props = {name: dice.choice(values) for name, values in CHOICES[kind].items()}
            since, until = interval(dice) if dice.random() < 0.4 else (None, None)
            known = {name: value for name, value in props.items() if value is not None}
            found.append(Node(id=node_id, props=known, since=since, until=until))
    return found


def linked(dice: random.Random, count: int) -> list[Edge]:
    """Edges of all kinds, each key once."""
    found: dict[Any, Edge] = {}
    for _ in range(count):
        kind, tail, head = dice.choice(OF_KIND[dice.choice(LIKELY)])
        permission = dice.choice((None, None, *Permission))
        since, until = interval(dice) if dice.random() < 0.3 else (None, None)
        edge = Edge(kind=kind, source=tail, target=head, permission=permission, since=since, until=until)
        found.setdefault((kind, tail, head, permission, since), edge)
    return list(found.values())


def used(dice: random.Random) -> Usage:
    """A row of usage, of anything by anybody."""
    return Usage(
        principal=dice.choice([None, *(n for kind in ENDS["USED"][0] for n in POOL[kind])]),
        resource=dice.choice([n for kind in ENDS["USED"][1] for n in POOL[kind]]),
        day=dice.choice((5, 19, 20, 35, 40, 44, 60, 74, 75, 100)),
        application=dice.choice((None, *POOL["Application"])),
        requests=dice.randint(0, 5),
        cost_nano=dice.randint(0, 5),
        currency="USD",
        basis="billed",
        chargeable=dice.random() < 0.5,
    )


def drawn(seed: int, size: int) -> World:
    """Two sources, one run each, of about `size` edges; the same world for the same arguments."""
    dice = random.Random(seed)
    runs = []
    for source in ("x:a", "x:b"):
        scopes = dice.sample((*POOL, *ENDS), dice.randint(0, 6))
        watched = (0, 200) if dice.random() < 0.5 else None
        header = RunHeader(source=source, observed_at=OBSERVED, complete=tuple(sorted(scopes)), usage=watched)
        rows = [used(dice) for _ in range(dice.randint(0, size // 6))]
        runs.append(Run(header, (*described(dice), *linked(dice, dice.randint(size // 3, size)), *rows)))
    return World(tuple(runs))


def worlds(most: int = 60) -> st.SearchStrategy[World]:
    """Random worlds; they shrink by becoming smaller ones."""
    return st.builds(drawn, st.integers(0, 2**32), st.integers(0, most))


__all__ = [
    "CHOICES",
    "DATES",
    "ENDS",
    "LIKELY",
    "MOMENTS",
    "OBSERVED",
    "OF_KIND",
    "POOL",
    "Charge",
    "Run",
    "Tombstone",
    "World",
    "a_store",
    "described",
    "drawn",
    "frozen",
    "interval",
    "only",
    "put",
    "shuffled",
    "used",
    "worlds",
]
