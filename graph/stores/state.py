"""This file knows how a run changes what is known of its source: scopes, days, freshness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from graph.claims import RunHeader
from graph.reason import COMPLETE, HELD, Reason
from graph.stores.base import Outcome, SourceState

Days = tuple[int, int]


def new_state(header: RunHeader) -> SourceState:
    """A source that never finished a run."""
    return SourceState(
        source=header.source,
        first_observed=header.observed_at,
        last_observed=header.observed_at,
        state=COMPLETE,
        reasons=(),
        scopes={},
        usage_days=None,
        charge_days=None,
        aliases={},
        max_age_s=None,
        checkpoint=None,
    )


def complete_scopes(header: RunHeader, narrowed: Sequence[str] | None) -> frozenset[str]:
    """The scopes a run vouches for: what its header names, or the part of it that proved complete."""
    scopes = set(header.complete)
    if header.usage is not None:
        scopes.add("usage")
    if header.charges is not None:
        scopes.add("charges")
    return frozenset(scopes if narrowed is None else scopes & set(narrowed))


def next_state(
    before: SourceState,
    header: RunHeader,
    complete: frozenset[str],
    outcome: tuple[str, tuple[Reason, ...], str | None],
) -> SourceState:
    """The source after a run with that (state, reasons, checkpoint)."""
    state, reasons, checkpoint = outcome
    scopes = dict(before.scopes)
    for scope in complete:
        first, last = scopes.get(scope, (header.observed_at, header.observed_at))
        # A held run did not retire what it no longer lists, so it does not speak for what is still there.
        scopes[scope] = (first, last if state == HELD else header.observed_at)
    first_observed = before.first_observed
    if header.restore:
        scopes = {scope: (days["first"], days["last"]) for scope, days in header.scopes.items() if "last" in days}
        told: Mapping[str, Any] = header.scopes.get("source", {})
        first_observed = told.get("first_observed", header.observed_at)
        state = told.get("state", state)
        reasons = tuple(Reason(one["code"], one["detail"]) for one in told.get("reasons", ()))
        checkpoint = told.get("bookmark", checkpoint)
    return msgspec.structs.replace(
        before,
        first_observed=first_observed,
        last_observed=header.observed_at,
        state=state,
        reasons=reasons,
        scopes=dict(sorted(scopes.items())),
        usage_days=_union(before.usage_days, header.usage if "usage" in complete else None),
        charge_days=_union(before.charge_days, header.charges if "charges" in complete else None),
        aliases=dict(sorted({**before.aliases, **header.aliases}.items())),
        max_age_s=header.max_age_s if header.max_age_s is not None else before.max_age_s,
        # What a held run would retire waits: the next one must not go on behind it, or nobody would tell it again.
        checkpoint=before.checkpoint if checkpoint is None or (state == HELD and not header.restore) else checkpoint,
    )


def coverage(state: SourceState) -> tuple[object, ...]:
    """The part of a source's state that answers depend on beside freshness: a change of it is a new generation."""
    return (
        tuple(state.scopes),
        state.first_observed,
        state.usage_days,
        state.charge_days,
        tuple(state.aliases.items()),
    )


def run_counts(outcome: Outcome) -> dict[str, Any]:
    """What `remit status` shows of a run."""
    return {
        "added": dict(outcome.added),
        "retired": dict(outcome.retired),
        "held": dict(outcome.held),
        "rounded": outcome.rounded,
    }


def _union(before: Days | None, days: Days | None) -> Days | None:
    if before is None or days is None:
        return days or before
    return min(before[0], days[0]), max(before[1], days[1])
