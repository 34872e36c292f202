"""How a live system is asked: limits, patience, and secrets that stay secret."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from graph.errors import FetchError
from loaders.base import Secret
from loaders.live.auth import BasicAuth
from loaders.live.http import Clock, FetchContext, HttpClient, RateLimit, RetryPolicy
from loaders.saved.parsing import read_body
from tests.loaders.cursor_api import KEY, CursorApi, FastClock, Fault, serving

REMEDY = "Check the setting api_key of cursor, instance acme"
MEMBERS = "/teams/members"


@pytest.fixture
def api() -> Iterator[CursorApi]:
    with serving(CursorApi(members=[{"id": "user_ada"}])) as running:
        yield running


def open_http(api: CursorApi, clock: FastClock, *, key: str = KEY, **limits: Any) -> HttpClient:
    retry_policy = RetryPolicy(**({"max_attempts": 4, "timeout_s": 0.3, "max_wait_s": 120.0} | limits))
    io = FetchContext(0, Clock(clock.now_s, clock.sleep), retry_policy)
    return io.open_http(api.base_url, BasicAuth(Secret(key)), remedy=REMEDY, limits={})


def failing(*faults: Fault) -> Any:
    """Each fault once, in turn; then right answers."""
    return lambda number, request: faults[number - 1] if number <= len(faults) else None


def refused(api: CursorApi, **terms: Any) -> FetchError:
    with open_http(api, FastClock(), **terms) as http, pytest.raises(FetchError) as error:
        http.get(MEMBERS)
    return error.value


def test_the_key_is_the_basic_username_and_fractions_are_decimals(api: CursorApi) -> None:
    api.members[0]["spend"] = 2450.125487
    with open_http(api, FastClock()) as http:
        assert http.get(MEMBERS)["teamMembers"][0]["spend"] == Decimal("2450.125487")


def test_204_says_that_there_is_nothing_and_an_empty_200_is_a_failure(api: CursorApi) -> None:
    api.fault = lambda number, request: Fault(status=204, body=b"")
    with open_http(api, FastClock()) as http:
        assert http.get(MEMBERS) is None
        assert http.get_link(MEMBERS)[0] is None
    api.fault = lambda number, request: Fault(body=b"")
    assert "not whole JSON" in str(refused(api))


def test_a_query_and_a_body_arrive_as_they_were_given(api: CursorApi) -> None:
    with open_http(api, FastClock()) as http:
        http.get("/analytics/by-user/mcp", {"startDate": "2026-11-01", "endDate": "2026-11-02", "page": 1})
        http.post("/teams/filtered-usage-events", {"startDate": 0, "endDate": 1})
    assert [request.asked for request in api.requests] == [
        {"startDate": "2026-11-01", "endDate": "2026-11-02", "page": "1"},
        {"startDate": 0, "endDate": 1},
    ]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=429),
        Fault(status=500),
        Fault(status=503),
        Fault(hangs=True),
        Fault(cut=True),
        Fault(body=b"<html>gateway</html>"),
        Fault(body=b'{"teamMembers": [{"id": NaN}]}'),
        Fault(body=b"[" * 100_000),
        Fault(headers={"Content-Encoding": "gzip"}),
    ],
    ids=["429", "500", "503", "timeout", "truncated", "html", "nan", "nested", "bad-gzip"],
)
def test_what_may_pass_is_tried_again_until_it_has(api: CursorApi, fault: Fault) -> None:
    api.fault = failing(fault, fault)
    clock = FastClock()
    with open_http(api, clock) as http:
        assert http.get(MEMBERS) == {"teamMembers": [{"id": "user_ada"}]}
    assert len(api.requests) == 3
    assert len(clock.slept) == 2


@pytest.mark.parametrize("fault", [Fault(status=500), Fault(hangs=True), Fault(cut=True), Fault(body=b"no")])
def test_what_does_not_pass_is_a_failure_that_may_be_retried_later(api: CursorApi, fault: Fault) -> None:
    api.fault = lambda number, request: fault
    error = refused(api, max_attempts=2)
    assert error.retryable
    assert len(api.requests) == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 302])
def test_what_a_person_must_mend_is_asked_once_and_names_the_setting(api: CursorApi, status: int) -> None:
    api.fault = lambda number, request: Fault(
        status=status, body=b'{"error":"x","message":"Enterprise access required"}'
    )
    error = refused(api)
    assert (error.retryable, error.status, len(api.requests)) == (False, status, 1)
    assert REMEDY in str(error)
    assert "Enterprise access required" in str(error)
    assert f"127.0.0.1{MEMBERS} answered {status}" in str(error)


def test_no_secret_is_in_what_is_raised_even_if_the_system_echoes_it(api: CursorApi) -> None:
    # The fake answers a wrong key with the header it got.
    key = "crsr_wrong-and-secret"
    with open_http(api, FastClock(), key=key) as http, pytest.raises(FetchError) as error:
        http.get(MEMBERS)
    shown = "".join(traceback.format_exception(error.value)) + repr(error.value)
    assert error.value.status == 401
    assert "***" in shown
    assert key not in shown
    assert api.requests
    assert "Y3Jzcl" not in shown  # base64 of crsr


def test_a_failure_holds_no_exception_that_carries_the_request(api: CursorApi) -> None:
    api.fault = lambda number, request: Fault(cut=True)
    error = refused(api, max_attempts=2)
    assert error.__cause__ is None
    assert error.__context__ is None


@pytest.mark.parametrize(("asked", "waited"), [("7", 7.0), ("100000", 120.0), ("0", 0.0)])
def test_retry_after_is_honoured_and_capped(api: CursorApi, asked: str, waited: float) -> None:
    api.fault = failing(Fault(status=429, headers={"Retry-After": asked}))
    clock = FastClock()
    with open_http(api, clock) as http:
        http.get(MEMBERS)
    assert clock.slept == [waited]


def test_retry_after_may_be_a_date_of_the_systems_own_clock(api: CursorApi) -> None:
    far = {"Date": "Thu, 01 Jan 2099 00:00:00 GMT", "Retry-After": "Thu, 01 Jan 2099 00:00:09 GMT"}
    api.fault = failing(Fault(status=503, headers=far))
    clock = FastClock()
    with open_http(api, clock) as http:
        http.get(MEMBERS)
    # The server's handler writes its own Date first; either way the wait is within bounds and not none.
    assert len(clock.slept) == 1
    assert 0 < clock.slept[0] <= 120


def test_waits_double_and_stay_below_their_cap(api: CursorApi) -> None:
    api.fault = lambda number, request: Fault(status=500)
    clock = FastClock()
    with open_http(api, clock, max_attempts=6, initial_wait_s=1.0, max_wait_s=5.0) as http, pytest.raises(FetchError):
        http.get(MEMBERS)
    caps = [1.0, 2.0, 4.0, 5.0, 5.0]
    assert all(cap / 2 <= wait_s <= cap for cap, wait_s in zip(caps, clock.slept, strict=True))


def test_all_calls_of_a_run_share_one_budget_of_lost_time(api: CursorApi) -> None:
    api.fault = lambda number, request: Fault(status=429, headers={"Retry-After": "40"})
    clock = FastClock()
    with open_http(api, clock, budget_s=100.0, max_attempts=9) as http:
        for _ in range(3):
            with pytest.raises(FetchError, match="answered 429"):
                http.get(MEMBERS)
    assert clock.slept == [40.0, 40.0]
    assert len(api.requests) == 5


def test_an_answer_beyond_the_cap_is_refused_before_it_is_held(api: CursorApi) -> None:
    api.members[:] = [{"id": "x" * 1000}] * 100
    error = refused(api, max_body_bytes=10_000)
    assert not error.retryable
    assert "more than 10,000 bytes" in str(error)


def test_nobody_listening_is_a_failure_not_a_crash(api: CursorApi) -> None:
    with serving(CursorApi()) as gone:
        address = gone.base_url
    io = FetchContext(0, Clock(sleep=lambda wait_s: None), RetryPolicy(max_attempts=2))
    http = io.open_http(address, BasicAuth(Secret(KEY)), remedy=REMEDY, limits={})
    with http, pytest.raises(FetchError, match="no connection") as error:
        http.get(MEMBERS)
    assert error.value.retryable


def test_an_address_that_cannot_be_asked_is_a_persons_to_mend() -> None:
    http = FetchContext(0).open_http("ftp://x.example", BasicAuth(Secret(KEY)), remedy=REMEDY, limits={})
    with http, pytest.raises(FetchError) as error:
        http.get(MEMBERS)
    assert not error.value.retryable


def test_a_closed_client_leaves_no_socket_open(api: CursorApi) -> None:
    with open_http(api, FastClock()) as http:
        http.get(MEMBERS)
    del http
    gc.collect()  # an unclosed socket would warn here, and warnings are errors


@pytest.mark.parametrize("per_minute", [1, 2, 3, 20, 60, 250])
def test_no_minute_ever_holds_more_calls_than_the_limit(per_minute: int) -> None:
    now_s, calls = [0.0], list[float]()

    def sleep(wait_s: float) -> None:
        now_s[0] += wait_s

    limit = RateLimit(per_minute, Clock(lambda: now_s[0], sleep))
    for number in range(per_minute * 4):
        if number == per_minute:
            now_s[0] += 300  # a full bucket again
        limit.take()
        calls.append(now_s[0])
    busiest = max(sum(start <= call < start + 60 for call in calls) for start in calls)
    assert max(1, per_minute // 2) <= busiest <= per_minute


def test_a_limit_holds_calls_of_its_path_and_of_no_other(api: CursorApi) -> None:
    clock = FastClock()
    io = FetchContext(0, Clock(clock.now_s, clock.sleep), RetryPolicy())
    with io.open_http(api.base_url, BasicAuth(Secret(KEY)), remedy=REMEDY, limits={MEMBERS: 4}) as http:
        for _ in range(3):
            http.get("/teams/groups")
        assert clock.slept == []
        for _ in range(3):
            http.get(MEMBERS)
    assert 30 < sum(clock.slept) <= 61


def test_what_is_no_json_is_refused_without_echoing_it() -> None:
    for body in (b"", b"secret", b'{"a": Infinity}', b"\xff\xfe", b"{" * 50_000):
        with pytest.raises(ValueError, match="not whole JSON") as error:
            read_body(body)
        assert "secret" not in str(error.value)
