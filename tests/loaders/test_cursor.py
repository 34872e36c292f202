"""What saved answers of Cursor become: golden records, and what they prove."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from graph.check import check, check_header, check_props
from graph.claims import Edge, Node, Record, Usage
from graph.errors import RecordError
from graph.moment import read_day, read_moment
from graph.ontology import TOKEN_COUNTERS
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import cursor
from loaders.connectors.cursor.models import model_id
from loaders.connectors.cursor.recognize import CursorReader
from loaders.saved.files import open_documents
from tests.loaders.usage_rows import usage_rows

SAVED = Path("tests/fixtures/cursor")
NAMES = ("events_1", "events_2", "groups", "members", "spend", "tools")
OBSERVED = read_moment("2026-11-20T06:00:00Z")
DAYS = (read_day("2026-11-01"), read_day("2026-11-02"))
ADA, BO = "Account:cursor/user_ada", "Account:cursor/user_bo"
CLAUDE = "Model:anthropic/claude-4.5-sonnet"


def saved(name: str) -> Any:
    return json.loads((SAVED / f"{name}.json").read_text(), parse_float=Decimal)


def page(body: Any, path: str = "page.json") -> Page:
    return Page("", body, document=Document(Path(path), path, "json", body))


def runs(pages: Iterable[Page], **said: Any) -> list[PendingRun]:
    context = Context(**{"observed_at": OBSERVED, "source": "cursor:acme"} | said)
    drafts = list(cursor.normalize(pages, context))
    for draft in drafts:
        check_header(draft.header)
        for record in records(draft):
            check(record)
            if isinstance(record, Node):
                check_props(record.id.partition(":")[0], record.props)
    return drafts


def run(*names: str, **said: Any) -> PendingRun:
    return runs([page(saved(name)) for name in names], **said)[0]


def records(draft: PendingRun) -> list[Record]:
    return [record for _, record in draft.records]


def usage(draft: PendingRun, **terms: Any) -> list[Usage]:
    rows = usage_rows(records(draft))
    return [row for row in rows if all(getattr(row, name) == term for name, term in terms.items())]


def nodes(draft: PendingRun) -> dict[str, Node]:
    return {record.id: record for record in records(draft) if isinstance(record, Node)}


def edges(draft: PendingRun, kind: str) -> list[Edge]:
    return [record for record in records(draft) if isinstance(record, Edge) and record.kind == kind]


def codes(draft: PendingRun) -> list[str]:
    return [reason.code for reason in draft.reasons]


def test_the_saved_answers_of_a_team_prove_every_scope_and_two_days_of_usage() -> None:
    draft = run(*NAMES)
    assert set(draft.header.complete) == {"Application", "Account", "ACCOUNT_IN", "Group", "MEMBER_OF"}
    assert draft.header.usage == DAYS
    assert set(draft.complete or ()) == {*draft.header.complete, "usage"}
    assert (draft.rejected, draft.reasons, draft.failure) == ([], [], None)


def test_every_documented_answer_is_recognized_and_nothing_else() -> None:
    documents, skipped = open_documents([SAVED])
    assert not skipped
    assert {document.path.stem for document in documents if cursor.recognize(document)} == set(NAMES)
    for other in (None, [], 3, {"data": [], "params": {"metric": "models"}}, {"groups": []}, {"events": []}, "members"):
        assert not cursor.recognize(Document(Path("x.json"), "x.json", "json", other))


def test_each_counter_of_a_usage_row_is_its_own_and_the_cost_is_cents() -> None:
    # Two events of Ada on 1 November, by hand:
    #   uncached_input 126 + 5,805 = 5,931; cache_read 11,964 + 0; cache_write 6,112 + 11,964 = 18,076; output 450 + 311 = 761
    #   21.36232 ct + 37.33 ct = 58.69232 ct = 0.5869232 USD = 586,923,200 nano-dollars
    (row,) = usage(run(*NAMES), principal=ADA, resource=CLAUDE)
    tokens = dict(zip(TOKEN_COUNTERS, row.tokens, strict=True))
    assert tokens == {
        "uncached_input": 5931,
        "cache_read": 11964,
        "cache_write_5m": 0,
        "cache_write_1h": 0,
        "cache_write": 18076,
        "output": 761,
        "reasoning": 0,
    }
    assert (row.cost_nano, row.currency, row.basis, row.requests) == (586_923_200, "USD", "billed", 2)
    assert (row.day, row.chargeable, row.application) == (DAYS[0], True, "Application:cursor/acme")
    assert row.detail == '{"kind": ["Usage-based"]}'


def test_what_the_plan_includes_keeps_its_amount_and_is_not_chargeable() -> None:
    # 8 ct of Auto, without tokens.
    (row,) = usage(run(*NAMES), resource="Model:cursor/default")
    assert (row.chargeable, row.cost_nano, sum(row.tokens), row.requests) == (False, 80_000_000, 0, 1)


def test_the_chargeable_rows_of_a_member_sum_to_what_the_spend_answer_says() -> None:
    draft = run(*NAMES)
    for line in saved("spend")["teamMemberSpend"]:
        rows = usage(draft, principal=f"Account:cursor/{line['userId']}", chargeable=True)
        assert sum(row.cost_nano or 0 for row in rows) == line["spendCents"] * 10_000_000


def test_the_rows_sum_to_the_events_and_an_amount_below_a_nano_is_rounded_half_even_once() -> None:
    draft = run(*NAMES)
    events = saved("events_1")["usageEvents"] + saved("events_2")["usageEvents"]
    models = [row for row in usage(draft) if row.resource.startswith("Model:")]
    assert sum(row.requests for row in models) == len(events) == 6
    # 0.00000015 ct = 1.5 nano-dollars: 2.
    exact = sum(Decimal(event["chargedCents"]) for event in events) * 10_000_000
    assert sum(row.cost_nano or 0 for row in models) == exact + Decimal("0.5")
    assert [row.cost_nano for row in models if row.rounded] == [2]
    for name, counter in (("inputTokens", 0), ("cacheReadTokens", 1), ("cacheWriteTokens", 4), ("outputTokens", 5)):
        told = sum(event.get("tokenUsage", {}).get(name, 0) for event in events)
        assert sum(row.tokens[counter] for row in models) == told


def test_the_principal_is_the_service_account_before_the_member_before_the_address_before_nobody() -> None:
    draft = run(*NAMES)
    by_model = {row.resource: row.principal for row in usage(draft) if row.resource.startswith("Model:")}
    assert by_model == {
        CLAUDE: ADA,
        "Model:cursor/default": ADA,
        "Model:openai/gpt-5": "Account:cursor/sa_night",
        "Model:google/gemini-2.5-pro": None,
        "Model:cursor/mystery-1": "Account:cursor/~zed@old.example",
    }


def test_a_service_account_is_one_principal_whoever_it_runs_for() -> None:
    body = saved("events_2")
    for place, email in enumerate(("ada@acme.example", None)):
        body["usageEvents"][place] |= {"serviceAccountId": "sa_night", "userEmail": email}
    (row,) = usage(runs([page(body)])[0])
    assert (row.principal, row.requests) == ("Account:cursor/sa_night", 2)


def test_service_accounts_are_named_by_a_source_that_vouches_for_no_account() -> None:
    # Events alone show them: as claims of the members' source they would be deleted on their first quiet day.
    main, quiet = runs([page(saved(name)) for name in NAMES])
    assert quiet.header.source == "cursor:acme/service-accounts"
    assert (quiet.header.complete, quiet.header.usage) == ((), None)
    assert [(node.id, node.name) for node in nodes(quiet).values()] == [("Account:cursor/sa_night", "Nightly Agent")]
    assert "Account:cursor/sa_night" not in nodes(main)


def test_members_are_accounts_with_lower_case_addresses_and_removed_ones_have_no_seat() -> None:
    draft = run("members")
    accounts = {node.id: node for node in nodes(draft).values() if node.id.startswith("Account:")}
    assert accounts[ADA].name == "Ada"
    assert accounts[ADA].props == {"status": "active", "email": "ada@acme.example", "role": "member"}
    assert accounts["Account:cursor/user_cy"].props["status"] == "deleted"
    assert {edge.source for edge in edges(draft, "ACCOUNT_IN")} == {ADA, BO}
    assert draft.header.complete == ("Application", "Account", "ACCOUNT_IN")
    assert nodes(draft)["Application:cursor/acme"].props == {"vendor": "Cursor"}


@pytest.mark.parametrize(
    ("line", "account", "status"),
    [
        ({"id": 77, "email": "x@acme.example", "isRemoved": False}, "Account:cursor/77", "active"),
        ({"email": " X@Acme.example "}, "Account:cursor/~x@acme.example", "unknown"),
        ({"id": "user_x", "name": None, "email": None, "novelty": [1]}, "Account:cursor/user_x", "unknown"),
    ],
)
def test_older_members_without_id_address_or_state_are_kept(line: Any, account: str, status: str) -> None:
    draft = runs([page({"teamMembers": [line]})])[0]
    assert nodes(draft)[account].props["status"] == status
    assert not draft.rejected


def test_an_address_that_changed_hands_means_its_present_holder_and_one_of_two_holders_stays_open() -> None:
    members = [
        {"id": "old", "email": "a@x.example", "isRemoved": True},
        {"id": "new", "email": "A@x.example", "isRemoved": False},
        {"id": "one", "email": "b@x.example", "isRemoved": False},
        {"id": "two", "email": "b@x.example", "isRemoved": False},
    ]
    body = saved("events_2")
    body["usageEvents"][0]["userEmail"], body["usageEvents"][1]["userEmail"] = "a@x.example", "b@x.example"
    draft = runs([page({"teamMembers": members}), page(body)])[0]
    assert {row.principal for row in usage(draft)} == {"Account:cursor/new", "Account:cursor/~b@x.example"}


def test_billing_groups_are_cost_centers_and_a_former_stay_is_a_closed_interval() -> None:
    draft = run("groups")
    assert nodes(draft)["Group:cursor/group_R"].props == {"type": "cost_center", "directory_group_id": "dir_7"}
    stays = {edge.source: (edge.since, edge.until) for edge in edges(draft, "MEMBER_OF")}
    assert stays == {
        ADA: (read_moment("2026-01-15T10:30:00Z"), None),
        "Account:cursor/user_cy": (read_moment("2026-01-10T08:00:00Z"), read_moment("2026-02-01T17:00:00Z")),
    }
    assert draft.header.complete == ("Group", "MEMBER_OF")


def test_a_group_s_own_page_adds_what_it_says_and_proves_nothing() -> None:
    group = saved("groups")["groups"][0]
    draft = runs([page({"group": group, "billingCycle": {}})])[0]
    assert "Group:cursor/group_R" in nodes(draft)
    assert draft.header.complete == ()


def test_tools_are_known_by_name_alone_and_a_slash_in_a_name_divides_nothing() -> None:
    draft = run("members", "tools")
    assert [(row.resource, row.principal, row.requests, row.cost_nano) for row in usage(draft)] == [
        ("McpTool:cursor/acme/filesystem/read_file", ADA, 45, None),
        ("McpTool:cursor/acme/git%2Fhub/search", ADA, 3, None),
    ]
    assert nodes(draft)["McpServer:cursor/acme/git%2Fhub"].name == "git/hub"
    for kind in ("McpServer:cursor/acme/filesystem", "McpTool:cursor/acme/filesystem/read_file"):
        assert nodes(draft)[kind].props == {"name_only": True}
    assert {(edge.source, edge.target) for edge in edges(draft, "EXPOSES")} == {
        ("McpServer:cursor/acme/filesystem", "McpTool:cursor/acme/filesystem/read_file"),
        ("McpServer:cursor/acme/git%2Fhub", "McpTool:cursor/acme/git%2Fhub/search"),
    }


def test_names_that_differ_only_around_the_slash_are_different_tools() -> None:
    body = saved("tools")
    rows = [
        {"event_date": "2026-11-01", "mcp_server_name": server, "tool_name": tool, "usage": 1}
        for server, tool in (("a/b", "c"), ("a", "b/c"), ("a%2Fb", "c"), ("a", None))
    ]
    body["data"] = {"ada@acme.example": rows}
    assert len({row.resource for row in usage(runs([page(body)])[0])}) == 4


def test_the_team_s_tool_rows_count_only_where_nobody_gave_those_by_user() -> None:
    team = saved("tools")
    team["data"] = [row for rows in team["data"].values() for row in rows]
    alone = runs([page(team)])[0]
    assert [(row.principal, row.requests) for row in usage(alone)] == [(None, 45), (None, 3)]
    both = runs([page(saved("tools")), page(team)])[0]
    assert sum(row.requests for row in usage(both)) == 48
    assert alone.header.usage is None


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("claude-4.5-sonnet", "anthropic/claude-4.5-sonnet"),
        ("gpt-5.4", "openai/gpt-5.4"),
        ("o3-pro", "openai/o3-pro"),
        ("codex-mini", "openai/codex-mini"),
        ("gemini-2.5-pro", "google/gemini-2.5-pro"),
        ("grok-code-fast-1", "xai/grok-code-fast-1"),
        ("deepseek-v3", "deepseek/deepseek-v3"),
        ("composer-1", "cursor/composer-1"),
        ("default", "cursor/default"),
        ("auto", "cursor/default"),
        ("o3x", "cursor/o3x"),
        ("gptish", "cursor/gptish"),
        ("acme/own", "cursor/acme/own"),
        (None, "cursor/~unnamed"),
    ],
)
def test_a_model_belongs_to_the_provider_of_its_line(name: str | None, model: str) -> None:
    assert model_id(name) == f"Model:{model}"


def test_one_page_of_two_is_loaded_and_proves_no_day() -> None:
    draft = run("events_2")
    assert sum(row.requests for row in usage(draft)) == 2
    assert (draft.header.usage, codes(draft)) == (None, ["PAGES_MISSING"])
    assert "page 1 is missing" in draft.reasons[0].detail


def test_a_page_that_was_saved_twice_counts_once() -> None:
    assert records(run(*NAMES, "events_1", "tools")) == records(run(*NAMES))


def test_exports_whose_periods_overlap_count_each_event_once() -> None:
    # The same two days in one page, as somebody else exported them.
    first, second = saved("events_1"), saved("events_2")
    whole = copy.deepcopy(first)
    whole["usageEvents"] += second["usageEvents"]
    whole["pagination"] = {"numPages": 1, "currentPage": 1, "pageSize": 100, "hasNextPage": False}
    together = runs([page(body) for body in (first, whole, second)])[0]
    assert usage(together) == usage(run("events_1", "events_2"))


def test_one_period_with_two_totals_proves_nothing() -> None:
    filtered = saved("events_2")
    filtered["totalUsageEventsCount"] = 2
    filtered["pagination"] = {"numPages": 1, "currentPage": 1, "pageSize": 4, "hasNextPage": False}
    draft = runs([page(saved("events_1")), page(saved("events_2")), page(filtered)])[0]
    assert draft.header.usage is None
    assert set(codes(draft)) == {"PAGES_MISSING"}


def test_only_whole_days_that_were_over_are_proven() -> None:
    def days(first_ms: int, last_ms: int, observed: str = "2026-11-20") -> tuple[int, int] | None:
        body = saved("events_1") | {"totalUsageEventsCount": 0, "usageEvents": []}
        body |= {"pagination": {"numPages": 0, "currentPage": 1, "pageSize": 4, "hasNextPage": False}}
        body["period"] = {"startDate": first_ms, "endDate": last_ms}
        return runs([page(body)], observed_at=read_moment(observed))[0].header.usage

    midnight = 1_793_491_200_000
    assert days(midnight, midnight + 2 * 86_400_000 - 1) == DAYS
    assert days(midnight + 1, midnight + 2 * 86_400_000 - 1) == (DAYS[1], DAYS[1])
    assert days(midnight, midnight + 2 * 86_400_000 - 2) == (DAYS[0], DAYS[0])
    assert days(midnight + 1, midnight + 86_400_000) is None
    assert days(midnight, midnight + 2 * 86_400_000 - 1, "2026-11-02T23:00:00Z") == (DAYS[0], DAYS[0])


def test_incomplete_tool_rows_withdraw_the_days() -> None:
    tools = saved("tools")
    tools["pagination"] |= {"hasNextPage": True, "totalPages": 2}
    draft = runs([page(saved("events_1")), page(saved("events_2")), page(tools)])[0]
    assert (draft.header.usage, codes(draft)) == (None, ["PAGES_MISSING"])


@pytest.mark.parametrize(
    ("name", "place", "wrong", "field"),
    [
        ("members", ("teamMembers", 0, "id"), ["x"], "teamMembers[0].id"),
        ("members", ("teamMembers", 0, "email"), 5, "teamMembers[0].email"),
        ("members", ("teamMembers", 0, "isRemoved"), "maybe", "teamMembers[0].isRemoved"),
        ("members", ("teamMembers", 0), "Ada", "teamMembers[0]"),
        ("members", ("teamMembers",), {}, "teamMembers"),
        ("groups", ("groups", 0, "id"), None, "groups[0].id"),
        ("groups", ("groups", 0, "currentMembers", 0, "joinedAt"), "soon", "groups[0].currentMembers[0].joinedAt"),
        ("groups", ("groups", 0, "formerMembers", 0, "leftAt"), None, "groups[0].formerMembers[0].leftAt"),
        ("events_1", ("usageEvents", 0, "timestamp"), "yesterday", "usageEvents[0].timestamp"),
        ("events_1", ("usageEvents", 0, "timestamp"), None, "usageEvents[0].timestamp"),
        ("events_1", ("usageEvents", 0, "timestamp"), "1", "usageEvents[0].timestamp"),
        ("events_1", ("usageEvents", 1, "chargedCents"), "NaN", "usageEvents[1].chargedCents"),
        ("events_1", ("usageEvents", 1, "chargedCents"), Decimal("1e99"), "usageEvents[1].chargedCents"),
        ("events_1", ("usageEvents", 1, "chargedCents"), True, "usageEvents[1].chargedCents"),
        ("events_1", ("usageEvents", 1, "tokenUsage", "inputTokens"), -1, "usageEvents[1].tokenUsage.inputTokens"),
        ("events_1", ("usageEvents", 1, "tokenUsage", "inputTokens"), Decimal("1.5"), "usageEvents[1].tokenUsage.inputTokens"),
        ("events_1", ("usageEvents", 1, "tokenUsage", "inputTokens"), Decimal("1e999999999"), "usageEvents[1].tokenUsage.inputTokens"),
        ("events_1", ("usageEvents", 1, "model"), "a\0b", "usageEvents[1].model"),
        ("events_1", ("usageEvents", 1, "model"), "m" * 5000, "usageEvents[1].model"),
        ("events_1", ("usageEvents", 1, "userEmail"), "\ud800", "usageEvents[1].userEmail"),
        ("tools", ("data", "Ada@acme.example", 0, "usage"), "many", "data.Ada@acme.example[0].usage"),
        ("tools", ("data", "Ada@acme.example", 0, "event_date"), "7d", "data.Ada@acme.example[0].event_date"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_named_and_withdraws_its_scope_and_no_other(
    name: str, place: tuple[str | int, ...], wrong: Any, field: str
) -> None:
    bodies = {each: saved(each) for each in NAMES}
    holder = bodies[name]
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = wrong
    pages = [page(body, f"{each}.json") for each, body in bodies.items()]
    draft = runs(pages)[0]
    assert len(draft.rejected) == 1
    assert f"{name}.json: field {field!r}: " in draft.rejected[0]
    lost = {"members": "Account", "groups": "MEMBER_OF"}.get(name, "usage")
    assert lost not in (draft.complete or ())
    assert len(draft.complete or ()) >= 3
    with pytest.raises(RecordError) as refused:
        runs(pages, lenient=False)
    assert (refused.value.file, refused.value.field) == (f"{name}.json", field)


def test_the_other_entries_of_a_page_with_a_wrong_one_are_kept() -> None:
    body = saved("events_2")
    body["usageEvents"][0]["chargedCents"] = []
    draft = runs([page(body)])[0]
    (row,) = usage(draft)
    assert (row.requests, row.cost_nano) == (1, 213_623_200)


def test_pages_that_contradict_each_other_withdraw_every_kind() -> None:
    other = saved("members")
    other["teamMembers"][0]["role"] = "owner"
    draft = runs([page(saved("members")), page(other)])[0]
    assert draft.header.complete == ()
    assert "Account:cursor/user_ada comes twice" in draft.rejected[0]


def test_numbers_and_flags_written_as_text_are_read() -> None:
    body = saved("events_2")
    body["usageEvents"][0] |= {"isChargeable": "true", "chargedCents": "37.33"}
    (row,) = usage(runs([page(body)])[0])
    assert (row.requests, row.cost_nano, row.chargeable) == (2, 586_923_200, True)


def test_a_chargeable_event_without_an_amount_has_no_cost_and_the_run_says_so() -> None:
    body = saved("events_2")
    del body["usageEvents"][0]["chargedCents"]
    draft = runs([page(body)])[0]
    costs = {(row.requests, row.cost_nano, row.currency) for row in usage(draft)}
    assert costs == {(1, None, None), (1, 213_623_200, "USD")}
    assert "COST_MISSING" in codes(draft)


def test_a_team_without_members_is_not_believed() -> None:
    draft = runs([page({"teamMembers": []})])[0]
    assert (draft.header.complete, codes(draft)) == ((), ["NO_MEMBERS"])


def test_the_source_is_the_given_one_else_the_folder_below_cursor() -> None:
    body = saved("members")
    assert run("members", source="cursor:beta").header.source == "cursor:beta"
    drafts = runs([page(body, "x/cursor/acme/m.json"), page(body, "x/cursor/zoo/m.json"), page(body)], source=None)
    assert [draft.header.source for draft in drafts] == ["cursor:acme", "cursor:default", "cursor:zoo"]


def test_the_spend_answer_alone_is_an_application_and_no_charge() -> None:
    # A snapshot that lags its own events by an hour is no invoice: it would put a variance where there is none.
    assert [record.id for record in records(run("spend")) if isinstance(record, Node)] == ["Application:cursor/acme"]


def test_an_amount_that_is_infinite_is_refused_by_name() -> None:
    with pytest.raises(RecordError, match="chargedCents"):
        CursorReader({"chargedCents": Decimal("Infinity")}, "", "x").cents("chargedCents")
