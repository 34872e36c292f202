"""Reading a live system into a store, now or every so often."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from graph.claims import RunHeader
from graph.errors import FetchError, InputError, LeaseHeld
from graph.moment import read_moment
from graph.stores.base import Store
from loaders.base import Secret
from loaders.connectors.cursor import Config
from loaders.schedule import pause_s, read_every, repeat
from loaders.sync import sync
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

    (outcome,) = sync(store, "cursor", config(api), now=now)
    assert moments == [(0, store.sources()[0].last_observed)]
    assert (outcome.source, outcome.state) == ("cursor:acme", "COMPLETE")


def test_the_clock_of_the_machine_is_asked_where_no_other_is_given(api: CursorApi, store: Store) -> None:
    before = time.time_ns() // 1000
    sync(store, "cursor", config(api))
    assert before <= store.sources()[0].last_observed <= time.time_ns() // 1000


def test_instances_are_sources_of_their_own(api: CursorApi, store: Store) -> None:
    sync(store, "cursor", config(api))
    sync(store, "cursor", config(api, instance="beta", promised_age_s=7))
    assert {source.source: source.promised_age_s for source in store.sources()} == {
        "cursor:acme": 86_400,
        "cursor:beta": 7,
    }
    assert store.counts()["nodes"]["Application"] == 2


def test_the_outcome_of_the_instance_comes_before_that_of_its_service_accounts(api: CursorApi, store: Store) -> None:
    api.events.append(event("2026-11-18", None, "1", serviceAccountId="sa_1", serviceAccountName="Nightly"))
    outcomes = sync(store, "cursor", config(api), now=lambda: read_moment("2026-11-20T06:00:00Z"))
    assert [outcome.source for outcome in outcomes] == ["cursor:acme", "cursor:acme/service-accounts"]


def test_the_bookmark_of_the_last_good_run_is_where_the_next_one_starts(api: CursorApi, store: Store) -> None:
    for day in ("20", "23"):
        api.requests.clear()
        sync(store, "cursor", config(api, reread_days=1), now=lambda day=day: read_moment(f"2026-11-{day}T06:00:00Z"))
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


def test_work_goes_on_through_failures_until_somebody_says_stop() -> None:
    stop = threading.Event()
    seen: list[int] = []
    steps: list[Any] = [True, False, FetchError("down"), True]

    def work() -> bool:
        step = steps.pop(0)
        if not steps:
            stop.set()
        if isinstance(step, Exception):
            raise step
        return bool(step)

    def pause(every_s: float, failures: int) -> float:
        seen.append(failures)
        return 0.0

    repeat(work, 60, stop, pause=pause)
    assert seen == [0, 1, 2, 0]


def test_a_stop_ends_a_pause_at_once() -> None:
    stop, began_s = threading.Event(), time.monotonic()
    timer = threading.Timer(0.05, stop.set)
    timer.start()
    repeat(lambda: True, 3600, stop)
    timer.join()
    assert time.monotonic() - began_s < 5


def test_an_error_that_waiting_cannot_mend_ends_the_loop() -> None:
    def work() -> bool:
        raise InputError("setting api_key: it is empty")

    with pytest.raises(InputError):
        repeat(work, 60, threading.Event())
