"""The compiler of snapshots: from the claims of one generation to tables and their digest.

Steps: which ids are one node, histories of their properties, edges that follow from claims, local server names, sorted
tables. Pure: equal content gives equal tables, whatever the store and the order of its rows.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from graph.address import canonical_address
from graph.budgets import Budget, budgets_in_force
from graph.claims import Decision
from graph.decisions import decisions_in_force
from graph.moment import ALWAYS, NEVER
from graph.ontology import EDGE_KINDS, EDGE_NAMES, NODE_CODES, NODE_NAMES, split_id
from graph.prices import by_precedence, with_own_prices, write_price
from graph.snapshot.account_holders import without_unlinked
from graph.snapshot.canonical_ids import ADDRESS, CanonicalIds, canonical_ids
from graph.snapshot.columns import I4, Bool, StringTable, TextIndex, Timeline
from graph.snapshot.context import DECIDED, RESOLVED, CompileContext
from graph.snapshot.derive import catalogue_entries, derived_edges
from graph.snapshot.everybody import EVERYBODY, everybody_edges
from graph.snapshot.instance_aliases import ALIAS, instance_aliases, renamed_id
from graph.snapshot.local_server_names import resolve_local_names
from graph.snapshot.nodes import Histories, Policy, build_histories
from graph.snapshot.rows import (
    EdgeRows,
    canonical_charges,
    canonical_usage,
    charge_table,
    claimed_edges,
    distinct_pairs,
    edge_table,
    listing_table,
    usage_table,
    used_edges,
)
from graph.snapshot.tables import DescriptionTable, NodeTable, Tables, UsageCoverageTable, UsageTable
from graph.stores.base import ChargeClaims, Claims, SourceState, UsageClaims

# The names of derived edges among the sources, in order.
RESERVED = (RESOLVED, DECIDED, EVERYBODY)

# By kind of node the grant kinds whose coverage tells who has no access to it.
GRANTS_ON = {
    code: frozenset(edge.name for edge in EDGE_KINDS.values() if edge.grants and kind in edge.targets)
    for kind, code in NODE_CODES.items()
}


@dataclasses.dataclass(frozen=True, slots=True)
class Compiled:
    """The tables of a snapshot, and `info`: what its manifest says beside them in JSON. `digest` covers both."""

    tables: Tables
    info: Mapping[str, Any]
    digest: str


def compile_claims(claims: Claims, policy: Policy | None = None) -> Compiled:
    """Compile one generation; O(claims), in memory."""
    policy = policy or Policy()
    claims = dataclasses.replace(claims, decisions=_under_present_ids(claims))
    sources, ids = _Sources.of(claims), canonical_ids(claims)
    count = len(ids.ids)
    listed = ids.node_of[claims.nodes.node] if count else claims.nodes.node
    listed_by = sources.number[claims.nodes.claimed_by] if len(sources.number) else claims.nodes.claimed_by

    histories = build_histories(claims, listed, listed_by, ids.kinds, sources.authority(policy))
    _add_addresses(histories, ids)
    properties, modes, values = histories.timelines(_decided_labels(claims.decisions, ids, histories))

    claimed = claimed_edges(claims, ids, sources.number)
    first_seen = np.full(count, NEVER, dtype=np.int64)
    np.minimum.at(first_seen, listed, claims.nodes.first_seen)
    context = CompileContext(ids.ids, ids.kinds, properties, values, claimed, sources.names, ids.classes, first_seen)
    context.edges = claimed = without_unlinked(claimed, context, claims.decisions)
    _inherit_from_catalogue(context, properties)
    numbers = {text: number for number, text in enumerate(claims.texts)}
    derived = derived_edges(context, claims.decisions, numbers)
    context.edges = claimed.plus(derived, everybody_edges(context, numbers))

    usage, charges = canonical_usage(claims, ids, sources.number), canonical_charges(claims, ids, sources.number)
    resources = resolve_local_names(context, claims.texts, usage.principal, usage.resource)
    usage = dataclasses.replace(usage, resource=resources)
    usage = with_own_prices(usage, charges, by_precedence(policy.prices), ids.ids, numbers)
    edges = context.edges.plus(used_edges(usage))
    # Numbered in byte order before anything is sorted by them: a store's own numbers would order its rows.
    texts, edges, usage, charges = _number_texts(numbers, edges, usage, charges)

    budgets, aliases = budgets_in_force(policy.budgets, claims.decisions), instance_aliases(claims)
    info = _info([claims.sources[number] for number in sources.order], ids, policy, budgets, aliases)
    descriptions = DescriptionTable(*distinct_pairs(listed, listed_by))
    usage_rows = usage_table(usage, count)
    tables = Tables(
        nodes=_node_table(ids.kinds, listed, descriptions, info["sources"]),
        edges=edge_table(edges, count),
        usage=usage_rows,
        charges=charge_table(charges),
        descriptions=descriptions,
        listings=listing_table(claims, listed, listed_by),
        usage_coverage=_usage_coverage(ids.kinds, usage_rows, info["sources"]),
        ids=StringTable.of(ids.ids),
        values=StringTable.of(values),
        texts=StringTable.of(texts),
        members=_text_index(ids.members),
        emails=_emails(context),
        modes=modes,
        properties=properties,
    )
    return Compiled(tables, info, _digest(tables, info))


def _under_present_ids(claims: Claims) -> Sequence[Decision]:
    """The decisions in force, their ids as the nodes are called: an instance may have had another address or name."""
    aliases, decisions = instance_aliases(claims), decisions_in_force(claims.decisions)
    if not aliases:
        return decisions
    return [
        decision
        if decision.kind == ALIAS
        else msgspec.structs.replace(decision, ids=tuple(renamed_id(node_id, aliases) for node_id in decision.ids))
        for decision in decisions
    ]


@dataclasses.dataclass(frozen=True, slots=True)
class _Sources:
    """Sources in byte order, the names of derived edges last. `number` maps a claim's source to its number here."""

    names: list[str]
    order: list[int]
    number: I4

    @classmethod
    def of(cls, claims: Claims) -> _Sources:
        names = [state.source for state in claims.sources]
        order = sorted(range(len(names)), key=lambda source: names[source].encode())
        number = np.zeros(len(names), dtype=np.int32)
        number[order] = np.arange(len(names), dtype=np.int32)
        return cls([names[source] for source in order] + [*RESERVED], order, number)

    def authority(self, policy: Policy) -> dict[str, frozenset[int]]:
        """The numbers of the authoritative sources by Kind.property."""
        numbers = {name: number for number, name in enumerate(self.names)}
        return {
            key: frozenset(numbers[name] for name in names if name in numbers)
            for key, names in policy.authoritative.items()
        }


def _add_addresses(histories: Histories, ids: CanonicalIds) -> None:
    """Nodes that are named by an address alone have that address, although no source lists them."""
    for node, text in enumerate(ids.ids):
        if "/~" not in text and not text.startswith(ADDRESS):
            continue
        kind, _, key = split_id(text)
        if kind == "Account" and key.startswith("~"):
            histories.add("email", [(node, ALWAYS, histories.values.code(canonical_address(key[1:])))])
        elif text.startswith(ADDRESS):
            histories.add("emails", [(node, ALWAYS, histories.values.code([canonical_address(key)]))])


def _decided_labels(
    decisions: Sequence[Decision], ids: CanonicalIds, histories: Histories
) -> dict[str, dict[int, int]]:
    """The newest sensitivity and approval that a person decided for a node, as value codes by property and node."""
    index = {text: node for node, text in enumerate(ids.ids)}
    newest: dict[str, dict[int, tuple[int, int]]] = {"sensitivity": {}, "approval": {}}
    for decision in decisions:
        if decision.kind in newest and decision.ids[0] in index:
            node, labels = index[decision.ids[0]], newest[decision.kind]
            labels[node] = max(labels.get(node, (-1, -1)), (decision.at, histories.values.code(decision.value)))
    return {name: {node: code for node, (_, code) in labels.items()} for name, labels in newest.items()}


def _inherit_from_catalogue(context: CompileContext, properties: dict[str, Timeline]) -> None:
    """A local server takes approval and status from the catalogue's node of its package, unless it has its own."""
    pairs = catalogue_entries(context)
    for name in ("approval", "status"):
        timeline = properties.get(name)
        if timeline is None or not pairs:
            continue
        own = set(timeline.node.tolist())
        events = [
            (local, start, code)
            for local, entry in pairs
            if local not in own
            for start, code in timeline.history(entry)
        ]
        properties[name] = Timeline.of([timeline.rows(), np.array(events, dtype=np.int64).reshape(-1, 3)])


def _number_texts(
    numbers: Mapping[str, int], edges: EdgeRows, usage: UsageClaims, charges: ChargeClaims
) -> tuple[list[str], EdgeRows, UsageClaims, ChargeClaims]:
    """The texts that rows name, in byte order, and the rows with these numbers."""
    columns = (edges.evidence, usage.currency, usage.detail, charges.currency, charges.description)
    by_number = [""] * len(numbers)
    for text, number in numbers.items():
        by_number[number] = text
    used = np.unique(np.concatenate([np.unique(column) for column in columns]))
    texts = sorted((by_number[number] for number in used.tolist() if number >= 0), key=str.encode)
    # The last entry maps -1 to -1.
    new = np.full(len(numbers) + 1, -1, dtype=np.int32)
    for number, text in enumerate(texts):
        new[numbers[text]] = number
    return (
        texts,
        dataclasses.replace(edges, evidence=new[edges.evidence]),
        dataclasses.replace(usage, currency=new[usage.currency], detail=new[usage.detail]),
        dataclasses.replace(charges, currency=new[charges.currency], description=new[charges.description]),
    )


def _node_table(
    kinds: I4, listed: I4, descriptions: DescriptionTable, sources: Sequence[Mapping[str, Any]]
) -> NodeTable:
    """Kinds, who is listed, and of which nodes a source that lists them covers the grants or the usage."""
    count = len(kinds)
    grants, usage = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    for number, source in enumerate(sources):
        nodes, scopes = descriptions.nodes_of(number), set(source["scopes"])
        codes = [code for code, names in GRANTS_ON.items() if names & scopes]
        grants[nodes[np.isin(kinds[nodes], codes)]] = True
        if "usage" in scopes:
            usage[nodes] = True
    known: Bool = np.bincount(listed, minlength=count).astype(bool)
    return NodeTable(kind=kinds.astype(np.uint8), known=known, grants_covered=grants, usage_covered=usage)


def _usage_coverage(kinds: I4, usage: UsageTable, sources: Sequence[Mapping[str, Any]]) -> UsageCoverageTable:
    covering = [number for number, source in enumerate(sources) if "usage" in source["scopes"]]
    rows = np.isin(usage.claimed_by, covering) & (usage.application >= 0)
    return UsageCoverageTable(*distinct_pairs(kinds[usage.resource[rows]], usage.application[rows]))


def _emails(context: CompileContext) -> TextIndex:
    """Addresses with each node that has or had them."""
    pairs = {(canonical_address(value), node) for node, value, _, _ in context.spans("email", "Account")}
    pairs |= {
        (canonical_address(value), node)
        for node, values, _, _ in context.spans("emails", "Identity")
        for value in values
    }
    return _text_index(sorted(pairs, key=lambda pair: (pair[0].encode(), pair[1])))


def _text_index(rows: Sequence[tuple[str, int]]) -> TextIndex:
    return TextIndex(StringTable.of([text for text, _ in rows]), np.array([node for _, node in rows], dtype=np.int32))


def _info(
    states: Sequence[SourceState],
    ids: CanonicalIds,
    policy: Policy,
    budgets: Sequence[Budget],
    aliases: Mapping[str, str],
) -> dict[str, Any]:
    return {
        "sources": [
            {
                "source": state.source,
                "scopes": sorted(state.scopes),
                "first_observed": state.first_observed,
                "usage_days": state.usage_days,
                "charge_days": state.charge_days,
                "usage_ranges": state.covered_usage(),
                "charge_ranges": state.covered_charges(),
                **({"unread_ranges": state.unread_ranges} if state.unread_ranges else {}),
            }
            for state in states
        ],
        "reserved_sources": [*RESERVED],
        "preferred": list(policy.preferred),
        "counts": dict(sorted(policy.counts.items())),
        **({"prices": [write_price(price) for price in by_precedence(policy.prices)]} if policy.prices else {}),
        **({"budgets": [dataclasses.asdict(budget) for budget in budgets]} if budgets else {}),
        "merged": [dataclasses.asdict(merged) for merged in ids.classes.merged],
        "conflicts": [dataclasses.asdict(conflict) for conflict in ids.classes.conflicts],
        "node_kinds": list(NODE_NAMES),
        "edge_kinds": list(EDGE_NAMES),
        # By which other address an id may name an instance; of stores in which none has one, nothing.
        **({"aliases": dict(sorted(aliases.items()))} if aliases else {}),
    }


def _digest(tables: Tables, info: Mapping[str, Any]) -> str:
    """BLAKE2b over resolved content: names, types, shapes and bytes of all arrays, and the info."""
    digest = hashlib.blake2b(digest_size=20)
    for name, array in sorted(tables.arrays().items()):
        array = np.ascontiguousarray(array)
        digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
        digest.update(array.data.cast("B") if array.size else b"")
    digest.update(msgspec.json.encode(info, order="sorted"))
    return digest.hexdigest()
