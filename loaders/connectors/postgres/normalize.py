"""This file knows what a PostgreSQL server's catalogues say: roles, databases and tables, and who may do what with them.

A saved page, or a table saved as CSV or Parquet, at postgres/prod/sales/relation_acl.csv is of the database sales on the
server prod; roles and role_members are of the whole server, in whichever of its folders they lie. Views and foreign tables
are told by who may ask them: what a view reads as its owner is a flag of it, no edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from graph.claims import Record, RunHeader
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.connectors.postgres.database import Database, records_of
from loaders.connectors.postgres.recognize import SYSTEM, TABLE_GRANTS, CatalogPage, instance_of, name_of, piece_of
from loaders.connectors.postgres.roles import RoleClosure, Roles
from loaders.connectors.postgres.rows import read_database, read_grant, read_member, read_role, read_schema, read_table
from loaders.connectors.postgres.system_catalogs import (
    COLUMNS,
    DATABASES,
    MEMBERS,
    OPTIONS_OF_MEMBERS,
    OWN,
    RELATIONS,
    ROLES,
    SCHEMAS,
    SERVER,
)
from loaders.connectors.postgres.table_access import SchemaUsage
from loaders.saved.fields import ErrorCollector, FieldReader

# A sequence holds no data but where it stands.
_LEFT_OUT = ("S",)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per server; lenient per row unless `context.lenient` is False: then the first bad one raises RecordError.

    Raises RecordError for a file that is broken.
    """
    runs: dict[str, _ServerRun] = {}
    for page in pages:
        source = context.source or f"{SYSTEM}:{instance_of(page)}"
        if source not in runs:
            runs[source] = _ServerRun(source, context)
        runs[source].add(page)
    for source in sorted(runs):
        yield runs[source].draft()


@dataclass(slots=True)
class _Extent:
    """Which pages of a catalogue came."""

    numbers: set[int] = field(default_factory=set)
    last: int | None = None
    spoiled: bool = False

    def is_whole(self) -> bool:
        return not self.spoiled and self.last is not None and self.numbers == set(range(1, self.last + 1))


class _ServerRun:
    """One run in the making."""

    def __init__(self, source: str, context: Context) -> None:
        self._source, self._context = source, context
        instance = source.partition(":")[2]
        self._prefix = f"{SYSTEM}/{instance}"
        self._roles = Roles(instance)
        self._databases: dict[str, Database] = {}
        self._errors = ErrorCollector(strict=context.lenient is False)
        self._extents: dict[tuple[str, str], _Extent] = {}
        self._failures: list[Reason] = []
        self._unmapped: set[str] = set()
        self._aliases: set[str] = set()
        self._origins: dict[str, None] = {}

    def add(self, page: Page) -> None:
        """Take a page in."""
        self._origins[self._source if page.document is None else page.document.display_path] = None
        if page.failure is not None:
            self._failures.append(page.failure)
            return
        for piece in self._errors.collect(piece_of, page):
            if piece is not None:
                self._take(piece)

    def _take(self, piece: CatalogPage) -> None:
        extent = self._extents.setdefault((piece.catalogue, piece.database), _Extent())
        extent.numbers.add(piece.number)
        if piece.last:
            extent.last = piece.number
        if piece.database:
            self._databases.setdefault(piece.database, Database())
        if piece.catalogue == SCHEMAS and self._databases[piece.database].schemas is None:
            self._databases[piece.database].schemas = {}
        read = self._readers()[piece.catalogue]
        known = len(self._errors.messages)
        for entry in piece.entries(self._errors):
            self._errors.collect(read, entry, piece.database)
        extent.spoiled |= len(self._errors.messages) > known

    def _readers(self) -> dict[str, Callable[[FieldReader, str], None]]:
        return {
            SERVER: self._read_server,
            ROLES: self._read_role,
            MEMBERS: self._read_member,
            DATABASES: self._read_database,
            SCHEMAS: self._read_schema,
            RELATIONS: self._read_relation,
            TABLE_GRANTS: self._read_relation,
            COLUMNS: self._read_relation,
        }

    def _read_server(self, row: FieldReader, database: str) -> None:
        self._roles.options_per_member = (row.non_negative_int("server_version_num") or 0) >= OPTIONS_OF_MEMBERS
        for address in row.items("aliases"):
            if not isinstance(address, str) or not address or "/" in address:
                row.refuse("aliases", "an alias is host:port")
            self._aliases.add(address)

    def _read_role(self, row: FieldReader, database: str) -> None:
        name, role = read_role(row)
        self._roles.known.setdefault(name, role)

    def _read_member(self, row: FieldReader, database: str) -> None:
        self._roles.put_member(*read_member(row))

    def _read_database(self, row: FieldReader, database: str) -> None:
        name, owner = read_database(row)
        known = self._databases.setdefault(name, Database())
        known.owner = known.owner or owner

    def _read_schema(self, row: FieldReader, database: str) -> None:
        name, grantee = read_schema(row)
        schemas = self._databases[database].schemas
        assert schemas is not None, "made when the page was taken"
        usage = schemas.setdefault(name, SchemaUsage()).usage
        if grantee is not None:
            usage.add(grantee)

    def _read_relation(self, row: FieldReader, database: str) -> None:
        database = database or name_of(row, "database") or row.refuse("database", "it is missing")
        key, told = read_table(row)
        if told.kind in _LEFT_OUT:
            return
        grantee, grant, unmapped = read_grant(row)
        table = self._databases.setdefault(database, Database()).tables.setdefault(key, told)
        table.kind, table.owner = table.kind or told.kind, table.owner or told.owner
        self._unmapped.update(unmapped)
        if grantee is not None:
            table.put(grantee, grant)
        self._roles.named |= {role for role in (grantee, table.owner) if role}

    def draft(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        shown = list(self._origins)
        origin = ", ".join(shown[:3]) + (", ..." if len(shown) > 3 else "")
        lenient = self._context.lenient is not False
        header = RunHeader(source=self._source, observed_at=self._context.observed_at)
        if not self._extents and self._failures:
            codes = {failure.code for failure in self._failures}
            details = "; ".join(dict.fromkeys(failure.detail for failure in self._failures))
            failed = Reason(codes.pop() if len(codes) == 1 else "FETCH_FAILED", details)
            return PendingRun(header=header, records=(), origin=origin, failure=failed, lenient=lenient)
        complete = self._complete()
        aliases = {f"{SYSTEM}/{address}": self._prefix for address in sorted(self._aliases)}
        return PendingRun(
            header=RunHeader(
                source=self._source, observed_at=self._context.observed_at, complete=complete, aliases=aliases
            ),
            records=((0, record) for record in self._records()),
            origin=origin,
            rejected=self._errors.messages,
            reasons=self._reasons(),
            complete=complete,
            lenient=lenient,
        )

    def _is_whole(self, catalogue: str, database: str = "") -> bool:
        extent = self._extents.get((catalogue, database))
        return extent is not None and extent.is_whole()

    def _complete(self) -> tuple[str, ...]:
        complete: list[str] = []
        if self._is_whole(ROLES):
            complete.append("Account")
        if self._is_whole(ROLES) and self._is_whole(MEMBERS):
            complete += ["Group", "MEMBER_OF"]
        # Of an unread database nobody knows what is still there, and a kind is vouched for as a whole.
        whole = self._is_whole(DATABASES) and not self._failures
        if whole and all(self._is_whole(RELATIONS, database) for database in self._databases):
            complete += ["DataSource", "CONTAINS"]
            parts = [self._is_whole(catalogue, database) for database in self._databases for catalogue in OWN]
            if "MEMBER_OF" in complete and all(parts):
                complete.append("CAN_ACCESS")
        return tuple(complete)

    def _reasons(self) -> list[Reason]:
        reasons = list(dict.fromkeys(self._failures))
        if not self._failures:
            reasons += [Reason("INCOMPLETE", text) for text in self._shortfalls()]
        if self._unmapped:
            told = ", ".join(sorted(self._unmapped))
            reasons.append(Reason("UNMAPPED_PRIVILEGE", f"unknown privileges count as WRITE: {told}"))
        return reasons

    def _shortfalls(self) -> Iterator[str]:
        """What is not proven to be there, and what that means."""
        for catalogue in (ROLES, MEMBERS, DATABASES):
            if not self._is_whole(catalogue):
                yield f"{catalogue} did not come whole: what is no longer there is not noticed"
        for name in sorted(self._databases):
            if (TABLE_GRANTS, name) in self._extents or (TABLE_GRANTS, "") in self._extents:
                yield f"{TABLE_GRANTS} of {name} shows only what whoever saved it could see"
            if self._databases[name].schemas is None:
                yield f"{SCHEMAS} of {name} did not come: every role is taken to have USAGE of every schema"
            elif not self._is_whole(SCHEMAS, name):
                yield f"{SCHEMAS} of {name} did not come whole"
            for catalogue in (RELATIONS, COLUMNS):
                if not self._is_whole(catalogue, name):
                    yield f"{catalogue} of {name} did not come whole"

    def _records(self) -> Iterator[Record]:
        """The records, in an order that does not depend on that of pages and rows."""
        nodes = {node.id: node for node in self._roles.nodes(self._context.observed_at)}
        edges = {(edge.kind, edge.source, edge.target): edge for edge in self._roles.memberships()}
        yield from (nodes[key] for key in sorted(nodes))
        yield from (edges[key] for key in sorted(edges))
        closures: dict[str | None, RoleClosure] = {}
        for name in sorted(self._databases):
            owner = self._databases[name].owner
            if owner not in closures:
                closures[owner] = RoleClosure(self._roles, owner)
            yield from records_of(name, self._databases[name], self._roles, closures[owner])
