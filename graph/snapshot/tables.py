"""Tables of a snapshot: nodes, edges, usage and charges as typed numpy columns over the arrays on disk.

Every table is columns of one length. A node is its index in `Tables.ids`; a source of claims (`claimed_by`) is its number
in `Snapshot.sources`; texts and values are indices of `Tables.texts` and `Tables.values`; -1 is none. Moments are
microseconds, intervals [since, until); days count from 1970-01-01. No other module names an array.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
import numpy as np
import numpy.typing as npt

from graph.moment import DAY
from graph.ontology import EDGE_CODES, NODE_CODES
from graph.snapshot.columns import I4, I8, U1, Bool, Ints, Rows, StringTable, TextIndex, Timeline, differs, expand

Arrays = dict[str, npt.NDArray[Any]]
T = TypeVar("T")

# A USED edge conveys until this long after the last day it was seen.
USED_TAIL = 30 * DAY
# Days of use that lie further apart than this leave a gap in which nothing conveys.
_DAYS_JOINED = USED_TAIL // DAY + 1
_DAYS = np.iinfo(np.int32)


@dataclass(frozen=True, slots=True)
class NodeTable:
    """One row per node, by index.

    `known`: some source lists the node itself, not only an edge to it. `grants_covered`, `usage_covered`: a source that
    lists it claims all grants on it, or all usage of it.
    """

    kind: U1
    known: Bool
    grants_covered: Bool
    usage_covered: Bool

    def __len__(self) -> int:
        return len(self.kind)

    def of(self, *kinds: str, nodes: Rows | None = None) -> Bool:
        """Whether each node (each of `nodes`, if given) is of one of these kinds."""
        return _is_any(self.kind if nodes is None else self.kind[nodes], [NODE_CODES[kind] for kind in kinds])


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """One row per edge and interval, sorted by source, target, kind, permission, since, until, claimed_by, evidence.

    `permission` 0: not said. The rows that leave node n are [out_offsets[n], out_offsets[n + 1]); those that end at it
    are `in_rows[in_offsets[n]:in_offsets[n + 1]]`, ascending.
    """

    source: I4
    kind: U1
    target: I4
    permission: U1
    since: I8
    until: I8
    claimed_by: I4
    evidence: I4
    first_seen: I8
    out_offsets: I8
    in_rows: I4
    in_offsets: I8

    def __len__(self) -> int:
        return len(self.kind)

    def valid_at(self, moment: int, rows: Rows | None = None) -> Bool:
        """Whether each edge (each of `rows`, if given) holds at a moment."""
        if rows is None:
            return (self.since <= moment) & (moment < self.until)
        return (self.since[rows] <= moment) & (moment < self.until[rows])

    def of(self, *kinds: str, rows: Rows | None = None) -> Bool:
        """Whether each edge (each of `rows`, if given) is of one of these kinds."""
        return _is_any(self.kind if rows is None else self.kind[rows], [EDGE_CODES[kind] for kind in kinds])

    def outgoing(self, nodes: Ints) -> I8:
        """The rows that leave these nodes, node by node in the order given."""
        return expand(self.out_offsets, nodes)[1]

    def incoming(self, nodes: Ints) -> I4:
        """The rows that end at these nodes, node by node in the order given."""
        return self.in_rows[expand(self.in_offsets, nodes)[1]]


@dataclass(frozen=True, slots=True)
class UsageTable:
    """One row per usage row, sorted by day, then by all other columns.

    `tokens` has one column per TOKEN_COUNTERS. `cost` is nano-units of `currency` (a text), meaningful where that is not
    -1. `basis` indexes COST_BASES, `priced_on` is a day. The rows of principal n, by day, are
    `rows_by_principal[principal_offsets[n]:principal_offsets[n + 1]]`.
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
    chargeable: Bool
    detail: I4
    principal_offsets: I8
    rows_by_principal: I4

    def __len__(self) -> int:
        return len(self.day)

    def between(self, first_day: int, last_day: int) -> slice:
        """The rows of the days from `first_day` to `last_day`, both inclusive."""
        # Looked up in the column's own type: in another, numpy would copy the whole column first.
        days = np.clip((first_day, last_day + 1), _DAYS.min, _DAYS.max).astype(self.day.dtype)
        low, high = np.searchsorted(self.day, days).tolist()
        return slice(low, max(low, high))

    def of(self, principals: Ints) -> I4:
        """The rows of these principals, one principal after the other, each by day."""
        return self.rows_by_principal[expand(self.principal_offsets, principals)[1]]


@dataclass(frozen=True, slots=True)
class ChargeTable:
    """One row per charge, sorted by first day, then by all other columns. `category` indexes CHARGE_CATEGORIES."""

    claimed_by: I4
    application: I4
    first_day: I4
    last_day: I4
    category: U1
    cost: I8
    currency: I4
    description: I4

    def __len__(self) -> int:
        return len(self.cost)

    def overlapping(self, first_day: int, last_day: int) -> Bool:
        """Whether each charge covers any day from `first_day` to `last_day`, both inclusive."""
        return (self.first_day <= last_day) & (self.last_day >= first_day)


@dataclass(frozen=True, slots=True)
class DescriptionTable:
    """Which source lists which node itself: distinct pairs, sorted by node."""

    node: I4
    claimed_by: I4

    def nodes_of(self, source: int) -> I4:
        """The nodes that a source lists, ascending."""
        nodes: I4 = self.node[self.claimed_by == source]
        return nodes

    def sources_of(self, node: int) -> list[int]:
        """The numbers of the sources that list a node, ascending."""
        low, high = np.searchsorted(self.node, np.array((node, node + 1), dtype=self.node.dtype))
        numbers: list[int] = self.claimed_by[low:high].tolist()
        return numbers


@dataclass(frozen=True, slots=True)
class ListingTable:
    """From when until when a source lists a node, sorted by node, source and since.

    Only of a (node, source) of DescriptionTable that was not listed at all times: without a row here it always was. From
    NEVER until NEVER: never.
    `first_seen`: the moment of the run in which the listing began.
    """

    node: I4
    claimed_by: I4
    since: I8
    until: I8
    first_seen: I8


@dataclass(frozen=True, slots=True)
class UsageCoverageTable:
    """Distinct pairs (kind of resource, application) of the usage rows of sources that claim all usage."""

    kind: I4
    application: I4

    def kinds_of(self, applications: Ints) -> Ints:
        """The kinds of resources whose usage is covered in any of these applications."""
        return np.unique(self.kind[np.isin(self.application, applications)])

    def applications_of(self, kind: int) -> I4:
        """The applications in which usage of this kind of resource is covered."""
        applications: I4 = self.application[self.kind == kind]
        return applications


# How the arrays of a table are called: a prefix and the column's name, or another name.
_ARRAYS: dict[type, tuple[str, dict[str, str]]] = {
    NodeTable: ("", {"grants_covered": "grants_vouched", "usage_covered": "usage_vouched"}),
    EdgeTable: (
        "edge.",
        {
            "source": "edge.tail",
            "target": "edge.head",
            "claimed_by": "edge.source",
            "out_offsets": "out",
            "in_rows": "into.edge",
            "in_offsets": "into",
        },
    ),
    UsageTable: (
        "usage.",
        {"claimed_by": "usage.source", "principal_offsets": "usage.of", "rows_by_principal": "usage.row"},
    ),
    ChargeTable: ("charge.", {"claimed_by": "charge.source"}),
    DescriptionTable: ("described.", {"claimed_by": "described.source"}),
    ListingTable: ("listed.", {"claimed_by": "listed.source"}),
    UsageCoverageTable: ("reported.", {}),
}


@dataclass(frozen=True, slots=True)
class Tables:
    """All columns of one generation. Nodes are numbered in byte order of their canonical ids.

    `members`: every other id of a node; `emails`: every address that an account or a person has or had, lower-cased.
    `values`: property values as canonical JSON; `properties`: their histories by name; `modes`: what each node lets
    through (graph.snapshot.nodes); `texts`: evidence, currencies, details, descriptions.
    """

    nodes: NodeTable
    edges: EdgeTable
    usage: UsageTable
    charges: ChargeTable
    descriptions: DescriptionTable
    listings: ListingTable
    usage_coverage: UsageCoverageTable
    ids: StringTable
    values: StringTable
    texts: StringTable
    members: TextIndex
    emails: TextIndex
    modes: Timeline
    properties: Mapping[str, Timeline]

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Tables:
        """Tables over arrays by name, without copying; memory maps become plain arrays, which are faster to index."""
        plain = {name: array.view(np.ndarray) for name, array in arrays.items()}
        names = [name[len("prop.") : -len(".node")] for name in plain if _is_property(name)]
        return cls(
            nodes=_table(NodeTable, plain),
            edges=_table(EdgeTable, plain),
            usage=_table(UsageTable, plain),
            charges=_table(ChargeTable, plain),
            descriptions=_table(DescriptionTable, plain),
            listings=_table(ListingTable, plain),
            usage_coverage=_table(UsageCoverageTable, plain),
            ids=_strings(plain, "ids"),
            values=_strings(plain, "values"),
            texts=_strings(plain, "texts"),
            members=TextIndex(_strings(plain, "members"), plain["members.place"]),
            emails=TextIndex(_strings(plain, "emails"), plain["emails.place"]),
            modes=_timeline(plain, "mode"),
            properties={name: _timeline(plain, f"prop.{name}") for name in names},
        )

    def arrays(self) -> Arrays:
        """The arrays by name, as they are written to disk and as the digest covers them."""
        arrays: Arrays = {}
        described = (self.descriptions, self.listings, self.usage_coverage)
        for table in (self.nodes, self.edges, self.usage, self.charges, *described):
            for column, name in _array_names(type(table)).items():
                array = getattr(table, column)
                # Flags are stored as bytes of 0 and 1.
                arrays[name] = array.view(np.uint8) if array.dtype == bool else array
        strings = {"ids": self.ids, "values": self.values, "texts": self.texts}
        strings |= {"members": self.members.texts, "emails": self.emails.texts}
        for name, texts in strings.items():
            arrays |= {f"{name}.blob": texts.blob, f"{name}.offsets": texts.offsets}
        arrays |= {"members.place": self.members.node, "emails.place": self.emails.node}
        timelines = {"mode": self.modes} | {f"prop.{name}": timeline for name, timeline in self.properties.items()}
        for name, timeline in timelines.items():
            arrays |= {f"{name}.node": timeline.node, f"{name}.start": timeline.start, f"{name}.code": timeline.code}
        return arrays

    def value_code(self, value: object) -> int:
        """The code of a property value, or -2 (which no column holds) where no node ever had it."""
        code = self.values.find(msgspec.json.encode(value, order="sorted").decode())
        return code if code >= 0 else -2

    def property_at(self, name: str, moment: int) -> I4:
        """A property of every node at a moment, as value codes; -1 where it is not known."""
        timeline = self.properties.get(name)
        return (
            np.full(len(self.nodes), -1, dtype=np.int32) if timeline is None else timeline.at(moment, len(self.nodes))
        )


def _is_any(column: Ints, codes: Iterable[int]) -> Bool:
    """Whether each entry is one of these codes; comparing with each beats a table of flags, whose index numpy widens."""
    match = np.zeros(len(column), dtype=bool)
    for code in codes:
        match |= column == code
    return match


def _is_property(name: str) -> bool:
    return name.startswith("prop.") and name.endswith(".node")


def _table(table: type[T], arrays: Arrays) -> T:
    flags = {column.name for column in dataclasses.fields(table) if column.type == "Bool"}  # type: ignore[arg-type]
    columns = {column: arrays[name] for column, name in _array_names(table).items()}
    return table(**{name: array.view(np.bool_) if name in flags else array for name, array in columns.items()})


def _array_names(table: type[Any]) -> dict[str, str]:
    """The array's name of each column."""
    prefix, names = _ARRAYS[table]
    columns = [column.name for column in dataclasses.fields(table)]
    return {column: names.get(column, prefix + column) for column in columns}


def _strings(arrays: Arrays, name: str) -> StringTable:
    return StringTable(arrays[f"{name}.blob"], arrays[f"{name}.offsets"])


def _timeline(arrays: Arrays, name: str) -> Timeline:
    return Timeline(arrays[f"{name}.node"], arrays[f"{name}.start"], arrays[f"{name}.code"])


def runs_of_use(pairs: I8, days: I8) -> tuple[I8, I8]:
    """The first and the last row of each run of use; rows are sorted by pair and day.

    A run ends where the next day of use begins only after what the day before it conveys has ended.
    """
    begins = differs(pairs)
    begins[1:] |= days[1:] - days[:-1] > _DAYS_JOINED
    first = np.flatnonzero(begins)
    return first, np.append(first[1:], len(pairs))[: len(first)] - 1
