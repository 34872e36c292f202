"""One caller's load is no other caller's: slots are shared, answers have a deadline, requests are counted."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import anyio
import numpy as np
import pytest

from api.access.caller import Caller, nobody
from api.context import StoreContext
from api.http.admission import CallerRates, requests_per_minute, share_of
from api.http.fair_slots import COSTLY_S, FairSlots, QuestionCosts
from api.settings import Settings
from graph.deadline import DeadlineExceeded, check_deadline, deadline
from graph.kernel_threads import NICENESS
from graph.moment import read_moment
from graph.traverse import Traverser, _Form, propagate_labels
from queries import blast_radius, ranking

RANKING = (
    "{ ranking { ... on Ranking { rows(first: 5) { nodes { id } } } ... on LimitExceeded { code limit message } } }"
)
ALIVE = "{ status { generation } }"


def test_slots_go_to_whoever_holds_fewest_and_in_turn() -> None:
    order: list[str] = []

    async def work(slots: FairSlots, caller: str, name: str, release: asyncio.Event) -> None:
        async with slots.slot(caller):
            order.append(name)
            await release.wait()

    async def go() -> None:
        slots, release = FairSlots(3, 2), asyncio.Event()
        tasks = [asyncio.create_task(work(slots, "a", f"a{number}", release)) for number in range(5)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        # One caller never holds all slots.
        assert (order, slots.waiting("a")) == (["a0", "a1"], 3)
        tasks += [asyncio.create_task(work(slots, "b", f"b{number}", release)) for number in range(2)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert (order[2:], slots.waiting()) == (["b0"], 4)
        # Whoever goes away while they wait, or with a slot, takes none along.
        tasks[0].cancel()
        tasks[4].cancel()
        await asyncio.gather(tasks[0], tasks[4], return_exceptions=True)
        release.set()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert sorted(order[3:]) == ["a2", "a3", "b1"]
        assert slots.waiting() == 0
        async with asyncio.timeout(1), slots.slot("a"), slots.slot("b"), slots.slot("a"):
            pass

    anyio.run(go)


def test_a_question_is_costly_as_long_as_it_takes_long() -> None:
    costs = QuestionCosts()
    assert not costs.is_costly("ranking")
    costs.note("ranking", 2 * COSTLY_S)
    assert (costs.is_costly("ranking"), costs.is_costly("exposure")) == (True, False)
    for _ in range(10):
        costs.note("ranking", 0.01)
    assert not costs.is_costly("ranking")


def test_a_caller_who_floods_keeps_nobody_else_waiting(client: Callable[..., Any], settings: Settings) -> None:
    """Whoever asks the costly question over and over holds one slot; another's question does not wait for it."""
    go_on, running = threading.Event(), threading.Semaphore(0)

    def slow() -> None:
        running.release()
        go_on.wait(30)
        raise DeadlineExceeded(1)

    async def go() -> None:
        async with client(settings) as http, asyncio.timeout(25):
            server = http._transport.app.state.server
            server.costs.note("ranking", 10.0)
            floods = [asyncio.create_task(server.walk(slow, "a", "ranking")) for _ in range(20)]
            assert await asyncio.to_thread(running.acquire, timeout=5)
            await asyncio.sleep(0.05)
            # One of the twenty runs, and another caller's costly question still finds a slot.
            assert not running.acquire(blocking=False)
            assert await server.walk(lambda: 7, "b", "ranking") == 7
            assert (await http.post("/graphql", json={"query": ALIVE})).status_code == 200
            go_on.set()
            outcomes = await asyncio.gather(*floods, return_exceptions=True)
            assert {type(outcome) for outcome in outcomes} == {DeadlineExceeded}

    anyio.run(go)


@pytest.mark.skipif(sys.platform != "linux", reason="threads have priorities of their own on Linux alone")
def test_kernels_of_rankings_yield_the_processor(client: Callable[..., Any], settings: Settings) -> None:
    """What walks from everybody runs beside the interpreter, in a thread that gives way to all others; no other work does."""
    seen: list[tuple[str, int]] = []

    def note(*_: Any) -> int:
        thread = threading.current_thread()
        seen.append((thread.name.partition("_")[0], os.getpriority(os.PRIO_PROCESS, threading.get_native_id())))
        return 7

    def walk(large: bool) -> list[int]:
        traverser = Traverser(np.arange(3, dtype=np.int64), np.ones(2, np.int32), np.full(2, 4, np.uint8), large=large)
        starts, columns = np.zeros(1, np.int32), (np.ones(2, np.bool_), np.ones(2), np.ones(6))
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(_Form, "kernel", lambda form, kernel: lambda *arguments: note() and kernel(*arguments))
            totals = traverser.rank(starts, (4,), *columns)[0].tolist()
            traverser.bfs([0], 4)
        return totals

    async def go() -> None:
        async with client(settings) as http:
            server = http._transport.app.state.server
            assert await server.walk(lambda: walk(True), "a", "ranking") == [1]
            assert await server.walk(lambda: walk(False), "a", "ranking") == [1]

    anyio.run(go)
    usual = os.getpriority(os.PRIO_PROCESS, 0)
    # The search from one node is quick. Plain Python holds the interpreter, and must never wait for the processor with it.
    (ranked, nice), *others = seen
    assert (ranked, nice) == ("kernels", min(19, usual + NICENESS))
    assert len(others) == 3
    assert all(name != "kernels" and each == usual for name, each in others)


def test_rows_of_a_ranking_are_made_when_they_are_read(settings: Settings) -> None:
    with StoreContext(settings) as context:
        answer = ranking.run(context.snapshot(), ranking.Params(as_of=read_moment("2026-11-21")))
    every = list(answer.rows)
    assert len(every) == len(answer.rows) > 1
    assert answer.rows[:1] == every[:1]
    assert answer.rows[-1] == every[-1]
    with deadline(0.0), pytest.raises(DeadlineExceeded):
        list(answer.rows)


def test_an_answer_that_takes_too_long_is_ended_and_its_slot_is_free(
    client: Callable[..., Any], settings: Settings
) -> None:
    def overdue() -> None:
        time.sleep(0.06)
        check_deadline()

    async def go() -> None:
        async with client(settings.model_copy(update={"question_seconds": 0.05})) as http:
            server = http._transport.app.state.server
            for _ in range(6):
                with pytest.raises(DeadlineExceeded, match=r"longer than the 0\.05 s"):
                    await server.walk(overdue, "a")
            assert await server.walk(lambda: 7, "a") == 7

    anyio.run(go)


def test_kernels_look_at_the_clock_between_their_steps() -> None:
    offsets, neighbours = np.arange(0, 10, dtype=np.int64), np.zeros(9, np.int32)
    for large in (False, True):
        traverser = Traverser(offsets, neighbours, np.full(9, 4, np.uint8), large=large)
        columns = (np.ones(9, np.bool_), np.ones(9), np.ones(6))
        starts = np.arange(9, dtype=np.int32).repeat(1000)
        whole = traverser.rank(starts, (4,), *columns)
        with deadline(60):
            assert all(
                np.array_equal(*pair) for pair in zip(traverser.rank(starts, (4,), *columns), whole, strict=True)
            )
        with deadline(0.0), pytest.raises(DeadlineExceeded):
            traverser.rank(starts, (4,), *columns)
        with deadline(0.0), pytest.raises(DeadlineExceeded):
            traverser.bfs([0], 1)
        assert len(traverser.bfs([1], 1).nodes) == 2
    with deadline(0.0), pytest.raises(DeadlineExceeded):
        propagate_labels(offsets, neighbours, np.ones(10, np.int64))


def test_rows_keep_to_the_deadline(settings: Settings) -> None:
    with StoreContext(settings) as context:
        params = blast_radius.Params(start=("Ada Byron",), as_of=read_moment("2026-11-21"))
        answer = blast_radius.run(context.snapshot(), params)
    with deadline(0.0), pytest.raises(DeadlineExceeded):
        list(answer.reached)
    with deadline(60.0):
        assert len(list(answer.reached)) == answer.total


def test_a_deadline_is_told_as_a_limit(client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> None:
        async with client(settings.model_copy(update={"question_seconds": 1e-9})) as http:
            answer = (await http.post("/graphql", json={"query": RANKING})).json()["data"]["ranking"]
            assert (answer["code"], answer["limit"]) == ("LIMIT_EXCEEDED", "seconds")
            assert "narrow the question" in answer["message"]

    anyio.run(go)


def test_requests_of_a_minute_may_come_at_once_and_no_more() -> None:
    now = [0.0]
    rates = CallerRates(60, lambda: now[0])
    assert [rates.take("a") for _ in range(60)] == [0.0] * 60
    assert rates.take("a") == pytest.approx(1.0)
    assert rates.take("b") == 0.0
    now[0] = 2.0
    assert [rates.take("a") > 0 for _ in range(3)] == [False, False, True]
    assert [CallerRates(0).take("a") for _ in range(1000)] == [0.0] * 1000


def test_too_many_requests_are_told_when_to_come_again(client: Callable[..., Any], guarded: Settings) -> None:
    async def go() -> None:
        async with client(guarded.model_copy(update={"rate_limit": 2})) as http:
            answers = [await http.post("/graphql", json={"query": "{ __typename }"}) for _ in range(3)]
            assert [answer.status_code for answer in answers] == [200, 200, 429]
            assert (answers[2].json()["code"], answers[2].headers["retry-after"]) == ("RATE_LIMITED", "30")
            # Who watches is not counted, and who has no token uses up nothing of whoever has.
            assert [(await http.get(path)).status_code for path in ("/livez", "/livez", "/metrics")] == [200] * 3

    anyio.run(go)


def test_limits_and_shares_by_caller(settings: Settings, guarded: Settings) -> None:
    assert [requests_per_minute(each) for each in (settings, guarded)] == [0, 6000]
    assert requests_per_minute(guarded.model_copy(update={"rate_limit": 0})) == 0
    ada = Caller("ada@acme.example", "token")
    assert share_of(ada, "192.0.2.1") == share_of(ada, "192.0.2.2")
    assert share_of(nobody(), "192.0.2.1") != share_of(nobody(), "192.0.2.2")
