"""Runs of Anthropic organisations: the records that their pages become, and the kinds and days that they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from graph.claims import Edge, Node, Usage
from graph.moment import write_day
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.claims.coverage import Coverage, Days, contiguous_days, format_days, write_checkpoint
from loaders.claims.pages import OrganizationIds, PagesByCall, rows_of_buckets
from loaders.claims.run import ReadUsage, RunBuilder
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
from loaders.connectors.anthropic.recognize import (
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
from loaders.connectors.anthropic.report import read_report
from loaders.connectors.anthropic.usage import coding_row, usage_rows
from loaders.models.names import model_node
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.location import saved_call_of_page

_ALL_REPORTS = (*REPORTS, *ANALYTICS)
_READERS = {USERS: read_user, WORKSPACES: read_workspace, KEYS: read_key}


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
        self._instance = instance
        self._run = RunBuilder(context, context.source or f"{NAME}:{instance}")
        self._application = f"Application:anthropic/{instance}"
        self._answers, self._ids = PagesByCall(_read, self._run.errors), OrganizationIds()
        self._failed: set[str] = set()
        # The last day that the analytics know to its end, by the oldest of their answers.
        self._known_to: int | None = None

    def add(self, page: Page, number: int) -> None:
        """Read a page."""
        path = page.endpoint if page.document is None else call_of(page.document)
        if path is None:
            return
        if not self._run.add_page(page):
            self._failed.add(path)
        elif path in ANALYTICS and page.document is None:
            known = self._run.errors.collect(refreshed, FieldReader(page.body, "", path)) or (-1,)
            self._known_to = min((day for day in (self._known_to, *known) if day is not None), default=None)
        self._ids.add(page)
        self._answers.add(path, page, number, path if page.document is None else page.document.display_path)

    def pending_run(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        if not self._run.has_pages:
            return self._run.failed()
        usage = self._usage()
        return self._run.finish(self._claims(usage), Coverage(self._covered_kinds(), self._reasons()), usage)

    def _reasons(self) -> list[Reason]:
        answers = self._answers
        reasons = [gap for path, gap in answers.failures() if path not in _ALL_REPORTS]
        if answers.is_proven(USERS) and not answers.items(USERS):
            reasons.append(Reason("NO_MEMBERS", f"{USERS} lists nobody, but an organisation has an admin"))
        if (conflict := self._ids.conflict()) is not None:
            reasons.append(conflict)
        if self._failed & {USERS, KEYS}:
            text = "live usage waits for users and keys: without them nobody knows whose it is"
            reasons.append(Reason("USAGE_NOT_READ", text))
        return reasons

    def _covered_kinds(self) -> tuple[str, ...]:
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

    def _claims(self, usage: ReadUsage) -> Iterator[Node | Edge]:
        answers = self._answers
        props = {"vendor": "Anthropic", **self._ids.props()}
        yield Node(id=self._application, name=f"Anthropic {self._instance}", props=props)
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
        for resource in {row.resource for row in usage.rows}:
            yield model_node(resource)

    def _usage(self) -> ReadUsage:
        """Live days count when every report of them came whole; saved ones are stored and prove nothing."""
        usage, proven, answers = ReadUsage(), list[Days](), self._answers
        names = Names(answers.items(USERS), answers.items(KEYS))
        windows = sorted({days for path in (MESSAGES, COSTS, *ANALYTICS) for days in answers.windows(path)})
        for days in windows:
            reports = self._reports_of(days)
            rows, gap = answers.whole_window(reports, days)
            if gap is None and (contradictory := contradicted(rows)):
                gap = Reason(
                    "CONTRADICTION", f"usage of {format_days(days)} is missing: {_contradiction(contradictory)}"
                )
            if gap is not None:
                usage.reasons.append(gap)
                continue
            usage.rows += self._usage_rows(rows, names)
            last = days[1] if self._known_to is None else min(days[1], self._known_to)
            if answers.is_window_proven(reports) and last >= days[0]:
                proven.append((days[0], last))
        if windows:
            usage.days = contiguous_days(proven, windows[0][0])
            usage.checkpoint = write_checkpoint(usage.days[1]) if usage.days is not None else None
        rows, reasons = self._saved()
        usage.rows += self._usage_rows(rows, names)
        usage.reasons += reasons
        return usage

    def _reports_of(self, days: Days) -> list[tuple[str, Days]]:
        """The calls that together tell a live window."""
        answers = self._answers
        if any(days in answers.windows(path) for path in ANALYTICS):
            return [(path, days) for path in ANALYTICS]
        spans = [(day, day) for day in range(days[0], days[1] + 1)] if answers.windows(CLAUDE_CODE) else []
        return [(MESSAGES, days), (COSTS, days), *((CLAUDE_CODE, span) for span in spans)]

    def _saved(self) -> tuple[dict[str, list[Any]], list[Reason]]:
        """The rows of saved reports, each day of one side alone, without those that contradict each other; and why."""
        saved = {path: rows_of_buckets(self._answers.items(path)) for path in _ALL_REPORTS}
        reasons = [
            Reason("CONTRADICTION", f"{path} has a day twice, with different content")
            for path, (_, days) in saved.items()
            if days
        ]
        rows_by_path = {path: rows for path, (rows, _) in saved.items()}
        if contradictory := contradicted(rows_by_path):
            text = f"{_contradiction(contradictory)}; the analytics of such days are left out"
            reasons.append(Reason("CONTRADICTION", text))
            rows_by_path |= {
                path: [row for row in rows_by_path[path] if row.day not in contradictory] for path in ANALYTICS
            }
        disjoint, overlaps = without_overlap(rows_by_path)
        return disjoint, [*reasons, *overlaps]

    def _usage_rows(self, reports: Mapping[str, list[Any]], names: Names) -> list[Usage]:
        rows = list(usage_rows(reports.get(MESSAGES, []), reports.get(COSTS, []), self._instance))
        rows += [coding_row(line, names) for line in reports.get(CLAUDE_CODE, [])]
        rows += analytics_rows(reports.get(ANALYTICS_USAGE, []), reports.get(ANALYTICS_COST, []), names, self._instance)
        return [msgspec.structs.replace(row, application=self._application) for row in rows]


def _contradiction(contradictory: Mapping[int, str]) -> str:
    day = min(contradictory)
    return f"{contradictory[day]} has a group of {write_day(day)} twice, with different content"


def _read(path: str, page: FieldReader, request: Mapping[str, Any], errors: ErrorCollector) -> Iterator[Any]:
    """What one page lists: users, workspaces, members, keys, or buckets."""
    if path in _ALL_REPORTS:
        yield from (read_analytics if path in ANALYTICS else read_report)(path, page, request, errors)
        return
    reader: Any = _READERS.get(path, read_member)
    for entry in page.valid_children("data", errors):
        yield from errors.collect(reader, entry)
