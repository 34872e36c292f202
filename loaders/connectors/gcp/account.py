"""This file knows service accounts, their keys, and the members of groups, as Google Cloud lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.moment import write_moment
from loaders.claims.builder import Claims
from loaders.connectors.gcp.principals import IamMember, project_of, read_member
from loaders.saved.fields import FieldReader

_SYSTEM_MANAGED = "SYSTEM_MANAGED"


@dataclass(frozen=True, slots=True)
class ServiceAccount:
    """A service account as its list tells of it."""

    address: str
    name: str
    project: str | None
    props: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ServiceAccountKey:
    """A key of a service account. What Google itself manages is nobody's to hold."""

    address: str
    id: str
    is_managed: bool
    props: dict[str, Any]


@dataclass(slots=True)
class ServiceAccounts:
    """Service accounts by address, keys, and memberships by group."""

    listed: dict[str, ServiceAccount] = field(default_factory=dict)
    keys: list[ServiceAccountKey] = field(default_factory=list)
    memberships: list[tuple[str, IamMember, str]] = field(default_factory=list)

    @property
    def groups(self) -> set[str]:
        """The groups whose members are listed."""
        return {group for group, _, _ in self.memberships}

    def add(self, account: ServiceAccount) -> None:
        self.listed[account.address] = account

    def add_key(self, key: ServiceAccountKey) -> None:
        self.keys.append(key)

    def add_membership(self, group: str, member: IamMember, role: str) -> None:
        self.memberships.append((group, member, role))

    def without_keys(self) -> set[str]:
        """Listed accounts of which no key is told: each has one that Google manages, so the list is missing."""
        return self.listed.keys() - {key.address for key in self.keys}

    def project(self, address: str) -> str | None:
        """The project of a service account, by id or number."""
        account = self.listed.get(address)
        return account.project if account and account.project else project_of(address)

    def addresses(self) -> Iterator[str]:
        """Every service account that a list or a key names."""
        yield from self.listed
        yield from (key.address for key in self.keys)

    def tell(self, claims: Claims) -> None:
        """The accounts and their keys; a key of a disabled account opens nothing."""
        for account in self.listed.values():
            claims.node(f"Account:gcp/{account.address}", account.name, **account.props)
        for key in self.keys:
            if key.is_managed:
                continue
            holder = f"Account:gcp/{key.address}"
            known = self.listed.get(key.address)
            props = dict(key.props)
            if known is not None and known.props["status"] == "suspended":
                props["status"] = "revoked"
            node = claims.node(f"Credential:gcp/{key.address}/{key.id}", f"key of {key.address}", **props)
            claims.edge("HAS_CREDENTIAL", (holder, node), "key of the service account")
            claims.edge("RUNS_AS", (node, holder), "key of the service account")


def read_account(entry: FieldReader) -> ServiceAccount:
    """A service account. An answer leaves out `disabled` where it is false, so that its absence says nothing."""
    address = entry.required("email").lower()
    disabled = entry.flag("disabled")
    props = {
        "role": "service account",
        "status": "unknown" if disabled is None else "suspended" if disabled else "active",
        "unique_id": entry.text("uniqueId"),
    }
    return ServiceAccount(address, entry.text("displayName") or address, entry.text("projectId"), props)


def read_key(entry: FieldReader) -> ServiceAccountKey:
    """A key of a service account; the answer that made it also holds the key itself, which is not read."""
    address, _, id = entry.required("name").partition("/serviceAccounts/")[2].partition("/keys/")
    if not address or not id:
        entry.refuse("name", "this is no name of a key")
    made, ends = entry.moment("validAfterTime"), entry.moment("validBeforeTime")
    props = {
        "type": "service_account_key",
        "status": "revoked" if entry.flag("disabled") else "active",
        "created_at": None if made is None else write_moment(made),
        "expires_at": None if ends is None else write_moment(ends),
        "hint": f"...{id[-4:]}" if len(id) > 8 else None,
    }
    return ServiceAccountKey(address.lower(), id, entry.text("keyType") == _SYSTEM_MANAGED, props)


def read_membership(entry: FieldReader, group: str) -> tuple[str, IamMember, str]:
    """A row of Cloud Identity's memberships: the group, its member, and the member's role in it."""
    address = entry.child_or_empty("preferredMemberKey").required("id")
    sort = (entry.text("type") or "USER").upper()
    word = {"GROUP": "group", "SERVICE_ACCOUNT": "serviceAccount"}.get(sort, "user")
    roles = [role.required("name") for role in entry.children("roles")]
    return group.lower(), read_member(f"{word}:{address}"), ", ".join(sorted(roles)).lower() or "member"
