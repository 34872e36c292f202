"""One dollar once: exports of one bill side by side, and one organisation that its API and a bill report."""

from __future__ import annotations

import csv
import gzip
import itertools
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from graph.moment import read_moment
from graph.snapshot import snapshot_of
from graph.stores.base import Outcome, Store
from graph.stores.memory import MemoryStore
from loaders.bills.exports import DaySample, LineFingerprint, choose_exports
from loaders.connectors import azure_cost
from tests.loaders.bills import ask, documents, drafts, load, nano, spent

NOVEMBER = ("2026-11-01", "2026-11-30")


def row(day: int, cost: str, **more: Any) -> dict[str, Any]:
    return {
        "BillingAccountId": "org-harbor",
        "BillingCurrency": "USD",
        "BillingPeriodStart": "2026-11-01T00:00:00Z",
        "BillingPeriodEnd": "2026-12-01T00:00:00Z",
        "ChargeCategory": "Usage",
        "ChargePeriodStart": f"2026-11-{day:02}T00:00:00Z",
        "ChargePeriodEnd": f"2026-11-{day + 1:02}T00:00:00Z",
        "ConsumedQuantity": "1000",
        "ConsumedUnit": "Tokens",
        "EffectiveCost": cost,
        "ProviderName": "OpenAI",
        "ServiceCategory": "AI and Machine Learning",
        "SkuMeter": "gpt-5.1 input tokens",
        "SubAccountId": "proj_1",
    } | more


def days(first: int, last: int, cost: str = "1.5", **more: Any) -> list[dict[str, Any]]:
    return [row(day, cost, **more) for day in range(first, last + 1)]


def save(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def save_parquet(path: Path, rows: list[dict[str, Any]]) -> Path:
    table: dict[str, Any] = {name: [line[name] for line in rows] for name in rows[0]}
    table["EffectiveCost"] = [float(cost) for cost in table["EffectiveCost"]]
    times = {name: [read_moment(line[name]) for line in rows] for name in rows[0] if name.endswith(("Start", "End"))}
    moment = pa.timestamp("us", tz="UTC")
    table |= {name: pa.array(moments, moment) for name, moments in times.items()}
    parquet.write_table(pa.table(table), path)
    return path


def summary(outcomes: list[Outcome]) -> str:
    return " ".join([*(reason.code for outcome in outcomes for reason in outcome.reasons)])


@pytest.mark.parametrize("names", [("a.csv", "b.csv"), ("b.csv", "a.csv"), ("05/bill.csv", "06/bill.csv")])
def test_of_two_exports_of_one_period_the_newer_counts(tmp_path: Path, names: tuple[str, str]) -> None:
    """The fifth was not over when the first export was made: it grew."""
    save(tmp_path / names[0], [*days(1, 4), row(5, "0.5")])
    save(tmp_path / names[1], days(1, 6))
    store = MemoryStore()
    [outcome] = load(store, tmp_path)
    assert ask(store, *NOVEMBER).ledger.nano == nano(["9"])
    assert not outcome.reasons
    [note] = [note for note in outcome.notes if "holds too" in note]
    assert names[1] in note.rpartition(":")[2]


def test_two_exports_in_two_loads_replace_each_other(tmp_path: Path) -> None:
    store = MemoryStore()
    load(store, save(tmp_path / "a.csv", [*days(1, 4), row(5, "0.5")]))
    load(store, save(tmp_path / "b.csv", days(1, 6)), at="2026-11-21T06:00:00Z")
    assert ask(store, *NOVEMBER).ledger.nano == nano(["9"])


@pytest.mark.parametrize("names", [("a", "z"), ("z", "a")])
def test_the_same_rows_as_csv_json_and_parquet_count_once(tmp_path: Path, names: tuple[str, str]) -> None:
    rows = days(1, 5, "0.1000000001", Tags='{"team": "Docks", "env": "prod"}')
    save(tmp_path / f"{names[0]}.csv", rows)
    save_parquet(tmp_path / f"{names[1]}.parquet", rows)
    (tmp_path / "m.jsonl.gz").write_bytes(gzip.compress("".join(json.dumps(line) + "\n" for line in rows).encode()))
    store = MemoryStore()
    [outcome] = load(store, tmp_path)
    answer = ask(store, *NOVEMBER)
    assert answer.ledger.nano == 500_000_000
    assert sum(answer.rows[0].tokens.values()) == 5_000
    assert not outcome.reasons


def test_parts_of_two_exports_are_chosen_by_export(tmp_path: Path) -> None:
    """Each export is cut into files at another line; together the files of the newer one count."""
    first, second = days(1, 5), days(1, 6)
    for folder, rows, cut in (("run-05", first, 2), ("run-06", second, 4)):
        save(tmp_path / folder / "bill-00001.csv", rows[:cut])
        save(tmp_path / folder / "bill-00002.csv", rows[cut:])
    store = MemoryStore()
    load(store, tmp_path)
    assert ask(store, *NOVEMBER).ledger.nano == nano(["9"])


def test_a_newer_export_that_is_not_whole_says_so(tmp_path: Path) -> None:
    """Days that the newer one lacks come from the older one; an extract of one project takes nothing from the rest."""
    save(tmp_path / "old.csv", days(1, 5))
    save(tmp_path / "new.csv", days(4, 7))
    store = MemoryStore()
    outcomes = load(store, tmp_path)
    assert ask(store, *NOVEMBER).ledger.nano == nano(["10.5"])
    assert summary(outcomes) == "TOLD_TWICE"
    projects = [line for n in range(4) for line in days(1, 5, SubAccountId=f"proj_{n}")]
    save(tmp_path / "projects" / "all.csv", projects)
    save(tmp_path / "projects" / "one.csv", days(1, 6, SubAccountId="proj_0"))
    store = MemoryStore()
    outcomes = load(store, tmp_path / "projects")
    assert ask(store, *NOVEMBER).ledger.nano == nano(["1.5"]) * 21
    assert summary(outcomes) == "TOLD_TWICE"


def test_exports_of_different_things_stand_side_by_side(tmp_path: Path) -> None:
    for project in ("proj_1", "proj_2", "proj_3"):
        save(tmp_path / f"{project}.csv", days(1, 5, SubAccountId=project))
    store = MemoryStore()
    outcomes = load(store, tmp_path)
    assert ask(store, *NOVEMBER).ledger.nano == nano(["1.5"]) * 15
    assert not summary(outcomes)


def test_numbered_parts_that_agree_count_and_say_so(tmp_path: Path) -> None:
    save(tmp_path / "bill-1.csv", days(1, 5))
    save(tmp_path / "bill-2.csv", days(1, 6))
    store = MemoryStore()
    outcomes = load(store, tmp_path)
    assert ask(store, *NOVEMBER).ledger.nano == nano(["16.5"])
    assert summary(outcomes) == "TOLD_TWICE"


@given(
    lines=st.lists(st.tuples(st.integers(1, 9), st.integers(0, 30)), min_size=1, max_size=400, unique=True),
    cut=st.integers(1, 9),
)
@settings(max_examples=40, deadline=None)
def test_an_export_and_a_later_one_count_as_the_later_one(lines: list[tuple[int, int]], cut: int) -> None:
    """Oracle: the lines of the later export, which has all of the earlier ones, are what counts, each once."""
    samples: dict[str, dict[int, DaySample]] = {"early": {}, "late": {}}
    for day, thing in lines:
        for name in ("early", "late") if day <= cut else ("late",):
            sample = samples[name].setdefault(day, DaySample())
            sample.add(LineFingerprint.of((day, thing), (Decimal(1),)))
    samples = {name: by_day for name, by_day in samples.items() if by_day}
    choice = choose_exports(samples)
    counted = {
        (name, day) for name, by_day in samples.items() for day in by_day if day not in choice.loses.get(name, ())
    }
    by_day = [day for _, day in counted]
    assert sorted(by_day) == sorted({day for day, _ in lines})
    assert not choice.reasons


def test_a_report_of_aws_as_csv_and_parquet_counts_once(tmp_path: Path) -> None:
    def line(day: int, cost: str) -> dict[str, Any]:
        return {
            "bill_payer_account_id": "123456789012",
            "bill_billing_period_start_date": "2026-11-01T00:00:00Z",
            "bill_billing_period_end_date": "2026-12-01T00:00:00Z",
            "line_item_usage_start_date": f"2026-11-{day:02}T00:00:00Z",
            "line_item_usage_end_date": f"2026-11-{day + 1:02}T00:00:00Z",
            "line_item_line_item_type": "Usage",
            "line_item_product_code": "AmazonBedrock",
            "line_item_usage_type": "USE1-Claude4.5Sonnet-input-tokens",
            "line_item_unblended_cost": cost,
            "line_item_currency_code": "USD",
        }

    rows = [line(day, "2.25") for day in range(1, 6)]
    save(tmp_path / "a.csv", rows)
    save(tmp_path / "b.csv", [*rows, line(6, "2.25")])
    table: dict[str, Any] = {name: [one[name] for one in rows] for name in rows[0]}
    table["line_item_unblended_cost"] = [float(cost) for cost in table["line_item_unblended_cost"]]
    parquet.write_table(pa.table(table), tmp_path / "c.parquet")
    store = MemoryStore()
    load(store, tmp_path)
    assert ask(store, *NOVEMBER).ledger.nano == nano(["13.5"])


def azure_answer(rows: list[list[Any]], day_column: str) -> dict[str, Any]:
    names = ("Cost", day_column, "ServiceName", "Meter", "Currency")
    return {
        "id": "subscriptions/9f1c/providers/Microsoft.CostManagement/query/1",
        "properties": {"nextLink": None, "columns": [{"name": name} for name in names], "rows": rows},
    }


@pytest.mark.parametrize("order", list(itertools.permutations(("by-day", "by-month"))))
def test_days_and_their_month_of_one_bill_count_once(order: tuple[str, str]) -> None:
    """The days begin on the third: the month's own day is not among them."""
    answers = {
        "by-day": azure_answer(
            [[2, 20261100 + day, "Azure OpenAI", "gpt 5 inp 1M Tokens", "USD"] for day in (3, 4)], "UsageDate"
        ),
        "by-month": azure_answer(
            [[4, "2026-11-01T00:00:00", "Azure OpenAI", "gpt 5 inp 1M Tokens", "USD"]], "BillingMonth"
        ),
    }
    runs = drafts(azure_cost, *(documents(answers[name], f"{at}-{name}.json") for at, name in enumerate(order)))
    assert spent(runs) == nano(["4"])
    assert "TOLD_TWICE" in [reason.code for draft in runs for reason in draft.reasons]


# ── one organisation, told by its API and by a bill ──────────────────────────────────────────────────────────────────


def costs_of_openai(path: Path, organization: str | None, value: float = 12.5) -> Path:
    """A saved answer of /organization/costs: one day, 13 November."""
    result = {
        "object": "organization.costs.result",
        "amount": {"value": value, "currency": "usd"},
        "line_item": "gpt-5.1, input",
        "project_id": "proj_1",
    }
    result |= {"organization_id": organization} if organization else {}
    bucket = {"object": "bucket", "start_time": 1794528000, "end_time": 1794614400, "results": [result]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"object": "page", "data": [bucket], "has_more": False, "next_page": None}))
    return path


def costs_of_anthropic(path: Path, organization: str) -> Path:
    """A saved cost report of 13 November, in cents."""
    result = {
        "currency": "USD",
        "amount": "1250",
        "workspace_id": None,
        "description": "Claude Opus 5 Usage - Input Tokens",
        "cost_type": "tokens",
        "model": "claude-opus-5",
        "token_type": "uncached_input_tokens",
        "organization_id": organization,
    }
    bucket = {"starting_at": "2026-11-13T00:00:00Z", "ending_at": "2026-11-14T00:00:00Z", "results": [result]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"data": [bucket], "has_more": False, "next_page": None}))
    return path


@pytest.mark.parametrize("vendor", ["openai", "anthropic"])
@pytest.mark.parametrize("order", ["one load", "api first", "bill first"])
def test_an_organisation_told_by_its_api_and_by_focus_is_one(
    store: Store, tmp_path: Path, vendor: str, order: str
) -> None:
    costs, organization = {
        "openai": (costs_of_openai, "organization"),
        "anthropic": (costs_of_anthropic, "v1/organizations"),
    }[vendor]
    report = "costs" if vendor == "openai" else "cost_report"
    api = costs(tmp_path / vendor / "acme" / organization / f"{report}.json", "org-harbor")
    bill = save(tmp_path / "focus" / "bill.csv", [row(13, "12.5", ProviderName=vendor.title())])
    loads = {"one load": [[api, bill]], "api first": [[api], [bill]], "bill first": [[bill], [api]]}[order]
    for at, paths in enumerate(loads):
        load(store, *paths, at=f"2026-11-2{at}T06:00:00Z")  # type: ignore[arg-type]
    answer = ask(store, *NOVEMBER)  # type: ignore[arg-type]
    assert answer.ledger.nano == nano(["12.5"])
    assert [dict(line.key) for line in answer.rows] == [{"application": f"Application:{vendor}/acme"}]
    assert [(one.code, one.source, one.cost.nano) for one in answer.overlaps] == [
        ("OVERLAP", max(f"{vendor}:acme", f"focus:{vendor}/org-harbor", key=str.encode), nano(["12.5"]))
    ]
    snapshot = snapshot_of(store, read_moment("2026-12-01"))
    assert snapshot.index_of(f"Application:{vendor}/org-harbor") == snapshot.index_of(f"Application:{vendor}/acme") >= 0


def test_another_organisation_is_another_application(tmp_path: Path) -> None:
    store = MemoryStore()
    costs_of_openai(tmp_path / "openai" / "acme" / "organization" / "costs.json", "org-pier")
    save(tmp_path / "focus" / "bill.csv", [row(13, "12.5")])
    load(store, tmp_path)
    answer = ask(store, *NOVEMBER)
    assert answer.ledger.nano == nano(["25"])
    assert not answer.overlaps


def test_answers_about_several_organisations_are_told_apart(tmp_path: Path) -> None:
    store = MemoryStore()
    costs_of_openai(tmp_path / "openai" / "acme" / "organization" / "costs.1.json", "org-pier")
    second = json.loads((tmp_path / "openai" / "acme" / "organization" / "costs.1.json").read_text())
    second["data"][0] |= {"start_time": 1794614400, "end_time": 1794700800}
    second["data"][0]["results"][0]["organization_id"] = "org-harbor"
    (tmp_path / "openai" / "acme" / "organization" / "costs.2.json").write_text(json.dumps(second))
    outcomes = load(store, tmp_path)
    assert "CONTRADICTION" in summary(outcomes)


def test_an_instance_that_became_another_organisation_keeps_the_first_ones_bill(tmp_path: Path) -> None:
    """The newest id counts: the bill of the organisation that the instance was before is nobody's overlap."""
    store = MemoryStore()
    api = tmp_path / "openai" / "acme" / "organization" / "costs.json"
    load(store, costs_of_openai(api, "org-pier"), at="2026-11-14T06:00:00Z")
    load(store, costs_of_openai(api, "org-harbor"), at="2026-11-15T06:00:00Z")
    for organization in ("org-pier", "org-harbor"):
        load(store, save(tmp_path / f"{organization}.csv", [row(13, "12.5", BillingAccountId=organization)]))
    answer = ask(store, *NOVEMBER)
    assert answer.ledger.nano == nano(["25"])
    assert len(answer.overlaps) == 1


def test_one_file_under_two_names_counts_once(tmp_path: Path) -> None:
    """In one load, and in two; saved answers and bills."""
    store = MemoryStore()
    api = tmp_path / "openai" / "acme" / "organization" / "costs.json"
    costs_of_openai(api, "org-harbor")
    costs_of_openai(api.with_name("costs (1).json"), "org-harbor")
    load(store, tmp_path)
    assert ask(store, *NOVEMBER).ledger.nano == nano(["12.5"])
    bill = save(tmp_path / "focus" / "bill.csv", [row(13, "12.5")])
    load(store, bill, at="2026-11-21T06:00:00Z")
    load(store, save(tmp_path / "focus" / "copy of bill.csv", [row(13, "12.5")]), at="2026-11-22T06:00:00Z")
    assert ask(store, *NOVEMBER).ledger.nano == nano(["12.5"])


# ── days, months and years of one bill ───────────────────────────────────────────────────────────────────────────────


def copilot_bill(kind: str, period: dict[str, int], net: int) -> dict[str, Any]:
    item = {"product": "Copilot", "sku": "Copilot Premium Request", "model": "GPT-5", "netAmount": net}
    item["unitType"] = "requests" if kind == "premium_request" else "ai-credits"
    return {"timePeriod": {"year": 2026, **period}, "organization": "harbor", "usageItems": [item]}


@pytest.mark.parametrize(
    ("bills", "ledger"),
    [
        # A year holds its months, a month its days.
        ([("premium_request", {}, 120), ("premium_request", {"month": 11}, 40)], 120),
        ([("premium_request", {"month": 11}, 40), ("premium_request", {"month": 11, "day": 3}, 4)], 40),
        ([("premium_request", {}, 120), ("premium_request", {"month": 11, "day": 3}, 4)], 120),
        # The bill of premium requests does not have the credits: their day comes on top of it.
        ([("premium_request", {"month": 11}, 40), ("ai_credit", {"month": 11, "day": 3}, 5)], 45),
        ([("premium_request", {"month": 11}, 40), ("ai_credit", {"month": 11}, 7), ("ai_credit", {"month": 11, "day": 3}, 5)], 47),
    ],
)  # fmt: skip
def test_a_saved_bill_of_copilot_counts_once_by_day_month_and_year(
    tmp_path: Path, bills: list[tuple[str, dict[str, int], int]], ledger: int
) -> None:
    for at, (kind, period, net) in enumerate(bills):
        path = tmp_path / "github/harbor/organizations/harbor/settings/billing" / kind / f"usage.{at}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(copilot_bill(kind, period, net)))
    store = MemoryStore()
    load(store, tmp_path / "github")
    assert ask(store, "2026-01-01", "2026-12-31").ledger.nano == ledger * 10**9


def record_lines(source: str, *lines: dict[str, Any]) -> str:
    run = {"record": "run", "source": source, "observed_at": "2026-12-01T00:00:00Z"}
    return "".join(json.dumps(line) + "\n" for line in (run, *lines))


def charge(first: int, last: int, cost: str, category: str) -> dict[str, Any]:
    days_of = {"from": f"2026-11-{first:02}", "to": f"2026-11-{last:02}"}
    amount = {"amount": cost, "currency": "USD"}
    return {"record": "charge", "application": "Application:x/acme", "category": category, "cost": amount} | days_of


@pytest.mark.parametrize("category", ["usage", "seat", "other"])
@pytest.mark.parametrize("names", [("a:days", "b:month"), ("b:days", "a:month")])
@pytest.mark.parametrize("last", [30, 10])
def test_charges_by_day_and_by_month_of_two_sources_count_once(
    tmp_path: Path, category: str, names: tuple[str, str], last: int
) -> None:
    """Each day is the one source's or the other's; the rest is listed as an overlap."""
    (tmp_path / "days.jsonl").write_text(
        record_lines(names[0], *(charge(day, day, "1", category) for day in range(1, last + 1)))
    )
    (tmp_path / "month.jsonl").write_text(record_lines(names[1], charge(1, 30, "30", category)))
    store = MemoryStore()
    load(store, tmp_path, at="2026-12-02T00:00:00Z")
    answer = ask(store, *NOVEMBER)
    assert answer.ledger.nano == nano(["30"])
    assert sum(overlap.cost.nano for overlap in answer.overlaps) == nano([str(last)])


def test_usage_by_day_and_its_month_of_another_source_count_once(tmp_path: Path) -> None:
    """What the days lack of the month is the variance."""
    usage = [
        {
            "record": "usage",
            "principal": "Account:x/ada",
            "resource": "Model:x/m",
            "application": "Application:x/acme",
            "day": f"2026-11-{day:02}",
            "requests": 1,
            "cost": {"amount": "2", "currency": "USD", "basis": "billed"},
        }
        for day in range(1, 11)
    ]
    (tmp_path / "days.jsonl").write_text(record_lines("a:days", *usage))
    (tmp_path / "month.jsonl").write_text(record_lines("b:month", charge(1, 30, "30", "usage")))
    store = MemoryStore()
    load(store, tmp_path, at="2026-12-02T00:00:00Z")
    answer = ask(store, *NOVEMBER)
    assert answer.ledger.nano == nano(["30"])
    assert answer.buckets["variance"].nano == nano(["10"])
