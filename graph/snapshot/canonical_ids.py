"""Canonical ids: which node every id of the claims means (aliases of instances, addresses of accounts and groups, merged people, spellings of models, equal secrets)."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

import msgspec
import numpy as np

from graph.address import canonical_address
from graph.model_names import one_node_per_model
from graph.moment import NEVER, read_moment
from graph.ontology import EDGE_CODES, NODE_CODES, split_id
from graph.resolve import ACTIVE, INACTIVE, UNKNOWN, IdentityClasses, Listing, Person, resolve_people
from graph.snapshot.applications import one_node_per_application
from graph.snapshot.equal_secrets import one_node_per_secret
from graph.snapshot.group_addresses import one_node_per_group_address
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
    # A store may still number ids of claims that are gone: those are no nodes.
    is_named = _named(claims)
    people = _people(claims, texts)
    classes = resolve_people(people, claims.decisions, _same_as(claims, texts))
    named_texts = set(compress(texts, is_named))
    same = {
        **one_node_per_model(list(named_texts)),
        **one_node_per_application(claims, texts, named_texts),
        **one_node_per_secret(claims, texts),
        **one_node_per_group_address(claims, texts, named_texts),
    }
    classes = replace(classes, canonical={**classes.canonical, **same})
    texts = [classes.canonical.get(text, text) for text in texts]
    _resolve_addresses(texts, people, classes)
    decided = {node_id for decision in claims.decisions if decision.kind != ALIAS for node_id in decision.ids}
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
            candidates = owners[canonical_address(text.removeprefix(ADDRESS))]
            texts[i] = classes.holder(candidates, ()) or text


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
            accounts = by_email.get((system, canonical_address(key[1:])), set())
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
                accounts[split_id(text)[1], canonical_address(email)].add(text)
    return accounts


def _people(claims: Claims, texts: Sequence[str]) -> list[Person]:
    """All that sources ever claimed of each Identity and that resolution may use."""
    claimed: dict[str, dict[str, set[str]]] = {}
    versions: dict[tuple[str, int], list[_PersonVersion]] = defaultdict(list)
    nodes = claims.nodes
    rows = zip(
        nodes.node.tolist(),
        nodes.claimed_by.tolist(),
        nodes.since.tolist(),
        nodes.until.tolist(),
        nodes.first_seen.tolist(),
        nodes.name,
        nodes.props,
        strict=True,
    )
    for node, source, since, until, first_seen, name, text in rows:
        if not texts[node].startswith("Identity:"):
            continue
        props = msgspec.json.decode(text)
        person = claimed.setdefault(texts[node], defaultdict(set))
        person["emails"].update(canonical_address(email) for email in props.get("emails") or ())
        for key, into in (("subject", "subjects"), ("external_id", "external_ids")):
            if props.get(key):
                person[into].add(props[key])
        versions[texts[node], source].append((since, until, first_seen, name, props))
    listings: dict[str, list[Listing]] = defaultdict(list)
    for (text, source), several in versions.items():
        listing = _listing(claims.sources[source].source, several)
        if listing is not None:
            listings[text].append(listing)
    return [
        Person(
            id=text,
            emails=frozenset(person["emails"]),
            subjects=frozenset(person["subjects"]),
            external_ids=frozenset(person["external_ids"]),
            listings=tuple(sorted(listings[text], key=lambda listing: listing.source)),
        )
        for text, person in claimed.items()
    ]


# (since, until, first_seen, name, props)
_PersonVersion = tuple[int, int, int, str | None, Mapping[str, Any]]


def _listing(source: str, versions: list[_PersonVersion]) -> Listing | None:
    """How a source lists a person, from all versions it claimed; None for what it says is no human."""
    versions.sort(key=lambda version: (version[0], version[2], version[1]))
    _, until, _, _, newest = versions[-1]
    if newest.get("type", "human") != "human":
        return None
    status = newest.get("status", "unknown")
    if until < NEVER or status not in ("active", "unknown"):
        status = INACTIVE
    name = next((name for *_, name, _ in reversed(versions) if name), None)
    leavings = [props["departed_at"] for *_, props in versions if props.get("departed_at") and status == INACTIVE]
    return Listing(
        source=source,
        name=None if name is None else _folded(name),
        status=ACTIVE if status == "active" else UNKNOWN if status == "unknown" else INACTIVE,
        active=tuple((since, until) for since, until, *_, props in versions if props.get("status") == "active"),
        active_before=max((read_moment(moment) for moment in leavings), default=None),
    )


def _folded(name: str) -> str:
    """A name as names are compared: NFC, without case, runs of spaces as one."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).split())


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
