"""The command line keeps its word: exit codes, refusals that change nothing, answers in three formats."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from tests.api.command_line import Remit

RUN = {"record": "run", "source": "hr:test", "observed_at": "2026-11-20T06:00:00Z", "complete": ["Identity"]}
ADA = {
    "record": "node",
    "id": "Identity:hr/1",
    "name": "Ada Byron",
    "props": {"type": "human", "status": "active", "emails": ["ada@acme.example"]},
}
MEMBER = {"record": "edge", "kind": "MEMBER_OF", "source": "Identity:hr/1", "target": "Group:hr/g"}
GRANT = {
    "record": "edge",
    "kind": "CAN_ACCESS",
    "source": "Group:hr/g",
    "target": "DataSource:db/a",
    "permission": "WRITE",
    "evidence": "team grant",
}
USAGE = {
    "record": "usage",
    "principal": "Account:c/1",
    "resource": "Model:m/x",
    "application": "Application:c/acme",
    "day": "2026-11-19",
    "requests": 2,
    "tokens": {"output": 5},
    "cost": {"amount": "1.5", "currency": "USD", "basis": "billed"},
}


@pytest.fixture
def remit(tmp_path: Path) -> Remit:
    return Remit(tmp_path)


@pytest.fixture
def loaded(remit: Remit) -> Remit:
    remit.write("good.jsonl", [RUN, ADA, MEMBER, GRANT, USAGE])
    assert remit.run("load", "good.jsonl").returncode == 0
    return remit


def test_an_answer_is_one_object_with_everything_the_contract_names(loaded: Remit) -> None:
    found = loaded.ask("blast-radius", "ada@acme.example", "--as-of", "2026-11-20T12:00:00Z")
    assert list(found) == ["query", "params", "snapshot", "completeness", "freshness", "answer"]
    assert found["snapshot"]["as_of"] == "2026-11-20T12:00:00Z"
    answer = found["answer"]
    assert (answer["start"], answer["total"]) == (["Identity:hr/1"], 2)
    row = answer["reached"][0]
    assert (row["id"], row["permission"], row["hops"], row["basis"]) == ("DataSource:db/a", "WRITE", 2, "GRANTED")
    assert row["witness"][1] == {
        "source": "Group:hr/g",
        "kind": "CAN_ACCESS",
        "target": "DataSource:db/a",
        "permission": "WRITE",
        "claimed_by": "hr:test",
        "since": None,
        "evidence": "team grant",
        "source_name": "g",
        "target_name": "a",
    }


def test_exit_codes_tell_answered_partial_refused(loaded: Remit) -> None:
    assert loaded.run("query", "exposure", "DataSource:db/a").returncode == 0
    cut = loaded.run("query", "exposure", "DataSource:db/a", "--limit", "1", "--format", "json")
    assert (cut.returncode, json.loads(cut.stdout)["completeness"]["reasons"][0]["code"]) == (1, "ROWS")
    unknown = loaded.run("query", "blast-radius", "nobody")
    assert unknown.returncode == 2
    assert "no node matches 'nobody'" in unknown.stderr


def test_an_ambiguous_name_lists_its_candidates(loaded: Remit) -> None:
    loaded.write("twins.jsonl", [{**RUN, "source": "hr:other"}, {**ADA, "id": "Identity:other/1", "props": {}}])
    loaded.run("load", "twins.jsonl")
    found = loaded.run("query", "blast-radius", "Ada Byron")
    assert found.returncode == 2
    assert "Identity:hr/1" in found.stderr
    assert "Identity:other/1" in found.stderr


def test_rows_come_as_csv_too(loaded: Remit) -> None:
    rows = list(csv.DictReader(io.StringIO(loaded.run("query", "ranking", "--format", "csv").stdout)))
    assert [(row["id"], row["data_sources"]) for row in rows] == [("Identity:hr/1", "1")]


def test_an_option_for_nodes_may_be_repeated_and_takes_ids_with_commas(remit: Remit) -> None:
    accounts = ("Account:x/a,b", "Account:x/c")
    grants = [{**GRANT, "source": account} for account in accounts]
    labelled = {"record": "node", "id": "DataSource:db/a", "props": {"sensitivity": "restricted"}}
    remit.write("grants.jsonl", [RUN, labelled, *grants])
    assert remit.run("load", "grants.jsonl").returncode == 0
    words = [word for account in accounts for word in ("--from", account)]
    answer = remit.ask("revocation", *words, "--to", "DataSource:db/a")["answer"]
    assert (answer["roots"], answer["targets"]) == (list(accounts), ["DataSource:db/a"])
    steps = list(csv.DictReader(io.StringIO(remit.run("query", "revocation", *words, "--format", "csv").stdout)))
    # The sheet: one line per step, in the order of the work.
    assert [(row["step"], row["system"], row["source"]) for row in steps] == [
        ("1", "x", "Account:x/a,b"),
        ("2", "x", "Account:x/c"),
    ]


@pytest.mark.parametrize("verb", ["--help", "load", "query", "serve", "decide", "source", "sync"])
def test_help_teaches(remit: Remit, verb: str) -> None:
    found = remit.run(*([verb] if verb == "--help" else [verb, "--help"]))
    assert (found.returncode, "Usage" in found.stdout) == (0, True)


BAD: dict[str, tuple[str, str]] = {
    "empty file": ("", "empty"),
    "no record": ("\n\n", "empty|no record"),
    "truncated line": (json.dumps(RUN) + '\n{"record":"node","id":"Identity:h', "bad.jsonl:2"),
    "unknown node kind": (json.dumps(RUN) + "\n" + json.dumps({**ADA, "id": "Person:hr/1"}), "bad.jsonl:2.*Person"),
    "unknown edge kind": (json.dumps(RUN) + "\n" + json.dumps({**MEMBER, "kind": "KNOWS"}), "bad.jsonl:2.*KNOWS"),
    "unknown permission": (
        json.dumps(RUN) + "\n" + json.dumps({**GRANT, "permission": "OWN"}),
        "bad.jsonl:2.*permission",
    ),
    "unknown day": (json.dumps(RUN) + "\n" + json.dumps({**USAGE, "day": "2026-13-01"}), "bad.jsonl:2.*day"),
    "not a number": (json.dumps(RUN) + "\n" + json.dumps(USAGE).replace('"1.5"', "NaN"), "bad.jsonl:2"),
    "infinite text": (json.dumps(RUN) + "\n" + json.dumps(USAGE).replace('"1.5"', '"Infinity"'), "bad.jsonl:2"),
    "negative counter": (json.dumps(RUN) + "\n" + json.dumps({**USAGE, "requests": -1}), "bad.jsonl:2.*requests"),
    "NUL": (json.dumps(RUN) + "\n" + json.dumps({**ADA, "name": "a\0b"}), "bad.jsonl:2.*NUL"),
    "long id": (json.dumps(RUN) + "\n" + json.dumps({**ADA, "id": "Identity:hr/" + "x" * 4097}), "bad.jsonl:2.*4096"),
    "one id twice": (
        "\n".join(map(json.dumps, [RUN, ADA, {**ADA, "name": "Bo"}])),
        r"bad.jsonl:3.*already on line 2",
    ),
    "deep nesting": (
        json.dumps(RUN) + "\n" + '{"record":"node","id":"Identity:hr/1","props":{"a":' + "[" * 200,
        "bad.jsonl:2",
    ),
    "no run line": (json.dumps(ADA), "bad.jsonl:1.*run"),
    "unknown field": (json.dumps(RUN) + "\n" + json.dumps({**ADA, "nmae": "x"}), "bad.jsonl:2.*nmae"),
    "not UTF-8": (json.dumps(RUN) + "\n\udcff\n", "bad.jsonl:2"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused_with_its_place_and_changes_nothing(loaded: Remit, case: str) -> None:
    content, told = BAD[case]
    (loaded.folder / "bad.jsonl").write_bytes(content.encode(errors="surrogateescape"))
    before = loaded.status()
    found = loaded.run("load", "good.jsonl", "bad.jsonl")
    assert found.returncode == 2, found.stderr
    assert "Traceback" not in found.stderr
    assert re.search(told, found.stderr.replace("\n", " ")), found.stderr
    after = loaded.status()
    assert (after["generation"], after["counts"], len(after["runs"])) == (
        before["generation"],
        before["counts"],
        len(before["runs"]),
    )


MONSTERS: dict[str, tuple[str, bytes]] = {
    "100 MB line": (
        "line.jsonl",
        json.dumps(RUN).encode() + b'\n{"record":"node","id":"Identity:hr/' + b"x" * 100_000_000,
    ),
    "YAML bomb": (
        "bomb.yaml",
        b"a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 12))
        + b"orgs: *a11\n",
    ),
    "3 MB of [ as YAML": ("deep.yaml", b"orgs: " + b"[" * 3_000_000),
    "3 MB of [ as JSON": ("deep.json", b'{"mcpServers": ' + b"[" * 3_000_000),
}


@pytest.mark.parametrize("case", MONSTERS)
def test_monsters_are_refused_in_bounded_memory(remit: Remit, case: str) -> None:
    name, content = MONSTERS[case]
    (remit.folder / name).write_bytes(content)
    found = remit.run("load", name, memory=1_500_000_000)
    assert (found.returncode, "Traceback" in found.stderr, name in found.stderr) == (2, False, True), found.stderr
    assert remit.status()["generation"] == 0


def test_what_is_odd_but_true_is_loaded(remit: Remit) -> None:
    odd: list[dict[str, Any]] = [
        RUN,
        {"record": "edge", "kind": "MEMBER_OF", "source": "Group:x/a", "target": "Group:x/b"},
        {"record": "edge", "kind": "MEMBER_OF", "source": "Group:x/b", "target": "Group:x/a", "until": "9999-12-31"},
        {**USAGE, "cost": {"amount": "-2", "currency": "USD", "basis": "billed"}},
    ]
    remit.write("odd.jsonl", odd)
    assert remit.run("load", "odd.jsonl").returncode == 0
    assert remit.status()["counts"] == {"nodes": {}, "edges": {"MEMBER_OF": 2}, "usage": 1, "charges": 0}


def test_decisions_survive_and_a_source_goes_alone(loaded: Remit) -> None:
    assert (
        loaded.run("decide", "sensitivity", "DataSource:db/a", "restricted", "--by", "sam@acme.example").returncode == 0
    )
    assert loaded.ask("blast-radius", "Identity:hr/1")["answer"]["by_sensitivity"] == {"restricted": 1}
    assert loaded.run("decide", "sensitivity", "DataSource:db/a", "secret").returncode == 2
    assert loaded.run("decide", "accept-run", "hr:test").returncode == 2
    assert loaded.run("source", "remove", "hr:test").returncode == 0
    assert loaded.status()["counts"]["edges"] == {}


def test_a_folder_lists_what_it_skips_and_a_named_stranger_is_refused(loaded: Remit) -> None:
    (loaded.folder / "in").mkdir()
    (loaded.folder / "in" / "notes.txt").write_text("hello")
    (loaded.folder / "in" / "more.jsonl").write_text((loaded.folder / "good.jsonl").read_text())
    found = loaded.run("load", "in")
    assert (found.returncode, "notes.txt" in found.stderr) == (0, True)
    assert loaded.run("load", "in/notes.txt").returncode == 2
    assert loaded.run("load", "nowhere").returncode == 2


def test_an_older_observation_is_refused_unless_it_may_be_left_out(loaded: Remit) -> None:
    loaded.write("old.jsonl", [{**RUN, "observed_at": "2026-11-01"}, ADA])
    refused = loaded.run("load", "old.jsonl")
    assert (refused.returncode, "older" in refused.stderr) == (2, True)
    assert loaded.run("load", "old.jsonl", "--if-newer").returncode == 0
    assert loaded.status()["generation"] == 1


def test_a_budget_that_is_decided_is_in_the_forecast(loaded: Remit) -> None:
    done = loaded.run("decide", "budget", "account", USAGE["principal"], "0.5", "--month", "2026-11")
    assert (done.returncode, done.stdout.startswith("decided: budget Account:")) == (0, True), done.stderr
    assert "account 0.500000000 USD 2026-11" in done.stdout
    (row,) = loaded.ask("forecast", "--by", "account", "--as-of", "2026-11-20T12:00:00Z")["answer"]["rows"]
    assert (row["budget"], row["reason"]) == ({"amount": "0.500000000", "currency": "USD"}, "TOO_SHORT")
    assert row["over"] is (True if float(row["spent"]["amount"]) > 0.5 else None)
    for words in (
        ("day", "2026-11-01", "5"),
        ("account", USAGE["principal"], "x"),
        ("team", "T", "5", "--month", "2026"),
    ):
        assert loaded.run("decide", "budget", *words).returncode == 2


def test_decisions_are_listed_and_taken_back(loaded: Remit) -> None:
    loaded.write(
        "accounts.jsonl",
        [
            {"record": "run", "source": "y:y", "observed_at": "2026-11-20T06:00:00Z"},
            {"record": "node", "id": "Account:y/a"},
            {"record": "node", "id": "Account:y/b"},
            {"record": "node", "id": "Group:y/team"},
        ],
    )
    assert loaded.run("load", "accounts.jsonl").returncode == 0
    done = loaded.run("decide", "link", "Account:y/b", "Account:y/a", "--why", "same nick")
    assert (done.returncode, "nobody is known to have one" in done.stdout) == (0, True), done.stderr
    assert loaded.run("decide", "link", "Account:y/a", "Identity:hr/1").returncode == 0

    def accounts() -> set[str]:
        rows = loaded.ask("blast-radius", "Identity:hr/1")["answer"]["reached"]
        return {row["id"] for row in rows if row["id"].startswith("Account:y/")}

    assert accounts() == {"Account:y/a", "Account:y/b"}
    listed = json.loads(loaded.run("decide", "list", "--kind", "link", "--format", "json").stdout)["decisions"]
    assert [(row["ids"], row["why"], row["in_force"]) for row in listed] == [
        (["Account:y/b", "Account:y/a"], "same nick", True),
        (["Account:y/a", "Identity:hr/1"], None, True),
    ]
    assert listed[1]["key"] in loaded.run("decide", "list").stdout
    assert loaded.run("decide", "undo", listed[1]["key"]).returncode == 0
    assert accounts() == set()
    again = loaded.run("decide", "undo", listed[1]["key"])
    assert (again.returncode, "decide list" in again.stderr) == (2, True)
    everything = json.loads(loaded.run("decide", "list", "--all", "--format", "json").stdout)["decisions"]
    assert [(row["kind"], row["in_force"]) for row in everything] == [("link", True), ("link", False), ("undo", False)]
    for refused in (("link", "Account:y/a", "Account:y/a"), ("link", "Account:y/a", "Group:y/team")):
        assert loaded.run("decide", *refused).returncode == 2
    # Answering for a group makes nobody's usage theirs, and the decision says so.
    owned = loaded.run("decide", "owner", "Group:y/team", "Identity:hr/1")
    assert (owned.returncode, "not whose its usage is" in owned.stdout) == (0, True), owned.stderr
    assert loaded.run("decide", "owner", "Group:y/team", "Account:y/a").returncode == 2
