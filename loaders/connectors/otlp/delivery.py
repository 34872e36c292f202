"""This file knows how a store is told what the journal counted: the days that changed, whole, as one run of one source."""

from __future__ import annotations

from graph.claims import RunHeader
from graph.moment import SECOND
from graph.reason import HELD
from graph.stores.base import Outcome, Store
from loaders.base import PendingRun
from loaders.connectors.otlp.journal import Journal
from loaders.connectors.otlp.records import records
from loaders.ingest import ingest


def deliver(journal: Journal, store: Store, instance: str, now: int) -> Outcome | None:
    """Write what changed since the last time; None if nothing did..

    Killed at any moment, it is done again next time: equal days change nothing. Raises what `ingest` raises.
    """
    journal.settle(now // SECOND)
    source, last_observed = _source(store, instance, journal.identity)
    journal.face(store.identity(), last_observed)
    changed = journal.changed()
    if not changed.days:
        return None
    header = RunHeader(source=source, observed_at=max(now, last_observed or 0))
    entries = [(0, record) for record in records(changed.rows, instance)]
    outcome = ingest(store, [PendingRun(header, entries, "telemetry", checkpoint=journal.identity)])[0]
    if outcome.state == HELD:
        # Calls went from one row to another, told better by a span that came late. Of a journal's days nothing is ever lost:
        # all that they add up to is in it, and this source has no other author. There is nothing for a person to weigh.
        outcome = store.accept_run(source)
    journal.mark_told(changed.days, header.observed_at)
    return outcome


def _source(store: Store, instance: str, identity: str) -> tuple[str, int | None]:
    """The source of a journal, and when it was last observed; None if it is not there.

    A source's days are replaced whole, so each has one journal: where another one was there first (its file was lost, or
    belongs to another machine), this one adds to what that one told, as a source of its own.
    """
    states = {state.source: state for state in store.sources()}
    source = f"otlp:{instance}"
    if source in states and states[source].checkpoint != identity:
        source = f"{source}/{identity}"
    return source, states[source].last_observed if source in states else None
