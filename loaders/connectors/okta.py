"""Okta: the users of an organisation, deactivated ones included, their managers, and its groups.

A deactivated user has departed, on the day of that change of status; one who was never activated is unknown. `managerId` is
read as an id, an email address or an employee number. A saved page at okta/acme/users.json belongs to the organisation acme.
Nothing in saved pages says that they are all, so they retire nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from loaders.base import Context, Document, Page, PendingRun
from loaders.directory.fetch import fetch_users_and_groups
from loaders.directory.normalize import GROUPS, MEMBERS, USERS, DirectoryMapping, normalize_directory
from loaders.directory.principals import (
    ACTIVE,
    DEPARTED,
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

# Staged and provisioned users have not signed in yet: neither at work nor gone.
_STATUSES = {
    "ACTIVE": ACTIVE,
    "PASSWORD_EXPIRED": ACTIVE,
    "RECOVERY": ACTIVE,
    "LOCKED_OUT": ACTIVE,
    "STAGED": UNKNOWN,
    "PROVISIONED": UNKNOWN,
    "SUSPENDED": SUSPENDED,
    "DEPROVISIONED": DEPARTED,
}
_GROUP_TYPES = ("APP_GROUP", "BUILT_IN", "OKTA_GROUP")


@dataclass(frozen=True, slots=True)
class Config:
    """One Okta organisation. Raises InputError that names an invalid setting."""

    instance: str
    base_url: Url = field(metadata=setting("the address of the organisation, such as https://acme.okta.com"))
    api_token: RequiredSecret = field(metadata=setting("an API token of a read-only administrator"))
    page_size: PositiveInt = field(default=200, metadata=setting("users or groups per page, 200 at most"))
    max_pages: PositiveInt = field(default=100_000, metadata=setting("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: PositiveInt = field(default=300, metadata=setting("how many requests a minute it may be asked"))
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "okta")


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """Users, groups, and the members of each group. 401 and 403 end the run."""
    remedy = f"Check the setting api_token of okta, instance {config.instance}"
    auth = HeaderAuth({"Authorization": f"SSWS {config.api_token}"}, [config.api_token])
    users, size = f"/api/v1/users?limit={config.page_size}", f"limit={config.page_size}"
    with context.open_http(config.base_url, auth, remedy=remedy, limits={"": config.calls_per_minute}) as http:
        yield from fetch_users_and_groups(
            Paginator(http, _read_page, config.max_pages),
            # Okta lists deactivated users only if a filter asks for them. They come first: whoever leaves in between
            # is missing, which is nearly right; the other way round it would be whoever comes back.
            users=[f"{users}&filter=status%20eq%20%22DEPROVISIONED%22", users],
            groups=f"/api/v1/groups?{size}",
            members=lambda group_id: f"/api/v1/groups/{group_id}/users?{size}",
        )


def recognize(document: Document) -> bool:
    """A saved page: the list of users, of groups, or of a group's members in a file called `members-GROUP.json`."""
    return document.format == "json" and _collection_of(document.content) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per organisation; saved pages never prove that they are all, since nothing in them says so."""
    return normalize_directory(pages, context, _OKTA)


def _read_page(request: PageRequest, body: object) -> ListPage:
    """Pages are bare lists; the header Link says where the next one is, and nothing in the body does."""
    links = httpx.Response(200, headers=request.headers).links
    return ListPage(entries_of(body, None, request.name), links.get("next", {}).get("url"))


def _read_user(user: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    profile, provider_status = user.child_or_empty("profile"), user.text("status")
    status = _STATUSES.get(provider_status or "", UNKNOWN)
    full_name = " ".join(part for part in (profile.text("firstName"), profile.text("lastName")) if part)
    login = profile.text("login")
    yield DirectoryUser(
        id=user.required("id"),
        name=profile.text("displayName") or full_name or login,
        type=identity_type(profile.text("userType")),
        status=status,
        provider_status=provider_status,
        departed_at=user.moment("statusChanged") if status == DEPARTED else None,
        # secondEmail is the person's own, for when the password is lost.
        emails=unique_emails(profile.email("email"), profile.email("login")),
        department=profile.text("department"),
        cost_center=profile.text("costCenter"),
        title=profile.text("title"),
        employee_number=profile.text("employeeNumber"),
        login=login,
        manager=profile.text("managerId"),
    )


def _read_group(group: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    yield DirectoryGroup(id=group.required("id"), name=group.child_or_empty("profile").text("name"))


def _read_member(user: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    yield GroupMembership(request["group"], user.required("id"), "Identity")


def _collection_of(body: object) -> str | None:
    """The list that the first entry which looks like a documented one belongs to, or None."""
    collections = (_collection_of_entry(entry) for entry in (body if isinstance(body, list) else [body]))
    return next((collection for collection in collections if collection is not None), None)


def _collection_of_entry(entry: object) -> str | None:
    """An assignment to an app is neither a user nor a group."""
    if not isinstance(entry, Mapping) or "id" not in entry or not isinstance(entry.get("profile"), Mapping):
        return None
    if entry.get("type") in _GROUP_TYPES or "objectClass" in entry:
        return GROUPS
    is_user = str(entry.get("status")) in _STATUSES and "login" in entry["profile"] and "syncState" not in entry
    return USERS if is_user else None


_OKTA = DirectoryMapping(
    system="okta",
    entries_fields={USERS: None, GROUPS: None, MEMBERS: None},
    parsers={USERS: _read_user, GROUPS: _read_group, MEMBERS: _read_member},
    scopes={("Identity", "REPORTS_TO"): (USERS,), ("Group",): (GROUPS,), ("MEMBER_OF",): (USERS, GROUPS, MEMBERS)},
    collection_of=_collection_of,
)
