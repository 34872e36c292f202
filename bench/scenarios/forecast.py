"""Time to forecast the month and to judge its days, by few keys and by many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bench.graph import USAGE_DAYS
from bench.measure import Measure, Result, say, seconds
from bench.world import World
from graph.moment import midnight

TITLE = "Forecasts and anomalies"
_BY = ("model", "team", "account")


def run(world: World) -> Result:
    """Seconds per question on all usage; the first run of each also makes what the snapshot keeps."""
    from queries import anomalies, forecast

    snapshot, as_of = world.snapshot(), midnight(USAGE_DAYS[1]) + 1
    measures, notes = [], [f"{len(snapshot.usage):,} usage rows; of anomalies the last 30 days."]
    for name in _BY:
        questions: dict[str, Callable[[], Any]] = {
            "forecast": lambda by=name: forecast.run(snapshot, forecast.Params((by,), as_of)),
            "anomalies": lambda by=name: anomalies.run(
                snapshot, anomalies.Params((by,), USAGE_DAYS[1] - 29, USAGE_DAYS[1], as_of)
            ),
        }
        for question, ask in questions.items():
            say(f"{question} by {name}")
            rows = len(ask().rows)
            measures.append(Measure.of(f"{question} by {name}", "s", seconds(ask, world.runs)))
            notes.append(f"{question} by {name}: {rows:,} rows.")
    return Result("forecast", TITLE, tuple(measures), tuple(notes))
