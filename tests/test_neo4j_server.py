"""The tests have a real Neo4j: which one, what it withstands, and it never stays behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from neo4j.exceptions import AuthError

from tests.servers.bolt import connect, version_of, wipe
from tests.servers.choice import Neo4jServers, cannot_run, server_for
from tests.servers.jars import EDITIONS, Edition, Unavailable, edition_of, jars_of
from tests.servers.neo4j import QUICK, DidNotStart, Neo4jServer, available

ROOT = Path(__file__).parents[1]
# The first thing that is missing: Java is looked for in the system's folder too.
NO_JARS = "no Maven on the path|needs Java"
NOBODY = "tcp://127.0.0.1:1"


def values(url: str, query: str) -> list[object]:
    """The first column of the answer."""
    with connect(url) as driver:
        return [row[0] for row in driver.execute_query(query, database_="neo4j").records]


@pytest.fixture
def nothing_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No server given, no Docker, no jars, no Maven; returns the one folder that programs are looked for in."""
    monkeypatch.delenv("REMIT_TEST_NEO4J_URI", raising=False)
    monkeypatch.delenv("REMIT_REQUIRE_ALL", raising=False)
    monkeypatch.setenv("DOCKER_HOST", NOBODY)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    return tmp_path / "bin"


@pytest.mark.parametrize("name", EDITIONS)
def test_each_edition_starts_and_reports_its_version(name: str, neo4j_servers: Neo4jServers) -> None:
    server = neo4j_servers.get(name)
    assert version_of(server.url) == server.version
    assert edition_of(server.version) == name
    assert neo4j_servers.get(name) is server


@pytest.mark.parametrize("name", EDITIONS)
def test_wiping_leaves_nothing_behind(name: str, neo4j_servers: Neo4jServers) -> None:
    url = neo4j_servers.get(name).url
    values(url, "CREATE CONSTRAINT IF NOT EXISTS FOR (a:A) REQUIRE a.n IS UNIQUE")
    values(url, "CREATE INDEX IF NOT EXISTS FOR (a:A) ON (a.m)")
    # More than one transaction removes.
    values(url, "UNWIND range(1, 3500) AS n CREATE (:A {n: n})-[:R]->(:B)")
    constraints = len(values(url, "SHOW CONSTRAINTS"))
    assert neo4j_servers.empty(name) == url
    assert values(url, "MATCH (n) RETURN count(n)") == [0]
    assert len(values(url, "SHOW CONSTRAINTS")) == constraints > 0
    wipe(url, schema=True)
    assert values(url, "SHOW CONSTRAINTS") == []
    assert values(url, "SHOW INDEXES YIELD type WHERE type <> 'LOOKUP' RETURN type") == []


@pytest.fixture(scope="module")
def guarded() -> Iterator[Neo4jServer]:
    """A server of our own, with a password."""
    try:
        server = Neo4jServer("5.26", heap="512m", flags=QUICK, password="correct/horse@battery")
    except Unavailable as reason:
        cannot_run(reason)
    with server:
        yield server


def test_a_password_is_asked_for(guarded: Neo4jServer) -> None:
    assert values(guarded.url, "RETURN 1") == [1]
    for auth in ("", "neo4j:neo4j@", "neo4j:wrong-horse@"):
        with pytest.raises(AuthError):
            values(f"bolt://{auth}127.0.0.1:{guarded.port}", "RETURN 1")


def test_what_was_committed_survives_a_kill_and_nothing_else(guarded: Neo4jServer) -> None:
    wipe(guarded.url)
    url, pid = guarded.url, guarded.pid
    with connect(url) as driver, driver.session(database="neo4j") as session:
        session.run("CREATE (:Kept)").consume()
        unfinished = session.begin_transaction()
        unfinished.run("CREATE (:Lost)").consume()
        guarded.kill()
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    guarded.restart()
    assert guarded.url == url
    assert values(url, "MATCH (n) UNWIND labels(n) AS label RETURN label") == ["Kept"]


def test_a_server_that_cannot_start_says_why(own_neo4j: Callable[..., Neo4jServer]) -> None:
    server = own_neo4j("5.26", conf={"server.no_such_setting": "1"})
    with pytest.raises(DidNotStart, match=r"(?s)exit [1-9].*no_such_setting"):
        server.start()


def test_no_server_outlives_a_parent_that_is_killed() -> None:
    """Started from a thread that has ended, which must not end the server."""
    if reason := available("5.26"):
        cannot_run(reason)
    code = (
        "import threading\nfrom tests.servers.neo4j import Neo4jServer\n"
        "server = Neo4jServer('5.26', heap='512m')\n"
        "thread = threading.Thread(target=server.launch)\nthread.start()\nthread.join()\n"
        "print(server.pid, server.home, flush=True)\ninput()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        pid, home = parent.stdout.readline().split()
        os.kill(int(pid), 0)
        assert Path(home).is_dir()
        parent.send_signal(signal.SIGKILL)
    # The suite's own limit ends this where it would not.
    while Path(home).exists():
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_a_given_server_is_used_for_the_edition_that_it_reports(
    neo4j_servers: Neo4jServers, nothing_here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = neo4j_servers.get("5.26")
    monkeypatch.setenv("REMIT_TEST_NEO4J_URI", server.url)
    found = server_for("5.26")
    assert (found.url, found.version) == (server.url, server.version)
    found.close()
    assert values(server.url, "RETURN 1") == [1]  # It is not ours to stop.
    with pytest.raises(pytest.skip.Exception, match="no Neo4j calendar"):
        server_for("calendar")


def test_without_any_server_a_test_is_skipped_and_says_why(nothing_here: Path) -> None:
    with pytest.raises(pytest.skip.Exception) as skipped:
        server_for("5.26")
    for reason in ("REMIT_TEST_NEO4J_URI names none", "no Docker engine answers"):
        assert reason in str(skipped.value)
    assert re.search(NO_JARS, str(skipped.value))


def test_where_every_test_is_required_no_server_is_a_failure(
    nothing_here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMIT_REQUIRE_ALL", "1")
    with pytest.raises(pytest.fail.Exception, match=NO_JARS):
        server_for("calendar")


def test_an_edition_without_its_java_says_which_it_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EDITIONS, "5.26", Edition("5.26", "5.26.31", (2, 1)))
    assert "needs Java 1 or 2; found: " in (available("5.26") or "")


def test_a_download_cut_short_never_counts(nothing_here: Path, tmp_path: Path) -> None:
    """A Maven that is killed half way leaves a jar, and no server is made of it."""
    maven = nothing_here / "mvn"
    maven.write_text(
        f"#!{sys.executable}\nimport os, pathlib, signal, sys\n"
        "out = pathlib.Path(sys.argv[-1].partition('=')[2])\nout.mkdir()\n"
        "(out / 'half.jar').write_text('')\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    maven.chmod(0o755)
    for _ in range(2):
        with pytest.raises(Unavailable, match=r"Maven cannot fetch Neo4j 5\.26"):
            jars_of(EDITIONS["5.26"])
    assert list(tmp_path.rglob("half.jar")) != []
    maven.unlink()
    with pytest.raises(Unavailable, match="no Maven"):
        jars_of(EDITIONS["5.26"])
