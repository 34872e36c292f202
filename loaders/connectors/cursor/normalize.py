"""Runs of Cursor teams: the records that their pages become, and the kinds and days that they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.claims import Edge, Node, Record
from graph.moment import day_of
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.claims.coverage import Coverage
from loaders.claims.events import owner_records
from loaders.claims.run import ReadUsage, RunBuilder
from loaders.connectors.cursor.accepted_lines import AcceptedLines
from loaders.connectors.cursor.models import RESTRICTED, allowed_model_edges, model_node, read_allowed
from loaders.connectors.cursor.people import (
    Directory,
    Member,
    Membership,
    account_node,
    group_node,
    membership_edge,
    read_member,
    read_membership,
    seat,
)
from loaders.connectors.cursor.recognize import (
    ACCESS,
    EVENTS,
    GROUPS,
    LINES,
    MEMBERS,
    TEAM_TOOLS,
    TOOLS,
    CursorReader,
    body_of,
    call_of,
    instance_of,
)
from loaders.connectors.cursor.usage import called_tools, service_accounts, tool_usage
from loaders.connectors.cursor.windows import LiveUsage, SavedUsage, TeamUsage
from loaders.live.pagination import FORBIDDEN

# What a call that came whole lets its run retire.
_SCOPES = {MEMBERS: ("Application", "Account", "ACCOUNT_IN"), GROUPS: ("Group", "MEMBER_OF")}
_USAGE = (EVENTS, TOOLS, TEAM_TOOLS)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per team, and one more each for the models it allows, the service accounts that events name, and accepted lines.

    Live pages are read one by one and not kept; the records of a run are built when its pages are through.
    """
    teams: dict[str, Team] = {}
    for page in pages:
        given = context.source.partition(":")[2] if context.source else ""
        instance = given or instance_of(page)
        if instance not in teams:
            teams[instance] = Team(instance, context)
        teams[instance].add(page)
    for instance in sorted(teams):
        yield from teams[instance].pending_runs()


class Team:
    """The pages of one team, and the runs that they become."""

    def __init__(self, instance: str, context: Context) -> None:
        self._instance, self._context = instance, context
        self._run = RunBuilder(context, context.source or f"cursor:{instance}")
        self._errors = self._run.errors
        self._application = f"Application:cursor/{instance}"
        self._members: list[Member] = []
        self._groups: list[Node] = []
        self._memberships: list[Membership] = []
        self._allowed: list[str] = []
        self._failures: dict[str, Reason] = {}
        self._whole: set[str] = set()
        self._live = LiveUsage(self._errors, instance)
        self._saved = SavedUsage(self._errors, instance, day_of(context.observed_at))
        # With errors of their own: a wrong row of lines takes nothing from the team's run.
        self._lines_run = RunBuilder(context, f"{self._run.source}/accepted-lines")
        self._lines = AcceptedLines(self._lines_run.errors, day_of(context.observed_at))

    def add(self, page: Page) -> None:
        """Read a page."""
        body = body_of(page)
        call = page.endpoint if page.document is None else call_of(body)
        if call == LINES:
            self._add_lines(page, body)
            return
        if page.document is None and call in _USAGE:
            self._live.add(call, page)
        if not self._run.add_page(page):
            assert page.failure is not None
            self._failures.setdefault(page.endpoint, page.failure)
            return
        entry = CursorReader(body, "", page.endpoint if page.document is None else page.document.display_path)
        known = len(self._errors.messages)
        if call == MEMBERS:
            for child in entry.valid_children("teamMembers", self._errors):
                self._members += self._errors.collect(read_member, child)
        elif call == GROUPS:
            self._add_groups(entry)
        elif call == ACCESS:
            self._allowed += read_allowed(entry, self._errors)
        elif call in _USAGE and page.document is not None:
            self._saved.add(call, entry)
        if call in (*_SCOPES, ACCESS) and _is_whole(entry) and len(self._errors.messages) == known:
            self._whole.add(call)

    def pending_runs(self) -> Iterator[PendingRun]:
        """The runs. Nothing usable at all makes a failed one, which writes nothing."""
        directory = Directory(self._members)
        if not self._run.has_pages:
            if self._failures or not self._lines.has_pages:
                self._run.failures = list(self._failures.values())
                yield self._run.failed()
            else:
                yield from self._pending_lines(directory)
            return
        usage = self._usage()
        read = ReadUsage(days=usage.days, checkpoint=usage.checkpoint)
        for row, event_keys in usage.events.rows(directory, self._application):
            read.rows.append(row)
            read.events += owner_records(row, event_keys)
        read.events += usage.events.unnamed(self._application)
        read.rows += tool_usage(usage.calls, directory, self._instance, self._application)
        coverage = Coverage(self._covered_kinds(), self._reasons(usage))
        yield self._run.finish(self._claims(usage, directory), coverage, read)
        if self._allowed or ACCESS in self._whole:
            # A source of its own, which describes no model: the list is a baseline that others widen, so what was seen in
            # use beyond it still conveys, while what is switched off in it ends.
            reasons = [] if ACCESS in self._whole else [Reason("INCOMPLETE", f"{ACCESS} did not come whole")]
            edges = allowed_model_edges(self._allowed, self._application)
            yield self._other_run("grants", edges, Coverage(() if reasons else ("CAN_USE",), reasons))
        if usage.events.names:
            # No call lists service accounts. As claims of a source that covers no Account they outlive the days on which
            # they are quiet; among the members' claims each such day would report them as deleted.
            yield self._other_run("service-accounts", service_accounts(usage.events.names), Coverage())
        yield from self._pending_lines(directory)

    def _add_lines(self, page: Page, body: Any) -> None:
        self._lines_run.add_page(page)
        if page.document is None:
            self._lines.add_live(page)
        else:
            self._lines.add_saved(CursorReader(body, "", page.document.display_path))

    def _pending_lines(self, directory: Directory) -> Iterator[PendingRun]:
        """The run of accepted lines, where any page of them came or was refused."""
        if self._lines_run.has_pages:
            models, usage = self._lines.read(directory, self._application)
            yield self._lines_run.finish(models, Coverage(), usage)
        elif self._lines_run.failures:
            yield self._lines_run.failed()

    def _other_run(self, name: str, records: Iterable[Record], coverage: Coverage) -> PendingRun:
        """The run of another source of the same team."""
        run = RunBuilder(self._context, f"{self._run.source}/{name}", self._run.origins)
        return run.pending(records, coverage, ReadUsage())

    def _add_groups(self, entry: CursorReader) -> None:
        groups = list(entry.valid_children("groups", self._errors))
        for detail in self._errors.collect(entry.child, "group"):
            groups += [detail] if detail is not None else []
        for group in groups:
            for node in self._errors.collect(group_node, group):
                self._groups.append(node)
                for name, current in (("currentMembers", True), ("formerMembers", False)):
                    for child in group.valid_children(name, self._errors):
                        self._memberships += self._errors.collect(read_membership, node.id, child, current)

    def _usage(self) -> TeamUsage:
        usage, saved = self._live.usage(), self._saved.usage()
        usage.events.absorb(saved.events)
        usage.calls |= saved.calls
        usage.days = usage.days or saved.days
        usage.reasons += saved.reasons
        return usage

    def _covered_kinds(self) -> tuple[str, ...]:
        complete_calls = self._whole - self._failures.keys()
        if not self._members:
            complete_calls.discard(MEMBERS)
        return tuple(scope for call in sorted(complete_calls & _SCOPES.keys()) for scope in _SCOPES[call])

    def _reasons(self, usage: TeamUsage) -> list[Reason]:
        reasons = [failure for call, failure in sorted(self._failures.items()) if call not in _USAGE]
        if MEMBERS in self._whole and not self._members:
            reasons.append(
                Reason("NO_MEMBERS", f"{MEMBERS} lists nobody: a team has an owner, so this is not the team")
            )
        lost = self._failures.get(MEMBERS)
        if lost is not None and lost.code != FORBIDDEN:
            reasons.append(
                Reason("USAGE_NOT_READ", "usage waits for the members: without them nobody knows whose it is")
            )
        reasons += usage.reasons
        if usage.events.unpriced():
            text = f"{usage.events.unpriced():,} chargeable usage events say no cost (chargedCents)"
            reasons.append(Reason("COST_MISSING", text))
        return reasons

    def _claims(self, usage: TeamUsage, directory: Directory) -> Iterator[Node | Edge]:
        yield Node(id=self._application, name=f"Cursor {self._instance}", props={"vendor": "Cursor"})
        for member in self._members:
            yield account_node(member)
            edge = seat(member, self._application)
            if edge is not None:
                yield edge
        yield from self._groups
        for membership in self._memberships:
            yield membership_edge(membership, directory)
        for model in {*usage.events.models(), *self._allowed}:
            yield model_node(model)
        yield from called_tools(usage.calls, self._instance)


def _is_whole(body: CursorReader) -> bool:
    """Whether an answer is all of its list: not a group's own page, and not a word that all models are allowed."""
    if "state" in body.body:
        return body.body["state"] == RESTRICTED and "providers" in body.body
    return "group" not in body.body
