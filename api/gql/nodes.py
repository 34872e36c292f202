"""The fields `node` and `nodes`: nodes looked up by their ids."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry

from api.gql.derive import describe, list_of, object_type
from api.gql.errors import PublicError
from api.gql.meaning import AS_OF
from api.gql.page import Info
from api.gql.scalars import Moment
from queries.search import Node, read_node

MAX_IDS = 200
NODE: Any = object_type(Node)
NodeKey = Annotated[strawberry.ID, strawberry.argument(description="The id of the node, or one of its aliases.")]
NodeKeys = Annotated[list[strawberry.ID], strawberry.argument(description="The ids of the nodes, at most 200.")]
AsOf = Annotated[Moment | None, strawberry.argument(description=AS_OF)]


async def resolve_node(info: Info, id: NodeKey, as_of: AsOf = None) -> Any:
    """The node that has this id, or one of these ids among its aliases; null if nothing has."""
    return (await _read(info, [id], as_of))[0]


async def resolve_nodes(info: Info, ids: NodeKeys, as_of: AsOf = None) -> list[Any]:
    """The nodes of these ids, at most 200, in their order; null where nothing has the id."""
    if len(ids) > MAX_IDS:
        raise PublicError(f"`ids` are at most {MAX_IDS}", extensions={"code": "LIMIT_EXCEEDED"})
    return await _read(info, ids, as_of)


async def _read(info: Info, ids: list[strawberry.ID], as_of: Moment | None) -> list[Any]:
    snapshot = info.context.pinned.snapshot
    moment = info.context.asked_at if as_of is None else as_of

    def read() -> list[Any]:
        indices = [snapshot.index_of(node_id) for node_id in ids]
        return [read_node(snapshot, index, moment) if index >= 0 else None for index in indices]

    return await info.context.walk(read)


NODE_FIELDS = {
    "node": strawberry.field(resolver=resolve_node, graphql_type=NODE | None, description=describe(resolve_node)),
    "nodes": strawberry.field(
        resolver=resolve_nodes, graphql_type=list_of(NODE | None), description=describe(resolve_nodes)
    ),
}
