"""Users, workspaces, members and API keys of an Anthropic organisation, and the claims about them.

A key is had by its principal, and runs as it; older answers name no principal, and then whoever made the key has it. Who
made a key for somebody else stays written on it: by its cost they would pay for what they do not use. Service accounts
cannot be listed with an admin key: one that a key names is a node nobody described.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.claims import Edge, Node
from graph.moment import write_moment
from loaders.connectors.anthropic.recognize import KEYS, USERS
from loaders.saved.fields import FieldReader

_STATUS = {"active": "active", "inactive": "revoked", "archived": "revoked", "expired": "expired"}


@dataclass(frozen=True, slots=True)
class User:
    """One line of /users."""

    id: str
    name: str | None
    email: str | None
    role: str | None
    since: int | None


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace; one that is archived is kept as a name for the usage that mentions it."""

    id: str
    name: str | None
    archived: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A user's place in a workspace."""

    user: str
    workspace: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Key:
    """An API key. `workspace` None: the default one, unless `is_organization`: then the key is bound to none."""

    id: str
    name: str | None
    hint: str | None
    status: str | None
    created: int | None
    expires: int | None
    maker: str | None
    principal: str | None
    workspace: str | None
    is_organization: bool


def read_user(entry: FieldReader) -> User:
    """One line of /users. Raises RecordError for a wrong type, and without an id."""
    return User(
        entry.required("id"), entry.text("name"), entry.email("email"), entry.text("role"), entry.moment("added_at")
    )


def read_workspace(entry: FieldReader) -> Workspace:
    """One line of /workspaces."""
    return Workspace(entry.required("id"), entry.text("name"), entry.moment("archived_at") is not None)


def read_member(entry: FieldReader) -> Member:
    """One line of a workspace's members."""
    return Member(entry.required("user_id"), entry.required("workspace_id"), entry.text("workspace_role"))


def read_key(entry: FieldReader) -> Key:
    """One line of /api_keys, of any of the three generations of the answer."""
    scope, principal, maker = entry.child("scope"), entry.child("principal"), entry.child("created_by")
    workspace = entry.text("workspace_id")
    who = None
    if principal is not None:
        who = principal.text("user_id") or principal.text("service_account_id") or principal.text("id")
    return Key(
        id=entry.required("id"),
        name=entry.text("name"),
        hint=entry.hint("partial_key_hint"),
        status=entry.text("status"),
        created=entry.moment("created_at"),
        expires=entry.moment("expires_at"),
        maker=maker.text("id") if maker is not None else None,
        principal=who,
        workspace=(scope.text("workspace_id") if scope is not None else None) or workspace,
        is_organization=scope is not None and scope.text("type") == "organization",
    )


def user_claims(user: User, application: str) -> Iterator[Node | Edge]:
    """The account and its seat."""
    known = {"status": "active", "email": user.email, "role": user.role, "created_at": _time(user.since)}
    yield Node(id=account_id(user.id), name=user.name or user.email, props=_present(known))
    evidence = f"listed by {USERS} as {user.role or 'member'}"
    yield Edge(kind="ACCOUNT_IN", source=account_id(user.id), target=application, since=user.since, evidence=evidence)


def workspace_node(workspace: Workspace) -> Node:
    """The workspace as a group."""
    props: dict[str, str | bool] = {"type": "workspace"}
    props |= {"archived": True} if workspace.archived else {}
    return Node(id=f"Group:anthropic/{workspace.id}", name=workspace.name, props=props)


def default_workspace(instance: str) -> Node:
    """The workspace that every organisation has, that no list names and that has no id of its own."""
    return Node(id=group_id(None, instance), name="Default workspace", props={"type": "workspace"})


def member_edge(member: Member, instance: str, path: str) -> Edge:
    """The membership in a workspace."""
    evidence = f"listed by {path} as {member.role or 'member'}"
    target = group_id(member.workspace, instance)
    return Edge(kind="MEMBER_OF", source=account_id(member.user), target=target, evidence=evidence)


def key_claims(key: Key, instance: str) -> Iterator[Node | Edge]:
    """The credential, who has it, as whom it acts, and its workspace."""
    credential = credential_id(key.id)
    known = {
        "type": "api_key",
        "status": _STATUS.get(key.status or "", "unknown"),
        "vendor_status": key.status,
        "created_by": account_id(key.maker) if key.maker is not None else None,
        "created_at": _time(key.created),
        "expires_at": _time(key.expires),
        "hint": key.hint,
    }
    yield Node(id=credential, name=key.name, props=_present(known))
    holder, field = (key.principal, "principal") if key.principal is not None else (key.maker, "created_by")
    if holder is not None:
        source, evidence = account_id(holder), f"{field} of the key in {KEYS}"
        yield Edge(kind="HAS_CREDENTIAL", source=source, target=credential, since=key.created, evidence=evidence)
    if key.principal is not None:
        target, evidence = account_id(key.principal), f"principal of the key in {KEYS}"
        yield Edge(kind="RUNS_AS", source=credential, target=target, since=key.created, evidence=evidence)
    if not key.is_organization:
        target, evidence = group_id(key.workspace, instance), f"workspace of the key in {KEYS}"
        yield Edge(kind="MEMBER_OF", source=credential, target=target, since=key.created, evidence=evidence)


class Names:
    """Whom an address and which key a name means, among those of one run; two of a name are nobody."""

    def __init__(self, users: Iterable[User], keys: Iterable[Key]) -> None:
        self._accounts: dict[str, set[str]] = {}
        self._keys: dict[str, set[str]] = {}
        for user in users:
            self._accounts.setdefault(user.email or "", set()).add(user.id)
        for key in keys:
            self._keys.setdefault(key.name or "", set()).add(key.id)

    def account(self, email: str) -> str:
        """The user's account, or the alias of the address if no user, or more than one, has it."""
        users = self._accounts.get(email, set())
        return account_id(next(iter(users)) if len(users) == 1 else f"~{email}")

    def credential(self, name: str) -> str | None:
        """The key of that name, or None if no key, or more than one, has it."""
        keys = self._keys.get(name, set())
        return credential_id(next(iter(keys))) if len(keys) == 1 else None


def account_id(user: str) -> str:
    """The node of a user or service account."""
    return f"Account:anthropic/{user}"


def credential_id(key: str) -> str:
    """The node of a key."""
    return f"Credential:anthropic/{key}"


def group_id(workspace: str | None, instance: str) -> str:
    """The node of a workspace; without an id the organisation's default one."""
    return f"Group:anthropic/{workspace}" if workspace is not None else f"Group:anthropic/{instance}/default"


def _time(moment: int | None) -> str | None:
    return None if moment is None else write_moment(moment)


def _present(known: dict[str, str | None]) -> dict[str, str]:
    return {name: text for name, text in known.items() if text is not None}
