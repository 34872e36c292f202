"""Members and billing groups of a Cursor team."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.claims import Edge, Node
from loaders.connectors.cursor.recognize import CursorReader


@dataclass(frozen=True, slots=True)
class Member:
    """One line of /teams/members. `removed` None: the answer does not say."""

    id: str | None
    email: str | None
    name: str | None
    role: str | None
    removed: bool | None

    @property
    def account(self) -> str:
        return account_id(self.id, self.email)


def read_member(entry: CursorReader) -> Member:
    """Raises RecordError for a wrong type and for a member without id and email."""
    member = Member(
        id=entry.identifier("id"),
        email=entry.email("email"),
        name=entry.text("name"),
        role=entry.text("role"),
        removed=entry.flag("isRemoved"),
    )
    if member.id is None and member.email is None:
        entry.refuse("id", "a member needs an id or an email")
    return member


def account_id(user_id: str | None, email: str | None) -> str:
    """The account of an id; without one the alias of its address, which is resolved when the snapshot is compiled."""
    return f"Account:cursor/{user_id}" if user_id is not None else f"Account:cursor/~{email}"


def account_node(member: Member) -> Node:
    """The account as Cursor shows it. Members who were removed stay listed, with status deleted."""
    status = {None: "unknown", True: "deleted", False: "active"}[member.removed]
    known = {"status": status, "email": member.email, "role": member.role}
    return Node(
        id=member.account,
        name=member.name or member.email,
        props={name: text for name, text in known.items() if text is not None},
    )


def seat(member: Member, application: str) -> Edge | None:
    """The membership in the team; one who was removed has none."""
    if member.removed:
        return None
    evidence = f"listed by /teams/members as {member.role or 'member'}"
    return Edge(kind="ACCOUNT_IN", source=member.account, target=application, evidence=evidence)


class Directory:
    """Which account an address means, among the members of one run."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._accounts: dict[str, str] = {}
        by_email: dict[str, list[Member]] = {}
        for member in members:
            if member.email is not None:
                by_email.setdefault(member.email, []).append(member)
        for email, same in by_email.items():
            # An address that was given to somebody new means its present holder; two present holders: nobody.
            present = {member.account for member in same if not member.removed}
            accounts = present or {member.account for member in same}
            if len(accounts) == 1:
                self._accounts[email] = accounts.pop()

    def account(self, email: str) -> str:
        """The member's account, or the alias of the address if no member, or more than one, has it."""
        return self._accounts.get(email) or account_id(None, email)


@dataclass(frozen=True, slots=True)
class Membership:
    """One person's time in a billing group."""

    group: str
    user_id: str | None
    email: str | None
    since: int | None
    until: int | None


def group_node(entry: CursorReader) -> Node:
    """A billing group: whoever is in it is paid for by that cost center. Raises RecordError without an id."""
    props: dict[str, str] = {"type": "cost_center"}
    directory_group = entry.text("directoryGroupId")
    if directory_group is not None:
        props["directory_group_id"] = directory_group
    return Node(id=_group_id(entry), name=entry.text("name"), props=props)


def read_membership(group: str, entry: CursorReader, current: bool) -> Membership:
    """One entry of currentMembers or formerMembers. Raises RecordError; a former member needs an end."""
    user_id, email = entry.identifier("userId"), entry.email("email")
    if user_id is None and email is None:
        entry.refuse("userId", "a member needs an id or an email")
    since, until = entry.moment("joinedAt"), entry.moment("leftAt")
    if not current and until is None:
        entry.refuse("leftAt", "a former member left at some time")
    if since is not None and until is not None and since > until:
        entry.refuse("leftAt", "it is before joinedAt")
    return Membership(group, user_id, email, since, until)


def membership_edge(stay: Membership, directory: Directory) -> Edge:
    """The edge of a stay; one with an end is a closed interval."""
    source = account_id(stay.user_id, None) if stay.user_id is not None else directory.account(stay.email or "")
    return Edge(
        kind="MEMBER_OF",
        source=source,
        target=stay.group,
        since=stay.since,
        until=stay.until,
        evidence="listed by /teams/groups",
    )


def _group_id(entry: CursorReader) -> str:
    group = entry.identifier("id")
    if group is None:
        entry.refuse("id", "a billing group needs an id")
    return f"Group:cursor/{group}"
