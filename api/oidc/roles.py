"""Roles: named sets of rights, and the groups of an issuer that have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from api.access.caller import ADMIN, ARCHITECT, ASK, DECIDE, LOAD

# Each role has the rights of those before it.
ROLES: dict[str, frozenset[str]] = {
    "viewer": frozenset({ASK}),
    "investigator": frozenset({ASK, DECIDE}),
    "architect": frozenset({ASK, DECIDE, ARCHITECT}),
    "admin": frozenset({ASK, DECIDE, ARCHITECT, LOAD, ADMIN}),
}
# A person may be in thousands of groups, and nobody in more than that.
MAX_GROUPS = 10_000


def read_groups(claims: Mapping[str, Any], path: str) -> frozenset[str]:
    """The groups in a claim: a text or a list of texts, by its name or by a dotted path; empty where there is none."""
    value: Any = claims.get(path)
    if value is None:
        value = claims
        for part in path.split("."):
            value = value.get(part) if isinstance(value, dict) else None
    if isinstance(value, str):
        return frozenset({value})
    if not isinstance(value, list):
        return frozenset()
    return frozenset(group for group in value[:MAX_GROUPS] if isinstance(group, str))


def roles_of(groups: Iterable[str], mapping: Mapping[str, str]) -> tuple[str, ...]:
    """The roles that these groups have, the least first; empty where none has any."""
    given = {mapping[group] for group in groups if group in mapping}
    return tuple(role for role in ROLES if role in given)


def rights_of(roles: Iterable[str]) -> frozenset[str]:
    """What roles allow together."""
    return frozenset[str]().union(*(ROLES[role] for role in roles))
