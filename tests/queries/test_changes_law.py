"""Changes between two moments, applied to the answers at the first, give those at the second; on random histories.

REMIT_TEST_CHANGES: how many histories on each store (default 40).
"""

from __future__ import annotations

import os
import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import compare
from graph.claims import Edge, Node, Record, RunHeader
from graph.moment import ALWAYS, DAY
from graph.ontology import EDGE_NAMES, Permission
from graph.snapshot import ABSENT, Snapshot, snapshot_of
from graph.snapshot.observed import observed
from graph.stores.base import Claims, Store
from queries import blast_radius, changes, cost_attribution, orphaned_paths, ranking
from queries.changes.question import PRINCIPAL_KINDS
from tests.conftest import LAW_STORES
from tests.oracles.world import ENDS, POOL, Run, World, a_store, described, linked, put, used

HISTORIES = int(os.environ.get("REMIT_TEST_CHANGES", "40"))
DAYS = (30, 40, 50, 60)
MOMENTS = tuple(day * DAY + shift for day in (20, *DAYS, 70, 95) for shift in (-1, 0, 1))


def history(seed: int, size: int, *, dated: bool) -> World:
    """Two sources, several runs each: every run keeps most of what the one before said. `dated`: dates of the sources' own."""
    dice, runs = random.Random(seed), []
    for source in ("x:a", "x:b"):
        scopes = tuple(sorted(dice.sample((*POOL, *ENDS), dice.choice((6, 15, len(POOL) + len(ENDS))))))
        nodes, edges = dict[str, Node](), dict[Any, Edge]()
        for day in sorted(dice.sample(DAYS, dice.randint(1, len(DAYS)))):
            kept = 0.75
            nodes = {key: node for key, node in nodes.items() if dice.random() < kept}
            edges = {key: edge for key, edge in edges.items() if dice.random() < kept}
            nodes |= {node.id: node for node in described(dice) if dice.random() < 0.5}
            edges |= {
                (e.kind, e.source, e.target, e.permission, e.since): e for e in linked(dice, dice.randint(0, size))
            }
            records: list[Record] = [*nodes.values(), *edges.values(), *(used(dice) for _ in range(dice.randint(0, 3)))]
            header = RunHeader(source=source, observed_at=day * DAY, complete=scopes, usage=(0, day))
            runs.append(Run(header, tuple(record if dated else undated(record) for record in records)))
    return World(tuple(sorted(runs, key=lambda run: run.header.observed_at)))


def undated(record: Record) -> Record:
    if isinstance(record, Node):
        return Node(id=record.id, props=record.props)
    if isinstance(record, Edge):
        return Edge(kind=record.kind, source=record.source, target=record.target, permission=record.permission)
    return record


def loaded(world: World, store: Store) -> tuple[Snapshot, Claims]:
    for run in world.runs:
        outcome = put(store, run)
        if outcome.state == "HELD":
            store.accept_run(outcome.source)
    return snapshot_of(store, 0), store.read()


histories = st.builds(history, st.integers(0, 2**32), st.integers(0, 25), dated=st.booleans())
moments = st.tuples(st.sampled_from(MOMENTS), st.sampled_from(MOMENTS)).map(sorted)


@pytest.fixture(params=LAW_STORES)
def law_store(request: pytest.FixtureRequest) -> Any:
    """Makes an empty store of a kind, as a context."""
    if not request.param.startswith("neo4j"):
        return lambda: a_store(request.param)
    servers = request.getfixturevalue("neo4j_servers")

    from contextlib import closing

    from graph.stores.open import open_store

    return lambda: closing(open_store(servers.empty(request.param.partition("-")[2])))


def test_changes_applied_to_the_answers_before_give_those_after(law_store: Any, request: pytest.FixtureRequest) -> None:
    examples = max(3, HISTORIES // 10) if "neo4j" in request.node.callspec.id else HISTORIES
    tried: Counter[str] = Counter()

    @settings(max_examples=examples, deadline=None)
    @given(histories, moments)
    def law(world: World, between: list[int]) -> None:
        with law_store() as store:
            snapshot, claims = loaded(world, store)
            runs = {(run.source, run.observed_at): run.run for run in reversed(store.runs(1000))}
            answer = check(snapshot, claims, runs, *between)
            tried["histories"] += 1
            tried["with edges"] += bool(answer.edges.opened or answer.edges.closed)
            tried["with reach"] += bool(answer.reach)
            tried["with orphaned paths"] += bool(answer.orphaned_paths.opened or answer.orphaned_paths.closed)
            tried["with spend"] += answer.spend is not None and bool(answer.spend.rows)
            if not any(getattr(record, "since", None) for run in world.runs for record in run.records):
                # Nothing is dated back: the answers at a moment are those that any question gives `--as-of` it.
                assert observed(snapshot) is snapshot

    law()
    print(dict(tried))
    if examples >= 200:
        assert min(tried.values()) > examples // 20


def test_compiled_and_plain_kernels_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = []
    for large in (0, 10**9):
        monkeypatch.setattr(compare, "LARGE", large)
        # Few reached nodes at a time, so that starts come in several parts.
        monkeypatch.setattr(compare, "_REACHED_AT_ONCE", 12)
        with a_store() as store:
            snapshot, _ = loaded(history(7, 25, dated=True), store)
            asked = [(start, end) for start in MOMENTS for end in MOMENTS[MOMENTS.index(start) :: 5]]
            answers.append([changes.run(snapshot, changes.Params(start=a, as_of=b)).reach for a, b in asked])
    assert answers[0] == answers[1]
    assert sum(map(len, answers[0])) > 20


def check(snapshot: Snapshot, claims: Claims, runs: dict[tuple[str, int], int], start: int, end: int) -> changes.Answer:
    answer = changes.run(snapshot, changes.Params(start=start, as_of=end, by=("account",)))
    seen = observed(snapshot)
    check_edges(answer, seen, start, end)
    check_runs(answer, claims, runs)
    check_nodes(answer, seen, claims, start, end)
    check_reach(answer, seen, start, end)
    check_orphans(answer, seen, start, end)
    check_spend(answer, snapshot)
    return answer


def quads(snapshot: Snapshot, moment: int) -> set[tuple[str, str, str, str | None]]:
    edges, names = snapshot.edges, snapshot.ids
    return {
        (
            names[int(edges.source[row])],
            EDGE_NAMES[int(edges.kind[row])],
            names[int(edges.target[row])],
            Permission(int(edges.permission[row])).name if edges.permission[row] else None,
        )
        for row in range(len(edges))
        if edges.since[row] <= moment < edges.until[row]
    }


def check_edges(answer: changes.Answer, snapshot: Snapshot, start: int, end: int) -> None:
    before, after = quads(snapshot, start), quads(snapshot, end)
    opened, closed, transient = (
        [(row.source, row.kind, row.target, row.permission) for row in rows]
        for rows in (answer.edges.opened, answer.edges.closed, answer.edges.transient)
    )
    assert len(set(opened)) == len(opened)
    assert len(set(closed)) == len(closed)
    assert (before | set(opened)) - set(closed) == after
    assert not set(opened) & before
    assert set(closed) <= before
    assert not set(transient) & (before | after)
    level = {name: int(Permission[name]) for name in Permission.__members__} | {None: 0}
    widest = [Counter[Any](), Counter[Any]()]
    for side, edges in zip(widest, (before, after), strict=True):
        for source, kind, target, permission in edges:
            side[source, kind, target] = max(side[source, kind, target], level[permission])
    expected = {
        edge: (widest[0][edge], widest[1][edge])
        for edge in widest[0].keys() & widest[1].keys()
        if widest[0][edge] != widest[1][edge]
    }
    rows = {(row.source, row.kind, row.target): (level[row.before], level[row.after]) for row in answer.permissions}
    assert rows == expected


def check_runs(answer: changes.Answer, claims: Claims, runs: dict[tuple[str, int], int]) -> None:
    """Whatever a run of the source did at that moment says so, and nothing else names a run."""
    edges, names = claims.edges, [state.source for state in claims.sources]
    first_seen = {
        (
            names[edges.claimed_by[n]],
            claims.ids[edges.source[n]],
            EDGE_NAMES[edges.kind[n]],
            claims.ids[edges.target[n]],
            int(edges.first_seen[n]),
        )
        for n in range(len(edges.kind))
    }
    claimed = {claim[:4] for claim in first_seen}
    for row in answer.edges.opened:
        edge = (row.claimed_by, row.source, row.kind, row.target)
        moments = {moment for (source, moment), run in runs.items() if (source, run) == (row.claimed_by, row.run)}
        if edge in claimed and row.kind != "USED":
            assert any((*edge, moment) in first_seen for moment in moments)
        elif row.kind == "USED" and edge not in claimed:
            assert row.run is None
    for row in (*answer.edges.closed, *answer.nodes.claims):
        if row.run is not None and getattr(row, "change", "closed") == "closed":
            assert runs[row.claimed_by or "", row.at or 0] == row.run


def there(snapshot: Snapshot, claims: Claims, moment: int) -> set[str]:
    """Nodes that a source lists at a moment; those that none lists or ever listed, where an edge names them."""
    complete = {state.source: state.scopes for state in claims.sources}
    names = [state.source for state in claims.sources]
    present, ended = set[str](), set[str]()
    mode = snapshot.at(moment).mode
    nodes = claims.nodes
    for n in range(len(nodes.node)):
        node, since, until = claims.ids[nodes.node[n]], int(nodes.since[n]), int(nodes.until[n])
        if since >= until:
            continue
        scope = complete[names[nodes.claimed_by[n]]].get(node.partition(":")[0])
        opened = int((nodes.first_seen if nodes.opened is None else nodes.opened)[n])
        earlier = any(
            nodes.node[m] == nodes.node[n]
            and nodes.claimed_by[m] == nodes.claimed_by[n]
            and nodes.since[m] < since <= nodes.until[m]
            for m in range(len(nodes.node))
        )
        if not earlier and since != ALWAYS and scope is not None and scope[0] < opened:
            since = max(since, opened)
        if since <= moment < until:
            present.add(node)
        if until <= moment:
            ended.add(node)
    return {
        snapshot.ids[n]
        for n in range(snapshot.count)
        if mode[n] != ABSENT and (snapshot.ids[n] in present or snapshot.ids[n] not in ended)
    }


def check_nodes(answer: changes.Answer, snapshot: Snapshot, claims: Claims, start: int, end: int) -> None:
    before, after = there(snapshot, claims, start), there(snapshot, claims, end)
    assert set(answer.nodes.opened) == after - before
    assert set(answer.nodes.closed) == before - after
    assert [(row.id, row.change) for row in answer.nodes.claims] == [
        *((node, "opened") for node in answer.nodes.opened),
        *((node, "closed") for node in answer.nodes.closed),
    ]


def reach(snapshot: Snapshot, node: str, moment: int) -> dict[str, int]:
    asked = blast_radius.Params(start=(node,), as_of=moment, kinds=("DataSource",))
    return {row.id: int(Permission[row.permission or ""]) for row in blast_radius.run(snapshot, asked).reached}


def scores(snapshot: Snapshot, moment: int) -> dict[str, float]:
    kinds = ("Identity", "Account", "Credential", "McpServer")
    return {row.id: row.score for row in ranking.run(snapshot, ranking.Params(as_of=moment, kinds=kinds)).rows}


def check_reach(answer: changes.Answer, snapshot: Snapshot, start: int, end: int) -> None:
    changed = {row.id: row for row in answer.reach}
    score_before, score_after = scores(snapshot, start), scores(snapshot, end)
    for node in snapshot.ids:
        if node.partition(":")[0] not in PRINCIPAL_KINDS:
            continue
        before, after = reach(snapshot, node, start), reach(snapshot, node, end)
        both = before.keys() & after.keys()
        counts = (
            len(after.keys() - both),
            len(before.keys() - both),
            sum(after[target] > before[target] for target in both),
            sum(after[target] < before[target] for target in both),
        )
        row = changed.pop(node, None)
        assert counts == ((0, 0, 0, 0) if row is None else (row.gained, row.lost, row.raised, row.lowered)), node
        if row is not None:
            assert row.score_before == pytest.approx(score_before.get(node, 0.0))
            assert row.score_after == pytest.approx(score_after.get(node, 0.0))
            for count, cause in ((row.gained + row.raised, row.gained_by), (row.lost + row.lowered, row.lost_by)):
                assert (count > 0) == (cause is not None)
                if cause is not None and cause.at is not None:
                    assert start < cause.at <= end
    assert not changed


def check_orphans(answer: changes.Answer, snapshot: Snapshot, start: int, end: int) -> None:
    before, after = (
        {(path.root, path.target) for path in orphaned_paths.run(snapshot, orphaned_paths.Params(as_of=moment)).paths}
        for moment in (start, end)
    )
    opened = {(row.root, row.target) for row in answer.orphaned_paths.opened}
    closed = {(row.root, row.target) for row in answer.orphaned_paths.closed}
    assert (before | opened) - closed == after
    assert not opened & before
    assert closed <= before


def check_spend(answer: changes.Answer, snapshot: Snapshot) -> None:
    spend = answer.spend
    if spend is None:
        assert answer.end // DAY <= answer.start // DAY
        return
    first, last = answer.start // DAY, answer.end // DAY - 1
    windows = ((2 * first - last - 1, first - 1), (first, last))
    costs = []
    for first_day, last_day in windows:
        asked = cost_attribution.Params(by=("account",), first_day=first_day, last_day=last_day, as_of=answer.end)
        costs.append(cost_attribution.run(snapshot, asked))
    before, after = ({row.key["account"]: row.cost.nano for row in cost.rows} for cost in costs)
    changes_by_key = {row.key["account"]: row.change.nano for row in spend.rows}
    for key in before.keys() | after.keys() | changes_by_key.keys():
        assert before.get(key, 0) + changes_by_key.get(key, 0) == after.get(key, 0)
    assert [spend.ledger_before, spend.ledger] == [cost.ledger for cost in costs]
