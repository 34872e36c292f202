"""The law of revocation: no cheaper set of revocations cuts the roots off, found by trying every set on random worlds."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node, Record, RunHeader, Usage
from graph.errors import InputError
from graph.moment import DAY
from graph.ontology import Permission
from graph.snapshot import Basis, Snapshot
from queries import blast_radius, orphaned_paths, revocation
from queries.base import as_json
from queries.cut import REVOCABLE, UNCUTTABLE, source_side
from tests.oracles.owners import Owners
from tests.oracles.reach import Oracle
from tests.oracles.world import MOMENTS, OBSERVED, POOL, Run, World, drawn, frozen, only, shuffled

# REMIT_TEST_CUTS=2000 tries so many worlds.
WORLDS = int(os.environ.get("REMIT_TEST_CUTS", "60"))
laws = settings(
    max_examples=WORLDS, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
seeds = st.integers(0, 2**32)
# Sets of so many edges and roots are all tried.
MOST = 13
PRINCIPALS = (*POOL["Identity"], *POOL["Account"], *POOL["Credential"], *POOL["McpServer"])

Element = tuple[str, ...]


def reaches(oracle: Oracle, roots: Iterable[str], targets: set[str], t: int, cut: frozenset[Element]) -> bool:
    """Whether a granted walk leads from a root to a target without what is cut."""
    steps = [
        (tail, head)
        for link, tail, head in oracle.steps(t, "GRANTED")
        if (link.tail, link.kind, link.head) not in cut and ((link.tail,) not in cut or tail[1])
    ]
    seen = {(root, False) for root in roots if (root,) not in cut}
    while True:
        more = {head for tail, head in steps if tail in seen} - seen
        if not more:
            return any(node in targets for node, _ in seen)
        seen |= more


def elements_between(oracle: Oracle, roots: Sequence[str], targets: set[str], t: int) -> list[Element]:
    """What may be cut on walks between: edges that no rule alone grants, and roots that convey."""
    steps = oracle.steps(t, "GRANTED")
    forward, backward = {(root, False) for root in roots}, {(n, k) for n in targets for k in (False, True)}
    for seen, at, to in ((forward, 1, 2), (backward, 2, 1)):
        while more := {step[to] for step in steps if step[at] in seen} - seen:
            seen |= more
    both = forward & backward
    by_rule = {(link.tail, link.kind, link.head) for link in oracle.everybody(t)}
    edges = {
        (link.tail, link.kind, link.head)
        for link, tail, head in steps
        if tail in both and head in both and link.kind in REVOCABLE
    }
    return sorted(edges - by_rule) + [(root,) for root in roots if (root, False) in both and not oracle.stops(root, t)]


def least_cost(
    oracle: Oracle, roots: Sequence[str], targets: set[str], t: int, costs: dict[Element, int]
) -> int | None:
    """The cost of the cheapest set that cuts, by trying them from the cheapest on; None if none does."""
    elements = list(costs)
    sets = [
        (sum(costs[element] for at, element in enumerate(elements) if number >> at & 1), number)
        for number in range(1 << len(elements))
    ]
    for cost, number in sorted(sets):
        chosen = frozenset(element for at, element in enumerate(elements) if number >> at & 1)
        if not reaches(oracle, roots, targets, t, chosen):
            return cost
    return None


def worked(seed: int, size: int, t: int) -> World:
    """A random world in which four people work too: they have accounts and grants, and use data in the days before a moment."""
    plain, dice = drawn(seed, size), random.Random(seed)
    records: list[Record] = []
    for number in range(4):
        person, account = f"Identity:hr/w{number}", f"Account:x/w{number}"
        records += [
            Node(id=person, props={"type": "human", "status": dice.choice(("active", "active", "departed"))}),
            Edge(kind="HAS_ACCOUNT", source=person, target=account),
            Edge(kind="MEMBER_OF", source=account, target=dice.choice(POOL["Group"])),
            Edge(kind="CAN_USE", source=account, target=dice.choice((*POOL["Application"], *POOL["McpServer"]))),
        ]
        records += [
            Usage(principal=account, resource=data, day=t // DAY - dice.randint(0, 40), requests=1)
            for data in dice.sample(POOL["DataSource"], 3)
        ]
    return World((*plain.runs, Run(RunHeader(source="w:w", observed_at=OBSERVED), tuple(records))))


def test_no_cheaper_set_of_revocations_cuts() -> None:
    tried: Counter[str] = Counter()

    @laws
    @given(seeds)
    def law(seed: int) -> None:
        dice = random.Random(seed)
        t = dice.choice(MOMENTS)
        world = worked(seed, dice.randint(20, 60), t)
        snapshot, oracle = frozen(world), Oracle(world)
        known = set(snapshot.ids)
        roots = [node for node in dice.sample(PRINCIPALS, dice.randint(1, 8)) if node in known]
        targets = [node for node in POOL["DataSource"][: dice.randint(1, 5)] if node in known]
        assume(roots and targets)
        inside = {node for target in targets for node in contained(oracle, target, t)}
        elements = elements_between(oracle, sorted(roots), inside, t)
        assume(len(elements) <= MOST)
        params = revocation.Params(as_of=t, roots=tuple(roots), targets=tuple(targets))
        costs = costs_of(world, snapshot, roots, inside, t, elements)
        least = least_cost(oracle, roots, inside, t, costs)
        tried["worlds"] += 1
        if least is None:
            with pytest.raises(InputError, match="no revocation cuts these roots off"):
                revocation.run(snapshot, params)
            return
        answer = revocation.run(snapshot, params)
        cut = frozenset(
            {(edge.source, edge.kind, edge.target) for edge in answer.edges} | {(node,) for node in answer.nodes}
        )
        assert answer.proven
        assert not reaches(oracle, roots, inside, t, cut)
        assert answer.cost == least == sum(costs[element] for element in cut) == sum(step.cost for step in answer.steps)
        for element in cut:
            assert reaches(oracle, roots, inside, t, cut - {element}), f"{element} is not needed"
        for entry in answer.collateral:
            before, after = (
                {node for node in POOL["DataSource"] if reaches(oracle, [entry.id], {node}, t, part)}
                for part in (frozenset(), cut)
            )
            assert set(entry.loses) == before - after != set()
        again = revocation.run(frozen(shuffled(world, seed)), params)
        assert (again.edges, again.nodes, again.collateral) == (answer.edges, answer.nodes, answer.collateral)
        tried["with a cut"] += bool(cut)
        tried["of several"] += len(cut) > 1
        tried["where somebody works"] += max(costs.values(), default=1) > 1
        tried["with collateral"] += bool(answer.collateral)

    law()
    print(dict(tried))
    # The law is not one of worlds without anything to cut, or of people who use nothing.
    assert tried["worlds"] >= WORLDS
    assert tried["with a cut"] > WORLDS // 5
    if WORLDS >= 500:
        assert min(tried[what] for what in ("of several", "where somebody works", "with collateral")) > WORLDS // 40


def contained(oracle: Oracle, target: str, t: int) -> set[str]:
    graph, found, queue = oracle.containment(t), {target}, [target]
    for node in queue:
        for child in graph.successors(node) if node in graph else ():
            if child not in found:
                found.add(child)
                queue.append(child)
    return found


def costs_of(
    world: World, snapshot: Snapshot, roots: Sequence[str], inside: set[str], t: int, elements: Sequence[Element]
) -> dict[Element, int]:
    """1, and 10 for each active person somebody answers for whose witness walk to a target they used has the element.

    Who is answered for says a plain oracle; witnesses and use are those of the blast radius.
    """
    oracle, answered = Oracle(world), Owners(world, t).judge().answered
    costs = dict.fromkeys(elements, 1)
    for person in sorted(answered - {*roots}):
        if not person.startswith("Identity:") or not oracle.conveys(person, t):
            continue
        asked = blast_radius.Params(start=(person,), as_of=t, basis=Basis.GRANTED)
        worked_over = set[Element]()
        for row in as_json(blast_radius.run(snapshot, asked))["reached"]:
            if row["id"] in inside and row["exercised"] == "YES":
                for edge in row["witness"]:
                    ends = edge["source"], edge["target"]
                    worked_over |= {(ends[0], edge["kind"], ends[1]), (ends[0],), (ends[1],)}
        for element in worked_over & costs.keys():
            costs[element] += 10
    return costs


@laws
@given(seeds, st.sampled_from(MOMENTS))
def test_by_default_every_live_orphaned_principal_is_cut_off_from_what_is_confidential(seed: int, t: int) -> None:
    world = drawn(seed, 50)
    snapshot, oracle = frozen(world), Oracle(world)
    orphaned = orphaned_paths.run(snapshot, orphaned_paths.Params(as_of=t, basis=Basis.GRANTED))
    roots = {node for root in orphaned.roots if root.state == "ORPHANED" for node in (root.id, *root.folded)}
    targets = {
        n
        for n in POOL["DataSource"]
        if oracle.there(n, t) and oracle.sensitivity(n, t) in ("confidential", "restricted")
    }
    answer = revocation.run(snapshot, revocation.Params(as_of=t))
    reaching = {root for root in roots if reaches(oracle, [root], targets, t, frozenset())}
    assert set(answer.roots) == reaching
    assert answer.proven
    assert (answer.cost == 0) == (not reaching)
    # As many as `orphaned-paths` lists, whatever it is asked on.
    listed = orphaned_paths.run(snapshot, orphaned_paths.Params(as_of=t)).total_unknown
    noted = [note.detail.split(" ")[0] for note in answer.completeness.notes if note.code == "UNKNOWN_OWNERS"]
    assert noted == ([f"{listed:,}"] if listed else [])


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(1, 9)), max_size=24))
def test_both_libraries_find_the_cut_nearest_to_the_source(arcs: list[tuple[int, int, int]]) -> None:
    """Whichever counts, the side of the source is the least one; large capacities go the other way through the code."""
    arcs = [*arcs, (0, 1, 1), (6, 7, 1)]
    tails, heads, capacities = (np.array(column, dtype=np.int64) for column in zip(*arcs, strict=True))
    small = source_side(8, tails, heads, capacities, (0, 7))
    assert small.tolist() == source_side(8, tails, heads, capacities * 2**31, (0, 7)).tolist()
    assert small[0]
    assert not small[7]


def test_a_path_without_an_edge_to_cut_is_refused() -> None:
    with pytest.raises(ValueError, match="no cut exists"):
        source_side(2, np.array([0]), np.array([1]), np.array([UNCUTTABLE]), (0, 1))


GONE, HERE = "Identity:hr/gone", "Identity:hr/here"
TEAM, DATA = "Group:x/team", "DataSource:db/cards"


def organisation(*more: Any) -> World:
    """Gone, who departed, and Here, who works, are in the team that may read the cards; Here's account used them."""
    human = {"type": "human"}
    return only(
        Node(id=GONE, props={**human, "status": "departed"}),
        Node(id=HERE, name="Here Lies", props={**human, "status": "active"}),
        Node(id=DATA, props={"sensitivity": "restricted"}),
        Edge(kind="HAS_ACCOUNT", source=GONE, target="Account:x/gone"),
        Edge(kind="HAS_ACCOUNT", source=HERE, target="Account:x/here"),
        *(Edge(kind="MEMBER_OF", source=f"Account:x/{who}", target=TEAM) for who in ("gone", "here")),
        Edge(kind="CAN_ACCESS", source=TEAM, target=DATA, permission=Permission.READ),
        Usage(principal="Account:x/here", resource=DATA, day=49, requests=3),
        *more,
        complete=("Identity", "HAS_ACCOUNT"),
    )


def test_what_people_work_over_costs_more_than_what_nobody_needs() -> None:
    answer = revocation.run(frozen(organisation()), revocation.Params(as_of=50 * DAY))
    assert answer.roots == ("Account:x/gone", GONE)
    assert answer.targets == (DATA,)
    # The account and its person are disabled: the person's own route runs through the account.
    assert (answer.edges, answer.nodes, answer.cost) == ((), ("Account:x/gone",), 1)
    assert [(step.system, step.action, step.cost) for step in answer.steps] == [("x", "disable the account gone", 1)]
    assert (answer.collateral, answer.proven) == ((), True)


def test_whoever_loses_something_is_named() -> None:
    answer = revocation.run(frozen(organisation()), revocation.Params(as_of=50 * DAY, roots=(TEAM,), targets=(DATA,)))
    assert answer.nodes == (TEAM,) or answer.edges[0].kind == "CAN_ACCESS"
    assert answer.cost == 11
    assert [(entry.id, entry.name, entry.loses) for entry in answer.collateral] == [(HERE, "Here Lies", (DATA,))]


def test_a_root_that_conveys_nothing_says_so() -> None:
    key = "Credential:x/old"
    world = organisation(
        Node(id=key, props={"expires_at": "1970-02-01T00:00:00Z"}),
        Edge(kind="RUNS_AS", source=key, target="Account:x/gone"),
    )
    answer = revocation.run(frozen(world), revocation.Params(as_of=50 * DAY, roots=(key,), targets=(DATA,)))
    assert (answer.roots, answer.cost, answer.proven) == ((), 0, True)
    [note] = answer.completeness.notes
    assert (note.code, note.detail.startswith(f"{key} conveys nothing: expired")) == ("START_DOES_NOT_CONVEY", True)


def test_a_root_is_no_target() -> None:
    with pytest.raises(InputError, match=r"DataSource:db/cards is a root and a target"):
        revocation.run(frozen(organisation()), revocation.Params(as_of=50 * DAY, roots=(DATA,), targets=(DATA,)))
    with pytest.raises(InputError, match=r"Group:x/team is no data source"):
        revocation.run(frozen(organisation()), revocation.Params(as_of=50 * DAY, targets=(TEAM,)))
