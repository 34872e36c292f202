"""Reading a live system into a store, now or every so often."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import RunHeader
from graph.errors import FetchError, InputError, LeaseHeld
from graph.moment import read_moment
from graph.stores.base import Store
from loaders.base import Secret
from loaders.connectors.cursor import Config
from loaders.live.http import Clock
from loaders.live.schedule import Schedule, ScheduledSource, follow, interval_s, pause_s, read_every
from loaders.live.sync import SyncOptions, sync
from tests.loaders.cursor_api import KEY, CursorApi, event, serving


@pytest.fixture
def api() -> Iterator[CursorApi]:
    members = [{"id": "user_ada", "email": "ada@acme.example", "role": "owner", "isRemoved": False}]
    with serving(CursorApi(members=members)) as running:
        yield running


def config(api: CursorApi, **terms: Any) -> Config:
    return Config(**{"instance": "acme", "api_key": Secret(KEY), "base_url": api.base_url, "lookback_days": 3} | terms)


def test_a_run_is_observed_at_the_moment_before_its_first_request(api: CursorApi, store: Store) -> None:
    moments: list[tuple[int, int]] = []

    def now() -> int:
        moments.append((len(api.requests), read_moment("2026-11-20T06:00:00Z")))
        return moments[-1][1]

    (outcome,) = sync(store, "cursor", config(api), SyncOptions(clock=Clock(moment=now)))
    assert moments == [(0, store.sources()[0].last_observed)]
    assert (outcome.source, outcome.state) == ("cursor:acme", "COMPLETE")


def test_the_clock_of_the_machine_is_asked_where_no_other_is_given(api: CursorApi, store: Store) -> None:
    before = time.time_ns() // 1000
    sync(store, "cursor", config(api))
    assert before <= store.sources()[0].last_observed <= time.time_ns() // 1000


def test_instances_are_sources_of_their_own(api: CursorApi, store: Store) -> None:
    sync(store, "cursor", config(api))
    sync(store, "cursor", config(api, instance="beta", max_age_s=7))
    assert {source.source: source.max_age_s for source in store.sources()} == {
        "cursor:acme": 86_400,
        "cursor:beta": 7,
    }
    assert store.counts()["nodes"]["Application"] == 2


def test_the_outcome_of_the_instance_comes_before_that_of_its_service_accounts(api: CursorApi, store: Store) -> None:
    api.events.append(event("2026-11-18", None, "1", serviceAccountId="sa_1", serviceAccountName="Nightly"))
    outcomes = sync(
        store, "cursor", config(api), SyncOptions(clock=Clock(moment=lambda: read_moment("2026-11-20T06:00:00Z")))
    )
    assert [outcome.source for outcome in outcomes] == ["cursor:acme", "cursor:acme/service-accounts"]


def test_the_checkpoint_of_the_last_good_run_is_where_the_next_one_starts(api: CursorApi, store: Store) -> None:
    for day in ("20", "23"):
        api.requests.clear()
        sync(
            store,
            "cursor",
            config(api, reread_days=1),
            SyncOptions(clock=Clock(moment=lambda day=day: read_moment(f"2026-11-{day}T06:00:00Z"))),
        )
    asked = [(asked["startDate"], asked["endDate"]) for asked in api.asked("/analytics/by-user/mcp")]
    assert asked == [("2026-11-18", "2026-11-22")]


def test_an_unknown_connector_and_one_that_reads_files_are_refused(api: CursorApi, store: Store) -> None:
    with pytest.raises(InputError, match="no connector curser"):
        sync(store, "curser", config(api))
    with pytest.raises(InputError, match="reads files only"):
        sync(store, "mcp", config(api))
    assert store.sources() == []


def test_a_source_that_another_writer_holds_is_not_written(api: CursorApi, open_handle: Any) -> None:
    mine, theirs = open_handle(), open_handle()
    held = theirs.begin(RunHeader(source="cursor:acme", observed_at=0))
    with pytest.raises(LeaseHeld):
        sync(mine, "cursor", config(api))
    theirs.abandon(held)
    assert sync(mine, "cursor", config(api))[0].state == "COMPLETE"


@pytest.mark.parametrize(("text", "seconds"), [("6h", 21_600), ("30m", 1800), ("1d", 86_400), (" 90s ", 90)])
def test_an_interval_is_a_number_and_a_unit(text: str, seconds: int) -> None:
    assert read_every(text) == seconds


@pytest.mark.parametrize("text", ["", "6", "h", "0h", "-1h", "1.5h", "6 h", "6h30m", "1w", "٣h", "9999999d"])
def test_what_is_no_interval_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="6h"):
        read_every(text)


def test_a_pause_is_the_interval_more_or_less_a_tenth() -> None:
    assert pause_s(3600, 0, lambda: 0.0) == pytest.approx(3240)
    assert pause_s(3600, 0, lambda: 1.0) == pytest.approx(3960)


def test_failures_are_tried_again_sooner_and_ever_later_but_never_later_than_the_interval() -> None:
    waits = [pause_s(3600, failures, lambda: 0.5) for failures in (1, 2, 3, 7, 8, 1000)]
    assert waits == [60, 120, 240, 3600, 3600, 3600]
    assert pause_s(10, 1, lambda: 0.5) == 10


def turn(name: str, every_s: float = 100.0) -> ScheduledSource:
    return ScheduledSource("cursor", Config(instance=name, api_key=Secret(KEY)), every_s)


class Day:
    """A clock that the test moves, and what sources were read when."""

    def __init__(self) -> None:
        self.now_s, self.observed = 1_000_000.0, dict[str, int]()

    def schedule(self, *turns: ScheduledSource) -> Schedule:
        return Schedule(turns, lambda: self.observed, lambda: self.now_s, lambda: 0.5)


def test_a_promise_is_kept_with_one_failure_to_spare() -> None:
    assert interval_s(6 * 3600, 86_400) == 6 * 3600
    assert interval_s(6 * 3600, 3600) == 1800


def test_what_was_never_read_is_due_and_out_once() -> None:
    schedule = Day().schedule(turn("a"), turn("b"))
    assert [schedule.take(), schedule.take(), schedule.take()] == [*schedule.sources, None]


def test_what_was_read_before_the_start_or_by_somebody_else_waits_for_its_turn() -> None:
    day = Day()
    schedule = day.schedule(turn("a"))
    day.observed["cursor:a"] = int((day.now_s - 40) * 1_000_000)
    assert schedule.take() is None
    day.now_s += 59
    assert schedule.take() is None
    day.observed["cursor:a"] = int(day.now_s * 1_000_000)
    day.now_s += 2
    assert schedule.take() is None  # meanwhile another process read it
    day.now_s += 99
    assert schedule.take() is schedule.sources[0]


def test_one_that_fails_is_tried_sooner_and_delays_no_other() -> None:
    day = Day()
    bad, good = turn("a", 3600.0), turn("b", 3600.0)
    schedule = day.schedule(bad, good)
    for _ in range(2):
        taken = schedule.take()
        assert taken is not None
        schedule.done(taken, taken is good)
    assert (bad.due_s - day.now_s, good.due_s - day.now_s) == (60, 3600)
    day.now_s += 60
    assert schedule.take() is bad
    schedule.done(bad, False)
    assert bad.due_s - day.now_s == 120


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.floats(0.1, 500)), max_size=60))
def test_nobody_is_out_twice_and_nobody_is_forgotten(steps: list[tuple[int, bool, float]]) -> None:
    day = Day()
    schedule = day.schedule(turn("a", 50.0), turn("b", 100.0), turn("c", 200.0))
    out: list[ScheduledSource] = []
    read_at = {one.source: day.now_s for one in schedule.sources}
    for choice, succeeded, passes_s in steps:
        day.now_s += passes_s
        while (taken := schedule.take()) is not None:
            assert taken not in out
            out.append(taken)
        for one in schedule.sources:
            # Whoever is not being read was read, or tried, within its interval and a tenth; time passes in jumps here.
            assert one in out or day.now_s <= one.due_s <= day.now_s + 1.1 * one.every_s
        if out:
            one = out.pop(choice % len(out))
            schedule.done(one, succeeded)
            read_at[one.source] = day.now_s


def test_reading_goes_on_through_failures_until_somebody_says_stop() -> None:
    stop, seen = threading.Event(), list[str]()
    day = Day()
    schedule = day.schedule(turn("a", 0.01), turn("b", 0.01))
    steps: list[Any] = [True, False, FetchError("down"), True]

    def read(one: ScheduledSource) -> bool:
        seen.append(one.source)
        day.now_s += 1000
        step = steps.pop(0) if steps else stop.set()
        if isinstance(step, Exception):
            raise step
        return bool(step)

    follow(schedule, read, stop)
    assert len(seen) >= 5
    assert set(seen) == {"cursor:a", "cursor:b"}


def test_a_stop_ends_a_pause_at_once_and_waits_for_a_run_within_its_grace() -> None:
    stop, begun, ended = threading.Event(), threading.Event(), list[str]()

    def read(one: ScheduledSource) -> bool:
        begun.set()
        time.sleep(0.3)
        ended.append(one.source)
        return True

    threading.Thread(target=lambda: (begun.wait(10), stop.set())).start()
    began_s = time.monotonic()
    follow(Day().schedule(turn("a")), read, stop)
    assert ended == ["cursor:a"]
    assert time.monotonic() - began_s < 8


def test_an_error_that_waiting_cannot_mend_ends_the_loop() -> None:
    def read(one: ScheduledSource) -> bool:
        raise InputError("setting api_key: it is empty")

    with pytest.raises(InputError):
        follow(Day().schedule(turn("a")), read, threading.Event())


def test_whoever_watches_sees_the_calls_go_by(api: CursorApi, store: Store) -> None:
    seen: list[tuple[str, int]] = []
    sync(store, "cursor", config(api), SyncOptions(progress=lambda what, count: seen.append((what, count))))
    assert seen[0] == ("cursor:acme /teams/members, answer 1", 0)
    assert any(count for _, count in seen)
