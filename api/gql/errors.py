"""Why there is no answer, as types of the schema: one for each kind of error that was expected."""

from __future__ import annotations

from enum import Enum, EnumMeta
from typing import Any

import strawberry
from graphql import GraphQLError

from graph import errors

_CODES = ("NOT_FOUND", "AMBIGUOUS_NAME", "BAD_INPUT", "SNAPSHOT_EXPIRED", "LIMIT_EXCEEDED", "FORBIDDEN")
ERROR_CODE: Any = strawberry.enum(
    EnumMeta.__call__(Enum, "ErrorCode", {code: code for code in _CODES}, module=__name__),
    name="ErrorCode",
    description="Why there is no answer.",
)


class PublicError(GraphQLError):
    """An error of a field that has no union to say it in; shown as it is."""


class LimitError(errors.InputError):
    """A question that asks for more than one answer may hold."""

    def __init__(self, limit: str, maximum: int) -> None:
        self.limit, self.maximum = limit, maximum
        super().__init__(f"`{limit}` is at most {maximum}")


class CursorExpired(errors.InputError):
    """A cursor of a snapshot that no longer answers."""


@strawberry.interface(description="Why there is no answer. `path`: the argument at fault.")
class UserError:
    message: str
    code: str = strawberry.field(graphql_type=ERROR_CODE)
    path: list[str] | None = None


@strawberry.type(
    description="Nothing is known by this id, email or name; `suggestions` are nodes with the nearest names."
)
class NotFound(UserError):
    name: str
    suggestions: list[strawberry.ID]


@strawberry.type(name="AmbiguousName", description="Several nodes have this name; give one of the candidates.")
class AmbiguousNode(UserError):
    name: str
    candidates: list[strawberry.ID]


@strawberry.type(description="The question makes no sense as it was put.")
class BadInput(UserError):
    pass


@strawberry.type(description="The cursor is of a snapshot that no longer answers; begin again without it.")
class SnapshotExpired(UserError):
    generation: int


@strawberry.type(description="The question asks for more than one answer may hold.")
class LimitExceeded(UserError):
    limit: str
    maximum: int


@strawberry.type(description="The question is not yours to ask.")
class Forbidden(UserError):
    pass


# The members of every union beside its answer; a search finds nothing rather than not knowing a name.
SEARCH_ERRORS = (BadInput, SnapshotExpired, LimitExceeded, Forbidden)
QUESTION_ERRORS = (NotFound, AmbiguousNode, *SEARCH_ERRORS)


def error_type(error: errors.InputError, generation: int) -> Any:
    """An error that was expected, as a type of the schema."""
    message = str(error)
    if isinstance(error, errors.UnknownName):
        suggestions = [strawberry.ID(suggestion) for suggestion in error.suggestions]
        return NotFound(message=message, code="NOT_FOUND", name=error.name, suggestions=suggestions)
    if isinstance(error, errors.AmbiguousName):
        candidates = [strawberry.ID(candidate) for candidate in error.candidates]
        return AmbiguousNode(message=message, code="AMBIGUOUS_NAME", name=error.name, candidates=candidates)
    if isinstance(error, CursorExpired):
        return SnapshotExpired(message=message, code="SNAPSHOT_EXPIRED", generation=generation)
    if isinstance(error, LimitError):
        return LimitExceeded(message=message, code="LIMIT_EXCEEDED", limit=error.limit, maximum=error.maximum)
    return BadInput(message=message, code="BAD_INPUT")
