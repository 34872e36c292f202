"""Figures that a source tells again: both readings, the run and the reason, beside a ledger that has the later ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from graph.claims import Charge, Edge, Node, Record, RunHeader, Usage
from graph.moment import DAY, midnight, month_days, read_day, write_day, write_moment
from graph.money import NANO
from graph.restatement import MOST_RESTATEMENTS, Restatement, UsageFigures, newest_restatements
from graph.snapshot import snapshot_of
from graph.stores.base import Store
from graph.stores.copy import copy_claims
from graph.stores.memory import MemoryStore
from queries import changes
from queries.base import as_json
from queries.cost_attribution import Params, run
from tests.conftest import LAW_STORES

NOVEMBER = month_days(read_day("2026-11-01"))
FIRST = NOVEMBER[0]
NOW = midnight(NOVEMBER[1] + 5)
APP = "Application:ai/one"


def usage(day: int, cost: int, principal: str = "Account:ai/a", **more: Any) -> Usage:
    values: dict[str, Any] = {
        "principal": principal,
        "resource": "Model:acme/big",
        "application": APP,
        "requests": 2,
        "tokens": (10, 0, 0, 0, 0, 5, 0),
        "cost_nano": cost * NANO,
        "currency": "USD",
        "basis": "billed",
    }
    return Usage(day=day, **(values | more))


def charge(days: tuple[int, int], cost: int) -> Charge:
    first, last = days
    return Charge(
        application=APP, first_day=first, last_day=last, category="usage", cost_nano=cost * NANO, currency="USD"
    )


def load(store: Store, at: int, records: Sequence[Record], days: tuple[int, int] = NOVEMBER, **more: Any) -> None:
    begun = store.begin(RunHeader(source="ai:one", observed_at=at, usage=days, **more))
    store.write(begun, records, range(len(records)))
    store.check(begun)
    store.finish(begun, complete=("usage", "charges") if "charges" in more else ("usage",))


def ask(store: Store, **more: Any) -> Any:
    values: dict[str, Any] = {"by": ("account",), "first_day": FIRST, "last_day": NOVEMBER[1], "as_of": NOW}
    return run(snapshot_of(store, NOW), Params(**(values | more)))


@pytest.mark.parametrize("store_url", LAW_STORES, indirect=True)
def test_both_readings_are_shown_with_their_run(open_handle: Callable[[], Store]) -> None:
    store = open_handle()
    bill = charge(NOVEMBER, 20)
    load(store, NOW, [*(usage(FIRST + day, 4) for day in range(4)), bill], charges=NOVEMBER)
    assert ask(store).restated == ()
    again = [
        usage(FIRST, 6),
        usage(FIRST + 1, 4),
        usage(FIRST + 1, 1, "Account:ai/b"),
        usage(FIRST + 2, 4, tokens=(12, 0, 0, 0, 0, 5, 0), requests=3),
        usage(FIRST + 3, 4, "Account:ai/b"),
        usage(FIRST + 9, 2),
        bill,
    ]
    load(store, NOW + 9, again, charges=NOVEMBER)
    answer = ask(store)
    shown = [
        (row["from"], row["why"], row["before"]["amount"][:4], row["after"]["amount"][:4], row["run"], row["source"])
        for row in as_json(answer.restated)
    ]
    # Whose a row is changed on the 4th, and no figure did.
    numbers = {number for number, _, moment in store.run_moments() if moment == NOW + 9}
    (number,) = numbers
    assert shown == [
        ("2026-11-01", "OTHER_AMOUNT", "4.00", "6.00", number, "ai:one"),
        ("2026-11-02", "LATE_ROWS", "4.00", "5.00", number, "ai:one"),
        ("2026-11-03", "OTHER_COUNTS", "4.00", "4.00", number, "ai:one"),
        ("2026-11-10", "LATE_ROWS", "0.00", "2.00", number, "ai:one"),
    ]
    counted = answer.restated[2]
    assert (counted.requests_before, counted.requests_after, counted.tokens_before, counted.tokens_after) == (
        2,
        3,
        15,
        17,
    )
    assert counted.at == NOW + 9
    # The ledger has the later figures alone, and the bill that of the first ones.
    assert (answer.ledger.nano, answer.buckets["variance"].nano) == (20 * NANO, -NANO)
    load(store, NOW + 20, [*again[:-1], charge(NOVEMBER, 16)], charges=NOVEMBER)
    (newest, *older), (period,) = ask(store).restated, ask(store).variance
    assert (newest.kind, newest.category, newest.before.nano, newest.after.nano) == (
        "charge",
        "usage",
        20 * NANO,
        16 * NANO,
    )
    assert len(older) == 4
    (cause,) = [cause for cause in period.causes if cause.code == "RESTATED" and cause.count == 3]
    assert cause.amount.nano == -5 * NANO
    for words in (f"run {number}", write_moment(NOW + 9), "from 8.000000000 USD to 13.000000000 USD"):
        assert words in cause.detail


@pytest.mark.parametrize("store_url", LAW_STORES, indirect=True)
def test_restated_figures_are_copied_and_go_with_their_source(open_handle: Callable[[], Store]) -> None:
    store, other = open_handle(), MemoryStore()
    load(store, NOW, [usage(FIRST, 4)])
    load(store, NOW + 9, [usage(FIRST, 2**62 // NANO), usage(FIRST, 2**62 // NANO, "Account:ai/b")])
    (state,) = store.sources()
    assert int(state.restated[0].after.cost) == 2 * (2**62 // NANO) * NANO
    copy_claims(store.read(), store.identity(), other)
    assert [each.restated for each in other.sources()] == [state.restated]
    store.remove_source("ai:one")
    assert ask(store).restated == ()


def test_a_day_that_still_runs_grows_and_is_not_restated() -> None:
    store, morning = MemoryStore(), midnight(FIRST + 4) + DAY // 3
    load(store, morning, [usage(FIRST + 4, 1)], (FIRST, FIRST + 4))
    load(store, morning + DAY, [usage(FIRST + 4, 3), usage(FIRST + 5, 1)], (FIRST, FIRST + 5))
    assert ask(store).restated == ()
    load(store, morning + 2 * DAY, [usage(FIRST + 4, 5), usage(FIRST + 5, 2)], (FIRST, FIRST + 6))
    assert [row.first_day for row in ask(store).restated] == [write_day(FIRST + 4)]


def test_what_changed_lists_what_was_restated_between_the_moments() -> None:
    store = MemoryStore()
    load(store, NOW, [usage(FIRST, 4), usage(FIRST + 1, 4)])
    load(store, NOW + DAY, [usage(FIRST, 5), usage(FIRST + 1, 4)])
    load(store, NOW + 2 * DAY, [usage(FIRST, 5), usage(FIRST + 1, 9)])
    compiled = snapshot_of(store, NOW + 3 * DAY)

    def between(start: int, end: int, of: str | None = None) -> list[int]:
        answer = changes.run(compiled, changes.Params(start=start, end=end, as_of=end, of=of))
        return [row.after.nano // NANO for row in answer.restated]

    assert between(NOW, NOW + 3 * DAY) == [9, 5]
    assert between(NOW + DAY, NOW + 3 * DAY) == [9]
    assert between(NOW, NOW + DAY, APP) == [5]
    assert between(NOW, NOW + DAY, "Account:ai/a") == []


def test_a_filter_that_charges_do_not_have_leaves_restated_figures_out() -> None:
    store = MemoryStore()
    edge = Edge(kind="HAS_ACCOUNT", source="Identity:hr/a", target="Account:ai/a")
    load(store, NOW, [Node(id="Identity:hr/a"), edge, usage(FIRST, 4)])
    load(store, NOW + 9, [Node(id="Identity:hr/a"), edge, usage(FIRST, 5)])
    assert len(ask(store, filters={"month": ("2026-11",)}).restated) == 1
    assert len(ask(store, filters={"application": (APP,)}).restated) == 1
    assert ask(store, filters={"day": (write_day(FIRST + 1),)}).restated == ()
    assert ask(store, filters={"account": ("Account:ai/a",)}).restated == ()


def test_of_too_many_the_oldest_are_forgotten() -> None:
    nothing = UsageFigures()
    rows = [
        Restatement(
            at=at,
            application=APP,
            first_day=1,
            last_day=1,
            category="rows",
            currency=None,
            basis=None,
            chargeable=True,
            before=nothing,
            after=nothing.plus(1, 0, 0),
        )
        for at in range(MOST_RESTATEMENTS + 3)
    ]
    assert [row.at for row in newest_restatements(rows[:-1], rows[-1:])] == list(range(3, MOST_RESTATEMENTS + 3))
