"""The law of names: renaming ids at random changes no answer but the ids in it."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Decision, Edge, Node, Record, RunHeader, Tombstone, Usage
from graph.moment import DAY
from graph.ontology import Permission
from graph.snapshot import Basis, Snapshot
from queries import blast_radius, orphaned_paths
from queries.ownership import ownership
from tests.oracles.records import ids_of
from tests.oracles.world import MOMENTS, Run, World, drawn, frozen

laws = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 2**32)

T = 50 * DAY
LATER = (T - 1, T, T + DAY, T + 3 * DAY, T + 9 * DAY)
IDENTITIES = [f"Identity:{system}/{n}" for system in ("hr", "okta") for n in (1, 2, 3)]
ACCOUNTS = [f"Account:x/{n}" for n in (1, 2, 3)]
EMAILS = ("p@x.example", "Q@x.example", "r@x.example")


def person(dice: random.Random, node: str) -> Node:
    props: dict[str, Any] = {
        "type": "human",
        "status": dice.choice(("active", "active", "departed", "suspended", "unknown")),
        "emails": dice.sample(EMAILS, dice.choice((0, 1, 1, 2))),
        "department": dice.choice((None, "A", "B")),
        "external_id": dice.choice((None, None, "e1", "e2")),
    }
    if props["status"] == "departed" and dice.random() < 0.5:
        props["departed_at"] = dice.choice(("1970-01-20", "1970-02-10"))
    known = {name: value for name, value in props.items() if value is not None}
    return Node(id=node, name=dice.choice((None, "Ada", "ada ", "Bo")), props=known)


def account(dice: random.Random, node: str) -> Node:
    props = {"status": "active", "email": dice.choice(EMAILS)}
    if dice.random() < 0.5:
        props["created_at"] = dice.choice(("1970-01-10", "1970-02-05", "1970-02-22"))
    return Node(id=node, props=props)


def people(seed: int) -> World:
    """People of two directories over several runs, accounts with their addresses, and decisions."""
    dice, runs = random.Random(seed), list[Run]()
    for at in range(3):
        for system in ("hr", "okta"):
            ids = [node for node in IDENTITIES if f":{system}/" in node and dice.random() < 0.7]
            header = RunHeader(source=f"{system}:x", observed_at=T + at * 2 * DAY, complete=("Identity",))
            runs.append(Run(header, tuple(person(dice, node) for node in ids)))
    grants = [
        Edge(kind="CAN_ACCESS", source=node, target="DataSource:x/d", permission=Permission.READ) for node in ACCOUNTS
    ]
    header = RunHeader(source="x:x", observed_at=T + dice.choice((0, 1, 5)) * DAY, complete=("Account",))
    runs.append(Run(header, (*(account(dice, node) for node in ACCOUNTS), *grants)))
    decisions = [
        Decision(
            kind=dice.choice(("link", "unlink")),
            ids=tuple(dice.sample([*IDENTITIES, *ACCOUNTS], 2)),
            by="sam@x.example",
            at=dice.randint(1, 3),
        )
        for _ in range(dice.choice((0, 0, 1, 2, 3)))
    ]
    return World(tuple(runs), tuple(decisions))


def names(seed: int) -> Callable[[str], str]:
    """New keys for all ids, at random; kinds and systems stay, for they say what a node is."""
    dice, new = random.Random(seed), dict[str, str]()

    def renamed(node: str) -> str:
        if node not in new:
            prefix = node[: node.index("/") + 1]
            new[node] = f"{prefix}{dice.randrange(10**6):06}{len(new)}"
        return new[node]

    return renamed


def renamed_record(record: Record, new: Callable[[str], str]) -> Record:
    if isinstance(record, Node | Tombstone):
        return msgspec.structs.replace(record, id=new(record.id))
    if isinstance(record, Edge):
        return msgspec.structs.replace(record, source=new(record.source), target=new(record.target))
    assert isinstance(record, Usage)
    fields = {name: getattr(record, name) for name in ("principal", "resource", "application", "workspace")}
    return msgspec.structs.replace(record, **{name: new(node) for name, node in fields.items() if node})


def renamed_world(world: World, new: Callable[[str], str]) -> World:
    runs = tuple(
        Run(run.header, tuple(renamed_record(record, new) for record in run.records), run.reasons) for run in world.runs
    )
    decisions = tuple(msgspec.structs.replace(d, ids=tuple(new(node) for node in d.ids)) for d in world.decisions)
    return dataclasses.replace(world, runs=runs, decisions=decisions)


@dataclasses.dataclass
class Renamed:
    """A snapshot whose nodes are called by all ids of the first world that they have."""

    snapshot: Snapshot
    name_of: Mapping[str, str]

    def name(self, node: int) -> frozenset[str]:
        ids = [self.snapshot.ids[node], *self.snapshot.members(node)]
        return frozenset(self.name_of.get(text, text) for text in ids)

    def text(self, node_id: str) -> frozenset[str]:
        return self.name(self.snapshot.index_of(node_id))


def both(world: World, seed: int) -> tuple[Renamed, Renamed]:
    new = names(seed)
    again = renamed_world(world, new)
    ids = {node for run in world.runs for record in run.records for node in ids_of(record)}
    ids |= {node for decision in world.decisions for node in decision.ids}
    return Renamed(frozen(world), {}), Renamed(frozen(again), {new(node): node for node in ids})


def resolution(renamed: Renamed) -> Any:
    """Classes with their properties, conflicts, holders of accounts."""
    snapshot = renamed.snapshot
    props = {renamed.name(node): [snapshot.props(node, t) for t in LATER] for node in range(snapshot.count)}
    conflicts = {
        (frozenset({renamed.text(c["left"]), renamed.text(c["right"])}), c["rule"], c["value"], c["why"])
        for c in snapshot.info["conflicts"]
    }
    edges = snapshot.edges
    holders = {
        (
            renamed.name(int(edges.source[row])),
            renamed.name(int(edges.target[row])),
            int(edges.since[row]),
            int(edges.until[row]),
        )
        for row in edges.of("HAS_ACCOUNT").nonzero()[0]
    }
    return props, conflicts, holders


def owners(renamed: Renamed, t: int) -> Any:
    """Who is answered for, and why the others are not; folded ones by all reasons of all who may be their root."""
    owned = ownership(renamed.snapshot, t)
    answered = {renamed.name(node) for node in owned.answered.nonzero()[0].tolist()}
    causes = {renamed.name(node): sorted({cause.code for cause in rows}) for node, rows in owned.causes.items()}
    return answered, causes, {renamed.name(node) for node in owned.root}, {renamed.name(node) for node in owned.why}


def reached(renamed: Renamed, node_id: str, t: int) -> Any:
    answer = blast_radius.run(renamed.snapshot, blast_radius.Params(start=(node_id,), as_of=t, basis=Basis.EITHER))
    # Whether a permission is known says something only of those whose permission is reported.
    rows = {
        (
            renamed.text(row.id),
            row.permission,
            row.permission_known or row.permission is None,
            row.basis,
            row.hops,
            row.exercised,
            row.last_used,
        )
        for row in answer.reached
    }
    return rows, answer.total, answer.by_kind, answer.by_sensitivity, answer.by_permission, answer.score


@laws
@given(seeds, seeds)
def test_renaming_changes_no_person_no_conflict_and_no_holder(seed: int, other: int) -> None:
    first, second = both(people(seed), other)
    assert resolution(first) == resolution(second)
    for t in LATER:
        assert owners(first, t) == owners(second, t)


@laws
@given(seeds, seeds)
def test_renaming_changes_no_orphaned_root_of_people(seed: int, other: int) -> None:
    first, second = both(people(seed), other)
    for t in LATER:
        rows = []
        for renamed in (first, second):
            answer = orphaned_paths.run(renamed.snapshot, orphaned_paths.Params(as_of=t))
            roots = {
                (renamed.text(root.id), root.state, root.shadow, frozenset((r.code, r.since) for r in root.reasons))
                for root in answer.roots
            }
            rows.append((roots, {renamed.text(unknown.id) for unknown in answer.unknown}))
        assert rows[0] == rows[1]


@laws
@given(seeds, st.integers(0, 40), seeds, st.sampled_from(MOMENTS))
def test_renaming_changes_no_reach_and_no_owner(seed: int, size: int, other: int, t: int) -> None:
    world = drawn(seed, size)
    first, second = both(world, other)
    new = {old: name for name, old in second.name_of.items()}
    assert owners(first, t) == owners(second, t)
    dice = random.Random(seed)
    ids = sorted({node for run in world.runs for record in run.records for node in ids_of(record)})
    for node in dice.sample(ids, min(4, len(ids))):
        assert reached(first, node, t) == reached(second, new[node], t)
