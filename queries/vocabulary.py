"""Types that say more than `str` or `int`: node ids, closed sets of words, days, and maps whose entries have names.

To Python each is its plain type; faces read the mark beside it, which for a name of an enum is the enum. GraphQL derives its scalars, enums and entry types from
these marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from graph.ontology import COST_BASES, COUNTS, EDGE_KINDS, NODE_KINDS, Permission
from graph.snapshot import Basis
from queries.sensitivity import SENSITIVITIES


@dataclass(frozen=True, slots=True)
class Words:
    """A closed set of words, each with its meaning. `short`: what a map with such keys is called after, as in KindCount."""

    name: str
    words: tuple[str, ...]
    meaning: str
    meanings: tuple[str, ...]
    short: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """How one entry of a map is called, its key and its value. `keys`: all there can be, where columns list them all."""

    name: str
    meaning: str
    key: str = "key"
    value: str = "value"
    keys: Sequence[str] = ()
    key_meaning: str = "What the value is of."
    value_meaning: str = "The value of the key."


@dataclass(frozen=True, slots=True)
class Unit:
    """What a plain value is: `id` of a node, `day` as YYYY-MM-DD, `decimal` as text, `long` beyond 32 bits."""

    name: str


NodeId = Annotated[str, Unit("id")]
Day = Annotated[str, Unit("day")]
DecimalText = Annotated[str, Unit("decimal")]
Long = Annotated[int, Unit("long")]

NodeKind = Annotated[
    str,
    Words(
        "NodeKind",
        tuple(NODE_KINDS),
        "Every kind of node.",
        tuple(f"{kind.meaning[0].upper()}{kind.meaning[1:]}." for kind in NODE_KINDS.values()),
        "Kind",
    ),
]
EdgeKind = Annotated[
    str,
    Words(
        "EdgeKind",
        tuple(EDGE_KINDS),
        "Every kind of edge, drawn source-VERB-target.",
        tuple(f"The source {kind.reads} the target." for kind in EDGE_KINDS.values()),
    ),
]
PermissionName = Annotated[str, Permission]
Sensitivity = Annotated[
    str,
    Words(
        "Sensitivity",
        SENSITIVITIES,
        "How much harm the loss of data does.",
        (
            "For everybody.",
            "For everybody inside the company.",
            "Nobody has labelled it; it counts more than internal.",
            "Only for those who need it.",
            "Only for people who are named; its loss harms the company or the people in it.",
        ),
    ),
]
BasisName = Annotated[str, Basis]
# The basis of tokens whose cost nobody knows.
UNPRICED = "unpriced"
CountsRule = Annotated[
    str,
    Words(
        "CountsRule",
        COUNTS,
        "When a source's priced usage is in the ledger.",
        ("On days without a bill of the same provider or application.", "On every day.", "On no day."),
    ),
]
CostBasis = Annotated[
    str,
    Words(
        "CostBasis",
        (*COST_BASES, "mixed", UNPRICED),
        "Whether the provider billed it or a table priced it; or no cost known.",
        (
            "By the provider's own bill.",
            "By a table of prices.",
            "In part billed and in part priced, or a share of a bill that a rule splits.",
            "Tokens whose cost nobody knows.",
        ),
    ),
]
