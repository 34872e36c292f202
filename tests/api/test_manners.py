"""Small manners of the command line: it says its version, what it does not know, and what to do next."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from api.settings import DEMO_STORE, Settings
from api.workers.scheduler import reading
from tests.api.command_line import Remit


@pytest.fixture
def remit(tmp_path: Path) -> Remit:
    return Remit(tmp_path)


@pytest.mark.parametrize("word", ["--version", "version"])
def test_the_version_is_printed(remit: Remit, word: str) -> None:
    result = remit.run(word)
    assert (result.returncode, result.stdout.split()[0], result.stderr) == (0, "remit", "")


def test_a_variable_that_is_no_setting_is_named_with_the_nearest(remit: Remit) -> None:
    result = remit.run("status", settings={"REMIT_STROE": "x", "REMIT_STORE": "memory:"})
    assert result.returncode == 0
    assert "REMIT_STROE is no setting and has no effect; did you mean REMIT_STORE?" in result.stderr
    assert "REMIT_STORE is no" not in result.stderr


def test_an_empty_store_says_what_to_load(remit: Remit) -> None:
    result = remit.run("query", "ranking", "--format", "json")
    assert (result.returncode, json.loads(result.stdout)["answer"]["rows"]) == (0, [])
    assert "the store is empty; `remit load PATH`" in result.stderr


def test_a_connector_that_is_not_configured_is_told_with_those_there_are(remit: Remit) -> None:
    result = remit.run("sync", "nosuch")
    assert result.returncode == 2
    assert "'nosuch' is not configured" in result.stderr
    assert "cursor" in result.stderr
    result = remit.run("sync", "cursor", "openai", settings={"REMIT_CURSOR__ACME__API_KEY": "x"})
    assert (result.returncode, "'openai' is not configured. Configured are cursor" in result.stderr) == (2, True)


def test_an_export_goes_to_standard_output(remit: Remit, tmp_path: Path) -> None:
    lines = [
        {"record": "run", "source": "hr:w", "observed_at": "2026-11-20T06:00:00Z", "complete": ["Identity"]},
        {"record": "node", "id": "Identity:hr/ada", "name": "Ada", "props": {"type": "human", "status": "active"}},
    ]
    (tmp_path / "hr.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert remit.run("load", "hr.jsonl").returncode == 0
    result = remit.run("export", "-")
    ids = [json.loads(line).get("id") for line in result.stdout.splitlines()]
    assert (result.returncode, "Identity:hr/ada" in ids, result.stderr) == (0, True, "")
    graph = json.loads(remit.run("export", "--format", "opengraph", "-").stdout)
    assert len(graph["graph"]["nodes"]) == 1
    assert remit.run("export", "--format", "csv", "-").returncode == 2
    assert not (tmp_path / "-").exists()


def test_a_server_without_a_connector_serves(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with reading(Settings(store=f"sqlite:///{tmp_path}/r.db", connectors={}), "6h"):
        pass
    assert "no connector is configured, so nothing is read" in capsys.readouterr().err


def test_the_demo_answers_until_something_of_ones_own_is_loaded(remit: Remit, tmp_path: Path) -> None:
    demo = {"REMIT_STORE": DEMO_STORE}
    for name, person, store in (("theirs", "demo", demo), ("ours", "ada", {})):
        lines = [
            {"record": "run", "source": f"hr:{name}", "observed_at": "2026-11-20T06:00:00Z", "complete": ["Identity"]},
            {"record": "node", "id": f"Identity:hr/{person}", "props": {"type": "human", "status": "active"}},
        ]
        assert remit.run("load", remit.write(f"{name}.jsonl", lines), settings=store).returncode == 0
        asked = remit.run("query", "ranking", "--format", "json")
        assert [row["id"] for row in json.loads(asked.stdout)["answer"]["rows"]] == [f"Identity:hr/{person}"]
        assert (f"REMIT_STORE={DEMO_STORE} names the demo" in asked.stderr) == (name == "theirs")
        assert remit.status()["counts"]["nodes"] == {"Identity": 1}
    again = remit.run("query", "ranking", "--format", "json", settings=demo)
    assert [row["id"] for row in json.loads(again.stdout)["answer"]["rows"]] == ["Identity:hr/demo"]


def test_the_store_is_its_owners_alone_and_one_open_to_others_is_named(remit: Remit, tmp_path: Path) -> None:
    lines = [
        {"record": "run", "source": "hr:w", "observed_at": "2026-11-20T06:00:00Z", "complete": ["Identity"]},
        {"record": "node", "id": "Identity:hr/ada", "props": {"type": "human", "status": "active"}},
    ]
    (tmp_path / "hr.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    store = {"REMIT_STORE": "sqlite:///kept/remit.db"}
    umask = os.umask(0o000)
    try:
        result = remit.run("load", "hr.jsonl", settings=store)
    finally:
        os.umask(umask)
    assert (result.returncode, "other users" in result.stderr) == (0, False)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "kept").iterdir()}
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o700
    assert (modes["remit.db"], modes["remit.db.snapshots"]) == (0o600, 0o700)
    assert {mode for name, mode in modes.items() if name != "remit.db.snapshots"} == {0o600}
    (tmp_path / "kept" / "remit.db").chmod(0o640)
    result = remit.run("status", settings=store)
    assert "other users of this machine may read kept/remit.db; chmod 600 keeps it yours" in result.stderr


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("access-paths", "a", "b", "--k", "0"), "--k is at least 1"),
        (("ranking", "--window-days", "0"), "--window-days is at least 1"),
        (("ranking", "--as-of", "9999-12-31"), "--as-of: a time lies before the year 9999, not '9999-12-31'"),
    ],
)
def test_what_would_ask_for_nothing_is_refused(words: tuple[str, ...], problem: str, remit: Remit) -> None:
    result = remit.run("query", *words)
    assert (result.returncode, problem in result.stderr) == (2, True)
