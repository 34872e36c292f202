"""The contract of a store: claims are written run by run, and read as one consistent generation.

Guarantees, held by the contract suite in tests/graph/stores for every store:

* `begin` takes a lease on the source: one writer at a time, a second one gets LeaseHeld. A writer that dies loses it.
  An observation older than the source's last finished one is refused with ObservationTooOld.
* `write` only stages: readers never see staged records. `check` finds records of the run that contradict each other.
* `finish` is atomic: it applies the whole run or nothing. A run that was never finished retires nothing and leaves no trace.
* Writing the same content again with the same `observed_at` changes nothing, however often.
* `generation` grows by one with each finish, decision or removal that changed content, and only then.
* `read` returns one whole generation, even while others write.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple, Protocol

import msgspec
import numpy as np
import numpy.typing as npt

from graph.claims import Charge, Decision, Record, RunHeader, Usage, UsageEvent
from graph.moment import SECOND
from graph.reason import Reason
from graph.restatement import Restatement

# The mass-removal guard: a run that would retire more than this share AND more than this many of one kind is HELD.
GUARD_SHARE = 0.30
GUARD_COUNT = 20
# Of people and their memberships so is one that would retire at least half, and at least this many: a short answer of a
# small directory must not make everybody a leaver.
GUARDED_KINDS = frozenset(("Identity", "Account", "Group", "HAS_ACCOUNT", "MEMBER_OF"))
GUARDED_COUNT = 3

# After so many runs the interval between them is usual; so many intervals without a run are too many.
_USUAL_AFTER, _INTERVALS_ALLOWED, _LEAST_AGE_S = 3, 3, 86_400

I8 = npt.NDArray[np.int64]
I4 = npt.NDArray[np.int32]
U1 = npt.NDArray[np.uint8]


def is_mass_removal(lost: Mapping[str, int], before: Mapping[str, int]) -> bool:
    """Whether a run would retire too many claims of some kind, given how many were open before it."""
    return any(
        (count > GUARD_COUNT and count > GUARD_SHARE * before.get(kind, 0))
        or (kind in GUARDED_KINDS and count >= GUARDED_COUNT and 2 * count >= before.get(kind, 0))
        for kind, count in lost.items()
    )


def is_rounded(record: Record) -> bool:
    """Whether an amount of the record was finer than the units of its currency."""
    if isinstance(record, UsageEvent):
        record = record.usage
    return isinstance(record, Usage | Charge) and record.rounded


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a finished run. `held` counts, per kind, the retirements that wait for a person, and as
    `usage_days` the days of usage.

    `notes` are for whoever loads, and are not stored.
    """

    source: str
    run: int
    state: str
    generation: int
    changed: bool
    added: Mapping[str, int] = field(default_factory=dict)
    retired: Mapping[str, int] = field(default_factory=dict)
    held: Mapping[str, int] = field(default_factory=dict)
    rounded: int = 0
    reasons: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()


class DaysRead(NamedTuple):
    """The first and last day that the usage and charges of a run are of, and whether every line of them could be read.

    `lines`: of an export that may be a part of a bill the first and last day that it has usage of.
    """

    first: int
    last: int
    is_whole: bool
    lines: tuple[int, int] | None = None

    def is_doubtful(self, day: int) -> bool:
        """Whether a row of this day that the run lacks may only be missing from what was read."""
        return not self.is_whole or (self.lines is not None and not self.lines[0] <= day <= self.lines[1])


class SourceState(msgspec.Struct, frozen=True, kw_only=True):
    """The state of one source.

    `scopes`: per node kind, edge kind, `usage` and `charges` the moments of the first and the last complete run.
    `usage_days`, `charge_days`: the first and last day ever covered; `usage_ranges`, `charge_ranges`: all the runs of days
    in between that were. `unread_ranges`: the days of which some lines could not be read when they came last. `state`, `reasons`: of its newest run.
    `max_age_s`: answers call an older source stale. `checkpoint`: where its next incremental read starts. Stores keep
    the two under their first names. `recent_runs`: the moments of its newest runs, ascending. `restated`: which days and
    periods that were over it has told again with other figures, oldest first.
    """

    source: str
    first_observed: int
    last_observed: int
    state: str
    reasons: tuple[Reason, ...]
    scopes: Mapping[str, tuple[int, int]]
    usage_days: tuple[int, int] | None
    charge_days: tuple[int, int] | None
    aliases: Mapping[str, str]
    max_age_s: int | None = msgspec.field(name="promised_age_s")
    checkpoint: str | None = msgspec.field(name="bookmark")
    recent_runs: tuple[int, ...] = ()
    usage_ranges: tuple[tuple[int, int], ...] = ()
    charge_ranges: tuple[tuple[int, int], ...] = ()
    unread_ranges: tuple[tuple[int, int], ...] = ()
    restated: tuple[Restatement, ...] = ()

    def covered_usage(self) -> tuple[tuple[int, int], ...]:
        """The ranges of usage; of a state that was written when only its first and last day were kept, these."""
        return self.usage_ranges or ((self.usage_days,) if self.usage_days else ())

    def covered_charges(self) -> tuple[tuple[int, int], ...]:
        """The ranges of charges, as `covered_usage`."""
        return self.charge_ranges or ((self.charge_days,) if self.charge_days else ())

    def age_limit_s(self) -> int | None:
        """The age from which on answers call it stale; None: it promised nothing, and nobody knows its interval yet.

        A source of files that promised nothing is loaded at some usual interval: three times that, but no less than a
        day. Whatever has a checkpoint is read live.
        """
        if self.max_age_s is not None or self.checkpoint is not None or len(self.recent_runs) < _USUAL_AFTER:
            return self.max_age_s
        gaps = sorted(later - earlier for earlier, later in pairwise(self.recent_runs))
        return max(_INTERVALS_ALLOWED * gaps[len(gaps) // 2] // SECOND, _LEAST_AGE_S)


@dataclass(frozen=True, slots=True)
class RunState:
    """One run as `remit status` lists it."""

    run: int
    source: str
    observed_at: int
    state: str
    reasons: tuple[Reason, ...]
    counts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NodeClaims:
    """Versions of nodes as columns; `props` is canonical JSON text.

    A version holds in [since, until), where `until` is the earlier of `declared_until` and `retired`. `dated`: the
    source itself gave `since`. `opened`: the moment of the run that wrote it; None means `first_seen`.
    """

    claimed_by: I4
    node: I4
    since: I8
    until: I8
    first_seen: I8
    name: Sequence[str | None]
    props: Sequence[str]
    dated: U1
    declared_until: I8
    retired: I8
    opened: I8 | None = None


@dataclass(frozen=True, slots=True)
class EdgeClaims:
    """Edge claims as columns; `permission` 0 is "not stated"; `evidence` and `alias` index `Claims.texts` (-1: none).

    Interval and `dated` as in NodeClaims. `declared`: the date that the source gave (ALWAYS: none); a claim that had
    ended and came back is valid from a later `since` on.
    """

    claimed_by: I4
    source: I4
    kind: U1
    target: I4
    permission: U1
    since: I8
    until: I8
    first_seen: I8
    evidence: I4
    alias: I4
    dated: U1
    declared: I8
    declared_until: I8
    retired: I8


@dataclass(frozen=True, slots=True)
class UsageClaims:
    """Usage rows as columns; -1 for no principal, application, workspace, currency, basis, detail.

    `tokens` has one column per TOKEN_COUNTERS. `cost` is nano-units, meaningful where `currency` is not -1.
    `currency` and `detail` index `Claims.texts`; `basis` indexes COST_BASES; `priced_on` is a day or -1.
    """

    claimed_by: I4
    principal: I4
    resource: I4
    application: I4
    workspace: I4
    day: I4
    requests: I8
    tokens: I8
    cost: I8
    currency: I4
    basis: I4
    priced_on: I4
    chargeable: U1
    detail: I4


@dataclass(frozen=True, slots=True)
class ChargeClaims:
    """Charges as columns; `category` indexes CHARGE_CATEGORIES, `currency` and `description` index `Claims.texts`."""

    claimed_by: I4
    application: I4
    first_day: I4
    last_day: I4
    category: U1
    cost: I8
    currency: I4
    description: I4


@dataclass(frozen=True, slots=True)
class EventClaims:
    """Whose usage events are, as columns; -1 for no principal, workspace or detail.

    `event`, `variant`: the key (graph.stores.events). `held`: it waits with the usage rows of its day.
    """

    claimed_by: I4
    day: I4
    event: I8
    variant: I8
    principal: I4
    workspace: I4
    detail: I4
    held: U1


@dataclass(frozen=True, slots=True)
class HeldRun:
    """The retirements of a source's held run, which wait for a person.

    `nodes`, `edges`: rows of `Claims.nodes` and `Claims.edges`. `days`: the days whose usage rows `usage` would replace.
    """

    source: int
    nodes: I4
    edges: I4
    days: I4
    usage: UsageClaims


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything a store holds, of one generation. `node`, `source`, `target`, ... index `ids`; `claimed_by` indexes `sources`.

    Rows are in no particular order; the compiler sorts. `held` waits for a person and is part of no answer, and neither are
    `events`, which are read on request only.
    """

    generation: int
    sources: Sequence[SourceState]
    ids: Sequence[str]
    texts: Sequence[str]
    nodes: NodeClaims
    edges: EdgeClaims
    usage: UsageClaims
    charges: ChargeClaims
    decisions: Sequence[Decision]
    held: Sequence[HeldRun] = ()
    events: EventClaims | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A begun run; opaque to all but its store."""

    number: int
    header: RunHeader
    origin: str


class Store(Protocol):
    """A store of claims; the module's docstring lists the guarantees."""

    def begin(self, header: RunHeader, origin: str = "") -> Run:
        """Open a run and take the lease on its source; `origin` (a file, a system) appears in errors.

        Raises LeaseHeld, ObservationTooOld, and InputError for a restore into a source that exists.
        """

    def write(self, run: Run, records: Sequence[Record], lines: Sequence[int]) -> None:
        """Stage checked records; `lines` are their line numbers in the origin. May be called many times."""

    def check(self, run: Run) -> None:
        """Raise ConflictError if two staged records contradict each other (one id or edge twice, different content)."""

    def finish(
        self,
        run: Run,
        *,
        complete: Sequence[str] | None = None,
        reasons: Sequence[Reason] = (),
        checkpoint: str | None = None,
        days_read: DaysRead | None = None,
    ) -> Outcome:
        """Apply the run and release its lease. `complete` narrows the header's scopes to what proved complete
        (node and edge kinds, `usage`, `charges`); with `reasons` the run is PARTIAL. `days_read`: the days that its usage and
        charges are of; of those that are doubtful the guard holds whatever is lost."""

    def abandon(self, run: Run, reason: Reason | None = None) -> None:
        """Drop what was staged and release the lease; with a reason the run is recorded as FAILED."""

    def decide(self, decision: Decision) -> bool:
        """Store a person's decision; False if it was stored already."""

    def accept_run(self, source: str) -> Outcome:
        """Apply the retirements of the source's newest held run, at that run's moment; InputError if none is held."""

    def remove_source(self, source: str) -> Mapping[str, int]:
        """Remove one source's claims and nothing else; InputError for an unknown source."""

    def purge(self, before: int) -> Mapping[str, int]:
        """Remove claims that ended before a moment."""

    def identity(self) -> str:
        """The identity of this store: letters and digits, generated once, when the store was created."""

    def generation(self) -> int:
        """The newest generation; cheap."""

    def sources(self) -> Sequence[SourceState]:
        """All sources by name; cheap."""

    def runs(self, limit: int = 50) -> Sequence[RunState]:
        """The newest runs, newest first."""

    def run_moments(self) -> Sequence[tuple[int, str, int]]:
        """The number, the source and the moment of every run that finished, in any order; no counts, no reasons."""

    def counts(self) -> Mapping[str, Any]:
        """Open claims: {"nodes": {kind: n}, "edges": {kind: n}, "usage": n, "charges": n}; nodes and edges distinct."""

    def read(self, *, with_events: bool = False) -> Claims:
        """All claims, of one generation; with the owners of events if another store is to have them."""

    def close(self) -> None:
        """Release all resources, and the leases of unfinished runs."""
