"""Recognition of system catalogs in live pages and saved files: which one, of which server and database, which page of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import RecordError
from loaders.base import Document, Page
from loaders.connectors.postgres.system_catalogs import (
    COLUMNS,
    DATABASES,
    MEMBERS,
    OWN,
    RELATIONS,
    ROLES,
    SCHEMAS,
    SHARED,
)
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.location import saved_call
from loaders.saved.tables import columns_of, rows_of

SYSTEM = "postgres"
# The standard's view, in which everybody sees only what is granted to themselves.
TABLE_GRANTS = "role_table_grants"

# Other names of columns.
_NAMES = {
    "nspname": "schema",
    "table_schema": "schema",
    "relname": "name",
    "table_name": "name",
    "attname": "column",
    "table_catalog": "database",
}
# The first catalogue whose columns a table all has.
_TABLES: tuple[tuple[str, frozenset[str]], ...] = (
    (ROLES, frozenset({"rolname", "rolcanlogin"})),
    (MEMBERS, frozenset({"role", "member", "admin_option"})),
    (DATABASES, frozenset({"datname", "datallowconn"})),
    (TABLE_GRANTS, frozenset({"database", "schema", "name", "grantee", "privilege_type", "with_hierarchy"})),
    (RELATIONS, frozenset({"schema", "name", "relkind", "grantee", "privilege_type"})),
    (COLUMNS, frozenset({"schema", "name", "column", "grantee", "privilege_type"})),
    (SCHEMAS, frozenset({"schema", "grantee", "privilege_type"})),
)
# Other systems have tables of these columns too: such a file must lie in a folder `postgres`.
_AMBIGUOUS = (COLUMNS, SCHEMAS)


@dataclass(frozen=True, slots=True)
class CatalogPage:
    """A page of a catalogue: `number` of the pages that there are, `last` if it is the last of them."""

    catalogue: str
    database: str
    number: int
    last: bool
    file: str
    document: Document | None
    rows: Any

    def entries(self, errors: ErrorCollector) -> Iterator[FieldReader]:
        """The rows, under the names that the catalogues of this connector have. Raises RecordError for a broken file."""
        if self.rows is None and self.document is not None:
            for entry in rows_of(self.document, errors):
                cells = {_NAMES.get(name, name): cell for name, cell in entry.body.items()}
                yield FieldReader(cells, "", entry.file, line=entry.line)
            return
        for index, row in enumerate(self.rows):
            yield from errors.collect(_entry, row, index, self.file)


def recognize(document: Document) -> bool:
    """A page of a live run, or a table with the columns of a catalogue; schema_acl and column_acl in a folder `postgres` only."""
    if document.format == "json":
        return _head(document.content) is not None
    catalogue = _catalogue_of(document)
    if catalogue is None:
        return _catalogue_by_name(document) is not None
    return catalogue not in _AMBIGUOUS or saved_call(document, SYSTEM).path is not None


def instance_of(page: Page) -> str:
    """The server of a saved page: the folder below `postgres`, else `default`."""
    return "default" if page.document is None else saved_call(page.document, SYSTEM).instance


def read_page(page: Page) -> CatalogPage | None:
    """The catalogue rows of a page; None for any other content. Raises RecordError for a broken head."""
    document = page.document
    file = document.display_path if document is not None else "/".join((*page.request.values(), page.endpoint))
    body = page.body if document is None or page.body is not None else document.content
    head = _head(body, file)
    if head is not None:
        number = head.non_negative_int("page") or 1
        named = head.required("catalogue")
        return CatalogPage(
            named,
            required_name(head, "database") if named in OWN else "",
            number,
            head.flag("last") is True,
            file,
            document,
            body["rows"],
        )
    catalogue = _catalogue_of(document) if document is not None else None
    if document is None or catalogue is None:
        by_name = None if document is None else _catalogue_by_name(document)
        if document is not None and by_name is not None:
            _refuse_columns(document, by_name, file)
        return None
    call = saved_call(document, SYSTEM)
    folders = (call.path or "").split("/")[1:-1]
    database = folders[0] if folders and catalogue not in SHARED else ""
    if not database and catalogue in OWN:
        raise RecordError(
            "nothing says which database this belongs to",
            file=file,
            remedy=f"Put it at {SYSTEM}/INSTANCE/DATABASE/{document.path.name}",
        )
    # A table has no pages; of numbered files nobody knows how many there are.
    return CatalogPage(catalogue, database, call.number, call.number == 1, file, document, None)


def name_of(entry: FieldReader, field: str) -> str | None:
    """A name exactly as it is, spaces included; None if it is absent or empty."""
    if entry.text(field) is None and not isinstance(entry.body.get(field), str):
        return None
    return str(entry.body[field]) or None


def required_name(entry: FieldReader, field: str) -> str:
    """A name that has to be there."""
    return name_of(entry, field) or entry.refuse(field, "it is missing")


def flag_of(entry: FieldReader, field: str) -> bool | None:
    """True, false, or None if absent or empty; tables write t and f, the standard's views YES and NO."""
    raw = entry.body.get(field)
    if not isinstance(raw, str):
        return entry.flag(field)
    flag = _FLAGS.get(raw.strip().lower())
    if flag is None and raw.strip():
        entry.refuse(field, "text where true or false is documented")
    return flag


_FLAGS = {"t": True, "true": True, "yes": True, "f": False, "false": False, "no": False}


def _entry(cells: object, index: int, file: str) -> FieldReader:
    if not isinstance(cells, Mapping):
        raise RecordError("this must be an object", file=file, field=f"rows[{index}]")
    return FieldReader(cells, f"rows[{index}]", file)


def _head(body: object, file: str = "") -> FieldReader | None:
    """The head of a page as `fetch` yields it."""
    if not isinstance(body, Mapping) or not isinstance(body.get("rows"), list):
        return None
    head = body.get(SYSTEM)
    known = isinstance(head, Mapping) and head.get("catalogue") in (*SHARED, *OWN)
    return FieldReader(head, SYSTEM, file) if known and isinstance(head, Mapping) else None


def _catalogue_by_name(document: Document) -> str | None:
    """The catalogue that a table in a folder `postgres` is called after, whatever its columns."""
    if document.format not in ("csv", "parquet") or saved_call(document, SYSTEM).path is None:
        return None
    columns = {_NAMES.get(name, name) for name in columns_of(document)}
    required = dict(_TABLES).get(document.path.stem)
    # A table that shares nothing with the catalogue is another thing of the same name.
    return document.path.stem if required is not None and columns & required else None


def _refuse_columns(document: Document, catalogue: str, file: str) -> None:
    """Raise RecordError that names the columns which the table of a catalogue lacks."""
    columns = {_NAMES.get(name, name) for name in columns_of(document)}
    missing = ", ".join(sorted(dict(_TABLES)[catalogue] - columns))
    remedy = "Export it as docs/postgres-export.sql does"
    raise RecordError(f"the table {catalogue} has no column {missing}", file=file, field=missing, remedy=remedy)


def has_owners(page: CatalogPage) -> bool:
    """Whether the tables of a page come with their owners, be it by what they grant themselves; rows of a live run do."""
    return page.document is None or page.rows is not None or bool({"owner", "grantor"} & set(columns_of(page.document)))


def _catalogue_of(document: Document) -> str | None:
    if document.format not in ("csv", "parquet"):
        return None
    columns = {_NAMES.get(name, name) for name in columns_of(document)}
    if "created_on" in columns:  # Snowflake's view of the same name
        return None
    return next((catalogue for catalogue, required in _TABLES if required <= columns), None)
