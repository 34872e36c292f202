"""The field `status`: the state of the store, as the CLI shows it."""

from __future__ import annotations

from typing import Any

import strawberry

from api.context import read_state
from api.gql.derive import list_of, map_field, object_type
from api.gql.scalars import Day, Long, Moment
from api.gql.session import Info
from graph.reason import Reason
from queries.vocabulary import EdgeKind, NodeKind
from queries.vocabulary import Long as LongCount

REASONS = list_of(object_type(Reason))


@strawberry.type(description="What is claimed now; nodes and edges are counted once, however many sources claim them.")
class Counts:
    usage: Long
    charges: Long
    nodes = map_field("nodes", dict[NodeKind, int])
    edges = map_field("edges", dict[EdgeKind, int])


def _first_day(root: strawberry.Parent[Any]) -> Day | None:
    day: Day | None = root.get("from")
    return day


def _last_day(root: strawberry.Parent[Any]) -> Day | None:
    day: Day | None = root.get("to")
    return day


@strawberry.type(description="When one scope of a source was complete, and for usage and charges which days it tells.")
class ScopeStatus:
    scope: str
    first_complete: Moment | None
    last_complete: Moment | None
    first_day: Day | None = strawberry.field(name="from", resolver=_first_day)
    last_day: Day | None = strawberry.field(name="to", resolver=_last_day)


@strawberry.type(description="One source: when it last told something, and how whole that was.")
class SourceStatus:
    source: str
    last_run: Moment | None
    state: str
    age_s: Long
    promised_age_s: Long | None
    reasons: Any = strawberry.field(graphql_type=REASONS)
    scopes: list[ScopeStatus]


@strawberry.type(description="What a run did, by kind.")
class RunCounts:
    rounded: Long
    added = map_field("added", dict[str, LongCount])
    retired = map_field("retired", dict[str, LongCount])
    held = map_field("held", dict[str, LongCount])


@strawberry.type(description="One run of a source.")
class RunStatus:
    run: int
    source: str
    observed_at: Moment | None
    state: str
    reasons: Any = strawberry.field(graphql_type=REASONS)
    counts: RunCounts


@strawberry.type(description="The store as it is now; answers may still come from the generation before.")
class Status:
    generation: int
    built_at: Moment | None
    digest: str | None
    counts: Counts
    sources: list[SourceStatus]
    runs: list[RunStatus]


async def resolve_status(info: Info) -> Status:
    """What is loaded, how old it is, and how it went."""

    def read() -> Any:
        with info.context.server.holder.opened() as context:
            return read_state(context)

    status: Status = await info.context.walk(read)
    return status
