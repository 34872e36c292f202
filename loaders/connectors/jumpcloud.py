"""JumpCloud: the users of an organisation, their managers, and its user groups.

JumpCloud has no state for users who left: a deleted user is no longer listed. A saved page at
jumpcloud/acme/systemusers.json belongs to the organisation acme; saved users are complete if their total says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from graph.errors import FetchError
from loaders.base import Context, Document, Page, PendingRun
from loaders.directory.fetch import fetch_users_and_groups
from loaders.directory.normalize import GROUPS, MEMBERS, USERS, DirectoryMapping, ListCoverage, normalize_directory
from loaders.directory.principals import (
    ACTIVE,
    SUSPENDED,
    UNKNOWN,
    DirectoryGroup,
    DirectoryObject,
    DirectoryUser,
    GroupMembership,
    identity_type,
    unique_emails,
)
from loaders.live.auth import HeaderAuth
from loaders.live.config import PositiveInt, RequiredSecret, Url, check_settings, setting
from loaders.live.http import FetchContext
from loaders.live.pagination import ListPage, PageRequest, Paginator, entries_of
from loaders.saved.fields import FieldReader

# Staged users have not begun yet: neither at work nor gone.
_STATES = {"STAGED": UNKNOWN, "ACTIVATED": ACTIVE, "SUSPENDED": SUSPENDED}
_KINDS = {"user": "Identity", "user_group": "Group"}


@dataclass(frozen=True, slots=True)
class Config:
    """One JumpCloud organisation. Raises InputError that names an invalid setting."""

    instance: str
    api_key: RequiredSecret = field(metadata=setting("an API key of an administrator with read access"))
    org_id: str = field(default="", metadata=setting("the organisation's id, where the key may read several"))
    base_url: Url = field(default="https://console.jumpcloud.com", metadata=setting("where the API answers; https"))
    page_size: PositiveInt = field(default=100, metadata=setting("users, groups or members per page, 100 at most"))
    max_pages: PositiveInt = field(default=100_000, metadata=setting("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: PositiveInt = field(default=300, metadata=setting("how many requests a minute it may be asked"))
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "jumpcloud")


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """Users, user groups, and the members of each group. 401 and 403 end the run."""
    remedy = f"Check the setting api_key of jumpcloud, instance {config.instance}"
    headers = {"x-api-key": str(config.api_key)} | ({"x-org-id": config.org_id} if config.org_id else {})
    auth, size = HeaderAuth(headers, [config.api_key]), f"limit={config.page_size}"
    with context.open_http(config.base_url, auth, remedy=remedy, limits={"": config.calls_per_minute}) as http:
        yield from fetch_users_and_groups(
            Paginator(http, _read_page, config.max_pages),
            users=[f"/api/systemusers?{size}&sort=_id"],
            groups=f"/api/v2/usergroups?{size}",
            members=lambda group_id: f"/api/v2/usergroups/{group_id}/members?{size}",
        )


def recognize(document: Document) -> bool:
    """A saved page: system users, user groups, or a group's members in a file called `members-GROUP.json`."""
    return document.format == "json" and _collection_of(document.content) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per organisation; saved users prove that they are all by their total, saved groups do not."""
    return normalize_directory(pages, context, _JUMPCLOUD)


def _read_page(request: PageRequest, body: object) -> ListPage:
    """A page of users with their total, or a bare list. The next page begins after what came; an empty one ends it."""
    entries = entries_of(body, _JUMPCLOUD.entries_fields[request.name], request.name)
    raw_total = request.headers.get("x-total-count")
    if isinstance(body, Mapping) and "totalCount" in body:
        raw_total = body["totalCount"]
    if raw_total is not None and (
        isinstance(raw_total, bool) or not (str(raw_total).isascii() and str(raw_total).isdecimal())
    ):
        raise FetchError(f"{request.name} did not answer as documented: the total is not a number")
    total = None if raw_total is None else int(raw_total)
    offset = int(httpx.URL(request.link).params.get("skip", 0)) + len(entries)
    is_last = not entries or (total is not None and offset >= total)
    return ListPage(entries, None if is_last else request.link_with("skip", offset), total)


def _read_user(user: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    full_name = " ".join(part for part in (user.text("firstname"), user.text("lastname")) if part)
    login, state = user.text("username"), user.text("state")
    lock = "LOCKED" if user.flag("account_locked") else None
    yield DirectoryUser(
        id=user.required("_id"),
        name=user.text("displayname") or full_name or login,
        type=identity_type(user.text("employeeType")),
        status=_status(user, state),
        provider_status=" ".join(part for part in (state, lock) if part) or None,
        # alternateEmail and recoveryEmail are the person's own.
        emails=unique_emails(user.email("email")),
        department=user.text("department"),
        cost_center=user.text("costCenter"),
        title=user.text("jobTitle"),
        employee_number=user.text("employeeIdentifier"),
        login=login,
        manager=user.text("manager"),
    )


def _read_group(group: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    yield DirectoryGroup(group.required("id"), group.text("name"))


def _read_member(connection: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    member = connection.child_or_empty("to")
    kind = member.required("type").lower()
    if kind in _KINDS:
        yield GroupMembership(request["group"], member.required("id"), _KINDS[kind])


def _status(user: FieldReader, state: str | None) -> str:
    """As the state says; older answers have none, but two flags."""
    suspended, activated = user.flag("suspended"), user.flag("activated")
    if state is not None:
        return _STATES.get(state.upper(), UNKNOWN)
    if suspended:
        return SUSPENDED
    return ACTIVE if activated and suspended is False else UNKNOWN


def _collection_of(body: object) -> str | None:
    """The list whose documented entries look like these, or None."""
    entries = body.get("results") if isinstance(body, Mapping) and "totalCount" in body else body
    first = entries[0] if isinstance(entries, list) and entries else entries
    if not isinstance(first, Mapping):
        return None
    if entries is not body:
        return USERS if "_id" in first and ("username" in first or "email" in first) else None
    if isinstance(first.get("to"), Mapping) and {"id", "type"} <= first["to"].keys():
        return MEMBERS
    return GROUPS if first.get("type") == "user_group" and "id" in first else None


def _coverage(collection: str, body: object) -> ListCoverage:
    total = body.get("totalCount") if isinstance(body, Mapping) else None
    return ListCoverage(total if type(total) is int else None)


_JUMPCLOUD = DirectoryMapping(
    system="jumpcloud",
    entries_fields={USERS: "results", GROUPS: None, MEMBERS: None},
    parsers={USERS: _read_user, GROUPS: _read_group, MEMBERS: _read_member},
    scopes={("Identity", "REPORTS_TO"): (USERS,), ("Group",): (GROUPS,), ("MEMBER_OF",): (GROUPS, MEMBERS)},
    collection_of=_collection_of,
    coverage=_coverage,
)
