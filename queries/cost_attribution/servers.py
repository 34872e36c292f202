"""Allocation of model cost to the MCP servers that its holder called, and to the data that they read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, Ints, expand, int_sums, offsets_of
from graph.snapshot.ledger import usage_amounts
from graph.snapshot.principals import attributed_principals
from queries.cost_attribution.allocate import Allocation
from queries.cost_attribution.day_links import DayLinks, NodeDays, edge_intervals, node_days
from queries.cost_attribution.owners import HolderLinks
from queries.cost_attribution.question import NO_MCP_USE, UNATTRIBUTED, UNKNOWN
from queries.cost_attribution.select import UsageSelection
from queries.usage.amounts import compress

_SERVERS = ("McpServer", "McpTool")


@dataclass(frozen=True, slots=True)
class ServerAllocation:
    """How rows are shared by servers: `unit` per row, `day` per unit."""

    unit: I8
    allocation: Allocation
    day: I8


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How often a node was used by a unit: columns of one length, by unit, then node; no count is 0."""

    unit: I8
    node: I8
    count: I8


class ServerActivity:
    """Calls of servers and tools in a window, and reads of data by them, whatever they cost."""

    def __init__(self, snapshot: Snapshot, links: HolderLinks, days: tuple[int, int]) -> None:
        self.snapshot, self.links = snapshot, links
        usage = snapshot.usage
        rows = usage.between(*days)
        amounts = usage_amounts(snapshot)
        chosen = np.flatnonzero(amounts.counts(rows))
        principal = attributed_principals(snapshot)
        self.usage = UsageSelection(
            usage, principal, rows, chosen, np.zeros(0, dtype=np.int64), amounts.code[rows][chosen]
        )
        self.resource = self.usage.of(usage.resource).astype(np.int64)
        self.principal = self.usage.principals()
        self.day = self.usage.of(usage.day).astype(np.int64)
        self.requests = self.usage.of(usage.requests)

    @property
    def exposers(self) -> DayLinks:
        """Tool → the servers that expose it."""
        return self.snapshot.derived(_exposers)

    @property
    def connections(self) -> DayLinks:
        """Identity, Account or Application → the servers it is connected to."""
        return self.snapshot.derived(_connections)

    @cached_property
    def pairs(self) -> NodeDays:
        """The (holder, day) pairs of all rows: an account with its credentials is one holder."""
        pairs = node_days(self.principal, self.day)
        account = self.links.account_of(pairs.node, pairs.day, unsure=UNATTRIBUTED)
        merged = node_days(np.where(account >= 0, account, pairs.node), pairs.day)
        return NodeDays(merged.node, merged.day, merged.of[pairs.of])

    def server_of(self, nodes: I8, days: I8, holders: I8) -> I8:
        """The server that a server or tool stands for: of several that expose a tool, one that the holder is connected
        to, else the least; UNKNOWN where none exposes it. -1 among `holders`: nobody."""
        servers = np.full(len(nodes), UNKNOWN, dtype=np.int64)
        table, width = self.snapshot.nodes, self.snapshot.count + 1
        itself = table.of("McpServer", nodes=nodes)
        servers[itself] = nodes[itself]
        tools = np.flatnonzero(table.of("McpTool", nodes=nodes))
        tool_days, holders = days[tools], holders[tools]
        position, exposer = self.exposers.join(nodes[tools], tool_days)
        connected = np.isin(position * width + exposer, self._connected_keys(holders, tool_days))
        best = np.full(len(tools), width * 2, dtype=np.int64)
        np.minimum.at(best, position, np.where(connected, exposer, exposer + width))
        exposed = best < width * 2
        servers[tools[exposed]] = best[exposed] % width
        return servers

    def _connected_keys(self, holders: I8, days: I8) -> I8:
        """The servers that each holder, or an owner of it, is connected to on its day: position * (nodes + 1) + server."""
        width = self.snapshot.count + 1
        position, server = self.connections.join(holders, days)
        owned, owner = self.links.owners_of(holders, days)
        at, owner_server = self.connections.join(owner, days[owned])
        return np.concatenate((position * width + server, owned[at] * width + owner_server))

    @cached_property
    def calls(self) -> Frequencies:
        """Calls of servers by (holder, day); those of tools count for their server."""
        rows = np.flatnonzero(self.snapshot.nodes.of(*_SERVERS, nodes=self.resource))
        pair = self.pairs.of[rows]
        server = self.server_of(self.resource[rows], self.day[rows], self.pairs.node[pair])
        return _frequencies(pair, server, self.requests[rows])

    @cached_property
    def reads(self) -> tuple[NodeDays, Frequencies]:
        """The (server, day) pairs that read data, and how often each read which data source."""
        nodes = self.snapshot.nodes
        by_server = (self.principal >= 0) & nodes.of(*_SERVERS, nodes=np.maximum(self.principal, 0))
        rows = np.flatnonzero(by_server & nodes.of("DataSource", nodes=self.resource))
        server = self.server_of(self.principal[rows], self.day[rows], np.full(len(rows), -1))
        rows, server = rows[server >= 0], server[server >= 0]
        pairs = node_days(server, self.day[rows])
        return pairs, _frequencies(pairs.of, self.resource[rows], self.requests[rows])


def _exposers(snapshot: Snapshot) -> DayLinks:
    return DayLinks.of(edge_intervals(snapshot, "EXPOSES", sources=("McpServer",), forward=False), snapshot.count)


def _connections(snapshot: Snapshot) -> DayLinks:
    kinds = ("Identity", "Account", "Application")
    return DayLinks.of(edge_intervals(snapshot, "CONNECTS_TO", sources=kinds, forward=True), snapshot.count)


def allocate_servers(activity: ServerActivity, selection: UsageSelection) -> ServerAllocation:
    """The servers of each row: what it names itself, else the calls of its holder on that day, the rest ~no_mcp_use.

    A server's weight is its calls, that of the rest what the holder's model requests exceed all calls by.
    """
    pairs, calls = activity.pairs, activity.calls
    count = len(pairs.node)
    model = activity.snapshot.nodes.of("Model", nodes=activity.resource)
    model_requests = int_sums(pairs.of[model], activity.requests[model], count)
    rest = model_requests - int_sums(calls.unit, calls.count, count)
    called = np.bincount(calls.unit, minlength=count) > 0
    idle = np.flatnonzero((rest > 0) | ~called)
    weight = np.concatenate((calls.count, np.where(called, rest, 1)[idle]))
    target = np.concatenate((calls.node, np.full(len(idle), NO_MCP_USE)))
    unit = np.concatenate((calls.unit, idle))
    order = np.lexsort((_rank(target, activity.snapshot.count), unit))
    # Where each row stands: its (holder, day), or behind those a unit of its own (server, day).
    pair_of_row = _pair_of(activity, selection)
    own = _own_servers(activity, selection, pair_of_row)
    named = np.flatnonzero(own != _SHARED)
    extra = node_days(own[named], selection.of(selection.usage.day)[named])
    pair_of_row[named] = count + extra.of
    return ServerAllocation(
        unit=pair_of_row,
        allocation=Allocation.of(
            np.concatenate((unit[order], count + np.arange(len(extra.node)))),
            np.concatenate((target[order], extra.node)),
            count + len(extra.node),
            np.concatenate((weight[order], np.ones(len(extra.node), dtype=np.int64))),
        ),
        day=np.concatenate((pairs.day, extra.day)),
    )


def without_servers(count: int) -> ServerAllocation:
    """Of rows that no call belongs to, such as parts of seat charges: all of them are ~no_mcp_use."""
    one_unit = Allocation(np.array([0, 1]), np.array([NO_MCP_USE]))
    return ServerAllocation(np.zeros(count, dtype=np.int64), one_unit, np.zeros(1, dtype=np.int64))


# In place of a server: the row is shared by the servers that its holder called.
_SHARED = np.iinfo(np.int64).min


def _own_servers(activity: ServerActivity, selection: UsageSelection, pair_of_row: I8) -> I8:
    """Per row the server, or the code in place of one, that the row alone decides on; _SHARED where it does not."""
    usage, nodes = selection.usage, activity.snapshot.nodes
    principal, resource = selection.principals(), selection.of(usage.resource).astype(np.int64)
    day = selection.of(usage.day).astype(np.int64)
    direct = nodes.of(*_SERVERS, nodes=resource)
    acting = ~direct & (principal >= 0) & nodes.of(*_SERVERS, nodes=np.maximum(principal, 0))
    data = ~direct & ~acting & ~nodes.of("Model", nodes=resource)
    own = np.full(len(day), _SHARED, dtype=np.int64)
    holder = np.where(pair_of_row >= 0, activity.pairs.node[pair_of_row], -1)
    own[direct] = activity.server_of(resource[direct], day[direct], holder[direct])
    own[acting] = activity.server_of(principal[acting], day[acting], np.full(int(acting.sum()), -1))
    own[data] = NO_MCP_USE
    own[(principal < 0) & ~direct & ~data] = UNATTRIBUTED
    return own


def allocate_data_sources(
    activity: ServerActivity, selection: UsageSelection, servers: ServerAllocation
) -> tuple[Allocation, I8]:
    """The data behind each share of a server, and per row the unit that stands for its own data source, or -1.

    The unit of a share is its number. Servers that were not seen reading that day, or by no counted request, lead to
    ~unknown.
    """
    allocation, count = servers.allocation, activity.snapshot.count
    pairs, reads = activity.reads
    pair = _find_pairs(pairs, allocation.target, servers.day[allocation.unit])
    # Reads whose requests are 0, or not counted, weigh nothing: such a server was not seen reading.
    has_reads = np.append(np.bincount(reads.unit, minlength=len(pairs.node)) > 0, False)
    pair = np.where(has_reads[pair], pair, -1)
    seen = np.flatnonzero(pair >= 0)
    position, read = expand(offsets_of(reads.unit, len(pairs.node)), pair[seen])
    unseen = np.flatnonzero(pair < 0)
    resource = selection.of(selection.usage.resource).astype(np.int64)
    is_data = activity.snapshot.nodes.of("DataSource", nodes=resource)
    dense, sources = compress(resource[is_data], 0)
    own = np.full(len(resource), -1, dtype=np.int64)
    own[is_data] = len(allocation.target) + dense
    units = np.concatenate((seen[position], unseen, len(allocation.target) + np.arange(len(sources))))
    unknown = np.where(allocation.target[unseen] >= 0, UNKNOWN, allocation.target[unseen])
    targets = np.concatenate((reads.node[read], unknown, sources))
    weight = np.concatenate((reads.count[read], np.ones(len(unseen) + len(sources), dtype=np.int64)))
    order = np.lexsort((_rank(targets, count), units))
    unit_count = len(allocation.target) + len(sources)
    return Allocation.of(units[order], targets[order], unit_count, weight[order]), own


def _find_pairs(pairs: NodeDays, nodes: I8, days: I8) -> I8:
    """The number of each (node, day) among the pairs, -1 where it is none of them or the node is no node."""
    if not len(pairs.node):
        return np.full(len(nodes), -1, dtype=np.int64)
    first = min(days.min(initial=0), pairs.day.min(initial=0))
    width = int(max(days.max(initial=0), pairs.day.max(initial=0)) - first) + 1
    keys, sought = pairs.node * width + (pairs.day - first), nodes * width + (days - first)
    at = np.minimum(np.searchsorted(keys, sought), len(keys) - 1)
    return np.where((keys[at] == sought) & (nodes >= 0), at, -1)


def _pair_of(activity: ServerActivity, selection: UsageSelection) -> I8:
    """The (holder, day) of each selected row; the selected rows are among those of the activity."""
    start, stop = activity.usage.range.start, activity.usage.range.stop
    table = np.full(stop - start, -1, dtype=np.int64)
    table[activity.usage.chosen] = activity.pairs.of
    part = table[selection.range.start - start : selection.range.stop - start]
    return part if selection.chosen is None else part[selection.chosen]


def _frequencies(unit: Ints, node: I8, count: I8) -> Frequencies:
    """Counts of equal (unit, node) added up."""
    least = UNKNOWN
    width = int(node.max(initial=0)) - least + 1
    keys, group = np.unique(unit.astype(np.int64) * width + (node - least), return_inverse=True)
    sums = int_sums(group, count, len(keys))
    keys, sums = keys[sums > 0], sums[sums > 0]
    return Frequencies(keys // width, keys % width + least, sums)


def _rank(targets: I8, count: int) -> I8:
    """The byte order of keys: nodes by id, behind them ~no_mcp_use, ~unattributed, ~unknown."""
    rank = targets.copy()
    for number, code in enumerate((NO_MCP_USE, UNATTRIBUTED, UNKNOWN)):
        rank[targets == code] = count + number
    return rank
