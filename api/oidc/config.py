"""Configuration of OpenID Connect: the issuer, what it must have issued a token for, and which role each group has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from api.access.tokens import check_scope
from api.oidc.roles import ROLES
from api.settings import Settings
from graph.errors import InputError
from loaders.live.config import is_safe_url

_NEEDS_ISSUER = ("oidc_audience", "oidc_client_id", "oidc_client_secret", "oidc_roles", "oidc_group_scopes")


@dataclass(frozen=True, slots=True)
class OidcConfig:
    """One issuer, checked. `roles` is {group: role}, `scopes_of_groups` {group: texts of graph.snapshot.scope}; `client_id` is None where people do not sign in by it.

    `groups_claim` is the name of the claim that lists a person's groups, or a dotted path to it; `name_claim` of the one
    that names them, None for the default of api.oidc.people.
    """

    issuer: str
    audience: str
    roles: Mapping[str, str]
    groups_claim: str = "groups"
    name_claim: str | None = None
    client_id: str | None = None
    client_secret: str | None = None
    scopes: tuple[str, ...] = ("openid", "profile", "email")
    scopes_of_groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def oidc_config(settings: Settings) -> OidcConfig | None:
    """The configuration of OpenID Connect, None where there is no issuer; raises InputError for one that is not safe."""
    issuer = settings.oidc_issuer
    if issuer is None:
        lost = [name for name in _NEEDS_ISSUER if getattr(settings, name)]
        if lost:
            raise InputError(
                f"REMIT_{lost[0].upper()} is set without an issuer: set REMIT_OIDC_ISSUER too, or leave it out"
            )
        return None
    if not is_safe_url(issuer) or urlsplit(issuer).query or urlsplit(issuer).fragment:
        raise InputError(
            "REMIT_OIDC_ISSUER must be the https address of the issuer (http only on this machine), exactly as it "
            "stands in the claim iss of its tokens, such as https://login.acme.example/realms/acme"
        )
    if not settings.oidc_audience:
        raise InputError(
            "REMIT_OIDC_AUDIENCE is missing: without it every token of the issuer, for whatever application, would be "
            "accepted here. Set it to the claim aud of the tokens that are meant for Remit"
        )
    _check_roles(settings.oidc_roles)
    _check_scopes(settings.oidc_group_scopes, settings.oidc_roles)
    if settings.oidc_client_secret is not None and settings.oidc_client_id is None:
        raise InputError("REMIT_OIDC_CLIENT_SECRET is set without REMIT_OIDC_CLIENT_ID")
    secret = settings.oidc_client_secret
    return OidcConfig(
        issuer=issuer,
        audience=settings.oidc_audience,
        roles=dict(settings.oidc_roles),
        groups_claim=settings.oidc_groups_claim,
        name_claim=settings.oidc_name_claim,
        client_id=settings.oidc_client_id,
        client_secret=None if secret is None else secret.get_secret_value(),
        scopes_of_groups=dict(settings.oidc_group_scopes),
        scopes=tuple(dict.fromkeys(("openid", *settings.oidc_scopes))),
    )


def _check_roles(roles: Mapping[str, str]) -> None:
    known = ", ".join(ROLES)
    for group, role in roles.items():
        if role not in ROLES:
            raise InputError(f"oidc_roles: {role!r}, the role of group {group!r}, does not exist. Roles are {known}")
    if not roles:
        raise InputError(
            "oidc_roles is missing: without it nobody whom the issuer knows may do anything here. Write a table "
            f"[oidc_roles] of group = role into remit.toml, or set REMIT_OIDC_ROLES to JSON. Roles are {known}"
        )


def _check_scopes(scopes: Mapping[str, tuple[str, ...]], roles: Mapping[str, str]) -> None:
    for group, scope in scopes.items():
        if group not in roles or not scope:
            raise InputError(
                f"oidc_group_scopes: group {group!r} needs a role in oidc_roles, and at least one scope such as "
                "department:Research; without a scope it sees everything"
            )
        try:
            check_scope(sorted(ROLES[roles[group]]), scope)
        except InputError as error:
            raise InputError(f"oidc_group_scopes, group {group!r}: {error}") from None
