"""The GraphQL schema: its root fields, its limits, and what of an error may be seen."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
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

from api.gql.cypher import CypherResult, resolve_cypher
from api.gql.derive import build_type, describe
from api.gql.errors import SEARCH_ERRORS, PublicError
from api.gql.limits import MAX_TOKENS, DocumentLimits
from api.gql.nodes import NODE_FIELDS
from api.gql.question import question_field
from api.gql.scalars import SCALARS
from api.gql.status import Status, resolve_status
from graph.moment import ALWAYS, NEVER
from queries import QUERIES, search

# Built once: caches of validated documents are keyed by the rules themselves.
_RULES = [DocumentLimits]
_CACHED_DOCUMENTS = 256
MASKED = "Something went wrong here; the log of the server knows what."


def _query_type() -> Any:
    """The root: the questions of QUERIES, and what is particular to this face."""
    fields = {
        "status": strawberry.field(resolver=resolve_status, graphql_type=Status, description=describe(resolve_status)),
        **NODE_FIELDS,
        "search": question_field("search", search, SEARCH_ERRORS),
        **{name.replace("-", "_"): question_field(name, import_module(dotted)) for name, dotted in QUERIES.items()},
        "cypher": strawberry.field(
            resolver=resolve_cypher, graphql_type=CypherResult, description=describe(resolve_cypher)
        ),
    }
    meaning = "Every question that can be asked. Each answer says from which snapshot it comes and how whole it is."
    return build_type("Query", meaning, fields)


class Schema(strawberry.Schema):
    """A schema that leaves writing down what went wrong to its router, which knows the request."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        return None


class OneOperation(SchemaExtension):
    """Refuses a document of several operations where the request does not say which: Strawberry would take the first."""

    def on_validate(self) -> Iterator[None]:
        execution = self.execution_context
        definitions = execution.graphql_document.definitions if execution.graphql_document else ()
        operations = sum(isinstance(definition, OperationDefinitionNode) for definition in definitions)
        if operations > 1 and execution.context.operation is None and not execution.pre_execution_errors:
            execution.pre_execution_errors = [
                GraphQLError("The document has several operations: `operationName` says which.")
            ]
        yield


def read_attribute(source: object, name: str) -> Any:
    """What a field shows of an object or dictionary of the questions; open moments are null."""
    value = source.get(name) if isinstance(source, Mapping) else getattr(source, name)
    return None if type(value) is int and value in (ALWAYS, NEVER) else value


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
        query=_query_type(),
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
