"""This file knows the question: of all identities, accounts or keys, whose blast radius is the greatest?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

import numpy as np

from graph.errors import InputError
from graph.moment import day_of
from graph.money import Money
from graph.ontology import NODE_CODES
from graph.reason import Reason
from graph.snapshot import ABSENT, Basis, Snapshot
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
from queries.sensitivity import PERMISSION_WEIGHTS, leaves, weights
from queries.usage.spend import spend_of_each
from queries.vocabulary import NodeId, NodeKind, Words

SORTS = ("score", "total", "data_sources", "spend")
RankingSort = Annotated[str, Words("RankingSort", SORTS, "What a ranking is sorted by, greatest first.")]


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. `kinds`: whose radius is measured; `sort`: one of SORTS, greatest first."""

    as_of: int = field(metadata=MOMENT)
    kinds: tuple[NodeKind, ...] = field(
        default=("Identity",), metadata=described("whose radius: Identity, Account, Credential")
    )
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    sort: RankingSort = field(default="score", metadata=described("by score, total, data_sources or spend"))
    window_days: int = field(
        default=WINDOW_DAYS, metadata=described("how many days back usage and spend look", bounds=WINDOW_BOUNDS)
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))


@dataclass(frozen=True, slots=True)
class RankingRow:
    """One principal: how many nodes it reaches, how many leaf data sources, their score, and what it spends."""

    id: NodeId
    name: str
    total: int
    data_sources: int
    score: float
    spend: Money | None


@dataclass(frozen=True, slots=True)
class Answer:
    """All principals that are there at the moment, greatest first, ties by id."""

    rows: tuple[RankingRow, ...] = field(metadata=COLUMNS)
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question: the totals of the blast radius of each, from one kernel call."""
    if params.sort not in SORTS:
        raise InputError(f"{params.sort!r} is no order; use one of {', '.join(SORTS)}")
    cut = snapshot.at(params.as_of, params.basis)
    there = np.isin(snapshot.arrays["kind"], [NODE_CODES[kind] for kind in params.kinds]) & (cut.mode != ABSENT)
    starts = np.flatnonzero(there).astype(np.int32)
    leaf, weight = leaves(cut), weights(cut)
    totals, data, scores = cut.traverser().rank(starts, cut.levels, leaf, weight, PERMISSION_WEIGHTS)
    last = day_of(params.as_of)
    money, currency, reason = spend_of_each(
        snapshot, starts, params.as_of, (last - params.window_days + 1, last), params.currency
    )
    keys = {"score": scores, "total": totals, "data_sources": data, "spend": money}
    order = np.lexsort((starts, -keys[params.sort].astype(np.float64)))
    rows = tuple(
        RankingRow(
            id=snapshot.ids[place],
            name=snapshot.name(place, params.as_of),
            total=int(totals[at]),
            data_sources=int(data[at]),
            score=round(float(scores[at]), 6),
            spend=None if currency is None else Money(int(money[at]), currency),
        )
        for at, place in ((at, int(starts[at])) for at in order.tolist())
    )
    reasons: tuple[Reason, ...] = () if reason is None else (reason,)
    return Answer(rows, Completeness(reasons=reasons), freshness_warnings(snapshot, params.as_of))
