"""Scopes of callers: which part of a snapshot they may see.

A scope names departments, groups, applications and sources. Seen are their principals, whatever these reach, directly or
through others, what they used, and who holds or answers for any of that. So nothing is missing from a walk that begins
at one of the scope's own principals; what else reaches the same data, and the money of others, is not shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graph.errors import InputError
from graph.ontology import EDGE_KINDS, NODE_KINDS
from graph.snapshot.columns import Bool, Ints
from graph.snapshot.principals import attributed_principals
from graph.snapshot.restrict import Visibility, restrict
from graph.snapshot.snapshot import Snapshot

# What a scope may name, and how: department:Research, group:Group:github/acme/data, application:Application:cursor/acme,
# source:hr:workday.
SCOPE_WORDS = ("department", "group", "application", "source")

_CONVEYING = (*(name for name, kind in EDGE_KINDS.items() if kind.conveys), "USED")
_HOLDING = ("HAS_ACCOUNT", "HAS_CREDENTIAL", "ANSWERS_FOR")
_PRINCIPALS = tuple(name for name, kind in NODE_KINDS.items() if kind.principal)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a caller may see, by the names of each kind; a caller without a scope sees everything."""

    departments: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    applications: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str]) -> Scope:
        """From texts such as `department:Research`; raises InputError for any that names none of SCOPE_WORDS."""
        names: dict[str, set[str]] = {word: set() for word in SCOPE_WORDS}
        for text in texts:
            word, _, name = text.partition(":")
            if word not in names or not name.strip():
                kinds = ", ".join(f"{each}:NAME" for each in SCOPE_WORDS)
                raise InputError(f"'{text}' is no scope; give {kinds}")
            names[word].add(name.strip())
        return cls(*(frozenset(names[word]) for word in SCOPE_WORDS))

    def texts(self) -> list[str]:
        """The texts that `of` reads, sorted."""
        columns = (self.departments, self.groups, self.applications, self.sources)
        return sorted(f"{word}:{name}" for word, names in zip(SCOPE_WORDS, columns, strict=True) for name in names)


def in_scope(snapshot: Snapshot, scope: Scope) -> Snapshot:
    """The part of a snapshot that a scope shows, as a snapshot of its own; O(all rows)."""
    return restrict(snapshot, visibility(snapshot, scope))


def visibility(snapshot: Snapshot, scope: Scope) -> Visibility:
    """What a scope shows: memberships and departments as they were when the snapshot was built, use and reach of all times.

    Charges, and usage that names nobody, are seen of the applications that the scope names or whose source it names.
    """
    listed = _listed(snapshot, scope.sources)
    applications = _named(snapshot, scope.applications) | (listed & snapshot.nodes.of("Application"))
    principals = (listed & snapshot.nodes.of(*_PRINCIPALS)) | _of_departments(snapshot, scope.departments)
    principals |= _members(snapshot, _named(snapshot, scope.groups))
    principals |= _users(snapshot, applications)
    seen = listed | applications | principals | _named(snapshot, scope.groups)
    # A key that is gone is seen where its usage is attributed to somebody who is.
    while True:
        seen = _reached(snapshot, seen)
        more = _used(snapshot, seen) & ~seen
        if not more.any():
            break
        seen |= more
    return Visibility(seen | _holders(snapshot, seen), applications)


def _named(snapshot: Snapshot, ids: Iterable[str]) -> Bool:
    """The nodes with these ids; an id that no node has shows nothing."""
    mask = np.zeros(snapshot.count, dtype=bool)
    mask[[node for node in map(snapshot.index_of, ids) if node >= 0]] = True
    return mask


def _listed(snapshot: Snapshot, names: Iterable[str]) -> Bool:
    """The nodes that sources of these names list, and the ends of the edges that they claim."""
    mask, edges = np.zeros(snapshot.count, dtype=bool), snapshot.edges
    for name in names:
        if name in snapshot.sources[: snapshot.source_count]:
            number = snapshot.sources.index(name)
            rows = np.flatnonzero(edges.claimed_by == number)
            mask[snapshot.descriptions.nodes_of(number)] = True
            mask[edges.source[rows]] = mask[edges.target[rows]] = True
    return mask


def _of_departments(snapshot: Snapshot, departments: Iterable[str]) -> Bool:
    codes = snapshot.column("department", snapshot.built_at)
    mask: Bool = np.isin(codes, [snapshot.value_code(name) for name in departments])
    return mask & snapshot.nodes.of("Identity")


def _members(snapshot: Snapshot, groups: Bool) -> Bool:
    """The principals in these groups, also through groups in them, when the snapshot was built."""
    edges, seen = snapshot.edges, groups.copy()
    frontier: Ints = np.flatnonzero(groups)
    while len(frontier):
        rows = edges.incoming(frontier)
        rows = rows[edges.of("MEMBER_OF", rows=rows) & edges.valid_at(snapshot.built_at, rows)]
        frontier = np.unique(edges.source[rows])
        frontier = frontier[~seen[frontier]]
        seen[frontier] = True
    return seen & snapshot.nodes.of(*_PRINCIPALS)


def _users(snapshot: Snapshot, applications: Bool) -> Bool:
    """The principals with an account in these applications or usage through them."""
    mask = np.zeros(snapshot.count, dtype=bool)
    edges, usage = snapshot.edges, snapshot.usage
    accounts = edges.incoming(np.flatnonzero(applications))
    mask[edges.source[accounts[edges.of("ACCOUNT_IN", rows=accounts)]]] = True
    rows = np.flatnonzero(np.append(applications, False)[usage.application] & (usage.principal >= 0))
    mask[usage.principal[rows]] = True
    return mask


def _reached(snapshot: Snapshot, starts: Bool) -> Bool:
    """What is reached from these nodes at any time, by grant or by use."""
    edges, seen = snapshot.edges, starts.copy()
    frontier: Ints = np.flatnonzero(starts)
    while len(frontier):
        rows = edges.outgoing(frontier)
        rows = rows[edges.of(*_CONVEYING, rows=rows)]
        frontier = np.unique(edges.target[rows])
        frontier = frontier[~seen[frontier]]
        seen[frontier] = True
    return seen


def _used(snapshot: Snapshot, seen: Bool) -> Bool:
    """Everything that the usage rows of these nodes name, in their own names or attributed to them."""
    usage, mask = snapshot.usage, np.zeros(snapshot.count + 1, dtype=bool)
    padded = np.append(seen, False)
    rows = np.flatnonzero(padded[usage.principal] | padded[attributed_principals(snapshot)])
    columns: tuple[Ints, ...] = (usage.principal, usage.resource, usage.application, usage.workspace)
    for column in columns:
        # The last entry is for none.
        mask[column[rows]] = True
    return mask[:-1]


def _holders(snapshot: Snapshot, seen: Bool) -> Bool:
    """Who holds or answers for any of these, and the members of groups that do."""
    edges = snapshot.edges
    rows = edges.incoming(np.flatnonzero(seen))
    mask = np.zeros(snapshot.count, dtype=bool)
    mask[edges.source[rows[edges.of(*_HOLDING, rows=rows)]]] = True
    return mask | _members(snapshot, mask & snapshot.nodes.of("Group"))
