"""Runs of OpenAI organisations: the records that their pages become, and the kinds and days that they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from graph.claims import Edge, Node, Usage
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.claims.coverage import Coverage, Days, contiguous_days, write_checkpoint
from loaders.claims.named_users import uses_of_unlisted
from loaders.claims.pages import OrganizationIds, PagesByCall, rows_of_buckets
from loaders.claims.run import ReadUsage, RunBuilder
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
from loaders.connectors.openai.recognize import (
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
from loaders.connectors.openai.report import model_node, read_report
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.location import saved_call_of_page

_READERS = {USERS: read_user, PROJECTS: read_project, ADMIN_KEYS: read_key}
_PROJECT_READERS = {MEMBERS: read_member, SERVICES: read_service, KEYS: read_key}


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per organisation. Live pages are read one by one and not kept."""
    organizations: dict[str, Organization] = {}
    for page in pages:
        call = saved_call_of_page(page, NAME)
        given = context.source.partition(":")[2] if context.source else ""
        instance = given or (call.instance if call else "default")
        if instance not in organizations:
            organizations[instance] = Organization(instance, context)
        organizations[instance].add(page, call.number if call else page.request["number"])
    for instance in sorted(organizations):
        yield organizations[instance].pending_run()


class Organization:
    """What the pages of one organisation say."""

    def __init__(self, instance: str, context: Context) -> None:
        self._run = RunBuilder(context, context.source or f"{NAME}:{instance}")
        self._application = f"Application:openai/{instance}"
        self._name = f"OpenAI {instance}"
        self._answers, self._ids = PagesByCall(_read, self._run.errors), OrganizationIds()

    def add(self, page: Page, number: int) -> None:
        """Read a page."""
        path = page.endpoint if page.document is None else call_of(page.document)
        if path is None:
            return
        self._run.add_page(page)
        self._ids.add(page)
        self._answers.add(path, page, number, path if page.document is None else page.document.display_path)

    def pending_run(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        if not self._run.has_pages:
            return self._run.failed()
        usage = self._usage()
        reasons = [gap for path, gap in self._answers.failures() if path not in REPORTS]
        if self._answers.is_proven(USERS) and not self._answers.items(USERS):
            reasons.append(Reason("NO_MEMBERS", f"{USERS} lists nobody, but an organisation has an owner"))
        if (conflict := self._ids.conflict()) is not None:
            reasons.append(conflict)
        claims = list(self._claims(usage))
        claims += uses_of_unlisted(usage.rows, claims)
        return self._run.finish(claims, Coverage(self._covered_kinds(), reasons), usage)

    def _active(self) -> list[str]:
        return [project.id for project in self._answers.items(PROJECTS) if not project.archived]

    def _covered_kinds(self) -> tuple[str, ...]:
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

    def _claims(self, usage: ReadUsage) -> Iterator[Node | Edge]:
        answers, known = self._answers, set[str]()
        yield Node(id=self._application, name=self._name, props={"vendor": "OpenAI", **self._ids.props()})
        for user in answers.items(USERS):
            known.add(user.id)
            yield from being_claims(user, self._application, USERS)
        for project in answers.items(PROJECTS):
            yield project_node(project)
        keys = set[str]()
        lists = ((path, project_of(path)) for path in answers.paths())
        for path, (project, name) in ((path, of) for path, of in lists if of is not None):
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
        for resource in {row.resource for row in usage.rows}:
            yield model_node(resource)

    def _usage(self) -> ReadUsage:
        """Live days count when every report of them came whole; saved ones are stored and prove nothing."""
        usage, proven = ReadUsage(), list[Days]()
        windows = sorted({days for path in REPORTS for days in self._answers.windows(path)})
        for days in windows:
            reports = [(path, days) for path in REPORTS]
            rows_by_path, gap = self._answers.whole_window(reports, days)
            if gap is not None:
                usage.reasons.append(gap)
                continue
            usage.rows += self._in_application(row for rows in rows_by_path.values() for row in rows)
            if self._answers.is_window_proven(reports):
                proven.append(days)
        if windows:
            usage.days = contiguous_days(proven, windows[0][0])
            usage.checkpoint = write_checkpoint(usage.days[1]) if usage.days is not None else None
        for path in REPORTS:
            rows, contradictory_days = rows_of_buckets(self._answers.items(path))
            usage.rows += self._in_application(rows)
            if contradictory_days:
                usage.reasons.append(Reason("CONTRADICTION", f"{path} has a day twice, with different content"))
        return usage

    def _in_application(self, rows: Iterable[Usage]) -> list[Usage]:
        return [msgspec.structs.replace(row, application=self._application) for row in rows]


def _read(path: str, page: FieldReader, request: Mapping[str, Any], errors: ErrorCollector) -> Iterator[Any]:
    """What one page lists: users, projects, members, service accounts with their place, keys, or buckets."""
    if path in REPORTS:
        yield from read_report(path, page, request, errors)
        return
    project_list = project_of(path)
    reader: Any = _READERS.get(path) if project_list is None else _PROJECT_READERS[project_list[1]]
    for entry in page.valid_children("data", errors):
        yield from errors.collect(reader, entry)
