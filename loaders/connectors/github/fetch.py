"""Calls that read a GitHub organisation: people, teams, repositories, tokens and seats; reports are in fetch_reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

import httpx

from graph.errors import FetchError
from graph.moment import write_day
from loaders.base import Page
from loaders.claims.coverage import days_to_read
from loaders.connectors.github.checkpoint import read_github_checkpoint
from loaders.connectors.github.config import Config
from loaders.connectors.github.fetch_reports import read_days
from loaders.connectors.github.recognize import (
    ADMINS,
    AUTHORIZATIONS,
    COLLABORATORS,
    MEMBERS,
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
)
from loaders.live.auth import HeaderAuth
from loaders.live.http import FetchContext, HttpClient
from loaders.live.pagination import (
    ENDING,
    GONE,
    UNAUTHORIZED,
    ListPage,
    PageRequest,
    Paginator,
    entries_of,
    ids_of,
    list_end,
    reason_of,
)

VERSION = "2022-11-28"
_SIZE = "per_page=100"


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """All pages of a run. A call that fails yields a page that says so, and the others go on.

    A token that is not accepted ends the run (401), and so does an organisation that it may not see (403, 404). Anything
    else that it may not read is left out with a reason; the settings copilot, billing and tokens switch parts off. Usage and bills
    are read for whole UTC days, up to the day before `context.observed_at`.
    """
    remedy = (
        f"Check the setting token of github, instance {config.instance}: it may not read this; or switch off what it "
        "should not read (settings copilot, billing, tokens)"
    )
    headers = {
        "Authorization": f"Bearer {config.token}",
        "Accept": "application/vnd.github+json",
        "X-GitHub-Api-Version": VERSION,
    }
    auth = HeaderAuth(headers, [config.token])
    with context.open_http(config.base_url, auth, remedy=remedy, limits={"": config.calls_per_minute}) as http:
        known = None if read_github_checkpoint(checkpoint).again else checkpoint
        days = days_to_read(context.observed_at, known, config.lookback_days, config.reread_days)
        flags = {"copilot": config.copilot, "billing": config.billing, "tokens": config.tokens}
        yield Page(PLAN, None, {"from": write_day(days[0]), "to": write_day(days[1]), "bookmark": checkpoint, **flags})
        for page in _pages(http, config, days):
            yield page
            if page.failure is not None and page.failure.code == UNAUTHORIZED:
                return


def _pages(http: HttpClient, config: Config, days: tuple[int, int]) -> Iterator[Page]:
    root = f"/orgs/{quote(config.instance, safe='')}"
    try:
        organization = http.get_link(root)[0]
        if not isinstance(organization, Mapping):
            raise FetchError(f"{root} did not answer as documented")
        yield Page(ORGANIZATION, organization)
        yield list_end(ORGANIZATION)
    except FetchError as error:
        failure = reason_of(error)
        yield Page(ORGANIZATION, None, failure=failure)
        if failure.code in ENDING or error.status == 404:
            return
    lists = Paginator(http, _parse_page, config.max_pages)
    yield from _people(lists, root)
    if config.tokens:
        yield from _tokens(lists, root)
    seats: list[Any] = []
    if config.copilot:
        yield from lists.read_collection(SEATS, [f"{root}/copilot/billing/seats?{_SIZE}"], into=seats)
    if config.copilot or config.billing:
        yield from read_days(http, config, days, _holders(seats))


def _people(lists: Paginator, root: str) -> Iterator[Page]:
    """People, teams and repositories with their permissions: one call per team and list, one per repository."""
    yield from lists.read_collection(MEMBERS, [f"{root}/members?{_SIZE}"])
    yield from lists.read_collection(ADMINS, [f"{root}/members?role=admin&{_SIZE}"])
    yield from lists.read_collection(OUTSIDE, [f"{root}/outside_collaborators?{_SIZE}"])
    teams: list[Any] = []
    yield from lists.read_collection(TEAMS, [f"{root}/teams?{_SIZE}"], into=teams)
    for name, what in ((TEAM_MEMBERS, "members"), (TEAM_REPOS, "repos")):
        links = [(slug, f"{root}/teams/{quote(slug, safe='')}/{what}?{_SIZE}") for slug in ids_of(teams, "slug")]
        yield from lists.read_each(name, links, "team")
    repositories: list[Any] = []
    yield from lists.read_collection(REPOS, [f"{root}/repos?type=all&{_SIZE}"], into=repositories)
    links = [
        (name, f"/repos/{quote(name)}/collaborators?affiliation=direct&{_SIZE}")
        for name in ids_of(repositories, "full_name")
    ]
    yield from lists.read_each(COLLABORATORS, links, "repository")


def _tokens(lists: Paginator, root: str) -> Iterator[Page]:
    """Fine-grained tokens, the repositories of those that have a few, and what was authorised for single sign-on."""
    tokens: list[Any] = []
    failure = yield from lists.read_collection(TOKENS, [f"{root}/personal-access-tokens?{_SIZE}"], into=tokens)
    if failure is None:
        limited = [str(token["id"]) for token in tokens if _is_limited(token)]
        links = [
            (token, f"{root}/personal-access-tokens/{token}/repositories?{_SIZE}") for token in dict.fromkeys(limited)
        ]
        yield from lists.read_each(TOKEN_REPOS, links, "token")
    gone = yield from lists.read_list(AUTHORIZATIONS, f"{root}/credential-authorizations?{_SIZE}", {}, may_be_gone=True)
    # An organisation without single sign-on has no such list.
    if gone is None or gone.code == GONE:
        yield list_end(AUTHORIZATIONS, absent=gone is not None)


def _parse_page(request: PageRequest, body: object) -> ListPage:
    """Pages are bare lists, except that of seats; the header Link has the next page."""
    links = httpx.Response(200, headers=request.headers).links
    field = "seats" if request.name == SEATS else None
    return ListPage(entries_of(body, field, request.name), links.get("next", {}).get("url"))


def _is_limited(token: object) -> bool:
    return (
        isinstance(token, Mapping)
        and token.get("repository_selection") == "subset"
        and isinstance(token.get("id"), int | str)
        and str(token["id"]).isalnum()
    )


def _holders(seats: Iterable[Any]) -> list[str]:
    """The logins that have a seat, each once."""
    people = [seat.get("assignee") for seat in seats if isinstance(seat, Mapping)]
    return ids_of((person for person in people if isinstance(person, Mapping)), "login")
