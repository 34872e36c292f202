"""Orphaned paths: live routes to data for which nobody answers any more."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from operator import eq
from typing import overload

import numpy as np

from graph.deadline import check_deadline
from graph.moment import day_of
from graph.money import Money
from graph.reason import Reason
from graph.snapshot import Basis, Snapshot, View
from graph.snapshot.columns import Bool
from queries import revocation
from queries.base import (
    HIDDEN,
    MOMENT,
    ROWS,
    WINDOW_BOUNDS,
    Completeness,
    Deferred,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.blast_radius import WINDOW_DAYS
from queries.liveness import live_nodes
from queries.next_owner import NextOwner, NextOwners
from queries.orphaned_routes import OrphanedPath, PathRows, RootRoutes, groups_passed, live_roots, root_routes
from queries.ownership import ANSWERED_FOR, ORPHANED, Cause, Ownership, ownership
from queries.reach import public_groups, public_notes
from queries.subject import find_nodes
from queries.usage.spend import spend
from queries.vocabulary import Long, NodeId

_SHADOW = ("UNRESOLVED_ACCOUNT", "EXTERNAL_EMAIL")


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `window_days`: how far back "it was seen", "it spent" and the rows' last use look."""

    as_of: int = field(metadata=MOMENT)
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    of: tuple[NodeId, ...] = field(
        default=(),
        metadata=described("only roots that are this principal or alone hold it, may be repeated; by default all"),
    )
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back usage and spend look", bounds=WINDOW_BOUNDS)
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))


@dataclass(frozen=True, slots=True)
class OrphanReason:
    """One line of the table: why, since when, on what evidence."""

    code: str
    """The rule that holds, such as DEPARTED_OWNER."""
    since: int | None = field(metadata=MOMENT)
    """Since when it holds; null where nobody knows."""
    evidence: str
    """What shows it."""


@dataclass(frozen=True, slots=True)
class OrphanedRoot:
    """A principal that nobody answers for, with what only it holds folded under it.

    `state`: ORPHANED, or ANSWERED_FOR or UNKNOWN for an unmanaged account that is listed as a shadow all the same.
    `routes`: how many paths start at it, whatever a limit shows of them.
    """

    id: NodeId
    """The canonical id of the principal."""
    name: str
    """Its name at the moment."""
    state: str
    """ORPHANED, or for a shadow account that is listed all the same ANSWERED_FOR or UNKNOWN."""
    shadow: bool
    """Whether it is a shadow account: one that the company's directory does not govern."""
    reasons: tuple[OrphanReason, ...]
    """All reasons that hold, in the order of the rules."""
    spend_since: Money | None
    """What it and what is folded under it cost since then; null where currencies are mixed."""
    folded: tuple[NodeId, ...]
    """The principals that only it holds, which are counted under it."""
    next_owner: tuple[NextOwner, ...] = ()
    """Who could answer for it instead, best first; none where no source tells of anybody."""
    routes: int = 0
    """How many paths to data and models start at it."""


@dataclass(frozen=True, slots=True)
class UnknownPrincipal:
    """A live principal of which nobody can say whether somebody answers for it; never counted as orphaned."""

    id: NodeId
    """The canonical id of the principal."""
    why: str
    """Why nobody can say whether somebody answers for it."""


@dataclass(frozen=True, slots=True)
class RevocationSet:
    """The cheapest set of revocations that closes every orphaned route to confidential data, as `revocation` has it."""

    edges: tuple[revocation.RevokedEdge, ...]
    """The edges to revoke."""
    roots: tuple[NodeId, ...]
    """The orphaned principals to disable."""
    cost: Long
    """What it costs; no other set costs less."""
    collateral: tuple[revocation.Collateral, ...]
    """Who would lose what, by id."""
    proven: bool
    """Whether the same search, repeated without these edges and roots, reaches no such data."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Roots by id; paths by root, permission down, sensitivity down, hops, target; unknown by id.

    The totals count all of them that are asked about, those with the state ORPHANED among the roots, whatever a limit shows.
    """

    total_roots: int
    """How many roots have the state ORPHANED."""
    total_paths: int
    """How many orphaned paths there are."""
    total_unknown: int
    """How many live principals have an owner state that is unknown."""
    roots: Sequence[OrphanedRoot] = field(metadata=ROWS)
    """The roots, by id."""
    paths: Sequence[OrphanedPath] = field(metadata=ROWS)
    """The paths, by root, permission down, sensitivity down, hops, target."""
    unknown: tuple[UnknownPrincipal, ...] = field(metadata=ROWS)
    """The principals whose owner state is unknown, by id."""
    revocation: Deferred[RevocationSet] = field(compare=False)
    """What to revoke so that no route leads to confidential data any more; computed only where it is asked for."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


class RootRows(Sequence[OrphanedRoot]):
    """Roots by id; who could answer for one instead is looked for when it is read. Equal to any such sequence.

    `groups`: of the id of each root that has proposals the root and what is folded under it, as nodes.
    """

    def __init__(
        self, roots: Sequence[OrphanedRoot], groups: Mapping[str, tuple[int, Sequence[int]]], next_owners: _Proposer
    ) -> None:
        self._roots, self._groups, self._next_owners = (
            sorted(roots, key=lambda row: row.id.encode()),
            groups,
            next_owners,
        )

    def __len__(self) -> int:
        return len(self._roots)

    @overload
    def __getitem__(self, at: int) -> OrphanedRoot: ...
    @overload
    def __getitem__(self, at: slice) -> list[OrphanedRoot]: ...
    def __getitem__(self, at: int | slice) -> OrphanedRoot | list[OrphanedRoot]:
        if isinstance(at, slice):
            return [self._with_owners(root) for root in self._roots[at]]
        return self._with_owners(self._roots[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def _with_owners(self, root: OrphanedRoot) -> OrphanedRoot:
        check_deadline()
        group = self._groups.get(root.id)
        return root if group is None else replace(root, next_owner=self._next_owners(*group))


_Proposer = Callable[[int, Sequence[int]], tuple[NextOwner, ...]]


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question. Raises UnknownName and AmbiguousName."""
    view = snapshot.at(params.as_of, params.basis)
    owned = ownership(snapshot, params.as_of)
    asked = _asked(snapshot, owned, params)
    live = live_nodes(snapshot, view, window_of(params))
    roots, routes, gaps = list[OrphanedRoot](), list[RootRoutes](), list[Reason]()
    proposed_for = dict[str, tuple[int, Sequence[int]]]()
    # Who is a member of a public group reaches what anybody does: a note says so of each that a path passes.
    groups, has_public = [np.zeros(0, dtype=np.int64)], bool(view.derived(public_groups).any())
    owners = NextOwners(snapshot, params.as_of, window_of(params))
    for root, members in live_roots(owned, live).items():
        if root not in asked:
            continue
        money, gap = _spend_since(snapshot, [root, *members], owned.causes[root], params)
        gaps += [gap] if gap is not None and gap not in gaps else []
        of_root, reach = root_routes(snapshot, view, (root, members), window_of(params))
        groups += [groups_passed(snapshot, reach, of_root.targets)] if has_public else []
        described_root = _root(snapshot, view, owned.causes[root], (root, members), money)
        roots.append(replace(described_root, routes=len(of_root.targets)))
        proposed_for[described_root.id] = (root, members)
        routes.append(of_root)
    roots += _other_shadows(snapshot, view, owned, live, asked)
    notes, paths = public_notes(snapshot, view, np.concatenate(groups)), PathRows(routes)
    unknown = [
        UnknownPrincipal(snapshot.ids[node], owned.why[node])
        for node in sorted(owned.why)
        if live[node] and node in asked
    ]
    return Answer(
        total_roots=sum(root.state == "ORPHANED" for root in roots),
        total_paths=len(paths),
        total_unknown=len(unknown),
        roots=RootRows(roots, proposed_for, partial(owners.of_root, owned)),
        paths=paths,
        unknown=tuple(unknown),
        revocation=Deferred(lambda: _revocation_set(snapshot, params, roots)),
        completeness=Completeness(gaps, notes),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def _asked(snapshot: Snapshot, owned: Ownership, params: Params) -> Container[int]:
    """The nodes that may stand in the answer: of what is folded under a root, that root."""
    if not params.of:
        return range(snapshot.count)
    return {owned.root.get(node, node) for node in find_nodes(snapshot, params.of, "of")}


def _revocation_set(snapshot: Snapshot, params: Params, roots: Sequence[OrphanedRoot]) -> RevocationSet:
    """What closes the routes of these roots; without `of`, of all there are, as `revocation` chooses them itself."""
    ids = tuple(node for root in roots if root.state == "ORPHANED" for node in (root.id, *root.folded))
    if params.of and not ids:
        return RevocationSet((), (), 0, (), proven=True)
    asked = revocation.Params(as_of=params.as_of, window_days=params.window_days, roots=ids if params.of else ())
    answer = revocation.run(snapshot, asked)
    return RevocationSet(answer.edges, answer.nodes, answer.cost, answer.collateral, answer.proven)


def window_of(params: Params) -> tuple[int, int]:
    """The first and the last day of the window."""
    last = day_of(params.as_of)
    return last - params.window_days + 1, last


def _root(
    snapshot: Snapshot, view: View, causes: Sequence[Cause], group: tuple[int, Sequence[int]], money: Money | None
) -> OrphanedRoot:
    node, members = group
    shadow = snapshot.kind(node) == "Account" and (
        any(cause.code in _SHADOW for cause in causes) or snapshot.prop(node, "managed", view.moment) == "no"
    )
    return OrphanedRoot(
        id=snapshot.ids[node],
        name=snapshot.name(node, view.moment),
        state="ORPHANED",
        shadow=shadow,
        reasons=tuple(OrphanReason(cause.code, cause.since, cause.evidence) for cause in causes),
        spend_since=money,
        folded=tuple(snapshot.ids[member] for member in members),
    )


def _other_shadows(
    snapshot: Snapshot, view: View, owned: Ownership, live: Bool, asked: Container[int]
) -> list[OrphanedRoot]:
    """Unmanaged accounts are listed even when somebody answers for them, or may do so."""
    states = owned.states()
    accounts = snapshot.nodes.of("Account") & live & (states != ORPHANED)
    unmanaged = accounts & (snapshot.column("managed", view.moment) == snapshot.value_code("no"))
    return [
        OrphanedRoot(
            id=snapshot.ids[node],
            name=snapshot.name(node, view.moment),
            state="ANSWERED_FOR" if states[node] == ANSWERED_FOR else "UNKNOWN",
            shadow=True,
            reasons=(),
            spend_since=None,
            folded=(),
        )
        for node in np.flatnonzero(unmanaged).tolist()
        if node in asked
    ]


def _spend_since(
    snapshot: Snapshot, members: Sequence[int], causes: Sequence[Cause], params: Params
) -> tuple[Money | None, Reason | None]:
    """What the members spent since nobody answers for them; in the window, if no date is known."""
    since = min((cause.since for cause in causes if cause.since is not None), default=None)
    first, last = window_of(params)
    if since is not None:
        first = day_of(since)
    spent = spend(snapshot, members, first, last, params.currency)
    return (None, spent) if isinstance(spent, Reason) else (spent, None)
