"""`remit query NAME --engine neo4j`: the same envelope, asked of Neo4j on a machine that holds no snapshot."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.api.command_line import Remit
from tests.servers.bolt import connect, wipe
from tests.servers.choice import Neo4jServers

EDITIONS = ("5.26", "calendar")
ENVELOPE = ["query", "params", "engine", "snapshot", "completeness", "freshness", "answer"]
RECORDS: list[dict[str, Any]] = [
    {"record": "run", "source": "hr:test", "observed_at": "2026-11-20T06:00:00Z", "complete": ["Identity"]},
    {
        "record": "node",
        "id": "Identity:hr/1",
        "name": "Ada Byron",
        "props": {"type": "human", "status": "active", "emails": ["ada@acme.example"]},
    },
    {
        "record": "node",
        "id": "Identity:okta/00u1",
        "name": "Ada  BYRON",
        "props": {"type": "human", "emails": ["ada@acme.example"]},
    },
    {"record": "node", "id": "Identity:hr/2", "name": "Bo", "props": {"type": "human", "status": "departed"}},
    {"record": "node", "id": "Identity:hr/3", "name": "Bo", "props": {"type": "human", "status": "active"}},
    {"record": "edge", "kind": "MEMBER_OF", "source": "Identity:hr/1", "target": "Group:hr/g"},
    {
        "record": "edge",
        "kind": "CAN_ACCESS",
        "source": "Group:hr/g",
        "target": "DataSource:db/a",
        "permission": "WRITE",
        "evidence": "team grant",
    },
    {"record": "edge", "kind": "CAN_ACCESS", "source": "Identity:hr/2", "target": "DataSource:db/a"},
    {"record": "edge", "kind": "HAS_ACCOUNT", "source": "Identity:hr/1", "target": "Account:c/1"},
    {
        "record": "usage",
        "principal": "Account:c/1",
        "resource": "Model:m/x",
        "application": "Application:c/acme",
        "day": "2026-11-19",
        "requests": 2,
        "tokens": {"output": 5},
        "cost": {"amount": "1.5", "currency": "USD", "basis": "billed"},
    },
]
AT = ("--as-of", "2026-11-20T12:00:00Z")


@dataclass(frozen=True)
class Asker(Remit):
    """The command line in a folder of its own, with its claims in Neo4j."""

    url: str

    def command(self, *words: str) -> tuple[list[str], dict[str, str]]:
        command, environment = super().command(*words)
        return command, environment | {"REMIT_STORE": self.url}

    def told(self, *words: str) -> dict[str, Any]:
        """What Neo4j answers."""
        done = self.run("query", *words, *AT, "--engine", "neo4j", "--format", "json")
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found


def asker(folder: Path, url: str) -> Asker:
    folder.mkdir()
    return Asker(folder, url)


@pytest.fixture(scope="module", params=EDITIONS)
def loaded(request: pytest.FixtureRequest, neo4j_servers: Neo4jServers, tmp_path_factory: Any) -> Asker:
    """Records loaded and published; the snapshots of the machine that loaded are gone."""
    url = neo4j_servers.empty(request.param)
    first = asker(tmp_path_factory.mktemp("machine") / "one", url)
    first.write("records.jsonl", RECORDS)
    done = first.run("load", "records.jsonl")
    assert done.returncode == 0, done.stderr
    shutil.rmtree(first.folder)
    return asker(tmp_path_factory.mktemp("machine") / "two", url)


@pytest.fixture
def refused(loaded: Asker) -> Callable[..., subprocess.CompletedProcess[str]]:
    return lambda *words: loaded.run("query", *words, "--engine", "neo4j", "--format", "json")


@pytest.mark.parametrize("start", ["Identity:hr/1", "Identity:okta/00u1", " ADA@acme.example", "Ada Byron"])
def test_a_machine_without_a_snapshot_is_answered_by_id_member_address_or_name(start: str, loaded: Asker) -> None:
    found = loaded.told("blast-radius", start)
    assert list(found) == ENVELOPE
    assert (found["query"], found["engine"], found["snapshot"]["as_of"]) == (
        "blast-radius",
        "neo4j",
        "2026-11-20T12:00:00Z",
    )
    assert found["answer"]["start"] == ["Identity:hr/1"]
    row = found["answer"]["reached"][0]
    assert (row["id"], row["permission"], row["hops"]) == ("DataSource:db/a", "WRITE", 2)
    # What Cypher does not tell is null, not left out and not made up.
    assert (row["witness"], row["exercised"], found["answer"]["score"]) == (None, None, None)
    # No snapshot is made: the audit of who asked, and the salt of its hashes, are all that is written.
    written = {path.relative_to(loaded.folder).as_posix() for path in loaded.folder.rglob("*") if path.is_file()}
    assert written == {".remit/audit", ".remit/audit.head", ".remit/salt"}


def test_every_question_that_neo4j_answers_has_the_fields_of_the_snapshots_answer(loaded: Asker) -> None:
    cases = (
        ("blast-radius", "Ada Byron"),
        ("exposure", "DataSource:db/a"),
        ("access-paths", "Ada Byron", "DataSource:db/a"),
        ("orphaned-paths",),
        ("cost-attribution", "--by", "identity,model", "--from", "2026-11-19", "--to", "2026-11-19"),
    )
    other = asker(loaded.folder.parent / "three", loaded.url)
    for words in cases:
        found, told = loaded.told(*words), other.ask(*words, *AT)
        assert found["snapshot"]["digest"] == told["snapshot"]["digest"]
        assert found["snapshot"]["generation"] == told["snapshot"]["generation"]
        assert (found["params"], found["answer"].keys()) == (told["params"], told["answer"].keys())
        assert found["freshness"] == told["freshness"]
        assert words[0] != "access-paths" or found["answer"] == told["answer"]
    assert found["answer"]["rows"] == told["answer"]["rows"] != []
    (way,) = loaded.told("access-paths", "Ada Byron", "DataSource:db/a")["answer"]["paths"]
    assert way["sentence"] == "Ada Byron is a member of Group g, which may access DataSource a (WRITE)."
    assert [edge["evidence"] for edge in way["edges"]] == [None, "team grant"]
    roots = loaded.told("orphaned-paths")["answer"]["roots"]
    assert [(root["id"], root["state"], root["reasons"][0]["code"]) for root in roots] == [
        ("Identity:hr/2", "ORPHANED", "DEPARTED_OWNER")
    ]


def test_days_that_no_run_covers_and_a_currency_left_out_are_said_as_the_snapshot_says_them(
    neo4j_servers: Neo4jServers, tmp_path: Path
) -> None:
    """Days by what runs say, by rows alone, by charges, and by usage outside of the window; in two currencies."""

    def header(source: str, **days: dict[str, str]) -> dict[str, Any]:
        return {"record": "run", "source": source, "observed_at": "2026-11-20T06:00:00Z", **days}

    def charge(first: str, last: str, category: str) -> dict[str, Any]:
        cost = {"amount": "7", "currency": "EUR"}
        record = {"record": "charge", "application": "Application:b/acme", "category": category, "cost": cost}
        return record | {"from": first, "to": last}

    usage = RECORDS[-1]
    remit = asker(tmp_path / "one", neo4j_servers.empty("5.26"))
    files = {
        "says": [header("ai:says", usage={"from": "2026-11-05", "to": "2026-11-20"}), usage],
        "rows": [header("ai:rows"), usage | {"principal": "Account:c/2"}],
        "bill": [
            header("bill:days", charges={"from": "2026-11-01", "to": "2026-11-22"}),
            charge("2026-11-01", "2026-11-20", "seat"),
        ],
        "both": [
            header("bill:both", charges={"from": "2026-11-01", "to": "2026-11-30"}),
            charge("2026-11-01", "2026-11-30", "tax"),
            usage | {"principal": "Account:c/3", "day": "2026-11-07"},
        ],
    }
    for name, records in files.items():
        done = remit.run("load", remit.write(f"{name}.jsonl", records))
        assert done.returncode == 0, done.stderr
    seen = set()
    for first, last, currency in (
        ("2026-11-01", "2026-11-30", "USD"),
        ("2026-11-19", "2026-11-19", "USD"),
        ("2026-11-21", "2026-11-24", "EUR"),
        ("2026-12-01", "2026-12-02", "USD"),
    ):
        words = ("cost-attribution", "--from", first, "--to", last, "--currency", currency, "--by", "day", *AT)
        expected, answer = remit.ask(*words), remit.ask(*words, "--engine", "neo4j")
        assert answer["completeness"] == expected["completeness"], words
        seen |= {(kind, row["code"]) for kind in ("reasons", "notes") for row in answer["completeness"][kind]}
    assert seen == {("reasons", "DAYS_NOT_COVERED"), ("notes", "CURRENCY")}


def test_a_limit_makes_the_answer_partial_and_says_so(loaded: Asker) -> None:
    done = loaded.run(
        "query", "exposure", "DataSource:db/a", *AT, "--engine", "neo4j", "--limit", "1", "--format", "json"
    )
    found = json.loads(done.stdout)
    assert (done.returncode, len(found["answer"]["reached"])) == (1, 1)
    assert found["completeness"]["reasons"] == [{"code": "ROWS", "detail": "reached: the first 1 of 3"}]


def test_people_and_spreadsheets_get_their_formats(loaded: Asker) -> None:
    table = loaded.run("query", "blast-radius", "Ada Byron", *AT, "--engine", "neo4j")
    assert table.returncode == 0, table.stderr
    assert "DataSource:db/a" in table.stdout
    assert "from neo4j" in table.stdout
    told = loaded.run("query", "blast-radius", "Ada Byron", *AT, "--engine", "neo4j", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(told.stdout)))
    assert (rows[0]["id"], rows[0]["permission"]) == ("DataSource:db/a", "WRITE")


def test_what_cannot_be_asked_is_refused_with_the_remedy(refused: Callable[..., Any]) -> None:
    cases = {
        ("blast-radius", "Identity:hr/nobody"): "no node matches",
        ("blast-radius", "Bo"): "Identity:hr/2, Identity:hr/3",
        ("ranking",): "Neo4j answers blast-radius",
        ("cost-attribution", "--by", "mcp_server", "--from", "2026-11-01", "--to", "2026-11-30"): "leave --engine out",
        (
            "cost-attribution",
            "--by",
            "day",
            "--from",
            "2026-11-01",
            "--to",
            "2026-11-30",
            "--filter",
            "team=x",
        ): "--filter",
    }
    for words, expected in cases.items():
        done = refused(*words)
        assert (done.returncode, done.stdout) == (2, ""), words
        assert expected in done.stderr


def test_a_store_that_is_not_neo4j_refuses_the_engine_and_names_it(tmp_path: Path) -> None:
    remit = Remit(tmp_path)
    remit.write("records.jsonl", RECORDS)
    remit.run("load", "records.jsonl")
    done = remit.run("query", "blast-radius", "Ada Byron", "--engine", "neo4j")
    assert (done.returncode, "REMIT_STORE is sqlite" in done.stderr) == (2, True)
    done = remit.run("query", "blast-radius", "Ada Byron", "--engine", "oracle")
    assert (done.returncode, "use snapshot, neo4j" in done.stderr) == (2, True)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_graph_that_is_missing_or_behind_is_never_taken_for_the_present(
    edition: str, neo4j_servers: Neo4jServers, tmp_path: Path
) -> None:
    remit = asker(tmp_path / "one", neo4j_servers.empty(edition))
    done = remit.run("query", "blast-radius", "Ada Byron", *AT, "--engine", "neo4j")
    assert (done.returncode, "no projection yet" in done.stderr) == (3, True)
    remit.write("records.jsonl", RECORDS)
    assert remit.run("load", "records.jsonl").returncode == 0
    # Claims that somebody wrote and did not live to publish.
    code = (
        "import sys; from graph.stores.open import open_store; from graph.claims import Node, RunHeader\n"
        "store = open_store(sys.argv[1]); run = store.begin(RunHeader(source='x:late', observed_at=2**50))\n"
        "store.write(run, [Node(id='Group:x/late')], [1]); store.check(run); store.finish(run); store.close()"
    )
    subprocess.run([sys.executable, "-c", code, remit.url], check=True, cwd=Path(__file__).parents[2])
    done = remit.run("query", "blast-radius", "Ada Byron", *AT, "--engine", "neo4j", "--format", "json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["completeness"]["status"]) == (1, "PARTIAL")
    assert [reason["code"] for reason in found["completeness"]["reasons"]] == ["BEHIND"]
    assert found["answer"]["total"] == 4
    with connect(remit.url) as driver:
        driver.execute_query("MATCH (p:RemitProjection) SET p.edition = 0")
    done = remit.run("query", "blast-radius", "Ada Byron", *AT, "--engine", "neo4j")
    assert done.returncode == 3
    wipe(remit.url)
