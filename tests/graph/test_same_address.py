"""Two records of one source with one address (rule 3a): who is one person, whose status counts, whose the accounts are."""

from __future__ import annotations

from typing import Any

import pytest

from graph.claims import Decision, Edge, Node, RunHeader
from graph.moment import DAY
from graph.ontology import Permission
from graph.snapshot import Snapshot
from queries import orphaned_paths
from tests.oracles.world import Run, World, frozen

T = 100 * DAY
ADDRESS = "j.smith@acme.example"
ACCOUNT, DATA = "Account:tool/js", "DataSource:x/db"
GONE_FIRST, GONE_LAST = ("100", "200"), ("300", "200")


def hr(*records: Node, at: int = T, source: str = "hr:w", complete: tuple[str, ...] = ("Identity",)) -> Run:
    return Run(RunHeader(source=source, observed_at=at, complete=complete), records)


def smith(key: str, status: str = "active", name: str | None = "J. Smith", **more: Any) -> Node:
    interval = {key: more.pop(key) for key in ("since", "until") if key in more}
    props = {"type": "human", "status": status, "emails": [ADDRESS]} | more
    return Node(id=f"Identity:hr/{key}", name=name, props=props, **interval)


def tool(at: int = T, **props: Any) -> Run:
    records = (
        Node(id=DATA, props={"sensitivity": "restricted"}),
        Node(id=ACCOUNT, props={"email": ADDRESS, "status": "active"} | props),
        Edge(kind="CAN_ACCESS", source=ACCOUNT, target=DATA, permission=Permission.READ),
    )
    header = RunHeader(source="tool:x", observed_at=at, complete=("Account", "CAN_ACCESS", "DataSource"))
    return Run(header, records)


def holders(snapshot: Snapshot) -> set[str]:
    edges = snapshot.edges
    rows = (edges.of("HAS_ACCOUNT") & edges.valid_at(T)).nonzero()[0]
    return {snapshot.ids[edges.source[row]] for row in rows}


def roots(snapshot: Snapshot) -> dict[str, list[str]]:
    answer = orphaned_paths.run(snapshot, orphaned_paths.Params(as_of=T))
    assert answer.unknown == ()
    return {root.id: [reason.code for reason in root.reasons] for root in answer.roots}


@pytest.mark.parametrize(("gone", "there"), [GONE_FIRST, GONE_LAST])
def test_of_two_people_with_one_address_the_account_is_whose_it_was_when_it_began(gone: str, there: str) -> None:
    left = smith(gone, "departed", f"J. Smith {gone}", departed_at="1970-02-01")
    snapshot = frozen(World((hr(left, smith(there, name="J. Smith 200")), tool())))
    assert [conflict["why"] for conflict in snapshot.info["conflicts"]] == ["DIFFERENT_NAMES"]
    assert holders(snapshot) == {f"Identity:hr/{there}"}
    assert roots(snapshot) == {}


@pytest.mark.parametrize(("gone", "there"), [GONE_FIRST, GONE_LAST])
def test_an_account_from_before_the_other_came_is_the_leavers(gone: str, there: str) -> None:
    left = smith(gone, "departed", "Jo Smith", departed_at="1970-03-02")
    there_since = smith(there, since=70 * DAY)
    snapshot = frozen(World((hr(left, there_since), tool(created_at="1970-01-15"))))
    assert holders(snapshot) == {f"Identity:hr/{gone}"}
    assert roots(snapshot) == {f"Identity:hr/{gone}": ["DEPARTED_OWNER"]}


@pytest.mark.parametrize(("gone", "there"), [GONE_FIRST, GONE_LAST])
@pytest.mark.parametrize("name", ["J. Smith", "j.  SMITH "])
def test_one_person_in_two_spells_has_the_status_of_the_active_record(gone: str, there: str, name: str) -> None:
    left = smith(gone, "departed", name, departed_at="1970-02-01", department="Sales", title="Clerk")
    snapshot = frozen(World((hr(left, smith(there, department="Research")), tool())))
    person = snapshot.index_of(f"Identity:hr/{there}")
    assert snapshot.index_of(f"Identity:hr/{gone}") == person
    props = snapshot.props(person, T)
    assert (props["status"], props["department"], props["title"]) == ("active", "Research", "Clerk")
    # Whoever is back has not left, and the day of the first leaving is not that of the next.
    assert snapshot.prop(person, "departed_at", T) is None
    assert roots(snapshot) == {}


@pytest.mark.parametrize(("gone", "there"), [GONE_FIRST, GONE_LAST])
def test_the_same_external_id_makes_one_whatever_the_names(gone: str, there: str) -> None:
    left = smith(gone, "departed", "Ann Bell", external_id="e1")
    snapshot = frozen(World((hr(left, smith(there, name="Ann Smith", external_id="e1")),)))
    assert snapshot.prop(snapshot.index_of(f"Identity:hr/{gone}"), "status", T) == "active"


def test_a_leaving_record_that_opened_last_does_not_outweigh_the_active_one() -> None:
    runs = (hr(smith("100"), at=T - 9), hr(smith("100", "departed"), smith("200"), at=T - 5))
    later = hr(smith("100", "departed", title="Clerk"), smith("200"), at=T - 1)
    snapshot = frozen(World((*runs, later)))
    person = snapshot.index_of("Identity:hr/200")
    assert [snapshot.prop(person, "status", t) for t in (T - 9, T - 5, T - 1, T)] == ["active"] * 4


def test_two_records_that_were_active_at_once_stay_two_people() -> None:
    runs = (hr(smith("100"), smith("200"), at=T - 9), hr(smith("100", "departed"), smith("200"), at=T - 5))
    snapshot = frozen(World((*runs, tool())))
    assert [conflict["why"] for conflict in snapshot.info["conflicts"]] == ["ACTIVE_AT_ONCE"]
    # Both were there when the account was first seen but for the leaver: it is the active one's.
    assert holders(snapshot) == {"Identity:hr/200"}


def test_records_of_another_source_join_the_one_who_is_there_with_them() -> None:
    okta = [
        Node(id=f"Identity:okta/{key}", name="Jo", props={"type": "human", "status": status, "emails": [ADDRESS]})
        for key, status in (("1", "active"), ("2", "departed"))
    ]
    people = hr(smith("100", "departed", "Jo Smith"), smith("200"))
    snapshot = frozen(World((people, hr(okta[0], source="okta:x"))))
    assert snapshot.index_of("Identity:okta/1") == snapshot.index_of("Identity:hr/200")
    # Nobody can say whose a closed record is.
    snapshot = frozen(World((people, hr(okta[1], source="okta:x"))))
    assert len({snapshot.index_of(node) for node in ("Identity:hr/100", "Identity:hr/200", "Identity:okta/2")}) == 3
    assert {conflict["why"] for conflict in snapshot.info["conflicts"]} == {"DIFFERENT_NAMES", "AMBIGUOUS"}


def test_who_is_configured_by_the_address_is_the_one_who_is_there() -> None:
    edge = Edge(kind="CONNECTS_TO", source=f"Identity:email/{ADDRESS}", target="McpServer:mcp/x")
    run = Run(RunHeader(source="mcp:x", observed_at=T), (edge,))
    snapshot = frozen(World((hr(smith("100", "departed", "Jo Smith"), smith("200")), run)))
    assert snapshot.index_of(f"Identity:email/{ADDRESS}") == snapshot.index_of("Identity:hr/200")


def decided(kind: str, *ids: str, at: int = 1) -> Decision:
    return Decision(kind=kind, ids=ids, by="sam@x.example", at=at)


def test_a_person_decides_against_rule_3a() -> None:
    people = hr(smith("100", "departed", "Jo Smith"), smith("200"))
    link = decided("link", "Identity:hr/100", "Identity:hr/200")
    snapshot = frozen(World((people, tool()), (link,)))
    assert snapshot.prop(snapshot.index_of("Identity:hr/100"), "status", T) == "active"
    account = decided("link", ACCOUNT, "Identity:hr/100"), decided("unlink", ACCOUNT, "Identity:hr/200")
    assert roots(frozen(World((people, tool()), account))) == {"Identity:hr/100": ["DEPARTED_OWNER"]}
