"""What must hold of the packages that are shipped: locked with hashes, listed in a valid SBOM, and an audit that says what it did."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.partition("[")[0]).lower()


def _locked() -> dict[str, str]:
    return {
        _plain(name): version for name, version in re.findall(r"(?m)^([A-Za-z0-9._\[\],-]+)==(\S+)", LOCK.read_text())
    }


def _required() -> set[str]:
    return {_plain(name) for name in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]}


def test_the_lock_names_every_runtime_dependency_at_its_pinned_version_with_hashes() -> None:
    pinned = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text().split())
    constraints = {_plain(name): version for name, version in pinned.items()}
    locked = _locked()
    assert _required() - locked.keys() == set(), "stale: run `make lock`"
    assert {name: version for name, version in locked.items() if constraints.get(name) != version} == {}
    blocks = re.split(r"(?m)^(?=\S+==)", LOCK.read_text())[1:]
    assert len(blocks) == len(locked)
    assert [block for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)] == []
    # No address and no path of whoever wrote it.
    assert not re.search(r"://|find-links|(?m:^-)|/\w+/", LOCK.read_text())


def test_the_lock_is_closed() -> None:
    """What a locked package requires here is locked too: nothing is installed beside it."""
    from importlib.metadata import PackageNotFoundError, requires

    from packaging.requirements import Requirement

    locked = _locked()
    for name in locked:
        try:
            needs = [Requirement(text) for text in requires(name) or ()]
        except PackageNotFoundError:
            continue
        plain = [need for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]
        assert {_plain(need.name) for need in plain} - locked.keys() == set(), name


def test_the_sbom_is_valid_and_names_every_runtime_dependency(tmp_path: Path) -> None:
    words = ["requirements", str(LOCK), "--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible", "-o"]
    out = tmp_path / "remit.cdx.json"
    subprocess.run([sys.executable, "-m", "cyclonedx_py", *words, str(out)], check=True, capture_output=True)
    document = json.loads(out.read_text())
    version = SchemaVersion.from_version(document["specVersion"])
    assert JsonStrictValidator(version).validate_str(out.read_text()) is None
    # The validator can fail.
    assert JsonStrictValidator(version).validate_str(json.dumps(document | {"components": [{"name": 7}]})) is not None
    listed = {_plain(component["name"]): component for component in document["components"]}
    assert {name: component["version"] for name, component in listed.items()} == _locked()
    assert _required() <= listed.keys()
    assert all(component["purl"].startswith("pkg:pypi/") for component in listed.values())
    assert document["metadata"]["component"]["name"] == "remit"


def _row(name: str, *vulnerabilities: str) -> dict[str, Any]:
    entries = [{"id": name, "fix_versions": ["2"]} for name in vulnerabilities]
    return {"name": name, "version": "1", "vulns": entries}


@pytest.mark.parametrize(
    ("report", "code", "text"),
    [
        (None, 3, "no index answered: nothing was audited"),
        ({"dependencies": []}, 3, "no index answered"),
        (
            {"dependencies": [{"name": "a", "skip_reason": "x"}, {"name": "b", "skip_reason": "x"}]},
            3,
            "no index answered",
        ),
        ({"dependencies": [_row("a"), {"name": "b", "skip_reason": "x"}]}, 3, "1 of 2 packages were not audited: b"),
        ({"dependencies": [_row("a", "CVE-1"), {"name": "b", "skip_reason": "x"}]}, 1, "a 1: CVE-1, fixed in 2"),
        ({"dependencies": [_row("a", "CVE-1"), _row("b")]}, 1, "a 1: CVE-1, fixed in 2"),
        ({"dependencies": [_row("a"), _row("b")]}, 0, "2 packages audited"),
    ],
)
def test_an_audit_that_looked_nothing_up_says_so(report: Any, code: int, text: str) -> None:
    spec = importlib.util.spec_from_file_location("audit", ROOT / ".ci" / "audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    got, lines = module.verdict(report, 2)
    assert got == code
    assert any(text in line for line in lines)
