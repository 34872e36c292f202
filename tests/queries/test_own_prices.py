"""Own prices with dates: usage costs what its model costs on its day, exactly, and what is billed stays as it is."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import numpy as np

from graph.claims import Charge, Record, RunHeader, Usage
from graph.moment import midnight, month_days, read_day
from graph.money import NANO
from graph.ontology import DISJOINT_COUNTERS
from graph.prices import OwnPrice, by_precedence, priced_amounts
from graph.snapshot import Snapshot, snapshot_of
from graph.snapshot.nodes import Policy
from graph.stores.memory import MemoryStore
from queries.base import as_json
from queries.cost_attribution import Params, run

FIRST, LAST = NOVEMBER = month_days(read_day("2026-11-01"))
NOW = midnight(LAST + 5)
APP = "Application:ai/one"
BIG, SMALL = "Model:acme/big-1", "Model:acme/small"


def usage(number: int, resource: str = BIG, tokens: tuple[int, int] = (1_000_000, 0), **more: Any) -> Usage:
    counts = (tokens[0], 0, 0, 0, 0, tokens[1], 0)
    return Usage(
        day=FIRST + number, principal="Account:ai/a", resource=resource, application=APP, tokens=counts, **more
    )


def price(
    model: str, days: tuple[int | None, int | None] = (None, None), currency: str = "USD", **units: int
) -> OwnPrice:
    first, last = (None if day is None else FIRST + day for day in days)
    return OwnPrice(model, currency, {name: amount * NANO for name, amount in units.items()}, first, last)


def world(*records: Record, prices: tuple[OwnPrice, ...] = (), more: tuple[Record, ...] = ()) -> Snapshot:
    store = MemoryStore()
    for source, lines in (("ai:one", records), ("ai:two", more)):
        begun = store.begin(RunHeader(source=source, observed_at=NOW))
        store.write(begun, lines, range(len(lines)))
        store.finish(begun)
    return snapshot_of(store, NOW, Policy(prices=prices))


def ask(ledger: Snapshot, by: tuple[str, ...] = ("day",), **more: Any) -> Any:
    return run(ledger, Params(**{"by": by, "first_day": FIRST, "last_day": LAST, "as_of": NOW} | more))


def costs(answer: Any) -> dict[str, int]:
    return {"/".join(row.key.values()): row.cost.nano for row in answer.rows if row.cost.nano}


def test_a_price_holds_from_its_day_to_its_day() -> None:
    prices = (
        price("acme/big-1", (None, 9), input=2, output=10),
        price("acme/big-1", (10, None), input=3, output=10),
        price("acme/*", input=7),
    )
    rows = (
        *(usage(day) for day in (8, 9, 10)),
        usage(11, tokens=(0, 500_000)),
        usage(12, SMALL),
        # Its output has no price, so it has none.
        usage(13, SMALL, (5, 5)),
        usage(14, "Model:zeta/big-1"),
        usage(15, cost_nano=NANO, currency="USD", basis="billed"),
        usage(16, cost_nano=NANO, currency="USD", basis="priced"),
        usage(17, chargeable=False),
    )
    answer = ask(world(*rows, prices=prices))
    amounts = {key[-2:]: cost // NANO for key, cost in costs(answer).items()}
    assert amounts == {"09": 2, "10": 2, "11": 3, "12": 5, "13": 7, "16": 1, "17": 3}
    assert (answer.included_value.nano, answer.unpriced_rows) == (3 * NANO, 2)
    uses = [
        (use["model"], use["from"], use["to"], use["rows"], use["cost"]["amount"][:5], use["included"]["amount"][:4])
        for use in as_json(answer.own_prices)
    ]
    assert uses == [
        ("acme/*", None, None, 1, "7.000", "0.00"),
        ("acme/big-1", None, "2026-11-10", 2, "4.000", "0.00"),
        ("acme/big-1", "2026-11-11", None, 4, "11.00", "3.00"),
    ]
    assert ask(world(*rows)).own_prices == ()
    assert world(*rows).digest != world(*rows, prices=prices).digest


def test_a_bill_of_the_same_source_or_another_is_not_added_to() -> None:
    prices, bill = (
        (price("acme/big-1", input=2),),
        Charge(
            application="Application:ai/all",
            first_day=FIRST,
            last_day=LAST,
            category="usage",
            cost_nano=5 * NANO,
            currency="USD",
        ),
    )
    assert costs(ask(world(usage(1), bill, prices=prices))) == {}
    billed = usage(1, SMALL, cost_nano=NANO, currency="USD", basis="billed")
    assert costs(ask(world(usage(1), usage(2), billed, prices=prices))) == {"2026-11-02": NANO, "2026-11-03": 2 * NANO}
    elsewhere = ask(
        world(usage(1), prices=prices, more=(usage(1, SMALL, cost_nano=NANO, currency="USD", basis="billed"),))
    )
    assert (elsewhere.ledger.nano, elsewhere.estimate_value.nano) == (NANO, 2 * NANO)


def test_a_variance_names_the_price() -> None:
    own = Charge(application=APP, first_day=FIRST, last_day=LAST, category="usage", cost_nano=5 * NANO, currency="USD")
    rows = (usage(1, cost_nano=9 * NANO, currency="USD", basis="priced"), own)
    (period,) = ask(world(*rows, prices=(price("acme/big-1", input=2),))).variance
    assert [(cause.code, cause.amount.nano, cause.count) for cause in period.causes if cause.amount] == [
        ("OWN_PRICE", 2 * NANO, 1)
    ]
    assert "acme/big-1" in period.causes[0].detail


def test_another_currency_is_another_ledger() -> None:
    ledger = world(
        usage(1), usage(2, SMALL), prices=(price("acme/big-1", currency="EUR", input=2), price("acme/small", input=1))
    )
    assert ask(ledger, currency="EUR").ledger.nano == 2 * NANO
    assert ask(ledger, currency="USD").ledger.nano == NANO


def test_amounts_are_rounded_once_and_exact_beyond_64_bits() -> None:
    pick = random.Random(3)
    units = {name: pick.randint(0, 10**12) for name in ("input", "cache_read", "output", "requests")}
    own = OwnPrice("acme/x", "USD", units)
    counts = [[pick.choice((0, 1, 10**6, pick.randint(0, 10**11))) for _ in range(7)] for _ in range(200)]
    counts.append([2**62] * 7)
    cost, fits = priced_amounts(own, np.array(counts, dtype=np.int64))
    for row, nano, fit in zip(counts, cost.tolist(), fits.tolist(), strict=True):
        rates = {"uncached_input": units["input"], "cache_read": units["cache_read"], "output": units["output"]}
        total = sum(
            Fraction(count * rates.get(name, units["input"]), 10**6)
            for name, count in zip(DISJOINT_COUNTERS, row[:-1], strict=True)
        )
        exact = round(total + Fraction(row[-1] * units["requests"], 1000))
        assert (nano, fit) == ((exact, True) if exact < 2**62 else (0, False))
    assert not fits[-1]
    assert fits[:-1].any()


def test_the_more_specific_price_goes_first() -> None:
    names = [
        each.model for each in by_precedence([price("a/bc", input=1), price("a/*", input=1), price("a/b*", input=1)])
    ]
    assert names == ["a/*", "a/b*", "a/bc"]
