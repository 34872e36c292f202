"""This file knows how the pages of one GitHub organisation become its run: which records, and which scopes they prove."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.claims import Record, RunHeader
from graph.moment import read_day
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.run import failed_run
from loaders.connectors.github import people
from loaders.connectors.github.checkpoint import read_before, write_after
from loaders.connectors.github.ledger import DailyLedger, DayVerdict, FetchPlan
from loaders.connectors.github.models import node_of
from loaders.connectors.github.recognize import (
    ADMINS,
    AUTHORIZATIONS,
    COLLABORATORS,
    DAILY,
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
)
from loaders.connectors.github.saved import parts_of
from loaders.connectors.github.seats import read_seat, tell_seats
from loaders.connectors.github.tokens import read_authorization, read_token, tell_strangers, tell_tokens
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
    """One run per organisation. A saved answer that names none is of the only one named in the command, else `default`."""
    given = context.source.partition(":")[2].lower() if context.source else None
    runs: dict[str, OrganizationRun] = {}
    homeless: list[tuple[Page, ApiCall]] = []
    for page in pages:
        call = _call(page)
        if call is None:
            continue
        instance = given or call.instance
        if instance is None:
            homeless.append((page, call))
            continue
        runs.setdefault(instance, OrganizationRun(instance, context)).add(page, call)
    home = next(iter(runs)) if len(runs) == 1 else "default"
    for page, call in homeless:
        runs.setdefault(home, OrganizationRun(home, context)).add(page, call)
    for instance in sorted(runs):
        yield runs[instance].draft()


def _call(page: Page) -> ApiCall | None:
    return ApiCall(page.endpoint, "default", page.request) if page.document is None else call_of(page.document)


class OrganizationRun:
    """What the pages of one organisation say."""

    def __init__(self, instance: str, context: Context) -> None:
        self._org, self._context = instance, context
        self._source = context.source or f"{NAME}:{instance}"
        self._application = f"Application:github/{instance}/copilot"
        self._errors = ErrorCollector(strict=context.lenient is False)
        self._ledger = DailyLedger(instance, self._errors)
        self._items: dict[str, list[Any]] = defaultdict(list)
        self._whole: dict[str, Mapping[str, Any]] = {}
        self._spoiled: set[str] = set()
        self._failures: list[tuple[str, Reason]] = []
        self._origins: dict[str, None] = {}
        self._plan: FetchPlan | None = None
        self._arrived = False

    def add(self, page: Page, call: ApiCall) -> None:
        """Take a page in."""
        file = call.name if page.document is None else page.document.display_path
        self._origins[self._source if page.document is None else file] = None
        if call.name == PLAN:
            self._plan = _plan(page.request)
            return
        self._arrived |= page.failure is None and page.body is not None
        if call.name in DAILY:
            for part in parts_of(page, call, self._errors):
                self._ledger.add(call.name, part, file)
            self._arrived |= page.document is not None
        elif page.failure is not None:
            self._failures.append((call.name, page.failure))
        elif page.request.get(WHOLE):
            self._whole[call.name] = page.request
        else:
            self._arrived = True
            self._read(call, page.document.content if page.document is not None else page.body, file)

    def draft(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        if not self._arrived:
            return failed_run(self._context, self._source, [reason for _, reason in self._failures])
        verdict = self._ledger.verdict(self._plan)
        records, reasons = self._records(verdict)
        shown = list(self._origins)
        complete = self._complete()
        header = RunHeader(
            source=self._source,
            observed_at=self._context.observed_at,
            complete=complete,
            usage=verdict.usage,
            charges=verdict.charges,
        )
        days = tuple(name for name in ("usage", "charges") if getattr(verdict, name) is not None)
        return PendingRun(
            header=header,
            records=[(0, record) for record in records],
            origin=", ".join(shown[:3]) + (", ..." if len(shown) > 3 else ""),
            rejected=self._errors.messages,
            reasons=[*self._gaps(), *reasons, *verdict.reasons],
            complete=(*complete, *days),
            checkpoint=self._checkpoint(verdict),
            lenient=self._context.lenient is not False,
        )

    def _read(self, call: ApiCall, body: Any, file: str) -> None:
        self._items.setdefault(call.name, [])
        known = len(self._errors.messages)
        request = {**call.request, "role": "admin"} if call.name == ADMINS else call.request
        if call.name == ORGANIZATION:
            entries = [("", body)]
        elif call.name == SEATS:
            listed = FieldReader(body, "", file)
            entries = [
                (f"seats[{at}]", raw)
                for rows in self._errors.collect(listed.items, "seats")
                for at, raw in enumerate(rows)
            ]
            self._items["total"] += self._errors.collect(listed.non_negative_int, "total_seats")
        else:
            entries = [(f"[{at}]", raw) for at, raw in enumerate(body)]
        for place, raw in entries:
            for things in self._errors.collect(self._things, call.name, raw, (place, file), request):
                self._items[call.name] += things
        if len(self._errors.messages) > known:
            self._spoiled.add(call.name)

    def _things(self, name: str, raw: Any, place: tuple[str, str], request: Mapping[str, Any]) -> list[Any]:
        at, file = place
        entry = (
            FieldReader({at: raw}, "", file, accepts_digits=True).child_or_empty(at)
            if at
            else FieldReader(raw, "", file, accepts_digits=True)
        )
        return list(_READERS[name](entry, request))

    def _came_whole(self) -> set[str]:
        """The lists of which every page came and every entry was understood."""
        whole = self._whole.keys() - self._spoiled - {name for name, _ in self._failures}
        return whole if self._items[MEMBERS] else whole - {MEMBERS}

    def _gaps(self) -> Iterator[Reason]:
        """Why lists are not whole, of each the first reason: a token that may not read one repository may not read many."""
        found: dict[tuple[str, str], list[Reason]] = defaultdict(list)
        for name, failure in self._failures:
            found[name, failure.code].append(failure)
        for (name, code), same in found.items():
            more = f"; so did {len(same) - 1:,} more of the {name}" if len(same) > 1 else ""
            yield Reason(code, same[0].detail + more)

    def _may_conclude(self, lists: Iterable[str]) -> bool:
        """Whether what follows from several lists is told: later runs that lack one leave what earlier ones told."""
        is_later = self._plan is not None and bool(self._plan.before.parts)
        return not is_later or self._came_whole().issuperset(lists)

    def _complete(self) -> tuple[str, ...]:
        """The kinds whose every list came whole."""
        whole, organization = self._came_whole(), self._items[ORGANIZATION]
        before = self._plan.before.parts if self._plan is not None else frozenset()
        if self._whole.get(AUTHORIZATIONS, {}).get("absent") and AUTHORIZATIONS in before:
            whole -= {AUTHORIZATIONS}
        found = [kind for kinds, lists in _SCOPES.items() if whole.issuperset(lists) for kind in kinds]
        # What tokens may access is among who may access; and without the default, most of that is not known.
        lost_tokens = TOKENS in before and self._plan is not None and self._plan.tokens and "Credential" not in found
        if lost_tokens or not organization or organization[0].default is None:
            found = [kind for kind in found if kind != "CAN_ACCESS"]
        return tuple(found)

    def _records(self, verdict: DayVerdict) -> tuple[list[Record], list[Reason]]:
        """The records in an order that does not depend on the order of pages and entries, and what is not known."""
        claims, items, reasons = Claims(), self._items, list[Reason]()
        told = next(iter(sorted(items[ORGANIZATION], key=repr)), None)
        # Of a live run that could not ask, the name is the one that an earlier run told.
        unnamed = self._org if self._plan is None else None
        name = (told.name or told.login) if told is not None else unnamed
        claims.node(f"Group:github/{self._org}", name, type="organization")
        if told is not None and told.default is None:
            text = "the organisation does not tell its default permission: only an owner's token may see it"
            reasons.append(Reason("DEFAULT_UNKNOWN", text))
        if MEMBERS in self._whole and not items[MEMBERS]:
            reasons.append(Reason("NO_MEMBERS", f"{MEMBERS} lists nobody, but an organisation has an owner"))
        knows_admins = ADMINS in (items if self._plan is None else self._came_whole())
        people.tell_people(claims, self._org, items[MEMBERS], items[ADMINS], items[OUTSIDE], knows_admins)
        in_teams = items[TEAM_MEMBERS] if self._may_conclude((TEAMS, TEAM_MEMBERS)) else []
        keys = people.tell_teams(claims, self._org, items[TEAMS], in_teams)
        people.tell_repositories(claims, items[REPOS])
        people.tell_grants(claims, self._org, items[TEAM_REPOS], items[COLLABORATORS], keys)
        admins = [person for person in (*items[MEMBERS], *items[ADMINS]) if person.role == "admin"]
        default = None if told is None else told.default
        internal = people.internal_of([*items[REPOS], *items[TEAM_REPOS]]) if told is not None else set()
        people.tell_default(claims, self._org, default, admins, internal)
        chosen = items[TOKEN_REPOS] if self._may_conclude((*_ACCESS, TOKENS, TOKEN_REPOS)) else []
        tell_tokens(claims, self._org, [*items[TOKENS], *items[AUTHORIZATIONS]], chosen)
        reasons += self._copilot(claims)
        if self._came_whole().issuperset(_PEOPLE):
            tell_strangers(claims)
        usage = list(self._ledger.usage(verdict.told, self._logins()))
        rows: list[Record] = [*usage, *self._ledger.charges(verdict.told)]
        for server in self._ledger.servers(verdict.told):
            claims.node(server_of(self._org, server), server_name(server), name_only=True)
        models = {row.resource for row in usage if row.resource.startswith("Model:")}
        nodes = [node_of(model) for model in sorted(models)]
        return [*claims.records(), *nodes, *sorted(rows, key=repr)], reasons

    def _copilot(self, claims: Claims) -> Iterator[Reason]:
        """The application and its seats; a seat that names nobody is counted and said."""
        if not self._items[SEATS] and SEATS not in self._whole and not self._ledger.is_told():
            return
        people_with, nobody = tell_seats(claims, self._application, self._items[SEATS])
        told = max(self._items["total"], key=lambda total: total or 0, default=None)
        claims.node(
            self._application,
            f"GitHub Copilot {self._org}",
            vendor="GitHub",
            seats=told if told is not None else people_with + nobody if self._items[SEATS] else None,
            seats_without_account=nobody or None,
        )
        if nobody:
            yield Reason("SEATS_WITHOUT_ACCOUNT", f"{nobody} of Copilot's seats name nobody who has them")

    def _logins(self) -> dict[str, str]:
        """How people are called today, by id; an id with two logins is left out."""
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
        return write_after(verdict.last_day, parts, verdict.again)


def _plan(request: Mapping[str, Any]) -> FetchPlan:
    return FetchPlan(
        days=(read_day(request["from"]), read_day(request["to"])),
        before=read_before(request["bookmark"]),
        copilot=request["copilot"],
        billing=request["billing"],
        tokens=request["tokens"],
    )
