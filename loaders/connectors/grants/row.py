"""Claims of one row of a table by its mapping: who holds what, since when, and under which name."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from graph.check import check_id
from graph.errors import RecordError
from graph.moment import NEVER, moment_of, read_moment
from graph.ontology import NODE_KINDS, Permission
from loaders.claims.builder import Claims
from loaders.connectors.grants.mapping import TableMapping
from loaders.connectors.grants.template import cell_of
from loaders.saved.fields import FieldReader


def add_row(row: FieldReader, table: TableMapping, claims: Claims) -> None:
    """Add the claims of a row. Raises RecordError that names the column, before anything of the row is added."""
    if any((cell_of(row, column) or "").lower() != expected.lower() for column, expected in table.when.items()):
        return
    principal = _id(row, table, "principal")
    kind = principal.partition(":")[0]
    props: dict[str, Any] = {
        "email": _email(row, table) if kind == "Account" else None,
        "status": _status(row, table) if kind in ("Account", "Identity") else None,
    }
    span = _moment(row, table, "since"), _moment(row, table, "until")
    if span[0] is not None and span[1] is not None and span[0] > span[1]:
        row.refuse(_column(table, "until"), "it ends before it begins", "Swap the two, or leave one out")
    evidence = _text(row, table, "evidence") or f"a row of {row.file.rpartition('/')[2]}"
    if "member_of" in table.templates:
        group = _id(row, table, "member_of")
        _add_principal(principal, _text(row, table, "principal_name"), props, claims)
        claims.edge("MEMBER_OF", (principal, group), evidence, span=span)
        return
    target = _id(row, table, "data_source")
    container = _id(row, table, "container") if "container" in table.templates else None
    levels = [_level(row, table, word) for word in _words(row, table)]
    sensitivity = _sensitivity(row, table)
    _add_principal(principal, _text(row, table, "principal_name"), props, claims)
    kind_of_data = _text(row, table, "data_source_type")
    claims.node(target, _text(row, table, "data_source_name"), type=kind_of_data, sensitivity=sensitivity)
    for level in levels:
        claims.edge("CAN_ACCESS", (principal, target), evidence, level, span)
    if container is not None and container != target:
        claims.node(container)
        claims.edge("CONTAINS", (container, target), "contained by its mapping")


def _add_principal(node: str, name: str | None, props: dict[str, Any], claims: Claims) -> None:
    # A row that only names the principal does not describe it: it stays visible as unresolved.
    if name is not None or any(value is not None for value in props.values()):
        claims.node(node, name, **props)


def _text(row: FieldReader, table: TableMapping, name: str) -> str | None:
    template = table.templates.get(name)
    return None if template is None else template.fill(row, table.constants)


def _id(row: FieldReader, table: TableMapping, name: str) -> str:
    node_id = table.templates[name].required(row, table.constants)
    try:
        check_id(node_id, name)
    except RecordError as error:
        row.refuse(_column(table, name), f"the id made of it is invalid: {error.problem}", error.remedy)
    return node_id


def _column(table: TableMapping, name: str) -> str:
    """The column that an error about a template names."""
    columns = [column for column in table.templates[name].columns if column not in table.constants]
    return columns[0] if columns else name


def _words(row: FieldReader, table: TableMapping) -> list[str]:
    text = table.templates["permission"].required(row, table.constants)
    words = text.split(table.separator) if table.separator else [text]
    return [word.strip() for word in words if word.strip()]


def _level(row: FieldReader, table: TableMapping, word: str) -> Permission:
    level = table.permissions.get(word.lower())
    if level is None:
        remedy = "Add it to `permissions` of the mapping; there are " + ", ".join(sorted(table.permissions))
        row.refuse(_column(table, "permission"), "this word is no permission of the mapping", remedy)
    return level


def _status(row: FieldReader, table: TableMapping) -> str | None:
    word = _text(row, table, "status")
    if word is None:
        return None
    status = table.statuses.get(word.lower())
    if status is None:
        remedy = "Add it to `statuses` of the mapping; there are " + ", ".join(sorted(table.statuses))
        row.refuse(_column(table, "status"), "this word is no status of the mapping", remedy)
    return status


def _sensitivity(row: FieldReader, table: TableMapping) -> str | None:
    word = _text(row, table, "sensitivity")
    if word is None:
        return None
    choices = next(prop.choices for prop in NODE_KINDS["DataSource"].properties if prop.name == "sensitivity")
    if word.lower() not in choices:
        row.refuse(_column(table, "sensitivity"), "this is no sensitivity", "Use one of " + ", ".join(choices))
    return word.lower()


def _email(row: FieldReader, table: TableMapping) -> str | None:
    email = _text(row, table, "email")
    return FieldReader({"email": email}, "", row.file, line=row.line).email("email") if email else None


def _moment(row: FieldReader, table: TableMapping, name: str) -> int | None:
    text = _text(row, table, name)
    if text is None:
        return None
    try:
        if table.dates:
            moment = moment_of(datetime.strptime(text, table.dates).replace(tzinfo=UTC))
        else:
            moment = read_moment(text)
    except ValueError:
        remedy = f"Write it as {table.dates}" if table.dates else "Write ISO 8601, or say its form in `dates`"
        row.refuse(_column(table, name), "this is no time", remedy)
    return None if moment == NEVER else moment
