"""This file knows how the pages of one OpenAI organisation become its run: which records, and which scopes they prove."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from graph.claims import Edge, Node, Usage
from graph.reason import Reason
from loaders.admin.answers import Answers, flatten
from loaders.admin.days import onward, write_checkpoint
from loaders.admin.run import Told, Whole, draft, failed_draft
from loaders.admin.saved import place_of_page
from loaders.base import Context, Page, PendingRun
from loaders.connectors.openai.directory import (
    ADMIN_KEY,
    API_KEY,
    being_claims,
    key_claims,
    member_edge,
    project_node,
    read_key,
    read_member,
    read_project,
    read_service,
    read_user,
)
from loaders.connectors.openai.report import model_node, read_report
from loaders.connectors.openai.shape import (
    ADMIN_KEYS,
    KEYS,
    MEMBERS,
    NAME,
    PROJECTS,
    REPORTS,
    SERVICES,
    USERS,
    call_of,
    of_project,
    project_of,
)
from loaders.saved.fields import ErrorCollector, FieldReader

_READERS = {USERS: read_user, PROJECTS: read_project, ADMIN_KEYS: read_key}
_PROJECT_READERS = {MEMBERS: read_member, SERVICES: read_service, KEYS: read_key}


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per organisation. Live pages are read one by one and not kept."""
    organizations: dict[str, Organization] = {}
    for page in pages:
        place = place_of_page(page, NAME)
        given = context.source.partition(":")[2] if context.source else ""
        instance = given or (place.instance if place else "default")
        if instance not in organizations:
            organizations[instance] = Organization(instance, context)
        organizations[instance].add(page, place.number if place else page.request["number"])
    for instance in sorted(organizations):
        yield organizations[instance].draft()


class Organization:
    """What the pages of one organisation say."""

    def __init__(self, instance: str, context: Context) -> None:
        self._context, self._source = context, context.source or f"{NAME}:{instance}"
        self._application = f"Application:openai/{instance}"
        self._name = f"OpenAI {instance}"
        self._errors = ErrorCollector(strict=context.lenient is False)
        self._answers = Answers(_read, self._errors)
        self._origins: list[str] = []
        self._failures: list[Reason] = []
        self._arrived = False

    def add(self, page: Page, number: int) -> None:
        """Take a page in."""
        path = page.endpoint if page.document is None else call_of(page.document)
        origin = self._source if page.document is None else page.document.display_path
        if path is None:
            return
        if origin not in self._origins:
            self._origins.append(origin)
        if page.failure is not None:
            self._failures.append(page.failure)
        self._arrived |= page.failure is None
        self._answers.add(path, page, number, path if page.document is None else page.document.display_path)

    def draft(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        if not self._arrived:
            return failed_draft(self._context, self._source, self._failures)
        told = self._usage()
        reasons = [gap for path, gap in self._answers.failures() if path not in REPORTS]
        if self._answers.is_proven(USERS) and not self._answers.items(USERS):
            reasons.append(Reason("NO_MEMBERS", f"{USERS} lists nobody, but an organisation has an owner"))
        whole = Whole(self._complete(), reasons, self._errors)
        return draft(self._context, self._source, self._origins, self._claims(told), told, whole)

    def _active(self) -> list[str]:
        return [project.id for project in self._answers.items(PROJECTS) if not project.archived]

    def _complete(self) -> tuple[str, ...]:
        """The kinds whose every list came whole: those of each project that is not archived included."""
        answers, active = self._answers, self._active()
        lists = {
            name: all(answers.is_proven(of_project(project, name)) for project in active)
            for name in (MEMBERS, SERVICES, KEYS)
        }
        projects = answers.is_proven(PROJECTS)
        users = answers.is_proven(USERS) and bool(answers.items(USERS))
        keys = projects and lists[KEYS] and answers.is_proven(ADMIN_KEYS)
        proven = {
            "Application": users,
            "Account": users and projects and lists[SERVICES],
            "ACCOUNT_IN": users and projects and lists[SERVICES],
            "Group": projects,
            "MEMBER_OF": projects and all(lists.values()),
            "Credential": keys,
            "HAS_CREDENTIAL": keys,
            "RUNS_AS": keys,
        }
        return tuple(kind for kind, whole in proven.items() if whole)

    def _claims(self, told: Told) -> Iterator[Node | Edge]:
        answers, known = self._answers, set[str]()
        yield Node(id=self._application, name=self._name, props={"vendor": "OpenAI"})
        for user in answers.items(USERS):
            known.add(user.id)
            yield from being_claims(user, self._application, USERS)
        for project in answers.items(PROJECTS):
            yield project_node(project)
        keys = set[str]()
        lists = [(path, found) for path in answers.paths() if (found := project_of(path)) is not None]
        for path, (project, name) in lists:
            for item in answers.items(path):
                if name == KEYS:
                    keys.add(item.id)
                    yield from key_claims(item, API_KEY, project, path)
                    continue
                if name == SERVICES and item[0].id not in known:
                    yield from being_claims(item[0], self._application, path)
                if project is not None:
                    yield member_edge(item[1] if name == SERVICES else item, project, path)
        for key in answers.items(ADMIN_KEYS):
            # The list of admin keys has been seen to hold projects' keys under their own ids.
            if key.id not in keys:
                yield from key_claims(key, ADMIN_KEY, None, ADMIN_KEYS)
        for resource in {row.resource for row in told.rows}:
            yield model_node(resource)

    def _usage(self) -> Told:
        """Live days count when every report of them came whole; saved ones are stored and prove nothing."""
        told, proven = Told(), []
        windows = sorted({days for path in REPORTS for days in self._answers.windows(path)})
        for days in windows:
            reports = [(path, days) for path in REPORTS]
            found, lacking = self._answers.whole_window(reports, days)
            if lacking is not None:
                told.reasons.append(lacking)
                continue
            told.rows += self._placed(row for rows in found.values() for row in rows)
            if self._answers.is_window_proven(reports):
                proven.append(days)
        if windows:
            told.days = onward(proven, windows[0][0])
            told.checkpoint = write_checkpoint(told.days[1]) if told.days is not None else None
        for path in REPORTS:
            rows, twice = flatten(self._answers.items(path))
            told.rows += self._placed(rows)
            if twice:
                told.reasons.append(Reason("CONTRADICTION", f"{path} tells a day twice, with different content"))
        return told

    def _placed(self, rows: Iterable[Usage]) -> list[Usage]:
        return [msgspec.structs.replace(row, application=self._application) for row in rows]


def _read(path: str, page: FieldReader, request: Mapping[str, Any], errors: ErrorCollector) -> Iterator[Any]:
    """What one page lists: users, projects, members, service accounts with their place, keys, or buckets."""
    if path in REPORTS:
        yield from read_report(path, page, request, errors)
        return
    found = project_of(path)
    reader: Any = _READERS.get(path) if found is None else _PROJECT_READERS[found[1]]
    for entry in page.valid_children("data", errors):
        yield from errors.collect(reader, entry)
