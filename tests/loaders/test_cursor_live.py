"""A live team over real HTTP, with everything that can go wrong: nothing live is retired, and a good run heals it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

from graph.errors import InputError
from graph.moment import read_day, read_moment, write_day
from graph.stores.base import Outcome, SourceState, Store
from graph.stores.memory import MemoryStore
from loaders.base import Page, Secret
from loaders.connectors.cursor import Config, fetch
from loaders.live.http import Clock, FetchContext, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from tests.loaders.cursor_api import DAY_MS, KEY, CursorApi, FastClock, Fault, Request, event, serving

MEMBERS, GROUPS = "/teams/members", "/teams/groups"
EVENTS, TOOLS = "/teams/filtered-usage-events", "/analytics/by-user/mcp"
MORNING = "2026-11-20T06:00:00Z"
NEXT_MORNING = "2026-11-21T06:00:00Z"


@pytest.fixture
def api() -> Iterator[CursorApi]:
    """A team of three with usage in each of the last forty days, in pages of eight."""
    team = CursorApi(
        members=[
            {"id": "user_ada", "name": "Ada", "email": "ada@acme.example", "role": "owner", "isRemoved": False},
            {"id": "user_bo", "name": "Bo", "email": "bo@acme.example", "role": "member", "isRemoved": False},
            {"id": "user_cy", "name": "Cy", "email": "cy@acme.example", "role": "member", "isRemoved": True},
        ],
        most_per_page=8,
    )
    yesterday = read_day("2026-11-19")
    for day in range(yesterday - 39, yesterday + 1):
        team.events.append(event(write_day(day), "ada@acme.example", "1.25"))
        if day % 2:
            team.events.append(event(write_day(day), "bo@acme.example", "2.5", hour=9))
        team.tools.append(("ada@acme.example", write_day(day), "filesystem", "read_file", 3))
        team.tools.append(("bo@acme.example", write_day(day), "filesystem", "read_file", 1))
    with serving(team) as running:
        yield running


def config(api: CursorApi, **terms: Any) -> Config:
    return Config(**{"instance": "acme", "api_key": Secret(KEY), "base_url": api.base_url, "lookback_days": 60} | terms)


def retry_policy(**terms: Any) -> RetryPolicy:
    return RetryPolicy(**{"max_attempts": 2, "initial_wait_s": 0.01, "max_wait_s": 0.05, "timeout_s": 0.2} | terms)


def run(api: CursorApi, store: Store, at: str = MORNING, **terms: Any) -> Outcome:
    clock = FastClock()
    outcomes = sync(
        store,
        "cursor",
        config(api, **terms),
        SyncOptions(retry_policy=retry_policy(), clock=Clock(clock.now_s, clock.sleep, lambda: read_moment(at))),
    )
    return outcomes[0]


def state(store: Store) -> SourceState:
    return next(state for state in store.sources() if state.source == "cursor:acme")


def money(store: Store) -> int:
    """All chargeable nano-dollars."""
    usage = store.read().usage
    return int(usage.cost[(usage.currency >= 0) & (usage.chargeable == 1)].sum())


def tool_calls(store: Store) -> int:
    claims = store.read()
    resources = [claims.ids[place] for place in claims.usage.resource]
    return sum(int(n) for n, name in zip(claims.usage.requests, resources, strict=True) if name.startswith("McpTool:"))


def told(api: CursorApi) -> int:
    return int(sum(Decimal(event["chargedCents"]) for event in api.events) * 10_000_000)


def pages(api: CursorApi, checkpoint: str | None = None, at: str = MORNING, **terms: Any) -> list[Page]:
    clock = FastClock()
    io = FetchContext(read_moment(at), Clock(clock.now_s, clock.sleep), retry_policy())
    return list(fetch(config(api, **terms), io, checkpoint))


def test_a_first_run_reads_everything_and_sums_to_what_the_events_say(api: CursorApi, store: Store) -> None:
    outcome = run(api, store)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    assert money(store) == told(api) == (40 * 125 + 20 * 250) * 100_000
    assert tool_calls(store) == 40 * 4
    assert store.counts()["nodes"] | {"Model": 1} == {
        "Account": 3, "Application": 1, "Group": 1, "McpServer": 1, "McpTool": 1, "Model": 1,
    }  # fmt: skip
    known = state(store)
    assert set(known.scopes) == {"Account", "ACCOUNT_IN", "Application", "Group", "MEMBER_OF", "usage"}
    assert known.usage_days == (read_day("2026-09-21"), read_day("2026-11-19"))
    assert (known.checkpoint, known.max_age_s) == (
        '{"last_day": "2026-11-19", "tools_last_day": "2026-11-19"}',
        86_400,
    )


def test_the_same_answers_at_the_same_moment_change_nothing(api: CursorApi, store: Store) -> None:
    run(api, store)
    assert not run(api, store).changed


def test_windows_are_whole_days_in_the_past_and_at_most_thirty(api: CursorApi) -> None:
    pages(api, lookback_days=61)
    spans = [(asked["startDate"], asked["endDate"]) for asked in api.asked(EVENTS) if asked["page"] == 1]
    edges = [(write_day(first // DAY_MS), write_day(last // DAY_MS)) for first, last in spans]
    assert edges == [("2026-09-20", "2026-10-19"), ("2026-10-20", "2026-11-18"), ("2026-11-19", "2026-11-19")]
    assert all(first % DAY_MS == 0 and last % DAY_MS == DAY_MS - 1 for first, last in spans)
    by_day = [(asked["startDate"], asked["endDate"]) for asked in api.asked(TOOLS) if asked["page"] == "1"]
    assert by_day == edges


def test_a_later_run_reads_again_only_the_trailing_days(api: CursorApi, store: Store) -> None:
    run(api, store)
    api.requests.clear()
    # One event came late, one came new, and one is of a day that is not over.
    api.events += [event(day, "bo@acme.example", "7") for day in ("2026-11-18", "2026-11-20", "2026-11-21")]
    run(api, store, NEXT_MORNING)
    assert {asked["startDate"] for asked in api.asked(EVENTS)} == {read_day("2026-11-17") * DAY_MS}
    assert money(store) == told(api) - 7 * 10_000_000
    assert state(store).checkpoint == '{"last_day": "2026-11-20", "tools_last_day": "2026-11-20"}'


FAULTS: dict[str, Fault] = {
    "500": Fault(status=500),
    "429": Fault(status=429, headers={"Retry-After": "1"}),
    "timeout": Fault(hangs=True),
    "truncated": Fault(cut=True),
    "html": Fault(body=b"<html>"),
    "401": Fault(status=401, body=b'{"error":"Unauthorized"}'),
    "other shape": Fault(mangle=lambda body: {"ok": True}),
    "list": Fault(mangle=lambda body: [body]),
}


# So many days back that a second run reads two windows of several pages again.
WIDE = {"reread_days": 45}


@pytest.fixture
def plan(api: CursorApi) -> list[Request]:
    """Every request of an undisturbed second run."""
    store = MemoryStore()
    run(api, store)
    api.requests.clear()
    run(api, store, **WIDE)
    asked = list(api.requests)
    assert {request.path: sum(other.path == request.path for other in asked) for request in asked} == {
        MEMBERS: 1,
        GROUPS: 1,
        TOOLS: 2,
        EVENTS: 8,
    }
    return asked


def test_a_hanging_page_wherever_it_is_loses_nothing_and_the_next_run_heals_it(
    api: CursorApi, plan: list[Request]
) -> None:
    for broken in plan:
        _fails_and_heals(api, broken, FAULTS["timeout"])


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_of_any_sort_in_any_call_loses_nothing_and_the_next_run_heals_it(
    api: CursorApi, plan: list[Request], fault: Fault
) -> None:
    # The first and the last request of each call: a window's end is where a half-read one looks whole.
    for path in (MEMBERS, GROUPS, EVENTS, TOOLS):
        of_path = [request for request in plan if request.path == path]
        for broken in (of_path[0], of_path[-1]):
            _fails_and_heals(api, broken, fault)


def _fails_and_heals(api: CursorApi, broken: Request, fault: Fault) -> None:
    """A good run, the same again with a member gone and that request failing, a good run: on a store of its own."""
    store, everybody = MemoryStore(), list(api.members)
    run(api, store)
    before = (store.counts(), money(store), tool_calls(store), state(store).checkpoint)
    api.members = everybody[:2]
    api.fault = lambda number, request: fault if request == broken else None
    outcome = run(api, store, **WIDE)
    assert outcome.state == "PARTIAL"
    assert outcome.reasons
    assert all(reason.detail for reason in outcome.reasons)
    # Only what came whole may retire: the members, unless it was they who failed.
    retired = {kind: count for kind, count in outcome.retired.items() if count}
    assert retired == ({} if broken.path == MEMBERS else {"Account": 1})
    assert (money(store), tool_calls(store), state(store).checkpoint) == before[1:]
    api.members, api.fault = everybody, lambda number, request: None
    healed = run(api, store, **WIDE)
    assert (healed.state, store.counts()) == ("COMPLETE", before[0])
    assert (money(store), tool_calls(store), state(store).checkpoint) == before[1:]


def test_a_key_that_is_refused_everywhere_is_a_failed_run_that_says_what_to_mend(api: CursorApi, store: Store) -> None:
    run(api, store)
    before = (store.counts(), money(store), store.generation(), state(store).last_observed)
    outcome = run(api, store, NEXT_MORNING, api_key=Secret("crsr_expired"))
    assert outcome.state == "FAILED"
    assert [reason.code for reason in outcome.reasons] == ["UNAUTHORIZED"]
    assert "Check the setting api_key of cursor, instance acme" in outcome.reasons[0].detail
    assert "crsr_expired" not in repr(outcome)
    assert (store.counts(), money(store), store.generation(), state(store).last_observed) == before
    assert run(api, store, NEXT_MORNING).state == "COMPLETE"


def test_a_team_nobody_answers_for_is_a_failed_run(api: CursorApi, store: Store) -> None:
    run(api, store)
    with serving(CursorApi()) as gone:
        address = gone.base_url
    outcome = run(api, store, NEXT_MORNING, base_url=address)
    assert (outcome.state, outcome.changed) == ("FAILED", False)
    assert "no connection" in outcome.reasons[0].detail


def _no_analytics(number: int, request: Request) -> Fault | None:
    body = b'{"error":"Forbidden","message":"Enterprise access required"}'
    return Fault(status=403, body=body) if request.path == TOOLS else None


def test_a_plan_without_analytics_has_its_events_and_says_what_is_missing(api: CursorApi, store: Store) -> None:
    api.fault = _no_analytics
    outcome = run(api, store)
    assert (outcome.state, [reason.code for reason in outcome.reasons]) == ("PARTIAL", ["FORBIDDEN"])
    assert "Enterprise access required" in outcome.reasons[0].detail
    assert (money(store), tool_calls(store)) == (told(api), 0)
    assert state(store).usage_days == (read_day("2026-09-21"), read_day("2026-11-19"))
    assert state(store).checkpoint == '{"last_day": "2026-11-19"}'


def test_a_plan_that_loses_analytics_keeps_the_calls_it_had_and_goes_on_with_events(
    api: CursorApi, store: Store
) -> None:
    run(api, store)
    api.fault = _no_analytics
    api.events.append(event("2026-11-20", "bo@acme.example", "7"))
    assert run(api, store, NEXT_MORNING).state == "PARTIAL"
    assert (money(store), tool_calls(store)) == (told(api), 160)
    api.fault = lambda number, request: None
    api.tools.append(("bo@acme.example", "2026-11-20", "filesystem", "read_file", 9))
    assert run(api, store, "2026-11-22T06:00:00Z").state == "COMPLETE"
    assert (money(store), tool_calls(store)) == (told(api), 169)


def test_analytics_that_fail_for_now_hold_their_days_back_and_nothing_else(api: CursorApi, store: Store) -> None:
    run(api, store)
    api.fault = lambda number, request: Fault(status=500) if request.path == TOOLS else None
    api.events.append(event("2026-11-20", "bo@acme.example", "7"))
    outcome = run(api, store, NEXT_MORNING)
    assert outcome.state == "PARTIAL"
    assert (money(store), tool_calls(store)) == (told(api) - 70_000_000, 160)
    assert state(store).checkpoint == '{"last_day": "2026-11-19", "tools_last_day": "2026-11-19"}'
    api.fault = lambda number, request: None
    run(api, store, "2026-11-22T06:00:00Z")
    assert money(store) == told(api)


def test_after_a_gap_only_days_up_to_it_are_vouched_for(api: CursorApi, store: Store) -> None:
    run(api, store)
    # Two windows after the broken one, longer together than the one before it.
    later = read_moment("2027-03-10T06:00:00Z")
    second = read_day("2026-11-17") + 30

    def broken(number: int, request: Request) -> Fault | None:
        is_second = request.path == EVENTS and request.asked["startDate"] == second * DAY_MS
        return Fault(status=500) if is_second else None

    api.fault = broken
    clock = FastClock()
    sync(
        store, "cursor", config(api), SyncOptions(retry_policy=retry_policy(), clock=Clock(clock.now_s, clock.sleep, lambda: later))
    )  # fmt: skip
    assert state(store).usage_days == (read_day("2026-09-21"), second - 1)
    assert (
        state(store).checkpoint
        == f'{{"last_day": "{write_day(second - 1)}", "tools_last_day": "{write_day(second - 1)}"}}'
    )


Mangle = Callable[[dict[str, Any]], Any]


def _page_again(name: str) -> Mangle:
    """Every page of events is the first one again, under its own number."""
    first: list[Any] = []

    def mangle(body: dict[str, Any]) -> dict[str, Any]:
        first[:] = first or body[name]
        return body | {name: list(first)}

    return mangle


@pytest.mark.parametrize(
    "mangle",
    [
        _page_again("usageEvents"),
        lambda body: body | {"pagination": body["pagination"] | {"currentPage": 1}},
        lambda body: (
            body | {"totalUsageEventsCount": body["totalUsageEventsCount"] + body["pagination"]["currentPage"]}
        ),
        lambda body: body | {"usageEvents": body["usageEvents"][1:]},
        lambda body: body | {"usageEvents": []},
        lambda body: body | {"pagination": body["pagination"] | {"hasNextPage": False}},
        lambda body: body | {"pagination": body["pagination"] | {"hasNextPage": True}},
    ],
    ids=["same entries", "same number", "total grows", "event lost", "all empty", "ends early", "never ends"],
)
def test_pages_that_shift_or_repeat_are_read_again_and_then_given_up(
    api: CursorApi, store: Store, mangle: Mangle
) -> None:
    run(api, store)
    before = (money(store), tool_calls(store), state(store).checkpoint)
    api.requests.clear()
    api.fault = lambda number, request: Fault(mangle=mangle) if request.path == EVENTS else None
    outcome = run(api, store, NEXT_MORNING, max_pages=10, **WIDE)
    assert outcome.state == "PARTIAL"
    assert [reason.code for reason in outcome.reasons].count("FETCH_FAILED") >= 1
    assert sum(asked["page"] == 1 for asked in api.asked(EVENTS)) >= 3
    assert (money(store), tool_calls(store), state(store).checkpoint) == before
    api.fault = lambda number, request: None
    assert run(api, store, NEXT_MORNING, **WIDE).state == "COMPLETE"
    assert money(store) == told(api)


def test_a_row_that_comes_while_a_window_is_read_starts_the_window_again(api: CursorApi, store: Store) -> None:
    late = event("2026-10-15", "bo@acme.example", "3")

    def arrives(number: int, request: Request) -> Fault | None:
        if request.path == EVENTS and request.asked["page"] == 2 and late not in api.events:
            api.events.append(late)
        return None

    api.fault = arrives
    assert run(api, store).state == "COMPLETE"
    assert late in api.events
    assert sum(asked["page"] == 1 for asked in api.asked(EVENTS)) == 3
    assert money(store) == told(api)


def test_too_many_pages_are_given_up_and_said(api: CursorApi, store: Store) -> None:
    outcome = run(api, store, max_pages=2)
    assert outcome.state == "PARTIAL"
    assert any("more than 2 pages" in reason.detail for reason in outcome.reasons)


def test_an_empty_page_that_announces_another_one_is_not_the_end(api: CursorApi) -> None:
    bodies: Iterator[list[int]] = iter([[], [1], []])

    def mangle(body: dict[str, Any]) -> dict[str, Any]:
        found = next(bodies, None)
        if found is None:
            return body
        told = [event("2026-11-19", "ada@acme.example", "1")] * len(found)
        number = body["pagination"]["currentPage"]
        place = {"currentPage": number, "numPages": 3, "pageSize": 1, "hasNextPage": number < 3}
        told = [each | {"chargedCents": 1} for each in told]
        return body | {"totalUsageEventsCount": 1, "pagination": place, "usageEvents": told}

    api.events.clear()
    api.fault = lambda number, request: Fault(mangle=mangle) if request.path == EVENTS else None
    found = [page for page in pages(api, lookback_days=1) if page.endpoint == EVENTS]
    assert [(len(page.body["usageEvents"]), page.failure) for page in found] == [(0, None), (1, None), (0, None)]


def test_an_event_that_cannot_be_read_leaves_its_days_unproven_and_the_others_of_the_window_stored(
    api: CursorApi, store: Store
) -> None:
    api.events.append(event("2026-11-19", "bo@acme.example", "1", chargedCents="much"))
    outcome = run(api, store)
    assert outcome.state == "PARTIAL"
    assert ".chargedCents" in outcome.reasons[0].detail
    assert money(store) == told_without_last(api)
    assert state(store).usage_days == (read_day("2026-09-21"), read_day("2026-10-20"))
    assert state(store).checkpoint == '{"last_day": "2026-10-20", "tools_last_day": "2026-10-20"}'


def told_without_last(api: CursorApi) -> int:
    return told(dataclasses.replace(api, events=api.events[:-1]))


def test_a_service_account_outlives_its_quiet_days(api: CursorApi, store: Store) -> None:
    night = {"serviceAccountId": "sa_night", "serviceAccountName": "Nightly"}
    api.events.append(event("2026-11-10", "bo@acme.example", "1", **night))
    run(api, store)
    run(api, store, NEXT_MORNING)
    claims = store.read()
    names = [
        name for node, name in zip(claims.nodes.node, claims.nodes.name, strict=True)
        if claims.ids[node] == "Account:cursor/sa_night"
    ]  # fmt: skip
    assert names == ["Nightly"]
    assert [source.source for source in store.sources()] == ["cursor:acme", "cursor:acme/service-accounts"]


def test_a_member_who_is_removed_keeps_an_account_and_loses_the_seat(api: CursorApi, store: Store) -> None:
    run(api, store)
    api.members[1]["isRemoved"] = True
    outcome = run(api, store, NEXT_MORNING)
    assert {kind: count for kind, count in outcome.retired.items() if kind != "usage" and count} == {"ACCOUNT_IN": 1}


def test_a_checkpoint_nobody_can_read_reads_everything_again(api: CursorApi) -> None:
    for text in ("{", "[]", '{"last_day": 7}', '{"last_day": "soon"}', "null"):
        assert [page.request.get("startDate") for page in pages(api, text)][2] == "2026-09-21"


def test_a_checkpoint_of_a_clock_that_went_ahead_never_asks_for_the_future(api: CursorApi) -> None:
    pages(api, '{"last_day": "2027-05-01"}')
    assert {(asked["startDate"], asked["endDate"]) for asked in api.asked(TOOLS)} == {("2026-11-17", "2026-11-19")}


def test_no_page_carries_the_key(api: CursorApi) -> None:
    api.fault = lambda number, request: Fault(status=401) if request.path == GROUPS else None
    assert KEY not in repr(pages(api))
    assert KEY not in repr(config(api))


def test_groups_that_were_never_asked_for_successfully_are_not_vouched_for(api: CursorApi, store: Store) -> None:
    api.fault = lambda number, request: Fault(status=403) if request.path == GROUPS else None
    outcome = run(api, store)
    assert [reason.code for reason in outcome.reasons] == ["FORBIDDEN"]
    assert not {"Group", "MEMBER_OF"} & set(state(store).scopes)
    assert money(store) == told(api)


@pytest.mark.parametrize(
    ("terms", "setting"),
    [
        ({"api_key": Secret("")}, "api_key"),
        ({"instance": ""}, "instance"),
        ({"base_url": "http://api.cursor.com"}, "base_url"),
        ({"base_url": "https://me:secret@api.cursor.com"}, "base_url"),
        ({"base_url": "api.cursor.com"}, "base_url"),
        ({"base_url": "https://x:99999"}, "base_url"),
        ({"lookback_days": 0}, "lookback_days"),
        ({"reread_days": -1}, "reread_days"),
        ({"page_size": 0}, "page_size"),
    ],
)
def test_a_setting_that_cannot_be_is_named(terms: dict[str, Any], setting: str) -> None:
    with pytest.raises(InputError, match=f"setting {setting} of cursor") as error:
        Config(**{"instance": "acme", "api_key": Secret(KEY)} | terms)
    assert "secret" not in str(error.value)
