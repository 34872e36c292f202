"""This file knows how the pages of one Anthropic organisation become its run: which records, which scopes they prove."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from graph.claims import Edge, Node, Usage
from graph.moment import write_day
from graph.reason import Reason
from loaders.admin.answers import Answers, flatten
from loaders.admin.days import Days, onward, shown, write_checkpoint
from loaders.admin.run import Told, Whole, draft, failed_draft
from loaders.admin.saved import place_of_page
from loaders.base import Context, Page, PendingRun
from loaders.connectors.anthropic.analytics import (
    analytics_rows,
    contradicted,
    read_analytics,
    refreshed,
    without_overlap,
)
from loaders.connectors.anthropic.directory import (
    Names,
    default_workspace,
    key_claims,
    member_edge,
    read_key,
    read_member,
    read_user,
    read_workspace,
    user_claims,
    workspace_node,
)
from loaders.connectors.anthropic.ledger import coding_row, model_node, usage_rows
from loaders.connectors.anthropic.report import read_report
from loaders.connectors.anthropic.shape import (
    ANALYTICS,
    ANALYTICS_COST,
    ANALYTICS_USAGE,
    CLAUDE_CODE,
    COSTS,
    KEYS,
    MESSAGES,
    NAME,
    REPORTS,
    USERS,
    WORKSPACES,
    call_of,
    is_members,
    members_of,
)
from loaders.saved.fields import ErrorCollector, FieldReader

_ALL_REPORTS = (*REPORTS, *ANALYTICS)
_READERS = {USERS: read_user, WORKSPACES: read_workspace, KEYS: read_key}


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
        self._instance, self._context = instance, context
        self._source = context.source or f"{NAME}:{instance}"
        self._application = f"Application:anthropic/{instance}"
        self._errors = ErrorCollector(strict=context.lenient is False)
        self._answers = Answers(_read, self._errors)
        self._origins: list[str] = []
        self._failures: list[Reason] = []
        self._failed: set[str] = set()
        self._arrived = False
        # The last day that the analytics know to its end, by the oldest of their answers.
        self._known_to: int | None = None

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
            self._failed.add(path)
        self._arrived |= page.failure is None
        if path in ANALYTICS and page.failure is None and page.document is None:
            known = self._errors.collect(refreshed, FieldReader(page.body, "", path)) or (-1,)
            self._known_to = min((day for day in (self._known_to, *known) if day is not None), default=None)
        self._answers.add(path, page, number, path if page.document is None else page.document.display_path)

    def draft(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        if not self._arrived:
            return failed_draft(self._context, self._source, self._failures)
        told = self._usage()
        whole = Whole(self._complete(), self._reasons(), self._errors)
        return draft(self._context, self._source, self._origins, self._claims(told), told, whole)

    def _reasons(self) -> list[Reason]:
        answers = self._answers
        reasons = [gap for path, gap in answers.failures() if path not in _ALL_REPORTS]
        if answers.is_proven(USERS) and not answers.items(USERS):
            reasons.append(Reason("NO_MEMBERS", f"{USERS} lists nobody, but an organisation has an admin"))
        if self._failed & {USERS, KEYS}:
            text = "live usage waits for users and keys: without them nobody knows whose it is"
            reasons.append(Reason("USAGE_NOT_READ", text))
        return reasons

    def _complete(self) -> tuple[str, ...]:
        """The kinds whose every list came whole: that of each workspace that is not archived included."""
        answers = self._answers
        active = [workspace.id for workspace in answers.items(WORKSPACES) if not workspace.archived]
        users = answers.is_proven(USERS) and bool(answers.items(USERS))
        workspaces, keys = answers.is_proven(WORKSPACES), answers.is_proven(KEYS)
        members = workspaces and all(answers.is_proven(members_of(workspace)) for workspace in active)
        proven = {
            "Application": users,
            "Account": users,
            "ACCOUNT_IN": users,
            "Group": workspaces,
            "MEMBER_OF": members and keys,
            "Credential": keys,
            "HAS_CREDENTIAL": keys,
            "RUNS_AS": keys,
        }
        return tuple(kind for kind, whole in proven.items() if whole)

    def _claims(self, told: Told) -> Iterator[Node | Edge]:
        answers = self._answers
        yield Node(id=self._application, name=f"Anthropic {self._instance}", props={"vendor": "Anthropic"})
        yield default_workspace(self._instance)
        for user in answers.items(USERS):
            yield from user_claims(user, self._application)
        for workspace in answers.items(WORKSPACES):
            yield workspace_node(workspace)
        for path in filter(is_members, answers.paths()):
            for member in answers.items(path):
                yield member_edge(member, self._instance, path)
        for key in answers.items(KEYS):
            yield from key_claims(key, self._instance)
        for resource in {row.resource for row in told.rows}:
            yield model_node(resource)

    def _usage(self) -> Told:
        """Live days count when every report of them came whole; saved ones are stored and prove nothing."""
        told, proven, answers = Told(), list[Days](), self._answers
        names = Names(answers.items(USERS), answers.items(KEYS))
        windows = sorted({days for path in (MESSAGES, COSTS, *ANALYTICS) for days in answers.windows(path)})
        for days in windows:
            reports = self._reports_of(days)
            found, lacking = answers.whole_window(reports, days)
            if lacking is None and (twice := contradicted(found)):
                lacking = Reason("CONTRADICTION", f"usage of {shown(days)} is missing: {_said(twice)}")
            if lacking is not None:
                told.reasons.append(lacking)
                continue
            told.rows += self._placed(found, names)
            last = days[1] if self._known_to is None else min(days[1], self._known_to)
            if answers.is_window_proven(reports) and last >= days[0]:
                proven.append((days[0], last))
        if windows:
            told.days = onward(proven, windows[0][0])
            told.checkpoint = write_checkpoint(told.days[1]) if told.days is not None else None
        found, reasons = self._saved()
        told.rows += self._placed(found, names)
        told.reasons += reasons
        return told

    def _reports_of(self, days: Days) -> list[tuple[str, Days]]:
        """The calls that together tell a live window."""
        answers = self._answers
        if any(days in answers.windows(path) for path in ANALYTICS):
            return [(path, days) for path in ANALYTICS]
        spans = [(day, day) for day in range(days[0], days[1] + 1)] if answers.windows(CLAUDE_CODE) else []
        return [(MESSAGES, days), (COSTS, days), *((CLAUDE_CODE, span) for span in spans)]

    def _saved(self) -> tuple[dict[str, list[Any]], list[Reason]]:
        """The rows of saved reports, each day of one side alone, without those that contradict each other; and why."""
        saved = {path: flatten(self._answers.items(path)) for path in _ALL_REPORTS}
        reasons = [
            Reason("CONTRADICTION", f"{path} tells a day twice, with different content")
            for path, (_, days) in saved.items()
            if days
        ]
        found = {path: rows for path, (rows, _) in saved.items()}
        if twice := contradicted(found):
            reasons.append(Reason("CONTRADICTION", f"{_said(twice)}; the analytics of such days are left out"))
            found |= {path: [row for row in found[path] if row.day not in twice] for path in ANALYTICS}
        kept, overlaps = without_overlap(found)
        return kept, [*reasons, *overlaps]

    def _placed(self, found: Mapping[str, list[Any]], names: Names) -> list[Usage]:
        rows = list(usage_rows(found.get(MESSAGES, []), found.get(COSTS, []), self._instance))
        rows += [coding_row(line, names) for line in found.get(CLAUDE_CODE, [])]
        rows += analytics_rows(found.get(ANALYTICS_USAGE, []), found.get(ANALYTICS_COST, []), names, self._instance)
        return [msgspec.structs.replace(row, application=self._application) for row in rows]


def _said(twice: Mapping[int, str]) -> str:
    day = min(twice)
    return f"{twice[day]} tells a group of {write_day(day)} twice, with different content"


def _read(path: str, page: FieldReader, request: Mapping[str, Any], errors: ErrorCollector) -> Iterator[Any]:
    """What one page lists: users, workspaces, members, keys, or buckets."""
    if path in _ALL_REPORTS:
        yield from (read_analytics if path in ANALYTICS else read_report)(path, page, request, errors)
        return
    reader: Any = _READERS.get(path, read_member)
    for entry in page.valid_children("data", errors):
        yield from errors.collect(reader, entry)
