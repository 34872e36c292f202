"""Microsoft Graph requests that read a tenant: full rounds from time to time, delta rounds in between."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx

from graph.errors import FetchError, InputError
from graph.moment import SECOND, read_moment, write_moment
from loaders.base import Page
from loaders.directory.normalize import GROUPS, MEMBERS, USERS
from loaders.live.auth import ClientCredentialsAuth
from loaders.live.config import PositiveInt, RequiredSecret, RequiredText, Url, check_settings, setting
from loaders.live.http import FetchContext
from loaders.live.pagination import (
    EXPIRED,
    WHOLE,
    ListPage,
    PageRequest,
    Paginator,
    entries_of,
    ids_of,
    list_end,
    text_of,
    until_refused,
)

PRINCIPALS, ASSIGNMENTS = "servicePrincipals", "appRoleAssignedTo"
# What a page is part of: a round of everything, a round of changes, or the re-reading of one object that changed.
ROUND, ALL, CHANGES, OBJECT = "round", "all", "changes", "object"
DELTA_LINK, NEXT_LINK = "@odata.deltaLink", "@odata.nextLink"

# Graph leaves out nearly everything unless it is asked for by name.
_USER = (
    "id,displayName,userPrincipalName,mail,accountEnabled,userType,jobTitle,department,employeeId,employeeType,"
    "employeeOrgData,otherMails"
)
_SELECT = {
    USERS: f"{_USER},manager",
    GROUPS: "id,displayName,members",
    PRINCIPALS: "id,appId,displayName,appDisplayName,accountEnabled,servicePrincipalType",
}
_OBJECT_QUERY = {USERS: f"$select={_USER}&$expand=manager($select=id)", GROUPS: "$select=id,displayName"}
_TENANT = re.compile(r"[A-Za-z0-9.-]+\Z")


@dataclass(frozen=True, slots=True)
class Config:
    """One Entra tenant, read by an app registration with the application permissions User.Read.All, GroupMember.Read.All and,
    for applications, Application.Read.All. Raises InputError that names an invalid setting."""

    instance: str
    tenant: RequiredText = field(metadata=setting("the tenant's id or one of its domains"))
    client_id: RequiredText = field(metadata=setting("the application (client) id of the registration that reads"))
    client_secret: RequiredSecret = field(metadata=setting("a secret of that registration"))
    base_url: Url = field(
        default="https://graph.microsoft.com/v1.0", metadata=setting("where Microsoft Graph answers; https")
    )
    login_url: Url = field(
        default="https://login.microsoftonline.com", metadata=setting("where tokens are given out; https")
    )
    applications: bool = field(
        default=True,
        metadata=setting("whether service principals and who is assigned to them are read"),
    )
    full_every_h: PositiveInt = field(
        default=4, metadata=setting("hours after which everything is read again; a run before that reads changes alone")
    )
    max_pages: PositiveInt = field(default=100_000, metadata=setting("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: PositiveInt = field(default=600, metadata=setting("how many requests a minute it may be asked"))
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "entra")
        if not _TENANT.match(self.tenant):
            raise InputError(f"setting tenant of entra, instance {self.instance}: it must be a tenant id or a domain")


@dataclass(frozen=True, slots=True)
class DeltaCheckpoint:
    """When everything was last read, and per collection the delta link that lists what changed since."""

    full_at: int
    links: Mapping[str, str]


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """All pages of a run; 401 and 403 end it. Changes prove nothing complete, so everything is read from time to time."""
    remedy = f"Check the settings tenant, client_id and client_secret of entra, instance {config.instance}"
    form = {
        "grant_type": "client_credentials",
        "client_id": config.client_id,
        "client_secret": str(config.client_secret),
        "scope": f"{httpx.URL(config.base_url).copy_with(path='/.default', query=None)}",
    }
    url = f"{config.login_url.rstrip('/')}/{config.tenant}/oauth2/v2.0/token"
    auth = ClientCredentialsAuth(url, form, [config.client_secret], context.clock.now_s)
    with context.open_http(config.base_url, auth, remedy=remedy, limits={"": config.calls_per_minute}) as http:
        paginator = Paginator(http, _read_page, config.max_pages)
        yield from until_refused(_pages(paginator, config, context.observed_at, checkpoint))


def read_checkpoint(text: str | None, collections: tuple[str, ...]) -> DeltaCheckpoint | None:
    """What an earlier run left; None where it cannot be read or lacks a collection, and everything is read again."""
    try:
        content = json.loads(text or "null")
        links = {name: content["links"][name] for name in collections}
        full_at = read_moment(content["full_at"])
    except (ValueError, TypeError, KeyError):
        return None
    return DeltaCheckpoint(full_at, links) if all(isinstance(link, str) for link in links.values()) else None


def write_checkpoint(ends: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The checkpoint of a run from the requests of the pages that ended its collections, as the store keeps it."""
    links = {name: end["link"] for name, end in ends.items() if "link" in end}
    moments = [end["full_at"] for end in ends.values() if "full_at" in end]
    return json.dumps({"full_at": write_moment(min(moments)), "links": links}) if moments else None


def _pages(paginator: Paginator, config: Config, observed_at: int, checkpoint: str | None) -> Iterator[Page]:
    collections = (USERS, GROUPS, PRINCIPALS) if config.applications else (USERS, GROUPS)
    last = read_checkpoint(checkpoint, collections)
    if last is not None and 0 <= observed_at - last.full_at < config.full_every_h * 3600 * SECOND:
        is_expired = yield from _changes(paginator, last)
        if not is_expired:
            return
    principals: list[str] = []
    for name in collections:
        for page in _round(paginator, name, f"/{name}/delta?$select={_SELECT[name]}", ALL, observed_at):
            if name == PRINCIPALS and page.body is not None:
                principals += _present_ids(page.body)
            yield page
    if not config.applications:
        # By the settings there are none.
        yield list_end(PRINCIPALS)
        return
    links = (
        (principal_id, f"/{PRINCIPALS}/{quote(principal_id, safe='')}/{ASSIGNMENTS}")
        for principal_id in dict.fromkeys(principals)
    )
    yield from paginator.read_each(ASSIGNMENTS, links, role="application")


def _round(paginator: Paginator, name: str, link: str, kind: str, full_at: int) -> Iterator[Page]:
    """The pages of a round, and the one that ends it with the link to the next."""
    body: Mapping[str, Any] = {}
    for page in paginator.read_list(name, link, {ROUND: kind}):
        yield page
        if page.failure is not None:
            return
        body = page.body
    yield Page(name, None, {WHOLE: kind == ALL, "link": body[DELTA_LINK], "full_at": full_at})
    if name == GROUPS:
        # Groups bring their members with them.
        yield Page(MEMBERS, None, {WHOLE: kind == ALL})


def _changes(paginator: Paginator, last: DeltaCheckpoint) -> Generator[Page, None, bool]:
    """What changed in each collection, each changed object read as a whole; True if Graph no longer knows since when."""
    for name, link in last.links.items():
        changed: list[str] = []
        for page in _round(paginator, name, link, CHANGES, last.full_at):
            if page.failure is not None and page.failure.code == EXPIRED:
                return True
            if page.body is not None:
                changed += _present_ids(page.body)
            yield page
        # A change names at least what changed, not everything.
        query = _OBJECT_QUERY.get(name, f"$select={_SELECT[name]}")
        for object_id in dict.fromkeys(changed):
            link = f"/{name}/{quote(object_id, safe='')}?{query}"
            yield from paginator.read_list(name, link, {ROUND: OBJECT}, may_be_gone=True)
    return False


def _present_ids(body: Mapping[str, Any]) -> list[str]:
    """The ids of a page, without those that were removed."""
    return ids_of(entry for entry in body["value"] if isinstance(entry, Mapping) and "@removed" not in entry)


def _read_page(request: PageRequest, body: object) -> ListPage:
    """A page of a list, or one object. A round ends with its delta link and with nothing else, empty pages included."""
    if isinstance(body, Mapping) and "value" not in body and "id" in body:
        return ListPage([body], None)
    entries = entries_of(body, "value", request.name)
    page = body if isinstance(body, Mapping) else {}
    next_link = text_of(page, NEXT_LINK, request.name)
    if next_link is None and request.name != ASSIGNMENTS and text_of(page, DELTA_LINK, request.name) is None:
        raise FetchError(f"{request.name}: the list ends without a delta link")
    return ListPage(entries, next_link)
