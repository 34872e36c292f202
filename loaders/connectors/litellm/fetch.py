"""Calls that read a LiteLLM proxy, in which windows and pages; a refused key ends the run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import httpx

from graph.errors import FetchError
from graph.moment import write_day
from graph.reason import Reason
from loaders.base import Page
from loaders.claims.coverage import Days, days_to_read, split_days
from loaders.connectors.litellm.config import Config
from loaders.connectors.litellm.recognize import (
    DAILY,
    GONE,
    KEYS,
    LOGS,
    MODELS,
    SERVERS,
    TEAMS,
    USERS,
    entries_of,
    total_of,
)
from loaders.live.auth import HeaderAuth
from loaders.live.http import FetchContext, HttpClient
from loaders.live.pagination import ListPage, PageRequest, Paginator, list_end, until_refused

# Logs are read day by day; of the daily sums a month is one call.
LOG_DAYS, SUM_DAYS = 1, 30
# What newer versions of a proxy give in one page, and what every version does.
MOST_PAGE, LEAST_PAGE = 1000, 100
_LINKS: Mapping[str, Mapping[str, str | int]] = {
    USERS: {"page": 1, "page_size": 100, "sort_by": "created_at", "sort_order": "asc"},
    TEAMS: {},
    KEYS: {"page": 1, "size": 100, "return_full_object": "true", "sort_by": "created_at", "sort_order": "asc"},
    SERVERS: {},
    MODELS: {},
}


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """All pages of a run. A call that fails yields a page that says so, and the others go on; 401 and 403 end the run.

    Usage is read for whole UTC days, up to the day before `context.observed_at`.
    """
    remedy = (
        f"Check the settings base_url and api_key of litellm, instance {config.instance}: a key that may read the whole "
        "proxy is needed"
    )
    auth = HeaderAuth({"Authorization": f"Bearer {config.api_key}"}, [config.api_key])
    days = days_to_read(context.observed_at, checkpoint, config.lookback_days, config.reread_days)
    with context.open_http(config.base_url, auth, remedy=remedy) as http:
        lists = Paginator(http, _parse_page, config.max_pages)
        yield from until_refused(_pages(lists, config, days))


def _pages(lists: Paginator, config: Config, days: Days) -> Iterator[Page]:
    for path, terms in _LINKS.items():
        if path != SERVERS:
            yield from lists.read_collection(path, [_link(path, terms)])
            continue
        failure = yield from lists.read_list(path, path, {}, may_be_gone=True)
        if failure is None:
            yield list_end(path)
        elif failure.code == GONE:
            yield Page(path, None, failure=Reason(GONE, f"{path} is not there: this version lists no MCP servers"))
    size = min(config.page_size, MOST_PAGE if config.daily else _page_size(lists.http, days))
    for window in split_days(days, SUM_DAYS if config.daily else LOG_DAYS):
        path, link = _sums(window, size) if config.daily else _logs(window, size)
        request = {"from": write_day(window[0]), "to": write_day(window[1])}
        failure = yield from lists.read_list(path, link, request)
        if failure is None:
            yield list_end(path, **request)


def _logs(days: Days, size: int) -> tuple[str, str]:
    # Both ends are included, in whole seconds; a fraction of the last one is the next day's.
    span = {"start_date": f"{write_day(days[0])} 00:00:00", "end_date": f"{write_day(days[1] + 1)} 00:00:00"}
    return LOGS, _link(LOGS, {**span, "page": 1, "page_size": size, "sort_by": "startTime", "sort_order": "asc"})


def _sums(days: Days, size: int) -> tuple[str, str]:
    span = {"start_date": write_day(days[0]), "end_date": write_day(days[1])}
    return DAILY, _link(DAILY, {**span, "page": 1, "page_size": size})


def _page_size(http: HttpClient, days: Days) -> int:
    """The most that the proxy gives: newer ones 1,000 rows, older ones refuse to."""
    moment = f"{write_day(days[0])} 00:00:00"
    try:
        http.get(LOGS, {"start_date": moment, "end_date": moment, "page": 1, "page_size": MOST_PAGE})
    except FetchError as error:
        return LEAST_PAGE if error.status in (400, 422) else MOST_PAGE
    return MOST_PAGE


def _link(path: str, terms: Mapping[str, str | int]) -> str:
    return str(httpx.URL(path, params=terms)) if terms else path


def _parse_page(request: PageRequest, body: object) -> ListPage:
    """A page and what follows it. Raises FetchError if it is not as documented."""
    entries = entries_of(request.name, body)
    if entries is None:
        raise FetchError(f"{request.name} did not answer as documented")
    total = total_of(request.name, body)
    if not isinstance(body, Mapping) or request.name == MODELS:
        return ListPage(entries, None, total)
    page = int(httpx.URL(request.link).params.get("page", "1"))
    pagination = body.get("metadata") if request.name == DAILY else body
    if not isinstance(pagination, Mapping) or _number(pagination, "page", "current_page") not in (page, None):
        raise FetchError(f"{request.name} did not answer as documented: page {page} was requested, another one came")
    more = _has_next(request, pagination, len(entries), page)
    return ListPage(entries, request.link_with("page", page + 1) if more else None, total)


def _has_next(request: PageRequest, pagination: Mapping[str, Any], count: int, page: int) -> bool:
    """Whether another page follows. Raises FetchError if this one does not say."""
    if request.name == LOGS:
        # Not by `total_pages`: it comes from a total that the proxy stops counting at 10,000.
        size = int(httpx.URL(request.link).params["page_size"])
        return count >= min(size, _number(pagination, "page_size") or size)
    more, pages = pagination.get("has_more") if request.name == DAILY else None, _number(pagination, "total_pages")
    if isinstance(more, bool):
        return more
    if pages is None:
        raise FetchError(f"{request.name} did not answer as documented: it does not say how many pages there are")
    return page < pages


def _number(pagination: Mapping[str, Any], *names: str) -> int | None:
    return next((pagination[name] for name in names if type(pagination.get(name)) is int), None)
