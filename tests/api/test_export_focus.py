"""The ledger as FOCUS 1.2: every row keeps the standard's rules, months add up, and what comes back is the same ledger."""

from __future__ import annotations

import csv
import os
import tempfile
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from api.exports.focus import HEAD, write
from api.exports.focus_rules import COLUMNS, MANDATORY, column_problems, row_problems
from api.exports.request import ExportRequest
from graph.moment import day_of, midnight, read_day, write_day
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries.cost_attribution import Params, run
from tests.api.export_world import larkspur
from tests.oracles.cost import World
from tests.oracles.cost_world import snapshot, worlds

LATER = read_day("2027-03-01")
# Whole months, as they leave.
FIRST, LAST = read_day("2024-08-01"), read_day("2027-03-31")


@pytest.fixture(scope="module")
def bill() -> Snapshot:
    """The example organisation, some months later."""
    return snapshot_of(larkspur(), midnight(LATER))


def exported(ledger: Snapshot, out: Path, *, exact: bool = True) -> list[dict[str, str | None]]:
    write(ExportRequest(MemoryStore(), lambda: ledger, midnight(LATER), out, exact=exact))
    with out.open(encoding="utf-8", newline="") as file:
        return [{name: cell or None for name, cell in row.items()} for row in csv.DictReader(file)]


def reloaded(out: Path) -> Snapshot:
    store = MemoryStore()
    drafts, unknown = load_runs([out], Context(observed_at=midnight(LATER)))
    assert not unknown
    for outcome in ingest(store, drafts):
        assert not outcome.reasons
    return snapshot_of(store, midnight(LATER))


def ledger_of(ledger: Snapshot, *by: str) -> dict[str, dict[tuple[str, ...], int]]:
    """Per currency the rows of the ledger, and its buckets, in nano-units."""
    codes = {*ledger.usage.currency.tolist(), *ledger.charges.currency.tolist()} - {-1}
    sums: dict[str, dict[tuple[str, ...], int]] = {}
    for currency in sorted(ledger.texts[code] for code in codes):
        answer = run(ledger, Params(by=by, first_day=FIRST, last_day=LAST, as_of=midnight(LATER), currency=currency))
        rows = {tuple(row.key[name] for name in by): row.cost.nano for row in answer.rows if row.cost.nano}
        rows |= {(name,): money.nano for name, money in answer.buckets.items() if money.nano}
        if rows:
            sums[currency] = rows
    return sums


def monthly(ledger: Snapshot, rows: list[dict[str, str | None]]) -> None:
    """Per application and month the file adds up to what is answered of them."""
    sums: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for row in rows:
        whole, _, part = (row["EffectiveCost"] or "").lstrip("-").partition(".")
        nano = int(whole) * 10**9 + int(part)
        sign = -1 if (row["EffectiveCost"] or "").startswith("-") else 1
        month = (row["BillingPeriodStart"] or "")[:7]
        sums[row["BillingCurrency"] or "", row["x_RemitApplication"] or "", month] += sign * nano
    for (currency, application, month), nano in sums.items():
        if application:
            first = read_day(f"{month}-01")
            last = next(day for day in range(first, first + 32) if write_day(day + 1)[:7] != month)
            asked = Params(
                by=("application",),
                first_day=first,
                last_day=last,
                as_of=midnight(LATER),
                currency=currency,
                filters={"application": (application,)},
            )
            assert run(ledger, asked).ledger.nano == nano, (currency, application, month)


@settings(
    max_examples=int(os.environ.get("REMIT_TEST_LEDGERS", "25")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(worlds(currencies=("USD", "EUR")))
def test_a_ledger_comes_back_as_it_left(world: World) -> None:
    # Counters beyond 17 digits are refused by every file that is read.
    world.usage = [
        (name, row)
        for name, row in world.usage
        if abs(row.cost_nano or 0) < 2**58 and max(*row.tokens, row.requests) < 10**17
    ]
    world.charges = [(name, row) for name, row in world.charges if abs(row.cost_nano) < 2**58]
    ledger = snapshot(world)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "ledger.csv")
        rows = exported(ledger, out)
        assert [problem for row in rows for problem in row_problems(row)] == []
        monthly(ledger, rows)
        if rows:
            again = reloaded(out)
            # Whom usage of a key that is gone belongs to, the directory says, which is no part of a bill.
            for by in (("application", "month"), ("model", "workspace", "day"), ("credential", "provider")):
                assert ledger_of(again, *by) == ledger_of(ledger, *by)
            assert sum(again.usage.requests.tolist()) == sum(_counted(ledger, "requests"))


def _counted(ledger: Snapshot, name: str) -> list[int]:
    from graph.snapshot.ledger import COST, usage_amounts

    column: list[int] = getattr(ledger.usage, name)[usage_amounts(ledger).code == COST].tolist()
    return column


def test_the_bill_of_the_example_leaves_and_comes_back(bill: Snapshot, tmp_path: Path) -> None:
    rows = exported(bill, tmp_path / "ledger.csv", exact=False)
    assert len(rows) > 100
    assert [problem for row in rows for problem in row_problems(row)] == []
    assert {row["ChargeCategory"] for row in rows} >= {"Usage", "Purchase", "Adjustment"}
    monthly(bill, rows)
    again = reloaded(tmp_path / "ledger.csv")
    assert ledger_of(again, "application", "month") == ledger_of(bill, "application", "month")
    assert ledger_of(again, "model", "day") == ledger_of(bill, "model", "day")


GOOD = {
    "BilledCost": "1.500000000", "BillingAccountId": "acme", "BillingAccountName": None, "BillingCurrency": "USD",
    "BillingPeriodEnd": "2026-12-01T00:00:00Z", "BillingPeriodStart": "2026-11-01T00:00:00Z", "ChargeCategory": "Usage",
    "ChargeClass": None, "ChargeDescription": None, "ChargePeriodEnd": "2026-11-03T00:00:00Z",
    "ChargePeriodStart": "2026-11-02T00:00:00Z", "ContractedCost": "-1.5", "EffectiveCost": "1.5E-3",
    "InvoiceIssuerName": "ai", "ListCost": "0", "PricingQuantity": "12", "PricingUnit": "Tokens", "ProviderName": "ai",
    "PublisherName": "ai", "ServiceCategory": "AI and Machine Learning", "ServiceName": "ai",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"BilledCost": None}, "BilledCost is null"),
        ({"BilledCost": "1,000.00"}, "BilledCost is no decimal"),
        ({"BillingCurrency": "ACU_X"}, "BillingCurrency is no ISO 4217"),
        ({"ChargeCategory": "Variance"}, "ChargeCategory is none of"),
        ({"ChargeClass": "Refund"}, "ChargeClass is none of"),
        ({"ChargePeriodStart": "2026-11-02"}, "ChargePeriodStart is no UTC time"),
        ({"ChargePeriodEnd": "2026-11-02T00:00:00Z"}, "ChargePeriodEnd is exclusive"),
        ({"PricingQuantity": None, "PricingUnit": None}, "PricingQuantity of a Usage is not null"),
        ({"PricingUnit": None}, "PricingUnit is null exactly where"),
        ({"ChargeCategory": "Tax"}, "PricingQuantity of a Tax is null"),
        ({"ConsumedQuantity": "0", "ConsumedUnit": "Tokens"}, "ConsumedQuantity is positive"),
        (
            {"ChargeCategory": "Credit", "ConsumedQuantity": "1", "ConsumedUnit": "Tokens"},
            "ConsumedQuantity of a Credit is null",
        ),
        ({"ChargeCategory": "Purchase", "ChargeFrequency": "Usage-Based"}, "ChargeFrequency of a Purchase"),
        ({"SubAccountId": "docks"}, "SubAccountType is null exactly where"),
        ({"Tags": "[]"}, "Tags is no JSON object"),
    ],
)
def test_what_breaks_a_rule_is_named(changed: dict[str, str | None], problem: str) -> None:
    assert list(row_problems(GOOD)) == []
    assert [line for line in row_problems(GOOD | changed) if line.startswith(problem)]


def test_columns_are_those_of_the_standard() -> None:
    assert len(MANDATORY) == 21
    assert list(column_problems(HEAD)) == []
    assert list(column_problems((*HEAD[1:], "Cost", HEAD[1]))) == [
        "BilledCost is missing",
        "BillingAccountId is there twice",
        "Cost is no column of FOCUS, and has no x_",
    ]
    assert [column.name for column in COLUMNS] == sorted(column.name for column in COLUMNS)


def test_a_bad_cell_of_a_ledger_is_refused_at_its_line(bill: Snapshot, tmp_path: Path) -> None:
    rows = exported(bill, tmp_path / "ledger.csv")
    row = next(row for row in rows if row["x_RemitCategory"] == "usage")
    for name, cell, problem in (
        ("x_RemitCategory", "gift", "no category of a ledger"),
        ("x_RemitResource", "Identity:hr/1", "the resource cannot be a Identity"),
        ("x_RemitTokens", "[1]", "no JSON object"),
        ("x_RemitRequests", "-1", "a whole number from 0"),
    ):
        with (tmp_path / "bad.csv").open("w", newline="") as file:
            writer = csv.DictWriter(file, HEAD)
            writer.writeheader()
            writer.writerows([row, row | {name: cell}])
        drafts, _ = load_runs([tmp_path / "bad.csv"], Context(observed_at=midnight(LATER)))
        refused = [text for draft in drafts for text in draft.rejected]
        assert [text for text in refused if "bad.csv:3" in text and problem in text], (refused, problem)
    assert day_of(midnight(LATER)) == LATER
