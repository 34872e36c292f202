"""The example organisation is what its generator writes, and its story is in the files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from examples import generate
from examples.systems import openai, services
from graph.check import check, check_header
from graph.claims import Edge, Node, Record, RunHeader, Usage
from graph.moment import read_moment
from graph.ontology import Permission
from loaders.base import Context
from loaders.saved.files import load_runs

EXPORTS = ("2026-08-22", "2026-10-16", "2026-11-21")


def _runs(export: str) -> Iterator[tuple[RunHeader, list[Record]]]:
    context = Context(observed_at=read_moment(f"{export}T06:00:00Z"), salt=b"salt of a test")
    drafts, skipped = load_runs([generate.ROOT / export], context)
    assert skipped == []
    for draft in drafts:
        entries = [record for _, record in draft.records]
        assert draft.rejected == []
        assert draft.failure is None
        yield draft.header, entries


@pytest.fixture(scope="module")
def runs() -> dict[str, list[tuple[RunHeader, list[Record]]]]:
    return {export: list(_runs(export)) for export in EXPORTS}


@pytest.fixture(scope="module")
def last(runs: dict[str, list[tuple[RunHeader, list[Record]]]]) -> list[Record]:
    return [record for _, entries in runs["2026-11-21"] for record in entries]


def test_committed_files_are_what_the_generator_writes() -> None:
    wanted = generate.files()
    found = {str(path.relative_to(generate.ROOT)): path for path in generate.ROOT.rglob("*") if path.is_file()}
    assert sorted(found) == sorted(wanted)
    assert [path for path, text in wanted.items() if found[path].read_bytes() != text.encode()] == []


def test_examples_stay_small() -> None:
    assert sum(len(text.encode()) for text in generate.files().values()) < 3_000_000


def test_every_file_is_known_to_a_connector_and_every_record_can_be_kept(
    runs: dict[str, list[tuple[RunHeader, list[Record]]]],
) -> None:
    for told in runs.values():
        for header, entries in told:
            if header.source:
                check_header(header)
            for record in entries:
                check(record)


def test_no_run_tells_one_thing_twice_differently(runs: dict[str, list[tuple[RunHeader, list[Record]]]]) -> None:
    for told in runs.values():
        for header, entries in told:
            ids = Counter(record.id for record in entries if isinstance(record, Node))
            assert [node for node, count in ids.items() if count > 1] == [], header.source


def test_the_organisation_has_the_promised_size(last: list[Record]) -> None:
    nodes = {record.id for record in last if isinstance(record, Node)}
    assert len([node for node in nodes if node.startswith("DataSource:")]) == 40
    assert {node for node in nodes if node.startswith("Application:") and "/repo/" not in node} >= {
        "Application:anthropic/larkspur",
        "Application:cursor/larkspur",
        "Application:openai/larkspur",
    }
    days = {record.day for record in last if isinstance(record, Usage)}
    assert len(days) == 90


def test_no_edge_leads_to_a_node_that_nobody_describes_except_owners_of_configurations(
    runs: dict[str, list[tuple[RunHeader, list[Record]]]],
) -> None:
    told = [record for run in runs.values() for _, entries in run for record in entries]
    described = {record.id for record in told if isinstance(record, Node)}
    named = {end for record in told if isinstance(record, Edge) for end in (record.source, record.target)}
    unknown = {end for end in named - described if not end.startswith("Identity:email/")}
    assert all(end.startswith("Account:postgres/db.larkspur.example:5432/") for end in unknown), unknown


def test_dana_leaves_a_key_a_superuser_and_a_server_behind(
    runs: dict[str, list[tuple[RunHeader, list[Record]]]], last: list[Record]
) -> None:
    listed = {
        export: any(isinstance(r, Node) and r.id == "Identity:hr/dana.ito" for _, told in run for r in told)
        for export, run in runs.items()
    }
    assert listed == {"2026-08-22": True, "2026-10-16": False, "2026-11-21": False}
    edges = {(r.kind, r.source, r.target): r for r in last if isinstance(r, Edge)}
    server = "McpServer:mcp/dana.ito@larkspur.example/npm:@larkspur/postgres-mcp"
    assert ("RUNS_AS", server, "Account:postgres/db.larkspur.example:5432/postgres") in edges
    owner = edges["CAN_ACCESS", "Account:postgres/prod/postgres", "DataSource:postgres/prod/larkspur"]
    assert owner.permission is Permission.ADMIN
    account = next(r.source for r in last if isinstance(r, Edge) and r.target == services.DANAS_KEY)
    assert ("RUNS_AS", services.DANAS_KEY, account) in edges
    assert next(r for r in last if isinstance(r, Node) and r.id == account).props["status"] == "deleted"


def test_the_unowned_key_is_held_by_nobody(last: list[Record]) -> None:
    holders = [r for r in last if isinstance(r, Edge) and r.kind == "HAS_CREDENTIAL" and r.target == openai.UNOWNED_KEY]
    assert holders == []


def test_secrets_say_that_they_are_none() -> None:
    homes = [path for path in generate.ROOT.rglob("*") if path.is_file() and "homes" in path.parts]
    assert len({path.relative_to(generate.ROOT).parts[2] for path in homes}) == 12
    for path in homes:
        text = Path(path).read_text()
        for mark in ("postgresql://", "Bearer ", '_TOKEN": "'):
            for tail in text.split(mark)[1:]:
                assert "EXAMPLE-NOT-A-SECRET" in tail[:60] or tail.startswith("${"), path


def test_json_files_are_json() -> None:
    for path in generate.ROOT.rglob("*.jsonl"):
        for line in path.read_text().splitlines():
            assert "record" in json.loads(line)
