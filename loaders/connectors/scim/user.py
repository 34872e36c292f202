"""This file knows how a SCIM user becomes an identity: who it is, its state, its addresses, its manager."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import RecordError
from graph.moment import read_moment, write_moment
from loaders.connectors.scim.recognize import fold_case
from loaders.directory.principals import identity_type

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
# Addresses of these sorts are the directory's; `home` is the person's own business.
_ADDRESS_TYPES = frozenset({"", "work", "primary", "other"})
_LEAVING = ("terminationdate", "enddate", "departuredate", "leavingdate", "lastworkingday")


def identity_props(user: Mapping[str, Any], being: str | None, observed_at: int) -> dict[str, Any]:
    """The properties of a folded user; passwords, phone numbers and postal addresses are never among them.

    Raises RecordError with the field for what is not of the documented shape.
    """
    enterprise = _enterprise(user)
    status, departed_at = _status(user, observed_at)
    props = {
        "type": being or identity_type(text(user, "usertype")),
        "status": status,
        "departed_at": departed_at,
        "emails": list(dict.fromkeys(_addresses(user))) or None,
        "external_id": text(user, "externalid"),
        "department": text(enterprise, "department"),
        "cost_center": text(enterprise, "costcenter"),
        "title": text(user, "title"),
    }
    return {name: props[name] for name in sorted(props) if props[name] is not None}


def display_name(user: Mapping[str, Any]) -> str | None:
    """What people call the user; the login name if nothing else is said."""
    name = user.get("name")
    parts = fold_case(name) if isinstance(name, dict) else {}
    given = " ".join(part for part in (text(parts, "givenname"), text(parts, "familyname")) if part)
    return text(user, "displayname") or text(parts, "formatted") or given or text(user, "username")


def manager_id(user: Mapping[str, Any]) -> str | None:
    """The SCIM id of the manager, if one is named."""
    manager = _enterprise(user).get("manager")
    if isinstance(manager, list):
        manager = manager[0] if manager else None
    if not isinstance(manager, dict):
        return text({"manager": manager}, "manager")
    told = fold_case(manager)
    reference = text(told, "$ref")
    return (
        text(told, "value") or text(told, "managerid") or (reference.rpartition("/")[2] or None if reference else None)
    )


def text(holder: Mapping[str, Any], name: str) -> str | None:
    """A text attribute, trimmed; None where it is absent or blank. Raises RecordError if it is something else."""
    content = holder.get(name)
    if content is None:
        return None
    if isinstance(content, bool) or not isinstance(content, str | int):
        raise RecordError("this must be text", field=name, remedy="Mend the entry")
    return str(content).strip() or None


def items(holder: Mapping[str, Any], name: str) -> list[Any]:
    """A multi-valued attribute. Raises RecordError if it is not a list."""
    content = holder.get(name)
    if content is None:
        return []
    if not isinstance(content, list):
        raise RecordError("this must be a list", field=name, remedy="Mend the entry")
    return content


def _enterprise(user: Mapping[str, Any]) -> dict[str, Any]:
    """The enterprise extension, of SCIM 2.0 or of the older URN that is still seen."""
    for name, content in user.items():
        if name.startswith("urn:") and ":enterprise:" in name and isinstance(content, dict):
            return fold_case(content)
    return {}


def _status(user: Mapping[str, Any], observed_at: int) -> tuple[str, str | None]:
    """Three-valued: a directory that does not say is not read as active. Departed: disabled, with a date of leaving."""
    active = user.get("active")
    if isinstance(active, str):
        active = {"true": True, "false": False}.get(active.strip().lower(), active)
    if active is True:
        return "active", None
    if active is not None and active is not False:
        raise RecordError("this must be true or false", field="active", remedy="Mend the entry")
    left = _left_at(user)
    if left is not None and left <= observed_at:
        return "departed", write_moment(left)
    return ("unknown" if active is None else "suspended"), None


def _left_at(user: Mapping[str, Any]) -> int | None:
    """The day of leaving, which SCIM has no attribute for; directories put it into extensions of their own."""
    for name, content in user.items():
        if not (name.startswith("urn:") and isinstance(content, dict)):
            continue
        told = fold_case(content)
        for word in _LEAVING:
            if isinstance(told.get(word), str):
                try:
                    return read_moment(told[word])
                except ValueError:
                    continue  # an undocumented attribute in an unknown form proves nothing
    return None


def _addresses(user: Mapping[str, Any]) -> Iterator[str]:
    """Addresses of the directory, the primary one first; the login name too if it is one."""
    found: list[tuple[bool, str]] = []
    for entry in items(user, "emails"):
        told = fold_case(entry) if isinstance(entry, dict) else {"value": entry}
        address = (text(told, "value") or "").lower()
        is_primary = told.get("primary") in (True, "true", "True")
        if _ADDRESS.match(address) and (is_primary or (text(told, "type") or "").lower() in _ADDRESS_TYPES):
            found.append((not is_primary, address))
    yield from (address for _, address in sorted(found, key=lambda one: one[0]))
    login = (text(user, "username") or "").lower()
    # A guest's login in its host's directory looks like an address and is none.
    if _ADDRESS.match(login) and "#ext#" not in login:
        yield login
