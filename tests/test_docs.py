"""The docs are true: generated pages as generated, links that lead somewhere, commands that exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from api.cli.docs import pages, write_docs
from api.cli.main import app
from examples.answers import MARKS, README, filled
from graph.stores import STORES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md", *sorted(DOCS.rglob("*.md"))]
REMIT = Path(sys.executable).with_name("remit")

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"(?:^|[\s`/])remit ((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)?)", re.MULTILINE)
BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(remit [^`]+)`")
GROUPS = ("query", "decide", "source")


def told_commands() -> list[str]:
    """Every verb that a page shows as code, with the word after it where the verb is a group."""
    found = set()
    for page in PAGES:
        text = page.read_text()
        for code in [*BLOCK.findall(text), *INLINE.findall(text)]:
            for words in COMMAND.findall(code):
                verb, _, second = words.partition(" ")
                found.add(f"{verb} {second}".strip() if verb in GROUPS else verb)
    return sorted(found)


def test_generated_pages_are_as_generated(tmp_path: Path) -> None:
    """`make generate` writes them; then commit what it wrote."""
    for path in write_docs(tmp_path):
        assert (DOCS / path.name).read_text() == path.read_text(), f"docs/{path.name} is stale: run `make generate`"
    assert {path.name for path in tmp_path.iterdir()} == pages().keys()


def test_the_schema_of_graphql_is_as_generated() -> None:
    from api.gql.schema import build_schema, write_sdl

    assert (ROOT / "api" / "schema.graphql").read_text() == write_sdl(build_schema()), "stale: run `make generate`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = [target for target in LINK.findall(page.read_text()) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def promises() -> list[tuple[str, str]]:
    """Each promise of the threat model with each test that shows it."""
    table = (DOCS / "security.md").read_text().partition("\n## What is promised\n")[2].partition("\n## ")[0]
    rows = [row.strip("|").split("|") for row in table.splitlines() if row.startswith("| ")][1:]
    return [(promise.strip(), test) for promise, tests in rows for test in re.findall(r"`([^`]+)`", tests) or [""]]


@pytest.mark.parametrize("promise", sorted({promise for promise, _ in promises()}))
def test_every_promise_of_the_threat_model_has_tests_that_exist(promise: str) -> None:
    for test in (test for other, test in promises() if other == promise):
        path, _, name = test.partition("::")
        assert (ROOT / path).is_file(), f"{promise}: there is no {path}"
        assert re.search(rf"^(?:async )?def {name}\(", (ROOT / path).read_text(), re.MULTILINE), f"{promise}: no {test}"


def test_the_threat_model_has_its_parts() -> None:
    text = (DOCS / "security.md").read_text()
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    parts = ["Assets", "Actors", "Trust boundaries", "What is promised", "What is not promised"]
    assert heads[: len(parts)] == [f"## {part}" for part in parts]
    assert len({promise for promise, _ in promises()}) >= 25


def test_every_decision_is_in_the_index() -> None:
    index = (DOCS / "decisions" / "index.md").read_text()
    pages = [page.name for page in (DOCS / "decisions").glob("*.md") if page.name != "index.md"]
    assert pages
    assert [name for name in pages if f"({name})" not in index] == []


@pytest.mark.parametrize("words", told_commands())
def test_every_command_that_is_told_exists(words: str) -> None:
    verb, _, second = words.partition(" ")
    done = CliRunner().invoke(app, [verb, second, "--help"] if second else [verb, "--help"])
    assert done.exit_code == 0, done.output


def test_the_readme_shows_what_the_example_answers() -> None:
    text = README.read_text()
    assert MARKS.search(text) is not None
    assert filled(text) == text, "stale: run `make generate`"


def test_the_container_calls_what_exists() -> None:
    """Docker is not needed: what the image runs, and what compose hands it, is held against the code."""
    dockerfile = (ROOT / "Dockerfile").read_text()
    told = dict(re.findall(r"^(ENTRYPOINT|CMD) (\[.*\])$", dockerfile, re.MULTILINE))
    command = [*yaml.safe_load(told["ENTRYPOINT"]), *yaml.safe_load(told["CMD"])]
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert command[0] in scripts
    helped = subprocess.run([REMIT, command[1], "--help"], capture_output=True, text=True, check=True).stdout
    assert all(word in helped for word in command if word.startswith("--"))
    (probe,) = re.findall(r"HEALTHCHECK .*?CMD (\[.*\])$", dockerfile, re.MULTILINE)
    compile(yaml.safe_load(probe)[2], "healthcheck", "exec")
    copied = [
        word
        for line in re.findall(r"^COPY (?!--from)(.*)$", dockerfile, re.MULTILINE)
        for word in shlex.split(line)[:-1]
    ]
    assert [name for name in copied if not (ROOT / name).exists()] == []
    store = re.findall(r"REMIT_STORE=(\S+)", dockerfile)
    assert [address.partition(":")[0] for address in store] == ["sqlite"]


def test_compose_hands_out_settings_that_exist() -> None:
    from api.settings import Settings

    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    given = compose["services"]["remit"]["environment"]
    known = {f"REMIT_{name.upper()}" for name in Settings.model_fields}
    assert given.keys() <= known
    default = re.fullmatch(r"\$\{REMIT_STORE:-(\w+):.*\}", given["REMIT_STORE"])
    assert default is not None
    assert default[1] in STORES
    asked = set(re.findall(r"\$\{([A-Z_0-9]+):", (ROOT / "docker-compose.yml").read_text())) - {"REMIT_STORE"}
    assert asked == set(re.findall(r"^([A-Z_0-9]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def test_the_makefile_lists_its_verbs() -> None:
    done = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    verbs = re.findall(r"make ([a-z-]+)", done.stdout)
    assert verbs == [
        "help",
        "setup",
        "demo",
        "test",
        "check",
        "bench",
        "serve",
        "generate",
        "explorer",
        "lock",
        "sbom",
        "audit",
        "pin-images",
    ]


@pytest.mark.parametrize("own", ["", "sqlite:////tmp/own.db"])
def test_the_demo_has_a_store_of_its_own(own: str) -> None:
    from api.settings import DEMO_STORE

    words = ["make", "--no-print-directory", "-n", "demo", "SERVE=0", f"REMIT_STORE={own}"]
    printed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    commands = re.findall(
        r"(?:REMIT_STORE=(\S+) REMIT_SNAPSHOTS= )?\.venv/bin/remit (?:load|query|serve) [a-z-]+", printed
    )
    assert (len(commands), set(commands)) == (6, {"" if own else DEMO_STORE})


def test_every_requirement_is_pinned() -> None:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = [name for extra in table["optional-dependencies"].values() for name in extra]
    lines = (ROOT / "constraints.txt").read_text().split()
    pinned = {re.sub(r"[-_.]+", "-", line.partition("==")[0]).lower() for line in lines}
    names = [name.partition("[")[0] for name in (*table["dependencies"], *extras)]
    asked = {re.sub(r"[-_.]+", "-", name).lower() for name in names}
    assert asked - pinned == set()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9._+!-]+", line) for line in lines)
    assert lines == sorted(lines, key=lambda line: line.partition("==")[0].lower())
