"""Permissions on repositories: what GitHub's roles, permissions of fine-grained tokens and classic scopes allow."""

from __future__ import annotations

from collections.abc import Mapping

from graph.ontology import Permission
from loaders.saved.fields import FieldReader

NONE = "none"
WORDS: Mapping[str, Permission | None] = {
    NONE: None,
    "pull": Permission.READ,
    "read": Permission.READ,
    "triage": Permission.READ,
    "push": Permission.WRITE,
    "write": Permission.WRITE,
    "maintain": Permission.WRITE,
    "admin": Permission.ADMIN,
}
# Of what is granted cumulatively the highest counts.
_FLAGS = ("admin", "maintain", "push", "triage", "pull")
# What lets whoever has it take any right there is; and what changes or reads content.
_ADMIN_SCOPES = frozenset({"repo", "admin:org", "write:org", "admin:enterprise", "delete_repo", "site_admin"})
_READ_SCOPES = frozenset({"security_events", "read:packages", "write:packages", "write:discussion", "read:discussion"})


def read_grant(entry: FieldReader) -> tuple[str, Permission | None] | None:
    """The role and the permission that a collaborator or team has; None for none at all.

    `role_name` counts where it is one of GitHub's own; a role of the organisation's own is what its flags say, and without
    them a permission that is not known: (role, None).
    """
    role, flags = entry.text("role_name"), entry.child("permissions")
    if role is not None and role.lower() in WORDS:
        return None if role.lower() == NONE else (role.lower(), WORDS[role.lower()])
    flags_set = {name: flags.flag(name) for name in _FLAGS} if flags is not None else {}
    highest = next((name for name in _FLAGS if flags_set.get(name)), None)
    if highest is not None:
        return role or highest, WORDS[highest]
    # One word where older answers have it.
    word = (entry.text("permission") or "").lower()
    if role is None and word in WORDS:
        return None if word == NONE else (word, WORDS[word])
    return None if role is None and flags_set and False in flags_set.values() else (role or "unknown", None)


def token_cap(permissions: FieldReader | None) -> tuple[Permission | None, bool]:
    """The most that a fine-grained token's permissions allow on a repository's data, and whether they are known.

    Administration can hand out any right; contents are the data; whatever else is granted reads or changes what stands beside
    it, as triage does. (None, True): nothing on repositories.
    """
    repository_permissions = None if permissions is None else permissions.child("repository")
    if repository_permissions is None:
        return None, permissions is not None
    levels = {name: (repository_permissions.text(name) or "").lower() for name in repository_permissions.body}
    changes = {name for name, level in levels.items() if level not in ("read", NONE, "")}
    reads = {name for name, level in levels.items() if level not in (NONE, "")}
    if "administration" in changes:
        return Permission.ADMIN, True
    if changes & {"contents", "workflows"}:
        return Permission.WRITE, True
    if reads - {"metadata"}:
        return Permission.READ, True
    return (Permission.DISCOVER if reads else None), True


def scope_cap(scopes: list[str] | None, is_key: bool) -> Permission | None:
    """The most that a classic token's scopes allow; an SSH key moves content and administers nothing. None: unknown."""
    if is_key:
        return Permission.WRITE
    if scopes is None:
        return None
    granted = {scope.lower() for scope in scopes}
    if granted & _ADMIN_SCOPES:
        return Permission.ADMIN
    if "public_repo" in granted:
        return Permission.WRITE
    return Permission.READ if granted & _READ_SCOPES else Permission.DISCOVER
