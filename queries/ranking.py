"""Ranking: of all identities, accounts or keys, those whose blast radius is the greatest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, overload

import numpy as np

from graph.deadline import check_deadline
from graph.errors import InputError
from graph.moment import day_of
from graph.money import Money
from graph.snapshot import ABSENT, Basis, Snapshot
from graph.snapshot.columns import I4, I8
from graph.traverse import F8
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
from queries.usage.spend import AmountColumns, amounts_of_each
from queries.vocabulary import NodeId, NodeKind, Words

# Rows become Python objects block by block.
_BLOCK = 1_024
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


@dataclass(frozen=True, slots=True, eq=False)
class RankingRows(Sequence[RankingRow]):
    """The rows of a ranking, each made when it is read. Per principal (`nodes`) the columns; `order`: greatest first.

    Whoever reads the first fifty of a company need not wait, nor keep the interpreter from others, for all of it.
    """

    snapshot: Snapshot
    moment: int
    nodes: I4
    totals: I8
    data_sources: I8
    scores: F8
    amounts: AmountColumns
    order: I8

    def __len__(self) -> int:
        return len(self.order)

    def __iter__(self) -> Iterator[RankingRow]:
        for start in range(0, len(self), _BLOCK):
            check_deadline()
            yield from self._rows(self.order[start : start + _BLOCK])

    @overload
    def __getitem__(self, at: int) -> RankingRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[RankingRow]: ...
    def __getitem__(self, at: int | slice) -> RankingRow | list[RankingRow]:
        if isinstance(at, slice):
            return self._rows(self.order[at])
        return self._rows(np.array([self.order[at]]))[0]

    def _rows(self, at: I8) -> list[RankingRow]:
        nodes, amounts = self.nodes[at], self.amounts
        money = ([_money(nano, amounts.currency) for nano in column[at]] for column in _amounts(amounts))
        return list(
            map(
                RankingRow,
                [self.snapshot.ids[node] for node in nodes.tolist()],
                names_of(self.snapshot, nodes, self.moment),
                self.totals[at].tolist(),
                self.data_sources[at].tolist(),
                [round(score, 6) for score in self.scores[at].tolist()],
                *money,
            )
        )


def _amounts(amounts: AmountColumns) -> tuple[Any, Any, Any]:
    """The columns in the order of the row's fields."""
    return amounts.cost, amounts.estimate, amounts.included


@dataclass(frozen=True, slots=True)
class Answer:
    """All principals that are there at the moment, greatest first, ties by id."""

    rows: Sequence[RankingRow] = field(metadata=COLUMNS)
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
    rows = RankingRows(snapshot, params.as_of, starts, totals, data_sources, scores, amounts, order)
    gaps, notes = accounts_of_nobody(snapshot, view) if "Identity" in params.kinds else ([], [])
    # Everybody is a member of a public group, so that it is part of every row.
    notes += public_notes(snapshot, view, np.flatnonzero(present.any() & view.derived(public_groups)))
    gaps += [] if amounts.reason is None else [amounts.reason]
    return Answer(rows, Completeness(gaps, (*notes, *amounts.notes)), freshness_warnings(snapshot, params.as_of))


def _money(nano: int, currency: str | None) -> Money | None:
    return None if currency is None else Money(int(nano), currency)
