"""This file knows JumpCloud: the users of an organisation, their managers, and its user groups.

JumpCloud has no state for who left: whoever is deleted is listed no more. A saved page at jumpcloud/acme/systemusers.json is of
the organisation acme; saved users are all if their total says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx

from graph.errors import FetchError
from loaders.base import Context, Document, Page, PendingRun, Secret
from loaders.directory.normalize import (
    GROUPS,
    MEMBERS,
    USERS,
    DirectoryMapping,
    DirectoryObject,
    ListCoverage,
    normalize_directory,
)
from loaders.directory.principals import (
    ACTIVE,
    SUSPENDED,
    UNKNOWN,
    DirectoryGroup,
    DirectoryUser,
    GroupMembership,
    identity_type,
    unique_addresses,
)
from loaders.live.auth import HeaderAuth
from loaders.live.config import check_settings, setting
from loaders.live.http import FetchContext, HttpClient
from loaders.live.pagination import ListPage, PageRequest, Paginator, entries_of, ids_of, until_refused
from loaders.saved.fields import FieldReader

# Staged users have not begun yet: neither at work nor gone.
_STATES = {"STAGED": UNKNOWN, "ACTIVATED": ACTIVE, "SUSPENDED": SUSPENDED}
_KINDS = {"user": "Identity", "user_group": "Group"}


@dataclass(frozen=True, slots=True)
class Config:
    """One JumpCloud organisation. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    api_key: Secret = field(metadata=setting("an API key of an administrator with read access"))
    org_id: str = field(default="", metadata=setting("the organisation's id, where the key may read several"))
    base_url: str = field(default="https://console.jumpcloud.com", metadata=setting("where the API answers; https"))
    page_size: int = field(default=100, metadata=setting("users, groups or members per page, 100 at most"))
    max_pages: int = field(default=100_000, metadata=setting("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: int = field(default=300, metadata=setting("how many requests a minute it may be asked"))
    promised_age_s: int = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "jumpcloud", needed=("api_key",), addresses=("base_url",))


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """All pages of a run: users, user groups, and the members of each. 401 and 403 end it."""
    remedy = f"Check the setting api_key of jumpcloud, instance {config.instance}"
    headers = {"x-api-key": str(config.api_key)} | ({"x-org-id": config.org_id} if config.org_id else {})
    auth = HeaderAuth(headers, [config.api_key])
    with context.open_http(config.base_url, auth, remedy=remedy, limits={"": config.calls_per_minute}) as http:
        yield from until_refused(_pages(http, config))


def recognize(document: Document) -> bool:
    """A saved page: system users, user groups, or a group's members in a file called `members-GROUP.json`."""
    return document.format == "json" and _call_of(document.content) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per organisation; saved users prove that they are all by their total, saved groups do not."""
    return normalize_directory(pages, context, _JUMPCLOUD)


def _pages(http: HttpClient, config: Config) -> Iterator[Page]:
    lists, size = Paginator(http, _answer, config.max_pages), f"limit={config.page_size}"
    yield from lists.read_collection(USERS, [f"/api/systemusers?{size}&sort=_id"])
    groups: list[Any] = []
    yield from lists.read_collection(GROUPS, [f"/api/v2/usergroups?{size}"], into=groups)
    links = ((one, f"/api/v2/usergroups/{quote(one, safe='')}/members?{size}") for one in ids_of(groups))
    yield from lists.read_each(MEMBERS, links)


def _answer(asked: PageRequest, body: Any) -> ListPage:
    """A page of users with their total, or a bare list. The next page begins after what came; an empty one ends it."""
    listed = entries_of(body, _JUMPCLOUD.lists[asked.name], asked.name)
    told = (
        body["totalCount"] if isinstance(body, Mapping) and "totalCount" in body else asked.headers.get("x-total-count")
    )
    if told is not None and (isinstance(told, bool) or not str(told).isdecimal()):
        raise FetchError(f"{asked.name} did not answer as documented: the total is no number")
    total = None if told is None else int(told)
    begin = int(httpx.URL(asked.link).params.get("skip", 0)) + len(listed)
    is_last = not listed or (total is not None and begin >= total)
    return ListPage(listed, None if is_last else asked.link_with("skip", begin), total)


def _read_user(user: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    names = " ".join(part for part in (user.text("firstname"), user.text("lastname")) if part)
    login, state = user.text("username"), user.text("state")
    yield DirectoryUser(
        id=user.required("_id"),
        name=user.text("displayname") or names or login,
        type=identity_type(user.text("employeeType")),
        status=_status(user, state),
        said=" ".join(part for part in (state, "LOCKED" if user.flag("account_locked") else None) if part) or None,
        # alternateEmail and recoveryEmail are the person's own.
        emails=unique_addresses(user.email("email")),
        department=user.text("department"),
        cost_center=user.text("costCenter"),
        title=user.text("jobTitle"),
        employee_number=user.text("employeeIdentifier"),
        login=login,
        manager=user.text("manager"),
    )


def _read_group(group: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    yield DirectoryGroup(group.required("id"), group.text("name"))


def _read_member(connection: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    member = connection.child_or_empty("to")
    kind = member.required("type").lower()
    if kind in _KINDS:
        yield GroupMembership(asked["group"], member.required("id"), _KINDS[kind])


def _status(user: FieldReader, state: str | None) -> str:
    """As the state says; older answers have none, but two flags."""
    suspended, activated = user.flag("suspended"), user.flag("activated")
    if state is not None:
        return _STATES.get(state.upper(), UNKNOWN)
    if suspended:
        return SUSPENDED
    return ACTIVE if activated and suspended is False else UNKNOWN


def _call_of(body: Any) -> str | None:
    """The list whose documented entries look like these, or None."""
    listed = body.get("results") if isinstance(body, Mapping) and "totalCount" in body else body
    first = listed[0] if isinstance(listed, list) and listed else listed
    if not isinstance(first, Mapping):
        return None
    if listed is not body:
        return USERS if "_id" in first and ("username" in first or "email" in first) else None
    if isinstance(first.get("to"), Mapping) and {"id", "type"} <= first["to"].keys():
        return MEMBERS
    return GROUPS if first.get("type") == "user_group" and "id" in first else None


def _total(body: Any) -> int | None:
    told = body.get("totalCount") if isinstance(body, Mapping) else None
    return told if type(told) is int else None


_JUMPCLOUD = DirectoryMapping(
    system="jumpcloud",
    lists={USERS: "results", GROUPS: None, MEMBERS: None},
    read={USERS: _read_user, GROUPS: _read_group, MEMBERS: _read_member},
    scopes={("Identity", "REPORTS_TO"): (USERS,), ("Group",): (GROUPS,), ("MEMBER_OF",): (GROUPS, MEMBERS)},
    call_of=_call_of,
    extent=lambda call, body: ListCoverage(_total(body)),
)
