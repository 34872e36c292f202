"""A GitHub organisation over real HTTP: what may be missing is said, what fails loses nothing, and each dollar is told once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from graph.claims import Node
from graph.errors import InputError
from graph.moment import read_day, read_moment, write_day
from graph.snapshot import Basis, snapshot_of
from graph.stores.base import Outcome, SourceState, Store
from graph.stores.memory import MemoryStore
from loaders.base import Context, Page, Secret
from loaders.connectors import github
from loaders.live.http import Clock, FetchContext, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from queries import blast_radius, cost_attribution
from tests.loaders.cursor_api import FastClock, Fault, Request
from tests.loaders.directory_api import KEY, serving
from tests.loaders.github_api import (
    BILLS,
    CREDITS,
    ORG,
    PREMIUM,
    REPORTS,
    USAGE,
    GitHub,
    acme,
    bill_line,
    ndjson,
    person,
)

MORNING, NEXT_MORNING = "2026-11-20T06:00:00Z", "2026-11-21T06:00:00Z"
DAYS = [write_day(day) for day in range(read_day("2026-11-18"), read_day("2026-11-20"))]
SEATS = "/orgs/Acme/copilot/billing/seats"
TOKENS = "/orgs/Acme/personal-access-tokens"
SCOPES = {
    "Account",
    "Group",
    "MEMBER_OF",
    "DataSource",
    "CAN_ACCESS",
    "Credential",
    "HAS_CREDENTIAL",
    "RUNS_AS",
    "Application",
    "ACCOUNT_IN",
    "usage",
    "charges",
}


@pytest.fixture
def api() -> Iterator[GitHub]:
    running = acme(DAYS)
    with serving(running):
        yield running


@pytest.fixture
def store() -> MemoryStore:
    """One store will do: what all of them promise is held by their contract."""
    return MemoryStore()


def retry_policy() -> RetryPolicy:
    return RetryPolicy(max_attempts=2, initial_wait_s=0.01, max_wait_s=5.0, timeout_s=0.3)


def config(api: GitHub, **terms: Any) -> github.Config:
    settings = {"instance": ORG, "token": Secret(KEY), "base_url": api.base_url, "lookback_days": len(DAYS)}
    return github.Config(**settings | {"reread_days": len(DAYS) - 1} | terms)


def run(api: GitHub, store: Store, at: str = MORNING, clock: FastClock | None = None, **terms: Any) -> Outcome:
    passing = clock or FastClock()
    return sync(
        store,
        "github",
        config(api, **terms),
        SyncOptions(retry_policy=retry_policy(), clock=Clock(passing.now_s, passing.sleep, lambda: read_moment(at))),
    )[0]


def pages(api: GitHub, checkpoint: str | None = None, **terms: Any) -> list[Page]:
    clock = FastClock()
    io = FetchContext(read_moment(MORNING), Clock(clock.now_s, clock.sleep), retry_policy())
    return list(github.fetch(config(api, **terms), io, checkpoint))


def state(store: Store) -> SourceState:
    return next(state for state in store.sources() if state.source == f"github:{ORG}")


def billed(store: Store) -> int:
    """Nano-dollars of usage and charges."""
    claims = store.read()
    return int(claims.usage.cost[claims.usage.currency >= 0].sum()) + int(claims.charges.cost.sum())


def told(api: GitHub) -> int:
    """What GitHub bills by its own lines: premium requests, AI credits, and of the usage bill the seats."""
    lines = [line for (path, _), found in api.bills.items() if path != USAGE for line in found]
    lines += [line for found in api.bills.values() for line in found if line["sku"] == "Copilot Business"]
    return int(sum(Decimal(str(line["netAmount"])) for line in lines) * 10**9)


def owners(store: Store) -> dict[str | None, int]:
    """Nano-dollars of usage by who is billed."""
    claims = store.read()
    found: dict[str | None, int] = {}
    for who, cost, currency in zip(claims.usage.principal, claims.usage.cost, claims.usage.currency, strict=True):
        if currency >= 0:
            name = None if who < 0 else claims.ids[who]
            found[name] = found.get(name, 0) + int(cost)
    return found


def summary(store: Store) -> tuple[Any, ...]:
    usage = store.read().usage
    return store.counts(), billed(store), int(usage.tokens.sum()), int(usage.requests.sum()), state(store).checkpoint


def on(path: str, fault: Fault) -> Any:
    return lambda number, request: fault if request.path == path else None


def details(outcome: Outcome) -> str:
    return " | ".join(f"{reason.code} {reason.detail}" for reason in outcome.reasons)


def test_a_first_run_reads_everything_and_sums_to_github_s_own_bill(api: GitHub, store: Store) -> None:
    outcome = run(api, store)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    assert billed(store) == told(api) > 0
    known = state(store)
    assert set(known.scopes) == SCOPES
    assert known.usage_days == known.charge_days == (read_day(DAYS[0]), read_day(DAYS[-1]))
    assert known.max_age_s == 86_400
    assert int(store.read().usage.tokens.sum()) == sum(107 + place for place in range(len(DAYS)))


def test_every_dollar_is_once_in_the_ledger_whatever_it_is_asked_by(api: GitHub, store: MemoryStore) -> None:
    api.persons = {(PREMIUM, day, "ada"): [bill_line(0.75)] for day in DAYS}
    run(api, store, per_user=True)
    snapshot = snapshot_of(store, read_moment(NEXT_MORNING))
    days = {"first_day": read_day(DAYS[0]), "last_day": read_day(DAYS[-1]), "as_of": read_moment(NEXT_MORNING)}
    for by in (("account",), ("model", "day"), ("application",), ("mcp_server",)):
        answer = cost_attribution.run(snapshot, cost_attribution.Params(by=by, **days))
        assert answer.ledger.nano == told(api)
        rows = sum(row.cost.nano for row in answer.rows)
        assert rows + sum(money.nano for money in answer.buckets.values()) == told(api)
        assert answer.buckets["seat"].nano == 1_900_000_000 * len(DAYS)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        # Ada is in Data, may write lake through it, administers web, and reads the rest as a member.
        ("Account:github/ada", {"lake": "WRITE", "web": "ADMIN", "hall": "READ"}),
        # Bo is in Night, below Data.
        ("Account:github/bo", {"lake": "WRITE", "web": "WRITE", "hall": "READ"}),
        ("Account:github/root", {"lake": "ADMIN", "web": "ADMIN", "hall": "ADMIN"}),
        ("Account:github/finn", {"lake": "READ"}),
        # Ada's token reads contents of everything; Bo's writes lake, and hall he may only read himself.
        ("Credential:github/acme/pat/101", {"lake": "READ", "web": "READ", "hall": "READ"}),
        ("Credential:github/acme/pat/102", {"lake": "WRITE", "hall": "READ"}),
    ],
)
def test_who_reaches_which_repository(api: GitHub, store: MemoryStore, start: str, expected: dict[str, str]) -> None:
    run(api, store)
    snapshot = snapshot_of(store, read_moment(MORNING))
    params = blast_radius.Params(start=(start,), as_of=read_moment(MORNING), kinds=("DataSource",), basis=Basis.GRANTED)
    rows = blast_radius.run(snapshot, params).reached
    assert {row.id.rpartition("/")[2]: row.permission for row in rows if row.permission} == expected


def test_what_was_seen_in_use_is_reached_since_nobody_grants_it(api: GitHub, store: MemoryStore) -> None:
    run(api, store)
    snapshot = snapshot_of(store, read_moment(MORNING))
    params = blast_radius.Params(start=("Account:github/bo", "Account:github/ada"), as_of=read_moment(MORNING))
    reached = {row.id for row in blast_radius.run(snapshot, params).reached}
    assert {"McpServer:github/acme/github", "Model:openai/gpt-5", "Application:github/acme/copilot"} <= reached


def test_whoever_has_a_seat_and_is_on_no_list_of_people_is_not_said_to_be_there(api: GitHub) -> None:
    api.lists[SEATS] = [*api.lists[SEATS], {"created_at": "2026-01-15T10:30:00Z", "assignee": person("gone", 44)}]
    draft = next(github.normalize(pages(api), Context(read_moment(MORNING), source=f"github:{ORG}")))
    described = {record.id: record.props for _, record in draft.records if isinstance(record, Node)}
    assert described["Account:github/gone"]["status"] == "unknown"
    assert described["Account:github/ada"]["status"] == "active"


def test_the_same_answers_at_the_same_moment_change_nothing(api: GitHub, store: Store) -> None:
    run(api, store)
    assert not run(api, store).changed


def test_days_are_whole_and_over_and_a_later_run_reads_the_trailing_ones(api: GitHub, store: Store) -> None:
    run(api, store)
    assert [request.asked["day"] for request in api.requests if request.path == REPORTS] == DAYS
    api.requests.clear()
    run(api, store, NEXT_MORNING, reread_days=1)
    asked = [request.asked["day"] for request in api.requests if request.path == REPORTS]
    assert asked == [DAYS[-2], DAYS[-1], "2026-11-20"][-len(asked) :]
    assert len(asked) == 3


FAULTS = {
    "429": Fault(status=429, headers={"Retry-After": "3"}),
    "500": Fault(status=500),
    "truncated": Fault(cut=True),
    "html": Fault(body=b"<html>"),
    "rate limit": Fault(status=403, headers={"X-RateLimit-Remaining": "0"}),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_page_that_fails_once_loses_nothing(api: GitHub, store: Store, fault: Fault) -> None:
    seen: set[str] = set()

    def once(number: int, request: Request) -> Fault | None:
        # No file is half of its length if it is empty.
        known = repr(request) in seen
        seen.add(repr(request))
        return None if known else fault

    api.fault = once
    outcome = run(api, store)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    assert billed(store) == told(api)
    assert set(state(store).scopes) == SCOPES


def test_whatever_page_keeps_failing_nothing_is_lost_and_the_next_run_heals_it(api: GitHub, store: Store) -> None:
    run(api, store)
    before = summary(store)
    api.requests.clear()
    run(api, store)
    plan = list(api.requests)
    assert len({repr(request) for request in plan}) == len(plan) > 25
    for broken in plan:
        api.fault = lambda number, request, broken=broken: Fault(status=500) if request == broken else None
        outcome = run(api, store)
        assert outcome.state == "PARTIAL", broken
        assert outcome.reasons
        assert all(reason.detail for reason in outcome.reasons)
        assert not any(outcome.retired.values()), broken
        assert summary(store) == before, broken
    api.fault = lambda number, request: None
    assert (run(api, store).state, summary(store)) == ("COMPLETE", before)


SHAPES = {
    "other shape": Fault(mangle=lambda body: {"ok": True}),
    "text": Fault(mangle=lambda body: "soon"),
    "null": Fault(body=b"null"),
}


@pytest.mark.parametrize("fault", SHAPES.values(), ids=SHAPES.keys())
@pytest.mark.parametrize("path", ["/orgs/Acme", "/orgs/Acme/members", "/orgs/Acme/repos", SEATS, PREMIUM, USAGE])
def test_an_answer_of_another_shape_is_a_failure_and_not_the_end(
    api: GitHub, store: Store, path: str, fault: Fault
) -> None:
    run(api, store)
    before = summary(store)
    api.fault = on(path, fault)
    outcome = run(api, store)
    assert outcome.state == "PARTIAL"
    assert not any(outcome.retired.values())
    assert summary(store) == before


@pytest.mark.parametrize("status", [401, 403, 404])
def test_an_organisation_that_may_not_be_seen_is_a_failed_run_that_asks_for_nothing_more(
    api: GitHub, store: Store, status: int
) -> None:
    run(api, store)
    before = summary(store)
    api.requests.clear()
    api.fault = on("/orgs/Acme", Fault(status, body=b'{"message":"Bad credentials"}'))
    outcome = run(api, store, NEXT_MORNING)
    assert outcome.state == "FAILED"
    assert len(api.requests) == 1
    assert "Check the setting token of github, instance Acme" in details(outcome)
    assert "Bad credentials" in details(outcome)
    assert summary(store) == before


def test_a_token_that_is_refused_on_the_way_ends_the_run_there(api: GitHub, store: Store) -> None:
    run(api, store)
    before = summary(store)
    api.requests.clear()
    run(api, store)
    plan = list(api.requests)
    for place, broken in enumerate(plan):
        if broken.path.startswith("/signed/"):
            continue
        api.requests.clear()
        api.fault = lambda number, request, broken=broken: Fault(401) if request == broken else None
        outcome = run(api, store)
        assert outcome.state == ("FAILED" if place == 0 else "PARTIAL")
        assert "UNAUTHORIZED" in [reason.code for reason in outcome.reasons]
        assert api.requests == plan[: place + 1]
        assert not any(outcome.retired.values())
        assert summary(store)[1:] == before[1:]


def test_no_page_no_record_and_no_reason_carries_the_token_or_a_signature(api: GitHub, store: Store) -> None:
    bad = run(api, store, token=Secret("github_pat_expired"))
    assert bad.state == "FAILED"
    assert "github_pat_expired" not in repr(bad)
    assert "***" in repr(bad)
    api.fault = on(f"/signed/{DAYS[0]}/0", Fault(status=500))
    found = repr(pages(api)) + repr(config(api)) + repr(run(api, store)) + repr(store.read())
    assert KEY not in found
    assert "s3cr3t" not in found


OPTIONAL = [
    (TOKENS, {"Credential", "HAS_CREDENTIAL", "RUNS_AS"}),
    ("/orgs/Acme/credential-authorizations", {"Credential", "HAS_CREDENTIAL", "RUNS_AS"}),
    ("/orgs/Acme/members", {"Account", "MEMBER_OF", "CAN_ACCESS"}),
    ("/orgs/Acme/outside_collaborators", {"Account"}),
    ("/orgs/Acme/teams", {"Group", "MEMBER_OF", "CAN_ACCESS"}),
    ("/orgs/Acme/teams/data/members", {"MEMBER_OF", "CAN_ACCESS"}),
    ("/orgs/Acme/teams/data/repos", {"CAN_ACCESS"}),
    ("/orgs/Acme/repos", {"DataSource", "CAN_ACCESS"}),
    ("/repos/Acme/web/collaborators", {"CAN_ACCESS"}),
    (SEATS, {"Application", "ACCOUNT_IN"}),
    (REPORTS, {"usage"}),
    (PREMIUM, {"usage"}),
    (USAGE, {"charges"}),
]


@pytest.mark.parametrize(("path", "lost"), OPTIONAL)
def test_a_part_that_may_not_be_read_is_said_and_the_rest_is_whole(
    api: GitHub, store: Store, path: str, lost: set[str]
) -> None:
    api.absent = set()
    api.lists["/orgs/Acme/credential-authorizations"] = []
    api.forbidden = {path}
    outcome = run(api, store)
    assert outcome.state == "PARTIAL"
    assert {reason.code for reason in outcome.reasons} == {"FORBIDDEN"}
    assert path in outcome.reasons[0].detail
    assert "switch off" in outcome.reasons[0].detail
    assert len([request for request in api.requests if request.path == path]) <= 2
    assert set(state(store).scopes) == SCOPES - lost


@pytest.mark.parametrize("path", [TOKENS, SEATS, REPORTS, PREMIUM, CREDITS, USAGE])
@pytest.mark.parametrize("status", [403, 404])
def test_what_was_read_once_and_may_not_be_read_today_is_kept(
    api: GitHub, store: Store, path: str, status: int
) -> None:
    run(api, store)
    before = summary(store)
    (api.forbidden if status == 403 else api.absent).add(path)
    outcome = run(api, store)
    if (path, status) == (PREMIUM, 404):
        # The usage bill tells the same dollars, without models.
        assert (outcome.state, billed(store)) == ("COMPLETE", told(api))
        return
    assert outcome.state == "PARTIAL"
    assert not any(outcome.retired.values())
    assert summary(store) == before


def test_dollars_that_no_report_tells_come_from_the_usage_bill_once(api: GitHub, store: Store) -> None:
    api.absent |= {PREMIUM, CREDITS}
    outcome = run(api, store)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    lines = [line for (path, _), found in api.bills.items() if path == USAGE for line in found]
    ai = sum(Decimal(str(line["netAmount"])) for line in lines if line["product"] == "Copilot")
    assert billed(store) == int(ai * 10**9)


def test_bills_that_may_not_be_read_leave_the_use_and_come_later_for_all_days(api: GitHub, store: Store) -> None:
    api.forbidden = {PREMIUM, CREDITS, USAGE}
    outcome = run(api, store)
    assert outcome.state == "PARTIAL"
    assert {reason.code for reason in outcome.reasons} == {"FORBIDDEN"}
    assert (billed(store), int(store.read().usage.requests.sum())) == (0, 9 * len(DAYS))
    assert state(store).usage_days is None
    api.forbidden = set()
    run(api, store, NEXT_MORNING, reread_days=0)
    assert 0 < billed(store) < told(api)
    api.fault = lambda number, request: Fault(500) if request.asked.get("day") == DAYS[0][-2:] else None
    assert run(api, store, NEXT_MORNING, lookback_days=3, reread_days=0).state == "PARTIAL"
    api.fault = lambda number, request: None
    assert run(api, store, NEXT_MORNING, lookback_days=3, reread_days=0).state == "COMPLETE"
    assert billed(store) == told(api)
    api.requests.clear()
    run(api, store, NEXT_MORNING, reread_days=0)
    assert len([request for request in api.requests if request.path == PREMIUM]) == 1


def test_a_day_without_a_report_is_a_day_without_use_unless_it_may_still_come(api: GitHub, store: Store) -> None:
    api.reports = {DAYS[-1]: api.reports[DAYS[-1]]}
    assert run(api, store).state == "COMPLETE"
    assert state(store).usage_days == (read_day(DAYS[0]), read_day(DAYS[-1]))
    api.reports.clear()
    later = MemoryStore()
    assert run(api, later).state == "COMPLETE"
    assert state(later).usage_days is None
    assert state(later).charge_days == (read_day(DAYS[0]), read_day(DAYS[-1]))
    assert billed(later) == told(api)


def test_reports_that_are_there_for_no_day_at_all_are_said(api: GitHub, store: Store) -> None:
    api.absent.add(REPORTS)
    outcome = run(api, store)
    assert outcome.state == "PARTIAL"
    assert [reason.code for reason in outcome.reasons] == ["NO_REPORTS"]
    assert state(store).usage_days is None


def test_a_link_that_expired_is_asked_for_again(api: GitHub, store: Store) -> None:
    link, asked = f"/signed/{DAYS[0]}/1", []

    def expired(number: int, request: Request) -> Fault | None:
        if request.path == link:
            asked.append(number)
        return (
            Fault(403, body=b"<Error>AuthenticationFailed</Error>")
            if request.path == link and len(asked) == 1
            else None
        )

    api.fault = expired
    assert run(api, store).state == "COMPLETE"
    assert len(asked) == 2
    api.fault = on(link, Fault(403))
    outcome = run(api, store)
    assert outcome.state == "PARTIAL"
    assert [reason.code for reason in outcome.reasons] == ["FETCH_FAILED"]


@pytest.mark.parametrize("period", [{"month": 10}, {"day": 1}, {"year": 2025}])
def test_a_bill_of_another_period_is_not_believed(api: GitHub, store: Store, period: dict[str, int]) -> None:
    run(api, store)
    before = summary(store)
    api.period = period
    outcome = run(api, store)
    assert outcome.state == "PARTIAL"
    assert "'timePeriod': it is not the requested day" in details(outcome)
    assert summary(store) == before


def test_person_by_person_each_dollar_is_told_once_and_the_rest_is_nobody_s(api: GitHub, store: Store) -> None:
    first, last = DAYS
    api.persons = {
        (PREMIUM, first, "ada"): [bill_line(0.75)],
        (PREMIUM, first, "bo"): [bill_line(0.25), bill_line(0.5, model="Claude Sonnet 4.5")],
        (CREDITS, last, "bo"): [bill_line(0.25, sku="Copilot AI Credits", unitType="ai-credits")],
    }
    assert run(api, store, per_user=True).state == "COMPLETE"
    assert billed(store) == told(api)
    # Ada 0.75; Bo 0.25 + 0.5 + 0.25; in all 1.25 + 0.5 + 0.25, and 2.25 + 0.5 + 0.25 on the second day.
    assert owners(store) == {
        "Account:github/ada": 750_000_000,
        "Account:github/bo": 1_000_000_000,
        None: 5_000_000_000 - 1_750_000_000,
    }
    asked = [request.asked["user"] for request in api.requests if request.path == PREMIUM and "user" in request.asked]
    assert asked == ["ada", "bo"] * len(DAYS)


def test_bills_are_asked_person_by_person_only_if_somebody_wants_that(api: GitHub, store: Store) -> None:
    run(api, store)
    assert not [request for request in api.requests if "user" in request.asked]


def test_a_bill_of_everybody_is_no_person_s(api: GitHub, store: Store) -> None:
    run(api, store)
    before = summary(store)

    def mangle(body: dict[str, Any]) -> dict[str, Any]:
        return {name: told for name, told in body.items() if name != "user"}

    api.fault = lambda number, request: Fault(mangle=mangle) if "user" in request.asked else None
    outcome = run(api, store, per_user=True)
    assert outcome.state == "PARTIAL"
    assert "'user': it is not the requested person" in details(outcome)
    assert summary(store) == before


def test_an_enterprise_is_billed_with_its_cost_centres_and_for_this_organisation_alone(
    api: GitHub, store: Store
) -> None:
    root = "/enterprises/big/settings/billing"
    api.objects[f"{root}/cost-centers"] = {"costCenters": [{"id": "c1", "name": "R&D", "state": "active"}]}
    seat = {"product": "Copilot", "sku": "Copilot Business", "unitType": "user-months", "quantity": 1}
    day = {"date": f"{DAYS[0]}T00:00:00Z"}
    asked: list[dict[str, str]] = []
    answer = api.answer

    def answered(path: str, terms: Any) -> Any:
        if not path.startswith(root) or path.endswith("cost-centers"):
            return answer(path, terms)
        asked.append({"path": path.removeprefix(root), **terms})
        if path != f"{root}/usage":
            assert terms["organization"] == ORG
            return answer(path.replace(root, BILLS), terms)
        amount = 3 if "cost_center_id" in terms else 2
        lines = [{**seat, **day, "netAmount": amount, "organizationName": name} for name in ("acme", "Other")]
        return type(answer("/orgs/Acme", {}))({"usageItems": lines if terms["day"] == str(int(DAYS[0][-2:])) else []})

    api.answer = answered  # type: ignore[method-assign]
    assert run(api, store, enterprise="big").state == "COMPLETE"
    assert int(store.read().charges.cost.sum()) == 5_000_000_000
    assert {terms.get("cost_center_id") for terms in asked if terms["path"] == "/usage"} == {None, "c1"}
    del api.objects[f"{root}/cost-centers"]
    outcome = run(api, MemoryStore(), enterprise="big")
    assert outcome.state == "PARTIAL"
    assert "cost-centers" in details(outcome)


def test_a_token_that_may_read_no_collaborators_says_so_once(api: GitHub, store: Store) -> None:
    api.forbidden = {path for path in api.lists if path.endswith("/collaborators")}
    outcome = run(api, store)
    assert [reason.code for reason in outcome.reasons] == ["FORBIDDEN"]
    assert outcome.reasons[0].detail.endswith("; so did 2 more of the collaborators")


def test_an_internal_repository_is_every_member_s_to_read_whatever_the_default(api: GitHub, store: MemoryStore) -> None:
    api.objects["/orgs/Acme"]["default_repository_permission"] = "none"
    assert run(api, store).state == "COMPLETE"
    claims = store.read()
    group = claims.ids.index("Group:github/acme")
    mine = {
        claims.ids[head] for tail, head in zip(claims.edges.source, claims.edges.target, strict=True) if tail == group
    }
    assert mine == {"DataSource:github/acme/web"}


def test_what_is_switched_off_is_not_asked_for(api: GitHub, store: Store) -> None:
    outcome = run(api, store, copilot=False, billing=False, tokens=False)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    assert not [
        request.path
        for request in api.requests
        if any(word in request.path for word in ("copilot", "billing", "tokens", "credential"))
    ]
    assert set(state(store).scopes) == {"Account", "Group", "MEMBER_OF", "DataSource", "CAN_ACCESS"}


def test_who_is_listed_no_more_ends_and_their_use_stays(api: GitHub, store: Store) -> None:
    run(api, store)
    requests = int(store.read().usage.requests.sum())
    for path, found in api.lists.items():
        api.lists[path] = [one for one in found if "Ada" not in repr(one)]
    outcome = run(api, store, NEXT_MORNING)
    assert outcome.state == "COMPLETE"
    assert outcome.retired["Account"] == outcome.retired["Credential"] == 1
    claims = store.read()
    assert int(claims.usage.requests.sum()) == requests
    users = {claims.ids[place] for place in claims.usage.principal if place >= 0}
    assert "Account:github/ada" in users


def test_somebody_who_took_another_login_keeps_their_use(api: GitHub, store: Store) -> None:
    for found in api.lists.values():
        for one in found:
            for entry in (one, one.get("owner") or {}, one.get("assignee") or {}):
                if entry.get("login") == "Ada":
                    entry["login"] = "ada-new"
    run(api, store)
    claims = store.read()
    users = {claims.ids[place] for place in claims.usage.principal if place >= 0}
    assert users == {"Account:github/ada-new", "Account:github/bo"}


def test_a_default_permission_that_is_not_shown_is_not_guessed(api: GitHub, store: Store) -> None:
    del api.objects["/orgs/Acme"]["default_repository_permission"]
    outcome = run(api, store)
    assert [reason.code for reason in outcome.reasons] == ["DEFAULT_UNKNOWN"]
    assert set(state(store).scopes) == SCOPES - {"CAN_ACCESS"}


def test_an_organisation_of_nobody_retires_nobody(api: GitHub, store: Store) -> None:
    run(api, store)
    api.lists["/orgs/Acme/members"] = []
    outcome = run(api, store, NEXT_MORNING)
    assert "NO_MEMBERS" in [reason.code for reason in outcome.reasons]
    assert not outcome.retired.get("Account")
    assert not outcome.retired.get("MEMBER_OF")


def test_a_report_of_another_day_and_a_row_of_another_day_are_refused(api: GitHub, store: Store) -> None:
    run(api, store)
    before = summary(store)
    api.fault = on(REPORTS, Fault(mangle=lambda body: body | {"report_day": "2026-01-01"}))
    assert "the report of another day" in details(run(api, store))
    assert summary(store) == before
    api.fault = lambda number, request: None
    api.reports[DAYS[0]] = [*api.reports[DAYS[0]], ndjson({"day": "2026-01-01", "user_id": 7, "user_login": "ada"})]
    outcome = run(api, store)
    assert "'[0].day': it is not the requested day" in details(outcome)
    assert read_day("2026-01-01") not in set(store.read().usage.day.tolist())


@pytest.mark.parametrize("text", ["{", "[]", '{"last_day": 7}', '{"parts": 5}', "null", '{"parts": [1]}'])
def test_a_checkpoint_nobody_can_read_reads_everything_again(api: GitHub, text: str) -> None:
    found = pages(api, text)
    assert (found[0].request["from"], found[0].request["to"]) == (DAYS[0], DAYS[-1])


def test_too_many_pages_are_given_up_and_said(api: GitHub, store: Store) -> None:
    outcome = run(api, store, max_pages=1)
    assert outcome.state == "PARTIAL"
    assert "more than 1 pages" in details(outcome)


@pytest.mark.parametrize(
    ("terms", "setting"),
    [
        ({"token": Secret("")}, "token"),
        ({"token": Secret("a\nb")}, "token"),
        ({"instance": "a/b"}, "instance"),
        ({"base_url": "http://api.example.com"}, "base_url"),
        ({"base_url": "https://me:secret@api.example.com"}, "base_url"),
        ({"lookback_days": 0}, "lookback_days"),
        ({"reread_days": -1}, "reread_days"),
        ({"calls_per_minute": 0}, "calls_per_minute"),
    ],
)
def test_a_setting_that_cannot_be_is_named(terms: dict[str, Any], setting: str) -> None:
    with pytest.raises(InputError, match=f"setting {setting} of github") as error:
        github.Config(**{"instance": "acme", "token": Secret(KEY)} | terms)
    assert "secret" not in str(error.value)
