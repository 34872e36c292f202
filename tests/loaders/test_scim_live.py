"""SCIM read live: two ways of paging, totals, and the same records as from its files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.claims import Edge
from graph.moment import read_moment
from loaders.base import Context, PendingRun
from loaders.connectors import scim
from loaders.connectors.records import write_line
from loaders.live.http import Clock, FetchContext, RetryPolicy
from tests.loaders.cursor_api import FastClock, Fault
from tests.loaders.directory_api import Scim, serving
from tests.loaders.directory_cases import CASES

NOW = read_moment("2026-11-20T06:00:00Z")
SCIM = next(case for case in CASES if case.name == "scim")
HARBOR = Path(__file__).parents[1] / "fixtures" / "scim"
WHOLE = {"Identity", "REPORTS_TO", "Group", "MEMBER_OF"}


@pytest.fixture
def api() -> Iterator[Scim]:
    with serving(SCIM.open_api()) as running:
        assert isinstance(running, Scim)
        yield running


def read(api: Scim, source: str = "scim:acme") -> tuple[PendingRun, list[bytes]]:
    clock = FastClock()
    io = FetchContext(
        NOW, Clock(clock.now_s, clock.sleep), RetryPolicy(max_attempts=2, initial_wait_s=0.01, timeout_s=5)
    )
    [draft] = scim.normalize(scim.fetch(SCIM.config(api), io, None), Context(NOW, source=source))
    return draft, [write_line(record) for _, record in draft.records]


def test_live_pages_and_saved_files_say_the_same(api: Scim) -> None:
    listed = {name: json.loads((HARBOR / f"harbor-{name}.json").read_text()) for name in ("users", "groups")}
    api.users = listed["users"]["Resources"]
    api.groups = listed["groups"]["Resources"]
    api.members = {group["id"]: group.get("members", []) for group in api.groups}
    draft, records = read(api, "scim:harbor")
    assert sorted(records) == sorted((HARBOR / "harbor.expected.jsonl").read_bytes().splitlines(keepends=True))
    assert set(draft.complete or ()) == WHOLE


@pytest.mark.parametrize("says_total", [True, False])
def test_a_service_with_cursors_is_followed_by_them(api: Scim, says_total: bool) -> None:
    _, by_index = read(api)
    api.requests.clear()
    api.has_cursor, api.says_total = True, says_total
    draft, records = read(api)
    assert records == by_index
    assert set(draft.complete or ()) == WHOLE
    assert not any("startIndex" in request.asked for request in api.requests)
    assert [request.asked.get("cursor") for request in api.requests if "Users" in request.path] == [None, "2", "4"]


def test_an_index_goes_on_after_what_came_not_after_what_was_asked_for(api: Scim) -> None:
    read(api)
    users = [request.asked for request in api.requests if request.path.endswith("/Users")]
    assert [asked.get("startIndex") for asked in users] == [None, "3", "5"]
    assert {asked["count"] for asked in users} == {"200"}


def test_without_a_total_an_index_is_followed_to_an_empty_page(api: Scim) -> None:
    api.says_total = False
    draft, records = read(api)
    assert len([request for request in api.requests if request.path.endswith("/Users")]) == 4
    assert set(draft.complete or ()) == WHOLE
    assert any(b"u-ed" in line for line in records)


def test_names_of_attributes_have_no_case(api: Scim) -> None:
    _, plain = read(api)

    def shout(body: dict[str, Any]) -> dict[str, Any]:
        return {name.upper(): content for name, content in body.items()}

    api.fault = lambda number, request: Fault(mangle=shout)
    draft, records = read(api)
    assert records == plain
    assert set(draft.complete or ()) == WHOLE


@pytest.mark.parametrize("wrong", [1, 9])
def test_a_total_that_does_not_fit_proves_nothing(api: Scim, wrong: int) -> None:
    def mangle(body: dict[str, Any]) -> dict[str, Any]:
        return body | {"totalResults": wrong}

    api.fault = lambda number, request: Fault(mangle=mangle) if request.path.endswith("/Users") else None
    draft, _ = read(api)
    assert set(draft.complete or ()) == {"Group", "MEMBER_OF"}
    assert "were seen" in draft.reasons[0].detail


def test_somebody_who_comes_while_pages_are_read_is_told_and_nobody_retired(api: Scim) -> None:
    def arrives(number: int, request: Any) -> None:
        if number == 2:
            api.users.append({"id": "u-fay", "active": True})

    api.fault = arrives  # type: ignore[assignment]
    draft, records = read(api)
    assert any(b"u-fay" in line for line in records)
    assert "Identity" not in (draft.complete or ())
    assert "the total changed" in draft.reasons[0].detail


def test_groups_that_cannot_be_read_are_not_taken_from_their_users(api: Scim) -> None:
    api.users[0]["groups"] = [{"value": "g-lab", "type": "indirect"}]
    api.fault = lambda number, request: Fault(status=500) if request.path.endswith("/Groups") else None
    draft, _ = read(api)
    assert not any(isinstance(record, Edge) and record.kind == "MEMBER_OF" for _, record in draft.records)
    assert set(draft.complete or ()) == {"Identity", "REPORTS_TO"}
    assert [reason.code for reason in draft.reasons] == ["FETCH_FAILED"]


def test_a_directory_of_nobody_is_a_failed_run(api: Scim) -> None:
    api.users, api.groups = [], []
    draft, records = read(api)
    assert draft.failure is not None
    assert draft.failure.code == "NOBODY"
    assert records == []


def test_an_error_that_comes_as_an_answer_is_no_list(api: Scim) -> None:
    error = {"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "status": "401", "detail": "token sk-4242"}
    api.fault = lambda number, request: Fault(mangle=lambda body: error)
    draft, _ = read(api)
    assert draft.failure is not None
    assert "did not answer as documented" in draft.failure.detail
    assert "sk-4242" not in draft.failure.detail
