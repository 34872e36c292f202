"""The field `status`: the state of the store, as the CLI shows it."""

from __future__ import annotations

from typing import Annotated, Any

import numpy as np
import strawberry

from api.context import read_counts, read_state
from api.gql.derive import describe, list_of, map_field, object_type
from api.gql.errors import PublicError
from api.gql.meaning import with_meanings
from api.gql.page import Info
from api.gql.scalars import Day, Long, Moment
from graph.reason import Reason
from queries.vocabulary import EdgeKind, NodeKind
from queries.vocabulary import Long as LongCount

REASONS = list_of(object_type(Reason))


@with_meanings
@strawberry.type(description="What is claimed now; nodes and edges are counted once, however many sources claim them.")
class Counts:
    usage: Long
    """How many usage rows."""
    charges: Long
    """How many charge rows."""
    nodes = map_field("nodes", dict[NodeKind, int])
    """How many nodes of each kind."""
    edges = map_field("edges", dict[EdgeKind, int])
    """How many edges of each kind."""


def _first_day(root: strawberry.Parent[Any]) -> Day | None:
    day: Day | None = root.get("from")
    return day


def _last_day(root: strawberry.Parent[Any]) -> Day | None:
    day: Day | None = root.get("to")
    return day


@with_meanings
@strawberry.type(description="When one scope of a source was complete, and for usage and charges which days it tells.")
class ScopeStatus:
    scope: str
    """A kind of node or edge, usage, or charges."""
    first_complete: Moment | None
    """When a run was complete for it for the first time."""
    last_complete: Moment | None
    """When a run was complete for it for the last time."""
    first_day: Day | None = strawberry.field(name="from", resolver=_first_day)
    """The first day that is covered."""
    last_day: Day | None = strawberry.field(name="to", resolver=_last_day)
    """The last day that is covered, inclusive."""


@with_meanings
@strawberry.type(description="One source: when it last told something, and how whole that was.")
class SourceStatus:
    source: str
    """The source, as system:instance."""
    last_run: Moment | None
    """When its last run observed it."""
    state: str
    """How that run ended: COMPLETE, PARTIAL, HELD or FAILED."""
    age_s: Long
    """Seconds since that run."""
    promised_age_s: Long | None
    """How old it may be in seconds before it is stale; null where nothing is promised."""
    reasons: Any = strawberry.field(graphql_type=REASONS)
    """Why that run was not whole."""
    scopes: list[ScopeStatus]
    """What it covers."""


@with_meanings
@strawberry.type(description="What a run did, by kind.")
class RunCounts:
    rounded: Long
    """How many amounts were finer than a nano-unit and were rounded."""
    added = map_field("added", dict[str, LongCount])
    """How many claims and rows of each kind it added."""
    retired = map_field("retired", dict[str, LongCount])
    """How many it ended."""
    held = map_field("held", dict[str, LongCount])
    """How many it would end, once a person accepts it."""


@with_meanings
@strawberry.type(description="One run of a source.")
class RunStatus:
    run: int
    """The number of the run."""
    source: str
    """The source that it read, as system:instance."""
    observed_at: Moment | None
    """When it observed the source."""
    state: str
    """How it ended: COMPLETE, PARTIAL, HELD or FAILED."""
    reasons: Any = strawberry.field(graphql_type=REASONS)
    """Why it was not whole."""
    counts: RunCounts
    """What it did."""


MAX_MOMENTS = 2000
Last = Annotated[int, strawberry.argument(description=f"How many, at most {MAX_MOMENTS}.")]


async def resolve_moments(info: Info, last: Last = 400) -> list[Moment]:
    """The newest moments up to now at which the graph changed, ascending. Between two of them the graph is the same."""
    if not 0 <= last <= MAX_MOMENTS:
        raise PublicError(f"`last` is from 0 to {MAX_MOMENTS}", extensions={"code": "LIMIT_EXCEEDED"})
    pinned, asked_at = info.context.pinned, info.context.asked_at

    def read() -> list[Moment]:
        moments = pinned.snapshot.moments_of_change()
        count = int(np.searchsorted(moments, asked_at, side="right"))
        return [Moment(moment) for moment in moments[max(0, count - last) : count].tolist()]

    return await info.context.walk(read)


@with_meanings
@strawberry.type(
    description="What the answers of this request come from, and the sources and runs of the store as they are now."
)
class Status:
    generation: int
    """The number of the generation that all answers of this request come from; 0 where nothing is loaded."""
    built_at: Moment | None
    """When its snapshot was compiled."""
    digest: str | None
    """A hash of its content."""
    counts: Counts
    """How much is claimed."""
    sources: list[SourceStatus]
    """Every source that was ever loaded."""
    runs: list[RunStatus]
    """The newest runs, newest first."""
    moments: list[Moment] = strawberry.field(resolver=resolve_moments, description=describe(resolve_moments))


async def resolve_status(info: Info) -> Status:
    """What is loaded, how old it is, and how it went."""

    def read() -> Any:
        with info.context.server.holder.opened() as context:
            pinned, is_part = info.context.pinned, bool(info.context.caller.scope)
            snapshot = pinned.snapshot
            counts = pinned.answers.remember("counts", lambda: read_counts(context.store, snapshot, is_part=is_part))
            return read_state(context, snapshot, counts, is_part=is_part)

    status: Status = await info.context.walk(read)
    return status
