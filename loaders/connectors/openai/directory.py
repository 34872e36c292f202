"""Users, projects, service accounts and keys of an OpenAI organisation, and the claims about them.

A user, a service account and a key are each one node; a key runs as its owner, who has it, and is a member of its project.
The administration API lists no models that a project may use, so nothing here says that anybody may use one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.claims import Edge, Node
from graph.moment import write_moment
from loaders.saved.fields import FieldReader

ADMIN_KEY, API_KEY = "admin_api_key", "api_key"


@dataclass(frozen=True, slots=True)
class Being:
    """A user, or a service account of a project."""

    id: str
    name: str | None
    email: str | None
    role: str | None
    status: str
    since: int | None


@dataclass(frozen=True, slots=True)
class Project:
    """A project; one that is archived is kept as a name for the usage that mentions it."""

    id: str
    name: str | None
    archived: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A being's place in a project."""

    id: str
    role: str | None
    since: int | None


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a project, or of the organisation's administration. `owner` None: the answer names nobody."""

    id: str
    name: str | None
    hint: str | None
    access: str | None
    created: int | None
    used: int | None
    expires: int | None
    owner: str | None


def read_user(entry: FieldReader) -> Being:
    """One line of /organization/users. Raises RecordError for a wrong type, and without an id."""
    more = entry.child("user")
    locked = more is not None and (more.flag("banned") is True or more.flag("enabled") is False)
    role = "service account" if entry.flag("is_service_account") else entry.text("role")
    return Being(
        id=entry.required("id"),
        name=entry.text("name"),
        email=entry.email("email"),
        role=role,
        status="suspended" if locked else "active",
        since=entry.seconds("added_at"),
    )


def read_service(entry: FieldReader) -> tuple[Being, Member]:
    """One service account of a project, and its place there."""
    id, since = entry.required("id"), entry.seconds("created_at")
    being = Being(id, entry.text("name"), None, "service account", "active", since)
    return being, Member(id, entry.text("role"), since)


def read_project(entry: FieldReader) -> Project:
    """One line of /organization/projects."""
    archived = entry.text("status") == "archived" or entry.seconds("archived_at") is not None
    return Project(entry.required("id"), entry.text("name"), archived)


def read_member(entry: FieldReader) -> Member:
    """One user of a project."""
    return Member(entry.required("id"), entry.text("role"), entry.seconds("added_at"))


def read_key(entry: FieldReader) -> Key:
    """One key. Of a project's key the owner stands inside an object of its type, of an admin key beside its type."""
    owner = entry.child("owner")
    inside = None if owner is None else (owner.child("user") or owner.child("service_account") or owner)
    return Key(
        id=entry.required("id"),
        name=entry.text("name"),
        hint=entry.hint("redacted_value"),
        access=entry.text("owner_project_access"),
        created=entry.seconds("created_at"),
        used=entry.seconds("last_used_at"),
        expires=entry.seconds("expires_at"),
        owner=inside.text("id") if inside is not None else None,
    )


def being_claims(being: Being, application: str, path: str) -> Iterator[Node | Edge]:
    """The account and its seat."""
    known = {"status": being.status, "email": being.email, "role": being.role, "created_at": _time(being.since)}
    account = account_id(being.id)
    yield Node(id=account, name=being.name or being.email, props=_present(known))
    evidence = f"listed by {path} as {being.role or 'member'}"
    yield Edge(kind="ACCOUNT_IN", source=account, target=application, since=being.since, evidence=evidence)


def project_node(project: Project) -> Node:
    """The project as a group."""
    props: dict[str, str | bool] = {"type": "project"}
    return Node(
        id=group_id(project.id), name=project.name, props=props | ({"archived": True} if project.archived else {})
    )


def member_edge(member: Member, project: str, path: str) -> Edge:
    """The membership in a project."""
    evidence = f"listed by {path} as {member.role or 'member'}"
    return Edge(
        kind="MEMBER_OF",
        source=account_id(member.id),
        target=group_id(project),
        since=member.since,
        evidence=evidence,
    )


def key_claims(key: Key, type: str, project: str | None, path: str) -> Iterator[Node | Edge]:
    """The credential, who has it and as whom it acts, and its project.

    A key whose owner lost the project is said to be inactive there; whether it is refused is not, so that is unknown.
    """
    credential = credential_id(key.id)
    known = {
        "type": type,
        "status": "unknown" if key.access == "inactive" else "active",
        "created_at": _time(key.created),
        "last_used_at": _time(key.used),
        "expires_at": _time(key.expires),
        "hint": key.hint,
        "owner_project_access": key.access,
    }
    yield Node(id=credential, name=key.name, props=_present(known))
    evidence = f"listed by {path}"
    if key.owner is not None:
        account = account_id(key.owner)
        yield Edge(kind="HAS_CREDENTIAL", source=account, target=credential, since=key.created, evidence=evidence)
        yield Edge(kind="RUNS_AS", source=credential, target=account, since=key.created, evidence=evidence)
    if project is not None:
        group = group_id(project)
        yield Edge(kind="MEMBER_OF", source=credential, target=group, since=key.created, evidence=evidence)


def account_id(being: str) -> str:
    """The node of a user or service account."""
    return f"Account:openai/{being}"


def credential_id(key: str) -> str:
    """The node of a key."""
    return f"Credential:openai/{key}"


def group_id(project: str) -> str:
    """The node of a project."""
    return f"Group:openai/{project}"


def _time(moment: int | None) -> str | None:
    return None if moment is None else write_moment(moment)


def _present(known: dict[str, str | None]) -> dict[str, str]:
    return {name: text for name, text in known.items() if text is not None}
