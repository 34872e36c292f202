"""This file knows what a row of Google's billing export says: cost and credits, day, SKU, project and labels."""

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
from loaders.bills.line import BillLine, account_name, calendar_month, display_text
from loaders.bills.meters import count_usage, read_meter
from loaders.bills.periods import BillingPeriods
from loaders.bills.principals import Tags, account_id, agent_account_id
from loaders.bills.vendors import application_node, is_ai, model_provider
from loaders.claims.builder import usage_detail
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


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per billing account and month. Raises RecordError for no row at all."""
    books = BillingPeriods(context, whole=False)
    documents = [page.document for page in pages if page.document is not None]
    answers = [one for one in documents if is_answer(one)]
    for answer in group_pages((one, has_more(one)) for one in answers):
        files = [document for _, document in answer.documents]
        gap = answer.gap()
        if not all(map(is_complete, files)):
            gap = Reason(
                "NOT_FINISHED", f"{files[0].display_path}: the job was not complete; its answer is not all there"
            )
        for document in files:
            if gap is not None:
                books.miss(_source_of(document, context), gap)
            _read(document, files[0].display_path, books, context)
    # Rows of one export are cut into files by size alone: together they are one answer.
    for document in documents:
        if not is_answer(document):
            _read(document, str(document.path.parent), books, context)
    yield from books.drafts()


def _read(document: Document, answer: str, books: BillingPeriods, context: Context) -> None:
    books.open(document.display_path)
    for entry in read_rows(document, books.errors):
        source, instance = _source(document, entry.body, context)
        books.errors.collect(_take, entry, (source, instance, answer), books)


def _take(entry: FieldReader, told: tuple[str, str, str], books: BillingPeriods) -> None:
    """Take a row in. Raises RecordError, naming the column, for one that cannot be read."""
    source, instance, answer = told
    day, currency = _day(entry), entry.text("currency")
    if currency is None:
        entry.refuse("currency", "a row needs its currency")
    amount, credits = _amounts(entry)
    service = _first(entry, *SERVICES)
    sku = _first(entry, *_SKUS)
    line = BillLine(
        application=f"Application:gcp/{instance}",
        period=calendar_month(day),
        days=(day, day),
        amount=amount,
        currency=entry.currency("currency"),
        category=_CATEGORIES.get(_first(entry, "cost_type") or "regular", "other"),
        description=sku or service,
    )
    if not is_ai("gcp", None, service, sku):
        books.leave_out(source, line.period, amount + credits, line.currency)
        return
    if not books.is_first(source, line, answer):
        return
    line = _used(entry, line, sku, service) if line.category == "usage" else line
    books.add(source, line)
    if credits:
        said = _credit_name(entry) or f"credit for {service or 'usage'}"
        books.add(source, replace(_bare(line), amount=credits, category="credit", description=said))
    books.describe(source, line.period, application_node(line.application, VENDOR))
    name = _first(entry, "project_name")
    if line.workspace is not None and name is not None:
        books.describe(source, line.period, Node(id=line.workspace, name=name))


def _bare(line: BillLine) -> BillLine:
    return BillLine(line.application, line.period, line.days, line.amount, line.currency, line.category)


def _used(entry: FieldReader, line: BillLine, sku: str | None, service: str | None) -> BillLine:
    meter = read_meter(sku, service)
    requests, tokens = 0, line.tokens
    for amount, unit in _QUANTITIES:
        requests, tokens = count_usage(entry.number(amount), display_text(entry.body.get(unit)), meter.counter)
        if requests or any(tokens):
            break
    tags = Tags(entry.body.get("labels"))
    project = _first(entry, "project_id", "project")
    raw: dict[str, Any] = {"report": "gcp_billing"}
    names = ("sku_id", "sku_description", "usage_unit", "location_region", "invoice_month")
    raw |= {name: told for name in names if (told := display_text(entry.body.get(name))) is not None}
    raw |= {name: told for name, told in (("user", tags.user), ("agent", tags.agent), ("team", tags.team)) if told}
    principal = (
        account_id("gcp", tags.user) if tags.user else agent_account_id("gcp", tags.agent) if tags.agent else None
    )
    return replace(
        line,
        resource=f"Model:{model_provider('gcp', meter.model, service)}/{meter.model}",
        principal=principal,
        workspace=f"Group:gcp/{project}" if project else None,
        requests=requests,
        tokens=tokens,
        detail=usage_detail(raw, None),
    )


def _amounts(entry: FieldReader) -> tuple[Decimal, Decimal]:
    """The cost and the credits of a row; without a gross cost the net one, which has them in it already."""
    gross = next((name for name in GROSS if name in entry.body), None)
    if gross is None:
        name = next((name for name in NET if name in entry.body), NET[0])
        return _amount(entry, name), Decimal(0)
    credits = [_amount(entry, name) for name in CREDIT if name in entry.body]
    listed = entry.body.get("credits")
    if isinstance(listed, list):
        credits += [_amount(one, "amount") for one in entry.children("credits")]
    elif listed is not None:
        credits.append(_amount(entry, "credits"))
    return _amount(entry, gross), sum(credits, Decimal(0))


def _amount(entry: FieldReader, name: str) -> Decimal:
    if entry.money(name) is None:
        entry.refuse(name, "a row needs its cost")
    return entry.number(name) or Decimal(0)


def _credit_name(entry: FieldReader) -> str | None:
    listed = entry.body.get("credits")
    names = [one.text("name") for one in entry.children("credits")] if isinstance(listed, list) else []
    return ", ".join(sorted({name for name in names if name})) or None


def _day(entry: FieldReader) -> int:
    name = next((name for name in DAYS if name in entry.body), None)
    told = entry.text(name) if name is not None else None
    if name is None or told is None:
        entry.refuse(DAYS[0], "a row needs its day", "Group the query by day")
    try:
        if len(told) == 10 and told.count("-") == 2:
            return read_day(told)
        # A TIMESTAMP of BigQuery's REST answer is seconds since 1970, as text, maybe with an exponent.
        seconds = entry.seconds(name) if "-" not in told[1:] else None
        moment = seconds if seconds is not None else read_moment(told.removesuffix(" UTC"))
    except ValueError:
        entry.refuse(name, "this is no day and no time")
    return moment // DAY if moment != NEVER else entry.refuse(name, "a bill has no open end")


def _first(entry: FieldReader, *names: str) -> str | None:
    return next((told for name in names if (told := display_text(entry.body.get(name))) is not None), None)


def _source_of(document: Document, context: Context) -> str:
    """The source of an answer's first row, or of the project that asked."""
    first = next(read_rows(document, ErrorCollector(strict=False)), None)
    return _source(document, first.body if first is not None else {}, context)[0]


def _source(document: Document, row: Mapping[str, Any], context: Context) -> tuple[str, str]:
    """The source and the instance: as a person calls them, else by the billing account, else by the project that asked."""
    named = account_name(context)
    if named is not None:
        return context.source or "", named
    account = display_text(row.get("billing_account_id"))
    if account is None and is_answer(document):
        asked = document.content["jobReference"]
        account = display_text(asked.get("projectId")) if isinstance(asked, Mapping) else None
    return f"{NAME}:{account or 'default'}", account or "default"
