"""Microsoft Graph's directory objects as records: users, service principals, groups, members and assignments."""

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
from loaders.directory.normalize import GROUPS, MEMBERS, USERS, DirectoryMapping, ListCoverage, normalize_directory
from loaders.directory.principals import (
    ACTIVE,
    DEPARTED,
    SUSPENDED,
    UNKNOWN,
    AppAssignment,
    DirectoryGroup,
    DirectoryObject,
    DirectoryUser,
    GroupMembership,
    Removal,
    identity_type,
    unique_emails,
)
from loaders.saved.fields import FieldReader

_NODE_KINDS = {"user": "Identity", "serviceprincipal": "Identity", "group": "Group"}
# Members that are not principals.
_OTHER_MEMBERS = ("device", "orgcontact")
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
    return document.format == "json" and _collection_of(document.content) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per tenant. A round of changes says what changed and who was deleted, and proves nothing complete."""
    return normalize_directory(pages, context, _ENTRA)


def _read_user(user: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    if "@removed" in user.body:
        yield Removal(user.required("id"))
    elif request.get(ROUND) != CHANGES:
        deleted_at = user.moment("deletedDateTime")
        yield DirectoryUser(
            id=user.required("id"),
            name=user.text("displayName") or user.text("userPrincipalName"),
            type=identity_type(user.text("employeeType")),
            status=DEPARTED if deleted_at is not None else _status(user),
            departed_at=deleted_at,
            emails=unique_emails(user.email("mail"), user.email("userPrincipalName"), *_guest_emails(user)),
            department=user.text("department"),
            cost_center=user.child_or_empty("employeeOrgData").text("costCenter"),
            title=user.text("jobTitle"),
            employee_number=user.text("employeeId"),
            manager=_manager(user),
        )


def _guest_emails(user: FieldReader) -> list[str]:
    """The addresses by which a guest was invited. Those of a member are the person's own, for recovery."""
    is_guest = user.text("userType") == "Guest" or "#EXT#" in (user.text("userPrincipalName") or "").upper()
    return user.emails("otherMails") if is_guest else []


def _read_principal(principal: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    if "@removed" in principal.body:
        yield Removal(principal.required("id"))
    elif request.get(ROUND) != CHANGES:
        principal_type = principal.text("servicePrincipalType")
        yield DirectoryUser(
            id=principal.required("id"),
            name=principal.text("displayName") or principal.text("appDisplayName"),
            type="agent" if identity_type(principal_type) == "agent" else "service",
            status=_status(principal),
            login=principal.text("appId"),
        )


def _read_group(group: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    group_id = group.required("id")
    if "@removed" in group.body:
        yield Removal(group_id, "Group")
        return
    if request.get(ROUND) != CHANGES:
        yield DirectoryGroup(group_id, group.text("displayName"))
    for member in group.children("members@delta"):
        yield from _read_member(member, {"group": group_id})


def _read_member(member: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    type_name = (member.text("@odata.type") or "").rpartition(".")[2].lower()
    if type_name not in _OTHER_MEMBERS:
        has_ended = "@removed" in member.body
        kind = _NODE_KINDS.get(type_name)
        yield GroupMembership(request["group"], member.required("id"), kind, has_ended=has_ended)


def _read_assignment(assignment: FieldReader, request: Mapping[str, Any]) -> Iterable[DirectoryObject]:
    kind = _NODE_KINDS.get((assignment.text("principalType") or "").lower())
    if kind is None:
        assignment.refuse("principalType", "it must be User, Group or ServicePrincipal")
    yield AppAssignment(
        application_id=assignment.required("resourceId"),
        application_name=assignment.text("resourceDisplayName"),
        assignee_kind=kind,
        assignee_id=assignment.required("principalId"),
    )


def _manager(user: FieldReader) -> str | None:
    """The id of the manager: delta rounds give a list of changes, single objects an object."""
    present = [entry for entry in user.children("manager@delta") if "@removed" not in entry.body]
    return present[-1].required("id") if present else user.child_or_empty("manager").text("id")


def _status(entry: FieldReader) -> str:
    # Absent means that the request did not select it.
    return {True: ACTIVE, False: SUSPENDED, None: UNKNOWN}[entry.flag("accountEnabled")]


def _collection_of(body: object) -> str | None:
    """The collection that a page says it is of, else the one whose documented entries look like its own."""
    entries = body.get("value") if isinstance(body, Mapping) else None
    if not isinstance(body, Mapping) or not isinstance(entries, list):
        return None
    context = body.get("@odata.context")
    host, mark, rest = context.partition("/$metadata#") if isinstance(context, str) else ("", "", "")
    if mark and "graph.microsoft" in host:
        return _COLLECTIONS.get(rest.partition("(")[0].partition("/")[0].lower())
    first = entries[0] if entries and isinstance(entries[0], Mapping) else {}
    if "appId" in first and "servicePrincipalNames" in first:
        return PRINCIPALS
    if "principalId" in first and "appRoleId" in first:
        return ASSIGNMENTS
    return USERS if "userPrincipalName" in first else None


def _coverage(collection: str, body: Mapping[str, object]) -> ListCoverage:
    # A round of changes ends with the same link as one of everything: from a file, neither proves anything.
    # Assignments are of one application, and there may be others.
    is_last = not body.get(NEXT_LINK) and not body.get(DELTA_LINK)
    return ListCoverage(is_only_page=collection != ASSIGNMENTS and is_last)


_ENTRA = DirectoryMapping(
    system="entra",
    entries_fields=dict.fromkeys((USERS, GROUPS, PRINCIPALS, MEMBERS, ASSIGNMENTS), "value"),
    parsers={
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
    collection_of=_collection_of,
    coverage=_coverage,
    has_partial_entries=True,
    checkpoint=write_checkpoint,
)
