"""This file knows Google Workspace: users, those deleted lately included, their managers, and groups of groups.

A suspended or archived user is suspended, a deleted one has departed. A member of a group whom the customer does not list is
an outsider and known by address. Who reads is an administrator who consented once; keys of service accounts are not used. A
saved page at google/acme/users.json is of the customer acme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

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
    DEPARTED,
    SUSPENDED,
    UNKNOWN,
    DirectoryGroup,
    DirectoryUser,
    GroupMembership,
    unique_addresses,
)
from loaders.live.auth import ClientCredentialsAuth
from loaders.live.config import check_settings, setting
from loaders.live.http import FetchContext, HttpClient
from loaders.live.pagination import ListPage, PageRequest, Paginator, entries_of, ids_of, text_of, until_refused
from loaders.saved.fields import FieldReader

_API = "/admin/directory/v1"
_KIND = "admin#directory#"


@dataclass(frozen=True, slots=True)
class Config:
    """One Google Workspace customer, read with the consent of an administrator (the read-only scopes
    admin.directory.user and admin.directory.group). Raises InputError, naming the setting, for what cannot be."""

    instance: str
    client_id: str = field(metadata=setting("the OAuth client that the administrator consented to"))
    client_secret: Secret = field(metadata=setting("the secret of that client"))
    refresh_token: Secret = field(metadata=setting("what the consent gave: it buys the tokens that read"))
    customer: str = field(
        default="my_customer", metadata=setting("the customer's id; my_customer is the administrator's")
    )
    base_url: str = field(default="https://admin.googleapis.com", metadata=setting("where the API answers; https"))
    token_url: str = field(
        default="https://oauth2.googleapis.com/token", metadata=setting("where tokens are given out; https")
    )
    page_size: int = field(default=200, metadata=setting("users, groups or members per page, 200 at most"))
    max_pages: int = field(default=100_000, metadata=setting("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: int = field(default=600, metadata=setting("how many requests a minute it may be asked"))
    promised_age_s: int = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        needed = ("client_id", "client_secret", "refresh_token", "customer")
        check_settings(self, "google", needed=needed, addresses=("base_url", "token_url"))


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """All pages of a run: users, groups, and the members of each group. 401 and 403 end it."""
    remedy = f"Check the settings client_id, client_secret and refresh_token of google, instance {config.instance}"
    form = {
        "grant_type": "refresh_token",
        "client_id": config.client_id,
        "client_secret": str(config.client_secret),
        "refresh_token": str(config.refresh_token),
    }
    auth = ClientCredentialsAuth(
        config.token_url, form, [config.refresh_token, config.client_secret], context.clock.now_s
    )
    with context.open_http(config.base_url, auth, remedy=remedy, limits={"": config.calls_per_minute}) as http:
        yield from until_refused(_pages(http, config))


def recognize(document: Document) -> bool:
    """A saved page of the Directory API, by its `kind`: users, groups, or members in a file called `members-GROUP.json`."""
    return document.format == "json" and _call_of(document.content) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per customer."""
    return normalize_directory(pages, context, _GOOGLE)


def _pages(http: HttpClient, config: Config) -> Iterator[Page]:
    lists = Paginator(http, _answer, config.max_pages)
    whose = f"customer={quote(config.customer, safe='')}&maxResults={config.page_size}"
    # Those deleted come first: whoever is deleted in between is missing, which is nearly right.
    yield from lists.read_collection(USERS, [f"{_API}/users?{whose}&showDeleted=true", f"{_API}/users?{whose}"])
    groups: list[Any] = []
    yield from lists.read_collection(GROUPS, [f"{_API}/groups?{whose}"], into=groups)
    links = (
        (one, f"{_API}/groups/{quote(one, safe='')}/members?maxResults={config.page_size}") for one in ids_of(groups)
    )
    yield from lists.read_each(MEMBERS, links)


def _answer(asked: PageRequest, body: Any) -> ListPage:
    """A page without entries leaves its list out; a token says where the next one is."""
    # Whatever else answers here has no kind of the directory.
    entries = entries_of(body if _call_of(body) == asked.name else None, asked.name, asked.name, optional=True)
    token = text_of(body, "nextPageToken", asked.name)
    return ListPage(entries, asked.link_with("pageToken", token) if token else None)


def _read_user(user: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    user_id, left_at = user.required("id"), user.moment("deletionTime")
    jobs = sorted(user.children("organizations"), key=lambda job: not job.flag("primary"))
    job = jobs[0] if jobs else FieldReader({}, "", "")
    login = user.email("primaryEmail")
    yield DirectoryUser(
        id=user_id,
        name=user.child_or_empty("name").text("fullName") or login,
        status=DEPARTED if left_at is not None else _status(user),
        said=user.text("suspensionReason"),
        departed_at=left_at,
        emails=unique_addresses(login, *user.emails("aliases"), *user.emails("nonEditableAliases")),
        department=job.text("department"),
        cost_center=job.text("costCenter"),
        title=job.text("title"),
        employee_number=_typed(user, "externalIds", "organization"),
        manager=_typed(user, "relations", "manager"),
    )
    customer = user.text("customerId")
    if customer is not None and left_at is None:
        # A group may have the whole customer as its member.
        yield DirectoryGroup(customer, "Everyone", "organization")
        yield GroupMembership(customer, user_id, "Identity")


def _read_group(group: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    yield DirectoryGroup(group.required("id"), group.text("name") or group.text("email"))


def _read_member(member: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    kind, address = (member.text("type") or "").upper(), member.email("email")
    if kind in ("GROUP", "CUSTOMER"):
        yield GroupMembership(asked["group"], member.required("id"), "Group")
    elif kind == "EXTERNAL" and address is not None:
        yield GroupMembership(asked["group"], None, "Identity", address)
    else:
        key = member.text("id")
        if key is None and address is None:
            member.refuse("id", "a member needs an id or an email")
        yield GroupMembership(asked["group"], key, "Identity" if kind else None, address)


def _status(user: FieldReader) -> str:
    suspended, archived = user.flag("suspended"), user.flag("archived")
    if suspended or archived:
        return SUSPENDED
    return UNKNOWN if suspended is None else ACTIVE


def _typed(user: FieldReader, name: str, kind: str) -> str | None:
    """The value of the first entry of a type in a list of such."""
    return next((entry.text("value") for entry in user.children(name) if entry.text("type") == kind), None)


def _call_of(body: Any) -> str | None:
    kind = body.get("kind") if isinstance(body, Mapping) else None
    call = kind.removeprefix(_KIND) if isinstance(kind, str) and kind.startswith(_KIND) else ""
    return call if call in (USERS, GROUPS, MEMBERS) else None


_GOOGLE = DirectoryMapping(
    system="google",
    lists={USERS: USERS, GROUPS: GROUPS, MEMBERS: MEMBERS},
    read={USERS: _read_user, GROUPS: _read_group, MEMBERS: _read_member},
    # The customer as a group is told by its users.
    scopes={
        ("Identity", "REPORTS_TO"): (USERS,),
        ("Group",): (USERS, GROUPS),
        ("MEMBER_OF",): (USERS, GROUPS, MEMBERS),
    },
    call_of=_call_of,
    extent=lambda call, body: ListCoverage(is_all=not body.get("nextPageToken")),
)
