"""People whom an issuer knows: their name here, their roles by their groups, and the Caller that follows from both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from api.access.caller import EVERY_SOURCE, Caller
from api.access.tokens import is_reserved
from api.errors import Refusal
from api.oidc.config import OidcConfig
from api.oidc.roles import read_groups, rights_of, roles_of
from api.oidc.verify import Verifier, invalid_token, is_jwt
from graph.snapshot.scope import Scope

METHOD = "oidc"
# The length of the longest e-mail address.
_MAX_NAME = 320


class OidcTokens:
    """The authenticator of bearer tokens that the issuer signed (see api.access.authentication)."""

    def __init__(self, config: OidcConfig, verifier: Verifier) -> None:
        self._config, self._verifier = config, verifier

    async def authenticate(self, bearer: str) -> Caller | None:
        """The caller of a JWT; None for a text of another form. Raises Refusal (401, 403, 503)."""
        if not is_jwt(bearer):
            return None
        claims = await self._verifier.access_claims(bearer)
        return caller_of(self._config, name_of(self._config, claims), read_groups(claims, self._config.groups_claim))


def caller_of(config: OidcConfig, name: str, groups: Iterable[str]) -> Caller:
    """A person with these groups; raises Refusal (403) for one who has no role."""
    known = sorted(set(groups) & config.roles.keys())
    roles = roles_of(known, config.roles)
    if not roles:
        raise Refusal(
            403,
            "NO_ROLE",
            f"{name} is known, but none of their groups has a role here. Ask whoever runs this server to give one of your "
            f"groups a role (oidc_roles), and see that the issuer puts it into the claim {config.groups_claim!r}",
        )
    rights = rights_of(roles)
    scopes = [config.scopes_of_groups.get(group) for group in known]
    # A group without a scope sees everything, and so does whoever is in one.
    texts = () if None in scopes else Scope.of(text for scope in scopes for text in scope or ()).texts()
    return Caller(name, METHOD, rights, (EVERY_SOURCE,) if "load" in rights else (), tuple(texts))


def name_of(config: OidcConfig, claims: Mapping[str, Any]) -> str:
    """What the audit and decisions call a person: the claim that is configured, else a verified e-mail address, else `sub`.

    An address that nobody verified is what its person likes it to be. Raises Refusal (401) where there is no usable name.
    """
    if config.name_claim is not None:
        name = claims.get(config.name_claim)
    else:
        name = claims.get("email") if claims.get("email_verified") is True else claims["sub"]
    is_text = isinstance(name, str) and name.strip() and name.isprintable() and len(name) <= _MAX_NAME
    if not isinstance(name, str) or not is_text or is_reserved(name):
        raise invalid_token(f"its claim {config.name_claim or 'sub'!r} is no name")
    return name
