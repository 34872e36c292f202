"""Rows of Google's billing export as lines of a bill: cost and credits, day, SKU, project and labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from graph.claims import Node
from graph.moment import DAY, NEVER, read_day, read_moment
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.bills.files import group_pages
from loaders.bills.line import (
    CostLine,
    account_name,
    calendar_month,
    check_names,
    display_text,
    first_display_text,
    read_cost,
    row_detail,
)
from loaders.bills.meters import count_usage, read_meter
from loaders.bills.periods import BillingPeriods
from loaders.bills.principals import Tags
from loaders.bills.vendors import application_node, is_ai, model_provider
from loaders.connectors.gcp_billing.recognize import (
    CREDIT,
    DAYS,
    GROSS,
    NET,
    SERVICES,
    has_more,
    is_answer,
    is_complete,
    read_rows,
)
from loaders.saved.fields import ErrorCollector, FieldReader

NAME, VENDOR = "gcp_billing", "Google Cloud"
_SKUS = ("sku_description", "sku", "sku_name")
_CATEGORIES = {"regular": "usage", "tax": "tax"}
_QUANTITIES = (
    ("usage_amount_in_pricing_units", "usage_pricing_unit"),
    ("usage_amount", "usage_unit"),
)
_DETAIL = ("sku_id", "sku_description", "usage_unit", "location_region", "invoice_month")


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per billing account and month. Raises RecordError if there is no row at all."""
    periods = BillingPeriods(context, are_complete=False)
    documents = [page.document for page in pages if page.document is not None]
    answers = ((document, has_more(document)) for document in documents if is_answer(document))
    for export in group_pages(answers):
        files = [document for _, document in export.documents]
        first_file = files[0].display_path
        gap = export.gap()
        if not all(map(is_complete, files)):
            gap = Reason("NOT_FINISHED", f"{first_file}: the job was not complete; its answer is not all there")
        for document in files:
            if gap is not None:
                periods.add_missing(_source_of_answer(document, context), gap)
            _add_rows(document, first_file, periods, context)
    # Rows of one export are cut into files by size alone: together they are one answer.
    for document in documents:
        if not is_answer(document):
            _add_rows(document, str(document.path.parent), periods, context)
    yield from periods.runs()


def _add_rows(document: Document, answer: str, periods: BillingPeriods, context: Context) -> None:
    periods.add_origin(document.display_path)
    for entry in read_rows(document, periods.errors):
        source, instance = _source(document, entry.body, context)
        periods.errors.collect(_add_row, entry, (source, instance, answer), periods)


def _add_row(entry: FieldReader, origin: tuple[str, str, str], periods: BillingPeriods) -> None:
    """Add a row to its period. Raises RecordError, naming the column, for one that cannot be read."""
    source, instance, answer = origin
    check_names(entry, source)
    day, currency = _day(entry), entry.text("currency")
    if currency is None:
        entry.refuse("currency", "a row needs its currency")
    amount, credits = _amounts(entry)
    service, sku = first_display_text(entry, *SERVICES), first_display_text(entry, *_SKUS)
    line = CostLine(
        application=f"Application:gcp/{instance}",
        period=calendar_month(day),
        days=(day, day),
        amount=amount,
        currency=entry.currency("currency"),
        category=_CATEGORIES.get(first_display_text(entry, "cost_type") or "regular", "other"),
        description=sku or service,
    )
    if not is_ai("gcp", None, service, sku):
        periods.skip_line(source, line.period, amount + credits, line.currency)
        return
    if not periods.is_first_answer(source, line, answer):
        return
    line = _usage_line(entry, line, sku, service) if line.category == "usage" else line
    check_names(entry, source, line)
    periods.add_line(source, line)
    if credits:
        description = _credit_names(entry) or f"credit for {service or 'usage'}"
        periods.add_line(source, _credit_line(line, credits, description))
    periods.add_nodes(source, line.period, application_node(line.application, VENDOR))
    project_name = first_display_text(entry, "project_name")
    if line.workspace is not None and project_name is not None:
        periods.add_nodes(source, line.period, Node(id=line.workspace, name=project_name))


def _credit_line(line: CostLine, credits: Decimal, description: str) -> CostLine:
    return CostLine(line.application, line.period, line.days, credits, line.currency, "credit", description=description)


def _usage_line(entry: FieldReader, line: CostLine, sku: str | None, service: str | None) -> CostLine:
    meter = read_meter(sku, service)
    requests, tokens = 0, line.tokens
    for amount, unit in _QUANTITIES:
        requests, tokens = count_usage(entry.number(amount), display_text(entry.body.get(unit)), meter.counter)
        if requests or any(tokens):
            break
    tags = Tags(entry.body.get("labels"))
    project = first_display_text(entry, "project_id", "project")
    return replace(
        line,
        resource=f"Model:{model_provider('gcp', meter.model, service)}/{meter.model}",
        principal=tags.account("gcp"),
        workspace=f"Group:gcp/{project}" if project else None,
        requests=requests,
        tokens=tokens,
        detail=row_detail(NAME, entry, _DETAIL, **tags.names()),
        tags=tags.keys,
        unused_tags=tags.unused,
    )


def _amounts(entry: FieldReader) -> tuple[Decimal, Decimal]:
    """The cost and the credits of a row; without a gross cost the net one, which has them in it already."""
    gross = next((name for name in GROSS if name in entry.body), None)
    if gross is None:
        return read_cost(entry, next((name for name in NET if name in entry.body), NET[0])), Decimal(0)
    credits = [read_cost(entry, name) for name in CREDIT if name in entry.body]
    listed = entry.body.get("credits")
    if isinstance(listed, list):
        credits += [read_cost(credit, "amount") for credit in entry.children("credits")]
    elif listed is not None:
        credits.append(read_cost(entry, "credits"))
    return read_cost(entry, gross), sum(credits, Decimal(0))


def _credit_names(entry: FieldReader) -> str | None:
    credits = entry.children("credits") if isinstance(entry.body.get("credits"), list) else ()
    return ", ".join(sorted({name for credit in credits if (name := credit.text("name"))})) or None


def _day(entry: FieldReader) -> int:
    name = next((name for name in DAYS if name in entry.body), None)
    text = entry.text(name) if name is not None else None
    if name is None or text is None:
        entry.refuse(DAYS[0], "a row needs its day", "Group the query by day")
    try:
        if len(text) == 10 and text.count("-") == 2:
            return read_day(text)
        # A TIMESTAMP of BigQuery's REST answer is seconds since 1970, as text, maybe with an exponent.
        seconds = entry.seconds(name) if "-" not in text[1:] else None
        moment = seconds if seconds is not None else read_moment(text.removesuffix(" UTC"))
    except ValueError:
        entry.refuse(name, "this is neither a day nor a time")
    return moment // DAY if moment != NEVER else entry.refuse(name, "a bill needs days, not an open end")


def _source_of_answer(document: Document, context: Context) -> str:
    """The source of an answer's first row, or of the project that queried."""
    first = next(read_rows(document, ErrorCollector(strict=False)), None)
    return _source(document, first.body if first is not None else {}, context)[0]


def _source(document: Document, row: Mapping[str, Any], context: Context) -> tuple[str, str]:
    """The source and the instance: by --source, else by the billing account, else by the project that queried."""
    name = account_name(context)
    if name is not None:
        return context.source or "", name
    account = display_text(row.get("billing_account_id"))
    if account is None and is_answer(document):
        job = document.content["jobReference"]
        account = display_text(job.get("projectId")) if isinstance(job, Mapping) else None
    return f"{NAME}:{account or 'default'}", account or "default"
