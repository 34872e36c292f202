"""This file knows the databases, schemas and tables of an account, and what contains what."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.claims.builder import Claims
from loaders.connectors.snowflake.grants import Securable
from loaders.connectors.snowflake.identifiers import SnowflakeIds
from loaders.connectors.snowflake.privileges import ACCOUNT, DATABASE, word
from loaders.connectors.snowflake.recognize import DATABASES, SCHEMATA, ViewRow
from loaders.connectors.snowflake.role_hierarchy import NO_NEEDS

_TYPES = {"BASE TABLE": "table", "TRANSIENT": "table", "TEMPORARY TABLE": "table"}


@dataclass(slots=True)
class _Known:
    type: str
    until: int | None
    is_listed: bool


class DataObjects:
    """Everything that holds data, as views list it and as grants name it."""

    def __init__(self, names: SnowflakeIds) -> None:
        self._names = names
        self._known: dict[tuple[str, ...], _Known] = {}
        self._shared: set[str] = set()

    def share(self, database: str) -> None:
        """A database that another account shares: whoever may use it reads all of it."""
        self._shared.add(database)

    def is_shared(self, what: Securable) -> bool:
        """Whether a grant is on such a database itself."""
        return what.kind == DATABASE and what.path[0] in self._shared

    def id_of(self, what: Securable) -> str:
        """The node id of what a grant is on."""
        return self._names.account() if what.kind == ACCOUNT else self._id(what.path)

    def needs(self, what: Securable) -> frozenset[str]:
        """The containers that must be open to whoever wants to use it: the account and a database need none."""
        if what.kind in (ACCOUNT, DATABASE):
            return NO_NEEDS
        return frozenset(self._id(what.path[:depth]) for depth in range(1, len(what.path)))

    def add(self, path: tuple[str, ...], kind: str, *, until: int | None = None) -> None:
        """What a view lists. One that was dropped and made again is there."""
        known = self._known.get(path)
        if known is None or not known.is_listed or until is None:
            self._known[path] = _Known(kind, until, True)
        elif known.until is not None:
            known.until = max(known.until, until)

    def seen(self, what: Securable, until: int | None) -> None:
        """What a grant is on, revoked or not: what held privileges on it may be gone."""
        if what.kind == ACCOUNT:
            return
        known = self._known.get(what.path)
        if known is None:
            self._known[what.path] = _Known(what.kind.lower(), until, False)
        elif not known.is_listed and known.until is not None:
            known.until = None if until is None else max(known.until, until)

    def account(self, claims: Claims) -> str:
        """The node for all data of the account, told of."""
        return claims.node(self._names.account(), self._names.instance, type="account")

    def tell(self, claims: Claims) -> None:
        """Every object, with what contains it up to the account."""
        for path in sorted(self._known):
            for depth in range(1, len(path)):
                self._known.setdefault(path[:depth], _Known(("database", "schema")[depth - 1], None, False))
        if self._known:
            self.account(claims)
        for path, known in sorted(self._known.items()):
            node = claims.node(self._id(path), ".".join(path), until=known.until, type=known.type)
            above = self._id(path[:-1]) if len(path) > 1 else self._names.account()
            claims.edge("CONTAINS", (above, node), f"{known.type} in it", span=(None, known.until))

    def _id(self, path: tuple[str, ...]) -> str:
        if len(path) == 1:
            return self._names.database(*path)
        return self._names.schema(*path) if len(path) == 2 else self._names.table(*path)


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
    return "IMPORTED" in word(row.text("TYPE") or row.text("KIND") or "") or bool(row.text("ORIGIN"))


def _type(told: str | None) -> str:
    kind = word(told or "TABLE")
    return _TYPES.get(kind, kind.lower())
