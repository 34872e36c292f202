"""Next owners: the proposals of random worlds are those of a plain oracle, and what a single source tells is enough."""

from __future__ import annotations

import os
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node, RunHeader, Usage
from graph.moment import DAY
from queries import orphaned_paths
from queries.base import as_json
from tests.oracles.next_owner import NextOwnerOracle
from tests.oracles.owners import Owners
from tests.oracles.world import MOMENTS, OBSERVED, POOL, Run, World, drawn, frozen, only, shuffled

# REMIT_TEST_NEXT_OWNERS=2000 tries so many worlds.
WORLDS = int(os.environ.get("REMIT_TEST_NEXT_OWNERS", "40"))
laws = settings(max_examples=WORLDS, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def peopled(seed: int) -> tuple[World, dict[str, str]]:
    """A random world with more people, who report to each other and leave, and makers of keys and accounts."""
    dice, world = random.Random(seed), drawn(seed, 40)
    staff = tuple(f"Identity:hr/{number}" for number in range(3, 9))
    created_by: dict[str, str] = {}
    records: list[Any] = []
    for person in (*staff, *POOL["Identity"]):
        status = dice.choice(("active", "active", "departed", "suspended"))
        records.append(Node(id=person, props={"type": "human", "status": status}))
    dates = [(None, None), (None, None), (None, 20 * DAY), (None, 40 * DAY), (20 * DAY, 40 * DAY), (40 * DAY, None)]
    edges: dict[Any, Edge] = {}
    for _ in range(dice.randint(0, 20)):
        kind, sources, targets = dice.choice(
            [
                ("REPORTS_TO", (*staff, *POOL["Identity"]), (*staff, *POOL["Identity"])),
                ("MEMBER_OF", staff, POOL["Group"]),
                ("ANSWERS_FOR", staff, POOL["Group"]),
                ("HAS_ACCOUNT", staff, POOL["Account"]),
            ]
        )
        since, until = dice.choice(dates)
        source, target = dice.choice(sources), dice.choice(targets)
        edges[kind, source, target, since] = Edge(kind=kind, source=source, target=target, since=since, until=until)
    for node in (*POOL["Account"], *POOL["Credential"], *POOL["McpServer"]):
        if dice.random() < 0.4:
            created_by[node] = dice.choice((*staff, *POOL["Account"]))
            records.append(Node(id=node, props={"created_by": created_by[node]}))
    header = RunHeader(source="hr:all", observed_at=OBSERVED, complete=("Identity",))
    return World((*world.runs, Run(header, (*records, *edges.values())))), created_by


@laws
@given(st.integers(0, 2**32), st.sampled_from(MOMENTS))
def test_proposals_are_those_of_the_oracle_in_its_order(seed: int, t: int) -> None:
    world, created_by = peopled(seed)
    owners = Owners(world, t)
    oracle = NextOwnerOracle(owners, owners.judge(), created_by)
    answer = orphaned_paths.run(frozen(world), orphaned_paths.Params(as_of=t))
    for root in answer.roots:
        expected = oracle.proposals(root.id) if root.state == "ORPHANED" else []
        assert [(person.id, person.reason) for person in root.next_owner] == expected, root.id
        assert all(person.id in oracle.here and person.evidence for person in root.next_owner)
    again = orphaned_paths.run(frozen(shuffled(world, seed)), orphaned_paths.Params(as_of=t))
    assert [root.next_owner for root in again.roots] == [root.next_owner for root in answer.roots]


GONE, HEAD, TOP, KEEN = (f"Identity:hr/{name}" for name in ("gone", "head", "top", "keen"))
KEY, TEAM = "Credential:x/key", "Group:hr/team"
HUMAN = {"type": "human", "status": "active"}


def left_behind(*records: Any, **key: str) -> World:
    """Gone departed and holds a key that reads data."""
    return only(
        Node(id=GONE, props={"type": "human", "status": "departed"}),
        *(Node(id=person, name=person.partition("/")[2].title(), props=HUMAN) for person in (TOP, KEEN)),
        Node(id=KEY, props=key),
        Edge(kind="HAS_CREDENTIAL", source=GONE, target=KEY),
        Edge(kind="CAN_ACCESS", source=KEY, target="DataSource:db/d"),
        *records,
        complete=("Identity",),
    )


def proposed(world: World) -> list[tuple[str, str, str]]:
    answer = orphaned_paths.run(frozen(world), orphaned_paths.Params(as_of=50 * DAY))
    (root,) = answer.roots
    return [(person.name, person.reason, person.evidence) for person in root.next_owner]


def test_what_no_source_tells_is_not_invented() -> None:
    assert proposed(left_behind()) == []


def test_a_manager_who_left_too_hands_on_to_the_next_one_up() -> None:
    world = left_behind(
        Node(id=HEAD, props={"type": "human", "status": "departed"}),
        Edge(kind="REPORTS_TO", source=GONE, target=HEAD, until=45 * DAY),
        Edge(kind="REPORTS_TO", source=HEAD, target=TOP),
    )
    text = f"{GONE} reported until 1970-02-15T00:00:00Z to {HEAD}, who reports to {TOP}"
    answer = orphaned_paths.run(frozen(world), orphaned_paths.Params(as_of=50 * DAY))
    assert [(p.name, p.reason, p.evidence) for p in answer.roots[0].next_owner] == [("Top", "MANAGER", text)]


KEENS = Edge(kind="HAS_ACCOUNT", source=KEEN, target="Account:x/keen")


def test_whoever_uses_it_most_is_proposed() -> None:
    server = "McpServer:mcp/s"
    world = left_behind(
        KEENS,
        Edge(kind="ANSWERS_FOR", source=GONE, target=server),
        Usage(principal="Account:x/keen", resource=server, day=45, requests=7),
    )
    assert proposed(world) == [
        ("Keen", "HEAVIEST_USER", f"{KEEN} made 7 requests to it in 30 days, nobody who is here more")
    ]


def test_whoever_made_it_is_proposed() -> None:
    world = left_behind(KEENS, created_by="Account:x/keen")
    assert proposed(world) == [("Keen", "CREATOR", f"{KEY} was created by Account:x/keen")]


def test_whoever_answers_for_the_team_is_proposed() -> None:
    world = left_behind(
        Edge(kind="MEMBER_OF", source=GONE, target=TEAM), Edge(kind="ANSWERS_FOR", source=KEEN, target=TEAM)
    )
    assert proposed(world) == [("Keen", "GROUP_OWNER", f"{KEEN} answers for {TEAM}, which has {GONE}")]


def test_the_revocation_set_is_computed_only_when_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    run = orphaned_paths.revocation.run

    def counted(*arguments: Any) -> Any:
        asked.append(1)
        return run(*arguments)

    monkeypatch.setattr(orphaned_paths.revocation, "run", counted)
    world = left_behind(Node(id="DataSource:db/d", props={"sensitivity": "restricted"}))
    answer = orphaned_paths.run(frozen(world), orphaned_paths.Params(as_of=50 * DAY))
    assert asked == []
    document = as_json(answer)["revocation"]
    assert as_json(answer)["revocation"] == document
    assert asked == [1]
    whole = orphaned_paths.revocation.run(frozen(world), orphaned_paths.revocation.Params(as_of=50 * DAY))
    assert document == {
        "edges": as_json(whole.edges),
        "roots": list(whole.nodes),
        "cost": whole.cost,
        "collateral": [],
        "proven": True,
    }
    assert document["cost"] == 1
