"""Recognition of exported views and SHOW commands by their columns, and readers of their rows in either case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from graph.errors import RecordError
from graph.moment import SECOND
from graph.money import NUMBER
from loaders.base import Document
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.location import saved_call
from loaders.saved.tables import columns_of, rows_of

NAME = "snowflake"

USERS, ROLES, GRANTS, MEMBERS, TOKENS = "USERS", "ROLES", "GRANTS_TO_ROLES", "GRANTS_TO_USERS", "TOKENS"
DATABASES, SCHEMATA, TABLES = "DATABASES", "SCHEMATA", "TABLES"
# By the columns that only this one has together; the first that fits.
_COLUMNS: tuple[tuple[str, frozenset[str]], ...] = (
    (GRANTS, frozenset({"PRIVILEGE", "GRANTED_ON", "NAME", "GRANTEE_NAME", "GRANTED_TO"})),
    (GRANTS, frozenset({"SECURABLE", "SECURABLE_TYPE", "PRIVILEGES"})),
    (MEMBERS, frozenset({"ROLE", "GRANTED_TO", "GRANTEE_NAME"})),
    (TOKENS, frozenset({"NAME", "USER_NAME", "ROLE_RESTRICTION"})),
    (USERS, frozenset({"NAME", "LOGIN_NAME", "DISABLED"})),
    (USERS, frozenset({"NAME", "HAS_MFA"})),
    (ROLES, frozenset({"NAME", "ROLE_TYPE", "OWNER"})),
    (ROLES, frozenset({"NAME", "ASSIGNED_TO_USERS", "GRANTED_ROLES"})),
    (TABLES, frozenset({"TABLE_NAME", "TABLE_SCHEMA", "TABLE_CATALOG", "TABLE_OWNER"})),
    (TABLES, frozenset({"NAME", "DATABASE_NAME", "SCHEMA_NAME", "KIND"})),
    (SCHEMATA, frozenset({"SCHEMA_NAME", "CATALOG_NAME", "SCHEMA_OWNER", "RETENTION_TIME"})),
    (SCHEMATA, frozenset({"NAME", "DATABASE_NAME", "OWNER", "RETENTION_TIME"})),
    (DATABASES, frozenset({"DATABASE_NAME", "DATABASE_OWNER"})),
    (DATABASES, frozenset({"NAME", "ORIGIN", "OWNER", "RETENTION_TIME"})),
)
# In a folder of the connector an empty list is known by the name of its file.
_STEMS = {name.lower(): name for name in (USERS, ROLES, GRANTS, MEMBERS, TOKENS, DATABASES, SCHEMATA, TABLES)} | {
    "schemas": SCHEMATA,
    "access_tokens": TOKENS,
    "grants_of_role": MEMBERS,
    "grants_to_role": GRANTS,
}
# A file may hold one answer per role, under its name; the rows do not repeat it.
_PER_ROLE_VIEWS = (GRANTS, MEMBERS)
_NULLS = frozenset({"", "\\N"})


def recognize(document: Document) -> bool:
    """A table or JSON list with the columns of one of the views or SHOW commands named above, in capitals or not."""
    return view_of(document) is not None


def view_of(document: Document) -> str | None:
    """The view a file holds; None if it is none. Never raises."""
    if document.format in ("csv", "parquet"):
        return _by_columns(columns_of(document))
    if document.format != "json":
        return None
    content = document.content
    lists = [content] if isinstance(content, list) else list(content.values()) if isinstance(content, Mapping) else []
    if not all(isinstance(rows, list) for rows in lists):
        return None
    for rows in lists:
        first = next((row for row in rows if isinstance(row, Mapping)), None)
        if first is not None:
            view = _by_columns(first)
            return view if isinstance(content, list) or view in _PER_ROLE_VIEWS else None
    call = saved_call(document, NAME)
    if call.path is not None and not any(lists):
        return _STEMS.get(call.path.rpartition("/")[2].lower())
    return None


class ViewRow:
    """A row whose columns may be written in capitals or not; each is read by its name in capitals.

    `subject` is the role that the answer was asked for, where each role has an answer of its own.
    """

    def __init__(self, entry: FieldReader, subject: str | None = None) -> None:
        self.entry, self.subject = entry, subject
        self._names = {name.upper(): name for name in entry.body}

    def has(self, name: str) -> bool:
        """Whether the row has such a column, empty or not."""
        return name in self._names

    def text(self, name: str) -> str | None:
        """Trimmed text; None if it is absent, null, empty or what an unload to CSV writes for null."""
        text = self.entry.text(self._name(name))
        return None if text is None or text in _NULLS else text

    def required(self, name: str) -> str:
        """Text that has to be there."""
        return self.text(name) or self.entry.refuse(
            self._name(name), "it is missing", "Export the view with this column"
        )

    def flag(self, name: str) -> bool | None:
        """True, false or None; SHOW writes flags as text."""
        if isinstance(self.entry.body.get(self._name(name)), str) and self.text(name) is None:
            return None
        return self.entry.flag(self._name(name))

    def email(self, name: str) -> str | None:
        """An e-mail address, lower-cased."""
        return self.entry.email(self._name(name))

    def moment(self, name: str) -> int | None:
        """A moment from ISO 8601 or from seconds since 1970, with a fraction or not; None if it never was."""
        raw = self.entry.body.get(self._name(name))
        is_text = isinstance(raw, str)
        if is_text and self.text(name) is None:
            return None
        if (is_text and not NUMBER.match(str(raw).strip())) or isinstance(raw, bool):
            return self.entry.moment(self._name(name))
        seconds = self.entry.number(self._name(name))
        if seconds is None or seconds == 0:
            return None
        if not seconds.is_finite() or not 0 <= seconds < Decimal(253_402_300_800):
            self.entry.refuse(self._name(name), "this is not a time in seconds since 1970")
        return int(seconds * SECOND)

    def child_or_empty(self, name: str) -> ViewRow:
        """An object inside the row; an empty one if it is absent."""
        return ViewRow(self.entry.child_or_empty(self._name(name)))

    def texts(self, name: str) -> list[str]:
        """A list of text."""
        items = {str(index): item for index, item in enumerate(self.entry.items(self._name(name)))}
        reader = FieldReader(items, self._name(name), self.entry.file, line=self.entry.line)
        return [text for index in items if (text := reader.text(index))]

    def refuse(self, name: str, problem: str, remedy: str) -> None:
        """Raise RecordError for a field of this row."""
        self.entry.refuse(self._name(name), problem, remedy)

    def _name(self, name: str) -> str:
        return self._names.get(name, name)


def read_rows(document: Document, errors: ErrorCollector) -> Iterator[ViewRow]:
    """The rows of a file in order; what is not a row goes to `errors`."""
    if document.format in ("csv", "parquet"):
        yield from map(ViewRow, rows_of(document, errors))
        return
    content = document.content
    answers = [(None, content)] if isinstance(content, list) else list(content.items())
    for subject, rows in answers:
        for index, row in enumerate(rows):
            location = f"[{index}]" if subject is None else f"{subject}[{index}]"
            yield from errors.collect(_row, row, location, document.display_path, subject)


def subjects_of(document: Document) -> set[str] | None:
    """The roles whose own answers a file holds; None for a file about all of them."""
    content = document.content
    return set(map(str, content)) if isinstance(content, Mapping) else None


def _row(row: object, location: str, file: str, subject: str | None) -> ViewRow:
    if not isinstance(row, Mapping):
        raise RecordError("a row must be an object", file=file, field=location, remedy="Export the view again")
    return ViewRow(FieldReader(row, location, file), subject)


def _by_columns(columns: Iterable[object]) -> str | None:
    names = {name.upper() for name in columns if isinstance(name, str)}
    return next((view for view, columns_of_view in _COLUMNS if columns_of_view <= names), None)
