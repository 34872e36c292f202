"""Any stream of late, repeated, restated, negative and newly priced rows: the bill closes after every run, on every store."""

from __future__ import annotations

import itertools
import os
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from graph.claims import Charge, Edge, Node, Record, RunHeader, Usage
from graph.moment import midnight, month_days, read_day
from graph.money import NANO
from graph.ontology import COST_BASES
from graph.prices import OwnPrice
from graph.restatement import USAGE_ROWS
from graph.snapshot import Snapshot, snapshot_of
from graph.snapshot.nodes import Policy
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from queries.cost_attribution import Params, run
from queries.cost_attribution.question import SeatRule
from tests.api.export_world import TODAY, larkspur
from tests.conftest import LAW_STORES

STREAMS = int(os.environ.get("REMIT_TEST_STREAMS", "2"))
RUNS = 12
OCTOBER, NOVEMBER = (month_days(read_day(f"2026-{month}-01")) for month in (10, 11))
BEGIN, END = midnight(OCTOBER[0]), midnight(NOVEMBER[1] + 40)
APPLICATIONS = ("Application:ai/one", "Application:ai/two")
PEOPLE: tuple[Record, ...] = (
    *(Node(id=f"Identity:hr/{who}", props={"type": "human", "status": "active"}) for who in "abc"),
    *(Edge(kind="HAS_ACCOUNT", source=f"Identity:hr/{who}", target=f"Account:ai/{who}") for who in "abc"),
    Edge(kind="HAS_ACCOUNT", source="Identity:hr/b", target="Account:ai/a"),
)


class Stream:
    """Runs of two sources that tell of the same applications, each with some of what it told before."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.rows: dict[str, list[Usage]] = {"ai:one": [], "ai:two": []}

    def row(self) -> Usage:
        pick = self.random
        priced = pick.random() < 0.8
        return Usage(
            principal=pick.choice((None, "Account:ai/a", "Account:ai/b", "Account:ai/c", "Credential:ai/gone")),
            resource=pick.choice(("Model:acme/big", "Model:acme/small", "Model:zeta/new")),
            application=pick.choice((*APPLICATIONS, None)),
            day=pick.randint(OCTOBER[0] - 2, NOVEMBER[1] + 2),
            requests=pick.choice((0, 1, 7)),
            tokens=(pick.choice((0, 3, 10**9)), 0, 0, 0, 0, pick.choice((0, 5)), 0),
            cost_nano=pick.choice((1, 7, -5, 3 * NANO + 1, -NANO, 0)) if priced else None,
            currency="USD" if priced else None,
            basis=pick.choice(("billed", "billed", "priced")) if priced else None,
            chargeable=pick.random() < 0.9,
        )

    def restated(self, row: Usage) -> Usage | None:
        """A row as a later run tells it: the same, gone, at another price, with other counts."""
        fate = self.random.random()
        if fate < 0.15:
            return None
        if fate < 0.3 and row.cost_nano is not None:
            return msgspec.structs.replace(row, cost_nano=row.cost_nano * 2 + 1)
        return msgspec.structs.replace(row, requests=row.requests + 1) if fate < 0.4 else row

    def policy(self) -> Policy:
        """Prices that changed since the last run, in October and November."""
        ends = (OCTOBER[1], OCTOBER[1] + 9)
        prices = [
            OwnPrice(model, "USD", {"input": self.random.choice((0, 7, 3 * NANO)), "output": 5}, first, last)
            for model in self.random.sample(("acme/*", "acme/big", "zeta/new"), 2)
            for first, last in ((None, ends[0]), (ends[1], None))
        ]
        return Policy(prices=tuple(prices))

    def next_run(self, number: int) -> tuple[RunHeader, list[Record], tuple[str, ...] | None]:
        source = self.random.choice(tuple(self.rows))
        first, last = sorted(self.random.randint(OCTOBER[0] - 2, NOVEMBER[1] + 2) for _ in range(2))
        rows = [later for row in self.rows[source] if (later := self.restated(row))]
        rows += [self.row() for _ in range(self.random.randint(0, 6))]
        # Twice in one run: equal rows add up.
        rows += self.random.sample(rows, min(len(rows), 2))
        vouches = self.random.random() < 0.6
        if vouches:
            rows = [row for row in rows if first <= row.day <= last]
        self.rows[source] = rows
        charges = [
            Charge(
                application=self.random.choice(APPLICATIONS),
                first_day=first,
                last_day=last,
                category=self.random.choice(("usage", "usage", "seat", "credit")),
                cost_nano=self.random.choice((100, -7, 11 * NANO)),
                currency="USD",
            )
            for _ in range(self.random.randint(0, 2))
        ]
        days = (first, last) if vouches else None
        header = RunHeader(source=source, observed_at=END + number * 3_600_000_000, usage=days, charges=days)
        return header, [*rows, *charges], ("usage", "charges") if vouches else None


def apply(store: Store, header: RunHeader, records: list[Record], complete: tuple[str, ...] | None) -> None:
    begun = store.begin(header)
    store.write(begun, records, range(len(records)))
    store.check(begun)
    store.finish(begun, complete=complete)


def closes(ledger: Snapshot, days: tuple[int, int], by: tuple[str, ...], **more: Any) -> int:
    """Hold the law on one answer; the ledger."""
    answer = run(ledger, Params(by=by, first_day=days[0], last_day=days[1], as_of=END, currency="USD", **more))
    rows, buckets = (sum(row.cost.nano for row in answer.rows), {n: m.nano for n, m in answer.buckets.items()})
    assert rows + sum(buckets.values()) == answer.ledger.nano
    assert sum(period.in_window.nano for period in answer.variance) == buckets.get("variance", 0)
    assert all(row.billed.nano - row.usage.nano == row.variance.nano for row in answer.variance)
    if answer.difference is not None:
        parts = sum(money.nano for money in answer.difference.parts.values())
        assert parts == answer.difference.difference.nano == answer.ledger.nano - answer.difference.before.nano
    return answer.ledger.nano


def sums(ledger: Snapshot) -> Counter[tuple[object, ...]]:
    """The cost of usage rows by source, application, day, basis and whether it is charged."""
    usage, ids, costs = ledger.usage, [*ledger.ids, None], Counter[tuple[object, ...]]()
    for row in range(len(usage)):
        if usage.currency[row] >= 0:
            key = ids[usage.application[row]], int(usage.day[row]), COST_BASES[usage.basis[row]], usage.chargeable[row]
            costs[ledger.sources[usage.claimed_by[row]], *key] += int(usage.cost[row])
    return costs


def restated_fully(before: Snapshot | None, ledger: Snapshot, known: set[tuple[str, int]], moment: int) -> int:
    """Hold that what a run moved on days that were known is restated, exactly and once; how much that is."""
    moved = sums(ledger)
    moved.subtract(sums(before) if before else {})
    restated = Counter[tuple[object, ...]]()
    for freshness in ledger.freshness:
        for row in freshness.restated:
            if row.at == moment and row.category == USAGE_ROWS and row.currency:
                key = freshness.source, row.application, row.first_day, row.basis, row.chargeable
                restated[key] += int(row.after.cost) - int(row.before.cost)
    differing = {key: nano for key, nano in restated.items() if nano}
    assert differing == {key: nano for key, nano in moved.items() if nano and (key[0], key[2]) in known}
    return len(differing)


@pytest.mark.parametrize("store_url", LAW_STORES, indirect=True)
@pytest.mark.parametrize("seed", range(STREAMS))
def test_a_stream_never_breaks_the_bill(seed: int, open_handle: Callable[[], Store]) -> None:
    stream, plain, store = Stream(seed), MemoryStore(), open_handle()
    ledgers, before, restated = set(), None, 0
    known: set[tuple[str, int]] = set()
    for each in (plain, store):
        apply(each, RunHeader(source="hr:x", observed_at=BEGIN), list(PEOPLE), None)
    # Some streams say the same for long: each goes on until the ledger changed twice and something was restated.
    for number in itertools.count():
        if number >= RUNS and len(ledgers) > 2 and restated:
            break
        assert number < 10 * RUNS
        run = stream.next_run(number)
        if not run[1] and run[0].usage is None:
            continue
        for each in (plain, store):
            apply(each, *run)
        policy = stream.policy()
        ledger = snapshot_of(store, END, policy)
        assert ledger.digest == snapshot_of(plain, END, policy).digest
        plainly = snapshot_of(store, END)
        restated += restated_fully(before, plainly, known, run[0].observed_at)
        assert plainly.freshness == snapshot_of(plain, END).freshness
        before, source = plainly, run[0].source
        known |= {(source, row.day) for row in run[1] if isinstance(row, Usage)}
        known |= {(source, day) for day in range(run[0].usage[0], run[0].usage[1] + 1)} if run[0].usage else set()
        closes(ledger, NOVEMBER, ("identity",), compare="2026-10")
        closes(ledger, NOVEMBER, ("team", "model"), compare="2026-10")
        # Any day's ledgers add up to the month's, whatever spans them.
        whole = closes(ledger, NOVEMBER, ("application", "month"))
        middle = NOVEMBER[0] + number % (NOVEMBER[1] - NOVEMBER[0])
        # Spread or not, seats are in the ledger once.
        seats = list(SeatRule)[number % len(SeatRule)]
        assert whole == closes(ledger, NOVEMBER, ("identity", "day"), seats=seats)
        assert whole == sum(
            closes(ledger, days, ("day",)) for days in ((NOVEMBER[0], middle), (middle + 1, NOVEMBER[1]))
        )
        ledgers.add(whole)


def test_the_bill_of_the_example_closes_for_every_application_and_month() -> None:
    ledger = snapshot_of(larkspur(), TODAY)
    days = ledger.usage.day
    months = sorted({month_days(day) for day in range(int(days.min()), int(days.max()) + 1)})
    applications = sorted({ledger.ids[node] for node in ledger.usage.application.tolist() if node >= 0})
    assert (len(months) > 1, len(applications) > 1) == (True, True)
    for month in months:
        whole, named = closes(ledger, month, ("application",)), 0
        for application in applications:
            answer = run(
                ledger,
                Params(
                    by=("team",),
                    first_day=month[0],
                    last_day=month[1],
                    as_of=TODAY,
                    currency="USD",
                    filters={"application": (application,)},
                ),
            )
            named += answer.ledger.nano
            assert sum(row.cost.nano for row in answer.rows) + sum(m.nano for m in answer.buckets.values()) == (
                answer.ledger.nano
            )
            assert all(row.causes for row in answer.variance if row.variance.nano), (application, month)
        rest = run(
            ledger,
            Params(by=("application",), first_day=month[0], last_day=month[1], as_of=TODAY, currency="USD"),
        )
        unnamed = [row.cost.nano for row in rest.rows if row.key["application"] == "~unattributed"]
        assert whole == named + sum(unnamed)
