"""Rows of Google's billing export, from BigQuery answers, JSON, JSON Lines, CSV and Parquet.

In an answer all values are text, in the order of the schema's fields, and records are nested `f`. Whatever the form, a row
becomes one object with flat names: `service.description` is `service_description`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from graph.errors import RecordError
from loaders.base import Document
from loaders.bills.files import first_line, read_json_lines
from loaders.saved.fields import REMEDY, ErrorCollector, FieldReader
from loaders.saved.tables import columns_of, rows_of

# The columns that an answer or a row needs, one of each group; whoever writes a query names its columns as they like.
DAYS = ("usage_day", "usage_date", "day", "date", "usage_start_time", "usage_start")
SERVICES = ("service_description", "service", "service_name")
GROSS, NET, CREDIT = ("cost", "gross_cost", "total_cost"), ("net_cost",), ("credit_cost", "credits_cost", "credit")
# By these columns rows are Google's, and not a table of somebody else's costs.
_GOOGLE_IDS = ("billing_account_id", "sku_id", "sku_description")
_JSON_LINE = re.compile(rb'\A\s*\{.*"billing_account_id"\s*:', re.DOTALL)
_SEPARATORS = re.compile(r"[.\s]+")


def recognize(document: Document) -> bool:
    """A BigQuery answer with a day, a service, a cost and a currency; or such rows that also have Google's own ids."""
    names = {_flat_name(name) for name in _column_names(document)}
    required = [DAYS, SERVICES, (*GROSS, *NET), ("currency",)]
    required += [] if is_answer(document) else [_GOOGLE_IDS]
    return all(not names.isdisjoint(alternatives) for alternatives in required)


def is_answer(document: Document) -> bool:
    """An answer of jobs.query or getQueryResults."""
    return document.format == "json" and isinstance(_schema_fields(document.content), list)


def is_complete(document: Document) -> bool:
    """Whether the job that answers was done; one that was not has no rows yet, which is not the same as none."""
    return document.content.get("jobComplete") is not False


def has_more(document: Document) -> bool:
    """Whether another page of the answer follows."""
    return bool(document.content.get("pageToken"))


def read_rows(document: Document, errors: ErrorCollector) -> Iterator[FieldReader]:
    """The rows in order, each flat."""
    file = document.display_path
    if is_answer(document):
        fields = _checked_fields(_schema_fields(document.content), file, "schema.fields")
        for index, row in enumerate(FieldReader(document.content, "", file).items("rows")):
            yield FieldReader(_flatten(_read_record(fields, row)), f"rows[{index}]", file, accepts_digits=True)
        return
    if document.format == "json":
        lines = [document.content] if isinstance(document.content, Mapping) else document.content
        rows: Iterator[FieldReader] = FieldReader({"rows": lines}, "", file).valid_children("rows", errors)
    elif first_line(document):
        rows = read_json_lines(document, errors)
    else:
        rows = rows_of(document, errors)
    for row in rows:
        yield FieldReader(_flatten(row.body), row.location, row.file, accepts_digits=True, line=row.line)


def _column_names(document: Document) -> list[str]:
    if is_answer(document):
        fields = _schema_fields(document.content)
        return [str(field.get("name")) for field in fields if isinstance(field, Mapping)]
    if document.format == "json":
        body = document.content
        # A file of lines may have no more than one.
        is_line = isinstance(body, Mapping) and "billing_account_id" in body
        rows = body if isinstance(body, list) else [body] if is_line else []
        return list({name for row in rows if isinstance(row, Mapping) for name in _flatten(row)})
    line = first_line(document)
    if line:
        if not _JSON_LINE.match(line):
            return []
        try:
            return list(_flatten(msgspec.json.decode(line, type=dict[str, Any])))
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            return []
    if document.format == "parquet":
        # A record is one column there: its fields are seen when rows are read.
        return [*columns_of(document), *(f"{name}_description" for name in columns_of(document) if name == "service")]
    return list(columns_of(document))


def _schema_fields(body: object) -> Any:
    schema = body.get("schema") if isinstance(body, Mapping) and "jobReference" in body else None
    return schema.get("fields") if isinstance(schema, Mapping) else None


def _checked_fields(fields: object, file: str, location: str) -> Sequence[Any]:
    """The fields; values come in their order, so one without a name would shift what the others mean."""
    checked: list[Any] = fields if isinstance(fields, list) else [None]
    for index, field in enumerate(checked):
        path = f"{location}[{index}]"
        if not isinstance(field, Mapping) or not isinstance(field.get("name"), str):
            raise RecordError("a field with a name is documented", file=file, field=path, remedy=REMEDY)
        if field.get("fields"):
            _checked_fields(field["fields"], file, f"{path}.fields")
    return checked


def _read_record(fields: Sequence[Any], row: object) -> dict[str, Any]:
    """One record of an answer: `f` by the fields of the schema; what does not fit stays absent."""
    cells = row.get("f") if isinstance(row, Mapping) else None
    record: dict[str, Any] = {}
    for field, cell in zip(fields, cells if isinstance(cells, list) else [], strict=False):
        raw = cell.get("v") if isinstance(cell, Mapping) else None
        nested = field.get("fields")
        if nested and isinstance(raw, list):
            record[field["name"]] = [_read_record(nested, item.get("v")) for item in raw if isinstance(item, Mapping)]
        elif nested and isinstance(raw, Mapping):
            record[field["name"]] = _read_record(nested, raw)
        else:
            record[field["name"]] = raw
    return record


def _flatten(body: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested objects joined to flat names; lists as they are; what is null or empty absent."""
    flat: dict[str, Any] = {}
    for name, value in body.items():
        flat_name = f"{prefix}{_flat_name(str(name))}"
        if isinstance(value, Mapping):
            flat |= _flatten(value, f"{flat_name}_")
        elif value is not None and value != "":
            flat[flat_name] = value
    return flat


def _flat_name(name: str) -> str:
    return _SEPARATORS.sub("_", name.strip().lower())
