"""On a real server, in random worlds of roles and grants: who reaches which table is what PostgreSQL itself says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from psycopg.sql import SQL, Composed, Identifier

from graph.ontology import Permission
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from loaders.base import Context, Secret
from loaders.connectors import postgres
from loaders.ingest import ingest
from loaders.live.http import FetchContext
from queries import blast_radius
from tests.loaders.postgres_worlds import DATABASE, World, told_by_server
from tests.servers.postgres import Server

WORLDS, AT_ONCE = 300, 5
DOTTED = './"'
DATABASE_ID = 'DataSource:postgres/prod/"sales ""EU""/2026.x"'
NOW = 1_764_000_000_000_000


@pytest.fixture(scope="module")
def connection(postgres_server: Server) -> Iterator[Any]:
    """Signed in to a database of our own, as a superuser."""
    name = Identifier(DATABASE)
    with postgres_server.address.connect() as outside:
        outside.execute(SQL("CREATE DATABASE {}").format(name))
        try:
            with postgres_server.address.connect(DATABASE) as inside:
                inside.execute(
                    "CREATE FOREIGN DATA WRAPPER wrapper; CREATE SERVER elsewhere FOREIGN DATA WRAPPER wrapper"
                )
                yield inside
        finally:
            outside.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def read(server: Server) -> Snapshot:
    """The database as the connector reads it, compiled."""
    address = server.address
    config = postgres.Config(
        "prod",
        address.host,
        address.user,
        Secret(address.password),
        address.port,
        "disable" if address.host.startswith("127.") else "require",
        database=DATABASE,
        databases=(DATABASE,),
    )
    pages = postgres.fetch(config, FetchContext(NOW), None)
    store = MemoryStore()
    (outcome,) = ingest(store, postgres.normalize(pages, Context(NOW, source="postgres:prod")))
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    return snapshot_of(store, NOW)


def quoted(name: str, marks: str) -> str:
    return '"' + name.replace('"', '""') + '"' if set(name) & set(marks) else name


def table_id(schema: str, table: str) -> str:
    return f"{DATABASE_ID}/{quoted(schema, DOTTED)}.{quoted(table, DOTTED)}"


def reached(snapshot: Snapshot, role: str) -> dict[str, int]:
    """Every table that a role reaches, with its permission."""
    start = (f"Account:postgres/prod/{role}",)
    columns = blast_radius.run(snapshot, blast_radius.Params(start, NOW, kinds=("DataSource",))).reached.columns()
    pairs = zip(columns.id, columns.permission, strict=True)
    return {found: Permission[permission or ""] for found, permission in pairs if found != DATABASE_ID}


def run_all(connection: Any, statements: list[Composed]) -> None:
    connection.execute(b"; ".join(statement.as_bytes(connection) for statement in statements))


def test_everybody_reaches_what_the_server_says_in_three_hundred_worlds(
    connection: Any, postgres_server: Server
) -> None:
    version = connection.info.server_version
    logins = tables = 0
    for first in range(0, WORLDS, AT_ONCE):
        worlds = [World(seed, version) for seed in range(first, first + AT_ONCE)]
        for world in worlds:
            run_all(connection, world.make)
        snapshot, told = read(postgres_server), told_by_server(connection)
        names = {role for world in worlds for role in world.roles}
        accounts = {role for (role,) in connection.execute("SELECT rolname::text FROM pg_roles WHERE rolcanlogin")}
        for role in sorted(accounts & names):
            expected = {table_id(*place): level for place, level in told.get(role, {}).items()}
            assert reached(snapshot, role) == expected, (first, role)
            logins += 1
            tables += len(expected)
        for world in worlds:
            run_all(connection, world.drop)
    assert logins > WORLDS
    assert tables > 10 * WORLDS
