"""Attributes of a SCIM user as properties of an identity: name, status, email addresses and manager."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.address import email_address
from graph.errors import RecordError
from graph.moment import read_moment, write_moment
from loaders.connectors.scim.recognize import fold_case
from loaders.directory.principals import identity_type

# Addresses of these types belong to the directory; `home` is private.
_EMAIL_TYPES = frozenset({"", "work", "primary", "other"})
_DEPARTURE_DATES = ("terminationdate", "enddate", "departuredate", "leavingdate", "lastworkingday")


def identity_props(user: Mapping[str, Any], type_name: str | None, observed_at: int) -> dict[str, Any]:
    """The properties of a folded user; passwords, phone numbers and postal addresses are never among them.

    `type_name` None: the user's own attributes say. Raises RecordError, naming the attribute, for what is not as documented.
    """
    enterprise = _enterprise(user)
    status, departed_at = _status(user, observed_at)
    props = {
        "type": type_name or identity_type(text_attribute(user, "usertype")),
        "status": status,
        "departed_at": departed_at,
        "emails": list(dict.fromkeys(_emails(user))) or None,
        "external_id": text_attribute(user, "externalid"),
        "department": text_attribute(enterprise, "department"),
        "cost_center": text_attribute(enterprise, "costcenter"),
        "title": text_attribute(user, "title"),
    }
    return {name: props[name] for name in sorted(props) if props[name] is not None}


def display_name(user: Mapping[str, Any]) -> str | None:
    """The name that people use for the user; the login name if there is no other."""
    name = user.get("name")
    parts = fold_case(name) if isinstance(name, dict) else {}
    given = " ".join(part for part in (text_attribute(parts, "givenname"), text_attribute(parts, "familyname")) if part)
    return (
        text_attribute(user, "displayname")
        or text_attribute(parts, "formatted")
        or given
        or text_attribute(user, "username")
    )


def manager_id(user: Mapping[str, Any]) -> str | None:
    """The SCIM id of the manager, if one is named."""
    manager = _enterprise(user).get("manager")
    if isinstance(manager, list):
        manager = manager[0] if manager else None
    if not isinstance(manager, dict):
        return text_attribute({"manager": manager}, "manager")
    attributes = fold_case(manager)
    reference = text_attribute(attributes, "$ref")
    referred_id = reference.rpartition("/")[2] or None if reference else None
    return text_attribute(attributes, "value") or text_attribute(attributes, "managerid") or referred_id


def text_attribute(attributes: Mapping[str, Any], name: str) -> str | None:
    """A text attribute, trimmed; None where it is absent or blank. Raises RecordError if it is something else."""
    content = attributes.get(name)
    if content is None:
        return None
    if isinstance(content, bool) or not isinstance(content, str | int):
        raise RecordError("this must be text", field=name, remedy="Correct the entry")
    return str(content).strip() or None


def list_attribute(attributes: Mapping[str, Any], name: str) -> list[Any]:
    """A multi-valued attribute. Raises RecordError if it is not a list."""
    content = attributes.get(name)
    if content is None:
        return []
    if not isinstance(content, list):
        raise RecordError("this must be a list", field=name, remedy="Correct the entry")
    return content


def _enterprise(user: Mapping[str, Any]) -> dict[str, Any]:
    """The enterprise extension, of SCIM 2.0 or of the older URN that is still seen."""
    for name, content in user.items():
        if name.startswith("urn:") and ":enterprise:" in name and isinstance(content, dict):
            return fold_case(content)
    return {}


def _status(user: Mapping[str, Any], observed_at: int) -> tuple[str, str | None]:
    """The status and the moment of departure. Without `active` it is unknown; departed: disabled, with a date of leaving."""
    active = user.get("active")
    if isinstance(active, str):
        active = {"true": True, "false": False}.get(active.strip().lower(), active)
    if active is True:
        return "active", None
    if active is not None and active is not False:
        raise RecordError("this must be true or false", field="active", remedy="Correct the entry")
    departed_at = _departed_at(user)
    if departed_at is not None and departed_at <= observed_at:
        return "departed", write_moment(departed_at)
    return ("unknown" if active is None else "suspended"), None


def _departed_at(user: Mapping[str, Any]) -> int | None:
    """The day of leaving. SCIM has no attribute for it; directories put it into extensions of their own."""
    for name, content in user.items():
        if not (name.startswith("urn:") and isinstance(content, dict)):
            continue
        extension = fold_case(content)
        for word in _DEPARTURE_DATES:
            if isinstance(extension.get(word), str):
                try:
                    return read_moment(extension[word])
                except ValueError:
                    continue  # an undocumented attribute in an unknown form proves nothing
    return None


def _emails(user: Mapping[str, Any]) -> Iterator[str]:
    """Email addresses of the directory, the primary one first; the login name too if it is one."""
    emails: list[tuple[bool, str]] = []
    for entry in list_attribute(user, "emails"):
        attributes = fold_case(entry) if isinstance(entry, dict) else {"value": entry}
        email = email_address(text_attribute(attributes, "value"))
        is_primary = attributes.get("primary") in (True, "true", "True")
        if email and (is_primary or (text_attribute(attributes, "type") or "").lower() in _EMAIL_TYPES):
            emails.append((not is_primary, email))
    yield from (email for _, email in sorted(emails, key=lambda item: item[0]))
    login = email_address(text_attribute(user, "username"))
    if login:
        yield login
