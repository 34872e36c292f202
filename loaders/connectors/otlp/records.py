"""This file knows how what spans add up to becomes records: usage by day, and the nodes that it names.

Spans prove that something was used, never that nothing was: a run mentions days, which replaces its source's rows of these,
and vouches for none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.claims import Edge, Node, Usage
from graph.ontology import TOKEN_COUNTERS
from loaders.connectors.otlp.counting import UsageKey
from loaders.connectors.otlp.journal import UsageTotal
from loaders.connectors.otlp.span import escaped, is_address
from loaders.models.names import UNNAMED, model_node
from loaders.models.prices import priced

_PLACES = tuple(
    TOKEN_COUNTERS.index(name) for name in ("uncached_input", "cache_read", "cache_write", "output", "reasoning")
)


def records(rows: Iterable[UsageTotal], instance: str) -> Iterator[Node | Edge | Usage]:
    """Nodes and edges once each, sorted, then one usage row per slot; a day that lost all its rows is still mentioned."""
    rows = list(rows)
    told = [row for row in rows if row.requests or any(row.tokens)]
    claims: dict[tuple[str, ...], Node | Edge] = {}
    for row in told:
        for claim in _claims(row.slot, instance):
            claims[(claim.id,) if isinstance(claim, Node) else (claim.source, claim.kind, claim.target)] = claim
    yield from (claims[key] for key in sorted(claims))
    days = {row.slot.day for row in told}
    for row in told:
        yield _usage(row, instance)
    for row in rows:
        if row.slot.day not in days:
            days.add(row.slot.day)
            yield Usage(resource=_resource(row.slot, instance), day=row.slot.day, chargeable=False)


def _usage(row: UsageTotal, instance: str) -> Usage:
    tokens = [0] * len(TOKEN_COUNTERS)
    for place, count in zip(_PLACES, row.tokens, strict=True):
        tokens[place] = count
    return priced(
        Usage(
            principal=row.slot.who or None,
            resource=_resource(row.slot, instance),
            application=row.slot.application or None,
            day=row.slot.day,
            requests=row.requests,
            tokens=tuple(tokens),
            # What a provider bills for these calls is in its own report: here it would count twice.
            chargeable=False,
        )
    )


def _claims(slot: UsageKey, instance: str) -> Iterator[Node | Edge]:
    for principal in (slot.who, slot.application):
        if principal:
            yield _principal(principal)
    if not slot.is_call:
        yield model_node(slot.name)
        return
    server = Node(
        id=_server(slot, instance), name=slot.server or None, props={"name_only": True} if slot.server else {}
    )
    if not slot.name or slot.server:
        yield server
    if slot.name:
        # Tools of servers that nobody named have nothing in common: no edge joins them.
        tool = Node(id=_resource(slot, instance), name=slot.name, props={"name_only": True} if slot.server else {})
        yield tool
        if slot.server:
            yield Edge(kind="EXPOSES", source=server.id, target=tool.id, evidence="called, says a span")


def _principal(node_id: str) -> Node:
    # Kind:otlp/<instance>/<name>, its parts escaped.
    name = node_id.split("/", 2)[2].replace("%2F", "/").replace("%25", "%")
    if node_id.startswith("Account:"):
        return Node(id=node_id, name=name, props={"email": name} if is_address(name) else {})
    return Node(id=node_id, name=name)


def _resource(slot: UsageKey, instance: str) -> str:
    if not slot.is_call:
        return slot.name
    if not slot.name:
        return _server(slot, instance)
    return f"McpTool:otlp/{escaped(instance)}/{escaped(slot.server or UNNAMED)}/{escaped(slot.name)}"


def _server(slot: UsageKey, instance: str) -> str:
    return f"McpServer:otlp/{escaped(instance)}/{escaped(slot.server or UNNAMED)}"
