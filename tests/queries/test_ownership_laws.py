"""Who answers for what, and what becomes of what nobody answers for: against the plain oracle, on small worlds."""

from __future__ import annotations

import random
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Decision, Edge, Node, Record, RunHeader, Usage
from graph.moment import ALWAYS, DAY
from graph.ontology import Permission
from graph.reason import Reason
from graph.snapshot import Snapshot
from queries import orphaned_paths
from queries.base import limited
from queries.emptied_groups import EmptiedGroups
from queries.ownership import (
    ANSWERED_FOR,
    ORPHANED,
    UNKNOWN,
    _judge,
    _OwnershipCache,
    _people,
    _staffed_groups,
    owner_states,
    ownership,
)
from tests.oracles.owners import PRINCIPALS, Owners
from tests.oracles.reach import HOLDS, Oracle, by_bytes, kind_of
from tests.oracles.world import MOMENTS, OBSERVED, OF_KIND, Run, World, described, frozen, interval, only, used

laws = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
moments = st.sampled_from(MOMENTS)
KINDS = (
    "HAS_ACCOUNT",
    "HAS_CREDENTIAL",
    "ANSWERS_FOR",
    "MEMBER_OF",
    "CONNECTS_TO",
    "CAN_ACCESS",
    "CONTAINS",
    "RUNS_AS",
)


def owned(seed: int, size: int) -> World:
    """Two sources that tell of owners; some are directories, some of those are partial or stale."""
    dice, runs = random.Random(seed), []
    for source in ("x:a", "x:b"):
        records: list[Record] = []
        for node in described(dice):
            props = dict(node.props)
            if kind_of(node.id) == "Identity" and dice.random() < 0.6:
                props["emails"] = [f"{node.id[12:]}@{dice.choice(('in.example', 'other.example'))}"]
            if kind_of(node.id) == "Account" and dice.random() < 0.6:
                props[dice.choice(("email", "subject"))] = dice.choice(("z@in.example", "z@out.example", "opaque"))
            records.append(Node(id=node.id, props=props, since=node.since, until=node.until))
        edges: dict[Any, Edge] = {}
        for _ in range(dice.randint(0, size)):
            kind, tail, head = dice.choice(OF_KIND[dice.choice(KINDS)])
            since, until = interval(dice) if dice.random() < 0.3 else (None, None)
            if kind == "ANSWERS_FOR" and kind_of(head) not in (*PRINCIPALS, "Group"):
                continue
            edges[kind, tail, head] = Edge(
                kind=kind,
                source=tail,
                target=head,
                permission=dice.choice((None, *Permission)),
                since=since,
                until=until,
            )
        complete = tuple(k for k in ("Identity", "ANSWERS_FOR", "HAS_CREDENTIAL", "CAN_ACCESS") if dice.random() < 0.4)
        header = RunHeader(
            source=source,
            observed_at=OBSERVED,
            complete=complete,
            max_age_s=dice.choice((None, None, 86400 * 15)),
        )
        reasons = (Reason("TIMEOUT", "page 2"),) if dice.random() < 0.2 else ()
        rows = [used(dice) for _ in range(dice.randint(0, 3))]
        runs.append(Run(header, (*records, *edges.values(), *rows), reasons))
    return World(tuple(runs))


worlds = st.builds(owned, st.integers(0, 2**32), st.integers(0, 30))


def codes(reasons: Any) -> list[str]:
    """Each code once, in the order told: two owners may have left, each with evidence of its own."""
    return list(dict.fromkeys(reason.code for reason in reasons))


def orphans(snapshot: Snapshot, t: int) -> orphaned_paths.Answer:
    return orphaned_paths.run(snapshot, orphaned_paths.Params(as_of=t))


@laws
@given(worlds, moments)
def test_everybody_is_answered_for_orphaned_for_a_reason_folded_or_unknown(world: World, t: int) -> None:
    expected, snapshot = Owners(world, t).judge(), frozen(world)
    found = ownership(snapshot, t)
    name = snapshot.ids.__getitem__
    assert {name(place) for place, answered in enumerate(found.answered.tolist()) if answered} == expected.answered
    assert {name(p): codes(causes) for p, causes in found.causes.items()} == expected.reasons
    assert {name(p): name(root) for p, root in found.root.items()} == expected.root
    assert {name(p) for p in found.why} == expected.unknown
    states = owner_states(snapshot, t)
    for place in range(snapshot.count):
        if snapshot.kind(place) in PRINCIPALS:
            node = name(place)
            lost = node in expected.reasons or node in expected.root
            assert states[place] == (ANSWERED_FOR if node in expected.answered else ORPHANED if lost else UNKNOWN)


@settings(laws, max_examples=1000)  # a service that becomes a suspended person is rare
@given(worlds, moments)
def test_a_group_is_empty_since_the_last_moment_at_which_it_was_not(world: World, t: int) -> None:
    """Against looking at every moment at which anything changes, whoever is in the group and however."""
    snapshot = frozen(world)
    changes = [m for m in _OwnershipCache.of(snapshot).moments.tolist() if ALWAYS < m <= t]
    staffed = {m: _staffed_groups(snapshot, m, _people(snapshot, m).active) for m in [ALWAYS, *changes, t]}
    emptied = EmptiedGroups(snapshot, t)
    for group in np.flatnonzero(snapshot.nodes.of("Group") & ~staffed[t]).tolist():
        later, expected = t, None
        for m in [*reversed(changes), ALWAYS]:
            if staffed[m][group]:
                expected = later
                break
            later = m
        assert emptied.emptied_at(group) == expected


@settings(laws, max_examples=40)
@given(worlds, moments)
def test_asked_of_some_principals_the_answer_is_their_part_of_the_whole(world: World, t: int) -> None:
    snapshot = frozen(world)
    whole = orphans(snapshot, t)
    root_of = {member: root.id for root in whole.roots for member in (root.id, *root.folded)}
    nodes = [node for node in map(snapshot.ids.__getitem__, range(snapshot.count)) if kind_of(node) in PRINCIPALS]
    for asked in [(node,) for node in nodes] + [tuple(nodes[::2])][: len(nodes)]:
        part = orphaned_paths.run(snapshot, orphaned_paths.Params(as_of=t, of=asked))
        roots = {root_of.get(node) for node in asked}
        assert part.roots == tuple(root for root in whole.roots if root.id in roots)
        assert list(part.paths) == [path for path in whole.paths if path.root in roots]
        assert part.unknown == tuple(row for row in whole.unknown if row.id in asked)
        assert (part.total_paths, part.total_unknown) == (len(part.paths), len(part.unknown))
        # What to revoke is what closes these routes alone: no more than what closes all.
        assert part.revocation.result().proven
        assert part.revocation.result().cost <= whole.revocation.result().cost


@settings(laws, max_examples=40)
@given(worlds, st.permutations((*MOMENTS, OBSERVED + 15 * DAY, OBSERVED + 15 * DAY + 1)))
def test_a_judgement_that_is_kept_is_the_one_that_would_be_made(world: World, asked: list[int]) -> None:
    """Moments between which nothing changes share one: neither properties, nor edges, nor how stale a directory is."""
    snapshot = frozen(world)
    for t in asked:
        kept, made = ownership(snapshot, t), _judge(snapshot, t)
        assert kept.answered.tolist() == made.answered.tolist()
        assert (kept.causes, kept.root, kept.why) == (made.causes, made.root, made.why)
    assert ownership(snapshot, asked[-1]) is kept


@laws
@given(worlds, moments)
def test_roots_paths_and_unknown_are_those_of_live_principals(world: World, t: int) -> None:
    owners, snapshot = Owners(world, t), frozen(world)
    oracle, judged, live = owners.of, owners.judge(), owners.live()
    answer = orphans(snapshot, t)
    family = {root: [n for n, r in judged.root.items() if r == root] for root in judged.reasons}
    expected = {root for root, members in family.items() if live & {root, *members}}
    roots = {root.id: root for root in answer.roots if root.state == "ORPHANED"}
    assert roots.keys() == expected
    assert [root.id for root in answer.roots] == sorted((root.id for root in answer.roots), key=by_bytes)
    shadows = set()
    for node, root in roots.items():
        assert list(root.folded) == sorted(family[node], key=by_bytes)
        assert codes(root.reasons) == judged.reasons[node]
        shadow = kind_of(node) == "Account" and (
            {"UNRESOLVED_ACCOUNT", "EXTERNAL_EMAIL"} & set(judged.reasons[node])
            or oracle.prop(node, "managed", t) == "no"
        )
        assert root.shadow == bool(shadow)
        shadows.add(node)
    unmanaged = {n for n in live if kind_of(n) == "Account" and oracle.prop(n, "managed", t) == "no"}
    others = {root.id: root.state for root in answer.roots if root.state != "ORPHANED"}
    assert others == {
        node: "ANSWERED_FOR" if node in judged.answered else "UNKNOWN"
        for node in unmanaged & (judged.answered | judged.unknown)
    }
    assert {unknown.id for unknown in answer.unknown} == judged.unknown & live
    assert (answer.total_roots, answer.total_paths) == (len(roots), len(answer.paths))
    assert answer.total_unknown == len(answer.unknown)
    few = limited(answer, 1)
    assert [row.routes for row in few.roots] == [row.routes for row in answer.roots[:1]]
    assert (few.total_roots, few.total_paths) == (answer.total_roots, answer.total_paths)
    tree = oracle.containment(t)
    today = t // DAY
    for node in expected:
        mine = {node, *family[node]}
        begins = {node} | (mine - set(oracle.reach([node], t)))
        reach = oracle.reach(begins, t)
        data = tree.subgraph([n for n in reach if kind_of(n) == "DataSource"])
        spent_on = {
            row.resource
            for _, row in oracle.usage
            if row.principal in mine and row.cost_nano and today - 30 < row.day <= today
        }
        models = {n for n in reach if kind_of(n) == "Model" and n in spent_on}
        rows = {path.target: path for path in answer.paths if path.root == node}
        tops = {n for n in data if data.in_degree(n) == 0}
        circles = [
            ring
            for ring in nx.strongly_connected_components(data)
            if len(ring) > 1 and all(a in ring for n in ring for a in data.predecessors(n))
        ]
        assert roots[node].routes == len(rows)
        assert rows.keys() == tops | models | {min(ring, key=by_bytes) for ring in circles}
        for target, path in rows.items():
            level, hops = reach[target]
            assert path.hops == hops == len(path.witness)
            assert path.permission == (Permission(level).name if kind_of(target) == "DataSource" else None)
            assert path.below == (len(nx.descendants(data, target)) if target in data else 0)
            assert path.witness[0].source in begins


@laws
@given(worlds, moments)
def test_nothing_is_both_held_by_the_answered_and_orphaned(world: World, t: int) -> None:
    oracle, snapshot = Oracle(world), frozen(world)
    states = owner_states(snapshot, t)
    for edge in oracle.alive(t):
        if edge.kind in HOLDS and states[snapshot.index_of(edge.source)] == ANSWERED_FOR:
            assert states[snapshot.index_of(edge.target)] == ANSWERED_FOR


DATA = "DataSource:db/d"


def reach_of(node: str) -> Edge:
    return Edge(kind="CAN_ACCESS", source=node, target=DATA, permission=Permission.READ)


def states_of(*records: Record, complete: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    world = only(*records, complete=complete)
    if more:
        header = RunHeader(source="x:a", observed_at=OBSERVED, complete=complete, **more)
        world = World((Run(header, world.runs[0].records),))
    answer = orphans(frozen(world), OBSERVED)
    found = {root.id: [reason.code for reason in root.reasons] for root in answer.roots}
    return found | {unknown.id: "UNKNOWN" for unknown in answer.unknown}


ACTIVE = Node(id="Identity:hr/1", props={"type": "human", "status": "active", "emails": ["a@in.example"]})
ACCOUNT = Node(id="Account:x/a", props={"status": "active", "email": "z@in.example"})


@pytest.mark.parametrize(
    ("email", "complete", "expected"),
    [
        ("z@in.example", ("Identity",), ["UNRESOLVED_ACCOUNT"]),
        ("z@out.example", ("Identity",), ["EXTERNAL_EMAIL"]),
        ("z@in.example", (), "UNKNOWN"),
        (None, ("Identity",), "UNKNOWN"),
    ],
)
def test_an_account_of_nobody_is_judged_by_what_the_directory_covers(email: Any, complete: Any, expected: Any) -> None:
    account = Node(id="Account:x/a", props={"email": email} if email else {})
    assert states_of(ACTIVE, account, reach_of(account.id), complete=complete) == {account.id: expected}


def test_a_stale_directory_judges_nobody() -> None:
    world = World(
        (
            Run(RunHeader(source="hr:x", observed_at=OBSERVED, complete=("Identity",), max_age_s=3600), (ACTIVE,)),
            Run(RunHeader(source="x:x", observed_at=OBSERVED), (ACCOUNT, reach_of(ACCOUNT.id))),
        )
    )
    snapshot = frozen(world)
    assert [root.id for root in orphans(snapshot, OBSERVED + 3600 * 1_000_000).roots] == [ACCOUNT.id]
    late = orphans(snapshot, OBSERVED + 3600 * 1_000_000 + 1)
    assert (late.roots, [unknown.id for unknown in late.unknown]) == ((), [ACCOUNT.id])


def test_a_group_with_somebody_of_unknown_status_is_not_known_to_be_empty() -> None:
    bot, group = "Identity:x/bot", "Group:x/team"
    records = (
        Node(id=bot, props={"type": "service", "status": "active"}),
        Node(id="Identity:hr/2", props={"type": "human", "status": "unknown"}),
        Edge(kind="MEMBER_OF", source="Identity:hr/2", target=group),
        Edge(kind="ANSWERS_FOR", source=group, target=bot),
        reach_of(bot),
    )
    assert states_of(*records) == {bot: "UNKNOWN"}
    gone = Node(id="Identity:hr/2", props={"type": "human", "status": "departed"})
    assert states_of(records[0], gone, *records[2:]) == {bot: ["EMPTY_OWNER_GROUP"]}


def test_a_key_without_holder_is_nobodys_only_where_a_source_would_know() -> None:
    key = Node(id="Credential:x/k", props={"status": "active"})
    assert states_of(key, reach_of(key.id)) == {key.id: "UNKNOWN"}
    assert states_of(key, reach_of(key.id), complete=("HAS_CREDENTIAL",)) == {key.id: ["NO_OWNER"]}


def test_what_leads_nowhere_and_was_not_seen_in_use_is_not_listed() -> None:
    gone = Node(id="Identity:hr/1", props={"type": "human", "status": "departed"})
    assert states_of(gone) == {}
    key = Edge(kind="HAS_CREDENTIAL", source=gone.id, target="Credential:x/k")
    model = Edge(kind="CAN_USE", source="Credential:x/k", target="Model:m/one")

    def spent(day: int, chargeable: bool = True) -> Usage:
        return Usage(
            principal="Credential:x/k",
            resource="Model:m/one",
            day=day,
            cost_nano=5,
            currency="USD",
            basis="billed",
            chargeable=chargeable,
        )

    today = OBSERVED // DAY
    assert states_of(gone, key, model, spent(today - 30)) == {}
    assert states_of(gone, key, model, spent(today - 29)) == {gone.id: ["DEPARTED_OWNER"]}
    [path] = orphans(frozen(only(gone, key, model, spent(today - 29))), OBSERVED).paths
    assert (path.target, path.permission, path.below) == ("Model:m/one", None, 0)


def test_a_container_under_a_circle_of_containers_is_no_top() -> None:
    gone = Node(id="Identity:hr/1", props={"type": "human", "status": "departed"})
    ends = (("d3", "d4"), ("d4", "d3"), ("d4", "d1"))
    tree = [Edge(kind="CONTAINS", source=f"DataSource:db/{a}", target=f"DataSource:db/{b}") for a, b in ends]
    grants = [
        Edge(kind="CAN_ACCESS", source=gone.id, target=f"DataSource:db/{d}", permission=Permission.READ)
        for d in ("d1", "d3")
    ]
    answer = orphans(frozen(only(gone, *tree, *grants)), OBSERVED)
    assert [(path.target, path.below) for path in answer.paths] == [("DataSource:db/d3", 2)]


GONE = Node(id="Identity:hr/1", props={"type": "human", "status": "departed"})
KEY = "Credential:x/k"
HELD = (GONE, Edge(kind="HAS_CREDENTIAL", source=GONE.id, target=KEY), reach_of(KEY))
BOSS = Node(id="Identity:hr/2", props={"type": "human", "status": "active"})


def owner_decided(principal: str, owner: str, *records: Record) -> dict[str, list[str]]:
    world = only(*records)
    decision = Decision(kind="owner", ids=(principal, owner), by="sam@in.example", at=1)
    answer = orphans(frozen(World(world.runs, (decision,))), OBSERVED)
    assert answer.unknown == ()
    return {root.id: [reason.code for reason in root.reasons] for root in answer.roots}


def test_a_contact_does_not_bring_a_departed_person_back() -> None:
    assert owner_decided(GONE.id, BOSS.id, BOSS, *HELD) == {GONE.id: ["DEPARTED_OWNER"]}
    # Whoever takes over what the leaver left answers for it; the leaver, who reaches it still, stays a root.
    assert owner_decided(KEY, BOSS.id, BOSS, *HELD) == {GONE.id: ["DEPARTED_OWNER"]}
    claimed = Edge(kind="ANSWERS_FOR", source=BOSS.id, target=GONE.id)
    assert states_of(BOSS, claimed, *HELD) == {GONE.id: ["DEPARTED_OWNER"]}


def test_a_group_that_somebody_answers_for_is_not_empty_handed() -> None:
    bot, group = "Identity:x/bot", "Group:x/team"
    records = (
        Node(id=bot, props={"type": "service", "status": "active"}),
        Edge(kind="ANSWERS_FOR", source=group, target=bot),
        reach_of(bot),
    )
    assert states_of(*records) == {bot: ["EMPTY_OWNER_GROUP"]}
    assert owner_decided(group, BOSS.id, BOSS, *records) == {}
    # Behind the group is a leaver alone: one root, with what the group answers for folded under it.
    assert owner_decided(group, GONE.id, GONE, *records) == {GONE.id: ["DEPARTED_OWNER"]}
    contact = Edge(kind="ANSWERS_FOR", source=GONE.id, target=group)
    [root] = orphans(frozen(only(GONE, contact, *records)), OBSERVED).roots
    assert (root.id, root.folded) == (GONE.id, (bot,))
    unknown = Node(id="Identity:hr/3", props={"type": "human", "status": "unknown"})
    assert states_of(unknown, Edge(kind="ANSWERS_FOR", source=unknown.id, target=group), *records) == {bot: "UNKNOWN"}


@pytest.mark.parametrize("kind", ["HAS_ACCOUNT", "HAS_CREDENTIAL", "ANSWERS_FOR"])
def test_a_leaver_whose_account_or_key_another_source_lists_is_the_root(kind: str) -> None:
    """The directory stops listing the person, what they had and the edge in one run; the vendor lists it still."""
    held = "Credential:cursor/k" if kind == "HAS_CREDENTIAL" else "Account:cursor/u1"
    dana, eve = (Node(id=f"Identity:okta/{name}", props={"status": "active"}) for name in ("dana", "eve"))
    vendor = RunHeader(source="cursor:acme", observed_at=OBSERVED, complete=("Account", "Credential"))
    before, after = (
        RunHeader(source="okta:acme", observed_at=at, complete=("Identity", held.partition(":")[0], kind))
        for at in (OBSERVED, OBSERVED + 30 * DAY)
    )
    runs = (
        Run(vendor, (Node(id=held, props={"status": "active"}), reach_of(held))),
        Run(before, (dana, eve, Node(id=held), Edge(kind=kind, source=dana.id, target=held))),
        Run(after, (eve,)),
    )
    snapshot = frozen(World(runs))
    assert orphans(snapshot, OBSERVED + 29 * DAY).roots == ()
    [root] = orphans(snapshot, OBSERVED + 31 * DAY).roots
    assert (root.id, root.folded, codes(root.reasons)) == (dana.id, (held,), ["DEPARTED_OWNER"])
    assert root.reasons[0].since == OBSERVED + 30 * DAY


@laws
@given(worlds, moments)
def test_the_unknown_are_told_of_an_owner_whose_own_state_nobody_knows(world: World, t: int) -> None:
    owners, snapshot = Owners(world, t), frozen(world)
    judged, found = owners.judge(), ownership(snapshot, t)
    supporters = owners.supporters()
    for node, why in found.why.items():
        name = snapshot.ids[node]
        blocking = owners.blocking(name, judged)
        if blocking - {name} and not owners.human(name) and supporters[name]:
            assert any(owner in why for owner in blocking - {name}), why
        else:
            assert name in blocking or not blocking, why


def test_the_owner_named_is_the_one_whose_state_is_unknown() -> None:
    """Not the least id among those who answer for it: an empty group hides nothing, its members are known."""
    account, group, who = "Account:x/0", "Group:g/2", "Identity:hr/3"
    records = (
        Node(id=who, props={"type": "human", "status": "unknown"}),
        Node(id=account, props={"status": "active"}),
        Node(id=group),
        Edge(kind="ANSWERS_FOR", source=group, target=account),
        Edge(kind="HAS_ACCOUNT", source=who, target=account),
        Edge(kind="HAS_CREDENTIAL", source=account, target="Credential:x/k"),
        reach_of(account),
        reach_of("Credential:x/k"),
    )
    answer = orphans(frozen(only(*records)), OBSERVED)
    why = f"whether {who} is still there to answer for it is not known"
    assert {row.id: row.why for row in answer.unknown} == {
        account: why,
        "Credential:x/k": why,
        who: "no source says whether this person is active",
    }


def test_a_suspended_persons_key_that_is_used_is_live_whatever_that_cost() -> None:
    gone = Node(id="Identity:hr/1", props={"type": "human", "status": "suspended"})
    key = Edge(kind="HAS_CREDENTIAL", source=gone.id, target="Credential:x/k")
    free = Usage(principal="Credential:x/k", resource="Model:m/one", day=OBSERVED // DAY, requests=3)
    assert states_of(gone, key, free) == {gone.id: ["SUSPENDED_OWNER"]}
    claim = Edge(kind="USED", source="Credential:x/k", target="Model:m/one")
    assert states_of(gone, key, claim) == {gone.id: ["SUSPENDED_OWNER"]}
