"""A LiteLLM proxy over real HTTP, with everything that can go wrong: nothing live is retired, and a good run heals it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from graph.claims import RunHeader, Usage
from graph.errors import InputError
from graph.moment import read_day, read_moment
from graph.snapshot import Policy, snapshot_of
from graph.stores.base import Outcome, SourceState, Store
from graph.stores.memory import MemoryStore
from loaders.base import Page, Secret
from loaders.connectors import litellm
from loaders.live.http import Clock, FetchContext, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from queries import blast_radius, cost_attribution
from tests.loaders.cursor_api import FastClock, Fault, Request
from tests.loaders.directory_api import KEY, serving
from tests.loaders.litellm_api import DAYS, PATHS, LiteLlm, company, hashed, row

MORNING, NEXT_MORNING = "2026-11-20T06:00:00Z", "2026-11-21T06:00:00Z"
SCOPES = {"Application", "Account", "ACCOUNT_IN", "Group", "MEMBER_OF", "Credential", "HAS_CREDENTIAL", "RUNS_AS"}
SCOPES |= {"McpServer", "usage"}
LOGS = "/spend/logs/v2"


@pytest.fixture
def api() -> Iterator[LiteLlm]:
    found = company()
    with serving(found):
        yield found


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def settings(api: LiteLlm, **terms: Any) -> litellm.Config:
    told = {"instance": "acme", "api_key": Secret(KEY), "base_url": api.base_url, "lookback_days": 5}
    return litellm.Config(**{**told, **terms})


def retry_policy() -> RetryPolicy:
    return RetryPolicy(max_attempts=2, initial_wait_s=0.01, max_wait_s=5.0, timeout_s=0.1)


def run(api: LiteLlm, store: Store, at: str = MORNING, clock: FastClock | None = None, **terms: Any) -> Outcome:
    passing = clock or FastClock()
    config = settings(api, **terms)
    clocked = Clock(passing.now_s, passing.sleep, lambda: read_moment(at))
    return sync(store, "litellm", config, SyncOptions(retry_policy=retry_policy(), clock=clocked))[0]


def pages(api: LiteLlm, checkpoint: str | None = None, **terms: Any) -> list[Page]:
    clock = FastClock()
    io = FetchContext(read_moment(MORNING), Clock(clock.now_s, clock.sleep), retry_policy())
    return list(litellm.fetch(settings(api, **terms), io, checkpoint))


def state(store: Store, source: str = "litellm:acme") -> SourceState:
    return next(state for state in store.sources() if state.source == source)


def money(store: Store, chargeable: int = 1) -> int:
    usage = store.read().usage
    return int(usage.cost[(usage.currency >= 0) & (usage.chargeable == chargeable)].sum())


def tokens(store: Store) -> int:
    return int(store.read().usage.tokens.sum())


def told_nano(api: LiteLlm) -> int:
    """The proxy's own total, from its rows as they stand in its table."""
    return int(sum(Decimal(str(one["spend"])) for one in api.logs) * 10**9)


def told_tokens(api: LiteLlm) -> int:
    return sum(one["prompt_tokens"] + one["completion_tokens"] for one in api.logs if one["cache_hit"] != "True")


def paths(api: LiteLlm) -> list[str]:
    return [request.path for request in api.requests]


def test_a_first_run_reads_everything_and_sums_to_the_proxy_s_own_total(api: LiteLlm, store: Store) -> None:
    outcome = run(api, store)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    # By hand: 5 x 0.25 + (0+1+2+3+4) + 5 x 0.125 + 5 x 0.5 = 14.375 dollars; 10 rows of 1,050 tokens that were used.
    assert (money(store), tokens(store)) == (told_nano(api), told_tokens(api)) == (14_375_000_000, 10_500)
    known = state(store)
    assert set(known.scopes) == SCOPES
    assert set(state(store, "litellm:acme/grants").scopes) == {"CAN_USE"}
    assert known.usage_days == (read_day(DAYS[0]), read_day(DAYS[-1]))
    assert (known.checkpoint, known.max_age_s) == ('{"last_day": "2026-11-19"}', 86_400)


@pytest.mark.parametrize("counts", ["auto", "always", "never"])
@pytest.mark.parametrize("billed", [(), DAYS[:1]], ids=["no bill", "a bill for one day"])
def test_the_proxy_s_money_is_cost_on_days_without_a_bill_unless_a_setting_says_otherwise(
    api: LiteLlm, counts: str, billed: Sequence[str]
) -> None:
    days = {"first_day": read_day(DAYS[0]), "last_day": read_day(DAYS[-1]), "as_of": read_moment(NEXT_MORNING)}
    store = MemoryStore()
    run(api, store, counts=counts)
    told = store.read()
    models = {told.ids[node] for node in told.usage.resource.tolist() if told.ids[node].startswith("Model:")}
    bill = [
        Usage(resource=model, day=read_day(day), cost_nano=1, currency="USD", basis="billed")
        for model in sorted(models)
        for day in billed
    ]
    run_ = store.begin(RunHeader(source="bill:x", observed_at=read_moment(NEXT_MORNING)))
    store.write(run_, bill, range(len(bill)))
    store.finish(run_)
    snapshot = snapshot_of(store, read_moment(NEXT_MORNING), Policy(counts={"litellm:acme": counts}))
    estimates = 0 if counts == "always" else told_nano(api)
    if counts == "auto":
        usage = told.usage
        is_model = np.array([node_id in models for node_id in told.ids])[usage.resource]
        is_billed = is_model & np.isin(usage.day, [read_day(day) for day in billed])
        estimates = int(usage.cost[(usage.currency >= 0) & is_billed].sum())
        assert bool(estimates) == bool(billed)
    for by in (("credential",), ("team", "model"), ("mcp_server",)):
        answer = cost_attribution.run(snapshot, cost_attribution.Params(by=by, **days))
        assert answer.ledger.nano == told_nano(api) - estimates + len(bill)
        assert (answer.estimate_value.nano, answer.included_value.nano) == (estimates, 0)
        [priced] = answer.priced
        assert (priced.source, priced.counts, priced.estimate.nano) == ("litellm:acme", counts, estimates)


def test_what_a_key_may_use_is_granted_and_what_it_used_beyond_its_list_still_conveys(
    api: LiteLlm, store: MemoryStore
) -> None:
    # Logs call a model as it was served; no list names it so.
    api.logs.append(row("served", DAYS[-1], 0.5, model="claude-haiku-5-20260901", api_key=hashed("bot")))
    run(api, store)
    snapshot = snapshot_of(store, read_moment(NEXT_MORNING))
    start = f"Credential:litellm/acme/{hashed('bot')}"
    answer = blast_radius.run(snapshot, blast_radius.Params(start=(start,), as_of=read_moment(NEXT_MORNING)))
    basis = {row.id: row.basis for row in answer.reached}
    assert basis["Model:anthropic/claude-opus-5"] == "GRANTED"
    assert basis["Model:anthropic/claude-haiku-5-20260901"] == "OBSERVED"
    assert "Model:openai/gpt-5-mini" not in basis
    # The key of nobody is blocked: it conveys nothing, to the model that its list names neither.
    old = blast_radius.Params(start=(f"Credential:litellm/acme/{hashed('old')}",), as_of=read_moment(NEXT_MORNING))
    assert list(blast_radius.run(snapshot, old).reached) == []


def test_the_same_answers_at_the_same_moment_change_nothing(api: LiteLlm, store: Store) -> None:
    run(api, store)
    assert not run(api, store).changed


def test_each_day_is_a_window_in_whole_seconds_and_lists_come_in_pages(api: LiteLlm) -> None:
    pages(api)
    spans = [(one.asked["start_date"], one.asked["end_date"]) for one in api.requests if one.path == LOGS][1:]
    assert spans[0] == ("2026-11-15 00:00:00", "2026-11-16 00:00:00")
    assert len(spans) == 5
    assert paths(api).count("/key/list") == paths(api).count("/user/list") == 2


def test_a_row_at_midnight_counts_once(api: LiteLlm, store: Store) -> None:
    api.logs += [row("edge", "2026-11-17", 2.0, startTime="2026-11-17T00:00:00.000Z")]
    api.logs += [row("last", "2026-11-16", 4.0, startTime="2026-11-16T23:59:59.999Z")]
    assert run(api, store).state == "COMPLETE"
    assert money(store) == told_nano(api)
    usage = store.read().usage
    sums = {day: int(usage.cost[(usage.day == day) & (usage.currency >= 0)].sum()) for day in set(usage.day.tolist())}
    assert sums[read_day("2026-11-16")] == 1_875_000_000 + 4_000_000_000
    assert sums[read_day("2026-11-17")] == 2_875_000_000 + 2_000_000_000


def test_a_day_with_more_rows_than_the_proxy_counts_is_read_to_its_end(api: LiteLlm, store: Store) -> None:
    api.logs += [row(f"many-{place}", DAYS[0], 0.5) for place in range(7)]
    api.most, api.cap = 2, 3
    # Whoever stops at the announced pages stops after three rows.
    assert run(api, store, page_size=2).state == "COMPLETE"
    assert money(store) == told_nano(api)


def test_an_older_proxy_that_gives_a_hundred_rows_is_asked_for_a_hundred(api: LiteLlm, store: Store) -> None:
    api.most = 100
    api.logs += [row(f"many-{place}", DAYS[0], 0.5) for place in range(150)]
    assert run(api, store).state == "COMPLETE"
    assert [one.asked["page_size"] for one in api.requests if one.path == LOGS] == ["1000", *["100"] * 6]
    assert money(store) == told_nano(api)


def test_rows_that_shift_between_two_pages_spoil_their_day_alone(api: LiteLlm, store: Store) -> None:
    def shift(number: int, request: Request) -> Fault | None:
        if request.path == LOGS and request.asked["page"] == "2" and request.asked["start_date"].startswith(DAYS[1]):
            # A row that was on page 1 comes again on page 2, and another one is lost: the total still fits.
            return Fault(mangle=lambda body: {**body, "data": [api.logs[4], *body["data"][1:]]})
        return None

    api.fault = shift
    outcome = run(api, store, page_size=2)
    assert outcome.state == "PARTIAL"
    assert "usage of 2026-11-16 to 2026-11-16 is missing" in " ".join(reason.detail for reason in outcome.reasons)
    assert read_day(DAYS[1]) not in set(store.read().usage.day.tolist())
    assert state(store).usage_days == (read_day(DAYS[0]), read_day(DAYS[0]))
    api.fault = lambda number, request: None
    assert run(api, store, NEXT_MORNING).state == "COMPLETE"
    assert money(store) == told_nano(api)


def test_a_later_run_reads_again_only_the_trailing_days(api: LiteLlm, store: Store) -> None:
    run(api, store)
    before = told_nano(api)
    api.logs += [row("unseen", DAYS[0], 100.0), row("late", DAYS[-1], 0.75)]
    api.requests.clear()
    run(api, store, NEXT_MORNING)
    assert money(store) == before + 750_000_000
    assert state(store).checkpoint == '{"last_day": "2026-11-20"}'
    starts = [one.asked["start_date"] for one in api.requests if one.path == LOGS]
    assert starts[1:] == [f"2026-11-{day} 00:00:00" for day in (17, 18, 19, 20)]


FAULTS: dict[str, Fault] = {
    "500": Fault(status=500),
    "429": Fault(status=429, headers={"Retry-After": "1"}),
    "timeout": Fault(hangs=True),
    "truncated": Fault(cut=True),
    "html": Fault(body=b"<html>"),
    "other shape": Fault(mangle=lambda body: {"ok": True}),
    "list of a list": Fault(mangle=lambda body: [body]),
}


@pytest.fixture
def plan(api: LiteLlm) -> list[Request]:
    """One request of each kind of an undisturbed second run: first and last of each path."""
    run(api, MemoryStore())
    # The first one of the logs only asks how much fits into a page.
    logs = [request for request in api.requests if request.path == LOGS][1:]
    chosen = [logs[0], logs[-1]]
    for path in PATHS[:-1]:
        of_path = [request for request in api.requests if request.path == path]
        chosen += {repr(request): request for request in (of_path[0], of_path[-1])}.values()
    api.requests.clear()
    return chosen


def test_every_page_that_fails_once_is_asked_again(api: LiteLlm, store: Store) -> None:
    seen: set[str] = set()

    def once(number: int, request: Request) -> Fault | None:
        known = repr(request) in seen
        seen.add(repr(request))
        return None if known else list(FAULTS.values())[len(seen) % 2]

    api.fault = once
    assert run(api, store).state == "COMPLETE"
    assert (money(store), tokens(store)) == (told_nano(api), told_tokens(api))


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_whatever_page_fails_nothing_is_lost_and_the_next_run_heals_it(
    api: LiteLlm, plan: list[Request], store: MemoryStore, fault: Fault
) -> None:
    run(api, store)
    before = (store.counts(), money(store), tokens(store), state(store).checkpoint)
    for broken in plan if fault is FAULTS["500"] else plan[::3]:
        if broken.path == "/v1/mcp/server" and fault is FAULTS["list of a list"]:
            # A list that came, of things nobody can read: its servers are known by their names alone.
            continue
        api.fault = lambda number, request, broken=broken: fault if request == broken else None
        outcome = run(api, store, reread_days=4)
        assert outcome.state == "PARTIAL", broken
        assert outcome.reasons
        assert not any(outcome.retired.values()), (broken, outcome.retired)
        assert (money(store), tokens(store)) == before[1:3], broken
        api.fault = lambda number, request: None
        healed = run(api, store, reread_days=4)
        assert (healed.state, store.counts()) == ("COMPLETE", before[0]), broken
        assert (money(store), tokens(store), state(store).checkpoint) == before[1:]


@pytest.mark.parametrize(("status", "code"), [(401, "UNAUTHORIZED"), (403, "FORBIDDEN")])
def test_a_refusal_ends_the_run_there_names_the_setting_and_loses_nothing(
    api: LiteLlm, plan: list[Request], status: int, code: str
) -> None:
    for broken in plan:
        store = MemoryStore()
        run(api, store)
        before = (store.counts(), money(store), tokens(store))
        api.requests.clear()
        fault = Fault(status, body=b'{"error":{"message":"Only proxy admins may"}}')
        api.fault = lambda number, request, fault=fault, broken=broken: fault if request == broken else None
        outcome = run(api, store, reread_days=4)
        assert outcome.state == ("FAILED" if broken.path == PATHS[0] and broken.asked["page"] == "1" else "PARTIAL")
        said = next(reason.detail for reason in outcome.reasons if reason.code == code)
        assert "Check the settings base_url and api_key of litellm, instance acme" in said
        assert "Only proxy admins may" in said
        assert api.requests[-1] == broken
        assert not any(outcome.retired.values())
        assert (store.counts(), money(store), tokens(store)) == before
        api.fault = lambda number, request: None


def test_no_page_no_record_and_no_error_carries_a_secret_or_a_prompt(api: LiteLlm, store: Store) -> None:
    outcome = run(api, store, api_key=Secret("sk-expired"))
    assert outcome.state == "FAILED"
    assert "sk-expired" not in repr(outcome)
    run(api, store)
    shown = repr(store.read())
    assert KEY not in repr(settings(api)) + shown
    for secret in ("not-to-be-kept", "what somebody asked", "what was answered"):
        assert secret in repr((api.servers, api.logs))
        assert secret not in shown


def test_what_is_listed_no_more_ends_and_its_usage_stays(api: LiteLlm, store: Store) -> None:
    run(api, store)
    before = money(store)
    api.keys, api.users = api.keys[1:], api.users[:-1]
    outcome = run(api, store, NEXT_MORNING)
    assert outcome.state == "COMPLETE"
    assert (outcome.retired["Account"], outcome.retired["Credential"]) == (1, 1)
    claims = store.read()
    ends = {claims.ids[node]: int(until) for node, until in zip(claims.nodes.node, claims.nodes.until, strict=True)}
    ended = {node for node, until in ends.items() if until == read_moment(NEXT_MORNING)}
    assert ended == {"Account:litellm/acme/u-cy", f"Credential:litellm/acme/{hashed('ci')}"}
    assert money(store) == before


def test_a_proxy_without_a_list_of_servers_tells_their_usage_by_name(api: LiteLlm, store: Store) -> None:
    api.fault = lambda number, request: Fault(status=404) if request.path == "/v1/mcp/server" else None
    outcome = run(api, store)
    assert (outcome.state, [reason.code for reason in outcome.reasons]) == ("PARTIAL", ["GONE"])
    assert money(store) == told_nano(api)
    assert "McpTool:litellm/acme/github/open_pr" in store.read().ids
    assert "McpServer" not in state(store).scopes
    assert "CAN_USE" not in state(store, "litellm:acme/grants").scopes


def test_a_list_of_nobody_retires_nobody(api: LiteLlm, store: Store) -> None:
    run(api, store)
    api.users = []
    outcome = run(api, store, NEXT_MORNING)
    assert (outcome.state, outcome.retired.get("Account", 0)) == ("PARTIAL", 0)
    assert "NO_USERS" in [reason.code for reason in outcome.reasons]


def test_too_many_pages_are_given_up_and_said(api: LiteLlm, store: Store) -> None:
    outcome = run(api, store, max_pages=1)
    assert outcome.state == "PARTIAL"
    assert any("more than 1 pages" in reason.detail for reason in outcome.reasons)


def test_a_proxy_that_keeps_no_logs_is_read_by_its_daily_sums(api: LiteLlm, store: Store) -> None:
    def metrics(spend: float, prompt: int, output: int, requests: int) -> dict[str, Any]:
        told = {"spend": spend, "prompt_tokens": prompt, "completion_tokens": output, "successful_requests": requests}
        return {"metrics": told | {"cache_read_input_tokens": prompt // 2, "cache_creation_input_tokens": 0}}

    for day in DAYS:
        keyed = {hashed("ci"): metrics(0.5, 100, 10, 2) | {"metadata": {"team_id": "t-core"}}}
        model = metrics(0.75, 160, 10, 3) | {"api_key_breakdown": keyed}
        breakdown = {"models": {"claude-opus-5": model}, "providers": {"anthropic": metrics(0.75, 160, 10, 3)}}
        api.daily.append({"date": day, **metrics(1.0, 200, 20, 9), "breakdown": breakdown})
    outcome = run(api, store, daily=True)
    assert (outcome.state, LOGS in paths(api)) == ("COMPLETE", False)
    # By hand, a day: the key 0.5 dollars and 110 tokens, the model's rest 0.25 and 60, the day's rest 0.25 and 50.
    assert (money(store), tokens(store)) == (5_000_000_000, 5 * 220)
    assert state(store).usage_days == (read_day(DAYS[0]), read_day(DAYS[-1]))
    claims = store.read()
    principals = {claims.ids[place] for place in claims.usage.principal if place >= 0}
    assert principals == {f"Credential:litellm/acme/{hashed('ci')}"}


@pytest.mark.parametrize("text", ["{", "[]", '{"last_day": 7}', "null"])
def test_a_checkpoint_nobody_can_read_reads_everything_again(api: LiteLlm, text: str) -> None:
    found = [page for page in pages(api, text) if page.endpoint == LOGS]
    assert (found[0].request["from"], found[-1].request["to"]) == (DAYS[0], DAYS[-1])


@pytest.mark.parametrize(
    ("terms", "setting"),
    [
        ({"api_key": Secret("")}, "api_key"),
        ({"api_key": Secret("a\nb")}, "api_key"),
        ({"instance": "a/b"}, "instance"),
        ({"base_url": "http://proxy.acme.example"}, "base_url"),
        ({"base_url": "https://me:secret@proxy.acme.example"}, "base_url"),
        ({"lookback_days": 0}, "lookback_days"),
        ({"reread_days": -1}, "reread_days"),
        ({"page_size": 0}, "page_size"),
    ],
)
def test_a_setting_that_cannot_be_is_named(terms: dict[str, Any], setting: str) -> None:
    told = {"instance": "acme", "api_key": Secret(KEY), "base_url": "https://proxy.acme.example"}
    with pytest.raises(InputError, match=f"setting {setting} of litellm") as error:
        litellm.Config(**{**told, **terms})
    assert "secret" not in str(error.value)
