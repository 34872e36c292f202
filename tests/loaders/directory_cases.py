"""The same small organisation in the format of each directory: Ada leads Bo, Cy is suspended, Di has left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from loaders.base import Secret
from loaders.connectors import entra, google, jumpcloud, okta, scim
from tests.loaders.directory_api import KEY, TOKEN, DirectoryApi, Entra, Google, JumpCloud, Okta, Scim

PEOPLE = {"Identity", "REPORTS_TO"}
TEAMS = {"Group", "MEMBER_OF"}


@dataclass(frozen=True)
class Case:
    """One connector against its API. `secret` names the setting of the key; `wrong`: (collection, field, bad content)."""

    name: str
    module: Any
    open_api: Callable[[], DirectoryApi]
    settings: Callable[[DirectoryApi], Mapping[str, Any]]
    secret: str
    wrong: tuple[tuple[str, str, Any], ...]
    # What an entry is called by, and what it needs besides; the settings that make a run read everything again.
    key: str = "id"
    least: Mapping[str, Any] = field(default_factory=dict)
    afresh: Mapping[str, Any] = field(default_factory=dict)
    has_departed: bool = True
    lists_members: bool = True
    nests: bool = True
    links: bool = False
    # How many requests come before anything of use has.
    first_page: int = 1
    complete: frozenset[str] = frozenset(PEOPLE | TEAMS)
    secrets: tuple[str, ...] = (KEY,)

    def config(self, api: DirectoryApi, **terms: Any) -> Any:
        told = {"instance": "acme", "base_url": api.base_url, self.secret: Secret(KEY), **self.settings(api)}
        return self.module.Config(**{**told, **terms})


def _okta() -> Okta:
    def user(key: str, status: str, **profile: Any) -> dict[str, Any]:
        address = f"{key}@acme.example"
        return {"id": f"00u{key}", "status": status, "profile": {"login": address, "email": address, **profile}}

    users = [
        user("ada", "ACTIVE", displayName="Ada Byron", department="Research"),
        user("bo", "ACTIVE", firstName="Bo", managerId="00uada"),
        user("cy", "SUSPENDED"),
        {**user("di", "DEPROVISIONED"), "statusChanged": "2026-10-01T00:00:00.000Z"},
        user("ed", "STAGED"),
    ]
    groups = [
        {"id": f"00g{name}", "type": "OKTA_GROUP", "profile": {"name": name}} for name in ("core", "lab", "empty")
    ]
    members = {"00gcore": [{**users[0]}], "00glab": [{**one} for one in users[:3]], "00gempty": []}
    return Okta(users, groups, members, auth_header=("Authorization", f"SSWS {KEY}"))


def _entra() -> Entra:
    def user(key: str, enabled: bool | None, **more: Any) -> dict[str, Any]:
        address = f"{key}@acme.example"
        told = {"id": f"u-{key}", "displayName": key, "userPrincipalName": address, "mail": address} | more
        return told if enabled is None else told | {"accountEnabled": enabled}

    def member(key: str, kind: str = "user") -> dict[str, Any]:
        return {"@odata.type": f"#microsoft.graph.{kind}", "id": key}

    users = [
        user("ada", True, displayName="Ada Byron", department="Research", employeeOrgData={"costCenter": "CC-1"}),
        user("bo", True, **{"manager@delta": [member("u-ada")]}),
        user("cy", False),
        {"id": "u-di", "@removed": {"reason": "deleted"}},
        user("ed", None),
    ]
    groups = [{"id": f"g-{name}", "displayName": name} for name in ("core", "lab", "empty")]
    lab = [
        member("g-core", "group"),
        member("u-ada"),
        member("u-bo"),
        member("pc-1", "device"),
        member("sp-etl", "servicePrincipal"),
    ]
    principals = [
        {
            "id": "sp-crm",
            "appId": "a-crm",
            "displayName": "CRM",
            "accountEnabled": True,
            "servicePrincipalType": "Application",
        },
        {
            "id": "sp-etl",
            "appId": "a-etl",
            "displayName": "ETL",
            "accountEnabled": True,
            "servicePrincipalType": "Application",
        },
    ]
    assigned = {
        "sp-crm": [
            {
                "id": f"x{number}",
                "appRoleId": "0",
                "principalId": key,
                "principalType": kind,
                "resourceId": "sp-crm",
                "resourceDisplayName": "CRM",
            }
            for number, (key, kind) in enumerate(
                [("u-ada", "User"), ("g-lab", "Group"), ("sp-etl", "ServicePrincipal")]
            )
        ]
    }
    members = {"g-core": [member("u-ada")], "g-lab": lab, "g-empty": []}
    return Entra(
        users,
        groups,
        members,
        auth_header=("Authorization", f"Bearer {TOKEN}"),
        principals=principals,
        assigned=assigned,
    )


def _google() -> Google:
    def user(key: str, suspended: bool | None = False, **more: Any) -> dict[str, Any]:
        told = {"id": f"1{key}", "primaryEmail": f"{key}@acme.example", "name": {"fullName": key}} | more
        return told if suspended is None else told | {"suspended": suspended}

    users = [
        user("ada", name={"fullName": "Ada Byron"}, organizations=[{"department": "Research"}]),
        user("bo", relations=[{"type": "manager", "value": "Ada@acme.example"}]),
        user("cy", True),
        user("di", deletionTime="2026-10-01T00:00:00.000Z"),
        user("ed", None),
    ]
    groups = [{"id": f"0{name}", "email": f"{name}@acme.example", "name": name} for name in ("core", "lab", "empty")]
    people = {user["id"]: {"id": user["id"], "email": user["primaryEmail"], "type": "USER"} for user in users}
    lab = [people["1ada"], people["1bo"], {"id": "0core", "email": "core@acme.example", "type": "GROUP"}]
    members = {"0core": [{**people["1ada"]}], "0lab": lab, "0empty": []}
    return Google(users, groups, members, auth_header=("Authorization", f"Bearer {TOKEN}"))


def _scim() -> Scim:
    enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    left = {"urn:acme:hr": {"terminationDate": "2026-10-01"}}

    def user(key: str, active: bool | None = True, **more: Any) -> dict[str, Any]:
        told = {"id": f"u-{key}", "userName": f"{key}@acme.example", "displayName": key} | more
        return told if active is None else told | {"active": active}

    users = [
        user("ada", displayName="Ada Byron", **{enterprise: {"department": "Research"}}),
        user("bo", **{enterprise: {"manager": {"value": "u-ada"}}}),
        user("cy", False),
        user("di", False, **left),
        user("ed", None),
    ]
    groups = [{"id": f"g-{name}", "displayName": name} for name in ("core", "lab", "empty")]
    lab = [{"value": "u-ada"}, {"value": "u-bo"}, {"value": "g-core", "$ref": "../Groups/g-core"}]
    return Scim(
        users,
        groups,
        {"g-core": [{"value": "u-ada"}], "g-lab": lab, "g-empty": []},
        auth_header=("Authorization", f"Bearer {KEY}"),
    )


def _jumpcloud() -> JumpCloud:
    def user(key: str, state: str | None, **more: Any) -> dict[str, Any]:
        return {"_id": f"5f{key}", "username": key, "email": f"{key}@acme.example", "state": state} | more

    users = [
        user("ada", "ACTIVATED", displayname="Ada Byron", department="Research"),
        user("bo", "ACTIVATED", manager="5fada"),
        user("cy", "SUSPENDED"),
        user("ed", "STAGED"),
    ]
    groups = [{"id": f"6a{name}", "name": name, "type": "user_group"} for name in ("core", "lab", "empty")]

    def member(key: str, kind: str = "user") -> dict[str, Any]:
        return {"to": {"id": key, "type": kind, "attributes": None}, "attributes": None}

    lab = [member("5fada"), member("5fbo"), member("6acore", "user_group"), member("7s1", "system")]
    return JumpCloud(
        users, groups, {"6acore": [member("5fada")], "6alab": lab, "6aempty": []}, auth_header=("x-api-key", KEY)
    )


CASES = [
    Case(
        "okta",
        okta,
        _okta,
        lambda api: {},
        "api_token",
        (
            ("users", "profile.department", 7.5),
            ("users", "id", None),
            ("users", "profile", []),
            ("groups", "profile.name", {}),
        ),
        least={"status": None},
        nests=False,
        links=True,
    ),
    Case(
        "entra",
        entra,
        _entra,
        lambda api: {
            "base_url": f"{api.base_url}/v1.0",
            "login_url": api.base_url,
            "tenant": "acme.example",
            "client_id": "reader",
            "full_every_h": 24,
        },
        "client_secret",
        (
            ("users", "department", 7.5),
            ("users", "id", None),
            ("users", "accountEnabled", "perhaps"),
            ("users", "employeeOrgData", []),
            ("groups", "displayName", {}),
        ),
        has_departed=False,
        lists_members=False,
        links=True,
        first_page=2,
        complete=frozenset(PEOPLE | TEAMS | {"Application", "Account", "HAS_ACCOUNT", "CAN_USE"}),
        secrets=(KEY, TOKEN),
    ),
    Case(
        "google",
        google,
        _google,
        lambda api: {
            "token_url": f"{api.base_url}/token",
            "client_id": "reader",
            "client_secret": Secret("not-a-real-client-secret"),
        },
        "refresh_token",
        (
            ("users", "organizations", {"department": "x"}),
            ("users", "id", None),
            ("users", "suspended", "perhaps"),
            ("users", "name", []),
            ("groups", "name", {}),
        ),
        first_page=2,
        secrets=(KEY, "not-a-real-client-secret", TOKEN),
    ),
    Case(
        "scim",
        scim,
        _scim,
        lambda api: {"base_url": f"{api.base_url}/scim/v2"},
        "token",
        (
            ("users", "title", ["x"]),
            ("users", "id", None),
            ("users", "active", "perhaps"),
            ("groups", "displayName", {}),
        ),
        lists_members=False,
    ),
    Case(
        "jumpcloud",
        jumpcloud,
        _jumpcloud,
        lambda api: {},
        "api_key",
        (
            ("users", "department", 7.5),
            ("users", "_id", None),
            ("users", "suspended", "perhaps"),
            ("groups", "name", {}),
        ),
        key="_id",
        has_departed=False,
    ),
]
