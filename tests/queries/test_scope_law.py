"""The law of scopes: an answer in scope is the answer on the graph without what is hidden, plus the hidden bucket.

A random part of a random world is hidden in two ways: by restricting its snapshot, and by leaving every record that names
something hidden out of the runs before they are loaded. Every question is asked of both.
"""

from __future__ import annotations

import dataclasses
import os
import random
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node, RunHeader, Usage
from graph.errors import InputError, UnknownName
from graph.moment import DAY, day_of
from graph.ontology import NODE_KINDS
from graph.snapshot import Snapshot
from graph.snapshot.restrict import Visibility, restrict
from graph.snapshot.scope import Scope, in_scope, visibility
from queries import (
    access_paths,
    anomalies,
    blast_radius,
    changes,
    choke_points,
    exposure,
    forecast,
    inventory,
    least_privilege,
    neighbours,
    offboarding,
    orphaned_paths,
    ranking,
    revocation,
    search,
    unresolved,
    what_if,
)
from queries import cost_attribution as cost
from queries.base import as_json
from tests.oracles import cost_world
from tests.oracles.records import ids_of
from tests.oracles.world import MOMENTS, POOL, Run, World, drawn, frozen

WORLDS = int(os.environ.get("REMIT_TEST_SCOPED_WORLDS", "12"))
SQLITE_WORLDS = int(os.environ.get("REMIT_TEST_SCOPED_WORLDS_SQLITE", "4"))
laws = settings(max_examples=WORLDS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 2**32)
NODES = tuple(node for ids in POOL.values() for node in ids)
FIRST, LAST = 0, 110


def without(world: World, hidden: set[str]) -> World:
    """The world without every record that names something hidden, and without runs of which nothing is left."""
    runs = [
        Run(run.header, tuple(record for record in run.records if is_left(record, hidden)), run.reasons)
        for run in world.runs
    ]
    return dataclasses.replace(world, runs=tuple(run for run in runs if run.records))


def is_left(record: Any, hidden: set[str]) -> bool:
    # Usage of nobody in no application is seen by those alone who see everything.
    of_nobody = hasattr(record, "principal") and record.principal is None and record.application is None
    return not of_nobody and hidden.isdisjoint(ids_of(record))


def restricted(snapshot: Snapshot, hidden: set[str]) -> Snapshot:
    mask = np.array([text not in hidden for text in snapshot.ids], dtype=bool)
    return restrict(snapshot, Visibility(mask, mask))


def answers(snapshot: Snapshot, ids: Sequence[str], as_of: int) -> Iterator[tuple[str, Any]]:
    """Every question about these nodes at a moment, and, where none is named, about all; a refusal is an answer too."""
    questions: list[tuple[str, Any, Any]] = []
    for node in ids:
        questions.append((f"blast {node}", blast_radius, blast_radius.Params(start=(node,), as_of=as_of)))
        questions.append((f"exposure {node}", exposure, exposure.Params(target=node, as_of=as_of)))
        questions.append((f"offboarding {node}", offboarding, offboarding.Params(person=node, as_of=as_of)))
        questions.append((f"search {node}", search, search.Params(text=node.partition("/")[2], as_of=as_of)))
    for node in ids[:2]:
        questions.append((f"what if {node} goes", what_if, what_if.Params(remove=(node,), as_of=as_of)))
    for origin, target in zip(ids, reversed(ids), strict=True):
        paths = access_paths.Params(origin=origin, target=target, as_of=as_of)
        questions.append((f"paths {origin} {target}", access_paths, paths))
    kinds = tuple(NODE_KINDS)
    of_all: list[tuple[str, Any, Any]] = [
        ("ranking", ranking, ranking.Params(as_of=as_of)),
        ("orphaned", orphaned_paths, orphaned_paths.Params(as_of=as_of)),
        ("inventory", inventory, inventory.Params(kinds=kinds, as_of=as_of)),
        ("unresolved", unresolved, unresolved.Params(as_of=as_of)),
        ("revocation", revocation, revocation.Params(as_of=as_of)),
        ("forecast", forecast, forecast.Params(by=("account",), as_of=as_of)),
        (
            "anomalies",
            anomalies,
            anomalies.Params(("account",), day_of(as_of) - 20, day_of(as_of), as_of, least=0),
        ),
        ("least privilege", least_privilege, least_privilege.Params(as_of=as_of)),
        ("choke points", choke_points, choke_points.Params(as_of=as_of)),
        ("changes", changes, changes.Params(start=40 * DAY, as_of=max(as_of, 40 * DAY))),
    ]
    for name, module, params in questions or of_all:
        try:
            answer = as_json(module.run(snapshot, params))
            if name == "changes" and answer["spend"] is not None:
                # The ledger is that of the whole graph: what a scope does not show of it is in a bucket of its own.
                answer["spend"] = answer["spend"]["rows"]
            yield name, answer
        except InputError as error:
            yield name, str(error)


def cost_of(snapshot: Snapshot, by: tuple[str, ...], days: tuple[int, int], as_of: int, **more: Any) -> dict[str, Any]:
    answer: dict[str, Any] = as_json(
        cost.run(snapshot, cost.Params(by=by, first_day=days[0], last_day=days[1], as_of=as_of, **more))
    )
    return answer


def hidden_of(seed: int, nodes: tuple[str, ...] = NODES) -> set[str]:
    dice = random.Random(seed)
    return set(dice.sample(nodes, dice.randint(0, len(nodes) // 2)))


def hidden_of_world(world: World, part: int) -> set[str]:
    """A random part of a world, as every scope has it: whoever sees a principal and what it used sees through which
    application."""
    hidden = hidden_of(part)
    rows = [record for run in world.runs for record in run.records if isinstance(record, Usage)]
    # An application that is seen so may be a principal whose own usage is seen.
    while seen := {row.application for row in rows if hidden.isdisjoint((row.principal, row.resource))} & hidden:
        hidden -= seen
    return hidden


def both_ways(world: World, hidden: set[str], kind: str) -> tuple[Snapshot, Snapshot] | None:
    """The restricted snapshot, and that of the world without what is hidden, each compiled from a store of a kind.

    None for a world with a source of which only ended or empty claims are left.
    """
    whole, there = frozen(world, kind), frozen(without(world, hidden), kind)
    # What only records of hidden nodes named is nowhere without them.
    here = restricted(whole, hidden | (set(whole.ids) - set(there.ids)))
    return (here, there) if set(here.sources) == set(there.sources) else None


def hold_answers(here: Snapshot, there: Snapshot, asked: Sequence[str], as_of: int) -> None:
    """The questions about some nodes of a restricted snapshot, or about all, have the answers that the other one gives."""
    for (name, scoped), (_, alone) in zip(answers(here, asked, as_of), answers(there, asked, as_of), strict=True):
        assert scoped == alone, name


def hold_all_answers(here: Snapshot, there: Snapshot, part: int, as_of: int) -> None:
    ids = list(here.ids)
    assert ids == list(there.ids)
    hold_answers(here, there, random.Random(part).sample(ids, min(6, len(ids))), as_of)
    hold_answers(here, there, (), as_of)


@laws
@given(seeds, seeds, st.sampled_from(MOMENTS))
def test_an_answer_in_scope_is_the_answer_without_what_is_hidden(seed: int, part: int, as_of: int) -> None:
    world = drawn(seed, 60)
    snapshots = both_ways(world, hidden_of_world(world, part), "memory")
    if snapshots is not None:
        hold_all_answers(*snapshots, part, as_of)


def test_the_law_holds_on_sqlite() -> None:
    """As many worlds as are asked for, counted: none that has nothing to compare is among them."""
    dice, held = random.Random(11), 0
    while held < SQLITE_WORLDS:
        world, part = drawn(dice.randrange(2**32), 60), dice.randrange(2**32)
        snapshots = both_ways(world, hidden_of_world(world, part), "sqlite")
        if snapshots is not None:
            hold_all_answers(*snapshots, part, dice.choice(MOMENTS))
            held += 1


@laws
@given(seeds, seeds)
def test_whoever_is_not_in_scope_is_nobody(seed: int, part: int) -> None:
    """What is asked of a hidden node is refused as what no node is called."""
    hidden = hidden_of(part)
    here = restricted(frozen(drawn(seed, 60)), hidden)
    assert hidden.isdisjoint(here.ids)
    for node in sorted(hidden)[:4]:
        for refusal in refusals(here, node):
            # The remedy has an example of its own, which is no node of these worlds.
            text = str(refusal).replace("Identity:hr/1001", "")
            assert text.startswith((f"no node matches {node!r}; ", f"no node matches {node!r}. Give"))
            assert not any(other in text.removeprefix(f"no node matches {node!r}") for other in hidden)


def refusals(snapshot: Snapshot, node: str) -> list[UnknownName]:
    found = []
    for module, params in (
        (blast_radius, blast_radius.Params(start=(node,), as_of=60 * DAY)),
        (exposure, exposure.Params(target=node, as_of=60 * DAY)),
        (neighbours, neighbours.Params(node=node, as_of=60 * DAY)),
    ):
        with pytest.raises(UnknownName) as refused:
            module.run(snapshot, params)  # type: ignore[attr-defined]
        found.append(refused.value)
    return found


COST_NODES = (
    *(*cost_world.PEOPLE, *cost_world.ACCOUNTS, *cost_world.KEYS, *cost_world.SERVERS, *cost_world.TOOLS),
    *(*cost_world.DATA, *cost_world.APPLICATIONS, *cost_world.MODELS),
)
DAYS = st.tuples(st.integers(cost_world.FIRST - 2, cost_world.LAST), st.integers(0, 5)).map(lambda d: (d[0], sum(d)))
FILTERS = ({}, {}, {"application": (cost_world.APPLICATIONS[0],)}, {"day": ("2024-10-05",)}, {"identity": ("~shared",)})


@laws
@given(cost_world.worlds(), seeds, st.sampled_from(cost.DIMENSIONS), DAYS, st.sampled_from(FILTERS))
def test_money_in_scope_adds_up_to_the_whole_ledger(
    world: Any, part: int, by: str, days: tuple[int, int], filters: Any
) -> None:
    """rows + buckets = ledger with the hidden bucket, and the ledger is that of somebody who sees everything."""
    whole, hidden = cost_world.snapshot(world), hidden_of(part, COST_NODES)
    here = restricted(whole, hidden)
    as_of = (cost_world.LAST + 10) * 86_400_000_000
    if any(here.index_of(key) < 0 for key in filters.get("application", ())):
        return
    scoped = cost_of(here, (by,), days, as_of, filters=filters, currency="USD")
    everything = cost_of(whole, (by,), days, as_of, filters=filters, currency="USD")
    parts = [row["cost"] for row in scoped["rows"]] + list(scoped["buckets"].values())
    assert sum(nano(part) for part in parts) == nano(scoped["ledger"])
    if scoped["buckets"]:
        assert "hidden" in scoped["buckets"]
    if not filters or set(filters) <= {"application", "day"}:
        assert scoped["ledger"] == everything["ledger"]
    assert all(
        key["id"] not in hidden if isinstance(key, dict) else key not in hidden
        for row in scoped["rows"]
        for key in row["key"].values()
    )


def nano(money: dict[str, str]) -> int:
    whole, _, part = money["amount"].partition(".")
    return int(whole + part.ljust(9, "0"))


def test_a_department_sees_its_people_what_they_reach_and_who_answers_for_it() -> None:
    ada, bo, eva = "Identity:hr/ada", "Identity:hr/bo", "Identity:hr/eva"
    account, robot, other = "Account:x/ada", "Account:x/robot", "Account:x/bo"
    shared, private = "DataSource:db/shared", "DataSource:db/private"
    records = (
        Node(id=ada, props={"type": "human", "status": "active", "department": "Research"}),
        Node(id=bo, props={"type": "human", "status": "active", "department": "Sales"}),
        Node(id=eva, props={"type": "human", "status": "active", "department": "Platform"}),
        Edge(kind="HAS_ACCOUNT", source=ada, target=account),
        Edge(kind="HAS_ACCOUNT", source=bo, target=other),
        Edge(kind="CONNECTS_TO", source=account, target="McpServer:mcp/s"),
        Edge(kind="RUNS_AS", source="McpServer:mcp/s", target=robot),
        Edge(kind="ANSWERS_FOR", source=eva, target=robot),
        Edge(kind="CAN_ACCESS", source=robot, target=shared),
        Edge(kind="CAN_ACCESS", source=other, target=shared),
        Edge(kind="CAN_ACCESS", source=other, target=private),
        *(
            Usage(
                principal=who,
                resource="Model:m/one",
                application="Application:x/app",
                day=48,
                requests=1,
                cost_nano=paid,
                currency="USD",
                basis="billed",
            )
            for who, paid in ((account, 3), (other, 4))
        ),
    )
    world = World((Run(RunHeader(source="x:a", observed_at=50 * DAY, complete=("Identity",)), records),))
    whole = frozen(world)
    whole.built_at = 50 * DAY
    here = in_scope(whole, Scope.of(["department:Research"]))
    assert set(here.ids) == {*(ada, account, "McpServer:mcp/s", robot, shared, eva, "Model:m/one", "Application:x/app")}
    radius = as_json(blast_radius.run(here, blast_radius.Params(start=(ada,), as_of=50 * DAY)))
    assert radius == as_json(blast_radius.run(whole, blast_radius.Params(start=(ada,), as_of=50 * DAY))) | {
        "share_of_data_sources": radius["share_of_data_sources"]
    }
    reach = as_json(exposure.run(here, exposure.Params(target=shared, as_of=50 * DAY)))
    assert {row["id"] for row in reach["reached"]} == {ada, account, "McpServer:mcp/s", robot}
    spent = cost_of(here, ("account",), (40, 50), 50 * DAY)
    assert [(row["key"]["account"], row["cost"]["amount"]) for row in spent["rows"]] == [(account, "0.000000003")]
    assert spent["buckets"]["hidden"]["amount"] == "0.000000004"
    assert spent["ledger"]["amount"] == "0.000000007"


def test_scopes_are_read_as_they_are_written() -> None:
    texts = ["application:Application:cursor/acme", "department:Research", "group:Group:x/g:1", "source:hr:workday"]
    assert Scope.of(texts).texts() == texts
    for text in ("Research", "team:x", "department:", "department: "):
        with pytest.raises(InputError, match="is no scope; give department:NAME, group:NAME"):
            Scope.of([text])


def test_a_scope_that_names_nobody_shows_nothing() -> None:
    whole = frozen(drawn(7, 60))
    seen = visibility(whole, Scope.of(["department:None", "group:Group:x/none", "source:no:such"]))
    assert not seen.nodes.any()
    assert not seen.charges.any()
    assert restrict(whole, seen).count == 0
