"""The law of least privilege: what is removed loses nothing needed and no more can go, by trying on random worlds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Set
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import dispensable
from graph.claims import Edge, Node, Usage
from graph.errors import UnknownName
from graph.moment import DAY
from graph.ontology import Permission
from queries import least_privilege
from queries.cut import REVOCABLE
from tests.oracles.reach import FACTOR, WEIGHT, Oracle, kind_of
from tests.oracles.world import MOMENTS, POOL, World, drawn, frozen, shuffled

# REMIT_TEST_PRIVILEGES=2000 tries so many worlds.
WORLDS = int(os.environ.get("REMIT_TEST_PRIVILEGES", "40"))
laws = settings(max_examples=WORLDS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 2**32)
PRINCIPALS = (*POOL["Identity"], *POOL["Account"], *POOL["Credential"])
RESOURCES = ("DataSource", "McpTool", "McpServer", "Model")

Key = tuple[str, str, str]
Levels = dict[str, int]


def reach_without(
    oracle: Oracle, starts: Iterable[tuple[str, bool]], t: int, gone: Set[Key] = frozenset(), cap: int = 4
) -> Levels:
    """Per node reached its permission, at most `cap`, over granted walks without some edges; the starts themselves too."""
    steps = [(link, tail, head) for link, tail, head in oracle.steps(t, "GRANTED") if key_of(link) not in gone]
    levels: Levels = {}
    for level in range(1, cap + 1):
        graph = nx.DiGraph((tail, head) for link, tail, head in steps if link.cap >= level)
        graph.add_nodes_from(starts)
        for start in starts:
            levels |= {node: level for node, _ in nx.descendants(graph, start) | {start}}
    return levels


def key_of(link: Any) -> Key:
    return link.tail, link.kind, link.head


def score_of(oracle: Oracle, levels: Levels, t: int) -> float:
    leaves = oracle.leaves(t)
    return sum(WEIGHT[oracle.sensitivity(n, t)] * FACTOR[level] for n, level in levels.items() if n in leaves)


def own_grants(oracle: Oracle, principal: str, reached: Levels, t: int) -> list[Key]:
    """Edges that can be revoked, leave what only the principal is or holds, and lead out of it to some resource.

    Those first over which the greatest score is reached, whatever else leads there.
    """
    held, steps = oracle.held([principal], t), oracle.steps(t, "GRANTED")
    # With its key nobody comes to a closed account unless some key leads there.
    entered = {head for _, _, head in steps}
    back = nx.DiGraph((head, tail) for _, tail, head in steps if not tail[1] or tail in entered)
    holders = {node for node in oracle.ids if principal in oracle.held([node], t)}
    by_rule = {key_of(link) for link in oracle.everybody(t)}

    def is_own(node: str) -> bool:
        states = [state for state in ((node, False), (node, True)) if state in back]
        return all(
            other in held | reached.keys() | holders for state in states for other, _ in nx.descendants(back, state)
        )

    everything = nx.DiGraph((tail, head) for _, tail, head in steps)
    everything.add_node((principal, False))
    states = nx.descendants(everything, (principal, False)) | {(principal, False)}
    widths: dict[Key, Levels] = {}
    for link, tail, head in steps:
        if tail in states and tail[0] in held and head[0] not in held and link.kind in REVOCABLE:
            levels = reach_without(oracle, [head], t, cap=min(link.cap, 4))
            before = widths.setdefault(key_of(link), {})
            widths[key_of(link)] = {n: max(levels.get(n, 0), before.get(n, 0)) for n in levels | before}
    own = [
        (-score_of(oracle, levels, t), oracle.ids.index(key[0]), oracle.ids.index(key[2]), key[1], key)
        for key, levels in widths.items()
        if key not in by_rule and any(kind_of(n) in RESOURCES for n in levels) and is_own(key[0])
    ]
    return [key for *_, key in sorted(own, key=lambda item: (round(item[0], 6), *item[1:3], kinds_order(item[3])))]


def kinds_order(kind: str) -> int:
    from graph.ontology import EDGE_CODES

    return EDGE_CODES[kind]


@laws
@given(seeds, st.integers(10, 70), st.sampled_from(MOMENTS), st.sampled_from(PRINCIPALS))
def test_nothing_needed_is_lost_and_no_more_can_go(seed: int, size: int, t: int, principal: str) -> None:
    world = drawn(seed, size)
    snapshot, oracle = frozen(world), Oracle(world)
    params = least_privilege.Params(as_of=t, principal=principal)
    if principal not in set(snapshot.ids):
        with pytest.raises(UnknownName):
            least_privilege.run(snapshot, params)
        return
    rows = least_privilege.run(snapshot, params).rows
    reached = reach_without(oracle, [(principal, False)], t)
    reached.pop(principal)
    resources = {node for node in reached if kind_of(node) in RESOURCES}
    if not resources:
        assert rows == ()
        return
    [row] = rows
    use = {node: oracle.exercised([principal], node, t, reached)[0] for node in resources}
    needed = {n for n, word in use.items() if word != "NO"} | {n for n in reached if kind_of(n) == "Application"}
    assert (row.principal, row.granted) == (principal, len(resources))
    assert row.used == sum(word in ("YES", "INDIRECT") for word in use.values())
    assert row.unknown == sum(word == "UNKNOWN" for word in use.values())

    def reach_of(gone: Set[Key]) -> Levels:
        levels = reach_without(oracle, [(principal, False)], t, gone)
        return {node: level for node, level in levels.items() if kind_of(node) in (*RESOURCES, "Application")}

    def is_kept(gone: Set[Key]) -> bool:
        after = reach_of(gone)
        return all(after.get(node, 0) >= reached[node] for node in needed)

    own = own_grants(oracle, principal, reached, t)
    gone: list[Key] = []
    is_first = has_changed = True
    while has_changed:
        has_changed = False
        for key in own:
            less = {*gone, key}
            if key not in gone and is_kept(less) and (is_first or reach_of(less) != reach_of({*gone})):
                gone.append(key)
                has_changed = True
        for key in reversed(gone.copy()):
            if reach_of({*gone} - {key}) == reach_of({*gone}):
                gone.remove(key)
        is_first = False
    removed = {(edge.source, edge.kind, edge.target) for edge in row.remove}
    assert removed == {*gone}
    assert row.proven
    assert is_kept(removed)
    assert not any(is_kept(removed | {key}) for key in own if reach_of(removed | {key}) != reach_of(removed))
    assert all(reach_of(removed - {key}) != reach_of(removed) for key in removed)
    after = reach_of(removed)
    assert set(row.loses) == resources - after.keys()
    assert all(use[node] == "NO" for node in row.loses)
    before_score, after_score = (score_of(oracle, levels, t) for levels in (reached, after))
    assert row.score_saved == pytest.approx(before_score - after_score)
    # Nobody else loses anything that they use or of which nobody knows, but what stands behind the principal.
    for other in POOL["Identity"]:
        theirs = reach_without(oracle, [(other, False)], t)
        if other not in (principal, *reached) and principal not in oracle.held([other], t):
            assert reach_without(oracle, [(other, False)], t, removed) == theirs
    assert least_privilege.run(frozen(shuffled(world, seed)), params).rows == rows


@laws
@given(seeds, st.sampled_from(MOMENTS))
def test_all_principals_are_those_one_by_one_worst_first(seed: int, t: int) -> None:
    snapshot = frozen(drawn(seed, 50))
    answer = least_privilege.run(snapshot, least_privilege.Params(as_of=t, kinds=("Identity", "Account")))
    alone = [
        row
        for node in (*POOL["Identity"], *POOL["Account"])
        if node in set(snapshot.ids)
        for row in least_privilege.run(snapshot, least_privilege.Params(as_of=t, principal=node)).rows
    ]
    assert sorted(answer.rows, key=lambda row: row.principal) == sorted(alone, key=lambda row: row.principal)
    order = [(-row.score_saved, -len(row.remove), row.principal.encode()) for row in answer.rows]
    assert order == sorted(order)
    if len(answer.rows) > 1:
        fewer = least_privilege.run(snapshot, least_privilege.Params(as_of=t, kinds=("Identity", "Account"), most=1))
        assert len(fewer.rows) <= 1
        assert "PRINCIPALS" in [reason.code for reason in fewer.completeness.reasons]


def test_machine_code_and_the_interpreter_shrink_grants_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever searches, and however few keys it tries in one call."""
    snapshots, answers = [frozen(drawn(seed, 70)) for seed in range(12)], []
    for is_large, passed_at_once in ((False, 10**9), (False, 1), (True, 10**9), (True, 1)):
        monkeypatch.setattr("queries.own_grants.compiling_pays", lambda *_, is_large=is_large: is_large)
        monkeypatch.setattr(dispensable, "_PASSED_AT_ONCE", passed_at_once)
        asked = least_privilege.Params(as_of=50 * DAY, kinds=("Identity", "Account", "Credential"))
        answers.append([least_privilege.run(snapshot, asked).rows for snapshot in snapshots])
    assert answers[1:] == answers[:1] * 3
    assert sum(len(row.remove) for rows in answers[0] for row in rows) > 10


ADA, BO, ACCOUNT, TEAM, WIDE = "Identity:hr/ada", "Identity:hr/bo", "Account:db/ada", "Group:db/team", "Group:db/wide"
NEEDED, OTHER = "DataSource:db/needed", "DataSource:db/other"


def organisation(*more: Any, usage: tuple[int, int] | None = (0, 200)) -> World:
    """Ada's account is in two groups that may read what she uses; the wide one may write something else besides."""
    from graph.claims import RunHeader
    from tests.oracles.world import OBSERVED, Run

    records = (
        Node(id=NEEDED, props={"sensitivity": "restricted"}),
        Node(id=OTHER, props={"sensitivity": "restricted"}),
        Edge(kind="HAS_ACCOUNT", source=ADA, target=ACCOUNT),
        Edge(kind="MEMBER_OF", source=ACCOUNT, target=TEAM),
        Edge(kind="MEMBER_OF", source=ACCOUNT, target=WIDE),
        Edge(kind="CAN_ACCESS", source=TEAM, target=NEEDED, permission=Permission.READ),
        Edge(kind="CAN_ACCESS", source=WIDE, target=NEEDED, permission=Permission.READ),
        Edge(kind="CAN_ACCESS", source=WIDE, target=OTHER, permission=Permission.WRITE),
        Usage(principal=ACCOUNT, resource=NEEDED, day=49, requests=3),
        *more,
    )
    return World((Run(RunHeader(source="db:a", observed_at=OBSERVED, usage=usage), records),))


def row_of(world: World, principal: str | None = ADA) -> least_privilege.LeastPrivilegeRow:
    [row] = least_privilege.run(frozen(world), least_privilege.Params(as_of=50 * DAY, principal=principal)).rows
    return row


def removed(row: least_privilege.LeastPrivilegeRow) -> list[Key]:
    return [(edge.source, edge.kind, edge.target) for edge in row.remove]


def test_the_wider_of_two_ways_to_what_is_used_goes() -> None:
    row = row_of(organisation(), None)
    assert (row.principal, row.granted, row.used, row.unknown) == (ADA, 2, 1, 0)
    assert removed(row) == [(ACCOUNT, "MEMBER_OF", WIDE)]
    assert (row.score_saved, row.loses, row.proven) == (80.0, (OTHER,), True)


def test_no_telemetry_is_never_unused() -> None:
    row = row_of(organisation(usage=None))
    assert (row.used, row.unknown, removed(row), row.score_saved) == (1, 1, [], 0.0)


def test_a_permission_that_is_used_is_not_lowered() -> None:
    admin = Edge(kind="CAN_ACCESS", source=WIDE, target=NEEDED, permission=Permission.ADMIN)
    # Nobody knows which permission the use needed.
    assert removed(row_of(organisation(admin))) == []


def test_what_a_shared_account_may_do_is_not_one_persons_to_give_up() -> None:
    shared = organisation(Edge(kind="HAS_ACCOUNT", source=BO, target=ACCOUNT))
    assert removed(row_of(shared)) == []
    # Of the account itself both are the holders.
    assert removed(row_of(shared, ACCOUNT)) == [(ACCOUNT, "MEMBER_OF", WIDE)]


def test_what_a_rule_gives_everybody_is_no_grant_to_take_away() -> None:
    everybody = organisation(Node(id=WIDE, props={"members": "public"}))
    assert removed(row_of(everybody)) == []


def test_an_application_is_kept_whatever_stands_behind_it() -> None:
    app = "Application:x/app"
    behind = (
        Edge(kind="CAN_USE", source=WIDE, target=app),
        Edge(kind="CAN_ACCESS", source=app, target=OTHER, permission=Permission.READ),
    )
    assert removed(row_of(organisation(*behind))) == []
