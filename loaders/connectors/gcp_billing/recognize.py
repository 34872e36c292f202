"""This file knows the shapes that rows of the billing export come in: BigQuery answers, JSON, JSON Lines, CSV and Parquet.

In an answer all values are text, in the order of the schema's fields, records as nested `f`. Whatever the form, a row becomes one
object with flat names: `service.description` is `service_description`.
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

# What an answer or a row has to tell; whoever writes a query names its columns as they like.
DAYS = ("usage_day", "usage_date", "day", "date", "usage_start_time", "usage_start")
SERVICES = ("service_description", "service", "service_name")
GROSS, NET, CREDIT = ("cost", "gross_cost", "total_cost"), ("net_cost",), ("credit_cost", "credits_cost", "credit")
# By which rows are Google's, and not a table of somebody else's costs.
_OWN = ("billing_account_id", "sku_id", "sku_description")
_LINE = re.compile(rb'\A\s*\{.*"billing_account_id"\s*:', re.DOTALL)
_PLAIN = re.compile(r"[.\s]+")


def recognize(document: Document) -> bool:
    """A BigQuery answer with a day, a service, a cost and a currency; or such rows that also tell Google's own ids."""
    names = {_plain(name) for name in _names(document)}
    wanted = [DAYS, SERVICES, (*GROSS, *NET), ("currency",)]
    wanted += [] if is_answer(document) else [_OWN]
    return all(not names.isdisjoint(some) for some in wanted)


def is_answer(document: Document) -> bool:
    """An answer of jobs.query or getQueryResults."""
    return document.format == "json" and isinstance(_schema(document.content), list)


def is_complete(document: Document) -> bool:
    """Whether the job that answers was done; one that was not has no rows yet, which is not the same as none."""
    return document.content.get("jobComplete") is not False


def has_more(document: Document) -> bool:
    """Whether another page of the answer follows."""
    return bool(document.content.get("pageToken"))


def read_rows(document: Document, errors: ErrorCollector) -> Iterator[FieldReader]:
    """The rows in order, each flat."""
    if is_answer(document):
        fields = _checked(_schema(document.content), document.display_path, "schema.fields")
        for place, row in enumerate(FieldReader(document.content, "", document.display_path).items("rows")):
            body = _record(fields, row)
            yield FieldReader(_flat(body), f"rows[{place}]", document.display_path, accepts_digits=True)
        return
    if document.format == "json":
        rows: Iterator[FieldReader] = FieldReader({"rows": document.content}, "", document.display_path).valid_children(
            "rows", errors
        )
    elif first_line(document):
        rows = read_json_lines(document, errors)
    else:
        rows = rows_of(document, errors)
    for row in rows:
        yield FieldReader(_flat(row.body), row.location, row.file, accepts_digits=True, line=row.line)


def _names(document: Document) -> list[str]:
    if is_answer(document):
        return [str(field.get("name")) for field in _schema(document.content) if isinstance(field, Mapping)]
    if document.format == "json":
        rows = document.content if isinstance(document.content, list) else []
        return list({name for row in rows if isinstance(row, Mapping) for name in _flat(row)})
    line = first_line(document)
    if line:
        if not _LINE.match(line):
            return []
        try:
            return list(_flat(msgspec.json.decode(line, type=dict[str, Any])))
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            return []
    if document.format == "parquet":
        # A record is one column there: its fields are seen when rows are read.
        return [*columns_of(document), *(f"{name}_description" for name in columns_of(document) if name == "service")]
    return list(columns_of(document))


def _schema(body: Any) -> Any:
    schema = body.get("schema") if isinstance(body, Mapping) and "jobReference" in body else None
    return schema.get("fields") if isinstance(schema, Mapping) else None


def _checked(fields: Any, shown: str, at: str) -> Sequence[Any]:
    """The fields; values stand in their order, so one that has no name would shift what the others mean."""
    told: list[Any] = fields if isinstance(fields, list) else [None]
    for place, field in enumerate(told):
        if not isinstance(field, Mapping) or not isinstance(field.get("name"), str):
            raise RecordError("a field with a name is documented", file=shown, field=f"{at}[{place}]", remedy=REMEDY)
        if field.get("fields"):
            _checked(field["fields"], shown, f"{at}[{place}].fields")
    return told


def _record(fields: Sequence[Any], row: Any) -> dict[str, Any]:
    """One record of an answer: `f` by the fields of the schema; what does not fit stays absent."""
    cells = row.get("f") if isinstance(row, Mapping) else None
    found: dict[str, Any] = {}
    for field, cell in zip(fields, cells if isinstance(cells, list) else [], strict=False):
        raw = cell.get("v") if isinstance(cell, Mapping) else None
        inner = field.get("fields")
        if inner and isinstance(raw, list):
            found[field["name"]] = [_record(inner, one.get("v")) for one in raw if isinstance(one, Mapping)]
        elif inner and isinstance(raw, Mapping):
            found[field["name"]] = _record(inner, raw)
        else:
            found[field["name"]] = raw
    return found


def _flat(body: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """Objects inside joined to flat names; lists as they are; what is null or empty absent."""
    found: dict[str, Any] = {}
    for name, told in body.items():
        plain = f"{above}{_plain(str(name))}"
        if isinstance(told, Mapping):
            found |= _flat(told, f"{plain}_")
        elif told is not None and told != "":
            found[plain] = told
    return found


def _plain(name: str) -> str:
    return _PLAIN.sub("_", name.strip().lower())
