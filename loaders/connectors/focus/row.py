"""This file knows one row of a FOCUS file: its money, its days, what and whom it is for, and whether it is for AI."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import msgspec

from graph.claims import Node
from graph.moment import DAY
from loaders.bills.line import BillLine, calendar_month, display_text, purchase_category
from loaders.bills.meters import Meter, count_usage, read_meter, unit_scale
from loaders.bills.principals import Tags, account_id, agent_account_id, arn_principal_id
from loaders.bills.vendors import application_node, is_ai, model_provider, vendor_slug
from loaders.claims.builder import usage_detail
from loaders.claims.coverage import Days
from loaders.connectors.focus.dates import PERIODS, DateFormat
from loaders.models.names import family_of
from loaders.saved.fields import FieldReader

# The columns that other versions and vendors give the same thing, the likeliest first.
_SENDERS = ("ServiceProviderName", "ProviderName", "HostProviderName", "InvoiceIssuerName")
_KEYS = ("x_ApiKeyId", "x_APIKeyId", "CredentialId", "x_CredentialId", "x_KeyId")
_USERS = ("x_UserId", "PrincipalId", "x_PrincipalId", "ConsumerId", "x_UserEmail")
_WORKSPACES = ("x_WorkspaceId", "x_ProjectId")
_MODELS = ("x_Model", "x_ModelName", "x_ModelId")
_PRICED_MODELS = ("model", "Model", "x_Model", "modelName", "ModelName")
# FOCUS 1.0 has no SkuMeter; the clouds write it in columns of their own.
_METERS = ("SkuMeter", "x_UsageType", "x_SkuMeterName", "x_SkuDescription", "SkuId")
_CATEGORIES = {"Usage": "usage", "Tax": "tax", "Credit": "credit"}
_PRICE = re.compile(r"(?P<sign>-?)[$€£]?\s*(?P<digits>-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?|-?[0-9.]+)\Z")
# What the connector of a vendor calls its application beyond the account.
_TENANTS = {"github": "/copilot"}
_RAW = ("SkuId", "SkuMeter", "ChargeClass", "x_ServiceTier", "AllocatedMethodId", "AllocatedResourceId")


@dataclass(frozen=True, slots=True)
class FocusRow:
    """A row as far as every row is read. `is_ai` False: nothing more of it is."""

    entry: FieldReader
    sender: str
    instance: str
    period: Days
    days: Days
    amount: Decimal
    currency: str
    is_ai: bool

    @property
    def application(self) -> str:
        return f"Application:{self.sender}/{self.instance}{_TENANTS.get(self.sender, '')}"


def read_row(entry: FieldReader, cost: str, dates: DateFormat, instance: str | None) -> FocusRow:
    """Read a row. Raises RecordError, naming the column, for one whose money, currency or days cannot be read."""
    amount = _amount(entry, cost)
    if entry.text("BillingCurrency") is None:
        entry.refuse("BillingCurrency", "a row needs its currency")
    sender = vendor_slug(_first(entry, *_SENDERS))
    days = _days(entry, dates, *PERIODS[1])
    if days is None:
        entry.refuse("ChargePeriodStart", "a row needs the time that it is for")
    services = (display_text(entry.body.get(name)) for name in ("ServiceName", "PublisherName", "x_ServiceName"))
    return FocusRow(
        entry=entry,
        sender=sender,
        instance=instance or _payer(entry, sender),
        period=_days(entry, dates, *PERIODS[0]) or calendar_month(days[0]),
        days=days,
        amount=amount,
        currency=entry.currency("BillingCurrency"),
        is_ai=is_ai(sender, display_text(entry.body.get("ServiceCategory")), *services),
    )


def line_of(row: FocusRow) -> BillLine:
    """What a row for AI says. Raises RecordError for an id or a quantity that cannot be read."""
    entry = row.entry
    told = entry.text("ChargeCategory")
    # What was committed and not used was used by nobody.
    unused = entry.text("CommitmentDiscountStatus") == "Unused"
    category = "other" if unused else _CATEGORIES.get(told or "", "other")
    if told == "Purchase":
        names = ("ChargeDescription", "PricingUnit", "SkuMeter", "SkuId", "ResourceType")
        category = purchase_category(*(display_text(entry.body.get(name)) for name in names))
    line = BillLine(
        application=row.application,
        period=row.period,
        days=row.days,
        amount=row.amount,
        currency=row.currency,
        category=category,
        description=display_text(entry.body.get("ChargeDescription") or entry.body.get("SkuMeter")),
    )
    return _usage(row, line) if category == "usage" else line


def nodes_of(row: FocusRow, line: BillLine) -> list[Node]:
    """What a row describes: the application, and the sub-account that it is for."""
    vendor = display_text(_raw_first(row.entry, *_SENDERS))
    found = [application_node(row.application, vendor)]
    name = display_text(row.entry.body.get("SubAccountName"))
    if line.workspace is not None and name is not None and row.entry.body.get("SubAccountId") is not None:
        found.append(Node(id=line.workspace, name=name))
    return found


def _usage(row: FocusRow, line: BillLine) -> BillLine:
    entry = row.entry
    tags = Tags(entry.body.get("AllocatedTags") or entry.body.get("Tags"))
    meter = _meter(entry)
    quantity, unit = _quantity(entry)
    requests, tokens = count_usage(quantity, unit, meter.counter)
    raw: dict[str, Any] = {"report": "focus"}
    raw |= {name: told for name in _RAW if (told := display_text(entry.body.get(name))) is not None}
    raw |= {name: told for name, told in (("user", tags.user), ("agent", tags.agent), ("team", tags.team)) if told}
    return replace(
        line,
        resource=f"Model:{model_provider(row.sender, meter.model, display_text(entry.body.get('ServiceName')))}/{meter.model}",
        principal=_principal(entry, row.sender, tags),
        workspace=_workspace(entry, row.sender, tags),
        requests=requests,
        tokens=tokens,
        detail=usage_detail(raw, None),
    )


def _meter(entry: FieldReader) -> Meter:
    told = [display_text(entry.body.get(name)) for name in _METERS]
    resource = display_text(entry.body.get("ResourceName"))
    more = [resource] if family_of(resource) else []
    meter = read_meter(
        *told, *more, display_text(entry.body.get("ChargeDescription")), display_text(entry.body.get("ServiceName"))
    )
    model = _first(entry, *_MODELS) or _priced_model(entry.body.get("SkuPriceDetails"))
    return Meter(model, meter.counter) if model is not None else meter


def _priced_model(raw: Any) -> str | None:
    if isinstance(raw, str):
        try:
            raw = msgspec.json.decode(raw)
        except (msgspec.DecodeError, RecursionError):
            return None
    if not isinstance(raw, Mapping):
        return None
    return next((display_text(raw[name]) for name in _PRICED_MODELS if isinstance(raw.get(name), str)), None)


def _quantity(entry: FieldReader) -> tuple[Decimal | None, str | None]:
    """What was used; of an allocated row what its share says, since a quantity may be its origin's."""
    share = _share(entry)
    if share is not None:
        return share
    for name in ("Consumed", "Pricing"):
        if entry.body.get(f"{name}Quantity") is not None:
            return entry.number(f"{name}Quantity"), display_text(entry.body.get(f"{name}Unit"))
    return None, None


def _share(entry: FieldReader) -> tuple[Decimal | None, str | None] | None:
    """The quantity and unit in AllocatedMethodDetails; None where it tells none."""
    raw = entry.body.get("AllocatedMethodDetails")
    if isinstance(raw, str):
        try:
            raw = msgspec.json.decode(raw, type=dict[str, Any])
        except (msgspec.DecodeError, RecursionError):
            return None
    elements = raw.get("Elements") if isinstance(raw, Mapping) else None
    for element in elements if isinstance(elements, list) else []:
        if isinstance(element, Mapping) and element.get("UsageQuantity") is not None:
            inside = FieldReader(element, "AllocatedMethodDetails", entry.file, line=entry.line)
            if unit_scale(inside.text("UsageUnit")) is not None:
                return inside.number("UsageQuantity"), inside.text("UsageUnit")
    return None


def _principal(entry: FieldReader, sender: str, tags: Tags) -> str | None:
    key = _first(entry, *_KEYS)
    if key is None and "key" in (display_text(entry.body.get("ResourceType")) or "").lower():
        key = entry.text("ResourceId")
    if key is not None:
        return f"Credential:{sender}/{key}"
    user = _first(entry, *_USERS) or tags.user
    if user is not None:
        return arn_principal_id(user) if user.startswith("arn:") else account_id(sender, user)
    return agent_account_id(sender, tags.agent) if tags.agent else None


def _workspace(entry: FieldReader, sender: str, tags: Tags) -> str | None:
    told = _first(entry, "SubAccountId", *_WORKSPACES) or tags.first("workspace", "project")
    if told is not None:
        return f"Group:{sender}/{_last(told)}"
    return f"Group:{sender}/team/{tags.team}" if tags.team else None


def _payer(entry: FieldReader, sender: str) -> str:
    """Whose bill it is. Azure's own reports tell of subscriptions alone, so its bills are theirs."""
    if sender == "azure":
        return _last(_first(entry, "SubAccountId", "BillingAccountId") or "default").lower()
    if sender == "github":
        return _last(_first(entry, "BillingAccountId") or "default").lower()
    return _last(_first(entry, "BillingAccountId") or "default")


def _last(told: str) -> str:
    """An id without the path of a cloud's resource before it."""
    return (told.rstrip("/").rpartition("/")[2] or told) if told.startswith("/") else told


def _amount(entry: FieldReader, name: str) -> Decimal:
    raw = entry.body.get(name)
    match = _PRICE.match(raw.strip()) if isinstance(raw, str) else None
    if match is not None:
        plain = f"{match['sign']}{match['digits']}".replace(",", "").replace("--", "")
        entry = FieldReader({name: plain}, entry.location, entry.file, line=entry.line)
    if entry.money(name) is None:
        entry.refuse(name, "a row needs its cost")
    return entry.number(name) or Decimal(0)


def _days(entry: FieldReader, dates: DateFormat, first: str, last: str) -> Days | None:
    start, end = dates.moment(entry, first), dates.moment(entry, last)
    if start is None:
        return None
    if end is not None and end < start:
        entry.refuse(last, "it ends before it begins")
    # The end is exclusive; some files write a period that ends where it begins.
    return start // DAY, max((end - 1) // DAY, start // DAY) if end is not None else start // DAY


def _first(entry: FieldReader, *names: str) -> str | None:
    return next((told for name in names if (told := entry.text(name)) is not None), None)


def _raw_first(entry: FieldReader, *names: str) -> object:
    return next((told for name in names if (told := entry.body.get(name)) is not None), None)
