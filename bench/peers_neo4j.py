"""Other ways to write edges into Neo4j and to read them back: single rows, batches, columns."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from neo4j import Driver, GraphDatabase

from bench.graph import Graph
from bench.measure import Measure, say
from graph.ontology import EDGE_NAMES, Permission

_BATCH = 10_000
_EACH = """
MATCH (a:Peer {id: $row[0]}) MATCH (b:Peer {id: $row[1]})
MERGE (a)-[r:GRANTS {kind: $row[2], source: $row[3]}]->(b)
SET r.permission = $row[4], r.since = $row[5], r.evidence = $row[6]
"""
_MANY = """
UNWIND $rows AS row
MATCH (a:Peer {id: row[0]}) MATCH (b:Peer {id: row[1]})
MERGE (a)-[r:GRANTS {kind: row[2], source: row[3]}]->(b)
SET r.permission = row[4], r.since = row[5], r.evidence = row[6]
"""
_ROWS = """
MATCH (a:Peer)-[r:GRANTS]->(b:Peer)
RETURN a.id, r.kind, b.id, r.source, r.permission, r.since, r.evidence
"""
_COLUMNS = """
MATCH (a:Peer)-[r:GRANTS]->(b:Peer)
WITH a.id AS tail, r, b.id AS head
RETURN collect(tail), collect(r.kind), collect(head), collect(r.source), collect(r.permission), collect(r.since),
  collect(r.evidence)
"""


def measure(url: str, graph: Graph, ids: list[str], sample: int) -> list[Measure]:
    """Writers and readers of one relationship per edge, on the first `sample` edges; the server is left without them."""
    rows = [_row(graph, ids, number) for number in range(sample)]
    with GraphDatabase.driver(url.rpartition("/")[0], auth=None) as driver:
        driver.execute_query("CREATE CONSTRAINT peer IF NOT EXISTS FOR (p:Peer) REQUIRE p.id IS UNIQUE")
        driver.execute_query("CALL db.awaitIndexes(300)")
        each = _written(driver, rows, _one_by_one)
        many = _written(driver, rows, _in_batches)
        by_row = _read(driver, sample, _ROWS, lambda records: len(records))
        by_column = _read(driver, sample, _COLUMNS, lambda records: len(records[0][0]))
        _drop(driver)
    scope = f"on {sample:,} edges"
    slow = Measure.of(f"MERGE per edge, {scope}", "edges/s", [sample / took for took in each])
    plain = Measure.of(f"a row per edge read, {scope}", "edges/s", [sample / took for took in by_row])
    return [
        slow,
        Measure.of(
            f"UNWIND ... MERGE in batches of 10,000, {scope}", "edges/s", [sample / took for took in many], slow
        ),
        plain,
        Measure.of(f"packed columns of relationships read, {scope}", "edges/s", [sample / t for t in by_column], plain),
    ]


def _row(graph: Graph, ids: list[str], number: int) -> list[Any]:
    permission = int(graph.permission[number])
    return [
        ids[int(graph.tail[number])],
        ids[int(graph.head[number])],
        EDGE_NAMES[int(graph.kind[number])],
        "bench:acme",
        Permission(permission).name if permission else "",
        number,
        f"page {number % 40}",
    ]


def _written(driver: Driver, rows: list[list[Any]], write: Callable[[Any, list[list[Any]]], None]) -> list[float]:
    _drop(driver)
    names = sorted({row[0] for row in rows} | {row[1] for row in rows})
    for begin in range(0, len(names), _BATCH):
        driver.execute_query("UNWIND $names AS id CREATE (:Peer {id: id})", names=names[begin : begin + _BATCH])
    say(f"peer: {write.__name__}")
    begin_at = time.perf_counter()
    for begin in range(0, len(rows), _BATCH):
        part = rows[begin : begin + _BATCH]
        with driver.session() as session:
            session.execute_write(write, part)
    return [time.perf_counter() - begin_at]


def _one_by_one(tx: Any, rows: list[list[Any]]) -> None:
    for row in rows:
        tx.run(_EACH, row=row).consume()


def _in_batches(tx: Any, rows: list[list[Any]]) -> None:
    tx.run(_MANY, rows=rows).consume()


def _read(driver: Driver, sample: int, text: str, count: Callable[[Any], int]) -> list[float]:
    took = []
    for _ in range(3):
        begin = time.perf_counter()
        assert count(driver.execute_query(text).records) <= sample
        took.append(time.perf_counter() - begin)
    return took


def _drop(driver: Driver) -> None:
    with driver.session() as session:
        session.run("MATCH (:Peer)-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS").consume()
        session.run("MATCH (p:Peer) CALL (p) { DELETE p } IN TRANSACTIONS OF 10000 ROWS").consume()
