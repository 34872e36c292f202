"""This file knows how Snowflake's names are written: qualified, quoted, and as node ids."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PART = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^".]+))\s*(?:\.|\Z)')
_NEEDS_QUOTES = re.compile(r'[/."]')


def split_name(text: str) -> tuple[str, ...]:
    """The parts of a qualified name, `DB.SCHEMA."my.table"`, without quotes; the whole text as one part if it is none."""
    parts: list[str] = []
    at = 0
    while at < len(text):
        found = _PART.match(text, at)
        if found is None:
            return (text,)
        quoted, plain = found.groups()
        parts.append(quoted.replace('""', '"') if quoted is not None else plain.strip())
        at = found.end()
    return tuple(parts) if parts and all(parts) else (text,)


def key(name: str) -> str:
    """A name as part of an id: quoted as Snowflake does where it holds what separates the parts of ids."""
    return '"' + name.replace('"', '""') + '"' if _NEEDS_QUOTES.search(name) else name


@dataclass(frozen=True, slots=True)
class SnowflakeIds:
    """The node ids of one account."""

    instance: str

    def user(self, name: str) -> str:
        return f"Account:{self._prefix}/{key(name)}"

    def token(self, user: str, name: str) -> str:
        return f"Credential:{self._prefix}/{key(user)}/{key(name)}"

    def role(self, name: str) -> str:
        """A role of the account."""
        return f"Group:{self._prefix}/{key(name)}"

    def database_role(self, database: str, name: str) -> str:
        return f"Group:{self._prefix}/{key(database)}.{key(name)}"

    def grantee(self, sort: str, name: str) -> str:
        """Whatever else holds grants: an application, a share, a role of an instance."""
        return f"Group:{self._prefix}/{sort.lower()}/{key(name)}"

    def account(self) -> str:
        """All the data of the account."""
        return f"DataSource:{self._prefix}"

    def database(self, name: str) -> str:
        return f"DataSource:{self._prefix}/{key(name)}"

    def schema(self, database: str, name: str) -> str:
        return f"DataSource:{self._prefix}/{key(database)}/{key(name)}"

    def table(self, database: str, schema: str, name: str) -> str:
        return f"DataSource:{self._prefix}/{key(database)}/{key(schema)}.{key(name)}"

    @property
    def _prefix(self) -> str:
        return f"snowflake/{self.instance}"
