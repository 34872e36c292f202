"""Every scenario, and an organisation as Peribolos tells it, asked of Neo4j: the same answers where Neo4j answers."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from graph.moment import read_day, read_moment
from graph.snapshot import Basis, Snapshot, snapshot_of
from graph.stores.open import open_store
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import blast_radius, cost_attribution, exposure
from queries.base import as_json
from queries.cypher import orphaned_paths as orphans
from queries.cypher.answer import ProjectedStore, answer_from_neo4j
from queries.cypher.cost_attribution import SUPPORTED_DIMENSIONS
from queries.cypher.projection import WALKS, ProjectedGraph
from queries.ownership import ANSWERED_FOR, ORPHANED, ownership
from queries.usage.coverage import snapshot_coverage
from tests.queries.cypher_world import shown
from tests.servers.choice import Neo4jServers

TESTS = Path(__file__).parents[1]
SCENARIOS = sorted((TESTS / "scenarios").glob("*.yaml"))
PERIBOLOS = TESTS / "fixtures" / "peribolos" / "harbor.yaml"
BUILT = read_moment("2026-12-01")
MOMENTS = [read_moment(text) for text in ("2026-09-15", "2026-10-02", "2026-11-03")]


def compiled(paths: list[Path], folder: Path) -> Snapshot:
    store = open_store(f"sqlite:///{folder}/remit.db")
    try:
        drafts, _ = load_runs(paths, Context(BUILT))
        ingest(store, drafts)
        return snapshot_of(store, BUILT)
    finally:
        store.close()


def records(scenario: Path, folder: Path) -> Path:
    """A scenario's records as the file that would be loaded; tests/test_scenarios.py knows how."""
    spec = importlib.util.spec_from_file_location("scenarios", TESTS / "test_scenarios.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    path = folder / f"{scenario.stem}.jsonl"
    path.write_text(module.lines(module.read(scenario.stem)))
    return path


@pytest.fixture(scope="module", params=["5.26", "calendar"])
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def reached(answer: dict[str, Any]) -> set[Any]:
    return {(row["id"], row["kind"], row["name"], row["permission"], row["hops"]) for row in answer["reached"]}


def hold(name: str, params: Any, run: Any, snapshot: Snapshot, store: ProjectedStore) -> None:
    told, answer = as_json(run(snapshot, params)), answer_from_neo4j(name, params, store)["answer"]
    assert answer.keys() == told.keys()
    for field in ("total", "by_kind", "by_permission"):
        assert answer[field] == told[field]
    assert reached(answer) == reached(told), params


def hold_orphans(snapshot: Snapshot, ground: ProjectedGraph, moment: int) -> None:
    """Nobody answers for who has a row; who is called an orphan is one, and its root holds all the codes."""
    owned = ownership(snapshot, moment)
    states = owned.states()
    asked_for = {"at": moment, "basis": WALKS[Basis.EITHER]}
    for row in ground.rows("orphaned-paths", orphans.COLUMNS, asked_for):
        place = snapshot.index_of(row["principal"])
        assert states[place] != ANSWERED_FOR
        assert row["state"] == "UNDECIDED" or (row["state"] == "ORPHANED") == (states[place] == ORPHANED)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_is_answered_alike(
    scenario: Path, edition: str, neo4j_servers: Neo4jServers, tmp_path: Path
) -> None:
    snapshot = compiled([records(scenario, tmp_path)], tmp_path)
    with shown(snapshot, neo4j_servers.empty(edition)) as neo4j:
        store = ProjectedStore(neo4j.cypher, snapshot.generation, snapshot.freshness, snapshot_coverage(snapshot))
        for moment in MOMENTS:
            for basis in Basis:
                for node in snapshot.ids:
                    told = {"as_of": moment, "basis": basis}
                    radius = blast_radius.Params(start=(node,), **told)
                    hold("blast-radius", radius, blast_radius.run, snapshot, store)
                # A target stands for all of its kind: the law of exposure is held on random worlds.
                for node in {snapshot.kind(place): node for place, node in enumerate(snapshot.ids)}.values():
                    hold("exposure", exposure.Params(target=node, **told), exposure.run, snapshot, store)
            hold_orphans(snapshot, ProjectedGraph(neo4j.cypher), moment)
        days = {"first_day": read_day("2026-10-01"), "last_day": read_day("2026-10-31"), "as_of": MOMENTS[-1]}
        for by in SUPPORTED_DIMENSIONS:
            params = cost_attribution.Params(by=(by,), **days)
            expected_cost = cost_attribution.run(snapshot, params)
            told_cost = as_json(expected_cost)
            found = answer_from_neo4j("cost-attribution", params, store)
            answer = found["answer"]
            assert found["completeness"]["reasons"] == as_json(expected_cost.completeness)["reasons"]
            for field in ("ledger", "rows", "buckets", "included_value"):
                assert answer[field] == told_cost[field]


def test_an_organisation_of_peribolos_is_answered_alike(
    edition: str, neo4j_servers: Neo4jServers, tmp_path: Path
) -> None:
    snapshot = compiled([PERIBOLOS], tmp_path)
    with shown(snapshot, neo4j_servers.empty(edition)) as neo4j:
        store = ProjectedStore(neo4j.cypher, snapshot.generation, snapshot.freshness)
        for node in snapshot.ids:
            radius = blast_radius.Params(start=(node,), as_of=BUILT)
            hold("blast-radius", radius, blast_radius.run, snapshot, store)
            hold("exposure", exposure.Params(target=node, as_of=BUILT), exposure.run, snapshot, store)
        hold_orphans(snapshot, ProjectedGraph(neo4j.cypher), BUILT)
