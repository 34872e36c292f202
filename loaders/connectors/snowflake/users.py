"""Users with their key pairs, and programmatic access tokens, as views describe them, and the claims they become."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from graph.moment import write_moment
from loaders.claims.builder import Claims
from loaders.connectors.snowflake.identifiers import SnowflakeIds
from loaders.connectors.snowflake.recognize import ViewRow

_TOKEN_STATUS = {"ACTIVE": "active", "EXPIRED": "expired", "DISABLED": "revoked", "REVOKED": "revoked"}
_PERSON = "person"
_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{40,44}={0,2}\Z")


@dataclass(frozen=True, slots=True)
class SnowflakeUser:
    """A user; `until` is set for one that was dropped. `keys` are its public keys, by column."""

    id: str
    name: str
    until: int | None
    props: dict[str, Any]
    keys: dict[str, str | None] = field(default_factory=dict)

    @property
    def is_barred(self) -> bool:
        """Whether nobody can sign in as this user, with a key or a token either."""
        return self.until is not None or self.props.get("status") == "suspended"

    def merged_with(self, other: SnowflakeUser | None) -> SnowflakeUser:
        """Two rows of one name: an existing user before one that was dropped, else what each adds."""
        if other is None:
            return self
        if self.until is not None or other.until is not None:
            return max(self, other, key=lambda user: (user.until is None, user.until or 0))
        known = {name: prop for name, prop in other.props.items() if prop is not None}
        name = other.name if other.name != other.id.rpartition("/")[2] else self.name
        return SnowflakeUser(self.id, name, None, {**self.props, **known}, {**self.keys, **other.keys})

    def emit(self, claims: Claims) -> None:
        claims.node(self.id, self.name, until=self.until, **self.props)
        status = "revoked" if self.is_barred else "active"
        for column, fingerprint in self.keys.items():
            key = f"Credential:{self.id.partition(':')[2]}/{column.lower()}"
            hint = fingerprint[:15] + "..." if fingerprint else None
            claims.node(key, f"key pair of {self.name}", until=self.until, type="key_pair", status=status, hint=hint)
            _emit_credential(claims, self.id, key, "the user has a public key", self.until)


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A programmatic access token: it acts as its user, or with one role of theirs alone."""

    id: str
    name: str
    user: str
    role: str | None
    props: dict[str, Any]

    def emit(self, claims: Claims, is_barred: bool) -> None:
        """`is_barred`: nobody can sign in as its user, so it is of no use whatever its own status."""
        props = {**self.props, "status": "revoked"} if is_barred and self.props["status"] != "expired" else self.props
        claims.node(self.id, self.name, type="programmatic_access_token", **props)
        if self.role is None:
            _emit_credential(claims, self.user, self.id, "programmatic access token", None)
            return
        claims.edge("HAS_CREDENTIAL", (self.user, self.id), "programmatic access token")
        claims.edge("MEMBER_OF", (self.id, self.role), "the token is restricted to this role")


def read_user(row: ViewRow, ids: SnowflakeIds, now: int) -> SnowflakeUser:
    """A row of USERS, of SHOW USERS or of the REST list. Disabled and expired users are suspended: they cannot sign in."""
    name, until = row.required("NAME"), row.moment("DELETED_ON")
    disabled, expires = row.flag("DISABLED"), row.moment("EXPIRES_AT")
    status = "unknown" if disabled is None else "suspended" if disabled else "active"
    if expires is not None and expires <= now:
        status = "suspended"
    last_login = row.moment("LAST_SUCCESS_LOGIN") or row.moment("LAST_SUCCESSFUL_LOGIN")
    keys = {}
    if row.flag("HAS_RSA_PUBLIC_KEY"):
        for column in ("RSA_PUBLIC_KEY", "RSA_PUBLIC_KEY_2"):
            fingerprint = row.text(f"{column}_FP")
            if fingerprint or column == "RSA_PUBLIC_KEY":
                keys[column] = fingerprint if fingerprint and _FINGERPRINT.match(fingerprint) else None
    props = {
        "status": status if disabled is not None or status == "suspended" else None,
        "email": row.email("EMAIL") or row.email("LOGIN_NAME"),
        "role": row.text("DEFAULT_ROLE"),
        "user_type": (row.text("TYPE") or _PERSON).lower() if row.has("TYPE") else None,
        "has_mfa": row.flag("HAS_MFA"),
        "created_at": _time_text(row.moment("CREATED_ON")),
        "last_active_at": _time_text(last_login),
    }
    return SnowflakeUser(ids.user(name), row.text("DISPLAY_NAME") or name, until, props, keys)


def read_token(row: ViewRow, ids: SnowflakeIds) -> AccessToken:
    """A row of SHOW USER PROGRAMMATIC ACCESS TOKENS."""
    name, user, role = row.required("NAME"), row.required("USER_NAME"), row.text("ROLE_RESTRICTION")
    status = row.text("STATUS")
    props = {
        "status": _TOKEN_STATUS.get((status or "").upper(), "unknown"),
        "created_at": _time_text(row.moment("CREATED_ON")),
        "expires_at": _time_text(row.moment("EXPIRES_AT")),
    }
    return AccessToken(ids.token(user, name), name, ids.user(user), ids.role(role) if role else None, props)


def _emit_credential(claims: Claims, user: str, credential: str, evidence: str, until: int | None) -> None:
    claims.edge("HAS_CREDENTIAL", (user, credential), evidence, span=(None, until))
    claims.edge("RUNS_AS", (credential, user), evidence, span=(None, until))


def _time_text(moment: int | None) -> str | None:
    return None if moment is None else write_moment(moment)
