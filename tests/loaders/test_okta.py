"""Okta: a list of its own for deactivated users, next pages in a header, and rate limits that say when they end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.claims import Edge, Node
from graph.moment import read_moment
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import okta
from loaders.live.http import Clock, FetchContext, RetryPolicy
from tests.loaders.cursor_api import FastClock, Fault
from tests.loaders.directory_api import Okta, serving
from tests.loaders.directory_cases import CASES

NOW = read_moment("2026-11-20T06:00:00Z")
OKTA = next(case for case in CASES if case.name == "okta")


@pytest.fixture
def api() -> Iterator[Okta]:
    with serving(OKTA.open_api()) as running:
        assert isinstance(running, Okta)
        yield running


def read(api: Okta, clock: FastClock | None = None, **terms: Any) -> PendingRun:
    clock = clock or FastClock()
    io = FetchContext(NOW, Clock(clock.now_s, clock.sleep), RetryPolicy(initial_wait_s=0.01, timeout_s=5))
    [draft] = okta.normalize(okta.fetch(OKTA.config(api, **terms), io, None), Context(NOW, source="okta:acme"))
    return draft


def props(draft: PendingRun, key: str) -> dict[str, Any]:
    [node] = [node for _, node in draft.records if isinstance(node, Node) and node.id == f"Identity:okta/acme/{key}"]
    return dict(node.props)


def told(user: dict[str, Any], **context: Any) -> PendingRun:
    return next(okta.normalize([Page("users", [user])], Context(NOW, source="okta:acme", **context)))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("ACTIVE", "active"),
        ("PASSWORD_EXPIRED", "active"),
        ("RECOVERY", "active"),
        ("LOCKED_OUT", "active"),
        ("STAGED", "unknown"),
        ("PROVISIONED", "unknown"),
        ("SUSPENDED", "suspended"),
        ("DEPROVISIONED", "departed"),
        ("SOMETHING_NEW", "unknown"),
        (None, "unknown"),
    ],
)
def test_each_documented_status_has_its_meaning_and_a_new_one_is_unknown(said: str | None, status: str) -> None:
    draft = told({"id": "u", "status": said, "statusChanged": "2026-10-01T00:00:00.000Z", "profile": {"login": "x"}})
    assert props(draft, "u")["status"] == status
    assert props(draft, "u").get("provider_status") == said
    assert ("departed_at" in props(draft, "u")) == (status == "departed")


def test_who_left_is_asked_for_first_and_apart(api: Okta) -> None:
    read(api)
    users = [request.asked for request in api.requests if request.path == "/api/v1/users"]
    assert users[0] == {"limit": "200", "filter": 'status eq "DEPROVISIONED"'}
    assert all("filter" not in asked for asked in users[1:])


def test_who_comes_back_while_pages_are_read_is_active(api: Okta) -> None:
    def returns(number: int, request: Any) -> None:
        if number == 2:
            api.users[3] = api.users[3] | {"status": "ACTIVE", "statusChanged": None}

    api.fault = returns  # type: ignore[assignment]
    found = props(read(api), "00udi")
    assert found["status"] == "active"
    assert "departed_at" not in found


def test_the_wait_is_until_the_limit_is_lifted(api: Okta) -> None:
    date = "Fri, 20 Nov 2026 06:00:00 GMT"
    reset = str(read_moment("2026-11-20T06:00:37Z") // 1_000_000)
    fault = Fault(status=429, headers={"X-Rate-Limit-Reset": reset, "Date": date})
    api.fault = lambda number, request: fault if number == 1 else None
    clock = FastClock()
    assert read(api, clock).reasons == []
    assert [round(wait_s) for wait_s in clock.slept if wait_s >= 1] == [37]


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("00uada", "Identity:okta/acme/00uada"),
        ("ADA@acme.example", "Identity:okta/acme/00uada"),
        ("E-1", "Identity:okta/acme/00uada"),
        ("e-1", "Identity:okta/acme/00uada"),
        ("nobody@acme.example", "Identity:email/nobody@acme.example"),
        ("HR-9", "Identity:okta/acme/HR-9"),
        ("E-2", "Identity:okta/acme/E-2"),
    ],
)
def test_a_manager_may_be_an_id_an_address_or_a_number_and_nobody_is_guessed(
    api: Okta, written: str, target: str
) -> None:
    api.users[0]["profile"]["employeeNumber"] = "E-1"
    for twin in (2, 4):
        api.users[twin]["profile"]["employeeNumber"] = "E-2"
    api.users[1]["profile"]["managerId"] = written
    reports = [edge.target for _, edge in read(api).records if isinstance(edge, Edge) and edge.kind == "REPORTS_TO"]
    assert reports == [target]


def test_an_address_that_was_given_to_somebody_new_is_theirs(api: Okta) -> None:
    api.users[3]["profile"]["email"] = "bo@acme.example"
    draft = read(api)
    assert props(draft, "00ubo")["emails"] == ["bo@acme.example"]
    assert props(draft, "00udi")["emails"] == ["di@acme.example"]


def test_an_assignment_to_an_app_is_no_user() -> None:
    assignment = {
        "id": "00u1",
        "scope": "USER",
        "status": "PROVISIONED",
        "syncState": "SYNCHRONIZED",
        "profile": {"login": "x"},
    }
    assert not okta.recognize(Document(Path("x.json"), "x.json", "json", [assignment]))


def test_groups_are_asked_for_their_members_one_by_one(api: Okta) -> None:
    api.groups[0]["id"] = "a/b c"
    api.members["a/b c"] = api.members.pop("00gcore")
    read(api)
    assert "/api/v1/groups/a%2Fb%20c/users" in {request.path for request in api.requests}
