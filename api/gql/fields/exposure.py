"""This file knows how the exposure looks in the schema."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry

from api.gql.ask import Question, ask, known
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
from graph.snapshot import Basis
from queries import exposure
from queries.reached import ReachedRows


@strawberry.input(description="Who reaches this? `target`: a node id, an email or a unique name.")
class ExposureInput:
    target: strawberry.ID
    as_of: Moment | None = None
    basis: Basis | None = strawberry.field(default=None, graphql_type=BASIS | None)
    kinds: Any = strawberry.field(default=None, graphql_type=list[NODE_KIND] | None)
    min_permission: Any = strawberry.field(default=None, graphql_type=PERMISSION | None)
    max_hops: int | None = None
    window_days: int | None = None


@strawberry.type(description="Who reaches the target, with which permission, how, and who really used it.")
class Exposure:
    target: strawberry.ID
    total: int
    by_kind: list[KindCount]
    by_sensitivity: list[SensitivityCount]
    by_permission: list[PermissionCount]
    share_of_data_sources: float | None
    score: float | None
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


ExposureResult = Annotated[
    Exposure | NotFound | AmbiguousName | BadInput | SnapshotExpired | LimitExceeded | Forbidden,
    strawberry.union("ExposureResult"),
]


def _shape(answer: exposure.Answer, common: dict[str, Any]) -> Exposure:
    return Exposure(
        target=strawberry.ID(answer.target),
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


QUESTION = Question("exposure", exposure.run, _shape)


async def resolve_exposure(info: Info, input: ExposureInput) -> ExposureResult:
    """Who reaches this, with which permission, how, and who really used it?"""

    def params(as_of: int) -> exposure.Params:
        check_reach(input.max_hops, input.window_days)
        return exposure.Params(
            target=input.target,
            as_of=as_of,
            kinds=words_of(input.kinds),
            min_permission=permission_of(input.min_permission),
            max_hops=input.max_hops,
            **known(basis=input.basis, window_days=input.window_days),
        )

    found: ExposureResult = await ask(info, QUESTION, input.as_of, params)
    return found
