"""Settings of a Cursor team, and the calls that read it: in which windows and pages, and what follows when one fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graph.errors import FetchError, RecordError
from graph.moment import day_of, write_day
from loaders.base import Page
from loaders.claims.coverage import Days, split_days
from loaders.connectors.cursor.recognize import ACCESS, EVENTS, GROUPS, LINES, MEMBERS, TOOLS, CursorReader, call_of
from loaders.connectors.cursor.usage import DAY_MS
from loaders.connectors.cursor.windows import UsagePages, read_checkpoint, read_position
from loaders.live.auth import BasicAuth
from loaders.live.config import NonNegativeInt, PositiveInt, RequiredSecret, Url, check_settings, setting
from loaders.live.http import FetchContext, HttpClient
from loaders.live.pagination import FORBIDDEN, ListPage, PageRequest, Pages, PagesShifted, Paginator, reason_of


@dataclass(frozen=True, slots=True)
class Config:
    """One Cursor team. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    api_key: RequiredSecret = field(metadata=setting("an admin key of the team, from its dashboard"))
    base_url: Url = field(default="https://api.cursor.com", metadata=setting("where the API answers; https"))
    lookback_days: PositiveInt = field(default=90, metadata=setting("how far back the first run reads usage"))
    reread_days: NonNegativeInt = field(
        default=2, metadata=setting("days that later runs read again: events arrive late")
    )
    page_size: PositiveInt = field(default=1000, metadata=setting("rows per page, within a window of at most 30 days"))
    max_pages: PositiveInt = field(default=10_000, metadata=setting("pages per window; beyond, the run is PARTIAL"))
    models: bool = field(
        default=False, metadata=setting("read which models the team allows; the key needs the scope models:read")
    )
    accepted_lines: bool = field(
        default=False,
        metadata=setting("read how many lines each member accepted on each day, for what a line costs"),
    )
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "cursor")


WINDOW_DAYS = 30
TOOLS_PAGE_SIZE = 500
# How often a window whose rows shifted between two pages is read again from its first page.
RESTARTS = 2

# Requests per minute and team, as documented; older copies give the events 20, so a 429 still may come.
LIMITS = {MEMBERS: 20, GROUPS: 20, EVENTS: 60, TOOLS: 50, ACCESS: 20, LINES: 20}


# The parameters of one window.
Terms = Mapping[str, int | str]


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """All pages of a run. A call that fails yields a page that says so, and the others go on.

    Usage is read for whole UTC days, up to the day before `context.observed_at`: a day that is not over has no end to prove.
    """
    remedy = f"Check the setting api_key of cursor, instance {config.instance}"
    with context.open_http(config.base_url, BasicAuth(config.api_key), remedy=remedy, limits=LIMITS) as http:
        members = _only_page(http, MEMBERS)
        yield members
        yield _only_page(http, GROUPS)
        if config.models:
            yield _only_page(http, ACCESS)
        if members.failure is not None and members.failure.code != FORBIDDEN:
            # Without the members of this moment every address in the usage would stand for somebody else than before.
            return
        last_day = read_checkpoint(checkpoint).last_day
        yesterday = day_of(context.observed_at) - 1
        first = yesterday - config.lookback_days + 1
        if last_day is not None:
            first = min(last_day, yesterday) - config.reread_days
        yield from _usage(http, config, (first, yesterday), checkpoint)
        if config.accepted_lines:
            # All of them every time: no checkpoint says which days of another source were read.
            for window in split_days((yesterday - config.lookback_days + 1, yesterday), WINDOW_DAYS):
                terms: Terms = {**_instants(window), "pageSize": config.page_size}
                yield from _pages(LINES, terms, partial(http.post, LINES), (http, config, checkpoint))


def _usage(http: HttpClient, config: Config, days: Days, checkpoint: str | None) -> Iterator[Page]:
    """MCP analytics, then events: days whose calls are missing would lose them if their events were stored alone."""
    missing: set[Days] = set()
    for window in split_days(days, WINDOW_DAYS):
        terms: Terms = {"startDate": write_day(window[0]), "endDate": write_day(window[1]), "pageSize": TOOLS_PAGE_SIZE}
        failure = yield from _pages(TOOLS, terms, partial(http.get, TOOLS), (http, config, checkpoint))
        if failure is not None and failure.code == FORBIDDEN and window[0] == days[0]:
            # The plan has no analytics. Days that were read with them, before, are left as they are.
            known = read_checkpoint(checkpoint).tools_last_day
            days = (days[0] if known is None else max(days[0], known + 1), days[1])
            break
        if failure is not None:
            missing.add(window)
    for window in split_days(days, WINDOW_DAYS):
        if window not in missing:
            terms = {**_instants(window), "pageSize": config.page_size}
            yield from _pages(EVENTS, terms, partial(http.post, EVENTS), (http, config, checkpoint))


def _instants(days: Days) -> dict[str, int]:
    """The first and the last instant of some days."""
    return {"startDate": days[0] * DAY_MS, "endDate": (days[1] + 1) * DAY_MS - 1}


def _only_page(http: HttpClient, call: str) -> Page:
    try:
        body = http.get(call)
        if call_of(body) != call:
            raise FetchError(f"{call} did not answer as documented")
        if call == MEMBERS and body["teamMembers"] == []:
            raise FetchError(f"{call} lists nobody, but a team has an owner")
        return Page(call, body)
    except FetchError as error:
        if call == ACCESS and error.status == 409:
            # What a team answers that restricts nothing: everything is allowed.
            return Page(call, {"state": "unrestricted"})
        return Page(call, None, failure=reason_of(error))


def _pages(
    call: str,
    terms: Terms,
    ask: Callable[[Terms], Any],
    run: tuple[HttpClient, Config, str | None],
) -> Pages:
    """The pages of one window, to the proven end or to a failure, which is returned.

    A window that shifts while it is read starts again at page 1: what came before then counts no more. The link of a page
    is its number.
    """
    http, config, checkpoint = run
    paginator = Paginator(
        http,
        _WindowParser(call).parse,
        config.max_pages,
        ask=lambda number: ask({**terms, "page": int(number)}),
        repeats=0,
        restarts=RESTARTS,
    )
    return (yield from paginator.read_list(call, "1", {**terms, "checkpoint": checkpoint}))


@dataclass(slots=True)
class _WindowParser:
    """Reads the pages of one window and checks that they are all of it."""

    call: str
    pages: UsagePages = field(default_factory=UsagePages)

    def parse(self, request: PageRequest, body: object) -> ListPage:
        """Raises FetchError for a body that is not as documented, PagesShifted for pages that do not fit together."""
        number = int(request.link)
        if number == 1:
            self.pages = UsagePages()
        if not isinstance(body, Mapping) or call_of(body) != self.call:
            raise FetchError(f"{self.call} did not answer as documented")
        entries = body["usageEvents" if self.call == EVENTS else "data"]
        if not isinstance(entries, list | Mapping):
            raise FetchError(f"{self.call} did not answer as documented")
        try:
            position = read_position(CursorReader(body, "", self.call), number)
        except RecordError as error:
            raise FetchError(str(error)) from None
        self.pages.add(position, len(entries))
        if position.number != number:
            raise PagesShifted(f"{self.call}: page {number} was asked, page {position.number} came")
        if not position.has_next and (gap := self.pages.gap()) is not None:
            raise PagesShifted(f"{self.call}: {gap}")
        listed = list(entries.items()) if isinstance(entries, Mapping) else entries
        return ListPage(listed, str(number + 1) if position.has_next else None)
