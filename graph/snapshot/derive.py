"""What follows from the claims of sources: edges that nobody claims, and which server a local name means.

Edges follow from equal subjects and addresses (an account belongs to a person), from the MCP catalogue (a local server
exposes what its package exposes), from repositories (who may write one can use what its files connect) and from owners
that a person named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
import numpy as np

from graph.claims import Decision
from graph.moment import ALWAYS, NEVER
from graph.ontology import EDGE_CODES, NODE_CODES, Permission, split_id
from graph.resolve import clean_email, linked, unlinked
from graph.snapshot.columns import I4, Timeline
from graph.snapshot.rows import EdgeRows

# The names under which derived edges stand among the sources.
RESOLVED, DECIDED = "remit:resolve", "remit:decision"

# (node, value, since, until)
Span = tuple[int, Any, int, int]


@dataclass(frozen=True, slots=True)
class DerivedEdge:
    """An edge that follows from others; `claimed_by` is the source, or the name, on whose word it rests."""

    source: int
    kind: str
    target: int
    claimed_by: str
    evidence: str
    since: int = ALWAYS
    until: int = NEVER
    permission: int = 0


@dataclass(slots=True)
class CompileContext:
    """What is derived from: canonical ids with their kinds, property histories, value texts, claimed edges, sources."""

    ids: Sequence[str]
    kinds: I4
    properties: Mapping[str, Timeline]
    values: Sequence[str]
    edges: EdgeRows
    sources: Sequence[str]
    _index: dict[str, int] = field(init=False, default_factory=dict)

    def index_of(self, node_id: str) -> int:
        """The index of a canonical id, or -1."""
        if not self._index:
            self._index = {text: index for index, text in enumerate(self.ids)}
        return self._index.get(node_id, -1)

    def spans(self, name: str, kind: str) -> list[Span]:
        """The values of one property of one kind, by node and time; the last value of a node stays until NEVER."""
        timeline = self.properties.get(name)
        if timeline is None:
            return []
        timeline = timeline.where(self.kinds[timeline.node] == NODE_CODES[kind])
        nodes, starts = timeline.node.tolist(), timeline.start.tolist()
        spans = []
        for i, (node, start, code) in enumerate(zip(nodes, starts, timeline.code.tolist(), strict=True)):
            end = starts[i + 1] if i + 1 < len(nodes) and nodes[i + 1] == node else NEVER
            if code >= 0:
                spans.append((node, msgspec.json.decode(self.values[code]), start, end))
        return spans


def derived_edges(
    context: CompileContext, decisions: Sequence[Decision], canonical: Mapping[str, str], texts: dict[str, int]
) -> EdgeRows:
    """All derived edges as rows; `texts` (text → number) grows by their evidence."""
    edges = [
        *_accounts_of_people(context, decisions, canonical),
        *_exposed_by_catalogue(context),
        *_used_by_repository_writers(context),
        *_owned_by_decision(context, decisions, canonical),
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


def _accounts_of_people(
    context: CompileContext, decisions: Sequence[Decision], canonical: Mapping[str, str]
) -> Iterable[DerivedEdge]:
    """Accounts of people, by a decision, by subject, or by address; they stay when the person's last claim ends."""
    separated = {(canonical.get(a, a), canonical.get(b, b)) for a, b in unlinked(decisions)}
    separated |= {(b, a) for a, b in separated}
    for left, right in sorted(linked(decisions)):
        account, person = sorted((canonical.get(left, left), canonical.get(right, right)))
        if account.startswith("Account:") and person.startswith("Identity:"):
            ends = context.index_of(person), context.index_of(account)
            yield DerivedEdge(ends[0], "HAS_ACCOUNT", ends[1], DECIDED, "linked by a person's decision")
    people = [_from_ever(context.spans(name, "Identity")) for name in ("subject", "emails")]
    accounts = [_from_ever(context.spans(name, "Account")) for name in ("subject", "email")]
    rules = (
        ("subject", people[0], accounts[0], str),
        ("email", _each_item(people[1]), accounts[1], clean_email),
    )
    attached: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for name, of_people, of_accounts, clean in rules:
        holders: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for node, value, since, until in of_people:
            holders[clean(value)].append((node, since, until))
        for account_index, value, since, until in of_accounts:
            meant = {node for node, a, b in holders[clean(value)] if max(a, since) < min(b, until)}
            if len(meant) != 1:
                continue
            owner = next(iter(meant))
            if (context.ids[owner], context.ids[account_index]) in separated:
                continue
            for node, a, b in holders[clean(value)]:
                first, last = max(a, since), min(b, until)
                spans = attached[account_index, owner]
                # What an earlier rule says of the same time needs no second reason.
                if node == owner and first < last and not any(c <= first and last <= d for c, d in spans):
                    spans.append((first, last))
                    evidence = f"same {name}: {value}"
                    yield DerivedEdge(owner, "HAS_ACCOUNT", account_index, RESOLVED, evidence, first, last)


def _from_ever(spans: Iterable[Span]) -> list[Span]:
    """The first value of each node held before anybody looked: who somebody is does not begin with our first look."""
    seen: set[int] = set()
    extended = []
    for node, value, since, until in spans:
        extended.append((node, value, since if node in seen else ALWAYS, until))
        seen.add(node)
    return extended


def _each_item(spans: Iterable[Span]) -> list[Span]:
    """A property that is a list, one span per item; touching spans of one item joined."""
    joined: dict[tuple[int, str], list[list[int]]] = {}
    for node, values, since, until in spans:
        for value in values:
            runs = joined.setdefault((node, value), [])
            if runs and runs[-1][1] == since:
                runs[-1][1] = until
            else:
                runs.append([since, until])
    return [(node, value, since, until) for (node, value), runs in joined.items() for since, until in runs]


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
                f"catalogue entry {context.ids[entry]}",
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
    users = {NODE_CODES[kind] for kind in ("Account", "Group", "Credential", "Application")}
    for application, value, since, until in spans:
        for row in rows_of[context.index_of(value)]:
            writer = int(edges.source[row])
            if int(context.kinds[writer]) in users:
                yield DerivedEdge(
                    writer,
                    "CAN_USE",
                    application,
                    context.sources[edges.claimed_by[row]],
                    f"may write {value}",
                    max(since, int(edges.since[row])),
                    min(until, int(edges.until[row])),
                )


def _owned_by_decision(
    context: CompileContext, decisions: Sequence[Decision], canonical: Mapping[str, str]
) -> Iterable[DerivedEdge]:
    """Owners named by a person; the newest word on a principal holds, at every moment."""
    newest: dict[str, tuple[int, str]] = {}
    for decision in decisions:
        if decision.kind == "owner":
            owned, owner = (canonical.get(node, node) for node in decision.ids)
            newest[owned] = max(newest.get(owned, (-1, "")), (decision.at, owner))
    for owned, (_, owner) in sorted(newest.items()):
        ends = context.index_of(owner), context.index_of(owned)
        yield DerivedEdge(ends[0], "ANSWERS_FOR", ends[1], DECIDED, "named by a person's decision")


def local_name(node_id: str) -> str:
    """The last part of an id's key: the name under which a tool or server goes in its system."""
    return split_id(node_id)[2].rpartition("/")[2]
