"""Normalization of system catalogs, live or saved: one run per server, with its roles, databases, tables and who may do what.

A saved page, or a table saved as CSV or Parquet, at postgres/prod/sales/relation_acl.csv is of the database sales on the
server prod; roles and role_members are of the whole server, in whichever of its folders they lie. Views and foreign tables
have edges from those who may query them; what a view reads as its owner is a property of the view, not an edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from graph.claims import Record
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.claims.coverage import Coverage
from loaders.claims.run import ReadUsage, RunBuilder
from loaders.connectors.postgres.recognize import (
    SYSTEM,
    TABLE_GRANTS,
    CatalogPage,
    has_owners,
    instance_of,
    name_of,
    read_page,
)
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
from loaders.connectors.postgres.table_access import Database, SchemaUsage, records_of
from loaders.saved.fields import FieldReader

# A sequence holds no data but its position.
_SKIPPED_KINDS = ("S",)


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
        yield runs[source].finish()


@dataclass(slots=True)
class _PageCoverage:
    """The pages of a catalogue that came."""

    numbers: set[int] = field(default_factory=set)
    last: int | None = None
    has_errors: bool = False

    def is_complete(self) -> bool:
        return not self.has_errors and self.last is not None and self.numbers == set(range(1, self.last + 1))


class _ServerRun:
    """The pages of one server, read one by one into one run."""

    def __init__(self, source: str, context: Context) -> None:
        self._run = RunBuilder(context, source)
        instance = source.partition(":")[2]
        self._prefix = f"{SYSTEM}/{instance}"
        self._roles = Roles(instance)
        self._databases: dict[str, Database] = {}
        self._errors = self._run.errors
        self._coverage: dict[tuple[str, str], _PageCoverage] = {}
        self._unmapped: set[str] = set()
        self._aliases: set[str] = set()
        # Databases whose tables came without the column `owner`.
        self._ownerless: set[str] = set()

    def add(self, page: Page) -> None:
        """Read a page."""
        if not self._run.add_page(page):
            return
        for page_of_catalog in self._errors.collect(read_page, page):
            if page_of_catalog is not None:
                self._read_catalog(page_of_catalog)

    def _read_catalog(self, page_of_catalog: CatalogPage) -> None:
        extent = self._coverage.setdefault((page_of_catalog.catalogue, page_of_catalog.database), _PageCoverage())
        extent.numbers.add(page_of_catalog.number)
        if page_of_catalog.last:
            extent.last = page_of_catalog.number
        if page_of_catalog.database:
            self._databases.setdefault(page_of_catalog.database, Database())
        if page_of_catalog.catalogue == SCHEMAS and self._databases[page_of_catalog.database].schemas is None:
            self._databases[page_of_catalog.database].schemas = {}
        read = self._readers()[page_of_catalog.catalogue]
        known = len(self._errors.messages)
        for entry in page_of_catalog.entries(self._errors):
            self._errors.collect(read, entry, page_of_catalog.database)
        extent.has_errors |= len(self._errors.messages) > known
        if page_of_catalog.catalogue == RELATIONS and not has_owners(page_of_catalog):
            self._ownerless.add(page_of_catalog.database)

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
        self._roles.add_membership(*read_member(row))

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
        key, described = read_table(row)
        if described.kind in _SKIPPED_KINDS:
            return
        grantee, grant, unmapped = read_grant(row)
        table = self._databases.setdefault(database, Database()).tables.setdefault(key, described)
        table.kind, table.owner = table.kind or described.kind, table.owner or described.owner
        self._unmapped.update(unmapped)
        if grantee is not None:
            table.add_grant(grantee, grant)
        self._roles.named |= {role for role in (grantee, table.owner) if role}

    def finish(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        if not self._coverage and self._run.failures:
            return self._run.failed()
        run = self._run.pending((), Coverage(self._complete(), self._reasons()), ReadUsage())
        aliases = {f"{SYSTEM}/{address}": self._prefix for address in sorted(self._aliases)}
        run.header = msgspec.structs.replace(run.header, aliases=aliases)
        # A stream: a server may have millions of grants.
        run.records = ((0, record) for record in self._records())
        return run

    def _is_complete(self, catalogue: str, database: str = "") -> bool:
        extent = self._coverage.get((catalogue, database))
        return extent is not None and extent.is_complete()

    def _complete(self) -> tuple[str, ...]:
        complete: list[str] = []
        if self._is_complete(ROLES):
            complete.append("Account")
        if self._is_complete(ROLES) and self._is_complete(MEMBERS):
            complete += ["Group", "MEMBER_OF"]
        # What is in an unread database is unknown, and a kind is complete for the whole server or not at all.
        knows_databases = self._is_complete(DATABASES) and not self._run.failures
        if knows_databases and all(self._is_complete(RELATIONS, database) for database in self._databases):
            complete += ["DataSource", "CONTAINS"]
            parts = [self._is_complete(catalogue, database) for database in self._databases for catalogue in OWN]
            if "MEMBER_OF" in complete and all(parts):
                complete.append("CAN_ACCESS")
        return tuple(complete)

    def _reasons(self) -> list[Reason]:
        reasons = list(dict.fromkeys(self._run.failures))
        if not self._run.failures:
            reasons += [Reason("INCOMPLETE", text) for text in self._shortfalls()]
        if self._unmapped:
            privileges = ", ".join(sorted(self._unmapped))
            reasons.append(Reason("UNMAPPED_PRIVILEGE", f"unknown privileges count as WRITE: {privileges}"))
        return reasons

    def _shortfalls(self) -> Iterator[str]:
        """The catalogues that are not complete, and what that means."""
        for catalogue in (ROLES, MEMBERS, DATABASES):
            if not self._is_complete(catalogue):
                yield f"{catalogue} is incomplete: what no longer exists is not noticed"
        for name in sorted(self._databases):
            if (TABLE_GRANTS, name) in self._coverage or (TABLE_GRANTS, "") in self._coverage:
                yield f"{TABLE_GRANTS} of {name} shows only what whoever saved it could see"
            if self._databases[name].schemas is None:
                yield f"{SCHEMAS} of {name} did not come: every role is taken to have USAGE of every schema"
            elif not self._is_complete(SCHEMAS, name):
                yield f"{SCHEMAS} of {name} is incomplete"
            if name in self._ownerless:
                yield f"{RELATIONS} of {name} has neither a column owner nor a grantor: who owns a table, and so has ADMIN, is not known"
            for catalogue in (RELATIONS, COLUMNS):
                if not self._is_complete(catalogue, name):
                    yield f"{catalogue} of {name} is incomplete"

    def _records(self) -> Iterator[Record]:
        """The records, in an order that does not depend on that of pages and rows."""
        nodes = {node.id: node for node in self._roles.nodes(self._run.context.observed_at)}
        edges = {(edge.kind, edge.source, edge.target): edge for edge in self._roles.memberships()}
        yield from (nodes[key] for key in sorted(nodes))
        yield from (edges[key] for key in sorted(edges))
        closures: dict[str | None, RoleClosure] = {}
        for name in sorted(self._databases):
            owner = self._databases[name].owner
            if owner not in closures:
                closures[owner] = RoleClosure(self._roles, owner)
            yield from records_of(name, self._databases[name], self._roles, closures[owner])
