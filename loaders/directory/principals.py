"""This file knows what a directory tells of people and groups, and which records say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from graph.claims import Edge, Node
from graph.moment import write_moment

ACTIVE, SUSPENDED, DEPARTED, UNKNOWN = "active", "suspended", "departed", "unknown"

_SERVICE_WORDS = frozenset(
    {"application", "app", "bot", "machine", "nonhuman", "robot", "service", "serviceaccount", "serviceprincipal"}
    | {"serviceuser", "system", "systemaccount", "technical", "technicaluser", "workload"}
)
_AGENT_WORDS = frozenset({"agent", "aiagent", "agentidentity", "agentuser"})


@dataclass(frozen=True, slots=True)
class DirectoryUser:
    """One identity as its directory tells it.

    `manager` is an id, an address or an employee number: whatever the directory writes there. `said` is the status in
    the directory's own words. `login` is one more name by which others may call it.
    """

    id: str
    name: str | None = None
    type: str = "human"
    status: str = UNKNOWN
    said: str | None = None
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
    """One group of a directory."""

    id: str
    name: str | None = None
    type: str = "directory_group"


@dataclass(frozen=True, slots=True)
class GroupMembership:
    """One direct membership. `kind` is Identity or Group; None: whoever has that id. `ended`: it is over.

    `address` tells who a member is whom the directory does not list: an outsider.
    """

    group: str
    id: str | None
    kind: str | None = None
    address: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Removal:
    """An id that the directory reports as gone; `kind` is Identity or Group."""

    id: str
    kind: str = "Identity"


def identity_type(words: str | None) -> str:
    """human, service or agent, from a directory's free text such as `Service Account`."""
    word = re.sub(r"[^a-z]", "", (words or "").lower())
    return "service" if word in _SERVICE_WORDS else "agent" if word in _AGENT_WORDS else "human"


def unique_addresses(*addresses: str | None) -> tuple[str, ...]:
    """The addresses that are there, each once, in order."""
    return tuple(dict.fromkeys(address for address in addresses if address))


def merge_users(known: DirectoryUser, later: DirectoryUser) -> DirectoryUser:
    """One person of two pieces: what the later one does not say is as it was."""
    told = {item.name: getattr(later, item.name) for item in fields(later)}
    said = {name: term for name, term in told.items() if term not in (None, (), UNKNOWN)}
    return replace(known, **said)


class DirectoryClaims:
    """The people and groups of one run under their node ids, and whom a name among them means."""

    def __init__(self, prefix: str, people: Mapping[str, DirectoryUser], teams: Mapping[str, DirectoryGroup]) -> None:
        self._prefix, self._people, self._teams = prefix, people, teams
        self._named: dict[str, str | None] = {}
        # An address that was given to somebody new is theirs.
        here = [person for person in people.values() if person.status != DEPARTED]
        self._held = {address for person in here for address in person.emails}
        for person in sorted(people.values(), key=lambda one: one.status == DEPARTED):
            for name in {*person.emails, (person.login or "").lower(), (person.employee_number or "").lower()} - {""}:
                if name not in self._named:
                    self._named[name] = person.id
                elif person.status != DEPARTED:
                    # A name that two people bear means neither.
                    self._named[name] = None

    def nodes(self) -> Iterator[Node]:
        """Everybody and every group."""
        for person in self._people.values():
            yield self._person(person)
        for team in self._teams.values():
            yield Node(id=f"Group:{self._prefix}/{team.id}", name=team.name, props={"type": team.type})

    def reports(self) -> Iterator[Edge]:
        """Who reports to whom; a manager whom nobody described stays visible."""
        for person in self._people.values():
            if person.manager is not None:
                boss = self._identity(person.manager)
                yield Edge(
                    kind="REPORTS_TO",
                    source=f"Identity:{self._prefix}/{person.id}",
                    target=boss,
                    evidence="manager in the directory",
                )

    def memberships(self, members: Iterable[GroupMembership], now: int, everybody_is_known: bool) -> Iterator[Edge]:
        """The direct memberships. Only where everybody is known, a member who is not listed is an outsider."""
        for member in members:
            yield Edge(
                kind="MEMBER_OF",
                source=self._member(member, everybody_is_known),
                target=f"Group:{self._prefix}/{member.group}",
                until=now if member.ended else None,
                evidence="member in the directory",
            )

    def _member(self, member: GroupMembership, everybody_is_known: bool) -> str:
        is_listed = member.id in self._people or member.id in self._teams
        if member.address and (member.id is None or (everybody_is_known and not is_listed)):
            return self._identity(member.address)
        kind = member.kind or ("Group" if member.id in self._teams and member.id not in self._people else "Identity")
        return f"{kind}:{self._prefix}/{member.id}"

    def _identity(self, name: str) -> str:
        """The identity that an id, an address or an employee number means."""
        if name in self._people:
            return f"Identity:{self._prefix}/{name}"
        found = self._named.get(name.lower())
        if found is None and "@" in name:
            return f"Identity:email/{name.lower()}"
        return f"Identity:{self._prefix}/{found or name}"

    def _person(self, person: DirectoryUser) -> Node:
        known = {
            "type": person.type,
            "subject": person.id,
            "status": person.status,
            "provider_status": person.said,
            "departed_at": None if person.departed_at is None else write_moment(person.departed_at),
            "emails": [one for one in person.emails if person.status != DEPARTED or one not in self._held] or None,
            "department": person.department,
            "cost_center": person.cost_center,
            "title": person.title,
            # Not an external_id: two companies count their people alike, and contractors share one such as N/A.
            "employee_number": person.employee_number,
        }
        props = {name: known[name] for name in sorted(known) if known[name] is not None}
        return Node(id=f"Identity:{self._prefix}/{person.id}", name=person.name, props=props)


_ACCOUNTS = {ACTIVE: "active", SUSPENDED: "suspended", DEPARTED: "deleted"}
_SERVING = {ACTIVE: "active", SUSPENDED: "disabled"}


@dataclass(frozen=True, slots=True)
class AppAssignment:
    """An identity or a group (`kind`) that is assigned to an application."""

    application: str
    name: str | None
    kind: str
    id: str


def assignment_claims(
    prefix: str, uses: Iterable[AppAssignment], people: Mapping[str, DirectoryUser]
) -> Iterator[Node | Edge]:
    """The applications, and who may use each: groups themselves, identities by their account in the directory.

    An application that is itself an identity of the directory serves as long as that is active.
    """
    for use in uses:
        application, own = f"Application:{prefix}/{use.application}", people.get(use.application)
        serving = _SERVING.get(own.status, "unknown") if own is not None else "unknown"
        yield Node(id=application, name=use.name, props={"status": serving})
        source = f"Group:{prefix}/{use.id}"
        if use.kind == "Identity":
            source = f"Account:{prefix}/{use.id}"
            person = people.get(use.id)
            if person is not None:
                yield _account(source, person)
            holder = f"Identity:{prefix}/{use.id}"
            yield Edge(kind="HAS_ACCOUNT", source=holder, target=source, evidence="its account in the directory")
        yield Edge(kind="CAN_USE", source=source, target=application, evidence="assigned in the directory")


def _account(account: str, person: DirectoryUser) -> Node:
    props = {"managed": "yes", "status": _ACCOUNTS.get(person.status, "unknown"), "subject": person.id}
    if person.emails:
        props["email"] = person.emails[0]
    return Node(id=account, name=person.name, props=dict(sorted(props.items())))
