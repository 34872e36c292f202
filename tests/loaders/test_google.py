"""Google Workspace: outsiders in groups, the whole customer as a member, rate limits with status 403."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.claims import Edge, Node
from graph.moment import read_moment
from loaders.base import Context, PendingRun, Secret
from loaders.connectors import google
from loaders.live.http import Clock, FetchContext, RetryPolicy
from tests.loaders.cursor_api import FastClock, Fault
from tests.loaders.directory_api import TOKEN, Google, serving
from tests.loaders.directory_cases import CASES

NOW = read_moment("2026-11-20T06:00:00Z")
GOOGLE = next(case for case in CASES if case.name == "google")


@pytest.fixture
def api() -> Iterator[Google]:
    with serving(GOOGLE.open_api()) as running:
        assert isinstance(running, Google)
        yield running


def read(api: Google, **terms: Any) -> PendingRun:
    clock = FastClock()
    io = FetchContext(
        NOW, Clock(clock.now_s, clock.sleep), RetryPolicy(max_attempts=3, initial_wait_s=0.01, timeout_s=5)
    )
    [draft] = google.normalize(google.fetch(GOOGLE.config(api, **terms), io, None), Context(NOW, source="google:acme"))
    return draft


def members(draft: PendingRun, group: str) -> set[str]:
    edges = [edge for _, edge in draft.records if isinstance(edge, Edge) and edge.kind == "MEMBER_OF"]
    return {edge.source for edge in edges if edge.target == f"Group:google/acme/{group}"}


@pytest.mark.parametrize(
    ("flags", "status"),
    [
        ({"suspended": False, "archived": False}, "active"),
        ({"suspended": False}, "active"),
        ({"suspended": True}, "suspended"),
        ({"suspended": False, "archived": True}, "suspended"),
        ({"archived": True}, "suspended"),
        ({"archived": False}, "unknown"),
        ({}, "unknown"),
        ({"suspended": True, "deletionTime": "2026-10-01T00:00:00.000Z"}, "departed"),
    ],
)
def test_the_status_is_what_the_flags_say_and_no_more(api: Google, flags: dict[str, Any], status: str) -> None:
    api.users = [{"id": "1", "primaryEmail": "x@acme.example", **flags}]
    api.groups = []
    [node] = [record for _, record in read(api).records if isinstance(record, Node)]
    assert node.props["status"] == status


def test_an_outsider_is_known_by_address_and_a_listed_person_by_id(api: Google) -> None:
    api.members["0lab"] += [
        {"id": "77", "email": "Kai@partner.example", "type": "USER"},
        {"email": "mo@partner.example", "type": "EXTERNAL"},
        {"id": "78", "type": "USER"},
    ]
    assert members(read(api), "0lab") == {
        "Identity:google/acme/1ada",
        "Identity:google/acme/1bo",
        "Group:google/acme/0core",
        "Identity:email/kai@partner.example",
        "Identity:email/mo@partner.example",
        "Identity:google/acme/78",
    }


def test_nobody_is_an_outsider_while_the_users_are_not_all_known(api: Google) -> None:
    api.fault = lambda number, request: (
        Fault(status=500) if request.path.endswith("/users") and "pageToken" in request.asked else None
    )
    draft = read(api)
    assert "MEMBER_OF" not in (draft.complete or ())
    assert {"Identity:google/acme/1ada", "Identity:google/acme/1bo"} <= members(draft, "0lab")
    assert not any(source.startswith("Identity:email/") for source in members(draft, "0lab"))


def test_the_whole_customer_may_be_a_member(api: Google) -> None:
    for user in api.users:
        user["customerId"] = "C0"
    api.members["0empty"] = [{"id": "C0", "type": "CUSTOMER"}]
    draft = read(api)
    assert members(draft, "0empty") == {"Group:google/acme/C0"}
    assert members(draft, "C0") == {f"Identity:google/acme/1{name}" for name in ("ada", "bo", "cy", "ed")}


def test_groups_may_hold_each_other(api: Google) -> None:
    api.members["0core"].append({"id": "0lab", "type": "GROUP"})
    draft = read(api)
    assert "Group:google/acme/0lab" in members(draft, "0core")
    assert "Group:google/acme/0core" in members(draft, "0lab")


@pytest.mark.parametrize("word", ["userRateLimitExceeded", "quotaExceeded", "rateLimitExceeded"])
def test_a_403_that_means_too_often_is_tried_again(api: Google, word: str) -> None:
    body = f'{{"error": {{"code": 403, "message": "slow down", "errors": [{{"reason": "{word}"}}]}}}}'.encode()
    api.fault = lambda number, request: Fault(status=403, body=body) if number in (3, 5) else None
    draft = read(api)
    assert draft.reasons == []
    assert set(draft.complete or ()) == GOOGLE.complete


def test_a_consent_that_was_withdrawn_is_said_without_what_was_sent(api: Google) -> None:
    draft = read(api, refresh_token=Secret("withdrawn-4d1"))
    assert draft.failure is not None
    assert draft.failure.code == "UNAUTHORIZED"
    assert "invalid_grant" in draft.failure.detail
    assert "refresh_token of google, instance acme" in draft.failure.detail
    assert "withdrawn-4d1" not in draft.failure.detail
    assert len(api.requests) == 1


def test_each_list_asks_for_the_customer_and_the_token_goes_to_the_api_alone(api: Google) -> None:
    read(api)
    asked = [request for request in api.requests if request.path.endswith(("/users", "/groups"))]
    assert {request.asked["customer"] for request in asked} == {"my_customer"}
    assert not [request for request in api.requests if TOKEN in repr(request)]


def test_a_group_has_its_addresses_and_a_service_account_in_it_is_google_clouds(api: Google) -> None:
    robot = "robot@harbor.iam.gserviceaccount.com"
    api.groups = [{"id": "g1", "name": "Payments", "email": "Pay@acme.example", "aliases": ["pay-old@acme.example"]}]
    api.members = {"g1": [{"id": "77", "type": "USER", "email": robot}]}
    draft = read(api)
    [group] = [record for _, record in draft.records if isinstance(record, Node) and record.id.endswith("/g1")]
    assert group.props["emails"] == ["pay-old@acme.example", "pay@acme.example"]
    assert members(draft, "g1") == {f"Account:gcp/{robot}"}
