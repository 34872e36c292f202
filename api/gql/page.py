"""This file knows how a long list is read page by page, bound to the snapshot and question it is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import strawberry
from strawberry.types.nodes import FragmentSpread, InlineFragment, SelectedField

from api.gql.cursor import DEFAULT_FIRST, MAX_FIRST, Cursor, CursorExpired, read_cursor, shorten
from api.gql.session import Info, PublicError
from api.gql.types import PageInfo
from graph.errors import InputError
from graph.moment import write_moment

T = TypeVar("T")

FIRST = DEFAULT_FIRST
# Rows of all lists below one root field, aliases included: each row is written on the event loop.
MAX_ROWS = 1000


class TooMuch(InputError):
    """A question that asks for more than one answer may hold."""

    def __init__(self, limit: str, maximum: int) -> None:
        self.limit, self.maximum = limit, maximum
        super().__init__(f"`{limit}` is at most {maximum}")


@dataclass(frozen=True, slots=True)
class Book:
    """What the cursors of one answer are bound to."""

    digest: str
    as_of: int
    question: str

    def cursor(self, field: str, position: int) -> str:
        """The cursor of the row at a position."""
        return Cursor(self.digest, self.as_of, self.question, field, position).write()


@strawberry.type(description="One row of a page with its cursor.")
class Edge(Generic[T]):
    cursor: str
    node: T


@strawberry.type(description="One page of a list. `nodes` are in the order of the answer.")
class Connection(Generic[T]):
    nodes: list[T]
    total_count: int
    begin: strawberry.Private[int]
    field: strawberry.Private[str]
    book: strawberry.Private[Book]

    @strawberry.field
    def edges(self) -> list[Edge[T]]:
        return [
            Edge(cursor=self.book.cursor(self.field, at), node=node) for at, node in enumerate(self.nodes, self.begin)
        ]

    @strawberry.field
    def page_info(self) -> PageInfo:
        end = self.begin + len(self.nodes)
        return PageInfo(
            has_next_page=end < self.total_count,
            has_previous_page=self.begin > 0,
            start_cursor=self.book.cursor(self.field, self.begin) if self.nodes else None,
            end_cursor=self.book.cursor(self.field, end - 1) if self.nodes else None,
        )


async def page(info: Info, book: Book, rows: Sequence[Any], first: int, after: str | None) -> Any:
    """The page after a cursor; its rows are made off the loop. What `check_pages` refuses does not come here."""
    if not 1 <= first <= MAX_FIRST:
        raise PublicError(f"`first` is from 1 to {MAX_FIRST}", extensions={"code": "LIMIT_EXCEEDED"})
    begin = read_cursor(after).position + 1 if after is not None else 0
    nodes = await info.context.walk(lambda: list(rows[begin : begin + first]))
    return Connection(nodes=nodes, total_count=len(rows), begin=begin, field=info.field_name, book=book)


@dataclass(frozen=True, slots=True)
class Pages:
    """The cursors that a question's lists were asked with."""

    cursors: tuple[Cursor, ...]

    def moment(self, as_of: int | None, asked_at: int) -> int:
        """The moment to answer for: as asked, else that of the cursors, else now.

        Raises InputError for a cursor of another moment.
        """
        told = {cursor.as_of for cursor in self.cursors} | ({as_of} if as_of is not None else set())
        if len(told) > 1:
            raise InputError("`after` is of an answer for another moment: " + ", ".join(map(_shown, sorted(told))))
        return told.pop() if told else asked_at

    def check(self, question: str) -> None:
        """Raise InputError for a cursor of another question."""
        if any(cursor.question != question for cursor in self.cursors):
            raise InputError("`after` is of another question; begin again without it")


def check_pages(info: Info) -> Pages:
    """Look at `first` and `after` of the lists just below a root field, before anything is walked.

    A list cannot say what is wrong with them; its root field can. Raises InputError, TooMuch and CursorExpired.
    """
    digest = shorten(info.context.pinned.snapshot)
    cursors, rows = [], 0
    for selected in _below(info.selected_fields):
        # A literal comes as its text.
        told = selected.arguments.get("first")
        first = DEFAULT_FIRST if told is None else int(told)
        if first < 1:
            raise InputError(f"`first` of `{selected.name}` is at least 1")
        if first > MAX_FIRST:
            raise TooMuch("first", MAX_FIRST)
        rows += first if selected.selections else 0
        if rows > MAX_ROWS:
            raise TooMuch("first of all lists together", MAX_ROWS)
        after = selected.arguments.get("after")
        if after is None:
            continue
        cursor = read_cursor(str(after))
        if cursor.field != selected.name:
            raise InputError(f"`after` is a cursor of `{cursor.field}`, not of `{selected.name}`")
        if cursor.digest != digest:
            raise CursorExpired("this list is of a snapshot that no longer answers; begin again without `after`")
        cursors.append(cursor)
    return Pages(tuple(cursors))


def _below(roots: Any) -> Iterator[SelectedField]:
    """The fields just below root fields, through fragments."""
    waiting = [selection for root in roots for selection in root.selections]
    while waiting:
        selection = waiting.pop()
        if isinstance(selection, FragmentSpread | InlineFragment):
            waiting.extend(selection.selections)
        else:
            yield selection


def _shown(moment: int) -> str:
    return write_moment(moment) or "open"
