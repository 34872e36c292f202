"""What saved answers of Anthropic become: golden records, where each dollar stands, and what the answers prove."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import RecordError
from graph.moment import read_day
from graph.ontology import TOKEN_COUNTERS
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page
from loaders.connectors import anthropic
from loaders.connectors.anthropic.report import COUNTERS, Cost, Messages, Terms
from loaders.connectors.anthropic.usage import split, usage_rows
from tests.loaders.admin_api import AdminApi, serving
from tests.loaders.admin_cases import CASES, DAYS, anthropic_api, money
from tests.loaders.admin_cases import run as run_live
from tests.loaders.cursor_api import Fault
from tests.loaders.saved_organization import (
    Bodies,
    bodies,
    changed,
    edges,
    expected,
    lines,
    nodes,
    objects,
    opened,
    read,
    records,
    usage,
)

ROOT = "harbor/v1/organizations"
MESSAGES, COSTS = f"{ROOT}/usage_report/messages.json", f"{ROOT}/cost_report.json"
CODE, KEYS = f"{ROOT}/usage_report/claude_code.json", f"{ROOT}/api_keys.json"
DAY = read_day("2026-11-01")
CRANE, PIA_KEY, PIA = (
    "Credential:anthropic/apikey_crane",
    "Credential:anthropic/apikey_pia",
    "Account:anthropic/user_pia",
)
OPUS, DOCKS = "Model:anthropic/claude-opus-5", "Group:anthropic/wrkspc_docks"
DEFAULT = "Group:anthropic/harbor/default"
KINDS = ("Application", "Account", "ACCOUNT_IN", "Group", "MEMBER_OF", "Credential", "HAS_CREDENTIAL", "RUNS_AS")


@pytest.fixture
def saved() -> Bodies:
    return bodies("anthropic")


def run(found: Bodies, **said: Any) -> Any:
    return read(anthropic, "anthropic", found, **said)


def test_the_fixture_gives_its_expected_records(saved: Bodies) -> None:
    assert lines(run(saved)) == sorted(expected("anthropic"))


def test_saved_answers_prove_their_lists_and_no_day(saved: Bodies) -> None:
    draft = run(saved)
    assert (draft.header.source, draft.header.complete, draft.header.usage) == ("anthropic:harbor", KINDS, None)
    assert (draft.rejected, draft.reasons, draft.failure) == ([], [], None)


def test_every_documented_answer_is_recognized_and_nothing_else(saved: Bodies) -> None:
    found, skipped = opened("anthropic")
    assert not skipped
    assert [document.path.name for document in found if not anthropic.recognize(document)] == []
    activity = {"data": [{"id": "activity_1", "type": "claude_chat_created"}], "has_more": False}
    users = {"data": [{"object": "organization.user", "id": "u", "type": "user"}], "has_more": False}
    for other in (None, [], 3, {"data": []}, activity, users, {"data": [{"type": "user"}], "has_more": False}):
        assert not anthropic.recognize(Document(Path("x.json"), "x.json", "json", other))


def test_each_counter_of_a_usage_row_is_its_own_and_the_cost_is_cents() -> None:
    # By hand, 1 November, the crane's key, standard tier:
    #   1,500 uncached, 200 read from the cache, 500 and 1,000 written for 5 minutes and 1 hour, 500 out
    #   uncached input 123.78912 ct for 1,500 (crane) + 500 (Pia): crane 3/4 of 1.2378912 USD = 928,418,400 nano-dollars
    #   output 10 ct: crane alone = 100,000,000; cache reads 0.0000001 ct: crane alone = 1; 10 searches 10 ct = 100,000,000
    #   together 1,128,418,401
    (row,) = usage(run(bodies("anthropic")), principal=CRANE, cost_nano=1_128_418_401)
    assert dict(zip(TOKEN_COUNTERS, row.tokens, strict=True)) == {
        "uncached_input": 1500,
        "cache_read": 200,
        "cache_write_5m": 500,
        "cache_write_1h": 1000,
        "cache_write": 0,
        "output": 500,
        "reasoning": 0,
    }
    assert (row.resource, row.workspace, row.day, row.requests) == (OPUS, DOCKS, DAY, 0)
    assert (row.currency, row.basis, row.chargeable) == ("USD", "billed", True)
    # The other quarter: 309,472,800.
    (other,) = usage(run(bodies("anthropic")), principal=PIA_KEY)
    assert other.cost_nano == 1_237_891_200 - 928_418_400


def test_the_chargeable_rows_sum_to_the_cost_report(saved: Bodies) -> None:
    # By hand, in cents: 123.78912 + 10 + 0.0000001 + 10 + 50.5 - 3 = 191.2891201 = 1,912,891,201 nano-dollars.
    amounts = [Decimal(row["amount"]) for bucket in saved[COSTS]["data"] for row in bucket["results"]]
    rows = [row for row in usage(run(saved), chargeable=True) if row.cost_nano is not None]
    assert sum(row.cost_nano for row in rows) == sum(amounts) * 10**7 == 1_912_891_201


def test_the_priority_tier_has_tokens_and_no_cost(saved: Bodies) -> None:
    rows = [row for row in usage(run(saved), principal=CRANE) if '"service_tier":"priority"' in row.detail]
    assert [(sum(row.tokens), row.cost_nano) for row in rows] == [(3700, None)]


def test_what_nobody_s_usage_explains_is_a_row_without_principal(saved: Bodies) -> None:
    rows = {(row.resource, row.cost_nano): row.workspace for row in usage(run(saved), principal=None)}
    assert rows == {("Model:anthropic/~code_execution", 505_000_000): DOCKS, (OPUS, -30_000_000): None}


def test_claude_code_of_a_subscription_is_an_estimate_beside_the_bill(saved: Bodies) -> None:
    # By hand: 45,230 in, 8,790 read, 2,340 written, 12,450 out; 186 ct = 1.86 USD, which the seat has paid.
    (row,) = usage(run(saved), principal=PIA, resource=OPUS)
    assert row.tokens == (45_230, 8_790, 0, 0, 2_340, 12_450, 0)
    assert (row.cost_nano, row.basis, row.priced_on, row.chargeable) == (1_860_000_000, "priced", DAY, False)
    assert '"email":"pia@harbor.example"' in row.detail


def test_claude_code_of_an_api_customer_is_in_the_other_reports_and_counts_nothing(saved: Bodies) -> None:
    (row,) = [row for row in usage(run(saved), principal=CRANE) if '"report":"claude_code"' in row.detail]
    assert (sum(row.tokens), row.requests, row.cost_nano, row.resource) == (0, 0, None, OPUS)
    assert '"estimated_cost":"1.410000000"' in row.detail


def test_an_actor_that_two_keys_or_nobody_s_address_could_be_is_not_guessed(saved: Bodies) -> None:
    saved[KEYS]["data"][1]["name"] = "crane"
    saved[CODE]["data"][0]["actor"]["email_address"] = "left@harbor.example"
    rows = [row for row in usage(run(saved)) if '"report":"claude_code"' in row.detail]
    assert {row.principal for row in rows} == {None, "Account:anthropic/~left@harbor.example"}


def test_the_three_generations_of_a_key(saved: Bodies) -> None:
    draft = run(saved)
    noor, gone, service = (f"Account:anthropic/{name}" for name in ("user_noor", "user_gone", "svac_crane"))
    old, org = "Credential:anthropic/apikey_old", "Credential:anthropic/apikey_org"
    assert edges(draft, "HAS_CREDENTIAL") == {(service, CRANE), (PIA, PIA_KEY), (gone, old)}
    assert nodes(draft)[CRANE].props["created_by"] == noor
    assert edges(draft, "RUNS_AS") == {(CRANE, service), (PIA_KEY, PIA)}
    assert {pair for pair in edges(draft, "MEMBER_OF") if pair[0].startswith("Credential:")} == {
        (CRANE, DOCKS),
        (PIA_KEY, DEFAULT),
        (old, DEFAULT),
    }
    told = {name.rpartition("_")[2]: nodes(draft)[name].props["status"] for name in (CRANE, PIA_KEY, old, org)}
    assert told == {"crane": "active", "pia": "active", "old": "revoked", "org": "revoked"}
    assert service not in nodes(draft)


def test_a_key_of_the_middle_generation_names_its_principal_by_id(saved: Bodies) -> None:
    saved[KEYS]["data"][0]["principal"] = {"id": "user_noor", "type": "user"}
    assert (CRANE, "Account:anthropic/user_noor") in edges(run(saved), "RUNS_AS")


def test_a_key_that_was_not_abridged_is_nowhere_in_the_records(saved: Bodies) -> None:
    assert "sk-ant-whole-by-mistake" in repr(saved)
    assert "sk-ant-whole-by-mistake" not in repr(records(run(saved)))


@pytest.mark.parametrize(
    ("left_out", "lost"),
    [
        (f"{ROOT}/users.json", {"Application", "Account", "ACCOUNT_IN"}),
        (f"{ROOT}/workspaces.json", {"Group", "MEMBER_OF"}),
        (f"{ROOT}/workspaces/wrkspc_docks/members.json", {"MEMBER_OF"}),
        (KEYS, {"Credential", "HAS_CREDENTIAL", "RUNS_AS", "MEMBER_OF"}),
    ],
)
def test_a_list_that_is_missing_withdraws_what_it_would_prove(saved: Bodies, left_out: str, lost: set[str]) -> None:
    del saved[left_out]
    assert set(run(saved).complete or ()) == set(KINDS) - lost


def test_a_page_that_announces_another_one_proves_nothing(saved: Bodies) -> None:
    saved[f"{ROOT}/users.json"]["has_more"] = True
    draft = run(saved)
    assert set(KINDS) - set(draft.complete) == {"Application", "Account", "ACCOUNT_IN"}
    assert [reason.code for reason in draft.reasons] == ["PAGES_MISSING"]


def test_answers_saved_outside_a_folder_of_anthropic_are_known_by_their_content(saved: Bodies) -> None:
    found = [Document(Path(f"x/{at}.json"), f"x/{at}.json", "json", body) for at, body in enumerate(saved.values())]
    assert all(map(anthropic.recognize, found))
    [draft] = anthropic.normalize([Page("", one.content, document=one) for one in found], Context(1))
    assert draft.header.source == "anthropic:default"
    assert sum(row.cost_nano or 0 for row in usage(draft, chargeable=True)) == 1_912_891_201


def test_the_order_of_files_and_entries_changes_nothing(saved: Bodies) -> None:
    rng = random.Random(7)
    names = list(saved)
    rng.shuffle(names)
    mixed = {name: copy.deepcopy(saved[name]) for name in names}
    for body in mixed.values():
        rng.shuffle(body["data"])
        for bucket in body["data"]:
            rng.shuffle(bucket.get("results", []))
    assert records(run(mixed)) == records(run(saved))


def test_an_unknown_field_anywhere_changes_nothing(saved: Bodies) -> None:
    more = copy.deepcopy(saved)
    for body in more.values():
        for place in list(objects(body)):
            holder = body
            for step in place:
                holder = holder[step]
            holder["some_new_field"] = {"nested": [1, None]}
    assert records(run(more)) == records(run(saved))


def test_any_field_may_be_missing_but_what_an_entry_means_nothing_without(saved: Bodies) -> None:
    needed = {"id", "user_id", "workspace_id", "starting_at", "date", "amount", "data", "has_more"}
    for name, body in saved.items():
        for place in objects(body):
            holder = body
            for step in place:
                holder = holder[step]
            for field in set(holder) - needed:
                less = changed(saved, name, (*place, field), lambda one, last: one.pop(last))
                assert run(less).rejected == [], (name, place, field)


@pytest.mark.parametrize(
    ("name", "place", "wrong"),
    [
        (f"{ROOT}/users.json", (0, "id"), None),
        (f"{ROOT}/users.json", (0, "email"), 5),
        (f"{ROOT}/users.json", (0, "added_at"), "soon"),
        (f"{ROOT}/users.json", (0,), "Noor"),
        (f"{ROOT}/workspaces.json", (0, "name"), ["x"]),
        (f"{ROOT}/workspaces/wrkspc_docks/members.json", (0, "user_id"), ""),
        (KEYS, (0, "principal"), "user_noor"),
        (KEYS, (0, "scope", "workspace_id"), 7),
        (KEYS, (0, "partial_key_hint"), {}),
        (MESSAGES, (0, "starting_at"), None),
        (MESSAGES, (0, "starting_at"), "2026-11-01T06:00:00Z"),
        (MESSAGES, (0, "results", 0, "uncached_input_tokens"), -1),
        (MESSAGES, (0, "results", 0, "cache_creation"), 1500),
        (MESSAGES, (0, "results", 0, "cache_creation", "ephemeral_1h_input_tokens"), Decimal("0.5")),
        (MESSAGES, (0, "results", 0, "model"), "a\0b"),
        (COSTS, (0, "results", 0, "amount"), None),
        (COSTS, (0, "results", 0, "amount"), "Infinity"),
        (COSTS, (0, "results", 0, "amount"), "1e400"),
        (COSTS, (0, "results", 0, "amount"), []),
        (COSTS, (0, "results", 0, "currency"), "¢¢¢"),
        (CODE, (0, "date"), "7d"),
        (CODE, (0, "actor"), "Pia"),
        (CODE, (0, "model_breakdown", 0, "tokens", "input"), "many"),
        (CODE, (0, "model_breakdown", 0, "estimated_cost", "amount"), True),
    ],
)
def test_a_wrong_entry_is_named_and_the_others_are_kept(
    saved: Bodies, name: str, place: tuple[str | int, ...], wrong: Any
) -> None:
    whole = len(records(run(saved)))
    broken = changed(saved, name, ("data", *place), lambda holder, last: holder.__setitem__(last, wrong))
    draft = run(broken)
    field = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in ("data", *place))[1:]
    assert [f"{name}: field '{field}': " in text for text in draft.rejected] == [True]
    assert len(records(draft)) > whole / 2
    with pytest.raises(RecordError) as refused:
        run(broken, lenient=False)
    assert (refused.value.file, refused.value.field) == (name, field)


@pytest.fixture
def api() -> Iterator[AdminApi]:
    with serving(anthropic_api()) as running:
        yield running


ANTHROPIC = next(case for case in CASES if case.name == "anthropic")


def test_claude_code_is_read_a_day_at_a_time_and_may_be_left_out(api: AdminApi) -> None:
    path = "/v1/organizations/usage_report/claude_code"
    run_live(ANTHROPIC, api, MemoryStore())
    assert sorted({asked["starting_at"][0] for asked in api.asked(path)}) == DAYS
    api.requests.clear()
    store = MemoryStore()
    assert run_live(ANTHROPIC, api, store, claude_code=False).state == "COMPLETE"
    assert (api.asked(path), money(store)) == ([], ANTHROPIC.told_nano(api))


@pytest.mark.parametrize("path", ["/v1/organizations/users", "/v1/organizations/api_keys"])
def test_usage_waits_for_the_users_and_keys_that_say_whose_it_is(api: AdminApi, path: str) -> None:
    api.fault = lambda number, request: Fault(status=500) if request.path == path else None
    outcome = run_live(ANTHROPIC, api, MemoryStore())
    assert [reason.code for reason in outcome.reasons] == ["FETCH_FAILED", "USAGE_NOT_READ"]
    assert api.asked("/v1/organizations/cost_report") == []


def test_a_null_workspace_is_the_default_one_where_the_report_was_grouped_by_it(api: AdminApi) -> None:
    for (path, _), found in api.rows.items():
        if not path.endswith("/claude_code"):
            for row in found:
                row["workspace_id"] = None
    store = MemoryStore()
    run_live(ANTHROPIC, api, store)
    claims = store.read()
    where = {claims.ids[at] if at >= 0 else None for at in claims.usage.workspace}
    assert where == {"Group:anthropic/acme/default", None}  # None: Claude Code tells no workspace
    assert money(store) == ANTHROPIC.told_nano(api)
    details = [claims.texts[at] for at in claims.usage.detail if "messages" in claims.texts[at]]
    groups = '"group_by":["api_key_id","account_id","service_account_id","workspace_id","model"'
    assert all(groups in detail for detail in details)


TERMS = st.builds(
    Terms,
    st.sampled_from(["a", None]),
    st.sampled_from(["m", "n", None]),
    st.sampled_from(["standard", "batch"]),
    st.none(),
    st.none(),
)
USED = st.builds(
    Messages,
    st.integers(0, 1),
    TERMS,
    st.sampled_from(["k1", "k2", "k3", None]),
    st.none(),
    st.none(),
    st.tuples(*(st.tuples(st.just(name), st.integers(0, 9)) for name in COUNTERS)),
    st.none(),
)
CHARGED = st.builds(
    Cost,
    st.integers(0, 1),
    TERMS,
    st.sampled_from([*COUNTERS, "web_search", None]),
    st.integers(-(10**6), 10**12),
    st.sampled_from(["USD", "USD", "EUR"]),
    st.just(False),
    st.just(()),
    st.none(),
)


@given(st.lists(USED, max_size=8), st.lists(CHARGED, max_size=8), st.randoms())
def test_whatever_is_used_and_charged_each_unit_stands_once(used: Any, charged: Any, rng: random.Random) -> None:
    rows = list(usage_rows(used, charged, "harbor"))
    for currency in ("USD", "EUR"):
        told = sum(row.cost_nano or 0 for row in rows if row.currency == currency)
        assert told == sum(cost.nano for cost in charged if cost.currency == currency)
    assert sum(sum(row.tokens) for row in rows) == sum(count for row in used for _, count in row.counts)
    for many in (used, charged):
        rng.shuffle(many)
    assert sorted(map(repr, usage_rows(used, charged, "harbor"))) == sorted(map(repr, rows))


@given(st.integers(-(10**15), 10**15), st.lists(st.integers(0, 10**9), min_size=1, max_size=9).filter(any))
def test_a_split_is_whole_near_its_share_and_sums_to_the_amount(nano: int, weights: list[int]) -> None:
    parts = split(nano, weights)
    assert sum(parts) == nano
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * sum(weights) - nano * weight) < sum(weights)
