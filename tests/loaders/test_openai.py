"""What saved answers of OpenAI become: golden records, which tokens and dollars count, and what the answers prove."""

from __future__ import annotations

import copy
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from graph.errors import RecordError
from graph.moment import read_day
from graph.ontology import TOKEN_COUNTERS
from loaders.base import Context, Document, Page
from loaders.connectors import openai
from tests.loaders.saved_organization import (
    Bodies,
    bodies,
    changed,
    documents,
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

ROOT = "harbor/organization"
DOCKS = f"{ROOT}/projects/proj_docks"
DAY = read_day("2026-11-01")
CRANE, PIA = "Credential:openai/key_crane", "Account:openai/user_pia"
KINDS = ("Application", "Account", "ACCOUNT_IN", "Group", "MEMBER_OF", "Credential", "HAS_CREDENTIAL", "RUNS_AS")


@pytest.fixture
def saved() -> Bodies:
    return bodies("openai")


def run(found: Bodies, **said: Any) -> Any:
    return read(openai, "openai", found, **said)


def test_the_fixture_gives_its_expected_records(saved: Bodies) -> None:
    assert lines(run(saved)) == sorted(expected("openai"))


def test_saved_answers_prove_their_lists_and_no_day(saved: Bodies) -> None:
    draft = run(saved)
    assert (draft.header.source, draft.header.complete, draft.header.usage) == ("openai:harbor", KINDS, None)
    assert (draft.rejected, draft.reasons, draft.failure) == ([], [], None)


def test_every_documented_answer_is_recognized_and_nothing_else(saved: Bodies) -> None:
    found, skipped = opened("openai")
    assert not skipped
    assert [document.path.name for document in found if not openai.recognize(document)] == []
    for other in (None, [], 3, {"data": []}, {"object": "list", "data": [{"object": "model"}]}, {"object": "page"}):
        assert not openai.recognize(Document(Path("x.json"), "x.json", "json", other))


def test_each_counter_of_a_completions_row_is_its_own() -> None:
    # By hand, 1 November, the crane's key: input_tokens 1,000 hold 400 read from the cache and 100 written to it;
    #   uncached_input 1,000 - 400 - 100 = 500, cache_read 400, cache_write 100, output 500; 5 requests
    (row,) = usage(run(bodies("openai")), principal=CRANE, resource="Model:openai/gpt-5-2025-08-07", cost_nano=None)
    assert dict(zip(TOKEN_COUNTERS, row.tokens, strict=True)) == {
        "uncached_input": 500,
        "cache_read": 400,
        "cache_write_5m": 0,
        "cache_write_1h": 0,
        "cache_write": 100,
        "output": 500,
        "reasoning": 0,
    }
    assert (row.requests, row.day, row.workspace) == (5, DAY, "Group:openai/proj_docks")
    assert '"report":"completions","service_tier":"default"' in (row.detail or "")


def test_an_older_answer_without_uncached_tokens_has_them_computed() -> None:
    # By hand, 3 November, Pia's key: 1,000 came in, 800 of them cached, nothing is said of writing: 200 were not cached.
    (row,) = usage(run(bodies("openai")), resource="Model:openai/gpt-4o")
    assert (row.tokens, row.day) == ((200, 800, 0, 0, 0, 500, 0), DAY + 2)


def test_the_other_reports_count_what_they_measure() -> None:
    # By hand: embeddings and moderations 16 tokens in 2 requests; 2 images in 2 requests; one speech; one transcription;
    # a code interpreter session; 2 searches of a vector store; 2 of the web. Tool calls are no requests to a model.
    draft = run(bodies("openai"))
    told = {
        row.resource.partition(":openai/")[2]: (row.requests, row.tokens[0])
        for row in usage(draft, cost_nano=None)
        if not row.resource.startswith("Model:openai/gpt-5") and "gpt-4o" not in row.resource
    }
    assert told == {
        "text-embedding-3-small": (2, 16),
        "omni-moderation-latest": (2, 16),
        "gpt-image-1": (2, 0),
        "tts-1": (1, 0),
        "whisper-1": (1, 0),
        "~vector_stores": (0, 0),
        "~code_interpreter_sessions": (1, 0),
        "vs_tides": (2, 0),
        "~web_search_calls": (2, 0),
    }
    assert nodes(draft)["DataSource:openai/vs_tides"].props == {"type": "vector store"}


def test_dollars_are_those_of_the_costs_alone_and_sum_to_them(saved: Bodies) -> None:
    # By hand, in dollars: 0.06 + 0.0000129 + 0.02 + 0.3 = 0.3800129; 0.0000000005 rounds half-even to 0 and is counted.
    draft = run(saved)
    costs = [row for row in usage(draft) if row.cost_nano is not None]
    assert sum(row.cost_nano for row in costs) == 380_012_900
    assert {(row.basis, row.currency, row.requests, sum(row.tokens)) for row in costs} == {("billed", "USD", 0, 0)}
    assert sum(row.rounded for row in costs) == 1
    (spent,) = usage(draft, principal=CRANE, cost_nano=60_000_000)
    assert (spent.resource, spent.workspace) == ("Model:openai/gpt-5-2025-08-07", "Group:openai/proj_docks")
    (searched,) = usage(draft, cost_nano=20_000_000)
    assert (searched.resource, searched.principal) == ("Model:openai/~web search tool calls", None)


@pytest.mark.parametrize(
    ("line", "model"),
    [
        ("gpt-4o-2024-08-06, input", "gpt-4o-2024-08-06"),
        ("gpt-5, cached input", "gpt-5"),
        ("ft:gpt-4o-mini:acme::7p, output", "ft:gpt-4o-mini:acme::7p"),
        ("omni-moderation, input", "omni-moderation"),
        ("whisper-1", "whisper-1"),
        ("o3", "o3"),
        ("assistants api | file search", "~assistants api | file search"),
        ("code interpreter sessions, 1 GB", "~code interpreter sessions, 1 GB"),
        (None, "~unnamed"),
    ],
)
def test_a_line_of_the_costs_names_its_model_or_itself(saved: Bodies, line: str | None, model: str) -> None:
    body = saved[f"{ROOT}/costs.json"]
    body["data"][0]["results"][0]["line_item"] = line
    (row,) = usage(run({f"{ROOT}/costs.json": body}), cost_nano=60_000_000)
    assert row.resource == f"Model:openai/{model}"


def test_a_key_runs_as_its_owner_and_belongs_to_its_project(saved: Bodies) -> None:
    draft = run(saved)
    service = "Account:openai/svc_acct_crane"
    assert (service, CRANE) in edges(draft, "HAS_CREDENTIAL")
    assert (CRANE, service) in edges(draft, "RUNS_AS")
    assert (CRANE, "Group:openai/proj_docks") in edges(draft, "MEMBER_OF")
    assert (service, "Group:openai/proj_docks") in edges(draft, "MEMBER_OF")
    assert nodes(draft)[CRANE].props == {
        "type": "api_key",
        "status": "active",
        "created_at": "2024-03-26T16:45:33Z",
        "expires_at": "2027-01-01T00:00:00Z",
        "hint": "sk-svc...crn",
        "owner_project_access": "active",
    }


def test_an_owner_that_no_list_has_any_more_is_an_account_nobody_describes(saved: Bodies) -> None:
    draft = run(saved)
    assert ("Account:openai/user_gone", "Credential:openai/key_left") in edges(draft, "HAS_CREDENTIAL")
    assert "Account:openai/user_gone" not in nodes(draft)
    assert nodes(draft)["Credential:openai/key_left"].props["status"] == "unknown"


def test_a_project_s_key_in_the_list_of_admin_keys_stays_the_project_s(saved: Bodies) -> None:
    draft = run(saved)
    assert nodes(draft)["Credential:openai/key_pia"].props["type"] == "api_key"
    assert nodes(draft)["Credential:openai/key_admin"].props["type"] == "admin_api_key"
    assert ("Account:openai/user_noor", "Credential:openai/key_admin") in edges(draft, "HAS_CREDENTIAL")


def test_a_key_that_was_not_abridged_is_nowhere_in_the_records(saved: Bodies) -> None:
    assert "sk-whole-by-mistake" in repr(saved)
    assert "sk-whole-by-mistake" not in repr(records(run(saved)))


def test_a_banned_user_is_suspended_and_an_archived_project_keeps_its_name(saved: Bodies) -> None:
    found = nodes(run(saved))
    assert found["Account:openai/user_quin"].props["status"] == "suspended"
    assert (found["Group:openai/proj_old"].name, found["Group:openai/proj_old"].props["archived"]) == ("Old pier", True)


@pytest.mark.parametrize(
    ("left_out", "lost"),
    [
        (f"{ROOT}/users.2.json", {"Application", "Account", "ACCOUNT_IN"}),
        (f"{ROOT}/users.1.json", {"Application", "Account", "ACCOUNT_IN"}),
        (f"{ROOT}/projects.json", set(KINDS) - {"Application"}),
        (f"{DOCKS}/users.json", {"MEMBER_OF"}),
        (f"{DOCKS}/service_accounts.json", {"Account", "ACCOUNT_IN", "MEMBER_OF"}),
        (f"{DOCKS}/api_keys.json", {"Credential", "HAS_CREDENTIAL", "RUNS_AS", "MEMBER_OF"}),
        (f"{ROOT}/admin_api_keys.json", {"Credential", "HAS_CREDENTIAL", "RUNS_AS"}),
    ],
)
def test_a_list_that_is_missing_withdraws_what_it_would_prove(saved: Bodies, left_out: str, lost: set[str]) -> None:
    del saved[left_out]
    assert set(run(saved).complete or ()) == set(KINDS) - lost


def test_answers_saved_outside_a_folder_of_openai_are_known_by_their_content(saved: Bodies) -> None:
    chosen = [saved[f"{ROOT}/costs.json"], saved[f"{DOCKS}/api_keys.json"]]
    found = [Document(Path(f"x/{place}.json"), f"x/{place}.json", "json", body) for place, body in enumerate(chosen)]
    assert all(map(openai.recognize, found))
    [draft] = openai.normalize([Page("", one.content, document=one) for one in found], Context(1))
    assert (draft.header.source, draft.header.complete) == ("openai:default", ())
    entries = [record for _, record in draft.records]
    assert any(getattr(record, "id", "") == CRANE for record in entries)
    assert not any(getattr(record, "kind", "") == "MEMBER_OF" for record in entries)


def test_a_report_saved_twice_counts_once_and_one_that_contradicts_it_counts_for_nothing(saved: Bodies) -> None:
    body = saved[f"{ROOT}/costs.json"]
    alone = run({f"{ROOT}/costs.json": body})
    twice = run({f"{ROOT}/costs.json": body, f"{ROOT}/costs.2.json": copy.deepcopy(body)})
    assert usage(twice) == usage(alone)
    other = copy.deepcopy(body)
    other["data"][0]["results"][0]["amount"]["value"] = Decimal("9")
    against = run({f"{ROOT}/costs.json": body, f"{ROOT}/costs.2.json": other})
    assert {row.day for row in usage(against)} == {DAY + 1}
    assert "CONTRADICTION" in [reason.code for reason in against.reasons]


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
    needed = {"id", "start_time", "data", "object", "has_more"}
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
        (f"{ROOT}/users.1.json", (0, "id"), None),
        (f"{ROOT}/users.1.json", (0, "id"), 5),
        (f"{ROOT}/users.1.json", (0, "email"), ["x"]),
        (f"{ROOT}/users.1.json", (0, "added_at"), "yesterday"),
        (f"{ROOT}/users.1.json", (0, "added_at"), 10**15),
        (f"{ROOT}/users.1.json", (0, "name"), "a\0b"),
        (f"{ROOT}/users.1.json", (0, "name"), "\ud800"),
        (f"{ROOT}/users.1.json", (0,), "Noor"),
        (f"{ROOT}/projects.json", (0, "archived_at"), True),
        (f"{DOCKS}/service_accounts.json", (0, "created_at"), -1),
        (f"{DOCKS}/api_keys.json", (0, "owner"), "user_pia"),
        (f"{DOCKS}/api_keys.json", (0, "owner", "user"), 7),
        (f"{DOCKS}/api_keys.json", (0, "expires_at"), Decimal("1.5")),
        (f"{ROOT}/admin_api_keys.json", (0, "redacted_value"), {}),
        (f"{ROOT}/costs.json", (0, "start_time"), None),
        (f"{ROOT}/costs.json", (0, "start_time"), 1793491201),
        (f"{ROOT}/costs.json", (0, "results"), {}),
        (f"{ROOT}/costs.json", (0, "results", 0, "amount"), 3),
        (f"{ROOT}/costs.json", (0, "results", 0, "amount", "value"), "NaN"),
        (f"{ROOT}/costs.json", (0, "results", 0, "amount", "value"), Decimal("1e99")),
        (f"{ROOT}/costs.json", (0, "results", 0, "amount", "value"), True),
        (f"{ROOT}/costs.json", (0, "results", 0, "amount", "currency"), "dollars!"),
        (f"{ROOT}/usage/completions.1.json", (0, "results", 0, "input_tokens"), "many"),
        (f"{ROOT}/usage/completions.1.json", (0, "results", 0, "output_tokens"), -1),
        (f"{ROOT}/usage/completions.1.json", (0, "results", 0, "num_model_requests"), Decimal("1e999999999")),
        (f"{ROOT}/usage/completions.1.json", (0, "results", 0, "model"), "m" * 5000),
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
    assert whole > len(records(draft)) > whole / 2
    with pytest.raises(RecordError) as refused:
        run(broken, lenient=False)
    assert (refused.value.file, refused.value.field) == (name, field)


def test_more_cached_than_came_in_is_refused(saved: Bodies) -> None:
    body = saved[f"{ROOT}/usage/completions.2.json"]
    body["data"][0]["results"][0]["input_cached_tokens"] = 1001
    draft = run({f"{ROOT}/usage/completions.2.json": body})
    assert "input_cached_tokens" in draft.rejected[0]


def test_an_amount_written_as_text_is_dollars_too(saved: Bodies) -> None:
    body = saved[f"{ROOT}/costs.json"]
    body["data"][0]["results"][0]["amount"] = {"value": "0.06", "currency": "USD"}
    assert len(usage(run({f"{ROOT}/costs.json": body}), cost_nano=60_000_000, currency="USD")) == 1


def test_users_that_nobody_is_among_are_not_believed(saved: Bodies) -> None:
    empty = {"object": "list", "data": [], "first_id": None, "last_id": None, "has_more": False}
    draft = run({f"{ROOT}/users.json": empty})
    assert (draft.header.complete, [reason.code for reason in draft.reasons]) == ((), ["NO_MEMBERS"])


def test_the_source_is_the_given_one_else_the_folder_below_openai(saved: Bodies) -> None:
    assert run(saved, source="openai:beta").header.source == "openai:beta"
    assert "Application:openai/beta" in nodes(run(saved, source="openai:beta"))
    zoo = {name.replace("harbor", "zoo"): body for name, body in saved.items()}
    found = documents("openai", saved | zoo)
    drafts = list(openai.normalize([Page("", one.content, document=one) for one in found], Context(1)))
    assert [draft.header.source for draft in drafts] == ["openai:harbor", "openai:zoo"]
    assert len({len(records(draft)) for draft in drafts}) == 1
