"""Groups that stand for everybody: of a domain, who signs in, anybody; against the plain oracle and by hand."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node, Record, RunHeader
from graph.moment import DAY
from graph.ontology import Permission
from graph.snapshot import Basis
from queries import access_paths, blast_radius, exposure, orphaned_paths, ranking
from tests.oracles.reach import Oracle
from tests.oracles.world import MOMENTS, OBSERVED, POOL, Run, World, drawn, frozen, interval, only

laws = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def opened(seed: int, size: int) -> World:
    """A random world in which some groups stand for everybody, and people and accounts have addresses of their own."""
    dice, world = random.Random(seed), drawn(seed, size)
    records: list[Record] = []
    for group in POOL["Group"]:
        since, until = interval(dice)
        props: dict[str, Any] = {"members": dice.choice(("domain", "signed_in", "public"))}
        if props["members"] == "domain" or dice.random() < 0.3:
            props["domains"] = dice.sample(("in.example", "out.example"), dice.randint(1, 2))
        if dice.random() < 0.6 and (since is None or since != until):
            records.append(Node(id=group, props=props, since=since, until=until))
    for kind, name in (("Identity", "emails"), ("Account", "email")):
        for number, node in enumerate(POOL[kind]):
            address = f"{kind.lower()}{number}@{dice.choice(('in', 'out', 'far'))}.example"
            if dice.random() < 0.6:
                records.append(Node(id=node, props={name: [address] if kind == "Identity" else address}))
    if not records:
        return world
    return World((*world.runs, Run(RunHeader(source="x:c", observed_at=OBSERVED), tuple(records))))


@laws
@given(st.builds(opened, st.integers(0, 2**32), st.integers(0, 40)), st.sampled_from(MOMENTS), st.sampled_from(Basis))
def test_whoever_a_group_stands_for_has_what_it_has(world: World, t: int, basis: Basis) -> None:
    oracle, snapshot = Oracle(world), frozen(world)
    for start in oracle.ids:
        answer = blast_radius.run(snapshot, blast_radius.Params(start=(start,), as_of=t, basis=basis))
        expected = oracle.reach([start], t, basis.name)
        assert {row.id: row.hops for row in answer.reached} == {node: hops for node, (_, hops) in expected.items()}


EVERYONE, OUTSIDE, COMPANY = "Group:gcp/allAuthenticatedUsers", "Group:gcp/allUsers", "Group:gcp/domain:in.example"
ANN, BEN, OLD = "Identity:hr/ann", "Identity:hr/ben", "Account:x/old"
DATA = "DataSource:db/d"


def organisation(*groups: str) -> World:
    said = {
        EVERYONE: {"members": "signed_in"},
        OUTSIDE: {"members": "public"},
        COMPANY: {"members": "domain", "domains": ["IN.example"]},
    }
    records: list[Record] = [
        Node(id=ANN, props={"type": "human", "status": "active", "emails": ["ann@in.example"]}),
        Node(id=BEN, props={"type": "human", "status": "active", "emails": ["ben@in.example.out.example"]}),
        Node(id=OLD, props={"status": "suspended", "email": "old@in.example"}),
    ]
    for group in groups:
        records.append(Node(id=group, props=said[group]))
        records.append(Edge(kind="CAN_ACCESS", source=group, target=DATA, permission=Permission.READ))
    return only(*records)


def who(world: World) -> dict[str, str]:
    """Who reaches the data, and the evidence of the first edge."""
    answer = exposure.run(frozen(world), exposure.Params(target=DATA, as_of=OBSERVED))
    return {row.id: row.witness[0].evidence or "" for row in answer.reached if not row.id.startswith("Group:")}


def test_a_domain_is_everybody_with_an_address_in_it_and_the_edge_names_the_rule() -> None:
    assert who(organisation(COMPANY)) == {ANN: "everybody with an address in in.example is a member"}


def test_everybody_who_signs_in_is_everybody_who_conveys() -> None:
    rule = "everybody who signs in is a member"
    assert who(organisation(EVERYONE)) == {ANN: rule, BEN: rule}


def test_a_group_of_everybody_keeps_nobody_alive() -> None:
    ended = Edge(kind="HAS_ACCOUNT", source=ANN, target="Account:x/gone", until=OBSERVED - DAY)
    world = organisation(EVERYONE)
    [run] = world.runs
    world = World((Run(run.header, (*run.records, ended)),))
    assert "Account:x/gone" not in who(world)
    answer = blast_radius.run(frozen(world), blast_radius.Params(start=("Account:x/gone",), as_of=OBSERVED))
    assert (answer.total, [reason.code for reason in answer.completeness.reasons]) == (0, ["START_DOES_NOT_CONVEY"])


def test_public_is_said_in_every_answer_that_it_is_part_of() -> None:
    snapshot, closed = frozen(organisation(EVERYONE, OUTSIDE)), frozen(organisation(EVERYONE))
    gone = Node(id="Identity:hr/gone", props={"type": "human", "status": "departed"})
    left = frozen(World((*organisation(OUTSIDE).runs, Run(RunHeader(source="z:z", observed_at=OBSERVED), (gone,)))))

    def said(answer: Any) -> list[str]:
        assert answer.completeness.status.name == "COMPLETE"
        return [reason.detail for reason in answer.completeness.reasons if reason.code == "PUBLIC"]

    public = [f"{OUTSIDE} is anybody, also outside"]
    radius = blast_radius.Params(start=(ANN,), as_of=OBSERVED)
    assert (said(blast_radius.run(snapshot, radius)), said(blast_radius.run(closed, radius))) == (public, [])
    exposed = exposure.Params(target=DATA, as_of=OBSERVED)
    assert (said(exposure.run(snapshot, exposed)), said(exposure.run(closed, exposed))) == (public, [])
    ways = access_paths.Params(origin=ANN, target=DATA, as_of=OBSERVED)
    assert (said(access_paths.run(snapshot, ways)), said(access_paths.run(closed, ways))) == (public, [])
    ranked = ranking.Params(as_of=OBSERVED)
    assert (said(ranking.run(snapshot, ranked)), said(ranking.run(closed, ranked))) == (public, [])
    assert said(orphaned_paths.run(left, orphaned_paths.Params(as_of=OBSERVED))) == public


def test_edges_of_everybody_are_as_many_as_there_are_people() -> None:
    people = tuple(Node(id=f"Identity:hr/{n}", props={"emails": [f"p{n}@in.example"]}) for n in range(300))
    snapshot = frozen(only(*people, Node(id=COMPANY, props={"members": "domain", "domains": ["in.example"]})))
    assert len(snapshot.edges) == 300
