"""The explorer as it is committed: what its sources build, within its budget, its licences carried, its types right."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from api.explorer_page import FILES, FOLDER
from api.http.audit import HEADERS
from api.settings import Settings
from tests.servers.node import EXPLORER, explorer_folder

ROOT = Path(__file__).parents[2]
FIRST_LOAD_BYTES = 90_000
STEPS = ("codegen", "check", "test", "build")


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources in which everything that is generated was made again."""
    root = tmp_path_factory.mktemp("explorer")
    explorer = root / "web" / "explorer"
    shutil.copytree(EXPLORER, explorer, ignore=shutil.ignore_patterns("node_modules", "generated"))
    (root / "api").mkdir()
    shutil.copy(ROOT / "api" / "schema.graphql", root / "api")
    (explorer / "node_modules").symlink_to(explorer_folder() / "node_modules")
    for step in STEPS:
        done = subprocess.run(
            ["npm", "run", step], cwd=explorer, capture_output=True, text=True, timeout=240, check=False
        )
        assert done.returncode == 0, f"npm run {step}: {done.stdout}{done.stderr}"
    return root


def test_the_page_is_what_its_sources_build(rebuilt: Path) -> None:
    built, committed = files_of(rebuilt / "api" / "static" / "explorer"), files_of(FOLDER)
    assert built.keys() == committed.keys()
    assert [name for name, content in built.items() if content != committed[name]] == []
    generated = Path("src", "client", "generated")
    assert files_of(rebuilt / "web" / "explorer" / generated) == files_of(EXPLORER / generated)


def test_the_first_load_is_within_its_budget() -> None:
    html = (FOLDER / "index.html").read_text()
    assets = re.findall(r'(?:src|href)="\./([^"]*)"', html)
    assert {Path(asset).suffix for asset in assets} == {".js", ".css"}
    first = [FOLDER / "index.html", *(FOLDER / asset for asset in assets)]
    assert sum(len(gzip.compress(path.read_bytes())) for path in first) <= FIRST_LOAD_BYTES


def test_the_page_loads_nothing_from_elsewhere() -> None:
    html = (FOLDER / "index.html").read_text()
    assert re.findall(r'(?:src|href)="([^"]*)"', html.replace("./assets/", "")) == [
        "data:,",
        "explorer.js",
        "explorer.css",
    ]
    assert not re.search(r"<script(?! type=\"module\" crossorigin src)|<style| style=| on\w+=", html)
    for path in (FOLDER / "assets").iterdir():
        text = path.read_text()
        # A fragment is a part of the page itself, such as a pattern that fills a bar.
        assert not re.search(r"@import|@font-face|url\((?!data:image/|#)|new Function\(|[^.\w]eval\(", text)
    packages = json.loads((EXPLORER / "package-lock.json").read_text())["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    own = packages[""]
    versions = {**own["dependencies"], **own["devDependencies"]}
    assert [name for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_the_licence_of_every_package_is_carried() -> None:
    notices = (FOLDER / "LICENSES.txt").read_text()
    for name in ("preact", "@preact/signals", "@preact/signals-core"):
        assert re.search(rf"^{name} \d", notices, re.MULTILINE)
    assert set(re.findall(r"^@?[\w/.-]+ \d[\w.-]* \((.*)\)$", notices, re.MULTILINE)) <= {"MIT", "ISC"}


def test_its_files_are_served_and_kept_by_the_browser(client: Callable[..., Any], guarded: Settings) -> None:
    async def go() -> None:
        async with client(guarded) as http:
            page: httpx.Response = await http.get("/")
            addresses = [f"/{address}" for address in re.findall(r'(?:src|href)="\./([^"]*)"', page.text)]
            assert page.headers["cache-control"] == "no-store"
            http.headers.pop("authorization")
            assert set(addresses) <= FILES.keys()
            for address in FILES.keys() - {"/"}:
                for coding in ("identity", "gzip"):
                    answer = await http.get(address, headers={"accept-encoding": coding})
                    assert answer.status_code == 200
                    assert answer.headers.get("content-encoding", "identity") == coding
                    assert answer.content == FILES[address].path.read_bytes()
                    kept = "immutable" in answer.headers["cache-control"]
                    assert kept == address.startswith("/assets/")
                    for name in HEADERS.keys() - {"cache-control"}:
                        assert answer.headers[name] == HEADERS[name]
            assert (await http.get("/")).status_code == 401

    anyio.run(go)
