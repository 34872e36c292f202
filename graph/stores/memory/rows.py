"""Rows of the memory store: one source's claims, the retirements of a run, and the figures that it restates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from graph.claims import Charge, EventOwner, Record, RunHeader, Usage, UsageEvent
from graph.errors import RecordError
from graph.moment import NEVER
from graph.ontology import DISJOINT_COUNTERS, split_id
from graph.restatement import USAGE_ROWS, FigureKey, Restatement, UsageFigures, is_over, restatements
from graph.stores.base import SourceState
from graph.stores.events import EventVariant, Owner, match_events, read_keys
from graph.stores.state import charge_figures, was_read_before

# By day and number of the event, whose the events are.
EventOwners = dict[tuple[int, int], list[EventVariant]]


@dataclass(slots=True)
class NodeRow:
    """One version of a node as its source described it; `opened` is the moment of the run that wrote it."""

    id: str
    name: str | None
    props: str
    since: int | None
    until: int | None
    first_seen: int
    dated: bool
    opened: int
    retired: int | None = None

    @property
    def kind(self) -> str:
        return split_id(self.id)[0]

    @property
    def end(self) -> int:
        return min(NEVER if self.until is None else self.until, NEVER if self.retired is None else self.retired)

    def is_open(self, moment: int) -> bool:
        return self.retired is None and (self.until is None or self.until > moment)


@dataclass(slots=True)
class EdgeRow:
    """One claim of an edge; `declared` is the date that its source gave."""

    source: str
    kind: str
    target: str
    permission: int
    since: int | None
    until: int | None
    first_seen: int
    declared: int | None
    evidence: str | None
    alias: str | None
    retired: int | None = None

    @property
    def key(self) -> tuple[Any, ...]:
        return (self.source, self.kind, self.target, self.permission, self.declared)

    @property
    def end(self) -> int:
        return min(NEVER if self.until is None else self.until, NEVER if self.retired is None else self.retired)

    def is_open(self, moment: int) -> bool:
        return self.retired is None and self.is_lasting(moment)

    def is_lasting(self, moment: int) -> bool:
        """Whether its own date has not ended it by then."""
        return self.until is None or self.until > moment


@dataclass(slots=True)
class Retirement:
    """The retirements of a run: open rows, and usage days that would shrink, with the rows that would replace them."""

    moment: int
    nodes: list[NodeRow] = field(default_factory=list)
    edges: list[EdgeRow] = field(default_factory=list)
    usage: dict[int, set[Usage]] = field(default_factory=dict)
    events: EventOwners = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """How many retirements of each kind wait, and how many days of usage (`usage_days`)."""
        counts = Counter(row.kind for row in self.nodes)
        counts.update(row.kind for row in self.edges)
        if self.usage:
            counts["usage_days"] = len(self.usage)
        return dict(counts)


@dataclass(slots=True)
class SourceRows:
    """All claims of one source."""

    state: SourceState
    nodes: list[NodeRow] = field(default_factory=list)
    edges: list[EdgeRow] = field(default_factory=list)
    usage: dict[int, set[Usage]] = field(default_factory=dict)
    charges: list[Charge] = field(default_factory=list)
    held: Retirement | None = None
    events: EventOwners = field(default_factory=dict)


def sum_by_day(rows: Iterable[Usage]) -> dict[int, set[Usage]]:
    """Usage rows by day; rows that differ only in counters and cost are added up."""
    groups: dict[tuple[Any, ...], list[Usage]] = defaultdict(list)
    for row in rows:
        groups[usage_key(row)].append(row)
    days: dict[int, set[Usage]] = defaultdict(set)
    for same in groups.values():
        total = msgspec.structs.replace(
            same[0],
            requests=sum(row.requests for row in same),
            tokens=tuple(sum(counts) for counts in zip(*(row.tokens for row in same), strict=True)),
            cost_nano=None if same[0].currency is None else sum(row.cost_nano or 0 for row in same),
            rounded=False,
        )
        if max(total.requests, *total.tokens, abs(total.cost_nano or 0)) >= 2**63:
            raise RecordError("equal usage rows add up beyond 2**63", field="usage", remedy="Split them by workspace")
        days[total.day].add(total)
    return dict(days)


@dataclass(slots=True)
class EventReading:
    """The events of a run: its usage rows with the owners that earlier runs knew, whose its events are, and those known
    events that now have another variant."""

    usage: list[Usage] = field(default_factory=list)
    owners: EventOwners = field(default_factory=lambda: defaultdict(list))
    moved: EventOwners = field(default_factory=lambda: defaultdict(list))

    def replace_owners(self, known: EventOwners, days: Collection[int]) -> None:
        """Make the owners of the events of these days the known ones; other events stay as they are."""
        for key, events in self.owners.items():
            if key[0] in days:
                variants = {event.variant for event in events}
                rest = [event for event in known.pop(key, ()) if event.variant not in variants]
                for event in self.moved.get(key, ()):
                    if event in rest:
                        rest.remove(event)
                rest += [event for event in events if event.owner[:2] != (None, None)]
                if rest:
                    known[key] = rest


def read_events(staged: Iterable[Record], known: EventOwners) -> EventReading:
    """The events of a run, given whose the events of earlier runs are."""
    reading = EventReading()
    unnamed: dict[tuple[int, int], list[tuple[int, Usage]]] = defaultdict(list)
    for record in staged:
        if isinstance(record, UsageEvent):
            event, variant = next(read_keys(record.key))
            unnamed[record.usage.day, event].append((variant, record.usage))
        elif isinstance(record, EventOwner) and not record.held:
            owner = Owner(record.principal, record.workspace, record.detail)
            for event, variant in read_keys(record.keys):
                reading.owners[record.day, event].append(EventVariant(variant, owner))
        elif isinstance(record, Usage):
            reading.usage.append(record)
    for key, rows in unnamed.items():
        # Equal events are matched in the order of their amounts: that of the lines changes no answer.
        rows.sort(key=lambda event: (event[1].requests, event[1].cost_nano or 0, event[1].tokens))
        events = [EventVariant(variant, Owner(row.principal, row.workspace, row.detail)) for variant, row in rows]
        before = known.get(key, [])
        owners, moved = match_events(before, reading.owners.get(key, ()), events)
        reading.moved[key] += [before[index] for index in moved]
        for (variant, row), owner in zip(rows, owners, strict=True):
            reading.usage.append(msgspec.structs.replace(row, **owner._asdict()))
            reading.owners[key].append(EventVariant(variant, owner))
    return reading


def usage_key(row: Usage) -> tuple[Any, ...]:
    """The key of a usage row within a run: rows of one key add up."""
    return (
        row.principal,
        row.resource,
        row.application,
        row.workspace,
        row.day,
        row.currency,
        row.basis,
        row.priced_on,
        row.chargeable,
        row.detail,
    )


def restated_usage(state: SourceState, header: RunHeader, sides: tuple[set[Usage], set[Usage]]) -> list[Restatement]:
    """The restatements of one day; `sides` are its rows before and after."""
    day = next(row.day for row in (*sides[0], *sides[1]))
    is_known = bool(sides[0]) or any(first <= day <= last for first, last in state.covered_usage())
    if header.restore or not is_known or not is_over(day, state.last_observed):
        return []
    before, after = ({usage_key(row): row for row in side} for side in sides)
    keys = tuple(
        Counter(_figure_key(row) for key, row in some.items() if key not in others)
        for some, others in ((after, before), (before, after))
    )
    return restatements(header.observed_at, _figures(sides[0]), _figures(sides[1]), (keys[0], keys[1]))


def restated_charges(
    state: SourceState, header: RunHeader, sides: tuple[Counter[Charge], Counter[Charge]]
) -> list[Restatement]:
    """The restatements of the charges of a source; `sides` are all of them before and after."""
    if header.restore:
        return []
    sums = [
        charge_figures(
            (row.application, row.first_day, row.last_day, row.category, row.currency, row.cost_nano)
            for row in side.elements()
        )
        for side in sides
    ]
    before, after = (
        {key: figures for key, figures in side.items() if was_read_before(state, key, sums[0])} for side in sums
    )
    return restatements(header.observed_at, before, after, ({}, {}))


def _figure_key(row: Usage) -> FigureKey:
    return row.application, row.day, row.day, USAGE_ROWS, row.currency, row.basis, row.chargeable


def _figures(rows: Iterable[Usage]) -> dict[FigureKey, UsageFigures]:
    figures: dict[FigureKey, UsageFigures] = {}
    for row in rows:
        key, tokens = _figure_key(row), sum(row.tokens[: len(DISJOINT_COUNTERS)])
        figures[key] = figures.get(key, UsageFigures()).plus(row.requests, tokens, row.cost_nano or 0)
    return figures
