"""A group that Workspace lists by id and Google Cloud names by address is one: what members reach through its grants."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node, Record, RunHeader
from graph.ontology import Permission
from queries import blast_radius, exposure
from tests.oracles.world import OBSERVED, Run, World, frozen

GROUPS, PEOPLE, DATA = 4, 3, 3


def google_group(number: int) -> str:
    return f"Group:google/acme/0{number}"


def gcp_group(number: int, *, alias: bool = False) -> str:
    return f"Group:gcp/{'old-' if alias else ''}g{number}@acme.example"


def two_systems(seed: int) -> tuple[list[Record], list[Record]]:
    """(what Workspace says of people and groups, what Google Cloud says of grants and service accounts)."""
    dice = random.Random(seed)
    workspace: list[Record] = []
    cloud: list[Record] = []
    for number in range(GROUPS):
        emails = [f"G{number}@acme.example", f"old-g{number}@acme.example"]
        workspace.append(Node(id=google_group(number), name=f"Group {number}", props={"emails": emails}))
        if dice.random() < 0.5:
            cloud.append(Node(id=gcp_group(number), props={"type": "directory_group"}))
    for number in range(PEOPLE):
        person = f"Identity:google/acme/1{number}"
        props = {"type": "human", "status": "active", "emails": [f"p{number}@acme.example"]}
        workspace.append(Node(id=person, props=props))
        member, group = dice.choice((person, "Account:gcp/robot@x.iam.gserviceaccount.com")), dice.randrange(GROUPS)
        workspace.append(Edge(kind="MEMBER_OF", source=member, target=google_group(group)))
        inner, outer = dice.sample(range(GROUPS), 2)
        nested = Edge(kind="MEMBER_OF", source=google_group(inner), target=google_group(outer))
        workspace += [] if nested in workspace else [nested]
        account = f"Account:gcp/p{number}@acme.example"
        cloud.append(Node(id=account, props={"email": f"p{number}@acme.example"}))
        if dice.random() < 0.5:
            cloud.append(Edge(kind="MEMBER_OF", source=account, target=gcp_group(dice.randrange(GROUPS))))
    for number in range(DATA):
        principal = gcp_group(dice.randrange(GROUPS), alias=dice.random() < 0.3)
        permission = dice.choice((Permission.READ, Permission.WRITE))
        cloud.append(
            Edge(kind="CAN_ACCESS", source=principal, target=f"DataSource:gcp/d{number}", permission=permission)
        )
    return workspace, cloud


def in_one_spelling(record: Record) -> Record:
    """The record as if Google Cloud wrote the id that Workspace gives to a group."""
    spelled = {gcp_group(n, alias=alias): google_group(n) for n in range(GROUPS) for alias in (False, True)}
    if isinstance(record, Edge):
        ends = {
            "source": spelled.get(record.source, record.source),
            "target": spelled.get(record.target, record.target),
        }
        return Edge(kind=record.kind, permission=record.permission, **ends)
    return Node(id=spelled.get(record.id, record.id), props=record.props) if isinstance(record, Node) else record


def world(*systems: tuple[str, list[Record]]) -> World:
    return World(tuple(Run(RunHeader(source=source, observed_at=OBSERVED), tuple(rows)) for source, rows in systems))


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32))
def test_members_in_one_system_reach_what_the_other_grants(seed: int) -> None:
    workspace, cloud = two_systems(seed)
    snapshot = frozen(world(("google:acme", workspace), ("gcp:acme", cloud)))
    plain = frozen(world(("google:acme", workspace), ("gcp:acme", [in_one_spelling(row) for row in cloud])))
    for number in range(PEOPLE):
        params = blast_radius.Params(start=(f"Identity:google/acme/1{number}",), as_of=OBSERVED)
        answers = [blast_radius.run(s, params).reached for s in (snapshot, plain)]
        rows, expected = (
            {(row.id, row.permission, row.hops) for row in answer if row.kind != "Group"} for answer in answers
        )
        assert rows == expected
    for number in range(DATA):
        target = exposure.Params(target=f"DataSource:gcp/d{number}", as_of=OBSERVED)
        people, expected_people = (
            {row.id for row in exposure.run(s, target).reached if row.kind != "Group"} for s in (snapshot, plain)
        )
        assert people == expected_people


@pytest.mark.parametrize("order", [1, -1])
def test_either_id_finds_the_group(order: int) -> None:
    systems = [
        ("google:acme", [Node(id=google_group(1), name="Payments", props={"emails": ["g1@acme.example"]})]),
        ("gcp:acme", [Node(id=gcp_group(1)), Node(id=gcp_group(2))]),
    ]
    snapshot = frozen(world(*systems[::order]))
    assert snapshot.index_of(google_group(1)) == snapshot.index_of(gcp_group(1))
    assert snapshot.ids[snapshot.index_of(google_group(1))] == gcp_group(1)
    assert snapshot.index_of(gcp_group(2)) != snapshot.index_of(gcp_group(1))


def test_an_address_that_two_groups_have_means_neither() -> None:
    groups: list[Record] = [Node(id=google_group(n), props={"emails": ["g1@acme.example"]}) for n in (1, 2)]
    snapshot = frozen(world(("google:acme", groups), ("gcp:acme", [Node(id=gcp_group(1))])))
    assert len({snapshot.index_of(node) for node in (google_group(1), google_group(2), gcp_group(1))}) == 3


def test_an_address_that_moved_means_the_group_that_has_it_now() -> None:
    header = RunHeader(source="google:acme", observed_at=OBSERVED, complete=("Group",))
    later = RunHeader(source="google:acme", observed_at=OBSERVED + 10**9, complete=("Group",))
    moved = World(
        (
            Run(header, (Node(id=google_group(1), props={"emails": ["g1@acme.example"]}), Node(id=google_group(2)))),
            Run(later, (Node(id=google_group(1)), Node(id=google_group(2), props={"emails": ["g1@acme.example"]}))),
            Run(RunHeader(source="gcp:acme", observed_at=OBSERVED), (Node(id=gcp_group(1)),)),
        )
    )
    snapshot = frozen(moved)
    assert snapshot.index_of(gcp_group(1)) == snapshot.index_of(google_group(2))
    assert snapshot.index_of(gcp_group(1)) != snapshot.index_of(google_group(1))
