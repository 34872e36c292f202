"""Answers that are kept: the costly ones longest, none made twice at once, and a moment that lasts while nothing changes."""

from __future__ import annotations

import threading
from bisect import bisect_right
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.http import answer_cache
from api.http.answer_cache import AnswerCache
from api.http.lifespan import Pinned
from graph.deadline import DeadlineExceeded, deadline
from graph.moment import DAY
from graph.snapshot import snapshot_of
from tests.oracles.world import World, a_store, put, worlds

MINUTE = 60_000_000


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that the cache reads; who makes an answer moves them on."""
    seconds = [0.0]
    monkeypatch.setattr(answer_cache.time, "monotonic", lambda: seconds[0])
    return seconds


def make(clock: list[float], name: str, seconds: float) -> object:
    clock[0] += seconds
    return name


def test_a_costly_answer_outlives_many_cheap_ones_but_not_for_ever(clock: list[float]) -> None:
    cache = AnswerCache(size=4)
    cache.remember("ranking", lambda: make(clock, "ranking", 1.0))
    for number in range(103):
        cache.remember(f"cheap {number}", lambda: make(clock, "cheap", 0.01))
    assert cache.find("ranking") == "ranking"
    # Asked just now, it lasts as long again.
    for number in range(600):
        cache.remember(f"later {number}", lambda: make(clock, "cheap", 0.01))
    assert cache.find("ranking") is None


@given(st.lists(st.tuples(st.integers(0, 12), st.floats(0, 2)), max_size=60))
def test_what_is_kept_is_what_was_made_and_never_more_than_the_size(asked: list[tuple[int, float]]) -> None:
    cache, made = AnswerCache(size=5), dict[str, object]()
    for number, _ in asked:
        key = str(number)

        def answer(key: str = key) -> object:
            made[key] = object()
            return made[key]

        assert cache.remember(key, answer) is made[key]
        assert sum(cache.find(key) is not None for key in made) <= 5


def test_who_asks_the_same_meanwhile_waits_for_the_first_and_gets_its_answer() -> None:
    cache, begun, go_on, made = AnswerCache(), threading.Event(), threading.Event(), list[object]()

    def answer() -> object:
        begun.set()
        assert go_on.wait(10)
        made.append(object())
        return made[-1]

    with ThreadPoolExecutor(5) as threads:
        first = threads.submit(cache.remember, "ranking", answer)
        assert begun.wait(10)
        others = [threads.submit(cache.remember, "ranking", answer) for _ in range(4)]
        # Another key is not kept waiting.
        assert cache.remember("reach", lambda: "reach") == "reach"
        go_on.set()
        answers = [future.result(10) for future in (first, *others)]
    assert len(made) == 1
    assert all(answer is made[0] for answer in answers)


def test_an_error_is_its_askers_alone_and_who_waited_makes_it_itself() -> None:
    cache, begun, go_on = AnswerCache(), threading.Event(), threading.Event()

    def fail() -> object:
        begun.set()
        assert go_on.wait(10)
        raise ValueError("too long")

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(cache.remember, "ranking", fail)
        assert begun.wait(10)
        second = threads.submit(cache.remember, "ranking", lambda: "whole")
        go_on.set()
        with pytest.raises(ValueError, match="too long"):
            first.result(10)
        assert second.result(10) == "whole"


def test_who_waits_has_a_deadline_of_its_own() -> None:
    cache, begun, go_on = AnswerCache(), threading.Event(), threading.Event()

    def answer() -> object:
        begun.set()
        assert go_on.wait(10)
        return "whole"

    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(cache.remember, "ranking", answer)
        assert begun.wait(10)
        with deadline(0.01), pytest.raises(DeadlineExceeded):
            cache.remember("ranking", lambda: "another")
        go_on.set()
        assert first.result(10) == "whole"


@given(worlds(), st.integers(0, 130 * DAY))
@settings(max_examples=25)
def test_without_a_moment_the_graph_is_that_of_now_and_the_moment_stays_while_nothing_changes(
    world: World, built_at: int
) -> None:
    with a_store() as store:
        for run in world.runs:
            put(store, run)
        snapshot = snapshot_of(store, built_at)
    pinned, changes = Pinned(snapshot), snapshot.moments_of_change().tolist()
    for now in (built_at, *(change + step for change in changes for step in (-1, 0, 1, MINUTE, 3 * MINUTE + 7))):
        moment = pinned.recent_moment(now)
        assert now - MINUTE < moment <= now
        assert moment >= built_at or now < built_at
        assert bisect_right(changes, moment) == bisect_right(changes, now)
    quiet = (max([built_at, *changes]) // MINUTE + 10) * MINUTE
    assert {pinned.recent_moment(quiet + step) for step in (0, 1, MINUTE - 1)} == {quiet}
