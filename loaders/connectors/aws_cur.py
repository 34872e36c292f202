"""This file knows AWS Cost and Usage Reports, 2.0 and legacy: what Bedrock and other AI cost per caller, model and day.

CSV, gzipped CSV or Parquet of a data export. line_item_unblended_cost counts, line by line, so that the sums are the invoice's.
With "include caller identity" each line of Bedrock names its IAM principal: a user, a role, or the person whose address a
role's session bears. Lines of other services are left out and their sum told. AWS overwrites the files of a month: load all of
them together, they replace the month. The application is `aws/<payer account>`, or what --source calls it: as in a FOCUS export
of the same bill, so that the two count once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from graph.claims import Node
from graph.moment import DAY
from loaders.base import Context, Document, Page, PendingRun
from loaders.bills.files import without_duplicates
from loaders.bills.line import BillLine, account_name, calendar_month, display_text
from loaders.bills.meters import count_usage, read_meter
from loaders.bills.periods import BillingPeriods
from loaders.bills.principals import Tags, account_id, agent_account_id, arn_principal_id
from loaders.bills.vendors import application_node, is_ai, model_provider
from loaders.claims.builder import usage_detail
from loaders.claims.coverage import Days
from loaders.saved.fields import FieldReader
from loaders.saved.tables import columns_of, rows_of

NAME, VENDOR = "aws_cur", "Amazon Web Services"
_START, _COST = "line_item_usage_start_date", "line_item_unblended_cost"
_NEEDED = frozenset({_START, _COST, "line_item_line_item_type"})
_USED = frozenset({"Usage", "DiscountedUsage", "SavingsPlanCoveredUsage"})
_CATEGORIES = {"Tax": "tax", "Credit": "credit", "Refund": "credit"}
_MARKETPLACE = "AWS Marketplace"
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# The keys of a principal's tags go before those of a resource's; a user's own keys are written `user_team`, `user:team`.
_PRINCIPAL_TAG, _OWN_TAG = "iamPrincipal/", re.compile(r"\A(?:resourceTags/)?user[_:](?!id\Z|email\Z)")
_RAW = ("line_item_usage_type", "line_item_operation", "line_item_resource_id", "pricing_unit")


def recognize(document: Document) -> bool:
    """A table with the line item type, the start of usage and the unblended cost, in either spelling."""
    return document.format in ("csv", "parquet") and {plain(name) for name in columns_of(document)} >= _NEEDED


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per payer and billing period."""
    books = BillingPeriods(context)
    for document in without_duplicates(page.document for page in pages if page.document is not None):
        books.open(document.display_path)
        instance = account_name(context)
        for row in rows_of(document, books.errors):
            body = {plain(name): cell for name, cell in row.body.items() if cell not in (None, "")}
            entry = FieldReader(body, row.location, row.file, accepts_digits=True, line=row.line)
            books.errors.collect(_take, entry, instance, books, context)
    yield from books.drafts()


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """`lineItem/UsageStartDate` of legacy reports as `line_item_usage_start_date`; tags keep their keys."""
    if name.startswith("resourceTags/") or "/" not in name:
        return name
    return _WORD.sub("_", name).replace("/", "_").lower()


def _take(entry: FieldReader, instance: str | None, books: BillingPeriods, context: Context) -> None:
    """Take a line in. Raises RecordError, naming the column, for one that cannot be read."""
    if entry.money(_COST) is None:
        entry.refuse(_COST, "a line needs its cost")
    amount, currency = entry.number(_COST) or Decimal(0), entry.currency("line_item_currency_code")
    days = _days(entry, _START, "line_item_usage_end_date")
    if days is None:
        entry.refuse(_START, "a line needs the time that it is for")
    period = _days(entry, "bill_billing_period_start_date", "bill_billing_period_end_date") or calendar_month(days[0])
    payer = instance or entry.text("bill_payer_account_id") or "default"
    source = context.source or f"{NAME}:{payer}"
    if not _is_ai(entry):
        books.leave_out(source, period, amount, currency)
        return
    told = entry.text("line_item_line_item_type") or ""
    category = "usage" if told in _USED else "credit" if told.endswith("Discount") else _CATEGORIES.get(told, "other")
    description = display_text(
        entry.body.get("line_item_line_item_description") or entry.body.get("line_item_usage_type")
    )
    line = BillLine(f"Application:aws/{payer}", period, days, amount, currency, category, description=description)
    if category == "usage":
        line = _used(entry, line)
    books.add(source, line)
    books.describe(source, period, application_node(line.application, VENDOR))
    account = display_text(entry.body.get("line_item_usage_account_name"))
    if line.workspace is not None and account is not None:
        books.describe(source, period, Node(id=line.workspace, name=account))


def _used(entry: FieldReader, line: BillLine) -> BillLine:
    kind, unit = display_text(entry.body.get("line_item_usage_type")), display_text(entry.body.get("pricing_unit"))
    meter = read_meter(kind, line.description)
    requests, tokens = count_usage(entry.number("line_item_usage_amount"), unit, meter.counter)
    tags, arn, account = _tags(entry), entry.text("line_item_iam_principal"), entry.text("line_item_usage_account_id")
    raw: dict[str, Any] = {"report": "aws_cur"}
    raw |= {name: told for name in _RAW if (told := display_text(entry.body.get(name))) is not None}
    raw |= {"iam_principal": arn} if arn else {}
    raw |= {name: told for name, told in (("user", tags.user), ("agent", tags.agent), ("team", tags.team)) if told}
    return replace(
        line,
        resource=f"Model:{model_provider('aws', meter.model, _service(entry))}/{meter.model}",
        principal=_principal(arn, tags),
        workspace=f"Group:aws/{account}" if account else None,
        requests=requests,
        tokens=tokens,
        detail=usage_detail(raw, None),
    )


def _principal(arn: str | None, tags: Tags) -> str | None:
    if arn is not None:
        return arn_principal_id(arn)
    if tags.user is not None:
        return account_id("aws", tags.user)
    return agent_account_id("aws", tags.agent) if tags.agent else None


def _is_ai(entry: FieldReader) -> bool:
    told = [_service(entry)]
    # Models of the marketplace have product codes that say nothing.
    if entry.body.get("bill_billing_entity") == _MARKETPLACE:
        told.append(str(entry.body.get("line_item_line_item_description") or ""))
    return is_ai("aws", None, *told)


def _service(entry: FieldReader) -> str:
    """All names of the service of a line."""
    names = ("line_item_product_code", "product_servicecode", "product_product_name")
    told = [str(entry.body.get(name) or "") for name in names]
    told.append(str(dict(Tags.pairs(entry.body.get("product"))).get("product_name") or ""))
    return " ".join(told)


def _tags(entry: FieldReader) -> Tags:
    """Tags of every kind; a principal's own before those of the resource."""
    found: dict[str, Any] = {}
    for name in ("tags", "resource_tags"):
        for key, told in Tags.pairs(entry.body.get(name)):
            found.setdefault(_OWN_TAG.sub("", key), told)
    for name, told in entry.body.items():
        if name.startswith("resourceTags/"):
            found.setdefault(_OWN_TAG.sub("", name), told)
    return Tags(dict(sorted(found.items(), key=lambda item: not item[0].startswith(_PRINCIPAL_TAG))))


def _days(entry: FieldReader, first: str, last: str) -> Days | None:
    start, end = entry.moment(first), entry.moment(last)
    if start is None:
        return None
    if end is not None and end < start:
        entry.refuse(last, "it ends before it begins")
    return start // DAY, start // DAY if end is None else max((end - 1) // DAY, start // DAY)
