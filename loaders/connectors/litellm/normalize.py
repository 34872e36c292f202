"""This file knows how the pages of one LiteLLM proxy become its run: which records, and which scopes they prove."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.claims import Edge, Node
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.claims.coverage import Coverage
from loaders.claims.run import ReadUsage, RunBuilder, failed_run
from loaders.connectors.litellm.directory import (
    ProxyIds,
    VirtualKey,
    key_claims,
    read_key,
    read_team,
    read_user,
    team_claims,
    usable_models,
    user_claims,
    user_memberships,
)
from loaders.connectors.litellm.listing import ListPages
from loaders.connectors.litellm.models import ModelNames, read_deployment
from loaders.connectors.litellm.recognize import KEYS, LOGS, MODELS, NAME, OVERLAPS, SERVERS, TEAMS, USERS, call_of
from loaders.connectors.litellm.servers import ProxyServers, read_server
from loaders.connectors.litellm.usage import LiveSpend, SavedSpend
from loaders.models.names import model_node
from loaders.saved.fields import ErrorCollector
from loaders.saved.location import saved_call_of_page

_READERS = {USERS: read_user, TEAMS: read_team, KEYS: read_key, SERVERS: read_server, MODELS: read_deployment}
# What is proven when all of some lists came whole.
_SCOPES = {
    (USERS,): ("Application", "Account", "ACCOUNT_IN"),
    (TEAMS,): ("Group",),
    (USERS, TEAMS, KEYS): ("MEMBER_OF",),
    (KEYS,): ("Credential", "HAS_CREDENTIAL", "RUNS_AS"),
    (SERVERS,): ("McpServer",),
}
# What grants are made of.
_GRANTS = (USERS, TEAMS, KEYS, SERVERS, MODELS)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per proxy, and one more for who may use what. Live pages are read one by one and not kept."""
    proxies: dict[str, ProxyRun] = {}
    for page in pages:
        place = saved_call_of_page(page, NAME)
        given = context.source.partition(":")[2] if context.source else ""
        instance = given or (place.instance if place else "default")
        if instance not in proxies:
            proxies[instance] = ProxyRun(instance, context)
        proxies[instance].add(page)
    for instance in sorted(proxies):
        yield from proxies[instance].drafts()


class ProxyRun:
    """What the pages of one proxy say."""

    def __init__(self, instance: str, context: Context) -> None:
        self._context, self._source = context, context.source or f"{NAME}:{instance}"
        self._names = ProxyIds(instance)
        self._errors = ErrorCollector(strict=context.lenient is False)
        self._lists = {call: ListPages(call, read, self._errors) for call, read in _READERS.items()}
        self._live, self._saved = LiveSpend(self._errors), SavedSpend(self._errors)
        self._origins: list[str] = []
        self._reasons: list[Reason] = []
        self._failures: list[Reason] = []
        self._arrived = False

    def add(self, page: Page) -> None:
        """Take a page in."""
        call = page.endpoint if page.document is None else call_of(page.document)
        origin = self._source if page.document is None else page.document.display_path
        if call is None:
            return
        if origin not in self._origins:
            self._origins.append(origin)
        if call in OVERLAPS:
            text = f"{origin}: {call} only sums what {LOGS} tells row by row, and would count it twice; save that call"
            self._reasons.append(Reason("OVERLAP", text))
            return
        if page.failure is not None:
            self._failures.append(page.failure)
        self._arrived |= page.failure is None
        if call in self._lists:
            self._lists[call].add(page)
        elif page.document is None:
            self._live.add(call, page)
        else:
            self._saved.add(call, page)

    def drafts(self) -> Iterator[PendingRun]:
        """The runs. Nothing usable at all makes a failed one, which writes nothing."""
        context, source = self._context, self._source
        if not self._arrived:
            yield failed_run(context, source, [*self._failures, *self._reasons])
            return
        ledger, told = self._live.told(self._lists[SERVERS].has_failed)
        ledger.absorb(self._saved.told(told))
        servers = ProxyServers(self._names.instance, self._lists[SERVERS].items)
        told.rows += ledger.usage(self._names, servers, self._live.counts)
        grants = list(self._grants(servers))
        models = {edge.target for edge in grants} | {row.resource for row in told.rows}
        claims = [
            *self._claims(servers, ledger.tools()),
            *(model_node(one) for one in models if one.startswith("Model:")),
        ]
        gaps = {call: gap for call, listing in self._lists.items() if (gap := listing.gap()) is not None}
        run = RunBuilder(context, source, self._origins)
        run.errors = self._errors
        coverage = Coverage(self._complete(), [*self._reasons, *gaps.values(), *self._nobody()])
        yield run.finish(claims, coverage, told)
        lacking = [*(gap for call, gap in gaps.items() if call in _GRANTS), *self._nobody(), *self._unknown_rights()]
        proven = not lacking and all(self._lists[call].is_proven for call in _GRANTS)
        if proven or grants:
            # A source of its own, which describes nothing: what was seen in use beyond a list of names still conveys,
            # since logs may call a model otherwise, while what is taken from a key ends.
            run = RunBuilder(context, f"{source}/grants", self._origins)
            yield run.finish(grants, Coverage(("CAN_USE",) if proven else (), lacking), ReadUsage())

    def _complete(self) -> tuple[str, ...]:
        proven = {call for call, listing in self._lists.items() if listing.is_proven}
        if not self._lists[USERS].items:
            proven.discard(USERS)
        return tuple(scope for calls, scopes in _SCOPES.items() if proven.issuperset(calls) for scope in scopes)

    def _nobody(self) -> list[Reason]:
        users = self._lists[USERS]
        text = f"{USERS} lists nobody: the key may not read the whole proxy"
        return [Reason("NO_USERS", text)] if users.is_proven and not users.items else []

    def _unknown_rights(self) -> list[Reason]:
        holders = (one for call in (KEYS, TEAMS, USERS) for one in self._lists[call].items)
        count = sum(not holder.rights.known for holder in holders)
        text = f"{count:,} keys, teams or users have MCP rights that the answer leaves out"
        return [Reason("RIGHTS_UNKNOWN", text)] if count else []

    def _claims(self, servers: ProxyServers, tools: set[str]) -> Iterator[Node | Edge]:
        names = self._names
        yield Node(id=names.application, name=f"LiteLLM {names.instance}", props={"vendor": "LiteLLM"})
        users, teams, keys = (self._lists[call].items for call in (USERS, TEAMS, KEYS))
        by_email = {user.email: user.id for user in users if user.email}
        told: set[tuple[str, str]] = set()
        for team in teams:
            for claim in team_claims(team, names, by_email):
                told |= {(claim.source, claim.target)} if isinstance(claim, Edge) else set()
                yield claim
        for user in users:
            yield from user_claims(user, names)
            yield from user_memberships(user, names, told)
        for key in keys:
            yield from key_claims(key, names, self._status(key))
        yield from servers.claims()
        for tool in tools:
            server, name = servers.parted(tool)
            if name is not None:
                yield from servers.exposes(server, name)

    def _grants(self, servers: ProxyServers) -> Iterator[Edge]:
        """Who may use which models, MCP servers and tools. Without the deployments nobody knows what a name means."""
        names, models = self._names, self._lists[MODELS]
        catalogue = ModelNames(models.items) if models.is_proven else None
        for team in self._lists[TEAMS].items:
            group = names.group(team.id)
            yield from servers.usable(group, team.rights, team=team.id)
            if catalogue is not None:
                yield from usable_models(group, team.models, names, catalogue)
        for user in self._lists[USERS].items:
            yield from servers.usable(names.account(user.id), user.rights)
            # A user with an empty list has a seat in the proxy, which says the same.
            if catalogue is not None and user.models:
                yield from usable_models(names.account(user.id), user.models, names, catalogue)
        for key in self._lists[KEYS].items:
            credential = names.credential(key.id)
            yield from servers.usable(credential, key.rights, is_key=True)
            if catalogue is not None:
                yield from usable_models(credential, key.models, names, catalogue, of_team=key.team is not None)

    def _status(self, key: VirtualKey) -> str:
        """A key is as good as its own flags and its team's; while the teams are not known, that is not known."""
        teams = self._lists[TEAMS]
        if key.blocked or any(team.blocked for team in teams.items if team.id == key.team):
            return "revoked"
        if key.expires is not None and key.expires <= self._context.observed_at:
            return "expired"
        return "active" if key.team is None or teams.is_proven else "unknown"
