"""SCIM list responses as runs: which pages belong to one directory, their claims, and what they prove complete."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.claims import Edge, Node
from graph.errors import InputError, RecordError
from graph.reason import Reason
from loaders.base import Context, FormerName, Page, PendingRun
from loaders.claims.coverage import Coverage
from loaders.claims.run import ReadUsage, RunBuilder, failed_run
from loaders.connectors.scim.recognize import (
    GROUP,
    IDENTITY_TYPES,
    USER,
    ListResponse,
    fold_case,
    host_of,
    read_list_responses,
    type_of,
)
from loaders.connectors.scim.user import display_name, identity_props, list_attribute, manager_id, text_attribute

_SCOPES = {USER: ("Identity", "REPORTS_TO"), GROUP: ("Group", "MEMBER_OF")}
# acme-users, users.2, acme-users-2026-11: what follows the type is a page or a day, and names no directory.
_FILE_NAME = re.compile(r"(?i)(?:(?P<instance>.+?)[-_. ])?(?P<type>user|group)s(?:[-_. ].*|\d*)?\Z", re.DOTALL)
# What a name without a type ends with that is a day or a number: another one is the same directory.
_DAY = re.compile(r"[-_. ]*\d[-_.:\dTZ]*\Z")
# Names of files as earlier versions read them.
_FORMER_NAME = re.compile(r"(?i)(?:(?P<instance>.+?)[-_. ])?(?:user|group)s(?:[-_. ]?(?:page)?[-_. ]?\d+)?\Z")
_NAMELESS = "scim:default"
_NAMELESS_NOTE = (
    f"no resource names its host in meta.location, so the source is {_NAMELESS}; with several directories give each its own "
    "--source scim:NAME"
)
_NAMED_NOTE = (
    "no resource names its host in meta.location, so the source {} is called after its file: under another name it would be "
    "another directory. --source {} keeps it"
)
_MEMBER_KINDS = {"user": "Identity", "serviceprincipal": "Identity", "agent": "Identity", "group": "Group"}


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per source: all pages with `context.source`, else per directory (see `_named`).

    Lenient per entry unless `context.lenient` is False. Raises InputError for a SCIM error response, for files without
    any resource, and where files of two folders would be one source.
    """
    parts: dict[tuple[str, str], _SourcePages] = {}
    for page in pages:
        origin = _origin_of(page)
        key = ("", "") if context.source else (origin.instance, origin.folder)
        source_pages = parts.setdefault(key, _SourcePages(origin, page.document is None))
        if page.failure is not None:
            source_pages.failures[origin.type_hint] = page.failure
        elif page.document is None and page.body is None:
            source_pages.ended.add(origin.type_hint)
        else:
            source_pages.responses.extend(read_list_responses(page.body, origin.file, origin.type_hint))
    for source, source_pages in _named(parts.values(), context.source).items():
        if not any(response.resources for response in source_pages.responses):
            yield _empty_run(source, source_pages, context)
            continue
        run = _ScimRun(source, context, source_pages)
        for response in source_pages.responses:
            run.add(response)
        pending = run.finish()
        pending.former = _former(source, source_pages.former_names)
        if source == _NAMELESS and context.source is None:
            pending.notes.append(_NAMELESS_NOTE)
        elif not source_pages.is_live and source == f"scim:{source_pages.origin.instance}":
            pending.notes.append(_NAMED_NOTE.format(source, source))
        yield pending


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a page comes from; `type_hint` is the resource type that its name suggests, or empty.

    `instance` is what the file's own name says, or empty; `former_name` what the source was called in earlier versions.
    """

    instance: str
    folder: str
    type_hint: str
    file: str
    former_name: str = ""


def _origin_of(page: Page) -> _Origin:
    """The origin of a page by its file name: acme-users.json and acme-groups.json are both of acme."""
    if page.document is None:
        type_hint = {"/Users": USER, "/Groups": GROUP}.get(page.endpoint, "")
        return _Origin("directory", "", type_hint, page.endpoint)
    path, file = page.document.path, page.document.display_path
    match, former, folder = _FILE_NAME.match(path.stem), _FORMER_NAME.match(path.stem), str(path.parent)
    former_name = path.stem if former is None else former["instance"] or path.resolve().parent.name or "directory"
    if match is None:
        return _Origin(_DAY.sub("", path.stem), folder, "", file, f"scim:{former_name}")
    return _Origin(match["instance"] or "", folder, match["type"].capitalize(), file, f"scim:{former_name}")


def _named(parts: Iterable[_SourcePages], name: str | None) -> dict[str, _SourcePages]:
    """The sources of directories: `name`, to which all pages belong; else by the one host in `meta.location`, else by the files' own names, else default.

    The folder says nothing: loaded from another one, the files are the same source. Files of one host are one directory.
    """
    sources: dict[str, _SourcePages] = {}
    for part in parts:
        if name is not None:
            return {name: part}
        host = host_of(part.responses)
        source = f"scim:{host or part.origin.instance}" if host or part.origin.instance else _NAMELESS
        part.former_names = {part.origin.former_name} - {"", source}
        other = sources.setdefault(source, part)
        if other is part:
            continue
        if host is None or host_of(other.responses) is None:
            raise InputError(
                f"{part.origin.file}: files of two folders are both called {source}. "
                "Load them apart, each with its --source"
            )
        other.responses += part.responses
        other.former_names |= part.former_names
    return sources


def _former(source: str, names: set[str]) -> FormerName | None:
    """The names by file or folder that a source had, which are the system of its ids too."""
    names = names - {source}
    if not names:
        return None
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names)))
    return FormerName(pattern, lambda _name, _evidence: True, is_in_ids=True)


@dataclass(slots=True)
class _SourcePages:
    """The pages of one directory. Live, `failures` and `ended` say by resource type how its list ended."""

    origin: _Origin
    is_live: bool
    former_names: set[str] = field(default_factory=set)
    responses: list[ListResponse] = field(default_factory=list)
    failures: dict[str, Reason] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)


def _empty_run(source: str, pages: _SourcePages, context: Context) -> PendingRun:
    """A failed run, which writes nothing, for a live directory without any resource. Raises InputError for files."""
    if not pages.is_live:
        raise InputError(f"{pages.origin.file}: there is no user and no group (no record at all)")
    nobody = Reason("NOBODY", "the directory lists no user and no group")
    return failed_run(context, source, [next(iter(pages.failures.values()), nobody)])


@dataclass(slots=True)
class _ResourceCount:
    """The ids of a resource type that were seen, and how many resources the server said there are."""

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


@dataclass(frozen=True, slots=True)
class _ScimResource:
    """A resource with lower-case attribute names, and its path in its file."""

    path: str
    file: str
    body: dict[str, Any]


class _ScimRun:
    """One run that is being built."""

    def __init__(self, source: str, context: Context, pages: _SourcePages) -> None:
        self._run = RunBuilder(context, source, [source if pages.is_live else pages.responses[0].file])
        self._pages, self._prefix = pages, source.replace(":", "/", 1)
        self._invalid_types: set[str] = set()  # resource types with a rejected entry; "": of no type that is known
        # A type that was asked for counts even if nothing came.
        self._counts: dict[str, _ResourceCount] = {name: _ResourceCount() for name in pages.failures if name}
        self._has_mixed_lists = False
        # By type, then id. All are kept, as members may be known only after the last file.
        self._resources: dict[str, dict[str, _ScimResource]] = {}
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str, str], Edge] = {}

    def add(self, response: ListResponse) -> None:
        """Keep the resources of a list response and count them by type."""
        types = {self._keep(response, path, content) for path, content in response.resources} - {""}
        self._has_mixed_lists |= len(types) > 1
        for name in types or ({response.hint} if response.hint else ()):
            self._counts.setdefault(name, _ResourceCount()).totals.add(response.total)

    def finish(self) -> PendingRun:
        """The run of all resources that were added."""
        for name, resources in self._resources.items():
            for scim_id, resource in resources.items():
                try:
                    if name == GROUP:
                        self._add_group(scim_id, resource)
                    else:
                        self._add_user(scim_id, resource.body, IDENTITY_TYPES[name])
                except RecordError as error:
                    self._reject(name, resource.path, resource.file, error)
        return self._run.pending([*self._nodes.values(), *self._edges.values()], self._coverage(), ReadUsage())

    def _keep(self, response: ListResponse, path: str, content: object) -> str:
        """Keep a resource under its type, which is returned; empty if it has none."""
        name = ""
        try:
            if not isinstance(content, dict):
                raise RecordError("a resource must be an object", remedy="Correct the entry")
            body = fold_case(content)
            name = type_of(body, response.hint)
            if not name:
                raise RecordError("this is neither a user nor a group", field="schemas", remedy="Name its schema")
            scim_id = text_attribute(body, "id")
            if scim_id is None:
                raise RecordError("the resource has no id", field="id", remedy="Every SCIM resource has one")
            resource = _ScimResource(path, response.file, body)
            first = self._resources.setdefault(name, {}).setdefault(scim_id, resource)
            # Pages may overlap; what comes twice must be the same.
            if first.body != body:
                raise RecordError(f"the id is already at {first.path}, with different content", field="id")
            self._counts.setdefault(name, _ResourceCount()).seen.add(scim_id)
        except RecordError as error:
            self._reject(name or response.hint, path, response.file, error)
        return name

    def _add_user(self, scim_id: str, user: dict[str, Any], identity_type: str | None) -> None:
        identity = f"Identity:{self._prefix}/{scim_id}"
        props = identity_props(user, identity_type, self._run.context.observed_at)
        manager, groups = manager_id(user), []
        # Read-only on the user, and perhaps indirect: the groups' own lists go before.
        if GROUP not in self._counts:
            groups = [self._group_reference(entry) for entry in list_attribute(user, "groups")]
        self._nodes[identity] = Node(id=identity, name=display_name(user), props=props)
        if manager:
            self._add_edge("REPORTS_TO", identity, f"Identity:{self._prefix}/{manager}", "manager in the directory")
        for group, name in groups:
            self._nodes.setdefault(group, Node(id=group, name=name, props={"type": "directory_group"}))
            self._add_edge("MEMBER_OF", identity, group, f"the user lists the group {name or ''}".rstrip())

    def _add_group(self, scim_id: str, resource: _ScimResource) -> None:
        group_id = f"Group:{self._prefix}/{scim_id}"
        name = text_attribute(resource.body, "displayname")
        members = list_attribute(resource.body, "members")
        # Some directories nest through the child's own list of groups.
        parents = [self._group_reference(entry) for entry in list_attribute(resource.body, "groups")]
        self._nodes[group_id] = Node(id=group_id, name=name, props={"type": "directory_group"})
        for index, entry in enumerate(members):
            try:
                self._add_edge("MEMBER_OF", self._member_id(entry), group_id, f"member of {name or 'the group'}")
            except RecordError as error:
                self._reject(GROUP, f"{resource.path}.members[{index}]", resource.file, error)
        for parent, parent_name in parents:
            self._add_edge("MEMBER_OF", group_id, parent, f"the group lists its parent {parent_name or ''}".rstrip())

    def _member_id(self, entry: object) -> str:
        """The node of a member: its type says what it is, else its reference, else who is known by that id."""
        member = fold_case(entry) if isinstance(entry, dict) else {"value": entry}
        reference = (text_attribute(member, "$ref") or "").rstrip("/").split("/")
        scim_id = text_attribute(member, "value") or reference[-1]
        if not scim_id:
            raise RecordError("the member has no id", field="value", remedy="Correct the entry")
        kind = _MEMBER_KINDS.get((text_attribute(member, "type") or "").lower())
        if kind is None and len(reference) > 1:
            kind = _MEMBER_KINDS.get(reference[-2].lower().removesuffix("s"))
        if kind is None:
            is_user = any(scim_id in self._resources.get(name, ()) for name in IDENTITY_TYPES)
            kind = "Group" if not is_user and scim_id in self._resources.get(GROUP, ()) else "Identity"
        return f"{kind}:{self._prefix}/{scim_id}"

    def _group_reference(self, entry: object) -> tuple[str, str | None]:
        """The node id and the display name of a group that a resource refers to."""
        group = fold_case(entry) if isinstance(entry, dict) else {"value": entry}
        reference = (text_attribute(group, "$ref") or "").rstrip("/")
        scim_id = text_attribute(group, "value") or reference.rpartition("/")[2]
        if not scim_id:
            raise RecordError("the group has no id", field="groups", remedy="Correct the entry")
        return f"Group:{self._prefix}/{scim_id}", text_attribute(group, "display")

    def _add_edge(self, kind: str, source: str, target: str, evidence: str) -> None:
        self._edges.setdefault((kind, source, target), Edge(kind=kind, source=source, target=target, evidence=evidence))

    def _coverage(self) -> Coverage:
        """Why the run is partial, and the kinds that are proven: those of types that were all seen, nothing rejected."""
        counts: Mapping[str, _ResourceCount] = self._counts
        if self._has_mixed_lists:  # one total for all types together
            seen = {f"{name}/{scim_id}" for name, count in counts.items() for scim_id in count.seen}
            totals = {total for count in counts.values() for total in count.totals}
            counts = dict.fromkeys(counts, _ResourceCount(seen, totals))
        shortfalls = {name: self._shortfall(name, count) for name, count in counts.items()}
        reasons = [
            self._pages.failures.get(name, Reason("INCOMPLETE", f"{name}s: {why}"))
            for name, why in sorted(shortfalls.items())
            if why
        ]
        unproven = {name for name, why in shortfalls.items() if why} | self._invalid_types
        if "" in self._invalid_types:  # nobody knows of which type the rejected entry was
            unproven |= set(counts)
        if unproven & IDENTITY_TYPES.keys():  # Identity is complete only if all types that become identities are
            unproven.add(USER)
        proven = [scope for name in _SCOPES if name in counts and name not in unproven for scope in _SCOPES[name]]
        return Coverage(tuple(proven), reasons)

    def _shortfall(self, name: str, count: _ResourceCount) -> str:
        if name in self._pages.failures:
            return self._pages.failures[name].detail
        if name == USER and self._pages.is_live and not count.seen:
            # Whoever set this up is somebody: without a right to read people some answer with an empty list.
            return "nobody is listed at all"
        # A cursor that came to its end needs no total.
        return "" if name in self._pages.ended and count.totals == {None} else count.shortfall()

    def _reject(self, name: str, path: str, file: str, error: RecordError) -> None:
        field_path = f"{path}.{error.field}" if error.field else path
        located = RecordError(error.problem, file=file, field=field_path, remedy=error.remedy)
        if self._run.errors.strict:
            raise located from None
        self._run.errors.messages.append(str(located))
        self._invalid_types.add(name)
