"""Groups that stand for everybody: of a domain, who signs in, anybody; against the plain oracle and by hand."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node, Record, RunHeader
from graph.moment import DAY, read_moment
from graph.ontology import Permission
from graph.snapshot import Basis, Snapshot, snapshot_of
from graph.snapshot.restrict import Visibility, restrict
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import access_paths, blast_radius, exposure, orphaned_paths, ranking
from tests.oracles.reach import Oracle
from tests.oracles.world import MOMENTS, OBSERVED, POOL, Run, World, drawn, frozen, interval, only

NOW = read_moment("2026-11-30")
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
    assert (answer.total, [reason.code for reason in answer.completeness.notes]) == (0, ["START_DOES_NOT_CONVEY"])


def test_public_is_said_in_every_answer_that_it_is_part_of() -> None:
    snapshot, closed = frozen(organisation(EVERYONE, OUTSIDE)), frozen(organisation(EVERYONE))
    gone = Node(id="Identity:hr/gone", props={"type": "human", "status": "departed"})
    left = frozen(World((*organisation(OUTSIDE).runs, Run(RunHeader(source="z:z", observed_at=OBSERVED), (gone,)))))

    def said(answer: Any) -> list[str]:
        assert answer.completeness.status.name == "COMPLETE"
        return [reason.detail for reason in answer.completeness.notes if reason.code == "PUBLIC"]

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


def loaded(folder: Path, files: dict[str, str]) -> Snapshot:
    """The files, loaded one after the other through their connectors."""
    store = MemoryStore()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        drafts, skipped = load_runs([folder / Path(name).parts[0]], Context(NOW, salt=b"salt of a test"))
        assert skipped == []
        ingest(store, drafts)
    return snapshot_of(store, NOW)


HR = "\n".join(
    (
        '{"record":"run","source":"hr:w","observed_at":"2026-11-29T06:00:00Z","complete":["Identity"]}',
        *(
            json.dumps({"record": "node", "id": f"Identity:hr/{who}", "props": {"type": "human", "emails": [address]}})
            for who, address in (("ada", "ada@acme.example"), ("bo", "bo@acme.example"), ("cy", "cy@other.example"))
        ),
    )
)


@pytest.mark.parametrize(
    ("member", "has"),
    [
        ("domain:acme.example", {"ada", "bo"}),
        ("domain:ACME.example", {"ada", "bo"}),
        ("allAuthenticatedUsers", {"ada", "bo", "cy"}),
        ("allUsers", {"ada", "bo", "cy"}),
        ("user:bo@acme.example", {"bo"}),
    ],
)
def test_grants_of_google_cloud_to_everybody_reach_people_whom_only_the_directory_lists(
    member: str, has: set[str], tmp_path: Path
) -> None:
    policy = {"bindings": [{"role": "roles/bigquery.dataViewer", "members": [member]}]}
    files = {"hr.jsonl": HR, "gcp/acme/projects/harbor-prod/policy.json": json.dumps(policy)}
    snapshot = loaded(tmp_path, files)
    [target] = [text for text in snapshot.ids if text.startswith("DataSource:") and text.endswith("bigquery")]
    found = exposure.run(snapshot, exposure.Params(target=target, as_of=NOW, kinds=("Identity",)))
    assert {row.id.partition("/")[2]: row.permission for row in found.reached} == dict.fromkeys(has, "READ")


def test_a_google_group_whose_member_is_the_whole_customer_holds_everybody_in_its_domains(tmp_path: Path) -> None:
    user = {"kind": "admin#directory#user", "id": "1", "customerId": "C01", "primaryEmail": "ann@acme.example"}
    files = {
        "hr.jsonl": HR,
        "google/users.json": json.dumps({"kind": "admin#directory#users", "users": [user]}),
        "google/groups.json": json.dumps({"kind": "admin#directory#groups", "groups": [{"id": "g1", "name": "All"}]}),
    }
    snapshot = loaded(tmp_path, files)
    customer = next(text for text in snapshot.ids if text.startswith("Group:") and text.endswith("/C01"))
    found = exposure.run(snapshot, exposure.Params(target=customer, as_of=NOW, kinds=("Identity",)))
    assert {row.id for row in found.reached} >= {"Identity:hr/ada", "Identity:hr/bo"}
    assert "Identity:hr/cy" not in {row.id for row in found.reached}


def test_a_snapshot_names_the_source_of_memberships_that_follow_from_a_rule() -> None:
    snapshot = frozen(organisation(EVERYONE))
    for part in (
        snapshot,
        restrict(snapshot, Visibility(np.ones(snapshot.count, bool), np.ones(snapshot.count, bool))),
    ):
        rows = np.flatnonzero(part.edges.claimed_by == part.everybody_source)
        assert part.sources[part.everybody_source] == "remit:everybody"
        assert {part.ids[node] for node in part.edges.target[rows].tolist()} == {EVERYONE}
