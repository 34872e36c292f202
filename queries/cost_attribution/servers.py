"""This file knows how model cost is told apart by the MCP servers that its holder called, and by the data behind them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from graph.ontology import NODE_CODES
from graph.snapshot import Snapshot
from queries.cost_attribution.ledger import Selection, counting, rows_between
from queries.cost_attribution.links import DayLinks, Pairs, distinct_pairs, edge_spans
from queries.cost_attribution.owners import Holdings
from queries.cost_attribution.question import NO_MCP_USE, UNATTRIBUTED, UNKNOWN
from queries.cost_attribution.split import Allocation
from queries.usage.int_sums import I8, compress, group_sums

_SERVERS = (NODE_CODES["McpServer"], NODE_CODES["McpTool"])


@dataclass(frozen=True, slots=True)
class Weighed:
    """A fan, the unit of each row, and the day of each unit."""

    unit: Any
    fan: Allocation
    day: I8


class Observed:
    """What was called and read in the window, whatever it cost: the ground on which cost is told apart."""

    def __init__(self, snapshot: Snapshot, holdings: Holdings, days: tuple[int, int]) -> None:
        self.snapshot, self.holdings = snapshot, holdings
        low, high = rows_between(snapshot, *days)
        rows = np.flatnonzero(counting(snapshot, low, high))
        self.usage = Selection(snapshot.arrays, low, high, rows, np.zeros(0, dtype=np.int64))
        self.resource = self.usage.column("resource").astype(np.int64)
        self.principal = self.usage.column("principal").astype(np.int64)
        self.day = self.usage.column("day").astype(np.int64)
        self.requests = self.usage.column("requests")
        self.kind = snapshot.arrays["kind"][self.resource]

    @cached_property
    def exposers(self) -> DayLinks:
        """Tool → the servers that expose it."""
        spans = edge_spans(self.snapshot, "EXPOSES", tails=("McpServer",), forward=False)
        return DayLinks.of(spans, self.snapshot.count)

    @cached_property
    def connected(self) -> DayLinks:
        """Identity, Account or Application → the servers it is connected to."""
        tails = ("Identity", "Account", "Application")
        spans = edge_spans(self.snapshot, "CONNECTS_TO", tails=tails, forward=True)
        return DayLinks.of(spans, self.snapshot.count)

    @cached_property
    def pairs(self) -> Pairs:
        """The (holder, day) pairs of all rows: an account with its credentials is one holder."""
        pairs = distinct_pairs(self.principal, self.day)
        account = self.holdings.account_of(pairs.node, pairs.day, unsure=UNATTRIBUTED)
        together = distinct_pairs(np.where(account >= 0, account, pairs.node), pairs.day)
        return Pairs(together.node, together.day, together.of[pairs.of])

    def server_of(self, nodes: I8, days: I8, holders: I8) -> I8:
        """The server that a server or tool stands for: of several that expose a tool, one that the holder is connected
        to, else the least; UNKNOWN where none exposes it. -1 among `holders`: nobody."""
        found = np.full(len(nodes), UNKNOWN, dtype=np.int64)
        kinds = self.snapshot.arrays["kind"][nodes]
        found[kinds == NODE_CODES["McpServer"]] = nodes[kinds == NODE_CODES["McpServer"]]
        tools = np.flatnonzero(kinds == NODE_CODES["McpTool"])
        nodes, days, holders = nodes[tools], days[tools], holders[tools]
        at, server = self.exposers.join(nodes, days)
        own, owner = self.holdings.owners_of(holders, days)
        width = self.snapshot.count + 1
        mine = [
            own_at * width + to for own_at, to in (self._connections(holders, days), self._through(own, owner, days))
        ]
        near = np.isin(at * width + server, np.concatenate(mine))
        best = np.full(len(nodes), width * 2, dtype=np.int64)
        np.minimum.at(best, at, np.where(near, server, server + width))
        answer = best < width * 2
        found[tools[answer]] = best[answer] % width
        return found

    def _connections(self, nodes: I8, days: I8) -> tuple[I8, I8]:
        return self.connected.join(nodes, days)

    def _through(self, at: I8, owners: I8, days: I8) -> tuple[I8, I8]:
        place, server = self.connected.join(owners, days[at])
        return at[place], server

    @cached_property
    def calls(self) -> tuple[I8, I8, Any]:
        """Calls as (holder-day, server, how many), by holder-day, then server; tools counted for their server."""
        rows = np.flatnonzero(np.isin(self.kind, _SERVERS))
        unit = self.pairs.of[rows]
        server = self.server_of(self.resource[rows], self.day[rows], self.pairs.node[unit])
        return _summed(unit, server, self.requests[rows])

    @cached_property
    def reads(self) -> tuple[I8, Pairs, I8, Any]:
        """Access of servers to data as (server-day, those server-days, data source, how often)."""
        kinds = self.snapshot.arrays["kind"][np.maximum(self.principal, 0)]
        rows = np.flatnonzero(
            (self.kind == NODE_CODES["DataSource"]) & np.isin(kinds, _SERVERS) & (self.principal >= 0)
        )
        server = self.server_of(self.principal[rows], self.day[rows], np.full(len(rows), -1))
        keep = server >= 0
        rows = rows[keep]
        pairs = distinct_pairs(server[keep], self.day[rows])
        unit, data, often = _summed(pairs.of, self.resource[rows], self.requests[rows])
        return unit, pairs, data, often


def server_fan(observed: Observed, selection: Selection) -> Weighed:
    """The servers of each row: what it names itself, else the calls of its holder on that day, the rest ~no_mcp_use.

    A server's weight is its calls, that of the rest what the holder's model requests exceed all calls by.
    """
    principal, resource = selection.column("principal").astype(np.int64), selection.column("resource").astype(np.int64)
    day, kinds = selection.column("day").astype(np.int64), observed.snapshot.arrays["kind"]
    pairs = observed.pairs
    model = observed.kind == NODE_CODES["Model"]
    asked = group_sums(pairs.of[model], observed.requests[model], len(pairs.node))
    unit, server, often = observed.calls
    rest = asked - group_sums(unit, often, len(pairs.node))
    called = np.bincount(unit, minlength=len(pairs.node)) > 0
    idle = np.flatnonzero((rest > 0) | ~called)
    weight = np.concatenate((often, np.where(called, rest, 1)[idle]))
    code = np.concatenate((server, np.full(len(idle), NO_MCP_USE)))
    unit = np.concatenate((unit, idle))
    order = np.lexsort((_rank(code, observed.snapshot.count), unit))
    # Where each row stands: its holder-day, or behind those a unit of its own (server, day).
    holder = _place_in(observed, selection)
    direct = np.isin(kinds[resource], _SERVERS)
    acting = ~direct & (principal >= 0) & np.isin(kinds[np.maximum(principal, 0)], _SERVERS)
    own = np.full(len(day), UNKNOWN, dtype=np.int64)
    who = np.where(holder >= 0, pairs.node[holder], -1)
    own[direct] = observed.server_of(resource[direct], day[direct], who[direct])
    own[acting] = observed.server_of(principal[acting], day[acting], np.full(int(acting.sum()), -1))
    data = ~direct & ~acting & (kinds[resource] != NODE_CODES["Model"])
    own[data] = NO_MCP_USE
    nobody = (principal < 0) & ~direct & ~data
    own[nobody] = UNATTRIBUTED
    apart = direct | acting | data | nobody
    extra = distinct_pairs(own[apart], day[apart])
    holder[apart] = len(pairs.node) + extra.of
    return Weighed(
        unit=holder,
        fan=Allocation.of(
            np.concatenate((unit[order], len(pairs.node) + np.arange(len(extra.node)))),
            np.concatenate((code[order], extra.node)),
            len(pairs.node) + len(extra.node),
            np.concatenate((weight[order], np.ones(len(extra.node), dtype=np.int64))),
        ),
        day=np.concatenate((pairs.day, extra.day)),
    )


def data_fan(observed: Observed, selection: Selection, servers: Weighed) -> tuple[Allocation, I8]:
    """The data behind each leaf of `servers`, and per row the unit that stands for its own data source, or -1.

    A leaf's unit is the leaf. Servers that were not seen reading that day lead to ~unknown.
    """
    fan, count = servers.fan, observed.snapshot.count
    day = servers.day[fan.unit]
    unit, pairs, data, often = observed.reads
    first = min(day.min(initial=0), pairs.day.min(initial=0))
    width = int(max(day.max(initial=0), pairs.day.max(initial=0)) - first) + 1
    keys, wanted = pairs.node * width + (pairs.day - first), fan.code * width + (day - first)
    place = np.searchsorted(keys, wanted)
    seen = np.zeros(len(wanted), dtype=bool)
    if len(keys):
        seen = (keys[np.minimum(place, len(keys) - 1)] == wanted) & (fan.code >= 0)
    offsets = np.searchsorted(unit, np.arange(len(keys) + 1))
    low, size = offsets[place[seen]], offsets[place[seen] + 1] - offsets[place[seen]]
    leaf = np.repeat(np.flatnonzero(seen), size)
    read = np.arange(len(leaf)) - np.repeat(np.cumsum(size) - size, size) + np.repeat(low, size)
    blind = np.flatnonzero(~seen)
    resource = selection.column("resource").astype(np.int64)
    named = observed.snapshot.arrays["kind"][resource] == NODE_CODES["DataSource"]
    dense, found = compress(resource[named], 0)
    own = np.full(len(resource), -1, dtype=np.int64)
    own[named] = len(fan.code) + dense
    units = np.concatenate((leaf, blind, len(fan.code) + np.arange(len(found))))
    lost = np.where(fan.code[blind] >= 0, UNKNOWN, fan.code[blind])
    codes = np.concatenate((data[read], lost, found))
    ones = np.ones(len(blind) + len(found), dtype=np.int64)
    weight = np.concatenate((often[read], ones))
    order = np.lexsort((_rank(codes, count), units))
    return Allocation.of(units[order], codes[order], len(fan.code) + len(found), weight[order]), own


def _place_in(observed: Observed, selection: Selection) -> I8:
    """The holder-day of each selected row; -1 never: the selected rows are among the observed ones."""
    table = np.full(observed.usage.high - observed.usage.low, -1, dtype=np.int64)
    rows = observed.usage.rows
    table[slice(None) if rows is None else rows] = observed.pairs.of
    return np.asarray(table[selection.numbers() - observed.usage.low])


def _summed(unit: Any, node: I8, often: Any) -> tuple[I8, I8, Any]:
    """Equal (unit, node) added up, those that never happened left out; by unit, then node."""
    least = UNKNOWN
    width = int(node.max(initial=0)) - least + 1
    keys, group = np.unique(unit.astype(np.int64) * width + (node - least), return_inverse=True)
    sums = group_sums(group, often, len(keys))
    keys, sums = keys[sums > 0], sums[sums > 0]
    return keys // width, keys % width + least, sums


def _rank(codes: I8, count: int) -> I8:
    """The byte order of keys: nodes by id, behind them ~no_mcp_use, ~unattributed, ~unknown."""
    rank = codes.copy()
    for place, code in enumerate((NO_MCP_USE, UNATTRIBUTED, UNKNOWN)):
        rank[codes == code] = count + place
    return rank
