"""This file knows the members of Google Cloud's bindings and the nodes they become."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

ALL_USERS, ALL_SIGNED_IN = "Group:gcp/allUsers", "Group:gcp/allAuthenticatedUsers"

_SPECIAL = {"allUsers": ALL_USERS, "allAuthenticatedUsers": ALL_SIGNED_IN}
# The words of a dataset's access for who holds a basic role on its project.
_OF_PROJECT = {"projectOwners": "projectOwner", "projectWriters": "projectEditor", "projectReaders": "projectViewer"}
BASIC_GROUPS = {"roles/owner": "projectOwner", "roles/editor": "projectEditor", "roles/viewer": "projectViewer"}
_SERVICE_DOMAIN = re.compile(
    r"(?P<name>[^@]+)@(?:(?P<project>[^.@]+)\.iam|developer|appspot|(?P<agent>.+)\.iam)\.gserviceaccount\.com\Z"
)


@dataclass(frozen=True, slots=True)
class IamMember:
    """A member as a node. `address` of a user or service account; `is_gone` for one that was deleted, which has nothing."""

    id: str
    name: str
    props: dict[str, Any] = field(default_factory=dict)
    address: str | None = None
    is_user: bool = False
    is_gone: bool = False
    remark: str = ""


def read_member(text: str) -> IamMember:
    """The member that a binding names."""
    if text in _SPECIAL:
        return IamMember(_SPECIAL[text], text)
    sort, _, rest = text.partition(":")
    if sort == "deleted":
        node = "Group" if rest.startswith("group:") else "Account"
        props = {"status": "deleted"} if node == "Account" else {"type": "directory_group"}
        return IamMember(f"{node}:gcp/{text}", rest.partition("?")[0], props, is_gone=True)
    address = rest.lower()
    if sort == "user":
        # Some bindings call a service account a user.
        return service(address) if is_service(address) else user(address)
    if sort == "serviceAccount":
        return service(address)
    if sort == "group":
        return IamMember(f"Group:gcp/{address}", address, {"type": "directory_group"})
    if sort == "domain":
        return IamMember(f"Group:gcp/domain:{address}", f"everyone in {address}", {"type": "organization"})
    if sort in BASIC_GROUPS.values():
        return IamMember(f"Group:gcp/{sort}:{rest}", f"{sort} of {rest}", {"type": "role"})
    if sort == "principal":
        return IamMember(f"Account:gcp/{text}", rest.rpartition("/")[2])
    remark = "" if sort == "principalSet" else "unmapped sort of member, counted as a group"
    return IamMember(f"Group:gcp/{text}", text, remark=remark)


def special(word: str, project: str) -> str:
    """The member that a special group of a dataset's access means."""
    return f"{_OF_PROJECT[word]}:{project}" if word in _OF_PROJECT else word


def user(address: str) -> IamMember:
    return IamMember(f"Account:gcp/{address}", address, {"email": address}, address, is_user=True)


def service(address: str) -> IamMember:
    # Its address is no mailbox: nobody's directory could know it.
    return IamMember(f"Account:gcp/{address}", address, {"role": "service account"}, address)


def is_service(address: str) -> bool:
    return address.endswith(".gserviceaccount.com")


def project_of(address: str) -> str | None:
    """The project, by id or number, whose service account this is; None if its address does not say."""
    found = _SERVICE_DOMAIN.match(address)
    if found is None:
        return None
    if found["project"]:
        return found["project"]
    name = found["name"]
    return name.removesuffix("-compute") if "@developer." in address else name if "@appspot." in address else None
