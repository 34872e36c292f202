"""Events of Cursor and LiteLLM that a later reading gives nobody stay whose they were, from the files to the answer."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.moment import DAY, day_of, read_moment
from graph.snapshot.publish import snapshot_of
from graph.stores.base import Outcome, Store
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries.cost_attribution import Params, run

FIXTURES = Path(__file__).parents[1] / "fixtures" / "events"
OBSERVED = read_moment("2026-11-21T06:00:00Z")
assert OBSERVED is not None


def load(store: Store, *paths: Path, days_later: int = 0) -> list[Outcome]:
    assert OBSERVED is not None
    runs, _ = load_runs([str(path) for path in paths], Context(OBSERVED + days_later * DAY))
    return ingest(store, runs)


def spend(store: Store) -> dict[str, int]:
    """The cost of each person in nano-units."""
    assert OBSERVED is not None
    day, later = day_of(OBSERVED), OBSERVED + 9 * DAY
    params = Params(by=("identity",), first_day=day - 9, last_day=day, as_of=later)
    return {row.key["identity"]: row.cost.nano for row in run(snapshot_of(store, later), params).rows}


def test_a_removed_members_events_stay_theirs() -> None:
    store = MemoryStore()
    load(store, FIXTURES / "hr.jsonl", days_later=-2)
    load(store, FIXTURES / "a" / "cursor")
    before = spend(store)
    load(store, FIXTURES / "b" / "cursor", days_later=1)
    assert before == spend(store) == {"Identity:hr/ada": 5 * 10**9, "Identity:hr/bo": 10**9}
    assert not any(outcome.changed for outcome in load(store, FIXTURES / "b" / "cursor", days_later=1))


def test_two_readings_in_one_load_tell_each_event_once() -> None:
    store = MemoryStore()
    load(store, FIXTURES / "hr.jsonl", days_later=-2)
    load(store, FIXTURES / "a" / "cursor", FIXTURES / "b" / "cursor")
    assert spend(store) == {"Identity:hr/ada": 5 * 10**9, "Identity:hr/bo": 10**9}


def log_rows(rows: list[dict[str, Any]]) -> str:
    return json.dumps({"data": rows, "total": len(rows), "page": 1, "page_size": 1000, "total_pages": 1})


def log_row(request: int, user: str | None, cost: int) -> dict[str, Any]:
    """A row of a key that no list has: who used it is known by its user alone."""
    return {
        "request_id": f"req-{request}",
        "api_key": "f" * 64,
        "user": user,
        "team_id": None,
        "model": "claude-sonnet-4-5",
        "custom_llm_provider": "anthropic",
        "call_type": "acompletion",
        "startTime": f"2026-11-2{request % 2}T05:00:00Z",
        "endTime": f"2026-11-2{request % 2}T05:00:01Z",
        "spend": cost,
        "prompt_tokens": 10 * cost,
        "completion_tokens": cost,
        "total_tokens": 11 * cost,
        "cache_hit": "False",
        "metadata": {},
        "status": "success",
    }


def write_logs(folder: Path, *pages: list[dict[str, Any]]) -> Path:
    for number, rows in enumerate(pages, 1):
        path = folder / "litellm" / "acme" / "spend" / "logs" / f"v2.{number}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(log_rows(rows))
    return folder / "litellm"


def by_user(store: Store) -> Counter[str | None]:
    """The cost of each user, as the rows of the store name them."""
    claims = store.read()
    texts: list[str | None] = [*claims.texts, None]
    costs: Counter[str | None] = Counter()
    for detail, cost, requests in zip(
        claims.usage.detail.tolist(), claims.usage.cost.tolist(), claims.usage.requests.tolist(), strict=True
    ):
        text = texts[detail]
        costs[None if text is None else json.loads(text)["raw"]["user"]] += cost
        costs["requests"] += requests
    return costs


def test_a_log_row_that_is_read_again_without_its_user_stays_theirs(tmp_path: Path) -> None:
    store = MemoryStore()
    load(store, write_logs(tmp_path / "a", [log_row(1, "u-ada", 5), log_row(3, "u-bo", 1)]))
    load(store, write_logs(tmp_path / "b", [log_row(1, None, 5), log_row(3, "u-bo", 1)]), days_later=1)
    assert by_user(store) == {"u-ada": 5 * 10**9, "u-bo": 10**9, "requests": 2}


USERS = st.sampled_from((None, "u-ada", "u-bo"))
READINGS = st.lists(st.tuples(st.dictionaries(st.integers(1, 5), USERS), st.integers(0, 5)), min_size=1, max_size=5)


@settings(max_examples=25, deadline=None)
@given(readings=READINGS)
def test_each_request_is_whoevers_it_was_last_said_to_be(
    readings: list[tuple[dict[int, str | None], int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = MemoryStore()
    owners: dict[int, str] = {}
    days: dict[int, dict[int, None]] = {}
    for step, (users, cut) in enumerate(readings):
        rows = [log_row(request, user, request) for request, user in users.items()]
        if not rows:
            continue
        # Two files, and one row in both: each request counts once.
        pages = [part for part in (rows[:cut], rows[max(cut - 1, 0) :]) if part]
        load(store, write_logs(tmp_path_factory.mktemp("reading"), *pages), days_later=step)
        owners |= {request: user for request, user in users.items() if user is not None}
        days |= {
            day: dict.fromkeys(request for request in users if request % 2 == day) for day in {r % 2 for r in users}
        }
        requests = [request for listed in days.values() for request in listed]
        expected: Counter[str | None] = Counter({"requests": len(requests)})
        for request in requests:
            expected[owners.get(request)] += request * 10**9
        assert by_user(store) == expected
