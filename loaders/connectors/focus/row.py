"""One row of a FOCUS file: its amount, its days, whom and what it is for, and whether it is for AI."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import msgspec

from graph.claims import Node
from loaders.bills.exports import LineFingerprint
from loaders.bills.ledger_row import is_ledger_row, ledger_line
from loaders.bills.line import (
    CostLine,
    calendar_month,
    check_names,
    days_between,
    display_text,
    first_text,
    purchase_category,
    read_cost,
    row_detail,
)
from loaders.bills.meters import Meter, count_usage, read_meter, unit_scale
from loaders.bills.principals import Tags, account_id, agent_account_id, arn_principal_id
from loaders.bills.vendors import application_node, is_ai, model_provider, vendor_slug
from loaders.claims.coverage import Days
from loaders.connectors.focus.dates import PERIODS, DateFormat
from loaders.models.names import family_of
from loaders.saved.fields import FieldReader

# The columns in which versions and vendors give the same thing, the likeliest first.
_VENDORS = ("ServiceProviderName", "ProviderName", "HostProviderName", "InvoiceIssuerName")
_KEYS = ("x_ApiKeyId", "x_APIKeyId", "CredentialId", "x_CredentialId", "x_KeyId")
_USERS = ("x_UserId", "PrincipalId", "x_PrincipalId", "ConsumerId", "x_UserEmail")
_WORKSPACES = ("x_WorkspaceId", "x_ProjectId")
_MODELS = ("x_Model", "x_ModelName", "x_ModelId")
_PRICED_MODELS = ("model", "Model", "x_Model", "modelName", "ModelName")
# FOCUS 1.0 has no SkuMeter; the clouds write it in columns of their own.
_METERS = ("SkuMeter", "x_UsageType", "x_SkuMeterName", "x_SkuDescription", "SkuId")
_SERVICES = ("ServiceName", "PublisherName", "x_ServiceName")
_PURCHASES = ("ChargeDescription", "PricingUnit", "SkuMeter", "SkuId", "ResourceType")
_CATEGORIES = {"Usage": "usage", "Tax": "tax", "Credit": "credit"}
_PRICE = re.compile(r"(?P<sign>-?)[$€£]?\s*(?P<digits>-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?|-?[0-9.]+)\Z")
# What the connector of a vendor calls its application beyond the account.
_APPLICATION_SUFFIXES = {"github": "/copilot"}
# What a row is about, for comparing exports of one bill; its times are compared as moments, its amounts apart.
_IDENTITY = (
    *("BillingAccountId", "SubAccountId", "ChargeCategory", "ChargeClass", "ChargeDescription", "CommitmentDiscountId"),
    *("ResourceId", "RegionId", "SkuId", "SkuPriceId", "SkuMeter", "ConsumedUnit", "AllocatedResourceId"),
    *(*_KEYS, *_USERS, *_WORKSPACES, *_MODELS),
)
_DETAIL = ("SkuId", "SkuMeter", "ChargeClass", "x_ServiceTier", "AllocatedMethodId", "AllocatedResourceId")


@dataclass(frozen=True, slots=True)
class FocusRow:
    """The columns that are read of every row. `vendor` sends the bill; `is_ai` False: nothing else is read."""

    entry: FieldReader
    vendor: str
    instance: str
    period: Days
    days: Days
    amount: Decimal
    currency: str
    is_ai: bool
    times: tuple[int | None, int | None] = (None, None)

    @property
    def application(self) -> str:
        return f"Application:{self.vendor}/{self.instance}{_APPLICATION_SUFFIXES.get(self.vendor, '')}"


def read_row(entry: FieldReader, cost_column: str, dates: DateFormat, instance: str | None) -> FocusRow:
    """Read a row. Raises RecordError, naming the column, for one whose amount, currency or days cannot be read."""
    amount = _amount(entry, cost_column)
    if entry.text("BillingCurrency") is None:
        entry.refuse("BillingCurrency", "a row needs its currency")
    vendor = vendor_slug(first_text(entry, *_VENDORS))
    days = _days(entry, dates, *PERIODS[1])
    if days is None:
        entry.refuse("ChargePeriodStart", "a row needs the time that it is for")
    services = (display_text(entry.body.get(name)) for name in _SERVICES)
    instance = instance or _billing_account(entry, vendor)
    check_names(entry, f"{vendor}/{instance}")
    return FocusRow(
        entry=entry,
        vendor=vendor,
        instance=instance,
        period=_days(entry, dates, *PERIODS[0]) or calendar_month(days[0]),
        days=days,
        amount=amount,
        currency=entry.currency("BillingCurrency"),
        is_ai=is_ai(vendor, display_text(entry.body.get("ServiceCategory")), *services),
        times=(dates.moment(entry, PERIODS[1][0]), dates.moment(entry, PERIODS[1][1])),
    )


def fingerprint_of(row: FocusRow) -> LineFingerprint:
    """What a row is about and its amounts, the same whatever the form of its file."""
    body = row.entry.body
    about = (row.vendor, *row.times, row.currency, *(display_text(body.get(name)) or "" for name in _IDENTITY))
    tags = sorted((key, str(value)) for key, value in Tags.pairs(body.get("Tags")))
    quantity, unit = _quantity(row.entry)
    return LineFingerprint.of((*about, unit, *tags), (row.amount, quantity or Decimal(0)))


def line_of(row: FocusRow) -> CostLine:
    """The line of a row for AI. Raises RecordError for an id or a quantity that cannot be read."""
    entry = row.entry
    if is_ledger_row(entry):
        days = CostLine(row.application, row.period, row.days, row.amount, row.currency, "other")
        return ledger_line(entry, replace(days, description=display_text(entry.body.get("ChargeDescription"))))
    charge_category = entry.text("ChargeCategory")
    # What was committed and not used was used by nobody.
    is_unused = entry.text("CommitmentDiscountStatus") == "Unused"
    category = "other" if is_unused else _CATEGORIES.get(charge_category or "", "other")
    if charge_category == "Purchase":
        category = purchase_category(*(display_text(entry.body.get(name)) for name in _PURCHASES))
    line = CostLine(
        application=row.application,
        period=row.period,
        days=row.days,
        amount=row.amount,
        currency=row.currency,
        category=category,
        description=display_text(entry.body.get("ChargeDescription") or entry.body.get("SkuMeter")),
    )
    tags = Tags(entry.body.get("AllocatedTags") or entry.body.get("Tags"))
    line = replace(line, tags=tags.keys, unused_tags=tags.unused) if tags.keys else line
    line = _usage_line(row, line, tags) if category == "usage" else line
    check_names(entry, row.instance, line)
    return line


def nodes_of(row: FocusRow, line: CostLine) -> list[Node]:
    """What a row describes: the application, and the sub-account that it is for."""
    body = row.entry.body
    vendor_name = next((name for column in _VENDORS if (name := body.get(column)) is not None), None)
    nodes = [application_node(line.application, display_text(vendor_name))] if line.application else []
    if is_ledger_row(row.entry):
        return nodes
    sub_account_name = display_text(body.get("SubAccountName"))
    if line.workspace is not None and sub_account_name is not None and body.get("SubAccountId") is not None:
        nodes.append(Node(id=line.workspace, name=sub_account_name))
    return nodes


def _usage_line(row: FocusRow, line: CostLine, tags: Tags) -> CostLine:
    entry = row.entry
    meter = _meter(entry)
    quantity, unit = _quantity(entry)
    requests, tokens = count_usage(quantity, unit, meter.counter)
    provider = model_provider(row.vendor, meter.model, display_text(entry.body.get("ServiceName")))
    return replace(
        line,
        resource=f"Model:{provider}/{meter.model}",
        principal=_principal(entry, row.vendor, tags),
        workspace=_workspace(entry, row.vendor, tags),
        requests=requests,
        tokens=tokens,
        detail=row_detail("focus", entry, _DETAIL, **tags.names()),
    )


def _meter(entry: FieldReader) -> Meter:
    names = [display_text(entry.body.get(name)) for name in _METERS]
    resource = display_text(entry.body.get("ResourceName"))
    names += [resource] if family_of(resource) else []
    names += [display_text(entry.body.get(name)) for name in ("ChargeDescription", "ServiceName")]
    meter = read_meter(*names)
    model = first_text(entry, *_MODELS) or _priced_model(entry.body.get("SkuPriceDetails"))
    return Meter(model, meter.counter) if model is not None else meter


def _priced_model(raw: object) -> str | None:
    if isinstance(raw, str):
        try:
            raw = msgspec.json.decode(raw)
        except (msgspec.DecodeError, RecursionError):
            return None
    if not isinstance(raw, Mapping):
        return None
    return next((display_text(raw[name]) for name in _PRICED_MODELS if isinstance(raw.get(name), str)), None)


def _quantity(entry: FieldReader) -> tuple[Decimal | None, str | None]:
    """The quantity and its unit; of an allocated row those of its share, since a quantity may be its origin's."""
    share = _allocated_quantity(entry)
    if share is not None:
        return share
    for name in ("Consumed", "Pricing"):
        if entry.body.get(f"{name}Quantity") is not None:
            return entry.number(f"{name}Quantity"), display_text(entry.body.get(f"{name}Unit"))
    return None, None


def _allocated_quantity(entry: FieldReader) -> tuple[Decimal | None, str | None] | None:
    """The quantity and unit in AllocatedMethodDetails; None where it gives none."""
    raw = entry.body.get("AllocatedMethodDetails")
    if isinstance(raw, str):
        try:
            raw = msgspec.json.decode(raw, type=dict[str, Any])
        except (msgspec.DecodeError, RecursionError):
            return None
    elements = raw.get("Elements") if isinstance(raw, Mapping) else None
    for element in elements if isinstance(elements, list) else []:
        if isinstance(element, Mapping) and element.get("UsageQuantity") is not None:
            share = FieldReader(element, "AllocatedMethodDetails", entry.file, line=entry.line)
            if unit_scale(share.text("UsageUnit")) is not None:
                return share.number("UsageQuantity"), share.text("UsageUnit")
    return None


def _principal(entry: FieldReader, vendor: str, tags: Tags) -> str | None:
    key = first_text(entry, *_KEYS)
    if key is None and "key" in (display_text(entry.body.get("ResourceType")) or "").lower():
        key = entry.text("ResourceId")
    if key is not None:
        return f"Credential:{vendor}/{key}"
    user = first_text(entry, *_USERS) or tags.user
    if user is not None:
        return arn_principal_id(user) if user.startswith("arn:") else account_id(vendor, user)
    return agent_account_id(vendor, tags.agent) if tags.agent else None


def _workspace(entry: FieldReader, vendor: str, tags: Tags) -> str | None:
    workspace = first_text(entry, "SubAccountId", *_WORKSPACES) or tags.first("workspace", "project")
    if workspace is not None:
        return f"Group:{vendor}/{_last_segment(workspace)}"
    return f"Group:{vendor}/team/{tags.team}" if tags.team else None


def _billing_account(entry: FieldReader, vendor: str) -> str:
    """The account that pays. Azure's own reports name subscriptions alone, so its bills are theirs."""
    columns = ("SubAccountId", "BillingAccountId") if vendor == "azure" else ("BillingAccountId",)
    account = _last_segment(first_text(entry, *columns) or "default")
    return account.lower() if vendor in ("azure", "github") else account


def _last_segment(text: str) -> str:
    """An id without the path of a cloud's resource before it."""
    return (text.rstrip("/").rpartition("/")[2] or text) if text.startswith("/") else text


def _amount(entry: FieldReader, name: str) -> Decimal:
    raw = entry.body.get(name)
    match = _PRICE.match(raw.strip()) if isinstance(raw, str) else None
    if match is not None:
        digits = f"{match['sign']}{match['digits']}".replace(",", "").replace("--", "")
        entry = FieldReader({name: digits}, entry.location, entry.file, line=entry.line)
    return read_cost(entry, name)


def _days(entry: FieldReader, dates: DateFormat, first: str, last: str) -> Days | None:
    start, end = dates.moment(entry, first), dates.moment(entry, last)
    if start is None:
        return None
    if end is not None and end < start:
        entry.refuse(last, "it ends before it begins")
    return days_between(start, end)
