"""The questions that `bench.scenarios.questions` asks, each with a check of its answer by plain means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bench import records
from bench.graph import USAGE_DAYS
from bench.planted import DEAR_DAY, MONTHS, Planted
from bench.scenarios import revocation as cut
from bench.walk import Walk, ids_of
from graph.moment import DAY, midnight, month_days, write_day
from graph.ontology import EDGE_NAMES
from graph.snapshot import CONVEYS, Basis, Snapshot
from graph.snapshot.columns import Ints, int_sum
from queries import (
    anomalies,
    changes,
    choke_points,
    cost_attribution,
    forecast,
    least_privilege,
    offboarding,
    orphaned_paths,
    revocation,
    what_if,
)
from queries.reach_difference import RESOURCES
from queries.targets import find_targets

MOMENT = records.OBSERVED_AT
# A week in which grants begin; the last day on which any does is the first of this.
CHANGED_DAYS = (20_591, 20_598)
_SAMPLED = 20
_PAGE = 50
# Of each level; 0 is not reached.
_NAMES = (None, "DISCOVER", "READ", "WRITE", "ADMIN")


@dataclass(frozen=True, slots=True)
class Question:
    """A question to ask, and what checks its answer: it returns a sentence about it or raises AssertionError."""

    name: str
    ask: Callable[[], Any]
    check: Callable[[Any], str]


def reach_questions(snapshot: Snapshot) -> Iterator[Question]:
    """What to cut, what would happen, what changed, who should own it."""
    yield _revocation(snapshot, "revocation of every orphaned root", revocation.Params(as_of=MOMENT))
    yield _revocation(snapshot, "revocation between 100 roots and 1,000 targets", cut.asked(snapshot))
    yield _choke_points(snapshot)
    yield from _what_if(snapshot)
    yield _changes(snapshot)
    yield from _orphaned_paths(snapshot)
    yield _offboarding(snapshot)
    yield _least_privilege(snapshot)


def money_questions(snapshot: Snapshot) -> Iterator[Question]:
    """Why a bill differs, where the month ends, which days were dear; asked of a world with bills and a dear day."""
    planted = Planted.of(snapshot)
    yield _variance(planted)
    yield _forecast(planted)
    yield _anomalies(planted)


def _expect(right: bool, what: str) -> None:
    if not right:
        raise AssertionError(what)


def _revocation(snapshot: Snapshot, name: str, params: revocation.Params) -> Question:
    return Question(name, lambda: revocation.run(snapshot, params), lambda answer: cut.check(snapshot, params, answer))


def _choke_points(snapshot: Snapshot) -> Question:
    """Counted by deleting for a few targets; timed for all that is confidential."""
    view = snapshot.at(MOMENT)
    data = find_targets(snapshot, view, ())
    some = tuple(snapshot.ids[node] for node in data[:: max(1, len(data) // 5)][:5])

    def check(answer: choke_points.Answer) -> str:
        few = choke_points.run(snapshot, choke_points.Params(as_of=MOMENT, targets=some))
        asked = [snapshot.ids[node] for node in find_targets(snapshot, view, some)]
        for row in few.rows[:_SAMPLED]:
            edges = [(row.edge.source, row.edge.kind, row.edge.target)] if row.edge else []
            without = Walk.of(snapshot, view, edges, [row.node] if row.node else [])
            whole, losing = Walk.of(snapshot, view), set[str]()
            for target in asked:
                ways = (walk.reached([target], reverse=True) for walk in (whole, without))
                before, after = (ids_of(snapshot, way, "Identity") for way in ways)
                losing |= (before - after) if target != row.node else set()
            _expect(row.principals == len(losing - {row.node}), f"{row}: deleting it cuts off {len(losing)} principals")
        return (
            f"{len(answer.rows):,} rows; {min(len(few.rows), _SAMPLED)} of five targets counted again by deleting them."
        )

    return Question("choke-points", lambda: choke_points.run(snapshot, choke_points.Params(as_of=MOMENT)), check)


def _grant(snapshot: Snapshot, source: str) -> tuple[str, str, str]:
    """The median grant of a kind of node on data that contains nothing."""
    edges, nodes = snapshot.edges, snapshot.nodes
    contains = np.zeros(snapshot.count, dtype=bool)
    contains[edges.source[edges.of("CONTAINS")]] = True
    rows = np.flatnonzero(edges.of("CAN_ACCESS") & edges.valid_at(MOMENT) & ~contains[edges.target])
    rows = rows[nodes.of(source, nodes=edges.source[rows])]
    return _triple(snapshot, int(rows[len(rows) // 2]))


def _triple(snapshot: Snapshot, row: int) -> tuple[str, str, str]:
    edges, ids = snapshot.edges, snapshot.ids
    return ids[int(edges.source[row])], EDGE_NAMES[int(edges.kind[row])], ids[int(edges.target[row])]


def _median_person(snapshot: Snapshot) -> str:
    edges = snapshot.edges
    rows = np.flatnonzero(edges.of("HAS_ACCOUNT") & edges.valid_at(MOMENT))
    return _triple(snapshot, int(rows[len(rows) // 2]))[0]


def _what_if(snapshot: Snapshot) -> Iterator[Question]:
    view = snapshot.at(MOMENT)
    people = snapshot.nodes.of("Identity")
    removed = _grant(snapshot, "Group")
    account, _, _ = _grant(snapshot, "Account")
    data = _grant(snapshot, "McpTool")[2]
    person = _median_person(snapshot)

    def differs(before: Ints, after: Ints) -> set[tuple[str, str | None, str | None]]:
        nodes = np.flatnonzero((before != after) & people).tolist()
        return {(snapshot.ids[node], _NAMES[before[node]], _NAMES[after[node]]) for node in nodes}

    def check_removed(answer: what_if.Answer) -> str:
        levels = [Walk.of(snapshot, view, edges).levels(removed[2]) for edges in ((), (removed,))]
        rows = {(row.id, row.permission, row.left) for row in answer.lost if row.id.startswith("Identity:")}
        _expect(rows == differs(*levels), "people lose something else")
        return f"{answer.total_lost:,} lost, as two plain walks have it."

    def check_left(answer: what_if.Answer) -> str:
        reached = ids_of(snapshot, Walk.of(snapshot, view).reached([person]), *RESOURCES)
        lost = {row.target for row in answer.lost if row.id == person}
        _expect(lost == reached, "a leaver keeps access, or loses what was never theirs")
        return f"{answer.total_lost:,} lost, of them all {len(lost):,} that the leaver reaches."

    def check_granted(answer: what_if.Answer) -> str:
        before = Walk.of(snapshot, view).levels(data)
        after = before.copy()
        holders = Walk.of(snapshot, view).reached([account], reverse=True)
        after[holders] = np.maximum(before[holders], 2)
        rows = {(row.id, row.had, row.permission) for row in answer.gained if row.id.startswith("Identity:")}
        _expect(rows == differs(before, after) and bool(rows), "people gain something else")
        return f"{answer.total_gained:,} gained, as two plain walks have it."

    tried = (
        (
            "a grant of a group ends",
            what_if.Params(MOMENT, remove=(f"{removed[0]} -{removed[1]}-> {removed[2]}",)),
            check_removed,
        ),
        ("a person leaves", what_if.Params(MOMENT, offboard=(person,)), check_left),
        (
            "an account is granted data",
            what_if.Params(MOMENT, add=(f"{account} CAN_ACCESS {data} READ",)),
            check_granted,
        ),
    )
    for name, params, check in tried:
        yield Question(f"what-if, {name}", lambda params=params: what_if.run(snapshot, params), check)  # type: ignore[misc]


def _changes(snapshot: Snapshot) -> Question:
    """A week of new grants. Which they are is known from the dates that the generator gave them."""
    start, end = (day * DAY for day in CHANGED_DAYS)
    edges = snapshot.edges
    opened = (edges.since > start) & (edges.since <= end) & ~edges.of("HAS_ACCOUNT", "USED")

    def check(answer: changes.Answer) -> str:
        # Accounts are also attached by address, whatever the date of the edge.
        count = sum(row.kind not in ("HAS_ACCOUNT", "USED") for row in answer.edges.opened)
        _expect(count == int(opened.sum()), f"{count} edges opened, not {int(opened.sum())}")
        view = snapshot.at(end)
        walk = Walk.of(snapshot, view), Walk.of(snapshot, snapshot.at(start))
        for row in answer.reach[:_SAMPLED]:
            now, before = (ids_of(snapshot, way.reached([row.id]), "DataSource") for way in walk)
            _expect(row.gained == len(now - before), f"{row.id} gains {len(now - before)}, not {row.gained}")
        return f"{count:,} edges opened, {len(answer.reach):,} principals reach something else."

    params = changes.Params(start=start, as_of=MOMENT, end=end)
    return Question("changes of a week", lambda: changes.run(snapshot, params), check)


def _orphaned_paths(snapshot: Snapshot) -> Iterator[Question]:
    """All roots and how many paths they have; then also a page of both as people read it, with next owners and witnesses."""
    view = snapshot.at(MOMENT)

    def check(answer: orphaned_paths.Answer) -> str:
        roots = {root.id for root in answer.roots} | {node for root in answer.roots for node in root.folded}
        data = np.flatnonzero(snapshot.nodes.of("DataSource")).tolist()
        living = ids_of(snapshot, Walk.of(snapshot, view).reached_from(data, reverse=True), "Identity")
        gone = {node for node in living if snapshot.prop(snapshot.index_of(node), "status", MOMENT) == "suspended"}
        humans = {node for node in gone if snapshot.prop(snapshot.index_of(node), "type", MOMENT) == "human"}
        _expect(humans <= roots, f"{len(humans - roots)} suspended people who reach data are no roots")
        for path in answer.paths[:: max(1, len(answer.paths) // _SAMPLED)]:
            ends = Walk.of(snapshot, view).reached([path.root, *_folded(answer, path.root)])
            _expect(bool(ends[snapshot.index_of(path.target)]), f"{path.root} does not reach {path.target}")
        owners = {owner.id for root in answer.roots for owner in root.next_owner}
        _expect(not owners & gone, "somebody who is suspended is proposed as the next owner")
        with_owner = sum(bool(root.next_owner) for root in answer.roots)
        return f"{answer.total_roots:,} roots, {with_owner:,} with a next owner; {answer.total_paths:,} paths."

    params = orphaned_paths.Params(as_of=MOMENT)

    def page() -> orphaned_paths.Answer:
        answer = orphaned_paths.run(snapshot, params)
        return replace(answer, roots=answer.roots[:_PAGE], paths=answer.paths[:_PAGE])

    def check_page(answer: orphaned_paths.Answer) -> str:
        _expect(len(answer.roots) == len(answer.paths) == _PAGE, "the page is not full")
        _expect(all(path.witness for path in answer.paths), "a path has no witness")
        return f"{sum(bool(root.next_owner) for root in answer.roots)} of these roots with a next owner."

    yield Question("orphaned-paths", lambda: orphaned_paths.run(snapshot, params), check)
    yield Question(f"orphaned-paths, {_PAGE} roots and {_PAGE} paths read", page, check_page)


def _folded(answer: orphaned_paths.Answer, root_id: str) -> tuple[str, ...]:
    return next(root.folded for root in answer.roots if root.id == root_id)


def _offboarding(snapshot: Snapshot) -> Question:
    person = _median_person(snapshot)

    def check(answer: offboarding.Answer) -> str:
        view, edges = snapshot.at(MOMENT), snapshot.edges
        reached = ids_of(snapshot, Walk.of(snapshot, view).reached([person]), "DataSource")
        _expect(answer.data_sources == len(reached), f"{len(reached)} data sources, not {answer.data_sources}")
        rows = edges.outgoing(np.array([snapshot.index_of(person)]))
        rows = rows[edges.of("HAS_ACCOUNT", rows=rows) & edges.valid_at(MOMENT, rows)]
        accounts = {snapshot.ids[node] for node in edges.target[rows].tolist() if view.mode[node] == CONVEYS}
        _expect(accounts <= set(answer.order), "an account of the person is missing")
        return f"{len(answer.items):,} items, {answer.data_sources:,} data sources before, {len(answer.left_after):,} rows after."

    params = offboarding.Params(person=person, as_of=MOMENT)
    return Question("offboarding", lambda: offboarding.run(snapshot, params), check)


def _least_privilege(snapshot: Snapshot) -> Question:
    view = snapshot.at(MOMENT, Basis.GRANTED)

    def check(answer: least_privilege.Answer) -> str:
        _expect(all(row.proven for row in answer.rows), "a smaller grant is not proven")
        for row in [row for row in answer.rows if row.remove][:_SAMPLED]:
            edges = [(edge.source, edge.kind, edge.target) for edge in row.remove]
            reached = [Walk.of(snapshot, view, some).reached([row.principal]) for some in ((), edges)]
            lost = ids_of(snapshot, reached[0] & ~reached[1], "DataSource", "McpTool", "McpServer", "Model")
            _expect(lost == set(row.loses), f"{row.principal} loses something else")
        return f"{len(answer.rows):,} principals, {sum(len(row.remove) for row in answer.rows):,} grants can go."

    params = least_privilege.Params(as_of=MOMENT)
    return Question("least-privilege of 200 people", lambda: least_privilege.run(snapshot, params), check)


def _variance(planted: Planted) -> Question:
    first, last = MONTHS[0][0], MONTHS[-1][1]
    params = cost_attribution.Params(by=("application",), first_day=first, last_day=last, as_of=MOMENT)

    def check(answer: cost_attribution.Answer) -> str:
        variance = {(row.application, row.first_day): row.variance.nano for row in answer.variance}
        _expect(variance == planted.variance, "a bill differs by something else than what was planted")
        usage = planted.snapshot.usage
        cost = int_sum(usage.cost[usage.between(first, last)]) + sum(planted.variance.values())
        _expect(answer.ledger.nano == cost, f"the ledger is {answer.ledger.nano}, not {cost}")
        return f"{len(variance):,} bills, {sum(bool(row.causes) for row in answer.variance):,} with causes; the ledger is right."

    ask = cost_attribution.run
    return Question("variance of two months of bills, by application", lambda: ask(planted.snapshot, params), check)


def _forecast(planted: Planted) -> Question:
    today = USAGE_DAYS[1]

    def check(answer: forecast.Answer) -> str:
        usage = planted.snapshot.usage
        spent = int_sum(usage.cost[usage.between(month_days(today)[0], today)])
        _expect(answer.total.spent.nano == spent, f"{answer.total.spent.nano} spent, not {spent}")
        _expect(sum(row.spent.nano for row in answer.rows) == spent, "the rows do not add up")
        return f"{len(answer.rows):,} rows; what was spent adds up."

    params = forecast.Params(("model",), midnight(today) + 1)
    return Question("forecast by model", lambda: forecast.run(planted.snapshot, params), check)


def _anomalies(planted: Planted) -> Question:
    last = USAGE_DAYS[1]

    def check(answer: anomalies.Answer) -> str:
        usage, node = planted.snapshot.usage, planted.snapshot.index_of(planted.model)
        nano = int_sum(usage.cost[(usage.day == DEAR_DAY) & (usage.resource == node)])
        rows = {(row.key["model"], row.day): row.cost.nano for row in answer.rows}
        _expect(rows.get((planted.model, write_day(DEAR_DAY))) == nano, "the dear day that was planted is not told")
        return f"{len(answer.rows):,} anomalies, the planted one among them."

    params = anomalies.Params(("model",), last - 29, last, midnight(last) + 1)
    return Question("anomalies by model", lambda: anomalies.run(planted.snapshot, params), check)
