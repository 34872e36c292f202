"""Pages of a directory as one run, after a mapping that each directory's connector declares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.claims import Edge, Node, Record, Tombstone
from graph.errors import RecordError
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.claims.coverage import Coverage
from loaders.claims.run import ReadUsage, RunBuilder, failed_run
from loaders.directory.principals import (
    AppAssignment,
    DirectoryClaims,
    DirectoryGroup,
    DirectoryObject,
    DirectoryUser,
    GroupMembership,
    Removal,
    merge_users,
)
from loaders.live.pagination import WHOLE
from loaders.saved.fields import FieldReader

# The collections that most directories have.
USERS, GROUPS, MEMBERS = "users", "groups", "members"
_MEMBERS_FILE = re.compile(r"(?i)(?:.*[-_.])?members[-_.](?P<group>.+?)(?:[-_.]page[-_.]?\d+)?\Z")

# What one entry of a collection says; the mapping holds the parameters of the request, such as the group of its members.
EntryParser = Callable[[FieldReader, Mapping[str, Any]], Iterable[DirectoryObject]]


@dataclass(frozen=True, slots=True)
class ListCoverage:
    """What a saved page says of its collection: how many entries there are in all, and whether it is the only page."""

    total: int | None = None
    is_only_page: bool = False


@dataclass(frozen=True, slots=True)
class DirectoryMapping:
    """How the answers of one directory service map to users, groups, memberships and assignments.

    * `entries_fields`: per collection the field that holds the entries; None: the page is a bare list.
    * `parsers`: per collection what one entry says.
    * `scopes`: kinds that are complete, by the collections that must have been read to their end for that.
    * `collection_of`: the collection of a saved page; None: it is of none.
    * `coverage`: what a saved page, of a collection, says of how many there are.
    * `has_partial_entries`: an entry may come in several pieces, which are merged; else the later one replaces the earlier.
    * `checkpoint`: where the next run continues, from the requests of the pages that ended the collections.
    """

    system: str
    entries_fields: Mapping[str, str | None]
    parsers: Mapping[str, EntryParser]
    scopes: Mapping[tuple[str, ...], tuple[str, ...]]
    collection_of: Callable[[object], str | None]
    coverage: Callable[[str, Any], ListCoverage] = lambda collection, body: ListCoverage()
    has_partial_entries: bool = False
    checkpoint: Callable[[Mapping[str, Mapping[str, Any]]], str | None] = lambda ends: None


def normalize_directory(pages: Iterable[Page], context: Context, mapping: DirectoryMapping) -> Iterator[PendingRun]:
    """One run per directory, by source. Pages are read one by one; only what they say is kept.

    Lenient per entry unless `context.lenient` is False: then the first invalid one raises RecordError.
    """
    builders: dict[str, _DirectoryRun] = {}
    for page in pages:
        source = context.source or f"{mapping.system}:{_instance_of(page, mapping.system)}"
        if source not in builders:
            builders[source] = _DirectoryRun(source, context, mapping)
        builders[source].add(page)
    for source in sorted(builders):
        yield builders[source].finish()


@dataclass(slots=True)
class _SavedCollection:
    """The saved pages of one collection."""

    pages: int = 0
    ids: set[str] = field(default_factory=set)
    coverages: set[ListCoverage] = field(default_factory=set)

    def shortfall(self) -> str:
        """Why the pages are not proven to be all; empty if they are."""
        totals = {coverage.total for coverage in self.coverages}
        if totals == {len(self.ids)} or (self.pages == 1 and all(page.is_only_page for page in self.coverages)):
            return ""
        if totals == {None}:
            return "the files do not say how many there are"
        return f"{len(self.ids)} of {max(total or 0 for total in totals)} were seen"


class _DirectoryRun:
    """One run that is being built."""

    def __init__(self, source: str, context: Context, mapping: DirectoryMapping) -> None:
        self._run, self._mapping = RunBuilder(context, source), mapping
        self._prefix = source.replace(":", "/", 1)
        self._invalid: set[str] = set()  # collections with an entry that could not be read
        self._failures: dict[str, Reason] = {}
        self._ends: dict[str, Mapping[str, Any]] = {}
        self._saved: dict[str, _SavedCollection] = {}
        self._entry_counts: Counter[str] = Counter()
        self._users: dict[str, DirectoryUser] = {}
        self._groups: dict[str, DirectoryGroup] = {}
        self._memberships: dict[tuple[str, str | None, str | None], GroupMembership] = {}
        self._removed: set[str] = set()
        self._assignments: list[AppAssignment] = []

    def add(self, page: Page) -> None:
        """Read one page: of a live system, or a saved file."""
        if page.failure is None and page.document is None and page.body is None:
            self._ends[page.endpoint] = page.request
        elif not self._run.add_page(page) and page.failure is not None:
            self._failures.setdefault(page.endpoint, page.failure)
        elif page.document is None:
            self._read(page.endpoint, page.body, page.endpoint, page.request)
        else:
            body = page.document.content if page.body is None else page.body
            group = _MEMBERS_FILE.match(page.document.path.stem)
            collection = self._mapping.collection_of(body)
            if group is not None and MEMBERS in self._mapping.entries_fields:
                collection = MEMBERS
            if collection is not None:
                saved = self._saved.setdefault(collection, _SavedCollection())
                saved.pages += 1
                # The members of one group are not those of all.
                coverage = ListCoverage() if collection == MEMBERS else self._mapping.coverage(collection, body)
                saved.coverages.add(coverage)
                request = {"group": group["group"]} if group else {}
                saved.ids.update(self._read(collection, body, page.document.display_path, request))

    def finish(self) -> PendingRun:
        """The run. Without any page it is a failed one, which writes nothing."""
        if not self._run.has_pages:
            return failed_run(self._run.context, self._run.source, list(self._failures.values()))
        if USERS in self._complete_collections() and not self._entry_counts[USERS]:
            # Whoever set this up is somebody: without a right to read people some answer with an empty list.
            self._failures[USERS] = Reason("NOBODY", f"{USERS}: nobody is listed at all")
        is_sound = not self._failures and not self._run.errors.messages
        checkpoint = self._mapping.checkpoint(self._ends) if is_sound else None
        coverage = Coverage(self._complete_kinds(), self._reasons())
        return self._run.pending(self._records(), coverage, ReadUsage(checkpoint=checkpoint))

    def _read(self, collection: str, body: Any, file: str, request: Mapping[str, Any]) -> list[str]:
        """Keep what the entries of a page say; the ids of those that could be read."""
        name = self._mapping.entries_fields[collection]
        # An answer without its list is one entry, or an empty page.
        entries = body if name is None else body.get(name, [body] if "id" in body else [])
        ids: list[str] = []
        for index, raw in enumerate(entries if isinstance(entries, list) else [entries]):
            self._entry_counts[collection] += 1
            errors = len(self._run.errors.messages)
            location = (f"{name or ''}[{index}]", file)
            parsed = self._run.errors.collect(self._parse, collection, raw, location, request)
            if len(self._run.errors.messages) > errors:
                self._invalid.add(collection)
            for objects in parsed:
                for item in objects:
                    self._put(item)
                ids += [item.id for item in objects[:1] if isinstance(item, DirectoryUser | DirectoryGroup)]
        return ids

    def _parse(
        self, collection: str, raw: object, location: tuple[str, str], request: Mapping[str, Any]
    ) -> list[DirectoryObject]:
        field_path, file = location
        if not isinstance(raw, Mapping):
            raise RecordError("this must be an object", file=file, field=field_path)
        if collection == MEMBERS and "group" not in request:
            raise RecordError(
                "nothing says whose members these are",
                file=file,
                remedy="Call the file members-GROUP.json after the id of the group",
            )
        entry = FieldReader(raw, field_path, file, accepts_digits=True)
        return list(self._mapping.parsers[collection](entry, request))

    def _put(self, item: DirectoryObject) -> None:
        """Keep an object; of two with the same identity the later one counts."""
        if isinstance(item, DirectoryUser):
            known = self._users.get(item.id) if self._mapping.has_partial_entries else None
            self._users[item.id] = item if known is None else merge_users(known, item)
            self._removed.discard(f"Identity:{self._prefix}/{item.id}")
        elif isinstance(item, DirectoryGroup):
            is_known = self._mapping.has_partial_entries and item.id in self._groups
            name = self._groups[item.id].name if is_known else None
            # What stands for a whole customer is listed once with each of its users.
            known_domains = self._groups[item.id].domains if item.id in self._groups else ()
            domains = tuple(sorted({*item.domains, *known_domains})) if item.domains else ()
            self._groups[item.id] = replace(item, name=item.name or name, domains=domains)
            self._removed.discard(f"Group:{self._prefix}/{item.id}")
        elif isinstance(item, GroupMembership):
            email = item.member_node or (item.member_email if item.member_id is None else None)
            self._memberships[item.group_id, item.member_id, email] = item
        elif isinstance(item, Removal):
            (self._users if item.kind == "Identity" else self._groups).pop(item.id, None)
            self._removed.add(f"{item.kind}:{self._prefix}/{item.id}")
        else:
            self._assignments.append(item)

    def _complete_collections(self) -> set[str]:
        saved = {collection for collection, pages in self._saved.items() if not pages.shortfall()}
        live = {collection for collection, request in self._ends.items() if request.get(WHOLE)}
        return (live | saved) - self._failures.keys() - self._invalid

    def _complete_kinds(self) -> tuple[str, ...]:
        complete = self._complete_collections()
        return tuple(
            kind for kinds, needed in self._mapping.scopes.items() if complete.issuperset(needed) for kind in kinds
        )

    def _reasons(self) -> list[Reason]:
        shortfalls = [(collection, pages.shortfall()) for collection, pages in sorted(self._saved.items())]
        return [
            *(failure for _, failure in sorted(self._failures.items())),
            *(Reason("INCOMPLETE", f"{collection}: {why}") for collection, why in shortfalls if why),
        ]

    def _present_memberships(self) -> Iterator[GroupMembership]:
        """The memberships whose group and member are not reported as deleted."""
        for membership in self._memberships.values():
            group = f"Group:{self._prefix}/{membership.group_id}"
            member = f"{membership.member_kind}:{self._prefix}/{membership.member_id}"
            if not {group, member} & self._removed:
                yield membership

    def _records(self) -> list[Record]:
        """The records, in an order that does not depend on the order of pages and entries."""
        builder = DirectoryClaims(self._prefix, self._users, self._groups)
        now, all_users_known = self._run.context.observed_at, USERS in self._complete_collections()
        claims: dict[tuple[str, ...], Node | Edge] = {}
        for claim in (
            *builder.nodes(),
            *builder.managers(),
            *builder.memberships(self._present_memberships(), now, all_users_known=all_users_known),
            *builder.assignments(self._assignments),
        ):
            key = (claim.id,) if isinstance(claim, Node) else (claim.kind, claim.source, claim.target)
            claims[key] = claim
        tombstones = [Tombstone(id=node_id) for node_id in sorted(self._removed)]
        return [*(claims[key] for key in sorted(claims)), *tombstones]


def _instance_of(page: Page, system: str) -> str:
    """The directory of a saved page: the folder it lies in if that lies in one named after the system, else `default`."""
    folder = page.document.path.parent if page.document is not None else None
    return folder.name if folder is not None and folder.parent.name == system else "default"
