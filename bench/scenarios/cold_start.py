"""Seconds a person waits for one answer at the command line, on the example organisation."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measure import Measure, Result, say, seconds
from bench.world import ROOT, World

TITLE = "Cold start of a one-shot question"
RUNS = 5
START = "Identity:hr/dana.ito"
_EXAMPLES = ROOT / "examples" / "larkspur"
_MAIN = "import sys; from remit import main; sys.argv[0] = 'remit'; sys.exit(main())"


def run(world: World) -> Result:
    """Wall-clock seconds of `remit query blast-radius`, beside a Python that does nothing."""
    if not (ROOT / "api" / "cli.py").exists():
        return Result("cold-start", TITLE, skipped="the command line (api/cli.py) is not there")
    mornings = sorted(path for path in _EXAMPLES.glob("*") if path.is_dir())
    if not mornings:
        return Result("cold-start", TITLE, skipped="the examples (examples/larkspur) are not there")
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("REMIT_")}
        environment["REMIT_STORE"] = f"sqlite:///{folder}/remit.db"

        def remit(*arguments: object, allowed: tuple[int, ...]) -> None:
            command = [sys.executable, "-c", _MAIN, *map(str, arguments)]
            environment["PYTHONPATH"] = str(ROOT)
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
            if done.returncode not in allowed:
                raise _Failed(
                    f"`remit {' '.join(map(str, arguments))}` ended with {done.returncode}: {done.stderr[-500:]}"
                )

        try:
            for morning in mornings:
                say(f"loading {morning.name}")
                remit("load", morning, "--observed-at", f"{morning.name}T06:00:00Z", allowed=(0, 1))
            question = ("query", "blast-radius", START, "--as-of", f"{mornings[-1].name}T06:00:00Z", "--format", "json")
            remit(*question, allowed=(0, 1))
            durations = seconds(lambda: remit(*question, allowed=(0, 1)), RUNS)
            bare = Measure.of(
                "python -c pass", "s", seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), RUNS)
            )
        except _Failed as error:
            return Result("cold-start", TITLE, skipped=str(error))
        size = _size(Path(folder))
    return Result(
        "cold-start",
        TITLE,
        (Measure.of(f"remit query blast-radius {START}", "s", durations, bare), bare),
        (
            f"On examples/larkspur, all mornings loaded, {size / 1e6:.1f} MB of store and snapshots. The house's limit is 1.5 s.",
        ),
    )


class _Failed(Exception):
    """A command that must succeed did not."""


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
