"""How much slower one caller's blast radius is while another asks for rankings without end: it must not be twice as slow.

One worker. Every ranking looks back another number of days, so that none is answered from what is kept.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import numpy as np

from bench import records
from bench.measure import Measure, Result, say
from bench.servers import HEADERS, remit_server
from bench.world import ROOT, World
from graph.moment import write_moment
from graph.ontology import NODE_CODES

TITLE = "One caller's blast radius beside another's rankings"
ROUNDS, ROUND_S = 5, 6.0
# How many loops of rankings the other caller has, and how long before they are felt.
LOOPS, BEGIN_S = 8, 1.0
OTHER_TOKEN = "a-token-of-another-caller"


def run(world: World) -> Result:
    """Latencies of blast radius alone and beside the rankings, in turns, and by how much they differ."""
    folder = world.folder / "fairness"
    folder.mkdir(exist_ok=True)
    quick, costly = _write_questions(world, folder)
    alone, beside, rankings = list[list[float]](), list[list[float]](), 0
    with remit_server(world, folder, 1, REMIT_ARCHITECT_TOKEN=OTHER_TOKEN) as (port, _):
        _check(port, quick, costly)
        _times(port, quick)
        for number in range(ROUNDS):
            say(f"round {number + 1} of {ROUNDS}")
            alone.append(_times(port, quick))
            with _clients(port, LOOPS, BEGIN_S + ROUND_S, costly) as others:
                time.sleep(BEGIN_S)
                beside.append(_times(port, quick))
                rankings += len(json.loads(others.communicate()[0])["answers"])
    measures = []
    for percent in (50, 95):
        pairs = [[float(np.percentile(times, percent)) for times in rounds] for rounds in (alone, beside)]
        first = Measure.of(f"blast radius alone, {percent}th percentile", "ms", [1e3 * each for each in pairs[0]])
        measures += [
            first,
            Measure.of(
                f"beside {LOOPS} loops of ranking, {percent}th percentile",
                "ms",
                [1e3 * each for each in pairs[1]],
                first,
            ),
        ]
    ratios = [
        statistics.median(with_) / statistics.median(without) for with_, without in zip(beside, alone, strict=True)
    ]
    measures.append(Measure.of("slower by, medians of each round", "×", ratios))
    return Result("fairness", TITLE, tuple(measures), (f"{rankings} rankings were answered meanwhile. One worker.",))


def _write_questions(world: World, folder: Path) -> tuple[Path, Path]:
    """The files of both callers' requests."""
    snapshot, dice = world.snapshot(), np.random.default_rng(7)
    moment = write_moment(records.OBSERVED_AT + 3)
    people = dice.choice(np.flatnonzero(snapshot.nodes.kind == NODE_CODES["Identity"]), 200).tolist()
    radius = (
        "query($a: ID!, $at: DateTime) { blastRadius(input: { start: [$a], asOf: $at }) "
        "{ ... on BlastRadius { total reached(first: 50) { nodes { id } } } } }"
    )
    ranking = (
        "query($at: DateTime, $days: Int) { ranking(input: { asOf: $at, windowDays: $days }) "
        "{ ... on Ranking { rows(first: 20) { nodes { id score } } } } }"
    )
    quick, costly = folder / "quick.json", folder / "costly.json"
    asked = [{"query": radius, "variables": {"a": snapshot.ids[node], "at": moment}} for node in people]
    quick.write_text(json.dumps([("blastRadius", json.dumps(body)) for body in asked]))
    asked = [{"query": ranking, "variables": {"at": moment, "days": days}} for days in range(1, 3001)]
    costly.write_text(json.dumps([("ranking", json.dumps(body)) for body in asked]))
    return quick, costly


def _check(port: int, *files: Path) -> None:
    """Raise for a question that is not answered, which would be quick."""
    for file in files:
        name, body = json.loads(file.read_text())[0]
        headers = {**HEADERS, "content-type": "application/json"}
        answer = httpx.post(f"http://127.0.0.1:{port}/graphql", content=body, headers=headers, timeout=300)
        if "errors" in answer.json() or not all(answer.json()["data"][name].values()):
            raise RuntimeError(f"{name} is not answered: {answer.text[:500]}")


def _clients(port: int, connections: int, seconds: float, questions: Path, *token: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "bench.clients", *map(str, (port, connections, seconds, questions)), *token]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE)


def _times(port: int, questions: Path) -> list[float]:
    """Seconds of each answer to the other caller, one after the other."""
    with _clients(port, 1, ROUND_S - BEGIN_S, questions, OTHER_TOKEN) as clients:
        report: dict[str, Any] = json.loads(clients.communicate()[0])
    if report["errors"] or any(status != 200 for _, status, *_ in report["answers"]):
        raise RuntimeError(f"not every question was answered: {report['errors']}")
    return [took for *_, took in report["answers"]]
