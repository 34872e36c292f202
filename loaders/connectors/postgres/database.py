"""This file knows which nodes and edges a database and its tables become."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.claims import Edge, Node, Record
from graph.ontology import Permission
from loaders.connectors.postgres.roles import DATABASE_OWNER, READ_ALL, WRITE_ALL, RoleClosure, Roles
from loaders.connectors.postgres.table_access import PrivilegeRules, Relation, RelationKey, SchemaUsage, TableRight

_TYPES = {"r": "table", "p": "partitioned table", "v": "view", "m": "materialized view", "f": "foreign table"}


@dataclass(slots=True)
class Database:
    """What is known of one database. `schemas` None: nothing is known of them."""

    owner: str | None = None
    schemas: dict[str, SchemaUsage] | None = None
    tables: dict[RelationKey, Relation] = field(default_factory=dict)


def records_of(name: str, database: Database, roles: Roles, closure: RoleClosure) -> Iterator[Record]:
    """The database with its tables, and who may access what: superusers all of it at once. In order of names."""
    place = f"DataSource:postgres/{roles.instance}/{quoted(name, '/')}"
    owner = {"owner": database.owner} if database.owner is not None else {}
    yield Node(id=place, name=name, props={"type": "database", **owner})
    for role in sorted(roles.known):
        told = _everywhere(role, roles)
        if told is not None:
            for holder in roles.holders(role):
                yield Edge(kind="CAN_ACCESS", source=holder, target=place, permission=told[0], evidence=told[1])
    rules = PrivilegeRules(roles, closure, database.schemas)
    for schema, table in sorted(database.tables):
        node, known = f"{place}/{quoted(schema, './')}.{quoted(table, './')}", database.tables[schema, table]
        yield Node(id=node, name=f"{schema}.{table}", props=_props(known))
        yield Edge(kind="CONTAINS", source=place, target=node)
        for holder, (level, why) in _held(rules.rights(schema, known), database.owner, roles).items():
            yield Edge(kind="CAN_ACCESS", source=holder, target=node, permission=level, evidence=why)


def quoted(name: str, marks: str) -> str:
    """A name as it stands in an id: in double quotes, as in SQL, where it holds a quote or one of the `marks`."""
    if not any(mark in name for mark in (*marks, '"')):
        return name
    return '"' + name.replace('"', '""') + '"'


def _everywhere(role: str, roles: Roles) -> tuple[Permission, str] | None:
    """What a role may do with everything in every database, and why."""
    if roles.is_superuser(role):
        return Permission.ADMIN, "superuser"
    predefined = {READ_ALL: Permission.READ, WRITE_ALL: Permission.WRITE}
    return (predefined[role], "predefined role") if role in predefined else None


def _held(rights: Iterable[TableRight], owner: str | None, roles: Roles) -> dict[str, tuple[Permission, str]]:
    """The rights by the nodes that hold them, the greatest of each. The owner of the database is pg_database_owner."""
    held: dict[str, tuple[Permission, str]] = {}
    for right in rights:
        role, why = right.role, right.why
        if role == DATABASE_OWNER and owner is not None:
            role, why = owner, f"{why}, as the owner of the database"
        for holder in roles.holders(role):
            if holder not in held or held[holder][0] < right.level:
                held[holder] = (right.level, why)
    return held


def _props(table: Relation) -> dict[str, str | bool]:
    runs_as_owner = table.kind == "v" and table.security_invoker is not True
    told = {
        "type": _TYPES.get(table.kind or ""),
        "owner": table.owner,
        "row_security": table.row_security,
        "is_partition": table.is_partition,
        "reads_as": table.owner if runs_as_owner else None,
    }
    return {name: value for name, value in told.items() if value}
