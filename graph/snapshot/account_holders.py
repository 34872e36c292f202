"""Holders of accounts that no source states: by a person's decision, by an equal subject, by an equal address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import numpy as np

from graph.address import canonical_address, email_address
from graph.claims import Decision
from graph.decisions import linked_pairs, unlinked_pairs
from graph.moment import ALWAYS, NEVER, read_moment
from graph.ontology import split_id
from graph.resolve import IdentityClasses
from graph.snapshot.columns import Bool
from graph.snapshot.context import DECIDED, RESOLVED, CompileContext, DerivedEdge, Span
from graph.snapshot.rows import EdgeRows

# The evidence of who holds an account because they hold another one.
LINKED_WITH = "linked with {} by a person's decision"


def without_unlinked(edges: EdgeRows, context: CompileContext, decisions: Sequence[Decision]) -> EdgeRows:
    """The edges without those HAS_ACCOUNT whose person and account somebody unlinked, whatever a source says."""
    pairs = _unlinked_nodes(context, decisions)
    if not pairs:
        return edges
    kept: Bool = ~edges.of("HAS_ACCOUNT")
    for row in np.flatnonzero(~kept).tolist():
        kept[row] = (int(edges.source[row]), int(edges.target[row])) not in pairs
    return edges.take(kept)


def account_holders(context: CompileContext, decisions: Sequence[Decision]) -> list[DerivedEdge]:
    """HAS_ACCOUNT edges by decisions, subjects and addresses; they stay when the person's last claim ends."""
    separated = _unlinked_nodes(context, decisions)
    derived = [*_linked_to_people(context, decisions)]
    by_rule = list(_same_values(context, separated))
    derived += _without_separated_accounts(context, derived, by_rule, separated)
    derived += _linked_to_accounts(context, decisions, derived, separated)
    return derived


def _nodes_of(context: CompileContext, pair: tuple[str, str]) -> tuple[int, int]:
    """The nodes of two ids of a decision, an Identity before an Account."""
    first, second = (context.index_of(context.classes.canonical.get(node, node)) for node in pair)
    return (second, first) if pair[0].startswith("Account:") and pair[1].startswith("Identity:") else (first, second)


def _unlinked_nodes(context: CompileContext, decisions: Sequence[Decision]) -> set[tuple[int, int]]:
    """The pairs of nodes that a person unlinked, both ways round."""
    pairs = {_nodes_of(context, pair) for pair in unlinked_pairs(decisions)}
    return pairs | {(right, left) for left, right in pairs}


def _linked_to_people(context: CompileContext, decisions: Sequence[Decision]) -> Iterable[DerivedEdge]:
    for pair in sorted(linked_pairs(decisions)):
        if {node.partition(":")[0] for node in pair} == {"Account", "Identity"}:
            person, account = _nodes_of(context, pair)
            yield DerivedEdge(person, "HAS_ACCOUNT", account, DECIDED, "linked by a person's decision")


def _linked_to_accounts(
    context: CompileContext,
    decisions: Sequence[Decision],
    derived: Sequence[DerivedEdge],
    separated: set[tuple[int, int]],
) -> list[DerivedEdge]:
    """Accounts linked with each other are one person's: whoever holds one of them holds the others."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for pair in linked_pairs(decisions):
        if all(node.startswith("Account:") for node in pair):
            left, right = _nodes_of(context, pair)
            neighbours[left].add(right)
            neighbours[right].add(left)
    if not neighbours:
        return []
    holders = _holders(context, derived)
    edges = []
    for account in sorted(neighbours):
        known = {person for person, *_ in holders[account]}
        for other in sorted(_connected(neighbours, account) - {account}):
            evidence = LINKED_WITH.format(context.ids[other])
            for person, since, until in sorted(holders[other]):
                if person not in known and (person, account) not in separated:
                    edges.append(DerivedEdge(person, "HAS_ACCOUNT", account, DECIDED, evidence, since, until))
    return edges


def _holders(context: CompileContext, derived: Sequence[DerivedEdge]) -> dict[int, set[tuple[int, int, int]]]:
    """Per account its (person, since, until), claimed and derived."""
    edges = context.edges
    holders: dict[int, set[tuple[int, int, int]]] = defaultdict(set)
    for row in np.flatnonzero(edges.of("HAS_ACCOUNT")).tolist():
        holders[int(edges.target[row])].add((int(edges.source[row]), int(edges.since[row]), int(edges.until[row])))
    for edge in derived:
        holders[edge.target].add((edge.source, edge.since, edge.until))
    return holders


def _connected(neighbours: Mapping[int, set[int]], start: int) -> set[int]:
    seen, queue = {start}, [start]
    for node in queue:
        queue += sorted(neighbours[node] - seen)
        seen |= neighbours[node]
    return seen


def _without_separated_accounts(
    context: CompileContext,
    decided: Sequence[DerivedEdge],
    by_rule: Sequence[DerivedEdge],
    separated: set[tuple[int, int]],
) -> list[DerivedEdge]:
    """Of two accounts that somebody unlinked one person holds at most one: what a source or a person says, else neither."""
    if not separated:
        return list(by_rule)
    partners: dict[int, set[int]] = defaultdict(set)
    for left, right in separated:
        partners[left].add(right)
    held: dict[int, set[int]] = defaultdict(set)
    for account, holders in _holders(context, [*decided, *by_rule]).items():
        for person, *_ in holders:
            held[person].add(account)
    return [edge for edge in by_rule if not partners[edge.target] & held[edge.source]]


def _named_by_address(context: CompileContext, known: Container[int]) -> Iterator[Span]:
    """The addresses of accounts whose ids are addresses, and of which no source says an address or subject of its own."""
    for node, text in enumerate(context.ids):
        if "@" in text and text.startswith("Account:") and node not in known:
            address = email_address(split_id(text)[2].rpartition("/")[2])
            if address is not None:
                yield node, address, ALWAYS, NEVER


def _same_values(context: CompileContext, separated: set[tuple[int, int]]) -> Iterable[DerivedEdge]:
    """Accounts of the one person who has the same subject or address at the same time, and was not unlinked from it."""
    people = [_from_ever(context.spans(name, "Identity")) for name in ("subject", "emails")]
    accounts = [_from_ever(context.spans(name, "Account")) for name in ("subject", "email")]
    accounts[1] = [*accounts[1], *_named_by_address(context, {node for spans in accounts for node, *_ in spans})]
    rules = (
        ("subject", people[0], accounts[0], str),
        ("email", _each_item(people[1]), accounts[1], canonical_address),
    )
    created = {node: value for node, value, *_ in context.spans("created_at", "Account")}
    attached: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for name, of_people, of_accounts, clean in rules:
        holders: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for node, value, since, until in of_people:
            holders[clean(value)].append((node, since, until))
        for account, value, since, until in of_accounts:
            candidates = {node for node, a, b in holders[clean(value)] if max(a, since) < min(b, until)}
            candidates -= {node for node in candidates if (node, account) in separated}
            owner = _owner(context, candidates, account, created) if name == "email" else _only(candidates)
            for node, a, b in holders[clean(value)]:
                first, last = max(a, since), min(b, until)
                spans = attached[account, node]
                # What an earlier rule says of the same time needs no second reason.
                if node == owner and first < last and not any(c <= first and last <= d for c, d in spans):
                    spans.append((first, last))
                    yield DerivedEdge(node, "HAS_ACCOUNT", account, RESOLVED, f"same {name}: {value}", first, last)


def _only(candidates: set[int]) -> int | None:
    return next(iter(candidates)) if len(candidates) == 1 else None


def _owner(context: CompileContext, candidates: set[int], account: int, created: Mapping[int, str]) -> int | None:
    """The one candidate whose the account is (rule 3a): by when it was created, else first seen, else who is active."""
    if len(candidates) < 2:
        return _only(candidates)
    moments = [read_moment(created[account])] if created.get(account) else []
    if context.first_seen[account] < NEVER:
        moments.append(int(context.first_seen[account]))
    classes: IdentityClasses = context.classes
    holder = classes.holder((context.ids[node] for node in candidates), moments)
    return None if holder is None else context.index_of(holder)


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
