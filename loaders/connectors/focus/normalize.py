"""FOCUS files as runs: which rows count, and of which source and billing period they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.bills.files import without_duplicates
from loaders.bills.line import CostLine, account_name
from loaders.bills.periods import BillingPeriods
from loaders.connectors.focus.allocation import CostAllocations, allocation_key, is_allocated
from loaders.connectors.focus.dates import DateFormat, detect_date_format, is_slashed
from loaders.connectors.focus.recognize import column_names, cost_column, may_be_split, read_rows, version_of
from loaders.connectors.focus.row import FocusRow, fingerprint_of, line_of, nodes_of, read_row
from loaders.saved.fields import ErrorCollector

NAME = "focus"


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per vendor, billing account and billing period; files are read as streams, those with split costs twice."""
    documents = list(without_duplicates(page.document for page in pages if page.document is not None))
    periods, allocations = BillingPeriods(context, has_several_files=len(documents) > 1), CostAllocations()
    for document in documents:
        _find_shares(document, allocations)
    for document in documents:
        _add_rows(document, periods, allocations, context)
    for row, result in allocations.settled():
        if isinstance(result, Reason):
            periods.add_reason(_source(context, row), row.period, result)
        else:
            _add_line(periods, context, row, result)
    yield from periods.runs()


def _find_shares(document: Document, allocations: CostAllocations) -> None:
    """Only a file with the columns of FOCUS 1.3 is read for this."""
    if may_be_split(document):
        for entry in read_rows(document, ErrorCollector(strict=False)):
            (allocations.share_keys if is_allocated(entry) else allocations.other_keys).add(allocation_key(entry))


def _add_rows(document: Document, periods: BillingPeriods, allocations: CostAllocations, context: Context) -> None:
    columns = column_names(document)
    periods.add_origin(f"{document.display_path}, FOCUS {version_of(columns)}")
    cost, dates, instance = cost_column(columns), _date_format(document), account_name(context)
    for entry in read_rows(document, periods.errors):
        for row in periods.errors.collect(read_row, entry, cost, dates, instance):
            if not row.is_ai:
                # Of a split cost that is left out, either its origin is counted or its shares.
                if not (is_allocated(entry) and allocations.has_origin(entry)):
                    periods.skip_line(
                        _source(context, row), row.period, row.amount, row.currency, document.display_path
                    )
                continue
            for line in periods.errors.collect(line_of, row):
                if not allocations.keep(row, line):
                    _add_line(periods, context, row, line)


def _date_format(document: Document) -> DateFormat:
    """How the dates are written. A file whose first row has ISO 8601 is not searched for others."""
    for row in read_rows(document, ErrorCollector(strict=False)):
        if not is_slashed(row):
            break
        return detect_date_format(read_rows(document, ErrorCollector(strict=False)))
    return DateFormat()


def _add_line(periods: BillingPeriods, context: Context, row: FocusRow, line: CostLine) -> None:
    source = _source(context, row)
    # A file alone cannot be told twice.
    fingerprint = fingerprint_of(row) if periods.has_several_files else None
    periods.add_line(source, line, row.entry.file, fingerprint)
    periods.add_nodes(source, line.period, *nodes_of(row, line))


def _source(context: Context, row: FocusRow) -> str:
    return context.source or f"{NAME}:{row.vendor}/{row.instance}"
