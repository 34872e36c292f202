"""FOCUS 1.2: the columns that a file of ours has, and the rules that each of its rows must keep.

The rules are our own reading of the specification (mandatory columns, nullability, types, allowed values, and what columns say
of each other). The FinOps Foundation's own validator knows no version after 1.0 and needs libraries of 2023.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import msgspec

VERSION = "1.2"

_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?\Z")
_TIME = re.compile(
    r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z\Z"
)
_ISO_4217 = re.compile(r"[A-Z]{3}\Z")

CHARGE_CATEGORIES = ("Usage", "Purchase", "Tax", "Credit", "Adjustment")
SERVICE_CATEGORY, SERVICE_SUBCATEGORY = "AI and Machine Learning", "Generative AI"


@dataclass(frozen=True, slots=True)
class FocusColumn:
    """One column of FOCUS: `type` is text, decimal, time, currency or json; `allowed` values where the standard lists them."""

    name: str
    type: str = "text"
    is_nullable: bool = False
    is_mandatory: bool = True
    allowed: tuple[str, ...] = ()


COLUMNS: tuple[FocusColumn, ...] = (
    FocusColumn("BilledCost", "decimal"),
    FocusColumn("BillingAccountId"),
    FocusColumn("BillingAccountName", is_nullable=True),
    FocusColumn("BillingAccountType", is_mandatory=False),
    FocusColumn("BillingCurrency", "currency"),
    FocusColumn("BillingPeriodEnd", "time"),
    FocusColumn("BillingPeriodStart", "time"),
    FocusColumn("ChargeCategory", allowed=CHARGE_CATEGORIES),
    FocusColumn("ChargeClass", is_nullable=True, allowed=("Correction",)),
    FocusColumn("ChargeDescription", is_nullable=True),
    FocusColumn("ChargeFrequency", is_mandatory=False, allowed=("One-Time", "Recurring", "Usage-Based")),
    FocusColumn("ChargePeriodEnd", "time"),
    FocusColumn("ChargePeriodStart", "time"),
    FocusColumn("ConsumedQuantity", "decimal", is_nullable=True, is_mandatory=False),
    FocusColumn("ConsumedUnit", is_nullable=True, is_mandatory=False),
    FocusColumn("ContractedCost", "decimal"),
    FocusColumn("EffectiveCost", "decimal"),
    FocusColumn("InvoiceIssuerName"),
    FocusColumn("ListCost", "decimal"),
    FocusColumn("PricingQuantity", "decimal", is_nullable=True),
    FocusColumn("PricingUnit", is_nullable=True),
    FocusColumn("ProviderName"),
    FocusColumn("PublisherName"),
    FocusColumn("ResourceId", is_nullable=True, is_mandatory=False),
    FocusColumn("ResourceName", is_nullable=True, is_mandatory=False),
    FocusColumn("ResourceType", is_nullable=True, is_mandatory=False),
    FocusColumn("ServiceCategory", allowed=(SERVICE_CATEGORY,)),
    FocusColumn("ServiceName"),
    FocusColumn("ServiceSubcategory", is_mandatory=False, allowed=(SERVICE_SUBCATEGORY,)),
    FocusColumn("SubAccountId", is_nullable=True, is_mandatory=False),
    FocusColumn("SubAccountName", is_nullable=True, is_mandatory=False),
    FocusColumn("SubAccountType", is_nullable=True, is_mandatory=False),
    FocusColumn("Tags", "json", is_nullable=True, is_mandatory=False),
)
MANDATORY = tuple(column.name for column in COLUMNS if column.is_mandatory)

Row = Mapping[str, str | None]


def column_problems(names: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with the columns of a file: those that miss, those that come twice, and those without a name of FOCUS."""
    known = {column.name for column in COLUMNS}
    yield from (f"{name} is missing" for name in MANDATORY if name not in names)
    yield from (f"{name} is there twice" for name in sorted(set(names)) if names.count(name) > 1)
    yield from (
        f"{name} is no column of FOCUS, and has no x_" for name in names if name not in known and name[:2] != "x_"
    )


def row_problems(row: Row) -> Iterator[str]:
    """What is wrong with one row, by column name; null is None. A row without a problem yields nothing."""
    for column in COLUMNS:
        if column.name in row or column.is_mandatory:
            yield from _cell_problems(column, row.get(column.name))
    yield from _quantity_problems(row)
    for start, end in (("BillingPeriodStart", "BillingPeriodEnd"), ("ChargePeriodStart", "ChargePeriodEnd")):
        if (row.get(start) or "") >= (row.get(end) or ""):
            yield f"{end} is exclusive and must be after {start}"
    if row.get("ChargeCategory") == "Purchase" and row.get("ChargeFrequency") == "Usage-Based":
        yield "ChargeFrequency of a Purchase is not Usage-Based"
    if (row.get("SubAccountId") is None) != (row.get("SubAccountType") is None):
        yield "SubAccountType is null exactly where SubAccountId is"


def _cell_problems(column: FocusColumn, cell: str | None) -> Iterator[str]:
    name = column.name
    if cell is None or cell == "":
        if not column.is_nullable:
            yield f"{name} is null"
    elif column.allowed and cell not in column.allowed:
        yield f"{name} is none of {', '.join(column.allowed)}"
    elif column.type == "decimal" and not _DECIMAL.match(cell):
        yield f"{name} is no decimal"
    elif column.type == "time" and not _TIME.match(cell):
        yield f"{name} is no UTC time such as 2026-11-01T00:00:00Z"
    elif column.type == "currency" and not _ISO_4217.match(cell):
        yield f"{name} is no ISO 4217 code"
    elif column.type == "json" and not _is_object(cell):
        yield f"{name} is no JSON object"


def _quantity_problems(row: Row) -> Iterator[str]:
    category, correction = row.get("ChargeCategory"), row.get("ChargeClass") == "Correction"
    for quantity, unit in (("PricingQuantity", "PricingUnit"), ("ConsumedQuantity", "ConsumedUnit")):
        if (row.get(quantity) is None) != (row.get(unit) is None):
            yield f"{unit} is null exactly where {quantity} is"
    priced = row.get("PricingQuantity") is not None
    if category == "Tax" and priced:
        yield "PricingQuantity of a Tax is null"
    if category in ("Usage", "Purchase") and not correction and not priced:
        yield f"PricingQuantity of a {category} is not null"
    consumed = row.get("ConsumedQuantity")
    if consumed is not None and category != "Usage":
        yield f"ConsumedQuantity of a {category} is null"
    if consumed is not None and not correction and not _is_positive(consumed):
        yield "ConsumedQuantity is positive"


def _is_positive(cell: str) -> bool:
    try:
        return Decimal(cell) > 0
    except InvalidOperation:
        return False


def _is_object(cell: str) -> bool:
    try:
        return isinstance(msgspec.json.decode(cell), dict)
    except (msgspec.DecodeError, RecursionError):
        return False
