"""Adding a question or a connector touches its file and one line of a table: done in a copy of the tree."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("graph", "loaders", "queries", "api")

QUESTION = '''"""How many nodes of each kind are there?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from graph.snapshot import ABSENT, Snapshot
from queries.base import HIDDEN, MOMENT, Completeness, FreshnessWarning, freshness_warnings
from queries.vocabulary import NodeKind


@dataclass(frozen=True, slots=True)
class Params:
    """The moment at which nodes are counted."""

    as_of: int = field(metadata=MOMENT)


@dataclass(frozen=True, slots=True)
class Answer:
    """How many nodes there are, in all and by kind."""

    total: int
    by_kind: dict[NodeKind, int]
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question."""
    kinds = Counter(snapshot.kind(node) for node in np.flatnonzero(snapshot.at(params.as_of).mode != ABSENT).tolist())
    return Answer(kinds.total(), dict(kinds), Completeness(), freshness_warnings(snapshot, params.as_of))
'''

CONNECTOR = '''"""Lists of people, one email a line, under the heading `people:`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.claims import Node, RunHeader
from loaders.base import Context, Document, Page, PendingRun


def recognize(document: Document) -> bool:
    """A JSON object whose only field is `people`."""
    return isinstance(document.content, dict) and list(document.content) == ["people"]


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """An identity for each email."""
    for page in pages:
        emails = page.document.content["people"] if page.document else ()
        records = [(line, Node(id=f"Identity:people/{email}", props={"email": email})) for line, email in enumerate(emails, 1)]
        yield PendingRun(RunHeader(source="people:list", observed_at=context.observed_at), records)
'''

ASK = """
import asyncio, json, sys
import httpx
from api.http.app import create_app
from api.settings import Settings

async def ask():
    app = create_app(Settings())
    async with app.router.lifespan_context(app):
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8800") as client:
            document = "{ countNodes { ... on CountNodes { total byKind { key value } completeness { status } } } }"
            return (await client.post("/graphql", json={"query": document})).json()

print(json.dumps(asyncio.run(ask())))
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what is shipped, with what Python compiled of it: it knows its sources by their size and time."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package)
    shutil.copy(ROOT / "remit.py", tmp_path)
    return tmp_path


def run(tree: Path, *words: str) -> str:
    """The output of Python in the copy; fails for exit codes other than 0."""
    environment = {name: text for name, text in os.environ.items() if not name.startswith("REMIT_")}
    environment |= {"PYTHONPATH": str(tree), "REMIT_STORE": f"sqlite:///{tree}/remit.db", "COLUMNS": "160"}
    done = subprocess.run(
        [sys.executable, *words], cwd=tree, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def add_line(path: Path, table: str, line: str) -> None:
    """Put one line at the top of a table."""
    text = path.read_text()
    assert text.count(f"{table}: dict[str, str] = {{\n") == 1
    path.write_text(text.replace(f"{table}: dict[str, str] = {{\n", f"{table}: dict[str, str] = {{\n    {line}\n"))


def test_a_question_is_its_file_and_one_line(tree: Path) -> None:
    (tree / "queries" / "count_nodes.py").write_text(QUESTION)
    add_line(tree / "queries" / "__init__.py", "QUERIES", '"count-nodes": "queries.count_nodes",')
    fixture = ROOT / "tests" / "fixtures" / "records" / "everything.jsonl"
    run(tree, "-m", "remit", "load", str(fixture))
    answer = json.loads(run(tree, "-m", "remit", "query", "count-nodes", "--format", "json"))
    assert answer["completeness"] == {"status": "COMPLETE", "reasons": [], "notes": []}
    assert answer["answer"]["total"] == sum(answer["answer"]["by_kind"].values()) > 0
    table = run(tree, "-m", "remit", "query", "count-nodes")
    assert f"total: {answer['answer']['total']}" in table
    assert "How many nodes of each kind" in run(tree, "-m", "remit", "query", "--help")
    run(tree, "-m", "remit", "docs", "docs")
    assert "\n## count-nodes\n\nHow many nodes of each kind are there?" in (tree / "docs" / "queries.md").read_text()
    found = json.loads(run(tree, "-c", ASK))["data"]["countNodes"]
    assert found["total"] == answer["answer"]["total"]
    assert {entry["key"]: entry["value"] for entry in found["byKind"]} == answer["answer"]["by_kind"]
    assert found["completeness"]["status"] == "COMPLETE"


def test_a_connector_is_its_file_and_one_line(tree: Path) -> None:
    (tree / "loaders" / "connectors" / "people.py").write_text(CONNECTOR)
    add_line(tree / "loaders" / "connectors" / "__init__.py", "CONNECTORS", '"people": "loaders.connectors.people",')
    (tree / "people.json").write_text('{"people": ["ada@acme.example", "bob@acme.example"]}')
    assert run(tree, "-m", "remit", "load", "people.json").startswith("COMPLETE people:list  +2")
    run(tree, "-m", "remit", "docs", "docs")
    assert "\n## people\n\nLists of people" in (tree / "docs" / "connectors.md").read_text()
