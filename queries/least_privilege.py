"""Which grants does a principal not need, by what it was seen using?"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from graph.moment import day_of
from graph.reason import Reason
from graph.snapshot import ABSENT, Basis, Snapshot, View
from graph.snapshot.columns import I4
from queries.accounts_of_nobody import accounts_of_nobody
from queries.base import (
    HIDDEN,
    MOMENT,
    ROWS,
    WINDOW_BOUNDS,
    Completeness,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.blast_radius import WINDOW_DAYS, silent_starts
from queries.carried import TENTHS
from queries.own_grants import OwnGrants, Shrunk
from queries.reach import public_notes
from queries.revocation import RevokedEdge
from queries.sensitivity import PERMISSION_WEIGHTS, leaves, weights
from queries.subject import find_node
from queries.vocabulary import Long, NodeId, NodeKind

# A large organisation answers so many within a minute.
MOST = 200


@dataclass(frozen=True, slots=True)
class Params:
    """Whose grants are looked at: one principal's, or those of all principals of some kinds."""

    as_of: int = field(metadata=MOMENT)
    principal: NodeId | None = field(
        default=None, metadata=described("a node id, email or unique name; by default all principals", argument=True)
    )
    kinds: tuple[NodeKind, ...] = field(
        default=("Identity",),
        metadata=described("of all principals those of these kinds: Identity, Account, Credential"),
    )
    most: int = field(
        default=MOST,
        metadata=described(
            "of all principals at most so many, those that reach the greatest score", bounds=(1, 100_000)
        ),
    )
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back use counts", bounds=WINDOW_BOUNDS)
    )


@dataclass(frozen=True, slots=True)
class LeastPrivilegeRow:
    """What a principal is granted and uses, of data sources, tools, servers and models, and the grants that it does not need."""

    principal: NodeId
    """The canonical id of the principal."""
    name: str
    """Its name at the moment."""
    granted: Long
    """How many data sources, tools, servers and models it reaches over grants."""
    used: Long
    """How many of them were seen in use in the window, by it or further along."""
    unknown: Long
    """Of how many nobody tells whether they are used; they count as needed."""
    remove: tuple[RevokedEdge, ...]
    """Its own grants and memberships that can go together without it losing anything that is used or unknown."""
    score_saved: float
    """By how much the score of its blast radius falls without them."""
    loses: tuple[NodeId, ...]
    """What it would no longer reach, all of it unused, by id."""
    proven: bool
    """Whether a search without these edges still reaches all that is used or unknown, with the permissions of before."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Granted against used, the principals that could give up most first, ties by id.

    Only what is provably unused is given up: what is used, and what nobody vouches for usage of, stays reachable with the
    permission of today. What is proposed are memberships and direct grants of the principal alone, so nobody else loses anything.
    """

    rows: tuple[LeastPrivilegeRow, ...] = field(metadata=ROWS)
    """The principals that reach anything over grants, by score saved down, edges to remove down, id."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question. Cost: per principal a few searches of what it reaches for each of its own grants.

    Raises UnknownName and AmbiguousName.
    """
    view = snapshot.at(params.as_of, Basis.GRANTED)
    gaps: list[Reason] = []
    if params.principal is None:
        principals, gaps = _greatest(snapshot, view, params)
        more, notes = accounts_of_nobody(snapshot, view) if "Identity" in params.kinds else ([], [])
        gaps += more
    else:
        principals = [find_node(snapshot, params.principal, "principal", kinds=("Identity",))]
        notes = silent_starts(snapshot, view, principals)
    grants = OwnGrants.of(snapshot, view, day_of(params.as_of) - params.window_days + 1, len(principals))
    shrunk = [shrink for principal in principals if (shrink := grants.shrink(principal)) is not None]
    rows = [_row(snapshot, view, shrink) for shrink in shrunk]
    rows.sort(key=lambda row: (-row.score_saved, -len(row.remove), row.principal.encode()))
    reached = [shrink.nodes for shrink in shrunk]
    notes += public_notes(snapshot, view, np.concatenate(reached) if reached else np.zeros(0, np.int64))
    return Answer(tuple(rows), Completeness(gaps, notes), freshness_warnings(snapshot, params.as_of))


def _row(snapshot: Snapshot, view: View, shrink: Shrunk) -> LeastPrivilegeRow:
    ids = snapshot.ids
    return LeastPrivilegeRow(
        principal=ids[shrink.principal],
        name=snapshot.name(shrink.principal, view.moment),
        granted=shrink.granted,
        used=shrink.used,
        unknown=shrink.unknown,
        remove=tuple(RevokedEdge(ids[source], kind, ids[target]) for source, kind, target in shrink.removed),
        score_saved=shrink.tenths_saved / TENTHS,
        loses=tuple(ids[node] for node in shrink.lost.tolist()),
        proven=shrink.is_proven,
    )


def _greatest(snapshot: Snapshot, view: View, params: Params) -> tuple[list[int], list[Reason]]:
    """The principals that reach anything, by score down; at most so many, and what is said of the others."""
    starts: I4 = np.flatnonzero(snapshot.nodes.of(*params.kinds) & (view.mode != ABSENT)).astype(np.int32)
    totals, _, scores = view.traverser().rank(starts, view.levels, leaves(view), weights(view), PERMISSION_WEIGHTS)
    order = np.lexsort((starts, -scores))
    order = order[totals[order] > 0]
    if len(order) <= params.most:
        return starts[order].tolist(), []
    text = (
        f"the {params.most:,} principals that reach the greatest score, of {len(order):,}; none of the others can save "
        f"more than {round(float(scores[order[params.most]]), 6):,}. Give one of them, or a greater --most"
    )
    return starts[order[: params.most]].tolist(), [Reason("PRINCIPALS", text)]
