"""This file knows how orphaned paths look in the schema."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry

from api.gql.ask import Question, ask, known
from api.gql.enums import BASIS, PERMISSION
from api.gql.page import FIRST, Book, Connection, page
from api.gql.reached import check_reach
from api.gql.scalars import Day, Moment
from api.gql.session import Info
from api.gql.types import (
    AmbiguousName,
    BadInput,
    Completeness,
    EdgeEvidence,
    Forbidden,
    LimitExceeded,
    Money,
    NotFound,
    Snapshot,
    SnapshotExpired,
    SourceFreshness,
)
from graph.snapshot import Basis
from queries import orphaned_paths


@strawberry.input(description="Which live routes to data has nobody to answer for them?")
class OrphanedPathsInput:
    as_of: Moment | None = None
    basis: Basis | None = strawberry.field(default=None, graphql_type=BASIS | None)
    window_days: int | None = None
    currency: str | None = None


@strawberry.type(description="Why nobody answers for a principal, since when, on what evidence.")
class OrphanReason:
    code: str
    since: Moment | None
    evidence: str


@strawberry.type(description="A principal that nobody answers for, with what only it holds folded under it.")
class OrphanedRoot:
    id: strawberry.ID
    name: str
    state: str
    shadow: bool
    reasons: list[OrphanReason]
    spend_since: Money | None
    folded: list[strawberry.ID]


@strawberry.type(description="One route from a root to a data source or model; `below` counts what lies inside that.")
class OrphanedPath:
    root: strawberry.ID
    target: strawberry.ID
    below: int
    permission: str | None = strawberry.field(graphql_type=PERMISSION | None)
    hops: int
    last_used: Day | None
    witness: list[EdgeEvidence]


@strawberry.type(description="A live principal of which nobody can say whether somebody answers for it.")
class UnknownPrincipal:
    id: strawberry.ID
    why: str


@strawberry.type(description="Roots by id; paths by root, permission down, sensitivity down, hops, target.")
class OrphanedPaths:
    snapshot: Snapshot
    completeness: Completeness
    freshness: list[SourceFreshness]
    book: strawberry.Private[Book]
    answer: strawberry.Private[orphaned_paths.Answer]

    @strawberry.field
    async def roots(self, info: Info, first: int = FIRST, after: str | None = None) -> Connection[OrphanedRoot]:
        found: Connection[OrphanedRoot] = await page(info, self.book, self.answer.roots, first, after)
        return found

    @strawberry.field
    async def paths(self, info: Info, first: int = FIRST, after: str | None = None) -> Connection[OrphanedPath]:
        found: Connection[OrphanedPath] = await page(info, self.book, self.answer.paths, first, after)
        return found

    @strawberry.field
    async def unknown(self, info: Info, first: int = FIRST, after: str | None = None) -> Connection[UnknownPrincipal]:
        found: Connection[UnknownPrincipal] = await page(info, self.book, self.answer.unknown, first, after)
        return found


OrphanedPathsResult = Annotated[
    OrphanedPaths | NotFound | AmbiguousName | BadInput | SnapshotExpired | LimitExceeded | Forbidden,
    strawberry.union("OrphanedPathsResult"),
]


def _shape(answer: orphaned_paths.Answer, common: dict[str, Any]) -> OrphanedPaths:
    return OrphanedPaths(answer=answer, **common)


QUESTION = Question("orphaned-paths", orphaned_paths.run, _shape)


async def resolve_orphaned_paths(info: Info, input: OrphanedPathsInput | None = None) -> OrphanedPathsResult:
    """Which live routes to data has nobody to answer for them any more?"""
    told = input or OrphanedPathsInput()

    def params(as_of: int) -> orphaned_paths.Params:
        check_reach(None, told.window_days)
        more = known(basis=told.basis, window_days=told.window_days)
        return orphaned_paths.Params(as_of=as_of, currency=told.currency, **more)

    found: OrphanedPathsResult = await ask(info, QUESTION, told.as_of, params)
    return found
