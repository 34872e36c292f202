"""The command `python -m bench.backtest`: how far forecasts were off, what intervals held, which anomalies are seen.

Writes `bench/results/<date>-backtest.json` and, from it, `docs/forecast.md`. A forecast at a cut reads the days before it alone. With
statsforecast in the environment, which Remit does not need, AutoETS is measured on a sample too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from bench.measure import hardware, versions
from bench.spend_series import F8, KINDS, SpendSeries, draw_series, drawn, of_bench, of_example
from bench.world import ROOT
from graph.money import NANO
from queries.anomalies import DEFAULT_LEAST
from queries.outliers import AnomalySensitivity, judge
from queries.weekday_profile import LEAST_DAYS, WeekdayProfile

RESULTS, PAGE = ROOT / "bench" / "results", ROOT / "docs" / "forecast.md"
SEED = 20260901
CUTS = (3, 7, 10, 13, 17, 20, 24, 27)
LEAST_HISTORY = 14
CLEAN_SERIES, CLEAN_DAYS = 1_000, (112, 171)
PLANTED_SIZES = (2, 4, 8)
_ETS_SERIES, _ETS_CUTS = 80, (7, 17)

# Of known days before a cut, [days, series], what the days to come will cost together: (history, length, spent days) → sums.
Method = Callable[[F8, int, int], F8]


def month_rate(history: F8, length: int, spent_days: int) -> F8:
    """The naive forecast: the days to come cost what the days of the month so far did."""
    return np.asarray(history[-spent_days:].mean(axis=0) * length)


def peak_rate(history: F8, length: int, spent_days: int) -> F8:
    """The greater of the last day and the mean of the last seven, as a peer has it."""
    return np.asarray(np.maximum(history[-1], history[-7:].mean(axis=0)) * length)


def equal_weekdays(history: F8, length: int, spent_days: int) -> F8:
    """The mean of the last four equal weekdays."""
    return np.asarray(sum(history[len(history) - 7 + day % 7 :: -7][:4].mean(axis=0) for day in range(length)))


PLAIN: Mapping[str, Method] = {
    "month-to-date rate (naive)": month_rate,
    "max of last day and last 7 (a peer)": peak_rate,
    "mean of the last 4 equal weekdays": equal_weekdays,
}
SHIPPED = "weekday profile (shipped)"


class Profiles:
    """The profile of a set of series, whose days are known from the first one with cost on."""

    def __init__(self, series: SpendSeries) -> None:
        self.series = series
        self.known = np.maximum.accumulate(series.costs != 0, axis=0)
        self.profile = WeekdayProfile(series.costs, self.known, series.first_day)

    def cuts(self) -> Iterator[tuple[int, int, int]]:
        """(First row of a month, cut, row behind its last day)."""
        for first, behind in self.series.months:
            yield from ((first, first + cut, behind) for cut in CUTS if first + cut < behind)


def forecast_errors(profiles: Profiles) -> dict[str, Any]:
    """Mean and median error of month totals per method in %, and the share of month ends inside the interval."""
    costs = profiles.series.costs
    errors: dict[str, list[F8]] = {name: [] for name in (*PLAIN, SHIPPED)}
    inside: list[Any] = []
    short: list[Any] = []
    width: list[F8] = []
    for first, cut, behind in profiles.cuts():
        month, rest = costs[first:behind].sum(axis=0), costs[cut:behind].sum(axis=0)
        history = profiles.profile.days_before(cut)
        counts = (history >= LEAST_HISTORY) & (month > 0)
        month = np.where(month > 0, month, 1.0)
        for name, method in PLAIN.items():
            errors[name].append((np.abs(method(costs[:cut], behind - cut, cut - first) - rest) / month)[counts])
        expected, half = profiles.profile.sum_at(cut, behind - cut), profiles.profile.half_width(cut, behind - cut)
        errors[SHIPPED].append((np.abs(expected - rest) / month)[counts])
        is_inside = (rest >= np.maximum(expected - half, 0) - 1) & (rest <= expected + half + 1)
        inside.append(is_inside[counts])
        width.append((2 * half / month)[counts])
        short.append(is_inside[(history >= LEAST_DAYS) & (history < LEAST_HISTORY) & (month != 1.0)])
    merged = {name: np.concatenate(parts) for name, parts in errors.items()}
    few = np.concatenate(short)
    return {
        "series": int(costs.shape[1]),
        "forecasts": len(merged[SHIPPED]),
        "mean_error": {name: _percent(part.mean()) for name, part in merged.items()},
        "median_error": {name: _percent(np.median(part)) for name, part in merged.items()},
        "coverage": _percent(np.concatenate(inside).mean()),
        "median_width": _percent(np.median(np.concatenate(width))),
        "short_history": len(few),
        "short_coverage": _percent(few.mean()) if len(few) else None,
    }


def ets_errors(profiles: Profiles) -> dict[str, Any] | None:
    """AutoETS beside the shipped method on a sample; None where statsforecast is not installed."""
    if find_spec("statsforecast") is None:
        return None
    from statsforecast.models import AutoETS

    costs, (first, behind) = profiles.series.costs / NANO, profiles.series.months[-1]
    errors: dict[str, list[float]] = {"AutoETS": [], SHIPPED: []}
    step = max(1, costs.shape[1] // _ETS_SERIES)
    for at in range(0, costs.shape[1], step):
        for cut in (first + day for day in _ETS_CUTS):
            month, rest = costs[first:behind, at].sum(), costs[cut:behind, at].sum()
            if month <= 0 or profiles.profile.days_before(cut)[at] < LEAST_HISTORY:
                continue
            history = costs[profiles.known[:, at].argmax() : cut, at]
            fitted = AutoETS(season_length=7).forecast(y=history, h=behind - cut)["mean"]
            errors["AutoETS"].append(abs(np.maximum(fitted, 0).sum() - rest) / month)
            errors[SHIPPED].append(abs(profiles.profile.sum_at(cut, behind - cut)[at] / NANO - rest) / month)
    return {
        "forecasts": len(errors[SHIPPED]),
        "mean_error": {name: _percent(np.mean(part)) for name, part in errors.items()},
    }


def alarms() -> list[dict[str, Any]]:
    """Per sensitivity: false alarms on clean series, and which share of planted anomalies is seen, by size."""
    clean = draw_series(CLEAN_SERIES, CLEAN_DAYS[1] + 1, SEED + 1) * NANO
    rows = []
    for sensitivity in AnomalySensitivity:
        profile = WeekdayProfile(clean, np.maximum.accumulate(clean != 0, axis=0))
        outliers = judge(profile, CLEAN_DAYS, sensitivity, DEFAULT_LEAST)
        weeks = outliers.judged.sum() / 7
        rows.append(
            {
                "sensitivity": sensitivity.name,
                "series": CLEAN_SERIES,
                "days": int(outliers.judged.sum()),
                "false_alarms": int(outliers.anomaly.sum()),
                "per_key_and_week": round(float(outliers.anomaly.sum() / weeks), 3),
                "detected": {str(size): _detected(clean, sensitivity, size) for size in PLANTED_SIZES},
            }
        )
    return rows


def _detected(clean: F8, sensitivity: AnomalySensitivity, size: int) -> dict[str, float]:
    """Which % of planted days are anomalies, in all series and by kind: each adds `size` times the mean of the days with cost before."""
    rng = np.random.default_rng(SEED + 2)
    costs, begin = clean.copy(), CLEAN_DAYS[0]
    past = costs[begin - 28 : begin]
    used = (past > 0).sum(axis=0)
    day = begin + rng.integers(0, 28, costs.shape[1])
    series = np.flatnonzero(used)
    costs[day[series], series] += size * (past.sum(axis=0) / np.maximum(used, 1))[series]
    profile = WeekdayProfile(costs, np.maximum.accumulate(costs != 0, axis=0))
    outliers = judge(profile, (begin, begin + 27), sensitivity, DEFAULT_LEAST)
    seen, kind = outliers.anomaly[day[series] - begin, series], series % len(KINDS)
    return {"all": _percent(seen.mean())} | {name: _percent(seen[kind == at].mean()) for at, name in enumerate(KINDS)}


def measure() -> dict[str, Any]:
    """All results, as they are written."""
    sets = {series.name: Profiles(series) for series in (of_example(), of_bench(), drawn(400, SEED))}
    ets = {name: ets_errors(profiles) for name, profiles in sets.items()}
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "seed": SEED,
        "hardware": hardware(),
        "versions": versions(),
        "forecast": {name: forecast_errors(profiles) for name, profiles in sets.items()},
        "autoets": {name: row for name, row in ets.items() if row is not None},
        "alarms": alarms(),
    }


def newest_results() -> Path:
    """The file of the newest back-test."""
    return sorted(RESULTS.glob("*-backtest.json"))[-1]


def page(results: Mapping[str, Any]) -> str:
    """The text of docs/forecast.md."""
    sets: Mapping[str, Any] = results["forecast"]
    described = ", ".join(
        f"{name} ({row['series']:,} series, {row['forecasts']:,} forecasts)" for name, row in sets.items()
    )
    methods = next(iter(sets.values()))["mean_error"]
    lines = [
        _INTRODUCTION.format(
            date=results["date"][:10],
            machine=", ".join(f"{name} {value}" for name, value in results["hardware"].items()),
            sets=described,
        ),
        f"| method | {' | '.join(f'{name}: mean | median' for name in sets)} |",
        "|---|" + "---:|---:|" * len(sets),
        *(
            f"| {method} | "
            + " | ".join(f"{row['mean_error'][method]} % | {row['median_error'][method]} %" for row in sets.values())
            + " |"
            for method in methods
        ),
        "",
        "| interval, meant to hold 80 % of month ends | " + " | ".join(sets) + " |",
        "|---|" + "---:|" * len(sets),
        "| holds | " + " | ".join(f"{row['coverage']} %" for row in sets.values()) + " |",
        "| median width, of the month's cost | "
        + " | ".join(f"{row['median_width']} %" for row in sets.values())
        + " |",
        "| holds, with 8 to 13 days of history | "
        + " | ".join(
            "none such" if row["short_coverage"] is None else f"{row['short_coverage']} % of {row['short_history']}"
            for row in sets.values()
        )
        + " |",
        "",
        *_ets_lines(results["autoets"]),
        _ANOMALIES.format(series=CLEAN_SERIES, first=CLEAN_DAYS[0], last=CLEAN_DAYS[1], least=DEFAULT_LEAST),
        "| sensitivity | false alarms per key and week | "
        + " | ".join(f"sees {size} times" for size in PLANTED_SIZES)
        + " |",
        "|---|---:|" + "---:|" * len(PLANTED_SIZES),
        *(
            f"| {row['sensitivity']} | {row['per_key_and_week']} ({row['false_alarms']:,} on {row['days']:,} days) | "
            + " | ".join(f"{row['detected'][str(size)]['all']} %" for size in PLANTED_SIZES)
            + " |"
            for row in results["alarms"]
        ),
        "",
        f"By kind of series, at NORMAL and {PLANTED_SIZES[1]} times: "
        + ", ".join(f"{name} {seen} %" for name, seen in _by_kind(results).items())
        + ". What is erratic hides what is small.",
        "",
        _LIMITS,
    ]
    return "\n".join(lines)


def _by_kind(results: Mapping[str, Any]) -> dict[str, float]:
    (normal,) = [row for row in results["alarms"] if row["sensitivity"] == AnomalySensitivity.NORMAL.name]
    return {name: seen for name, seen in normal["detected"][str(PLANTED_SIZES[1])].items() if name != "all"}


def _ets_lines(rows: Mapping[str, Any]) -> list[str]:
    if not rows:
        return []
    parts = [
        f"{name}: {row['mean_error']['AutoETS']} % against {row['mean_error'][SHIPPED]} % ({row['forecasts']} forecasts)"
        for name, row in rows.items()
    ]
    return [
        "A library is worth its weight where it is better by enough. AutoETS of statsforecast (584 MB, more than a second to import),",
        f"mean error on a sample beside the shipped method on the same sample: {'; '.join(parts)}. So no library ships.",
        "",
    ]


_INTRODUCTION = """<!-- Written by `python -m bench.backtest` from its results. Do not edit. -->

# Forecasts, budgets and anomalies

`remit query forecast --by team` says where the month's cost will end, `remit query anomalies --by team --from DAY --to DAY` which days
cost more than usual and what drove them. [Questions](queries.md) lists the options, [operations](operations.md) how budgets are set,
[decision 85](decisions/0085-where-a-month-will-end.md) the rules.

## How good are the forecasts?

Measured {date} on: {machine}. Each forecast was made on the 3rd to the 27th day of a month from the days before it alone, with 14 days of
history at least, and compared with the month's total. Series: {sets}. `example` is every account, person, team, model and
key of the example organisation, `bench` the usage of the bench graph (the same every day but for chance), `drawn` are series of eight
kinds: people, services, batches, bursts, growth, sudden steps, rare use, teams.

Error of the month's total (mean and median over forecasts):
"""
_ANOMALIES = """## Which anomalies are seen, and how often is an alarm false?

On {series:,} drawn series without any anomaly, days {first} to {last} of each, every alarm is false. In the same series one day each then
costs more by so many times what a day with cost usually does. The amount below which nothing is an anomaly was {least} units a day.
"""
_LIMITS = """## What they do not know

Feast days, launches, planned changes of price, and that a project ends. A forecast early in the month of something that is used
once a week is little more than its mean. Seats, taxes and credits are in neither: `cost-attribution` shows them.
"""


def _percent(share: Any) -> float:
    return round(float(share) * 100, 1)


def main() -> int:
    """Measure, write the results and the page."""
    results = msgspec.json.decode(msgspec.json.encode(measure()))
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{results['date'][:10]}-backtest.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=1) + b"\n")
    PAGE.write_text(page(results), encoding="utf-8")
    print(f"Written: {path}, {PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
