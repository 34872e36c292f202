"""Pages of long lists: connections, and cursors that are bound to one caller, snapshot, moment and question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Annotated, Any, Generic, TypeVar

import msgspec
import strawberry
from strawberry.types.nodes import FragmentSpread, InlineFragment, SelectedField, Selection

from api.access.caller import Caller
from api.access.seal import Seal
from api.gql.errors import CursorExpired, LimitError, PublicError
from api.gql.meaning import with_meanings
from api.http.lifespan import Session
from graph.errors import InputError
from graph.moment import write_moment
from graph.snapshot import Snapshot

T = TypeVar("T")

MAX_FIRST = 200
DEFAULT_FIRST = 50
# Rows of all lists below one root field, aliases included: each row is written on the event loop.
MAX_ROWS = 1000
# What is asked of a page and of nothing else that a root field has.
_OF_A_PAGE = frozenset({"nodes", "edges", "pageInfo", "totalCount"})

# What a resolver is handed.
Info = strawberry.Info[Session, None]


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """A position in one list of one answer, of one caller.

    `holder`: a hash of the caller, see `hash_holder`; `digest`: of the snapshot, shortened; `question`: a hash of what was asked.
    """

    holder: str
    digest: str
    as_of: int
    question: str
    field: str
    position: Annotated[int, msgspec.Meta(ge=0)]

    def write(self, seal: Seal) -> str:
        """As clients get it: sealed, so that it shows nothing and cannot be made or changed elsewhere."""
        return seal.write(msgspec.json.encode(self))


def read_cursor(text: str, seal: Seal) -> Cursor:
    """A cursor as clients send it back; raises InputError for what never was one of this installation."""
    content = seal.read(text)
    try:
        if content is not None:
            return msgspec.json.decode(content, type=Cursor)
    except msgspec.DecodeError:
        pass  # of a release that wrote cursors otherwise
    raise InputError("`after` is no cursor of this server; give one that an earlier page ended with")


def hash_holder(caller: Caller) -> str:
    """A hash of who asks and of which part of the graph they are answered from."""
    holder = (caller.name, caller.method, sorted(caller.scope))
    return blake2b(msgspec.json.encode(holder), digest_size=8).hexdigest()


def short_digest(snapshot: Snapshot) -> str:
    """The snapshot's digest as cursors carry it."""
    return snapshot.digest[:16]


def hash_question(name: str, params: object) -> str:
    """A hash of a question's name and all it was asked with, the moment included.

    Its answer is kept under it for all who see the same part: long enough that nobody finds two questions of one hash.
    """
    return blake2b(f"{name} {params!r}".encode(), digest_size=32).hexdigest()


@dataclass(frozen=True, slots=True)
class PageContext:
    """What the cursors of one answer are bound to, and what seals them."""

    seal: Seal
    holder: str
    digest: str
    as_of: int
    question: str

    def cursor(self, field: str, position: int) -> str:
        """The cursor of the row at a position."""
        return Cursor(self.holder, self.digest, self.as_of, self.question, field, position).write(self.seal)


@with_meanings
@strawberry.type(description="Where a page of a list begins and ends.")
class PageInfo:
    has_next_page: bool
    """Whether rows follow this page."""
    has_previous_page: bool
    """Whether rows stand before this page."""
    start_cursor: str | None
    """The cursor of the first row; null on an empty page."""
    end_cursor: str | None
    """The cursor of the last row, which the next page begins after; null on an empty page."""


@with_meanings
@strawberry.type(description="One row of a page with its cursor.")
class Edge(Generic[T]):
    cursor: str
    """The cursor of the row: `after` takes it."""
    node: T
    """The row."""


@with_meanings
@strawberry.type(description="One page of a list. `nodes` are in the order of the answer.")
class Connection(Generic[T]):
    nodes: list[T]
    """The rows of the page."""
    total_count: int
    """How many rows the whole list has."""
    begin: strawberry.Private[int]
    field: strawberry.Private[str]
    context: strawberry.Private[PageContext]

    @strawberry.field
    def edges(self) -> list[Edge[T]]:
        """The rows of the page, each with its cursor."""
        return [
            Edge(cursor=self.context.cursor(self.field, at), node=node)
            for at, node in enumerate(self.nodes, self.begin)
        ]

    @strawberry.field
    def page_info(self) -> PageInfo:
        """Where the page begins and ends."""
        end = self.begin + len(self.nodes)
        return PageInfo(
            has_next_page=end < self.total_count,
            has_previous_page=self.begin > 0,
            start_cursor=self.context.cursor(self.field, self.begin) if self.nodes else None,
            end_cursor=self.context.cursor(self.field, end - 1) if self.nodes else None,
        )


def root_key(info: Info) -> str:
    """The key of the root field that a field is below, as the answer has it."""
    path = info.path
    while path.prev is not None:
        path = path.prev
    return str(path.key)


def count_rows(info: Info, count: int) -> None:
    """Note for the audit that so many rows are in the answer."""
    record = info.context.records.get(root_key(info))
    if record is not None:
        record.rows += count


async def read_page(
    info: Info, context: PageContext, named_rows: tuple[str, Sequence[Any]], first: int, after: str | None
) -> Any:
    """The page after a cursor of a list, given with its name; its rows are made off the loop.

    What `check_pages` refuses does not come here.
    """
    field, rows = named_rows
    if not 1 <= first <= MAX_FIRST:
        raise PublicError(f"`first` is from 1 to {MAX_FIRST}", extensions={"code": "LIMIT_EXCEEDED"})
    begin = read_cursor(after, context.seal).position + 1 if after is not None else 0
    nodes = await info.context.walk(lambda: list(rows[begin : begin + first]))
    count_rows(info, len(nodes))
    return Connection(nodes=nodes, total_count=len(rows), begin=begin, field=field, context=context)


@dataclass(frozen=True, slots=True)
class Pages:
    """The cursors that a question's lists were asked with, by the paths that the answer has for the lists."""

    cursors: Mapping[tuple[str, ...], Cursor]

    def moment(self, as_of: int | None, asked_at: int) -> int:
        """The moment to answer for: as asked, else that of the cursors, else now.

        Raises InputError for a cursor of another moment.
        """
        moment = as_of
        for key, cursor in self.cursors.items():
            if moment is not None and cursor.as_of != moment:
                both = ", ".join(map(_text, sorted((moment, cursor.as_of))))
                raise InputError(f"`after` is of an answer for another moment: {both}").in_argument(*key, "after")
            moment = cursor.as_of
        return asked_at if moment is None else moment

    def check(self, question: str) -> None:
        """Raise InputError for a cursor of another question."""
        for key, cursor in self.cursors.items():
            if cursor.question != question:
                raise InputError("`after` is of another question; begin again without it").in_argument(*key, "after")


def check_pages(info: Info, groups: Collection[str] = ()) -> Pages:
    """Look at `first` and `after` of the lists just below a root field, or in one of its `groups`, before anything is walked.

    A list cannot say what is wrong with them; its root field can. Raises InputError, LimitError and CursorExpired, each
    with its path below the root field.
    """
    cursors: dict[tuple[str, ...], Cursor] = {}
    rows = 0
    for prefix, path, selected in _lists_below(info.selected_fields, groups):
        # A literal comes as its text.
        argument = selected.arguments.get("first")
        first = DEFAULT_FIRST if argument is None else int(argument)
        key = (*path, selected.alias or selected.name)
        if first < 1:
            raise InputError(f"`first` of `{selected.name}` is at least 1").in_argument(*key, "first")
        if first > MAX_FIRST:
            raise LimitError("first", MAX_FIRST).in_argument(*key, "first")
        # An object is no list.
        is_list = argument is not None or any(below.name in _OF_A_PAGE for below in _below([selected]))
        rows += first if is_list else 0
        if rows > MAX_ROWS:
            raise LimitError("first of all lists together", MAX_ROWS).in_argument(*key, "first")
        after = selected.arguments.get("after")
        if after is not None:
            try:
                cursors[key] = _cursor_of(info.context, prefix + selected.name, str(after))
            except InputError as error:
                raise error.in_argument(*key, "after") from None
    return Pages(cursors)


def _lists_below(
    roots: Iterable[Selection], groups: Collection[str]
) -> Iterator[tuple[str, tuple[str, ...], SelectedField]]:
    """The fields just below root fields, and below their groups: prefix of the name, path of what is above, field."""
    for selected in _below(roots):
        if selected.name in groups:
            for inner in _below([selected]):
                yield f"{selected.name}.", (selected.alias or selected.name,), inner
        else:
            yield "", (), selected


def _cursor_of(session: Session, name: str, after: str) -> Cursor:
    cursor = read_cursor(after, session.server.cursor_seal)
    if cursor.holder != hash_holder(session.caller):
        raise InputError(
            "`after` was given to another caller, or to this one with another scope; begin again without it"
        )
    if cursor.field != name:
        raise InputError(f"`after` is a cursor of `{cursor.field}`, not of `{name}`")
    if cursor.digest != short_digest(session.pinned.snapshot):
        raise CursorExpired("this list is of a snapshot that no longer answers; begin again without `after`")
    return cursor


def _below(roots: Iterable[Selection]) -> Iterator[SelectedField]:
    """The fields just below root fields, through fragments."""
    waiting = [selection for root in roots for selection in root.selections]
    while waiting:
        selection = waiting.pop()
        if isinstance(selection, FragmentSpread | InlineFragment):
            waiting.extend(selection.selections)
        else:
            yield selection


def _text(moment: int) -> str:
    return write_moment(moment) or "open"
