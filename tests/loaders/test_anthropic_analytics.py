"""Anthropic's newer analytics, saved and over real HTTP: whose each cost is, what is joined, and what a failure leaves alone."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import RecordError
from graph.moment import read_day, write_day
from graph.ontology import TOKEN_COUNTERS
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page
from loaders.connectors import anthropic
from loaders.connectors.anthropic.analytics import Charged, Group, Used, analytics_rows, contradicted
from loaders.connectors.anthropic.directory import Names
from loaders.connectors.anthropic.fetch import BETA
from loaders.connectors.anthropic.recognize import ANALYTICS, ANALYTICS_COST, ANALYTICS_USAGE, REPORTS
from tests.loaders.admin_api import AdminApi, serving
from tests.loaders.admin_api import analytics_rows as flat_rows
from tests.loaders.admin_cases import CASES, DAYS, NEXT_MORNING, Case, anthropic_api, money, run, state, tokens
from tests.loaders.cursor_api import Fault, Request
from tests.loaders.saved_organization import (
    Bodies,
    bodies,
    changed,
    expected,
    lines,
    nodes,
    objects,
    read,
    records,
    usage,
)

ROOT = "quay/v1/organizations"
USAGE, COST = f"{ROOT}/analytics/usage.json", f"{ROOT}/analytics/cost.json"
MESSAGES, COSTS = f"{ROOT}/usage_report/messages.json", f"{ROOT}/cost_report.json"
DAY = read_day("2026-11-01")
OPUS, HAIKU = "Model:anthropic/claude-opus-5", "Model:anthropic/claude-haiku-5"
MAIN = "Group:anthropic/wrkspc_main"
REI, CRANE = "Account:anthropic/user_rei", "Credential:anthropic/apikey_crane"


@pytest.fixture
def saved() -> Bodies:
    return bodies("anthropic", "quay")


def told(found: Bodies, **said: Any) -> Any:
    return read(anthropic, "anthropic", found, **said)


def nano(found: Bodies) -> int:
    return int(sum(Decimal(row["cost"]["amount"]) for row in found[COST]["data"]) * 10**7)


def counted(body: dict[str, Any]) -> int:
    return sum(row["usage"]["total_tokens"] for row in body["data"])


def test_the_fixture_gives_its_expected_records(saved: Bodies) -> None:
    draft = told(saved)
    assert lines(draft) == sorted(expected("anthropic", "quay"))
    assert (draft.rejected, draft.reasons, draft.header.usage) == ([], [], None)


def test_each_counter_is_its_own_and_the_cost_is_what_is_billed_in_cents(saved: Bodies) -> None:
    # By hand, 1 November, Rei with Claude Code: 1,500 uncached, 200 read from the cache, 500 and 1,000 written for 5 minutes
    # and 1 hour, 500 out = 3,700 in 12 requests. 123.78912 ct billed = 1.2378912 USD; the list's 150 ct count nowhere.
    (row,) = usage(told(saved), principal=REI, day=DAY, resource=OPUS)
    assert dict(zip(TOKEN_COUNTERS, row.tokens, strict=True)) == {
        "uncached_input": 1500,
        "cache_read": 200,
        "cache_write_5m": 500,
        "cache_write_1h": 1000,
        "cache_write": 0,
        "output": 500,
        "reasoning": 0,
    }
    assert (row.cost_nano, row.currency, row.basis, row.chargeable) == (1_237_891_200, "USD", "billed", True)
    assert (row.requests, row.workspace, row.application) == (12, MAIN, "Application:anthropic/quay")
    raw = json.loads(row.detail)["raw"]
    assert (raw["product"], raw["list_amount"], raw["web_search_requests"]) == ("claude_code", "150.000", 10)


def test_whose_a_row_is_by_each_kind_of_actor(saved: Bodies) -> None:
    # By hand, the cost in nano-dollars: 10 ct, 0.0000001 ct, 2.5 ct, 0.75 ct, 1.25 ct, 0.5 ct; -3 ct is a credit note.
    rows = {(row.principal, row.resource, row.day - DAY): row.cost_nano for row in usage(told(saved))}
    assert rows == {
        (REI, OPUS, 0): 1_237_891_200,
        (CRANE, OPUS, 0): 100_000_000,  # the key goes before the service account behind it
        ("Account:anthropic/svac_sweep", HAIKU, 0): 1,
        ("Account:anthropic/federated/aws/arn:aws:iam::1:role%2Fsort", HAIKU, 0): 25_000_000,
        ("Credential:anthropic/apikey_old", OPUS, 0): 7_500_000,
        ("Account:anthropic/user_gone", OPUS, 0): 12_500_000,  # deleted, and still who they were
        (None, "Model:anthropic/~chat", 0): 5_000_000,
        (REI, "Model:anthropic/~managed_agents_api", 0): 300_000_000,  # cost that no usage goes with
        (REI, OPUS, 1): -30_000_000,
        ("Account:anthropic/user_tam", OPUS, 1): 40_000_000,  # by the address of a listed user
        (
            "Account:anthropic/~lost@quay.example",
            OPUS,
            1,
        ): None,  # by an address of nobody; usage that costs nothing yet
    }
    assert "Account:anthropic/user_gone" not in nodes(told(saved))


def test_cost_and_tokens_and_requests_sum_to_what_the_payload_tells(saved: Bodies) -> None:
    rows = usage(told(saved))
    # By hand, in cents: 123.78912 + 10 + 0.0000001 + 2.5 + 0.75 + 1.25 + 0.5 + 30 - 3 + 4 = 169.7891201.
    assert sum(row.cost_nano or 0 for row in rows) == nano(saved) == 1_697_891_201
    # By hand: 3,700 + 820 + 16 + 19 + 24 + 27 + 32 on the first day, 42 + 30 + 34 on the second.
    assert sum(sum(row.tokens) for row in rows) == counted(saved[USAGE]) == 4_744
    # The three requests of the cost without usage are told beside it and counted nowhere.
    assert sum(row.requests for row in rows) == sum(row["usage"]["requests"] for row in saved[USAGE]["data"]) == 31


def test_tokens_of_a_kind_that_has_no_counter_are_told_beside_the_row(saved: Bodies) -> None:
    assert not any("total_tokens" in row.detail for row in usage(told(saved)))
    saved[USAGE]["data"][0]["usage"]["total_tokens"] = 3_800
    (row,) = usage(told(saved), principal=REI, day=DAY, resource=OPUS)
    assert (sum(row.tokens), json.loads(row.detail)["raw"]["total_tokens"]) == (3_700, 3_800)


def test_rows_are_joined_by_the_whole_group_and_by_nothing_less(saved: Bodies) -> None:
    saved[COST]["data"][0]["group"]["service_tier"] = "batch"
    draft = told(saved)
    assert sum(row.cost_nano or 0 for row in usage(draft)) == 1_697_891_201
    parts = usage(draft, principal=REI, day=DAY, resource=OPUS)
    assert sorted((sum(row.tokens), row.requests, row.cost_nano) for row in parts if row.cost_nano) == [
        (0, 0, 1_237_891_200)
    ]
    assert [(sum(row.tokens), row.requests) for row in parts if row.cost_nano is None] == [(3_700, 12)]


def test_a_person_who_was_renamed_or_deleted_between_the_reports_is_one(saved: Bodies) -> None:
    saved[COST]["data"][0]["group"]["actor"] |= {"name": "Deleted User", "email_address": None, "deleted": True}
    assert usage(told(saved), principal=REI, day=DAY, resource=OPUS)[0].cost_nano == 1_237_891_200
    assert len(usage(told(saved))) == 11


@pytest.mark.parametrize("name", [USAGE, COST])
def test_the_same_row_again_counts_once_and_another_one_of_its_group_withdraws_the_day(
    saved: Bodies, name: str
) -> None:
    once = records(told(saved))
    saved[name]["data"].append(copy.deepcopy(saved[name]["data"][0]))
    assert records(told(saved)) == once
    kind, field = ("usage", "requests") if name == USAGE else ("cost", "amount")
    saved[name]["data"][-1][kind][field] = "5"
    draft = told(saved)
    assert [reason.code for reason in draft.reasons] == ["CONTRADICTION"]
    assert "2026-11-01 twice" in draft.reasons[0].detail
    assert {row.day for row in usage(draft)} == {DAY + 1}


def classic(day: str, *, costs: bool = True, messages: bool = True) -> Bodies:
    """The daily reports of one day: 7 tokens, 9 cents."""
    span = {"starting_at": f"{day}T00:00:00Z", "ending_at": f"{write_day(read_day(day) + 1)}T00:00:00Z"}
    terms = {"workspace_id": "wrkspc_main", "model": "claude-opus-5"}
    used = {**terms, "api_key_id": "apikey_crane", "uncached_input_tokens": 7}
    paid = {**terms, "amount": "9", "currency": "USD", "cost_type": "tokens", "token_type": "uncached_input_tokens"}
    found = {MESSAGES: [used] if messages else None, COSTS: [paid] if costs else None}
    return {
        name: {"data": [{**span, "results": rows}], "has_more": False, "next_page": None}
        for name, rows in found.items()
        if rows
    }


@pytest.mark.parametrize(
    ("left_out", "parts", "stays"),
    [
        ((), {}, "analytics"),
        ((), {"costs": False}, "analytics"),
        ((), {"messages": False}, "analytics"),
        ((USAGE,), {"messages": False}, "analytics"),
        ((COST,), {"costs": False}, "analytics"),
        ((COST,), {}, "reports"),
        ((COST,), {"messages": False}, "reports"),
        ((USAGE,), {}, "reports"),
    ],
)
def test_of_a_day_that_both_tell_one_side_counts(
    saved: Bodies, left_out: tuple[str, ...], parts: dict[str, bool], stays: str
) -> None:
    for name in left_out:
        del saved[name]
    alone = [row for row in usage(told(saved)) if row.day == DAY + 1]
    other = usage(told(classic("2026-11-02", **parts)))
    draft = told(saved | classic("2026-11-02", **parts))
    assert [reason.code for reason in draft.reasons] == ["OVERLAP"]
    assert "2026-11-02" in draft.reasons[0].detail
    assert [row for row in usage(draft) if row.day == DAY + 1] == (alone if stays == "analytics" else other)
    assert [row for row in usage(draft) if row.day == DAY] == [row for row in usage(told(saved)) if row.day == DAY]


def test_days_that_only_one_of_them_tells_stand_beside_each_other(saved: Bodies) -> None:
    draft = told(saved | classic("2026-11-05"))
    assert draft.reasons == []
    assert sum(row.cost_nano or 0 for row in usage(draft)) == 1_697_891_201 + 90_000_000


def test_the_daily_reports_tell_the_day_of_which_the_analytics_contradict_themselves(saved: Bodies) -> None:
    saved[COST]["data"].append(copy.deepcopy(saved[COST]["data"][-1]))
    saved[COST]["data"][-1]["cost"]["amount"] = "5"
    draft = told(saved | classic("2026-11-02"))
    assert [reason.code for reason in draft.reasons] == ["CONTRADICTION"]
    assert [row.cost_nano for row in usage(draft) if row.day == DAY + 1] == [90_000_000]


def test_answers_are_known_by_their_content_wherever_they_lie(saved: Bodies) -> None:
    found = [Document(Path(f"x/{at}.json"), f"x/{at}.json", "json", body) for at, body in enumerate(saved.values())]
    assert all(map(anthropic.recognize, found))
    [draft] = anthropic.normalize([Page("", one.content, document=one) for one in found], Context(1))
    assert sum(row.cost_nano or 0 for row in usage(draft)) == 1_697_891_201
    rows = [{"starting_at": "2026-11-01T00:00:00Z", "group": {}}, {"starting_at": "x", "group": {}, "metrics": {}}]
    for row in rows:
        body = {"data": [row], "has_more": False}
        assert not anthropic.recognize(Document(Path("x.json"), "x.json", "json", body))


def test_the_order_of_files_and_rows_changes_nothing(saved: Bodies) -> None:
    rng = random.Random(7)
    mixed = {name: copy.deepcopy(saved[name]) for name in rng.sample(list(saved), len(saved))}
    for body in mixed.values():
        rng.shuffle(body["data"])
    assert records(told(mixed)) == records(told(saved))


def test_an_unknown_field_anywhere_changes_nothing(saved: Bodies) -> None:
    more = copy.deepcopy(saved)
    for body in more.values():
        for place in list(objects(body)):
            holder = body
            for step in place:
                holder = holder[step]
            holder["some_new_field"] = {"nested": [1, None]}
    assert records(told(more)) == records(told(saved))


def test_any_field_may_be_missing_but_what_a_row_means_nothing_without(saved: Bodies) -> None:
    for name in (USAGE, COST):
        for place in objects(saved[name]):
            holder = saved[name]
            for step in place:
                holder = holder[step]
            for field in set(holder) - {"starting_at", "usage", "cost", "amount", "data", "has_more"}:
                less = changed(saved, name, (*place, field), lambda one, last: one.pop(last))
                draft = told(less)
                assert draft.rejected == [], (name, place, field)
                assert sum(row.cost_nano or 0 for row in usage(draft)) == 1_697_891_201, (name, place, field)


@pytest.mark.parametrize(
    ("name", "place", "wrong"),
    [
        (USAGE, (0, "starting_at"), None),
        (USAGE, (0, "starting_at"), "2026-11-01T06:00:00Z"),
        (USAGE, (0, "ending_at"), "2026-11-01T01:00:00Z"),
        (USAGE, (0, "ending_at"), "2026-11-03T00:00:00Z"),
        (USAGE, (0, "usage"), None),
        (USAGE, (0, "usage"), "much"),
        (USAGE, (0, "usage", "requests"), -1),
        (USAGE, (0, "usage", "total_tokens"), "many"),
        (USAGE, (0, "usage", "cache_creation"), 1500),
        (USAGE, (0, "usage", "cache_creation", "ephemeral_1h_input_tokens"), Decimal("0.5")),
        (USAGE, (0, "usage", "server_tool_use", "web_search_requests"), []),
        (USAGE, (0, "group"), "all"),
        (USAGE, (0, "group", "actor"), "Rei"),
        (USAGE, (0, "group", "actor", "user_id"), 5),
        (USAGE, (0, "group", "actor", "deleted"), "perhaps"),
        (USAGE, (0, "group", "model"), "a\0b"),
        (USAGE, (0, "group", "product"), 7),
        (USAGE, (3, "group", "actor", "subject"), {}),
        (COST, (0,), "Rei"),
        (COST, (0, "cost"), None),
        (COST, (0, "cost", "amount"), None),
        (COST, (0, "cost", "amount"), True),
        (COST, (0, "cost", "amount"), "Infinity"),
        (COST, (0, "cost", "list_amount"), []),
        (COST, (0, "cost", "currency"), "¢¢¢"),
        (COST, (0, "cost", "requests"), "some"),
        (COST, (0, "group", "rbac_group_id"), "rbac_group_1"),
    ],
)
def test_a_wrong_row_is_named_and_the_others_are_kept(
    saved: Bodies, name: str, place: tuple[str | int, ...], wrong: Any
) -> None:
    broken = changed(saved, name, ("data", *place), lambda holder, last: holder.__setitem__(last, wrong))
    draft = told(broken)
    field = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in ("data", *place))[1:]
    assert [f"{name}: field '{field}': " in text for text in draft.rejected] == [True]
    gone = copy.deepcopy(saved)
    del gone[name]["data"][place[0]]
    assert records(draft) == records(told(gone))
    with pytest.raises(RecordError) as refused:
        told(broken, lenient=False)
    assert (refused.value.file, refused.value.field) == (name, field)


# Live: what the fixture's organisation does on a day, five days long, in pages of three rows.


def analytics_api() -> AdminApi:
    api = replace(
        anthropic_api(),
        buckets=flat_rows,
        reports=ANALYTICS,
        betas=dict.fromkeys(ANALYTICS, BETA),
        most_buckets=dict.fromkeys(ANALYTICS, 3),
        rows={},
    )
    ada = {"type": "user_actor", "user_id": "user_ada", "email_address": "user_ada@acme.example", "deleted": False}
    for place, day in enumerate(DAYS):
        whose = [
            {"actor": ada, "api_key_id": None, "workspace_id": "wrkspc_a", "model": "claude-opus-5", "product": "chat"},
            {"actor": None, "api_key_id": "apikey_1", "workspace_id": "wrkspc_a", "model": "claude-opus-5"},
        ]
        used = {"uncached_input_tokens": 10 + place, "output_tokens": 3, "requests": 2}
        api.rows[ANALYTICS_USAGE, day] = [{"group": group, "usage": used} for group in whose]
        paid = {"amount": f"{place}.25", "list_amount": "9", "currency": "USD", "requests": None}
        api.rows[ANALYTICS_COST, day] = [{"group": group, "cost": paid} for group in whose]
    return api


def _nano(api: AdminApi) -> int:
    rows = [row for (path, _), found in api.rows.items() if path == ANALYTICS_COST for row in found]
    return int(sum(Decimal(row["cost"]["amount"]) for row in rows) * 10**7)


LIVE: Case = replace(
    next(case for case in CASES if case.name == "anthropic"),
    make=analytics_api,
    config=partial(anthropic.Config, analytics=True),
    costs=ANALYTICS_COST,
    told_nano=_nano,
)
FAULTS = {
    "500": Fault(status=500),
    "cut": Fault(cut=True),
    "html": Fault(body=b"<html>"),
    "no end": Fault(mangle=lambda body: {**body, "has_more": None}),
}


@pytest.fixture
def api() -> Iterator[AdminApi]:
    with serving(analytics_api()) as running:
        yield running


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def test_a_run_reads_the_analytics_alone_and_sums_to_the_vendor_s_total(api: AdminApi, store: MemoryStore) -> None:
    outcome = run(LIVE, api, store)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    # By hand, two rows a day: 2 x (0.25 + 1.25 + 2.25 + 3.25 + 4.25) ct; 2 x (13 + 14 + 15 + 16 + 17) tokens.
    assert (money(store), tokens(store)) == (_nano(api), 150) == (225_000_000, 150)
    known = state(LIVE, store)
    assert known.usage_days == (read_day(DAYS[0]), read_day(DAYS[-1]))
    assert known.checkpoint == '{"last_day": "2026-11-19"}'
    assert not {request.path for request in api.requests} & set(REPORTS)
    details = [store.read().texts[at] for at in store.read().usage.detail]
    assert all('"group_by":["actor","api_key_id","workspace_id","model","product"]' in detail for detail in details)
    assert not run(LIVE, api, store).changed


def test_the_beta_is_asked_for_by_its_two_calls_alone(api: AdminApi, store: MemoryStore) -> None:
    # The server refuses a call of the two without the header, and every other call with it.
    assert run(LIVE, api, store).state == "COMPLETE"
    api.betas = dict.fromkeys((*ANALYTICS, LIVE.users), BETA)
    assert run(LIVE, api, store).state != "COMPLETE"
    api.betas = {ANALYTICS_USAGE: BETA}
    assert run(LIVE, api, store).state != "COMPLETE"


def test_without_the_setting_neither_is_called() -> None:
    with serving(anthropic_api()) as running:
        run(next(case for case in CASES if case.name == "anthropic"), running, MemoryStore())
        assert not {request.path for request in running.requests} & set(ANALYTICS)


def test_the_days_asked_for_are_those_that_the_vendor_tells(api: AdminApi, store: MemoryStore) -> None:
    def spans() -> list[tuple[str, str]]:
        asked = [one for one in api.asked(ANALYTICS_USAGE) if "page" not in one]
        return [(one["starting_at"][0][:10], one["ending_at"][0][:10]) for one in asked]

    run(LIVE, api, store, lookback_days=2_000)
    found = spans()
    assert (found[0][0], found[-1][1], len(found)) == ("2026-01-01", "2026-11-20", 11)
    assert all(end == begin for (_, end), (begin, _) in pairwise(found))
    api.requests.clear()
    run(LIVE, api, MemoryStore(), "2027-06-30T23:59:00Z", lookback_days=2_000)
    assert (spans()[0][0], spans()[-1][1]) == ("2026-07-02", "2027-06-30")
    api.requests.clear()
    assert run(LIVE, api, MemoryStore(), "2026-01-01T12:00:00Z").state == "COMPLETE"
    assert spans() == []


def test_a_later_run_reads_the_trailing_days_again(api: AdminApi, store: MemoryStore) -> None:
    run(LIVE, api, store)
    api.rows[ANALYTICS_COST, DAYS[-1]][0]["cost"] = {"amount": "100", "currency": "USD"}
    api.requests.clear()
    run(LIVE, api, store, NEXT_MORNING)
    assert api.asked(ANALYTICS_COST)[0]["starting_at"] == ["2026-11-16T00:00:00Z"]
    assert money(store) == _nano(api)
    assert state(LIVE, store).checkpoint == '{"last_day": "2026-11-20"}'


def test_every_page_may_fail_once(api: AdminApi, store: MemoryStore) -> None:
    seen: set[str] = set()

    def once(number: int, request: Request) -> Fault | None:
        known = repr(request) in seen
        seen.add(repr(request))
        return None if known else Fault(status=(429, 500)[number % 2])

    api.fault = once
    assert run(LIVE, api, store).state == "COMPLETE"
    assert (money(store), tokens(store)) == (_nano(api), 150)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_page_that_keeps_failing_leaves_days_and_checkpoint_and_the_next_run_heals_it(
    api: AdminApi, store: MemoryStore, fault: Fault
) -> None:
    run(LIVE, api, store)
    plan = [request for request in api.requests if request.path in ANALYTICS]
    assert len(plan) == 8  # ten rows in pages of three, twice
    before = (store.counts(), money(store), tokens(store), state(LIVE, store).checkpoint)
    for broken in plan:
        # What has come to be known since must wait, in whichever report it is.
        api.rows[ANALYTICS_COST, DAYS[-1]][0]["cost"]["amount"] = "77"
        api.fault = lambda number, request, broken=broken: fault if request == broken else None
        outcome = run(LIVE, api, store, reread_days=4)
        assert outcome.state == "PARTIAL"
        assert all(reason.detail for reason in outcome.reasons)
        assert not any(outcome.retired.values())
        assert (store.counts(), money(store), tokens(store), state(LIVE, store).checkpoint) == before
        api.rows[ANALYTICS_COST, DAYS[-1]][0]["cost"]["amount"] = "4.25"
        api.fault = lambda number, request: None
        assert run(LIVE, api, store, reread_days=4).state == "COMPLETE"
        assert (store.counts(), money(store), tokens(store), state(LIVE, store).checkpoint) == before


def test_a_first_run_that_fails_vouches_for_no_day(api: AdminApi, store: MemoryStore) -> None:
    api.fault = lambda number, request: Fault(status=500) if request.path == ANALYTICS_USAGE else None
    assert run(LIVE, api, store).state == "PARTIAL"
    known = state(LIVE, store)
    assert (known.usage_days, known.checkpoint, money(store)) == (None, None, 0)


@pytest.mark.parametrize(
    ("gathered", "last"),
    [
        ("2026-11-20T03:00:00Z", "2026-11-19"),
        ("2026-11-20T00:00:00Z", "2026-11-19"),
        ("2026-11-19T23:59:59Z", "2026-11-18"),
        ("2026-11-16T12:00:00Z", "2026-11-15"),
        ("2026-11-15T12:00:00Z", None),
        (7, None),
    ],
)
@pytest.mark.parametrize("path", ANALYTICS)
def test_a_day_that_was_not_over_when_the_vendor_gathered_it_is_told_and_not_vouched_for(
    api: AdminApi, store: MemoryStore, path: str, gathered: Any, last: str | None
) -> None:
    api.fault = lambda number, request: (
        Fault(mangle=lambda body: body | {"data_refreshed_at": gathered}) if request.path == path else None
    )
    outcome = run(LIVE, api, store)
    assert outcome.state == ("PARTIAL" if gathered == 7 else "COMPLETE")
    assert any("'data_refreshed_at'" in reason.detail for reason in outcome.reasons) is (gathered == 7)
    known = state(LIVE, store)
    assert known.usage_days == ((read_day(DAYS[0]), read_day(last)) if last else None)
    assert known.checkpoint == (json.dumps({"last_day": last}) if last else None)
    assert (money(store), tokens(store)) == (_nano(api), 150)


@pytest.mark.parametrize("change", [{"requests": "x"}, {"amount": []}])
def test_a_row_that_nobody_can_read_takes_its_window_s_proof(
    api: AdminApi, store: MemoryStore, change: dict[str, Any]
) -> None:
    path, kind = (ANALYTICS_USAGE, "usage") if "requests" in change else (ANALYTICS_COST, "cost")
    row = api.rows[path, DAYS[0]][0]
    row[kind] = {**row[kind], **change}
    outcome = run(LIVE, api, store)
    assert outcome.state == "PARTIAL"
    assert any(f"data[0].{kind}.{next(iter(change))}" in reason.detail for reason in outcome.reasons)
    assert state(LIVE, store).usage_days is None


def test_two_rows_of_a_group_withdraw_their_window(api: AdminApi, store: MemoryStore) -> None:
    run(LIVE, api, store)
    before = (money(store), tokens(store))
    row = copy.deepcopy(api.rows[ANALYTICS_COST, DAYS[2]][1])
    api.rows[ANALYTICS_COST, DAYS[2]].append(row)
    assert run(LIVE, api, store, reread_days=4).state == "COMPLETE"  # the same again
    row["cost"]["amount"] = "88"
    outcome = run(LIVE, api, store, NEXT_MORNING, reread_days=4)
    assert (outcome.state, [reason.code for reason in outcome.reasons]) == ("PARTIAL", ["CONTRADICTION"])
    assert "2026-11-17 twice" in outcome.reasons[0].detail
    assert (money(store), tokens(store), state(LIVE, store).checkpoint) == (*before, '{"last_day": "2026-11-19"}')


def test_a_row_of_another_day_than_was_asked_for_is_refused_by_name(api: AdminApi, store: MemoryStore) -> None:
    def mangle(body: dict[str, Any]) -> dict[str, Any]:
        body["data"][0] |= {"starting_at": "2026-10-01T00:00:00Z", "ending_at": "2026-10-02T00:00:00Z"}
        return body

    api.fault = lambda number, request: Fault(mangle=mangle) if request.path == ANALYTICS_COST else None
    outcome = run(LIVE, api, store)
    assert outcome.state == "PARTIAL"
    assert any("'data[0].starting_at'" in reason.detail and "outside" in reason.detail for reason in outcome.reasons)


@pytest.mark.parametrize(("status", "code"), [(401, "UNAUTHORIZED"), (403, "FORBIDDEN")])
def test_a_refusal_ends_the_run_and_names_the_settings(
    api: AdminApi, store: MemoryStore, status: int, code: str
) -> None:
    run(LIVE, api, store)
    before = (store.counts(), money(store), state(LIVE, store).checkpoint)
    api.requests.clear()
    fault = Fault(status, body=b'{"error":{"message":"Not open to you"}}')
    api.fault = lambda number, request: fault if request.path == ANALYTICS_USAGE else None
    outcome = run(LIVE, api, store, NEXT_MORNING)
    assert (outcome.state, {reason.code for reason in outcome.reasons} >= {code}) == ("PARTIAL", True)
    said = next(reason.detail for reason in outcome.reasons if reason.code == code)
    assert "Check the setting api_key of anthropic, instance acme" in said
    assert "its setting analytics" in said
    assert (api.requests[-1].path, len(api.asked(ANALYTICS_USAGE))) == (ANALYTICS_USAGE, 1)
    assert (store.counts(), money(store), state(LIVE, store).checkpoint) == before


def test_once_the_setting_is_on_the_days_read_again_wait_and_are_then_the_analytics_alone(store: MemoryStore) -> None:
    older = next(case for case in CASES if case.name == "anthropic")
    with serving(anthropic_api()) as running:
        run(older, running, store)
        before = (older.told_nano(running), tokens(store))
    with serving(analytics_api()) as running:
        # Every row of these days is another one: a person has to say that this is meant, and meanwhile they stay as they were.
        assert run(LIVE, running, store, reread_days=4).state == "HELD"
        assert (money(store), tokens(store)) == before
        store.accept_run("anthropic:acme")
        assert (money(store), tokens(store)) == (225_000_000, 150)
        assert run(LIVE, running, store, reread_days=4).state == "COMPLETE"


GROUP = st.builds(
    lambda same: Group(same, f"Account:anthropic/{same}", None, None, None, None, ()), st.sampled_from("abc")
)
TOKENS = st.tuples(*[st.integers(0, 9)] * len(TOKEN_COUNTERS))
USED = st.builds(Used, st.integers(0, 2), GROUP, TOKENS, st.integers(0, 9), st.just(()), st.none())
CHARGED = st.builds(
    Charged,
    st.integers(0, 2),
    GROUP,
    st.integers(-(10**9), 10**12),
    st.just("USD"),
    st.just(False),
    st.just(()),
    st.none(),
)


@given(
    st.lists(USED, max_size=9, unique_by=lambda line: (line.day, line.group.same)),
    st.lists(CHARGED, max_size=9, unique_by=lambda line: (line.day, line.group.same)),
    st.randoms(),
)
def test_whatever_is_joined_each_unit_stands_once(used: list[Used], charged: list[Charged], rng: random.Random) -> None:
    assert contradicted({ANALYTICS_USAGE: used, ANALYTICS_COST: charged}) == {}
    names = Names([], [])
    rows = list(analytics_rows(used, charged, names, "quay"))
    assert sum(row.cost_nano or 0 for row in rows) == sum(line.nano for line in charged)
    assert [sum(column) for column in zip(*(row.tokens for row in rows), strict=True)] == [
        sum(column) for column in zip(*(line.tokens for line in used), strict=True)
    ] or not used
    assert sum(row.requests for row in rows) == sum(line.requests for line in used)
    assert len({(row.day, row.principal) for row in rows}) == len(rows)
    again = [line for line in used for _ in range(rng.randint(1, 2))]
    rng.shuffle(again)
    assert list(analytics_rows(again, charged, names, "quay")) == rows
