"""This file knows which calls read a Cursor team, in which windows and pages, and what to do when one fails."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any

from graph.errors import FetchError, RecordError
from graph.moment import day_of, write_day
from graph.reason import Reason
from loaders.base import Page
from loaders.connectors.cursor.checkpoint import Checkpoint, read_checkpoint
from loaders.connectors.cursor.config import Config
from loaders.connectors.cursor.field import Entry
from loaders.connectors.cursor.shape import ACCESS, EVENTS, GROUPS, MEMBERS, TOOLS, call_of
from loaders.connectors.cursor.window import DAY_MS, PageRun, Paging, read_paging
from loaders.live.auth import BasicAuth
from loaders.live.http import FetchContext, HttpClient

FORBIDDEN, UNAUTHORIZED, FETCH_FAILED = "FORBIDDEN", "UNAUTHORIZED", "FETCH_FAILED"
WINDOW_DAYS = 30
TOOLS_PAGE_SIZE = 500
# How often a window whose rows shifted between two pages is read again from its first page.
RESTARTS = 2

# Requests per minute and team, as documented; older copies give the events 20, so a 429 still may come.
LIMITS = {MEMBERS: 20, GROUPS: 20, EVENTS: 60, TOOLS: 50, ACCESS: 20}

Days = tuple[int, int]
Pages = Generator[Page, None, Reason | None]


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
        mark = read_checkpoint(checkpoint)
        yesterday = day_of(context.observed_at) - 1
        first = yesterday - config.lookback_days + 1
        if mark.last_day is not None:
            first = min(mark.last_day, yesterday) - config.reread_days
        yield from _usage(http, config, (first, yesterday), (mark, checkpoint))


def windows(days: Days) -> Iterator[Days]:
    """Spans of at most 30 whole days, oldest first."""
    for first in range(days[0], days[1] + 1, WINDOW_DAYS):
        yield first, min(first + WINDOW_DAYS - 1, days[1])


def _usage(http: HttpClient, config: Config, days: Days, mark: tuple[Checkpoint, str | None]) -> Iterator[Page]:
    """MCP analytics, then events: days whose calls are missing would lose them if their events were stored alone."""
    checkpoint, text = mark
    missing: set[Days] = set()
    for window in windows(days):
        request = {"startDate": write_day(window[0]), "endDate": write_day(window[1]), "pageSize": TOOLS_PAGE_SIZE}
        failure = yield from _pages(config, TOOLS, request | {"bookmark": text}, lambda asked: http.get(TOOLS, asked))
        if failure is not None and failure.code == FORBIDDEN and window[0] == days[0]:
            # The plan has no analytics. Days that were read with them, before, are left as they are.
            known = checkpoint.tools_last_day
            days = (days[0] if known is None else max(days[0], known + 1), days[1])
            break
        if failure is not None:
            missing.add(window)
    for window in windows(days):
        if window not in missing:
            span = {"startDate": window[0] * DAY_MS, "endDate": (window[1] + 1) * DAY_MS - 1}
            request = {**span, "pageSize": config.page_size, "bookmark": text}
            yield from _pages(config, EVENTS, request, lambda asked: http.post(EVENTS, asked))


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
        return Page(call, None, failure=_reason(error))


def _pages(config: Config, call: str, request: dict[str, Any], ask: Callable[[dict[str, Any]], Any]) -> Pages:
    """The pages of one window, to the proven end or to a failure, which is returned.

    A window that shifts while it is read starts again at page 1: what came before then counts no more.
    """
    problem: str | None = None
    for _ in range(RESTARTS + 1):
        run, seen, number, problem = PageRun(), set[int](), 1, None
        while problem is None:
            asked = {**request, "page": number}
            try:
                body = ask({name: term for name, term in asked.items() if name != "bookmark"})
                paging, entries = _page(call, body, number)
            except (FetchError, RecordError) as error:
                failure = _reason(error)
                yield Page(call, None, asked, failure=failure)
                return failure
            run.add(paging, len(entries))
            fingerprint = hash(repr(entries))
            if paging.number != number:
                problem = f"page {number} was asked, page {paging.number} came"
            elif entries and fingerprint in seen:
                problem = f"page {number} repeats an earlier one"
            elif number > config.max_pages:
                problem = f"there are more than {config.max_pages:,} pages"
            else:
                yield Page(call, body, asked)
            seen.add(fingerprint)
            number += 1
            if problem is None and not paging.has_next:
                problem = run.gap()
                if problem is None:
                    return None
    failure = Reason(FETCH_FAILED, f"{call}, {request['startDate']} to {request['endDate']}: {problem}")
    yield Page(call, None, request, failure=failure)
    return failure


def _page(call: str, body: Any, number: int) -> tuple[Paging, Mapping[str, Any] | list[Any]]:
    """The place and the entries of a page. Raises FetchError or RecordError if it is not as documented."""
    if call_of(body) != call:
        raise FetchError(f"{call} did not answer as documented")
    entries = body["usageEvents" if call == EVENTS else "data"]
    if not isinstance(entries, list | Mapping):
        raise FetchError(f"{call} did not answer as documented")
    return read_paging(Entry(body, "", call), number), entries


def _reason(error: FetchError | RecordError) -> Reason:
    status = error.status if isinstance(error, FetchError) else None
    return Reason({401: UNAUTHORIZED, 403: FORBIDDEN}.get(status or 0, FETCH_FAILED), str(error))
