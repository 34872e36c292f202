"""Ingestion of the runs of one command: all are staged and checked before any is written."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.check import check, check_header
from graph.claims import Charge, Decision, Edge, Node, Record, RunHeader, Usage, UsageEvent
from graph.errors import InputError, RecordError
from graph.moment import DAY, NEVER, write_moment
from graph.ontology import DAY_SCOPES
from graph.reason import FAILED, Reason
from graph.stores.base import DaysRead, Outcome, Run, Store
from loaders.base import NO_RUN, Delivery, PendingRun
from loaders.takeover import former_sources, take_over

BATCH = 10_000

# A run lists its first refused entries one by one and counts the rest: a reason is for people.
REFUSED_SHOWN = 100
REFUSED = "REFUSED_ENTRIES"
# The moments by which an export says how far a source was read.
_SCOPE_MOMENTS = ("first", "last", "first_observed", "last_observed")

Progress = Callable[[str, int], None]


@dataclass(slots=True)
class _Staged:
    """A run whose records wait in the store."""

    pending: PendingRun
    run: Run
    latest: int = NEVER  # a record that was seen later than this is refused
    count: int = 0
    has_invalid: bool = False  # a record failed graph.check and was left out
    decisions: list[Decision] = field(default_factory=list)
    days: dict[str, tuple[int, int]] = field(default_factory=dict)  # by scope the days that its rows are of

    def add_days(self, scope: str, first: int, last: int) -> None:
        """Note the days of a row of `usage` or `charges`."""
        known = self.days.get(scope, (first, last))
        self.days[scope] = min(known[0], first), max(known[1], last)


def ingest(
    store: Store,
    runs: Iterable[PendingRun],
    *,
    strict_foreign: bool | None = None,
    progress: Progress | None = None,
    if_newer: bool = False,
    clock: int | None = None,
) -> list[Outcome]:
    """Write the runs of one command, oldest first, and then the decisions; the outcomes in that order.

    A source that had another name in earlier versions is taken over first (loaders.takeover); those outcomes come first.
    Nothing is written, and nothing taken over, unless every run passes. A record that `graph.check` refuses is left out
    and listed if its run is lenient and `strict_foreign` is not True; else it refuses the command. `progress` gets (origin, records so far)
    now and then. With `if_newer` a run older than the last one of its source is left out instead of refused. `clock`: the
    present moment; what says that it is from more than a day later is refused, for it would lock out all that follows.
    Memory: one batch and the decisions.

    Raises InputError (nothing was written), or what the store raises while it writes.
    """
    staged, decisions, deliveries = list[_Staged](), list[Decision](), list[tuple[PendingRun, Delivery]]()
    known = {state.source: state.last_observed for state in store.sources()} if if_newer else {}
    states, renamed, left_out = store.sources(), list[PendingRun](), 0
    latest = NEVER if clock is None else clock + DAY
    try:
        for pending in runs:
            if pending.header == NO_RUN:
                decisions.extend(_read_decisions(pending))
                continue
            _check_run(pending, clock)
            if pending.delivery is not None:
                deliveries.append((pending, pending.delivery))
                _check_records(pending, strict_foreign is not True and pending.lenient)
                continue
            if if_newer and pending.header.observed_at < known.get(pending.header.source, pending.header.observed_at):
                # Runs are a stream: what is left out must still be read past.
                deque(pending.records, maxlen=0)
                left_out += 1
                continue
            _refuse_second_restore(pending, staged)
            if former_sources(pending, states):
                # Its source may have to be renamed first, which waits until all others have passed.
                renamed.append(replace(pending, records=list(pending.records)))
                decisions.extend(_checked_alone(store, renamed[-1], strict_foreign, latest))
                continue
            staged.append(_staged(store, pending, strict_foreign, progress, latest))
            decisions.extend(staged[-1].decisions)
        if not (staged or renamed or decisions or deliveries or left_out):
            raise InputError("there is no record at all: nothing to load")
        _refuse_future_decisions(decisions, clock)
        outcomes = take_over(store, renamed)
        for pending in renamed:
            staged.append(_staged(store, pending, strict_foreign, progress, latest))
        outcomes += [*_finish_staged(store, staged), *_deliver(store, deliveries)]
    finally:
        _drop(store, staged, deliveries)
    for decision in decisions:
        store.decide(decision)
    return outcomes


def _checked_alone(store: Store, pending: PendingRun, strict_foreign: bool | None, latest: int) -> list[Decision]:
    """Check a run as staging does, and let go of it; its decisions. What refuses it must come before any takeover."""
    trial = replace(pending, rejected=list(pending.rejected))
    staged_run = _staged(store, trial, strict_foreign, None, latest)
    store.abandon(staged_run.run)
    return staged_run.decisions


def _staged(
    store: Store, pending: PendingRun, strict_foreign: bool | None, progress: Progress | None, latest: int
) -> _Staged:
    """The run with all its records staged; abandoned if one refuses the command. `latest`: what was seen, was seen before."""
    staged_run = _Staged(pending, store.begin(pending.header, pending.origin), latest)
    try:
        _stage(store, staged_run, strict_foreign is not True and pending.lenient, progress)
    except BaseException:
        store.abandon(staged_run.run)
        raise
    return staged_run


def _stage(store: Store, staged_run: _Staged, lenient: bool, progress: Progress | None) -> None:
    """Stage every record of a run, in batches, and check them against each other."""
    pending = staged_run.pending
    records: list[Record] = []
    lines: list[int] = []
    for line, record in pending.records:
        try:
            check(record)
            _refuse_seen_later(record, staged_run.latest)
        except RecordError as error:
            located = error.at(file=pending.origin, line=line)
            if not lenient:
                raise located from None
            pending.rejected.append(str(located))
            staged_run.has_invalid = True
            continue
        if isinstance(record, Decision):
            staged_run.decisions.append(record)
            continue
        if isinstance(record, Usage | UsageEvent):
            day = record.day if isinstance(record, Usage) else record.usage.day
            staged_run.add_days("usage", day, day)
        elif isinstance(record, Charge):
            staged_run.add_days("charges", record.first_day, record.last_day)
        records.append(record)
        lines.append(line)
        if len(records) >= BATCH:
            _write(store, staged_run, records, lines, progress)
            records, lines = [], []
    _write(store, staged_run, records, lines, progress)
    if pending.failure is None:
        store.check(staged_run.run)


def _write(
    store: Store, staged_run: _Staged, records: list[Record], lines: list[int], progress: Progress | None
) -> None:
    store.write(staged_run.run, records, lines)
    staged_run.count += len(records)
    if progress is not None:
        progress(staged_run.pending.origin or staged_run.pending.header.source, staged_run.count)


def _finish(store: Store, staged_run: _Staged) -> Outcome:
    pending = staged_run.pending
    if pending.failure is not None:
        store.abandon(staged_run.run, pending.failure)
        return Outcome(
            pending.header.source, staged_run.run.number, FAILED, store.generation(), False, reasons=(pending.failure,)
        )
    complete = pending.complete
    if staged_run.has_invalid or (pending.rejected and complete is None):
        complete = ()
    reasons = [*pending.reasons, *_errors(pending.rejected)]
    outcome = store.finish(
        staged_run.run,
        complete=complete,
        reasons=reasons,
        checkpoint=pending.checkpoint,
        days_read=_days_read(staged_run, complete),
    )
    return replace(outcome, notes=tuple(pending.notes)) if pending.notes else outcome


def _days_read(staged_run: _Staged, complete: Sequence[str] | None) -> DaysRead | None:
    """The days that a run's usage and charges are of; None if it has none and covers none."""
    pending = staged_run.pending
    header = pending.header
    spans = [*staged_run.days.items(), ("usage", header.usage), ("charges", header.charges)]
    # Days that proved complete were read whole, whatever else was refused.
    proven = DAY_SCOPES if complete is None else complete
    has_unread_lines = bool(pending.rejected or staged_run.has_invalid or pending.has_unread_lines)
    unread = [days for scope, days in spans if days is not None and has_unread_lines and scope not in proven]
    days = unread or [days for _, days in spans if days is not None]
    if header.restore or not days:
        return None
    lines = staged_run.days.get("usage") if pending.may_be_part else None
    return DaysRead(min(first for first, _ in days), max(last for _, last in days), not unread, lines)


def _check_records(pending: PendingRun, lenient: bool) -> None:
    """Read the records of a run that its delivery writes; one that `graph.check` refuses, it leaves out later."""
    for line, record in pending.records:
        try:
            check(record)
        except RecordError as error:
            if not lenient:
                raise error.at(file=pending.origin, line=line) from None


def _finish_staged(store: Store, staged: list[_Staged]) -> Iterator[Outcome]:
    """Write what is staged, oldest first; what is written is staged no more."""
    # The sort is stable: runs of the same moment keep the order of the files.
    staged.sort(key=lambda staged_run: staged_run.pending.header.observed_at)
    while staged:
        yield _finish(store, staged[0])
        del staged[0]


def _deliver(store: Store, deliveries: list[tuple[PendingRun, Delivery]]) -> Iterator[Outcome]:
    for pending, delivery in deliveries:
        pending.reasons += _errors(pending.rejected)
        yield from delivery.deliver(store, pending)


def _drop(store: Store, staged: list[_Staged], deliveries: list[tuple[PendingRun, Delivery]]) -> None:
    """Let go of what was read and not written."""
    for _, delivery in deliveries:
        delivery.close()
    for staged_run in staged:
        store.abandon(staged_run.run)


def _errors(refused: list[str]) -> list[Reason]:
    reasons = [Reason(REFUSED, text) for text in refused[:REFUSED_SHOWN]]
    if len(refused) > REFUSED_SHOWN:
        reasons.append(Reason(REFUSED, f"and {len(refused) - REFUSED_SHOWN} more, {len(refused)} in all"))
    return reasons


def _read_decisions(pending: PendingRun) -> Iterable[Decision]:
    for line, record in pending.records:
        try:
            check(record)
        except RecordError as error:
            raise error.at(file=pending.origin, line=line) from None
        if not isinstance(record, Decision):
            raise RecordError(
                "the line belongs to no run", file=pending.origin, line=line, remedy="Write a run line first"
            )
        yield record


def _check_run(pending: PendingRun, clock: int | None) -> None:
    """Raise for a header that no store takes, and for one from more than a day ahead of the clock."""
    check_header(pending.header)
    observed_at = pending.header.observed_at
    if clock is not None and observed_at > clock + DAY:
        raise InputError(
            f"{pending.origin or pending.header.source}: {pending.header.source} is observed at "
            f"{write_moment(observed_at)}, more than a day ahead of the clock ({write_moment(clock)}); "
            "correct --observed-at or the time in the file, or set the clock of this machine"
        )
    if clock is not None:
        _refuse_future_scopes(pending.header, clock + DAY)


def _refuse_seen_later(record: Record, latest: int) -> None:
    """Raise RecordError for a claim that a store will only have seen later: it would outweigh every other until then."""
    if not isinstance(record, Node | Edge):
        return
    opened = record.opened if isinstance(record, Node) else None
    for name, moment in (("first_seen", record.first_seen), ("opened", opened), ("retired", record.retired)):
        if moment is not None and latest < moment < NEVER:
            raise RecordError(
                f"{write_moment(moment)} is more than a day ahead of the clock",
                field=name,
                remedy="Correct it, or set the clock of this machine",
            )


def _refuse_future_scopes(header: RunHeader, latest: int) -> None:
    """Raise InputError for a restored source that is said to have been read later: it would take no run until then."""
    for scope, state in header.scopes.items():
        moments = [state.get(name) for name in _SCOPE_MOMENTS] + list(state.get("recent_runs") or ())
        for moment in moments:
            if isinstance(moment, int) and moment > latest:
                raise InputError(
                    f"{header.source}: `scopes.{scope}` names {write_moment(moment)}, more than a day ahead of the clock; "
                    "correct it, or set the clock of this machine"
                )


def _refuse_future_decisions(decisions: Iterable[Decision], clock: int | None) -> None:
    for decision in decisions:
        if clock is not None and decision.at > clock + DAY:
            raise InputError(
                f"a decision on {decision.ids[0]} is dated {write_moment(decision.at)}, more than a day ahead of the "
                f"clock ({write_moment(clock)}): it would outweigh every later one; correct its `at`"
            )


def _refuse_second_restore(pending: PendingRun, staged: list[_Staged]) -> None:
    source = pending.header.source
    for other in staged:
        if other.pending.header.source == source and (pending.header.restore or other.pending.header.restore):
            raise InputError(f"{pending.origin}: {source} is restored and comes a second time; load one of the two")
