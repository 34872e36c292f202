"""This file knows how FOCUS files become runs: which rows count, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.bills.files import without_duplicates
from loaders.bills.line import BillLine, account_name
from loaders.bills.periods import BillingPeriods
from loaders.connectors.focus.allocation import CostAllocations, allocation_key, is_allocated
from loaders.connectors.focus.dates import DateFormat, detect_date_format, is_slashed
from loaders.connectors.focus.recognize import column_names, cost_column, may_be_split, read_rows, version_of
from loaders.connectors.focus.row import FocusRow, line_of, nodes_of, read_row
from loaders.saved.fields import ErrorCollector

NAME = "focus"


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per sender of bills, billing account and billing period; files are read as streams, split rows twice."""
    documents = list(without_duplicates(page.document for page in pages if page.document is not None))
    books = BillingPeriods(context)
    allocations = CostAllocations()
    for document in documents:
        _find_shares(document, allocations)
    for document in documents:
        _read(document, books, allocations, context)
    for row, told in allocations.settled():
        if isinstance(told, Reason):
            books.doubt(_source(context, row), row.period, told)
        else:
            _add(books, context, row, told)
    yield from books.drafts()


def _find_shares(document: Document, allocations: CostAllocations) -> None:
    """Only a file with the columns of FOCUS 1.3 is read for this."""
    if may_be_split(document):
        for entry in read_rows(document, ErrorCollector(strict=False)):
            (allocations.keys if is_allocated(entry) else allocations.others).add(allocation_key(entry))


def _read(document: Document, books: BillingPeriods, allocations: CostAllocations, context: Context) -> None:
    names = column_names(document)
    books.open(f"{document.display_path}, FOCUS {version_of(names)}")
    cost, dates, instance = cost_column(names), _dates(document), account_name(context)
    for entry in read_rows(document, books.errors):
        for row in books.errors.collect(read_row, entry, cost, dates, instance):
            if not row.is_ai:
                # Of a split cost that is left out its origin is told, or its shares.
                if not (is_allocated(entry) and allocations.has_origin(entry)):
                    books.leave_out(_source(context, row), row.period, row.amount, row.currency)
                continue
            for line in books.errors.collect(line_of, row):
                if not allocations.take(row, line):
                    _add(books, context, row, line)


def _dates(document: Document) -> DateFormat:
    """How the dates are written. A file whose first row has ISO 8601 is not searched for others."""
    for row in read_rows(document, ErrorCollector(strict=False)):
        if not is_slashed(row):
            break
        return detect_date_format(read_rows(document, ErrorCollector(strict=False)))
    return DateFormat()


def _add(books: BillingPeriods, context: Context, row: FocusRow, line: BillLine) -> None:
    source = _source(context, row)
    books.add(source, line)
    books.describe(source, line.period, *nodes_of(row, line))


def _source(context: Context, row: FocusRow) -> str:
    return context.source or f"{NAME}:{row.sender}/{row.instance}"
