"""This file knows the billing groups of a Cursor team: what each is, and who was in it from when to when."""

from __future__ import annotations

from dataclasses import dataclass

from graph.claims import Edge, Node
from loaders.connectors.cursor.field import Entry
from loaders.connectors.cursor.member import Directory, account_id


@dataclass(frozen=True, slots=True)
class Stay:
    """One person's time in a billing group."""

    group: str
    user_id: str | None
    email: str | None
    since: int | None
    until: int | None


def group_node(entry: Entry) -> Node:
    """A billing group: whoever is in it is paid for by that cost center. Raises RecordError without an id."""
    props: dict[str, str] = {"type": "cost_center"}
    directory_group = entry.text("directoryGroupId")
    if directory_group is not None:
        props["directory_group_id"] = directory_group
    return Node(id=_group_id(entry), name=entry.text("name"), props=props)


def read_stay(group: str, entry: Entry, current: bool) -> Stay:
    """One entry of currentMembers or formerMembers. Raises RecordError; a former member needs an end."""
    user_id, email = entry.identifier("userId"), entry.email("email")
    if user_id is None and email is None:
        entry.refuse("userId", "a member needs an id or an email")
    since, until = entry.moment("joinedAt"), entry.moment("leftAt")
    if not current and until is None:
        entry.refuse("leftAt", "a former member left at some time")
    if since is not None and until is not None and since > until:
        entry.refuse("leftAt", "it is before joinedAt")
    return Stay(group, user_id, email, since, until)


def membership(stay: Stay, directory: Directory) -> Edge:
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


def _group_id(entry: Entry) -> str:
    group = entry.identifier("id")
    if group is None:
        entry.refuse("id", "a billing group needs an id")
    return f"Group:cursor/{group}"
