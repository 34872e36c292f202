"""This file knows the whole schema: its root fields, its limits, and what of an error may be seen."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import strawberry
from graphql import GraphQLError, OperationDefinitionNode
from strawberry.extensions import (
    AddValidationRules,
    MaxTokensLimiter,
    ParserCache,
    SchemaExtension,
    ValidationCache,
)
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from api.gql.fields.access_paths import AccessPathsResult, resolve_access_paths
from api.gql.fields.blast_radius import BlastRadiusResult, resolve_blast_radius
from api.gql.fields.cost_attribution import CostAttributionResult, resolve_cost_attribution
from api.gql.fields.cypher import CypherResult, resolve_cypher
from api.gql.fields.exposure import ExposureResult, resolve_exposure
from api.gql.fields.node import Node, SearchResult, resolve_node, resolve_nodes, resolve_search
from api.gql.fields.orphaned_paths import OrphanedPathsResult, resolve_orphaned_paths
from api.gql.fields.ranking import RankingResult, resolve_ranking
from api.gql.fields.status import Status, resolve_status
from api.gql.limits import MAX_TOKENS, Limits
from api.gql.scalars import SCALARS
from api.gql.session import PublicError
from graph.moment import ALWAYS, NEVER

# Built once: caches of validated documents are keyed by the rules themselves.
_RULES = [Limits]
_CACHED_DOCUMENTS = 256
MASKED = "Something went wrong here; the log of the server knows what."


@strawberry.type(
    description="Every question that can be asked. Each answer says from which snapshot it comes and how whole it is."
)
class Query:
    status: Status = strawberry.field(resolver=resolve_status)
    node: Node | None = strawberry.field(resolver=resolve_node)
    nodes: list[Node | None] = strawberry.field(resolver=resolve_nodes)
    search: SearchResult = strawberry.field(resolver=resolve_search)
    blast_radius: BlastRadiusResult = strawberry.field(resolver=resolve_blast_radius)
    exposure: ExposureResult = strawberry.field(resolver=resolve_exposure)
    access_paths: AccessPathsResult = strawberry.field(resolver=resolve_access_paths)
    ranking: RankingResult = strawberry.field(resolver=resolve_ranking)
    orphaned_paths: OrphanedPathsResult = strawberry.field(resolver=resolve_orphaned_paths)
    cost_attribution: CostAttributionResult = strawberry.field(resolver=resolve_cost_attribution)
    cypher: CypherResult = strawberry.field(resolver=resolve_cypher)


class Schema(strawberry.Schema):
    """A schema that leaves writing down what went wrong to its router, which knows the request."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        return None


class OneOperation(SchemaExtension):
    """Refuses a document of several operations where the request does not say which: Strawberry would take the first."""

    def on_validate(self) -> Iterator[None]:
        asked = self.execution_context
        definitions = asked.graphql_document.definitions if asked.graphql_document else ()
        operations = sum(isinstance(definition, OperationDefinitionNode) for definition in definitions)
        if operations > 1 and asked.context.operation is None and not asked.pre_execution_errors:
            asked.pre_execution_errors = [
                GraphQLError("The document has several operations: `operationName` says which.")
            ]
        yield


def read_attribute(source: Any, name: str) -> Any:
    """What a field shows of an object or dictionary of the questions; open moments are null."""
    found = source.get(name) if isinstance(source, Mapping) else getattr(source, name)
    return None if type(found) is int and found in (ALWAYS, NEVER) else found


def is_masked(error: GraphQLError) -> bool:
    """Whether an error is ours to mend, and so not a client's to read.

    Not masked: what the document or its variables are refused for (no path; scalars say why by ValueError), and what a
    field says on purpose.
    """
    if error.original_error is None or isinstance(error.original_error, PublicError):
        return False
    return bool(error.path) or not isinstance(error.original_error, ValueError | GraphQLError)


@cache
def build_schema() -> Schema:
    """The schema; building it takes a while, and one serves all."""
    logging.getLogger("strawberry.execution").disabled = True
    return Schema(
        query=Query,
        config=StrawberryConfig(
            scalar_map=SCALARS,
            default_resolver=read_attribute,
            disable_field_suggestions=True,
        ),
        extensions=[
            lambda: MaxTokensLimiter(max_token_count=MAX_TOKENS),
            lambda: AddValidationRules(list(_RULES)),
            lambda: ParserCache(maxsize=_CACHED_DOCUMENTS),
            lambda: ValidationCache(maxsize=_CACHED_DOCUMENTS),
            OneOperation,
        ],
    )


def write_sdl(schema: Schema) -> str:
    """The schema as text, as it is committed and served."""
    return schema.as_str() + "\n"
