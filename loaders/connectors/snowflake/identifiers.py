"""Snowflake identifiers: qualified and quoted names, and the node ids made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_PART = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^".]+))\s*(?:\.|\Z)')
_NEEDS_QUOTES = re.compile(r'[/."]')


def split_name(text: str) -> tuple[str, ...]:
    """The parts of a qualified name, `DB.SCHEMA."my.table"`, without quotes; the whole text as one part if it is not one."""
    parts: list[str] = []
    position = 0
    while position < len(text):
        match = _PART.match(text, position)
        if match is None:
            return (text,)
        quoted, plain = match.groups()
        parts.append(quoted.replace('""', '"') if quoted is not None else plain.strip())
        position = match.end()
    return tuple(parts) if parts and all(parts) else (text,)


def quoted_key(name: str) -> str:
    """A name as part of a node id, in double quotes where it holds a separator of ids."""
    return '"' + name.replace('"', '""') + '"' if _NEEDS_QUOTES.search(name) else name


@dataclass(frozen=True, slots=True)
class SnowflakeIds:
    """The node ids of one account. `listed_database_roles` are the database roles that ROLES lists, by node id."""

    instance: str
    listed_database_roles: set[str] = field(default_factory=set)

    def user(self, name: str) -> str:
        return f"Account:{self._prefix}/{quoted_key(name)}"

    def token(self, user: str, name: str) -> str:
        return f"Credential:{self._prefix}/{quoted_key(user)}/{quoted_key(name)}"

    def role(self, name: str) -> str:
        """A role of the account."""
        return f"Group:{self._prefix}/{quoted_key(name)}"

    def database_role(self, database: str, name: str) -> str:
        return f"Group:{self._prefix}/{quoted_key(database)}.{quoted_key(name)}"

    def database_role_named(self, database: str | None, name: str) -> str | None:
        """A database role as a row names it: bare beside its database, or qualified; None if nothing says its database.

        `HARBOR.PEEK` beside HARBOR is PEEK of HARBOR, unless ROLES lists a role with just that name and no PEEK.
        """
        parts = split_name(name)
        qualified = self.database_role(*parts) if len(parts) == 2 else None
        if database is None:
            return qualified
        bare = self.database_role(database, name)
        if qualified is None:
            return bare
        if qualified in self.listed_database_roles or (parts[0] == database and bare not in self.listed_database_roles):
            return qualified
        return bare

    def other_grantee(self, grantee_type: str, name: str) -> str:
        """Any other holder of grants: an application, a share, a role of an instance."""
        return f"Group:{self._prefix}/{grantee_type.lower()}/{quoted_key(name)}"

    def account(self) -> str:
        """All the data of the account."""
        return f"DataSource:{self._prefix}"

    def database(self, name: str) -> str:
        return f"DataSource:{self._prefix}/{quoted_key(name)}"

    def schema(self, database: str, name: str) -> str:
        return f"DataSource:{self._prefix}/{quoted_key(database)}/{quoted_key(name)}"

    def table(self, database: str, schema: str, name: str) -> str:
        return f"DataSource:{self._prefix}/{quoted_key(database)}/{quoted_key(schema)}.{quoted_key(name)}"

    @property
    def _prefix(self) -> str:
        return f"snowflake/{self.instance}"
