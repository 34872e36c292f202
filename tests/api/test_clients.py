"""What others ask with: graphql-codegen, urql and Apollo Client with their default options, against a running server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.settings import Settings
from tests.api.organisation import TOKEN
from tests.servers.node import CLIENTS, client_folder

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("clients")]

ADA = {"start": ["ada@acme.example"], "asOf": "2026-11-20T08:00:00Z"}
COST = {"by": ["day", "model"], "from": "2026-11-01", "to": "2026-11-19", "asOf": "2026-11-20T08:00:00Z"}


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A folder with our scripts, in which the clients are found."""
    folder = tmp_path / "clients"
    shutil.copytree(CLIENTS, folder)
    (folder / "node_modules").symlink_to(client_folder() / "node_modules")
    return folder


def run(folder: Path, address: str, *command: str, **more: str) -> str:
    """What a program of Node prints; fails the test with its error."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "REMIT_URL": address, "REMIT_TOKEN": TOKEN, **more}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def plain(value: Any) -> Any:
    """An answer without the `__typename` that a client asks for beside what it is asked for."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key != "__typename"}
    return [plain(item) for item in value] if isinstance(value, list) else value


def post(address: str, operation: str, **variables: Any) -> Any:
    """The data of an operation of ours, by a bare request."""
    body = {"query": (CLIENTS / "operations.graphql").read_text(), "variables": variables, "operationName": operation}
    answer = httpx.post(f"{address}/graphql", json=body, headers={"authorization": f"Bearer {TOKEN}"})
    return answer.json()["data"]


@pytest.mark.parametrize(
    ("script", "more", "method"),
    [("urql.mjs", {}, "GET"), ("urql.mjs", {"REMIT_POST": "1"}, "POST"), ("apollo.mjs", {}, None)],
    ids=["urql", "urql-post", "apollo"],
)
def test_a_client_gets_what_a_bare_request_gets(
    script: str,
    more: dict[str, str],
    method: str | None,
    workplace: Path,
    served: Callable[[Settings], str],
    guarded: Settings,
) -> None:
    address = served(guarded)
    answers = json.loads(run(workplace, address, "node", script, **more))
    assert plain(answers["reach"]["data"]) == post(address, "Reach", input=ADA)
    assert answers["reach"]["data"]["blastRadius"]["total"] == 304
    assert plain(answers["cost"]["data"]) == post(address, "Cost", input=COST)
    assert answers["cost"]["data"]["costAttribution"]["rows"]["totalCount"] > 0
    assert [error["extensions"]["code"] for error in answers["wrong"]["errors"]] == ["GRAPHQL_VALIDATION_FAILED"]
    nobody = answers["nobody"]["data"]["blastRadius"]
    assert (nobody["code"], nobody["path"]) == ("NOT_FOUND", ["input", "start", "1"])
    assert [len(page) for page in answers["pages"]] == [70, 70, 70, 70, 24]
    assert len({row for page in answers["pages"] for row in page}) == 304
    assert answers["reach"].get("methods") == (None if method is None else [method])


def test_a_client_without_the_token_reads_why(
    workplace: Path, served: Callable[[Settings], str], guarded: Settings
) -> None:
    answers = run(workplace, served(guarded), "node", "refused.mjs", REMIT_TOKEN="nobody's")
    assert json.loads(answers) == {"urql": ["UNAUTHORIZED"], "apollo": ["ServerError", 401, "UNAUTHORIZED"]}


def test_apollo_keeps_answers_apart_with_the_options_of_the_docs(
    workplace: Path, served: Callable[[Settings], str], guarded: Settings
) -> None:
    answers = json.loads(run(workplace, served(guarded), "node", "cache.mjs"))
    apart, usual = answers["apart"], answers["usual"]
    assert apart["before"] == apart["after"] == usual["before"]
    assert plain(apart["refused"]) == {"code": "NOT_FOUND", "path": ["input", "start", "0"]}
    # Once Apollo does without the options, the docs need not name them.
    assert usual["before"] != usual["after"]
    assert plain(usual["refused"]) == {}


def test_the_docs_say_what_the_tests_run() -> None:
    page, config = (CLIENTS.parents[2] / "docs" / "clients.md").read_text(), (CLIENTS / "codegen.yml").read_text()
    assert config.partition("\n")[2] in page
    scalars = set(
        re.findall(r"^scalar (\w+)", (CLIENTS.parents[2] / "api" / "schema.graphql").read_text(), re.MULTILINE)
    )
    assert set(re.findall(r"^        (\w+): ", config, re.MULTILINE)) - {"Authorization"} == scalars


def test_generated_types_compile_under_strict(
    workplace: Path, served: Callable[[Settings], str], guarded: Settings
) -> None:
    address, programs = served(guarded), workplace / "node_modules" / ".bin"
    run(workplace, address, str(programs / "graphql-codegen"), "--config", "codegen.yml")
    assert ": any" not in (workplace / "remit.ts").read_text()
    options = ("--strict", "--noEmit", "--module", "nodenext", "--target", "es2022")
    run(workplace, address, str(programs / "tsc"), *options, "typed.ts", "remit.ts")


def test_the_lock_file_names_no_registry() -> None:
    packages = json.loads((CLIENTS / "package-lock.json").read_text())["packages"]
    assert len(packages) > 100
    assert not [name for name, package in packages.items() if "resolved" in package]
