"""Calls that read an OpenAI organisation; a key that is refused ends the run."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any

from graph.moment import DAY, SECOND
from graph.reason import Reason
from loaders.base import Page
from loaders.claims.coverage import Days, days_to_read, split_days
from loaders.connectors.openai.config import Config
from loaders.connectors.openai.recognize import (
    ADMIN_KEYS,
    COST_GROUPS,
    COSTS,
    KEYS,
    MEMBERS,
    PROJECTS,
    SERVICES,
    USAGE,
    USAGE_KINDS,
    USERS,
    of_project,
)
from loaders.live.auth import HeaderAuth
from loaders.live.buckets import PagedCall, after_last, next_token
from loaders.live.http import FetchContext, HttpClient, Params
from loaders.live.pagination import ENDING, ids_of

# The most that lists and reports of days give in one page.
PAGE_SIZE, WINDOW_DAYS = 100, 31
_DAY_S = DAY // SECOND


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """All pages of a run. A call that fails yields a page that says so, and the others go on; 401 and 403 end the run.

    Usage is read for whole UTC days, up to the day before `context.observed_at`.
    """
    remedy = f"Check the setting api_key of openai, instance {config.instance}: an admin key that may read it is needed"
    auth = HeaderAuth({"Authorization": f"Bearer {config.api_key}"}, [config.api_key])
    with context.open_http(config.base_url, auth, remedy=remedy) as http:
        projects: list[Any] = []
        ended = yield from _read(http, config, _listing(USERS))
        ended = ended or (yield from _read(http, config, _listing(PROJECTS, include_archived="true"), projects))
        for project in _active(projects):
            for name, more in ((MEMBERS, {}), (SERVICES, {}), (KEYS, {"owner_project_access": "any"})):
                ended = ended or (yield from _read(http, config, _listing(of_project(project, name), **more)))
        ended = ended or (yield from _read(http, config, _listing(ADMIN_KEYS)))
        days = days_to_read(context.observed_at, checkpoint, config.lookback_days, config.reread_days)
        for window in split_days(days, WINDOW_DAYS):
            for call in _reports(window):
                ended = ended or (yield from _read(http, config, call))


def _read(
    http: HttpClient, config: Config, call: PagedCall, entries: list[Any] | None = None
) -> Generator[Page, None, Reason | None]:
    """The pages of a call; returns why nothing more may be asked, or None."""
    failure = yield from call.read(http, config.max_pages, entries)
    return failure if failure is not None and failure.code in ENDING else None


def _listing(path: str, **more: str) -> PagedCall:
    return PagedCall(path, {"limit": PAGE_SIZE, **more}, after_last("after"))


def _reports(days: Days) -> Iterator[PagedCall]:
    span: Params = {"start_time": days[0] * _DAY_S, "end_time": (days[1] + 1) * _DAY_S, "bucket_width": "1d"}
    groups = {**{USAGE + kind: groups for kind, groups in USAGE_KINDS.items()}, COSTS: COST_GROUPS}
    for path, names in groups.items():
        params: Params = {**span, "limit": WINDOW_DAYS, "group_by[]": list(names)}
        yield PagedCall(path, params, next_token, days)


def _active(projects: Iterable[Any]) -> list[str]:
    """The ids of the projects whose lists are read: what is archived can be used by nobody."""
    active = (project for project in projects if isinstance(project, Mapping) and project.get("status") != "archived")
    return ids_of(active)
