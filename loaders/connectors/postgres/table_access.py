"""This file knows which role may do what with the tables of one database, by PostgreSQL's own rules.

A role has a table if it has, itself or by roles whose privileges it inherits, both a privilege on the table (or on a column)
and USAGE of its schema. Both may come of different roles: then neither of them has the table, and the one that joins them
does. Members of a role get what it has, by SET ROLE where they do not inherit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from graph.ontology import Permission
from loaders.connectors.postgres.roles import PUBLIC, READ_ALL, WRITE_ALL, RoleClosure, Roles

# None: it shows or changes no row by itself.
_LEVELS: Mapping[str, Permission | None] = {
    "SELECT": Permission.READ,
    "INSERT": Permission.WRITE,
    "UPDATE": Permission.WRITE,
    "DELETE": Permission.WRITE,
    "TRUNCATE": Permission.WRITE,
    "REFERENCES": None,
    "TRIGGER": None,
    "MAINTAIN": None,
}
_WORDS_SHOWN = 8

RelationKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TableGrant:
    """What a role may do with a table: at most `level` (0: nothing that counts), in `words`."""

    level: int
    words: frozenset[str]

    def and_also(self, other: TableGrant) -> TableGrant:
        """Both together."""
        return TableGrant(max(self.level, other.level), self.words | other.words)

    def __str__(self) -> str:
        words = sorted(self.words)
        more = f" and {len(words) - _WORDS_SHOWN} more" if len(words) > _WORDS_SHOWN else ""
        return ", ".join(words[:_WORDS_SHOWN]) + more


OWNS = TableGrant(Permission.ADMIN, frozenset({"owner"}))


@dataclass(slots=True)
class SchemaUsage:
    """Which roles hold USAGE of it."""

    usage: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Relation:
    """A table, view or the like. `grants` by grantee; the owner's own are of no account."""

    kind: str | None = None
    owner: str | None = None
    row_security: bool | None = None
    is_partition: bool | None = None
    security_invoker: bool | None = None
    grants: dict[str, TableGrant] = field(default_factory=dict)

    def put(self, grantee: str, grant: TableGrant) -> None:
        """Add a grant to those that the grantee has."""
        known = self.grants.get(grantee)
        self.grants[grantee] = grant if known is None or known == grant else known.and_also(grant)


@dataclass(frozen=True, slots=True)
class TableRight:
    """A role has a table at a level, and why."""

    role: str
    level: Permission
    why: str


@lru_cache(maxsize=4096)
def grant_of(privileges: str, column: str | None, is_grantable: bool) -> tuple[TableGrant, tuple[str, ...]]:
    """What privileges, with commas between, come to, and those of them that nobody here knows: they count as WRITE."""
    names = [name.strip().upper() for name in privileges.split(",") if name.strip()]
    levels = [_LEVELS.get(name, Permission.WRITE) or 0 for name in names]
    tail = (f" of column {column}" if column else "") + (" with grant option" if is_grantable else "")
    unknown = tuple(name for name in names if name not in _LEVELS)
    return TableGrant(max(levels, default=0), frozenset(f"{name}{tail}" for name in names)), unknown


class PrivilegeRules:
    """The rules in one database. `schemas` None: nobody said who has USAGE of which, so it is taken for granted."""

    def __init__(self, roles: Roles, closure: RoleClosure, schemas: Mapping[str, SchemaUsage] | None) -> None:
        self._roles, self._closure, self._schemas = roles, closure, schemas
        self._usage: dict[tuple[str, str], bool] = {}
        self._told: dict[tuple[str, str | None, frozenset[tuple[str, TableGrant]]], tuple[TableRight, ...]] = {}

    def rights(self, schema: str, table: Relation) -> tuple[TableRight, ...]:
        """Who has the table, superusers left out; who has it only as a member of another is left out too.

        Tables of one schema with the same grants have the same answer: it is worked out once.
        """
        key = (schema, table.owner, frozenset(table.grants.items()))
        if key not in self._told:
            self._told[key] = tuple(self._work_out(schema, table))
        return self._told[key]

    def _work_out(self, schema: str, table: Relation) -> Iterator[TableRight]:
        told = {role: grant for role, grant in table.grants.items() if grant.level}
        if table.owner is not None:
            told[table.owner] = OWNS
        everybody = told.pop(PUBLIC, None)
        if everybody is not None and self._is_open(schema):
            yield TableRight(PUBLIC, Permission(everybody.level), f"{everybody} granted to PUBLIC")
        elif everybody is not None:
            # Only those get at it who have USAGE by themselves: it is as if it was granted to them.
            for role in sorted(self._users(schema)):
                told[role] = told[role].and_also(everybody) if role in told else everybody
        least = everybody.level if everybody is not None else 0
        apart = {}
        for role, grant in sorted(told.items()):
            if self._roles.is_superuser(role):
                continue
            if self._has_usage(role, schema):
                yield TableRight(role, Permission(grant.level), str(grant))
            elif grant.level > least:
                apart[role] = grant
        yield from self._joined(schema, told, apart)

    def _joined(
        self, schema: str, told: Mapping[str, TableGrant], apart: Mapping[str, TableGrant]
    ) -> Iterator[TableRight]:
        """Rights of those who have USAGE of one role and the privilege of another, unless a role above has both."""
        found: dict[str, str] = {}
        for role in apart:
            for heir in self._closure.heirs.get(role, ()):
                best = found.get(heir)
                if best is None or apart[best].level < apart[role].level:
                    found[heir] = role
        for heir, role in sorted(found.items()):
            level = apart[role].level
            if self._roles.is_superuser(heir) or not self._has_usage(heir, schema):
                continue
            if heir in told and told[heir].level >= level:
                continue
            above = self._closure.above(heir) - {heir}
            if not any(self._level(one, schema, told) >= level for one in above):
                yield TableRight(
                    heir, Permission(level), f"{apart[role]} through {role}, USAGE of its schema otherwise"
                )

    def _level(self, role: str, schema: str, told: Mapping[str, TableGrant]) -> int:
        if self._roles.is_superuser(role):
            return Permission.ADMIN
        if not self._has_usage(role, schema):
            return 0
        return max((told[one].level for one in self._closure.of(role) if one in told), default=0)

    def _users(self, schema: str) -> set[str]:
        """Who has USAGE without another's help."""
        held = self._schemas[schema].usage if self._schemas is not None and schema in self._schemas else set()
        return held | {READ_ALL, WRITE_ALL} & self._roles.known.keys()

    def _is_open(self, schema: str) -> bool:
        return self._schemas is None or PUBLIC in self._users(schema)

    def _has_usage(self, role: str, schema: str) -> bool:
        key = (role, schema)
        if key not in self._usage:
            self._usage[key] = self._is_open(schema) or not self._users(schema).isdisjoint(self._closure.of(role))
        return self._usage[key]
