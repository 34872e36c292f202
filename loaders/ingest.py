"""This file knows how the runs of one command reach a store: all are staged and checked before any is written."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from graph.check import check, check_header
from graph.claims import Decision, Record
from graph.errors import InputError, RecordError
from graph.reason import FAILED, Reason
from graph.stores.base import Outcome, Run, Store
from loaders.base import NO_RUN, PendingRun

BATCH = 10_000

# A run lists its first refused entries one by one and counts the rest: a reason is for people.
REFUSED_SHOWN = 100
REFUSED = "REFUSED_ENTRIES"

Progress = Callable[[str, int], None]


@dataclass(slots=True)
class _Staged:
    """A draft whose records wait in the store."""

    draft: PendingRun
    run: Run
    count: int = 0
    spoiled: bool = False  # a record failed graph.check and was left out
    decisions: list[Decision] = field(default_factory=list)


def ingest(
    store: Store,
    drafts: Iterable[PendingRun],
    *,
    strict_foreign: bool | None = None,
    progress: Progress | None = None,
    if_newer: bool = False,
) -> list[Outcome]:
    """Write the runs of one command, oldest first, and then the decisions; the outcomes in that order.

    Nothing is written unless every run passes. A record that `graph.check` refuses is left out and listed if its draft
    is lenient and `strict_foreign` is not True; else it refuses the command. `progress` gets (origin, records so far)
    now and then. With `if_newer` a run older than what its source already told is left out instead of refused.
    Memory: one batch and the decisions.

    Raises InputError (nothing was written), or what the store raises while it writes.
    """
    staged: list[_Staged] = []
    decisions: list[Decision] = []
    known = {state.source: state.last_observed for state in store.sources()} if if_newer else {}
    left_out = 0
    try:
        for draft in drafts:
            if draft.header == NO_RUN:
                decisions.extend(_read_decisions(draft))
                continue
            check_header(draft.header)
            if if_newer and draft.header.observed_at < known.get(draft.header.source, draft.header.observed_at):
                # Drafts are a stream: what is left out must still be read past.
                deque(draft.records, maxlen=0)
                left_out += 1
                continue
            _refuse_second_restore(draft, staged)
            one = _Staged(draft, store.begin(draft.header, draft.origin))
            staged.append(one)
            _stage(store, one, strict_foreign is not True and draft.lenient, progress)
            decisions.extend(one.decisions)
        if not staged and not decisions and not left_out:
            raise InputError("there is no record at all: nothing to load")
        # The sort is stable: runs of the same moment keep the order of the files.
        staged.sort(key=lambda one: one.draft.header.observed_at)
        outcomes = []
        while staged:
            outcomes.append(_finish(store, staged[0]))
            del staged[0]
    finally:
        for one in staged:
            store.abandon(one.run)
    for decision in decisions:
        store.decide(decision)
    return outcomes


def _stage(store: Store, one: _Staged, lenient: bool, progress: Progress | None) -> None:
    """Stage every record of a draft, in batches, and check them against each other."""
    draft = one.draft
    records: list[Record] = []
    lines: list[int] = []
    for line, record in draft.records:
        try:
            check(record)
        except RecordError as error:
            placed = error.at(file=draft.origin, line=line)
            if not lenient:
                raise placed from None
            draft.rejected.append(str(placed))
            one.spoiled = True
            continue
        if isinstance(record, Decision):
            one.decisions.append(record)
            continue
        records.append(record)
        lines.append(line)
        if len(records) >= BATCH:
            _write(store, one, records, lines, progress)
            records, lines = [], []
    _write(store, one, records, lines, progress)
    if draft.failure is None:
        store.check(one.run)


def _write(store: Store, one: _Staged, records: list[Record], lines: list[int], progress: Progress | None) -> None:
    store.write(one.run, records, lines)
    one.count += len(records)
    if progress is not None:
        progress(one.draft.origin or one.draft.header.source, one.count)


def _finish(store: Store, one: _Staged) -> Outcome:
    draft = one.draft
    if draft.failure is not None:
        store.abandon(one.run, draft.failure)
        return Outcome(draft.header.source, one.run.number, FAILED, store.generation(), False, reasons=(draft.failure,))
    complete = draft.complete
    if one.spoiled or (draft.rejected and complete is None):
        complete = ()
    reasons = [*draft.reasons, *_errors(draft.rejected)]
    outcome = store.finish(one.run, complete=complete, reasons=reasons, checkpoint=draft.checkpoint)
    return replace(outcome, notes=tuple(draft.notes)) if draft.notes else outcome


def _errors(refused: list[str]) -> list[Reason]:
    reasons = [Reason(REFUSED, text) for text in refused[:REFUSED_SHOWN]]
    if len(refused) > REFUSED_SHOWN:
        reasons.append(Reason(REFUSED, f"and {len(refused) - REFUSED_SHOWN} more, {len(refused)} in all"))
    return reasons


def _read_decisions(draft: PendingRun) -> Iterable[Decision]:
    for line, record in draft.records:
        try:
            check(record)
        except RecordError as error:
            raise error.at(file=draft.origin, line=line) from None
        if not isinstance(record, Decision):
            raise RecordError(
                "the line belongs to no run", file=draft.origin, line=line, remedy="Write a run line first"
            )
        yield record


def _refuse_second_restore(draft: PendingRun, staged: list[_Staged]) -> None:
    source = draft.header.source
    for other in staged:
        if other.draft.header.source == source and (draft.header.restore or other.draft.header.restore):
            raise InputError(f"{draft.origin}: {source} is restored and comes a second time; load one of the two")
