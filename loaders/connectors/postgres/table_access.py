"""Access to the tables of one database: which role may do what, by PostgreSQL's own rules, and the claims of it.

A role has a table if it has, itself or by roles whose privileges it inherits, both a privilege on the table (or on a column)
and USAGE of its schema. Both may come of different roles: then neither of them has the table, and the one that joins them
does. Members of a role get what it has, by SET ROLE where they do not inherit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from graph.claims import Edge, Node, Record
from graph.ontology import Permission
from loaders.connectors.postgres.roles import DATABASE_OWNER, PUBLIC, READ_ALL, WRITE_ALL, RoleClosure, Roles

# None: it neither reads nor changes a row by itself.
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
_MAX_PRIVILEGES = 8
_TYPES = {"r": "table", "p": "partitioned table", "v": "view", "m": "materialized view", "f": "foreign table"}

RelationKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TableGrant:
    """What a role may do with a table: at most `level` (0: nothing that counts), in `words`."""

    level: int
    privileges: frozenset[str]

    def union(self, other: TableGrant) -> TableGrant:
        """Both together."""
        return TableGrant(max(self.level, other.level), self.privileges | other.privileges)

    def __str__(self) -> str:
        privileges = sorted(self.privileges)
        more = f" and {len(privileges) - _MAX_PRIVILEGES} more" if len(privileges) > _MAX_PRIVILEGES else ""
        return ", ".join(privileges[:_MAX_PRIVILEGES]) + more


OWNS = TableGrant(Permission.ADMIN, frozenset({"owner"}))


@dataclass(slots=True)
class SchemaUsage:
    """Which roles hold USAGE of it."""

    usage: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Relation:
    """A table, view or the like. `grants` by grantee; those of the owner do not matter."""

    kind: str | None = None
    owner: str | None = None
    row_security: bool | None = None
    is_partition: bool | None = None
    security_invoker: bool | None = None
    grants: dict[str, TableGrant] = field(default_factory=dict)

    def add_grant(self, grantee: str, grant: TableGrant) -> None:
        """Add a grant to those that the grantee has."""
        known = self.grants.get(grantee)
        self.grants[grantee] = grant if known is None or known == grant else known.union(grant)


@dataclass(frozen=True, slots=True)
class TableRight:
    """A role has a table at a level, and why."""

    role: str
    level: Permission
    why: str


@lru_cache(maxsize=4096)
def grant_of(privileges: str, column: str | None, is_grantable: bool) -> tuple[TableGrant, tuple[str, ...]]:
    """What privileges, with commas between, come to, and the unknown ones among them, which count as WRITE."""
    names = [name.strip().upper() for name in privileges.split(",") if name.strip()]
    levels = [_LEVELS.get(name, Permission.WRITE) or 0 for name in names]
    tail = (f" of column {column}" if column else "") + (" with grant option" if is_grantable else "")
    unknown = tuple(name for name in names if name not in _LEVELS)
    return TableGrant(max(levels, default=0), frozenset(f"{name}{tail}" for name in names)), unknown


class PrivilegeRules:
    """The rules in one database. `schemas` None: USAGE of schemas is unknown, so everybody is taken to have it."""

    def __init__(self, roles: Roles, closure: RoleClosure, schemas: Mapping[str, SchemaUsage] | None) -> None:
        self._roles, self._closure, self._schemas = roles, closure, schemas
        self._usage: dict[tuple[str, str], bool] = {}
        self._cache: dict[tuple[str, str | None, frozenset[tuple[str, TableGrant]]], tuple[TableRight, ...]] = {}

    def rights(self, schema: str, table: Relation) -> tuple[TableRight, ...]:
        """Who has the table, without superusers and without those who have it only as members of another role.

        Tables of one schema with the same grants have the same answer, so it is cached.
        """
        key = (schema, table.owner, frozenset(table.grants.items()))
        if key not in self._cache:
            self._cache[key] = tuple(self._evaluate(schema, table))
        return self._cache[key]

    def _evaluate(self, schema: str, table: Relation) -> Iterator[TableRight]:
        grants = {role: grant for role, grant in table.grants.items() if grant.level}
        if table.owner is not None:
            grants[table.owner] = OWNS
        everybody = grants.pop(PUBLIC, None)
        if everybody is not None and self._is_open(schema):
            yield TableRight(PUBLIC, Permission(everybody.level), f"{everybody} granted to PUBLIC")
        elif everybody is not None:
            # Only roles with USAGE of their own reach it, as if it was granted to each of them.
            for role in sorted(self._roles_with_usage(schema)):
                grants[role] = grants[role].union(everybody) if role in grants else everybody
        public_level = everybody.level if everybody is not None else 0
        without_usage = {}
        for role, grant in sorted(grants.items()):
            if self._roles.is_superuser(role):
                continue
            if self._has_usage(role, schema):
                yield TableRight(role, Permission(grant.level), str(grant))
            elif grant.level > public_level:
                without_usage[role] = grant
        yield from self._combined_rights(schema, grants, without_usage)

    def _combined_rights(
        self, schema: str, grants: Mapping[str, TableGrant], without_usage: Mapping[str, TableGrant]
    ) -> Iterator[TableRight]:
        """Rights of those who have USAGE of one role and the privilege of another, unless a role above has both."""
        granting_roles: dict[str, str] = {}
        for role in without_usage:
            for heir in self._closure.heirs.get(role, ()):
                best = granting_roles.get(heir)
                if best is None or without_usage[best].level < without_usage[role].level:
                    granting_roles[heir] = role
        for heir, role in sorted(granting_roles.items()):
            level = without_usage[role].level
            if self._roles.is_superuser(heir) or not self._has_usage(heir, schema):
                continue
            if heir in grants and grants[heir].level >= level:
                continue
            above = self._closure.above(heir) - {heir}
            if not any(self._level(ancestor, schema, grants) >= level for ancestor in above):
                yield TableRight(
                    heir, Permission(level), f"{without_usage[role]} through {role}, USAGE of its schema otherwise"
                )

    def _level(self, role: str, schema: str, grants: Mapping[str, TableGrant]) -> int:
        if self._roles.is_superuser(role):
            return Permission.ADMIN
        if not self._has_usage(role, schema):
            return 0
        return max(
            (
                grants[role_or_inherited].level
                for role_or_inherited in self._closure.of(role)
                if role_or_inherited in grants
            ),
            default=0,
        )

    def _roles_with_usage(self, schema: str) -> set[str]:
        """The roles that have USAGE themselves."""
        held = self._schemas[schema].usage if self._schemas is not None and schema in self._schemas else set()
        return held | {READ_ALL, WRITE_ALL} & self._roles.known.keys()

    def _is_open(self, schema: str) -> bool:
        return self._schemas is None or PUBLIC in self._roles_with_usage(schema)

    def _has_usage(self, role: str, schema: str) -> bool:
        key = (role, schema)
        if key not in self._usage:
            self._usage[key] = self._is_open(schema) or not self._roles_with_usage(schema).isdisjoint(
                self._closure.of(role)
            )
        return self._usage[key]


@dataclass(slots=True)
class Database:
    """What is known of one database. `schemas` None: unknown."""

    owner: str | None = None
    schemas: dict[str, SchemaUsage] | None = None
    tables: dict[RelationKey, Relation] = field(default_factory=dict)


def records_of(name: str, database: Database, roles: Roles, closure: RoleClosure) -> Iterator[Record]:
    """The database with its tables, and who may access what: superusers all of it at once. In order of names."""
    database_node = f"DataSource:postgres/{roles.instance}/{quoted(name, '/')}"
    owner = {"owner": database.owner} if database.owner is not None else {}
    yield Node(id=database_node, name=name, props={"type": "database", **owner})
    for role in sorted(roles.known):
        rights = _rights_on_everything(role, roles)
        if rights is not None:
            for holder in roles.holders(role):
                yield Edge(
                    kind="CAN_ACCESS", source=holder, target=database_node, permission=rights[0], evidence=rights[1]
                )
    rules = PrivilegeRules(roles, closure, database.schemas)
    for schema, table in sorted(database.tables):
        node, relation = f"{database_node}/{quoted(schema, './')}.{quoted(table, './')}", database.tables[schema, table]
        yield Node(id=node, name=f"{schema}.{table}", props=_props(relation))
        yield Edge(kind="CONTAINS", source=database_node, target=node)
        for holder, (level, why) in _strongest_rights(rules.rights(schema, relation), database.owner, roles).items():
            yield Edge(kind="CAN_ACCESS", source=holder, target=node, permission=level, evidence=why)


def quoted(name: str, marks: str) -> str:
    """A name as it stands in an id: in double quotes, as in SQL, where it holds a quote or one of the `marks`."""
    if not any(mark in name for mark in (*marks, '"')):
        return name
    return '"' + name.replace('"', '""') + '"'


def _rights_on_everything(role: str, roles: Roles) -> tuple[Permission, str] | None:
    """What a role may do with everything in every database, and why."""
    if roles.is_superuser(role):
        return Permission.ADMIN, "superuser"
    predefined = {READ_ALL: Permission.READ, WRITE_ALL: Permission.WRITE}
    return (predefined[role], "predefined role") if role in predefined else None


def _strongest_rights(
    rights: Iterable[TableRight], owner: str | None, roles: Roles
) -> dict[str, tuple[Permission, str]]:
    """The rights by the nodes that hold them, the greatest of each. The owner of the database is pg_database_owner."""
    strongest: dict[str, tuple[Permission, str]] = {}
    for right in rights:
        role, why = right.role, right.why
        if role == DATABASE_OWNER and owner is not None:
            role, why = owner, f"{why}, as the owner of the database"
        for holder in roles.holders(role):
            if holder not in strongest or strongest[holder][0] < right.level:
                strongest[holder] = (right.level, why)
    return strongest


def _props(table: Relation) -> dict[str, str | bool]:
    runs_as_owner = table.kind == "v" and table.security_invoker is not True
    props = {
        "type": _TYPES.get(table.kind or ""),
        "owner": table.owner,
        "row_security": table.row_security,
        "is_partition": table.is_partition,
        "reads_as": table.owner if runs_as_owner else None,
    }
    return {name: value for name, value in props.items() if value}
