"""Every store that the contract suite, the scenarios and the laws run on."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from graph.stores.base import Store
from graph.stores.open import open_store
from tests.servers.choice import Neo4jServers, cannot_run
from tests.servers.jars import EDITIONS, Unavailable
from tests.servers.neo4j import QUICK, Neo4jServer, roomy_folder

# How long a law takes says something of the machine, not of the law.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# Tables have their full width whatever terminal the tests are started from: processes of xdist inherit its size.
for _variable in ("COLUMNS", "LINES"):
    os.environ.pop(_variable, None)

# Thousands of small stores are made and removed: in memory, where there is room, that takes no time. Processes inherit it.
if "TMPDIR" not in os.environ:
    os.environ["TMPDIR"] = roomy_folder()
    tempfile.tempdir = None

ROOT = Path(__file__).resolve().parents[1]
STORES = ("memory", "sqlite", "neo4j-5.26", "neo4j-calendar")
# For long laws of random histories: one edition of Neo4j is enough, every statement runs on both elsewhere.
LAW_STORES = ("memory", "sqlite", "neo4j-5.26")
# A parameter id that is or ends in the name of an edition: [5.26], [neo4j-calendar-team].
EDITION_IN_ID = re.compile(rf"[\[-]({'|'.join(map(re.escape, EDITIONS))})[-\]]")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Of several processes that run tests, one has all that share a server of an edition: a server starts once, not twice.

    A server that was given is for one process.
    """
    for item in items:
        edition = shared_edition(item)
        if edition is not None:
            group = "neo4j" if "REMIT_TEST_NEO4J_URI" in os.environ else f"neo4j-{edition}"
            item.add_marker(pytest.mark.xdist_group(group))
    # As a wrapper this runs before xdist reads the groups.
    return (yield)


def shared_edition(item: pytest.Item) -> str | None:
    """The edition of the shared Neo4j server that a test uses; None where it uses none, or starts its own."""
    fixtures = getattr(item, "fixturenames", ())
    named = EDITION_IN_ID.search(item.nodeid)
    if "own_neo4j" in fixtures or not (named or "neo4j_servers" in fixtures):
        return None
    return named[1] if named else next(iter(EDITIONS))


@pytest.fixture(scope="session", autouse=True)
def clean_checkout() -> Iterator[None]:
    """Tests write nothing beside the sources, where the next `remit` of a developer would read it."""
    before = own_files()
    yield
    assert own_files() <= before, f"tests wrote {sorted(own_files() - before)}: give the settings a folder of the test"


def own_files() -> set[str]:
    """What Remit keeps in the checkout; what `make demo` fills there meanwhile is its own."""
    return {path.name for path in (ROOT / ".remit").glob("*") if not path.name.startswith("demo.db")}


@pytest.fixture(params=STORES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty store."""
    kind, _, edition = request.param.partition("-")
    if kind == "neo4j":
        url: str = request.getfixturevalue("neo4j_servers").empty(edition)
        return url
    return f"memory:{tmp_path}" if kind == "memory" else f"sqlite:///{tmp_path}/remit.db"


@pytest.fixture
def open_handle(store_url: str) -> Iterator[Callable[[], Store]]:
    """Opens one more handle on the same store; all are closed in the end."""
    handles: list[Store] = []

    def open_one() -> Store:
        handles.append(open_store(store_url))
        return handles[-1]

    yield open_one
    for handle in handles:
        handle.close()


@pytest.fixture
def store(open_handle: Callable[[], Store]) -> Store:
    return open_handle()


@pytest.fixture(scope="session")
def neo4j_servers(request: pytest.FixtureRequest) -> Iterator[Neo4jServers]:
    """Real Neo4j servers, shared; none starts before a test asks for one, and then those that the tests to run name.

    Of several processes each runs the tests of one edition (see above), and starts no other before it is asked for.
    """
    editions = {shared_edition(test) for test in request.session.items}
    named = () if "PYTEST_XDIST_WORKER" in os.environ else [name for name in EDITIONS if name in editions]
    servers = Neo4jServers(*named)
    yield servers
    servers.close()


@pytest.fixture
def own_neo4j() -> Iterator[Callable[..., Neo4jServer]]:
    """Makes a server that is the test's own, to configure, kill and restart; the test starts it."""
    made: list[Neo4jServer] = []

    def make(name: str, **settings: Any) -> Neo4jServer:
        try:
            made.append(Neo4jServer(name, **{"heap": "512m", "flags": QUICK, **settings}))
        except Unavailable as reason:
            cannot_run(reason)
        return made[-1]

    yield make
    for server in made:
        server.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Any]:
    """A real PostgreSQL server (tests.servers.postgres.Server), shared: tests leave it as they found it."""
    # Imported here: who needs no such server needs no driver of it.
    from tests.servers.postgres import server_for_tests

    server = server_for_tests()
    yield server
    server.close()
