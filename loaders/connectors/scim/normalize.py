"""This file knows how SCIM pages become runs: which belong together, what they say, what they prove complete."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.claims import Edge, Node, Record, RunHeader
from graph.errors import InputError, RecordError
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.connectors.scim.recognize import (
    GROUP,
    IDENTITY_TYPES,
    USER,
    ListResponse,
    fold_case,
    read_list_responses,
    type_of,
)
from loaders.connectors.scim.user import display_name, identity_props, items, manager_id, text

_SCOPES = {USER: ("Identity", "REPORTS_TO"), GROUP: ("Group", "MEMBER_OF")}
_STEM = re.compile(r"(?i)(?:(?P<instance>.+?)[-_. ])?(?P<type>user|group)s(?:[-_. ]?(?:page)?[-_. ]?\d+)?\Z")
_MEMBER_TYPES = {"user": "Identity", "serviceprincipal": "Identity", "agent": "Identity", "group": "Group"}


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per source: all pages with `context.source`, else per directory that the files' names tell.

    Lenient per entry unless `context.lenient` is False. Raises InputError for a SCIM error answer, for files without
    any resource, and where files of two folders would be one source.
    """
    sources: dict[str, _Told] = {}
    folders: dict[str, str] = {}
    for page in pages:
        source, folder, hint, shown = _place(page)
        if context.source is None and folders.setdefault(source, folder) != folder:
            raise InputError(
                f"{shown}: files of two folders are both called {source}. Load them apart, each with its --source"
            )
        told = sources.setdefault(context.source or source, _Told(shown, page.document is None))
        if page.failure is not None:
            told.failures[hint] = page.failure
        elif page.document is None and page.body is None:
            told.ended.add(hint)
        else:
            told.envelopes.extend(read_list_responses(page.body, shown, hint))
    for source, told in sources.items():
        if not any(envelope.resources for envelope in told.envelopes):
            yield _nobody(source, told, context)
            continue
        run = _Directory(source, context, told)
        for envelope in told.envelopes:
            run.take(envelope)
        yield run.draft(source if told.is_live else told.envelopes[0].shown)


def _place(page: Page) -> tuple[str, str, str, str]:
    """Source, folder, likely resource type and shown name of a page: acme-users.json and acme-groups.json are one."""
    if page.document is None:
        return "scim:directory", "", {"/Users": USER, "/Groups": GROUP}.get(page.endpoint, ""), page.endpoint
    path = page.document.path
    match = _STEM.match(path.stem)
    if match is None:
        return f"scim:{path.stem}", str(path.parent), "", page.document.display_path
    # A bare users.json is named after its folder.
    instance = match["instance"] or path.resolve().parent.name or "directory"
    return f"scim:{instance}", str(path.parent), match["type"].capitalize(), page.document.display_path


@dataclass(slots=True)
class _Told:
    """The pages of one directory. Live, a type that was asked for failed or came to its end."""

    shown: str
    is_live: bool
    envelopes: list[ListResponse] = field(default_factory=list)
    failures: dict[str, Reason] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)


def _nobody(source: str, told: _Told, context: Context) -> PendingRun:
    """A live directory that told nothing is a failed run, which writes nothing. Raises InputError for files."""
    if not told.is_live:
        raise InputError(f"{told.shown}: there is no user and no group (no record at all)")
    reasons = list(told.failures.values())
    why = Reason("NOBODY", "the directory lists no user and no group") if not reasons else reasons[0]
    return PendingRun(RunHeader(source=source, observed_at=context.observed_at), (), source, failure=why)


@dataclass(slots=True)
class _Count:
    """How many resources of a type were seen, and how many the server said there are."""

    seen: set[str] = field(default_factory=set)
    totals: set[int | None] = field(default_factory=set)

    def shortfall(self) -> str:
        """Why this is not proven complete; empty if it is."""
        if self.totals == {len(self.seen)}:
            return ""
        if None in self.totals:
            return "the files do not say how many there are"
        if len(self.totals) > 1:
            return "the total changed while it was fetched"
        return f"{len(self.seen)} of {next(iter(self.totals), 0)} were seen"


class _Directory:
    """One run in the making."""

    def __init__(self, source: str, context: Context, told: _Told) -> None:
        self.context, self.source, self.told = context, source, told
        self.prefix = source.replace(":", "/", 1)
        self.refused: list[str] = []
        self.spoiled: set[str] = set()  # types of which an entry was refused
        # A type that was asked for counts even if nothing came.
        self.counts: dict[str, _Count] = {name: _Count() for name in told.failures if name}
        self.is_mixed = False
        # By type: id → (place, folded resource). Kept, as members may be known only after the last file.
        self.resources: dict[str, dict[str, tuple[str, str, dict[str, Any]]]] = {}
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str, str], Edge] = {}

    def take(self, envelope: ListResponse) -> None:
        types = set()
        for place, content in envelope.resources:
            with_type = self._sort(envelope, place, content)
            if with_type:
                types.add(with_type)
        self.is_mixed |= len(types) > 1
        for name in types or ({envelope.hint} if envelope.hint else ()):
            self.counts.setdefault(name, _Count()).totals.add(envelope.total)

    def draft(self, shown: str) -> PendingRun:
        for name in self.resources:
            for scim_id, (place, file, resource) in self.resources[name].items():
                self._tell(name, scim_id, resource, (place, file))
        reasons, complete = self._completeness()
        given = tuple(scope for name in _SCOPES if name in self.counts for scope in _SCOPES[name])
        header = RunHeader(source=self.source, observed_at=self.context.observed_at, complete=given)
        records: list[Record] = [*self.nodes.values(), *self.edges.values()]
        entries = [(0, record) for record in records]
        return PendingRun(
            header,
            entries,
            shown,
            rejected=self.refused,
            reasons=reasons,
            complete=complete,
            lenient=self.context.lenient is not False,
        )

    def _sort(self, envelope: ListResponse, place: str, content: Any) -> str:
        """Keep a resource under its type, which is returned; empty if it has none."""
        name = ""
        try:
            if not isinstance(content, dict):
                raise RecordError("a resource must be an object", remedy="Mend the entry")
            resource = fold_case(content)
            name = type_of(resource, envelope.hint)
            if not name:
                raise RecordError("this is neither a user nor a group", field="schemas", remedy="Name its schema")
            scim_id = text(resource, "id")
            if scim_id is None:
                raise RecordError("the resource has no id", field="id", remedy="Every SCIM resource has one")
            first = self.resources.setdefault(name, {}).setdefault(scim_id, (place, envelope.shown, resource))
            # Pages may overlap; what is told twice must be told alike.
            if first[2] != resource:
                raise RecordError(f"the id is already at {first[0]}, with different content", field="id")
            self.counts.setdefault(name, _Count()).seen.add(scim_id)
        except RecordError as error:
            self._refuse(name or envelope.hint, place, envelope.shown, error)
        return name

    def _tell(self, name: str, scim_id: str, resource: dict[str, Any], where: tuple[str, str]) -> None:
        try:
            if name == GROUP:
                self._tell_group(scim_id, resource, where)
            else:
                self._tell_user(scim_id, resource, IDENTITY_TYPES[name])
        except RecordError as error:
            self._refuse(name, *where, error)

    def _tell_user(self, scim_id: str, user: dict[str, Any], being: str | None) -> None:
        identity = f"Identity:{self.prefix}/{scim_id}"
        props = identity_props(user, being, self.context.observed_at)
        manager, groups = manager_id(user), []
        # Read-only on the user, and perhaps indirect: the groups' own lists go before.
        if GROUP not in self.counts:
            groups = [self._group_of(entry) for entry in items(user, "groups")]
        self.nodes[identity] = Node(id=identity, name=display_name(user), props=props)
        if manager:
            self._edge("REPORTS_TO", identity, f"Identity:{self.prefix}/{manager}", "manager in the directory")
        for group, shown in groups:
            self.nodes.setdefault(group, Node(id=group, name=shown, props={"type": "directory_group"}))
            self._edge("MEMBER_OF", identity, group, f"the user lists the group {shown or ''}".rstrip())

    def _tell_group(self, scim_id: str, group: dict[str, Any], where: tuple[str, str]) -> None:
        group_id = f"Group:{self.prefix}/{scim_id}"
        name = text(group, "displayname")
        members = items(group, "members")
        # Some directories nest through the child's own list of groups.
        parents = [self._group_of(entry) for entry in items(group, "groups")]
        self.nodes[group_id] = Node(id=group_id, name=name, props={"type": "directory_group"})
        for index, entry in enumerate(members):
            try:
                self._edge("MEMBER_OF", self._member(entry), group_id, f"member of {name or 'the group'}")
            except RecordError as error:
                self._refuse(GROUP, f"{where[0]}.members[{index}]", where[1], error)
        for parent, shown in parents:
            self._edge("MEMBER_OF", group_id, parent, f"the group lists its parent {shown or ''}".rstrip())

    def _member(self, entry: Any) -> str:
        """The node of a member: its type says what it is, else its reference, else who is known by that id."""
        told = fold_case(entry) if isinstance(entry, dict) else {"value": entry}
        reference = (text(told, "$ref") or "").rstrip("/").split("/")
        scim_id = text(told, "value") or reference[-1]
        if not scim_id:
            raise RecordError("the member has no id", field="value", remedy="Mend the entry")
        kind = _MEMBER_TYPES.get((text(told, "type") or "").lower())
        if kind is None and len(reference) > 1:
            kind = _MEMBER_TYPES.get(reference[-2].lower().removesuffix("s"))
        if kind is None:
            is_user = any(scim_id in self.resources.get(name, ()) for name in IDENTITY_TYPES)
            kind = "Group" if not is_user and scim_id in self.resources.get(GROUP, ()) else "Identity"
        return f"{kind}:{self.prefix}/{scim_id}"

    def _group_of(self, entry: Any) -> tuple[str, str | None]:
        told = fold_case(entry) if isinstance(entry, dict) else {"value": entry}
        scim_id = text(told, "value") or (text(told, "$ref") or "").rstrip("/").rpartition("/")[2]
        if not scim_id:
            raise RecordError("the group has no id", field="groups", remedy="Mend the entry")
        return f"Group:{self.prefix}/{scim_id}", text(told, "display")

    def _edge(self, kind: str, source: str, target: str, evidence: str) -> None:
        self.edges.setdefault((kind, source, target), Edge(kind=kind, source=source, target=target, evidence=evidence))

    def _completeness(self) -> tuple[list[Reason], tuple[str, ...]]:
        """Why the run is partial, and the scopes that are proven: of a type all was seen and nothing refused."""
        counts: Mapping[str, _Count] = self.counts
        if self.is_mixed:  # one total for all types together
            both = _Count({f"{name}/{one}" for name, count in counts.items() for one in count.seen})
            both.totals = {total for count in counts.values() for total in count.totals}
            counts = dict.fromkeys(counts, both)
        short = {name: self._shortfall(name, count) for name, count in counts.items()}
        reasons = [
            self.told.failures.get(name, Reason("INCOMPLETE", f"{name}s: {why}"))
            for name, why in sorted(short.items())
            if why
        ]
        unproven = {name for name, why in short.items() if why} | self.spoiled
        if "" in self.spoiled:  # nobody knows of which type the refused entry was
            unproven |= set(counts)
        if unproven & IDENTITY_TYPES.keys():  # Identity is vouched for by all that become identities
            unproven.add(USER)
        proven = [scope for name in _SCOPES if name in counts and name not in unproven for scope in _SCOPES[name]]
        return reasons, tuple(proven)

    def _shortfall(self, name: str, count: _Count) -> str:
        if name in self.told.failures:
            return self.told.failures[name].detail
        if name == USER and self.told.is_live and not count.seen:
            # Whoever set this up is somebody: without a right to read people some answer with an empty list.
            return "nobody is listed at all"
        # A cursor that came to its end needs no total.
        return "" if name in self.told.ended and count.totals == {None} else count.shortfall()

    def _refuse(self, name: str, place: str, shown: str, error: RecordError) -> None:
        path = f"{place}.{error.field}" if error.field else place
        placed = RecordError(error.problem, file=shown, field=path, remedy=error.remedy)
        if self.context.lenient is False:
            raise placed from None
        self.refused.append(str(placed))
        self.spoiled.add(name)
