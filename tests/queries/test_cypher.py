"""The files of queries/cypher stand in Neo4j Browser as they are: parameters, columns and plans are what their heads say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import Session

from queries.cypher import CYPHER_QUERIES, reach
from queries.cypher import access_paths as paths
from queries.cypher import cost_attribution as costs
from queries.cypher import orphaned_paths as orphans
from tests.oracles.world import drawn
from tests.queries.cypher_world import shown, together
from tests.servers.bolt import connect
from tests.servers.choice import Neo4jServers

FILES = {path.stem: path for path in sorted((Path(__file__).parents[2] / "queries" / "cypher").glob("*.cypher"))}
EDITIONS = ("5.26", "calendar")
# Which of the language each edition speaks.
LANGUAGES = {"5.26": ("CYPHER 5",), "calendar": ("CYPHER 5", "CYPHER 25")}
ENGINE = {
    "blast-radius": reach.COLUMNS,
    "exposure": reach.COLUMNS,
    "access-paths": paths.COLUMNS,
    "orphaned-paths": orphans.COLUMNS,
    "cost-attribution": costs.COLUMNS,
}
BFS, ALL_PATHS = "VarLengthExpand(Pruning,BFS,All)", ("VarLengthExpand(All)", "VarLengthExpand(Into)")


def head(name: str) -> str:
    """The comment at the top of a file."""
    lines = FILES[name].read_text().splitlines()
    return "\n".join(line[2:].strip() for line in lines[: next(i for i, line in enumerate(lines) if line[:2] != "//")])


def body(name: str) -> str:
    """The file without comments."""
    return re.sub(r"^\s*//.*$", "", FILES[name].read_text(), flags=re.MULTILINE)


def examples(name: str) -> dict[str, str]:
    """What the head sets each parameter to."""
    return dict(re.findall(r"^:param (\w+) => (.+)$", head(name), flags=re.MULTILINE))


def columns(name: str) -> list[str]:
    """The columns that the head lists; what stands in brackets explains them."""
    listed = re.sub(r"\([^)]*\)", "", head(name).replace("\n", " ").partition("Columns: ")[2])
    return [text.strip() for text in re.split(r"[.;]", listed)[0].split(",")]


@pytest.fixture(scope="module", params=EDITIONS)
def browsed(request: pytest.FixtureRequest, neo4j_servers: Neo4jServers) -> Iterator[tuple[str, Session]]:
    """A session in which one may ask as in Neo4j Browser, on a graph with a little of everything."""
    edition = request.param
    url = neo4j_servers.empty(edition)
    with (
        shown(together([drawn(seed, 60) for seed in range(3)]), url),
        connect(url, notifications_min_severity="OFF") as driver,
        driver.session(database="neo4j") as session,
    ):
        yield edition, session


def operators(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every operator of a plan, with what it says of itself."""
    yield plan["operatorType"].partition("@")[0], str(plan["args"].get("Details", ""))
    for child in plan.get("children", ()):
        yield from operators(child)


@pytest.mark.parametrize("name", FILES)
def test_a_head_tells_the_question_its_parameters_and_its_columns(name: str) -> None:
    told = head(name)
    assert told.splitlines()[0].endswith("?")
    assert "Parameters (" in told
    assert "Columns: " in told
    assert set(examples(name)) == set(re.findall(r"\$(\w+)", body(name)))


@pytest.mark.parametrize("name", FILES)
def test_no_file_calls_a_procedure_or_writes(name: str) -> None:
    text = re.sub(r"'[^']*'", "", body(name))
    words = r"\b(CREATE|MERGE|SET|DELETE|REMOVE|LOAD|CALL\s+\w|YIELD|apoc|gds|FOREACH|USE)\b"
    assert re.findall(words, text) == []


def test_every_question_that_neo4j_answers_has_a_file() -> None:
    assert set(CYPHER_QUERIES) == set(ENGINE)
    assert set(CYPHER_QUERIES) <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_runs_as_it_stands_with_the_parameters_of_its_head(name: str, browsed: tuple[str, Session]) -> None:
    edition, session = browsed
    told = examples(name)
    asked = f"RETURN {', '.join(f'{text} AS `{parameter}`' for parameter, text in told.items())}"
    parameters = session.run(asked).single(strict=True).data()
    for language in LANGUAGES[edition]:
        result = session.run(f"{language}\n{FILES[name].read_text()}", parameters)
        assert list(result.keys()) == columns(name)
        assert name not in ENGINE or tuple(columns(name)) == ENGINE[name]
        result.consume()


@pytest.mark.parametrize("name", ["blast-radius", "exposure", "orphaned-paths"])
def test_walks_meet_each_node_once_and_never_every_path(name: str, browsed: tuple[str, Session]) -> None:
    edition, session = browsed
    parameters = {"start": ["Identity:w1hr/1"], "target": "DataSource:w1db/d1", "at": 0, "basis": [1], "max_hops": None}
    for language in LANGUAGES[edition]:
        plan = session.run(f"{language} EXPLAIN {FILES[name].read_text()}", parameters).consume().plan
        assert plan is not None
        found = list(operators(plan))
        assert [operator for operator, _ in found if operator in ALL_PATHS] == []
        walks = [told for operator, told in found if operator == BFS]
        assert len(walks) >= 1
        # The conditions stand within the walk, where they end it, and not behind it.
        assert [
            told for told in walks if not all(f"r.{word} " in told for word in ("born", "died", "since", "until"))
        ] == []


def test_the_engine_and_a_person_ask_the_same_text() -> None:
    from queries.cypher.projection import statement

    assert {name: f"{statement(name)};\n" for name in FILES} == {name: path.read_text() for name, path in FILES.items()}
