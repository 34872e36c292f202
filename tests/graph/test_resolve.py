"""One person, one identity: the rules, what keeps people apart, and that nothing depends on the order of telling."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.address import canonical_address
from graph.claims import Decision, Edge, Node, Record, RunHeader
from graph.decisions import decision_key
from graph.moment import DAY
from graph.ontology import Permission
from graph.resolve import ACTIVE, INACTIVE, UNKNOWN, Listing, Person, resolve_people
from graph.snapshot import Snapshot
from queries import blast_radius
from queries.subject import find_node
from tests.oracles.world import Run, World, frozen

T = 100 * DAY
HR, OKTA = "Identity:hr/1", "Identity:okta/00u1"
ACCOUNT, DATA = "Account:x/a", "DataSource:db/d"


def said(source: str, *records: Record, at: int = T, complete: tuple[str, ...] = ("Identity", "Account")) -> Run:
    return Run(RunHeader(source=source, observed_at=at, complete=complete), records)


def person(node: str, **props: Any) -> Node:
    return Node(id=node, props={"type": "human", "status": "active"} | props)


def decided(kind: str, *ids: str, at: int = 1) -> Decision:
    return Decision(kind=kind, ids=ids, by="sam@x.example", at=at)


def one(snapshot: Snapshot, *ids: str) -> bool:
    return len({snapshot.index_of(node) for node in ids}) == 1


def two_people(left: dict[str, Any], right: dict[str, Any], *decisions: Decision) -> Snapshot:
    return frozen(World((said("hr:x", person(HR, **left)), said("okta:x", person(OKTA, **right))), decisions))


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        ({"subject": "s1"}, {"subject": "s1"}, "SUBJECT"),
        ({"external_id": "e1"}, {"external_id": "e1"}, "EXTERNAL_ID"),
        ({"emails": ["ada@x.example"]}, {"emails": [" Ada@X.example "]}, "EMAIL"),
        ({"emails": ["ada@x.example", "a.b@x.example"]}, {"emails": ["a.b@x.example"]}, "EMAIL"),
    ],
)
def test_a_common_subject_external_id_or_address_makes_one(left: Any, right: Any, rule: str) -> None:
    snapshot = two_people(left, right)
    assert one(snapshot, HR, OKTA)
    assert [merged["rule"] for merged in snapshot.info["merged"]] == [rule]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"emails": ["ada@x.example"]}, {"emails": ["ada+test@x.example"]}),
        ({"subject": "s1"}, {"external_id": "s1"}),
        ({"subject": "s1"}, {"subject": "S1"}),
        ({}, {}),
    ],
)
def test_a_tag_a_case_another_field_or_a_name_alone_never_merges(left: Any, right: Any) -> None:
    world = World(
        (
            said("hr:x", Node(id=HR, name="Ada Byron", props=left)),
            said("okta:x", Node(id=OKTA, name="Ada Byron", props=right)),
        )
    )
    assert not one(frozen(world), HR, OKTA)


def test_the_canonical_id_is_the_least_in_byte_order_and_every_id_finds_the_node() -> None:
    ids = ("Identity:ä/1", "Identity:z/1", "Identity:Z/1")
    runs = tuple(said(f"s{n}:x", person(node, subject="s")) for n, node in enumerate(ids))
    snapshot = frozen(World(runs))
    place = snapshot.index_of(ids[0])
    assert snapshot.ids[place] == "Identity:Z/1"
    assert [find_node(snapshot, node) for node in ids] == [place] * 3
    assert snapshot.members(place) == ["Identity:z/1", "Identity:ä/1"]


def test_two_active_humans_of_one_source_with_one_address_are_a_conflict() -> None:
    two = [person(f"Identity:hr/{n}", emails=["team@x.example"]) for n in (1, 2)]
    snapshot = frozen(World((said("hr:x", *two),)))
    assert not one(snapshot, "Identity:hr/1", "Identity:hr/2")
    [conflict] = snapshot.info["conflicts"]
    assert (conflict["why"], conflict["value"]) == ("TWO_ACTIVE_HUMANS", "team@x.example")


def test_a_person_may_say_that_two_active_humans_are_one() -> None:
    two = [person(f"Identity:hr/{n}", emails=["team@x.example"]) for n in (1, 2)]
    snapshot = frozen(World((said("hr:x", *two),), (decided("link", "Identity:hr/1", "Identity:hr/2"),)))
    assert one(snapshot, "Identity:hr/1", "Identity:hr/2")
    assert snapshot.info["conflicts"] == []


def test_a_third_with_the_address_of_two_who_stay_apart_is_merged_with_neither() -> None:
    two = [person(f"Identity:hr/{n}", emails=["team@x.example"]) for n in (1, 2)]
    others = [person(f"Identity:{system}/9", emails=["team@x.example"]) for system in ("okta", "slack")]
    snapshot = frozen(World((said("hr:x", *two), *(said(f"{other.id[9:13]}:x", other) for other in others))))
    assert not any(one(snapshot, f"Identity:hr/{n}", "Identity:okta/9") for n in (1, 2))
    assert one(snapshot, "Identity:okta/9", "Identity:slack/9")
    assert {conflict["why"] for conflict in snapshot.info["conflicts"]} == {"TWO_ACTIVE_HUMANS", "AMBIGUOUS"}


def test_a_link_joins_and_an_unlink_keeps_apart_and_the_newest_word_holds() -> None:
    same = {"emails": ["ada@x.example"]}
    assert not one(two_people(same, same, decided("unlink", HR, OKTA)), HR, OKTA)
    assert one(two_people({}, {}, decided("link", HR, OKTA)), HR, OKTA)
    both = decided("link", HR, OKTA, at=5), decided("unlink", OKTA, HR, at=6)
    assert not one(two_people({}, {}, *both), HR, OKTA)
    assert one(two_people({}, {}, *both, decided("link", HR, OKTA, at=7)), HR, OKTA)


def test_an_unlink_survives_every_sync() -> None:
    runs = [said("hr:x", person(HR, emails=["a@x.example"])), said("okta:x", person(OKTA, emails=["a@x.example"]))]
    later = [Run(RunHeader(source=r.header.source, observed_at=T + 9, complete=("Identity",)), r.records) for r in runs]
    snapshot = frozen(World((*runs, *later), (decided("unlink", HR, OKTA),)))
    assert not one(snapshot, HR, OKTA)
    assert [conflict["why"] for conflict in snapshot.info["conflicts"]] == ["UNLINKED"]


def test_a_union_that_would_join_an_unlinked_pair_through_a_third_is_a_conflict() -> None:
    third = "Identity:slack/7"
    world = World(
        (
            said("hr:x", person(HR, subject="s1")),
            said("okta:x", person(OKTA, emails=["ada@x.example"])),
            said("slack:x", person(third, subject="s1", emails=["ada@x.example"])),
        ),
        (decided("unlink", HR, OKTA),),
    )
    snapshot = frozen(world)
    assert one(snapshot, HR, third)
    assert not one(snapshot, HR, OKTA)
    [conflict] = snapshot.info["conflicts"]
    assert {conflict["left"], conflict["right"]} == {OKTA, third}


def test_undoing_a_link_loses_nothing() -> None:
    before = two_people({"emails": ["a@x.example"]}, {"department": "Research"})
    after = two_people(
        {"emails": ["a@x.example"]},
        {"department": "Research"},
        decided("link", HR, OKTA, at=1),
        decided("unlink", HR, OKTA, at=2),
    )
    assert [after.props(p, T) for p in range(after.count)] == [before.props(p, T) for p in range(before.count)]


def test_a_merged_person_has_the_access_of_all_records() -> None:
    edges = [
        Edge(kind="CAN_ACCESS", source=HR, target="DataSource:db/1", permission=Permission.READ),
        Edge(kind="CAN_ACCESS", source=OKTA, target="DataSource:db/2", permission=Permission.WRITE),
    ]
    runs = (said("hr:x", person(HR, subject="s"), edges[0]), said("okta:x", person(OKTA, subject="s"), edges[1]))
    snapshot = frozen(World(runs))
    for start in (HR, OKTA):
        answer = blast_radius.run(snapshot, blast_radius.Params(start=(start,), as_of=T))
        assert {row.id: row.permission for row in answer.reached} == {
            "DataSource:db/1": "READ",
            "DataSource:db/2": "WRITE",
        }
        assert answer.start == (HR,)


def holders(snapshot: Snapshot, t: int, account: str = ACCOUNT) -> set[str]:
    edges = snapshot.edges
    rows = (edges.of("HAS_ACCOUNT") & edges.valid_at(t)).nonzero()[0]
    return {snapshot.ids[edges.source[row]] for row in rows if snapshot.ids[edges.target[row]] == account}


@pytest.mark.parametrize(
    ("who", "what"),
    [
        ({"subject": "s1"}, {"subject": "s1"}),
        ({"emails": ["ada@x.example"]}, {"email": " ADA@x.example"}),
        ({"subject": "s1", "emails": ["ada@x.example"]}, {"subject": "s1", "email": "ada@x.example"}),
    ],
)
def test_an_account_is_its_persons_by_subject_or_address(who: Any, what: Any) -> None:
    snapshot = frozen(World((said("hr:x", person(HR, **who)), said("x:x", Node(id=ACCOUNT, props=what)))))
    assert holders(snapshot, T) == {HR}


def test_an_address_of_two_people_is_nobodys_account() -> None:
    two = [person(f"Identity:hr/{n}", emails=["team@x.example"]) for n in (1, 2)]
    snapshot = frozen(World((said("hr:x", *two), said("x:x", Node(id=ACCOUNT, props={"email": "team@x.example"})))))
    assert holders(snapshot, T) == set()


def test_an_account_stays_attached_when_its_person_and_it_itself_end() -> None:
    runs = (
        said("hr:x", person(HR, emails=["ada@x.example"])),
        said("x:x", Node(id=ACCOUNT, props={"email": "ada@x.example"})),
        said("hr:x", at=T + 5),
        said("x:x", at=T + 9),
    )
    snapshot = frozen(World(runs))
    assert [holders(snapshot, t) for t in (T, T + 5, T + 9, T + 999)] == [{HR}] * 4
    assert snapshot.prop(snapshot.index_of(HR), "status", T + 5) == "departed"


def test_an_account_is_each_persons_while_it_bears_their_address() -> None:
    other = "Identity:hr/2"
    people = (person(HR, emails=["ada@x.example"]), person(other, emails=["bob@x.example"]))
    runs = [said("hr:x", *people)]
    for n, email in enumerate(("ada@x.example", "bob@x.example", "ada@x.example")):
        runs.append(said("x:x", Node(id=ACCOUNT, props={"email": email}), at=T + 5 * n))
    snapshot = frozen(World(tuple(runs)))
    assert [holders(snapshot, T + n) for n in (0, 4, 5, 9, 10, 99)] == [{HR}, {HR}, {other}, {other}, {HR}, {HR}]


def test_a_person_decides_whose_an_account_is_and_whose_it_is_not() -> None:
    runs = (
        said("hr:x", person(HR, emails=["ada@x.example"]), person("Identity:hr/2")),
        said("x:x", Node(id=ACCOUNT, props={"email": "ada@x.example"}), Node(id="Account:x/b")),
    )
    decisions = (decided("unlink", HR, ACCOUNT), decided("link", "Identity:hr/2", "Account:x/b"))
    snapshot = frozen(World(runs, decisions))
    assert (holders(snapshot, T), holders(snapshot, T, "Account:x/b")) == (set(), {"Identity:hr/2"})
    assert holders(snapshot, 1, "Account:x/b") == {"Identity:hr/2"}


POOL = [f"Identity:{system}/{n}" for system in ("a", "b", "ü") for n in (1, 2, 3)]


def crowd(seed: int) -> tuple[list[Person], list[Decision], list[tuple[str, str, str]]]:
    dice = random.Random(seed)
    people = [
        Person(
            id=node,
            emails=frozenset(e for e in ("p@x", "q@x", "r@x") if dice.random() < 0.25),
            subjects=frozenset(s for s in "st" if dice.random() < 0.2),
            external_ids=frozenset(s for s in "uv" if dice.random() < 0.1),
            listings=tuple(
                Listing(source, dice.choice(("ada", "bo", None)), dice.choice((ACTIVE, INACTIVE, UNKNOWN)))
                for source in ("hr", "okta")
                if dice.random() < 0.4
            ),
        )
        for node in POOL
        if dice.random() < 0.8
    ]
    decisions = [
        decided(dice.choice(("link", "unlink")), *dice.sample(POOL, dice.choice((2, 2, 3))), at=at)
        for at in range(dice.randint(0, 4))
    ]
    same = [(*dice.sample(POOL, 2), "x:y") for _ in range(dice.randint(0, 2))]
    return people, decisions, same  # type: ignore[return-value]


def active_in(person: Person) -> set[str]:
    return {listing.source for listing in person.listings if listing.status == ACTIVE}


laws = settings(max_examples=400, deadline=None)


@laws
@given(st.integers(0, 2**32))
def test_classes_are_what_the_rules_join_unless_something_stands_against_it(seed: int) -> None:
    people, decisions, same = crowd(seed)
    found = resolve_people(people, decisions, same)
    newest = {}
    for decision in decisions:
        for pair in combinations(decision.ids, 2):
            newest[frozenset(pair)] = decision.kind
    reasons = nx.Graph()
    reasons.add_nodes_from(POOL)
    reasons.add_edges_from(tuple(pair) for pair, kind in newest.items() if kind == "link")
    reasons.add_edges_from((left, right) for left, right, _ in same)
    for left, right in combinations(people, 2):
        if left.emails & right.emails or left.subjects & right.subjects or left.external_ids & right.external_ids:
            reasons.add_edge(left.id, right.id)
    classes: dict[str, set[str]] = {}
    for node in POOL:
        classes.setdefault(found.canonical.get(node, node), set()).add(node)
    known = {one.id: one for one in people}
    chosen = [tuple(pair) for pair, kind in newest.items() if kind == "link"]
    for root, members in classes.items():
        assert root == min(members, key=str.encode)
        assert nx.is_connected(reasons.subgraph(members))
        assert not any(newest.get(frozenset(pair)) == "unlink" for pair in combinations(members, 2))
        for left, right in combinations(sorted(members), 2):
            both = known.get(left), known.get(right)
            if both[0] and both[1] and active_in(both[0]) & active_in(both[1]):
                # Only a person may say that two whom one source tells apart are one.
                assert nx.has_path(nx.Graph([*chosen, (left, left), (right, right)]), left, right) or any(
                    {left, right} & set(pair) or pair[0] in members for pair in chosen
                )
    root_of = {node: root for root, members in classes.items() for node in members}
    told = {frozenset((root_of[c.left], root_of[c.right])) for c in found.conflicts}
    for left, right in reasons.edges:
        assert root_of[left] == root_of[right] or frozenset((root_of[left], root_of[right])) in told
    if not found.conflicts:
        assert {frozenset(m) for m in classes.values()} == {frozenset(m) for m in nx.connected_components(reasons)}


@laws
@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_the_order_of_telling_changes_no_class_and_no_conflict(seed: int, other: int) -> None:
    people, decisions, same = crowd(seed)
    dice = random.Random(other)
    again = resolve_people(
        dice.sample(people, len(people)), dice.sample(decisions, len(decisions)), dice.sample(same, len(same))
    )
    first = resolve_people(people, decisions, same)
    assert (again.canonical, again.merged, again.conflicts) == (first.canonical, first.merged, first.conflicts)


@given(st.emails(), st.sampled_from(("", " ", "\t")))
def test_addresses_are_compared_trimmed_and_in_lower_case(email: str, space: str) -> None:
    assert canonical_address(space + email.upper().lower() + space) == canonical_address(email.lower())
    assert canonical_address(canonical_address(email)) == canonical_address(email)


def linked_accounts(*decisions: Decision) -> tuple[set[str], set[str]]:
    runs = (
        said("hr:x", person(HR, emails=["ada@x.example"]), person("Identity:hr/2", emails=["bo@x.example"])),
        said("x:x", Node(id=ACCOUNT, props={"email": "ada@x.example"}), Node(id="Account:x/b"), Node(id="Account:x/c")),
    )
    snapshot = frozen(World(runs, decisions))
    return holders(snapshot, T), holders(snapshot, T, "Account:x/b")


@pytest.mark.parametrize("ids", [(ACCOUNT, "Account:x/b"), ("Account:x/b", ACCOUNT)])
def test_accounts_that_somebody_links_are_one_persons(ids: tuple[str, str]) -> None:
    assert linked_accounts(decided("link", *ids)) == ({HR}, {HR})
    through = decided("link", "Account:x/b", "Account:x/c"), decided("link", "Account:x/c", ACCOUNT)
    assert linked_accounts(*through) == ({HR}, {HR})
    assert linked_accounts(decided("link", *ids), decided("unlink", "Account:x/b", HR)) == ({HR}, set())
    assert linked_accounts(decided("link", *ids, at=1), decided("unlink", *ids, at=2)) == ({HR}, set())


@pytest.mark.parametrize("ids", [(HR, "Account:x/b"), ("Account:x/b", HR)])
def test_an_account_and_an_identity_are_linked_in_either_order(ids: tuple[str, str]) -> None:
    assert linked_accounts(decided("link", *ids)) == ({HR}, {HR})
    assert linked_accounts(decided("link", *ids, at=1), decided("unlink", *ids, at=2)) == ({HR}, set())


def test_an_unlink_outweighs_what_a_source_says() -> None:
    edge = Edge(kind="HAS_ACCOUNT", source=HR, target=ACCOUNT)
    runs = (said("hr:x", person(HR), edge), said("x:x", Node(id=ACCOUNT)))
    assert holders(frozen(World(runs)), T) == {HR}
    assert holders(frozen(World(runs, (decided("unlink", ACCOUNT, HR),))), T) == set()


def test_of_two_accounts_that_somebody_unlinked_one_person_holds_what_a_source_says_or_neither() -> None:
    edge = Edge(kind="HAS_ACCOUNT", source=HR, target=ACCOUNT)
    two = [Node(id=node, props={"email": "ada@x.example"}) for node in (ACCOUNT, "Account:x/b")]
    unlink = decided("unlink", ACCOUNT, "Account:x/b")
    for claimed, expected in (((), (set(), set())), ((edge,), ({HR}, set()))):
        people = said("hr:x", person(HR, emails=["ada@x.example"]), *claimed)
        snapshot = frozen(World((people, said("x:x", *two)), (unlink,)))
        assert (holders(snapshot, T), holders(snapshot, T, "Account:x/b")) == expected


def undoing(decision: Decision, at: int) -> Decision:
    return Decision(kind="undo", ids=decision.ids, by="sam@x.example", at=at, value=decision_key(decision))


def test_what_is_undone_is_as_if_it_had_never_been_decided() -> None:
    same = {"emails": ["ada@x.example"]}
    link, unlink = decided("link", HR, OKTA, at=1), decided("unlink", HR, OKTA, at=2)
    assert not one(two_people({}, {}, link, undoing(link, 3)), HR, OKTA)
    assert one(two_people(same, same, unlink, undoing(unlink, 2)), HR, OKTA)
    # The decision before it holds again, and so does an undone one whose undoing is undone.
    assert one(two_people({}, {}, link, unlink, undoing(unlink, 3)), HR, OKTA)
    taken_back = undoing(link, 3)
    assert one(two_people({}, {}, link, taken_back, undoing(taken_back, 4)), HR, OKTA)
