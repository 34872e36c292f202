"""This file knows how nodes look in the schema, and how they are looked up and searched for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import strawberry

from api.gql.ask import Question, ask
from api.gql.enums import NODE_KIND, words_of
from api.gql.nodes import MOST_FOUND, Nodes, read_node, search
from api.gql.page import FIRST, Book, Connection, TooMuch, page
from api.gql.scalars import Anything, Moment
from api.gql.session import Info, PublicError
from api.gql.types import (
    BadInput,
    Completeness,
    Forbidden,
    LimitExceeded,
    Snapshot,
    SnapshotExpired,
    SourceFreshness,
)
from graph.reason import Reason
from graph.snapshot import Snapshot as Frozen
from queries import base

MAX_IDS = 200


@strawberry.type(description="One property of a node.")
class NodeProperty:
    key: str
    value: Anything


@strawberry.type(description="A node at a moment. `aliases`: its other ids. `known`: whether a source describes it.")
class Node:
    id: strawberry.ID
    kind: str = strawberry.field(graphql_type=NODE_KIND)
    name: str
    known: bool
    aliases: list[strawberry.ID]
    props: list[NodeProperty]


@strawberry.input(description="A part of an id, email or name; an empty text finds every node of the kinds.")
class SearchInput:
    text: str
    kinds: Any = strawberry.field(default=None, graphql_type=list[NODE_KIND] | None)
    as_of: Moment | None = None


@strawberry.type(description="Who is called exactly so first, then whose name begins so, then the rest; ties by id.")
class Search:
    total: int
    snapshot: Snapshot
    completeness: Completeness
    freshness: list[SourceFreshness]
    book: strawberry.Private[Book]
    rows: strawberry.Private[Nodes]

    @strawberry.field
    async def nodes(self, info: Info, first: int = FIRST, after: str | None = None) -> Connection[Node]:
        found: Connection[Node] = await page(info, self.book, self.rows, first, after)
        return found


SearchResult = Annotated[
    Search | BadInput | SnapshotExpired | LimitExceeded | Forbidden, strawberry.union("SearchResult")
]


@dataclass(frozen=True, slots=True)
class _Params:
    text: str
    kinds: tuple[str, ...]
    as_of: int


@dataclass(frozen=True, slots=True)
class _Found:
    rows: Nodes
    completeness: base.Completeness
    freshness: tuple[base.FreshnessWarning, ...]


def _run(snapshot: Frozen, params: _Params) -> _Found:
    places, complete = search(snapshot, params.text, params.kinds)
    reasons = [] if complete else [Reason("ROWS", f"more than {MOST_FOUND} nodes hold this text; write more of it")]
    return _Found(
        Nodes(snapshot, places, params.as_of),
        base.Completeness(reasons),
        base.freshness_warnings(snapshot, params.as_of),
    )


def _shape(answer: _Found, common: dict[str, Any]) -> Search:
    return Search(total=len(answer.rows), rows=answer.rows, **common)


QUESTION = Question("search", _run, _shape)


async def resolve_search(info: Info, input: SearchInput) -> SearchResult:
    """Nodes by a part of their id, email or name."""

    def params(as_of: int) -> _Params:
        if len(input.text) > 4096:
            raise TooMuch("text", 4096)
        return _Params(input.text, words_of(input.kinds), as_of)

    found: SearchResult = await ask(info, QUESTION, input.as_of, params)
    return found


async def resolve_node(info: Info, id: strawberry.ID, as_of: Moment | None = None) -> Node | None:
    """The node that has this id, or one of these ids among its aliases; null if nothing has."""
    return (await _read(info, [id], as_of))[0]


async def resolve_nodes(info: Info, ids: list[strawberry.ID], as_of: Moment | None = None) -> list[Node | None]:
    """The nodes of these ids, at most 200, in their order; null where nothing has the id."""
    if len(ids) > MAX_IDS:
        raise PublicError(f"`ids` are at most {MAX_IDS}", extensions={"code": "LIMIT_EXCEEDED"})
    return await _read(info, ids, as_of)


async def _read(info: Info, ids: list[strawberry.ID], as_of: Moment | None) -> list[Node | None]:
    snapshot = info.context.pinned.snapshot
    moment = info.context.asked_at if as_of is None else as_of

    def read() -> list[Any]:
        places = [snapshot.index_of(node_id) for node_id in ids]
        return [read_node(snapshot, place, moment) if place >= 0 else None for place in places]

    return await info.context.walk(read)
