"""The command `python -m bench`: every scenario in a process of its own, and one report of all."""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from bench.graph import SCALES, SEED
from bench.measure import Result, hardware, is_watched, versions
from bench.report import table, write_report
from bench.scenarios import SCENARIOS
from bench.world import ROOT, World


def main() -> int:
    """Exit code 0; 1 if a scenario failed."""
    arguments = _arguments()
    if arguments.scenario:
        begin = time.perf_counter()
        result = importlib.import_module(SCENARIOS[arguments.scenario]).run(World(arguments.work, arguments.scale))
        took = {**msgspec.to_builtins(result), "took_s": round(time.perf_counter() - begin, 1)}
        (arguments.work / f"{arguments.scenario}.json").write_bytes(msgspec.json.encode(took))
        return 0
    about = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "scale": arguments.scale,
        "seed": SEED,
        "only": arguments.only,
        "hardware": hardware(),
        "versions": versions(),
    }
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="remit-bench-") as scratch:
        work = arguments.work or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        for number, name in enumerate(arguments.only or SCENARIOS, 1):
            _say(f"[{number}/{len(arguments.only or SCENARIOS)}] {name}")
            results.append(_in_own_process(name, arguments.scale, work))
            _say(f"      {results[-1].skipped or f'{results[-1].took_s:.0f} s'}")
    about["hardware"] |= {"load_after": hardware()["load_before"]}
    paths = write_report(arguments.out, about, results)
    print(table(about, results))
    print(f"Written: {paths[0]}, {paths[1]}")
    return int(any((result.skipped or "").startswith("failed") for result in results))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Remit beside what else could do it.")
    parser.add_argument(
        "--scale", choices=tuple(SCALES), default="full", help="20k nodes, 200k with 1.1M edges, or 1M with 5.6M edges"
    )
    parser.add_argument(
        "--only",
        choices=tuple(SCENARIOS),
        action="append",
        default=[],
        metavar="NAME",
        help="this scenario; may be repeated: " + ", ".join(SCENARIOS),
    )
    parser.add_argument("--out", type=Path, default=ROOT / "bench" / "results", help="where results are written")
    parser.add_argument("--work", type=Path, help="keep graph, store and snapshot here, and use those that are there")
    parser.add_argument("--scenario", choices=tuple(SCENARIOS), help=argparse.SUPPRESS)
    return parser.parse_args()


def _in_own_process(name: str, scale: str, work: Path) -> Result:
    """One scenario: what it leaves in memory or in the caches of libraries must not reach the next."""
    title = importlib.import_module(SCENARIOS[name]).TITLE
    result_file = work / f"{name}.json"
    result_file.unlink(missing_ok=True)
    command = [sys.executable, "-m", "bench", "--scenario", name, "--scale", scale, "--work", str(work.resolve())]
    done = subprocess.run(command, cwd=ROOT, stderr=None if is_watched() else subprocess.PIPE, check=False)
    if done.returncode or not result_file.exists():
        last_line = (done.stderr or b"").decode().strip().splitlines()[-1:]
        return Result(name, title, skipped=f"failed with exit code {done.returncode}: {' '.join(last_line)}")
    return msgspec.json.decode(result_file.read_bytes(), type=Result)


def _say(text: str) -> None:
    if is_watched():
        print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
