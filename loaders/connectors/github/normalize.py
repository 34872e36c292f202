"""Normalization of GitHub pages, live or saved: one run per organisation, with its records and what they cover."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.claims import Record
from graph.moment import read_day
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.coverage import Coverage, covered_scopes
from loaders.claims.run import ReadUsage, RunBuilder
from loaders.connectors.github import people
from loaders.connectors.github.billing_export import ExportedLine, read_export
from loaders.connectors.github.checkpoint import read_github_checkpoint, write_github_checkpoint
from loaders.connectors.github.ledger import DailyLedger, DayVerdict, FetchPlan
from loaders.connectors.github.models import node_of
from loaders.connectors.github.recognize import (
    ADMINS,
    AUTHORIZATIONS,
    COLLABORATORS,
    DAILY,
    EXPORT,
    MEMBERS,
    NAME,
    ORGANIZATION,
    OUTSIDE,
    PLAN,
    REPOS,
    SEATS,
    TEAM_MEMBERS,
    TEAM_REPOS,
    TEAMS,
    TOKEN_REPOS,
    TOKENS,
    ApiCall,
    call_of,
    parts_of,
)
from loaders.connectors.github.seats import emit_seats, read_seat
from loaders.connectors.github.tokens import emit_strangers, emit_tokens, read_authorization, read_token
from loaders.connectors.github.usage_report import server_name, server_of
from loaders.live.pagination import WHOLE
from loaders.saved.fields import ErrorCollector, FieldReader

_READERS: Mapping[str, Any] = {
    ORGANIZATION: people.read_organization,
    MEMBERS: people.read_person,
    ADMINS: people.read_person,
    OUTSIDE: people.read_person,
    TEAMS: people.read_team,
    TEAM_MEMBERS: people.read_person,
    TEAM_REPOS: people.read_repository,
    REPOS: people.read_repository,
    COLLABORATORS: people.read_collaborator,
    TOKENS: read_token,
    TOKEN_REPOS: people.read_repository,
    AUTHORIZATIONS: read_authorization,
    SEATS: read_seat,
}
_PEOPLE = (MEMBERS, OUTSIDE)
_ACCESS = (ORGANIZATION, MEMBERS, ADMINS, TEAMS, TEAM_MEMBERS, TEAM_REPOS, REPOS, COLLABORATORS)
# Kinds, and the lists that must have come whole for them. Seats and tokens name people too, but do not say who is there.
_SCOPES: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("Account",): _PEOPLE,
    ("Group",): (ORGANIZATION, TEAMS),
    ("MEMBER_OF",): (MEMBERS, ADMINS, TEAMS, TEAM_MEMBERS),
    ("DataSource",): (REPOS,),
    ("CAN_ACCESS",): _ACCESS,
    ("Credential", "HAS_CREDENTIAL", "RUNS_AS"): (TOKENS, TOKEN_REPOS, AUTHORIZATIONS),
    ("Application", "ACCOUNT_IN"): (SEATS,),
}


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per organisation. A saved answer that names none belongs to the only other one, else to `default`."""
    given = context.source.partition(":")[2].lower() if context.source else None
    runs: dict[str, OrganizationRun] = {}
    unassigned: list[tuple[Page, ApiCall]] = []
    for page in _with_exports_split(pages, context):
        call = _call(page)
        if call is None:
            continue
        instance = given or call.instance
        if instance is None:
            unassigned.append((page, call))
            continue
        runs.setdefault(instance, OrganizationRun(instance, context)).add(page, call)
    default_instance = next(iter(runs)) if len(runs) == 1 else "default"
    for page, call in unassigned:
        runs.setdefault(default_instance, OrganizationRun(default_instance, context)).add(page, call)
    for instance in sorted(runs):
        yield runs[instance].finish()


def _with_exports_split(pages: Iterable[Page], context: Context) -> Iterator[Page]:
    """The pages, those of exported billing reports once per organisation that they have lines of."""
    for page in pages:
        call = call_of(page.document) if page.document is not None and page.document.format == "csv" else None
        if call is None or page.document is None:
            yield page
            continue
        errors = ErrorCollector(context.lenient is False)
        by_instance: dict[str | None, list[ExportedLine]] = {}
        for exported in read_export(page.document, errors):
            by_instance.setdefault(call.instance or exported.organization, []).append(exported)
        rejected = tuple(errors.messages)
        for instance, lines in by_instance.items() or [(call.instance, [])]:
            yield Page(EXPORT, lines, {"instance": instance, "errors": rejected}, page.document)
            rejected = ()


def _call(page: Page) -> ApiCall | None:
    if page.endpoint == EXPORT:
        return ApiCall(EXPORT, page.request["instance"])
    return ApiCall(page.endpoint, "default", page.request) if page.document is None else call_of(page.document)


class OrganizationRun:
    """The pages of one organisation, read one by one into one run."""

    def __init__(self, instance: str, context: Context) -> None:
        self._org = instance
        self._run = RunBuilder(context, context.source or f"{NAME}:{instance}")
        self._application = f"Application:github/{instance}/copilot"
        self._errors = self._run.errors
        self._ledger = DailyLedger(instance, self._errors)
        self._items: dict[str, list[Any]] = defaultdict(list)
        self._whole: dict[str, Mapping[str, Any]] = {}
        self._rejected: set[str] = set()
        self._failures: list[tuple[str, Reason]] = []
        self._plan: FetchPlan | None = None
        self._has_pages = False

    def add(self, page: Page, call: ApiCall) -> None:
        """Read a page."""
        file = call.name if page.document is None else page.document.display_path
        self._run.add_origin(page)
        if call.name == PLAN:
            self._plan = _plan(page.request)
            return
        self._has_pages |= page.failure is None and page.body is not None
        if call.name == EXPORT:
            self._errors.messages.extend(page.request["errors"])
            for exported in page.body:
                self._ledger.add_exported(exported.line, file)
        elif call.name in DAILY:
            for part in parts_of(page, call, self._errors):
                self._ledger.add(call.name, part, file)
            self._has_pages |= page.document is not None
        elif page.failure is not None:
            self._failures.append((call.name, page.failure))
        elif page.request.get(WHOLE):
            self._whole[call.name] = page.request
        else:
            self._has_pages = True
            self._read(call, page.document.content if page.document is not None else page.body, file)

    def finish(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        if not self._has_pages:
            self._run.failures = [reason for _, reason in self._failures]
            return self._run.failed()
        verdict = self._ledger.verdict(self._plan)
        records, reasons = self._records(verdict)
        coverage = Coverage(self._complete(), [*self._gaps(), *reasons])
        usage = ReadUsage(
            days=verdict.usage,
            charge_days=verdict.charges,
            checkpoint=self._checkpoint(verdict),
            reasons=verdict.reasons,
        )
        return self._run.pending(records, coverage, usage)

    def _read(self, call: ApiCall, body: Any, file: str) -> None:
        self._items.setdefault(call.name, [])
        known = len(self._errors.messages)
        request = {**call.request, "role": "admin"} if call.name == ADMINS else call.request
        if call.name == ORGANIZATION:
            entries = [("", body)]
        elif call.name == SEATS:
            listed = FieldReader(body, "", file)
            entries = [
                (f"seats[{index}]", raw)
                for rows in self._errors.collect(listed.items, "seats")
                for index, raw in enumerate(rows)
            ]
            self._items["total"] += self._errors.collect(listed.non_negative_int, "total_seats")
        else:
            entries = [(f"[{index}]", raw) for index, raw in enumerate(body)]
        for location, raw in entries:
            for items in self._errors.collect(self._read_entry, call.name, raw, (location, file), request):
                self._items[call.name] += items
        if len(self._errors.messages) > known:
            self._rejected.add(call.name)

    def _read_entry(self, name: str, raw: Any, origin: tuple[str, str], request: Mapping[str, Any]) -> list[Any]:
        location, file = origin
        entry = (
            FieldReader({location: raw}, "", file, accepts_digits=True).child_or_empty(location)
            if location
            else FieldReader(raw, "", file, accepts_digits=True)
        )
        return list(_READERS[name](entry, request))

    def _complete_lists(self) -> set[str]:
        """The lists of which every page came and every entry was understood."""
        whole = self._whole.keys() - self._rejected - {name for name, _ in self._failures}
        return whole if self._items[MEMBERS] else whole - {MEMBERS}

    def _gaps(self) -> Iterator[Reason]:
        """Why lists are incomplete, of each the first reason: a token that may not read one repository may not read many."""
        by_list: dict[tuple[str, str], list[Reason]] = defaultdict(list)
        for name, failure in self._failures:
            by_list[name, failure.code].append(failure)
        for (name, code), same in by_list.items():
            more = f"; so did {len(same) - 1:,} more of the {name}" if len(same) > 1 else ""
            yield Reason(code, same[0].detail + more)

    def _may_derive(self, lists: Iterable[str]) -> bool:
        """Whether to claim what follows from several lists: a later run that lacks one of them keeps earlier claims."""
        is_later = self._plan is not None and bool(self._plan.before.parts)
        return not is_later or self._complete_lists().issuperset(lists)

    def _complete(self) -> tuple[str, ...]:
        """The kinds whose lists are all complete."""
        whole, organization = self._complete_lists(), self._items[ORGANIZATION]
        before = self._plan.before.parts if self._plan is not None else frozenset()
        if self._whole.get(AUTHORIZATIONS, {}).get("absent") and AUTHORIZATIONS in before:
            whole -= {AUTHORIZATIONS}
        scopes = covered_scopes(_SCOPES, whole)
        # CAN_ACCESS includes that of tokens; and without the default permission most of it is unknown.
        lost_tokens = TOKENS in before and self._plan is not None and self._plan.tokens and "Credential" not in scopes
        if lost_tokens or not organization or organization[0].default is None:
            scopes = tuple(kind for kind in scopes if kind != "CAN_ACCESS")
        return scopes

    def _records(self, verdict: DayVerdict) -> tuple[list[Record], list[Reason]]:
        """The records, in an order that does not depend on that of pages and entries, and reasons for what is unknown."""
        claims, items, reasons = Claims(), self._items, list[Reason]()
        organization = next(iter(sorted(items[ORGANIZATION], key=repr)), None)
        # A live run that could not ask keeps the name of an earlier run.
        unnamed = self._org if self._plan is None else None
        name = (organization.name or organization.login) if organization is not None else unnamed
        claims.node(f"Group:github/{self._org}", name, type="organization")
        if organization is not None and organization.default is None:
            text = "the answer lacks the default permission of the organisation: only an owner's token may see it"
            reasons.append(Reason("DEFAULT_UNKNOWN", text))
        if MEMBERS in self._whole and not items[MEMBERS]:
            reasons.append(Reason("NO_MEMBERS", f"{MEMBERS} lists nobody, but an organisation has an owner"))
        knows_admins = ADMINS in (items if self._plan is None else self._complete_lists())
        people.emit_people(claims, self._org, items[MEMBERS], items[ADMINS], items[OUTSIDE], knows_admins)
        in_teams = items[TEAM_MEMBERS] if self._may_derive((TEAMS, TEAM_MEMBERS)) else []
        keys = people.emit_teams(claims, self._org, items[TEAMS], in_teams)
        people.emit_repositories(claims, items[REPOS])
        people.emit_grants(claims, self._org, items[TEAM_REPOS], items[COLLABORATORS], keys)
        admins = [person for person in (*items[MEMBERS], *items[ADMINS]) if person.role == "admin"]
        default = None if organization is None else organization.default
        internal = (
            people.internal_repositories([*items[REPOS], *items[TEAM_REPOS]]) if organization is not None else set()
        )
        people.emit_default(claims, self._org, default, admins, internal)
        chosen = items[TOKEN_REPOS] if self._may_derive((*_ACCESS, TOKENS, TOKEN_REPOS)) else []
        emit_tokens(claims, self._org, [*items[TOKENS], *items[AUTHORIZATIONS]], chosen)
        reasons += self._copilot(claims)
        if self._complete_lists().issuperset(_PEOPLE):
            emit_strangers(claims)
        usage = list(self._ledger.usage(verdict.days, self._logins()))
        rows: list[Record] = [*usage, *self._ledger.charges(verdict.days)]
        for server in self._ledger.servers(verdict.days):
            claims.node(server_of(self._org, server), server_name(server), name_only=True)
        models = {row.resource for row in usage if row.resource.startswith("Model:")}
        nodes = [node_of(model) for model in sorted(models)]
        return [*claims.records(), *nodes, *sorted(rows, key=repr)], reasons

    def _copilot(self, claims: Claims) -> Iterator[Reason]:
        """Add the application and its seats; seats that name nobody are counted in a reason."""
        if not self._items[SEATS] and SEATS not in self._whole and not self._ledger.has_rows():
            return
        people_with, nobody = emit_seats(claims, self._application, self._items[SEATS])
        total = max(self._items["total"], key=lambda total: total or 0, default=None)
        claims.node(
            self._application,
            f"GitHub Copilot {self._org}",
            vendor="GitHub",
            seats=total if total is not None else people_with + nobody if self._items[SEATS] else None,
            seats_without_account=nobody or None,
        )
        if nobody:
            yield Reason("SEATS_WITHOUT_ACCOUNT", f"{nobody} of Copilot's seats name nobody who has them")

    def _logins(self) -> dict[str, str]:
        """Logins of today by user id; an id with two logins is left out."""
        persons = [person for name in (*_PEOPLE, ADMINS, COLLABORATORS, TEAM_MEMBERS) for person in self._items[name]]
        persons += [seat.person for seat in self._items[SEATS] if seat.person is not None]
        known: dict[str, set[str]] = defaultdict(set)
        for person in persons:
            known[person.id].add(person.login.lower())
        return {id: next(iter(logins)) for id, logins in known.items() if id and len(logins) == 1}

    def _checkpoint(self, verdict: DayVerdict) -> str | None:
        if self._plan is None:
            return None
        lists = {name for name in (TOKENS, AUTHORIZATIONS) if self._items[name]}
        parts = self._plan.before.parts | verdict.answered | lists | {ORGANIZATION}
        return write_github_checkpoint(verdict.last_day, parts, verdict.again)


def _plan(request: Mapping[str, Any]) -> FetchPlan:
    return FetchPlan(
        days=(read_day(request["from"]), read_day(request["to"])),
        before=read_github_checkpoint(request["bookmark"]),
        copilot=request["copilot"],
        billing=request["billing"],
        tokens=request["tokens"],
    )
