"""This file knows how the claims of one generation become the arrays of a snapshot, and what its digest covers."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from graph.moment import ALWAYS
from graph.ontology import EDGE_KINDS, EDGE_NAMES, NODE_CODES, NODE_NAMES, split_id
from graph.resolve import clean_email
from graph.snapshot.canonical_ids import ADDRESS, CanonicalIds, spell
from graph.snapshot.columns import StringTable, Timeline, offsets_of
from graph.snapshot.derive import DECIDED, RESOLVED, Ground, catalogue_entries, derive
from graph.snapshot.edges import claimed_edges, derived_edges, distinct_pairs, sorted_table, used_edges
from graph.snapshot.local_server_names import resolve_sightings
from graph.snapshot.nodes import Histories, Policy, build_histories, timeline_of
from graph.snapshot.rows import charge_rows, put_rows, put_usage_index, usage_rows
from graph.stores.base import I4, Claims, SourceState

Arrays = dict[str, Any]

# The grant kinds whose vouching source knows who has no access, by the kind of node they end at.
GRANTS_ON = {
    code: frozenset(edge.name for edge in EDGE_KINDS.values() if edge.grants and kind in edge.targets)
    for kind, code in NODE_CODES.items()
}


@dataclasses.dataclass(frozen=True, slots=True)
class Compiled:
    """The arrays of a snapshot by name, and `info`: what is said in JSON beside them. `digest` covers both."""

    arrays: Arrays
    info: Mapping[str, Any]
    digest: str


def compile_claims(claims: Claims, policy: Policy | None = None) -> Compiled:
    """Compile one generation. Pure: equal content gives equal arrays, whatever the store and its order."""
    policy = policy or Policy()
    spelling, ordered = spell(claims), _Sources.of(claims)
    node = spelling.place[claims.nodes.node] if len(spelling.ids) else claims.nodes.node
    described = ordered.number[claims.nodes.claimed_by] if len(ordered.number) else claims.nodes.claimed_by
    histories = build_histories(claims, node, described, spelling.kinds, ordered.authority(policy))
    _tell_addresses(histories, spelling)
    props, mode, values = _timelines(histories, spelling, claims)
    claimed = claimed_edges(claims, spelling, ordered.number)
    ground = Ground(spelling.ids, spelling.kinds, props, values, claimed, ordered.names)
    _inherit_catalogue(ground, props)
    texts = {text: number for number, text in enumerate(claims.texts)}
    links = derived_edges(derive(ground, claims, spelling.classes.canonical), ordered.numbers(), texts)
    ground.edges = {name: np.concatenate([claimed[name], links[name]]) for name in claimed}
    usage = usage_rows(claims, spelling, ordered.number)
    usage["resource"] = resolve_sightings(ground, claims, usage["principal"], usage["resource"])
    used, charges = used_edges(usage), charge_rows(claims, spelling, ordered.number)
    # Numbered in byte order before anything is sorted by them: a store's own numbers would order its rows.
    kept = _keep_texts(texts, ground.edges, usage, charges)
    table = sorted_table([ground.edges, used])

    arrays: Arrays = {"kind": spelling.kinds.astype(np.uint8)}
    _put_names(arrays, spelling, ground)
    _put_texts(arrays, "texts", StringTable.of(kept))
    arrays["known"] = np.bincount(node, minlength=len(spelling.ids)).astype(bool).astype(np.uint8)
    _put_timelines(arrays, props, mode)
    _put_edges(arrays, table, len(spelling.ids))
    put_rows(arrays, "usage", usage)
    put_rows(arrays, "charge", charges)
    put_usage_index(arrays, len(spelling.ids))
    arrays["described.node"], arrays["described.source"] = distinct_pairs(node, described)
    info = _info([claims.sources[place] for place in ordered.order], spelling, policy)
    _put_vouching(arrays, info)
    return Compiled(arrays, info, _digest(arrays, info))


@dataclasses.dataclass(frozen=True, slots=True)
class _Sources:
    """Sources in byte order, the two that derivation speaks for last. `number` maps a claim's source to its place."""

    names: list[str]
    order: list[int]
    number: I4

    @classmethod
    def of(cls, claims: Claims) -> _Sources:
        names = [state.source for state in claims.sources]
        order = sorted(range(len(names)), key=lambda place: names[place].encode())
        number = np.zeros(len(names), dtype=np.int32)
        number[order] = np.arange(len(names), dtype=np.int32)
        return cls([names[place] for place in order] + [RESOLVED, DECIDED], order, number)

    def numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.names)}

    def authority(self, policy: Policy) -> dict[str, frozenset[int]]:
        numbers = self.numbers()
        return {
            key: frozenset(numbers[name] for name in wanted if name in numbers)
            for key, wanted in policy.authoritative.items()
        }


def _put_names(arrays: Arrays, spelling: CanonicalIds, ground: Ground) -> None:
    _put_texts(arrays, "ids", StringTable.of(spelling.ids))
    _put_texts(arrays, "values", StringTable.of(ground.values))
    _put_texts(arrays, "members", StringTable.of([text for text, _ in spelling.members]))
    arrays["members.place"] = np.array([place for _, place in spelling.members], dtype=np.int32)
    _put_emails(arrays, ground)


def _put_timelines(arrays: Arrays, props: Mapping[str, Timeline], mode: Timeline) -> None:
    for prefix, timeline in (("mode", mode), *((f"prop.{name}", timeline) for name, timeline in props.items())):
        arrays[f"{prefix}.node"], arrays[f"{prefix}.start"] = timeline.node, timeline.start
        arrays[f"{prefix}.code"] = timeline.code


def _put_edges(arrays: Arrays, table: Mapping[str, Any], count: int) -> None:
    for name, column in table.items():
        arrays[f"edge.{name}"] = column
    arrays["out"] = offsets_of(table["tail"], count)
    arrays["into.edge"] = np.argsort(table["head"], kind="stable").astype(np.int32)
    arrays["into"] = offsets_of(table["head"], count)


def _tell_addresses(histories: Histories, spelling: CanonicalIds) -> None:
    """Nodes that are named by an address alone have that address, although no source described them."""
    for place, text in enumerate(spelling.ids):
        if "/~" not in text and not text.startswith(ADDRESS):
            continue
        kind, _, key = split_id(text)
        if kind == "Account" and key.startswith("~"):
            histories.add("email", [(place, ALWAYS, histories.values.code(clean_email(key[1:])))])
        elif text.startswith(ADDRESS):
            histories.add("emails", [(place, ALWAYS, histories.values.code([clean_email(key)]))])


def _timelines(
    histories: Histories, spelling: CanonicalIds, claims: Claims
) -> tuple[dict[str, Timeline], Timeline, list[str]]:
    """Property timelines with values in byte order, and the timeline of modes; a person's labels go before all."""
    where = {text: place for place, text in enumerate(spelling.ids)}
    labels: dict[str, dict[int, tuple[int, int]]] = {"sensitivity": {}, "approval": {}}
    for decision in claims.decisions:
        if decision.kind in labels and decision.ids[0] in where:
            place = where[decision.ids[0]]
            newest = labels[decision.kind].get(place, (-1, -1))
            labels[decision.kind][place] = max(newest, (decision.at, histories.values.code(decision.value)))
    values, renumber = histories.values.sorted()
    props = {}
    for name in sorted({*histories.props, *(name for name, told in labels.items() if told)}):
        timeline = timeline_of(histories.props.get(name, []))
        decided = labels.get(name, {})
        if decided:
            keep = ~np.isin(timeline.node, list(decided))
            blocks = [
                np.column_stack((timeline.node[keep], timeline.start[keep], timeline.code[keep])).astype(np.int64)
            ]
            blocks.append(np.array([(place, ALWAYS, code) for place, (_, code) in decided.items()], dtype=np.int64))
            timeline = timeline_of(blocks)
        props[name] = Timeline(timeline.node, timeline.start, renumber[timeline.code])
    return props, timeline_of(histories.modes), values


def _inherit_catalogue(ground: Ground, props: dict[str, Timeline]) -> None:
    """A local server takes approval and status from the catalogue's node of its package, unless it has its own."""
    pairs = catalogue_entries(ground)
    for name in ("approval", "status"):
        timeline = props.get(name)
        if timeline is None or not pairs:
            continue
        own = set(timeline.node.tolist())
        events = [
            (local, start, code)
            for local, entry in pairs
            if local not in own
            for start, code in timeline.history(entry)
        ]
        blocks = [np.column_stack((timeline.node, timeline.start, timeline.code)).astype(np.int64)]
        props[name] = timeline_of([*blocks, np.array(events, dtype=np.int64).reshape(-1, 3)])


def _keep_texts(texts: Mapping[str, int], edges: Arrays, usage: Arrays, charges: Arrays) -> list[str]:
    """The texts that are used, in byte order; the columns that name them are renumbered."""
    places = [
        (edges, "evidence"),
        (usage, "currency"),
        (usage, "detail"),
        (charges, "currency"),
        (charges, "description"),
    ]
    by_number = [""] * len(texts)
    for text, number in texts.items():
        by_number[number] = text
    used = np.unique(np.concatenate([np.unique(rows[name]) for rows, name in places]))
    kept = sorted((by_number[number] for number in used.tolist() if number >= 0), key=str.encode)
    table = np.full(len(texts) + 1, -1, dtype=np.int32)
    for place, text in enumerate(kept):
        table[texts[text]] = place
    for rows, name in places:
        rows[name] = table[rows[name]]
    return kept


def _put_texts(arrays: Arrays, name: str, texts: StringTable) -> None:
    arrays[f"{name}.blob"], arrays[f"{name}.offsets"] = texts.blob, texts.offsets


def _put_emails(arrays: Arrays, ground: Ground) -> None:
    """Addresses in byte order, each with the place of a node that has or had it (several rows for several nodes)."""
    pairs = {(clean_email(value), node) for node, value, _, _ in ground.spans("email", "Account")}
    pairs |= {
        (clean_email(value), node) for node, values, _, _ in ground.spans("emails", "Identity") for value in values
    }
    rows = sorted(pairs, key=lambda pair: (pair[0].encode(), pair[1]))
    _put_texts(arrays, "emails", StringTable.of([text for text, _ in rows]))
    arrays["emails.place"] = np.array([node for _, node in rows], dtype=np.int32)


def _info(states: Sequence[SourceState], spelling: CanonicalIds, policy: Policy) -> dict[str, Any]:
    return {
        "sources": [
            {
                "source": state.source,
                "scopes": sorted(state.scopes),
                "first_observed": state.first_observed,
                "usage_days": state.usage_days,
                "charge_days": state.charge_days,
            }
            for state in states
        ],
        "reserved_sources": [RESOLVED, DECIDED],
        "preferred": list(policy.preferred),
        "merged": [dataclasses.asdict(merged) for merged in spelling.classes.merged],
        "conflicts": [dataclasses.asdict(conflict) for conflict in spelling.classes.conflicts],
        "node_kinds": list(NODE_NAMES),
        "edge_kinds": list(EDGE_NAMES),
    }


def _put_vouching(arrays: Arrays, info: Mapping[str, Any]) -> None:
    """Per node whether a source that describes it vouches for grants on it, and for usage days.

    `reported.*`: the (kind of resource, application) pairs of which a source that vouches for usage told any.
    """
    kinds, node, source = arrays["kind"], arrays["described.node"], arrays["described.source"]
    granted, watched = np.zeros(len(kinds), dtype=np.uint8), np.zeros(len(kinds), dtype=np.uint8)
    for number, state in enumerate(info["sources"]):
        mine = node[source == number]
        scopes = set(state["scopes"])
        codes = [code for code, names in GRANTS_ON.items() if names & scopes]
        granted[mine[np.isin(kinds[mine], codes)]] = 1
        if "usage" in scopes:
            watched[mine] = 1
    arrays["grants_vouched"], arrays["usage_vouched"] = granted, watched
    watching = [number for number, state in enumerate(info["sources"]) if "usage" in state["scopes"]]
    rows = np.isin(arrays["usage.source"], watching) & (arrays["usage.application"] >= 0)
    told = distinct_pairs(kinds[arrays["usage.resource"][rows]], arrays["usage.application"][rows])
    arrays["reported.kind"], arrays["reported.application"] = told


def _digest(arrays: Arrays, info: Mapping[str, Any]) -> str:
    """BLAKE2b over resolved content: names, types, shapes and bytes of all arrays, and the info."""
    digest = hashlib.blake2b(digest_size=20)
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
        digest.update(array.data.cast("B") if array.size else b"")
    digest.update(msgspec.json.encode(info, order="sorted"))
    return digest.hexdigest()
