"""The clouds' bills: AWS reports, Azure and Google answers, Bedrock's logs; each sum is the file's own, and counts once.

The golden rows were checked by hand:

* AWS: 100.5 + 99.5 thousand tokens in for 0.3015 + 0.2985 = 0.60; 2 thousand out for 0.03; 1,000 thousand read from the cache
  for 0.30; 10 thousand written for 0.0375; 0.25 units of the marketplace for 0.75, no tokens: nobody tells what a unit is. Tax
  0.17, credit -0.5, fee 39.6, and an hour of EC2, 0.0816, left out.
* Azure: 1 million in for 1.25, 1 million cached for 0.125, 0.05 million = 50,000 out for 0.50, 20 thousand in for
  0.10000000000000000555, rounded to 0.10; a refund of 0.25; a machine, 9.50, left out.
* Google: 1,000,000 in for 1.25 less 0.25, 780 out for 0.00780515, 1 million cached for 0.125, a core, 3, left out; exported:
  1 million out for 2.50 less 0.50 and 0.25, tax 0.475.
* Bedrock's logs, by the table of the day (3.30 in, 0.33 read, 4.125 written, 16.50 out per million): 1,000 + 2,000 in and
  200 + 100 out: 0.0099 + 0.00495 = 0.01485; the call that comes twice counts once. 10 in, 4,000 read, 800 written, 20 out:
  0.000033 + 0.00132 + 0.0033 + 0.00033 = 0.004983. 10, 100, 50, 20: 0.000033 + 0.000033 + 0.00020625 + 0.00033 = 0.00060225.
"""

from __future__ import annotations

import copy
import csv
import gzip
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from graph.check import check, check_header
from graph.errors import RecordError
from graph.moment import read_day
from graph.reason import COMPLETE, FAILED, PARTIAL
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, PendingRun
from loaders.bills.meters import model_name, token_counter, unit_scale
from loaders.bills.periods import BillingPeriods
from loaders.bills.principals import Tags, arn_principal_id
from loaders.connectors import aws_cur, azure_cost, bedrock_logs, focus, gcp_billing
from loaders.connectors.aws_cur import snake_case
from loaders.connectors.records import write_line
from loaders.saved.fields import FieldReader
from loaders.saved.files import load_runs, open_documents
from tests.loaders.bills import (
    ask,
    changed,
    charges,
    documents,
    drafts,
    load,
    nano,
    put,
    records,
    spent,
    tokens,
    usage,
)

FIXTURES = Path(__file__).parents[1] / "fixtures"
OCTOBER = ("2026-10-01", "2026-10-31")
CUR = FIXTURES / "aws_cur" / "golden" / "cur-2026-10.csv"
AZURE = FIXTURES / "azure_cost" / "golden"
GCP = FIXTURES / "gcp_billing" / "golden"
LOGS = FIXTURES / "bedrock_logs" / "golden"
BILLS: list[tuple[Any, Path]] = [
    (aws_cur, CUR.parent),
    (azure_cost, AZURE),
    (gcp_billing, GCP),
    (bedrock_logs, LOGS),
]


def opened(*paths: Path) -> list[Document]:
    found, skipped = open_documents(paths)
    assert not skipped
    return found


def decimal_json(path: Path) -> Any:
    return json.loads(path.read_text(), parse_float=Decimal)


# --- AWS


def cur_rows() -> list[dict[str, str]]:
    with CUR.open() as file:
        return list(csv.DictReader(file))


def saved_cur(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_the_sums_of_an_aws_report_are_its_own() -> None:
    [draft] = drafts(aws_cur, *opened(CUR))
    total = nano(row["line_item_unblended_cost"] for row in cur_rows())
    assert spent([draft]) == total - nano(["0.0816"])
    [others, early_end] = draft.notes
    assert others == "1 line of other services, 0.0816 USD in all, left out: they are not for AI"
    assert early_end.startswith("its usage ends on 2026-10-05 and counts as whole up to 2026-10-31")
    store = MemoryStore()
    put(store, [draft])
    assert ask(store, *OCTOBER, "account", "model").ledger.nano == total - nano(["0.0816"])


AMOUNTS = st.lists(st.decimals(-50, 50, places=9), min_size=1, max_size=8)
KINDS = ["Usage", "Tax", "Credit", "Refund", "Fee", "RIFee", "DiscountedUsage", "EdpDiscount", "SavingsPlanNegation"]


@given(amounts=AMOUNTS, kinds=st.lists(st.sampled_from(KINDS), min_size=8, max_size=8), days=st.sampled_from([1, 1, 3]))
@settings(max_examples=30, deadline=None)
def test_every_line_of_a_report_is_in_the_ledger_once(
    tmp_path_factory: pytest.TempPathFactory, amounts: list[Decimal], kinds: list[str], days: int
) -> None:
    rows = [
        changed(
            cur_rows()[0],
            line_item_unblended_cost=str(amount),
            line_item_line_item_type=kind,
            line_item_usage_end_date=f"2026-10-{5 + days:02}T00:00:00Z",
        )
        for amount, kind in zip(amounts, kinds, strict=False)
    ]
    path = saved_cur(tmp_path_factory.mktemp("cur") / "cur.csv", rows)
    store = MemoryStore()
    load(store, path)
    assert ask(store, *OCTOBER, "day", "account").ledger.nano == nano(amounts)


def test_a_report_says_the_same_as_parquet_and_in_the_legacy_spelling(tmp_path: Path) -> None:
    expected = list(map(write_line, records(drafts(aws_cur, *opened(CUR)))))
    rows = cur_rows()
    table: dict[str, Any] = {name: [row[name] or None for row in rows] for name in rows[0]}
    table["line_item_unblended_cost"] = [Decimal(row["line_item_unblended_cost"]) for row in rows]
    table["tags"] = pa.array(
        [list(json.loads(row["tags"]).items()) if row["tags"] else None for row in rows],
        pa.map_(pa.string(), pa.string()),
    )
    parquet.write_table(pa.table(table), tmp_path / "cur.parquet")
    assert list(map(write_line, records(drafts(aws_cur, *opened(tmp_path / "cur.parquet"))))) == expected
    old = {
        "bill_billing_period_start_date": "bill/BillingPeriodStartDate",
        "bill_billing_period_end_date": "bill/BillingPeriodEndDate",
        "line_item_unblended_cost": "lineItem/UnblendedCost",
        "line_item_usage_start_date": "lineItem/UsageStartDate",
        "line_item_usage_type": "lineItem/UsageType",
        "pricing_unit": "pricing/unit",
    }
    assert {snake_case(name): name for name in old.values()} == old
    legacy = [{old.get(name, name): cell for name, cell in row.items()} for row in rows]
    packed = tmp_path / "cur.csv.gz"
    packed.write_bytes(gzip.compress(saved_cur(tmp_path / "cur.csv", legacy).read_bytes()))
    assert list(map(write_line, records(drafts(aws_cur, *opened(packed))))) == expected


@pytest.mark.parametrize(
    ("arn", "principal"),
    [
        ("arn:aws:iam::1:user/alice", "Account:aws/arn:aws:iam::1:user/alice"),
        ("arn:aws:iam::1:user/BedrockAPIKey-x1", "Account:aws/arn:aws:iam::1:user/BedrockAPIKey-x1"),
        ("arn:aws:sts::1:assumed-role/Night/i-0abc", "Account:aws/arn:aws:iam::1:role/Night"),
        ("arn:aws-us-gov:sts::1:assumed-role/Night", "Account:aws/arn:aws-us-gov:iam::1:role/Night"),
        ("arn:aws:sts::1:assumed-role/AWSReservedSSO_Dev_1/Ada@Harbor.example", "Account:aws/~ada@harbor.example"),
        ("arn:aws:iam::1:root", "Account:aws/arn:aws:iam::1:root"),
        ("who knows", "Account:aws/who knows"),
    ],
)
def test_a_principal_of_aws_is_its_user_role_or_person(arn: str, principal: str) -> None:
    assert arn_principal_id(arn) == principal


def test_a_month_that_aws_writes_again_replaces_itself(tmp_path: Path) -> None:
    store = MemoryStore()
    rows = cur_rows()
    load(store, saved_cur(tmp_path / "cur.csv", rows))
    rows[0]["line_item_unblended_cost"] = "0.3115"
    more = changed(rows[2], line_item_unblended_cost="1", line_item_usage_start_date="2026-10-09T00:00:00Z")
    more["line_item_usage_end_date"] = "2026-10-09T01:00:00Z"
    # Files of one month are read together, whatever they are called.
    load(
        store,
        saved_cur(tmp_path / "cur.csv", rows),
        saved_cur(tmp_path / "more.csv", [more]),
        at="2026-11-21T06:00:00Z",
    )
    total = nano(row["line_item_unblended_cost"] for row in rows) + nano(["1"]) - nano(["0.0816"])
    assert ask(store, *OCTOBER).ledger.nano == total


def test_a_line_that_cannot_be_read_is_refused_by_name_and_proves_nothing(tmp_path: Path) -> None:
    for name, cell in (
        ("line_item_unblended_cost", "much"),
        ("line_item_unblended_cost", ""),
        ("line_item_usage_start_date", "soon"),
        ("line_item_usage_end_date", "2026-10-01T00:00:00Z"),
        ("line_item_usage_amount", "NaNs"),
    ):
        rows = [cur_rows()[1], changed(cur_rows()[0], **{name: cell})]
        document = opened(saved_cur(tmp_path / "cur.csv", rows))
        [draft] = drafts(aws_cur, *document)
        assert spent([draft]) == nano(["0.2985"])
        assert draft.complete == ()
        [refusal] = draft.rejected
        assert name in refusal
        with pytest.raises(RecordError):
            drafts(aws_cur, *document, lenient=False)


def test_a_focus_export_of_the_same_bill_counts_once(tmp_path: Path) -> None:
    store = MemoryStore()
    load(store, CUR)
    alone = ask(store, *OCTOBER).ledger.nano
    row = {
        "BillingAccountId": "111122223333",
        "BillingCurrency": "USD",
        "ChargeCategory": "Usage",
        "ChargePeriodStart": "2026-10-05T00:00:00Z",
        "EffectiveCost": "1.418",
        "ProviderName": "AWS",
        "ServiceName": "Amazon Bedrock",
        "SkuMeter": "USE1-Claude4.6Sonnet-input-tokens",
    }
    tax = changed(row, ChargeCategory="Tax", ChargePeriodStart="2026-10-01T00:00:00Z", EffectiveCost="0.17")
    put(store, drafts(focus, documents([row, tax])))
    answer = ask(store, *OCTOBER)
    assert answer.ledger.nano == alone
    lost = {(overlap.kind, overlap.source, overlap.counted) for overlap in answer.overlaps}
    assert lost == {(kind, "focus:aws/111122223333", "aws_cur:111122223333") for kind in ("usage", "charge")}


# --- Azure


def azure_pages() -> list[Any]:
    return [decimal_json(AZURE / f"daily.{number}.json") for number in (1, 2)]


def azure_documents(pages: list[Any]) -> list[Document]:
    return [documents(body, f"daily.{number}.json") for number, body in enumerate(pages, 1)]


def test_the_sums_of_an_azure_answer_are_its_own() -> None:
    [draft] = drafts(azure_cost, *azure_documents(azure_pages()))
    told = []
    for page in azure_pages():
        at = [column["name"] for column in page["properties"]["columns"]].index("Cost")
        told += [row[at] for row in page["properties"]["rows"]]
    # The long decimal is the one amount finer than a nano-unit: rounded once, and counted.
    assert spent([draft]) == round((sum(told) - Decimal("9.5")) * 10**9)
    assert [row.rounded for row in usage([draft]) if "Foundry" in (row.detail or "")] == [True]
    assert tokens(usage([draft])) == {"uncached_input": 1_020_000, "cache_read": 1_000_000, "output": 50_000}


@given(order=st.permutations(range(9)), rows=st.permutations(range(3)))
@settings(max_examples=30, deadline=None)
def test_azure_columns_are_read_by_name(order: list[int], rows: list[int]) -> None:
    expected = list(map(write_line, records(drafts(azure_cost, *azure_documents(azure_pages())))))
    pages = azure_pages()
    for page in pages:
        told = page["properties"]
        told["columns"] = [told["columns"][at] for at in order]
        told["rows"] = [[told["rows"][row][at] for at in order] for row in rows]
    assert list(map(write_line, records(drafts(azure_cost, *azure_documents(pages))))) == expected


def test_an_answer_without_its_last_page_makes_the_run_partial() -> None:
    store = MemoryStore()
    for module, page in ((azure_cost, AZURE / "daily.1.json"), (gcp_billing, GCP / "query.1.json")):
        [outcome] = put(store, drafts(module, *opened(page)))
        assert outcome.state == PARTIAL
        assert any(reason.code == "PAGES_MISSING" and "page 2" in reason.detail for reason in outcome.reasons)


def test_an_answer_replaces_the_days_it_mentions_and_no_others() -> None:
    store = MemoryStore()
    put(store, drafts(azure_cost, *azure_documents(azure_pages())))
    before = ask(store, *OCTOBER, "day").ledger.nano
    pages = azure_pages()
    for page in pages:
        page["properties"]["rows"] = [row for row in page["properties"]["rows"] if 20261005 in row]
    pages[0]["properties"]["rows"][0][0] = Decimal("1.5")
    put(store, drafts(azure_cost, *azure_documents(pages), at="2026-11-21T06:00:00Z"))
    assert ask(store, *OCTOBER, "day").ledger.nano == before + nano(["0.25"])


def test_two_answers_about_the_same_days_count_once() -> None:
    one, other = azure_pages()
    one["properties"]["nextLink"] = None
    other["properties"]["rows"] = other["properties"]["rows"][:1]
    found = drafts(azure_cost, documents(one, "by-meter.json"), documents(other, "by-service.json"))
    assert spent(found) == nano(["1.25", "0.125"])
    assert "TOLD_TWICE" in [reason.code for draft in found for reason in draft.reasons]


def test_the_unit_may_stand_in_the_meters_name() -> None:
    columns = [{"name": name} for name in ("Cost", "UsageDate", "Meter", "ServiceName", "UsageQuantity", "Currency")]
    row = [1, 20261005, "gpt 5 inp glbl 1M Tokens", "Azure OpenAI", Decimal("0.25"), "USD"]
    body = {"properties": {"columns": columns, "rows": [row], "nextLink": None}}
    assert tokens(usage(drafts(azure_cost, documents(body)))) == {"uncached_input": 250_000}
    row[2] = "gpt 5 inp glbl Tokens"
    assert tokens(usage(drafts(azure_cost, documents(body)))) == {}


def test_an_answer_of_azure_without_days_is_refused_and_one_of_months_is_charged() -> None:
    columns = [{"name": name, "type": "String"} for name in ("PreTaxCost", "BillingMonth", "ServiceName", "Currency")]
    row = [Decimal("12.5"), "2026-10-01T00:00:00", "Cognitive Services", "USD"]
    body = {"properties": {"columns": columns, "rows": [row], "nextLink": None}}
    store = MemoryStore()
    put(store, drafts(azure_cost, documents(body)))
    assert ask(store, *OCTOBER).ledger.nano == nano(["12.5"])
    row[1] = None
    [draft] = drafts(azure_cost, documents(body))
    assert draft.failure is not None
    assert "UsageDate" in draft.failure.detail


def test_a_row_of_azure_that_does_not_fit_its_columns_is_refused() -> None:
    pages = azure_pages()
    pages[0]["properties"]["rows"][0].append("more")
    pages[1]["properties"]["rows"][0][1] = "dear"
    [draft] = drafts(azure_cost, *azure_documents(pages))
    assert ["cells" in text or "Cost" in text for text in draft.rejected] == [True, True]
    assert spent([draft]) == nano(["0.125", "0.1", "-0.25"])


def test_a_focus_export_of_a_cloud_tells_of_the_clouds_own_application() -> None:
    row = {"BillingCurrency": "USD", "ChargeCategory": "Usage", "ChargePeriodStart": "2026-10-05", "EffectiveCost": "1"}
    azure = {
        "ProviderName": "Microsoft",
        "ServiceName": "Cognitive Services",
        "BillingAccountId": "/x/billingAccounts/7",
    }
    azure["SubAccountId"] = "/subscriptions/0AA00000-0000-4000-8000-000000000001"
    google = {"ProviderName": "Google Cloud", "ServiceName": "Vertex AI", "BillingAccountId": "00AA11-22BB33-44CC55"}
    aws = {"ProviderName": "AWS", "ServiceName": "Amazon Bedrock", "BillingAccountId": "111122223333"}
    for more, module, folder in ((azure, azure_cost, AZURE), (google, gcp_billing, GCP), (aws, aws_cur, CUR.parent)):
        [told] = usage(drafts(focus, documents([row | more])))
        assert told.application in {one.application for one in usage(drafts(module, *opened(folder)))}


# --- Google


def gcp_rows() -> list[dict[str, Any]]:
    lines = (GCP / "export-000000000000.json").read_text().splitlines()
    return [json.loads(line, parse_float=Decimal) for line in lines]


def test_the_sums_of_googles_answers_and_rows_are_their_own() -> None:
    found = drafts(gcp_billing, *opened(GCP))
    net = nano(["1", "0.00780515", "0.125"])
    told = [Decimal(row["cost"]) + sum(credit["amount"] for credit in row["credits"]) for row in gcp_rows()]
    assert spent(found) == net + nano(told)
    assert sum(charge.cost_nano for charge in charges(found) if charge.category == "credit") == nano(["-1"])
    assert tokens(usage(found)) == {"uncached_input": 1_000_000, "cache_read": 1_000_000, "output": 1_000_780}


def test_exported_rows_say_the_same_in_every_form(tmp_path: Path) -> None:
    expected = list(map(write_line, records(drafts(gcp_billing, *opened(GCP / "export-000000000000.json")))))
    (tmp_path / "rows.json").write_text(json.dumps([json.loads(json.dumps(row, default=float)) for row in gcp_rows()]))
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress((GCP / "export-000000000000.json").read_bytes()))
    rows = [
        changed(
            row, cost=float(row["cost"]), credits=[changed(one, amount=float(one["amount"])) for one in row["credits"]]
        )
        for row in gcp_rows()
    ]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "rows.parquet")
    for name in ("rows.json", "rows.jsonl.gz", "rows.parquet"):
        assert list(map(write_line, records(drafts(gcp_billing, *opened(tmp_path / name))))) == expected, name


def test_a_job_that_is_not_done_is_not_an_answer_of_nothing() -> None:
    body = decimal_json(GCP / "query.2.json")
    body["jobComplete"] = False
    body["rows"] = []
    found = drafts(gcp_billing, documents(body, "query.json"))
    assert [draft.failure.code for draft in found if draft.failure] == ["NOT_FINISHED"]


def test_an_answer_that_tells_the_net_cost_alone_counts_it() -> None:
    body = decimal_json(GCP / "query.2.json")
    body["schema"]["fields"] = [
        {"name": name, "type": "STRING"} for name in ("day", "service", "currency", "net_cost", "labels")
    ]
    team = {"v": [{"v": {"f": [{"v": "user"}, {"v": "pia"}]}}]}
    body["schema"]["fields"][-1]["fields"] = [{"name": "key"}, {"name": "value"}]
    body["rows"] = [
        {"f": [{"v": "2026-10-05"}, {"v": "Vertex AI"}, {"v": "USD"}, {"v": "0.75"}, team]},
        {"f": [{"v": "1.7912448E9"}, {"v": "Vertex AI"}, {"v": "USD"}, {"v": "0.25"}, {"v": []}]},
    ]
    found = drafts(gcp_billing, documents(body, "query.json"))
    rows = {(row.day, row.principal, row.cost_nano) for row in usage(found)}
    assert rows == {
        (read_day("2026-10-05"), "Account:gcp/pia", nano(["0.75"])),
        (read_day("2026-10-06"), None, nano(["0.25"])),
    }


def test_a_row_of_google_that_cannot_be_read_is_refused_by_name() -> None:
    for name, cell in (
        ("cost", "dear"),
        ("currency", None),
        ("usage_start_time", "soon"),
        ("credits", [{"amount": []}]),
    ):
        rows = gcp_rows()
        rows[0] = changed(rows[0], **{name: cell})
        [draft] = drafts(gcp_billing, documents(rows))
        [refusal] = draft.rejected
        assert name in refusal or "amount" in refusal
        assert spent([draft]) == nano(["0.475"])


# --- Bedrock's logs


def calls() -> list[dict[str, Any]]:
    [path] = LOGS.iterdir()
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def test_logs_are_priced_and_never_billed() -> None:
    rows = usage(drafts(bedrock_logs, *opened(LOGS)))
    assert sum(row.cost_nano or 0 for row in rows) == nano(["0.01485", "0.004983", "0.00060225"])
    assert all(row.chargeable for row in rows)
    assert {row.basis for row in rows if row.cost_nano is not None} == {"priced"}
    # What the table does not know has no cost, not nought.
    assert [row.cost_nano for row in rows if "application-inference-profile" in row.resource] == [None]


def test_the_tokens_of_the_logs_are_theirs() -> None:
    told = {call["requestId"]: call for call in calls()}.values()
    sums = {
        "uncached_input": sum(call["input"]["inputTokenCount"] for call in told),
        "cache_read": 4000 + 100,
        "cache_write": 800 + 50,
        "output": sum(call.get("output", {}).get("outputTokenCount", 0) for call in told),
    }
    rows = usage(drafts(bedrock_logs, *opened(LOGS)))
    assert tokens(rows) == sums
    assert sum(row.requests for row in rows) == len(told)


def test_nothing_that_was_said_is_kept() -> None:
    found = b"".join(map(write_line, records(drafts(bedrock_logs, *opened(LOGS)))))
    for secret in (b"tide table", b"confidential", b"keep out"):
        assert secret not in found


def test_logs_say_the_same_in_every_form(tmp_path: Path) -> None:
    expected = list(map(write_line, records(drafts(bedrock_logs, *opened(LOGS)))))
    lines = "".join(json.dumps(call) + "\n" for call in calls())
    (tmp_path / "a.json").write_text(lines)
    (tmp_path / "b.jsonl").write_text(lines)
    (tmp_path / "c.json").write_text(json.dumps(calls(), indent=1))
    for name in ("a.json", "b.jsonl", "c.json"):
        assert list(map(write_line, records(drafts(bedrock_logs, *opened(tmp_path / name))))) == expected, name
    # Two files that tell the same calls, as S3 and CloudWatch do.
    both = drafts(bedrock_logs, *opened(tmp_path / "a.json", tmp_path / "c.json"))
    assert list(map(write_line, records(both))) == expected
    # A line that is longer than what is looked at before a file is read.
    long = calls()[0]
    long["input"]["inputBodyJson"] = "x" * 100_000
    (tmp_path / "d.json").write_text(json.dumps(long) + "\n" + json.dumps(calls()[1]) + "\n")
    assert sum(row.requests for row in usage(drafts(bedrock_logs, *opened(tmp_path / "d.json")))) == 2


def test_logs_beside_the_bill_add_nothing_to_the_ledger() -> None:
    store = MemoryStore()
    load(store, CUR)
    bill = ask(store, *OCTOBER).ledger
    logged = calls()
    put(store, drafts(bedrock_logs, documents(logged), source="bedrock_logs:111122223333"))
    answer = ask(store, *OCTOBER)
    assert answer.ledger == bill
    assert answer.estimate_value.nano == nano(["0.01485", "0.004983", "0.00060225"])
    assert answer.included_value.nano == 0


def test_a_call_that_cannot_be_read_is_refused_by_name_and_not_repeated(tmp_path: Path) -> None:
    for place, name, cell in (
        ((), "timestamp", "soon"),
        (("input",), "inputTokenCount", "many"),
        (("output",), "outputTokenCount", -1),
        (("identity",), "arn", []),
    ):
        broken = copy.deepcopy(calls()[1])
        inner = broken
        for step in place:
            inner = inner[step]
        inner[name] = cell
        [draft] = drafts(bedrock_logs, documents([calls()[0], broken]))
        [refusal] = draft.rejected
        assert name in refusal
        assert "tide" not in refusal
        assert sum(row.requests for row in usage([draft])) == 1
    (tmp_path / "a.jsonl").write_text(json.dumps(calls()[0]) + '\n{"schemaType": "tide table\n')
    [draft] = drafts(bedrock_logs, *opened(tmp_path / "a.jsonl"))
    assert len(draft.rejected) == 1
    assert "tide" not in draft.rejected[0]
    [path] = LOGS.iterdir()
    (tmp_path / "b.json.gz").write_bytes(path.read_bytes()[:-40])
    with pytest.raises(RecordError, match="truncated"):
        drafts(bedrock_logs, *opened(tmp_path / "b.json.gz"))


# --- all of them


@pytest.mark.parametrize(("module", "folder"), BILLS, ids=lambda one: getattr(one, "__name__", ""))
def test_a_second_load_of_the_same_files_changes_nothing(module: Any, folder: Path) -> None:
    store = MemoryStore()
    for _ in range(2):
        outcomes = load(store, folder)
        before = (store.generation(), len(store.read().usage.cost), len(store.read().charges.cost))
    assert {outcome.state for outcome in outcomes} <= {COMPLETE, PARTIAL}
    load(store, folder, at="2026-11-21T06:00:00Z")
    assert (store.generation(), len(store.read().usage.cost), len(store.read().charges.cost)) == before


@pytest.mark.parametrize(("module", "folder"), BILLS, ids=lambda one: getattr(one, "__name__", ""))
def test_the_instance_may_be_named(module: Any, folder: Path) -> None:
    [source] = {draft.header.source for draft in drafts(module, *opened(folder), source="bills:harbor")}
    rows = usage(drafts(module, *opened(folder), source="bills:harbor"))
    assert source == "bills:harbor"
    assert {(row.application or "").partition("/")[2] for row in rows} == {"harbor"}


@pytest.mark.parametrize(("module", "folder"), BILLS, ids=lambda one: getattr(one, "__name__", ""))
def test_files_are_known_by_their_content_alone(module: Any, folder: Path, tmp_path: Path) -> None:
    for place, document in enumerate(opened(folder)):
        (tmp_path / f"{place}{''.join(document.path.suffixes[-2:])}").write_bytes(document.path.read_bytes())
    found, skipped = load_runs([tmp_path], Context(read_day("2026-11-20") * 86_400_000_000))
    assert not skipped
    name = module.__name__.rpartition(".")[2]
    assert {draft.header.source.partition(":")[0] for draft in found} == {name}


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.decimals(allow_nan=True)
    | TEXT
    | st.sampled_from(
        ["9999-12-31", "0001-01-01", "2026-10-05T00:00:00Z", "1E+99", "-1", "arn:aws:iam::", "{}", "~", "/"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
FOCUS_ROW = json.loads((FIXTURES / "focus" / "golden" / "anthropic-october.json").read_text())["data"][1]


def cur_drafts(rows: list[dict[str, Any]]) -> list[PendingRun]:
    """What rows of a Cost and Usage Report become, without a Parquet file of them."""
    periods = BillingPeriods(Context(read_day("2026-11-20") * 86_400_000_000))
    for body in rows:
        cells = {name: cell for name, cell in body.items() if cell not in (None, "")}
        periods.errors.collect(
            aws_cur._add_row, FieldReader(cells, "", "cur", accepts_digits=True), periods, Context(0)
        )
    return list(periods.runs())


@given(which=st.integers(0, 4), data=st.data())
@settings(max_examples=150, deadline=None)
def test_no_content_of_a_row_breaks_a_load(which: int, data: st.DataObject) -> None:
    """Whatever stands in a field, the row is read or refused; what is read can be kept; the other row is never lost."""
    if which == 2:
        page = azure_pages()[1]
        cells = page["properties"]["rows"][0]
        for place in data.draw(st.lists(st.integers(0, 8), min_size=1, max_size=4)):
            cells[place] = data.draw(ANYTHING)
        found = drafts(azure_cost, documents(page, "a.json"))
        assert nano(["0.1"]) in [row.cost_nano for row in usage(found)]
        return
    module, rows = [
        (focus, [copy.deepcopy(FOCUS_ROW), FOCUS_ROW]),
        (aws_cur, cur_rows()[:2]),
        (azure_cost, []),
        (gcp_billing, gcp_rows()),
        (bedrock_logs, calls()[:2]),
    ][which]
    row: dict[str, Any] = dict(rows[0])
    for name in data.draw(st.lists(st.sampled_from(sorted(row)), min_size=1, max_size=4)):
        row[name] = data.draw(ANYTHING)
    if module is bedrock_logs:
        row["schemaType"] = "ModelInvocationLog"
    if module is aws_cur:
        found = cur_drafts([row, rows[1]])
    else:
        found = drafts(module, documents([row, rows[1]]))
    for record in records(found):
        check(record)
    assert sum(len(list(draft.records)) for draft in found) >= 2


@pytest.mark.parametrize("control", ["\x1b", "\x85", "\u202e"])
@pytest.mark.parametrize("module", [focus, gcp_billing, aws_cur], ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_name_that_a_terminal_would_obey_refuses_its_row_alone(module: Any, control: str) -> None:
    whole = {focus: [FOCUS_ROW, FOCUS_ROW], gcp_billing: gcp_rows(), aws_cur: cur_rows()[:2]}[module]
    for name, cell in whole[0].items():
        if not isinstance(cell, str):
            continue
        row = whole[0] | {name: f"{cell}{control}x"}
        found = drafts(module, documents([row, whole[1]])) if module is not aws_cur else cur_drafts([row, whole[1]])
        for draft in found:
            check_header(draft.header)
        for record in records(found):
            check(record)
        assert sum(len(list(draft.records)) for draft in found) >= 2, name


@pytest.mark.parametrize(
    ("name", "model", "counter"),
    [
        ("gpt-5, input_tokens", "gpt-5", "uncached_input"),
        ("USE1-Claude4.6Sonnet-cache-read-input-token-count", "claude-sonnet-4.6", "cache_read"),
        ("USW2-NovaLite-output-tokens", "NovaLite", "output"),
        ("gpt-4o-0806-Inp-glbl Tokens", "gpt-4o-0806", "uncached_input"),
        ("gpt 5 cached Inp gl 1M Tokens", "gpt-5", "cache_read"),
        ("Gemini 2.5 Pro Text Output - Predictions", "gemini-2.5-pro", "output"),
        ("Generate content output token count Gemini 2.5 Flash", "gemini-2.5-flash", "output"),
        ("AWS Marketplace software usage|us-east-1|Claude Opus 5 (Amazon Bedrock Edition) Input Tokens", "claude-opus-5", "uncached_input"),
        ("text-embedding-3-small input tokens", "text-embedding-3-small", "uncached_input"),
        ("Priority Support", None, None),
        ("USE1-ProvisionedThroughput", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_meters_tell_models_and_counters(name: str, model: str | None, counter: str | None) -> None:
    assert (model_name(name), token_counter(name)) == (model, counter)


@given(text=st.text(max_size=60))
@settings(deadline=None)
def test_no_name_of_a_meter_breaks_anything(text: str) -> None:
    model_name(text)
    token_counter(text)
    unit_scale(text)
    Tags(text)
    arn_principal_id(text)


@pytest.mark.parametrize(
    ("unit", "scale"),
    [
        ("Tokens", 1),
        ("1000 Tokens", 1000),
        ("1,000 tokens", 1000),
        ("1K tokens", 1000),
        ("1M Tokens", 10**6),
        ("Million tokens", 10**6),
        ("2.5M tokens", 2_500_000),
        ("Hours", None),
        ("count", None),
        (None, None),
    ],
)
def test_units_scale(unit: str | None, scale: int | None) -> None:
    found = unit_scale(unit)
    assert (found[1] if found else None) == scale


def test_failed_states_are_told() -> None:
    """A bill of which every line is refused writes nothing."""
    pages = azure_pages()
    for page in pages:
        page["properties"]["rows"] = [["x"]]
    store = MemoryStore()
    [outcome] = put(store, drafts(azure_cost, *azure_documents(pages), source="azure_cost:harbor"))
    assert outcome.state == FAILED
    assert not len(store.read().usage.cost)
