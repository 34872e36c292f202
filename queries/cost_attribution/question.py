"""This file knows what can be asked about cost: the dimensions, the rules for owners, and the keys of what no rule places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Annotated

from graph.errors import InputError
from graph.money import CURRENCY
from queries.base import HIDDEN, MOMENT, described
from queries.vocabulary import Entry, Words

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
MOST_DIMENSIONS = 3
CostDimension = Annotated[
    str, Words("CostDimension", DIMENSIONS, "What cost can be shown by and filtered on.", "Dimension")
]

# A charge says which application and which days it is for, and nothing else.
CHARGE_DIMENSIONS = frozenset({"application", "day", "week", "month"})
OWNER_DIMENSIONS = frozenset({"identity", "team", "department", "cost_center"})
SERVER_DIMENSIONS = frozenset({"mcp_server", "data_source"})

# Codes in place of a node where a rule cannot name one, and how an answer writes them.
UNATTRIBUTED, SHARED, NO_MCP_USE, UNKNOWN, HIDDEN_NODE = -1, -2, -3, -4, -5
NAMELESS: dict[int, str] = {
    UNATTRIBUTED: "~unattributed",
    SHARED: "~shared",
    NO_MCP_USE: "~no_mcp_use",
    UNKNOWN: "~unknown",
    HIDDEN_NODE: "~hidden",
}


class OwnerRule(Enum):
    """To whom what several people share belongs: all alike, nobody by name, or whom the source itself names."""

    EVEN = "EVEN"
    NONE = "NONE"
    USAGE = "USAGE"


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked. Days are day numbers, both inclusive.

    `rates`: how many units of `currency` one unit of another currency is worth. `filters`: dimension → the values that
    count, node ids, addresses or unique names where the dimension is a node. `hidden`: ids that the asker may not see.
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
        Entry("Rate", "How many units of the asked currency one unit of another is worth.", "currency", "rate"),
    ] = field(default_factory=dict, metadata=described("EUR=1.08: convert, and say so", name="rate", form="rates"))
    owners: OwnerRule = field(default=OwnerRule.EVEN, metadata=described("to whom belongs what several people share"))
    team_type: str = field(default="team", metadata=described("which type of group is a team"))
    filters: Annotated[
        Mapping[CostDimension, tuple[str, ...]],
        Entry(
            "CostFilter",
            "Only what has one of these values; ids, emails or unique names where it is a node.",
            "dimension",
            "values",
        ),
    ] = field(default_factory=dict, metadata=described("team=Billing: only these", name="filter", form="filters"))
    hidden: frozenset[str] = field(default=frozenset(), metadata=HIDDEN)

    @property
    def needed(self) -> frozenset[str]:
        """The dimensions that rows must be split by: those shown and those filtered on."""
        return frozenset(self.by) | frozenset(self.filters)


def check_params(params: Params) -> None:
    """Raise InputError unless the question can be asked."""
    for name in (*params.by, *params.filters):
        if name not in DIMENSIONS:
            raise InputError(f"{name!r} is no dimension of cost. Dimensions are {', '.join(DIMENSIONS)}")
    if len(params.by) > MOST_DIMENSIONS or len(set(params.by)) < len(params.by):
        raise InputError(f"cost is shown by up to {MOST_DIMENSIONS} different dimensions. Leave some out of --by")
    if params.first_day > params.last_day:
        raise InputError("the first day is after the last. Swap --from and --to")
    if params.currency is not None and not CURRENCY.match(params.currency):
        raise InputError(f"{params.currency!r} is no currency. Use an ISO 4217 code such as USD")
    for currency, rate in params.rates.items():
        if not CURRENCY.match(currency) or not rate.is_finite() or rate <= 0 or abs(rate.adjusted()) > 30:
            raise InputError(
                f"{currency}={rate} is no rate. A rate reads EUR=1.08: one EUR is worth 1.08 of --currency"
            )
        if currency == params.currency and rate != 1:
            raise InputError(f"one {currency} is one {currency}. Leave its --rate out")
