"""Projection of a snapshot into a graph store: canonical nodes, one relationship per pair and interval, usage rows.

A projection is columns. A node is its index in the snapshot (`source`, `target`, `principal` ...), -1 is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.ontology import EDGE_KINDS, EDGE_NAMES

I8 = npt.NDArray[np.int64]
I4 = npt.NDArray[np.int32]
U1 = npt.NDArray[np.uint8]

# Relationship types beside the edge kinds: ownership as claimed, and the parts of some kinds that no traversal takes.
HOLDS = "HOLDS"
CUT_KINDS: tuple[str, ...] = ("MEMBER_OF", "CONNECTS_TO", "RUNS_AS")
RELATIONSHIP_TYPES: tuple[str, ...] = (*EDGE_NAMES, HOLDS, *(f"{kind}_CUT" for kind in CUT_KINDS))
WALKED: tuple[str, ...] = tuple(name for name, kind in EDGE_KINDS.items() if kind.conveys or name == "USED")

# The kind of the second node of a closed account: the account as a walk passes it that came with its key. Its code is the
# one after those of the ontology, its id the account's with this for its kind.
SECOND = "AccountWithKey"

# Which basis traverses a relationship: GRANTED takes GRANTED_WALK, EITHER also SEEN_WALK, OBSERVED the two of usage.
NO_WALK, GRANTED_WALK, SEEN_WALK, VOUCHED_WALK = 0, 1, 2, 3

# Columns of usage that are nodes, or -1.
USAGE_ENDS = ("principal", "attributed", "resource", "application", "workspace", "tagged_team", "tagged_cost_center")
USAGE_COLUMNS: tuple[str, ...] = (
    *USAGE_ENDS,
    *("source", "day", "requests"),
    *("cost", "currency", "basis", "priced_on", "chargeable", "amount", "tokens"),
)
CHARGE_COLUMNS: tuple[str, ...] = ("application", "source", "first_day", "last_day", "category", "cost", "currency")

# Properties whose whole history a node carries, beside their present value.
HISTORIES: Mapping[str, tuple[str, ...]] = {
    "Identity": ("status", "type", "department", "cost_center"),
    "Group": ("type",),
    "Model": ("provider",),
}


@dataclass(frozen=True, slots=True)
class RaggedLists:
    """Lists of numbers, end to end: the list at i is `members[offsets[i]:offsets[i + 1]]`."""

    offsets: I8
    members: I4

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def at(self, index: int) -> list[int]:
        """One list."""
        members: list[int] = self.members[self.offsets[index] : self.offsets[index + 1]].tolist()
        return members


@dataclass(frozen=True, slots=True)
class Entities:
    """One row per node. `name` and `props` are codes of `Projection.values`, -1 where unknown.

    `props` holds the properties that the ontology declares, as they are when the snapshot was built. `members` index
    `Projection.members`. `histories`: (node, start, code) columns by property, sorted; `names` the earlier names.
    `own` and `out` are fingerprints of the node's own content and of what leads out of it.
    """

    kind: U1
    known: U1
    grants_vouched: U1
    name: I4
    props: Mapping[str, I4]
    members: RaggedLists
    names: RaggedLists
    histories: Mapping[str, tuple[I4, I8, I4]]
    own: I8
    out: I8


@dataclass(frozen=True, slots=True)
class Relationships:
    """One row per (source, type, target, interval), sorted by source, target, type and since.

    `type` indexes RELATIONSHIP_TYPES. `cap` 1 to 4, 5 (does not narrow) or 0 (no traversal takes it); `walk` as
    above. `permission` 0: not stated; `guessed`: not stated although the kind needs one. `claimed` indexes `Projection.claimants`,
    `evidence` `Projection.evidences` (-1: none), `use` the columns of `uses` (-1: no usage rows of the pair).
    """

    type: U1
    source: I4
    target: I4
    since: I8
    until: I8
    cap: U1
    walk: U1
    permission: U1
    guessed: U1
    first_seen: I8
    claimed: I4
    evidence: I4
    use: I4

    def __len__(self) -> int:
        return len(self.source)


@dataclass(frozen=True, slots=True)
class UsageSums:
    """Sums over all usage rows of a pair of principal and resource; `currency` -1: several or none, so no `cost`."""

    requests: I8
    tokens: I8
    cost: I8
    currency: I4
    last_day: I4


@dataclass(frozen=True, slots=True)
class Projection:
    """The resolved graph of one snapshot, as a graph store publishes it.

    `ids` canonical, those of second nodes last, and `members` all others; `values` canonical JSON texts by code; `texts` what evidence and
    currencies number; `claimants` lists of `sources`, `evidences` lists of `texts`. `usage` and `charges` are columns
    by name, as in the snapshot, with a `key` (int64) that equal rows of any generation share; `days`: per day of usage a
    fingerprint of its rows. `preferred`: the sources whose usage and charges count where two report the same.
    """

    ids: Sequence[str]
    member_ids: Sequence[str]
    values: Sequence[str]
    texts: Sequence[str]
    sources: Sequence[str]
    entities: Entities
    relationships: Relationships
    claimants: RaggedLists
    evidences: RaggedLists
    uses: UsageSums
    usage: Mapping[str, Any]
    charges: Mapping[str, Any]
    days: Mapping[int, int]
    preferred: tuple[str, ...] = ()

    def at(self, moment: int, walks: Sequence[int]) -> Iterator[tuple[str, str, str, int]]:
        """(source, type, target, cap) of the relationships of the given walks that are valid at a moment."""
        rels = self.relationships
        valid = (rels.since <= moment) & (moment < rels.until) & np.isin(rels.walk, walks)
        for row in np.flatnonzero(valid).tolist():
            kind = RELATIONSHIP_TYPES[rels.type[row]]
            yield self.ids[rels.source[row]], kind, self.ids[rels.target[row]], int(rels.cap[row])
