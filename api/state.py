"""This file knows what `remit status` and the `status` field say: one dictionary for both."""

from __future__ import annotations

from typing import Any

from api.context import Context
from graph.moment import now, write_day, write_moment
from graph.stores.base import SourceState
from queries.base import as_json


def read_state(context: Context) -> dict[str, Any]:
    """Generation, counts, sources with their age, and the newest runs."""
    asked = now()
    store = context.store
    snapshot = context.snapshot() if store.generation() else None
    return {
        "generation": store.generation(),
        "built_at": write_moment(snapshot.built_at) if snapshot else None,
        "digest": snapshot.digest if snapshot else None,
        "counts": store.counts(),
        "sources": [_source(state, asked) for state in store.sources()],
        "runs": [
            {
                "run": run.run,
                "source": run.source,
                "observed_at": write_moment(run.observed_at),
                "state": run.state,
                "reasons": as_json(run.reasons),
                "counts": as_json(run.counts),
            }
            for run in store.runs()
        ],
    }


def _source(state: SourceState, asked: int) -> dict[str, Any]:
    days = {"usage": state.usage_days, "charges": state.charge_days}
    return {
        "source": state.source,
        "last_run": write_moment(state.last_observed),
        "state": state.state,
        "age_s": max(0, (asked - state.last_observed) // 1_000_000),
        "promised_age_s": state.max_age_s,
        "reasons": as_json(state.reasons),
        "scopes": [
            {"scope": scope, "first_complete": write_moment(first), "last_complete": write_moment(last)}
            | ({"from": write_day(span[0]), "to": write_day(span[1])} if (span := days.get(scope)) else {})
            for scope, (first, last) in state.scopes.items()
        ],
    }
