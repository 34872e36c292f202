"""How tests speak to any Neo4j by its address: connect, ask its version, empty it."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from neo4j import Driver, GraphDatabase

ROWS_AT_ONCE = 10_000


def connect(url: str, **settings: Any) -> Driver:
    """A driver for an address such as bolt://user:password@127.0.0.1:7687/neo4j; the caller closes it."""
    parts = urlsplit(url)
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return GraphDatabase.driver(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}", auth=auth, **settings)


def database_of(url: str) -> str:
    return urlsplit(url).path.strip("/") or "neo4j"


def version_of(url: str) -> str:
    """The version that the server itself reports."""
    with connect(url, max_transaction_retry_time=0) as driver:
        told = driver.execute_query(
            "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]",
            database_=database_of(url),
        )
    return str(told.records[0][0])


def wipe(url: str, *, schema: bool = False) -> None:
    """Remove every node and relationship; with `schema` every constraint and index too, but those Neo4j made itself."""
    with connect(url) as driver, driver.session(database=database_of(url)) as session:
        # One transaction holds what it deletes in the heap, so a large graph goes in several, relationships first.
        if session.run("MATCH (n) RETURN count(n) + COUNT { ()-->() }").single(strict=True)[0] > ROWS_AT_ONCE:
            for pattern in ("()-[x]->()", "(x)"):
                step = f"CALL (x) {{ DELETE x }} IN TRANSACTIONS OF {ROWS_AT_ONCE} ROWS"
                session.run(f"MATCH {pattern} {step}").consume()
        else:
            session.run("MATCH (n) DETACH DELETE n").consume()
        if not schema:
            return
        for name in [row[0] for row in session.run("SHOW CONSTRAINTS YIELD name")]:
            session.run(f"DROP CONSTRAINT `{name}` IF EXISTS").consume()
        for name in [row[0] for row in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")]:
            session.run(f"DROP INDEX `{name}` IF EXISTS").consume()
