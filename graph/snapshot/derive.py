"""What follows from the claims of sources: edges that nobody claims, and which server a local name means.

Edges follow from equal subjects and addresses (an account belongs to a person), from the MCP catalogue (a local server
exposes what its package exposes), from repositories (who may write one can use what its files connect) and from owners
that a person named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from graph.claims import Decision
from graph.ontology import EDGE_CODES, NODE_CODES, Permission, split_id
from graph.snapshot.account_holders import account_holders
from graph.snapshot.context import DECIDED, CompileContext, DerivedEdge
from graph.snapshot.rows import EdgeRows

# The evidence of derived edges, which says by what they follow.
BY_CATALOGUE, BY_WRITE = "catalogue entry {}", "may write {}"
# Whoever of these may write a repository can use what its files connect.
MAY_USE_REPOSITORY = ("Account", "Group", "Credential", "Application")


def derived_edges(context: CompileContext, decisions: Sequence[Decision], texts: dict[str, int]) -> EdgeRows:
    """All derived edges as rows; `texts` (text → number) grows by their evidence."""
    edges = [
        *account_holders(context, decisions),
        *_exposed_by_catalogue(context),
        *_used_by_repository_writers(context),
        *_owned_by_decision(context, decisions),
    ]
    numbers = {name: number for number, name in enumerate(context.sources)}
    rows = [
        (
            edge.source,
            EDGE_CODES[edge.kind],
            edge.target,
            edge.permission,
            edge.since,
            edge.until,
            numbers[edge.claimed_by],
            texts.setdefault(edge.evidence, len(texts)),
        )
        for edge in edges
        if edge.since < edge.until and edge.source >= 0 and edge.target >= 0
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, 8)
    return EdgeRows(
        source=table[:, 0].astype(np.int32),
        kind=table[:, 1].astype(np.uint8),
        target=table[:, 2].astype(np.int32),
        permission=table[:, 3].astype(np.uint8),
        since=table[:, 4],
        until=table[:, 5],
        claimed_by=table[:, 6].astype(np.int32),
        evidence=table[:, 7].astype(np.int32),
        alias=np.full(len(table), -1, dtype=np.int32),
        first_seen=table[:, 4],
    )


def _exposed_by_catalogue(context: CompileContext) -> Iterable[DerivedEdge]:
    """A local server exposes what the catalogue says its package exposes."""
    edges = context.edges
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row in np.flatnonzero(edges.of("EXPOSES")).tolist():
        rows_of[int(edges.source[row])].append(row)
    for local, entry in catalogue_entries(context):
        for row in rows_of[entry]:
            yield DerivedEdge(
                local,
                "EXPOSES",
                int(edges.target[row]),
                context.sources[edges.claimed_by[row]],
                BY_CATALOGUE.format(context.ids[entry]),
                int(edges.since[row]),
                int(edges.until[row]),
            )


def catalogue_entries(context: CompileContext) -> list[tuple[int, int]]:
    """Pairs (local server, the catalogue's node of its package), sorted."""
    pairs = set()
    for local, package, _, _ in context.spans("package", "McpServer"):
        entry = context.index_of(f"McpServer:mcp/{package}")
        if entry >= 0 and entry != local:
            pairs.add((local, entry))
    return sorted(pairs)


def _used_by_repository_writers(context: CompileContext) -> Iterable[DerivedEdge]:
    """Whoever may WRITE a repository can use what its files connect."""
    spans = context.spans("repository", "Application")
    if not spans:
        return
    edges = context.edges
    repositories = {context.index_of(value) for _, value, _, _ in spans}
    writes = edges.of("CAN_ACCESS") & (edges.permission >= Permission.WRITE)
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row in np.flatnonzero(writes & np.isin(edges.target, list(repositories))).tolist():
        rows_of[int(edges.target[row])].append(row)
    users = {NODE_CODES[kind] for kind in MAY_USE_REPOSITORY}
    for application, value, since, until in spans:
        for row in rows_of[context.index_of(value)]:
            writer = int(edges.source[row])
            if int(context.kinds[writer]) in users:
                yield DerivedEdge(
                    writer,
                    "CAN_USE",
                    application,
                    context.sources[edges.claimed_by[row]],
                    BY_WRITE.format(value),
                    max(since, int(edges.since[row])),
                    min(until, int(edges.until[row])),
                )


def _owned_by_decision(context: CompileContext, decisions: Sequence[Decision]) -> Iterable[DerivedEdge]:
    """Owners named by a person; the newest word on a principal holds, at every moment."""
    newest: dict[str, tuple[int, str]] = {}
    for decision in decisions:
        if decision.kind == "owner":
            owned, owner = (context.classes.canonical.get(node, node) for node in decision.ids)
            newest[owned] = max(newest.get(owned, (-1, "")), (decision.at, owner))
    for owned, (_, owner) in sorted(newest.items()):
        ends = context.index_of(owner), context.index_of(owned)
        yield DerivedEdge(ends[0], "ANSWERS_FOR", ends[1], DECIDED, "named by a person's decision")


def local_name(node_id: str) -> str:
    """The last part of an id's key: the name under which a tool or server goes in its system."""
    return split_id(node_id)[2].rpartition("/")[2]
