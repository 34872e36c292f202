"""Params and answer of changes: what is asked, and the rows of what differs between two moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from graph.money import Money
from graph.snapshot import Basis
from queries.base import HIDDEN, MOMENT, ROWS, WINDOW_BOUNDS, Completeness, EdgeEvidence, FreshnessWarning, described
from queries.blast_radius import WINDOW_DAYS
from queries.cost_attribution.explanation import RestatedFigures
from queries.cost_attribution.question import MOST_DIMENSIONS, CostDimension
from queries.vocabulary import Day, EdgeKind, NodeId, NodeKind, PermissionName, Words

PRINCIPAL_KINDS = ("Identity", "Account", "Credential", "McpServer")

ChangeWord = Annotated[
    str,
    Words(
        "ChangeWord",
        ("opened", "closed", "raised", "lowered"),
        "How something differs between two moments.",
        (
            "It is there at the later moment alone.",
            "It is there at the earlier moment alone.",
            "It is there at both, later with a higher permission.",
            "It is there at both, later with a lower permission.",
        ),
    ),
]


@dataclass(frozen=True, slots=True)
class Params:
    """Two moments, `start` before `end`; `end` None: `as_of`. Days of spend are whole days before either."""

    start: int = field(
        metadata=MOMENT | described("the earlier moment; 7d: so long before the later one", name="from", form="moment")
    )
    as_of: int = field(metadata=MOMENT)
    end: int | None = field(
        default=None, metadata=MOMENT | described("the later moment; by default --as-of", name="to", form="moment")
    )
    of: NodeId | None = field(
        default=None, metadata=described("only what concerns this node, with its routes: an id, an email or a name")
    )
    by: tuple[CostDimension, ...] = field(
        default=("application",),
        metadata=described(f"up to {MOST_DIMENSIONS} dimensions by which spend is compared", bounds=(1, None)),
    )
    kinds: tuple[NodeKind, ...] = field(
        default=PRINCIPAL_KINDS, metadata=described(f"whose reach: {', '.join(PRINCIPAL_KINDS)}")
    )
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges a walk may take"))
    window_days: int = field(
        default=WINDOW_DAYS,
        metadata=described("how many days back usage keeps an orphaned path live", bounds=WINDOW_BOUNDS),
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What did it: a claim of an edge or of a node that opened or closed, or a property of a node that changed."""

    source: NodeId
    """The node, or the node that the edge begins at."""
    kind: EdgeKind | None
    """What the edge says; null of a node."""
    target: NodeId | None
    """The node that the edge ends at; null of a node."""
    change: str
    """opened or closed; of a node its new status."""
    claimed_by: str | None
    """The source that claims it, as system:instance; null where no single one does."""
    run: int | None
    """The number of the run that observed it; null where a date or a rule did it and no run."""
    at: int | None = field(metadata=MOMENT)
    """When it opened or closed."""


@dataclass(frozen=True, slots=True)
class NodeClaim:
    """The claim by which a node opened or closed."""

    id: NodeId
    """The canonical id of the node."""
    change: ChangeWord
    """opened or closed."""
    claimed_by: str | None
    """The source whose claim it is, as system:instance."""
    run: int | None
    """The number of the run that observed it; null where a date did it and no run."""
    at: int | None = field(metadata=MOMENT)
    """When it opened or closed."""


@dataclass(frozen=True, slots=True)
class NodeChanges:
    """Nodes that a source lists, or that an edge names, at one of the two moments alone; by id."""

    opened: tuple[NodeId, ...] = field(metadata=ROWS)
    """The nodes that are there at the later moment alone."""
    closed: tuple[NodeId, ...] = field(metadata=ROWS)
    """The nodes that are there at the earlier moment alone: also accounts, keys and people that no source lists any more."""
    claims: tuple[NodeClaim, ...] = field(metadata=ROWS)
    """For each of them the claim that did it, opened ones first."""


@dataclass(frozen=True, slots=True)
class EdgeChange:
    """One edge with its permission that some source claims at one of the two moments alone."""

    source: NodeId
    """The id of the node that the edge begins at."""
    kind: EdgeKind
    """What the edge says, read source-VERB-target."""
    target: NodeId
    """The id of the node that the edge ends at."""
    permission: PermissionName | None
    """The permission that the edge states; null where it states none."""
    claimed_by: str
    """The source whose claim opened first, or closed last, as system:instance."""
    run: int | None
    """The number of the run that observed it; null where a date, a day of use or a rule did it and no run."""
    at: int | None = field(metadata=MOMENT)
    """When it opened or closed."""
    evidence: str | None
    """What the source gave as its evidence."""


@dataclass(frozen=True, slots=True)
class EdgeChanges:
    """Edges at one of the two moments alone: grants on the most sensitive data first, then by id."""

    opened: tuple[EdgeChange, ...] = field(metadata=ROWS)
    """The edges that are there at the later moment alone."""
    closed: tuple[EdgeChange, ...] = field(metadata=ROWS)
    """The edges that are there at the earlier moment alone."""
    transient: tuple[EdgeChange, ...] = field(metadata=ROWS)
    """The edges that opened and closed again in between, each as it opened."""


@dataclass(frozen=True, slots=True)
class PermissionChange:
    """An edge that is there at both moments, with another permission: the widest claim counts."""

    source: NodeId
    """The id of the node that the edge begins at."""
    kind: EdgeKind
    """What the edge says, read source-VERB-target."""
    target: NodeId
    """The id of the node that the edge ends at."""
    before: PermissionName | None
    """The permission at the earlier moment; null where no claim states one."""
    after: PermissionName | None
    """The permission at the later moment."""
    claimed_by: str
    """The source whose claim did it, as system:instance."""
    run: int | None
    """The number of the run that observed it."""
    at: int | None = field(metadata=MOMENT)
    """When it changed."""


@dataclass(frozen=True, slots=True)
class PropertyChange:
    """A status, approval or sensitivity of a node that is there at both moments."""

    id: NodeId
    """The canonical id of the node."""
    property: str
    """status, approval or sensitivity."""
    before: str | None
    """Its value at the earlier moment; null where none is known."""
    after: str | None
    """Its value at the later moment."""
    claimed_by: str | None
    """The source whose run observed it, as system:instance; null where it is not known."""
    run: int | None
    """The number of that run."""
    at: int | None = field(metadata=MOMENT)
    """When it changed."""


@dataclass(frozen=True, slots=True)
class ReachChange:
    """A principal that reaches other data sources than before, containers included, or with other permissions."""

    id: NodeId
    """The canonical id of the principal."""
    name: str
    """Its name at the later moment."""
    gained: int
    """How many data sources it reaches at the later moment alone."""
    lost: int
    """How many data sources it reaches at the earlier moment alone."""
    raised: int
    """How many it reaches at both, later with a higher permission."""
    lowered: int
    """How many it reaches at both, later with a lower permission."""
    score_before: float
    """Its score at the earlier moment, as a ranking has it."""
    score_after: float
    """Its score at the later moment."""
    gained_by: ClaimChange | None
    """What opened the route to the weightiest data source that it gained."""
    lost_by: ClaimChange | None
    """What closed the route to the weightiest one that it lost."""


@dataclass(frozen=True, slots=True)
class OrphanedPathChange:
    """An orphaned path that is there at one of the two moments alone."""

    root: NodeId
    """The id of the root that the path starts at."""
    target: NodeId
    """The id of the topmost data source, or of a model."""
    permission: PermissionName | None
    """The greatest permission at the target; null for a model."""
    hops: int
    """The fewest edges of a walk with that permission."""
    reasons: tuple[str, ...]
    """Why nobody answers for the root, such as DEPARTED_OWNER."""
    witness: tuple[EdgeEvidence, ...]
    """One such walk, edge by edge, at the moment at which it is there."""
    by: ClaimChange | None
    """What opened or closed it; null where no claim of its route or its root did it."""


@dataclass(frozen=True, slots=True)
class OrphanedPathChanges:
    """Orphaned paths at one of the two moments alone: those to the most sensitive data first, then by root and target."""

    opened: tuple[OrphanedPathChange, ...] = field(metadata=ROWS)
    """The paths that are there at the later moment alone."""
    closed: tuple[OrphanedPathChange, ...] = field(metadata=ROWS)
    """The paths that are there at the earlier moment alone."""


@dataclass(frozen=True, slots=True)
class RouteChange:
    """A way from a principal to a data source that differs between the two moments."""

    principal: NodeId
    """The id of the node that the route begins at."""
    target: NodeId
    """The id of the data source."""
    change: ChangeWord
    """How it differs."""
    before: PermissionName | None
    """The permission at the earlier moment; null where it is not reached."""
    after: PermissionName | None
    """The permission at the later moment; null where it is not reached."""
    hops: int
    """The fewest edges of a walk with that permission."""
    since: int | None = field(metadata=MOMENT)
    """From when on the walk below holds as a whole; null where it was so when it was first seen."""
    by: ClaimChange | None
    """What opened it, its edge that opened last; of a closed one what closed it first."""
    witness: tuple[EdgeEvidence, ...]
    """One such walk, edge by edge: at the later moment, or of a closed route at the earlier one."""


@dataclass(frozen=True, slots=True)
class SpendChange:
    """The amounts under one key in both windows."""

    key: Mapping[CostDimension, str]
    """The value of each dimension asked for; those that begin with ~ are no node."""
    before: Money
    """What is in the ledger of the earlier window."""
    after: Money
    """What is in the ledger of the later window."""
    change: Money
    """After less before."""
    estimate_change: Money
    """By how much what is priced and not in the ledger changed."""
    included_change: Money
    """By how much what a plan pays for changed."""


@dataclass(frozen=True, slots=True)
class SpendChanges:
    """Spend of the whole days between the moments, and of as many days before them: rows + buckets = ledger, in each."""

    first_day_before: Day
    """The first day of the earlier window."""
    first_day: Day
    """The first day of the later window, on the day after the earlier one's last."""
    last_day: Day
    """The last day of the later window, inclusive."""
    ledger_before: Money
    """The ledger of the earlier window."""
    ledger: Money
    """The ledger of the later window."""
    rows: tuple[SpendChange, ...] = field(metadata=ROWS)
    """The keys of which an amount changed, the greatest rise first and the greatest fall last."""
    buckets_before: Mapping[str, Money]
    """What has no key in the earlier window: variance, seats, tax, credits, others."""
    buckets: Mapping[str, Money]
    """The same of the later window."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What differs between two moments; every list holds all of it, the worst first."""

    start: int = field(metadata=MOMENT | {"name": "from"})
    """The earlier moment."""
    end: int = field(metadata=MOMENT | {"name": "to"})
    """The later moment."""
    of: NodeId | None
    """The node that the answer is about; null where it is about everything."""
    nodes: NodeChanges
    """Nodes that opened and closed."""
    edges: EdgeChanges
    """Edges that opened and closed, each with its permission."""
    permissions: tuple[PermissionChange, ...] = field(metadata=ROWS)
    """Edges whose permission changed, those that rose first, then by id."""
    properties: tuple[PropertyChange, ...] = field(metadata=ROWS)
    """Statuses, approvals and sensitivities that changed, by property and id."""
    reach: tuple[ReachChange, ...] = field(metadata=ROWS)
    """Principals whose reach changed: the greatest rise of the score first, then by gained, lost and id."""
    orphaned_paths: OrphanedPathChanges
    """Orphaned paths that opened and closed."""
    routes: tuple[RouteChange, ...] = field(metadata=ROWS)
    """With `of`: its routes that changed, or of a data source those of the principals that reach it; opened first."""
    spend: SpendChanges | None
    """Spend up and down; null where no whole day lies between the moments, or where currencies are mixed."""
    restated: tuple[RestatedFigures, ...] = field(metadata=ROWS)
    """What sources told again between the moments with other figures, of whatever days; the newest reading first."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)
