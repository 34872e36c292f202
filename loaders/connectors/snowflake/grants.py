"""Grants: who holds which privilege on which object, and who is a member of which role, read from rows of views."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.connectors.snowflake.identifiers import SnowflakeIds, split_name
from loaders.connectors.snowflake.privileges import ACCOUNT, DATABASE, ROLES, SCHEMA, is_data, normal_form
from loaders.connectors.snowflake.recognize import ViewRow

_ACCOUNT_ROLES = frozenset({"ROLE", "ACCOUNT ROLE"})
_REMEDY = "Export the view with TABLE_CATALOG and TABLE_SCHEMA, or names as SHOW GRANTS qualifies them"


@dataclass(frozen=True, slots=True)
class Securable:
    """The object of a grant. `path`: its database, schema and own name, as far as its kind has them."""

    kind: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrivilegeGrant:
    """One privilege on an object. `evidence` names it; `since` and `until`: when it was granted and revoked."""

    holder: str
    privilege: str
    securable: Securable
    with_option: bool
    evidence: str
    since: int | None
    until: int | None

    @property
    def span(self) -> tuple[int | None, int | None]:
        return self.since, self.until


def read_grants(row: ViewRow, ids: SnowflakeIds) -> Iterator[PrivilegeGrant]:
    """The grants of one row; the REST form names several privileges at once. A kind that holds no data gives none."""
    if row.has("SECURABLE"):
        kind, securable = normal_form(row.required("SECURABLE_TYPE")), row.child_or_empty("SECURABLE")
        privileges, holder = row.texts("PRIVILEGES"), ids.role(row.subject or row.required("GRANTEE_NAME"))
        path_parts = tuple(securable.text(name) for name in ("DATABASE", "SCHEMA", "NAME"))
    else:
        kind, privileges = normal_form(row.required("GRANTED_ON")), [row.required("PRIVILEGE")]
        if _holds_no_data(kind):
            return
        path_parts = _path_parts(row, kind)
        holder = _holder(row, ids, kind, path_parts)
    if _holds_no_data(kind) or not _may_hold_data(kind, path_parts):
        return
    path = _path(row, kind, path_parts)
    by = row.text("GRANTED_BY")
    for privilege in privileges:
        evidence = f"{normal_form(privilege)} on {kind.lower()} {'.'.join(path)}"
        yield PrivilegeGrant(
            holder=holder,
            privilege=normal_form(privilege),
            securable=Securable(kind, path),
            with_option=bool(row.flag("GRANT_OPTION")),
            evidence=f"{evidence}, granted by {by}" if by else evidence,
            since=row.moment("CREATED_ON"),
            until=row.moment("DELETED_ON"),
        )


def read_member(row: ViewRow, ids: SnowflakeIds) -> tuple[str, str, bool]:
    """Who holds a role, the role, and whether it is a user, from a row of GRANTS_TO_USERS or SHOW GRANTS OF ROLE."""
    role, holder = row.text("ROLE") or row.subject or row.required("ROLE"), row.required("GRANTEE_NAME")
    grantee_type = normal_form(row.required("GRANTED_TO"))
    return _grantee_node(grantee_type, holder, ids), ids.role(role), grantee_type == "USER"


def kind_of(row: ViewRow) -> str:
    """The kind of object a row of grants is about; empty if it does not say."""
    return normal_form(row.text("SECURABLE_TYPE") or row.text("GRANTED_ON") or "")


def _holds_no_data(kind: str) -> bool:
    return is_data(kind) is False


def _may_hold_data(kind: str, path: tuple[str | None, ...]) -> bool:
    """An unknown kind may be data only where it is in a schema, as a warehouse or an integration is not."""
    return kind in (ACCOUNT, DATABASE, SCHEMA) or kind in ROLES or is_data(kind) is True or bool(path[1])


def _path_parts(row: ViewRow, kind: str) -> tuple[str | None, ...]:
    """Database, schema and name of a row: in columns, or in one qualified name."""
    name = row.required("NAME")
    catalog = row.text("TABLE_CATALOG")
    if catalog or (row.has("TABLE_CATALOG") and kind in (ACCOUNT, DATABASE, "ROLE")):
        return catalog, row.text("TABLE_SCHEMA"), name
    if kind == ACCOUNT or (kind == "ROLE" and not name.startswith('"')):
        return None, None, name
    parts = split_name(name)
    if kind in (DATABASE, "ROLE"):
        return None, None, ".".join(parts)
    if kind in (SCHEMA, "DATABASE ROLE"):
        return (parts[0], None, parts[1]) if len(parts) == 2 else (None, None, name)
    return parts if len(parts) == 3 else (None, None, name)


def _path(row: ViewRow, kind: str, parts: tuple[str | None, ...]) -> tuple[str, ...]:
    database, schema, name = parts
    path: tuple[str | None, ...] = (database, schema, name)
    if kind in (ACCOUNT, DATABASE, "ROLE"):
        path = (name,)
    elif kind in (SCHEMA, "DATABASE ROLE"):
        path = (database, name)
    known = tuple(part for part in path if part)
    if len(known) != len(path):
        row.refuse("NAME", f"nothing says which database and schema this {kind.lower()} lies in", _REMEDY)
    return known


def _holder(row: ViewRow, ids: SnowflakeIds, kind: str, path: tuple[str | None, ...]) -> str:
    grantee_type, name = normal_form(row.required("GRANTED_TO")), row.required("GRANTEE_NAME")
    # The view need not qualify a database role; it holds privileges in its own database alone.
    database = path[2] if kind == DATABASE else path[0]
    return _grantee_node(grantee_type, name, ids, database if row.has("TABLE_CATALOG") else None)


def _grantee_node(grantee_type: str, name: str, ids: SnowflakeIds, database: str | None = None) -> str:
    if grantee_type == "USER":
        return ids.user(name)
    if grantee_type in _ACCOUNT_ROLES:
        return ids.role(name)
    database_role = ids.database_role_named(database, name) if grantee_type == "DATABASE ROLE" else None
    return database_role or ids.other_grantee(grantee_type, name)
