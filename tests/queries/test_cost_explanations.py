"""A bill that closes: its variance has causes, and the parts of a difference add up to it, in integers."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Charge, Edge, Node, Record, RunHeader, Usage
from graph.errors import InputError
from graph.moment import midnight, month_days, read_day, write_day
from graph.money import NANO
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from queries.base import as_json
from queries.cost_attribution import Params, run
from queries.cost_attribution.explanation import DIFFERENCE_PARTS
from tests.oracles.cost import Asked, Oracle, World
from tests.oracles.cost_world import LAST, MODELS, PEOPLE, snapshot, worlds

NOW = midnight(read_day("2026-12-01"))
OCTOBER, NOVEMBER = (month_days(read_day(f"2026-{month}-01")) for month in (10, 11))
APP, OTHER = "Application:ai/one", "Application:ai/two"


def plain(world: World, asked: Asked, other: Asked) -> dict[tuple[str, ...], list[int]]:
    """Per key [before, after, people, volume, price, mix, unmeasured], as decision 83 words it, in plain Python."""
    lines: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for late, each in ((0, other), (1, asked)):
        split = Asked([*each.by, "identity"], each.first, each.last)
        oracle = Oracle(world, split)
        for row, cost in oracle.rows("cost"):
            for keys, (nano, requests, *tokens) in oracle.parts(row, cost):
                count = sum(tokens[:-1])
                measure = "tokens" if count else "requests" if requests else "nothing"
                key = tuple(keys[name] for name in each.by)
                line = lines[key, keys["identity"], measure, row.resource]
                line[late] += nano
                line[2 + late] += count or requests
                lines[key, keys["identity"]][late] = 1
    rows: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0] * 7)
    for line_key, (cost0, cost1, quantity0, quantity1) in lines.items():
        if len(line_key) == 2:
            continue
        key, person, measure, _ = line_key
        group = [sums for name, sums in lines.items() if name[:3] == line_key[:3] and len(name) == 4]
        before, after = (sum(sums[at] for sums in group) for at in (2, 3))
        rest = cost1 - cost0
        parts = [0, 0, 0, 0, 0]
        if lines[key, person][:2] != [1, 1]:
            parts[0] = rest
        elif measure == "nothing":
            parts[4] = rest
        else:
            parts[1] = cost0 * (after - before) // before if before else 0
            parts[2] = cost1 - cost0 * quantity1 // quantity0 if quantity0 and quantity1 else 0
            parts[3] = rest - parts[1] - parts[2]
        rows[key] = [sum(pair) for pair in zip(rows[key], [cost0, cost1, *parts], strict=True)]
    return dict(rows)


@settings(
    max_examples=int(os.environ.get("REMIT_TEST_LEDGERS", "40")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(worlds(), st.sampled_from((("identity",), ("team",), ("application", "model"), ("department",))), st.randoms())
def test_a_difference_is_the_sum_of_its_parts(world: World, by: tuple[str, ...], random: Any) -> None:
    first, last = month_days(LAST)
    # Some of the usage is of the month before.
    world.usage = [
        (name, moved(row, -30 * random.randint(0, 1)))
        for name, row in world.usage
        if max(*row.tokens, row.requests) < 2**60 and abs(row.cost_nano or 0) < 2**60
    ]
    compiled = snapshot(world)
    before = month_days(first - 1)
    answer = run(
        compiled,
        Params(by=by, first_day=first, last_day=last, as_of=midnight(last + 9), compare=write_day(before[0])[:7]),
    )
    difference = answer.difference
    assert difference is not None
    assert list(difference.parts) == list(DIFFERENCE_PARTS)
    assert sum(money.nano for money in difference.parts.values()) == difference.difference.nano
    assert difference.difference.nano == answer.ledger.nano - difference.before.nano
    assert difference.after == answer.ledger
    daily = run(compiled, Params(by=("day",), first_day=first, last_day=last, as_of=midnight(last + 9)))
    # What a request costs does not depend on how its cost is split.
    assert answer.unit_costs[-1] == daily.unit_costs[-1]
    plainly = Params(by=by, first_day=before[0], last_day=before[1], as_of=midnight(last + 9))
    assert difference.before == run(compiled, plainly).ledger
    shown = {
        tuple(row.key[name] for name in by): [
            getattr(row, name).nano for name in ("before", "after", "people", "volume", "price", "mix", "unmeasured")
        ]
        for row in answer.drivers
    }
    for row in answer.drivers:
        assert row.difference.nano == row.after.nano - row.before.nano
        assert sum(getattr(row, name).nano for name in DIFFERENCE_PARTS[:-1]) == row.difference.nano
    expected = plain(world, Asked(by, first, last), Asked(by, *before))
    assert shown == expected


def moved(row: Usage, days: int) -> Usage:
    return msgspec.structs.replace(row, day=row.day + days)


def usage(day: int, cost: str | None = "1", application: str | None = APP, **more: Any) -> Usage:
    values: dict[str, Any] = {"principal": "Account:ai/a", "resource": MODELS[0], "tokens": (10, 0, 0, 0, 0, 5, 0)}
    if cost is not None:
        values |= {"cost_nano": int(float(cost) * NANO), "currency": "USD", "basis": "billed"}
    return Usage(day=day, application=application, **(values | more))


def charge(days: tuple[int, int], cost: int, category: str = "usage", application: str = APP) -> Charge:
    first, last = days
    return Charge(
        application=application,
        first_day=first,
        last_day=last,
        category=category,
        cost_nano=cost * NANO,
        currency="USD",
    )


def store_of(*runs: tuple[RunHeader, Sequence[Record]]) -> Snapshot:
    store = MemoryStore()
    for header, records in runs:
        begun = store.begin(header)
        store.write(begun, records, range(len(records)))
        store.check(begun)
        store.finish(begun, complete=("usage", "charges") if header.usage else None)
    return snapshot_of(store, NOW)


def ask(ledger: Snapshot, days: tuple[int, int] = NOVEMBER, **more: Any) -> Any:
    return run(ledger, Params(**{"by": ("account",), "first_day": days[0], "last_day": days[1], "as_of": NOW} | more))


def test_a_variance_says_what_may_be_behind_it() -> None:
    first = NOVEMBER[0]
    header = RunHeader(source="ai:one", observed_at=NOW, usage=(first, first + 9))
    rows: list[Record] = [
        usage(first, "3"),
        usage(first + 1, None, resource="Model:acme/new"),
        usage(first + 2, "5", chargeable=False),
        usage(first + 3, "2", currency="EUR"),
        usage(first + 11, "1", basis="priced"),
        charge((first, first + 19), 20),
        charge(NOVEMBER, 15, "seat"),
    ]
    second: list[Record] = [usage(first, "3"), usage(first + 4, "7", None, basis="priced", resource="Model:ai/big")]
    answer = ask(store_of((header, rows), (RunHeader(source="ai:two", observed_at=NOW), second)), currency="USD")
    assert len(answer.variance) == 1
    period = as_json(answer.variance[0])
    assert [period[name] for name in ("application", "from", "to")] == [APP, "2026-11-01", "2026-11-20"]
    # 3 and 1 are in the ledger: the source that charges prices what it does not bill.
    assert [float(period[name]["amount"]) for name in ("billed", "usage", "variance", "in_window")] == [20, 4, 16, 16]
    causes = {cause["code"]: cause for cause in period["causes"]}
    assert {
        code: (cause["amount"] and float(cause["amount"]["amount"]), cause["count"]) for code, cause in causes.items()
    } == {
        "DAYS_NOT_COVERED": (None, 9),
        "UNPRICED": (None, 1),
        "NOT_CHARGEABLE": (5, 1),
        "ESTIMATE": (7, 1),
        "OVERLAP": (3, 1),
        "OTHER_CURRENCY": (2, 1),
        "SEATS": (10, 1),
    }
    assert "2026-11-11, 2026-11-13 to 2026-11-20" in causes["DAYS_NOT_COVERED"]["detail"]
    assert "Model:acme/new" in causes["UNPRICED"]["detail"]
    assert answer.buckets["variance"].nano == sum(row.in_window.nano for row in answer.variance)


def test_a_bill_without_usage_and_one_that_closes() -> None:
    header = RunHeader(source="ai:one", observed_at=NOW, usage=NOVEMBER, charges=NOVEMBER)
    records: list[Record] = [
        usage(NOVEMBER[0], "3"),
        charge(NOVEMBER, 3),
        charge((NOVEMBER[0] - 10, NOVEMBER[0] + 9), 8, application=OTHER),
    ]
    answer = ask(store_of((header, records)))
    closed, open_period = answer.variance
    assert (closed.variance.nano, closed.causes) == (0, ())
    assert [(cause.code, cause.amount.nano) for cause in open_period.causes] == [("NO_USAGE", 8 * NANO)]
    assert (open_period.variance.nano, open_period.in_window.nano) == (8 * NANO, 4 * NANO)
    assert answer.buckets["variance"].nano == 4 * NANO
    # Less billed than used: none of the known causes makes a bill the smaller one.
    smaller = ask(store_of((header, [usage(NOVEMBER[0], "3"), charge(NOVEMBER, 2)]))).variance[0]
    assert [(cause.code, cause.amount.nano) for cause in smaller.causes] == [("UNEXPLAINED", -NANO)]
    assert ask(store_of((header, records)), filters={"account": ("Account:ai/a",)}).variance == ()


def test_costs_per_unit_are_of_what_has_such_a_unit() -> None:
    header = RunHeader(source="ai:one", observed_at=NOW)
    people: list[Record] = [Node(id=who, props={"type": "human", "status": "active"}) for who in PEOPLE]
    edge = Edge(kind="HAS_ACCOUNT", source=PEOPLE[0], target="Account:ai/a")
    rows: list[Record] = [usage(NOVEMBER[0], "3", requests=6), usage(NOVEMBER[0], "5", principal="Account:ai/b")]
    answer = ask(store_of((header, [*people, edge, *rows])), by=("identity",))
    shown = {
        cost.unit: (cost.count, cost.cost.nano, cost.per_unit and cost.per_unit.nano) for cost in answer.unit_costs
    }
    assert shown == {"person": (1, 3 * NANO, 3 * NANO), "1,000 requests": (6, 3 * NANO, 500 * NANO)}


def test_a_request_that_two_share_costs_what_it_costs() -> None:
    """It is in the part of one of them, and half of its cost in that of the other."""
    header = RunHeader(source="ai:one", observed_at=NOW)
    people: list[Record] = [Node(id=who, props={"type": "human", "status": "active"}) for who in PEOPLE[:2]]
    edges = [Edge(kind="HAS_ACCOUNT", source=who, target="Account:ai/a") for who in PEOPLE[:2]]
    shared = store_of((header, [*people, *edges, usage(NOVEMBER[0], "10", requests=1)]))
    for by in (("identity",), ("day",), ("team", "identity")):
        cost = ask(shared, by=by).unit_costs[-1]
        assert (cost.count, cost.cost.nano, cost.per_unit and cost.per_unit.nano) == (1, 10 * NANO, 10_000 * NANO)


def test_a_line_costs_what_usage_of_the_applications_that_tell_lines_costs() -> None:
    header = RunHeader(source="ai:one", observed_at=NOW)
    people: list[Record] = [Node(id=who, props={"type": "human", "status": "active"}) for who in PEOPLE[:2]]
    holders = [Edge(kind="HAS_ACCOUNT", source=who, target="Account:ai/a") for who in PEOPLE[:2]]
    holders.append(Edge(kind="HAS_ACCOUNT", source=PEOPLE[0], target="Account:ai/b"))

    def lines(raw: str, account: str, day: int) -> Usage:
        return Usage(principal=account, resource=MODELS[0], application=APP, day=day, detail=raw)

    rows: list[Record] = [
        usage(NOVEMBER[0], "6", requests=1),
        usage(NOVEMBER[1], "100", "Application:ai/silent"),
        usage(NOVEMBER[0], "50", chargeable=False),
        lines('{"accepted_lines": 5}', "Account:ai/a", NOVEMBER[0]),
        lines('{"raw": {"accepted_lines": 10}}', "Account:ai/b", NOVEMBER[1]),
        # In another month, and what is no number of lines.
        lines('{"accepted_lines": 90}', "Account:ai/b", NOVEMBER[0] - 1),
        *(lines(f'{{"accepted_lines": {raw}}}', "Account:ai/b", NOVEMBER[0]) for raw in ("-1", "true", '"7"', "1.5")),
    ]
    ledger = store_of((header, [*people, *holders, *rows]))

    def per_line(**more: Any) -> tuple[int, int, int | None] | None:
        units = [unit for unit in ask(ledger, **more).unit_costs if unit.unit == "accepted line"]
        return (units[0].count, units[0].cost.nano, units[0].per_unit and units[0].per_unit.nano) if units else None

    assert (
        per_line()
        == per_line(by=("identity", "model"))
        == per_line(by=("mcp_server",))
        == (15, 6 * NANO, NANO * 2 // 5)
    )
    # The odd line of a shared account is the first holder's, and so are all of the other account.
    assert [per_line(filters={"identity": (who,)}) for who in PEOPLE[:2]] == [
        (13, 3 * NANO, 230_769_231),
        (2, 3 * NANO, 3 * NANO // 2),
    ]
    assert per_line(filters={"application": ("Application:ai/silent",)}) == (0, 0, None)
    assert per_line(filters={"model": (MODELS[0],)}) is None
    assert ask(store_of((header, rows[:2]))).unit_costs[-1].unit == "1,000 requests"


@pytest.mark.parametrize(
    ("by", "compare", "problem"),
    [
        (("day",), "2026-10", "no day is in both"),
        (("account",), "2026-13", "is no month"),
        (("account",), "last", "no month"),
    ],
)
def test_what_cannot_be_compared_is_refused(by: tuple[str, ...], compare: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        ask(store_of(), by=by, compare=compare)


def test_the_other_month_has_its_reasons_too() -> None:
    header = RunHeader(source="ai:one", observed_at=NOW, usage=NOVEMBER)
    answer = ask(store_of((header, [usage(NOVEMBER[0])])), compare="2026-10")
    assert [reason.code for reason in answer.completeness.reasons] == ["DAYS_NOT_COVERED"]
    assert answer.difference is not None
    assert answer.difference.parts["people"].nano == NANO
