"""This file knows how cost attribution looks in the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any

import strawberry

from api.gql.ask import Question, ask, known
from api.gql.enums import COST_BASIS, COST_DIMENSION, OWNER_RULE
from api.gql.page import FIRST, Book, Connection, page
from api.gql.scalars import Amount, Day, Long, Moment, MoneyColumn, TextColumn, WholeColumn
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
    counts,
)
from graph.errors import InputError
from graph.moment import read_day
from graph.money import write_amount
from graph.ontology import TOKEN_COUNTERS
from queries import cost_attribution


@strawberry.input(description="How many units of the asked currency one unit of another is worth.")
class RateInput:
    currency: str
    rate: Amount


@strawberry.input(description="Only what has one of these values; ids, emails or unique names where it is a node.")
class CostFilterInput:
    dimension: Any = strawberry.field(graphql_type=COST_DIMENSION)
    values: list[str]


@strawberry.input(description="Whose cost is it? `by`: up to three dimensions; `from` and `to`: days, both inclusive.")
class CostAttributionInput:
    by: Any = strawberry.field(graphql_type=list[COST_DIMENSION])
    first_day: Day = strawberry.field(name="from")
    last_day: Day = strawberry.field(name="to")
    as_of: Moment | None = None
    currency: str | None = None
    rates: list[RateInput] | None = None
    owners: Any = strawberry.field(default=None, graphql_type=OWNER_RULE | None)
    team_type: str | None = None
    filters: list[CostFilterInput] | None = None


@strawberry.type(description="The value of one dimension.")
class DimensionValue:
    key: str = strawberry.field(graphql_type=COST_DIMENSION)
    value: str


@strawberry.type(description="How many tokens of one counter.")
class TokenCount:
    key: str
    value: Long


@strawberry.type(description="An amount by its name.")
class NamedMoney:
    key: str
    value: Money


@strawberry.type(description="What one unit of a currency was counted as.")
class Rate:
    key: str
    value: Amount


@strawberry.type(description="The cost under one key, and what was used for it.")
class CostRow:
    cost: Money
    basis: str = strawberry.field(graphql_type=COST_BASIS)
    requests: Long

    @strawberry.field
    @staticmethod
    def key(root: strawberry.Parent[Any]) -> list[DimensionValue]:
        return counts(DimensionValue, root.key)

    @strawberry.field
    @staticmethod
    def tokens(root: strawberry.Parent[Any]) -> list[TokenCount]:
        return counts(TokenCount, root.tokens)


@strawberry.type(description="What a second source told that another accounts for already; not in the ledger.")
class CostOverlap:
    kind: str
    application: strawberry.ID
    category: str
    first_day: Day
    last_day: Day
    source: str
    counted: str
    cost: Money
    code: str


@strawberry.type(description="One dimension's values, row by row.")
class DimensionColumn:
    key: str = strawberry.field(graphql_type=COST_DIMENSION)
    value: TextColumn


@strawberry.type(description="One counter's tokens, row by row.")
class TokenColumn:
    key: str
    value: WholeColumn


@strawberry.type(description="All rows, column by column; all amounts are of the ledger's currency.")
class CostColumns:
    key: list[DimensionColumn]
    cost: MoneyColumn
    basis: TextColumn
    tokens: list[TokenColumn]
    requests: WholeColumn


@strawberry.type(description="Rows and buckets add up to the ledger, exactly.")
class CostAttribution:
    ledger: Money
    buckets: list[NamedMoney]
    included_value: Money
    overlaps: list[CostOverlap]
    dropped_buckets: list[NamedMoney]
    left_out: list[Money]
    unpriced_rows: Long
    rates: list[Rate]
    snapshot: Snapshot
    completeness: Completeness
    freshness: list[SourceFreshness]
    book: strawberry.Private[Book]
    costs: strawberry.Private[Sequence[Any]]

    @strawberry.field
    async def rows(self, info: Info, first: int = FIRST, after: str | None = None) -> Connection[CostRow]:
        found: Connection[CostRow] = await page(info, self.book, self.costs, first, after)
        return found

    @strawberry.field
    async def columns(self, info: Info) -> CostColumns:
        return await info.context.walk(lambda: _columns(list(self.costs)))


CostAttributionResult = Annotated[
    CostAttribution | NotFound | AmbiguousName | BadInput | SnapshotExpired | LimitExceeded | Forbidden,
    strawberry.union("CostAttributionResult"),
]


def _columns(rows: Sequence[Any]) -> CostColumns:
    keys = sorted(rows[0].key) if rows else []
    return CostColumns(
        key=[DimensionColumn(key=name, value=TextColumn([row.key[name] for row in rows])) for name in keys],
        cost=MoneyColumn([write_amount(row.cost.nano) for row in rows]),
        basis=TextColumn([row.basis for row in rows]),
        tokens=[
            TokenColumn(key=name, value=WholeColumn([row.tokens.get(name, 0) for row in rows]))
            for name in sorted(TOKEN_COUNTERS)
        ],
        requests=WholeColumn([row.requests for row in rows]),
    )


def _shape(answer: cost_attribution.Answer, common: dict[str, Any]) -> CostAttribution:
    told: Mapping[str, Any] = {
        "ledger": answer.ledger,
        "buckets": counts(NamedMoney, answer.buckets),
        "included_value": answer.included_value,
        "overlaps": answer.overlaps,
        "dropped_buckets": counts(NamedMoney, answer.dropped_buckets),
        "left_out": answer.left_out,
        "unpriced_rows": answer.unpriced_rows,
        "rates": counts(Rate, answer.rates),
    }
    return CostAttribution(costs=answer.rows, **told, **common)


QUESTION = Question("cost-attribution", cost_attribution.run, _shape)


async def resolve_cost_attribution(info: Info, input: CostAttributionInput) -> CostAttributionResult:
    """What did AI use cost, and whose cost is it?"""

    def params(as_of: int) -> cost_attribution.Params:
        if not input.by:
            raise InputError("`by` names no dimension")
        more = known(
            rates={one.currency: Decimal(one.rate) for one in input.rates or ()},
            owners=input.owners,
            team_type=input.team_type,
            filters={one.dimension.value: tuple(one.values) for one in input.filters or ()},
        )
        return cost_attribution.Params(
            by=tuple(member.value for member in input.by),
            first_day=read_day(input.first_day),
            last_day=read_day(input.last_day),
            as_of=as_of,
            currency=input.currency,
            **more,
        )

    found: CostAttributionResult = await ask(info, QUESTION, input.as_of, params)
    return found
