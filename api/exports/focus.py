"""FOCUS 1.2 of the ledger: one row per usage row in it, and one per bucket line and month, as cost attribution counts them.

Amounts of every application and month add up to its ledger, in integers. What spans months is split by days, as a window
is. Variance is an Adjustment. Estimates, included usage and tokens without cost are in no ledger and so in no file. Every row
is held to `focus_rules` before it is written. `x_Remit` columns say which row of the ledger each was: loaded into an
empty store, the file is the same ledger, whose amounts are billed then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

import msgspec
import numpy as np

from api.exports.csv import Cell, line_of
from api.exports.focus_rules import (
    COLUMNS,
    SERVICE_CATEGORY,
    SERVICE_SUBCATEGORY,
    VERSION,
    column_problems,
    row_problems,
)
from api.exports.request import Counter, ExportRequest
from api.exports.target import replaced_file
from graph.errors import InputError, StoreError
from graph.moment import day_of, month_days, write_day
from graph.money import write_amount
from graph.ontology import COST_BASES, DISJOINT_COUNTERS, TOKEN_COUNTERS, split_id
from graph.snapshot import Snapshot
from graph.snapshot.ledger import COST, usage_amounts
from loaders.bills import ledger_row
from queries.cost_attribution import Params
from queries.cost_attribution.charges import BucketLine, bucket_lines_of
from queries.cost_attribution.select import select_costs
from queries.usage.amounts import CurrencyConversion, choose_conversion

HEAD = (*(column.name for column in COLUMNS), *ledger_row.COLUMNS)
# A charge of more months than these is no bill.
_MOST_MONTHS = 1_200
# Of usage that no application is named for.
_NO_APPLICATION = "unknown"

_COLUMNS = (
    *("principal", "resource", "application", "workspace", "claimed_by", "day", "requests", "tokens"),
    *("basis", "detail"),
)

# First and last day, both inclusive.
Days = tuple[int, int]


def write(request: ExportRequest) -> str:
    """Write the file; what to tell of it. Raises InputError for a charge of more than 100 years."""
    snapshot, count = request.snapshot(), Counter()
    problems = list(column_problems(HEAD))
    if problems:
        raise StoreError(f"the file would be no FOCUS {VERSION}: {'; '.join(problems)}. Report it")
    line = line_of(request.exact)
    months = _months(snapshot, _last_day(request.moment))
    currencies, left_out = _currencies(snapshot)
    with replaced_file(request.out) as file:
        file.write((",".join(HEAD) + "\n").encode())
        rows = (row for currency in currencies for row in _ledger(snapshot, currency, months, request.moment))
        for row in request.counted(rows, count):
            file.write(line([_cell(name, row.get(name)) for name in HEAD]).encode())
    others = f"; left out: {', '.join(left_out)}, no ISO 4217 currency" if left_out else ""
    return f"{count.rows} rows of FOCUS {VERSION}{others}"


def _cell(name: str, text: str | None) -> Cell:
    """Amounts and times are written as they are, texts guarded against spreadsheets; null is nothing."""
    if text is None or text == "":
        return None
    return text.encode() if name in _PLAIN else text


_PLAIN = frozenset(column.name for column in COLUMNS if column.type in ("decimal", "time")) | {ledger_row.REQUESTS}


def _currencies(snapshot: Snapshot) -> tuple[list[str], list[str]]:
    """The currencies of the ledger, by name, that FOCUS can bill in, and the others."""
    in_ledger = snapshot.usage.currency[usage_amounts(snapshot).code == COST]
    codes = np.unique(np.concatenate((in_ledger, snapshot.charges.currency)))
    names = sorted(snapshot.texts[code] for code in codes.tolist() if code >= 0)
    return [name for name in names if len(name) == 3], [name for name in names if len(name) != 3]


def _last_day(moment: int) -> int:
    """The last day of the month of a moment: months leave whole."""
    return month_days(day_of(moment))[1]


def _months(snapshot: Snapshot, last_day: int) -> list[Days]:
    """The months, up to one day, that hold usage in the ledger or a day of a charge, ascending."""
    days = np.unique(snapshot.usage.day[usage_amounts(snapshot).code == COST])
    months = {month_days(day) for day in days.tolist()}
    charges = snapshot.charges
    for first, last in {*zip(charges.first_day.tolist(), charges.last_day.tolist(), strict=True)}:
        day = first
        for _ in range(_MOST_MONTHS + 1):
            month = month_days(day)
            months.add(month)
            day = month[1] + 1
            if day > min(last, last_day):
                break
        else:
            raise InputError(
                f"a charge from {write_day(first)} to {write_day(last)} is no bill. Mend its days and load it again"
            )
    return sorted(month for month in months if month[0] <= last_day)


def _ledger(snapshot: Snapshot, currency: str, months: list[Days], moment: int) -> Iterator[Mapping[str, str | None]]:
    """The checked rows of one currency: month by month the usage rows by day, then the lines of the buckets."""
    for month in months:
        conversion = choose_conversion(snapshot, month, currency, {})
        writer = _RowWriter(snapshot, moment, month, currency)
        params = Params(by=("application",), first_day=month[0], last_day=month[1], as_of=moment, currency=currency)
        lines = (writer.bucket(line) for line in bucket_lines_of(snapshot, params, conversion))
        for row in chain(writer.usage(conversion), lines):
            problems = [*row_problems(row)]
            if problems:
                raise StoreError(f"a row would break FOCUS {VERSION}: {'; '.join(problems)}. Report it")
            yield row


class _RowWriter:
    """Rows of one month in one currency."""

    def __init__(self, snapshot: Snapshot, moment: int, month: Days, currency: str) -> None:
        self.snapshot, self.moment, self.month = snapshot, moment, month
        self._common = {
            "BillingAccountType": "Application",
            "BillingCurrency": currency,
            "BillingPeriodStart": _midnight(month[0]),
            "BillingPeriodEnd": _midnight(month[1] + 1),
            "ServiceCategory": SERVICE_CATEGORY,
            "ServiceSubcategory": SERVICE_SUBCATEGORY,
        }
        self._applications: dict[int, dict[str, str]] = {}

    def usage(self, conversion: CurrencyConversion) -> Iterator[dict[str, str | None]]:
        """One row per usage row in the ledger."""
        snapshot, usage = self.snapshot, self.snapshot.usage
        selection = select_costs(snapshot, self.month, conversion)
        columns = [selection.of(getattr(usage, name)).tolist() for name in _COLUMNS]
        for nano, *cells in zip(selection.cost.tolist(), *columns, strict=True):
            row = dict(zip(_COLUMNS, cells, strict=True))
            yield {
                **self._charge(row["application"], nano, (row["day"], row["day"])),
                **self._counts(row),
                **self._names(row),
                "ChargeCategory": "Usage",
                "ChargeFrequency": "Usage-Based",
                ledger_row.CATEGORY: "usage",
                ledger_row.BASIS: COST_BASES[row["basis"]],
                ledger_row.SOURCE: snapshot.sources[row["claimed_by"]],
                ledger_row.DETAIL: snapshot.text(row["detail"]),
            }

    def _counts(self, row: Mapping[str, Any]) -> dict[str, str | None]:
        quantity, unit = _quantity(row["requests"], row["tokens"])
        return {
            "ConsumedQuantity": quantity,
            "ConsumedUnit": unit,
            "PricingQuantity": quantity,
            "PricingUnit": unit,
            ledger_row.REQUESTS: str(row["requests"]),
            ledger_row.TOKENS: _counters(row["tokens"]),
        }

    def _names(self, row: Mapping[str, Any]) -> dict[str, str | None]:
        snapshot, resource, workspace = self.snapshot, row["resource"], row["workspace"]
        names = {
            "ResourceId": snapshot.ids[resource],
            "ResourceName": snapshot.name(resource, self.moment),
            "ResourceType": snapshot.kind(resource),
            ledger_row.RESOURCE: snapshot.ids[resource],
            ledger_row.PRINCIPAL: None if row["principal"] < 0 else snapshot.ids[row["principal"]],
        }
        if workspace < 0:
            return names
        names |= {"SubAccountName": snapshot.name(workspace, self.moment), "SubAccountType": "Workspace"}
        return names | {
            "SubAccountId": split_id(snapshot.ids[workspace])[2],
            ledger_row.WORKSPACE: snapshot.ids[workspace],
        }

    def bucket(self, line: BucketLine) -> dict[str, str | None]:
        """The row of what a bucket line has in the month."""
        charges = self.snapshot.charges
        days = max(line.days[0], self.month[0]), min(line.days[1], self.month[1])
        texts = [self.snapshot.text(int(charges.description[row])) for row in line.rows]
        sources = {self.snapshot.sources[int(charges.claimed_by[row])] for row in line.rows}
        description = "; ".join(dict.fromkeys(text for text in texts if text))
        if line.bucket == ledger_row.VARIANCE:
            description = "; ".join(filter(None, ("usage charged beyond the usage rows", description)))
        category, frequency = _CATEGORIES.get(line.bucket, ("Adjustment", "One-Time"))
        is_purchase = category == "Purchase"
        return {
            **self._charge(line.application, line.nano, days),
            "ChargeCategory": category,
            "ChargeFrequency": frequency,
            "ChargeDescription": description or None,
            "PricingQuantity": "1" if is_purchase else None,
            "PricingUnit": "Subscriptions" if is_purchase else None,
            ledger_row.CATEGORY: line.bucket,
            ledger_row.SOURCE: ", ".join(sorted(sources)),
        }

    def _charge(self, application: int, nano: int, days: Days) -> dict[str, str | None]:
        cost = write_amount(nano)
        return {
            **self._common,
            **self._application(application),
            **dict.fromkeys(("BilledCost", "ContractedCost", "EffectiveCost", "ListCost"), cost),
            "ChargePeriodStart": _midnight(days[0]),
            "ChargePeriodEnd": _midnight(days[1] + 1),
        }

    def _application(self, node: int) -> dict[str, str]:
        """The account that pays and its vendor: the same for all rows of an application."""
        if node not in self._applications:
            if node < 0:
                vendor = key = name = _NO_APPLICATION
            else:
                _, system, key = split_id(self.snapshot.ids[node])
                vendor, name = self.snapshot.prop(node, "vendor", self.moment), self.snapshot.name(node, self.moment)
                vendor = vendor if isinstance(vendor, str) and vendor else system
            columns = dict.fromkeys(("InvoiceIssuerName", "ProviderName", "PublisherName"), vendor)
            columns |= {"BillingAccountId": key, "BillingAccountName": name, "ServiceName": name}
            if node >= 0:
                columns[ledger_row.APPLICATION] = self.snapshot.ids[node]
            self._applications[node] = columns
        return self._applications[node]


_CATEGORIES = {"seat": ("Purchase", "Recurring"), "tax": ("Tax", "One-Time"), "credit": ("Credit", "One-Time")}


def _quantity(requests: int, tokens: list[int]) -> tuple[str, str]:
    """How much was used, and in what: tokens, else requests, else the day itself, as FOCUS leaves no quantity out."""
    count = sum(tokens[: len(DISJOINT_COUNTERS)])
    if count:
        return str(count), "Tokens"
    return (str(requests), "Requests") if requests else ("1", "Days")


def _counters(tokens: list[int]) -> str | None:
    counts = {name: count for name, count in zip(TOKEN_COUNTERS, tokens, strict=True) if count}
    return msgspec.json.encode(counts).decode() if counts else None


def _midnight(day: int) -> str:
    return f"{write_day(day)}T00:00:00Z"
