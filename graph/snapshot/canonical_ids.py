"""Canonical ids: which node every id of the claims means (aliases of instances, addresses of accounts, merged people)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any

import msgspec
import numpy as np

from graph.moment import NEVER
from graph.ontology import EDGE_CODES, NODE_CODES, split_id
from graph.resolve import IdentityClasses, Person, clean_email, resolve_people
from graph.snapshot.instance_aliases import ALIAS, instance_aliases, renamed_id
from graph.stores.base import I4, Claims

# How a configuration names its owner: by address, until a directory tells who that is.
ADDRESS = "Identity:email/"


@dataclass(frozen=True, slots=True)
class CanonicalIds:
    """`ids` are the canonical ids in byte order; `node_of` maps each id that a claim names to its index there (-1: none).

    `kinds` per node. `members` are all other ids with the node they mean, sorted by bytes.
    """

    ids: list[str]
    node_of: I4
    kinds: I4
    members: list[tuple[str, int]]
    classes: IdentityClasses


def canonical_ids(claims: Claims) -> CanonicalIds:
    """Find out which ids of the claims are one node."""
    texts = _renamed(claims)
    people = _people(claims, texts)
    classes = resolve_people(people, claims.decisions, _same_as(claims, texts))
    texts = [classes.canonical.get(text, text) for text in texts]
    _resolve_addresses(texts, people, classes)
    decided = {node_id for decision in claims.decisions if decision.kind != ALIAS for node_id in decision.ids}
    # A store may still number ids of claims that are gone: those are no nodes.
    is_named = _named(claims)
    named = set(compress(texts, is_named))
    ids = sorted(named | {classes.canonical.get(text, text) for text in decided - named}, key=str.encode)
    index = {text: node for node, text in enumerate(ids)}
    members = {
        original: index[text]
        for original, text in compress(zip(claims.ids, texts, strict=True), is_named)
        if original != text
    }
    members.update({node_id: index[root] for node_id, root in classes.canonical.items() if root in index})
    return CanonicalIds(
        ids=ids,
        node_of=np.array([index.get(text, -1) for text in texts], dtype=np.int32),
        kinds=np.array([NODE_CODES[text.partition(":")[0]] for text in ids], dtype=np.int32),
        members=sorted(members.items(), key=lambda item: item[0].encode()),
        classes=classes,
    )


def _named(claims: Claims) -> list[bool]:
    """Of each id whether a claim names it."""
    named = np.zeros(len(claims.ids) + 1, dtype=bool)
    nodes, edges, usage, charges = claims.nodes, claims.edges, claims.usage, claims.charges
    for column in (nodes.node, edges.source, edges.target, usage.principal, usage.resource, usage.application):
        named[column] = True
    named[usage.workspace] = named[charges.application] = True
    # The last entry is where -1, "none", leads.
    flags: list[bool] = named[:-1].tolist()
    return flags


def _resolve_addresses(texts: list[str], people: Sequence[Person], classes: IdentityClasses) -> None:
    """An owner named by an address alone is the one person who has it; otherwise the address stays a node of its own."""
    if not any(text.startswith(ADDRESS) for text in texts):
        return
    owners: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for email in person.emails:
            owners[email].add(classes.canonical.get(person.id, person.id))
    for i, text in enumerate(texts):
        if text.startswith(ADDRESS):
            candidates = owners[clean_email(text.removeprefix(ADDRESS))]
            if len(candidates) == 1:
                texts[i] = next(iter(candidates))


def _renamed(claims: Claims) -> list[str]:
    """Each id after the aliases of instances and the addresses of accounts are resolved."""
    prefixes = instance_aliases(claims)
    texts = list(claims.ids)
    if prefixes:
        systems = {alias.partition("/")[0] for alias in prefixes}
        for i, text in enumerate(texts):
            if split_id(text)[1] in systems:
                texts[i] = renamed_id(text, prefixes)
    by_email = _accounts_by_email(claims) if any("/~" in text for text in texts) else {}
    for i, text in enumerate(texts):
        kind, system, key = split_id(text)
        if kind == "Account" and key.startswith("~"):
            accounts = by_email.get((system, clean_email(key[1:])), set())
            # Two accounts with one address: nobody can say which; the row stays with the address.
            if len(accounts) == 1:
                texts[i] = next(iter(accounts))
    return texts


def _accounts_by_email(claims: Claims) -> dict[tuple[str, str], set[str]]:
    accounts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for node, props in zip(claims.nodes.node.tolist(), claims.nodes.props, strict=True):
        text = claims.ids[node]
        if text.startswith("Account:") and '"email"' in props:
            email = msgspec.json.decode(props).get("email")
            if isinstance(email, str):
                accounts[split_id(text)[1], clean_email(email)].add(text)
    return accounts


def _people(claims: Claims, texts: Sequence[str]) -> list[Person]:
    """All that sources ever claimed of each Identity and that resolution may use."""
    claimed: dict[str, dict[str, set[str]]] = {}
    nodes = claims.nodes
    latest: dict[tuple[str, int], tuple[int, Mapping[str, Any]]] = {}
    rows = zip(
        nodes.node.tolist(),
        nodes.claimed_by.tolist(),
        nodes.until.tolist(),
        nodes.since.tolist(),
        nodes.props,
        strict=True,
    )
    for node, source, until, since, text in rows:
        if not texts[node].startswith("Identity:"):
            continue
        props = msgspec.json.decode(text)
        person = claimed.setdefault(texts[node], defaultdict(set))
        person["emails"].update(clean_email(email) for email in props.get("emails") or ())
        for name, into in (("subject", "subjects"), ("external_id", "external_ids")):
            if props.get(name):
                person[into].add(props[name])
        key = (texts[node], source)
        if until == NEVER and since >= latest.get(key, (since, {}))[0]:
            latest[key] = (since, props)
    for (text, source), (_, props) in latest.items():
        if props.get("status") == "active" and props.get("type", "human") == "human":
            claimed[text]["active_in"].add(claims.sources[source].source)
    return [
        Person(
            id=text,
            emails=frozenset(person["emails"]),
            subjects=frozenset(person["subjects"]),
            external_ids=frozenset(person["external_ids"]),
            active_in=frozenset(person["active_in"]),
        )
        for text, person in claimed.items()
    ]


def _same_as(claims: Claims, texts: Sequence[str]) -> list[tuple[str, str, str]]:
    rows = np.flatnonzero(claims.edges.kind == EDGE_CODES["SAME_AS"]).tolist()
    return [
        (
            texts[claims.edges.source[row]],
            texts[claims.edges.target[row]],
            claims.sources[claims.edges.claimed_by[row]].source,
        )
        for row in rows
    ]
