"""What the pages on Neo4j tell people to type, typed on the example organisation."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from graph.stores.graph_store import QueryLimits
from graph.stores.neo4j import Neo4jStore
from graph.stores.open import open_store
from tests.api.command_line import ROOT, Remit
from tests.servers.choice import Neo4jServers

EXPORT = ROOT / "examples" / "larkspur" / "2026-11-21"
PERSON = "Identity:hr/yusuf.demir"


def statements() -> list[str]:
    """The saved queries, each with the comment that says what it asks."""
    text = (ROOT / "docs" / "neo4j" / "saved-queries.cypher").read_text()
    return [part.strip() for part in text.split(";\n") if "RETURN" in part]


def phrases() -> list[str]:
    """The queries of the table of search phrases."""
    page = (ROOT / "docs" / "neo4j.md").read_text()
    return [row.replace("\\|", "|") for row in re.findall(r"^\| [^|]+ \| `(MATCH p .*)` \|$", page, re.MULTILINE)]


@pytest.fixture(scope="module", params=["5.26", "calendar"])
def store(
    request: pytest.FixtureRequest, neo4j_servers: Neo4jServers, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Neo4jStore]:
    folder, url = tmp_path_factory.mktemp("larkspur"), neo4j_servers.empty(request.param)
    (folder / "remit.toml").write_text(f'store = "{url}"\n')
    loaded = Remit(folder).run("load", str(EXPORT), "--observed-at", "2026-11-21T06:00:00Z")
    assert loaded.returncode in (0, 1), loaded.stderr
    opened = open_store(url)
    assert isinstance(opened, Neo4jStore)
    yield opened
    opened.close()


def test_there_are_as_many_as_the_pages_promise() -> None:
    assert len(statements()) == 11
    assert len(phrases()) == 3


@pytest.mark.parametrize("text", statements(), ids=lambda text: text.splitlines()[0].removeprefix("// ")[:40])
def test_a_saved_query_runs_as_it_stands_and_only_reads(text: str, store: Neo4jStore) -> None:
    table = store.ask(text, {"id": PERSON}, QueryLimits())
    assert table.columns
    if "ninety days" not in text:
        assert table.rows


@pytest.mark.parametrize("text", phrases())
def test_a_search_phrase_runs_as_it_stands_and_only_reads(text: str, store: Neo4jStore) -> None:
    assert store.ask(text, {"name": "Dana Ito"}, QueryLimits()).columns == ("p",)


def test_the_kinds_that_the_style_colours_exist() -> None:
    from graph.ontology import EDGE_KINDS, NODE_KINDS

    style = (ROOT / "docs" / "neo4j" / "style.grass").read_text()
    assert style.count("{") == style.count("}") + style.count('"{') - style.count('}"')
    assert set(re.findall(r"^node\.(\w+)", style, re.MULTILINE)) == {"Entity", *NODE_KINDS}
    assert set(re.findall(r"^relationship\.(\w+)", style, re.MULTILINE)) <= EDGE_KINDS.keys()
