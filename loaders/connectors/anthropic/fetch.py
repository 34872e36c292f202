"""Calls that read an Anthropic organisation; a key that is refused ends the run."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any

from graph.moment import day_of, read_day, write_day
from graph.reason import Reason
from loaders.base import Page
from loaders.claims.coverage import Days, days_to_read, split_days
from loaders.connectors.anthropic.config import Config
from loaders.connectors.anthropic.recognize import (
    ANALYTICS,
    ANALYTICS_GROUPS,
    CLAUDE_CODE,
    COST_GROUPS,
    COSTS,
    KEYS,
    MESSAGE_GROUPS,
    MESSAGES,
    USERS,
    WORKSPACES,
    members_of,
)
from loaders.live.auth import HeaderAuth
from loaders.live.buckets import PagedCall, after_last, next_token
from loaders.live.http import FetchContext, HttpClient, Params
from loaders.live.pagination import ENDING, ids_of

VERSION = "2023-06-01"
# The most that lists and reports of days give in one page.
PAGE_SIZE, WINDOW_DAYS = 1000, 31
# What the newer analytics are asked with while they are beta, and the days that they tell: of at most 365 before the moment of
# the call. A day that begins 363 days before today is still one of these when a long run comes to it after midnight.
BETA = "analytics-usage-cost-2026-08-24"
ANALYTICS_FROM, ANALYTICS_BACK_DAYS = read_day("2026-01-01"), 363


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """All pages of a run. A call that fails yields a page that says so, and the others go on; 401 and 403 end the run.

    Usage is read for whole UTC days, up to the day before `context.observed_at`, and only once users and keys are known:
    Claude Code names people by address and keys by name, which without them would stand for somebody else than before.
    """
    remedy = f"Check the setting api_key of anthropic, instance {config.instance}: an admin key is needed"
    with context.open_http(config.base_url, _auth(config), remedy=remedy) as http:
        workspaces: list[Any] = []
        failures: dict[str, Reason] = {}
        for call, entries in ((_listing(USERS), None), (_listing(KEYS), None)):
            yield from _read(http, config, call, failures, entries)
        yield from _read(http, config, _listing(WORKSPACES, include_archived="true"), failures, workspaces)
        for workspace in _active(workspaces):
            yield from _read(http, config, _listing(members_of(workspace)), failures)
        if USERS in failures or KEYS in failures:
            return
        days = days_to_read(context.observed_at, checkpoint, config.lookback_days, config.reread_days)
        if not config.analytics:
            for window in split_days(days, WINDOW_DAYS):
                for call in _reports(window, config.claude_code):
                    yield from _read(http, config, call, failures)
            return
    days = max(days[0], ANALYTICS_FROM, day_of(context.observed_at) - ANALYTICS_BACK_DAYS), days[1]
    remedy += "; its setting analytics asks for a beta, which has to be open to the organisation and to the key"
    # A client of its own: the header of the beta goes with these calls alone.
    with context.open_http(config.base_url, _auth(config, **{"anthropic-beta": BETA}), remedy=remedy) as http:
        for window in split_days(days, WINDOW_DAYS):
            for call in _analytics(window):
                yield from _read(http, config, call, failures)


def _auth(config: Config, **more: str) -> HeaderAuth:
    headers = {"x-api-key": str(config.api_key), "anthropic-version": VERSION, **more}
    return HeaderAuth(headers, [config.api_key])


def _read(
    http: HttpClient, config: Config, call: PagedCall, failures: dict[str, Reason], entries: list[Any] | None = None
) -> Generator[Page, None, None]:
    """The pages of a call; none once the key was refused. `failures` gets why a call gave no end."""
    if any(failure.code in ENDING for failure in failures.values()):
        return
    failure = yield from call.read(http, config.max_pages, entries)
    if failure is not None:
        failures[call.path] = failure


def _listing(path: str, **more: str) -> PagedCall:
    return PagedCall(path, {"limit": PAGE_SIZE, **more}, after_last("after_id"))


def _span(days: Days) -> dict[str, str]:
    return {"starting_at": f"{write_day(days[0])}T00:00:00Z", "ending_at": f"{write_day(days[1] + 1)}T00:00:00Z"}


def _analytics(days: Days) -> Iterator[PagedCall]:
    terms: Params = {"time_bucket_width": "1d", "limit": PAGE_SIZE, "group_by[]": list(ANALYTICS_GROUPS)}
    for path in ANALYTICS:
        yield PagedCall(path, {**_span(days), **terms}, next_token, days)


def _reports(days: Days, claude_code: bool) -> Iterator[PagedCall]:
    span: Params = {**_span(days), "bucket_width": "1d", "limit": WINDOW_DAYS}
    for path, names in ((MESSAGES, MESSAGE_GROUPS), (COSTS, COST_GROUPS)):
        yield PagedCall(path, {**span, "group_by[]": list(names)}, next_token, days)
    if claude_code:
        for day in range(days[0], days[1] + 1):
            # This report answers one day, whatever end it is asked for.
            params: Params = {"starting_at": write_day(day), "limit": PAGE_SIZE}
            yield PagedCall(CLAUDE_CODE, params, next_token, (day, day))


def _active(workspaces: Iterable[Any]) -> list[str]:
    """The ids of the workspaces whose members are read: what is archived can be used by nobody."""
    active = (
        workspace for workspace in workspaces if isinstance(workspace, Mapping) and workspace.get("archived_at") is None
    )
    return ids_of(active)
