"""This file knows saved answers of Azure Cost Management's query API: what Azure OpenAI, Foundry and other AI cost.

Columns are read by name, the cost is Cost (else PreTaxCost, else CostUSD). No report of Azure names a user: rows have no
principal, unless the query was grouped by a tag that names one. Other services are left out and their sum told. An answer
replaces the days that it mentions: ask for whole days, and for daily granularity. Its pages are saved as `costs.1.json`,
`costs.2.json`; without one of them the run is PARTIAL. The application is `azure/<subscription>`, or what --source calls it, as
in a FOCUS export of the same bill.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from graph.moment import DAY, read_day
from loaders.base import Context, Document, Page, PendingRun
from loaders.bills.files import group_pages
from loaders.bills.line import BillLine, account_name, calendar_month, display_text, purchase_category
from loaders.bills.meters import count_usage, read_meter
from loaders.bills.periods import BillingPeriods
from loaders.bills.principals import Tags, account_id
from loaders.bills.vendors import application_node, is_ai
from loaders.claims.builder import usage_detail
from loaders.claims.coverage import Days
from loaders.saved.fields import FieldReader

NAME, VENDOR = "azure_cost", "Microsoft Azure"
_COSTS = ("Cost", "PreTaxCost", "CostUSD", "PreTaxCostUSD")
_DATES, _MONTH = ("UsageDate", "Date"), "BillingMonth"
_SUBSCRIPTION = re.compile(r"subscriptions/(?P<id>[0-9A-Za-z-]+)")
_UNIT = re.compile(r"\b[0-9]+[KM] Tokens\Z")
_SERVICES = ("ServiceName", "MeterCategory", "MeterSubCategory", "MeterSubcategory", "Product", "ServiceFamily")
_METERS = ("Meter", "MeterName", "MeterSubCategory", "MeterSubcategory", "MeterCategory", "ServiceName")
_GROUPS = ("ResourceGroup", "ResourceGroupName")
_RAW = (*_METERS, "ResourceId", "ResourceLocation", "UnitOfMeasure", "TagKey", "TagValue")
_CATEGORIES = {"usage": "usage", "refund": "credit", "tax": "tax"}


@dataclass(frozen=True, slots=True)
class _Answer:
    """What holds for all rows of an answer: the subscription or what a person calls it, and the columns."""

    instance: str
    source: str
    columns: tuple[str, ...]
    display_text: str

    @property
    def cost(self) -> str:
        return next(name for name in _COSTS if name in self.columns)


def recognize(document: Document) -> bool:
    """An answer of the query API: columns with names, one of cost among them, and rows."""
    properties = _properties(document)
    return isinstance(properties.get("rows"), list) and not set(_COSTS).isdisjoint(_columns(properties))


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per subscription and month. Raises RecordError for no row at all."""
    books = BillingPeriods(context, whole=False)
    documents = [page.document for page in pages if page.document is not None]
    for answer in group_pages((one, bool(_properties(one).get("nextLink"))) for one in documents):
        first = answer.documents[0][1]
        instance = _instance(first, context)
        source = context.source or f"{NAME}:{instance}"
        gap = answer.gap()
        if gap is not None:
            books.miss(source, gap)
        for _, document in answer.documents:
            books.open(document.display_path)
            properties = _properties(document)
            told = _Answer(instance, source, _columns(properties), first.display_path)
            for place, cells in enumerate(properties["rows"]):
                books.errors.collect(_take, _entry(cells, told, document, place), told, books)
    yield from books.drafts()


def _entry(cells: Any, told: _Answer, document: Document, place: int) -> FieldReader:
    named = cells if isinstance(cells, list) and len(cells) == len(told.columns) else []
    body = {name: cell for name, cell in zip(told.columns, named, strict=False) if cell not in (None, "")}
    return FieldReader(body, f"properties.rows[{place}]", document.display_path, accepts_digits=True)


def _take(entry: FieldReader, told: _Answer, books: BillingPeriods) -> None:
    """Take a row in. Raises RecordError, naming the column, for one that cannot be read."""
    if not entry.body:
        entry.refuse("cells", "a row needs a cell for every column")
    if entry.money(told.cost) is None:
        entry.refuse(told.cost, "a row needs its cost")
    amount, days = entry.number(told.cost) or Decimal(0), _days(entry)
    currency = "USD" if told.cost.endswith("USD") else entry.currency("Currency")
    if not told.cost.endswith("USD") and entry.text("Currency") is None:
        entry.refuse("Currency", "a row needs its currency")
    period = calendar_month(days[0])
    if not is_ai("azure", None, *(display_text(entry.body.get(name)) for name in _SERVICES)):
        books.leave_out(told.source, period, amount, currency)
        return
    kind = (entry.text("ChargeType") or "usage").lower()
    category = purchase_category(_meter(entry)) if kind == "purchase" else _CATEGORIES.get(kind, "other")
    line = BillLine(
        f"Application:azure/{told.instance}", period, days, amount, currency, category, description=_meter(entry)
    )
    if not books.is_first(told.source, line, told.display_text):
        return
    books.add(told.source, _used(entry, line, told) if category == "usage" else line)
    books.describe(told.source, period, application_node(line.application, VENDOR))


def _used(entry: FieldReader, line: BillLine, told: _Answer) -> BillLine:
    meter = read_meter(*(display_text(entry.body.get(name)) for name in _METERS))
    quantity = entry.number("UsageQuantity") if "UsageQuantity" in entry.body else entry.number("Quantity")
    # Where no unit is asked for, the meter's own name may tell it: `gpt 5 inp glbl 1M Tokens`.
    named = _UNIT.search(_meter(entry) or "")
    unit = display_text(entry.body.get("UnitOfMeasure")) or (named[0] if named else None)
    requests, tokens = count_usage(quantity, unit, meter.counter)
    tags = Tags({_first(entry, "TagKey") or "": _first(entry, "TagValue")})
    group = _first(entry, *_GROUPS)
    return replace(
        line,
        resource=f"Model:azure/{meter.model}",
        principal=account_id("azure", tags.user) if tags.user else None,
        # Resource groups are compared without case.
        workspace=f"Group:azure/{told.instance}/{group.lower()}" if group else None,
        requests=requests,
        tokens=tokens,
        detail=usage_detail({"report": "azure_cost", **_raw(entry)}, None),
    )


def _raw(entry: FieldReader) -> dict[str, Any]:
    return {name: told for name in dict.fromkeys(_RAW) if (told := display_text(entry.body.get(name))) is not None}


def _days(entry: FieldReader) -> Days:
    name = next((name for name in _DATES if name in entry.body), None)
    told = entry.text(name) if name is not None else None
    if name is None or told is None:
        moment = entry.moment(_MONTH)
        if moment is None:
            entry.refuse("UsageDate", "a row needs its day", "Ask for the granularity Daily")
        return calendar_month(moment // DAY)
    day = f"{told[:4]}-{told[4:6]}-{told[6:8]}" if told.isdigit() and len(told) == 8 else told[:10]
    try:
        return read_day(day), read_day(day)
    except ValueError:
        entry.refuse(name, "this is no day")


def _meter(entry: FieldReader) -> str | None:
    return next((told for name in _METERS if (told := display_text(entry.body.get(name))) is not None), None)


def _first(entry: FieldReader, *names: str) -> str | None:
    return next((told for name in names if (told := entry.text(name)) is not None), None)


def _properties(document: Document) -> Mapping[str, Any]:
    body = document.content if document.format == "json" else None
    found = body.get("properties") if isinstance(body, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _columns(properties: Mapping[str, Any]) -> tuple[str, ...]:
    listed = properties.get("columns")
    columns = listed if isinstance(listed, list) else []
    return tuple(str(column.get("name")) if isinstance(column, Mapping) else "" for column in columns)


def _instance(document: Document, context: Context) -> str:
    """The subscription: as a person calls it, else as the answer's own id or link says."""
    if (named := account_name(context)) is not None:
        return named
    told = (document.content.get("id"), _properties(document).get("nextLink"))
    match = next((found for text in told if isinstance(text, str) and (found := _SUBSCRIPTION.search(text))), None)
    # Azure compares its ids without case.
    return match["id"].lower() if match else "default"
