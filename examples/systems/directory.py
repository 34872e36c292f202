"""The answers of the directory over SCIM 2.0: its users and nested groups."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from examples.world.calendar import observed
from examples.world.people import (
    BY_LOGIN,
    DEACTIVATED,
    DOMAIN,
    MARRIED,
    MARRIED_LOGIN,
    MARRIED_NAME,
    PEOPLE,
    TEAMS,
    Person,
)

_CORE = "urn:ietf:params:scim:schemas:core:2.0:"
_ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
_BASE = "https://id.larkspur.example/scim/v2"

# A group of the directory -> the departments in it, or the groups.
_GROUPS = {
    "g-engineering": ("Engineering", ("Engineering", "Security")),
    "g-data": ("Data", ("Data",)),
    "g-commercial": ("Commercial", ("Clinic Success", "Product", "Sales")),
    "g-corporate": ("Corporate", ("Executive", "Finance", "People")),
}
_ALL_STAFF = "g-all-staff"


def user_id(login: str) -> str:
    """The directory's own id of a person."""
    return "u-" + hashlib.sha256(f"scim {login}".encode()).hexdigest()[:8]


def listed(day: date) -> list[Person]:
    """Whom the directory lists on a day: who works here, and whom it only deactivated."""
    return [p for p in PEOPLE if p.works(day) or DEACTIVATED.get(p.login, date.max) <= day]


def users(day: date) -> dict[str, Any]:
    """The users of one morning, as one page."""
    return _page([_user(person, day) for person in listed(day)])


def groups(day: date) -> dict[str, Any]:
    """The groups of one morning, as one page."""
    active = [person for person in listed(day) if _is_active(person, day)]
    groups = [
        _group(group, name, [_member(p) for p in active if TEAMS[p.team(day)][1] in departments], day)
        for group, (name, departments) in _GROUPS.items()
    ]
    nested = [
        {"value": group, "$ref": f"{_BASE}/Groups/{group}", "display": name, "type": "Group"}
        for group, (name, _) in _GROUPS.items()
    ]
    return _page([_group(_ALL_STAFF, "All Staff", nested, day), *groups])


def _page(resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": len(resources),
        "startIndex": 1,
        "itemsPerPage": len(resources),
        "Resources": resources,
    }


def _is_active(person: Person, day: date) -> bool:
    return person.works(day) and DEACTIVATED.get(person.login, date.max) > day


def _user(person: Person, day: date) -> dict[str, Any]:
    married = person.login == MARRIED
    email = f"{MARRIED_LOGIN}@{DOMAIN}" if married else person.email
    name = MARRIED_NAME if married else person.name
    given, _, family = name.partition(" ")
    _, department, cost_center = TEAMS[person.team(day)]
    enterprise: dict[str, Any] = {
        "employeeNumber": str(1001 + PEOPLE.index(person)),
        "costCenter": cost_center,
        "organization": "Larkspur",
        "department": department,
    }
    manager = person.manager(day)
    if manager is not None:
        enterprise["manager"] = {
            "value": user_id(manager),
            "$ref": f"../Users/{user_id(manager)}",
            "displayName": BY_LOGIN[manager].name,
        }
    return {
        "schemas": [_CORE + "User", _ENTERPRISE],
        "id": user_id(person.login),
        "userName": email,
        "displayName": name,
        "name": {"formatted": name, "familyName": family, "givenName": given},
        "userType": "Contractor" if person.title == "Contractor" else "Employee",
        "title": person.title,
        "active": _is_active(person, day),
        "emails": [{"value": email, "type": "work", "primary": True}],
        _ENTERPRISE: enterprise,
        "meta": {
            "resourceType": "User",
            "created": f"{person.hired}T08:00:00Z",
            "location": f"{_BASE}/Users/{user_id(person.login)}",
        },
    }


def _member(person: Person) -> dict[str, Any]:
    return {
        "value": user_id(person.login),
        "$ref": f"{_BASE}/Users/{user_id(person.login)}",
        "display": MARRIED_NAME if person.login == MARRIED else person.name,
        "type": "User",
    }


def _group(group: str, name: str, members: list[dict[str, Any]], day: date) -> dict[str, Any]:
    return {
        "schemas": [_CORE + "Group"],
        "id": group,
        "displayName": name,
        "members": members,
        "meta": {
            "resourceType": "Group",
            "lastModified": observed(day),
            "location": f"{_BASE}/Groups/{group}",
        },
    }
