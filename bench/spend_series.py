"""Daily spend series for back-tests: drawn ones of eight kinds, those of the example, and those of the bench graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bench.graph import USAGE_DAYS, generate
from bench.world import ROOT
from graph.moment import read_day, read_moment
from graph.money import NANO
from graph.snapshot import snapshot_of
from graph.stores.open import open_store
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import cost_attribution

F8 = npt.NDArray[np.float64]
KINDS = ("person", "service", "batch", "bursty", "growing", "step", "sparse", "team")
EXAMPLE_DAYS = (read_day("2026-08-23"), read_day("2026-11-20"))
_EXAMPLE_DIMENSIONS = ("team", "account", "credential", "model", "application", "identity", "provider", "workspace")
_BENCH_ACCOUNTS = 150


@dataclass(frozen=True, slots=True)
class SpendSeries:
    """[days, series] in nano-units, from `first_day` on; `months`: first row and the row behind the last, per month end."""

    name: str
    first_day: int
    costs: F8
    months: Sequence[tuple[int, int]]


def draw_series(count: int, days: int, seed: int) -> F8:
    """[days, count] in dollars, the kinds taking turns; the first day is a Monday."""
    rng = np.random.default_rng(seed)
    return np.array([_draw(KINDS[at % len(KINDS)], rng, days) for at in range(count)]).T


def _draw(kind: str, rng: np.random.Generator, days: int) -> F8:
    weekday = np.arange(days) % 7
    level, week = np.exp(rng.normal(2.5, 1.2)), np.where(weekday < 5, 1.0, 0.06)

    def noise(spread: float) -> F8:
        return np.exp(rng.normal(0, spread, days) - spread * spread / 2)

    if kind == "team":
        members = [_draw("person", rng, days) for _ in range(rng.integers(4, 12))]
        return np.asarray(sum(members))
    if kind == "batch":
        runs = rng.choice(7, rng.integers(1, 4), replace=False)
        return np.asarray(level * 4 * np.isin(weekday, runs) * noise(0.25))
    if kind == "step":
        change = np.where(np.arange(days) < rng.integers(days // 4, days * 9 // 10), 1.0, rng.uniform(0.3, 3))
        return np.asarray(level * week * noise(0.4) * change)
    shapes = {
        "person": lambda: week * noise(0.8) * (rng.random(days) < np.where(weekday < 5, 0.85, 0.1)),
        "service": lambda: 3 * noise(0.12),
        "bursty": lambda: noise(1.4) * (rng.random(days) < 0.5),
        "growing": lambda: week * noise(0.4) * np.exp(np.arange(days) * rng.uniform(-0.01, 0.02)),
        "sparse": lambda: noise(0.8) * (rng.random(days) < 0.12),
    }
    return np.asarray(level * shapes[kind]())


def drawn(count: int, seed: int) -> SpendSeries:
    """Half a year of drawn series, with the month ends of its second half."""
    return SpendSeries("drawn", 20_600, draw_series(count, 180, seed) * NANO, ((60, 90), (90, 121), (121, 151)))


def of_example() -> SpendSeries:
    """Every key of the example in eight dimensions, with two month ends."""
    store = open_store("memory:backtest")
    for folder in sorted((ROOT / "examples" / "larkspur").iterdir()):
        moment = read_moment(f"{folder.name}T06:00:00Z")
        runs, _ = load_runs([folder], Context(observed_at=moment, salt=b"salt of a benchmark"))
        ingest(store, runs, clock=moment)
    moment = read_moment("2026-11-21T06:00:00Z")
    snapshot, columns = snapshot_of(store, moment), []
    for name in _EXAMPLE_DIMENSIONS:
        answer = cost_attribution.run(snapshot, cost_attribution.Params((name, "day"), *EXAMPLE_DAYS, moment))
        series: dict[str, F8] = {}
        for row in answer.rows:
            costs = series.setdefault(row.key[name], np.zeros(EXAMPLE_DAYS[1] - EXAMPLE_DAYS[0] + 1))
            costs[read_day(row.key["day"]) - EXAMPLE_DAYS[0]] += row.cost.nano
        columns += [costs for _, costs in sorted(series.items()) if costs.any()]
    return SpendSeries("example", EXAMPLE_DAYS[0], np.array(columns).T, ((9, 39), (39, 70)))


def of_bench() -> SpendSeries:
    """The usage of the small bench graph: every model, and the accounts and keys that spent most; one month end."""
    graph = generate("small")
    days, columns = USAGE_DAYS[1] - USAGE_DAYS[0] + 1, []
    for nodes, most in ((graph.model, len(graph.model)), (graph.principal, _BENCH_ACCOUNTS)):
        distinct, of = np.unique(nodes, return_inverse=True)
        costs = np.zeros((days, len(distinct)))
        np.add.at(costs, (graph.day - USAGE_DAYS[0], of), graph.cost)
        columns.append(costs[:, np.argsort(-costs.sum(axis=0), kind="stable")[:most]])
    return SpendSeries("bench", USAGE_DAYS[0], np.concatenate(columns, axis=1), ((30, 61),))
