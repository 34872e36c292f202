"""FOCUS: each dollar of a bill stands once, whatever the file writes its dates, nulls and splits like.

The golden rows were checked by hand:

* OpenAI, 2 October: 600,000 tokens in for 0.75; 800 x 1000 = 800,000 cached for 0.10; 0.045 x 1,000,000 = 45,000 out for
  4.5E-1 = 0.45. 3 October: 1,000 out for 0.01, and 0.001 back. 4 October: 12 calls for 0.12. Usage: 1.429.
* Storage of the month, 3.10, has no day: a charge of usage, with the 1.429 beside it, so that 3.10 more is in the ledger.
* Seats 60, tax 5.123456789, credit -10: with usage and storage 59.652456789, the sum of the column EffectiveCost.
* AWS: 2,000 x 1K = 2,000,000 tokens in for 6.00; 21 committed and not used; 1,234.50 + 0.50 of EC2 and S3 left out.
* Anthropic: 10 EUR of 4,000 tokens out, split 2.50 (1,000) and 7.50 (3,000); and 1.25 for 200 tokens written to the cache.
"""

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

from graph.claims import Charge
from graph.errors import RecordError
from graph.moment import read_day, read_moment
from graph.reason import PARTIAL
from graph.snapshot import Policy
from graph.stores.memory import MemoryStore
from loaders.base import Document
from loaders.connectors import focus
from loaders.connectors.focus.recognize import column_names, version_of
from loaders.connectors.records import write_line
from tests.loaders.bills import ask, changed, charges, documents, drafts, load, nano, put, records, spent, tokens, usage

FIXTURES = Path(__file__).parents[1] / "fixtures"
GOLDEN = FIXTURES / "focus" / "golden"
OCTOBER, NOVEMBER = ("2026-10-01", "2026-10-31"), ("2026-11-01", "2026-11-30")
ROW: dict[str, Any] = {
    "BillingAccountId": "org-harbor",
    "BillingCurrency": "USD",
    "BillingPeriodStart": "2026-10-01T00:00:00Z",
    "BillingPeriodEnd": "2026-11-01T00:00:00Z",
    "ChargeCategory": "Usage",
    "ChargePeriodStart": "2026-10-02T00:00:00Z",
    "ChargePeriodEnd": "2026-10-03T00:00:00Z",
    "ConsumedQuantity": "1000",
    "ConsumedUnit": "Tokens",
    "EffectiveCost": "1.5",
    "BilledCost": "99",
    "ProviderName": "OpenAI",
    "ServiceCategory": "AI and Machine Learning",
    "SkuMeter": "gpt-5 input tokens",
    "SubAccountId": "proj_docks",
    "x_ApiKeyId": "key_crane",
}


def told(*rows: dict[str, Any], **said: Any) -> Any:
    return drafts(focus, documents([ROW, *rows] if not rows else list(rows)), **said)


def opened(path: Path, form: str = "csv") -> Document:
    head = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return Document(path, path.name, form, None, head[:65_536].removeprefix(b"\xef\xbb\xbf"))


def saved(path: Path, rows: list[dict[str, Any]]) -> Document:
    """The rows as CSV."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)
    return opened(path)


def test_the_sums_of_the_golden_files_are_their_own_totals() -> None:
    """An independent sum over the raw files: every unit of EffectiveCost is usage, a charge, or told as left out."""
    with (GOLDEN / "openai-october.csv").open(encoding="utf-8-sig") as file:
        raw = [row["EffectiveCost"] for row in csv.DictReader(file)]
    [openai] = drafts(focus, opened(GOLDEN / "openai-october.csv"))
    assert spent([openai]) == nano(raw) == 59_652_456_789
    with (GOLDEN / "cloud-october.csv").open() as file:
        amounts = [row["EffectiveCost"].strip(" $").replace(",", "") for row in csv.DictReader(file)]
    [cloud] = drafts(focus, opened(GOLDEN / "cloud-october.csv"))
    assert spent([cloud]) == nano(amounts) - nano(["1235"]) == nano(["27"])
    assert cloud.notes[0] == "2 lines of other services, 1235 USD in all, left out: they are not for AI"
    store = MemoryStore()
    put(store, [openai])
    answer = ask(store, *OCTOBER)
    assert answer.ledger.nano == nano(raw)
    # 1.429 + 3.1 charged less 1.429 used.
    assert answer.buckets["variance"].nano == nano(["3.1"])


def test_every_counter_has_its_place() -> None:
    meters = {
        "gpt-5 input tokens": "uncached_input",
        "gpt-5 cached input tokens": "cache_read",
        "Claude Opus 5 - Cache Write 5m Tokens": "cache_write_5m",
        "claude-opus-5 cache creation 1h tokens": "cache_write_1h",
        "gpt-5, cache_write_tokens": "cache_write",
        "gpt-5, output_tokens": "output",
    }
    for meter, counter in meters.items():
        for quantity, unit, count in (
            ("7", "Tokens", 7),
            ("0.5", "1000 Tokens", 500),
            ("1.000001", "1M Tokens", 1_000_001),
        ):
            row = changed(ROW, SkuMeter=meter, ConsumedQuantity=quantity, ConsumedUnit=unit)
            assert tokens(usage(told(row))) == {counter: count}


AMOUNT = st.decimals(Decimal(-1000), Decimal(1000), places=9)
DAY = st.integers(1, 30)


@st.composite
def lines(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(DAY)
    last = draw(st.sampled_from([first, first, first, 31]))
    amount = draw(AMOUNT)
    return changed(
        ROW,
        EffectiveCost=draw(st.sampled_from([str(amount), f"{amount:E}"])),
        ChargeCategory=draw(st.sampled_from(["Usage", "Usage", "Usage", "Tax", "Credit", "Purchase", "Adjustment"])),
        ChargePeriodStart=f"2026-10-{first:02}T{draw(st.integers(0, 23)):02}:00:00Z",
        ChargePeriodEnd=f"2026-10-{last + 1:02}T00:00:00Z" if last < 31 else "2026-11-01T00:00:00Z",
        SkuMeter=draw(st.sampled_from(["gpt-5 input tokens", "gpt-5 output tokens", "Storage", None])),
        x_ApiKeyId=draw(st.sampled_from(["key_crane", "key_pia", None, "NULL"])),
        SubAccountId=draw(st.sampled_from(["proj_docks", None])),
    )


@given(rows=st.lists(lines(), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_the_ledger_of_a_month_is_the_bill(rows: list[dict[str, Any]]) -> None:
    """Oracle: the decimal sum of the column. Usage that no day holds is in the ledger too, as the variance it makes."""
    store = MemoryStore()
    put(store, told(*rows))
    total = nano(Decimal(row["EffectiveCost"]) for row in rows)
    assert ask(store, *OCTOBER, "credential", "day").ledger.nano == total
    assert spent(told(*rows)) == total
    halves = [("2026-10-01", "2026-10-11"), ("2026-10-12", "2026-10-31")]
    assert sum(ask(store, *days, "workspace", "model").ledger.nano for days in halves) == total


@given(rows=st.lists(lines(), min_size=2, max_size=8), cut=st.integers(1, 7))
@settings(max_examples=25, deadline=None)
def test_a_month_may_be_cut_into_files(rows: list[dict[str, Any]], cut: int) -> None:
    parts = [part for part in (rows[:cut], rows[cut:]) if part]
    found = drafts(focus, *(documents(part, f"part-{place}.json") for place, part in enumerate(parts)))
    assert list(map(write_line, records(found))) == list(map(write_line, records(told(*rows))))


@given(rows=st.lists(lines(), min_size=1, max_size=6), order=st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_rows_changes_nothing(rows: list[dict[str, Any]], order: Any) -> None:
    mixed = list(rows)
    order.shuffle(mixed)
    assert list(map(write_line, records(told(*rows)))) == list(map(write_line, records(told(*mixed))))


def test_amounts_below_a_nano_unit_are_added_up_before_they_are_rounded() -> None:
    """1,000 lines of 0.0000000006 are 0.0000006; rounded one by one they would be 0.000001."""
    [row] = usage(told(*[changed(ROW, EffectiveCost="6E-10", ConsumedQuantity="1")] * 1000))
    assert (row.cost_nano, row.rounded, sum(row.tokens)) == (600, False, 1000)


def test_a_file_says_the_same_in_every_form(tmp_path: Path) -> None:
    rows = [ROW, changed(ROW, EffectiveCost="2.25", SkuMeter="gpt-5 output tokens", SubAccountId=None)]
    expected = list(map(write_line, records(told(*rows))))
    csv_file = saved(tmp_path / "bill.csv", rows)
    (tmp_path / "bill.csv.gz").write_bytes(gzip.compress(csv_file.path.read_bytes()))
    table: dict[str, Any] = {name: [row[name] for row in rows] for name in ROW}
    table |= {"EffectiveCost": [Decimal(row["EffectiveCost"]) for row in rows]}
    table |= {name: [read_moment(row[name]) for row in rows] for name in ROW if name.endswith(("Start", "End"))}
    schema = {name: pa.timestamp("us", tz="UTC") for name in ROW if name.endswith(("Start", "End"))}
    parquet.write_table(
        pa.table({name: pa.array(cells, schema.get(name)) for name, cells in table.items()}), tmp_path / "bill.parquet"
    )
    (tmp_path / "bill.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "bill.json.gz").write_bytes(gzip.compress((tmp_path / "bill.jsonl").read_bytes()))
    found = [
        csv_file,
        opened(tmp_path / "bill.jsonl", "jsonl"),
        opened(tmp_path / "bill.json.gz"),
        opened(tmp_path / "bill.csv.gz"),
        opened(tmp_path / "bill.parquet", "parquet"),
        documents({"data": [changed(row, EffectiveCost=Decimal(row["EffectiveCost"])) for row in rows]}),
    ]
    for document in found:
        assert list(map(write_line, records(drafts(focus, document)))) == expected


def test_a_file_that_is_saved_twice_counts_once(tmp_path: Path) -> None:
    first = saved(tmp_path / "bill.csv", [ROW])
    (tmp_path / "bill (1).csv").write_bytes(first.path.read_bytes())
    (tmp_path / "bill.csv.gz").write_bytes(gzip.compress(first.path.read_bytes()))
    # Equal lines of one file are two lines, and so are those of files that differ.
    saved(tmp_path / "other.csv", [ROW, ROW])
    store = MemoryStore()
    load(store, tmp_path)
    assert ask(store, *OCTOBER).ledger.nano == nano(["4.5"])


@pytest.mark.parametrize(
    ("columns", "version"),
    [
        ({"ProviderName"}, "1.0 or 1.1"),
        ({"ProviderName", "PricingCurrency"}, "1.2"),
        ({"ProviderName", "ServiceProviderName"}, "1.3 or later"),
        ({"ServiceProviderName"}, "1.4 or later"),
    ],
)
def test_the_version_is_told_by_the_columns(columns: set[str], version: str) -> None:
    row = {name: told for name, told in ROW.items() if name != "ProviderName"} | dict.fromkeys(columns, "OpenAI")
    assert version_of(column_names(documents([row]))) == version
    assert usage(told(row))[0].application == "Application:openai/org-harbor"


def test_only_effective_cost_counts_and_billed_cost_where_there_is_no_other() -> None:
    assert spent(told(ROW)) == nano(["1.5"])
    assert spent(told({name: cell for name, cell in ROW.items() if name != "EffectiveCost"})) == nano(["99"])


def slashed(**more: str) -> dict[str, Any]:
    dates = {
        "BillingPeriodStart": "10/1/26",
        "BillingPeriodEnd": "11/1/26",
        "ChargePeriodStart": "10/2/26",
        "ChargePeriodEnd": "10/3/26",
    }
    return changed(ROW, **dates | more)


def test_month_day_year_is_read_where_the_file_proves_it(tmp_path: Path) -> None:
    # A billing period that is October one way is no month the other way.
    assert [row.day for row in usage(told(slashed()))] == [read_day("2026-10-02")]
    # Without billing periods a day beyond the twelfth proves the whole file.
    loose = {"BillingPeriodStart": "", "BillingPeriodEnd": ""}
    rows = [slashed(**loose), slashed(**loose, ChargePeriodStart="10/13/26", ChargePeriodEnd="10/14/26")]
    found = drafts(focus, saved(tmp_path / "a.csv", rows))
    assert [row.day for row in usage(found)] == [read_day("2026-10-02"), read_day("2026-10-13")]
    # Nothing proves anything: refused, with what to do.
    [draft] = drafts(focus, saved(tmp_path / "b.csv", rows[:1]))
    assert draft.failure is not None
    assert "ISO 8601" in draft.failure.detail
    assert "ChargePeriodStart" in draft.failure.detail
    # A day that fits day/month alone denies it for the whole file.
    [draft] = drafts(focus, saved(tmp_path / "c.csv", [*rows, slashed(**loose, ChargePeriodStart="14/10/26")]))
    assert draft.failure is not None


def test_what_cannot_be_read_is_refused_by_name_and_proves_nothing() -> None:
    broken = {
        "EffectiveCost": "much",
        "BillingCurrency": None,
        "ChargePeriodStart": "yesterday",
        "ChargePeriodEnd": "2026-09-01T00:00:00Z",
        "ConsumedQuantity": ["1"],
        "x_ApiKeyId": {"id": 1},
        "SubAccountId": [],
        "BillingPeriodEnd": "9999-12-31T00:00:00Z",
    }
    for name, cell in broken.items():
        [draft] = told(changed(ROW, SkuMeter="gpt-5 output tokens"), changed(ROW, **{name: cell}))
        assert len(list(draft.records)) == 3
        assert draft.complete == ()
        [refusal] = draft.rejected
        assert name in refusal
        with pytest.raises(RecordError):
            told(changed(ROW, **{name: cell}), lenient=False)
    for value in ("NaN", "Infinity", "1e400"):
        assert told(ROW, changed(ROW, EffectiveCost=value))[0].rejected


def test_a_line_that_cannot_be_read_leaves_no_month_of_its_files_whole() -> None:
    month = {"BillingPeriodStart": "2026-09-01T00:00:00Z", "BillingPeriodEnd": "2026-10-01T00:00:00Z"}
    september = changed(ROW, **month, ChargePeriodStart="2026-09-02T00:00:00Z", ChargePeriodEnd=None)
    store = MemoryStore()
    outcomes = put(store, told(ROW, september, changed(ROW, EffectiveCost="much")))
    assert [(outcome.state, [reason.code for reason in outcome.reasons]) for outcome in outcomes] == [
        (PARTIAL, ["REFUSED_ENTRIES"])
    ] * 2
    assert ask(store, "2026-09-01", "2026-10-31").ledger.nano == nano(["3"])


def test_a_bill_without_lines_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bill.csv").write_text(",".join(ROW) + "\n")
    with pytest.raises(RecordError, match="no record at all"):
        drafts(focus, opened(tmp_path / "bill.csv"))


def test_fields_nobody_knows_are_ignored_and_missing_ones_survived() -> None:
    bare = {name: ROW[name] for name in ("ChargeCategory", "ChargePeriodStart", "BillingCurrency", "EffectiveCost")}
    found = told(bare | {"ServiceCategory": "AI and Machine Learning", "x_New": {"a": [1]}})
    [row] = usage(found)
    assert (row.principal, row.workspace, row.resource) == (None, None, "Model:unknown/~unnamed")
    assert (found[0].header.charges, row.cost_nano) == ((read_day(OCTOBER[0]), read_day(OCTOBER[1])), nano(["1.5"]))


def test_whoever_a_row_names_is_its_principal() -> None:
    nobody = {name: cell for name, cell in ROW.items() if name not in ("x_ApiKeyId", "SubAccountId")}
    cases: list[tuple[dict[str, Any], str | None, str | None]] = [
        ({"x_ApiKeyId": "key_1", "x_UserId": "user_1"}, "Credential:openai/key_1", None),
        ({"CredentialId": "key_2"}, "Credential:openai/key_2", None),
        ({"ResourceType": "API Key", "ResourceId": "key_3"}, "Credential:openai/key_3", None),
        ({"x_UserId": "user_1"}, "Account:openai/user_1", None),
        ({"PrincipalId": "Ada@Harbor.example"}, "Account:openai/~ada@harbor.example", None),
        (
            {"PrincipalId": "arn:aws:sts::1:assumed-role/Dock/ada"},
            "Account:aws/arn:aws:iam::1:role/Dock",
            None,
        ),
        ({"Tags": '{"user": "user_9", "team": "t"}'}, "Account:openai/user_9", "Group:openai/team/t"),
        ({"Tags": {"agent": "closer"}}, "Account:openai/agent/closer", None),
        ({"Tags": '{"valueless": true, "n": 1}'}, None, None),
        ({"Tags": "{broken"}, None, None),
        ({"SubAccountId": "proj_1", "Tags": {"team": "t"}}, None, "Group:openai/proj_1"),
    ]
    for more, principal, workspace in cases:
        [row] = usage(told(nobody | more))
        assert (row.principal, row.workspace) == (principal, workspace), more


def test_a_month_that_is_loaded_again_replaces_itself_and_no_other(tmp_path: Path) -> None:
    september = changed(
        ROW,
        BillingPeriodStart="2026-09-01T00:00:00Z",
        BillingPeriodEnd="2026-10-01T00:00:00Z",
        ChargePeriodStart="2026-09-30T00:00:00Z",
        ChargePeriodEnd="2026-10-01T00:00:00Z",
        EffectiveCost="4",
    )
    tax = changed(ROW, ChargeCategory="Tax", EffectiveCost="0.3")
    store = MemoryStore()
    for day, rows in (("20", [september, ROW, tax]), ("21", [changed(ROW, EffectiveCost="1.25"), tax])):
        saved(tmp_path / "bill.csv", rows)
        load(store, tmp_path / "bill.csv", at=f"2026-11-{day}T06:00:00Z")
    assert ask(store, "2026-09-01", "2026-10-31").ledger.nano == nano(["4", "1.25", "0.3"])
    # What a month no longer says is gone, its day being vouched for; but an export that begins later than what is known may
    # be a part of the bill: a person says.
    saved(tmp_path / "bill.csv", [changed(ROW, ChargePeriodStart="2026-10-09T00:00:00Z", ChargePeriodEnd=None)])
    [outcome] = load(store, tmp_path / "bill.csv", at="2026-11-22T06:00:00Z")
    assert (outcome.state, outcome.held) == ("HELD", {"usage_days": 1})
    assert ask(store, *OCTOBER, "day").ledger.nano == nano(["1.25", "1.5"])
    store.accept_run(outcome.source)
    assert ask(store, *OCTOBER, "day").ledger.nano == nano(["1.5"])
    before = (store.generation(), ask(store, *OCTOBER).ledger)
    load(store, tmp_path / "bill.csv", at="2026-11-22T06:00:00Z")
    assert (store.generation(), ask(store, *OCTOBER).ledger) == before


def test_a_late_correction_takes_nothing_from_the_month_it_corrects() -> None:
    store = MemoryStore()
    put(store, told(ROW))
    late = changed(
        ROW, BillingPeriodStart="2026-11-01T00:00:00Z", BillingPeriodEnd="2026-12-01T00:00:00Z", EffectiveCost="-0.5"
    )
    put(store, told(late, at="2026-12-03T06:00:00Z"))
    assert ask(store, *OCTOBER).ledger.nano == nano(["1.5"])
    assert ask(store, "2026-11-01", "2026-11-30").ledger.nano == nano(["-0.5"])


def test_a_period_that_is_not_over_is_vouched_for_as_far_as_it_goes() -> None:
    [draft] = told(ROW, changed(ROW, ChargePeriodStart="2026-10-05T00:00:00Z", ChargePeriodEnd=None), at="2026-10-07")
    assert draft.header.usage == (read_day("2026-10-01"), read_day("2026-10-05"))


def share(cost: str, agent: str, **more: Any) -> dict[str, Any]:
    told = {"AllocatedMethodId": "tokens", "AllocatedResourceId": agent, "AllocatedTags": {"agent": agent}}
    return changed(ROW, EffectiveCost=cost, x_ApiKeyId=None, **told, **more)


ORIGIN = changed(ROW, EffectiveCost="10", x_ApiKeyId=None)


@given(parts=st.lists(st.integers(1, 10**10), min_size=1, max_size=5), has_origin=st.booleans(), other=st.booleans())
@settings(max_examples=40, deadline=None)
def test_split_rows_never_double(parts: list[int], has_origin: bool, other: bool) -> None:
    """Oracle: the origin's own cost; and a row that only looks like the origin stays."""
    shares = [share(f"{Decimal(part).scaleb(-9):f}", f"a{place}") for place, part in enumerate(parts)]
    whole = sum(parts)
    rows = shares + ([changed(ORIGIN, EffectiveCost=f"{Decimal(whole).scaleb(-9):f}")] if has_origin else [])
    rows += [changed(ROW, SkuMeter="gpt-5 output tokens")] if other else []
    for mixed in itertools.islice(itertools.permutations(rows), 6):
        found = told(*mixed)
        assert spent(found) == whole + (nano(["1.5"]) if other else 0)
        named = {row.principal for row in usage(found)}
        assert {f"Account:openai/agent/a{place}" for place in range(len(parts))} <= named


def test_shares_that_do_not_sum_to_their_origin_do_not_count() -> None:
    found = told(ORIGIN, share("2.5", "a"))
    assert spent(found) == nano(["10"])
    assert [reason.code for reason in found[0].reasons] == ["ALLOCATION_UNCLEAR"]


def test_a_row_of_somebody_elses_is_no_origin() -> None:
    direct = changed(ROW, EffectiveCost="3", x_ApiKeyId="key_pia")
    found = told(share("4", "a"), share("6", "b"), direct)
    assert spent(found) == nano(["13"])
    assert found[0].reasons == []


def test_the_tokens_of_a_split_row_count_once() -> None:
    # The quantity of a share may be its origin's: then the origin keeps the tokens, at no cost.
    found = told(ORIGIN, share("4", "a"), share("6", "b"))
    assert tokens(usage(found)) == {"uncached_input": 1000}
    assert sorted(row.cost_nano or 0 for row in usage(found)) == [0, nano(["4"]), nano(["6"])]
    details = [json.dumps({"Elements": [{"UsageUnit": "Tokens", "UsageQuantity": count}]}) for count in (400, 600)]
    rows = [share("4", "a", AllocatedMethodDetails=details[0]), share("6", "b", AllocatedMethodDetails=details[1])]
    found = told(ORIGIN, *rows)
    assert tokens(usage(found)) == {"uncached_input": 1000}
    assert len(usage(found)) == 2


def of_the_vendor(store: MemoryStore, vendor: str) -> dict[str, int]:
    """What the vendor's own connector stores of a saved organisation, and what it costs per day."""
    load(store, FIXTURES / vendor / "harbor")
    answer = ask(store, *NOVEMBER, "day", filters={"application": (f"Application:{vendor}/harbor",)})
    # A day of tokens alone costs nothing.
    return {str(row.key["day"]): row.cost.nano for row in answer.rows if row.cost.nano}


def bill_of(vendor: str, days: dict[str, int]) -> list[dict[str, Any]]:
    """A FOCUS bill of the same days, each a cent dearer, and a tax."""
    month = {"BillingPeriodStart": "2026-11-01T00:00:00Z", "BillingPeriodEnd": "2026-12-01T00:00:00Z"}
    rows = [
        changed(
            ROW,
            **month,
            ProviderName=vendor,
            EffectiveCost=str(Decimal(cost + 10**7).scaleb(-9)),
            ChargePeriodStart=f"{day}T00:00:00Z",
            ChargePeriodEnd=None,
        )
        for day, cost in days.items()
    ]
    return [*rows, changed(rows[0], ChargeCategory="Tax", EffectiveCost="0.3")]


@pytest.mark.parametrize(
    ("vendor", "counts"),
    # Without a preference the least source by name counts.
    [("openai", "focus:harbor"), ("anthropic", "anthropic:harbor")],
)
def test_spend_that_the_vendor_and_a_bill_tell_counts_once(vendor: str, counts: str) -> None:
    store = MemoryStore()
    days = of_the_vendor(store, vendor)
    assert len(days) > 1
    put(store, told(*bill_of(vendor, days), source="focus:harbor"))
    costs = {f"{vendor}:harbor": sum(days.values()), "focus:harbor": sum(days.values()) + len(days) * 10**7}
    for preferred in ((), ("focus:harbor",), (f"{vendor}:harbor",)):
        answer = ask(store, *NOVEMBER, "credential", policy=Policy(preferred=preferred))
        winner = preferred[0] if preferred else counts
        [loser] = costs.keys() - {winner}
        # The tax is the bill's alone: it counts beside either.
        assert answer.ledger.nano == costs[winner] + nano(["0.3"])
        assert {(one.kind, one.source, one.counted) for one in answer.overlaps if one.category == "usage"} == {
            ("usage", loser, winner)
        }
        assert sum(one.cost.nano for one in answer.overlaps if one.category == "usage") == costs[loser]


def test_usage_that_no_day_holds_is_counted_over_what_the_vendor_tells_of_the_days() -> None:
    """A monthly bill beside what the vendor tells by day: the bill is the sum, what the days lack of it the variance."""
    store = MemoryStore()
    days = of_the_vendor(store, "openai")
    [monthly] = bill_of("openai", {"2026-11-01": 10 * 10**9})[:1]
    monthly = changed(monthly, ChargePeriodEnd="2026-12-01T00:00:00Z")
    put(store, told(monthly, source="focus:harbor", at="2026-12-02T06:00:00Z"))
    answer = ask(store, *NOVEMBER)
    assert answer.ledger.nano == nano(["10.01"])
    assert answer.buckets["variance"].nano == nano(["10.01"]) - sum(days.values())


def test_the_source_names_the_application_as_the_vendors_connector_does(tmp_path: Path) -> None:
    found = told(ROW, source="focus:acme")
    assert (found[0].header.source, usage(found)[0].application) == ("focus:acme", "Application:openai/acme")
    # A folder says nothing: bills lie in folders of months.
    (tmp_path / "focus" / "2026-10").mkdir(parents=True)
    found = drafts(focus, saved(tmp_path / "focus" / "2026-10" / "bill.csv", [ROW]))
    assert found[0].header.source == "focus:openai/org-harbor"


def test_copilot_is_the_application_of_its_own_connector() -> None:
    row = changed(ROW, ProviderName="GitHub", ServiceName="GitHub Copilot", BillingAccountId="Harbor")
    assert usage(told(row))[0].application == "Application:github/harbor/copilot"
    assert usage(told(row))[0].resource == "Model:copilot/gpt-5"


def test_categories_become_buckets() -> None:
    rows = [
        changed(ROW, ChargeCategory="Tax", EffectiveCost="1"),
        changed(ROW, ChargeCategory="Credit", EffectiveCost="-2"),
        changed(ROW, ChargeCategory="Adjustment", EffectiveCost="3"),
        changed(ROW, ChargeCategory="Purchase", ChargeDescription="Team plan, 5 seats", EffectiveCost="4"),
        changed(ROW, ChargeCategory="Purchase", ChargeDescription="Prepaid credit", EffectiveCost="5"),
        changed(ROW, CommitmentDiscountStatus="Unused", EffectiveCost="6"),
    ]
    found: dict[str, int] = {}
    for charge in charges(told(*rows)):
        assert isinstance(charge, Charge)
        found[charge.category] = found.get(charge.category, 0) + charge.cost_nano
    assert found == {"tax": nano([1]), "credit": nano([-2]), "other": nano([14]), "seat": nano([4])}


def test_what_a_cloud_serves_beside_models_is_the_clouds() -> None:
    row = changed(ROW, ProviderName="AWS", SkuMeter="ml.g5.xlarge-Hosting", ServiceName="Amazon SageMaker")
    assert usage(told(row))[0].resource == "Model:aws/~ml.g5.xlarge-Hosting"
    row = changed(row, ServiceName="Amazon Bedrock", SkuMeter="CustomModelImport")
    assert usage(told(row))[0].resource == "Model:bedrock/~CustomModelImport"


def test_rows_of_other_services_are_left_out_and_told() -> None:
    cloud = {"ProviderName": "Amazon Web Services", "ServiceName": "Amazon EC2", "ServiceCategory": "Compute"}
    ai = {"ProviderName": "Amazon Web Services", "ServiceName": "Amazon Bedrock", "ServiceCategory": "Other"}
    [draft] = told(changed(ROW, **ai), changed(ROW, **cloud, EffectiveCost="7"), changed(ROW, **cloud))
    assert spent([draft]) == nano(["1.5"])
    assert draft.reasons == []
    assert draft.notes[0] == "2 lines of other services, 8.5 USD in all, left out: they are not for AI"


@pytest.mark.parametrize(
    ("days", "observed", "last"),
    [
        (("2026-10-01", "2026-11-01"), "2026-10-20", "2026-10-20"),
        (("2026-10-01", "2026-10-16"), "2026-10-20", "2026-10-15"),
        (("2026-10-01", "2026-11-01"), "2026-11-02", "2026-10-31"),
        (("2026-10-02", "2026-10-03"), "2026-10-20", "2026-10-02"),
    ],
    ids=["a month that runs", "its first half", "a month that is over", "one day"],
)
def test_a_bill_covers_the_days_that_its_lines_are_for_and_no_future_one(
    days: tuple[str, str], observed: str, last: str
) -> None:
    line = ROW | {"ChargePeriodStart": f"{days[0]}T00:00:00Z", "ChargePeriodEnd": f"{days[1]}T00:00:00Z"}
    (run,) = told(line, at=f"{observed}T06:00:00Z")
    assert run.header.usage == (read_day("2026-10-01"), read_day(last))
    assert run.header.charges == tuple(map(read_day, OCTOBER))
