"""Saved answers of Azure Cost Management's query API: the cost of Azure OpenAI, Foundry and other AI.

Columns are read by name, the cost is Cost (else PreTaxCost, else CostUSD). No report of Azure names a user: rows have no
principal, unless the query was grouped by a tag that names one. Other services are left out, and a note gives their sum. An
answer replaces the days that it mentions: query whole days, with daily granularity. Its pages are saved as `costs.1.json`,
`costs.2.json`; without one of them the run is PARTIAL. The application is `azure/<subscription>`, or what --source calls it, as
in a FOCUS export of the same bill.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.moment import DAY, read_day
from loaders.base import Context, Document, Page, PendingRun
from loaders.bills.files import group_pages
from loaders.bills.line import (
    CostLine,
    account_name,
    calendar_month,
    check_names,
    display_text,
    first_display_text,
    first_text,
    purchase_category,
    read_cost,
    row_detail,
)
from loaders.bills.meters import count_usage, read_meter
from loaders.bills.periods import BillingPeriods
from loaders.bills.principals import Tags, account_id
from loaders.bills.vendors import application_node, is_ai
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
_DETAIL = (*_METERS, "ResourceId", "ResourceLocation", "UnitOfMeasure", "TagKey", "TagValue")
_CATEGORIES = {"usage": "usage", "refund": "credit", "tax": "tax"}


@dataclass(frozen=True, slots=True)
class _CostAnswer:
    """What holds for all rows of an answer. `instance`: the subscription, or what --source calls it; `name`: its first file."""

    instance: str
    source: str
    columns: tuple[str, ...]
    name: str

    @property
    def cost_column(self) -> str:
        return next(name for name in _COSTS if name in self.columns)


def recognize(document: Document) -> bool:
    """An answer of the query API: columns with names, one of cost among them, and rows."""
    properties = _properties(document)
    return isinstance(properties.get("rows"), list) and not set(_COSTS).isdisjoint(_columns(properties))


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per subscription and month. Raises RecordError if there is no row at all."""
    periods = BillingPeriods(context, are_complete=False)
    documents = [page.document for page in pages if page.document is not None]
    for export in group_pages((document, bool(_properties(document).get("nextLink"))) for document in documents):
        first = export.documents[0][1]
        instance = _instance(first, context)
        source = context.source or f"{NAME}:{instance}"
        gap = export.gap()
        if gap is not None:
            periods.add_missing(source, gap)
        for _, document in export.documents:
            periods.add_origin(document.display_path)
            properties = _properties(document)
            answer = _CostAnswer(instance, source, _columns(properties), first.display_path)
            for index, cells in enumerate(properties["rows"]):
                periods.errors.collect(_add_row, _read_cells(cells, answer, document, index), answer, periods)
    yield from periods.runs()


def _read_cells(cells: object, answer: _CostAnswer, document: Document, index: int) -> FieldReader:
    fitting = cells if isinstance(cells, list) and len(cells) == len(answer.columns) else []
    body = {name: cell for name, cell in zip(answer.columns, fitting, strict=False) if cell not in (None, "")}
    return FieldReader(body, f"properties.rows[{index}]", document.display_path, accepts_digits=True)


def _add_row(entry: FieldReader, answer: _CostAnswer, periods: BillingPeriods) -> None:
    """Add a row to its period. Raises RecordError, naming the column, for one that cannot be read."""
    if not entry.body:
        entry.refuse("cells", "a row needs a cell for every column")
    amount, days = read_cost(entry, answer.cost_column), _days(entry)
    is_usd = answer.cost_column.endswith("USD")
    currency = "USD" if is_usd else entry.currency("Currency")
    if not is_usd and entry.text("Currency") is None:
        entry.refuse("Currency", "a row needs its currency")
    period = calendar_month(days[0])
    if not is_ai("azure", None, *(display_text(entry.body.get(name)) for name in _SERVICES)):
        periods.skip_line(answer.source, period, amount, currency)
        return
    meter_name = first_display_text(entry, *_METERS)
    charge_type = (entry.text("ChargeType") or "usage").lower()
    category = _CATEGORIES.get(charge_type, "other")
    if charge_type == "purchase":
        category = purchase_category(meter_name)
    application = f"Application:azure/{answer.instance}"
    line = CostLine(application, period, days, amount, currency, category, description=meter_name)
    if not periods.is_first_answer(answer.source, line, answer.name):
        return
    line = _usage_line(entry, line, answer) if category == "usage" else line
    check_names(entry, answer.source, line)
    periods.add_line(answer.source, line)
    periods.add_nodes(answer.source, period, application_node(application, VENDOR))


def _usage_line(entry: FieldReader, line: CostLine, answer: _CostAnswer) -> CostLine:
    meter = read_meter(*(display_text(entry.body.get(name)) for name in _METERS))
    quantity = entry.number("UsageQuantity") if "UsageQuantity" in entry.body else entry.number("Quantity")
    # Where the query has no column of units, the meter's own name may give it: `gpt 5 inp glbl 1M Tokens`.
    unit_in_name = _UNIT.search(line.description or "")
    unit = display_text(entry.body.get("UnitOfMeasure")) or (unit_in_name[0] if unit_in_name else None)
    requests, tokens = count_usage(quantity, unit, meter.counter)
    tags = Tags({first_text(entry, "TagKey") or "": first_text(entry, "TagValue")})
    group = first_text(entry, *_GROUPS)
    return replace(
        line,
        resource=f"Model:azure/{meter.model}",
        principal=account_id("azure", tags.user) if tags.user else None,
        # Resource groups are compared without case.
        workspace=f"Group:azure/{answer.instance}/{group.lower()}" if group else None,
        requests=requests,
        tokens=tokens,
        detail=row_detail(NAME, entry, _DETAIL, **tags.names()),
        tags=tags.keys,
        unused_tags=tags.unused,
    )


def _days(entry: FieldReader) -> Days:
    name = next((name for name in _DATES if name in entry.body), None)
    text = entry.text(name) if name is not None else None
    if name is None or text is None:
        moment = entry.moment(_MONTH)
        if moment is None:
            entry.refuse("UsageDate", "a row needs its day", "Query with the granularity Daily")
        return calendar_month(moment // DAY)
    day = f"{text[:4]}-{text[4:6]}-{text[6:8]}" if text.isascii() and text.isdigit() and len(text) == 8 else text[:10]
    try:
        return read_day(day), read_day(day)
    except ValueError:
        entry.refuse(name, "this is not a day")


def _properties(document: Document) -> Mapping[str, Any]:
    body = document.content if document.format == "json" else None
    properties = body.get("properties") if isinstance(body, Mapping) else None
    return properties if isinstance(properties, Mapping) else {}


def _columns(properties: Mapping[str, Any]) -> tuple[str, ...]:
    listed = properties.get("columns")
    columns = listed if isinstance(listed, list) else []
    return tuple(str(column.get("name")) if isinstance(column, Mapping) else "" for column in columns)


def _instance(document: Document, context: Context) -> str:
    """The subscription: as --source calls it, else as the answer's own id or link gives it."""
    if (name := account_name(context)) is not None:
        return name
    texts = (document.content.get("id"), _properties(document).get("nextLink"))
    match = next((match for text in texts if isinstance(text, str) and (match := _SUBSCRIPTION.search(text))), None)
    # Azure compares its ids without case.
    return match["id"].lower() if match else "default"
