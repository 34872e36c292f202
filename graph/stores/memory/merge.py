"""Merging a finished run into the claims of its source: rows are opened, kept, replaced, retired or held."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from graph.claims import Charge, Edge, EventOwner, Node, Record, RunHeader, Tombstone, Usage
from graph.moment import read_day
from graph.ontology import EDGE_KINDS
from graph.restatement import Restatement
from graph.stores.base import GUARD_COUNT, GUARD_SHARE, DaysRead, is_mass_removal
from graph.stores.memory.rows import (
    EdgeRow,
    EventReading,
    NodeRow,
    Retirement,
    SourceRows,
    read_events,
    restated_charges,
    restated_usage,
    sum_by_day,
    usage_key,
)
from graph.stores.state import overlaps_any


@dataclass(slots=True)
class MemoryMerge:
    """One run being applied to its source. `complete` are the scopes that proved complete."""

    rows: SourceRows
    header: RunHeader
    complete: frozenset[str]
    staged: list[Record]
    added: Counter[str] = field(default_factory=Counter)
    retired: Counter[str] = field(default_factory=Counter)
    changed: bool = False
    repeats_held: bool = False
    days_read: DaysRead | None = None
    restated: list[Restatement] = field(default_factory=list)
    _versions: dict[str, list[NodeRow]] = field(init=False)
    _claims: dict[tuple[Any, ...], list[EdgeRow]] = field(init=False)

    def __post_init__(self) -> None:
        self._versions, self._claims = defaultdict(list), defaultdict(list)
        for node in self.rows.nodes:
            self._versions[node.id].append(node)
        for edge in self.rows.edges:
            self._claims[edge.key].append(edge)

    @property
    def moment(self) -> int:
        return self.header.observed_at

    def apply(self) -> Retirement | None:
        """Change the source's rows; retirements that the mass-removal guard holds back are returned, not applied."""
        nodes = {record.id: record for record in self.staged if isinstance(record, Node)}
        edges = [record for record in self.staged if isinstance(record, Edge)]
        gone = {record.id for record in self.staged if isinstance(record, Tombstone)} - nodes.keys()
        before = self._open_counts()
        for node in nodes.values():
            self._put_node(node)
        listed = {self._put_edge(edge) for edge in edges}
        out = Retirement(self.moment)
        out.nodes = [
            row for row in self._open_nodes() if row.id in gone or (row.kind in self.complete and row.id not in nodes)
        ]
        out.edges = self._unlisted_edges(listed, gone, {row.id for row in out.nodes}, nodes.keys())
        events = read_events(self.staged, self.rows.events)
        fresh, lossy = self._usage_days(events.usage)
        held = self._trips_guard(out, before, lossy)
        for day, rows in fresh.items():
            self._replace_day(day, rows)
        self.replace_charges([record for record in self.staged if isinstance(record, Charge)])
        events.replace_owners(self.rows.events, {day for day, _ in events.owners} - lossy.keys())
        out.usage = lossy
        out.events = {key: owners for key, owners in events.owners.items() if key[0] in lossy}
        if held:
            return out
        events.replace_owners(self.rows.events, lossy.keys())
        self.retire(out)
        return None

    def retire(self, out: Retirement) -> None:
        """Apply retirements at their moment."""
        for node in out.nodes:
            node.retired = out.moment
        for edge in out.edges:
            edge.retired = out.moment
        counts = Counter(node.kind for node in out.nodes) + Counter(edge.kind for edge in out.edges)
        self.retired.update(counts)
        self.changed |= bool(counts)
        for day, rows in out.usage.items():
            self._replace_day(day, rows)
        EventReading(owners=out.events).replace_owners(self.rows.events, out.usage)

    def _open_nodes(self) -> list[NodeRow]:
        return [row for row in self.rows.nodes if row.is_open(self.moment)]

    def _open_counts(self) -> Counter[str]:
        """How many open claims of each kind there are; of a moment whose run is held, not what it added."""
        rows: list[NodeRow | EdgeRow] = [
            *self._open_nodes(),
            *(row for row in self.rows.edges if row.is_open(self.moment)),
        ]
        return Counter(row.kind for row in rows if row.first_seen < self.moment or not self.repeats_held)

    def _since(self, kind: str, declared: int | None, *, known_before: bool) -> int | None:
        """The start of a new row: the declared date, or open if the source's first complete run lists it undated, else
        the run's moment; never before this run for a claim that had ended."""
        if known_before:
            return self.moment if declared is None else max(declared, self.moment)
        if declared is not None:
            return declared
        return self.moment if kind in self.rows.state.scopes else None

    def _put_node(self, node: Node) -> None:
        kind = node.id.partition(":")[0]
        props = canonical(node)
        versions = self._versions[node.id]
        row = next((row for row in versions if row.retired is None), None)
        if row is not None and _comes_back(row.until, node.until, self.moment):
            row.retired, row = row.until, None
        since = self._since(kind, node.since, known_before=bool(versions))
        new = NodeRow(
            id=node.id,
            name=node.name,
            props=props,
            since=since,
            until=node.until,
            first_seen=self.moment if node.first_seen is None else node.first_seen,
            dated=node.since is not None and since == node.since,
            opened=self.moment,
        )
        if row is None:
            self.added[kind] += 1
            # A row that was retired at this very moment is opened again.
            row = next((row for row in versions if row.opened == self.moment == row.retired), None)
            if row is not None:
                row.retired, self.changed = None, True
        if row is None:
            self._open_node(new)
            return
        if (row.name, row.props) != (node.name, props) and row.opened < self.moment:
            # The old values held until now; the new ones hold from now on, whatever date the node has.
            row.retired = self.moment
            new.dated = node.since is not None and node.since > self.moment
            new.since = node.since if new.dated else self.moment
            self._open_node(new)
            return
        old = (row.name, row.props, row.since, row.until, row.dated)
        row.name, row.props, row.until = node.name, props, node.until
        # A date that is corrected does not reach back over a gap.
        declared = node.since if node.since is None or len(versions) == 1 else max(node.since, row.opened)
        if declared is not None and (row.dated or row.since is None or declared > row.since):
            row.since, row.dated = declared, declared == node.since
        self.changed |= old != (row.name, row.props, row.since, row.until, row.dated)

    def _open_node(self, row: NodeRow) -> None:
        self.rows.nodes.append(row)
        self._versions[row.id].append(row)
        self.changed = True

    def _put_edge(self, edge: Edge) -> int:
        """Open or keep the claim; returns the `id()` of its row."""
        permission = int(edge.permission or 0)
        key = (edge.source, edge.kind, edge.target, permission, edge.since)
        same = self._claims[key]
        # A row that was retired at this very moment is opened again.
        row = next((row for row in same if row.retired is None), None)
        if row is not None and _comes_back(row.until, edge.until, self.moment):
            row.retired, row = row.until, None
        if row is None:
            row = next((row for row in same if row.retired == self.moment and row.is_lasting(self.moment)), None)
            if row is not None:
                row.retired, self.changed = None, True
                self.added[edge.kind] += 1
        if row is None:
            row = self.edge_row(edge, self._since(edge.kind, edge.since, known_before=bool(same)))
            self.rows.edges.append(row)
            same.append(row)
            self.added[edge.kind] += 1
            self.changed = True
        if (row.until, row.evidence, row.alias) != (edge.until, edge.evidence, edge.alias):
            row.until, row.evidence, row.alias = edge.until, edge.evidence, edge.alias
            self.changed = True
        return id(row)

    def edge_row(self, edge: Edge, since: int | None) -> EdgeRow:
        """A new row of this claim, valid from `since` on."""
        return EdgeRow(
            source=edge.source,
            kind=edge.kind,
            target=edge.target,
            permission=int(edge.permission or 0),
            since=since,
            until=edge.until,
            first_seen=self.moment if edge.first_seen is None else edge.first_seen,
            declared=edge.since,
            evidence=edge.evidence,
            alias=edge.alias,
        )

    def _unlisted_edges(
        self, listed: set[int], gone: set[str], ending: set[str], nodes: Iterable[str]
    ) -> list[EdgeRow]:
        described = {row.id for row in self.rows.nodes}
        alive = {row.id for row in self._open_nodes()} - ending

        def ends(node_id: str) -> bool:
            return node_id in described and node_id not in alive

        out = []
        for row in self.rows.edges:
            if not row.is_open(self.moment) or id(row) in listed:
                continue
            if row.kind not in self.complete and row.source not in gone and row.target not in gone:
                continue
            # A leaver's edge stays: the compiler ends it with its target, which other sources may list.
            leaver = EDGE_KINDS[row.kind].keeps_leavers and row.source.startswith("Identity:") and ends(row.source)
            if not leaver:
                out.append(row)
        return out

    def _usage_days(self, usage: Iterable[Usage]) -> tuple[dict[int, set[Usage]], dict[int, set[Usage]]]:
        """Days to replace now, and days that would lose more than the guard allows: if they are doubtful, anything."""
        days = sum_by_day(usage)
        if self.header.usage is not None and "usage" in self.complete:
            first, last = self.header.usage
            for day in self.rows.usage:
                if first <= day <= last:
                    days.setdefault(day, set())
        lossy = {
            day: rows for day, rows in days.items() if _shrinks(self.rows.usage.get(day, set()), rows, self._share(day))
        }
        return {day: rows for day, rows in days.items() if day not in lossy}, lossy

    def _replace_day(self, day: int, rows: set[Usage]) -> None:
        old = self.rows.usage.get(day, set())
        if old == rows:
            return
        self.added["usage"] += len(rows - old)
        self.retired["usage"] += len(old - rows)
        self.changed = True
        self.restated += restated_usage(self.rows.state, self.header, (old, rows))
        if rows:
            self.rows.usage[day] = rows
        else:
            del self.rows.usage[day]

    def replace_charges(self, staged: list[Charge]) -> None:
        """Replace the charges that touch the days this run covers or mentions.

        Where lines could not be read and a known charge is not among those that could, the known ones stay.
        """
        spans = [(charge.first_day, charge.last_day) for charge in staged]
        if self.header.charges is not None and "charges" in self.complete:
            spans.append(self.header.charges)
        kept = [
            charge
            for charge in self.rows.charges
            if not any(first <= charge.last_day and charge.first_day <= last for first, last in spans)
        ]
        fresh = [msgspec.structs.replace(charge, rounded=False) for charge in staged]
        touched = Counter(self.rows.charges) - Counter(kept)
        if self.days_read is not None and not self.days_read.is_whole and touched - Counter(fresh):
            known = [(charge.first_day, charge.last_day) for charge in touched]
            fresh = [charge for charge in fresh if not overlaps_any((charge.first_day, charge.last_day), known)]
            kept = list(self.rows.charges)
        new = kept + fresh
        old_counts, new_counts = Counter(self.rows.charges), Counter(new)
        if old_counts != new_counts:
            self.restated += restated_charges(self.rows.state, self.header, (old_counts, new_counts))
            self.rows.charges = new
            self.added["charges"] += (new_counts - old_counts).total()
            self.retired["charges"] += (old_counts - new_counts).total()
            self.changed = True

    def _trips_guard(self, out: Retirement, before: Mapping[str, int], lossy: Mapping[int, set[Usage]]) -> bool:
        lost = Counter(row.kind for row in out.nodes)
        widest: dict[tuple[str, str, str], int] = {}
        leaving = {id(row) for row in out.edges}
        for row in self.rows.edges:
            if row.is_open(self.moment) and id(row) not in leaving:
                edge = (row.source, row.kind, row.target)
                widest[edge] = max(widest.get(edge, -1), row.permission)
        lost.update(
            row.kind for row in out.edges if widest.get((row.source, row.kind, row.target), -1) < row.permission
        )
        if is_mass_removal(lost, before) and not self._is_personal():
            return True
        lost_rows = {day: _lost_rows(self.rows.usage[day], rows, self._share(day)) for day, rows in lossy.items()}
        return any(map(self._is_doubtful, lost_rows)) or sum(lost_rows.values()) > GUARD_COUNT

    def _is_doubtful(self, day: int) -> bool:
        return self.days_read is not None and self.days_read.is_doubtful(day)

    def _share(self, day: int) -> float:
        return 0 if self._is_doubtful(day) else GUARD_SHARE

    def _is_personal(self) -> bool:
        """Whether the source is one person's own configuration, which may shrink as they like."""
        owners = {row.source for row in self.rows.edges if row.kind == "CONNECTS_TO"}
        directory = any(row.kind in ("Identity", "Group") for row in self.rows.nodes)
        return not directory and len(owners) == 1 and owners.pop().startswith("Identity:")


def canonical(node: Node) -> str:
    """A node's properties as canonical JSON, as they are stored and compared."""
    return json.dumps(node.props, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _comes_back(until: int | None, listed_until: int | None, moment: int) -> bool:
    """Whether a claim that had ended by its own date is listed again as one that holds."""
    return until is not None and until <= moment and (listed_until is None or listed_until > moment)


def _lost_rows(old: set[Usage], new: set[Usage], share: float) -> int:
    """How many rows a day loses; a day whose cost falls too far loses them all."""
    kept = {usage_key(row) for row in new}
    lost = sum(usage_key(row) not in kept for row in old)
    return len(old) if _falls(old, new, share) else lost


def _shrinks(old: set[Usage], new: set[Usage], share: float) -> bool:
    kept = {usage_key(row) for row in new}
    return sum(usage_key(row) not in kept for row in old) > share * len(old) or _falls(old, new, share)


def _falls(old: set[Usage], new: set[Usage], share: float) -> bool:
    """Whether a day's cost falls by more than a share; currencies are summed, since only the scale matters."""
    cost = sum(row.cost_nano or 0 for row in old)
    return cost > 0 and cost - sum(row.cost_nano or 0 for row in new) > share * cost


def restore(merge: MemoryMerge) -> Retirement | None:
    """Apply every staged claim of an export as it is; returns what waits for a person, if anything."""
    exported: Mapping[str, Any] = merge.header.scopes.get("source", {})
    out = Retirement(merge.moment)
    for record in merge.staged:
        if isinstance(record, Node):
            node = _node_row(merge.moment, record)
            merge.rows.nodes.append(node)
            merge.added[node.kind] += 1
            if record.held:
                out.nodes.append(node)
        elif isinstance(record, Edge):
            edge = merge.edge_row(record, record.since)
            edge.declared, edge.retired = record.declared_since, record.retired
            merge.rows.edges.append(edge)
            merge.added[edge.kind] += 1
            if record.held:
                out.edges.append(edge)
    usage = [record for record in merge.staged if isinstance(record, Usage)]
    events = read_events(merge.staged, {})
    events.replace_owners(merge.rows.events, {day for day, _ in events.owners})
    merge.rows.usage = sum_by_day(record for record in usage if not record.held)
    merge.added["usage"] += sum(map(len, merge.rows.usage.values()))
    merge.replace_charges([record for record in merge.staged if isinstance(record, Charge)])
    merge.changed = True
    if not exported.get("held"):
        return None
    waiting = sum_by_day(msgspec.structs.replace(record, held=False) for record in usage if record.held)
    out.usage = {day: waiting.get(day, set()) for day in map(read_day, exported.get("held_days", ()))}
    held = [record for record in merge.staged if isinstance(record, EventOwner) and record.held]
    out.events = read_events([msgspec.structs.replace(record, held=False) for record in held], {}).owners
    return out


def _node_row(moment: int, record: Node) -> NodeRow:
    first_seen = moment if record.first_seen is None else record.first_seen
    return NodeRow(
        id=record.id,
        name=record.name,
        props=canonical(record),
        since=record.since,
        until=record.until,
        first_seen=first_seen,
        dated=record.dated and record.since is not None,
        opened=first_seen if record.opened is None else record.opened,
        retired=record.retired,
    )
