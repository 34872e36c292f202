"""Random worlds, all in one Neo4j: what its queries reach, how strongly and how far, is what the snapshot says."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graph.errors import AmbiguousName, UnknownName
from graph.ontology import Permission
from graph.snapshot import Basis, Snapshot, snapshot_of
from graph.stores.open import open_store
from queries import access_paths, blast_radius, exposure, orphaned_paths
from queries.base import as_json
from queries.cypher import access_paths as paths
from queries.cypher import orphaned_paths as orphans
from queries.cypher import reach
from queries.cypher.answer import ProjectedStore, answer_from_neo4j
from queries.cypher.projection import WALKS, ProjectedGraph
from queries.ownership import PRINCIPALS, ownership
from queries.reach import reach_from
from tests.oracles.world import MOMENTS, POOL, drawn, put
from tests.queries.cypher_world import runs_of, shown, together
from tests.servers.choice import Neo4jServers

WORLDS = 200
PLACES = [node for ids in POOL.values() for node in ids]
# The scenarios and the plans are asked of every edition; these many worlds of one.
EDITIONS = ("5.26",)


@dataclass(frozen=True)
class Both:
    """The same worlds as a snapshot and in Neo4j. `dice` differ by edition: two samples see more than one.

    `moments`: at how many each start is asked on each basis.
    """

    snapshot: Snapshot
    ground: ProjectedGraph
    store: ProjectedStore
    dice: random.Random
    moments: int

    def world(self, number: int) -> list[str]:
        """The ids of one world."""
        return [node for place in PLACES if (node := _in(number, place)) in self.known]

    @property
    def known(self) -> set[str]:
        return set(self.snapshot.ids)


def _in(number: int, node: str) -> str:
    return node.replace(":", f":w{number}", 1)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return together([drawn(seed, 60) for seed in range(WORLDS)])


@pytest.fixture(scope="module", params=EDITIONS)
def both(request: pytest.FixtureRequest, snapshot: Snapshot, neo4j_servers: Neo4jServers) -> Iterator[Both]:
    number = EDITIONS.index(request.param)
    with shown(snapshot, neo4j_servers.empty(request.param)) as neo4j:
        store = ProjectedStore(neo4j.cypher, snapshot.generation, snapshot.freshness)
        yield Both(snapshot, ProjectedGraph(neo4j.cypher), store, random.Random(number), 2 - number)


def _rows(answer: Any) -> set[tuple[Any, ...]]:
    told = answer.reached.columns()
    return set(zip(told.id, told.kind, told.permission, told.hops, strict=True))


def _found(answer: dict[str, Any]) -> set[tuple[Any, ...]]:
    return {(row["id"], row["kind"], row["permission"], row["hops"]) for row in answer["reached"]}


@pytest.mark.parametrize("place", PLACES)
def test_from_every_node_neo4j_reaches_what_the_snapshot_reaches(place: str, both: Both) -> None:
    """One start in each world at once: worlds do not touch, so each answers for itself."""
    start = [node for number in range(WORLDS) if (node := _in(number, place)) in both.known]
    for basis in Basis:
        for moment in both.dice.sample(MOMENTS, both.moments):
            hops = both.dice.choice((None, None, 0, 1, 2, 3))
            params = blast_radius.Params(start=tuple(start), as_of=moment, basis=basis, max_hops=hops)
            asked_for = {"start": start, "at": moment, "basis": WALKS[basis], "max_hops": hops}
            rows = both.ground.rows("blast-radius", reach.COLUMNS, asked_for)
            assert len(rows) == len({row["id"] for row in rows})
            assert _found({"reached": rows}) == _rows(blast_radius.run(both.snapshot, params)), (moment, basis, hops)


def test_one_start_at_a_time_is_answered_alike_in_order_and_in_numbers(both: Both) -> None:
    for _ in range(60):
        node, moment = both.dice.choice(both.snapshot.ids), both.dice.choice(MOMENTS)
        least = both.dice.choice((None, None, Permission.WRITE))
        params = blast_radius.Params(
            start=(node,), as_of=moment, basis=both.dice.choice(list(Basis)), min_permission=least
        )
        told = as_json(blast_radius.run(both.snapshot, params))
        answer = answer_from_neo4j("blast-radius", params, both.store)["answer"]
        assert answer.keys() == told.keys()
        assert {name: answer[name] for name in ("start", "total", "by_kind", "by_permission")} == {
            name: told[name] for name in ("start", "total", "by_kind", "by_permission")
        }
        for row, other in zip(answer["reached"], told["reached"], strict=True):
            assert row.keys() == other.keys()
        assert _found(answer) == _found(told)
        places = [(Permission[row["permission"]] if row["permission"] else 0) for row in answer["reached"]]
        assert places == sorted(places, reverse=True)


def test_whoever_reaches_a_node_is_told_by_its_exposure(both: Both) -> None:
    for _ in range(80):
        node, moment, basis = (
            both.dice.choice(both.snapshot.ids),
            both.dice.choice(MOMENTS),
            both.dice.choice(list(Basis)),
        )
        params = exposure.Params(target=node, as_of=moment, basis=basis, max_hops=both.dice.choice((None, None, 1, 2)))
        answer = reach.exposure(both.ground, params).answer
        assert _found(answer) == _rows(exposure.run(both.snapshot, params)), params
        assert answer["total"] == len(answer["reached"])


def _ways(found: list[dict[str, Any]]) -> list[Any]:
    names = ("hops", "permission", "permission_known")
    return [
        [*(way[name] for name in names), [(e["source"], e["kind"], e["target"]) for e in way["edges"]]] for way in found
    ]


def test_the_ways_from_here_to_there_are_the_same_first_ones(both: Both) -> None:
    seen: Counter[str] = Counter()
    while seen["ways"] < 60:
        origin, target = both.dice.sample(both.world(both.dice.randrange(WORLDS)), 2)
        params = access_paths.Params(
            origin=origin,
            target=target,
            as_of=both.dice.choice(MOMENTS),
            basis=both.dice.choice(list(Basis)),
            k=both.dice.choice((1, 3, 10)),
            max_hops=both.dice.choice((None, None, 2, 4)),
        )
        told = as_json(access_paths.run(both.snapshot, params))["paths"]
        found = paths.access_paths(both.ground, params)
        ways = found.answer["paths"]
        assert _ways(ways) == _ways(told)[: len(ways)], params
        assert found.reasons or len(ways) == len(told), params
        seen["ways"] += len(ways)


@pytest.mark.parametrize("basis", Basis)
def test_nobody_answers_for_the_same_principals_and_their_routes_are_their_reach(basis: Basis, both: Both) -> None:
    snapshot, moment = both.snapshot, both.dice.choice(MOMENTS)
    owned, cut = ownership(snapshot, moment), snapshot.at(moment, basis)
    left = np.flatnonzero(snapshot.nodes.of(*PRINCIPALS) & ~owned.answered).tolist()
    expected = set()
    for place in left:
        reached = reach_from(snapshot, cut, [place])
        for node, level, hops in zip(reached.node.tolist(), reached.level.tolist(), reached.hops.tolist(), strict=True):
            if snapshot.kind(node) == "DataSource":
                expected.add((snapshot.ids[place], snapshot.ids[node], Permission(level).name, hops))
    rows = both.ground.rows("orphaned-paths", orphans.COLUMNS, {"at": moment, "basis": WALKS[basis]})
    assert {(row["principal"], row["target"], row["permission"], row["hops"]) for row in rows} == expected
    assert len(rows) == len(expected)
    seen: Counter[str] = Counter()
    for row in rows:
        place = snapshot.index_of(row["principal"])
        root = owned.root.get(place, place)
        seen[row["state"]] += 1
        if row["state"] == "ORPHANED":
            assert {cause.code for cause in owned.causes[root]} <= {cause["code"] for cause in row["because"]}
        elif row["state"] == "UNKNOWN":
            assert place in owned.why
    assert set(seen) == {"ORPHANED", "UNKNOWN", "UNDECIDED"}


def test_orphans_are_shown_as_roots_and_the_unknown_apart(both: Both) -> None:
    answer = orphans.orphaned_paths(both.ground, orphaned_paths.Params(as_of=MOMENTS[4])).answer
    roots = {root["id"]: root for root in answer["roots"]}
    assert {path["root"] for path in answer["paths"]} == set(roots)
    assert not set(roots) & {row["id"] for row in answer["unknown"]}
    assert {root["state"] for root in roots.values()} == {"ORPHANED", "UNDECIDED"}
    assert all(bool(root["reasons"]) == (root["state"] == "ORPHANED") for root in roots.values())


def test_a_start_is_found_by_id_and_refused_where_it_is_nobody_or_several(both: Both) -> None:
    assert both.ground.find("Identity:w1hr/1") == "Identity:w1hr/1"
    with pytest.raises(UnknownName):
        both.ground.find("Identity:w1hr/nobody")
    # Nodes without a name go by the key of their id: every world has one.
    with pytest.raises(AmbiguousName) as told:
        both.ground.find("g:1")
    assert "Group:w0x/g:1" in told.value.candidates


@pytest.mark.parametrize("edition", ["5.26", "calendar"])
def test_claims_kept_in_neo4j_compile_to_the_snapshot_that_is_asked_above(
    edition: str, neo4j_servers: Neo4jServers, tmp_path: Path
) -> None:
    """Compiled in memory, from SQLite or from Neo4j it is the same to the last bit, so its answers are."""
    worlds = [drawn(seed, 60) for seed in range(WORLDS if edition == EDITIONS[0] else 8)]
    expected = together(worlds)
    for url in (f"sqlite:///{tmp_path}/remit.db", neo4j_servers.empty(edition)):
        store = open_store(url)
        try:
            for run in runs_of(worlds):
                put(store, run)
            assert snapshot_of(store, 0).digest == expected.digest
        finally:
            store.close()
