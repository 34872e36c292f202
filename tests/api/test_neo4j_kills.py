"""A load into Neo4j that is killed at any moment leaves claims, snapshot and graph of one generation each, whole."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from test_kills import batch, check_snapshot, people_of

from graph.moment import NEVER
from graph.snapshot import SnapshotDirectory
from graph.stores.neo4j import Neo4jStore
from graph.stores.open import open_store
from tests.api.command_line import Remit
from tests.api.forked import fork_server
from tests.servers.choice import Neo4jServers

KILLS = 12
EDITION = "MATCH (p:RemitProjection {name: 'projection'}) RETURN p.edition, p.generation"
GRAPH = """
MATCH (i:Identity) WHERE i.born <= $g AND $g < i.died
WITH count(i) AS people, collect(DISTINCT i.title) AS titles
OPTIONAL MATCH (:Identity)-[h:HAS_ACCOUNT]->(:Account) WHERE h.born <= $g AND $g < h.died
RETURN people, titles, count(h)
"""


def check_store(store: Neo4jStore) -> int:
    """The store's claims hold one run whole; returns their generation."""
    claims = store.read()
    now = claims.nodes.until == NEVER
    told = {props for props, valid in zip(claims.nodes.props, now, strict=True) if valid}
    assert len(told) == 1, told
    assert int(now.sum()) == len(claims.edges.source)
    return claims.generation


def check_graph(store: Neo4jStore) -> int:
    """The graph shows one run whole; returns the generation it is of, or 0 where it changed while it was read."""
    ((edition, generation),) = store.cypher(EDITION, {})
    ((people, titles, accounts),) = store.cypher(GRAPH, {"g": edition})
    if store.cypher(EDITION, {}) != [(edition, generation)]:
        return 0
    assert len(titles) == 1, (edition, titles)
    assert people == accounts == people_of(int(titles[0].removeprefix("run ")))
    return int(generation)


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("edition", ["5.26"])
def test_a_killed_load_leaves_every_read_a_whole_generation(
    edition: str, neo4j_servers: Neo4jServers, tmp_path: Path
) -> None:
    url = neo4j_servers.empty(edition)
    (tmp_path / "remit.toml").write_text(f'store = "{url}"\n')
    remit, chance, number = Remit(tmp_path), random.Random(20261124), 0
    snapshots, store = SnapshotDirectory(tmp_path / ".remit" / "snapshots"), open_store(url)
    assert isinstance(store, Neo4jStore)
    # Not a process's imports are timed, but a load.
    fork_server()
    began = time.monotonic()
    assert remit.run("load", batch(remit, number)).returncode == 0
    whole = time.monotonic() - began
    stop, failures = threading.Event(), list[BaseException]()
    seen: list[tuple[int, int, int]] = []

    def keep_reading() -> None:
        while not stop.is_set():
            try:
                seen.append((check_graph(store), check_snapshot(snapshots), check_store(store)))
            except BaseException as error:
                failures.append(error)
                return

    reader = threading.Thread(target=keep_reading)
    reader.start()
    killed = 0
    try:
        while killed < KILLS and not failures:
            number += 1
            load = remit.start("load", batch(remit, number))
            try:
                load.wait(chance.uniform(0.3, 1.2) * whole)
            except subprocess.TimeoutExpired:
                load.kill()
            killed += load.wait() < 0
    finally:
        stop.set()
        reader.join()
    assert not failures, failures
    done = remit.run("load", batch(remit, number))
    assert done.returncode == 0, done.stderr
    assert check_graph(store) == check_snapshot(snapshots) == check_store(store)
    # The snapshot never runs ahead of the claims, nor the graph of the snapshot.
    shown: list[Any] = [told for told in seen if told[0]]
    assert all(graph <= snapshot <= claims for graph, snapshot, claims in shown)
    assert [claims for _, _, claims in seen] == sorted(claims for _, _, claims in seen)
    assert len(shown) > 2
    store.close()
