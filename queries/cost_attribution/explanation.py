"""Explanations beside a ledger: why a bill and its usage differ, what drove the cost since another month, costs per unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from graph.money import Money
from queries.base import MOMENT
from queries.vocabulary import Day, Long, NodeId, Words

# What may make a bill and its usage differ, and what each means.
_CAUSES: Mapping[str, str] = {
    "NO_USAGE": "No source reports any usage of the application; the whole variance is that.",
    "DAYS_NOT_COVERED": "Days of the period that its usage's sources do not cover; what was used then is unknown.",
    "UNPRICED": "Tokens whose cost nobody knows, as no price is known for the model; the amount is unknown.",
    "NOT_CHARGEABLE": "Usage that its source marks as not chargeable.",
    "ESTIMATE": "Usage priced from a table that the bill stands for; it is beside the ledger.",
    "OTHER_CURRENCY": "Usage in a currency that has no rate.",
    "OVERLAP": "Usage that a second source reports again.",
    "SEATS": "Seats charged for the same days, which a usage charge may hold as well.",
    "RESTATED": "Usage or the bill was told again with other figures, and the other of them may still follow the first ones.",
    "OWN_PRICE": "Usage that a price of remit.toml prices; the bill may have another one. The amount is what it costs by that price.",
    "UNEXPLAINED": "No known cause holds: a bill rounded or discounted otherwise, or rows that came or changed after it.",
}
CAUSES = tuple(_CAUSES)
CauseCode = Annotated[
    str,
    Words("VarianceCauseCode", CAUSES, "What may make a bill and its usage differ.", tuple(_CAUSES.values())),
]


@dataclass(frozen=True, slots=True)
class VarianceCause:
    """One likely cause of a variance. What cannot be known is null: unknown is not nothing."""

    code: CauseCode
    """What it is."""
    detail: str
    """The cause in words."""
    amount: Money | None
    """What it amounts to, where that is known."""
    count: Long | None
    """How many usage rows, charges or days it is, where they can be counted."""


@dataclass(frozen=True, slots=True)
class PeriodVariance:
    """What was billed for the usage of one application in one charge period, against its usage rows."""

    application: NodeId
    """The id of the application."""
    first_day: Day = field(metadata={"name": "from"})
    """The first day of the charge period."""
    last_day: Day = field(metadata={"name": "to"})
    """The last day of the charge period, inclusive."""
    billed: Money
    """The usage charges of the period."""
    usage: Money
    """The cost of the usage rows of the period."""
    variance: Money
    """Billed less usage, of the whole period."""
    in_window: Money
    """What of the variance falls on the days that were asked for: these add up to the bucket."""
    causes: tuple[VarianceCause, ...]
    """What may be behind it. Causes may overlap, and need not add up to the variance."""


_RESTATED: Mapping[str, str] = {
    "LATE_ROWS": "There are more rows than before.",
    "WITHDRAWN_ROWS": "There are fewer rows than before.",
    "OTHER_AMOUNT": "The same requests and tokens cost something else.",
    "OTHER_COUNTS": "The same rows count other requests or tokens.",
    "OTHER_ROWS": "Other rows stand in place of the earlier ones.",
}
RestatedWord = Annotated[
    str,
    Words("RestatedReason", tuple(_RESTATED), "How two readings of a source differ.", tuple(_RESTATED.values())),
]


@dataclass(frozen=True, slots=True)
class RestatedFigures:
    """Figures that a source told again of a day or a charge period that was over. They are beside the ledger, which has the later ones."""

    kind: str
    """usage or charge."""
    application: NodeId | None
    """The id of the application; null of usage that names none."""
    category: str
    """usage, included (in a plan), or the category of the charge."""
    first_day: Day = field(metadata={"name": "from"})
    """The first day; of usage the only one."""
    last_day: Day = field(metadata={"name": "to"})
    """The last day, inclusive."""
    basis: str | None
    """billed or priced; null of charges and of usage without a cost."""
    source: str
    """The source that told both, as system:instance."""
    run: int | None
    """The number of the run that told the later ones."""
    at: int = field(metadata=MOMENT)
    """When that run observed them."""
    why: RestatedWord
    """How the readings differ, as their figures tell."""
    before: Money | None
    """The amount of the earlier reading, in its own currency; null where it has none."""
    after: Money | None
    """The amount of the later reading."""
    requests_before: Long
    """The requests of the earlier reading."""
    requests_after: Long
    """The requests of the later reading."""
    tokens_before: Long
    """The tokens of the earlier reading, of all counters."""
    tokens_after: Long
    """The tokens of the later reading."""


@dataclass(frozen=True, slots=True)
class SpreadSeats:
    """A seat charge, or what of it is in the window, that a rule spreads over rows: all of it is in exactly one of them."""

    application: NodeId
    """The id of the application."""
    first_day: Day = field(metadata={"name": "from"})
    """The first day of the window that it charges for."""
    last_day: Day = field(metadata={"name": "to"})
    """The last day, inclusive."""
    rule: str
    """The rule: ASSIGNED, ACTIVE or USE."""
    cost: Money
    """What is spread, before filters."""
    seats: Long
    """Over how many accounts, or users without one, it is spread on any of these days."""
    unattributed: Money
    """What of it falls on days on which nobody has a seat by the rule; it stays with the key ~unattributed."""


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """What a million tokens cost, or 1,000 requests."""

    unit: str
    """input, cache_read, cache_write, cache_write_5m, cache_write_1h, output or requests."""
    price: Money
    """The price of a million of them; of requests, of 1,000."""


@dataclass(frozen=True, slots=True)
class OwnPriceUse:
    """A price of `remit.toml` and the usage of the window that it prices, on the days that it holds for."""

    model: str
    """The model, or the beginning of models before a *."""
    first_day: Day | None = field(metadata={"name": "from"})
    """The first day that it holds for; null where it has no beginning."""
    last_day: Day | None = field(metadata={"name": "to"})
    """The last day, inclusive; null where it has no end."""
    units: tuple[UnitPrice, ...]
    """Its prices."""
    rows: Long
    """How many usage rows it prices."""
    cost: Money
    """What of them is in the ledger."""
    estimate: Money
    """What of them is not, as a bill stands for it."""
    included: Money
    """What of them a plan pays for."""


DIFFERENCE_PARTS = ("people", "volume", "price", "mix", "unmeasured", "charges")


@dataclass(frozen=True, slots=True)
class CostDifference:
    """What two windows differ by, in parts that add up to it exactly."""

    first_day: Day = field(metadata={"name": "from"})
    """The first day of the other window."""
    last_day: Day = field(metadata={"name": "to"})
    """The last day of the other window, inclusive."""
    before: Money
    """The ledger of the other window."""
    after: Money
    """The ledger of the window that was asked for."""
    difference: Money
    """After less before."""
    parts: Mapping[str, Money]
    """people, volume, price, mix, unmeasured (usage without requests and tokens) and charges (what is in buckets)."""


@dataclass(frozen=True, slots=True)
class DifferenceDriver:
    """What one key differs by between two windows; its parts add up to the difference exactly."""

    key: Mapping[str, str]
    """The value of each dimension asked for."""
    before: Money
    """Its cost in the other window."""
    after: Money
    """Its cost in the window that was asked for."""
    difference: Money
    """After less before."""
    people: Money
    """All cost of those who are new under the key, less that of those who are gone."""
    volume: Money
    """More or less of the same, by those who stayed."""
    price: Money
    """Another price for one unit of the same model."""
    mix: Money
    """Other models in other shares."""
    unmeasured: Money
    """Usage without requests and tokens: nobody can say what of it is volume and what price."""


@dataclass(frozen=True, slots=True)
class UnitCost:
    """What usage in the ledger costs per unit: requests always, people and teams where cost is shown by them, accepted lines where
    a source tells them: of usage of the applications of which one does.
    """

    unit: str
    """person, team, 1,000 requests or accepted line."""
    count: Long
    """How many people, teams, requests or lines the cost is of."""
    cost: Money
    """The cost of usage that has such a unit."""
    per_unit: Money | None
    """The cost of one unit, rounded half-even; none where there is no unit."""
