"""This file knows how the ranking looks in the schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import strawberry

from api.gql.ask import Question, ask, known
from api.gql.enums import BASIS, NODE_KIND, RANKING_SORT, words_of
from api.gql.page import FIRST, Book, Connection, page
from api.gql.reached import check_reach
from api.gql.scalars import FractionColumn, Moment, MoneyColumn, TextColumn, WholeColumn
from api.gql.session import Info
from api.gql.types import (
    AmbiguousName,
    BadInput,
    Completeness,
    Forbidden,
    LimitExceeded,
    Money,
    NotFound,
    Snapshot,
    SnapshotExpired,
    SourceFreshness,
)
from graph.money import write_amount
from graph.snapshot import Basis
from queries import ranking


@strawberry.input(description="Whose blast radius is the greatest? `kinds`: whose is measured, identities by default.")
class RankingInput:
    as_of: Moment | None = None
    kinds: Any = strawberry.field(default=None, graphql_type=list[NODE_KIND] | None)
    basis: Basis | None = strawberry.field(default=None, graphql_type=BASIS | None)
    sort: Any = strawberry.field(default=None, graphql_type=RANKING_SORT | None)
    window_days: int | None = None
    currency: str | None = None


@strawberry.type(description="One principal: what it reaches, how much that matters, what it spends.")
class RankingRow:
    id: strawberry.ID
    name: str
    total: int
    data_sources: int
    score: float
    spend: Money | None


@strawberry.type(description="All rows of a ranking, column by column; all amounts are of one currency.")
class RankingColumns:
    id: TextColumn
    name: TextColumn
    total: WholeColumn
    data_sources: WholeColumn
    score: FractionColumn
    spend: MoneyColumn
    currency: str | None


@strawberry.type(description="All principals that are there at the moment, greatest first, ties by id.")
class Ranking:
    snapshot: Snapshot
    completeness: Completeness
    freshness: list[SourceFreshness]
    book: strawberry.Private[Book]
    ranked: strawberry.Private[Sequence[ranking.RankingRow]]

    @strawberry.field
    async def rows(self, info: Info, first: int = FIRST, after: str | None = None) -> Connection[RankingRow]:
        found: Connection[RankingRow] = await page(info, self.book, self.ranked, first, after)
        return found

    @strawberry.field
    async def columns(self, info: Info) -> RankingColumns:
        return await info.context.walk(lambda: _columns(self.ranked))


RankingResult = Annotated[
    Ranking | NotFound | AmbiguousName | BadInput | SnapshotExpired | LimitExceeded | Forbidden,
    strawberry.union("RankingResult"),
]


def _columns(rows: Sequence[ranking.RankingRow]) -> RankingColumns:
    amounts = [None if row.spend is None else write_amount(row.spend.nano) for row in rows]
    return RankingColumns(
        id=TextColumn([row.id for row in rows]),
        name=TextColumn([row.name for row in rows]),
        total=WholeColumn([row.total for row in rows]),
        data_sources=WholeColumn([row.data_sources for row in rows]),
        score=FractionColumn([row.score for row in rows]),
        spend=MoneyColumn(amounts),
        currency=next((row.spend.currency for row in rows if row.spend is not None), None),
    )


def _shape(answer: ranking.Answer, common: dict[str, Any]) -> Ranking:
    return Ranking(ranked=answer.rows, **common)


QUESTION = Question("ranking", ranking.run, _shape)


async def resolve_ranking(info: Info, input: RankingInput | None = None) -> RankingResult:
    """Of all identities, accounts or keys, whose blast radius is the greatest?"""
    told = input or RankingInput()

    def params(as_of: int) -> ranking.Params:
        check_reach(None, told.window_days)
        more = known(
            kinds=words_of(told.kinds) or None,
            basis=told.basis,
            sort=None if told.sort is None else told.sort.value,
            window_days=told.window_days,
        )
        return ranking.Params(as_of=as_of, currency=told.currency, **more)

    found: RankingResult = await ask(info, QUESTION, told.as_of, params)
    return found
