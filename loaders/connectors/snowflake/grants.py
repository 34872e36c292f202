"""This file knows what a row of grants says: who holds which privilege on what, from when to when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.connectors.snowflake.identifiers import SnowflakeIds, split_name
from loaders.connectors.snowflake.privileges import ACCOUNT, DATABASE, ROLES, SCHEMA, is_data, word
from loaders.connectors.snowflake.recognize import ViewRow

_ACCOUNT_ROLES = frozenset({"ROLE", "ACCOUNT ROLE"})
_REMEDY = "Export the view with TABLE_CATALOG and TABLE_SCHEMA, or names as SHOW GRANTS qualifies them"


@dataclass(frozen=True, slots=True)
class Securable:
    """What a grant is on: `path` are its database, schema and own name, as far as its kind has them."""

    kind: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrivilegeGrant:
    """One privilege. `told` is how the evidence names it, `since` and `until` when it was granted and revoked."""

    holder: str
    privilege: str
    on: Securable
    with_option: bool
    told: str
    since: int | None
    until: int | None

    @property
    def span(self) -> tuple[int | None, int | None]:
        return self.since, self.until


def read_grants(row: ViewRow, names: SnowflakeIds) -> Iterator[PrivilegeGrant]:
    """The grants of one row; the REST form names several privileges at once. A kind that holds no data gives none."""
    if row.has("SECURABLE"):
        kind, what = word(row.required("SECURABLE_TYPE")), row.inner("SECURABLE")
        privileges, holder = row.texts("PRIVILEGES"), names.role(row.subject or row.required("GRANTEE_NAME"))
        told_path = tuple(what.text(name) for name in ("DATABASE", "SCHEMA", "NAME"))
    else:
        kind, privileges = word(row.required("GRANTED_ON")), [row.required("PRIVILEGE")]
        if _says_nothing(kind):
            return
        told_path = _told_path(row, kind)
        holder = _holder(row, names, kind, told_path)
    if _says_nothing(kind) or not _is_placed(kind, told_path):
        return
    path = _path(row, kind, told_path)
    by = row.text("GRANTED_BY")
    for privilege in privileges:
        told = f"{word(privilege)} on {kind.lower()} {'.'.join(path)}"
        yield PrivilegeGrant(
            holder=holder,
            privilege=word(privilege),
            on=Securable(kind, path),
            with_option=bool(row.flag("GRANT_OPTION")),
            told=f"{told}, granted by {by}" if by else told,
            since=row.moment("CREATED_ON"),
            until=row.moment("DELETED_ON"),
        )


def read_member(row: ViewRow, names: SnowflakeIds) -> tuple[str, str, bool]:
    """Who holds a role, the role, and whether it is a user, from a row of GRANTS_TO_USERS or SHOW GRANTS OF ROLE."""
    role, holder = row.text("ROLE") or row.subject or row.required("ROLE"), row.required("GRANTEE_NAME")
    sort = word(row.required("GRANTED_TO"))
    return _of_sort(sort, holder, names), names.role(role), sort == "USER"


def kind_of(row: ViewRow) -> str:
    """The kind of object a row of grants is about; empty if it does not say."""
    return word(row.text("SECURABLE_TYPE") or row.text("GRANTED_ON") or "")


def _says_nothing(kind: str) -> bool:
    return is_data(kind) is False


def _is_placed(kind: str, path: tuple[str | None, ...]) -> bool:
    """What nobody here knows is data only where it stands in a schema, as a warehouse or an integration does not."""
    return kind in (ACCOUNT, DATABASE, SCHEMA) or kind in ROLES or is_data(kind) is True or bool(path[1])


def _told_path(row: ViewRow, kind: str) -> tuple[str | None, ...]:
    """Database, schema and name as the row tells them: in columns, or in one qualified name."""
    name = row.required("NAME")
    if row.has("TABLE_CATALOG"):
        return row.text("TABLE_CATALOG"), row.text("TABLE_SCHEMA"), name
    if kind == ACCOUNT or (kind == "ROLE" and not name.startswith('"')):
        return None, None, name
    parts = split_name(name)
    if kind in (DATABASE, "ROLE"):
        return None, None, ".".join(parts)
    if kind in (SCHEMA, "DATABASE ROLE"):
        return (parts[0], None, parts[1]) if len(parts) == 2 else (None, None, name)
    return parts if len(parts) == 3 else (None, None, name)


def _path(row: ViewRow, kind: str, told: tuple[str | None, ...]) -> tuple[str, ...]:
    database, schema, name = told
    path: tuple[str | None, ...] = (database, schema, name)
    if kind in (ACCOUNT, DATABASE, "ROLE"):
        path = (name,)
    elif kind in (SCHEMA, "DATABASE ROLE"):
        path = (database, name)
    whole = tuple(part for part in path if part)
    if len(whole) != len(path):
        row.refuse("NAME", f"nothing says which database and schema this {kind.lower()} lies in", _REMEDY)
    return whole


def _holder(row: ViewRow, names: SnowflakeIds, kind: str, path: tuple[str | None, ...]) -> str:
    sort, name = word(row.required("GRANTED_TO")), row.required("GRANTEE_NAME")
    # The view does not qualify a database role; it holds privileges in its own database alone.
    database = path[2] if kind == DATABASE else path[0]
    if sort == "DATABASE ROLE" and row.has("TABLE_CATALOG") and database:
        return names.database_role(database, name)
    return _of_sort(sort, name, names)


def _of_sort(sort: str, name: str, names: SnowflakeIds) -> str:
    if sort == "USER":
        return names.user(name)
    if sort in _ACCOUNT_ROLES:
        return names.role(name)
    parts = split_name(name)
    if sort == "DATABASE ROLE" and len(parts) == 2:
        return names.database_role(*parts)
    return names.grantee(sort, name)
