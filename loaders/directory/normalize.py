"""This file knows how the pages of one directory become a run: which records, and which scopes they prove."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.claims import Edge, Node, Record, RunHeader, Tombstone
from graph.errors import RecordError
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.directory.principals import (
    AppAssignment,
    DirectoryClaims,
    DirectoryGroup,
    DirectoryUser,
    GroupMembership,
    Removal,
    assignment_claims,
    merge_users,
)
from loaders.live.pagination import WHOLE
from loaders.saved.fields import ErrorCollector, FieldReader

# The collections that most directories have.
USERS, GROUPS, MEMBERS = "users", "groups", "members"
_MEMBERS_OF = re.compile(r"(?i)(?:.*[-_.])?members[-_.](?P<group>.+?)(?:[-_.]page[-_.]?\d+)?\Z")

DirectoryObject = DirectoryUser | DirectoryGroup | GroupMembership | Removal | AppAssignment


@dataclass(frozen=True, slots=True)
class ListCoverage:
    """What a saved page says of its collection: how many entries there are in all, and whether it is the only page."""

    total: int | None = None
    is_all: bool = False


@dataclass(frozen=True, slots=True)
class DirectoryMapping:
    """How one system speaks of its directory.

    `lists`: per collection the field that holds the entries (None: the page is a bare list). `read`: what an entry says.
    `scopes`: what is proven when all of some collections came. `call_of`: the collection of a saved page. `extent`: what
    a saved page proves. `merges`: an entry may come in several pieces, else of two the later one counts. `checkpoint`: from
    what ended the collections, where the next run goes on.
    """

    system: str
    lists: Mapping[str, str | None]
    read: Mapping[str, Callable[[FieldReader, Mapping[str, Any]], Iterable[DirectoryObject]]]
    scopes: Mapping[tuple[str, ...], tuple[str, ...]]
    call_of: Callable[[Any], str | None]
    extent: Callable[[str, Any], ListCoverage] = lambda call, body: ListCoverage()
    merges: bool = False
    checkpoint: Callable[[Mapping[str, Mapping[str, Any]]], str | None] = lambda ends: None


def normalize_directory(pages: Iterable[Page], context: Context, dialect: DirectoryMapping) -> Iterator[PendingRun]:
    """One run per directory. Pages are read one by one and not kept; only what they say is.

    Lenient per entry unless `context.lenient` is False: then the first bad one raises RecordError.
    """
    runs: dict[str, _Run] = {}
    for page in pages:
        source = context.source or f"{dialect.system}:{_instance_of(page, dialect.system)}"
        if source not in runs:
            runs[source] = _Run(source, context, dialect)
        runs[source].add(page)
    for source in sorted(runs):
        yield runs[source].draft()


@dataclass(slots=True)
class _Saved:
    """The saved pages of one collection."""

    pages: int = 0
    ids: set[str] = field(default_factory=set)
    extents: set[ListCoverage] = field(default_factory=set)

    def shortfall(self) -> str:
        """Why they are not proven to be all; empty if they are."""
        totals = {extent.total for extent in self.extents}
        if totals == {len(self.ids)} or (self.pages == 1 and all(extent.is_all for extent in self.extents)):
            return ""
        if totals == {None}:
            return "the files do not say how many there are"
        return f"{len(self.ids)} of {max(total or 0 for total in totals)} were seen"


class _Run:
    """One run in the making."""

    def __init__(self, source: str, context: Context, dialect: DirectoryMapping) -> None:
        self._source, self._context, self._dialect = source, context, dialect
        self._prefix = source.replace(":", "/", 1)
        self._errors = ErrorCollector(strict=context.lenient is False)
        self._spoiled: set[str] = set()
        self._failures: dict[str, Reason] = {}
        self._ends: dict[str, Mapping[str, Any]] = {}
        self._saved: dict[str, _Saved] = {}
        self._origins: dict[str, None] = {}
        self._arrived = False
        self._listed: Counter[str] = Counter()
        self._people: dict[str, DirectoryUser] = {}
        self._teams: dict[str, DirectoryGroup] = {}
        self._members: dict[tuple[str, str | None, str | None], GroupMembership] = {}
        self._gone: set[str] = set()
        self._uses: list[AppAssignment] = []

    def add(self, page: Page) -> None:
        """Take a page in."""
        self._origins[self._source if page.document is None else page.document.display_path] = None
        if page.failure is not None:
            self._failures.setdefault(page.endpoint, page.failure)
        elif page.document is None and page.body is None:
            self._ends[page.endpoint] = page.request
        elif page.document is None:
            self._arrived = True
            self._read(page.endpoint, page.body, page.endpoint, page.request)
        else:
            body = page.document.content if page.body is None else page.body
            group = _MEMBERS_OF.match(page.document.path.stem)
            call = self._dialect.call_of(body)
            if group is not None and MEMBERS in self._dialect.lists:
                call = MEMBERS
            self._arrived = True
            if call is not None:
                saved = self._saved.setdefault(call, _Saved())
                saved.pages += 1
                # The members of one group are not those of all.
                saved.extents.add(ListCoverage() if call == MEMBERS else self._dialect.extent(call, body))
                request = {"group": group["group"]} if group else {}
                saved.ids.update(self._read(call, body, page.document.display_path, request))

    def draft(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        shown = list(self._origins)
        origin = ", ".join(shown[:3]) + (", ..." if len(shown) > 3 else "")
        lenient = self._context.lenient is not False
        if not self._arrived:
            codes = {failure.code for failure in self._failures.values()}
            details = "; ".join(dict.fromkeys(failure.detail for failure in self._failures.values()))
            failed = Reason(codes.pop() if len(codes) == 1 else "FETCH_FAILED", details or "no page came")
            header = RunHeader(source=self._source, observed_at=self._context.observed_at)
            return PendingRun(header=header, records=(), origin=origin, failure=failed, lenient=lenient)
        if USERS in self._whole() and not self._listed[USERS]:
            # Whoever set this up is somebody: without a right to read people some answer with an empty list.
            self._failures[USERS] = Reason("NOBODY", f"{USERS}: nobody is listed at all")
        entries = [(0, record) for record in self._records()]
        complete = self._complete()
        is_sound = not self._failures and not self._errors.messages
        return PendingRun(
            header=RunHeader(source=self._source, observed_at=self._context.observed_at, complete=complete),
            records=entries,
            origin=origin,
            rejected=self._errors.messages,
            reasons=self._reasons(),
            complete=complete,
            checkpoint=self._dialect.checkpoint(self._ends) if is_sound else None,
            lenient=lenient,
        )

    def _read(self, call: str, body: Any, shown: str, request: Mapping[str, Any]) -> list[str]:
        """Keep what the entries of a page say; the ids of those that could be read."""
        name = self._dialect.lists[call]
        # An answer without its list is one entry, or an empty page.
        found = body if name is None else body.get(name, [body] if "id" in body else [])
        ids: list[str] = []
        for place, raw in enumerate(found if isinstance(found, list) else [found]):
            self._listed[call] += 1
            known = len(self._errors.messages)
            kept = self._errors.collect(self._things, call, raw, (f"{name or ''}[{place}]", shown), request)
            if len(self._errors.messages) > known:
                self._spoiled.add(call)
            for things in kept:
                for thing in things:
                    self._put(thing)
                ids += [thing.id for thing in things[:1] if isinstance(thing, DirectoryUser | DirectoryGroup)]
        return ids

    def _things(self, call: str, raw: Any, place: tuple[str, str], request: Mapping[str, Any]) -> list[DirectoryObject]:
        if not isinstance(raw, Mapping):
            raise RecordError("this must be an object", file=place[1], field=place[0])
        if call == MEMBERS and "group" not in request:
            raise RecordError(
                "nothing says whose members these are",
                file=place[1],
                remedy="Call the file members-GROUP.json after the id of the group",
            )
        return list(self._dialect.read[call](FieldReader(raw, *place, accepts_digits=True), request))

    def _put(self, thing: DirectoryObject) -> None:
        """Keep a thing; of two that speak of the same, the later one counts."""
        if isinstance(thing, DirectoryUser):
            known = self._people.get(thing.id) if self._dialect.merges else None
            self._people[thing.id] = thing if known is None else merge_users(known, thing)
            self._gone.discard(f"Identity:{self._prefix}/{thing.id}")
        elif isinstance(thing, DirectoryGroup):
            name = self._teams[thing.id].name if self._dialect.merges and thing.id in self._teams else None
            self._teams[thing.id] = thing if thing.name else replace(thing, name=name)
            self._gone.discard(f"Group:{self._prefix}/{thing.id}")
        elif isinstance(thing, GroupMembership):
            self._members[thing.group, thing.id, thing.address if thing.id is None else None] = thing
        elif isinstance(thing, Removal):
            (self._people if thing.kind == "Identity" else self._teams).pop(thing.id, None)
            self._gone.add(f"{thing.kind}:{self._prefix}/{thing.id}")
        else:
            self._uses.append(thing)

    def _whole(self) -> set[str]:
        saved = {call for call, extent in self._saved.items() if not extent.shortfall()}
        live = {call for call, request in self._ends.items() if request.get(WHOLE)}
        return (live | saved) - self._failures.keys() - self._spoiled

    def _complete(self) -> tuple[str, ...]:
        whole = self._whole()
        return tuple(
            scope for scopes, calls in self._dialect.scopes.items() if whole.issuperset(calls) for scope in scopes
        )

    def _reasons(self) -> list[Reason]:
        short = [(call, saved.shortfall()) for call, saved in sorted(self._saved.items())]
        return [
            *(failure for _, failure in sorted(self._failures.items())),
            *(Reason("INCOMPLETE", f"{call}: {why}") for call, why in short if why),
        ]

    def _present(self) -> Iterator[GroupMembership]:
        """The memberships whose ends are not reported as gone."""
        for member in self._members.values():
            ends = {f"Group:{self._prefix}/{member.group}", f"{member.kind}:{self._prefix}/{member.id}"}
            if not ends & self._gone:
                yield member

    def _records(self) -> list[Record]:
        """The records in an order that does not depend on the order of pages and entries."""
        roll = DirectoryClaims(self._prefix, self._people, self._teams)
        now = self._context.observed_at
        claims: dict[tuple[str, ...], Node | Edge] = {}
        for claim in (
            *roll.nodes(),
            *roll.reports(),
            *roll.memberships(self._present(), now, USERS in self._whole()),
            *assignment_claims(self._prefix, self._uses, self._people),
        ):
            key = (claim.id,) if isinstance(claim, Node) else (claim.kind, claim.source, claim.target)
            claims[key] = claim
        gone = [Tombstone(id=node) for node in sorted(self._gone)]
        return [*(claims[key] for key in sorted(claims)), *gone]


def _instance_of(page: Page, system: str) -> str:
    """The directory of a saved page: the folder it lies in if that lies in one named after the system, else `default`."""
    folder = page.document.path.parent if page.document is not None else None
    return folder.name if folder is not None and folder.parent.name == system else "default"
