"""This file knows how the blast radius looks in the schema."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry

from api.gql.ask import Question, ask, known, within
from api.gql.enums import BASIS, NODE_KIND, PERMISSION, permission_of, words_of
from api.gql.page import FIRST, Book, Connection, page
from api.gql.reached import Reached, ReachedColumns, check_reach
from api.gql.scalars import Moment
from api.gql.session import Info
from api.gql.types import (
    AmbiguousName,
    BadInput,
    Completeness,
    Forbidden,
    KindCount,
    LimitExceeded,
    Money,
    NotFound,
    PermissionCount,
    SensitivityCount,
    Snapshot,
    SnapshotExpired,
    SourceFreshness,
    counts,
)
from graph.errors import InputError
from graph.snapshot import Basis
from queries import blast_radius
from queries.reached import ReachedRows

MAX_STARTS = 1000


@strawberry.input(description="What can these reach? `start`: node ids, emails or unique names.")
class BlastRadiusInput:
    start: list[strawberry.ID]
    as_of: Moment | None = None
    basis: Basis | None = strawberry.field(default=None, graphql_type=BASIS | None)
    kinds: Any = strawberry.field(default=None, graphql_type=list[NODE_KIND] | None)
    min_permission: Any = strawberry.field(default=None, graphql_type=PERMISSION | None)
    max_hops: int | None = None
    window_days: int | None = None
    currency: str | None = None


@strawberry.type(description="What can be reached from the start, how, and what of it is really used.")
class BlastRadius:
    start: list[strawberry.ID]
    total: int
    by_kind: list[KindCount]
    by_sensitivity: list[SensitivityCount]
    by_permission: list[PermissionCount]
    share_of_data_sources: float
    score: float
    spend: Money | None
    snapshot: Snapshot
    completeness: Completeness
    freshness: list[SourceFreshness]
    book: strawberry.Private[Book]
    rows: strawberry.Private[ReachedRows]

    @strawberry.field
    async def reached(self, info: Info, first: int = FIRST, after: str | None = None) -> Connection[Reached]:
        found: Connection[Reached] = await page(info, self.book, self.rows, first, after)
        return found

    @strawberry.field
    async def columns(self, info: Info) -> ReachedColumns:
        found: Any = await info.context.walk(self.rows.columns)
        return found  # type: ignore[no-any-return]


BlastRadiusResult = Annotated[
    BlastRadius | NotFound | AmbiguousName | BadInput | SnapshotExpired | LimitExceeded | Forbidden,
    strawberry.union("BlastRadiusResult"),
]


def _shape(answer: blast_radius.Answer, common: dict[str, Any]) -> BlastRadius:
    return BlastRadius(
        start=[strawberry.ID(start) for start in answer.start],
        total=answer.total,
        by_kind=counts(KindCount, answer.by_kind),
        by_sensitivity=counts(SensitivityCount, answer.by_sensitivity),
        by_permission=counts(PermissionCount, answer.by_permission),
        share_of_data_sources=answer.share_of_data_sources,
        score=answer.score,
        spend=answer.spend,  # type: ignore[arg-type]
        rows=answer.reached,
        **common,
    )


QUESTION = Question("blast-radius", blast_radius.run, _shape)


async def resolve_blast_radius(info: Info, input: BlastRadiusInput) -> BlastRadiusResult:
    """What can these identities, keys or servers reach, how, and what of it is really used?"""

    def params(as_of: int) -> blast_radius.Params:
        if not input.start:
            raise InputError("`start` names nothing")
        within("start", len(input.start), 1, MAX_STARTS)
        check_reach(input.max_hops, input.window_days)
        return blast_radius.Params(
            start=tuple(input.start),
            as_of=as_of,
            kinds=words_of(input.kinds),
            min_permission=permission_of(input.min_permission),
            max_hops=input.max_hops,
            currency=input.currency,
            **known(basis=input.basis, window_days=input.window_days),
        )

    found: BlastRadiusResult = await ask(info, QUESTION, input.as_of, params)
    return found
