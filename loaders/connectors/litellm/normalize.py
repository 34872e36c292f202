"""Normalization of LiteLLM pages, live or saved: one run per proxy, and another one of who may use what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from graph.claims import Edge, Node
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.claims.coverage import Coverage, covered_scopes
from loaders.claims.events import owner_records
from loaders.claims.named_users import uses_of_unlisted
from loaders.claims.run import ReadUsage, RunBuilder
from loaders.claims.tags import tag_nodes, unused_tags_note
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
from loaders.connectors.litellm.models import ModelNames, read_deployment
from loaders.connectors.litellm.recognize import (
    FIELDS,
    GONE,
    KEYS,
    LOGS,
    MODELS,
    NAME,
    OVERLAPS,
    SERVERS,
    TEAMS,
    USERS,
    call_of,
    entries_of,
    total_of,
)
from loaders.connectors.litellm.servers import ProxyServers, read_server
from loaders.connectors.litellm.usage import LiveSpend, SavedSpend
from loaders.live.pagination import WHOLE
from loaders.models.names import model_node
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.location import saved_call_of_page

_READERS = {USERS: read_user, TEAMS: read_team, KEYS: read_key, SERVERS: read_server, MODELS: read_deployment}
# Scopes, and the lists that must be complete for them.
_SCOPES: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("Application", "Account", "ACCOUNT_IN"): (USERS,),
    ("Group",): (TEAMS,),
    ("MEMBER_OF",): (USERS, TEAMS, KEYS),
    ("Credential", "HAS_CREDENTIAL", "RUNS_AS"): (KEYS,),
    ("McpServer",): (SERVERS,),
}
# The lists that say who may use what.
_GRANT_LISTS = (USERS, TEAMS, KEYS, SERVERS, MODELS)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per proxy, and one more for who may use what. Live pages are read one by one and not held in memory."""
    proxies: dict[str, ProxyRun] = {}
    for page in pages:
        saved = saved_call_of_page(page, NAME)
        source_instance = context.source.partition(":")[2] if context.source else ""
        instance = source_instance or (saved.instance if saved else "default")
        if instance not in proxies:
            proxies[instance] = ProxyRun(instance, context)
        proxies[instance].add(page)
    for instance in sorted(proxies):
        yield from proxies[instance].runs()


class ProxyRun:
    """The pages of one proxy, read one by one into its runs."""

    def __init__(self, instance: str, context: Context) -> None:
        self._run = RunBuilder(context, context.source or f"{NAME}:{instance}")
        self._ids = ProxyIds(instance)
        self._errors = self._run.errors
        self._lists = {call: ListPages(call, read, self._errors) for call, read in _READERS.items()}
        self._live, self._saved = LiveSpend(self._errors), SavedSpend(self._errors)
        self._reasons: list[Reason] = []

    def add(self, page: Page) -> None:
        """Read a page."""
        call = page.endpoint if page.document is None else call_of(page.document)
        if call is None:
            return
        if call in OVERLAPS:
            self._run.add_origin(page)
            origin = page.endpoint if page.document is None else page.document.display_path
            text = f"{origin}: {call} only sums what {LOGS} tells row by row, and would count it twice; save that call"
            self._reasons.append(Reason("OVERLAP", text))
            return
        self._run.add_page(page)
        if call in self._lists:
            self._lists[call].add(page)
        elif page.document is None:
            self._live.add(call, page)
        else:
            self._saved.add(call, page)

    def runs(self) -> Iterator[PendingRun]:
        """The runs. Nothing usable at all makes a failed one, which writes nothing."""
        if not self._run.has_pages:
            self._run.failures += self._reasons
            yield self._run.failed()
            return
        sums, usage = self._live.read_usage(self._lists[SERVERS].has_failed)
        sums.absorb(self._saved.read_usage(usage))
        servers = ProxyServers(self._ids.instance, self._lists[SERVERS].items)
        for row, event_keys in sums.usage(self._ids, servers):
            usage.rows.append(row)
            usage.events += owner_records(row, event_keys)
        unnamed = list(sums.unnamed(self._ids, servers))
        usage.events += unnamed
        grants = list(self._grants(servers))
        used = {row.resource for row in usage.rows} | {event.usage.resource for event in unnamed}
        models = {edge.target for edge in grants} | used
        claims = [
            *self._claims(servers, sums.tools()),
            *(model_node(node) for node in models if node.startswith("Model:")),
        ]
        claims += uses_of_unlisted(usage.rows, claims)
        gaps = {call: gap for call, listing in self._lists.items() if (gap := listing.gap()) is not None}
        coverage = Coverage(self._complete(), [*self._reasons, *gaps.values(), *self._nobody()])
        run = self._run.finish(claims, coverage, usage)
        run.notes += [unused_tags_note(sums.unused_tags)] if sums.unused_tags else []
        yield run
        tagged = list(tag_nodes([*usage.rows, *(event.usage for event in unnamed)]))
        if tagged:
            # A source of its own, which proves nothing: a group that no request of these days names does not end.
            builder = RunBuilder(self._run.context, f"{self._run.source}/tags", self._run.origins)
            yield builder.finish(tagged, Coverage(), ReadUsage())
        gaps_of_grants = [
            *(gap for call, gap in gaps.items() if call in _GRANT_LISTS),
            *self._nobody(),
            *self._unknown_rights(),
        ]
        is_complete = not gaps_of_grants and all(self._lists[call].is_complete for call in _GRANT_LISTS)
        if is_complete or grants:
            # A source of its own, which describes nothing: what was seen in use beyond a list of names still conveys,
            # since logs may call a model otherwise, while what is taken from a key ends.
            builder = RunBuilder(self._run.context, f"{self._run.source}/grants", self._run.origins)
            yield builder.finish(grants, Coverage(("CAN_USE",) if is_complete else (), gaps_of_grants), ReadUsage())

    def _complete(self) -> tuple[str, ...]:
        proven = {call for call, listing in self._lists.items() if listing.is_complete}
        if not self._lists[USERS].items:
            proven.discard(USERS)
        return covered_scopes(_SCOPES, proven)

    def _nobody(self) -> list[Reason]:
        users = self._lists[USERS]
        text = f"{USERS} lists nobody: the key may not read the whole proxy"
        return [Reason("NO_USERS", text)] if users.is_complete and not users.items else []

    def _unknown_rights(self) -> list[Reason]:
        holders = (holder for call in (KEYS, TEAMS, USERS) for holder in self._lists[call].items)
        count = sum(not holder.rights.is_known for holder in holders)
        text = f"{count:,} keys, teams or users have MCP rights that the answer leaves out"
        return [Reason("RIGHTS_UNKNOWN", text)] if count else []

    def _claims(self, servers: ProxyServers, tools: set[str]) -> Iterator[Node | Edge]:
        ids = self._ids
        yield Node(id=ids.application, name=f"LiteLLM {ids.instance}", props={"vendor": "LiteLLM"})
        users, teams, keys = (self._lists[call].items for call in (USERS, TEAMS, KEYS))
        by_email = {user.email: user.id for user in users if user.email}
        team_ends: set[tuple[str, str]] = set()
        for team in teams:
            for claim in team_claims(team, ids, by_email):
                team_ends |= {(claim.source, claim.target)} if isinstance(claim, Edge) else set()
                yield claim
        for user in users:
            yield from user_claims(user, ids)
            yield from user_memberships(user, ids, team_ends)
        for key in keys:
            yield from key_claims(key, ids, self._status(key), self._run.context.salt)
        yield from servers.claims()
        for tool in tools:
            server, name = servers.split_tool(tool)
            if name is not None:
                yield from servers.exposes(server, name)

    def _grants(self, servers: ProxyServers) -> Iterator[Edge]:
        """Who may use which models, MCP servers and tools. Without the deployments nobody knows what a name means."""
        ids, models = self._ids, self._lists[MODELS]
        model_names = ModelNames(models.items) if models.is_complete else None
        for team in self._lists[TEAMS].items:
            group = ids.group(team.id)
            yield from servers.grants_of(group, team.rights, team=team.id)
            if model_names is not None:
                yield from usable_models(group, team.models, ids, model_names)
        for user in self._lists[USERS].items:
            yield from servers.grants_of(ids.account(user.id), user.rights)
            # A user with an empty list has a seat in the proxy, which says the same.
            if model_names is not None and user.models:
                yield from usable_models(ids.account(user.id), user.models, ids, model_names)
        for key in self._lists[KEYS].items:
            credential = ids.credential(key.id)
            yield from servers.grants_of(credential, key.rights, is_key=True)
            if model_names is not None:
                yield from usable_models(credential, key.models, ids, model_names, of_team=key.team is not None)

    def _status(self, key: VirtualKey) -> str:
        """The status of a key by its own flags and those of its team; unknown while the teams are."""
        teams = self._lists[TEAMS]
        if key.blocked or any(team.blocked for team in teams.items if team.id == key.team):
            return "revoked"
        if key.expires is not None and key.expires <= self._run.context.observed_at:
            return "expired"
        return "active" if key.team is None or teams.is_complete else "unknown"


class ListPages:
    """The pages of one list, live or saved: its entries, each once, and whether all of them came."""

    def __init__(self, call: str, read: Callable[[FieldReader], Any], errors: ErrorCollector) -> None:
        self._call, self._read, self._errors = call, read, errors
        self._items: dict[Any, Any] = {}
        self._has_errors = self._has_end = self._has_repeats = False
        self._failure: Reason | None = None
        self._pages, self._entries = 0, 0
        self._totals: set[int | None] = set()

    @property
    def items(self) -> list[Any]:
        """What was listed, in the order in which it came."""
        return list(self._items.values())

    def add(self, page: Page) -> None:
        """Read a page, or note the end of the list, or its failure."""
        if page.failure is not None:
            self._failure = page.failure
        elif page.document is None and page.body is None:
            self._has_end = bool(page.request.get(WHOLE))
        else:
            body = page.body if page.document is None else page.document.content
            file = page.endpoint if page.document is None else page.document.display_path
            self._read_entries(body, file, may_come_again=page.document is not None)
            if page.document is not None:
                self._pages += 1
                self._totals.add(total_of(self._call, body))

    @property
    def has_failed(self) -> bool:
        """Whether the list is there and could not be read."""
        return self._failure is not None and self._failure.code != GONE

    @property
    def is_complete(self) -> bool:
        """Whether the list was read to its end and every entry understood."""
        return (self._pages > 0 or self._has_end) and not self._has_errors and self._problem() is None

    def gap(self) -> Reason | None:
        """Why this is not the whole list; None if it is, or if no page of it came."""
        problem = self._problem()
        return self._failure or (Reason("INCOMPLETE", f"{self._call}: {problem}") if problem else None)

    def _problem(self) -> str | None:
        if self._failure is not None:
            return self._failure.detail
        if self._has_repeats:
            return "an entry came twice: positions shifted between two pages"
        if not self._pages or self._totals == {self._entries}:
            return None
        return f"{self._entries:,} entries came, and the pages do not say that these are all"

    def _read_entries(self, body: object, file: str, may_come_again: bool) -> None:
        name = FIELDS.get(self._call, "") if isinstance(body, Mapping) else ""
        for index, entry_body in enumerate(entries_of(self._call, body) or ()):
            errors_before = len(self._errors.messages)
            for item in self._errors.collect(self._read_entry, entry_body, f"{name}[{index}]", file):
                has_id = hasattr(item, "id")
                stored = self._items.setdefault(item.id if has_id else item, item)
                # Deployments have no id: two equal ones are one. A page that was saved twice counts once.
                self._entries += stored is item or not has_id
                self._has_repeats |= has_id and stored is not item and (stored != item or not may_come_again)
            lost = len(self._errors.messages) > errors_before
            self._has_errors |= lost
            self._entries += lost

    def _read_entry(self, body: object, location: str, file: str) -> Any:
        if not isinstance(body, Mapping):
            FieldReader({}, "", file).refuse(location, "this must be an object")
        return self._read(FieldReader(body, location, file, accepts_digits=True))
