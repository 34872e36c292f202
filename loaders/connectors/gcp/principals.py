"""Principals of Google Cloud: members of bindings, service accounts, their keys and group memberships, as nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.address import canonical_address
from graph.moment import write_moment
from loaders.claims.builder import Claims
from loaders.saved.fields import FieldReader

ALL_USERS, ALL_SIGNED_IN = "Group:gcp/allUsers", "Group:gcp/allAuthenticatedUsers"

# The groups of everybody: their node, and who is a member.
_SPECIAL = {"allUsers": (ALL_USERS, "public"), "allAuthenticatedUsers": (ALL_SIGNED_IN, "signed_in")}
# The words of a dataset's access for who holds a basic role on its project.
_PROJECT_GROUPS = {
    "projectOwners": "projectOwner",
    "projectWriters": "projectEditor",
    "projectReaders": "projectViewer",
}
BASIC_GROUPS = {"roles/owner": "projectOwner", "roles/editor": "projectEditor", "roles/viewer": "projectViewer"}
_SERVICE_ACCOUNT_EMAIL = re.compile(
    r"(?P<name>[^@]+)@(?:(?P<project>[^.@]+)\.iam|developer|appspot|(?P<agent>.+)\.iam)\.gserviceaccount\.com\Z"
)
_SYSTEM_MANAGED = "SYSTEM_MANAGED"


@dataclass(frozen=True, slots=True)
class IamMember:
    """A member as a node. `email` is that of a user or service account; `is_deleted` members have no rights."""

    id: str
    name: str
    props: dict[str, Any] = field(default_factory=dict)
    email: str | None = None
    is_user: bool = False
    is_deleted: bool = False
    remark: str = ""


def read_member(text: str) -> IamMember:
    """The member that a binding names, such as `user:ada@acme.example`."""
    if text in _SPECIAL:
        node, members = _SPECIAL[text]
        return IamMember(node, text, {"members": members})
    prefix, _, rest = text.partition(":")
    if prefix == "deleted":
        node_kind = "Group" if rest.startswith("group:") else "Account"
        props = {"status": "deleted"} if node_kind == "Account" else {"type": "directory_group"}
        return IamMember(f"{node_kind}:gcp/{text}", rest.partition("?")[0], props, is_deleted=True)
    email = canonical_address(rest)
    if prefix == "user":
        # Some bindings call a service account a user.
        return service_account_member(email) if is_service_account(email) else user_member(email)
    if prefix == "serviceAccount":
        return service_account_member(email)
    if prefix == "group":
        return IamMember(f"Group:gcp/{email}", email, {"type": "directory_group"})
    if prefix == "domain":
        everyone: dict[str, Any] = {"type": "organization", "members": "domain", "domains": [email]}
        return IamMember(f"Group:gcp/domain:{email}", f"everyone in {email}", everyone)
    if prefix in BASIC_GROUPS.values():
        return IamMember(f"Group:gcp/{prefix}:{rest}", f"{prefix} of {rest}", {"type": "role"})
    if prefix == "principal":
        return IamMember(f"Account:gcp/{text}", rest.rpartition("/")[2])
    remark = "" if prefix == "principalSet" else "unmapped sort of member, counted as a group"
    return IamMember(f"Group:gcp/{text}", text, remark=remark)


def special_group_member(word: str, project: str) -> str:
    """The member that a special group of a dataset's access means."""
    return f"{_PROJECT_GROUPS[word]}:{project}" if word in _PROJECT_GROUPS else word


def user_member(email: str) -> IamMember:
    return IamMember(f"Account:gcp/{email}", email, {"email": email}, email, is_user=True)


def service_account_member(email: str) -> IamMember:
    # Its address is no mailbox, so no directory knows it: the node gets no `email`.
    return IamMember(f"Account:gcp/{email}", email, {"role": "service account"}, email)


def is_service_account(email: str) -> bool:
    return email.endswith(".gserviceaccount.com")


def project_of(email: str) -> str | None:
    """The project, by id or number, whose service account this is; None if its address does not say."""
    match = _SERVICE_ACCOUNT_EMAIL.match(email)
    if match is None:
        return None
    if match["project"]:
        return match["project"]
    name = match["name"]
    return name.removesuffix("-compute") if "@developer." in email else name if "@appspot." in email else None


@dataclass(frozen=True, slots=True)
class ServiceAccount:
    """A service account of a list."""

    email: str
    name: str
    project: str | None
    props: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ServiceAccountKey:
    """A key of the service account `email`. One that Google itself manages is held by nobody."""

    email: str
    id: str
    is_google_managed: bool
    props: dict[str, Any]


@dataclass(slots=True)
class ServiceAccounts:
    """Service accounts by email, their keys, and memberships as (group, member, role in the group)."""

    by_email: dict[str, ServiceAccount] = field(default_factory=dict)
    keys: list[ServiceAccountKey] = field(default_factory=list)
    memberships: list[tuple[str, IamMember, str]] = field(default_factory=list)

    @property
    def groups(self) -> set[str]:
        """The groups whose members are listed."""
        return {group for group, _, _ in self.memberships}

    def without_keys(self) -> set[str]:
        """Accounts without a listed key. Each has one that Google manages, so the list is missing."""
        return self.by_email.keys() - {key.email for key in self.keys}

    def project(self, email: str) -> str | None:
        """The project of a service account, by id or number."""
        account = self.by_email.get(email)
        return account.project if account and account.project else project_of(email)

    def emails(self) -> Iterator[str]:
        """Every service account that a list or a key names."""
        yield from self.by_email
        yield from (key.email for key in self.keys)

    def emit(self, claims: Claims) -> None:
        """Add the accounts and their keys to the claims; a key of a disabled account is revoked."""
        for account in self.by_email.values():
            claims.node(f"Account:gcp/{account.email}", account.name, **account.props)
        for key in self.keys:
            if key.is_google_managed:
                continue
            holder = f"Account:gcp/{key.email}"
            known = self.by_email.get(key.email)
            is_suspended = known is not None and known.props["status"] == "suspended"
            props = {**key.props, "status": "revoked"} if is_suspended else key.props
            node = claims.node(f"Credential:gcp/{key.email}/{key.id}", f"key of {key.email}", **props)
            claims.edge("HAS_CREDENTIAL", (holder, node), "key of the service account")
            claims.edge("RUNS_AS", (node, holder), "key of the service account")


def read_account(entry: FieldReader) -> ServiceAccount:
    """A service account. An answer leaves out `disabled` where it is false, so its absence says nothing."""
    email = entry.required("email").lower()
    is_disabled = entry.flag("disabled")
    props = {
        "role": "service account",
        "status": "unknown" if is_disabled is None else "suspended" if is_disabled else "active",
        "unique_id": entry.text("uniqueId"),
    }
    return ServiceAccount(email, entry.text("displayName") or email, entry.text("projectId"), props)


def read_key(entry: FieldReader) -> ServiceAccountKey:
    """A key of a service account; the private key, which the answer that made it also holds, is not read."""
    email, _, id = entry.required("name").partition("/serviceAccounts/")[2].partition("/keys/")
    if not email or not id:
        entry.refuse("name", "this is not the name of a key")
    created_at, expires_at = entry.moment("validAfterTime"), entry.moment("validBeforeTime")
    props = {
        "type": "service_account_key",
        "status": "revoked" if entry.flag("disabled") else "active",
        "created_at": None if created_at is None else write_moment(created_at),
        "expires_at": None if expires_at is None else write_moment(expires_at),
        "hint": f"...{id[-4:]}" if len(id) > 8 else None,
    }
    return ServiceAccountKey(email.lower(), id, entry.text("keyType") == _SYSTEM_MANAGED, props)


def read_membership(entry: FieldReader, group: str) -> tuple[str, IamMember, str]:
    """A row of Cloud Identity's memberships: the group, its member, and the member's role in it."""
    email = entry.child_or_empty("preferredMemberKey").required("id")
    member_type = (entry.text("type") or "USER").upper()
    prefix = {"GROUP": "group", "SERVICE_ACCOUNT": "serviceAccount"}.get(member_type, "user")
    roles = [role.required("name") for role in entry.children("roles")]
    return group.lower(), read_member(f"{prefix}:{email}"), ", ".join(sorted(roles)).lower() or "member"
