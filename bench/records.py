"""The generated graph as the records that a source would write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.graph import USAGE_DAYS, Graph
from graph.claims import Edge, Node, RunHeader, Usage
from graph.moment import DAY
from graph.ontology import EDGE_KINDS, EDGE_NAMES, NODE_KINDS, NODE_NAMES, Permission

BATCH = 10_000
SOURCE = "bench:acme"
_FIRST_DAY, _DAYS = 19_000, 1_600
_SYSTEMS = ("cursor", "github", "postgres", "openai", "anthropic", "snowflake", "slack", "jira")
_DEPARTMENTS = tuple(f"Department {number}" for number in range(40))
_SENSITIVITIES = ("unknown", "internal", "internal", "public", "confidential", "restricted")
_EVIDENCE = {
    kind: tuple(f"{declared.reads}, page {page}" for page in range(40)) for kind, declared in EDGE_KINDS.items()
}

# Long after the last day of usage.
OBSERVED_AT = (USAGE_DAYS[1] + 1) * DAY


def headers() -> tuple[RunHeader, RunHeader, RunHeader]:
    """Three runs of one source: its nodes, its edges, its usage."""
    nodes = RunHeader(source=SOURCE, observed_at=OBSERVED_AT, complete=tuple(NODE_KINDS))
    edges = RunHeader(source=SOURCE, observed_at=OBSERVED_AT + 1, complete=tuple(k for k in EDGE_KINDS if k != "USED"))
    usage = RunHeader(source=SOURCE, observed_at=OBSERVED_AT + 2, usage=USAGE_DAYS)
    return nodes, edges, usage


def node_ids(graph: Graph) -> list[str]:
    """The id of every node, by its number."""
    ids: list[str] = []
    parents = graph.parent.tolist()
    for code, kind in enumerate(NODE_NAMES):
        for number in range(int(graph.first[code]), int(graph.first[code + 1])):
            system = _SYSTEMS[number % len(_SYSTEMS)]
            if kind == "Identity":
                ids.append(f"Identity:hr/{number:07}")
            elif kind == "DataSource" and parents[number] >= 0:
                ids.append(f"{ids[parents[number]]}/d{number}")
            elif kind == "McpServer":
                ids.append(f"McpServer:mcp/https://mcp-{number}.acme.example/v1")
            else:
                ids.append(f"{kind}:{system}/{kind.lower()}_{number:07x}")
    return ids


def nodes(graph: Graph, ids: list[str]) -> Iterator[list[Node]]:
    """All nodes, in batches."""
    owner = graph.owner.tolist()
    for code, kind in enumerate(NODE_NAMES):
        first, last = int(graph.first[code]), int(graph.first[code + 1])
        for begin in range(first, last, BATCH):
            numbers = range(begin, min(begin + BATCH, last))
            yield [Node(id=ids[n], name=f"{kind} {n}", props=_props(kind, n, owner[n])) for n in numbers]


def edges(graph: Graph, ids: list[str]) -> Iterator[list[Edge]]:
    """All edges, in batches; every other one says since when."""
    for tails, kinds, heads, permissions in _batches(graph.tail, graph.kind, graph.head, graph.permission):
        batch = []
        for tail, code, head, permission in zip(tails, kinds, heads, permissions, strict=True):
            kind = EDGE_NAMES[code]
            mixed = tail * 31 + head * 17
            batch.append(
                Edge(
                    kind=kind,
                    source=ids[tail],
                    target=ids[head],
                    permission=Permission(permission) if permission else None,
                    since=(_FIRST_DAY + mixed % _DAYS) * DAY if mixed & 1 else None,
                    evidence=_EVIDENCE[kind][mixed % 40],
                )
            )
        yield batch


def usage(graph: Graph, ids: list[str]) -> Iterator[list[Usage]]:
    """All usage rows, in batches."""
    columns = (graph.principal, graph.model, graph.day, graph.requests, graph.tokens, graph.cost)
    applications = [ids[n] for n in graph.nodes("Application").tolist()]
    for rows in _batches(*columns):
        yield [
            Usage(
                principal=ids[principal],
                resource=ids[model],
                application=applications[principal % len(applications)],
                day=day,
                requests=requests,
                tokens=tuple(tokens),
                cost_nano=cost,
                currency="USD",
                basis="billed",
            )
            for principal, model, day, requests, tokens, cost in zip(*rows, strict=True)
        ]


def _batches(*columns: Any) -> Iterator[list[list[Any]]]:
    for begin in range(0, len(columns[0]), BATCH):
        yield [column[begin : begin + BATCH].tolist() for column in columns]


def _props(kind: str, number: int, owner: int) -> dict[str, Any]:
    status = "active" if number % 25 else "suspended"
    if kind == "Identity":
        human = number % 25 != 7
        return {
            "type": "human" if human else "service",
            "status": status,
            "emails": [f"p{number}@acme.example"],
            "department": _DEPARTMENTS[number % 40],
            "cost_center": f"cc-{number % 90}",
        }
    if kind == "Group":
        # Most groups grant something; few are the team that somebody works in.
        return {"type": "directory_group" if number % 12 else "team"}
    if kind == "Account":
        return (
            {"status": status, "managed": "yes", "email": f"p{owner}@acme.example"}
            if owner >= 0
            else {"status": status}
        )
    if kind == "Credential":
        return {"type": "api_key", "status": "active" if number % 10 else "revoked"}
    if kind == "McpTool":
        return {"read_only": number % 2 == 0}
    if kind == "McpServer":
        return {"transport": "http", "approval": "approved" if number % 3 else "unreviewed"}
    if kind == "DataSource":
        return {"type": "table", "sensitivity": _SENSITIVITIES[number * 7 % 11 % 6]}
    return {}
