"""Roles of Google Cloud: what each permits, per service, and what the permissions of a custom role permit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.ontology import Permission
from loaders.connectors.gcp.resources import BIGQUERY, STORAGE

EVERYTHING = ""
UNMAPPED, CUSTOM = "unmapped role, counted as WRITE", "unmapped custom role, counted as WRITE"
BY_SUFFIX = "by the last word of the role"

_ROLE = re.compile(r"roles/(?P<service>[A-Za-z0-9]+)\.(?P<name>[A-Za-z0-9.]+)\Z")

_GENERAL_ROLES = {
    "roles/owner": Permission.ADMIN,
    "roles/admin": Permission.ADMIN,
    "roles/editor": Permission.WRITE,
    "roles/writer": Permission.WRITE,
    "roles/viewer": Permission.READ,
    "roles/reader": Permission.READ,
    "roles/browser": Permission.DISCOVER,
    # Whoever sets policies may grant themselves the rest.
    "roles/iam.securityAdmin": Permission.ADMIN,
    "roles/iam.securityReviewer": Permission.DISCOVER,
    "roles/resourcemanager.organizationAdmin": Permission.ADMIN,
    "roles/resourcemanager.folderAdmin": Permission.ADMIN,
    "roles/resourcemanager.folderIamAdmin": Permission.ADMIN,
    "roles/resourcemanager.projectIamAdmin": Permission.ADMIN,
    "roles/resourcemanager.organizationViewer": Permission.DISCOVER,
    "roles/resourcemanager.folderViewer": Permission.DISCOVER,
}
_SERVICE_ROLES = {
    BIGQUERY: {
        "admin": Permission.ADMIN,
        "dataOwner": Permission.ADMIN,
        "studioAdmin": Permission.ADMIN,
        "dataEditor": Permission.WRITE,
        "dataViewer": Permission.READ,
        "filteredDataViewer": Permission.READ,
        "metadataViewer": Permission.DISCOVER,
        "user": Permission.DISCOVER,
        "studioUser": Permission.DISCOVER,
        "jobUser": Permission.DISCOVER,
        "readSessionUser": Permission.DISCOVER,
        "resourceViewer": Permission.DISCOVER,
        "resourceEditor": Permission.DISCOVER,
        "resourceAdmin": Permission.DISCOVER,
    },
    "secretmanager": {
        "secretAccessor": Permission.READ,
        "secretVersionAdder": Permission.WRITE,
        "secretVersionManager": Permission.WRITE,
    },
    STORAGE: {
        "admin": Permission.ADMIN,
        "objectAdmin": Permission.ADMIN,
        "folderAdmin": Permission.ADMIN,
        "legacyBucketOwner": Permission.ADMIN,
        "legacyObjectOwner": Permission.ADMIN,
        "objectUser": Permission.WRITE,
        "objectCreator": Permission.WRITE,
        "legacyBucketWriter": Permission.WRITE,
        "objectViewer": Permission.READ,
        "legacyObjectReader": Permission.READ,
        "legacyBucketReader": Permission.DISCOVER,
        "bucketViewer": Permission.DISCOVER,
        "insightsCollectorService": Permission.DISCOVER,
    },
}
# The last word of a role's name, for services that have no table of their own.
_SUFFIXES = {
    "admin": Permission.ADMIN,
    "owner": Permission.ADMIN,
    "editor": Permission.WRITE,
    "writer": Permission.WRITE,
    "viewer": Permission.READ,
    "reader": Permission.READ,
}
_LAST_WORD = re.compile(r"(?:[A-Z]|\A|(?<=\.))[a-z]+(?=\Z|\.v[0-9])")
_ACT_AS_ROLES = frozenset(
    {
        "roles/iam.serviceAccountAdmin",
        "roles/iam.serviceAccountKeyAdmin",
        "roles/iam.serviceAccountOpenIdTokenCreator",
        "roles/iam.serviceAccountTokenCreator",
        "roles/iam.serviceAccountUser",
        "roles/iam.workloadIdentityUser",
    }
)
_ACT_AS_VERBS = frozenset(
    {"actAs", "getAccessToken", "getOpenIdToken", "implicitDelegation", "signBlob", "signJwt", "setIamPolicy"}
)
_READ_PERMISSIONS = frozenset(
    {
        "bigquery.tables.getData",
        "bigquery.tables.export",
        "bigquery.models.getData",
        "bigquery.models.export",
        "bigquery.rowAccessPolicies.getFilteredData",
        "bigquery.readsessions.getData",
        "storage.objects.get",
    }
)
_DISCOVER_PERMISSIONS = frozenset({"bigquery.jobs.create", "bigquery.readsessions.create"})
_DATA_SERVICES = (BIGQUERY, STORAGE)


@dataclass(frozen=True, slots=True)
class RoleRight:
    """What a role permits: on `service` of the resource it is granted on (EVERYTHING: on all of it), or, with
    `acts_as_accounts`, to act as its service accounts. `remark` is for the evidence."""

    permission: Permission
    service: str = EVERYTHING
    remark: str = ""
    acts_as_accounts: bool = False


def rights_of(role: str, permissions: Iterable[str] | None) -> list[RoleRight]:
    """What a role permits; `permissions` are those of a custom role, None if no answer lists them."""
    if role in _GENERAL_ROLES:
        return [RoleRight(_GENERAL_ROLES[role])]
    if role in _ACT_AS_ROLES:
        return [RoleRight(Permission.ADMIN, acts_as_accounts=True)]
    match = _ROLE.match(role)
    known = _SERVICE_ROLES.get(match["service"], {}).get(match["name"]) if match else None
    if match and known is not None:
        return [RoleRight(known, match["service"])]
    if permissions is not None:
        return _rights_by_permission(permissions)
    if match:
        word = _LAST_WORD.search(match["name"])
        level = _SUFFIXES.get(word[0].lower()) if word else None
        return [RoleRight(level or Permission.WRITE, match["service"], BY_SUFFIX if level else UNMAPPED)]
    return [RoleRight(Permission.WRITE, EVERYTHING, CUSTOM)]


def _rights_by_permission(permissions: Iterable[str]) -> list[RoleRight]:
    levels: dict[str, Permission] = {}
    acts_as_accounts = False
    for permission in permissions:
        service, _, rest = permission.partition(".")
        if service == "iam":
            acts_as_accounts |= rest.startswith("serviceAccounts.") and rest.rpartition(".")[2] in _ACT_AS_VERBS
            acts_as_accounts |= rest == "serviceAccountKeys.create"
            continue
        level = _level_of(service, permission)
        if service == "resourcemanager":
            # Of the hierarchy itself only its policies lead to data.
            service, level = EVERYTHING, level if level is Permission.ADMIN else Permission.DISCOVER
        levels[service] = max(levels.get(service, level), level)
    rights = [RoleRight(level, service) for service, level in sorted(levels.items())]
    return [*rights, RoleRight(Permission.ADMIN, acts_as_accounts=True)] if acts_as_accounts else rights


def _level_of(service: str, permission: str) -> Permission:
    verb = permission.rpartition(".")[2]
    if verb == "setIamPolicy":
        return Permission.ADMIN
    if permission in _READ_PERMISSIONS:
        return Permission.READ
    if permission in _DISCOVER_PERMISSIONS or verb in ("list", "getIamPolicy"):
        return Permission.DISCOVER
    if verb == "get":
        # What `get` hands out of another service may be the data itself.
        return Permission.DISCOVER if service in (*_DATA_SERVICES, "resourcemanager") else Permission.READ
    return Permission.WRITE
