"""The GraphQL schema: its root fields, its limits, and what of an error may be seen."""

from __future__ import annotations

import logging
from copy import copy
from functools import cache, partial
from importlib import import_module
from typing import Any

import strawberry
from graphql import GraphQLDirective, GraphQLError
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from api.gql.cypher import CypherResult, resolve_cypher
from api.gql.decide import mutation_type
from api.gql.derive import build_type, describe
from api.gql.document_cache import BoundedDocuments, DocumentCache
from api.gql.errors import SEARCH_ERRORS, PublicError
from api.gql.limits import OneOperation
from api.gql.nodes import NODE_FIELDS
from api.gql.question import question_field, read_attribute
from api.gql.rights import guarded
from api.gql.scalars import SCALARS
from api.gql.status import Status, resolve_status
from queries import QUERIES, neighbours, search

MASKED = "Something went wrong here; the log of the server knows what."


def _query_type() -> Any:
    """The root: the questions of QUERIES, and what is particular to this face."""
    fields = {
        "status": strawberry.field(resolver=resolve_status, graphql_type=Status, description=describe(resolve_status)),
        **NODE_FIELDS,
        "search": question_field("search", search, SEARCH_ERRORS),
        "neighbours": question_field("neighbours", neighbours),
        **{name.replace("-", "_"): question_field(name, import_module(dotted)) for name, dotted in QUERIES.items()},
        "cypher": strawberry.field(
            resolver=resolve_cypher, graphql_type=CypherResult, description=describe(resolve_cypher)
        ),
    }
    meaning = "Every question that can be asked. Each answer says from which snapshot it comes and how whole it is."
    return build_type("Query", meaning, guarded(fields))


class Schema(strawberry.Schema):
    """A schema that leaves writing down what went wrong to its router, which knows the request."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        return None


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
    schema = Schema(
        query=_query_type(),
        mutation=mutation_type(),
        config=StrawberryConfig(
            scalar_map=SCALARS,
            default_resolver=read_attribute,
            disable_field_suggestions=True,
        ),
        extensions=[partial(BoundedDocuments, DocumentCache()), OneOperation],
    )
    schema._schema.directives = tuple(_released(directive) for directive in schema._schema.directives)
    return schema


def _released(directive: GraphQLDirective) -> GraphQLDirective:
    """A directive without the location that only the draft of the specification knows: clients' parsers refuse it."""
    released = copy(directive)
    released.locations = tuple(location for location in directive.locations if location.name != "DIRECTIVE_DEFINITION")
    return released


def write_sdl(schema: Schema) -> str:
    """The schema as text, as it is committed and served."""
    return schema.as_str() + "\n"
