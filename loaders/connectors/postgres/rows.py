"""Rows of the system catalogs, of any version, live or from a saved table."""

from __future__ import annotations

import re

from graph.moment import NEVER, read_moment
from loaders.connectors.postgres.recognize import flag_of, name_of, required_name
from loaders.connectors.postgres.roles import PUBLIC, Membership, Role
from loaders.connectors.postgres.table_access import Relation, RelationKey, TableGrant, grant_of
from loaders.saved.fields import FieldReader

_ATTRIBUTES = {
    "rolsuper": "superuser",
    "rolcreaterole": "createrole",
    "rolcreatedb": "createdb",
    "rolreplication": "replication",
    "rolbypassrls": "bypassrls",
}
_NO_GRANT = TableGrant(0, frozenset())


def read_role(row: FieldReader) -> tuple[str, Role]:
    """A role and its name."""
    name = required_name(row, "rolname")
    attributes = tuple(text for field, text in _ATTRIBUTES.items() if flag_of(row, field))
    role = Role(
        login=flag_of(row, "rolcanlogin"),
        superuser=flag_of(row, "rolsuper"),
        inherit=flag_of(row, "rolinherit"),
        valid_until=_valid_until(row),
        attributes=attributes,
    )
    return name, role


def read_member(row: FieldReader) -> tuple[str, str, Membership]:
    """A role, its member, and how it is one."""
    membership = Membership(flag_of(row, "admin_option"), flag_of(row, "inherit_option"), flag_of(row, "set_option"))
    return required_name(row, "role"), required_name(row, "member"), membership


def read_database(row: FieldReader) -> tuple[str, str | None]:
    """A database and its owner."""
    return required_name(row, "datname"), name_of(row, "owner")


def read_schema(row: FieldReader) -> tuple[str, str | None]:
    """A schema, and who has USAGE of it; None if the row is about another privilege or names nobody."""
    names = (row.text("privilege_type") or "").upper().split(",")
    return required_name(row, "schema"), _grantee(row) if "USAGE" in (name.strip() for name in names) else None


def read_table(row: FieldReader) -> tuple[RelationKey, Relation]:
    """A table without its grants."""
    table = Relation(
        kind=row.text("relkind"),
        owner=name_of(row, "owner") or _owner_of_own(row),
        row_security=flag_of(row, "row_security"),
        is_partition=flag_of(row, "is_partition"),
        security_invoker=flag_of(row, "security_invoker"),
    )
    return (required_name(row, "schema"), required_name(row, "name")), table


def read_grant(row: FieldReader) -> tuple[str | None, TableGrant, tuple[str, ...]]:
    """Who was granted what, and its unknown privileges; (None, no grant, ()) for a row without one."""
    privileges, grantee = row.text("privilege_type"), _grantee(row)
    column = name_of(row, "column")
    if privileges is None or grantee is None:
        return None, _NO_GRANT, ()
    return grantee, *grant_of(privileges, column, flag_of(row, "is_grantable") is True)


def _grantee(row: FieldReader) -> str | None:
    """The role, or PUBLIC: by a flag, else by the name that the standard's views write."""
    name, to_public = name_of(row, "grantee"), flag_of(row, "to_public")
    if to_public is None:
        to_public = name == "PUBLIC"
    return PUBLIC if to_public else name


def _owner_of_own(row: FieldReader) -> str | None:
    """Where no owner is given: a role that grants to itself is the owner."""
    grantee = name_of(row, "grantee")
    return (
        grantee if "owner" not in row.body and grantee == name_of(row, "grantor") and "column" not in row.body else None
    )


def _valid_until(row: FieldReader) -> int | None:
    """Until when the password is valid; None: for ever. psql writes the zone as +00."""
    raw = row.text("rolvaliduntil")
    if raw is None or raw == "infinity":
        return None
    if raw == "-infinity":
        return 1
    try:
        moment = read_moment(re.sub(r"([+-]\d\d)\Z", r"\1:00", raw))
    except ValueError:
        row.refuse("rolvaliduntil", "this is not an ISO 8601 time")
    return None if moment == NEVER else moment
