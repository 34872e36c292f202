"""MCP connections: who is connected to which MCP server, with which secrets, and whether it was seen in use."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from graph.moment import write_day
from graph.snapshot import Snapshot
from graph.snapshot.columns import Bool
from queries.liveness import all_uses
from queries.subject import held_by, names_of
from queries.vocabulary import Day, NodeId, NodeKind


@dataclass(frozen=True, slots=True)
class McpConnection:
    """One principal that is connected to one MCP server.

    `secrets`: the credentials and accounts that the server runs as, or that the principal sends to it; `last_used`: the
    last day on which the principal, or what it holds, was seen using the server or a tool of it.
    """

    principal: NodeId
    """The id of who is connected."""
    principal_kind: NodeKind
    """What kind of node that is."""
    principal_name: str
    """Its name at the moment."""
    server: NodeId
    """The id of the MCP server."""
    server_name: str
    """The server's name at the moment."""
    approval: str
    """Whether the server is approved, unreviewed or blocked."""
    secrets: tuple[NodeId, ...]
    """The credentials and accounts that the server runs as, or that the principal sends to it."""
    last_used: Day | None
    """The last day on which the principal, or what it holds, was seen using it."""


def connections(snapshot: Snapshot, servers: Bool, approvals: dict[int, str], moment: int) -> tuple[McpConnection, ...]:
    """The connections to some servers at a moment, by principal, then server. `approvals`: of each such server."""
    edges = snapshot.edges
    rows = np.flatnonzero(edges.of("CONNECTS_TO") & edges.valid_at(moment))
    rows = rows[servers[edges.target[rows]]]
    evidence: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    for row in rows.tolist():
        text = snapshot.text(int(edges.evidence[row])) or ""
        pair = (int(edges.source[row]), int(edges.target[row]))
        evidence[pair].append((int(edges.claimed_by[row]), text.partition("; ")[0]))
    pairs = np.array(sorted(evidence), dtype=np.int64).reshape(-1, 2)
    names = [names_of(snapshot, column, moment) for column in (pairs[:, 0], pairs[:, 1])]
    last_days = _last_days(snapshot, pairs[:, 0].tolist(), moment)
    return tuple(
        McpConnection(
            principal=snapshot.ids[principal],
            principal_kind=snapshot.kind(principal),
            principal_name=principal_name,
            server=snapshot.ids[server],
            server_name=server_name,
            approval=approvals[server],
            secrets=tuple(
                snapshot.ids[node] for node in sorted(_secrets(snapshot, principal, server, evidence, moment))
            ),
            last_used=write_day(last_days[principal, server]) if (principal, server) in last_days else None,
        )
        for (principal, server), principal_name, server_name in zip(pairs.tolist(), *names, strict=True)
    )


def _secrets(
    snapshot: Snapshot,
    principal: int,
    server: int,
    evidence: dict[tuple[int, int], list[tuple[int, str]]],
    moment: int,
) -> set[int]:
    """What a local server runs as, and what the principal sends to a remote one.

    A configuration never says that a shared server runs as a secret of one user: that the secret belongs to the entry is
    in the evidence of the edge by which the principal holds it, which names the entry as that of the connection does.
    """
    edges = snapshot.edges
    rows = edges.outgoing(np.array([server, principal]))
    rows = rows[edges.valid_at(moment, rows)]
    runs = rows[edges.of("RUNS_AS", rows=rows) & (edges.source[rows] == server)]
    secrets = set(edges.target[runs].tolist())
    held = rows[edges.of("HAS_CREDENTIAL", "RUNS_AS", rows=rows) & (edges.source[rows] == principal)]
    for row in held.tolist():
        text = snapshot.text(int(edges.evidence[row])) or ""
        for source, entry in evidence[principal, server]:
            if entry and int(edges.claimed_by[row]) == source and _names_entry(text, entry):
                secrets.add(int(edges.target[row]))
    return secrets


def _names_entry(text: str, entry: str) -> bool:
    """Whether the evidence of a secret ends at an entry of a configuration, as `env.TOKEN of ENTRY: role ...`."""
    _, of, location = text.partition(f" of {entry}")
    return bool(of) and location[:1] in ("", ":", ";")


def _last_days(snapshot: Snapshot, principals: list[int], moment: int) -> dict[tuple[int, int], int]:
    """(principal, server) → the last day on which the principal or what it holds used the server or a tool of it."""
    edges = snapshot.edges
    exposes = np.flatnonzero(edges.of("EXPOSES") & edges.valid_at(moment))
    servers_of: dict[int, list[int]] = defaultdict(list)
    for server, tool in zip(edges.source[exposes].tolist(), edges.target[exposes].tolist(), strict=True):
        servers_of[tool].append(server)
    holders: dict[int, list[int]] = defaultdict(list)
    for principal in dict.fromkeys(principals):
        for node in held_by(snapshot, [principal], moment):
            holders[node].append(principal)
    last: dict[tuple[int, int], int] = {}
    uses = all_uses(snapshot, moment)
    of_servers = snapshot.nodes.of("McpServer", "McpTool", nodes=uses.resource)
    columns = (uses.principal[of_servers], uses.resource[of_servers], uses.day[of_servers])
    for user, resource, day in zip(*(column.tolist() for column in columns), strict=True):
        for principal in holders.get(user, ()):
            for server in (resource, *servers_of.get(resource, ())):
                last[principal, server] = max(day, last.get((principal, server), -1))
    return last
