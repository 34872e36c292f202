"""Users, groups, memberships and application assignments of a directory, and the claims made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from graph.address import canonical_address
from graph.claims import Edge, Node
from graph.moment import write_moment

ACTIVE, SUSPENDED, DEPARTED, UNKNOWN = "active", "suspended", "departed", "unknown"

_SERVICE_WORDS = frozenset(
    {"application", "app", "bot", "machine", "nonhuman", "robot", "service", "serviceaccount", "serviceprincipal"}
    | {"serviceuser", "system", "systemaccount", "technical", "technicaluser", "workload"}
)
_AGENT_WORDS = frozenset({"agent", "aiagent", "agentidentity", "agentuser"})
_ACCOUNT_STATUS = {ACTIVE: "active", SUSPENDED: "suspended", DEPARTED: "deleted"}
_APPLICATION_STATUS = {ACTIVE: "active", SUSPENDED: "disabled"}


@dataclass(frozen=True, slots=True)
class DirectoryUser:
    """One identity of a directory: a person, a service principal or an agent.

    `manager` is an id, an address or an employee number: whatever the directory writes there. `provider_status` is the
    status in the directory's own words. `login` is one more name that others may use for the user.
    """

    id: str
    name: str | None = None
    type: str = "human"
    status: str = UNKNOWN
    provider_status: str | None = None
    departed_at: int | None = None
    emails: tuple[str, ...] = ()
    department: str | None = None
    cost_center: str | None = None
    title: str | None = None
    employee_number: str | None = None
    login: str | None = None
    manager: str | None = None


@dataclass(frozen=True, slots=True)
class DirectoryGroup:
    """One group of a directory. `domains`: whoever has an address in one of them is a member. `emails`: its own addresses."""

    id: str
    name: str | None = None
    type: str = "directory_group"
    domains: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupMembership:
    """One direct membership in a group.

    `member_kind` is Identity or Group; None: whichever has that id. `member_email` names a member whom the directory
    does not list: an outsider. `member_node` is its node where another system describes it, such as a service account.
    `has_ended`: the directory reports that it is over.
    """

    group_id: str
    member_id: str | None
    member_kind: str | None = None
    member_email: str | None = None
    has_ended: bool = False
    member_node: str | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """The id of a user or group that the directory reports as deleted; `kind` is Identity or Group."""

    id: str
    kind: str = "Identity"


@dataclass(frozen=True, slots=True)
class AppAssignment:
    """An identity or a group (`assignee_kind`) that is assigned to an application."""

    application_id: str
    application_name: str | None
    assignee_kind: str
    assignee_id: str


DirectoryObject = DirectoryUser | DirectoryGroup | GroupMembership | Removal | AppAssignment


def identity_type(words: str | None) -> str:
    """human, service or agent, from a directory's free text such as `Service Account`."""
    word = re.sub(r"[^a-z]", "", (words or "").lower())
    return "service" if word in _SERVICE_WORDS else "agent" if word in _AGENT_WORDS else "human"


def unique_emails(*emails: str | None) -> tuple[str, ...]:
    """The addresses that are not empty, each once, in order."""
    return tuple(dict.fromkeys(email for email in emails if email))


def merge_users(known: DirectoryUser, later: DirectoryUser) -> DirectoryUser:
    """One user of two partial entries: the fields that the later one leaves empty stay as they were."""
    contents = {item.name: getattr(later, item.name) for item in fields(later)}
    return replace(known, **{name: content for name, content in contents.items() if content not in (None, (), UNKNOWN)})


class DirectoryClaims:
    """The users and groups of one run as claims; resolves emails, logins and employee numbers to node ids."""

    def __init__(self, prefix: str, users: Mapping[str, DirectoryUser], groups: Mapping[str, DirectoryGroup]) -> None:
        self._prefix, self._users, self._groups = prefix, users, groups
        # By email, login or employee number, lower-cased: the user's id, or None where two users share the name.
        self._id_by_name: dict[str, str | None] = {}
        # An address that was given to somebody new is theirs.
        present = [user for user in users.values() if user.status != DEPARTED]
        self._present_emails = {email for user in present for email in user.emails}
        for user in sorted(users.values(), key=lambda user: user.status == DEPARTED):
            for name in {*user.emails, *map(canonical_address, (user.login or "", user.employee_number or ""))} - {""}:
                if name not in self._id_by_name:
                    self._id_by_name[name] = user.id
                elif user.status != DEPARTED:
                    self._id_by_name[name] = None

    def nodes(self) -> Iterator[Node]:
        """All users, then all groups."""
        for user in self._users.values():
            yield self._user_node(user)
        for group in self._groups.values():
            everybody: dict[str, Any] = {"members": "domain", "domains": list(group.domains)} if group.domains else {}
            addresses = {"emails": sorted(group.emails)} if group.emails else {}
            props = {"type": group.type} | everybody | addresses
            yield Node(id=f"Group:{self._prefix}/{group.id}", name=group.name, props=props)

    def managers(self) -> Iterator[Edge]:
        """`(:Identity)-[:REPORTS_TO]->(:Identity)`; a manager whom no entry describes stays visible by id or email."""
        for user in self._users.values():
            if user.manager is not None:
                yield Edge(
                    kind="REPORTS_TO",
                    source=f"Identity:{self._prefix}/{user.id}",
                    target=self._identity_id(user.manager),
                    evidence="manager in the directory",
                )

    def memberships(self, memberships: Iterable[GroupMembership], now: int, *, all_users_known: bool) -> Iterator[Edge]:
        """The direct memberships; an unlisted member counts as an outsider only if all users are known."""
        for membership in memberships:
            yield Edge(
                kind="MEMBER_OF",
                source=self._member_id(membership, all_users_known),
                target=f"Group:{self._prefix}/{membership.group_id}",
                until=now if membership.has_ended else None,
                evidence="member in the directory",
            )

    def assignments(self, assignments: Iterable[AppAssignment]) -> Iterator[Node | Edge]:
        """The applications, and who may use each: groups themselves, identities by their account in the directory.

        An application that is itself an identity of the directory has the status of that identity.
        """
        for assignment in assignments:
            application_id = f"Application:{self._prefix}/{assignment.application_id}"
            principal = self._users.get(assignment.application_id)
            status = _APPLICATION_STATUS.get(principal.status, "unknown") if principal is not None else "unknown"
            yield Node(id=application_id, name=assignment.application_name, props={"status": status})
            assignee_id = f"Group:{self._prefix}/{assignment.assignee_id}"
            if assignment.assignee_kind == "Identity":
                assignee_id = f"Account:{self._prefix}/{assignment.assignee_id}"
                user = self._users.get(assignment.assignee_id)
                if user is not None:
                    yield _account_node(assignee_id, user)
                yield Edge(
                    kind="HAS_ACCOUNT",
                    source=f"Identity:{self._prefix}/{assignment.assignee_id}",
                    target=assignee_id,
                    evidence="its account in the directory",
                )
            yield Edge(kind="CAN_USE", source=assignee_id, target=application_id, evidence="assigned in the directory")

    def _member_id(self, membership: GroupMembership, all_users_known: bool) -> str:
        member_id = membership.member_id
        if membership.member_node is not None:
            return membership.member_node
        is_user, is_group = member_id in self._users, member_id in self._groups
        if membership.member_email and (member_id is None or (all_users_known and not (is_user or is_group))):
            return self._identity_id(membership.member_email)
        kind = membership.member_kind or ("Group" if is_group and not is_user else "Identity")
        return f"{kind}:{self._prefix}/{member_id}"

    def _identity_id(self, name: str) -> str:
        """The identity that an id, an email or an employee number names."""
        if name in self._users:
            return f"Identity:{self._prefix}/{name}"
        user_id = self._id_by_name.get(canonical_address(name))
        if user_id is None and "@" in name:
            return f"Identity:email/{canonical_address(name)}"
        return f"Identity:{self._prefix}/{user_id or name}"

    def _user_node(self, user: DirectoryUser) -> Node:
        is_departed = user.status == DEPARTED
        emails = [email for email in user.emails if not is_departed or email not in self._present_emails]
        props = {
            "type": user.type,
            "subject": user.id,
            "status": user.status,
            "provider_status": user.provider_status,
            "departed_at": None if user.departed_at is None else write_moment(user.departed_at),
            "emails": emails or None,
            "department": user.department,
            "cost_center": user.cost_center,
            "title": user.title,
            # Not an external_id: two companies count their people alike, and contractors share one such as N/A.
            "employee_number": user.employee_number,
        }
        return Node(
            id=f"Identity:{self._prefix}/{user.id}",
            name=user.name,
            props={name: props[name] for name in sorted(props) if props[name] is not None},
        )


def _account_node(account_id: str, user: DirectoryUser) -> Node:
    props = {"managed": "yes", "status": _ACCOUNT_STATUS.get(user.status, "unknown"), "subject": user.id}
    if user.emails:
        props["email"] = user.emails[0]
    return Node(id=account_id, name=user.name, props=dict(sorted(props.items())))
