"""Billing reports that GitHub's pages export as CSV: the lines of bills with the names of those who caused them.

The detailed usage report has the lines of the usage bill; the reports of premium requests and of AI usage have those of the two
reports by model. A report summed over everybody has no names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.base import Document
from loaders.connectors.github.bills import BillLine, read_line
from loaders.connectors.github.recognize import BILL, CREDITS, PREMIUM
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.tables import rows_of

# Columns of the exports, and the fields of the API's answers that they are.
_FIELDS = {
    "date": "date",
    "product": "product",
    "sku": "sku",
    "model": "model",
    "unit_type": "unitType",
    "quantity": "quantity",
    "applied_cost_per_quantity": "pricePerUnit",
    "price_per_unit": "pricePerUnit",
    "gross_amount": "grossAmount",
    "discount_amount": "discountAmount",
    "net_amount": "netAmount",
    "organization": "organizationName",
    "repository": "repositoryName",
}


@dataclass(frozen=True, slots=True)
class ExportedLine:
    """One line of an export; `organization` None: it names none."""

    organization: str | None
    line: BillLine


def read_export(document: Document, errors: ErrorCollector) -> Iterator[ExportedLine]:
    """The lines of an export that are about AI, in order; a row that cannot be read goes to `errors`."""
    for row in rows_of(document, errors):
        for exported in errors.collect(_read_row, row):
            if exported.line.is_about_ai:
                yield exported


def _read_row(row: FieldReader) -> ExportedLine:
    cells = {name.strip().lower(): cell for name, cell in row.body.items()}
    body = {field: cells[column] for column, field in _FIELDS.items() if cells.get(column) not in (None, "")}
    entry = FieldReader(body, row.location, row.file, line=row.line)
    names = FieldReader(cells, row.location, row.file, line=row.line)
    words = f"{entry.text('sku')} {entry.text('unitType')}".lower()
    name = BILL if "model" not in cells else CREDITS if "credit" in words else PREMIUM
    user = (names.text("username") or "").lower() or None
    organization = (names.text("organization") or "").lower() or None
    return ExportedLine(organization, replace(read_line(name, entry, None), user=user))
