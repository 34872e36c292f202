"""Inventory: every node of a kind, with its owner, approval, last use, cost, and how far it reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, overload

import numpy as np

from graph.errors import InputError
from graph.moment import day_of, read_moment, write_day
from graph.ontology import NODE_KINDS, NODE_NAMES
from graph.reason import Reason
from graph.snapshot import ABSENT, Basis, Snapshot, View
from graph.snapshot.columns import I4, I8, Bool
from queries.base import (
    COLUMNS,
    HIDDEN,
    MOMENT,
    ROWS,
    WINDOW_BOUNDS,
    Completeness,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.blast_radius import WINDOW_DAYS
from queries.inventory_row import NUMBERS, SORTS, InventoryRow, InventorySort
from queries.kind_amounts import NodeAmounts, amounts_of_kinds
from queries.liveness import last_use_days, live_nodes
from queries.mcp_connections import McpConnection, connections
from queries.owners import OwnerTable, owners_at
from queries.ownership import ANSWERED_FOR, ORPHANED, Ownership, ownership
from queries.property_filter import (
    UNKNOWN_VALUE,
    check_property,
    declared_properties,
    having,
    is_amount,
    leaves_out_unknown,
    owners_meant,
    texts_matching,
    unknown_left_out,
    unknown_property,
)
from queries.sensitivity import PERMISSION_WEIGHTS, SENSITIVITIES, leaves, sensitivities, weights
from queries.subject import find_nodes, names_of
from queries.vocabulary import Entry, NodeKind

_BLOCK = 1_024
# Fields of a row that a filter takes beside properties.
_FLAGS = ("known", "shadow")
_TEXTS = ("kind", "name", "owner_state", "status", "approval", "sensitivity")
# JSON and CSV call the owners of a row `owners`.
_OWNERS = ("owner", "owners")
_FILTERS = ("id", *_OWNERS, *_FLAGS, *_TEXTS, *NUMBERS)
# How CSV writes a property, which may differ from the field of that name: a key past its date is expired.
_PROPERTY = "props."
# What a table writes of a node that was never used.
_NEVER_SEEN = ("never seen", "")
_FLAG_WORDS = {"shadow": "true", "yes": "true", "no": "false", "": "false"}
_SHADOW_CAUSES = ("UNRESOLVED_ACCOUNT", "EXTERNAL_EMAIL")


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `kinds`: which kinds of nodes; `where`: property → its values, any of which will do.

    A filter takes every property that one of the kinds declares, and the fields of a row, `owner` or `owners` for its owners, as a row
    or a table shows them, in any letter case; `unknown` is what no source knows, an empty value what a row leaves empty.
    """

    kinds: tuple[NodeKind, ...] = field(
        metadata=described("which kinds of nodes, such as McpServer,Application", bounds=(1, None))
    )
    as_of: int = field(metadata=MOMENT)
    where: Annotated[
        Mapping[str, tuple[str, ...]],
        Entry(
            "PropertyFilter",
            "Only nodes that have one of these values.",
            "property",
            "values",
            key_meaning="The name of a property, or a field of a row.",
            value_meaning="Its values, any of which will do.",
        ),
    ] = field(default_factory=dict, metadata=described("PROP=VALUE: only such nodes; may be repeated", form="filters"))
    sort: InventorySort = field(default="id", metadata=described(f"by {', '.join(SORTS)}"))
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back amounts and life look", bounds=WINDOW_BOUNDS)
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))


class InventoryRows(Sequence[InventoryRow]):
    """Rows in the order asked for; each is made when it is read. Columns are per node of `nodes`, `order` indexes them."""

    def __init__(self, columns: InventoryColumns, order: I8) -> None:
        self.columns_of, self.order = columns, order

    def __len__(self) -> int:
        return len(self.order)

    def __iter__(self) -> Iterator[InventoryRow]:
        for start in range(0, len(self), _BLOCK):
            yield from self.columns_of.rows(self.order[start : start + _BLOCK])

    @overload
    def __getitem__(self, at: int) -> InventoryRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[InventoryRow]: ...
    def __getitem__(self, at: int | slice) -> InventoryRow | list[InventoryRow]:
        if isinstance(at, slice):
            return self.columns_of.rows(self.order[at])
        return self.columns_of.rows(self.order[[at]])[0]


@dataclass(frozen=True, slots=True)
class Answer:
    """Every node of the kinds that is there at the moment and fits the filters; `connections`: of the MCP servers in it."""

    total: int
    """How many nodes there are."""
    rows: InventoryRows = field(metadata=COLUMNS)
    """The nodes in the order asked for, ties by id."""
    connections: tuple[McpConnection, ...] = field(metadata=ROWS)
    """Who is connected to the MCP servers among the rows."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question.

    Raises InputError for a kind, a property, a value or a sort that there is not.
    """
    _check(snapshot, params)
    view = snapshot.at(params.as_of, params.basis)
    there = snapshot.nodes.of(*params.kinds) & (view.mode != ABSENT)
    columns = InventoryColumns(snapshot, view, params, np.flatnonzero(there).astype(np.int32))
    notes, columns = tuple(_unknowns(columns)), columns.where(columns.matching(params.where))
    servers = np.zeros(snapshot.count, dtype=bool)
    at = np.flatnonzero(snapshot.nodes.of("McpServer", nodes=columns.nodes))
    servers[columns.nodes[at]] = True
    approvals = {int(columns.nodes[i]): columns.approval[i] or "unreviewed" for i in at.tolist()}
    return Answer(
        total=len(columns.nodes),
        rows=InventoryRows(columns, columns.order()),
        connections=connections(snapshot, servers, approvals, params.as_of) if len(at) else (),
        completeness=Completeness(notes=columns.amounts.notes + notes),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _unknowns(columns: InventoryColumns) -> Iterator[Reason]:
    """A note per filter that leaves out nodes of which nobody knows what it asks for: unknown is neither yes nor no."""
    for name, values in (where := columns.params.where).items():
        if leaves_out_unknown(columns.params.kinds, name.removeprefix(_PROPERTY), values):
            left_out = columns.matching({**where, name: (UNKNOWN_VALUE,)}) & ~columns.has(name, values)
            if left_out.any():
                yield unknown_left_out(name, int(left_out.sum()))


def _check(snapshot: Snapshot, params: Params) -> None:
    unknown = [kind for kind in params.kinds if kind not in NODE_KINDS]
    if unknown or not params.kinds:
        raise InputError(
            f"{', '.join(unknown) or 'nothing'} is no node kind; kinds are {', '.join(NODE_KINDS)}"
        ).in_argument("kinds")
    if params.sort not in SORTS:
        raise InputError(f"`sort` must be one of {', '.join(SORTS)}, not {params.sort!r}").in_argument("sort")
    declared = declared_properties(params.kinds)
    for written, values in params.where.items():
        name = written.removeprefix(_PROPERTY)
        # A source may tell properties that no kind declares; rows show them all the same.
        if name not in declared and name not in _FILTERS and name not in snapshot.tables.properties:
            raise unknown_property(name, {*declared, *_FILTERS}).in_argument("where", written)
        if name in declared and name not in _FLAGS:
            check_property(name, values, declared, "where")


class InventoryColumns:
    """Columns of some nodes, one entry per node; each is made when it is first needed."""

    def __init__(self, snapshot: Snapshot, view: View, params: Params, nodes: I4) -> None:
        self.snapshot, self.view, self.params, self.nodes = snapshot, view, params, nodes
        self.moment = params.as_of
        last = day_of(params.as_of)
        self.days = (last - params.window_days + 1, last)

    def where(self, mask: Bool) -> InventoryColumns:
        """The same columns of some of the nodes."""
        return self if mask.all() else InventoryColumns(self.snapshot, self.view, self.params, self.nodes[mask])

    @cached_property
    def name(self) -> list[str]:
        """What people call each node."""
        return names_of(self.snapshot, self.nodes, self.moment)

    @cached_property
    def kind(self) -> list[str]:
        """The kind of each node."""
        return [NODE_NAMES[kind] for kind in self.snapshot.nodes.kind[self.nodes].tolist()]

    @cached_property
    def status(self) -> list[str | None]:
        """What its sources say of it, a key past its date being expired; None where they say nothing."""
        expired = [
            text is not None and read_moment(text) <= self.moment and kind == "Credential"
            for text, kind in zip(self.texts("expires_at"), self.kind, strict=True)
        ]
        pairs = zip(self.texts("status"), expired, strict=True)
        return ["expired" if is_expired and text != "revoked" else text for text, is_expired in pairs]

    @cached_property
    def approval(self) -> list[str | None]:
        """Our own label; None for kinds that have none."""
        declares = self.snapshot.nodes.of(*(kind for kind in NODE_KINDS if "approval" in declared_properties((kind,))))
        pairs = zip(self.texts("approval"), declares[self.nodes].tolist(), strict=True)
        return [(text or "unreviewed") if declared else None for text, declared in pairs]

    @cached_property
    def sensitivity(self) -> list[str | None]:
        """That of the nearest labelled container; None for what is no data source."""
        names = (*SENSITIVITIES, None)
        return [names[rank] for rank in sensitivities(self.view)[self.nodes].tolist()]

    @cached_property
    def ownership(self) -> Ownership:
        """Who is answered for, of all nodes."""
        return ownership(self.snapshot, self.moment)

    @cached_property
    def owners(self) -> OwnerTable:
        """The owners of all nodes."""
        return owners_at(self.snapshot, self.moment)

    @cached_property
    def owner_state(self) -> list[str]:
        """Whether somebody answers for each node."""
        words = {ANSWERED_FOR: "answered_for", ORPHANED: "orphaned"}
        return [words.get(state, "unknown") for state in self.ownership.states()[self.nodes].tolist()]

    @cached_property
    def shadow(self) -> Bool:
        """Live accounts that nobody knows, that are of outsiders, or that nobody manages."""
        is_shadow = self.snapshot.column("managed", self.moment) == self.snapshot.value_code("no")
        for node, causes in self.ownership.causes.items():
            is_shadow[node] |= any(cause.code in _SHADOW_CAUSES for cause in causes)
        is_shadow &= self.snapshot.nodes.of("Account") & live_nodes(self.snapshot, self.view, self.days)
        shadow: Bool = is_shadow[self.nodes]
        return shadow

    @cached_property
    def last_used(self) -> I8:
        """The last day of use; -1 where none was seen."""
        return last_use_days(self.snapshot, self.moment)[self.nodes]

    @cached_property
    def amounts(self) -> NodeAmounts:
        """The amounts of the window."""
        return amounts_of_kinds(self.snapshot, self.nodes, self.days, self.moment, self.params.currency)

    @cached_property
    def principals(self) -> I8:
        """How many principals reach each node."""
        principal = self.snapshot.nodes.of(*(name for name, kind in NODE_KINDS.items() if kind.principal))
        return self._counts(principal, (min(self.view.levels),), reverse=True)

    @cached_property
    def data_sources(self) -> I8:
        """How many data sources each node reaches that contain no other."""
        return self._counts(leaves(self.view), (min(self.view.levels),), reverse=False)

    def _counts(self, counted: Bool, levels: tuple[int, ...], *, reverse: bool) -> I8:
        traverser = self.view.traverser(reverse=reverse)
        return traverser.rank(self.nodes, levels, counted, weights(self.view), PERMISSION_WEIGHTS)[1]

    def texts(self, name: str) -> list[str | None]:
        """A property of each node as text."""
        codes = self.snapshot.column(name, self.moment)[self.nodes]
        values = {code: str(self.snapshot.value(code)) for code in np.unique(codes).tolist() if code >= 0}
        return [values.get(code) for code in codes.tolist()]

    @cached_property
    def properties(self) -> dict[str, I4]:
        """By name the value codes of each property that some node has; the name apart, which has a field of its own."""
        columns = {
            name: self.snapshot.column(name, self.moment)[self.nodes]
            for name in sorted(self.snapshot.tables.properties)
            if name != "name"
        }
        return {name: codes for name, codes in columns.items() if (codes >= 0).any()}

    def matching(self, where: Mapping[str, tuple[str, ...]]) -> Bool:
        """Which nodes fit every filter."""
        matches = np.ones(len(self.nodes), dtype=bool)
        for name, values in where.items():
            matches &= self.has(name, values)
        return matches

    def has(self, name: str, values: tuple[str, ...]) -> Bool:
        snapshot = self.snapshot
        if name.startswith(_PROPERTY):
            return having(snapshot, name.removeprefix(_PROPERTY), values, self.nodes, self.moment)
        if name == "id":
            is_named: Bool = np.isin(self.nodes, find_nodes(snapshot, values, "where", "id", kinds=self.params.kinds))
            return is_named
        if name in _OWNERS:
            return self._owned_by(values)
        if name in _FLAGS:
            flags = snapshot.nodes.known[self.nodes] if name == "known" else self.shadow
            return texts_matching(
                [str(flag) for flag in flags.tolist()], [_FLAG_WORDS.get(v.lower(), v) for v in values]
            )
        if name in _TEXTS:
            texts: Sequence[str | None] = getattr(self, name)
            if name != "status":
                return texts_matching([text or "" for text in texts], values)
            return texts_matching(
                [text or UNKNOWN_VALUE for text in texts], [value or UNKNOWN_VALUE for value in values]
            )
        if name in NUMBERS:
            return self._has_number(name, values)
        return having(snapshot, name, values, self.nodes, self.moment)

    def _has_number(self, name: str, values: tuple[str, ...]) -> Bool:
        """Days, counts and amounts; an amount in full, or in cents as tables have it, with or without its currency."""
        if name == "last_used":
            days = [write_day(day) if day >= 0 else "" for day in self.last_used.tolist()]
            return texts_matching(days, ["" if value.lower() in _NEVER_SEEN else value for value in values])
        if name in ("principals", "data_sources"):
            return texts_matching([str(count) for count in getattr(self, name).tolist()], values)
        at = ("cost", "estimate", "included").index(name)
        amounts = (self.amounts.money(i)[at] for i in range(len(self.nodes)))
        return np.array([any(is_amount(amount, value) for value in values) for amount in amounts], dtype=bool)

    def _owned_by(self, values: tuple[str, ...]) -> Bool:
        nobody = "" in values
        owners = [self.owners.of(node) for node in self.nodes.tolist()]
        wanted = owners_meant(self.snapshot, values, {owner for held in owners for owner in held})
        return np.array([not wanted.isdisjoint(held) or (nobody and not held) for held in owners], dtype=bool)

    def order(self) -> I8:
        """The order of rows: nodes stand by id already, so that a stable sort leaves ties by id."""
        name = self.params.sort
        if name == "id":
            return np.arange(len(self.nodes))
        if name in ("cost", "estimate", "included"):
            amounts = self.amounts.of(name)
            if amounts is None:
                return np.arange(len(self.nodes))
            return np.array(sorted(range(len(self.nodes)), key=lambda at: -amounts[at]), dtype=np.int64)
        if name in NUMBERS:
            column: I8 = getattr(self, name)
            return np.argsort(-column, kind="stable")
        texts: list[str | None] = self.shadow.astype(str).tolist() if name == "shadow" else getattr(self, name)
        return np.array(sorted(range(len(self.nodes)), key=_by_letter(texts)), dtype=np.int64)

    def rows(self, at: I8) -> list[InventoryRow]:
        """The rows of some nodes, by their position."""
        ids, last = self.snapshot.ids, self.last_used
        rows = []
        for i in at.tolist():
            node = int(self.nodes[i])
            cost, estimate, included = self.amounts.money(i)
            rows.append(
                InventoryRow(
                    id=ids[node],
                    kind=self.kind[i],
                    name=self.name[i],
                    known=bool(self.snapshot.nodes.known[node]),
                    status=self.status[i],
                    approval=self.approval[i],
                    sensitivity=self.sensitivity[i],
                    owners=tuple(ids[owner] for owner in self.owners.of(node)),
                    owner_state=self.owner_state[i],
                    shadow=bool(self.shadow[i]),
                    last_used=write_day(int(last[i])) if last[i] >= 0 else None,
                    cost=cost,
                    estimate=estimate,
                    included=included,
                    principals=int(self.principals[i]),
                    data_sources=int(self.data_sources[i]),
                    props=self._props(i),
                )
            )
        return rows

    def _props(self, at: int) -> dict[str, Any]:
        codes = ((name, int(column[at])) for name, column in self.properties.items())
        return {name: self.snapshot.value(code) for name, code in codes if code >= 0}


def _by_letter(texts: Sequence[str | None]) -> Callable[[int], tuple[bool, str]]:
    """A sort key: texts by letter, those that are missing last."""
    return lambda at: (texts[at] is None, (texts[at] or "").casefold())
