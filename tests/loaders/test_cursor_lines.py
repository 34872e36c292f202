"""Accepted lines of a Cursor team: read live and from saved pages, each day of a member once, and only whole periods."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.claims import Usage
from graph.moment import midnight, read_day, read_moment, write_day
from graph.money import NANO
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page, PendingRun, Secret
from loaders.connectors.cursor import Config, normalize
from loaders.live.http import Clock, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from queries.cost_attribution import Params, run
from tests.loaders.cursor_api import DAY_MS, KEY, CursorApi, FastClock, Fault, event, serving

LINES, SOURCE = "/teams/daily-usage-data", "cursor:acme/accepted-lines"
MORNING, YESTERDAY = "2026-11-20T06:00:00Z", read_day("2026-11-19")
ADA, BO = "ada@acme.example", "bo@acme.example"


@pytest.fixture
def api() -> Iterator[CursorApi]:
    """Two members with an event and lines on each of the last forty days, one member a page."""
    team = CursorApi(
        members=[
            {"id": f"user_{email[:2]}", "name": email, "email": email, "role": "owner", "isRemoved": False}
            for email in (ADA, BO)
        ],
        most_per_page=1,
    )
    for day in range(YESTERDAY - 39, YESTERDAY + 1):
        team.lines += [(ADA, write_day(day), 7), (BO, write_day(day), 0)]
    team.events = [event(write_day(YESTERDAY - at), ADA, "1.25") for at in range(3)]
    with serving(team) as running:
        yield running


def synced(api: CursorApi, store: Store, at: str = MORNING, **terms: Any) -> dict[str, str]:
    """The states of the sources after a run."""
    clock, policy = FastClock(), RetryPolicy(max_attempts=2, initial_wait_s=0.01, max_wait_s=0.05, timeout_s=0.5)
    settings = {"instance": "acme", "api_key": Secret(KEY), "base_url": api.base_url, "lookback_days": 40} | terms
    options = SyncOptions(retry_policy=policy, clock=Clock(clock.now_s, clock.sleep, lambda: read_moment(at)))
    return {outcome.source: outcome.state for outcome in sync(store, "cursor", Config(**settings), options)}


def accepted(snapshot: Snapshot, **filters: tuple[str, ...]) -> tuple[int, int, int] | None:
    """How many lines, the nano-dollars that they cost, and those of one line, of all days."""
    days = {"first_day": YESTERDAY - 39, "last_day": YESTERDAY}
    answer = run(snapshot, Params(by=("day",), as_of=midnight(YESTERDAY + 1), filters=filters, **days))
    for cost in answer.unit_costs:
        if cost.unit == "accepted line":
            return cost.count, cost.cost.nano, cost.per_unit.nano if cost.per_unit else -1
    return None


def test_lines_are_read_where_they_are_asked_for_and_say_what_a_line_costs(api: CursorApi) -> None:
    store = MemoryStore()
    assert SOURCE not in synced(api, store)
    assert accepted(snapshot_of(store, 0)) is None
    assert synced(api, store, "2026-11-20T07:00:00Z", accepted_lines=True)[SOURCE] == "COMPLETE"
    cost = 3 * NANO // 80
    assert accepted(snapshot_of(store, 0)) == (280, 3 * cost // 3, round(cost / 280))
    assert len(api.asked(LINES)) == 4
    # The next day nothing is added twice, and what was told again counts as it is told then.
    api.lines[0] = (ADA, write_day(YESTERDAY - 39), 8)
    synced(api, store, "2026-11-20T08:00:00Z", accepted_lines=True)
    assert accepted(snapshot_of(store, 0)) == (281, cost, round(cost / 281))


def test_a_window_that_does_not_come_whole_leaves_its_days_as_they_are(api: CursorApi) -> None:
    store = MemoryStore()
    synced(api, store, accepted_lines=True)
    api.lines = [(email, day, 2 * count) for email, day, count in api.lines]
    api.fault = lambda number, request: (
        Fault(status=500) if request.path == LINES and request.asked["page"] == 2 else None
    )
    states = synced(api, store, "2026-11-20T08:00:00Z", accepted_lines=True)
    assert (states["cursor:acme"], states[SOURCE]) == ("COMPLETE", "PARTIAL")
    assert (accepted(snapshot_of(store, 0)) or ())[0] == 280


def test_a_plan_that_does_not_tell_them_loses_nothing_else(api: CursorApi) -> None:
    store = MemoryStore()
    api.fault = lambda number, request: Fault(status=403) if request.path == LINES else None
    states = synced(api, store, accepted_lines=True)
    assert (states["cursor:acme"], states[SOURCE]) == ("COMPLETE", "FAILED")
    assert accepted(snapshot_of(store, 0)) is None


def saved(*bodies: dict[str, Any]) -> PendingRun:
    pages = [
        Page("", body, document=Document(Path(f"cursor/acme/{at}.json"), f"{at}.json", "json", body))
        for at, body in enumerate(bodies)
    ]
    (lines,) = normalize(pages, Context(read_moment(MORNING)))
    return lines


def body(*rows: tuple[str, str, int], pages: int | None = 1, page: int = 1) -> dict[str, Any]:
    place = {"page": page, "totalPages": pages, "totalUsers": 2, "hasNextPage": page < (pages or 0)}
    return {
        "data": [{"email": who, "day": day, "acceptedLinesAdded": count} for who, day, count in rows],
        "period": {"startDate": (YESTERDAY - 1) * DAY_MS, "endDate": (YESTERDAY + 1) * DAY_MS - 1},
        **({"pagination": place} if pages else {}),
    }


def lines_of(pending: PendingRun) -> dict[tuple[str | None, int], int]:
    rows = [record for _, record in pending.records if isinstance(record, Usage)]
    assert all(row.requests == 0 and row.cost_nano is None and not any(row.tokens) for row in rows)
    return {(row.principal, row.day): json.loads(row.detail or "")["accepted_lines"] for row in rows}


@pytest.mark.parametrize("again", [1, 2])
def test_saved_pages_count_once_and_prove_their_whole_days(again: int) -> None:
    day = write_day(YESTERDAY)
    pending = saved(*[body((ADA, day, 5), pages=2), body((BO, day, 3), pages=2, page=2)] * again)
    assert pending.header.source == "cursor:acme/accepted-lines"
    assert pending.header.usage == (YESTERDAY - 1, YESTERDAY)
    assert lines_of(pending) == {
        ("Account:cursor/~ada@acme.example", YESTERDAY): 5,
        ("Account:cursor/~bo@acme.example", YESTERDAY): 3,
    }
    # Asked without pages, the call answers with everybody who was active.
    assert lines_of(saved(body((ADA, day, 5), pages=None))) == {("Account:cursor/~ada@acme.example", YESTERDAY): 5}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda: [body((ADA, write_day(YESTERDAY), 5), pages=2)], "page 2 of 2 is missing"),
        (lambda: [body((ADA, "2026-11-01", 5))], "it lies outside the period"),
        (lambda: [body((ADA, write_day(YESTERDAY), -5))], "acceptedLinesAdded"),
        (lambda: [body(("", write_day(YESTERDAY), 5))], "a row needs an address"),
    ],
)
def test_what_is_missing_or_wrong_proves_no_day(change: Callable[[], list[dict[str, Any]]], reason: str) -> None:
    pending = saved(*change())
    assert (pending.header.usage, lines_of(pending)) == (None, {})
    assert reason in " ".join([*map(str, pending.rejected), *(row.detail for row in pending.reasons)])
