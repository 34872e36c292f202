"""Params and answer of cost attribution: dimensions, owner rules, keys without a node, and the ledger with its rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, overload

from graph.errors import InputError
from graph.money import CURRENCY, Money
from graph.ontology import COST_BASES, TOKEN_COUNTERS
from graph.snapshot.columns import Ints
from queries.base import COLUMNS, HIDDEN, MOMENT, ROWS, Completeness, FreshnessWarning, described
from queries.cost_attribution.explanation import (
    CostDifference,
    DifferenceDriver,
    OwnPriceUse,
    PeriodVariance,
    RestatedFigures,
    SpreadSeats,
    UnitCost,
)
from queries.inventory_row import OWNER_STATES
from queries.vocabulary import UNPRICED, CostBasis, CountsRule, Day, DecimalText, Entry, Long, NodeId, Words

# In the order in which splits nest; those behind are read off the row.
DIMENSIONS: tuple[str, ...] = (
    "identity",
    "team",
    "department",
    "cost_center",
    "account",
    "credential",
    "application",
    "workspace",
    "model",
    "provider",
    "mcp_server",
    "data_source",
    "owner_state",
    "day",
    "week",
    "month",
)
_DIMENSION_MEANINGS = (
    "Who the usage belongs to.",
    "The team of the owner on the day of use.",
    "The department of the owner on the day of use.",
    "The cost center of the owner on the day of use.",
    "The account that was used.",
    "The credential that was used.",
    "The application that was used.",
    "The workspace or project in which it was used.",
    "The model that was used.",
    "The provider of the model.",
    "The MCP server whose tools were called.",
    "The data source that the server accessed.",
    "Whether somebody answers for the principal.",
    "The UTC day.",
    "The ISO week, such as 2026-W36.",
    "The month, such as 2026-09.",
)
MOST_DIMENSIONS = 3
CostDimension = Annotated[
    str,
    Words("CostDimension", DIMENSIONS, "What cost can be shown by and filtered on.", _DIMENSION_MEANINGS, "Dimension"),
]

# What a charge says of itself: its application and its days, nothing else.
CHARGE_DIMENSIONS = frozenset({"application", "day", "week", "month"})
OWNER_DIMENSIONS = frozenset({"identity", "team", "department", "cost_center"})
SERVER_DIMENSIONS = frozenset({"mcp_server", "data_source"})

# Codes in place of a node where a rule cannot name one, and how an answer writes them.
UNATTRIBUTED, SHARED, NO_MCP_USE, UNKNOWN = -1, -2, -3, -4
NAMELESS: dict[int, str] = {
    UNATTRIBUTED: "~unattributed",
    SHARED: "~shared",
    NO_MCP_USE: "~no_mcp_use",
    UNKNOWN: "~unknown",
}
UNATTRIBUTED_TEXT = NAMELESS[UNATTRIBUTED]

# What a row's `basis` may be, by its number; the last one is for tokens alone.
BASES: tuple[str, ...] = (*COST_BASES, "mixed", UNPRICED)


class OwnerRule(Enum):
    """To whom what several people share belongs: all alike, nobody by name, or whom the source itself names."""

    EVEN = "EVEN"
    """Evenly between all owners."""
    NONE = "NONE"
    """To the key ~shared."""
    USAGE = "USAGE"
    """By what the source itself says of who used it."""


class SeatRule(Enum):
    """Over whom the charges for seats are spread, day by day and evenly but for USE."""

    NONE = "NONE"
    """Over nobody: they are the bucket seat."""
    ASSIGNED = "ASSIGNED"
    """Over the accounts that are in the application on the day."""
    ACTIVE = "ACTIVE"
    """Over those who used the application on any day of the charge."""
    USE = "USE"
    """Over those, by their requests on the days of the charge."""


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. Days are day numbers, both inclusive.

    `rates`: how many units of `currency` one unit of another currency is worth. `filters`: dimension → the values that
    count, node ids, addresses or unique names where the dimension is a node.
    """

    by: tuple[CostDimension, ...] = field(
        metadata=described(f"up to {MOST_DIMENSIONS} of {', '.join(DIMENSIONS)}", bounds=(1, None))
    )
    first_day: int = field(metadata=described("the first day", name="from", form="day"))
    last_day: int = field(metadata=described("the last day, inclusive", name="to", form="day"))
    as_of: int = field(metadata=MOMENT)
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))
    rates: Annotated[
        Mapping[str, Decimal],
        Entry(
            "Rate",
            "How many units of the asked currency one unit of another is worth.",
            "currency",
            "rate",
            key_meaning="The other currency, an ISO 4217 code.",
            value_meaning="How many units of the asked currency one unit of it is worth.",
        ),
    ] = field(default_factory=dict, metadata=described("EUR=1.08: convert, and say so", name="rate", form="rates"))
    owners: OwnerRule = field(default=OwnerRule.EVEN, metadata=described("to whom belongs what several people share"))
    team_type: str = field(default="team", metadata=described("which type of group is a team, such as directory_group"))
    seats: SeatRule = field(default=SeatRule.NONE, metadata=described("over whom charges for seats are spread"))
    filters: Annotated[
        Mapping[CostDimension, tuple[str, ...]],
        Entry(
            "CostFilter",
            "Only what has one of these values; ids, emails or unique names where it is a node.",
            "dimension",
            "values",
            key_meaning="The dimension to filter on.",
            value_meaning="Its values, any of which will do.",
        ),
    ] = field(default_factory=dict, metadata=described("team=Billing: only these", name="filter", form="filters"))
    compare: str | None = field(
        default=None, metadata=described("a month such as 2026-10: what drives the difference to it")
    )

    @property
    def needed(self) -> frozenset[str]:
        """The dimensions that rows must be split by: those shown and those filtered on."""
        return frozenset(self.by) | frozenset(self.filters)


def check_params(params: Params) -> None:
    """Raise InputError unless the question can be asked."""
    by: list[tuple[str, str | int, str]] = [("by", at, name) for at, name in enumerate(params.by)]
    for argument, key, name in (*by, *(("filters", name, name) for name in params.filters)):
        if name not in DIMENSIONS:
            problem = InputError(f"{name!r} is not a dimension of cost. Dimensions are {', '.join(DIMENSIONS)}")
            raise problem.in_argument(argument, key)
    for name, texts in params.filters.items():
        for at, text in enumerate(texts):
            _check_key(name, text.strip(), at)
    if len(params.by) > MOST_DIMENSIONS or len(set(params.by)) < len(params.by):
        problem = InputError(f"cost is shown by up to {MOST_DIMENSIONS} different dimensions. Leave some out of --by")
        raise problem.in_argument("by")
    if params.first_day > params.last_day:
        raise InputError("the first day is after the last. Swap --from and --to").in_argument("first_day")
    if params.currency is not None and not CURRENCY.match(params.currency):
        raise InputError(f"{params.currency!r} is not an ISO 4217 currency code such as USD").in_argument("currency")
    _check_compare(params)
    for currency, rate in params.rates.items():
        if not CURRENCY.match(currency) or not rate.is_finite() or rate <= 0 or abs(rate.adjusted()) > 30:
            raise InputError(
                f"{currency}={rate} is not a rate. A rate reads EUR=1.08: one EUR is worth 1.08 of --currency"
            ).in_argument("rates", currency)
        if currency == params.currency and rate != 1:
            raise InputError(f"one {currency} is one {currency}. Leave its --rate out").in_argument("rates", currency)


def _check_compare(params: Params) -> None:
    if params.compare is None:
        return
    if not _MONTH.fullmatch(params.compare):
        raise InputError(f"{params.compare!r} is no month. Write one such as 2026-10").in_argument("compare")
    if params.seats is not SeatRule.NONE:
        problem = InputError(
            "what drove a difference is known of usage and charges apart. Leave --seats or --compare out"
        )
        raise problem.in_argument("seats")
    calendar = [name for name in (*params.by, *params.filters) if name in ("day", "week", "month")]
    if calendar:
        raise InputError(f"no {calendar[0]} is in both windows: compare by something else").in_argument("compare")


_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])", re.ASCII)

# Of dimensions whose keys are known beforehand: how a key reads, and an example.
_KEY_FORMS = {
    "day": (re.compile(r"\d{4}-\d\d-\d\d", re.ASCII), "a day such as 2026-11-21"),
    "week": (re.compile(r"\d{4}-W\d\d", re.IGNORECASE | re.ASCII), "an ISO week such as 2026-W36"),
    "month": (re.compile(r"\d{4}-\d\d", re.ASCII), "a month such as 2026-11"),
    "owner_state": (re.compile("|".join(OWNER_STATES), re.IGNORECASE), f"one of {', '.join(OWNER_STATES)}"),
}


def _check_key(name: str, text: str, at: int) -> None:
    """Raise InputError for a key that a dimension can never have: a filter on it would leave nothing, and not say why."""
    if name in _KEY_FORMS and text.casefold() not in NAMELESS.values():
        form, example = _KEY_FORMS[name]
        if not form.fullmatch(text):
            problem = InputError(f"{name}={text} is no key of cost by {name}. Write {example}")
            raise problem.in_argument("filters", name, at)


@dataclass(frozen=True, slots=True)
class CostRow:
    """The three amounts under one key, and what was used.

    `cost` is in the ledger; `estimate` is priced from a table and not in it; `included` a plan pays for. `basis` is that of
    the first of them that the key has: billed, priced or mixed, which a share of a bill that a rule splits is too; unpriced
    for tokens alone.
    """

    key: Mapping[CostDimension, str]
    """The value of each dimension asked for; those that begin with ~ are no node."""
    cost: Money
    """What is in the ledger."""
    estimate: Money
    """What is priced from a table and is not in the ledger."""
    included: Money
    """What a plan pays for."""
    basis: CostBasis
    """Where the first of these amounts comes from."""
    tokens: Annotated[Mapping[str, Long], Entry("TokenCount", "How many tokens of one counter.", keys=TOKEN_COUNTERS)]
    """How many tokens of each counter."""
    requests: Long
    """How many requests."""


@dataclass(frozen=True, slots=True)
class CostOverlap:
    """What a second source reports of days that another source already accounts for; not in the ledger.

    `kind` is usage or charge, `category` that of the charge. Days are written out, both inclusive.
    """

    kind: str
    """usage or charge."""
    application: NodeId
    """The id of the application."""
    category: str
    """The category of the charge."""
    first_day: Day
    """The first day that is reported twice."""
    last_day: Day
    """The last day that is reported twice, inclusive."""
    source: str
    """The source that is left out."""
    counted: str
    """The source that counts instead."""
    cost: Money
    """The amount that is left out."""
    code: str = "OVERLAP"
    """Always OVERLAP."""


@dataclass(frozen=True, slots=True)
class PricedUsage:
    """Usage of one source that is priced from a table.

    `counts`: `auto` (in the ledger on days without a bill of the same provider or application), `always` or `never`, as the
    connector is set. `cost` and `estimate`: what of it is in the ledger in this window, and what is not.
    """

    source: str
    """The source of the usage, as system:instance."""
    counts: CountsRule
    """The rule that its connector is set to."""
    cost: Money
    """What of it is in the ledger."""
    estimate: Money
    """What of it is not."""


class CostRows(Sequence[CostRow]):
    """Rows by cost, then estimate, then included, greatest first, ties by key; each is made when it is read.

    `labels`: per dimension its key texts; `codes`: per dimension and row an index in them; `sums`: per measure and row.
    """

    def __init__(
        self, labels: Mapping[str, Sequence[str]], codes: Mapping[str, Ints], sums: Mapping[str, Any], currency: str
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
            return [self[row] for row in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return CostRow(
            key={name: self.labels[name][int(codes[at])] for name, codes in self.codes.items()},
            cost=Money(int(self.sums["cost"][at]), self.currency),
            estimate=Money(int(self.sums["estimate"][at]), self.currency),
            included=Money(int(self.sums["included"][at]), self.currency),
            basis=BASES[int(self.sums["basis"][at])],
            tokens={name: int(self.sums[name][at]) if name in self.sums else 0 for name in TOKEN_COUNTERS},
            requests=int(self.sums["requests"][at]) if "requests" in self.sums else 0,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """rows + buckets = ledger, in integers; the rows' estimates and included values add up to theirs.

    `priced`: per source of priced usage in the window, when it is in the ledger and how much of it is.
    `dropped_buckets`: what a filter on a dimension that charges do not have leaves out. `left_out`: the ledgers of
    currencies that were not asked for and have no rate. `unpriced_rows`: usage rows with tokens and no cost known.
    `rates`: per currency what one unit of it was counted as.
    """

    ledger: Money
    """What the window cost: rows plus buckets, exactly."""
    rows: CostRows = field(metadata=COLUMNS)
    """The rows, by cost, then estimate, then included, greatest first."""
    buckets: Mapping[str, Money]
    """What has no key at all: variance, seat, tax, credit, other."""
    estimate_value: Money
    """The sum of all rows' estimates."""
    included_value: Money
    """The sum of all rows' included amounts."""
    priced: tuple[PricedUsage, ...]
    """Per source of priced usage how much of it is in the ledger."""
    own_prices: tuple[OwnPriceUse, ...]
    """The prices of `remit.toml` that usage of the window has, by model and day."""
    overlaps: tuple[CostOverlap, ...]
    """What a second source reports of days that another accounts for."""
    dropped_buckets: Mapping[str, Money]
    """The buckets that a filter leaves out, as charges do not have its dimension."""
    left_out: tuple[Money, ...]
    """The ledgers of currencies that were not asked for and have no rate."""
    unpriced_rows: Long
    """How many usage rows have tokens and no cost that is known."""
    rates: Annotated[Mapping[str, DecimalText], Entry("Rate", "What one unit of a currency was counted as.")]
    """What one unit of each converted currency was counted as."""
    variance: tuple[PeriodVariance, ...]
    """The charge periods behind the variance, with its likely causes."""
    restated: tuple[RestatedFigures, ...] = field(metadata=ROWS)
    """What sources told again with other figures of days of the window that were over, the newest reading first."""
    spread_seats: tuple[SpreadSeats, ...]
    """The seat charges that the rule of `seats` spread over rows, in place of the bucket seat."""
    unit_costs: tuple[UnitCost, ...]
    """What usage in the ledger costs per 1,000 requests; shown by identity or team, also per person or team; per accepted line
    where a source tells those."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)
    difference: CostDifference | None = None
    """What the window and the month to compare with differ by; none where no month is given."""
    drivers: Sequence[DifferenceDriver] = field(default=(), metadata=ROWS)
    """What each key differs by, the greatest differences first; with the parts, where a month is given."""
