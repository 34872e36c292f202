"""Why there is no answer, as types of the schema: one for each kind of error that was expected."""

from __future__ import annotations

import math
from enum import Enum, EnumMeta
from typing import Any

import strawberry
from graphql import GraphQLError

from api.gql.meaning import describe_members, with_meanings
from graph import errors
from graph.deadline import DeadlineExceeded

_CODES = {
    "NOT_FOUND": "No node has this id, email or name.",
    "AMBIGUOUS_NAME": "Several nodes have this name.",
    "BAD_INPUT": "An argument makes no sense; `message` says what is wrong with it and what to do.",
    "SNAPSHOT_EXPIRED": "The cursor is of a snapshot that no longer answers.",
    "LIMIT_EXCEEDED": "More is asked for than one answer may hold.",
    "FORBIDDEN": "The token gives no right to ask this.",
}
ERROR_CODE: Any = strawberry.enum(
    EnumMeta.__call__(Enum, "ErrorCode", {code: code for code in _CODES}, module=__name__),
    name="ErrorCode",
    description="Why there is no answer.",
)
describe_members(ERROR_CODE, _CODES)


class PublicError(GraphQLError):
    """An error of a field that has no union to say it in; shown as it is."""


class LimitError(errors.InputError):
    """A question that asks for more than one answer may hold."""

    def __init__(self, limit: str, maximum: int) -> None:
        self.limit, self.maximum = limit, maximum
        super().__init__(f"`{limit}` is at most {maximum}")


class CursorExpired(errors.InputError):
    """A cursor of a snapshot that no longer answers."""


@with_meanings
@strawberry.interface(description="Why there is no answer. `path`: the argument at fault.")
class UserError:
    message: str
    """What is wrong, what was expected, and what to do, for a person."""
    code: str = strawberry.field(graphql_type=ERROR_CODE)
    """The same for a machine."""
    path: list[str] | None = None
    """The argument at fault, from the root field down, such as ["input", "start", "0"]."""


@with_meanings
@strawberry.type(
    description="Nothing is known by this id, email or name; `suggestions` are nodes with the nearest names."
)
class NotFound(UserError):
    name: str
    """What no node is called."""
    suggestions: list[strawberry.ID]
    """The ids of the nodes with the nearest names."""


@with_meanings
@strawberry.type(name="AmbiguousName", description="Several nodes have this name; give one of the candidates.")
class AmbiguousNode(UserError):
    name: str
    """What several nodes are called."""
    candidates: list[strawberry.ID]
    """The ids of all of them."""


@with_meanings
@strawberry.type(description="The question makes no sense as it was put.")
class BadInput(UserError):
    pass


@with_meanings
@strawberry.type(description="The cursor is of a snapshot that no longer answers; begin again without it.")
class SnapshotExpired(UserError):
    generation: int
    """The generation that answers now."""


@with_meanings
@strawberry.type(description="The question asks for more than one answer may hold.")
class LimitExceeded(UserError):
    limit: str
    """What is limited."""
    maximum: int
    """How much of it one answer may hold."""


@with_meanings
@strawberry.type(description="The question is not yours to ask.")
class Forbidden(UserError):
    pass


# The members of every union beside its answer; a search finds nothing rather than not knowing a name.
SEARCH_ERRORS = (BadInput, SnapshotExpired, LimitExceeded, Forbidden)
QUESTION_ERRORS = (NotFound, AmbiguousNode, *SEARCH_ERRORS)


def error_type(error: errors.InputError, generation: int) -> Any:
    """An error that was expected, as a type of the schema; its argument is a path already, `input` where it has none."""
    message, path = str(error), [str(part) for part in error.argument] or ["input"]
    if isinstance(error, errors.UnknownName):
        suggestions = [strawberry.ID(suggestion) for suggestion in error.suggestions]
        return NotFound(message=message, path=path, code="NOT_FOUND", name=error.name, suggestions=suggestions)
    if isinstance(error, errors.AmbiguousName):
        candidates = [strawberry.ID(candidate) for candidate in error.candidates]
        return AmbiguousNode(message=message, path=path, code="AMBIGUOUS_NAME", name=error.name, candidates=candidates)
    if isinstance(error, CursorExpired):
        return SnapshotExpired(message=message, path=path, code="SNAPSHOT_EXPIRED", generation=generation)
    if isinstance(error, DeadlineExceeded):
        return LimitExceeded(
            message=message, path=path, code="LIMIT_EXCEEDED", limit="seconds", maximum=math.ceil(error.seconds)
        )
    if isinstance(error, LimitError):
        return LimitExceeded(
            message=message, path=path, code="LIMIT_EXCEEDED", limit=error.limit, maximum=error.maximum
        )
    return BadInput(message=message, path=path, code="BAD_INPUT")
