"""Ranking: of all identities, accounts or keys, those whose blast radius is the greatest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

import numpy as np

from graph.errors import InputError
from graph.moment import day_of
from graph.money import Money
from graph.snapshot import ABSENT, Basis, Snapshot
from queries.accounts_of_nobody import accounts_of_nobody
from queries.base import (
    COLUMNS,
    HIDDEN,
    MOMENT,
    WINDOW_BOUNDS,
    Completeness,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.blast_radius import WINDOW_DAYS
from queries.reach import public_groups, public_notes
from queries.sensitivity import PERMISSION_WEIGHTS, leaves, weights
from queries.subject import names_of
from queries.usage.spend import amounts_of_each
from queries.vocabulary import NodeId, NodeKind, Words

SORTS = ("score", "total", "data_sources", "spend")
_SORT_MEANINGS = (
    "By score.",
    "By how many nodes are reached.",
    "By how many data sources without contained ones are reached.",
    "By cost, then by estimate.",
)
RankingSort = Annotated[
    str, Words("RankingSort", SORTS, "What a ranking is sorted by, greatest first.", _SORT_MEANINGS)
]


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `kinds`: whose radius is measured; `sort`: one of SORTS, greatest first."""

    as_of: int = field(metadata=MOMENT)
    kinds: tuple[NodeKind, ...] = field(
        default=("Identity",), metadata=described("whose radius: Identity, Account, Credential")
    )
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    sort: RankingSort = field(
        default="score", metadata=described("by score, total, data_sources or spend (cost, then estimate)")
    )
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back usage and spend look", bounds=WINDOW_BOUNDS)
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))


@dataclass(frozen=True, slots=True)
class RankingRow:
    """One principal: how many nodes it reaches, how many leaf data sources, their score, and what it spends.

    `spend` is cost of the ledger, `estimate` what is priced and not in it, `included` what a plan pays for.
    """

    id: NodeId
    """The canonical id of the principal."""
    name: str
    """Its name at the moment."""
    total: int
    """How many nodes it reaches."""
    data_sources: int
    """How many data sources without contained ones it reaches."""
    score: float
    """Sum over those data sources of sensitivity weight times permission weight."""
    spend: Money | None
    """What it cost in the window; null where currencies are mixed."""
    estimate: Money | None
    """What its usage is priced at and is not in the ledger."""
    included: Money | None
    """What a plan pays for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """All principals that are there at the moment, greatest first, ties by id."""

    rows: tuple[RankingRow, ...] = field(metadata=COLUMNS)
    """The principals, greatest first, ties by id."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question: the totals of the blast radius of each, from one call of the kernel.

    Raises InputError for a sort that is none of SORTS.
    """
    if params.sort not in SORTS:
        raise InputError(f"`sort` must be one of {', '.join(SORTS)}, not {params.sort!r}").in_argument("sort")
    view = snapshot.at(params.as_of, params.basis)
    present = snapshot.nodes.of(*params.kinds) & (view.mode != ABSENT)
    starts = np.flatnonzero(present).astype(np.int32)
    totals, data_sources, scores = view.traverser().rank(
        starts, view.levels, leaves(view), weights(view), PERMISSION_WEIGHTS
    )
    last = day_of(params.as_of)
    window = (last - params.window_days + 1, last)
    amounts = amounts_of_each(snapshot, starts, params.as_of, window, params.currency)
    columns = {
        "score": (scores,),
        "total": (totals,),
        "data_sources": (data_sources,),
        "spend": (amounts.estimate, amounts.cost),
    }
    order = np.lexsort((starts, *(-column.astype(np.float64) for column in columns[params.sort])))
    ranked = starts[order]
    rows = tuple(
        RankingRow(
            id=snapshot.ids[node],
            name=name,
            total=int(totals[at]),
            data_sources=int(data_sources[at]),
            score=round(float(scores[at]), 6),
            spend=_money(amounts.cost[at], amounts.currency),
            estimate=_money(amounts.estimate[at], amounts.currency),
            included=_money(amounts.included[at], amounts.currency),
        )
        for at, node, name in zip(
            order.tolist(), ranked.tolist(), names_of(snapshot, ranked, params.as_of), strict=True
        )
    )
    gaps, notes = accounts_of_nobody(snapshot, view) if "Identity" in params.kinds else ([], [])
    # Everybody is a member of a public group, so that it is part of every row.
    notes += public_notes(snapshot, view, np.flatnonzero(present.any() & view.derived(public_groups)))
    gaps += [] if amounts.reason is None else [amounts.reason]
    return Answer(rows, Completeness(gaps, (*notes, *amounts.notes)), freshness_warnings(snapshot, params.as_of))


def _money(nano: int, currency: str | None) -> Money | None:
    return None if currency is None else Money(int(nano), currency)
