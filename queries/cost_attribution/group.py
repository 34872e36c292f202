"""Grouping of usage parts under their keys: the key of each part in every dimension, filters, and sums per key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.deadline import check_deadline
from graph.errors import AmbiguousName
from graph.moment import date_of, write_day
from graph.ontology import AMOUNTS, split_id
from graph.snapshot import Snapshot
from graph.snapshot.columns import I4, I8, Bool, Ints, int_sums
from graph.snapshot.ledger import NONE
from graph.snapshot.principals import teams_of_rows
from graph.snapshot.tags import row_tags
from queries.cost_attribution.allocate import Allocation, UsageParts
from queries.cost_attribution.day_links import codes_at_end_of, node_days
from queries.cost_attribution.owners import HolderLinks, OwnerAllocation
from queries.cost_attribution.question import BASES, NAMELESS, SHARED, UNATTRIBUTED, CostRows, Params
from queries.cost_attribution.select import UsageSelection
from queries.cost_attribution.servers import ServerAllocation
from queries.ownership import owner_states
from queries.subject import find_node
from queries.usage.amounts import compress
from queries.vocabulary import UNPRICED

# Dimensions whose keys are node ids, and the kind of those.
_KINDS = {
    "identity": "Identity",
    "team": "Group",
    "account": "Account",
    "credential": "Credential",
    "application": "Application",
    "workspace": "Group",
    "model": "Model",
    "mcp_server": "McpServer",
    "data_source": "DataSource",
}
NODE_DIMENSIONS = frozenset(_KINDS)
CALENDAR = ("day", "week", "month")
_LEAST = min(NAMELESS)
_OWNER_STATES = ("orphaned", "unknown", "answered_for")


@dataclass(frozen=True, slots=True)
class KeyColumn:
    """The key of each part: `code` is an index of `labels`, which are distinct and in byte order."""

    code: Ints
    labels: Sequence[str]

    @classmethod
    def of(cls, codes: Ints, label: Callable[[int], str]) -> KeyColumn:
        """From any codes not below those of NAMELESS; codes with one label become one key."""
        dense, distinct = compress(codes, _LEAST)
        return cls.of_texts(dense, [NAMELESS[code] if code < 0 else label(code) for code in distinct.tolist()])

    @classmethod
    def of_texts(cls, dense: Ints, texts: Sequence[str]) -> KeyColumn:
        """From indices in texts, which may repeat."""
        labels = sorted(set(texts), key=str.encode)
        index = {text: at for at, text in enumerate(labels)}
        table = np.array([index[text] for text in texts], dtype=np.int32)
        return cls(table[dense] if len(table) else dense, labels)


@dataclass(frozen=True, slots=True)
class AttributedUsage:
    """Parts of selected usage rows, with the allocations that they went through; None: not asked for."""

    snapshot: Snapshot
    params: Params
    selection: UsageSelection
    parts: UsageParts
    links: HolderLinks
    owners: OwnerAllocation | None
    teams: Allocation | None
    servers: ServerAllocation | None
    data_sources: Allocation | None

    def keys(self, name: str) -> KeyColumn:
        """The keys of one dimension."""
        if name in NODE_DIMENSIONS:
            return KeyColumn.of(self._nodes(name), self.snapshot.ids.__getitem__)
        if name in CALENDAR:
            return self._calendar(name)
        if name == "provider":
            return self._provider()
        return self._owner_state() if name == "owner_state" else self._property_of_owner(name)

    def _nodes(self, name: str) -> Ints:
        """The node of each part in a dimension of nodes, or a code of NAMELESS."""
        usage, share = self.selection.usage, self.parts.share
        if name == "identity":
            return self._owners().allocation.target[share["owner"]]
        if name == "team":
            assert self.teams is not None
            return self._or_tagged(self.teams.target[share["team"]], teams_of_rows(self.snapshot))
        if name == "mcp_server":
            assert self.servers is not None
            return self.servers.allocation.target[share["server"]]
        if name == "data_source":
            assert self.data_sources is not None
            return self.data_sources.target[share["data"]]
        if name == "account":
            return self._account()
        column, kind = {
            "credential": (usage.principal, "Credential"),
            "application": (usage.application, "Application"),
            "workspace": (usage.workspace, "Group"),
            "model": (usage.resource, "Model"),
        }[name]
        return self._of_kind(column, kind)

    def _column(self, column: I4) -> I4:
        """A column of the usage table, for each part."""
        return self.parts.of_row(self.selection.of(column))

    def _or_tagged(self, codes: Ints, tagged: I4 | None) -> Ints:
        """Codes, and where they are UNATTRIBUTED, what the row itself names, if anything."""
        if tagged is None or self.selection.usage is not self.snapshot.usage:
            return codes
        return np.where(codes == UNATTRIBUTED, self._column(tagged), codes)

    def _of_kind(self, column: I4, kind: str) -> I4:
        """A column's nodes where they are of a kind, else UNATTRIBUTED."""
        table = np.full(self.snapshot.count + 1, UNATTRIBUTED, dtype=np.int32)
        nodes = np.flatnonzero(self.snapshot.nodes.of(kind))
        table[nodes] = nodes
        return table[self._column(column)]

    def _owners(self) -> OwnerAllocation:
        assert self.owners is not None
        return self.owners

    def _account(self) -> I4:
        usage = self.selection.usage
        principals = self.selection.principal
        codes, principal = self._of_kind(principals, "Account"), self._column(principals)
        is_key = self.snapshot.nodes.of("Credential", nodes=np.maximum(principal, 0))
        rows = np.flatnonzero((principal >= 0) & is_key)
        if len(rows):
            pairs = node_days(principal[rows], self._column(usage.day)[rows])
            codes[rows] = self.links.account_of(pairs.node, pairs.day, unsure=SHARED)[pairs.of]
        return codes

    def _property_of_owner(self, name: str) -> KeyColumn:
        """A property of the owner as the row's day left it."""
        owners = self._owners()
        person = owners.allocation.target
        codes: Ints = person.copy()
        named = np.flatnonzero(person >= 0)
        codes[named] = codes_at_end_of(self.snapshot.timeline(name), person[named], owners.day[named])
        codes, tags = codes[self.parts.share["owner"]], row_tags(self.snapshot)
        if name == "cost_center" and tags is not None and self.selection.usage is self.snapshot.usage:
            names = np.append(self.snapshot.column("name", self.snapshot.built_at), np.int32(UNATTRIBUTED))
            codes = self._or_tagged(codes, names[tags.cost_center])
        return KeyColumn.of(codes, lambda code: str(self.snapshot.value(code)))

    def _provider(self) -> KeyColumn:
        column = self.snapshot.column("provider", self.params.as_of)

        def label(model: int) -> str:
            provider = self.snapshot.value(int(column[model]))
            return str(provider) if provider else split_id(self.snapshot.ids[model])[1]

        return KeyColumn.of(self._nodes("model"), label)

    def _owner_state(self) -> KeyColumn:
        states = np.append(owner_states(self.snapshot, self.params.as_of) + 1, UNATTRIBUTED).astype(np.int32)
        return KeyColumn.of(states[self._column(self.selection.usage.principal)], _OWNER_STATES.__getitem__)

    def _calendar(self, name: str) -> KeyColumn:
        """Texts are made once per day of the window, not per part."""
        column = self._column(self.selection.usage.day)
        dense, days = compress(column, int(column.min(initial=0)))
        return KeyColumn.of_texts(dense, [calendar_key(name, day) for day in days.tolist()])


def calendar_key(name: str, day: int) -> str:
    """The key of a day in the dimension day, week or month: 2026-09-10, 2026-W37, 2026-09."""
    if name == "day":
        return write_day(day)
    if name == "month":
        return write_day(day)[:7]
    year, week, _ = date_of(day).isocalendar()
    return f"{year:04d}-W{week:02d}"


def matching(usage: AttributedUsage, wanted: Mapping[str, Sequence[str]]) -> Bool:
    """Which parts have, in each dimension, one of the wanted keys."""
    mask = np.ones(len(usage.parts.measures["cost"]), dtype=bool)
    for name, texts in wanted.items():
        check_deadline()
        keys = usage.keys(name)
        chosen = set(key_texts(usage.snapshot, name, texts, keys.labels))
        mask &= np.array([label in chosen for label in keys.labels] or [False])[keys.code]
    return mask


def key_texts(snapshot: Snapshot, name: str, texts: Sequence[str], labels: Sequence[str] = ()) -> list[str]:
    """Keys as answers write them, of texts in any letter case: of nodes the canonical id.

    `labels`: the keys that there are, of which an ambiguous text means the one it fits. Raises UnknownName or AmbiguousName.
    """
    return [_key_text(snapshot, name, (text.strip(), at), labels) for at, text in enumerate(texts)]


def _key_text(snapshot: Snapshot, name: str, written: tuple[str, int], labels: Sequence[str]) -> str:
    text, at = written
    folded = text.casefold()
    if text in labels or folded in NAMELESS.values():
        return text if text in labels else folded
    if name not in NODE_DIMENSIONS:
        # Of days and states every key is known, whether or not it is there.
        keys = [label for label in labels if label.casefold() == folded]
        if len(keys) > 1:
            raise AmbiguousName(text, keys).in_argument("filters", name, at)
        return keys[0] if keys else text.upper() if name == "week" else text
    try:
        return snapshot.ids[find_node(snapshot, text, "filters", name, at, kinds=(_KINDS[name],))]
    except AmbiguousName as ambiguous:
        keys = [candidate for candidate in ambiguous.candidates if candidate in labels]
        if len(keys) != 1:
            raise
        return keys[0]


def group(usage: AttributedUsage, currency: str) -> CostRows:
    """The parts under their keys, greatest amounts first, ties by key."""
    parts = usage.parts
    by, groups, count = numbered(usage, usage.params.by)
    counters = {name: column for name, column in parts.measures.items() if name != "cost"}
    sums = _amounts(usage, groups, count)
    sums |= {name: int_sums(groups, column, count, parts.bound[name]) for name, column in counters.items()}
    sums["basis"] = _basis(usage, groups, count)
    sample = np.zeros(count, dtype=np.int64)
    sample[groups] = np.arange(len(groups))
    codes = {name: keys.code[sample] for name, keys in by.items()}
    order = _by_amounts([sums[name] for name in AMOUNTS], [codes[name] for name in usage.params.by])
    return CostRows(
        {name: keys.labels for name, keys in by.items()},
        {name: column[order] for name, column in codes.items()},
        {name: column[order] for name, column in sums.items()},
        currency,
    )


def joined(rows: CostRows, seats: CostRows) -> CostRows:
    """Rows of usage and rows of spread seats under their common keys; what a rule spread makes a row mixed."""
    labels: dict[str, Sequence[str]] = {}
    codes: dict[str, Ints] = {}
    number: Ints = np.zeros(len(rows) + len(seats), dtype=np.int64)
    for name in rows.labels:
        keys = sorted({*rows.labels[name], *seats.labels[name]}, key=str.encode)
        index = {text: at for at, text in enumerate(keys)}
        columns = [
            np.array([index[text] for text in side.labels[name]] or [0], dtype=np.int64)[side.codes[name]]
            for side in (rows, seats)
        ]
        labels[name], codes[name] = keys, np.concatenate(columns)
        number, _ = compress(number * np.int64(len(keys)) + codes[name], 0)
    groups, distinct = compress(number, 0)
    count = len(distinct)
    sums: dict[str, Any] = {}
    for name in sorted(rows.sums.keys() | seats.sums.keys()):
        columns = [side.sums.get(name, np.zeros(len(side), dtype=np.int64)) for side in (rows, seats)]
        sums[name] = int_sums(groups, np.concatenate(columns), count)
    basis = np.zeros(count, dtype=np.int64)
    basis[groups[: len(rows)]] = rows.sums["basis"]
    basis[groups[len(rows) :]] = _MIXED
    sums["basis"] = basis
    sample = np.zeros(count, dtype=np.int64)
    sample[groups] = np.arange(len(groups))
    codes = {name: column[sample] for name, column in codes.items()}
    order = _by_amounts([sums[name] for name in AMOUNTS], list(codes.values()))
    return CostRows(
        labels,
        {name: column[order] for name, column in codes.items()},
        {name: column[order] for name, column in sums.items()},
        rows.currency,
    )


def numbered(usage: AttributedUsage, by: Sequence[str]) -> tuple[dict[str, KeyColumn], Ints, int]:
    """The keys of each part in some dimensions, the number of its combination of keys, and how many there are."""
    columns = {name: usage.keys(name) for name in by}
    number: Ints = np.zeros(len(usage.parts.measures["cost"]), dtype=np.int64)
    count = 1
    for keys in columns.values():
        check_deadline()
        # Dense again before numbers could grow beyond 63 bits: there are never more groups than parts.
        if count * len(keys.labels) > 2**31:
            number, distinct = compress(number, 0)
            count = len(distinct)
        number, count = number * np.int64(len(keys.labels)) + keys.code, count * len(keys.labels)
    groups, distinct = compress(number, 0)
    return columns, groups, len(distinct)


def amount_of_parts(usage: AttributedUsage) -> Ints:
    """Which amount each part is, as graph.snapshot.ledger numbers them."""
    return usage.parts.of_row(usage.selection.amount)


def _amounts(usage: AttributedUsage, groups: Ints, count: int) -> dict[str, Any]:
    """The three amounts per group, by name."""
    # What is none of the three amounts has columns of its own, which nobody asks for.
    width = NONE + 1
    slots = groups.astype(np.int64) * width + amount_of_parts(usage)
    sums = int_sums(slots, usage.parts.measures["cost"], count * width, usage.parts.bound["cost"]).reshape(count, width)
    return {name: sums[:, amount].copy() for amount, name in enumerate(AMOUNTS)}


# What a part's amount is: what a provider billed, what a table priced, or a share of a bill that a rule split.
_BILLED, _TABLE, _SPLIT = range(3)
_MIXED, _UNPRICED = BASES.index("mixed"), BASES.index(UNPRICED)


def _basis(usage: AttributedUsage, groups: Ints, count: int) -> I8:
    """The basis of the first amount that each group has, as a number of BASES."""
    parts, width = usage.parts, NONE + 1
    kind = (parts.of_row(usage.selection.of(usage.selection.usage.basis)) != 0).astype(np.int8)
    if parts.is_share is not None:
        kind[(kind == _BILLED) & parts.is_share] = _SPLIT
    flat = np.zeros(count * width * 3, dtype=bool)
    flat[(groups.astype(np.int64) * width + amount_of_parts(usage)) * 3 + kind] = True
    present = flat.reshape(count, width, 3)[:, : len(AMOUNTS)]
    has = present.any(axis=-1)
    kinds = present[np.arange(count), has.argmax(axis=-1)]
    alone = kinds.sum(axis=1) == 1
    basis = np.full(count, _MIXED, dtype=np.int64)
    for plain in (_BILLED, _TABLE):
        basis[alone & kinds[:, plain]] = plain
    basis[~has.any(axis=-1)] = _UNPRICED
    return basis


def _by_amounts(amounts: Sequence[I8], codes: Sequence[Ints]) -> I8:
    """By cost, estimate and included down, then by keys; labels are sorted, so their codes are."""
    if all(column.dtype != object for column in amounts):
        return np.lexsort((*reversed(codes), *(-column for column in reversed(amounts))))
    columns = [[-nano for nano in column.tolist()] for column in amounts] + [column.tolist() for column in codes]
    keys = list(zip(*columns, strict=True))
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)
