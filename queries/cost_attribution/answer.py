"""This file knows the shape of the answer: the ledger, its rows and buckets, and what is stated beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, overload

from graph.money import Money
from graph.ontology import TOKEN_COUNTERS
from queries.base import COLUMNS, HIDDEN, Completeness, FreshnessWarning
from queries.cost_attribution.question import CostDimension
from queries.vocabulary import CostBasis, Day, DecimalText, Entry, Long, NodeId


@dataclass(frozen=True, slots=True)
class CostRow:
    """The cost under one key, and what was used for it. `basis`: billed, priced or mixed."""

    key: Mapping[CostDimension, str]
    cost: Money
    basis: CostBasis
    tokens: Annotated[Mapping[str, Long], Entry("TokenCount", "How many tokens of one counter.", keys=TOKEN_COUNTERS)]
    requests: Long


@dataclass(frozen=True, slots=True)
class CostOverlap:
    """What a second source told of days that another source already accounts for; not in the ledger.

    `kind` is usage or charge, `category` that of the charge. Days are written out, both inclusive.
    """

    kind: str
    application: NodeId
    category: str
    first_day: Day
    last_day: Day
    source: str
    counted: str
    cost: Money
    code: str = "OVERLAP"


class CostRows(Sequence[CostRow]):
    """Rows by cost, greatest first, ties by key; each is made when it is read.

    `labels`: per dimension its key texts; `codes`: per dimension and row a place in them; `sums`: per measure and row.
    """

    def __init__(
        self, labels: Mapping[str, Sequence[str]], codes: Mapping[str, Any], sums: Mapping[str, Any], currency: str
    ) -> None:
        self.labels, self.codes, self.sums, self.currency = labels, codes, sums, currency

    def __len__(self) -> int:
        return len(self.sums["cost"])

    @overload
    def __getitem__(self, at: int) -> CostRow: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[CostRow]: ...
    def __getitem__(self, at: int | slice) -> CostRow | Sequence[CostRow]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        basis = int(self.sums["basis"][at])
        return CostRow(
            key={name: self.labels[name][int(codes[at])] for name, codes in self.codes.items()},
            cost=Money(int(self.sums["cost"][at]), self.currency),
            basis=("billed", "priced", "mixed")[basis],
            tokens={name: int(self.sums[name][at]) if name in self.sums else 0 for name in TOKEN_COUNTERS},
            requests=int(self.sums["requests"][at]) if "requests" in self.sums else 0,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """rows + buckets = ledger, in integers.

    `dropped_buckets`: what a filter on a dimension that charges do not have leaves out. `left_out`: the ledgers of
    currencies that were not asked for and have no rate. `unpriced_rows`: usage rows with tokens and no cost known.
    `rates`: per currency what one unit of it was counted as.
    """

    ledger: Money
    rows: CostRows = field(metadata=COLUMNS)
    buckets: Mapping[str, Money]
    included_value: Money
    overlaps: tuple[CostOverlap, ...]
    dropped_buckets: Mapping[str, Money]
    left_out: tuple[Money, ...]
    unpriced_rows: Long
    rates: Annotated[Mapping[str, DecimalText], Entry("Rate", "What one unit of a currency was counted as.")]
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)
