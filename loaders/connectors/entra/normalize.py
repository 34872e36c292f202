"""This file knows what the objects of a Microsoft Entra tenant say, and which scopes their pages prove."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.entra.fetch import (
    ASSIGNMENTS,
    CHANGES,
    DELTA_LINK,
    NEXT_LINK,
    PRINCIPALS,
    ROUND,
    write_checkpoint,
)
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
    AppAssignment,
    DirectoryGroup,
    DirectoryUser,
    GroupMembership,
    Removal,
    identity_type,
    unique_addresses,
)
from loaders.saved.fields import FieldReader

_KINDS = {"user": "Identity", "serviceprincipal": "Identity", "group": "Group"}
# Members that are no principals.
_THINGS = ("device", "orgcontact")
_COLLECTIONS = {
    "users": USERS,
    "groups": GROUPS,
    "serviceprincipals": PRINCIPALS,
    "directoryobjects": MEMBERS,
    "approleassignments": ASSIGNMENTS,
}


def recognize(document: Document) -> bool:
    """A saved page of Microsoft Graph: users, groups, service principals, members in a file called `members-GROUP.json`,
    or assignments to an application."""
    return document.format == "json" and _call_of(document.content) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per tenant. A round of changes tells what changed and who is gone, and vouches for nothing."""
    return normalize_directory(pages, context, _ENTRA)


def _read_user(user: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    if "@removed" in user.body:
        yield Removal(user.required("id"))
    elif asked.get(ROUND) != CHANGES:
        left_at = user.moment("deletedDateTime")
        yield DirectoryUser(
            id=user.required("id"),
            name=user.text("displayName") or user.text("userPrincipalName"),
            type=identity_type(user.text("employeeType")),
            status=DEPARTED if left_at is not None else _status(user),
            departed_at=left_at,
            emails=unique_addresses(user.email("mail"), user.email("userPrincipalName")),
            department=user.text("department"),
            cost_center=user.child_or_empty("employeeOrgData").text("costCenter"),
            title=user.text("jobTitle"),
            employee_number=user.text("employeeId"),
            manager=_manager(user),
        )


def _read_principal(principal: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    if "@removed" in principal.body:
        yield Removal(principal.required("id"))
    elif asked.get(ROUND) != CHANGES:
        said = principal.text("servicePrincipalType")
        yield DirectoryUser(
            id=principal.required("id"),
            name=principal.text("displayName") or principal.text("appDisplayName"),
            type="agent" if identity_type(said) == "agent" else "service",
            status=_status(principal),
            login=principal.text("appId"),
        )


def _read_group(group: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    group_id = group.required("id")
    if "@removed" in group.body:
        yield Removal(group_id, "Group")
        return
    if asked.get(ROUND) != CHANGES:
        yield DirectoryGroup(group_id, group.text("displayName"))
    for member in group.children("members@delta"):
        yield from _read_member(member, {"group": group_id})


def _read_member(member: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    kind = (member.text("@odata.type") or "").rpartition(".")[2].lower()
    if kind not in _THINGS:
        ended = "@removed" in member.body
        yield GroupMembership(asked["group"], member.required("id"), _KINDS.get(kind), ended=ended)


def _read_assignment(assignment: FieldReader, asked: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    kind = _KINDS.get((assignment.text("principalType") or "").lower())
    if kind is None:
        assignment.refuse("principalType", "it is none of User, Group, ServicePrincipal")
    yield AppAssignment(
        assignment.required("resourceId"),
        assignment.text("resourceDisplayName"),
        kind,
        assignment.required("principalId"),
    )


def _manager(user: FieldReader) -> str | None:
    """The id of the manager, which rounds tell in a list of changes and single objects in an object."""
    present = [entry for entry in user.children("manager@delta") if "@removed" not in entry.body]
    return present[-1].required("id") if present else user.child_or_empty("manager").text("id")


def _status(entry: FieldReader) -> str:
    # Absent means that it was not asked for.
    return {True: ACTIVE, False: SUSPENDED, None: UNKNOWN}[entry.flag("accountEnabled")]


def _call_of(body: Any) -> str | None:
    """The collection that a page says it is of, else the one whose documented entries look like its own."""
    found = body.get("value") if isinstance(body, Mapping) else None
    if not isinstance(found, list):
        return None
    where = body.get("@odata.context")
    host, mark, rest = where.partition("/$metadata#") if isinstance(where, str) else ("", "", "")
    if mark and "graph.microsoft" in host:
        return _COLLECTIONS.get(rest.partition("(")[0].partition("/")[0].lower())
    first = found[0] if found and isinstance(found[0], Mapping) else {}
    if "appId" in first and "servicePrincipalNames" in first:
        return PRINCIPALS
    if "principalId" in first and "appRoleId" in first:
        return ASSIGNMENTS
    return USERS if "userPrincipalName" in first else None


def _extent(call: str, body: Any) -> ListCoverage:
    # A round of changes ends with the same link as one of everything: from a file, neither proves anything.
    # Assignments are of one application, and there may be others.
    return ListCoverage(is_all=call != ASSIGNMENTS and not body.get(NEXT_LINK) and not body.get(DELTA_LINK))


_ENTRA = DirectoryMapping(
    system="entra",
    lists=dict.fromkeys((USERS, GROUPS, PRINCIPALS, MEMBERS, ASSIGNMENTS), "value"),
    read={
        USERS: _read_user,
        GROUPS: _read_group,
        PRINCIPALS: _read_principal,
        MEMBERS: _read_member,
        ASSIGNMENTS: _read_assignment,
    },
    scopes={
        ("Identity", "REPORTS_TO"): (USERS, PRINCIPALS),
        ("Group",): (GROUPS,),
        ("MEMBER_OF",): (GROUPS, MEMBERS),
        ("Application", "Account", "HAS_ACCOUNT", "CAN_USE"): (USERS, PRINCIPALS, ASSIGNMENTS),
    },
    call_of=_call_of,
    extent=_extent,
    merges=True,
    checkpoint=write_checkpoint,
)
