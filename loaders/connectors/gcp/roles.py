"""This file knows what Google Cloud's roles let their holder do, per service, and what a custom role's permissions do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.ontology import Permission
from loaders.connectors.gcp.resources import BIGQUERY, STORAGE

EVERYTHING = ""
UNMAPPED, CUSTOM = "unmapped role, counted as WRITE", "unmapped custom role, counted as WRITE"

_ROLE = re.compile(r"roles/(?P<service>[A-Za-z0-9]+)\.(?P<name>[A-Za-z0-9.]+)\Z")

_BASIC = {
    "roles/owner": Permission.ADMIN,
    "roles/admin": Permission.ADMIN,
    "roles/editor": Permission.WRITE,
    "roles/writer": Permission.WRITE,
    "roles/viewer": Permission.READ,
    "roles/reader": Permission.READ,
    "roles/browser": Permission.DISCOVER,
    # Whoever sets policies may give themselves the rest.
    "roles/iam.securityAdmin": Permission.ADMIN,
    "roles/iam.securityReviewer": Permission.DISCOVER,
    "roles/resourcemanager.organizationAdmin": Permission.ADMIN,
    "roles/resourcemanager.folderAdmin": Permission.ADMIN,
    "roles/resourcemanager.folderIamAdmin": Permission.ADMIN,
    "roles/resourcemanager.projectIamAdmin": Permission.ADMIN,
    "roles/resourcemanager.organizationViewer": Permission.DISCOVER,
    "roles/resourcemanager.folderViewer": Permission.DISCOVER,
}
_OF_SERVICE = {
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
_ACTS_AS = frozenset(
    {
        "roles/iam.serviceAccountAdmin",
        "roles/iam.serviceAccountKeyAdmin",
        "roles/iam.serviceAccountOpenIdTokenCreator",
        "roles/iam.serviceAccountTokenCreator",
        "roles/iam.serviceAccountUser",
        "roles/iam.workloadIdentityUser",
    }
)
_ACTING = frozenset(
    {"actAs", "getAccessToken", "getOpenIdToken", "implicitDelegation", "signBlob", "signJwt", "setIamPolicy"}
)
_READING = frozenset(
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
_SEEING = frozenset({"bigquery.jobs.create", "bigquery.readsessions.create"})
_DATA_SERVICES = (BIGQUERY, STORAGE)


@dataclass(frozen=True, slots=True)
class RoleRight:
    """What a role permits: at `service` of what it is granted on (EVERYTHING: at all of it), or, with `acts`, to act as
    service accounts; `remark` is for the evidence."""

    permission: Permission
    service: str = EVERYTHING
    remark: str = ""
    acts: bool = False


def rights_of(role: str, permissions: Iterable[str] | None) -> list[RoleRight]:
    """What a role permits; `permissions` are a custom role's own, None if nobody gave them."""
    if role in _BASIC:
        return [RoleRight(_BASIC[role])]
    if role in _ACTS_AS:
        return [RoleRight(Permission.ADMIN, acts=True)]
    found = _ROLE.match(role)
    known = _OF_SERVICE.get(found["service"], {}).get(found["name"]) if found else None
    if found and known is not None:
        return [RoleRight(known, found["service"])]
    if permissions is not None:
        return _rights_by_permission(permissions)
    if found:
        return [RoleRight(Permission.WRITE, found["service"], UNMAPPED)]
    return [RoleRight(Permission.WRITE, EVERYTHING, CUSTOM)]


def _rights_by_permission(permissions: Iterable[str]) -> list[RoleRight]:
    levels: dict[str, Permission] = {}
    acts = False
    for permission in permissions:
        service, _, rest = permission.partition(".")
        if service == "iam":
            acts |= rest.startswith("serviceAccounts.") and rest.rpartition(".")[2] in _ACTING
            acts |= rest == "serviceAccountKeys.create"
            continue
        level = _level(service, permission)
        if service == "resourcemanager":
            # Of the hierarchy itself only its policies lead to data.
            service, level = EVERYTHING, level if level is Permission.ADMIN else Permission.DISCOVER
        levels[service] = max(levels.get(service, level), level)
    rights = [RoleRight(level, service) for service, level in sorted(levels.items())]
    return [*rights, RoleRight(Permission.ADMIN, acts=True)] if acts else rights


def _level(service: str, permission: str) -> Permission:
    verb = permission.rpartition(".")[2]
    if verb == "setIamPolicy":
        return Permission.ADMIN
    if permission in _READING:
        return Permission.READ
    if permission in _SEEING or verb in ("list", "getIamPolicy"):
        return Permission.DISCOVER
    if verb == "get":
        # What `get` hands out of another service may be the data itself.
        return Permission.DISCOVER if service in (*_DATA_SERVICES, "resourcemanager") else Permission.READ
    return Permission.WRITE
