"""This file knows how a root field gets its answer: checked, walked off the loop, remembered, or refused as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import strawberry

from api.gql.cursor import CursorExpired, question_of, shorten
from api.gql.page import Book, TooMuch, check_pages
from api.gql.session import Info
from api.gql.types import (
    AmbiguousName,
    BadInput,
    LimitExceeded,
    NotFound,
    SnapshotExpired,
    shared,
)
from graph import errors
from graph.snapshot import Snapshot

P = TypeVar("P")
A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Question(Generic[P, A]):
    """A question as a root field puts it: its name, what answers it, and the answer as the schema has it.

    `shape` gets the answer, what all answers share (snapshot, completeness, freshness), and the book of its cursors.
    """

    name: str
    run: Callable[[Snapshot, P], A]
    shape: Callable[[A, dict[str, Any]], Any]


async def ask(info: Info, question: Question[P, A], as_of: int | None, params: Callable[[int], P]) -> Any:
    """The shaped answer, or one of the error types; `params` makes what is asked from the moment."""
    session = info.context
    snapshot = session.pinned.snapshot
    outcome = "failed"
    try:
        pages = check_pages(info)
        moment = pages.moment(as_of, session.asked_at)
        asked = params(moment)
        key = question_of(question.name, asked)
        pages.check(key)
        answer = await session.walk(lambda: session.pinned.remember(key, lambda: question.run(snapshot, asked)))
        common = shared(snapshot, moment, answer) | {"book": Book(shorten(snapshot), moment, key)}
        shaped = question.shape(answer, common)
        outcome = "answered"
        return shaped
    except errors.InputError as error:
        refused = refusal(error, snapshot)
        outcome = str(refused.code)
        return refused
    finally:
        session.server.metrics.fields.labels(info.field_name, outcome).inc()
        session.facts.setdefault("questions", []).append(f"{question.name} {outcome}")


def refusal(error: errors.InputError, snapshot: Snapshot) -> Any:
    """An error that was expected, as a type of the schema."""
    message = str(error)
    if isinstance(error, errors.UnknownName):
        return NotFound(message=message, code="NOT_FOUND", name=error.name)
    if isinstance(error, errors.AmbiguousName):
        candidates = [strawberry.ID(candidate) for candidate in error.candidates]
        return AmbiguousName(message=message, code="AMBIGUOUS_NAME", name=error.name, candidates=candidates)
    if isinstance(error, CursorExpired):
        return SnapshotExpired(message=message, code="SNAPSHOT_EXPIRED", generation=snapshot.generation)
    if isinstance(error, TooMuch):
        return LimitExceeded(message=message, code="LIMIT_EXCEEDED", limit=error.limit, maximum=error.maximum)
    return BadInput(message=message, code="BAD_INPUT")


def within(name: str, told: int | None, least: int, most: int) -> None:
    """Raise for a number out of its bounds: InputError below, TooMuch above."""
    if told is not None and told < least:
        raise errors.InputError(f"`{name}` is at least {least}")
    if told is not None and told > most:
        raise TooMuch(name, most)


def known(**told: Any) -> dict[str, Any]:
    """What was told; the rest is left to the question's own defaults."""
    return {name: value for name, value in told.items() if value is not None}
