"""The launcher `remit`: it finds its own packages, whatever else has their names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from remit import PACKAGES

REMIT = Path(sys.executable).with_name("remit")


@pytest.fixture
def other_packages(tmp_path: Path) -> Path:
    """A folder whose packages have the names of ours; importing one fails."""
    for name in PACKAGES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise ImportError('this is another package')\n")
    return tmp_path


@pytest.mark.parametrize("command", [[str(REMIT)], [sys.executable, "-m", "remit"]])
@pytest.mark.parametrize("words", [["--help"], ["schema"]])
def test_the_launcher_runs_beside_packages_of_the_same_names(
    command: list[str], words: list[str], other_packages: Path, tmp_path: Path
) -> None:
    environment = os.environ | {"PYTHONPATH": str(other_packages)}
    done = subprocess.run(
        [*command, *words], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Usage: remit" in done.stdout or '"$schema"' in done.stdout


def test_processes_that_the_launcher_spawns_find_them_too(other_packages: Path) -> None:
    """The server counts spans in spawned processes, and starts its reader as `python -m remit`."""
    script = other_packages / "main.py"
    script.write_text(
        "import remit\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "from graph.money import write_amount\n"
        "if __name__ == '__main__':\n"
        "    with ProcessPoolExecutor(1, get_context('spawn')) as executor:\n"
        "        print(executor.submit(write_amount, 5).result())\n"
    )
    environment = os.environ | {"PYTHONPATH": str(other_packages)}
    done = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == "0.000000005\n", done.stderr
