"""The law of revocation: no cheaper set of revocations cuts the roots off, found by trying every set on random worlds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node, Usage
from graph.errors import InputError
from graph.moment import DAY
from graph.ontology import EDGE_NAMES, Permission
from graph.snapshot import CONVEYS, Basis, Snapshot
from queries import orphaned_paths, revocation
from queries.cut import REVOCABLE, UNCUTTABLE, Between, source_side
from queries.ownership import ownership
from queries.revocation import work_of
from tests.oracles.reach import Oracle
from tests.oracles.world import MOMENTS, POOL, World, drawn, frozen, only, shuffled

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


@laws
@given(seeds, st.integers(0, 45), st.sampled_from(MOMENTS), st.data())
def test_no_cheaper_set_of_revocations_cuts(seed: int, size: int, t: int, data: Any) -> None:
    world = drawn(seed, size)
    snapshot, oracle = frozen(world), Oracle(world)
    known = set(snapshot.ids)
    roots = [
        node
        for node in data.draw(st.lists(st.sampled_from(PRINCIPALS), min_size=1, max_size=8, unique=True))
        if node in known
    ]
    targets = [node for node in POOL["DataSource"][: data.draw(st.integers(1, 5))] if node in known]
    if not roots or not targets:
        return
    params = revocation.Params(as_of=t, roots=tuple(roots), targets=tuple(targets))
    inside = {node for target in targets for node in contained(oracle, target, t)}
    elements = elements_between(oracle, sorted(roots), inside, t)
    if len(elements) > MOST:
        return
    costs = costs_of(snapshot, roots, sorted(inside), t, elements)
    least = least_cost(oracle, roots, inside, t, costs)
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


def contained(oracle: Oracle, target: str, t: int) -> set[str]:
    graph, found, queue = oracle.containment(t), {target}, [target]
    for node in queue:
        for child in graph.successors(node) if node in graph else ():
            if child not in found:
                found.add(child)
                queue.append(child)
    return found


def costs_of(
    snapshot: Snapshot, roots: Sequence[str], targets: Sequence[str], t: int, elements: Sequence[Element]
) -> dict[Element, int]:
    """1, and 10 for each active person somebody answers for whose witness walk to a target they used has the element."""
    view, owned = snapshot.at(t, Basis.GRANTED), ownership(snapshot, t)
    indices = [snapshot.index_of(node) for node in roots]
    between = Between.of(view, indices, [snapshot.index_of(node) for node in targets])
    people = np.flatnonzero(owned.answered & snapshot.nodes.of("Identity") & (view.mode == CONVEYS))
    work = work_of(snapshot, view, people[~np.isin(people, indices)], between.targets, t // DAY - 29)
    edges = {
        (snapshot.ids[left], EDGE_NAMES[kind], snapshot.ids[right]): count
        for (left, kind, right), count in work.edges.items()
    }
    nodes = {(snapshot.ids[node],): count for node, count in work.nodes.items()}
    return {element: 1 + 10 * (edges | nodes).get(element, 0) for element in elements}  # type: ignore[arg-type]


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
