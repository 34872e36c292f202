"""This file knows how the state of the store looks in the schema; the CLI shows the same."""

from __future__ import annotations

from typing import Any

import strawberry

from api.context import read_state
from api.gql.enums import EDGE_KIND
from api.gql.scalars import Day, Long, Moment
from api.gql.session import Info
from api.gql.types import KindCount, Reason, counts


@strawberry.type(description="How many of one kind of edge.")
class EdgeKindCount:
    key: str = strawberry.field(graphql_type=EDGE_KIND)
    value: int


@strawberry.type(description="How many by name.")
class NamedCount:
    key: str
    value: Long


@strawberry.type(description="What is claimed now; nodes and edges are counted once, however many sources claim them.")
class Counts:
    usage: Long
    charges: Long

    @strawberry.field
    @staticmethod
    def nodes(root: strawberry.Parent[Any]) -> list[KindCount]:
        return counts(KindCount, root["nodes"])

    @strawberry.field
    @staticmethod
    def edges(root: strawberry.Parent[Any]) -> list[EdgeKindCount]:
        return counts(EdgeKindCount, root["edges"])


def _first_day(root: strawberry.Parent[Any]) -> Day | None:
    told: Day | None = root.get("from")
    return told


def _last_day(root: strawberry.Parent[Any]) -> Day | None:
    told: Day | None = root.get("to")
    return told


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
    reasons: list[Reason]
    scopes: list[ScopeStatus]


@strawberry.type(description="What a run did, by kind.")
class RunCounts:
    rounded: Long

    @strawberry.field
    @staticmethod
    def added(root: strawberry.Parent[Any]) -> list[NamedCount]:
        return counts(NamedCount, root["added"])

    @strawberry.field
    @staticmethod
    def retired(root: strawberry.Parent[Any]) -> list[NamedCount]:
        return counts(NamedCount, root["retired"])

    @strawberry.field
    @staticmethod
    def held(root: strawberry.Parent[Any]) -> list[NamedCount]:
        return counts(NamedCount, root["held"])


@strawberry.type(description="One run of a source.")
class RunStatus:
    run: int
    source: str
    observed_at: Moment | None
    state: str
    reasons: list[Reason]
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

    found: Status = await info.context.walk(read)
    return found
