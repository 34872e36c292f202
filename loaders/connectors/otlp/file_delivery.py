"""Delivery of saved spans through the journal of a store, so that what is both saved and pushed counts once.

The files of a command are read whole before anything is written. Then their spans enter the journal in one transaction, and
the days that they are of are written as one run of the source that pushed spans have too.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass

from msgspec.structs import replace

from graph.claims import RunHeader, Usage
from graph.moment import SECOND, now, write_day
from graph.reason import HELD, Reason
from graph.stores.base import Outcome, Store
from graph.stores.records import Restores
from loaders.base import PendingRun, SpanFile
from loaders.connectors.otlp.journal import Journal
from loaders.connectors.otlp.records import changed_days, deliver_days, records
from loaders.ingest import ingest

TOLD_TWICE = "TOLD_TWICE"


@dataclass(slots=True)
class FileDelivery:
    """The spans of files, in a journal of their own, on their way to the one beside the store.

    `former`: the sources that earlier versions made of these files.
    """

    spans: SpanFile
    files: Journal
    former: frozenset[str]

    def deliver(self, store: Store, pending: PendingRun) -> list[Outcome]:
        """Add the spans to the journal, and write the days that they are of; what counted under former names ends.

        They count from the moment they are in the journal, all or none. Killed after it, the next delivery writes them, and
        loading the files again changes nothing. Raises what `ingest` raises.
        """
        clock, instance = now() // SECOND, self.spans.instance
        with (
            closing(Journal(self.spans.path, self.spans.remembered_days, self.spans.max_bytes)) as journal,
            journal.delivering(),
        ):
            refused = journal.absorb(self.files, clock)
            journal.settle(clock)
            changed, run = changed_days(journal, store, instance, pending.header.observed_at)
            run.header = replace(run.header, max_age_s=pending.header.max_age_s)
            run.origin = pending.origin
            run.reasons += [*pending.reasons, *_refusals(refused), *_other_journal(run.header.source, instance)]
            run.reasons += self._counted_apart(store, run.header.source)
            outcomes = [deliver_days(journal, store, changed, run)]
        return [*outcomes, *self._emptied(store, run.header.observed_at)]

    def close(self) -> None:
        """Drop what was read."""
        self.files.close()

    def _counted_apart(self, store: Store, source: str) -> list[Reason]:
        """That sources of their own have rows that these files add up to as well: their ids are not known any more."""
        others = [
            state.source
            for state in store.sources()
            if state.source.startswith("otlp:")
            and state.source not in {source, *self.former}
            # A source with a checkpoint is that of a journal, whose spans are told apart by their ids.
            and state.checkpoint is None
        ]
        if not others:
            return []
        usage = (row for row in records(self.files.changed().totals, self.spans.instance) if isinstance(row, Usage))
        rows = {_row(row) for row in usage if row.requests or any(row.tokens)}
        restores = Restores(store.read())
        days: dict[str, set[int]] = {}
        for number, state in enumerate(restores.claims.sources):
            records_of_source = restores.records(number) if state.source in others else ()
            if same := {usage.day for usage in records_of_source if isinstance(usage, Usage) and _row(usage) in rows}:
                days[state.source] = same
        return [
            Reason(
                TOLD_TWICE,
                f"{other} counts the same on {_between(days[other])}; if its spans are these, "
                f"`remit source remove {other}` counts them once",
            )
            for other in sorted(days)
        ]

    def _emptied(self, store: Store, observed_at: int) -> list[Outcome]:
        """Empty the days of these files in the sources of their former names: they are the journal's now."""
        totals = [total._replace(requests=0, tokens=(0,) * len(total.tokens)) for total in self.files.changed().totals]
        days = [(0, record) for record in records(totals, self.spans.instance)]
        outcomes = []
        for state in store.sources():
            # A source with a checkpoint is that of a journal, whatever its name.
            if state.source not in self.former or state.checkpoint is not None or not days:
                continue
            header = RunHeader(source=state.source, observed_at=max(observed_at, state.last_observed))
            outcome = ingest(store, [PendingRun(header, days)])[0]
            if outcome.state == HELD:
                # Nothing is lost that a person could miss: the same files have just been counted.
                outcome = store.accept_run(state.source)
            outcomes += [outcome] if outcome.changed else []
        return outcomes


def known_elsewhere(spans: SpanFile, files: Journal, source: str) -> list[Reason]:
    """That a source of its own takes spans that the journal beside the store has counted; empty if it takes none."""
    if not spans.path.exists():
        return []
    with closing(Journal(spans.path, spans.remembered_days, spans.max_bytes)) as journal:
        days = journal.known_days(files)
    if not days:
        return []
    between = _between(days)
    other = f"otlp:{spans.instance}"
    return [
        Reason(
            TOLD_TWICE,
            f"{days.total():,} spans of {between} are counted by {other} too; to count them once, load them without "
            f"--source, and `remit source remove {source}`",
        )
    ]


def _between(days: Iterable[int]) -> str:
    first, *_, last = sorted([*days, *days])
    return write_day(first) if first == last else f"{write_day(first)} to {write_day(last)}"


def _row(usage: Usage) -> tuple[object, ...]:
    """What a row says, whatever instance its ids are of."""
    return (usage.day, _local_name(usage.principal), _local_name(usage.resource), usage.requests, usage.tokens)


def _local_name(node_id: str | None) -> str | None:
    """An id without its instance, where it is of a source of spans."""
    kind, system, rest = (node_id or "").partition(":otlp/")
    return kind + rest.partition("/")[2] if system else node_id


def closed_days(spans: SpanFile, files: Journal, clock_s: int) -> list[str]:
    """Why days of these files take no more spans; empty if all do."""
    if not spans.path.exists():
        return []
    with closing(Journal(spans.path, spans.remembered_days, spans.max_bytes)) as journal:
        refused = journal.refused_days({total.usage_key.day for total in files.changed().totals}, clock_s)
    return sorted(refused.values())


def _refusals(refused: dict[str, int]) -> list[Reason]:
    return [Reason("REFUSED_ENTRIES", f"{count:,} {why}") for why, count in sorted(refused.items())]


def _other_journal(source: str, instance: str) -> list[Reason]:
    first = f"otlp:{instance}"
    if source == first:
        return []
    what = f"{first} was counted in another journal, which is not here: spans that both have count twice"
    return [Reason(TOLD_TWICE, f"{what}; load where that journal is, or set REMIT_OTLP_INSTANCE to a name of its own")]
