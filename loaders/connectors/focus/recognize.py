"""FOCUS files recognized by their columns, and their rows without the nulls that files write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from loaders.base import Document
from loaders.bills.files import first_line, read_json_lines
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.tables import columns_of, rows_of

_REQUIRED = frozenset({"ChargeCategory", "ChargePeriodStart", "BillingCurrency"})
SPLIT_COLUMNS = frozenset({"AllocatedMethodId", "AllocatedResourceId"})
_COST_COLUMNS = ("EffectiveCost", "BilledCost")
_NULLS = frozenset({"", " ", "NULL", "null", None})
# The fields that may hold the rows of a JSON object.
_ROW_FIELDS = ("data", "rows", "items", "value")


def recognize(document: Document) -> bool:
    """A table, or JSON rows, with ChargeCategory, ChargePeriodStart, BillingCurrency and a column of cost."""
    columns = set(column_names(document))
    return columns >= _REQUIRED and not columns.isdisjoint(_COST_COLUMNS)


def column_names(document: Document) -> tuple[str, ...]:
    """The columns of a file; of JSON the keys of all its rows, as what is null is often absent."""
    if (line := first_line(document)) != b"":
        try:
            return tuple(msgspec.json.decode(line, type=dict[str, Any]))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return ()
    if document.format in ("csv", "parquet"):
        return columns_of(document)
    rows = (row for row in _raw_rows(document.content) if isinstance(row, Mapping))
    return tuple(dict.fromkeys(str(name) for row in rows for name in row))


def cost_column(columns: tuple[str, ...]) -> str:
    """The one column whose amounts count."""
    return next(name for name in _COST_COLUMNS if name in columns)


def version_of(columns: tuple[str, ...]) -> str:
    """The versions that have these columns; what a file declares of itself is often wrong."""
    if "ServiceProviderName" in columns:
        return "1.3 or later" if "ProviderName" in columns else "1.4 or later"
    return "1.2" if "BillingAccountType" in columns or "PricingCurrency" in columns else "1.0 or 1.1"


def may_be_split(document: Document) -> bool:
    """Whether a file may hold shares of split costs, as FOCUS 1.3 does. A first JSON line does not show the keys of the others."""
    return first_line(document) != b"" or not SPLIT_COLUMNS.isdisjoint(column_names(document))


def read_rows(document: Document, errors: ErrorCollector) -> Iterator[FieldReader]:
    """The rows in order; a cell that says null is absent."""
    if first_line(document):
        rows = read_json_lines(document, errors)
    elif document.format in ("csv", "parquet"):
        rows = rows_of(document, errors)
        if document.format == "csv":
            for row in rows:
                body = {name: cell for name, cell in row.body.items() if cell not in _NULLS}
                yield FieldReader(body, row.location, row.file, accepts_digits=True, line=row.line)
            return
    else:
        rows = FieldReader({"rows": _raw_rows(document.content)}, "", document.display_path).valid_children(
            "rows", errors
        )
    for row in rows:
        # Cells of JSON and Parquet may be objects, which no set can hold.
        body = {name: cell for name, cell in row.body.items() if not (_is_hashable(cell) and cell in _NULLS)}
        yield FieldReader(body, row.location, row.file, accepts_digits=True, line=row.line)


def _is_hashable(cell: object) -> bool:
    return cell is None or cell.__class__ is str


def _raw_rows(body: object) -> list[Any]:
    if isinstance(body, Mapping):
        body = next((body[name] for name in _ROW_FIELDS if isinstance(body.get(name), list)), None)
    return body if isinstance(body, list) else []
