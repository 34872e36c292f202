"""Records of a whole generation: the claims that a store read, as headers and records that restore each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec
import numpy as np
import numpy.typing as npt

from graph.claims import EVENTS_PER_RECORD, Charge, Edge, EventOwner, Node, Record, RunHeader, Usage
from graph.moment import ALWAYS, NEVER, write_day
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, DAY_SCOPES, EDGE_NAMES, Permission
from graph.restatement import write_restatements
from graph.stores.base import Claims, HeldRun, UsageClaims
from graph.stores.events import write_key
from graph.stores.state import write_ranges

T = TypeVar("T")

# Columns become Python numbers block by block: one by one is slow, all at once is a second copy.
_BLOCK = 10_000
_PERMISSIONS: tuple[Permission | None, ...] = (None, *(Permission(n) for n in range(1, len(Permission) + 1)))


class Restores:
    """One generation, source by source: the header and the records of a `restore`.

    A source is its index in `claims.sources`.
    """

    def __init__(self, claims: Claims) -> None:
        self.claims = claims
        tables = (claims.nodes, claims.edges, claims.usage, claims.charges)
        self._nodes, self._edges, self._usage, self._charges = (_BySource(table.claimed_by) for table in tables)
        self._held: dict[int, HeldRun] = {held.source: held for held in claims.held}
        self._held_nodes = _flags(len(claims.nodes.claimed_by), [held.nodes for held in claims.held])
        self._held_edges = _flags(len(claims.edges.claimed_by), [held.edges for held in claims.held])

    def header(self, number: int) -> RunHeader:
        """The header of a source's restore, with its whole state."""
        state, held = self.claims.sources[number], self._held.get(number)
        exported: dict[str, Any] = {"first_observed": state.first_observed, "state": state.state}
        if state.recent_runs:
            exported["recent_runs"] = list(state.recent_runs)
        if state.reasons:
            exported["reasons"] = [{"code": reason.code, "detail": reason.detail} for reason in state.reasons]
        if state.checkpoint is not None:
            exported["bookmark"] = state.checkpoint
        # One range of days that are covered is what the header says itself.
        for name, least in (("usage_ranges", 2), ("charge_ranges", 2), ("unread_ranges", 1)):
            if len(ranges := getattr(state, name)) >= least:
                exported[name] = write_ranges(ranges)
        if state.restated:
            exported["restated"] = write_restatements(state.restated)
        if held is not None:
            exported["held"] = True
            exported["held_days"] = [write_day(day) for day in sorted(held.days.tolist())]
        return RunHeader(
            source=state.source,
            observed_at=state.last_observed,
            complete=tuple(scope for scope in state.scopes if scope not in DAY_SCOPES),
            usage=state.usage_days,
            charges=state.charge_days,
            aliases=dict(state.aliases),
            max_age_s=state.max_age_s,
            restore=True,
            scopes={scope: {"first": first, "last": last} for scope, (first, last) in state.scopes.items()}
            | {"source": exported},
        )

    def records(self, number: int) -> Iterator[Record]:
        """All claims of a source: nodes, edges, usage and charges, the usage rows that wait for a person, owners of events."""
        yield from self._node_records(self._nodes.rows(number))
        yield from self._edge_records(self._edges.rows(number))
        yield from self._usage_records(self.claims.usage, self._usage.rows(number), held=False)
        yield from self._charge_records(self._charges.rows(number))
        if number in self._held:
            usage = self._held[number].usage
            yield from self._usage_records(usage, np.arange(len(usage.claimed_by)), held=True)
        yield from self._event_records(number)

    def _event_records(self, number: int) -> Iterator[Record]:
        """Whose the events of a source are, many of one owner and day together, in an order that the store does not decide."""
        events, ids, texts = self.claims.events, self.claims.ids, self.claims.texts
        if events is None:
            return
        owners: dict[tuple[Any, ...], list[bytes]] = defaultdict(list)
        columns = (events.day, events.event, events.variant, events.principal, events.workspace, events.detail)
        for _, day, event, variant, principal, workspace, detail, held in _walk(
            np.flatnonzero(events.claimed_by == number), *columns, events.held
        ):
            owner = day, _at(ids, principal), _at(ids, workspace), _at(texts, detail), bool(held)
            owners[owner].append(write_key(event, variant))
        for (day, by, workspace_id, text, is_held), keys in owners.items():
            keys.sort()
            for start in range(0, len(keys), EVENTS_PER_RECORD):
                block = b"".join(keys[start : start + EVENTS_PER_RECORD])
                yield EventOwner(day=day, keys=block, principal=by, workspace=workspace_id, detail=text, held=is_held)

    def _node_records(self, rows: npt.NDArray[np.int64]) -> Iterator[Record]:
        nodes, ids = self.claims.nodes, self.claims.ids
        opened = nodes.first_seen if nodes.opened is None else nodes.opened
        columns = (nodes.node, nodes.since, nodes.declared_until, nodes.first_seen, nodes.dated, nodes.retired, opened)
        for row, node, since, until, seen, dated, retired, began, held in _walk(rows, *columns, self._held_nodes):
            yield Node(
                id=ids[node],
                name=nodes.name[row],
                props=msgspec.json.decode(nodes.props[row]),
                since=None if since == ALWAYS else since,
                until=None if until == NEVER else until,
                first_seen=seen,
                dated=bool(dated),
                retired=None if retired == NEVER else retired,
                opened=None if began == seen else began,
                held=held,
            )

    def _edge_records(self, rows: npt.NDArray[np.int64]) -> Iterator[Record]:
        edges, ids, texts = self.claims.edges, self.claims.ids, self.claims.texts
        ends = (
            edges.kind,
            edges.source,
            edges.target,
            edges.permission,
            edges.since,
            edges.declared_until,
            edges.retired,
        )
        more = (edges.first_seen, edges.declared, edges.evidence, edges.alias, self._held_edges)
        for _, kind, tail, head, permission, since, until, retired, seen, declared, evidence, alias, held in _walk(
            rows, *ends, *more
        ):
            yield Edge(
                kind=EDGE_NAMES[kind],
                source=ids[tail],
                target=ids[head],
                permission=_PERMISSIONS[permission],
                since=None if since == ALWAYS else since,
                until=None if until == NEVER else until,
                first_seen=seen,
                evidence=_at(texts, evidence),
                alias=_at(texts, alias),
                dated=declared != ALWAYS,
                declared=None if declared in (ALWAYS, since) else declared,
                retired=None if retired == NEVER else retired,
                held=held,
            )

    def _usage_records(self, usage: UsageClaims, rows: npt.NDArray[np.int64], *, held: bool) -> Iterator[Record]:
        ids, texts = self.claims.ids, self.claims.texts
        who = (usage.principal, usage.resource, usage.application, usage.workspace, usage.day, usage.requests)
        cost = (usage.tokens, usage.cost, usage.currency, usage.basis, usage.priced_on, usage.chargeable, usage.detail)
        for (
            _,
            by,
            of,
            through,
            workspace,
            day,
            requests,
            tokens,
            nano,
            currency,
            basis,
            priced,
            chargeable,
            detail,
        ) in _walk(rows, *who, *cost):
            yield Usage(
                resource=ids[of],
                day=day,
                principal=_at(ids, by),
                application=_at(ids, through),
                workspace=_at(ids, workspace),
                requests=requests,
                tokens=tuple(tokens),
                cost_nano=nano if currency >= 0 else None,
                currency=_at(texts, currency),
                basis=_at(COST_BASES, basis),
                priced_on=priced if priced >= 0 else None,
                chargeable=bool(chargeable),
                detail=_at(texts, detail),
                held=held,
            )

    def _charge_records(self, rows: npt.NDArray[np.int64]) -> Iterator[Record]:
        charges, ids, texts = self.claims.charges, self.claims.ids, self.claims.texts
        columns = (charges.application, charges.first_day, charges.last_day, charges.category, charges.cost)
        for _, application, first, last, category, nano, currency, description in _walk(
            rows, *columns, charges.currency, charges.description
        ):
            yield Charge(
                application=ids[application],
                first_day=first,
                last_day=last,
                category=CHARGE_CATEGORIES[category],
                cost_nano=nano,
                currency=texts[currency],
                description=_at(texts, description),
            )


class _BySource:
    """The rows of one table by source, sorted once so that thousands of sources do not need thousands of passes."""

    def __init__(self, source: npt.NDArray[np.integer]) -> None:
        self._order = np.argsort(source, kind="stable")
        self._sorted = source[self._order]

    def rows(self, number: int) -> npt.NDArray[np.int64]:
        """The rows of one source, in the order of the table."""
        first, last = np.searchsorted(self._sorted, [number, number + 1])
        return self._order[first:last]


def _walk(rows: npt.NDArray[np.int64], *columns: npt.NDArray[Any]) -> Iterator[tuple[Any, ...]]:
    """Each row's number and its values in the columns, as Python numbers."""
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        yield from zip(block.tolist(), *(column[block].tolist() for column in columns), strict=True)


def _flags(count: int, rows: Sequence[Any]) -> Any:
    flags = np.zeros(count, dtype=bool)
    for held in rows:
        flags[held] = True
    return flags


def _at(texts: Sequence[T], index: int) -> T | None:
    return texts[index] if index >= 0 else None
