"""This file knows how the rows of a reach look in the schema; the blast radius and the exposure share them."""

from __future__ import annotations

from typing import Any

import strawberry

from api.gql.ask import within
from api.gql.enums import BASIS, EXERCISED, NODE_KIND, PERMISSION, SENSITIVITY
from api.gql.scalars import Day, FlagColumn, Long, TextColumn, WholeColumn
from api.gql.types import EdgeEvidence

MAX_DAYS = 3660
MAX_HOPS = 2**31 - 1


def check_reach(max_hops: int | None, window_days: int | None) -> None:
    """Raise for a number that makes no sense."""
    within("maxHops", max_hops, 0, MAX_HOPS)
    within("windowDays", window_days, 1, MAX_DAYS)


@strawberry.type(description="One node of a reach, with its proof edge by edge.")
class Reached:
    id: strawberry.ID
    kind: str = strawberry.field(graphql_type=NODE_KIND)
    name: str
    permission: str | None = strawberry.field(graphql_type=PERMISSION | None)
    permission_known: bool
    basis: str = strawberry.field(graphql_type=BASIS)
    hops: int
    exercised: Any = strawberry.field(graphql_type=EXERCISED)
    last_used: Day | None
    uses: Long
    sensitivity: str | None = strawberry.field(graphql_type=SENSITIVITY | None)
    witness: list[EdgeEvidence]


@strawberry.type(description="All rows of a reach but their proofs, column by column, in the order of the rows.")
class ReachedColumns:
    id: TextColumn
    kind: TextColumn
    name: TextColumn
    permission: TextColumn
    permission_known: FlagColumn
    basis: TextColumn
    hops: WholeColumn
    exercised: TextColumn
    last_used: TextColumn
    uses: WholeColumn
    sensitivity: TextColumn
