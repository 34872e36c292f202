"""Databases, schemas and tables of an account: what views list, what grants name, and what contains securable."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.claims.builder import Claims
from loaders.connectors.snowflake.grants import Securable
from loaders.connectors.snowflake.identifiers import SnowflakeIds
from loaders.connectors.snowflake.privileges import ACCOUNT, DATABASE, normal_form
from loaders.connectors.snowflake.recognize import DATABASES, SCHEMATA, ViewRow
from loaders.connectors.snowflake.role_hierarchy import NO_CONTAINERS

_TYPES = {"BASE TABLE": "table", "TRANSIENT": "table", "TEMPORARY TABLE": "table"}


@dataclass(slots=True)
class _Known:
    type: str
    until: int | None
    is_listed: bool


class DataObjects:
    """Everything that holds data, as views list it and as grants name it."""

    def __init__(self, ids: SnowflakeIds) -> None:
        self._ids = ids
        self._known: dict[tuple[str, ...], _Known] = {}
        self._shared: set[str] = set()

    def mark_shared(self, database: str) -> None:
        """Note a database that another account shares: whoever may use it reads all of it."""
        self._shared.add(database)

    def is_shared(self, securable: Securable) -> bool:
        """Whether a grant is on such a database itself."""
        return securable.kind == DATABASE and securable.path[0] in self._shared

    def id_of(self, securable: Securable) -> str:
        """The node id of what a grant is on."""
        return self._ids.account() if securable.kind == ACCOUNT else self._id(securable.path)

    def containers_of(self, securable: Securable) -> frozenset[str]:
        """The database and schema that one must be allowed to use first; for the account and a database none."""
        if securable.kind in (ACCOUNT, DATABASE):
            return NO_CONTAINERS
        return frozenset(self._id(securable.path[:depth]) for depth in range(1, len(securable.path)))

    def add(self, path: tuple[str, ...], kind: str, *, until: int | None = None) -> None:
        """Add what a view lists; an object that was dropped and made again exists."""
        known = self._known.get(path)
        if known is None or not known.is_listed or until is None:
            self._known[path] = _Known(kind, until, True)
        elif known.until is not None:
            known.until = max(known.until, until)

    def add_named(self, securable: Securable, until: int | None) -> None:
        """Add the object of a grant. `until`: the end of the grant; an object of revoked grants alone may be gone."""
        if securable.kind == ACCOUNT:
            return
        known = self._known.get(securable.path)
        if known is None:
            self._known[securable.path] = _Known(securable.kind.lower(), until, False)
        elif not known.is_listed and known.until is not None:
            known.until = None if until is None else max(known.until, until)

    def account(self, claims: Claims) -> str:
        """Add the node for all data of the account; returns its id."""
        return claims.node(self._ids.account(), self._ids.instance, type="account")

    def emit(self, claims: Claims) -> None:
        """Add every object, with what contains it up to the account."""
        for path in sorted(self._known):
            for depth in range(1, len(path)):
                self._known.setdefault(path[:depth], _Known(("database", "schema")[depth - 1], None, False))
        if self._known:
            self.account(claims)
        for path, known in sorted(self._known.items()):
            node = claims.node(self._id(path), ".".join(path), until=known.until, type=known.type)
            above = self._id(path[:-1]) if len(path) > 1 else self._ids.account()
            claims.edge("CONTAINS", (above, node), f"{known.type} in it", span=(None, known.until))

    def _id(self, path: tuple[str, ...]) -> str:
        if len(path) == 1:
            return self._ids.database(*path)
        return self._ids.schema(*path) if len(path) == 2 else self._ids.table(*path)


def read_object(view: str, row: ViewRow) -> tuple[tuple[str, ...], str]:
    """The path and type of what a row of DATABASES, SCHEMATA, TABLES or their SHOW commands lists."""
    if view == DATABASES:
        return (row.text("NAME") or row.required("DATABASE_NAME"),), "database"
    if view == SCHEMATA:
        if row.has("CATALOG_NAME"):
            return (row.required("CATALOG_NAME"), row.required("SCHEMA_NAME")), "schema"
        return (row.required("DATABASE_NAME"), row.required("NAME")), "schema"
    if row.has("TABLE_CATALOG"):
        path = (row.required("TABLE_CATALOG"), row.required("TABLE_SCHEMA"), row.required("TABLE_NAME"))
        return path, _type(row.text("TABLE_TYPE"))
    return (row.required("DATABASE_NAME"), row.required("SCHEMA_NAME"), row.required("NAME")), _type(row.text("KIND"))


def is_shared(row: ViewRow) -> bool:
    """Whether a row of DATABASES or SHOW DATABASES is of a database that another account shares."""
    return "IMPORTED" in normal_form(row.text("TYPE") or row.text("KIND") or "") or bool(row.text("ORIGIN"))


def _type(table_type: str | None) -> str:
    kind = normal_form(table_type or "TABLE")
    return _TYPES.get(kind, kind.lower())
