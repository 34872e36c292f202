"""A source that misses its promise: every question says so, on every store and every face, and stops when it is kept again."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from api.context import StoreContext as House
from api.settings import Settings
from graph.claims import RunHeader
from graph.moment import read_day, read_moment, write_day, write_moment
from graph.reason import Reason
from graph.snapshot import snapshot_of
from graph.stores.base import Store
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import QUERIES
from queries.base import envelope
from tests.api.agreement import ask
from tests.api.command_line import Remit

READ = read_moment("2026-11-20T06:00:00Z")
PROMISED_S = 3600
LATE = READ + (PROMISED_S + 1) * 1_000_000
ADA, TABLE = "Identity:hr/ada", "DataSource:pg/prod/orders"

HR: list[dict[str, Any]] = [
    {"record": "run", "source": "hr:acme", "observed_at": write_moment(READ), "complete": ["Identity", "CAN_ACCESS"]},
    {"record": "node", "id": ADA, "name": "Ada", "props": {"type": "human", "status": "active"}},
    {"record": "node", "id": TABLE, "props": {"type": "table"}},
    {"record": "edge", "kind": "CAN_ACCESS", "source": ADA, "target": TABLE, "permission": "READ"},
]
PROMISING = [{**HR[0], "promised_age_s": PROMISED_S}, *HR[1:]]
OTHER = [{"record": "run", "source": "quiet:acme", "observed_at": write_moment(READ), "complete": ["Model"]}]
# Both sources began before any day that is asked about.
LONG_AGO = {"observed_at": "2026-10-01T00:00:00Z"}
EARLIER = [{**HR[0], **LONG_AGO}, *HR[1:], {**OTHER[0], **LONG_AGO}]

ASKED: dict[str, dict[str, Any]] = {
    "blast-radius": {"start": (ADA,)},
    "exposure": {"target": TABLE},
    "access-paths": {"origin": ADA, "target": TABLE},
    "ranking": {},
    "orphaned-paths": {},
    "cost-attribution": {"by": ("identity",), "first_day": read_day("2026-11-01"), "last_day": read_day("2026-11-20")},
    "inventory": {"kinds": ("DataSource",)},
    "unresolved": {},
    "revocation": {},
    "offboarding": {"person": ADA},
    "forecast": {"by": ("identity",)},
    "anomalies": {"by": ("identity",), "first_day": read_day("2026-11-01"), "last_day": read_day("2026-11-20")},
    "choke-points": {},
    "least-privilege": {"principal": ADA},
    "what-if": {"offboard": (ADA,)},
    "changes": {"start": READ},
}
WORDS: dict[str, list[str]] = {
    "blast-radius": [ADA],
    "exposure": [TABLE],
    "access-paths": [ADA, TABLE],
    "ranking": [],
    "orphaned-paths": [],
    "cost-attribution": ["--by", "identity", "--from", "2026-11-01", "--to", "2026-11-20"],
    "inventory": ["--kinds", "DataSource"],
    "unresolved": [],
    "revocation": [],
    "offboarding": [ADA],
    "forecast": ["--by", "identity"],
    "anomalies": ["--by", "identity", "--from", "2026-11-01", "--to", "2026-11-20"],
    "choke-points": [],
    "least-privilege": [ADA],
    "what-if": ["--offboard", ADA],
    "changes": ["--from", "2026-11-19"],
}


def take(store: Store, folder: Path, *lines: dict[str, Any]) -> None:
    path = folder / "records.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    drafts, _ = load_runs([path], Context(READ))
    ingest(store, drafts)


def told(store: Store, name: str, moment: int) -> list[dict[str, Any]]:
    module = import_module(QUERIES[name])
    snapshot = snapshot_of(store, moment)
    params = module.Params(**ASKED[name], as_of=moment)
    notes: list[dict[str, Any]] = envelope(name, params, snapshot, module.run(snapshot, params))["freshness"]
    return notes


def test_every_question_is_asked_here() -> None:
    assert ASKED.keys() == WORDS.keys() == QUERIES.keys()


def test_every_question_says_which_source_is_late_and_by_how_much(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, *EARLIER, *PROMISING, *OTHER)
    for name in QUERIES:
        assert told(store, name, READ + PROMISED_S * 1_000_000) == [], name
        [note] = told(store, name, LATE)
        assert (note["source"], note["notes"], note["age_s"], note["promised_age_s"]) == (
            "hr:acme",
            ["STALE"],
            PROMISED_S + 1,
            PROMISED_S,
        ), name
    # The same content read again keeps the promise: digest and generation stay, and nobody is late.
    before = (store.generation(), snapshot_of(store, LATE).digest)
    take(store, tmp_path, {**PROMISING[0], "observed_at": write_moment(LATE)}, *PROMISING[1:])
    assert (store.generation(), snapshot_of(store, LATE).digest) == before
    for name in QUERIES:
        assert told(store, name, LATE) == [], name


def test_a_partial_run_is_told_by_every_question_with_its_reason(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, *EARLIER, *HR, *OTHER)
    run = store.begin(RunHeader(source="hr:acme", observed_at=LATE))
    store.finish(run, reasons=[Reason("FETCH_FAILED", "/users answered 500")])
    for name in QUERIES:
        [note] = told(store, name, LATE)
        assert (note["state"], note["notes"], note["reasons"]) == (
            "PARTIAL",
            ["PARTIAL"],
            [{"code": "FETCH_FAILED", "detail": "/users answered 500"}],
        ), name


@pytest.mark.parametrize("form", ["table", "json"])
def test_the_command_line_says_it(tmp_path: Path, form: str) -> None:
    remit = Remit(tmp_path)
    assert remit.run("load", remit.write("hr.jsonl", [*EARLIER, *PROMISING, *OTHER])).returncode == 0
    for name, words in WORDS.items():
        done = remit.run("query", name, *words, "--as-of", write_moment(LATE), "--format", form)
        # Stale sources alone do not make an answer PARTIAL, but they are never passed over.
        assert done.returncode in (0, 1), done.stderr
        if form == "json":
            assert [note["source"] for note in json.loads(done.stdout)["freshness"]] == ["hr:acme"], name
        else:
            assert "note: STALE: hr:acme" in done.stdout, name


def test_status_names_age_promise_scopes_and_reasons(tmp_path: Path) -> None:
    remit = Remit(tmp_path)
    remit.run("load", remit.write("hr.jsonl", [*EARLIER, *PROMISING, *OTHER]))
    late, quiet = remit.status()["sources"]
    assert (late["source"], late["promised_age_s"], late["age_s"] > PROMISED_S) == ("hr:acme", PROMISED_S, True)
    assert [scope["scope"] for scope in late["scopes"]] == ["CAN_ACCESS", "Identity"]
    assert quiet["promised_age_s"] is None
    shown = remit.run("status").stdout
    assert "LATE: 60 min" in shown
    assert "CAN_ACCESS" in shown
    assert "Newest runs" in shown


FIELDS = {
    "blastRadius": f'blastRadius(input: {{start: ["{ADA}"], asOf: $at}}) {{ ... on BlastRadius ',
    "exposure": f'exposure(input: {{target: "{TABLE}", asOf: $at}}) {{ ... on Exposure ',
    "accessPaths": f'accessPaths(input: {{from: "{ADA}", to: "{TABLE}", asOf: $at}}) {{ ... on AccessPaths ',
    "ranking": "ranking(input: {asOf: $at}) { ... on Ranking ",
    "orphanedPaths": "orphanedPaths(input: {asOf: $at}) { ... on OrphanedPaths ",
    "costAttribution": (
        f'costAttribution(input: {{by: [identity], from: "{write_day(ASKED["cost-attribution"]["first_day"])}", '
        f'to: "{write_day(ASKED["cost-attribution"]["last_day"])}", asOf: $at}}) {{ ... on CostAttribution '
    ),
}


@pytest.mark.parametrize("field", FIELDS)
def test_graphql_says_it(client: Callable[..., Any], folder: Path, field: str) -> None:
    settings = Settings(store=f"sqlite:///{folder}/remit.db")
    with House(settings) as house:
        take(house.store, folder, *EARLIER, *PROMISING, *OTHER)
        house.publish()
    document = f"query($at: DateTime) {{ {FIELDS[field]} {{ freshness {{ source notes ageS promisedAgeS }} }} }} }}"
    shown = ask(client, settings, document, at=write_moment(LATE))
    assert shown[field]["freshness"] == [
        {"source": "hr:acme", "notes": ["STALE"], "ageS": PROMISED_S + 1, "promisedAgeS": PROMISED_S}
    ]


def test_a_source_of_files_promises_what_the_load_says_or_what_is_usual(tmp_path: Path) -> None:
    remit = Remit(tmp_path)

    def loaded(day: int, *words: str) -> None:
        lines = [{**HR[0], "observed_at": f"2026-10-{day:02}T00:00:00Z"}, *HR[1:]]
        (tmp_path / "hr.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        assert remit.run("load", "hr.jsonl", *words).returncode == 0

    def age_limit() -> int | None:
        limit: int | None = json.loads(remit.run("status", "--format", "json").stdout)["sources"][0]["promised_age_s"]
        return limit

    loaded(1)
    loaded(3)
    assert age_limit() is None
    loaded(5)
    assert age_limit() == 6 * 86_400
    answer = json.loads(remit.run("query", "ranking", "--as-of", "2026-10-12", "--format", "json").stdout)
    assert [(row["source"], row["notes"]) for row in answer["freshness"]] == [("hr:acme", ["STALE"])]
    loaded(5, "--max-age", "7d")
    assert age_limit() == 7 * 86_400
    refused = remit.run("load", "hr.jsonl", "--max-age", "soon")
    assert (refused.returncode, "'soon' is no interval" in refused.stderr) == (2, True)
