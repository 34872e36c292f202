"""This file knows which view or SHOW command a saved file comes from, and how its rows are read whatever their case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from graph.errors import RecordError
from graph.moment import SECOND
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
# Of each role its own answer: what the rows lack is the key they stand under.
_SUBJECT = {GRANTS: "GRANTEE_NAME", MEMBERS: "ROLE"}
_NOTHING = frozenset({"", "\\N"})


def recognize(document: Document) -> bool:
    """A table or JSON list with the columns of one of the views or SHOW commands named above, in capitals or not."""
    return view_of(document) is not None


def view_of(document: Document) -> str | None:
    """The view a file holds; None if it is none. Never raises."""
    if document.format in ("csv", "parquet"):
        return _by_columns(columns_of(document))
    if document.format != "json":
        return None
    value = document.content
    lists = [value] if isinstance(value, list) else list(value.values()) if isinstance(value, Mapping) else []
    if not all(isinstance(rows, list) for rows in lists):
        return None
    for rows in lists:
        first = next((row for row in rows if isinstance(row, Mapping)), None)
        if first is not None:
            view = _by_columns(first)
            return view if isinstance(value, list) or view in _SUBJECT else None
    place = saved_call(document, NAME)
    if place.path is not None and not any(lists):
        return _STEMS.get(place.path.rpartition("/")[2].lower())
    return None


class ViewRow:
    """A row whose columns may be written in capitals or not; an Entry, asked by the name in capitals."""

    def __init__(self, entry: FieldReader, subject: str | None = None) -> None:
        self.entry, self.subject = entry, subject
        self._names = {name.upper(): name for name in entry.body}

    def has(self, name: str) -> bool:
        """Whether the row has such a column, empty or not."""
        return name in self._names

    def text(self, name: str) -> str | None:
        """Trimmed text; None if it is absent, null, empty or what an unload to CSV writes for null."""
        told = self.entry.text(self._name(name))
        return None if told is None or told in _NOTHING else told

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

    def address(self, name: str) -> str | None:
        """An e-mail address, lower-cased."""
        return self.entry.email(self._name(name))

    def moment(self, name: str) -> int | None:
        """A moment from ISO 8601 or from seconds since 1970, with a fraction or not; None if it never was."""
        raw = self.entry.body.get(self._name(name))
        is_text = isinstance(raw, str)
        if is_text and self.text(name) is None:
            return None
        if (is_text and not str(raw).strip().replace(".", "", 1).isdigit()) or isinstance(raw, bool):
            return self.entry.moment(self._name(name))
        seconds = self.entry.number(self._name(name))
        if seconds is None or seconds == 0:
            return None
        if not seconds.is_finite() or not 0 <= seconds < Decimal(253_402_300_800):
            self.entry.refuse(self._name(name), "this is no time in seconds since 1970")
        return int(seconds * SECOND)

    def inner(self, name: str) -> ViewRow:
        """An object inside the row; an empty one if it is absent."""
        return ViewRow(self.entry.child_or_empty(self._name(name)))

    def texts(self, name: str) -> list[str]:
        """A list of text."""
        places = {str(at): raw for at, raw in enumerate(self.entry.items(self._name(name)))}
        listed = FieldReader(places, self._name(name), self.entry.file, line=self.entry.line)
        return [told for at in places if (told := listed.text(at))]

    def refuse(self, name: str, problem: str, remedy: str) -> None:
        """Raise RecordError for a field of this row."""
        self.entry.refuse(self._name(name), problem, remedy)

    def _name(self, name: str) -> str:
        return self._names.get(name, name)


def read_rows(document: Document, errors: ErrorCollector) -> Iterator[ViewRow]:
    """The rows of a file in order; what is no row goes to `errors`. Where each role has its own answer, the row has its
    role as `subject`."""
    if document.format in ("csv", "parquet"):
        yield from map(ViewRow, rows_of(document, errors))
        return
    value = document.content
    parts = [(None, value)] if isinstance(value, list) else list(value.items())
    for subject, rows in parts:
        for at, raw in enumerate(rows):
            place = f"[{at}]" if subject is None else f"{subject}[{at}]"
            yield from errors.collect(_row, raw, place, document.display_path, subject)


def subjects_of(document: Document) -> set[str] | None:
    """The roles whose own answers a file holds; None for a file about all of them."""
    value = document.content
    return set(map(str, value)) if isinstance(value, Mapping) else None


def _row(raw: Any, place: str, shown: str, subject: str | None) -> ViewRow:
    if not isinstance(raw, Mapping):
        raise RecordError("a row must be an object", file=shown, field=place, remedy="Export the view again")
    return ViewRow(FieldReader(raw, place, shown), subject)


def _by_columns(columns: Iterable[Any]) -> str | None:
    names = {name.upper() for name in columns if isinstance(name, str)}
    return next((view for view, wanted in _COLUMNS if wanted <= names), None)
