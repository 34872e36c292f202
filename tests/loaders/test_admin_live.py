"""An organisation over real HTTP, with everything that can go wrong: nothing live is retired, and a good run heals it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.errors import InputError
from graph.moment import read_day, read_moment
from graph.snapshot import snapshot_of
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from loaders.base import Page, Secret
from loaders.live.http import Clock, FetchContext
from queries import cost_attribution
from tests.loaders.admin_api import DAY_S, KEY, AdminApi, serving
from tests.loaders.admin_cases import (
    CASES,
    DAYS,
    NEXT_MORNING,
    Case,
    money,
    retry_policy,
    run,
    state,
    tokens,
)
from tests.loaders.cursor_api import FastClock, Fault, Request

SCOPES = {"Application", "Account", "ACCOUNT_IN", "Group", "MEMBER_OF", "Credential", "HAS_CREDENTIAL", "RUNS_AS"}


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


@pytest.fixture
def api(case: Case) -> Iterator[AdminApi]:
    with serving(case.make(), case.prefix) as running:
        yield running


@pytest.fixture
def store() -> MemoryStore:
    """One store will do: what all of them promise is held by their contract."""
    return MemoryStore()


def pages(case: Case, api: AdminApi, checkpoint: str | None = None, **terms: Any) -> list[Page]:
    clock = FastClock()
    io = FetchContext(read_moment("2026-11-20T06:00:00Z"), Clock(clock.now_s, clock.sleep), retry_policy())
    settings = {"instance": "acme", "api_key": Secret(KEY), "base_url": api.base_url, "lookback_days": 5} | terms
    return list(case.module.fetch(case.config(**settings), io, checkpoint))


def test_a_first_run_reads_everything_and_sums_to_the_vendor_s_own_total(
    case: Case, api: AdminApi, store: Store
) -> None:
    outcome = run(case, api, store)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    assert money(store) == case.told_nano(api) > 0
    known = state(case, store)
    assert set(known.scopes) == {*SCOPES, "usage"}
    assert known.usage_days == (read_day(DAYS[0]), read_day(DAYS[-1]))
    assert (known.checkpoint, known.max_age_s) == ('{"last_day": "2026-11-19"}', 86_400)


def test_the_same_answers_at_the_same_moment_change_nothing(case: Case, api: AdminApi, store: Store) -> None:
    run(case, api, store)
    assert not run(case, api, store).changed


def test_windows_are_whole_days_in_the_past_and_at_most_thirty_one(case: Case, api: AdminApi) -> None:
    pages(case, api, lookback_days=40)
    spans = []
    for asked in api.asked(case.costs):
        if "page" in asked:
            continue
        if case.name == "openai":
            first, last = (int(asked[name][0]) for name in ("start_time", "end_time"))
            assert first % DAY_S == last % DAY_S == 0
            spans.append((first // DAY_S, last // DAY_S))
        else:
            texts = [asked[name][0] for name in ("starting_at", "ending_at")]
            assert all(text.endswith("T00:00:00Z") for text in texts)
            spans.append(tuple(read_day(text[:10]) for text in texts))
    begin, middle, end = read_day("2026-10-11"), read_day("2026-11-11"), read_day("2026-11-20")
    assert spans == [(begin, middle), (middle, end)]


def test_a_later_run_reads_again_only_the_trailing_days(case: Case, api: AdminApi, store: Store) -> None:
    run(case, api, store)
    api.requests.clear()
    # One day of before the trailing ones changed, unseen; one of them did.
    for day in (DAYS[0], DAYS[-1]):
        api.rows[case.costs, day] = [*api.rows[case.costs, day], *api.rows[case.costs, day][:1]]
    before, late = case.told_nano(case.make()), case.make().rows[case.costs, DAYS[-1]][0]["amount"]
    run(case, api, store, NEXT_MORNING)
    added = int(late["value"] * 10**9) if isinstance(late, dict) else 1_000_100_000
    assert money(store) == before + added
    assert state(case, store).checkpoint == '{"last_day": "2026-11-20"}'


def test_a_page_that_fails_once_is_asked_again_as_late_as_the_system_says(
    case: Case, api: AdminApi, store: Store
) -> None:
    seen: set[str] = set()

    def once(number: int, request: Request) -> Fault | None:
        known = repr(request) in seen
        seen.add(repr(request))
        return None if known else Fault(status=429, headers={"Retry-After": "3"})

    api.fault = once
    clock = FastClock()
    assert run(case, api, store, clock=clock).state == "COMPLETE"
    assert money(store) == case.told_nano(api)
    assert clock.slept == [3.0] * len(seen)


def _repeated(body: dict[str, Any]) -> dict[str, Any]:
    return body | {"has_more": True, "last_id": "always", "next_page": "always"}


FAULTS: dict[str, Fault] = {
    "500": Fault(status=500),
    "429": Fault(status=429, headers={"Retry-After": "1"}),
    "timeout": Fault(hangs=True),
    "truncated": Fault(cut=True),
}
SHAPES: dict[str, Fault] = {
    "html": Fault(body=b"<html>"),
    "other shape": Fault(mangle=lambda body: {"ok": True}),
    "list": Fault(mangle=lambda body: [body]),
    "data of another type": Fault(mangle=lambda body: body | {"data": {}}),
    "no word of another page": Fault(mangle=lambda body: {**body, "has_more": None}),
    "another page nobody can ask for": Fault(
        mangle=lambda body: body | {"has_more": True, "last_id": 5, "next_page": 5}
    ),
}


@pytest.fixture
def plan(case: Case, api: AdminApi) -> list[Request]:
    """Every request of an undisturbed second run."""
    store = MemoryStore()
    run(case, api, store)
    api.requests.clear()
    run(case, api, store, reread_days=4)
    assert len({repr(request) for request in api.requests}) == len(api.requests) > 12
    return list(api.requests)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_whatever_page_fails_nothing_is_lost_and_the_next_run_heals_it(
    case: Case, api: AdminApi, plan: list[Request], store: MemoryStore, fault: Fault
) -> None:
    _fails_and_heals(case, api, store, plan, fault)


@pytest.mark.parametrize("fault", SHAPES.values(), ids=SHAPES.keys())
def test_an_answer_of_another_shape_is_a_failure_and_not_the_end(
    case: Case, api: AdminApi, plan: list[Request], store: MemoryStore, fault: Fault
) -> None:
    # The first and the last page of a list and of a report: a half-read one looks whole at its end.
    chosen = []
    for path in (case.users, case.costs):
        of_path = [request for request in plan if request.path == path]
        chosen += [of_path[0], of_path[-1]]
    _fails_and_heals(case, api, store, chosen, fault)


def _fails_and_heals(case: Case, api: AdminApi, store: MemoryStore, chosen: list[Request], fault: Fault) -> None:
    """A good run; then, for each request, the same again with a member gone and that request failing, and a good run."""
    run(case, api, store)
    before = (store.counts(), money(store), tokens(store), state(case, store).checkpoint)
    everybody = api.lists[case.members]
    for broken in chosen:
        # What did not come whole must not say that somebody is gone, whoever else is.
        api.lists[case.members] = []
        api.fault = lambda number, request, broken=broken: fault if request == broken else None
        outcome = run(case, api, store, reread_days=4)
        assert outcome.state == "PARTIAL", broken
        assert outcome.reasons
        assert all(reason.detail for reason in outcome.reasons)
        retired = {kind for kind, count in outcome.retired.items() if count}
        assert retired <= (set() if broken.path == case.members else {"MEMBER_OF"}), broken
        assert (money(store), tokens(store), state(case, store).checkpoint) == before[1:], broken
        api.lists[case.members], api.fault = everybody, lambda number, request: None
        healed = run(case, api, store, reread_days=4)
        assert (healed.state, store.counts()) == ("COMPLETE", before[0])
        assert (money(store), tokens(store), state(case, store).checkpoint) == before[1:]


def test_a_page_that_comes_again_ends_its_call_and_counts_once(case: Case, api: AdminApi, store: Store) -> None:
    run(case, api, store)
    before = (money(store), tokens(store))
    first: dict[str, Any] = {}

    def again(number: int, request: Request) -> Fault | None:
        def mangle(body: dict[str, Any]) -> dict[str, Any]:
            kept = first.setdefault(request.path, body)
            return {**kept, "has_more": True, "last_id": f"id {number}", "next_page": f"page_{number}"}

        return Fault(mangle=mangle) if request.path in (case.users, case.costs) else None

    api.fault = again
    outcome = run(case, api, store, NEXT_MORNING, reread_days=4)
    assert outcome.state == "PARTIAL"
    assert any("repeats an earlier one" in reason.detail for reason in outcome.reasons)
    assert outcome.retired.get("Account", 0) == 0
    assert (money(store), tokens(store)) == before


def test_a_token_that_comes_again_is_not_followed_for_ever(case: Case, api: AdminApi, store: Store) -> None:
    api.fault = lambda number, request: (
        Fault(mangle=lambda body: _repeated(body) | {"data": []}) if request.path == case.costs else None
    )
    outcome = run(case, api, store)
    assert outcome.state == "PARTIAL"
    assert len(api.asked(case.costs)) == 2
    assert (money(store), tokens(store)) == (0, 0)


def test_too_many_pages_are_given_up_and_said(case: Case, api: AdminApi, store: Store) -> None:
    outcome = run(case, api, store, max_pages=1)
    assert outcome.state == "PARTIAL"
    assert any("more than 1 pages" in reason.detail for reason in outcome.reasons)


@pytest.mark.parametrize(("status", "code"), [(401, "UNAUTHORIZED"), (403, "FORBIDDEN")])
def test_a_refusal_ends_the_run_there_with_its_reason_and_loses_nothing(
    case: Case, api: AdminApi, plan: list[Request], status: int, code: str
) -> None:
    for place, broken in enumerate(plan):
        store = MemoryStore()
        run(case, api, store)
        before = (store.counts(), money(store), tokens(store), state(case, store).checkpoint)
        api.requests.clear()
        fault = Fault(status, body=b'{"error":{"message":"Missing scopes: read"}}')
        api.fault = lambda number, request, fault=fault, broken=broken: fault if request == broken else None
        outcome = run(case, api, store, reread_days=4)
        assert outcome.state == ("FAILED" if place == 0 else "PARTIAL")
        assert code in [reason.code for reason in outcome.reasons]
        said = next(reason.detail for reason in outcome.reasons if reason.code == code)
        assert f"Check the setting api_key of {case.name}, instance acme" in said
        assert "Missing scopes: read" in said
        assert api.requests == plan[: place + 1]
        assert not any(outcome.retired.values())
        assert (store.counts(), money(store), tokens(store), state(case, store).checkpoint) == before
        api.fault = lambda number, request: None


def test_a_key_that_is_refused_is_a_failed_run_that_never_shows_it(case: Case, api: AdminApi, store: Store) -> None:
    run(case, api, store)
    before = (store.counts(), money(store), store.generation(), state(case, store).last_observed)
    outcome = run(case, api, store, NEXT_MORNING, api_key=Secret("sk-expired"))
    assert outcome.state == "FAILED"
    assert [reason.code for reason in outcome.reasons] == ["UNAUTHORIZED"]
    assert "sk-expired" not in repr(outcome)
    assert "***" in repr(outcome)
    assert (store.counts(), money(store), store.generation(), state(case, store).last_observed) == before
    assert run(case, api, store, NEXT_MORNING).state == "COMPLETE"


def test_no_page_and_no_record_carries_the_key(case: Case, api: AdminApi, store: Store) -> None:
    api.fault = lambda number, request: Fault(status=500) if request.path == case.costs else None
    assert KEY not in repr(pages(case, api))
    assert KEY not in repr(case.config(instance="acme", api_key=Secret(KEY)))
    run(case, api, store)
    assert KEY not in repr(store.read())


def test_an_account_and_a_key_that_are_listed_no_more_end_and_their_usage_stays(
    case: Case, api: AdminApi, store: Store
) -> None:
    run(case, api, store)
    gone = next(path for path in api.lists if path.endswith("/api_keys"))
    api.lists[case.users], api.lists[gone] = api.lists[case.users][:1], []
    outcome = run(case, api, store, NEXT_MORNING)
    assert outcome.state == "COMPLETE"
    keys = {"openai": 1, "anthropic": 2}[case.name]
    assert (outcome.retired["Account"], outcome.retired["Credential"]) == (1, keys)
    ended = {node for node, until in _ends(store).items() if until == read_moment(NEXT_MORNING)}
    assert f"Account:{case.name}/user_bo" in ended
    assert {node.partition(":")[0] for node in ended} == {"Account", "Credential"}
    assert money(store) == case.told_nano(api)
    claims = store.read()
    principals = {claims.ids[place] for place in claims.usage.principal if place >= 0}
    assert principals & ended


def _ends(store: Store) -> dict[str, int]:
    claims = store.read()
    return {claims.ids[node]: int(until) for node, until in zip(claims.nodes.node, claims.nodes.until, strict=True)}


def test_a_day_outside_the_window_is_refused_by_name(case: Case, api: AdminApi, store: Store) -> None:
    name = {"openai": "start_time", "anthropic": "starting_at"}[case.name]
    far: Any = {"openai": DAY_S * 3, "anthropic": "1970-01-04T00:00:00Z"}[case.name]

    def mangle(body: dict[str, Any]) -> dict[str, Any]:
        body["data"][0][name] = far
        return body

    api.fault = lambda number, request: Fault(mangle=mangle) if request.path == case.costs else None
    outcome = run(case, api, store)
    assert outcome.state == "PARTIAL"
    assert any(f"'data[0].{name}'" in reason.detail and "outside" in reason.detail for reason in outcome.reasons)
    assert read_day("1970-01-04") not in set(store.read().usage.day.tolist())
    assert state(case, store).usage_days is None


def test_after_a_gap_only_days_up_to_it_are_vouched_for(case: Case, api: AdminApi, store: Store) -> None:
    begin = read_day("2026-11-20") - 40

    def broken(number: int, request: Request) -> Fault | None:
        asked = request.asked.get("start_time", request.asked.get("starting_at", [""]))[0]
        is_first = asked in (str(begin * DAY_S), "2026-10-11T00:00:00Z")
        return Fault(status=500) if request.path == case.costs and is_first else None

    api.fault = broken
    outcome = run(case, api, store, lookback_days=40)
    assert outcome.state == "PARTIAL"
    known = state(case, store)
    assert (known.usage_days, known.checkpoint) == (None, None)
    api.fault = lambda number, request: None
    run(case, api, store, NEXT_MORNING, lookback_days=40)
    assert state(case, store).usage_days == (begin + 1, read_day("2026-11-20"))
    assert money(store) == case.told_nano(api)


def test_every_dollar_of_the_vendor_is_once_in_the_ledger_whatever_it_is_asked_by(
    case: Case, api: AdminApi, store: MemoryStore
) -> None:
    run(case, api, store)
    snapshot = snapshot_of(store, read_moment(NEXT_MORNING))
    days = {"first_day": read_day(DAYS[0]), "last_day": read_day(DAYS[-1]), "as_of": read_moment(NEXT_MORNING)}
    for by in (("account",), ("credential", "day"), ("workspace", "model"), ("identity",), ("provider", "week")):
        answer = cost_attribution.run(snapshot, cost_attribution.Params(by=by, **days))
        assert answer.ledger.nano == case.told_nano(api)
        assert sum(row.cost.nano for row in answer.rows) == answer.ledger.nano
        assert all(not money.nano for money in answer.buckets.values())
    # OpenAI's lines all name the key; Anthropic's code execution, 0 + 1 + 2 + 3 + 4 cents, is nobody's.
    answer = cost_attribution.run(snapshot, cost_attribution.Params(by=("credential",), **days))
    nobody = {"openai": 0, "anthropic": 100_000_000}[case.name]
    assert sum(row.cost.nano for row in answer.rows if row.key["credential"] == "~unattributed") == nobody


@pytest.mark.parametrize("text", ["{", "[]", '{"last_day": 7}', '{"last_day": "soon"}', "null"])
def test_a_checkpoint_nobody_can_read_reads_everything_again(case: Case, api: AdminApi, text: str) -> None:
    found = [page for page in pages(case, api, text) if page.endpoint == case.costs]
    assert (found[0].request["from"], found[0].request["to"]) == (DAYS[0], DAYS[-1])


@pytest.mark.parametrize(
    ("terms", "setting"),
    [
        ({"api_key": Secret("")}, "api_key"),
        ({"api_key": Secret("a\nb")}, "api_key"),
        ({"api_key": Secret("kéy")}, "api_key"),
        ({"instance": ""}, "instance"),
        ({"instance": "a/b"}, "instance"),
        ({"base_url": "http://api.example.com"}, "base_url"),
        ({"base_url": "https://me:secret@api.example.com"}, "base_url"),
        ({"base_url": "api.example.com"}, "base_url"),
        ({"base_url": "https://x:99999"}, "base_url"),
        ({"lookback_days": 0}, "lookback_days"),
        ({"reread_days": -1}, "reread_days"),
        ({"max_pages": 0}, "max_pages"),
    ],
)
def test_a_setting_that_cannot_be_is_named(case: Case, terms: dict[str, Any], setting: str) -> None:
    with pytest.raises(InputError, match=f"setting {setting} of {case.name}") as error:
        case.config(**{"instance": "acme", "api_key": Secret(KEY)} | terms)
    assert "secret" not in str(error.value)
