"""This file knows how access paths look in the schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import strawberry

from api.gql.ask import Question, ask, known, within
from api.gql.enums import BASIS, PERMISSION
from api.gql.page import FIRST, Book, Connection, page
from api.gql.reached import MAX_HOPS
from api.gql.scalars import Moment
from api.gql.session import Info
from api.gql.types import (
    AmbiguousName,
    BadInput,
    Completeness,
    EdgeEvidence,
    Forbidden,
    LimitExceeded,
    NotFound,
    Snapshot,
    SnapshotExpired,
    SourceFreshness,
)
from graph.snapshot import Basis
from queries import access_paths

MAX_PATHS = 200


@strawberry.input(description="By which ways does access get there? `k`: how many of the shortest ways.")
class AccessPathsInput:
    origin: strawberry.ID = strawberry.field(name="from")
    target: strawberry.ID = strawberry.field(name="to")
    as_of: Moment | None = None
    basis: Basis | None = strawberry.field(default=None, graphql_type=BASIS | None)
    k: int | None = None
    max_hops: int | None = None


@strawberry.type(description="One way, edge by edge and as a sentence.")
class AccessPath:
    hops: int
    permission: str | None = strawberry.field(graphql_type=PERMISSION | None)
    permission_known: bool
    sentence: str
    edges: list[EdgeEvidence]


@strawberry.type(description="The shortest ways, by hops, then by the ids along them.")
class AccessPaths:
    origin: strawberry.ID = strawberry.field(name="from")
    target: strawberry.ID = strawberry.field(name="to")
    snapshot: Snapshot
    completeness: Completeness
    freshness: list[SourceFreshness]
    book: strawberry.Private[Book]
    rows: strawberry.Private[Sequence[access_paths.AccessPath]]

    @strawberry.field
    async def paths(self, info: Info, first: int = FIRST, after: str | None = None) -> Connection[AccessPath]:
        found: Connection[AccessPath] = await page(info, self.book, self.rows, first, after)
        return found


AccessPathsResult = Annotated[
    AccessPaths | NotFound | AmbiguousName | BadInput | SnapshotExpired | LimitExceeded | Forbidden,
    strawberry.union("AccessPathsResult"),
]


def _shape(answer: access_paths.Answer, common: dict[str, Any]) -> AccessPaths:
    return AccessPaths(
        origin=strawberry.ID(answer.origin), target=strawberry.ID(answer.target), rows=answer.paths, **common
    )


QUESTION = Question("access-paths", access_paths.run, _shape)


async def resolve_access_paths(info: Info, input: AccessPathsInput) -> AccessPathsResult:
    """By which ways does access get from here to there, edge by edge, in words?"""

    def params(as_of: int) -> access_paths.Params:
        within("k", input.k, 1, MAX_PATHS)
        within("maxHops", input.max_hops, 0, MAX_HOPS)
        return access_paths.Params(
            origin=input.origin,
            target=input.target,
            as_of=as_of,
            max_hops=input.max_hops,
            **known(basis=input.basis, k=input.k),
        )

    found: AccessPathsResult = await ask(info, QUESTION, input.as_of, params)
    return found
