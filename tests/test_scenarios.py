"""Scenarios: records as a source would write them, questions, and what must be answered, on every store.

A scenario is a file in tests/scenarios: `about` in one sentence, `records` (the lines of the open format), `questions`.
A question names the query (`ask`), its parameters by the names of the command line, and the part of the answer that
matters: a mapping may leave keys out, a list has exactly the rows that are written.
"""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.moment import read_day, read_moment
from graph.ontology import EDGE_KINDS, NODE_KINDS, Permission, split_id
from graph.snapshot import Basis, Snapshot, snapshot_of
from graph.stores.base import Store
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import QUERIES
from queries.base import envelope

FOLDER = Path(__file__).parent / "scenarios"
SCENARIOS = {path.stem: path for path in sorted(FOLDER.glob("*.yaml"))}
BUILT = read_moment("2026-12-01")
ENVELOPE = {"query", "params", "snapshot", "completeness", "freshness", "answer"}
KEYS = {
    "blast-radius": "start total by_kind by_sensitivity by_permission share_of_data_sources score spend reached",
    "exposure": "target total by_kind by_sensitivity by_permission share_of_data_sources score spend reached",
    "access-paths": "from to paths",
    "ranking": "rows",
    "orphaned-paths": "roots paths unknown revocation",
    "cost-attribution": "ledger rows buckets estimate_value included_value overlaps",
    "inventory": "total rows connections",
    "unresolved": "total rows",
    "offboarding": "person items left_after order",
    "revocation": "roots targets edges nodes cost steps collateral proven",
    "forecast": "method total rows",
    "anomalies": "method sensitivity judged rows",
    "choke-points": "principals targets score rows",
    "least-privilege": "rows",
    "what-if": "removed lost gained orphaned_paths spend_stops_per_month before after order",
    "changes": "from to of nodes edges permissions properties reach orphaned_paths routes spend",
}
ROW_KEYS = {
    ("blast-radius", "reached"): (
        ["id", "kind", "name", "permission", "permission_known", "basis", "hops", "exercised", "last_used", "witness"]
    ),
    ("exposure", "reached"): [
        "id",
        "kind",
        "name",
        "permission",
        "permission_known",
        "basis",
        "hops",
        "exercised",
        "last_used",
        "witness",
    ],
    ("access-paths", "paths"): ["hops", "permission", "sentence", "edges"],
    ("ranking", "rows"): ["id", "name", "total", "data_sources", "score", "spend"],
    ("orphaned-paths", "roots"): ["id", "name", "state", "shadow", "reasons", "spend_since", "folded", "next_owner"],
    ("orphaned-paths", "paths"): ["root", "target", "below", "permission", "hops", "last_used", "witness"],
    ("orphaned-paths", "unknown"): ["id", "why"],
    ("cost-attribution", "rows"): ["key", "cost", "basis", "tokens", "requests"],
    ("inventory", "rows"): [
        "id",
        "kind",
        "name",
        "status",
        "approval",
        "owners",
        "owner_state",
        "shadow",
        "last_used",
        "cost",
        "estimate",
        "included",
        "principals",
        "data_sources",
        "props",
    ],
    ("unresolved", "rows"): ["kind", "id", "why", "candidates", "command"],
    ("offboarding", "items"): [
        *("id", "kind", "action", "why", "only_theirs", "spend_30d", "next_owner", "command"),
    ],
    ("offboarding", "left_after"): ["id", "kind", "name", "permission", "hops", "witness"],
    ("least-privilege", "rows"): ["principal", "granted", "used", "unknown", "remove", "score_saved"],
    ("choke-points", "rows"): ["node", "edge", "principals", "targets", "score"],
    ("revocation", "edges"): ["source", "kind", "target"],
    ("forecast", "rows"): ["key", "month", "spent", "expected", "low", "high", "budget", "over"],
    ("anomalies", "rows"): ["key", "day", "cost", "expected", "low", "high", "drivers"],
    ("revocation", "collateral"): ["id", "loses"],
    ("what-if", "lost"): ["id", "target", "permission", "used"],
    ("changes", "reach"): ["id", "name", "gained", "lost"],
    ("inventory", "connections"): ["principal", "server", "approval", "secrets", "last_used"],
}
EDGE_KEYS = {"source", "kind", "target", "permission", "claimed_by", "since", "evidence", "source_name", "target_name"}


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(SCENARIOS[name].read_text())
    return found


def lines(scenario: dict[str, Any]) -> str:
    """The records as JSON Lines; YAML reads bare dates as dates."""

    def plain(value: object) -> str:
        assert isinstance(value, date)
        return value.isoformat()

    return "".join(json.dumps(record, default=plain, ensure_ascii=False) + "\n" for record in scenario["records"])


def loaded(store: Store, name: str, folder: Path) -> Snapshot:
    path = folder / f"{name}.jsonl"
    path.write_text(lines(read(name)))
    drafts, skipped = load_runs([path], Context(BUILT))
    outcomes = ingest(store, drafts)
    assert (skipped, {outcome.state for outcome in outcomes}) == ([], {"COMPLETE"})
    return snapshot_of(store, BUILT)


def asked(snapshot: Snapshot, question: dict[str, Any]) -> dict[str, Any]:
    """The envelope that the command line would show."""
    module = import_module(QUERIES[question["ask"]])
    told = {name: value for name, value in question.items() if name not in ("ask", "answer")}
    days = question["ask"] in ("cost-attribution", "anomalies")
    names = {"from": "first_day", "to": "last_day"} if days else {"from": "origin", "to": "target"}
    params: dict[str, Any] = {}
    for name, value in told.items():
        if name == "as_of":
            value = read_moment(str(value))
        elif name in ("from", "to") and days:
            value = read_day(str(value))
        elif name == "basis":
            value = Basis[value]
        elif name == "min_permission":
            value = Permission[value]
        params[names.get(name, name)] = tuple(value) if isinstance(value, list) else value
    asked_for = module.Params(**params)
    return envelope(question["ask"], asked_for, snapshot, module.run(snapshot, asked_for))


def matches(expected: Any, found: Any, at: str = "answer") -> None:
    if isinstance(expected, dict):
        assert isinstance(found, dict), at
        # A count by kind is whole; of other mappings the part that is written.
        if at.rpartition(".")[2].startswith("by_"):
            assert found == expected, at
        for key, value in expected.items():
            assert key in found, f"{at}.{key}"
            matches(value, found[key], f"{at}.{key}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), f"{at}: {found}"
        for place, (one, other) in enumerate(zip(expected, found, strict=True)):
            matches(one, other, f"{at}[{place}]")
    elif isinstance(expected, float):
        assert found == pytest.approx(expected), at
    else:
        assert found == expected, at


@pytest.mark.parametrize("name", SCENARIOS)
def test_each_scenario_is_answered_as_written(store: Store, name: str, tmp_path: Path) -> None:
    snapshot = loaded(store, name, tmp_path)
    for question in read(name)["questions"]:
        matches(question["answer"], asked(snapshot, question)["answer"], question["ask"])


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_query_answers_every_scenario_in_the_form_that_is_promised(
    store: Store, name: str, tmp_path: Path
) -> None:
    snapshot = loaded(store, name, tmp_path)
    ids = list(snapshot.ids)
    start = next(node for node in ids if node.startswith("Identity:"))
    target = next(node for node in ids if node.startswith("DataSource:"))
    params: dict[str, dict[str, Any]] = {
        "blast-radius": {"start": [start]},
        "exposure": {"target": target},
        "access-paths": {"from": start, "to": target},
        "ranking": {"kinds": ["Identity", "Account"]},
        "orphaned-paths": {},
        "cost-attribution": {"by": ["identity", "model"], "from": "2026-10-01", "to": "2026-10-31"},
        "inventory": {"kinds": ["Account", "Credential", "McpServer"]},
        "unresolved": {},
        "revocation": {},
        "offboarding": {"person": start},
        "forecast": {"by": ["identity"]},
        "anomalies": {"by": ["identity"], "from": "2026-10-01", "to": "2026-10-31"},
        "choke-points": {},
        "least-privilege": {"kinds": ["Identity", "Account"]},
        "what-if": {"remove": [target]},
        "changes": {"start": read_moment("2026-10-01")},
    }
    assert params.keys() <= QUERIES.keys()
    for query, more in params.items():
        told = asked(snapshot, {"ask": query, "as_of": "2026-11-03", **more})
        assert told.keys() == ENVELOPE
        assert told["snapshot"].keys() == {"generation", "as_of", "built_at", "digest"}
        assert (told["query"], told["snapshot"]["as_of"]) == (query, "2026-11-03T00:00:00Z")
        assert told["completeness"].keys() == {"status", "reasons", "notes"}
        assert told["answer"].keys() >= set(KEYS[query].split())
        assert json.loads(json.dumps(told)) == told
        for (other, field), keys in ROW_KEYS.items():
            for row in told["answer"][field] if other == query else []:
                assert row.keys() >= set(keys), (query, field)
                for edge in row.get("witness") or row.get("edges") or ():
                    assert edge.keys() == EDGE_KEYS


def test_every_kind_of_node_and_edge_stands_in_a_scenario() -> None:
    nodes: set[str] = set()
    edges: set[str] = set()
    for name in SCENARIOS:
        for record in read(name)["records"]:
            if record["record"] == "node":
                nodes.add(split_id(record["id"])[0])
            elif record["record"] == "edge":
                edges.add(record["kind"])
                nodes |= {split_id(record[end])[0] for end in ("source", "target")}
    assert set(NODE_KINDS) - nodes == set()
    assert set(EDGE_KINDS) - edges == set()


def test_a_scenario_that_expects_something_else_fails() -> None:
    for expected, found in (
        ({"a": 1}, {"a": 2}),
        ([1], [1, 1]),
        ({"a": 1}, {}),
        ({"by_kind": {}}, {"by_kind": {"A": 1}}),
    ):
        with pytest.raises(AssertionError):
            matches(expected, found)
