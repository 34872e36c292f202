"""A row of the inventory, the states of its owner, and the fields that rows are sorted by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from graph.money import Money
from queries.vocabulary import Day, Entry, NodeId, NodeKind, Sensitivity, Words

OWNER_STATES = ("answered_for", "orphaned", "unknown")
_STATE_MEANINGS = (
    "Somebody who is active answers for it.",
    "Nobody answers for it any more.",
    "Nobody can say.",
)
OwnerState = Annotated[str, Words("OwnerState", OWNER_STATES, "Whether somebody answers for a node.", _STATE_MEANINGS)]
# Greatest first; the other fields are sorted as texts.
NUMBERS = ("last_used", "cost", "estimate", "included", "principals", "data_sources")
SORTS = ("id", "kind", "name", "status", "approval", "owner_state", "shadow", "sensitivity", *NUMBERS)
InventorySort = Annotated[
    str,
    Words(
        "InventorySort",
        SORTS,
        "What an inventory is sorted by: numbers and days greatest first, texts by letter.",
        tuple(f"By {name}." for name in SORTS),
    ),
]


@dataclass(frozen=True, slots=True)
class InventoryRow:
    """One node. `known` False: only named by others, described by nobody. `approval`: unreviewed where nobody decided.

    `last_used`: when it, or what it holds, last used something or was used; `cost`, `estimate`, `included`: its amounts
    of the window as cost attribution has them, null for kinds that cost is not shown by; `principals`: how many people,
    accounts, keys and servers reach it; `data_sources`: how many it reaches that contain no other.
    """

    id: NodeId
    """The canonical id of the node."""
    kind: NodeKind
    """What kind of node it is."""
    name: str
    """Its name at the moment."""
    known: bool
    """False where other records name it and nobody describes it."""
    status: str | None
    """Its status as its own system says; null for kinds without one."""
    approval: str | None
    """approved, unreviewed or blocked; null for kinds without approval."""
    sensitivity: Sensitivity | None
    """Of a data source: how sensitive it is."""
    owners: tuple[NodeId, ...]
    """The ids of those who answer for it."""
    owner_state: OwnerState
    """Whether somebody answers for it."""
    shadow: bool
    """Whether it is a shadow account: one that the company's directory does not govern."""
    last_used: Day | None
    """The last day on which it, or what it holds, used something or was used."""
    cost: Money | None
    """What it cost in the window; null for kinds that cost is not shown by."""
    estimate: Money | None
    """What its usage in the window is priced at and is not in the ledger."""
    included: Money | None
    """What a plan pays for of its usage in the window."""
    principals: int
    """How many people, accounts, keys and servers reach it."""
    data_sources: int
    """How many data sources without contained ones it reaches."""
    props: Annotated[Mapping[str, object], Entry("InventoryProperty", "A property that is known, and its value.")]
    """Its properties that are known, by name."""
