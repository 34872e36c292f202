"""Google Workspace: users, recently deleted ones included, their managers, and groups with nested groups.

A suspended or archived user is suspended, a deleted one has departed. A group member whom the customer does not list is an
outsider and identified by email address. The connector reads with the consent of an administrator; it does not use keys of
service accounts. A saved page at google/acme/users.json belongs to the customer acme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from loaders.base import Context, Document, Page, PendingRun
from loaders.directory.fetch import fetch_users_and_groups
from loaders.directory.normalize import GROUPS, MEMBERS, USERS, DirectoryMapping, ListCoverage, normalize_directory
from loaders.directory.principals import (
    ACTIVE,
    DEPARTED,
    SUSPENDED,
    UNKNOWN,
    DirectoryGroup,
    DirectoryObject,
    DirectoryUser,
    GroupMembership,
    unique_emails,
)
from loaders.live.auth import ClientCredentialsAuth
from loaders.live.config import PositiveInt, RequiredSecret, RequiredText, Url, check_settings, setting
from loaders.live.http import FetchContext
from loaders.live.pagination import ListPage, PageRequest, Paginator, entries_of, text_of
from loaders.saved.fields import FieldReader

_API = "/admin/directory/v1"
_KIND = "admin#directory#"
_SERVICE_ACCOUNT = ".gserviceaccount.com"


@dataclass(frozen=True, slots=True)
class Config:
    """One Google Workspace customer, read with the consent of an administrator (the read-only scopes
    admin.directory.user and admin.directory.group). Raises InputError that names an invalid setting."""

    instance: str
    client_id: RequiredText = field(metadata=setting("the OAuth client that the administrator consented to"))
    client_secret: RequiredSecret = field(metadata=setting("the secret of that client"))
    refresh_token: RequiredSecret = field(metadata=setting("what the consent gave: it buys the tokens that read"))
    customer: RequiredText = field(
        default="my_customer", metadata=setting("the customer's id; my_customer is the administrator's")
    )
    base_url: Url = field(default="https://admin.googleapis.com", metadata=setting("where the API answers; https"))
    token_url: Url = field(
        default="https://oauth2.googleapis.com/token", metadata=setting("where tokens are given out; https")
    )
    page_size: PositiveInt = field(default=200, metadata=setting("users, groups or members per page, 200 at most"))
    max_pages: PositiveInt = field(default=100_000, metadata=setting("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: PositiveInt = field(default=600, metadata=setting("how many requests a minute it may be asked"))
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "google")


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """Users, groups, and the members of each group. 401 and 403 end the run."""
    remedy = f"Check the settings client_id, client_secret and refresh_token of google, instance {config.instance}"
    form = {
        "grant_type": "refresh_token",
        "client_id": config.client_id,
        "client_secret": str(config.client_secret),
        "refresh_token": str(config.refresh_token),
    }
    secrets = [config.refresh_token, config.client_secret]
    auth = ClientCredentialsAuth(config.token_url, form, secrets, context.clock.now_s)
    size = f"maxResults={config.page_size}"
    query = f"customer={quote(config.customer, safe='')}&{size}"
    with context.open_http(config.base_url, auth, remedy=remedy, limits={"": config.calls_per_minute}) as http:
        yield from fetch_users_and_groups(
            Paginator(http, _read_page, config.max_pages),
            # Deleted users come first: whoever is deleted in between is missing, which is nearly right.
            users=[f"{_API}/users?{query}&showDeleted=true", f"{_API}/users?{query}"],
            groups=f"{_API}/groups?{query}",
            members=lambda group_id: f"{_API}/groups/{group_id}/members?{size}",
        )


def recognize(document: Document) -> bool:
    """A saved page of the Directory API, by its `kind`: users, groups, or members in a file called `members-GROUP.json`."""
    return document.format == "json" and _collection_of(document.content) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per customer."""
    return normalize_directory(pages, context, _GOOGLE)


def _read_page(request: PageRequest, body: object) -> ListPage:
    """A page without entries leaves its list out; a token says where the next one is."""
    # Whatever else answers here has no kind of the directory.
    page = body if isinstance(body, Mapping) and _collection_of(body) == request.name else {}
    entries = entries_of(page or None, request.name, request.name, optional=True)
    token = text_of(page, "nextPageToken", request.name)
    return ListPage(entries, request.link_with("pageToken", token) if token else None)


def _read_user(user: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    user_id, deleted_at = user.required("id"), user.moment("deletionTime")
    jobs = sorted(user.children("organizations"), key=lambda job: not job.flag("primary"))
    job = jobs[0] if jobs else FieldReader({}, "", "")
    login = user.email("primaryEmail")
    yield DirectoryUser(
        id=user_id,
        name=user.child_or_empty("name").text("fullName") or login,
        status=DEPARTED if deleted_at is not None else _status(user),
        provider_status=user.text("suspensionReason"),
        departed_at=deleted_at,
        emails=unique_emails(login, *user.emails("aliases"), *user.emails("nonEditableAliases")),
        department=job.text("department"),
        cost_center=job.text("costCenter"),
        title=job.text("title"),
        employee_number=_value_of_type(user, "externalIds", "organization"),
        manager=_value_of_type(user, "relations", "manager"),
    )
    customer = user.text("customerId")
    if customer is not None and deleted_at is None:
        # A group may have the whole customer as its member.
        domain = (login or "").rpartition("@")[2]
        yield DirectoryGroup(customer, "Everyone", "organization", (domain,) if domain else ())
        yield GroupMembership(customer, user_id, "Identity")


def _read_group(group: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    address = group.email("email")
    emails = unique_emails(address, *group.emails("aliases"), *group.emails("nonEditableAliases"))
    yield DirectoryGroup(group.required("id"), group.text("name") or address or group.text("email"), emails=emails)


def _read_member(member: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    kind, email = (member.text("type") or "").upper(), member.email("email")
    if email is not None and email.endswith(_SERVICE_ACCOUNT):
        # The Directory API calls a service account a user; Google Cloud describes it.
        yield GroupMembership(request["group"], None, "Account", member_node=f"Account:gcp/{email}")
    elif kind in ("GROUP", "CUSTOMER"):
        yield GroupMembership(request["group"], member.required("id"), "Group")
    elif kind == "EXTERNAL" and email is not None:
        yield GroupMembership(request["group"], None, "Identity", email)
    else:
        member_id = member.text("id")
        if member_id is None and email is None:
            member.refuse("id", "a member needs an id or an email")
        yield GroupMembership(request["group"], member_id, "Identity" if kind else None, email)


def _status(user: FieldReader) -> str:
    suspended, archived = user.flag("suspended"), user.flag("archived")
    if suspended or archived:
        return SUSPENDED
    return UNKNOWN if suspended is None else ACTIVE


def _value_of_type(user: FieldReader, name: str, type_name: str) -> str | None:
    """The value of the first object of a type in a list of typed objects."""
    return next((item.text("value") for item in user.children(name) if item.text("type") == type_name), None)


def _collection_of(body: object) -> str | None:
    kind = body.get("kind") if isinstance(body, Mapping) else None
    collection = kind.removeprefix(_KIND) if isinstance(kind, str) and kind.startswith(_KIND) else ""
    return collection if collection in (USERS, GROUPS, MEMBERS) else None


_GOOGLE = DirectoryMapping(
    system="google",
    entries_fields={USERS: USERS, GROUPS: GROUPS, MEMBERS: MEMBERS},
    parsers={USERS: _read_user, GROUPS: _read_group, MEMBERS: _read_member},
    # The customer as a group comes from its users.
    scopes={
        ("Identity", "REPORTS_TO"): (USERS,),
        ("Group",): (USERS, GROUPS),
        ("MEMBER_OF",): (USERS, GROUPS, MEMBERS),
    },
    collection_of=_collection_of,
    coverage=lambda collection, body: ListCoverage(is_only_page=not body.get("nextPageToken")),
)
