"""AWS Cost and Usage Reports, 2.0 and legacy: the cost of Bedrock and other AI per caller, model and day.

CSV, gzipped CSV or Parquet of a data export. line_item_unblended_cost counts, line by line, so that the sums are the invoice's.
With "include caller identity" each line of Bedrock names its IAM principal: a user, a role, or the person whose email address a
role session is named after. Lines of other services are left out, and a note gives their sum. AWS overwrites the files of a
month: load all of them together, they replace the month. The application is `aws/<payer account>`, or what --source calls it: as
in a FOCUS export of the same bill, so that the two count once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from graph.claims import Node
from loaders.base import Context, Document, Page, PendingRun
from loaders.bills.exports import LineFingerprint
from loaders.bills.files import without_duplicates
from loaders.bills.line import (
    CostLine,
    account_name,
    calendar_month,
    check_names,
    days_between,
    display_text,
    read_cost,
    row_detail,
)
from loaders.bills.meters import count_usage, read_meter
from loaders.bills.periods import BillingPeriods
from loaders.bills.principals import Tags, arn_principal_id
from loaders.bills.vendors import application_node, is_ai, model_provider
from loaders.claims.coverage import Days
from loaders.saved.fields import FieldReader
from loaders.saved.tables import columns_of, rows_of

NAME, VENDOR = "aws_cur", "Amazon Web Services"
_START, _COST = "line_item_usage_start_date", "line_item_unblended_cost"
_REQUIRED = frozenset({_START, _COST, "line_item_line_item_type"})
_USAGE_TYPES = frozenset({"Usage", "DiscountedUsage", "SavingsPlanCoveredUsage"})
_CATEGORIES = {"Tax": "tax", "Credit": "credit", "Refund": "credit"}
_MARKETPLACE = "AWS Marketplace"
_SERVICES = ("line_item_product_code", "product_servicecode", "product_product_name")
_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# Tags of a principal go before those of a resource; a user's own keys are written `user_team`, `user:team`.
_PRINCIPAL_TAG, _OWN_TAG = "iamPrincipal/", re.compile(r"\A(?:resourceTags/)?user[_:](?!id\Z|email\Z)")
# What a line is about, for comparing exports of one bill; its times and amount are compared apart.
_IDENTITY = (
    *("bill_payer_account_id", "line_item_usage_account_id", "line_item_line_item_type", "line_item_product_code"),
    *("line_item_usage_type", "line_item_operation", "line_item_resource_id", "line_item_line_item_description"),
    *(
        "line_item_iam_principal",
        "line_item_currency_code",
        "line_item_availability_zone",
        "reservation_reservation_a_r_n",
    ),
)
_DETAIL = ("line_item_usage_type", "line_item_operation", "line_item_resource_id", "pricing_unit")


def recognize(document: Document) -> bool:
    """A table with the line item type, the start of usage and the unblended cost, in either spelling."""
    if document.format not in ("csv", "parquet"):
        return False
    return {snake_case(name) for name in columns_of(document)} >= _REQUIRED


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per payer and billing period."""
    documents = list(without_duplicates(page.document for page in pages if page.document is not None))
    periods = BillingPeriods(context, has_several_files=len(documents) > 1)
    for document in documents:
        periods.add_origin(document.display_path)
        for row in rows_of(document, periods.errors):
            body = {snake_case(name): cell for name, cell in row.body.items() if cell not in (None, "")}
            entry = FieldReader(body, row.location, row.file, accepts_digits=True, line=row.line)
            periods.errors.collect(_add_row, entry, periods, context)
    yield from periods.runs()


@lru_cache(maxsize=4096)
def snake_case(name: str) -> str:
    """`lineItem/UsageStartDate` of legacy reports as `line_item_usage_start_date`; tags keep their keys."""
    if name.startswith("resourceTags/") or "/" not in name:
        return name
    return _WORD_START.sub("_", name).replace("/", "_").lower()


def _add_row(entry: FieldReader, periods: BillingPeriods, context: Context) -> None:
    """Add a line of the report to its period. Raises RecordError, naming the column, for one that cannot be read."""
    amount, currency = read_cost(entry, _COST), entry.currency("line_item_currency_code")
    days = _days(entry, _START, "line_item_usage_end_date")
    if days is None:
        entry.refuse(_START, "a line needs the time that it is for")
    period = _days(entry, "bill_billing_period_start_date", "bill_billing_period_end_date") or calendar_month(days[0])
    payer = account_name(context) or entry.text("bill_payer_account_id") or "default"
    source = context.source or f"{NAME}:{payer}"
    check_names(entry, source)
    if not _is_ai(entry):
        periods.skip_line(source, period, amount, currency, entry.file)
        return
    item_type = entry.text("line_item_line_item_type") or ""
    category = "credit" if item_type.endswith("Discount") else _CATEGORIES.get(item_type, "other")
    if item_type in _USAGE_TYPES:
        category = "usage"
    description = display_text(
        entry.body.get("line_item_line_item_description") or entry.body.get("line_item_usage_type")
    )
    line = CostLine(f"Application:aws/{payer}", period, days, amount, currency, category, description=description)
    if category == "usage":
        line = _usage_line(entry, line)
    check_names(entry, source, line)
    periods.add_line(source, line, entry.file, _fingerprint(entry, amount) if periods.has_several_files else None)
    periods.add_nodes(source, period, application_node(line.application, VENDOR))
    account = display_text(entry.body.get("line_item_usage_account_name"))
    if line.workspace is not None and account is not None:
        periods.add_nodes(source, period, Node(id=line.workspace, name=account))


def _fingerprint(entry: FieldReader, amount: Decimal) -> LineFingerprint:
    """What a line is about and its amount, the same whatever the form of its file."""
    times = (entry.moment(name) for name in (_START, "line_item_usage_end_date"))
    cells = (display_text(entry.body.get(name)) or "" for name in _IDENTITY)
    return LineFingerprint.of((*times, *cells, *_tags(entry).names().values()), (amount,))


def _usage_line(entry: FieldReader, line: CostLine) -> CostLine:
    usage_type, unit = (display_text(entry.body.get(name)) for name in ("line_item_usage_type", "pricing_unit"))
    meter = read_meter(usage_type, line.description)
    requests, tokens = count_usage(entry.number("line_item_usage_amount"), unit, meter.counter)
    tags, arn, account = _tags(entry), entry.text("line_item_iam_principal"), entry.text("line_item_usage_account_id")
    return replace(
        line,
        resource=f"Model:{model_provider('aws', meter.model, _service_names(entry))}/{meter.model}",
        principal=arn_principal_id(arn) if arn is not None else tags.account("aws"),
        workspace=f"Group:aws/{account}" if account else None,
        requests=requests,
        tokens=tokens,
        detail=row_detail(NAME, entry, _DETAIL, iam_principal=arn, **tags.names()),
        tags=tags.keys,
        unused_tags=tags.unused,
    )


def _is_ai(entry: FieldReader) -> bool:
    names = [_service_names(entry)]
    # Models of the marketplace have product codes that say nothing.
    if entry.body.get("bill_billing_entity") == _MARKETPLACE:
        names.append(str(entry.body.get("line_item_line_item_description") or ""))
    return is_ai("aws", None, *names)


def _service_names(entry: FieldReader) -> str:
    """All names of the service of a line."""
    names = [str(entry.body.get(name) or "") for name in _SERVICES]
    names.append(str(dict(Tags.pairs(entry.body.get("product"))).get("product_name") or ""))
    return " ".join(names)


def _tags(entry: FieldReader) -> Tags:
    """Tags of every kind; a principal's own before those of the resource."""
    tags: dict[str, object] = {}
    for name in ("tags", "resource_tags"):
        for key, value in Tags.pairs(entry.body.get(name)):
            tags.setdefault(_OWN_TAG.sub("", key), value)
    for name, value in entry.body.items():
        if name.startswith("resourceTags/"):
            tags.setdefault(_OWN_TAG.sub("", name), value)
    return Tags(dict(sorted(tags.items(), key=lambda item: not item[0].startswith(_PRINCIPAL_TAG))))


def _days(entry: FieldReader, first: str, last: str) -> Days | None:
    start, end = entry.moment(first), entry.moment(last)
    if start is None:
        return None
    if end is not None and end < start:
        entry.refuse(last, "it ends before it begins")
    return days_between(start, end)
