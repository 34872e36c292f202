"""A server or a loader that is killed in mid-load leaves the generation before, whole, and the next load goes on."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable

import pytest

from graph.claims import Edge, Node, Record, RunHeader
from graph.errors import StoreError
from graph.stores.base import Store
from graph.stores.neo4j import connection as connections
from graph.stores.open import open_store
from tests.servers.neo4j import Neo4jServer

SERVER_KILLS = 6
SIZE = 2_000
NEVER = 2**63 - 1


def batch(number: int) -> list[Record]:
    """Run `number`: every node says which run described it last, and there are more of them each time."""
    people = range(SIZE * (min(number, 4) + 1))
    nodes: list[Record] = [Node(id=f"Identity:hr/{n}", props={"title": f"run {number}"}) for n in people]
    return [
        *nodes,
        *(Edge(kind="HAS_ACCOUNT", source=f"Identity:hr/{n}", target=f"Account:x/{n}") for n in people),
    ]


def load(store: Store, number: int) -> bool:
    """Whether the run changed anything."""
    records = batch(number)
    run = store.begin(RunHeader(source="hr:test", observed_at=number, complete=("Identity", "HAS_ACCOUNT")))
    store.write(run, records, range(len(records)))
    return store.finish(run).changed


def whole_run(store: Store) -> tuple[int, int]:
    """The generation and the number of the run that its claims are of: all of them, of that one alone."""
    claims = store.read()
    told = {
        props for props, until in zip(claims.nodes.props, claims.nodes.until.tolist(), strict=True) if until == NEVER
    }
    assert len(told) == 1, told
    number = int(told.pop().removeprefix('{"title":"run ').removesuffix('"}'))
    people = SIZE * (min(number, 4) + 1)
    assert int((claims.nodes.until == NEVER).sum()) == people == len(claims.edges.source)
    return claims.generation, number


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("edition", ["calendar"])
def test_a_server_killed_in_mid_load_keeps_the_last_generation_whole(
    edition: str, own_neo4j: Callable[..., Neo4jServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_RETRY_S", 1.0)
    chance = random.Random(20261124)
    with own_neo4j(edition) as server:
        store = open_store(server.url)
        began = time.monotonic()
        load(store, 0)
        took = time.monotonic() - began
        failed = 0
        for number in range(1, SERVER_KILLS // 2 + 1):
            outcome: list[object] = []
            loader = threading.Thread(target=attempt, args=(store, number, outcome))
            loader.start()
            time.sleep(chance.uniform(0.1, 1.2) * took)
            server.kill()
            loader.join()
            server.restart()
            generation, seen = whole_run(store)
            # The run that was being written when the server died is there whole, or not at all.
            assert seen in (number - 1, number)
            if outcome == [True]:
                assert seen == number
            else:
                failed += 1
                assert "does not answer" in str(outcome[0])
            # A handle whose run failed lets go of it, and loads it again.
            store.close()
            store = open_store(server.url)
            load(store, number)
            assert whole_run(store) == (generation + (seen != number), number)
        assert failed
        store.close()


def attempt(store: Store, number: int, outcome: list[object]) -> None:
    """Load a run, and tell whether it changed anything or what went wrong."""
    try:
        outcome.append(load(store, number))
    except StoreError as error:
        outcome.append(error)
