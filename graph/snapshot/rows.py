"""Rows of edges, usage and charges between canonical nodes, and the sorted tables that they and listings of nodes become."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.moment import ALWAYS, DAY, NEVER
from graph.ontology import EDGE_CODES
from graph.snapshot.canonical_ids import CanonicalIds
from graph.snapshot.columns import I4, I8, U1, Bool, Rows, differs, offsets_of, pair_keys, unpack_pairs
from graph.snapshot.leavers import ends_of_leavers
from graph.snapshot.tables import USED_TAIL, ChargeTable, EdgeTable, ListingTable, UsageTable, runs_of_use
from graph.stores.base import ChargeClaims, Claims, UsageClaims

Column = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class EdgeRows:
    """Edges in any order, columns as in EdgeTable; `alias`: the text under which a configuration names the target."""

    source: I4
    kind: U1
    target: I4
    permission: U1
    since: I8
    until: I8
    claimed_by: I4
    evidence: I4
    alias: I4
    first_seen: I8

    def of(self, *kinds: str) -> Bool:
        """Whether each edge is of one of these kinds."""
        return np.isin(self.kind, [EDGE_CODES[kind] for kind in kinds])

    def take(self, rows: Rows | Bool) -> EdgeRows:
        """Some of these rows."""
        return _take(self, rows)

    def plus(self, *others: EdgeRows) -> EdgeRows:
        """These rows and others."""
        parts = (self, *others)
        names = [column.name for column in dataclasses.fields(self)]
        return EdgeRows(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


def claimed_edges(claims: Claims, ids: CanonicalIds, sources: I4) -> EdgeRows:
    """All claimed edges between canonical nodes, without empty intervals; `sources`: the number of each claims' source."""
    edges = claims.edges
    until = ends_of_leavers(claims, ids)
    is_valid = edges.since < until
    used = (edges.kind == EDGE_CODES["USED"]) & (until < NEVER - USED_TAIL)
    until[used] += USED_TAIL
    rows = EdgeRows(
        source=ids.node_of[edges.source],
        kind=edges.kind,
        target=ids.node_of[edges.target],
        permission=edges.permission,
        since=edges.since,
        until=until,
        claimed_by=sources[edges.claimed_by],
        evidence=edges.evidence,
        alias=edges.alias,
        first_seen=edges.first_seen,
    )
    return _take(rows, is_valid)


def used_edges(usage: UsageClaims) -> EdgeRows:
    """One USED edge per run of use of a (principal, resource): from its first day until 30 days after its last."""
    rows = np.flatnonzero(usage.principal >= 0)
    pairs = pair_keys(usage.principal[rows], usage.resource[rows])
    order = np.lexsort((usage.claimed_by[rows], usage.day[rows], pairs))
    rows, pairs = rows[order], pairs[order]
    days = usage.day[rows].astype(np.int64)
    first, last = runs_of_use(pairs, days)
    count = len(first)
    principals, resources = unpack_pairs(pairs[first])
    return EdgeRows(
        source=principals,
        kind=np.full(count, EDGE_CODES["USED"], dtype=np.uint8),
        target=resources,
        permission=np.zeros(count, dtype=np.uint8),
        since=days[first] * DAY,
        until=(days[last] + 1) * DAY + USED_TAIL,
        claimed_by=usage.claimed_by[rows][first],
        evidence=np.full(count, -1, dtype=np.int32),
        alias=np.full(count, -1, dtype=np.int32),
        first_seen=days[first] * DAY,
    )


def edge_table(rows: EdgeRows, count: int) -> EdgeTable:
    """The edges between `count` nodes in the table's order, equal ones once."""
    pairs = pair_keys(rows.source, rows.target)
    order = np.argsort(pairs, kind="stable")
    pairs = pairs[order]
    # Few pairs have several edges: only those are sorted by all the other columns too.
    repeated = ~differs(pairs)
    touched = repeated.copy()
    touched[:-1] |= repeated[1:]
    among = np.flatnonzero(touched)
    if len(among):
        part = order[among]
        keys = (rows.first_seen, rows.evidence, rows.claimed_by, rows.until, rows.since, rows.permission, rows.kind)
        order[among] = part[np.lexsort((*(key[part] for key in keys), pairs[among]))]
    rows = _take(rows, order)
    columns = {column.name: getattr(rows, column.name) for column in dataclasses.fields(rows) if column.name != "alias"}
    repeated &= ~differs(*columns.values())
    if repeated.any():
        columns = {name: column[~repeated] for name, column in columns.items()}
    return EdgeTable(
        **columns,
        out_offsets=offsets_of(columns["source"], count),
        in_rows=np.argsort(columns["target"], kind="stable").astype(np.int32),
        in_offsets=offsets_of(columns["target"], count),
    )


def canonical_usage(claims: Claims, ids: CanonicalIds, sources: I4) -> UsageClaims:
    """Usage rows whose nodes are canonical and whose sources are `sources`."""
    usage, node_of = claims.usage, np.append(ids.node_of, np.int32(-1))
    return dataclasses.replace(
        usage,
        claimed_by=sources[usage.claimed_by] if len(usage.claimed_by) else usage.claimed_by,
        principal=node_of[usage.principal],
        resource=node_of[usage.resource],
        application=node_of[usage.application],
        workspace=node_of[usage.workspace],
    )


def canonical_charges(claims: Claims, ids: CanonicalIds, sources: I4) -> ChargeClaims:
    """Charges whose nodes are canonical and whose sources are `sources`."""
    charges = claims.charges
    if not len(charges.claimed_by):
        return charges
    return dataclasses.replace(
        charges, claimed_by=sources[charges.claimed_by], application=ids.node_of[charges.application]
    )


def usage_table(rows: UsageClaims, count: int) -> UsageTable:
    """The usage rows in the table's order, with the index of `count` principals."""
    columns = _columns(rows)
    keys = [columns[name] for name in columns if name not in ("day", "tokens")]
    columns = _sorted(columns, [*rows.tokens.T, *keys], rows.day)
    by_principal = np.argsort(columns["principal"], kind="stable")
    named = by_principal[np.searchsorted(columns["principal"][by_principal], 0) :]
    columns["chargeable"] = columns["chargeable"].astype(bool)
    return UsageTable(
        **columns,
        principal_offsets=offsets_of(columns["principal"][named], count),
        rows_by_principal=named.astype(np.int32),
    )


def charge_table(rows: ChargeClaims) -> ChargeTable:
    """The charges in the table's order."""
    columns = _columns(rows)
    columns = _sorted(columns, [columns[name] for name in columns if name != "first_day"], rows.first_day)
    return ChargeTable(**columns)


def listing_table(claims: Claims, node: I4, claimed_by: I4) -> ListingTable:
    """The listings of every (node, source) that has one with a beginning or an end; of all others there is no row.

    A source whose listing of a node ended before it began never listed it: from NEVER until NEVER.

    `node` and `claimed_by` are canonical, per node claim. Versions of a node that follow each other without a gap are one
    listing. O(claims), vectorised.
    """
    nodes = claims.nodes
    valid = nodes.since < nodes.until
    bounded = valid & ((nodes.since != ALWAYS) | (nodes.until != NEVER))
    pairs = pair_keys(node, claimed_by)
    rows = (
        np.flatnonzero(valid & np.isin(pairs, np.unique(pairs[bounded])))
        if bounded.any()
        else np.zeros(0, dtype=np.int64)
    )
    order = np.lexsort((nodes.until[rows], nodes.since[rows], pairs[rows]))
    rows = rows[order]
    since, until, keys = nodes.since[rows], nodes.until[rows], pairs[rows]
    ends, rank = np.unique(until, return_inverse=True)
    # The greatest end so far within a pair: pairs ascend, so a later pair's is always greater.
    group = np.cumsum(differs(keys)) - 1
    furthest = np.maximum.accumulate(group * (len(ends) + 1) + rank) - group * (len(ends) + 1) if len(rows) else rank
    begins = differs(keys)
    begins[1:] |= since[1:] > ends[furthest[:-1]]
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(rows))[: len(first)] - 1
    until = ends[furthest[last]]
    opened = nodes.first_seen if nodes.opened is None else nodes.opened
    has_bound = (since[first] != ALWAYS) | (until != NEVER)
    first, until = first[has_bound], until[has_bound]
    rows, since = rows[first], since[first]
    never = np.flatnonzero(~valid)
    never = never[~np.isin(pairs[never], pairs[valid])]
    never = never[np.unique(pairs[never], return_index=True)[1]]
    rows = np.concatenate((rows, never))
    order = np.argsort(pairs[rows], kind="stable")
    rows, nothing = rows[order], np.full(len(never), NEVER, dtype=np.int64)
    return ListingTable(
        node=node[rows].astype(np.int32),
        claimed_by=claimed_by[rows].astype(np.int32),
        since=np.concatenate((since, nothing))[order],
        until=np.concatenate((until, nothing))[order],
        first_seen=opened[rows],
    )


def distinct_pairs(left: I4 | U1, right: I4) -> tuple[I4, I4]:
    """The different pairs of two columns of indices or codes (none negative), in order."""
    return unpack_pairs(np.unique(pair_keys(left, right)))


def _columns(rows: UsageClaims | ChargeClaims) -> dict[str, Column]:
    return {column.name: getattr(rows, column.name) for column in dataclasses.fields(rows)}


def _sorted(columns: dict[str, Column], keys: Sequence[Column], lead: I4) -> dict[str, Column]:
    """The rows in order of `lead`, then of the last key, the last but one, and so on."""
    # A column that is the same in every row, as most are, orders nothing.
    order = np.lexsort((*(key for key in keys if len(key) and (key != key[0]).any()), lead))
    return {name: column[order] for name, column in columns.items()}


def _take(rows: EdgeRows, which: Rows | Bool) -> EdgeRows:
    return EdgeRows(**{column.name: getattr(rows, column.name)[which] for column in dataclasses.fields(rows)})
