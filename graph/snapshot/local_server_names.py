"""Local server names: which server or tool a principal means by a name that only its own configuration explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.snapshot.columns import I4
from graph.snapshot.context import CompileContext
from graph.snapshot.derive import local_name
from graph.snapshot.rows import EdgeRows


@dataclass(frozen=True, slots=True)
class _Configured:
    """What configurations say.

    `servers`: (who, alias) → server; `holders`: who holds an account or credential; `tools`: (server, tool name) → tool;
    `server_of`: tool → the server that exposes it; `names` of servers and tools.
    """

    ids: Sequence[str]
    names: Mapping[int, str]
    servers: Mapping[tuple[int, str], int]
    holders: Mapping[int, Sequence[int]]
    tools: Mapping[tuple[int, str], int]
    server_of: Mapping[int, int]

    @classmethod
    def of(cls, context: CompileContext, texts: Sequence[str]) -> _Configured:
        spans = [span for kind in ("McpServer", "McpTool") for span in context.spans("name", kind)]
        names = {node: value for node, value, _, _ in spans}
        tools, server_of = _exposed(context, names)
        servers, holders = _servers(context.edges, texts), _holders(context.edges)
        return cls(context.ids, names, servers, holders, tools, server_of)

    def resource(self, principal: int, named: int) -> int:
        """The server or tool that a principal means by a node that is a name alone; that node where nothing tells."""
        server = self.server_of.get(named, named)
        alias = self._name(server)
        known = [(who, alias) for who in (principal, *self.holders.get(principal, ()))]
        targets = {self.servers[key] for key in known if key in self.servers}
        if len(targets) != 1:
            return named
        target = targets.pop()
        return target if server == named else self.tools.get((target, self._name(named)), target)

    def _name(self, node: int) -> str:
        return self.names.get(node) or local_name(self.ids[node])


def resolve_local_names(context: CompileContext, texts: Sequence[str], principal: I4, resource: I4) -> I4:
    """Resources of usage rows, name-only servers and tools replaced by what the principal's configuration names."""
    spans = [span for kind in ("McpServer", "McpTool") for span in context.spans("name_only", kind)]
    name_only = {node for node, value, _, _ in spans if value}
    rows = np.flatnonzero(np.isin(resource, list(name_only)) & (principal >= 0))
    if not len(rows):
        return resource
    configured = _Configured.of(context, texts)
    resource = resource.copy()
    resolved: dict[tuple[int, int], int] = {}
    for row in rows.tolist():
        pair = (int(principal[row]), int(resource[row]))
        if pair not in resolved:
            resolved[pair] = configured.resource(*pair)
        resource[row] = resolved[pair]
    return resource


def _servers(edges: EdgeRows, texts: Sequence[str]) -> dict[tuple[int, str], int]:
    """(who, alias) → server, from the configurations; an alias that means two servers means none."""
    servers: dict[tuple[int, str], set[int]] = defaultdict(set)
    for row in np.flatnonzero(edges.of("CONNECTS_TO") & (edges.alias >= 0)).tolist():
        servers[int(edges.source[row]), texts[edges.alias[row]]].add(int(edges.target[row]))
    return {key: next(iter(targets)) for key, targets in servers.items() if len(targets) == 1}


def _holders(edges: EdgeRows) -> dict[int, list[int]]:
    """Who holds an account or credential."""
    holders: dict[int, list[int]] = defaultdict(list)
    for row in np.flatnonzero(edges.of("HAS_ACCOUNT", "HAS_CREDENTIAL")).tolist():
        holders[int(edges.target[row])].append(int(edges.source[row]))
    return holders


def _exposed(context: CompileContext, names: Mapping[int, str]) -> tuple[dict[tuple[int, str], int], dict[int, int]]:
    """(server, tool name) → tool, and tool → the server that exposes it."""
    tools: dict[tuple[int, str], int] = {}
    server_of: dict[int, int] = {}
    edges = context.edges
    for row in np.flatnonzero(edges.of("EXPOSES")).tolist():
        server, tool = int(edges.source[row]), int(edges.target[row])
        tools[server, names.get(tool) or local_name(context.ids[tool])] = tool
        server_of[tool] = server
    return tools, server_of
