"""The law of scopes where claims are kept in Neo4j, and the same answers by Cypher.

Random worlds stand side by side in a real Neo4j store, a random part of each hidden. What a scoped caller is answered from
is compiled from that store and restricted. Beside it stand the same worlds without what is hidden: their snapshot answers
alike, and so do the questions of `--engine neo4j` on a database that holds their projection and nothing else.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from graph.snapshot import Basis, Snapshot, snapshot_of
from graph.stores.open import open_store
from queries import access_paths, blast_radius, exposure, orphaned_paths
from queries import cost_attribution as cost
from queries.base import as_json
from queries.cypher.answer import ProjectedStore, answer_from_neo4j
from queries.cypher.cost_attribution import SUPPORTED_DIMENSIONS
from queries.ownership import PRINCIPALS, ownership
from queries.reach import reach_from
from tests.oracles.records import ids_of
from tests.oracles.world import MOMENTS, World, drawn, put
from tests.queries.cypher_world import apart, shown
from tests.queries.test_scope_law import both_ways, hidden_of_world, hold_answers, restricted, without
from tests.servers.choice import Neo4jServers

DEFAULT_WORLDS = 4
WORLDS = int(os.environ.get("REMIT_TEST_SCOPED_WORLDS_NEO4J", DEFAULT_WORLDS))
FIRST, LAST = 0, 110


@dataclass(frozen=True)
class Worlds:
    """All worlds in one store. `here`: restricted to what is seen; `there`: loaded without the rest.

    `ids`: of each world, what is seen of it. `neo4j`: the projection of `there`.
    """

    here: Snapshot
    there: Snapshot
    ids: tuple[tuple[str, ...], ...]
    neo4j: ProjectedStore
    dice: random.Random


def comparable() -> Iterator[tuple[World, set[str]]]:
    """Worlds with something to compare, told apart, and what of each is hidden."""
    dice, number = random.Random(12), 0
    while number < WORLDS:
        world, part = drawn(dice.randrange(2**32), 60), dice.randrange(2**32)
        hidden = hidden_of_world(world, part)
        if both_ways(world, hidden, "memory") is not None:
            yield World(tuple(apart(number, world))), {_moved(number, node) for node in hidden}
            number += 1


def _moved(number: int, node_id: str) -> str:
    return node_id.replace(":", f":w{number}", 1)


def compiled(world: World, url: str) -> Snapshot:
    """The snapshot of a world that was written to a store."""
    store = open_store(url)
    try:
        for run in world.runs:
            put(store, run)
        return snapshot_of(store, 0)
    finally:
        store.close()


@pytest.fixture(scope="module", params=["5.26"])
def worlds(request: pytest.FixtureRequest, neo4j_servers: Neo4jServers) -> Iterator[Worlds]:
    parts = list(comparable())
    world = World(tuple(run for part, _ in parts for run in part.runs))
    hidden = {node for _, nodes in parts for node in nodes}
    whole = compiled(world, neo4j_servers.empty(request.param))
    there = compiled(without(world, hidden), neo4j_servers.empty(request.param))
    here = restricted(whole, hidden | (set(whole.ids) - set(there.ids)))
    named = [
        {node for run in part.runs for record in run.records for node in ids_of(record)} & set(here.ids)
        for part, _ in parts
    ]
    with shown(there, neo4j_servers.empty(request.param)) as store:
        projected = ProjectedStore(store.cypher, there.generation, there.freshness)
        yield Worlds(here, there, tuple(tuple(sorted(ids)) for ids in named if ids), projected, random.Random(13))


def test_something_is_hidden_in_most_worlds_and_something_is_seen(worlds: Worlds) -> None:
    whole = worlds.here.whole
    assert whole is not None
    assert 0 < worlds.here.count < whole.count
    assert len(worlds.ids) > WORLDS / 2


def test_an_answer_in_scope_is_the_answer_without_what_is_hidden(worlds: Worlds) -> None:
    """Compiled from Neo4j. A sample of nodes of each world, and the questions about all worlds at each moment."""
    assert list(worlds.here.ids) == list(worlds.there.ids)
    for ids in worlds.ids:
        asked = worlds.dice.sample(ids, min(6, len(ids)))
        hold_answers(worlds.here, worlds.there, asked, worlds.dice.choice(MOMENTS))
    for as_of in MOMENTS if WORLDS > DEFAULT_WORLDS else MOMENTS[::3]:
        hold_answers(worlds.here, worlds.there, (), as_of)


def by_cypher(worlds: Worlds, name: str, params: Any) -> dict[str, Any]:
    answer: dict[str, Any] = answer_from_neo4j(name, params, worlds.neo4j)["answer"]
    return answer


def reached(answer: dict[str, Any]) -> set[tuple[Any, ...]]:
    rows = [(row["id"], row["kind"], row["permission"], row["hops"]) for row in answer["reached"]]
    assert len(rows) == answer["total"]
    return set(rows)


def test_reach_by_cypher_on_what_is_seen_is_that_of_the_restricted_snapshot(worlds: Worlds) -> None:
    for ids in worlds.ids:
        for node in worlds.dice.sample(ids, min(3, len(ids))):
            more = {"as_of": worlds.dice.choice(MOMENTS), "basis": worlds.dice.choice(list(Basis))}
            radius = blast_radius.Params(start=(node,), **more)
            scoped = as_json(blast_radius.run(worlds.here, radius))
            assert reached(by_cypher(worlds, "blast-radius", radius)) == reached(scoped), radius
            there = exposure.Params(target=node, **more)
            scoped = as_json(exposure.run(worlds.here, there))
            assert reached(by_cypher(worlds, "exposure", there)) == reached(scoped), there


def reaching_pair(worlds: Worlds, ids: Sequence[str], as_of: int) -> tuple[str, str]:
    """A node and one that it reaches; any two where none reaches another."""
    for origin in worlds.dice.sample(ids, len(ids)):
        answer = as_json(blast_radius.run(worlds.here, blast_radius.Params(start=(origin,), as_of=as_of)))
        reached = sorted({row["id"] for row in answer["reached"]} & set(ids))
        if reached:
            return origin, worlds.dice.choice(reached)
    origin, target = worlds.dice.sample(ids, 2)
    return origin, target


def test_paths_by_cypher_on_what_is_seen_are_those_of_the_restricted_snapshot(worlds: Worlds) -> None:
    def steps(paths: list[dict[str, Any]]) -> list[Any]:
        return [
            (
                path["hops"],
                path["permission"],
                [(edge["source"], edge["kind"], edge["target"]) for edge in path["edges"]],
            )
            for path in paths
        ]

    compared = 0
    for ids in worlds.ids:
        if len(ids) < 2:
            continue
        as_of = worlds.dice.choice(MOMENTS)
        origin, target = reaching_pair(worlds, ids, as_of)
        params = access_paths.Params(origin=origin, target=target, as_of=as_of)
        scoped = as_json(access_paths.run(worlds.here, params))["paths"]
        paths = by_cypher(worlds, "access-paths", params)["paths"]
        # Neo4j may look less far, and then says so.
        assert steps(paths) == steps(scoped)[: len(paths)], params
        compared += len(paths)
    assert compared


def test_orphans_by_cypher_on_what_is_seen_are_those_of_the_restricted_snapshot(worlds: Worlds) -> None:
    """Whoever nobody answers for and what data each reaches; roots without data are the snapshot's alone."""
    moment = MOMENTS[4]
    here, view = worlds.here, worlds.here.at(moment)
    left = np.flatnonzero(here.nodes.of(*PRINCIPALS) & ~ownership(here, moment).answered).tolist()
    expected = set()
    for principal in left:
        for row in reach_from(here, view, [principal]).node.tolist():
            if here.kind(row) == "DataSource":
                expected.add((here.ids[principal], here.ids[row]))
    answer = by_cypher(worlds, "orphaned-paths", orphaned_paths.Params(as_of=moment))
    unknown = {row["id"] for row in answer["unknown"]}
    assert {(path["root"], path["target"]) for path in answer["paths"]} == {
        pair for pair in expected if pair[0] not in unknown
    }
    assert unknown <= {principal for principal, _ in expected}


@pytest.mark.parametrize("by", SUPPORTED_DIMENSIONS if WORLDS > DEFAULT_WORLDS else ("identity", "application"))
def test_money_by_cypher_on_what_is_seen_is_that_of_the_restricted_snapshot(by: str, worlds: Worlds) -> None:
    """The same rows and buckets; the restricted ledger is the whole one, and the rest of it is the bucket `hidden`."""
    params = cost.Params(by=(by,), first_day=FIRST, last_day=LAST, as_of=MOMENTS[-1], currency="USD")
    scoped, answer = as_json(cost.run(worlds.here, params)), by_cypher(worlds, "cost-attribution", params)
    assert answer["rows"] == scoped["rows"]
    buckets = dict(scoped["buckets"])
    rest = buckets.pop("hidden", {"amount": "0"})
    assert answer["buckets"] == buckets
    assert nano(answer["ledger"]) + nano(rest) == nano(scoped["ledger"])


def nano(money: dict[str, str]) -> int:
    whole, _, part = money["amount"].partition(".")
    return int(whole + part.ljust(9, "0"))
