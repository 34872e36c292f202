"""What a person is told when Neo4j is away, refuses, is full or is in use, and what is left of a load then."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.claims import Decision, Node, RunHeader
from graph.errors import InputError, LeaseHeld, RemitError, StoreError
from graph.stores.graph_store import QueryLimits, QueryTooExpensive
from graph.stores.neo4j import connection as connections
from graph.stores.neo4j.connection import Neo4jConnection
from graph.stores.neo4j.store import Neo4jStore
from graph.stores.open import open_store
from tests.servers.bolt import connect
from tests.servers.choice import Neo4jServers
from tests.servers.neo4j import Neo4jServer, free_port

SECRET = "correct-horse-battery"


def header(moment: int, source: str = "hr:test") -> RunHeader:
    return RunHeader(source=source, observed_at=moment, complete=("Identity",))


def people(count: int, title: str = "") -> list[Node]:
    return [Node(id=f"Identity:hr/{n}", props={"title": title}) for n in range(count)]


def load(url: str, moment: int, nodes: list[Node], source: str = "hr:test") -> None:
    store = open_store(url)
    try:
        run = store.begin(header(moment, source))
        store.write(run, nodes, range(len(nodes)))
        store.check(run)
        store.finish(run)
    finally:
        store.close()


def titles(url: str) -> set[str]:
    """What the people say that the store lists now."""
    store = open_store(url)
    try:
        nodes = store.read().nodes
        return {props for props, until in zip(nodes.props, nodes.until.tolist(), strict=True) if until == 2**63 - 1}
    finally:
        store.close()


@pytest.fixture(params=["5.26", "calendar"])
def url(request: pytest.FixtureRequest, neo4j_servers: Neo4jServers) -> str:
    return neo4j_servers.empty(request.param)


def test_an_address_at_which_nothing_listens_is_told_without_its_password() -> None:
    port = free_port()
    for scheme in ("bolt", "neo4j"):
        with pytest.raises(StoreError, match=r"does not answer.*Is Neo4j running") as told:
            open_store(f"{scheme}://neo4j:{SECRET}@127.0.0.1:{port}/neo4j")
        assert str(port) in str(told.value)
        assert SECRET not in str(told.value)


@pytest.mark.parametrize(
    "address",
    [
        "neo4j://",
        "bolt:///neo4j",
        "neo4j://user:geheim@/neo4j",
        "bolt://h:port/x",
        "bolt://user:geheim/heim@host/neo4j",
        "bolt://user:12/geheim@host:7687/neo4j",
    ],
)
def test_an_address_without_a_host_or_with_a_wrong_port_is_bad_input(address: str) -> None:
    with pytest.raises(InputError) as told:
        open_store(address)
    assert "geheim" not in str(told.value)


def test_a_wrong_password_and_a_wrong_user_are_refused_and_never_shown(own_neo4j: Callable[..., Neo4jServer]) -> None:
    with own_neo4j("5.26", password=SECRET) as server:
        load(server.url, 100, people(1))
        place = f"127.0.0.1:{server.port}"
        for wrong in (f"bolt://neo4j:wrong-{SECRET}@{place}", f"bolt://nobody:{SECRET}@{place}", f"bolt://{place}"):
            with pytest.raises(StoreError, match="refuses this user") as told:
                open_store(wrong)
            assert SECRET not in str(told.value)


def test_a_database_that_is_not_there_is_named(url: str) -> None:
    with pytest.raises(StoreError, match="has no database 'nosuch'"):
        open_store(url.rpartition("/")[0] + "/nosuch")


def test_a_store_of_a_newer_remit_is_refused(url: str) -> None:
    open_store(url).close()
    with connect(url) as driver:
        driver.execute_query("MATCH (h:RemitHead) SET h.head = replace(h.head, '\"version\":2', '\"version\":99')")
    with pytest.raises(StoreError, match=r"newer Remit \(schema 99\); upgrade"):
        open_store(url)


def test_a_read_only_database_answers_and_refuses_to_be_written(own_neo4j: Callable[..., Neo4jServer]) -> None:
    with own_neo4j("5.26") as server:
        load(server.url, 100, people(3, "before"))
        server.stop()
        server.conf["server.databases.read_only"] = "neo4j"
        server.restart()
        with pytest.raises(StoreError, match="read-only"):
            load(server.url, 200, people(3, "after"))
        store = open_store(server.url)
        with pytest.raises(StoreError, match="read-only"):
            store.decide(Decision(kind="link", ids=("Identity:a/1", "Identity:b/1"), by="s@x.example", at=5))
        assert store.generation() == 1
        store.close()
        assert titles(server.url) == {'{"title":"before"}'}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 160 MB of its own; only where this user may mount one."""
    place = tmp_path / "small"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", place], capture_output=True).returncode:
        pytest.skip("not run: a small file system cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", place], check=False)


def test_a_full_disk_is_told_and_what_was_there_stays(
    own_neo4j: Callable[..., Neo4jServer], small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_RETRY_S", 0.5)
    with own_neo4j("5.26", home=small_disk) as server:
        load(server.url, 100, people(3, "before"))
        ballast = small_disk / "ballast"
        with ballast.open("wb") as file:
            free = os.statvfs(small_disk)
            file.write(b"\1" * (free.f_bavail * free.f_frsize - (1 << 20)))
        # Nothing that could be squeezed into what is left.
        noise = [Node(id=f"Identity:hr/{n}", props={"title": os.urandom(400).hex()}) for n in range(20_000)]

        def fill() -> None:
            for moment in range(200, 230):
                load(server.url, moment, noise[:: 1 + moment % 2])

        with pytest.raises(StoreError):
            fill()
        server.kill()
        ballast.unlink()
        server.restart()
        load(server.url, 300, people(3, "after"))
        store = open_store(server.url)
        whole = {state.source: state.state for state in store.sources()}
        store.close()
        assert whole == {"hr:test": "COMPLETE"} or whole == {"hr:test": "HELD"}


def test_two_loaders_of_different_sources_never_stop_each_other(url: str) -> None:
    failures: list[BaseException] = []

    def work(source: str) -> None:
        try:
            for moment in range(100, 108):
                load(url, moment, people(20, f"{source} {moment}"), source)
        except BaseException as error:
            failures.append(error)

    loaders = [threading.Thread(target=work, args=(f"hr:{n}",)) for n in range(4)]
    for loader in loaders:
        loader.start()
    for loader in loaders:
        loader.join()
    assert failures == []
    store = open_store(url)
    assert store.generation() == 4 * 8
    assert [run.run for run in store.runs(100)] == list(range(32, 0, -1))
    store.close()


def test_of_many_loaders_of_one_source_one_writes_and_the_others_are_told(url: str) -> None:
    told: list[str] = []
    begin = threading.Barrier(6, timeout=60)

    def work(number: int) -> None:
        store = open_store(url)
        begin.wait()
        try:
            run = store.begin(header(100))
            time.sleep(0.5)
            store.write(run, people(3, "one"), range(3))
            store.finish(run)
            told.append("written")
        except LeaseHeld as error:
            told.append(str(error))
        finally:
            store.close()

    loaders = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for loader in loaders:
        loader.start()
    for loader in loaders:
        loader.join()
    assert len(told) == 6
    assert told.count("written") == 1
    assert all(text == "written" or "is writing hr:test" in text for text in told)


def test_a_deadlock_between_two_writers_is_tried_again_until_both_are_done(url: str) -> None:
    with connect(url) as driver:
        driver.execute_query("UNWIND [1, 2] AS n CREATE (:Probe {n: n, count: 0})")
    tries: list[int] = []
    both = threading.Barrier(2)

    def work(first: int, second: int) -> None:
        connection = Neo4jConnection.open(url)
        waited: list[bool] = []

        def cross(tx: connections.Transaction) -> None:
            tries.append(first)
            tx.run("MATCH (p:Probe {n: $n}) SET p.count = p.count + 1", n=first)
            if not waited:
                waited.append(True)
                both.wait(60)
            tx.run("MATCH (p:Probe {n: $n}) SET p.count = p.count + 1", n=second)

        connection.atomically(cross)
        connection.close()

    writers = [threading.Thread(target=work, args=ends) for ends in ((1, 2), (2, 1))]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with connect(url) as driver:
        counts = driver.execute_query("MATCH (p:Probe) RETURN p.count ORDER BY p.n").records
    assert [count for (count,) in counts] == [2, 2]
    assert len(tries) > 2


def test_limits_of_the_server_end_in_clear_errors(
    own_neo4j: Callable[..., Neo4jServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock that nobody gives back, and a statement that needs more memory than one may have."""
    monkeypatch.setattr(connections, "_RETRY_S", 0.5)
    conf = {"db.lock.acquisition.timeout": "1s", "db.memory.transaction.max": "64m"}
    with own_neo4j("5.26", conf=conf) as server:
        store = Neo4jStore.open(server.url)
        assert store.advice() == []
        with pytest.raises(QueryTooExpensive, match="more memory than the server gives it"):
            store.ask("UNWIND range(1, 10000000) AS x WITH collect(x) AS many RETURN size(many)", {}, QueryLimits())
        store.close()
        load(server.url, 100, people(3, "before"))
        with connect(server.url) as driver, driver.session() as session, session.begin_transaction() as held:
            held.run("MATCH (h:RemitHead) SET h.locked = h.locked + 1").consume()
            with pytest.raises(StoreError, match="try again"):
                load(server.url, 200, people(3, "after"))
        assert titles(server.url) == {'{"title":"before"}'}
        load(server.url, 200, people(3, "after"))
        assert titles(server.url) == {'{"title":"after"}'}


def test_a_lease_that_went_to_another_writer_changes_nothing(url: str) -> None:
    store = open_store(url)
    run = store.begin(header(100))
    store.write(run, people(3, "slow"), range(3))
    with connect(url) as driver:
        driver.execute_query(
            "MATCH (l:RemitLease) SET l.holder = 'another', l.process = 'elsewhere:1:1', l.until = 9e9"
        )
    with pytest.raises(LeaseHeld, match="lapsed"):
        store.finish(run)
    assert store.generation() == 0
    with connect(url) as driver:
        driver.execute_query("MATCH (l:RemitLease) SET l.until = 0")
    load(url, 100, people(3, "again"))
    assert titles(url) == {'{"title":"again"}'}
    store.close()


def test_every_error_of_the_store_is_one_of_ours(
    own_neo4j: Callable[..., Neo4jServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is down stays down here: a retry would only wait.
    monkeypatch.setattr(connections, "_RETRY_S", 0.0)
    with own_neo4j("5.26") as server:
        store = open_store(server.url)
        run = store.begin(header(100))
        store.write(run, people(3), range(3))
        server.kill()
        for act in (
            store.generation,
            store.sources,
            store.runs,
            store.counts,
            store.read,
            lambda: store.finish(run),
            lambda: store.begin(header(200, "hr:other")),
            lambda: store.accept_run("hr:test"),
            lambda: store.remove_source("hr:test"),
            lambda: store.purge(5),
        ):
            with pytest.raises(RemitError, match="does not answer"):
                act()
        with pytest.raises(RemitError):
            store.close()
