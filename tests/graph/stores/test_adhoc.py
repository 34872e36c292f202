"""Cypher somebody wrote can only read, on every server: each attempt is refused and nothing changed."""

from __future__ import annotations

import hashlib
import json
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from neo4j import Driver

from graph.errors import InputError, StoreError
from graph.stores.graph_store import (
    PUBLISHING,
    ROW_LIMIT,
    SIZE_LIMIT,
    QueryLimits,
    QueryRejected,
    QueryResult,
    QueryTooExpensive,
)
from graph.stores.neo4j.connection import Neo4jConnection
from graph.stores.neo4j.cypher import bounds
from graph.stores.neo4j.cypher.allowlist import FUNCTIONS
from graph.stores.neo4j.cypher.ask import ask, check_plan
from graph.stores.neo4j.cypher.statement_check import MAX_CHARACTERS, check_text
from tests.graph.stores.statements import ADMINISTRATION, ANSWERED, ANSWERED_25, OUTSIDE, REFUSED, WRITES
from tests.servers.bolt import connect, database_of
from tests.servers.choice import Neo4jServers

GRAPH = """
CREATE (a:Entity:Identity {id: 'a', name: 'Ada'})-[:HAS_ACCOUNT {cap: 5}]->(b:Entity:Account {id: 'b', name: 'ada'}),
       (b)-[:MEMBER_OF {cap: 5}]->(c:Entity:Group {id: 'c', name: 'Datenhüter'}),
       (c)-[:CAN_ACCESS {cap: 3}]->(d:Entity:DataSource {id: 'd', name: 'customers'}),
       (:RemitProjection {name: 'projection', generation: 7, digest: 'd7', built_at: 1790000000000000})
"""
# What a person could change or add: data, schema, users, databases.
CONTENT = (
    ("MATCH (n) RETURN elementId(n), labels(n), properties(n) ORDER BY elementId(n)", None),
    (
        "MATCH (a)-[r]->(b) RETURN elementId(r), type(r), elementId(a), elementId(b), properties(r) ORDER BY elementId(r)",
        None,
    ),
    ("CALL db.labels() YIELD label RETURN label ORDER BY label", None),
    ("SHOW INDEXES YIELD name, type RETURN name, type ORDER BY name", None),
    ("SHOW CONSTRAINTS YIELD name, type RETURN name, type ORDER BY name", None),
    ("SHOW USERS", "system"),
    ("SHOW DATABASES YIELD name, access, requestedStatus RETURN name, access, requestedStatus ORDER BY name", "system"),
)


@dataclass
class Place:
    """One server with a small projection, the connection under test, and a driver beside it that may do everything."""

    url: str
    connection: Neo4jConnection
    driver: Driver
    database: str
    is_25: bool
    heard: list[str] = field(default_factory=list)
    port: int = 0
    begun_with: str = ""

    def ask(self, text: str, parameters: dict[str, Any] | None = None, **limits: Any) -> QueryResult:
        return ask(self.connection, text.replace("{port}", str(self.port)), parameters or {}, QueryLimits(**limits))

    def do(self, text: str, database: str | None = None) -> list[list[Any]]:
        with self.driver.session(database=database or self.database) as session:
            return [record.values() for record in session.run(text)]

    def digest(self) -> str:
        told = [self.do(text, database) for text, database in CONTENT]
        return hashlib.sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()


@pytest.fixture(scope="module", params=["neo4j-5.26", "neo4j-calendar", "neo4j-calendar-cypher-25"])
def place(request: pytest.FixtureRequest, neo4j_servers: Neo4jServers) -> Iterator[Place]:
    edition = request.param.split("-")[1]
    url = neo4j_servers.empty(edition, schema=True)
    is_25 = request.param.endswith("-25")
    with connect(url) as driver, listening() as (port, heard):
        connection = Neo4jConnection.open(url)
        found = Place(url, connection, driver, database_of(url), is_25, heard, port)
        language = f"ALTER DATABASE `{found.database}` SET DEFAULT LANGUAGE CYPHER "
        if is_25:
            found.do(f"{language} 25", "system")
        try:
            found.do("CREATE CONSTRAINT entity_id FOR (n:Entity) REQUIRE n.id IS UNIQUE")
            found.do(GRAPH)
            found.begun_with = found.digest()
            yield found
        finally:
            if is_25:
                found.do(f"{language} 5", "system")
            connection.close()


class listening:
    """A web server that writes down who came; LOAD CSV would."""

    def __enter__(self) -> tuple[int, list[str]]:
        heard: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                heard.append(self.path)
                self.send_error(404)

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        return self.server.server_address[1], heard

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_does_more_than_read_is_refused_with_the_reason_and_changes_nothing(
    place: Place, text: str, reason: str | None
) -> None:
    with pytest.raises(InputError) as caught:
        place.ask(text, {"p": "http://127.0.0.1:{port}/"})
    assert reason is None or reason in str(caught.value)
    assert place.digest() == place.begun_with
    assert place.heard == []


SPELLINGS: list[Callable[[str], str]] = [
    lambda text: text.swapcase(),
    lambda text: text.replace(" ", "/**/"),
    lambda text: text.replace(" ", "\t\r\n "),
    lambda text: f"/* a\n */ {text} // done",
    lambda text: f"RETURN 1 AS one UNION {text}",
    lambda text: f"UNWIND [1] AS one {text}",
    lambda text: f"CALL () {{ {text} }} RETURN 1 AS one",
    lambda text: f"RETURN [x IN [1] | COLLECT {{ {text} }}] AS hidden",
    lambda text: f"RETURN CASE WHEN EXISTS {{ {text} }} THEN 1 END AS hidden",
]


@pytest.mark.parametrize("spell", SPELLINGS)
def test_no_other_spelling_of_the_same_is_answered(place: Place, spell: Callable[[str], str]) -> None:
    """Other case, other blanks, within or after something honest: all refused, by us or by the server."""
    for text, _ in [*WRITES, *OUTSIDE, *ADMINISTRATION]:
        with pytest.raises(InputError):
            place.ask(spell(text), {"p": "x", "P": "x"})
    assert place.digest() == place.begun_with
    assert place.heard == []


@pytest.mark.parametrize(("text", "parameters", "rows"), ANSWERED)
def test_what_only_reads_is_answered(
    place: Place, text: str, parameters: dict[str, Any], rows: list[list[Any]]
) -> None:
    table = place.ask(text, parameters)
    assert [list(row) for row in table.rows] == rows
    assert table.reasons == ()
    assert table.generation == 7


@pytest.mark.parametrize(("text", "parameters", "rows"), ANSWERED_25)
def test_what_cypher_25_adds_to_reading_is_answered(
    place: Place, text: str, parameters: dict[str, Any], rows: list[list[Any]]
) -> None:
    if place.is_25:
        assert [list(row) for row in place.ask(text, parameters).rows] == rows
    else:
        with pytest.raises(InputError, match="Neo4j: "):
            place.ask(text, parameters)


def test_a_plan_alone_would_let_a_hidden_file_be_read(place: Place) -> None:
    """Why the text is taken apart too: this plan has nothing but known operators, and it is a read."""
    text = "RETURN [x IN [1] | COLLECT { LOAD CSV FROM 'file:///etc/hostname' AS l RETURN l }] AS lines"
    summary = place.driver.execute_query(f"EXPLAIN {text}", database_=place.database).summary
    check_plan(summary.query_type, summary.plan)
    with pytest.raises(QueryRejected, match="LOAD CSV"):
        check_text(text)


def test_every_function_of_the_server_is_known_or_refused_on_purpose(place: Place) -> None:
    told = place.do("SHOW FUNCTIONS YIELD name, isBuiltIn WHERE isBuiltIn RETURN name")
    unknown = {name for [name] in told if name.lower() not in FUNCTIONS}
    assert unknown == {"file", "linenumber", "graph.byElementId", "graph.byName"}


def test_every_value_reads_as_json(place: Place) -> None:
    text = """
    RETURN 9223372036854775807 AS whole, 0.5 AS fraction, 0.0 / 0.0 AS nan, 1.0 / 0.0 AS more, -1.0 / 0.0 AS less,
      date('2026-11-24') AS day, time('12:00:00+01:00') AS clock, localtime('12:00') AS here,
      datetime('2026-11-24T00:00:00.123456789Z') AS moment, localdatetime('2026-11-24T00:00') AS local,
      duration('P1M2DT3.5S') AS span, point({latitude: 1.5, longitude: 2.5}) AS spot, $bytes AS bytes,
      {a: [null, true, {b: 'ü'}]} AS map
    """
    table = place.ask(text, {"bytes": b"\x00\xff"})
    found = dict(zip(table.columns, table.rows[0], strict=True))
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert found == {
        "whole": 2**63 - 1,
        "fraction": 0.5,
        "nan": "NaN",
        "more": "Infinity",
        "less": "-Infinity",
        "day": "2026-11-24",
        "clock": "12:00:00.000000000+01:00",
        "here": "12:00:00.000000000",
        "moment": "2026-11-24T00:00:00.123456789+00:00",
        "local": "2026-11-24T00:00:00.000000000",
        "span": "P1M2DT3.5S",
        "spot": {"is": "point", "srid": 4326, "coordinates": [2.5, 1.5]},
        "bytes": {"is": "bytes", "base64": "AP8="},
        "map": {"a": [None, True, {"b": "ü"}]},
    }


def test_elements_of_the_graph_say_what_they_are(place: Place) -> None:
    table = place.ask("MATCH p = (a:Identity)-[r]->(b) RETURN a, r, p")
    [[node, relationship, path]] = table.rows
    assert (node["is"], node["labels"], node["properties"]["id"]) == ("node", ["Entity", "Identity"], "a")
    assert (relationship["is"], relationship["type"]) == ("relationship", "HAS_ACCOUNT")
    assert relationship["properties"] == {"cap": 5}
    assert relationship["start"] == node["element_id"]
    assert path["is"] == "path"
    assert path["nodes"][0] == node
    assert path["relationships"] == [relationship]
    json.dumps(table.rows, allow_nan=False)


def test_a_row_limit_cuts_and_says_so(place: Place) -> None:
    table = place.ask("UNWIND range(1, 1000000000) AS x RETURN x", rows=3)
    assert table.rows == ((1,), (2,), (3,))
    assert [reason.code for reason in table.reasons] == [ROW_LIMIT]
    assert table.truncated
    exact = place.ask("UNWIND range(1, 3) AS x RETURN x", rows=3)
    assert (len(exact.rows), exact.reasons) == (3, ())


@pytest.mark.parametrize("limits", [{"cells": 100}, {"size": 10_000}])
def test_an_answer_that_grows_too_large_is_cut_between_rows_and_says_so(place: Place, limits: dict[str, int]) -> None:
    table = place.ask("UNWIND range(1, 500) AS x RETURN range(1, 20) AS many, 'ten letters' AS text", **limits)
    assert [reason.code for reason in table.reasons] == [SIZE_LIMIT]
    assert 0 < len(table.rows) < 500
    assert all(len(row[0]) == 20 for row in table.rows)
    none = place.ask("RETURN range(1, 5000) AS many", **limits)
    assert (none.rows, none.truncated) == ((), True)


@pytest.mark.parametrize(
    "text",
    [
        "UNWIND range(1, 10000000000) AS x RETURN sum(x)",
        "UNWIND range(1, 10000000000) AS x WITH x WHERE x < 0 RETURN x",
        "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b ORDER BY a * b RETURN count(*)",
    ],
)
def test_a_runaway_statement_is_ended_and_told_why(place: Place, text: str) -> None:
    with pytest.raises(QueryTooExpensive, match=r"longer than 0\.5 s|more memory than the server"):
        place.ask(text, timeout_s=0.5)
    assert place.ask("RETURN 1").rows == ((1,),)


def test_nobody_waits_for_an_expression_that_the_server_does_not_end(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "GRACE_S", 0.2)
    text = "WITH $n AS n RETURN reduce(a = 0, x IN range(1, n) | a + x) AS total"
    assert place.ask(text, {"n": 3}).rows == ((6,),)
    began = time.monotonic()
    with pytest.raises(QueryTooExpensive, match=r"longer than 0\.1 s"):
        # The server itself would look at its limit when it is done, after seconds.
        place.ask(text, {"n": 20_000_000}, timeout_s=0.1)
    assert time.monotonic() - began < 1.5
    # Until the server has ended it, it gets no other: each would take one more of its processors.
    monkeypatch.setattr(bounds, "ENDING_S", 0.0)
    with pytest.raises(StoreError, match="still runs a statement that was ended"):
        place.ask("RETURN 1")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            assert place.ask("RETURN 1").rows == ((1,),)
        except StoreError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the server never ended the statement")


def test_what_comes_is_measured_before_it_is_held(place: Place) -> None:
    tracemalloc.start()
    try:
        table = place.ask("UNWIND [1, 2000000, 2] AS n RETURN range(1, n) AS many")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # The second row is more than may be held, so nothing after it is read.
    assert table.rows == (([1],),)
    assert [reason.code for reason in table.reasons] == [SIZE_LIMIT]
    assert peak < 20 * 2**20
    assert place.ask("RETURN 1").rows == ((1,),)


def test_a_server_that_gives_a_statement_all_of_its_memory_is_named(place: Place) -> None:
    [sentence] = bounds.memory_advice(place.connection)
    assert "db.memory.transaction.max=512m" in sentence


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("RETURN range(1, 20000000) AS many", {}),
        ("RETURN size(range(1, $n)) AS many", {"n": 2_000_000_000}),
        ("RETURN reduce(a = 0, x IN Range(-$n, 10) | a + x) AS total", {"n": 2_000_000_000}),
    ],
)
def test_a_range_that_is_plainly_without_end_is_refused_unasked(
    place: Place, text: str, parameters: dict[str, Any]
) -> None:
    with pytest.raises(QueryTooExpensive, match="UNWIND"):
        place.ask(text, parameters)
    assert place.ask("UNWIND range(1, 2000000000) AS x RETURN x", rows=1).rows == ((1,),)
    assert place.ask("RETURN size(range(1, 2000000000, 1000000)) AS many").rows == ((2000,),)


def test_a_value_that_is_nested_too_deep_is_refused(place: Place) -> None:
    with pytest.raises(QueryTooExpensive, match="nested"):
        place.ask("RETURN reduce(a = [], x IN range(1, 200) | [a]) AS deep")


def test_a_projection_that_is_being_rewritten_makes_the_answer_partial(place: Place) -> None:
    place.do("MATCH (p:RemitProjection) SET p.publishing = 8")
    try:
        assert [reason.code for reason in place.ask("RETURN 1").reasons] == [PUBLISHING]
    finally:
        place.do("MATCH (p:RemitProjection) REMOVE p.publishing")
    assert place.ask("RETURN 1").reasons == ()


def test_a_complaint_of_the_server_points_into_the_statement_as_it_was_written(place: Place) -> None:
    with pytest.raises(InputError, match=r"\(line 1, column 8\)"):
        place.ask("RETURN missing")
    with pytest.raises(InputError, match=r"\(line 2, column 3\)"):
        place.ask("RETURN\n  missing")


def test_a_text_without_end_is_refused_unread(place: Place) -> None:
    with pytest.raises(QueryTooExpensive, match="characters"):
        place.ask("RETURN 1" + " " * MAX_CHARACTERS)


@pytest.mark.parametrize("limits", [{"rows": 0}, {"rows": 10**9}, {"timeout_s": 0.0}, {"timeout_s": float("nan")}])
def test_limits_that_are_none_are_refused(limits: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        QueryLimits(**limits)


def test_a_server_that_does_not_answer_is_no_fault_of_the_statement(place: Place) -> None:
    other = Neo4jConnection.open(place.url)
    other.close()
    with pytest.raises(StoreError):
        ask(other, "RETURN 1", {}, QueryLimits())
